//! The one way in. A session has one service; whoever changes it hands the
//! service a [`Command`], which it checks against the state on a thread of
//! its own and answers with a receipt or a refusal. A second thread writes:
//! what has gathered while it was at it goes into one write and one fsync.
//!
//! Invariant: a receipt is sent only once its event is on disk. When a write
//! fails, everything behind it is refused and the state goes back to what
//! the file holds.

use super::{
    Outside, Trouble,
    command::{Command, Receipt, Refusal},
    event::{Body, Event, RoundId, SeatId},
    file::{self, Loaded, Notice},
    log::{self, Log},
    state::State,
    view::{HostView, Info, RoomView, SeatView},
};
use crate::msg;
use std::{
    path::Path,
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError, RwLock,
        mpsc::{Receiver, Sender, channel},
    },
    thread::{self, JoinHandle},
};

/// How many commands are checked before what they made is handed to the
/// writer, while more are waiting.
const BATCH: usize = 256;

type Answer = Result<Receipt, Refusal>;

struct Request {
    command: Command,
    answer: Sender<Answer>,
}

/// Events that follow each other, on their way to the disk.
struct Batch {
    /// The hash of the event before the first.
    after: String,
    bytes: String,
    last: String,
    answers: Vec<(Sender<Answer>, Answer)>,
}

/// What the threads share. The state may run ahead of the disk by what is
/// being written.
struct Shared {
    state: RwLock<State>,
    info: Arc<Info>,
    saved: Mutex<Saved>,
    changed: Condvar,
}

struct Saved {
    /// The number of the last event on disk.
    event: u64,
    /// Its hash.
    hash: String,
    /// How far into the file it reaches.
    bytes: u64,
    /// The last write failed.
    failed: bool,
    /// A write failed, and the state still holds what it should have
    /// written.
    ahead: bool,
}

/// A session open for writing.
pub struct Service {
    requests: Option<Sender<Request>>,
    shared: Arc<Shared>,
    threads: Vec<JoinHandle<()>>,
}

/// The answer to a command, on its way.
pub struct Pending(Receiver<Answer>);

impl Pending {
    /// Waits for it.
    ///
    /// # Errors
    /// The refusal, also where the service has ended.
    pub fn wait(self) -> Answer {
        self.0
            .recv()
            .unwrap_or_else(|_| Err(Refusal::new(msg!("refusal-service-ended"))))
    }
}

impl Service {
    /// Opens a session for writing. A torn tail is set aside; the notice says
    /// so.
    ///
    /// # Errors
    /// Where the file can't be read or written, is in use, damaged, or of a
    /// newer version. Nothing is changed then.
    pub fn open(path: &Path, outside: Outside) -> Result<(Self, Notice), Trouble> {
        let lock = log::Lock::take(path).map_err(|e| file::storage(&e))?;
        let Loaded {
            state,
            scan,
            mut notice,
            bytes,
        } = file::load(path)?;
        if !notice.is_writable() {
            return Err(notice.refusal());
        }
        let mut log = Log::open(lock, &scan).map_err(|e| file::storage(&e))?;
        if let Notice::Torn { aside, .. } = &mut notice {
            let contents = file::tail_contents(&state, &scan, &bytes, outside.random.as_ref());
            *aside = Some(log.set_aside(&contents).map_err(|e| file::storage(&e))?);
        }

        let saved = Saved {
            event: state.last(),
            hash: state.last_hash.clone(),
            bytes: log.end().0,
            failed: false,
            ahead: false,
        };
        let shared = Arc::new(Shared {
            info: Arc::new(state.info()),
            state: RwLock::new(state),
            saved: Mutex::new(saved),
            changed: Condvar::new(),
        });
        let (requests, inbox) = channel();
        let (batches, outbox) = channel();
        let session = {
            let shared = Arc::clone(&shared);
            let path = path.to_owned();
            thread::spawn(move || check_all(&inbox, &batches, &shared, &path, outside))
        };
        let writer = {
            let shared = Arc::clone(&shared);
            let path = path.to_owned();
            thread::spawn(move || write_all(&outbox, log, &shared, &path))
        };
        let service = Self {
            requests: Some(requests),
            shared,
            threads: vec![session, writer],
        };
        Ok((service, notice))
    }

    /// Hands in a command; the answer comes when it is on disk.
    #[must_use]
    pub fn submit(&self, command: Command) -> Pending {
        let (answer, pending) = channel();
        if let Some(requests) = &self.requests {
            // Where the service has ended, the answer's sender is dropped
            // and waiting for it says so.
            let _ = requests.send(Request { command, answer });
        }
        Pending(pending)
    }

    /// The facilitator's view of what is checked so far.
    #[must_use]
    pub fn host(&self) -> HostView {
        read(&self.shared).host(Arc::clone(&self.shared.info))
    }

    /// The room's view.
    #[must_use]
    pub fn room(&self) -> RoomView {
        read(&self.shared).room(Arc::clone(&self.shared.info))
    }

    /// A seat's view.
    #[must_use]
    pub fn seat(&self, seat: SeatId) -> SeatView {
        read(&self.shared).seat(Arc::clone(&self.shared.info), seat)
    }

    /// The seat that goes by a name or an id.
    ///
    /// # Errors
    /// No such seat; the nearest is suggested.
    pub fn find_seat(&self, who: &str) -> Result<SeatId, Refusal> {
        read(&self.shared).find_seat(who)
    }

    /// The option of an id in any case.
    ///
    /// # Errors
    /// No such option; the nearest is suggested.
    pub fn find_option(&self, id: &str) -> Result<String, Refusal> {
        read(&self.shared).find_option(id)
    }

    /// Whether ratings may still be handed in for a round.
    ///
    /// # Errors
    /// It is revealed.
    pub fn check_open(&self, round: &RoundId) -> Result<(), Refusal> {
        read(&self.shared).check_open(round)
    }

    /// The number of the last event on disk: what a screen may mark as
    /// saved.
    #[must_use]
    pub fn saved(&self) -> u64 {
        lock(&self.shared.saved).event
    }

    /// Waits until more than `seen` is on disk, or the last write has failed,
    /// and gives the number of the last event on disk.
    #[must_use]
    pub fn wait_saved(&self, seen: u64) -> u64 {
        let guard = lock(&self.shared.saved);
        self.shared
            .changed
            .wait_while(guard, |saved| saved.event <= seen && !saved.failed)
            .unwrap_or_else(PoisonError::into_inner)
            .event
    }
}

/// Ends the threads; what was submitted is written first.
impl Drop for Service {
    fn drop(&mut self) {
        self.requests = None;
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}

fn read(shared: &Shared) -> std::sync::RwLockReadGuard<'_, State> {
    shared.state.read().unwrap_or_else(PoisonError::into_inner)
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The session's thread: checks commands one after the other.
fn check_all(
    inbox: &Receiver<Request>,
    batches: &Sender<Batch>,
    shared: &Shared,
    path: &Path,
    mut outside: Outside,
) {
    while let Ok(first) = inbox.recv() {
        let ahead = lock(&shared.saved).ahead;
        if ahead && let Err(refusal) = back_in_step(shared, path) {
            let _ = first.answer.send(Err(refusal));
            continue;
        }
        let mut state = shared.state.write().unwrap_or_else(PoisonError::into_inner);
        let mut batch = Batch {
            after: state.last_hash.clone(),
            bytes: String::new(),
            last: state.last_hash.clone(),
            answers: Vec::new(),
        };
        let waiting = std::iter::from_fn(|| inbox.try_recv().ok());
        for request in std::iter::once(first).chain(waiting).take(BATCH) {
            match check_one(&mut state, request.command, &mut outside) {
                Ok((bytes, receipt)) => {
                    batch.bytes.push_str(&bytes);
                    batch.answers.push((request.answer, Ok(receipt)));
                }
                Err(refusal) => batch.answers.push((request.answer, Err(refusal))),
            }
        }
        batch.last.clone_from(&state.last_hash);
        drop(state);
        if batches.send(batch).is_err() {
            return;
        }
    }
}

/// After a failed write: reads the file again, so that the state holds what
/// the disk holds and no screen goes on showing what was refused.
fn back_in_step(shared: &Shared, path: &Path) -> Result<(), Refusal> {
    let (bytes, hash) = {
        let saved = lock(&shared.saved);
        (saved.bytes, saved.hash.clone())
    };
    let loaded = file::load_upto(path, bytes, &hash)?;
    let mut state = shared.state.write().unwrap_or_else(PoisonError::into_inner);
    *state = loaded;
    lock(&shared.saved).ahead = false;
    Ok(())
}

/// Checks one command and takes its event into the state. Gives the lines to
/// write (none where the command was carried out before) and the receipt.
fn check_one(
    state: &mut State,
    command: Command,
    outside: &mut Outside,
) -> Result<(String, Receipt), Refusal> {
    if let Some(receipt) = state.made_by(&command.id) {
        return Ok((String::new(), receipt.clone()));
    }
    let by = match command.actor {
        super::Actor::Facilitator => "facilitator".to_owned(),
        super::Actor::Seat(seat) => seat.to_string(),
    };
    let id = command.id.clone();
    let body: Body = state.check(command, outside.random.as_ref())?;
    let event = Event {
        number: state.last() + 1,
        at: (outside.clock)(),
        by,
        command: id,
        body,
    };
    let bug = |()| Refusal::new(msg!("refusal-bug"));
    // An empty line before each event, covered by its hash.
    let body = format!("\n{}", event.lines().map_err(|_| bug(()))?);
    let (bytes, hash) = log::close(Some(&state.last_hash), &body);
    let receipt = Receipt {
        event: event.number,
        hash: hash.clone(),
    };
    state.push(event, hash).map_err(|_| bug(()))?;
    Ok((bytes, receipt))
}

/// The writer's thread: one write and one fsync for all that is waiting.
fn write_all(outbox: &Receiver<Batch>, mut log: Log, shared: &Shared, path: &Path) {
    // Why the latest failed write failed: batches built on it are refused
    // with the same words.
    let mut cause = None;
    while let Ok(first) = outbox.recv() {
        let mut bytes = String::new();
        let mut last = log.last().unwrap_or_default().to_owned();
        let mut answers = Vec::new();
        let mut stale = Vec::new();
        let waiting = std::iter::from_fn(|| outbox.try_recv().ok());
        for batch in std::iter::once(first).chain(waiting) {
            // Built on events whose write has failed: not to be written.
            if batch.after == last {
                bytes.push_str(&batch.bytes);
                last = batch.last;
                answers.extend(batch.answers);
            } else {
                stale.extend(batch.answers);
            }
        }
        let written = if bytes.is_empty() {
            Ok(())
        } else {
            log.append(bytes.as_bytes(), last)
        };
        if let Err(error) = &written {
            cause = Some(file::storage(error));
            {
                let mut saved = lock(&shared.saved);
                (saved.failed, saved.ahead) = (true, true);
            }
            // Before anyone is answered. What the session's thread has
            // built meanwhile on the failed events is stale by its `after`;
            // where the file can't be read either, that thread tries again.
            let _ = back_in_step(shared, path);
        } else if !bytes.is_empty() {
            let made = answers
                .iter()
                .filter_map(|(_, answer)| Some(answer.as_ref().ok()?.event));
            let mut saved = lock(&shared.saved);
            let (len, hash) = log.end();
            saved.event = made.max().unwrap_or(0).max(saved.event);
            saved.bytes = len;
            hash.unwrap_or_default().clone_into(&mut saved.hash);
            saved.failed = false;
        }
        shared.changed.notify_all();
        let gone = || {
            let outdated = || Refusal::new(msg!("refusal-outdated"));
            cause.clone().unwrap_or_else(outdated)
        };
        if written.is_err() {
            stale.append(&mut answers);
        }
        for (sender, answer) in answers {
            let _ = sender.send(answer);
        }
        for (sender, answer) in stale {
            let _ = sender.send(answer.and_then(|_| Err(gone())));
        }
    }
}
