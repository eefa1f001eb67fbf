//! `open`, and no command at all: the walk on the terminal.

use super::{Context, Exit, Failure};
use crate::{
    content::Library,
    msg,
    tui::{
        self, App, Manners,
        settings::Settings,
        theme::{Colours, Scheme, Theme},
    },
    walk::Walk,
};
use std::{
    path::{Path, PathBuf},
    time::Instant,
};

#[derive(clap::Args)]
pub(super) struct Args {
    /// The session file
    file: PathBuf,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<(), Failure> {
    needs_terminal(context)?;
    show(context, |context, library, _| {
        let walk = Walk::open(context.lang, &args.file, library, context.world.outside)?;
        Ok(walk)
    })
}

/// Home; false where there is no terminal for it.
pub(super) fn home(context: &mut Context) -> Result<bool, Failure> {
    if !context.world.terminal {
        return Ok(false);
    }
    show(context, |context, library, settings| {
        let folder = PathBuf::from(".");
        let walk = Walk::home(context.lang, folder, library, context.world.outside);
        Ok(if settings.welcomed {
            walk
        } else {
            walk.welcoming()
        })
    })?;
    Ok(true)
}

/// A fault where nobody sits at a terminal.
pub(super) fn needs_terminal(context: &Context) -> Result<(), Failure> {
    if context.world.terminal {
        return Ok(());
    }
    Err(Failure::new(
        Exit::Usage,
        msg!("open-no-terminal"),
        Some(msg!("open-no-terminal-hint")),
    ))
}

/// A walk on the screen, as the command line, the environment and the
/// settings want it.
pub(super) fn show<'w>(
    context: &mut Context<'_, 'w>,
    walk: impl FnOnce(&Context<'_, 'w>, Library, &Settings) -> Result<Walk<'w>, Failure>,
) -> Result<(), Failure> {
    let (mut kept, fault) = context.settings();
    let library = context.library()?;
    let walk = walk(context, library, &kept.settings)?.with_recent(kept.settings.recent.clone());
    let var = context.world.var;
    let set = |name: &str| var(name).filter(|value| !value.is_empty());
    let no_colour = set("NO_COLOR").map(|_| Scheme::Mono);
    let scheme = context.theme.or(no_colour).or(kept.settings.theme);
    let colours = Colours::from_environment(var);
    let start = Instant::now();
    let mut app = App::new(walk, Theme::mono(), Box::new(move || start.elapsed()))
        .looking(scheme.unwrap_or_default(), colours, context.ascii)
        .with_mouse(kept.settings.mouse);
    if let Some(fault) = fault {
        app.say(fault);
    }
    kept.follow(&app);
    // The console of Linux has no answer and prints the question.
    let answers = set("TERM").is_some_and(|term| term != "linux");
    let manners = Manners {
        ask_background: answers && no_colour.is_none(),
        editor: set("VISUAL").or_else(|| set("EDITOR")),
        happened: Box::new(move |app| kept.follow(app)),
    };
    tui::run(app, manners).map_err(|error| Failure::io(Path::new("/dev/tty"), &error))
}
