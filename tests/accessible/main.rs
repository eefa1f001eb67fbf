//! Accessible mode: the same walk line by line. It leads to the same session
//! and the same memo as the screen, takes every kind of field, and says
//! nothing but plain words.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod binary;
#[path = "../common/board.rs"]
mod board;
mod both;
mod fields;
mod memo;
mod stage;
mod transcript;
