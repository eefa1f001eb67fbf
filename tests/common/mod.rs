//! What the tests of the session share: a tiny questionnaire and idea, an
//! exact clock and exact randomness, and short ways to say a command.

use dear_customer::{
    content::{Instrument, Scenario},
    lang::Lang,
    method::Assessment,
    session::{
        self, Action, Actor, AnswerWord, Command, HandIn, NewSession, Note, Outside, Private,
        Refusal, Round, RoundId, SeatId, Secret, Service, Words,
    },
    text::Clean,
};
use std::{
    path::{Path, PathBuf},
    sync::atomic::{AtomicU64, Ordering},
};
use tempfile::TempDir;

const INSTRUMENT: &str = r#"
id = "tiny"
title = { en = "Tiny", nl = "Klein" }
summary = { en = "s", nl = "s" }
minutes = 1
assessments = []
letter = []
agenda = []
[policy]
version = "1"
voluntary_from = 7
choice_limited_from = 4
bar = [6, 7, 8]
floor = [3, 4, 5]
apology_one_in = [3, 4, 5]
quorum = 3
split_one_in = 3
"#;

const SCENARIO: &str = r#"
id = "tiny"
title = { en = "Idea", nl = "Idee" }
organisation = { en = "o", nl = "o" }
sector = "banking"
country = "NL"
year = 2014
as_of = "2014-03-10"
disguise = { title = { en = "d", nl = "d" }, organisation = { en = "o", nl = "o" } }
people = { en = "customers", nl = "klanten" }
relationship = ["utility"]
facts = []
stakeholders = []
legal = { state = "conditional", why = { en = "w", nl = "w" } }
options = [
  { id = "a", name = { en = "A", nl = "A" }, summary = { en = "s", nl = "s" } },
]
[idea]
summary = { en = "s", nl = "s" }
data = { en = "d", nl = "d" }
about = { en = "a", nl = "a" }
purpose = { en = "p", nl = "p" }
payer = { en = "p", nl = "p" }
gains = { en = "g", nl = "g" }
returns = { en = "r", nl = "r" }
consent = { en = "c", nl = "c" }
letter = { en = "l", nl = "l" }
"#;

/// A folder of its own for a test, in memory where the system has that.
pub fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() {
        tempfile::tempdir_in(memory).unwrap()
    } else {
        tempfile::tempdir().unwrap()
    }
}

/// A clock that ticks a second a look, and bytes that look random but are
/// the same in every run of the same seed.
pub fn outside(seed: u64) -> Outside {
    let looks = AtomicU64::new(0);
    let state = AtomicU64::new(seed);
    Outside {
        clock: Box::new(move || {
            let second = looks.fetch_add(1, Ordering::Relaxed) % 3600;
            let (minute, second) = (second / 60, second % 60);
            format!("2026-11-23T21:{minute:02}:{second:02}+01:00")
        }),
        random: Box::new(move |bytes| {
            for byte in bytes {
                *byte = splitmix(&state).to_le_bytes()[3];
            }
        }),
    }
}

/// The next number of Steele, Lea and Flood's `SplitMix64`.
fn splitmix(state: &AtomicU64) -> u64 {
    const STEP: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut z = state.fetch_add(STEP, Ordering::Relaxed).wrapping_add(STEP);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// A session of these participants; an empty name is known by its seat only.
pub fn new_session(people: &[&str], named: bool) -> NewSession {
    let instrument: Instrument = toml::from_str(INSTRUMENT).unwrap();
    let scenario: Scenario = toml::from_str(SCENARIO).unwrap();
    let name = |name: &&str| (!name.is_empty()).then(|| Clean::name(name));
    NewSession {
        lang: Lang::En,
        participants: people.iter().map(name).collect(),
        named,
        example: false,
        team: None,
        class: None,
        instrument,
        scenario,
        own: false,
        disguised: false,
        pair: None,
        start_with: Vec::new(),
    }
}

/// Makes a session of `seats` seats in a folder.
pub fn created(folder: &Path, seats: usize) -> PathBuf {
    let path = folder.join("x.session.toml");
    session::create(&path, new_session(&vec![""; seats], false), &mut outside(1)).unwrap();
    path
}

/// Opens a session for writing, with randomness of its own.
pub fn opened(path: &Path) -> Service {
    let bytes = std::fs::metadata(path).unwrap().len();
    Service::open(path, outside(bytes)).unwrap().0
}

/// A command of the facilitator.
pub fn command(id: &str, action: Action) -> Command {
    Command {
        id: id.into(),
        actor: Actor::Facilitator,
        seen: None,
        action,
    }
}

/// The seat of a number.
pub fn seat(number: u8) -> SeatId {
    SeatId::new(number).unwrap()
}

/// A round of option `a`.
pub fn round(assessment: Assessment, number: u8) -> RoundId {
    RoundId {
        option: "a".into(),
        assessment,
        round: Round::try_from(number).unwrap(),
    }
}

/// A rating: `answer` is `3` or `whole`.
pub fn rating(round: RoundId, number: u8, answer: &str, reason: &str) -> HandIn {
    let answer = AnswerWord::parse(answer).unwrap();
    HandIn {
        round,
        seat: seat(number),
        rating: Secret::new((answer, Clean::line(reason))),
    }
}

/// Ratings handed in under seal.
pub fn hand_in(ratings: Vec<HandIn>) -> Action {
    Action::HandIn {
        ratings,
        legal: Vec::new(),
        reveal: false,
    }
}

/// Private words on option `a`, one a seat: `+` wants it, `-` does not.
pub fn write(what: Private, words: &[(u8, &str)], show: bool) -> Action {
    let text = |&(number, text): &(u8, &str)| {
        let wants = match text.chars().next() {
            Some('+') => Some(true),
            Some('-') => Some(false),
            _ => None,
        };
        let text = Clean::line(text.trim_start_matches(['+', '-']));
        (seat(number), Secret::new(Words { wants, text }))
    };
    Action::Write {
        what,
        option: "a".into(),
        words: words.iter().map(text).collect(),
        show,
    }
}

/// A note on customer need.
pub fn note(text: &str) -> Action {
    Action::AddNote(Note {
        option: "a".into(),
        assessment: Assessment::Need,
        text: Clean::lines(text),
    })
}

/// A refusal as a reader of the language sees it.
pub fn words(refusal: &Refusal, lang: Lang) -> String {
    let hint = refusal.hint.as_ref();
    let hint = hint.map_or_else(String::new, |hint| format!(" / {}", hint.text(lang)));
    format!("{}{hint}", refusal.message.text(lang))
}
