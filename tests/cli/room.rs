//! A folder of its own for each test, and the program run in it.

use dear_customer::{
    cli::{self, Exit, World},
    session::Outside,
};
use std::{
    cell::Cell,
    collections::BTreeMap,
    ffi::OsString,
    fs,
    path::PathBuf,
    sync::{
        Once, PoisonError, RwLock,
        atomic::{AtomicU64, Ordering},
    },
};
use tempfile::TempDir;

/// The header of a file of ratings.
pub const HEADER: &str = "option,round,participant,assessment,answer,reason\n";

/// One run of the program: its exit code and what it wrote, the test's
/// folder shown as `[dir]`.
pub struct Ran {
    pub code: u8,
    pub out: String,
    pub err: String,
}

impl Ran {
    /// Exit code, then everything that was written, for a snapshot.
    pub fn whole(&self) -> String {
        format!("exit {}\n{}{}", self.code, self.out, self.err)
    }
}

pub struct Room {
    dir: TempDir,
    runs: Cell<u64>,
    vars: BTreeMap<String, String>,
}

/// A child process, for a moment, holds open what its parent has open, the
/// locks of sessions too. So while sessions are at work in this process none
/// is begun.
pub static NO_CHILDREN: RwLock<()> = RwLock::new(());

impl Room {
    pub fn new() -> Self {
        // The first snapshot begins a child, to find its folder.
        static FIRST: Once = Once::new();
        FIRST.call_once(|| insta::assert_snapshot!("", @""));
        Self {
            dir: tempfile::tempdir().unwrap(),
            runs: Cell::new(0),
            vars: BTreeMap::new(),
        }
    }

    /// A room with a session `s` on the ING case.
    pub fn with_session(new: &str) -> Self {
        let room = Self::new();
        room.fine(&format!("new @s --scenario ing-2014 {new}"));
        room
    }

    /// The same with an environment variable.
    pub fn var(mut self, name: &str, value: &str) -> Self {
        self.vars.insert(name.to_owned(), value.to_owned());
        self
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub fn write(&self, name: &str, contents: impl AsRef<[u8]>) {
        fs::write(self.path(name), contents).unwrap();
    }

    /// A file of ratings: the header and these rows.
    pub fn ratings(&self, name: &str, rows: &str) {
        self.write(name, format!("{HEADER}{rows}"));
    }

    pub fn bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap()
    }

    pub fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// Every file of the room but locks, which hold nothing.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        fs::read_dir(self.dir.path())
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.is_file() && path.extension().is_none_or(|e| e != "lock"))
            .map(|path| {
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                (name, fs::read(&path).unwrap())
            })
            .collect()
    }

    /// Runs a command line: words apart by spaces, or between double quotes;
    /// a word that begins with `@` is a file of the room.
    pub fn run(&self, line: &str) -> Ran {
        let mut words: Vec<String> = Vec::new();
        for (index, part) in line.split('"').enumerate() {
            if index % 2 == 1 {
                words.push(part.to_owned());
            } else {
                words.extend(part.split_whitespace().map(|word| {
                    word.strip_prefix('@').map_or_else(
                        || word.to_owned(),
                        |name| self.path(name).display().to_string(),
                    )
                }));
            }
        }
        self.run_words(words.into_iter().map(OsString::from))
    }

    /// Runs the program with these arguments.
    pub fn run_words(&self, words: impl IntoIterator<Item = OsString>) -> Ran {
        let run = self.runs.get() + 1;
        self.runs.set(run);
        let args = std::iter::once(OsString::from("dear-customer")).chain(words);
        let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
        let busy = NO_CHILDREN.read().unwrap_or_else(PoisonError::into_inner);
        let exit = cli::run(
            args,
            &mut World {
                stdout: &mut stdout,
                stderr: &mut stderr,
                terminal: false,
                var: &|name| self.vars.get(name).cloned(),
                outside: &move || outside(run),
                settings: None,
            },
        );
        drop(busy);
        let dir = self.dir.path().display().to_string();
        let shown = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().replace(&dir, "[dir]");
        assert_ne!(exit, Exit::Bug);
        Ran {
            code: exit as u8,
            out: shown(stdout),
            err: shown(stderr),
        }
    }

    /// Runs a command that must work; gives its standard output.
    pub fn fine(&self, line: &str) -> String {
        let ran = self.run(line);
        assert_eq!(ran.code, 0, "{line}: {}", ran.err);
        ran.out
    }

    /// Runs a command that must fail, in both languages, and change no file;
    /// gives exit code and messages.
    pub fn refused(&self, line: &str) -> String {
        let before = self.files();
        let in_language = |lang: &str| {
            let ran = self.run(&format!("{line} --lang {lang}"));
            assert_ne!(ran.code, 0, "{line} went well");
            assert_eq!(ran.out, "", "what is wrong goes to standard error");
            assert_eq!(self.files(), before, "{line} changed a file");
            (ran.code, ran.err)
        };
        let ((code, en), (code_nl, nl)) = (in_language("en"), in_language("nl"));
        assert_eq!(code, code_nl, "{en}\n{nl}");
        format!("exit {code}\n{}\n--\n{}", en.trim_end(), nl.trim_end())
    }

    /// The session's memo as data.
    pub fn json(&self, session: &str) -> serde_json::Value {
        let text = self.fine(&format!("export @{session} --format json"));
        serde_json::from_str(&text).unwrap()
    }

    /// Every export of a session there is: format, language, bytes.
    pub fn exports(&self, session: &str) -> Vec<(String, String)> {
        let mut all = Vec::new();
        for lang in ["en", "nl"] {
            for format in ["md", "html", "json"] {
                let line = format!("export @{session} --format {format} --lang {lang}");
                all.push((format!("{format} {lang}"), self.fine(&line)));
            }
            let line = format!("cards @{session} --lang {lang}");
            all.push((format!("cards {lang}"), self.fine(&line)));
        }
        all
    }
}

/// An output without its hashes: they tell of every byte of the session and of
/// the content files, whose texts may change.
pub fn unhashed(memo: &str) -> String {
    let mut out = String::new();
    let mut rest = memo;
    while !rest.is_empty() {
        let digits = |text: &str| text.bytes().take_while(u8::is_ascii_hexdigit).count();
        let run = digits(rest);
        let (piece, after) = rest.split_at(run.max(rest.chars().next().map_or(0, char::len_utf8)));
        out.push_str(if run == 64 { "[hash]" } else { piece });
        rest = after;
    }
    out
}

/// A clock that stands still, and randomness that counts: other bytes in
/// every run and at every call, the same each time the test runs.
fn outside(run: u64) -> Outside {
    let calls = AtomicU64::new(0);
    Outside {
        clock: Box::new(|| "2026-11-23T21:04:12+01:00".to_owned()),
        random: Box::new(move |bytes| {
            for byte in bytes {
                // SplitMix64
                let count = calls.fetch_add(1, Ordering::Relaxed) + (run << 32);
                let mut z = count.wrapping_mul(0x9e37_79b9_7f4a_7c15);
                z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
                z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
                *byte = (z ^ (z >> 31)).to_le_bytes()[0];
            }
        }),
    }
}
