//! Parts of the memo that screens show by themselves: the same words and
//! pictures, so that the room and the paper never differ.

use super::{
    annex,
    build::{proposed_conditions, rests_on},
    parts::{Judged, strips},
    tree::{Block, Grid, Headline, Rich, Span, Strip, Table},
    words,
};
use crate::{
    content::OptionCard,
    lang::Lang,
    method::Assessment,
    session::{HostView, OptionResult},
    t,
};

/// What the verdict's screen shows of an option.
#[derive(Clone, Debug, PartialEq)]
pub struct VerdictParts {
    /// The verdict with its ground.
    pub headline: Headline,
    /// The 3×3 table with its cell.
    pub grid: Grid,
    /// What it rests on, line by line.
    pub rests_on: Vec<(String, Rich)>,
}

/// The verdict on an option.
#[must_use]
pub fn verdict(
    view: &HostView,
    lang: Lang,
    option: &OptionCard,
    result: &OptionResult,
) -> VerdictParts {
    VerdictParts {
        headline: headline(lang, option, result),
        grid: annex::grid(lang, result),
        rests_on: rests_on(view, lang, option, result),
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

/// One assessment as a strip; an empty one where it is not on the table.
#[must_use]
pub fn strip(lang: Lang, result: &OptionResult, assessment: Assessment) -> Strip {
    let title = words::assessment_title(lang, assessment);
    let found = strips(lang, result)
        .into_iter()
        .find_map(|block| match block {
            Block::Strip(strip) if strip.label.starts_with(&title) => Some(strip),
            _ => None,
        });
    found.unwrap_or(Strip {
        label: title,
        counts: [0; 11],
        grade: None,
        marks: Vec::new(),
        words: String::new(),
    })
}

/// The options side by side.
#[must_use]
pub fn options_table(view: &HostView, lang: Lang, results: &[OptionResult]) -> Table {
    let judged: Vec<Judged> = view.options.iter().zip(results).collect();
    super::parts::options_table(lang, &judged)
}

/// What the apology-letter test allows, with its arithmetic.
#[must_use]
pub fn apology_step(view: &HostView, lang: Lang, result: &OptionResult) -> String {
    annex::apology_step(view, lang, result)
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
