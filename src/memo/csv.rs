//! The ratings as CSV in long form, one rating a row: what `import` takes and
//! what a spreadsheet opens.
//!
//! Invariant: only what is on the table; no cell is a formula to a
//! spreadsheet; and what `import` reads from it is what the session holds.

use crate::{
    lang::Lang,
    method::Assessment,
    session::{HostView, Round},
};

/// The columns, as `import` knows them.
pub const COLUMNS: [&str; 6] = [
    "option",
    "round",
    "participant",
    "assessment",
    "answer",
    "reason",
];

/// All ratings on the table and the legal states that were set, option by
/// option in the order of the walk. Columns are parted by a comma, in Dutch by
/// a semicolon: what spreadsheets in either language expect. Lines end in
/// `\r\n`, and the mark of UTF-8 comes first, without which spreadsheets
/// garble accents.
#[must_use]
pub fn render(view: &HostView, lang: Lang) -> String {
    let delimiter = match lang {
        Lang::En => b',',
        Lang::Nl => b';',
    };
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::from("\u{feff}"));
    // Writing to memory can't fail.
    let _ = writer.write_record(COLUMNS);
    for row in rows(view) {
        let _ = writer.write_record(row.map(|cell| guarded(&cell)));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

fn rows(view: &HostView) -> Vec<[String; 6]> {
    let mut rows = Vec::new();
    for option in &view.options {
        for assessment in Assessment::ALL {
            if assessment == Assessment::Legal {
                rows.extend(view.legal.get(&option.id).map(|entry| {
                    [
                        option.id.clone(),
                        String::new(),
                        String::new(),
                        assessment.id().to_owned(),
                        entry.state.id().to_owned(),
                        entry.source.to_string(),
                    ]
                }));
                continue;
            }
            for round in [Round::First, Round::Second] {
                let revealed = view.round(&option.id, assessment, round);
                let ratings = revealed.and_then(|round| round.revealed.as_ref());
                rows.extend(ratings.into_iter().flatten().map(|rating| {
                    [
                        option.id.clone(),
                        round.number().to_string(),
                        rating.seat.to_string(),
                        assessment.id().to_owned(),
                        rating.answer.to_string(),
                        rating.reason.to_string(),
                    ]
                }));
            }
        }
    }
    rows
}

/// Whether a spreadsheet takes a cell for a formula, an apostrophe at its
/// beginning or not.
fn is_formula(cell: &str) -> bool {
    let cell = cell.trim_start_matches(['\'', ' ']);
    cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n'])
}

/// A cell with an apostrophe before what would be a formula. [`plain`] takes
/// it away.
fn guarded(cell: &str) -> String {
    if is_formula(cell) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

/// A cell as it was before it was guarded.
#[must_use]
pub fn plain(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if is_formula(rest) => rest,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_guarded_and_comes_back() {
        for (cell, written) in [
            ("=cmd()", "'=cmd()"),
            ("-1", "'-1"),
            ("@x", "'@x"),
            ("＝1", "'＝1"),
            (" =1", "' =1"),
            ("'=1", "''=1"),
            ("''+1", "'''+1"),
            ("it’s 1 = 1", "it’s 1 = 1"),
            ("'t is so", "'t is so"),
            ("", ""),
        ] {
            assert_eq!(guarded(cell), written);
            assert_eq!(plain(written), cell);
        }
    }
}
