//! Text from outside (names, reasons, files), made harmless before it goes
//! anywhere: a [`Clean`] can be stored on one line, drawn on a terminal and
//! printed in any format without steering any of them.
//!
//! Invariant: cleaning a clean text changes nothing.

use serde::{Deserialize, Serialize};
use std::fmt;
use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// The longest text kept, in characters (Unicode scalar values); what goes
/// beyond is cut and ends in `…`.
pub const MAX_CHARS: usize = 10_000;

/// The longest name kept, in characters.
pub const MAX_NAME_CHARS: usize = 80;

/// How many combining marks one letter may carry. Living scripts need three;
/// floods of hundreds run over the lines above and below.
const MAX_MARKS: usize = 3;

/// A text in NFC without control, format (bidi, zero-width), line-separating
/// or variation-selecting characters, without floods of combining marks, and
/// of bounded length.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Clean(String);

impl Clean {
    /// Cleans a text of one line: every kind of line break or tab becomes a
    /// space, runs of spaces become one, the ends are trimmed.
    #[must_use]
    pub fn line(raw: &str) -> Self {
        Self::bounded_line(raw, MAX_CHARS)
    }

    /// Cleans a person's or a team's name.
    #[must_use]
    pub fn name(raw: &str) -> Self {
        Self::bounded_line(raw, MAX_NAME_CHARS)
    }

    /// Cleans a text that may have several lines (a letter): `\n` stays,
    /// each line is cleaned by itself, more than one empty line becomes one.
    #[must_use]
    pub fn lines(raw: &str) -> Self {
        let raw = raw.replace("\r\n", "\n").replace(['\r', '\u{2029}'], "\n");
        let mut out = String::new();
        let mut empty = 0;
        for line in raw.split('\n') {
            let line = harmless(line);
            if line.is_empty() {
                empty += 1;
                continue;
            }
            if !out.is_empty() {
                out.push_str(if empty > 0 { "\n\n" } else { "\n" });
            }
            empty = 0;
            out.push_str(&line);
        }
        Self(bounded(out, MAX_CHARS))
    }

    fn bounded_line(raw: &str, max: usize) -> Self {
        Self(bounded(harmless(raw), max))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing is left of it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Reading a file back cleans again: whoever edited it by hand is outside too.
impl From<String> for Clean {
    fn from(raw: String) -> Self {
        Self::lines(&raw)
    }
}

impl From<Clean> for String {
    fn from(clean: Clean) -> Self {
        clean.0
    }
}

impl fmt::Display for Clean {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether a character is one of those that nearly every text is made of:
/// never replaced, no mark, and left as it is by composing. Looking the others
/// up costs most of what cleaning costs.
const fn is_plain(c: char) -> bool {
    matches!(
        c,
        ' '..='~' | 'À'..='ÿ' | '‘' | '’' | '“' | '”' | '–' | '—' | '…' | '€' | '•'
    )
}

/// What a character becomes: itself, a space, or nothing.
fn replacement(c: char) -> Option<char> {
    if is_plain(c) {
        return Some(c);
    }
    match c.general_category() {
        GeneralCategory::Control if c.is_whitespace() => Some(' '),
        GeneralCategory::LineSeparator | GeneralCategory::ParagraphSeparator => Some(' '),
        GeneralCategory::Control
        | GeneralCategory::Format
        | GeneralCategory::Surrogate
        | GeneralCategory::Unassigned => None,
        // Invisible or shape-shifting, yet not of category Format: grapheme
        // joiner, Hangul fillers, variation selectors.
        _ => match c {
            '\u{034f}'
            | '\u{115f}'
            | '\u{1160}'
            | '\u{3164}'
            | '\u{ffa0}'
            | '\u{17b4}'
            | '\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{e0100}'..='\u{e01ef}' => None,
            ' ' => Some(' '),
            _ => Some(c),
        },
    }
}

fn is_mark(c: char) -> bool {
    !is_plain(c)
        && matches!(
            c.general_category(),
            GeneralCategory::NonspacingMark | GeneralCategory::EnclosingMark
        )
}

/// One harmless line: replaced, composed, marks bounded, spaces collapsed.
fn harmless(raw: &str) -> String {
    if raw.chars().all(is_plain) {
        let tight = !raw.starts_with(' ') && !raw.ends_with(' ') && !raw.contains("  ");
        return if tight {
            raw.to_owned()
        } else {
            raw.split(' ')
                .filter(|word| !word.is_empty())
                .collect::<Vec<_>>()
                .join(" ")
        };
    }
    let mut out = String::with_capacity(raw.len());
    let mut marks = MAX_MARKS; // a mark with no letter before it is dropped
    for c in raw.chars().filter_map(replacement).nfc() {
        if is_mark(c) {
            marks += 1;
            if marks > MAX_MARKS {
                continue;
            }
        } else if c == ' ' {
            marks = MAX_MARKS;
            if out.is_empty() || out.ends_with(' ') {
                continue;
            }
        } else {
            marks = 0;
        }
        out.push(c);
    }
    out.truncate(out.trim_end().len());
    out
}

/// What of a text goes in where someone is typing, after `before`: spaces are
/// kept as typed, `\n` too where `lines` is set, and every other line break
/// becomes the same (or a space). Not composed: what stands before stays.
#[must_use]
pub fn typed(before: &str, raw: &str, lines: bool) -> String {
    let mut marks = match before.chars().rev().position(|c| !is_mark(c)) {
        Some(marks) if !before.ends_with(['\n', ' ']) => marks,
        _ => MAX_MARKS,
    };
    let raw = raw
        .replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    let mut out = String::with_capacity(raw.len());
    for c in raw.chars() {
        let Some(c) = (if c == '\n' && lines {
            Some(c)
        } else {
            replacement(c)
        }) else {
            continue;
        };
        marks = match c {
            c if is_mark(c) => marks + 1,
            '\n' | ' ' => MAX_MARKS,
            _ => 0,
        };
        if marks <= MAX_MARKS || !is_mark(c) {
            out.push(c);
        }
    }
    out
}

/// A line for showing where something stands in it: every character that
/// cleaning would drop becomes `\u{fffd}`, one for one, so that columns stay.
/// Tabs stay; the line is not composed, trimmed or cut.
#[must_use]
pub fn in_place(line: &str) -> String {
    let mut marks = MAX_MARKS;
    line.chars()
        .map(|c| {
            marks = if is_mark(c) { marks + 1 } else { 0 };
            match replacement(c) {
                _ if marks > MAX_MARKS => char::REPLACEMENT_CHARACTER,
                Some(' ') if c != '\t' && !matches!(c, ' ' | '\u{a0}') => {
                    char::REPLACEMENT_CHARACTER
                }
                Some(_) => c,
                None => char::REPLACEMENT_CHARACTER,
            }
        })
        .collect()
}

/// The candidate that a mistyped word most likely meant: at most a third of
/// its letters (and always one, but not the only one) wrong, missing, extra or
/// swapped.
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    candidates
        .into_iter()
        .map(|candidate| {
            let distance = strsim::damerau_levenshtein(&word, &candidate.to_lowercase());
            (distance, candidate)
        })
        .filter(|(distance, candidate)| {
            let letters = candidate.chars().count();
            *distance < letters && *distance <= (letters / 3).max(1)
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Cuts at `max` characters, never between a letter and its marks.
fn bounded(text: String, max: usize) -> String {
    if text.chars().count() <= max {
        return text;
    }
    let mut kept: Vec<char> = text.chars().take(max - 1).collect();
    let next = text.chars().nth(max - 1);
    if next.is_some_and(is_mark) {
        while kept.pop().is_some_and(is_mark) {}
    }
    let mut out: String = kept.into_iter().collect();
    out.truncate(out.trim_end().len());
    out.push('…');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nothing_that_steers_a_terminal_or_a_reader_survives() {
        let raw = "a\u{1b}[31mb\u{202e}c\u{200b}d\u{feff}e\u{7}f\u{fe0f}g\u{2066}h";
        assert_eq!(Clean::line(raw).as_str(), "a[31mbcdefgh");
    }

    #[test]
    fn two_hundred_marks_become_three() {
        let raw = format!("x{}y", "\u{0301}".repeat(200));
        assert_eq!(Clean::line(&raw).as_str(), "x\u{301}\u{301}\u{301}y");
        assert_eq!(Clean::line("\u{0301}x").as_str(), "x");
    }

    #[test]
    fn a_line_has_no_line_break_and_a_letter_keeps_its_paragraphs() {
        assert_eq!(Clean::line(" a\r\n\tb ").as_str(), "a b");
        assert_eq!(
            Clean::lines("Dear customer,\r\n\r\n\r\nWe are \r sorry.\n").as_str(),
            "Dear customer,\n\nWe are\nsorry."
        );
    }

    #[test]
    fn long_words_are_kept_up_to_the_bound_and_then_cut_visibly() {
        let word = "x".repeat(5_000);
        assert_eq!(Clean::line(&word).as_str(), word);
        let long = Clean::line(&"y".repeat(MAX_CHARS + 1));
        assert_eq!(long.as_str().chars().count(), MAX_CHARS);
        assert!(long.as_str().ends_with('…'));
    }

    #[test]
    fn letters_of_many_scripts_survive() {
        for text in [
            "Zoë van ’t Hof",
            "Łukasz",
            "数据",
            "مرحبا",
            "ệ",
            "café – ½ €",
        ] {
            assert_eq!(Clean::line(text).as_str(), text);
        }
    }

    #[test]
    fn a_line_shown_in_place_keeps_its_columns_and_steers_nothing() {
        assert_eq!(
            in_place("\ta\u{1b}[31m\u{202e}é\r\u{2028}b"),
            "\ta\u{fffd}[31m\u{fffd}é\u{fffd}\u{fffd}b"
        );
        let flood = format!("x{}", "\u{0301}".repeat(200));
        assert_eq!(in_place(&flood).chars().count(), 201);
        assert_eq!(in_place(&flood).matches('\u{0301}').count(), 3);
    }

    #[test]
    fn the_nearest_word_is_found_only_when_it_is_near() {
        let words = ["title", "twins", "year"];
        assert_eq!(nearest("tilte", words), Some("title"));
        assert_eq!(nearest("Years", words), Some("year"));
        assert_eq!(nearest("colour", words), None);
        assert_eq!(nearest("c", ["a", "b"]), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(10_000))]
        #[test]
        fn cleaning_twice_is_cleaning_once(raw in "(?s).{0,80}") {
            let once = Clean::line(&raw);
            prop_assert_eq!(&Clean::line(once.as_str()), &once);
            prop_assert_eq!(&Clean::lines(once.as_str()), &once);
            let lines = Clean::lines(&raw);
            prop_assert_eq!(&Clean::lines(lines.as_str()), &lines);
        }
    }
}
