//! The cursor: walks the tables of a parsed file, turns their values into
//! checked ones and notes every fault on the way instead of stopping at one.
//!
//! Invariant: whoever holds a [`Reported`] has noted a fault, so a reading
//! that fails without a diagnostic can't be written.

use super::syntax::Syntax;
use crate::content::diagnostic::{code, quote};
use crate::content::{Diagnostic, Text};
use crate::lang::{Lang, Message};
use crate::msg;
use crate::text::{Clean, MAX_CHARS, nearest};
use jiff::civil::Date;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::{Range, RangeInclusive};
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use unicode_normalization::UnicodeNormalization;

/// A value and where it stands.
pub(super) type Value<'a> = Spanned<DeValue<'a>>;

/// Proof that a fault was noted, or will be when its table is finished; only
/// the cursor makes one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reported(());

/// What came of reading something.
pub(super) type Read<T> = Result<T, Reported>;

/// A value of the file with what is to be said about it when it is wrong.
pub(super) struct Item<'a> {
    pub value: &'a Value<'a>,
    /// The key under which it stands.
    pub key: &'static str,
    /// A line or an entry as it could be: `year = 2014`.
    pub example: Cow<'static, str>,
}

/// One table while it is read: knows which keys were asked for, so that the
/// others can be reported.
pub(super) struct Fields<'a> {
    table: &'a DeTable<'a>,
    /// Where a missing key is pointed at.
    place: Range<usize>,
    /// How far the table reaches in the source, as far as that is known.
    extent: Range<usize>,
    /// Whether it has a header or braces of its own.
    has_own_place: bool,
    /// The key of the table; empty for the file itself.
    name: &'static str,
    asked: Vec<&'static str>,
    /// What was needed and is not there, with the line to add.
    missed: Vec<(&'static str, Cow<'static, str>)>,
}

impl<'a> Fields<'a> {
    /// The value of a key, if it is there.
    pub(super) fn get(&mut self, key: &'static str) -> Option<&'a Value<'a>> {
        if !self.asked.contains(&key) {
            self.asked.push(key);
        }
        self.table.get(key)
    }
}

/// An example of a text in both languages.
const TEXT: &str = "{ en = \"…\", nl = \"…\" }";

/// The longest existing text that a help line repeats, in characters.
const ECHO: usize = 40;

/// The nearest of the words that fit, the one that begins so, or all of them.
pub(in crate::content) fn suggest(word: &str, fitting: &[&str]) -> Message {
    let begins = || {
        let mut longer = fitting.iter().filter(|one| one.starts_with(word));
        longer
            .next()
            .copied()
            .filter(|_| longer.next().is_none() && word.len() > 2)
    };
    match nearest(word, fitting.iter().copied()).or_else(begins) {
        Some(near) => msg!("content-mean", word = near),
        None => msg!("content-choose", words = fitting.join(", ")),
    }
}

/// Whether a text holds a name as a word of its own; both in small letters.
fn holds_name(text: &str, name: &str) -> bool {
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    !name.is_empty()
        && text.match_indices(name).any(|(at, found)| {
            let before = text.get(..at).and_then(|t| t.chars().next_back());
            let after = text.get(at + found.len()..).and_then(|t| t.chars().next());
            edge(before) && edge(after)
        })
}

/// What a file's reading has found so far.
pub(super) struct Cursor<'s> {
    source: &'s str,
    syntax: Syntax,
    faults: Vec<Diagnostic>,
    /// The one language of the file's plain texts, where it declares one.
    pub single: Option<Lang>,
    /// Whether texts may hold `{people}` and `{People}` and no other braces.
    pub placeholders: bool,
    /// The last year that texts may name: that of the plan.
    pub latest: Option<i16>,
    /// Names that texts may not hold: the disguise hides them.
    pub hidden: Vec<String>,
}

impl<'s> Cursor<'s> {
    pub(super) fn new(source: &'s str, syntax: Syntax) -> Self {
        Self {
            source,
            syntax,
            faults: Vec::new(),
            single: None,
            placeholders: false,
            latest: None,
            hidden: Vec::new(),
        }
    }

    /// Everything found, those of the notation included.
    pub(super) fn into_diagnostics(self) -> Vec<Diagnostic> {
        let mut all = self.syntax.diagnostics;
        all.extend(self.faults);
        all
    }

    /// Whether the notation has faults, so that something may only seem to be
    /// missing.
    pub(super) const fn is_unsure(&self) -> bool {
        !self.syntax.unsure.is_empty()
    }

    /// Notes a fault, unless it follows from one of the notation.
    pub(super) fn report(
        &mut self,
        span: Range<usize>,
        message: Message,
        help: Message,
    ) -> Reported {
        if !self.syntax.covers(span.start) {
            self.faults.push(Diagnostic {
                span,
                message,
                help,
            });
        }
        Reported(())
    }

    /// The file's own table.
    pub(super) fn root<'a>(&self, table: &'a DeTable<'a>) -> Fields<'a> {
        // What the file itself lacks is shown at its first line that says
        // something; the parser gives the root no place.
        let first = table
            .keys()
            .map(Spanned::span)
            .min_by_key(|span| span.start);
        Fields {
            table,
            place: first.unwrap_or(0..0),
            extent: 0..self.source.len(),
            has_own_place: true,
            name: "",
            asked: Vec::new(),
            missed: Vec::new(),
        }
    }

    /// A table within.
    pub(super) fn fields<'a>(&mut self, item: &Item<'a>) -> Read<Fields<'a>> {
        let DeValue::Table(table) = item.value.get_ref() else {
            return Err(self.wrong_type(item, msg!("content-a-table")));
        };
        let place = item.value.span();
        Ok(Fields {
            table,
            extent: self.extent(&place, item.key),
            place,
            has_own_place: self
                .source
                .get(item.value.span())
                .is_some_and(|own| own.starts_with(['[', '{'])),
            name: item.key,
            asked: Vec::new(),
            missed: Vec::new(),
        })
    }

    /// A table with a header reaches to the next header that is not of a
    /// table within it; an inline one is its own extent; one that only shows
    /// in dotted names may be anywhere.
    fn extent(&self, place: &Range<usize>, key: &str) -> Range<usize> {
        let rest = self.source.get(place.end..).unwrap_or_default();
        let own = self.source.get(place.clone()).unwrap_or_default();
        if own.starts_with('{') {
            return place.clone();
        } else if !own.starts_with('[') {
            return 0..self.source.len();
        }
        let mut end = place.end;
        for line in rest.split_inclusive('\n') {
            let header = line.trim_start();
            let name = header.trim_start_matches('[').trim_start();
            let within = name
                .strip_prefix(key)
                .is_some_and(|rest| rest.starts_with('.'));
            if end > place.end && header.starts_with('[') && !within {
                break;
            }
            end += line.len();
        }
        place.start..end
    }

    /// A key that must be there; `example` is the line to add where it is not.
    pub(super) fn need<'a, T>(
        &mut self,
        fields: &mut Fields<'a>,
        key: &'static str,
        example: impl Into<Cow<'static, str>>,
        read: impl FnOnce(&mut Self, &Item<'a>) -> Read<T>,
    ) -> Read<T> {
        let example = example.into();
        let Some(value) = fields.get(key) else {
            fields.missed.push((key, example));
            return Err(Reported(()));
        };
        let item = Item {
            value,
            key,
            example,
        };
        read(self, &item)
    }

    /// A key that may be left out.
    pub(super) fn may<'a, T>(
        &mut self,
        fields: &mut Fields<'a>,
        key: &'static str,
        example: impl Into<Cow<'static, str>>,
        read: impl FnOnce(&mut Self, &Item<'a>) -> Read<T>,
    ) -> Read<Option<T>> {
        let example = example.into();
        let item = fields.get(key).map(|value| Item {
            value,
            key,
            example,
        });
        item.map(|item| read(self, &item)).transpose()
    }

    /// A key that may be left out unless something makes it needed.
    pub(super) fn need_if<'a, T>(
        &mut self,
        needed: bool,
        fields: &mut Fields<'a>,
        key: &'static str,
        example: impl Into<Cow<'static, str>>,
        read: impl FnOnce(&mut Self, &Item<'a>) -> Read<T>,
    ) -> Read<Option<T>> {
        if needed {
            self.need(fields, key, example, read).map(Some)
        } else {
            self.may(fields, key, example, read)
        }
    }

    /// Reports the keys that nobody asked for and those that are missing. To
    /// be called last, for every table.
    pub(super) fn finish(&mut self, fields: &Fields<'_>) {
        let missed: Vec<&str> = fields.missed.iter().map(|(key, _)| *key).collect();
        let mut meant = Vec::new();
        for key in fields.table.keys() {
            let name = key.get_ref().as_ref();
            if fields.asked.contains(&name) {
                continue;
            }
            let near = nearest(name, missed.iter().copied());
            meant.extend(near);
            let help = match near {
                Some(near) => msg!("content-mean", word = near),
                None => suggest(name, &fields.asked),
            };
            let message = msg!("content-unknown-key", key = quote(name));
            self.report(key.span(), message, help);
        }
        for (key, example) in &fields.missed {
            // A mistyped key is one fault, not two.
            if meant.contains(key) || self.syntax.may_hide(self.source, &fields.extent, key) {
                continue;
            }
            let help = msg!("content-add", line = example.as_ref());
            let span = fields.place.clone();
            if fields.name.is_empty() {
                // The line that stands for the file may have a fault itself.
                let message = msg!("content-missing", key = *key);
                self.faults.push(Diagnostic {
                    span,
                    message,
                    help,
                });
            } else {
                let message = msg!("content-missing-in", key = *key, table = fields.name);
                self.report(span, message, help);
            }
            // A table that only shows in the names of others is missing as a
            // whole: one fault.
            if !fields.has_own_place {
                break;
            }
        }
    }

    fn wrong_type(&mut self, item: &Item<'_>, expected: Message) -> Reported {
        let help = msg!("content-such-as", line = item.example.as_ref());
        self.wrong_type_with(item, expected, help)
    }

    fn wrong_type_with(&mut self, item: &Item<'_>, expected: Message, help: Message) -> Reported {
        let found = match item.value.get_ref() {
            DeValue::String(_) => msg!("content-a-text"),
            DeValue::Integer(_) => msg!("content-a-number"),
            DeValue::Float(_) => msg!("content-a-fraction"),
            DeValue::Boolean(_) => msg!("content-a-flag"),
            DeValue::Datetime(_) => msg!("content-a-date"),
            DeValue::Array(_) => msg!("content-a-list"),
            DeValue::Table(_) => msg!("content-a-table"),
        };
        let message = msg!(
            "content-type",
            key = item.key,
            expected = expected,
            found = found
        );
        self.report(item.value.span(), message, help)
    }

    /// A text of one line that cleaning would not alter, in whitespace only.
    fn clean(&mut self, item: &Item<'_>, value: &Value<'_>, raw: &str) -> Read<String> {
        if raw.chars().count() > MAX_CHARS {
            let message = msg!("content-long", key = item.key, max = MAX_CHARS);
            return Err(self.report(value.span(), message, msg!("content-long-help")));
        }
        let clean = Clean::line(raw);
        let letters =
            |text: &str| -> Vec<char> { text.nfc().filter(|c| !c.is_whitespace()).collect() };
        let (before, after) = if clean.as_str() == raw {
            (Vec::new(), Vec::new())
        } else {
            (letters(raw), letters(clean.as_str()))
        };
        if before != after {
            // The first character that went points at the cause.
            let kept = before
                .iter()
                .zip(&after)
                .take_while(|(a, b)| a == b)
                .count();
            let gone = before.get(kept).copied().unwrap_or_default();
            let code = code(gone);
            let span = value.span();
            let literal = self.source.get(span.clone()).and_then(|s| s.find(gone));
            let span = literal.map_or(span.clone(), |at| {
                span.start + at..span.start + at + gone.len_utf8()
            });
            let message = msg!("content-hidden", key = item.key, code = code);
            return Err(self.report(span, message, msg!("content-hidden-help")));
        }
        if clean.is_empty() {
            let message = msg!("content-empty", key = item.key);
            let help = msg!("content-empty-help", line = item.example.as_ref());
            return Err(self.report(value.span(), message, help));
        }
        self.braces(value, clean.as_str())?;
        Ok(clean.into())
    }

    /// Only the two placeholders stand between braces.
    fn braces(&mut self, value: &Value<'_>, text: &str) -> Read<()> {
        if !self.placeholders {
            return Ok(());
        }
        let rest = text.replace("{people}", "").replace("{People}", "");
        let Some(at) = rest.find(['{', '}']) else {
            return Ok(());
        };
        let found = rest.get(at..).unwrap_or_default();
        let found = found
            .find('}')
            .map_or(found, |end| found.get(..=end).unwrap_or_default());
        let message = msg!("content-placeholder", found = quote(found));
        Err(self.report(value.span(), message, msg!("content-placeholder-help")))
    }

    /// Nothing that came later than the plan, and no name that is hidden.
    fn early(&mut self, value: &Value<'_>, text: &str) -> Read<()> {
        let years = text.split(|c: char| !c.is_ascii_digit());
        let years = years.filter(|digits| digits.len() == 4);
        let later =
            |year: &i16| (1900..2100).contains(year) && self.latest.is_some_and(|l| *year > l);
        if let Some(year) = years.filter_map(|digits| digits.parse().ok()).find(later) {
            let message = msg!("content-later", year = i64::from(year));
            return Err(self.report(value.span(), message, msg!("content-later-help")));
        }
        let text = text.to_lowercase();
        let holds = |name: &&String| holds_name(&text, &name.to_lowercase());
        if let Some(name) = self.hidden.iter().find(holds) {
            let message = msg!("content-named", name = quote(name));
            return Err(self.report(value.span(), message, msg!("content-named-help")));
        }
        Ok(())
    }

    /// A text in both languages, or in the one that the file declares.
    pub(super) fn text(&mut self, item: &Item<'_>) -> Read<Text> {
        if let (DeValue::String(raw), Some(_)) = (item.value.get_ref(), self.single) {
            let text = self.clean(item, item.value, raw)?;
            self.early(item.value, &text)?;
            return Ok(Text::same(&text));
        }
        if !item.value.get_ref().is_table() {
            let expected = msg!("content-a-pair");
            let help = if self.placeholders {
                msg!("content-such-as", line = item.example.as_ref())
            } else {
                msg!("content-pair-help", line = item.example.as_ref())
            };
            return Err(self.wrong_type_with(item, expected, help));
        }
        let mut fields = self.fields(item)?;
        let [en, nl] = Lang::ALL.map(|lang| {
            let value = fields.get(lang.code())?;
            let item = Item {
                value,
                key: item.key,
                example: item.example.clone(),
            };
            Some(self.line(&item).and_then(|line| {
                self.early(value, &line)?;
                Ok(line)
            }))
        });
        self.finish(&fields);
        if fields.table.len() > usize::from(en.is_some()) + usize::from(nl.is_some()) {
            // What stands there instead has been reported.
            return Err(Reported(()));
        }
        match (en, nl) {
            (Some(en), Some(nl)) => Ok(Text { en: en?, nl: nl? }),
            (None, None) => {
                let message = msg!("content-empty", key = item.key);
                let help = msg!("content-empty-help", line = item.example.as_ref());
                Err(self.report(item.value.span(), message, help))
            }
            (Some(there), None) => Err(self.half(item, there?.as_str(), Lang::En)),
            (None, Some(there)) => Err(self.half(item, there?.as_str(), Lang::Nl)),
        }
    }

    /// One language is missing beside the one that is there.
    fn half(&mut self, item: &Item<'_>, there: &str, lang: Lang) -> Reported {
        let echo = if there.chars().count() > ECHO {
            "\"…\"".to_owned()
        } else {
            toml::Value::from(there).to_string()
        };
        // In a list the entries have no key before them.
        let lead = if item.example.starts_with(item.key) {
            format!("{} = ", item.key)
        } else {
            String::new()
        };
        let (missing, line) = match lang {
            Lang::En => (
                msg!("content-dutch"),
                format!("{lead}{{ en = {echo}, nl = \"…\" }}"),
            ),
            Lang::Nl => (
                msg!("content-english"),
                format!("{lead}{{ en = \"…\", nl = {echo} }}"),
            ),
        };
        let message = msg!("content-language", key = item.key, language = missing);
        self.report(
            item.value.span(),
            message,
            msg!("content-such-as", line = line),
        )
    }

    /// A plain text: a source, an id's raw form.
    pub(super) fn line(&mut self, item: &Item<'_>) -> Read<String> {
        match item.value.get_ref() {
            DeValue::String(raw) => self.clean(item, item.value, raw),
            _ => Err(self.wrong_type(item, msg!("content-a-text"))),
        }
    }

    /// One word of a closed list.
    pub(super) fn word<T: Copy>(
        &mut self,
        item: &Item<'_>,
        all: &[T],
        id: impl Fn(T) -> &'static str,
    ) -> Read<T> {
        let found = self.line(item)?;
        if let Some(one) = all.iter().copied().find(|one| id(*one) == found) {
            return Ok(one);
        }
        let ids: Vec<&'static str> = all.iter().map(|one| id(*one)).collect();
        let message = msg!("content-word", key = item.key, word = quote(&found));
        let help = suggest(&found, &ids);
        Err(self.report(item.value.span(), message, help))
    }

    /// A whole number within a range.
    pub(super) fn number<T: TryFrom<i64>>(
        &mut self,
        item: &Item<'_>,
        range: RangeInclusive<i64>,
    ) -> Read<T> {
        let DeValue::Integer(integer) = item.value.get_ref() else {
            return Err(self.wrong_type(item, msg!("content-a-number")));
        };
        let number = i64::from_str_radix(integer.as_str(), integer.radix()).ok();
        let number = number.filter(|number| range.contains(number));
        if let Some(number) = number.and_then(|number| T::try_from(number).ok()) {
            return Ok(number);
        }
        let message = msg!(
            "content-range",
            key = item.key,
            found = quote(self.source.get(item.value.span()).unwrap_or_default()),
            min = *range.start(),
            max = *range.end()
        );
        let help = msg!("content-such-as", line = item.example.as_ref());
        Err(self.report(item.value.span(), message, help))
    }

    /// `true` or `false`.
    pub(super) fn flag(&mut self, item: &Item<'_>) -> Read<bool> {
        match item.value.get_ref() {
            DeValue::Boolean(flag) => Ok(*flag),
            _ => Err(self.wrong_type(item, msg!("content-a-flag"))),
        }
    }

    /// A list; every entry is read, also after a bad one.
    pub(super) fn list<'a, T>(
        &mut self,
        item: &Item<'a>,
        example: &'static str,
        mut read: impl FnMut(&mut Self, &Item<'a>) -> Read<T>,
    ) -> Read<Vec<T>> {
        let DeValue::Array(list) = item.value.get_ref() else {
            return Err(self.wrong_type(item, msg!("content-a-list")));
        };
        let entries: Vec<Read<T>> = list
            .iter()
            .map(|value| {
                let item = Item {
                    value,
                    key: item.key,
                    example: Cow::Borrowed(example),
                };
                read(self, &item)
            })
            .collect();
        entries.into_iter().collect()
    }

    /// A list with at least one entry.
    pub(super) fn some<'a, T>(
        &mut self,
        item: &Item<'a>,
        example: &'static str,
        read: impl FnMut(&mut Self, &Item<'a>) -> Read<T>,
    ) -> Read<Vec<T>> {
        let list = self.list(item, example, read)?;
        if list.is_empty() {
            let message = msg!("content-none", key = item.key);
            let help = msg!("content-add", line = item.example.as_ref());
            return Err(self.report(item.value.span(), message, help));
        }
        Ok(list)
    }

    /// A list of texts in both languages.
    pub(super) fn texts(&mut self, item: &Item<'_>) -> Read<Vec<Text>> {
        self.list(item, TEXT, Self::text)
    }

    /// An id: lowercase letters, digits and hyphens, 1 to 60.
    pub(super) fn id(&mut self, item: &Item<'_>) -> Read<String> {
        let id = self.line(item)?;
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if id.len() <= 60 && id.chars().all(fits) {
            return Ok(id);
        }
        let message = msg!("content-id", id = quote(&id));
        Err(self.report(item.value.span(), message, msg!("content-id-help")))
    }

    /// A day, as a TOML date or as a text in the same form.
    pub(super) fn day(&mut self, item: &Item<'_>) -> Read<Date> {
        let text = match item.value.get_ref() {
            DeValue::Datetime(date) => date.to_string(),
            DeValue::String(text) => text.trim().to_owned(),
            _ => return Err(self.wrong_type(item, msg!("content-a-date"))),
        };
        if let (10, Ok(day)) = (text.len(), text.parse()) {
            return Ok(day);
        }
        let message = msg!("content-day", found = quote(&text));
        let help = msg!("content-day-help", line = item.example.as_ref());
        Err(self.report(item.value.span(), message, help))
    }

    /// A year, a month or a day: `2014`, `2014-03`, `2014-03-10`.
    pub(super) fn date(&mut self, item: &Item<'_>) -> Read<String> {
        let text = match item.value.get_ref() {
            DeValue::Datetime(date) => date.to_string(),
            _ => self.line(item)?,
        };
        // A year or a month is good if its first day is.
        let full = match text.len() {
            4 => format!("{text}-01-01"),
            7 => format!("{text}-01"),
            10 => text.clone(),
            _ => String::new(),
        };
        let plain = full.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        if plain && full.parse::<Date>().is_ok() {
            return Ok(text);
        }
        let message = msg!("content-date", found = quote(&text));
        Err(self.report(item.value.span(), message, msg!("content-date-help")))
    }

    /// Compares what a list names with what it must name, in order: the
    /// unknown, the doubled and the missing, and only then the order.
    pub(super) fn sequence(
        &mut self,
        item: &Item<'_>,
        found: &[(String, Range<usize>)],
        expected: &[String],
    ) {
        let help = msg!("content-order-help", words = expected.join(", "));
        let mut seen = BTreeSet::new();
        let mut wrong = 0;
        for (one, span) in found {
            let message = if !expected.contains(one) {
                msg!("content-stray", key = item.key, word = quote(one))
            } else if !seen.insert(one) {
                msg!("content-twice", key = item.key, id = one)
            } else {
                continue;
            };
            wrong += 1;
            self.report(span.clone(), message, help.clone());
        }
        let missing: Vec<&str> = expected
            .iter()
            .filter(|one| !seen.contains(one))
            .filter(|one| {
                !self
                    .syntax
                    .may_hide(self.source, &(0..self.source.len()), one)
            })
            .map(String::as_str)
            .collect();
        // A wrong one most likely stands in the place of a missing one.
        if missing.len() > wrong {
            let message = msg!("content-lacks", key = item.key, words = missing.join(", "));
            self.report(item.value.span(), message, help);
            return;
        }
        let misplaced = found.iter().zip(expected).find(|((one, _), at)| one != *at);
        if let (0, false, Some(((_, span), _))) = (wrong, self.is_unsure(), misplaced) {
            let message = msg!("content-order", key = item.key);
            self.report(span.clone(), message, help);
        }
    }

    /// `need` for a text in both languages.
    pub(super) fn need_text(&mut self, fields: &mut Fields<'_>, key: &'static str) -> Read<Text> {
        self.need(fields, key, format!("{key} = {TEXT}"), Self::text)
    }

    /// `need_if` for a text in both languages.
    pub(super) fn text_if(
        &mut self,
        needed: bool,
        fields: &mut Fields<'_>,
        key: &'static str,
    ) -> Read<Option<Text>> {
        self.need_if(needed, fields, key, format!("{key} = {TEXT}"), Self::text)
    }

    /// `need` for a plain text.
    pub(super) fn need_line(&mut self, fields: &mut Fields<'_>, key: &'static str) -> Read<String> {
        self.need(fields, key, format!("{key} = \"…\""), Self::line)
    }
}
