//! The program itself, with a pipe at either end.

use crate::both::board_lines;
use std::{
    fs,
    io::Write,
    path::Path,
    process::{Command, Output, Stdio},
};

const PROGRAM: &str = env!("CARGO_BIN_EXE_dear-customer");

/// Runs a command of the program in a folder, with these lines.
fn run(folder: &Path, vars: &[(&str, &str)], args: &[&str], lines: &str) -> Output {
    let mut command = Command::new(PROGRAM);
    command.args(args);
    piped(command, folder, vars, lines)
}

fn piped(mut command: Command, folder: &Path, vars: &[(&str, &str)], lines: &str) -> Output {
    let mut child = command
        .current_dir(folder)
        .env_clear()
        .env("LANG", "nl_NL.UTF-8")
        .envs(vars.iter().copied())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Who has ended reads no more.
    let _ = child.stdin.take().unwrap().write_all(lines.as_bytes());
    child.wait_with_output().unwrap()
}

fn new(folder: &Path, name: &str, seats: &str) {
    let args = [
        "new",
        name,
        "--scenario",
        "ing-2014",
        "--participants",
        seats,
    ];
    let made = run(folder, &[], &args, "");
    assert_eq!(made.status.code(), Some(0));
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// Would catch a walk that a script can't lead to its end: another exit code,
/// anything on standard error, or no memo.
#[test]
fn a_script_walks_a_board_of_seven_to_its_memo() {
    let folder = tempfile::tempdir().unwrap();
    let [make, walk] = board_lines();
    let ran = run(folder.path(), &[], &["--accessible"], &make);
    assert_eq!(ran.status.code(), Some(0));
    let args = ["open", "ing-2014.session.toml", "--accessible"];
    let ran = run(folder.path(), &[], &args, &walk);
    let out = text(&ran.stdout);
    assert_eq!(text(&ran.stderr), "");
    assert_eq!(ran.status.code(), Some(0), "{out}");
    let wrong: Vec<&str> = out.lines().filter(|line| line.starts_with('!')).collect();
    assert_eq!(wrong, [""; 0]);
    for memo in ["ing-2014-memo-nl.md", "stories.md"] {
        let memo = fs::read_to_string(folder.path().join(memo)).unwrap();
        assert!(memo.contains("Testbesluit: alleen zo"), "{memo}");
    }
    let args = ["verify", "ing-2014.session.toml", "--memo", "stories.md"];
    let ran = run(folder.path(), &[], &args, "");
    assert_eq!(ran.status.code(), Some(0), "{}", text(&ran.stderr));
    for c in out.chars() {
        let drawn = ('\u{2500}'..='\u{25ff}').contains(&c);
        assert!(c == '\n' || !(c.is_control() || drawn), "{c:?}");
    }
}

/// Would catch prompts where nobody has asked for them, and none where
/// somebody has.
#[test]
fn prompts_come_when_they_are_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    new(folder.path(), "s", "3");
    let end = "Hier eindigt de invoer. Alles is bewaard.\n";
    for (vars, args, code) in [
        (&[][..], &["open", "s", "--accessible"][..], 0),
        (&[], &["--accessible", "open", "s"], 0),
        (&[], &["--accessible"], 0),
        (&[("ACCESSIBLE", "1")], &["open", "s"], 0),
        (&[("ACCESSIBLE", "1")], &[], 0),
        (&[("ACCESSIBLE", "")], &["open", "s"], 2),
        // A terminal that can do no more is one only where there is one.
        (&[("TERM", "dumb")], &["open", "s"], 2),
        (&[("TERM", "dumb")], &[], 2),
        (&[], &["open", "s"], 2),
    ] {
        let ran = run(folder.path(), vars, args, "");
        assert_eq!(ran.status.code(), Some(code), "{vars:?} {args:?}");
        let out = text(&ran.stdout);
        assert_eq!(out.ends_with(end), code == 0, "{vars:?} {args:?} {out}");
        if args.contains(&"open") && code == 2 {
            assert!(text(&ran.stderr).contains("--accessible"));
        }
    }
}

/// Would catch bytes that are no text, a line without an end, and a line as
/// long as a book that stop the walk.
#[test]
fn a_pipe_may_hold_anything() {
    let folder = tempfile::tempdir().unwrap();
    new(folder.path(), "s", "3");
    let mut lines = vec![b'\n'];
    lines.extend(b"Anna \xff\xfe\x00\r\n");
    lines.extend(vec![b'x'; 1 << 20]);
    lines.extend(b"\nCarla");
    let file = folder.path().join("lines");
    fs::write(&file, lines).unwrap();
    let mut command = Command::new(PROGRAM);
    command
        .args(["open", "s", "--accessible"])
        .current_dir(folder.path());
    command.stdin(fs::File::open(&file).unwrap());
    let ran = command.output().unwrap();
    assert_eq!(ran.status.code(), Some(0));
    assert_eq!(text(&ran.stderr), "");
}

/// Would catch a failed write that nobody hears of, what was typed lost by
/// it, and a walk that ends there.
#[cfg(unix)]
#[test]
fn a_disk_that_takes_no_more_is_told_and_the_walk_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    new(folder.path(), "s", "3");
    let size = fs::metadata(folder.path().join("s")).unwrap().len();
    // A file may not grow beyond the blocks that it has.
    let script = r#"trap "" XFSZ; ulimit -f "$1"; exec "$0" open s --accessible"#;
    let mut command = Command::new("sh");
    let blocks = size.div_ceil(512).to_string();
    command.args(["-c", script, PROGRAM, &blocks]);
    let long = "Anna ".repeat(60);
    let lines = format!("\n{long}\n{long}\n{long}\n{long}\n\n\n\n/q\n");
    let ran = piped(command, folder.path(), &[], &lines);
    let out = text(&ran.stdout);
    assert_eq!(ran.status.code(), Some(0), "{out}{}", text(&ran.stderr));
    let wrong: Vec<&str> = out.lines().filter(|line| line.starts_with('!')).collect();
    assert!(!wrong.is_empty(), "{out}");
    assert!(wrong[0].starts_with("! s kon niet"), "{wrong:?}");
    // Asked again, it stands there.
    let after = out.split_once("! s kon niet").unwrap().1;
    assert!(after.contains("Nu: Anna Anna"), "{out}");
    let ran = run(folder.path(), &[], &["verify", "s"], "");
    assert_eq!(ran.status.code(), Some(0), "{}", text(&ran.stderr));
}

/// Would catch a panic where the reader of what is said has gone.
#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_fault() {
    let folder = tempfile::tempdir().unwrap();
    new(folder.path(), "s", "3");
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut command = Command::new(PROGRAM);
    command
        .args(["open", "s", "--accessible"])
        .current_dir(folder.path())
        .stdin(Stdio::null())
        .stdout(writer);
    let ran = command.output().unwrap();
    assert_eq!(text(&ran.stderr), "");
    assert_eq!(ran.status.code(), Some(0));
}
