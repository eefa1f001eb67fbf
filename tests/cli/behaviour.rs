//! What the commands do when all is well.

use super::room::{HEADER, Room, unhashed};
use insta::assert_snapshot;
use serde_json::{Value, json};
use std::fmt::Write;

const EXAMPLE: &str = include_str!("../../examples/ing-2014-example-ratings.csv");

fn events(room: &Room) -> usize {
    let text = room.text("s");
    text.lines().filter(|line| *line == "[[event]]").count()
}

/// The memo as data without what names the session's last event.
fn told(room: &Room) -> Value {
    let mut memo = room.json("s");
    memo["session"]["fingerprint"] = Value::Null;
    memo
}

/// Need of option A by everyone, in whole.
fn need(room: &Room) -> Value {
    room.json("s")["options"][0]["result"]["need"].clone()
}

// Making a session

/// Would catch a first message that does not say what to do next.
#[test]
fn a_new_session_says_what_comes_next() {
    let room = Room::new();
    let mut said = room.fine("new @a --scenario ing-2014 --participants \"Anna, Bram\"");
    said += &room.fine("new @b --scenario ING-2014 --participants 2 --lang nl");
    said += &room.fine("new @c --scenario ing-2014 --participants Anna --named --instrument deep");
    said += &room.fine("new @d --scenario ing-2014 --team Reds --instrument quickscan");
    said += &room.fine("new @e --scenario ing-2014 --participants 99");
    assert_snapshot!(said, @"
    Made [dir]/a.
    ING 2014: advertisers and payment data. Standard: ninety minutes.
    Participants: P1 Anna, P2 Bram
    The memo shows P1, P2 and so on, no names. Keep this list if you need it.
    Next: dear-customer cards [dir]/a -o cards.html
    [dir]/b is gemaakt.
    ING 2014: adverteerders en betaalgegevens. Standaard: anderhalf uur.
    Deelnemers: P1, P2
    Hierna: dear-customer cards [dir]/b -o kaarten.html
    Made [dir]/c.
    ING 2014: advertisers and payment data. Deep: two sessions of two hours.
    Participants: P1 Anna
    Next: dear-customer cards [dir]/c -o cards.html
    Made [dir]/d.
    ING 2014: advertisers and payment data. Quickscan: a quarter of an hour.
    Participants: P1, P2, P3, P4, P5, P6, P7
    Next: dear-customer cards [dir]/d -o cards.html
    Made [dir]/e.
    ING 2014: advertisers and payment data. Standard: ninety minutes.
    Participants: P1, P2, P3, P4, P5, P6, P7, P8, P9, P10, P11, P12, P13, P14, P15, P16, P17, P18, P19, P20, P21, P22, P23, P24, P25, P26, P27, P28, P29, P30, P31, P32, P33, P34, P35, P36, P37, P38, P39, P40, P41, P42, P43, P44, P45, P46, P47, P48, P49, P50, P51, P52, P53, P54, P55, P56, P57, P58, P59, P60, P61, P62, P63, P64, P65, P66, P67, P68, P69, P70, P71, P72, P73, P74, P75, P76, P77, P78, P79, P80, P81, P82, P83, P84, P85, P86, P87, P88, P89, P90, P91, P92, P93, P94, P95, P96, P97, P98, P99
    Next: dear-customer cards [dir]/e -o cards.html
    ");
}

/// Would catch a session in the language of whoever reads it.
#[test]
fn a_memo_is_in_the_language_of_its_session_unless_asked() {
    let room = Room::new().var("LANG", "nl_NL");
    room.fine("new @s --scenario ing-2014");
    let room = room.var("LANG", "en_GB");
    assert!(room.fine("export @s").contains("\n# Besluitmemo"));
    assert!(
        room.fine("export @s --lang en")
            .contains("\n# Decision memo")
    );
}

// Handing in

/// Would catch rows that only count in one order.
#[test]
fn rows_may_come_in_any_order_and_columns_too() {
    let straight = Room::with_session("--participants 7");
    straight.write("r.csv", EXAMPLE);
    straight.fine("import @s --ratings @r.csv --reveal");
    let turned = Room::with_session("--participants 7");
    let mut reader = csv::Reader::from_reader(EXAMPLE.as_bytes());
    let mut rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    rows.reverse();
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer
        .write_record([
            "Reason",
            "answer",
            "assessment",
            "PARTICIPANT",
            "round",
            " option ",
        ])
        .unwrap();
    for row in &rows {
        writer.write_record(row.iter().rev()).unwrap();
    }
    turned.write("r.csv", writer.into_inner().unwrap());
    turned.fine("import @s --ratings @r.csv --reveal");
    assert_eq!(told(&straight), told(&turned));
}

/// Would catch a part that is lost, or one that reveals another.
#[test]
fn several_imports_add_up() {
    let once = Room::with_session("--participants 7");
    once.write("r.csv", EXAMPLE);
    once.fine("import @s --ratings @r.csv --reveal");
    assert_eq!(events(&once), 2, "one import is one event");
    let parts = Room::with_session("--participants 7");
    for (index, row) in EXAMPLE.lines().skip(1).enumerate() {
        parts.ratings("r.csv", &format!("{row}\n"));
        parts.fine("import @s --ratings @r.csv");
        assert_eq!(events(&parts), index + 2);
    }
    // Two rows are enough to reveal the rounds of which they are.
    assert_eq!(need(&parts)["answers"], Value::Null);
    parts.write("r.csv", EXAMPLE);
    parts.fine("import @s --ratings @r.csv --reveal");
    assert_eq!(told(&once), told(&parts));
}

/// Would catch an earlier hand-in that wins, or counts twice.
#[test]
fn handing_in_again_under_seal_replaces() {
    let room = Room::with_session("--participants 3");
    for answer in ["2", "9", "4"] {
        room.ratings("r.csv", &format!("a,1,P1,need,{answer},as {answer}\n"));
        room.fine("import @s --ratings @r.csv");
    }
    room.ratings("r.csv", "a,1,P2,need,5,\n");
    room.fine("import @s --ratings @r.csv --reveal");
    let need = need(&room);
    assert_eq!((&need["lowest"], &need["highest"]), (&json!(4), &json!(5)));
    assert_eq!(need["abstained"], 1);
    assert!(room.fine("export @s").contains("as 4"));
    assert!(!room.fine("export @s").contains("as 9"));
}

/// Would catch a reveal that leaves behind what was sealed for its round, or
/// takes along what was sealed for another.
#[test]
fn a_reveal_lays_down_what_was_sealed_for_its_rounds_only() {
    let room = Room::with_session("--participants 3");
    room.ratings(
        "r.csv",
        "a,1,P1,need,3,\na,1,P1,support,4,\nb,1,P1,need,5,\n",
    );
    room.fine("import @s --ratings @r.csv");
    room.ratings("r.csv", "a,1,P2,need,6,\n");
    room.fine("import @s --ratings @r.csv --reveal");
    let memo = room.json("s");
    assert_eq!(memo["options"][0]["result"]["need"]["answers"], 2);
    assert_eq!(
        memo["options"][0]["result"]["support"]["answers"],
        Value::Null
    );
    assert_eq!(memo["options"][1]["result"]["need"]["answers"], Value::Null);
}

/// Would catch words that must be written in one way only.
#[test]
fn words_in_any_case_and_with_spaces_around() {
    let room = Room::with_session("--participants \"Anna, Bram, Chris\"");
    room.ratings(
        "r.csv",
        " A , 1 , p1 , NEED , 07 , one\nb,1,BRAM,Apology,Whole,\nB,1,chris,apology,ABSTAIN,\nA,1,Bram,need,Recused,\na,,,LEGAL,Clear,Counsel\n",
    );
    room.fine("import @s --ratings @r.csv --reveal");
    let memo = room.json("s");
    assert_eq!(
        memo["options"][0]["result"]["need"]["grade"],
        Value::Null,
        "no quorum"
    );
    assert_eq!(memo["options"][0]["result"]["need"]["lowest"], 7);
    assert_eq!(memo["options"][0]["result"]["need"]["recused"], 1);
    assert_eq!(memo["options"][0]["result"]["legal"]["state"], "clear");
    assert_eq!(memo["options"][1]["result"]["apology"]["whole"], 1);
    assert_eq!(memo["options"][1]["result"]["apology"]["abstained"], 2);
}

/// Would catch a spreadsheet's own way of writing CSV refused, or read wrong.
#[test]
fn files_as_spreadsheets_write_them() {
    let plain = format!("{HEADER}a,1,P1,need,3,Why; not\na,1,P2,need,4,\n");
    let semicolons = plain
        .replace("Why; not", "\"Why\u{1}not\"")
        .replace(',', ";")
        .replace('\u{1}', "; ");
    let tabs = plain.replace(',', "\t");
    let quoted = plain.replace("Why; not", "\"Why; not\"");
    let files = [
        plain.clone(),
        format!("\u{feff}{plain}"),
        format!("\u{feff}{semicolons}"),
        plain.replace('\n', "\r\n"),
        format!("\n\n{semicolons}"),
        tabs,
        quoted,
        plain.trim_end().to_owned(),
        format!("{plain},,,,,\n\n"),
    ];
    let memos = files.map(|file| {
        let room = Room::with_session("--participants 3");
        room.write("r.csv", file);
        room.fine("import @s --ratings @r.csv --reveal");
        told(&room)
    });
    for memo in &memos {
        assert_eq!(memo, &memos[0]);
    }
    assert_eq!(memos[0]["ratings"][0]["reason"], "Why; not");
}

/// Would catch a law that needs ratings beside it, or that cannot change.
#[test]
fn the_legal_state_alone() {
    let room = Room::with_session("--participants 3");
    room.ratings(
        "r.csv",
        "a,,,legal,blocked,Counsel, 2014\nb,1,,legal,open,\n"
            .replace("Counsel, 2014", "Counsel")
            .as_str(),
    );
    let mut said = room.fine("import @s --ratings @r.csv");
    assert_eq!(events(&room), 2);
    let memo = room.json("s");
    assert_eq!(
        memo["options"][0]["result"]["legal"],
        json!({"state": "blocked", "cap": 0, "source": "Counsel"})
    );
    room.ratings("r.csv", "a,,,legal,clear,Counsel again\n");
    said += &room.fine("import @s --ratings @r.csv --reveal --lang nl");
    let memo = room.json("s");
    assert_eq!(memo["options"][0]["result"]["legal"]["state"], "clear");
    assert_snapshot!(said, @"
    2 legal states are set; saved as event 2.
    Eén juridische stand is gezet; bewaard als gebeurtenis 3.
    ");
}

/// Would catch a count in words that does not fit.
#[test]
fn what_an_import_says() {
    let mut said = String::new();
    for lang in ["en", "nl"] {
        let room = Room::with_session("--participants 3");
        for (rows, flag) in [
            ("a,1,P1,need,3,\n", ""),
            (
                "a,1,P1,need,3,\na,1,P2,need,3,\na,1,,legal,clear,Counsel\n",
                "",
            ),
            ("a,1,P3,need,3,\n", "--reveal"),
            (
                "a,1,P3,support,3,\na,2,P3,support,3,\nb,,,legal,clear,C\na,,,legal,clear,C\n",
                "--reveal",
            ),
        ] {
            room.ratings("r.csv", rows);
            said += &room.fine(&format!("import @s --ratings @r.csv {flag} --lang {lang}"));
        }
    }
    assert_snapshot!(said, @"
    One rating is handed in under seal; saved as event 2.
    2 ratings are handed in under seal; saved as event 3.
    One legal state is set; saved as event 3.
    One rating is on the table; saved as event 4.
    2 ratings are on the table; saved as event 5.
    Handed in for societal support, option A, round 1: 1 of 3. That round is closed now; the others count as “no basis to judge”.
    2 legal states are set; saved as event 5.
    Eén score is verzegeld ingeleverd; bewaard als gebeurtenis 2.
    2 scores zijn verzegeld ingeleverd; bewaard als gebeurtenis 3.
    Eén juridische stand is gezet; bewaard als gebeurtenis 3.
    Eén score ligt op tafel; bewaard als gebeurtenis 4.
    2 scores liggen op tafel; bewaard als gebeurtenis 5.
    Ingeleverd voor maatschappelijk draagvlak, variant A, ronde 1: 1 van de 3. Die ronde is nu gesloten; de anderen tellen als ‘geen oordeel’.
    2 juridische standen zijn gezet; bewaard als gebeurtenis 5.
    ");
}

// Results

/// The standard walk of three on option A.
fn three(scores: [[&str; 4]; 3]) -> String {
    let mut rows = String::new();
    for (seat, answers) in (1..).zip(scores) {
        let about = ["relationship", "need", "support", "apology"];
        for (assessment, answer) in about.into_iter().zip(answers) {
            writeln!(rows, "a,1,P{seat},{assessment},{answer},").unwrap();
        }
    }
    rows
}

/// Would catch both rounds in one, or the wrong one on top.
#[test]
fn both_rounds_stand_apart() {
    let room = Room::with_session("--participants 7");
    room.write("r.csv", EXAMPLE);
    room.fine("import @s --ratings @r.csv --reveal");
    let memo = room.json("s");
    let a = &memo["options"][0];
    assert_eq!(a["rounds"][0]["round"], 1);
    assert_eq!(a["rounds"][0]["result"]["verdict"]["code"], "not-yet");
    assert_eq!(a["rounds"][0]["result"]["need"]["split"], true);
    assert_eq!(a["rounds"][1]["round"], 2);
    assert_eq!(a["rounds"][1]["result"], a["result"]);
    assert_eq!(a["result"]["verdict"]["code"], "do-not-proceed");
    assert_eq!(a["result"]["need"]["split"], false);
    // What was said before the discussion is not lost.
    let text = room.fine("export @s");
    assert!(text.contains("Discounts on what people buy anyway."));
    assert!(text.contains("Liking a discount is not the same as wanting us to watch."));
    // Option B had no second round; its relationship is that of A.
    let b = &memo["options"][1];
    assert_eq!(b["rounds"].as_array().unwrap().len(), 1);
    assert_eq!(b["result"]["relationship"], a["result"]["relationship"]);
    assert_eq!(b["result"]["relationship"]["rated_under"], "a");
    assert_eq!(b["result"]["verdict"]["code"], "proceed-with-conditions");
    assert_eq!(
        b["result"]["bars_shifted"],
        json!({"-1": "proceed-with-conditions", "0": "proceed-with-conditions", "1": "redesign"})
    );
    assert_eq!(memo["ranking"], json!([["b"], ["a"]]));
}

/// Would catch a relationship that is carried although it was rated anew.
#[test]
fn an_option_may_have_a_relationship_of_its_own() {
    let room = Room::with_session("--participants 3");
    room.ratings(
        "r.csv",
        "a,1,P1,relationship,2,\na,1,P2,relationship,2,\na,1,P3,relationship,2,\n",
    );
    room.fine("import @s --ratings @r.csv --reveal");
    let class = |option: usize| {
        room.json("s")["options"][option]["result"]["relationship"]["class"].clone()
    };
    assert_eq!((class(0), class(1)), (json!("captive"), json!("captive")));
    room.ratings(
        "r.csv",
        "b,1,P1,relationship,9,\nb,1,P2,relationship,9,\nb,1,P3,relationship,9,\n",
    );
    room.fine("import @s --ratings @r.csv --reveal");
    assert_eq!((class(0), class(1)), (json!("captive"), json!("voluntary")));
}

/// Would catch a tie settled by the alphabet, or an option ranked that is
/// not rated.
#[test]
fn the_same_answers_are_a_tie() {
    let rows = three([
        ["5", "8", "8", "none"],
        ["5", "8", "8", "none"],
        ["5", "8", "8", "none"],
    ]);
    let room = Room::with_session("--participants 3");
    room.ratings("r.csv", &rows);
    room.fine("import @s --ratings @r.csv --reveal");
    assert_eq!(room.json("s")["ranking"], json!([["a"]]));
    room.ratings("r.csv", &rows.replace("a,1", "b,1"));
    room.fine("import @s --ratings @r.csv --reveal");
    assert_eq!(room.json("s")["ranking"], json!([["a", "b"]]));
    assert!(room.fine("export @s --lang en").contains("A and B (a tie)"));
    assert!(room.fine("export @s --lang nl").contains("A en B (gelijk)"));
}

/// Would catch one or two people shown as a group.
#[test]
fn one_and_two_people_are_no_group() {
    for (n, en, nl) in [
        (1, Some("Solo: one"), Some("Solo: de")),
        (2, Some("Pair: two"), Some("Duo: de")),
        (3, None, None),
    ] {
        let room = Room::with_session(&format!("--participants {n}"));
        let memos = (
            room.fine("export @s --lang en"),
            room.fine("export @s --lang nl"),
        );
        assert_eq!(
            memos.0.contains("Solo") || memos.0.contains("Pair"),
            en.is_some()
        );
        assert!(en.is_none_or(|words| memos.0.contains(words)));
        assert!(nl.is_none_or(|words| memos.1.contains(words)));
    }
}

/// Would catch a verdict on half of the answers, or a memo with holes.
#[test]
fn a_session_that_is_not_complete_has_no_verdict() {
    let room = Room::with_session("--participants 3");
    for (lang, none) in [("en", "No verdict yet"), ("nl", "Nog geen uitkomst")] {
        assert!(
            room.fine(&format!("export @s --lang {lang}"))
                .contains(none)
        );
    }
    let rows = three([
        ["5", "8", "8", "none"],
        ["5", "8", "8", "none"],
        ["5", "8", "8", "none"],
    ]);
    let without: Vec<&str> = rows.lines().filter(|l| !l.contains("apology")).collect();
    room.ratings("r.csv", &without.join("\n"));
    room.fine("import @s --ratings @r.csv --reveal");
    let result = &room.json("s")["options"][0]["result"];
    assert_eq!(result["verdict"]["code"], Value::Null);
    assert_eq!(result["need"]["level"], "strong");
    assert_eq!(result["apology"]["whole"], Value::Null);
    let memo = room.fine("export @s --lang en");
    assert!(memo.contains("Not on the table yet: apology-letter test."));
}

/// Would catch names that are only in some formats, or lost on the way.
#[test]
fn a_named_session_shows_its_names() {
    let room = Room::with_session("--named --participants \"Zwaantje, Quirijn\"");
    room.ratings("r.csv", "a,1,zwaantje,need,3,\na,1,P2,need,4,\n");
    room.fine("import @s --ratings @r.csv --reveal");
    for (what, text) in room.exports("s") {
        assert!(
            text.contains("Zwaantje") && text.contains("Quirijn"),
            "{what}"
        );
    }
    let unnamed = Room::with_session("--participants \"Zwaantje, Quirijn\"");
    unnamed.ratings("r.csv", "a,1,zwaantje,need,3,\na,1,P2,need,4,\n");
    unnamed.fine("import @s --ratings @r.csv --reveal");
    for (what, text) in unnamed.exports("s") {
        assert!(
            !text.contains("Zwaantje") && !text.contains("Quirijn"),
            "{what}"
        );
        assert!(text.contains("P1"), "{what}");
    }
    assert!(!unnamed.text("s").contains("Zwaantje"));
}

// Files

/// Would catch a memo in another format than its name says, half a file, or
/// a memo that its readers may not open.
#[test]
fn a_memo_is_saved_by_its_ending() {
    let room = Room::with_session("--participants 3");
    for (name, begins) in [
        ("m.md", "ING Netherlands\n\n# "),
        ("m.MARKDOWN", "ING Netherlands\n\n# "),
        ("m.html", "<!DOCTYPE html>"),
        ("m.json", "{"),
    ] {
        room.write(name, "old");
        let ran = room.run(&format!("export @s -o @{name}"));
        assert_eq!((ran.out.as_str(), ran.code), ("", 0));
        assert_eq!(ran.err, format!("Saved as [dir]/{name}.\n"));
        assert!(room.text(name).starts_with(begins), "{name}");
    }
    let names: Vec<String> = room.files().into_keys().collect();
    assert_eq!(names, ["m.MARKDOWN", "m.html", "m.json", "m.md", "s"]);
    assert_eq!(room.fine("export @s -o -"), room.fine("export @s"));
}

/// Would catch a PDF that is something else, or a build without PDF that does
/// not say so, or how to get one.
#[test]
fn a_pdf_is_written_where_the_build_can() {
    let room = Room::with_session("--participants 3");
    for (line, lang) in [
        ("export @s -o @m.pdf", "en"),
        ("export @s --format pdf -o @m.pdf", "nl"),
    ] {
        let ran = room.run(&format!("{line} --lang {lang}"));
        if cfg!(feature = "pdf") {
            assert_eq!(ran.code, 0, "{}", ran.err);
            assert!(room.bytes("m.pdf").starts_with(b"%PDF-"));
        } else {
            assert_eq!((ran.out.as_str(), ran.code), ("", 2));
            assert!(ran.err.contains("PDF") && ran.err.contains("--features pdf"));
            assert!(!room.files().contains_key("m.pdf"));
        }
    }
    if cfg!(not(feature = "pdf")) {
        room.write("m.pdf", "%PDF-1.7");
        let ran = room.run("verify @s --memo @m.pdf");
        assert_eq!(ran.code, 1);
    }
}

/// Would catch a memo that nobody but its maker may read, unlike every other
/// file that they make.
#[cfg(unix)]
#[test]
fn a_memo_has_the_rights_of_any_new_file() {
    use std::os::unix::fs::PermissionsExt;
    let room = Room::with_session("--participants 3");
    room.write("plain", "");
    room.fine("export @s -o @memo.md");
    room.fine("cards @s -o @cards.html");
    let mode = |name| room.path(name).metadata().unwrap().permissions().mode();
    assert_eq!(mode("memo.md"), mode("plain"));
    assert_eq!(mode("cards.html"), mode("plain"));
}

/// Would catch words about a whole session that say less than they should.
#[test]
fn a_whole_session() {
    let room = Room::with_session("--participants 3");
    let mut said = room.fine("verify @s --lang en");
    room.ratings("r.csv", "a,1,P1,need,3,\n");
    room.fine("import @s --ratings @r.csv");
    said += &room.fine("verify @s --lang nl");
    said += &room.fine("check @s --lang en");
    said += &room.fine("check @s @s --lang nl");
    assert_snapshot!(unhashed(&said), @"
    [dir]/s is whole and unaltered: one event.
    Fingerprint: 1-[hash]
    [dir]/s is heel en ongewijzigd: 2 gebeurtenissen.
    Vingerafdruk: 2-[hash]
    One file checked: no errors.
    2 bestanden gecontroleerd: geen fouten.
    ");
}

/// Would catch a torn session that can't go on, or a tail that is lost.
#[test]
fn a_session_that_was_cut_off_goes_on() {
    let room = Room::with_session("--participants 3");
    room.write("s", format!("{}[[event]]\nn = 2\n", room.text("s")));
    let read = room.run("export @s --lang en");
    assert_eq!(read.code, 0);
    room.ratings("r.csv", "a,1,P1,need,3,\n");
    let ran = room.run("import @s --ratings @r.csv --lang en");
    assert_snapshot!(format!("{}{}", read.err, ran.whole()), @"
    note: The last 16 bytes of the file come from a write that was cut off.
    exit 0
    One rating is handed in under seal; saved as event 2.
    note: The last 16 bytes of the file came from a write that was cut off. They were set aside in [dir]/s.torn-1.
    ");
    room.fine("verify @s");
}

/// Would catch a library of one's own that is not used, or not checked.
#[test]
fn scenarios_of_ones_own() {
    let room = Room::new();
    std::fs::create_dir(room.path("mine")).unwrap();
    room.write("mine/idea.toml", include_str!("../fixtures/cli/idea.toml"));
    let list = room.fine("scenarios list --scenarios @mine --lang en");
    assert!(list.contains("garden-mail"), "{list}");
    room.fine("new @s --scenario garden-mail --scenarios @mine");
    // The session holds all that it needs.
    assert!(
        room.fine("export @s --lang nl")
            .contains("Tuintips per postcode")
    );
}

/// Would catch an export that puts a file in the place of a link, or of a
/// device such as `/dev/null`.
#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_a_pipe_a_pipe() {
    let room = Room::with_session("--participants 3");
    room.write("real.md", "old");
    std::os::unix::fs::symlink(room.path("real.md"), room.path("link.md")).unwrap();
    room.fine("export @s -o @link.md");
    assert!(room.path("link.md").is_symlink());
    assert_eq!(room.text("real.md"), room.fine("export @s"));

    let made = std::process::Command::new("mkfifo")
        .arg(room.path("pipe"))
        .status()
        .unwrap();
    assert!(made.success());
    let reader = {
        let pipe = room.path("pipe");
        std::thread::spawn(move || std::fs::read_to_string(pipe).unwrap())
    };
    room.fine("export @s --format md -o @pipe");
    assert_eq!(reader.join().unwrap(), room.fine("export @s"));
    let kind = std::fs::metadata(room.path("pipe")).unwrap().file_type();
    assert!(std::os::unix::fs::FileTypeExt::is_fifo(&kind));
}

/// Would catch a memo that calls three of three too few because something
/// else has no group score.
#[test]
fn without_a_group_score_on_the_relationship_the_apology_still_counts() {
    let room = Room::with_session("--participants 3");
    room.ratings(
        "r",
        "a,1,P1,relationship,abstain,\na,1,P2,relationship,recused,\na,1,P3,relationship,5,\n\
         a,1,P1,need,7,\na,1,P2,need,7,\na,1,P3,need,7,\n\
         a,1,P1,support,8,\na,1,P2,support,8,\na,1,P3,support,8,\n\
         a,1,P1,apology,none,\na,1,P2,apology,none,\na,1,P3,apology,how,\n",
    );
    room.fine("import @s --ratings @r --reveal");
    let memo = room.fine("export @s");
    let step = memo.lines().find(|line| line.starts_with("4. ")).unwrap();
    assert_eq!(
        step,
        "4. Apology-letter test: apology for the whole: 0, for how: 1, none needed: 2. How many \
         are enough to hold the verdict down depends on the relationship, which has no group score."
    );
    assert!(memo.contains("too few gave an answer on the relationship; the legal state is open"));
}

/// Would catch advice to go ahead beside a verdict that says not to.
#[test]
fn no_advice_speaks_against_the_verdict() {
    let room = Room::with_session("--participants 3");
    let mut rows = String::from("a,1,,legal,blocked,Counsel\n");
    for seat in 1..=3 {
        for (assessment, answer) in [
            ("relationship", "2"),
            ("need", "9"),
            ("support", "9"),
            ("apology", "none"),
        ] {
            writeln!(rows, "a,1,P{seat},{assessment},{answer},").unwrap();
        }
    }
    room.ratings("r", &rows);
    room.fine("import @s --ratings @r --reveal");
    let memo = room.fine("export @s");
    assert!(memo.contains("**Do not proceed**"));
    assert!(!memo.contains("Advice") && !memo.contains("Do it"));
}

/// Would catch an export that no longer knows a session whose line ends
/// something has turned into those of Windows.
#[test]
fn a_session_with_other_line_ends_is_not_written_over() {
    let room = Room::with_session("--participants 3");
    let windows = room.text("s").replace('\n', "\r\n");
    room.write("w.md", &windows);
    assert_eq!(room.run("export @s -o @w.md").code, 2);
    assert_eq!(room.text("w.md"), windows);
}

/// Would catch an unknown option for which the near one is not suggested.
#[test]
fn the_nearest_option_is_suggested() {
    let room = Room::with_session("--participants 3");
    room.ratings("r", "bb,1,P1,need,3,\n");
    assert_snapshot!(room.refused("import @s --ratings @r"), @"
    exit 1
    error: Line 2: There is no option “bb” in this session.
      what to do: Did you mean “b”?
    --
    fout: Regel 2: Deze sessie heeft geen variant ‘bb’.
      wat te doen: Bedoelde u ‘b’?
    ");
}
