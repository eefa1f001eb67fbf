//! `export`: the memo in one of its formats.

use super::{Context, Exit, Failure, output};
use crate::{memo, msg, session};
use std::path::{Path, PathBuf};

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// Markdown
    Md,
    /// One HTML file, to read or print
    Html,
    /// Data, dear-customer/memo@1
    Json,
}

#[derive(clap::Args)]
pub(super) struct Args {
    /// The session file
    file: PathBuf,

    /// The format [default: by the ending of OUT, else md]
    #[arg(long, value_enum)]
    format: Option<Format>,

    /// Where to write it; - for standard output [default: -]
    #[arg(short, long, value_name = "OUT")]
    out: Option<PathBuf>,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<(), Failure> {
    let format = match args.format {
        Some(format) => format,
        None => by_ending(args.out.as_deref())?,
    };
    let opened = session::read(&args.file)?;
    context.tell(&opened.notice);
    let view = opened.host();
    let lang = context.asked.unwrap_or(view.info.lang);
    let tree = || memo::build(&view, &opened.notice, lang);
    let document = match format {
        Format::Md => memo::md::render(&tree()),
        Format::Html => memo::html::render(&tree()),
        Format::Json => memo::json::render(&view),
    };
    output::write(context, args.out.as_deref(), &document)
}

fn by_ending(out: Option<&Path>) -> Result<Format, Failure> {
    let Some(out) = out.filter(|out| out.as_os_str() != "-") else {
        return Ok(Format::Md);
    };
    let ending = out.extension().and_then(|e| e.to_str()).unwrap_or_default();
    match ending.to_lowercase().as_str() {
        "md" | "markdown" => Ok(Format::Md),
        "html" | "htm" => Ok(Format::Html),
        "json" => Ok(Format::Json),
        _ => Err(Failure::new(
            Exit::Usage,
            msg!("export-ending", path = out.display().to_string()),
            Some(msg!("export-ending-hint")),
        )),
    }
}
