//! The terminal program: draws the pages of the walk, and turns keys into
//! answers and actions.

mod app;
mod draw;
mod form;
mod terminal;
pub mod theme;
pub mod widgets;

pub use app::App;
pub use terminal::run;
