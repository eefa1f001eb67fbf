//! The rail of steps: done, now, to come, on one line.

use super::super::theme::Theme;
use super::wrap::{columns, one_line};
use ratatui::text::{Line, Span};

/// Where a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RailState {
    /// It is behind.
    Done,
    /// The room is at it.
    Now,
    /// It is ahead.
    ToCome,
}

impl RailState {
    fn sign(self) -> &'static str {
        match self {
            Self::Done => "✓",
            Self::Now => "▸",
            Self::ToCome => "·",
        }
    }
}

/// The steps on one line of at most `width` columns. Where there is no room
/// for all words, the steps farthest from the present one keep only their
/// sign; no word is ever cut.
#[must_use]
pub fn rail(steps: &[(String, RailState)], width: u16, theme: &Theme) -> Line<'static> {
    let width = usize::from(width);
    let mut names: Vec<Option<String>> = steps.iter().map(|step| Some(one_line(&step.0))).collect();
    let now = present(steps);
    let mut far: Vec<usize> = (0..steps.len()).filter(|&step| step != now).collect();
    far.sort_by_key(|&step| (step.abs_diff(now), step < now));
    // Rather close together than without its words.
    let tight = wide(&names, steps, false) > width;
    while wide(&names, steps, tight) > width {
        let Some(step) = far.pop() else { break };
        names[step] = None;
    }
    if wide(&names, steps, tight) > width {
        return alone(steps, now, width, theme);
    }
    let mut spans = Vec::new();
    for (step, (name, (_, state))) in names.iter().zip(steps).enumerate() {
        if step > 0 {
            spans.push(Span::raw(gap(&names, step, tight)));
        }
        spans.push(shown(*state, name.as_deref(), theme));
    }
    Line::from(spans)
}

/// The step that the room is at; else the first to come; else the last.
fn present(steps: &[(String, RailState)]) -> usize {
    let find = |wanted| steps.iter().position(|(_, state)| *state == wanted);
    find(RailState::Now)
        .or_else(|| find(RailState::ToCome))
        .unwrap_or(steps.len().saturating_sub(1))
}

/// What stands before a step: less between two that are signs only.
fn gap(names: &[Option<String>], step: usize, tight: bool) -> &'static str {
    let words = |step: usize| names.get(step).is_some_and(Option::is_some);
    if !tight && (words(step) || words(step - 1)) {
        "  "
    } else {
        " "
    }
}

fn wide(names: &[Option<String>], steps: &[(String, RailState)], tight: bool) -> usize {
    let wide = |name: &Option<String>, state: RailState| match name {
        Some(name) if state == RailState::ToCome => columns(name),
        Some(name) => 2 + columns(name),
        None => 1,
    };
    let steps = names
        .iter()
        .zip(steps)
        .map(|(name, (_, state))| wide(name, *state));
    let gaps = (1..names.len()).map(|step| gap(names, step, tight).len());
    steps.chain(gaps).sum()
}

fn shown(state: RailState, name: Option<&str>, theme: &Theme) -> Span<'static> {
    let style = match state {
        RailState::Now => theme.accent,
        RailState::Done | RailState::ToCome => theme.dim,
    };
    let sign = state.sign();
    // A step to come needs no sign beside its name.
    let text = match name {
        Some(name) if state == RailState::ToCome => name.to_owned(),
        Some(name) => format!("{sign} {name}"),
        None => sign.to_owned(),
    };
    Span::styled(text, style)
}

/// The present step alone: its name, else its first words, else its sign.
fn alone(steps: &[(String, RailState)], now: usize, width: usize, theme: &Theme) -> Line<'static> {
    let Some((name, state)) = steps.get(now).filter(|_| width > 0) else {
        return Line::default();
    };
    let name = one_line(name);
    let words: Vec<&str> = name.split(' ').collect();
    let short = (1..=words.len()).rev().find_map(|count| {
        let end = if count < words.len() { " …" } else { "" };
        let name = format!("{}{end}", words.get(..count)?.join(" "));
        (2 + columns(&name) <= width).then_some(name)
    });
    Line::from(shown(*state, short.as_deref(), theme))
}
