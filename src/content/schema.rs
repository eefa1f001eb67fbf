//! JSON Schema (draft 2020-12) of the content files, for editors that help
//! while one types.
//!
//! Made from the types; by hand only where a file differs from its type: a
//! text may be in one language where the file says so, a real case must say
//! more, and a questionnaire has all its assessments and anchors. What a
//! schema can't see (an id that is taken, a year after the plan, an agenda
//! that does not add up) is left to the reader, which has the last word.
//!
//! Invariant: a schema refuses nothing that is good (it may pass what is not),
//! and its bytes are the same every time.

use super::{Instrument, Scenario, Text, instrument::AnchorAt};
use crate::{method::Assessment, text::MAX_CHARS};
use schemars::{JsonSchema, Schema, SchemaGenerator, generate::SchemaSettings, json_schema};
use serde_json::{Map, Value, json};
use std::borrow::Cow;

/// What an id looks like.
pub(super) const ID: &str = "^[a-z0-9-]{1,60}$";

/// What a day looks like.
pub(super) const DAY: &str = r"^\d{4}-\d{2}-\d{2}$";

/// A text that is not empty.
const FILLED: &str = r"\S";

/// A text of a questionnaire: nothing between braces but the placeholders.
const PLACEHOLDERS: &str = r"^([^{}]|\{[Pp]eople\})+$";

/// What only an idea may leave out.
const OF_A_CASE: [&str; 8] = [
    "sector",
    "year",
    "as_of",
    "disguise",
    "relationship",
    "facts",
    "legal",
    "stakeholders",
];

/// What only the card of an idea may leave out.
const OF_ITS_CARD: [&str; 8] = [
    "data", "about", "purpose", "payer", "gains", "returns", "consent", "letter",
];

/// Both languages, or a plain text in the one that the file declares.
impl JsonSchema for Text {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": ["object", "string"],
            "properties": {
                "en": { "description": "English", "type": "string" },
                "nl": { "description": "Dutch", "type": "string" },
            },
            "required": ["en", "nl"],
            "additionalProperties": false,
        })
    }
}

/// The schema of a scenario file.
#[must_use]
pub fn scenario_schema() -> String {
    let mut schema = schema_of::<Scenario>();
    let texts = both_languages(&Value::Object(schema.clone()));
    let mut undeclared = texts.unwrap_or_else(|| json!({}));
    undeclared["if"] = json!({ "required": ["outcome"] });
    undeclared["then"] = json!({
        "required": OF_A_CASE,
        "properties": { "idea": { "required": OF_ITS_CARD } },
    });
    if let Some(properties) = properties(&mut schema) {
        properties.insert(
            "lang".into(),
            json!({
                "description": "The language of every text, for an idea of your own in one language: a text is then a plain one, `title = \"…\"`.",
                "type": "string",
                "enum": ["en", "nl"],
            }),
        );
        if let Some(options) = properties.get_mut("options") {
            let first = json!({ "properties": { "id": { "const": "a" } } });
            begins_with(options, &[first]);
        }
    }
    format(&mut schema);
    // The type's own list is that of a case.
    let needed = ["id", "title", "organisation", "people", "idea", "options"];
    schema.insert("required".into(), json!(needed));
    schema.insert("if".into(), json!({ "required": ["lang"] }));
    schema.insert("then".into(), json!({ "properties": { "outcome": false } }));
    schema.insert("else".into(), undeclared);
    print(schema)
}

/// The schema of an instrument file.
#[must_use]
pub fn instrument_schema() -> String {
    let mut schema = schema_of::<Instrument>();
    if let Some(properties) = properties(&mut schema) {
        for schema in properties.values_mut() {
            with_placeholders(schema);
        }
        if let Some(sheets) = properties.get_mut("assessments") {
            let all = Assessment::ALL;
            let ids = all.map(|it| json!({ "properties": { "id": { "const": it.id() } } }));
            begins_with(sheets, &ids);
            sheets["minItems"] = json!(all.len());
            sheets["maxItems"] = json!(all.len());
            sheets["items"]["allOf"] = json!(all.map(anchored));
        }
    }
    format(&mut schema);
    print(schema)
}

/// The first entries of a list are these. Apart, since `items` holds only for
/// what comes after a `prefixItems` beside it.
fn begins_with(list: &mut Value, entries: &[Value]) {
    list["allOf"] = json!([{ "prefixItems": entries }]);
}

/// An assessment has its own anchors, in order.
fn anchored(assessment: Assessment) -> Value {
    let places = AnchorAt::expected(assessment);
    let count = places.len();
    let items: Vec<Value> = places
        .into_iter()
        .map(|at| json!({ "properties": { "at": { "const": at } } }))
        .collect();
    json!({
        "if": { "properties": { "id": { "const": assessment.id() } } },
        "then": { "properties": { "anchors": {
            "prefixItems": items,
            "minItems": count,
            "maxItems": count,
        } } },
    })
}

/// What the type says, without what only JSON has. Everything stands in its
/// place, so that an editor shows the words of the key it is at.
fn schema_of<T: JsonSchema>() -> Map<String, Value> {
    let mut settings = SchemaSettings::draft2020_12();
    settings.inline_subschemas = true;
    let schema = settings.into_generator().into_root_schema_for::<T>();
    let mut value = schema.to_value();
    tidy(&mut value);
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

/// Takes out what TOML has not (nothing, widths of numbers), asks of every
/// text that it is one, and puts descriptions on one line.
fn tidy(value: &mut Value) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(tidy),
        Value::Object(map) => {
            not_null(map);
            if let Some(Value::String(text)) = map.get_mut("description") {
                let first = text.split("\n\n").next().unwrap_or_default();
                *text = first.split_whitespace().collect::<Vec<_>>().join(" ");
            }
            let is =
                |map: &Map<String, Value>, kind: &str| map.get("type").is_some_and(|it| it == kind);
            if is(map, "integer") {
                map.shift_remove("format");
            }
            let free = ["const", "enum", "pattern"]
                .iter()
                .all(|key| !map.contains_key(*key));
            if is(map, "string") && free {
                map.insert("pattern".into(), json!(FILLED));
                map.insert("maxLength".into(), json!(MAX_CHARS));
            } else if is_text(map) {
                // These hold where it is a plain text.
                map.insert("pattern".into(), json!(FILLED));
                map.insert("maxLength".into(), json!(MAX_CHARS));
            }
            // What it is for comes first.
            for key in ["description", "title", "$schema"] {
                if map.get(key).is_some_and(Value::is_string)
                    && let Some(words) = map.shift_remove(key)
                {
                    map.shift_insert(0, key.into(), words);
                }
            }
            map.values_mut().for_each(tidy);
        }
        _ => {}
    }
}

/// A key that may be left out is no key that may be null.
fn not_null(map: &mut Map<String, Value>) {
    if let Some(Value::Array(types)) = map.get_mut("type") {
        types.retain(|kind| kind != "null");
        if let [one] = types.as_slice() {
            let one = one.clone();
            map.insert("type".into(), one);
        }
    }
    let null = json!({ "type": "null" });
    let Some(Value::Array(ways)) = map.get_mut("anyOf") else {
        return;
    };
    ways.retain(|way| *way != null);
    if let [Value::Object(one)] = ways.as_slice() {
        let one = one.clone();
        map.shift_remove("anyOf");
        for (key, value) in one {
            map.entry(key).or_insert(value);
        }
    }
}

/// Whether it is the schema of a [`Text`].
fn is_text(map: &Map<String, Value>) -> bool {
    map.get("type") == Some(&json!(["object", "string"]))
}

/// What must hold besides where no language is declared: every text is a
/// pair. Nothing where there is no text within.
fn both_languages(schema: &Value) -> Option<Value> {
    let map = schema.as_object()?;
    if is_text(map) {
        return Some(json!({ "type": "object" }));
    }
    if let Some(items) = map.get("items") {
        return Some(json!({ "items": both_languages(items)? }));
    }
    let within: Map<String, Value> = map
        .get("properties")?
        .as_object()?
        .iter()
        .filter_map(|(key, schema)| Some((key.clone(), both_languages(schema)?)))
        .collect();
    (!within.is_empty()).then(|| json!({ "properties": within }))
}

/// A questionnaire is always in both languages, and its texts have
/// placeholders.
fn with_placeholders(schema: &mut Value) {
    let Value::Object(map) = schema else {
        return;
    };
    if is_text(map) {
        map.insert("type".into(), json!("object"));
        map.shift_remove("pattern");
        map.shift_remove("maxLength");
        if let Some(languages) = properties(map) {
            for language in languages.values_mut() {
                language["pattern"] = json!(PLACEHOLDERS);
            }
        }
        return;
    }
    if let Some(items) = map.get_mut("items") {
        with_placeholders(items);
    }
    if let Some(properties) = properties(map) {
        properties.values_mut().for_each(with_placeholders);
    }
}

fn properties(schema: &mut Map<String, Value>) -> Option<&mut Map<String, Value>> {
    schema.get_mut("properties")?.as_object_mut()
}

/// The key that every kind of file may have.
fn format(schema: &mut Map<String, Value>) {
    let format = json!({
        "description": "The format of this file; may be left out.",
        "type": "integer",
        "const": super::reader::FORMAT,
    });
    if let Some(properties) = properties(schema) {
        properties.insert("format".into(), format);
    }
}

fn print(schema: Map<String, Value>) -> String {
    format!("{:#}\n", Value::Object(schema))
}
