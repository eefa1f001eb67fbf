//! What the README promises works as written.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use dear_customer::{
    cli::{self, Exit, World},
    lang::Lang,
    walk::action::TABLE,
};
use std::{ffi::OsString, fmt::Write, fs, path::Path};

fn readme() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap()
}

/// The fenced blocks of a language, in order.
fn blocks(language: &str) -> Vec<String> {
    let readme = readme();
    let fence = format!("```{language}\n");
    let blocks = readme.split(&fence).skip(1);
    blocks
        .map(|rest| rest.split("```").next().unwrap().to_owned())
        .collect()
}

/// Runs a line of the README in a folder: names of files get the folder put
/// before them.
fn run(folder: &Path, line: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    for (i, part) in line.split('"').enumerate() {
        if i % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    let args = words.into_iter().map(|word| {
        let is_file = [".toml", ".csv", ".html"]
            .iter()
            .any(|end| word.ends_with(end));
        if is_file {
            folder.join(word).into_os_string()
        } else {
            OsString::from(word)
        }
    });
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let exit = cli::run(
        args,
        &mut World {
            stdout: &mut out,
            stderr: &mut err,
            terminal: false,
            var: &|_| None,
            outside: &cli::machine,
            settings: None,
        },
    );
    assert_eq!(
        exit,
        Exit::Fine,
        "{line}\n{}",
        String::from_utf8_lossy(&err)
    );
    String::from_utf8(out).unwrap()
}

/// Would catch a command, an option or a column that was renamed.
#[test]
fn the_commands_and_files_work_as_written() {
    let folder = tempfile::tempdir().unwrap();
    let csv = blocks("csv");
    fs::write(folder.path().join("ratings.csv"), &csv[0]).unwrap();
    let toml = blocks("toml");
    fs::write(folder.path().join("our-idea.toml"), &toml[0]).unwrap();
    let lines: Vec<String> = blocks("sh")
        .iter()
        .flat_map(|block| block.lines().map(str::to_owned).collect::<Vec<_>>())
        .filter(|line| line.starts_with("dear-customer "))
        .collect();
    assert_eq!(lines.len(), 6);
    for line in lines {
        run(folder.path(), &line);
    }
}

/// Would catch a key that was moved, added or taken away.
#[test]
fn the_table_of_keys_is_that_of_the_actions() {
    let mut table =
        String::from("| key | typing | name | what it does |\n| --- | --- | --- | --- |\n");
    for row in TABLE {
        let typing = match row.typing {
            "" => String::new(),
            key => format!("`{key}`"),
        };
        let (name, about) = ((row.name)().text(Lang::En), (row.about)().text(Lang::En));
        writeln!(table, "| `{}` | {typing} | {name} | {about} |", row.key).unwrap();
    }
    assert!(readme().contains(&table), "the table is now:\n{table}");
}
