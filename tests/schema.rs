//! The JSON Schemas of the content files: they accept what is good, refuse
//! what a schema can see, and the stored copies are those of the program.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use dear_customer::content::{Library, instrument_schema, scenario_schema};
use dear_customer::lang::Lang;
use jsonschema::Validator;
use rstest::rstest;
use serde_json::{Map, Value};
use std::{
    fs,
    path::{Path, PathBuf},
};

const SCENARIO: &str = include_str!("fixtures/content/scenario.toml");
const INSTRUMENT: &str = include_str!("fixtures/content/instrument.toml");
const IDEA: &str = include_str!("fixtures/content/idea.toml");

fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn validator(schema: &str) -> Validator {
    let schema = serde_json::from_str(schema).unwrap();
    jsonschema::draft202012::new(&schema).unwrap()
}

/// A file as an editor hands it to its validator: dates are texts.
fn json(value: toml::Value) -> Value {
    match value {
        toml::Value::Table(table) => {
            let entries = table.into_iter().map(|(key, value)| (key, json(value)));
            Value::Object(entries.collect::<Map<_, _>>())
        }
        toml::Value::Array(list) => list.into_iter().map(json).collect(),
        toml::Value::Datetime(date) => date.to_string().into(),
        toml::Value::String(text) => text.into(),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(flag) => flag.into(),
    }
}

/// What the schema has against a file.
fn against(schema: &str, source: &str) -> Vec<String> {
    let value = json(toml::Value::Table(source.parse().unwrap()));
    let validator = validator(schema);
    let told = validator.iter_errors(&value);
    told.map(|error| format!("{} at {}", error, error.instance_path()))
        .collect()
}

/// The file with one part of it, which must be there, written otherwise.
fn edited(source: &str, from: &str, to: &str) -> String {
    assert!(source.contains(from), "{from:?} is not in the fixture");
    source.replacen(from, to, 1)
}

/// Would catch a schema that an editor can't use, or that changes from one
/// run to the next.
#[rstest]
#[case(scenario_schema)]
#[case(instrument_schema)]
fn a_schema_is_one_and_the_same_each_time(#[case] schema: fn() -> String) {
    let text = schema();
    assert_eq!(text, schema());
    let value: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(
        value["$schema"],
        "https://json-schema.org/draft/2020-12/schema"
    );
    jsonschema::meta::validate(&value).unwrap();
    described(&value, "");
}

/// Every key has words of its own.
fn described(schema: &Value, path: &str) {
    if let Some(properties) = schema.get("properties").and_then(Value::as_object) {
        for (key, inner) in properties {
            let path = format!("{path}/{key}");
            let words = inner["description"].as_str();
            assert!(words.is_some_and(|words| !words.is_empty()), "{path}");
            assert!(!words.unwrap().contains("[`"), "{path} is for programmers");
            assert_eq!(inner["format"].as_str().unwrap_or("date"), "date");
            described(inner, &path);
        }
        assert_eq!(schema["additionalProperties"], false, "{path}");
    }
    if let Some(items) = schema.get("items") {
        described(items, &format!("{path}[]"));
    }
}

/// Would catch a change of the types, or of a schema, that the copy in the
/// repository does not show.
#[rstest]
#[case("scenario", scenario_schema)]
#[case("instrument", instrument_schema)]
fn the_stored_copy_is_that_of_the_program(#[case] kind: &str, #[case] schema: fn() -> String) {
    let path = format!("scenarios/schema/{kind}.json");
    let stored = fs::read_to_string(folder(&path)).unwrap_or_default();
    assert!(
        stored.replace("\r\n", "\n") == schema(),
        "{path} is out of date; mend it with:\n  cargo run -- schema {kind} -o {path}\nand read what has changed."
    );
}

/// Would catch a schema that is stricter than the program.
#[test]
fn what_is_shipped_is_accepted() {
    for (kind, schema) in [
        ("cases", scenario_schema()),
        ("instruments", instrument_schema()),
    ] {
        let files = fs::read_dir(folder("scenarios").join(kind)).unwrap();
        for file in files {
            let path = file.unwrap().path();
            let told = against(&schema, &fs::read_to_string(&path).unwrap());
            assert!(told.is_empty(), "{}: {told:#?}", path.display());
        }
    }
    for (source, schema) in [
        (SCENARIO, scenario_schema()),
        (IDEA, scenario_schema()),
        (INSTRUMENT, instrument_schema()),
    ] {
        let told = against(&schema, source);
        assert!(told.is_empty(), "{told:#?}");
    }
}

/// Would catch a template that an editor finds fault with once it is filled
/// in, or none before.
#[test]
fn the_template_is_accepted_when_it_is_filled_in() {
    for lang in Lang::ALL {
        let template = Library::built_in().template(lang, "x");
        let unfilled = against(&scenario_schema(), &template);
        assert_eq!(unfilled.len(), 12, "{unfilled:#?}");
        let filled = template.replace("\"\"", "\"text\"");
        assert_eq!(against(&scenario_schema(), &filled), Vec::<String>::new());
        // A remark has a space after its sign.
        let whole: Vec<&str> = filled
            .lines()
            .map(|line| match line.strip_prefix('#') {
                Some(rest) if !rest.starts_with(' ') || rest.starts_with("  {") => rest,
                _ => line,
            })
            .collect();
        let whole = whole.join("\n").replace("#  \"", "\"");
        assert_eq!(against(&scenario_schema(), &whole), Vec::<String>::new());
    }
}

/// Would catch a fault that a schema can see and does not. Each of these is a
/// fault for `check` too.
#[rstest]
#[case("year = 2014\n", "")]
#[case("as_of = 2014-03-09\n", "")]
#[case("sector = \"banking\"\n", "")]
#[case("relationship = [\"utility\"]\n", "")]
#[case("id = \"ing-2014\"\n", "")]
#[case("people = { en = \"customers\", nl = \"klanten\" }\n", "")]
#[case("gains = { en = \"The bank.\", nl = \"De bank.\" }\n", "")]
#[case(
    "source = \"Bloomberg, 10 March 2014\"\n\n[[options]]",
    "\n[[options]]"
)]
#[case("confidence = \"high\"\n", "")]
#[case("stopped_within_24_months = true\n", "")]
#[case("people =", "poeple = 1\npeople =")]
#[case("stake = { en", "colour = \"blue\"\nstake = { en")]
#[case("year = 2014", "year = \"2014\"")]
#[case("year = 2014", "year = 20140")]
#[case("country = \"NL\"", "country = 31")]
#[case("country = \"NL\"", "country = \"nl\"")]
#[case(
    "organisation = { en = \"ING\", nl = \"ING\" }",
    "organisation = \"ING\""
)]
#[case("stake = { en = \"Sales\", nl = \"Omzet\" }", "stake = \"Sales\"")]
#[case(
    "lessons = [{ en = \"Ask first.\", nl = \"Vraag het eerst.\" }]",
    "lessons = [\"Ask first.\"]"
)]
#[case("invented = true", "invented = 1")]
#[case("relationship = [\"utility\"]", "relationship = \"utility\"")]
#[case("as_of = 2014-03-09", "as_of = true")]
#[case("as_of = 2014-03-09", "as_of = \"9 March 2014\"")]
#[case(", nl = \"Betalingen.\"", "")]
#[case("en = \"Payments.\", ", "")]
#[case(", nl = \"Vraag het eerst.\"", "")]
#[case("nl = \"Betalingen.\"", "nl = \"Betalingen.\", de = \"Zahlungen.\"")]
#[case("nl = \"Betalingen.\"", "nl = \"  \"")]
#[case("{ en = \"Payments.\", nl = \"Betalingen.\" }", "{}")]
#[case("sector = \"banking\"", "sector = \"bankng\"")]
#[case("[\"utility\"]", "[\"utilty\"]")]
#[case("\"withdrawn\", ", "\"withdrew\", ")]
#[case("confidence = \"high\"", "confidence = \"sure\"")]
#[case("state = \"open\"", "state = \"opened\"")]
#[case("id = \"b\"", "id = \"B2\"")]
#[case("id = \"a\"", "id = \"c\"")]
#[case("id = \"ing-2014\"", "id = \"ING 2014\"")]
#[case("date = \"2014-03-10\"", "date = \"in 2014\"")]
#[case("[\"withdrawn\", \"apologised\"]", "[]")]
#[case("sources = [\"Bloomberg, 10 March 2014\"]", "sources = []")]
#[case("id = \"ing-2014\"", "format = 2\nid = \"ing-2014\"")]
#[case("id = \"ing-2014\"", "format = \"one\"\nid = \"ing-2014\"")]
#[case("id = \"ing-2014\"", "lang = \"nl\"\nid = \"ing-2014\"")]
#[case(
    "source = \"AG Connect\"",
    "source = \"AG Connect\"\nregrets = [\"plan\"]"
)]
#[case("organisation = { en = \"A bank\", nl = \"Een bank\" }", "")]
fn a_faulty_scenario_is_refused(#[case] from: &str, #[case] to: &str) {
    let source = edited(SCENARIO, from, to);
    assert!(!against(&scenario_schema(), &source).is_empty());
    refused_by_check(&source);
}

/// Would catch a schema that asks of an idea what only a case must have, or
/// less than an idea needs.
#[rstest]
#[case("lang = \"nl\"\n", "")]
#[case("lang = \"nl\"", "lang = \"fr\"")]
#[case("people = \"klanten\"\n", "")]
#[case("summary = \"Wij", "sumary = \"Wij")]
#[case("title = \"Energietips op grond van uw meter\"", "title = \"\"")]
fn a_faulty_idea_is_refused(#[case] from: &str, #[case] to: &str) {
    let source = edited(IDEA, from, to);
    assert!(!against(&scenario_schema(), &source).is_empty());
    refused_by_check(&source);
}

/// Would catch a questionnaire that an editor finds good and the program not.
#[rstest]
#[case("{people}?\"", "{poeple}?\"")]
#[case("{people}?\"", "{people?\"")]
#[case("id = \"support\"", "id = \"suport\"")]
#[case("id = \"support\"", "id = \"relationship\"")]
#[case(
    "    { at = 4, text = { en = \"Anchor 4.\", nl = \"Ankerzin 4.\" } },\n",
    ""
)]
#[case(
    "{ at = 10,",
    "{ at = 9, text = { en = \"x\", nl = \"x\" } },\n    { at = 10,"
)]
#[case("{ at = 10,", "{ at = 11,")]
#[case("at = \"whole\"", "at = \"hole\"")]
#[case("minutes = 30", "minutes = 0")]
#[case("minutes = 30", "minutes = 30\nstep = \"lunch\"")]
#[case("bar = [6, 7, 8]", "bar = [6, 7]")]
#[case("bar = [6, 7, 8]", "bar = [6, 7, 11]")]
#[case("quorum = 3\n", "")]
#[case("split_one_in = 3", "split_one_in = 0")]
#[case(
    "title = { en = \"Standard\", nl = \"Standaard\" }",
    "title = \"Standard\""
)]
#[case("id = \"standard\"", "format = 99\nid = \"standard\"")]
#[case("id = \"standard\"", "lang = \"en\"\nid = \"standard\"")]
fn a_faulty_instrument_is_refused(#[case] from: &str, #[case] to: &str) {
    let source = edited(INSTRUMENT, from, to);
    assert!(!against(&instrument_schema(), &source).is_empty());
    refused_by_check(&source);
}

/// A schema has no rules of its own.
fn refused_by_check(source: &str) {
    use dear_customer::content::{KnownIds, read_any};
    assert!(read_any("x.toml", source, &KnownIds::unchecked()).is_err());
}
