//! `open`, and no command at all: the walk on the terminal.

use super::{Context, Exit, Failure};
use crate::{
    content::Library,
    msg, session,
    tui::{
        self, App, Manners,
        settings::Settings,
        theme::{Colours, Looks, Scheme, Theme},
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

    /// Read along in large letters, for the projector: beside the program that
    /// leads the session, in a second terminal
    #[arg(long)]
    room: bool,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<(), Failure> {
    needs_terminal(context)?;
    if args.room {
        // What is wrong with the file from the start is told as ever.
        session::read(&args.file)?;
        let (kept, _) = context.settings();
        let looks = looks(context, &kept.settings);
        let asks = answers(context, looks);
        return drawn(tui::show_room(&args.file, context.lang, looks, asks));
    }
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
    let start = Instant::now();
    let looks = looks(context, &kept.settings);
    let mut app = App::new(walk, Theme::mono(), Box::new(move || start.elapsed()))
        .looking(looks)
        .with_mouse(kept.settings.mouse);
    if let Some(fault) = fault {
        app.say(fault);
    }
    kept.follow(&app);
    let manners = Manners {
        ask_background: answers(context, looks),
        editor: set("VISUAL").or_else(|| set("EDITOR")),
        happened: Box::new(move |app| kept.follow(app)),
    };
    drawn(tui::run(app, manners))
}

/// How the screen is to look: as the command line says, else the environment,
/// else the settings.
fn looks(context: &Context, settings: &Settings) -> Looks {
    let var = context.world.var;
    let no_colour = var("NO_COLOR").filter(|value| !value.is_empty());
    let no_colour = no_colour.map(|_| Scheme::Mono);
    let scheme = context.theme.or(no_colour).or(settings.theme);
    Looks {
        scheme: scheme.unwrap_or_default(),
        colours: Colours::from_environment(var),
        ascii: context.ascii,
    }
}

/// Whether the terminal can tell its background: the console of Linux has no
/// answer and prints the question.
fn answers(context: &Context, looks: Looks) -> bool {
    let term = (context.world.var)("TERM").unwrap_or_default();
    looks.scheme != Scheme::Mono && !term.is_empty() && term != "linux"
}

fn drawn(ran: std::io::Result<()>) -> Result<(), Failure> {
    ran.map_err(|error| Failure::io(Path::new("/dev/tty"), &error))
}
