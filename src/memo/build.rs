//! From a session to the memo's tree: page one for the board.

use super::{
    annex, change,
    parts::{Judged, headline, latest_ratings, seat_label, strips},
    tree::{Block, Memo, Rich, Running, Span, Table, plain},
    wants, words,
};
use crate::{
    content::OptionCard,
    lang::{self, Lang},
    method::{Apology, Assessment, Code, Level},
    msg,
    session::{
        AnswerWord, Condition, Decided, DecisionCode, EvidenceGrade, HostView, Notice,
        OptionResult, SeatRating, View, assessment_words, differs, option_words, ranking, results,
    },
    t,
};
use jiff::civil::Date;

/// The program's version: another one may put things otherwise.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

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
        running: Running {
            organisation: scenario.organisation.get(lang).to_owned(),
            classification: view.framing.classification.to_string(),
            fingerprint: Some(view.fingerprint.clone()),
            date: Some(view.date),
        },
        title: t!(lang, "memo-title", title = title),
        subtitle: subtitle(view, lang),
        front: front(view, notice, lang, &judged),
        annexes: annex::all(view, lang, &judged),
        footer: t!(
            lang,
            "memo-footer",
            version = VERSION,
            event = view.fingerprint.event,
            hash = view.fingerprint.hash.as_str()
        ),
    }
}

fn subtitle(view: &HostView, lang: Lang) -> String {
    let info = &view.info;
    let mut parts = vec![
        lang::date(lang, view.date),
        participants(view, lang),
        info.instrument.title.get(lang).to_owned(),
    ];
    if let Some(team) = &info.team {
        parts.insert(0, team.to_string());
    }
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
    blocks.push(Block::Para(vec![
        Span::Strong(t!(lang, "memo-idea")),
        Span::Text(format!(". {}", info.scenario.idea.summary.get(lang))),
    ]));

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
    let wants = wants::counts(view, lang, option);
    if let Some(decided) = &view.decision {
        blocks.extend(decision(lang, decided, result, wants.clone()));
    }
    let strips = strips(lang, result);
    if !strips.is_empty() {
        blocks.push(Block::Heading(3, t!(lang, "memo-scores")));
        blocks.push(Block::Strips(strips));
    }
    let mut rests = rests_on(view, lang, option, result);
    rests.extend(others(lang, judged, option));
    blocks.push(Block::Heading(3, t!(lang, "memo-rests")));
    blocks.push(Block::Pairs(rests));
    match &view.decision {
        Some(decided) => blocks.extend(promises(lang, decided)),
        None => blocks.extend(undecided(view, lang, option, result, wants)),
    }
    blocks
}

/// What the rules say of the options that page one is not about.
fn others(lang: Lang, judged: &[Judged], about: &OptionCard) -> Option<(String, Rich)> {
    let others = judged.iter().filter(|(option, _)| option.id != about.id);
    let told = others.map(|&(option, result)| {
        let verdict = words::verdict_words(lang, result);
        format!("{}: {verdict}.", words::option_title(lang, option))
    });
    let told: Vec<String> = told.collect();
    let label = t!(lang, "memo-others", n = told.len());
    (!told.is_empty()).then(|| (label, plain(told.join("\n"))))
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
pub(super) fn hangs_on<R, T>(
    view: &View<R, T>,
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
fn rests_on_a_claim<R, T>(view: &View<R, T>, option: &OptionCard, assessment: Assessment) -> bool {
    view.evidence
        .get(&(option.id.clone(), assessment))
        .is_some_and(|evidence| evidence.grade <= EvidenceGrade::Claim)
}

/// Which assessments rest on no more than a claim; empty where none was
/// graded so.
fn on_a_claim<R, T>(view: &View<R, T>, lang: Lang, option: &OptionCard) -> String {
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

/// The decision as put on record: what, why, by whom, until when.
pub(super) fn decision(
    lang: Lang,
    decided: &Decided,
    result: &OptionResult,
    wants: Option<String>,
) -> Vec<Block> {
    let decision = &decided.decision;
    let mut decided_on = t!(
        lang,
        "memo-decided-on",
        option = option_words(&decision.option),
        date = lang::date(lang, decided.on)
    );
    if decision.by.is_empty() {
        decided_on.push('.');
    } else {
        let names: Vec<String> = decision.by.iter().map(ToString::to_string).collect();
        let names = lang::join_and(lang, &names);
        decided_on.push_str(&t!(lang, "memo-signed", names = names));
    }
    if let Some(counts) = wants {
        let wants = t!(lang, "stance-title");
        decided_on = format!("{decided_on} {wants}: {counts}");
    }
    let told = |label: String, text: String| {
        Block::Para(vec![Span::Strong(label), Span::Text(format!(". {text}"))])
    };
    let mut blocks = vec![Block::Para(vec![
        Span::Strong(t!(lang, "memo-decision")),
        Span::Text(": ".into()),
        Span::Strong(
            words::decision_name(decision.code)
                .text(lang)
                .to_lowercase(),
        ),
        Span::Text(decided_on),
    ])];
    if differs(decision.code, result) {
        let why = t!(
            lang,
            "memo-differs-why",
            verdict = words::verdict_words(lang, result),
            reason = decision.reason.as_str()
        );
        blocks.push(told(t!(lang, "memo-differs"), why));
    } else if !decision.reason.is_empty() {
        let why = decision.reason.to_string();
        blocks.push(told(t!(lang, "memo-reason"), why));
    }
    blocks
}

/// What comes with the decision: conditions with owner and date, what makes
/// the board stop, what it watches, when it looks again, and who sees it
/// otherwise.
pub(super) fn promises(lang: Lang, decided: &Decided) -> Vec<Block> {
    let decision = &decided.decision;
    let mut blocks = Vec::new();
    if !decision.conditions.is_empty() {
        let day = |day: Option<Date>| day.map(|day| lang::date(lang, day));
        let or_none = |text: String| plain(if text.is_empty() { "–".into() } else { text });
        let row = |condition: &Condition| {
            vec![
                plain(condition.text.as_str()),
                or_none(condition.owner.to_string()),
                or_none(day(condition.by).unwrap_or_default()),
            ]
        };
        blocks.push(Block::Table(Table {
            caption: t!(lang, "memo-conditions"),
            head: vec![
                t!(lang, "memo-condition"),
                t!(lang, "memo-owner"),
                t!(lang, "memo-by-date"),
            ],
            rows: decision.conditions.iter().map(row).collect(),
            numeric: vec![false; 3],
        }));
    }
    let kills = decision.kill_criteria.iter().map(|kill| match kill.by {
        Some(day) => t!(
            lang,
            "memo-at-date",
            text = kill.text.as_str(),
            date = lang::date(lang, day)
        ),
        None => kill.text.to_string(),
    });
    let mut pairs: Vec<(String, Rich)> = Vec::new();
    let mut list = |label: String, items: Vec<String>| {
        let lines = match items.as_slice() {
            [] => return,
            [one] => one.clone(),
            _ => items
                .iter()
                .map(|item| format!("• {item}"))
                .collect::<Vec<_>>()
                .join("\n"),
        };
        pairs.push((label, plain(lines)));
    };
    list(t!(lang, "memo-kill"), kills.collect());
    let watch = decision.watch.iter().map(ToString::to_string);
    let watched = match decision.code {
        DecisionCode::NotNow => t!(lang, "memo-watch-not-now"),
        _ => t!(lang, "memo-watch"),
    };
    list(watched, watch.collect());
    let review = decision.review.map(|review| lang::date(lang, review));
    list(t!(lang, "memo-review"), review.into_iter().collect());
    let dissent = decision.dissent.iter().map(ToString::to_string);
    list(t!(lang, "memo-dissent"), dissent.collect());
    if !pairs.is_empty() {
        blocks.push(Block::Heading(3, t!(lang, "memo-afterwards")));
        blocks.push(Block::Pairs(pairs));
    }
    blocks
}

/// No decision yet: what the session proposes for it.
fn undecided(
    view: &HostView,
    lang: Lang,
    option: &OptionCard,
    result: &OptionResult,
    wants: Option<String>,
) -> Vec<Block> {
    let mut blocks = vec![
        Block::Heading(3, t!(lang, "memo-decision")),
        Block::Para(plain(t!(lang, "memo-undecided"))),
    ];
    if let Some(counts) = wants {
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
