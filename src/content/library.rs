//! The library: the content files that are built into the program, and those
//! of a folder that the user adds.
//!
//! Invariant: ids are unique in it. Starting the program reads no content: a
//! file is parsed when it is asked for.

use super::diagnostic::{decode, quote};
use super::reader::{Claims, Kind, KnownIds, read_any, read_instrument, read_scenario, suggest};
use super::{Diagnostic, Faults, Instrument, Scenario, Text, free_id, id_of};
use crate::lang::{Lang, Message};
use crate::method::BaseRate;
use crate::text::Clean;
use crate::{msg, t};
use std::borrow::Cow;
use std::io::ErrorKind;
use std::ops::Range;
use std::path::Path;
use std::sync::{Arc, OnceLock};

macro_rules! built_in {
    ($folder:literal: $($id:literal),* $(,)?) => {
        &[$((
            $id,
            concat!("scenarios/", $folder, "/", $id, ".toml"),
            include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/", $folder, "/", $id, ".toml")),
        )),*]
    };
}

/// Id, path and text of a built-in file. A test compares these lists with the
/// folders.
type BuiltIn = &'static [(&'static str, &'static str, &'static str)];

const INSTRUMENTS: BuiltIn = built_in!("instruments": "quickscan", "standard", "deep");

/// In the order in which they are offered: the best known and the twins first.
const CASES: BuiltIn = built_in!(
    "cases":
    "ing-2014",
    "banks-own-offers-2019",
    "lloyds-2013",
    "bofa-erica-2018",
    "picnic",
    "equens-2013",
    "tomtom-2011",
    "waze-for-cities-2014",
    "octopus-2010",
    "suica-2013",
    "suica-ekikarte-2022",
    "albert-heijn-bonus-2012",
    "albert-heijn-bonus-2013",
    "knltb-2018",
    "austrian-post-2019",
    "kvk",
    "spar-sweden",
    "docomo-2013",
    "tmobile-cbs-2017",
    "gm-onstar-2024",
    "anwb",
    "care-data-2013",
    "uk-biobank",
    "strava",
    "unrollme-2017",
    "hotel-retargeting",
    "joindata",
    "spotify-wrapped",
    "slimme-meter-2009",
    "facebook-ca-2018",
    "instagram-2012",
    "chase-media-2024",
);

/// Instruments and scenarios to choose from.
#[derive(Clone, Debug)]
pub struct Library {
    pub(super) instruments: Vec<File>,
    pub(super) scenarios: Vec<File>,
    /// The real cases, once somebody has asked for them.
    cases: Arc<OnceLock<Vec<Scenario>>>,
}

/// A file of the library, not yet read.
#[derive(Clone, Debug)]
pub(super) struct File {
    pub id: Cow<'static, str>,
    pub path: Cow<'static, str>,
    pub source: Cow<'static, str>,
}

impl File {
    /// Where the user finds it; nowhere, if it is built in.
    pub fn owner(&self) -> Option<&str> {
        match &self.path {
            Cow::Borrowed(_) => None,
            Cow::Owned(path) => Some(path),
        }
    }
}

/// A scenario as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// Its title in disguise, where it has one.
    pub disguise: Option<Text>,
    /// The year of the plan, where it is told.
    pub year: Option<i16>,
    /// The country, as two letters, where it is told.
    pub country: Option<String>,
}

/// Why something can't be had from the library or from a file.
#[derive(Clone, Debug, PartialEq)]
pub enum ContentError {
    /// There is no such id; what is wrong, and the nearest id or all of them.
    Unknown {
        /// What is wrong.
        message: Message,
        /// What to write instead.
        help: Message,
    },
    /// A file or a folder could not be read.
    Unreadable {
        /// What is wrong.
        message: Message,
        /// What to do about it.
        help: Message,
    },
    /// Files have faults.
    Faulty(Vec<Faults>),
}

impl ContentError {
    /// The error in words; ends in a line break.
    #[must_use]
    pub fn render(&self, lang: Lang) -> String {
        let error = t!(lang, "content-error");
        match self {
            Self::Unknown { message, help } | Self::Unreadable { message, help } => format!(
                "{error}: {}\n  = {}: {}\n",
                message.text(lang),
                t!(lang, "content-help"),
                help.text(lang)
            ),
            Self::Faulty(files) => {
                let files: Vec<String> = files.iter().map(|faults| faults.render(lang)).collect();
                files.join("\n")
            }
        }
    }
}

impl From<Faults> for ContentError {
    fn from(faults: Faults) -> Self {
        Self::Faulty(vec![faults])
    }
}

/// The text of a content file.
///
/// # Errors
///
/// The file can't be read, or is no text in UTF-8.
pub fn read_source(path: &Path) -> Result<String, ContentError> {
    let bytes = std::fs::read(path).map_err(|error| unreadable(path, error.kind()))?;
    Ok(decode(&path.to_string_lossy(), &bytes)?)
}

fn unreadable(path: &Path, kind: ErrorKind) -> ContentError {
    let path = Clean::line(&path.to_string_lossy()).to_string();
    let (message, help) = match kind {
        ErrorKind::NotFound => (
            msg!("content-unreadable-absent", path = path),
            msg!("content-unreadable-absent-help"),
        ),
        ErrorKind::PermissionDenied => (
            msg!("content-unreadable-denied", path = path),
            msg!("content-unreadable-denied-help"),
        ),
        ErrorKind::IsADirectory => (
            msg!("content-unreadable-folder", path = path),
            msg!("content-unreadable-folder-help"),
        ),
        _ => (
            msg!("content-unreadable", path = path),
            msg!("content-unreadable-help"),
        ),
    };
    ContentError::Unreadable { message, help }
}

impl Library {
    /// What is built in.
    #[must_use]
    pub fn built_in() -> Self {
        let files = |list: BuiltIn| {
            list.iter()
                .map(|(id, path, source)| File {
                    id: Cow::Borrowed(id),
                    path: Cow::Borrowed(path),
                    source: Cow::Borrowed(source),
                })
                .collect()
        };
        Self {
            instruments: files(INSTRUMENTS),
            scenarios: files(CASES),
            cases: Arc::default(),
        }
    }

    /// The library with the `.toml` files of a folder added (not those of
    /// folders within, and no sessions).
    ///
    /// # Errors
    ///
    /// The folder or a file in it can't be read; or all faults of all its
    /// files, an id that is already taken among them.
    pub fn with_dir(mut self, dir: &Path) -> Result<Self, ContentError> {
        self.cases = Arc::default();
        let failed = |error: std::io::Error| unreadable(dir, error.kind());
        let entries = std::fs::read_dir(dir).map_err(failed)?;
        let paths: Result<Vec<_>, _> = entries.map(|e| e.map(|e| e.path())).collect();
        let mut paths = paths.map_err(failed)?;
        paths.retain(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            path.is_file() && name.ends_with(".toml") && !name.ends_with(".session.toml")
        });
        paths.sort();
        let mut broken = Vec::new();
        let mut added = Vec::new();
        for path in paths {
            let name = path.to_string_lossy().into_owned();
            match read_source(&path) {
                Ok(source) => added.push((name, source)),
                Err(ContentError::Faulty(faults)) => broken.extend(faults),
                Err(other) => return Err(other),
            }
        }
        // Twins may point at any file of the folder, so all ids come first.
        let claims: Vec<Option<Claims>> =
            added.iter().map(|(_, source)| Claims::of(source)).collect();
        let known = self.known_with(claims.iter().flatten());
        for ((path, source), claims) in added.into_iter().zip(claims) {
            let mut told = match read_any(&path, &source, &known) {
                Ok(_) => Vec::new(),
                Err(faults) => faults.diagnostics,
            };
            let id = claims.and_then(|claims| Some((claims.kind, claims.id?)));
            if let Some((kind, id)) = &id
                && let Some(other) = find(self.files(*kind), &id.0)
            {
                told.push(self.taken(*kind, id, &path, other.owner()));
            }
            match id {
                Some((kind, (id, _))) if told.is_empty() => self.files_mut(kind).push(File {
                    id: id.into(),
                    path: path.into(),
                    source: source.into(),
                }),
                // What has no kind or id has faults.
                _ => broken.push(Faults::new(&path, &source, told)),
            }
        }
        if broken.is_empty() {
            Ok(self)
        } else {
            Err(ContentError::Faulty(broken))
        }
    }

    /// The ids of the scenarios, built-in ones first.
    pub fn scenario_ids(&self) -> impl Iterator<Item = &str> {
        self.scenarios.iter().map(|file| file.id.as_ref())
    }

    /// The ids of the instruments, built-in ones first.
    pub fn instrument_ids(&self) -> impl Iterator<Item = &str> {
        self.instruments.iter().map(|file| file.id.as_ref())
    }

    /// The ids that twins may name.
    #[must_use]
    pub fn known(&self) -> KnownIds {
        KnownIds::of(self.scenario_ids())
    }

    /// The same with those of files that are added.
    pub(super) fn known_with<'a>(&'a self, files: impl Iterator<Item = &'a Claims>) -> KnownIds {
        let added = files.filter_map(Claims::scenario_id);
        KnownIds::of(self.scenario_ids().chain(added))
    }

    /// The files of a kind.
    pub(super) fn files(&self, kind: Kind) -> &[File] {
        match kind {
            Kind::Instrument => &self.instruments,
            Kind::Scenario => &self.scenarios,
        }
    }

    fn files_mut(&mut self, kind: Kind) -> &mut Vec<File> {
        match kind {
            Kind::Instrument => &mut self.instruments,
            Kind::Scenario => &mut self.scenarios,
        }
    }

    /// That an id belongs to another file already, by its path, or by none
    /// where it is built in; and which to take instead: one like the file's
    /// name.
    pub(super) fn taken(
        &self,
        kind: Kind,
        (id, span): &(String, Range<usize>),
        path: &str,
        owner: Option<&str>,
    ) -> Diagnostic {
        let name = Path::new(path).file_stem().unwrap_or_default();
        let own = id_of(&name.to_string_lossy()).unwrap_or_else(|| id.clone());
        let is_taken = |own: &str| own == id || find(self.files(kind), own).is_some();
        let message = match owner {
            Some(path) => {
                let path = Clean::line(path).to_string();
                msg!("content-taken", id = quote(id), path = path)
            }
            None => msg!("content-taken-built-in", id = quote(id)),
        };
        Diagnostic {
            span: span.clone(),
            message,
            help: msg!("content-taken-help", id = free_id(&own, is_taken)),
        }
    }

    /// A scenario by its id.
    ///
    /// # Errors
    ///
    /// There is no such scenario; or the file has faults.
    pub fn scenario(&self, id: &str) -> Result<Scenario, ContentError> {
        let file = find(&self.scenarios, id).ok_or_else(|| {
            unknown(
                id,
                msg!("content-no-such-scenario", id = quote(id)),
                self.scenario_ids(),
            )
        })?;
        Ok(read_scenario(&file.path, &file.source, &self.known())?)
    }

    /// An instrument by its id.
    ///
    /// # Errors
    ///
    /// There is no such instrument; or the file has faults.
    pub fn instrument(&self, id: &str) -> Result<Instrument, ContentError> {
        let file = find(&self.instruments, id).ok_or_else(|| {
            unknown(
                id,
                msg!("content-no-such-instrument", id = quote(id)),
                self.instrument_ids(),
            )
        })?;
        Ok(read_instrument(&file.path, &file.source)?)
    }

    /// All real cases that can be read, in order; what is wrong with the
    /// others `check` tells. They are read once, however often they are asked
    /// for.
    #[must_use]
    pub fn cases(&self) -> &[Scenario] {
        self.cases.get_or_init(|| self.read_cases())
    }

    fn read_cases(&self) -> Vec<Scenario> {
        let known = self.known();
        let read = |file: &File| read_scenario(&file.path, &file.source, &known).ok();
        let cases_of = |files: &[File]| -> Vec<Scenario> {
            let cases = files.iter().filter_map(read);
            cases.filter(|case| case.outcome.is_some()).collect()
        };
        // Someone waits for the list.
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let share = self.scenarios.len().div_ceil(cores).max(1);
        std::thread::scope(|scope| {
            let parts = self.scenarios.chunks(share);
            let parts: Vec<_> = parts.map(|files| scope.spawn(|| cases_of(files))).collect();
            let cases = parts.into_iter().flat_map(|part| match part.join() {
                Ok(cases) => cases,
                Err(panic) => std::panic::resume_unwind(panic),
            });
            cases.collect()
        })
    }

    /// How many of the real cases, but for one, ended in a public apology or
    /// were withdrawn within 24 months (METHOD.md §7).
    #[must_use]
    pub fn base_rate(&self, except: Option<&str>) -> BaseRate {
        let mut rate = BaseRate { happened: 0, of: 0 };
        let cases = self.cases().iter();
        for case in cases.filter(|case| Some(case.id.as_str()) != except) {
            let outcome = case.outcome.as_ref();
            let stopped = outcome.is_some_and(|o| o.stopped_within_24_months);
            rate.of += 1;
            rate.happened += u32::from(stopped);
        }
        rate
    }

    /// All scenarios by id and title; reads every file.
    ///
    /// # Errors
    ///
    /// All faults of all files.
    pub fn list(&self) -> Result<Vec<Listing>, ContentError> {
        let mut broken = Vec::new();
        let mut list = Vec::new();
        let known = self.known();
        for file in &self.scenarios {
            match read_scenario(&file.path, &file.source, &known) {
                Ok(scenario) => list.push(Listing {
                    id: scenario.id,
                    title: scenario.title,
                    disguise: scenario.disguise.map(|disguise| disguise.title),
                    year: scenario.year,
                    country: scenario.country,
                }),
                Err(faults) => broken.push(faults),
            }
        }
        if broken.is_empty() {
            Ok(list)
        } else {
            Err(ContentError::Faulty(broken))
        }
    }
}

pub(super) fn find<'a>(files: &'a [File], id: &str) -> Option<&'a File> {
    files.iter().find(|file| file.id.eq_ignore_ascii_case(id))
}

fn unknown<'a>(id: &str, message: Message, ids: impl Iterator<Item = &'a str>) -> ContentError {
    let ids: Vec<&str> = ids.collect();
    let help = suggest(id, &ids);
    ContentError::Unknown { message, help }
}
