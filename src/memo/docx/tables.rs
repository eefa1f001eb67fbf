//! The blocks that are tables, with the drawings in their cells.
//!
//! Invariant: every table is as wide as its columns say and no wider than the
//! page; one with a head repeats it on every page; each says what it is to who
//! can't see it.

use super::super::{
    escape::{html, one_line},
    picture::{self, Measure, Picture},
    tree::{Bars, Grid, Headline, Rich, Side, Sides, Strip, Table},
};
use super::{
    TEXT_WIDTH,
    body::{Body, WIDE},
    columns::{Need, fit},
    drawing::Size,
    markup::{KEEP, RIGHT, cell, kept, letters, longest, paragraph, rich, row, run, said},
};
use std::fmt::Write;

/// How wide the labels of pairs are, in twips.
const LABELS: u32 = 2270;

/// EMU in a twip.
const TWIP: i64 = 635;

/// The size of pictures beside each other at most, and of the verdict's place.
const NARROW: Size = Size {
    per: 880,
    height: 0,
};
const LADDER: Size = Size {
    per: 914,
    height: 0,
};

/// What a cell has beside its width.
const NUMBER: &str = "<w:tcMar><w:right w:w=\"250\" w:type=\"dxa\"/></w:tcMar>";
const BOTTOM: &str = "<w:vAlign w:val=\"bottom\"/>";
const LIT: &str = "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E7EFF2\"/>";
const LIT_CELL: &str = "<w:tcBorders>\
    <w:top w:val=\"single\" w:sz=\"24\" w:space=\"0\" w:color=\"17506A\"/>\
    <w:left w:val=\"single\" w:sz=\"24\" w:space=\"0\" w:color=\"17506A\"/>\
    <w:bottom w:val=\"single\" w:sz=\"24\" w:space=\"0\" w:color=\"17506A\"/>\
    <w:right w:val=\"single\" w:sz=\"24\" w:space=\"0\" w:color=\"17506A\"/></w:tcBorders>\
    <w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E7EFF2\"/>";

/// What a picture leaves free of its cell's width, in twips: the cell's right
/// margin and a little more.
const AIR: u32 = 180;

/// What a table is beside its rows.
struct Frame<'a> {
    style: &'a str,
    /// Whether its first row heads the columns.
    head: bool,
    /// Whether its first column names the rows.
    first_column: bool,
    /// For who can't see it: what it is, and what is in it.
    title: &'a str,
    about: &'a str,
    /// Its columns, in twips.
    widths: &'a [u32],
}

impl Body {
    fn caption(&mut self, caption: &str) {
        self.paragraph("Caption", "", &run("", caption));
    }

    /// A table of our own width, its rows already written.
    fn table(&mut self, frame: &Frame, rows: &str) {
        if rows.is_empty() {
            return;
        }
        self.gap();
        let head = u8::from(frame.head);
        let column = u8::from(frame.first_column);
        let words = [("tblCaption", frame.title), ("tblDescription", frame.about)]
            .map(|(name, text)| match one_line(text).trim() {
                "" => String::new(),
                text => format!("<w:{name} w:val=\"{}\"/>", html(text)),
            })
            .concat();
        let columns = frame.widths.iter();
        let columns: Vec<String> = columns
            .map(|width| format!("<w:gridCol w:w=\"{width}\"/>"))
            .collect();
        let grid = columns.concat();
        let whole: u32 = frame.widths.iter().sum();
        // Writing to a string can't fail.
        let _ = write!(
            self.out,
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"{}\"/><w:tblW w:w=\"{whole}\" w:type=\"dxa\"/>\
             <w:tblLayout w:type=\"fixed\"/>\
             <w:tblLook w:val=\"0{}\" w:firstRow=\"{head}\" w:lastRow=\"0\" w:firstColumn=\"{column}\" \
             w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>{words}</w:tblPr>\
             <w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>",
            frame.style,
            // The same as a number, for older readers.
            match (frame.head, frame.first_column) {
                (true, true) => "6A0",
                (true, false) => "620",
                (false, true) => "680",
                (false, false) => "600",
            }
        );
        self.after_table = true;
    }

    /// Label and value: the label a column of its own, so that long ones wrap.
    pub(super) fn pairs(&mut self, pairs: &[(String, Rich)]) {
        let widths = [LABELS, TEXT_WIDTH - LABELS];
        let mut rows = String::new();
        for (label, value) in pairs {
            let cells = cell(widths[0], "", &paragraph("TableLabel", "", &run("", label)))
                + &cell(widths[1], "", &paragraph("TableText", "", &rich(value)));
            rows.push_str(&row(&cells, false, letters(value).max(longest([label]))));
        }
        let labels: Vec<&str> = pairs.iter().map(|(label, _)| label.as_str()).collect();
        let frame = Frame {
            style: "MemoPairs",
            head: false,
            first_column: true,
            title: &labels.join(", "),
            about: "",
            widths: &widths,
        };
        self.table(&frame, &rows);
    }

    pub(super) fn plain_table(&mut self, table: &Table) {
        // A row without a cell is no row.
        if table.head.is_empty() {
            return self.caption(&table.caption);
        }
        let numeric = |column: usize| table.numeric.get(column).copied().unwrap_or(false);
        let texts: Vec<Vec<String>> = table
            .rows
            .iter()
            .map(|row| row.iter().map(|c| said(c)).collect())
            .collect();
        let needs: Vec<Need> = table
            .head
            .iter()
            .enumerate()
            .map(|(column, head)| {
                let cells = texts.iter().filter_map(|row| row.get(column));
                let cells = std::iter::once(head).chain(cells);
                if numeric(column) {
                    Need::numbers(cells)
                } else {
                    Need::words(cells)
                }
            })
            .collect();
        let widths = fit(&needs, TEXT_WIDTH);
        let right = |column: usize| if numeric(column) { RIGHT } else { "" };
        let apart = |column: usize| if numeric(column) { NUMBER } else { "" };
        let cells: String = table
            .head
            .iter()
            .zip(&widths)
            .enumerate()
            .map(|(column, (head, &width))| {
                let head = paragraph("TableHead", right(column), &run("", head));
                cell(width, &format!("{}{BOTTOM}", apart(column)), &head)
            })
            .collect();
        let mut rows = row(&cells, true, longest(&table.head));
        for (cells, texts) in table.rows.iter().zip(&texts) {
            let written: String = cells
                .iter()
                .zip(&widths)
                .enumerate()
                .map(|(column, (text, &width))| {
                    let style = if numeric(column) {
                        "TableNumber"
                    } else {
                        "TableText"
                    };
                    cell(width, apart(column), &paragraph(style, "", &rich(text)))
                })
                .collect();
            rows.push_str(&row(&written, false, longest(texts)));
        }
        self.caption(&table.caption);
        let frame = Frame {
            style: "MemoTable",
            head: true,
            first_column: true,
            title: &table.caption,
            about: &table.head.join(", "),
            widths: &widths,
        };
        self.table(&frame, &rows);
    }

    /// The verdict, shaded, beside its place among the four.
    pub(super) fn headline(&mut self, headline: &Headline) {
        let (fill, edge) = match headline.number {
            Some(0) => ("F3EEEE", "single"),
            Some(1) => ("F1F3F1", "single"),
            Some(2) => ("E7EFF2", "single"),
            Some(_) => ("DBE9EE", "single"),
            None => ("F1F4F5", "dashed"),
        };
        let shade = format!("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{fill}\"/>");
        let margins = |left: u32, right: u32| {
            format!(
                "<w:tcMar><w:top w:w=\"100\" w:type=\"dxa\"/><w:left w:w=\"{left}\" w:type=\"dxa\"/>\
                 <w:bottom w:w=\"100\" w:type=\"dxa\"/><w:right w:w=\"{right}\" w:type=\"dxa\"/></w:tcMar>"
            )
        };
        let ladder = picture::ladder(self.lang, headline);
        let place = width_of(&ladder, LADDER) + 220;
        // Half of the edge lies outside of the table.
        let widths = [TEXT_WIDTH - 60 - place, place];
        let left = format!(
            "<w:tcBorders><w:left w:val=\"{edge}\" w:sz=\"48\" w:space=\"0\" w:color=\"17506A\"/></w:tcBorders>\
             {shade}{}",
            margins(220, 160)
        );
        let right = format!("{shade}{}<w:vAlign w:val=\"center\"/>", margins(0, 160));
        let words = paragraph("VerdictLabel", "", &run("", &headline.label))
            + &paragraph("Verdict", "", &run("", &headline.verdict))
            + &paragraph("TableText", "", &run("", &headline.ground));
        let drawn = self.drawings.run(&ladder, LADDER, &headline.verdict);
        let cells = cell(widths[0], &left, &words)
            + &cell(widths[1], &right, &paragraph("TableText", RIGHT, &drawn));
        let frame = Frame {
            style: "TableNormal",
            head: false,
            first_column: false,
            title: &headline.label,
            about: &headline.verdict,
            widths: &widths,
        };
        let words = longest([&headline.label, &headline.ground]);
        let large = 3 * longest([&headline.verdict]);
        self.table(&frame, &row(&cells, false, words + large));
    }

    /// Strips beside each other, three in a row.
    pub(super) fn strips(&mut self, strips: &[Strip]) {
        const BESIDE: usize = 3;
        let columns = strips.len().clamp(1, BESIDE);
        let widths = fit(&vec![Need::fixed(1); columns], TEXT_WIDTH);
        let measure = Measure::narrow(strips);
        let mut rows = String::new();
        for strips in strips.chunks(BESIDE) {
            let drawn: Vec<Picture> = strips
                .iter()
                .map(|strip| picture::strip(self.lang, strip, measure))
                .collect();
            let level = drawn.iter().map(|drawn| drawn.height).max().unwrap_or(0);
            let mut cells = String::new();
            for (index, &width) in widths.iter().enumerate() {
                let content = match strips.get(index).zip(drawn.get(index)) {
                    Some((strip, drawn)) => {
                        let size = Size {
                            height: level,
                            ..NARROW.within(drawn, width)
                        };
                        self.narrow_strip(strip, drawn, size)
                    }
                    None => paragraph("TableText", "", ""),
                };
                cells.push_str(&cell(width, "", &content));
            }
            // A column is a third of the page.
            let words = strips.iter().flat_map(|strip| [&strip.label, &strip.words]);
            rows.push_str(&row(&cells, false, 3 * longest(words)));
        }
        let labels: Vec<&str> = strips.iter().map(|strip| strip.label.as_str()).collect();
        let frame = Frame {
            style: "TableNormal",
            head: false,
            first_column: false,
            title: &labels.join(", "),
            about: "",
            widths: &widths,
        };
        self.table(&frame, &rows);
    }

    /// A strip in a column: its group score stands before the words below it.
    fn narrow_strip(&mut self, strip: &Strip, drawn: &Picture, size: Size) -> String {
        let drawn = self.drawings.run(drawn, size, &strip.label);
        let words = match strip.grade {
            Some(grade) => self.graded(grade) + &run("", &format!(" · {}", strip.words)),
            None => run("", &strip.words),
        };
        paragraph("StripLabel", "", &run("", &strip.label))
            + &paragraph("Picture", "", &drawn)
            + &paragraph("StripWords", "", &words)
    }

    pub(super) fn grid(&mut self, grid: &Grid) {
        // The cells are all as wide, or it is no square.
        let cells = Need::words(grid.cells.iter().flatten());
        let needs = [
            Need::words([&grid.rows_label]).still(),
            Need::words(&grid.rows).still(),
            cells,
            cells,
            cells,
        ];
        let widths = fit(&needs, TEXT_WIDTH);
        let head = |style: &str, text: &str| paragraph(style, "", &run("", text));
        let empty = || paragraph("TableText", KEEP, "");
        let corner = "<w:gridSpan w:val=\"2\"/>";
        let over = [
            (
                widths[0] + widths[1],
                corner,
                "<w:vMerge w:val=\"restart\"/>",
                empty(),
            ),
            (
                widths[2] + widths[3] + widths[4],
                "<w:gridSpan w:val=\"3\"/>",
                "",
                head("TableHead", &grid.columns_label),
            ),
        ];
        let mut cells: String = over
            .iter()
            .map(|(width, span, merge, content)| cell(*width, &format!("{span}{merge}"), content))
            .collect();
        let texts = grid
            .cells
            .iter()
            .flatten()
            .chain(&grid.rows)
            .chain(&grid.columns);
        let long =
            3 * longest(texts.chain([&grid.rows_label, &grid.columns_label, &grid.lit_word]));
        let mut rows = row(&cells, true, long);
        cells = cell(
            widths[0] + widths[1],
            &format!("{corner}<w:vMerge/>"),
            &empty(),
        );
        for (column, &width) in grid.columns.iter().zip(&widths[2..]) {
            cells.push_str(&cell(width, "", &head("TableHead", column)));
        }
        rows.push_str(&row(&cells, true, long));
        for (index, verdicts) in grid.cells.iter().enumerate() {
            let keep = kept(index, grid.cells.len());
            cells = if index == 0 {
                let label = head("TableHead", &grid.rows_label);
                cell(widths[0], "<w:vMerge w:val=\"restart\"/>", &label)
            } else {
                cell(widths[0], "<w:vMerge/>", &paragraph("TableText", keep, ""))
            };
            let name = run("Strong", &grid.rows[index]);
            cells.push_str(&cell(widths[1], "", &paragraph("TableText", keep, &name)));
            for (column, verdict) in verdicts.iter().enumerate() {
                let width = widths[2 + column];
                cells.push_str(&if grid.lit == Some((index, column)) {
                    let here = run("Strong", &format!("● {verdict}"));
                    let word = run("Small", &grid.lit_word);
                    let words =
                        paragraph("TableText", keep, &here) + &paragraph("TableText", keep, &word);
                    cell(width, LIT_CELL, &words)
                } else {
                    cell(width, "", &paragraph("TableText", keep, &run("", verdict)))
                });
            }
            rows.push_str(&row(&cells, false, long));
        }
        self.caption(&grid.caption);
        let frame = Frame {
            style: "MemoGrid",
            head: true,
            first_column: true,
            title: &grid.caption,
            about: &format!("{} ↓ {} →", grid.rows_label, grid.columns_label),
            widths: &widths,
        };
        self.table(&frame, &rows);
    }

    pub(super) fn bars(&mut self, bars: &Bars) {
        let noted = bars.rows.iter().any(|bar| !bar.note.is_empty());
        let labels: Vec<String> = bars
            .rows
            .iter()
            .map(|bar| {
                if bar.lit {
                    format!("● {}", bar.label)
                } else {
                    bar.label.clone()
                }
            })
            .collect();
        let drawn: Vec<Option<Picture>> = bars
            .rows
            .iter()
            .map(|bar| picture::bar(bar.fill, bar.lit))
            .collect();
        let wide = drawn.iter().flatten().map(|drawn| width_of(drawn, WIDE));
        let mut needs = vec![
            Need::words(&labels).still(),
            Need::fixed(wide.max().unwrap_or(0) + AIR),
            Need::words(bars.rows.iter().map(|bar| &bar.says)),
        ];
        if noted {
            needs[2] = needs[2].still();
            needs.push(Need::words(bars.rows.iter().map(|bar| &bar.note)));
        }
        let widths = fit(&needs, TEXT_WIDTH);
        let mut rows = String::new();
        for (index, ((bar, label), drawn)) in bars.rows.iter().zip(&labels).zip(&drawn).enumerate()
        {
            let keep = kept(index, bars.rows.len());
            let (look, strong) = if bar.lit { (LIT, "Strong") } else { ("", "") };
            let drawn = drawn.as_ref().map_or_else(String::new, |drawn| {
                let size = WIDE.within(drawn, widths[1]);
                let says = format!("{}: {}", bar.label, bar.says);
                self.drawings.run(drawn, size, &says)
            });
            let mut contents = vec![
                paragraph("TableText", keep, &run(strong, label)),
                paragraph("TableText", keep, &drawn),
                paragraph("TableText", keep, &run(strong, &bar.says)),
            ];
            if noted {
                contents.push(paragraph("TableLabel", keep, &run("", &bar.note)));
            }
            let cells: String = contents
                .iter()
                .zip(&widths)
                .map(|(content, &width)| cell(width, look, content))
                .collect();
            rows.push_str(&row(
                &cells,
                false,
                longest([&bar.label, &bar.says, &bar.note]),
            ));
        }
        self.caption(&bars.caption);
        let frame = Frame {
            style: "MemoTable",
            head: false,
            first_column: true,
            title: &bars.caption,
            about: "",
            widths: &widths,
        };
        self.table(&frame, &rows);
    }

    pub(super) fn sides(&mut self, sides: &Sides) {
        let mut needs = vec![Need::fixed(1677)];
        let options = sides.heads.len().max(1);
        let each = (TEXT_WIDTH - 1677) / u32::try_from(options).unwrap_or(1);
        needs.extend(vec![Need::fixed(each); options]);
        let widths = fit(&needs, TEXT_WIDTH);
        let mut cells = cell(widths[0], BOTTOM, &paragraph("TableHead", "", ""));
        for (head, &width) in sides.heads.iter().zip(&widths[1..]) {
            cells.push_str(&cell(
                width,
                BOTTOM,
                &paragraph("TableHead", "", &run("", head)),
            ));
        }
        let mut rows = row(&cells, true, longest(&sides.heads));
        for (index, (label, row_of)) in sides.rows.iter().enumerate() {
            // The options are seen together, or it is no comparison.
            let keep = kept(index, sides.rows.len());
            let mut long = longest([label]);
            let label = paragraph("TableText", keep, &run("", label));
            cells = cell(widths[0], "", &label);
            let strips = row_of.iter().filter_map(|side| match side {
                Side::Strip(strip) => Some(strip),
                Side::Text(_) => None,
            });
            let measure = Measure::narrow(strips);
            for (side, &width) in row_of.iter().zip(&widths[1..]) {
                let content = match side {
                    Side::Text(text) => {
                        long = long.max(letters(text));
                        paragraph("TableText", keep, &rich(text))
                    }
                    Side::Strip(strip) => {
                        long = long.max(longest([&strip.words]));
                        let drawn = picture::strip(self.lang, strip, measure);
                        let size = NARROW.within(&drawn, width);
                        let drawn = self.drawings.run(&drawn, size, &strip.label);
                        paragraph("Picture", "", &drawn)
                            + &paragraph("TableLabel", keep, &run("", &strip.words))
                    }
                };
                cells.push_str(&cell(width, "", &content));
            }
            rows.push_str(&row(&cells, false, long));
        }
        self.caption(&sides.caption);
        let frame = Frame {
            style: "MemoTable",
            head: true,
            first_column: true,
            title: &sides.caption,
            about: &sides.heads.join(", "),
            widths: &widths,
        };
        self.table(&frame, &rows);
    }
}

impl Size {
    /// Of a picture in a cell of so many twips: smaller where it must be.
    fn within(self, picture: &Picture, twips: u32) -> Self {
        let inside = i64::from(twips.saturating_sub(AIR)) * TWIP;
        let filling = inside / i64::from(picture.width.max(1));
        Self {
            per: self.per.min(filling),
            ..self
        }
    }
}

/// How wide a picture is, in twips.
fn width_of(picture: &Picture, size: Size) -> u32 {
    u32::try_from(i64::from(picture.width) * size.per / TWIP).unwrap_or(TEXT_WIDTH / 2)
}
