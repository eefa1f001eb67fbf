//! The room window beside the program that leads the session: what it shows of
//! each page, and what it must never show.

use super::{RATED, SORRY, both, keep, seven};
use crate::stage::{Frame, KEPT, Made, Shot, Stage, folder, is_key, long_words};
use dear_customer::{
    lang::Lang,
    method::Legal,
    session::{Sitting, Step, Way},
    tui::{Window, theme::Looks},
};
use ratatui::crossterm::event::{Event, KeyCode, KeyEvent};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Sizes that a projector or a wall of a screen has.
const LARGE: [(u16, u16); 2] = [(200, 60), (300, 100)];

/// A room window and the session that it follows.
struct Eyes {
    window: Window,
    path: PathBuf,
    shots: Vec<Shot>,
}

/// A window that looks at a clock which has run for 83 seconds.
fn window(path: &Path, lang: Lang) -> Window {
    Window::new(path, lang, Looks::default(), Box::new(|| 83_000))
}

/// The file beside a session that tells of its sitting.
fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap().to_str().unwrap();
    path.with_file_name(format!(".{name}.room"))
}

/// Writes what the program that leads the session knows now.
fn tell(path: &Path, sitting: &Sitting) {
    fs::write(beside(path), toml::to_string(sitting).unwrap()).unwrap();
}

/// All that was done is on the disk, and beside it what the window may know.
fn settle(stage: &mut Stage) {
    for pending in stage.app.take_pending() {
        pending.wait().unwrap();
    }
    stage.draw();
    let (path, sitting) = stage.app.sitting(0).unwrap();
    tell(path, &sitting);
}

impl Eyes {
    fn on(path: &Path, lang: Lang) -> Self {
        Self {
            window: window(path, lang),
            path: path.to_owned(),
            shots: Vec::new(),
        }
    }

    fn press(&mut self, code: KeyCode) {
        self.window.event(&Event::Key(KeyEvent::from(code)));
    }

    fn rows(&self, size: (u16, u16)) -> Vec<String> {
        Frame::of(size, |frame| self.window.draw(frame)).rows()
    }

    /// What the window shows once the program that leads has got so far.
    fn see(&mut self, stage: &mut Stage, title: &str) {
        settle(stage);
        self.window.look();
        self.shoot(title);
    }

    fn shoot(&mut self, title: &str) {
        for height in 0..=12 {
            for width in 0..=40 {
                self.rows((width, height));
            }
        }
        let mut shot = Shot::new(title);
        for size in [(60, 18)].into_iter().chain(KEPT).chain(LARGE) {
            let rows = self.rows(size);
            let text = rows.join("\n");
            let mut wrong = Vec::new();
            if text.contains("{ $") {
                wrong.push("an argument that was not filled in".to_owned());
            }
            let keys = text.split_whitespace().filter(|word| is_key(word));
            wrong.extend(keys.map(|key| format!("the key {key}")));
            let last = rows.last().unwrap();
            if !["q ", "? ", "L "].iter().all(|key| last.contains(key)) {
                wrong.push("no word on its keys".to_owned());
            }
            if rows.iter().filter(|row| !row.is_empty()).count() < 3 {
                wrong.push("next to nothing".to_owned());
            }
            let place = |wrong| format!("room, {title} at {size:?}: {wrong}");
            shot.wrong.extend(wrong.into_iter().map(place));
            shot.words.extend(long_words(&text));
        }
        let folder = self.path.parent().unwrap().file_name().unwrap();
        let folder = folder.to_str().unwrap();
        let picture = |size| {
            let frame = Frame::of(size, |frame| self.window.draw(frame));
            frame.styled().replace(folder, "dc000000")
        };
        shot.frames = KEPT.map(picture).to_vec();
        self.shots.push(shot);
    }
}

#[test]
fn the_room_window() {
    keep("room", &both(room));
}

fn room(lang: Lang) -> Vec<Shot> {
    let dir = folder();
    let cards = Made {
        at: (Step::Frame, "idea"),
        ..seven(lang)
    };
    let path = dir.path().join("cards.session.toml");
    cards.write(&path);
    let mut eyes = Eyes::on(&path, lang);
    eyes.shoot("nobody leads it");
    let mut stage = Stage::open(lang, &path);
    eyes.see(&mut stage, "idea");
    stage.press("⏎");
    eyes.see(&mut stage, "who is in the room");
    stage.onward("1/", "");
    eyes.see(&mut stage, "cards are written");
    stage.press("2 3 2 2 1 3 2⏎");
    eyes.see(&mut stage, "cards are in");
    stage.press("⏎");
    eyes.see(&mut stage, "choice, first beat");
    stage.press("⏎");
    eyes.see(&mut stage, "choice, second beat");
    stage.press("t");
    eyes.see(&mut stage, "the clock stands still");
    stage.press("t").onward("2/", "2");
    stage.press("3 9 2 3 4 3 9⏎⏎");
    eyes.see(&mut stage, "need, first beat");
    stage.press("⏎");
    eyes.see(&mut stage, "need, second beat");
    stage.press("⏎");
    eyes.see(&mut stage, "talk");
    stage.say(
        "Nobody asked for this; we asked for lower fees.",
        "Niemand vroeg hierom; wij vroegen om lagere tarieven.",
    );
    stage.press("⏎");
    stage.say(
        "Discounts on what people already buy.",
        "Korting op wat mensen toch al kopen.",
    );
    stage.press("⏎2⏎⏎⏎");
    eyes.see(&mut stage, "rate once more, with reasons");
    stage.press("1");
    eyes.see(&mut stage, "round 2");
    stage.press("= = = = 5 = =⏎⏎⏎");
    eyes.see(&mut stage, "round 2, second beat");
    stage.onward("4/", "6");
    eyes.see(&mut stage, "the law");
    stage.onward("5/", "");
    eyes.see(&mut stage, "sentences are written");
    stage.say(
        "We apologise for reading your payments.",
        "Wij bieden excuses aan voor het meelezen met uw betalingen.",
    );
    stage.press("⏎⏎⏎⏎⏎⏎⏎");
    eyes.see(&mut stage, "the letter is written");
    stage.press("⇥⏎");
    eyes.see(&mut stage, "the letter stands");
    stage.press("→→");
    eyes.see(&mut stage, "the letter stands, a sentence further");
    stage.onward("5/a/today", "");
    eyes.see(&mut stage, "which sentence today");
    stage.press("⏎1 1 2 3 2 1 2⏎⏎");
    eyes.see(&mut stage, "apology, first beat");
    stage.press("⏎");
    eyes.see(&mut stage, "apology, second beat");
    stage.onward("6/", "");
    eyes.see(&mut stage, "verdict");
    drop(stage);
    fs::remove_file(beside(&path)).unwrap();
    eyes.window.look();
    eyes.shoot("who led it has left");
    eyes.press(KeyCode::Char('?'));
    eyes.shoot("help");
    eyes.press(KeyCode::Char('x'));
    let whole = fs::read(&path).unwrap();
    fs::remove_file(&path).unwrap();
    eyes.window.look();
    eyes.shoot("the file is gone");
    let mut altered = whole.clone();
    altered[whole.len() - 200] ^= 1;
    fs::write(&path, altered).unwrap();
    eyes.window.look();
    eyes.shoot("the file is altered");
    let mut shots = eyes.shots;
    shots.extend(decided(lang, dir.path()));
    shots.extend(keyboard(lang, dir.path()));
    shots
}

/// The decision, the memo, and what happened.
fn decided(lang: Lang, dir: &Path) -> Vec<Shot> {
    let table: Vec<_> = RATED.iter().copied().chain([SORRY]).collect();
    let made = Made {
        table: &table,
        legal: Some(Legal::Conditional),
        conditions: ["Only after asking.", "Pas na een vraag."],
        at: (Step::Decide, "decision"),
        ..seven(lang)
    };
    let mut stage = made.stage(dir, "decided");
    let mut eyes = Eyes::on(&dir.join("decided.session.toml"), lang);
    eyes.see(&mut stage, "decision");
    stage.press("4");
    eyes.see(&mut stage, "decision, picked and not recorded");
    stage.press("⏎");
    stage.say("Not before spring.", "Niet voor de lente.");
    stage.press("⏎");
    eyes.see(&mut stage, "decision on record");
    stage.onward("8/", "");
    eyes.see(&mut stage, "memo");
    stage.press("w");
    eyes.see(&mut stage, "forecasts");
    stage.press("70 80k 60 - 90 50 30⏎");
    eyes.see(&mut stage, "forecasts are locked");
    stage.press("⏎");
    eyes.see(&mut stage, "story: the first beat");
    stage.press("⏎");
    eyes.see(&mut stage, "story: the second beat");
    for _ in 0..8 {
        stage.press("⏎");
    }
    eyes.see(&mut stage, "story: the letters");
    stage.press("⏎⏎");
    eyes.see(&mut stage, "story: the forecasts");
    eyes.shots
}

/// Three at the keyboard, on one card.
fn keyboard(lang: Lang, dir: &Path) -> Vec<Shot> {
    let made = Made {
        instrument: "quickscan",
        seats: 3,
        way: Way::Keyboard,
        ..seven(lang)
    };
    let mut stage = made.stage(dir, "keyboard");
    let mut eyes = Eyes::on(&dir.join("keyboard.session.toml"), lang);
    eyes.see(&mut stage, "keyboard: nobody is in");
    let answer = |stage: &mut Stage, en: &str, nl: &str| {
        stage.press("⏎7⏎").say(en, nl).press("⏎8⏎⏎9⏎⏎");
    };
    stage.press("⏎");
    answer(
        &mut stage,
        "Everyone would see it.",
        "Iedereen zou het zien.",
    );
    eyes.see(&mut stage, "keyboard: one is in");
    stage.press("⏎5");
    eyes.see(&mut stage, "keyboard: the second has chosen");
    stage.press("⏎⏎5⏎⏎5⏎⏎");
    stage.press("⏎3⏎⏎3⏎⏎3⏎⏎");
    eyes.see(&mut stage, "keyboard: all are in");
    stage.press("⏎");
    eyes.see(&mut stage, "keyboard: first beat");
    stage.press("⏎");
    eyes.see(&mut stage, "keyboard: second beat");
    stage.onward("5/", "3");
    stage.press("⏎⏎");
    stage.say("reading along.", "het meelezen.").press("⏎");
    eyes.see(&mut stage, "keyboard: one sentence is in");
    stage.press("⏎").say("not asking.", "het niet vragen.");
    stage.press("⏎⏎").say("the silence.", "de stilte.");
    stage.press("⏎⏎");
    eyes.see(&mut stage, "keyboard: sentences on the table");
    eyes.shots
}

/// Would catch anything in the window that hangs on an unrevealed rating: a
/// dot, a count, a word, a place.
#[test]
fn sessions_that_differ_in_sealed_ratings_look_the_same() {
    for step in ["relationship", "need"] {
        let dir = folder();
        let seen = ["3", "9"].map(|card| {
            let mut made = seven(Lang::En);
            made.table = if step == "need" { &RATED[..1] } else { &[] };
            if step == "need" {
                made.at = (Step::Need, "ask");
            }
            let name = format!("{step}-{card}");
            let mut stage = made.stage(dir.path(), &name);
            let path = dir.path().join(format!("{name}.session.toml"));
            let mut eyes = Eyes::on(&path, Lang::En);
            let mut frames = Vec::new();
            let line = [card; 7].join(" ");
            for keys in ["", &line, "⏎"] {
                stage.press(keys);
                settle(&mut stage);
                eyes.window.look();
                frames.push(KEPT.map(|size| eyes.rows(size)));
            }
            frames
        });
        assert_eq!(seen[0], seen[1], "{step}");
        assert_ne!(seen[0][1], seen[0][2], "the hand-in is seen");
    }
}

/// Would catch a letter of which the window shows another sentence than the
/// one that is read aloud, at a size of its own.
#[test]
fn the_letter_stands_at_the_same_sentence_at_every_size() {
    let dir = folder();
    let made = Made {
        table: &RATED[..3],
        at: (Step::Apology, "letter"),
        ..seven(Lang::En)
    };
    let mut stage = made.stage(dir.path(), "letter");
    stage.press("⇥⏎");
    let path = dir.path().join("letter.session.toml");
    let mut eyes = Eyes::on(&path, Lang::En);
    let mut last = KEPT.map(|_| Vec::new());
    let mut turned = [0; 2];
    for _ in 0..20 {
        if !stage.page().contains("standing") {
            break;
        }
        settle(&mut stage);
        eyes.window.look();
        for (i, size) in KEPT.into_iter().enumerate() {
            let rows = eyes.rows(size);
            turned[i] += usize::from(rows != last[i]);
            last[i] = rows;
        }
        let (path, sitting) = stage.app.sitting(0).unwrap();
        // The slide of a larger window begins at or before that sentence.
        tell(
            path,
            &Sitting {
                sentence: sitting.sentence + 1,
                ..sitting
            },
        );
        eyes.window.look();
        assert_eq!(eyes.rows(KEPT[0]), last[0]);
        stage.press("→");
    }
    assert!(turned.into_iter().all(|n| n > 3), "{turned:?}");
}

/// Would catch a window that wakes up while nothing runs, draws what it has
/// drawn already, or makes something of half an event.
#[test]
fn the_window_draws_on_change_and_ticks_while_the_clock_runs() {
    let dir = folder();
    let made = Made {
        at: (Step::Frame, "idea"),
        ..seven(Lang::En)
    };
    let mut stage = made.stage(dir.path(), "quiet");
    let path = dir.path().join("quiet.session.toml");
    let mut eyes = Eyes::on(&path, Lang::En);
    assert_eq!(eyes.window.until_tick(), None, "nobody leads it");
    settle(&mut stage);
    assert!(eyes.window.look());
    assert!(!eyes.window.look(), "nothing has changed");
    let tick = eyes.window.until_tick().unwrap();
    assert!(tick.as_nanos() <= 1_000_000_000);
    stage.press("t");
    settle(&mut stage);
    assert!(eyes.window.look());
    assert_eq!(eyes.window.until_tick(), None, "it stands still");
    stage.onward("1/", "");
    settle(&mut stage);
    assert!(eyes.window.look());
    // What is typed and not handed in changes nothing.
    stage.press("2 3");
    settle(&mut stage);
    assert!(!eyes.window.look());
    // Half an event is no event.
    let whole = fs::read(&path).unwrap();
    stage.press(" 2 2 1 3 2⏎");
    settle(&mut stage);
    let more = fs::read(&path).unwrap();
    fs::write(&path, &more[..whole.len().midpoint(more.len())]).unwrap();
    assert!(!eyes.window.look(), "what is whole so far");
    fs::write(&path, &more).unwrap();
    assert!(eyes.window.look());
    assert_eq!(fs::read(&path).unwrap(), more, "read and not touched");
}
