//! Two pages for whoever is here for the first time: what this is, and how it
//! is led by keys. Anything but Enter passes over them.

use super::page::{Choice, Field, Item, Page, Value};
use crate::{
    lang::Lang,
    memo::tree::{Block, plain},
    t,
};

/// How far the welcome is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Welcome {
    /// What this is.
    What,
    /// How it is led.
    How,
}

/// What comes after it.
pub(super) enum After {
    /// Its second page.
    How,
    /// A worked example.
    Demo,
    /// Home.
    Home,
}

impl Welcome {
    pub(super) fn page(self, lang: Lang) -> Page {
        match self {
            Self::What => Page {
                body: vec![
                    Item::Block(Block::Para(plain(t!(lang, "welcome-ing")))),
                    Item::Block(Block::Steps(vec![
                        plain(t!(lang, "welcome-rate")),
                        plain(t!(lang, "welcome-table")),
                        plain(t!(lang, "welcome-letter")),
                        plain(t!(lang, "welcome-decide")),
                    ])),
                    Item::Small(t!(lang, "welcome-no-advice")),
                ],
                ..Page::new(
                    "welcome/what",
                    t!(lang, "welcome-title"),
                    t!(lang, "welcome-lead"),
                    t!(lang, "enter-on"),
                )
            },
            Self::How => Page {
                body: vec![Item::Block(Block::List(vec![
                    plain(t!(lang, "welcome-foot")),
                    plain(t!(lang, "welcome-enter")),
                    plain(t!(lang, "welcome-back")),
                    plain(t!(lang, "welcome-search")),
                    plain(t!(lang, "welcome-saved")),
                ]))],
                fields: vec![Field::choice(
                    "welcome",
                    String::new(),
                    vec![
                        Choice::new(t!(lang, "welcome-begin"), String::new()),
                        Choice::new(t!(lang, "home-demo"), t!(lang, "home-demo-about")),
                    ],
                    Some(0),
                    true,
                )],
                keys: t!(lang, "home-keys"),
                ..Page::new(
                    "welcome/how",
                    t!(lang, "welcome-how-title"),
                    String::new(),
                    t!(lang, "enter-choose"),
                )
            },
        }
    }

    pub(super) fn submit(self, values: &[Value]) -> After {
        match self {
            Self::What => After::How,
            Self::How if values.first().and_then(Value::pick) == Some(1) => After::Demo,
            Self::How => After::Home,
        }
    }
}
