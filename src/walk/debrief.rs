//! The debrief of a real case: each locks a forecast, in private; then what
//! happened is told, a step at a time, beside the room's own letter.
//!
//! Invariant: before the forecasts are locked and the room has a verdict, no
//! page here holds a word of what happened; it is not in the session either.

use super::{
    action::Action,
    live::{Ctx, Live, Out, short_title},
    page::{
        Card, CardAnswers, Cards, Choice, Complaint, Field, Item, Kind, Look, Page, Score, Value,
    },
    rate::{self, Turn},
    spot::{self, Place, Spot},
};
use crate::{
    content::{Library, Scenario, Text},
    lang::{self, Lang},
    memo::{
        debrief,
        tree::{Block, Span, Table, plain},
        words,
    },
    method::{Assessment, Chance},
    msg,
    session::{
        self, Debrief, Forecast, HostView, OptionResult, Private, SeatId, Secret, Step, ToldCase,
        TwinTold, View, Way, Words,
    },
    t,
};

/// Who has not locked a forecast yet.
pub(super) fn missing<R, T>(view: &View<R, T>) -> Vec<SeatId> {
    let seats = view.info.seats.iter().map(|seat| seat.id);
    seats.filter(|seat| !view.locked.contains(seat)).collect()
}

/// Whether the room has a verdict of its own, so that it may be told.
pub(super) fn may_be_told(view: &HostView) -> bool {
    let results = session::results(view);
    let complete = results.first().is_some_and(session::OptionResult::complete);
    view.info.real && complete
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
    if !may_be_told(ctx.view) {
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
    rate::round(
        ctx,
        &all,
        &missing,
        |first| intro(ctx, first),
        |seat| private(ctx, seat),
    )
}

/// What is asked, and what is known of other cases.
fn asks(ctx: &Ctx, lead: String, enter: String) -> Page {
    let lang = ctx.lang;
    let mut page = ctx.page(t!(lang, "forecast-title"), lead, enter);
    page.body = vec![
        Item::Block(Block::Para(plain(base_rate(ctx)))),
        Item::Small(t!(lang, "forecast-means")),
    ];
    if ctx.view.decision.is_none() {
        page.body.push(Item::Small(t!(lang, "forecast-undecided")));
    }
    page
}

/// How often it ended so in the library. Of all cases: with this one left out
/// it could be reckoned how this one ended.
fn base_rate(ctx: &Ctx) -> String {
    let base = ctx.live.base.get_or_init(|| ctx.library.base_rate(None));
    t!(ctx.lang, "forecast-base", n = base.happened, of = base.of)
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
        page.body = vec![
            Item::Small(t!(lang, "private-who", seat = seat.to_string())),
            Item::Small(base_rate(ctx)),
        ];
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
    let pile = Cards {
        seats,
        answers: CardAnswers::Forecast,
        again: false,
    };
    let help = t!(lang, "cards-help-forecast");
    page.fields = vec![ctx.cards("forecasts".into(), help, pile)];
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
    match after_lock(ctx.live) {
        AfterLock::Tell => {}
        AfterLock::TwinTold => {
            page.lead = t!(lang, "locked-pair-both");
            page.enter = t!(lang, "enter-twin");
        }
        AfterLock::Choose => {
            page.lead = t!(lang, "locked-pair-lead");
            page.enter = t!(lang, "enter-choose");
            page.fields = vec![Field::choice(
                "locked",
                String::new(),
                vec![
                    Choice::new(t!(lang, "locked-twin"), t!(lang, "locked-twin-about")),
                    Choice::new(t!(lang, "locked-tell"), t!(lang, "locked-tell-about")),
                ],
                Some(0),
                true,
            )];
        }
    }
    page
}

/// What comes once the forecasts are locked.
enum AfterLock {
    /// What happened.
    Tell,
    /// What happened in the twin, which was walked first.
    TwinTold,
    /// The twin is still to be walked: that, or what happened here.
    Choose,
}

fn after_lock(live: &Live) -> AfterLock {
    match (&live.view.info.pair, &live.twin) {
        (Some(pair), Some(_)) if pair.later && !twin_locked(live) => AfterLock::Choose,
        (Some(pair), Some(twin)) if !pair.later && twin_locked(live) && twin.debrief.is_none() => {
            AfterLock::TwinTold
        }
        _ => AfterLock::Tell,
    }
}

/// Whether the twin was walked as far as its forecasts.
fn twin_locked(live: &Live) -> bool {
    live.twin.as_ref().is_some_and(|twin| {
        let place = Spot::of(twin).place;
        // Or went on without any.
        !twin.locked.is_empty() || matches!(place, Place::Locked | Place::Story)
    })
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
    if !may_be_told(&live.view) {
        let option = live.view.options.first().map_or("a", |o| &o.id).to_owned();
        return live.go(&Spot::new(Step::Verdict, &option, Place::Verdict));
    }
    let missing = missing(&live.view);
    if missing.is_empty() || live.spot().place == Place::Locked {
        let first = values.first().and_then(Value::pick) == Some(0);
        let twin = match after_lock(live) {
            AfterLock::Tell => false,
            AfterLock::TwinTold => true,
            AfterLock::Choose => first,
        };
        if twin {
            live.out = Some(Out::Twin);
            return Ok(());
        }
        return tell(live, library);
    }
    let lone = spot::alone(&live.view);
    if !lone && rate::way(&live.view) == Way::Cards {
        return lock_cards(live, lang, library, values);
    }
    if lone {
        return lock_one(live, missing[0], values);
    }
    let Some(seat) = live.turn.seated(&missing) else {
        let all = live.view.info.seats.len();
        live.turn.pass(&missing, all);
        return Ok(());
    };
    lock_one(live, seat, values)
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

/// What the library tells of a case. `later` is the id of the twin that is told of after it, in its own session.
fn told(library: &Library, id: &str, later: Option<&str>) -> Option<ToldCase> {
    let case = library.scenario(id).ok()?;
    let outcome = case.outcome?;
    let differs = |twin: &Scenario| {
        let mut all = outcome.differences.iter();
        all.find(|d| d.twin == twin.id).map(|d| d.text.clone())
    };
    let twin = |id: &String| {
        let twin = library.scenario(id).ok()?;
        Some(TwinTold {
            later: later == Some(&twin.id),
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
    let twin = live.twin.as_ref().filter(|_| leads_to_twin(live));
    let later = twin.map(|twin| twin.info.scenario.id.as_str());
    let Some(told) = told(library, id, later) else {
        return Err(Complaint::new(
            msg!("debrief-gone"),
            Some(msg!("debrief-gone-hint")),
        ));
    };
    live.command(session::Action::Debrief(Box::new(told)))?;
    live.beat = 0;
    live.stale = live.written.is_some();
    let option = live.spot().option;
    live.go(&Spot::new(Step::Debrief, &option, Place::Story))
}

// What happened

/// A beat of the story.
enum Beat {
    /// A step of what happened, from 0.
    Step(usize),
    /// How it ended, and the apology as it was made.
    Ending,
    /// What it says and regrets, beside the room's own letter.
    Letters,
    /// The same idea elsewhere.
    Twins,
    /// The forecasts against what happened.
    Forecasts,
    /// Lessons, and what to talk about.
    Talk,
}

fn beats(told: &Debrief) -> Vec<Beat> {
    let mut beats: Vec<Beat> = (0..told.outcome.timeline.len()).map(Beat::Step).collect();
    beats.extend([Beat::Ending, Beat::Letters]);
    if told.twins.iter().any(|twin| !twin.later) {
        beats.push(Beat::Twins);
    }
    beats.extend([Beat::Forecasts, Beat::Talk]);
    beats
}

/// Whether what happened here is followed by what happened in the twin.
fn leads_to_twin(live: &Live) -> bool {
    let first = live.view.info.pair.as_ref().is_some_and(|pair| pair.later);
    first && twin_locked(live)
}

fn next_beat(live: &mut Live, told: &Debrief) -> Result<(), Complaint> {
    if live.beat + 1 < beats(told).len() {
        live.beat += 1;
        return Ok(());
    }
    if leads_to_twin(live) {
        live.out = Some(Out::Twin);
        return Ok(());
    }
    let option = live.spot().option;
    live.go(&Spot::new(Step::Memo, &option, Place::Preview))
}

fn story(ctx: &Ctx, told: &Debrief) -> Page {
    let lang = ctx.lang;
    let last = beats(told).len() - 1;
    let at = ctx.live.beat.min(last);
    let enter = match at == last {
        false => t!(lang, "enter-next"),
        true if leads_to_twin(ctx.live) => t!(lang, "enter-twin"),
        true => t!(lang, "enter-memo"),
    };
    let mut page = ctx.page(String::new(), story_of(lang, ctx.view), enter);
    page.key = format!("{}/{at}", page.key);
    page.actions.insert(0, Action::Export);
    let both = ctx.live.twin.as_ref().and_then(|twin| {
        let (theirs, ours) = (session::results(twin), &ctx.results);
        let title = |view: &HostView| view.info.scenario.title.clone();
        let rooms = [
            (&title(twin), theirs.first()?),
            (&title(ctx.view), ours.first()?),
        ];
        both_rooms(lang, rooms)
    });
    (page.title, page.body, page.aside) = beat(lang, ctx.view, told, at, both);
    page
}

/// Whose story it is.
pub(super) fn story_of<R, T>(lang: Lang, view: &View<R, T>) -> String {
    let scenario = &view.info.scenario;
    t!(
        lang,
        "story-of",
        title = scenario.title.get(lang),
        organisation = scenario.organisation.get(lang)
    )
}

/// A beat of the story, from 0: its title, what there is to see, and from
/// which item on that may stand beside the rest. `both` is what the same room
/// made of both cases of a pair.
pub(super) fn beat<R, T: AsRef<Words>>(
    lang: Lang,
    view: &View<R, T>,
    told: &Debrief,
    at: usize,
    both: Option<Block>,
) -> (String, Vec<Item>, usize) {
    let beats = beats(told);
    let at = at.min(beats.len() - 1);
    let block = Item::Block;
    let heading = |text: String| block(Block::Heading(4, text));
    let mut title = t!(lang, "debrief-title");
    let (mut body, mut aside) = (Vec::new(), 0);
    match beats[at] {
        Beat::Step(step) => {
            let all = told.outcome.timeline.len();
            if let Some(entry) = told.outcome.timeline.get(step) {
                let date = lang::loose_date(lang, &entry.date);
                let n = step + 1;
                body.push(block(Block::Heading(
                    3,
                    t!(lang, "story-step", date = date, n = n, all = all),
                )));
                let source = Span::Text(format!(" ({})", entry.source));
                let text = Span::Strong(entry.text.get(lang).to_owned());
                body.push(block(Block::Para(vec![text, source])));
            }
            if step > 0 {
                aside = body.len();
                body.push(heading(t!(lang, "story-before")));
                let before = debrief::timeline(lang, &told.outcome, step, true);
                body.push(block(before));
            }
        }
        Beat::Ending => {
            body.push(block(Block::Para(vec![Span::Strong(debrief::ending(
                lang,
                &told.outcome.class,
            ))])));
            body.push(heading(t!(lang, "show-apology")));
            body.push(block(debrief::apology_told(lang, &told.outcome)));
        }
        Beat::Letters => {
            if !told.outcome.apology.regrets.is_empty() {
                title = t!(lang, "story-letters");
            }
            let blocks = debrief::apology_says(lang, &told.outcome);
            body.extend(blocks.into_iter().map(block));
            aside = body.len();
            body.extend(ours(lang, view));
        }
        Beat::Twins => {
            title = t!(lang, "debrief-twins");
            body.extend(both.map(block));
            let blocks = debrief::twins(lang, told);
            body.extend(blocks.into_iter().map(block));
        }
        Beat::Forecasts => {
            title = t!(lang, "debrief-forecasts-title");
            let blocks = debrief::forecasts(view, lang, told);
            body.extend(blocks.into_iter().map(block));
        }
        Beat::Talk => {
            if let Some(questions) = debrief::questions(lang, &told.outcome) {
                title = t!(lang, "debrief-questions");
                body.push(block(questions));
            }
            aside = body.len();
            body.push(heading(t!(lang, "show-lessons")));
            body.push(block(debrief::lessons(lang, &told.outcome)));
            body.push(heading(t!(lang, "show-sources")));
            let sources = debrief::sources(lang, &told.outcome);
            body.extend(sources.into_iter().map(block));
        }
    }
    (title, body, aside)
}

/// What the same room made of both cases of a pair.
pub(super) fn both_rooms(lang: Lang, rooms: [(&Text, &OptionResult); 2]) -> Option<Block> {
    let row = |(title, result): (&Text, &OptionResult)| {
        let judgement = &result.judgement;
        let [whole, how, none] = judgement.apology.counts;
        vec![
            plain(short_title(title.get(lang))),
            vec![Span::Strong(words::verdict_words(lang, result))],
            plain(words::level_reading(lang, &judgement.need)),
            plain(words::level_reading(lang, &judgement.support)),
            plain(format!("{whole} / {how} / {none}")),
        ]
    };
    let [(_, first), _] = rooms;
    first.complete().then(|| {
        Block::Table(Table {
            caption: t!(lang, "debrief-both"),
            head: vec![
                t!(lang, "debrief-case"),
                t!(lang, "memo-column-verdict"),
                words::assessment_title(lang, Assessment::Need),
                words::assessment_title(lang, Assessment::Support),
                t!(lang, "memo-column-apology"),
            ],
            rows: rooms.map(row).to_vec(),
            numeric: vec![false; 5],
        })
    })
}

/// The room's own letter, or its sentences, beside the real one.
fn ours<R, T: AsRef<Words>>(lang: Lang, view: &View<R, T>) -> Vec<Item> {
    let mut items = vec![Item::Block(Block::Heading(4, t!(lang, "story-yours")))];
    let letter = view.letters.values().find(|l| !l.text.is_empty());
    let first = view.options.first().map_or("a", |option| &option.id);
    let sentences = super::private::shown(view, Private::Sentence, first);
    if let Some(letter) = letter {
        let letter = crate::memo::adopted(view, lang, letter.text.as_str());
        items.push(Item::Block(Block::Letter(letter)));
    } else if let Some(sentences) = sentences {
        let quoted = sentences
            .iter()
            .map(|one| &one.as_ref().text)
            .filter(|text| !text.is_empty())
            .map(|text| vec![Span::Quote(text.to_string())]);
        items.push(Item::Block(Block::List(quoted.collect())));
    } else {
        items.push(Item::Block(Block::Para(plain(t!(
            lang,
            "story-yours-none"
        )))));
        return items;
    }
    let regrets = crate::content::Regret::ALL
        .iter()
        .map(|&regret| words::regret(regret).text(lang));
    let regrets: Vec<String> = regrets.collect();
    items.push(Item::Block(Block::Para(vec![Span::Strong(t!(
        lang,
        "story-yours-regrets",
        list = lang::join_or(lang, &regrets)
    ))])));
    items
}
