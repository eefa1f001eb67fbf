//! The reference cases the long way: `new` → `import --reveal` → `export
//! --format json`. Would catch a fault anywhere between a row of a file and
//! the number in the memo.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use dear_customer::{
    cli::{self, Exit, World},
    session::Outside,
};
use serde_json::Value;
use std::{
    ffi::OsString,
    fmt::Write,
    fs,
    path::Path,
    sync::atomic::{AtomicU64, Ordering},
};

/// Never the same bytes twice, as ids ask for.
static NEXT: AtomicU64 = AtomicU64::new(0);

fn cases() -> Vec<Value> {
    reference("verdict.json")
}

fn reference(file: &str) -> Vec<Value> {
    let path = format!("{}/tests/reference/{file}", env!("CARGO_MANIFEST_DIR"));
    let reference: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    reference["cases"].as_array().unwrap().clone()
}

fn participants(case: &Value) -> usize {
    case["answers"]["need"].as_array().unwrap().len()
}

/// Runs one command line; it must succeed.
fn run(args: &[&str]) -> String {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let outside = || Outside {
        clock: Box::new(|| "2026-11-23T10:00:00+01:00".into()),
        random: Box::new(|bytes| {
            for chunk in bytes.chunks_mut(8) {
                let next = NEXT.fetch_add(1, Ordering::Relaxed).to_be_bytes();
                chunk.copy_from_slice(&next[8 - chunk.len()..]);
            }
        }),
    };
    let mut world = World {
        stdout: &mut out,
        stderr: &mut err,
        terminal: false,
        var: &|_| None,
        outside: &outside,
        settings: None,
    };
    let args = std::iter::once("dear-customer").chain(args.iter().copied());
    let exit = cli::run(args.map(OsString::from), &mut world);
    assert_eq!(exit, Exit::Fine, "{}", String::from_utf8_lossy(&err));
    String::from_utf8(out).unwrap()
}

/// The rows of a case for one option and round. An abstention is written out,
/// or left out where `silent` and the round allows it.
fn rows(csv: &mut String, case: &Value, option: &str, round: u8, silent: bool) {
    for assessment in ["support", "apology", "need", "relationship"] {
        let answers = case["answers"][assessment].as_array().unwrap();
        for (seat, answer) in (1..).zip(answers) {
            let word = match answer {
                Value::Null if silent => continue,
                Value::Null => "abstain".to_owned(),
                Value::String(word) => word.clone(),
                number if assessment == "apology" => ["whole", "how", "none"]
                    [usize::try_from(number.as_u64().unwrap()).unwrap()]
                .to_owned(),
                number => number.to_string(),
            };
            writeln!(csv, "{option},{round},P{seat},{assessment},{word},").unwrap();
        }
    }
}

fn legal(csv: &mut String, case: &Value, option: &str) {
    let state = case["answers"]["legal"].as_str().unwrap();
    writeln!(csv, "{option},,,legal,{state},counsel").unwrap();
}

/// Whether every assessment has at least one row even when abstentions are
/// silent; a round in which nobody hands in is not revealed.
fn all_speak(case: &Value) -> bool {
    ["relationship", "need", "support", "apology"]
        .iter()
        .all(|name| {
            case["answers"][name]
                .as_array()
                .unwrap()
                .iter()
                .any(|a| !a.is_null())
        })
}

fn memo(folder: &Path, n: usize, csv: &str) -> Value {
    let session = folder.join("s.session.toml");
    let ratings = folder.join("r.csv");
    let _ = fs::remove_file(&session);
    fs::write(
        &ratings,
        format!("option,round,participant,assessment,answer,reason\n{csv}"),
    )
    .unwrap();
    let (session, ratings) = (session.to_str().unwrap(), ratings.to_str().unwrap());
    let n = n.to_string();
    run(&[
        "new",
        session,
        "--scenario",
        "ing-2014",
        "--participants",
        &n,
    ]);
    run(&["import", session, "--ratings", ratings, "--reveal"]);
    serde_json::from_str(&run(&["export", session, "--format", "json"])).unwrap()
}

fn compare(id: &str, expect: &Value, got: &Value) {
    let same = |name: &str, expected: &Value, got: &Value| {
        assert_eq!(expected, got, "{id}: {name}");
    };
    for field in ["code", "low", "high"] {
        same(field, &expect[field], &got["verdict"][field]);
    }
    let sorted = |list: &Value| {
        let mut items: Vec<String> = serde_json::from_value(list.clone()).unwrap();
        items.sort();
        items
    };
    assert_eq!(
        sorted(&expect["open"]),
        sorted(&got["verdict"]["open"]),
        "{id}: open"
    );
    same(
        "bars_shifted",
        &expect["bars_shifted"],
        &got["bars_shifted"],
    );
    let flips = expect.get("flips").unwrap_or(&Value::Null);
    same("flips", flips, &got["flips"]);
    // Without a quorum somewhere the reference gives no more than this.
    let Some(point) = expect.get("point") else {
        return;
    };
    same("point", point, &got["verdict"]["point"]);
    same("class", &expect["cls"], &got["relationship"]["class"]);
    same(
        "relationship",
        &expect["relationship"],
        &got["relationship"]["grade"],
    );
    same("bar", &expect["bar"], &got["bar"]);
    same("floor", &expect["floor"], &got["floor"]);
    same("core", &expect["core"], &got["core"]);
    same(
        "apology cap",
        &expect["apology_cap"],
        &got["apology"]["cap"],
    );
    let (bar, floor) = (
        expect["bar"].as_i64().unwrap(),
        expect["floor"].as_i64().unwrap(),
    );
    for name in ["need", "support"] {
        let grade = expect[name].as_i64().unwrap();
        let level = match grade {
            g if g >= bar => "strong",
            g if g >= floor => "middle",
            _ => "weak",
        };
        same(name, &expect[name], &got[name]["grade"]);
        assert_eq!(got[name]["level"], level, "{id}: level of {name}");
        same(
            "headroom",
            &expect["headroom"][name],
            &got[name]["headroom"],
        );
    }
}

#[test]
fn every_case_alone() {
    let folder = tempfile::tempdir().unwrap();
    let cases = cases();
    for (i, case) in cases.iter().enumerate() {
        let mut csv = String::new();
        rows(&mut csv, case, "a", 1, i % 2 == 0 && all_speak(case));
        legal(&mut csv, case, "A");
        let memo = memo(folder.path(), participants(case), &csv);
        let id = case["id"].as_str().unwrap();
        compare(id, &case["expect"], &memo["options"][0]["result"]);
        let rounds = memo["options"][0]["rounds"].as_array().unwrap();
        assert_eq!(rounds.len(), 1, "{id}");
        compare(id, &case["expect"], &rounds[0]["result"]);
        // The other option was not rated: nothing of it may be given.
        assert_eq!(memo["options"][1]["result"]["verdict"]["code"], Value::Null);
    }
}

#[test]
fn two_cases_as_two_options_of_one_session() {
    let folder = tempfile::tempdir().unwrap();
    let cases = cases();
    let mut tried = 0;
    for (i, a) in cases.iter().enumerate() {
        let n = participants(a);
        let Some(b) = cases.iter().skip(i + 1).find(|b| participants(b) == n) else {
            continue;
        };
        let mut csv = String::new();
        rows(&mut csv, b, "B", 1, false);
        rows(&mut csv, a, "a", 1, false);
        legal(&mut csv, b, "b");
        legal(&mut csv, a, "a");
        let memo = memo(folder.path(), n, &csv);
        for (option, case) in [a, b].into_iter().enumerate() {
            let id = case["id"].as_str().unwrap();
            compare(id, &case["expect"], &memo["options"][option]["result"]);
        }
        assert_eq!(
            memo["ranking"]
                .as_array()
                .unwrap()
                .iter()
                .flat_map(|g| g.as_array().unwrap())
                .count(),
            2
        );
        tried += 1;
        if tried == 40 {
            break;
        }
    }
    assert_eq!(tried, 40);
}

#[test]
fn two_cases_as_two_rounds_of_one_option() {
    let folder = tempfile::tempdir().unwrap();
    let cases = cases();
    let mut tried = 0;
    for (i, first) in cases.iter().enumerate() {
        let n = participants(first);
        let legal_of = |case: &Value| case["answers"]["legal"].clone();
        let Some(second) = cases
            .iter()
            .skip(i + 1)
            .find(|c| participants(c) == n && legal_of(c) == legal_of(first))
        else {
            continue;
        };
        let mut csv = String::new();
        rows(&mut csv, second, "a", 2, false);
        rows(&mut csv, first, "a", 1, false);
        legal(&mut csv, first, "a");
        let memo = memo(folder.path(), n, &csv);
        let option = &memo["options"][0];
        let id = |case: &Value| case["id"].as_str().unwrap().to_owned();
        compare(&id(first), &first["expect"], &option["rounds"][0]["result"]);
        compare(
            &id(second),
            &second["expect"],
            &option["rounds"][1]["result"],
        );
        compare(&id(second), &second["expect"], &option["result"]);
        tried += 1;
        if tried == 40 {
            break;
        }
    }
    assert_eq!(tried, 40);
}

/// Would catch shares of the wrong round, of an option that is not meant, or
/// that forget the legal state; and a count of those left out that tells who.
#[test]
fn every_case_of_robustness_alone() {
    let folder = tempfile::tempdir().unwrap();
    let cases = reference("robustness.json");
    for case in &cases {
        let rows = case["rows"].as_array().unwrap();
        let column = |i: usize| rows.iter().map(|row| row[i].clone()).collect::<Vec<_>>();
        let room = serde_json::json!({ "answers": {
            "need": column(0), "support": column(1), "relationship": column(2),
            "apology": column(3), "legal": case["legal"],
        }});
        let mut csv = String::new();
        rows_of_both_rounds(&mut csv, &room);
        legal(&mut csv, &room, "a");
        let memo = memo(folder.path(), participants(&room), &csv);
        let result = &memo["options"][0]["result"];
        let id = case["id"].as_str().unwrap();
        assert_eq!(result["robustness"]["draws"], 10_000, "{id}");
        assert_eq!(result["robustness"]["seed"], 1, "{id}");
        for (code, exact) in case["exact_shares"].as_object().unwrap() {
            let got = result["robustness"]["shares"][code].as_f64().unwrap();
            let exact = exact.as_f64().unwrap();
            assert!(
                (got - exact).abs() < 0.015,
                "{id}: {code} {got} for {exact}"
            );
        }
        let out = &memo["options"][0]["leave_one_out"];
        assert_eq!(out["of"], rows.len(), "{id}");
        assert!(out["differs"].as_u64().unwrap() <= out["of"].as_u64().unwrap());
        assert_eq!(memo["options"][1]["result"]["robustness"], Value::Null);
    }
    assert_eq!(cases.len(), 12);
}

/// Round 1 as the case has it, and a round 2 of one mind, which the shares
/// must not show.
fn rows_of_both_rounds(csv: &mut String, room: &Value) {
    rows(csv, room, "a", 1, false);
    for (assessment, answer) in [("need", "10"), ("support", "10"), ("apology", "none")] {
        for seat in 1..=participants(room) {
            writeln!(csv, "a,2,P{seat},{assessment},{answer},").unwrap();
        }
    }
}

/// Would catch a second round that forgets those who did not rate again.
#[test]
fn who_does_not_rate_again_keeps_the_first_rating() {
    let folder = tempfile::tempdir().unwrap();
    for case in cases()
        .iter()
        .filter(|case| participants(case) > 1)
        .take(20)
    {
        let mut csv = String::new();
        rows(&mut csv, case, "a", 1, false);
        // Only P1 rates again, and gives the same.
        let mut again = String::new();
        rows(&mut again, case, "a", 2, false);
        let mine = again.lines().filter(|row| row.contains(",P1,"));
        for row in mine {
            writeln!(csv, "{row}").unwrap();
        }
        legal(&mut csv, case, "a");
        let memo = memo(folder.path(), participants(case), &csv);
        let id = case["id"].as_str().unwrap();
        compare(
            id,
            &case["expect"],
            &memo["options"][0]["rounds"][1]["result"],
        );
    }
}
