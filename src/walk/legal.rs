//! The legal state: proposed with the case, set by one owner with a source,
//! never voted (METHOD.md §2.5).

use super::{
    live::{Ctx, Live},
    page::{Choice, Complaint, Field, Item, Page, Value, line},
};
use crate::{
    content::{LegalView, OptionCard},
    lang::{self, Lang},
    memo::{
        tree::{Block, Span, plain},
        words,
    },
    method::{Assessment, Legal},
    msg,
    session::{self, LegalEntry, View},
    t,
};

/// What the case proposes for an option: its own view, else that of the plan.
fn proposal<'a, R, T>(view: &'a View<R, T>, option: &'a OptionCard) -> Option<&'a LegalView> {
    let first = view.options.first().is_some_and(|a| a.id == option.id);
    let plan = view.info.scenario.legal.as_ref().filter(|_| first);
    option.legal.as_ref().or(plan)
}

/// What the case proposes, and what the owner of the legal state is asked.
pub(super) fn asked<R, T>(lang: Lang, view: &View<R, T>, option: &OptionCard) -> Vec<Item> {
    let people = &view.info.scenario.people;
    let sheet = view.info.instrument.sheet(Assessment::Legal);
    let mut body = Vec::new();
    let proposed = proposal(view, option);
    let questions: Vec<_> = match proposed.filter(|p| !p.questions.is_empty()) {
        Some(proposed) => proposed
            .questions
            .iter()
            .map(|question| plain(question.get(lang)))
            .collect(),
        None => sheet
            .map(|sheet| &sheet.questions[..])
            .unwrap_or_default()
            .iter()
            .map(|question| plain(question.text.about(people, lang)))
            .collect(),
    };
    if let Some(proposed) = proposed {
        let state = words::capital(&words::legal_name(proposed.state).text(lang));
        body.push(Item::Block(Block::Para(vec![
            Span::Strong(t!(lang, "legal-page-proposal")),
            Span::Text(format!(
                " {}",
                t!(
                    lang,
                    "legal-proposed-why",
                    state = state,
                    why = proposed.why.get(lang)
                )
            )),
        ])));
    }
    body.push(Item::Block(Block::Heading(
        4,
        t!(lang, "legal-page-questions"),
    )));
    body.push(Item::Block(Block::List(questions)));
    body
}

/// From the best to the worst, then not known yet.
const STATES: [Legal; 5] = [
    Legal::Clear,
    Legal::Conditional,
    Legal::Fixable,
    Legal::Blocked,
    Legal::Open,
];

pub(super) fn page(ctx: &Ctx) -> Page {
    let lang = ctx.lang;
    let view = ctx.view;
    let info = &view.info;
    let people = &info.scenario.people;
    let sheet = info.instrument.sheet(Assessment::Legal);
    let owner = &view.framing.roles.legal;
    let mut page = ctx.page(
        sheet.map_or_else(String::new, |sheet| sheet.question.about(people, lang)),
        if owner.is_empty() {
            t!(lang, "legal-lead")
        } else {
            t!(lang, "legal-lead-owner", owner = owner.as_str())
        },
        t!(lang, "enter-on"),
    );
    let Some(option) = ctx.option() else {
        return page;
    };
    let proposed = proposal(view, option);
    page.body = asked(lang, view, option);
    let entry = view.legal.get(&option.id);
    let state = entry
        .map(|entry| entry.state)
        .or(proposed.map(|proposed| proposed.state))
        .unwrap_or(Legal::Open);
    let options = STATES
        .iter()
        .map(|state| {
            let anchor = sheet.and_then(|sheet| {
                let word = crate::content::AnchorAt::Word(state.id().to_owned());
                sheet.anchors.iter().find(|anchor| anchor.at == word)
            });
            let text = anchor.map(|anchor| anchor.text.about(people, lang));
            Choice::new(text.unwrap_or_default(), String::new())
        })
        .collect();
    let source = match (entry, proposed) {
        (Some(entry), _) => entry.source.to_string(),
        (None, Some(_)) if info.scenario.as_of.is_some() => t!(
            lang,
            "legal-page-case-source",
            date = lang::date(lang, info.scenario.as_of.unwrap_or_default())
        ),
        (None, _) => owner.to_string(),
    };
    page.fields = vec![
        Field::choice(
            format!("legal/state/{}", option.id),
            String::new(),
            options,
            STATES.iter().position(|&s| s == state),
            false,
        ),
        ctx.line(
            format!("legal/source/{}", option.id),
            t!(lang, "legal-page-source"),
            t!(lang, "legal-page-source-help"),
            &source,
        ),
    ];
    page
}

pub(super) fn submit(live: &mut Live, values: &[Value]) -> Result<(), Complaint> {
    let spot = live.spot();
    let Some(&state) = values
        .first()
        .and_then(Value::pick)
        .and_then(|pick| STATES.get(pick))
    else {
        return Err(Complaint::at(
            0,
            msg!("private-none"),
            Some(msg!("legal-page-none-hint")),
        ));
    };
    let entry = LegalEntry {
        option: spot.option.clone(),
        state,
        source: line(values, 1),
    };
    if live.view.legal.get(&spot.option) != Some(&entry) {
        live.command(session::Action::SetLegal(entry))
            .map_err(|complaint| Complaint {
                field: Some(1),
                ..complaint
            })?;
    }
    live.go_on()
}
