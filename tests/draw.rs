//! What the terminal draws: the pictures themselves, to be looked at, and that
//! no text and no width breaks them.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use dear_customer::{
    lang::Lang,
    memo::{
        self,
        tree::{
            Bar, Bars, Block, Fill, Grid, Headline, Letter, Memo, Move, Moves, Side, Sides, Span,
            Strip, Table, plain,
        },
    },
    session::{self, Outside},
    tui::{
        theme::Theme,
        widgets::{
            big::{big, slides},
            blocks,
            edit::{LineEdit, LinesEdit},
            grid::grid,
            rail::{RailState, rail},
            strip::{Dots, Words},
            wrapped,
        },
    },
};
use proptest::prelude::*;
use ratatui::{
    Terminal,
    backend::TestBackend,
    style::Style,
    text::{Line, Text},
};
use std::{
    ffi::OsString,
    fmt::Write,
    path::Path,
    sync::atomic::{AtomicU64, Ordering},
};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The lines as a terminal of this width shows them.
fn screen(lines: &[Line], width: u16) -> String {
    let height = u16::try_from(lines.len()).unwrap();
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    let text = Text::from(lines.to_vec());
    terminal
        .draw(|frame| frame.render_widget(text, frame.area()))
        .unwrap();
    let buffer = terminal.backend().buffer();
    let mut out = String::new();
    for y in 0..height {
        let mut row = String::new();
        let mut x = 0;
        while x < width {
            let symbol = buffer[(x, y)].symbol();
            row.push_str(symbol);
            x += u16::try_from(symbol.width().max(1)).unwrap();
        }
        out.push_str(row.trim_end());
        out.push('\n');
    }
    out
}

/// The same with a map of its styles below: a letter for each.
fn styled(lines: &[Line], width: u16) -> String {
    let mut styles: Vec<Style> = vec![Style::new()];
    let mut map = String::new();
    for line in lines {
        let mut row = String::new();
        for span in &line.spans {
            let style = line.style.patch(span.style);
            let known = styles.iter().position(|s| *s == style).unwrap_or_else(|| {
                styles.push(style);
                styles.len() - 1
            });
            let letter = ".abcdefghijkl".chars().nth(known).unwrap();
            row.extend(std::iter::repeat_n(letter, span.width()));
        }
        map.push_str(row.trim_end_matches('.'));
        map.push('\n');
    }
    let mut out = format!("{}-- styles\n{map}", screen(lines, width));
    for (style, letter) in styles.iter().zip(".abcdefghijkl".chars()).skip(1) {
        let fg = style.fg.map_or(String::new(), |c| format!(" {c}"));
        writeln!(out, "{letter}:{fg} {:?}", style.add_modifier).unwrap();
    }
    out
}

const THEME: Theme = Theme::colour();

/// Seven cards, as in the example.
const SEVEN: [u32; 11] = [0, 0, 1, 3, 1, 0, 0, 0, 0, 2, 0];
const THIRTY: [u32; 11] = [1, 0, 2, 3, 12, 6, 2, 1, 0, 2, 1];
const ONE: [u32; 11] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];

fn dots(counts: &[u32; 11], told: bool, width: u16, lang: Lang) -> Vec<Line<'static>> {
    sized(counts, told, width, lang, false)
}

/// The same, for the back row where `large`.
fn sized(
    counts: &[u32; 11],
    told: bool,
    width: u16,
    lang: Lang,
    large: bool,
) -> Vec<Line<'static>> {
    let words = Words::new(lang);
    let dots = Dots {
        counts,
        grade: told.then_some(3).filter(|_| counts.iter().sum::<u32>() > 1),
        lines: told.then_some((5, 8)),
        rows: 6,
        large,
        words: &words,
    };
    dots.draw(width, &THEME)
}

#[test]
fn strips() {
    for (lang, width) in [(Lang::En, 80), (Lang::Nl, 60), (Lang::Nl, 120)] {
        let mut out = String::new();
        for (name, counts) in [("0", [0; 11]), ("1", ONE), ("7", SEVEN), ("30", THIRTY)] {
            for told in [false, true] {
                writeln!(out, "== {name} people").unwrap();
                out.push_str(&screen(&dots(&counts, told, width, lang), width));
            }
        }
        insta::assert_snapshot!(format!("strip_{}_{width}", lang.code()), out);
    }
    let mut large = String::new();
    for told in [false, true] {
        large.push_str(&screen(&sized(&SEVEN, told, 120, Lang::En, true), 120));
    }
    insta::assert_snapshot!("strip_large", large);
    insta::assert_snapshot!(
        "strip_styles",
        styled(&dots(&SEVEN, true, 80, Lang::En), 80)
    );
}

/// Would catch a picture that jumps when floor and bar are told.
#[test]
fn the_second_look_moves_no_dot() {
    for width in [0, 20, 33, 44, 56, 80, 120, 300] {
        let all = [[0; 11], ONE, SEVEN, THIRTY, [200; 11]]
            .map(|counts| [false, true].map(|large| (counts, large)));
        for (counts, large) in all.into_iter().flatten() {
            let [first, second] =
                [false, true].map(|told| sized(&counts, told, width, Lang::Nl, large));
            assert_eq!(first.len(), second.len());
            let places = |lines: &[Line]| -> Vec<(usize, usize)> {
                let places = lines.iter().enumerate().flat_map(|(y, line)| {
                    let text = line.to_string();
                    let dots = text
                        .chars()
                        .enumerate()
                        .filter(|(_, c)| "●▟▙▜▛".contains(*c));
                    dots.map(|(x, _)| (x, y)).collect::<Vec<_>>()
                });
                places.collect()
            };
            assert_eq!(places(&first), places(&second));
        }
    }
}

/// Would catch floor and bar whose words run into each other or get lost.
#[test]
fn floor_and_bar_have_their_words_wherever_they_are() {
    for lang in Lang::ALL {
        let words = Words::new(lang);
        for (floor, bar) in (0..=10).flat_map(|floor| (floor + 1..=10).map(move |bar| (floor, bar)))
        {
            let dots = Dots {
                counts: &SEVEN,
                grade: Some(3),
                lines: Some((floor, bar)),
                rows: 6,
                large: false,
                words: &words,
            };
            let top = dots.draw(80, &THEME).first().unwrap().to_string();
            assert_eq!(top.matches('▾').count(), 2, "{floor} {bar}: {top}");
            assert!(top.contains(&words.bar), "{floor} {bar}: {top}");
            assert!(
                top.contains(&words.floor) || floor == 1 || floor == 0,
                "{floor} {bar}: {top}"
            );
        }
    }
}

fn levels(lang: Lang) -> Grid {
    let w = |en: &str, nl: &str| {
        if lang == Lang::En {
            en.to_owned()
        } else {
            nl.to_owned()
        }
    };
    let levels = [
        w("weak", "zwak"),
        w("middle", "midden"),
        w("strong", "sterk"),
    ];
    let mut rows = levels.clone();
    rows.reverse();
    let [stop, again, if_, go] = [
        w("do not proceed", "niet doen"),
        w("redesign", "anders ontwerpen"),
        w("proceed with conditions", "doen, mits"),
        w("proceed", "doen"),
    ];
    Grid {
        caption: w("Need and support together", "Behoefte en draagvlak samen"),
        rows_label: w("Customer need", "Klantbehoefte"),
        columns_label: w("Societal support", "Maatschappelijk draagvlak"),
        columns: levels,
        rows,
        cells: [
            [again.clone(), if_.clone(), go],
            [stop.clone(), again.clone(), if_],
            [stop.clone(), stop, again],
        ],
        lit: Some((0, 1)),
        lit_word: w("here", "hier"),
    }
}

#[test]
fn grids() {
    let mut out = String::new();
    for lang in Lang::ALL {
        for width in [30, 56, 60, 76, 80, 120] {
            writeln!(out, "== {} {width}", lang.code()).unwrap();
            out.push_str(&screen(&grid(&levels(lang), width, &THEME), width));
        }
    }
    insta::assert_snapshot!("grid", out);
    insta::assert_snapshot!(
        "grid_styles",
        styled(&grid(&levels(Lang::En), 76, &THEME), 76)
    );
}

#[test]
fn rails() {
    let names = |lang| match lang {
        Lang::En => [
            "The idea",
            "Relationship",
            "Customer need",
            "Societal support",
            "Apology letter",
            "Law",
            "Verdict",
            "Decision",
        ],
        Lang::Nl => [
            "Het idee",
            "Keuzevrijheid",
            "Klantbehoefte",
            "Maatschappelijk draagvlak",
            "Excuusbrief",
            "Wet",
            "Oordeel",
            "Besluit",
        ],
    };
    let mut out = String::new();
    for lang in Lang::ALL {
        for width in [120, 80, 60, 24, 12, 1] {
            for now in [0, 3, 7] {
                let steps: Vec<_> = names(lang)
                    .iter()
                    .enumerate()
                    .map(|(at, name)| {
                        let state = match at.cmp(&now) {
                            std::cmp::Ordering::Less => RailState::Done,
                            std::cmp::Ordering::Equal => RailState::Now,
                            std::cmp::Ordering::Greater => RailState::ToCome,
                        };
                        ((*name).to_owned(), state)
                    })
                    .collect();
                let line = rail(&steps, width, &THEME);
                write!(out, "{width:>3} {}", screen(&[line], width)).unwrap();
            }
        }
    }
    insta::assert_snapshot!("rail", out);
}

/// An exact clock, and bytes that are never the same twice.
fn outside() -> Outside {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    Outside {
        clock: Box::new(|| "2026-11-23T16:30:00+01:00".into()),
        random: Box::new(|bytes| {
            for chunk in bytes.chunks_mut(8) {
                let next = NEXT.fetch_add(1, Ordering::Relaxed).to_be_bytes();
                chunk.copy_from_slice(&next[8 - chunk.len()..]);
            }
        }),
    }
}

/// The memo of the example, made by the commands that a user would give.
fn example(lang: Lang) -> Memo {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("s.session.toml");
    let file = file.to_str().unwrap();
    let csv = match lang {
        Lang::En => "ing-2014-example-ratings.csv",
        Lang::Nl => "ing-2014-voorbeeld-scores.csv",
    };
    let csv = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("examples")
        .join(csv);
    let csv = csv.to_str().unwrap();
    let commands: [&[&str]; 2] = [
        &[
            "new",
            file,
            "--scenario",
            "ing-2014",
            "--participants",
            "7",
            "--example",
        ],
        &["import", file, "--ratings", csv, "--reveal"],
    ];
    for command in commands {
        let args = ["dear-customer", "--lang", lang.code()];
        let mut world = dear_customer::cli::World {
            stdout: &mut Vec::new(),
            stderr: &mut Vec::new(),
            terminal: false,
            var: &|_| None,
            outside: &outside,
            settings: None,
        };
        let args = args.iter().chain(command).map(OsString::from);
        assert_eq!(
            dear_customer::cli::run(args, &mut world),
            dear_customer::cli::Exit::Fine
        );
    }
    let opened = session::read(Path::new(file)).unwrap();
    let mut memo = memo::build(&opened.host(), &opened.notice, lang);
    // The fingerprint is another in every run.
    memo.footer = "…".into();
    memo.annexes.pop();
    memo
}

#[test]
fn a_whole_memo() {
    for (lang, width) in [
        (Lang::En, 80),
        (Lang::Nl, 60),
        (Lang::Nl, 100),
        (Lang::En, 120),
    ] {
        let lines = blocks::memo(&example(lang), width, &THEME);
        insta::assert_snapshot!(
            format!("memo_{}_{width}", lang.code()),
            screen(&lines, width)
        );
    }
}

#[test]
fn every_kind_of_block() {
    let mut out = String::new();
    for width in [56, 24] {
        writeln!(out, "== {width}").unwrap();
        let blocks = filled("a word, a longer-word and two");
        out.push_str(&screen(
            &blocks::lines(&blocks, width, &THEME, Lang::En),
            width,
        ));
    }
    insta::assert_snapshot!("blocks", out);
    let blocks: Vec<Block> = filled("word")
        .into_iter()
        .filter(|b| !matches!(b, Block::Strip(_) | Block::Grid(_) | Block::Sides(_)))
        .collect();
    insta::assert_snapshot!(
        "blocks_styles",
        styled(&blocks::lines(&blocks, 56, &THEME, Lang::En), 56)
    );
}

#[test]
fn large_letters() {
    let mut out = String::new();
    for (text, width, height) in [
        ("Stop", 80, 20),
        ("Doen, mits", 80, 20),
        ("Not yet to be said", 80, 20),
        ("Geëerde café “€ 5”…", 120, 20),
    ] {
        writeln!(out, "== {text}").unwrap();
        out.push_str(&screen(
            &big(text, width, height, Style::new(), false).unwrap(),
            width,
        ));
    }
    insta::assert_snapshot!("big", out);
    assert_eq!(big("数据", 80, 20, Style::new(), false), None);
    assert_eq!(
        big("Verantwoordelijkheid", 60, 20, Style::new(), false),
        None
    );
    assert_eq!(big("Stop", 80, 3, Style::new(), false), None);
    assert_eq!(big("", 80, 20, Style::new(), false), None);
}

#[test]
fn a_letter_on_the_wall() {
    let letter = |lang| match lang {
        Lang::En => [
            "Example Bank\nAmsterdam, 10 March 2015",
            "Dear customer,",
            "Since March of last year we have read your payments, and those of 8 million others, to let shops make you offers. We did not ask you first.",
            "Our director, 王小明, is sorry.",
        ],
        Lang::Nl => [
            "Voorbeeldbank\nAmsterdam, 10 maart 2015",
            "Beste klant,",
            "Sinds maart vorig jaar hebben wij uw betalingen gelezen, en die van 8 miljoen anderen, om winkels u aanbiedingen te laten doen. Wij hebben u dat niet eerst gevraagd.",
            "Onze directeur, 王小明, biedt excuses aan.",
        ],
    };
    for (lang, width, height) in [(Lang::En, 80, 22), (Lang::Nl, 60, 18), (Lang::Nl, 120, 38)] {
        let mut out = String::new();
        for slide in slides(&letter(lang).map(str::to_owned), width, height, false) {
            assert!(slide.lines.len() <= usize::from(height));
            writeln!(out, "==").unwrap();
            out.push_str(&screen(&slide.lines, width));
        }
        insta::assert_snapshot!(format!("slides_{}_{width}", lang.code()), out);
    }
}

/// A block of each kind with `text` in every place that takes text.
fn filled(text: &str) -> Vec<Block> {
    let s = || text.to_owned();
    let mixed = || {
        vec![
            Span::Text(s()),
            Span::Strong(s()),
            Span::Text(" ".into()),
            Span::Quote(s()),
        ]
    };
    vec![
        Block::Notice(mixed()),
        Block::Heading(3, s()),
        Block::Para(mixed()),
        Block::List(vec![plain(s()), mixed()]),
        Block::Steps(vec![mixed(); 11]),
        Block::Pairs(vec![(s(), mixed()), ("x".into(), plain(s()))]),
        Block::Heading(4, s()),
        Block::Table(Table {
            caption: s(),
            head: vec![s(), s(), s()],
            rows: vec![
                vec![plain(s()), mixed(), plain("1")],
                vec![mixed(), plain("2"), plain(s())],
            ],
            numeric: vec![false, true, true],
        }),
        Block::Headline(Headline {
            label: s(),
            verdict: s(),
            number: Some(1),
            ground: s(),
        }),
        Block::Strip(Strip {
            label: s(),
            counts: SEVEN,
            grade: Some(3),
            marks: vec![(5, s()), (8, s())],
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
        bars(text),
        sides(text),
        Block::Strips(vec![]),
        Block::Moves(Moves {
            label: s(),
            moves: vec![
                Move {
                    from: 3,
                    to: 5,
                    count: 2,
                },
                Move {
                    from: 9,
                    to: 0,
                    count: 1,
                },
            ],
            marks: vec![(5, s()), (8, s())],
            words: s(),
        }),
        Block::Letter(Letter {
            from: s(),
            paragraphs: vec![s(), s()],
        }),
    ]
}

/// Bars of every length.
fn bars(text: &str) -> Block {
    let s = || text.to_owned();
    Block::Bars(Bars {
        caption: s(),
        rows: [
            Fill::Nothing,
            Fill::Share(0.001),
            Fill::Share(0.62),
            Fill::Share(1.0),
            Fill::Count(3),
            Fill::Count(70),
        ]
        .map(|fill| Bar {
            label: s(),
            fill,
            says: s(),
            note: if matches!(fill, Fill::Count(_)) {
                s()
            } else {
                String::new()
            },
            lit: fill == Fill::Nothing,
        })
        .to_vec(),
    })
}

/// Three columns of words and strips.
fn sides(text: &str) -> Block {
    let s = || text.to_owned();
    Block::Sides(Sides {
        caption: s(),
        legend: String::new(),
        heads: vec![s(), s(), s()],
        rows: vec![
            (
                s(),
                vec![
                    Side::Text(vec![Span::Text(s()), Span::Quote(s())]),
                    Side::Text(plain(s())),
                    Side::Text(plain("1")),
                ],
            ),
            (
                s(),
                vec![
                    Side::Strip(Strip {
                        label: s(),
                        counts: SEVEN,
                        grade: Some(3),
                        marks: vec![(5, s()), (8, s())],
                        words: s(),
                    }),
                    Side::Strip(Strip {
                        label: s(),
                        counts: [0, 12, 0, 0, 0, 0, 0, 0, 0, 0, 1],
                        grade: Some(1),
                        marks: Vec::new(),
                        words: s(),
                    }),
                    Side::Text(plain("–")),
                ],
            ),
        ],
    })
}

/// As wide as ratatui draws it: grapheme by grapheme.
fn wide(line: &Line) -> usize {
    let text = line.to_string();
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// Text as people, files and attackers write it.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "(?s).{0,40}",
        "[a-z ,.]{0,120}",
        "[数据🇳🇱e\u{301}\u{202e}\u{200b}\u{1b}\n\t\r –’“-]{0,40}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_line_is_wider_than_the_width(
        text in any_text(),
        width in 0u16..=120,
        height in 0u16..=60,
        counts in proptest::array::uniform11(0u32..40),
        floor in 0u8..=20,
        bar in 0u8..=20,
    ) {
        let mut lines = blocks::lines(&filled(&text), width, &THEME, Lang::Nl);
        lines.extend(wrapped(&text, width, Style::new()));
        let words = Words { floor: text.clone(), bar: text.clone(), grade: text.clone() };
        let dots = Dots { counts: &counts, grade: Some(bar), lines: Some((floor, bar)), rows: height, large: height % 2 == 0, words: &words };
        lines.extend(dots.draw(width, &THEME));
        let states = [RailState::Done, RailState::Now, RailState::ToCome];
        lines.push(rail(&states.map(|state| (text.clone(), state)), width, &THEME));
        lines.extend(big(&text, width, height, Style::new(), false).unwrap_or_default());
        let letter = [text.clone(), "Dear customer.".to_owned()];
        for slide in slides(&letter, width, height, false) {
            prop_assert!(slide.lines.len() <= usize::from(height.max(1)));
            lines.extend(slide.lines);
        }
        lines.extend(LineEdit::new(&text).show(width, height, Style::new()).lines);
        lines.extend(LinesEdit::new(&text).show(width, height, Style::new()).lines);
        for line in &lines {
            prop_assert!(wide(line) <= usize::from(width), "{} > {width}: {line:?}", wide(line));
            let steers = |c: char| c.is_control() || matches!(c, '\u{202e}' | '\u{200b}');
            prop_assert!(!line.to_string().contains(steers), "{line:?}");
        }
        screen(&lines, width);
    }

    /// Would catch a word that wrapping swallows.
    #[test]
    fn wrapping_keeps_every_letter(text in "[a-zé数 \n-]{0,80}", width in 2u16..40) {
        let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let lines = wrapped(&text, width, Style::new());
        let drawn: String = lines.iter().map(ToString::to_string).collect();
        prop_assert_eq!(letters(&drawn), letters(&text));
    }
}
