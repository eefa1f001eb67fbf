//! The program in a real pseudo-terminal: what a person sees, and which keys
//! it took. `harness` is the terminal; `itself` shows that it tells the truth.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod accessible;
mod folder;
mod harness;
mod itself;
mod keys;
mod kills;
mod pictures;
mod room;
mod styled;
mod trainer;
mod walks;
mod whole;
