//! Whatever keys are pressed, and whatever is typed.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod bytes;
#[path = "../common/everywhere.rs"]
mod everywhere;
#[path = "../common/hostile.rs"]
mod hostile;
mod keys;
mod planted;
#[path = "../common/search.rs"]
mod search;
mod secrets;
