//! `export`: the memo in one of its formats.

use super::{Context, Exit, Failure, output};
use crate::{
    lang::{self, Lang},
    memo::{Format, Unwritten},
    msg, session,
};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use std::path::{Path, PathBuf};

#[derive(clap::Args)]
pub(super) struct Args {
    /// The session file
    file: PathBuf,

    /// The format: html (to read or print), docx (for Word, to edit), pdf (in a
    /// build with the feature pdf), md, csv (the ratings, a row each) or json
    /// (data) [default: by the ending of OUT, else md]
    #[arg(long, value_parser = format_parser(), hide_possible_values = true)]
    format: Option<Format>,

    /// Where to write it; - for standard output [default: -]
    #[arg(short, long, value_name = "OUT")]
    out: Option<PathBuf>,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<(), Failure> {
    let format = match args.format {
        Some(format) => format,
        None => by_ending(args.out.as_deref(), context.lang)?,
    };
    // Standard output takes any bytes on their way to another program, but a
    // terminal would beep and lose its letters.
    let printed = args.out.as_deref().is_none_or(|out| out.as_os_str() == "-");
    if !format.is_text() && printed && context.world.terminal {
        return Err(Failure::new(
            Exit::Usage,
            msg!("export-not-text", ending = format.id()),
            Some(msg!("export-not-text-hint", ending = format.id())),
        ));
    }
    let opened = session::read(&args.file)?;
    context.tell(&opened.notice);
    let view = opened.host();
    let lang = context.asked.unwrap_or(view.info.lang);
    let document = format
        .render(&view, &opened.notice, lang)
        .map_err(|unwritten| {
            let exit = match unwritten {
                Unwritten::NoPdf => Exit::Usage,
                Unwritten::Failed(_) => Exit::Bug,
            };
            let (message, hint) = unwritten.words();
            Failure::new(exit, message, Some(hint))
        })?;
    output::write(context, args.out.as_deref(), &document)
}

/// How a file may end: ".html, .md or .json".
fn endings(lang: Lang) -> String {
    let endings = Format::ALL.map(|format| format!(".{}", format.id()));
    lang::join_or(lang, &endings)
}

fn by_ending(out: Option<&Path>, lang: Lang) -> Result<Format, Failure> {
    let Some(out) = out.filter(|out| out.as_os_str() != "-") else {
        return Ok(Format::Md);
    };
    let ending = out.extension().and_then(|e| e.to_str()).unwrap_or_default();
    Format::of_ending(ending).ok_or_else(|| {
        Failure::new(
            Exit::Usage,
            msg!("export-ending", path = out.display().to_string()),
            Some(msg!("export-ending-hint", list = endings(lang))),
        )
    })
}

/// The formats by their names.
fn format_parser() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.map(Format::id))
        .map(|id| Format::of_ending(&id).unwrap_or(Format::Md))
}
