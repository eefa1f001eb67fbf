//! A text in both languages.

use crate::lang::Lang;
use serde::{Deserialize, Serialize};

/// `{ en = "…", nl = "…" }`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// English
    pub en: String,
    /// Dutch
    pub nl: String,
}

impl Text {
    /// The text in one language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Nl => &self.nl,
        }
    }

    /// The same words in both languages: a name, or an idea that was typed
    /// in one language only.
    #[must_use]
    pub fn same(text: &str) -> Self {
        Self {
            en: text.to_owned(),
            nl: text.to_owned(),
        }
    }

    /// The text with `{people}` and `{People}` replaced by the scenario's own
    /// noun (customers, patients, members), the latter with a capital.
    #[must_use]
    pub fn about(&self, people: &Self, lang: Lang) -> String {
        let noun = people.get(lang);
        let mut letters = noun.chars();
        let capital: String = letters
            .next()
            .into_iter()
            .flat_map(char::to_uppercase)
            .chain(letters)
            .collect();
        self.get(lang)
            .replace("{people}", noun)
            .replace("{People}", &capital)
    }
}
