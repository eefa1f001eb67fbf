//! Accessible mode: the walk as numbered prompts, line by line, for a screen
//! reader, a plain connection or a script. No alternate screen, no colour, no
//! cursor movement, no picture: only lines, and a sign where one answers.
//!
//! It is the other walk over the pages that [`crate::tui`] draws, and decides
//! as little: it reads a page out, takes a [`Value`] for each field, and hands
//! them back. Streams and clock come in from outside.
//!
//! What goes round unseen on the screen goes round unseen here. Lines can't be
//! taken back from a terminal, so nothing that is typed behind a curtain, and
//! no card, is ever shown: a real terminal does not echo it from before it is
//! asked for, and no output repeats it before its reveal. Where one person
//! alone hears the sentence of an answer to confirm it, a person behind a
//! curtain types the answer twice: the sentence would stay readable for the
//! next. (A screen reader that speaks keys speaks them here too: behind a
//! curtain it needs headphones.)
//!
//! Invariant: every prompt takes at least one line of the input, so that a
//! script can't be walked in circles; and the end of the input leaves in good
//! order.

mod ask;
mod pick;
mod rows;
mod say;
mod source;

pub use source::{Piped, Source, Stdin};

use crate::{
    lang::{Lang, Message},
    msg, t,
    walk::{
        Action, Clock, Complaint, Head, Item, Kind, Look, Page, RailState, Value, Walk,
        action::{self, On, TABLE},
    },
};
use std::{
    collections::BTreeMap,
    io::{self, Write},
    time::Duration,
};

/// Leads a walk over a source of lines until it is left or the lines end.
/// `now` is a clock that only goes forward.
///
/// # Errors
/// Where the output can't be written to; a reader that has gone is none.
/// What was answered is on disk.
pub fn run(
    mut walk: Walk,
    source: &mut dyn Source,
    out: &mut dyn Write,
    now: Box<dyn Fn() -> Duration>,
) -> io::Result<()> {
    let said = walk.said();
    let page = walk.page();
    let mut prompts = Prompts {
        head: walk.head(),
        values: start(&page),
        page,
        walk,
        source,
        out,
        clock: Clock::new(now),
        told: None,
        heard: BTreeMap::new(),
        step: None,
        at: 0,
        only: false,
        cell: None,
        ended: false,
    };
    let done = prompts.walk_on(said);
    if done.is_err() {
        // Nobody hears it, but what is behind a curtain is dropped.
        let _ = prompts.walk.act(Action::Leave);
    }
    match done {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        done => done,
    }
}

/// What stands in the fields of a page to begin with.
fn start(page: &Page) -> Vec<Value> {
    page.fields
        .iter()
        .map(|field| match (&field.kind, &field.value) {
            (Kind::Ticks { items, columns }, value) => {
                let mut on = value.ticks().to_vec();
                on.resize(items.len() * columns.len().max(1), false);
                Value::Ticks(on)
            }
            (Kind::Dial(_), value) => Value::Pick(Some(value.pick().unwrap_or(0))),
            (Kind::Rows(_), value) => Value::Rows(value.rows()),
            (_, value) => value.clone(),
        })
        .collect()
}

/// Why the asking of a page was left before its end.
enum Away {
    /// Something else was done: there is a page to look at.
    Look,
    /// The output is gone.
    Io(io::Error),
}

impl From<io::Error> for Away {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// What a line may hold, beside commands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Typing {
    /// Any text: a command begins with `/`.
    Text,
    /// Numbers: a letter alone is a command too.
    Numbers,
    /// The same, but `x` is an answer.
    Scale,
}

/// The walk and what was said of it so far.
struct Prompts<'a, 'w> {
    walk: Walk<'w>,
    page: Page,
    head: Option<Head>,
    /// What stands in the fields of the page.
    values: Vec<Value>,
    source: &'a mut dyn Source,
    out: &'a mut dyn Write,
    clock: Clock,
    /// The page as it was read out last, and in which language.
    told: Option<(Page, Lang)>,
    /// What was to be seen on each page when it was read out, by its key.
    heard: BTreeMap<String, Vec<Item>>,
    /// The step that was read out last.
    step: Option<String>,
    /// Which field is asked.
    at: usize,
    /// Only this one is asked: the others were answered.
    only: bool,
    /// Only this cell of it is: row and column.
    cell: Option<(usize, usize)>,
    /// The input has ended.
    ended: bool,
}

impl Prompts<'_, '_> {
    fn walk_on(&mut self, said: Option<Message>) -> io::Result<()> {
        self.clock.count(self.head.as_ref());
        self.say(&t!(self.lang(), "prompts-welcome"))?;
        if let Some(said) = said {
            self.news(&said)?;
        }
        while !self.walk.left() {
            self.show()?;
            match self.ask() {
                Ok(()) => {
                    let done = self.walk.submit(&self.values);
                    self.after(done, false)?;
                }
                Err(Away::Look) => {}
                Err(Away::Io(error)) => return Err(error),
            }
            self.settle()?;
        }
        let lang = self.lang();
        if self.ended {
            self.say(&t!(lang, "prompts-end"))?;
        } else if self.walk.service().is_some() {
            self.say(&t!(lang, "prompts-left"))?;
        }
        self.out.flush()
    }

    const fn lang(&self) -> Lang {
        self.walk.lang()
    }

    /// Whether what is typed on this page is for nobody else's eyes.
    fn is_private(&self) -> bool {
        self.page.look == Look::Private
    }

    // The walk

    /// After something was asked of the walk. `anew`: what is recorded may
    /// have changed under the fields.
    fn after(&mut self, done: Result<(), Complaint>, anew: bool) -> io::Result<()> {
        match done {
            Ok(()) => {
                (self.at, self.only, self.cell) = (0, false, None);
                self.look(anew);
                if let Some(said) = self.walk.said() {
                    self.news(&said)?;
                }
            }
            Err(complaint) => {
                self.look(false);
                let field = complaint.field.filter(|&field| self.is_asked(field));
                self.at = field.unwrap_or(0);
                self.only = field.is_some();
                self.complain(&complaint.message, complaint.hint.as_ref())?;
                self.cell = complaint.cell.filter(|_| field.is_some());
            }
        }
        Ok(())
    }

    /// Looks at the walk's page again. Answers that are being given stay as
    /// long as the page does; what nobody has touched comes in new words.
    fn look(&mut self, anew: bool) {
        let page = self.walk.page();
        let ids = |page: &Page| -> Vec<String> {
            let ids = page.fields.iter().map(|field| field.id.clone());
            ids.collect()
        };
        let same = page.key == self.page.key && ids(&page) == ids(&self.page);
        let mut values = start(&page);
        if same && !anew {
            let before = start(&self.page);
            for (i, value) in values.iter_mut().enumerate() {
                // A list that was narrowed down begins at its top again.
                let other = match (&self.page.fields[i].kind, &page.fields[i].kind) {
                    (Kind::List(a), Kind::List(b)) => a.len() != b.len(),
                    (Kind::Dial(a), Kind::Dial(b)) => a.len() != b.len(),
                    _ => false,
                };
                if self.values[i] != before[i] && !other {
                    *value = self.values[i].clone();
                }
            }
        } else {
            (self.at, self.only, self.cell) = (0, false, None);
        }
        self.values = values;
        self.page = page;
        self.head = self.walk.head();
        self.clock.count(self.head.as_ref());
    }

    /// Waits for the disk. What could not be written is said, and the walk
    /// goes on from what is there.
    fn settle(&mut self) -> io::Result<()> {
        let pending = self.walk.take_pending();
        if pending.is_empty() {
            return Ok(());
        }
        let mut refused = None;
        for one in pending {
            if let Err(refusal) = one.wait() {
                refused.get_or_insert(refusal);
            }
        }
        self.walk.settle(refused.is_none());
        if let Some(refusal) = refused {
            self.look(true);
            self.complain(&refusal.message, refusal.hint.as_ref())?;
        }
        Ok(())
    }

    /// Whether a field is asked, as things are.
    fn is_asked(&self, field: usize) -> bool {
        let Some(asked) = self.page.fields.get(field) else {
            return false;
        };
        asked
            .when
            .is_none_or(|(on, pick)| self.values.get(on).and_then(Value::pick) == Some(pick))
    }

    /// Whether an action works on this page.
    fn has(&self, action: Action) -> bool {
        match action {
            // At home there is nothing behind.
            Action::Back if self.page.key == "home" => false,
            Action::Timer => self.head.as_ref().is_some_and(|head| head.clock.is_some()),
            action if action.is_for_the_screen() => false,
            action => action::row(action).on != On::Some || self.page.actions.contains(&action),
        }
    }

    // Reading lines

    /// The next line that is no command.
    fn read(&mut self, typing: Typing, concealed: bool) -> Result<String, Away> {
        loop {
            // Before anything asks for it: people type ahead.
            let conceal = self.source.conceal(concealed);
            write!(self.out, "> ")?;
            self.out.flush()?;
            let line = conceal.and_then(|()| self.source.line());
            if !self.source.echoes() {
                writeln!(self.out)?;
            }
            // An input that can't be read has ended.
            let Ok(Some(line)) = line else {
                let _ = self.walk.act(Action::Leave);
                self.ended = true;
                return Err(Away::Look);
            };
            let line = crate::text::typed("", &line, false);
            if let Some(rest) = line.strip_prefix('/') {
                if rest.starts_with('/') {
                    return Ok(rest.to_owned());
                }
                self.command(rest.trim())?;
                continue;
            }
            let word = line.trim();
            let letter = word.chars().count() == 1 && !(typing == Typing::Scale && word == "x");
            if typing != Typing::Text && letter && self.found(word).is_some() {
                self.command(word)?;
                continue;
            }
            return Ok(line);
        }
    }

    /// The action of a key or a name, of those that work here.
    fn found(&self, word: &str) -> Option<Action> {
        let here = || TABLE.iter().filter(|row| self.has(row.action));
        let exact = here().find(|row| row.key == word);
        let either = || here().find(|row| row.key.eq_ignore_ascii_case(word));
        let lang = self.lang();
        let named = || here().find(|row| (row.name)().text(lang).eq_ignore_ascii_case(word));
        let found = exact.or_else(either).or_else(named).map(|row| row.action);
        // `b` is back wherever it is nothing else.
        found.or_else(|| (word == "b" && self.has(Action::Back)).then_some(Action::Back))
    }

    /// Does what a command says.
    fn command(&mut self, word: &str) -> Result<(), Away> {
        if word.is_empty() {
            // The page once more.
            self.told = None;
            return Err(Away::Look);
        }
        if word == "tt" && self.has(Action::Timer) {
            self.clock.toggle();
            return Ok(self.tell_time()?);
        }
        match self.found(word) {
            None => {
                let (message, hint) = (msg!("prompts-not-here"), msg!("prompts-not-here-hint"));
                Ok(self.complain(&message, Some(&hint))?)
            }
            Some(Action::Help) => Ok(self.help()?),
            Some(Action::Timer) => Ok(self.tell_time()?),
            Some(Action::Outline) => self.contents(),
            Some(Action::Language) => {
                let at = (self.at, self.only, self.cell);
                let done = self.walk.act(Action::Language);
                self.after(done, false)?;
                (self.at, self.only, self.cell) = at;
                Err(Away::Look)
            }
            Some(action) => {
                let done = self.walk.act(action);
                let failed = done.is_err();
                let at = (self.at, self.only, self.cell);
                self.after(done, true)?;
                if failed {
                    (self.at, self.only, self.cell) = at;
                }
                Err(Away::Look)
            }
        }
    }

    // Saying

    /// What was just done.
    fn news(&mut self, message: &Message) -> io::Result<()> {
        let text = message.text(self.lang());
        self.say(&text)
    }

    /// What is wrong, and what to do about it.
    fn complain(&mut self, message: &Message, hint: Option<&Message>) -> io::Result<()> {
        let lang = self.lang();
        let mut text = format!("! {}", message.text(lang).replace('\n', " "));
        if let Some(hint) = hint {
            text = format!("{text} {}", hint.text(lang).replace('\n', " "));
        }
        self.say(&text)
    }

    /// Reads out the page, as far as it was not just read out.
    fn show(&mut self) -> io::Result<()> {
        let lang = self.lang();
        let first = self.page.fields.first().map(|field| &field.kind);
        if self.is_private() || matches!(first, Some(Kind::Cards(_))) {
            // What can't be concealed is not asked for either.
            let _ = self.source.conceal(true);
        }
        let told = self.told.take().filter(|(_, other)| *other == lang);
        let told = told.map(|(page, _)| page);
        if told.is_none() {
            self.heard.clear();
        }
        let same = told.as_ref().is_some_and(|told| told.key == self.page.key);
        if let Some(head) = &self.head {
            let now = head.rail.iter().position(|s| s.state == RailState::Now);
            let step = now.map(|at| {
                let (n, all) = (at + 1, head.rail.len());
                let name = head.rail[at].name.as_str();
                t!(lang, "prompts-step", n = n, all = all, name = name)
            });
            let step = format!("{}\n{}", head.title, step.unwrap_or_default());
            if self.step.as_ref() != Some(&step) {
                self.say(&format!("\n{step}"))?;
                self.step = Some(step);
            }
        } else {
            self.step = None;
        }
        let page = self.page.clone();
        if told.as_ref() != Some(&page) {
            let title = told.as_ref().is_none_or(|told| told.title != page.title);
            if title {
                self.say(&format!("\n{}", page.title))?;
            } else if !same {
                self.gap()?;
            }
            if title || told.as_ref().is_none_or(|told| told.lead != page.lead) {
                self.say(&page.lead)?;
            }
            let heard = self.heard.insert(page.key.clone(), page.body.clone());
            if heard.as_ref() != Some(&page.body) {
                // Of a long page the first part; the others are asked for.
                let end = page.outline.get(1).map_or(page.body.len(), |part| part.0);
                self.body(&page.body[..end])?;
            } else if !same && !page.body.is_empty() {
                self.say(&t!(lang, "prompts-heard"))?;
            }
            if !same {
                self.short_help()?;
            }
        }
        self.told = Some((page, lang));
        Ok(())
    }

    /// What can be done here and not everywhere, on one line.
    fn short_help(&mut self) -> io::Result<()> {
        let lang = self.lang();
        let here = TABLE.iter().filter(|row| {
            let usual = matches!(row.action, Action::Go | Action::Undo | Action::Timer);
            self.has(row.action) && row.on == On::Some && !usual
        });
        let here: Vec<String> = here.map(|row| command_of(row, lang)).collect();
        self.say(&here.join(", "))
    }

    /// Everything that works here.
    fn help(&mut self) -> io::Result<()> {
        let lang = self.lang();
        let mut lines = vec![t!(lang, "prompts-help-title")];
        let enter = self.page.enter.as_str();
        lines.push(if self.page.fields.is_empty() {
            t!(lang, "prompts-enter", what = enter)
        } else {
            t!(lang, "prompts-help-enter", what = enter)
        });
        for row in TABLE.iter().filter(|row| self.has(row.action)) {
            lines.push(command_of(row, lang));
        }
        lines.push(t!(lang, "prompts-help-text"));
        self.say(&lines.join("\n"))
    }

    /// What the clock of the step says.
    fn tell_time(&mut self) -> io::Result<()> {
        let lang = self.lang();
        let Some(reading) = self.clock.read(self.head.as_ref(), lang) else {
            return Ok(());
        };
        let text = if reading.over {
            t!(lang, "prompts-clock-over", time = reading.text)
        } else {
            t!(lang, "prompts-clock", time = reading.text)
        };
        self.say(&text)
    }

    /// The parts of a long page, to read one.
    fn contents(&mut self) -> Result<(), Away> {
        let outline = self.page.outline.clone();
        let lang = self.lang();
        for (n, (_, name)) in (1..).zip(&outline) {
            self.say(&format!("{n}. {name}"))?;
        }
        loop {
            self.say(&t!(lang, "prompts-contents"))?;
            let line = self.read(Typing::Numbers, false)?;
            if line.trim().is_empty() {
                return Err(Away::Look);
            }
            let Some(part) = say::number(&line, outline.len()) else {
                let hint = msg!("prompts-number-hint", n = outline.len());
                self.complain(&msg!("prompts-no-number"), Some(&hint))?;
                continue;
            };
            let from = outline[part].0;
            let to = outline.get(part + 1).map_or(self.page.body.len(), |p| p.0);
            let body = self.page.body[from..to].to_vec();
            self.body(&body)?;
        }
    }
}

/// "/u undo"
fn command_of(row: &action::Row, lang: Lang) -> String {
    let key = match row.key {
        "Esc" => "esc",
        key => key,
    };
    format!("/{key} {}", (row.name)().text(lang))
}
