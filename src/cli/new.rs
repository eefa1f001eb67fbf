//! `new`: makes a session file.

use super::{Context, Exit, Failure};
use crate::{
    content::{read_scenario, read_source},
    msg,
    session::{NewSession, create},
    t,
    text::Clean,
    walk,
};
use std::path::PathBuf;

#[derive(clap::Args)]
pub(super) struct Args {
    /// The session file to make, NAME.session.toml
    file: PathBuf,

    /// A case of the library
    #[arg(
        long,
        value_name = "ID",
        required_unless_present = "idea",
        conflicts_with = "idea"
    )]
    scenario: Option<String>,

    /// An idea of your own, in a file like those of the library
    #[arg(long, value_name = "FILE.toml")]
    idea: Option<PathBuf>,

    /// Who takes part: names, or how many (1 to 99) [default: 7]
    #[arg(long, value_name = "\"Anna, Bram\" or N")]
    participants: Option<String>,

    /// The questionnaire: quickscan, standard or deep
    #[arg(long, value_name = "ID", default_value = "standard")]
    instrument: String,

    /// Hide whose case it is until what happened is told
    #[arg(long)]
    disguised: bool,

    /// Keep names in the file and show them in the memo
    #[arg(long)]
    named: bool,

    /// The team's name, where several take the same case
    #[arg(long, value_name = "NAME")]
    team: Option<String>,

    /// Mark it as a worked example with made-up ratings; the memo says so
    #[arg(long)]
    example: bool,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<(), Failure> {
    let participants = walk::participants(args.participants.as_deref())
        .map_err(|(message, hint)| Failure::new(Exit::Input, message, Some(hint)))?;
    let library = context.library()?;
    let scenario = match (&args.scenario, &args.idea) {
        (Some(id), _) => library.scenario(id)?,
        (None, Some(path)) => {
            let source = read_source(path)?;
            let shown = path.display().to_string();
            let own = read_scenario(&shown, &source, &library.known())
                .map_err(crate::content::ContentError::from)?;
            // Its debrief would tell what happened in the other one.
            let other = library.scenario(&own.id).ok();
            if own.outcome.is_some() && other.is_some_and(|other| other != own) {
                return Err(Failure::new(
                    Exit::Input,
                    msg!("new-id-taken", id = own.id.as_str()),
                    Some(msg!("new-id-taken-hint")),
                ));
            }
            own
        }
        // The parser asks for one of the two.
        (None, None) => {
            return Err(Failure::new(Exit::Usage, msg!("usage-other"), None));
        }
    };
    let instrument = library.instrument(&args.instrument)?;
    let lang = context.lang;
    let labels: Vec<String> = (1..)
        .zip(&participants)
        .map(|(number, name): (u8, _)| match name {
            Some(name) => format!("P{number} {name}"),
            None => format!("P{number}"),
        })
        .collect();
    let named = participants.iter().any(Option::is_some);
    let title = match &scenario.disguise {
        Some(disguise) if args.disguised => disguise.title.get(lang).to_owned(),
        _ => scenario.title.get(lang).to_owned(),
    };
    let questionnaire = instrument.title.get(lang).to_owned();
    create(
        &args.file,
        NewSession {
            lang,
            participants,
            named: args.named,
            example: args.example,
            team: args
                .team
                .as_deref()
                .map(Clean::name)
                .filter(|t| !t.is_empty()),
            class: None,
            instrument,
            scenario,
            own: false,
            disguised: args.disguised,
            pair: None,
            start_with: Vec::new(),
        },
        &mut (context.world.outside)(),
    )?;
    let file = args.file.display().to_string();
    context.say(&t!(lang, "new-made", file = file.as_str()));
    context.say(&t!(
        lang,
        "new-what",
        title = title,
        instrument = questionnaire
    ));
    context.say(&t!(lang, "new-who", list = labels.join(", ")));
    if named && !args.named {
        context.say(&t!(lang, "new-unnamed"));
    }
    // Ready to be pasted, also where the name has spaces in it.
    let file = if file.contains(char::is_whitespace) {
        format!("\"{file}\"")
    } else {
        file
    };
    context.say(&t!(lang, "new-next", file = file));
    Ok(())
}
