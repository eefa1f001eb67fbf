//! The program on the screen: takes what the terminal reports, hands it to
//! the form or to the walk, and says what to draw. Knows no terminal: a test
//! feeds it keys and reads its frames.
//!
//! Invariant: what is drawn was put together before; drawing changes
//! nothing but the sizes it has seen.

use super::{
    draw,
    form::{Form, Took},
    theme::Theme,
};
use crate::{
    lang::Message,
    msg,
    session::{Pending, Refusal},
    walk::{
        Action, Complaint, Head, Kind, Look, Page, Walk,
        action::{self, TABLE},
    },
};
use ratatui::{
    Frame,
    crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers},
};
use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    time::Duration,
};

/// The program's state.
pub struct App<'w> {
    pub(super) walk: Walk<'w>,
    pub(super) page: Page,
    pub(super) head: Option<Head>,
    pub(super) form: Form,
    pub(super) theme: Theme,
    /// How far the body is scrolled, in lines.
    pub(super) scroll: usize,
    /// Which slide of the letter stands.
    pub(super) slide: usize,
    /// The help lies over the page.
    pub(super) help: bool,
    /// The contents lie over the page, with this part picked.
    pub(super) contents: Option<usize>,
    pub(super) note: Option<Note>,
    /// How many commands are on their way to the disk.
    pub(super) in_flight: usize,
    pub(super) clock: Clock,
    pub(super) seen: Seen,
}

/// A line of news.
pub(super) struct Note {
    pub message: Message,
    pub hint: Option<Message>,
    pub bad: bool,
}

/// What the last frame measured, for keys that mean a page of it.
#[derive(Default)]
pub(super) struct Seen {
    /// Lines of the body that are in view, and how many there are.
    pub view: Cell<usize>,
    pub body: Cell<usize>,
    /// On which line of the body each of its parts begins.
    pub parts: RefCell<Vec<usize>>,
    /// How many slides the letter takes.
    pub slides: Cell<usize>,
}

/// The clock of a step's time box.
pub(super) struct Clock {
    now: Box<dyn Fn() -> Duration>,
    /// What the steps have used so far.
    used: BTreeMap<String, Duration>,
    /// The step that is counted, and since when; stopped where none.
    since: Option<Duration>,
    key: String,
}

impl Clock {
    fn new(now: Box<dyn Fn() -> Duration>) -> Self {
        Self {
            now,
            used: BTreeMap::new(),
            since: None,
            key: String::new(),
        }
    }

    /// Counts for a step from now on, or for none.
    fn count(&mut self, key: Option<&str>) {
        let key = key.unwrap_or_default();
        if key == self.key {
            return;
        }
        self.stop();
        key.clone_into(&mut self.key);
        self.since = (!key.is_empty()).then(|| (self.now)());
    }

    fn stop(&mut self) {
        if let Some(since) = self.since.take() {
            let used = (self.now)().saturating_sub(since);
            *self.used.entry(self.key.clone()).or_default() += used;
        }
    }

    fn toggle(&mut self) {
        if self.since.is_some() {
            self.stop();
        } else if !self.key.is_empty() {
            self.since = Some((self.now)());
        }
    }

    /// What the step has used.
    pub(super) fn used(&self) -> Duration {
        let before = self.used.get(&self.key).copied().unwrap_or_default();
        let now = self.since.map(|since| (self.now)().saturating_sub(since));
        before + now.unwrap_or_default()
    }

    pub(super) const fn is_running(&self) -> bool {
        self.since.is_some()
    }

    /// How long until the seconds shown change; none while it stands.
    fn until_tick(&self) -> Option<Duration> {
        self.since?;
        let part = self.used().subsec_nanos();
        Some(Duration::from_nanos(1_000_000_000 - u64::from(part)))
    }
}

impl<'w> App<'w> {
    /// The program on a walk. `now` is a clock that only goes forward.
    #[must_use]
    pub fn new(mut walk: Walk<'w>, theme: Theme, now: Box<dyn Fn() -> Duration>) -> Self {
        let page = walk.page();
        let form = Form::new(&page);
        let note = walk.said().map(news);
        let head = walk.head();
        let mut app = Self {
            head,
            form,
            page,
            walk,
            theme,
            scroll: 0,
            slide: 0,
            help: false,
            contents: None,
            note,
            in_flight: 0,
            clock: Clock::new(now),
            seen: Seen::default(),
        };
        app.count();
        app
    }

    /// Whether it is over.
    #[must_use]
    pub const fn is_over(&self) -> bool {
        self.walk.left()
    }

    /// The page that stands.
    #[must_use]
    pub const fn page(&self) -> &Page {
        &self.page
    }

    /// How long the screen stays as it is if nothing happens; none: for ever.
    #[must_use]
    pub fn until_tick(&self) -> Option<Duration> {
        self.clock.until_tick()
    }

    /// What is on its way to the disk since this was last asked; each is to
    /// be reported by [`App::written`].
    pub fn take_pending(&mut self) -> Vec<Pending> {
        let pending = self.walk.take_pending();
        self.in_flight += pending.len();
        pending
    }

    /// A command has reached the disk, or has not.
    pub fn written(&mut self, refused: Option<Refusal>) {
        self.in_flight = self.in_flight.saturating_sub(1);
        if refused.is_none() && self.in_flight == 0 {
            self.walk.settle(true);
        }
        if let Some(refusal) = refused {
            self.walk.settle(false);
            self.look(true);
            self.note = Some(Note {
                message: refusal.message,
                hint: refusal.hint,
                bad: true,
            });
        }
    }

    /// Takes what the terminal reports; true where there is something new to
    /// draw.
    pub fn event(&mut self, event: Event) -> bool {
        match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => self.key(key),
            Event::Paste(text) => {
                if !self.help && self.contents.is_none() && self.form.paste(&text) == Took::Typed {
                    self.typed();
                }
                true
            }
            Event::Resize(..) => true,
            _ => false,
        }
    }

    /// Draws it.
    pub fn draw(&self, frame: &mut Frame) {
        draw::draw(self, frame);
    }

    /// The terminal is gone: leaves.
    pub fn leave(&mut self) {
        self.act(Action::Leave);
    }

    fn key(&mut self, key: KeyEvent) -> bool {
        let control = key.modifiers.contains(KeyModifiers::CONTROL)
            && !key.modifiers.contains(KeyModifiers::ALT);
        if control && matches!(key.code, KeyCode::Char('c' | 'C')) {
            self.act(Action::Leave);
            return true;
        }
        if self.help {
            self.help = false;
            return true;
        }
        if let Some(part) = self.contents {
            return self.pick_part(part, key);
        }
        match key.code {
            KeyCode::F(1) => {
                self.help = true;
                return true;
            }
            KeyCode::F(2) => {
                self.act(Action::Language);
                return true;
            }
            KeyCode::Esc => {
                self.act(Action::Back);
                return true;
            }
            KeyCode::PageDown => return self.scroll_by(1),
            KeyCode::PageUp => return self.scroll_by(-1),
            _ => {}
        }
        if self.page.look == Look::Standing {
            return self.stand(key);
        }
        match self.form.key(key) {
            Took::Nothing => {}
            Took::Moved => {
                self.note = None;
                return true;
            }
            Took::Turned => {
                self.walk.turned(&self.form.values());
                self.look(false);
                return true;
            }
            Took::Typed => {
                self.typed();
                return true;
            }
            Took::Done => {
                self.submit();
                return true;
            }
            Took::Missing => {
                let field = self.page.fields.get(self.form.focus);
                let empty = field.is_some_and(|f| matches!(f.kind, Kind::List(_)));
                let (message, hint) = if empty {
                    (msg!("shelf-none"), msg!("shelf-none-hint"))
                } else {
                    (msg!("private-none"), msg!("private-none-hint"))
                };
                self.note = Some(Note {
                    message,
                    hint: Some(hint),
                    bad: true,
                });
                return true;
            }
        }
        if control {
            return false;
        }
        match key.code {
            // A page without questions is read with the arrows.
            KeyCode::Down if self.page.fields.is_empty() => self.scroll_line(1),
            KeyCode::Up if self.page.fields.is_empty() => self.scroll_line(-1),
            KeyCode::Char(' ') if self.page.fields.is_empty() => self.scroll_by(1),
            KeyCode::Char(c) => self.letter(c),
            _ => false,
        }
    }

    /// A letter outside text: an action that this page has.
    fn letter(&mut self, c: char) -> bool {
        let c = c.to_string();
        let found = TABLE
            .iter()
            .filter(|row| self.has(row.action))
            .find(|row| row.key.eq_ignore_ascii_case(&c));
        let Some(row) = found else { return false };
        self.act(row.action);
        true
    }

    /// Whether an action works on this page.
    pub(super) fn has(&self, action: Action) -> bool {
        match action {
            // At home there is nothing behind.
            Action::Back if self.page.key == "home" => false,
            Action::Timer => self.head.as_ref().is_some_and(|head| head.clock.is_some()),
            action => action::row(action).everywhere || self.page.actions.contains(&action),
        }
    }

    fn act(&mut self, action: Action) {
        self.note = None;
        match action {
            Action::Help => {
                self.help = true;
                return;
            }
            Action::Timer => {
                self.clock.toggle();
                return;
            }
            Action::Outline => {
                self.contents = Some(self.part());
                return;
            }
            _ => {}
        }
        let done = self.walk.act(action);
        self.after(done, action != Action::Language);
    }

    fn submit(&mut self) {
        self.note = None;
        let done = self.walk.submit(&self.form.values());
        self.after(done, false);
    }

    /// After something was asked of the walk. `anew`: what is recorded may
    /// have changed under the fields.
    fn after(&mut self, done: Result<(), Complaint>, anew: bool) {
        match done {
            Ok(()) => {
                self.look(anew);
                if let Some(said) = self.walk.said() {
                    self.note = Some(news(said));
                }
            }
            Err(complaint) => {
                self.look(false);
                if let Some(field) = complaint.field {
                    self.form.go_to(field);
                }
                if let Some(cell) = complaint.cell {
                    self.form.go_to_cell(cell);
                }
                self.note = Some(Note {
                    message: complaint.message,
                    hint: complaint.hint,
                    bad: true,
                });
            }
        }
    }

    /// Looks at the walk's page again. Answers that are being given stay as
    /// long as the page does.
    fn look(&mut self, anew: bool) {
        let page = self.walk.page();
        let same = page.key == self.page.key
            && page.fields.len() == self.page.fields.len()
            && page
                .fields
                .iter()
                .zip(&self.page.fields)
                .all(|(a, b)| a.id == b.id);
        if !same || anew {
            self.form = Form::new(&page);
            self.slide = 0;
        } else {
            self.form.translate(&self.page, &page);
        }
        if !same {
            self.scroll = 0;
            self.contents = None;
            // Not drawn yet: a key that comes before is for the page before.
            self.seen.slides.set(0);
        }
        self.page = page;
        self.head = self.walk.head();
        self.count();
    }

    fn count(&mut self) {
        let key = self.head.as_ref().and_then(|head| head.clock.as_ref());
        let key = key.map(|(key, _)| key.clone());
        self.clock.count(key.as_deref());
    }

    fn typed(&mut self) {
        self.note = None;
        let field = self.page.fields.get(self.form.focus);
        if let (Some(field), Some(text)) = (field, self.form.draft()) {
            self.walk.keep(&field.id, &text);
        }
    }

    /// The letter stands: on, or back, a slide.
    fn stand(&mut self, key: KeyEvent) -> bool {
        match key.code {
            _ if self.seen.slides.get() == 0 => false,
            KeyCode::Enter | KeyCode::Char(' ') | KeyCode::Right | KeyCode::Down => {
                if self.slide + 1 < self.seen.slides.get() {
                    self.slide += 1;
                } else {
                    self.submit();
                }
                true
            }
            KeyCode::Left | KeyCode::Up | KeyCode::Backspace => {
                self.slide = self.slide.saturating_sub(1);
                true
            }
            KeyCode::Char(c) => self.letter(c),
            _ => false,
        }
    }

    /// Which part of the body is at the top of the view.
    pub(super) fn part(&self) -> usize {
        let scroll = self.scroll.min(self.last_scroll());
        let parts = self.seen.parts.borrow();
        let begun = parts.iter().take_while(|&&line| line <= scroll);
        begun.count().saturating_sub(1)
    }

    /// A key while the contents lie over the page: up and down pick a part,
    /// Enter goes to it, everything else closes them.
    fn pick_part(&mut self, part: usize, key: KeyEvent) -> bool {
        let last = self.page.outline.len().saturating_sub(1);
        match key.code {
            KeyCode::Down => self.contents = Some((part + 1).min(last)),
            KeyCode::Up => self.contents = Some(part.saturating_sub(1)),
            KeyCode::Home | KeyCode::PageUp => self.contents = Some(0),
            KeyCode::End | KeyCode::PageDown => self.contents = Some(last),
            KeyCode::Enter => {
                self.contents = None;
                let line = self.seen.parts.borrow().get(part).copied();
                self.scroll = line.unwrap_or(self.scroll).min(self.last_scroll());
            }
            _ => self.contents = None,
        }
        true
    }

    fn last_scroll(&self) -> usize {
        self.seen.body.get().saturating_sub(self.seen.view.get())
    }

    fn scroll_by(&mut self, pages: isize) -> bool {
        let page = self.seen.view.get().saturating_sub(1).max(1);
        self.scroll_line(pages * isize::try_from(page).unwrap_or(1))
    }

    fn scroll_line(&mut self, lines: isize) -> bool {
        let before = self.scroll.min(self.last_scroll());
        self.scroll = before.saturating_add_signed(lines).min(self.last_scroll());
        self.scroll != before
    }
}

fn news(message: Message) -> Note {
    Note {
        message,
        hint: None,
        bad: false,
    }
}

/// The hint for what Enter does where it is not the page's own.
pub(super) fn enter_hint(app: &App) -> Message {
    match app.form.inputs.get(app.form.focus) {
        Some(super::form::Input::Lines(_)) => msg!("enter-newline"),
        Some(_) if app.form.narrows() => msg!("enter-to-list"),
        _ => msg!("enter-next-field"),
    }
}
