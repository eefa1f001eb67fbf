//! A terminal that a test holds in its hands: a program runs in a real
//! pseudo-terminal, `vt100` keeps the screen, and every byte is kept too.
//!
//! Nothing sleeps and nothing polls: who waits is woken when something was
//! drawn, and fails with the screen in the message when the program has ended
//! or the deadline is over. Between the marks of a synchronised update
//! (mode 2026) the last whole screen stays in view, as in a real terminal; a
//! program without these marks may be seen halfway through a drawing.
//!
//! There is no "wait until it has settled": from outside, a program that has
//! nothing to draw and one that has not yet read its keys look alike. Wait
//! for what the keys bring about.

use crate::{folder::Folder, keys::Key, styled::styled};
use portable_pty::{CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use std::{
    collections::BTreeSet,
    fmt::Write as _,
    io::{ErrorKind, Read, Write},
    mem,
    num::NonZeroU16,
    path::PathBuf,
    process::Command,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, mpsc},
    thread::{self, JoinHandle},
    time::Duration,
};
use vt100::{Callbacks, Color, MouseProtocolMode, Parser, Screen};

/// How long a loaded machine may take for one answer.
const DEADLINE: Duration = Duration::from_secs(20);
/// The mode of a synchronised update.
const UPDATE: u16 = 2026;
/// Runs a program as a job of a shell, tells how it ended, and then takes
/// commands (`fg`) from the terminal.
const SHELL: &str = r#""$0" "$@"; echo "[exit $?]"
while read -r line; do eval "$line"; echo "[exit $?]"; done"#;

/// What to run, and in what terminal.
pub struct Options<'a> {
    pub program: PathBuf,
    pub args: Vec<String>,
    pub cols: u16,
    pub rows: u16,
    /// Besides `PATH`, `HOME`, `SHELL`, `TERM` and `LANG`, or in their place;
    /// the program gets nothing else.
    pub env: Vec<(&'a str, String)>,
    /// Where it runs; else in an empty home folder.
    pub cwd: Option<PathBuf>,
    /// How long each wait may take.
    pub deadline: Duration,
}

impl Options<'_> {
    /// A program on 80 columns and 24 rows.
    pub fn new(program: impl Into<PathBuf>, args: &[&str]) -> Self {
        Self {
            program: program.into(),
            args: args.iter().map(|&arg| arg.to_owned()).collect(),
            cols: 80,
            rows: 24,
            env: Vec::new(),
            cwd: None,
            deadline: DEADLINE,
        }
    }

    /// The same under a shell, which prints `[exit CODE]` after it and then
    /// runs what is typed. Only so can a program be stopped by Ctrl-Z and go
    /// on with `fg`: the system stops nothing that has no shell to wake it.
    pub fn in_shell(mut self) -> Self {
        let program = self.program.to_str().unwrap().to_owned();
        let shell = ["-mc".to_owned(), SHELL.to_owned(), program];
        self.args.splice(0..0, shell);
        self.program = "/bin/sh".into();
        self
    }
}

/// A running program and its terminal. Dropping it kills the program.
pub struct Term {
    shared: Arc<Shared>,
    pty: Box<dyn MasterPty + Send>,
    /// To the thread that writes: a program that reads nothing blocks it,
    /// not the test.
    input: Option<mpsc::Sender<String>>,
    threads: Vec<JoinHandle<()>>,
    child: u32,
    stty_at_start: String,
    deadline: Duration,
    tally: Vec<(String, usize)>,
    /// Escape was sent and nothing was waited for since.
    after_esc: bool,
    home: Folder,
}

struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

struct State {
    parser: Parser<View>,
    bytes: Vec<u8>,
    /// No program has the terminal open any more, all output is read.
    closed: bool,
    exit: Option<ExitStatus>,
}

/// What a person sees, and the modes that `vt100` does not keep.
struct View {
    shown: Screen,
    modes: BTreeSet<u16>,
}

impl Callbacks for View {
    fn unhandled_csi(
        &mut self,
        screen: &mut Screen,
        first: Option<u8>,
        _: Option<u8>,
        params: &[&[u16]],
        end: char,
    ) {
        if first != Some(b'?') || !matches!(end, 'h' | 'l') {
            return;
        }
        for &mode in params.iter().copied().flatten() {
            if mode == UPDATE && (end == 'l' || !self.modes.contains(&UPDATE)) {
                self.shown = screen.clone();
            }
            if end == 'h' {
                self.modes.insert(mode);
            } else {
                self.modes.remove(&mode);
            }
        }
    }
}

impl State {
    fn feed(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        self.parser.process(bytes);
        self.show();
    }

    fn show(&mut self) {
        if !self.updating() {
            self.parser.callbacks_mut().shown = self.parser.screen().clone();
        }
    }

    fn shown(&self) -> &Screen {
        &self.parser.callbacks().shown
    }

    fn updating(&self) -> bool {
        self.parser.callbacks().modes.contains(&UPDATE)
    }

    fn over(&self) -> bool {
        self.closed && self.exit.is_some()
    }
}

impl Shared {
    /// The state, even where a test's predicate panicked over it.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.lock());
        self.changed.notify_all();
    }

    /// Blocks until `ready` or the deadline, and gives the state at that
    /// moment.
    fn wait(
        &self,
        deadline: Duration,
        mut ready: impl FnMut(&State) -> bool,
    ) -> MutexGuard<'_, State> {
        self.changed
            .wait_timeout_while(self.lock(), deadline, |state| !ready(state))
            .unwrap_or_else(PoisonError::into_inner)
            .0
    }
}

impl Term {
    /// Starts a program.
    pub fn start(options: Options) -> Self {
        let home = Folder::new();
        // Whoever sits here has seen the welcome.
        let settings = home.path(".config/dear-customer");
        std::fs::create_dir_all(&settings).unwrap();
        std::fs::write(settings.join("settings.toml"), "welcomed = true\n").unwrap();
        let pair = native_pty_system()
            .openpty(pty_size(options.cols, options.rows))
            .unwrap();
        let stty_at_start = stty(pair.master.as_ref());
        let mut command = CommandBuilder::new(&options.program);
        command.args(&options.args);
        command.env_clear();
        command.env("PATH", "/usr/bin:/bin");
        command.env("HOME", home.path(""));
        command.env("SHELL", "/bin/sh");
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        for (name, value) in options.env {
            command.env(name, value);
        }
        command.cwd(options.cwd.unwrap_or_else(|| home.path("")));
        let mut child = pair.slave.spawn_command(command).unwrap();
        let pid = child.process_id().unwrap();
        // The program's end is seen only once nobody here holds its side.
        drop(pair.slave);

        let (rows, cols) = (at_least_one(options.rows), at_least_one(options.cols));
        let view = View {
            shown: Parser::new(rows, cols, 0).screen().clone(),
            modes: BTreeSet::new(),
        };
        let shared = Arc::new(Shared {
            state: Mutex::new(State {
                parser: Parser::new_with_callbacks(rows, cols, 0, view),
                bytes: Vec::new(),
                closed: false,
                exit: None,
            }),
            changed: Condvar::new(),
        });
        let (input, queue) = mpsc::channel::<String>();
        let reader = pair.master.try_clone_reader().unwrap();
        let mut writer = pair.master.take_writer().unwrap();
        let (to_read, to_exit) = (Arc::clone(&shared), Arc::clone(&shared));
        // Not joined in the end: the system leaves a write that nobody reads
        // blocked even after the program is gone.
        thread::spawn(move || {
            let mut write = |text: String| writer.write_all(text.as_bytes());
            let _ = queue.iter().try_for_each(&mut write);
        });
        let threads = vec![
            thread::spawn(move || read_all(reader, &to_read)),
            thread::spawn(move || {
                let exit = child.wait().unwrap();
                to_exit.change(|state| state.exit = Some(exit));
            }),
        ];
        Self {
            shared,
            pty: pair.master,
            input: Some(input),
            threads,
            child: pid,
            stty_at_start,
            deadline: options.deadline,
            tally: Vec::new(),
            after_esc: false,
            home,
        }
    }

    /// Types a text, each character a key.
    #[track_caller]
    pub fn send(&mut self, text: &str) {
        for c in text.chars() {
            self.press(&Key::char(c));
        }
    }

    /// Presses the keys of a notation: `<enter>3<tab>abc<esc>`.
    #[track_caller]
    pub fn keys(&mut self, notation: &str) {
        for key in Key::parse(notation).unwrap() {
            self.press(&key);
        }
    }

    /// Presses a key.
    ///
    /// # Panics
    /// Right after Escape: a program can't tell that from Alt with the key,
    /// so wait for what Escape does.
    #[track_caller]
    pub fn press(&mut self, key: &Key) {
        self.input(key.bytes().to_owned());
        self.after_esc = key.is_esc();
    }

    /// Pastes a text, as one key: between the marks of a paste where the
    /// program asked for them, line ends as a terminal sends them.
    #[track_caller]
    pub fn paste(&mut self, text: &str) {
        let text = text.replace('\n', "\r");
        let marked = self.look(Screen::bracketed_paste);
        self.input(if marked {
            format!("\x1b[200~{text}\x1b[201~")
        } else {
            text
        });
    }

    /// Sends what a terminal sends by itself: an answer, the mouse.
    #[track_caller]
    pub fn report(&mut self, bytes: &str) {
        self.input(bytes.to_owned());
    }

    #[track_caller]
    fn input(&mut self, bytes: String) {
        assert!(!self.after_esc, "wait for what <esc> does before more keys");
        match self.tally.last_mut() {
            Some((_, keys)) => *keys += 1,
            None => self.tally.push(("start".to_owned(), 1)),
        }
        // Where the program has ended nobody takes it.
        let _ = self.input.as_ref().unwrap().send(bytes);
    }

    /// Begins a step, to count its keys apart.
    pub fn section(&mut self, name: &str) {
        self.tally.push((name.to_owned(), 0));
    }

    /// How many keys were pressed.
    pub fn pressed(&self) -> usize {
        self.tally.iter().map(|(_, keys)| keys).sum()
    }

    /// How many keys each step took.
    pub fn tally(&self) -> Vec<(String, usize)> {
        self.tally.clone()
    }

    /// Waits for a text, which stands in one row.
    #[track_caller]
    pub fn wait_for(&mut self, text: &str) {
        self.wait(&format!("{text:?} did not come"), |state| {
            text_of(state.shown()).contains(text)
        });
    }

    /// Waits until a text is gone.
    #[track_caller]
    pub fn wait_for_not(&mut self, text: &str) {
        self.wait(&format!("{text:?} did not go"), |state| {
            !text_of(state.shown()).contains(text)
        });
    }

    /// Waits for a screen.
    #[track_caller]
    pub fn wait_until(&mut self, ready: impl Fn(&Screen) -> bool) {
        self.wait("the screen waited for did not come", |state| {
            ready(state.shown())
        });
    }

    /// Waits until the program has written these bytes, once or again.
    #[track_caller]
    pub fn wait_for_bytes(&mut self, bytes: &[u8]) {
        self.wait("the bytes waited for did not come", |state| {
            memchr::memmem::find(&state.bytes, bytes).is_some()
        });
    }

    /// Waits until the program has ended and all it wrote is read.
    #[track_caller]
    pub fn wait_exit(&mut self) -> ExitStatus {
        self.wait("the program did not end", State::over);
        self.shared.lock().exit.clone().unwrap()
    }

    #[track_caller]
    fn wait(&mut self, fault: &str, ready: impl Fn(&State) -> bool) {
        let met = {
            let state = self
                .shared
                .wait(self.deadline, |state| ready(state) || state.over());
            if ready(&state) {
                Ok(())
            } else {
                Err(told(&state, self.deadline))
            }
        };
        // Out of the lock, so that nothing is poisoned.
        if let Err(told) = met {
            panic!("{fault}: {told}");
        }
        self.after_esc = false;
    }

    /// Looks at the screen.
    pub fn look<T>(&self, at: impl FnOnce(&Screen) -> T) -> T {
        at(self.shared.lock().shown())
    }

    /// The screen as text, without spaces at the ends of rows and empty rows
    /// at its end.
    pub fn screen(&self) -> String {
        self.look(text_of)
    }

    /// A row of the screen, counted from 0.
    pub fn row(&self, row: u16) -> String {
        let cols = self.look(|screen| screen.size().1.get());
        let text = self.look(|screen| screen.rows(0, cols).nth(row.into()));
        text.unwrap_or_default().trim_end().to_owned()
    }

    /// Row and column of the cursor, unless it is hidden.
    pub fn cursor(&self) -> Option<(u16, u16)> {
        self.look(|screen| (!screen.hide_cursor()).then(|| screen.cursor_position()))
    }

    /// The screen with its styles, for snapshots.
    pub fn styled(&self) -> String {
        self.look(styled)
    }

    /// Every byte that was written to the terminal.
    pub fn bytes(&self) -> Vec<u8> {
        self.shared.lock().bytes.clone()
    }

    /// Gives the terminal another size, 0 too; the program gets SIGWINCH.
    pub fn resize(&self, cols: u16, rows: u16) {
        self.shared.change(|state| {
            let screen = state.parser.screen_mut();
            screen.set_size(at_least_one(rows), at_least_one(cols));
            state.show();
        });
        self.pty.resize(pty_size(cols, rows)).unwrap();
    }

    /// The process in the foreground: the program, in a shell too, unless it
    /// is stopped or has ended.
    pub fn pid(&self) -> u32 {
        let group = self.pty.process_group_leader();
        group.map_or(self.child, i32::cast_unsigned)
    }

    /// Sends the program a signal: `TERM`, `HUP`.
    pub fn signal(&self, name: &str) {
        assert!(!self.shared.lock().over(), "the program has ended");
        kill(name, &[self.pid().to_string()]);
    }

    /// Kills the program as the system would.
    pub fn kill9(&self) {
        self.signal("KILL");
    }

    /// How often the threads of the program were given the processor and left
    /// it again. Taken twice, it tells whether an idle program is woken.
    #[cfg(target_os = "linux")]
    pub fn wakeups(&self) -> u64 {
        let tasks = std::fs::read_dir(format!("/proc/{}/task", self.pid())).unwrap();
        // A thread may end while it is looked at.
        let status = |task: std::io::Result<std::fs::DirEntry>| {
            std::fs::read_to_string(task.ok()?.path().join("status")).ok()
        };
        let switches = |status: String| -> u64 {
            let lines = status.lines().filter_map(|line| line.split_once(':'));
            lines
                .filter(|(name, _)| name.ends_with("voluntary_ctxt_switches"))
                .map(|(_, count)| count.trim().parse::<u64>().unwrap())
                .sum()
        };
        tasks.filter_map(status).map(switches).sum()
    }

    /// The terminal's settings as the program has them now, as `stty -a`
    /// would tell them.
    pub fn stty(&self) -> String {
        stty(self.pty.as_ref())
    }

    /// What the program has changed in the terminal and not yet put back;
    /// nothing, after an end of any kind but `kill9`.
    pub fn leftovers(&self) -> Vec<String> {
        let state = self.shared.lock();
        let screen = state.parser.screen();
        let plain = screen.fgcolor() == Color::Default && screen.bgcolor() == Color::Default;
        let mut left: Vec<String> = [
            (screen.alternate_screen(), "alternate screen"),
            (screen.hide_cursor(), "hidden cursor"),
            (screen.bracketed_paste(), "bracketed paste"),
            (screen.application_keypad(), "application keypad"),
            (screen.application_cursor(), "application cursor keys"),
            (
                screen.mouse_protocol_mode() != MouseProtocolMode::None,
                "mouse",
            ),
            (
                screen.cursor_style() != vt100::CursorStyle::default(),
                "cursor style",
            ),
            (
                !plain || screen.bold() || screen.dim() || screen.italic(),
                "style",
            ),
            (screen.underline() || screen.inverse(), "style"),
        ]
        .iter()
        .filter(|(on, _)| *on)
        .map(|(_, what)| (*what).to_owned())
        .collect();
        let modes = state.parser.callbacks().modes.iter();
        left.extend(modes.map(|mode| format!("mode {mode}")));
        let stty = self.stty();
        if stty != self.stty_at_start {
            left.push(format!("stty: {stty}, not {}", self.stty_at_start));
        }
        left
    }

    /// The program's home folder.
    pub fn home(&self) -> &Folder {
        &self.home
    }
}

impl Drop for Term {
    fn drop(&mut self) {
        if self.shared.lock().exit.is_none() {
            let group = |pid| format!("-{pid}");
            kill("KILL", &[group(self.child), group(self.pid())]);
        }
        self.input = None;
        // A program of the program may still hold the terminal: then the
        // threads are left behind rather than waited for.
        if self.shared.wait(self.deadline, State::over).over() {
            for thread in mem::take(&mut self.threads) {
                let _ = thread.join();
            }
        }
    }
}

fn read_all(mut reader: Box<dyn Read + Send>, shared: &Shared) {
    let mut buffer = [0; 8192];
    loop {
        match reader.read(&mut buffer) {
            Ok(0) => break,
            Ok(count) => shared.change(|state| state.feed(&buffer[..count])),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(_) => break,
        }
    }
    shared.change(|state| state.closed = true);
}

/// What to say of a wait that failed.
fn told(state: &State, deadline: Duration) -> String {
    let mut told = match (&state.exit, state.closed) {
        (Some(exit), true) => format!("the program has ended ({exit})"),
        (Some(exit), false) => {
            format!("the program has ended ({exit}), another holds the terminal")
        }
        (None, _) => format!("{deadline:?} are over"),
    };
    if state.updating() {
        told.push_str(", within an update");
    }
    let _ = write!(told, "\n{}", styled(state.shown()));
    told
}

fn text_of(screen: &Screen) -> String {
    let cols = screen.size().1.get();
    let rows: Vec<String> = screen.rows(0, cols).collect();
    let rows: Vec<&str> = rows.iter().map(|row| row.trim_end()).collect();
    rows.join("\n").trim_end_matches('\n').to_owned()
}

fn stty(pty: &dyn MasterPty) -> String {
    let t = pty.get_termios().unwrap();
    let control = format!("{:?} {:02x?}", t.control_flags, t.control_chars);
    let flags = format!("{:?} {:?}", t.input_flags, t.output_flags);
    format!("{flags} {:?} {control}", t.local_flags)
}

/// Sends a signal through the shell: the standard library only knows how to
/// kill a child of its own.
fn kill(signal: &str, targets: &[String]) {
    let _ = Command::new("/bin/sh")
        .args(["-c", r#"kill -s "$0" -- "$@" 2>/dev/null"#, signal])
        .args(targets)
        .status();
}

fn pty_size(cols: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols,
        ..PtySize::default()
    }
}

/// A screen of nothing can't be kept; one cell is as good.
fn at_least_one(size: u16) -> NonZeroU16 {
    NonZeroU16::new(size).unwrap_or(NonZeroU16::MIN)
}
