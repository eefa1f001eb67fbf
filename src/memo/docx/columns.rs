//! How wide a table's columns are, from what stands in them: as a browser
//! would, so that numbers stay narrow and sentences get the room.
//!
//! Invariant: the widths add up to the whole, whatever the cells hold.

use unicode_width::UnicodeWidthStr;

/// Twips that a character of a table's text takes on average, with some to
/// spare for capitals and bold.
const LETTER: u32 = 102;

/// Twips that a cell's margins take, and by which a short word in bold may be
/// wider than its letters are on average.
const MARGIN: u32 = 160 + 80;

/// And those of a cell with a number, which keeps more distance from the next.
const NUMBER_MARGIN: u32 = 270 + 80;

/// A longer word may be broken.
const LONGEST_WORD: usize = 17;

/// A longer line counts as one of this length: beyond, it wraps anyhow.
const LONGEST_LINE: usize = 120;

/// What a column asks for, in twips.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Need {
    /// With less, words break.
    least: u32,
    /// With more, nothing is won.
    most: u32,
    /// Whether it takes of what is left over.
    grows: bool,
}

impl Need {
    /// Of a column of words, which takes of what is left over.
    pub(super) fn words<'a>(texts: impl IntoIterator<Item = &'a String>) -> Self {
        Self::of(texts, MARGIN, true)
    }

    /// Of a column of numbers.
    pub(super) fn numbers<'a>(texts: impl IntoIterator<Item = &'a String>) -> Self {
        Self::of(texts, NUMBER_MARGIN, false)
    }

    /// Of a column that holds what is always as wide.
    pub(super) const fn fixed(twips: u32) -> Self {
        Self {
            least: twips,
            most: twips,
            grows: false,
        }
    }

    /// The same without a part in what is left over.
    pub(super) const fn still(self) -> Self {
        Self {
            grows: false,
            ..self
        }
    }

    fn of<'a>(texts: impl IntoIterator<Item = &'a String>, margin: u32, grows: bool) -> Self {
        let (mut word, mut line) = (1, 1);
        for text in texts {
            let words = text.split_whitespace().map(UnicodeWidthStr::width);
            word = words.fold(word, usize::max);
            let lines = text.lines().map(UnicodeWidthStr::width);
            line = lines.fold(line, usize::max);
        }
        let twips = |letters: usize| {
            let letters = u32::try_from(letters).unwrap_or(0);
            letters * LETTER + margin
        };
        Self {
            least: twips(word.min(LONGEST_WORD)),
            most: twips(line.min(LONGEST_LINE)),
            grows,
        }
    }
}

/// The widths in twips of columns that together are as wide as `whole`: who
/// needs no more than a fair share gets all of it, and the others share what
/// that leaves.
pub(super) fn fit(needs: &[Need], whole: u32) -> Vec<u32> {
    let mut open: Vec<&Need> = needs.iter().collect();
    let mut left = whole;
    let fair = |left: u32, open: usize| left / u32::try_from(open).unwrap_or(u32::MAX);
    while let Some(modest) = open
        .iter()
        .position(|need| need.most <= fair(left, open.len()))
    {
        left -= open.remove(modest).most;
    }
    let is_open = |need: &Need| open.iter().any(|other| std::ptr::eq(*other, need));
    let least: u32 = open.iter().map(|need| need.least).sum();
    if least > left {
        // Long words everywhere: each gets less than it should.
        return parts(whole, needs.iter().map(|need| need.least.into()));
    }
    let grows = needs.iter().any(|need| need.grows);
    let shares = parts(
        left - least,
        needs.iter().map(|need| match need {
            // All have enough: the rest goes where the long texts are.
            _ if open.is_empty() && (need.grows || !grows) => u64::from(need.most).pow(2),
            need if is_open(need) => u64::from(need.most - need.least),
            _ => 0,
        }),
    );
    let firm = |need: &Need| if is_open(need) { need.least } else { need.most };
    let widths = needs.iter().zip(shares);
    widths.map(|(need, share)| firm(need) + share).collect()
}

/// A whole cut up by weight, to the last twip: the heaviest gets what rounding
/// leaves.
fn parts(whole: u32, weights: impl Iterator<Item = u64>) -> Vec<u32> {
    let weights: Vec<u64> = weights.collect();
    let all = weights.iter().sum::<u64>().max(1);
    let mut parts: Vec<u32> = weights
        .iter()
        .map(|weight| u32::try_from(u64::from(whole) * weight / all).unwrap_or(whole))
        .collect();
    let rest = whole - parts.iter().sum::<u32>();
    if let Some(heaviest) = parts.iter_mut().max() {
        *heaviest += rest;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Need {
        Need::words([&text.to_owned()])
    }

    fn numbers(text: &str) -> Need {
        Need::numbers([&text.to_owned()])
    }

    #[test]
    fn widths_add_up() {
        let long = "a sentence ".repeat(50);
        for needs in [
            vec![words("x")],
            vec![words("P1"), numbers("10"), words(&long)],
            vec![words(&"x".repeat(5000)); 9],
            vec![numbers("1"); 3],
            vec![words(""), Need::fixed(2500)],
            vec![words("a").still(); 7],
            vec![Need::fixed(0); 3],
        ] {
            assert_eq!(fit(&needs, 9864).iter().sum::<u32>(), 9864, "{needs:?}");
        }
        assert!(fit(&[], 9864).is_empty());
    }

    #[test]
    fn sentences_get_the_room_and_no_word_is_broken() {
        let long = "woord ".repeat(200);
        let needs = [words("zeggenschap"), numbers("Ronde 1"), words(&long)];
        let widths = fit(&needs, 9864);
        assert!(widths[0] >= 11 * LETTER, "{widths:?}");
        assert!(widths[1] <= 1100, "{widths:?}");
    }

    #[test]
    fn what_is_alike_is_as_wide() {
        let widths = fit(&[words("as they are"); 3], 9864);
        assert_eq!(widths, [3288; 3]);
    }
}
