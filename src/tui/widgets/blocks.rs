//! The memo's blocks on the terminal: the preview of the memo, and the bodies
//! of pages.

use super::super::theme::Theme;
use super::grid::grid;
use super::strip::{Dots, Words};
use super::wrap::{Styled, clipped, columns, hanging, one_line};
use crate::{
    lang::Lang,
    memo::{
        md,
        tree::{
            Bar, Bars, Block, Fill, Headline, Letter, Memo, Moves, Rich, Side, Sides, Strip, Table,
            steps,
        },
    },
};
use ratatui::{
    style::Style,
    text::{Line, Span},
};

/// The widest column for labels beside their values.
const LABELS: usize = 22;
/// The least that is left for the values; else they stand below the labels.
const VALUES: usize = 24;
/// Between two columns of a table.
const GAP: usize = 2;
/// The least width of a table's column that wraps.
const NARROW: usize = 8;
/// The longest bar: beyond it the words are too far from their labels.
const BAR: usize = 32;
/// The widest column for the labels of what stands side by side, and the
/// narrowest for each side: a strip with floor and bar.
const SIDE_LABELS: usize = 16;
const SIDE: usize = 16;
/// The widest line of a letter: what a page would hold.
const LETTER: usize = 72;
/// How many dots stand above each other in a strip of the memo.
const DOTS: u16 = 8;

/// The blocks in lines of at most `width` columns, an empty line between two.
#[must_use]
pub fn lines(blocks: &[Block], width: u16, theme: &Theme, lang: Lang) -> Vec<Line<'static>> {
    let page = Page {
        width: usize::from(width),
        theme,
        lang,
    };
    let mut lines: Vec<Line> = Vec::new();
    let mut after_heading = true;
    for block in blocks {
        let drawn = page.block(block);
        if drawn.is_empty() {
            continue;
        }
        if !after_heading {
            lines.push(Line::default());
        }
        after_heading = matches!(block, Block::Heading(..));
        lines.extend(drawn);
    }
    clipped(lines, page.width)
}

/// A whole memo, as it will read.
#[must_use]
pub fn memo(memo: &Memo, width: u16, theme: &Theme) -> Vec<Line<'static>> {
    let wide = usize::from(width);
    let rule = || Line::styled("─".repeat(wide), theme.dim);
    let mut all = Styled::new(&memo.title, theme.title).lines(wide);
    all.extend(Styled::new(&memo.subtitle, theme.dim).lines(wide));
    all.push(Line::default());
    all.extend(lines(&memo.front, width, theme, memo.lang));
    for annex in &memo.annexes {
        all.extend([Line::default(), rule()]);
        all.extend(Styled::new(&annex.title, theme.title).lines(wide));
        all.push(Line::default());
        all.extend(lines(&annex.blocks, width, theme, memo.lang));
    }
    all.extend([Line::default(), rule()]);
    all.extend(Styled::new(&memo.footer, theme.dim).lines(wide));
    all
}

struct Page<'a> {
    width: usize,
    theme: &'a Theme,
    lang: Lang,
}

impl Page<'_> {
    fn block(&self, block: &Block) -> Vec<Line<'static>> {
        match block {
            Block::Heading(level, text) => {
                let style = if *level <= 3 {
                    self.theme.title
                } else {
                    self.theme.strong
                };
                self.text(text, style)
            }
            Block::Para(text) => self.rich(text),
            Block::List(items) => self.list(items, |_| "• ".to_owned()),
            Block::Steps(items) => {
                let digits = items.len().to_string().len();
                self.list(items, |index| format!("{:>digits$}. ", index + 1))
            }
            Block::Pairs(pairs) => self.pairs(pairs),
            Block::Table(table) => self.table(table),
            Block::Headline(headline) => self.headline(headline),
            Block::Strip(strip) => self.strip(strip),
            Block::Strips(strips) => {
                let each = strips.iter().map(|strip| self.strip(strip));
                let each: Vec<_> = each.collect();
                each.join(&Line::default())
            }
            Block::Moves(moves) => self.moves(moves),
            Block::Grid(table) => {
                let mut lines = self.text(&table.caption, self.theme.strong);
                lines.extend(grid(table, self.columns(), self.theme));
                lines
            }
            Block::Bars(bars) => self.bars(bars),
            Block::Sides(sides) => self.sides(sides),
            Block::Letter(letter) => self.letter(letter),
            Block::Notice(text) => {
                let lines = Styled::rich(text, self.theme).lines(self.width.saturating_sub(2));
                hanging(Span::styled("! ", self.theme.warn), lines)
            }
        }
    }

    fn columns(&self) -> u16 {
        u16::try_from(self.width).unwrap_or(u16::MAX)
    }

    fn text(&self, text: &str, style: Style) -> Vec<Line<'static>> {
        Styled::new(text, style).lines(self.width)
    }

    fn rich(&self, rich: &Rich) -> Vec<Line<'static>> {
        Styled::rich(rich, self.theme).lines(self.width)
    }

    fn list(&self, items: &[Rich], marker: impl Fn(usize) -> String) -> Vec<Line<'static>> {
        let mut lines = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let marker = marker(index);
            let width = self.width.saturating_sub(columns(&marker));
            let text = Styled::rich(item, self.theme).lines(width);
            lines.extend(hanging(Span::styled(marker, self.theme.dim), text));
        }
        lines
    }

    /// Label and value side by side; where there is no room, the value below.
    fn pairs(&self, pairs: &[(String, Rich)]) -> Vec<Line<'static>> {
        let widest = pairs
            .iter()
            .map(|(label, _)| columns(&one_line(label)))
            .max()
            .unwrap_or(0);
        // Wide labels stand on one line where all values still have room.
        let values = pairs.iter().map(|(_, value)| {
            let lines = Styled::rich(value, self.theme).lines(self.width);
            match &lines[..] {
                [line] => line.width(),
                _ => self.width,
            }
        });
        let short = widest + GAP + values.max().unwrap_or(0) <= self.width;
        let side = if short { widest } else { widest.min(LABELS) };
        let beside = side + GAP + VALUES <= self.width;
        let mut lines = Vec::new();
        for (label, value) in pairs {
            let label = Styled::new(&one_line(label), self.theme.strong);
            let value = Styled::rich(value, self.theme);
            if beside {
                let cells = [label.lines(side), value.lines(self.width - side - GAP)];
                lines.extend(beside_each_other(&cells, &[side, 0], &[false, false]));
            } else {
                lines.extend(label.lines(self.width));
                lines.extend(hanging(
                    Span::raw("  "),
                    value.lines(self.width.saturating_sub(2)),
                ));
            }
        }
        lines
    }

    fn table(&self, table: &Table) -> Vec<Line<'static>> {
        let mut lines = self.text(&table.caption, self.theme.strong);
        let head: Vec<Styled> = table
            .head
            .iter()
            .map(|text| Styled::new(&one_line(text), self.theme.strong))
            .collect();
        let rows: Vec<Vec<Styled>> = table
            .rows
            .iter()
            .map(|row| {
                row.iter()
                    .map(|cell| Styled::rich(cell, self.theme))
                    .collect()
            })
            .collect();
        let Some(widths) = self.widths(&head, &rows) else {
            lines.extend(self.row_by_row(table));
            return lines;
        };
        let draw = |row: &[Styled]| {
            let cells: Vec<_> = row
                .iter()
                .zip(&widths)
                .map(|(cell, width)| cell.lines(*width))
                .collect();
            beside_each_other(&cells, &widths, &table.numeric)
        };
        let total = widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1);
        lines.extend(draw(&head));
        lines.push(Line::styled("─".repeat(total), self.theme.dim));
        // A row begins where its first column does; where that wraps, a rule
        // has to tell it.
        let first = widths.first().copied().unwrap_or(0);
        let apart = rows
            .iter()
            .filter_map(|row| row.first())
            .any(|cell| cell.lines(first).len() > 1);
        for (index, row) in rows.iter().enumerate() {
            if apart && index > 0 {
                lines.push(Line::styled("┄".repeat(total), self.theme.dim));
            }
            lines.extend(draw(row));
        }
        lines
    }

    /// The columns' widths: what each needs, the widest made narrower until
    /// all fit; never narrower than their longest word, unless that is long.
    fn widths(&self, head: &[Styled], rows: &[Vec<Styled>]) -> Option<Vec<usize>> {
        let over = |column: usize, measure: fn(&Styled) -> usize| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            cells
                .chain(head.get(column))
                .map(measure)
                .max()
                .unwrap_or(0)
                .max(1)
        };
        let mut widths: Vec<usize> = (0..head.len())
            .map(|column| over(column, Styled::columns))
            .collect();
        let least: Vec<usize> = (0..head.len())
            .map(|column| over(column, Styled::longest_word).min(2 * NARROW))
            .collect();
        let room = self.width.checked_sub(GAP * head.len().saturating_sub(1))?;
        while widths.iter().sum::<usize>() > room {
            let widest = (0..widths.len())
                .filter(|&column| widths[column] > least[column])
                .max_by_key(|&column| widths[column])?;
            widths[widest] -= 1;
        }
        Some(widths)
    }

    /// A table without room for its columns: each row by itself, its cells
    /// after their heads.
    fn row_by_row(&self, table: &Table) -> Vec<Line<'static>> {
        let mut lines = Vec::new();
        for row in &table.rows {
            for (index, cell) in row.iter().enumerate() {
                if index == 0 {
                    lines.extend(hanging(
                        Span::styled("• ", self.theme.dim),
                        Styled::rich(cell, self.theme).lines(self.width.saturating_sub(2)),
                    ));
                    continue;
                }
                let head = table
                    .head
                    .get(index)
                    .map(|head| one_line(head))
                    .unwrap_or_default();
                let mut text = Styled::new(&format!("{head}: "), self.theme.dim);
                text.push_rich(cell, self.theme);
                lines.extend(hanging(
                    Span::raw("    "),
                    text.lines(self.width.saturating_sub(4)),
                ));
            }
        }
        lines
    }

    /// The verdict, letterspaced and inverse, after the sign of its place.
    fn headline(&self, headline: &Headline) -> Vec<Line<'static>> {
        let mut lines = self.text(&headline.label, self.theme.dim);
        let verdict = one_line(&headline.verdict).to_uppercase();
        let spaced: Vec<String> = verdict.chars().map(String::from).collect();
        let spaced = format!("  {}  ", spaced.join(" "));
        let sign: String = (0..4)
            .map(|step| {
                if headline.number == Some(step) {
                    "●"
                } else {
                    "○"
                }
            })
            .collect();
        let sign = Span::styled(format!("{sign}  "), self.theme.strong);
        let room = self.width.saturating_sub(columns(&sign.content));
        let banner = if columns(&spaced) <= room {
            vec![spaced]
        } else {
            let words = Styled::new(&verdict, self.theme.banner).lines(room.saturating_sub(2));
            words.iter().map(|line| format!(" {line} ")).collect()
        };
        let banner = banner
            .into_iter()
            .map(|text| Line::from(Span::styled(text, self.theme.banner)));
        lines.push(Line::default());
        lines.extend(hanging(sign, banner.collect()));
        lines.push(Line::default());
        lines.extend(self.text(&headline.ground, self.theme.body));
        lines
    }

    fn strip(&self, strip: &Strip) -> Vec<Line<'static>> {
        let mut lines = self.text(&strip.label, self.theme.strong);
        let mut words = Words::new(self.lang);
        let marks = match strip.marks.as_slice() {
            [(floor, floor_word), (bar, bar_word)] => {
                words.floor.clone_from(floor_word);
                words.bar.clone_from(bar_word);
                Some((*floor, *bar))
            }
            _ => None,
        };
        let dots = Dots {
            counts: &strip.counts,
            grade: strip.grade,
            lines: marks,
            rows: DOTS,
            large: false,
            words: &words,
        };
        lines.extend(dots.draw(self.columns(), self.theme));
        lines.extend(self.text(&strip.words, self.theme.body));
        lines
    }

    /// A row each: the label, the bar, how long it is; its note below. What
    /// has no room on the line stands below the label.
    fn bars(&self, bars: &Bars) -> Vec<Line<'static>> {
        let widest = |text: fn(&Bar) -> &String| {
            let widths = bars.rows.iter().map(|row| columns(&one_line(text(row))));
            widths.max().unwrap_or(0)
        };
        let (labels, says) = (widest(|row| &row.label), widest(|row| &row.says));
        let taken = 2 + labels + GAP + says;
        let room = self.width.saturating_sub(taken + GAP).min(BAR);
        let room = if room < NARROW { 0 } else { room };
        let mut lines = self.text(&bars.caption, self.theme.strong);
        for row in &bars.rows {
            let (sign, style) = if row.lit {
                ("▸ ", self.theme.strong)
            } else {
                ("  ", self.theme.body)
            };
            let (label, says) = (one_line(&row.label), one_line(&row.says));
            let sign = Span::styled(sign, self.theme.accent);
            let mut below = vec![&row.note];
            if taken <= self.width {
                let pad = " ".repeat(labels - columns(&label) + GAP);
                let bar = drawn(row.fill, room);
                let after = room.saturating_sub(columns(&bar)) + GAP.min(room);
                let mut spans = vec![
                    sign,
                    Span::styled(format!("{label}{pad}"), style),
                    Span::styled(bar, self.theme.dot),
                    Span::raw(" ".repeat(after)),
                    Span::styled(says, style),
                ];
                spans.retain(|span| !span.content.is_empty());
                lines.push(Line::from(spans));
            } else {
                let label = Styled::new(&label, style);
                let label = label.lines(self.width.saturating_sub(2));
                lines.extend(hanging(sign, label));
                below.insert(0, &row.says);
            }
            for text in below.into_iter().filter(|text| !text.is_empty()) {
                let text = Styled::new(text, self.theme.body);
                let text = text.lines(self.width.saturating_sub(4));
                lines.extend(hanging(Span::raw("    "), text));
            }
        }
        lines
    }

    /// As many columns beside each other as have room, the others below.
    fn sides(&self, sides: &Sides) -> Vec<Line<'static>> {
        let mut lines = self.text(&sides.caption, self.theme.strong);
        let labels = sides
            .rows
            .iter()
            .map(|(label, _)| columns(&one_line(label)));
        let labels = labels.max().unwrap_or(0).min(SIDE_LABELS);
        let room = self.width.saturating_sub(labels);
        let across = (room / (SIDE + GAP)).clamp(1, sides.heads.len().max(1));
        let wide = (room / across).saturating_sub(GAP).clamp(1, 2 * SIDE);
        let widths: Vec<usize> = [labels].into_iter().chain(vec![wide; across]).collect();
        let numeric = vec![false; widths.len()];
        let total = labels + across * (wide + GAP);
        for (group, heads) in sides.heads.chunks(across).enumerate() {
            if group > 0 {
                lines.push(Line::default());
            }
            let mut cells = vec![Vec::new()];
            let head = |text: &String| Styled::new(&one_line(text), self.theme.strong).lines(wide);
            cells.extend(heads.iter().map(head));
            lines.extend(beside_each_other(&cells, &widths, &numeric));
            lines.push(Line::styled("─".repeat(total), self.theme.dim));
            for (label, row) in &sides.rows {
                let mut cells = vec![Styled::new(&one_line(label), self.theme.dim).lines(labels)];
                let row = row.iter().skip(group * across).take(across);
                cells.extend(row.map(|side| self.side(side, wide)));
                lines.extend(beside_each_other(&cells, &widths, &numeric));
            }
        }
        if !sides.legend.is_empty() {
            lines.extend(self.text(&sides.legend, self.theme.dim));
        }
        lines
    }

    fn side(&self, side: &Side, width: usize) -> Vec<Line<'static>> {
        match side {
            Side::Text(text) => Styled::rich(text, self.theme).lines(width),
            Side::Strip(strip) => {
                let mut lines = self.small_strip(strip, width);
                lines.extend(Styled::new(&strip.words, self.theme.body).lines(width));
                lines
            }
        }
    }

    /// A strip on two lines: the numbers, and how many gave each; floor and
    /// bar as lines through both.
    fn small_strip(&self, strip: &Strip, width: usize) -> Vec<Line<'static>> {
        // A sign for each value, the second digit of the ten, and two marks.
        let apart = if width >= 2 * 11 + 3 { " " } else { "" };
        let mut numbers = Vec::new();
        let mut given = Vec::new();
        for (rating, &count) in (0_u8..).zip(&strip.counts) {
            for (at, (mark, _)) in strip.marks.iter().enumerate() {
                if *mark == rating {
                    let (sign, style) = if at == 0 {
                        ("┊", self.theme.floor)
                    } else {
                        ("┃", self.theme.bar)
                    };
                    numbers.push(Span::styled(sign, style));
                    given.push(Span::styled(sign, style));
                }
            }
            let is_grade = strip.grade == Some(rating);
            // Two numbers side by side would read as one.
            let beside = strip.grade.is_some_and(|grade| grade.abs_diff(rating) == 1);
            let number = if is_grade || !apart.is_empty() || (rating % 5 == 0 && !beside) {
                rating.to_string()
            } else {
                " ".to_owned()
            };
            let style = if is_grade {
                self.theme.selected
            } else {
                self.theme.dim
            };
            numbers.push(Span::styled(number, style));
            numbers.push(Span::raw(apart));
            let (sign, style) = match count {
                0 => ("·".to_owned(), self.theme.dim),
                1..=9 => (count.to_string(), self.theme.dot),
                _ => ("+".to_owned(), self.theme.dot),
            };
            given.push(Span::styled(sign, style));
            given.push(Span::raw(apart));
        }
        [numbers, given]
            .into_iter()
            .map(|mut spans| {
                spans.retain(|span| !span.content.is_empty());
                Line::from(spans)
            })
            .collect()
    }

    /// An arrow for each way in which answers moved, as in Markdown.
    fn moves(&self, moves: &Moves) -> Vec<Line<'static>> {
        let mut lines = self.text(&moves.label, self.theme.strong);
        if !moves.moves.is_empty() {
            let drawing = md::move_drawing(moves);
            let drawn = drawing.lines().map(|line| Line::raw(one_line(line)));
            lines.extend(drawn);
        }
        lines.extend(self.text(&moves.words, self.theme.body));
        lines
    }

    fn letter(&self, letter: &Letter) -> Vec<Line<'static>> {
        let width = self.width.saturating_sub(4).min(LETTER);
        let bar = Span::styled("  ▏ ", self.theme.dim);
        let mut lines = Vec::new();
        if !letter.from.is_empty() {
            lines.extend(Styled::new(&letter.from, self.theme.strong).lines(width));
        }
        for paragraph in &letter.paragraphs {
            if !lines.is_empty() {
                lines.push(Line::default());
            }
            lines.extend(Styled::new(paragraph, self.theme.body).lines(width));
        }
        let barred = |mut line: Line<'static>| {
            line.spans.insert(0, bar.clone());
            line
        };
        lines.into_iter().map(barred).collect()
    }
}

/// A bar of at most `room` columns: to an eighth of a column for a share, a
/// sign for each of a count.
fn drawn(fill: Fill, room: usize) -> String {
    const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    if room == 0 {
        return String::new();
    }
    match fill {
        Fill::Nothing => String::new(),
        Fill::Share(share) => {
            let all = u16::try_from(room * 8).unwrap_or(u16::MAX);
            let eighths = usize::from(steps(share, all));
            let rest = EIGHTHS[eighths % 8];
            format!("{}{rest}", "█".repeat(eighths / 8))
        }
        Fill::Count(count) => {
            let count = usize::try_from(count).unwrap_or(usize::MAX);
            let apart = "○ ".repeat(count.min(room));
            if count * 2 <= room {
                apart.trim_end().to_owned()
            } else if count <= room {
                "○".repeat(count)
            } else {
                format!("○×{count}")
            }
        }
    }
}

/// Cells side by side, as high as the highest.
fn beside_each_other(
    cells: &[Vec<Line<'static>>],
    widths: &[usize],
    numeric: &[bool],
) -> Vec<Line<'static>> {
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    (0..height)
        .map(|y| {
            let mut spans: Vec<Span> = Vec::new();
            let mut missing = 0;
            for (column, cell) in cells.iter().enumerate() {
                let line = cell.get(y).cloned().unwrap_or_default();
                let width = widths.get(column).copied().unwrap_or(0);
                let blank = width.saturating_sub(line.width());
                let gap = if column > 0 { GAP } else { 0 };
                let right = numeric.get(column).copied().unwrap_or(false);
                let (before, after) = if right { (blank, 0) } else { (0, blank) };
                if line.spans.is_empty() {
                    missing += gap + blank;
                } else {
                    spans.push(Span::raw(" ".repeat(missing + gap + before)));
                    spans.extend(line.spans);
                    missing = after;
                }
            }
            spans.retain(|span| !span.content.is_empty());
            Line::from(spans)
        })
        .collect()
}
