//! What to say when the command line itself is at fault.

use super::{Exit, World};
use crate::{lang::Lang, lang::Message, msg, t};
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// Tells it in the user's language; `--help` and `--version` come this way
/// too and are no fault.
pub(super) fn tell(error: &clap::Error, lang: Lang, world: &mut World) -> Exit {
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
    let _ = writeln!(world.stderr, "{}: {text}", t!(lang, "cli-error"));
    let suggested = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ]
    .into_iter()
    .find_map(|kind| error.get(kind).map(joined));
    let hint = match suggested {
        Some(near) => msg!("hint-did-you-mean", near = near),
        None => msg!("usage-hint"),
    };
    let _ = writeln!(
        world.stderr,
        "  {}: {}",
        t!(lang, "cli-hint"),
        hint.text(lang)
    );
    Exit::Usage
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
