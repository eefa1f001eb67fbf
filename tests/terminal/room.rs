//! The room window in a terminal of its own, beside the program that leads the
//! session: it shows each beat, and in no frame a word that is not the room's
//! yet; and neither program harms the other.
//!
//! Every text that is planted begins with `zq`, and nothing else on the screen
//! has that.

use crate::{
    folder::Folder,
    harness::{Options, Term},
};
use dear_customer::{
    cli,
    content::Library,
    lang::Lang,
    session::{self, Action, Actor, Command, Framing, NewSession, Service, Way},
};
use std::{collections::BTreeSet, fs, num::NonZeroU16, process};
use vt100::Parser;

const PROGRAM: &str = env!("CARGO_BIN_EXE_dear-customer");
const FILE: &str = "room.session.toml";
/// What ends a frame.
const END: &[u8] = b"\x1b[?2026l";

fn start(folder: &Folder, args: &[&str]) -> Term {
    Term::start(Options {
        cwd: Some(folder.path("")),
        ..Options::new(PROGRAM, args)
    })
}

/// A session of the real case that nobody has opened yet.
fn write(folder: &Folder, seats: usize, way: Way) {
    let library = Library::built_in();
    let new = NewSession {
        lang: Lang::En,
        participants: vec![None; seats],
        named: false,
        example: false,
        team: None,
        class: None,
        instrument: library.instrument("standard").unwrap(),
        scenario: library.scenario("ing-2014").unwrap(),
        own: false,
        disguised: false,
        pair: None,
        start_with: vec!["a".into()],
    };
    let path = folder.path(FILE);
    session::create(&path, new, &mut cli::machine()).unwrap();
    let (service, _) = Service::open(&path, cli::machine()).unwrap();
    let command = Command {
        id: "way".into(),
        actor: Actor::Facilitator,
        seen: None,
        action: Action::Frame(Framing {
            way,
            ..Framing::default()
        }),
    };
    service.submit(command).wait().unwrap();
}

/// What a room window has written, frame by frame.
struct Frames {
    parser: Parser,
    read: usize,
}

/// The words that begin with the mark.
fn planted(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_ascii_lowercase());
    let words = words.filter_map(|word| Some(format!("zq{}", word.split_once("zq")?.1)));
    words.collect()
}

impl Frames {
    fn new() -> Self {
        let side = |n| NonZeroU16::new(n).unwrap();
        Self {
            parser: Parser::new(side(24), side(80), 0),
            read: 0,
        }
    }

    /// The planted words of every frame since this was last asked, and of the
    /// bytes between them.
    fn words(&mut self, room: &Term) -> BTreeSet<String> {
        let bytes = room.bytes();
        let mut words = BTreeSet::new();
        let end = |bytes: &[u8]| bytes.windows(END.len()).position(|at| at == END);
        while let Some(at) = end(&bytes[self.read..]) {
            let frame = &bytes[self.read..self.read + at + END.len()];
            words.extend(planted(&String::from_utf8_lossy(frame)));
            self.parser.process(frame);
            words.extend(planted(&self.parser.screen().contents()));
            self.read += frame.len();
        }
        words
    }
}

/// Both programs on one session.
struct Both {
    host: Term,
    room: Term,
    frames: Frames,
    /// The planted words that are the room's by now.
    told: BTreeSet<String>,
}

impl Both {
    fn on(folder: &Folder) -> Self {
        Self {
            host: start(folder, &["open", FILE]),
            room: start(folder, &["open", FILE, "--room"]),
            frames: Frames::new(),
            told: BTreeSet::new(),
        }
    }

    /// Presses keys, and waits for what they bring on both screens.
    #[track_caller]
    fn go(&mut self, keys: &str, host: &str, room: &str) {
        let before = self.host.screen();
        assert!(!before.contains(host), "{host:?} is there:\n{before}");
        self.host.keys(keys);
        self.host.wait_for(host);
        self.room.wait_for(room);
        self.search();
    }

    /// From now on these planted words are the room's.
    fn tell(&mut self, words: &[&str]) {
        self.told.extend(words.iter().map(|&word| word.to_owned()));
    }

    #[track_caller]
    fn search(&mut self) {
        let words = self.frames.words(&self.room);
        let early: Vec<_> = words.difference(&self.told).collect();
        assert!(early.is_empty(), "{early:?}:\n{}", self.room.screen());
    }

    /// Presses keys on the host alone: the room has nothing to see of them.
    #[track_caller]
    fn type_only(&mut self, keys: &str, host: &str) {
        self.host.keys(keys);
        self.host.wait_for(host);
        self.search();
    }

    /// The letter is read aloud, slide by slide.
    #[track_caller]
    fn read_aloud(&mut self) {
        self.host.wait_for("1 of ");
        let screen = self.host.screen();
        let (_, rest) = screen.split_once("1 of ").unwrap();
        let all: usize = rest.split(' ').next().unwrap().parse().unwrap();
        for slide in 2..=all {
            let before = self.room.screen();
            self.host.keys("<space>");
            self.host.wait_for(&format!("{slide} of {all} "));
            // Both have the same size, and so the same slides.
            self.room
                .wait_until(|screen| screen.contents().trim() != before.trim());
            self.search();
        }
    }

    /// One after the other answers alone: a key, and a reason where there is
    /// one.
    #[track_caller]
    fn pass(&mut self, answers: [(&str, &str); 3]) {
        self.type_only("<enter>", "I am P1, alone");
        for (seat, (key, reason)) in (1..).zip(answers) {
            self.type_only("<enter>", &format!("P{seat} · nobody else looks"));
            self.host.keys(key);
            if !reason.is_empty() {
                self.type_only(reason, reason);
            }
            let (host, room) = match seat {
                1 => ("I am P2, alone", "Still to come: P2 and P3"),
                2 => ("I am P3, alone", "Still to come: P3"),
                _ => ("All 3 are in", "Nobody has seen anything yet"),
            };
            self.go("<enter>", host, room);
        }
    }

    /// From what each wants to the decision, and out.
    #[track_caller]
    fn decide(mut self, folder: &Folder) {
        let decide = "What does the board decide?";
        self.go("<enter>", decide, decide);
        self.type_only("4<enter>zqbecause", "zqbecause");
        self.tell(&["zqbecause"]);
        self.go("<enter>", "do we look again?", "zqbecause");
        self.leave(folder);
    }

    /// Both leave, in good order.
    #[track_caller]
    fn leave(mut self, folder: &Folder) {
        self.host.keys("<ctrl-c>");
        assert!(self.host.wait_exit().success());
        self.room.wait_for("Nobody leads this session now");
        self.search();
        self.room.keys("q");
        assert!(self.room.wait_exit().success());
        assert_eq!(self.room.leftovers(), [""; 0]);
        verifies(folder);
        let beside = folder.path(&format!(".{FILE}.room"));
        assert!(!beside.exists());
    }
}

/// The session is whole.
#[track_caller]
fn verifies(folder: &Folder) {
    let verify = process::Command::new(PROGRAM)
        .args(["verify", FILE])
        .current_dir(folder.path(""))
        .output()
        .unwrap();
    assert!(verify.status.success(), "{verify:?}");
}

/// Would catch a beat that the back row does not see, and a word of the
/// facilitator's that it sees before it is the room's.
#[test]
fn seven_with_cards_are_read_along() {
    let folder = Folder::new();
    write(&folder, 7, Way::Cards);
    let mut both = Both::on(&folder);
    both.host.wait_for("Read this aloud");
    both.room.wait_for("We analyse the payments");
    both.go("<enter>", "Who is in the room?", "Agenda: 90 minutes");
    both.type_only("zqanna", "zqanna");
    both.host.keys("<enter><enter><enter><enter><enter>");
    both.tell(&["zqanna"]);
    both.go(
        "<enter>",
        "Everyone writes a card",
        "do without the service",
    );
    // The choice.
    both.type_only("2 3 2 2 1 3 2", "P7 ●");
    both.go("<enter>", "All 7 are in", "Nobody has seen anything yet");
    both.go("<enter>", "Round 1 of 2", "Round 1 of 2");
    assert!(!both.room.screen().contains("roup score"));
    both.go("<enter>", "Group score 2", "Group score 2");
    both.go("<enter>", "Now talk", "Now talk");
    both.type_only("zqlow", "zqlow");
    both.type_only("<enter>zqhigh", "zqhigh");
    both.tell(&["zqlow", "zqhigh"]);
    both.go("<enter>", "▸ Need", "choose this themselves");
    // Need, in both rounds.
    both.type_only("3 9 2 3 4 3 9", "P7 ●");
    both.go("<enter>", "All 7 are in", "Nobody has seen anything yet");
    both.go("<enter>", "Round 1 of 2", "Round 1 of 2");
    assert!(!both.room.screen().contains("roup score"));
    both.go("<enter>", "Group score 3", "Group score 3: weak");
    both.go("<enter>", "Now talk", "Now talk");
    both.type_only("zqno<enter>zqyes<enter>2<enter>zqsource", "zqsource");
    both.tell(&["zqno", "zqyes"]);
    both.go("<enter><enter>", "Rate once more?", "zqyes");
    both.go("1", "Round 2, the last", "Round 2 of 2");
    both.type_only("= 5 = 4 = = 8", "P7 ●");
    both.go("<enter>", "All 7 are in", "Nobody has seen anything yet");
    both.go("<enter>", "Round 2 of 2", "Round 2 of 2");
    both.go(
        "<enter>",
        "Round 1: group score 3",
        "Round 1: group score 3",
    );
    both.go("<enter>", "▸ Support", "How would people take it");
    // Support, the law.
    both.type_only("8 8 8 9 8 7 8", "P7 ●");
    both.go("<enter>", "All 7 are in", "Nobody has seen anything yet");
    both.go("<enter>", "Round 1 of 2", "Round 1 of 2");
    both.go("<enter>", "Group score 8", "Group score 8");
    both.go("<enter>", "Now talk", "Now talk");
    both.go("<enter><enter>3<enter><enter>", "▸ Law", "lawful");
    both.type_only("2<enter>zqlaw", "zqlaw");
    both.tell(&["zqlaw"]);
    both.go("<enter>", "▸ Letter", "Which five voices");
    // The letter.
    both.type_only("zqfor asking late", "zqfor asking late");
    both.host.keys("<enter><enter><enter><enter><enter><enter>");
    both.tell(&["zqfor"]);
    both.go(
        "<enter>",
        "The letter, a year from now",
        "zqfor asking late",
    );
    both.type_only(" zqstop", "zqstop");
    both.go(
        "<tab><enter>",
        "zqanna stands",
        "zqanna stands and reads aloud",
    );
    both.tell(&["zqstop"]);
    both.read_aloud();
    both.go(
        "<enter>",
        "Which sentence",
        "Which sentence could we say today?",
    );
    both.type_only("zqtoday", "zqtoday");
    both.go("<enter>", "Everyone writes a card", "Is our best defence");
    both.type_only("2 3 1 2 2 3 2", "P7 ●");
    both.go("<enter>", "All 7 are in", "Nobody has seen anything yet");
    both.go("<enter>", "Round 1 of 2", "Round 1 of 2");
    assert!(!both.room.screen().contains("Apology-letter test"));
    both.go("<enter>", "Apology-letter test", "Apology-letter test");
    both.go("<enter>", "Condition 1 of 4", "no apology needed");
    both.type_only("zqaudit<enter>zqexit", "zqexit");
    both.tell(&["zqaudit", "zqexit"]);
    both.go("<enter><enter><enter>", "▸ Verdict", "Verdict by the rules");
    // The decision.
    both.go("<enter>", "Do we want this?", "alone and in silence");
    both.type_only("+ + + + - x -", "P7 ●");
    both.type_only("<enter>3<enter>zqwhy", "zqwhy");
    both.tell(&["zqwhy"]);
    both.go(
        "<enter><enter>",
        "wants this  “zqwhy”",
        "wants this  “zqwhy”",
    );
    both.decide(&folder);
}

/// The same where the keyboard goes round: what one person answers behind the
/// curtain is nobody's before the reveal.
#[test]
fn three_at_the_keyboard_are_read_along() {
    let folder = Folder::new();
    write(&folder, 3, Way::Keyboard);
    let mut both = Both::on(&folder);
    both.host.wait_for("Read this aloud");
    both.room.wait_for("We analyse the payments");
    both.go("<enter>", "Who is in the room?", "Agenda: 90 minutes");
    both.host.keys("<enter><enter><enter><enter><enter>");
    both.go("<enter>", "keyboard goes to P1", "One after the other");
    both.pass([
        ("2<enter>", "zqcaa"),
        ("3<enter>", "zqcbb"),
        ("1<enter>", "zqccc"),
    ]);
    both.go("<enter>", "Round 1 of 2", "Round 1 of 2");
    both.tell(&["zqcaa", "zqcbb", "zqccc"]);
    both.go("<enter>", "Group score 2", "“zqccc”");
    both.go("<enter>", "▸ Need", "choose this themselves");
    both.pass([
        ("3<enter>", "zqnaa"),
        ("9<enter>", "zqnbb"),
        ("9<enter>", ""),
    ]);
    both.go("<enter>", "Round 1 of 2", "Round 1 of 2");
    assert!(!both.room.screen().contains("roup score"));
    both.tell(&["zqnaa", "zqnbb"]);
    both.go("<enter>", "Group score 9", "“zqnaa”");
    both.go("<enter>", "Now talk", "Now talk");
    both.go("<enter><enter>", "Rate once more?", "Rate once more?");
    both.go(
        "1",
        "keyboard goes to P1",
        "Round 2 of 2. There is no third. One",
    );
    both.pass([
        ("4<enter>", "zqmaa"),
        ("9<enter>", ""),
        ("8<enter>", "zqmcc"),
    ]);
    both.go("<enter>", "Round 2 of 2", "Round 2 of 2");
    both.tell(&["zqmaa", "zqmcc"]);
    both.go(
        "<enter>",
        "Round 1: group score 9",
        "Round 1: group score 9",
    );
    both.go("<enter>", "▸ Support", "How would people take it");
    both.pass([("8<enter>", ""), ("8<enter>", "zqsbb"), ("8<enter>", "")]);
    both.go("<enter>", "Round 1 of 2", "Round 1 of 2");
    both.tell(&["zqsbb"]);
    both.go("<enter>", "Group score 8", "“zqsbb”");
    both.go("<enter>", "Now talk", "Now talk");
    both.go("<enter><enter>", "▸ Law", "lawful");
    both.type_only("2<enter>zqlaw", "zqlaw");
    both.tell(&["zqlaw"]);
    both.go("<enter>", "▸ Letter", "Finish the");
    both.pass([("", "zqfirst"), ("", "zqsecond"), ("", "zqthird")]);
    both.tell(&["zqfirst", "zqsecond", "zqthird"]);
    both.go("<enter>", "Our sentences", "We apologise for zqthird");
    both.go(
        "<enter>",
        "The letter, a year",
        "The letter, a year from now",
    );
    both.go("<tab><enter>", "The chair stands", "The chair stands");
    both.read_aloud();
    both.go(
        "<enter>",
        "Which sentence",
        "Which sentence could we say today?",
    );
    both.go("<enter>", "keyboard goes to P1", "Is our best defence");
    both.pass([("3", ""), ("2<enter>", "zqunless"), ("3", "")]);
    both.go("<enter>", "Round 1 of 2", "Round 1 of 2");
    both.tell(&["zqunless"]);
    both.go("<enter>", "Apology-letter test", "“zqunless”");
    both.go("<enter>", "Rate once more?", "Rate once more?");
    both.go("2", "▸ Verdict", "Verdict by the rules");
    both.go("<enter>", "Do we want this?", "ones who do it");
    both.pass([
        ("1<enter>", "zqwant"),
        ("2<enter>", "zqnot"),
        ("1<enter>", ""),
    ]);
    both.tell(&["zqwant", "zqnot"]);
    both.go("<enter>", "wants this  “zqwant”", "wants this  “zqwant”");
    both.decide(&folder);
}

/// Would catch a program that falls with the other, or a window that does not
/// catch up.
#[test]
fn killing_either_harms_neither() {
    let folder = Folder::new();
    write(&folder, 3, Way::Cards);
    let mut both = Both::on(&folder);
    both.room.wait_for("We analyse the payments");
    both.go("<enter>", "Who is in the room?", "Agenda: 90 minutes");
    // The window is killed: the walk goes on, and another catches up.
    both.room.kill9();
    both.room.wait_exit();
    verifies(&folder);
    both.host.keys("<enter><enter><enter><enter><enter><enter>");
    both.host.wait_for("Everyone writes a card");
    both.host.keys("2 3 2<enter>");
    both.host.wait_for("All 3 are in");
    both.room = start(&folder, &["open", FILE, "--room"]);
    both.frames = Frames::new();
    both.room.wait_for("Nobody has seen anything yet");
    both.go("<enter>", "Round 1 of 2", "Round 1 of 2");
    // The walk is killed: the window stands, and follows the next one.
    both.host.kill9();
    both.host.wait_exit();
    verifies(&folder);
    both.room.keys("L");
    both.room.wait_for("Ronde 1 van 2");
    both.host = start(&folder, &["open", FILE]);
    both.host.wait_for("Round 1 of 2");
    both.go("<enter>", "Group score 2", "Groepsscore 2");
    both.room.keys("L");
    both.room.wait_for("Group score 2");
    both.leave(&folder);
}

/// Would catch a window that ends, or stays blind, where its file goes and
/// comes back.
#[test]
fn a_file_that_goes_is_told_and_shown_when_it_comes_back() {
    let folder = Folder::new();
    let none = process::Command::new(PROGRAM)
        .args(["open", FILE, "--room"])
        .current_dir(folder.path(""))
        .output()
        .unwrap();
    assert_eq!(none.status.code(), Some(2), "no terminal");
    let mut room = start(&folder, &["open", FILE, "--room"]);
    assert_eq!(room.wait_exit().exit_code(), 3);
    assert!(room.screen().contains("error"), "{}", room.screen());
    write(&folder, 3, Way::Cards);
    let mut room = start(&folder, &["open", FILE, "--room"]);
    room.wait_for("We analyse the payments");
    room.wait_for("Nobody leads this session now");
    let (path, away) = (folder.path(FILE), folder.path("away"));
    fs::rename(&path, &away).unwrap();
    room.wait_for("Check the name");
    fs::rename(&away, &path).unwrap();
    room.wait_for("We analyse the payments");
    let whole = fs::read(&path).unwrap();
    fs::write(&path, "nothing").unwrap();
    room.wait_for_not("We analyse the payments");
    fs::write(&path, whole).unwrap();
    room.wait_for("We analyse the payments");
    room.keys("?");
    room.wait_for("takes no answers");
    room.keys("x");
    room.wait_for_not("takes no answers");
    room.signal("TERM");
    assert!(room.wait_exit().success());
    assert_eq!(room.leftovers(), [""; 0]);
}
