//! What is asked: a prompt, or a few, for each kind of field.
//!
//! Invariant: Enter keeps what stands there, and what stands in one field is
//! not lost by what is wrong with another.

use super::{Away, Prompts, Typing, say::number};
use crate::{
    lang::Lang,
    t,
    walk::{Field, Kind, Value},
};
use std::io;

/// What ends a text, empties a line, drops a row.
pub(super) const DOT: &str = ".";

/// Where a field leads.
pub(super) enum Next {
    /// To the one behind it.
    On,
    /// The page is answered.
    Done,
    /// To this one.
    To(usize),
}

impl Prompts<'_, '_> {
    /// Asks the page, from where it was left.
    pub(super) fn ask(&mut self) -> Result<(), Away> {
        if self.page.fields.is_empty() {
            self.say(&t!(
                self.lang(),
                "prompts-enter",
                what = self.page.enter.as_str()
            ))?;
            while !self.read(Typing::Numbers, false)?.trim().is_empty() {
                self.nothing_here()?;
            }
            return Ok(());
        }
        while self.at < self.page.fields.len() {
            if !self.is_asked(self.at) {
                self.at += 1;
                continue;
            }
            let field = self.page.fields[self.at].clone();
            let next = self.field(&field)?;
            // What hangs on the answer may have to be asked now.
            let at = self.at;
            let leads = |field: &Field| field.when.is_some_and(|(on, _)| on == at);
            match next {
                Next::Done => break,
                Next::On if self.only && !self.page.fields.iter().any(leads) => break,
                Next::On => self.at += 1,
                Next::To(field) => self.at = field,
            }
        }
        Ok(())
    }

    fn field(&mut self, field: &Field) -> Result<Next, Away> {
        match &field.kind {
            Kind::Line => self.line(field)?,
            Kind::Filter => self.filter(field)?,
            Kind::Lines => self.lines(field)?,
            Kind::Choice {
                options,
                quick,
                must,
            } => {
                self.choice(field, options, *must)?;
                if *quick {
                    return Ok(Next::Done);
                }
            }
            Kind::List(options) => return self.list(options),
            Kind::Dial(_) => return self.dials(),
            Kind::Scale(anchors) => self.scale(field, anchors)?,
            Kind::Percent(anchors) => self.percent(field, anchors)?,
            Kind::Cards(cards) => {
                self.asks(field, &field.help)?;
                let all = cards.seats.len();
                let stands = self.text();
                if !stands.is_empty() {
                    let n = cards.pile(&stands).given;
                    self.say(&t!(self.lang(), "prompts-pile-stands", n = n, all = all))?;
                }
                let line = self.read(Typing::Text, true)?;
                let line = kept(&line, stands);
                let n = cards.pile(&line).given;
                self.say(&t!(self.lang(), "prompts-pile", n = n, all = all))?;
                self.put(field, line);
            }
            Kind::Ticks { items, columns } => self.ticks(field, items, columns)?,
            Kind::Rows(columns) => self.rows(field, columns)?,
        }
        Ok(Next::On)
    }

    // Texts

    /// The text that stands in the field.
    fn text(&self) -> String {
        self.values[self.at].text().to_owned()
    }

    /// A text was typed into the field.
    fn put(&mut self, field: &Field, text: String) {
        if self.text() != text {
            self.walk.keep(&field.id, &text);
        }
        self.values[self.at] = Value::Text(text);
    }

    /// What a field asks.
    pub(super) fn asks(&mut self, field: &Field, help: &str) -> io::Result<()> {
        self.say(&field.label)?;
        self.say(help)?;
        let unseen = self.is_private() || matches!(field.kind, Kind::Cards(_));
        if unseen && self.source.echoes() {
            self.say(&t!(self.lang(), "prompts-unseen"))?;
        }
        Ok(())
    }

    /// What stands in a line, and how it is kept.
    pub(super) fn stands(&mut self, text: &str) -> io::Result<()> {
        let lang = self.lang();
        if text.trim().is_empty() {
            return Ok(());
        }
        let text = if is_start(text) {
            t!(lang, "prompts-begins", text = text.trim())
        } else if self.is_private() {
            t!(lang, "prompts-stands-unseen")
        } else {
            t!(lang, "prompts-stands", text = text.trim())
        };
        self.say(&text)
    }

    fn line(&mut self, field: &Field) -> Result<(), Away> {
        self.asks(field, &field.help)?;
        let stands = self.text();
        self.stands(&stands)?;
        let line = self.read(Typing::Text, self.is_private())?;
        let text = if is_start(&stands) && !line.trim().is_empty() && line.trim() != DOT {
            // Whoever begins as it begins has typed a whole sentence.
            let first = |text: &str| text.split_whitespace().next().map(str::to_lowercase);
            if first(&line) == first(&stands) {
                line
            } else {
                format!("{stands}{}", line.trim())
            }
        } else {
            kept(&line, stands)
        };
        self.put(field, text);
        Ok(())
    }

    fn filter(&mut self, field: &Field) -> Result<(), Away> {
        self.asks(field, &field.help)?;
        let stands = self.text();
        self.stands(&stands)?;
        let line = self.read(Typing::Text, false)?;
        self.search(self.at, kept(&line, stands));
        // How much was found.
        Ok(self.show()?)
    }

    /// The page follows what is typed into a filter.
    pub(super) fn search(&mut self, field: usize, text: String) {
        self.values[field] = Value::Text(text);
        self.turned();
    }

    pub(super) fn turned(&mut self) {
        self.walk.turned(&self.values);
        let at = (self.at, self.only);
        self.look(false);
        (self.at, self.only) = at;
    }

    /// Several lines: those that stand are kept, changed one by one, or
    /// written anew.
    fn lines(&mut self, field: &Field) -> Result<(), Away> {
        let lang = self.lang();
        self.say(&field.label)?;
        self.say(&field.help)?;
        let mut heard = false;
        loop {
            let stands = self.text();
            let mut paragraphs: Vec<String> = stands
                .split('\n')
                .filter(|line| !line.trim().is_empty())
                .map(str::to_owned)
                .collect();
            if !std::mem::replace(&mut heard, true) {
                for (n, paragraph) in (1..).zip(&paragraphs) {
                    self.say(&format!("{n}. {paragraph}"))?;
                }
            }
            let next = paragraphs.len() + 1;
            self.say(&if paragraphs.is_empty() {
                t!(lang, "prompts-lines")
            } else {
                t!(lang, "prompts-lines-stand", next = next)
            })?;
            let line = self.read(Typing::Text, self.is_private())?;
            if line.trim().is_empty() {
                return Ok(());
            }
            if line.trim() == DOT {
                self.put(field, String::new());
                return Ok(());
            }
            let Some(at) = number(&line, next).filter(|_| next > 1) else {
                return self.new_lines(field, line);
            };
            let before = paragraphs.get(at).cloned();
            self.say(&match &before {
                Some(_) => t!(lang, "prompts-paragraph", n = at + 1),
                None => t!(lang, "prompts-paragraph-new", n = at + 1),
            })?;
            let line = self.read(Typing::Text, self.is_private())?;
            match (line.trim(), before) {
                ("", _) | (DOT, None) => continue,
                (DOT, Some(_)) => {
                    paragraphs.remove(at);
                    // The numbers are others now.
                    heard = false;
                }
                (_, Some(_)) => paragraphs[at] = line,
                (_, None) => paragraphs.push(line),
            }
            // Lines stay lines, paragraphs paragraphs.
            let between = if stands.contains("\n\n") || !stands.contains('\n') {
                "\n\n"
            } else {
                "\n"
            };
            self.put(field, paragraphs.join(between));
        }
    }

    /// A text written anew, up to the dot; each line is kept as it comes.
    fn new_lines(&mut self, field: &Field, first: String) -> Result<(), Away> {
        let mut text = first;
        loop {
            self.put(field, text.clone());
            let line = self.read(Typing::Text, self.is_private())?;
            if line.trim() == DOT {
                return Ok(());
            }
            text.push('\n');
            text.push_str(&line);
        }
    }
}

/// What stands there, unless something was typed; a dot alone empties it.
pub(super) fn kept(line: &str, stands: String) -> String {
    match line.trim() {
        "" => stands,
        DOT => String::new(),
        _ => line.to_owned(),
    }
}

/// Whether a text is only the beginning of a sentence that someone is to
/// finish, the same for everyone.
fn is_start(text: &str) -> bool {
    let starts = Lang::ALL.map(|lang| t!(lang, "sentence-start"));
    text.ends_with(' ') && starts.iter().any(|start| start == text.trim())
}
