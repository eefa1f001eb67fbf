//! `scenarios handout`: a sheet for participants, without what happened.

use crate::{
    cli::{Context, Exit, Failure, output},
    memo, msg,
};
use std::path::PathBuf;

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// Markdown
    Md,
    /// One HTML file, to print
    Html,
}

#[derive(clap::Args)]
pub(super) struct Args {
    /// The case's id
    id: String,

    /// The format [default: by the ending of OUT, else md]
    #[arg(long, value_enum)]
    format: Option<Format>,

    /// Hide whose case it is, by the case's own disguise
    #[arg(long)]
    disguised: bool,

    /// Where to write it; - for standard output [default: -]
    #[arg(short, long, value_name = "OUT")]
    out: Option<PathBuf>,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<(), Failure> {
    let format = match args.format {
        Some(format) => format,
        None => by_ending(args)?,
    };
    let scenario = context.library()?.scenario(&args.id)?;
    let shown = if args.disguised {
        scenario.disguised().ok_or_else(|| {
            Failure::new(
                Exit::Input,
                msg!("handout-no-disguise", id = &scenario.id),
                Some(msg!("handout-no-disguise-hint")),
            )
        })?
    } else {
        scenario.clone()
    };
    let sheet = memo::handout::build(context.lang, &shown, scenario.outcome.is_some());
    let document = match format {
        Format::Md => memo::md::render(&sheet),
        Format::Html => memo::html::render(&sheet),
    };
    output::write(context, args.out.as_deref(), document.as_bytes())
}

fn by_ending(args: &Args) -> Result<Format, Failure> {
    let Some(out) = args.out.as_deref().filter(|out| out.as_os_str() != "-") else {
        return Ok(Format::Md);
    };
    let ending = out.extension().and_then(|e| e.to_str()).unwrap_or_default();
    match ending.to_lowercase().as_str() {
        "md" | "markdown" => Ok(Format::Md),
        "html" | "htm" => Ok(Format::Html),
        _ => Err(Failure::new(
            Exit::Usage,
            msg!("export-ending", path = out.display().to_string()),
            Some(msg!("handout-ending-hint")),
        )),
    }
}
