//! The program on the screen: takes what the terminal reports, hands it to
//! the form or to the walk, and says what to draw. Knows no terminal: a test
//! feeds it keys and reads its frames.
//!
//! Invariant: what is drawn was put together before; drawing changes
//! nothing but the sizes it has seen.

use super::{
    ascii, draw,
    form::{Form, Input, Part, Took},
    keys,
    palette::{Chose, Palette},
    theme::{Looks, Scheme, Theme},
};
use crate::{
    lang::Message,
    msg,
    session::{Pending, Refusal, Sitting},
    walk::{
        Action, Clock, Complaint, Head, Kind, Look, Page, Walk,
        action::{On, Row, TABLE, row},
    },
};
use ratatui::{
    Frame,
    crossterm::event::{
        Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent,
        MouseEventKind,
    },
    layout::{Position, Rect},
};
use std::{
    cell::{Cell, RefCell},
    path::Path,
    time::Duration,
};

/// The program's state.
pub struct App<'w> {
    pub(super) walk: Walk<'w>,
    pub(super) page: Page,
    pub(super) head: Option<Head>,
    pub(super) form: Form,
    pub(super) theme: Theme,
    looks: Looks,
    /// Whether the mouse is asked for.
    mouse: bool,
    /// How far the body is scrolled, in lines.
    pub(super) scroll: usize,
    /// Which slide of the letter stands.
    pub(super) slide: usize,
    /// What lies over the page.
    pub(super) over: Option<Over>,
    /// What is to be done by whoever holds the terminal.
    errand: Option<Errand>,
    pub(super) note: Option<Note>,
    /// How many commands are on their way to the disk.
    pub(super) in_flight: usize,
    pub(super) clock: Clock,
    pub(super) seen: Seen,
}

/// What a click at a place means.
#[derive(Clone, Copy)]
pub(super) enum Target {
    /// As this key.
    Key(KeyEvent),
    /// An action of those found in the palette.
    Found(Action),
    /// Something of a field.
    Field(usize, Part),
}

/// What can lie over a page.
pub(super) enum Over {
    /// What the keys do.
    Help,
    /// The parts of a long page, with this one picked.
    Contents(usize),
    /// The actions, to search.
    Palette(Palette),
}

/// What only whoever holds the terminal can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Errand {
    /// Let the shell have the terminal until the program is called back.
    Suspend,
    /// Let an editor have the terminal, with the text of the focused field;
    /// what comes back goes to [`App::edited`].
    Edit(String),
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
    /// How many slides the letter takes, and where in it the one that stands
    /// begins.
    pub slides: Cell<usize>,
    /// Where a click means something; what was drawn last lies on top.
    pub targets: RefCell<Vec<(Rect, Target)>>,
    /// What had no room, and no sign tells so.
    pub cut: RefCell<Vec<String>>,
    pub place: Cell<usize>,
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
            over: None,
            errand: None,
            looks: Looks::default(),
            mouse: false,
            note,
            in_flight: 0,
            clock: Clock::new(now),
            seen: Seen::default(),
        };
        app.count();
        app
    }

    /// The same with other looks.
    #[must_use]
    pub const fn looking(mut self, looks: Looks) -> Self {
        self.look_like(looks);
        self
    }

    /// Takes on other looks.
    pub const fn look_like(&mut self, looks: Looks) {
        self.looks = looks;
        self.theme = looks.theme();
    }

    /// The same with the mouse on or off.
    #[must_use]
    pub const fn with_mouse(mut self, mouse: bool) -> Self {
        self.mouse = mouse;
        self
    }

    /// Which scheme stands.
    #[must_use]
    pub const fn scheme(&self) -> Scheme {
        self.looks.scheme
    }

    /// Whether the mouse is asked for.
    #[must_use]
    pub const fn mouse(&self) -> bool {
        self.mouse
    }

    /// What is to be done by whoever holds the terminal; asked once.
    pub const fn take_errand(&mut self) -> Option<Errand> {
        self.errand.take()
    }

    /// The terminal has told whether its background is dark; true where that
    /// changes what is drawn.
    pub fn background(&mut self, dark: bool) -> bool {
        self.looks.colours.dark = Some(dark);
        let before = std::mem::replace(&mut self.theme, self.looks.theme());
        before != self.theme
    }

    /// Puts a line of news on the screen that is no good news.
    pub fn say(&mut self, message: Message) {
        self.note = Some(Note {
            message,
            hint: None,
            bad: true,
        });
    }

    /// What came back from the editor for the focused field; a message where
    /// it could not be used.
    pub fn edited(&mut self, text: Result<String, Message>) {
        match text {
            Ok(text) => {
                self.form.edit(&text);
                self.typed();
            }
            Err(message) => {
                self.note = Some(Note {
                    message,
                    hint: Some(msg!("editor-hint")),
                    bad: true,
                });
            }
        }
    }

    /// The shell asks for the terminal.
    pub(super) fn suspend(&mut self) {
        self.errand = Some(Errand::Suspend);
    }

    /// There is no shell that would call the program back.
    pub(super) fn say_no_shell(&mut self) {
        self.note = Some(news(msg!("suspend-none")));
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

    /// The walk that it shows.
    #[must_use]
    pub const fn walk(&self) -> &Walk<'w> {
        &self.walk
    }

    /// How long the screen stays as it is if nothing happens; none: for ever.
    #[must_use]
    pub fn until_tick(&self) -> Option<Duration> {
        self.clock.until_tick()
    }

    /// The session's file with what the room window may know of this sitting,
    /// as last drawn. `start` is when the clock that only goes forward stood at
    /// nothing, in milliseconds since 1970.
    #[must_use]
    pub fn sitting(&self, start: u64) -> Option<(&Path, Sitting)> {
        let clock = self.head.as_ref().and_then(|head| head.clock.as_ref());
        let stands = self.page.look == Look::Standing;
        let sitting = Sitting {
            sentence: if stands { self.seen.place.get() } else { 0 },
            beat: self.walk.beat(),
            clock: clock.map(|(_, minutes)| self.clock.shared(*minutes, start)),
        };
        Some((self.walk.file()?, sitting))
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
                self.paste(&text);
                true
            }
            Event::Resize(..) => true,
            Event::Mouse(mouse) if self.mouse => self.pointed(mouse),
            _ => false,
        }
    }

    /// The mouse: a click means what stands there, the wheel reads on.
    fn pointed(&mut self, mouse: MouseEvent) -> bool {
        match mouse.kind {
            MouseEventKind::ScrollDown => return self.scroll_line(3),
            MouseEventKind::ScrollUp => return self.scroll_line(-3),
            MouseEventKind::Down(MouseButton::Left) => {}
            _ => return false,
        }
        let place = Position::new(mouse.column, mouse.row);
        let targets = self.seen.targets.borrow();
        let hit = targets.iter().rev().find(|(area, _)| area.contains(place));
        let hit = hit.map(|(_, target)| *target);
        drop(targets);
        match hit {
            // Beside what lies over the page: it is closed.
            None => self.over.take().is_some(),
            Some(Target::Key(key)) => self.key(key),
            Some(Target::Found(action)) => {
                self.over = None;
                self.act(action);
                true
            }
            Some(Target::Field(field, part)) => {
                let took = self.form.click(field, part);
                self.took(took)
            }
        }
    }

    fn paste(&mut self, text: &str) {
        match &mut self.over {
            None => match self.form.paste(text) {
                Took::Typed => self.typed(),
                Took::Turned => self.turned(),
                _ => {}
            },
            Some(Over::Palette(palette)) => {
                palette.line.paste(text);
                palette.picked = 0;
            }
            Some(Over::Help | Over::Contents(_)) => {}
        }
    }

    /// Draws it.
    pub fn draw(&self, frame: &mut Frame) {
        self.seen.cut.take();
        draw::draw(self, frame);
        if self.theme.ascii {
            ascii::only(frame.buffer_mut());
        }
    }

    /// What the last frame had no room for without a sign that there is more:
    /// lines that ran out of their area, lines below its end, and a question,
    /// a choice or a cursor that is not in view. Nothing where all is well.
    #[must_use]
    pub fn cut(&self) -> Vec<String> {
        self.seen.cut.borrow().clone()
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
        match self.over.take() {
            None => {}
            Some(Over::Help) => return true,
            Some(Over::Contents(part)) => return self.pick_part(part, key),
            Some(Over::Palette(mut palette)) => {
                match palette.key(key, &self.rows(), self.walk.lang()) {
                    Chose::Nothing => self.over = Some(Over::Palette(palette)),
                    Chose::Close => {}
                    Chose::Do(action) => self.act(action),
                }
                return true;
            }
        }
        if let Some(row) = keys::row_while_typing(&self.rows(), key) {
            self.act(row.action);
            return true;
        }
        match key.code {
            KeyCode::PageDown => return self.scroll_by(1),
            KeyCode::PageUp => return self.scroll_by(-1),
            _ => {}
        }
        if self.page.look == Look::Standing {
            return self.stand(key);
        }
        let took = self.form.key(key);
        if self.took(took) {
            return true;
        }
        match key.code {
            _ if control => self.letter(key),
            // A page without questions is read with the arrows.
            KeyCode::Down if self.page.fields.is_empty() => self.scroll_line(1),
            KeyCode::Up if self.page.fields.is_empty() => self.scroll_line(-1),
            KeyCode::Char(' ') if self.page.fields.is_empty() => self.scroll_by(1),
            _ => self.letter(key),
        }
    }

    /// What a key or a click came to in the form; false where that was
    /// nothing.
    fn took(&mut self, took: Took) -> bool {
        match took {
            Took::Nothing => return false,
            Took::Moved => self.note = None,
            Took::Turned => self.turned(),
            Took::Typed => self.typed(),
            Took::Done => self.submit(),
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
            }
        }
        true
    }

    /// A key outside text: an action that this page has.
    fn letter(&mut self, key: KeyEvent) -> bool {
        if self.form.is_typing() {
            return false;
        }
        let Some(row) = keys::row(&self.rows(), key) else {
            return false;
        };
        self.act(row.action);
        true
    }

    /// The rows of the table that work now.
    pub(super) fn rows(&self) -> Vec<&'static Row> {
        let rows = TABLE.iter().filter(|row| self.has(row.action));
        rows.collect()
    }

    /// The keys of actions that work here and do not come to their action: one
    /// key for two, or one that the focused field takes. None, or it is a
    /// fault.
    #[must_use]
    pub fn lost_keys(&self) -> Vec<String> {
        let (rows, typing) = (self.rows(), self.form.is_typing());
        let mut lost = Vec::new();
        for row in &rows {
            let key = if typing { row.typing } else { row.key };
            let Some(event) = keys::event(key) else {
                continue;
            };
            let first = keys::row_while_typing(&rows, event);
            let comes_to = match first {
                Some(row) => Some(row),
                None if self.form.clone().key(event) != Took::Nothing => None,
                None => keys::row(&rows, event),
            };
            if comes_to.map(|found| found.action) != Some(row.action) {
                lost.push(format!("{key} for {:?}", row.action));
            }
        }
        lost
    }

    /// Whether an action works on this page.
    pub(super) fn has(&self, action: Action) -> bool {
        match action {
            // At home there is nothing behind.
            Action::Back if self.page.key == "home" => false,
            Action::Timer => self.head.as_ref().is_some_and(|head| head.clock.is_some()),
            // What one person writes behind the curtain stays here.
            Action::Editor => {
                let focused = self.form.inputs.get(self.form.focus);
                cfg!(unix)
                    && self.page.look == Look::Plain
                    && matches!(focused, Some(Input::Lines(_)))
            }
            Action::Suspend => cfg!(unix),
            action => row(action).on != On::Some || self.page.actions.contains(&action),
        }
    }

    fn act(&mut self, action: Action) {
        self.note = None;
        match action {
            Action::Help => self.over = Some(Over::Help),
            Action::Outline => self.over = Some(Over::Contents(self.part())),
            Action::Palette => self.over = Some(Over::Palette(Palette::default())),
            Action::Timer => self.clock.toggle(),
            Action::Theme => {
                self.looks.scheme = self.looks.scheme.next();
                self.theme = self.looks.theme();
                let name = self.looks.scheme.name();
                self.note = Some(news(msg!("theme-now", name = name)));
            }
            Action::Mouse => {
                self.mouse = !self.mouse;
                self.note = Some(news(if self.mouse {
                    msg!("mouse-on")
                } else {
                    msg!("mouse-off")
                }));
            }
            Action::Suspend => self.errand = Some(Errand::Suspend),
            Action::Editor => self.errand = self.form.draft().map(Errand::Edit),
            _ => {
                let done = self.walk.act(action);
                self.after(done, action != Action::Language);
            }
        }
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
            self.over = None;
            // Not drawn yet: a key that comes before is for the page before.
            self.seen.slides.set(0);
        }
        self.page = page;
        self.head = self.walk.head();
        self.count();
    }

    fn count(&mut self) {
        self.clock.count(self.head.as_ref());
    }

    fn turned(&mut self) {
        self.walk.turned(&self.form.values());
        self.look(false);
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
            _ => self.letter(key),
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
        let to = match key.code {
            KeyCode::Down => (part + 1).min(last),
            KeyCode::Up => part.saturating_sub(1),
            KeyCode::Home | KeyCode::PageUp => 0,
            KeyCode::End | KeyCode::PageDown => last,
            KeyCode::Enter => {
                let line = self.seen.parts.borrow().get(part).copied();
                self.scroll = line.unwrap_or(self.scroll).min(self.last_scroll());
                return true;
            }
            _ => return true,
        };
        self.over = Some(Over::Contents(to));
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
        Some(Input::Lines(_)) => msg!("enter-newline"),
        Some(_) if app.form.narrows() => msg!("enter-to-list"),
        _ => msg!("enter-next-field"),
    }
}
