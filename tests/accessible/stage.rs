//! The two walks: the screen with keys, and prompts with lines.

use dear_customer::{
    content::Library,
    lang::Lang,
    prompts::{self, Piped, Source},
    session::Outside,
    tui::{App, theme::Theme},
    walk::Walk,
};
use ratatui::{
    Terminal,
    backend::TestBackend,
    crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers},
};
use std::{
    cell::RefCell,
    io::{self, Write},
    path::Path,
    rc::Rc,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

/// How many bytes the id of a command has.
const ID: usize = 16;

/// A clock that stands. Ids are counted over a whole walk; all else that is
/// random is the same every time, so that drafts, which are sealed whenever
/// their thread comes to it, change no byte of a session.
pub fn outside() -> impl Fn() -> Outside {
    static WALKS: AtomicU64 = AtomicU64::new(1);
    outside_of(WALKS.fetch_add(1, Ordering::Relaxed) << 32)
}

/// The same, with ids from a number on: the same in every walk of that number.
pub fn outside_of(from: u64) -> impl Fn() -> Outside {
    let count = Arc::new(AtomicU64::new(from));
    move || {
        let next = Arc::clone(&count);
        Outside {
            clock: Box::new(|| "2026-11-23T16:30:00+01:00".into()),
            random: Box::new(move |bytes| {
                bytes.fill(7);
                if bytes.len() == ID {
                    let n = next.fetch_add(1, Ordering::Relaxed).to_be_bytes();
                    bytes[..n.len()].copy_from_slice(&n);
                }
            }),
        }
    }
}

/// A walk from home in a folder.
pub fn home<'w>(lang: Lang, folder: &Path, outside: &'w dyn Fn() -> Outside) -> Walk<'w> {
    Walk::home(lang, folder.to_owned(), Library::built_in(), outside)
}

/// A walk on in a session.
pub fn opened<'w>(lang: Lang, path: &Path, outside: &'w dyn Fn() -> Outside) -> Walk<'w> {
    Walk::open(lang, path, Library::built_in(), outside).unwrap()
}

/// Walks by prompts, and gives what was said.
pub fn said(walk: Walk, lines: &str) -> String {
    let mut out = Vec::new();
    let mut source = Piped(lines.as_bytes());
    prompts::run(walk, &mut source, &mut out, Box::new(|| Duration::ZERO)).unwrap();
    String::from_utf8(out).unwrap()
}

/// Output that a source of lines can write into too.
#[derive(Clone, Default)]
struct Paper(Rc<RefCell<Vec<u8>>>);

impl Write for Paper {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A terminal: what is typed shows, unless it is concealed.
struct Typed<'a> {
    lines: std::str::Lines<'a>,
    paper: Paper,
    concealed: bool,
}

impl Source for Typed<'_> {
    fn conceal(&mut self, on: bool) -> io::Result<()> {
        self.concealed = on;
        Ok(())
    }

    fn line(&mut self) -> io::Result<Option<String>> {
        let line = self.lines.next().map(str::to_owned);
        let shown = line.as_deref().filter(|_| !self.concealed);
        writeln!(self.paper, "{}", shown.unwrap_or_default())?;
        Ok(line)
    }

    fn echoes(&self) -> bool {
        true
    }
}

/// Walks by prompts as on a terminal, and gives what stands on it then.
pub fn typed(walk: Walk, lines: &str) -> String {
    let paper = Paper::default();
    let mut source = Typed {
        lines: lines.lines(),
        paper: paper.clone(),
        concealed: false,
    };
    let now = Box::new(|| Duration::from_mins(1));
    prompts::run(walk, &mut source, &mut paper.clone(), now).unwrap();
    let bytes = paper.0.take();
    String::from_utf8(bytes).unwrap()
}

/// Presses keys on the screen: `⏎` Enter, `⇥` Tab, `⎋` Esc, arrows as such,
/// `⌧` Ctrl-U, `⤓` Ctrl-End, `⇲` End, `⏭` Enter up to another page, and every
/// other character as typed.
pub fn press(app: &mut App, keys: &str) {
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    for c in keys.chars() {
        let plain = KeyModifiers::NONE;
        let (code, with) = match c {
            '⏎' | '⏭' => (KeyCode::Enter, plain),
            '⇥' => (KeyCode::Tab, plain),
            '⎋' => (KeyCode::Esc, plain),
            '↑' => (KeyCode::Up, plain),
            '↓' => (KeyCode::Down, plain),
            '←' => (KeyCode::Left, plain),
            '→' => (KeyCode::Right, plain),
            '⇲' => (KeyCode::End, plain),
            '⌧' => (KeyCode::Char('u'), KeyModifiers::CONTROL),
            '⤓' => (KeyCode::End, KeyModifiers::CONTROL),
            c => (KeyCode::Char(c), plain),
        };
        let page = app.page().key.clone();
        loop {
            // What a key does may hang on what was last drawn.
            terminal.draw(|frame| app.draw(frame)).unwrap();
            app.event(Event::Key(KeyEvent::new(code, with)));
            if c != '⏭' || app.page().key != page {
                break;
            }
        }
    }
}

/// The screen on a walk.
pub fn screen(walk: Walk) -> App {
    App::new(walk, Theme::colour(), Box::new(|| Duration::ZERO))
}
