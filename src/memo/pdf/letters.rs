//! The fonts, and texts as they can be set with them.
//!
//! Invariant: what leaves here has a letter in one of the fonts for each of
//! its characters, none of them invisible, and a place to break in every word
//! that is too long for a column. PDF/UA-1 forbids a page with a letter that
//! is not there.

use super::super::escape;
use crate::lang::Lang;
use serde::Serialize;
use std::{collections::HashSet, sync::LazyLock};
use typst::{
    foundations::Bytes,
    layout::Abs,
    text::{Font, FontBook, FontStyle, FontVariations, FontWeight},
    utils::LazyHash,
};
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};
use unicode_segmentation::UnicodeSegmentation;

/// The families, the one that everything is set in first; the others stand in
/// for characters that it lacks.
pub(super) const FAMILIES: [&str; 3] = [
    "Libertinus Serif",
    "New Computer Modern",
    "DejaVu Sans Mono",
];

/// What stands for a character that no font has.
const STAND_IN: char = '□';

/// How long a piece of a word may be that can't be broken, in characters: as
/// many as fit the narrowest column of a usual table.
const LONGEST: usize = 12;

/// The fonts that are built in.
pub(super) struct Fonts {
    pub book: LazyHash<FontBook>,
    /// In the order of the book.
    pub faces: Vec<Font>,
    /// For each family, the characters that every one of its fonts has.
    covered: Vec<HashSet<char>>,
}

/// Reading them takes some milliseconds, and no program needs it twice.
pub(super) static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let all = typst_assets::fonts().flat_map(|bytes| Font::iter(Bytes::new(bytes)));
    // Of the first family, all but bold italic, in which nothing is set; of
    // the others the plain one, which has the most characters.
    let wanted = |font: &Font| {
        let info = font.info();
        let upright = info.variant.style == FontStyle::Normal;
        let plain = info.variant.weight == FontWeight::REGULAR;
        if info.family == FAMILIES[0] {
            upright || plain
        } else {
            FAMILIES.contains(&info.family.as_str()) && upright && plain
        }
    };
    let faces: Vec<Font> = all.filter(wanted).collect();
    let covered = FAMILIES.iter().map(|&family| {
        let mut of_family = faces.iter().filter(|font| font.info().family == family);
        // Where a font says that it covers a range, it may lack some of it.
        let chars = |font: &Font| -> HashSet<char> {
            let variant = font.info().variant;
            let face = font
                .clone()
                .instantiate(variant, Abs::pt(10.0), &FontVariations::default());
            let there = |c: &char| face.ttf().glyph_index(*c).is_some_and(|id| id.0 != 0);
            let coverage = font.info().coverage.iter();
            coverage.filter_map(char::from_u32).filter(there).collect()
        };
        let first = of_family.next().map(chars).unwrap_or_default();
        of_family.fold(first, |common, font| &common & &chars(font))
    });
    Fonts {
        book: LazyHash::new(FontBook::from_fonts(&faces)),
        covered: covered.collect(),
        faces,
    }
});

impl Fonts {
    /// Whether one of the first `families` has all of it: a letter and its
    /// marks are set in one font.
    fn have(&self, letter: &str, families: usize) -> bool {
        let mut families = self.covered.iter().take(families);
        families.any(|family| letter.chars().all(|c| family.contains(&c)))
    }
}

/// Lines of a text, each in pieces between which it may be broken without a
/// hyphen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub(super) struct Text(Vec<Vec<String>>);

impl Text {
    /// Whether nothing of it is seen.
    pub fn is_blank(&self) -> bool {
        let mut pieces = self.0.iter().flatten();
        pieces.all(|piece| piece.chars().all(char::is_whitespace))
    }
}

/// Makes texts that can be set; knows whether anything had to be left out.
pub(super) struct Setter {
    pub lang: Lang,
    /// Whether a character was replaced.
    pub replaced: bool,
    /// How many characters it has been handed so far.
    pub set: usize,
}

impl Setter {
    /// A text with its lines.
    pub fn text(&mut self, text: &str) -> Text {
        let text = self.plain(text, FAMILIES.len());
        let lines = text.split('\n');
        Text(lines.map(|line| pieces(line, self.lang)).collect())
    }

    /// A text on one line, unbroken.
    pub fn line(&mut self, text: &str) -> String {
        self.plain(text, FAMILIES.len()).replace('\n', " ")
    }

    /// The same on at most `most` characters, for where there is no room for
    /// more.
    pub fn short(&mut self, text: &str, most: usize) -> String {
        cut(&self.line(text), most)
    }

    /// A word or two in a picture: in the first family alone, since pictures
    /// find other fonts for a character, not for a letter with its marks.
    pub fn drawn(&mut self, text: &str) -> String {
        cut(&self.plain(text, 1).replace('\n', " "), 14)
    }

    /// A text in characters that the first `families` have.
    fn plain(&mut self, text: &str, families: usize) -> String {
        let characters: String = escape::characters(text).collect();
        self.set += characters.chars().count();
        let mut out = String::with_capacity(characters.len());
        for letter in characters.graphemes(true) {
            let letter: String = letter.chars().filter(|&c| !invisible(c)).collect();
            if matches!(letter.as_str(), "\n" | "\u{2028}" | "\u{2029}") {
                out.push('\n');
            } else if FONTS.have(&letter, families) && !letter.chars().any(private) {
                out.push_str(&letter);
            } else if letter.chars().all(char::is_whitespace) {
                out.push(' ');
            } else {
                out.push(STAND_IN);
                self.replaced = true;
            }
        }
        out
    }
}

/// A line on at most `most` characters, seen to be cut where it is.
fn cut(line: &str, most: usize) -> String {
    if line.graphemes(true).count() <= most {
        return line.to_owned();
    }
    let kept: String = line.graphemes(true).take(most.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// Whether a character is not seen and only steers what others look like. Text
/// that went through `Clean` has none.
fn invisible(c: char) -> bool {
    c.general_category() == GeneralCategory::Format
        || matches!(
            c,
            '\u{034f}'
                | '\u{115f}'
                | '\u{1160}'
                | '\u{17b4}'
                | '\u{17b5}'
                | '\u{180b}'..='\u{180f}'
                | '\u{3164}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{ffa0}'
                | '\u{fffc}'
                | '\u{e0100}'..='\u{e01ef}'
        )
}

/// Fonts have letters for characters that mean something else everywhere.
fn private(c: char) -> bool {
    c.general_category() == GeneralCategory::PrivateUse
}

/// A line in pieces. Words are broken between syllables anyhow, with a hyphen;
/// between two pieces a line may end where there is no such place for long,
/// as in a hash.
fn pieces(line: &str, lang: Lang) -> Vec<String> {
    let lang = match lang {
        Lang::En => hypher::Lang::English,
        Lang::Nl => hypher::Lang::Dutch,
    };
    let mut pieces = vec![String::new()];
    // How many characters there are since the last place to break.
    let mut run = 0;
    for word in line.split_word_bounds() {
        let syllables: Vec<&str> = if word.chars().all(char::is_alphabetic) {
            hypher::hyphenate(word, lang).collect()
        } else {
            vec![word]
        };
        for (index, syllable) in syllables.into_iter().enumerate() {
            if index > 0 {
                run = 0;
            }
            for letter in syllable.graphemes(true) {
                if run >= LONGEST {
                    pieces.push(String::new());
                    run = 0;
                }
                if let Some(piece) = pieces.last_mut() {
                    piece.push_str(letter);
                }
                run = match letter {
                    " " | "-" => 0,
                    _ => run + 1,
                };
            }
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn setter() -> Setter {
        Setter {
            lang: Lang::En,
            replaced: false,
            set: 0,
        }
    }

    #[test]
    fn what_no_font_has_is_replaced_and_told() {
        let mut setter = setter();
        assert_eq!(
            setter.line("Zoë, Łukasz: 5 × ½ – “ok” ●"),
            "Zoë, Łukasz: 5 × ½ – “ok” ●"
        );
        assert!(!setter.replaced);
        // A family of four is one letter.
        let line = setter.line("数据 👨\u{200d}👩\u{200d}👧\u{200d}👦 a\u{f8ff}");
        assert_eq!(line, "□□ □ a□");
        assert!(setter.replaced);
    }

    #[test]
    fn nothing_invisible_is_left() {
        let mut setter = setter();
        let line =
            setter.line("a\u{feff}b\u{202e}c\u{200b}d\u{ad}e\u{fe0f}f\tg\u{7}\u{2029}h\r\ni");
        assert_eq!(line, "abcdef g h i");
        assert!(!setter.replaced);
    }

    #[test]
    fn every_sign_of_the_memo_s_own_words_is_there() {
        for lang in Lang::ALL {
            let mut setter = setter();
            for line in crate::lang::source(lang).lines() {
                setter.line(line);
                assert!(!setter.replaced, "{line}");
            }
        }
    }

    #[test]
    fn a_word_that_cannot_be_hyphenated_can_be_broken() {
        let text = setter().text(&"x".repeat(5_000));
        let [line] = text.0.as_slice() else {
            panic!("{text:?}")
        };
        assert!(line.iter().all(|piece| piece.chars().count() <= LONGEST));
        assert_eq!(line.concat(), "x".repeat(5_000));
        // Words of a language are left to hyphenation.
        let words = "Relationship bears responsibility, counterproductive";
        assert_eq!(setter().text(words).0, [[words]]);
    }

    #[test]
    fn what_does_not_fit_is_cut_and_seen_to_be() {
        assert_eq!(setter().short("Bank of Here", 12), "Bank of Here");
        assert_eq!(setter().short("Bank of Here and There", 9), "Bank of…");
    }
}
