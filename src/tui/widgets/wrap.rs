//! Styled text in lines of a width: measured in columns, cut between
//! graphemes, broken between words where it can be.

use super::super::theme::Theme;
use crate::{memo::tree, text};
use ratatui::{
    style::Style,
    text::{Line, Span},
};
use std::ops::Range;
use textwrap::WordSeparator;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// A text in lines of at most `width` columns.
#[must_use]
pub fn wrapped(text: &str, width: u16, style: Style) -> Vec<Line<'static>> {
    Styled::new(text, style).lines(usize::from(width))
}

/// How many columns a text takes on the terminal, grapheme by grapheme as it
/// is drawn.
pub(super) fn columns(text: &str) -> usize {
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// A text on one line without anything that steers a terminal.
pub(super) fn one_line(raw: &str) -> String {
    text::typed("", raw, false)
}

/// The start of a text that takes at most `width` columns.
pub(super) fn head(text: &str, width: usize) -> &str {
    let mut used = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        used += grapheme.width();
        if used > width {
            return text.get(..at).unwrap_or_default();
        }
    }
    text
}

/// A text on one line of at most `width` columns; where it was cut it ends in
/// an ellipsis.
#[must_use]
pub fn shortened(text: &str, width: usize) -> String {
    let text = one_line(text);
    if columns(&text) <= width {
        return text;
    }
    let kept = head(&text, width.saturating_sub(1)).trim_end();
    if width == 0 {
        String::new()
    } else {
        format!("{kept}…")
    }
}

/// Where the rows of a text lie in it when it is wrapped at `width`: at line
/// breaks (which belong to no row), else after words, else within a word that
/// is longer than a row. A row keeps the spaces after its last word, which
/// may reach beyond the width. None at width 0.
pub(super) fn rows(text: &str, width: usize) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    if width == 0 {
        return rows;
    }
    let mut at = 0;
    for line in text.split('\n') {
        let mut start = at;
        let mut used = 0;
        for word in WordSeparator::UnicodeBreakProperties.find_words(line) {
            let wide = columns(word.word);
            if used > 0 && used + wide > width {
                rows.push(start..at);
                (start, used) = (at, 0);
            }
            if wide > width {
                let mut inner = at;
                for grapheme in word.word.graphemes(true) {
                    if used > 0 && used + grapheme.width() > width {
                        rows.push(start..inner);
                        (start, used) = (inner, 0);
                    }
                    used += grapheme.width();
                    inner += grapheme.len();
                }
            } else {
                used += wide;
            }
            used += columns(word.whitespace);
            at += word.word.len() + word.whitespace.len();
        }
        rows.push(start..at);
        at += 1;
    }
    rows
}

/// A text in several styles.
#[derive(Default)]
pub(super) struct Styled {
    text: String,
    /// Where each style begins.
    runs: Vec<(usize, Style)>,
}

impl Styled {
    pub(super) fn new(text: &str, style: Style) -> Self {
        let mut styled = Self::default();
        styled.push(text, style);
        styled
    }

    /// A text of the memo.
    pub(super) fn rich(rich: &[tree::Span], theme: &Theme) -> Self {
        let mut styled = Self::default();
        styled.push_rich(rich, theme);
        styled
    }

    pub(super) fn push_rich(&mut self, rich: &[tree::Span], theme: &Theme) {
        for span in rich {
            let style = match span {
                tree::Span::Text(_) => theme.body,
                tree::Span::Strong(_) => theme.strong,
                tree::Span::Quote(_) => theme.quote,
            };
            self.push(&span.printed(), style);
        }
    }

    pub(super) fn push(&mut self, text: &str, style: Style) {
        self.runs.push((self.text.len(), style));
        let text = text::typed(&self.text, text, true);
        self.text.push_str(&text);
    }

    /// How many columns the text takes unwrapped.
    pub(super) fn columns(&self) -> usize {
        self.text.split('\n').map(columns).max().unwrap_or(0)
    }

    /// How many columns its longest word takes.
    pub(super) fn longest_word(&self) -> usize {
        let words = self.text.split_whitespace();
        words.map(columns).max().unwrap_or(0)
    }

    pub(super) fn lines(&self, width: usize) -> Vec<Line<'static>> {
        let rows = rows(&self.text, width);
        rows.into_iter().map(|row| self.line(row, width)).collect()
    }

    fn line(&self, row: Range<usize>, width: usize) -> Line<'static> {
        let text = self.text.get(row.clone()).unwrap_or_default();
        let text = head(text.trim_end_matches(' '), width);
        let mut spans: Vec<Span> = Vec::new();
        for (at, grapheme) in text.grapheme_indices(true) {
            let after = self
                .runs
                .partition_point(|(start, _)| *start <= row.start + at);
            let style = self
                .runs
                .get(after.saturating_sub(1))
                .map_or(Style::new(), |run| run.1);
            match spans.last_mut() {
                Some(last) if last.style == style => last.content.to_mut().push_str(grapheme),
                _ => spans.push(Span::styled(grapheme.to_owned(), style)),
            }
        }
        Line::from(spans)
    }
}

/// Lines after a marker: `first` before the first of them, spaces of the same
/// width before the others.
pub(super) fn hanging(first: Span<'static>, lines: Vec<Line<'static>>) -> Vec<Line<'static>> {
    let blank = " ".repeat(columns(&first.content));
    let mut first = Some(first);
    let indent = |mut line: Line<'static>| {
        let marker = first.take().unwrap_or_else(|| Span::raw(blank.clone()));
        line.spans.insert(0, marker);
        line
    };
    lines.into_iter().map(indent).collect()
}

/// The same lines, none wider than `width`.
pub(super) fn clipped(lines: Vec<Line<'static>>, width: usize) -> Vec<Line<'static>> {
    lines.into_iter().map(|line| clip(line, width)).collect()
}

/// The same line, at most `width` wide; where more than blanks was cut it
/// ends in an ellipsis.
pub(super) fn clip(mut line: Line<'static>, width: usize) -> Line<'static> {
    let wide: usize = line.spans.iter().map(|span| columns(&span.content)).sum();
    if wide <= width {
        return line;
    }
    let text = line.to_string();
    let loss = columns(text.trim_end()) > width;
    let mut left = width.saturating_sub(usize::from(loss));
    let mut end = None;
    for span in &mut line.spans {
        let kept = head(&span.content, left);
        left -= columns(kept);
        if kept.len() < span.content.len() {
            end.get_or_insert(span.style);
            span.content = kept.to_owned().into();
            left = 0;
        }
    }
    line.spans.retain(|span| !span.content.is_empty());
    if let Some(style) = end.filter(|_| loss && width > 0) {
        line.spans.push(Span::styled("…", style));
    }
    line
}
