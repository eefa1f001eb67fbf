//! Accessible mode in a real terminal: what is typed shows, unless it is for
//! nobody else's eyes.

use crate::{
    folder::Folder,
    harness::{Options, Term},
};

const PROGRAM: &str = env!("CARGO_BIN_EXE_dear-customer");

/// The program in a folder, on a terminal that can do little.
fn start(folder: &Folder, args: &[&str]) -> Term {
    Term::start(Options {
        cwd: Some(folder.path("")),
        env: vec![("LANG", "en_GB.UTF-8".into()), ("TERM", "dumb".into())],
        ..Options::new(PROGRAM, args)
    })
}

#[track_caller]
fn go(term: &mut Term, line: &str, next: &str) {
    term.send(line);
    term.keys("<enter>");
    term.wait_for(next);
}

/// Would catch a rating that stands on the terminal before its reveal, one
/// that is not taken as it was typed, a terminal left without its echo, and
/// any byte that steers it.
#[test]
fn what_is_typed_behind_the_curtain_does_not_show() {
    let folder = Folder::new();
    let mut term = start(&folder, &[]);
    term.wait_for("Type a number. Enter: 1");
    go(&mut term, "2", "What is the idea called?");
    go(&mut term, "Test idea", "Who takes part?");
    go(&mut term, "2", "How many, or who?");
    go(&mut term, "2", "How much time is there?");
    go(&mut term, "2", "How does everyone rate?");
    go(&mut term, "2", "The idea, in at most three sentences");
    go(&mut term, "/g", "Where to?");
    go(&mut term, "2", "Enter: call P1");
    go(&mut term, "", "P1, it is your turn");
    go(&mut term, "", "What you type does not show.");
    // The eighth, mistyped and mended with Backspace.
    term.send("9");
    term.keys("<backspace>");
    go(&mut term, "8", "The same once more");
    go(&mut term, "8", "Why, in a few words");
    term.wait_for("What you type does not show.");
    go(&mut term, "zqzq", "P2, it is your turn");
    let said = String::from_utf8(term.bytes()).unwrap();
    assert!(!said.contains("zqzq"), "{said}");
    // What may be seen shows.
    assert!(said.contains("Test idea\r\n"), "{said}");
    assert!(!said.contains('\u{1b}'), "{said:?}");
    let (_, turn) = said.split_once("P1, it is your turn").unwrap();
    for line in turn.lines() {
        let typed = line.trim_start_matches(['>', ' ']);
        assert!(!["8", "9", "98"].contains(&typed), "{turn}");
    }
    go(&mut term, "/q", "Left. Everything is saved.");
    assert!(term.wait_exit().success());
    assert_eq!(term.leftovers(), [""; 0]);
    let session = folder.read("test-idea.session.toml");
    assert!(session.contains("kind = \"handed-in\""), "{session}");
}

/// Would catch an end of the input, by Ctrl-D, that is taken for a fault, and
/// a terminal that is left without its echo by Ctrl-C or by the system.
#[test]
fn it_can_be_left_at_any_prompt() {
    let folder = Folder::new();
    let session = "s.session.toml";
    let new = ["new", session, "--scenario", "ing-2014"];
    assert!(start(&folder, &new).wait_exit().success());
    let unseen = "What you type does not show.";
    for (first, lines, key, told) in [
        ("Enter: go on", &[][..], "<ctrl-d>", true),
        ("Enter: go on", &[], "<ctrl-c>", false),
        (
            "Enter: go on",
            &[("/g", "Where to?"), ("2", unseen)],
            "<ctrl-d>",
            true,
        ),
        // It goes on where it was.
        (unseen, &[], "3<ctrl-c>", false),
        (unseen, &[], "", false),
    ] {
        let mut term = start(&folder, &["open", session]);
        term.wait_for(first);
        for (line, next) in lines {
            go(&mut term, line, next);
        }
        term.keys(key);
        if key.is_empty() {
            term.signal("TERM");
        }
        if told {
            term.wait_for("The input ends here. Everything is saved.");
        }
        assert_eq!(term.wait_exit().success(), told, "{key}");
        assert_eq!(term.leftovers(), [""; 0], "{key}");
    }
}
