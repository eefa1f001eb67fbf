//! What the program keeps of its user from one time to the next, in a file
//! that a person can read: language, colours, mouse, and the sessions that
//! were open lately.
//!
//! Invariant: a file that can't be read is left as it is, and nothing is kept
//! then; a setting is written only once someone has chosen it.

use super::{app::App, theme::Scheme};
use crate::{
    lang::{Lang, Message},
    msg,
};
use serde::{Deserialize, Serialize};
use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

/// How many sessions are kept in mind.
const MOST_RECENT: usize = 9;

/// The settings, as far as someone has chosen them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The language of the screen, by its code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<Lang>,
    /// The colours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub theme: Option<Scheme>,
    /// Whether the mouse is used.
    pub mouse: bool,
    /// Whether the welcome has been seen.
    pub welcomed: bool,
    /// The sessions that were open lately, the last one first; whole paths.
    pub recent: Vec<PathBuf>,
}

/// The settings and where they are kept.
pub struct Kept {
    /// As they are now.
    pub settings: Settings,
    /// None: they are kept nowhere.
    path: Option<PathBuf>,
    /// What the walk showed when this was last looked at.
    seen: Option<Seen>,
}

#[derive(PartialEq, Eq)]
struct Seen {
    lang: Lang,
    scheme: Scheme,
    mouse: bool,
    welcomed: bool,
    file: Option<PathBuf>,
}

impl Kept {
    /// Settings that are kept nowhere.
    #[must_use]
    pub fn nowhere() -> Self {
        Self {
            settings: Settings::default(),
            path: None,
            seen: None,
        }
    }

    /// Reads the settings from a file, which need not be there; what is wrong
    /// with it comes along.
    #[must_use]
    pub fn read(path: &Path) -> (Self, Option<Message>) {
        let mut kept = Self {
            path: Some(path.to_owned()),
            ..Self::nowhere()
        };
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return (kept, None),
            Err(error) => {
                let why = error.to_string();
                return (Self::nowhere(), Some(unreadable(path, why)));
            }
        };
        match toml::from_str(&text) {
            Ok(settings) => {
                kept.settings = settings;
                (kept, None)
            }
            Err(error) => {
                // Who begins has seen the welcome before.
                let mut kept = Self::nowhere();
                kept.settings.welcomed = true;
                (kept, Some(unreadable(path, error.message().to_owned())))
            }
        }
    }

    /// Keeps what has changed on the screen since this was last asked. A
    /// folder in which nothing can be kept is no reason to stop.
    pub fn follow(&mut self, app: &App) {
        let now = Seen {
            lang: app.walk.lang(),
            scheme: app.scheme(),
            mouse: app.mouse(),
            welcomed: app.walk.welcomed(),
            file: app.walk.file().map(Path::to_owned),
        };
        let before = self.seen.replace(now);
        let (Some(now), before) = (&self.seen, before) else {
            return;
        };
        // What stood there from the start may be asked for this once only.
        let first = before.is_none();
        let before = before.as_ref().unwrap_or(now);
        let mut settings = self.settings.clone();
        if now.lang != before.lang {
            settings.lang = Some(now.lang);
        }
        if now.scheme != before.scheme {
            settings.theme = Some(now.scheme);
        }
        if now.mouse != before.mouse {
            settings.mouse = now.mouse;
        }
        settings.welcomed |= now.welcomed;
        if let Some(file) = &now.file
            && (first || now.file != before.file)
            && let Ok(file) = fs::canonicalize(file)
        {
            settings.recent.retain(|known| *known != file);
            settings.recent.insert(0, file);
            settings.recent.truncate(MOST_RECENT);
        }
        if settings != self.settings {
            self.settings = settings;
            let _ = self.write();
        }
    }

    /// A new file in place of the old one, whole at every moment.
    fn write(&self) -> io::Result<()> {
        let Some(path) = &self.path else {
            return Ok(());
        };
        let folder = path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        let text = toml::to_string(&self.settings).map_err(io::Error::other)?;
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        file.write_all(text.as_bytes())?;
        file.persist(path)?;
        Ok(())
    }
}

fn unreadable(path: &Path, why: String) -> Message {
    let file = path.to_string_lossy();
    msg!("settings-unreadable", file = &*file, why = why)
}
