//! The binary: what surrounds the program, handed in, and the exit code out.

use dear_customer::cli;
use std::{
    io::{self, IsTerminal},
    process::ExitCode,
};

fn main() -> ExitCode {
    cli::tell_faults();
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
                settings: cli::settings_file(),
            },
        )
    };
    let code = std::panic::catch_unwind(run).unwrap_or(cli::Exit::Bug);
    ExitCode::from(code as u8)
}
