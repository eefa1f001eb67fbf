//! What is asked on a page, as lines: the field that has the keys unfolded,
//! the others on one line each.

use super::super::{
    app::{App, Target},
    form::{Input, Part},
    theme::Theme,
    widgets::{
        edit::{LineEdit, Shown},
        shortened, wrapped,
    },
};
use crate::{
    t,
    walk::{Cards, Choice, Field, Kind, Score, Value},
};
use ratatui::{
    Frame,
    layout::{Position, Rect},
    text::{Line, Span},
};
use std::ops::Range;
use unicode_width::UnicodeWidthStr;

use super::{count, put, rows};

/// The fields as lines, with what must be in view and the cursor.
pub(super) struct Asked {
    pub(super) lines: Vec<Line<'static>>,
    /// The lines of the focused field.
    focus: (usize, usize),
    /// The lines of it that must be in view, where it has no room for all:
    /// what is picked.
    keep: Option<Range<usize>>,
    /// The line before which all of it that has to be read stands.
    read: usize,
    cursor: Option<(u16, usize)>,
    /// What a click means: on which lines, in which columns.
    targets: Vec<(Range<usize>, Range<u16>, Target)>,
    /// The field that is being put into lines.
    field: usize,
}

impl Asked {
    /// A click on lines from `start` on means this of the field.
    fn target(&mut self, start: usize, part: Part) {
        let lines = start..self.lines.len();
        let target = Target::Field(self.field, part);
        self.targets.push((lines, 0..u16::MAX, target));
    }

    /// A click on columns of the next line means this of the field.
    fn target_cell(&mut self, columns: Range<usize>, part: Part) {
        let line = self.lines.len()..self.lines.len() + 1;
        let columns = count(columns.start)..count(columns.end);
        let target = Target::Field(self.field, part);
        self.targets.push((line, columns, target));
    }
}

pub(super) fn fields(app: &App, frame: &mut Frame, area: Rect) {
    let asked = field_lines(app, area.width, area.height);
    show_fields(app, frame, area, asked);
}

pub(super) fn show_fields(app: &App, frame: &mut Frame, area: Rect, asked: Asked) {
    let height = usize::from(area.height);
    let (from, to) = asked.focus;
    let mut top = to.saturating_sub(height);
    top = top.min(from);
    let cursor = asked.cursor.map(|(_, y)| y..y + 1);
    let keep = asked.keep.or(cursor).unwrap_or(from..from);
    top = top.max(keep.end.saturating_sub(height)).min(keep.start);
    if keep.end > top.saturating_add(height) {
        let lost = asked.lines.get(keep).unwrap_or_default();
        let lost = lost.iter().map(|line| format!("out of view: {line}"));
        app.seen.cut.borrow_mut().extend(lost);
    }
    let below = asked.lines.len().saturating_sub(top.saturating_add(height));
    for (lines, columns, target) in asked.targets {
        let view = lines.start.max(top)..lines.end.min(top + height);
        let place = Rect {
            x: area.x.saturating_add(columns.start),
            y: area.y.saturating_add(count(view.start.saturating_sub(top))),
            width: columns.end.saturating_sub(columns.start),
            height: count(view.len()),
        };
        let place = place.intersection(area);
        app.seen.targets.borrow_mut().push((place, target));
    }
    let shown = asked.lines.into_iter().skip(top).take(height).collect();
    put(app, frame, area, shown);
    // Signs beside the first and the last line tell that there is more.
    let beside = Rect {
        x: area.x.saturating_sub(2),
        width: 1,
        ..area
    };
    let mut sign = |row: u16, text: &'static str| {
        put(
            app,
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
    // What lies over the page has the cursor, or nothing has.
    if app.over.is_some() {
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

/// How much is said beside what is asked.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Told {
    /// All of it.
    Whole,
    /// What is not picked on one line each.
    Short,
    /// Of what is picked only.
    Picked,
}

/// The fields as lines; with less beside the focused one where else it has no
/// room to be read.
pub(super) fn field_lines(app: &App, width: u16, height: u16) -> Asked {
    let mut asked = told_lines(app, width, height, Told::Whole);
    for told in [Told::Short, Told::Picked] {
        if asked.read.saturating_sub(asked.focus.0) > usize::from(height) {
            asked = told_lines(app, width, height, told);
        }
    }
    asked
}

fn told_lines(app: &App, width: u16, height: u16, told: Told) -> Asked {
    let theme = &app.theme;
    let mut asked = Asked {
        lines: Vec::new(),
        focus: (0, 0),
        keep: None,
        read: 0,
        cursor: None,
        targets: Vec::new(),
        field: 0,
    };
    let several = app.page.fields.len() > 1;
    for (i, (field, input)) in app.page.fields.iter().zip(&app.form.inputs).enumerate() {
        let focused = i == app.form.focus;
        if !app.form.is_asked(i) {
            continue;
        }
        let start = asked.lines.len();
        asked.field = i;
        let under = asked.targets.len();
        if let (Input::Dial { picked, .. }, Kind::Dial(options)) = (input, &field.kind) {
            asked
                .lines
                .push(dial(app, field, options, *picked, focused, width));
        } else if let (Input::Choice { picked, .. }, Kind::List(options)) = (input, &field.kind) {
            list(options, *picked, width, focused, &mut asked, theme);
        } else if focused || !several {
            let room = (width, height);
            focused_field(app, field, input, room, told, &mut asked, focused);
        } else {
            asked.lines.push(quiet_field(field, input, width, theme));
        }
        // What is clicked within it lies on top.
        asked.target(start, Part::Whole);
        asked.targets[under..].rotate_right(1);
        if focused {
            asked.focus = (start, asked.lines.len());
            asked.read = asked.read.max(start);
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
            .push(Line::styled(button(&app.page.enter, width), style));
        asked.field = app.form.inputs.len();
        asked.target(start, Part::Whole);
        if app.form.at_button() {
            asked.focus = (start, start + 1);
        }
    }
    asked
}

/// A button on one line.
pub(super) fn button(name: &str, width: u16) -> String {
    let room = usize::from(width).saturating_sub(4);
    format!("[ {} ]", shortened(name, room))
}

/// A field that waits: what is asked and what stands there, on one line.
fn quiet_field(field: &Field, input: &Input, width: u16, theme: &Theme) -> Line<'static> {
    let value = match (input, &field.kind) {
        (Input::Line(line) | Input::Filter(line), _) => line.text(),
        (Input::Lines(lines), _) => lines.text().replace('\n', " "),
        (
            Input::Choice {
                picked: Some(at), ..
            },
            Kind::Choice { options, .. },
        ) => options
            .get(*at)
            .map_or_else(String::new, |o| o.label.clone()),
        (
            Input::Scale {
                picked: Some(Score::Number(tenths)),
            },
            Kind::Percent(_),
        ) => format!("{}%", u16::from(*tenths) * 10),
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

/// A dial on one line: what it is of, what it stands at between its arrows,
/// and, once it is turned, what is so.
fn dial(
    app: &App,
    field: &Field,
    options: &[String],
    picked: usize,
    focused: bool,
    width: u16,
) -> Line<'static> {
    let theme = &app.theme;
    let labels = app.page.fields.iter().map(|field| field.label.width());
    let labels = labels.max().unwrap_or(0);
    let pad = " ".repeat(labels.saturating_sub(field.label.width()) + 2);
    let turned = field.value != Value::Pick(Some(picked));
    let style = match (focused, turned) {
        (true, _) => theme.selected,
        (false, true) => theme.strong,
        (false, false) => theme.body,
    };
    let (left, right) = if focused {
        ("◂ ", " ▸")
    } else {
        ("  ", "  ")
    };
    let room = usize::from(width).saturating_sub(labels + 6);
    let value = shortened(options.get(picked).map_or("", String::as_str), room);
    let left_over = room.saturating_sub(value.width() + 2);
    let mut spans = vec![
        Span::styled(
            field.label.clone(),
            if focused { theme.strong } else { theme.dim },
        ),
        Span::raw(pad),
        Span::styled(left, theme.accent),
        Span::styled(value, style),
        Span::styled(right, theme.accent),
    ];
    if turned {
        let now = shortened(&field.help, left_over);
        spans.push(Span::styled(format!("  {now}"), theme.dim));
    }
    Line::from(spans)
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
    (width, height): (u16, u16),
    told: Told,
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
        (Input::Line(line) | Input::Filter(line), _) => {
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
            choice(options, *picked, width, told, asked, focused, theme);
        }
        (Input::Scale { picked }, Kind::Scale(anchors)) => {
            scale(app, anchors, *picked, width, told, asked);
        }
        (Input::Scale { picked }, Kind::Percent(anchors)) => {
            percent(app, anchors, *picked, width, asked);
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
fn edited(shown: &Shown, asked: &mut Asked, focused: bool, theme: &Theme) {
    let start = asked.lines.len();
    let last = shown.lines.len().saturating_sub(1);
    for (row, line) in shown.lines.iter().enumerate() {
        // The text goes on above, or below.
        let sign = match shown.beyond {
            (true, _) if row == 0 => "▲ ",
            (_, true) if row == last => "▼ ",
            _ => "› ",
        };
        let mut spans = vec![Span::styled(sign, theme.accent)];
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
    told: Told,
    asked: &mut Asked,
    focused: bool,
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
            } else if here || told < Told::Picked {
                let mut about = wrapped(&option.about, width.saturating_sub(4), theme.dim);
                if told == Told::Short && !here && about.len() > 1 {
                    let room = usize::from(width.saturating_sub(4));
                    about = vec![Line::styled(shortened(&option.about, room), theme.dim)];
                }
                asked.lines.extend(about.into_iter().map(|line| {
                    let mut spans = vec![Span::raw("    ")];
                    spans.extend(line.spans);
                    Line::from(spans).style(line.style)
                }));
            }
        }
        asked.target(start, Part::Pick(i));
        if here && focused {
            asked.keep = Some(start..asked.lines.len());
        }
    }
    asked.read = asked.lines.len();
}

/// The anchors, and under them the scale on which one is chosen.
fn scale(
    app: &App,
    anchors: &[(u8, String)],
    picked: Option<Score>,
    width: u16,
    told: Told,
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
        let (style, sign) = if near {
            (theme.strong, "▸")
        } else {
            (theme.body, " ")
        };
        let lead = format!("{sign}{at:>2}  ");
        let room = width.saturating_sub(5);
        let lines = match told {
            Told::Whole => wrapped(text, room, style),
            _ if near => wrapped(text, room, style),
            // Before anything is picked the two ends tell which way it goes.
            Told::Picked if number.is_some() || !matches!(at, 0 | 10) => continue,
            _ => vec![Line::styled(shortened(text, usize::from(room)), style)],
        };
        for (row, line) in lines.into_iter().enumerate() {
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
    if told < Told::Picked {
        asked.lines.push(Line::default());
    }
    let start = asked.lines.len();
    let mut spans = Vec::new();
    let mut x = 0;
    let mut cell = |text: String, score: Score| {
        let style = if picked == Some(score) {
            theme.selected
        } else {
            theme.body
        };
        let wide = text.width() + 3;
        asked.target_cell(x..x + wide, Part::Score(score));
        x += wide;
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
    asked.read = asked.lines.len();
    asked.keep = Some(start..asked.read);
}

/// 0% to 100% in tens, what some of them mean, and what was picked in words.
fn percent(
    app: &App,
    anchors: &[(u8, String)],
    picked: Option<Score>,
    width: u16,
    asked: &mut Asked,
) {
    let theme = &app.theme;
    for (at, text) in anchors {
        let near = picked == Some(Score::Number(*at));
        let (sign, style) = if near {
            ("▸", theme.strong)
        } else {
            (" ", theme.body)
        };
        let lead = format!("{sign}{:>3}%  ", u16::from(*at) * 10);
        asked.lines.push(Line::from(vec![
            Span::styled(lead, theme.accent),
            Span::styled(shortened(text, usize::from(width).saturating_sub(7)), style),
        ]));
    }
    asked.lines.push(Line::default());
    let start = asked.lines.len();
    let mut spans = Vec::new();
    let mut x = 0;
    for tenths in 0..=10 {
        let style = if picked == Some(Score::Number(tenths)) {
            theme.selected
        } else {
            theme.body
        };
        let text = format!(" {} ", u16::from(tenths) * 10);
        let part = Part::Score(Score::Number(tenths));
        asked.target_cell(x..x + text.width(), part);
        x += text.width();
        spans.push(Span::styled(text, style));
    }
    asked.lines.push(Line::from(spans));
    let lang = app.walk.lang();
    let says = match picked {
        Some(Score::Number(tenths)) => {
            t!(
                lang,
                "percent-at",
                percent = u32::from(tenths) * 10,
                n = tenths
            )
        }
        _ => t!(lang, "percent-none"),
    };
    asked.lines.extend(wrapped(&says, width, theme.strong));
    asked.read = asked.lines.len();
    asked.keep = Some(start..asked.read);
}

/// A list, a line each: what it is, and beside it where it belongs.
fn list(
    options: &[Choice],
    picked: Option<usize>,
    width: u16,
    focused: bool,
    asked: &mut Asked,
    theme: &Theme,
) {
    asked.lines.push(Line::default());
    for (i, option) in options.iter().enumerate() {
        let here = picked == Some(i);
        if here && focused {
            asked.keep = Some(asked.lines.len()..asked.lines.len() + 1);
        }
        let sign = if here { "▸ " } else { "  " };
        let style = match (here, focused) {
            (true, true) => theme.selected,
            (true, false) => theme.strong,
            (false, _) => theme.body,
        };
        let room = usize::from(width).saturating_sub(2);
        let label = shortened(&option.label, room);
        let rest = room.saturating_sub(label.width() + 2);
        let mut spans = vec![Span::styled(sign, theme.accent), Span::styled(label, style)];
        if rest >= 8 {
            // In whole parts: a word that is cut says nothing.
            let mut about = option.about.as_str();
            while about.width() > rest {
                about = about.rsplit_once(" · ").map_or("", |(before, _)| before);
            }
            spans.push(Span::styled(format!("  {about}"), theme.dim));
        }
        let start = asked.lines.len();
        asked.lines.push(Line::from(spans));
        asked.target(start, Part::Pick(i));
    }
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
        asked.lines.extend(wrapped(label, width, theme.strong));
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
        asked.target(start, Part::Tick(i));
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
            let from = name_width + 2 + column * room;
            asked.target_cell(from..from + room, Part::Tick(index));
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
    columns: &[String],
    cells: &[Vec<LineEdit>],
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
                let label = format!("{number}{head}");
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
                .map(LineEdit::text)
                .filter(|text| !text.trim().is_empty())
                .collect();
            let text = format!("{}. {}", i + 1, texts.join(" · "));
            let text = shortened(&text, usize::from(width));
            asked.lines.push(Line::styled(text, theme.dim));
        }
    }
}
