//! `scenarios`: what is in the library, on paper too, and a template for
//! what is to come into it.

mod handout;
mod new;

use super::{Context, Failure};
use crate::{
    content::Scenario,
    lang::{self, Lang, Message},
    memo::words,
    msg, t,
};
use clap::Subcommand;

#[derive(clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    command: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// The cases, one a line: id, year, country and title
    List {
        /// Beside the ids show the titles in disguise only, for the trainer
        #[arg(long)]
        disguised: bool,
    },
    /// One case as known before the decision
    Show {
        /// The case's id
        id: String,
        /// Show what really happened as well
        #[arg(long)]
        outcome: bool,
    },
    /// Write a commented template for a case of your own
    New(new::Args),
    /// Print a sheet for participants, without what happened
    Handout(handout::Args),
}

pub(super) fn run(args: Args, context: &mut Context) -> Result<(), Failure> {
    let lang = context.lang;
    match args.command {
        Verb::New(args) => new::run(&args, context)?,
        Verb::Handout(args) => handout::run(&args, context)?,
        Verb::List { disguised } => {
            let list = context.library()?.list()?;
            let width = list.iter().map(|entry| entry.id.len()).max().unwrap_or(0);
            for entry in list {
                let year = entry.year.map_or_else(String::new, |year| year.to_string());
                let country = entry.country.as_deref().unwrap_or_default();
                if let Some(disguise) = entry.disguise.as_ref().filter(|_| disguised) {
                    let title = disguise.get(lang);
                    context.say(&format!("{:width$}  {title}", entry.id));
                    continue;
                }
                let title = entry.title.get(lang);
                context.say(&format!(
                    "{:width$}  {year:4}  {country:2}  {title}",
                    entry.id
                ));
            }
        }
        Verb::Show { id, outcome } => {
            let library = context.library()?;
            let scenario = library.scenario(&id)?;
            let twins = scenario.twins.iter().map(|twin| {
                let title = library
                    .scenario(twin)
                    .map(|it| it.title.get(lang).to_owned());
                title.map_or_else(|_| twin.clone(), |title| format!("{twin}: {title}"))
            });
            for line in show(&scenario, twins.collect(), lang, outcome) {
                context.say(&line);
            }
        }
    }
    Ok(())
}

/// A case as lines for the terminal.
fn show(scenario: &Scenario, twins: Vec<String>, lang: Lang, outcome: bool) -> Vec<String> {
    let mut lines = vec![scenario.title.get(lang).to_owned()];
    let mut where_when = vec![scenario.organisation.get(lang).to_owned()];
    where_when.extend(scenario.country.clone());
    where_when.extend(scenario.as_of.map(|day| lang::date(lang, day)));
    lines.push(where_when.join(" · "));
    lines.push(String::new());
    lines.push(scenario.idea.summary.get(lang).to_owned());

    let mut section = |title: Message, items: Vec<String>| {
        if !items.is_empty() {
            lines.push(String::new());
            lines.push(title.text(lang));
            lines.extend(items.into_iter().map(|item| format!("- {item}")));
        }
    };
    let card = words::idea_card(lang, &scenario.idea)
        .into_iter()
        .map(|(label, text)| format!("{label}: {text}"));
    section(msg!("show-idea"), card.collect());
    let facts = scenario.facts.iter();
    let facts = facts.map(|fact| words::with_source(lang, fact.text.get(lang), &fact.source));
    section(msg!("evidence-facts"), facts.collect());
    let options = scenario.options.iter().map(|option| {
        let title = words::option_title(lang, option);
        format!("{title}. {}", words::option_summary(lang, option))
    });
    section(msg!("show-options"), options.collect());
    if let Some(legal) = &scenario.legal {
        let state = words::capital(&words::legal_name(legal.state).text(lang));
        let why = legal.why.get(lang);
        let line = t!(lang, "legal-proposed-why", state = state, why = why);
        section(msg!("show-legal"), vec![line]);
    }
    let stakeholders = scenario
        .stakeholders
        .iter()
        .map(|who| format!("{}: {}", who.name.get(lang), who.stake.get(lang)));
    section(msg!("show-stakeholders"), stakeholders.collect());
    section(msg!("show-twins"), twins);

    match &scenario.outcome {
        Some(happened) if outcome => {
            let timeline = happened.timeline.iter().map(|entry| {
                let text = format!("{}: {}", entry.date, entry.text.get(lang));
                let source = entry.source.as_str();
                t!(lang, "memo-with-source", what = text, source = source)
            });
            section(msg!("show-outcome"), timeline.collect());
            let apology = happened.apology.text.get(lang).to_owned();
            section(msg!("show-apology"), vec![apology]);
            let lessons = happened.lessons.iter().map(|l| l.get(lang).to_owned());
            section(msg!("show-lessons"), lessons.collect());
            section(msg!("show-sources"), happened.sources.clone());
        }
        Some(_) => {
            lines.push(String::new());
            lines.push(t!(lang, "show-outcome-hidden", id = scenario.id.as_str()));
        }
        None => {}
    }
    lines
}
