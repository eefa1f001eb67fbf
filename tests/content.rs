//! Reading content files: every kind of fault with its words in both
//! languages, many at once, and nothing that makes the reader fall over.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use dear_customer::content::{
    Content, ContentError, Faults, Instrument, KnownIds, Library, Scenario, Text, content_hash,
    decode, read_any, read_instrument, read_scenario,
};
use dear_customer::lang::Lang;
use proptest::prelude::*;
use rstest::rstest;
use std::path::{Path, PathBuf};

const SCENARIO: &str = include_str!("fixtures/content/scenario.toml");
const INSTRUMENT: &str = include_str!("fixtures/content/instrument.toml");
const IDEA: &str = include_str!("fixtures/content/idea.toml");
const FIVE: &str = include_str!("fixtures/content/five-faults.toml");

fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn known() -> KnownIds {
    KnownIds::of(["ing-2014", "equens-2013"])
}

/// The file with one part of it, which must be there, written otherwise.
fn edited(source: &str, from: &str, to: &str) -> String {
    assert!(source.contains(from), "{from:?} is not in the fixture");
    source.replacen(from, to, 1)
}

fn faults(source: &str) -> Faults {
    read_any("file.toml", source, &known()).unwrap_err()
}

/// What both languages say, for a snapshot.
fn both(faults: &Faults) -> String {
    format!("{}\n{}", faults.render(Lang::En), faults.render(Lang::Nl))
}

fn assert_one(name: &str, source: &str) {
    let faults = faults(source);
    insta::with_settings!({ omit_expression => true, snapshot_path => "snapshots/content", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(name, both(&faults));
    });
    assert_eq!(faults.diagnostics.len(), 1, "{}", faults.render(Lang::En));
}

#[rstest]
#[case("key-missing", "year = 2014\n", "")]
#[case(
    "key-missing-in-table",
    "gains = { en = \"The bank.\", nl = \"De bank.\" }\n",
    ""
)]
#[case(
    "key-missing-source",
    "source = \"Bloomberg, 10 March 2014\"\n\n[[options]]",
    "\n[[options]]"
)]
#[case("key-unknown-near", "people =", "poeple = 1\npeople =")]
#[case("key-unknown-far", "stake = { en", "colour = \"blue\"\nstake = { en")]
#[case("type-number", "year = 2014", "year = \"2014\"")]
#[case("type-text", "country = \"NL\"", "country = 31")]
#[case(
    "type-pair",
    "organisation = { en = \"ING\", nl = \"ING\" }",
    "organisation = \"ING\""
)]
#[case("type-flag", "invented = true", "invented = 1")]
#[case(
    "type-list",
    "relationship = [\"utility\"]",
    "relationship = \"utility\""
)]
#[case(
    "type-table",
    "[legal]\nstate = \"open\"\nwhy = { en = \"Not known yet.\", nl = \"Nog niet bekend.\" }\nquestions = [{ en = \"Is consent free?\", nl = \"Is de toestemming vrij?\" }]",
    "[[legal]]"
)]
#[case("type-date", "as_of = 2014-03-09", "as_of = true")]
#[case("language-missing", ", nl = \"Betalingen.\"", "")]
#[case("language-missing-english", "en = \"Payments.\", ", "")]
#[case("language-missing-in-list", ", nl = \"Vraag het eerst.\"", "")]
#[case(
    "language-unknown",
    "nl = \"Betalingen.\"",
    "nl = \"Betalingen.\", de = \"Zahlungen.\""
)]
#[case("text-empty", "nl = \"Betalingen.\"", "nl = \"  \"")]
#[case(
    "text-without-any",
    "{ en = \"Payments.\", nl = \"Betalingen.\" }",
    "{}"
)]
#[case("text-hidden", "Betalingen.", "Betalin\u{202e}gen.")]
#[case("text-hidden-escaped", "Betalingen.", "Betalin\\u001bgen.")]
#[case(
    "text-flood",
    "Betalingen.",
    "Be\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}talingen."
)]
#[case("word-near", "sector = \"banking\"", "sector = \"bankng\"")]
#[case("word-far", "sector = \"banking\"", "sector = \"fishing boats\"")]
#[case("word-relationship", "[\"utility\"]", "[\"utilty\"]")]
#[case("word-outcome", "\"withdrawn\", ", "\"withdrew\", ")]
#[case("word-confidence", "confidence = \"high\"", "confidence = \"sure\"")]
#[case("word-legal", "state = \"open\"", "state = \"opened\"")]
#[case("option-twice", "id = \"b\"", "id = \"a\"")]
#[case("option-letter", "id = \"b\"", "id = \"B2\"")]
#[case("option-first", "id = \"a\"", "id = \"c\"")]
#[case("id", "id = \"ing-2014\"", "id = \"ING 2014\"")]
#[case("range", "year = 2014", "year = 20140")]
#[case("day", "as_of = 2014-03-09", "as_of = \"9 March 2014\"")]
#[case("date", "date = \"2014-03-10\"", "date = \"2014-13\"")]
#[case("country", "country = \"NL\"", "country = \"nl\"")]
#[case("twin-near", "twins = []", "twins = [\"equens-2031\"]")]
#[case("twin-far", "twins = []", "twins = [\"lloyds\"]")]
#[case("none-class", "[\"withdrawn\", \"apologised\"]", "[]")]
#[case(
    "none-sources",
    "sources = [\"Bloomberg, 10 March 2014\"]",
    "sources = []"
)]
#[case("newer", "id = \"ing-2014\"", "format = 2\nid = \"ING\"")]
#[case("format", "id = \"ing-2014\"", "format = \"one\"\nid = \"ing-2014\"")]
#[case(
    "lang-with-outcome",
    "id = \"ing-2014\"",
    "lang = \"nl\"\nid = \"ing-2014\""
)]
fn a_fault_of_a_scenario_says_what_where_and_what_instead(
    #[case] name: &str,
    #[case] from: &str,
    #[case] to: &str,
) {
    assert_one(&format!("scenario-{name}"), &edited(SCENARIO, from, to));
}

#[rstest]
#[case("placeholder", "{people}?\"", "{poeple}?\"")]
#[case("brace", "{people}?\"", "{people?\"")]
#[case("assessment-word", "id = \"support\"", "id = \"suport\"")]
#[case("assessment-twice", "id = \"support\"", "id = \"relationship\"")]
#[case(
    "anchor-missing",
    "    { at = 4, text = { en = \"Anchor 4.\", nl = \"Ankerzin 4.\" } },\n",
    ""
)]
#[case(
    "anchor-twice",
    "{ at = 10,",
    "{ at = 10, text = { en = \"x\", nl = \"x\" } },\n    { at = 10,"
)]
#[case(
    "anchor-unknown",
    "{ at = 10,",
    "{ at = 9, text = { en = \"x\", nl = \"x\" } },\n    { at = 10,"
)]
#[case(
    "anchor-range",
    "{ at = 10,",
    "{ at = 11, text = { en = \"x\", nl = \"x\" } },\n    { at = 10,"
)]
#[case("agenda", "minutes = 30", "minutes = 25")]
#[case("minutes", "minutes = 30", "minutes = 0")]
#[case("policy-three", "bar = [6, 7, 8]", "bar = [6, 7]")]
#[case("policy-missing", "quorum = 3\n", "")]
#[case("policy-cuts", "voluntary_from = 7", "voluntary_from = 4")]
#[case("policy-lines", "floor = [3, 4, 5]", "floor = [3, 4, 7]")]
#[case("policy-order", "bar = [6, 7, 8]", "bar = [7, 6, 8]")]
#[case("policy-shares", "split_one_in = 3", "split_one_in = 0")]
#[case("newer", "id = \"standard\"", "format = 99\nid = \"standard\"")]
fn a_fault_of_an_instrument_says_what_where_and_what_instead(
    #[case] name: &str,
    #[case] from: &str,
    #[case] to: &str,
) {
    assert_one(&format!("instrument-{name}"), &edited(INSTRUMENT, from, to));
}

#[test]
fn assessments_and_anchors_out_of_order_are_told_once() {
    let swapped = INSTRUMENT
        .replace("id = \"need\"", "id = \"?\"")
        .replace("id = \"support\"", "id = \"need\"")
        .replace("id = \"?\"", "id = \"support\"");
    assert_one("instrument-assessment-order", &swapped);
    let swapped = edited(INSTRUMENT, "at = 4,", "at = ?,");
    let swapped = edited(&swapped, "at = 2,", "at = 4,").replace("at = ?,", "at = 2,");
    assert_one("instrument-anchor-order", &swapped);
    let start = INSTRUMENT.find("[[assessments]]\nid = \"legal\"").unwrap();
    let end = INSTRUMENT
        .find("[[assessments]]\nid = \"apology\"")
        .unwrap();
    let without = [
        INSTRUMENT.get(..start).unwrap(),
        INSTRUMENT.get(end..).unwrap(),
    ]
    .concat();
    assert_one("instrument-assessment-missing", &without);
}

/// One slip of the notation is one fault, whatever the parser makes of the
/// rest of the file.
#[rstest]
#[case("quote-missing", "country = \"NL\"", "country = \"NL")]
#[case("quote-missing-inside", "{ en = \"Payments.\",", "{ en = \"Payments.,")]
#[case("quote-missing-at-end", "nl = \"Betalingen.\"", "nl = \"Betalingen.")]
#[case("quote-triple", "nl = \"Betalingen.\"", "nl = \"\"\"Betalingen.\"")]
#[case("quote-curly", "country = \"NL\"", "country = “NL”")]
#[case("equals-missing", "country = \"NL\"", "country \"NL\"")]
#[case("equals-colon", "country = \"NL\"", "country: \"NL\"")]
#[case("value-missing", "country = \"NL\"", "country =")]
#[case("value-bare", "country = \"NL\"", "country = NL")]
#[case("value-other", "country = \"NL\"", "country = (NL)")]
#[case("quote-odd", "{ en = \"Payments.\",", "{ en = \"Pay ments now.,")]
#[case("quote-triple-key", "country = \"NL\"", "country = \"\"\"NL\"")]
#[case(
    "list-open-long",
    "[[stakeholders]]",
    "[[outcome.timeline]\n[[stakeholders]]"
)]
#[case("twins-open", "twins = []", "twins = [")]
#[case("idea-inline-open", "[idea]\nsummary = {", "[idea]\nsummary = [{")]
#[case("value-number", "year = 2014", "year = 02014")]
#[case("value-date", "as_of = 2014-03-09", "as_of = 2014-13-09")]
#[case("key-twice", "country = \"NL\"", "country = \"NL\"\ncountry = \"BE\"")]
#[case("table-twice", "[outcome.apology]", "[legal]\n[outcome.apology]")]
#[case("header-open", "[idea]", "[idea")]
#[case("header-open-list", "[[facts]]", "[[facts]")]
#[case(
    "list-open",
    "class = [\"withdrawn\", \"apologised\"]",
    "class = [\"withdrawn\", \"apologised\""
)]
#[case("braces-open", "nl = \"Betalingen.\" }", "nl = \"Betalingen.\"")]
#[case("comma-missing", "\"Payments.\", nl", "\"Payments.\" nl")]
#[case("comma-twice", "\"withdrawn\", ", "\"withdrawn\",, ")]
#[case("more", "country = \"NL\"", "country = \"NL\" year")]
#[case("escape", "Betalingen.", "Beta\\lingen.")]
#[case("control", "Betalingen.", "Beta\u{1b}[31mlingen.")]
fn a_slip_of_the_notation_is_one_fault(#[case] name: &str, #[case] from: &str, #[case] to: &str) {
    assert_one(&format!("syntax-{name}"), &edited(SCENARIO, from, to));
}

/// Wherever one character is lost, it is one fault, or at most two.
#[rstest]
#[case(SCENARIO)]
#[case(INSTRUMENT)]
fn a_lost_character_is_no_avalanche(#[case] source: &str) {
    let mut counts = [0; 3];
    for (at, lost) in source.char_indices() {
        let mut short = source.to_owned();
        short.replace_range(at..at + lost.len_utf8(), "");
        let result = read_any("file.toml", &short, &KnownIds::unchecked());
        let faults = result.err().map_or(0, |faults| faults.diagnostics.len());
        assert!(faults <= 2, "{}", self::faults(&short).render(Lang::En));
        counts[faults] += 1;
    }
    assert!(counts[2] * 10 < counts[1], "{counts:?}");
}

#[rstest]
#[case("empty", "")]
#[case("blank", "\n# only a remark\n\n")]
#[case("csv", "option,round,participant\na,1,P1\na,1,P2\n")]
#[case("json", "{\n  \"title\": \"x\",\n  \"year\": 2014\n}\n")]
#[case("other-toml", "[package]\nname = \"x\"\nversion = \"1\"\n")]
fn what_is_no_content_file_is_one_fault(#[case] name: &str, #[case] source: &str) {
    assert_one(&format!("kind-{name}"), source);
}

#[test]
fn a_file_of_the_other_kind_is_told_so() {
    let scenario = read_scenario("a.toml", INSTRUMENT, &known()).unwrap_err();
    let instrument = read_instrument("b.toml", SCENARIO).unwrap_err();
    insta::assert_snapshot!(both(&scenario));
    insta::assert_snapshot!(both(&instrument));
}

#[test]
fn a_picture_is_no_text_and_says_so_without_harm() {
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10\x08\x06";
    let faults = decode("photo.toml", png).unwrap_err();
    insta::assert_snapshot!(both(&faults));
    let latin = decode("latin.toml", b"id = \"x\"\ntitle = \"caf\xe9\"\n").unwrap_err();
    insta::assert_snapshot!(latin.render(Lang::En));
    let marked = decode("x", b"\xef\xbb\xbfid = 1").unwrap();
    assert_eq!(marked, "id = 1");
}

#[test]
fn five_different_faults_are_told_in_one_go() {
    let faults = faults(FIVE);
    insta::assert_snapshot!(both(&faults));
    assert_eq!(faults.diagnostics.len(), 5);
}

#[test]
fn a_missing_table_is_one_fault_and_many_missing_keys_are_each_one() {
    let start = SCENARIO.find("[idea]").unwrap();
    let end = SCENARIO.find("[[facts]]").unwrap();
    let without = [SCENARIO.get(..start).unwrap(), SCENARIO.get(end..).unwrap()].concat();
    assert_one("scenario-table-missing", &without);
    let bare = [
        SCENARIO.get(..start).unwrap(),
        "[idea]\n",
        SCENARIO.get(end..).unwrap(),
    ]
    .concat();
    assert_eq!(faults(&bare).diagnostics.len(), 9);
}

#[test]
fn a_very_long_line_does_not_fill_the_screen_and_keeps_its_column() {
    let long = "x".repeat(5_000);
    let source = edited(
        SCENARIO,
        "nl = \"Betalingen.\"",
        &format!("nl = \"{long}\", de = \"{long}\""),
    );
    let faults = faults(&source);
    let shown = faults.render(Lang::En);
    assert!(
        shown.lines().all(|line| line.chars().count() < 120),
        "{shown}"
    );
    insta::assert_snapshot!(shown);
    let far = edited(
        SCENARIO,
        "en = \"Payments.\"",
        &format!("en = \"{long}\u{7}\""),
    );
    let shown = read_any("x.toml", &far, &known())
        .unwrap_err()
        .render(Lang::En);
    assert!(
        shown.lines().all(|line| line.chars().count() < 120),
        "{shown}"
    );
}

#[test]
fn a_text_beyond_all_measure_is_refused_and_not_cut() {
    let long = "x".repeat(10_001);
    let source = edited(SCENARIO, "Betalingen.", &long);
    let message = &faults(&source).diagnostics[0].message;
    assert_eq!(
        Lang::ALL.map(|lang| message.text(lang)),
        [
            "this text of `data` is longer than 10000 characters",
            "deze tekst van `data` is langer dan 10000 tekens"
        ]
    );
}

#[test]
fn nothing_of_a_file_steers_the_terminal() {
    let source = edited(
        SCENARIO,
        "sector = ",
        "\"s\u{9b}\u{202e}x\" = \"\u{2066}\u{85}\" #\u{200b}\nsector = ",
    );
    let shown = both(&read_any("a\u{1b}[2J.toml", &source, &known()).unwrap_err());
    let harmless =
        |c: char| c == '\n' || !c.is_control() && !('\u{200b}'..='\u{206f}').contains(&c);
    assert!(shown.chars().all(harmless), "{shown:?}");
    insta::assert_snapshot!(shown);
}

#[test]
fn windows_line_ends_and_texts_over_several_lines_are_fine() {
    let source = edited(
        SCENARIO,
        "\"Betalingen.\"",
        "\"\"\"\n  Betalingen\n  en meer. \"\"\"",
    );
    let scenario = read_scenario("x", &source.replace('\n', "\r\n"), &known()).unwrap();
    assert_eq!(scenario.idea.data.unwrap().nl, "Betalingen en meer.");
    let faults = faults(&edited(
        &SCENARIO.replace('\n', "\r\n"),
        "year = 2014",
        "year = 1",
    ));
    assert!(faults.render(Lang::En).contains("--> file.toml:6:8\n"));
}

#[test]
fn an_idea_of_ones_own_is_ten_lines_in_one_language() {
    assert!(IDEA.lines().count() <= 13);
    let idea = read_scenario("idea.toml", IDEA, &KnownIds::unchecked()).unwrap();
    assert_eq!(idea.title, Text::same("Energietips op grond van uw meter"));
    assert_eq!((idea.legal, idea.disguise, idea.as_of), (None, None, None));
    // Without the declared language each plain text is a fault.
    let undeclared = edited(IDEA, "lang = \"nl\"\n", "");
    assert_eq!(faults(&undeclared).diagnostics.len(), 6);
    // A language that there is not is one fault, not one a text.
    let faulty = edited(IDEA, "lang = \"nl\"", "lang = \"fr\"");
    assert_one("idea-lang", &faulty);
}

#[test]
fn twins_are_looked_up_only_where_the_ids_are_known() {
    let source = edited(SCENARIO, "twins = []", "twins = [\"lloyds\"]");
    assert!(read_scenario("x", &source, &KnownIds::unchecked()).is_ok());
    assert!(read_scenario("x", &source, &known()).is_err());
}

fn scenario() -> Scenario {
    read_scenario("scenario.toml", SCENARIO, &known()).unwrap()
}

fn instrument() -> Instrument {
    read_instrument("instrument.toml", INSTRUMENT).unwrap()
}

#[test]
fn what_is_written_is_read_back_the_same() {
    let idea = read_scenario("idea.toml", IDEA, &known()).unwrap();
    for scenario in [scenario(), idea] {
        let toml = toml::to_string(&scenario).unwrap();
        assert_eq!(toml::from_str::<Scenario>(&toml).unwrap(), scenario);
        assert_eq!(read_scenario("x", &toml, &known()).unwrap(), scenario);
        let json = serde_json::to_string(&scenario).unwrap();
        assert_eq!(serde_json::from_str::<Scenario>(&json).unwrap(), scenario);
    }
    let toml = toml::to_string(&instrument()).unwrap();
    assert_eq!(toml::from_str::<Instrument>(&toml).unwrap(), instrument());
    assert_eq!(read_instrument("x", &toml).unwrap(), instrument());
}

#[test]
fn the_fingerprint_follows_the_content_and_not_the_layout() {
    let whole = scenario();
    let hash = content_hash(&whole);
    let again = read_scenario("x", &toml::to_string(&whole).unwrap(), &known()).unwrap();
    assert_eq!(content_hash(&again), hash);
    assert_eq!(hash.len(), 64);
    let embedded = whole.without_outcome();
    assert_eq!(embedded.outcome, None);
    assert_ne!(content_hash(&embedded), hash);
    assert_eq!(
        content_hash(&serde_json::json!({ "b": 1, "a": [true, null] })),
        // printf '{"a":[true,null],"b":1}' | sha256sum
        "51705a2c9eb3e7e410a58f696a770c3ac3885a0cf43eb7fc88f5e47c11d4d30d"
    );
}

#[test]
fn every_file_of_the_folders_is_built_in_and_sound() {
    let library = Library::built_in();
    let stems = |path: &str| -> Vec<String> {
        let mut stems: Vec<String> = std::fs::read_dir(folder(path))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
            .collect();
        stems.sort();
        stems
    };
    let sorted = |mut ids: Vec<String>| {
        ids.sort();
        ids
    };
    let scenarios = sorted(library.scenario_ids().map(str::to_owned).collect());
    let instruments = sorted(library.instrument_ids().map(str::to_owned).collect());
    assert_eq!(scenarios, stems("scenarios/cases"));
    assert_eq!(instruments, stems("scenarios/instruments"));
    let told = |error: ContentError| panic!("{}", error.render(Lang::En));
    for id in scenarios {
        let scenario = library.scenario(&id).unwrap_or_else(told);
        assert_eq!(scenario.id, id);
        assert!(scenario.outcome.is_some(), "{id}");
    }
    let told = |error: ContentError| panic!("{}", error.render(Lang::En));
    for id in instruments {
        assert_eq!(library.instrument(&id).unwrap_or_else(told).id, id);
    }
    let listed: Vec<String> = library.list().unwrap().into_iter().map(|l| l.id).collect();
    assert_eq!(listed, library.scenario_ids().collect::<Vec<_>>());
}

#[test]
fn a_mistyped_id_gets_the_nearest() {
    let library = Library::built_in();
    let [scenario, instrument] = [
        library.scenario("ing-2041").unwrap_err(),
        library.instrument("lightning").unwrap_err(),
    ];
    let shown: Vec<String> = [&scenario, &instrument]
        .iter()
        .flat_map(|error| Lang::ALL.map(|lang| error.render(lang)))
        .collect();
    insta::assert_snapshot!(shown.join("\n"));
    assert_eq!(library.scenario("ING-2014").unwrap().id, "ing-2014");
}

#[test]
fn a_folder_adds_to_the_library_and_its_files_may_be_twins() {
    let dir = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(dir.path().join(name), text).unwrap();
    let own = edited(SCENARIO, "id = \"ing-2014\"", "id = \"own\"");
    write(
        "own.toml",
        &edited(
            &own,
            "twins = []",
            "twins = [\"energietips\", \"ing-2014\"]",
        ),
    );
    write("idea.toml", IDEA);
    write(
        "questions.toml",
        &edited(INSTRUMENT, "id = \"standard\"", "id = \"mine\""),
    );
    write("team.session.toml", "not content");
    write("notes.txt", "not content");
    let library = Library::built_in().with_dir(dir.path()).unwrap();
    assert_eq!(library.scenario("own").unwrap().twins.len(), 2);
    assert_eq!(library.instrument("mine").unwrap().id, "mine");
    assert_eq!(
        library.list().unwrap().len(),
        Library::built_in().scenario_ids().count() + 2
    );
}

#[test]
fn a_folder_tells_all_that_is_wrong_in_it() {
    let dir = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &[u8]| std::fs::write(dir.path().join(name), text).unwrap();
    write("a.toml", SCENARIO.as_bytes());
    write(
        "b.toml",
        edited(IDEA, "people = \"klanten\"\n", "").as_bytes(),
    );
    write("c.toml", b"\xff\xfe");
    let ContentError::Faulty(mut files) = Library::built_in().with_dir(dir.path()).unwrap_err()
    else {
        panic!("faults expected");
    };
    files.sort_by(|a, b| a.path.cmp(&b.path));
    for faults in &mut files {
        faults.path = Path::new(&faults.path)
            .file_name()
            .unwrap()
            .to_string_lossy()
            .into_owned();
    }
    insta::assert_snapshot!(ContentError::Faulty(files).render(Lang::En));
    let absent = Library::built_in()
        .with_dir(&dir.path().join("no"))
        .unwrap_err();
    assert!(matches!(absent, ContentError::Unreadable { .. }));
    assert!(absent.render(Lang::Nl).contains("bestaat niet"));
}

fn texts(value: &serde_json::Value, found: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(map) => {
            // Every text has both languages or is none.
            let (en, nl) = (map.get("en"), map.get("nl"));
            if en.is_some() || nl.is_some() {
                found.push(en.unwrap().as_str().unwrap().to_owned());
                found.push(nl.unwrap().as_str().unwrap().to_owned());
            }
            map.values().for_each(|value| texts(value, found));
        }
        serde_json::Value::Array(list) => list.iter().for_each(|value| texts(value, found)),
        _ => {}
    }
}

/// Reads whatever it is; what is read has words in both languages, and what
/// is not has at least one fault that can be shown.
fn survives(source: &str) -> Result<(), TestCaseError> {
    match read_any("x.toml", source, &known()) {
        Ok(content) => {
            let value = match content {
                Content::Scenario(scenario) => serde_json::to_value(scenario).unwrap(),
                Content::Instrument(instrument) => serde_json::to_value(instrument).unwrap(),
            };
            let mut found = Vec::new();
            texts(&value, &mut found);
            prop_assert!(!found.is_empty());
            prop_assert!(found.iter().all(|text| !text.trim().is_empty()));
        }
        Err(faults) => {
            prop_assert!(!faults.diagnostics.is_empty());
            let starts: Vec<usize> = faults.diagnostics.iter().map(|d| d.span.start).collect();
            prop_assert!(starts.is_sorted());
            let shown = faults.render(Lang::Nl);
            let steered = shown.chars().any(|c| c.is_control() && c != '\n');
            prop_assert!(!steered);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn no_mutation_of_a_file_makes_the_reader_fall_over(
        which in 0..3_usize,
        at in any::<prop::sample::Index>(),
        length in 0..40_usize,
        new in prop_oneof![
            Just(String::new()),
            "[\\[\\]{}\"'=,.#\\\\ \n]{1,4}",
            "(?s).{1,6}",
            Just("\"\"\"".to_owned()),
            Just("nl = \"\"".to_owned()),
        ],
    ) {
        let source = [SCENARIO, INSTRUMENT, IDEA][which];
        let mut bytes = source.as_bytes().to_vec();
        let start = at.index(bytes.len());
        let end = (start + length).min(bytes.len());
        bytes.splice(start..end, new.bytes());
        survives(&String::from_utf8_lossy(&bytes))?;
    }
}

proptest! {
    #[test]
    fn no_text_at_all_makes_the_reader_fall_over(source in "(?s).{0,200}") {
        survives(&source)?;
    }

    #[test]
    fn no_bytes_make_the_decoder_fall_over(bytes in proptest::collection::vec(any::<u8>(), 0..100)) {
        if let Err(faults) = decode("x", &bytes) {
            prop_assert!(!faults.render(Lang::En).is_empty());
        }
    }
}
