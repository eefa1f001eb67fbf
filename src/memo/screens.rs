//! Parts of the memo that screens show by themselves: the same words and
//! pictures, so that the room and the paper never differ.

use super::{
    annex,
    build::{self, hangs_on, proposed_conditions},
    change,
    parts::{Judged, headline},
    sides,
    tree::{Block, Grid, Headline, Rich, Span, Strip, Table, plain},
    words,
};
use crate::{
    content::OptionCard,
    lang::{self, Lang},
    method::{Assessment, Level, Scored, Tally, Verdict, split_size},
    msg,
    session::{Decided, HostView, OptionResult, View, assessment_words},
    t,
};

/// What the verdict's screen shows of an option.
#[derive(Clone, Debug, PartialEq)]
pub struct VerdictParts {
    /// The verdict with its ground.
    pub headline: Headline,
    /// The 3×3 table with its cell.
    pub grid: Grid,
    /// How close another verdict is; none before there is one.
    pub near: Option<String>,
    /// What it rests on, line by line with the arithmetic.
    pub rests_on: Vec<(String, Rich)>,
}

/// The verdict on an option.
#[must_use]
pub fn verdict<R, T>(
    view: &View<R, T>,
    lang: Lang,
    option: &OptionCard,
    result: &OptionResult,
) -> VerdictParts {
    let mut lines = arithmetic(view, lang, option, result);
    lines.extend(hangs_on(view, lang, option, result));
    VerdictParts {
        headline: headline(lang, option, result),
        grid: annex::grid(lang, result),
        near: change::nearest(&view.info.instrument.policy, lang, result),
        rests_on: lines,
    }
}

/// What a verdict rests on, line by line with its arithmetic.
fn arithmetic<R, T>(
    view: &View<R, T>,
    lang: Lang,
    option: &OptionCard,
    result: &OptionResult,
) -> Vec<(String, Rich)> {
    let judgement = &result.judgement;
    let mut lines = scores(view, lang, result);
    if let (Some(need), Some(support), Some(core)) = (
        judgement.need.level,
        judgement.support.level,
        judgement.core,
    ) {
        let (a, b) = (need as usize, support as usize);
        let message = if a + b == 0 {
            msg!("rests-sum-zero")
        } else {
            msg!("rests-sum", number = core.number())
        };
        let sum = message
            .with("need", a)
            .with("needs", words::level_name(need))
            .with("support", b)
            .with("supports", words::level_name(support))
            .with("verdict", words::verdict_inside(lang, core));
        lines.push((t!(lang, "rests-core"), sum.text(lang)));
    }
    if result.has(Assessment::Apology) {
        let counts = words::apology_counts(lang, &result.panel.apology);
        lines.push((
            words::assessment_title(lang, Assessment::Apology),
            capped(lang, &counts, judgement.apology.cap, judgement.apology.ends),
        ));
    }
    lines.push((
        words::assessment_title(lang, Assessment::Legal),
        capped(
            lang,
            &words::legal_with_source(view, lang, option, judgement.legal),
            judgement.legal.cap(),
            [Verdict::DoNotProceed, Verdict::Proceed],
        ),
    ));
    if let (Some(core), Some(apology), Some(legal), Some(point)) = (
        judgement.core,
        judgement.apology.cap,
        judgement.legal.cap(),
        judgement.point.filter(|_| result.complete()),
    ) {
        let text = t!(
            lang,
            "rests-lowest-of",
            core = core.number(),
            apology = apology.number(),
            legal = legal.number(),
            number = point.number(),
            verdict = words::verdict_inside(lang, point)
        );
        lines.push((t!(lang, "rests-lowest"), text));
    }
    lines.extend(splits_tried(view, lang, result));
    let line = |(label, text)| (label, plain(text));
    lines.into_iter().map(line).collect()
}

/// How a split leads to two verdicts: the group scores that were tried, and
/// what came of it (METHOD.md §4.9).
fn splits_tried<R, T>(
    view: &View<R, T>,
    lang: Lang,
    result: &OptionResult,
) -> Option<(String, String)> {
    let policy = &view.info.instrument.policy;
    let ruling = result.judgement.ruling;
    if !result.complete() || ruling.low == ruling.high {
        return None;
    }
    let split = result.scores().into_iter();
    let split = split.filter(|(_, scored, _)| scored.split.is_some());
    let tried = split.map(|(assessment, _, tally)| {
        if assessment == Assessment::Relationship {
            return t!(lang, "rests-split-class");
        }
        let (n, s) = (tally.n(), split_size(policy, tally.n()));
        let at = |rank| tally.nth(rank).unwrap_or_default();
        t!(
            lang,
            "rests-split-score",
            what = assessment_words(assessment),
            low = at(s),
            high = at(n + 1 - s)
        )
    });
    let tried: Vec<String> = tried.collect();
    if tried.is_empty() {
        return None;
    }
    let text = t!(
        lang,
        "rests-split-ends",
        tried = words::capital(&lang::join_and(lang, &tried)),
        low = ruling.low.number(),
        lowest = words::verdict_inside(lang, ruling.low),
        high = ruling.high.number(),
        highest = words::verdict_inside(lang, ruling.high)
    );
    Some((t!(lang, "rests-split-tried"), text))
}

/// The group scores that are on the table, each against its lines.
fn scores<R, T>(view: &View<R, T>, lang: Lang, result: &OptionResult) -> Vec<(String, String)> {
    let judgement = &result.judgement;
    let policy = &view.info.instrument.policy;
    result
        .scores()
        .into_iter()
        .filter(|&(assessment, ..)| result.has(assessment))
        .map(|(assessment, scored, tally)| {
            let text = match (assessment, scored.grade, judgement.class) {
                (Assessment::Relationship, Some(grade), Some(class)) => t!(
                    lang,
                    "rests-class",
                    grade = grade.get(),
                    cut = words::class_cut(lang, policy, class),
                    class = words::class_name(class),
                    bar = policy.bar(class),
                    floor = policy.floor(class)
                ),
                _ => compared(lang, scored, judgement.bar, judgement.floor),
            };
            let label = words::assessment_title(lang, assessment);
            (label, with_split(lang, text, scored, tally))
        })
        .collect()
}

/// What holds the verdict down, and at what; where that is not known, between
/// which two.
fn capped(lang: Lang, what: &str, cap: Option<Verdict>, ends: [Verdict; 2]) -> String {
    let what = words::capital(what);
    let [low, high] = ends;
    match cap.or_else(|| (low == high).then_some(low)) {
        Some(cap) => t!(
            lang,
            "rests-cap",
            what = what,
            number = cap.number(),
            verdict = words::verdict_inside(lang, cap)
        ),
        None => t!(
            lang,
            "rests-no-cap",
            what = what,
            low = low.number(),
            high = high.number()
        ),
    }
}

/// "5 < bar 8, ≥ floor 5: middle".
fn compared(lang: Lang, scored: &Scored, bar: Option<u8>, floor: Option<u8>) -> String {
    let (Some(grade), Some(level), Some(bar), Some(floor)) =
        (scored.grade, scored.level, bar, floor)
    else {
        return match scored.grade {
            Some(grade) => grade.get().to_string(),
            None => t!(lang, "level-none"),
        };
    };
    let message = match level {
        Level::Weak => msg!("rests-weak", floor = floor),
        Level::Middle => msg!("rests-middle", floor = floor, bar = bar),
        Level::Strong => msg!("rests-strong", bar = bar),
    };
    message
        .with("grade", grade.get())
        .with("level", words::level_name(level))
        .text(lang)
}

/// The line with its two camps, where the room is split.
fn with_split(lang: Lang, line: String, scored: &Scored, tally: &Tally<11>) -> String {
    match scored.split {
        None => line,
        Some(split) => t!(
            lang,
            "rests-split",
            line = line,
            below = split.below,
            n = tally.n(),
            floor = split.floor,
            above = split.above,
            bar = split.bar
        ),
    }
}

/// One assessment as a strip; an empty one where it is not on the table.
#[must_use]
pub fn strip(lang: Lang, result: &OptionResult, assessment: Assessment) -> Strip {
    super::parts::strip(lang, result, assessment)
}

/// The options beside each other, with what each change bought and which is
/// better; empty with fewer than two.
#[must_use]
pub fn side_by_side(view: &HostView, lang: Lang, results: &[OptionResult]) -> Vec<Block> {
    let judged: Vec<Judged> = view.options.iter().zip(results).collect();
    sides::blocks(view, lang, &judged)
}

/// The options in one table.
#[must_use]
pub fn options_table<R, T>(view: &View<R, T>, lang: Lang, results: &[OptionResult]) -> Table {
    let judged: Vec<Judged> = view.options.iter().zip(results).collect();
    super::parts::options_table(lang, &judged)
}

/// What the apology-letter test allows, with its arithmetic.
#[must_use]
pub fn apology_step<R, T>(view: &View<R, T>, lang: Lang, result: &OptionResult) -> String {
    annex::apology_step(view, lang, result)
}

/// The decision on record with its reason, and what comes with it.
#[must_use]
pub fn decision(lang: Lang, decided: &Decided, result: &OptionResult) -> Vec<Block> {
    let mut blocks = build::decision(lang, decided, result, None);
    blocks.extend(build::promises(lang, decided));
    blocks
}

/// The conditions that the room proposes, in words.
#[must_use]
pub fn proposed(
    view: &HostView,
    lang: Lang,
    option: &OptionCard,
    result: &OptionResult,
) -> Vec<String> {
    let words = |rich: Rich| -> String {
        // The seat behind a quote is for the memo.
        let quote = rich.iter().find_map(|span| match span {
            Span::Quote(text) => Some(text.clone()),
            _ => None,
        });
        quote.unwrap_or_else(|| {
            rich.iter()
                .map(|span| span.printed().into_owned())
                .collect()
        })
    };
    let mut proposed: Vec<String> = Vec::new();
    // Two who name the same condition propose it once.
    for text in proposed_conditions(view, lang, option, result)
        .into_iter()
        .map(words)
    {
        if !proposed.contains(&text) {
            proposed.push(text);
        }
    }
    proposed
}
