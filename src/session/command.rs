//! What can be asked of a session, and how it answers.

use super::debrief::{Forecast, TwinTold};
use super::event::{
    AnswerWord, Decision, Evidence, Framing, GivenReason, IdeaText, LegalEntry, Letter, Note,
    Private, RoundId, SeatId, Step, Words,
};
use super::seal::Secret;
use crate::{
    content::{Fact, OptionCard, Outcome, Text},
    lang::Message,
    method::BaseRate,
    text::Clean,
};

/// Whoever changes a session (a key, a file of ratings, later a phone) hands
/// one of these to the service.
pub struct Command {
    /// An id of the sender's making; the same id again gives the same
    /// receipt and changes nothing.
    pub id: String,
    /// Who asks.
    pub actor: Actor,
    /// The number of the last event that the sender has seen, where the
    /// command means nothing on top of a later one.
    pub seen: Option<u64>,
    /// What is asked.
    pub action: Action,
}

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// The facilitator: everything, but sees no rating before its reveal.
    Facilitator,
    /// A participant: may hand in for the own seat.
    Seat(SeatId),
}

/// What is asked. Without `Debug` on purpose: it may hold ratings.
pub enum Action {
    /// Hands in ratings and legal states; with `reveal`, every round that it
    /// fills is laid on the table in the same event.
    HandIn {
        /// The ratings.
        ratings: Vec<HandIn>,
        /// Legal states that came along.
        legal: Vec<LegalEntry>,
        /// Whether to reveal at once.
        reveal: bool,
    },
    /// Lays rounds on the table.
    Reveal(Vec<RoundId>),
    /// Sets the legal state of an option.
    SetLegal(LegalEntry),
    /// Grades the evidence under an assessment.
    GradeEvidence(Evidence),
    /// Adds a note to an assessment.
    AddNote(Note),
    /// Puts the joint letter of an option on record, in place of an earlier
    /// one.
    WriteLetter(Letter),
    /// Adds an option; its id must be the next free letter.
    AddOption(OptionCard),
    /// Puts the board's decision on record, in place of an earlier one.
    Decide(Decision),
    /// Puts on record what the room agreed on before it began, in place of
    /// what it agreed on earlier.
    Frame(Framing),
    /// Writes the idea anew; only where it is the room's own.
    WriteIdea(Box<IdeaText>),
    /// Gives reasons for ratings that are on the table, as from paper cards;
    /// an empty one changes nothing.
    GiveReasons(Vec<GivenReason>),
    /// Hands in private words on an option; with `show`, all of that kind
    /// are laid on the table in the same event.
    Write {
        /// Which kind of words.
        what: Private,
        /// The option's id.
        option: String,
        /// Whose words.
        words: Vec<(SeatId, Secret<Words>)>,
        /// Whether to show all at once.
        show: bool,
    },
    /// Lays private words on an option on the table.
    Show {
        /// Which kind of words.
        what: Private,
        /// The option's id.
        option: String,
    },
    /// Locks forecasts, for good.
    Lock(Vec<(SeatId, Secret<Forecast>)>),
    /// Opens every forecast and puts on record what happened.
    Debrief(Box<ToldCase>),
    /// Walks to a step, on an option, to a page of that step: a word of at
    /// most 40 small letters, digits and hyphens.
    GoTo(Step, Option<String>, Option<String>),
    /// Takes back the last event, where that is possible.
    Undo,
}

/// What the library tells of a case once it may: by its own name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldCase {
    /// What it is called.
    pub title: Text,
    /// Whose idea it was.
    pub organisation: Text,
    /// What was known of it, with the sources that a disguise leaves out.
    pub facts: Vec<Fact>,
    /// What happened.
    pub outcome: Outcome,
    /// The same idea elsewhere.
    pub twins: Vec<TwinTold>,
    /// How many of the library's other cases were stopped.
    pub base: BaseRate,
}

/// One rating on its way in. Without `Debug` on purpose.
pub struct HandIn {
    /// Which round.
    pub round: RoundId,
    /// Whose.
    pub seat: SeatId,
    /// Answer and reason, closed.
    pub rating: Secret<(AnswerWord, Clean)>,
}

/// What came of a command that was taken: it is on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The event that it made.
    pub event: u64,
    /// That event's hash.
    pub hash: String,
}

/// Why a command was not taken; nothing has changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// What is wrong.
    pub message: Message,
    /// What to do about it.
    pub hint: Option<Message>,
    /// Whether the fault lies with the file system, not with what was asked.
    pub storage: bool,
}

impl Refusal {
    /// A refusal of what was asked.
    #[must_use]
    pub const fn new(message: Message) -> Self {
        Self {
            message,
            hint: None,
            storage: false,
        }
    }

    /// The same with a way out.
    #[must_use]
    pub fn hint(mut self, hint: Message) -> Self {
        self.hint = Some(hint);
        self
    }
}
