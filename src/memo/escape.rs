//! What every written format does to text before its own escaping, and the
//! escaping for HTML.
//!
//! Invariant: what [`html`] gives is text and nothing else, in an element's
//! content and between quotation marks in an attribute, for a reader of HTML
//! and of XML alike.

use std::fmt::Write;

/// Whether a character may be written at all. Text that went through `Clean`
/// has no others; the renderers rely on nobody.
fn writable(c: char) -> bool {
    c == '\n' || !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'))
}

/// The characters of a text as every format writes them: line breaks as `\n`,
/// a tab as a space, other control characters left out.
pub(super) fn characters(text: &str) -> impl Iterator<Item = char> {
    let mut after_return = false;
    text.chars().filter_map(move |c| {
        let second_half = after_return && c == '\n';
        after_return = c == '\r';
        match c {
            '\n' if second_half => None,
            '\r' => Some('\n'),
            '\t' => Some(' '),
            c => writable(c).then_some(c),
        }
    })
}

/// A text on one line: line breaks become spaces.
pub(super) fn one_line(text: &str) -> String {
    characters(text)
        .map(|c| if c == '\n' { ' ' } else { c })
        .collect()
}

/// A text as HTML, well-formed as XML too; line breaks stay `\n`.
pub(super) fn html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in characters(text) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// A text as HTML content in which every line break is one on the page.
pub(super) fn html_lines(text: &str) -> String {
    html(text).replace('\n', "<br />")
}

/// A text as a string of CSS in quotation marks, inside a style element: on
/// one line, everything but letters, digits and spaces by number.
pub(super) fn css_string(text: &str) -> String {
    let mut out = String::from("\"");
    for c in one_line(text).chars() {
        if c == ' ' || c.is_alphanumeric() {
            out.push(c);
        } else {
            // Writing to a string can't fail.
            let _ = write!(out, "\\{:x} ", u32::from(c));
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_ends_no_string_of_css() {
        assert_eq!(
            css_string("a\"}</style>\\ é\n·"),
            "\"a\\22 \\7d \\3c \\2f style\\3e \\5c  é \\b7 \""
        );
    }

    #[test]
    fn text_ends_neither_an_element_nor_an_attribute() {
        assert_eq!(
            html("</p>\"'&lt;\u{0}\r\n\t"),
            "&lt;/p&gt;&quot;&#39;&amp;lt;\n "
        );
    }
}
