//! The terminal program.

pub mod theme;
pub mod widgets;
