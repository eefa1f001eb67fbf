//! The memo as data: `dear-customer/memo@1`. What is not revealed, or cannot
//! be given, is null. Fields may be added; none changes its name or meaning.

use super::VERSION;
use crate::{
    content::OptionCard,
    method::{
        Assessment, Change, Class, Code, Flip, Level, Points, Rating, Robustness, Ruling, Scored,
        Tally, Verdict, agreement, flips, swings,
    },
    session::{
        Debrief, Decided, Evidence, HostView, OptionResult, Roles, Round, differs,
        has_second_round, left_out, ranking, result, results, robustness,
    },
    text::Clean,
};
use serde_json::{Map, Value, json};

/// The format's name and version.
pub const FORMAT: &str = "dear-customer/memo@1";

/// The memo of a session as JSON, with a line break at the end.
#[must_use]
pub fn render(view: &HostView) -> String {
    let info = &view.info;
    let latest = results(view);
    let options: Vec<Value> = view
        .options
        .iter()
        .zip(&latest)
        .map(|(option, latest)| {
            let last = if has_second_round(view, option) { 2 } else { 1 };
            let rounds = [Round::First, Round::Second].into_iter().take(last);
            // From one or two people no other panels can be drawn.
            let enough = info.seats.len() > 2;
            let drawn = drawn(robustness(view, option).filter(|_| enough));
            json!({
                "id": option.id,
                "name": option.name,
                "invented": option.invented,
                "rounds": rounds
                    .map(|round| json!({
                        "round": round.number(),
                        "result": option_result(view, option, &result(view, option, round), &drawn),
                    }))
                    .collect::<Vec<_>>(),
                "result": option_result(view, option, latest, &drawn),
                "leave_one_out": left_out(view, option).filter(|_| enough).map(|differ| json!({
                    "differs": differ,
                    "of": info.seats.len(),
                })),
            })
        })
        .collect();
    let memo = json!({
        "format": FORMAT,
        "program": format!("Dear Customer {VERSION}"),
        "session": {
            "id": info.session,
            "title": info.scenario.title,
            "organisation": info.scenario.organisation,
            "classification": view.framing.classification,
            "example": info.example,
            // The id would tell what the disguise hides.
            "scenario": (!info.disguised).then_some(&info.scenario.id),
            "scenario_hash": info.scenario_hash,
            "instrument": info.instrument.id,
            "instrument_hash": info.instrument_hash,
            "policy": info.instrument.policy,
            "language": info.lang,
            "team": info.team,
            "class": info.class,
            "created": info.created_on,
            "date": view.date,
            "fingerprint": view.fingerprint.to_string(),
            "participants": info.seats.len(),
            "seats": info.seats.iter().map(|seat| json!({
                "id": seat.id,
                "name": seat.name,
            })).collect::<Vec<_>>(),
        },
        "options": options,
        "ranking": ranking(&latest),
        "decision": view.decision.as_ref().map(|decided| decision(decided, &latest)),
        "ratings": ratings(view),
        "evidence": view.evidence.values().map(evidence).collect::<Vec<_>>(),
        "notes": view.notes,
        "letters": view.letters.values().collect::<Vec<_>>(),
        "texts": texts(view),
        "roles": roles(&view.framing.roles),
        "recused": view.framing.recused,
        "way": view.framed.then_some(view.framing.way),
        "debrief": view.debrief.as_deref().map(debrief),
    });
    let mut text = serde_json::to_string_pretty(&memo).unwrap_or_default();
    text.push('\n');
    text
}

/// What happened and what was forecast, once it is told; null before.
fn debrief(told: &Debrief) -> Value {
    json!({
        "class": told.outcome.class,
        "stopped_within_24_months": told.outcome.stopped_within_24_months,
        "base_rate": { "stopped": told.base.happened, "of": told.base.of },
        "forecasts": told.forecasts.iter().map(|one| json!({
            "seat": one.seat,
            "percent": one.forecast.chance.percent(),
            "recognised": one.forecast.recognised,
            "brier": (!one.forecast.recognised)
                .then(|| one.forecast.chance.brier(told.outcome.stopped_within_24_months))
                .map(rounded),
        })).collect::<Vec<_>>(),
    })
}

/// The fewest answers that would have to change for each verdict, null for
/// what the law rules out; and who would have to answer otherwise: for each
/// verdict at some distance the simplest way, as changes, where `from` and `to`
/// hold the lowest and the highest value that count, on the apology 0 whole,
/// 1 how, 2 none. Null as a whole where there is no point verdict.
fn distances(view: &HostView, result: &OptionResult) -> [Value; 2] {
    let flips = flips(&view.info.instrument.policy, &result.panel);
    let Some(flips) = flips.filter(|_| result.complete()) else {
        return [Value::Null, Value::Null];
    };
    let change = |change: &Change| {
        json!({
            "assessment": change.assessment,
            "answers": change.answers,
            "from": change.from,
            "to": change.to,
        })
    };
    let distance = |flip: &Flip| (flip.target.id().to_owned(), json!(flip.distance));
    let way = |flip: &Flip| {
        let way = flip.ways.first()?.iter().map(change).collect::<Vec<_>>();
        Some((flip.target.id().to_owned(), json!(way)))
    };
    [
        json!(flips.iter().map(distance).collect::<Map<_, _>>()),
        json!(flips.iter().filter_map(way).collect::<Map<_, _>>()),
    ]
}

/// The verdict if all had given the lowest answer there was to an assessment,
/// and the highest.
fn each_alone(view: &HostView, result: &OptionResult) -> Value {
    let ruling = |ruling: Ruling| {
        json!({
            "code": ruling.code().id(),
            "low": ruling.low.number(),
            "high": ruling.high.number(),
        })
    };
    let swings = swings(&view.info.instrument.policy, &result.panel);
    let swings = swings.into_iter().map(|swing| {
        json!({
            "assessment": swing.assessment,
            "answers": swing.answers,
            "verdicts": swing.rulings.map(ruling),
        })
    });
    json!(result.complete().then(|| swings.collect::<Vec<_>>()))
}

/// The shares of panels drawn from round 1, with the legal state as it stands.
fn drawn(robustness: Option<Robustness>) -> Value {
    let told = robustness.map(|robustness| {
        let codes = Verdict::ALL.into_iter().map(Code::Settled);
        let shares = codes
            .chain([Code::NotYet])
            .map(|code| (code.id().to_owned(), json!(robustness.share(code))));
        json!({
            "draws": robustness.draws,
            "seed": robustness.seed,
            "shares": shares.collect::<Map<_, _>>(),
        })
    });
    json!(told)
}

/// `robustness` is the same for every round: it is drawn from the first.
fn option_result(
    view: &HostView,
    option: &OptionCard,
    result: &OptionResult,
    robustness: &Value,
) -> Value {
    let judgement = &result.judgement;
    let number = |verdict: Verdict| verdict.number();
    let complete = result.complete();
    let verdict = if complete {
        let ruling = judgement.ruling;
        let open: Vec<String> = judgement.open.iter().map(|item| item.id()).collect();
        json!({
            "code": ruling.code().id(),
            "low": number(ruling.low),
            "high": number(ruling.high),
            "open": open,
            "point": judgement.point.map(number),
        })
    } else {
        json!({ "code": null, "low": null, "high": null, "open": null, "point": null })
    };
    let shifted: Map<String, Value> = ["-1", "0", "1"]
        .into_iter()
        .zip(judgement.shifted.map(Ruling::code))
        .map(|(shift, code): (_, Code)| (shift.to_owned(), json!(complete.then(|| code.id()))))
        .collect();
    let has = |assessment| result.has(assessment);
    let (with_class, apology) = (has(Assessment::Relationship), has(Assessment::Apology));
    let counts = judgement.apology.counts;
    let given = |count: u32| apology.then_some(count);
    let legal = view.legal.get(&option.id);

    let [flips, ways] = distances(view, result);
    let mut relationship = scored(
        with_class,
        &judgement.relationship,
        &result.panel.relationship,
    );
    let carried = view.relationship_option(option);
    relationship.insert("class".into(), json!(judgement.class.map(Class::id)));
    relationship.insert("rated_under".into(), json!(carried));
    json!({
        "verdict": verdict,
        "relationship": relationship,
        "bar": judgement.bar,
        "floor": judgement.floor,
        "need": scored(has(Assessment::Need), &judgement.need, &result.panel.need),
        "support": scored(has(Assessment::Support), &judgement.support, &result.panel.support),
        "core": judgement.core.map(number),
        "apology": {
            "whole": given(counts[0]),
            "how": given(counts[1]),
            "none": given(counts[2]),
            "answers": given(result.panel.apology.n()),
            "abstained": given(result.panel.apology.abstained()),
            "recused": given(result.panel.apology.recused()),
            "cap": judgement.apology.cap.map(number),
        },
        "legal": {
            "state": judgement.legal,
            "cap": judgement.legal.cap().map(number),
            "source": legal.map(|entry| &entry.source),
        },
        "bars_shifted": shifted,
        "flips": flips,
        "flip_ways": ways,
        "each_alone": each_alone(view, result),
        "robustness": robustness,
    })
}

/// One assessment on the 0–10 scale; every field null while it is not
/// revealed.
fn scored(revealed: bool, scored: &Scored, tally: &Tally<11>) -> Map<String, Value> {
    let grade = scored.grade.map(Rating::get);
    let given = |value: u32| revealed.then_some(value);
    let highest = tally.counts().iter().rposition(|&count| count > 0);
    let fields = [
        ("grade", json!(grade)),
        ("level", json!(scored.level.map(Level::id))),
        (
            "headroom",
            json!(scored.headroom.map(|Points(points)| points)),
        ),
        ("answers", json!(given(tally.n()))),
        ("abstained", json!(given(tally.abstained()))),
        ("recused", json!(given(tally.recused()))),
        (
            "within_one",
            json!(grade.map(|grade| tally.within(grade.into(), 1))),
        ),
        ("lowest", json!(tally.nth(1))),
        ("highest", json!(highest)),
        ("split", json!(revealed.then_some(scored.split.is_some()))),
        (
            "agreement",
            json!(
                agreement::van_der_eijk(tally.counts())
                    .filter(|_| revealed)
                    .map(rounded)
            ),
        ),
    ];
    fields
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

/// To ten decimals, so that no digit comes from the way it was computed.
fn rounded(value: f64) -> f64 {
    (value * 1e10).round() / 1e10
}

fn decision(decided: &Decided, results: &[OptionResult]) -> Value {
    let decision = &decided.decision;
    let about = results
        .iter()
        .find(|result| result.option == decision.option);
    json!({
        "option": decision.option,
        "code": decision.code,
        "differs": about.is_some_and(|result| differs(decision.code, result)),
        "reason": decision.reason,
        "by": decision.by,
        "at": decided.on,
        "conditions": decision.conditions,
        "kill_criteria": decision.kill_criteria,
        "watch": decision.watch,
        "review": decision.review,
        "dissent": decision.dissent,
    })
}

/// Every rating on the table, one a row.
fn ratings(view: &HostView) -> Vec<Value> {
    let rows = view.rounds.iter().flat_map(|(id, round)| {
        round.revealed.iter().flatten().map(move |rating| {
            json!({
                "option": id.option,
                "round": id.round.number(),
                "participant": rating.seat,
                "assessment": id.assessment,
                "answer": rating.answer,
                "reason": rating.reason,
            })
        })
    });
    rows.collect()
}

/// All private words on the table, one a row.
fn texts(view: &HostView) -> Vec<Value> {
    let rows = view.texts.iter().flat_map(|((what, option), texts)| {
        texts.shown.iter().flatten().map(move |given| {
            json!({
                "what": what,
                "option": option,
                "participant": given.seat,
                "wants": given.words.wants,
                "text": given.words.text,
            })
        })
    });
    rows.collect()
}

fn roles(roles: &Roles) -> Value {
    let name = |name: &Clean| (!name.is_empty()).then(|| name.to_string());
    json!({
        "chair": name(&roles.chair),
        "owner": name(&roles.owner),
        "legal": name(&roles.legal),
        "scribe": name(&roles.scribe),
    })
}

fn evidence(evidence: &Evidence) -> Value {
    json!(evidence)
}
