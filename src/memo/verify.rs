//! Whether a memo belongs to a session. Exporting writes no event, and the
//! same session gives the same bytes: so the session is replayed to the event
//! whose hash the memo carries, rendered again, and compared.
//!
//! Invariant: nothing of the memo is believed but which event it names.

use super::{Format, VERSION, docx};
use crate::{
    lang::Lang,
    session::{self, HostView, Notice, Opened, Trouble},
};
use std::path::Path;

/// What is found of a memo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// It is the memo of the session as it is now: nothing that it tells has
    /// changed since.
    Now {
        /// The event from which it was made.
        event: u64,
    },
    /// It is the memo of the session as it was.
    Earlier {
        /// The event from which it was made.
        event: u64,
        /// The last event of the session.
        last: u64,
    },
    /// It names an event of the session, and says something else than the
    /// session did then.
    Altered {
        /// The event that it names.
        event: u64,
        /// The first line that differs, from 1, where it has lines.
        line: Option<usize>,
    },
    /// Another program saved it anew, and left its words as they were; what it
    /// looks like was not compared.
    SavedAnew {
        /// The event that it names.
        event: u64,
    },
    /// Another version of the program wrote it, which may put it otherwise.
    OtherVersion {
        /// The event that it names.
        event: u64,
        /// The version that wrote it.
        version: String,
    },
    /// It names no event of this session.
    Foreign,
    /// It is in a format that this build can't write.
    Unwritten,
    /// It is in no format that carries a fingerprint.
    Unknown,
}

/// Compares a memo, of which these are the bytes, with a session that is
/// whole.
///
/// # Errors
/// Where the session can't be read.
pub fn verify(session: &Path, memo: &[u8]) -> Result<Finding, Trouble> {
    let Some((format, text)) = read(memo) else {
        return Ok(Finding::Unknown);
    };
    let now = session::read(session)?;
    let Some(event) = named_event(&now, &text) else {
        return Ok(Finding::Foreign);
    };
    let then = session::read_upto(session, event)?.host();
    let rendered = |view: &HostView, lang| format.render(view, &Notice::Whole, lang);
    let renderings = Lang::ALL.map(|lang| rendered(&then, lang));
    let renderings: Result<Vec<Vec<u8>>, _> = renderings.into_iter().collect();
    let Ok(renderings) = renderings else {
        return Ok(Finding::Unwritten);
    };
    let own = plain(format, memo);
    let Some(lang) = renderings.iter().position(|text| *text == own) else {
        return Ok(match version(&text) {
            Some(version) if version != VERSION => Finding::OtherVersion { event, version },
            _ if says_the_same(format, &renderings, memo) => Finding::SavedAnew { event },
            _ => Finding::Altered {
                event,
                line: first_difference(format, &renderings, &own),
            },
        });
    };
    // Steps of the walk, and what was undone again, leave the memo as it was.
    let view = now.host();
    let last = view.fingerprint.event;
    let as_then = HostView {
        fingerprint: then.fingerprint.clone(),
        date: then.date,
        ..view
    };
    let same = rendered(&as_then, Lang::ALL[lang]).is_ok_and(|now| now == own);
    Ok(if same {
        Finding::Now { event }
    } else {
        Finding::Earlier { event, last }
    })
}

/// The format of a memo by its bytes, and what can be searched in it.
fn read(memo: &[u8]) -> Option<(Format, String)> {
    if memo.starts_with(b"PK\x03\x04") {
        return Some((Format::Docx, docx::words::parts(memo)?));
    }
    if memo.starts_with(b"%PDF-") {
        return Some((Format::Pdf, String::from_utf8_lossy(memo).into_owned()));
    }
    let text = std::str::from_utf8(memo).ok()?;
    let begins = |sign: &str| text.trim_start().starts_with(sign);
    let format = if begins("<!DOCTYPE html>") {
        Format::Html
    } else if begins("{") {
        Format::Json
    } else if begins("\u{feff}option") {
        return None;
    } else {
        Format::Md
    };
    Some((format, text.to_owned()))
}

/// The bytes to compare: mail and other systems write line ends as they like.
fn plain(format: Format, memo: &[u8]) -> Vec<u8> {
    if format.is_text() {
        String::from_utf8_lossy(memo)
            .replace("\r\n", "\n")
            .into_bytes()
    } else {
        memo.to_vec()
    }
}

/// Whether a .docx has the words of one of the renderings.
fn says_the_same(format: Format, renderings: &[Vec<u8>], memo: &[u8]) -> bool {
    let words = docx::words::paragraphs;
    let own = words(memo).filter(|_| format == Format::Docx);
    own.is_some() && renderings.iter().any(|rendering| words(rendering) == own)
}

/// The latest event of the session whose hash stands in the text.
fn named_event(session: &Opened, text: &str) -> Option<u64> {
    const DIGITS: usize = 64;
    let words = text.split(|c: char| !c.is_ascii_hexdigit());
    let hashes = words.filter(|word| word.len() == DIGITS);
    hashes.filter_map(|hash| session.event_of(hash)).max()
}

/// The version of the program that wrote it.
fn version(text: &str) -> Option<String> {
    let named = text.match_indices("Dear Customer ");
    let numbers = named.filter_map(|(at, name)| {
        let rest = text.get(at + name.len()..)?;
        let number: String = rest
            .chars()
            .take_while(|c| c.is_ascii_digit() || *c == '.')
            .collect();
        number.contains('.').then_some(number)
    });
    numbers.last()
}

/// The first line that differs from the rendering that is nearest.
fn first_difference(format: Format, renderings: &[Vec<u8>], own: &[u8]) -> Option<usize> {
    let common = |rendering: &Vec<u8>| {
        let pairs = rendering.iter().zip(own);
        let same = pairs.take_while(|(a, b)| a == b).count();
        own.iter().take(same).filter(|&&b| b == b'\n').count() + 1
    };
    renderings
        .iter()
        .map(common)
        .max()
        .filter(|_| format.is_text())
}
