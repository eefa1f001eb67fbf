//! The harness against programs that are everywhere, `sh`, `cat` and `stty`.

use crate::{
    folder::{Folder, normalise},
    harness::{Options, Term},
    keys::Key,
};
use rstest::rstest;
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    time::Duration,
};

/// A script in a terminal of 30 columns and 5 rows.
fn script(script: &str) -> Options<'static> {
    Options {
        cols: 30,
        rows: 5,
        ..Options::new("/bin/sh", &["-c", script])
    }
}

/// What a panic said.
fn panic_of(run: impl FnOnce()) -> String {
    let panic = catch_unwind(AssertUnwindSafe(run)).unwrap_err();
    panic.downcast_ref::<String>().cloned().unwrap_or_else(|| {
        let text = panic.downcast_ref::<&str>();
        (*text.unwrap()).to_owned()
    })
}

/// Would catch keys that are lost, counted wrongly or sent as other bytes.
#[test]
fn keys_arrive_and_are_counted_by_step() {
    let mut term = Term::start(script(r"stty raw -echo; printf 'ready\r\n'; exec cat -vT"));
    term.wait_for("ready");
    term.section("first");
    term.keys("3<tab>a<lt><backspace><up>");
    term.wait_for("3^Ia<^?^[[A");
    term.section("second");
    term.send("é");
    term.press(&Key::named("alt-x").unwrap());
    term.keys("<ctrl-x><shift-tab>");
    term.wait_for("M-CM-)^[x^X^[[Z");
    let steps = [("first".to_owned(), 6), ("second".to_owned(), 4)];
    assert_eq!(term.tally(), steps);
    assert_eq!(term.pressed(), 10);
}

/// Would catch a slip in a test's keys that is sent as something else.
#[rstest]
#[case("a<entr>", "<entr> is no key")]
#[case("a<enter", "no `>` after `<enter`")]
#[case("<ctrl-X>", "<ctrl-X> is no key")]
#[case("<ctrl-m>", "<ctrl-m> is the byte of <enter>")]
#[case("<alt-xy>", "<alt-xy> is no key")]
#[case("<>", "<> is no key")]
#[case("a\n", "'\\n': write the key's name")]
#[case("<esc>a<up>", "wait for what <esc> does before sending \"a<up>\"")]
fn a_key_that_is_none_is_told(#[case] notation: &str, #[case] fault: &str) {
    assert_eq!(Key::parse(notation), Err(fault.to_owned()));
}

/// Would catch a test that sends Escape and a key, which may arrive as Alt.
#[test]
fn escape_wants_an_answer_before_the_next_key() {
    let mut term = Term::start(script("stty raw -echo; echo ready; exec cat -v"));
    term.wait_for("ready");
    term.keys("<esc>");
    let said = panic_of(|| term.keys("a"));
    assert_eq!(said, "wait for what <esc> does before more keys");
    term.wait_for("^[");
    term.keys("a");
    term.wait_for("^[a");
}

/// Would catch a paste marked for a program that did not ask for marks.
#[test]
fn a_paste_is_marked_where_the_program_asks() {
    let asks = r"stty raw -echo; printf '\033[?2004hready'; exec cat -v";
    let plain = "stty raw -echo; printf ready; exec cat -v";
    for (program, arrives) in [(asks, "^[[200~a^Mb^[[201~"), (plain, "readya^Mb")] {
        let mut term = Term::start(script(program));
        term.wait_for("ready");
        term.paste("a\nb");
        term.wait_for(arrives);
        assert_eq!(term.pressed(), 1);
    }
}

/// Would catch an environment that depends on the machine.
#[test]
fn the_environment_is_empty_but_for_what_is_named() {
    let folder = Folder::new();
    let mut term = Term::start(Options {
        env: vec![
            ("LANG", "nl_NL.UTF-8".to_owned()),
            ("NO_COLOR", "1".to_owned()),
        ],
        cwd: Some(folder.path("")),
        ..Options::new("/usr/bin/env", &[])
    });
    assert!(term.wait_exit().success());
    let shown = term.screen();
    let mut lines: Vec<&str> = shown.lines().collect();
    lines.sort_unstable();
    let home = format!("HOME={}", term.home().path("").display());
    let path = "PATH=/usr/bin:/bin";
    let rest = ["NO_COLOR=1", path, "SHELL=/bin/sh", "TERM=xterm-256color"];
    assert_eq!(
        lines,
        [&[home.as_str(), "LANG=nl_NL.UTF-8"], &rest[..]].concat()
    );

    let mut term = Term::start(Options {
        cwd: Some(folder.path("")),
        ..Options::new("/bin/pwd", &[])
    });
    term.wait_exit();
    assert_eq!(term.row(0), folder.path("").to_str().unwrap());
}

/// Would catch a style that a snapshot does not show.
#[test]
fn styles_stand_under_their_row() {
    let mut term = Term::start(script(
        r"printf 'plain \033[1;36mbold\033[m\r\n\r\n'
        printf '\033[7m日本\033[m \033[2;3;4;91;48;5;200mall\033[m\r\n'
        printf '\033[38;2;1;2;255;42m  \033[m'",
    ));
    term.wait_exit();
    insta::assert_snapshot!(term.styled(), @r"
    |plain bold
    :6..10 bold cyan
    |
    |日本 all
    :0..4 inverse; 5..8 dim italic underline bright-red on colour-200
    |
    :0..2 #0102ff on green
    ");
    assert_eq!(term.screen(), "plain bold\n\n日本 all");
    assert_eq!(term.row(2), "日本 all");
    assert_eq!(term.cursor(), Some((3, 2)));
}

/// Would catch a half-drawn screen taken for a whole one.
#[test]
fn an_update_is_seen_when_it_is_whole() {
    let mut term = Term::start(script(
        r"printf 'old\033[?2026h\033[2J\033[Hnew'; read -r x; printf 'er\033[?2026l'; read -r x
        printf '\033[?2026hnever seen'",
    ));
    term.wait_for("old");
    assert_eq!(term.screen(), "old");
    term.keys("<enter>");
    term.wait_for("er");
    assert!(term.screen().starts_with("new"));
    term.keys("<enter>");
    term.wait_exit();
    assert!(!term.screen().contains("never"));
    assert!(
        String::from_utf8(term.bytes())
            .unwrap()
            .contains("never seen")
    );
    assert_eq!(term.leftovers(), ["mode 2026"]);
}

/// Would catch a terminal that is not whole after the program.
#[test]
fn what_a_program_leaves_behind_is_told() {
    let dirty = r"printf '\033[?1049h\033[?25l\033[?2004h\033[?1004h\033[?1000h\033[1min'";
    let clean = r"printf '\033[m\033[?1000l\033[?1004l\033[?2004l\033[?25h\033[?1049lout'";
    let both = format!("printf main; {dirty}; read -r x; {clean}");
    let mut term = Term::start(script(&both));
    let left = [
        "alternate screen",
        "hidden cursor",
        "bracketed paste",
        "mouse",
        "style",
        "mode 1004",
    ];
    term.wait_until(|screen| screen.alternate_screen() && screen.contents() == "in");
    assert_eq!(term.leftovers(), left);
    assert_eq!((term.screen().as_str(), term.cursor()), ("in", None));
    term.keys("<enter>");
    term.wait_exit();
    assert_eq!(term.leftovers(), [""; 0]);
    assert_eq!(term.screen(), "mainout");

    let before = Term::start(script("read -r x")).stty();
    let mut term = Term::start(script("stty -echo"));
    term.wait_exit();
    assert_ne!(term.stty(), before);
    assert!(term.leftovers().concat().starts_with("stty: "));
}

/// Would catch a program that is not told of its new size.
#[test]
fn a_new_size_reaches_the_program() {
    let mut term = Term::start(script(
        "trap 'stty size' WINCH; stty size; while :; do sleep 0.05; done",
    ));
    term.wait_for("5 30");
    term.resize(100, 40);
    term.wait_for("40 100");
    assert_eq!(term.look(|screen| screen.size().0.get()), 40);
    term.resize(0, 0);
    term.resize(20, 3);
    term.wait_for("3 20");
}

/// Would catch an end that is taken for another.
#[test]
fn ends_are_told_apart() {
    let mut term = Term::start(script("exit 7"));
    assert_eq!(term.wait_exit().exit_code(), 7);

    let mut term = Term::start(script(
        "trap 'exit 9' TERM; echo ready; while :; do sleep 0.05; done",
    ));
    term.wait_for("ready");
    term.signal("TERM");
    assert_eq!(term.wait_exit().exit_code(), 9);

    let mut term = Term::start(script("trap '' TERM; echo ready; exec cat"));
    term.wait_for("ready");
    term.kill9();
    assert_eq!(term.wait_exit().signal(), Some("Killed"));
    assert_eq!(term.screen(), "ready");
    assert_eq!(panic_of(|| term.kill9()), "the program has ended");
}

/// Would catch a wait that hangs, or fails without saying what it saw.
#[test]
fn a_wait_in_vain_ends_and_shows_the_screen() {
    let mut term = Term::start(Options {
        deadline: Duration::from_millis(200),
        ..script(r"printf '\033[1mhere\033[m'; read -r x; echo; exit 3")
    });
    term.wait_until(|screen| screen.contents() == "here");
    let said = panic_of(|| term.wait_for("there"));
    assert_eq!(
        said,
        "\"there\" did not come: 200ms are over\n|here\n:0..4 bold\n"
    );
    let said = panic_of(|| term.wait_for_not("here"));
    assert!(said.starts_with("\"here\" did not go: 200ms are over\n"));
    let said = panic_of(|| drop(term.wait_exit()));
    assert!(said.starts_with("the program did not end: 200ms are over\n"));
    let said = panic_of(|| term.wait_until(|_| panic!("the test's own")));
    assert_eq!(said, "the test's own");
    assert_eq!(term.screen(), "here");

    // With the usual deadline: an end is told at once.
    let mut term = Term::start(script("exit 3"));
    let said = panic_of(|| term.wait_for("there"));
    assert!(said.starts_with("\"there\" did not come: the program has ended (Exited with code 3)"));
}

/// Would catch a harness that hangs on a program that reads nothing, or on a
/// child of it that keeps the terminal.
#[test]
fn nothing_hangs() {
    let short = |text: &str| Options {
        deadline: Duration::from_millis(500),
        ..script(text)
    };
    let mut term = Term::start(short("stty raw -echo; echo ready; exec sleep 60"));
    term.wait_for("ready");
    term.paste(&"x".repeat(1_000_000));
    drop(term);

    let mut term = Term::start(short("trap '' HUP; sleep 3 & echo ready"));
    term.wait_for("ready");
    let said = panic_of(|| drop(term.wait_exit()));
    assert!(said.contains("another holds the terminal"), "{said}");
    drop(term);
}

/// Would catch a program that is woken though nothing happens.
#[cfg(target_os = "linux")]
#[test]
fn wakeups_are_counted() {
    let mut term = Term::start(script("while read -r x; do echo got $x; done"));
    term.keys("1<enter>");
    term.wait_for("got 1");
    let before = term.wakeups();
    for key in 2..9 {
        term.keys(&format!("{key}<enter>"));
        term.wait_for(&format!("got {key}"));
    }
    assert!(term.wakeups() >= before + 7);
}

/// Would catch a test of Ctrl-Z in which nothing is stopped.
#[test]
fn under_a_shell_a_program_can_be_stopped_and_go_on() {
    let mut term = Term::start(
        Options::new(
            "/bin/sh",
            &["-c", "echo ready; read -r x; echo got $x; exit 4"],
        )
        .in_shell(),
    );
    term.wait_for("ready");
    let program = term.pid();
    term.keys("<ctrl-z>");
    term.wait_for("[exit 148]");
    assert_ne!(term.pid(), program);
    term.keys("fg<enter>");
    term.wait_until(|screen| screen.contents().contains("\nfg\n"));
    term.keys("1<enter>");
    term.wait_for("got 1");
    term.wait_for("[exit 4]");
    assert_eq!(term.leftovers(), [""; 0]);
}

/// Would catch a memo's snapshot that holds for one day, or hides a number.
#[test]
fn a_memo_is_freed_of_its_run() {
    let folder = Folder::new()
        .with("tests/fixtures/cli/idea.toml")
        .with("tests/fixtures/content");
    assert!(folder.path("content/idea.toml").is_file());
    assert!(folder.read("idea.toml").contains("idea"));
    let (first, last, other) = ("a1".repeat(32), "b2".repeat(32), "c3".repeat(32));
    folder.write(
        "s",
        format!(
            "[[event]]\nat = \"2024-02-29T23:59:58+01:00\"\nsession = \"0f0f\"\nhash = \"{first}\"\n\
             [[event]]\nat = \"2024-03-01T00:00:02+01:00\"\ntext = \"at = x\"\nhash = \"{last}\"\n"
        ),
    );
    let memo = format!(
        "29 February 2024, 1 maart 2024, 2024-03-01; 28 February 2025, 1 March 2025, 2025-02-28\n\
         21 March 2024, 1 March 20240, 10 March 2014; 0f0f, {first}, {last}, {other}"
    );
    let normal = normalise(&memo, &folder.path("s"));
    let (today, ahead) = ("<today>", "<in a year>");
    assert_eq!(
        normal,
        format!(
            "{today}, {today}, {today}; {ahead}, {ahead}, {ahead}\n\
             21 March 2024, 1 March 20240, 10 March 2014; <session>, <hash>, <hash>, {other}"
        )
    );
}

/// Would catch a day or a hash in a memo that is written in another way.
#[test]
fn nothing_of_the_run_is_left_in_a_real_memo() {
    let program = env!("CARGO_BIN_EXE_dear-customer");
    let folder = Folder::new();
    let mut memos = Vec::new();
    for name in ["one.session.toml", "two.session.toml"] {
        let run = |args: &[&str]| {
            let mut term = Term::start(Options {
                cwd: Some(folder.path("")),
                ..Options::new(program, args)
            });
            let exit = term.wait_exit();
            assert!(exit.success(), "{}", term.screen());
        };
        run(&["new", name, "--scenario", "ing-2014", "--participants", "3"]);
        for format in ["md", "html", "json"] {
            run(&["export", name, "--format", format, "--out", format]);
            let memo = normalise(&folder.read(format), &folder.path(name));
            for sign in ["<hash>", "<session>", "<today>"] {
                assert!(memo.contains(sign), "{format}: {sign}");
            }
            memos.push(memo);
            std::fs::remove_file(folder.path(format)).unwrap();
        }
    }
    let (one, two) = memos.split_at(3);
    assert_eq!(one, two);
}
