//! The binary: what surrounds the program, handed in, and the exit code out.

use dear_customer::{cli, t};
use std::{
    io::{self, IsTerminal, Write},
    process::ExitCode,
};

fn main() -> ExitCode {
    // The panic's own words may hold ratings: only the place is told.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic
            .location()
            .map_or_else(String::new, ToString::to_string);
        let lang = cli::screen_lang(std::env::args_os(), &|name| std::env::var(name).ok());
        let text = t!(lang, "cli-bug", place = place);
        let _ = writeln!(io::stderr(), "{text}");
    }));
    let run = || {
        cli::run(
            std::env::args_os(),
            &mut cli::World {
                // Not locked: a panic on another thread puts the terminal back.
                stdout: &mut io::stdout(),
                stderr: &mut io::stderr(),
                terminal: io::stdin().is_terminal() && io::stdout().is_terminal(),
                var: &|name| std::env::var(name).ok(),
                outside: &cli::machine,
            },
        )
    };
    let code = std::panic::catch_unwind(run).unwrap_or(cli::Exit::Bug);
    ExitCode::from(code as u8)
}
