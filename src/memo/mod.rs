//! The decision memo: one tree of blocks, built once from a session and the
//! method; every format and the preview walk it.
//!
//! Invariant: the tree holds words in one language, ready to print, and plain
//! text only. What people typed is never markup: escaping is the renderers'
//! work, and whatever they are handed is data.

mod annex;
mod build;
pub mod cards;
pub mod change;
pub mod csv;
pub mod debrief;
pub mod docx;
mod escape;
mod format;
pub mod handout;
pub mod html;
pub mod json;
mod letter;
pub mod md;
mod parts;
#[cfg(feature = "pdf")]
pub mod pdf;
mod picture;
pub mod plain;
mod save;
mod screens;
mod sides;
mod svg;
pub mod tree;
mod verify;
mod wants;
pub mod words;

pub use build::{VERSION, build};
pub use format::{Format, Unwritten};
pub use letter::{adopted, draft_letter};
pub use save::{SaveError, save};
pub use screens::{
    VerdictParts, apology_step, decision, options_table, proposed, side_by_side, strip, verdict,
};
pub use verify::{Finding, verify};
