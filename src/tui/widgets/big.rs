//! Large letters, and a letter read aloud in them.

use ratatui::{style::Style, text::Line};

/// A text in the largest letters in which it fits, or nothing where none do.
#[must_use]
pub fn big(text: &str, width: u16, height: u16, style: Style) -> Option<Vec<Line<'static>>> {
    let _ = (text, width, height, style);
    None
}

/// A letter to be read aloud, one sentence a slide.
#[must_use]
pub fn slides(paragraphs: &[String], width: u16, height: u16) -> Vec<Vec<Line<'static>>> {
    let _ = (paragraphs, width, height);
    Vec::new()
}
