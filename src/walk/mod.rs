//! The walk: which page comes when, what it asks, and what its answers do.
//! Knows no terminal: a screen draws [`Page`]s, a walk by prompts can ask
//! them, and both hand back [`Value`]s.
//!
//! Invariants: where the room stands is in the session (an event for every
//! step taken), so a walk that was cut off goes on where it was; whoever
//! changes the session goes through its service; what one person answers
//! behind the curtain is held without `Debug` and leaves for the session,
//! sealed, at once.

pub mod action;
mod behind;
mod clock;
mod debrief;
mod decide;
mod demo;
mod frame;
mod home;
mod legal;
mod letter;
mod live;
mod memo;
mod other_side;
mod page;
mod private;
mod rate;
mod reveal;
mod room;
mod setup;
mod shelf;
mod spot;
mod verdict;
mod welcome;

pub use action::Action;
pub use clock::{Clock, Reading};
pub use page::{
    CardAnswers, Cards, Choice, Complaint, Dots, Field, Item, Kind, Look, Page, Pile, Score, Value,
};
pub use room::{RoomPage, Told};
pub use setup::participants;

use crate::{
    content::Library,
    lang::{Lang, Message},
    msg,
    session::{self, Notice, Outside, Pair, Pending, Service, Trouble},
};
use live::{Live, Out};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Everything that a walk is led with.
pub struct Walk<'w> {
    /// The language of the screen.
    lang: Lang,
    /// Where sessions are kept and memos written.
    folder: PathBuf,
    library: Library,
    outside: &'w dyn Fn() -> Outside,
    at: At,
    /// What is on its way to the disk.
    pending: Vec<Pending>,
    /// What was just done and is worth a word.
    said: Option<Message>,
    left: bool,
    /// Sessions that were open lately, wherever they are.
    recent: Vec<PathBuf>,
    /// Whether the welcome has been passed.
    welcomed: bool,
    /// The folder of the worked example, gone with this.
    demo: Option<TempDir>,
}

/// Where the walk is.
enum At {
    Welcome(welcome::Welcome),
    Home(home::Home),
    Shelf(Box<shelf::Shelf>),
    /// A session to begin, and the library from which one came to it.
    Setup(Box<setup::Setup>, Option<Box<shelf::Shelf>>),
    Live(Box<Live>),
}

/// A file of this name in the folder of another: a name, and no way out of
/// the folder.
fn beside(path: &Path, file: &str) -> PathBuf {
    path.with_file_name(Path::new(file).file_name().unwrap_or_default())
}

/// A step on the rail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RailStep {
    /// Its name, short.
    pub name: String,
    /// Done, now or to come.
    pub state: RailState,
}

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RailState {
    /// Behind.
    Done,
    /// Here.
    Now,
    /// Ahead.
    ToCome,
}

/// What stands above a page of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Title and option.
    pub title: String,
    /// The steps.
    pub rail: Vec<RailStep>,
    /// The time box of the step, in minutes, where there is one; with a word
    /// that tells it from those of other steps.
    pub clock: Option<(String, u16)>,
}

impl<'w> Walk<'w> {
    /// A walk that begins at home.
    #[must_use]
    pub fn home(
        lang: Lang,
        folder: PathBuf,
        library: Library,
        outside: &'w dyn Fn() -> Outside,
    ) -> Self {
        let home = home::Home::look(&folder, &[]);
        Self {
            lang,
            folder,
            library,
            outside,
            at: At::Home(home),
            pending: Vec::new(),
            said: None,
            left: false,
            recent: Vec::new(),
            welcomed: false,
            demo: None,
        }
    }

    /// The same with sessions that were open lately, wherever they are; Home
    /// offers them too.
    #[must_use]
    pub fn with_recent(mut self, recent: Vec<PathBuf>) -> Self {
        self.recent = recent;
        if matches!(self.at, At::Home(_)) {
            self.go_home();
        }
        self
    }

    /// The same for whoever is here for the first time: two pages come first.
    #[must_use]
    pub fn welcoming(mut self) -> Self {
        self.at = At::Welcome(welcome::Welcome::What);
        self
    }

    /// The same without them, for whoever has seen them.
    #[must_use]
    pub fn past_welcome(mut self) -> Self {
        if matches!(self.at, At::Welcome(_)) {
            self.go_home();
        }
        self
    }

    /// Whether the welcome has been passed.
    #[must_use]
    pub const fn welcomed(&self) -> bool {
        self.welcomed
    }

    /// A walk in a worked example, at its verdict. It stands in a folder of
    /// its own that is gone with the walk.
    ///
    /// # Errors
    /// Where the example can't be written.
    pub fn demo(
        lang: Lang,
        folder: PathBuf,
        library: Library,
        outside: &'w dyn Fn() -> Outside,
    ) -> Result<Self, Complaint> {
        let mut walk = Self::home(lang, folder, library, outside);
        walk.enter_demo()?;
        Ok(walk)
    }

    fn enter_demo(&mut self) -> Result<(), Complaint> {
        let folder = tempfile::Builder::new()
            .prefix("dear-customer-")
            .tempdir()
            .map_err(|error| {
                let (message, hint) = session::io_words(&std::env::temp_dir(), &error);
                Complaint::new(message, Some(hint))
            })?;
        let path = demo::make(folder.path(), self.lang, &self.library, self.outside)?;
        self.enter(&path)?;
        self.demo = Some(folder);
        self.said = Some(msg!("demo-said"));
        Ok(())
    }

    /// Home, with what is there by now.
    fn go_home(&mut self) {
        // The service writes what is on its way as it ends.
        let _ = self.take_pending();
        self.at = At::Home(home::Home::look(&self.folder, &self.recent));
        self.demo = None;
    }

    /// A walk that goes on where a session stopped.
    ///
    /// # Errors
    /// Where the session can't be opened for writing; nothing is changed.
    pub fn open(
        lang: Lang,
        path: &Path,
        library: Library,
        outside: &'w dyn Fn() -> Outside,
    ) -> Result<Self, Trouble> {
        let folder = match path.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
            _ => PathBuf::from("."),
        };
        let mut walk = Self::home(lang, folder, library, outside);
        walk.enter(path)?;
        Ok(walk)
    }

    /// Opens a session.
    fn enter(&mut self, path: &Path) -> Result<(), Trouble> {
        let (service, notice) = Service::open(path, (self.outside)())?;
        // Whether the twin is walked and told decides what comes here.
        let twin = |pair: &Pair| session::read(&beside(path, &pair.file)).ok();
        let twin = service.host().info.pair.as_ref().and_then(twin);
        self.said = match &notice {
            Notice::Whole => None,
            notice => notice.message(),
        };
        let mut live = Live::new(service, path.to_owned(), (self.outside)());
        live.twin = twin.map(|opened| opened.host());
        self.at = At::Live(Box::new(live));
        let path = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        self.recent.retain(|known| *known != path);
        self.recent.insert(0, path);
        Ok(())
    }

    /// From a session to the one with its twin, which goes on as this one was
    /// agreed on.
    fn enter_twin(&mut self) -> Result<(), Complaint> {
        let At::Live(live) = &self.at else {
            return Ok(());
        };
        let Some(pair) = &live.view.info.pair else {
            return Ok(());
        };
        let path = beside(&live.path, &pair.file);
        if !path.is_file() {
            return Err(Complaint::new(
                msg!("twin-gone", file = crate::text::in_place(&pair.file)),
                Some(msg!("twin-gone-hint")),
            ));
        }
        // As it stands here: the disk may not have it yet.
        let left = live.view.clone();
        // The service writes what is on its way as it ends.
        let _ = self.take_pending();
        self.enter(&path)?;
        if let At::Live(live) = &mut self.at {
            if live.view.rounds.is_empty() && !live.view.framed {
                live.begin(left.framing.clone())?;
            }
            live.twin = Some(left);
        }
        Ok(())
    }

    /// Reads the library's cases, so that nobody waits for them later. Takes
    /// some milliseconds, and can be done on another thread.
    pub fn reading_ahead(&self) -> impl FnOnce() + Send + use<> {
        let library = self.library.clone();
        move || {
            let _ = library.cases();
        }
    }

    /// The language of the screen.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether the walk is over.
    #[must_use]
    pub const fn left(&self) -> bool {
        self.left
    }

    /// The page to show.
    #[must_use]
    pub fn page(&self) -> Page {
        let mut page = match &self.at {
            At::Welcome(welcome) => welcome.page(self.lang),
            At::Home(home) => home.page(self.lang),
            At::Shelf(cases) => cases.page(self.lang),
            At::Setup(setup, _) => setup.page(self.lang, &self.library),
            At::Live(live) => live.page(self.lang, &self.library),
        };
        if let At::Live(live) = &self.at
            && matches!(page.look, Look::Plain)
        {
            page.actions.push(Action::Go);
            // Nothing is done on a page that is only looked at.
            let told = live.view.debrief.is_some();
            if live.view.can_undo && !live.looks() && !told {
                page.actions.push(Action::Undo);
            }
        }
        page
    }

    /// What stands above the page, in a session.
    #[must_use]
    pub fn head(&self) -> Option<Head> {
        match &self.at {
            At::Live(live) => Some(live.head(self.lang)),
            At::Welcome(_) | At::Home(_) | At::Shelf(_) | At::Setup(..) => None,
        }
    }

    /// The session's service, in a session.
    #[must_use]
    pub fn service(&self) -> Option<&Service> {
        match &self.at {
            At::Live(live) => Some(&live.service),
            At::Welcome(_) | At::Home(_) | At::Shelf(_) | At::Setup(..) => None,
        }
    }

    /// The session's file, in a session that is kept.
    #[must_use]
    pub fn file(&self) -> Option<&Path> {
        match &self.at {
            _ if self.demo.is_some() => None,
            At::Live(live) => Some(&live.path),
            At::Welcome(_) | At::Home(_) | At::Shelf(_) | At::Setup(..) => None,
        }
    }

    /// How far a page that comes in beats is, from 0.
    #[must_use]
    pub const fn beat(&self) -> usize {
        match &self.at {
            At::Live(live) => live.beat,
            At::Welcome(_) | At::Home(_) | At::Shelf(_) | At::Setup(..) => 0,
        }
    }

    /// What was just done and is worth a word; asked once.
    pub fn said(&mut self) -> Option<Message> {
        self.said.take()
    }

    /// What is on its way to the disk since this was last asked.
    pub fn take_pending(&mut self) -> Vec<Pending> {
        if let At::Live(live) = &mut self.at {
            self.pending.append(&mut live.pending);
        }
        std::mem::take(&mut self.pending)
    }

    /// Everything handed over by [`Walk::take_pending`] has reached the disk,
    /// or something of it has not: then the session is looked at anew, and
    /// what was typed comes back.
    pub fn settle(&mut self, written: bool) {
        if let At::Live(live) = &mut self.at {
            live.settle(written);
        }
    }

    /// Keeps what is being typed in a field.
    pub fn keep(&mut self, field: &str, text: &str) {
        if let At::Live(live) = &mut self.at {
            live.keep(field, text);
        }
    }

    /// Answers the page: a value for each of its fields.
    ///
    /// # Errors
    /// What is wrong; nothing has changed then.
    pub fn submit(&mut self, values: &[Value]) -> Result<(), Complaint> {
        match &mut self.at {
            At::Welcome(welcome) => match welcome.submit(values) {
                welcome::After::How => *welcome = welcome::Welcome::How,
                welcome::After::Demo => {
                    self.welcomed = true;
                    self.enter_demo()?;
                }
                welcome::After::Home => {
                    self.welcomed = true;
                    self.go_home();
                }
            },
            At::Home(home) => match home.submit(values) {
                home::Chosen::Open(path) => self.enter(&path)?,
                home::Chosen::Demo => self.enter_demo()?,
                home::Chosen::Own => {
                    self.at = At::Setup(Box::new(setup::Setup::new(None)), None);
                }
                home::Chosen::Library(practise) => {
                    let cases = shelf::Shelf::new(&self.library, practise);
                    self.at = At::Shelf(Box::new(cases));
                }
                home::Chosen::Nothing => {}
            },
            At::Shelf(cases) => {
                let random = (self.outside)().random;
                match cases.submit(values, self.lang, &self.folder, &*random)? {
                    shelf::Taken::Stay(said) => self.said = said,
                    shelf::Taken::Practise(chosen) => {
                        let setup = Box::new(setup::Setup::new(Some(*chosen)));
                        let home = At::Home(home::Home::look(&self.folder, &self.recent));
                        if let At::Shelf(cases) = std::mem::replace(&mut self.at, home) {
                            self.at = At::Setup(setup, Some(cases));
                        }
                    }
                }
            }
            At::Setup(setup, _) => {
                let made =
                    setup.submit(values, self.lang, &self.folder, &self.library, self.outside)?;
                if let Some(made) = made {
                    let framing = made.framing;
                    self.enter(&made.path)?;
                    if let At::Live(live) = &mut self.at {
                        live.begin(framing)?;
                    }
                }
            }
            At::Live(live) => {
                if live.look_away() {
                    return Ok(());
                }
                let page = live.page(self.lang, &self.library);
                self.said = live.submit(self.lang, &self.library, &self.folder, values)?;
                let out = live.out.take();
                // What was typed is on record now, unless the card goes on.
                let underway = live.turn.is_underway();
                for field in page.fields.iter().filter(|_| !underway) {
                    if !matches!(
                        field.kind,
                        Kind::Choice { .. }
                            | Kind::Scale(_)
                            | Kind::Percent(_)
                            | Kind::Ticks { .. }
                    ) {
                        live.done_with(field.id.clone());
                    }
                }
                match out {
                    Some(Out::Leave) => self.left = true,
                    Some(Out::Twin) => {
                        if let Err(complaint) = self.enter_twin() {
                            // Then this one goes on by itself.
                            if let At::Live(live) = &mut self.at {
                                live.twin = None;
                            }
                            return Err(complaint);
                        }
                    }
                    Some(Out::Home) => self.go_home(),
                    None => {}
                }
            }
        }
        Ok(())
    }

    /// A dial was turned, or a search typed: the page follows, and nothing
    /// else happens.
    pub fn turned(&mut self, values: &[Value]) {
        match &mut self.at {
            At::Live(live) => behind::turned(live, values),
            At::Shelf(cases) => cases.turned(values),
            At::Welcome(_) | At::Home(_) | At::Setup(..) => {}
        }
    }

    /// What one person was typing behind the curtain is for nobody who draws
    /// it next.
    fn close_curtain(&self) {
        if let At::Live(live) = &self.at {
            let page = live.page(self.lang, &self.library);
            if page.look == Look::Private {
                for field in &page.fields {
                    live.service.keep_draft(&field.id, "");
                }
            }
        }
    }

    /// Does something beside answering.
    ///
    /// # Errors
    /// What is wrong; nothing has changed then.
    pub fn act(&mut self, action: Action) -> Result<(), Complaint> {
        match action {
            Action::Language => self.lang = self.lang.other(),
            Action::Leave => {
                self.close_curtain();
                self.welcomed |= matches!(self.at, At::Welcome(_));
                self.left = true;
            }
            Action::Back => {
                self.close_curtain();
                let home = match &mut self.at {
                    // Only `q` leaves: Esc is quickly pressed once too often.
                    At::Home(_) => false,
                    At::Welcome(_) => {
                        self.welcomed = true;
                        true
                    }
                    At::Shelf(cases) => !cases.back(),
                    At::Setup(setup, cases) => {
                        let left = !setup.back();
                        match cases.take_if(|_| left) {
                            Some(cases) => {
                                self.at = At::Shelf(cases);
                                false
                            }
                            None => left,
                        }
                    }
                    At::Live(live) => !live.back()?,
                };
                if home {
                    self.go_home();
                }
            }
            Action::Help | Action::Timer => {}
            _ => {
                if let At::Live(live) = &mut self.at {
                    self.said = live.act(action, self.lang, &self.folder)?;
                }
            }
        }
        Ok(())
    }
}
