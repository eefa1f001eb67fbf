//! What a place in the walk asks and shows, as data. The screen draws it, and
//! a walk by prompts can ask it line by line; neither decides anything.
//!
//! Invariant: a page is a pure function of the session, the language and the
//! few things that only this sitting knows (whose turn it is, how far a
//! reveal is). It holds no unrevealed rating.

use super::action::Action;
use crate::{
    lang::Message,
    memo::tree::{Block, Strip},
    method::Chance,
    session::Forecast,
    session::SeatId,
    text::Clean,
};

/// One page.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// What tells it from every other page, whatever the language. What was
    /// typed on a page is dropped when this changes.
    pub key: String,
    /// How it is staged.
    pub look: Look,
    /// The question or the name of the page.
    pub title: String,
    /// What to do here, in one line.
    pub lead: String,
    /// With which keys that is done, for a screen; may be empty.
    pub keys: String,
    /// What there is to see.
    pub body: Vec<Item>,
    /// From which item on the body may stand beside the rest, where there is
    /// room; 0 where it stays together.
    pub aside: usize,
    /// The parts of a long body: the item with which each begins, and its
    /// name. Empty where there are none.
    pub outline: Vec<(usize, String)>,
    /// What is asked, in order.
    pub fields: Vec<Field>,
    /// What Enter does once everything is asked.
    pub enter: String,
    /// What else can be done here.
    pub actions: Vec<Action>,
}

impl Page {
    /// A plain page that asks and shows nothing yet.
    #[must_use]
    pub fn new(key: impl Into<String>, title: String, lead: String, enter: String) -> Self {
        Self {
            key: key.into(),
            look: Look::Plain,
            title,
            lead,
            keys: String::new(),
            body: Vec::new(),
            aside: 0,
            outline: Vec::new(),
            fields: Vec::new(),
            enter,
            actions: vec![Action::Back, Action::Language, Action::Help, Action::Leave],
        }
    }
}

/// How a page is staged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// As every other.
    Plain,
    /// A curtain: between two people, nothing else on the screen.
    Curtain,
    /// One person alone with a question; the others look away.
    Private,
    /// The letter, read aloud from the wall, in as many slides as it takes.
    Standing,
}

/// Something to see.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A piece of text, as in the memo.
    Block(Block),
    /// Dots on the table.
    Dots(Dots),
    /// The three answers on the apology letter, counted.
    Counts(Vec<(String, u32)>),
    /// A line in small print.
    Small(String),
    /// What the signs of a picture mean, in small print.
    Legend(String),
    /// Something in large letters.
    Big(String),
    /// The verdict in large letters, with its sign from 0 to 3.
    Banner(String, Option<u8>),
    /// A verdict that is only tried: never in the letters of a real one.
    Trial(String),
    /// The letter that is read aloud, a paragraph each.
    Letter(Vec<String>),
}

/// The dots of one assessment; floor and bar only on the second beat.
#[derive(Clone, Debug, PartialEq)]
pub struct Dots {
    /// The strip as the memo prints it.
    pub strip: Strip,
    /// Whether floor, bar and group score are shown yet.
    pub lines: bool,
    /// Whether several share the page.
    pub small: bool,
}

/// One thing that is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// What its draft is kept under.
    pub id: String,
    /// What is asked.
    pub label: String,
    /// What is expected, in small print.
    pub help: String,
    /// How it is answered.
    pub kind: Kind,
    /// What stands there to begin with.
    pub value: Value,
    /// Asked only where the choice of this field (from 0) is this one.
    pub when: Option<(usize, usize)>,
}

/// How a field is answered.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// One line of text.
    Line,
    /// One line of text that the page follows as it is typed; kept by nobody.
    Filter,
    /// Several lines.
    Lines,
    /// One of a few; picked by its number. With `quick` picking is answering.
    Choice {
        /// What there is to choose from.
        options: Vec<Choice>,
        /// Whether picking goes on at once.
        quick: bool,
        /// Whether it can't be passed over.
        must: bool,
    },
    /// One of a longer list, a line each, always in sight. What it is picked
    /// from may change under it.
    List(Vec<Choice>),
    /// One of several on one line, turned with the arrows. The page follows
    /// every turn; nothing is answered by it.
    Dial(Vec<String>),
    /// 0 to 10, or no basis, or recused.
    Scale(Vec<(u8, String)>),
    /// 0% to 100% in steps of ten, as tenths, or none; with what some of them
    /// mean.
    Percent(Vec<(u8, String)>),
    /// The answers of a pile of paper cards in one line; never shown.
    Cards(Cards),
    /// Any of a list; with columns a table of boxes.
    Ticks {
        /// What each box stands for.
        items: Vec<String>,
        /// The names of the columns, where the boxes are a table; the items
        /// are then its rows.
        columns: Vec<String>,
    },
    /// Rows of several cells under these heads, the last row empty.
    Rows(Vec<String>),
}

/// One of a few.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// In a few words.
    pub label: String,
    /// What that means, in small print; may be empty.
    pub about: String,
}

/// A pile of cards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cards {
    /// Whose, in the order in which they are typed.
    pub seats: Vec<SeatId>,
    /// Whether they answer the apology letter (1 2 3) or a scale (0–10).
    pub answers: CardAnswers,
    /// Whether `=` keeps the earlier answer.
    pub again: bool,
}

/// What stands on the cards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardAnswers {
    /// 0–10
    Scale,
    /// 1 whole, 2 how, 3 none
    Apology,
    /// + or −: we want this, or not
    Stance,
    /// 0 to 100 in tens, with a `k` where the case was known; − for none
    Forecast,
}

/// What was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Line, Filter, Lines, Cards
    Text(String),
    /// Choice, List, Dial: which
    Pick(Option<usize>),
    /// Scale: 0–10 or a word; Percent: tenths or none
    Score(Option<Score>),
    /// Ticks
    Ticks(Vec<bool>),
    /// Rows
    Rows(Vec<Vec<String>>),
}

/// An answer on the scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Score {
    /// 0–10
    Number(u8),
    /// No basis to judge.
    Abstain,
    /// Conflict of interest.
    Recused,
}

/// What is wrong with what was asked for; nothing has changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Complaint {
    /// Which field, where it is one.
    pub field: Option<usize>,
    /// Which row and cell of it, where it has several.
    pub cell: Option<(usize, usize)>,
    /// What is wrong.
    pub message: Message,
    /// What to do about it.
    pub hint: Option<Message>,
}

impl Complaint {
    /// About a field.
    #[must_use]
    pub const fn at(field: usize, message: Message, hint: Option<Message>) -> Self {
        Self {
            field: Some(field),
            cell: None,
            message,
            hint,
        }
    }

    /// About nothing that is asked.
    #[must_use]
    pub const fn new(message: Message, hint: Option<Message>) -> Self {
        Self {
            field: None,
            cell: None,
            message,
            hint,
        }
    }

    /// The same, about a cell of the field: row and column.
    #[must_use]
    pub const fn cell(mut self, row: usize, column: usize) -> Self {
        self.cell = Some((row, column));
        self
    }
}

impl From<crate::session::Refusal> for Complaint {
    fn from(refusal: crate::session::Refusal) -> Self {
        Self::new(refusal.message, refusal.hint)
    }
}

impl Value {
    /// The text of a line.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) => text,
            _ => "",
        }
    }

    /// What was picked.
    #[must_use]
    pub const fn pick(&self) -> Option<usize> {
        match self {
            Self::Pick(pick) => *pick,
            _ => None,
        }
    }

    /// The score.
    #[must_use]
    pub const fn score(&self) -> Option<Score> {
        match self {
            Self::Score(score) => *score,
            _ => None,
        }
    }

    /// The boxes.
    #[must_use]
    pub fn ticks(&self) -> &[bool] {
        match self {
            Self::Ticks(ticks) => ticks,
            _ => &[],
        }
    }

    /// The rows in which something stands.
    #[must_use]
    pub fn rows(&self) -> Vec<Vec<String>> {
        match self {
            Self::Rows(rows) => rows
                .iter()
                .filter(|row| row.iter().any(|cell| !cell.trim().is_empty()))
                .cloned()
                .collect(),
            _ => Vec::new(),
        }
    }
}

impl Field {
    /// A line of text.
    #[must_use]
    pub fn line(id: impl Into<String>, label: String, help: String, text: String) -> Self {
        Self {
            id: id.into(),
            label,
            help,
            kind: Kind::Line,
            value: Value::Text(text),
            when: None,
        }
    }

    /// One of a few; `quick` where picking is answering.
    #[must_use]
    pub fn choice(
        id: impl Into<String>,
        label: String,
        options: Vec<Choice>,
        pick: Option<usize>,
        quick: bool,
    ) -> Self {
        Self {
            id: id.into(),
            label,
            help: String::new(),
            kind: Kind::Choice {
                options,
                quick,
                must: true,
            },
            value: Value::Pick(pick),
            when: None,
        }
    }

    /// The same, but it can be passed over.
    #[must_use]
    pub fn optional(mut self) -> Self {
        if let Kind::Choice { must, .. } = &mut self.kind {
            *must = false;
        }
        self
    }

    /// The same, asked only where the choice of field `field` is `pick`.
    #[must_use]
    pub const fn when(mut self, field: usize, pick: usize) -> Self {
        self.when = Some((field, pick));
        self
    }
}

impl Choice {
    /// With its meaning in small print.
    #[must_use]
    pub const fn new(label: String, about: String) -> Self {
        Self { label, about }
    }
}

/// How far a line of cards is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pile {
    /// How many cards stand in it.
    pub given: usize,
    /// The first that is no answer, from 1.
    pub fault: Option<usize>,
}

impl Cards {
    /// How far a line is, without telling what stands in it.
    #[must_use]
    pub fn pile(&self, line: &str) -> Pile {
        let words: Vec<&str> = words(line).collect();
        let wrong = |word: &&str| self.read(word).is_none();
        Pile {
            given: words.len(),
            fault: words.iter().position(wrong).map(|i| i + 1),
        }
    }

    /// One card: none if it is no answer.
    pub(super) fn read(&self, word: &str) -> Option<Card> {
        use crate::{method::Apology, session::AnswerWord};
        let word = word.to_lowercase();
        match (word.as_str(), self.answers) {
            ("-" | "–", CardAnswers::Scale | CardAnswers::Apology) => {
                Some(Card::Answer(AnswerWord::Abstain))
            }
            ("x", CardAnswers::Scale | CardAnswers::Apology) => {
                Some(Card::Answer(AnswerWord::Recused))
            }
            ("=", _) if self.again => Some(Card::Same),
            ("1", CardAnswers::Apology) => Some(Card::Answer(AnswerWord::Apology(Apology::Whole))),
            ("2", CardAnswers::Apology) => Some(Card::Answer(AnswerWord::Apology(Apology::How))),
            ("3", CardAnswers::Apology) => Some(Card::Answer(AnswerWord::Apology(Apology::None))),
            ("+", CardAnswers::Stance) => Some(Card::Stance(Some(true))),
            ("-" | "–", CardAnswers::Stance) => Some(Card::Stance(Some(false))),
            ("x", CardAnswers::Stance) => Some(Card::Stance(None)),
            ("-" | "–", CardAnswers::Forecast) => Some(Card::Forecast(None)),
            (word, CardAnswers::Forecast) => forecast(word).map(|f| Card::Forecast(Some(f))),
            (word, CardAnswers::Scale) if word.bytes().all(|b| b.is_ascii_digit()) => {
                AnswerWord::parse(word).map(Card::Answer)
            }
            _ => None,
        }
    }

    /// Every card, or the first that is wrong, from 1; `Err(0)` where there
    /// are too few or too many.
    pub(super) fn read_all(&self, line: &str) -> Result<Vec<Card>, usize> {
        if words(line).count() > self.seats.len() {
            return Err(0);
        }
        let cards = words(line)
            .enumerate()
            .map(|(i, word)| self.read(word).ok_or(i + 1))
            .collect::<Result<Vec<_>, _>>()?;
        if cards.len() == self.seats.len() {
            Ok(cards)
        } else {
            Err(0)
        }
    }
}

/// One card. Without `Debug` on purpose: it is a rating.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Card {
    Answer(crate::session::AnswerWord),
    /// As before.
    Same,
    /// Whether they want this.
    Stance(Option<bool>),
    /// How likely they hold it.
    Forecast(Option<Forecast>),
}

/// `70`, `70%`, or `70k` where the case was known.
fn forecast(word: &str) -> Option<Forecast> {
    let percent = word.strip_suffix('k');
    let recognised = percent.is_some();
    let percent = percent.unwrap_or(word);
    let percent = percent.strip_suffix('%').unwrap_or(percent);
    let plain = percent.bytes().all(|b| b.is_ascii_digit());
    let number: u8 = percent.parse().ok().filter(|_| plain)?;
    // 7 can only mean 70%.
    let chance = match number {
        1..=9 => Chance::from_tenths(number),
        _ => Chance::from_percent(number),
    }?;
    Some(Forecast { chance, recognised })
}

/// A line that was typed, made harmless; empty where there is no such field.
pub(super) fn line(values: &[Value], field: usize) -> Clean {
    Clean::line(values.get(field).map_or("", Value::text))
}

fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split([' ', ',', ';', '\t', '\n'])
        .filter(|word| !word.is_empty())
}
