//! The terminal program: draws the pages of the walk, and turns keys into
//! answers and actions.

mod app;
mod ascii;
mod draw;
mod editor;
mod form;
mod input;
mod keys;
mod palette;
mod room;
pub mod settings;
mod terminal;
pub mod theme;
pub mod widgets;

pub use app::{App, Errand};
pub use room::{Window, show_room};
pub use terminal::{Manners, run};
