//! Home: go on with a session of this folder, begin one, or look round the
//! library.

use super::{
    action::Action,
    page::{Choice, Field, Item, Page, Value},
};
use crate::{
    lang::{self, Lang},
    t,
    text::in_place,
};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use std::{
    fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

/// How many sessions are offered.
const MOST: usize = 5;

/// What is offered at home.
pub(super) struct Home {
    sessions: Vec<Found>,
    /// How many more there are.
    more: usize,
}

struct Found {
    path: PathBuf,
    at: SystemTime,
    /// The name of its folder, where that is another one.
    elsewhere: Option<String>,
}

/// What was chosen.
pub(super) enum Chosen {
    /// To go on with this session.
    Open(PathBuf),
    /// To look round in a worked example.
    Demo,
    /// To begin one with an idea of one's own.
    Own,
    /// To the library; with `true` to practise on one of its cases.
    Library(bool),
    /// Nothing yet.
    Nothing,
}

impl Home {
    /// Looks for sessions in a folder, and for those that were open lately
    /// elsewhere; the latest first. Nothing is opened: the first page is there
    /// at once, however many there are.
    pub(super) fn look(folder: &Path, recent: &[PathBuf]) -> Self {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let here = entries
            .filter(|entry| {
                let name = entry.file_name();
                let name = name.to_string_lossy();
                name.ends_with(".session.toml") && !name.starts_with('.')
            })
            .map(|entry| (folder.join(entry.file_name()), None));
        let whole = fs::canonicalize(folder);
        let whole = whole.as_deref().unwrap_or(folder);
        let elsewhere = recent.iter().filter_map(|path| {
            let parent = path.parent().filter(|parent| *parent != whole)?;
            let name = parent.file_name().unwrap_or(parent.as_os_str());
            let name = in_place(&name.to_string_lossy());
            Some((path.clone(), Some(name)))
        });
        let mut sessions: Vec<Found> = here
            .chain(elsewhere)
            .filter_map(|(path, elsewhere)| {
                let at = fs::metadata(&path).ok()?.modified().ok()?;
                Some(Found {
                    path,
                    at,
                    elsewhere,
                })
            })
            .collect();
        sessions.sort_by(|a, b| (b.at, &a.path).cmp(&(a.at, &b.path)));
        let left = sessions.get(MOST..).unwrap_or_default();
        let more = left
            .iter()
            .filter(|found| found.elsewhere.is_none())
            .count();
        sessions.truncate(MOST);
        Self { sessions, more }
    }

    pub(super) fn page(&self, lang: Lang) -> Page {
        let mut options: Vec<Choice> = self
            .sessions
            .iter()
            .map(|found| {
                let day = day(found.at).map(|day| lang::date(lang, day));
                let day = day.unwrap_or_default();
                let about = match &found.elsewhere {
                    None => day,
                    Some(folder) => t!(lang, "home-elsewhere", day = day, folder = folder),
                };
                Choice::new(t!(lang, "home-continue", name = name(&found.path)), about)
            })
            .collect();
        options.push(Choice::new(
            t!(lang, "home-practise"),
            t!(lang, "home-practise-about"),
        ));
        options.push(Choice::new(
            t!(lang, "home-own"),
            t!(lang, "home-own-about"),
        ));
        options.push(Choice::new(
            t!(lang, "home-library"),
            t!(lang, "home-library-about"),
        ));
        options.push(Choice::new(
            t!(lang, "home-demo"),
            t!(lang, "home-demo-about"),
        ));
        let mut body = vec![Item::Small(t!(lang, "home-what"))];
        if self.more > 0 {
            body.push(Item::Small(t!(lang, "home-more", n = self.more)));
        }
        Page {
            body,
            keys: t!(lang, "home-keys"),
            fields: vec![Field::choice("home", String::new(), options, Some(0), true)],
            actions: vec![Action::Language, Action::Help, Action::Leave],
            ..Page::new(
                "home",
                t!(lang, "home-title"),
                String::new(),
                t!(lang, "enter-choose"),
            )
        }
    }

    pub(super) fn submit(&self, values: &[Value]) -> Chosen {
        let Some(pick) = values.first().and_then(Value::pick) else {
            return Chosen::Nothing;
        };
        match self.sessions.get(pick) {
            Some(found) => Chosen::Open(found.path.clone()),
            None => match pick - self.sessions.len() {
                0 => Chosen::Library(true),
                1 => Chosen::Own,
                2 => Chosen::Library(false),
                _ => Chosen::Demo,
            },
        }
    }
}

/// A session's name without the ending, harmless on a screen.
fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    in_place(name.strip_suffix(".session.toml").unwrap_or(&name))
}

fn day(at: SystemTime) -> Option<Date> {
    let stamp = Timestamp::try_from(at).ok()?;
    Some(stamp.to_zoned_datetime(TimeZone::system()).date())
}
