//! The rules: what people in a room think becomes a verdict that they can
//! check by hand. Pure: no file, clock, terminal or language; numbers in,
//! numbers out. Section numbers are those of the method (METHOD.md), which
//! the memo prints beside each step.
//!
//! Invariant: the order of participants never matters. Every rule reads a
//! [`Tally`], which has already forgotten it; panels are drawn from rows that
//! were put in an order of their own.

pub mod agreement;
mod flips;
mod forecast;
mod near;
mod rank;
mod robustness;
mod ruling;
mod scale;
mod suppose;
mod tally;
mod verdict;

pub use flips::{Change, Flip, Label, flips};
pub use forecast::{BaseRate, Calibration, Chance, calibration, mean_brier, wilson};
pub use near::{Gives, one_answer_changes};
pub use rank::rank;
pub use robustness::{DRAWS, Robustness, Row, SEED, left_out, robustness};
pub use ruling::{Ruling, cap_rank, core_verdict, split_size};
pub use scale::{
    Answer, Apology, Assessment, Class, Code, Legal, Level, OutOfRange, Points, Policy,
    PolicyFault, Rating, Shift, Verdict,
};
pub use suppose::{Supposed, Swing, suppose, swings};
pub use tally::{Panel, Tally};
pub use verdict::{ApologyCount, Judgement, Open, OpenItem, Scored, Split, assess};
