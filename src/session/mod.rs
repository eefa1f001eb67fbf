//! A session: what happened in it (events), what that amounts to (their
//! fold), what may happen next (the service), where it is kept (the file),
//! and what each role may see of it (views).
//!
//! Invariants: one way in, [`Service::submit`]; what a receipt was given for
//! is on disk; an unrevealed rating leaves this module only sealed, or to the
//! seat whose it is.

mod command;
mod debrief;
mod drafts;
mod event;
mod file;
mod frame;
mod lines;
mod log;
mod results;
mod room;
mod seal;
mod service;
mod state;
mod texts;
mod view;

pub use command::{Action, Actor, Command, HandIn, Receipt, Refusal, ToldCase};
pub use debrief::{Debrief, Forecast, SeatForecast, TwinTold};
pub use event::{
    AnswerWord, Condition, Decision, DecisionCode, Evidence, EvidenceGrade, Framing, GivenReason,
    IdeaText, KillCriterion, LegalEntry, Letter, Note, Pair, Private, Recusal, Roles, Round,
    RoundId, SeatId, Step, VERSION, Way, Words,
};
pub use file::{NewSession, Notice, Opened, create, io_words, read, read_upto, starts_an_event};
pub use results::{
    Again, OptionResult, again, differs, has_second_round, left_out, ranking, result, results,
    robustness, worth_a_second_round,
};
pub use room::{Sitting, StepClock, Teller, millis, sitting};
pub use seal::Secret;
pub use service::{Pending, Service};
pub use state::{assessment_words, option_words};
pub use view::{
    Decided, Fingerprint, Given, HostView, Info, RoomRating, RoomView, RoundView, Seat, SeatRating,
    SeatView, SeatWords, TextsView, View,
};

/// Why a session could not be made, opened or changed, and the way out. The
/// same as a refused command.
pub type Trouble = Refusal;

/// What comes in from outside, so that a test can make it exact.
pub struct Outside {
    /// The time with its offset, as events carry it:
    /// `2026-11-23T21:04:12+01:00`.
    pub clock: Box<dyn Fn() -> String + Send>,
    /// Fills bytes at random, fit for keys and nonces.
    pub random: Box<Random>,
}

/// A source of random bytes.
pub type Random = dyn Fn(&mut [u8]) + Send;
