//! What the program says about itself and its library.

use super::room::Room;
use dear_customer::{lang::Lang, walk::action::TABLE};
use insta::assert_snapshot;

/// Would catch a command that changes in silence.
#[test]
fn every_help() {
    let room = Room::new();
    for command in [
        "",
        "open",
        "demo",
        "new",
        "import",
        "export",
        "verify",
        "check",
        "cards",
        "scenarios",
        "scenarios list",
        "scenarios show",
        "scenarios new",
        "scenarios handout",
        "schema",
        "completions",
        "man",
    ] {
        let name = format!("help_{}", command.replace(' ', "_"));
        let help = room.fine(&format!("{command} --help"));
        assert!(
            !help.lines().any(|line| line.chars().count() > 80),
            "{help}"
        );
        assert_snapshot!(name, help);
    }
}

/// Would catch a manual page that lacks a command, a key or an option.
#[test]
fn the_manual_has_every_command_and_key() {
    let room = Room::new();
    let page = room.fine("man");
    for command in ["open", "demo", "new", "import", "scenarios handout", "man"] {
        assert!(
            page.contains(&format!("dear\\-customer {command}")),
            "{command}"
        );
    }
    for row in TABLE {
        let about = (row.about)().text(Lang::En).replace('-', "\\-");
        assert!(page.contains(&about), "{about}\n{page}");
    }
    for option in ["theme", "ascii", "participants", "memo"] {
        assert!(page.contains(&format!("\\-\\-{option}")), "{option}");
    }
    assert!(page.starts_with(".ie") || page.starts_with(".TH"), "{page}");
}

/// Would catch a shell whose completions have nothing in them.
#[test]
fn every_shell_completes_the_commands() {
    let room = Room::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = room.fine(&format!("completions {shell}"));
        for word in ["import", "handout", "theme"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
}

/// Would catch a first screen that says nothing, or ends well.
#[test]
fn no_arguments_give_a_short_help() {
    let room = Room::new();
    for line in ["", "scenarios"] {
        let ran = room.run(line);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""));
        assert!(ran.err.contains("Usage: dear-customer"), "{}", ran.err);
    }
}

/// Would catch a version that is no answer.
#[test]
fn the_version() {
    let room = Room::new();
    let version = concat!("dear-customer ", env!("CARGO_PKG_VERSION"), "\n");
    assert_eq!(room.fine("--version"), version);
}

/// Would catch a language that does not follow the locale, in its order.
#[test]
fn the_language_follows_the_locale() {
    let dutch = |vars: &[(&str, &str)], line: &str| {
        let room = vars
            .iter()
            .fold(Room::new(), |room, (name, value)| room.var(name, value));
        let ran = room.run(line);
        ran.err.contains("fout:")
    };
    let nl = ("LANG", "nl_NL.UTF-8");
    assert!(!dutch(&[], "frob"));
    assert!(dutch(&[nl], "frob"));
    assert!(dutch(&[("LC_MESSAGES", "nl"), ("LANG", "en_GB")], "frob"));
    assert!(dutch(
        &[("LC_ALL", "nl_BE"), ("LC_MESSAGES", "en"), ("LANG", "en")],
        "frob"
    ));
    assert!(!dutch(
        &[("LC_ALL", "en_GB"), ("LC_MESSAGES", "nl"), nl],
        "frob"
    ));
    // An empty variable counts for nothing, a third language is English.
    assert!(dutch(&[("LC_ALL", ""), nl], "frob"));
    assert!(!dutch(&[("LC_ALL", "C"), nl], "frob"));
    assert!(!dutch(&[("LANG", "de_DE")], "frob"));
    // What is asked for goes first, wherever it stands.
    assert!(!dutch(&[nl], "frob --lang en"));
    assert!(!dutch(&[nl], "--lang=en frob"));
    assert!(dutch(&[], "verify --lang nl none"));
}

/// Would catch a list that shows too much, or in one language.
#[test]
fn the_list_of_cases() {
    let room = Room::new();
    let list = |lang| room.fine(&format!("scenarios list --lang {lang}"));
    assert_snapshot!("list", list("en") + &list("nl"));
}

/// Would catch a case that is told otherwise than before.
#[test]
fn a_case_shown() {
    let room = Room::new();
    for lang in ["en", "nl"] {
        let line = format!("scenarios show ing-2014 --lang {lang}");
        assert_snapshot!(format!("show_{lang}"), room.fine(&line));
        let whole = room.fine(&format!("{line} --outcome"));
        assert_snapshot!(format!("show_outcome_{lang}"), whole);
    }
}

/// Every text under a table of TOML.
fn texts(value: &toml::Value) -> Vec<&str> {
    match value {
        toml::Value::String(text) => vec![text],
        toml::Value::Array(items) => items.iter().flat_map(texts).collect(),
        toml::Value::Table(table) => table.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

/// Would catch what happened, told to those who are still to decide: by
/// `show` without `--outcome`, by a session, its memo and its cards.
#[test]
fn nothing_of_the_outcome_is_told_before_its_time() {
    let source: toml::Table = include_str!("../../scenarios/cases/ing-2014.toml")
        .parse()
        .unwrap();
    let outcome = &source["outcome"];
    let before: Vec<&str> = source
        .iter()
        .filter(|(key, _)| *key != "outcome")
        .flat_map(|(_, value)| texts(value))
        .collect();
    // Short words stand elsewhere too, and one source may tell of both.
    let told: Vec<&str> = texts(outcome)
        .into_iter()
        .filter(|t| t.len() > 20 && !before.iter().any(|b| b.contains(t)))
        .collect();
    assert!(told.len() > 20);
    let room = Room::with_session("--participants 3");
    let mut shown = room.exports("s");
    shown.push(("session".into(), room.text("s")));
    for lang in ["en", "nl"] {
        let text = room.fine(&format!("scenarios show ing-2014 --lang {lang}"));
        shown.push((format!("show {lang}"), text));
    }
    for (what, text) in &shown {
        for secret in &told {
            assert!(!text.contains(secret), "{what} tells “{secret}”");
        }
    }
    let whole = room.fine("scenarios show ing-2014 --outcome --lang en");
    assert!(whole.contains(source["outcome"]["apology"]["text"]["en"].as_str().unwrap()));
}

/// Would catch content that was shipped with a fault.
#[test]
fn the_library_has_no_errors() {
    let room = Room::new();
    let scenarios = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios");
    let said = room.fine(&format!("check \"{scenarios}\" --lang en"));
    assert!(said.ends_with(" files checked: no errors.\n"), "{said}");
}

/// Would catch cards without the questions, or in another language.
#[test]
fn cards_to_print() {
    let room = Room::with_session("--participants 3 --lang nl");
    let cards = room.fine("cards @s");
    assert!(cards.contains("Klantbehoefte") && !cards.contains("Customer need"));
    let cards = room.fine("cards @s --lang en");
    assert!(cards.contains("Customer need") && !cards.contains("Klantbehoefte"));
    for seat in ["P1", "P2", "P3"] {
        assert!(cards.contains(seat));
    }
    assert_eq!(
        room.run("cards @s -o @cards.html --lang en").err,
        "Saved as [dir]/cards.html.\n"
    );
    assert_eq!(room.text("cards.html"), cards);
}
