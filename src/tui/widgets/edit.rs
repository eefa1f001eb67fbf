//! Text fields: one line, or several.
//!
//! An editor of our own: those of ratatui-textarea and tui-input move and
//! delete by code point all the way down, which a wrapper can't mend.
//!
//! Invariants: the cursor stands between two graphemes, never within one; the
//! text holds nothing that [`text::typed`] would leave out.

use super::wrap::{clipped, columns, head, rows};
use crate::text;
use ratatui::{
    crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers},
    style::Style,
    text::Line,
};
use std::{cell::Cell, fmt};
use unicode_segmentation::UnicodeSegmentation;

/// How many changes can be undone.
const UNDO: usize = 200;

/// What a field shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The lines that are in view.
    pub lines: Vec<Line<'static>>,
    /// Where the cursor stands in them: column and row.
    pub cursor: (u16, u16),
    /// Whether the text goes on above them, and below.
    pub beyond: (bool, bool),
}

/// What the last key did, so that a run of typed letters is undone at once.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    Typed,
    Other,
}

/// Where the cursor goes.
#[derive(Clone, Copy)]
enum To {
    Left,
    Right,
    WordLeft,
    WordRight,
    RowStart,
    RowEnd,
    Start,
    End,
}

#[derive(Clone)]
struct Editor {
    text: String,
    /// A byte of the text, between two graphemes.
    cursor: usize,
    undo: Vec<(String, usize)>,
    redo: Vec<(String, usize)>,
    last: Last,
    /// Whether it takes several lines.
    lines: bool,
    /// The column that Up and Down keep to.
    column: Option<usize>,
    /// How the text was last shown (width, first row in view): what "a row
    /// up" means. Never changes what the text is.
    width: Cell<usize>,
    top: Cell<usize>,
}

impl Editor {
    fn new(text: &str, lines: bool) -> Self {
        let mut editor = Self {
            text: String::new(),
            cursor: 0,
            undo: Vec::new(),
            redo: Vec::new(),
            last: Last::Other,
            lines,
            column: None,
            width: Cell::new(usize::MAX),
            top: Cell::new(0),
        };
        editor.insert(text);
        editor.undo.clear();
        editor
    }

    fn before(&self) -> &str {
        self.text.get(..self.cursor).unwrap_or_default()
    }

    fn after(&self) -> &str {
        self.text.get(self.cursor..).unwrap_or_default()
    }

    fn set(&mut self, text: &str) {
        self.remember(Last::Other);
        self.text.clear();
        self.cursor = 0;
        self.put(text);
    }

    fn insert(&mut self, text: &str) {
        self.remember(Last::Other);
        self.put(text);
    }

    fn put(&mut self, text: &str) {
        let room = text::MAX_CHARS.saturating_sub(self.text.chars().count());
        let text = text::typed(self.before(), text, self.lines);
        let text: String = text.chars().take(room).collect();
        self.text.insert_str(self.cursor, &text);
        self.stand(self.cursor + text.len());
    }

    /// Keeps what is there for undoing; a run of typed letters once.
    fn remember(&mut self, now: Last) {
        if now == Last::Other || self.last != now {
            self.undo.push((self.text.clone(), self.cursor));
            if self.undo.len() > UNDO {
                self.undo.remove(0);
            }
        }
        self.redo.clear();
        self.last = now;
    }

    fn take_back(&mut self, again: bool) {
        let (from, to) = if again {
            (&mut self.redo, &mut self.undo)
        } else {
            (&mut self.undo, &mut self.redo)
        };
        if let Some((text, cursor)) = from.pop() {
            to.push((std::mem::replace(&mut self.text, text), self.cursor));
            self.cursor = cursor;
        }
        self.last = Last::Other;
        self.column = None;
    }

    /// Puts the cursor at a byte, or after the grapheme that it is within.
    fn stand(&mut self, at: usize) {
        let mut ends = self.text.grapheme_indices(true).map(|(start, _)| start);
        self.cursor = ends.find(|start| *start >= at).unwrap_or(self.text.len());
        self.column = None;
    }

    fn place(&self, to: To) -> usize {
        let (before, after) = (self.before(), self.after());
        let letters = |part: &str| part.chars().any(char::is_alphanumeric);
        match to {
            To::Left => before
                .grapheme_indices(true)
                .next_back()
                .map_or(0, |(at, _)| at),
            To::Right => self.cursor + after.graphemes(true).next().map_or(0, str::len),
            To::WordLeft => {
                let mut words = before.split_word_bound_indices().rev();
                words
                    .find(|(_, word)| letters(word))
                    .map_or(0, |(at, _)| at)
            }
            To::WordRight => {
                let mut words = after.split_word_bound_indices();
                let end = words
                    .find(|(_, word)| letters(word))
                    .map(|(at, word)| at + word.len());
                end.map_or(self.text.len(), |end| self.cursor + end)
            }
            To::RowStart => before.rfind('\n').map_or(0, |at| at + 1),
            To::RowEnd => after
                .find('\n')
                .map_or(self.text.len(), |at| self.cursor + at),
            To::Start => 0,
            To::End => self.text.len(),
        }
    }

    fn go(&mut self, to: To) -> bool {
        self.stand(self.place(to));
        self.last = Last::Other;
        true
    }

    /// Deletes from the cursor to a place.
    fn delete(&mut self, to: To) -> bool {
        let place = self.place(to);
        let range = place.min(self.cursor)..place.max(self.cursor);
        if !range.is_empty() {
            self.remember(Last::Other);
            let start = range.start;
            self.text.replace_range(range, "");
            self.stand(start);
        }
        true
    }

    fn rows(&self, width: usize) -> Vec<std::ops::Range<usize>> {
        rows(&self.text, width.max(1))
    }

    /// The row that the cursor is in, and its column there.
    fn at(&self, rows: &[std::ops::Range<usize>]) -> (usize, usize) {
        let row = rows
            .partition_point(|row| row.start <= self.cursor)
            .saturating_sub(1);
        let start = rows.get(row).map_or(0, |row| row.start);
        let text = self.text.get(start..self.cursor).unwrap_or_default();
        (row, columns(text))
    }

    /// A row up or down, in the column where this began; not taken at the
    /// first or last row, so that the next field can have the key.
    fn vertical(&mut self, down: bool) -> bool {
        let rows = self.rows(self.width.get());
        let (row, column) = self.at(&rows);
        let wanted = self.column.unwrap_or(column);
        let next = if down {
            row.checked_add(1)
        } else {
            row.checked_sub(1)
        };
        let Some(next) = next.and_then(|next| rows.get(next)) else {
            return false;
        };
        let text = self.text.get(next.clone()).unwrap_or_default();
        let mut place = next.start + head(text, wanted).len();
        // The end of a wrapped row is the start of the one below.
        if place == next.end && place > next.start && rows.iter().any(|row| row.start == place) {
            place -= text.graphemes(true).next_back().map_or(0, str::len);
        }
        self.stand(place);
        self.column = Some(wanted);
        self.last = Last::Other;
        true
    }

    fn key(&mut self, key: KeyEvent) -> bool {
        if key.kind == KeyEventKind::Release {
            return false;
        }
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        let alt = key.modifiers.contains(KeyModifiers::ALT);
        match key.code {
            // Control and Alt together is AltGr, which types a sign.
            KeyCode::Char(c) if control == alt => self.typed(c),
            KeyCode::Char(c) => self.command(c.to_ascii_lowercase(), control, key.modifiers),
            KeyCode::Enter if self.lines && !control && !alt => {
                self.insert("\n");
                true
            }
            KeyCode::Up if self.lines => self.vertical(false),
            KeyCode::Down if self.lines => self.vertical(true),
            KeyCode::Backspace if control || alt => self.delete(To::WordLeft),
            KeyCode::Backspace => self.delete(To::Left),
            KeyCode::Delete if control || alt => self.delete(To::WordRight),
            KeyCode::Delete => self.delete(To::Right),
            KeyCode::Left if control || alt => self.go(To::WordLeft),
            KeyCode::Left => self.go(To::Left),
            KeyCode::Right if control || alt => self.go(To::WordRight),
            KeyCode::Right => self.go(To::Right),
            KeyCode::Home if control => self.go(To::Start),
            KeyCode::Home => self.go(To::RowStart),
            KeyCode::End if control => self.go(To::End),
            KeyCode::End => self.go(To::RowEnd),
            _ => false,
        }
    }

    fn typed(&mut self, c: char) -> bool {
        if c == '\n' || c == '\r' {
            return false;
        }
        let now = if c.is_alphanumeric() {
            Last::Typed
        } else {
            Last::Other
        };
        self.remember(now);
        self.put(c.encode_utf8(&mut [0; 4]));
        true
    }

    /// A letter with Control or with Alt.
    fn command(&mut self, c: char, control: bool, modifiers: KeyModifiers) -> bool {
        match (c, control) {
            ('b', false) => self.go(To::WordLeft),
            ('f', false) => self.go(To::WordRight),
            ('d', false) => self.delete(To::WordRight),
            ('a', true) => self.go(To::RowStart),
            ('e', true) => self.go(To::RowEnd),
            ('h', true) => self.delete(To::Left),
            ('w', true) => self.delete(To::WordLeft),
            ('u', true) => self.delete(To::RowStart),
            ('k', true) => self.delete(To::RowEnd),
            ('z', true) => {
                self.take_back(modifiers.contains(KeyModifiers::SHIFT));
                true
            }
            ('y', true) => {
                self.take_back(true);
                true
            }
            // A line feed, as a paste without brackets sends it.
            ('j', true) if self.lines => {
                self.insert("\n");
                true
            }
            _ => false,
        }
    }

    fn show(&self, width: u16, height: u16, style: Style) -> Shown {
        let (width, height) = (usize::from(width), usize::from(height));
        // A cell at the end of each row is the cursor's.
        let measure = width.saturating_sub(1).max(1);
        let rows = self.rows(measure);
        let (row, column) = self.at(&rows);
        let top = self
            .top
            .get()
            .min(rows.len().saturating_sub(height))
            .min(row);
        let top = top.max((row + 1).saturating_sub(height.max(1)));
        self.width.set(measure);
        self.top.set(top);
        let lines = rows.iter().skip(top).take(height).map(|row| {
            let text = self.text.get(row.clone()).unwrap_or_default();
            Line::styled(text.to_owned(), style)
        });
        let cell =
            |n: usize, side: usize| u16::try_from(n.min(side.saturating_sub(1))).unwrap_or(0);
        Shown {
            lines: clipped(lines.collect(), width),
            cursor: (cell(column, width), cell(row - top, height)),
            beyond: (top > 0, top + height < rows.len()),
        }
    }
}

/// A field of one line. What is longer than its width is wrapped.
#[derive(Clone)]
pub struct LineEdit {
    editor: Editor,
    concealed: bool,
}

impl LineEdit {
    /// A field with a text in it, the cursor at its end.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self {
            editor: Editor::new(text, false),
            concealed: false,
        }
    }

    /// An empty field that shows nothing of what is typed into it.
    #[must_use]
    pub fn concealed() -> Self {
        Self {
            concealed: true,
            ..Self::new("")
        }
    }

    /// What it shows; nothing where it conceals, and no place of the cursor.
    #[must_use]
    pub fn show(&self, width: u16, height: u16, style: Style) -> Shown {
        if self.concealed {
            return Shown {
                lines: Vec::new(),
                cursor: (0, 0),
                beyond: (false, false),
            };
        }
        self.editor.show(width, height, style)
    }
}

/// A field of several lines, wrapped between words; it scrolls to keep the
/// cursor in view.
#[derive(Clone)]
pub struct LinesEdit {
    editor: Editor,
}

impl LinesEdit {
    /// A field with a text in it, the cursor at its end.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self {
            editor: Editor::new(text, true),
        }
    }

    /// What it shows in `width` columns and `height` rows.
    #[must_use]
    pub fn show(&self, width: u16, height: u16, style: Style) -> Shown {
        self.editor.show(width, height, style)
    }
}

macro_rules! field {
    ($name:ident) => {
        impl $name {
            /// Its text, as typed.
            #[must_use]
            pub fn text(&self) -> String {
                self.editor.text.clone()
            }

            /// Whether nothing was typed but spaces.
            #[must_use]
            pub fn is_empty(&self) -> bool {
                self.editor.text.trim().is_empty()
            }

            /// Puts another text in its place, which can be undone.
            pub fn set(&mut self, text: &str) {
                self.editor.set(text);
            }

            /// Takes a key and says so, or leaves it to whoever is next.
            pub fn key(&mut self, key: KeyEvent) -> bool {
                self.editor.key(key)
            }

            /// Takes what was pasted.
            pub fn paste(&mut self, text: &str) {
                self.editor.insert(text);
            }
        }

        impl Default for $name {
            fn default() -> Self {
                Self::new("")
            }
        }

        /// Without the text: it may be a rating that nobody has seen.
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        }
    };
}
field!(LineEdit);
field!(LinesEdit);

#[cfg(test)]
mod tests;
