//! What stands around every page: the bar and the rail above, what was just
//! said and the keys below, the help over it.

use super::super::{
    app::{App, Target, enter_hint},
    form::Input,
    keys,
    palette::{Palette, found},
    theme::Theme,
    widgets::{big, rail, shortened, wrapped},
};
use crate::{
    lang::Lang,
    t,
    walk::{
        Action, Field, Head, Kind, RailState,
        action::{self, On, Row},
    },
};
use ratatui::{
    Frame,
    layout::Rect,
    text::{Line, Span},
    widgets::{Block, Borders, Clear, Widget},
};
use unicode_width::UnicodeWidthStr;

use super::{COLUMN, LARGE, Pen, count, inset, put, rows};

/// The bar: the program's name, the session, the clock.
pub(super) fn bar(app: &App, frame: &mut Frame, area: Rect) {
    let title = app.head.as_ref().map_or("", |head| head.title.as_str());
    let clock = match large_clock(app, area) {
        Some(_) => Span::raw(""),
        None => clock(app, app.walk.lang()),
    };
    title_line(app.into(), title, clock, frame, area);
}

/// The clock in large digits beside the title, where a screen has the room:
/// for the back row.
pub(super) fn large_clock(app: &App, area: Rect) -> Option<Vec<Line<'static>>> {
    if area.width < LARGE.0 || area.height < LARGE.1 {
        return None;
    }
    let clock = clock(app, app.walk.lang());
    let room = area.width.saturating_sub(COLUMN + 8);
    big::big(&clock.content, room, 4, clock.style, app.theme.ascii)
}

pub(super) fn title_line(
    pen: Pen,
    title: &str,
    clock: Span<'static>,
    frame: &mut Frame,
    area: Rect,
) {
    let name = " Dear Customer";
    let room = usize::from(area.width).saturating_sub(name.len() + 4 + clock.content.width());
    let title = shortened(title, room);
    let fill = room.saturating_sub(title.width());
    let line = Line::from(vec![
        Span::styled(name, pen.theme.title),
        Span::raw("   "),
        Span::styled(title, pen.theme.body),
        Span::raw(" ".repeat(fill)),
        clock,
        Span::raw(" "),
    ]);
    put(pen, frame, rows(area, 0, 1), vec![line]);
}

/// The clock of the step: what is left of its time box.
fn clock(app: &App, lang: Lang) -> Span<'static> {
    let Some(reading) = app.clock.read(app.head.as_ref(), lang) else {
        return Span::raw("");
    };
    let style = if reading.over {
        app.theme.warn
    } else {
        app.theme.strong
    };
    Span::styled(reading.text, style)
}

pub(super) fn rail_line(pen: Pen, head: &Head, frame: &mut Frame, area: Rect) {
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
    let line = rail::rail(&steps, area.width, pen.theme);
    put(pen, frame, area, vec![line]);
}

pub(super) fn rule(pen: Pen, frame: &mut Frame, area: Rect) {
    let line = Line::styled("─".repeat(usize::from(area.width)), pen.theme.dim);
    put(pen, frame, area, vec![line]);
}

/// What was just said, or what is wrong; and at the right whether all is on
/// disk.
fn news(app: &App, width: u16, height: u16) -> Vec<Line<'static>> {
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
    // As much as leaves the page what it needs.
    let most = usize::from(height / 3).max(4);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            let text = shortened(&format!("{last} …"), usize::from(width));
            *last = Line::styled(text, app.theme.body);
        }
    }
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
fn hints(app: &App, area: Rect) -> Line<'static> {
    let width = area.width;
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
    let dial = matches!(
        app.form.inputs.get(app.form.focus),
        Some(Input::Dial { .. })
    );
    if dial {
        let enter = if app.form.narrows() {
            enter_hint(app).text(lang)
        } else {
            app.page.enter.clone()
        };
        pairs.push(("Enter".into(), enter));
        pairs.push(("← →".into(), t!(lang, "hint-turn")));
        pairs.push(("↑ ↓".into(), t!(lang, "hint-line")));
    } else if multi || (!last && !app.form.inputs.is_empty()) {
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
    for row in app.rows() {
        let key = if typing { row.typing } else { row.key };
        if key.is_empty() || row.on == On::EveryAside {
            continue;
        }
        pairs.push((key.into(), (row.name)().text(lang)));
    }
    // What there is no room for is in the help.
    let wide = |pairs: &[(String, String)]| -> usize {
        pairs.iter().map(|(k, n)| k.width() + n.width() + 3).sum()
    };
    let drop_first = [
        Action::Editor,
        Action::Palette,
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
        // Enter stays, even where it does the same.
        pairs.retain(|(key, n)| *n != name || key == "Enter");
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
        let wide = key.width() + name.width() + 1;
        if let Some(key) = keys::event(&key) {
            let place = Rect {
                x: area.x.saturating_add(count(used)),
                y: area.y,
                width: count(wide),
                height: 1,
            };
            let mut targets = app.seen.targets.borrow_mut();
            targets.push((place, Target::Key(key)));
        }
        used += wide + 2;
        spans.push(Span::styled(key, theme.accent));
        spans.push(Span::styled(format!(" {name}  "), theme.dim));
    }
    let fill = usize::from(width).saturating_sub(used + mark.content.width() + 1);
    spans.push(Span::raw(" ".repeat(fill)));
    spans.push(mark);
    Line::from(spans)
}

/// The last lines: news above, keys below. Gives what is left above them.
pub(super) fn foot(app: &App, frame: &mut Frame, area: Rect) -> Rect {
    let news = news(app, area.width.saturating_sub(2), area.height);
    let height = count(news.len()) + 1;
    let at = area.height.saturating_sub(height);
    put(
        app,
        frame,
        inset(rows(area, at, count(news.len())), 1),
        news,
    );
    let keys = area.height.saturating_sub(1);
    put(
        app,
        frame,
        rows(area, keys, 1),
        vec![hints(app, rows(area, keys, 1))],
    );
    Rect { height: at, ..area }
}

pub(super) fn help(app: &App, frame: &mut Frame, area: Rect) {
    let width = area.width.saturating_sub(8).min(84);
    let text_width = width.saturating_sub(4);
    let fits = |lines: &Vec<Line>| count(lines.len()) + 2 <= over(area);
    // A sentence each, else a word each, else two beside each other.
    let lines = [false, true]
        .into_iter()
        .map(|short| help_lines(app, text_width, short, 1))
        .find(fits)
        .unwrap_or_else(|| help_lines(app, text_width, true, 2));
    let title = t!(app.walk.lang(), "help-title");
    popup(app.into(), frame, area, width, &title, lines);
}

/// How many lines something over the page may take: the keys at the bottom
/// stay in sight.
fn over(area: Rect) -> u16 {
    area.height.saturating_sub(1)
}

/// Lines in a frame over the page, in its middle; gives where they stand.
pub(super) fn popup(
    pen: Pen,
    frame: &mut Frame,
    area: Rect,
    width: u16,
    title: &str,
    lines: Vec<Line<'static>>,
) -> Rect {
    let room = over(area);
    let height = (count(lines.len()) + 2).min(room);
    let popup = Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + (room - height) / 2,
        width,
        height,
    };
    Clear.render(popup, frame.buffer_mut());
    frame.buffer_mut().set_style(popup, pen.theme.ground);
    let block = Block::new()
        .borders(Borders::ALL)
        .border_style(pen.theme.accent)
        .title(format!(
            " {} ",
            shortened(title, usize::from(width.saturating_sub(4)))
        ));
    let inner = block.inner(popup);
    block.render(popup, frame.buffer_mut());
    let inner = inset(inner, 1);
    put(pen, frame, inner, lines);
    inner
}

/// The contents over the page, one part picked.
pub(super) fn contents(app: &App, frame: &mut Frame, area: Rect, picked: usize) {
    let lang = app.walk.lang();
    let width = area.width.saturating_sub(8).min(72);
    let text_width = width.saturating_sub(4);
    let lines = contents_lines(app, text_width, Some(picked));
    // Below them, after an empty line, stands how to use them.
    let mut lines = near(lines, picked, over(area).saturating_sub(4));
    let how = shortened(&t!(lang, "contents-how"), usize::from(text_width));
    lines.extend([Line::default(), Line::styled(how, app.theme.dim)]);
    popup(
        app.into(),
        frame,
        area,
        width,
        &t!(lang, "contents-title"),
        lines,
    );
}

/// Of a list as many lines as have room, one of them among them; an ellipsis
/// stands where there are more.
pub(super) fn near(lines: Vec<Line<'static>>, one: usize, height: u16) -> Vec<Line<'static>> {
    let (all, view) = (lines.len(), usize::from(height));
    if all <= view {
        return lines;
    }
    // Neither the first line nor the last is it, but at an end of the list.
    let from = (one + 2).saturating_sub(view).min(all - view);
    let mut shown: Vec<Line> = lines.into_iter().skip(from).take(view).collect();
    let more = || Line::raw("  …");
    if let Some(first) = shown.first_mut().filter(|_| from > 0) {
        *first = more();
    }
    if let Some(last) = shown.last_mut().filter(|_| from + view < all) {
        *last = more();
    }
    shown
}

/// A line for each part of the page, the one at the top of the view marked;
/// `picked` stands out.
pub(super) fn contents_lines(app: &App, width: u16, picked: Option<usize>) -> Vec<Line<'static>> {
    let theme = &app.theme;
    let here = app.part();
    let parts = app.page.outline.iter().enumerate();
    parts
        .map(|(index, (_, name))| {
            let sign = if index == here { "▸ " } else { "  " };
            let name = shortened(name, usize::from(width.saturating_sub(2)));
            let style = if picked == Some(index) {
                theme.selected
            } else if index == here {
                theme.strong
            } else {
                theme.dim
            };
            Line::from(vec![
                Span::styled(sign, theme.accent),
                Span::styled(name, style),
            ])
        })
        .collect()
}

/// The key of a row, and its key while a text is being typed.
fn both_keys(row: &Row) -> String {
    if row.typing.is_empty() || row.typing == row.key {
        row.key.to_owned()
    } else {
        format!("{} {}", row.key, row.typing)
    }
}

/// The actions that work here over the page, to search.
pub(super) fn palette(app: &App, frame: &mut Frame, area: Rect, palette: &Palette) {
    let lang = app.walk.lang();
    let theme = &app.theme;
    let width = area.width.saturating_sub(8).min(84);
    let text_width = width.saturating_sub(4);
    let found = found(&palette.line.text(), &app.rows(), lang);
    let picked = palette.picked.min(found.len().saturating_sub(1));
    let shown = palette
        .line
        .show(text_width.saturating_sub(2), 1, theme.body);
    let mut line = vec![Span::styled("› ", theme.accent)];
    line.extend(shown.lines.into_iter().flat_map(|line| line.spans));
    let mut lines = vec![Line::from(line), Line::default()];
    // The height stays as it is while what is found gets less.
    let all = app.rows().len();
    let view = all.min(usize::from(over(area).saturating_sub(6)));
    let from = (picked + 1).saturating_sub(view);
    let mut targets = Vec::new();
    for (index, row) in found.iter().enumerate().skip(from).take(view) {
        let here = index == picked;
        let sign = if here { "▸ " } else { "  " };
        let room = usize::from(text_width).saturating_sub(2 + 9);
        let name = shortened(&(row.name)().text(lang), room);
        let style = if here { theme.selected } else { theme.strong };
        let used = 2 + 9 + name.width();
        let room = usize::from(text_width).saturating_sub(used + 3);
        let about = shortened(&(row.about)().text(lang), room);
        targets.push((lines.len(), row.action));
        lines.push(Line::from(vec![
            Span::styled(sign, theme.accent),
            Span::styled(format!("{:<9}", both_keys(row)), theme.accent),
            Span::styled(name, style),
            Span::styled(format!("   {about}"), theme.dim),
        ]));
    }
    if found.is_empty() {
        let none = shortened(&t!(lang, "palette-none"), usize::from(text_width));
        lines.push(Line::styled(none, theme.body));
    }
    lines.resize(view + 2, Line::default());
    let how = shortened(&t!(lang, "palette-how"), usize::from(text_width));
    lines.extend([Line::default(), Line::styled(how, theme.dim)]);
    let inner = popup(
        app.into(),
        frame,
        area,
        width,
        &t!(lang, "palette-title"),
        lines,
    );
    let places = targets.into_iter().map(|(line, action)| {
        let place = rows(inner, count(line), 1);
        (place, Target::Found(action))
    });
    app.seen.targets.borrow_mut().extend(places);
    let (x, _) = shown.cursor;
    frame.set_cursor_position((inner.x.saturating_add(2 + x), inner.y));
}

/// A key with what it does.
pub(super) fn key_lines(theme: &Theme, key: &str, about: &str, width: u16) -> Vec<Line<'static>> {
    let text = wrapped(about, width.saturating_sub(9), theme.body);
    let line = |(i, line): (usize, Line<'static>)| {
        let key = if i == 0 { key } else { "" };
        let mut spans = vec![Span::styled(format!("{key:<9}"), theme.accent)];
        spans.extend(line.spans);
        Line::from(spans).style(line.style)
    };
    text.into_iter().enumerate().map(line).collect()
}

/// What the keys do, a sentence or a word each, in one column or in two.
fn help_lines(app: &App, width: u16, short: bool, columns: u16) -> Vec<Line<'static>> {
    let theme = &app.theme;
    let lang = app.walk.lang();
    let each = width / columns;
    let mut cells: Vec<Line> = Vec::new();
    let mut row = |key: &str, about: &str| {
        let about = if columns > 1 {
            shortened(about, usize::from(each.saturating_sub(10)))
        } else {
            about.to_owned()
        };
        cells.extend(key_lines(theme, key, &about, each));
    };
    row("Enter", &app.page.enter);
    if !app.page.fields.is_empty() {
        row("Tab", &t!(lang, "help-tab"));
    }
    let picks = |field: &Field| matches!(field.kind, Kind::Choice { .. });
    if app.page.fields.iter().any(picks) {
        row("1 – 9", &t!(lang, "help-numbers"));
    }
    let turns = |field: &Field| matches!(field.kind, Kind::Dial(_));
    if app.page.fields.iter().any(turns) {
        row("← →", &t!(lang, "help-turn"));
        row("↑ ↓", &t!(lang, "help-line"));
    }
    if app.seen.body.get() > app.seen.view.get() {
        row("PgUp Dn", &t!(lang, "help-scroll"));
    }
    for entry in app.rows() {
        let about = if short { entry.name } else { entry.about };
        row(&both_keys(entry), &about().text(lang));
    }
    let mut lines = if columns > 1 {
        let half = cells.len().div_ceil(2);
        let right = cells.split_off(half);
        let mut right = right.into_iter();
        let beside = cells.into_iter().map(|left| {
            let pad = usize::from(each).saturating_sub(left.width());
            let mut spans = left.spans;
            spans.push(Span::raw(" ".repeat(pad)));
            spans.extend(right.next().unwrap_or_default().spans);
            Line::from(spans)
        });
        beside.collect()
    } else {
        cells
    };
    if !short {
        lines.push(Line::default());
    }
    lines.extend(wrapped(&t!(lang, "help-close"), width, theme.dim));
    lines
}
