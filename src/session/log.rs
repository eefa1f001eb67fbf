//! The session file: an append-only list of events, each closed by a hash
//! over everything since the previous hash and that hash itself.
//!
//! Invariant: what [`Log::append`] has returned from is on disk and stays the
//! longest whole prefix of the file, whatever happens afterwards. Nothing in
//! the file is ever changed; only a torn tail, which nobody was told is
//! saved, is moved aside, and a failed append is taken back.

use sha2::{Digest, Sha256};
use std::{
    ffi::OsString,
    fs::{self, File, OpenOptions, TryLockError},
    io::{self, Write},
    ops::Range,
    path::{Path, PathBuf},
};

/// A SHA-256 in lowercase hex.
pub(super) type Hash = String;

const HASH_LINE: usize = "hash = \"\"\n".len() + 64;

/// One whole event in the bytes of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Block {
    /// Its bytes, hash line included.
    pub bytes: Range<usize>,
    /// Its hash, which fits.
    pub hash: Hash,
    /// The line of the file on which it starts, from 1.
    pub line: usize,
}

/// How a file ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Tail {
    /// With the hash of the last event.
    Whole,
    /// With bytes that no hash closes: a write that was cut off.
    Torn(Range<usize>),
    /// At this block the hash does not fit; what follows is not to be
    /// trusted.
    Damaged {
        /// The line on which the block starts, from 1.
        line: usize,
    },
}

/// The whole events of a file, in order, and how it ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Scan {
    pub blocks: Vec<Block>,
    pub tail: Tail,
}

/// The hash that closes `body` after an event with hash `previous`: SHA-256
/// over the 64 hex digits of the previous hash (nothing for the first event)
/// and the bytes of the event up to its hash line.
pub(super) fn chain(previous: Option<&str>, body: &[u8]) -> Hash {
    let mut hasher = Sha256::new();
    hasher.update(previous.unwrap_or_default());
    hasher.update(body);
    data_encoding::HEXLOWER.encode(&hasher.finalize())
}

/// The hash in a line, if the line is a hash line to the letter.
fn hash_line(line: &[u8]) -> Option<&str> {
    let digits = line.strip_prefix(b"hash = \"")?.strip_suffix(b"\"\n")?;
    let hex = |b: &u8| matches!(b, b'0'..=b'9' | b'a'..=b'f');
    (digits.len() == 64 && digits.iter().all(hex))
        .then(|| std::str::from_utf8(digits).ok())
        .flatten()
}

/// Finds the whole events. Reads nothing of what they say.
pub(super) fn scan(bytes: &[u8]) -> Scan {
    let mut blocks: Vec<Block> = Vec::new();
    let (mut start, mut line_start) = (0, 0);
    let mut start_line = 1;
    for (line_number, end) in (1..).zip(memchr::memchr_iter(b'\n', bytes)) {
        let body_end = line_start;
        let line = &bytes[line_start..=end];
        line_start = end + 1;
        let Some(written) = hash_line(line) else {
            continue;
        };
        let previous = blocks.last().map(|block| block.hash.as_str());
        if chain(previous, &bytes[start..body_end]) != written {
            return Scan {
                blocks,
                tail: Tail::Damaged { line: start_line },
            };
        }
        blocks.push(Block {
            bytes: start..line_start,
            hash: written.to_owned(),
            line: start_line,
        });
        (start, start_line) = (line_start, line_number + 1);
    }
    let previous = blocks.last().map(|block| block.hash.as_str());
    let tail = if start == bytes.len() {
        Tail::Whole
    } else if was_closed(previous, &bytes[start..]) {
        Tail::Damaged { line: start_line }
    } else {
        Tail::Torn(start..bytes.len())
    };
    Scan { blocks, tail }
}

/// Whether a tail without a hash line of its own had one once: a write that
/// was cut off ends before its hash line or inside it, never with one that
/// was altered. Without this a single flipped bit in the last hash line
/// would pass for a torn write, and a saved event would be set aside.
fn was_closed(previous: Option<&str>, tail: &[u8]) -> bool {
    let Some((body, line)) = tail.split_last_chunk::<HASH_LINE>() else {
        return false;
    };
    let due = closing_line(&chain(previous, body));
    let same = due.bytes().zip(line).filter(|(due, byte)| due == *byte);
    hash_line(line).is_some() || same.count() > HASH_LINE / 2
}

/// Why a session file could not be used.
#[derive(Debug)]
pub(super) enum LogError {
    /// The system said no, to what and why.
    Io(PathBuf, io::Error),
    /// There is a file of that name already.
    Exists(PathBuf),
    /// Another program writes to it.
    Locked(PathBuf),
}

/// A session file open for writing, alone.
pub(super) struct Log {
    path: PathBuf,
    file: File,
    /// How many bytes of whole events it holds.
    len: u64,
    last: Option<Hash>,
    /// A write has failed, and what it left behind could not be cut off.
    untidy: bool,
    /// Held until the log is dropped.
    _lock: Lock,
}

impl Log {
    /// Makes a new file with its first event; never overwrites one. The file
    /// and its folder's entry are on disk on return.
    pub(super) fn create(path: &Path, first: &str) -> Result<Hash, LogError> {
        let fail = |error| LogError::Io(path.to_owned(), error);
        let folder = folder(path);
        // Seen before anything is written; `persist_noclobber` closes the gap.
        if fs::symlink_metadata(path).is_ok() {
            return Err(LogError::Exists(path.to_owned()));
        }
        let mut file = tempfile::Builder::new()
            .prefix(".new-session-")
            .tempfile_in(&folder)
            .map_err(|error| match error.kind() {
                io::ErrorKind::NotFound => LogError::Io(folder.clone(), error),
                _ => fail(error),
            })?;
        let (bytes, hash) = close(None, first);
        file.write_all(bytes.as_bytes()).map_err(fail)?;
        file.as_file().sync_all().map_err(fail)?;
        // Opened first: where that fails, there is no file yet.
        let entry = open_folder(&folder).map_err(fail)?;
        file.persist_noclobber(path).map_err(|e| {
            if e.error.kind() == io::ErrorKind::AlreadyExists {
                LogError::Exists(path.to_owned())
            } else {
                fail(e.error)
            }
        })?;
        sync_folder(entry).map_err(fail)?;
        Ok(hash)
    }

    /// Opens a file for writing. The caller has taken the lock before it
    /// read and scanned the bytes, so that nothing changes in between.
    pub(super) fn open(lock: Lock, scan: &Scan) -> Result<Self, LogError> {
        let path = lock.path.clone();
        let fail = |error| LogError::Io(path.clone(), error);
        let file = OpenOptions::new().append(true).open(&path).map_err(fail)?;
        let len = scan.blocks.last().map_or(0, |block| block.bytes.end);
        Ok(Self {
            file,
            len: len as u64,
            last: scan.blocks.last().map(|block| block.hash.clone()),
            path,
            untidy: false,
            _lock: lock,
        })
    }

    /// The hash of the last event.
    pub(super) fn last(&self) -> Option<&str> {
        self.last.as_deref()
    }

    /// How many bytes of whole events it holds, and the hash of the last.
    pub(super) fn end(&self) -> (u64, Option<&str>) {
        (self.len, self.last())
    }

    /// Moves a torn tail to a file of its own beside the session, as
    /// `contents`, and cuts it off. Returns where it went. On an error the
    /// tail is where it was, and only there.
    pub(super) fn set_aside(&mut self, contents: &[u8]) -> Result<PathBuf, LogError> {
        let fail = |error| LogError::Io(self.path.clone(), error);
        let mut number = 1;
        let (aside, mut file) = loop {
            let aside = beside(&self.path, &format!(".torn-{number}"));
            match private().create_new(true).open(&aside) {
                Ok(file) => break (aside, file),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
                Err(error) => return Err(fail(error)),
            }
        };
        let kept = file
            .write_all(contents)
            .and_then(|()| file.sync_all())
            .and_then(|()| open_folder(&folder(&self.path)))
            .and_then(sync_folder)
            .and_then(|()| self.file.set_len(self.len));
        if let Err(error) = kept {
            let _ = fs::remove_file(&aside);
            return Err(fail(error));
        }
        self.file.sync_all().map_err(fail)?;
        Ok(aside)
    }

    /// Appends whole events (their lines with hash lines) whose last hash is
    /// `last`, in one write and one fsync. On an error the file is cut back
    /// to what it held before; where even that fails, the next append does
    /// it first, or else the next opening.
    pub(super) fn append(&mut self, bytes: &[u8], last: Hash) -> Result<(), LogError> {
        let written = self
            .tidy()
            .and_then(|()| self.file.write_all(bytes))
            .and_then(|()| self.file.sync_data());
        if let Err(error) = written {
            self.untidy = true;
            let _ = self.tidy();
            return Err(LogError::Io(self.path.clone(), error));
        }
        self.len += bytes.len() as u64;
        self.last = Some(last);
        Ok(())
    }

    /// Cuts off what a failed write has left behind.
    fn tidy(&mut self) -> io::Result<()> {
        if self.untidy {
            self.file.set_len(self.len)?;
            self.file.sync_all()?;
            self.untidy = false;
        }
        Ok(())
    }
}

/// The right to write to a session, held through a side file.
pub(super) struct Lock {
    path: PathBuf,
    file: File,
}

impl Lock {
    /// Takes it, or says that another has it. The session itself is opened
    /// for writing as a test, so that a read-only file is told at once.
    pub(super) fn take(path: &Path) -> Result<Self, LogError> {
        let fail = |error| LogError::Io(path.to_owned(), error);
        OpenOptions::new().append(true).open(path).map_err(fail)?;
        // One lock for one file, also where a link leads to it.
        let real = fs::canonicalize(path).map_err(fail)?;
        let file = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(false)
            .open(hidden_beside(&real, ".lock"))
            .map_err(fail)?;
        match file.try_lock() {
            Ok(()) => Ok(Self {
                path: path.to_owned(),
                file,
            }),
            Err(TryLockError::WouldBlock) => Err(LogError::Locked(path.to_owned())),
            Err(TryLockError::Error(error)) => Err(fail(error)),
        }
    }
}

/// Closing the file would do, but not where another thread has just started
/// a program, which holds a copy of the handle for an instant.
impl Drop for Lock {
    fn drop(&mut self) {
        let _ = self.file.unlock();
    }
}

/// Event lines closed by their hash line, ready to append.
pub(super) fn close(previous: Option<&str>, body: &str) -> (String, Hash) {
    let hash = chain(previous, body.as_bytes());
    let mut bytes = String::with_capacity(body.len() + HASH_LINE);
    bytes.push_str(body);
    bytes.push_str(&closing_line(&hash));
    (bytes, hash)
}

fn closing_line(hash: &str) -> String {
    format!("hash = \"{hash}\"\n")
}

pub(super) fn folder(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if parent != Path::new("") => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// A side file of a session: `.NAME` and an ending, in its folder.
pub(super) fn hidden_beside(real: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(real.file_name().unwrap_or_default());
    name.push(ending);
    folder(real).join(name)
}

/// Writing a file that only its owner may read, as a session is.
pub(super) fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// A folder's entries are on disk only once the folder itself is synced;
/// where folders can't be opened (Windows) the system sees to it.
pub(super) fn open_folder(folder: &Path) -> io::Result<Option<File>> {
    cfg!(unix).then(|| File::open(folder)).transpose()
}

pub(super) fn sync_folder(folder: Option<File>) -> io::Result<()> {
    folder.map_or(Ok(()), |folder| folder.sync_all())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Fault: after a failed write that could not be cut off, the next event
    /// lands behind its remains, and everything from there on is lost.
    #[test]
    fn remains_of_a_failed_write_are_cut_off_before_the_next() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x");
        let first = Log::create(&path, "one\n").unwrap();
        let scanned = scan(&fs::read(&path).unwrap());
        let mut log = Log::open(Lock::take(&path).unwrap(), &scanned).unwrap();
        log.file.write_all(b"remains of ano").unwrap();
        log.untidy = true;
        let (bytes, last) = close(Some(&first), "two\n");
        log.append(bytes.as_bytes(), last).unwrap();
        let scanned = scan(&fs::read(&path).unwrap());
        assert_eq!((scanned.blocks.len(), scanned.tail), (2, Tail::Whole));
    }
}
