//! What each role may see. Screens, exports and, later, the network read
//! these and nothing else.
//!
//! Invariant: a view cannot hold an unrevealed rating, but for a seat's own
//! in its [`SeatView`].

use super::{
    debrief::{Debrief, Forecast},
    event::{
        AnswerWord, Created, Decision, Event, Evidence, Framing, LegalEntry, Letter, Note, Pair,
        Private, Round, RoundId, SeatEntry, SeatId, Step, Words,
    },
    state::{RoundState, State, TextsState},
};
use crate::{
    content::{Instrument, OptionCard, Scenario},
    lang::Lang,
    method::Assessment,
    text::Clean,
};
use jiff::civil::Date;
use std::{collections::BTreeMap, sync::Arc};

/// A revealed rating with its seat, for the host's memo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatRating {
    /// Whose.
    pub seat: SeatId,
    /// The answer.
    pub answer: AnswerWord,
    /// The reason; may be empty.
    pub reason: Clean,
}

/// A revealed rating without its seat, for the room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomRating {
    /// The answer.
    pub answer: AnswerWord,
    /// The reason; may be empty.
    pub reason: Clean,
}

/// A revealed rating, as far as it is nobody's.
pub trait Given {
    /// The answer.
    fn answer(&self) -> AnswerWord;
    /// The reason; may be empty.
    fn reason(&self) -> &Clean;
}

impl Given for SeatRating {
    fn answer(&self) -> AnswerWord {
        self.answer
    }

    fn reason(&self) -> &Clean {
        &self.reason
    }
}

impl Given for RoomRating {
    fn answer(&self) -> AnswerWord {
        self.answer
    }

    fn reason(&self) -> &Clean {
        &self.reason
    }
}

/// One round as a role sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundView<R> {
    /// Who has handed in, not what.
    pub handed_in: Vec<SeatId>,
    /// The ratings, once on the table.
    pub revealed: Option<Vec<R>>,
}

/// Shown words with their seat, for the host's memo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatWords {
    /// Whose.
    pub seat: SeatId,
    /// What they wrote.
    pub words: Words,
}

impl AsRef<Words> for SeatWords {
    fn as_ref(&self) -> &Words {
        &self.words
    }
}

impl AsRef<Self> for Words {
    fn as_ref(&self) -> &Self {
        self
    }
}

/// Private words of a kind on an option as a role sees them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextsView<T> {
    /// Who has handed in, not what.
    pub handed_in: Vec<SeatId>,
    /// The words, once on the table.
    pub shown: Option<Vec<T>>,
}

/// A seat as everybody may know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// Its id.
    pub id: SeatId,
    /// Its name, in a session with `--named`.
    pub name: Option<Clean>,
}

impl Seat {
    /// What the memo calls it.
    #[must_use]
    pub fn label(&self) -> String {
        match &self.name {
            Some(name) => format!("{} ({name})", self.id),
            None => self.id.to_string(),
        }
    }
}

/// What holds for the session as a whole. Only the idea in it can change, and
/// only where it is the room's own.
#[derive(Clone, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own, as the file has it"
)]
pub struct Info {
    /// The session's id.
    pub session: String,
    /// The language it was made in.
    pub lang: Lang,
    /// The team, where several take the same case.
    pub team: Option<Clean>,
    /// The class, for trainers.
    pub class: Option<Clean>,
    /// Whether it is a worked example with made-up ratings.
    pub example: bool,
    /// Whether the idea is the room's own, typed in the walk.
    pub own: bool,
    /// Whether it is a real case, with something to tell afterwards.
    pub real: bool,
    /// Whether its names are hidden: until the debrief.
    pub disguised: bool,
    /// The session with its twin.
    pub pair: Option<Pair>,
    /// The seats, in order.
    pub seats: Vec<Seat>,
    /// The questionnaire.
    pub instrument: Instrument,
    /// The hash of the instrument.
    pub instrument_hash: String,
    /// The idea, without what happened afterwards. Its options are those
    /// that came with it; the session's are [`View::options`]. In a disguise
    /// its id is the host's alone.
    pub scenario: Scenario,
    /// The hash of the scenario as it stands.
    pub scenario_hash: String,
    /// The day on which it was made, where it was made.
    pub created_on: Date,
}

/// Number and hash of an event: what a memo carries to say what it was made
/// from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fingerprint {
    /// The number.
    pub event: u64,
    /// The hash, 64 hex digits.
    pub hash: String,
}

impl std::fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}", self.event, self.hash)
    }
}

/// The board's decision with its day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// What was decided.
    pub decision: Decision,
    /// The day on which it was put on record.
    pub on: Date,
}

/// A session as one role sees it; `R` is what that role sees of a rating, `T`
/// what it sees of private words.
#[derive(Clone, Debug)]
pub struct View<R, T> {
    /// What holds for the session as a whole.
    pub info: Arc<Info>,
    /// The options, A first.
    pub options: Vec<OptionCard>,
    /// The rounds begun.
    pub rounds: BTreeMap<RoundId, RoundView<R>>,
    /// The legal state of each option for which it was set.
    pub legal: BTreeMap<String, LegalEntry>,
    /// The evidence graded.
    pub evidence: BTreeMap<(String, Assessment), Evidence>,
    /// The scribe's notes.
    pub notes: Vec<Note>,
    /// The joint letters.
    pub letters: BTreeMap<String, Letter>,
    /// The board's decision.
    pub decision: Option<Decided>,
    /// Where the walk stands.
    pub step: Step,
    /// On which option.
    pub at_option: Option<String>,
    /// On which page of the step.
    pub page: Option<String>,
    /// What the room agreed on before it began.
    pub framing: Framing,
    /// Whether the room has agreed on anything; else [`View::framing`] is
    /// what is usual.
    pub framed: bool,
    /// Private words begun, by kind and option.
    pub texts: BTreeMap<(Private, String), TextsView<T>>,
    /// Who has locked a forecast, not which.
    pub locked: Vec<SeatId>,
    /// What happened, once it is told.
    pub debrief: Option<Arc<Debrief>>,
    /// Whether the last thing done can be taken back.
    pub can_undo: bool,
    /// The last event.
    pub fingerprint: Fingerprint,
    /// The day of the last event.
    pub date: Date,
}

/// The facilitator's view, and that of the memo.
pub type HostView = View<SeatRating, SeatWords>;

/// The read-along view for the projector: ratings and words without seats.
pub type RoomView = View<RoomRating, Words>;

/// A participant's view: the room's, and the own ratings and words.
#[derive(Clone, Debug)]
pub struct SeatView {
    /// What the room sees.
    pub room: RoomView,
    /// The own ratings, sealed or not.
    pub own: BTreeMap<RoundId, SeatRating>,
    /// The own words, sealed or not.
    pub own_words: BTreeMap<(Private, String), Words>,
    /// The own forecast, sealed or not.
    pub own_forecast: Option<Forecast>,
}

impl Info {
    /// As the first event says.
    pub(super) fn new(created: &Created, created_on: Date) -> Self {
        let seat = |seat: &SeatEntry| Seat {
            id: seat.id,
            name: seat.name.clone(),
        };
        Self {
            session: created.session.clone(),
            lang: created.lang,
            team: created.team.clone(),
            class: created.class.clone(),
            example: created.example,
            own: created.own,
            real: created.real,
            disguised: created.disguised,
            pair: created.pair.clone(),
            seats: created.seats.iter().map(seat).collect(),
            instrument: created.instrument.clone(),
            instrument_hash: created.instrument_hash.clone(),
            scenario: created.scenario.clone(),
            scenario_hash: created.scenario_hash.clone(),
            created_on,
        }
    }
}

impl State {
    fn view<R, T>(
        &self,
        rating: impl Fn(SeatRating) -> R,
        words: impl Fn(SeatWords) -> T,
    ) -> View<R, T> {
        let round = |state: &RoundState| match state {
            RoundState::Collecting(sealed) => RoundView {
                handed_in: sealed.keys().copied().collect(),
                revealed: None,
            },
            RoundState::Revealed(given) => RoundView {
                handed_in: given.keys().copied().collect(),
                revealed: Some(
                    given
                        .iter()
                        .map(|(&seat, (answer, reason))| {
                            rating(SeatRating {
                                seat,
                                answer: *answer,
                                reason: reason.clone(),
                            })
                        })
                        .collect(),
                ),
            },
        };
        let texts = |state: &TextsState| match state {
            TextsState::Collecting(sealed) => TextsView {
                handed_in: sealed.keys().copied().collect(),
                shown: None,
            },
            TextsState::Shown(given) => {
                let given = given.iter().map(|(&seat, text)| SeatWords {
                    seat,
                    words: text.clone(),
                });
                let given: Vec<SeatWords> = given.collect();
                TextsView {
                    handed_in: given.iter().map(|given| given.seat).collect(),
                    shown: Some(given.into_iter().map(&words).collect()),
                }
            }
        };
        View {
            options: self.options.clone(),
            rounds: self
                .rounds
                .iter()
                .map(|(id, state)| (id.clone(), round(state)))
                .collect(),
            legal: self.legal.clone(),
            evidence: self.evidence.clone(),
            notes: self.notes.clone(),
            letters: self.letters.clone(),
            decision: self.decision.clone(),
            step: self.step,
            at_option: self.at_option.clone(),
            page: self.page.clone(),
            framing: self.framing.clone().unwrap_or_default(),
            framed: self.framing.is_some(),
            texts: self
                .texts
                .iter()
                .map(|(id, state)| (id.clone(), texts(state)))
                .collect(),
            locked: self.forecasts.keys().copied().collect(),
            debrief: self.debrief.clone(),
            can_undo: self.undoable().is_some(),
            fingerprint: Fingerprint {
                event: self.last(),
                hash: self.last_hash.clone(),
            },
            date: self.events.last().map_or(self.info.created_on, Event::day),
            info: Arc::clone(&self.info),
        }
    }

    pub(super) fn host(&self) -> HostView {
        self.view(|rating| rating, |words| words)
    }

    pub(super) fn room(&self) -> RoomView {
        let rating = |rating: SeatRating| RoomRating {
            answer: rating.answer,
            reason: rating.reason,
        };
        let mut view = self.view(rating, |given| given.words);
        // In the order of the seats the dots would tell who gave which.
        for round in view.rounds.values_mut() {
            if let Some(ratings) = &mut round.revealed {
                ratings.sort_by(|a, b| (a.answer, &a.reason).cmp(&(b.answer, &b.reason)));
            }
        }
        for texts in view.texts.values_mut() {
            if let Some(words) = &mut texts.shown {
                words.sort();
            }
        }
        if let Some(told) = &mut view.debrief {
            let told = Arc::make_mut(told);
            for forecast in &mut told.forecasts {
                forecast.seat = None;
            }
            told.forecasts.sort();
        }
        // The id would tell what the disguise hides.
        if view.info.disguised {
            Arc::make_mut(&mut view.info).scenario.id.clear();
        }
        view
    }

    pub(super) fn seat(&self, seat: SeatId) -> SeatView {
        let own = |id: &RoundId| {
            let (answer, reason) = self.own_rating(id, seat)?;
            let rating = SeatRating {
                seat,
                answer,
                reason,
            };
            Some((id.clone(), rating))
        };
        let words = |id: &(Private, String)| Some((id.clone(), self.own_words(id.0, &id.1, seat)?));
        SeatView {
            own: self.rounds.keys().filter_map(own).collect(),
            own_words: self.texts.keys().filter_map(words).collect(),
            own_forecast: self.own_forecast(seat),
            room: self.room(),
        }
    }
}

impl<R, T> View<R, T> {
    /// A round of rating, if it was begun.
    #[must_use]
    pub fn round(
        &self,
        option: &str,
        assessment: Assessment,
        round: Round,
    ) -> Option<&RoundView<R>> {
        self.rounds.get(&RoundId {
            option: option.to_owned(),
            assessment,
            round,
        })
    }

    /// Whether an option is the plan as proposed, which the idea card and the
    /// scenario's own legal state are about.
    #[must_use]
    pub fn is_as_proposed(&self, option: &OptionCard) -> bool {
        let first = self.info.scenario.options.first();
        first.is_some_and(|first| first.id == option.id)
    }

    /// The option under which an option's relationship is rated: itself if
    /// it has ratings of its own or changes the service, else the first.
    #[must_use]
    pub fn relationship_option<'a>(&'a self, option: &'a OptionCard) -> &'a str {
        let own = |round| {
            self.round(&option.id, Assessment::Relationship, round)
                .is_some()
        };
        if option.changes_service || own(Round::First) || own(Round::Second) {
            return &option.id;
        }
        self.options.first().map_or(&option.id, |first| &first.id)
    }
}
