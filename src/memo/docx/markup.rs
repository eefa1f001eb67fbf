//! The pieces of markup that every document is made of.
//!
//! Invariant: what is put in as text comes out as text; [`run`] is the one
//! place where it becomes part of the document.

use super::super::{
    escape::{characters, html},
    tree::Span,
};
use std::fmt::Write;

/// A cell with more characters may go over two pages.
const LONG_ROW: usize = 1500;

/// What a paragraph has beside its style.
pub(super) const RIGHT: &str = "<w:jc w:val=\"right\"/>";
pub(super) const KEEP: &str = "<w:keepNext/>";

/// What keeps the row or paragraph at `index` on the page of the next, where
/// there is one of `all`.
pub(super) const fn kept(index: usize, all: usize) -> &'static str {
    if index + 1 < all { KEEP } else { "" }
}

/// A row, on one page unless its longest cell has so many characters that no
/// page may hold it: LibreOffice would cut the rest off. A head is repeated
/// on every page.
pub(super) fn row(cells: &str, head: bool, longest: usize) -> String {
    let whole = if longest > LONG_ROW {
        ""
    } else {
        "<w:cantSplit/>"
    };
    let head = if head { "<w:tblHeader/>" } else { "" };
    let properties = match (whole, head) {
        ("", "") => String::new(),
        _ => format!("<w:trPr>{whole}{head}</w:trPr>"),
    };
    format!("<w:tr>{properties}{cells}</w:tr>")
}

/// A cell; `look` is what else it has, in the order of the format.
pub(super) fn cell(width: u32, look: &str, content: &str) -> String {
    format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{look}</w:tcPr>{content}</w:tc>")
}

pub(super) fn paragraph(style: &str, direct: &str, runs: &str) -> String {
    match (style, direct) {
        ("Normal", "") => format!("<w:p>{runs}</w:p>"),
        _ => format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{direct}</w:pPr>{runs}</w:p>"),
    }
}

/// A text as a run in a style of characters, or in none; nothing where it is
/// empty. This is where all that people typed becomes text.
pub(super) fn run(style: &str, text: &str) -> String {
    let text: String = characters(text).collect();
    if text.is_empty() {
        return String::new();
    }
    let mut out = String::from("<w:r>");
    if !style.is_empty() {
        // Writing to a string can't fail.
        let _ = write!(out, "<w:rPr><w:rStyle w:val=\"{style}\"/></w:rPr>");
    }
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            out.push_str("<w:br/>");
        }
        if !line.is_empty() {
            let _ = write!(out, "<w:t xml:space=\"preserve\">{}</w:t>", html(line));
        }
    }
    out.push_str("</w:r>");
    out
}

/// A text with emphasis.
pub(super) fn rich(text: &[Span]) -> String {
    let spans = text.iter().map(|span| {
        let style = match span {
            Span::Text(_) => "",
            Span::Strong(_) => "Strong",
            Span::Quote(_) => "QuoteChar",
        };
        run(style, &span.printed())
    });
    spans.collect()
}

/// A text without its emphasis.
pub(super) fn said(text: &[Span]) -> String {
    text.iter().map(Span::printed).collect()
}

/// How many characters a text has.
pub(super) fn letters(text: &[Span]) -> usize {
    text.iter().map(|span| span.printed().chars().count()).sum()
}

/// How many characters the longest of these has.
pub(super) fn longest<'a>(texts: impl IntoIterator<Item = &'a String>) -> usize {
    let lengths = texts.into_iter().map(|text| text.chars().count());
    lengths.max().unwrap_or(0)
}
