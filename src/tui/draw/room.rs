//! The room window, drawn for the back row: what can be large is large, and
//! what there is no room for is left out, for nobody here can scroll.

use super::{
    COLUMN, SMALLEST, WIDE, around, count, inset, is_seen_far, put, rows,
    seen::{Air, body_lines},
    split, too_small,
};
use crate::{
    lang::Lang,
    t,
    tui::{
        room::Window,
        theme::Theme,
        widgets::{big, wrapped},
    },
    walk::{Action, Item, RoomPage, action},
};
use ratatui::{
    Frame,
    layout::Rect,
    text::{Line, Span},
};
use std::time::Duration;
use unicode_width::UnicodeWidthStr;

pub(in crate::tui) fn draw(window: &Window, frame: &mut Frame) {
    let area = frame.area();
    let (theme, lang) = (&window.theme, window.lang);
    frame.buffer_mut().set_style(area, theme.ground);
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        too_small(theme, lang, frame, area);
        return;
    }
    match &window.page {
        Ok(page) => {
            let letter = page.body.iter().find_map(|item| match item {
                Item::Letter(paragraphs) => Some(paragraphs.as_slice()),
                _ => None,
            });
            if let Some(letter) = letter {
                standing(window, page, letter, frame, area);
            } else {
                plain(window, page, frame, area);
            }
        }
        Err(trouble) => {
            let inner = rows(inset(area, 2), 2, area.height);
            let mut lines = wrapped(&trouble.message.text(lang), inner.width, theme.strong);
            if let Some(hint) = &trouble.hint {
                lines.push(Line::default());
                lines.extend(wrapped(&hint.text(lang), inner.width, theme.body));
            }
            put(window, frame, inner, lines);
        }
    }
    put(window, frame, last(area), vec![foot(window, area.width)]);
    if window.help {
        let width = area.width.saturating_sub(8).min(72);
        let lines = help_lines(theme, lang, width.saturating_sub(4));
        let title = t!(lang, "help-title");
        around::popup(window.into(), frame, area, width, &title, lines);
    }
}

/// The last row.
fn last(area: Rect) -> Rect {
    rows(area, area.height.saturating_sub(1), 1)
}

fn plain(window: &Window, page: &RoomPage, frame: &mut Frame, area: Rect) {
    let theme = &window.theme;
    around::title_line(window.into(), &page.head.title, Span::raw(""), frame, area);
    around::rail_line(window.into(), &page.head, frame, area);
    around::rule(window.into(), frame, rows(area, 2, 1));
    let rest = rows(inset(area, 2), 3, area.height.saturating_sub(4));
    // The verdict is what one looks at, and needs the room.
    let verdict = |item: &Item| matches!(item, Item::Banner(..));
    let most = if page.body.iter().any(verdict) {
        4
    } else {
        rest.height / 4
    };
    let clock = clock_lines(window, rest.width * 2 / 5, most);
    let wide = clock.iter().map(Line::width).max().unwrap_or(0);
    let beside = inset(rest, 0);
    let beside = Rect {
        width: beside
            .width
            .saturating_sub(count(wide + 3 * usize::from(wide > 0))),
        ..beside
    };
    let head = head_lines(theme, page, beside, rest.height);
    let under = head.len().max(clock.len());
    if wide > 0 {
        let right = Rect {
            x: rest.x + rest.width.saturating_sub(count(wide)),
            width: count(wide),
            ..rest
        };
        put(window, frame, right, clock);
    }
    put(window, frame, beside, head);
    let air = u16::from(rest.height > 12);
    let under = count(under) + air;
    body(window, page, frame, rows(rest, under, rest.height));
}

/// The word, the question, and what the room does now.
fn head_lines(theme: &Theme, page: &RoomPage, area: Rect, height: u16) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    let quarter = height / 4;
    if !page.word.is_empty() && height >= 14 {
        lines.extend(
            big::big(&page.word, area.width, quarter, theme.accent, theme.ascii)
                .unwrap_or_default(),
        );
    }
    if !lines.is_empty() {
        lines.push(Line::default());
    }
    // Where there is much room, or nothing else, the question is large as well.
    let most = match page.body.is_empty() {
        true => height / 2,
        false if height >= 40 => quarter,
        false => 0,
    };
    let large = big::big(&page.title, area.width, most, theme.title, theme.ascii);
    match large {
        Some(large) => {
            lines.extend(large);
            lines.push(Line::default());
        }
        None => lines.extend(wrapped(&page.title, area.width.min(COLUMN), theme.title)),
    }
    if !page.lead.is_empty() {
        lines.extend(wrapped(&page.lead, area.width.min(COLUMN), theme.body));
    }
    lines
}

/// What is left of the step's time, in large digits, with a word where it is
/// over or stands still.
fn clock_lines(window: &Window, width: u16, height: u16) -> Vec<Line<'static>> {
    let (theme, lang) = (&window.theme, window.lang);
    let Some((used, clock)) = window.clock() else {
        return Vec::new();
    };
    let time = Duration::from_secs(u64::from(clock.minutes) * 60);
    let over = used > time;
    let (digits, style) = if over {
        (used.as_secs() - time.as_secs(), theme.warn)
    } else {
        (time.as_secs() - used.as_secs(), theme.strong)
    };
    let sign = if over { "+" } else { "" };
    let digits = format!("{sign}{:02}:{:02}", digits / 60, digits % 60);
    let large = big::big(&digits, width, height, style, theme.ascii);
    let mut lines = large.unwrap_or_else(|| vec![Line::styled(digits, style)]);
    if over {
        lines.push(Line::styled(t!(lang, "wall-over"), style));
    }
    if clock.since.is_none() {
        lines.push(Line::styled(t!(lang, "wall-stopped"), theme.dim));
    }
    lines
}

/// What there is to see: what is large over the whole width, the rest below
/// it, and beside it where there are two columns.
fn body(window: &Window, page: &RoomPage, frame: &mut Frame, area: Rect) {
    let (theme, lang) = (&window.theme, window.lang);
    let aside = if page.aside == 0 {
        page.body.len()
    } else {
        page.aside.min(page.body.len())
    };
    let (main, beside) = page.body.split_at(aside);
    let text = Rect {
        width: area.width.min(COLUMN),
        ..area
    };
    let far = |item: &Item| is_seen_far(item) || matches!(item, Item::Dots(_) | Item::Big(_));
    // What is large leaves some lines to what is said below it.
    let below = if page.low { 6 } else { 0 };
    let high = Rect {
        height: area.height.saturating_sub(below),
        ..area
    };
    let lines = |items: &[Item], air: Air| {
        let mut all: Vec<Line> = Vec::new();
        for group in items.chunk_by(|one, other| far(one) == far(other)) {
            let area = if far(&group[0]) { high } else { text };
            let lines = body_lines(theme, lang, group, area, air);
            if !all.is_empty() && !lines.is_empty() && air.is_airy() {
                all.push(Line::default());
            }
            all.extend(lines);
        }
        all
    };
    let height = usize::from(area.height);
    let two = area.width >= WIDE - 4 && !beside.is_empty() && !main.iter().any(is_small);
    let over = if two {
        main.iter().take_while(|item| far(item)).count()
    } else {
        main.len()
    };
    let more = body_lines(theme, lang, beside, text, Air::ALL[0]);
    // All of what may be left out; else at least two lines of it, and a sign
    // that there is more; else nothing.
    let wanted = match more.len() {
        0 => [0; 3],
        _ if two => [0; 3],
        all => [all + 1, all.min(3) + 1, 0],
    };
    let (left, _) = split(area);
    let taken = |air: Air| {
        let left = body_lines(theme, lang, &main[over..], left, air).len();
        lines(&main[..over], air).len() + usize::from(left > 0) + left
    };
    let [.., least] = Air::FAR;
    let mut air = least;
    // A long text fits with none, which is soon known.
    let fits = taken(least) <= height;
    if fits {
        let taken = Air::FAR.map(taken);
        let first = |wanted| taken.iter().position(|taken| taken + wanted <= height);
        air = wanted
            .into_iter()
            .find_map(first)
            .map_or(least, |i| Air::FAR[i]);
    }
    let mut top = if fits {
        lines(&main[..over], air)
    } else {
        lines(&dots_alone(&main[..over]), air)
    };
    if !two {
        if !more.is_empty() && top.len() + wanted[1] <= height {
            if !top.is_empty() {
                top.push(Line::default());
            }
            top.extend(more);
        }
        put(window, frame, area, cut(theme, top, height));
        return;
    }
    let under = count(top.len()) + u16::from(over > 0);
    put(window, frame, area, cut(theme, top, height));
    let (left, right) = split(rows(area, under, area.height));
    for (items, column) in [(&main[over..], left), (beside, right)] {
        let lines = body_lines(theme, lang, items, column, air);
        put(
            window,
            frame,
            column,
            cut(theme, lines, usize::from(column.height)),
        );
    }
}

/// Whether an item is one of several strips.
fn is_small(item: &Item) -> bool {
    matches!(item, Item::Dots(dots) if dots.small)
}

/// Several strips without what is said of each: all dots are to be seen, and
/// their scores stand above them.
fn dots_alone(items: &[Item]) -> Vec<Item> {
    let mut after = false;
    let mut kept = Vec::new();
    for item in items {
        if !(after && matches!(item, Item::Block(_))) {
            kept.push(item.clone());
        }
        after = is_small(item);
    }
    kept
}

/// As many lines as there is room for, with a sign where there are more.
fn cut(theme: &Theme, mut lines: Vec<Line<'static>>, height: usize) -> Vec<Line<'static>> {
    if lines.len() > height {
        lines.truncate(height.saturating_sub(1));
        lines.push(Line::styled("…", theme.dim));
    }
    lines
}

/// The letter: the slide that begins where the facilitator's does, or before.
fn standing(window: &Window, page: &RoomPage, letter: &[String], frame: &mut Frame, area: Rect) {
    let inner = rows(inset(area, 2), 1, area.height.saturating_sub(3));
    let slides = big::slides(letter, inner.width, inner.height, window.theme.ascii);
    let mut begun = slides.iter().rev();
    let slide = begun.find(|slide| slide.place <= window.sentence());
    let Some(slide) = slide else { return };
    put(window, frame, inner, slide.lines.clone());
    if slide.place == 0 {
        let lead = wrapped(&page.lead, inner.width, window.theme.strong);
        put(window, frame, rows(area, 0, 1), lead);
    }
}

/// The keys, and at the right what is worth knowing of the session.
fn foot(window: &Window, width: u16) -> Line<'static> {
    let (theme, lang) = (&window.theme, window.lang);
    let mut spans = vec![Span::raw(" ")];
    for action in [Action::Language, Action::Help, Action::Leave] {
        let row = action::row(action);
        spans.push(Span::styled(row.key, theme.accent));
        spans.push(Span::styled(
            format!(" {}  ", (row.name)().text(lang)),
            theme.dim,
        ));
    }
    let used: usize = spans.iter().map(Span::width).sum();
    let note = window.note();
    let room = usize::from(width).saturating_sub(used + 1);
    let note = super::shortened(&note, room);
    spans.push(Span::raw(" ".repeat(room.saturating_sub(note.width()))));
    spans.push(Span::styled(note, theme.strong));
    Line::from(spans)
}

fn help_lines(theme: &Theme, lang: Lang, width: u16) -> Vec<Line<'static>> {
    let mut lines = wrapped(&t!(lang, "wall-help"), width, theme.body);
    lines.push(Line::default());
    let theme_about = (action::row(Action::Theme).about)().text(lang);
    let language = (action::row(Action::Language).about)().text(lang);
    let help = (action::row(Action::Help).about)().text(lang);
    let leave = t!(lang, "wall-leave-about");
    let keys = [
        (Action::Theme, theme_about),
        (Action::Language, language),
        (Action::Help, help),
        (Action::Leave, leave),
    ];
    for (action, about) in keys {
        lines.extend(around::key_lines(
            theme,
            action::row(action).key,
            &about,
            width,
        ));
    }
    lines.push(Line::default());
    lines.extend(wrapped(&t!(lang, "help-close"), width, theme.dim));
    lines
}
