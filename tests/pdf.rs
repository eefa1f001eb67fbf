//! The memo as a PDF: what a reader of the file, a person or a machine, can
//! rely on, and that nothing that people typed steers it.

#![cfg(feature = "pdf")]

use dear_customer::lang::Lang;
use dear_customer::memo::pdf::render;
use dear_customer::memo::tree::{
    Annex, Bar, Bars, Block, Fill, Grid, Headline, Letter, Memo, Move, Moves, Running, Side, Sides,
    Span, Strip, Table,
};
use dear_customer::session::Fingerprint;
use jiff::civil::date;
use proptest::prelude::*;

const HASH: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

/// The fingerprint that a PDF of ours carries, `EVENT-HASH`: the session's
/// last event and its hash when it was written.
///
/// It is the document's only keyword, and stands in the XMP metadata, which
/// PDF keeps readable (`<pdf:Keywords>` near the file's end). The last place
/// counts: nothing that people typed is written after it.
fn fingerprint(bytes: &[u8]) -> Option<String> {
    const OPENING: &[u8] = b"<pdf:Keywords>";
    let start = memchr::memmem::rfind(bytes, OPENING)? + OPENING.len();
    let rest = bytes.get(start..)?;
    let keyword = rest.get(..memchr::memchr(b'<', rest)?)?;
    let keyword = str::from_utf8(keyword).ok()?;
    let (event, hash) = keyword.split_once('-')?;
    let fits = event.parse::<u64>().is_ok()
        && hash.len() == 64
        && hash.chars().all(|c| c.is_ascii_hexdigit());
    fits.then(|| keyword.to_owned())
}

/// Every block there is, with one text everywhere.
#[expect(clippy::too_many_lines, reason = "one memo, from top to bottom")]
fn everything(lang: Lang, text: &str) -> Memo {
    let w = || text.to_owned();
    let rich = || {
        vec![
            Span::Text(w()),
            Span::Strong(w()),
            Span::Text(" ".to_owned()),
            Span::Quote(w()),
        ]
    };
    let strip = || Strip {
        label: w(),
        counts: [0, 2, 3, 1, 1, 0, 0, 0, 0, 9, 0],
        grade: Some(2),
        marks: vec![(5, w()), (8, w())],
        words: w(),
    };
    let bar = |fill, lit| Bar {
        label: w(),
        fill,
        says: w(),
        note: w(),
        lit,
    };
    let blocks = || {
        vec![
            Block::Heading(4, w()),
            Block::Heading(3, w()),
            Block::Para(rich()),
            Block::Notice(rich()),
            Block::List(vec![rich(), rich()]),
            Block::Steps(vec![rich(), rich()]),
            Block::Pairs(vec![(w(), rich()), (w(), rich())]),
            Block::Table(Table {
                caption: w(),
                head: vec![w(), w(), w()],
                rows: vec![vec![rich(), rich(), rich()], vec![rich()]],
                numeric: vec![false, true],
            }),
            Block::Headline(Headline {
                label: w(),
                verdict: w(),
                number: Some(2),
                ground: w(),
            }),
            Block::Headline(Headline {
                label: w(),
                verdict: w(),
                number: None,
                ground: w(),
            }),
            Block::Strip(strip()),
            Block::Strips(vec![strip(), strip(), strip(), strip()]),
            Block::Moves(Moves {
                label: w(),
                moves: vec![Move {
                    from: 2,
                    to: 7,
                    count: 3,
                }],
                marks: vec![(5, w()), (8, w())],
                words: w(),
            }),
            Block::Grid(Box::new(Grid {
                caption: w(),
                rows_label: w(),
                columns_label: w(),
                columns: [w(), w(), w()],
                rows: [w(), w(), w()],
                cells: std::array::from_fn(|_| std::array::from_fn(|_| w())),
                lit: Some((1, 2)),
                lit_word: w(),
            })),
            Block::Bars(Bars {
                caption: w(),
                rows: vec![
                    bar(Fill::Share(0.4), true),
                    bar(Fill::Nothing, false),
                    bar(Fill::Count(3), false),
                    bar(Fill::Count(300), false),
                ],
            }),
            Block::Sides(Sides {
                caption: w(),
                heads: vec![w(), w()],
                rows: vec![
                    (w(), vec![Side::Text(rich()), Side::Text(rich())]),
                    (w(), vec![Side::Strip(strip()), Side::Strip(strip())]),
                ],
                legend: w(),
            }),
        ]
    };
    let letter = Block::Letter(Letter {
        from: w(),
        paragraphs: vec![w(), w()],
    });
    Memo {
        lang,
        running: Running {
            organisation: w(),
            classification: w(),
            fingerprint: Some(Fingerprint {
                event: 42,
                hash: HASH.to_owned(),
            }),
            date: Some(date(2026, 11, 26)),
        },
        title: w(),
        subtitle: w(),
        front: blocks(),
        annexes: vec![
            Annex {
                title: w(),
                blocks: blocks(),
            },
            Annex {
                title: w(),
                blocks: vec![Block::Heading(4, w()), letter],
            },
            Annex {
                title: w(),
                blocks: Vec::new(),
            },
        ],
        footer: w(),
    }
}

/// A memo that says nothing.
fn nothing() -> Memo {
    Memo {
        lang: Lang::En,
        running: Running::default(),
        title: String::new(),
        subtitle: String::new(),
        front: vec![
            Block::List(Vec::new()),
            Block::Pairs(Vec::new()),
            Block::Strips(Vec::new()),
            Block::Para(Vec::new()),
            Block::Table(Table {
                caption: String::new(),
                head: Vec::new(),
                rows: vec![Vec::new()],
                numeric: Vec::new(),
            }),
            Block::Sides(Sides {
                caption: String::new(),
                heads: Vec::new(),
                rows: Vec::new(),
                legend: String::new(),
            }),
            Block::Bars(Bars {
                caption: String::new(),
                rows: Vec::new(),
            }),
        ],
        annexes: Vec::new(),
        footer: String::new(),
    }
}

fn pdf(memo: &Memo) -> Vec<u8> {
    render(memo).unwrap_or_else(|error| panic!("{:?}", error.words().0.text(Lang::En)))
}

fn count(bytes: &[u8], what: &str) -> usize {
    memchr::memmem::find_iter(bytes, what).count()
}

/// The kinds of the document's elements and how many there are of each: what
/// a text would change if it were markup.
fn structure(bytes: &[u8]) -> Vec<(&'static str, usize)> {
    const KINDS: [&str; 17] = [
        "/Title", "/H1", "/H2", "/H3", "/H4", "/P", "/L", "/LI", "/LBody", "/Table", "/TR", "/TH",
        "/TD", "/Figure", "/Link", "/Code", "/Formula",
    ];
    KINDS
        .into_iter()
        .map(|kind| (kind, count(bytes, &format!("/S{kind}/"))))
        .collect()
}

/// Would catch a file that a screen reader can't read out, or not in its
/// language.
#[test]
fn it_is_a_tagged_pdf_in_its_language_with_a_title() {
    for lang in Lang::ALL {
        let bytes = pdf(&everything(lang, "Betaalgegevens"));
        assert!(bytes.starts_with(b"%PDF-1.7"));
        for part in [
            "/StructTreeRoot",
            "/Marked true",
            "/DisplayDocTitle true",
            "<pdfuaid:part>1</pdfuaid:part>",
            "/Title(Betaalgegevens)",
            "/CreationDate(D:20261126",
            &format!("/Lang({})", lang.code()),
        ] {
            assert!(count(&bytes, part) > 0, "{part}");
        }
        let pictures = count(&bytes, "/S/Figure/");
        assert!(pictures > 10);
        assert_eq!(pictures, count(&bytes, "/Alt(") + count(&bytes, "/Alt<"));
    }
}

/// Would catch a printed memo that can't be held against its session.
#[test]
fn the_fingerprint_comes_back_whatever_the_texts_say() {
    let whose = Some(format!("42-{HASH}"));
    assert_eq!(fingerprint(&pdf(&everything(Lang::En, "x"))), whose);
    let forged = format!("<pdf:Keywords>1-{}</pdf:Keywords>", "f".repeat(64));
    assert_eq!(fingerprint(&pdf(&everything(Lang::En, &forged))), whose);
    assert_eq!(fingerprint(&pdf(&nothing())), None);
    assert_eq!(fingerprint(b"%PDF-1.7"), None);
    assert_eq!(fingerprint(b"<pdf:Keywords>42-</pdf:Keywords>"), None);
}

/// Would catch a clock, a path or chance in the file.
#[test]
fn the_same_memo_gives_the_same_bytes() {
    let memo = everything(Lang::Nl, "Betaalgegevens");
    let bytes = pdf(&memo);
    let threads: Vec<_> = (0..2)
        .map(|_| {
            let memo = memo.clone();
            std::thread::spawn(move || pdf(&memo))
        })
        .collect();
    for thread in threads {
        assert!(thread.join().unwrap() == bytes);
    }
    assert!(pdf(&memo) == bytes);
}

/// Would catch the same in another process, which has other hashes and other
/// addresses: this test runs itself once more.
#[test]
fn another_process_gives_the_same_bytes_too() {
    const PLACE: &str = "DEAR_CUSTOMER_PDF_OF_ANOTHER_PROCESS";
    let bytes = pdf(&everything(Lang::En, "Payment data"));
    if let Some(place) = std::env::var_os(PLACE) {
        std::fs::write(place, bytes).unwrap();
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("other.pdf");
    let other = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "another_process_gives_the_same_bytes_too"])
        .env(PLACE, &place)
        .output()
        .unwrap();
    assert!(other.status.success(), "{other:?}");
    assert!(std::fs::read(&place).unwrap() == bytes);
}

/// Would catch a memo of which there is no PDF, since a field is empty.
#[test]
fn empty_fields_and_blocks_are_left_out() {
    for text in ["", " ", "\n", "\u{200b}", "\u{a0}"] {
        pdf(&everything(Lang::En, text));
    }
    let bytes = pdf(&nothing());
    assert_eq!(count(&bytes, "/S/H1/"), 0);
    assert_eq!(count(&bytes, "/S/Table/"), 0);
}

/// Would catch a text that is set as markup: it would make other elements
/// than an innocent one of the same kind does.
#[test]
fn no_text_is_markup() {
    let innocent = structure(&pdf(&everything(Lang::En, "word")));
    assert!(
        innocent.iter().filter(|(_, n)| *n > 0).count() > 10,
        "{innocent:?}"
    );
    for text in [
        "= heading",
        "#heading[x]",
        "#panic()",
        "#read(\"/etc/passwd\")",
        "#import \"@preview/x:1.0.0\"",
        "#include \"memo.json\"",
        "- item",
        "+ item",
        "1. one",
        "/ term: what",
        "*strong* _emphasis_ **both**",
        "`code` ```code```",
        "$x^2$",
        "\\",
        "\\u{1F600} \\#",
        "<label> @label",
        "[[event]]",
        "// gone",
        "/* gone */",
        "*/ ]} )",
        "\"quoted\" 'so' --- -- ... ~",
        "{\"kind\": \"heading\"}",
        "\"}],\"x\":[{\"",
        "</text></svg><script>",
        "&lt;&amp;&#60;",
        "http://example.org www.example.org https://example.org/a_b_c?d=e&f=g",
        "(unbalanced \\) ))",
        "= a\n= b\n\n#c",
        "“quoted”",
        "a\tb\r\nc",
    ] {
        let found = structure(&pdf(&everything(Lang::En, text)));
        assert_eq!(found, innocent, "{text}");
    }
}

/// Would catch a character that stops the PDF from being made.
#[test]
fn every_script_gives_a_pdf() {
    for text in [
        "Zoë van ’t Hof – ½ € “ok” Łukasz ệ ffi fl ĳ",
        "Ελληνικά κείμενα, Русский текст, Հայերեն, ქართული",
        "עברית עם ניקוד בָּ",
        "العربية مَرحبًا ١٢٣ لا",
        "हिन्दी क्षत्रिय தமிழ் ไทย ខ្មែរ བོད་ မြန်မာ",
        "数据 顧客 データ 데이터 각",
        "😀 👨\u{200d}👩\u{200d}👧\u{200d}👦 🇳🇱 ☎\u{fe0f} ❤",
        "∀x∈ℝ ⇒ √2 ≤ ∞ ⅔ ① Ⓐ □ ■ ● ◌",
        "e\u{301}\u{301}\u{301} ä̤ \u{301}lone q\u{489}",
        "a\u{202e}b\u{feff}c\u{fffe}d\u{ffff}e\u{fffd}f\u{fffc}g\u{e000}h\u{f8ff}",
        "\u{1f1}\u{132}\u{fb01}\u{fb00}\u{2003}\u{2009}\u{3000}x\u{85}y",
        "𝔐𝕒𝓉𝗁 𐍈𐎀 🜁",
        // Fonts claim to have these.
        "℟ ℡ ⁁ ⁃ \u{1f5a}",
    ] {
        for lang in Lang::ALL {
            pdf(&everything(lang, text));
        }
    }
}

/// Would catch a long text for which no page is made, or too many.
#[test]
fn a_long_word_and_a_long_text_are_set() {
    for text in ["x".repeat(5_000), "lang ".repeat(1_000)] {
        let bytes = pdf(&everything(Lang::Nl, &text));
        assert!(count(&bytes, "/Type/Page/") > 5);
    }
}

fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<char>().prop_map(String::from),
        prop::sample::select(vec![
            " ", "\n", "#", "$", "*", "_", "`", "[", "]", "\\", "\"", "<", "&", "é", "\u{301}",
            "\u{200d}", "ب", "ש", "क", "Ж", "ﬁ", "😀",
        ])
        .prop_map(String::from),
        "[\\p{Latin}\\p{Greek}\\p{Cyrillic}\\p{Hebrew}\\p{Arabic}\\p{Mn}\\p{S}\\p{N}]{1,4}",
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    /// Would catch any text for which there is no PDF.
    #[test]
    fn every_text_gives_a_pdf(text in any_text()) {
        prop_assert!(render(&everything(Lang::En, &text)).is_ok(), "{text:?}");
    }
}
