//! The memo's blocks, from its title to its last line.
//!
//! Invariant: no paragraph is empty but where the format wants one, in a cell
//! and between two tables; distances come from styles; the outline has no
//! gaps.

use super::super::{
    picture::{self, Measure},
    tree::{Annex, Block, Letter, Memo, Moves, Rich, Strip},
};
use super::{
    drawing::{Drawings, Size},
    markup::{KEEP, kept, paragraph, rich, run},
};
use crate::{lang::Lang, t};

/// The numbering of the first numbered list; the two before it are the
/// styles'.
pub(super) const FIRST_LIST: u32 = 3;

/// The size of pictures that have the page's width.
pub(super) const WIDE: Size = Size {
    per: 762,
    height: 0,
};

/// What stands between a document's head and its last section's properties.
pub(super) struct Body {
    pub lang: Lang,
    pub out: String,
    pub drawings: Drawings,
    /// How many numbered lists there are.
    pub lists: u32,
    /// Whether the last thing was a table.
    pub after_table: bool,
    /// Whether this part has a heading of the larger kind yet.
    headed: bool,
    /// Whether it is page one, which has little room.
    front: bool,
}

impl Body {
    /// The whole memo, from its title to its last line.
    pub(super) fn of(memo: &Memo) -> Self {
        let mut body = Self {
            lang: memo.lang,
            out: String::new(),
            drawings: Drawings::default(),
            lists: 0,
            after_table: false,
            headed: false,
            front: !memo.annexes.is_empty(),
        };
        body.paragraph("Title", "", &run("", &memo.title));
        body.paragraph("Subtitle", "", &run("", &memo.subtitle));
        body.blocks(&memo.front);
        for (index, annex) in memo.annexes.iter().enumerate() {
            body.annex(annex, index == 0);
        }
        body.paragraph("Colophon", "", &run("", &memo.footer));
        // A document can't end in a table.
        body.gap();
        body
    }

    /// A paragraph, where there is anything in it. `direct` is what it has
    /// beside its style, in the order of the format.
    pub(super) fn paragraph(&mut self, style: &str, direct: &str, runs: &str) {
        if runs.is_empty() {
            return;
        }
        // Items stand closer to each other than to what is before them.
        let paragraph = if self.after_table && style.starts_with("List") {
            let direct = format!("{direct}<w:spacing w:before=\"90\"/>");
            paragraph(style, &direct, runs)
        } else {
            paragraph(style, direct, runs)
        };
        self.out.push_str(&paragraph);
        self.after_table = false;
    }

    /// Keeps two tables apart that would become one.
    pub(super) fn gap(&mut self) {
        if self.after_table {
            self.out.push_str(&paragraph("Gap", "", ""));
            self.after_table = false;
        }
    }

    fn annex(&mut self, annex: &Annex, first: bool) {
        let letter = annex.blocks.iter().any(|b| matches!(b, Block::Letter(_)));
        let direct = if first || letter {
            "<w:pageBreakBefore/><w:spacing w:before=\"0\"/>"
        } else {
            ""
        };
        self.paragraph("Heading1", direct, &run("", &annex.title));
        self.headed = false;
        self.front = false;
        self.blocks(&annex.blocks);
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for (index, block) in blocks.iter().enumerate() {
            match block {
                Block::Heading(level, text) => {
                    // A small heading that has no larger one above it stands in
                    // for it: the outline has no gaps.
                    let large = *level <= 3 || !self.headed;
                    self.headed |= *level <= 3;
                    let style = match large {
                        _ if self.front => "FrontHeading",
                        true => "Heading2",
                        false => "Heading3",
                    };
                    self.paragraph(style, "", &run("", text));
                }
                Block::Para(text) => {
                    let letter = matches!(blocks.get(index + 1), Some(Block::Letter(_)));
                    let keep = if letter { KEEP } else { "" };
                    self.paragraph("Normal", keep, &rich(text));
                }
                Block::List(items) => {
                    for item in items {
                        self.paragraph("ListBullet", "", &rich(item));
                    }
                }
                Block::Steps(items) => self.steps(items),
                Block::Pairs(pairs) => self.pairs(pairs),
                Block::Table(table) => self.plain_table(table),
                Block::Headline(headline) => self.headline(headline),
                Block::Strip(strip) => self.strip(strip),
                Block::Strips(strips) => self.strips(strips),
                Block::Moves(moves) => self.moves(moves),
                Block::Grid(grid) => self.grid(grid),
                Block::Bars(bars) => self.bars(bars),
                Block::Sides(sides) => self.sides(sides),
                Block::Letter(letter) => self.letter(letter),
                Block::Notice(text) => {
                    let word = t!(self.lang, "memo-render-notice");
                    let runs = run("Strong", &word) + &run("", " ") + &rich(text);
                    self.paragraph("Notice", "", &runs);
                }
            }
        }
    }

    fn steps(&mut self, items: &[Rich]) {
        let list = FIRST_LIST + self.lists;
        self.lists += 1;
        let numbered =
            format!("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{list}\"/></w:numPr>");
        for item in items {
            self.paragraph("ListNumber", &numbered, &rich(item));
        }
    }

    /// A letter, on one page where one holds it.
    fn letter(&mut self, letter: &Letter) {
        self.paragraph("LetterHead", "", &run("", &letter.from));
        for (index, paragraph) in letter.paragraphs.iter().enumerate() {
            let keep = kept(index, letter.paragraphs.len());
            self.paragraph("LetterBody", keep, &run("", paragraph));
        }
    }

    /// A strip of the page's width.
    fn strip(&mut self, strip: &Strip) {
        let mut label = run("", &strip.label);
        if let Some(grade) = strip.grade {
            label.push_str(&run("", "   "));
            label.push_str(&self.graded(grade));
        }
        self.paragraph("StripLabel", "", &label);
        let drawn = picture::strip(self.lang, strip, Measure::wide(strip));
        let drawn = self.drawings.run(&drawn, WIDE, &strip.label);
        self.paragraph("Picture", "", &drawn);
        self.paragraph("StripWords", "", &run("", &strip.words));
    }

    fn moves(&mut self, moves: &Moves) {
        // It belongs to the table above, whose last line is its rule.
        let bare = "<w:pBdr><w:top w:val=\"nil\"/></w:pBdr>";
        self.paragraph("StripLabel", bare, &run("", &moves.label));
        if !moves.moves.is_empty() {
            let drawn = picture::moves(self.lang, moves);
            let drawn = self.drawings.run(&drawn, WIDE, &moves.label);
            self.paragraph("Picture", "", &drawn);
        }
        self.paragraph("StripWords", "", &run("", &moves.words));
    }

    /// A group score and what it is.
    pub(super) fn graded(&self, grade: u8) -> String {
        let word = t!(self.lang, "memo-render-grade");
        run("Grade", &grade.to_string()) + &run("Small", &format!(" {word}"))
    }
}
