//! The blocks of a memo.

use crate::{lang::Lang, session::Fingerprint};
use jiff::civil::Date;
use std::borrow::Cow;

/// A whole memo in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Memo {
    /// The language of every word in it.
    pub lang: Lang,
    /// What stands on every page.
    pub running: Running,
    /// Its title, also that of the document.
    pub title: String,
    /// Under the title: organisation, date, who took part.
    pub subtitle: String,
    /// Page one, for the board.
    pub front: Vec<Block>,
    /// The annexes, in order.
    pub annexes: Vec<Annex>,
    /// The line at the foot: session, fingerprint, program.
    pub footer: String,
}

/// What a document says of itself, on every page and to machines; all of it
/// may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Running {
    /// Whose document it is.
    pub organisation: String,
    /// Who may read it: "confidential".
    pub classification: String,
    /// The state of the session that it was made from, number and hash.
    pub fingerprint: Option<Fingerprint>,
    /// The day of that state.
    pub date: Option<Date>,
}

/// One annex.
#[derive(Clone, Debug, PartialEq)]
pub struct Annex {
    /// Its title, with its number or letter.
    pub title: String,
    /// What is in it.
    pub blocks: Vec<Block>,
}

/// One block.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading inside page one or an annex; level 3 (larger) or 4.
    Heading(u8, String),
    /// A paragraph.
    Para(Rich),
    /// A list without order.
    List(Vec<Rich>),
    /// A list with numbers.
    Steps(Vec<Rich>),
    /// Label and value, a row each.
    Pairs(Vec<(String, Rich)>),
    /// A table with a header row.
    Table(Table),
    /// The verdict in large letters.
    Headline(Headline),
    /// Answers as dots on the 0–10 scale.
    Strip(Strip),
    /// Strips beside each other, where there is room.
    Strips(Vec<Strip>),
    /// How answers moved from round 1 to round 2.
    Moves(Moves),
    /// The 3×3 table of need and support.
    Grid(Box<Grid>),
    /// Bars under each other, a row each.
    Bars(Bars),
    /// The options beside each other, a column each.
    Sides(Sides),
    /// A letter.
    Letter(Letter),
    /// Something the reader must not miss: an example, a damaged file.
    Notice(Rich),
}

/// Text with emphasis.
pub type Rich = Vec<Span>;

/// A piece of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// As it is.
    Text(String),
    /// Strong.
    Strong(String),
    /// Something a person wrote; printed between the language's quotation
    /// marks.
    Quote(String),
}

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What it shows, in one line; empty where the header row says it.
    pub caption: String,
    /// The header row; one cell a column.
    pub head: Vec<String>,
    /// The rows; each as long as `head`. The first column names the row.
    pub rows: Vec<Vec<Rich>>,
    /// Which columns hold numbers, aligned to the right.
    pub numeric: Vec<bool>,
}

/// The verdict in large letters with its ground.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    /// What it is about, small: "Verdict by the rules · option A".
    pub label: String,
    /// The verdict.
    pub verdict: String,
    /// Its number from 0 to 3, or none for `not-yet`: a tint, beside a sign.
    pub number: Option<u8>,
    /// Why, in one sentence.
    pub ground: String,
}

/// Answers as dots on a scale from 0 to 10.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strip {
    /// What was rated: "Customer need".
    pub label: String,
    /// How many gave each rating.
    pub counts: [u32; 11],
    /// The group score.
    pub grade: Option<u8>,
    /// Floor and bar with their words: `(5, "floor")`.
    pub marks: Vec<(u8, String)>,
    /// The same in words, a text alternative that says everything.
    pub words: String,
}

impl Strip {
    /// The strip on one line, a sign for each rating from 0 to 10: how many
    /// gave it, `+` from ten on, `·` for nobody. Floor and bar, where both are
    /// marked, are `┊` and `┃` before their ratings.
    #[must_use]
    pub fn compact(&self) -> String {
        let mut line = String::new();
        for (rating, &count) in (0..).zip(&self.counts) {
            if let [(floor, _), (bar, _)] = self.marks.as_slice() {
                if rating == *floor.min(&10) {
                    line.push('┊');
                }
                if rating == *bar.min(&10) {
                    line.push('┃');
                }
            }
            line.push(match count {
                0 => '·',
                count => char::from_digit(count, 10).unwrap_or('+'),
            });
        }
        line
    }
}

/// How answers moved from round 1 to round 2, on the 0–10 scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moves {
    /// What was rated: "Customer need".
    pub label: String,
    /// The moves, from the lowest answer up; equal ones are one.
    pub moves: Vec<Move>,
    /// Floor and bar with their words: `(5, "floor")`.
    pub marks: Vec<(u8, String)>,
    /// The same in words, a text alternative that says everything.
    pub words: String,
}

/// Answers that moved the same way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Move {
    /// The rating in round 1.
    pub from: u8,
    /// The rating in round 2, another one.
    pub to: u8,
    /// How many moved so.
    pub count: u32,
}

/// A letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Whose letter it is, at its head; may be empty.
    pub from: String,
    /// What it says, one string a paragraph.
    pub paragraphs: Vec<String>,
}

/// The 3×3 table: rows need, columns support.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// What it shows.
    pub caption: String,
    /// "Customer need", the rows' name.
    pub rows_label: String,
    /// "Societal support", the columns' name.
    pub columns_label: String,
    /// The columns' heads: weak, middle, strong.
    pub columns: [String; 3],
    /// The rows' heads, strong first.
    pub rows: [String; 3],
    /// The verdict in each cell, row by row as in `rows`.
    pub cells: [[String; 3]; 3],
    /// The cell that holds: row and column.
    pub lit: Option<(usize, usize)>,
    /// The sign's words for the lit cell: "here".
    pub lit_word: String,
}

/// Bars under each other: shares of a whole, or how many people. The words of
/// each row say everything; the bar is beside them.
#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    /// What they show, in one line.
    pub caption: String,
    /// The rows, in order.
    pub rows: Vec<Bar>,
}

/// A row of [`Bars`].
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// What it is of: a verdict.
    pub label: String,
    /// How long it is.
    pub fill: Fill,
    /// How long it is, in a word or two: "62%", "two answers away".
    pub says: String,
    /// More about it, in a sentence; may be empty.
    pub note: String,
    /// Whether it is the row that holds.
    pub lit: bool,
}

/// How long a bar is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fill {
    /// There is none.
    Nothing,
    /// A share of the whole length, from 0 to 1.
    Share(f64),
    /// So many signs, one for each.
    Count(u32),
}

/// How many of `whole` steps a share fills: rounded, but no share is so small
/// that nothing is seen of it.
#[must_use]
pub fn steps(share: f64, whole: u16) -> u16 {
    let filled = (1..=whole)
        .take_while(|&step| share * f64::from(whole) >= f64::from(step) - 0.5)
        .last()
        .unwrap_or(0);
    filled.max(u16::from(share > 0.0))
}

/// The options beside each other: a table whose cells may be strips.
#[derive(Clone, Debug, PartialEq)]
pub struct Sides {
    /// What it shows, in one line.
    pub caption: String,
    /// The columns' heads: the options.
    pub heads: Vec<String>,
    /// The rows: a label, and a cell for each column.
    pub rows: Vec<(String, Vec<Side>)>,
    /// What the signs of a strip mean where it is drawn in text; empty where
    /// there is none.
    pub legend: String,
}

/// A cell of [`Sides`].
#[derive(Clone, Debug, PartialEq)]
pub enum Side {
    /// Words.
    Text(Rich),
    /// Answers as dots, small; its `words` say in short what it shows.
    Strip(Strip),
}

impl Running {
    /// Whose document it is and who may read it, on one line; empty where
    /// neither is known.
    #[must_use]
    pub fn line(&self) -> String {
        let parts = [self.organisation.as_str(), self.classification.as_str()];
        let known: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        known.join(" · ")
    }
}

impl From<String> for Span {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl Span {
    /// The words as they are printed: a quote between quotation marks, which
    /// are the same in both languages.
    #[must_use]
    pub fn printed(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) | Self::Strong(text) => Cow::Borrowed(text),
            Self::Quote(text) => Cow::Owned(format!("“{text}”")),
        }
    }
}

/// Plain text as [`Rich`].
#[must_use]
pub fn plain(text: impl Into<String>) -> Rich {
    vec![Span::Text(text.into())]
}
