//! The memo of sessions walked to a decision, in every format and both
//! languages.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../common/board.rs"]
mod board;

#[path = "../common/everywhere.rs"]
mod everywhere;
#[path = "../common/hostile.rs"]
mod hostile;
#[path = "../common/read.rs"]
mod read;
mod typed;
mod verify;

use board::Board;
use dear_customer::{
    lang::Lang,
    memo,
    session::{self, Opened},
};
use std::collections::BTreeSet;
use tempfile::TempDir;

/// A session held, and read back from its file.
fn held(board: Board, lang: Lang) -> (TempDir, Opened) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("board.session.toml");
    board.hold(&path, lang);
    let opened = session::read(&path).unwrap();
    (folder, opened)
}

/// Would catch a decision, a condition, a note or a letter that does not
/// reach the memo, or reaches it in the wrong words.
#[test]
fn sessions_walked_to_a_decision() {
    for board in Board::ALL {
        for lang in Lang::ALL {
            let (_folder, opened) = held(board, lang);
            let view = opened.host();
            let hashes = [
                &view.fingerprint.hash,
                &view.info.session,
                &view.info.scenario_hash,
                &view.info.instrument_hash,
            ];
            let keep = |format: &str, text: String| {
                let text = hashes
                    .iter()
                    .fold(text, |text, hash| text.replace(hash.as_str(), "[hash]"));
                let name = format!("{}_{format}_{}", board.name(), lang.code());
                insta::assert_snapshot!(name, text);
            };
            let tree = memo::build(&view, &opened.notice, lang);
            keep("md", memo::md::render(&tree));
            keep("html", memo::html::render(&tree));
            keep("json", memo::json::render(&view));
            keep("csv", memo::csv::render(&view, lang));
        }
    }
}

/// Words that are the same in both languages, and names of people and sources.
const SHARED: &[&str] = &[
    "bloomberg",
    "computertotaal",
    "connect",
    "dagblad",
    "dutchnews",
    "equens",
    "everyday",
    "financieele",
    "hitachi",
    "kamervraag",
    "lloyds",
    "marketing",
    "offers",
    "staatscourant",
    "zenger",
    "balinski",
    "bohanec",
    "customer",
    "electre",
    "garden",
    "instrument",
    "kahneman",
    "laraki",
    "lovallo",
    "november",
    "panels",
    "premortem",
    "scores",
    "sector",
    "sibony",
    "standard",
    "wright",
];

/// Would catch a sentence in the other language on a memo that nobody typed
/// into.
#[test]
fn no_word_of_the_other_language() {
    let words = |board: Board, lang| {
        let (_folder, opened) = held(board, lang);
        let memo = memo::md::render(&memo::build(&opened.host(), &opened.notice, lang));
        let words = memo.split(|c: char| !c.is_alphabetic());
        let long = words.filter(|word| word.chars().count() >= 6);
        long.map(str::to_lowercase).collect::<BTreeSet<String>>()
    };
    for board in Board::ALL {
        let (en, nl) = (words(board, Lang::En), words(board, Lang::Nl));
        let both: Vec<&String> = en.intersection(&nl).collect();
        let wrong = both.iter().filter(|word| !SHARED.contains(&word.as_str()));
        let wrong: Vec<_> = wrong.collect();
        assert!(wrong.is_empty(), "{}: {wrong:?}", board.name());
    }
}

/// Would catch a heading with nothing under it.
#[test]
fn no_section_is_empty() {
    for board in Board::ALL {
        let (_folder, opened) = held(board, Lang::En);
        let memo = memo::md::render(&memo::build(&opened.host(), &opened.notice, Lang::En));
        let depth = |line: &str| line.chars().take_while(|&c| c == '#').count();
        let lines: Vec<&str> = memo.lines().filter(|line| !line.is_empty()).collect();
        for pair in lines.windows(2) {
            let (here, next) = (depth(pair[0]), depth(pair[1]));
            assert!(here == 0 || next == 0 || next > here, "{pair:?}");
            assert!(here == 0 || pair[1] != "---", "{pair:?}");
        }
    }
}
