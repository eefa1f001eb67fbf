//! Every action that works on the page that stands, to search and to do: for
//! whoever does not know its key, and for whoever is typing.

use super::widgets::edit::LineEdit;
use crate::{
    lang::Lang,
    walk::{Action, action::Row},
};
use frizbee::{Config, Matcher};
use ratatui::crossterm::event::{KeyCode, KeyEvent};

/// What is being searched.
#[derive(Default)]
pub(super) struct Palette {
    pub line: LineEdit,
    /// Which of those found is picked.
    pub picked: usize,
}

/// What a key in the palette comes to.
pub(super) enum Chose {
    /// It stays.
    Nothing,
    /// It is closed.
    Close,
    /// It is closed, and this is done.
    Do(Action),
}

impl Palette {
    /// Takes a key; `rows` are the actions that work here.
    pub(super) fn key(&mut self, key: KeyEvent, rows: &[&Row], lang: Lang) -> Chose {
        let found = found(&self.line.text(), rows, lang);
        let last = found.len().saturating_sub(1);
        match key.code {
            KeyCode::Esc => return Chose::Close,
            KeyCode::Enter => {
                let row = found.get(self.picked.min(last));
                return row.map_or(Chose::Nothing, |row| Chose::Do(row.action));
            }
            KeyCode::Down | KeyCode::Tab => {
                self.picked = (self.picked + 1).min(last);
            }
            KeyCode::Up | KeyCode::BackTab => self.picked = self.picked.saturating_sub(1),
            KeyCode::PageUp => self.picked = 0,
            KeyCode::PageDown => self.picked = last,
            _ => {
                if self.line.key(key) {
                    self.picked = 0;
                }
            }
        }
        Chose::Nothing
    }
}

/// The actions that fit what is searched, the best first: by name, letters
/// left out or mistyped too, and then those whose sentence has it.
pub(super) fn found<'a>(searched: &str, rows: &[&'a Row], lang: Lang) -> Vec<&'a Row> {
    let searched = searched.trim();
    let names: Vec<String> = rows.iter().map(|row| (row.name)().text(lang)).collect();
    // One slip in a word long enough to have one.
    let slips = u16::from(searched.chars().count() > 3);
    let config = Config::default().max_typos(Some(slips));
    let by_name = Matcher::new(searched, &config).match_list(&names);
    let by_name = by_name
        .into_iter()
        .filter_map(|found| usize::try_from(found.index).ok());
    let mut order: Vec<usize> = by_name.collect();
    let words = searched.to_lowercase();
    let told = |row: &&Row| (row.about)().text(lang).to_lowercase().contains(&words);
    for (index, row) in rows.iter().enumerate() {
        if !order.contains(&index) && told(row) {
            order.push(index);
        }
    }
    order.into_iter().map(|index| rows[index]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::walk::action::TABLE;

    fn actions(searched: &str, lang: Lang) -> Vec<Action> {
        let rows: Vec<&Row> = TABLE.iter().collect();
        let found = found(searched, &rows, lang);
        found.iter().map(|row| row.action).collect()
    }

    /// Would catch a search that finds what nobody meant first.
    #[test]
    fn the_best_comes_first_in_both_languages() {
        for (lang, searched, first) in [
            (Lang::En, "undo", Action::Undo),
            (Lang::En, "wmem", Action::Export),
            (Lang::En, "sidd by", Action::Sides),
            (Lang::En, "conflict of interest", Action::Recuse),
            (Lang::Nl, "terugnem", Action::Undo),
            (Lang::Nl, "memo opsl", Action::Export),
            (Lang::Nl, "kleuren", Action::Theme),
        ] {
            assert_eq!(actions(searched, lang).first(), Some(&first), "{searched}");
        }
    }

    /// Would catch an action that an empty search hides, or one shown twice.
    #[test]
    fn nothing_searched_is_everything_in_order() {
        let all: Vec<Action> = TABLE.iter().map(|row| row.action).collect();
        assert_eq!(actions("", Lang::En), all);
        assert_eq!(actions("  ", Lang::Nl), all);
        assert!(actions("zzzzzz", Lang::En).is_empty());
    }

    /// Would catch a key that leads nowhere, or Enter on nothing that panics.
    #[test]
    fn it_is_searched_with_the_keys_of_a_list() {
        let rows: Vec<&Row> = TABLE.iter().collect();
        let mut palette = Palette::default();
        let mut press = |code| palette.key(KeyEvent::from(code), &rows, Lang::En);
        press(KeyCode::Down);
        let second = TABLE[1].action;
        assert!(matches!(press(KeyCode::Enter), Chose::Do(action) if action == second));
        press(KeyCode::PageDown);
        press(KeyCode::Down);
        let last = TABLE[TABLE.len() - 1].action;
        assert!(matches!(press(KeyCode::Enter), Chose::Do(action) if action == last));
        for c in "undo".chars() {
            press(KeyCode::Char(c));
        }
        assert!(matches!(press(KeyCode::Enter), Chose::Do(Action::Undo)));
        for c in "qqqqq".chars() {
            press(KeyCode::Char(c));
        }
        assert!(matches!(press(KeyCode::Enter), Chose::Nothing));
        assert!(matches!(press(KeyCode::Esc), Chose::Close));
    }
}
