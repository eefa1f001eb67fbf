//! The template for a case of one's own: every key with what belongs there.

use super::free_id;
use super::library::find;
use super::reader::Kind;
use super::{Library, id_of};
use crate::lang::Lang;

/// The template of a language, and the id that stands in it.
const fn source(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::En => (include_str!("../../scenarios/templates/en.toml"), "my-case"),
        Lang::Nl => (
            include_str!("../../scenarios/templates/nl.toml"),
            "mijn-casus",
        ),
    }
}

impl Library {
    /// A template to fill in, with an id made from what the file is to be
    /// called: one that no case of this library has.
    #[must_use]
    pub fn template(&self, lang: Lang, name: &str) -> String {
        let (source, usual) = source(lang);
        let id = id_of(name).unwrap_or_else(|| usual.to_owned());
        let id = free_id(&id, |id| find(self.files(Kind::Scenario), id).is_some());
        let line = |id: &str| format!("\nid = \"{id}\"\n");
        source.replacen(&line(usual), &line(&id), 1)
    }
}
