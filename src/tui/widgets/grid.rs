//! The 3×3 table of need and support.

use super::super::theme::Theme;
use crate::memo::tree::Grid;
use ratatui::text::Line;

/// The table in `width` columns.
#[must_use]
pub fn grid(grid: &Grid, width: u16, theme: &Theme) -> Vec<Line<'static>> {
    let _ = (grid, width, theme);
    Vec::new()
}
