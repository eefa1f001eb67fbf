//! The one reader of the terminal: a thread that can be stopped, so that an
//! editor gets every key, and that tells the terminal's answers from keys.
//!
//! Invariant: while it runs nothing else reads the terminal, and once it is
//! stopped it reads no more.

use ratatui::crossterm::event::{self, Event, KeyCode, KeyEvent, KeyModifiers};
use std::{io, thread};

/// What was read.
pub(super) enum Read {
    /// A key, a paste, a size, the mouse.
    Event(Event),
    /// The terminal's answer: whether its background is dark.
    Background(bool),
    /// The terminal is gone.
    Gone,
}

/// A thread that reads.
pub(super) struct Reader {
    thread: thread::JoinHandle<()>,
    #[cfg(unix)]
    stop: io::PipeWriter,
}

impl Reader {
    /// Reads from now on; `take` says whether to go on.
    #[cfg(unix)]
    pub(super) fn start(take: impl Fn(Read) -> bool + Send + 'static) -> io::Result<Self> {
        let (stopped, stop) = io::pipe()?;
        let thread = thread::spawn(move || read_until(&stopped, &take));
        Ok(Self { thread, stop })
    }

    /// Reads from now on; `take` says whether to go on.
    #[cfg(not(unix))]
    pub(super) fn start(take: impl Fn(Read) -> bool + Send + 'static) -> io::Result<Self> {
        let thread = thread::spawn(move || {
            let mut answers = Answers::default();
            while let Ok(event) = event::read() {
                if !answers.take(event).into_iter().all(&take) {
                    return;
                }
            }
            take(Read::Gone);
        });
        Ok(Self { thread })
    }

    /// Reads no more; waits until that is so.
    #[cfg(unix)]
    pub(super) fn stop(self) {
        drop(self.stop);
        let _ = self.thread.join();
    }

    /// A read can't be broken off here: the thread ends with the program.
    #[cfg(not(unix))]
    pub(super) fn stop(self) {
        drop(self.thread);
    }
}

/// Waits for the terminal and for the end of the pipe, whichever comes first.
#[cfg(unix)]
fn read_until(stopped: &io::PipeReader, take: &dyn Fn(Read) -> bool) {
    use rustix::event::{PollFd, PollFlags, poll};
    use std::time::Duration;

    /// Of a burst of keys the first is read with all the others, which wait in
    /// the parser. It hands them out only within this time: on a machine so
    /// busy that the time is over before it is looked at, the rest would wait
    /// for the next key.
    const BURST: Duration = Duration::from_millis(250);

    let input = rustix::stdio::stdin();
    let mut answers = Answers::default();
    loop {
        let mut both = [
            PollFd::new(&input, PollFlags::IN),
            PollFd::new(stopped, PollFlags::IN),
        ];
        match poll(&mut both, None) {
            Ok(_) => {}
            Err(rustix::io::Errno::INTR) => continue,
            Err(_) => {
                take(Read::Gone);
                return;
            }
        }
        if !both[1].revents().is_empty() {
            return;
        }
        let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
        if both[0].revents().intersects(gone) {
            take(Read::Gone);
            return;
        }
        while let Ok(true) = event::poll(BURST) {
            let Ok(event) = event::read() else { break };
            if !answers.take(event).into_iter().all(take) {
                return;
            }
        }
    }
}

/// Asks for the background (xterm, OSC 11).
pub(super) const ASK_BACKGROUND: &str = "\x1b]11;?\x1b\\";

/// Tells the answer to [`ASK_BACKGROUND`], `ESC ] 11 ; rgb:RRRR/GGGG/BBBB`
/// and an end, from keys: it comes as Alt with `]` and the rest as if typed.
/// Whoever types that far and no further gets every key back.
#[derive(Default)]
struct Answers {
    held: Vec<Event>,
    text: String,
}

const BEGIN: &str = "11;rgb";

impl Answers {
    fn take(&mut self, event: Event) -> Vec<Read> {
        let Event::Key(key) = event else {
            return self.give_back(event);
        };
        let alt = key.modifiers.contains(KeyModifiers::ALT);
        if self.held.is_empty() {
            if key.code == KeyCode::Char(']') && alt {
                self.held.push(Event::Key(key));
                return Vec::new();
            }
            return vec![Read::Event(Event::Key(key))];
        }
        if self.text.len() > BEGIN.len() && ends(key) {
            let dark = is_dark(&self.text);
            self.held.clear();
            self.text.clear();
            return dark.map(Read::Background).into_iter().collect();
        }
        if let KeyCode::Char(c) = key.code
            && !alt
        {
            self.text.push(c);
            let begun = BEGIN.starts_with(&self.text);
            let on = self.text.starts_with(BEGIN) && self.text.len() < 40;
            if begun || on {
                self.held.push(Event::Key(key));
                return Vec::new();
            }
        }
        self.give_back(Event::Key(key))
    }

    fn give_back(&mut self, event: Event) -> Vec<Read> {
        self.text.clear();
        let held = self.held.drain(..).chain([event]);
        held.map(Read::Event).collect()
    }
}

/// The end of an answer: the string terminator, which comes as Alt with a
/// backslash, or the bell, which comes as Ctrl-G.
fn ends(key: KeyEvent) -> bool {
    match key.code {
        KeyCode::Char('\\') => key.modifiers.contains(KeyModifiers::ALT),
        KeyCode::Char('g') => key.modifiers.contains(KeyModifiers::CONTROL),
        _ => false,
    }
}

/// Whether a colour such as `11;rgb:1c1c/1c1c/1c1c` (one to four digits a
/// part, perhaps with a fourth part) is dark; none if it is no colour.
fn is_dark(text: &str) -> Option<bool> {
    let (_, colour) = text.split_once(':')?;
    let mut parts = colour.split('/').map(|part| {
        let most = f64::from(u32::try_from(16_u64.pow(u32::try_from(part.len()).ok()?) - 1).ok()?);
        let value = u32::from_str_radix(part, 16).ok()?;
        (1..=4)
            .contains(&part.len())
            .then(|| f64::from(value) / most)
    });
    let mut next = || parts.next().flatten();
    // ITU-R BT.601: how bright each part looks.
    let bright = 0.299 * next()? + 0.587 * next()? + 0.114 * next()?;
    Some(bright < 0.5)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(code: char, modifiers: KeyModifiers) -> Event {
        Event::Key(KeyEvent::new(KeyCode::Char(code), modifiers))
    }

    fn answer(text: &str, end: Event) -> Vec<Event> {
        let mut events = vec![key(']', KeyModifiers::ALT)];
        events.extend(text.chars().map(|c| key(c, KeyModifiers::NONE)));
        events.push(end);
        events
    }

    fn read(events: Vec<Event>) -> (Vec<Event>, Vec<bool>) {
        let mut answers = Answers::default();
        let (mut keys, mut dark) = (Vec::new(), Vec::new());
        for read in events.into_iter().flat_map(|event| answers.take(event)) {
            match read {
                Read::Event(event) => keys.push(event),
                Read::Background(is_dark) => dark.push(is_dark),
                Read::Gone => panic!("gone"),
            }
        }
        (keys, dark)
    }

    /// Would catch an answer that is typed into a text, or misread.
    #[test]
    fn an_answer_is_no_typing() {
        let end = || key('\\', KeyModifiers::ALT);
        let bell = key('g', KeyModifiers::CONTROL);
        for (text, end, dark) in [
            ("11;rgb:1c1c/1c1c/1c1c", end(), true),
            ("11;rgb:ffff/ffff/ffff", bell, false),
            ("11;rgb:fd/f6/e3", end(), false),
            ("11;rgba:0000/2b2b/3636/ffff", end(), true),
        ] {
            let (keys, told) = read(answer(text, end));
            assert_eq!((keys, told), (Vec::new(), vec![dark]), "{text}");
        }
        // What can't be read is no answer, and no typing either.
        assert_eq!(read(answer("11;rgb:zz/0/0", end())), (vec![], vec![]));
    }

    /// Would catch keys that are lost because they look like an answer.
    #[test]
    fn typing_that_looks_like_an_answer_comes_back() {
        for text in ["", "1", "11;rg", "x", "12;rgb:0/0/0"] {
            let events = answer(text, key('q', KeyModifiers::NONE));
            assert_eq!(read(events.clone()), (events, vec![]), "{text}");
        }
        let mut events = answer("11;rgb:", Event::Paste("p".into()));
        events.push(key('a', KeyModifiers::NONE));
        assert_eq!(read(events.clone()), (events, vec![]));
        let long = answer(
            &format!("11;rgb:{}", "0".repeat(60)),
            key('q', KeyModifiers::NONE),
        );
        assert_eq!(read(long.clone()), (long, vec![]));
    }
}
