//! `open`, and no command at all: the walk on the terminal, or by prompts.

use super::{Context, Exit, Failure};
use crate::{
    content::Library,
    lang::Message,
    msg, prompts, session,
    tui::{
        self, App, Manners,
        settings::{Kept, Settings},
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

/// How the walk is led.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Screen,
    Prompts,
}

/// By prompts where that was asked for, or where the terminal can do no more;
/// none where there is no terminal and nobody has asked.
fn way(context: &Context) -> Option<Way> {
    let set = |name| (context.world.var)(name).filter(|value| !value.is_empty());
    let dumb = set("TERM").is_some_and(|term| term == "dumb");
    if context.accessible || set("ACCESSIBLE").is_some() {
        return Some(Way::Prompts);
    }
    let way = if dumb { Way::Prompts } else { Way::Screen };
    context.world.terminal.then_some(way)
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<(), Failure> {
    if args.room {
        if !context.world.terminal {
            return Err(no_terminal());
        }
        // What is wrong with the file from the start is told as ever.
        session::read(&args.file)?;
        let (kept, _) = context.settings();
        let looks = looks(context, &kept.settings);
        let asks = answers(context, looks);
        return drawn(tui::show_room(&args.file, context.lang, looks, asks));
    }
    lead(context, |context, library| {
        let walk = Walk::open(context.lang, &args.file, library, context.world.outside)?;
        Ok(walk)
    })
}

/// Home; false where there is no terminal for it.
pub(super) fn home(context: &mut Context) -> Result<bool, Failure> {
    if way(context).is_none() {
        return Ok(false);
    }
    lead(context, |context, library| {
        let folder = PathBuf::from(".");
        Ok(Walk::home(context.lang, folder, library, context.world.outside).welcoming())
    })?;
    Ok(true)
}

fn no_terminal() -> Failure {
    let hint = Some(msg!("open-no-terminal-hint"));
    Failure::new(Exit::Usage, msg!("open-no-terminal"), hint)
}

/// Leads a walk, as the command line, the environment and the settings want
/// it.
pub(super) fn lead<'w>(
    context: &mut Context<'_, 'w>,
    walk: impl FnOnce(&Context<'_, 'w>, Library) -> Result<Walk<'w>, Failure>,
) -> Result<(), Failure> {
    let way = way(context).ok_or_else(no_terminal)?;
    let (kept, fault) = context.settings();
    let library = context.library()?;
    let walk = walk(context, library)?.with_recent(kept.settings.recent.clone());
    match way {
        Way::Screen => on_screen(walk, kept, fault, context),
        // The welcome is about keys.
        Way::Prompts => by_prompts(walk.past_welcome(), context),
    }
}

fn by_prompts(walk: Walk, context: &mut Context) -> Result<(), Failure> {
    let start = Instant::now();
    let now = Box::new(move || start.elapsed());
    let mut input =
        prompts::Stdin::lock().map_err(|error| Failure::io(Path::new("/dev/stdin"), &error))?;
    prompts::run(walk, &mut input, context.world.stdout, now)
        .map_err(|error| Failure::io(Path::new("/dev/stdout"), &error))
}

fn on_screen(
    walk: Walk,
    mut kept: Kept,
    fault: Option<Message>,
    context: &Context,
) -> Result<(), Failure> {
    let walk = if kept.settings.welcomed {
        walk.past_welcome()
    } else {
        walk
    };
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
