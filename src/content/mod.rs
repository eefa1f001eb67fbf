//! Content: instruments and scenarios, from TOML to checked types.
//!
//! Invariant: an [`Instrument`] or a [`Scenario`] that exists has both
//! languages everywhere, sources where the method asks for them, and ids that
//! are unique. Whoever wants one from a file goes through the reader, which
//! reports every fault of the file at once.

mod beside;
mod diagnostic;
mod hash;
mod ids;
mod instrument;
mod library;
mod reader;
mod scenario;
mod schema;
mod template;
mod words;

pub use beside::holds_templates;
pub use diagnostic::{Diagnostic, Faults, decode};
pub use hash::content_hash;
pub use ids::{free_id, id_of};
pub use instrument::{
    AGENDA_STEPS, AgendaItem, Anchor, AnchorAt, AssessmentSheet, Instrument, Prompt, Question,
};
pub use library::{ContentError, Library, Listing, read_source};
pub use reader::{Content, KnownIds, read_any, read_instrument, read_scenario};
pub use scenario::{
    Confidence, Difference, Disguise, Fact, Idea, LegalView, OptionCard, Outcome, OutcomeClass,
    RealApology, Regret, Relation, Scenario, Sector, Stakeholder, TimelineEntry,
};
pub use schema::{instrument_schema, scenario_schema};
pub use words::Text;
