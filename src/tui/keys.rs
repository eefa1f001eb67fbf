//! From the notation of keys in the table of actions to what a terminal
//! reports.

use crate::walk::action::Row;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// A key as the table names it: `q`, `Esc`, `F1`, `Ctrl-P`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Named {
    Plain(KeyCode),
    Control(char),
}

fn named(key: &str) -> Option<Named> {
    let mut chars = key.chars();
    match (key, chars.next(), chars.next()) {
        ("Esc", ..) => Some(Named::Plain(KeyCode::Esc)),
        (_, Some(c), None) => Some(Named::Plain(KeyCode::Char(c))),
        (_, Some('F'), Some(_)) => {
            let number = key.strip_prefix('F')?.parse().ok()?;
            Some(Named::Plain(KeyCode::F(number)))
        }
        _ => {
            let c = key.strip_prefix("Ctrl-")?.chars().next()?;
            Some(Named::Control(c.to_ascii_lowercase()))
        }
    }
}

/// The key of a notation, as a terminal reports it.
pub(super) fn event(key: &str) -> Option<KeyEvent> {
    match key {
        "Enter" => return Some(KeyEvent::from(KeyCode::Enter)),
        "Tab" => return Some(KeyEvent::from(KeyCode::Tab)),
        _ => {}
    }
    named(key).map(|named| match named {
        Named::Plain(code) => KeyEvent::from(code),
        Named::Control(c) => KeyEvent::new(KeyCode::Char(c), KeyModifiers::CONTROL),
    })
}

/// Which of several rows a key means, where no text takes letters.
pub(super) fn row<'a>(rows: &[&'a Row], key: KeyEvent) -> Option<&'a Row> {
    let means = |row: &&&Row| is(row.key, key) || is(row.typing, key);
    let exact = rows.iter().find(means).copied();
    // A letter that stands alone means either case.
    let KeyCode::Char(c) = key.code else {
        return exact;
    };
    let other = if c.is_lowercase() {
        c.to_ascii_uppercase()
    } else {
        c.to_ascii_lowercase()
    };
    let code = KeyCode::Char(other);
    exact.or_else(|| {
        let either = rows
            .iter()
            .find(|row| is(row.key, KeyEvent { code, ..key }));
        either.copied().filter(|_| !held(key))
    })
}

/// Which of several rows a key means while a text is being typed.
pub(super) fn row_while_typing<'a>(rows: &[&'a Row], key: KeyEvent) -> Option<&'a Row> {
    rows.iter().find(|row| is(row.typing, key)).copied()
}

fn held(key: KeyEvent) -> bool {
    let with = KeyModifiers::CONTROL | KeyModifiers::ALT;
    key.modifiers.intersects(with)
}

/// Whether a key is the one of this notation. Control and Alt together is
/// `AltGr`, which types a sign.
fn is(notation: &str, key: KeyEvent) -> bool {
    match named(notation) {
        Some(Named::Plain(code)) => code == key.code && !held(key),
        Some(Named::Control(c)) => {
            let control = key.modifiers.contains(KeyModifiers::CONTROL)
                && !key.modifiers.contains(KeyModifiers::ALT);
            control && matches!(key.code, KeyCode::Char(typed) if typed.to_ascii_lowercase() == c)
        }
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::walk::{Action, action::TABLE};

    fn press(code: KeyCode, modifiers: KeyModifiers) -> Option<Action> {
        let rows: Vec<&Row> = TABLE.iter().collect();
        row(&rows, KeyEvent::new(code, modifiers)).map(|row| row.action)
    }

    /// Would catch a key of the table that nothing reads, or one that a
    /// terminal takes for another.
    #[test]
    fn every_key_of_the_table_is_one() {
        for row in TABLE {
            assert!(named(row.key).is_some(), "{}", row.key);
            assert!(row.typing.is_empty() || named(row.typing).is_some());
            let letter = |key: &str| matches!(named(key), Some(Named::Plain(KeyCode::Char(_))));
            assert!(!letter(row.typing), "{} is typed as text", row.typing);
            for key in [row.key, row.typing] {
                // Tab, Enter, and the keys that leave or clear a line.
                let taken = ["Ctrl-I", "Ctrl-M", "Ctrl-C", "Ctrl-J", "Ctrl-H"];
                assert!(!taken.contains(&key) && !key.contains("Alt"), "{key}");
            }
        }
    }

    /// Would catch a large T that stops the clock.
    #[test]
    fn a_letter_means_its_own_case_first() {
        let none = KeyModifiers::NONE;
        assert_eq!(press(KeyCode::Char('t'), none), Some(Action::Timer));
        assert_eq!(press(KeyCode::Char('T'), none), Some(Action::Theme));
        let shift = KeyModifiers::SHIFT;
        assert_eq!(press(KeyCode::Char('Q'), shift), Some(Action::Leave));
        assert_eq!(press(KeyCode::Char('l'), none), Some(Action::Language));
    }

    /// Would catch a sign of the right Alt key that is taken for a command.
    #[test]
    fn control_is_control_and_alt_gr_is_not() {
        let p = KeyCode::Char('p');
        assert_eq!(press(p, KeyModifiers::CONTROL), Some(Action::Palette));
        let alt_gr = KeyModifiers::CONTROL | KeyModifiers::ALT;
        assert_eq!(press(p, alt_gr), None);
        assert_eq!(press(p, KeyModifiers::NONE), Some(Action::Print));
        assert_eq!(press(p, KeyModifiers::ALT), None);
    }
}
