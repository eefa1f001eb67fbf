//! The room window: `open FILE --room` in a second terminal, on the
//! projector, beside the program that leads the session. It reads along.
//!
//! Invariants: it writes nothing and takes no lock, so that neither program
//! can harm the other; and nothing wakes it but a key, a change of the
//! session's files, or the next second of a running clock.

use super::{
    ascii, draw,
    input::Read,
    terminal::{self, Message, Screen},
    theme::{Looks, Theme},
};
use crate::{
    lang::Lang,
    session::{self, Notice, Sitting, StepClock, Trouble},
    t,
    walk::{RoomPage, Told},
};
use notify::{Config, PollWatcher, RecursiveMode, Watcher};
use ratatui::{
    Frame,
    crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers},
};
use std::{
    cell::RefCell,
    ffi::OsString,
    fs, io,
    path::{Path, PathBuf},
    sync::mpsc::{RecvTimeoutError, Sender, channel},
    time::{Duration, SystemTime},
};

/// How often it looks where the system does not tell of changes.
const POLL: Duration = Duration::from_millis(150);

/// The window's state.
pub struct Window {
    path: PathBuf,
    pub(super) lang: Lang,
    looks: Looks,
    pub(super) theme: Theme,
    /// What had no room, and no sign tells so.
    pub(super) cut: RefCell<Vec<String>>,
    /// The time, in milliseconds since 1970.
    now: Box<dyn Fn() -> u64>,
    told: Result<Told, Trouble>,
    pub(super) page: Result<RoomPage, Trouble>,
    /// What is known of the sitting; once nobody leads it, what was.
    sitting: Sitting,
    /// Whether somebody leads the session.
    led: bool,
    pub(super) help: bool,
    over: bool,
}

impl Window {
    /// A window on a session. `now` is the time in milliseconds since 1970.
    #[must_use]
    pub fn new(path: &Path, lang: Lang, looks: Looks, now: Box<dyn Fn() -> u64>) -> Self {
        let told = Told::read(path);
        let page = page(&told, lang, 0);
        let mut window = Self {
            path: path.to_owned(),
            lang,
            looks,
            theme: looks.theme(),
            cut: RefCell::default(),
            now,
            told,
            page,
            sitting: Sitting::default(),
            led: false,
            help: false,
            over: false,
        };
        window.look();
        window
    }

    /// Whether it is over.
    #[must_use]
    pub const fn is_over(&self) -> bool {
        self.over
    }

    /// Something about the session has changed: looks again. True where
    /// something shown differs.
    pub fn look(&mut self) -> bool {
        let before = (self.page.clone(), self.sitting.clone(), self.note());
        self.told = Told::read(&self.path);
        let sitting = session::sitting(&self.path);
        self.led = sitting.is_some();
        // Where nobody leads it the last state stays, but no clock runs.
        self.sitting = sitting.unwrap_or(Sitting {
            clock: None,
            ..self.sitting
        });
        self.turn();
        before != (self.page.clone(), self.sitting.clone(), self.note())
    }

    fn turn(&mut self) {
        self.page = page(&self.told, self.lang, self.sitting.beat);
    }

    /// Takes what the terminal reports; true where there is something new to
    /// draw.
    pub fn event(&mut self, event: &Event) -> bool {
        match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => self.key(*key),
            Event::Resize(..) => true,
            _ => false,
        }
    }

    fn key(&mut self, key: KeyEvent) -> bool {
        let control = key.modifiers.contains(KeyModifiers::CONTROL)
            && !key.modifiers.contains(KeyModifiers::ALT);
        if control {
            self.over |= matches!(key.code, KeyCode::Char('c' | 'C'));
            return false;
        }
        if self.help {
            self.help = false;
            return true;
        }
        match key.code {
            KeyCode::Char('q' | 'Q') => self.over = true,
            KeyCode::Char('l' | 'L') | KeyCode::F(2) => {
                self.lang = self.lang.other();
                self.turn();
                return true;
            }
            KeyCode::Char('t' | 'T') | KeyCode::F(3) => {
                self.looks.scheme = self.looks.scheme.next();
                self.theme = self.looks.theme();
                return true;
            }
            KeyCode::Char('?') | KeyCode::F(1) => {
                self.help = true;
                return true;
            }
            _ => {}
        }
        false
    }

    /// The terminal has told whether its background is dark; true where that
    /// changes what is drawn.
    fn background(&mut self, dark: bool) -> bool {
        self.looks.colours.dark = Some(dark);
        let before = std::mem::replace(&mut self.theme, self.looks.theme());
        before != self.theme
    }

    /// What the step has used, and its clock.
    pub(super) fn clock(&self) -> Option<(Duration, StepClock)> {
        let clock = self.sitting.clock?;
        Some((clock.used_at((self.now)()), clock))
    }

    /// Where in the letter the facilitator's slide begins.
    pub(super) const fn sentence(&self) -> usize {
        self.sitting.sentence
    }

    /// What is worth knowing of the session's file, or of who leads it.
    pub(super) fn note(&self) -> String {
        match self.told.as_ref().map(|told| &told.notice) {
            Ok(Notice::Damaged { .. }) => t!(self.lang, "wall-damaged"),
            Ok(Notice::Newer { .. }) => t!(self.lang, "wall-newer"),
            _ if self.led => String::new(),
            _ => t!(self.lang, "wall-left"),
        }
    }

    /// How long the screen stays as it is if nothing happens; none: for ever.
    #[must_use]
    pub fn until_tick(&self) -> Option<Duration> {
        let (used, clock) = self.clock()?;
        clock.since?;
        self.page.as_ref().ok()?;
        Some(Duration::from_nanos(
            1_000_000_000 - u64::from(used.subsec_nanos()),
        ))
    }

    /// Draws it.
    pub fn draw(&self, frame: &mut Frame) {
        self.cut.borrow_mut().clear();
        draw::room::draw(self, frame);
        if self.theme.ascii {
            ascii::only(frame.buffer_mut());
        }
    }
}

fn page(told: &Result<Told, Trouble>, lang: Lang, beat: usize) -> Result<RoomPage, Trouble> {
    match told {
        Ok(told) => Ok(told.page(lang, beat)),
        Err(trouble) => Err(trouble.clone()),
    }
}

/// Runs a room window on the terminal until it is left.
///
/// # Errors
/// Where the terminal can't be set up or written to.
pub fn show_room(path: &Path, lang: Lang, looks: Looks, ask_background: bool) -> io::Result<()> {
    let (sender, inbox) = channel();
    terminal::prepare(&sender);
    // Before the first look, so that no change falls between them.
    let _watcher = watch(path, &sender);
    let now = || {
        let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
        session::millis(since.unwrap_or_default())
    };
    let mut window = Window::new(path, lang, looks, Box::new(now));
    #[cfg(unix)]
    let signals = terminal::told_by_the_system(&sender)?;
    let mut screen = Screen::enter(&sender)?;
    screen.draw(|frame| window.draw(frame))?;
    if ask_background {
        terminal::ask_background()?;
    }
    while !window.is_over() {
        let next = match window.until_tick() {
            None => inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(tick) => inbox.recv_timeout(tick),
        };
        let first = match next {
            Ok(message) => Some(message),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => break,
        };
        let (mut changed, mut look) = (first.is_none(), false);
        // What came in meanwhile is drawn with it.
        for message in first.into_iter().chain(inbox.try_iter()) {
            match message {
                Message::Read(Read::Event(event)) => changed |= window.event(&event),
                Message::Read(Read::Background(dark)) => changed |= window.background(dark),
                Message::Changed => look = true,
                Message::Resized => changed = true,
                Message::Read(Read::Gone) | Message::End => window.over = true,
                // It writes nothing, and has nothing to stop for: it is left.
                Message::Written(_) | Message::Suspend => {}
            }
        }
        if terminal::has_failed() {
            drop(screen);
            terminal::pass_on();
        }
        changed |= look && window.look();
        if changed && !window.is_over() {
            screen.draw(|frame| window.draw(frame))?;
        }
    }
    #[cfg(unix)]
    signals.close();
    Ok(())
}

/// Reports every change of a session's file, and of the one beside it, as long
/// as it is kept. Where the system tells of none, it looks by itself.
fn watch(path: &Path, sender: &Sender<Message>) -> Option<Box<dyn Watcher>> {
    let real = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = real.parent()?;
    let name = real.file_name()?;
    let mut beside = OsString::from(".");
    beside.push(name);
    beside.push(".room");
    let names = [name.to_owned(), beside];
    let tell = || {
        let (names, sender) = (names.clone(), sender.clone());
        move |event: notify::Result<notify::Event>| {
            let ours = |path: &PathBuf| {
                let name = path.file_name();
                name.is_some_and(|name| names.iter().any(|ours| ours == name))
            };
            let about = match event {
                // Reading it is no change, this window's own least of all.
                Ok(event) if event.kind.is_access() => false,
                Ok(event) => event.need_rescan() || event.paths.iter().any(ours),
                Err(_) => true,
            };
            if about {
                let _ = sender.send(Message::Changed);
            }
        }
    };
    let follows = |watcher: &mut dyn Watcher| {
        let watched = watcher.watch(folder, RecursiveMode::NonRecursive);
        watched.is_ok()
    };
    if let Ok(mut watcher) = notify::recommended_watcher(tell())
        && follows(&mut watcher)
    {
        return Some(Box::new(watcher));
    }
    let polls = Config::default().with_poll_interval(POLL);
    let mut watcher = PollWatcher::new(tell(), polls).ok()?;
    follows(&mut watcher).then(|| Box::new(watcher) as Box<dyn Watcher>)
}
