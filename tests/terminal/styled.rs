//! A screen with its styles as text, for snapshots: under each row, what is
//! not plain, by columns.
//!
//! ```text
//! |Dear Customer      step 2
//! :0..13 bold cyan; 19..25 dim
//! ```

use std::fmt::Write;
use vt100::{Cell, Color, Screen};

/// The rows of the screen, each with its styles; empty plain rows at the end
/// are left out.
pub fn styled(screen: &Screen) -> String {
    let (_, cols) = screen.size();
    let mut out = String::new();
    let mut kept = 0;
    for (row, text) in (0..).zip(screen.rows(0, cols.get())) {
        let text = text.trim_end();
        let runs = runs(screen, row, cols.get());
        let _ = writeln!(out, "|{text}");
        if !runs.is_empty() {
            let _ = writeln!(out, ":{}", runs.join("; "));
        }
        if !text.is_empty() || !runs.is_empty() {
            kept = out.len();
        }
    }
    out.truncate(kept);
    out
}

/// The stretches of one style in a row, each as `from..to words`, `to` being
/// the first column after it.
fn runs(screen: &Screen, row: u16, cols: u16) -> Vec<String> {
    let mut runs: Vec<(u16, u16, String)> = Vec::new();
    for col in 0..cols {
        let Some(cell) = screen.cell(row, col) else {
            continue;
        };
        // The right half of a wide character looks like its left half.
        let words = match runs.last() {
            Some((_, _, words)) if cell.is_wide_continuation() => words.clone(),
            _ => words(cell),
        };
        match runs.last_mut() {
            Some((_, to, last)) if *last == words => *to = col + 1,
            _ => runs.push((col, col + 1, words)),
        }
    }
    runs.retain(|(_, _, words)| !words.is_empty());
    let line = |(from, to, words)| format!("{from}..{to} {words}");
    runs.into_iter().map(line).collect()
}

fn words(cell: &Cell) -> String {
    let mut words: Vec<String> = [
        (cell.bold(), "bold"),
        (cell.dim(), "dim"),
        (cell.italic(), "italic"),
        (cell.underline(), "underline"),
        (cell.inverse(), "inverse"),
    ]
    .iter()
    .filter(|(on, _)| *on)
    .map(|(_, word)| (*word).to_owned())
    .collect();
    words.extend(colour(cell.fgcolor()));
    words.extend(colour(cell.bgcolor()).map(|colour| format!("on {colour}")));
    words.join(" ")
}

fn colour(colour: Color) -> Option<String> {
    const NAMES: [&str; 8] = [
        "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
    ];
    match colour {
        Color::Default => None,
        Color::Idx(i) => Some(match i {
            0..8 => NAMES[usize::from(i)].to_owned(),
            8..16 => format!("bright-{}", NAMES[usize::from(i - 8)]),
            _ => format!("colour-{i}"),
        }),
        Color::Rgb(r, g, b) => Some(format!("#{r:02x}{g:02x}{b:02x}")),
    }
}
