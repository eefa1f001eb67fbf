//! What each role may see. Screens, exports and, later, the network read
//! these and nothing else.
//!
//! Invariant: a view cannot hold an unrevealed rating, but for a seat's own
//! in its [`SeatView`].

use super::{
    event::{
        AnswerWord, Decision, Event, Evidence, LegalEntry, Letter, Note, Round, RoundId, SeatId,
        Step,
    },
    state::{RoundState, State},
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

/// One round as a role sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundView<R> {
    /// Who has handed in, not what.
    pub handed_in: Vec<SeatId>,
    /// The ratings, once on the table.
    pub revealed: Option<Vec<R>>,
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

/// What does not change after the first event.
#[derive(Clone, Debug)]
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
    /// The seats, in order.
    pub seats: Vec<Seat>,
    /// The questionnaire.
    pub instrument: Instrument,
    /// The hash of the instrument.
    pub instrument_hash: String,
    /// The idea, without what happened afterwards.
    pub scenario: Scenario,
    /// The hash of the scenario.
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

/// A session as one role sees it; `R` is what that role sees of a rating.
#[derive(Clone, Debug)]
pub struct View<R> {
    /// What does not change.
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
    /// The last event.
    pub fingerprint: Fingerprint,
    /// The day of the last event.
    pub date: Date,
}

/// The facilitator's view, and that of the memo.
pub type HostView = View<SeatRating>;

/// The read-along view for the projector: ratings without seats.
pub type RoomView = View<RoomRating>;

/// A participant's view: the room's, and the own ratings.
#[derive(Clone, Debug)]
pub struct SeatView {
    /// What the room sees.
    pub room: RoomView,
    /// The own ratings, sealed or not.
    pub own: BTreeMap<RoundId, SeatRating>,
}

impl State {
    fn view<R>(&self, info: Arc<Info>, rating: impl Fn(SeatRating) -> R) -> View<R> {
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
            fingerprint: Fingerprint {
                event: self.last(),
                hash: self.last_hash.clone(),
            },
            date: self.events.last().map_or(info.created_on, Event::day),
            info,
        }
    }

    /// What does not change.
    pub(super) fn info(&self) -> Info {
        let created = &self.created;
        Info {
            session: created.session.clone(),
            lang: created.lang,
            team: created.team.clone(),
            class: created.class.clone(),
            example: created.example,
            seats: created
                .seats
                .iter()
                .map(|seat| Seat {
                    id: seat.id,
                    name: seat.name.clone(),
                })
                .collect(),
            instrument: created.instrument.clone(),
            instrument_hash: created.instrument_hash.clone(),
            scenario: created.scenario.clone(),
            scenario_hash: created.scenario_hash.clone(),
            created_on: self.events.first().map_or(Date::ZERO, Event::day),
        }
    }

    pub(super) fn host(&self, info: Arc<Info>) -> HostView {
        self.view(info, |rating| rating)
    }

    pub(super) fn room(&self, info: Arc<Info>) -> RoomView {
        let mut view = self.view(info, |rating| RoomRating {
            answer: rating.answer,
            reason: rating.reason,
        });
        // In the order of the seats the dots would tell who gave which.
        for round in view.rounds.values_mut() {
            if let Some(ratings) = &mut round.revealed {
                ratings.sort_by(|a, b| (a.answer, &a.reason).cmp(&(b.answer, &b.reason)));
            }
        }
        view
    }

    pub(super) fn seat(&self, info: Arc<Info>, seat: SeatId) -> SeatView {
        let own = |id: &RoundId| {
            let (answer, reason) = self.own_rating(id, seat)?;
            let rating = SeatRating {
                seat,
                answer,
                reason,
            };
            Some((id.clone(), rating))
        };
        SeatView {
            own: self.rounds.keys().filter_map(own).collect(),
            room: self.room(info),
        }
    }
}

impl<R> View<R> {
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
