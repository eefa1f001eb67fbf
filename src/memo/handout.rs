//! The sheet that participants read beforehand: the case as known before the
//! decision, and what to think about. On two pages, if the case is not long.
//!
//! Invariant: nothing of the outcome is on it, nor the case's id, nor, in
//! disguise, its country.

use super::{
    tree::{Block, Memo, Rich, Running, Span, plain},
    words,
};
use crate::{
    content::{LegalView, Scenario},
    lang::{self, Lang},
    t,
};

/// The sheet for a case; `real`, that what happened will be told.
#[must_use]
pub fn build(lang: Lang, scenario: &Scenario, real: bool) -> Memo {
    let mut under = vec![scenario.organisation.get(lang).to_owned()];
    under.extend(scenario.country.as_deref().map(|c| words::country(lang, c)));
    under.extend(scenario.as_of.map(|day| {
        let day = lang::date(lang, day);
        t!(lang, "handout-as-of", date = day)
    }));
    Memo {
        lang,
        running: Running::default(),
        title: scenario.title.get(lang).to_owned(),
        subtitle: under.join(" · "),
        front: blocks(lang, scenario, real),
        annexes: Vec::new(),
        footer: t!(lang, "handout-foot"),
    }
}

/// What is on it.
#[must_use]
pub fn blocks(lang: Lang, scenario: &Scenario, real: bool) -> Vec<Block> {
    let mut blocks = vec![Block::Para(plain(scenario.idea.summary.get(lang)))];
    let mut part = |title: String, parts: Vec<Block>| {
        if !parts.is_empty() {
            blocks.push(Block::Heading(3, title));
            blocks.extend(parts);
        }
    };
    let pairs = |pairs: Vec<(String, Rich)>| match pairs.as_slice() {
        [] => Vec::new(),
        _ => vec![Block::Pairs(pairs)],
    };
    let list = |items: Vec<Rich>| match items.as_slice() {
        [] => Vec::new(),
        _ => vec![Block::List(items)],
    };

    let card = words::idea_card(lang, &scenario.idea).into_iter();
    let card = card.map(|(label, text)| (label, plain(text)));
    part(t!(lang, "show-idea"), pairs(card.collect()));

    let options = scenario.options.iter().map(|option| {
        let title = words::option_title(lang, option);
        let summary = words::option_summary(lang, option);
        vec![Span::Strong(title), Span::Text(format!(". {summary}"))]
    });
    part(t!(lang, "show-options"), list(options.collect()));

    let facts = words::facts(lang, &scenario.facts).into_iter().map(plain);
    part(t!(lang, "evidence-facts"), list(facts.collect()));

    part(t!(lang, "show-legal"), legal(lang, scenario));

    let stakeholders = scenario.stakeholders.iter();
    let stakeholders =
        stakeholders.map(|who| (who.name.get(lang).to_owned(), plain(who.stake.get(lang))));
    part(t!(lang, "show-stakeholders"), pairs(stakeholders.collect()));

    let people = scenario.people.get(lang);
    let mut think = vec![Block::Steps(vec![
        plain(t!(lang, "handout-need", people = people)),
        plain(t!(lang, "handout-support")),
        plain(t!(lang, "handout-letter", people = people)),
    ])];
    if real {
        think.push(Block::Para(plain(t!(lang, "handout-afterwards"))));
    }
    part(t!(lang, "handout-think"), think);
    blocks
}

/// The state of the plan and why, that of an option where it has its own, and
/// what to ask counsel.
fn legal(lang: Lang, scenario: &Scenario) -> Vec<Block> {
    let line = |view: &LegalView| {
        let state = words::capital(&words::legal_name(view.state).text(lang));
        let why = view.why.get(lang);
        t!(lang, "legal-proposed-why", state = state, why = why)
    };
    let mut blocks = Vec::new();
    if let Some(view) = &scenario.legal {
        blocks.push(Block::Para(plain(line(view))));
    }
    for option in &scenario.options {
        if let Some(view) = &option.legal {
            let title = words::option_title(lang, option);
            let text = Span::Text(format!(". {}", line(view)));
            blocks.push(Block::Para(vec![Span::Strong(title), text]));
        }
    }
    let views = scenario.legal.iter();
    let views = views.chain(scenario.options.iter().filter_map(|o| o.legal.as_ref()));
    let questions: Vec<Rich> = views
        .flat_map(|view| &view.questions)
        .map(|question| plain(question.get(lang)))
        .collect();
    if !questions.is_empty() {
        blocks.push(Block::Heading(4, t!(lang, "legal-page-questions")));
        blocks.push(Block::List(questions));
    }
    blocks
}
