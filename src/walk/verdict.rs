//! The verdict: in large letters, what it rests on, the options side by side;
//! and another option, added once the room has seen it.

use super::{
    action::Action,
    live::{Ctx, Live},
    page::{Choice, Complaint, Field, Item, Kind, Page, Value, line},
    spot::{self, Place, Spot},
};
use crate::{
    content::{OptionCard, Text},
    lang::Lang,
    memo::{
        self,
        tree::{Block, Span},
    },
    msg,
    session::{self, HostView, OptionResult, Step, View, option_words},
    t,
};

pub(super) fn page(ctx: &Ctx) -> Page {
    match ctx.spot.place {
        Place::Option => option(ctx),
        _ => verdict(ctx),
    }
}

fn verdict(ctx: &Ctx) -> Page {
    let lang = ctx.lang;
    let next = spot::next_step(ctx.view, &ctx.spot);
    let enter = if next.step == Step::Decide {
        t!(lang, "enter-decide")
    } else {
        t!(lang, "enter-option", id = option_words(&next.option))
    };
    let mut page = ctx.page(String::new(), String::new(), enter);
    let (Some(option), Some(result)) = (ctx.option(), ctx.result()) else {
        return page;
    };
    (page.title, page.body, page.aside) = shown(lang, ctx.view, option, result, &ctx.results);
    page.actions.insert(0, Action::Option);
    if result.complete() {
        page.actions.extend([Action::Sure, Action::Suppose]);
        if ctx.view.options.len() > 1 {
            page.actions.push(Action::Sides);
        }
    }
    page
}

/// What it is about; the verdict with what it rests on; and from which item on
/// that may stand beside it.
pub(super) fn shown<R, T>(
    lang: Lang,
    view: &View<R, T>,
    option: &OptionCard,
    result: &OptionResult,
    results: &[OptionResult],
) -> (String, Vec<Item>, usize) {
    let parts = memo::verdict(view, lang, option, result);
    let para = |rich| Item::Block(Block::Para(rich));
    let mut body = vec![
        Item::Banner(parts.headline.verdict, parts.headline.number),
        para(memo::tree::plain(parts.headline.ground)),
    ];
    if let Some(near) = parts.near {
        body.push(para(vec![Span::Strong(near)]));
    }
    if result.complete() {
        body.push(Item::Block(Block::Grid(Box::new(parts.grid))));
    }
    let aside = body.len();
    body.push(Item::Block(Block::Pairs(parts.rests_on)));
    if view.options.len() > 1 {
        let table = memo::options_table(view, lang, results);
        body.push(Item::Block(Block::Table(table)));
    }
    match view.info.seats.len() {
        1 => body.push(Item::Small(t!(lang, "memo-solo"))),
        2 => body.push(Item::Small(t!(lang, "memo-pair"))),
        _ => {}
    }
    (parts.headline.label, body, aside)
}

/// The id of the option that could be added.
fn next_id(view: &HostView) -> Option<String> {
    let taken = |id: &String| view.options.iter().any(|option| option.id == *id);
    ('a'..='z').map(String::from).find(|id| !taken(id))
}

/// What the case itself offers as the next option.
fn offered<'a>(view: &'a HostView, id: &str) -> Option<&'a OptionCard> {
    view.info.scenario.option(id)
}

fn option(ctx: &Ctx) -> Page {
    let lang = ctx.lang;
    let id = next_id(ctx.view).unwrap_or_default();
    let offered = offered(ctx.view, &id);
    let mut page = ctx.page(
        t!(lang, "option-title", id = option_words(&id)),
        if offered.is_some() {
            t!(lang, "option-lead-case")
        } else {
            t!(lang, "option-lead")
        },
        t!(lang, "enter-add"),
    );
    page.key = format!("option/{id}");
    let name = offered.map_or("", |card| card.name.get(lang));
    let summary = offered.map_or("", |card| card.summary.get(lang));
    page.fields = vec![
        ctx.line(
            format!("option/name/{id}"),
            t!(lang, "option-name"),
            t!(lang, "option-name-help"),
            name,
        ),
        Field {
            kind: Kind::Lines,
            ..ctx.line(
                format!("option/summary/{id}"),
                t!(lang, "option-summary"),
                t!(lang, "option-summary-help"),
                summary,
            )
        },
        Field::choice(
            format!("option/service/{id}"),
            t!(lang, "option-service"),
            vec![
                Choice::new(t!(lang, "option-service-no"), String::new()),
                Choice::new(t!(lang, "option-service-yes"), String::new()),
            ],
            Some(usize::from(
                offered.is_some_and(|card| card.changes_service),
            )),
            false,
        ),
    ];
    page
}

pub(super) fn submit(live: &mut Live, lang: Lang, values: &[Value]) -> Result<(), Complaint> {
    let spot = live.spot();
    if spot.place != Place::Option {
        return live.go_on();
    }
    let Some(id) = next_id(&live.view) else {
        return Err(Complaint::new(msg!("refusal-too-many-options"), None));
    };
    let text = |i: usize| line(values, i);
    let (name, summary) = (text(0), text(1));
    for (i, part) in [&name, &summary].into_iter().enumerate() {
        if part.is_empty() {
            return Err(Complaint::at(
                i,
                msg!("option-empty"),
                Some(msg!("option-empty-hint")),
            ));
        }
    }
    let changes_service = values.get(2).and_then(Value::pick) == Some(1);
    let same = |card: &&OptionCard| {
        card.name.get(lang) == name.as_str()
            && card.summary.get(lang) == summary.as_str()
            && card.changes_service == changes_service
    };
    let card = match offered(&live.view, &id).filter(same) {
        // Untouched it keeps both languages and what is known of the law.
        Some(card) => card.clone(),
        None => OptionCard {
            id: id.clone(),
            name: Text::same(name.as_str()),
            summary: Text::same(summary.as_str()),
            changes_service,
            invented: false,
            legal: None,
        },
    };
    live.command(session::Action::AddOption(card))?;
    if spot.step == Step::Frame {
        return live.go_place(Place::Idea);
    }
    let steps = spot::option(&live.view, &id)
        .map(|option| spot::steps_of(&live.view, option))
        .unwrap_or_default();
    let step = steps.first().copied().unwrap_or(Step::Need);
    live.go(&Spot::new(step, &id, spot::first_place(&live.view, step)))
}
