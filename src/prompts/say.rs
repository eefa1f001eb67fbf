//! What is said: the body of a page as plain lines, and what every line must
//! be before it goes out.

use super::Prompts;
use crate::{
    lang::Lang,
    memo::{
        plain,
        tree::{self, Block},
    },
    t,
    text::in_place,
    walk::Item,
};
use std::io;

impl Prompts<'_, '_> {
    /// Says a text, a line for each of its own; an empty one is a gap.
    /// Nothing is said where all of it is empty.
    pub(super) fn say(&mut self, text: &str) -> io::Result<()> {
        if text.is_empty() {
            return Ok(());
        }
        let lang = self.lang();
        for line in text.split('\n') {
            writeln!(self.out, "{}", spoken(lang, line))?;
        }
        Ok(())
    }

    /// An empty line.
    pub(super) fn gap(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }

    /// What there is to see, in words.
    pub(super) fn body(&mut self, items: &[Item]) -> io::Result<()> {
        let lang = self.lang();
        let blocks: Vec<Block> = items.iter().flat_map(|item| blocks(lang, item)).collect();
        self.say(&plain::lines(lang, &blocks).join("\n"))
    }
}

/// An item as blocks of a memo.
fn blocks(lang: Lang, item: &Item) -> Vec<Block> {
    let para = |text: &str| Block::Para(tree::plain(text));
    match item {
        Item::Block(block) => vec![block.clone()],
        Item::Small(text) | Item::Big(text) | Item::Banner(text, _) | Item::Trial(text) => {
            vec![para(text)]
        }
        // There are no signs here that it could explain.
        Item::Legend(_) => Vec::new(),
        Item::Dots(dots) => {
            let counts = plain::counts(lang, &dots.strip.counts);
            // On the screen a gap stands between the name and the score.
            let label = dots.strip.label.replace("   ", ": ");
            let mut blocks = vec![Block::Pairs(vec![(label, tree::plain(counts))])];
            if dots.lines {
                blocks.push(para(&plain::marks(&dots.strip.marks)));
            }
            blocks
        }
        Item::Counts(counts) => {
            let row = |(name, n): &(String, u32)| {
                let people = plain::people(lang, *n);
                (name.clone(), tree::plain(people))
            };
            vec![Block::Pairs(counts.iter().map(row).collect())]
        }
        Item::Letter(paragraphs) => vec![Block::Letter(tree::Letter {
            from: String::new(),
            paragraphs: paragraphs.clone(),
        })],
    }
}

/// A line as it goes out: printable, without pictures, and with words for the
/// signs that the pages use.
fn spoken(lang: Lang, line: &str) -> String {
    let mut said = String::with_capacity(line.len());
    for c in in_place(line).chars() {
        match c {
            '⇄' => said += &t!(lang, "prompts-twin"),
            '→' => said += &t!(lang, "prompts-arrow"),
            // Lines, blocks, and the dots and arrows that a page points with.
            '\u{2500}'..='\u{25ff}' | '\t' | '\u{fffd}' => said.push(' '),
            c => said.push(c),
        }
    }
    let words: Vec<&str> = said.split(' ').filter(|word| !word.is_empty()).collect();
    // A dot in the middle is heard as a word.
    words.join(" ").replace(" · ", ", ")
}

/// The number of something from a list of `count`, from 0.
pub(super) fn number(line: &str, count: usize) -> Option<usize> {
    let line = line.trim().trim_end_matches('.');
    let plain = line.bytes().all(|b| b.is_ascii_digit());
    let number: usize = line.parse().ok().filter(|_| plain)?;
    number.checked_sub(1).filter(|&at| at < count)
}
