//! What the screens draw with: plain functions and structs that make lines of
//! text for a width.
//!
//! Invariants: what is drawn depends on the arguments only; no line is wider
//! than the width asked for, and no width or height, not even 0, is a fault.

pub mod big;
pub mod blocks;
mod canvas;
pub mod edit;
pub mod grid;
pub mod rail;
pub mod strip;
mod wrap;

pub use wrap::{shortened, wrapped};
