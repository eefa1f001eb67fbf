//! The real terminal: entered and left once, read by one thread, drawn on
//! change.
//!
//! Invariant: nothing wakes the program but a key, the disk, or the next
//! second of a running clock.

use super::{app::App, theme::Theme};
use crate::{
    session::{Pending, Refusal},
    walk::Walk,
};
use ratatui::{
    Terminal,
    backend::CrosstermBackend,
    crossterm::{
        cursor::Show,
        event::{self, DisableBracketedPaste, EnableBracketedPaste, Event},
        execute, queue,
        style::force_color_output,
        terminal::{
            BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen,
            LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
        },
    },
};
use std::{
    io::{self, BufWriter, Stdout, Write},
    panic,
    sync::{
        Once,
        mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    },
    thread,
    time::Instant,
};

/// Something happened.
enum Message {
    Terminal(Event),
    /// A command has reached the disk, or has not.
    Written(Option<Refusal>),
    /// The terminal is gone, or the system says to end.
    Gone,
}

/// Puts the terminal back when it goes out of scope.
struct Entered;

impl Entered {
    fn enter() -> io::Result<Self> {
        restore_on_panic();
        enable_raw_mode()?;
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

fn restore() {
    let _ = execute!(
        io::stdout(),
        EndSynchronizedUpdate,
        DisableBracketedPaste,
        LeaveAlternateScreen,
        Show
    );
    let _ = disable_raw_mode();
}

/// A panic's message is read on the terminal's own screen.
fn restore_on_panic() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            restore();
            before(info);
        }));
    });
}

/// Runs a walk on the terminal until it is left.
///
/// # Errors
/// Where the terminal can't be set up or written to. What was marked as
/// saved is on disk.
pub fn run(walk: Walk, colour: bool) -> io::Result<()> {
    // Without this NO_COLOR would take bold and inverse along; the theme
    // without colours is ours.
    force_color_output(true);
    let theme = if colour {
        Theme::colour()
    } else {
        Theme::mono()
    };
    let start = Instant::now();
    let mut app = App::new(walk, theme, Box::new(move || start.elapsed()));
    let (sender, inbox) = channel();
    // Before the terminal is touched: from here on it is put back.
    #[cfg(unix)]
    told_to_end(&sender)?;
    let entered = Entered::enter()?;
    let backend = CrosstermBackend::new(BufWriter::with_capacity(1 << 16, io::stdout()));
    let mut terminal = Terminal::new(backend)?;
    draw(&mut terminal, &app)?;

    let reader = sender.clone();
    // Ends with the program: a read can't be interrupted.
    thread::spawn(move || read_all(&reader));
    let (receipts, outbox) = channel();
    thread::spawn(move || wait_all(&outbox, &sender));

    hand_over(&mut app, &receipts);
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
            changed |= take(&mut app, message);
            hand_over(&mut app, &receipts);
        }
        hand_over(&mut app, &receipts);
        if changed && !app.is_over() {
            draw(&mut terminal, &app)?;
        }
    }
    drop(entered);
    Ok(())
}

/// Takes a message; true where there is something new to draw.
fn take(app: &mut App, message: Message) -> bool {
    match message {
        Message::Terminal(event) => app.event(event),
        Message::Written(refused) => {
            app.written(refused);
            true
        }
        Message::Gone => {
            app.leave();
            false
        }
    }
}

fn hand_over(app: &mut App, receipts: &Sender<Pending>) {
    for pending in app.take_pending() {
        let _ = receipts.send(pending);
    }
}

fn draw(terminal: &mut Terminal<CrosstermBackend<BufWriter<Stdout>>>, app: &App) -> io::Result<()> {
    queue!(terminal.backend_mut(), BeginSynchronizedUpdate)?;
    terminal.draw(|frame| app.draw(frame))?;
    queue!(terminal.backend_mut(), EndSynchronizedUpdate)?;
    Write::flush(terminal.backend_mut())
}

fn read_all(sender: &Sender<Message>) {
    loop {
        let message = match event::read() {
            Ok(event) => Message::Terminal(event),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(_) => Message::Gone,
        };
        let gone = matches!(message, Message::Gone);
        if sender.send(message).is_err() || gone {
            return;
        }
    }
}

/// Leaves in good order when the system says so.
#[cfg(unix)]
fn told_to_end(sender: &Sender<Message>) -> io::Result<()> {
    use signal_hook::{
        consts::{SIGHUP, SIGTERM},
        iterator::Signals,
    };
    let mut signals = Signals::new([SIGHUP, SIGTERM])?;
    let sender = sender.clone();
    thread::spawn(move || {
        if signals.forever().next().is_some() {
            let _ = sender.send(Message::Gone);
        }
    });
    Ok(())
}

/// Waits for the disk, so that the screen need not.
fn wait_all(outbox: &Receiver<Pending>, sender: &Sender<Message>) {
    while let Ok(pending) = outbox.recv() {
        if sender.send(Message::Written(pending.wait().err())).is_err() {
            return;
        }
    }
}
