//! `open`, and no command at all: the walk on the terminal.

use super::{Context, Exit, Failure};
use crate::{msg, tui, walk::Walk};
use std::path::{Path, PathBuf};

#[derive(clap::Args)]
pub(super) struct Args {
    /// The session file
    file: PathBuf,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<(), Failure> {
    if !context.world.terminal {
        return Err(Failure::new(
            Exit::Usage,
            msg!("open-no-terminal"),
            Some(msg!("open-no-terminal-hint")),
        ));
    }
    let library = context.library()?;
    let outside = context.world.outside;
    let walk = Walk::open(context.lang, &args.file, library, outside)?;
    show(walk, context)
}

/// Home; false where there is no terminal for it.
pub(super) fn home(context: &mut Context) -> Result<bool, Failure> {
    if !context.world.terminal {
        return Ok(false);
    }
    let library = context.library()?;
    let outside = context.world.outside;
    let walk = Walk::home(context.lang, PathBuf::from("."), library, outside);
    show(walk, context)?;
    Ok(true)
}

fn show(walk: Walk, context: &Context) -> Result<(), Failure> {
    let no_colour = (context.world.var)("NO_COLOR").is_some_and(|value| !value.is_empty());
    tui::run(walk, !no_colour).map_err(|error| Failure::io(Path::new("/dev/tty"), &error))
}
