//! The memo of sessions walked to a decision, in every format and both
//! languages.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../common/board.rs"]
mod board;

mod verify;

use board::Board;
use dear_customer::{
    lang::Lang,
    memo,
    session::{self, Opened},
};
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
