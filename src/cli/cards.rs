//! `cards`: paper cards to rate on, as HTML to print.

use super::{Context, Failure, output};
use crate::{
    memo::cards::{self, Cards},
    session,
};
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
    let info = &view.info;
    let lang = context.asked.unwrap_or(info.lang);
    let seats: Vec<String> = info.seats.iter().map(session::Seat::label).collect();
    let document = cards::render(&Cards {
        lang,
        title: info.scenario.title.get(lang),
        organisation: info.scenario.organisation.get(lang),
        people: &info.scenario.people,
        instrument: &info.instrument,
        options: &view.options,
        seats: &seats,
        together: info.instrument.one_card,
    });
    output::write(context, args.out.as_deref(), &document)
}
