//! The debrief of a real case: each locks a forecast, in private; then what
//! happened is told, a step at a time, beside the room's own letter.
//!
//! Invariant: before the forecasts are locked and the room has a verdict, no
//! page here holds a word of what happened; it is not in the session either.

use super::{
    action::Action,
    live::{Ctx, Live},
    page::Score,
    page::{Card, CardAnswers, Cards, Choice, Complaint, Field, Item, Kind, Look, Page, Value},
    rate,
    rate::Turn,
    spot::{self, Place, Spot},
};
use crate::{
    content::{Library, Scenario},
    lang::{self, Lang},
    memo::{
        debrief,
        tree::{Block, Span, plain},
    },
    method::Chance,
    msg,
    session::{
        self, Debrief, Forecast, HostView, Private, SeatId, Secret, Step, ToldCase, TwinTold, Way,
    },
    t,
};

/// Who has not locked a forecast yet.
pub(super) fn missing(view: &HostView) -> Vec<SeatId> {
    let seats = view.info.seats.iter().map(|seat| seat.id);
    seats.filter(|seat| !view.locked.contains(seat)).collect()
}

/// Whether the room has a verdict of its own, so that it may be told.
pub(super) fn may_be_told(ctx: &Ctx) -> bool {
    let complete = ctx
        .results
        .first()
        .is_some_and(session::OptionResult::complete);
    ctx.view.info.real && complete
}

pub(super) fn page(ctx: &Ctx) -> Page {
    match (&ctx.view.debrief, ctx.spot.place) {
        (Some(told), _) => story(ctx, told),
        (None, Place::Locked) => locked(ctx),
        (None, _) => forecast(ctx),
    }
}

// Forecasts

fn forecast(ctx: &Ctx) -> Page {
    if !may_be_told(ctx) {
        let lang = ctx.lang;
        let mut page = ctx.page(
            t!(lang, "debrief-title"),
            t!(lang, "forecast-early"),
            t!(lang, "enter-back"),
        );
        page.key = format!("{}/early", page.key);
        return page;
    }
    let missing = missing(ctx.view);
    if missing.is_empty() {
        return locked(ctx);
    }
    let all: Vec<SeatId> = ctx.view.info.seats.iter().map(|seat| seat.id).collect();
    if spot::alone(ctx.view) {
        return private(ctx, missing[0]);
    }
    if rate::way(ctx.view) == Way::Cards {
        return cards(ctx, missing);
    }
    let turn = &ctx.live.turn;
    match turn.seat.filter(|seat| missing.contains(seat)) {
        Some(seat) if turn.open => private(ctx, seat),
        Some(seat) => rate::curtain(ctx, seat, &all, &missing),
        None if missing.len() < all.len() => rate::curtain(ctx, missing[0], &all, &missing),
        None => intro(ctx, missing[0]),
    }
}

/// What is asked, and what is known of other cases.
fn asks(ctx: &Ctx, lead: String, enter: String) -> Page {
    let lang = ctx.lang;
    let base = ctx.live.base.get_or_init(|| ctx.library.base_rate(None));
    let mut page = ctx.page(t!(lang, "forecast-title"), lead, enter);
    page.body = vec![
        Item::Block(Block::Para(plain(t!(
            lang,
            "forecast-base",
            n = base.happened,
            of = base.of
        )))),
        Item::Small(t!(lang, "forecast-means")),
    ];
    page
}

fn intro(ctx: &Ctx, first: SeatId) -> Page {
    let lang = ctx.lang;
    let seat = first.to_string();
    asks(
        ctx,
        t!(lang, "keyboard-lead", seat = seat.as_str()),
        t!(lang, "enter-pass", seat = seat),
    )
}

fn private(ctx: &Ctx, seat: SeatId) -> Page {
    let lang = ctx.lang;
    let lone = spot::alone(ctx.view);
    let mut page = asks(ctx, t!(lang, "forecast-lead"), t!(lang, "enter-lock"));
    page.key = format!("{}/{seat}", page.key);
    if !lone {
        page.look = Look::Private;
        page.body = vec![Item::Small(t!(
            lang,
            "private-who",
            seat = seat.to_string()
        ))];
    }
    page.fields = vec![
        Field {
            id: format!("forecast/{seat}"),
            label: t!(lang, "forecast-label"),
            help: t!(lang, "forecast-help"),
            kind: Kind::Percent(vec![
                (0, t!(lang, "forecast-at-0")),
                (5, t!(lang, "forecast-at-50")),
                (10, t!(lang, "forecast-at-100")),
            ]),
            value: Value::Score(None),
            when: None,
        },
        Field::choice(
            format!("recognised/{seat}"),
            t!(lang, "forecast-recognised"),
            vec![
                Choice::new(t!(lang, "forecast-recognised-no"), String::new()),
                Choice::new(
                    t!(lang, "forecast-recognised-yes"),
                    t!(lang, "forecast-recognised-about"),
                ),
            ],
            None,
            false,
        ),
    ];
    page
}

fn cards(ctx: &Ctx, seats: Vec<SeatId>) -> Page {
    let lang = ctx.lang;
    let mut page = asks(
        ctx,
        t!(lang, "forecast-cards-lead", n = seats.len()),
        t!(lang, "enter-lock"),
    );
    let order: Vec<String> = seats.iter().map(ToString::to_string).collect();
    let id = "forecasts".to_owned();
    page.fields = vec![Field {
        value: Value::Text(ctx.text(&id, "")),
        id,
        label: t!(lang, "cards-label", order = order.join(" ")),
        help: t!(lang, "cards-help-forecast"),
        kind: Kind::Cards(Cards {
            seats,
            answers: CardAnswers::Forecast,
            again: false,
        }),
        when: None,
    }];
    page
}

/// All are in; nothing is told yet.
fn locked(ctx: &Ctx) -> Page {
    let lang = ctx.lang;
    let n = ctx.view.locked.len();
    let all = ctx.view.info.seats.len();
    let mut page = ctx.page(
        t!(lang, "locked-title", n = n),
        t!(lang, "locked-lead"),
        t!(lang, "enter-story"),
    );
    page.key = format!("{}/locked", page.key);
    if !spot::alone(ctx.view) {
        page.body
            .push(Item::Big(t!(lang, "ready-big", n = n, all = all)));
    }
    if let Some(pair) = &ctx.view.info.pair {
        page.lead = t!(lang, "locked-pair-lead");
        page.enter = t!(lang, "enter-choose");
        page.fields = vec![Field::choice(
            "locked",
            String::new(),
            vec![
                Choice::new(t!(lang, "locked-twin"), t!(lang, "locked-twin-about")),
                Choice::new(t!(lang, "locked-tell"), t!(lang, "locked-tell-about")),
            ],
            // What is told here would give the other one away.
            Some(usize::from(!pair.later)),
            true,
        )];
    }
    page
}

pub(super) fn submit(
    live: &mut Live,
    lang: Lang,
    library: &Library,
    values: &[Value],
) -> Result<(), Complaint> {
    if let Some(told) = live.view.debrief.clone() {
        return next_beat(live, &told);
    }
    let ctx = live.ctx(lang, library);
    if !may_be_told(&ctx) {
        let option = live.spot().option;
        return live.go(&Spot::new(Step::Verdict, &option, Place::Verdict));
    }
    let missing = missing(&live.view);
    if missing.is_empty() || live.spot().place == Place::Locked {
        return match values.first().and_then(Value::pick) {
            Some(0) if live.view.info.pair.is_some() => {
                live.twin = live.view.info.pair.as_ref().map(|pair| pair.file.clone());
                Ok(())
            }
            _ => tell(live, library),
        };
    }
    let lone = spot::alone(&live.view);
    if !lone && rate::way(&live.view) == Way::Cards {
        return lock_cards(live, lang, library, values);
    }
    let all = live.view.info.seats.len();
    match live.turn.seat.filter(|seat| missing.contains(seat)) {
        None if lone => lock_one(live, missing[0], values),
        Some(seat) if live.turn.open || lone => lock_one(live, seat, values),
        Some(_) => {
            live.turn.open = true;
            Ok(())
        }
        None => {
            live.turn.seat = Some(missing[0]);
            // The curtain was on the screen already.
            live.turn.open = missing.len() < all;
            Ok(())
        }
    }
}

/// One person's forecast.
fn lock_one(live: &mut Live, seat: SeatId, values: &[Value]) -> Result<(), Complaint> {
    let none = |field| {
        Complaint::at(
            field,
            msg!("private-none"),
            Some(msg!("forecast-none-hint")),
        )
    };
    let chance = match values.first().and_then(Value::score) {
        Some(Score::Number(tenths)) => Chance::from_tenths(tenths),
        _ => None,
    };
    let chance = chance.ok_or_else(|| none(0))?;
    let recognised = values.get(1).and_then(Value::pick).ok_or_else(|| none(1))? == 1;
    let forecast = Secret::new(Forecast { chance, recognised });
    live.command(session::Action::Lock(vec![(seat, forecast)]))?;
    live.turn = Turn::default();
    Ok(())
}

/// The forecasts typed from paper; who gave none is left out.
fn lock_cards(
    live: &mut Live,
    lang: Lang,
    library: &Library,
    values: &[Value],
) -> Result<(), Complaint> {
    let page = live.page(lang, library);
    let Some(Kind::Cards(cards)) = page.fields.first().map(|field| &field.kind) else {
        return Ok(());
    };
    let read = rate::read_cards(0, cards, values.first().map_or("", Value::text))?;
    let given = cards.seats.iter().zip(read).filter_map(|(&seat, card)| {
        let Card::Forecast(Some(forecast)) = card else {
            return None;
        };
        Some((seat, Secret::new(forecast)))
    });
    let given: Vec<_> = given.collect();
    if !given.is_empty() {
        live.command(session::Action::Lock(given))?;
    }
    lock_in(live)
}

/// Goes on with the forecasts that there are.
pub(super) fn lock_in(live: &mut Live) -> Result<(), Complaint> {
    live.go_place(Place::Locked)
}

/// What the library tells of a case.
fn told(library: &Library, id: &str) -> Option<ToldCase> {
    let case = library.scenario(id).ok()?;
    let outcome = case.outcome?;
    let differs = |twin: &Scenario| {
        let mut all = outcome.differences.iter();
        all.find(|d| d.twin == twin.id).map(|d| d.text.clone())
    };
    let twin = |id: &String| {
        let twin = library.scenario(id).ok()?;
        Some(TwinTold {
            differs: differs(&twin),
            title: twin.title,
            organisation: twin.organisation,
            year: twin.year,
            class: twin.outcome?.class,
        })
    };
    let twins = case.twins.iter().filter_map(twin).collect();
    Some(ToldCase {
        title: case.title,
        organisation: case.organisation,
        facts: case.facts,
        twins,
        base: library.base_rate(Some(id)),
        outcome,
    })
}

fn tell(live: &mut Live, library: &Library) -> Result<(), Complaint> {
    let id = &live.view.info.scenario.id;
    let Some(told) = told(library, id) else {
        return Err(Complaint::new(
            msg!("debrief-gone"),
            Some(msg!("debrief-gone-hint")),
        ));
    };
    live.command(session::Action::Debrief(Box::new(told)))?;
    live.beat = 0;
    let option = live.spot().option;
    live.go(&Spot::new(Step::Debrief, &option, Place::Story))
}

// What happened

/// A beat of the story.
enum Beat {
    /// A step of what happened, from 0.
    Step(usize),
    /// How it ended, and the apology.
    Apology,
    /// The same idea elsewhere.
    Twins,
    /// The forecasts against what happened.
    Forecasts,
    /// Lessons, and what to talk about.
    Talk,
}

fn beats(told: &Debrief) -> Vec<Beat> {
    let mut beats: Vec<Beat> = (0..told.outcome.timeline.len()).map(Beat::Step).collect();
    beats.push(Beat::Apology);
    if !told.twins.is_empty() {
        beats.push(Beat::Twins);
    }
    beats.extend([Beat::Forecasts, Beat::Talk]);
    beats
}

fn next_beat(live: &mut Live, told: &Debrief) -> Result<(), Complaint> {
    if live.beat + 1 < beats(told).len() {
        live.beat += 1;
        return Ok(());
    }
    // To the other of the pair, where that is still to be told.
    if let Some(pair) = &live.view.info.pair
        && !pair.later
    {
        live.twin = Some(pair.file.clone());
        return Ok(());
    }
    let option = live.spot().option;
    live.go(&Spot::new(Step::Memo, &option, Place::Preview))
}

fn story(ctx: &Ctx, told: &Debrief) -> Page {
    let lang = ctx.lang;
    let scenario = &ctx.view.info.scenario;
    let beats = beats(told);
    let at = ctx.live.beat.min(beats.len() - 1);
    let block = Item::Block;
    let mut page = ctx.page(
        t!(lang, "debrief-title"),
        t!(
            lang,
            "story-of",
            title = scenario.title.get(lang),
            organisation = scenario.organisation.get(lang)
        ),
        t!(lang, "enter-next"),
    );
    page.key = format!("{}/{at}", page.key);
    page.actions.insert(0, Action::Export);
    let heading = |text: String| block(Block::Heading(4, text));
    match beats[at] {
        Beat::Step(step) => {
            page.body.push(block(debrief::timeline(
                lang,
                &told.outcome,
                step + 1,
                true,
            )));
        }
        Beat::Apology => {
            page.body
                .push(block(Block::Para(vec![Span::Strong(debrief::ending(
                    lang,
                    &told.outcome.class,
                ))])));
            page.body.push(heading(t!(lang, "show-apology")));
            let blocks = debrief::apology(lang, &told.outcome);
            page.body.extend(blocks.into_iter().map(block));
            page.aside = page.body.len();
            page.body.extend(ours(ctx));
        }
        Beat::Twins => {
            page.title = t!(lang, "debrief-twins");
            let blocks = debrief::twins(lang, told);
            page.body.extend(blocks.into_iter().map(block));
        }
        Beat::Forecasts => {
            page.title = t!(lang, "debrief-forecasts-title");
            let blocks = debrief::forecasts(ctx.view, lang, told);
            page.body.extend(blocks.into_iter().map(block));
        }
        Beat::Talk => {
            if let Some(questions) = debrief::questions(lang, &told.outcome) {
                page.title = t!(lang, "debrief-questions");
                page.body.push(block(questions));
            }
            page.aside = page.body.len();
            page.body.push(heading(t!(lang, "show-lessons")));
            page.body.push(block(debrief::lessons(lang, &told.outcome)));
            page.body.push(heading(t!(lang, "show-sources")));
            let sources = debrief::sources(lang, &told.outcome);
            page.body.extend(sources.into_iter().map(block));
            page.enter = match &ctx.view.info.pair {
                Some(pair) if !pair.later => t!(lang, "enter-twin"),
                _ => t!(lang, "enter-memo"),
            };
        }
    }
    page
}

/// The room's own letter, or its sentences, beside the real one.
fn ours(ctx: &Ctx) -> Vec<Item> {
    let lang = ctx.lang;
    let view = ctx.view;
    let mut items = vec![Item::Block(Block::Heading(4, t!(lang, "story-yours")))];
    let letter = view.letters.values().find(|l| !l.text.is_empty());
    let first = view.options.first().map_or("a", |option| &option.id);
    let sentences = super::private::shown(view, Private::Sentence, first);
    if let Some(letter) = letter {
        let paragraphs = letter.text.as_str().split("\n\n").map(str::to_owned);
        items.push(Item::Block(Block::Letter(paragraphs.collect())));
    } else if let Some(sentences) = sentences {
        let quoted = sentences
            .iter()
            .filter(|one| !one.words.text.is_empty())
            .map(|one| vec![Span::Quote(one.words.text.to_string())]);
        items.push(Item::Block(Block::List(quoted.collect())));
    } else {
        return Vec::new();
    }
    let regrets = crate::content::Regret::ALL
        .iter()
        .map(|&regret| crate::memo::words::regret(regret).text(lang));
    let regrets: Vec<String> = regrets.collect();
    items.push(Item::Block(Block::Para(vec![Span::Strong(t!(
        lang,
        "story-yours-regrets",
        list = lang::join_or(lang, &regrets)
    ))])));
    items
}
