//! The program is killed at random moments of a walk. What the screen had
//! marked as saved is in the file, and the walk goes on where it was.
//!
//! A reference run tells, for each page of the script, how many events the
//! file held once the page was marked as saved. Every round begins with a
//! copy of the file as it was on some page, types on, kills, and compares.

use crate::{
    folder::Folder,
    harness::{Options, Term},
};
use dear_customer::session::{self, Notice};
use std::{
    fs,
    path::Path,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
    time::{Duration, Instant},
};
use vt100::Screen;

const PROGRAM: &str = env!("CARGO_BIN_EXE_dear-customer");
const FILE: &str = "kills.session.toml";
const ROUNDS: usize = 200;
/// How many rounds run side by side.
const LANES: usize = 4;
const SEED: u64 = 0x6b69_6c6c;
/// What marks the foot of a page.
const SAVED: &str = " saved";

/// A page of the script: the keys that lead to it, and what tells it from
/// the one before; every text stands on the screen.
struct Page {
    keys: &'static str,
    marks: &'static [&'static str],
}

const fn page(keys: &'static str, marks: &'static [&'static str]) -> Page {
    Page { keys, marks }
}

/// What tells the page on which the sentences are typed.
const SENTENCES: &str = "the key sentence alone";

/// Stands for the keys that turn the letter's slides.
const SLIDES: &str = "<slides>";

/// From the idea to the memo, a group of three with paper cards.
const SCRIPT: &[Page] = &[
    page("", &["▸ Idea", "Read this aloud"]),
    page("<enter>", &["Who is in the room?"]),
    page(
        "Anna<enter>Bram<enter><enter><enter><enter><enter>",
        &["▸ Choice", "Everyone writes a card"],
    ),
    page("2 3 2<enter>", &["▸ Choice", "All 3 are in"]),
    page("<enter>", &["▸ Choice", "Round 1 of 2"]),
    page("<enter><enter>", &["▸ Choice", "Now talk"]),
    page(
        "no other bank<enter>one can leave<enter>",
        &["▸ Need", "Everyone writes a card"],
    ),
    page("2 4 9<enter>", &["▸ Need", "All 3 are in"]),
    page("<enter>", &["▸ Need", "Round 1 of 2"]),
    page("<enter><enter>", &["▸ Need", "Now talk"]),
    page(
        "nobody asked<enter>discounts<enter>2<enter>a survey<enter>ask them<enter>",
        &["▸ Need", "Rate once more?"],
    ),
    page("1", &["▸ Need", "Round 2, the last"]),
    page("= = 8<enter>", &["▸ Need", "All 3 are in"]),
    page("<enter>", &["▸ Need", "Round 2 of 2"]),
    page("<enter><enter>", &["▸ Support", "Everyone writes a card"]),
    page("9 9 8<enter>", &["▸ Support", "All 3 are in"]),
    page("<enter>", &["▸ Support", "Round 1 of 2"]),
    page("<enter><enter>", &["▸ Support", "Now talk"]),
    page("<enter>it fits us<enter>3<enter>a poll<enter>", &["▸ Law"]),
    page("2<enter> and counsel<enter>", &["▸ Letter", SENTENCES]),
    page(
        "for asking late<enter>for the small print<enter>for nothing<enter>",
        &["The letter, a year from now"],
    ),
    page(" And so we stop.<tab><enter>", &["stands and reads aloud"]),
    page(SLIDES, &["Which sentence could we say today?"]),
    page(
        "We were late.<enter>",
        &["▸ Letter", "Everyone writes a card"],
    ),
    page("2 3 2<enter>", &["▸ Letter", "All 3 are in"]),
    page("<enter>", &["▸ Letter", "Round 1 of 2"]),
    page("<enter><enter>", &["▸ Letter", "Condition 1 of 2"]),
    page("an audit<enter>a way out<enter>", &["▸ Verdict"]),
    page("<enter>", &["▸ Decide", "Everyone writes on the card"]),
    page(
        "- - +<enter>3<enter>it is theirs<enter><enter>",
        &["▸ Decide", "1 wants this"],
    ),
    page("<enter>", &["What does the board decide?"]),
    page(
        "3<enter>build support first<enter>",
        &["Which conditions does the board take over?"],
    ),
    page(" <enter>", &["Who sees to it, and by when?"]),
    page(
        "Carla<enter>1 May 2027<enter><enter>",
        &["What would make us stop?"],
    ),
    page(
        "complaints<enter>1 June 2027<enter><enter>",
        &["What do we watch"],
    ),
    page(
        "the press<enter><enter>1 July 2027<enter>",
        &["Who sees it differently?"],
    ),
    page("P3 does<enter><enter>", &["Who signs?"]),
    page("Anna, Bram<enter>", &["▸ Memo"]),
];

/// What the reference run tells of a page.
struct Known {
    keys: String,
    /// How many events the file held; none where the page has no mark.
    events: Option<usize>,
    file: Vec<u8>,
}

fn start(folder: &Folder, args: &[&str]) -> Term {
    Term::start(Options {
        cwd: Some(folder.path("")),
        ..Options::new(PROGRAM, args)
    })
}

fn shows(screen: &Screen, page: &Page) -> bool {
    let (_, cols) = screen.size();
    let text: Vec<String> = screen.rows(0, cols.get()).collect();
    let text = text.join("\n");
    page.marks.iter().all(|mark| text.contains(mark))
}

/// Whether the foot of the screen says that all is on disk.
fn is_saved(screen: &Screen) -> bool {
    let (_, cols) = screen.size();
    let foot = screen.rows(0, cols.get()).last();
    foot.is_some_and(|foot| foot.trim_end().ends_with(SAVED))
}

/// Pages without the mark: the letter stands alone on the wall.
fn has_foot(page: &Page) -> bool {
    page.marks != SCRIPT[21].marks
}

fn wait_for_page(term: &mut Term, page: &Page) {
    term.wait_until(|screen| shows(screen, page) && (is_saved(screen) || !has_foot(page)));
}

/// The events of a file without what differs from run to run.
fn events(file: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(file);
    let mut events: Vec<String> = Vec::new();
    for event in text.split("[[event]]\n").skip(1) {
        if !event.lines().any(|line| line.starts_with("hash = ")) {
            break;
        }
        let kept = event.lines().filter(|line| {
            let own = ["at = ", "command = ", "hash = ", "session = ", "key = "];
            !line.is_empty() && !own.iter().any(|own| line.starts_with(own))
        });
        events.push(kept.map(without_sealed).collect::<Vec<_>>().join("\n"));
    }
    events
}

fn without_sealed(line: &str) -> String {
    let mut parts = line.split("sealed = \"");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(part.split_once('"').map_or("", |(_, after)| after));
    }
    out
}

/// Walks the whole script from Home, in peace.
fn reference() -> Vec<Known> {
    let folder = Folder::new();
    let mut term = start(&folder, &[]);
    term.wait_for("New session");
    for (keys, mark) in [
        ("3", "▸ ⇄ ING 2014"),
        ("<enter>", "Practise on this case"),
        ("1", "Who takes part?"),
        ("2", "How many, or who?"),
        ("3<enter>", "How much time is there?"),
        ("2", "How does everyone rate?"),
    ] {
        term.keys(keys);
        term.wait_for(mark);
    }
    let mut known: Vec<Known> = Vec::new();
    for page in SCRIPT {
        let keys = match page.keys {
            "" => "1".to_owned(),
            SLIDES => {
                let foot = term.row(23);
                let all = foot.split(" of ").nth(1).unwrap();
                let all = all.split_whitespace().next().unwrap();
                "<enter>".repeat(all.parse().unwrap())
            }
            keys => keys.to_owned(),
        };
        term.keys(&keys);
        wait_for_page(&mut term, page);
        let name = fs::read_dir(folder.path("")).unwrap().find_map(|entry| {
            let name = entry.unwrap().file_name().into_string().unwrap();
            (name.ends_with(".session.toml") && !name.starts_with('.')).then_some(name)
        });
        let file = fs::read(folder.path(&name.unwrap())).unwrap();
        known.push(Known {
            keys,
            events: has_foot(page).then(|| events(&file).len()),
            file,
        });
    }
    known
}

/// Steele, Lea and Flood's `SplitMix64`.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % n as u64).unwrap()
    }
}

/// What the rounds came upon.
#[derive(Default)]
struct Tally {
    /// More was in the file than the last mark had promised, or not all that
    /// was asked for: the kill came in between.
    between: AtomicUsize,
    torn: AtomicUsize,
    keys: AtomicUsize,
}

/// The keys of a page, one press each.
fn presses(keys: &str) -> Vec<String> {
    let mut presses = Vec::new();
    let mut rest = keys;
    while let Some(first) = rest.chars().next() {
        let len = if first == '<' {
            rest.find('>').unwrap() + 1
        } else {
            first.len_utf8()
        };
        let (press, after) = rest.split_at(len);
        presses.push(press.to_owned());
        rest = after;
    }
    presses
}

fn round(known: &[Known], random: &mut Random, tally: &Tally) {
    let whole = events(&known.last().unwrap().file);
    let from = random.below(SCRIPT.len() - 1);
    // The letter on the wall has no file of its own.
    let from = if has_foot(&SCRIPT[from]) {
        from
    } else {
        from - 1
    };
    let folder = Folder::new();
    folder.write(FILE, &known[from].file);
    let path = folder.path(FILE);
    let mut term = start(&folder, &["open", FILE]);
    wait_for_page(&mut term, &SCRIPT[from]);
    let mut sure = from;
    // In peace for a while, then without looking.
    for _ in 0..random.below(3) {
        if sure + 2 < SCRIPT.len() {
            term.keys(&known[sure + 1].keys);
            sure += 1;
            wait_for_page(&mut term, &SCRIPT[sure]);
        }
    }
    // Nobody turns the slides of a letter that is not yet on the wall.
    let wall = (sure + 1..SCRIPT.len()).find(|&at| !has_foot(&SCRIPT[at]));
    let ahead: Vec<String> = (sure..wall.unwrap_or(SCRIPT.len() - 1))
        .flat_map(|at| presses(&known[at + 1].keys))
        .collect();
    // Mostly to the end of a page, where something is written.
    let mut count = 1 + random.below(ahead.len().min(40));
    if random.below(3) > 0 {
        while count < ahead.len() && ahead[count - 1] != "<enter>" {
            count += 1;
        }
    }
    let drawn = term.bytes().len();
    let size = fs::metadata(&path).unwrap().len();
    for press in &ahead[..count] {
        term.keys(press);
    }
    tally.keys.fetch_add(count, Ordering::Relaxed);
    let until = Instant::now() + Duration::from_millis(200);
    match random.below(4) {
        // At once.
        0 => {}
        // Once something was drawn.
        1 => {
            let bytes = drawn + 1 + random.below(600);
            while term.bytes().len() < bytes && Instant::now() < until {
                thread::yield_now();
            }
        }
        // Once something was written, or begun to be.
        2 => {
            let now = || fs::metadata(&path).unwrap().len();
            while now() == size && Instant::now() < until {
                thread::yield_now();
            }
        }
        // After a while of looking elsewhere.
        _ => {
            for _ in 0..random.below(3000) {
                thread::yield_now();
            }
        }
    }
    term.kill9();
    let exit = term.wait_exit();
    assert_eq!(exit.signal(), Some("Killed"), "{}", term.screen());

    // What stood on the screen as saved.
    let promised = (sure..SCRIPT.len())
        .find(|&at| term.look(|screen| is_saved(screen) && shows(screen, &SCRIPT[at])))
        .and_then(|at| known[at].events);
    let sure = known[..=sure].iter().rev().find_map(|known| known.events);
    let promised = promised.max(sure).unwrap();
    let file = fs::read(&path).unwrap();
    let opened = session::read(&path).ok().unwrap();
    let torn = matches!(opened.notice, Notice::Torn { .. });
    assert!(
        torn || opened.notice == Notice::Whole,
        "{:?}",
        opened.notice
    );
    let held = events(&file);
    let event = usize::try_from(opened.host().fingerprint.event).unwrap();
    assert_eq!(held.len(), event);
    assert!(held.len() >= promised, "{} of {promised}", held.len());
    for (held, known) in held.iter().zip(&whole) {
        assert_eq!(held, known, "from page {from}");
    }
    drop(opened);
    if torn {
        tally.torn.fetch_add(1, Ordering::Relaxed);
    }
    if held.len() > promised {
        tally.between.fetch_add(1, Ordering::Relaxed);
    }

    goes_on(&folder, known, held.len(), torn, &file);
}

/// Opens the session again: it stands where it was, or one page on.
fn goes_on(folder: &Folder, known: &[Known], held: usize, torn: bool, file: &[u8]) {
    let path = folder.path(FILE);
    let mut term = start(folder, &["open", FILE]);
    let reached = known
        .iter()
        .rposition(|known| known.events.is_some_and(|events| events <= held));
    let reached = reached.unwrap();
    let next = (reached + 1..SCRIPT.len()).find(|&at| known[at].events.is_some());
    let near = &SCRIPT[reached..=next.unwrap_or(reached)];
    // Between the sentences typed and the letter they lie on the table.
    let table = page("", &["▸ Letter", "Our sentences"]);
    let wrote = near.iter().any(|page| page.marks.contains(&SENTENCES));
    term.wait_until(|screen| {
        near.iter().any(|page| shows(screen, page)) || (wrote && shows(screen, &table))
    });
    assert_eq!(session::read(&path).ok().unwrap().notice, Notice::Whole);
    let aside = folder.path(&format!("{FILE}.torn-1"));
    assert_eq!(aside.exists(), torn);
    let after = fs::read(&path).unwrap();
    assert!(file.starts_with(&after), "opening it changed what it holds");
}

/// Would catch a mark that promises what is not on disk, a file that a kill
/// damages, and a walk that starts again elsewhere.
#[test]
fn what_was_marked_as_saved_survives_a_kill() {
    let begun = Instant::now();
    let known = reference();
    let tally = Tally::default();
    thread::scope(|scope| {
        for lane in 0..LANES {
            let (known, tally) = (&known, &tally);
            scope.spawn(move || {
                for number in (lane..ROUNDS).step_by(LANES) {
                    let mut random = Random(SEED + 1000 * number as u64);
                    round(known, &mut random, tally);
                }
            });
        }
    });
    let read = |count: &AtomicUsize| count.load(Ordering::Relaxed);
    println!(
        "{ROUNDS} kills, {} between a mark and the next, {} torn, {} keys unseen, {:?}",
        read(&tally.between),
        read(&tally.torn),
        read(&tally.keys),
        begun.elapsed()
    );
    // Else nothing was tried.
    assert!(read(&tally.between) > ROUNDS / 20);
}

/// The file's bytes; none where there is none.
fn bytes_of(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap_or_default()
}

/// Would catch a text that is lost though its draft was on disk, or comes
/// back elsewhere than in its field.
#[test]
fn a_letter_in_the_making_survives_a_kill() {
    let known = reference();
    let folder = Folder::new();
    let at = 20;
    assert_eq!(SCRIPT[at].marks, ["The letter, a year from now"]);
    folder.write(FILE, &known[at].file);
    let drafts = folder.path(&format!(".{FILE}.drafts"));
    let mut term = start(&folder, &["open", FILE]);
    wait_for_page(&mut term, &SCRIPT[at]);
    term.send(" This was typed in one go.");
    term.wait_for("typed in one go.");
    // What is written from here on holds at least this.
    let before = bytes_of(&drafts);
    term.send("!");
    let until = Instant::now() + Duration::from_secs(20);
    while bytes_of(&drafts) == before {
        assert!(Instant::now() < until, "no draft was kept");
        thread::yield_now();
    }
    term.kill9();
    term.wait_exit();
    assert_eq!(fs::read(folder.path(FILE)).unwrap(), known[at].file);
    let mut term = start(&folder, &["open", FILE]);
    wait_for_page(&mut term, &SCRIPT[at]);
    term.wait_for("typed in one go.");
    // In its field: handed in, it is the letter.
    term.keys("<tab><enter>");
    term.wait_for("stands and reads aloud");
    let path = folder.path(FILE);
    let until = Instant::now() + Duration::from_secs(20);
    loop {
        let host = session::read(&path).ok().unwrap().host();
        if let Some(letter) = host.letters.get("a") {
            assert!(letter.text.as_str().contains("This was typed in one go."));
            return;
        }
        assert!(Instant::now() < until, "the letter did not come");
        thread::yield_now();
    }
}
