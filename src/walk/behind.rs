//! Behind the verdict, a key away: how sure a room like this can be, what if,
//! and the options side by side. Pages to look at; nothing done on them is
//! recorded, so they lie over the verdict and are no places of the walk.

use super::{
    action::Action,
    live::{Ctx, Live, Over},
    page::{Field, Item, Kind, Page, Value},
    spot,
};
use crate::{
    lang::Lang,
    memo::{
        self, change,
        tree::{Block, plain},
        words,
    },
    method::{Apology, Assessment, Legal, Rating, Scored, Shift, Supposed, suppose},
    msg,
    session::OptionResult,
    t,
};

/// The page that lies over the verdict; none before there is one.
pub(super) fn page(ctx: &Ctx, over: Over) -> Option<Page> {
    let result = ctx.result().filter(|result| result.complete())?;
    let mut page = match over {
        Over::Sure => sure(ctx, result),
        Over::Suppose => what_if(ctx, result),
        Over::Sides => side_by_side(ctx),
        Over::Steps | Over::Confirm | Over::Retype => return None,
    };
    page.key = format!("{}/{over:?}", page.key);
    let others = [
        (Over::Sure, Action::Sure),
        (Over::Suppose, Action::Suppose),
        (Over::Sides, Action::Sides),
    ];
    let several = ctx.view.options.len() > 1;
    let there = others
        .into_iter()
        .filter(|&(other, _)| other != over && (several || other != Over::Sides));
    page.actions.extend(there.map(|(_, action)| action));
    Some(page)
}

fn sure(ctx: &Ctx, result: &OptionResult) -> Page {
    let lang = ctx.lang;
    let (title, lead) = if spot::alone(ctx.view) {
        (t!(lang, "sure-title-alone"), t!(lang, "sure-lead-alone"))
    } else {
        (t!(lang, "sure-title"), t!(lang, "sure-lead"))
    };
    let mut page = ctx.page(title, lead, t!(lang, "enter-verdict"));
    if let Some(option) = ctx.option() {
        let told = change::what_would_change(ctx.view, lang, option, result, false);
        page.body.extend(told.into_iter().map(Item::Block));
    }
    page
}

fn side_by_side(ctx: &Ctx) -> Page {
    let lang = ctx.lang;
    let mut page = ctx.page(
        t!(lang, "sides-title"),
        String::new(),
        t!(lang, "enter-verdict"),
    );
    let blocks = memo::side_by_side(ctx.view, lang, &ctx.results);
    page.body = blocks.into_iter().map(Item::Block).collect();
    page
}

// What if

/// A line of the page on which something can be supposed.
struct Dial {
    id: &'static str,
    label: String,
    /// What there is to choose from, in order.
    options: Vec<String>,
    /// Which of them is so.
    now: usize,
}

fn dials(lang: Lang, result: &OptionResult) -> [Dial; 6] {
    let judgement = &result.judgement;
    let capital = |message: crate::lang::Message| words::capital(&message.text(lang));
    let score = |id, assessment, scored: &Scored| {
        let scores = (0..=Rating::MAX).map(|score| score.to_string());
        let none = scored.grade.is_none().then(|| capital(msg!("level-none")));
        Dial {
            id,
            label: words::assessment_title(lang, assessment),
            options: none.into_iter().chain(scores).collect(),
            now: scored.grade.map_or(0, |grade| grade.get().into()),
        }
    };
    let everyone = |answer| {
        let answer = words::answer_name(lang, crate::session::AnswerWord::Apology(answer));
        t!(lang, "suppose-everyone", answer = answer)
    };
    let [whole, how, none] = judgement.apology.counts;
    let counts = format!("{whole} / {how} / {none}");
    let as_counted = t!(lang, "suppose-letter", counts = counts);
    let letter = [as_counted].into_iter().chain(Apology::ALL.map(everyone));
    [
        Dial {
            id: "suppose/legal",
            label: words::assessment_title(lang, Assessment::Legal),
            options: Legal::ALL
                .map(|state| capital(words::legal_short(state)))
                .to_vec(),
            now: judgement.legal as usize,
        },
        Dial {
            id: "suppose/bars",
            label: t!(lang, "suppose-bars"),
            options: vec![
                t!(lang, "suppose-lower"),
                t!(lang, "suppose-same"),
                t!(lang, "suppose-higher"),
            ],
            now: Shift::Same as usize,
        },
        score(
            "suppose/relationship",
            Assessment::Relationship,
            &judgement.relationship,
        ),
        score("suppose/need", Assessment::Need, &judgement.need),
        score("suppose/support", Assessment::Support, &judgement.support),
        Dial {
            id: "suppose/apology",
            label: words::assessment_title(lang, Assessment::Apology),
            options: letter.collect(),
            now: 0,
        },
    ]
}

/// What the dials stand at; as it is where they were not touched.
fn supposed(dials: &[Dial; 6], picks: &[usize]) -> Supposed {
    let moved = |i: usize| picks.get(i).copied().filter(|&pick| pick != dials[i].now);
    let score = |i: usize| {
        // Where there is no group score, that is the first to choose from.
        let first = dials[i].options.len() - usize::from(Rating::MAX) - 1;
        let score = u8::try_from(moved(i)?.checked_sub(first)?).ok()?;
        Rating::try_from(score).ok()
    };
    Supposed {
        legal: moved(0).and_then(|pick| Legal::ALL.get(pick).copied()),
        bars: moved(1)
            .and_then(|pick| Shift::ALL.get(pick).copied())
            .unwrap_or_default(),
        relationship: score(2),
        need: score(3),
        support: score(4),
        apology: moved(5).and_then(|pick| Apology::ALL.get(pick.checked_sub(1)?).copied()),
    }
}

fn what_if(ctx: &Ctx, result: &OptionResult) -> Page {
    let lang = ctx.lang;
    let mut page = ctx.page(
        t!(lang, "suppose-title"),
        String::new(),
        t!(lang, "enter-verdict"),
    );
    page.keys = t!(lang, "suppose-keys");
    let dials = dials(lang, result);
    let supposed = supposed(&dials, &ctx.live.supposed);
    let policy = &ctx.view.info.instrument.policy;
    let then = OptionResult {
        judgement: suppose(policy, &result.panel, &supposed),
        ..result.clone()
    };
    let notice = if supposed == Supposed::default() {
        t!(lang, "suppose-nothing")
    } else {
        let verdict = words::verdict_words(lang, result).to_lowercase();
        let verdict = t!(lang, "verdict-quoted", verdict = verdict);
        t!(lang, "suppose-notice", verdict = verdict)
    };
    page.body = vec![
        Item::Block(Block::Notice(plain(notice))),
        Item::Trial(words::verdict_words(lang, &then)),
        Item::Block(Block::Para(plain(words::ground(lang, &then)))),
    ];
    page.aside = page.body.len();
    let field = |dial: Dial| Field {
        id: dial.id.into(),
        label: dial.label,
        help: t!(lang, "suppose-as-is", now = dial.options[dial.now].as_str()),
        kind: Kind::Dial(dial.options),
        value: Value::Pick(Some(dial.now)),
        when: None,
    };
    page.fields = dials.into_iter().map(field).collect();
    page
}

/// What the dials were turned to.
pub(super) fn turned(live: &mut Live, values: &[Value]) {
    if live.over == Some(Over::Suppose) {
        live.supposed = values.iter().filter_map(Value::pick).collect();
    }
}
