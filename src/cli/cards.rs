//! `cards`: paper cards to rate on, as HTML to print.

use super::{Context, Failure, output};
use crate::{memo::cards, session};
use std::path::PathBuf;

#[derive(clap::Args)]
pub(super) struct Args {
    /// The session file
    file: PathBuf,

    /// Where to write them; - for standard output [default: -]
    #[arg(short, long, value_name = "OUT")]
    out: Option<PathBuf>,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<(), Failure> {
    let opened = session::read(&args.file)?;
    context.tell(&opened.notice);
    let view = opened.host();
    let lang = context.asked.unwrap_or(view.info.lang);
    let document = cards::of_session(&view, lang);
    output::write(context, args.out.as_deref(), document.as_bytes())
}
