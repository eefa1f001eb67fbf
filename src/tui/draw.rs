//! From the program's state to a frame: the bar and the rail on top, the
//! page's title, what there is to see, what is asked, and at the bottom what
//! was just said and which keys work now.

use super::{
    app::{App, enter_hint},
    form::Input,
    theme::Theme,
    widgets::{
        big, blocks, rail, shortened,
        strip::{self, Words},
        wrapped,
    },
};
use crate::{
    lang::Lang,
    memo::tree,
    t,
    walk::{
        Action, Cards, Choice, Column, Field, Item, Kind, Look, RailState, Score,
        action::{self, TABLE},
    },
};
use ratatui::{
    Frame,
    layout::{Position, Rect},
    text::{Line, Span, Text},
    widgets::{Block, Borders, Clear, Paragraph, Widget},
};
use unicode_width::UnicodeWidthStr;

/// The smallest terminal on which a page can be read.
const SMALLEST: (u16, u16) = (60, 18);

/// From how many columns on there is a second column.
const WIDE: u16 = 110;

/// The widest column of text: beyond this the eye loses the line.
const COLUMN: u16 = 96;

pub(super) fn draw(app: &App, frame: &mut Frame) {
    let area = frame.area();
    let lang = app.walk.lang();
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        let text = t!(
            lang,
            "screen-small",
            width = area.width,
            height = area.height
        );
        let lines = wrapped(&text, area.width, app.theme.strong);
        Paragraph::new(lines).render(area, frame.buffer_mut());
        return;
    }
    match app.page.look {
        Look::Standing => standing(app, frame, area),
        Look::Curtain => curtain(app, frame, area),
        Look::Plain | Look::Private => plain(app, frame, area),
    }
    if app.help {
        help(app, frame, area);
    }
}

fn put(frame: &mut Frame, area: Rect, lines: Vec<Line<'static>>) {
    let area = area.intersection(frame.area());
    Paragraph::new(lines).render(area, frame.buffer_mut());
}

fn rows(area: Rect, from: u16, height: u16) -> Rect {
    Rect {
        y: area.y.saturating_add(from),
        height: height.min(area.height.saturating_sub(from)),
        ..area
    }
}

/// A rectangle within another, with a margin at both sides.
fn inset(area: Rect, margin: u16) -> Rect {
    Rect {
        x: area.x.saturating_add(margin),
        width: area.width.saturating_sub(2 * margin),
        ..area
    }
}

fn count(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}

// The frame around every page

/// The bar: the program's name, the session, the clock.
fn bar(app: &App, frame: &mut Frame, area: Rect) {
    let theme = &app.theme;
    let lang = app.walk.lang();
    let title = app.head.as_ref().map_or("", |head| head.title.as_str());
    let clock = clock(app, lang);
    let name = " Dear Customer";
    let room = usize::from(area.width).saturating_sub(name.len() + 4 + clock.content.width());
    let title = shortened(title, room);
    let fill = room.saturating_sub(title.width());
    let line = Line::from(vec![
        Span::styled(name, theme.title),
        Span::raw("   "),
        Span::styled(title, theme.body),
        Span::raw(" ".repeat(fill)),
        clock,
        Span::raw(" "),
    ]);
    put(frame, rows(area, 0, 1), vec![line]);
}

/// The clock of the step: what is left of its time box.
fn clock(app: &App, lang: Lang) -> Span<'static> {
    let minutes = app.head.as_ref().and_then(|head| head.clock.as_ref());
    let Some((_, minutes)) = minutes else {
        return Span::raw("");
    };
    let box_ = u64::from(*minutes) * 60;
    let used = app.clock.used().as_secs();
    let digits = |seconds: u64| format!("{:02}:{:02}", seconds / 60, seconds % 60);
    let (text, style) = if used <= box_ {
        (digits(box_ - used), app.theme.strong)
    } else {
        let over = digits(used - box_);
        (t!(lang, "clock-over", time = over), app.theme.warn)
    };
    let text = if app.clock.is_running() {
        text
    } else {
        t!(lang, "clock-stopped", time = text)
    };
    Span::styled(text, style)
}

fn rail_line(app: &App, frame: &mut Frame, area: Rect) {
    let Some(head) = &app.head else { return };
    let steps: Vec<(String, rail::RailState)> = head
        .rail
        .iter()
        .map(|step| {
            let state = match step.state {
                RailState::Done => rail::RailState::Done,
                RailState::Now => rail::RailState::Now,
                RailState::ToCome => rail::RailState::ToCome,
            };
            (step.name.clone(), state)
        })
        .collect();
    let area = inset(rows(area, 1, 1), 1);
    put(
        frame,
        area,
        vec![rail::rail(&steps, area.width, &app.theme)],
    );
}

fn rule(app: &App, frame: &mut Frame, area: Rect) {
    let line = Line::styled("─".repeat(usize::from(area.width)), app.theme.dim);
    put(frame, area, vec![line]);
}

/// What was just said, or what is wrong; and at the right whether all is on
/// disk.
fn news(app: &App, width: u16) -> Vec<Line<'static>> {
    let lang = app.walk.lang();
    let Some(note) = &app.note else {
        return Vec::new();
    };
    let (sign, style) = if note.bad {
        ("!", app.theme.error)
    } else {
        ("✓", app.theme.good)
    };
    let text = crate::text::in_place(&note.message.text(lang).replace('\n', " "));
    let mut lines = wrapped(&format!("{sign} {text}"), width, style);
    if let Some(hint) = &note.hint {
        let hint = crate::text::in_place(&hint.text(lang));
        let hint = wrapped(&hint, width.saturating_sub(2), app.theme.body);
        lines.extend(hint.into_iter().map(|mut line| {
            line.spans.insert(0, Span::raw("  "));
            line
        }));
    }
    lines.truncate(4);
    lines
}

/// The mark that everything is on disk; only in a session.
fn saved(app: &App) -> Span<'static> {
    let lang = app.walk.lang();
    if app.walk.service().is_none() {
        Span::raw("")
    } else if app.in_flight == 0 {
        Span::styled(t!(lang, "mark-saved"), app.theme.saved)
    } else {
        Span::styled(t!(lang, "mark-saving"), app.theme.dim)
    }
}

/// The keys that work now, as many as there is room for; the last ones stay.
fn hints(app: &App, width: u16) -> Line<'static> {
    let lang = app.walk.lang();
    let theme = &app.theme;
    let mark = saved(app);
    let room = usize::from(width).saturating_sub(mark.content.width() + 1);
    let mut pairs: Vec<(String, String)> = Vec::new();
    let typing = app.form.is_typing();
    let last = app.form.is_last();
    let multi = matches!(
        app.form.inputs.get(app.form.focus),
        Some(Input::Lines(_) | Input::Rows { .. })
    );
    if multi || (!last && !app.form.inputs.is_empty()) {
        pairs.push(("Enter".into(), enter_hint(app).text(lang)));
        if multi {
            let next = t!(lang, "enter-on");
            pairs.push((
                "Tab".into(),
                if last { app.page.enter.clone() } else { next },
            ));
        }
    } else {
        pairs.push(("Enter".into(), app.page.enter.clone()));
    }
    for row in TABLE.iter().filter(|row| app.has(row.action)) {
        let key = match row.action {
            Action::Help if typing => "F1",
            Action::Language if typing => "F2",
            Action::Back => row.key,
            _ if typing => continue,
            _ => row.key,
        };
        pairs.push((key.into(), (row.name)().text(lang)));
    }
    // What there is no room for is in the help.
    let wide = |pairs: &[(String, String)]| -> usize {
        pairs.iter().map(|(k, n)| k.width() + n.width() + 3).sum()
    };
    let drop_first = [
        Action::Timer,
        Action::Go,
        Action::Leave,
        Action::Undo,
        Action::Language,
        Action::Note,
        Action::Back,
        Action::Option,
        Action::Recuse,
    ];
    for action in drop_first {
        if wide(&pairs) <= room {
            break;
        }
        let row = action::row(action);
        let name = (row.name)().text(lang);
        pairs.retain(|(_, n)| *n != name);
    }
    while wide(&pairs) > room && pairs.len() > 2 {
        pairs.remove(pairs.len() - 2);
    }
    // What Enter does is told in any case.
    let over = wide(&pairs).saturating_sub(room);
    if let Some((_, name)) = pairs.first_mut().filter(|_| over > 0) {
        *name = shortened(name, name.width().saturating_sub(over));
    }
    let mut spans = vec![Span::raw(" ")];
    let mut used = 1;
    for (key, name) in pairs {
        used += key.width() + name.width() + 3;
        spans.push(Span::styled(key, theme.accent));
        spans.push(Span::styled(format!(" {name}  "), theme.dim));
    }
    let fill = usize::from(width).saturating_sub(used + mark.content.width() + 1);
    spans.push(Span::raw(" ".repeat(fill)));
    spans.push(mark);
    Line::from(spans)
}

/// The last lines: news above, keys below. Gives what is left above them.
fn foot(app: &App, frame: &mut Frame, area: Rect) -> Rect {
    let news = news(app, area.width.saturating_sub(2));
    let height = count(news.len()) + 1;
    let at = area.height.saturating_sub(height);
    put(frame, inset(rows(area, at, count(news.len())), 1), news);
    let keys = area.height.saturating_sub(1);
    put(frame, rows(area, keys, 1), vec![hints(app, area.width)]);
    Rect { height: at, ..area }
}

// A page

fn plain(app: &App, frame: &mut Frame, area: Rect) {
    bar(app, frame, area);
    let top = if app.head.is_some() {
        rail_line(app, frame, area);
        2
    } else {
        1
    };
    rule(app, frame, rows(area, top, 1));
    let mut rest = foot(app, frame, area);
    rest = rows(rest, top + 1, rest.height);
    let theme = &app.theme;
    let margin = 2;
    let wide = area.width >= WIDE;
    let mut column = inset(rest, margin);
    if !wide {
        column.width = column.width.min(COLUMN);
    }
    let title_width = column.width.min(COLUMN);
    let mut head = wrapped(&app.page.title, title_width, theme.title);
    if !app.page.lead.is_empty() {
        head.extend(wrapped(&app.page.lead, title_width, theme.body));
    }
    let air = u16::from(column.height > 12);
    let head_height = count(head.len()) + air;
    put(frame, column, head);
    let column = rows(column, head_height, column.height);
    let body = &app.page.body;
    let aside = app.page.aside;
    let strips = body
        .iter()
        .any(|item| matches!(item, Item::Dots(dots) if dots.small));
    let text = body.iter().any(|item| matches!(item, Item::Block(_)));
    if wide && app.page.fields.is_empty() && aside > 0 && aside < body.len() && !strips {
        // What the back row looks at has the whole width.
        let over = body.iter().take(aside).take_while(|item| is_seen_far(item));
        let over = over.count();
        let top = body_lines(app, &body[..over], column, Air::ALL[0]);
        let height = count(top.len()) + u16::from(over > 0);
        put(frame, column, top);
        let (left, right) = split(rows(column, height, column.height));
        let main = body_lines(app, &body[over..aside], left, Air::ALL[0]);
        put(frame, left, main);
        let lines = body_lines(app, &body[aside..], right, Air::ALL[0]);
        scrolled(app, frame, right, lines);
    } else if wide && !app.page.fields.is_empty() && text && !strips {
        let (left, right) = split(column);
        let lines = body_lines(app, body, left, Air::ALL[0]);
        scrolled(app, frame, left, lines);
        fields(app, frame, right);
    } else {
        stacked(app, frame, column);
    }
}

/// Whether an item is large, for the back row.
const fn is_seen_far(item: &Item) -> bool {
    match item {
        Item::Banner(..) | Item::Counts(_) => true,
        Item::Dots(dots) => !dots.small,
        _ => false,
    }
}

/// Two columns with a gutter.
fn split(area: Rect) -> (Rect, Rect) {
    let half = area.width.saturating_sub(4) / 2;
    let left = Rect {
        width: half,
        ..area
    };
    let right = Rect {
        x: area.x.saturating_add(half + 4),
        width: area.width.saturating_sub(half + 4),
        ..area
    };
    (left, right)
}

/// What there is to see above, what is asked below it.
fn stacked(app: &App, frame: &mut Frame, area: Rect) {
    let area = Rect {
        width: area.width.min(COLUMN),
        ..area
    };
    let lines = fitted(app, area);
    let (body, asked) = (
        count(lines.len()),
        field_lines(app, area.width, area.height),
    );
    let gap = u16::from(body > 0 && !asked.lines.is_empty());
    let need = count(asked.lines.len());
    let all = body.saturating_add(gap).saturating_add(need);
    let body_height = if all <= area.height {
        body
    } else {
        // The question has the room it needs, but for a few lines.
        let least = body.min(4).min(area.height / 3);
        area.height.saturating_sub(need + gap).max(least)
    };
    scrolled(
        app,
        frame,
        rows(area, 0, body_height.min(area.height)),
        lines,
    );
    let at = if body == 0 { 0 } else { body_height + gap };
    show_fields(app, frame, rows(area, at, area.height), asked);
}

/// The body as far as there is room, with a sign where there is more.
fn scrolled(app: &App, frame: &mut Frame, area: Rect, mut lines: Vec<Line<'static>>) {
    let height = usize::from(area.height);
    let all = lines.len();
    app.seen.body.set(all);
    app.seen.view.set(height);
    if all <= height {
        put(frame, area, lines);
        return;
    }
    // The last line tells that there is more.
    let view = height.saturating_sub(1);
    app.seen.view.set(view);
    let from = app.scroll.min(all.saturating_sub(view));
    let below = all.saturating_sub(from + view);
    let mut shown: Vec<Line> = lines.drain(from..(from + view).min(all)).collect();
    let lang = app.walk.lang();
    let more = if below > 0 {
        t!(lang, "scroll-more", n = below)
    } else {
        t!(lang, "scroll-end")
    };
    shown.push(Line::styled(more, app.theme.accent));
    put(frame, area, shown);
}

// What there is to see

/// How much room the items are given.
#[derive(Clone, Copy)]
struct Air {
    /// Empty lines between them: 2 between all, 1 not below what is large
    /// itself, 0 none.
    lines: u8,
    /// Whether the verdict may take two lines of large letters.
    large: bool,
}

impl Air {
    /// From the most to the least.
    const ALL: [Self; 5] = [
        Self::new(2, true),
        Self::new(1, true),
        Self::new(0, true),
        Self::new(2, false),
        Self::new(0, false),
    ];

    const fn new(lines: u8, large: bool) -> Self {
        Self { lines, large }
    }
}

/// The body with as much air as lets everything be seen at once that the page
/// is about; what stands aside may be scrolled to.
fn fitted(app: &App, area: Rect) -> Vec<Line<'static>> {
    let body = &app.page.body;
    let aside = app.page.aside.min(body.len());
    let [most, .., least] = Air::ALL;
    if aside == 0 {
        return body_lines(app, body, area, most);
    }
    // The last line tells of what is aside.
    let room = usize::from(area.height).saturating_sub(usize::from(aside < body.len()));
    let fits = |air: &Air| body_lines(app, &body[..aside], area, *air).len() <= room;
    let air = Air::ALL.into_iter().find(fits).unwrap_or(least);
    let mut lines = body_lines(app, &body[..aside], area, air);
    if aside < body.len() {
        lines.push(Line::default());
        lines.extend(body_lines(app, &body[aside..], area, most));
    }
    lines
}

fn body_lines(app: &App, items: &[Item], area: Rect, air: Air) -> Vec<Line<'static>> {
    let mut lines: Vec<Line<'static>> = Vec::new();
    let mut after_large = false;
    let mut items = items.iter().peekable();
    while let Some(item) = items.next() {
        let said = items.peek().and_then(|next| told(item, next));
        let more = match said {
            Some((score, rest)) => {
                items.next();
                strip_lines(app, item, score, rest, area)
            }
            None => item_lines(app, item, area, air),
        };
        if more.is_empty() {
            continue;
        }
        let blank = match air.lines {
            0 => false,
            1 => airy(item) && !after_large,
            _ => airy(item),
        };
        if !lines.is_empty() && blank {
            lines.push(Line::default());
        }
        lines.extend(more);
        after_large = is_seen_far(item);
    }
    lines
}

/// What is said of one of several strips: its score, and the rest.
fn told<'a>(item: &Item, next: &'a Item) -> Option<(&'a str, &'a [tree::Span])> {
    match (item, next) {
        (Item::Dots(dots), Item::Block(tree::Block::Para(spans))) if dots.small => match &spans[..]
        {
            [tree::Span::Strong(score), rest @ ..] => Some((score, rest)),
            _ => None,
        },
        _ => None,
    }
}

/// One of several strips: its name with the score, the dots, and the rest of
/// what is said.
fn strip_lines(
    app: &App,
    item: &Item,
    score: &str,
    rest: &[tree::Span],
    area: Rect,
) -> Vec<Line<'static>> {
    let mut lines = item_lines(app, item, area, Air::ALL[0]);
    if let Some(name) = lines.first_mut() {
        let score = Span::styled(format!("   {score}"), app.theme.accent);
        name.spans.push(score);
    }
    let mut rest = rest.to_vec();
    if let Some(tree::Span::Text(text)) = rest.first_mut() {
        *text = text.trim_start().to_owned();
    }
    if !rest.is_empty() {
        let rest = [tree::Block::Para(rest)];
        let lang = app.walk.lang();
        lines.extend(blocks::lines(&rest, area.width, &app.theme, lang));
    }
    lines
}

/// Whether an item stands apart from the one before.
fn airy(item: &Item) -> bool {
    use tree::Block as B;
    !matches!(item, Item::Block(B::List(_) | B::Steps(_)) | Item::Small(_))
}

fn item_lines(app: &App, item: &Item, area: Rect, air: Air) -> Vec<Line<'static>> {
    let theme = &app.theme;
    let lang = app.walk.lang();
    let width = area.width;
    match item {
        Item::Block(tree::Block::Grid(grid)) if area.height < 20 => low_grid(grid, width, theme),
        Item::Block(block) => blocks::lines(std::slice::from_ref(block), width, theme, lang),
        Item::Small(text) => wrapped(text, width, theme.dim),
        Item::Big(text) => {
            let height = (area.height / 2).max(4);
            big::big(text, width, height, theme.strong)
                .unwrap_or_else(|| wrapped(text, width, theme.strong))
        }
        Item::Banner(text, number) => banner(text, *number, area, air, theme),
        Item::Dots(dots) => {
            let words = Words::new(lang);
            let mut lines = Vec::new();
            if !dots.strip.label.is_empty() {
                lines.extend(wrapped(&dots.strip.label, width, theme.strong));
            }
            let marks = &dots.strip.marks;
            let floor_and_bar = match marks[..] {
                [(floor, _), (bar, _)] if dots.lines => Some((floor, bar)),
                _ => None,
            };
            let rows = (area.height / 3).clamp(4, 10);
            let picture = strip::Dots {
                counts: &dots.strip.counts,
                grade: dots.strip.grade.filter(|_| dots.lines),
                lines: floor_and_bar,
                rows,
                words: &words,
            };
            if dots.small {
                lines.extend(compact(&picture, width, theme));
            } else {
                lines.extend(picture.draw(width, theme));
            }
            lines
        }
        Item::Counts(counts) => counted(counts, width, theme),
        Item::Letter(paragraphs) => {
            let block = tree::Block::Letter(paragraphs.clone());
            blocks::lines(&[block], width, theme, lang)
        }
    }
}

/// The 3×3 table without rules, where lines are few.
fn low_grid(grid: &tree::Grid, width: u16, theme: &Theme) -> Vec<Line<'static>> {
    let width = usize::from(width);
    let first = grid.rows.iter().map(|row| row.width()).max().unwrap_or(0) + 1;
    let padded = |text: &str, room: usize| {
        let text = shortened(text, room.saturating_sub(1));
        let pad = room.saturating_sub(text.width());
        format!("{text}{}", " ".repeat(pad))
    };
    // Each column as wide as its words, if all of them have room.
    let wide = |column: usize| {
        let cells = grid.cells.iter().map(|row| row[column].width());
        cells.max().unwrap_or(0) + 3
    };
    let even = width.saturating_sub(first) / 3;
    let mut widths = [0, 1, 2].map(wide);
    if first + widths.iter().sum::<usize>() > width {
        widths = [even; 3];
    }
    let axes = format!("{} ↓   {} →", grid.rows_label, grid.columns_label);
    let mut head = vec![Span::raw(" ".repeat(first))];
    for (column, room) in grid.columns.iter().zip(widths) {
        let text = padded(&format!("  {column}"), room);
        head.push(Span::styled(text, theme.strong));
    }
    let mut lines = vec![
        Line::styled(shortened(&axes, width), theme.dim),
        Line::from(head),
    ];
    for (r, (row, cells)) in grid.rows.iter().zip(&grid.cells).enumerate() {
        let mut spans = vec![Span::styled(padded(row, first), theme.strong)];
        for (c, (text, room)) in cells.iter().zip(widths).enumerate() {
            let lit = grid.lit == Some((r, c));
            let (sign, style) = if lit {
                ("▸ ", theme.selected)
            } else {
                ("  ", theme.body)
            };
            spans.push(Span::styled(padded(&format!("{sign}{text}"), room), style));
        }
        lines.push(Line::from(spans));
    }
    lines
}

/// Several strips on one page: the numbers, and under each how many gave it;
/// floor and bar as lines through both.
fn compact(dots: &strip::Dots, width: u16, theme: &Theme) -> Vec<Line<'static>> {
    let step = (usize::from(width) / 11).clamp(4, 8);
    let mut numbers = Vec::new();
    let mut given = Vec::new();
    for (rating, &n) in (0_u8..).zip(dots.counts) {
        let (mark, mark_style) = match dots.lines {
            Some((floor, _)) if floor == rating => ("┊", theme.floor),
            Some((_, bar)) if bar == rating => ("┃", theme.bar),
            _ => (" ", theme.body),
        };
        let number_style = if dots.grade == Some(rating) {
            theme.selected
        } else {
            theme.dim
        };
        let room = step - 1;
        let dot = match n {
            0 => "·".to_owned(),
            n if usize::try_from(n).is_ok_and(|n| n < room) => {
                "●".repeat(usize::try_from(n).unwrap_or(0))
            }
            n => format!("●{n}"),
        };
        let dot_style = if n == 0 { theme.dim } else { theme.dot };
        for (spans, text, style) in [
            (&mut numbers, rating.to_string(), number_style),
            (&mut given, dot, dot_style),
        ] {
            let pad = room.saturating_sub(text.width());
            spans.push(Span::styled(mark, mark_style));
            spans.push(Span::styled(text, style));
            spans.push(Span::raw(" ".repeat(pad)));
        }
    }
    vec![Line::from(numbers), Line::from(given)]
}

/// The verdict: in large letters where there is room, else inverse.
fn banner(
    text: &str,
    number: Option<u8>,
    area: Rect,
    air: Air,
    theme: &Theme,
) -> Vec<Line<'static>> {
    let tint = match number {
        Some(0) => theme.bad,
        Some(1) => theme.warn,
        Some(_) => theme.good,
        None => theme.strong,
    };
    // Two lines of the smallest large letters, or one.
    let least = if air.large { 9 } else { 4 };
    let room = (area.height / 4).max(least);
    if let Some(lines) = big::big(text, area.width, room, tint) {
        return lines;
    }
    let spaced: String = text.to_uppercase().chars().flat_map(|c| [c, ' ']).collect();
    let spaced = format!("  {spaced} ");
    if spaced.width() <= usize::from(area.width) {
        vec![Line::styled(spaced, theme.banner)]
    } else {
        wrapped(&format!(" {text} "), area.width, theme.banner)
    }
}

/// The answers on the letter, a dot for each.
fn counted(counts: &[(String, u32)], width: u16, theme: &Theme) -> Vec<Line<'static>> {
    let longest = counts
        .iter()
        .map(|(name, _)| name.width())
        .max()
        .unwrap_or(0);
    let widest = counts.iter().map(|(_, n)| *n).max().unwrap_or(0);
    let widest = usize::try_from(widest).unwrap_or(usize::MAX / 4);
    let mut lines = Vec::new();
    for (name, n) in counts {
        let room = usize::from(width).saturating_sub(longest + 8);
        let many = usize::try_from(*n).unwrap_or(usize::MAX);
        let dots = if widest * 4 <= room {
            "●   ".repeat(many)
        } else {
            "● ".repeat(many.min(room / 2))
        };
        let pad = " ".repeat(longest.saturating_sub(name.width()));
        lines.push(Line::from(vec![
            Span::styled(format!("{name}{pad}  "), theme.body),
            Span::styled(format!("{n:>3}  "), theme.strong),
            Span::styled(dots, theme.dot),
        ]));
        lines.push(Line::default());
    }
    lines.pop();
    lines
}

// What is asked

/// The fields as lines, with what must be in view and the cursor.
struct Asked {
    lines: Vec<Line<'static>>,
    /// The lines of the focused field.
    focus: (usize, usize),
    cursor: Option<(u16, usize)>,
}

fn fields(app: &App, frame: &mut Frame, area: Rect) {
    let asked = field_lines(app, area.width, area.height);
    show_fields(app, frame, area, asked);
}

fn show_fields(app: &App, frame: &mut Frame, area: Rect, asked: Asked) {
    let height = usize::from(area.height);
    let (from, to) = asked.focus;
    let mut top = to.saturating_sub(height);
    top = top.min(from);
    if let Some((_, y)) = asked.cursor {
        if y >= top.saturating_add(height) {
            top = (y + 1).saturating_sub(height);
        }
        if y < top {
            top = y;
        }
    }
    let below = asked.lines.len().saturating_sub(top.saturating_add(height));
    let shown = asked.lines.into_iter().skip(top).take(height).collect();
    put(frame, area, shown);
    // Signs beside the first and the last line tell that there is more.
    let beside = Rect {
        x: area.x.saturating_sub(2),
        width: 1,
        ..area
    };
    let mut sign = |row: u16, text: &'static str| {
        put(
            frame,
            rows(beside, row, 1),
            vec![Line::styled(text, app.theme.accent)],
        );
    };
    if top > 0 {
        sign(0, "▲");
    }
    if below > 0 {
        sign(area.height.saturating_sub(1), "▼");
    }
    if app.help {
        return;
    }
    if let Some((x, y)) = asked.cursor {
        let place = Position {
            x: area.x.saturating_add(x),
            y: area.y.saturating_add(count(y.saturating_sub(top))),
        };
        if area.contains(place) {
            frame.set_cursor_position(place);
        }
    }
}

fn field_lines(app: &App, width: u16, height: u16) -> Asked {
    let theme = &app.theme;
    let mut asked = Asked {
        lines: Vec::new(),
        focus: (0, 0),
        cursor: None,
    };
    let several = app.page.fields.len() > 1;
    for (i, (field, input)) in app.page.fields.iter().zip(&app.form.inputs).enumerate() {
        let focused = i == app.form.focus;
        if !app.form.is_asked(i) {
            continue;
        }
        let start = asked.lines.len();
        if focused || !several {
            focused_field(app, field, input, width, height, &mut asked, focused);
        } else {
            asked.lines.push(quiet_field(field, input, width, theme));
        }
        if focused {
            asked.focus = (start, asked.lines.len());
        }
    }
    // A page that is left by a button shows it.
    let needs_button = app
        .form
        .inputs
        .iter()
        .any(|input| matches!(input, Input::Lines(_) | Input::Rows { .. }));
    if needs_button || (app.form.at_button() && !app.page.fields.is_empty()) {
        let style = if app.form.at_button() {
            theme.selected
        } else {
            theme.dim
        };
        let start = asked.lines.len();
        asked
            .lines
            .push(Line::styled(format!("[ {} ]", app.page.enter), style));
        if app.form.at_button() {
            asked.focus = (start, start + 1);
        }
    }
    asked
}

/// A field that waits: what is asked and what stands there, on one line.
fn quiet_field(field: &Field, input: &Input, width: u16, theme: &Theme) -> Line<'static> {
    let value = match (input, &field.kind) {
        (Input::Line(line), _) => line.text(),
        (Input::Lines(lines), _) => lines.text().replace('\n', " "),
        (
            Input::Choice {
                picked: Some(at), ..
            },
            Kind::Choice { options, .. },
        ) => options
            .get(*at)
            .map_or_else(String::new, |o| o.label.clone()),
        (Input::Scale { picked }, _) => picked.map_or_else(String::new, score_sign),
        (Input::Cards(line), Kind::Cards(cards)) => {
            "●".repeat(cards.pile(&line.text()).given.min(cards.seats.len()))
        }
        _ => String::new(),
    };
    let label = if field.label.is_empty() {
        "▸".to_owned()
    } else if field.label.ends_with('?') {
        field.label.clone()
    } else {
        format!("{}:", field.label)
    };
    let width = usize::from(width);
    let label = shortened(&label, width.saturating_sub(4));
    let room = width.saturating_sub(label.width() + 3);
    Line::from(vec![
        Span::styled(format!("  {label} "), theme.dim),
        Span::styled(shortened(&value, room), theme.body),
    ])
}

fn score_sign(score: Score) -> String {
    match score {
        Score::Number(n) => n.to_string(),
        Score::Abstain => "-".into(),
        Score::Recused => "x".into(),
    }
}

fn focused_field(
    app: &App,
    field: &Field,
    input: &Input,
    width: u16,
    height: u16,
    asked: &mut Asked,
    focused: bool,
) {
    let theme = &app.theme;
    let text_width = width.saturating_sub(2);
    if !field.label.is_empty() && !matches!(input, Input::Cards(_) | Input::Scale { .. }) {
        asked
            .lines
            .extend(wrapped(&field.label, width, theme.strong));
    }
    match (input, &field.kind) {
        (Input::Line(line), _) => {
            edited(&line.show(text_width, 6, theme.body), asked, focused, theme);
        }
        (Input::Lines(lines), _) => {
            // It has the page, but for the other fields, the help and the
            // button.
            let others = count(app.page.fields.len()).saturating_sub(1);
            let taken = count(field.label.width() / usize::from(width.max(1))) + 4 + others;
            let room = height.saturating_sub(taken).clamp(3, 30);
            edited(
                &lines.show(text_width, room, theme.body),
                asked,
                focused,
                theme,
            );
        }
        (Input::Choice { picked, .. }, Kind::Choice { options, .. }) => {
            choice(options, *picked, width, focused, asked, theme);
        }
        (Input::Scale { picked }, Kind::Scale(anchors)) => {
            scale(app, anchors, *picked, width, asked);
        }
        (Input::Cards(line), Kind::Cards(cards)) => {
            let labelled = app.page.fields.len() > 1;
            let label = labelled.then_some(field.label.as_str());
            pile(cards, &line.text(), label, width, asked, focused, theme);
        }
        (Input::Ticks { on, at, across }, Kind::Ticks { items, columns }) => {
            if *across > 1 || !columns.is_empty() {
                boxes(items, columns, on, *at, width, asked, theme);
            } else {
                ticks(items, on, *at, width, asked, theme);
            }
        }
        (Input::Rows { cells, row, column }, Kind::Rows(columns)) => {
            table(
                columns,
                cells,
                (*row, *column),
                width,
                asked,
                focused,
                theme,
            );
        }
        _ => {}
    }
    if !field.help.is_empty() {
        asked.lines.extend(wrapped(&field.help, width, theme.dim));
    }
}

/// An editor's lines behind a sign.
fn edited(shown: &super::widgets::edit::Shown, asked: &mut Asked, focused: bool, theme: &Theme) {
    let start = asked.lines.len();
    for line in &shown.lines {
        let mut spans = vec![Span::styled("› ", theme.accent)];
        spans.extend(line.spans.iter().cloned());
        asked.lines.push(Line::from(spans));
    }
    if shown.lines.is_empty() {
        asked.lines.push(Line::styled("› ", theme.accent));
    }
    if focused {
        let (x, y) = shown.cursor;
        asked.cursor = Some((x + 2, start + usize::from(y)));
    }
}

fn choice(
    options: &[Choice],
    picked: Option<usize>,
    width: u16,
    focused: bool,
    asked: &mut Asked,
    theme: &Theme,
) {
    for (i, option) in options.iter().enumerate() {
        let here = picked == Some(i);
        let sign = if here { "▸" } else { " " };
        let key = if i < 9 {
            format!("{sign} {} ", i + 1)
        } else {
            format!("{sign}   ")
        };
        let style = if here && focused {
            theme.selected
        } else if here {
            theme.strong
        } else {
            theme.body
        };
        let text = wrapped(&option.label, width.saturating_sub(4), style);
        let start = asked.lines.len();
        for (row, line) in text.into_iter().enumerate() {
            let lead = if row == 0 { key.clone() } else { "    ".into() };
            let mut spans = vec![Span::styled(lead, theme.accent)];
            spans.extend(line.spans);
            asked.lines.push(Line::from(spans).style(line.style));
        }
        if !option.about.is_empty() {
            // On one line where both have room.
            let label = option.label.width() + 4;
            let room = usize::from(width).saturating_sub(label + 3);
            if option.about.width() <= room && asked.lines.len() == start + 1 {
                if let Some(line) = asked.lines.last_mut() {
                    line.spans
                        .push(Span::styled(format!("   {}", option.about), theme.dim));
                }
            } else {
                let about = wrapped(&option.about, width.saturating_sub(4), theme.dim);
                asked.lines.extend(about.into_iter().map(|line| {
                    let mut spans = vec![Span::raw("    ")];
                    spans.extend(line.spans);
                    Line::from(spans).style(line.style)
                }));
            }
        }
    }
}

/// The anchors, and under them the scale on which one is chosen.
fn scale(
    app: &App,
    anchors: &[(u8, String)],
    picked: Option<Score>,
    width: u16,
    asked: &mut Asked,
) {
    let theme = &app.theme;
    let lang = app.walk.lang();
    let number = match picked {
        Some(Score::Number(n)) => Some(n),
        _ => None,
    };
    for (at, text) in anchors {
        // An odd number lies between two sentences.
        let near = number.is_some_and(|n| n.abs_diff(*at) <= 1 && (n == *at || n % 2 == 1));
        let style = if near { theme.strong } else { theme.body };
        let sign = if near { "▸" } else { " " };
        let lead = format!("{sign}{at:>2}  ");
        for (row, line) in wrapped(text, width.saturating_sub(5), style)
            .into_iter()
            .enumerate()
        {
            let lead = if row == 0 {
                lead.clone()
            } else {
                "     ".into()
            };
            let mut spans = vec![Span::styled(lead, theme.accent)];
            spans.extend(line.spans);
            asked.lines.push(Line::from(spans).style(line.style));
        }
    }
    asked.lines.push(Line::default());
    let mut spans = Vec::new();
    let mut cell = |text: String, score: Score| {
        let style = if picked == Some(score) {
            theme.selected
        } else {
            theme.body
        };
        spans.push(Span::styled(format!(" {text} "), style));
        spans.push(Span::raw(" "));
    };
    for n in 0..=10 {
        cell(n.to_string(), Score::Number(n));
    }
    cell("-".into(), Score::Abstain);
    cell("x".into(), Score::Recused);
    asked.lines.push(Line::from(spans));
    let says = match picked {
        None => t!(lang, "scale-none"),
        Some(Score::Number(n)) if n % 2 == 0 => t!(lang, "scale-at", n = n),
        Some(Score::Number(n)) => t!(lang, "scale-between", n = n, low = n - 1, high = n + 1),
        Some(Score::Abstain) => t!(lang, "scale-abstain"),
        Some(Score::Recused) => t!(lang, "scale-recused"),
    };
    asked.lines.extend(wrapped(&says, width, theme.strong));
}

/// The pile of cards: a dot for each, and none of what stands on them.
fn pile(
    cards: &Cards,
    line: &str,
    label: Option<&str>,
    width: u16,
    asked: &mut Asked,
    focused: bool,
    theme: &Theme,
) {
    let pile = cards.pile(line);
    // What is typed last may go on; behind a space the next one begins.
    let next = if line.ends_with(' ') || line.is_empty() {
        pile.given
    } else {
        pile.given.saturating_sub(1)
    };
    if let Some(label) = label {
        asked
            .lines
            .push(Line::styled(label.to_owned(), theme.strong));
    }
    let cell = cards
        .seats
        .iter()
        .map(|seat| seat.to_string().width() + 3)
        .max()
        .unwrap_or(5);
    let across = (usize::from(width) / cell).max(1);
    for (row, seats) in cards.seats.chunks(across).enumerate() {
        let mut spans = Vec::new();
        for (i, seat) in seats.iter().enumerate() {
            let at = row * across + i;
            let (sign, style) = if pile.fault == Some(at + 1) {
                ("✗", theme.error)
            } else if at < pile.given {
                ("●", theme.dot)
            } else {
                ("○", theme.dim)
            };
            let name = seat.to_string();
            let here = focused && at == next;
            let name_style = if here { theme.accent } else { theme.dim };
            if here {
                let x: usize = i * cell + name.width() + 1;
                asked.cursor = Some((count(x), asked.lines.len()));
            }
            let pad = " ".repeat(cell.saturating_sub(name.width() + 2));
            spans.push(Span::styled(name, name_style));
            spans.push(Span::raw(" "));
            spans.push(Span::styled(sign, style));
            spans.push(Span::raw(pad));
        }
        asked.lines.push(Line::from(spans));
    }
    if pile.given > cards.seats.len() {
        let over = pile.given - cards.seats.len();
        asked
            .lines
            .push(Line::styled(format!("✗ +{over}"), theme.error));
    }
}

fn ticks(items: &[String], on: &[bool], at: usize, width: u16, asked: &mut Asked, theme: &Theme) {
    for (i, item) in items.iter().enumerate() {
        let sign = if on.get(i) == Some(&true) {
            "[x] "
        } else {
            "[ ] "
        };
        let style = if i == at { theme.selected } else { theme.body };
        let start = asked.lines.len();
        for (row, line) in wrapped(item, width.saturating_sub(4), style)
            .into_iter()
            .enumerate()
        {
            let lead = if row == 0 { sign } else { "    " };
            let mut spans = vec![Span::styled(lead, theme.accent)];
            spans.extend(line.spans);
            asked.lines.push(Line::from(spans).style(line.style));
        }
        if i == at {
            asked.cursor = Some((1, start));
        }
    }
}

/// A table of boxes: who sits out where.
fn boxes(
    items: &[String],
    columns: &[String],
    on: &[bool],
    at: usize,
    width: u16,
    asked: &mut Asked,
    theme: &Theme,
) {
    let across = columns.len().max(1);
    // The names have what they need, but leave the columns most of it.
    let longest = items.iter().map(|item| item.width()).max().unwrap_or(0);
    let name_width = longest.clamp(4, (usize::from(width) / 3).max(4));
    let room = (usize::from(width).saturating_sub(name_width + 2) / across).min(24);
    let heads: Vec<Vec<Line>> = columns
        .iter()
        .map(|column| wrapped(column, count(room).saturating_sub(1), theme.strong))
        .collect();
    for y in 0..heads.iter().map(Vec::len).max().unwrap_or(0) {
        let mut spans = vec![Span::raw(" ".repeat(name_width + 2))];
        for head in &heads {
            let part = head.get(y).map_or_else(String::new, ToString::to_string);
            let pad = " ".repeat(room.saturating_sub(part.width()));
            spans.push(Span::styled(format!("{part}{pad}"), theme.strong));
        }
        asked.lines.push(Line::from(spans));
    }
    for (row, item) in items.iter().enumerate() {
        let name = shortened(item, name_width);
        let pad = " ".repeat((name_width + 2).saturating_sub(name.width()));
        let mut spans = vec![Span::styled(format!("{name}{pad}"), theme.body)];
        for column in 0..across {
            let index = row * across + column;
            let sign = if on.get(index) == Some(&true) {
                "[x]"
            } else {
                "[ ]"
            };
            let style = if index == at {
                theme.selected
            } else {
                theme.body
            };
            if index == at {
                let x = name_width + 3 + column * room;
                asked.cursor = Some((count(x), asked.lines.len()));
            }
            spans.push(Span::styled(sign, style));
            spans.push(Span::raw(" ".repeat(room.saturating_sub(3))));
        }
        asked.lines.push(Line::from(spans));
    }
}

/// Rows of cells: those there are, and the one being typed.
fn table(
    columns: &[Column],
    cells: &[Vec<super::widgets::edit::LineEdit>],
    (row, column): (usize, usize),
    width: u16,
    asked: &mut Asked,
    focused: bool,
    theme: &Theme,
) {
    let last = cells.len().saturating_sub(1);
    for (i, line) in cells.iter().enumerate() {
        if i == row && focused {
            for (c, (cell, head)) in line.iter().zip(columns).enumerate() {
                let here = c == column;
                let number = if c == 0 {
                    format!("{}. ", i + 1)
                } else {
                    "   ".to_owned()
                };
                let label = format!("{number}{}", head.label);
                if here {
                    asked.lines.push(Line::styled(label, theme.strong));
                    let shown = cell.show(width.saturating_sub(2), 4, theme.body);
                    edited(&shown, asked, focused, theme);
                } else {
                    let value = shortened(
                        &cell.text(),
                        usize::from(width).saturating_sub(label.width() + 4),
                    );
                    asked.lines.push(Line::from(vec![
                        Span::styled(format!("{label}: "), theme.dim),
                        Span::styled(value, theme.body),
                    ]));
                }
            }
        } else if i != last {
            let texts: Vec<String> = line
                .iter()
                .map(super::widgets::edit::LineEdit::text)
                .filter(|text| !text.trim().is_empty())
                .collect();
            let text = format!("{}. {}", i + 1, texts.join(" · "));
            let text = shortened(&text, usize::from(width));
            asked.lines.push(Line::styled(text, theme.dim));
        }
    }
}

// The curtain, the letter, the help

fn curtain(app: &App, frame: &mut Frame, area: Rect) {
    let theme = &app.theme;
    let rest = foot(app, frame, area);
    let inner = inset(rest, 4);
    let mut lines = Vec::new();
    let title = &app.page.title;
    let room = inner.height.saturating_sub(8);
    match big::big(title, inner.width, room, theme.curtain) {
        Some(large) => lines.extend(large),
        None => lines.extend(wrapped(title, inner.width, theme.curtain)),
    }
    lines.push(Line::default());
    lines.extend(wrapped(&app.page.lead, inner.width, theme.strong));
    lines.push(Line::default());
    for item in &app.page.body {
        lines.extend(item_lines(app, item, inner, Air::ALL[0]));
    }
    lines.push(Line::default());
    lines.push(Line::styled(
        format!("[ Enter: {} ]", app.page.enter),
        theme.selected,
    ));
    let top = inner.height.saturating_sub(count(lines.len())) / 2;
    put(frame, rows(inner, top, inner.height), lines);
}

fn standing(app: &App, frame: &mut Frame, area: Rect) {
    let theme = &app.theme;
    let lang = app.walk.lang();
    let paragraphs = app.page.body.iter().find_map(|item| match item {
        Item::Letter(paragraphs) => Some(paragraphs.as_slice()),
        _ => None,
    });
    let inner = Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(3),
        ..inset(area, 2)
    };
    let slides = big::slides(paragraphs.unwrap_or_default(), inner.width, inner.height);
    app.seen.slides.set(slides.len());
    let at = app.slide.min(slides.len().saturating_sub(1));
    if let Some(slide) = slides.get(at) {
        put(frame, inner, slide.clone());
    }
    let place = t!(lang, "slide-of", n = at + 1, all = slides.len());
    let help = action::row(Action::Help);
    let enter = format!(" {}  ", app.page.enter);
    let about = format!(" {}", (help.name)().text(lang));
    let keys = "Enter".len() + enter.width() + help.key.width() + about.width();
    let taken = place.width() + keys + 5;
    let lead = if at == 0 {
        let room = usize::from(area.width).saturating_sub(taken);
        format!("{}  ", shortened(&app.page.lead, room))
    } else {
        String::new()
    };
    let line = Line::from(vec![
        Span::styled(format!(" {place}  "), theme.dim),
        Span::styled(lead, theme.strong),
        Span::styled("Enter", theme.accent),
        Span::styled(enter, theme.dim),
        Span::styled(help.key, theme.accent),
        Span::styled(about, theme.dim),
    ]);
    put(
        frame,
        rows(area, area.height.saturating_sub(1), 1),
        vec![line],
    );
}

fn help(app: &App, frame: &mut Frame, area: Rect) {
    let theme = &app.theme;
    let lang = app.walk.lang();
    let width = area.width.saturating_sub(8).min(84);
    let text_width = width.saturating_sub(4);
    // The keys at the bottom stay in sight.
    let room = area.height.saturating_sub(1);
    let mut lines = help_lines(app, text_width, false);
    if count(lines.len()) + 2 > room {
        lines = help_lines(app, text_width, true);
    }
    let height = (count(lines.len()) + 2).min(room);
    let popup = Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + (room - height) / 2,
        width,
        height,
    };
    Clear.render(popup, frame.buffer_mut());
    let block = Block::new()
        .borders(Borders::ALL)
        .border_style(theme.accent)
        .title(format!(" {} ", t!(lang, "help-title")));
    let inner = block.inner(popup);
    block.render(popup, frame.buffer_mut());
    Paragraph::new(Text::from(lines)).render(inset(inner, 1), frame.buffer_mut());
}

/// What the keys do; in a word where there is no room for a sentence.
fn help_lines(app: &App, width: u16, short: bool) -> Vec<Line<'static>> {
    let theme = &app.theme;
    let lang = app.walk.lang();
    let mut lines = Vec::new();
    let mut row = |key: &str, about: &str| {
        let text = wrapped(about, width.saturating_sub(9), theme.body);
        for (i, line) in text.into_iter().enumerate() {
            let key = if i == 0 { key } else { "" };
            let mut spans = vec![Span::styled(format!("{key:<9}"), theme.accent)];
            spans.extend(line.spans);
            lines.push(Line::from(spans).style(line.style));
        }
    };
    row("Enter", &app.page.enter);
    if !app.page.fields.is_empty() {
        row("Tab", &t!(lang, "help-tab"));
    }
    let picks = |field: &Field| matches!(field.kind, Kind::Choice { .. });
    if app.page.fields.iter().any(picks) {
        row("1 – 9", &t!(lang, "help-numbers"));
    }
    if app.seen.body.get() > app.seen.view.get() {
        row("PgUp Dn", &t!(lang, "help-scroll"));
    }
    for entry in TABLE.iter().filter(|row| app.has(row.action)) {
        let about = if short { entry.name } else { entry.about };
        row(entry.key, &about().text(lang));
    }
    if !short {
        lines.push(Line::default());
    }
    lines.extend(wrapped(&t!(lang, "help-close"), width, theme.dim));
    lines
}
