//! The method against results computed apart (`tests/reference/`).

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use dear_customer::method::{
    Answer, Apology, Code, DRAWS, Judgement, Legal, Panel, Policy, PolicyFault, Rating, Robustness,
    Row, SEED, Shift, Tally, Verdict, agreement, assess, flips, left_out, robustness,
};
use serde_json::Value;

fn reference(file: &str) -> Value {
    let path = format!("{}/tests/reference/{file}", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn answer(value: &Value) -> Answer<u8> {
    match value {
        Value::Null => Answer::Abstained,
        Value::String(word) if word == "recused" => Answer::Recused,
        number => Answer::Given(u8::try_from(number.as_u64().unwrap()).unwrap()),
    }
}

fn tally<const N: usize>(values: &Value) -> Tally<N> {
    let mut tally = Tally::default();
    for value in values.as_array().unwrap() {
        tally.add(answer(value).map(usize::from));
    }
    tally
}

fn panel(answers: &Value) -> Panel {
    Panel {
        relationship: tally(&answers["relationship"]),
        need: tally(&answers["need"]),
        support: tally(&answers["support"]),
        apology: tally(&answers["apology"]),
        legal: Legal::from_id(answers["legal"].as_str().unwrap()).unwrap(),
    }
}

fn compare(id: &str, expect: &Value, got: &Judgement) {
    let number = |value: &Value| value.as_u64().map(|v| u8::try_from(v).unwrap());
    assert_eq!(expect["code"], got.ruling.code().id(), "{id}: code");
    assert_eq!(
        number(&expect["low"]),
        Some(got.ruling.low.number()),
        "{id}: low"
    );
    assert_eq!(
        number(&expect["high"]),
        Some(got.ruling.high.number()),
        "{id}: high"
    );
    let mut open: Vec<String> = got.open.iter().map(|item| item.id()).collect();
    open.sort();
    let mut expected: Vec<&str> = expect["open"]
        .as_array()
        .unwrap()
        .iter()
        .map(|v| v.as_str().unwrap())
        .collect();
    expected.sort_unstable();
    assert_eq!(expected, open, "{id}: open");
    for (shift, ruling) in ["-1", "0", "1"].into_iter().zip(&got.shifted) {
        assert_eq!(
            expect["bars_shifted"][shift],
            ruling.code().id(),
            "{id}: bars {shift}"
        );
    }
    let point = got.point.map(Verdict::number);
    let Some(expected_point) = expect.get("point") else {
        assert_eq!(point, None, "{id}: no point verdict without a quorum");
        return;
    };
    assert_eq!(number(expected_point), point, "{id}: point");
    assert_eq!(expect["cls"], got.class.unwrap().id(), "{id}: class");
    assert_eq!(number(&expect["bar"]), got.bar, "{id}: bar");
    assert_eq!(number(&expect["floor"]), got.floor, "{id}: floor");
    for (name, scored) in [
        ("relationship", &got.relationship),
        ("need", &got.need),
        ("support", &got.support),
    ] {
        assert_eq!(
            number(&expect[name]),
            scored.grade.map(Rating::get),
            "{id}: {name}"
        );
        if name != "relationship" {
            let headroom = scored.headroom.map(|p| i64::from(p.0));
            assert_eq!(
                expect["headroom"][name].as_i64(),
                headroom,
                "{id}: headroom {name}"
            );
        }
    }
    assert_eq!(
        number(&expect["core"]),
        got.core.map(Verdict::number),
        "{id}: core"
    );
    assert_eq!(
        number(&expect["apology_cap"]),
        got.apology.cap.map(Verdict::number),
        "{id}: apology cap"
    );
}

#[test]
fn every_reference_case_gives_its_verdict() {
    let reference = reference("verdict.json");
    let cases = reference["cases"].as_array().unwrap();
    assert_eq!(cases.len(), 250);
    for case in cases {
        let got = assess(&Policy::default(), &panel(&case["answers"]));
        compare(case["id"].as_str().unwrap(), &case["expect"], &got);
        assert_eq!(got.shifted[Shift::Same as usize], got.ruling);
    }
}

/// Would catch a distance that is one off, a way that is overlooked, or a
/// target that the law rules out and is given a distance all the same.
#[test]
fn every_reference_case_gives_its_distances() {
    let reference = reference("verdict.json");
    let mut seen = 0;
    for case in reference["cases"].as_array().unwrap() {
        let id = case["id"].as_str().unwrap();
        let got = flips(&Policy::default(), &panel(&case["answers"]));
        let Some(expected) = case["expect"].get("flips").filter(|flips| !flips.is_null()) else {
            assert_eq!(got, None, "{id}");
            continue;
        };
        seen += 1;
        let got = got.unwrap();
        for flip in got {
            let target = flip.target.id();
            assert_eq!(
                expected[target].as_u64(),
                flip.distance.map(u64::from),
                "{id}: to {target}"
            );
            assert_eq!(
                flip.ways.is_empty(),
                matches!(flip.distance, None | Some(0))
            );
        }
    }
    assert_eq!(seen, 202);
}

/// The rows of a reference case of robustness.
fn rows(case: &Value) -> Vec<Row> {
    assert_eq!(
        case["columns"],
        serde_json::json!(["need", "support", "relationship", "apology"])
    );
    let row = |row: &Value| {
        let score = |i: usize| answer(&row[i]).map(|v| Rating::try_from(v).unwrap());
        Row {
            need: score(0),
            support: score(1),
            relationship: score(2),
            apology: answer(&row[3]).map(|v| Apology::ALL[usize::from(v)]),
        }
    };
    case["rows"].as_array().unwrap().iter().map(row).collect()
}

fn room(rows: impl Iterator<Item = Row> + Clone, legal: Legal) -> Panel {
    Panel {
        relationship: rows.clone().map(|row| row.relationship).collect(),
        need: rows.clone().map(|row| row.need).collect(),
        support: rows.clone().map(|row| row.support).collect(),
        apology: rows.map(|row| row.apology).collect(),
        legal,
    }
}

/// Every panel that can be drawn, each as likely as the other: the shares of
/// the four verdicts and of `not-yet`, by the rules that the room is judged
/// by.
fn enumerated(rows: &[Row], legal: Legal) -> [f64; 5] {
    let n = rows.len();
    let mut counts = [0_u32; 5];
    let all = n.pow(u32::try_from(n).unwrap());
    for number in 0..all {
        let drawn = (0..n).map(|place| rows[number / n.pow(u32::try_from(place).unwrap()) % n]);
        let code = assess(&Policy::default(), &room(drawn, legal))
            .ruling
            .code();
        counts[place(code)] += 1;
    }
    counts.map(|count| f64::from(count) / f64::from(u32::try_from(all).unwrap()))
}

fn place(code: Code) -> usize {
    match code {
        Code::Settled(verdict) => verdict.number().into(),
        Code::NotYet => 4,
    }
}

fn shares(robustness: &Robustness) -> [f64; 5] {
    let settled = Verdict::ALL.map(|verdict| robustness.share(Code::Settled(verdict)));
    let [a, b, c, d] = settled;
    [a, b, c, d, robustness.share(Code::NotYet)]
}

/// Would catch draws without replacement, a participant who is drawn more
/// often than another, an abstention that is lost on the way, a rule that
/// drawn panels are judged by and the room is not, or draws that depend on
/// each other.
#[test]
fn drawn_panels_come_out_as_often_as_all_panels_do() {
    let reference = reference("robustness.json");
    let codes = Verdict::ALL.map(Verdict::id).into_iter();
    let codes: Vec<&str> = codes.chain(["not-yet"]).collect();
    let mut enumerations = 0;
    for case in reference["cases"].as_array().unwrap() {
        let id = case["id"].as_str().unwrap();
        let rows = rows(case);
        let legal = Legal::from_id(case["legal"].as_str().unwrap()).unwrap();
        let exact: Vec<f64> = codes
            .iter()
            .map(|code| case["exact_shares"][code].as_f64().unwrap())
            .collect();
        let policy = Policy::default();
        for seed in SEED..=5 {
            let drawn = robustness(&policy, &rows, legal, DRAWS, seed).unwrap();
            assert_eq!((drawn.draws, drawn.seed), (10_000, seed));
            assert_eq!(drawn.settled.iter().sum::<u32>() + drawn.not_yet, DRAWS);
            for (code, (got, exact)) in codes.iter().zip(shares(&drawn).iter().zip(&exact)) {
                let off = (got - exact).abs();
                assert!(off < 0.015, "{id}, seed {seed}: {code} {got} for {exact}");
            }
        }
        if rows.len() <= 6 {
            enumerations += 1;
            for (got, exact) in enumerated(&rows, legal).iter().zip(&exact) {
                assert!((got - exact).abs() < 1e-9, "{id}: {got} for {exact}");
            }
        }
    }
    assert_eq!(enumerations, 10);
}

/// Would catch a generator that another version or platform runs differently:
/// memos of old sessions would no longer be what they were.
#[test]
fn the_same_seed_draws_the_same_panels_for_ever() {
    let reference = reference("robustness.json");
    let rows = rows(&reference["cases"][7]);
    let of = |draws, seed| {
        let drawn = robustness(&Policy::default(), &rows, Legal::Clear, draws, seed).unwrap();
        (drawn.settled, drawn.not_yet)
    };
    assert_eq!(of(10_000, 1), ([0, 19, 6801, 2466], 714));
    assert_eq!(of(10_000, 2), ([0, 14, 6754, 2508], 724));
    // Nor does it matter who sits where.
    let turned: Vec<Row> = rows.iter().copied().rev().collect();
    let drawn = robustness(&Policy::default(), &turned, Legal::Clear, 10_000, 1).unwrap();
    assert_eq!((drawn.settled, drawn.not_yet), of(10_000, 1));
    // A draw does not depend on how many come with it.
    for draws in 1..20 {
        let (less, more) = (of(draws, 1), of(draws + 1, 1));
        let grown = (0..4).all(|i| less.0[i] <= more.0[i]) && less.1 <= more.1;
        assert!(grown, "{less:?} and then {more:?}");
    }
    assert_eq!(
        robustness(&Policy::default(), &[], Legal::Clear, 10, 1),
        None
    );
    assert_eq!(
        robustness(&Policy::default(), &rows, Legal::Clear, 0, 1),
        None
    );
}

/// Would catch someone who is left out and counted all the same.
#[test]
fn leaving_each_one_out_counts_for_how_many_the_verdict_differs() {
    let reference = reference("robustness.json");
    let policy = Policy::default();
    for case in reference["cases"].as_array().unwrap() {
        let rows = rows(case);
        let legal = Legal::from_id(case["legal"].as_str().unwrap()).unwrap();
        let code = |rows: &[Row]| {
            let panel = room(rows.iter().copied(), legal);
            assess(&policy, &panel).ruling.code()
        };
        let without = |i: usize| {
            let mut rows = rows.clone();
            rows.remove(i);
            rows
        };
        let differ = (0..rows.len()).filter(|&i| code(&without(i)) != code(&rows));
        assert_eq!(left_out(&policy, &rows, legal), Some(differ.count()));
    }
    let alone = &rows(&reference["cases"][0])[..1];
    assert_eq!(left_out(&policy, alone, Legal::Clear), None);
}

#[test]
fn van_der_eijk_agrees_with_independent_packages() {
    let reference = reference("agreement.json");
    let mut seen = 0;
    for case in reference["cases"].as_array().unwrap() {
        let expected = &case["expected"];
        let counts: Vec<u32> = match case["type"].as_str().unwrap() {
            "vector" => {
                let scale = [0, 1].map(|i| case["scale"][i].as_u64().unwrap());
                let ratings: Vec<u64> = case["ratings"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .filter_map(Value::as_u64)
                    .collect();
                (scale[0]..=scale[1])
                    .map(|at| u32::try_from(ratings.iter().filter(|&&r| r == at).count()).unwrap())
                    .collect()
            }
            "frequency" => case["freq"]
                .as_array()
                .unwrap()
                .iter()
                .map(|v| u32::try_from(v.as_u64().unwrap()).unwrap())
                .collect(),
            _ => continue,
        };
        seen += 1;
        let id = case["id"].as_str().unwrap();
        let got = agreement::van_der_eijk(&counts).unwrap();
        let wanted = expected["A_van_der_eijk"].as_f64().unwrap();
        assert!((got - wanted).abs() < 1e-8, "{id}: {got} for {wanted}");
        if case["scale"] == serde_json::json!([0, 10]) {
            let tally: Tally<11> = tally(&case["ratings"]);
            let median = tally.low_median().unwrap();
            assert_eq!(expected["low_median"], median, "{id}: low median");
            assert_eq!(expected["n_valid"], tally.n(), "{id}: n");
            assert_eq!(
                expected["n_abstained"],
                tally.abstained(),
                "{id}: abstained"
            );
            assert_eq!(
                expected["count_within_1_of_low_median"],
                tally.within(median, 1),
                "{id}: within one"
            );
        }
    }
    assert_eq!(seen, 22);
}

#[test]
fn answers_become_tallies() {
    let need: Tally<11> = [
        Answer::Given(Rating::try_from(10).unwrap()),
        Answer::Recused,
    ]
    .into_iter()
    .collect();
    assert_eq!(
        (need.counts()[10], need.recused(), need.eligible()),
        (1, 1, 1)
    );
    let apology: Tally<3> = [Answer::Given(Apology::How), Answer::Abstained]
        .into_iter()
        .collect();
    assert_eq!((apology.counts(), apology.abstained()), (&[0, 1, 0], 1));
    assert!(Rating::try_from(11).is_err());
    assert_eq!(Code::NotYet.id(), "not-yet");
}

#[test]
fn a_policy_that_cannot_be_ruled_by_says_why() {
    use PolicyFault::{Cuts, Lines, Order, Shares};
    type Change = fn(&mut Policy);
    let cases: [(Change, &[PolicyFault]); 17] = [
        (|_| (), &[]),
        // The widest and the narrowest that can be ruled by.
        (|p| (p.choice_limited_from, p.voluntary_from) = (1, 2), &[]),
        (|p| (p.choice_limited_from, p.voluntary_from) = (9, 10), &[]),
        (|p| (p.floor, p.bar) = ([1; 3], [3, 9, 9]), &[]),
        (|p| p.apology_one_in = [1; 3], &[]),
        (|p| p.choice_limited_from = 0, &[Cuts]),
        (|p| p.choice_limited_from = 7, &[Cuts]),
        (|p| p.voluntary_from = 11, &[Cuts]),
        (|p| p.floor[0] = 0, &[Lines]),
        (|p| p.bar[2] = 10, &[Lines]),
        (|p| p.floor = [5, 5, 5], &[Lines]),
        (|p| p.bar = [8, 8, 7], &[Order]),
        (|p| p.floor = [3, 3, 2], &[Order]),
        (|p| p.apology_one_in = [5, 4, 3], &[Order]),
        (|p| p.apology_one_in[0] = 0, &[Shares]),
        (|p| p.split_one_in = 0, &[Shares]),
        (|p| p.quorum = 0, &[Shares]),
    ];
    for (change, faults) in cases {
        let mut policy = Policy::default();
        change(&mut policy);
        assert_eq!(policy.faults(), faults, "{policy:?}");
    }
}
