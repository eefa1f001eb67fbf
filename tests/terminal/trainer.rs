//! A trainer's run: a pair of twins in disguise, four participants on cards,
//! forecasts locked for both, and then both debriefs. Up to the lock no word
//! of what happened, and no name that is hidden, is on a screen or in a file.
//!
//! The ratings, sentences and forecasts are made up.

use crate::{
    folder::Folder,
    harness::{Options, Term},
};
use dear_customer::content::{Library, Scenario};
use serde_json::Value;
use std::{collections::BTreeSet, fs, process::Command};

const PROGRAM: &str = env!("CARGO_BIN_EXE_dear-customer");

/// The program with everything that stood on its screen.
struct Run {
    term: Term,
    seen: String,
}

impl Run {
    /// Presses keys, waits for what they bring, and reads the page to its end.
    #[track_caller]
    fn go(&mut self, keys: &str, next: &str) {
        let before = self.term.screen();
        assert!(!before.contains(next), "{next:?} is there:\n{before}");
        self.term.keys(keys);
        self.term.wait_for(next);
        self.read();
    }

    /// Types a text, then presses Enter.
    #[track_caller]
    fn fill(&mut self, text: &str, next: &str) {
        self.term.send(text);
        self.go("<enter>", next);
    }

    #[track_caller]
    fn read(&mut self) {
        let below = |screen: &str| {
            let mut lines = screen.lines().map(str::trim);
            lines.find(|line| line.starts_with("▼ ")).map(str::to_owned)
        };
        loop {
            let screen = self.term.screen();
            self.seen.push_str(&screen);
            self.seen.push('\n');
            let Some(more) = below(&screen).filter(|more| more.contains("Page down")) else {
                return;
            };
            self.term.keys("<pgdn>");
            self.term.wait_for_not(&more);
        }
    }
}

/// Every text of a value.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(items) => items.iter().flat_map(texts).collect(),
        Value::Object(map) => map.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

fn words(text: &str) -> BTreeSet<String> {
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 5)
        .map(str::to_owned)
        .collect()
}

fn words_of(value: &impl serde::Serialize) -> BTreeSet<String> {
    let value = serde_json::to_value(value).unwrap();
    words(&texts(&value).join(" "))
}

/// The words that only what happened has, and the names that are hidden; not
/// those that anything else on a screen may hold.
fn telling(library: &Library, cases: &[&Scenario]) -> BTreeSet<String> {
    let mut told: BTreeSet<String> = BTreeSet::new();
    let mut known = words(include_str!("../../src/lang/nl.ftl"));
    known.extend(words(include_str!("../../src/lang/en.ftl")));
    known.extend(words_of(&library.instrument("quickscan").unwrap()));
    for case in library.cases() {
        // The list shows the titles of all, in disguise.
        known.extend(words_of(&case.disguised().unwrap().title));
    }
    for case in cases {
        told.extend(words_of(&case.outcome));
        // Nor may the one tell how the other ended.
        let twin = cases.iter().find(|other| other.id != case.id).unwrap();
        known.extend(words_of(&case.beside(twin).disguised()));
    }
    told.retain(|word| !known.contains(word));
    for case in cases {
        let names = case.disguise.as_ref().unwrap().hides.iter();
        told.extend(names.map(|name| name.to_lowercase()));
    }
    told
}

/// The told words that a text holds.
fn found<'a>(text: &str, telling: &'a BTreeSet<String>) -> Vec<&'a String> {
    let lower = text.to_lowercase();
    let words: BTreeSet<&str> = lower.split(|c: char| !c.is_alphanumeric()).collect();
    let holds = |word: &&String| {
        if word.contains(' ') {
            lower.contains(word.as_str())
        } else {
            words.contains(word.as_str())
        }
    };
    telling.iter().filter(holds).collect()
}

/// Everything that the command line makes of a session.
fn exports(folder: &Folder, session: &str) -> String {
    let mut out = String::new();
    let lines: &[&[&str]] = &[
        &["export", session, "--format", "md", "-o", "-"],
        &["export", session, "--format", "html", "-o", "-"],
        &["export", session, "--format", "json", "-o", "-"],
        &["export", session, "--format", "csv", "-o", "-"],
        &[
            "export", session, "--format", "md", "--lang", "en", "-o", "-",
        ],
        &["cards", session, "-o", "-"],
        &["verify", session],
        &["check", session],
    ];
    for line in lines {
        let made = Command::new(PROGRAM)
            .args(*line)
            .current_dir(folder.path(""))
            .env("LANG", "nl_NL.UTF-8")
            .output()
            .unwrap();
        assert!(made.status.success(), "{line:?}");
        out.push_str(&String::from_utf8(made.stdout).unwrap());
        out.push_str(&String::from_utf8(made.stderr).unwrap());
    }
    out
}

/// One case of the pair, from its idea to the forecast.
fn walk_one(run: &mut Run, cards: [&str; 3], sentence: &str, apology: &str, forecasts: &str) {
    run.term.wait_for("Lees dit voor");
    run.read();
    run.go("<enter>", "Wie zit er aan tafel?");
    run.go(
        "<enter><enter><enter><enter><enter><enter>",
        "Eén kaart, 3 vragen",
    );
    for card in &cards[..2] {
        run.term.send(card);
        run.term.keys("<enter>");
    }
    run.fill(cards[2], "Alle 4 zijn binnen");
    run.go("<enter>", "Ronde 1 van 2");
    run.go("<enter>", "Groepsscore");
    run.go("<enter>", "Mag dit volgens de wet");
    run.go("<enter>", "Een naam met datum");
    run.go("<enter>", "Typ de zinnen die u wilt");
    run.fill(sentence, "P1: Testzin");
    run.go("<enter><enter><enter>", "Typ 1 geheel");
    run.fill(apology, "Alle 4 zijn binnen");
    run.go("<enter>", "Ronde 1 van 2");
    run.go("<enter>", "Excuusbrieftoets");
    run.go("<enter>", "Uitkomst volgens de regels");
    run.go("<enter>", "Wat besluit het bestuur?");
    run.go("g", "Waarheen?");
    run.go("<down><down><enter>", "Hoe waarschijnlijk is het");
    run.fill(forecasts, "voorspellingen zijn vastgelegd");
}

/// Every beat of what happened, up to the one that says where to go.
fn debrief(run: &mut Run, case: &Scenario, behind: usize, last: &str) {
    let outcome = case.outcome.as_ref().unwrap();
    let beats = outcome.timeline.len() + behind;
    let mut was = run.term.look(vt100::Screen::contents);
    for _ in 1..beats {
        run.term.keys("<enter>");
        run.term.wait_until(|screen| screen.contents() != was);
        run.read();
        was = run.term.look(vt100::Screen::contents);
    }
    run.term.wait_for(last);
}

/// Would catch a word of what happened, or a hidden name, on any screen or in
/// any file before the forecasts are locked; a pair that can't be walked to
/// the end; and a debrief that leaves out what it is for.
#[test]
fn a_trainer_walks_twins_in_disguise_with_four_and_debriefs_both() {
    let folder = Folder::new();
    let library = Library::built_in();
    let first = library.scenario("tomtom-2011").unwrap();
    let second = library.scenario("waze-for-cities-2014").unwrap();
    let telling = telling(&library, &[&first, &second]);
    for name in ["tomtom", "waze", "goddijn", "kwartaalcijfers"] {
        assert!(telling.contains(name), "{name} is looked for");
    }
    let mut run = Run {
        term: Term::start(Options {
            cwd: Some(folder.path("")),
            env: vec![("LANG", "nl_NL.UTF-8".to_owned())],
            ..Options::new(PROGRAM, &[])
        }),
        seen: String::new(),
    };
    run.term.wait_for("Oefen met een echte casus");
    run.go("1", "Welke casus?");
    run.go("<tab>navigatie", "  2 van 32");
    run.go("<enter><down><enter>", "en zijn tegenhanger");
    run.go("2", "Wie doet er mee?");
    run.go("2", "Met hoeveel, of met wie?");
    run.fill("4", "Hoeveel tijd is er?");
    run.go("1", "Hoe scoort iedereen?");
    run.term.keys("1");
    walk_one(
        &mut run,
        ["3 2 4 3", "2 3 3 5", "3 4 2 6"],
        "Testzin: wij verkochten waar u reed.",
        "1 3 3 1",
        "80 60k 70 90",
    );
    // One's forecast stays, and the twin comes before what happened.
    run.go("1", "verkeersmeldingen");
    walk_one(
        &mut run,
        ["8 7 8 7", "7 8 7 6", "7 7 8 6"],
        "Testzin: wij leggen graag uit wat wij delen.",
        "3 3 3 3",
        "20 30k 50 -",
    );
    let sessions: Vec<String> = fs::read_dir(folder.path(""))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".session.toml") && !name.starts_with('.'))
        .collect();
    assert_eq!(sessions.len(), 2, "{sessions:?}");
    for session in &sessions {
        run.seen.push_str(session);
        run.seen.push_str(&exports(&folder, session));
    }
    assert_eq!(found(&run.seen, &telling), [""; 0]);
    // Nor is a forecast: the cards are dots.
    for typed in ["60k", "30k", "80 60"] {
        assert!(!run.seen.contains(typed), "{typed}");
    }
    // What is searched for is what comes now.
    run.seen.clear();
    run.go("<enter>", "Nu: wat er echt gebeurde");
    run.go("<enter>", "TomTom 2011");
    debrief(&mut run, &first, 4, "wat er in de andere casus gebeurde");
    run.go("<enter>", "Nu: wat er echt gebeurde");
    run.go("<enter>", "Waze 2014");
    debrief(&mut run, &second, 5, "naar het memo");
    run.go("<esc>", "De voorspellingen");
    run.go("<esc>", "Hetzelfde idee, een andere afloop");
    insta::assert_snapshot!("trainer_twins", run.term.screen());
    let (told, all) = (found(&run.seen, &telling).len(), telling.len());
    assert!(
        told * 3 > all,
        "{told} of {all}: the other language's are not"
    );
    run.term.keys("q");
    assert!(run.term.wait_exit().success());
    for session in &sessions {
        assert!(exports(&folder, session).contains("Wat er echt gebeurde"));
    }
}
