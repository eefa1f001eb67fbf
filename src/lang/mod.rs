//! Every word a user sees, in English and Dutch, except the content files'
//! own. Code elsewhere names a text by key and arguments ([`Message`]); only
//! the edge, which knows the reader's language, turns it into words.
//!
//! Invariant: `en.ftl` and `nl.ftl` have the same keys with the same
//! arguments, and every key in the code stands in both (`tests/words.rs`).

mod format;

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
pub use format::{
    date, decimal, hundredths, join_and, join_or, loose_date, percent, read_date, signed, thousands,
};
use serde::{Deserialize, Serialize};
use std::{borrow::Cow, cell::Cell, sync::LazyLock};

/// A language of the program: English or Dutch.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English
    #[default]
    En,
    /// Dutch
    Nl,
}

impl Lang {
    /// Both.
    pub const ALL: [Self; 2] = [Self::En, Self::Nl];

    /// Its two-letter code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Nl => "nl",
        }
    }

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::En => Self::Nl,
            Self::Nl => Self::En,
        }
    }

    /// The language of a code or a locale such as `nl_NL.UTF-8`.
    #[must_use]
    pub fn from_locale(locale: &str) -> Option<Self> {
        let code = locale.split(['_', '-', '.', '@']).next()?;
        Self::ALL
            .into_iter()
            .find(|lang| code.eq_ignore_ascii_case(lang.code()))
    }
}

/// A text by its key and arguments, not yet in any language.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    key: &'static str,
    args: Vec<(&'static str, Arg)>,
}

/// An argument of a [`Message`].
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// A text in whatever language it is in: a name, a path, an id.
    Text(String),
    /// A number, which also chooses the plural.
    Number(i64),
    /// A text of ours, put into the reader's language with the whole.
    Message(Message),
    /// A list of texts of ours, joined with commas.
    List(Vec<Message>),
}

impl Message {
    /// A text without arguments; use the [`msg!`](crate::msg) macro, which
    /// the test of the keys can see.
    #[must_use]
    pub const fn new(key: &'static str) -> Self {
        Self {
            key,
            args: Vec::new(),
        }
    }

    /// The same with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// Its key.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        self.key
    }

    /// The words in a language. A key that is missing gives itself, which
    /// the tests catch.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let bundle = bundle(lang);
        let Some(pattern) = bundle.get_message(self.key).and_then(|m| m.value()) else {
            return self.key.to_owned();
        };
        let mut args = FluentArgs::new();
        for (name, value) in &self.args {
            let value: FluentValue = match value {
                Arg::Text(text) => text.as_str().into(),
                Arg::Number(number) => (*number).into(),
                Arg::Message(message) => message.text(lang).into(),
                Arg::List(list) => list
                    .iter()
                    .map(|m| m.text(lang))
                    .collect::<Vec<_>>()
                    .join(", ")
                    .into(),
            };
            args.set(*name, value);
        }
        let mut errors = Vec::new();
        bundle
            .format_pattern(pattern, Some(&args), &mut errors)
            .into_owned()
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<Message> for Arg {
    fn from(message: Message) -> Self {
        Self::Message(message)
    }
}

impl From<Vec<Message>> for Arg {
    fn from(list: Vec<Message>) -> Self {
        Self::List(list)
    }
}

macro_rules! number_args {
    ($($t:ty),*) => {$(
        impl From<$t> for Arg {
            fn from(number: $t) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )*};
}
number_args!(u8, i8, u16, u32, i32, u64, i64, usize);

/// A [`Message`]: `msg!("key")` or `msg!("key", name = value, …)`.
#[macro_export]
macro_rules! msg {
    ($key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::lang::Message::new($key)$(.with(stringify!($name), $value))*
    };
}

/// The words of a key at once: `t!(lang, "key", name = value, …)`.
#[macro_export]
macro_rules! t {
    ($lang:expr, $key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::msg!($key $(, $name = $value)*).text($lang)
    };
}

/// The source of each language's words.
#[must_use]
pub const fn source(lang: Lang) -> &'static str {
    match lang {
        Lang::En => include_str!("en.ftl"),
        Lang::Nl => include_str!("nl.ftl"),
    }
}

type Bundle = FluentBundle<FluentResource>;

thread_local! {
    static LENGTHENED: Cell<bool> = const { Cell::new(false) };
}

/// What `run` gives, with every text about 40% longer, as in a language of
/// longer words: for tests of what has room. Arguments stay as they are.
#[doc(hidden)]
pub fn lengthened<T>(run: impl FnOnce() -> T) -> T {
    let before = LENGTHENED.replace(true);
    let given = run();
    LENGTHENED.set(before);
    given
}

fn bundle(lang: Lang) -> &'static Bundle {
    static EN: LazyLock<Bundle> = LazyLock::new(|| load(Lang::En));
    static NL: LazyLock<Bundle> = LazyLock::new(|| load(Lang::Nl));
    static LONG_EN: LazyLock<Bundle> = LazyLock::new(|| load_long(Lang::En));
    static LONG_NL: LazyLock<Bundle> = LazyLock::new(|| load_long(Lang::Nl));
    match (lang, LENGTHENED.get()) {
        (Lang::En, false) => &EN,
        (Lang::Nl, false) => &NL,
        (Lang::En, true) => &LONG_EN,
        (Lang::Nl, true) => &LONG_NL,
    }
}

fn load_long(lang: Lang) -> Bundle {
    let mut bundle = load(lang);
    bundle.set_transform(Some(longer));
    bundle
}

/// The text with its vowels drawn out until it is 40% longer; a vowel at its
/// very beginning is left alone.
fn longer(text: &str) -> Cow<'_, str> {
    let mut out = String::with_capacity(text.len() * 3 / 2);
    // How many twentieths of a letter it lacks: a little more than asked
    // for, since nothing is made up for after the last vowel.
    let mut lacks = 0;
    for (at, c) in text.chars().enumerate() {
        out.push(c);
        lacks += 9;
        if at > 0 && "aeiouAEIOU".contains(c) {
            let vowel = c.to_ascii_lowercase();
            while lacks >= 20 {
                out.push(vowel);
                lacks -= 20;
            }
        }
    }
    out.into()
}

fn load(lang: Lang) -> Bundle {
    let id = lang.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(false);
    let resource = match FluentResource::try_new(source(lang).to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    bundle.add_resource_overriding(resource);
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Would catch a longer language that is not longer, or that reaches the
    /// arguments.
    #[test]
    fn the_longer_language_draws_out_our_words_and_no_others() {
        let short = t!(Lang::En, "twin-gone", file = "aeiou.toml");
        let long = lengthened(|| t!(Lang::En, "twin-gone", file = "aeiou.toml"));
        assert!(long.contains("aeiou.toml"), "{long}");
        let words = |text: &str| text.replace("aeiou.toml", "").len();
        let share = words(&long) * 100 / words(&short);
        assert!((135..=145).contains(&share), "{short}\n{long}");
        assert_eq!(t!(Lang::En, "twin-gone", file = "aeiou.toml"), short);
    }
}
