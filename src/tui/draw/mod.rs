//! From the program's state to a frame: the bar and the rail on top, the
//! page's title, what there is to see, what is asked, and at the bottom what
//! was just said and which keys work now.

mod around;
mod asked;
pub(super) mod room;
mod seen;

use super::{
    app::{App, Over, Target},
    room::Window,
    theme::Theme,
    widgets::{big, shortened, wrapped},
};
use crate::{
    lang::Lang,
    t,
    walk::{Action, Item, Look, action},
};
use ratatui::{
    Frame,
    crossterm::event::{KeyCode, KeyEvent},
    layout::Rect,
    text::{Line, Span},
    widgets::{Paragraph, Widget},
};
use std::cell::RefCell;
use unicode_width::UnicodeWidthStr;

use around::{
    bar, contents, contents_lines, foot, help, large_clock, near, palette, rail_line, rule,
};
use asked::{button, field_lines, fields, show_fields};
use seen::{Air, body_lines, fitted, item_lines};

/// The smallest terminal on which a page can be read.
const SMALLEST: (u16, u16) = (60, 18);

/// From how many columns on there is a second column.
const WIDE: u16 = 110;

/// From which size on the clock is large.
const LARGE: (u16, u16) = (140, 36);

/// The widest column of text: beyond this the eye loses the line.
const COLUMN: u16 = 96;

pub(super) fn draw(app: &App, frame: &mut Frame) {
    let area = frame.area();
    let lang = app.walk.lang();
    frame.buffer_mut().set_style(area, app.theme.ground);
    app.seen.targets.borrow_mut().clear();
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        too_small(&app.theme, lang, frame, area);
        return;
    }
    match app.page.look {
        Look::Standing => standing(app, frame, area),
        Look::Curtain => curtain(app, frame, area),
        Look::Plain | Look::Private => plain(app, frame, area),
    }
    if app.over.is_some() {
        app.seen.targets.borrow_mut().clear();
    }
    match &app.over {
        None => {}
        Some(Over::Help) => help(app, frame, area),
        // On a wide screen they stand beside the text.
        Some(Over::Contents(_)) if area.width >= WIDE => {}
        Some(Over::Contents(picked)) => contents(app, frame, area, *picked),
        Some(Over::Palette(searched)) => palette(app, frame, area, searched),
    }
}

fn too_small(theme: &Theme, lang: Lang, frame: &mut Frame, area: Rect) {
    let text = t!(
        lang,
        "screen-small",
        width = area.width,
        height = area.height
    );
    let lines = wrapped(&text, area.width, theme.strong);
    Paragraph::new(lines).render(area, frame.buffer_mut());
}

/// What is drawn with: the styles, and where it is noted what has no room.
#[derive(Clone, Copy)]
struct Pen<'a> {
    theme: &'a Theme,
    cut: &'a RefCell<Vec<String>>,
}

impl<'a> From<&'a App<'_>> for Pen<'a> {
    fn from(app: &'a App) -> Self {
        Self {
            theme: &app.theme,
            cut: &app.seen.cut,
        }
    }
}

impl<'a> From<&'a Window> for Pen<'a> {
    fn from(window: &'a Window) -> Self {
        Self {
            theme: &window.theme,
            cut: &window.cut,
        }
    }
}

/// Lines in an area; what has no room there is noted.
fn put<'a>(pen: impl Into<Pen<'a>>, frame: &mut Frame, area: Rect, lines: Vec<Line<'static>>) {
    let area = area.intersection(frame.area());
    let width = usize::from(area.width);
    let height = usize::from(area.height);
    let mut cut = pen.into().cut.borrow_mut();
    for (y, line) in lines.iter().enumerate() {
        if y >= height && line.width() > 0 {
            cut.push(format!("below {area}: {line}"));
        } else if line.width() > width {
            // Blanks at its end are no loss.
            let line = line.to_string();
            if line.trim_end().width() > width {
                cut.push(format!("wider than {area}: {line}"));
            }
        }
    }
    drop(cut);
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

// A page

fn plain(app: &App, frame: &mut Frame, area: Rect) {
    bar(app, frame, area);
    let top = if let Some(head) = &app.head {
        rail_line(app.into(), head, frame, area);
        2
    } else {
        1
    };
    rule(app.into(), frame, rows(area, top, 1));
    let mut rest = foot(app, frame, area);
    rest = rows(rest, top + 1, rest.height);
    let (theme, lang) = (&app.theme, app.walk.lang());
    let margin = 2;
    let wide = area.width >= WIDE;
    let mut column = inset(rest, margin);
    if !wide {
        column.width = column.width.min(COLUMN);
    }
    let title_width = column.width.min(COLUMN);
    let mut head = wrapped(&app.page.title, title_width, theme.title);
    let lead = [app.page.lead.as_str(), &app.page.keys].join(" ");
    if !lead.trim().is_empty() {
        head.extend(wrapped(lead.trim(), title_width, theme.body));
    }
    let air = u16::from(column.height > 12);
    let clock = large_clock(app, area).unwrap_or_default();
    let head_height = count(head.len().max(clock.len())) + air;
    put(app, frame, column, head);
    let wide_clock = clock.iter().map(Line::width).max().unwrap_or(0);
    let at_right = Rect {
        x: column.right().saturating_sub(count(wide_clock)),
        width: count(wide_clock),
        ..column
    };
    put(app, frame, at_right, clock);
    let column = rows(column, head_height, column.height);
    let body = &app.page.body;
    let aside = app.page.aside;
    let strips = body
        .iter()
        .any(|item| matches!(item, Item::Dots(dots) if dots.small));
    let text = body.iter().any(|item| matches!(item, Item::Block(_)));
    if wide && !app.page.outline.is_empty() {
        // Where one is in a long text, beside it.
        let (left, right) = beside_text(column);
        let picked = match app.over {
            Some(Over::Contents(picked)) => Some(picked),
            _ => None,
        };
        let lines = contents_lines(app, left.width, picked);
        let at = picked.unwrap_or_else(|| app.part());
        put(app, frame, left, near(lines, at, left.height));
        let lines = body_in_parts(app, right);
        scrolled(app, frame, right, lines);
    } else if wide
        && app.page.fields.is_empty()
        && aside > 0
        && aside < body.len()
        && !strips
        && beside(app, frame, column)
    {
    } else if wide && !app.page.fields.is_empty() && text && !strips {
        let (left, right) = split(column);
        let lines = body_lines(theme, lang, body, left, Air::ALL[0]);
        scrolled(app, frame, left, lines);
        fields(app, frame, right);
    } else {
        stacked(app, frame, column);
    }
}

/// What the page is about, and beside it what stands aside; false, and
/// nothing drawn, where there is no room for all that the page is about.
fn beside(app: &App, frame: &mut Frame, area: Rect) -> bool {
    let body = &app.page.body;
    let aside = app.page.aside;
    let (theme, lang) = (&app.theme, app.walk.lang());
    // What the back row looks at has the whole width.
    let over = body.iter().take(aside).take_while(|item| is_seen_far(item));
    let over = over.count();
    let top = body_lines(theme, lang, &body[..over], area, Air::ALL[0]);
    let height = count(top.len()) + u16::from(over > 0);
    let (left, right) = split(rows(area, height, area.height));
    let main = body_lines(theme, lang, &body[over..aside], left, Air::ALL[0]);
    // At the right there is room to scroll.
    if count(main.len()) > left.height || left.height < 6 {
        return false;
    }
    put(app, frame, area, top);
    put(app, frame, left, main);
    let lines = body_lines(theme, lang, &body[aside..], right, Air::ALL[0]);
    scrolled(app, frame, right, lines);
    true
}

/// Whether an item is large, for the back row.
const fn is_seen_far(item: &Item) -> bool {
    match item {
        Item::Banner(..) | Item::Counts(_) => true,
        Item::Dots(dots) => !dots.small,
        _ => false,
    }
}

/// A narrow column for the contents, and one for the text.
fn beside_text(area: Rect) -> (Rect, Rect) {
    const CONTENTS: u16 = 34;
    let left = Rect {
        width: CONTENTS.min(area.width),
        ..area
    };
    let taken = CONTENTS + 3;
    let right = Rect {
        x: area.x.saturating_add(taken),
        width: area.width.saturating_sub(taken).min(COLUMN),
        ..area
    };
    (left, right)
}

/// The body, part by part, so that it is known on which line each begins.
fn body_in_parts(app: &App, area: Rect) -> Vec<Line<'static>> {
    let body = &app.page.body;
    let begins = app.page.outline.iter().map(|(item, _)| *item);
    let ends = begins.clone().skip(1).chain([body.len()]);
    let mut lines: Vec<Line> = Vec::new();
    let mut parts = Vec::new();
    for (begin, end) in begins.zip(ends) {
        if !lines.is_empty() {
            lines.push(Line::default());
        }
        parts.push(lines.len());
        let part = body.get(begin..end).unwrap_or_default();
        lines.extend(body_lines(
            &app.theme,
            app.walk.lang(),
            part,
            area,
            Air::ALL[0],
        ));
    }
    app.seen.parts.replace(parts);
    lines
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
    let mut asked = field_lines(app, area.width, area.height);
    // What the page is about is to be seen above what is asked.
    let taken = count(asked.lines.len()) + u16::from(!asked.lines.is_empty());
    let above = rows(area, 0, area.height.saturating_sub(taken));
    let lines = if app.page.outline.is_empty() {
        let aside = app.page.aside;
        let area = if aside > 0 { above } else { area };
        fitted(&app.theme, app.walk.lang(), &app.page.body, aside, area)
    } else {
        body_in_parts(app, area)
    };
    let body = count(lines.len());
    let gap = u16::from(body > 0 && !asked.lines.is_empty());
    // The question has the room it needs, but for a few lines.
    let least = body.min(4).min(area.height / 3);
    let room = area.height.saturating_sub(least + gap);
    if asked.lines.len() > usize::from(room) {
        asked = field_lines(app, area.width, room);
    }
    let need = count(asked.lines.len());
    let left = area.height.saturating_sub(need.saturating_add(gap));
    let body_height = body.min(left.max(least));
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
        put(app, frame, area, lines);
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
    put(app, frame, area, shown);
}

// The curtain, and the letter

/// A click anywhere goes on.
fn goes_on(app: &App, area: Rect) {
    let enter = Target::Key(KeyEvent::from(KeyCode::Enter));
    app.seen.targets.borrow_mut().push((area, enter));
}

fn curtain(app: &App, frame: &mut Frame, area: Rect) {
    let theme = &app.theme;
    goes_on(app, area);
    let rest = foot(app, frame, area);
    let inner = inset(rest, 4);
    let mut lines = Vec::new();
    let title = &app.page.title;
    let room = inner.height.saturating_sub(8);
    match big::big(title, inner.width, room, theme.curtain, theme.ascii) {
        Some(large) => lines.extend(large),
        None => lines.extend(wrapped(title, inner.width, theme.curtain)),
    }
    lines.push(Line::default());
    lines.extend(wrapped(&app.page.lead, inner.width, theme.strong));
    lines.push(Line::default());
    for item in &app.page.body {
        lines.extend(item_lines(theme, app.walk.lang(), item, inner, Air::ALL[0]));
    }
    lines.push(Line::default());
    lines.push(Line::styled(
        button(&format!("Enter: {}", app.page.enter), inner.width),
        theme.selected,
    ));
    let top = inner.height.saturating_sub(count(lines.len())) / 2;
    put(app, frame, rows(inner, top, inner.height), lines);
}

fn standing(app: &App, frame: &mut Frame, area: Rect) {
    goes_on(app, area);
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
    let slides = big::slides(
        paragraphs.unwrap_or_default(),
        inner.width,
        inner.height,
        theme.ascii,
    );
    app.seen.slides.set(slides.len());
    let at = app.slide.min(slides.len().saturating_sub(1));
    if let Some(slide) = slides.get(at) {
        app.seen.place.set(slide.place);
        put(app, frame, inner, slide.lines.clone());
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
        app,
        frame,
        rows(area, area.height.saturating_sub(1), 1),
        vec![line],
    );
}
