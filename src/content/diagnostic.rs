//! What is wrong with a content file, where, and what to write instead, shown
//! as compilers show it: the line itself with a mark under the place.
//!
//! Invariant: nothing of the file steers the terminal that shows it, and no
//! line of it, however long, fills the screen.

use crate::lang::{Lang, Message};
use crate::text::{Clean, in_place};
use crate::{msg, t};
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use std::ops::Range;

/// How wide the shown part of a line may be, in columns.
const WIDTH: usize = 80;

/// How much of a long place is underlined, in characters.
const UNDERLINE: usize = 48;

/// How much of a word from a file a message repeats, in characters.
const QUOTE: usize = 40;

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// Where, in bytes from the start of the source; may be empty.
    pub span: Range<usize>,
    /// What is wrong.
    pub message: Message,
    /// What to write instead.
    pub help: Message,
}

/// Everything that is wrong with one file; never nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Faults {
    /// The file, as the user named it.
    pub path: String,
    /// Its text, for showing the lines.
    pub source: String,
    /// In the order of the file, without doubles.
    pub diagnostics: Vec<Diagnostic>,
}

impl Faults {
    /// Puts the diagnostics into the order of the file and drops doubles.
    #[must_use]
    pub fn new(path: &str, source: &str, mut diagnostics: Vec<Diagnostic>) -> Self {
        // Stable: at one place they stay in the order of reading.
        diagnostics.sort_by_key(|diagnostic| diagnostic.span.start);
        let mut kept: Vec<Diagnostic> = Vec::with_capacity(diagnostics.len());
        for diagnostic in diagnostics {
            let same = |old: &&Diagnostic| old.span.start == diagnostic.span.start;
            if !kept
                .iter()
                .rev()
                .take_while(same)
                .any(|old| *old == diagnostic)
            {
                kept.push(diagnostic);
            }
        }
        Self {
            path: path.to_owned(),
            source: source.to_owned(),
            diagnostics: kept,
        }
    }

    /// One diagnostic about a whole file.
    #[must_use]
    pub fn one(
        path: &str,
        source: &str,
        span: Range<usize>,
        message: Message,
        help: Message,
    ) -> Self {
        let diagnostic = Diagnostic {
            span,
            message,
            help,
        };
        Self::new(path, source, vec![diagnostic])
    }

    /// All diagnostics in words, each with its line, and a last line that
    /// counts them; ends in a line break. Plain text, without colours.
    #[must_use]
    pub fn render(&self, lang: Lang) -> String {
        let path = Clean::line(&self.path);
        let renderer = Renderer::plain().term_width(WIDTH);
        let (error, help) = (t!(lang, "content-error"), t!(lang, "content-help"));
        let mut out = String::new();
        let mut lines = Lines::of(&self.source);
        for diagnostic in &self.diagnostics {
            let place = lines.place(&diagnostic.span);
            let group = Level::ERROR
                .with_name(error.as_str())
                .primary_title(diagnostic.message.text(lang))
                .element(
                    Snippet::source(place.line)
                        .line_start(place.number)
                        .path(path.as_str())
                        .annotation(AnnotationKind::Primary.span(place.span)),
                )
                .element(
                    Level::HELP
                        .with_name(help.as_str())
                        .message(diagnostic.help.text(lang)),
                );
            out.push_str(&renderer.render(&[group]));
            out.push_str("\n\n");
        }
        let count = self.diagnostics.len();
        out.push_str(&t!(
            lang,
            "content-count",
            count = count,
            path = path.as_str()
        ));
        out.push('\n');
        out
    }
}

/// A line made harmless, and the place on it.
struct Place {
    number: usize,
    line: String,
    span: Range<usize>,
}

/// Walks the source once, as the diagnostics come in order.
struct Lines<'a> {
    source: &'a str,
    start: usize,
    number: usize,
}

impl<'a> Lines<'a> {
    const fn of(source: &'a str) -> Self {
        Self {
            source,
            start: 0,
            number: 1,
        }
    }

    /// The line where a span starts. Offsets that fall outside the source or
    /// inside a character move to the start of what is there.
    fn place(&mut self, span: &Range<usize>) -> Place {
        let start = span.start.min(self.source.len());
        while let Some(rest) = self.source.get(self.start..)
            && let Some(end) = rest.find('\n')
            && self.start + end < start
        {
            self.start += end + 1;
            self.number += 1;
        }
        let rest = self.source.get(self.start..).unwrap_or_default();
        let line = rest.split('\n').next().unwrap_or_default();
        let line = line.strip_suffix('\r').unwrap_or(line);
        // In characters, which are the same before and after `in_place`.
        let column = |offset: usize| {
            let bytes = offset.saturating_sub(self.start);
            line.char_indices().filter(|(at, _)| *at < bytes).count()
        };
        let from = column(start);
        let to = column(span.end.max(start)).min(from + UNDERLINE);
        let line = in_place(line);
        let byte = |column: usize| {
            line.char_indices()
                .nth(column)
                .map_or(line.len(), |(at, _)| at)
        };
        Place {
            number: self.number,
            span: byte(from)..byte(to),
            line,
        }
    }
}

/// A word of a file as a message may repeat it: harmless and short.
pub(super) fn quote(word: &str) -> String {
    let clean = Clean::line(word);
    let mut letters = clean.as_str().chars();
    let mut out: String = letters.by_ref().take(QUOTE).collect();
    if letters.next().is_some() {
        out.push('…');
    }
    out
}

/// The name of a character that can't be shown: `U+202E`.
pub(super) fn code(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// The text of a file from its bytes.
///
/// # Errors
///
/// The bytes are no UTF-8: a picture, say, or a text saved in another
/// encoding. Points at the first line that is not.
pub fn decode(path: &str, bytes: &[u8]) -> Result<String, Faults> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes)
        .map(str::to_owned)
        .map_err(|error| {
            let source = String::from_utf8_lossy(bytes);
            // What comes before the first bad byte is as long in the lossy text.
            let at = error.valid_up_to();
            let help = msg!("content-not-text-help");
            Faults::one(path, &source, at..at + 1, msg!("content-not-text"), help)
        })
}
