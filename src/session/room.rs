//! What the room window must know of a sitting and is in no session: how far
//! the clock is, and how far what is read aloud or told. It stands beside the
//! session in `.NAME.room` while somebody leads it.
//!
//! Invariants: numbers only, nothing that anyone typed or answered; and
//! nothing here is ever an error, for the window does without.

use super::log;
use serde::{Deserialize, Serialize};
use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, Sender, channel},
    thread::{self, JoinHandle},
    time::Duration,
};

/// What the room window may know of a sitting.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sitting {
    /// Where in the letter the slide that stands begins, in thousandths of a
    /// sentence.
    pub sentence: usize,
    /// Which beat of what happened is told, from 0.
    pub beat: usize,
    /// The clock of the step, where it has a time box.
    pub clock: Option<StepClock>,
}

/// The clock of a step. Times are in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepClock {
    /// The time box, in minutes.
    pub minutes: u16,
    /// What was used before it last ran.
    pub used: u64,
    /// Since when it runs, counted from 1970; none while it stands still.
    pub since: Option<u64>,
}

impl StepClock {
    /// What the step has used at a time, counted from 1970.
    #[must_use]
    pub fn used_at(&self, now: u64) -> Duration {
        let runs = self.since.map_or(0, |since| now.saturating_sub(since));
        Duration::from_millis(self.used.saturating_add(runs))
    }
}

/// A time in whole milliseconds.
#[must_use]
pub fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

/// What is known of the sitting of a session; none where nobody leads it, or
/// the file can't be read.
#[must_use]
pub fn sitting(session: &Path) -> Option<Sitting> {
    toml::from_str(&fs::read_to_string(file(session)).ok()?).ok()
}

/// The file beside a session.
fn file(session: &Path) -> PathBuf {
    let real = fs::canonicalize(session).unwrap_or_else(|_| session.to_owned());
    log::hidden_beside(&real, ".room")
}

/// Tells the room window of a sitting, on a thread of its own. Dropping it
/// takes the file away.
pub struct Teller {
    told: Told,
    sender: Option<Sender<Told>>,
    thread: Option<JoinHandle<()>>,
}

/// The session with what is told of it; none outside of a session.
type Told = Option<(PathBuf, Sitting)>;

impl Teller {
    /// One that has told nothing yet.
    #[must_use]
    pub fn new() -> Self {
        let (sender, inbox) = channel();
        Self {
            told: None,
            sender: Some(sender),
            thread: Some(thread::spawn(move || tell_all(&inbox))),
        }
    }

    /// Tells what is so now; does nothing where that was told before.
    pub fn tell(&mut self, now: Option<(&Path, Sitting)>) {
        let same = match (&self.told, &now) {
            (None, None) => true,
            (Some((path, told)), Some((now, sitting))) => path == now && told == sitting,
            _ => false,
        };
        if same {
            return;
        }
        self.told = now.map(|(path, sitting)| (path.to_owned(), sitting));
        if let Some(sender) = &self.sender {
            let _ = sender.send(self.told.clone());
        }
    }
}

impl Default for Teller {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Teller {
    fn drop(&mut self) {
        self.sender = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn tell_all(inbox: &Receiver<Told>) {
    let mut at: Option<PathBuf> = None;
    while let Ok(mut told) = inbox.recv() {
        // Only the latest counts.
        while let Ok(later) = inbox.try_recv() {
            told = later;
        }
        let told = told.map(|(session, sitting)| (file(&session), sitting));
        let next = told.as_ref().map(|(path, _)| path);
        if let Some(left) = at.take_if(|at| Some(&*at) != next) {
            let _ = fs::remove_file(left);
        }
        if let Some((path, sitting)) = told {
            let _ = write(&path, &sitting);
            at = Some(path);
        }
    }
    if let Some(left) = at {
        let _ = fs::remove_file(left);
    }
}

/// Not synced to the disk: after a fall it is of no use.
fn write(path: &Path, sitting: &Sitting) -> io::Result<()> {
    let text = toml::to_string(sitting).map_err(io::Error::other)?;
    let new = path.with_extension("room.new");
    let mut file = log::private().create(true).truncate(true).open(&new)?;
    file.write_all(text.as_bytes())?;
    drop(file);
    fs::rename(&new, path)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Would catch a file left behind by whoever goes home, into another
    /// session or away, and one that is not read as it was written.
    #[test]
    fn the_file_stands_while_the_session_is_led() {
        let folder = tempfile::tempdir().unwrap();
        let [one, two] = ["one", "two"].map(|name| folder.path().join(name));
        let sitting_at = |sentence| Sitting {
            sentence,
            beat: 2,
            clock: Some(StepClock {
                minutes: 15,
                used: 1500,
                since: Some(1_795_000_000_123),
            }),
        };
        let mut teller = Teller::new();
        teller.tell(Some((&one, sitting_at(1))));
        teller.tell(Some((&one, sitting_at(3500))));
        drop(std::mem::take(&mut teller));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        let at = file(&one);
        write(&at, &sitting_at(3500)).unwrap();
        assert_eq!(sitting(&one), Some(sitting_at(3500)));
        assert_eq!(sitting(&two), None);
        fs::write(at, "sentence = \"a\"").unwrap();
        assert_eq!(sitting(&one), None);
    }
}
