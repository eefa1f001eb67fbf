//! The real terminal: entered and left, lent to an editor or to the shell,
//! drawn on change.
//!
//! Invariants: nothing wakes the program but a key, the disk, or the next
//! second of a running clock; whatever ends the program, the terminal is as
//! it was before, and what it says then is where the session is safe.

use super::{
    app::{App, Errand},
    input::{ASK_BACKGROUND, Read, Reader},
};
use crate::{
    lang::Lang,
    session::{self, Pending, Refusal, Teller},
    t,
};
use ratatui::{
    Frame, Terminal,
    backend::CrosstermBackend,
    crossterm::{
        cursor::Show,
        event::{DisableBracketedPaste, EnableBracketedPaste},
        execute, queue,
        style::{Print, force_color_output},
        terminal::{
            BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen,
            LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
        },
    },
};
use std::{
    io::{self, BufWriter, Stdout, Write},
    mem::ManuallyDrop,
    panic,
    path::PathBuf,
    sync::{
        Mutex, Once, PoisonError,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    },
    thread,
    time::SystemTime,
};

/// Something happened.
pub(super) enum Message {
    Read(Read),
    /// A command has reached the disk, or has not.
    Written(Option<Refusal>),
    /// The files of the session have changed.
    Changed,
    /// The window has another size.
    Resized,
    /// The shell asks for the terminal.
    Suspend,
    /// The system says to end, or a part of the program has failed.
    End,
}

/// How the program meets its terminal.
pub struct Manners<'a> {
    /// Whether to ask the terminal for its background.
    pub ask_background: bool,
    /// The editor of one's own choice, as a command.
    pub editor: Option<String>,
    /// Told after everything that happened, for what is kept beside the
    /// sessions.
    pub happened: Box<dyn FnMut(&App) + 'a>,
}

/// Whether the terminal is ours. Put back by whoever comes first: the loop,
/// or a panic on whichever thread.
static ENTERED: AtomicBool = AtomicBool::new(false);

/// Where the session is, and in which language to say so.
static SAFE: Mutex<Option<(Lang, PathBuf)>> = Mutex::new(None);

/// Wakes the loop where a thread has failed.
static FAILED: Mutex<Option<Sender<Message>>> = Mutex::new(None);

/// Puts the terminal back when it goes out of scope.
struct Entered;

impl Entered {
    fn enter() -> io::Result<Self> {
        enable_raw_mode()?;
        ENTERED.store(true, Ordering::SeqCst);
        let entered = Self;
        execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste)?;
        Ok(entered)
    }
}

impl Drop for Entered {
    fn drop(&mut self) {
        restore();
    }
}

/// Presses and releases of the mouse, and where; not its every move, which
/// would wake the program for nothing.
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1006h";
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1000l";

fn restore() {
    if !ENTERED.swap(false, Ordering::SeqCst) {
        return;
    }
    let _ = execute!(
        io::stdout(),
        EndSynchronizedUpdate,
        Print(MOUSE_OFF),
        DisableBracketedPaste,
        LeaveAlternateScreen,
        Show
    );
    let _ = disable_raw_mode();
}

/// A panic's message is read on the terminal's own screen, with where the
/// session is; a panic of another thread ends the loop.
fn restore_on_panic() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            restore();
            before(info);
            if let Some(line) = safe_line() {
                let _ = writeln!(io::stderr(), "{line}");
            }
            if let Ok(failed) = FAILED.try_lock()
                && let Some(sender) = &*failed
            {
                let _ = sender.send(Message::End);
            }
        }));
    });
}

/// Where the session is safe, in words.
fn safe_line() -> Option<String> {
    let safe = SAFE.try_lock().ok()?;
    let (lang, path) = safe.as_ref()?;
    let file = path.to_string_lossy();
    Some(crate::text::in_place(&t!(
        *lang,
        "left-safe",
        file = &*file
    )))
}

fn remember_safe(app: &App) {
    let here = app.walk.file().map(|file| (app.walk.lang(), file));
    let mut safe = SAFE.lock().unwrap_or_else(PoisonError::into_inner);
    let known = safe.as_ref().map(|(lang, file)| (*lang, file.as_path()));
    if known != here {
        *safe = here.map(|(lang, file)| (lang, file.to_owned()));
    }
}

/// Before a program takes the terminal: its colours are its own, and a panic
/// on whichever thread puts the terminal back and ends the loop.
pub(super) fn prepare(sender: &Sender<Message>) {
    // Without this NO_COLOR would take bold and inverse along; the theme
    // without colours is ours.
    force_color_output(true);
    *FAILED.lock().unwrap_or_else(PoisonError::into_inner) = Some(sender.clone());
    restore_on_panic();
}

/// Asks the terminal for its background; it may answer, in its own time.
pub(super) fn ask_background() -> io::Result<()> {
    execute!(io::stdout(), Print(ASK_BACKGROUND))
}

/// Whether a panic elsewhere has put the terminal back already.
pub(super) fn has_failed() -> bool {
    !ENTERED.load(Ordering::SeqCst)
}

/// Passes on the panic of another thread; its message stands on the terminal.
pub(super) fn pass_on() -> ! {
    panic::resume_unwind(Box::new("a thread has panicked"))
}

/// Runs a walk on the terminal until it is left.
///
/// # Errors
/// Where the terminal can't be set up or written to. What was marked as
/// saved is on disk.
///
/// # Panics
/// Where another thread of the program has panicked: the panic is passed on.
pub fn run(mut app: App, mut manners: Manners) -> io::Result<()> {
    let (sender, inbox) = channel();
    let mut teller = Teller::new();
    // By the clock on the wall, which another program has as well.
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    let started = session::millis(now.unwrap_or_default());
    prepare(&sender);
    remember_safe(&app);
    // Before the terminal is touched: from here on it is put back.
    #[cfg(unix)]
    let signals = told_by_the_system(&sender)?;
    let mut screen = Screen::enter(&sender)?;
    screen.show(&app)?;
    thread::spawn(app.walk.reading_ahead());
    teller.tell(app.sitting(started));
    if manners.ask_background {
        ask_background()?;
    }
    let (receipts, outbox) = channel();
    let written = sender.clone();
    thread::spawn(move || wait_all(&outbox, &written));

    hand_over(&mut app, &receipts);
    let mut failed = false;
    while !app.is_over() {
        let next = match app.until_tick() {
            None => inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(tick) => inbox.recv_timeout(tick),
        };
        let mut changed = match next {
            Ok(message) => take(&mut app, message),
            Err(RecvTimeoutError::Timeout) => true,
            Err(RecvTimeoutError::Disconnected) => break,
        };
        // What came in meanwhile is drawn with it.
        while !app.is_over()
            && let Ok(message) = inbox.try_recv()
        {
            hand_over(&mut app, &receipts);
            changed |= take(&mut app, message);
        }
        hand_over(&mut app, &receipts);
        remember_safe(&app);
        (manners.happened)(&app);
        failed = has_failed();
        if failed {
            break;
        }
        match app.take_errand() {
            None => {}
            Some(Errand::Suspend) => screen.suspend(&mut app)?,
            Some(Errand::Edit(text)) => {
                let edited = screen.edit(&text, manners.editor.as_deref(), &sender)?;
                app.edited(edited);
                changed = true;
            }
        }
        if changed && !app.is_over() {
            screen.show(&app)?;
            teller.tell(app.sitting(started));
        }
    }
    #[cfg(unix)]
    signals.close();
    // What is on its way to the disk is there once the walk has gone.
    let line = safe_line();
    let over = app.is_over();
    drop((screen, app));
    *FAILED.lock().unwrap_or_else(PoisonError::into_inner) = None;
    if failed {
        pass_on();
    }
    // Whoever leaves a session is told where it is.
    if let Some(line) = line.filter(|_| over) {
        let _ = writeln!(io::stdout(), "{line}");
    }
    Ok(())
}

/// Takes a message; true where there is something new to draw.
fn take(app: &mut App, message: Message) -> bool {
    match message {
        Message::Read(Read::Event(event)) => app.event(event),
        Message::Read(Read::Background(dark)) => app.background(dark),
        Message::Written(refused) => {
            app.written(refused);
            true
        }
        Message::Resized => true,
        Message::Changed => false,
        Message::Suspend => {
            // Asked for from outside: wherever one is.
            app.suspend();
            false
        }
        Message::Read(Read::Gone) | Message::End => {
            app.leave();
            false
        }
    }
}

/// The terminal while it is ours.
pub(super) struct Screen {
    /// Never dropped: what is put back we put back, and where the terminal is
    /// gone its own drop would fail aloud.
    terminal: ManuallyDrop<Terminal<CrosstermBackend<BufWriter<Stdout>>>>,
    entered: Option<Entered>,
    reader: Option<Reader>,
    /// Whether the terminal reports the mouse.
    mouse: bool,
}

impl Screen {
    pub(super) fn enter(sender: &Sender<Message>) -> io::Result<Self> {
        let entered = Entered::enter()?;
        let backend = CrosstermBackend::new(BufWriter::with_capacity(1 << 16, io::stdout()));
        Ok(Self {
            terminal: ManuallyDrop::new(Terminal::new(backend)?),
            entered: Some(entered),
            reader: Some(reader(sender)?),
            mouse: false,
        })
    }

    fn show(&mut self, app: &App) -> io::Result<()> {
        if self.mouse != app.mouse() {
            self.mouse = app.mouse();
            let mode = if self.mouse { MOUSE_ON } else { MOUSE_OFF };
            queue!(self.terminal.backend_mut(), Print(mode))?;
        }
        self.draw(|frame| app.draw(frame))
    }

    pub(super) fn draw(&mut self, paint: impl FnOnce(&mut Frame)) -> io::Result<()> {
        queue!(self.terminal.backend_mut(), BeginSynchronizedUpdate)?;
        self.terminal.draw(paint)?;
        queue!(self.terminal.backend_mut(), EndSynchronizedUpdate)?;
        Write::flush(self.terminal.backend_mut())
    }

    /// Back on the screen after someone else had it.
    fn enter_again(&mut self) -> io::Result<()> {
        self.entered = Some(Entered::enter()?);
        self.mouse = false;
        // All is drawn anew. Not `clear`: it asks the terminal where its
        // cursor is, and waits for the answer.
        let size = self.terminal.size()?;
        self.terminal.resize(size.into())
    }

    /// The shell has the terminal until it calls the program back; on a
    /// system without that there is no such action.
    fn suspend(&mut self, app: &mut App) -> io::Result<()> {
        #[cfg(unix)]
        {
            use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};
            // Without a shell that would call it back it would hang for ever.
            if getsid(None).is_ok_and(|session| session == getpgrp()) {
                app.say_no_shell();
                return self.show(app);
            }
            self.entered = None;
            let line = t!(app.walk.lang(), "suspended");
            let _ = writeln!(io::stdout(), "{line}");
            // All of it: whoever started the program in between stops too.
            let _ = kill_current_process_group(Signal::STOP);
            self.enter_again()?;
        }
        self.show(app)
    }

    /// An editor has the terminal with a text; gives what it made of it.
    fn edit(
        &mut self,
        text: &str,
        editor: Option<&str>,
        sender: &Sender<Message>,
    ) -> io::Result<Result<String, crate::lang::Message>> {
        let Some(editor) = editor else {
            return Ok(Err(crate::msg!("editor-none")));
        };
        if let Some(reader) = self.reader.take() {
            reader.stop();
        }
        self.entered = None;
        let edited = super::editor::edit(text, editor);
        self.enter_again()?;
        self.reader = Some(reader(sender)?);
        Ok(edited)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        if let Some(reader) = self.reader.take() {
            reader.stop();
        }
    }
}

fn reader(sender: &Sender<Message>) -> io::Result<Reader> {
    let sender = sender.clone();
    Reader::start(move |read| {
        let gone = matches!(read, Read::Gone);
        sender.send(Message::Read(read)).is_ok() && !gone
    })
}

fn hand_over(app: &mut App, receipts: &Sender<Pending>) {
    for pending in app.take_pending() {
        let _ = receipts.send(pending);
    }
}

/// Leaves in good order when the system says so, stops when the shell does,
/// and draws anew in a window of another size.
#[cfg(unix)]
pub(super) fn told_by_the_system(
    sender: &Sender<Message>,
) -> io::Result<signal_hook::iterator::Handle> {
    use signal_hook::{
        consts::{SIGHUP, SIGTERM, SIGTSTP, SIGWINCH},
        iterator::Signals,
    };
    let mut signals = Signals::new([SIGHUP, SIGTERM, SIGTSTP, SIGWINCH])?;
    let handle = signals.handle();
    let sender = sender.clone();
    thread::spawn(move || {
        for signal in signals.forever() {
            let message = match signal {
                SIGWINCH => Message::Resized,
                SIGTSTP => Message::Suspend,
                _ => Message::End,
            };
            if sender.send(message).is_err() {
                return;
            }
        }
    });
    Ok(handle)
}

/// Waits for the disk, so that the screen need not.
fn wait_all(outbox: &Receiver<Pending>, sender: &Sender<Message>) {
    while let Ok(pending) = outbox.recv() {
        if sender.send(Message::Written(pending.wait().err())).is_err() {
            return;
        }
    }
}
