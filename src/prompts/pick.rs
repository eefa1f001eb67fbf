//! What is answered by a number: choices, lists, dials, scales.
//!
//! Invariant: nothing is picked but by a number that was read out, or by
//! Enter where something is picked already.

use super::{
    Away, Prompts, Typing,
    ask::{Next, kept},
    say::number,
};
use crate::{
    lang::Message,
    msg, t,
    walk::{Choice, Field, Kind, Score, Value},
};
use std::io;

impl Prompts<'_, '_> {
    pub(super) fn nothing_here(&mut self) -> io::Result<()> {
        let (message, hint) = (msg!("prompts-not-here"), msg!("prompts-not-here-hint"));
        self.complain(&message, Some(&hint))
    }

    pub(super) fn no_number(&mut self, count: usize) -> io::Result<()> {
        let hint = msg!("prompts-number-hint", n = count);
        self.complain(&msg!("prompts-no-number"), Some(&hint))
    }

    pub(super) fn choice(
        &mut self,
        field: &Field,
        options: &[Choice],
        must: bool,
    ) -> Result<(), Away> {
        let lang = self.lang();
        self.asks(field, &field.help)?;
        self.options(options)?;
        let picked = self.values[self.at].pick();
        let private = self.is_private();
        self.say(&match (picked, must) {
            (Some(_), _) if private => t!(lang, "prompts-stands-unseen"),
            (Some(at), _) => t!(lang, "prompts-pick-now", n = at + 1),
            (None, true) => t!(lang, "prompts-pick"),
            (None, false) => t!(lang, "prompts-pick-or-none"),
        })?;
        loop {
            let line = self.read(Typing::Numbers, private)?;
            if line.trim().is_empty() && (picked.is_some() || !must) {
                return Ok(());
            }
            let Some(at) = number(&line, options.len()) else {
                self.no_number(options.len())?;
                continue;
            };
            if private && self.again(|line| number(line, options.len()))? != Some(at) {
                self.differs()?;
                continue;
            }
            self.values[self.at] = Value::Pick(Some(at));
            return Ok(());
        }
    }

    fn options(&mut self, options: &[Choice]) -> io::Result<()> {
        for (n, option) in (1..).zip(options) {
            let label = option.label.trim();
            let about = option.about.as_str();
            let ended = label.ends_with(['.', '?', '!']);
            let between = match about.chars().next() {
                None => "",
                Some(_) if ended => " ",
                Some(c) if c.is_lowercase() => ", ",
                Some(_) => ". ",
            };
            self.say(&format!("{n}. {label}{between}{about}"))?;
        }
        Ok(())
    }

    /// A longer list. What is no number is looked for, where one can search.
    pub(super) fn list(&mut self, options: &[Choice]) -> Result<Next, Away> {
        let lang = self.lang();
        let first = self.page.fields.first().map(|field| &field.kind);
        let searches = matches!(first, Some(Kind::Filter));
        self.options(options)?;
        let picked = self.values[self.at].pick();
        let picked = picked.filter(|&at| at < options.len());
        self.say(&match (picked, searches) {
            (Some(at), true) => t!(lang, "prompts-list", n = at + 1),
            (Some(at), false) => t!(lang, "prompts-pick-now", n = at + 1),
            (None, true) => t!(lang, "prompts-search"),
            (None, false) => t!(lang, "prompts-pick"),
        })?;
        let typing = if searches {
            Typing::Text
        } else {
            Typing::Numbers
        };
        loop {
            let line = self.read(typing, false)?;
            let word = line.trim();
            let at = if word.is_empty() {
                picked
            } else {
                number(word, options.len())
            };
            if let Some(at) = at {
                self.values[self.at] = Value::Pick(Some(at));
                return Ok(Next::Done);
            }
            if word == "0" && self.at > 0 {
                return Ok(Next::To(0));
            }
            let is_number = word.bytes().all(|b| b.is_ascii_digit());
            if searches && !is_number {
                self.search(0, kept(word, String::new()));
                self.show()?;
                return Ok(Next::To(self.at));
            }
            if options.is_empty() {
                self.complain(&msg!("shelf-none"), Some(&msg!("prompts-list-none-hint")))?;
            } else {
                self.no_number(options.len())?;
            }
        }
    }

    /// Dials in a row: which one is turned, and to what; the page follows.
    pub(super) fn dials(&mut self) -> Result<Next, Away> {
        let from = self.at;
        let more = self.page.fields[from..].iter();
        let count = more.take_while(|field| matches!(field.kind, Kind::Dial(_)));
        let count = count.count();
        let last = from + count == self.page.fields.len();
        let mut heard = false;
        loop {
            let lang = self.lang();
            let dials: Vec<Field> = self.page.fields[from..from + count].to_vec();
            if !std::mem::replace(&mut heard, true) {
                self.tell_dials(&dials, from)?;
                let enter = if last {
                    self.page.enter.clone()
                } else {
                    t!(lang, "enter-to-list")
                };
                self.say(&t!(lang, "prompts-dials", what = enter))?;
            }
            let line = self.read(Typing::Numbers, false)?;
            if line.trim().is_empty() {
                return Ok(if last {
                    Next::Done
                } else {
                    Next::To(from + count)
                });
            }
            let Some(dial) = number(&line, count) else {
                self.no_number(count)?;
                continue;
            };
            let field = &dials[dial];
            let Kind::Dial(options) = &field.kind else {
                continue;
            };
            self.say(&field.label)?;
            let at = self.values[from + dial].pick().unwrap_or(0);
            if let Some(at) = self.turn(options, at)? {
                self.values[from + dial] = Value::Pick(Some(at));
                self.turned();
                self.show()?;
            }
            heard = false;
        }
    }

    /// What each dial stands at, and what is so where that is another.
    fn tell_dials(&mut self, dials: &[Field], from: usize) -> io::Result<()> {
        let values = self.values[from..].to_vec();
        for (n, (field, value)) in (1..).zip(dials.iter().zip(values)) {
            let Kind::Dial(options) = &field.kind else {
                continue;
            };
            let at = value.pick().unwrap_or(0);
            let option = options.get(at).map_or("", String::as_str);
            let mut text = format!("{n}. {}: {option}", field.label);
            if value != field.value && !field.help.is_empty() {
                text = format!("{text} ({})", field.help);
            }
            self.say(&text)?;
        }
        Ok(())
    }

    /// Turns a dial: a score by its own number, anything else by that of its
    /// line. None where it stays as it is.
    fn turn(&mut self, options: &[String], at: usize) -> Result<Option<usize>, Away> {
        let lang = self.lang();
        let zero = options.iter().position(|option| option == "0");
        let zero = zero.filter(|zero| options.len() - zero == 11);
        if zero.is_some() {
            let now = options.get(at).map_or("", String::as_str);
            self.say(&t!(lang, "prompts-score-now", now = now))?;
        } else {
            for (n, option) in (1..).zip(options) {
                self.say(&format!("{n}. {option}"))?;
            }
            self.say(&t!(lang, "prompts-pick-now", n = at + 1))?;
        }
        loop {
            let line = self.read(Typing::Numbers, false)?;
            let word = line.trim();
            if word.is_empty() {
                return Ok(None);
            }
            let turned = match zero {
                Some(zero) => read_score(word).and_then(|score| match score {
                    Score::Number(n) => Some(zero + usize::from(n)),
                    _ => None,
                }),
                None => number(word, options.len()),
            };
            if turned.is_some() {
                return Ok(turned);
            }
            if zero.is_some() {
                let hint = msg!("prompts-score-hint");
                self.complain(&msg!("prompts-no-number"), Some(&hint))?;
            } else {
                self.no_number(options.len())?;
            }
        }
    }

    pub(super) fn scale(&mut self, field: &Field, anchors: &[(u8, String)]) -> Result<(), Away> {
        let lang = self.lang();
        for (at, sentence) in anchors {
            self.say(&format!("{at}: {sentence}"))?;
        }
        self.asks(field, &t!(lang, "prompts-scale"))?;
        let sentence = |score| match score {
            Score::Number(n) => match anchors.iter().find(|(at, _)| *at == n) {
                Some((_, text)) => t!(lang, "prompts-scale-at", n = n, sentence = text.as_str()),
                None => t!(
                    lang,
                    "scale-between",
                    n = n,
                    low = n.saturating_sub(1),
                    high = n + 1
                ),
            },
            Score::Abstain => t!(lang, "scale-abstain"),
            Score::Recused => t!(lang, "scale-recused"),
        };
        self.score(&read_score, &sentence, &msg!("prompts-scale-hint"))
    }

    pub(super) fn percent(&mut self, field: &Field, anchors: &[(u8, String)]) -> Result<(), Away> {
        let lang = self.lang();
        for (at, text) in anchors {
            self.say(&format!("{}%: {text}", u16::from(*at) * 10))?;
        }
        self.asks(field, &t!(lang, "prompts-percent"))?;
        let sentence = |score| match score {
            Score::Number(tenths) => {
                let percent = u32::from(tenths) * 10;
                let says = t!(lang, "percent-at", percent = percent, n = tenths);
                t!(lang, "prompts-confirm", says = says)
            }
            _ => String::new(),
        };
        self.score(&read_percent, &sentence, &msg!("prompts-percent-hint"))
    }

    /// An answer, and its sentence to confirm it; behind a curtain the answer
    /// once more instead.
    fn score(
        &mut self,
        read: &dyn Fn(&str) -> Option<Score>,
        sentence: &dyn Fn(Score) -> String,
        hint: &Message,
    ) -> Result<(), Away> {
        let private = self.is_private();
        let mut given = self.values[self.at].score();
        if let Some(score) = given {
            self.say(&if private {
                t!(self.lang(), "prompts-stands-unseen")
            } else {
                sentence(score)
            })?;
        }
        loop {
            let line = self.read(Typing::Scale, private)?;
            if line.trim().is_empty() {
                if let Some(given) = given {
                    self.values[self.at] = Value::Score(Some(given));
                    return Ok(());
                }
                self.complain(&msg!("private-none"), Some(hint))?;
                continue;
            }
            let Some(score) = read(line.trim()) else {
                self.complain(&msg!("prompts-no-number"), Some(hint))?;
                continue;
            };
            if !private {
                given = Some(score);
                self.say(&sentence(score))?;
            } else if self.again(|line| read(line.trim()))? == Some(score) {
                self.values[self.at] = Value::Score(Some(score));
                return Ok(());
            } else {
                self.differs()?;
            }
        }
    }

    /// An answer behind a curtain, once more.
    fn again<T>(&mut self, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>, Away> {
        self.say(&t!(self.lang(), "prompts-again"))?;
        let line = self.read(Typing::Scale, true)?;
        Ok(read(&line))
    }

    fn differs(&mut self) -> io::Result<()> {
        let (message, hint) = (msg!("prompts-differs"), msg!("prompts-differs-hint"));
        self.complain(&message, Some(&hint))
    }
}

/// A number and nothing else.
fn digits(word: &str) -> Option<u8> {
    let plain = word.bytes().all(|b| b.is_ascii_digit());
    word.parse().ok().filter(|_| plain)
}

/// 0 to 10, `-` or `x`.
fn read_score(word: &str) -> Option<Score> {
    match word {
        "-" | "–" => Some(Score::Abstain),
        "x" | "X" => Some(Score::Recused),
        word => digits(word).filter(|&n| n <= 10).map(Score::Number),
    }
}

/// 0 to 100 in tens, or in tenths as on the cards: 7 can only mean 70%.
fn read_percent(word: &str) -> Option<Score> {
    let word = word.strip_suffix('%').unwrap_or(word).trim();
    let tenths = match digits(word)? {
        number @ 0..=9 => number,
        number @ 10..=100 if number.is_multiple_of(10) => number / 10,
        _ => return None,
    };
    Some(Score::Number(tenths))
}
