//! The memo as plain lines.

use crate::board::Board;
use dear_customer::{
    lang::Lang,
    memo::{
        self, md, plain,
        tree::{Block, Memo},
    },
    session::{self, Notice},
};
use std::collections::BTreeSet;

fn memos() -> Vec<Memo> {
    let folder = tempfile::tempdir().unwrap();
    let mut memos = Vec::new();
    for board in Board::ALL {
        for lang in Lang::ALL {
            let path = folder
                .path()
                .join(format!("{}-{}", board.name(), lang.code()));
            board.hold(&path, lang);
            let view = session::read(&path).ok().unwrap().host();
            memos.push(memo::build(&view, &Notice::Whole, lang));
        }
    }
    memos
}

fn blocks(memo: &Memo) -> Vec<Block> {
    let annexes = memo.annexes.iter().flat_map(|annex| annex.blocks.clone());
    memo.front.iter().cloned().chain(annexes).collect()
}

/// Whether a block shows a picture of which a legend tells the signs.
fn legend(block: &Block) -> &str {
    match block {
        Block::Sides(sides) => &sides.legend,
        _ => "",
    }
}

fn words(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_alphabetic());
    let long = words.filter(|word| word.chars().count() > 3);
    long.map(str::to_owned).collect()
}

/// Would catch a block of the memo of which something is left unsaid, and one
/// that is said in signs.
#[test]
fn every_word_of_a_memo_is_said_and_no_picture() {
    for memo in memos() {
        let blocks = blocks(&memo);
        let said = plain::lines(memo.lang, &blocks).join("\n");
        let legends: Vec<&str> = blocks.iter().map(legend).collect();
        let mut around = vec![memo.title.as_str(), &memo.subtitle, &memo.footer];
        around.extend(memo.annexes.iter().map(|annex| annex.title.as_str()));
        around.extend([memo.running.organisation.as_str(), "text"]);
        around.push(&memo.running.classification);
        let known = words(&(said.clone() + &around.join(" ") + &legends.join(" ")));
        let written = words(&md::render(&memo));
        let unsaid: Vec<&String> = written.difference(&known).collect();
        assert!(unsaid.is_empty(), "{unsaid:?}\n{said}");
        for c in ['●', '○', '┊', '┃', '█', '▸', '─', '\t'] {
            assert!(!said.contains(c), "{c} in {said}");
        }
    }
}
