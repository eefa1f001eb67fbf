//! What really happened, and how sure each was beforehand: told step by step
//! on the screen, and whole in the memo once it is told.

use super::{
    parts::seat_label,
    tree::{Bar, Bars, Block, Fill, Rich, Span, plain},
    words,
};
use crate::{
    content::{Outcome, Regret},
    lang::{self, Lang},
    method::{BaseRate, calibration, mean_brier},
    session::{Debrief, HostView, View},
    t,
};

/// From how many forecasts on it is told how often they had the right side.
const FEW: u32 = 3;

/// The first `upto` steps of what happened, the newest first or last.
#[must_use]
pub fn timeline(lang: Lang, outcome: &Outcome, upto: usize, newest_first: bool) -> Block {
    let told = outcome.timeline.iter().take(upto).map(|entry| {
        let text = words::with_source(lang, entry.text.get(lang), &entry.source);
        (lang::loose_date(lang, &entry.date), plain(text))
    });
    let mut told: Vec<(String, Rich)> = told.collect();
    if newest_first {
        told.reverse();
    }
    Block::Pairs(told)
}

/// "How it ended: withdrawn, apologised."
#[must_use]
pub fn ending(lang: Lang, class: &[crate::content::OutcomeClass]) -> String {
    let class: Vec<String> = class
        .iter()
        .map(|&class| words::class_of_outcome(class).text(lang))
        .collect();
    t!(lang, "debrief-ended", how = class.join(", "))
}

/// The real apology as it was made, or that none is on record.
#[must_use]
pub fn apology_told(lang: Lang, outcome: &Outcome) -> Block {
    let apology = &outcome.apology;
    let source = apology.source.as_deref().unwrap_or_default();
    let text = words::with_source(lang, apology.text.get(lang), source);
    Block::Para(plain(text))
}

/// Its one sentence, and what it regrets; or that none is on record here.
#[must_use]
pub fn apology_says(lang: Lang, outcome: &Outcome) -> Vec<Block> {
    let apology = &outcome.apology;
    let mut blocks = Vec::new();
    if let Some(quote) = &apology.quote {
        blocks.push(Block::Para(vec![Span::Quote(quote.clone())]));
    }
    if apology.regrets.is_empty() {
        blocks.push(Block::Para(plain(t!(lang, "debrief-no-apology"))));
        return blocks;
    }
    let regrets: Vec<String> = apology
        .regrets
        .iter()
        .map(|&regret| words::regret(regret).text(lang))
        .collect();
    let what = lang::join_and(lang, &regrets);
    let mut spans = vec![Span::Strong(t!(lang, "debrief-regrets", what = what))];
    if !apology.regrets.contains(&Regret::Act) {
        spans.push(Span::Text(format!(" {}", t!(lang, "debrief-not-the-act"))));
    }
    blocks.push(Block::Para(spans));
    blocks
}

/// The same idea elsewhere, and the one thing that differed; but for a twin
/// that is told of in a session of its own.
#[must_use]
pub fn twins(lang: Lang, told: &Debrief) -> Vec<Block> {
    let mut blocks = Vec::new();
    for twin in told.twins.iter().filter(|twin| !twin.later) {
        blocks.push(Block::Heading(4, twin.title.get(lang).to_owned()));
        let year = twin.year.map(|year| year.to_string());
        let place: Vec<String> = [Some(twin.organisation.get(lang).to_owned()), year]
            .into_iter()
            .flatten()
            .collect();
        let ended = ending(lang, &twin.class);
        blocks.push(Block::Para(plain(format!("{}. {ended}", place.join(", ")))));
        if let Some(differs) = &twin.differs {
            blocks.push(Block::Notice(vec![
                Span::Strong(format!("{} ", t!(lang, "debrief-differs"))),
                Span::Text(differs.get(lang).to_owned()),
            ]));
        }
    }
    blocks
}

/// Whether it was stopped within 24 months, in a sentence.
#[must_use]
pub fn stopped(lang: Lang, outcome: &Outcome) -> String {
    if outcome.stopped_within_24_months {
        t!(lang, "debrief-stopped")
    } else {
        t!(lang, "debrief-not-stopped")
    }
}

/// Each one's forecast against what happened.
#[must_use]
pub fn forecasts<R, T>(view: &View<R, T>, lang: Lang, told: &Debrief) -> Vec<Block> {
    let happened = told.outcome.stopped_within_24_months;
    let mut blocks = vec![Block::Para(vec![Span::Strong(stopped(
        lang,
        &told.outcome,
    ))])];
    let base = told.base.share();
    let rows = told.forecasts.iter().map(|one| {
        let chance = one.forecast.chance;
        Bar {
            label: one
                .seat
                .map_or_else(String::new, |seat| seat_label(view, seat)),
            fill: Fill::Share(f64::from(chance.tenths()) / 10.0),
            says: format!("{}%", chance.percent()),
            note: if one.forecast.recognised {
                t!(lang, "debrief-recognised")
            } else {
                let brier = lang::hundredths(lang, chance.brier(happened));
                t!(lang, "debrief-brier", brier = brier)
            },
            lit: false,
        }
    });
    let library = base.map(|share| Bar {
        label: t!(lang, "debrief-library"),
        fill: Fill::Share(share),
        says: lang::percent(share),
        note: base_rate(lang, told.base),
        lit: false,
    });
    if !told.forecasts.is_empty() {
        blocks.push(Block::Bars(Bars {
            caption: t!(lang, "debrief-forecasts"),
            rows: rows.chain(library).collect(),
        }));
    }
    let counted: Vec<_> = told
        .forecasts
        .iter()
        .filter(|one| !one.forecast.recognised)
        .map(|one| (one.forecast.chance, happened))
        .collect();
    let chances: Vec<_> = counted.iter().map(|&(chance, _)| chance).collect();
    let mut said = Vec::new();
    if let Some(all) = calibration(&counted).filter(|all| all.of >= FEW) {
        said.push(t!(
            lang,
            "debrief-calibration",
            confidence = lang::percent(all.confidence),
            right = all.right,
            of = all.of,
            low = format!("{:.0}", all.interval.0 * 100.0),
            high = format!("{:.0}", all.interval.1 * 100.0)
        ));
    }
    if let (Some(own), Some(base)) = (mean_brier(&chances, happened), told.base.brier(happened)) {
        said.push(t!(
            lang,
            "debrief-mean-brier",
            own = lang::hundredths(lang, own),
            base = lang::hundredths(lang, base)
        ));
    }
    let recognised = told.forecasts.len() - counted.len();
    if recognised > 0 {
        said.push(t!(lang, "debrief-recognised-count", n = recognised));
    }
    if !said.is_empty() {
        blocks.push(Block::Para(plain(said.join(" "))));
    }
    blocks
}

/// "Of the 28 other cases in the library, 9."
fn base_rate(lang: Lang, base: BaseRate) -> String {
    t!(lang, "debrief-base", of = base.of, n = base.happened)
}

fn list(items: &[crate::content::Text], lang: Lang) -> Block {
    Block::List(items.iter().map(|item| plain(item.get(lang))).collect())
}

/// What to take from it.
#[must_use]
pub fn lessons(lang: Lang, outcome: &Outcome) -> Block {
    list(&outcome.lessons, lang)
}

/// What to talk about; none where the case asks nothing.
#[must_use]
pub fn questions(lang: Lang, outcome: &Outcome) -> Option<Block> {
    let asks = !outcome.questions.is_empty();
    asks.then(|| list(&outcome.questions, lang))
}

/// The sources, and how well the case is documented.
#[must_use]
pub fn sources(lang: Lang, outcome: &Outcome) -> Vec<Block> {
    let sources = outcome.sources.iter().map(|s| plain(s.as_str()));
    let confidence = words::confidence(outcome.confidence).text(lang);
    vec![
        Block::List(sources.collect()),
        Block::Para(plain(confidence)),
    ]
}

/// The whole of it, without forecasts: for whoever looks it up.
#[must_use]
pub fn whole(lang: Lang, outcome: &Outcome) -> Vec<Block> {
    let heading = |text| Block::Heading(3, text);
    let mut blocks = vec![
        Block::Para(vec![Span::Strong(ending(lang, &outcome.class))]),
        timeline(lang, outcome, outcome.timeline.len(), false),
        heading(t!(lang, "show-apology")),
    ];
    blocks.push(apology_told(lang, outcome));
    if !outcome.apology.regrets.is_empty() {
        blocks.extend(apology_says(lang, outcome));
    }
    blocks.push(heading(t!(lang, "show-lessons")));
    blocks.push(lessons(lang, outcome));
    if let Some(questions) = questions(lang, outcome) {
        blocks.push(heading(t!(lang, "debrief-questions")));
        blocks.push(questions);
    }
    blocks.push(heading(t!(lang, "show-sources")));
    blocks.extend(sources(lang, outcome));
    blocks
}

/// The annex: nothing before it is told.
pub(super) fn annex(view: &HostView, lang: Lang) -> Vec<Block> {
    let Some(told) = &view.debrief else {
        return Vec::new();
    };
    let mut blocks = whole(lang, &told.outcome);
    let twins = twins(lang, told);
    if !twins.is_empty() {
        blocks.push(Block::Heading(3, t!(lang, "debrief-twins")));
        blocks.extend(twins);
    }
    blocks.push(Block::Heading(3, t!(lang, "debrief-forecasts-title")));
    blocks.extend(forecasts(view, lang, told));
    blocks
}
