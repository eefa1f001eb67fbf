//! The memo as a .docx: that what people typed comes back as text and as
//! nothing else, and that each part is as word processors want it.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use dear_customer::{
    cli::{self, Exit, World},
    lang::Lang,
    memo::{
        docx,
        tree::{
            Annex, Bar, Bars, Block, Fill, Grid, Headline, Letter, Memo, Move, Moves, Rich,
            Running, Side, Sides, Span, Strip, Table, plain,
        },
    },
    session::Fingerprint,
};
use jiff::civil::date;
use proptest::prelude::*;
use quick_xml::events::Event;
use std::{
    collections::{BTreeMap, HashSet},
    ffi::OsString,
    fs,
    io::{Cursor, Read},
};

/// A memo with `text` in every place that takes text, and every block in it.
#[expect(clippy::too_many_lines, reason = "one memo, from top to bottom")]
fn filled(text: &str) -> Memo {
    let s = || text.to_owned();
    let mixed = || -> Rich {
        vec![
            Span::Text(s()),
            Span::Strong(s()),
            Span::Quote(s()),
            Span::Text(" ".into()),
        ]
    };
    let strip = |grade, marks: usize| Strip {
        label: s(),
        counts: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1],
        grade,
        marks: [(3, s()), (6, s())].into_iter().take(marks).collect(),
        words: s(),
    };
    let bar = |fill, note: bool, lit| Bar {
        label: s(),
        fill,
        says: s(),
        note: if note { s() } else { String::new() },
        lit,
    };
    let blocks = vec![
        Block::Heading(4, s()),
        Block::Heading(3, s()),
        Block::Notice(mixed()),
        Block::Para(mixed()),
        Block::Headline(Headline {
            label: s(),
            verdict: s(),
            number: Some(1),
            ground: s(),
        }),
        Block::Headline(Headline {
            label: s(),
            verdict: s(),
            number: None,
            ground: s(),
        }),
        Block::Strips(vec![
            strip(Some(3), 0),
            strip(None, 2),
            strip(Some(9), 1),
            strip(Some(0), 2),
        ]),
        Block::Pairs(vec![(s(), mixed()), (s(), plain(s()))]),
        Block::Pairs(vec![(s(), plain(s()))]),
        Block::List(vec![plain(s()), mixed()]),
        Block::Steps(vec![plain(s()), mixed()]),
        Block::Steps(vec![plain(s())]),
        Block::Heading(4, s()),
        Block::Table(Table {
            caption: s(),
            head: vec![s(), s(), s()],
            rows: vec![
                vec![plain(s()), mixed(), plain("7")],
                vec![mixed(), plain(s()), plain("")],
            ],
            numeric: vec![false, false, true],
        }),
        Block::Strip(strip(Some(5), 2)),
        Block::Moves(Moves {
            label: s(),
            moves: [(2, 5, 1), (9, 4, 3)]
                .map(|(from, to, count)| Move { from, to, count })
                .to_vec(),
            marks: vec![(5, s()), (8, s())],
            words: s(),
        }),
        Block::Moves(Moves {
            label: s(),
            moves: Vec::new(),
            marks: Vec::new(),
            words: s(),
        }),
        Block::Grid(Box::new(Grid {
            caption: s(),
            rows_label: s(),
            columns_label: s(),
            columns: [s(), s(), s()],
            rows: [s(), s(), s()],
            cells: [(); 3].map(|()| [s(), s(), s()]),
            lit: Some((0, 1)),
            lit_word: s(),
        })),
        Block::Bars(Bars {
            caption: s(),
            rows: vec![
                bar(Fill::Share(0.5), true, true),
                bar(Fill::Count(12), false, false),
                bar(Fill::Count(40), true, false),
                bar(Fill::Nothing, false, false),
            ],
        }),
        Block::Sides(Sides {
            caption: s(),
            heads: vec![s(), s()],
            rows: vec![
                (s(), vec![Side::Text(mixed()), Side::Text(plain(s()))]),
                (
                    s(),
                    vec![Side::Strip(strip(Some(2), 2)), Side::Text(plain(s()))],
                ),
            ],
            legend: "no picture here is drawn in text".into(),
        }),
        Block::Letter(Letter {
            from: s(),
            paragraphs: vec![s(), s()],
        }),
    ];
    let annex = || Annex {
        title: s(),
        blocks: blocks.clone(),
    };
    Memo {
        lang: Lang::En,
        running: Running {
            organisation: s(),
            classification: s(),
            fingerprint: Some(Fingerprint {
                event: 41,
                hash: "9f2c".into(),
            }),
            date: Some(date(2014, 3, 10)),
        },
        title: s(),
        subtitle: s(),
        front: blocks.clone(),
        annexes: vec![annex(), annex()],
        footer: s(),
    }
}

/// The paragraphs of [`filled`] in their order, those without a character
/// left out.
fn paragraphs_of_filled(text: &str) -> Vec<String> {
    let s = || text.to_owned();
    let mixed = || format!("{text}{text}“{text}” ");
    let graded = |grade: u8| format!("{grade} group score · {text}");
    let mut all = vec![s(), s()];
    for part in 0..3 {
        if part > 0 {
            all.push(s());
        }
        all.extend([s(), s(), format!("Note: {}", mixed()), mixed()]);
        // Headlines, strips, pairs.
        all.extend([(); 6].map(|()| s()));
        all.extend([s(), graded(3), s(), s(), s(), graded(9), s(), graded(0)]);
        all.extend([s(), mixed(), s(), s(), s(), s()]);
        // Lists.
        all.extend([s(), mixed(), s(), mixed(), s(), s()]);
        // A table, then a strip and what moved.
        all.extend([(); 4].map(|()| s()));
        all.extend([s(), mixed(), "7".into(), mixed(), s()]);
        all.extend([format!("{text}   5 group score"), s()]);
        all.extend([(); 4].map(|()| s()));
        // The grid: caption, heads, rows.
        all.extend([(); 5].map(|()| s()));
        all.extend([s(), s(), s(), format!("● {text}"), s(), s()]);
        all.extend([(); 8].map(|()| s()));
        // Bars.
        all.extend([s(), format!("● {text}"), s(), s()]);
        all.extend([(); 7].map(|()| s()));
        // Sides, and the letter.
        all.extend([s(), s(), s(), s(), mixed(), s(), s(), s(), s()]);
        all.extend([s(), s(), s()]);
    }
    all.push(s());
    all.retain(|text| !text.is_empty());
    all
}

/// The text of every part of a .docx by name.
fn parts(docx: &[u8]) -> BTreeMap<String, String> {
    let mut zip = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut parts = BTreeMap::new();
    for index in 0..zip.len() {
        let mut file = zip.by_index(index).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        let name = file.name().unwrap().into_owned();
        parts.insert(name, text);
    }
    parts
}

/// An element of a part with what is in it.
#[derive(Debug, Default)]
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    children: Vec<Element>,
    text: String,
}

impl Element {
    fn child(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.name == name)
    }

    fn get(&self, attribute: &str) -> &str {
        self.attributes.get(attribute).map_or("", String::as_str)
    }

    /// All elements of a name, outside of each other or not; none of a
    /// fallback, which only who can't draw reads.
    fn all<'a>(&'a self, name: &str, found: &mut Vec<&'a Element>) {
        for child in &self.children {
            if child.name == name {
                found.push(child);
            }
            if child.name != "mc:Fallback" {
                child.all(name, found);
            }
        }
    }

    fn every(&self, name: &str) -> Vec<&Element> {
        let mut found = Vec::new();
        self.all(name, &mut found);
        found
    }

    /// The text of a paragraph, without that of drawings in it.
    fn said(&self) -> String {
        let said = self.children.iter().map(|child| match child.name.as_str() {
            "w:t" => child.text.clone(),
            "w:br" => "\n".to_owned(),
            "w:tab" => "\t".to_owned(),
            "mc:AlternateContent" | "w:pPr" => String::new(),
            _ => child.said(),
        });
        said.collect()
    }

    fn style(&self) -> &str {
        self.child("w:pPr")
            .and_then(|properties| properties.child("w:pStyle"))
            .map_or("Normal", |style| style.get("w:val"))
    }
}

/// Reads a part as strict XML 1.0.
fn parse(source: &str) -> Element {
    assert!(source.chars().all(
        |c| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
    ));
    let mut reader = quick_xml::Reader::from_str(source);
    reader.config_mut().check_comments = true;
    let mut open = vec![Element::default()];
    loop {
        let (element, leaf) = match reader.read_event().unwrap() {
            Event::Start(element) => (element, false),
            Event::Empty(element) => (element, true),
            Event::End(_) => {
                let done = open.pop().unwrap();
                open.last_mut().unwrap().children.push(done);
                continue;
            }
            Event::Text(text) => {
                open.last_mut().unwrap().text.push_str(&text);
                continue;
            }
            Event::GeneralRef(reference) => {
                let c = match &*reference {
                    "amp" => '&',
                    "lt" => '<',
                    "gt" => '>',
                    "quot" => '"',
                    _ => reference.resolve_char_ref().unwrap().unwrap(),
                };
                open.last_mut().unwrap().text.push(c);
                continue;
            }
            Event::Decl(_) | Event::Comment(_) => continue,
            Event::Eof => break,
            other => panic!("{other:?}"),
        };
        let mut attributes = BTreeMap::new();
        for attribute in element.attributes() {
            let attribute = attribute.unwrap();
            let value = quick_xml::escape::unescape(&attribute.value).unwrap();
            let key = attribute.key.as_ref().to_owned();
            assert_eq!(attributes.insert(key, value.into_owned()), None);
        }
        let element = Element {
            name: element.name().as_ref().to_owned(),
            attributes,
            ..Element::default()
        };
        if leaf {
            open.last_mut().unwrap().children.push(element);
        } else {
            open.push(element);
        }
    }
    assert_eq!(open.len(), 1);
    open.pop().unwrap().children.pop().unwrap()
}

/// The text that is read aloud: every paragraph but those in drawings.
fn paragraphs(body: &Element) -> Vec<String> {
    fn walk(element: &Element, said: &mut Vec<String>) {
        for child in &element.children {
            match child.name.as_str() {
                "w:p" => said.push(child.said()),
                "mc:AlternateContent" => {}
                _ => walk(child, said),
            }
        }
    }
    let mut said = Vec::new();
    walk(body, &mut said);
    said.retain(|text| !text.is_empty());
    said
}

/// What a text is once it is written.
fn written(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = text.replace('\t', " ");
    let keep = |c: &char| *c == '\n' || !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'));
    text.chars().filter(keep).collect()
}

/// All that must hold for the document of any text.
fn check(text: &str) {
    let memo = filled(text);
    let docx = docx::render(&memo);
    assert_eq!(docx, docx::render(&memo), "not the same bytes twice");
    let parts = parts(&docx);
    let read: BTreeMap<&str, Element> = parts
        .iter()
        .map(|(name, text)| (name.as_str(), parse(text)))
        .collect();
    let body = read["word/document.xml"].child("w:body").unwrap();
    let text = written(text);
    assert_eq!(paragraphs(body), paragraphs_of_filled(&text), "{text:?}");
    assert_eq!(
        read["docProps/core.xml"]
            .child("dc:title")
            .map(|t| t.text.as_str()),
        Some(text.replace('\n', " ").as_str())
    );
    for (name, part) in &read {
        for forbidden in ["w:hyperlink", "w:fldSimple", "w:altChunk", "w:object"] {
            assert!(part.every(forbidden).is_empty(), "{name}");
        }
        let fields = part.every("w:instrText");
        let fields: Vec<&str> = fields.iter().map(|field| field.text.trim()).collect();
        assert!(fields.is_empty() || *name == "word/footer1.xml" && fields == ["PAGE", "NUMPAGES"]);
    }
    check_drawings(body);
    check_tables(body);
    check_paragraphs(body);
}

fn check_drawings(body: &Element) {
    let drawings = body.every("wp:docPr");
    assert_eq!(body.every("mc:AlternateContent").len(), drawings.len());
    // 2 ladders, 4 + 1 + 1 strips, moves and 3 bars, in each of three parts.
    assert_eq!(drawings.len(), 3 * 12);
    let mut ids = HashSet::new();
    for properties in drawings.iter().chain(&body.every("wps:cNvPr")) {
        assert!(ids.insert(properties.get("id")), "twice: {properties:?}");
    }
    for properties in drawings {
        assert!(!properties.get("descr").trim().is_empty());
    }
    // Whoever can't draw reads the same words.
    for content in body.every("mc:AlternateContent") {
        let descr = content.every("wp:docPr")[0].get("descr");
        let fallback = content.child("mc:Fallback").unwrap();
        assert_eq!(fallback.child("w:t").unwrap().text, descr);
    }
    // Nothing lies outside its group.
    for group in body.every("wpg:wgp") {
        let frame = |element: &Element| {
            let number = |name: &str, attribute: &str| -> i64 {
                let frame = element.every(name);
                frame[0].get(attribute).parse().unwrap()
            };
            let (x, y) = (number("a:off", "x"), number("a:off", "y"));
            (x, y, x + number("a:ext", "cx"), y + number("a:ext", "cy"))
        };
        let (left, top, right, bottom) = frame(group.child("wpg:grpSpPr").unwrap());
        for shape in group.every("wps:wsp") {
            let (x, y, to_x, to_y) = frame(shape.child("wps:spPr").unwrap());
            assert!(x >= left && to_x <= right, "{x} to {to_x} of {right}");
            assert!(y >= top && to_y <= bottom, "{y} to {to_y} of {bottom}");
        }
    }
}

fn check_tables(body: &Element) {
    let width = |element: &Element| -> u32 { element.get("w:w").parse().unwrap() };
    let mut headed = 0;
    for table in body.every("w:tbl") {
        let columns: u32 = table.every("w:gridCol").into_iter().map(width).sum();
        assert!(columns <= 9864, "wider than the page: {columns}");
        let rows = table.every("w:tr");
        for row in &rows {
            let cells: u32 = row.every("w:tcW").into_iter().map(width).sum();
            assert_eq!(cells, columns);
        }
        let look = &table.every("w:tblLook")[0];
        let repeats = !rows[0].every("w:tblHeader").is_empty();
        assert_eq!(repeats, look.get("w:firstRow") == "1");
        headed += usize::from(repeats);
        for cell in table.every("w:tc") {
            assert_eq!(cell.children.last().unwrap().name, "w:p");
        }
    }
    // A table, the grid and the options, in each of three parts.
    assert_eq!(headed, 3 * 3);
}

fn check_paragraphs(body: &Element) {
    let mut before = "";
    let mut level = 0;
    let mut children = body.children.iter().peekable();
    while let Some(child) = children.next() {
        let after = children.peek().map_or("", |next| next.name.as_str());
        match child.name.as_str() {
            "w:tbl" => assert_ne!(before, "w:tbl", "two tables would become one"),
            "w:p" if child.style() == "Gap" => {
                assert_eq!(before, "w:tbl");
                assert!(["w:tbl", "w:sectPr"].contains(&after));
            }
            "w:p" => assert!(!child.every("w:r").is_empty(), "empty: {child:?}"),
            "w:sectPr" => assert_eq!(before, "w:p", "a document ends in a paragraph"),
            other => panic!("{other}"),
        }
        before = child.name.as_str();
        let heading = match child.style() {
            "Title" | "Heading1" => 1,
            "Heading2" => 2,
            "Heading3" => 3,
            _ => continue,
        };
        assert!(heading <= level + 1, "a gap in the outline");
        level = heading;
    }
}

#[test]
fn every_text_comes_back_as_text() {
    let long = "a".repeat(5000);
    for text in [
        "x",
        "",
        "<w:p/>",
        "</w:t></w:r></w:p>",
        "]]>",
        "<!-- x -->",
        "<?xml?>",
        "&lt; &amp; &#60; &nbsp; R&D",
        "\"'> descr=\"",
        "{ HYPERLINK \"http://example.org\" }",
        "http://example.org",
        "  two and two  ",
        "one\ntwo\n\nthree",
        "\n",
        "a\u{0}b\u{1b}[31mc\td\r\ne\rf\u{85}\u{fffe}g",
        "\u{202e}txet\u{202c} \u{200b}\u{feff}",
        "e\u{301} 👩‍👩‍👧 \u{10ffff}",
        &long,
    ] {
        check(text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn any_text_comes_back_as_text(
        text in prop_oneof![
            any::<String>(),
            prop::collection::vec(
                prop::sample::select(vec![
                    '\0', '\u{1}', '\t', '\n', '\r', '\u{7f}', '\u{9f}', '\u{202a}', '\u{202e}',
                    '\u{2066}', '\u{2069}', '\u{200b}', '\u{2028}', '\u{feff}', '\u{fffd}',
                    '\u{fffe}', '\u{ffff}', '\u{1ffff}', '<', '>', '&', ';', '"', '\'', ' ', 'a',
                    ']', '\u{301}',
                ]),
                0..12,
            ).prop_map(String::from_iter),
        ],
    ) {
        check(&text);
    }
}

#[test]
fn the_parts_know_of_each_other_and_of_nothing_else() {
    let parts = parts(&docx::render(&filled("x")));
    let types = parse(&parts["[Content_Types].xml"]);
    for part in types.every("Override") {
        let name = part.get("PartName").trim_start_matches('/');
        assert!(parts.contains_key(name), "{name}");
    }
    for (name, folder) in [
        ("_rels/.rels", ""),
        ("word/_rels/document.xml.rels", "word/"),
    ] {
        for relation in parse(&parts[name]).every("Relationship") {
            assert_eq!(relation.get("TargetMode"), "");
            let target = format!("{folder}{}", relation.get("Target"));
            assert!(parts.contains_key(&target), "{target}");
        }
    }
    // Every style that is used is there.
    let styles = parse(&parts["word/styles.xml"]);
    let known: HashSet<&str> = styles
        .every("w:style")
        .iter()
        .map(|style| style.get("w:styleId"))
        .collect();
    for part in ["word/document.xml", "word/header1.xml", "word/footer1.xml"] {
        let part = parse(&parts[part]);
        for kind in ["w:pStyle", "w:rStyle", "w:tblStyle"] {
            for style in part.every(kind) {
                assert!(known.contains(style.get("w:val")), "{style:?}");
            }
        }
    }
    // And every list.
    let numbering = parse(&parts["word/numbering.xml"]);
    let lists = numbering.every("w:num");
    let lists: HashSet<&str> = lists.iter().map(|list| list.get("w:numId")).collect();
    let body = parse(&parts["word/document.xml"]);
    let used: HashSet<&str> = body
        .every("w:numId")
        .iter()
        .map(|list| list.get("w:val"))
        .collect();
    assert_eq!(used.len(), 6, "each numbered list counts by itself");
    assert!(used.is_subset(&lists));
}

#[test]
fn a_machine_finds_language_title_day_and_fingerprint() {
    for (lang, tag) in [(Lang::En, "en-GB"), (Lang::Nl, "nl-NL")] {
        let memo = Memo {
            lang,
            ..filled("Betalingen")
        };
        let parts = parts(&docx::render(&memo));
        let styles = parse(&parts["word/styles.xml"]);
        assert_eq!(styles.every("w:lang")[0].get("w:val"), tag);
        let settings = parse(&parts["word/settings.xml"]);
        assert_eq!(settings.every("w:themeFontLang")[0].get("w:val"), tag);
        let core = parse(&parts["docProps/core.xml"]);
        let said = |name: &str| core.child(name).unwrap().text.clone();
        assert_eq!(said("dc:language"), tag);
        assert_eq!(said("dcterms:created"), "2014-03-10T00:00:00Z");
        assert_eq!(said("dcterms:modified"), "2014-03-10T00:00:00Z");
        assert!(core.child("dc:creator").is_none());
        let custom = parse(&parts["docProps/custom.xml"]);
        let property = custom.child("property").unwrap();
        assert_eq!(property.get("name"), "fingerprint");
        assert_eq!(property.child("vt:lpwstr").unwrap().text, "41-9f2c");
    }
}

/// Would catch a document that needs what a memo may not have.
#[test]
fn a_memo_of_almost_nothing_is_a_document() {
    let memo = Memo {
        lang: Lang::Nl,
        running: Running::default(),
        title: "x".into(),
        subtitle: String::new(),
        front: vec![Block::Pairs(vec![("a".into(), plain("b"))])],
        annexes: Vec::new(),
        footer: String::new(),
    };
    let parts = parts(&docx::render(&memo));
    for text in parts.values() {
        parse(text);
    }
    let document = parse(&parts["word/document.xml"]);
    check_paragraphs(document.child("w:body").unwrap());
    assert!(!parts["docProps/core.xml"].contains("dcterms:created"));
}

/// Would catch letters that share a page with what they are not about, and
/// annexes that begin on page one.
#[test]
fn annexes_and_letters_begin_a_page() {
    let mut memo = filled("x");
    memo.annexes[1]
        .blocks
        .retain(|b| !matches!(b, Block::Letter(_)));
    memo.annexes.push(memo.annexes[0].clone());
    let parts = parts(&docx::render(&memo));
    let document = parse(&parts["word/document.xml"]);
    let breaks: Vec<bool> = document
        .every("w:p")
        .iter()
        .filter(|paragraph| paragraph.style() == "Heading1")
        .map(|heading| !heading.every("w:pageBreakBefore").is_empty())
        .collect();
    assert_eq!(breaks, [true, false, true]);
}

/// Would catch a .docx that rings a terminal's bell, and one that is not
/// written where it may be.
#[test]
fn export_writes_it_anywhere_but_to_a_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let place = |name: &str| folder.path().join(name).display().to_string();
    let run = |line: &[&str], terminal: bool| {
        let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
        let args = std::iter::once("dear-customer").chain(line.iter().copied());
        let exit = cli::run(
            args.map(OsString::from),
            &mut World {
                stdout: &mut stdout,
                stderr: &mut stderr,
                terminal,
                var: &|_| None,
                outside: &cli::machine,
                settings: None,
            },
        );
        (exit, stdout, String::from_utf8(stderr).unwrap())
    };
    let session = place("s.session.toml");
    let new = [
        "new",
        &session,
        "--scenario",
        "ing-2014",
        "--participants",
        "3",
    ];
    assert_eq!(run(&new, false).0, Exit::Fine);

    let export = ["export", &session, "--format", "docx"];
    for (lang, said) in [("en", "-o memo.docx"), ("nl", "een bestand")] {
        let asked = [&export[..], &["--lang", lang]].concat();
        let (exit, stdout, stderr) = run(&asked, true);
        assert_eq!((exit, stdout.len()), (Exit::Usage, 0));
        assert!(stderr.contains(said), "{stderr}");
    }
    let (exit, piped, _) = run(&export, false);
    assert_eq!(exit, Exit::Fine);
    let out = place("memo.DOCX");
    assert_eq!(run(&["export", &session, "-o", &out], true).0, Exit::Fine);
    assert_eq!(fs::read(&out).unwrap(), piped);
    assert!(parts(&piped).contains_key("word/document.xml"));
}
