//! The options beside each other: what each rests on, what each change to the
//! design bought, and which is better (METHOD.md §4.11).

use super::{
    change,
    parts::{Judged, strip},
    tree::{Block, Rich, Side, Sides, Span, Strip, plain},
    words,
};
use crate::{
    lang::Lang,
    method::{Assessment, Policy, Scored, flips},
    msg,
    session::{HostView, OptionResult, assessment_words, option_words},
    t,
};

/// Everything about the options side by side; empty with fewer than two.
#[must_use]
pub(super) fn blocks(view: &HostView, lang: Lang, judged: &[Judged]) -> Vec<Block> {
    if judged.len() < 2 {
        return Vec::new();
    }
    let policy = &view.info.instrument.policy;
    let results: Vec<OptionResult> = judged.iter().map(|&(_, r)| r.clone()).collect();
    let better = change::ranking_words(lang, &results).into_iter();
    // Which is better comes first: it is what was asked.
    let mut blocks: Vec<Block> = better.map(|text| Block::Para(plain(text))).collect();
    blocks.push(Block::Sides(table(policy, lang, judged)));
    let [(first, before), others @ ..] = judged else {
        return blocks;
    };
    let bought: Vec<(String, Rich)> = others
        .iter()
        .map(|(option, after)| {
            let text = if before.complete() && after.complete() {
                words::capital(&format!("{}.", bought(lang, before, after)))
            } else {
                words::capital(&format!("{}.", t!(lang, "memo-not-rated")))
            };
            (words::option_title(lang, option), plain(text))
        })
        .collect();
    let first = option_words(&first.id);
    let heading = t!(lang, "sides-bought", option = first);
    blocks.extend([Block::Heading(3, heading), Block::Pairs(bought)]);
    blocks
}

fn table(policy: &Policy, lang: Lang, judged: &[Judged]) -> Sides {
    let scores = [
        Assessment::Relationship,
        Assessment::Need,
        Assessment::Support,
    ];
    let mut rows = vec![row(t!(lang, "sides-verdict"), judged, |(_, result)| {
        Side::Text(vec![Span::Strong(words::verdict_words(lang, result))])
    })];
    for assessment in scores {
        let label = words::assessment_title(lang, assessment);
        rows.push(row(label, judged, |judged| {
            small_strip(lang, judged, assessment)
        }));
    }
    let text = |text: String| Side::Text(plain(text));
    let not_rated = || text(t!(lang, "memo-not-rated"));
    rows.push(row(
        t!(lang, "rests-core"),
        judged,
        |(_, result)| match result.judgement.core {
            Some(core) => text(words::verdict_name(core).text(lang)),
            None => text("–".into()),
        },
    ));
    let label = words::assessment_title(lang, Assessment::Apology);
    rows.push(row(label, judged, |(_, result)| {
        if !result.has(Assessment::Apology) {
            return not_rated();
        }
        let counts = words::apology_counts(lang, &result.panel.apology);
        text(at_most(lang, counts, result.judgement.apology.cap))
    }));
    let label = words::assessment_title(lang, Assessment::Legal);
    rows.push(row(label, judged, |(_, result)| {
        let state = words::legal_short(result.judgement.legal).text(lang);
        text(at_most(lang, state, result.judgement.legal.cap()))
    }));
    rows.push(row(t!(lang, "sides-near"), judged, |(_, result)| {
        text(nearest(policy, lang, result))
    }));
    let cells = rows.iter().flat_map(|(_, cells)| cells);
    let mut strips = cells.filter(|cell| matches!(cell, Side::Strip(_)));
    let legend = if strips.next().is_some() {
        t!(lang, "sides-legend")
    } else {
        String::new()
    };
    Sides {
        legend,
        caption: t!(lang, "sides-caption"),
        heads: judged
            .iter()
            .map(|(option, _)| words::option_title(lang, option))
            .collect(),
        rows,
    }
}

fn row(label: String, judged: &[Judged], cell: impl Fn(&Judged) -> Side) -> (String, Vec<Side>) {
    (label, judged.iter().map(cell).collect())
}

/// "lawful; at most “proceed”".
fn at_most(lang: Lang, what: String, cap: Option<crate::method::Verdict>) -> String {
    match cap {
        Some(cap) => {
            let verdict = words::verdict_inside(lang, cap);
            t!(lang, "sides-capped", what = what, verdict = verdict)
        }
        None => what,
    }
}

/// An assessment as a small strip, with its group score and level.
fn small_strip(lang: Lang, (option, result): &Judged, assessment: Assessment) -> Side {
    if !result.has(assessment) {
        return Side::Text(plain(t!(lang, "memo-not-rated")));
    }
    let words = match assessment {
        Assessment::Relationship => words::class_reading(lang, result),
        Assessment::Need => words::level_reading(lang, &result.judgement.need),
        _ => words::level_reading(lang, &result.judgement.support),
    };
    Side::Strip(Strip {
        label: t!(
            lang,
            "sides-strip",
            name = words::assessment_title(lang, assessment),
            option = option_words(&option.id)
        ),
        words,
        ..strip(lang, result, assessment)
    })
}

/// The nearest other verdicts with their distance.
fn nearest(policy: &Policy, lang: Lang, result: &OptionResult) -> String {
    let flips = flips(policy, &result.panel).filter(|_| result.complete());
    let Some(flips) = flips else {
        return "–".into();
    };
    let told = change::nearest_of(&flips).into_iter().filter_map(|flip| {
        let verdict = words::verdict_name(flip.target).text(lang);
        Some(t!(
            lang,
            "sides-near-one",
            verdict = verdict,
            n = flip.distance?
        ))
    });
    let told: Vec<String> = told.collect();
    if told.is_empty() {
        t!(lang, "sides-near-none")
    } else {
        told.join("; ")
    }
}

/// What an option changed against another: the verdict, scores and levels, the
/// letter, the law.
fn bought(lang: Lang, before: &OptionResult, after: &OptionResult) -> String {
    let mut moved = Vec::new();
    let (old, new) = (&before.judgement, &after.judgement);
    if old.ruling != new.ruling {
        let told = |ruling| words::ruling_inside(lang, ruling);
        moved.push(t!(
            lang,
            "sides-verdict-moved",
            before = told(old.ruling),
            after = told(new.ruling)
        ));
    }
    if let (Some(was), Some(is)) = (old.class, new.class)
        && was != is
    {
        moved.push(t!(
            lang,
            "sides-class",
            before = words::class_name(was),
            after = words::class_name(is)
        ));
    }
    moved.extend(score_moved(lang, Assessment::Need, &old.need, &new.need));
    moved.extend(score_moved(
        lang,
        Assessment::Support,
        &old.support,
        &new.support,
    ));
    let answers = [
        t!(lang, "sides-whole"),
        t!(lang, "sides-how"),
        t!(lang, "sides-none"),
    ];
    let counts = old.apology.counts.into_iter().zip(new.apology.counts);
    for (what, (was, is)) in answers.into_iter().zip(counts) {
        if was != is {
            moved.push(t!(
                lang,
                "sides-moved",
                what = what,
                before = was,
                after = is
            ));
        }
    }
    if old.legal != new.legal {
        moved.push(t!(
            lang,
            "sides-law",
            before = words::legal_short(old.legal),
            after = words::legal_short(new.legal)
        ));
    }
    if moved.is_empty() {
        return t!(lang, "sides-nothing");
    }
    moved.join("; ")
}

/// "customer need 3 → 6 (weak → middle)"; none where the score is the same.
fn score_moved(lang: Lang, which: Assessment, old: &Scored, new: &Scored) -> Option<String> {
    let what = assessment_words(which);
    let moved = msg!("sides-moved", what = what.clone());
    let (Some(was), Some(is)) = (old.grade, new.grade) else {
        // Gained or lost, for want of a quorum.
        let told = |scored| words::level_reading(lang, scored);
        let moved = moved.with("before", told(old)).with("after", told(new));
        return (old.grade != new.grade).then(|| moved.text(lang));
    };
    let levels = old.level.zip(new.level).filter(|(was, is)| was != is);
    let levels = levels.map(|(was, is)| (words::level_name(was), words::level_name(is)));
    let message = match levels {
        // The same score under another bar.
        Some((before, after)) if was == is => moved.with("before", before).with("after", after),
        Some((before, after)) => msg!(
            "sides-moved-level",
            what = what,
            before = was.get(),
            after = is.get(),
            was = before,
            is = after
        ),
        None if was == is => return None,
        None => moved.with("before", was.get()).with("after", is.get()),
    };
    Some(message.text(lang))
}
