//! Before it is told: which forecasts were locked is nowhere, and what
//! happened is not even in the file.

use super::{
    common::{command, outside, seat, words},
    readable::readable,
    search::shows,
    stage::{Stage, by, case, lock, new_case, refused, take, tell, told, views},
};
use dear_customer::{
    cli::{self, World},
    content::{Outcome, Text},
    lang::Lang,
    session::{self, Action, Notice, Service},
};
use serde::Serialize;
use std::{collections::BTreeMap, ffi::OsString, fs};

const CASES: [(&str, bool); 4] = [
    ("tomtom-2011", false),
    ("tomtom-2011", true),
    ("octopus-2010", false),
    ("octopus-2010", true),
];

/// All that these commands write about the session, its folder left out.
fn commands(stage: &Stage) -> Vec<(String, String)> {
    let file = stage.path.to_str().unwrap();
    let folder = stage.folder().to_str().unwrap();
    let mut all = Vec::new();
    for lang in ["en", "nl"] {
        for line in [
            "verify",
            "check",
            "cards",
            "export --format md",
            "export --format html",
            "export --format json",
            "export --format csv",
            "export --format docx",
        ] {
            let words = line.split(' ').chain([file, "--lang", lang]);
            let args = ["dear-customer"]
                .into_iter()
                .chain(words)
                .map(OsString::from);
            let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
            let world = &mut World {
                stdout: &mut stdout,
                stderr: &mut stderr,
                terminal: false,
                var: &|_| None,
                outside: &|| outside(7),
                settings: None,
            };
            let exit = cli::run(args, world);
            let written = [stdout, stderr].concat();
            let written = readable(&written).replace(folder, "");
            all.push((format!("{line} {lang}: {exit:?}"), written));
        }
    }
    all
}

/// The lines of a file without what is sealed and without hashes.
fn in_the_clear(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines().filter(|line| !line.starts_with("hash = ")) {
        let mut parts = line.split("sealed = \"");
        out.push_str(parts.next().unwrap());
        for part in parts {
            out.push_str(part.split_once('"').unwrap().1);
        }
        out.push('\n');
    }
    out
}

/// Everything that leaves a session with these forecasts before it is told,
/// by what it is; P3 has locked the same in every one.
fn leaves(id: &str, disguised: bool, forecasts: [&str; 2]) -> BTreeMap<String, String> {
    let (stage, service) = Stage::judged(id, 4, disguised);
    take(&service, "lock", lock(&[(1, forecasts[0]), (3, "40")]));
    let own = by(2, "own", lock(&[(2, forecasts[1])]));
    service.submit(own).wait().unwrap();
    let mut all = BTreeMap::new();
    let refusals = [
        command("no", lock(&[(1, forecasts[1])])),
        command("no", lock(&[(4, forecasts[0]), (2, forecasts[0])])),
        command("no", lock(&[(9, forecasts[0])])),
        by(1, "no", lock(&[(1, forecasts[0])])),
        by(4, "no", lock(&[(2, forecasts[1])])),
        command("no", Action::Undo),
    ];
    for (number, command) in refusals.into_iter().enumerate() {
        let refusal = refused(&service, command);
        let said = Lang::ALL.map(|lang| words(&refusal, lang));
        all.insert(format!("refusal {number}"), format!("{said:?} {refusal:?}"));
    }
    for (number, view) in views(&service).into_iter().enumerate() {
        // Host, room, P1 to P4; the first two see their own.
        if ![2, 3].contains(&number) {
            all.insert(format!("view {number}"), view);
        }
    }
    let read = session::read(&stage.path).unwrap();
    all.insert("read".into(), format!("{:?}", read.host()));
    let hash = service.host().fingerprint.hash;
    drop(service);
    all.extend(stage.documents());
    all.extend(commands(&stage));
    let text = stage.text();
    all.insert("length".into(), text.len().to_string());
    all.insert("file".into(), in_the_clear(&text));
    for text in all.values_mut() {
        *text = text.replace(&hash, "[hash]");
    }
    all
}

/// Fault: a forecast, or whether the case was recognised, shows in a byte, a
/// word or a length of anything that leaves the session before the debrief.
#[test]
fn sessions_alike_but_for_their_forecasts_look_alike() {
    for (id, disguised) in CASES {
        let one = leaves(id, disguised, ["0", "0"]);
        assert_eq!(one.len(), 6 + 4 + 1 + 7 + 16 + 2);
        for other in [["100k", "90"], ["50", "0k"], ["10k", "100k"]] {
            let other = leaves(id, disguised, other);
            assert!(one.keys().eq(other.keys()));
            for (what, text) in &one {
                assert_eq!(text, &other[what], "{id}: {what}");
            }
        }
    }
}

/// Fault: the comparison above is blind: it would not see a forecast that is
/// on the table.
#[test]
fn afterwards_they_do_not_look_alike() {
    let played = |forecast| {
        let (stage, service) = Stage::judged("tomtom-2011", 2, false);
        take(&service, "lock", lock(&[(1, forecast)]));
        take(&service, "told", tell("tomtom-2011"));
        let hash = service.host().fingerprint.hash;
        let mut all: BTreeMap<String, String> = stage.documents().into_iter().collect();
        all.retain(|what, _| !what.starts_with("cards"));
        all.insert("file".into(), in_the_clear(&stage.text()));
        all.insert("room".into(), format!("{:?}", service.room()));
        for text in all.values_mut() {
            *text = text.replace(&hash, "");
        }
        all
    };
    let (one, known, other) = (played("30"), played("30k"), played("90"));
    for (what, text) in &one {
        assert_ne!(text, &known[what], "{what}");
        assert_ne!(text, &other[what], "{what}");
    }
}

/// Every text in something, however deep.
fn texts(of: &impl Serialize) -> Vec<String> {
    fn gather(value: &serde_json::Value, texts: &mut Vec<String>) {
        match value {
            serde_json::Value::String(text) => texts.push(text.clone()),
            serde_json::Value::Array(all) => all.iter().for_each(|one| gather(one, texts)),
            serde_json::Value::Object(all) => all.values().for_each(|one| gather(one, texts)),
            _ => {}
        }
    }
    let mut all = Vec::new();
    gather(&serde_json::to_value(of).unwrap(), &mut all);
    all
}

/// The longest stretch of a text that looks the same in every format.
fn stretch(text: &str) -> &str {
    let plain = |c: char| c.is_alphanumeric() || " ,;:".contains(c);
    let parts = text.split(|c| !plain(c)).map(str::trim);
    parts.max_by_key(|part| part.chars().count()).unwrap()
}

/// What must not be known before the debrief: every text of what happened and
/// of the twins, and its longest stretch, where that is over 11 characters
/// and stands nowhere in the case as the room gets it.
fn untold(id: &str, disguised: bool) -> Vec<String> {
    let case = case(id);
    let known = if disguised {
        case.disguised().unwrap()
    } else {
        case.without_outcome()
    };
    let known = texts(&known).join("\n");
    let mut all = texts(case.outcome.as_ref().unwrap());
    for twin in case.twins.iter().map(|id| super::stage::case(id)) {
        // The same idea in other words: its own words are not the room's.
        let named = [twin.title.clone(), twin.organisation.clone()];
        all.extend(texts(&named));
        all.extend(texts(&twin.outcome));
        all.extend(texts(&twin.facts));
        all.extend(texts(&twin.idea));
        if disguised {
            all.push(twin.id);
        }
    }
    let stretches: Vec<String> = all.iter().map(|text| stretch(text).to_owned()).collect();
    all.extend(stretches);
    all.retain(|text| text.chars().count() > 11 && !known.contains(text.as_str()));
    all.sort();
    all.dedup();
    all
}

fn assert_untold(secrets: &[String], what: &str, bytes: &[u8]) {
    for secret in secrets {
        assert!(!shows(bytes, secret), "{what}: {secret}");
    }
}

/// Fault: before the debrief a word of what happened, or of the twin, is in
/// the session file, a document, a view, or what a command writes.
#[test]
fn what_happened_is_nowhere_before_it_is_told() {
    for (id, disguised) in CASES {
        let secrets = untold(id, disguised);
        assert!(secrets.len() > 40, "{id}: {}", secrets.len());
        let (stage, service) = Stage::judged(id, 3, disguised);
        take(&service, "lock", lock(&[(1, "70"), (2, "0k"), (3, "50")]));
        assert_untold(&secrets, "the file", &stage.bytes());
        for (what, text) in stage.documents().into_iter().chain(commands(&stage)) {
            assert_untold(&secrets, &what, text.as_bytes());
        }
        for view in views(&service) {
            assert_untold(&secrets, "a view", view.as_bytes());
        }
    }
}

/// Fault: a debrief that is refused leaves what it was to tell behind.
#[test]
fn a_debrief_that_is_refused_tells_nothing() {
    for (id, disguised) in CASES {
        let secrets = untold(id, disguised);
        let stage = Stage::new(new_case(id, 3, disguised));
        let service = stage.open();
        for command in [command("early", tell(id)), by(1, "seat", tell(id))] {
            let refusal = refused(&service, command);
            let said = Lang::ALL.map(|lang| words(&refusal, lang));
            let said = format!("{said:?} {refusal:?}");
            assert_untold(&secrets, "a refusal", said.as_bytes());
        }
        assert_untold(&secrets, "the file", &stage.bytes());
        for view in views(&service) {
            assert_untold(&secrets, "a view", view.as_bytes());
        }
    }
}

/// Fault: a debrief that the disk cut off, wherever, and that never came to
/// be, lies beside the session for all to read, or can't be told again.
#[test]
fn a_debrief_cut_off_in_writing_tells_nothing() {
    let secrets = untold("tomtom-2011", true);
    let (stage, service) = Stage::judged("tomtom-2011", 3, true);
    take(&service, "lock", lock(&[(1, "70"), (2, "0k")]));
    let before = views(&service);
    let locked = stage.bytes().len();
    take(&service, "told", tell("tomtom-2011"));
    drop(service);
    let bytes = stage.bytes();
    assert!(secrets.iter().any(|secret| shows(&bytes, secret)));
    let aside = stage.folder().join("x.session.toml.torn-1");
    let last = bytes.len() - 1;
    for cut in (locked + 1..last).step_by(401).chain([last]) {
        fs::write(&stage.path, &bytes[..cut]).unwrap();
        let (service, notice) = Service::open(&stage.path, outside(7)).unwrap();
        assert!(matches!(notice, Notice::Torn { aside: Some(_), .. }));
        assert_eq!(views(&service), before, "{cut}");
        let mut seen = 0;
        for entry in fs::read_dir(stage.folder()).unwrap() {
            let file = entry.unwrap().path();
            let name = file.file_name().unwrap().to_string_lossy().into_owned();
            assert_untold(&secrets, &name, &fs::read(&file).unwrap());
            seen += 1;
        }
        assert_eq!(seen, 3, "the session, its lock and the torn end");
        // It is told after all.
        take(&service, "told", tell("tomtom-2011"));
        let debrief = service.seat(seat(2)).room.debrief.unwrap();
        assert_eq!(debrief.forecasts.len(), 2);
        drop(service);
        fs::remove_file(&aside).unwrap();
    }
}

/// What the annex must hold once it is told.
fn annexed(lang: Lang, id: &str) -> Vec<String> {
    let told = told(id);
    let Outcome {
        timeline,
        apology,
        lessons,
        questions,
        sources,
        ..
    } = told.outcome;
    let text = |text: &Text| text.get(lang).to_owned();
    let mut all: Vec<String> = lessons.iter().chain(&questions).map(text).collect();
    for entry in &timeline {
        all.extend([text(&entry.text), entry.source.clone()]);
    }
    all.push(text(&apology.text));
    all.extend(apology.quote.into_iter().chain(apology.source));
    all.extend(sources);
    for twin in &told.twins {
        all.extend([text(&twin.title), text(&twin.organisation)]);
        all.extend(twin.differs.as_ref().map(text));
    }
    all
}

/// Fault: something of what happened is never told; or the search above finds
/// nothing where it stands.
#[test]
fn afterwards_the_memo_holds_it_all() {
    for (id, disguised) in CASES {
        let (stage, service) = Stage::judged(id, 3, disguised);
        take(&service, "lock", lock(&[(1, "70"), (2, "10k")]));
        take(&service, "told", tell(id));
        let file = stage.bytes();
        let documents: BTreeMap<String, String> = stage.documents().into_iter().collect();
        for lang in Lang::ALL {
            for text in annexed(lang, id) {
                assert!(shows(&file, &text), "{id}: the file lacks {text}");
                for format in ["md", "html"] {
                    let memo = documents[&format!("{format} {lang:?}")].as_bytes();
                    assert!(shows(memo, stretch(&text)), "{id}, {format}: {text}");
                }
            }
            for format in ["md", "html"] {
                let memo = &documents[&format!("{format} {lang:?}")];
                assert!(memo.contains("70%") && memo.contains("10%"), "{format}");
            }
            // A card is for rating: it tells nothing, whenever it is printed.
            let secrets = untold(id, false);
            let title = case(id).title;
            let secrets: Vec<String> = secrets
                .into_iter()
                .filter(|text| !title.get(lang).contains(text.as_str()))
                .collect();
            let cards = documents[&format!("cards {lang:?}")].as_bytes();
            assert_untold(&secrets, "cards", cards);
        }
        let memo: serde_json::Value = serde_json::from_str(&documents["json"]).unwrap();
        let forecasts = memo["debrief"]["forecasts"].as_array().unwrap();
        let percents: Vec<u64> = forecasts
            .iter()
            .map(|one| one["percent"].as_u64().unwrap())
            .collect();
        assert_eq!(percents, [70, 10]);
        let class = case(id).outcome.unwrap().class;
        assert_eq!(memo["debrief"]["class"], serde_json::json!(class));
    }
}
