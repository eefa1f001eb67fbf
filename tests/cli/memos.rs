//! Memos as a board gets them: whole, in every format and both languages.

use super::room::{Room, unhashed};
use insta::assert_snapshot;
use std::fmt::Write;

/// The memo of session `s`.
fn memo(room: &Room, options: &str) -> String {
    unhashed(&room.fine(&format!("export @s {options}")))
}

/// Every format and language of the memo of session `s`.
fn snapshots(name: &str, room: &Room) {
    for lang in ["en", "nl"] {
        for format in ["md", "html"] {
            let text = memo(room, &format!("--format {format} --lang {lang}"));
            assert_snapshot!(format!("{name}_{format}_{lang}"), text);
        }
    }
    assert_snapshot!(format!("{name}_json"), memo(room, "--format json"));
}

/// Rows of option A, one list of answers an assessment.
fn rows(answers: &[(&str, &[&str])]) -> String {
    let mut rows = String::new();
    for (assessment, given) in answers {
        for (seat, answer) in (1..).zip(*given) {
            let (answer, reason) = answer.split_once(' ').unwrap_or((answer, ""));
            writeln!(rows, "a,1,P{seat},{assessment},{answer},{reason}").unwrap();
        }
    }
    rows
}

/// Would catch a change in the memo of an idea that everyone is for.
#[test]
fn all_for_it() {
    let room = Room::new();
    room.write("idea.toml", include_str!("../fixtures/cli/idea.toml"));
    room.fine("new @s --idea @idea.toml --participants 5");
    let all = rows(&[
        (
            "relationship",
            &["9 One click and you are out", "9", "10", "8", "9"],
        ),
        (
            "need",
            &["8 They ask for it every spring", "9", "8", "7", "8"],
        ),
        ("support", &["9", "9", "8", "8", "9 Nobody will mind"]),
        (
            "apology",
            &[
                "none We gladly explain what we do with your post code",
                "none",
                "none",
                "none",
                "none",
            ],
        ),
    ]);
    room.ratings(
        "r.csv",
        &format!("{all}a,,,legal,clear,\"Counsel, 3 March 2026\"\n"),
    );
    room.fine("import @s --ratings @r.csv --reveal");
    snapshots("all_for_it", &room);
}

/// Would catch a change in the memo of a room that is split, the law open.
#[test]
fn split_and_open() {
    let room = Room::with_session("--participants 6 --team Reds");
    room.ratings(
        "r.csv",
        &rows(&[
            ("relationship", &["2", "3", "5", "4", "abstain", "3"]),
            (
                "need",
                &["9 They want it", "8", "9", "2 They do not", "3", "1"],
            ),
            ("support", &["8", "8", "7", "9", "recused", "8"]),
            (
                "apology",
                &[
                    "none",
                    "none",
                    "how If nobody pays for no",
                    "none",
                    "none",
                    "recused",
                ],
            ),
        ]),
    );
    room.fine("import @s --ratings @r.csv --reveal");
    snapshots("split_and_open", &room);
}

/// Would catch a change in the memo of the worked example.
#[test]
fn the_ing_example() {
    for (lang, ratings) in [
        (
            "en",
            include_str!("../../examples/ing-2014-example-ratings.csv"),
        ),
        (
            "nl",
            include_str!("../../examples/ing-2014-voorbeeld-scores.csv"),
        ),
    ] {
        let room = Room::with_session(&format!("--participants 7 --example --lang {lang}"));
        room.write("r.csv", ratings);
        room.fine("import @s --ratings @r.csv --reveal");
        for format in ["md", "html", "json"] {
            let text = memo(&room, &format!("--format {format}"));
            assert_snapshot!(format!("ing_{format}_{lang}"), text);
        }
    }
}

/// Would catch words for several said of one.
#[test]
fn one_person() {
    let room = Room::new();
    room.write("idea.toml", include_str!("../fixtures/cli/idea.toml"));
    room.fine("new @s --idea @idea.toml --participants 1");
    room.ratings(
        "r.csv",
        &rows(&[
            ("relationship", &["8"]),
            ("need", &["4"]),
            ("support", &["abstain"]),
            ("apology", &["whole We apologise for the mail"]),
        ]),
    );
    room.fine("import @s --ratings @r.csv --reveal");
    for lang in ["en", "nl"] {
        let text = memo(&room, &format!("--lang {lang}"));
        assert_snapshot!(format!("one_person_md_{lang}"), text);
    }
}

/// Would catch headings without a text, and words for what is not there.
#[test]
fn nothing_rated_yet() {
    let room = Room::with_session("--participants 3");
    for lang in ["en", "nl"] {
        let text = memo(&room, &format!("--lang {lang}"));
        assert_snapshot!(format!("nothing_rated_md_{lang}"), text);
    }
}

/// Would catch ratings that are not those of the session once they have been
/// through CSV, in either language's; and a cell that a spreadsheet computes.
#[test]
fn the_ratings_as_csv_are_what_import_takes() {
    let room = Room::with_session("--participants 3");
    room.ratings(
        "r.csv",
        "a,1,P1,need,3,\"=cmd()|'/c calc'!A1\"\na,1,P2,need,abstain,\"a; b, c \"\"d\"\"\"\n\
         a,1,P3,need,9,@x\na,2,P1,need,5,'=1\na,1,P1,apology,how,-1\n\
         a,1,P2,apology,whole,Één\n,,,,,\n\
         b,1,P1,support,recused,+1\n\
         b,,,legal,conditional,=2\n",
    );
    room.fine("import @s --ratings @r.csv --reveal");
    let told = |session: &str| {
        let json = room.fine(&format!("export @{session} --format json"));
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        (json["ratings"].clone(), json["options"].clone())
    };
    for (lang, delimiter) in [("en", b','), ("nl", b';')] {
        let csv = format!("{lang}.csv");
        room.fine(&format!("export @s --lang {lang} -o @{csv}"));
        let text = room.text(&csv);
        let text = text.strip_prefix('\u{feff}').unwrap();
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .from_reader(text.as_bytes());
        let mut rows = 0;
        for row in reader.records() {
            let row = row.unwrap();
            rows += 1;
            let computes = |cell: &str| cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
            assert!(!row.iter().any(computes), "{row:?}");
        }
        assert_eq!(rows, 8);
        let again = format!("again-{lang}");
        room.fine(&format!(
            "new @{again} --scenario ing-2014 --participants 3"
        ));
        room.fine(&format!("import @{again} --ratings @{csv} --reveal"));
        assert_eq!(told(&again), told("s"));
    }
}
