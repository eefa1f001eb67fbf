//! The memo's blocks as plain lines, for reading aloud: a paragraph is one
//! line, a row of a table is one line that says the column before each cell,
//! and a picture is what it shows, in words.
//!
//! Invariant: no line holds a sign that stands for a picture, and none is
//! wrapped: whoever reads it knows better where.

use super::tree::{Bars, Block, Grid, Letter, Rich, Side, Sides, Strip, Table};
use crate::{lang::Lang, t};

/// The blocks, line by line; an empty one stands before a heading and around
/// a letter.
#[must_use]
pub fn lines(lang: Lang, blocks: &[Block]) -> Vec<String> {
    let mut page = Page {
        lang,
        lines: Vec::new(),
    };
    for block in blocks {
        page.block(block);
    }
    page.lines
}

/// How many gave each rating: "3: two people, 9: one person".
#[must_use]
pub fn counts(lang: Lang, counts: &[u32; 11]) -> String {
    let given = (0..).zip(counts).filter(|(_, n)| **n > 0);
    let parts: Vec<String> = given
        .map(|(rating, &n): (u8, _)| format!("{rating}: {}", people(lang, n)))
        .collect();
    if parts.is_empty() {
        return t!(lang, "memo-plain-nobody");
    }
    parts.join(", ")
}

/// "two people"
#[must_use]
pub fn people(lang: Lang, n: u32) -> String {
    t!(lang, "memo-plain-people", n = n)
}

/// Floor and bar, or whatever is marked: "floor 5, bar 8".
#[must_use]
pub fn marks(marks: &[(u8, String)]) -> String {
    let marks = marks.iter().map(|(at, word)| format!("{word} {at}"));
    marks.collect::<Vec<_>>().join(", ")
}

struct Page {
    lang: Lang,
    lines: Vec<String>,
}

impl Page {
    /// A text, a line for each of its own; nothing where it is empty.
    fn say(&mut self, text: &str) {
        let lines = text.split('\n').map(str::trim);
        let lines = lines.filter(|line| !line.is_empty());
        self.lines.extend(lines.map(str::to_owned));
    }

    /// A gap, but never two.
    fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(String::new());
        }
    }

    /// What stands over a table or a picture, apart from what was before.
    fn caption(&mut self, text: &str) {
        if !text.is_empty() {
            self.gap();
            self.say(text);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(_, text) => {
                self.gap();
                self.say(text);
            }
            Block::Para(text) => self.say(&words(text)),
            Block::List(items) => {
                for item in items {
                    self.say(&format!("- {}", words(item)));
                }
            }
            Block::Steps(items) => {
                for (number, item) in (1..).zip(items) {
                    self.say(&format!("{number}. {}", words(item)));
                }
            }
            Block::Pairs(pairs) => {
                for (label, value) in pairs {
                    self.say(&labelled(label, &words(value)));
                }
            }
            Block::Table(table) => self.table(table),
            Block::Headline(headline) => {
                self.say(&labelled(&headline.label, &headline.verdict));
                self.say(&headline.ground);
            }
            Block::Strip(strip) => self.strip(strip),
            Block::Strips(strips) => {
                for strip in strips {
                    self.strip(strip);
                }
            }
            Block::Moves(moves) => self.say(&labelled(&moves.label, &moves.words)),
            Block::Grid(grid) => self.grid(grid),
            Block::Bars(bars) => self.bars(bars),
            Block::Sides(sides) => self.sides(sides),
            Block::Letter(letter) => self.letter(letter),
            Block::Notice(text) => {
                let notice = t!(self.lang, "memo-render-notice");
                self.say(&format!("{notice} {}", words(text)));
            }
        }
    }

    fn table(&mut self, table: &Table) {
        self.caption(&table.caption);
        for row in &table.rows {
            let cells = row.iter().zip(&table.head).filter_map(|(cell, head)| {
                let cell = words(cell);
                (!cell.is_empty()).then(|| labelled(head, &cell))
            });
            let row = cells.collect::<Vec<_>>().join("; ");
            self.say(&row.replace('\n', " "));
        }
    }

    fn strip(&mut self, strip: &Strip) {
        self.say(&labelled(&strip.label, &counts(self.lang, &strip.counts)));
        self.say(&marks(&strip.marks));
        self.say(&strip.words);
    }

    fn grid(&mut self, grid: &Grid) {
        self.caption(&grid.caption);
        for (r, (row, cells)) in grid.rows.iter().zip(&grid.cells).enumerate() {
            let cells = cells.iter().zip(&grid.columns).enumerate();
            let cells = cells.map(|(c, (verdict, column))| {
                let here = grid.lit == Some((r, c));
                let here = here.then(|| format!(" ({})", grid.lit_word));
                let here = here.unwrap_or_default();
                format!("{} {column}: {verdict}{here}", grid.columns_label)
            });
            let cells = cells.collect::<Vec<_>>().join("; ");
            self.say(&format!("{} {row}; {cells}", grid.rows_label));
        }
    }

    fn bars(&mut self, bars: &Bars) {
        self.caption(&bars.caption);
        for bar in &bars.rows {
            let row = labelled(&bar.label, &bar.says);
            if bar.note.is_empty() {
                self.say(&format!("- {row}"));
            } else {
                self.say(&format!("- {row}. {}", bar.note));
            }
        }
    }

    fn sides(&mut self, sides: &Sides) {
        self.caption(&sides.caption);
        for (label, row) in &sides.rows {
            let cells = row.iter().zip(&sides.heads).map(|(side, head)| {
                let side = match side {
                    Side::Text(text) => words(text),
                    Side::Strip(strip) => {
                        let counts = counts(self.lang, &strip.counts);
                        let parts = [strip.words.clone(), counts, marks(&strip.marks)];
                        let parts = parts.into_iter().filter(|part| !part.is_empty());
                        parts.collect::<Vec<_>>().join(", ")
                    }
                };
                labelled(head, &side)
            });
            let cells = cells.collect::<Vec<_>>().join("; ");
            self.say(&labelled(label, &cells).replace('\n', " "));
        }
    }

    fn letter(&mut self, letter: &Letter) {
        self.gap();
        self.say(&letter.from);
        for paragraph in &letter.paragraphs {
            self.say(paragraph);
        }
        self.gap();
    }
}

fn words(text: &Rich) -> String {
    text.iter().map(super::tree::Span::printed).collect()
}

/// "label: value"; the one that there is where the other is empty.
fn labelled(label: &str, value: &str) -> String {
    match (label.is_empty(), value.is_empty()) {
        (true, _) => value.to_owned(),
        (_, true) => label.to_owned(),
        _ if label.ends_with([':', '?', '.', '!']) => format!("{label} {value}"),
        _ => format!("{label}: {value}"),
    }
}
