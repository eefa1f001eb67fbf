//! What the memo says of the debrief, as data and in words.

use super::stage::{Stage, lock, take, tell};
use dear_customer::{lang::Lang, memo, session};
use serde_json::{Value, json};

const CASE: &str = "tomtom-2011";

fn data(stage: &Stage) -> Value {
    let read = session::read(&stage.path).unwrap();
    serde_json::from_str(&memo::json::render(&read.host())).unwrap()
}

fn markdown(stage: &Stage, lang: Lang) -> String {
    let read = session::read(&stage.path).unwrap();
    memo::md::render(&memo::build(&read.host(), &read.notice, lang))
}

/// The annex of what happened, up to the next.
fn annex(stage: &Stage, lang: Lang) -> String {
    let memo = markdown(stage, lang);
    let title = match lang {
        Lang::En => "What really happened",
        Lang::Nl => "Wat er echt gebeurde",
    };
    let mut annexes = memo.split("\n## ");
    let annex = annexes.find(|annex| annex.lines().next().unwrap().contains(title));
    annex.unwrap_or_default().to_owned()
}

/// A session with four forecasts, one by someone who knew the case.
fn four() -> Stage {
    let (stage, service) = Stage::judged(CASE, 4, false);
    let rows = [(1, "80"), (2, "30"), (3, "100k"), (4, "50")];
    take(&service, "lock", lock(&rows));
    take(&service, "told", tell(CASE));
    stage
}

/// Fault: the data tell of the forecasts before the debrief, leave one out
/// after it, score whoever knew the case, or bring digits that come from the
/// way they were computed.
#[test]
fn the_data_hold_the_numbers_once_it_is_told() {
    let (stage, service) = Stage::judged(CASE, 4, false);
    let before = data(&stage);
    assert_eq!(before.get("debrief"), Some(&Value::Null));
    take(&service, "lock", lock(&[(1, "80"), (2, "30")]));
    let locked = data(&stage);
    assert_eq!(locked.get("debrief"), Some(&Value::Null));
    drop(service);

    let stage = four();
    let read = session::read(&stage.path).unwrap();
    let text = memo::json::render(&read.host());
    let wanted = json!({
        "class": ["apologised", "ordered", "reformed"],
        "stopped_within_24_months": true,
        "base_rate": { "stopped": 9, "of": 24 },
        "forecasts": [
            { "seat": "P1", "percent": 80, "recognised": false, "brier": 0.04 },
            { "seat": "P2", "percent": 30, "recognised": false, "brier": 0.49 },
            { "seat": "P3", "percent": 100, "recognised": true, "brier": null },
            { "seat": "P4", "percent": 50, "recognised": false, "brier": 0.25 },
        ],
    });
    // As text: numbers that are near do not do.
    let wanted = serde_json::to_string_pretty(&json!({ "debrief": wanted })).unwrap();
    let inner = wanted.trim_start_matches("{\n").trim_end_matches("\n}");
    assert!(text.contains(inner), "{inner}\nin\n{text}");
}

/// Fault: a forecast that did not come out scores as if it had, and nobody's
/// forecasts make a number.
#[test]
fn what_was_not_stopped_is_scored_the_other_way() {
    let id = "waze-for-cities-2014";
    let (stage, service) = Stage::judged(id, 2, false);
    take(&service, "lock", lock(&[(2, "90")]));
    take(&service, "told", tell(id));
    let debrief = &data(&stage)["debrief"];
    assert_eq!(debrief["stopped_within_24_months"], false);
    let wanted = json!([{ "seat": "P2", "percent": 90, "recognised": false, "brier": 0.81 }]);
    assert_eq!(debrief["forecasts"], wanted);

    let (stage, service) = Stage::judged(id, 2, false);
    take(&service, "told", tell(id));
    assert_eq!(data(&stage)["debrief"]["forecasts"], json!([]));
    for lang in Lang::ALL {
        let annex = annex(&stage, lang);
        assert!(!annex.contains("Brier") && !annex.contains('%'), "{annex}");
    }
}

/// Fault: the annex stands there before it is told, lacks a part of what
/// happened or of the forecasts, or says it in the wrong words.
#[test]
fn the_annex_tells_what_happened_and_who_forecast_what() {
    let (stage, service) = Stage::judged(CASE, 4, false);
    take(&service, "lock", lock(&[(1, "80")]));
    for lang in Lang::ALL {
        assert_eq!(annex(&stage, lang), "");
    }
    drop(service);
    let stage = four();
    insta::assert_snapshot!("annex_en", annex(&stage, Lang::En));
    insta::assert_snapshot!("annex_nl", annex(&stage, Lang::Nl));
}

/// Fault: who knew the case is counted, or nobody who is left is.
#[test]
fn whoever_knew_the_case_does_not_count() {
    let lines = |rows: &[(u8, &str)]| {
        let (stage, service) = Stage::judged(CASE, 10, false);
        take(&service, "lock", lock(rows));
        take(&service, "told", tell(CASE));
        Lang::ALL.map(|lang| {
            let annex = annex(&stage, lang);
            let last = annex.trim_end().lines().next_back().unwrap();
            last.to_owned()
        })
    };
    // The example of METHOD.md §7: 78 tenths, six of ten on the right side.
    let mut rows = [
        (1, "100"),
        (2, "90"),
        (3, "80"),
        (4, "80"),
        (5, "80"),
        (6, "70"),
        (7, "30"),
        (8, "30"),
        (9, "30"),
        (10, "30"),
    ];
    assert_eq!(
        lines(&rows),
        [
            "Mean confidence 78%, right 6 of 10 (31–83%, a 95% interval; who said 50% took no side). Mean Brier score 0.22 (0 is perfect, 1 is certain and wrong); knowing only how often the other cases ended so gives 0.39.",
            "Gemiddelde zekerheid 78%, goed 6 van 10 (31–83%, een 95%-interval; wie 50% zei, koos geen kant). Gemiddelde Brierscore 0,22 (0 is volmaakt, 1 is zeker en mis); wie alleen weet hoe vaak de andere casussen zo afliepen, scoort 0,39.",
        ]
    );
    rows[0].1 = "100k";
    rows[1].1 = "90k";
    let [en, _] = lines(&rows);
    assert!(en.contains("right 4 of 8 (22–78%,"), "{en}");
    let known = lines(&[(1, "100k"), (2, "0k")]);
    assert!(
        !known[0].contains("Brier") && known[0].contains('2'),
        "{known:?}"
    );
    let [en, nl] = lines(&[(1, "50"), (2, "50")]);
    assert!(en.starts_with("Mean Brier score 0.25 "), "{en}");
    assert!(nl.starts_with("Gemiddelde Brierscore 0,25 "), "{nl}");
}
