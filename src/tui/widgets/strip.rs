//! Answers as dots on the scale from 0 to 10.

use super::super::theme::Theme;
use crate::{lang::Lang, t};
use ratatui::text::Line;

/// The words beside the picture, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// "floor"
    pub floor: String,
    /// "bar"
    pub bar: String,
    /// "group score"
    pub grade: String,
}

impl Words {
    /// The words of a language.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        Self {
            floor: t!(lang, "word-floor"),
            bar: t!(lang, "word-bar"),
            grade: t!(lang, "memo-render-grade"),
        }
    }
}

/// What the picture shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dots<'a> {
    /// How many gave each rating.
    pub counts: &'a [u32; 11],
    /// The group score, once it is told.
    pub grade: Option<u8>,
    /// Floor and bar, once they are told.
    pub lines: Option<(u8, u8)>,
    /// How many dots stand above each other at most.
    pub rows: u16,
    /// The words.
    pub words: &'a Words,
}

impl Dots<'_> {
    /// The picture in `width` columns.
    #[must_use]
    pub fn draw(&self, width: u16, theme: &Theme) -> Vec<Line<'static>> {
        let _ = (width, theme);
        Vec::new()
    }
}
