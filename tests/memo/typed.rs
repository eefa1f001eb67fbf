//! Whatever people type comes out as plain text in every format, and the file
//! stays what it is: from the session's own TOML to each export.

use super::{
    board::{outside, submit_all},
    everywhere,
    hostile::hostile,
    read,
};
use dear_customer::{
    lang::Lang,
    memo::{self, Format},
    session::{self, Notice},
    text::Clean,
};
use proptest::prelude::*;
use std::path::Path;

/// A session in which the same text stands wherever a person can type.
fn typed(path: &Path, text: &str) {
    session::create(path, everywhere::session(text), &mut outside(0)).unwrap();
    submit_all(path, everywhere::actions(text));
}

/// What a text is where it was typed.
fn kept(text: &str) -> String {
    Clean::line(&format!("x{text}")).to_string()
}

/// Every format of the session, read as strictly as there is a reader.
fn check(text: &str) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.session.toml");
    typed(&path, text);
    let toml = std::fs::read_to_string(&path).unwrap();
    let events: toml::Table = toml.parse().unwrap();
    assert!(events["event"].is_array());
    let opened = session::read(&path).unwrap();
    assert_eq!(opened.notice, Notice::Whole);
    let view = opened.host();
    let wanted = kept(text);
    let has = |texts: &[String]| texts.iter().filter(|t| t.contains(&wanted)).count();

    for lang in Lang::ALL {
        let tree = memo::build(&view, &opened.notice, lang);
        let seen = read::read_md(&memo::md::render(&tree));
        assert!(has(&seen.texts) >= 30, "{wanted:?}");
        let seen = read::read_html(&memo::html::render(&tree));
        assert!(has(&seen.texts) >= 30, "{wanted:?}");

        let csv = memo::csv::render(&view, lang);
        let delimiter = if lang == Lang::Nl { b';' } else { b',' };
        let mut rows = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
        let reasons: Vec<String> = rows
            .records()
            .map(|row| memo::csv::plain(&row.unwrap()[5]).to_owned())
            .collect();
        assert_eq!(reasons, vec![wanted.clone(); 6]);
    }
    let json: serde_json::Value = serde_json::from_str(&memo::json::render(&view)).unwrap();
    assert_eq!(json["notes"][0]["text"], wanted);
    assert_eq!(json["decision"]["reason"], wanted);
    assert_eq!(json["session"]["title"]["nl"], wanted);
    for format in Format::written() {
        let memo = format.render(&view, &opened.notice, Lang::Nl).unwrap();
        let again = format.render(&view, &opened.notice, Lang::Nl).unwrap();
        assert_eq!(memo, again);
        if format != Format::Csv {
            let found = memo::verify(&path, &memo).unwrap();
            let event = view.fingerprint.event;
            assert_eq!(found, memo::Finding::Now { event }, "{}", format.id());
        }
    }
}

/// Would catch a text that steers any of the formats, or is changed by one.
#[test]
fn what_people_type_is_plain_text_in_every_format() {
    // Each by itself is tried on the renderers alone.
    for texts in hostile().chunks(6) {
        check(&texts.join(" "));
    }
    for text in [
        "a\u{0}b\u{1b}[31mc",
        "\u{202e}evil\u{200b}",
        "a\u{301}\u{301}",
        "\u{feff}",
        "王小明 🙂 עברית",
        "AC.N@example.xz, xmpp:a@example.org",
    ] {
        check(text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_random_text_steers_a_format(text in "(?s).{0,60}") {
        check(&text);
    }
}
