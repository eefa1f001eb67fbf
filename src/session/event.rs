//! What happened in a session, one event a command. The session is the fold
//! of these and nothing else.
//!
//! Invariant: an event that was written can be read for ever. A change of
//! shape takes a new [`VERSION`] or a new kind, never a new meaning of an old
//! one.

use super::{debrief::TwinTold, lines, seal::Sealed};
use crate::{
    content::{Idea, Instrument, OptionCard, Outcome, Scenario, Text},
    lang::Lang,
    method::{Apology, Assessment, Legal, Rating},
    text::Clean,
};
use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;
use toml::{
    Spanned, Table, Value,
    de::{DeTable, DeValue},
};

/// The newest format version of an event that this program reads. An event is
/// written in the oldest version that can say what it says.
pub const VERSION: u32 = 3;

/// A seat at the table: P1, P2, … up to P99. Stable, apart from names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SeatId(u8);

impl SeatId {
    /// The most seats a session can have.
    pub const MAX: u8 = 99;

    /// The seat of a number from 1 to 99.
    #[must_use]
    pub const fn new(number: u8) -> Option<Self> {
        match number {
            1..=Self::MAX => Some(Self(number)),
            _ => None,
        }
    }

    /// Its number, from 1.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0
    }

    /// The seat written as `P3` or `p3`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix(['P', 'p'])?;
        if digits.starts_with(['0', '+']) {
            return None;
        }
        digits.parse().ok().and_then(Self::new)
    }
}

impl fmt::Display for SeatId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "P{}", self.0)
    }
}

impl Serialize for SeatId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for SeatId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| de::Error::custom("not a seat"))
    }
}

/// The first or the second rating; there is no third.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub enum Round {
    /// Private, before discussion.
    First,
    /// Private again, after discussion.
    Second,
}

impl Round {
    /// 1 or 2.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::First => 1,
            Self::Second => 2,
        }
    }
}

impl TryFrom<u8> for Round {
    type Error = &'static str;

    fn try_from(number: u8) -> Result<Self, Self::Error> {
        match number {
            1 => Ok(Self::First),
            2 => Ok(Self::Second),
            _ => Err("not a round"),
        }
    }
}

impl From<Round> for u8 {
    fn from(round: Round) -> Self {
        round.number()
    }
}

/// One round of rating: an assessment of an option, first or second time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RoundId {
    /// The option's id.
    pub option: String,
    /// What is rated; never `legal`.
    pub assessment: Assessment,
    /// Which time.
    pub round: Round,
}

/// An answer on any rated assessment, as it stands in files: 0–10, `whole`,
/// `how`, `none`, `abstain` or `recused`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AnswerWord {
    /// On `relationship`, `need` or `support`.
    Score(Rating),
    /// On `apology`.
    Apology(Apology),
    /// No basis to judge.
    Abstain,
    /// Conflict of interest.
    Recused,
}

impl AnswerWord {
    /// Reads an answer; none if it is no answer on any assessment.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let word = text.trim().to_lowercase();
        if let Ok(number) = word.parse::<u8>() {
            return Rating::try_from(number).ok().map(Self::Score);
        }
        match word.as_str() {
            "abstain" => Some(Self::Abstain),
            "recused" => Some(Self::Recused),
            word => Apology::from_id(word).map(Self::Apology),
        }
    }

    /// Whether it is an answer to this assessment.
    #[must_use]
    pub const fn fits(self, assessment: Assessment) -> bool {
        match self {
            Self::Score(_) => matches!(
                assessment,
                Assessment::Relationship | Assessment::Need | Assessment::Support
            ),
            Self::Apology(_) => matches!(assessment, Assessment::Apology),
            Self::Abstain | Self::Recused => !matches!(assessment, Assessment::Legal),
        }
    }
}

impl fmt::Display for AnswerWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Score(rating) => write!(f, "{}", rating.get()),
            Self::Apology(apology) => f.write_str(apology.id()),
            Self::Abstain => f.write_str("abstain"),
            Self::Recused => f.write_str("recused"),
        }
    }
}

impl Serialize for AnswerWord {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Score(rating) => serializer.serialize_u8(rating.get()),
            word => serializer.collect_str(word),
        }
    }
}

impl<'de> Deserialize<'de> for AnswerWord {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = match Value::deserialize(deserializer)? {
            Value::Integer(number) => number.to_string(),
            Value::String(word) => word,
            _ => String::new(),
        };
        Self::parse(&text).ok_or_else(|| de::Error::custom("not an answer"))
    }
}

/// A rating that is still sealed.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct SealedRating {
    pub option: String,
    pub assessment: Assessment,
    pub round: Round,
    pub seat: SeatId,
    pub sealed: Sealed,
}

/// A rating in the clear.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct OpenRating {
    pub option: String,
    pub assessment: Assessment,
    pub round: Round,
    pub seat: SeatId,
    pub answer: AnswerWord,
    #[serde(default, skip_serializing_if = "Clean::is_empty")]
    pub reason: Clean,
}

/// The legal state of an option, set by its owner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LegalEntry {
    /// The option's id.
    pub option: String,
    /// The state.
    pub state: Legal,
    /// Who or what says so.
    #[serde(default, skip_serializing_if = "Clean::is_empty")]
    pub source: Clean,
}

/// How well the room's view of an assessment is founded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EvidenceGrade {
    /// Nothing but the ratings.
    None,
    /// Somebody says so.
    Claim,
    /// There are figures.
    Data,
    /// It was tried with customers.
    Tested,
}

/// The evidence under an assessment, graded by the group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The option's id.
    pub option: String,
    /// Which assessment.
    pub assessment: Assessment,
    /// The grade.
    pub grade: EvidenceGrade,
    /// Where it stands.
    #[serde(default, skip_serializing_if = "Clean::is_empty")]
    pub source: Clean,
    /// What would make customers want this, by when; for weak or middle need.
    #[serde(default, skip_serializing_if = "Clean::is_empty")]
    pub would_help: Clean,
}

/// A note of the scribe on an assessment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The option's id.
    pub option: String,
    /// Which assessment.
    pub assessment: Assessment,
    /// The note.
    pub text: Clean,
}

/// The joint apology letter for an option.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// The option's id.
    pub option: String,
    /// The letter, as read aloud.
    pub text: Clean,
}

/// What a board can decide (METHOD.md §2.7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DecisionCode {
    /// Do it.
    Proceed,
    /// Do it under conditions.
    ProceedWithConditions,
    /// Design it anew.
    Redesign,
    /// Not now; the watch list holds the signals that would reopen it.
    NotNow,
    /// Do not do it.
    DoNotProceed,
}

impl DecisionCode {
    /// The word for it in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Proceed => "proceed",
            Self::ProceedWithConditions => "proceed-with-conditions",
            Self::Redesign => "redesign",
            Self::NotNow => "not-now",
            Self::DoNotProceed => "do-not-proceed",
        }
    }
}

/// A condition with its owner and date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// What must be in place.
    pub text: Clean,
    /// Who sees to it.
    #[serde(default, skip_serializing_if = "Clean::is_empty")]
    pub owner: Clean,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Date>,
}

/// A kill criterion: a state and a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KillCriterion {
    /// The state that makes the board stop.
    pub text: Clean,
    /// The date on which it is looked at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Date>,
}

/// The board's own decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The option it is about.
    pub option: String,
    /// What was decided.
    pub code: DecisionCode,
    /// Why; required where it differs from the verdict.
    #[serde(default, skip_serializing_if = "Clean::is_empty")]
    pub reason: Clean,
    /// Who signed it. In the file `signed`: `by` is who put it on record.
    #[serde(default, rename = "signed", skip_serializing_if = "Vec::is_empty")]
    pub by: Vec<Clean>,
    /// Conditions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<Condition>,
    /// Kill criteria.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kill_criteria: Vec<KillCriterion>,
    /// What is watched; for `not-now` the signals that would reopen it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub watch: Vec<Clean>,
    /// When the board looks at it again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<Date>,
    /// Minority notes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dissent: Vec<Clean>,
}

/// Where in the walk the room is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// Framing the idea.
    #[default]
    Frame,
    /// Rating the relationship.
    Relationship,
    /// Rating customer need.
    Need,
    /// Rating societal support.
    Support,
    /// Setting the legal state.
    Legal,
    /// Writing and rating the apology letter.
    Apology,
    /// Reading the verdict.
    Verdict,
    /// Deciding.
    Decide,
    /// The memo.
    Memo,
    /// What really happened; since version 2.
    Debrief,
}

/// How ratings are given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Way {
    /// On paper; the facilitator types them in once the last card is there.
    #[default]
    Cards,
    /// Each types alone, and passes the keyboard on.
    Keyboard,
}

/// Who has which role; each may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Roles {
    /// Leads the talk, and speaks last.
    #[serde(skip_serializing_if = "Clean::is_empty")]
    pub chair: Clean,
    /// Whose idea it is; answers questions of fact only.
    #[serde(skip_serializing_if = "Clean::is_empty")]
    pub owner: Clean,
    /// Sets the legal state.
    #[serde(skip_serializing_if = "Clean::is_empty")]
    pub legal: Clean,
    /// Writes down the notes and the letter.
    #[serde(skip_serializing_if = "Clean::is_empty")]
    pub scribe: Clean,
}

impl Roles {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What a seat does not take part in, as agreed when the idea was framed. The
/// ratings themselves say `recused`; this says who is not to be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recusal {
    /// Whose.
    pub seat: SeatId,
    /// On what; never `legal`.
    pub assessments: Vec<Assessment>,
}

/// What the room agrees on before it begins.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Framing {
    /// How ratings are given.
    pub way: Way,
    /// Who has which role.
    #[serde(skip_serializing_if = "Roles::is_empty")]
    pub roles: Roles,
    /// Who is recused from what.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub recused: Vec<Recusal>,
    /// How long it may take, in minutes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u16>,
    /// Who may read the memo, in a word or two; may be empty.
    #[serde(skip_serializing_if = "Clean::is_empty")]
    pub classification: Clean,
}

/// What a room types for an idea of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdeaText {
    /// What it is called.
    pub title: Clean,
    /// Whose idea it is; may be empty.
    #[serde(default, skip_serializing_if = "Clean::is_empty")]
    pub organisation: Clean,
    /// What those whose data it is are called.
    pub people: Text,
    /// The idea card.
    pub idea: Idea,
}

/// Something private and written: in words, not rated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Private {
    /// Each one's key sentence of the apology letter.
    Sentence,
    /// "We do, or do not, want this, because …".
    Stance,
}

impl Private {
    /// The word for it in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Sentence => "sentence",
            Self::Stance => "stance",
        }
    }
}

/// What a seat wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Words {
    /// Whether the seat wants the option; for [`Private::Stance`] only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wants: Option<bool>,
    /// The words. A stance may go without.
    #[serde(default, skip_serializing_if = "Clean::is_empty")]
    pub text: Clean,
}

/// A reason for a rating that is on the table already, as from a paper card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenReason {
    /// Which round.
    pub round: RoundId,
    /// Whose.
    pub seat: SeatId,
    /// The reason.
    pub reason: Clean,
}

/// A seat as registered.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct SeatEntry {
    pub id: SeatId,
    /// In the clear with `--named` only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Clean>,
    /// Otherwise sealed, so that a file of ratings may use it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sealed_name: Option<Sealed>,
}

/// A session with the twin of a case, to be walked beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    /// The name of its file, in the same folder.
    pub file: String,
    /// Whether it comes after this one.
    pub later: bool,
}

/// The first event: everything the session needs to read the same in ten
/// years.
#[derive(Clone, Serialize, Deserialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own, as the file has it"
)]
pub(super) struct Created {
    pub session: String,
    pub program: String,
    pub lang: Lang,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team: Option<Clean>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<Clean>,
    pub key: String,
    pub named: bool,
    /// A worked example: its ratings were made up.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub example: bool,
    /// An idea of the room's own, which it may rewrite.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub own: bool,
    /// A real case: there is something to tell afterwards.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub real: bool,
    /// The case is told without its names until the debrief.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub disguised: bool,
    /// The id of a disguised case, under seal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<Sealed>,
    /// The session with the twin, a file of this name in the same folder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pair: Option<Pair>,
    /// The options of the scenario with which the room begins; all where
    /// empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub start_with: Vec<String>,
    pub seats: Vec<SeatEntry>,
    pub instrument_hash: String,
    pub scenario_hash: String,
    pub scenario: Scenario,
    pub instrument: Instrument,
}

/// What an event says.
#[derive(Clone)]
pub(super) enum Body {
    Created(Box<Created>),
    HandedIn(HandedIn),
    Revealed(Revealed),
    Legal(Legals),
    Evidence(Evidence),
    Note(Note),
    Letter(Letter),
    OptionAdded(Added),
    Decided(Decision),
    Moved(Moved),
    Framed(Framing),
    IdeaWritten(Box<IdeaText>),
    ReasonsGiven(ReasonsGiven),
    TextsHandedIn(TextsHandedIn),
    TextsShown(TextsShown),
    ForecastsLocked(ForecastsLocked),
    Debriefed(Box<Debriefed>),
    Undone(Undone),
}

/// Ratings handed in under seal, with legal states that came along.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct HandedIn {
    pub ratings: Vec<SealedRating>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub legal: Vec<LegalEntry>,
}

/// Whole rounds laid on the table: every rating of them.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Revealed {
    pub ratings: Vec<OpenRating>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub legal: Vec<LegalEntry>,
}

#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Legals {
    pub legal: Vec<LegalEntry>,
}

#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Added {
    pub option: OptionCard,
}

#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Moved {
    pub to: Step,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub option: Option<String>,
    /// The page of the step, in a short word of the screen's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
}

#[derive(Clone, Serialize, Deserialize)]
pub(super) struct ReasonsGiven {
    pub reasons: Vec<OpenReason>,
}

/// A reason for a rating on the table.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct OpenReason {
    pub option: String,
    pub assessment: Assessment,
    pub round: Round,
    pub seat: SeatId,
    pub reason: Clean,
}

/// Texts handed in under seal.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct TextsHandedIn {
    pub what: Private,
    pub option: String,
    pub texts: Vec<SealedText>,
}

#[derive(Clone, Serialize, Deserialize)]
pub(super) struct SealedText {
    pub seat: SeatId,
    pub sealed: Sealed,
}

/// Every text of a kind on an option, on the table.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct TextsShown {
    pub what: Private,
    pub option: String,
    pub texts: Vec<OpenText>,
}

#[derive(Clone, Serialize, Deserialize)]
pub(super) struct OpenText {
    pub seat: SeatId,
    #[serde(flatten)]
    pub words: Words,
}

/// Forecasts under seal, for good.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct ForecastsLocked {
    pub forecasts: Vec<SealedForecast>,
}

#[derive(Clone, Serialize, Deserialize)]
pub(super) struct SealedForecast {
    pub seat: SeatId,
    pub sealed: Sealed,
}

/// What happened, as the library told it, with every forecast in the clear.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Debriefed {
    pub forecasts: Vec<OpenForecast>,
    /// How many of the library's other cases were stopped.
    pub stopped: u32,
    /// How many other cases there were.
    pub of: u32,
    pub title: Text,
    pub organisation: Text,
    /// Where each fact of a case in disguise stands, by their order; none of
    /// an open one, which has them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
    pub outcome: Outcome,
    pub twins: Vec<TwinTold>,
}

#[derive(Clone, Serialize, Deserialize)]
pub(super) struct OpenForecast {
    pub seat: SeatId,
    pub percent: u8,
    pub recognised: bool,
}

#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Undone {
    /// The number of the event that counts no longer.
    pub event: u64,
}

/// An event with what stands around it.
#[derive(Clone)]
pub(super) struct Event {
    pub number: u64,
    /// When, with the offset of the place: `2026-11-23T21:04:12+01:00`. For
    /// display only; the order is that of the numbers.
    pub at: String,
    /// Who: `facilitator` or a seat.
    pub by: String,
    /// The command's id, which makes it idempotent.
    pub command: String,
    pub body: Body,
}

/// Why the lines of an event can't be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unreadable {
    /// A newer version of the program wrote it.
    Newer,
    /// It is no event.
    Malformed,
}

macro_rules! kinds {
    ($($variant:ident = $kind:literal $(($boxed:ident))?),* $(,)?) => {
        impl Body {
            pub(super) const fn kind(&self) -> &'static str {
                match self { $(Self::$variant(_) => $kind),* }
            }

            fn table(&self) -> Result<Table, toml::ser::Error> {
                match self { $(Self::$variant(body) => Table::try_from(body)),* }
            }

            fn read(kind: &str, table: DeTable) -> Result<Self, Unreadable> {
                let body = toml::Deserializer::from(Spanned::new(0..0, table));
                match kind {
                    $($kind => Deserialize::deserialize(body)
                        .map(Self::$variant)
                        .map_err(|_| Unreadable::Malformed),)*
                    _ => Err(Unreadable::Newer),
                }
            }
        }
    };
}

kinds! {
    Created = "created",
    HandedIn = "handed-in",
    Revealed = "revealed",
    Legal = "legal-set",
    Evidence = "evidence-graded",
    Note = "noted",
    Letter = "letter-written",
    OptionAdded = "option-added",
    Decided = "decided",
    Moved = "moved",
    Framed = "framed",
    IdeaWritten = "idea-written",
    ReasonsGiven = "reasons-given",
    TextsHandedIn = "texts-handed-in",
    TextsShown = "texts-shown",
    ForecastsLocked = "forecasts-locked",
    Debriefed = "debriefed",
    Undone = "undone",
}

impl Body {
    /// The oldest format version that can say it.
    fn version(&self) -> u32 {
        match self {
            // An older program would leave it out of the memo.
            Self::Framed(framing) if !framing.classification.is_empty() => 3,
            Self::Moved(Moved {
                to: Step::Debrief, ..
            })
            | Self::ForecastsLocked(_)
            | Self::Debriefed(_) => 2,
            _ => 1,
        }
    }

    /// Whether `u` may take it back: undo never crosses a hand-in, a reveal
    /// or the beginning.
    pub(super) const fn can_be_undone(&self) -> bool {
        !matches!(
            self,
            Self::Created(_)
                | Self::HandedIn(_)
                | Self::Revealed(_)
                | Self::TextsHandedIn(_)
                | Self::TextsShown(_)
                | Self::ForecastsLocked(_)
                | Self::Debriefed(_)
                | Self::Undone(_)
        )
    }

    /// Whether the lines of an event of this kind may hold something private
    /// that was not on the table before: a rating, or words.
    pub(super) fn kind_may_hold_private(kind: &str) -> bool {
        !matches!(
            kind,
            "legal-set"
                | "evidence-graded"
                | "noted"
                | "letter-written"
                | "option-added"
                | "decided"
                | "moved"
                | "framed"
                | "idea-written"
                | "reasons-given"
                | "undone"
        )
    }
}

impl Event {
    /// The day on which it happened, where it happened.
    pub(super) fn day(&self) -> Date {
        let day = self.at.get(..10).and_then(|day| day.parse().ok());
        day.unwrap_or(Date::ZERO)
    }

    /// Its lines without the hash: `[[event]]`, then `key = value` each.
    pub(super) fn lines(&self) -> Result<String, toml::ser::Error> {
        let mut table = Table::new();
        let number = i64::try_from(self.number).unwrap_or(i64::MAX);
        table.insert("n".into(), Value::Integer(number));
        table.insert("v".into(), Value::Integer(self.body.version().into()));
        table.insert("kind".into(), self.body.kind().into());
        table.insert("at".into(), self.at.as_str().into());
        table.insert("by".into(), self.by.as_str().into());
        table.insert("command".into(), self.command.as_str().into());
        for (key, value) in self.body.table()? {
            // It could not be read back: better refused than written.
            if key == "hash" || table.contains_key(&key) {
                return Err(serde::ser::Error::custom("a name is taken"));
            }
            table.insert(key, value);
        }
        let mut out = String::from("[[event]]\n");
        lines::write_table(&mut out, &table);
        Ok(out)
    }

    /// Reads the lines of one event.
    pub(super) fn read(text: &str) -> Result<Self, Unreadable> {
        // Borrowing from the text all the way: reading a long session is
        // mostly this.
        let malformed = |_| Unreadable::Malformed;
        let mut root = DeTable::parse(text).map_err(malformed)?.into_inner();
        let event = root.get_mut("event").map(Spanned::get_mut);
        let Some(DeValue::Array(events)) = event else {
            return Err(Unreadable::Malformed);
        };
        let (true, Some(DeValue::Table(table))) =
            (events.len() == 1, events.get_mut(0).map(Spanned::get_mut))
        else {
            return Err(Unreadable::Malformed);
        };
        let mut table = std::mem::take(table);
        let mut take = |key: &str| {
            let value = table.remove(key).ok_or(Unreadable::Malformed)?;
            Ok(value.into_inner())
        };
        let number = |value: DeValue| match &value {
            DeValue::Integer(digits) => digits.as_str().parse().map_err(|_| Unreadable::Malformed),
            _ => Err(Unreadable::Malformed),
        };
        let word = |value: DeValue| match value {
            DeValue::String(text) => Ok(text.into_owned()),
            _ => Err(Unreadable::Malformed),
        };
        let version: u64 = number(take("v")?)?;
        if version > VERSION.into() {
            return Err(Unreadable::Newer);
        }
        if version == 0 {
            return Err(Unreadable::Malformed);
        }
        let kind = word(take("kind")?)?;
        let (n, at, by, command) = (
            number(take("n")?)?,
            word(take("at")?)?,
            word(take("by")?)?,
            word(take("command")?)?,
        );
        take("hash")?;
        Ok(Self {
            number: n,
            at,
            by,
            command,
            body: Body::read(&kind, table)?,
        })
    }
}

fn clean(text: &mut Text) {
    text.en = Clean::line(&text.en).into();
    text.nl = Clean::line(&text.nl).into();
}

/// Cleans the texts of an idea that a person typed; a field that is empty is
/// left out.
pub(super) fn clean_idea(mut text: IdeaText) -> IdeaText {
    text.title = Clean::line(text.title.as_str());
    text.organisation = Clean::line(text.organisation.as_str());
    clean(&mut text.people);
    let idea = &mut text.idea;
    clean(&mut idea.summary);
    for field in [
        &mut idea.data,
        &mut idea.about,
        &mut idea.purpose,
        &mut idea.payer,
        &mut idea.gains,
        &mut idea.returns,
        &mut idea.revenue,
        &mut idea.cost_of_not,
        &mut idea.consent,
        &mut idea.letter,
    ] {
        if let Some(text) = field {
            clean(text);
        }
        let said = |text: &Text| !text.en.is_empty() || !text.nl.is_empty();
        *field = field.take().filter(said);
    }
    text
}

/// Cleans the texts of an option that a person typed.
pub(super) fn clean_option(mut option: OptionCard) -> OptionCard {
    clean(&mut option.name);
    clean(&mut option.summary);
    if let Some(legal) = &mut option.legal {
        clean(&mut legal.why);
        legal.questions.iter_mut().for_each(clean);
    }
    option
}
