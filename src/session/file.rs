//! Making a session file, reading it back, and what to say when that fails.
//!
//! Invariant: nothing here quotes what stands in a session.

use super::{
    Outside, Trouble,
    event::Round,
    event::{Body, Created, Event, Pair, SeatEntry, SeatId, Unreadable},
    log::{self, Block, Log, LogError, Scan, Tail},
    results::{OptionResult, result},
    seal::{CASE_PLACE, KEY_BYTES, Key, name_place},
    state::State,
    view::{Fingerprint, HostView, RoomView},
};
use crate::{
    content::{Instrument, Scenario},
    lang::{Lang, Message},
    msg, t,
    text::Clean,
};
use data_encoding::{BASE64, HEXLOWER};
use std::{
    fs, io,
    panic::resume_unwind,
    path::{Path, PathBuf},
    thread,
};

/// What stands for the id of a disguised case.
const HIDDEN_ID: &str = "disguised";

/// Everything that a session starts from.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own, as the file has it"
)]
pub struct NewSession {
    /// The language of the session.
    pub lang: Lang,
    /// The participants; those without a name are known by their seat only.
    /// 1 to 99.
    pub participants: Vec<Option<Clean>>,
    /// Whether names stand in the file and the memo in the clear.
    pub named: bool,
    /// Whether it is a worked example with made-up ratings; the memo says so.
    pub example: bool,
    /// The team, where several take the same case.
    pub team: Option<Clean>,
    /// The class, for trainers.
    pub class: Option<Clean>,
    /// The questionnaire.
    pub instrument: Instrument,
    /// The idea; what happened afterwards is left out of the file.
    pub scenario: Scenario,
    /// Whether the idea is the room's own, so that it may be rewritten in
    /// the walk.
    pub own: bool,
    /// Whether a real case is told without its names until the debrief.
    pub disguised: bool,
    /// The session with its twin, where both are walked.
    pub pair: Option<Pair>,
    /// The ids of the scenario's options with which the room begins, in any
    /// case; all where it is empty. The others stay proposals.
    pub start_with: Vec<String>,
}

/// How the file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Whole.
    Whole,
    /// The last write was cut off; nobody was told that it is saved.
    Torn {
        /// How many bytes.
        bytes: usize,
        /// Where they were set aside, once they are.
        aside: Option<PathBuf>,
    },
    /// Altered or damaged: reads up to the event before this one.
    Damaged {
        /// The first event that can't be trusted.
        event: u64,
        /// Its line in the file, from 1.
        line: usize,
    },
    /// Written by a newer version: reads up to the event before this one.
    Newer {
        /// The first event that this program does not know.
        event: u64,
    },
}

impl Notice {
    /// Whether the session may be written to.
    #[must_use]
    pub const fn is_writable(&self) -> bool {
        matches!(self, Self::Whole | Self::Torn { .. })
    }

    /// What to tell the user; nothing where all is well.
    #[must_use]
    pub fn message(&self) -> Option<Message> {
        match self {
            Self::Whole => None,
            Self::Torn { bytes, aside: None } => Some(msg!("notice-torn", bytes = *bytes)),
            Self::Torn {
                bytes,
                aside: Some(path),
            } => {
                let path = path.display().to_string();
                Some(msg!("notice-set-aside", bytes = *bytes, path = path))
            }
            Self::Damaged { event, line } => {
                Some(msg!("notice-damaged", event = *event, line = *line))
            }
            Self::Newer { event } => Some(msg!("notice-newer", event = *event)),
        }
    }

    /// The same as a refusal to write.
    pub(super) fn refusal(&self) -> Trouble {
        let message = self.message().unwrap_or(msg!("refusal-bug"));
        Trouble::new(message).hint(match self {
            Self::Newer { event: 1 } => msg!("notice-newer-all-hint"),
            Self::Newer { .. } => msg!("notice-newer-hint"),
            _ => msg!("notice-damaged-hint"),
        })
    }
}

/// A session read without the right to write.
pub struct Opened {
    state: State,
    /// How the file is.
    pub notice: Notice,
}

impl Opened {
    /// The host's view.
    #[must_use]
    pub fn host(&self) -> HostView {
        self.state.host()
    }

    /// The read-along view.
    #[must_use]
    pub fn room(&self) -> RoomView {
        self.state.room()
    }

    /// What stood for each option after a round, in their order: counts of
    /// what is on the table, and nobody's.
    #[must_use]
    pub fn results(&self, upto: Round) -> Vec<OptionResult> {
        let view = self.host();
        let after = |option| result(&view, option, upto);
        view.options.iter().map(after).collect()
    }

    /// The number of the event with this hash.
    #[must_use]
    pub fn event_of(&self, hash: &str) -> Option<u64> {
        self.state.event_of(hash)
    }
}

pub(super) struct Loaded {
    pub state: State,
    pub scan: Scan,
    pub notice: Notice,
    pub bytes: Vec<u8>,
}

/// Makes a session file; never overwrites one.
///
/// # Errors
/// Where there is a file of that name, or the system says no.
pub fn create(path: &Path, new: NewSession, outside: &mut Outside) -> Result<Fingerprint, Trouble> {
    let bug = || Trouble::new(msg!("refusal-bug"));
    let random_bytes = |bytes: &mut [u8]| (outside.random)(bytes);
    let mut id = [0; 16];
    random_bytes(&mut id);
    let mut key_bytes = [0; KEY_BYTES];
    random_bytes(&mut key_bytes);
    let key_text = BASE64.encode(&key_bytes);
    let key = Key::from_base64(&key_text).ok_or_else(bug)?;
    let mut seats = Vec::with_capacity(new.participants.len());
    for (number, name) in (1..).zip(new.participants) {
        let id = SeatId::new(number).ok_or_else(bug)?;
        let sealed = |name: &Clean| key.seal(&name_place(id), name.as_str(), &random_bytes);
        seats.push(SeatEntry {
            id,
            sealed_name: name.as_ref().filter(|_| !new.named).and_then(sealed),
            name: name.filter(|_| new.named),
        });
    }
    let real = new.scenario.outcome.is_some();
    let case = new
        .disguised
        .then(|| key.seal(CASE_PLACE, &new.scenario.id, &random_bytes))
        .flatten();
    let mut scenario = if new.disguised {
        let message = || Trouble::new(msg!("refusal-no-disguise", id = new.scenario.id.as_str()));
        new.scenario.disguised().ok_or_else(message)?
    } else {
        new.scenario.without_outcome()
    };
    if new.disguised {
        HIDDEN_ID.clone_into(&mut scenario.id);
    }
    let known = |id: &String| match scenario.option(id) {
        Some(option) => Ok(option.id.clone()),
        None => Err(Trouble::new(msg!("refusal-unknown-option", option = id))),
    };
    let start_with: Vec<String> = new.start_with.iter().map(known).collect::<Result<_, _>>()?;
    let event = Event {
        number: 1,
        at: (outside.clock)(),
        by: "facilitator".into(),
        command: HEXLOWER.encode(&id),
        body: Body::Created(Box::new(Created {
            session: HEXLOWER.encode(&id),
            program: env!("CARGO_PKG_VERSION").into(),
            lang: new.lang,
            team: new.team,
            class: new.class,
            key: key_text,
            named: new.named,
            example: new.example,
            own: new.own,
            real,
            disguised: new.disguised,
            case,
            pair: new.pair,
            start_with,
            seats,
            instrument_hash: crate::content::content_hash(&new.instrument),
            scenario_hash: crate::content::content_hash(&scenario),
            scenario,
            instrument: new.instrument,
        })),
    };
    let lines = event.lines().map_err(|_| bug())?;
    let first = format!("# {}\n\n{lines}", t!(new.lang, "session-file-header"));
    State::begin(event, String::new()).map_err(|_| bug())?;
    let hash = Log::create(path, &first).map_err(|e| storage(&e))?;
    Ok(Fingerprint { event: 1, hash })
}

/// Reads a session without the right to write: nothing is changed, and
/// another program may write to it meanwhile.
///
/// # Errors
/// Where the file can't be read or is no session.
pub fn read(path: &Path) -> Result<Opened, Trouble> {
    let Loaded { state, notice, .. } = load(path)?;
    Ok(Opened { state, notice })
}

/// Reads a session as it was after an event; as it is where there are not so
/// many.
///
/// # Errors
/// Where the file can't be read or is no session.
pub fn read_upto(path: &Path, event: u64) -> Result<Opened, Trouble> {
    let mut bytes = read_bytes(path)?;
    let blocks = log::scan(&bytes).blocks;
    let last = usize::try_from(event.saturating_sub(1)).unwrap_or(usize::MAX);
    if let Some(block) = blocks.get(last) {
        bytes.truncate(block.bytes.end);
    }
    let Loaded { state, notice, .. } = load_bytes(path, bytes)?;
    Ok(Opened { state, notice })
}

pub(super) fn load(path: &Path) -> Result<Loaded, Trouble> {
    load_bytes(path, read_bytes(path)?)
}

/// Reads what the file holds up to a length, which ends with the event of
/// this hash: after a failed write more may be there that nobody was told is
/// saved.
pub(super) fn load_upto(path: &Path, len: u64, last: &str) -> Result<State, Trouble> {
    let mut bytes = read_bytes(path)?;
    bytes.truncate(usize::try_from(len).unwrap_or(usize::MAX));
    let Loaded { state, scan, .. } = load_bytes(path, bytes)?;
    if state.last_hash == last {
        return Ok(state);
    }
    let line = scan.blocks.last().map_or(1, |block| block.line);
    let event = state.last() + 1;
    Err(Notice::Damaged { event, line }.refusal())
}

fn read_bytes(path: &Path) -> Result<Vec<u8>, Trouble> {
    fs::read(path).map_err(|e| storage(&LogError::Io(path.to_owned(), e)))
}

fn load_bytes(path: &Path, bytes: Vec<u8>) -> Result<Loaded, Trouble> {
    let mut scan = log::scan(&bytes);
    let shown = || path.display().to_string();
    let mut state: Option<State> = None;
    let mut notice = None;
    let events = read_events(&bytes, &scan.blocks);
    for ((number, block), event) in (1..).zip(&scan.blocks).zip(events) {
        let hash = block.hash.clone();
        let taken = event.and_then(|event| {
            let taken = match &mut state {
                None => State::begin(event, hash).map(|first| state = Some(first)),
                Some(state) => state.push(event, hash),
            };
            taken.map_err(|_| Unreadable::Malformed)
        });
        if let Err(fault) = taken {
            notice = Some(match fault {
                Unreadable::Newer => Notice::Newer { event: number },
                Unreadable::Malformed => Notice::Damaged {
                    event: number,
                    line: block.line,
                },
            });
            break;
        }
    }
    let notice = notice.unwrap_or(match &scan.tail {
        Tail::Whole => Notice::Whole,
        Tail::Torn(range) => Notice::Torn {
            bytes: range.len(),
            aside: None,
        },
        Tail::Damaged { line } => Notice::Damaged {
            event: scan.blocks.len() as u64 + 1,
            line: *line,
        },
    });
    let Some(state) = state else {
        let session = starts_an_event(&bytes);
        return Err(match notice {
            Notice::Newer { .. } => notice.refusal(),
            _ if session => Trouble::new(msg!("trouble-first-event", path = shown()))
                .hint(msg!("notice-damaged-hint")),
            _ => Trouble::new(msg!("trouble-no-session", path = shown()))
                .hint(msg!("trouble-no-session-hint")),
        });
    };
    scan.blocks.truncate(state.events.len());
    Ok(Loaded {
        state,
        scan,
        notice,
        bytes,
    })
}

/// Whether a line of a file starts an event, so that it is, or was, a
/// session; also where something has turned its line ends into those of
/// Windows.
#[must_use]
pub fn starts_an_event(bytes: &[u8]) -> bool {
    let starts = |line: &[u8]| line.trim_ascii_end() == b"[[event]]";
    bytes.split(|&b| b == b'\n').any(starts)
}

/// From how many events on reading them is spread over the cores.
const MANY: usize = 256;

/// Reads each event by itself; whether it fits the others is not asked here.
fn read_events(bytes: &[u8], blocks: &[Block]) -> Vec<Result<Event, Unreadable>> {
    let read = |block: &Block| {
        std::str::from_utf8(&bytes[block.bytes.clone()])
            .map_err(|_| Unreadable::Malformed)
            .and_then(Event::read)
    };
    let cores = thread::available_parallelism().map_or(1, usize::from);
    if blocks.len() < MANY || cores == 1 {
        return blocks.iter().map(read).collect();
    }
    thread::scope(|scope| {
        let share = blocks.len().div_ceil(cores);
        let readers: Vec<_> = blocks
            .chunks(share)
            .map(|chunk| scope.spawn(move || chunk.iter().map(read).collect::<Vec<_>>()))
            .collect();
        readers
            .into_iter()
            .flat_map(|reader| reader.join().unwrap_or_else(|panic| resume_unwind(panic)))
            .collect()
    })
}

/// What is kept of a torn tail. A write that was cut off may have been a
/// reveal that never came to be, with ratings in the clear; then, or where
/// the kind can't be told, the tail is kept sealed.
pub(super) fn tail_contents(
    state: &State,
    scan: &Scan,
    bytes: &[u8],
    random: &dyn Fn(&mut [u8]),
) -> Vec<u8> {
    let Tail::Torn(range) = &scan.tail else {
        return Vec::new();
    };
    let tail = &bytes[range.clone()];
    let text = String::from_utf8_lossy(tail);
    let kinds: Vec<&str> = text
        .lines()
        .filter_map(|line| line.strip_prefix("kind = \"")?.strip_suffix('"'))
        .collect();
    if kinds.is_empty() || kinds.into_iter().any(Body::kind_may_hold_private) {
        state.seal_tail(tail, random)
    } else {
        tail.to_vec()
    }
}

/// What to say where the system said no.
pub(super) fn storage(error: &LogError) -> Trouble {
    let (message, hint) = match error {
        LogError::Exists(path) => (
            msg!("trouble-exists", path = path.display().to_string()),
            msg!("trouble-exists-hint"),
        ),
        LogError::Locked(path) => (
            msg!("trouble-locked", path = path.display().to_string()),
            msg!("trouble-locked-hint"),
        ),
        LogError::Io(path, error) => io_words(path, error),
    };
    Trouble {
        message,
        hint: Some(hint),
        storage: true,
    }
}

/// The words for what the system said, and what to do about it.
#[must_use]
pub fn io_words(path: &Path, error: &io::Error) -> (Message, Message) {
    let path = path.display().to_string();
    match error.kind() {
        io::ErrorKind::NotFound => (
            msg!("trouble-not-found", path = path),
            msg!("trouble-not-found-hint"),
        ),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => (
            msg!("trouble-read-only", path = path),
            msg!("trouble-read-only-hint"),
        ),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => (
            msg!("trouble-disk-full", path = path),
            msg!("trouble-disk-full-hint"),
        ),
        io::ErrorKind::IsADirectory => (
            msg!("trouble-folder", path = path),
            msg!("trouble-folder-hint"),
        ),
        _ => (
            msg!("trouble-io", path = path, what = error.to_string()),
            msg!("trouble-io-hint"),
        ),
    }
}
