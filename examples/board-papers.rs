//! Writes the memos of three worked examples, in every format and both
//! languages, to look at them and to check them as pages:
//!
//! ```text
//! cargo run --example board-papers -- FOLDER
//! ```

#[path = "../tests/common/board.rs"]
mod board;

use board::Board;
use dear_customer::{
    cli::{self, Exit, World},
    lang::Lang,
    memo::Format,
};
use std::{env, ffi::OsString, fs, io, path::Path, process::ExitCode};

fn main() -> ExitCode {
    let folder = env::args_os()
        .nth(1)
        .unwrap_or_else(|| "board-papers".into());
    match write(Path::new(&folder)) {
        Ok(exit) => ExitCode::from(exit as u8),
        Err(error) => {
            let _ = io::Write::write_fmt(&mut io::stderr(), format_args!("{error}\n"));
            ExitCode::from(Exit::File as u8)
        }
    }
}

fn write(folder: &Path) -> io::Result<Exit> {
    fs::create_dir_all(folder)?;
    for board in Board::ALL {
        for lang in Lang::ALL {
            let place = |ending: &str| {
                let name = format!("{}-{}.{ending}", board.name(), lang.code());
                folder.join(name)
            };
            let session = place("session.toml");
            if session.exists() {
                fs::remove_file(&session)?;
            }
            board.hold(&session, lang);
            for format in Format::written() {
                let memo = place(format.id());
                let words = ["dear-customer", "export", "-o"].map(OsString::from);
                let words = words
                    .into_iter()
                    .chain([memo.into(), session.clone().into()]);
                let exit = cli::run(
                    words,
                    &mut World {
                        stdout: &mut io::stdout(),
                        stderr: &mut io::stderr(),
                        terminal: false,
                        var: &|name| env::var(name).ok(),
                        outside: &cli::machine,
                        settings: None,
                    },
                );
                if exit != Exit::Fine {
                    return Ok(exit);
                }
            }
        }
    }
    Ok(Exit::Fine)
}
