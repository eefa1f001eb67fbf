//! What the TOML parser could not read, in our own words.
//!
//! One slip makes the parser complain many times: at a quote that is missing,
//! at what it then takes for a name, at the bracket that never closes. Here
//! one slip is one diagnostic: the first on its line, and none in what an
//! open bracket has swallowed.

use super::cursor::Value;
use crate::content::Diagnostic;
use crate::lang::Message;
use crate::msg;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// The faults of the notation, and where nothing else can be trusted.
#[derive(Default)]
pub(super) struct Syntax {
    pub diagnostics: Vec<Diagnostic>,
    /// Stretches of the source (bytes) that were not understood: what the
    /// reader finds wrong there follows from these faults.
    pub unsure: Vec<Range<usize>>,
}

/// One complaint of the parser.
struct Complaint<'a> {
    span: Range<usize>,
    text: &'a str,
}

impl<'a> Complaint<'a> {
    fn of(source: &str, error: &'a toml::de::Error) -> Self {
        let text = error.message();
        let mut span = error.span().unwrap_or(0..0);
        // Of a text over several lines the end of the file is no help; the
        // last three quotes are where it begins.
        if text.starts_with("invalid multi-line") && span.is_empty() {
            let before = source.get(..span.start).unwrap_or_default();
            let start = before.rfind("\"\"\"").max(before.rfind("'''"));
            span = start.map_or(span, |at| at..at + 3);
        }
        Self { span, text }
    }

    /// Whether a text does not end.
    fn is_open_text(&self) -> bool {
        self.text.starts_with("invalid ")
            && (self.text.ends_with("string, expected `\"`")
                || self.text.ends_with("string, expected `'`"))
    }

    /// Whether it comes from within `[ … ]` or `{ … }`.
    fn is_inside(&self) -> bool {
        [
            "between array",
            "in array",
            "between key-value",
            "for inline",
            "unclosed array,",
            "unclosed inline",
        ]
        .iter()
        .any(|part| self.text.contains(part))
    }

    fn is_open_bracket(&self) -> bool {
        self.text.starts_with("unclosed array,") || self.text.starts_with("unclosed inline")
    }
}

impl Syntax {
    /// Sorts out the parser's complaints about a source.
    pub(super) fn of(source: &str, table: &DeTable<'_>, errors: &[toml::de::Error]) -> Self {
        let mut complaints: Vec<Complaint> = errors
            .iter()
            .map(|error| Complaint::of(source, error))
            .collect();
        complaints.sort_by_key(|complaint| complaint.span.start);
        let mut out = Self::default();
        let swallowed = swallowed(source, table, &complaints);
        if let Some((open, range)) = swallowed.clone() {
            let inside = |c: &Complaint| range.contains(&c.span.start);
            // An open text or bracket is one slip; the text is the cause.
            let cause = complaints.iter().position(|c| {
                inside(c) && c.is_open_text() && line(source, c.span.start).contains(&open.start)
            });
            if cause.is_none() {
                let list = source.get(open.clone()) == Some("[");
                let (message, help) = if list {
                    (
                        msg!("content-syntax-list"),
                        msg!("content-syntax-list-help"),
                    )
                } else {
                    (
                        msg!("content-syntax-braces"),
                        msg!("content-syntax-braces-help"),
                    )
                };
                out.push(open, message, help);
            }
            let cause = cause.map(|index| complaints.remove(index));
            complaints.retain(|c| !inside(c));
            complaints.extend(cause);
        }
        for complaint in &complaints {
            if out.covers(complaint.span.start) {
                continue;
            }
            let line = line(source, complaint.span.start);
            let open_text = complaints
                .iter()
                .any(|c| c.is_open_text() && line.contains(&c.span.start));
            let (message, help) = if open_text || odd_quotes(source.get(line.clone())) {
                (
                    msg!("content-syntax-quote"),
                    msg!("content-syntax-quote-help"),
                )
            } else {
                words(source, complaint)
            };
            if !follows(source, &line, complaint, &out.diagnostics) {
                out.push(complaint.span.clone(), message, help);
            }
            out.unsure.push(stretch(source, line));
        }
        out.unsure.extend(swallowed.map(|(_, range)| range));
        out
    }

    /// Whether the reader can't be sure of what it finds here.
    pub(super) fn covers(&self, offset: usize) -> bool {
        self.unsure.iter().any(|range| range.contains(&offset))
    }

    /// Whether a key that is missing from a stretch of the source may only
    /// seem so, because it stands there among what was not understood.
    pub(super) fn may_hide(&self, source: &str, extent: &Range<usize>, key: &str) -> bool {
        let meets = |r: &&Range<usize>| r.start < extent.end && extent.start < r.end;
        let is_word = |text: &str| {
            text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
                .any(|word| word == key)
        };
        let is_in = |r: &Range<usize>| source.get(r.clone()).is_some_and(|s| s.contains(key));
        let mut unsure = self.unsure.iter().filter(meets).peekable();
        unsure.peek().is_some()
            && (source.get(extent.clone()).is_some_and(is_word) || unsure.any(is_in))
    }

    fn push(&mut self, span: Range<usize>, message: Message, help: Message) {
        self.diagnostics.push(Diagnostic {
            span,
            message,
            help,
        });
    }
}

/// The line around an offset, its line break included.
fn line(source: &str, offset: usize) -> Range<usize> {
    let before = source.get(..offset).unwrap_or(source);
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let rest = source.get(offset..).unwrap_or_default();
    let end = rest.find('\n').map_or(source.len(), |at| offset + at);
    start..end + 1
}

/// Whether a complaint only follows from an earlier slip: a header that is
/// doubled because the first was not read as it is meant, or the rest of a
/// list over several lines whose beginning was not understood.
fn follows(
    source: &str,
    line: &Range<usize>,
    complaint: &Complaint,
    earlier: &[Diagnostic],
) -> bool {
    let starts = |line: &Range<usize>, signs: &[char]| {
        let text = source.get(line.clone()).unwrap_or_default();
        text.trim_start().starts_with(signs)
    };
    let header = |d: &Diagnostic| starts(&self::line(source, d.span.start), &['[']);
    let doubled = complaint.text.starts_with("duplicate key") && starts(line, &['[']);
    let rest = ["invalid key-value pair", "missing table open"]
        .iter()
        .any(|text| complaint.text.starts_with(text));
    doubled && earlier.iter().any(header)
        || rest && starts(line, &['{', '}', ']']) && !earlier.is_empty()
}

/// How far a slip on a line reaches: one in a header, over its whole table;
/// one in a list's entry on a line of its own, over the rest of the list.
fn stretch(source: &str, line: Range<usize>) -> Range<usize> {
    let text = source.get(line.clone()).unwrap_or_default().trim_start();
    let rest = source.get(line.end..).unwrap_or_default();
    let goes_on = |next: &&str| {
        let in_table = text.starts_with('[') && !next.starts_with('[');
        let in_list = text.starts_with('{') && next.starts_with([' ', '\t', '{', '}', ']']);
        in_table || in_list
    };
    let more = rest.split_inclusive('\n').take_while(goes_on);
    line.start..line.end + more.map(str::len).sum::<usize>()
}

/// Whether the double quotes on a line can't be in pairs: then whatever the
/// parser stumbled over, a quote is the cause.
fn odd_quotes(line: Option<&str>) -> bool {
    let line = line.unwrap_or_default().replace("\\\"", "");
    !line.contains("\"\"\"") && line.matches('"').count() % 2 == 1
}

/// Where an open `[` or `{` stands (one byte) and how far it swallows the
/// lines after it.
fn swallowed(
    source: &str,
    table: &DeTable<'_>,
    complaints: &[Complaint],
) -> Option<(Range<usize>, Range<usize>)> {
    let end = complaints.iter().rfind(|c| c.is_open_bracket())?.span.start;
    let open = table
        .values()
        .find_map(|value| open_bracket(source, value))
        .or_else(|| Some(complaints.iter().find(|c| c.is_inside())?.span.start))?;
    Some((open..open + 1, open..end + 1))
}

/// The start of the first list or inline table, inner ones first, that does
/// not end in its own bracket.
fn open_bracket(source: &str, value: &Value<'_>) -> Option<usize> {
    let inner = match value.get_ref() {
        DeValue::Array(list) => list.iter().find_map(|v| open_bracket(source, v)),
        DeValue::Table(table) => table.values().find_map(|v| open_bracket(source, v)),
        _ => return None,
    };
    let text = source.get(value.span()).unwrap_or_default();
    let is_open = text.starts_with('[') && !text.ends_with(']')
        || text.starts_with('{') && !text.ends_with('}');
    inner.or_else(|| is_open.then(|| value.span().start))
}

/// A complaint in our words; the parser's are matched by how they begin, and
/// those that match none still say that something is wrong, and how it should
/// look.
fn words(source: &str, complaint: &Complaint) -> (Message, Message) {
    let text = complaint.text;
    let found = source.get(complaint.span.clone()).unwrap_or_default();
    let starts = |beginnings: &[&str]| beginnings.iter().any(|b| text.starts_with(b));
    let first = found.chars().next().unwrap_or(' ');
    if first.is_control() {
        let code = super::code(first);
        (
            msg!("content-syntax-control", code = code),
            msg!("content-hidden-help"),
        )
    } else if starts(&["duplicate key", "cannot extend"]) {
        let key = super::quote(found);
        (
            msg!("content-syntax-twice", key = key),
            msg!("content-syntax-twice-help"),
        )
    } else if starts(&[
        "key with no value",
        "missing assignment",
        "missing value for key",
    ]) || (text.starts_with("invalid unquoted key") && found == ":")
    {
        (
            msg!("content-syntax-equals"),
            msg!("content-syntax-equals-help"),
        )
    } else if starts(&["string values must be quoted", "missing value"]) {
        if found.is_empty() {
            (
                msg!("content-syntax-value"),
                msg!("content-syntax-value-help"),
            )
        } else {
            (
                msg!("content-syntax-bare"),
                msg!("content-syntax-bare-help"),
            )
        }
    } else if starts(&["unclosed table", "unclosed array table"]) {
        (
            msg!("content-syntax-header"),
            msg!("content-syntax-header-help"),
        )
    } else if starts(&["missing comma", "extra comma"]) {
        (
            msg!("content-syntax-comma"),
            msg!("content-syntax-comma-help"),
        )
    } else if starts(&["unexpected key or value", "unexpected content"]) {
        (
            msg!("content-syntax-more"),
            msg!("content-syntax-more-help"),
        )
    } else if starts(&["missing escaped value", "too few unicode"]) {
        (
            msg!("content-syntax-escape"),
            msg!("content-syntax-escape-help"),
        )
    } else if first.is_alphabetic() && text.starts_with("invalid ") {
        // What begins like a number that is none (`nan`), or like `true`.
        (
            msg!("content-syntax-bare"),
            msg!("content-syntax-bare-help"),
        )
    } else if first.is_ascii_digit() {
        (
            msg!("content-syntax-number"),
            msg!("content-syntax-number-help"),
        )
    } else {
        (msg!("content-syntax"), msg!("content-syntax-help"))
    }
}
