//! Text that people typed or pasted: made harmless on its way in, the same
//! on its way out, and never more than text in any format.

use super::room::Room;
use comrak::nodes::NodeValue;
use insta::assert_snapshot;
use quick_xml::events::Event;
use std::ffi::OsString;
use std::fmt::Write;

/// What people may paste, and what is kept of it.
fn hostile() -> Vec<(String, String)> {
    let word = "x".repeat(5_000);
    let flood = format!("e{}nd", "\u{0301}".repeat(200));
    [
        ("a\u{1b}[31mb\u{7}c\u{0}d", "a[31mbcd"),
        ("left\u{202e}right\u{2066}end", "leftrightend"),
        (
            "zero\u{200b}width\u{feff}joined\u{200d}up",
            "zerowidthjoinedup",
        ),
        (word.as_str(), word.as_str()),
        (flood.as_str(), "é\u{0301}\u{0301}\u{0301}nd"),
        ("two\nlines\r\nand\ta tab", "two lines and a tab"),
        ("[[event]] n = 2", "[[event]] n = 2"),
        ("\"\"\" ends nothing \\ here", "\"\"\" ends nothing \\ here"),
        ("=cmd('calc')", "=cmd('calc')"),
        (
            "<script>alert(1)</script> &amp; </p>",
            "<script>alert(1)</script> &amp; </p>",
        ),
        ("a | b || c", "a | b || c"),
        (
            "`code` ```fence``` **bold** _em_ [link](x) # no",
            "`code` ```fence``` **bold** _em_ [link](x) # no",
        ),
        ("hash = \"0\"", "hash = \"0\""),
    ]
    .map(|(typed, kept)| (typed.to_owned(), kept.to_owned()))
    .into()
}

fn csv_field(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// A room with a named session in which everything that can be typed is
/// hostile: names, team, reasons, the source of a legal state.
fn typed(kind: usize) -> (Room, String, String) {
    let (text, kept) = hostile().swap_remove(kind);
    let room = Room::new();
    let name = text.replace(',', "");
    let words = [
        "new",
        &room.path("s").display().to_string(),
        "--scenario",
        "ing-2014",
        "--named",
        "--team",
        &name.replace('\0', ""),
        "--participants",
        &format!("{},Bram", name.replace('\0', "")),
    ]
    .map(OsString::from);
    let made = room.run_words(words);
    assert_eq!(made.code, 0, "{}", made.err);
    harmless("new", &made.out);
    let field = csv_field(&text);
    let mut rows = String::new();
    for (assessment, answer) in [
        ("relationship", "5"),
        ("need", "8"),
        ("support", "8"),
        ("apology", "how"),
    ] {
        writeln!(rows, "a,1,P1,{assessment},{answer},{field}").unwrap();
        writeln!(rows, "a,1,Bram,{assessment},{answer},Plain").unwrap();
    }
    writeln!(rows, "a,1,,legal,clear,{field}").unwrap();
    room.ratings("r.csv", &rows);
    room.fine("import @s --ratings @r.csv --reveal");
    (room, text, kept)
}

/// Nothing in it steers a terminal or a reader's eye.
fn harmless(what: &str, text: &str) {
    let steers = |c: &char| {
        (c.is_control() && *c != '\n')
            || matches!(*c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    assert_eq!(text.chars().find(steers), None, "in {what}");
    let marks = "\u{0301}".repeat(4);
    assert!(!text.contains(&marks), "a flood of marks in {what}");
}

/// Would catch text that is lost, or that steers what shows it: for every
/// hostile text as a name, a team, a reason and a source.
#[test]
fn hostile_text_is_kept_as_text() {
    for kind in 0..hostile().len() {
        let (room, _, kept) = typed(kind);
        let memo = room.json("s");
        let reason = memo["ratings"][0]["reason"].as_str().unwrap();
        assert_eq!(reason, kept);
        let legal = &memo["options"][0]["result"]["legal"];
        assert_eq!(legal["source"].as_str().unwrap(), kept);
        for (what, text) in room.exports("s") {
            harmless(&format!("{what}, kind {kind}"), &text);
        }
        let whole = room.run("verify @s");
        assert_eq!(whole.code, 0, "kind {kind}: {}", whole.err);
        harmless("the session", &room.text("s"));
        let events = room
            .text("s")
            .lines()
            .filter(|line| line.starts_with("[[event]]"))
            .count();
        assert_eq!(events, 2, "kind {kind}");
    }
}

/// Would catch an export that depends on when or how often it is made.
#[test]
fn the_same_session_gives_the_same_bytes() {
    for kind in 0..hostile().len() {
        let (room, ..) = typed(kind);
        assert_eq!(room.exports("s"), room.exports("s"));
    }
}

/// Every word of a document, by whoever parses it.
fn html_words(html: &str) -> String {
    let mut reader = quick_xml::Reader::from_str(html);
    reader.config_mut().check_end_names = true;
    reader.config_mut().allow_unmatched_ends = false;
    let mut words = String::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => return words,
            Event::Text(text) => words += &text,
            Event::GeneralRef(name) => {
                words += match &*name {
                    "amp" => "&",
                    "lt" => "<",
                    "gt" => ">",
                    "quot" => "\"",
                    "#39" => "'",
                    "#160" => "\u{a0}",
                    other => panic!("&{other};"),
                }
            }
            Event::Start(start) => {
                assert_ne!(start.name().as_ref(), "script");
                start
                    .attributes()
                    .for_each(|attribute| drop(attribute.unwrap()));
            }
            _ => {}
        }
    }
}

fn md_words(md: &str) -> String {
    let arena = comrak::Arena::new();
    let mut options = comrak::Options::default();
    options.extension.table = true;
    options.extension.autolink = true;
    options.extension.strikethrough = true;
    let root = comrak::parse_document(&arena, md, &options);
    let mut words = String::new();
    for node in root.descendants() {
        match &node.data.borrow().value {
            NodeValue::Text(text) => words += text,
            // A strip on one line is our own, and holds nothing else.
            NodeValue::Code(code) => {
                let strip = |c| "·123456789+┊┃".contains(c);
                assert!(code.literal.chars().all(strip), "code: {}", code.literal);
            }
            NodeValue::HtmlInline(html) => panic!("HTML: {html}"),
            NodeValue::HtmlBlock(html) => panic!("HTML: {}", html.literal),
            NodeValue::Link(link) => panic!("a link to {}", link.url),
            NodeValue::SoftBreak | NodeValue::LineBreak => words.push(' '),
            _ => {}
        }
    }
    words
}

/// Would catch text that turns into markup, or markup that eats text.
#[test]
fn hostile_text_comes_back_from_every_format() {
    for kind in 0..hostile().len() {
        let (room, _, kept) = typed(kind);
        for lang in ["en", "nl"] {
            let html = room.fine(&format!("export @s --format html --lang {lang}"));
            let cards = room.fine(&format!("cards @s --lang {lang}"));
            let md = room.fine(&format!("export @s --lang {lang}"));
            // As a reason; as a name it may be cut.
            let quoted = format!("“{kept}”");
            assert!(html_words(&html).contains(&quoted), "HTML, kind {kind}");
            assert!(md_words(&md).contains(&quoted), "Markdown, kind {kind}");
            let name: String = kept.chars().take(60).collect();
            assert!(html_words(&cards).contains(&name), "cards, kind {kind}");
        }
    }
}

/// Would catch a reason of several lines that spoils the rows after it.
#[test]
fn a_reason_may_have_lines_commas_and_quotes() {
    let room = Room::with_session("--participants 3");
    room.ratings(
        "r.csv",
        "a,1,P1,need,3,\"One,\r\n\"\"two\"\",\nthree\"\na,1,P2,need,4,four\n",
    );
    room.fine("import @s --ratings @r.csv --reveal");
    let memo = room.json("s");
    assert_eq!(memo["ratings"][0]["reason"], "One, \"two\", three");
    assert_eq!(memo["ratings"][1]["reason"], "four");
}

const OWN: &str = include_str!("../fixtures/cli/idea.toml");

/// Would catch characters that cannot be seen in an idea of one's own, or a
/// message that passes them on.
#[test]
fn an_idea_with_what_cannot_be_seen_is_refused() {
    for hidden in ["\u{202e}", "\u{2066}", "\u{200b}", "\u{feff}", "\\u0007"] {
        let room = Room::new();
        room.write(
            "idea.toml",
            OWN.replacen("Mail", &format!("Ma{hidden}il"), 1),
        );
        let said = room.refused("new @s --idea @idea.toml");
        harmless("the message", &said);
        assert!(said.contains("idea.toml:"), "{said}");
    }
}

/// Would catch markup in an idea of one's own that is more than text.
#[test]
fn an_idea_with_markup_is_kept_as_text() {
    for kind in 6..hostile().len() {
        let (_, kept) = hostile().swap_remove(kind);
        let room = Room::new();
        let written = kept.replace('\\', "\\\\").replace('"', "\\\"");
        room.write("idea.toml", OWN.replacen("Mail", &written, 1));
        room.fine("new @s --idea @idea.toml");
        let html = room.fine("export @s --format html --lang en");
        let md = room.fine("export @s --lang en");
        assert!(html_words(&html).contains(&kept), "HTML, kind {kind}");
        assert!(md_words(&md).contains(&kept), "Markdown, kind {kind}");
        room.fine("verify @s");
    }
}

/// Would catch a message that passes on what steers a terminal: from the
/// command line, from a file of ratings, from the names of files.
#[test]
fn messages_repeat_nothing_that_steers() {
    let bad = "x\u{1b}[2J\u{202e}\u{200b}\u{9b}y\nerror: forged";
    let room = Room::with_session("--participants 3");
    let file = room.path(bad).display().to_string();
    let session = room.path("s").display().to_string();
    room.write("r.csv", format!("{bad},option\n"));
    let rows = format!(
        "{0},1,P1,need,3,\na,1,{0},need,3,\na,1,P1,{0},3,\n",
        csv_field(bad)
    );
    room.ratings("rows.csv", &rows);
    room.write(bad, "[[option");
    let ratings = room.path("r.csv").display().to_string();
    let rows = room.path("rows.csv").display().to_string();
    let fresh = format!("{file}.new");
    let memo = format!("{file}.md");
    let nobody = format!("{bad},{bad}");
    let lines: Vec<Vec<&str>> = vec![
        vec![bad],
        vec!["export", &session, bad],
        vec!["export", &session, "--format", bad],
        vec!["export", &file],
        vec!["export", &session, "-o", &file],
        vec!["export", &session, "-o", &memo],
        vec!["verify", &file],
        vec!["check", &file],
        vec!["check", bad],
        vec!["cards", &file],
        vec!["import", &session, "--ratings", &file],
        vec!["import", &session, "--ratings", &ratings],
        vec!["import", &session, "--ratings", &rows],
        vec!["new", &file, "--scenario", bad],
        vec!["new", &file, "--idea", &file],
        vec!["new", &file, "--idea", bad],
        vec!["new", &fresh, "--scenario", "ing-2014"],
        vec!["new", "t", "--scenario", "ing-2014", "--instrument", bad],
        vec![
            "new",
            "t",
            "--scenario",
            "ing-2014",
            "--participants",
            &nobody,
        ],
        vec!["scenarios", "show", bad],
        vec!["scenarios", "list", "--scenarios", &file],
        vec!["verify", &fresh],
    ];
    for line in lines {
        for lang in ["en", "nl"] {
            let words = line
                .iter()
                .copied()
                .chain(["--lang", lang])
                .map(OsString::from);
            let ran = room.run_words(words);
            let said = format!("{}{}", ran.out, ran.err);
            harmless(&format!("{line:?}"), &said);
            assert!(
                !said.lines().any(|l| l.starts_with("error: forged")),
                "{line:?}: {said}"
            );
            assert!(!said.is_empty());
        }
    }
}

/// Would catch names that are cut or cleaned into the same.
#[test]
fn names_that_are_the_same_once_clean() {
    let room = Room::new();
    let said = room.refused("new @s --scenario ing-2014 --participants \"Bo, B\u{200b}o\"");
    assert_snapshot!(said, @"
    exit 1
    error: “Bo” is there twice.
      what to do: Add an initial, so that each can be told from the other.
    --
    fout: ‘Bo’ staat er twee keer in.
      wat te doen: Voeg een letter toe, zodat ze uit elkaar te houden zijn.
    ");
}
