//! The memo's tree as the template's data: texts that can be set, pictures as
//! SVG, and what the template can't well find out by itself.
//!
//! Invariant: every text of the tree goes through the [`Setter`], also those
//! in pictures.

use super::{
    super::{
        picture::{self, Measure, Picture},
        svg,
        tree::{
            Bars, Block, Grid, Headline, Letter, Memo, Moves, Rich, Side, Sides, Span, Strip, Table,
        },
    },
    letters::{FAMILIES, Setter, Text},
};
use crate::t;
use serde::Serialize;
use std::slice::from_ref;

/// Everything that the template reads.
#[derive(Serialize)]
pub(super) struct Data {
    lang: &'static str,
    families: [&'static str; 3],
    /// The document's title, for machines.
    name: String,
    keywords: Vec<String>,
    organisation: String,
    classification: String,
    /// Both, for the foot of a page.
    below: String,
    page: String,
    title: Text,
    subtitle: Text,
    parts: Vec<Part>,
    footer: Text,
    /// That characters are missing, where they are.
    missing: Option<Text>,
}

/// Page one, or an annex.
#[derive(Serialize)]
struct Part {
    /// Its heading, which is of level 1.
    title: Option<Text>,
    /// Whether it is page one, whose heading is there for the order of
    /// headings and stands back.
    front: bool,
    /// Whether it stands on pages of its own.
    own_page: bool,
    blocks: Vec<View>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum View {
    Heading {
        level: u8,
        text: Text,
        /// Whether it begins a page: a letter follows, and one stands before.
        new_page: bool,
    },
    Para {
        text: Vec<Run>,
    },
    List {
        ordered: bool,
        items: Vec<Vec<Run>>,
    },
    Pairs {
        whole: bool,
        rows: Vec<(Text, Vec<Run>)>,
    },
    Table {
        caption: Text,
        whole: bool,
        head: Vec<Text>,
        /// Whether the head may stand on every page: it is not too high.
        repeat: bool,
        /// Whether it may be higher than a page.
        high_head: bool,
        columns: Vec<Column>,
        rows: Vec<Row>,
    },
    Headline {
        number: Option<u8>,
        label: Text,
        verdict: Text,
        ground: Text,
        picture: Image,
    },
    /// One that has the page's width.
    Strip(Dots),
    Strips {
        strips: Vec<Dots>,
    },
    Moves {
        label: Text,
        picture: Option<Image>,
        words: Text,
    },
    Grid {
        caption: Text,
        whole: bool,
        high_head: bool,
        rows_label: Text,
        columns_label: Text,
        columns: Vec<Text>,
        rows: Vec<GridRow>,
        lit_word: Text,
    },
    Bars {
        caption: Text,
        whole: bool,
        /// Whether one has a note.
        noted: bool,
        /// Whether one holds.
        marked: bool,
        rows: Vec<BarRow>,
    },
    Sides {
        caption: Text,
        whole: bool,
        high_head: bool,
        heads: Vec<Text>,
        rows: Vec<SideRow>,
    },
    Letter {
        from: Text,
        paragraphs: Vec<Text>,
    },
    Notice {
        word: Text,
        text: Vec<Run>,
    },
}

/// A piece of text with its emphasis.
#[derive(Serialize)]
struct Run {
    style: &'static str,
    text: Text,
}

/// A column of a table.
#[derive(Serialize)]
struct Column {
    numeric: bool,
    /// Its share of what room there is; without one it is as wide as its
    /// longest cell.
    share: Option<usize>,
}

#[derive(Serialize)]
struct Row {
    cells: Vec<Vec<Run>>,
    /// Whether it is so high that it may be broken over two pages.
    high: bool,
}

#[derive(Serialize)]
struct GridRow {
    head: Text,
    cells: Vec<Text>,
    /// Which cell holds.
    lit: Option<usize>,
}

#[derive(Serialize)]
struct BarRow {
    label: Text,
    picture: Option<Image>,
    says: Text,
    note: Text,
    lit: bool,
    high: bool,
}

#[derive(Serialize)]
struct SideRow {
    label: Text,
    cells: Vec<SideCell>,
}

#[derive(Serialize)]
struct SideCell {
    picture: Option<Image>,
    text: Vec<Run>,
}

/// A strip with its words.
#[derive(Serialize)]
struct Dots {
    label: Text,
    grade: Option<u8>,
    /// "group score"
    grade_word: Text,
    picture: Image,
    words: Text,
}

#[derive(Serialize)]
struct Image {
    svg: String,
    /// All that it shows, in words.
    alt: String,
    /// How wide it is, in units.
    width: i32,
    /// How high it is, in units.
    height: i32,
}

/// How much of a running line is printed, in characters.
const RUNNING: usize = 50;

/// Up to how many characters a column is as wide as its longest cell.
const NARROW: usize = 26;

/// How many characters a table is wide, roughly.
const PAGE: usize = 110;

/// How many of them are between two columns.
const GAP: usize = 2;

/// From how many characters on a row may be broken over two pages; in the
/// narrowest column it fills most of one.
const HIGH: usize = 500;

/// Up to how many characters and rows a table is never broken over two pages:
/// all of it in its narrowest column would still be less than a page.
const WHOLE: (usize, usize) = (1200, 12);

/// The same for the grid of verdicts, whose first columns are narrower.
const WHOLE_GRID: usize = 600;

/// The template's data for a memo.
pub(super) fn data(memo: &Memo) -> Data {
    let lang = memo.lang;
    let mut desk = Viewer {
        setter: Setter {
            lang,
            replaced: false,
            set: 0,
        },
        level: 0,
    };
    let running = &memo.running;
    let title = desk.text(&memo.title);
    let name = if title.is_blank() {
        t!(lang, "memo-render-front")
    } else {
        desk.setter.line(&memo.title)
    };
    let mut parts = vec![desk.front(memo)];
    for annex in &memo.annexes {
        let title = desk.heading(1, &annex.title);
        parts.push(Part {
            title: title.map(|(_, title)| title),
            front: false,
            own_page: annex.blocks.iter().any(|b| matches!(b, Block::Letter(_))),
            blocks: desk.blocks(&annex.blocks, 2),
        });
    }
    let mut data = Data {
        lang: lang.code(),
        families: FAMILIES,
        name,
        keywords: running
            .fingerprint
            .iter()
            .map(ToString::to_string)
            .collect(),
        organisation: desk.setter.short(&running.organisation, RUNNING),
        classification: desk.setter.short(&running.classification, RUNNING),
        below: desk.setter.short(&running.line(), RUNNING + RUNNING / 2),
        page: t!(lang, "memo-render-page"),
        title,
        subtitle: desk.text(&memo.subtitle),
        parts,
        footer: desk.text(&memo.footer),
        missing: None,
    };
    if desk.setter.replaced {
        data.missing = Some(desk.text(&t!(lang, "memo-render-missing")));
    }
    data
}

/// Turns blocks into views, from top to bottom.
struct Viewer {
    setter: Setter,
    /// The level of the last heading; the next may be one deeper, not more.
    level: u8,
}

impl Viewer {
    fn text(&mut self, text: &str) -> Text {
        self.setter.text(text)
    }

    /// Whether a table is never broken over two pages: it is small, by the
    /// characters that were set since it was `begun` and by its rows.
    fn whole(&self, begun: usize, rows: usize) -> bool {
        self.setter.set - begun <= WHOLE.0 && rows <= WHOLE.1
    }

    /// A heading of a level, or of the deepest that may follow; none where
    /// there is nothing to read.
    fn heading(&mut self, level: u8, text: &str) -> Option<(u8, Text)> {
        let text = self.text(text);
        if text.is_blank() {
            return None;
        }
        self.level = level.min(self.level + 1);
        Some((self.level, text))
    }

    /// Page one. A document of one part needs no name for it: its headings
    /// move up.
    fn front(&mut self, memo: &Memo) -> Part {
        let whole = memo.annexes.is_empty();
        let title = (!whole).then(|| t!(memo.lang, "memo-render-front"));
        let title = title.and_then(|title| self.heading(1, &title));
        Part {
            title: title.map(|(_, title)| title),
            front: true,
            own_page: !whole,
            blocks: self.blocks(&memo.front, if whole { 1 } else { 2 }),
        }
    }

    /// `top` is the level of the larger headings among them.
    fn blocks(&mut self, blocks: &[Block], top: u8) -> Vec<View> {
        let views = blocks.iter().filter_map(|block| self.block(block, top));
        let mut views: Vec<View> = views.collect();
        letters_apart(&mut views);
        views
    }

    fn block(&mut self, block: &Block, top: u8) -> Option<View> {
        match block {
            Block::Heading(level, text) => {
                let level = if *level <= 3 { top } else { top + 1 };
                let (level, text) = self.heading(level, text)?;
                Some(View::Heading {
                    level,
                    text,
                    new_page: false,
                })
            }
            Block::Para(text) => Some(View::Para {
                text: self.rich(text),
            }),
            Block::List(items) => self.list(items, false),
            Block::Steps(items) => self.list(items, true),
            Block::Pairs(pairs) => (!pairs.is_empty()).then(|| {
                let begun = self.setter.set;
                View::Pairs {
                    rows: pairs
                        .iter()
                        .map(|(label, value)| (self.text(label), self.rich(value)))
                        .collect(),
                    whole: self.whole(begun, pairs.len()),
                }
            }),
            Block::Table(table) => self.table(table),
            Block::Headline(headline) => Some(self.headline(headline)),
            Block::Strip(strip) => {
                let measure = Measure::wide(strip);
                Some(View::Strip(self.strip(strip, measure)))
            }
            Block::Strips(strips) => (!strips.is_empty()).then(|| View::Strips {
                strips: strips
                    .iter()
                    .map(|strip| self.strip(strip, Measure::narrow(strips)))
                    .collect(),
            }),
            Block::Moves(moves) => Some(self.moves(moves)),
            Block::Grid(grid) => Some(self.grid(grid)),
            Block::Bars(bars) => (!bars.rows.is_empty()).then(|| self.bars(bars)),
            Block::Sides(sides) => self.sides(sides),
            Block::Letter(letter) => Some(self.letter(letter)),
            Block::Notice(text) => Some(View::Notice {
                word: self.text(&t!(self.setter.lang, "memo-render-notice")),
                text: self.rich(text),
            }),
        }
    }

    fn rich(&mut self, text: &Rich) -> Vec<Run> {
        let run = |span: &Span| Run {
            style: match span {
                Span::Text(_) => "text",
                Span::Strong(_) => "strong",
                Span::Quote(_) => "quote",
            },
            text: self.text(&span.printed()),
        };
        text.iter().map(run).collect()
    }

    fn list(&mut self, items: &[Rich], ordered: bool) -> Option<View> {
        (!items.is_empty()).then(|| View::List {
            ordered,
            items: items.iter().map(|item| self.rich(item)).collect(),
        })
    }

    fn table(&mut self, table: &Table) -> Option<View> {
        let begun = self.setter.set;
        let count = table.rows.iter().map(Vec::len).max().unwrap_or(0);
        let count = count.max(table.head.len());
        if count == 0 {
            return None;
        }
        let mut extents = vec![Extent::default(); count];
        for (extent, head) in extents.iter_mut().zip(&table.head) {
            extent.take_in(head);
        }
        for row in &table.rows {
            for (extent, cell) in extents.iter_mut().zip(row) {
                let printed: String = cell.iter().map(Span::printed).collect();
                extent.take_in(&printed);
            }
        }
        let rows = table.rows.iter().map(|row| {
            let mut cells: Vec<Vec<Run>> = row.iter().map(|cell| self.rich(cell)).collect();
            cells.resize_with(count, Vec::new);
            Row {
                cells,
                high: row.iter().map(length).any(|length| length > HIGH),
            }
        });
        let rows = rows.collect();
        let mut head: Vec<Text> = table.head.iter().map(|head| self.text(head)).collect();
        head.resize_with(count, Text::default);
        Some(View::Table {
            caption: self.text(&table.caption),
            whole: self.whole(begun, table.rows.len()),
            repeat: table.head.iter().all(|head| head.chars().count() <= 80),
            high_head: high(&table.head),
            head,
            columns: columns(&extents, &table.numeric),
            rows,
        })
    }

    fn headline(&mut self, headline: &Headline) -> View {
        View::Headline {
            number: headline.number.map(|number| number.min(3)),
            label: self.text(&headline.label),
            verdict: self.text(&headline.verdict),
            ground: self.text(&headline.ground),
            picture: self.image(&picture::ladder(self.setter.lang, headline)),
        }
    }

    /// A picture as it is, which must hold no word that the fonts can't set.
    fn image(&mut self, picture: &Picture) -> Image {
        let parts = [&picture.title, &picture.words].map(|part| self.setter.line(part));
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        Image {
            svg: svg::standalone(picture, FAMILIES[0]),
            alt: parts.collect::<Vec<_>>().join(": "),
            width: picture.width / 10,
            height: picture.height / 10,
        }
    }

    /// Floor and bar with words that can be set.
    fn marks(&mut self, marks: &[(u8, String)]) -> Vec<(u8, String)> {
        let marks = marks.iter();
        marks
            .map(|(rating, word)| (*rating, self.setter.drawn(word)))
            .collect()
    }

    fn strip(&mut self, strip: &Strip, measure: Measure) -> Dots {
        let lang = self.setter.lang;
        let drawn = Strip {
            marks: self.marks(&strip.marks),
            ..strip.clone()
        };
        Dots {
            label: self.text(&strip.label),
            grade: strip.grade,
            grade_word: self.text(&t!(lang, "memo-render-grade")),
            picture: self.image(&picture::strip(lang, &drawn, measure)),
            words: self.text(&strip.words),
        }
    }

    fn moves(&mut self, moves: &Moves) -> View {
        let drawn = Moves {
            marks: self.marks(&moves.marks),
            ..moves.clone()
        };
        let picture = (!moves.moves.is_empty())
            .then(|| self.image(&picture::moves(self.setter.lang, &drawn)));
        View::Moves {
            label: self.text(&moves.label),
            picture,
            words: self.text(&moves.words),
        }
    }

    fn grid(&mut self, grid: &Grid) -> View {
        let begun = self.setter.set;
        let rows = grid.rows.iter().zip(&grid.cells).enumerate();
        let rows = rows.map(|(row, (head, cells))| GridRow {
            head: self.text(head),
            cells: cells.iter().map(|cell| self.text(cell)).collect(),
            lit: grid.lit.filter(|lit| lit.0 == row).map(|lit| lit.1),
        });
        let rows = rows.collect();
        View::Grid {
            caption: self.text(&grid.caption),
            high_head: high(&grid.columns) || high(from_ref(&grid.columns_label)),
            rows_label: self.text(&grid.rows_label),
            columns_label: self.text(&grid.columns_label),
            columns: grid.columns.iter().map(|head| self.text(head)).collect(),
            rows,
            lit_word: self.text(&grid.lit_word),
            whole: self.setter.set - begun <= WHOLE_GRID,
        }
    }

    fn bars(&mut self, bars: &Bars) -> View {
        let begun = self.setter.set;
        let rows = bars.rows.iter().map(|bar| BarRow {
            label: self.text(&bar.label),
            picture: picture::bar(bar.fill, bar.lit).map(|picture| self.image(&picture)),
            says: self.text(&bar.says),
            note: self.text(&bar.note),
            lit: bar.lit,
            high: bar.label.chars().count() > HIGH,
        });
        let rows = rows.collect();
        View::Bars {
            caption: self.text(&bars.caption),
            whole: self.whole(begun, bars.rows.len()),
            noted: bars.rows.iter().any(|bar| !bar.note.is_empty()),
            marked: bars.rows.iter().any(|bar| bar.lit),
            rows,
        }
    }

    fn sides(&mut self, sides: &Sides) -> Option<View> {
        let begun = self.setter.set;
        let count = sides.rows.iter().map(|(_, row)| row.len()).max();
        let count = count.unwrap_or(0).max(sides.heads.len());
        if count == 0 {
            return None;
        }
        let rows = sides.rows.iter().map(|(label, row)| {
            let strips = row.iter().filter_map(|side| match side {
                Side::Strip(strip) => Some(strip),
                Side::Text(_) => None,
            });
            let measure = Measure::narrow(strips);
            let mut cells: Vec<SideCell> =
                row.iter().map(|side| self.side(side, measure)).collect();
            cells.resize_with(count, || SideCell {
                picture: None,
                text: Vec::new(),
            });
            SideRow {
                label: self.text(label),
                cells,
            }
        });
        let rows = rows.collect();
        let mut heads: Vec<Text> = sides.heads.iter().map(|head| self.text(head)).collect();
        heads.resize_with(count, Text::default);
        Some(View::Sides {
            caption: self.text(&sides.caption),
            whole: self.whole(begun, sides.rows.len()),
            high_head: high(&sides.heads),
            heads,
            rows,
        })
    }

    fn side(&mut self, side: &Side, measure: Measure) -> SideCell {
        match side {
            Side::Text(text) => SideCell {
                picture: None,
                text: self.rich(text),
            },
            Side::Strip(strip) => {
                let dots = self.strip(strip, measure);
                SideCell {
                    picture: Some(dots.picture),
                    text: vec![Run {
                        style: "text",
                        text: dots.words,
                    }],
                }
            }
        }
    }

    fn letter(&mut self, letter: &Letter) -> View {
        let paragraphs = letter.paragraphs.iter();
        View::Letter {
            from: self.text(&letter.from),
            paragraphs: paragraphs.map(|text| self.text(text)).collect(),
        }
    }
}

/// How many characters a text has.
fn length(text: &Rich) -> usize {
    let spans = text.iter();
    spans.map(|span| span.printed().chars().count()).sum()
}

/// Whether a row of column heads may be higher than a page.
fn high(heads: &[String]) -> bool {
    heads.iter().any(|head| head.chars().count() > HIGH)
}

/// Each letter has a page of its own: the last of the larger headings over any
/// but the first begins one.
fn letters_apart(views: &mut [View]) {
    let mut heading: Option<(usize, u8)> = None;
    let mut letters = 0;
    for index in 0..views.len() {
        match views.get(index) {
            Some(View::Heading { level, .. }) => {
                let larger = heading.filter(|over| over.1 < *level);
                heading = larger.or(Some((index, *level)));
            }
            Some(View::Letter { .. }) => {
                letters += 1;
                let over = heading.take().filter(|_| letters > 1);
                if let Some(View::Heading { new_page, .. }) =
                    over.and_then(|(index, _)| views.get_mut(index))
                {
                    *new_page = true;
                }
            }
            _ => {}
        }
    }
}

/// How wide the texts of a column are, in characters.
#[derive(Clone, Default)]
struct Extent {
    /// The longest word.
    least: usize,
    /// The longest text, on one line.
    most: usize,
}

impl Extent {
    fn take_in(&mut self, text: &str) {
        let words = text.split_whitespace().map(|word| word.chars().count());
        self.least = words.max().unwrap_or(0).max(self.least).min(2 * NARROW);
        self.most = text.chars().count().max(self.most).min(PAGE);
    }
}

/// How wide the columns are. Short ones are as wide as they need where that
/// leaves room for the others; these share it by how much they hold, so that
/// none is much higher than the rest.
fn columns(extents: &[Extent], numeric: &[bool]) -> Vec<Column> {
    let room = PAGE.saturating_sub(GAP * extents.len());
    let is_numeric = |column: usize| numeric.get(column).copied().unwrap_or(false);
    let rightmost = extents.len().saturating_sub(1);
    let all_short = extents.iter().all(|extent| extent.most <= NARROW);
    // Where all are short the last has what is left of the page's width, but
    // numbers would stand far from what they belong to.
    let short = |&(column, extent): &(usize, &Extent)| {
        extent.most <= NARROW && !(all_short && (column == rightmost || is_numeric(rightmost)))
    };
    let columns = || extents.iter().enumerate();
    let taken: usize = columns().filter(short).map(|(_, e)| e.most).sum();
    let others = columns().filter(|column| !short(column));
    let fits = taken + others.map(|(_, e)| e.least).sum::<usize>() <= room;

    let left = if fits { room - taken } else { room };
    let shares = |column: &(usize, &Extent)| !(fits && short(column));
    let sharing = || columns().filter(shares);
    let least: usize = sharing().map(|(_, extent)| extent.least).sum();
    let most: usize = sharing().map(|(_, extent)| extent.most).sum();
    let share = |extent: &Extent| {
        if most <= left {
            // All have what they need, and the rest is for everybody.
            100 * extent.most + 100 * (left - most) / sharing().count().max(1)
        } else {
            // Each has its longest word, and of the rest what its longest
            // text asks for.
            let asks = extent.most.saturating_sub(extent.least);
            let rest = left.saturating_sub(least);
            100 * extent.least + 100 * rest * asks / most.saturating_sub(least).max(1)
        }
    };
    columns()
        .map(|column| Column {
            numeric: is_numeric(column.0),
            share: shares(&column).then(|| share(column.1).max(100)),
        })
        .collect()
}
