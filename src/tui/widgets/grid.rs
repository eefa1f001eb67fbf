//! The 3×3 table of need and support, with the cell that holds.

use super::super::theme::Theme;
use super::wrap::{Styled, clipped, columns, hanging, one_line};
use crate::memo::tree::Grid;
use ratatui::{
    style::Style,
    text::{Line, Span},
};

/// The widest and the narrowest that a cell's words may be, in columns; where
/// there is less, the cells are listed.
const WIDEST: usize = 26;
const NARROWEST: usize = 9;

/// The table in `width` columns, without its caption.
#[must_use]
pub fn grid(grid: &Grid, width: u16, theme: &Theme) -> Vec<Line<'static>> {
    let width = usize::from(width);
    let heads = grid.rows.each_ref().map(|head| one_line(head));
    let margin = heads.iter().map(|head| columns(head)).max().unwrap_or(0) + 1;
    // Four lines, and a space on either side of each cell's words.
    let room = width.saturating_sub(margin + 4 + 6) / 3;
    if room < NARROWEST {
        return list(grid, width, theme);
    }
    let table = Table {
        grid,
        heads,
        margin,
        inner: room.min(WIDEST),
        theme,
    };
    clipped(table.draw(width), width)
}

struct Table<'a> {
    grid: &'a Grid,
    heads: [String; 3],
    margin: usize,
    inner: usize,
    theme: &'a Theme,
}

impl Table<'_> {
    fn draw(&self, width: usize) -> Vec<Line<'static>> {
        let names = format!(
            "{} ↓   {} →",
            one_line(&self.grid.rows_label),
            one_line(&self.grid.columns_label)
        );
        let mut lines = Styled::new(&names, self.theme.dim).lines(width);
        lines.extend(self.heads_of_columns());
        lines.push(self.rule("┌", "┬", "┐"));
        for row in 0..3 {
            if row > 0 {
                lines.push(self.rule("├", "┼", "┤"));
            }
            lines.extend(self.row(row));
        }
        lines.push(self.rule("└", "┴", "┘"));
        lines
    }

    fn rule(&self, left: &str, middle: &str, right: &str) -> Line<'static> {
        let side = "─".repeat(self.inner + 2);
        let rule = format!("{left}{side}{middle}{side}{middle}{side}{right}");
        Line::from(vec![
            Span::raw(" ".repeat(self.margin)),
            Span::styled(rule, self.theme.dim),
        ])
    }

    fn heads_of_columns(&self) -> Vec<Line<'static>> {
        let heads = self
            .grid
            .columns
            .each_ref()
            .map(|head| Styled::new(&one_line(head), self.theme.strong).lines(self.inner));
        let height = heads.iter().map(Vec::len).max().unwrap_or(0);
        (0..height)
            .map(|y| {
                let mut spans = vec![Span::raw(" ".repeat(self.margin + 1))];
                for head in &heads {
                    let line = head.get(y).cloned().unwrap_or_default();
                    spans.extend(self.cell(line, None));
                    spans.push(Span::raw(" "));
                }
                Line::from(spans)
            })
            .collect()
    }

    fn row(&self, row: usize) -> Vec<Line<'static>> {
        let cells = [0, 1, 2].map(|column| self.words(row, column));
        let height = cells.iter().map(Vec::len).max().unwrap_or(0).max(2);
        let bar = Span::styled("│", self.theme.dim);
        (0..height)
            .map(|y| {
                let head = if y == 0 { self.heads[row].as_str() } else { "" };
                let blank = " ".repeat(self.margin.saturating_sub(columns(head)));
                let mut spans = vec![
                    Span::styled(head.to_owned(), self.theme.strong),
                    Span::raw(blank),
                ];
                for (column, cell) in cells.iter().enumerate() {
                    let lit = self.grid.lit == Some((row, column));
                    spans.push(bar.clone());
                    let line = cell.get(y).cloned().unwrap_or_default();
                    spans.extend(self.cell(line, lit.then_some(self.theme.banner)));
                }
                spans.push(bar.clone());
                Line::from(spans)
            })
            .collect()
    }

    /// The words of a cell; the lit one's after a sign, with its word.
    fn words(&self, row: usize, column: usize) -> Vec<Line<'static>> {
        let cell = one_line(&self.grid.cells[row][column]);
        if self.grid.lit != Some((row, column)) {
            return Styled::new(&cell, self.theme.body).lines(self.inner);
        }
        let style = self.theme.banner;
        let mut lines = Styled::new(&cell, style).lines(self.inner - 2);
        lines.extend(
            Styled::new(&format!("({})", one_line(&self.grid.lit_word)), style)
                .lines(self.inner - 2),
        );
        hanging(Span::styled("● ", style), lines)
    }

    /// One line of a cell, a space on either side.
    fn cell(&self, line: Line<'static>, lit: Option<Style>) -> Vec<Span<'static>> {
        let style = lit.unwrap_or(self.theme.body);
        let blank = self.inner.saturating_sub(line.width());
        let mut spans = vec![Span::styled(" ", style)];
        spans.extend(line.spans.into_iter().map(|span| match lit {
            Some(style) => span.style(style),
            None => span,
        }));
        spans.push(Span::styled(" ".repeat(blank + 1), style));
        spans
    }
}

/// The nine cells listed, where a table has no room.
fn list(grid: &Grid, width: usize, theme: &Theme) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    for (row, head) in grid.rows.iter().enumerate() {
        for (column, top) in grid.columns.iter().enumerate() {
            let lit = grid.lit == Some((row, column));
            let style = if lit { theme.banner } else { theme.body };
            let mut text = format!("{head} + {top}: {}", grid.cells[row][column]);
            if lit {
                text = format!("{text} ({})", grid.lit_word);
            }
            let sign = if lit { "● " } else { "  " };
            let text = Styled::new(&one_line(&text), style).lines(width.saturating_sub(2));
            lines.extend(hanging(Span::styled(sign, style), text));
        }
    }
    clipped(lines, width)
}
