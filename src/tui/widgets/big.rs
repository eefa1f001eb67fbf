//! Large letters for the wall, and a letter read aloud in them, a sentence at
//! a time.
//!
//! Invariant: what is shown in large letters is all of the text. A text with a
//! character that the letters lack is not shown in them at all.

use super::canvas::Canvas;
use super::wrap::{columns, rows, wrapped};
use crate::text;
use ratatui::{
    style::{Modifier, Style},
    text::{Line, Span},
};
use tui_big_text::{BigText, PixelSize};
use unicode_normalization::UnicodeNormalization;

/// How wide plain text becomes where large letters can't show it: beyond
/// this the eye loses the line.
const PLAIN_WIDTH: usize = 64;

/// On how many slides a sentence may stand for the sake of larger letters.
const MOST_PARTS: usize = 2;

/// A size of letters.
#[derive(Clone, Copy)]
struct Size {
    pixels: PixelSize,
    /// A letter's columns and rows.
    letter: (usize, usize),
    /// Empty rows between two lines.
    gap: usize,
}

/// The sizes, largest first.
const SIZES: [Size; 3] = [
    Size {
        pixels: PixelSize::Full,
        letter: (8, 8),
        gap: 0,
    },
    Size {
        pixels: PixelSize::HalfHeight,
        letter: (8, 4),
        gap: 1,
    },
    Size {
        pixels: PixelSize::Quadrant,
        letter: (4, 4),
        gap: 1,
    },
];

/// The smallest of them.
const SMALLEST: usize = SIZES.len() - 1;

/// The sizes there are; in ASCII those made of whole cells.
fn sizes(ascii: bool) -> &'static [Size] {
    if ascii { &SIZES[..1] } else { &SIZES }
}

impl Size {
    /// The text in lines of these letters, if it fits without cutting a word.
    fn fit(self, text: &str, width: usize, height: usize) -> Option<Vec<&str>> {
        let letters = width / self.letter.0;
        let words = text.split(|c: char| c.is_whitespace());
        if words.map(columns).any(|word| word > letters) {
            return None;
        }
        let lines: Vec<&str> = rows(text, letters)
            .into_iter()
            .map(|row| text.get(row).unwrap_or_default().trim_end())
            .collect();
        (!text.is_empty() && self.height(lines.len()) <= height).then_some(lines)
    }

    fn height(self, lines: usize) -> usize {
        (lines * (self.letter.1 + self.gap)).saturating_sub(self.gap)
    }

    /// The lines drawn; the canvas is as large as they are.
    fn draw(self, lines: &[&str], style: Style) -> (usize, Vec<Line<'static>>) {
        let longest = lines.iter().map(|line| columns(line)).max().unwrap_or(0);
        let width = longest * self.letter.0;
        let mut canvas = Canvas::new(width, self.height(lines.len()));
        for (index, line) in lines.iter().enumerate() {
            let y = index * (self.letter.1 + self.gap);
            let letters = BigText::builder()
                .pixel_size(self.pixels)
                .style(style)
                .lines(vec![Line::from((*line).to_owned())])
                .build();
            canvas.draw(0, u16::try_from(y).unwrap_or(u16::MAX), letters);
        }
        (width, canvas.into_lines())
    }
}

/// A text in the largest letters in which it fits, wrapped between words, the
/// lines from the left; or nothing where none do, and the caller shows it in
/// bold.
#[must_use]
pub fn big(
    text: &str,
    width: u16,
    height: u16,
    style: Style,
    ascii: bool,
) -> Option<Vec<Line<'static>>> {
    let text = letters(text)?;
    sizes(ascii).iter().find_map(|size| {
        let lines = size.fit(&text, usize::from(width), usize::from(height))?;
        Some(size.draw(&lines, style).1)
    })
}

/// A slide of a letter that is read aloud.
#[derive(Clone, Debug, PartialEq)]
pub struct Slide {
    /// Where in the letter it begins, in thousandths of a sentence: the same
    /// place whatever the size of the letters.
    pub place: usize,
    /// Its lines.
    pub lines: Vec<Line<'static>>,
}

/// A letter to be read aloud, in the middle of the screen: one sentence a
/// slide, in letters of one size throughout. A sentence that is too long for
/// one slide is cut between words, after a comma if there is one near; one
/// that large letters can't show stands there in bold.
#[must_use]
pub fn slides(paragraphs: &[String], width: u16, height: u16, ascii: bool) -> Vec<Slide> {
    let (width, height) = (usize::from(width), usize::from(height));
    let sentences: Vec<String> = paragraphs.iter().flat_map(|p| sentences(p)).collect();
    let spelled: Vec<Option<String>> = sentences.iter().map(|s| letters(s)).collect();
    let readable = |size: &Size| {
        let mut shown = spelled.iter().flatten();
        shown.all(|text| parts(*size, text, width, height).is_some_and(|p| p.len() <= MOST_PARTS))
    };
    let sizes = sizes(ascii);
    let size = sizes.iter().copied().find(readable);
    // In ASCII there may be none: then all of it stands there in bold.
    let size = size.or(sizes.get(SMALLEST).copied());
    let mut slides = Vec::new();
    for (index, (sentence, spelled)) in sentences.iter().zip(&spelled).enumerate() {
        let parts = spelled.as_deref().zip(size).and_then(|(text, size)| {
            let parts = parts(size, text, width, height)?;
            Some((size, parts))
        });
        let drawn: Vec<Vec<Line>> = match parts {
            Some((size, parts)) => parts
                .iter()
                .filter_map(|part| {
                    let lines = size.fit(part, width, height)?;
                    let (wide, drawn) = size.draw(&lines, Style::new());
                    Some(centred(drawn, wide, width, height))
                })
                .collect(),
            None => plain(sentence, width, height),
        };
        let all = drawn.len();
        slides.extend(drawn.into_iter().enumerate().map(|(part, lines)| Slide {
            place: 1000 * index + 1000 * part / all,
            lines,
        }));
    }
    slides
}

/// The text with the signs that the letters have, or nothing if they lack
/// one: ASCII and Latin-1, and what can be said with them.
fn letters(text: &str) -> Option<String> {
    let mut out = String::new();
    for c in text::typed("", text, true).nfc() {
        match c {
            '‘' | '’' | '‚' | '‛' | '′' => out.push('\''),
            '“' | '”' | '„' | '‟' | '″' => out.push('"'),
            '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => out.push('-'),
            '…' => out.push_str("..."),
            '€' => out.push_str("EUR"),
            'ĳ' => out.push_str("ij"),
            'Ĳ' => out.push_str("IJ"),
            '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}' => out.push(' '),
            '\n' | ' '..='~' => out.push(c),
            '¡'..='ÿ' if !matches!(c, '¤' | '¦' | '¨' | '¯' | '´' | '¸' | '¹' | '³' | '\u{ad}') =>
            {
                out.push(c);
            }
            _ => return None,
        }
    }
    Some(out)
}

/// The sentences of a paragraph; its line breaks stay.
fn sentences(paragraph: &str) -> Vec<String> {
    let chars: Vec<char> = text::typed("", paragraph, true).chars().collect();
    let mut sentences = Vec::new();
    let mut start = 0;
    for at in 0..chars.len() {
        if let Some(end) = sentence_end(&chars, start, at) {
            sentences.push(chars.get(start..end).unwrap_or_default().iter().collect());
            start = end;
        }
    }
    sentences.push(
        chars
            .get(start..)
            .unwrap_or_default()
            .iter()
            .collect::<String>(),
    );
    let trimmed = sentences.iter().map(|s| s.trim().to_owned());
    trimmed.filter(|s| !s.is_empty()).collect()
}

/// Where the sentence ends that has its full stop at `at`; nowhere if it is
/// no full stop but that of a date, an initial or an abbreviation.
fn sentence_end(chars: &[char], start: usize, at: usize) -> Option<usize> {
    let stop = *chars
        .get(at)
        .filter(|c| matches!(c, '.' | '!' | '?' | '…'))?;
    let rest = chars.get(at + 1..)?;
    let closing = |c: &&char| {
        matches!(
            c,
            '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '.' | '!' | '?'
        )
    };
    let end = at + 1 + rest.iter().take_while(closing).count();
    let mut next = chars.get(end..)?.iter();
    if !next.next()?.is_whitespace() {
        return None;
    }
    let next = next.find(|c| !c.is_whitespace())?;
    if next.is_lowercase() || next.is_numeric() {
        return None;
    }
    if stop == '.' {
        let word: Vec<char> = chars
            .get(start..at)?
            .iter()
            .rev()
            .take_while(|c| !c.is_whitespace())
            .copied()
            .collect();
        let letters = word.iter().filter(|c| c.is_alphanumeric()).count();
        if word.contains(&'.') || (letters == 1 && word.last().is_some_and(|c| c.is_uppercase())) {
            return None;
        }
    }
    Some(end)
}

/// A sentence in as few parts as fit one slide each, of much the same length.
/// Nothing if one of its words is too long.
fn parts(size: Size, sentence: &str, width: usize, height: usize) -> Option<Vec<String>> {
    let mut parts = Vec::new();
    let mut rest = sentence.to_owned();
    while size.fit(&rest, width, height).is_none() {
        let words: Vec<&str> = rest.split(' ').collect();
        let head = |count: usize| words.get(..count).unwrap_or_default().join(" ");
        let fitting =
            (1..words.len()).take_while(|&count| size.fit(&head(count), width, height).is_some());
        let most = fitting.last()?;
        let longest = columns(&head(most));
        let slides = columns(&rest).div_ceil(longest.max(1)).max(2);
        let wanted = columns(&rest) / slides;
        let cost = |&count: &usize| {
            let text = head(count);
            let pause = if text.ends_with([',', ';', ':']) || text.ends_with(" -") {
                0
            } else {
                longest / 3
            };
            (columns(&text).abs_diff(wanted) + pause, count)
        };
        let count = (1..=most).min_by_key(cost)?;
        parts.push(head(count));
        rest = words.get(count..)?.join(" ");
    }
    parts.push(rest);
    Some(parts)
}

/// A sentence in bold, on as many slides as it takes.
fn plain(sentence: &str, width: usize, height: usize) -> Vec<Vec<Line<'static>>> {
    let measure = u16::try_from(width.min(PLAIN_WIDTH)).unwrap_or(u16::MAX);
    let lines = wrapped(sentence, measure, Style::new().add_modifier(Modifier::BOLD));
    lines
        .chunks(height.max(1))
        .map(|lines| {
            let wide = lines.iter().map(Line::width).max().unwrap_or(0);
            centred(lines.to_vec(), wide, width, height)
        })
        .collect()
}

/// Lines of a width in the middle of a slide.
fn centred(
    lines: Vec<Line<'static>>,
    wide: usize,
    width: usize,
    height: usize,
) -> Vec<Line<'static>> {
    let left = " ".repeat(width.saturating_sub(wide) / 2);
    let top = height.saturating_sub(lines.len()) / 2;
    let mut slide = vec![Line::default(); top];
    slide.extend(lines.into_iter().take(height).map(|mut line| {
        line.spans.insert(0, Span::raw(left.clone()));
        line
    }));
    slide
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Would catch a letter that stays blank on the wall.
    #[test]
    fn every_sign_that_is_taken_has_a_picture() {
        for c in (' '..='\u{17f}')
            .chain(['’', '…', '€', '“', '–'])
            .filter(|c| !c.is_whitespace())
        {
            let Some(text) = letters(&c.to_string()).filter(|text| !text.is_empty()) else {
                continue;
            };
            let (_, drawn) = SIZES[SMALLEST].draw(&[&text], Style::new());
            let ink: String = drawn.iter().map(ToString::to_string).collect();
            assert!(!ink.trim().is_empty(), "{c} U+{:04X}", u32::from(c));
        }
        for c in "éëïöüàèçÉñß½".chars() {
            assert!(letters(&c.to_string()).is_some(), "{c}");
        }
        assert_eq!(letters("数据"), None);
        assert_eq!(letters("e\u{301}"), Some("é".into()));
    }

    /// Would catch a slide that stops in the middle of a date or a name.
    #[test]
    fn a_full_stop_that_ends_no_sentence_does_not_cut_it() {
        let cut = |text| sentences(text);
        assert_eq!(
            cut("We did it. You asked “why?” We know."),
            ["We did it.", "You asked “why?”", "We know."]
        );
        assert_eq!(
            cut("Op 10. maart kwam P. Jansen, o.a. Anna. Zij zag 3.5 procent... en bleef."),
            [
                "Op 10. maart kwam P. Jansen, o.a. Anna.",
                "Zij zag 3.5 procent... en bleef."
            ]
        );
        assert_eq!(cut("Example Bank\nAmsterdam"), ["Example Bank\nAmsterdam"]);
        assert!(cut("  ").is_empty());
    }

    /// Would catch words that get lost where a long sentence is cut.
    #[test]
    fn a_long_sentence_is_cut_after_a_comma_and_keeps_every_word() {
        let text = "Since March of last year we have read your payments, and those of eight million others, to let shops make you offers.";
        let parts = parts(SIZES[SMALLEST], text, 80, 14).unwrap_or_default();
        assert!(parts.len() > 1);
        assert_eq!(parts.join(" "), text);
        assert!(parts.iter().any(|part| part.ends_with(',')), "{parts:?}");
    }
}
