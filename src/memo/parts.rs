//! Parts that page one and the annexes share.

use super::{
    tree::{Block, Headline, Span, Strip, Table, plain},
    words,
};
use crate::{
    content::OptionCard,
    lang::Lang,
    method::{Assessment, Rating, Scored},
    msg,
    session::{HostView, OptionResult, Private, Round, Seat, SeatId, SeatRating, SeatWords, View},
    t,
};

/// What the memo is made from: one option with its result.
pub(super) type Judged<'a> = (&'a OptionCard, &'a OptionResult);

/// The options side by side in one table.
pub(super) fn options_table(lang: Lang, judged: &[Judged]) -> Table {
    let row = |&(option, result): &Judged| {
        let judgement = &result.judgement;
        let [whole, how, none] = judgement.apology.counts;
        let not_rated = || t!(lang, "memo-not-rated");
        let grade = |assessment, scored: &Scored| {
            plain(if result.has(assessment) {
                words::level_reading(lang, scored)
            } else {
                not_rated()
            })
        };
        vec![
            plain(words::option_title(lang, option)),
            vec![Span::Strong(words::verdict_words(lang, result))],
            grade(Assessment::Need, &judgement.need),
            grade(Assessment::Support, &judgement.support),
            plain(if result.has(Assessment::Apology) {
                format!("{whole} / {how} / {none}")
            } else {
                not_rated()
            }),
            plain(words::legal_short(judgement.legal).text(lang)),
        ]
    };
    Table {
        caption: t!(lang, "memo-options"),
        head: vec![
            t!(lang, "memo-column-option"),
            t!(lang, "memo-column-verdict"),
            words::assessment_title(lang, Assessment::Need),
            words::assessment_title(lang, Assessment::Support),
            t!(lang, "memo-column-apology"),
            t!(lang, "memo-column-legal"),
        ],
        rows: judged.iter().map(row).collect(),
        numeric: vec![false; 6],
    }
}

/// The verdict in large letters.
pub(super) fn headline(lang: Lang, option: &OptionCard, result: &OptionResult) -> Headline {
    Headline {
        label: t!(
            lang,
            "memo-verdict-label",
            option = words::option_title(lang, option)
        ),
        verdict: words::verdict_words(lang, result),
        number: Some(result.judgement.ruling)
            .filter(|ruling| result.complete() && ruling.low == ruling.high)
            .map(|ruling| ruling.low.number()),
        ground: words::ground(lang, result),
    }
}

/// Relationship, need and support as strips, as far as they are on the table.
pub(super) fn strips(lang: Lang, result: &OptionResult) -> Vec<Strip> {
    let scored = result.scores().into_iter();
    let on_table = scored.filter(|&(assessment, ..)| result.has(assessment));
    on_table
        .map(|(assessment, ..)| strip(lang, result, assessment))
        .collect()
}

/// An assessment on the 0–10 scale as a strip; without answers where it is
/// not on the table.
pub(super) fn strip(lang: Lang, result: &OptionResult, assessment: Assessment) -> Strip {
    let judgement = &result.judgement;
    let mut label = words::assessment_title(lang, assessment);
    let on_table = result.scored(assessment).filter(|_| result.has(assessment));
    let Some((scored, tally)) = on_table else {
        return Strip {
            label,
            counts: [0; 11],
            grade: None,
            marks: Vec::new(),
            words: String::new(),
        };
    };
    let says = match (assessment, scored.level, judgement.class) {
        _ if scored.split.is_some() => Some(msg!("level-split")),
        (Assessment::Relationship, _, Some(class)) => Some(words::class_name(class)),
        (_, Some(level), _) => Some(words::level_name(level)),
        _ => None,
    };
    if let Some(says) = says {
        label = t!(lang, "strip-label", label = label, says = says);
    }
    let mut text = words::agreement_line(lang, scored, tally);
    if let Some(split) = words::split_line(lang, scored, tally, assessment) {
        text = format!("{text} {split}");
    }
    Strip {
        label,
        counts: *tally.counts(),
        grade: scored.grade.map(Rating::get),
        marks: marks(lang, result, assessment),
        words: text,
    }
}

/// Floor and bar with their words, where the assessment has them.
pub(super) fn marks(
    lang: Lang,
    result: &OptionResult,
    assessment: Assessment,
) -> Vec<(u8, String)> {
    let judgement = &result.judgement;
    match (assessment, judgement.floor, judgement.bar) {
        (Assessment::Need | Assessment::Support, Some(floor), Some(bar)) => {
            vec![(floor, t!(lang, "word-floor")), (bar, t!(lang, "word-bar"))]
        }
        _ => Vec::new(),
    }
}

/// The ratings that count for an assessment: the second round's where the
/// seat rated again, else the first's.
pub(super) fn latest_ratings(
    view: &HostView,
    option: &str,
    assessment: Assessment,
) -> Vec<SeatRating> {
    let of = |round| {
        view.round(option, assessment, round)
            .and_then(|round| round.revealed.clone())
            .unwrap_or_default()
    };
    let mut ratings = of(Round::Second);
    for rating in of(Round::First) {
        if !ratings.iter().any(|later| later.seat == rating.seat) {
            ratings.push(rating);
        }
    }
    ratings.sort_by_key(|rating| rating.seat);
    ratings
}

/// Private words of a kind on an option, in the order of the seats, once
/// they are shown.
pub(super) fn shown<'a>(
    view: &'a HostView,
    what: Private,
    option: &str,
) -> Option<&'a [SeatWords]> {
    let texts = view.texts.get(&(what, option.to_owned()))?;
    texts.shown.as_deref()
}

/// The heading over what is told of one option.
pub(super) fn heading(lang: Lang, (option, _): &Judged) -> Block {
    Block::Heading(3, words::option_title(lang, option))
}

/// What the memo calls the one at a seat.
pub(super) fn seat_label<R, T>(view: &View<R, T>, seat: SeatId) -> String {
    view.info
        .seats
        .iter()
        .find(|known| known.id == seat)
        .map_or_else(|| seat.to_string(), Seat::label)
}
