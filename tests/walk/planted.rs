//! Sessions in which something is planted under seal, a screen that keeps
//! every byte, and randomness that is the same in every run.
//!
//! Every text that is planted has a `zq` in each seven of its characters, and
//! nothing else on the screen has one; so a frame is searched for that.

use dear_customer::{
    content::Library,
    lang::Lang,
    method::{Apology, Assessment, Legal, Rating},
    session::{
        self, Action, Actor, AnswerWord, Command, Condition, Decision, DecisionCode, Framing,
        HandIn, LegalEntry, NewSession, Outside, Private, Round, RoundId, SeatId, Secret, Service,
        Step, Way, Words,
    },
    text::Clean,
    tui::App,
};
use memchr::memmem;
use ratatui::{
    Terminal, TerminalOptions, Viewport,
    backend::CrosstermBackend,
    crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers},
    layout::Rect,
};
use std::{
    cell::{Cell, RefCell},
    io::{self, Write},
    path::Path,
    rc::Rc,
    sync::atomic::{AtomicU64, Ordering},
};
use tempfile::TempDir;

/// Whose ratings are planted.
pub const PLANTED: [u8; 3] = [1, 2, 4];
pub const MARK: &[u8] = b"zq";

/// A folder whose name, which a screen may show, is not taken for what is
/// planted.
pub fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    loop {
        let folder = if memory.is_dir() {
            tempfile::tempdir_in(memory).unwrap()
        } else {
            tempfile::tempdir().unwrap()
        };
        let name = folder.path().as_os_str().as_encoded_bytes();
        if memmem::find(name, MARK).is_none() {
            return folder;
        }
    }
}

/// The next number of Steele, Lea and Flood's `SplitMix64`.
pub fn mix(state: u64) -> u64 {
    let mut z = state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

pub struct Random(pub u64);

impl Random {
    pub fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        usize::try_from(mix(self.0) % n as u64).unwrap()
    }

    pub fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

/// A clock that stands, and bytes that never come twice.
pub fn outside(seed: u64) -> Outside {
    let state = AtomicU64::new(seed << 32);
    Outside {
        clock: Box::new(|| "2026-11-23T21:00:00+01:00".to_owned()),
        random: Box::new(move |bytes| {
            for part in bytes.chunks_mut(8) {
                let next = mix(state.fetch_add(1, Ordering::Relaxed)).to_le_bytes();
                part.copy_from_slice(&next[..part.len()]);
            }
        }),
    }
}

/// Outsides that differ from each other, the same in every run of a seed.
pub fn outsides(seed: u64) -> impl Fn() -> Outside {
    let count = Cell::new(0);
    move || {
        count.set(count.get() + 1);
        outside(seed * 1000 + count.get())
    }
}

/// An unmistakable text, another for every number.
pub fn planted(number: usize) -> String {
    const ENDS: [&str; 8] = ["ova", "une", "irp", "olf", "ema", "ukt", "abo", "yst"];
    let word = |i: u32| format!("zq{}", ENDS[number / 8_usize.pow(i) % 8]);
    format!("{} {} {} {}", word(0), word(1), word(2), word(0))
}

/// What stands where when a run begins.
#[derive(Clone, Copy, Debug)]
pub struct Stage {
    pub instrument: &'static str,
    pub way: Way,
    pub lang: Lang,
    /// How far the room is: 0 nothing is on the table, 1 relationship and
    /// need are, 2 all of round 1 is, and the decision.
    pub far: u8,
    /// Planted ratings, where two sessions differ only in them.
    pub twin: u8,
    /// From which page on keys are pressed.
    pub at: (Step, &'static str),
}

/// Pages from which a run may begin.
pub const PAGES: [(Step, &str); 24] = [
    (Step::Frame, "idea"),
    (Step::Frame, "room"),
    (Step::Frame, "recused"),
    (Step::Relationship, "ask"),
    (Step::Need, "ask"),
    (Step::Need, "again"),
    (Step::Support, "ask"),
    (Step::Support, "again"),
    (Step::Support, "talk"),
    (Step::Legal, "state"),
    (Step::Apology, "sentences"),
    (Step::Apology, "letter"),
    (Step::Apology, "standing"),
    (Step::Apology, "today"),
    (Step::Apology, "ask"),
    (Step::Apology, "again"),
    (Step::Verdict, "verdict"),
    (Step::Verdict, "option"),
    (Step::Decide, "stances"),
    (Step::Decide, "decision"),
    (Step::Decide, "dissent"),
    (Step::Memo, "preview"),
    (Step::Memo, "export"),
    (Step::Memo, "story"),
];

pub fn seat(number: u8) -> SeatId {
    SeatId::new(number).unwrap()
}

pub fn round_of(assessment: Assessment, number: u8) -> RoundId {
    RoundId {
        option: "a".into(),
        assessment,
        round: Round::try_from(number).unwrap(),
    }
}

pub fn answer(assessment: Assessment, number: u8) -> AnswerWord {
    if assessment == Assessment::Apology {
        AnswerWord::Apology(Apology::ALL[usize::from(number % 3)])
    } else {
        AnswerWord::Score(Rating::try_from(number % 11).unwrap())
    }
}

/// What is planted at a stage: rounds, and kinds of words.
pub fn sealed(far: u8) -> (Vec<RoundId>, Vec<Private>) {
    use Assessment::{Apology, Need, Relationship, Support};
    let rounds = match far {
        0 => vec![(Relationship, 1), (Need, 1), (Support, 1), (Apology, 1)],
        1 => vec![(Need, 2), (Support, 1), (Apology, 1)],
        _ => vec![(Relationship, 2), (Need, 2), (Support, 2), (Apology, 2)],
    };
    let rounds = rounds.into_iter().map(|(a, n)| round_of(a, n)).collect();
    let words = if far < 2 {
        vec![Private::Sentence, Private::Stance]
    } else {
        vec![Private::Stance]
    };
    (rounds, words)
}

pub fn submit(service: &Service, number: &mut u32, action: Action) {
    *number += 1;
    let command = Command {
        id: format!("plant {number}"),
        actor: Actor::Facilitator,
        seen: None,
        action,
    };
    service.submit(command).wait().unwrap();
}

pub fn hand_in(rounds: &[(RoundId, SeatId, AnswerWord, String)], reveal: bool) -> Action {
    let ratings = rounds.iter().map(|(round, seat, answer, reason)| HandIn {
        round: round.clone(),
        seat: *seat,
        rating: Secret::new((*answer, Clean::line(reason))),
    });
    Action::HandIn {
        ratings: ratings.collect(),
        legal: Vec::new(),
        reveal,
    }
}

/// A session of five at a stage, with what P1, P2 and P4 gave under seal.
pub fn plant(path: &Path, stage: Stage, seats: usize) {
    let library = Library::built_in();
    let new = NewSession {
        lang: stage.lang,
        participants: vec![None; seats],
        named: false,
        example: false,
        team: None,
        class: None,
        instrument: library.instrument(stage.instrument).unwrap(),
        scenario: library.scenario("ing-2014").unwrap(),
        own: false,
        disguised: false,
        pair: None,
        start_with: vec!["a".into()],
    };
    session::create(path, new, &mut outside(7)).unwrap();
    let (service, _) = Service::open(path, outside(8)).unwrap();
    let mut number = 0;
    let mut submit = |action| submit(&service, &mut number, action);
    submit(Action::Frame(Framing {
        way: stage.way,
        ..Framing::default()
    }));
    let open: &[Assessment] = match stage.far {
        0 => &[],
        1 => &[Assessment::Relationship, Assessment::Need],
        _ => &Assessment::RATED,
    };
    for &assessment in open {
        let given = (1..=u8::try_from(seats.min(5)).unwrap()).map(|n| {
            let round = round_of(assessment, 1);
            let reason = format!("what {n} says aloud");
            (round, seat(n), answer(assessment, 2 * n), reason)
        });
        submit(hand_in(&given.collect::<Vec<_>>(), true));
    }
    if stage.far == 2 {
        submit(Action::SetLegal(LegalEntry {
            option: "a".into(),
            state: Legal::Conditional,
            source: Clean::line("counsel"),
        }));
        submit(Action::Decide(Decision {
            option: "a".into(),
            code: DecisionCode::NotNow,
            reason: Clean::line("not yet"),
            by: vec![Clean::name("Anna")],
            conditions: vec![Condition {
                text: Clean::line("ask first"),
                owner: Clean::name("Bram"),
                by: None,
            }],
            kill_criteria: Vec::new(),
            watch: Vec::new(),
            review: None,
            dissent: Vec::new(),
        }));
    }
    if seats < 5 {
        submit(Action::GoTo(
            stage.at.0,
            Some("a".into()),
            Some(stage.at.1.into()),
        ));
        return;
    }
    let (rounds, words) = sealed(stage.far);
    let mut text = 0..;
    for round in rounds {
        let given = PLANTED.map(|n| {
            let own = answer(round.assessment, n + 3 * stage.twin);
            (round.clone(), seat(n), own, planted(text.next().unwrap()))
        });
        submit(hand_in(&given, false));
    }
    let mut text = 4 * PLANTED.len()..;
    for what in words {
        let words = PLANTED.map(|n| {
            let wants = (what == Private::Stance).then_some((n + stage.twin).is_multiple_of(2));
            let text = Clean::line(&planted(text.next().unwrap()));
            (seat(n), Secret::new(Words { wants, text }))
        });
        submit(Action::Write {
            what,
            option: "a".into(),
            words: words.into(),
            show: false,
        });
    }
    submit(Action::GoTo(
        stage.at.0,
        Some("a".into()),
        Some(stage.at.1.into()),
    ));
}

/// Where the terminal's bytes go.
#[derive(Clone, Default)]
pub struct Tap(pub Rc<RefCell<Vec<u8>>>);

impl Write for Tap {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A terminal that keeps what is written to it.
pub struct Screen {
    pub terminal: Terminal<CrosstermBackend<Tap>>,
    pub tap: Tap,
    pub size: (u16, u16),
}

/// A frame: its bytes since the one before, and its rows.
pub struct Frame {
    pub bytes: Vec<u8>,
    pub text: String,
}

impl Screen {
    pub fn new(size: (u16, u16)) -> Self {
        let tap = Tap::default();
        let options = TerminalOptions {
            viewport: Viewport::Fixed(Rect::new(0, 0, size.0, size.1)),
        };
        let backend = CrosstermBackend::new(tap.clone());
        let terminal = Terminal::with_options(backend, options).unwrap();
        Self {
            terminal,
            tap,
            size,
        }
    }

    pub fn resize(&mut self, size: (u16, u16)) {
        self.size = size;
        let area = Rect::new(0, 0, size.0, size.1);
        self.terminal.resize(area).unwrap();
    }

    /// So that the next frame is written whole.
    pub fn forget(&mut self) {
        *self = Self::new(self.size);
    }

    pub fn draw(&mut self, app: &App) -> Frame {
        let mut text = String::new();
        let frame = self.terminal.draw(|frame| app.draw(frame)).unwrap();
        let buffer = frame.buffer;
        for y in 0..buffer.area.height {
            for x in 0..buffer.area.width {
                text.push_str(buffer[(x, y)].symbol());
            }
            text.push('\n');
        }
        let bytes = self.tap.0.take();
        Frame { bytes, text }
    }
}

/// Keys as a room might hit them, and as a cat might.
pub fn random_event(random: &mut Random) -> Event {
    let key = |code| Event::Key(KeyEvent::from(code));
    let with = |code, modifiers| Event::Key(KeyEvent::new(code, modifiers));
    match random.below(100) {
        0..22 => key(KeyCode::Enter),
        // Neither `a`, which lays on the table what is in, nor `z`.
        22..40 => key(KeyCode::Char(random.of(&['b', 'c', 'g', 'o', 'p', 'r', 'w', 'x', 'n', 'u', 'L', '?', 't', 'd', 's']))),
        40..43 => key(KeyCode::Char(random.of(&['-', ' ', '=', '+', 'é', '’', '日', ',', '!', 'q']))),
        43..60 => key(KeyCode::Char(random.of(&['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']))),
        60..67 => key(random.of(&[KeyCode::Tab, KeyCode::BackTab])),
        67..72 => key(KeyCode::Esc),
        72..82 => key(random.of(&[
            KeyCode::Up,
            KeyCode::Down,
            KeyCode::Left,
            KeyCode::Right,
            KeyCode::Home,
            KeyCode::End,
            KeyCode::Backspace,
            KeyCode::Delete,
        ])),
        82..86 => key(random.of(&[KeyCode::F(1), KeyCode::F(2)])),
        86..90 => key(random.of(&[KeyCode::PageUp, KeyCode::PageDown])),
        90..94 => with(
            KeyCode::Char(random.of(&['b', 'd', 'e', 'k', 'u', 'w', 'y', 'x', 'n', 'l', '_'])),
            random.of(&[KeyModifiers::CONTROL, KeyModifiers::ALT]),
        ),
        94..97 => Event::Paste(
            random
                .of(&[
                    "3 9 2 4 5",
                    "1 2 3 - x",
                    "+ - x + -",
                    "two\nlines",
                    "\u{1b}[31mred\u{202e}",
                    "a text that is longer than any line of a narrow terminal can hold, so that it wraps",
                    "",
                ])
                .to_owned(),
        ),
        _ => Event::Resize(0, 0),
    }
}

pub const SIZES: [(u16, u16); 7] = [
    (60, 18),
    (80, 24),
    (80, 24),
    (120, 40),
    (40, 10),
    (110, 24),
    (63, 30),
];
