//! Text fields: one line, or several.

use ratatui::{crossterm::event::KeyEvent, style::Style, text::Line};

/// What a field shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The lines that are in view.
    pub lines: Vec<Line<'static>>,
    /// Where the cursor stands in them: column and row.
    pub cursor: (u16, u16),
}

/// A field of one line.
#[derive(Clone, Debug, Default)]
pub struct LineEdit;

/// A field of several lines.
#[derive(Clone, Debug, Default)]
pub struct LinesEdit;

macro_rules! field {
    ($name:ident) => {
        impl $name {
            /// A field with a text in it, the cursor at its end.
            #[must_use]
            pub fn new(text: &str) -> Self {
                let _ = text;
                Self
            }
            /// Its text.
            #[must_use]
            pub fn text(&self) -> String {
                String::new()
            }
            /// Puts another text into it; this can be undone.
            pub fn set(&mut self, text: &str) {
                let _ = text;
            }
            /// Takes a key, or leaves it to whoever is next.
            pub fn key(&mut self, key: KeyEvent) -> bool {
                let _ = key;
                false
            }
            /// Takes what was pasted.
            pub fn paste(&mut self, text: &str) {
                let _ = text;
            }
            /// What it shows in `width` columns and `height` rows.
            #[must_use]
            pub fn show(&self, width: u16, height: u16, style: Style) -> Shown {
                let _ = (width, height, style);
                Shown {
                    lines: Vec::new(),
                    cursor: (0, 0),
                }
            }
        }
    };
}
field!(LineEdit);
field!(LinesEdit);
