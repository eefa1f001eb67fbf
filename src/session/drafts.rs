//! Drafts: texts that are being typed, so that a fall in mid-sentence loses
//! two seconds at most. They stand beside the session in `.NAME.drafts`, not
//! in it: a draft is nobody's word yet.
//!
//! Invariants: a draft may be a private reason, so each is sealed under the
//! session's key for its own place; and nothing here is ever an error, for
//! the worst that can happen is that something is to be typed again.

use super::{
    lines, log,
    seal::{Key, Sealed, draft_place},
};
use std::{
    collections::BTreeMap,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};
use toml::{Table, Value};

/// How long the first change waits for others, so that a key pressed is not
/// a file written.
const GATHER: Duration = Duration::from_millis(400);
/// How long a write that failed waits for the next try.
const RETRY: Duration = Duration::from_secs(3);

/// Fills bytes at random, from any thread.
pub(super) type Random = dyn Fn(&mut [u8]) + Send + Sync;

/// The drafts of a session open for writing.
pub(super) struct Drafts {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

struct Shared {
    texts: Mutex<Texts>,
    changed: Condvar,
}

#[derive(Default)]
struct Texts {
    by_id: BTreeMap<String, String>,
    /// How many changes there were, and how many of them are on disk.
    changes: u64,
    kept: u64,
    /// When the next write is due; none where nothing is pending.
    due: Option<Instant>,
    closing: bool,
}

fn lock(shared: &Shared) -> MutexGuard<'_, Texts> {
    shared.texts.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Drafts {
    /// Reads what is left from before, and begins to keep. The caller holds
    /// the session's lock.
    pub(super) fn open(session: &Path, key: Key, random: Arc<Random>) -> Self {
        let file = File::of(session);
        let by_id = file.read(&key);
        let shared = Arc::new(Shared {
            texts: Mutex::new(Texts {
                by_id,
                ..Texts::default()
            }),
            changed: Condvar::new(),
        });
        let thread = {
            let shared = Arc::clone(&shared);
            thread::spawn(move || keep_all(&shared, &file, &key, random.as_ref()))
        };
        Self {
            shared,
            thread: Some(thread),
        }
    }

    pub(super) fn get(&self, id: &str) -> Option<String> {
        lock(&self.shared).by_id.get(id).cloned()
    }

    pub(super) fn keep(&self, id: &str, text: &str) {
        let mut texts = lock(&self.shared);
        if texts.by_id.get(id).map_or("", String::as_str) == text {
            return;
        }
        if text.is_empty() {
            texts.by_id.remove(id);
        } else {
            texts.by_id.insert(id.to_owned(), text.to_owned());
        }
        texts.changes += 1;
        if texts.due.is_none() {
            texts.due = Some(Instant::now() + GATHER);
        }
        drop(texts);
        self.shared.changed.notify_all();
    }

    pub(super) fn are_kept(&self) -> bool {
        let texts = lock(&self.shared);
        texts.kept == texts.changes
    }
}

/// Writes what is pending, then ends.
impl Drop for Drafts {
    fn drop(&mut self) {
        lock(&self.shared).closing = true;
        self.shared.changed.notify_all();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// The drafts' thread: sleeps until something is pending, and writes it when
/// it is due.
fn keep_all(shared: &Shared, file: &File, key: &Key, random: &Random) {
    let mut texts = lock(shared);
    loop {
        let now = Instant::now();
        texts = match texts.due {
            None if texts.closing => return,
            None => wait(shared.changed.wait(texts)),
            Some(due) if due > now && !texts.closing => {
                let waited = shared.changed.wait_timeout(texts, due - now);
                waited.unwrap_or_else(PoisonError::into_inner).0
            }
            Some(_) => {
                let (now, changes) = (texts.by_id.clone(), texts.changes);
                texts.due = None;
                drop(texts);
                let written = file.write(&now, key, random);
                texts = lock(shared);
                match written {
                    Ok(()) => texts.kept = changes,
                    Err(_) if texts.closing => return,
                    Err(_) => texts.due = Some(Instant::now() + RETRY),
                }
                texts
            }
        };
    }
}

fn wait<'a>(
    waited: Result<MutexGuard<'a, Texts>, PoisonError<MutexGuard<'a, Texts>>>,
) -> MutexGuard<'a, Texts> {
    waited.unwrap_or_else(PoisonError::into_inner)
}

/// Where the drafts are.
struct File {
    path: PathBuf,
    /// Written first, then renamed.
    new: PathBuf,
}

impl File {
    fn of(session: &Path) -> Self {
        let real = fs::canonicalize(session).unwrap_or_else(|_| session.to_owned());
        Self {
            path: log::hidden_beside(&real, ".drafts"),
            new: log::hidden_beside(&real, ".drafts.new"),
        }
    }

    /// The drafts of this session; a line that is not, or not whole, is left
    /// out.
    fn read(&self, key: &Key) -> BTreeMap<String, String> {
        // What a write that was killed has left behind.
        let _ = fs::remove_file(&self.new);
        let bytes = fs::read(&self.path).unwrap_or_default();
        let line = |line: &str| {
            let (id, sealed) = toml::from_str::<BTreeMap<String, Sealed>>(line)
                .ok()?
                .pop_first()?;
            let text = key.open(&draft_place(&id), &sealed)?;
            Some((id, text))
        };
        let text = String::from_utf8_lossy(&bytes);
        text.lines().filter_map(line).collect()
    }

    fn write(
        &self,
        texts: &BTreeMap<String, String>,
        key: &Key,
        random: &Random,
    ) -> io::Result<()> {
        if texts.is_empty() {
            return match fs::remove_file(&self.path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
                _ => Ok(()),
            };
        }
        let mut table = Table::new();
        for (id, text) in texts {
            let sealed = key.seal(&draft_place(id), text, &|bytes| random(bytes));
            let sealed = sealed.ok_or(io::ErrorKind::OutOfMemory)?;
            table.insert(id.clone(), Value::String(sealed.into_text()));
        }
        let mut lines = String::new();
        lines::write_table(&mut lines, &table);
        let mut file = log::private().create(true).truncate(true).open(&self.new)?;
        file.write_all(lines.as_bytes())?;
        file.sync_all()?;
        drop(file);
        fs::rename(&self.new, &self.path)?;
        log::sync_folder(log::open_folder(&log::folder(&self.path))?)
    }
}
