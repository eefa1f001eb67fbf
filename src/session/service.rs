//! The one way in. A session has one service; whoever changes it hands the
//! service a [`Command`], which it checks against the state on a thread of
//! its own and answers with a receipt or a refusal. A second thread writes:
//! what has gathered while it was at it goes into one write and one fsync.
//!
//! Invariant: a receipt is sent only once its event is on disk. When a write
//! fails, everything behind it is refused and the state goes back to what
//! the file holds.

use super::{
    Outside, Random, Trouble,
    command::{Command, Receipt, Refusal},
    drafts::{self, Drafts},
    event::{Body, Event, RoundId, SeatId},
    file::{self, Loaded, Notice},
    log::{self, Log},
    state::State,
    view::{HostView, RoomView, SeatView},
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

/// What is told of a command on its way.
enum Told {
    /// It is in the state, as the event of this number.
    Checked(u64),
    /// It is on disk, or refused.
    Done(Answer),
}

struct Request {
    command: Command,
    answer: Sender<Told>,
}

/// Events that follow each other, on their way to the disk.
struct Batch {
    /// The hash of the event before the first.
    after: String,
    bytes: String,
    last: String,
    answers: Vec<(Sender<Told>, Receipt)>,
}

/// What the threads share. The state may run ahead of the disk by what is
/// being written.
struct Shared {
    state: RwLock<State>,
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
    /// None only while the service ends.
    drafts: Option<Drafts>,
    threads: Vec<JoinHandle<()>>,
}

/// The answer to a command, on its way.
pub struct Pending {
    told: Receiver<Told>,
    checked: Option<Result<u64, Refusal>>,
    done: Option<Answer>,
}

impl Pending {
    fn next(&mut self) {
        let ended = || Told::Done(Err(Refusal::new(msg!("refusal-service-ended"))));
        match self.told.recv().unwrap_or_else(|_| ended()) {
            Told::Checked(event) => self.checked = Some(Ok(event)),
            Told::Done(answer) => {
                let event = || answer.clone().map(|receipt| receipt.event);
                self.checked.get_or_insert_with(event);
                self.done = Some(answer);
            }
        }
    }

    /// Waits only until the command was checked and, where it is taken, is in
    /// the state, so that every view shows it: no disk is waited for. Gives
    /// the number of its event. Should the write fail after all,
    /// [`Pending::wait`] says so.
    ///
    /// # Errors
    /// The refusal, also where the service has ended.
    pub fn checked(&mut self) -> Result<u64, Refusal> {
        loop {
            if let Some(checked) = &self.checked {
                return checked.clone();
            }
            self.next();
        }
    }

    /// Waits until it is on disk.
    ///
    /// # Errors
    /// The refusal, also where the service has ended.
    pub fn wait(mut self) -> Answer {
        loop {
            if let Some(done) = self.done.take() {
                return done;
            }
            self.next();
        }
    }
}

impl Service {
    /// Opens a session for writing. A torn tail is set aside; the notice says
    /// so.
    ///
    /// # Errors
    /// Where the file can't be read or written, is in use, damaged, or of a
    /// newer version. Nothing is changed then.
    pub fn open(path: &Path, mut outside: Outside) -> Result<(Self, Notice), Trouble> {
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
        // Both the session's thread and that of the drafts need it.
        let random = shared_random(outside.random);
        let drafts = Drafts::open(path, state.key.clone(), Arc::clone(&random));
        outside.random = Box::new(move |bytes| random(bytes));
        let shared = Arc::new(Shared {
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
            drafts: Some(drafts),
            threads: vec![session, writer],
        };
        Ok((service, notice))
    }

    /// Hands in a command; the answer comes when it is on disk.
    #[must_use]
    pub fn submit(&self, command: Command) -> Pending {
        let (answer, told) = channel();
        if let Some(requests) = &self.requests {
            // Where the service has ended, the answer's sender is dropped
            // and waiting for it says so.
            let _ = requests.send(Request { command, answer });
        }
        Pending {
            told,
            checked: None,
            done: None,
        }
    }

    /// The facilitator's view of what is checked so far.
    #[must_use]
    pub fn host(&self) -> HostView {
        read(&self.shared).host()
    }

    /// The room's view.
    #[must_use]
    pub fn room(&self) -> RoomView {
        read(&self.shared).room()
    }

    /// A seat's view.
    #[must_use]
    pub fn seat(&self, seat: SeatId) -> SeatView {
        read(&self.shared).seat(seat)
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

    /// The draft kept under an id, from this time or an earlier one.
    #[must_use]
    pub fn draft(&self, id: &str) -> Option<String> {
        self.drafts.as_ref()?.get(id)
    }

    /// Keeps a text that is being typed, in place of the one before; an empty
    /// one removes it. Returns at once; a second later it is on disk.
    pub fn keep_draft(&self, id: &str, text: &str) {
        if let Some(drafts) = &self.drafts {
            drafts.keep(id, text);
        }
    }

    /// Whether every draft given to be kept is on disk.
    #[must_use]
    pub fn drafts_kept(&self) -> bool {
        self.drafts.as_ref().is_none_or(Drafts::are_kept)
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
        // While the writer's thread still holds the lock.
        self.drafts = None;
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

/// A source of random bytes for several threads.
fn shared_random(random: Box<Random>) -> Arc<drafts::Random> {
    let random = Mutex::new(random);
    Arc::new(move |bytes| lock(&random)(bytes))
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
            let _ = first.answer.send(Told::Done(Err(refusal)));
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
                    // A view taken on hearing this waits for the state.
                    let _ = request.answer.send(Told::Checked(receipt.event));
                    batch.bytes.push_str(&bytes);
                    batch.answers.push((request.answer, receipt));
                }
                Err(refusal) => {
                    let _ = request.answer.send(Told::Done(Err(refusal)));
                }
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
            let made = answers.iter().map(|(_, receipt)| receipt.event);
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
        for (sender, receipt) in answers {
            let _ = sender.send(Told::Done(Ok(receipt)));
        }
        for (sender, _) in stale {
            let _ = sender.send(Told::Done(Err(gone())));
        }
    }
}
