//! The memo's blocks on the terminal.

use super::super::theme::Theme;
use crate::{
    lang::Lang,
    memo::tree::{Block, Memo},
};
use ratatui::text::Line;

/// The blocks in lines of at most `width` columns.
#[must_use]
pub fn lines(blocks: &[Block], width: u16, theme: &Theme, lang: Lang) -> Vec<Line<'static>> {
    let _ = (blocks, width, theme, lang);
    Vec::new()
}

/// A whole memo, as it will read.
#[must_use]
pub fn memo(memo: &Memo, width: u16, theme: &Theme) -> Vec<Line<'static>> {
    let _ = (memo, width, theme);
    Vec::new()
}
