//! Where lines come from: a pipe, or a terminal that can keep quiet about what
//! is typed.
//!
//! Invariant: a terminal is left with its echo, whatever ends the program but
//! a kill.

use std::io::{self, BufRead, IsTerminal};

/// Lines, one after the other.
pub trait Source {
    /// From now on what is typed is for nobody else's eyes, or for everyone's
    /// again. Said before anything asks for it: people type ahead.
    ///
    /// # Errors
    /// Where that can't be had.
    fn conceal(&mut self, on: bool) -> io::Result<()>;

    /// The next line, without its end; none where there are no more.
    ///
    /// # Errors
    /// Where it can't be read.
    fn line(&mut self) -> io::Result<Option<String>>;

    /// Whether the end of a line that was typed shows in the output.
    fn echoes(&self) -> bool;
}

/// Lines from a file, a pipe or a text: nothing of them shows.
pub struct Piped<R>(pub R);

impl<R: BufRead> Source for Piped<R> {
    fn conceal(&mut self, _: bool) -> io::Result<()> {
        Ok(())
    }

    fn line(&mut self) -> io::Result<Option<String>> {
        let mut bytes = Vec::new();
        if self.0.read_until(b'\n', &mut bytes)? == 0 {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&bytes);
        Ok(Some(line.trim_end_matches(['\n', '\r']).to_owned()))
    }

    fn echoes(&self) -> bool {
        false
    }
}

/// The program's own input.
pub struct Stdin {
    lines: Piped<io::StdinLock<'static>>,
    /// None where it is no terminal.
    echo: Option<Echo>,
}

impl Stdin {
    /// The program's own input, for as long as this lives.
    ///
    /// # Errors
    /// Where the terminal does not tell how it is set.
    pub fn lock() -> io::Result<Self> {
        let stdin = io::stdin().lock();
        let echo = stdin.is_terminal().then(Echo::of_stdin).transpose()?;
        Ok(Self {
            lines: Piped(stdin),
            echo,
        })
    }
}

impl Source for Stdin {
    fn conceal(&mut self, on: bool) -> io::Result<()> {
        self.echo.as_mut().map_or(Ok(()), |echo| echo.set(!on))
    }

    fn line(&mut self) -> io::Result<Option<String>> {
        #[cfg(not(unix))]
        if matches!(self.echo, Some(Echo { on: false })) {
            return match rpassword::read_password() {
                Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(None),
                line => line.map(Some),
            };
        }
        self.lines.line()
    }

    fn echoes(&self) -> bool {
        self.echo.is_some()
    }
}

/// The echo of a terminal. Whoever ends the program by a signal gets it back.
#[cfg(unix)]
struct Echo {
    before: rustix::termios::Termios,
    on: bool,
}

#[cfg(unix)]
impl Echo {
    fn of_stdin() -> io::Result<Self> {
        use signal_hook::{
            consts::{SIGHUP, SIGINT, SIGTERM},
            iterator::Signals,
            low_level::emulate_default_handler,
        };
        let before = rustix::termios::tcgetattr(rustix::stdio::stdin())?;
        let mut signals = Signals::new([SIGHUP, SIGINT, SIGTERM])?;
        let echo = Self {
            before: before.clone(),
            on: true,
        };
        std::thread::spawn(move || {
            if let Some(signal) = signals.forever().next() {
                let _ = apply(&before);
                let _ = emulate_default_handler(signal);
            }
        });
        Ok(echo)
    }

    fn set(&mut self, on: bool) -> io::Result<()> {
        use rustix::termios::LocalModes;
        if on == self.on {
            return Ok(());
        }
        let mut modes = self.before.clone();
        if !on {
            modes.local_modes.remove(LocalModes::ECHO);
            // The end of the line shows, so that the next one begins below.
            modes.local_modes.insert(LocalModes::ECHONL);
        }
        apply(&modes)?;
        self.on = on;
        Ok(())
    }
}

#[cfg(unix)]
fn apply(modes: &rustix::termios::Termios) -> io::Result<()> {
    use rustix::termios::{OptionalActions, tcsetattr};
    Ok(tcsetattr(
        rustix::stdio::stdin(),
        OptionalActions::Now,
        modes,
    )?)
}

#[cfg(unix)]
impl Drop for Echo {
    fn drop(&mut self) {
        let _ = self.set(true);
    }
}

/// The echo of a console, which is off only while a line is read.
#[cfg(not(unix))]
struct Echo {
    on: bool,
}

#[cfg(not(unix))]
impl Echo {
    fn of_stdin() -> io::Result<Self> {
        Ok(Self { on: true })
    }

    fn set(&mut self, on: bool) -> io::Result<()> {
        self.on = on;
        Ok(())
    }
}
