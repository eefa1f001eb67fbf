//! A screen to play the walk on: keys in, pictures out, and what must hold of
//! every picture.

use dear_customer::{
    content::Library,
    lang::{self, Lang},
    tui::{
        App,
        theme::{Looks, Theme},
    },
    walk::{CardAnswers, Kind, Look, Walk},
};
use dear_customer::{
    method::{Assessment, Legal},
    session::{
        self, Action, Actor, AnswerWord, Command, Framing, HandIn, LegalEntry, NewSession, Outside,
        Round, RoundId, SeatId, Secret, Service, Step, Way,
    },
    text::Clean,
};
use ratatui::{
    Terminal,
    backend::TestBackend,
    buffer::{Buffer, Cell},
    crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers},
    layout::Position,
    style::Modifier,
};
use std::{
    cell::Cell as Slot,
    collections::BTreeSet,
    fmt::Write,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU64, Ordering},
    time::Duration,
};
use tempfile::TempDir;
use unicode_width::UnicodeWidthStr;

/// The sizes of which pictures are kept.
pub const KEPT: [(u16, u16); 2] = [(80, 24), (120, 40)];

/// The sizes at which nothing may be cut off: the smallest that shows a page,
/// those that are kept, one just wide enough for two columns, a wall.
const LOOKED_AT: [(u16, u16); 5] = [(60, 18), KEPT[0], (110, 24), KEPT[1], (200, 60)];

/// Of how many widths one is looked at in a shot.
const EVERY: usize = 10;

thread_local! {
    /// What the next randomness starts from; never the same twice in a walk.
    static SEED: Slot<u64> = const { Slot::new(0) };
}

/// A clock that stands, and bytes that no other call gives.
fn outside() -> Outside {
    let seed = SEED.get() + 1;
    SEED.set(seed);
    let looks = AtomicU64::new(seed << 32);
    Outside {
        clock: Box::new(|| "2026-11-23T16:30:00+01:00".into()),
        random: Box::new(move |bytes| {
            for chunk in bytes.chunks_mut(8) {
                let next = looks.fetch_add(1, Ordering::Relaxed).to_be_bytes();
                chunk.copy_from_slice(&next[8 - chunk.len()..]);
            }
        }),
    }
}

/// A folder whose path has the same width in every run, so that a picture
/// with its name replaced is wrapped as the one without.
pub fn folder() -> TempDir {
    let mut name = tempfile::Builder::new();
    name.prefix("dc").rand_bytes(6).tempdir_in("/tmp").unwrap()
}

/// One picture, at one size.
pub struct Frame {
    buffer: Buffer,
    cursor: Option<Position>,
}

impl Frame {
    fn draw(app: &App, size: (u16, u16)) -> Self {
        Self::of(size, |frame| app.draw(frame))
    }

    /// What is painted on a screen of a size.
    pub fn of((width, height): (u16, u16), paint: impl FnOnce(&mut ratatui::Frame)) -> Self {
        let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
        terminal.draw(paint).unwrap();
        let buffer = terminal.backend().buffer().clone();
        let cursor = terminal.get_cursor_position().unwrap();
        let cursor = Some(cursor).filter(|at| *at != Position::ORIGIN);
        Self { buffer, cursor }
    }

    /// Its rows, without what is empty at their ends.
    pub fn rows(&self) -> Vec<String> {
        let area = self.buffer.area;
        let row = |y| {
            let mut row = String::new();
            let mut x = 0;
            while x < area.width {
                let symbol = self.buffer[(x, y)].symbol();
                row.push_str(symbol);
                x += u16::try_from(symbol.width().max(1)).unwrap();
            }
            row.trim_end().to_owned()
        };
        (0..area.height).map(row).collect()
    }

    /// Its rows, each with its styles below it as `from..to words`; empty
    /// plain rows at the end are left out.
    pub fn styled(&self) -> String {
        let mut out = String::new();
        let mut kept = 0;
        for (y, text) in (0..).zip(self.rows()) {
            let runs = self.runs(y);
            writeln!(out, "|{text}").unwrap();
            if !runs.is_empty() {
                writeln!(out, ":{}", runs.join("; ")).unwrap();
            }
            if !text.is_empty() || !runs.is_empty() {
                kept = out.len();
            }
        }
        out.truncate(kept);
        if let Some(at) = self.cursor {
            writeln!(out, "cursor {},{}", at.x, at.y).unwrap();
        }
        out
    }

    /// The stretches of one style in a row; spaces take that of the text
    /// before them unless they show it.
    fn runs(&self, y: u16) -> Vec<String> {
        let mut runs: Vec<(u16, u16, String)> = Vec::new();
        for x in 0..self.buffer.area.width {
            let cell = &self.buffer[(x, y)];
            let style = words(cell);
            match runs.last_mut() {
                Some((_, to, last)) if *last == style => *to = x + 1,
                _ => runs.push((x, x + 1, style)),
            }
        }
        runs.retain(|(_, _, words)| !words.is_empty());
        let run = |(from, to, words)| format!("{from}..{to} {words}");
        runs.into_iter().map(run).collect()
    }
}

fn words(cell: &Cell) -> String {
    let has = |modifier| cell.modifier.contains(modifier);
    let mut words: Vec<String> = [
        (Modifier::BOLD, "bold"),
        (Modifier::DIM, "dim"),
        (Modifier::ITALIC, "italic"),
        (Modifier::UNDERLINED, "underline"),
        (Modifier::REVERSED, "inverse"),
    ]
    .into_iter()
    .filter(|(modifier, _)| has(*modifier))
    .map(|(_, word)| word.to_owned())
    .collect();
    let colour = cell.fg.to_string().to_lowercase();
    words.extend(Some(colour).filter(|colour| colour != "reset"));
    words.join(" ")
}

/// A picture at every size that is kept.
#[derive(Default)]
pub struct Shot {
    pub title: String,
    pub frames: Vec<String>,
    /// The longer words on it, at all sizes.
    pub words: BTreeSet<String>,
    /// What must not be so.
    pub wrong: Vec<String>,
}

impl Shot {
    pub fn new(title: &str) -> Self {
        Self {
            title: title.to_owned(),
            ..Self::default()
        }
    }
}

/// The program on a screen.
pub struct Stage {
    pub app: App<'static>,
    lang: Lang,
    folder: PathBuf,
    /// The size at which keys are pressed.
    size: (u16, u16),
    pub shots: Vec<Shot>,
}

impl Stage {
    fn of(walk: Walk<'static>, lang: Lang, folder: &Path) -> Self {
        let app = App::new(walk, Theme::colour(), Box::new(|| Duration::ZERO));
        Self {
            app,
            lang,
            folder: folder.to_owned(),
            size: KEPT[0],
            shots: Vec::new(),
        }
    }

    /// The program as it starts in a folder.
    pub fn home(lang: Lang, folder: &Path) -> Self {
        let walk = Walk::home(lang, folder.to_owned(), Library::built_in(), &outside);
        Self::of(walk, lang, folder)
    }

    /// The program as it starts for the first time.
    pub fn welcome(lang: Lang, folder: &Path) -> Self {
        let walk = Walk::home(lang, folder.to_owned(), Library::built_in(), &outside);
        Self::of(walk.welcoming(), lang, folder)
    }

    /// The program on a session.
    pub fn open(lang: Lang, path: &Path) -> Self {
        let walk = Walk::open(lang, path, Library::built_in(), &outside).unwrap();
        Self::of(walk, lang, path.parent().unwrap())
    }

    /// Presses keys: `⏎` Enter, `⇥` Tab, `⌫` Backspace, `⎋` Esc, `⒈` F1,
    /// `⌘` Ctrl-P,
    /// arrows as such, and every other character as typed.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for c in keys.chars() {
            let code = match c {
                '⏎' => KeyCode::Enter,
                '⇥' => KeyCode::Tab,
                '⌫' => KeyCode::Backspace,
                '⎋' => KeyCode::Esc,
                '⒈' => KeyCode::F(1),
                '⇟' => KeyCode::PageDown,
                '↑' => KeyCode::Up,
                '↓' => KeyCode::Down,
                '←' => KeyCode::Left,
                '→' => KeyCode::Right,
                c => KeyCode::Char(c),
            };
            self.draw();
            self.app.event(Event::Key(match c {
                '⌘' => KeyEvent::new(KeyCode::Char('p'), KeyModifiers::CONTROL),
                _ => KeyEvent::from(code),
            }));
        }
        self
    }

    /// From now on the screen has this size.
    pub const fn at_size(&mut self, size: (u16, u16)) {
        self.size = size;
    }

    /// The key of the page that stands.
    pub fn page(&self) -> &str {
        &self.app.page().key
    }

    /// What each language has of it.
    pub fn say(&mut self, en: &str, nl: &str) -> &mut Self {
        self.press(match self.lang {
            Lang::En => en,
            Lang::Nl => nl,
        })
    }

    pub fn draw(&self) -> Frame {
        Frame::draw(&self.app, self.size)
    }

    /// Takes a picture at every size, and looks at each whether it is sound.
    pub fn shoot(&mut self, title: &str) -> &mut Self {
        for height in 0..=12 {
            for width in 0..=40 {
                Frame::draw(&self.app, (width, height));
            }
        }
        Frame::draw(&self.app, (300, 100));
        let mut shot = Shot::new(title);
        for size in LOOKED_AT {
            self.look(size, &mut shot);
        }
        self.app.look_like(Looks {
            ascii: true,
            ..Looks::default()
        });
        for size in LOOKED_AT {
            let rows = Frame::draw(&self.app, size).rows();
            if !rows.iter().all(|row| row.is_ascii()) {
                shot.wrong
                    .push(format!("{title} at {size:?}: not ASCII: {rows:#?}"));
            }
        }
        self.app.look_like(Looks::default());
        for size in KEPT {
            shot.words
                .extend(long_words(&Frame::draw(&self.app, size).rows().join("\n")));
        }
        // Each shot at other widths, each width at another height.
        let from = 60 + self.shots.len() % EVERY;
        for width in (from..=200).step_by(EVERY) {
            let size = [width, 18 + width * 7 % 43].map(|n| u16::try_from(n).unwrap());
            let frame = Frame::draw(&self.app, size.into());
            shot.wrong.extend(self.cut(size.into(), &frame, title));
        }
        shot.frames = KEPT.map(|size| self.picture(size)).to_vec();
        self.shots.push(shot);
        self
    }

    /// The last slide of the letter that stands, which is another one at
    /// every size.
    pub fn shoot_last_slide(&mut self, title: &str) -> &mut Self {
        let mut shot = Shot::new(title);
        for size in KEPT {
            self.size = size;
            let rows = self.draw().rows();
            let numbers: Vec<usize> = rows
                .last()
                .unwrap()
                .split_whitespace()
                .filter_map(|word| word.parse().ok())
                .collect();
            let [at, all] = numbers[..] else {
                panic!("{title}: {rows:?}");
            };
            self.press(&"→".repeat(all - at));
            self.look(size, &mut shot);
            shot.frames.push(self.picture(size));
            self.press(&"←".repeat(all - at));
        }
        self.size = KEPT[0];
        self.shots.push(shot);
        self
    }

    /// A picture at one size, whatever the others are.
    pub fn shoot_at(&mut self, title: &str, size: (u16, u16)) -> &mut Self {
        let mut shot = Shot::new(title);
        shot.frames = vec![self.picture(size); KEPT.len()];
        self.shots.push(shot);
        self
    }

    fn picture(&self, size: (u16, u16)) -> String {
        let folder = self.folder.file_name().unwrap().to_string_lossy();
        let text = Frame::draw(&self.app, size).styled();
        text.replace(&*folder, "dc000000")
    }

    /// Goes on with Enter until a page stands; cards get this answer.
    pub fn onward(&mut self, key: &str, card: &str) -> &mut Self {
        for _ in 0..120 {
            let page = self.app.page();
            if page.key.starts_with(key) {
                return self;
            }
            let mut keys = String::new();
            if page.key.ends_with("/second") {
                keys.push('2');
            } else if page.look == Look::Private || page.key.starts_with("private/") {
                let before = page.key.clone();
                self.press(card).press("⏎");
                if self.app.page().key == before {
                    self.press("⏎");
                }
            } else {
                for field in &page.fields {
                    match &field.kind {
                        Kind::Cards(cards) => {
                            let card = match cards.answers {
                                CardAnswers::Scale => card,
                                CardAnswers::Apology => "3",
                                CardAnswers::Stance => "+",
                                CardAnswers::Forecast => "30",
                            };
                            let line = vec![card; cards.seats.len()].join(" ");
                            keys.push_str(&line);
                            keys.push('⏎');
                        }
                        Kind::Lines => keys.push('⇥'),
                        _ => keys.push('⏎'),
                    }
                }
                let lines = |kind: &Kind| matches!(kind, Kind::Lines);
                if page.fields.last().is_none_or(|last| lines(&last.kind)) {
                    keys.push('⏎');
                }
            }
            self.press(&keys);
        }
        panic!("never came to {key}: {}", self.app.page().key);
    }

    // What must hold of every picture

    fn look(&self, size: (u16, u16), shot: &mut Shot) {
        let frame = Frame::draw(&self.app, size);
        shot.wrong.extend(self.cut(size, &frame, &shot.title));
        let rows = frame.rows();
        let page = self.app.page();
        let text = rows.join("\n");
        let mut wrong = Vec::new();
        if text.contains("{ $") {
            wrong.push("an argument that was not filled in".to_owned());
        }
        let words = text.split(|c: char| c.is_whitespace() || c == '[' || c == ']');
        wrong.extend(
            words
                .filter(|word| is_key(word))
                .map(|key| format!("the key {key}")),
        );
        let last = rows.last().unwrap();
        let enter = last.split_once("Enter").map(|(_, hint)| hint.trim_start());
        if enter.is_none_or(str::is_empty) {
            wrong.push("no word on what Enter does".to_owned());
        }
        if !last.contains("? ") && !last.contains("F1") {
            wrong.push("no word on where help is".to_owned());
        }
        let elsewhere = self.app.lost_keys().into_iter();
        wrong.extend(elsewhere.map(|key| format!("a key that comes to something else: {key}")));
        let helps = page.fields.iter().any(|field| !field.help.is_empty());
        let told = [&page.lead, &page.keys].iter().any(|text| !text.is_empty());
        if !told && page.body.is_empty() && !helps {
            wrong.push("no word on what to do".to_owned());
        }
        if !["help", "palette"]
            .iter()
            .any(|over| shot.title.starts_with(over))
        {
            let shown = self.shown().into_iter();
            let cut = shown.filter(|text| !is_there(text, &rows));
            wrong.extend(cut.map(|text| format!("cut off: {text}")));
        }
        let place = |wrong| format!("{} at {size:?} in {:?}: {wrong}", shot.title, self.lang);
        let wrong: Vec<String> = wrong.into_iter().map(place).collect();
        shot.wrong.extend(wrong);
    }

    /// What was cut off at a size without a sign of it; with the frame.
    fn cut(&self, size: (u16, u16), frame: &Frame, title: &str) -> Option<String> {
        let cut = self.app.cut();
        let rows = || frame.rows().join("\n");
        (!cut.is_empty()).then(|| {
            let lang = self.lang;
            format!("{title} at {size:?} in {lang:?}: {cut:#?}\n{}", rows())
        })
    }

    /// The texts of the page that must be on the screen.
    fn shown(&self) -> Vec<String> {
        let page = self.app.page();
        let mut texts = Vec::new();
        if page.look == Look::Plain || page.look == Look::Private {
            texts.push(page.title.clone());
            texts.push(page.lead.clone());
            texts.push(page.keys.clone());
        }
        for field in &page.fields {
            let unlabelled = matches!(field.kind, Kind::Scale(_))
                || matches!(field.kind, Kind::Cards(_)) && page.fields.len() == 1;
            if field.when.is_none() && !unlabelled {
                texts.push(field.label.clone());
            }
        }
        texts
    }
}

/// Whether every word is on the screen; or the text ends in an ellipsis; or a
/// sign tells that there is more.
fn is_there(text: &str, rows: &[String]) -> bool {
    let has = |word: &str| rows.iter().any(|row| row.contains(word));
    let pieces = |word: &str| word.split(['-', '–', '/']).all(has);
    let mut words = text.split_whitespace();
    let whole = words.clone().all(|word| has(word) || pieces(word));
    let mut cut = || words.next().is_some_and(has) && rows.iter().any(|row| row.contains('…'));
    whole || has("▼") || has("▲") || cut()
}

pub fn is_key(word: &str) -> bool {
    thread_local! {
        static KEYS: BTreeSet<&'static str> = Lang::ALL
            .into_iter()
            .flat_map(|lang| lang::source(lang).lines())
            .filter_map(|line| line.split_once(" = "))
            .map(|(key, _)| key)
            .filter(|key| key.contains('-'))
            .collect();
    }
    KEYS.with(|keys| keys.contains(word))
}

/// The longer words, without names that are the same in every language.
pub fn long_words(text: &str) -> Vec<String> {
    // A name may stand on two lines.
    let text: Vec<&str> = text.split_whitespace().collect();
    let mut text = text.join(" ").to_lowercase();
    for name in ["dear customer", "dear-customer", ".session.toml"] {
        text = text.replace(name, "");
    }
    text.split(|c: char| !c.is_alphabetic())
        .filter(|word| word.chars().count() > 5)
        .map(str::to_owned)
        .collect()
}

// Sessions that are further on

/// A session with what is on record of it, at a page.
pub struct Made<'a> {
    pub lang: Lang,
    pub instrument: &'a str,
    pub seats: usize,
    pub way: Way,
    /// Assessments that lie on the table, with everyone's answers.
    pub table: &'a [(Assessment, &'a str)],
    pub legal: Option<Legal>,
    /// What the first who answers `how` names, in both languages.
    pub conditions: [&'a str; 2],
    pub at: (Step, &'a str),
}

impl Made<'_> {
    pub fn write(&self, path: &Path) {
        let library = Library::built_in();
        let new = NewSession {
            lang: self.lang,
            participants: vec![None; self.seats],
            named: false,
            example: false,
            team: None,
            class: None,
            instrument: library.instrument(self.instrument).unwrap(),
            scenario: library.scenario("ing-2014").unwrap(),
            own: false,
            disguised: false,
            pair: None,
            start_with: vec!["a".into()],
        };
        session::create(path, new, &mut outside()).unwrap();
        let (service, _) = Service::open(path, outside()).unwrap();
        let mut actions = vec![Action::Frame(Framing {
            way: self.way,
            ..Framing::default()
        })];
        for &(assessment, answers) in self.table {
            let mut reason = match self.lang {
                Lang::En => self.conditions[0],
                Lang::Nl => self.conditions[1],
            };
            let ratings = (1..).zip(answers.split(' ')).map(|(seat, answer)| {
                // The first who answers `how` names the condition.
                let mut told = "";
                if answer == "how" {
                    told = std::mem::take(&mut reason);
                }
                let answer = AnswerWord::parse(answer).unwrap();
                HandIn {
                    round: RoundId {
                        option: "a".into(),
                        assessment,
                        round: Round::First,
                    },
                    seat: SeatId::new(seat).unwrap(),
                    rating: Secret::new((answer, Clean::line(told))),
                }
            });
            actions.push(Action::HandIn {
                ratings: ratings.collect(),
                legal: Vec::new(),
                reveal: true,
            });
        }
        actions.extend(self.legal.map(|state| {
            Action::SetLegal(LegalEntry {
                option: "a".into(),
                state,
                source: Clean::line("C. Smit, 2026-11-20"),
            })
        }));
        let (step, page) = self.at;
        actions.push(Action::GoTo(step, Some("a".into()), Some(page.into())));
        for (id, action) in actions.into_iter().enumerate() {
            let command = Command {
                id: id.to_string(),
                actor: Actor::Facilitator,
                seen: None,
                action,
            };
            service.submit(command).wait().unwrap();
        }
    }

    pub fn stage(&self, folder: &Path, name: &str) -> Stage {
        let path = folder.join(format!("{name}.session.toml"));
        self.write(&path);
        Stage::open(self.lang, &path)
    }
}
