//! The command line as a whole: what people type, what they get to read, and
//! what stays in the files. Runs in the process, with a fixed clock and
//! counted randomness, so that every byte is the same each time; `binary`
//! alone runs the program itself.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod authoring;
mod behaviour;
mod binary;
mod faults;
mod help;
mod memos;
mod people;
#[path = "../common/readable.rs"]
mod readable;
mod room;
mod secrets;
