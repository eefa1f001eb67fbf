//! Whatever ends or interrupts the program: the terminal is as it was, the
//! session is whole, and what stands on the screen then says where it is. And
//! what the program asks of its terminal: colours, the mouse.

use crate::{
    folder::Folder,
    harness::{Options, Term},
};
use dear_customer::{
    cli,
    content::Library,
    lang::Lang,
    tui::{self, App, Manners, theme::Theme},
    walk::Walk,
};
use memchr::memmem;
use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use std::{cell::Cell, path::PathBuf, process::Command, rc::Rc, thread, time::Duration};
use vt100::Color;

const PROGRAM: &str = env!("CARGO_BIN_EXE_dear-customer");
const FILE: &str = "board.session.toml";

/// A session of one, at its frame.
fn session() -> Folder {
    let folder = Folder::new();
    let status = Command::new(PROGRAM)
        .args(["new", FILE, "--scenario", "ing-2014", "--participants", "1"])
        .args(["--instrument", "standard", "--lang", "en"])
        .current_dir(folder.path(""))
        .output()
        .unwrap();
    assert!(status.status.success());
    folder
}

fn start<'a>(folder: &Folder, args: &[&str], env: &[(&'a str, &str)]) -> Options<'a> {
    let mut env: Vec<(&str, String)> = env.iter().map(|(k, v)| (*k, (*v).to_owned())).collect();
    env.insert(0, ("LANG", "en_GB.UTF-8".to_owned()));
    Options {
        cwd: Some(folder.path("")),
        env,
        ..Options::new(PROGRAM, args)
    }
}

#[track_caller]
fn is_whole(folder: &Folder) {
    let verified = Command::new(PROGRAM)
        .args(["verify", FILE, "--lang", "en"])
        .current_dir(folder.path(""))
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&verified.stdout);
    assert!(verified.status.success(), "{told}");
    assert!(told.contains("whole"), "{told}");
}

/// From the frame to the letter, in the text.
fn to_the_letter(term: &mut Term) {
    term.wait_for("Enter");
    term.keys("g");
    term.wait_for("Where to?");
    term.keys("6<enter>");
    term.wait_for("sentence");
    term.keys("We are sorry.<enter>");
    term.wait_for("The letter, a year from now");
}

/// Would catch a terminal that is left in disorder, a session that a signal
/// tears, and one of whom nobody knows where it is.
#[test]
fn signals_in_the_midst_of_typing_leave_all_whole() {
    for signal in ["TERM", "HUP"] {
        let folder = session();
        let mut term = Term::start(start(&folder, &["open", FILE], &[]));
        to_the_letter(&mut term);
        term.send("A line that nobody has saved by hand. ");
        term.wait_for("saved by hand.");
        term.signal(signal);
        term.wait_exit();
        assert_eq!(term.leftovers(), [""; 0], "{signal}");
        let told = term.screen();
        assert!(
            told.contains("Everything is saved in board.session.toml"),
            "{told}"
        );
        is_whole(&folder);
        // And what was being typed is there again.
        let mut term = Term::start(start(&folder, &["open", FILE], &[]));
        term.wait_for("saved by hand.");
    }
}

/// Would catch a stop that leaves the shell in raw mode, or a text, a cursor
/// or a mode that is lost on the way back.
#[test]
fn stopped_and_called_back_it_goes_on_where_it_was() {
    let folder = session();
    let mut term = Term::start(start(&folder, &["open", FILE], &[]).in_shell());
    term.wait_for(" saved");
    let before = term.screen();
    term.keys("<ctrl-z>");
    term.wait_for("[exit");
    assert!(term.screen().contains("Dear Customer waits"));
    assert_eq!(term.leftovers(), [""; 0]);
    term.keys("fg<enter>");
    term.wait_for("Dear Customer  ");
    term.wait_until(|screen| screen.alternate_screen() && screen.bracketed_paste());
    assert_eq!(term.screen(), before);

    // In a text the same key takes back; from outside it is stopped there too.
    to_the_letter(&mut term);
    term.send("Half a sen");
    term.wait_for("Half a sen");
    term.wait_for(" saved");
    let (before, cursor) = (term.screen(), term.cursor());
    term.signal("TSTP");
    // The shell's word on this stop, not the one that stands there already.
    term.wait_until(|screen| screen.contents().matches("[exit").count() == 2);
    assert_eq!(term.leftovers(), [""; 0]);
    term.keys("fg<enter>");
    term.wait_for("Half a sen");
    assert_eq!((term.screen(), term.cursor()), (before, cursor));
    term.send("tence.");
    term.wait_for("Half a sentence.");
    term.keys("<ctrl-z>");
    term.wait_for_not("tence.");
    term.keys("<ctrl-c>");
    term.wait_for("[exit 0]");
    is_whole(&folder);
}

/// Would catch a window that hangs for ever because no shell is there to call
/// the program back.
#[test]
fn without_a_shell_it_does_not_stop() {
    let folder = session();
    let mut term = Term::start(start(&folder, &["open", FILE], &[]));
    term.wait_for("Enter");
    term.keys("<ctrl-z>");
    term.wait_for("There is no shell here");
    term.keys("q");
    assert!(term.wait_exit().success());
}

/// Would catch a program that goes on for ever, or falls, once its terminal is
/// gone and nobody has told it.
#[test]
fn a_lost_terminal_is_an_end_in_good_order() {
    let folder = session();
    let pty = native_pty_system().openpty(PtySize::default()).unwrap();
    let mut command = CommandBuilder::new("/bin/sh");
    command.args(["-c", "trap '' HUP; exec \"$0\" open \"$1\"", PROGRAM, FILE]);
    command.env("HOME", folder.path("home"));
    command.cwd(folder.path(""));
    let mut child = pty.slave.spawn_command(command).unwrap();
    drop(pty.slave);
    let mut reader = pty.master.try_clone_reader().unwrap();
    let (mut seen, mut buffer) = (Vec::new(), [0; 4096]);
    while memmem::find(&seen, b"\x1b[?2026l").is_none() {
        let count = reader.read(&mut buffer).unwrap();
        seen.extend_from_slice(&buffer[..count]);
    }
    drop((reader, pty.master));
    let exit = child.wait().unwrap();
    assert_ne!(exit.exit_code(), 70);
    is_whole(&folder);
}

/// What the child below panics of.
const PLANTED: &str = "planted-words-of-a-panic";

/// Not a test of its own: the program with a planted fault, for the test
/// below, which runs it in a terminal.
#[test]
#[ignore = "run by the test of panics"]
fn child_that_panics() {
    let Ok(fault) = std::env::var("PLANTED_FAULT") else {
        return;
    };
    cli::tell_faults();
    let path = PathBuf::from(FILE);
    let library = Library::built_in();
    let walk = Walk::open(Lang::En, &path, library, &cli::machine).unwrap();
    let drawn = Rc::new(Cell::new(false));
    let on_main = fault == "main";
    let planted = Rc::clone(&drawn);
    let now = move || {
        assert!(!(on_main && planted.get()), "{PLANTED}");
        Duration::ZERO
    };
    let app = App::new(walk, Theme::mono(), Box::new(now));
    let manners = Manners {
        ask_background: false,
        editor: None,
        happened: Box::new(move |_| {
            drawn.set(true);
            if !on_main {
                let _ = thread::spawn(|| panic!("{PLANTED}")).join();
            }
        }),
    };
    let run = std::panic::AssertUnwindSafe(|| tui::run(app, manners));
    let ended = std::panic::catch_unwind(run);
    assert!(ended.is_err(), "the panic was passed over");
    std::process::exit(70);
}

/// Would catch a panic that leaves the terminal in disorder, tells what it
/// holds, or does not tell where the session is; on whichever thread.
#[test]
fn a_panic_leaves_all_whole_and_says_where_the_session_is() {
    for thread in ["main", "another"] {
        let folder = session();
        // With a clock: it is what panics.
        let status = Command::new(PROGRAM)
            .args(["new", "seven.session.toml", "--scenario", "ing-2014"])
            .args(["--participants", "7"])
            .current_dir(folder.path(""))
            .output()
            .unwrap();
        assert!(status.status.success());
        std::fs::rename(folder.path("seven.session.toml"), folder.path(FILE)).unwrap();
        let child = std::env::current_exe().unwrap();
        let args = [
            "--exact",
            "whole::child_that_panics",
            "--ignored",
            "--nocapture",
        ];
        let mut options = start(&folder, &[], &[("PLANTED_FAULT", thread)]);
        options.program = child;
        options.args = args.map(str::to_owned).to_vec();
        let mut term = Term::start(options);
        term.wait_for("Enter");
        term.keys("x");
        let exit = term.wait_exit();
        let told = term.screen();
        assert_eq!(exit.exit_code(), 70, "{thread}: {told}");
        assert_eq!(term.leftovers(), [""; 0], "{thread}");
        assert!(told.contains("fault of its own"), "{thread}: {told}");
        assert!(
            told.contains("saved in board.session.toml"),
            "{thread}: {told}"
        );
        assert!(memmem::find(&term.bytes(), PLANTED.as_bytes()).is_none());
        is_whole(&folder);
    }
}

/// Would catch keys meant for the editor that the program takes, a text that
/// does not come back, and a terminal that the editor finds in disorder.
#[test]
fn an_editor_has_the_terminal_and_every_key() {
    let folder = session();
    folder.write(
        "editor.sh",
        "stty -a | grep -q ' icanon' && echo sane\nread -r line\necho \"$line\" >> \"$1\"\n",
    );
    let editor = format!("sh {}", folder.path("editor.sh").display());
    let mut term = Term::start(start(&folder, &["open", FILE], &[("EDITOR", &editor)]));
    to_the_letter(&mut term);
    term.keys("<ctrl-end>");
    term.keys("<ctrl-o>");
    term.wait_for("sane");
    assert_eq!(term.leftovers(), [""; 0]);
    term.keys("Typed q for the editor, L and all.<enter>");
    term.wait_for("Typed q for the editor, L and all.");
    term.wait_until(vt100::Screen::alternate_screen);
    term.keys("<enter>");
    term.send("And here again.");
    term.wait_for("And here again.");
    term.keys("<ctrl-c>");
    term.wait_exit();
    // One that fails changes nothing.
    let mut term = Term::start(start(&folder, &["open", FILE], &[("EDITOR", "false")]));
    term.wait_for("The letter, a year from now");
    term.keys("<ctrl-end>");
    term.wait_for("And here again.");
    term.keys("<ctrl-o>");
    term.wait_for("The editor (false) did not work");
    term.wait_for("And here again.");
}

/// Would catch a text or a cursor that another size of the window loses, a
/// size that nothing fits in too.
#[test]
fn another_size_in_mid_sentence_keeps_the_text_and_the_cursor() {
    let folder = session();
    let mut term = Term::start(start(&folder, &["open", FILE], &[]));
    to_the_letter(&mut term);
    term.send("Half 句子 a sen");
    term.wait_for("Half 句子 a sen");
    term.keys("<left><left><left>");
    for (cols, rows) in [(60, 18), (120, 40), (200, 60)] {
        term.resize(cols, rows);
        term.wait_for("Half 句子 a sen");
    }
    term.resize(40, 10);
    term.wait_for("60");
    term.resize(80, 24);
    term.wait_for("Half 句子 a sen");
    term.send("whole ");
    term.wait_for("Half 句子 a whole sen");
}

// Colours and signs

/// The colours of the text on the screen, without the terminal's own.
fn colours(term: &Term) -> Vec<Color> {
    term.look(|screen| {
        let (rows, cols) = screen.size();
        let mut seen = Vec::new();
        for row in 0..rows.get() {
            for col in 0..cols.get() {
                let cell = screen.cell(row, col).unwrap();
                for colour in [cell.fgcolor(), cell.bgcolor()] {
                    if colour != Color::Default && !seen.contains(&colour) {
                        seen.push(colour);
                    }
                }
            }
        }
        seen
    })
}

/// The text that is inverse.
fn inverse(term: &Term) -> String {
    term.look(|screen| {
        let (rows, cols) = screen.size();
        let cells = (0..rows.get()).flat_map(|row| (0..cols.get()).map(move |col| (row, col)));
        let cells = cells.filter_map(|(row, col)| screen.cell(row, col));
        let inverse = cells.filter(|cell| cell.inverse());
        inverse.map(|cell| cell.contents().to_owned()).collect()
    })
}

/// Would catch a selection that nobody sees without colours, and a colour
/// where none were asked for.
#[test]
fn without_colours_the_selection_is_inverse_and_has_a_sign() {
    let folder = Folder::new();
    let mut term = Term::start(start(&folder, &[], &[("NO_COLOR", "1")]));
    term.wait_for("Practise on a real case");
    assert_eq!(colours(&term), []);
    assert!(inverse(&term).contains("Practise on a real case"));
    assert!(term.screen().contains("▸ 1 Practise"));
    term.keys("<down>");
    term.wait_for("▸ 2");
    assert!(inverse(&term).contains("New session"));
}

const fn light() -> &'static str {
    "\x1b]11;rgb:fdfd/f6f6/e3e3\x1b\\"
}

/// Would catch a theme that does not follow the terminal's answer, an answer
/// that is typed into a text, and a first frame that waits for it.
#[test]
fn the_theme_is_taken_on_when_the_terminal_answers() {
    let bright = [Color::Idx(14)];
    for (answer, accent) in [
        ("\x1b]11;rgb:1c1c/1c1c/1c1c\x07", Color::Idx(14)),
        (light(), Color::Idx(4)),
    ] {
        let folder = Folder::new();
        let mut term = Term::start(start(&folder, &[], &[]));
        term.wait_for("Practise on a real case");
        // Drawn before anybody has answered.
        assert!(
            colours(&term).contains(&Color::Idx(6)),
            "{:?}",
            colours(&term)
        );
        term.wait_for_bytes(b"\x1b]11;?");
        term.keys("2");
        term.wait_for("Your own idea");
        term.send("ab");
        term.report(answer);
        term.wait_until(|screen| {
            let hint = screen.size().0.get() - 1;
            screen
                .cell(hint, 1)
                .is_some_and(|cell| cell.fgcolor() == accent)
        });
        term.send("cd");
        term.wait_for("abcd");
        assert!(!term.screen().contains("rgb"), "{}", term.screen());
        assert_eq!(colours(&term).contains(&bright[0]), accent == bright[0]);
    }
}

/// Would catch a scheme that is not what was asked for, or one that is not
/// there again the next time.
#[test]
fn themes_are_asked_for_chosen_and_kept() {
    let folder = Folder::new();
    let config = folder.path("config");
    let kept = [("XDG_CONFIG_HOME", config.to_str().unwrap())];
    let ground = |term: &Term| term.look(|screen| screen.cell(12, 70).unwrap().bgcolor());
    for (theme, expected) in [
        ("light", Color::Idx(231)),
        ("dark", Color::Idx(234)),
        ("contrast", Color::Idx(16)),
        ("mono", Color::Default),
    ] {
        let args = ["--theme", theme];
        let mut term = Term::start(start(&folder, &args, &kept));
        term.wait_for("Enter");
        assert_eq!(ground(&term), expected, "{theme}");
    }
    // What was asked for once is not kept; what is chosen is.
    let mut term = Term::start(start(&folder, &[], &kept));
    term.wait_for("Welcome");
    assert_eq!(ground(&term), Color::Default);
    term.keys("T");
    term.wait_for("Colours: light.");
    term.keys("L");
    term.wait_for("Welkom");
    term.keys("<esc>");
    term.wait_for("Oefen");
    term.keys("q");
    term.wait_exit();
    let mut term = Term::start(start(&folder, &[], &kept));
    term.wait_for("Oefen");
    assert_eq!(ground(&term), Color::Idx(231));
    let settings = folder.read("config/dear-customer/settings.toml");
    assert!(settings.contains("theme = \"light\""), "{settings}");
}

/// Would catch settings that are lost because of one slip of the pen.
#[test]
fn settings_that_cant_be_read_are_told_and_left_alone() {
    let folder = Folder::new();
    let broken = "theme = \"purple\"\n";
    std::fs::create_dir_all(folder.path("config/dear-customer")).unwrap();
    folder.write("config/dear-customer/settings.toml", broken);
    let config = folder.path("config");
    let mut term = Term::start(start(
        &folder,
        &[],
        &[("XDG_CONFIG_HOME", config.to_str().unwrap())],
    ));
    term.wait_for("! The settings in");
    term.keys("T");
    term.wait_for("Colours: light.");
    term.keys("q");
    term.wait_exit();
    assert_eq!(folder.read("config/dear-customer/settings.toml"), broken);
}

/// Would catch a session that is forgotten as soon as one is elsewhere.
#[test]
fn sessions_that_were_open_lately_are_offered_elsewhere() {
    let (here, there) = (Folder::new(), session());
    let config = here.path("config");
    std::fs::create_dir_all(here.path("config/dear-customer")).unwrap();
    here.write("config/dear-customer/settings.toml", "welcomed = true\n");
    let kept = [("XDG_CONFIG_HOME", config.to_str().unwrap())];
    let mut term = Term::start(start(&there, &["open", FILE], &kept));
    term.wait_for("Enter");
    term.keys("q");
    term.wait_exit();
    let mut term = Term::start(start(&here, &[], &kept));
    term.wait_for("Go on with board");
    term.keys("1");
    term.wait_for("ING 2014");
}

// The beginning

/// Would catch a welcome that can't be skipped, or comes twice.
#[test]
fn the_welcome_comes_once_and_can_be_skipped() {
    let folder = Folder::new();
    let config = folder.path("config");
    let kept = [("XDG_CONFIG_HOME", config.to_str().unwrap())];
    let mut term = Term::start(start(&folder, &[], &kept));
    term.wait_for("Welcome to Dear Customer");
    term.keys("<enter>");
    term.wait_for("How it works");
    term.keys("<esc>");
    term.wait_for("Practise on a real case");
    term.keys("q");
    term.wait_exit();
    let mut term = Term::start(start(&folder, &[], &kept));
    term.wait_for("Practise on a real case");
}

/// Would catch an example that is taken for a real session, or that leaves
/// anything behind.
#[test]
fn the_example_is_labelled_and_leaves_nothing() {
    let (folder, temporary) = (Folder::new(), Folder::new());
    for (lang, label, verdict) in [
        ("en_GB.UTF-8", "EXAMPLE", "Verdict by the rules"),
        ("nl_NL.UTF-8", "VOORBEELD", "Uitkomst volgens de regels"),
    ] {
        let env = [
            ("TMPDIR", temporary.path("").to_str().unwrap().to_owned()),
            ("LANG", lang.to_owned()),
        ];
        let env: Vec<(&str, &str)> = env.iter().map(|(k, v)| (*k, v.as_str())).collect();
        let mut term = Term::start(start(&folder, &["demo"], &env));
        term.wait_for(verdict);
        assert!(term.row(0).contains(label), "{}", term.screen());
        term.keys("q");
        assert!(term.wait_exit().success());
        assert_eq!(term.leftovers(), [""; 0]);
        let empty = |path: PathBuf| std::fs::read_dir(path).unwrap().next().is_none();
        assert!(empty(folder.path("")) && empty(temporary.path("")));
    }
}

/// Would catch a mouse that the terminal keeps, or never gets.
#[test]
fn the_mouse_is_asked_for_by_a_key_and_given_back() {
    let folder = Folder::new();
    let mut term = Term::start(start(&folder, &[], &[]));
    term.wait_for("Practise on a real case");
    let off = vt100::MouseProtocolMode::None;
    assert_eq!(term.look(vt100::Screen::mouse_protocol_mode), off);
    term.keys("M");
    term.wait_until(|screen| screen.mouse_protocol_mode() != off);
    term.keys("q");
    term.wait_exit();
    assert_eq!(term.leftovers(), [""; 0]);
}

/// Clicks on a text where it stands.
#[track_caller]
fn click(term: &mut Term, text: &str) {
    let screen = term.screen();
    let (row, line) = screen
        .lines()
        .enumerate()
        .find(|(_, line)| line.contains(text))
        .unwrap_or_else(|| panic!("no {text:?} in {screen}"));
    let (before, _) = line.split_once(text).unwrap();
    let (x, y) = (
        before.chars().count() + text.chars().count() / 2 + 1,
        row + 1,
    );
    term.report(&format!("\x1b[<0;{x};{y}M\x1b[<0;{x};{y}m"));
}

/// Would catch a click that means another line, number or hint than the one
/// that stands there; and one that means something while nobody asked for it.
#[test]
fn a_click_means_what_stands_there() {
    let folder = session();
    let mut term = Term::start(start(&folder, &[], &[]));
    term.wait_for("New session");
    term.keys("M");
    term.wait_for("The mouse works here now");
    click(&mut term, "New session");
    term.wait_for("Your own idea");
    click(&mut term, "Esc back");
    term.wait_for("Go on with board");
    click(&mut term, "Go on with board");
    term.wait_for("ING 2014");
    // A step is looked at first, and taken by the hint.
    term.keys("g");
    term.wait_for("Where to?");
    click(&mut term, "customer need");
    term.wait_for("▸ 3 A");
    click(&mut term, "Enter go there");
    term.wait_for("Choose a number.");
    click(&mut term, "  7  ");
    term.wait_for("7: between");
    click(&mut term, "   -   ");
    term.wait_for("No basis to judge");
    // What lies over the page takes the click, or is closed by it.
    term.keys("<ctrl-p>");
    term.wait_for("What would you like to do?");
    click(&mut term, "L F2");
    term.wait_for("bewaard");
    term.keys("<ctrl-p>");
    term.wait_for("Wat wilt u doen?");
    term.report("\x1b[<0;1;1M");
    term.wait_for_not("Wat wilt u doen?");
}
