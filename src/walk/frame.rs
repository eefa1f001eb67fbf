//! Framing: the idea, who is in the room, who sits out where.

use super::{
    action::Action,
    live::{Ctx, Live},
    page::{Complaint, Field, Item, Kind, Page, Value, line},
    rate,
    spot::{self, Place},
};
use crate::{
    content::{Idea, Text},
    lang::{self, Lang, Message},
    memo::{
        tree::{Block, Rich, Span, plain},
        words,
    },
    method::Assessment,
    msg,
    session::{self, IdeaText, Recusal, Roles, View, Way},
    t,
    text::Clean,
};

pub(super) fn page(ctx: &Ctx) -> Page {
    match ctx.spot.place {
        Place::Room => room(ctx),
        Place::Recused => recused(ctx),
        _ => idea(ctx),
    }
}

pub(super) fn submit(live: &mut Live, lang: Lang, values: &[Value]) -> Result<(), Complaint> {
    match live.spot().place {
        Place::Room => {
            let text = |i: usize| Clean::name(values.get(i).map_or("", Value::text));
            let minutes = values.get(4).map_or("", Value::text).trim();
            let minutes = match minutes.parse::<u16>() {
                _ if minutes.is_empty() => None,
                Ok(minutes @ 5..=600) => Some(minutes),
                _ => {
                    return Err(Complaint::at(
                        4,
                        msg!("room-minutes-fault"),
                        Some(msg!("room-minutes-fault-hint")),
                    ));
                }
            };
            let mut framing = live.view.framing.clone();
            framing.roles = Roles {
                chair: text(0),
                owner: text(1),
                legal: text(2),
                scribe: text(3),
            };
            let usual = live.view.info.instrument.minutes;
            framing.minutes = minutes.filter(|&minutes| minutes != usual);
            framing.classification = text(5);
            if framing != live.view.framing {
                live.command(session::Action::Frame(framing))?;
            }
            live.go_on()
        }
        Place::Recused => {
            let ticks = values.first().map_or(&[][..], Value::ticks);
            let seats: Vec<_> = live.view.info.seats.iter().map(|seat| seat.id).collect();
            let rated = Assessment::RATED;
            let recused = seats
                .iter()
                .zip(ticks.chunks(rated.len()))
                .filter_map(|(&seat, row)| {
                    let assessments: Vec<Assessment> = rated
                        .into_iter()
                        .zip(row)
                        .filter_map(|(assessment, &on)| on.then_some(assessment))
                        .collect();
                    (!assessments.is_empty()).then_some(Recusal { seat, assessments })
                })
                .collect();
            let mut framing = live.view.framing.clone();
            framing.recused = recused;
            if framing != live.view.framing {
                live.command(session::Action::Frame(framing))?;
            }
            live.go_place(Place::Room)
        }
        _ => {
            if live.view.info.own && !values.is_empty() {
                write_idea(live, lang, values)?;
            }
            if spot::alone(&live.view) {
                live.go_on()
            } else {
                live.go_place(Place::Room)
            }
        }
    }
}

// The idea card

type Part = (
    &'static str,
    fn() -> Message,
    fn() -> Message,
    fn(&Idea) -> Option<&Text>,
);

/// What a card of one's own asks, beside the idea in a few sentences.
const PARTS: [Part; 9] = [
    (
        "data",
        || msg!("idea-data"),
        || msg!("idea-data-help"),
        |i| i.data.as_ref(),
    ),
    (
        "about",
        || msg!("idea-about"),
        || msg!("idea-about-help"),
        |i| i.about.as_ref(),
    ),
    (
        "purpose",
        || msg!("idea-purpose"),
        || msg!("idea-purpose-help"),
        |i| i.purpose.as_ref(),
    ),
    (
        "payer",
        || msg!("idea-payer"),
        || msg!("idea-payer-help"),
        |i| i.payer.as_ref(),
    ),
    (
        "gains",
        || msg!("idea-gains"),
        || msg!("idea-gains-help"),
        |i| i.gains.as_ref(),
    ),
    (
        "returns",
        || msg!("idea-returns"),
        || msg!("idea-returns-help"),
        |i| i.returns.as_ref(),
    ),
    (
        "revenue",
        || msg!("idea-revenue"),
        || msg!("idea-revenue-help"),
        |i| i.revenue.as_ref(),
    ),
    (
        "cost-of-not",
        || msg!("idea-cost-of-not"),
        || msg!("idea-cost-of-not-help"),
        |i| i.cost_of_not.as_ref(),
    ),
    (
        "consent",
        || msg!("idea-consent"),
        || msg!("idea-consent-help"),
        |i| i.consent.as_ref(),
    ),
];

fn idea(ctx: &Ctx) -> Page {
    let lang = ctx.lang;
    let info = &ctx.view.info;
    let scenario = &info.scenario;
    let enter = if spot::alone(ctx.view) {
        t!(lang, "enter-begin")
    } else {
        t!(lang, "enter-on")
    };
    let mut page = ctx.page(scenario.title.get(lang).to_owned(), String::new(), enter);
    let file = ctx.live.path.display().to_string();
    let kept = Item::Small(t!(lang, "frame-kept", file = crate::text::in_place(&file)));
    if info.own {
        page.lead = t!(lang, "frame-own-lead");
        page.keys = t!(lang, "frame-own-keys");
        let summary = scenario.idea.summary.get(lang);
        // Until it is written the title stands in its place.
        let summary = if summary == scenario.title.get(lang) {
            ""
        } else {
            summary
        };
        page.fields.push(Field {
            kind: Kind::Lines,
            ..ctx.line(
                "idea/summary".into(),
                t!(lang, "idea-summary"),
                t!(lang, "idea-summary-help"),
                summary,
            )
        });
        let organisation = scenario.organisation.get(lang);
        page.fields.extend([
            ctx.line(
                "idea/organisation".into(),
                t!(lang, "setup-own-organisation"),
                t!(lang, "setup-own-organisation-help"),
                organisation,
            ),
            ctx.line(
                "idea/people".into(),
                t!(lang, "setup-own-people"),
                t!(lang, "setup-own-people-help"),
                scenario.people.get(lang),
            ),
        ]);
        // A quarter of an hour has no time for the whole card.
        if !spot::quick(ctx.view) {
            for (id, label, help, get) in PARTS {
                page.fields.push(ctx.line(
                    format!("idea/{id}"),
                    label().text(lang),
                    help().text(lang),
                    get(&scenario.idea).map_or("", |text| text.get(lang)),
                ));
            }
        }
        page.body.push(kept);
        return page;
    }
    page.lead = if spot::alone(ctx.view) {
        t!(lang, "frame-alone-lead")
    } else {
        t!(lang, "frame-lead")
    };
    page.body = card(lang, ctx.view);
    page.body.push(kept);
    page.actions.insert(0, Action::Option);
    if !spot::alone(ctx.view) {
        page.actions.insert(0, Action::Recuse);
    }
    if rate::way(ctx.view) == Way::Cards {
        page.actions.insert(0, Action::Print);
    }
    page
}

/// The idea card, the options and what is known.
pub(super) fn card<R, T>(lang: Lang, view: &View<R, T>) -> Vec<Item> {
    let scenario = &view.info.scenario;
    let mut body = Vec::new();
    let block = |block| Item::Block(block);
    body.push(block(Block::Para(plain(scenario.idea.summary.get(lang)))));
    let card = words::idea_card(lang, &scenario.idea);
    let pairs = card.into_iter().map(|(label, text)| (label, plain(text)));
    body.push(block(Block::Pairs(pairs.collect())));
    if view.options.len() > 1 {
        let options = view.options.iter().map(|option| -> Rich {
            vec![
                Span::Strong(words::option_title(lang, option)),
                Span::Text(format!(". {}", words::option_summary(lang, option))),
            ]
        });
        body.push(block(Block::Heading(4, t!(lang, "show-options"))));
        body.push(block(Block::List(options.collect())));
    }
    if !scenario.facts.is_empty() {
        let facts = scenario.facts.iter().map(|fact| plain(fact.text.get(lang)));
        body.push(block(Block::Heading(4, t!(lang, "evidence-facts"))));
        body.push(block(Block::List(facts.collect())));
    }
    body
}

/// Puts the card of an idea of one's own on record.
fn write_idea(live: &mut Live, lang: Lang, values: &[Value]) -> Result<(), Complaint> {
    let scenario = &live.view.info.scenario;
    let summary = line(values, 0);
    if summary.is_empty() {
        return Err(Complaint::at(
            0,
            msg!("idea-no-summary"),
            Some(msg!("idea-no-summary-hint")),
        ));
    }
    // What was not touched keeps its words in both languages.
    let kept = |now: &str, before: Option<&Text>| match before {
        Some(before) if before.get(lang) == now => Some(before.clone()),
        _ if now.is_empty() => None,
        _ => Some(Text::same(now)),
    };
    let old = &scenario.idea;
    let part = |i: usize| {
        let before = PARTS[i].3(old);
        match values.get(i + 3) {
            Some(value) => kept(Clean::line(value.text()).as_str(), before),
            None => before.cloned(),
        }
    };
    let idea = Idea {
        summary: kept(summary.as_str(), Some(&old.summary))
            .unwrap_or_else(|| Text::same(summary.as_str())),
        data: part(0),
        about: part(1),
        purpose: part(2),
        payer: part(3),
        gains: part(4),
        returns: part(5),
        revenue: part(6),
        cost_of_not: part(7),
        consent: part(8),
        letter: None,
    };
    let organisation = Clean::name(values.get(1).map_or("", Value::text));
    let people = Clean::name(values.get(2).map_or("", Value::text));
    let people = kept(people.as_str(), Some(&scenario.people));
    let people = people.unwrap_or_else(|| scenario.people.clone());
    let same = idea == *old
        && people == scenario.people
        && organisation.as_str() == scenario.organisation.get(lang);
    if same {
        return Ok(());
    }
    let text = IdeaText {
        title: Clean::name(scenario.title.get(lang)),
        organisation,
        people,
        idea,
    };
    live.command(session::Action::WriteIdea(Box::new(text)))
}

// The room

fn room(ctx: &Ctx) -> Page {
    let lang = ctx.lang;
    let view = ctx.view;
    let framing = &view.framing;
    let mut page = ctx.page(
        t!(lang, "room-title"),
        t!(lang, "room-lead"),
        t!(lang, "enter-begin"),
    );
    let seats: Vec<String> = view.info.seats.iter().map(session::Seat::label).collect();
    let mut pairs = vec![
        (
            t!(lang, "room-participants", n = seats.len()),
            plain(seats.join(", ")),
        ),
        (
            t!(lang, "room-way"),
            plain(match framing.way {
                Way::Cards => t!(lang, "room-way-cards"),
                Way::Keyboard => t!(lang, "room-way-keyboard"),
            }),
        ),
    ];
    if framing.way == Way::Cards {
        pairs.push((
            t!(lang, "room-print"),
            plain(match &ctx.live.printed {
                Some(path) => t!(
                    lang,
                    "room-printed",
                    path = crate::text::in_place(&path.display().to_string())
                ),
                None => t!(lang, "room-print-how"),
            }),
        ));
    }
    let recused: Vec<String> = framing
        .recused
        .iter()
        .map(|recusal| {
            let names: Vec<String> = recusal
                .assessments
                .iter()
                .map(|&assessment| session::assessment_words(assessment).text(lang))
                .collect();
            t!(
                lang,
                "room-recused-one",
                seat = recusal.seat.to_string(),
                list = lang::join_and(lang, &names)
            )
        })
        .collect();
    if !recused.is_empty() {
        pairs.push((t!(lang, "room-recused"), plain(recused.join("; "))));
    }
    // Its name alone: a path would be broken in the middle of the command.
    let file = ctx.live.path.file_name().unwrap_or_default();
    let file = file.to_string_lossy();
    pairs.push((
        t!(lang, "room-projector"),
        plain(t!(
            lang,
            "room-projector-how",
            file = crate::text::in_place(&file)
        )),
    ));
    page.body.push(Item::Block(Block::Pairs(pairs)));
    page.body.extend(agenda(lang, view));
    page.fields = roles(ctx);
    page.actions.insert(0, Action::Recuse);
    if framing.way == Way::Cards {
        page.actions.insert(0, Action::Print);
    }
    page
}

/// How the time is divided.
pub(super) fn agenda<R, T>(lang: Lang, view: &View<R, T>) -> Vec<Item> {
    let instrument = &view.info.instrument;
    let given = u32::from(view.framing.minutes.unwrap_or(instrument.minutes));
    let total = u32::from(instrument.minutes.max(1));
    let agenda: Vec<Rich> = instrument
        .agenda
        .iter()
        .map(|item| {
            let minutes = (u32::from(item.minutes) * given / total).max(1);
            plain(t!(
                lang,
                "room-agenda-item",
                what = item.text.get(lang),
                minutes = minutes
            ))
        })
        .collect();
    vec![
        Item::Block(Block::Heading(4, t!(lang, "room-agenda", minutes = given))),
        Item::Block(Block::List(agenda)),
    ]
}

/// Who has which role, and how much time there is.
fn roles(ctx: &Ctx) -> Vec<Field> {
    let lang = ctx.lang;
    let framing = &ctx.view.framing;
    let usual = ctx.view.info.instrument.minutes;
    let given = framing.minutes.unwrap_or(usual);
    let roles = &framing.roles;
    vec![
        ctx.line(
            "room/chair".into(),
            t!(lang, "role-chair"),
            t!(lang, "role-chair-help"),
            roles.chair.as_str(),
        ),
        ctx.line(
            "room/owner".into(),
            t!(lang, "role-owner"),
            t!(lang, "role-owner-help"),
            roles.owner.as_str(),
        ),
        ctx.line(
            "room/legal".into(),
            t!(lang, "role-legal"),
            t!(lang, "role-legal-help"),
            roles.legal.as_str(),
        ),
        ctx.line(
            "room/scribe".into(),
            t!(lang, "role-scribe"),
            t!(lang, "role-scribe-help"),
            roles.scribe.as_str(),
        ),
        ctx.line(
            "room/minutes".into(),
            t!(lang, "room-minutes"),
            t!(lang, "room-minutes-help", usual = usual),
            &given.to_string(),
        ),
        ctx.line(
            "room/classification".into(),
            t!(lang, "room-classification"),
            t!(lang, "room-classification-help"),
            framing.classification.as_str(),
        ),
    ]
}

fn recused(ctx: &Ctx) -> Page {
    let lang = ctx.lang;
    let view = ctx.view;
    let mut page = ctx.page(
        t!(lang, "recused-title"),
        t!(lang, "recused-lead"),
        t!(lang, "enter-keep"),
    );
    let is_on = |seat, assessment| {
        view.framing
            .recused
            .iter()
            .any(|r| r.seat == seat && r.assessments.contains(&assessment))
    };
    let seats = &view.info.seats;
    let ticks = seats
        .iter()
        .flat_map(|seat| Assessment::RATED.map(|assessment| is_on(seat.id, assessment)));
    page.fields = vec![Field {
        id: "recused".into(),
        label: String::new(),
        help: t!(lang, "recused-help"),
        value: Value::Ticks(ticks.collect()),
        kind: Kind::Ticks {
            items: seats.iter().map(session::Seat::label).collect(),
            columns: vec![
                t!(lang, "rail-relationship"),
                t!(lang, "rail-need"),
                t!(lang, "rail-support"),
                t!(lang, "rail-apology"),
            ],
        },
        when: None,
    }];
    page
}
