use super::*;
use proptest::prelude::*;

const NONE: KeyModifiers = KeyModifiers::NONE;
const CONTROL: KeyModifiers = KeyModifiers::CONTROL;
const ALT: KeyModifiers = KeyModifiers::ALT;

fn press(code: KeyCode, modifiers: KeyModifiers) -> KeyEvent {
    KeyEvent::new(code, modifiers)
}

/// The text with `|` where the cursor stands.
fn seen(editor: &Editor) -> String {
    format!("{}|{}", editor.before(), editor.after())
}

/// A line field after keys that it must all take.
fn line(text: &str, keys: &[(KeyCode, KeyModifiers)]) -> String {
    let mut edit = LineEdit::new(text);
    for (code, modifiers) in keys {
        assert!(edit.key(press(*code, *modifiers)), "{code:?} {modifiers:?}");
    }
    seen(&edit.editor)
}

use KeyCode::{Backspace, Char, Delete, Down, End, Enter, Home, Left, Right, Up};

#[test]
fn an_accent_is_not_taken_off_its_letter() {
    assert_eq!(line("cafe\u{301}", &[(Backspace, NONE)]), "caf|");
    assert_eq!(line("cafe\u{301}", &[(Left, NONE), (Delete, NONE)]), "caf|");
    assert_eq!(
        line("e\u{301}x", &[(Home, NONE), (Right, NONE)]),
        "e\u{301}|x"
    );
}

#[test]
fn half_a_flag_is_not_left_behind() {
    assert_eq!(line("🇳🇱🇧🇪", &[(Backspace, NONE)]), "🇳🇱|");
    assert_eq!(
        line("a🇳🇱", &[(Left, NONE), (Left, NONE), (Delete, NONE)]),
        "|🇳🇱"
    );
}

#[test]
fn the_cursor_is_not_left_within_a_letter_that_grew() {
    let keys = [(Char('e'), NONE), (Char('\u{301}'), NONE), (Left, NONE)];
    assert_eq!(line("", &keys), "|e\u{301}");
    // Half a flag before half a flag becomes one.
    let mut edit = LineEdit::new("🇱x");
    edit.key(press(Home, NONE));
    edit.paste("🇳");
    assert_eq!(seen(&edit.editor), "🇳🇱|x");
}

#[test]
fn a_flood_of_accents_typed_one_by_one_is_held_back() {
    let keys: Vec<_> = std::iter::repeat_n((Char('\u{301}'), NONE), 50).collect();
    assert_eq!(line("e", &keys).chars().count(), 1 + 3 + 1);
    assert_eq!(line("", &keys), "|");
}

#[test]
fn alt_gr_types_its_sign() {
    assert_eq!(
        line(
            "",
            &[(Char('€'), CONTROL | ALT), (Char('@'), CONTROL | ALT)]
        ),
        "€@|"
    );
    assert_eq!(line("", &[(Char('A'), KeyModifiers::SHIFT)]), "A|");
}

#[test]
fn a_shortcut_is_not_typed_and_not_swallowed() {
    let mut edit = LinesEdit::new("x");
    for (code, modifiers) in [
        (Char('p'), CONTROL),
        (Char('s'), CONTROL),
        (Char('x'), ALT),
        (KeyCode::Tab, NONE),
        (KeyCode::Esc, NONE),
        (KeyCode::F(1), NONE),
        (Enter, CONTROL),
    ] {
        assert!(!edit.key(press(code, modifiers)), "{code:?}");
    }
    assert_eq!(edit.text(), "x");
}

#[test]
fn returns_and_control_signs_never_get_in() {
    let mut edit = LineEdit::new("a\r\nb\tc\u{1b}[31m\u{202e}\u{200b}d");
    assert_eq!(edit.text(), "a b c[31md");
    edit.set("");
    edit.paste("3 9\r2\u{0}");
    assert_eq!(edit.text(), "3 9 2");
    assert!(!edit.key(press(Char('\r'), NONE)));
    let mut lines = LinesEdit::new("");
    lines.paste("Dear customer,\r\n\r\nWe\rare");
    assert_eq!(lines.text(), "Dear customer,\n\nWe\nare");
}

#[test]
fn spaces_at_the_ends_stay_while_typing() {
    assert_eq!(line(" a", &[(Char(' '), NONE), (Char(' '), NONE)]), " a  |");
}

#[test]
fn enter_is_a_new_line_only_where_there_are_several() {
    let mut line = LineEdit::new("a");
    assert!(!line.key(press(Enter, NONE)));
    let mut lines = LinesEdit::new("a");
    assert!(lines.key(press(Enter, NONE)));
    assert!(lines.key(press(Char('j'), CONTROL)));
    assert_eq!(lines.text(), "a\n\n");
}

#[test]
fn a_key_counts_once_when_it_is_released_too() {
    let mut edit = LineEdit::new("");
    let mut key = press(Char('a'), NONE);
    for kind in [
        KeyEventKind::Press,
        KeyEventKind::Repeat,
        KeyEventKind::Release,
    ] {
        key.kind = kind;
        assert_eq!(edit.key(key), kind != KeyEventKind::Release);
    }
    assert_eq!(edit.text(), "aa");
}

#[test]
fn words_are_moved_over_and_deleted_whole() {
    let text = "we are sorry, Zoë";
    for (code, modifiers) in [(Left, CONTROL), (Left, ALT), (Char('b'), ALT)] {
        assert_eq!(line(text, &[(code, modifiers); 2]), "we are |sorry, Zoë");
    }
    for (code, modifiers) in [(Right, CONTROL), (Right, ALT), (Char('f'), ALT)] {
        let keys = [(Home, NONE), (code, modifiers), (code, modifiers)];
        assert_eq!(line(text, &keys), "we are| sorry, Zoë");
    }
    assert_eq!(line(text, &[(Char('w'), CONTROL)]), "we are sorry, |");
    assert_eq!(
        line(text, &[(Home, NONE), (Char('d'), ALT)]),
        "| are sorry, Zoë"
    );
    assert_eq!(
        line(text, &[(Home, NONE), (End, NONE)]),
        "we are sorry, Zoë|"
    );
}

#[test]
fn what_was_deleted_comes_back() {
    let (undo, redo) = ((Char('z'), CONTROL), (Char('y'), CONTROL));
    assert_eq!(line("a b", &[(Char('u'), CONTROL)]), "|");
    assert_eq!(line("a b", &[(Char('u'), CONTROL), undo]), "a b|");
    assert_eq!(line("a b", &[(Char('u'), CONTROL), undo, redo]), "|");
    assert_eq!(
        line("a b", &[(Home, NONE), (Char('k'), CONTROL), undo]),
        "|a b"
    );
    // A word that was typed goes at once, and no more than it.
    let typed = [
        (Char('a'), NONE),
        (Char('b'), NONE),
        (Char(' '), NONE),
        (Char('c'), NONE),
    ];
    assert_eq!(line("", &[&typed[..], &[undo]].concat()), "ab |");
    assert_eq!(
        line("", &[&typed[..], &[undo, undo, undo, undo]].concat()),
        "|"
    );
    let mut edit = LineEdit::new("old");
    edit.set("new");
    edit.key(press(Char('z'), CONTROL));
    assert_eq!(edit.text(), "old");
}

#[test]
fn up_and_down_follow_what_is_seen_and_keep_the_column() {
    let mut edit = LinesEdit::new("one two three\nx\nfour five");
    let _ = edit.show(9, 5, Style::new()); // one two / three / x / four / five
    let mut at = |code| {
        let took = edit.key(press(code, NONE));
        (took, edit.show(9, 5, Style::new()).cursor)
    };
    assert_eq!(at(Up), (true, (4, 3)));
    assert_eq!(at(Up), (true, (1, 2)));
    assert_eq!(at(Up), (true, (4, 1)));
    assert_eq!(at(Up), (true, (4, 0)));
    assert_eq!(at(Up), (false, (4, 0)));
    assert_eq!(at(Down), (true, (4, 1)));
    // A line field leaves both to the form.
    assert!(!LineEdit::new("x").key(press(Up, NONE)));
}

#[test]
fn the_cursor_stays_in_view() {
    let text: Vec<String> = (0..30).map(|n| format!("line {n}")).collect();
    let mut edit = LinesEdit::new(&text.join("\n"));
    let shown = edit.show(20, 5, Style::new());
    assert_eq!(shown.lines.last().unwrap().to_string(), "line 29");
    assert_eq!(shown.cursor, (7, 4));
    edit.key(press(Home, CONTROL));
    let shown = edit.show(20, 5, Style::new());
    assert_eq!(shown.lines.first().unwrap().to_string(), "line 0");
    assert_eq!(shown.cursor, (0, 0));
}

#[test]
fn a_concealed_line_shows_nothing_and_prints_nothing() {
    let mut edit = LineEdit::concealed();
    edit.paste("3 9 2 3");
    assert_eq!(edit.text(), "3 9 2 3");
    let shown = edit.show(40, 3, Style::new());
    assert_eq!((shown.lines.len(), shown.cursor), (0, (0, 0)));
    assert_eq!(format!("{edit:?}"), "LineEdit { .. }");
}

#[test]
fn a_paste_without_end_stops_at_the_bound() {
    let mut edit = LinesEdit::new("");
    edit.paste(&"x".repeat(2 * text::MAX_CHARS));
    assert_eq!(edit.text().len(), text::MAX_CHARS);
}

fn keys() -> impl Strategy<Value = KeyEvent> {
    let code = prop_oneof![
        any::<char>().prop_map(Char),
        proptest::sample::select("e\u{301}🇳🇱 \nwukzybfdah".chars().collect::<Vec<_>>())
            .prop_map(Char),
        proptest::sample::select(vec![
            Backspace, Delete, Left, Right, Up, Down, Home, End, Enter
        ]),
    ];
    let modifiers = proptest::sample::select(vec![NONE, CONTROL, ALT, CONTROL | ALT]);
    (code, modifiers).prop_map(|(code, modifiers)| press(code, modifiers))
}

proptest! {
    #[test]
    fn no_keys_break_the_text_or_lose_the_cursor(
        keys in proptest::collection::vec(keys(), 0..40),
        start in "(?s).{0,20}",
        width in 0u16..30,
        height in 0u16..5,
    ) {
        let mut edit = LinesEdit::new(&start);
        for key in keys {
            edit.key(key);
            let text = edit.text();
            let cursor = edit.editor.cursor;
            let boundary = cursor == text.len() || text.grapheme_indices(true).any(|(at, _)| at == cursor);
            prop_assert!(boundary, "{text:?} {cursor}");
            prop_assert!(!text.contains('\r'));
            let shown = edit.show(width, height, Style::new());
            prop_assert!(shown.lines.len() <= usize::from(height));
            prop_assert!(shown.cursor.0 < width.max(1) && shown.cursor.1 < height.max(1));
            for line in shown.lines {
                prop_assert!(columns(&line.to_string()) <= usize::from(width));
            }
        }
    }
}
