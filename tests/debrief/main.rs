//! The debrief of a real case: forecasts that are locked and stay so, and
//! what happened, nowhere before it is told and whole afterwards.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../common/mod.rs"]
mod common;
#[path = "../common/search.rs"]
mod search;

#[path = "../common/readable.rs"]
mod readable;

mod forged;
mod locking;
mod memo;
mod names;
mod pairs;
mod secrets;
mod stage;
