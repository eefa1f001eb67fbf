//! What to say when the command line itself is at fault.

use super::{Exit, World};
use crate::{lang::Lang, lang::Message, msg, t, text::in_place};
use clap::CommandFactory;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::ffi::OsString;

/// Tells it in the user's language; `--help` and `--version` come this way
/// too and are no fault.
pub(super) fn tell(error: &clap::Error, args: &[OsString], lang: Lang, world: &mut World) -> Exit {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let _ = write!(world.stdout, "{}", error.render());
            return Exit::Fine;
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = write!(world.stderr, "{}", error.render());
            return Exit::Usage;
        }
        _ => {}
    }
    let text = words(error).text(lang);
    let _ = writeln!(
        world.stderr,
        "{}: {}",
        t!(lang, "cli-error"),
        in_place(&text)
    );
    let suggested = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ]
    .into_iter()
    .find_map(|kind| error.get(kind).map(joined));
    let values = error.get(ContextKind::ValidValue).map(joined);
    let hint = match (suggested, values.filter(|list| !list.is_empty())) {
        (Some(near), _) => msg!("hint-did-you-mean", near = near),
        (None, Some(list)) => msg!("hint-one-of", list = list),
        (None, None) => match command_of(args) {
            Some(name) => msg!("usage-hint-command", command = name),
            None => msg!("usage-hint"),
        },
    };
    let _ = writeln!(
        world.stderr,
        "  {}: {}",
        t!(lang, "cli-hint"),
        in_place(&hint.text(lang))
    );
    Exit::Usage
}

/// No command, and no terminal to show home on: the short help.
pub(super) fn short(world: &mut World) -> Exit {
    let _ = write!(world.stderr, "{}", super::Args::command().render_help());
    Exit::Usage
}

/// The command that was asked for, where there is one of that name.
fn command_of(args: &[OsString]) -> Option<String> {
    let known = super::Args::command();
    let mut words = args.iter().skip(1).filter_map(|arg| arg.to_str());
    words.find_map(|word| Some(known.find_subcommand(word)?.get_name().to_owned()))
}

fn words(error: &clap::Error) -> Message {
    let context = |kind| error.get(kind).map(joined).unwrap_or_default();
    let arg = context(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let name = context(ContextKind::InvalidSubcommand);
            msg!("usage-unknown-command", name = name)
        }
        ErrorKind::UnknownArgument => msg!("usage-unknown-argument", arg = arg),
        ErrorKind::MissingRequiredArgument => msg!("usage-missing", arg = arg),
        ErrorKind::MissingSubcommand => msg!("usage-missing-command"),
        ErrorKind::ArgumentConflict => {
            let other = context(ContextKind::PriorArg);
            msg!("usage-conflict", arg = arg, other = other)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = context(ContextKind::InvalidValue);
            if value.is_empty() {
                msg!("usage-no-value", arg = arg)
            } else {
                msg!("usage-value", arg = arg, value = value)
            }
        }
        _ => msg!("usage-other"),
    }
}

fn joined(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(list) => list.join(", "),
        other => other.to_string(),
    }
}
