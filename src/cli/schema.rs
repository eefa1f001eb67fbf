//! `schema`: what a content file may hold, as JSON Schema, for editors.

use super::{Context, Failure, output};
use crate::content::{instrument_schema, scenario_schema};
use std::path::PathBuf;

#[derive(Clone, Copy, clap::ValueEnum)]
enum Kind {
    /// A case, or an idea of your own
    Scenario,
    /// A questionnaire with its policy
    Instrument,
}

#[derive(clap::Args)]
pub(super) struct Args {
    /// Of which kind of file
    #[arg(value_enum)]
    kind: Kind,

    /// Where to write it; - for standard output [default: -]
    #[arg(short, long, value_name = "OUT")]
    out: Option<PathBuf>,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<(), Failure> {
    let schema = match args.kind {
        Kind::Scenario => scenario_schema(),
        Kind::Instrument => instrument_schema(),
    };
    output::write(context, args.out.as_deref(), schema.as_bytes())
}
