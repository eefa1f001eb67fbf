//! Makes the memo of the ING 2014 example, in both languages, from the
//! ratings beside this file, by the commands that a user would give:
//!
//! ```text
//! cargo run --release --example ing-2014
//! ```
//!
//! It leaves sessions, memos and cards in the folder `ing-2014-example`.

use dear_customer::{
    cli::{self, Exit, World},
    memo::Format,
};
use std::{ffi::OsString, fs, io, path::Path, process::ExitCode};

fn main() -> ExitCode {
    match make(Path::new("ing-2014-example")) {
        Ok(exit) => ExitCode::from(exit as u8),
        Err(error) => {
            let _ = io::Write::write_fmt(&mut io::stderr(), format_args!("{error}\n"));
            ExitCode::from(Exit::File as u8)
        }
    }
}

fn make(folder: &Path) -> io::Result<Exit> {
    fs::create_dir_all(folder)?;
    let ratings = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    for (lang, csv) in [
        ("en", "ing-2014-example-ratings.csv"),
        ("nl", "ing-2014-voorbeeld-scores.csv"),
    ] {
        let place = |ending: &str| folder.join(format!("ing-2014-{lang}.{ending}"));
        let session = place("session.toml");
        if session.exists() {
            fs::remove_file(&session)?;
        }
        let session = text(&session);
        let csv = text(&ratings.join(csv));
        let cards = text(&place("cards.html"));
        let memos: Vec<String> = Format::written()
            .map(|format| text(&place(format.id())))
            .collect();
        let (session, csv) = (session.as_str(), csv.as_str());
        let commands: [&[&str]; 3] = [
            &[
                "new",
                session,
                "--scenario",
                "ing-2014",
                "--participants",
                "7",
                "--example",
            ],
            &["import", session, "--ratings", csv, "--reveal"],
            &["cards", session, "-o", &cards],
        ];
        let export = |memo| vec!["export", session, "-o", memo];
        let exports = memos.iter().map(|memo| export(memo.as_str()));
        let commands = commands.map(<[&str]>::to_vec).into_iter().chain(exports);
        for command in commands {
            let exit = run(&command, lang);
            if exit != Exit::Fine {
                return Ok(exit);
            }
        }
    }
    Ok(Exit::Fine)
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn run(command: &[&str], lang: &str) -> Exit {
    let first = ["dear-customer", "--lang", lang];
    cli::run(
        first.iter().chain(command).map(OsString::from),
        &mut World {
            stdout: &mut io::stdout(),
            stderr: &mut io::stderr(),
            terminal: false,
            var: &|name| std::env::var(name).ok(),
            outside: &cli::machine,
            settings: None,
        },
    )
}
