//! Before the reveal nothing of what was handed in is in any byte that goes to
//! the terminal or to a file beside it, and nothing of what one person typed
//! is left for the next.

use super::planted::{
    Frame, MARK, PAGES, PLANTED, Random, SIZES, Screen, Stage, Tap, folder, outsides, plant,
    planted, random_event, round_of, sealed, seat,
};
use super::search::shows;
use dear_customer::{
    content::Library,
    lang::Lang,
    method::Assessment,
    prompts::{self, Source},
    session::{self, Notice, Outside, Private, Service, Step, Way},
    tui::{App, theme::Theme},
    walk::Walk,
};
use memchr::memmem;
use ratatui::crossterm::event::{Event, KeyCode, KeyEvent};
use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

const SEED: u64 = 0x7a71;
/// Keys pressed while everything is searched.
const KEYS: usize = 20_000;
/// Keys pressed on pairs of sessions.
const PAIR_KEYS: usize = 4_000;
/// Lines answered by prompts while everything is searched.
const LINES: usize = 6_000;
/// The most keys of one session.
const RUN: usize = 400;

/// Every planted text.
fn secrets() -> Vec<String> {
    (0..7 * PLANTED.len()).map(planted).collect()
}

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
