//! From a TOML file to a checked instrument or scenario, or to all its
//! faults at once.
//!
//! serde would stop at the first fault, so the file is walked by hand: the
//! parser recovers what it can, [`cursor`] reads values and notes faults,
//! [`scenario`] and [`instrument`] say what belongs where.
//!
//! Invariant: what comes out has both languages everywhere, clean texts of
//! one line, unique ids, and a policy without faults.

mod cursor;
mod instrument;
mod scenario;
mod syntax;

use super::diagnostic::{code, quote};
use super::{Diagnostic, Faults, Instrument, Scenario};
use crate::lang::Message;
use crate::msg;
pub(super) use cursor::suggest;
use cursor::{Cursor, Read, Value};
use std::collections::BTreeSet;
use std::ops::Range;
use syntax::Syntax;
use toml::de::{DeTable, DeValue};

/// The newest format of content files that this program reads.
pub(super) const FORMAT: i64 = 1;

/// The ids of all scenarios, where they are known, to check twins against.
#[derive(Clone, Debug, Default)]
pub struct KnownIds(Option<BTreeSet<String>>);

impl KnownIds {
    /// Not known: twins are not checked for existence.
    #[must_use]
    pub const fn unchecked() -> Self {
        Self(None)
    }

    /// Just these.
    #[must_use]
    pub fn of<I: IntoIterator<Item = S>, S: Into<String>>(ids: I) -> Self {
        Self(Some(ids.into_iter().map(Into::into).collect()))
    }

    pub(super) const fn ids(&self) -> Option<&BTreeSet<String>> {
        self.0.as_ref()
    }
}

/// What a content file can hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A questionnaire.
    Instrument(Box<Instrument>),
    /// A real case or an idea.
    Scenario(Box<Scenario>),
}

/// Reads a scenario. `path` is only for the messages.
///
/// # Errors
///
/// All faults of the file at once.
pub fn read_scenario(path: &str, source: &str, known: &KnownIds) -> Result<Scenario, Faults> {
    let parsed = Parsed::of(path, source)?;
    if parsed.kind() != Some(Kind::Scenario) {
        return Err(parsed.whole(msg!("content-no-scenario"), msg!("content-kind-help")));
    }
    parsed.read(|c, table| scenario::scenario(c, table, known))
}

/// Reads an instrument. `path` is only for the messages.
///
/// # Errors
///
/// All faults of the file at once.
pub fn read_instrument(path: &str, source: &str) -> Result<Instrument, Faults> {
    let parsed = Parsed::of(path, source)?;
    if parsed.kind() != Some(Kind::Instrument) {
        return Err(parsed.whole(msg!("content-no-instrument"), msg!("content-kind-help")));
    }
    parsed.read(instrument::instrument)
}

/// Reads a file of either kind.
///
/// # Errors
///
/// All faults of the file at once; one if it can't be told what it is.
pub fn read_any(path: &str, source: &str, known: &KnownIds) -> Result<Content, Faults> {
    let parsed = Parsed::of(path, source)?;
    match parsed.kind() {
        Some(Kind::Instrument) => parsed
            .read(instrument::instrument)
            .map(|instrument| Content::Instrument(Box::new(instrument))),
        Some(Kind::Scenario) => parsed
            .read(|c, table| scenario::scenario(c, table, known))
            .map(|scenario| Content::Scenario(Box::new(scenario))),
        None => Err(parsed.whole(msg!("content-no-kind"), msg!("content-kind-help"))),
    }
}

/// What a file says of its place among others, without reading the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Claims {
    pub kind: Kind,
    /// Its id, and where it stands.
    pub id: Option<(String, Range<usize>)>,
    /// The twins it names, and where.
    pub twins: Vec<(String, Range<usize>)>,
}

impl Claims {
    /// Nothing where it can't be told what the file is.
    pub(super) fn of(source: &str) -> Option<Self> {
        let (table, _) = DeTable::parse_recoverable(source);
        let table = table.get_ref();
        let word = |value: &Value<'_>| {
            let text = value.get_ref().as_str()?;
            Some((text.trim().to_owned(), value.span()))
        };
        let twins = table
            .get("twins")
            .and_then(|list| list.get_ref().as_array());
        Some(Self {
            kind: kind(table)?,
            id: table.get("id").and_then(word),
            twins: twins
                .into_iter()
                .flat_map(|list| list.iter())
                .filter_map(word)
                .collect(),
        })
    }

    /// The id of a scenario.
    pub(super) fn scenario_id(&self) -> Option<&str> {
        let (id, _) = self.id.as_ref()?;
        (self.kind == Kind::Scenario).then_some(id)
    }
}

/// The kinds of content files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Instrument,
    Scenario,
}

/// What a file is, by the keys that only one kind has.
fn kind(table: &DeTable<'_>) -> Option<Kind> {
    let has = |keys: &[&str]| keys.iter().any(|key| table.contains_key(*key));
    if has(&["assessments", "policy"]) {
        Some(Kind::Instrument)
    } else if has(&["idea", "options", "people"]) {
        Some(Kind::Scenario)
    } else {
        None
    }
}

/// A file after the parser, before the reading.
struct Parsed<'s> {
    path: &'s str,
    source: &'s str,
    table: DeTable<'s>,
    syntax: Syntax,
}

impl<'s> Parsed<'s> {
    /// Parses; what is no TOML at all, or of a newer format, is one fault.
    fn of(path: &'s str, source: &'s str) -> Result<Self, Faults> {
        let (table, errors) = DeTable::parse_recoverable(source);
        let table = table.into_inner();
        if let (true, Some(first)) = (table.is_empty(), errors.first()) {
            let (message, help) = (msg!("content-no-toml"), msg!("content-no-toml-help"));
            let span = first.span().unwrap_or(0..0);
            return Err(Faults::one(path, source, span, message, help));
        }
        let syntax = Syntax::of(source, &table, &errors);
        let parsed = Self {
            path,
            source,
            table,
            syntax,
        };
        if let Some(fault) = parsed.newer_format() {
            return Err(Faults::new(path, source, vec![fault]));
        }
        if parsed.table.is_empty() {
            return Err(parsed.whole(msg!("content-nothing"), msg!("content-kind-help")));
        }
        Ok(parsed)
    }

    /// A newer format may have any other rule, so nothing else is said.
    fn newer_format(&self) -> Option<Diagnostic> {
        let value = self.table.get("format")?;
        let (message, help) = match value.get_ref() {
            DeValue::Integer(number) => match number.as_str().parse::<i64>() {
                Ok(FORMAT) => return None,
                Ok(..FORMAT) => (msg!("content-format"), msg!("content-format-help")),
                _ => (
                    msg!("content-newer", format = quote(number.as_str())),
                    msg!("content-newer-help"),
                ),
            },
            _ => (msg!("content-format"), msg!("content-format-help")),
        };
        Some(Diagnostic {
            span: value.span(),
            message,
            help,
        })
    }

    fn kind(&self) -> Option<Kind> {
        kind(&self.table)
    }

    /// One fault about the file as a whole; or those of its notation, if it
    /// may be these that hide what it is.
    fn whole(&self, message: Message, help: Message) -> Faults {
        let mut all = self.syntax.diagnostics.clone();
        if all.is_empty() || all.len() > self.table.len() {
            let first = self.table.keys().map(toml::Spanned::span).next();
            let span = first.unwrap_or(0..0);
            all = vec![Diagnostic {
                span,
                message,
                help,
            }];
        }
        Faults::new(self.path, self.source, all)
    }

    fn read<T>(self, read: impl FnOnce(&mut Cursor, &DeTable<'s>) -> Read<T>) -> Result<T, Faults> {
        let mut cursor = Cursor::new(self.source, self.syntax);
        let value = read(&mut cursor, &self.table);
        match (value, cursor.into_diagnostics()) {
            (Ok(value), faults) if faults.is_empty() => Ok(value),
            (_, faults) => Err(Faults::new(self.path, self.source, faults)),
        }
    }
}
