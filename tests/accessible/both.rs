//! The same moves on both ways of walking.

use crate::stage::{home, outside_of, press, said, screen};
use dear_customer::lang::Lang;
use std::{collections::BTreeMap, fs, path::Path};

/// On which page, the keys that answer it on the screen, and the lines that
/// do so by prompts.
type Move = (&'static str, &'static str, &'static [&'static str]);

/// What files there are in a folder, but for locks, and what they hold.
fn files(folder: &Path) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
    let files = entries.map(|entry| {
        let name = entry.file_name().into_string().unwrap();
        let text = fs::read_to_string(entry.path()).unwrap();
        (name, text)
    });
    let is_lock = |name: &str| Path::new(name).extension().is_some_and(|e| e == "lock");
    files.filter(|(name, _)| !is_lock(name)).collect()
}

/// Walks both ways, and compares every file that comes of it.
fn both(lang: Lang, moves: &[&[Move]], made: &[&str]) {
    let keys = tempfile::tempdir().unwrap();
    {
        let outside = outside_of(0);
        let mut app = screen(home(lang, keys.path(), &outside));
        for (page, keys, _) in moves.iter().copied().flatten() {
            let at = app.page().key.clone();
            assert!(at.contains(page), "{page}, but this is {at}");
            press(&mut app, keys);
        }
        assert!(app.is_over(), "{}", app.page().key);
    }
    let lines = tempfile::tempdir().unwrap();
    let outside = outside_of(0);
    let walk = home(lang, lines.path(), &outside);
    let heard = said(walk, &lines_of(moves));
    let (by_keys, by_lines) = (files(keys.path()), files(lines.path()));
    let wrong: Vec<&str> = heard.lines().filter(|line| line.starts_with('!')).collect();
    for (name, text) in &by_keys {
        let other = by_lines.get(name);
        let other = other.unwrap_or_else(|| panic!("no {name}; {wrong:#?}"));
        for (a, b) in text.lines().zip(other.lines()) {
            assert_eq!(a, b, "{name}; {wrong:#?}");
        }
        assert_eq!(text, other, "{name}; {wrong:#?}");
    }
    let names: Vec<&str> = by_lines.keys().map(String::as_str).collect();
    assert_eq!(names, made);
    assert_eq!(by_keys.len(), made.len());
    // Nothing went wrong, and the lines sufficed.
    assert_eq!(wrong, [""; 0]);
    assert!(!heard.contains("Hier eindigt de invoer"));
    assert!(!heard.contains("The input ends here"));
}

/// The lines of moves, as a file would hold them.
fn lines_of(moves: &[&[Move]]) -> String {
    let lines = moves.iter().copied().flatten();
    let lines: Vec<&str> = lines
        .flat_map(|(_, _, lines)| lines.iter().copied())
        .collect();
    lines.join("\n") + "\n"
}

/// The lines of a board of seven: those that make its session, and those from
/// the idea to what happened.
pub fn board_lines() -> [String; 2] {
    let (make, begin) = BEGIN.split_at(7);
    let rest = [begin, PLAN, LETTER, REDESIGN, DECIDE, STORY];
    [lines_of(&[make]), lines_of(&rest)]
}

const BEGIN: &[Move] = &[
    ("home", "3", &["3"]),
    ("shelf", "⏎", &["ing 2014", "", ""]),
    ("shelf/case", "1", &["1"]),
    ("setup", "2", &["2"]),
    ("setup", "7⏎", &["7"]),
    ("setup", "2", &["2"]),
    ("setup", "1", &["1"]),
    ("idea", "c", &["c"]),
    ("recused", "↓↓↓↓→→ ⏎", &["", "", "", "", "3", "", ""]),
    (
        "room",
        "Anna⏎Bram⏎Carla⏎Dirk⏎⏎Vertrouwelijk⏎",
        &["Anna", "Bram", "Carla", "Dirk", "", "Vertrouwelijk"],
    ),
];

const PLAN: &[Move] = &[
    ("ask", "2 3 4 2 3 3 -⏎", &["2 3 4 2 3 3 -"]),
    ("ready", "⏎", &[""]),
    ("reveal", "⏎", &[""]),
    ("lines", "⏎", &[""]),
    (
        "talk",
        "Testreden: alles loopt hier⏎Testreden: er zijn er meer⏎",
        &["Testreden: alles loopt hier", "Testreden: er zijn er meer"],
    ),
    ("ask", "3 9 2 3 4 3 9⏎", &["3, 9, 2, 3, 4, 3, 9"]),
    ("ready", "⏎", &[""]),
    ("reveal", "⏎", &[""]),
    ("lines", "⏎", &[""]),
    (
        "talk",
        "Testreden: niemand vroeg⏎Testreden: korting⏎2⏎Testbron: een collega⏎Testproef bij 50⏎",
        &[
            "Testreden: niemand vroeg",
            "Testreden: korting",
            "2",
            "Testbron: een collega",
            "Testproef bij 50",
        ],
    ),
    ("second", "1", &["1"]),
    ("again", "= 5 = 4 = = 8⏎", &["= 5 = 4 = = 8"]),
    ("ready", "⏎", &[""]),
    ("reveal-again", "⏎", &[""]),
    ("lines-again", "⏎", &[""]),
    ("ask", "3 6 1 4 2 5⏎", &["3 6 1 4 2 5"]),
    ("ready", "⏎", &[""]),
    ("reveal", "⏎", &[""]),
    ("lines", "⏎", &[""]),
    (
        "talk",
        "Testreden: krantenkop⏎Testreden: zij kiezen zelf⏎3⏎Testpeiling⏎",
        &[
            "Testreden: krantenkop",
            "Testreden: zij kiezen zelf",
            "3",
            "Testpeiling",
        ],
    ),
    (
        "state",
        "2⏎⌧Testnotitie van Carla⏎",
        &["2", "Testnotitie van Carla"],
    ),
];

const LETTER: &[Move] = &[
    (
        "sentences",
        "Testzin een.⏎⏎⏎Testzin vier.⏎⏎⏎⏎",
        &["Testzin een.", "", "", "Testzin vier.", "", "", ""],
    ),
    (
        "letter",
        "⤓↑↑⇲⌧Testbelofte: wij wissen het.⇥⏎",
        &["6", "Testbelofte: wij wissen het.", ""],
    ),
    ("standing", "⏭", &[""]),
    ("today", "Testzin voor vandaag⏎", &["Testzin voor vandaag"]),
    ("ask", "2 3 1 2 2 3 2⏎", &["2 3 1 2 2 3 2"]),
    ("ready", "⏎", &[""]),
    ("reveal", "⏎", &[""]),
    ("lines", "⏎", &[""]),
    (
        "talk",
        "Testvoorwaarde een⏎Testvoorwaarde twee⏎⏎//vier⏎",
        &["Testvoorwaarde een", "Testvoorwaarde twee", "", "///vier"],
    ),
    ("verdict", "h", &["h"]),
    ("Sure", "i", &["i"]),
    ("Suppose", "↓↓↓→→⎋", &["4", "6", "/esc"]),
];

const REDESIGN: &[Move] = &[
    ("verdict", "b", &["/b"]),
    ("option", "⇥⇥⏎", &["", "", ""]),
    ("ask", "6 8 9 8 8 8 7⏎", &["6 8 9 8 8 8 7"]),
    ("ready", "⏎", &[""]),
    ("reveal", "⏎", &[""]),
    ("lines", "⏎", &[""]),
    (
        "talk",
        "Testreden: soms⏎Testreden: eigen keuze⏎2⏎Testbron⏎",
        &["Testreden: soms", "Testreden: eigen keuze", "2", "Testbron"],
    ),
    ("ask", "8 8 8 9 8 7⏎", &["8 8 8 9 8 7"]),
    ("ready", "⏎", &[""]),
    ("reveal", "⏎", &[""]),
    ("lines", "⏎", &[""]),
    ("talk", "⏎⏎1⏎⏎", &["", "", "1", ""]),
    (
        "state",
        "⏎⌧Testnotitie over B⏎",
        &["", "Testnotitie over B"],
    ),
    (
        "sentences",
        "Testzin.⏎⇥⇥⇥⇥⇥⏎",
        &["Testzin.", "", "", "", "", "", ""],
    ),
    ("letter", "⇥⏎", &[""]),
    ("standing", "⏭", &[""]),
    ("today", "⏎", &[""]),
    ("ask", "3 3 2 3 3 3 3⏎", &["3 3 2 3 3 3 3"]),
    ("ready", "⏎", &[""]),
    ("reveal", "⏎", &[""]),
    ("lines", "⏎", &[""]),
    ("talk", "Testvoorwaarde bij B⏎", &["Testvoorwaarde bij B"]),
    ("verdict", "s", &["/s"]),
    ("Sides", "⏎", &[""]),
    ("verdict", "⏎", &[""]),
];

const DECIDE: &[Move] = &[
    (
        "stances",
        "+ + + + - x -⏎3⏎Testgrond van drie⏎⏎",
        &["+ + + + - x -", "3", "Testgrond van drie", ""],
    ),
    ("table", "⏎", &[""]),
    (
        "decision",
        "⏎⏎Testbesluit: alleen zo⏎",
        &["", "", "Testbesluit: alleen zo"],
    ),
    ("conditions", " ↓ ⏎", &["1 2"]),
    (
        "owners",
        "Bram⏎1-5-2099⏎⏎Carla⏎1-6-2099⏎⏎",
        &["", "Bram", "1-5-2099", "", "Carla", "1-6-2099", ""],
    ),
    (
        "kill",
        "Testgrens: 50 klachten⏎1-9-2099⏎⏎",
        &["Testgrens: 50 klachten", "1-9-2099", ""],
    ),
    (
        "review",
        "Testsignaal: afmeldingen⏎⏎1-12-2099⏎",
        &["Testsignaal: afmeldingen", "", "1-12-2099"],
    ),
    (
        "dissent",
        "Testnotitie: te vroeg⏎⏎",
        &["Testnotitie: te vroeg", ""],
    ),
    ("sign", "Anna, Bram⏎", &["Anna, Bram"]),
    ("preview", "⏎", &[""]),
    ("export", "3⏎⏎⏎⏎", &["3", "", "", ""]),
    ("preview", "⏎", &[""]),
];

const STORY: &[Move] = &[
    (
        "forecast",
        "70 80k 60 - 90 50 30⏎",
        &["70 80k 60 - 90 50 30"],
    ),
    ("locked", "⏎", &[""]),
    ("story", "⏎⏎⏎⏎⏎⏎", &["", "", "", "", "", ""]),
    ("story", "⏎⏎⏎⏎⏎⏎⏎", &["", "", "", "", "", "", ""]),
    ("preview", "x", &["x"]),
    ("export", "3⏎⏎⌧stories⏎⏎", &["3", "", "stories", ""]),
    ("preview", "⏎", &[""]),
    ("home", "q", &["q"]),
];

/// Would catch a page that asks otherwise by prompts, an answer that is read
/// otherwise, and a step of the long walk that lines can't take.
#[test]
fn a_board_of_seven_comes_to_the_same_session_and_the_same_memos() {
    both(
        Lang::Nl,
        &[BEGIN, PLAN, LETTER, REDESIGN, DECIDE, STORY],
        &["ing-2014-memo-nl.md", "ing-2014.session.toml", "stories.md"],
    );
}

const ALONE: &[Move] = &[
    ("home", "1", &["1"]),
    ("shelf", "↓⏎", &["", "", "2"]),
    ("shelf/case", "1", &["1"]),
    ("setup", "1", &["1"]),
    ("setup", "1", &["1"]),
    ("idea", "⏎", &[""]),
    ("private/", "4⏎⏎", &["4", "", ""]),
    (
        "private/",
        "3⏎nobody asked⏎",
        &["7", "3", "", "nobody asked"],
    ),
    ("private/", "10⏎⏎", &["10", "", ""]),
    ("ready", "⏎", &[""]),
    ("reveal", "⏎", &[""]),
    ("lines", "⏎", &[""]),
    ("other", "Some would like it⏎", &["Some would like it"]),
    ("private/", "3⏎⏎", &["3", "", ""]),
    ("private/", "5⏎⏎", &["5", "", ""]),
    ("private/", "2⏎⏎", &["-", "x", "2", "", ""]),
    ("ready", "⏎", &[""]),
    ("reveal-again", "⏎", &[""]),
    ("lines-again", "⏎", &[""]),
    ("state", "⏎⏎", &["", ""]),
    ("sentences", "a test.⏎", &["a test."]),
    ("private/", "2⏎if asked⏎", &["2", "if asked"]),
    ("ready", "⏎", &[""]),
    ("reveal", "⏎", &[""]),
    ("lines", "⏎", &[""]),
    ("verdict", "u", &["u"]),
    ("lines", "⏎", &[""]),
    ("verdict", "⏎", &[""]),
    ("decision", "5⏎Test reason⏎", &["5", "Test reason"]),
    ("review", "⏎⏎", &["", ""]),
    ("sign", "⏎", &[""]),
    ("preview", "⏎", &[""]),
    ("export", "3⏎⏎⏎⏎Only me⏎", &["3", "", "", "", "Only me"]),
    ("preview", "⏎", &[""]),
    ("forecast", "7⏎1⏎", &["70", "", "1"]),
    ("locked", "⏎", &[""]),
    ("story", "⏎⏎⏎⏎⏎⏎", &["", "", "", "", "", ""]),
    ("story", "⏎⏎⏎⏎⏎⏎⏎", &["", "", "", "", "", "", ""]),
    ("preview", "⏎", &[""]),
    ("home", "q", &["q"]),
];

/// Would catch a question to one person that is confirmed as another answer,
/// a disguise that is lifted too early, and a forecast read tenfold.
#[test]
fn one_alone_practises_a_disguised_case_with_a_quickscan() {
    let name = "a-bank-advertisers-and-payment-data";
    let (memo, session) = (format!("{name}-memo-en.md"), format!("{name}.session.toml"));
    both(Lang::En, &[ALONE], &[&memo, &session]);
}

/// Three rate behind the curtain: by prompts each types the answer twice.
macro_rules! three {
    ($($score:literal $reason:literal),*) => {
        &[
            ("ask", "⏎", &[""]),
            $(
                ("curtain", "⏎", &[""]),
                ("private/", concat!($score, "⏎", $reason, "⏎"), &[$score, $score, $reason]),
            )*
            ("ready", "⏎", &[""]),
            ("reveal", "⏎", &[""]),
            ("lines", "⏎", &[""]),
        ]
    };
}

const OWN: &[Move] = &[
    ("home", "2", &["2"]),
    ("setup", "Test idea⏎", &["Test idea"]),
    ("setup", "2", &["2"]),
    ("setup", "Anna, Bram, Carla⏎", &["Anna, Bram, Carla"]),
    ("setup", "2", &["2"]),
    ("setup", "2", &["2"]),
    ("setup", "2", &["2"]),
    (
        "idea",
        "We mail test tips.⏎⏎Each hour.⇥Utility⏎⏎D⏎A⏎W⏎P⏎G⏎R⏎⏎C⏎asked⏎",
        &[
            "We mail test tips.",
            "",
            "Each hour.",
            ".",
            "Utility",
            "",
            "D",
            "A",
            "W",
            "P",
            "G",
            "R",
            "",
            "C",
            "asked",
        ],
    ),
    (
        "room",
        "Anna⏎⏎Carla⏎⏎⏎⏎",
        &["Anna", "", "Carla", "", "", ""],
    ),
];

const SECOND: &[Move] = &[("second", "2", &["2"])];

const TALK: &[Move] = &[("talk", "4⏎Test trial⏎", &["4", "Test trial"])];

const THREE_LEGAL: &[Move] = &[("state", "1⏎⌧Test memo⏎", &["1", "Test memo"])];

const THREE_LETTER: &[Move] = &[
    ("sentences", "⏎", &[""]),
    ("curtain", "o", &["o"]),
    ("curtain", "⏎", &[""]),
    ("sentences", "test one.⏎", &["test one."]),
    ("curtain", "⏎", &[""]),
    ("sentences", "test two.⏎", &["We apologise for test two."]),
    ("curtain", "⏎", &[""]),
    ("sentences", "⌧We gladly explain.⏎", &["We gladly explain."]),
    ("ready", "⏎", &[""]),
    ("table", "⏎", &[""]),
    ("letter", "⇥⏎", &[""]),
    ("standing", "⏭", &[""]),
    ("today", "⏎", &[""]),
    ("ask", "⏎", &[""]),
    ("curtain", "⏎", &[""]),
    ("private/", "3⏎", &["3", "3"]),
    ("curtain", "⏎", &[""]),
    ("private/", "2⏎if asked⏎", &["2", "2", "if asked"]),
    ("curtain", "a", &["a"]),
    ("confirm", "2", &["2"]),
    ("reveal", "q", &["/q"]),
];

/// Would catch a curtain that lets lines through to another seat, and an
/// answer that is taken though it was typed otherwise the second time.
#[test]
fn three_pass_the_keyboard_over_an_idea_of_their_own() {
    both(
        Lang::En,
        &[
            OWN,
            three!("6" "one", "7" "two", "x" "three"),
            SECOND,
            three!("7" "one", "8" "two", "8" "three"),
            TALK,
            three!("7" "one", "8" "two", "-" "three"),
            TALK,
            THREE_LEGAL,
            THREE_LETTER,
        ],
        &["test-idea.session.toml"],
    );
}
