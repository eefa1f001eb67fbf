//! Beginning a session: which idea, who takes part, how much time, how
//! ratings are given. One question a page; nothing is written before the
//! last answer.

use super::{
    action::Action,
    page::{Choice, Complaint, Field, Item, Kind, Page, Value},
    shelf::Chosen,
};
use crate::{
    content::{Idea, Instrument, Library, OptionCard, Scenario, Sector, Text},
    lang::{Lang, Message},
    msg,
    session::{Framing, NewSession, Outside, Pair, SeatId, Way, create},
    t,
    text::Clean,
};
use std::path::{Path, PathBuf};

/// The questionnaires, in the order in which they are offered.
const INSTRUMENTS: [&str; 3] = ["quickscan", "standard", "deep"];

/// How many names are tried for a new file.
const NAMES: usize = 1_000;

/// What is known of the session to begin.
pub(super) struct Setup {
    /// The case of the library; none for an idea of one's own.
    chosen: Option<Chosen>,
    at: Asked,
    title: String,
    alone: bool,
    who: String,
    named: bool,
    instrument: Option<usize>,
    way: Way,
    /// Where to write, once the usual place did not work.
    path: String,
}

/// The questions.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    Own,
    Who,
    Names,
    Named,
    Time,
    Way,
    Place,
}

/// A session that was made.
pub(super) struct Made {
    pub path: PathBuf,
    pub framing: Framing,
}

impl Setup {
    pub(super) fn new(chosen: Option<Chosen>) -> Self {
        Self {
            at: if chosen.is_some() {
                Asked::Who
            } else {
                Asked::Own
            },
            // To practise is quickly done.
            instrument: chosen.is_some().then_some(0),
            chosen,
            title: String::new(),
            alone: true,
            who: String::new(),
            named: false,
            way: Way::Cards,
            path: String::new(),
        }
    }

    /// One question back; false where there is none.
    pub(super) fn back(&mut self) -> bool {
        let before = match self.at {
            Asked::Own => return false,
            Asked::Who if self.chosen.is_some() => return false,
            Asked::Who => Asked::Own,
            Asked::Time if !self.alone => Asked::Names,
            Asked::Names | Asked::Time => Asked::Who,
            Asked::Named => Asked::Names,
            Asked::Way | Asked::Place => Asked::Time,
        };
        self.at = before;
        true
    }

    pub(super) fn page(&self, lang: Lang, library: &Library) -> Page {
        let (title, lead, fields) = self.question(lang, library);
        let body = match self.at {
            Asked::Who => vec![Item::Small(self.about(lang))],
            _ => Vec::new(),
        };
        let key = format!("setup/{}", self.at as u8);
        let picks = |field: &Field| matches!(field.kind, Kind::Choice { .. });
        let keys = if fields.iter().any(picks) {
            t!(lang, "setup-keys")
        } else {
            String::new()
        };
        Page {
            keys,
            body,
            fields,
            actions: vec![Action::Language, Action::Help, Action::Back, Action::Leave],
            ..Page::new(key, title, lead, t!(lang, "enter-on"))
        }
    }

    /// What is asked: a title, what to do, and the fields.
    fn question(&self, lang: Lang, library: &Library) -> (String, String, Vec<Field>) {
        let pick = |id: &str, options: Vec<(String, String)>, at: usize| {
            let options = options.into_iter();
            let options = options.map(|(label, about)| Choice::new(label, about));
            let options = options.collect();
            vec![Field::choice(id, String::new(), options, Some(at), true)]
        };
        let lead = String::new;
        match self.at {
            Asked::Own => (
                t!(lang, "setup-own"),
                t!(lang, "setup-own-lead"),
                vec![Field::line(
                    "setup/title",
                    t!(lang, "setup-own-title"),
                    t!(lang, "setup-own-title-help"),
                    self.title.clone(),
                )],
            ),
            Asked::Who => {
                let options = vec![
                    (t!(lang, "setup-alone"), t!(lang, "setup-alone-about")),
                    (t!(lang, "setup-group"), t!(lang, "setup-group-about")),
                ];
                let at = usize::from(!self.alone);
                (
                    t!(lang, "setup-who"),
                    lead(),
                    pick("setup/who", options, at),
                )
            }
            Asked::Names => (
                t!(lang, "setup-names"),
                t!(lang, "setup-names-lead"),
                vec![Field::line(
                    "setup/names",
                    t!(lang, "setup-names-label"),
                    t!(lang, "setup-names-help"),
                    self.who.clone(),
                )],
            ),
            Asked::Named => {
                let options = vec![
                    (t!(lang, "setup-named-no"), t!(lang, "setup-named-no-about")),
                    (
                        t!(lang, "setup-named-yes"),
                        t!(lang, "setup-named-yes-about"),
                    ),
                ];
                let at = usize::from(self.named);
                (
                    t!(lang, "setup-named"),
                    lead(),
                    pick("setup/named", options, at),
                )
            }
            Asked::Time => {
                let at = self.instrument.unwrap_or(usize::from(!self.alone));
                let options = instruments(lang, library);
                (
                    t!(lang, "setup-time"),
                    lead(),
                    pick("setup/time", options, at),
                )
            }
            Asked::Way => {
                let options = vec![
                    (t!(lang, "setup-cards"), t!(lang, "setup-cards-about")),
                    (t!(lang, "setup-keyboard"), t!(lang, "setup-keyboard-about")),
                ];
                let at = usize::from(self.way == Way::Keyboard);
                (
                    t!(lang, "setup-way"),
                    lead(),
                    pick("setup/way", options, at),
                )
            }
            Asked::Place => (
                t!(lang, "setup-place"),
                t!(lang, "setup-place-lead"),
                vec![Field::line(
                    "setup/place",
                    t!(lang, "setup-place-label"),
                    t!(lang, "setup-place-help"),
                    self.path.clone(),
                )],
            ),
        }
    }

    /// The idea chosen, so that one sees what one begins.
    fn about(&self, lang: Lang) -> String {
        let Some(chosen) = &self.chosen else {
            return Clean::line(&self.title).to_string();
        };
        let title = |case| Chosen::title(case, chosen.disguised, lang).to_owned();
        match &chosen.twin {
            Some(twin) => {
                let mut two = [&chosen.case, twin];
                two.sort_by_key(|case| case.as_of);
                let [first, second] = two.map(title);
                t!(lang, "setup-pair", first = first, second = second)
            }
            None => title(&chosen.case),
        }
    }

    /// Takes an answer; gives the session once the last is there.
    pub(super) fn submit(
        &mut self,
        values: &[Value],
        lang: Lang,
        folder: &Path,
        library: &Library,
        outside: &dyn Fn() -> Outside,
    ) -> Result<Option<Made>, Complaint> {
        let text = |i: usize| values.get(i).map_or("", Value::text).trim().to_owned();
        let pick = values.first().and_then(Value::pick).unwrap_or(0);
        self.at = match self.at {
            Asked::Own => {
                let title = Clean::name(&text(0));
                if title.is_empty() {
                    return Err(Complaint::at(
                        0,
                        msg!("setup-no-title"),
                        Some(msg!("setup-no-title-hint")),
                    ));
                }
                self.title = text(0);
                Asked::Who
            }
            Asked::Who => {
                let alone = pick == 0;
                if self.alone != alone && self.chosen.is_none() {
                    self.instrument = None;
                }
                self.alone = alone;
                if alone { Asked::Time } else { Asked::Names }
            }
            Asked::Names => {
                let given = text(0);
                let people = participants(Some(given.as_str()).filter(|given| !given.is_empty()))
                    .map_err(|(message, hint)| Complaint::at(0, message, Some(hint)))?;
                self.who = given;
                if people.iter().any(Option::is_some) {
                    Asked::Named
                } else {
                    Asked::Time
                }
            }
            Asked::Named => {
                self.named = pick == 1;
                Asked::Time
            }
            Asked::Time => {
                self.instrument = Some(pick);
                if self.alone {
                    self.way = Way::Keyboard;
                    return self.make(lang, folder, library, outside).map(Some);
                }
                Asked::Way
            }
            Asked::Way => {
                self.way = if pick == 0 { Way::Cards } else { Way::Keyboard };
                return self.make(lang, folder, library, outside).map(Some);
            }
            Asked::Place => {
                self.path = text(0);
                return self.make(lang, folder, library, outside).map(Some);
            }
        };
        Ok(None)
    }

    fn make(
        &mut self,
        lang: Lang,
        folder: &Path,
        library: &Library,
        outside: &dyn Fn() -> Outside,
    ) -> Result<Made, Complaint> {
        let missing = |error: &crate::content::ContentError| {
            Complaint::new(msg!("setup-no-content", what = error.render(lang)), None)
        };
        let chosen = self.instrument.unwrap_or(usize::from(!self.alone));
        let id = INSTRUMENTS[chosen.min(INSTRUMENTS.len() - 1)];
        let instrument = library.instrument(id).map_err(|e| missing(&e))?;
        let disguised = self.chosen.as_ref().is_some_and(|chosen| chosen.disguised);
        // A disguised session's file must not tell either.
        let name = |case: &Scenario| match &case.disguise {
            Some(disguise) if disguised => slug(disguise.title.get(lang)),
            _ => case.id.clone(),
        };
        let (scenario, base, twin) = match &self.chosen {
            // The earlier of the two comes first: it may be known by the later.
            Some(Chosen {
                case,
                twin: Some(twin),
                ..
            }) if twin.as_of < case.as_of => {
                (twin.beside(case), name(twin), Some(case.beside(twin)))
            }
            Some(Chosen {
                case,
                twin: Some(twin),
                ..
            }) => (case.beside(twin), name(case), Some(twin.beside(case))),
            Some(Chosen { case, .. }) => (case.clone(), name(case), None),
            None => (self.own_idea(), slug(&self.title), None),
        };
        let people = if self.alone {
            vec![None]
        } else {
            let who = Some(self.who.as_str()).filter(|who| !who.is_empty());
            participants(who).map_err(|(message, hint)| Complaint::at(0, message, Some(hint)))?
        };
        let own = self.chosen.is_none();
        let new = |scenario: &Scenario, pair: Option<Pair>| NewSession {
            lang,
            participants: people.clone(),
            named: self.named,
            example: false,
            team: None,
            class: None,
            instrument: instrument.clone(),
            scenario: scenario.clone(),
            own,
            disguised,
            pair,
            start_with: vec!["a".into()],
        };
        let path = if self.path.is_empty() {
            free(folder, &base)
        } else {
            PathBuf::from(&self.path)
        };
        let other = twin.as_ref().map(|twin| {
            let folder = path.parent().unwrap_or(folder);
            let file = free(folder, &name(twin));
            // Both may be called the same in disguise.
            let file = if file == path {
                free(folder, &format!("{base}-b"))
            } else {
                file
            };
            (twin, file)
        });
        let pair = |to: &Path, later| {
            let file = to.file_name().unwrap_or_default().to_string_lossy();
            let file = file.into_owned();
            Pair { file, later }
        };
        let mut made = Vec::new();
        let mut beside = None;
        if let Some((twin, file)) = other {
            made.push((file.clone(), new(twin, Some(pair(&path, false)))));
            beside = Some(pair(&file, true));
        }
        made.push((path.clone(), new(&scenario, beside)));
        let mut there: Vec<PathBuf> = Vec::new();
        for (file, new) in made {
            let Err(trouble) = create(&file, new, &mut outside()) else {
                there.push(file);
                continue;
            };
            // A pair is there whole or not at all; nobody has seen it yet.
            for file in there {
                let _ = std::fs::remove_file(file);
            }
            if trouble.storage {
                self.path = path.display().to_string();
                self.at = Asked::Place;
            }
            return Err(trouble.into());
        }
        Ok(Made {
            path,
            framing: Framing {
                way: self.way,
                ..Framing::default()
            },
        })
    }

    /// The idea as far as it is known before its card is filled in.
    fn own_idea(&self) -> Scenario {
        let title = Clean::name(&self.title).to_string();
        let people = Text {
            en: t!(Lang::En, "setup-own-people-usual"),
            nl: t!(Lang::Nl, "setup-own-people-usual"),
        };
        let as_proposed = Text {
            en: t!(Lang::En, "setup-own-option"),
            nl: t!(Lang::Nl, "setup-own-option"),
        };
        Scenario {
            id: "own".into(),
            title: Text::same(&title),
            organisation: Text::same(""),
            sector: Sector::Other,
            country: None,
            year: None,
            as_of: None,
            disguise: None,
            people,
            relationship: Vec::new(),
            idea: Idea {
                summary: Text::same(&title),
                data: None,
                about: None,
                purpose: None,
                payer: None,
                gains: None,
                returns: None,
                revenue: None,
                cost_of_not: None,
                consent: None,
                letter: None,
            },
            facts: Vec::new(),
            options: vec![OptionCard {
                id: "a".into(),
                name: as_proposed,
                summary: Text::same(&title),
                changes_service: false,
                invented: false,
                legal: None,
            }],
            legal: None,
            stakeholders: Vec::new(),
            twins: Vec::new(),
            outcome: None,
        }
    }
}

/// A name for a new session in a folder, that no file has yet.
fn free(folder: &Path, base: &str) -> PathBuf {
    let place = |i: usize| match i {
        1 => folder.join(format!("{base}.session.toml")),
        _ => folder.join(format!("{base}-{i}.session.toml")),
    };
    let mut names = (1..=NAMES).map(place);
    names
        .find(|path| !path.exists())
        .unwrap_or_else(|| place(NAMES))
}

fn instruments(lang: Lang, library: &Library) -> Vec<(String, String)> {
    INSTRUMENTS
        .iter()
        .filter_map(|id| library.instrument(id).ok())
        .map(|instrument| {
            let Instrument { title, summary, .. } = instrument;
            (title.get(lang).to_owned(), summary.get(lang).to_owned())
        })
        .collect()
}

/// A file's name from a title: letters and digits of ASCII, and hyphens.
pub(super) fn slug(title: &str) -> String {
    let mut slug = String::new();
    for c in title.chars().flat_map(char::to_lowercase) {
        match c {
            'a'..='z' | '0'..='9' => slug.push(c),
            'à'..='å' => slug.push('a'),
            'è'..='ë' => slug.push('e'),
            'ì'..='ï' => slug.push('i'),
            'ò'..='ö' => slug.push('o'),
            'ù'..='ü' => slug.push('u'),
            'ç' => slug.push('c'),
            'ñ' => slug.push('n'),
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
    }
    let mut slug = slug.trim_end_matches('-');
    // Cut between two words, where there are several.
    if let Some(start) = slug.get(..40).filter(|start| *start != slug) {
        let whole = slug.get(40..41) == Some("-");
        slug = match start.rsplit_once('-') {
            Some((words, _)) if !whole => words,
            _ => start,
        };
    }
    if slug.is_empty() {
        "idea".into()
    } else {
        slug.to_owned()
    }
}

/// How many participants there are where nothing is said.
const USUAL: u8 = 7;

/// Who takes part: names separated by commas, or how many; seven where
/// nothing is said.
///
/// # Errors
/// What is wrong with it, and the way out.
pub fn participants(given: Option<&str>) -> Result<Vec<Option<Clean>>, (Message, Message)> {
    let Some(given) = given.map(str::trim) else {
        return Ok(vec![None; USUAL.into()]);
    };
    if !given.is_empty() && given.bytes().all(|byte| byte.is_ascii_digit()) {
        return match given.parse() {
            Ok(n @ 1..=99) => Ok(vec![None; n]),
            _ => Err((
                msg!("new-how-many", n = Clean::name(given).as_str()),
                msg!("new-how-many-hint"),
            )),
        };
    }
    let names: Vec<Clean> = given.split(',').map(Clean::name).collect();
    if names.iter().any(Clean::is_empty) {
        return Err((msg!("new-empty-name"), msg!("new-names-hint")));
    }
    if names.len() > SeatId::MAX.into() {
        return Err((
            msg!("new-how-many", n = names.len()),
            msg!("new-how-many-hint"),
        ));
    }
    for (i, name) in names.iter().enumerate() {
        let lower = name.as_str().to_lowercase();
        if names
            .iter()
            .take(i)
            .any(|n| n.as_str().to_lowercase() == lower)
        {
            return Err((
                msg!("new-same-name", name = name.as_str()),
                msg!("new-same-name-hint"),
            ));
        }
        if SeatId::parse(name.as_str()).is_some() {
            return Err((
                msg!("new-seat-name", name = name.as_str()),
                msg!("new-seat-name-hint"),
            ));
        }
    }
    Ok(names.into_iter().map(Some).collect())
}
