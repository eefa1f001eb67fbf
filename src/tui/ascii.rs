//! A frame in ASCII, for terminals, fonts and printers that have no more.
//!
//! Invariant: every cell holds one printable ASCII character, and everything
//! stands where it stood.

use ratatui::buffer::Buffer;
use unicode_normalization::UnicodeNormalization;
use unicode_width::UnicodeWidthStr;

/// Puts ASCII in place of everything else.
pub(super) fn only(buffer: &mut Buffer) {
    let area = buffer.area;
    for y in area.top()..area.bottom() {
        let mut x = area.left();
        while x < area.right() {
            let symbol = buffer[(x, y)].symbol();
            let width = u16::try_from(symbol.width().max(1)).unwrap_or(1);
            if !symbol.bytes().all(|b| (b' '..=b'~').contains(&b)) {
                let sign = sign(symbol);
                // A wide character has two cells.
                for x in x..(x + width).min(area.right()) {
                    buffer[(x, y)].set_char(sign);
                }
            }
            x += width;
        }
    }
}

/// What stands for signs, and for letters that are not one with a mark.
const SIGNS: [(&str, char); 23] = [
    ("─━┄╌–—−‐‑", '-'),
    ("│┃┊┆", '|'),
    ("┌┐└┘├┤┬┴┼╭╮╰╯┳┻", '+'),
    ("✓☑", '+'),
    ("●øö", 'o'),
    ("ØÖ", 'O'),
    ("·…‥", '.'),
    ("•◆★", '*'),
    ("▸→›▶»≥", '>'),
    ("◂←‹◀«≤", '<'),
    ("▲↑", '^'),
    ("▼▾↓", 'v'),
    ("×", 'x'),
    ("‘’‚", '\''),
    ("“”„", '"'),
    ("≈", '~'),
    ("€", 'E'),
    // Shades and blocks; large letters are whole ones.
    ("█▙▛▜▟▌▐▚▞▀▄▘▝▖▗░▒▓", '#'),
    ("\u{a0}\u{202f}\u{2009}", ' '),
    ("ß", 's'),
    ("ł", 'l'),
    ("Ł", 'L'),
    ("æÆœŒ", 'e'),
];

/// What stands for a character: for a letter the same without its marks.
fn sign(symbol: &str) -> char {
    let Some(c) = symbol.chars().next() else {
        return ' ';
    };
    let known = SIGNS.iter().find(|(signs, _)| signs.contains(c));
    known.map_or_else(
        || {
            let base = c.nfkd().next().filter(char::is_ascii_graphic);
            base.unwrap_or('?')
        },
        |(_, sign)| *sign,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::{layout::Rect, style::Style};

    fn shown(text: &str) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
        buffer.set_string(0, 0, text, Style::new());
        only(&mut buffer);
        let cells = buffer.content.iter();
        cells.map(|cell| cell.symbol().to_owned()).collect()
    }

    /// Would catch a sign that stays, a name that can't be read, and a wide
    /// character that moves the rest of its line.
    #[test]
    fn signs_letters_and_wide_characters_keep_their_place() {
        for (text, ascii) in [
            ("│ ● ▸ ✓ 3…", "| o > + 3.  "),
            ("Zoë Łöwe ßø", "Zoe Lowe so "),
            ("王x小明y", "??x????y    "),
            ("e\u{301}a", "ea          "),
            ("“ja” – nee", "\"ja\" - nee  "),
        ] {
            assert_eq!(shown(text), ascii, "{text}");
        }
    }
}
