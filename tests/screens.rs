//! Every screen of the walk in both languages, as a chairman and as someone
//! who has never used a terminal sees it: kept as pictures at two sizes, and
//! held to what must be so of all of them at every size.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "screens/room.rs"]
mod room;
#[path = "screens/stage.rs"]
mod stage;

use dear_customer::{
    lang::{Lang, lengthened},
    method::{Assessment, Legal},
    session::{Step, Way},
};
use stage::{KEPT, Made, Shot, Stage, folder};
use std::{
    collections::BTreeSet,
    fs::{self, File},
    time::{Duration, SystemTime},
};

/// Longer words that are the same in both languages: Dutch has borrowed them,
/// or the test types them.
const SHARED: &[&str] = &[
    "agenda",
    "aurora",
    "browser",
    "computer",
    "contrast",
    "editor",
    "english",
    "equens",
    "hitachi",
    "letters",
    "libreoffice",
    "lloyds",
    "markdown",
    "marketing",
    "nederlands",
    "november",
    "percentage",
    "quickscan",
    "scores",
    "sector",
    "terminal",
];

/// Keeps the pictures of a group, and compares its words in both languages.
fn keep(group: &str, shots: &[Vec<Shot>; 2]) {
    for (lang, shots) in Lang::ALL.into_iter().zip(shots) {
        for (i, (width, height)) in KEPT.into_iter().enumerate() {
            let pictures = shots.iter().map(|shot| {
                let Shot { title, frames, .. } = shot;
                format!("=== {title}\n{}", frames[i])
            });
            let pictures: Vec<String> = pictures.collect();
            let name = format!("{group}_{}_{width}x{height}", lang.code());
            insta::assert_snapshot!(name, pictures.join("\n"));
        }
    }
    sound(shots);
    let [en, nl] = shots;
    let mut same = BTreeSet::new();
    for (en, nl) in en.iter().zip(nl) {
        assert_eq!(en.title, nl.title);
        // What happened, and the cases by their names, are full of names.
        if ["story", "library", "practice"]
            .iter()
            .any(|full| en.title.starts_with(full))
        {
            continue;
        }
        same.extend(en.words.intersection(&nl.words).cloned());
    }
    same.retain(|word| !SHARED.contains(&word.as_str()));
    assert!(same.is_empty(), "in both languages: {same:?}");
}

fn both(walk: fn(Lang) -> Vec<Shot>) -> [Vec<Shot>; 2] {
    assert_eq!(Lang::ALL, [Lang::En, Lang::Nl]);
    // No picture is kept of longer words, but they must have room.
    sound(&Lang::ALL.map(|lang| lengthened(|| walk(lang))));
    Lang::ALL.map(walk)
}

/// Holds every picture to what must be so of it.
fn sound(shots: &[Vec<Shot>; 2]) {
    let wrong = shots.iter().flatten().flat_map(|shot| &shot.wrong);
    let wrong: Vec<&str> = wrong.map(String::as_str).collect();
    assert!(
        wrong.is_empty(),
        "{} faults:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

// From home to the first question

#[test]
fn beginning() {
    keep("begin", &both(begin));
}

fn begin(lang: Lang) -> Vec<Shot> {
    let dir = folder();
    let mut stage = Stage::welcome(lang, dir.path());
    stage.shoot("welcome: what this is").press("⏎");
    stage.shoot("welcome: how it works").press("⏎");
    stage.shoot("home: an empty folder");
    stage.press("⌘").shoot("palette: everything");
    stage.say("help", "uitleg");
    stage.shoot("palette: searched").press("zzz");
    stage.shoot("palette: nothing is called that").press("⎋");
    stage.shoot_at("a window that is too small", (59, 17));
    stage.press("1").shoot("practice: which case");
    stage.press("⇥").shoot("practice: search");
    stage
        .press("zzz")
        .shoot("practice: nothing fits")
        .press("⏎⏎");
    stage.shoot("practice: nothing was chosen").press("⎋");
    stage.press("3").shoot("library: the list");
    stage.press("⏎").shoot("library: a case").press("4");
    stage.shoot("library: what happened").press("⏎");
    stage.press("1").shoot("setup: who takes part");
    stage.press("2").shoot("setup: how many, or who");
    stage
        .press("Anna, Bram, anna⏎")
        .shoot("setup: an error in the names");
    stage
        .press(&"⌫".repeat(4))
        .press("Carla⏎")
        .shoot("setup: may names be shown");
    stage.press("1").shoot("setup: how much time");
    stage.press("2").shoot("setup: how does everyone rate");
    stage.press("⒈").shoot("help over a question").press("⎋");
    stage.press("1").shoot("idea: a case, a group");
    stage.press("p").shoot("idea: the cards are written");
    stage.press("c→ ").shoot("who sits out");
    stage.press("⏎").shoot("room: on cards");
    stage
        .press("Anna Bos⏎Bram de Wit⏎Chris Smit⏎Dewi⏎x⏎")
        .shoot("room: an error");
    stage.press("⒈").shoot("help while typing").press("⎋");
    stage.press("⌫⏎⎋⎋g").shoot("list of steps").press("⎋");

    let mut shots = std::mem::take(&mut stage.shots);

    let dir = folder();
    for name in ["aa", "bb", "cc", "dd", "ee", "ff"] {
        let path = dir.path().join(format!("{name}.session.toml"));
        let noon = SystemTime::UNIX_EPOCH + Duration::from_hours(498_732);
        File::create(path).unwrap().set_modified(noon).unwrap();
    }
    let mut stage = Stage::home(lang, dir.path());
    stage.shoot("home: a folder with sessions");
    stage.press("1").shoot("home: a session that can't be read");
    stage.press("7").shoot("setup: an idea of one's own");
    stage.press("⏎⏎⏎").shoot("setup: an idea without a name");
    stage.say("Energy tips", "Energietips");
    stage.press("⏎1");
    stage.shoot("setup: how much time, alone");
    stage.press("2").shoot("idea: one's own, the whole card");
    let button = "⇥".repeat(12);
    stage.press(&button).press("⏎");
    stage.shoot("idea: nothing described yet");
    shots.append(&mut stage.shots);
    shots
}

// Rating on cards, in a group

#[test]
fn rating_on_cards() {
    keep("cards", &both(cards));
}

/// A group of seven at its first card.
fn seven(lang: Lang) -> Made<'static> {
    Made {
        lang,
        instrument: "standard",
        seats: 7,
        way: Way::Cards,
        table: &[],
        legal: None,
        conditions: [""; 2],
        at: (Step::Relationship, "ask"),
    }
}

fn cards(lang: Lang) -> Vec<Shot> {
    let dir = folder();
    let mut stage = seven(lang).stage(dir.path(), "seven");
    stage.shoot("ask: cards, nothing typed");
    stage.press("2 3 2").shoot("ask: cards, half typed");
    stage
        .press(" 11 1 3 2⏎")
        .shoot("ask: cards, one that is no answer");
    stage.press(&"⌫".repeat(8)).press("2⏎");
    stage.shoot("ask: cards, too few");
    stage.press(" 1 3 2⏎").shoot("ready");
    stage.press("⏎").shoot("reveal: choice, first beat");
    stage.press("⏎").shoot("reveal: choice, second beat");
    stage.press("?").shoot("help over a reveal").press("⎋");
    stage.press("n").shoot("note");
    stage.say("Savers are not in this.", "Spaarders vallen hierbuiten.");
    stage.press("⏎⏎").shoot("talk: choice");
    stage.onward("2/", "2");
    stage.shoot("ask: cards, customer need");
    stage.press("3 9 2 3 4 3 9⏎⏎");
    stage.shoot("reveal: need, first beat");
    stage.press("⏎").shoot("reveal: need, second beat");
    stage.press("⏎").shoot("talk: need");
    stage.say(
        "Nobody asked for this; we asked for lower fees.",
        "Niemand vroeg hierom; wij vroegen om lagere tarieven.",
    );
    stage.press("⏎");
    stage.say(
        "Discounts on what people already buy.",
        "Korting op wat mensen toch al kopen.",
    );
    stage.press("⏎2").shoot("talk: need, the evidence");
    stage.press("⏎⏎⏎").shoot("second round: asked");
    stage.press("1").shoot("ask: round 2");
    stage.press("= = = = 5 = =⏎⏎");
    stage.shoot("reveal: round 2, first beat");
    stage.press("⏎").shoot("reveal: round 2, second beat");
    stage.press("⏎").onward("3/a/ask", "6");
    stage.press("- 6 7 5 x 6 7⏎⏎⏎");
    stage.shoot("reveal: support, second beat");
    let mut shots = std::mem::take(&mut stage.shots);

    let thirty = Made {
        seats: 30,
        at: (Step::Support, "ask"),
        table: &[(
            Assessment::Relationship,
            "2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2",
        )],
        ..seven(lang)
    };
    let mut stage = thirty.stage(dir.path(), "thirty");
    stage.shoot("ask: thirty cards");
    stage.press("0 3 4 4 5 5 5 6 6 6 6 6 6 6 6 6 6 6 6 7 7 7 7 8 8 8 8 9 10 -⏎⏎");
    stage.shoot("reveal: thirty, first beat");
    stage.press("⏎").shoot("reveal: thirty, second beat");
    shots.append(&mut stage.shots);

    let sentences = Made {
        at: (Step::Apology, "sentences"),
        ..thirty
    };
    let mut stage = sentences.stage(dir.path(), "sentences");
    stage.press(&"⇥".repeat(12)).shoot("sentences: of thirty");
    shots.append(&mut stage.shots);
    shots
}

// Rating at the keyboard

#[test]
fn rating_at_the_keyboard() {
    keep("keyboard", &both(keyboard));
}

fn keyboard(lang: Lang) -> Vec<Shot> {
    let dir = folder();
    let three = Made {
        instrument: "quickscan",
        seats: 3,
        way: Way::Keyboard,
        at: (Step::Frame, "room"),
        ..seven(lang)
    };
    let mut stage = three.stage(dir.path(), "three");
    stage.shoot("room: at the keyboard");
    stage.onward("1/", "").shoot("keyboard: intro");
    stage.press("⏎").shoot("keyboard: curtain, the first");
    stage.press("⏎").shoot("private: nothing chosen");
    stage.press("⏎").shoot("private: Enter without a choice");
    stage.press("3").shoot("private: a number chosen");
    stage.press("⏎").shoot("private: the reason");
    stage.say("Salaries come in here.", "Hier komt het salaris binnen.");
    stage
        .press("⏎2⏎")
        .say("Nobody asked.", "Niemand vroeg erom.");
    stage.press("⏎10⏎").say("It is clever.", "Het is slim.");
    stage.press("⏎").shoot("keyboard: curtain, the second");
    stage.press("⏎4⏎⏎9⏎");
    stage.say("I like a discount.", "Ik houd van korting.");
    stage.press("⏎5⏎⏎").onward("1/a/ask/ready", "3");
    stage.shoot("ready: three");
    stage.press("⏎").shoot("reveal: one card, first beat");
    stage.press("⏎").shoot("reveal: one card, second beat");
    stage.onward("4/", "").shoot("legal: quickscan");
    stage.onward("5/", "").shoot("sentences: intro");
    stage.press("⏎⏎").shoot("sentence: private");
    stage.press("⏎").shoot("sentence: not finished");
    stage.say("reading your payments.", "het meelezen met uw betalingen.");
    stage
        .press("⏎⏎")
        .say("not asking first.", "het niet eerst vragen.");
    stage.press("⏎⏎").say("the silence.", "de stilte.");
    stage.press("⏎").shoot("sentences: ready");
    stage.press("⏎").shoot("sentences on the table");
    stage.press("⏎⏎⏎").shoot("apology: private");
    stage
        .press("2")
        .shoot("apology: private, the middle answer");
    stage
        .press("⏎")
        .say("Only after asking.", "Pas na een vraag.");
    stage.shoot("apology: private, its condition");
    stage.press("⏎").onward("5/a/ask/ready", "1");
    stage.press("⏎⏎").shoot("apology: reveal of three");
    stage.onward("6/", "").shoot("verdict: quickscan");
    let mut shots = std::mem::take(&mut stage.shots);

    let stances = Made {
        instrument: "standard",
        at: (Step::Decide, "stances"),
        ..three
    };
    let mut stage = stances.stage(dir.path(), "stances");
    stage.shoot("stances: intro");
    stage.press("⏎⏎").shoot("stance: private");
    stage.press("2").shoot("stance: private, chosen");
    stage
        .press("⏎")
        .say("it is not ours.", "het is niet van ons.");
    stage.press("⏎⏎1⏎").say("it helps.", "het helpt.");
    stage.press("⏎⏎1⏎⏎").shoot("stances: ready");
    stage.press("⏎").shoot("stances on the table, with reasons");
    shots.append(&mut stage.shots);
    shots
}

// Alone

#[test]
fn alone() {
    keep("alone", &both(lone));
}

fn lone(lang: Lang) -> Vec<Shot> {
    let dir = folder();
    let mut stage = Stage::home(lang, dir.path());
    stage.press("2").say("Energy tips", "Energietips");
    stage.press("⏎11");
    stage.shoot("idea: one's own, in a few words");
    stage.say(
        "We send members tips made from their meter data.",
        "Wij sturen leden tips op basis van hun meterstanden.",
    );
    stage.press("⇥Aurora").shoot("idea: described");
    stage.press("⏎⏎").shoot("alone: choice, nothing chosen");
    stage.press("9").shoot("alone: between two sentences");
    stage.press("⏎").shoot("alone: the reason");
    stage.press("⏎8⏎⏎7⏎⏎").shoot("alone: ready");
    stage.press("⏎").shoot("alone: reveal, first beat");
    stage.press("⏎").shoot("alone: reveal, second beat");
    stage.press("⏎").shoot("legal: an idea of one's own");
    stage.press("1⏎⏎").shoot("legal: no source given");
    stage.press("C. Smit, 2026-11-20⏎").shoot("sentence: alone");
    stage.say("waiting so long.", "het lange wachten.");
    stage.press("⏎").shoot("apology: alone");
    stage.onward("5/a/ask/ready", "3");
    stage.press("⏎").shoot("apology: alone, first beat");
    stage.onward("6/", "").shoot("verdict: alone");
    stage.press("⏎").shoot("decision: alone");
    stage.onward("8/", "").shoot("memo: alone");
    std::mem::take(&mut stage.shots)
}

// The letter

#[test]
fn the_letter() {
    keep("letter", &both(letter));
}

fn letter(lang: Lang) -> Vec<Shot> {
    let dir = folder();
    let made = Made {
        table: RATED,
        at: (Step::Legal, "state"),
        ..seven(lang)
    };
    let mut stage = made.stage(dir.path(), "letter");
    stage.shoot("legal: a case");
    stage.press("⏎⏎").shoot("sentences: from cards");
    stage.say(
        "We apologise for reading your payments.",
        "Wij bieden excuses aan voor het meelezen met uw betalingen.",
    );
    stage.press("⏎").shoot("sentences: from cards, one typed");
    stage.press("⏎⏎⏎⏎⏎⏎").shoot("letter: written");
    stage.press("⇥⏎").shoot("letter: standing, the first slide");
    stage.press("→").shoot("letter: standing, the second slide");
    stage.press("→").shoot("letter: standing, the third slide");
    stage.press("←←");
    stage.shoot_last_slide("letter: standing, the last slide");
    stage.onward("5/a/today", "").shoot("letter: today");
    stage.press("⏎").shoot("apology: cards");
    stage.press("1 1 2 3 2 1 2⏎").shoot("apology: ready");
    stage.press("⏎").shoot("apology: reveal, first beat");
    stage.press("⏎").shoot("apology: reveal, second beat");
    stage.press("⏎").shoot("apology: talk");
    std::mem::take(&mut stage.shots)
}

/// Seven who are split on need.
const RATED: &[(Assessment, &str)] = &[
    (Assessment::Relationship, "2 3 2 2 1 3 2"),
    (Assessment::Need, "3 9 2 3 4 3 9"),
    (Assessment::Support, "6 7 6 5 6 6 7"),
];
const SORRY: (Assessment, &str) = (Assessment::Apology, "whole whole how none how none how");

/// Seven who are of one mind: they want it and would not be sorry.
const GLAD: &[(Assessment, &str)] = &[
    (Assessment::Relationship, "8 8 9 8 7 8 8"),
    (Assessment::Need, "8 8 9 8 8 8 9"),
    (Assessment::Support, "8 7 8 8 8 8 7"),
    (Assessment::Apology, "none none none none how none none"),
];

// The verdict, the decision, the memo

#[test]
fn verdicts() {
    keep("verdict", &both(verdict));
}

fn verdict(lang: Lang) -> Vec<Shot> {
    let dir = folder();
    let at = (Step::Verdict, "verdict");
    let glad = Made {
        table: GLAD,
        legal: Some(Legal::Clear),
        at,
        ..seven(lang)
    };
    let mut shots = Vec::new();
    let mut look = |title: &str, name: &str, made: Made| {
        let mut stage = made.stage(dir.path(), name);
        stage.shoot(title);
        shots.append(&mut stage.shots);
    };
    let poor = [
        (Assessment::Relationship, "2 3 2 2 1 3 2"),
        (Assessment::Need, "3 2 2 3 4 3 3"),
        (Assessment::Support, "4 3 4 4 3 4 4"),
        SORRY,
    ];
    let split = [RATED[0], RATED[1], RATED[2], SORRY];
    look(
        "verdict: none yet, a step is missing",
        "missing",
        Made {
            table: RATED,
            legal: None,
            ..glad
        },
    );
    look(
        "verdict: not yet, by a split",
        "split",
        Made {
            table: &split,
            legal: Some(Legal::Conditional),
            ..glad
        },
    );
    look(
        "verdict: if counsel agrees",
        "counsel",
        Made {
            legal: Some(Legal::Open),
            ..glad
        },
    );
    look(
        "verdict: do not proceed",
        "poor",
        Made {
            table: &poor,
            legal: Some(Legal::Fixable),
            ..glad
        },
    );
    look(
        "verdict: with conditions",
        "conditions",
        Made {
            legal: Some(Legal::Conditional),
            ..glad
        },
    );
    look("verdict: proceed", "glad", glad);
    shots
}

// Behind the verdict

#[test]
fn behind_the_verdict() {
    keep("behind", &both(behind));
}

fn behind(lang: Lang) -> Vec<Shot> {
    let dir = folder();
    let split = [RATED[0], RATED[1], RATED[2], SORRY];
    let at = (Step::Verdict, "verdict");
    let made = Made {
        table: &split,
        legal: Some(Legal::Conditional),
        at,
        ..seven(lang)
    };
    let mut stage = made.stage(dir.path(), "behind");
    stage.press("⇟").shoot("verdict: the arithmetic, a page on");
    stage.press("h").shoot("how sure: split");
    stage.press("⇟").shoot("how sure: split, a page on");
    stage.press("⇟⇟").shoot("how sure: split, the end");
    stage.press("i").shoot("what if: nothing supposed");
    stage.press("?").shoot("help over what if").press("⎋");
    stage.press("↓↓↓→→").shoot("what if: another need");
    stage.press("↑↑→→").shoot("what if: the bars as well");
    stage.press("↓↓↓↓→").shoot("what if: the letter as well");
    stage.press("⏎").shoot("verdict: as it was");
    stage.press("i").shoot("what if: begun anew").press("⎋");
    stage.press("b⏎⇥⏎").onward("6/b", "8");
    stage.press("b");
    stage.say("Nothing but a monthly letter", "Alleen een brief per maand");
    stage.press("⏎");
    stage.say("No partners at all.", "Zonder partners.");
    stage.press("⇥⏎⏎").onward("6/c", "8");
    stage.shoot("verdict: three options");
    stage.press("s").shoot("side by side: three options");
    stage.press("⇟⇟⇟⇟").shoot("side by side: the end");
    let mut shots = std::mem::take(&mut stage.shots);

    let open = Made {
        table: GLAD,
        legal: Some(Legal::Open),
        ..made
    };
    let mut stage = open.stage(dir.path(), "open");
    stage.press("h").shoot("how sure: the law is open");
    stage.press("⎋i→→→→").shoot("what if: lawful");
    shots.append(&mut stage.shots);

    let alone = Made {
        seats: 1,
        table: &[
            (Assessment::Relationship, "8"),
            (Assessment::Need, "6"),
            (Assessment::Support, "4"),
            (Assessment::Apology, "none"),
        ],
        legal: Some(Legal::Clear),
        ..made
    };
    let mut stage = alone.stage(dir.path(), "alone");
    stage.press("h").shoot("how close: alone");
    shots.append(&mut stage.shots);

    let need = Made {
        table: &RATED[..1],
        legal: None,
        at: (Step::Need, "ask"),
        ..made
    };
    let mut stage = need.stage(dir.path(), "need");
    stage.press("7 7 8 7 8 8 7⏎⏎⏎");
    stage.shoot("reveal: it hangs on one answer");
    stage.onward("2/a/second", "");
    stage.shoot("second round: it hangs on one answer");
    shots.append(&mut stage.shots);
    shots
}

/// Would catch a supposition, or a mere look, that leaves a trace in the
/// session.
#[test]
fn what_is_looked_at_behind_the_verdict_is_not_recorded() {
    let dir = folder();
    let split = [RATED[0], RATED[1], RATED[2], SORRY];
    let made = Made {
        table: &split,
        legal: Some(Legal::Conditional),
        at: (Step::Verdict, "verdict"),
        ..seven(Lang::En)
    };
    let mut stage = made.stage(dir.path(), "looked");
    let path = dir.path().join("looked.session.toml");
    let before = fs::read(&path).unwrap();
    stage.press("h⇟⇟ui→→↓→↓←↓→→→→↓←←↓→→uhui↓→⏎i⎋h⏎");
    assert!(stage.page().starts_with("6/a/verdict"));
    drop(stage);
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn deciding() {
    keep("decide", &both(decide));
}

fn decide(lang: Lang) -> Vec<Shot> {
    let dir = folder();
    let split = [RATED[0], RATED[1], RATED[2], SORRY];
    let made = Made {
        table: &split,
        legal: Some(Legal::Conditional),
        conditions: [
            "Only after a question of its own.",
            "Pas na een vraag die alleen hierover gaat.",
        ],
        at: (Step::Verdict, "verdict"),
        ..seven(lang)
    };
    let mut stage = made.stage(dir.path(), "ing-2014");
    stage.press("b").shoot("option: the case's own redesign");
    stage.press("⏎⇥⏎").onward("6/b", "8");
    stage.shoot("verdict: two options");
    stage.press("⏎").shoot("stances: from cards");
    stage
        .press("+ + - + - + +⏎")
        .shoot("stances: their reasons");
    stage.press("⏎").shoot("stances on the table");
    stage.press("⏎").shoot("decision: which option");
    stage.press("1⏎").shoot("decision: which one");
    stage
        .press("2⏎⏎")
        .shoot("decision: refused without a reason");
    stage.say(
        "We try it with those who ask for it.",
        "Wij proberen het met wie erom vraagt.",
    );
    stage.press("⏎").shoot("conditions");
    stage.press(" ⏎").shoot("owners: one is to come");
    stage.press("Chris Smit⏎1-5-2027");
    stage.shoot("owners: name and date");
    stage.press("⏎⏎").shoot("kill: nothing yet");
    stage.say(
        "Fewer than 100 customers use it",
        "Minder dan 100 klanten gebruiken het",
    );
    stage.say("⏎soon⏎⏎", "⏎gauw⏎⏎").shoot("kill: no date");
    stage.press("⌫⌫⌫⌫1-5-2027⏎⏎").shoot("review");
    stage.say("Complaints", "Klachten").press("⏎⏎1-5-2027⏎");
    stage.shoot("dissent");
    stage
        .say("We should ask first.", "Eerst vragen.")
        .press("⏎⏎");
    stage.shoot("sign");
    stage.press("Anna Bos, Bram⏎").shoot("memo: preview");
    assert!(stage.page().starts_with("8/"), "{}", stage.page());
    stage.press("⇟").shoot("memo: preview, a page on");
    stage.press("o").shoot("memo: contents");
    stage.press("↓↓⏎").shoot("memo: the second annex");
    stage.press("x").shoot("memo: export");
    stage.press("⏎⏎⏎⏎").shoot("memo: written");
    stage.press("⏎").shoot("forecast: on cards");
    stage.press("70 80k 60 - 95").shoot("forecast: a fault");
    stage.press("⌫⌫90 50 30").shoot("forecast: typed");
    stage.press("⏎").shoot("forecast: locked");
    stage.press("⏎").shoot("story: the first step");
    stage.press("⏎⏎⏎⏎⏎⏎⏎").shoot("story: the last step");
    stage.press("⏎").shoot("story: how it ended");
    stage.press("⏎").shoot("story: beside the letter");
    stage.press("⏎").shoot("story: the twin");
    stage.press("⏎").shoot("story: the forecasts");
    stage.press("⏎").shoot("story: to talk about");
    stage.press("⎋").shoot("story: a step back");
    assert!(stage.page().starts_with("9/"), "{}", stage.page());
    std::mem::take(&mut stage.shots)
}

/// Would catch a key that the library, its search and its dials, or the way
/// from there into a session, do not survive at some size.
#[test]
fn the_library_survives_any_keys() {
    const KEYS: &[&str] = &[
        "⏎", "⏎", "⇥", "↓", "↓", "↑", "→", "←", "a", "v", "1", "2", "3", "4", "5", "⌫", "⎋", "⇟",
        "L", "?", "zz", "bank ", "⒈",
    ];
    let mut seen = BTreeSet::new();
    // A counter mixed well enough to be in no order (Steele and others 2014).
    let mut count = 5_u64;
    let mut any = |n: usize| {
        count = count.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (count ^ (count >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        usize::try_from((mixed ^ (mixed >> 27)) >> 33).unwrap() % n
    };
    for round in 0..60 {
        let dir = folder();
        let mut stage = Stage::home(Lang::ALL[round % 2], dir.path());
        for _ in 0..60 {
            let key = KEYS[any(KEYS.len())];
            stage.at_size((
                u16::try_from(any(140)).unwrap(),
                u16::try_from(any(50)).unwrap(),
            ));
            stage.press(key);
            let page = stage.page();
            let kind = page.split('/').take(2).collect::<Vec<_>>().join("/");
            seen.insert(kind);
        }
    }
    for page in ["home", "shelf", "shelf/case", "shelf/told", "setup/1"] {
        assert!(seen.contains(page), "{page} was never reached: {seen:?}");
    }
}
