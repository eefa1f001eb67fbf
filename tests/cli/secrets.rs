//! What was handed in under seal is in no byte that a command writes, until
//! its reveal.

use super::{
    readable::readable,
    room::{HEADER, Room},
};
use data_encoding::{BASE64, BASE64_NOPAD, BASE64URL, HEXLOWER, HEXUPPER};
use std::fmt::Write;

/// A word that stands nowhere else.
const WORD: &str = "Quokkabaardvarken";
const OTHER: &str = "Wombatzeepaardje";

/// Every assessment of option A, sealed or not, by two of three.
fn all(round: u8, word: &str, scores: [u8; 3], apology: &str) -> String {
    let mut rows = String::new();
    for who in ["P1", "P2"] {
        for (assessment, score) in ["relationship", "need", "support"].into_iter().zip(scores) {
            writeln!(
                rows,
                "a,{round},{who},{assessment},{score},{word} {assessment}"
            )
            .unwrap();
        }
        writeln!(rows, "a,{round},{who},apology,{apology},{word} apology").unwrap();
    }
    rows
}

/// The word in every way in which it could stand somewhere: as it is, in hex,
/// in base64 at each of the three alignments.
fn shapes(word: &str) -> Vec<String> {
    let bytes = word.as_bytes();
    let mut shapes = vec![
        word.to_owned(),
        word.to_lowercase(),
        HEXLOWER.encode(bytes),
        HEXUPPER.encode(bytes),
        bytes.iter().rev().map(|&b| char::from(b)).collect(),
    ];
    for skip in 0..3 {
        // Whole groups only: the ends depend on what stands around them.
        let inner = bytes.get(skip..).unwrap();
        let inner = inner.get(..inner.len() / 3 * 3).unwrap();
        shapes.push(BASE64.encode(inner));
        shapes.push(BASE64_NOPAD.encode(inner));
        shapes.push(BASE64URL.encode(inner));
    }
    shapes
}

fn nowhere(what: &str, bytes: &[u8], word: &str) {
    let text = String::from_utf8_lossy(bytes);
    for shape in shapes(word) {
        assert!(!text.contains(&shape), "{what} tells {shape}");
    }
}

/// Would catch a sealed reason that leaks through any command, its failures
/// and its files.
#[test]
fn what_is_sealed_is_in_no_output_and_no_file() {
    let room = Room::with_session("--participants \"Anna, Bram, Chris\"");
    room.ratings("sealed.csv", &all(1, WORD, [7, 9, 1], "how"));
    let mut written = vec![room.fine("import @s --ratings @sealed.csv")];
    std::fs::remove_file(room.path("sealed.csv")).unwrap();

    room.ratings("more.csv", "a,1,P3,need,4,Third\n");
    room.ratings("open.csv", "b,1,P3,need,4,Other\n");
    room.ratings("bad.csv", "a,1,P3,need,12,\na,3,P9,nede,none,\n");
    room.ratings("early.csv", "a,2,P1,need,3,\n");
    room.ratings("again.csv", &all(1, WORD, [7, 9, 1], "how"));
    // Rows with a fault among what is secret.
    room.ratings(
        "spoilt.csv",
        &format!("a,1,P1,need,{WORD},{WORD}\na,1,P1,apology,{WORD},{WORD}\na,7,P1,need,9,{WORD}\na,1,P1,need,9,{WORD}, {WORD}\nz,1,P1,need,9,{WORD}\na,1,P9,need,9,{WORD}\na,1,P1,need,9,\"{WORD}\n"),
    );
    for lang in ["en", "nl"] {
        for line in [
            "export @s --format md",
            "export @s --format html",
            "export @s --format json",
            "export @s -o @memo.md",
            "export @s -o @memo.html",
            "export @s -o @memo.csv",
            "export @s -o @memo.docx",
            "verify @s",
            "check @s",
            "cards @s",
            "import @s --ratings @more.csv",
            "import @s --ratings @open.csv --reveal",
            "import @s --ratings @bad.csv",
            "import @s --ratings @early.csv --reveal",
            "import @s --ratings @again.csv",
            "import @s --ratings @spoilt.csv",
            "import @s --ratings @spoilt.csv --reveal",
            "import @s",
            "import --help",
            "--help",
            "scenarios list",
        ] {
            let ran = room.run(&format!("{line} --lang {lang}"));
            written.push(ran.out + &ran.err);
        }
    }
    for text in written {
        nowhere("an output", text.as_bytes(), WORD);
    }
    for (name, bytes) in room.files() {
        if !["again.csv", "spoilt.csv"].contains(&name.as_str()) {
            nowhere(&name, &bytes, WORD);
            nowhere(&name, readable(&bytes).as_bytes(), WORD);
        }
    }
    let lock = room.bytes(".s.lock");
    assert!(lock.is_empty(), "a lock holds nothing");
    // And it was there all the time.
    room.ratings(
        "now.csv",
        &all(1, WORD, [7, 9, 1], "how").replacen(WORD, "Now", 1),
    );
    room.fine("import @s --ratings @now.csv --reveal");
    assert!(room.text("s").contains(WORD));
    assert!(room.fine("export @s").contains(WORD));
}

/// Would catch a number given away before its reveal.
#[test]
fn while_nothing_is_revealed_every_field_is_null() {
    let room = Room::with_session("--participants 3");
    room.ratings("sealed.csv", &all(1, WORD, [7, 9, 1], "how"));
    room.fine("import @s --ratings @sealed.csv");
    let memo = room.json("s");
    let option = &memo["options"][0];
    assert_eq!(option["rounds"].as_array().unwrap().len(), 1);
    for result in [&option["result"], &option["rounds"][0]["result"]] {
        for field in ["need", "support", "apology", "verdict", "relationship"] {
            for (name, value) in result[field].as_object().unwrap() {
                let known = (field, name.as_str()) == ("relationship", "rated_under");
                assert!(known || value.is_null(), "{field}.{name} is {value}");
            }
        }
        for field in ["bar", "floor", "core"] {
            assert!(result[field].is_null(), "{field}");
        }
        for (_, value) in result["bars_shifted"].as_object().unwrap() {
            assert!(value.is_null());
        }
    }
    assert!(memo["ranking"].as_array().unwrap().is_empty());
    assert!(memo["ratings"].as_array().unwrap().is_empty());
    assert!(memo["decision"].is_null());
}

/// All exports of a session after these files of ratings, its fingerprint
/// taken out.
fn exports_after(steps: &[(&str, &str)]) -> Vec<(String, String)> {
    let room = Room::with_session("--participants 3");
    for (rows, flag) in steps {
        room.ratings("r.csv", rows);
        room.fine(&format!("import @s --ratings @r.csv {flag}"));
    }
    let memo = room.json("s");
    let whole = memo["session"]["fingerprint"].as_str().unwrap();
    let (_, hash) = whole.split_once('-').unwrap();
    let mut exports = room.exports("s");
    for (_, text) in &mut exports {
        *text = text.replace(hash, "[hash]");
    }
    exports
}

/// Two rooms that differ only in what is sealed show the same.
fn same(open: &[(&str, &str)], one: &str, other: &str) {
    let after = |sealed| {
        let mut steps = open.to_vec();
        steps.push((sealed, ""));
        exports_after(&steps)
    };
    assert_eq!(after(one), after(other));
}

/// Would catch any trace of a sealed answer: another bar, another word,
/// another number of rows.
#[test]
fn sessions_that_differ_under_seal_look_the_same() {
    let low = all(1, WORD, [0, 1, 2], "whole");
    let high = all(1, OTHER, [10, 9, 8], "none");
    let abstain = low.replace(",need,1,", ",need,abstain,");
    same(&[], &low, &high);
    same(&[], &low, &abstain);
}

/// Would catch sealed support that shows beside need, or a second round that
/// shows before its reveal.
#[test]
fn what_is_sealed_beside_what_is_open_does_not_show() {
    let need = "a,1,P1,need,6,Open\na,1,P2,need,4,Open\na,1,P3,need,7,Open\n";
    let (low, high) = ("a,1,P1,support,0,Low\n", "a,1,P1,support,10,High\n");
    same(&[(need, "--reveal")], low, high);
    let first = all(1, "Open", [5, 6, 7], "none");
    let (low, high) = (
        all(2, WORD, [0, 1, 2], "whole"),
        all(2, OTHER, [10, 9, 8], "none"),
    );
    same(&[(&first, "--reveal")], &low, &high);
}

/// Would catch a round 2 that counts before its reveal.
#[test]
fn the_results_are_those_of_round_1_until_round_2_is_revealed() {
    let room = Room::with_session("--participants 2");
    room.ratings("first.csv", &all(1, "Open", [5, 6, 7], "none"));
    room.fine("import @s --ratings @first.csv --reveal");
    let before = room.json("s")["options"].clone();
    room.ratings("second.csv", &all(2, WORD, [0, 1, 2], "whole"));
    room.fine("import @s --ratings @second.csv");
    assert_eq!(room.json("s")["options"], before);
    assert_eq!(before[0]["result"]["need"]["grade"], 6);
    room.ratings("last.csv", "a,2,P1,need,2,\n");
    room.fine("import @s --ratings @last.csv --reveal");
    let after = &room.json("s")["options"][0];
    assert_eq!(after["result"]["need"]["grade"], 1);
    assert_eq!(
        after["result"]["support"]["grade"], 7,
        "support is still sealed"
    );
    assert_eq!(after["rounds"][0]["result"]["need"]["grade"], 6);
}

/// Would catch a name in a file or a memo that was to keep none.
#[test]
fn names_stay_out_without_named() {
    let room = Room::with_session(&format!("--participants \"{WORD}, Bram\""));
    room.ratings("r.csv", &all(1, "Why", [5, 6, 7], "how"));
    room.fine("import @s --ratings @r.csv --reveal");
    for (what, text) in room.exports("s") {
        nowhere(&what, text.as_bytes(), WORD);
    }
    nowhere("the session", &room.bytes("s"), WORD);
    // Yet a file of ratings may use it.
    room.write("n.csv", format!("{HEADER}b,1,{WORD},need,3,\n"));
    room.fine("import @s --ratings @n.csv");
}
