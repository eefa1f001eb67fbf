//! A folder of its own for a test, and memos without what differs from one
//! run to the next.

use dear_customer::lang::{self, Lang};
use jiff::{ToSpan, civil::Date};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};
use tempfile::TempDir;

/// A fresh folder, gone with the test; in memory where the system has that.
pub struct Folder(TempDir);

impl Folder {
    /// An empty one.
    pub fn new() -> Self {
        let memory = Path::new("/dev/shm");
        Self(if memory.is_dir() {
            tempfile::tempdir_in(memory).unwrap()
        } else {
            tempfile::tempdir().unwrap()
        })
    }

    /// The same with a copy of a file, or of a folder and what is in it,
    /// named from the root of the repository: `tests/fixtures/cli/idea.toml`
    /// becomes `idea.toml`.
    pub fn with(self, from: &str) -> Self {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join(from);
        copy(
            &from,
            &self.path(from.file_name().unwrap().to_str().unwrap()),
        );
        self
    }

    /// The path of a name in it; of nothing, its own.
    pub fn path(&self, name: &str) -> PathBuf {
        let name = Path::new(name);
        self.0
            .path()
            .components()
            .chain(name.components())
            .collect()
    }

    /// What a file in it holds.
    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// Puts a file into it.
    pub fn write(&self, name: &str, contents: impl AsRef<[u8]>) {
        fs::write(self.path(name), contents).unwrap();
    }
}

fn copy(from: &Path, to: &Path) {
    if !from.is_dir() {
        fs::copy(from, to).unwrap_or_else(|error| panic!("{}: {error}", from.display()));
        return;
    }
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        copy(&entry.path(), &to.join(entry.file_name()));
    }
}

/// A memo, or any other text made from a session, with signs in place of what
/// differs from run to run: the session's id, the hashes of its events, the
/// days of its events and the days a year later, in both languages and in
/// numbers. They are read from the session file, not from the clock: a test
/// may run at midnight. Hashes of content stay, they are the same every time.
pub fn normalise(memo: &str, session_file: &Path) -> String {
    let file = fs::read_to_string(session_file).unwrap();
    let mut signs: Vec<(String, &str)> = Vec::new();
    signs.extend(values(&file, "hash").map(|hash| (hash.to_owned(), "<hash>")));
    signs.extend(values(&file, "session").map(|id| (id.to_owned(), "<session>")));
    let days: BTreeSet<Date> = values(&file, "at").map(day).collect();
    for day in days {
        let ahead = day.checked_add(1.year()).unwrap();
        for (day, sign) in [(day, "<today>"), (ahead, "<in a year>")] {
            signs.push((lang::date(Lang::En, day), sign));
            signs.push((lang::date(Lang::Nl, day), sign));
            signs.push((day.to_string(), sign));
        }
    }
    let whole = |memo: String, (text, sign): &(String, &str)| replace_whole(&memo, text, sign);
    signs.iter().fold(memo.to_owned(), whole)
}

/// The values of a key that stands at the start of a line.
fn values<'a>(file: &'a str, key: &'a str) -> impl Iterator<Item = &'a str> {
    file.lines().filter_map(move |line| {
        let value = line.strip_prefix(key)?.strip_prefix(" = \"")?;
        value.strip_suffix('"')
    })
}

/// The day in a time such as `2026-11-23T21:04:12+01:00`, where it was noted.
fn day(at: &str) -> Date {
    at.split('T').next().unwrap().parse().unwrap()
}

/// Replaces a text where it is not part of a longer number or word: `3 May
/// 2026` is not meant by `13 May 2026`.
fn replace_whole(memo: &str, text: &str, sign: &str) -> String {
    let mut out = String::new();
    let mut rest = memo;
    while let Some((before, after)) = rest.split_once(text) {
        out.push_str(before);
        let alone = !out.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_numeric);
        out.push_str(if alone { sign } else { text });
        rest = after;
    }
    out + rest
}
