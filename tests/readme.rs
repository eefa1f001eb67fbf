//! What the README promises works as written.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use dear_customer::{
    cli::{self, Exit, World},
    content::Library,
    lang::Lang,
    session::{Action, Actor, Command, Service, Step},
    tui::{App, theme::Theme},
    walk::Walk,
};
use ratatui::{Terminal, backend::TestBackend};
use std::{ffi::OsString, fs, path::Path, time::Duration};

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

/// Would catch a picture of a screen that looks otherwise by now.
#[test]
fn the_picture_is_the_real_screen() {
    let folder = tempfile::tempdir().unwrap();
    let ratings =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/ing-2014-example-ratings.csv");
    fs::copy(ratings, folder.path().join("r.csv")).unwrap();
    run(
        folder.path(),
        "dear-customer new s.toml --scenario ing-2014 --participants 7 --example",
    );
    run(
        folder.path(),
        "dear-customer import s.toml --ratings r.csv --reveal",
    );
    let path = folder.path().join("s.toml");
    let (service, _) = Service::open(&path, cli::machine()).unwrap();
    let to = Action::GoTo(Step::Need, Some("b".into()), Some("lines".into()));
    let command = Command {
        id: "there".into(),
        actor: Actor::Facilitator,
        seen: None,
        action: to,
    };
    service.submit(command).wait().unwrap();
    drop(service);
    let walk = Walk::open(Lang::En, &path, Library::built_in(), &cli::machine).unwrap();
    let app = App::new(walk, Theme::mono(), Box::new(|| Duration::ZERO));
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    terminal.draw(|frame| app.draw(frame)).unwrap();
    let screen: Vec<String> = terminal
        .backend()
        .buffer()
        .content
        .chunks(80)
        .map(|row| {
            let row: String = row.iter().map(ratatui::buffer::Cell::symbol).collect();
            row.trim_end().to_owned()
        })
        .collect();
    let picture = format!("{}\n", screen.join("\n"));
    assert_eq!(blocks("text")[0], picture, "the screen is now:\n{picture}");
}
