//! The bytes that go to the terminal: whatever people have typed, every
//! control sequence among them is the program's own, and the terminal shows
//! what was drawn.

use super::everywhere;
use super::hostile::hostile;
use super::planted::{PAGES, Screen, folder, outside, outsides, submit};
use dear_customer::{
    content::Library,
    lang::Lang,
    session::{self, Action, Service, Step},
    tui::{App, theme::Theme},
    walk::Walk,
};
use ratatui::crossterm::event::{Event, KeyCode, KeyEvent};
use std::{collections::BTreeSet, fmt::Debug, num::NonZeroU16, path::Path, time::Duration};
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};
use unicode_width::UnicodeWidthStr;

/// What a terminal may be told with: escape, string, title, clipboard, bell,
/// whole reset, in seven and in eight bits; bidi, zero-width and combining
/// signs.
const STEERING: [&str; 12] = [
    "\u{1b}[31mred\u{1b}[2J\u{1b}[1;1Hgone",
    "\u{1b}]0;title\u{7}\u{1b}]2;title\u{1b}\\",
    "\u{1b}]52;c;ZXZpbA==\u{7}",
    "\u{1b}]8;;http://example.org\u{1b}\\link\u{1b}]8;;\u{1b}\\",
    "\u{7}\u{8}\u{b}\u{c}\u{e}\u{f}\u{7f}",
    "\u{1b}c\u{1b}(0\u{1b}#8\u{1b}[?1049l\u{1b}[?2004h\u{1b}[8;1;1t\u{1b}[6n",
    "\u{1b}P$q\"p\u{1b}\\\u{1b}_x\u{1b}\\\u{1b}^x\u{1b}\\",
    "\u{9b}31m\u{9d}0;title\u{9c}\u{90}q\u{9c}\u{84}\u{85}\u{8d}",
    "a\r\nb\tc\u{2028}d\u{2029}e\u{85}f",
    "\u{202e}evil\u{2066}x\u{2069}\u{200f}\u{200b}\u{feff}\u{ad}\u{e0041}",
    "\u{301}\u{20dd}e\u{300}\u{300}\u{300}\u{300}\u{300}\u{300}",
    "日本語 ｆｕｌｌ 王小明 עברית العربية ﷺ 🙂",
];

/// The first thing in a frame's bytes that is neither harmless text nor a
/// sequence of ours: to a cell, a style, the cursor on or off, and clearing.
pub fn foreign(bytes: &[u8]) -> Option<String> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Some("not UTF-8".to_owned());
    };
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        if c == '\u{1b}' {
            let Some('[') = rest.next() else {
                return Some("an escape".to_owned());
            };
            let mut sequence = String::new();
            for c in rest.by_ref() {
                sequence.push(c);
                if ('@'..='~').contains(&c) {
                    break;
                }
            }
            let digits = |end| {
                let numbers = sequence.strip_suffix(end)?;
                let digit = |c: char| c.is_ascii_digit() || c == ';';
                numbers.chars().all(digit).then_some(())
            };
            let ours = ["?25h", "?25l", "J", "2J", "2K"].contains(&sequence.as_str());
            if !ours && digits('H').is_none() && digits('m').is_none() {
                return Some(format!("sequence {sequence:?}"));
            }
        } else if !(' '..='~').contains(&c) {
            use GeneralCategory as G;
            let steers = matches!(
                c.general_category(),
                G::Control | G::Format | G::LineSeparator | G::ParagraphSeparator | G::Unassigned
            );
            if steers {
                return Some(format!("sign {c:?}"));
            }
        }
    }
    None
}

/// Notes whatever a terminal is told beyond what is on its screen.
#[derive(Default)]
struct Told(BTreeSet<String>);

impl Told {
    fn note(&mut self, what: impl Debug) {
        self.0.insert(format!("{what:?}"));
    }
}

impl vt100::Callbacks for Told {
    fn audible_bell(&mut self, _: &mut vt100::Screen) {
        self.note("bell");
    }
    fn visual_bell(&mut self, _: &mut vt100::Screen) {
        self.note("visual bell");
    }
    fn resize(&mut self, _: &mut vt100::Screen, to: (u16, u16)) {
        self.note(("resize", to));
    }
    fn set_window_icon_name(&mut self, _: &mut vt100::Screen, name: &[u8]) {
        self.note(("icon", name));
    }
    fn set_window_title(&mut self, _: &mut vt100::Screen, title: &[u8]) {
        self.note(("title", title));
    }
    fn copy_to_clipboard(&mut self, _: &mut vt100::Screen, to: &[u8], _: &[u8]) {
        self.note(("copy", to));
    }
    fn paste_from_clipboard(&mut self, _: &mut vt100::Screen, from: &[u8]) {
        self.note(("paste", from));
    }
    fn unhandled_char(&mut self, _: &mut vt100::Screen, c: char) {
        self.note(("char", c));
    }
    fn unhandled_control(&mut self, _: &mut vt100::Screen, byte: u8) {
        self.note(("control", byte));
    }
    fn unhandled_escape(&mut self, _: &mut vt100::Screen, a: Option<u8>, b: Option<u8>, c: u8) {
        self.note(("escape", a, b, c));
    }
    fn unhandled_csi(
        &mut self,
        _: &mut vt100::Screen,
        a: Option<u8>,
        b: Option<u8>,
        numbers: &[&[u16]],
        end: char,
    ) {
        // The colour of an underline, which it does not know.
        if end != 'm' {
            self.note(("csi", a, b, numbers, end));
        }
    }
    fn unhandled_osc(&mut self, _: &mut vt100::Screen, words: &[&[u8]]) {
        self.note(("osc", words));
    }
}

/// A screen, and the terminal that shows what is written to it.
struct Shown {
    screen: Screen,
    terminal: vt100::Parser<Told>,
    frames: usize,
}

impl Shown {
    fn new((width, height): (u16, u16)) -> Self {
        let side = |n| NonZeroU16::new(n).unwrap();
        Self {
            screen: Screen::new((width, height)),
            terminal: vt100::Parser::new_with_callbacks(
                side(height),
                side(width),
                0,
                Told::default(),
            ),
            frames: 0,
        }
    }

    /// Draws, and holds the terminal to what was drawn.
    fn draw(&mut self, app: &App, what: &dyn Debug) {
        self.frames += 1;
        let frame = self.screen.terminal.draw(|frame| app.draw(frame)).unwrap();
        let buffer = frame.buffer.clone();
        let bytes = self.screen.tap.0.take();
        assert_eq!(foreign(&bytes), None, "{what:?}");
        // This terminal shows no sign of replacement.
        let plain = |text: &str| text.replace('\u{fffd}', "?");
        let bytes = plain(std::str::from_utf8(&bytes).unwrap());
        self.terminal.process(bytes.as_bytes());
        let told = &self.terminal.callbacks().0;
        assert!(told.is_empty(), "{what:?}: {told:?}");
        let area = buffer.area;
        // Row by row: a letter may take several cells on one of the two.
        for y in 0..area.height {
            let mut drawn = String::new();
            let mut x = 0;
            while x < area.width {
                let symbol = buffer[(x, y)].symbol();
                drawn.push_str(symbol);
                x += u16::try_from(symbol.width().max(1)).unwrap();
            }
            let mut shown = String::new();
            for x in 0..area.width {
                let cell = self.terminal.screen().cell(y, x).unwrap();
                match cell.contents() {
                    _ if cell.is_wide_continuation() => {}
                    "" => shown.push(' '),
                    text => shown.push_str(text),
                }
            }
            assert_eq!(shown, plain(&drawn), "{what:?} in row {y}");
        }
    }
}

fn app<'w>(path: &Path, lang: Lang, outside: &'w dyn Fn() -> session::Outside) -> App<'w> {
    let walk = Walk::open(lang, path, Library::built_in(), outside);
    let walk = walk.ok().unwrap();
    App::new(walk, Theme::colour(), Box::new(|| Duration::ZERO))
}

/// A name of a file with the text in it.
fn file_name(text: &str) -> String {
    let text = text.replace(['/', '\0'], "_");
    let text: String = text.chars().take(40).collect();
    format!("x{text}.session.toml")
}

/// Every page of a session in which the text stands everywhere, under a name
/// that has it too; then it is typed and pasted into every field.
fn check(text: &str, number: usize) -> usize {
    let folder = folder();
    let path = folder.path().join(file_name(text));
    session::create(&path, everywhere::session(text), &mut outside(7)).unwrap();
    let mut count = 0;
    let (service, _) = Service::open(&path, outside(8)).unwrap();
    for action in everywhere::actions(text) {
        submit(&service, &mut count, action);
    }
    drop(service);
    let outside = outsides(9);
    let lang = Lang::ALL[number % 2];
    let size = [(80, 24), (60, 18), (120, 40)][number % 3];
    let mut shown = Shown::new(size);
    let home = Walk::home(
        lang,
        folder.path().to_owned(),
        Library::built_in(),
        &outside,
    );
    let home = App::new(home, Theme::colour(), Box::new(|| Duration::ZERO));
    shown.draw(&home, &("home", text));
    let late = [(Step::Debrief, "forecast"), (Step::Debrief, "story")];
    for (step, page) in PAGES.into_iter().chain(late) {
        let (service, _) = Service::open(&path, outside()).unwrap();
        let to = Action::GoTo(step, Some("a".into()), Some(page.into()));
        submit(&service, &mut count, to);
        drop(service);
        let mut app = app(&path, lang, &outside);
        shown.draw(&app, &(step, page, text));
        for _ in 0..app.page().fields.len() {
            app.event(Event::Paste(text.to_owned()));
            for c in text.chars().take(20) {
                app.event(Event::Key(KeyEvent::from(KeyCode::Char(c))));
            }
            shown.draw(&app, &("typed", step, page, text));
            app.event(Event::Key(KeyEvent::from(KeyCode::Tab)));
        }
        shown.draw(&app, &("left", step, page, text));
        app.event(Event::Key(KeyEvent::from(KeyCode::Enter)));
        for pending in app.take_pending() {
            app.written(pending.wait().err());
        }
        shown.draw(&app, &("answered", step, page, text));
    }
    shown.frames
}

/// Would catch a text that comes to the terminal as a control sequence, or
/// that the terminal shows otherwise than it was drawn.
#[test]
fn no_text_from_people_steers_the_terminal() {
    let mut texts: Vec<String> = STEERING.map(String::from).to_vec();
    let hostile = hostile();
    let (long, short): (Vec<&String>, Vec<&String>) =
        hostile.iter().partition(|text| text.len() > 100);
    for some in short.chunks(10) {
        let some: Vec<&str> = some.iter().map(|text| text.as_str()).collect();
        texts.push(some.join(" "));
    }
    texts.extend(long.into_iter().cloned());
    let frames: usize = texts
        .iter()
        .enumerate()
        .map(|(number, text)| check(text, number))
        .sum();
    println!("{} texts, {frames} frames", texts.len());
}

/// Would catch a search of the bytes that is blind.
#[test]
fn what_is_not_ours_among_the_bytes_is_found() {
    assert_eq!(
        foreign("\u{1b}[1;1Ha\u{1b}[38;5;6mé日\u{1b}[0m\u{1b}[?25l".as_bytes()),
        None
    );
    // The first is made of sequences that are ours: the screen tells it.
    for text in &STEERING[1..10] {
        assert!(foreign(text.as_bytes()).is_some(), "{text:?}");
    }
    for text in &STEERING[1..4] {
        let mut shown = Shown::new((80, 24));
        shown.terminal.process(text.as_bytes());
        assert!(!shown.terminal.callbacks().0.is_empty(), "{text:?}");
    }
    for bytes in ["\u{1b}[?1049h", "\u{1b}[5n", "\u{1b}[3", "\u{1b}", "\n"] {
        assert!(foreign(bytes.as_bytes()).is_some(), "{bytes:?}");
    }
}
