//! The annexes: what proves page one. A reader with a pencil gets the same
//! verdict from annex A and the policy.

use super::{
    change, debrief, letter,
    parts::{Judged, heading, marks, seat_label, strips},
    sides,
    tree::{Annex, Block, Grid, Move, Moves, Rich, Span, Table, plain},
    wants, words,
};
use crate::{
    content::LegalView,
    lang::{self, Lang},
    method::{
        Apology, Assessment, Class, Code, DRAWS, Level, Points, Scored, Shift, Tally, agreement,
        cap_rank,
    },
    session::{
        AnswerWord, HostView, OptionResult, Round, RoundView, Seat, SeatRating, View, Way,
        assessment_words, has_second_round, option_words, ranking, result,
    },
    t,
};
use std::collections::BTreeMap;

/// All annexes, lettered from A.
pub(super) fn all(view: &HostView, lang: Lang, judged: &[Judged]) -> Vec<Annex> {
    let several = judged.len() > 1;
    let parts = [
        (t!(lang, "annex-arithmetic"), arithmetic(view, lang, judged)),
        (t!(lang, "annex-change"), change(view, lang, judged)),
        (t!(lang, "annex-rounds"), rounds(view, lang, judged)),
        (t!(lang, "annex-evidence"), evidence(view, lang)),
        (t!(lang, "annex-legal"), legal(view, lang, judged)),
        (t!(lang, "annex-letter"), letter::annex(view, lang, judged)),
        (
            t!(lang, "annex-options"),
            if several {
                options(view, lang, judged)
            } else {
                Vec::new()
            },
        ),
        (t!(lang, "stance-title"), wants::annex(view, lang, judged)),
        (t!(lang, "debrief-title"), debrief::annex(view, lang)),
        (t!(lang, "annex-policy"), policy(view, lang)),
        (t!(lang, "annex-method"), method(view, lang)),
        (t!(lang, "annex-fingerprint"), fingerprint(view, lang)),
    ];
    parts
        .into_iter()
        .filter(|(_, blocks)| !blocks.is_empty())
        .zip('A'..)
        .map(|((title, blocks), letter)| Annex {
            title: t!(
                lang,
                "annex-title",
                letter = letter.to_string(),
                title = title
            ),
            blocks,
        })
        .collect()
}

// From the ratings to the verdict

fn arithmetic(view: &HostView, lang: Lang, judged: &[Judged]) -> Vec<Block> {
    let mut blocks = vec![Block::Para(plain(t!(lang, "arithmetic-intro")))];
    for entry in judged {
        let (option, latest) = entry;
        blocks.push(heading(lang, entry));
        blocks.push(Block::Steps(steps(view, lang, latest)));
        if latest.complete() {
            blocks.push(Block::Para(plain(words::shifted_words(lang, latest))));
            blocks.push(Block::Grid(Box::new(grid(lang, latest))));
            if has_second_round(view, option) {
                let first = result(view, option, Round::First);
                if first.complete() {
                    let text = t!(
                        lang,
                        "arithmetic-first-round",
                        verdict = words::verdict_words(lang, &first),
                        ground = words::ground(lang, &first)
                    );
                    blocks.push(Block::Para(plain(text)));
                }
            }
        }
    }
    blocks
}

/// The values in order, worst first: `2, 3, 3, 9`.
fn sorted(tally: &Tally<11>) -> String {
    let values = tally.counts().iter().enumerate();
    let values = values.flat_map(|(value, &count)| (0..count).map(move |_| value.to_string()));
    values.collect::<Vec<_>>().join(", ")
}

/// One assessment's scores in order, and the group score among them.
fn graded(
    lang: Lang,
    result: &OptionResult,
    assessment: Assessment,
    scored: &Scored,
    tally: &Tally<11>,
) -> String {
    let name = words::assessment_title(lang, assessment);
    let n = tally.n();
    match scored.grade {
        _ if !result.has(assessment) => t!(lang, "step-not-rated", name = name),
        None if tally.eligible() == 0 => t!(lang, "step-all-recused", name = name),
        None => t!(
            lang,
            "step-no-quorum",
            name = name,
            n = n,
            eligible = tally.eligible()
        ),
        Some(grade) => t!(
            lang,
            "step-grade",
            name = name,
            sorted = sorted(tally),
            rank = n.div_ceil(2),
            n = n,
            grade = grade.get()
        ),
    }
}

fn relationship_step(view: &HostView, lang: Lang, result: &OptionResult) -> String {
    let policy = &view.info.instrument.policy;
    let judgement = &result.judgement;
    let line = graded(
        lang,
        result,
        Assessment::Relationship,
        &judgement.relationship,
        &result.panel.relationship,
    );
    match judgement.class {
        Some(class) => t!(
            lang,
            "step-class",
            line = line,
            cut = words::class_cut(lang, policy, class),
            class = words::class_name(class),
            bar = policy.bar(class),
            floor = policy.floor(class)
        ),
        None => line,
    }
}

fn level_step(
    lang: Lang,
    result: &OptionResult,
    assessment: Assessment,
    scored: &Scored,
    tally: &Tally<11>,
) -> String {
    let line = graded(lang, result, assessment, scored, tally);
    let (Some(level), Some(Points(room)), Some(bar), Some(floor)) = (
        scored.level,
        scored.headroom,
        result.judgement.bar,
        result.judgement.floor,
    ) else {
        return line;
    };
    let comparison = match level {
        Level::Weak => t!(lang, "step-below-floor", floor = floor),
        Level::Middle => t!(lang, "step-between", floor = floor, bar = bar),
        Level::Strong => t!(lang, "step-at-bar", bar = bar),
    };
    t!(
        lang,
        "step-level",
        line = line,
        comparison = comparison,
        level = words::level_name(level),
        number = level as usize,
        headroom = lang::signed(room)
    )
}

fn steps(view: &HostView, lang: Lang, result: &OptionResult) -> Vec<Rich> {
    let judgement = &result.judgement;
    let panel = &result.panel;
    let mut steps = vec![
        relationship_step(view, lang, result),
        level_step(lang, result, Assessment::Need, &judgement.need, &panel.need),
        level_step(
            lang,
            result,
            Assessment::Support,
            &judgement.support,
            &panel.support,
        ),
    ];
    if let (Some(need), Some(support), Some(core)) = (
        judgement.need.level,
        judgement.support.level,
        judgement.core,
    ) {
        steps.push(t!(
            lang,
            "step-core",
            need = need as usize,
            support = support as usize,
            number = core.number(),
            verdict = words::verdict_name(core)
        ));
    }
    steps.push(apology_step(view, lang, result));
    steps.push(match judgement.legal.cap() {
        None => t!(lang, "step-legal-open"),
        Some(cap) => t!(
            lang,
            "step-legal",
            state = words::legal_name(judgement.legal),
            number = cap.number(),
            verdict = words::verdict_name(cap)
        ),
    });
    if let (Some(core), Some(apology), Some(legal), Some(point)) = (
        judgement.core,
        judgement.apology.cap,
        judgement.legal.cap(),
        judgement.point.filter(|_| result.complete()),
    ) {
        steps.push(t!(
            lang,
            "step-point",
            core = core.number(),
            apology = apology.number(),
            legal = legal.number(),
            number = point.number(),
            verdict = words::verdict_name(point)
        ));
    }
    if result.complete() {
        steps.push(open_step(lang, result));
    }
    steps.into_iter().map(plain).collect()
}

pub(super) fn apology_step<R, T>(view: &View<R, T>, lang: Lang, result: &OptionResult) -> String {
    let judgement = &result.judgement;
    let tally = &result.panel.apology;
    let name = words::assessment_title(lang, Assessment::Apology);
    if !result.has(Assessment::Apology) {
        return t!(lang, "step-not-rated", name = name);
    }
    let counts = words::apology_counts(lang, tally);
    if tally.eligible() == 0 {
        return t!(lang, "step-all-recused", name = name);
    }
    if !tally.has_quorum(view.info.instrument.policy.quorum) {
        return t!(
            lang,
            "step-no-quorum",
            name = name,
            n = tally.n(),
            eligible = tally.eligible()
        );
    }
    if tally.low_median() == Some(0) {
        return t!(
            lang,
            "step-apology-whole",
            counts = counts,
            whole = tally.counts()[0],
            n = tally.n()
        );
    }
    let (Some(cap), Some(class)) = (judgement.apology.cap, judgement.class) else {
        return t!(lang, "step-apology-no-class", counts = counts);
    };
    let rank = cap_rank(&view.info.instrument.policy, tally.n(), class);
    let held = tally.nth(rank).unwrap_or_default();
    let answer = Apology::ALL.get(held).copied().unwrap_or(Apology::None);
    t!(
        lang,
        "step-apology",
        counts = counts,
        share = view.info.instrument.policy.apology_one_in[class.k()],
        n = tally.n(),
        rank = rank,
        answer = words::answer_name(lang, AnswerWord::Apology(answer)),
        number = cap.number(),
        verdict = words::verdict_name(cap)
    )
}

fn open_step(lang: Lang, result: &OptionResult) -> String {
    let judgement = &result.judgement;
    let verdict = words::verdict_words(lang, result);
    if judgement.open.is_empty() {
        return t!(lang, "step-closed", verdict = verdict);
    }
    let open = words::open_words(lang, &judgement.open);
    match judgement.ruling.code() {
        Code::Settled(_) => t!(lang, "step-open-same", open = open, verdict = verdict),
        Code::NotYet => t!(
            lang,
            "step-open-range",
            open = open,
            low = words::verdict_name(judgement.ruling.low),
            high = words::verdict_name(judgement.ruling.high),
            verdict = verdict
        ),
    }
}

pub(super) fn grid(lang: Lang, result: &OptionResult) -> Grid {
    const DOWN: [Level; 3] = [Level::Strong, Level::Middle, Level::Weak];
    let name = |level| words::capital(&words::level_name(level).text(lang));
    let judgement = &result.judgement;
    // A split room has not said which cell it is in.
    let settled = |scored: &Scored| scored.level.filter(|_| scored.split.is_none());
    let place = |levels: [Level; 3], level: Level| levels.iter().position(|&l| l == level);
    Grid {
        caption: t!(lang, "grid-caption"),
        rows_label: words::assessment_title(lang, Assessment::Need),
        columns_label: words::assessment_title(lang, Assessment::Support),
        columns: Level::ALL.map(name),
        rows: DOWN.map(name),
        cells: DOWN.map(|need| {
            Level::ALL.map(|support| words::verdict_name(words::cell(need, support)).text(lang))
        }),
        lit: settled(&judgement.need)
            .and_then(|need| place(DOWN, need))
            .zip(settled(&judgement.support).and_then(|s| place(Level::ALL, s))),
        lit_word: t!(lang, "grid-here"),
    }
}

// What would change it

fn change(view: &HostView, lang: Lang, judged: &[Judged]) -> Vec<Block> {
    let mut blocks = Vec::new();
    for entry in judged {
        let (option, result) = entry;
        let told = change::what_would_change(view, lang, option, result, true);
        if !told.is_empty() {
            blocks.push(heading(lang, entry));
            blocks.extend(told);
        }
    }
    blocks
}

// Both rounds, agreement, reasons

fn rounds(view: &HostView, lang: Lang, judged: &[Judged]) -> Vec<Block> {
    let mut blocks = vec![Block::Para(plain(t!(lang, "rounds-intro")))];
    for entry in judged {
        let (option, latest) = entry;
        blocks.push(heading(lang, entry));
        let carried = view.relationship_option(option) != option.id;
        let strips = strips(lang, latest).into_iter();
        blocks.extend(strips.skip(usize::from(carried)).map(Block::Strip));
        for assessment in Assessment::RATED {
            let id = match assessment {
                Assessment::Relationship => view.relationship_option(option),
                _ => &option.id,
            };
            let name = words::assessment_title(lang, assessment);
            if id != option.id {
                let option = option_words(id);
                let text = t!(lang, "rounds-carried", name = name, option = option);
                blocks.push(Block::Para(plain(text)));
                continue;
            }
            blocks.extend(assessment_rounds(view, lang, id, assessment, latest));
        }
    }
    blocks
}

fn assessment_rounds(
    view: &HostView,
    lang: Lang,
    option: &str,
    assessment: Assessment,
    latest: &OptionResult,
) -> Vec<Block> {
    let name = words::assessment_title(lang, assessment);
    let revealed = |round| {
        view.round(option, assessment, round)
            .filter(|round: &&RoundView<SeatRating>| round.revealed.is_some())
    };
    let rounds: Vec<(Round, &RoundView<SeatRating>)> = [Round::First, Round::Second]
        .into_iter()
        .filter_map(|round| Some((round, revealed(round)?)))
        .collect();
    if rounds.is_empty() {
        return vec![Block::Para(plain(t!(lang, "step-not-rated", name = name)))];
    }
    // Where nobody gave a reason there is no column for it.
    let given = |round: &RoundView<SeatRating>, seat| {
        let mut ratings = round.revealed.iter().flatten();
        ratings.find(|rating| rating.seat == seat).cloned()
    };
    let reasoned = |round: &RoundView<SeatRating>| {
        let mut ratings = round.revealed.iter().flatten();
        ratings.any(|rating| !rating.reason.is_empty())
    };
    // Numbers stand to the right of their column, beside the next one; alone
    // they stand near the names.
    let any = rounds.iter().any(|(_, ratings)| reasoned(ratings));
    let mut head = vec![t!(lang, "rounds-participant")];
    let mut numeric = vec![false];
    for (round, ratings) in &rounds {
        head.push(t!(lang, "rounds-round", round = round.number()));
        numeric.push(any && assessment != Assessment::Apology);
        if reasoned(ratings) {
            head.push(t!(lang, "rounds-reason"));
            numeric.push(false);
        }
    }
    let row = |seat: &Seat| {
        let mut row = vec![plain(seat.label())];
        for (_, round) in &rounds {
            let rating = given(round, seat.id);
            row.push(plain(rating.as_ref().map_or_else(
                || "–".to_owned(),
                |rating| words::answer_name(lang, rating.answer),
            )));
            let reason = rating.map(|rating| rating.reason);
            if reasoned(round) {
                row.push(match reason.filter(|reason| !reason.is_empty()) {
                    Some(reason) => vec![Span::Quote(reason.into())],
                    None => plain("–"),
                });
            }
        }
        row
    };
    let mut blocks = vec![Block::Table(Table {
        caption: name,
        head,
        rows: view.info.seats.iter().map(row).collect(),
        numeric,
    })];
    let tally = match assessment {
        Assessment::Relationship => &latest.panel.relationship,
        Assessment::Need => &latest.panel.need,
        Assessment::Support => &latest.panel.support,
        Assessment::Legal | Assessment::Apology => return blocks,
    };
    if let Some(moves) = moves(view, lang, option, assessment, latest) {
        blocks.push(Block::Moves(moves));
    }
    if let Some(a) = agreement::van_der_eijk(tally.counts()).filter(|_| tally.n() > 1) {
        let a = lang::decimal(lang, a);
        blocks.push(Block::Para(plain(t!(lang, "rounds-agreement", a = a))));
    }
    blocks
}

/// How the scores moved between the rounds; none where nobody rated twice.
fn moves(
    view: &HostView,
    lang: Lang,
    option: &str,
    assessment: Assessment,
    latest: &OptionResult,
) -> Option<Moves> {
    let scores = |round| {
        let ratings = view.round(option, assessment, round)?.revealed.as_ref()?;
        let scores = ratings.iter().filter_map(|rating| match rating.answer {
            AnswerWord::Score(score) => Some((rating.seat, score.get())),
            _ => None,
        });
        Some(scores.collect::<BTreeMap<_, _>>())
    };
    let (first, second) = (scores(Round::First)?, scores(Round::Second)?);
    let twice = second
        .iter()
        .filter_map(|(seat, &to)| Some((*first.get(seat)?, to)));
    let twice: Vec<(u8, u8)> = twice.collect();
    if twice.is_empty() {
        return None;
    }
    let mut ways: BTreeMap<(u8, u8), u32> = BTreeMap::new();
    for &(from, to) in twice.iter().filter(|(from, to)| from != to) {
        *ways.entry((from, to)).or_default() += 1;
    }
    let count = |way: fn(&&(u8, u8)) -> bool| twice.iter().filter(way).count();
    let name = words::assessment_title(lang, assessment);
    let mut said = t!(
        lang,
        "moves-words",
        n = twice.len(),
        up = count(|(from, to)| to > from),
        down = count(|(from, to)| to < from),
        same = count(|(from, to)| to == from)
    );
    let card = view.options.iter().find(|card| card.id == option)?;
    let before = result(view, card, Round::First);
    let grade = |result: &OptionResult| result.scored(assessment)?.0.grade;
    if let (Some(before), Some(after)) = (grade(&before), grade(latest)) {
        let grades = t!(
            lang,
            "moves-grade",
            before = before.get(),
            after = after.get()
        );
        said = format!("{said} {grades}");
    }
    Some(Moves {
        label: t!(lang, "moves-label", name = name),
        moves: ways
            .into_iter()
            .map(|((from, to), count)| Move { from, to, count })
            .collect(),
        marks: marks(lang, latest, assessment),
        words: said,
    })
}

// Evidence and its sources

fn evidence(view: &HostView, lang: Lang) -> Vec<Block> {
    let mut blocks = Vec::new();
    let graded: Vec<Vec<Rich>> = view
        .evidence
        .values()
        .map(|evidence| {
            vec![
                plain(t!(
                    lang,
                    "evidence-place",
                    option = option_words(&evidence.option),
                    assessment = assessment_words(evidence.assessment)
                )),
                plain(words::evidence_name(evidence.grade).text(lang)),
                plain(dash(evidence.source.as_str())),
                plain(dash(evidence.would_help.as_str())),
            ]
        })
        .collect();
    if graded.is_empty() {
        blocks.push(Block::Para(plain(t!(lang, "evidence-ungraded"))));
    } else {
        blocks.push(Block::Table(Table {
            caption: t!(lang, "evidence-graded"),
            head: vec![
                t!(lang, "evidence-what"),
                t!(lang, "evidence-grade"),
                t!(lang, "evidence-source"),
                t!(lang, "evidence-would-help"),
            ],
            rows: graded,
            numeric: vec![false; 4],
        }));
    }
    if !view.notes.is_empty() {
        blocks.push(Block::Heading(3, t!(lang, "evidence-notes")));
        let notes = view.notes.iter().map(|note| {
            let place = t!(
                lang,
                "evidence-place",
                option = option_words(&note.option),
                assessment = assessment_words(note.assessment)
            );
            vec![
                Span::Text(format!("{place}: ")),
                Span::Quote(note.text.to_string()),
            ]
        });
        blocks.push(Block::List(notes.collect()));
    }
    let card = words::idea_card(lang, &view.info.scenario.idea);
    if !card.is_empty() {
        blocks.push(Block::Heading(3, t!(lang, "evidence-idea")));
        let card = card.into_iter().map(|(label, text)| (label, plain(text)));
        blocks.push(Block::Pairs(card.collect()));
    }
    let facts = &view.info.scenario.facts;
    if !facts.is_empty() {
        blocks.push(Block::Heading(3, t!(lang, "evidence-facts")));
        let facts = words::facts(lang, facts).into_iter().map(plain);
        blocks.push(Block::List(facts.collect()));
    }
    blocks
}

fn dash(text: &str) -> &str {
    if text.is_empty() { "–" } else { text }
}

// The legal state

fn legal(view: &HostView, lang: Lang, judged: &[Judged]) -> Vec<Block> {
    let scenario = &view.info.scenario;
    let mut blocks = Vec::new();
    for entry in judged {
        let (option, result) = entry;
        blocks.push(heading(lang, entry));
        let set = view.legal.get(&option.id);
        let mut pairs = vec![(
            t!(lang, "legal-set"),
            plain(words::capital(
                &words::legal_name(result.judgement.legal).text(lang),
            )),
        )];
        if let Some(entry) = set.filter(|entry| !entry.source.is_empty()) {
            pairs.push((t!(lang, "evidence-source"), plain(entry.source.as_str())));
        }
        let first = view.is_as_proposed(option);
        let proposed: Option<&LegalView> = option
            .legal
            .as_ref()
            .or(scenario.legal.as_ref().filter(|_| first));
        if let Some(proposed) = proposed {
            let state = words::legal_name(proposed.state).text(lang);
            let why = proposed.why.get(lang);
            pairs.push((
                t!(lang, "legal-proposed"),
                plain(t!(
                    lang,
                    "legal-proposed-why",
                    state = words::capital(&state),
                    why = why
                )),
            ));
        }
        blocks.push(Block::Pairs(pairs));
        if let Some(questions) = proposed.map(|p| &p.questions).filter(|q| !q.is_empty()) {
            blocks.push(Block::Heading(4, t!(lang, "legal-questions")));
            let questions = questions.iter().map(|question| plain(question.get(lang)));
            blocks.push(Block::List(questions.collect()));
        }
    }
    let sheet = view.info.instrument.sheet(Assessment::Legal);
    if let Some(sheet) = sheet.filter(|sheet| !sheet.questions.is_empty()) {
        blocks.push(Block::Heading(3, t!(lang, "legal-instrument")));
        let questions = sheet
            .questions
            .iter()
            .map(|question| plain(question.text.about(&scenario.people, lang)));
        blocks.push(Block::List(questions.collect()));
    }
    blocks.push(Block::Para(plain(t!(lang, "legal-no-advice"))));
    blocks
}

// Options side by side

fn options(view: &HostView, lang: Lang, judged: &[Judged]) -> Vec<Block> {
    let described = judged.iter().map(|(option, _)| {
        let text = words::option_summary(lang, option);
        (words::option_title(lang, option), plain(text))
    });
    let mut blocks = vec![Block::Pairs(described.collect())];
    blocks.extend(sides::blocks(view, lang, judged));
    let headrooms: Vec<Vec<Rich>> = judged
        .iter()
        .map(|(option, result)| {
            let judgement = &result.judgement;
            let at = |shift: Shift| {
                let ruling = judgement.shifted[shift as usize];
                plain(if result.complete() {
                    words::ruling_words(lang, ruling)
                } else {
                    t!(lang, "verdict-incomplete")
                })
            };
            vec![
                plain(words::option_title(lang, option)),
                at(Shift::Lower),
                at(Shift::Same),
                at(Shift::Higher),
                plain(words::headroom(judgement.need.headroom)),
                plain(words::headroom(judgement.support.headroom)),
            ]
        })
        .collect();
    blocks.push(Block::Table(Table {
        caption: t!(lang, "options-headroom"),
        head: vec![
            t!(lang, "memo-column-option"),
            t!(lang, "options-lower"),
            t!(lang, "memo-column-verdict"),
            t!(lang, "options-higher"),
            words::assessment_title(lang, Assessment::Need),
            words::assessment_title(lang, Assessment::Support),
        ],
        rows: headrooms,
        numeric: vec![false, false, false, false, true, true],
    }));
    let results: Vec<OptionResult> = judged.iter().map(|&(_, r)| r.clone()).collect();
    let ranked: Vec<String> = ranking(&results)
        .into_iter()
        .map(|group| {
            let ids: Vec<String> = group.into_iter().map(option_words).collect();
            match ids.as_slice() {
                [one] => one.clone(),
                _ => t!(lang, "options-tie", options = lang::join_and(lang, &ids)),
            }
        })
        .collect();
    if !ranked.is_empty() {
        let order = ranked.join(" > ");
        blocks.push(Block::Para(plain(t!(
            lang,
            "options-ranking",
            order = order
        ))));
    }
    blocks
}

// Policy in force

fn policy(view: &HostView, lang: Lang) -> Vec<Block> {
    let policy = &view.info.instrument.policy;
    let rows = Class::ALL
        .into_iter()
        .map(|class| {
            vec![
                plain(words::capital(&words::class_name(class).text(lang))),
                plain(words::class_cut(lang, policy, class)),
                plain(policy.bar(class).to_string()),
                plain(policy.floor(class).to_string()),
                plain(t!(
                    lang,
                    "policy-one-in",
                    n = policy.apology_one_in[class.k()]
                )),
            ]
        })
        .collect();
    vec![
        Block::Para(plain(t!(
            lang,
            "policy-intro",
            version = policy.version.as_str(),
            instrument = view.info.instrument.title.get(lang)
        ))),
        Block::Table(Table {
            caption: t!(lang, "policy-caption"),
            head: vec![
                words::assessment_title(lang, Assessment::Relationship),
                t!(lang, "policy-score"),
                words::capital(&t!(lang, "word-bar")),
                words::capital(&t!(lang, "word-floor")),
                t!(lang, "policy-apology"),
            ],
            rows,
            numeric: vec![false, false, true, true, false],
        }),
        Block::List(vec![
            plain(t!(lang, "policy-quorum", quorum = policy.quorum)),
            plain(t!(lang, "policy-split", share = policy.split_one_in)),
            plain(t!(lang, "policy-split-grades")),
            plain(t!(lang, "policy-whole")),
        ]),
    ]
}

// The method and its limits

fn method(view: &HostView, lang: Lang) -> Vec<Block> {
    let mut rules = vec![
        plain(t!(lang, "method-private")),
        plain(t!(lang, "method-grade")),
        plain(t!(lang, "method-levels")),
        plain(t!(lang, "method-caps")),
        plain(t!(lang, "method-open")),
        plain(t!(lang, "method-near")),
    ];
    if view.info.seats.len() > 2 {
        let draws = lang::thousands(lang, DRAWS);
        rules.push(plain(t!(lang, "method-robust", draws = draws)));
    }
    vec![
        Block::List(rules),
        Block::Heading(3, t!(lang, "method-limits")),
        Block::List(vec![
            plain(t!(lang, "method-conventions")),
            plain(t!(lang, "method-no-advice")),
            plain(t!(lang, "method-room")),
        ]),
        Block::Para(plain(t!(lang, "method-sources"))),
    ]
}

// The fingerprint, and how the session was held

fn fingerprint(view: &HostView, lang: Lang) -> Vec<Block> {
    let info = &view.info;
    let pair = |label: String, value: String| (label, plain(value));
    let mut blocks = vec![
        Block::Para(plain(t!(lang, "fingerprint-intro"))),
        Block::Pairs(vec![
            pair(
                t!(lang, "fingerprint-event"),
                view.fingerprint.event.to_string(),
            ),
            pair(t!(lang, "fingerprint-hash"), view.fingerprint.hash.clone()),
            pair(t!(lang, "fingerprint-session"), info.session.clone()),
            pair(
                t!(lang, "fingerprint-made"),
                lang::date(lang, info.created_on),
            ),
            pair(
                t!(lang, "fingerprint-scenario"),
                // The id would tell what the disguise hides.
                if info.disguised {
                    info.scenario_hash.clone()
                } else {
                    format!("{} · {}", info.scenario.id, info.scenario_hash)
                },
            ),
            pair(
                t!(lang, "fingerprint-instrument"),
                format!("{} · {}", info.instrument.id, info.instrument_hash),
            ),
        ]),
    ];
    let held = held(view, lang);
    if !held.is_empty() {
        blocks.push(Block::Heading(3, t!(lang, "held-title")));
        blocks.push(Block::Pairs(held));
    }
    blocks
}

/// What the room agreed on before it began: roles, recusals, and how ratings
/// were given.
fn held(view: &HostView, lang: Lang) -> Vec<(String, Rich)> {
    let framing = &view.framing;
    let roles = &framing.roles;
    let mut pairs: Vec<(String, Rich)> = [
        (t!(lang, "held-chair"), &roles.chair),
        (t!(lang, "held-owner"), &roles.owner),
        (t!(lang, "held-legal"), &roles.legal),
        (t!(lang, "held-scribe"), &roles.scribe),
    ]
    .into_iter()
    .filter(|(_, name)| !name.is_empty())
    .map(|(label, name)| (label, plain(name.as_str())))
    .collect();
    let recused: Vec<String> = framing
        .recused
        .iter()
        .map(|recusal| {
            let names = recusal.assessments.iter();
            let names = names.map(|&assessment| assessment_words(assessment).text(lang));
            t!(
                lang,
                "held-recused-from",
                who = seat_label(view, recusal.seat),
                list = lang::join_and(lang, &names.collect::<Vec<_>>())
            )
        })
        .collect();
    if !recused.is_empty() {
        pairs.push((t!(lang, "held-recused"), plain(recused.join("; "))));
    }
    if view.framed && view.info.seats.len() > 1 {
        let way = match framing.way {
            Way::Cards => t!(lang, "held-cards"),
            Way::Keyboard => t!(lang, "held-keyboard"),
        };
        pairs.push((t!(lang, "held-way"), plain(way)));
    }
    pairs
}
