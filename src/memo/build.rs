//! From a session to the memo's tree: page one for the board.

use super::{
    annex, change,
    parts::{Judged, latest_ratings, options_table, seat_label, strips},
    screens::headline,
    tree::{Block, Memo, Rich, Span, plain},
    wants, words,
};
use crate::{
    content::OptionCard,
    lang::{self, Lang},
    method::{Apology, Assessment, Code, Level},
    msg,
    session::{
        AnswerWord, Decided, DecisionCode, EvidenceGrade, HostView, Notice, OptionResult,
        SeatRating, assessment_words, differs, option_words, ranking, results,
    },
    t,
};

/// Builds the memo of a session in one language. The same session gives the
/// same memo.
#[must_use]
pub fn build(view: &HostView, notice: &Notice, lang: Lang) -> Memo {
    let results = results(view);
    let judged: Vec<Judged> = view.options.iter().zip(&results).collect();
    let scenario = &view.info.scenario;
    let title = scenario.title.get(lang);
    Memo {
        lang,
        title: t!(lang, "memo-title", title = title),
        subtitle: subtitle(view, lang),
        front: front(view, notice, lang, &judged),
        annexes: annex::all(view, lang, &judged),
        footer: t!(
            lang,
            "memo-footer",
            event = view.fingerprint.event,
            hash = view.fingerprint.hash.as_str()
        ),
    }
}

fn subtitle(view: &HostView, lang: Lang) -> String {
    let info = &view.info;
    let mut parts = vec![
        info.scenario.organisation.get(lang).to_owned(),
        lang::date(lang, view.date),
        participants(view, lang),
        info.instrument.title.get(lang).to_owned(),
    ];
    if let Some(team) = &info.team {
        parts.insert(1, team.to_string());
    }
    // An idea of one's own may name no organisation.
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

/// Who took part: names where the session keeps them, else how many.
fn participants(view: &HostView, lang: Lang) -> String {
    let seats = &view.info.seats;
    let names: Option<Vec<String>> = seats
        .iter()
        .map(|seat| seat.name.as_ref().map(ToString::to_string))
        .collect();
    match names {
        Some(names) => lang::join_and(lang, &names),
        None => t!(lang, "memo-participants", n = seats.len()),
    }
}

/// The option that page one is about: the one decided on, else the best
/// ranked, the first of them where they tie.
fn lead<'a>(view: &HostView, judged: &[Judged<'a>]) -> Option<Judged<'a>> {
    let results: Vec<OptionResult> = judged.iter().map(|&(_, r)| r.clone()).collect();
    let best = ranking(&results)
        .first()
        .and_then(|group| group.first().map(|&id| id.to_owned()));
    let wanted = view
        .decision
        .as_ref()
        .map(|decided| decided.decision.option.clone())
        .or(best);
    judged
        .iter()
        .find(|(option, _)| Some(&option.id) == wanted.as_ref())
        .or(judged.first())
        .copied()
}

fn front(view: &HostView, notice: &Notice, lang: Lang, judged: &[Judged]) -> Vec<Block> {
    let info = &view.info;
    let mut blocks = Vec::new();
    if info.example {
        blocks.push(Block::Notice(plain(t!(lang, "memo-example"))));
    }
    if let Some(message) = notice.message().filter(|_| !notice.is_writable()) {
        blocks.push(Block::Notice(plain(message.text(lang))));
    }
    blocks.push(Block::Heading(3, t!(lang, "memo-idea")));
    blocks.push(Block::Para(plain(info.scenario.idea.summary.get(lang))));

    let Some((option, result)) = lead(view, judged) else {
        return blocks;
    };
    // The card tells the idea as proposed; a redesign says what it changes.
    if !view.is_as_proposed(option) {
        blocks.push(Block::Para(vec![
            Span::Strong(words::option_title(lang, option)),
            Span::Text(format!(". {}", words::option_summary(lang, option))),
        ]));
    }
    blocks.push(Block::Headline(headline(lang, option, result)));
    match info.seats.len() {
        1 => blocks.push(Block::Notice(plain(t!(lang, "memo-solo")))),
        2 => blocks.push(Block::Notice(plain(t!(lang, "memo-pair")))),
        _ => {}
    }
    if judged.len() > 1 {
        blocks.push(Block::Table(options_table(lang, judged)));
    }
    blocks.extend(strips(lang, result));
    blocks.push(Block::Pairs(rests_on(view, lang, option, result)));
    blocks.push(Block::Heading(3, t!(lang, "memo-decision")));
    match &view.decision {
        Some(decided) => {
            let wants = wants::counts(view, lang, option);
            blocks.extend(decision(lang, decided, result, wants));
        }
        None => blocks.extend(undecided(view, lang, option, result)),
    }
    blocks
}

/// What the verdict rests on besides need and support: the apology, the law,
/// how close another is, and what it hangs on.
fn rests_on(
    view: &HostView,
    lang: Lang,
    option: &OptionCard,
    result: &OptionResult,
) -> Vec<(String, Rich)> {
    let judgement = &result.judgement;
    let mut pairs = Vec::new();
    if result.has(Assessment::Apology) {
        pairs.push((
            words::assessment_title(lang, Assessment::Apology),
            plain(words::capital(&format!(
                "{}.",
                words::apology_counts(lang, &result.panel.apology)
            ))),
        ));
    }
    let legal = words::legal_with_source(view, lang, option, judgement.legal);
    pairs.push((
        words::assessment_title(lang, Assessment::Legal),
        plain(words::capital(&legal)),
    ));
    let policy = &view.info.instrument.policy;
    if let Some(near) = change::nearest(policy, lang, result) {
        pairs.push((t!(lang, "rests-near"), plain(near)));
    }
    pairs.extend(hangs_on(view, lang, option, result));
    pairs
}

/// What the verdict hangs on: what is open, the bars one lower and higher,
/// the advice of its cell, the evidence.
pub(super) fn hangs_on(
    view: &HostView,
    lang: Lang,
    option: &OptionCard,
    result: &OptionResult,
) -> Vec<(String, Rich)> {
    let judgement = &result.judgement;
    let mut pairs = Vec::new();
    if result.complete() {
        if !judgement.open.is_empty() {
            let open = words::capital(&words::open_words(lang, &judgement.open));
            pairs.push(match judgement.ruling.code() {
                Code::NotYet => (t!(lang, "memo-depends"), plain(format!("{open}."))),
                Code::Settled(_) => (
                    t!(lang, "memo-open"),
                    plain(t!(lang, "memo-open-anyhow", open = open)),
                ),
            });
        }
        pairs.push((
            t!(lang, "memo-bars"),
            plain(words::shifted_words(lang, result)),
        ));
        // The cell's advice holds only where the cell gives the verdict: not in
        // a range, and not where the apology or the law holds it down.
        if judgement.ruling.low == judgement.ruling.high
            && judgement.core == Some(judgement.ruling.low)
            && judgement.need.split.is_none()
            && judgement.support.split.is_none()
            && let (Some(need), Some(support)) = (judgement.need.level, judgement.support.level)
        {
            pairs.push((
                t!(lang, "memo-advice"),
                plain(words::advice(need, support).text(lang)),
            ));
        }
    }
    let claims = on_a_claim(view, lang, option);
    if !claims.is_empty() {
        pairs.push((t!(lang, "memo-evidence"), plain(claims)));
    }
    pairs
}

/// Whether the room graded the evidence under an assessment as a claim or
/// less.
fn rests_on_a_claim(view: &HostView, option: &OptionCard, assessment: Assessment) -> bool {
    view.evidence
        .get(&(option.id.clone(), assessment))
        .is_some_and(|evidence| evidence.grade <= EvidenceGrade::Claim)
}

/// Which assessments rest on no more than a claim; empty where none was
/// graded so.
fn on_a_claim(view: &HostView, lang: Lang, option: &OptionCard) -> String {
    let names: Vec<String> = Assessment::RATED
        .into_iter()
        .filter(|&assessment| rests_on_a_claim(view, option, assessment))
        .map(|assessment| assessment_words(assessment).text(lang))
        .collect();
    if names.is_empty() {
        return String::new();
    }
    let list = words::capital(&lang::join_and(lang, &names));
    t!(lang, "memo-on-a-claim", list = list, n = names.len())
}

/// The decision as put on record.
fn decision(
    lang: Lang,
    decided: &Decided,
    result: &OptionResult,
    wants: Option<String>,
) -> Vec<Block> {
    let decision = &decided.decision;
    let mut pairs = vec![(
        t!(lang, "memo-decided"),
        vec![
            Span::Strong(words::decision_name(decision.code).text(lang)),
            Span::Text(t!(
                lang,
                "memo-decided-on",
                option = option_words(&decision.option),
                date = lang::date(lang, decided.on)
            )),
        ],
    )];
    if let Some(counts) = wants {
        pairs.push((t!(lang, "stance-title"), plain(counts)));
    }
    if differs(decision.code, result) {
        pairs.push((
            t!(lang, "memo-differs"),
            plain(t!(
                lang,
                "memo-differs-why",
                verdict = words::verdict_words(lang, result),
                reason = decision.reason.as_str()
            )),
        ));
    } else if !decision.reason.is_empty() {
        pairs.push((t!(lang, "memo-reason"), plain(decision.reason.as_str())));
    }
    if let Some(review) = decision.review {
        pairs.push((t!(lang, "memo-review"), plain(lang::date(lang, review))));
    }
    if !decision.by.is_empty() {
        let names: Vec<String> = decision.by.iter().map(ToString::to_string).collect();
        pairs.push((t!(lang, "memo-signed"), plain(lang::join_and(lang, &names))));
    }
    let mut blocks = vec![Block::Pairs(pairs)];
    let conditions = decision.conditions.iter().map(|condition| {
        let text = if condition.owner.is_empty() {
            condition.text.to_string()
        } else {
            t!(
                lang,
                "memo-owner",
                text = condition.text.as_str(),
                owner = condition.owner.as_str()
            )
        };
        match condition.by {
            Some(day) => t!(
                lang,
                "memo-by-date",
                text = text,
                date = lang::date(lang, day)
            ),
            None => text,
        }
    });
    let kills = decision.kill_criteria.iter().map(|kill| match kill.by {
        Some(day) => t!(
            lang,
            "memo-at-date",
            text = kill.text.as_str(),
            date = lang::date(lang, day)
        ),
        None => kill.text.to_string(),
    });
    let mut list = |heading: String, items: Vec<String>| {
        if !items.is_empty() {
            blocks.push(Block::Heading(4, heading));
            blocks.push(Block::List(items.into_iter().map(plain).collect()));
        }
    };
    list(t!(lang, "memo-conditions"), conditions.collect());
    list(t!(lang, "memo-kill"), kills.collect());
    let watch = decision.watch.iter().map(ToString::to_string);
    let watched = match decision.code {
        DecisionCode::NotNow => t!(lang, "memo-watch-not-now"),
        _ => t!(lang, "memo-watch"),
    };
    list(watched, watch.collect());
    let dissent = decision.dissent.iter().map(ToString::to_string);
    list(t!(lang, "memo-dissent"), dissent.collect());
    blocks
}

/// No decision yet: what the session proposes for it.
fn undecided(
    view: &HostView,
    lang: Lang,
    option: &OptionCard,
    result: &OptionResult,
) -> Vec<Block> {
    let mut blocks = vec![Block::Para(plain(t!(lang, "memo-undecided")))];
    if let Some(counts) = wants::counts(view, lang, option) {
        let wants = (t!(lang, "stance-title"), plain(counts));
        blocks.push(Block::Pairs(vec![wants]));
    }
    let proposed = proposed_conditions(view, lang, option, result);
    if !proposed.is_empty() {
        blocks.push(Block::Heading(4, t!(lang, "memo-proposed")));
        blocks.push(Block::List(proposed));
    }
    blocks
}

/// The conditions of the `how` answers, and a test for whatever rests on a
/// claim only (METHOD.md §2.7).
pub(super) fn proposed_conditions(
    view: &HostView,
    lang: Lang,
    option: &OptionCard,
    result: &OptionResult,
) -> Vec<Rich> {
    let how = |rating: &&SeatRating| {
        rating.answer == AnswerWord::Apology(Apology::How) && !rating.reason.is_empty()
    };
    let mut items: Vec<Rich> = latest_ratings(view, &option.id, Assessment::Apology)
        .iter()
        .filter(how)
        .map(|rating| {
            vec![
                Span::Quote(rating.reason.to_string()),
                Span::Text(format!(" ({})", seat_label(view, rating.seat))),
            ]
        })
        .collect();
    for assessment in [Assessment::Need, Assessment::Support] {
        if rests_on_a_claim(view, option, assessment) {
            let words = assessment_words(assessment);
            items.push(plain(t!(lang, "memo-propose-test", assessment = words)));
        }
    }
    let need = result.judgement.need.level;
    if need.is_some_and(|level| level < Level::Strong)
        && let Some(evidence) = view.evidence.get(&(option.id.clone(), Assessment::Need))
        && !evidence.would_help.is_empty()
    {
        items.push(plain(
            msg!("memo-would-help", what = evidence.would_help.as_str()).text(lang),
        ));
    }
    items
}
