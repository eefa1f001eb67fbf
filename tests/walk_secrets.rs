//! Whatever keys are pressed: before the reveal nothing of what was handed
//! in is in any byte that goes to the terminal or to a file beside it, and
//! nothing of what one person typed is left for the next.
//!
//! Every text that is planted has a `zq` in each seven of its characters, and
//! nothing else on the screen has one; so a frame is searched for that.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "common/search.rs"]
mod search;

use dear_customer::{
    content::Library,
    lang::Lang,
    method::{Apology, Assessment, Legal, Rating},
    prompts::{self, Source},
    session::{
        self, Action, Actor, AnswerWord, Command, Condition, Decision, DecisionCode, Framing,
        HandIn, LegalEntry, NewSession, Notice, Outside, Private, Round, RoundId, SeatId, Secret,
        Service, Step, Way, Words,
    },
    text::Clean,
    tui::{App, theme::Theme},
    walk::Walk,
};
use memchr::memmem;
use ratatui::{
    Terminal, TerminalOptions, Viewport,
    backend::CrosstermBackend,
    crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers},
    layout::Rect,
};
use search::shows;
use std::{
    cell::{Cell, RefCell},
    collections::BTreeSet,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    rc::Rc,
    sync::atomic::{AtomicU64, Ordering},
    thread,
    time::{Duration, Instant},
};
use tempfile::TempDir;

const SEED: u64 = 0x7a71;
/// Keys pressed while everything is searched.
const KEYS: usize = 20_000;
/// Keys pressed on pairs of sessions.
const PAIR_KEYS: usize = 4_000;
/// Lines answered by prompts while everything is searched.
const LINES: usize = 6_000;
/// The most keys of one session.
const RUN: usize = 400;
/// Whose ratings are planted.
const PLANTED: [u8; 3] = [1, 2, 4];
const MARK: &[u8] = b"zq";

/// A folder whose name, which a screen may show, is not taken for what is
/// planted.
fn folder() -> TempDir {
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
fn mix(state: u64) -> u64 {
    let mut z = state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        usize::try_from(mix(self.0) % n as u64).unwrap()
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

/// A clock that stands, and bytes that never come twice.
fn outside(seed: u64) -> Outside {
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
fn outsides(seed: u64) -> impl Fn() -> Outside {
    let count = Cell::new(0);
    move || {
        count.set(count.get() + 1);
        outside(seed * 1000 + count.get())
    }
}

/// An unmistakable text, another for every number.
fn planted(number: usize) -> String {
    const ENDS: [&str; 8] = ["ova", "une", "irp", "olf", "ema", "ukt", "abo", "yst"];
    let word = |i: u32| format!("zq{}", ENDS[number / 8_usize.pow(i) % 8]);
    format!("{} {} {} {}", word(0), word(1), word(2), word(0))
}

/// What stands where when a run begins.
#[derive(Clone, Copy, Debug)]
struct Stage {
    instrument: &'static str,
    way: Way,
    lang: Lang,
    /// How far the room is: 0 nothing is on the table, 1 relationship and
    /// need are, 2 all of round 1 is, and the decision.
    far: u8,
    /// Planted ratings, where two sessions differ only in them.
    twin: u8,
    /// From which page on keys are pressed.
    at: (Step, &'static str),
}

/// Pages from which a run may begin.
const PAGES: [(Step, &str); 24] = [
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

fn seat(number: u8) -> SeatId {
    SeatId::new(number).unwrap()
}

fn round_of(assessment: Assessment, number: u8) -> RoundId {
    RoundId {
        option: "a".into(),
        assessment,
        round: Round::try_from(number).unwrap(),
    }
}

fn answer(assessment: Assessment, number: u8) -> AnswerWord {
    if assessment == Assessment::Apology {
        AnswerWord::Apology(Apology::ALL[usize::from(number % 3)])
    } else {
        AnswerWord::Score(Rating::try_from(number % 11).unwrap())
    }
}

/// What is planted at a stage: rounds, and kinds of words.
fn sealed(far: u8) -> (Vec<RoundId>, Vec<Private>) {
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

/// Every planted text.
fn secrets() -> Vec<String> {
    (0..7 * PLANTED.len()).map(planted).collect()
}

fn submit(service: &Service, number: &mut u32, action: Action) {
    *number += 1;
    let command = Command {
        id: format!("plant {number}"),
        actor: Actor::Facilitator,
        seen: None,
        action,
    };
    service.submit(command).wait().unwrap();
}

fn hand_in(rounds: &[(RoundId, SeatId, AnswerWord, String)], reveal: bool) -> Action {
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
fn plant(path: &Path, stage: Stage, seats: usize) {
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
        let given = (1..6).map(|n| {
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
struct Tap(Rc<RefCell<Vec<u8>>>);

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
struct Screen {
    terminal: Terminal<CrosstermBackend<Tap>>,
    tap: Tap,
    size: (u16, u16),
}

/// A frame: its bytes since the one before, and its rows.
struct Frame {
    bytes: Vec<u8>,
    text: String,
}

impl Screen {
    fn new(size: (u16, u16)) -> Self {
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

    fn resize(&mut self, size: (u16, u16)) {
        self.size = size;
        let area = Rect::new(0, 0, size.0, size.1);
        self.terminal.resize(area).unwrap();
    }

    /// So that the next frame is written whole.
    fn forget(&mut self) {
        *self = Self::new(self.size);
    }

    fn draw(&mut self, app: &App) -> Frame {
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
fn random_event(random: &mut Random) -> Event {
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

const SIZES: [(u16, u16); 7] = [
    (60, 18),
    (80, 24),
    (80, 24),
    (120, 40),
    (40, 10),
    (110, 24),
    (63, 30),
];

/// A run: a session that is walked at random.
struct Run<'w> {
    path: PathBuf,
    screen: Screen,
    app: Option<App<'w>>,
    outside: &'w dyn Fn() -> Outside,
    lang: Lang,
    far: u8,
    seen: u64,
}

/// What became of a key.
enum After {
    Frames(Vec<Frame>),
    /// The room has revealed what was planted, or begun another session.
    Over {
        revealed: bool,
    },
}

impl<'w> Run<'w> {
    fn new(path: &Path, stage: Stage, outside: &'w dyn Fn() -> Outside) -> Self {
        Self {
            path: path.to_owned(),
            screen: Screen::new((80, 24)),
            app: None,
            outside,
            lang: stage.lang,
            far: stage.far,
            seen: fs::metadata(path).unwrap().len(),
        }
    }

    fn app(&mut self) -> &mut App<'w> {
        self.app.get_or_insert_with(|| {
            let walk = Walk::open(self.lang, &self.path, Library::built_in(), self.outside);
            App::new(walk.unwrap(), Theme::colour(), Box::new(|| Duration::ZERO))
        })
    }

    fn draw(&mut self) -> Frame {
        self.app();
        self.screen.draw(self.app.as_ref().unwrap())
    }

    /// Hands over a key, waits for the disk, and draws: with the commands on
    /// their way, and with them written.
    fn press(&mut self, event: Event, size: (u16, u16)) -> After {
        if matches!(event, Event::Resize(..)) {
            self.screen.resize(size);
        }
        self.app().event(event);
        let pending = self.app().take_pending();
        let written: Vec<_> = pending.into_iter().map(|one| one.wait().err()).collect();
        if let Some(revealed) = self.over() {
            return After::Over { revealed };
        }
        if self.app().is_over() {
            self.app = None;
            return After::Frames(vec![self.draw()]);
        }
        let mut frames = vec![self.draw()];
        if !written.is_empty() {
            for refused in written {
                self.app().written(refused);
            }
            frames.push(self.draw());
        }
        After::Frames(frames)
    }

    /// Whether the run has come to its end, by a reveal of what was planted
    /// or by another session.
    fn over(&mut self) -> Option<bool> {
        let len = fs::metadata(&self.path).unwrap().len();
        if len != self.seen {
            self.seen = len;
            let host = session::read(&self.path).ok().unwrap().host();
            let (rounds, words) = sealed(self.far);
            let out = |id| host.rounds.get(id).is_some_and(|r| r.revealed.is_some());
            let shown = |what: &Private| {
                let texts = host.texts.get(&(*what, "a".to_owned()));
                texts.is_some_and(|texts| texts.shown.is_some())
            };
            if rounds.iter().any(out) || words.iter().any(shown) {
                return Some(true);
            }
        }
        let folder = fs::read_dir(self.path.parent().unwrap()).unwrap();
        let sessions = folder.filter(|entry| {
            let name = entry.as_ref().unwrap().file_name();
            let name = name.to_str().unwrap();
            name.ends_with(".session.toml") && !name.starts_with('.')
        });
        (sessions.count() > 1).then_some(false)
    }
}

fn assert_hidden(frame: &Frame, what: &dyn Fn() -> String) {
    let rows = memmem::find(frame.text.as_bytes(), MARK);
    let bytes = memmem::find(&frame.bytes, MARK);
    assert!(
        rows.is_none() && bytes.is_none(),
        "{}\n{}",
        what(),
        frame.text
    );
}

/// No file of a folder shows a planted text, nor twelve characters of it.
fn search_files(folder: &Path, revealed: bool) -> usize {
    let mut files = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if revealed && name.ends_with(".session.toml") {
            continue;
        }
        files += 1;
        let bytes = fs::read(&path).unwrap();
        for secret in secrets() {
            assert!(!shows(&bytes, &secret), "{name}: {secret}");
            for part in secret.as_bytes().windows(12) {
                assert!(memmem::find(&bytes, part).is_none(), "{name}: {secret}");
            }
        }
    }
    files
}

fn stage_of(random: &mut Random, number: usize) -> Stage {
    Stage {
        instrument: ["standard", "quickscan"][number % 2],
        way: [Way::Cards, Way::Keyboard][number / 2 % 2],
        lang: [Lang::En, Lang::Nl][random.below(2)],
        far: [0, 1, 2, 2][random.below(4)],
        twin: 0,
        at: random.of(&PAGES),
    }
}

/// What a lane of runs came upon.
#[derive(Default)]
struct Tally {
    keys: usize,
    frames: usize,
    runs: usize,
    revealed: usize,
    files: usize,
    titles: BTreeSet<String>,
}

fn walk_at_random(lane: usize, keys: usize) -> Tally {
    let mut tally = Tally::default();
    let mut random = Random(SEED + lane as u64);
    while tally.keys < keys {
        let stage = stage_of(&mut random, tally.runs);
        tally.runs += 1;
        let folder = folder();
        let path = folder.path().join("x.session.toml");
        plant(&path, stage, 5);
        let outside = outsides(random.0 >> 40);
        let mut run = Run::new(&path, stage, &outside);
        let mut pressed: Vec<Event> = Vec::new();
        assert_hidden(&run.draw(), &|| format!("{stage:?}, opened"));
        let mut revealed = false;
        for _ in 0..RUN {
            let event = random_event(&mut random);
            let size = random.of(&SIZES);
            tally.keys += 1;
            pressed.push(event.clone());
            match run.press(event, size) {
                After::Frames(frames) => {
                    for frame in frames {
                        let last = || format!("{stage:?}, lane {lane}, {pressed:?}");
                        assert_hidden(&frame, &last);
                        tally.frames += 1;
                        let title = frame.text.lines().nth(3).unwrap_or_default();
                        tally.titles.insert(title.trim().to_owned());
                    }
                }
                After::Over { revealed: out } => {
                    revealed = out;
                    break;
                }
            }
        }
        drop(run);
        tally.revealed += usize::from(revealed);
        assert_eq!(session::read(&path).ok().unwrap().notice, Notice::Whole);
        tally.files += search_files(folder.path(), revealed);
    }
    tally
}

/// Would catch a sealed reason, sentence or stance in any frame, memo, export
/// or draft, and a key that makes the program fall over.
#[test]
fn nothing_that_is_sealed_shows_whatever_the_keys() {
    let begun = Instant::now();
    let lanes: Vec<_> = (0..2)
        .map(|lane| thread::spawn(move || walk_at_random(lane, KEYS / 2)))
        .collect();
    let mut titles = BTreeSet::new();
    let mut all = [0; 5];
    for lane in lanes {
        let tally = lane.join().unwrap();
        titles.extend(tally.titles);
        let counts = [
            tally.keys,
            tally.frames,
            tally.runs,
            tally.revealed,
            tally.files,
        ];
        for (sum, count) in all.iter_mut().zip(counts) {
            *sum += count;
        }
    }
    let [keys, frames, runs, revealed, files] = all;
    println!(
        "{keys} keys, {frames} frames, {runs} sessions ({revealed} to a reveal), {files} files, \
         {} titles, {:?}",
        titles.len(),
        begun.elapsed()
    );
    // Else it went round in circles.
    for title in ["The memo", "Where to?", "What does the board decide?"] {
        assert!(titles.contains(title), "{title}: {titles:?}");
    }
}

/// A frame's bytes without what hangs on the hash of the last event, which
/// covers the sealed bytes.
fn without_hashes(text: &str) -> String {
    let mut out = String::new();
    let mut hex = String::new();
    for c in text.chars().chain(['\n']) {
        if c.is_ascii_digit() || ('a'..='f').contains(&c) {
            hex.push(c);
            continue;
        }
        out.push_str(if hex.len() >= 12 { "#" } else { &hex });
        hex.clear();
        out.push(c);
    }
    out
}

/// Would catch anything on the screen that hangs on an unrevealed rating: a
/// count, a colour, a place, a proposal.
#[test]
fn sessions_that_differ_in_their_ratings_only_look_the_same() {
    let begun = Instant::now();
    let mut random = Random(SEED + 99);
    let (mut keys, mut frames, mut runs) = (0, 0, 0);
    while keys < PAIR_KEYS {
        let stage = stage_of(&mut random, runs);
        runs += 1;
        let folders = [folder(), folder()];
        let outsides = [outsides(5), outsides(5)];
        // Home tells names only, but the paths stand on the idea's page.
        let mut pair: Vec<Run> = (0..)
            .zip(&folders)
            .zip(&outsides)
            .map(|((twin, folder), outside)| {
                let path = folder.path().join("x.session.toml");
                plant(&path, Stage { twin, ..stage }, 5);
                Run::new(&path, stage, outside)
            })
            .collect();
        let names = folders.each_ref().map(|f| f.path().display().to_string());
        let mut over = false;
        for _ in 0..RUN {
            let event = random_event(&mut random);
            let size = random.of(&SIZES);
            keys += 1;
            let mut drawn = Vec::new();
            for (run, name) in pair.iter_mut().zip(&names) {
                run.screen.forget();
                match run.press(event.clone(), size) {
                    After::Frames(all) => drawn.push(
                        all.iter()
                            .map(|frame| {
                                let bytes = String::from_utf8_lossy(&frame.bytes);
                                without_hashes(&bytes.replace(name.as_str(), "~"))
                            })
                            .collect::<Vec<_>>(),
                    ),
                    After::Over { .. } => over = true,
                }
            }
            if over {
                assert!(drawn.is_empty(), "only one has come to its end");
                break;
            }
            frames += drawn[0].len();
            assert_eq!(drawn[0], drawn[1], "{stage:?}, {event:?}");
        }
    }
    println!(
        "{keys} keys twice, {frames} frames twice, {runs} pairs, {:?}",
        begun.elapsed()
    );
}

fn typed(text: &str) -> Vec<Event> {
    let key = |c| {
        let code = match c {
            '\n' => KeyCode::Enter,
            '\t' => KeyCode::Tab,
            '\u{1b}' => KeyCode::Esc,
            c => KeyCode::Char(c),
        };
        Event::Key(KeyEvent::from(code))
    };
    text.chars().map(key).collect()
}

/// What one person types behind the curtain, and the keys that bring the
/// curtain back.
struct Behind {
    instrument: &'static str,
    at: (Step, &'static str),
    /// Two people with other answers and words, in as many keys.
    own: [&'static str; 2],
    /// Back to the curtain, then whoever comes next looks.
    away: &'static str,
}

const SHY: [Behind; 7] = [
    Behind {
        instrument: "standard",
        at: (Step::Need, "ask"),
        own: ["7\tzqova zqune", "2\tzqirp zqolf"],
        away: "\u{1b}",
    },
    Behind {
        instrument: "standard",
        at: (Step::Need, "ask"),
        own: ["7\nzqova zqune", "2\nzqirp zqolf"],
        away: "\n",
    },
    Behind {
        instrument: "standard",
        at: (Step::Apology, "ask"),
        own: ["2\nzqova zqune", "2\nzqirp zqolf"],
        away: "\u{1b}",
    },
    Behind {
        instrument: "standard",
        at: (Step::Apology, "sentences"),
        own: [" zqova zqune", " zqirp zqolf"],
        away: "\u{1b}",
    },
    Behind {
        instrument: "standard",
        at: (Step::Apology, "sentences"),
        own: [" zqova zqune", " zqirp zqolf"],
        away: "\n",
    },
    Behind {
        instrument: "standard",
        at: (Step::Decide, "stances"),
        own: ["1\nzqova zqune", "2\nzqirp zqolf"],
        away: "\n",
    },
    // Two questions of the card, then away: back over both.
    Behind {
        instrument: "quickscan",
        at: (Step::Relationship, "ask"),
        own: ["7\nzqova\n3\nzqune", "2\nzqirp\n8\nzqolf"],
        away: "\u{1b}\u{1b}",
    },
];

/// Would catch what one person chose or typed that is still on the screen
/// once the curtain is back, or when the next one is at the keyboard.
#[test]
fn what_one_types_behind_the_curtain_is_not_shown_to_the_next() {
    for (number, behind) in SHY.iter().enumerate() {
        let stage = Stage {
            instrument: behind.instrument,
            way: Way::Keyboard,
            lang: Lang::En,
            far: 0,
            twin: 0,
            at: behind.at,
        };
        let handed_in = behind.away == "\n";
        let after = behind.own.map(|own| {
            let folder = folder();
            let path = folder.path().join("x.session.toml");
            plant(&path, stage, 3);
            let outside = outsides(3);
            let mut run = Run::new(&path, stage, &outside);
            let mut frames = Vec::new();
            let size = (80, 24);
            let mut press = |event: Event| match run.press(event, size) {
                After::Frames(frames) => frames,
                After::Over { .. } => panic!("{number}: over"),
            };
            // The room reads, P1 is called, P1 draws the curtain.
            for event in typed("\n\n").into_iter().chain(typed(own)) {
                frames = press(event);
            }
            let shown = &frames.last().unwrap().text;
            assert!(shown.contains("zq"), "{number}: not typed\n{shown}");
            // Away; the next one is called and looks, and sees the help.
            let keys: Vec<Event> = typed(behind.away)
                .into_iter()
                .chain(typed(if handed_in { "\n" } else { "o\n" }))
                .chain(typed("\t\tx\u{1b}"))
                .collect();
            let esc = typed(behind.away).len();
            let mut after = Vec::new();
            for (i, event) in keys.into_iter().enumerate() {
                let all = press(event);
                // On the way back over the questions it is still P1's screen.
                if i + 1 >= esc {
                    for frame in &all {
                        assert_hidden(frame, &|| format!("{number}, key {i}"));
                    }
                    after.extend(all.into_iter().map(|frame| frame.text));
                }
            }
            assert!(after[0].contains("The others look away."), "{}", after[0]);
            let seen = after.join("\n");
            assert!(seen.contains("P2 · nobody else looks"), "{seen}");
            drop(run);
            search_files(folder.path(), false);
            after
        });
        assert_eq!(after[0], after[1], "{number}");
    }
}

/// Would catch a reason on a card of several questions that is lost on the
/// way back to its question, or in a fall before the card is whole.
#[test]
fn a_reason_is_kept_until_the_whole_card_is_in() {
    let stage = Stage {
        instrument: "quickscan",
        way: Way::Keyboard,
        lang: Lang::En,
        far: 0,
        twin: 0,
        at: (Step::Relationship, "ask"),
    };
    let folder = folder();
    let path = folder.path().join("x.session.toml");
    plant(&path, stage, 3);
    let outside = outsides(3);
    let draft = |run: &Path| {
        let (service, _) = Service::open(run, outside()).unwrap();
        service.draft("reason/relationship/a/1/P1")
    };
    let mut run = Run::new(&path, stage, &outside);
    let mut press = |keys: &str| {
        for event in typed(keys) {
            run.press(event, (80, 24));
        }
        run.draw().text
    };
    press("\n\n7\nmy own reason\n3\n");
    // Back at the first question it stands in its field.
    let first = press("\u{1b}");
    assert!(first.contains("my own reason"), "{first}");
    press("7\n\n");
    drop(run);
    assert_eq!(draft(&path).as_deref(), Some("my own reason"));
    // Handed in, it is nobody's draft any more.
    let mut run = Run::new(&path, stage, &outside);
    for event in typed("\n\n7\n\n3\n\n4\n\n") {
        run.press(event, (80, 24));
    }
    drop(run);
    assert_eq!(draft(&path), None);
    let host = session::read(&path).ok().unwrap().host();
    let round = &host.rounds[&round_of(Assessment::Relationship, 1)];
    assert_eq!(round.handed_in, [seat(1)]);
}

// By prompts

/// Lines as someone might type them who can't see the page, or a script might
/// hold that was made for another walk.
fn random_line(random: &mut Random) -> String {
    // Not `a`, which lays on the table what is in.
    const COMMANDS: [&str; 26] = [
        "/", "/?", "/g", "/g", "/u", "/L", "/esc", "/b", "/x", "/w", "/h", "/i", "/s", "/o", "/p",
        "/c", "/n", "/e", "/r", "/t", "/tt", "/q", "/zz", "/help", "g", "u",
    ];
    const TEXTS: [&str; 14] = [
        "3 9 2 4 5",
        "1 2 3 - x",
        "+ - x + -",
        "70 80k - 30 0",
        "= = = = =",
        "1 3",
        "//a text",
        "\u{1b}[31mred\u{202e}\u{7}",
        "┌──┐ █ ░ ▌ ●",
        "a word\tand a tab",
        "1-5-2099",
        "40-13-2099",
        "P3",
        "\u{fffd}\u{0}",
    ];
    match random.below(100) {
        0..30 => String::new(),
        30..52 => random.below(12).to_string(),
        52..57 => random
            .of(&["-", "x", "0", "100", "-1", "999999999999999999999"])
            .to_owned(),
        57..62 => ".".to_owned(),
        62..86 => random.of(&COMMANDS).to_owned(),
        _ => random.of(&TEXTS).to_owned(),
    }
}

/// Random lines, until the run is over; each is asked for when all that came
/// before is in the output, which is searched then.
struct Lines<'r> {
    random: &'r mut Random,
    tap: Tap,
    over: &'r mut dyn FnMut() -> bool,
    left: usize,
    typed: Vec<String>,
    /// Whether a reveal, or another session, has ended it.
    ended: bool,
}

impl Source for Lines<'_> {
    fn conceal(&mut self, _: bool) -> io::Result<()> {
        Ok(())
    }

    fn line(&mut self) -> io::Result<Option<String>> {
        self.ended = (self.over)();
        let said = String::from_utf8(self.tap.0.take()).unwrap();
        if self.ended {
            return Ok(None);
        }
        for c in said.chars() {
            let drawn = ('\u{2500}'..='\u{259f}').contains(&c);
            let fine = c == '\n' || !(c.is_control() || drawn);
            assert!(fine, "{c:?} after {:?} in {said}", self.typed);
        }
        let found = memmem::find(said.as_bytes(), MARK);
        assert!(found.is_none(), "after {:?}: {said}", self.typed);
        let Some(left) = self.left.checked_sub(1) else {
            return Ok(None);
        };
        self.left = left;
        let line = random_line(self.random);
        self.typed.push(line.clone());
        Ok(Some(line))
    }

    fn echoes(&self) -> bool {
        false
    }
}

/// Would catch a sealed reason, sentence or stance in anything that is said,
/// a sign that steers a terminal or is a picture, a line that makes the
/// program fall over, and a prompt that asks without end.
#[test]
fn nothing_that_is_sealed_is_said_whatever_the_lines() {
    let mut random = Random(SEED + 500);
    let (mut lines, mut runs, mut revealed) = (0, 0, 0);
    while lines < LINES {
        let stage = stage_of(&mut random, runs);
        runs += 1;
        let folder = folder();
        let path = folder.path().join("x.session.toml");
        plant(&path, stage, 5);
        let outside = outsides(random.0 >> 40);
        let mut run = Run::new(&path, stage, &outside);
        let mut left = RUN;
        let mut ended = false;
        while left > 0 && !ended {
            let walk = Walk::open(stage.lang, &path, Library::built_in(), &outside).unwrap();
            let tap = Tap::default();
            let mut source = Lines {
                random: &mut random,
                tap: tap.clone(),
                over: &mut || run.over().is_some(),
                left,
                typed: Vec::new(),
                ended,
            };
            let mut out = tap.clone();
            let now = Box::new(|| Duration::ZERO);
            prompts::run(walk, &mut source, &mut out, now).unwrap();
            lines += source.typed.len();
            let all = source.ended || source.left < left;
            assert!(all, "nothing was asked");
            left = source.left;
            ended = source.ended || run.over().is_some();
        }
        revealed += usize::from(ended);
        assert_eq!(session::read(&path).ok().unwrap().notice, Notice::Whole);
        search_files(folder.path(), ended);
    }
    println!("{lines} lines, {runs} sessions ({revealed} to a reveal)");
}

/// Would catch what one person answers behind the curtain said by prompts: to
/// that person, and so to whoever comes next.
#[test]
fn what_is_answered_behind_the_curtain_is_not_said() {
    let behind: [(&str, (Step, &str), &[&str]); 4] = [
        ("standard", (Step::Need, "ask"), &["7", "7", "zqova zqune"]),
        (
            "standard",
            (Step::Apology, "ask"),
            &["2", "2", "zqova zqune"],
        ),
        ("standard", (Step::Apology, "sentences"), &["zqova zqune"]),
        (
            "standard",
            (Step::Decide, "stances"),
            &["1", "1", "zqova zqune"],
        ),
    ];
    for (instrument, at, own) in behind {
        let stage = Stage {
            instrument,
            way: Way::Keyboard,
            lang: Lang::En,
            far: 0,
            twin: 0,
            at,
        };
        let folder = folder();
        let path = folder.path().join("x.session.toml");
        plant(&path, stage, 3);
        let outside = outsides(3);
        // The room reads, P1 is called and draws the curtain; half of it is
        // typed, then all of it; P2 looks.
        for (own, again) in [(&own[..own.len() - 1], false), (own, true)] {
            let mut lines = vec!["", ""];
            lines.extend(own);
            lines.extend(["/?", "/L", "/", if again { "" } else { "/esc" }]);
            let walk = Walk::open(stage.lang, &path, Library::built_in(), &outside).unwrap();
            let text = lines.join("\n");
            let mut source = prompts::Piped(text.as_bytes());
            let mut out = Vec::new();
            let now = Box::new(|| Duration::ZERO);
            prompts::run(walk, &mut source, &mut out, now).unwrap();
            let said = String::from_utf8(out).unwrap();
            assert!(!said.contains("zq"), "{said}");
            // The sentence that confirms an answer would tell it.
            assert!(!said.contains("confirms."), "{said}");
            assert_eq!(said.contains("P2, "), again, "{said}");
            search_files(folder.path(), false);
        }
    }
}
