//! The rail of steps: done, now, to come, on one line.

use super::super::theme::Theme;
use ratatui::text::Line;

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

/// The steps on one line of at most `width` columns.
#[must_use]
pub fn rail(steps: &[(String, RailState)], width: u16, theme: &Theme) -> Line<'static> {
    let _ = (steps, width, theme);
    Line::default()
}
