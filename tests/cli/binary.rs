//! The program itself, in a process of its own.

use super::room::{NO_CHILDREN, Room};
use std::process::{Command, Output};

fn program(room: &Room, args: &[&str]) -> Output {
    let _alone = NO_CHILDREN
        .write()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    let mut command = Command::new(env!("CARGO_BIN_EXE_dear-customer"));
    command.args(args).current_dir(room.path("")).env_clear();
    command.output().unwrap()
}

/// Would catch a real clock or real randomness in what is exported, and two
/// processes that write otherwise.
#[test]
fn the_same_session_gives_the_same_bytes_in_every_process() {
    let room = Room::new();
    let made = program(
        &room,
        &["new", "s", "--scenario", "ing-2014", "--participants", "7"],
    );
    assert_eq!(made.status.code(), Some(0));
    room.write(
        "r.csv",
        include_str!("../../examples/ing-2014-example-ratings.csv"),
    );
    let imported = program(&room, &["import", "s", "--ratings", "r.csv", "--reveal"]);
    assert_eq!(imported.status.code(), Some(0));
    for format in ["md", "html", "json", "csv"] {
        let first = program(&room, &["export", "s", "--format", format]);
        let second = program(&room, &["export", "s", "--format", format]);
        assert_eq!(first.status.code(), Some(0));
        assert_eq!(first.stdout, second.stdout);
        let here = room.fine(&format!("export @s --format {format}"));
        assert_eq!(String::from_utf8(first.stdout).unwrap(), here);
    }
    let docx = ["export", "s", "--format", "docx"];
    let docx = [program(&room, &docx), program(&room, &docx)];
    room.fine("export @s -o @here.docx");
    for written in docx {
        assert_eq!(written.stdout, room.bytes("here.docx"));
    }
    room.fine("verify @s");
}

/// Would catch exit codes that get lost on the way out.
#[test]
fn the_exit_codes() {
    let room = Room::with_session("--participants 3");
    room.write("bad.csv", "nothing");
    for (args, code) in [
        (&["verify", "s"][..], 0),
        (&["import", "s", "--ratings", "bad.csv"], 1),
        (&["verify", "bad.csv"], 1),
        (&["frob"], 2),
        (&[], 2),
        (&["verify", "none"], 3),
        (&["export", "s", "-o", "none/memo.md"], 3),
    ] {
        let output = program(&room, args);
        assert_eq!(output.status.code(), Some(code), "{args:?}");
        assert_eq!(output.stderr.is_empty(), code == 0, "{args:?}");
        assert_eq!(output.stdout.is_empty(), code != 0, "{args:?}");
    }
}

/// Would catch a writer that keeps readers out, and two writers.
#[test]
fn reading_goes_on_while_another_process_writes() {
    let room = Room::with_session("--participants 3");
    room.ratings("r.csv", "a,1,P1,need,3,\n");
    room.fine("import @s --ratings @r.csv");
    let lock = std::fs::File::open(room.path(".s.lock")).unwrap();
    lock.lock().unwrap();
    for (args, code) in [
        (&["import", "s", "--ratings", "r.csv"][..], 3),
        (&["export", "s"], 0),
        (&["verify", "s"], 0),
        (&["cards", "s"], 0),
    ] {
        assert_eq!(program(&room, args).status.code(), Some(code), "{args:?}");
    }
}

/// Would catch a panic where the reader of the output has gone.
#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_fault() {
    let room = Room::with_session("--participants 3");
    let alone = NO_CHILDREN
        .write()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    let mut command = Command::new(env!("CARGO_BIN_EXE_dear-customer"));
    command.args(["export", "s"]).current_dir(room.path(""));
    command
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped());
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = command.stdout(writer).output().unwrap();
    drop(alone);
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    assert_eq!(output.status.code(), Some(0));
}

/// Would catch a folder or a file without rights told as something else.
#[cfg(unix)]
#[test]
fn without_rights_nothing_is_written() {
    use std::os::unix::fs::PermissionsExt;
    let room = Room::with_session("--participants 3");
    room.ratings("r.csv", "a,1,P1,need,3,\n");
    let rights = |name: &str, mode| {
        let rights = std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(room.path(name), rights).unwrap();
    };
    rights("s", 0o400);
    // Root may write all the same.
    if std::fs::OpenOptions::new()
        .append(true)
        .open(room.path("s"))
        .is_err()
    {
        let said = room.refused("import @s --ratings @r.csv");
        assert!(said.starts_with("exit 3\nerror: [dir]/s may not be read or written here."));
    }
    room.fine("export @s");
    rights("s", 0o600);
}
