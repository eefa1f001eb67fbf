//! The written formats: what they look like, and that nothing that people
//! typed steers them.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "common/hostile.rs"]
mod hostile;
#[path = "common/read.rs"]
mod read;

use dear_customer::content::{Instrument, OptionCard, Text};
use dear_customer::lang::Lang;
use dear_customer::memo::cards::{self, Cards};
use dear_customer::memo::tree::{
    Annex, Bar, Bars, Block, Fill, Grid, Headline, Letter, Memo, Move, Moves, Rich, Running, Side,
    Sides, Span, Strip, Table, plain, steps,
};
use dear_customer::memo::{html, md};
use hostile::hostile;
use proptest::prelude::*;
use read::{Seen, read_html, read_md};

/// Everything that a memo can hold, as a board would get it.
#[expect(clippy::too_many_lines, reason = "one memo, from top to bottom")]
fn sample(lang: Lang) -> Memo {
    let w = |en: &str, nl: &str| match lang {
        Lang::En => en.to_owned(),
        Lang::Nl => nl.to_owned(),
    };
    let rich = |en: &str, nl: &str| plain(w(en, nl));
    let strip =
        |en: &str, nl: &str, counts, grade, marks: &[u8], en_words: &str, nl_words: &str| {
            let names = [w("floor", "ondergrens"), w("bar", "lat")];
            Block::Strip(Strip {
                label: w(en, nl),
                counts,
                grade: Some(grade),
                marks: marks.iter().copied().zip(names).collect(),
                words: w(en_words, nl_words),
            })
        };
    let small_strip = |en: &str, nl: &str, counts, grade, (floor, bar)| {
        Side::Strip(Strip {
            label: w(en, nl),
            counts,
            grade: Some(grade),
            marks: vec![(floor, w("floor", "ondergrens")), (bar, w("bar", "lat"))],
            words: w(
                &format!("group score {grade}"),
                &format!("groepsscore {grade}"),
            ),
        })
    };
    let bar = |en: &str, nl: &str, fill, says: &str, lit| Bar {
        label: w(en, nl),
        fill,
        says: says.to_owned(),
        note: String::new(),
        lit,
    };
    let front = vec![
        Block::Notice(rich(
            "This memo is an example; its people and its numbers are made up.",
            "Dit memo is een voorbeeld; de mensen en de getallen zijn verzonnen.",
        )),
        Block::Para(rich(
            "The bank wants to give shops offers that fit what its customers buy elsewhere. It reads their payments for it, and the shops pay for each offer that is taken up. Customers get discounts; who does not want this can switch it off on the website.",
            "De bank wil winkels aanbiedingen laten doen die passen bij wat klanten elders kopen. Daarvoor leest zij hun betalingen, en de winkels betalen voor elke aanbieding die wordt gebruikt. Klanten krijgen korting; wie dit niet wil, zet het uit op de website.",
        )),
        Block::Headline(Headline {
            label: w(
                "Verdict by the rules · option A as proposed",
                "Uitkomst volgens de regels · variant A zoals voorgesteld",
            ),
            verdict: w("Not yet", "Nog niet te zeggen"),
            number: None,
            ground: w(
                "Between do not proceed and redesign; it depends on customer need, where the room is split.",
                "Tussen niet doen en anders ontwerpen; het hangt af van de klantbehoefte, waarover de groep verdeeld is.",
            ),
        }),
        Block::Pairs(vec![
            (
                w("Decision of the board", "Besluit van het bestuur"),
                vec![
                    Span::Strong(w("Not now", "Nu niet")),
                    Span::Text(w(": we reopen this when ", ": we komen hierop terug als ")),
                    Span::Quote(w(
                        "half of a panel of customers asks for it",
                        "de helft van een klantenpanel erom vraagt",
                    )),
                ],
            ),
            (
                w("Apology", "Excuus"),
                rich(
                    "for the whole 3, for how 2, none 2",
                    "voor het geheel 3, voor de manier waarop 2, geen 2",
                ),
            ),
            (
                w("Law", "Recht"),
                rich(
                    "conditional, by the legal owner on 3 March 2014",
                    "onder voorwaarden, door de juridisch eigenaar op 3 maart 2014",
                ),
            ),
        ]),
        strip(
            "Relationship",
            "Relatie",
            [0, 2, 3, 1, 1, 0, 0, 0, 0, 0, 0],
            2,
            &[],
            "Group score 2: captive. 6 of 7 within one point of 2; lowest 1, highest 4; 0 no basis.",
            "Groepsscore 2: aangewezen op ons. 6 van de 7 binnen één punt van 2; laagste 1, hoogste 4; 0 geen oordeel.",
        ),
        Block::Moves(Moves {
            label: w(
                "Customer need, from round 1 to round 2",
                "Klantbehoefte, van ronde 1 naar ronde 2",
            ),
            moves: [(2, 4, 1), (3, 5, 3), (9, 7, 1)]
                .map(|(from, to, count)| Move { from, to, count })
                .to_vec(),
            marks: vec![(5, w("floor", "ondergrens")), (8, w("bar", "lat"))],
            words: w(
                "7 people rated twice: 4 higher, 1 lower, 2 the same.",
                "7 mensen scoorden twee keer: 4 hoger, 1 lager, 2 hetzelfde.",
            ),
        }),
        strip(
            "Customer need",
            "Klantbehoefte",
            [0, 0, 1, 3, 1, 0, 0, 0, 0, 2, 0],
            3,
            &[5, 8],
            "Group score 3: weak. 5 of 7 within one point of 3; lowest 2, highest 9; 0 no basis. Split: 5 of 7 below the floor, 2 of 7 at or above the bar.",
            "Groepsscore 3: zwak. 5 van de 7 binnen één punt van 3; laagste 2, hoogste 9; 0 geen oordeel. Verdeeld: 5 van de 7 onder de ondergrens, 2 van de 7 op of boven de lat.",
        ),
        strip(
            "Societal support",
            "Maatschappelijk draagvlak",
            [1, 1, 3, 1, 0, 0, 0, 0, 0, 0, 0],
            2,
            &[5, 8],
            "Group score 2: weak. 5 of 6 within one point of 2; lowest 0, highest 3; 1 no basis.",
            "Groepsscore 2: zwak. 5 van de 6 binnen één punt van 2; laagste 0, hoogste 3; 1 geen oordeel.",
        ),
        Block::Heading(3, w("What would change it", "Wat dit zou veranderen")),
        Block::List(vec![
            rich(
                "Redesign: two people on customer need, from below 5 to 5 or more.",
                "Anders ontwerpen: twee mensen bij klantbehoefte, van onder de 5 naar 5 of hoger.",
            ),
            rich(
                "With the bars one lower the verdict is the same.",
                "Met de lat één lager is de uitkomst dezelfde.",
            ),
        ]),
        Block::Heading(3, w("We stop when", "We stoppen als")),
        Block::Steps(vec![
            rich(
                "more than 1% of customers has switched it off by 1 September 2014;",
                "op 1 september 2014 meer dan 1% van de klanten het heeft uitgezet;",
            ),
            rich(
                "the supervisor asks us to.",
                "de toezichthouder erom vraagt.",
            ),
        ]),
        Block::Pairs(vec![
            (
                w("Review date", "Herzieningsdatum"),
                rich("1 May 2015", "1 mei 2015"),
            ),
            (
                w("Minority note", "Minderheidsstandpunt"),
                vec![
                    Span::Text("P5: ".into()),
                    Span::Quote(w(
                        "Discounts on what people already buy are worth having.",
                        "Korting op wat mensen toch al kopen is de moeite waard.",
                    )),
                ],
            ),
        ]),
    ];
    let cells = [
        ["redesign", "proceed with conditions", "proceed"],
        ["do not proceed", "redesign", "proceed with conditions"],
        ["do not proceed", "do not proceed", "redesign"],
    ];
    let cells_nl = [
        ["anders ontwerpen", "doen, mits", "doen"],
        ["niet doen", "anders ontwerpen", "doen, mits"],
        ["niet doen", "niet doen", "anders ontwerpen"],
    ];
    let levels = [
        w("weak", "zwak"),
        w("middle", "midden"),
        w("strong", "sterk"),
    ];
    let mut rows = levels.clone();
    rows.reverse();
    let annexes = vec![
        Annex {
            title: w("A. The arithmetic", "A. De rekensom"),
            blocks: vec![
                Block::Grid(Box::new(Grid {
                    caption: w(
                        "Need in combination with support",
                        "Behoefte en draagvlak samen",
                    ),
                    rows_label: w("Customer need", "Klantbehoefte"),
                    columns_label: w("Societal support", "Maatschappelijk draagvlak"),
                    columns: levels,
                    rows,
                    cells: match lang {
                        Lang::En => cells.map(|row| row.map(String::from)),
                        Lang::Nl => cells_nl.map(|row| row.map(String::from)),
                    },
                    lit: Some((2, 0)),
                    lit_word: w("here", "hier"),
                })),
                Block::Heading(3, w("Step by step", "Stap voor stap")),
                Block::Steps(vec![
                    rich(
                        "Relationship: the group score is 2, at most 3, so captive; the bar is 8, the floor 5.",
                        "Relatie: de groepsscore is 2, hoogstens 3, dus aangewezen op ons; de lat is 8, de ondergrens 5.",
                    ),
                    rich(
                        "Customer need: 3 is below 5: weak, 0.",
                        "Klantbehoefte: 3 is lager dan 5: zwak, 0.",
                    ),
                ]),
                Block::Heading(4, w("Agreement", "Eensgezindheid")),
                Block::Table(Table {
                    caption: w("Agreement per assessment", "Eensgezindheid per onderdeel"),
                    head: vec![
                        w("Assessment", "Onderdeel"),
                        w("Round", "Ronde"),
                        w("Answers", "Antwoorden"),
                        "A".into(),
                    ],
                    rows: vec![
                        vec![
                            rich("Customer need", "Klantbehoefte"),
                            plain("1"),
                            plain("7"),
                            rich("0.1", "0,1"),
                        ],
                        vec![
                            rich("Societal support", "Maatschappelijk draagvlak"),
                            plain("1"),
                            plain("6"),
                            rich("0.7", "0,7"),
                        ],
                    ],
                    numeric: vec![false, true, true, true],
                }),
                Block::Bars(Bars {
                    caption: w(
                        "How often each verdict comes out when the answers are drawn again",
                        "Hoe vaak elke uitkomst volgt als de antwoorden opnieuw worden getrokken",
                    ),
                    rows: vec![
                        bar(
                            "do not proceed",
                            "niet doen",
                            Fill::Share(0.618),
                            "62%",
                            true,
                        ),
                        bar(
                            "redesign",
                            "anders ontwerpen",
                            Fill::Share(0.377),
                            "38%",
                            false,
                        ),
                        bar(
                            "proceed with conditions",
                            "doen, mits",
                            Fill::Share(0.005),
                            "0.5%",
                            false,
                        ),
                        bar("proceed", "doen", Fill::Share(0.0), "0%", false),
                    ],
                }),
                Block::Bars(Bars {
                    caption: w(
                        "How many answers away each verdict is",
                        "Hoeveel antwoorden elke uitkomst ver weg is",
                    ),
                    rows: vec![
                        Bar {
                            says: w("holds", "geldt"),
                            ..bar("do not proceed", "niet doen", Fill::Nothing, "", true)
                        },
                        Bar {
                            says: w("two answers away", "twee antwoorden ver"),
                            note: w(
                                "Two people on customer need, from below 5 to 5 or more.",
                                "Twee mensen bij klantbehoefte, van onder de 5 naar 5 of hoger.",
                            ),
                            ..bar("redesign", "anders ontwerpen", Fill::Count(2), "", false)
                        },
                        Bar {
                            says: w("seven answers away", "zeven antwoorden ver"),
                            note: w(
                                "Three people on customer need, and four on societal support, from below 8 to 8 or more.",
                                "Drie mensen bij klantbehoefte en vier bij maatschappelijk draagvlak, van onder de 8 naar 8 of hoger.",
                            ),
                            ..bar(
                                "proceed with conditions",
                                "doen, mits",
                                Fill::Count(7),
                                "",
                                false,
                            )
                        },
                        Bar {
                            says: w("out of reach", "buiten bereik"),
                            ..bar("proceed", "doen", Fill::Nothing, "", false)
                        },
                    ],
                }),
            ],
        },
        Annex {
            title: w("B. The options", "B. De varianten"),
            blocks: vec![Block::Sides(Sides {
                caption: w("The options beside each other", "De varianten naast elkaar"),
                legend: w("┊ floor, ┃ bar", "┊ ondergrens, ┃ lat"),
                heads: vec![
                    w("A. As proposed", "A. Zoals voorgesteld"),
                    w("B. Only for who asks", "B. Alleen voor wie erom vraagt"),
                    w("C. Own products only", "C. Alleen eigen producten"),
                ],
                rows: vec![
                    (
                        w("Verdict", "Uitkomst"),
                        vec![
                            Side::Text(vec![Span::Strong(w("do not proceed", "niet doen"))]),
                            Side::Text(vec![Span::Strong(w(
                                "proceed with conditions",
                                "doen, mits",
                            ))]),
                            Side::Text(rich(
                                "not yet: customer need is split",
                                "nog niet te zeggen: de groep is verdeeld over de klantbehoefte",
                            )),
                        ],
                    ),
                    (
                        w("Customer need", "Klantbehoefte"),
                        vec![
                            small_strip(
                                "Customer need",
                                "Klantbehoefte",
                                [0, 0, 1, 3, 1, 0, 0, 0, 0, 2, 0],
                                3,
                                (5, 8),
                            ),
                            small_strip(
                                "Customer need",
                                "Klantbehoefte",
                                [0, 0, 0, 0, 0, 0, 1, 2, 3, 1, 0],
                                8,
                                (5, 8),
                            ),
                            small_strip(
                                "Customer need",
                                "Klantbehoefte",
                                [1, 0, 0, 2, 0, 0, 0, 1, 0, 0, 3],
                                7,
                                (5, 8),
                            ),
                        ],
                    ),
                    (
                        w("Societal support", "Maatschappelijk draagvlak"),
                        vec![
                            small_strip(
                                "Societal support",
                                "Maatschappelijk draagvlak",
                                [1, 1, 3, 1, 0, 0, 0, 0, 0, 0, 0],
                                2,
                                (4, 7),
                            ),
                            small_strip(
                                "Societal support",
                                "Maatschappelijk draagvlak",
                                [0, 0, 0, 0, 2, 14, 22, 31, 9, 0, 0],
                                7,
                                (4, 7),
                            ),
                            Side::Text(rich("not rated", "niet gescoord")),
                        ],
                    ),
                ],
            })],
        },
        Annex {
            title: w("C. A large room", "C. Een grote groep"),
            blocks: vec![strip(
                "Customer need",
                "Klantbehoefte",
                [0, 1, 4, 9, 14, 21, 17, 12, 8, 3, 1],
                5,
                &[4, 7],
                "Group score 5: middle. 52 of 90 within one point of 5.",
                "Groepsscore 5: midden. 52 van de 90 binnen één punt van 5.",
            )],
        },
        Annex {
            title: w("D. The apology letter", "D. De excuusbrief"),
            blocks: vec![
                Block::Para(rich(
                    "Written before the decision, dated a year ahead.",
                    "Geschreven vóór het besluit, een jaar vooruit gedateerd.",
                )),
                Block::Letter(Letter {
                    from: w("Example Bank", "Voorbeeldbank"),
                    paragraphs: vec![
                        w("Amsterdam, 10 March 2015", "Amsterdam, 10 maart 2015"),
                        w("Dear customer,", "Beste klant,"),
                        w(
                            "Since March of last year we have read your payments, and those of 8 million others, to let shops make you offers. We did not ask you first.",
                            "Sinds maart vorig jaar hebben wij uw betalingen gelezen, en die van 8 miljoen anderen, om winkels u aanbiedingen te laten doen. Wij hebben u dat niet eerst gevraagd.",
                        ),
                        w(
                            "We apologise for treating what you trusted us with as ours to sell.",
                            "Wij bieden onze excuses aan: wat u ons toevertrouwde, behandelden wij als iets van ons om te verkopen.",
                        ),
                        w(
                            "The board of Example Bank",
                            "Het bestuur van de Voorbeeldbank",
                        ),
                    ],
                }),
            ],
        },
    ];
    Memo {
        lang,
        running: Running {
            organisation: w("Example Bank", "Voorbeeldbank"),
            classification: w("Confidential", "Vertrouwelijk"),
            ..Running::default()
        },
        title: w(
            "Payments for offers: a decision memo",
            "Betalingen voor aanbiedingen: een beslismemo",
        ),
        subtitle: w(
            "Example Bank · 3 March 2014 · P1 to P7, with a facilitator",
            "Voorbeeldbank · 3 maart 2014 · P1 tot en met P7, met een gespreksleider",
        ),
        front,
        annexes,
        footer: w(
            "Session 01HZ · event 41 · 9f2c 77e1 · Dear Customer 0.1.0",
            "Sessie 01HZ · gebeurtenis 41 · 9f2c 77e1 · Dear Customer 0.1.0",
        ),
    }
}

/// A memo with `text` in every place that takes text.
#[expect(clippy::too_many_lines, reason = "one of each kind")]
fn filled(text: &str) -> Memo {
    let s = || text.to_owned();
    let mixed = || -> Rich {
        vec![
            Span::Text(s()),
            Span::Text(" ".into()),
            Span::Strong(s()),
            Span::Text(" ".into()),
            Span::Quote(s()),
            Span::Strong(s()),
        ]
    };
    let blocks = vec![
        Block::Heading(3, s()),
        Block::Para(plain(s())),
        Block::Para(vec![Span::Strong(s())]),
        Block::Para(mixed()),
        Block::List(vec![plain(s()), mixed()]),
        Block::List(vec![plain(s())]),
        Block::Steps(vec![plain(s()), mixed()]),
        Block::Steps(vec![plain(s())]),
        Block::Pairs(vec![(s(), mixed())]),
        Block::Table(Table {
            caption: s(),
            head: vec![s(), s()],
            rows: vec![vec![plain(s()), mixed()], vec![mixed(), plain(s())]],
            numeric: vec![false, true],
        }),
        Block::Headline(Headline {
            label: s(),
            verdict: s(),
            number: Some(1),
            ground: s(),
        }),
        Block::Strip(Strip {
            label: s(),
            counts: [1; 11],
            grade: Some(5),
            marks: vec![(3, s()), (6, s())],
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
            rows: FILLS
                .into_iter()
                .map(|(fill, _, lit)| Bar {
                    label: s(),
                    fill,
                    says: s(),
                    note: if lit { String::new() } else { s() },
                    lit,
                })
                .collect(),
        }),
        Block::Sides(Sides {
            caption: s(),
            legend: String::new(),
            heads: vec![s(), s()],
            rows: vec![
                (s(), vec![Side::Text(plain(s())), Side::Text(mixed())]),
                (
                    s(),
                    vec![
                        Side::Text(mixed()),
                        Side::Strip(Strip {
                            label: s(),
                            counts: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
                            grade: None,
                            marks: vec![(3, s()), (6, s())],
                            words: s(),
                        }),
                    ],
                ),
            ],
        }),
        Block::Strips(
            [1, 2]
                .map(|given| Strip {
                    label: s(),
                    counts: [given; 11],
                    grade: Some(5),
                    marks: vec![(3, s()), (6, s())],
                    words: s(),
                })
                .to_vec(),
        ),
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
            marks: vec![(3, s()), (6, s())],
            words: s(),
        }),
        Block::Letter(Letter {
            from: s(),
            paragraphs: vec![s(), s()],
        }),
        Block::Notice(mixed()),
        Block::Heading(4, s()),
    ];
    Memo {
        lang: Lang::En,
        running: Running {
            organisation: s(),
            classification: s(),
            ..Running::default()
        },
        title: s(),
        subtitle: s(),
        front: blocks.clone(),
        annexes: vec![Annex { title: s(), blocks }],
        footer: s(),
    }
}

/// The bars of [`filled`], what Markdown draws of each in the width of all,
/// and whether it is lit.
const FILLS: [(Fill, &str, bool); 4] = [
    (Fill::Share(0.5), "████████████            ", true),
    (Fill::Count(2), "○○                      ", false),
    (Fill::Count(40), "○×40                    ", false),
    (Fill::Nothing, "                        ", false),
];

/// What each block of [`filled`] reads, in the order of the Markdown.
fn texts_of_filled(text: &str) -> Vec<String> {
    let line = text.replace('\n', " ");
    let flow = |text: String| text.trim_matches('\n').to_owned();
    let mixed = format!("{text} {text} “{text}”{text}");
    let mixed_line = mixed.replace('\n', " ");
    let grid_row = |lit: bool| {
        let middle = if lit {
            format!("● {line} ({line})")
        } else {
            line.clone()
        };
        [line.clone(), line.clone(), middle, line.clone()]
    };
    let mut blocks = vec![line.clone(), flow(text.to_owned()), flow(text.to_owned())];
    blocks.extend([
        flow(mixed.clone()),
        flow(text.to_owned()),
        flow(mixed.clone()),
    ]);
    blocks.push(flow(text.to_owned()));
    blocks.extend([
        flow(text.to_owned()),
        flow(mixed.clone()),
        flow(text.to_owned()),
    ]);
    blocks.push(flow(format!("{text}: {mixed}")));
    blocks.extend([flow(text.to_owned()), line.clone(), line.clone()]);
    blocks.extend([
        line.clone(),
        mixed_line.clone(),
        mixed_line.clone(),
        line.clone(),
    ]);
    blocks.extend([
        flow(text.to_owned()),
        flow(format!("○●○○ {text}")),
        flow(text.to_owned()),
    ]);
    blocks.extend([
        flow(format!("{text} · group score 5")),
        flow(text.to_owned()),
    ]);
    blocks.push(flow(text.to_owned()));
    blocks.extend([
        format!("{line} ↓ {line} →"),
        line.clone(),
        line.clone(),
        line.clone(),
    ]);
    blocks.extend([grid_row(true), grid_row(false), grid_row(false)].concat());
    blocks.push(flow(text.to_owned()));
    blocks.extend([(); 3].map(|()| flow(format!("{text}: {text}"))));
    blocks.push(flow(text.to_owned()));
    blocks.extend([String::new(), line.clone(), line.clone()]);
    blocks.extend([line.clone(), line.clone(), mixed_line.clone()]);
    blocks.extend([
        line.clone(),
        mixed_line.clone(),
        format!("·12┊345┃6789+ {line}"),
    ]);
    // Two strips, the moves, the letter.
    let strip = [
        flow(format!("{text} · group score 5")),
        flow(text.to_owned()),
    ];
    blocks.extend([strip.clone(), strip].concat());
    blocks.extend([(); 2 + 3].map(|()| flow(text.to_owned())));
    blocks.push(flow(format!("Note: {mixed}")));
    blocks.push(line.clone());
    let running = flow(format!("{text} · {text}"));
    let mut all = vec![running.clone(), line.clone(), flow(text.to_owned())];
    all.extend(blocks.clone());
    all.push(line);
    all.extend(blocks);
    all.extend([flow(text.to_owned()), running]);
    all
}

/// What the bars of [`filled`] look like in Markdown.
fn picture_of_filled(text: &str) -> String {
    let text = text.replace('\n', " ");
    let line = |(_, bar, lit): (Fill, &str, bool)| {
        let sign = if lit { '●' } else { ' ' };
        let line = format!("{sign} {text}  {bar}  {text}");
        format!("{}\n", line.trim_end_matches(' '))
    };
    FILLS.map(line).concat()
}

#[test]
fn markdown_gives_every_text_back_and_no_markup_but_ours() {
    let nodes = read_md(&md::render(&filled("x"))).nodes;
    for text in hostile() {
        let source = md::render(&filled(&text));
        let seen = read_md(&source);
        assert_eq!(seen.texts, texts_of_filled(&text), "{text:?}\n{source}");
        assert_eq!(seen.nodes, nodes, "{text:?}\n{source}");
        // A strip, the bars, two strips and the moves; on page one and in the
        // annex.
        let [_, bars, _, _, _, _, more, _, _, _] = &seen.pictures[..] else {
            panic!("{source}");
        };
        assert_eq!([bars, more], [&picture_of_filled(&text); 2], "{source}");
    }
}

#[test]
fn markdown_stays_readable_where_nothing_threatens() {
    let text = "Well-known (R&D), 3 - 2 = 1; 5 < 6 > 4. No. 7: a_b, #1 + 2! \"Yes\" – it’s 1.5%.";
    assert!(md::render(&filled(text)).contains(&format!("\n\n{text}\n\n")));
}

#[test]
fn html_gives_every_text_back_and_no_markup_but_ours() {
    for text in hostile() {
        let seen = read_html(&html::render(&filled(&text)));
        let count = |wanted: &str| seen.texts.iter().filter(|t| *t == wanted).count();
        let plain = read_html(&html::render(&filled("x y")));
        let plain_count = plain.texts.iter().filter(|t| *t == "x y").count();
        assert_eq!(count(&text), plain_count, "{text:?}");
        assert_eq!(seen.nodes, plain.nodes, "{text:?}");
    }
}

#[test]
fn line_breaks_stay_where_there_is_room_for_them() {
    let text = "# one\n\n- two\n    three \n---\n1. four\\\n=";
    let seen = read_md(&md::render(&filled(text)));
    assert_eq!(seen.texts, texts_of_filled(text));
    assert_eq!(seen.nodes, read_md(&md::render(&filled("x"))).nodes);
    let seen = read_html(&html::render(&filled(text)));
    assert!(seen.texts.iter().any(|t| t == text));
}

#[test]
fn control_characters_are_left_out() {
    let memo = filled("a\u{0}b\u{1b}[31mc\td\r\ne\rf");
    let seen = read_md(&md::render(&memo));
    assert_eq!(seen.texts, texts_of_filled("ab[31mc d\ne\nf"));
    let seen = read_html(&html::render(&memo));
    assert!(seen.texts.iter().any(|t| t == "ab[31mc d\ne\nf"));
}

/// Short texts from pieces that mean something to a parser. No `@`: GitHub
/// makes a link of an e-mail address after it has resolved the escapes.
fn hostile_text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "\\", "`", "*", "_", "[", "]", "(", ")", "<", ">", "#", "+", "-", "=", "~", "|", "&", ";",
        ":", "!", "\"", "'", ".", ",", "/", "?", "^", "$", "{", "}", "%", "\n", " ", "  ", "    ",
        "a", "W", "1", "9", "0", "é", "\u{301}", "Ⓐ", "“", "—", "\u{a0}", "www.", "http://",
        "ftp:", "&lt;", "&#35;", "<b>", "</p>", "<!--", "]]>", "[x]", "![", "](", "---", "```",
        "**", "__",
    ]);
    prop::collection::vec(pieces, 0..8).prop_map(|pieces| pieces.concat())
}

/// A small memo that puts three texts where each place begins, joins and ends.
fn small(a: &str, b: &str, c: &str) -> Memo {
    let mixed = || {
        vec![
            Span::Text(a.to_owned()),
            Span::Strong(b.to_owned()),
            Span::Quote(c.to_owned()),
        ]
    };
    Memo {
        lang: Lang::Nl,
        running: Running::default(),
        title: format!("x{a}"),
        subtitle: "x".into(),
        front: vec![
            Block::Heading(4, format!("{b}x")),
            Block::Para(mixed()),
            Block::List(vec![vec![
                Span::Text(a.to_owned()),
                Span::Strong(b.to_owned()),
                Span::Text(format!("x{c}")),
            ]]),
            Block::Table(Table {
                caption: "x".into(),
                head: vec![a.to_owned()],
                rows: vec![vec![mixed()]],
                numeric: vec![],
            }),
            Block::Bars(Bars {
                caption: "x".into(),
                rows: vec![Bar {
                    label: a.to_owned(),
                    fill: Fill::Count(1),
                    says: b.to_owned(),
                    note: format!("x{c}"),
                    lit: true,
                }],
            }),
            Block::Sides(Sides {
                caption: "x".into(),
                legend: String::new(),
                heads: vec![a.to_owned()],
                rows: vec![(
                    b.to_owned(),
                    vec![Side::Strip(Strip {
                        label: a.to_owned(),
                        counts: [0; 11],
                        grade: None,
                        marks: vec![],
                        words: c.to_owned(),
                    })],
                )],
            }),
            Block::Letter(Letter {
                from: String::new(),
                paragraphs: vec![format!("{c}x")],
            }),
        ],
        annexes: vec![],
        footer: "x".into(),
    }
}

/// What each block of [`small`] reads.
fn texts_of_small(a: &str, b: &str, c: &str) -> [String; 17] {
    let flow = |text: String| text.trim_matches('\n').to_owned();
    let line = |text: String| text.replace('\n', " ");
    let mixed = format!("{a}{b}“{c}”");
    [
        line(format!("x{a}")),
        "x".into(),
        line(format!("{b}x")),
        flow(mixed.clone()),
        flow(format!("{a}{b}x{c}")),
        "x".into(),
        line(a.into()),
        line(mixed),
        "x".into(),
        flow(format!("{a}: x{c}")),
        "x".into(),
        String::new(),
        line(a.into()),
        line(b.into()),
        line(match c {
            "" => "···········".into(),
            words => format!("··········· {words}"),
        }),
        flow(format!("{c}x")),
        "x".into(),
    ]
}

#[test]
fn emphasis_stays_ours_where_texts_meet() {
    for (a, b, c) in [
        ("x", "_y_", "z"),
        ("x_", "y", "_z"),
        ("*", "*", "*"),
        ("&am", "p;", ""),
        ("www", ".", "example"),
        ("x ", " y ", " z"),
        ("x", "(y)", "z"),
        ("x", "", "z"),
    ] {
        let source = md::render(&small(a, b, c));
        let seen = read_md(&source);
        assert_eq!(seen.texts, texts_of_small(a, b, c), "{source}");
        assert_eq!(
            seen.nodes,
            read_md(&md::render(&small("x", "x", "x"))).nodes
        );
    }
}

#[test]
fn lists_in_a_row_stay_apart() {
    let mut memo = small("x", "x", "x");
    let items = || vec![plain("x")];
    memo.front = vec![
        Block::List(items()),
        Block::List(items()),
        Block::Pairs(vec![("x".into(), plain("x"))]),
        Block::Steps(items()),
        Block::Steps(items()),
    ];
    let nodes = read_md(&md::render(&memo)).nodes;
    assert_eq!(nodes.iter().filter(|n| *n == "1 list").count(), 5);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn no_text_steers_markdown(a in hostile_text(), b in hostile_text(), c in hostile_text()) {
        let source = md::render(&small(&a, &b, &c));
        let seen = read_md(&source);
        prop_assert_eq!(seen.texts, texts_of_small(&a, &b, &c), "{}", source);
        prop_assert_eq!(seen.nodes, read_md(&md::render(&small("x", "x", "x"))).nodes, "{}", source);
    }

    #[test]
    fn no_text_steers_html(a in hostile_text(), b in hostile_text(), c in hostile_text()) {
        let seen = read_html(&html::render(&small(&a, &b, &c)));
        for text in [&a, &b, &format!("“{c}”"), &format!("{a}{b}“{c}”"), &format!("{c}x")] {
            prop_assert!(seen.texts.contains(text));
        }
        prop_assert_eq!(seen.nodes, read_html(&html::render(&small("x", "x", "x"))).nodes);
    }
}

#[test]
fn a_memo_in_both_languages() {
    for lang in Lang::ALL {
        let memo = sample(lang);
        let (markdown, page) = (md::render(&memo), html::render(&memo));
        read_md(&markdown);
        read_html(&page);
        keep(&format!("memo-{}.html", lang.code()), &page);
        insta::assert_snapshot!(format!("memo_md_{}", lang.code()), markdown);
        insta::assert_snapshot!(format!("memo_html_{}", lang.code()), page);
    }
}

#[test]
fn a_word_without_end_is_kept_whole() {
    let word = "x".repeat(5000);
    let page = html::render(&filled(&word));
    keep("long.html", &page);
    assert!(page.contains(&format!("<h1>{word}</h1>")));
    assert!(page.contains("overflow-wrap: anywhere"));
}

/// Writes a page to the folder `RENDER_DIR`, where it is set, to be looked at.
fn keep(name: &str, page: &str) {
    if let Some(folder) = std::env::var_os("RENDER_DIR") {
        std::fs::write(std::path::Path::new(&folder).join(name), page).unwrap();
    }
}

#[test]
fn a_headline_shows_its_place_among_the_four_or_none() {
    for (number, sign, lit) in [
        (None, "○○○○", 0),
        (Some(0), "●○○○", 1),
        (Some(3), "○○○●", 1),
    ] {
        let mut memo = sample(Lang::En);
        memo.front = vec![Block::Headline(Headline {
            label: "Verdict".into(),
            verdict: "So".into(),
            number,
            ground: "For this.".into(),
        })];
        memo.annexes.clear();
        assert!(md::render(&memo).contains(&format!("{sign} **So**")));
        keep(&format!("headline{lit}.html"), &html::render(&memo));
        let page = html::render(&memo);
        assert_eq!(count(&page, "class=\"f-on-accent bold\""), lit);
    }
}

#[test]
fn a_compact_strip_is_a_sign_for_each_rating() {
    let compact = |counts, marks: &[u8]| {
        let strip = Strip {
            label: String::new(),
            counts,
            grade: None,
            marks: marks.iter().map(|&mark| (mark, String::new())).collect(),
            words: String::new(),
        };
        strip.compact()
    };
    let counts = [0, 1, 0, 9, 10, 11, 400, 0, 0, 0, 2];
    assert_eq!(compact(counts, &[]), "·1·9+++···2");
    assert_eq!(compact(counts, &[5]), "·1·9+++···2");
    assert_eq!(compact(counts, &[4, 7]), "·1·9┊+++┃···2");
    assert_eq!(compact(counts, &[0, 10]), "┊·1·9+++···┃2");
    assert_eq!(compact(counts, &[3, 3]), "·1·┊┃9+++···2");
    assert_eq!(compact([0; 11], &[0, 200]), "┊··········┃·");
}

#[test]
fn a_bar_is_as_long_as_it_says() {
    for (share, length) in [
        (0.0, 0),
        (1e-9, 1),
        (0.04, 1),
        (0.06, 1),
        (0.07, 2),
        (0.5, 12),
        (0.99, 24),
        (1.0, 24),
        (7.0, 24),
        (-1.0, 0),
        (f64::NAN, 0),
    ] {
        assert_eq!(steps(share, 24), length, "{share}");
    }
    let one = |fill| {
        let mut memo = small("x", "x", "x");
        memo.front = vec![Block::Bars(Bars {
            caption: "x".into(),
            rows: vec![Bar {
                label: "label".into(),
                fill,
                says: "says".into(),
                note: String::new(),
                lit: false,
            }],
        })];
        let page = html::render(&memo);
        let page = page.split_once("<td class=\"bar\">").unwrap().1;
        let picture = page.split_once("</td>").unwrap().0.to_owned();
        let mut seen = read_md(&md::render(&memo));
        (seen.pictures.remove(0), picture)
    };
    for (fill, bar) in [
        (Fill::Nothing, String::new()),
        (Fill::Share(0.0), " ".repeat(24)),
        (Fill::Share(1e-9), format!("█{}", " ".repeat(23))),
        (Fill::Share(1.0), "█".repeat(24)),
        (Fill::Count(0), String::new()),
        (Fill::Count(24), "○".repeat(24)),
        (Fill::Count(25), "○×25".into()),
        (Fill::Count(40), "○×40".into()),
    ] {
        assert_eq!(one(fill).0, format!("  label  {bar}  says\n"));
    }
    for (fill, circles) in [(0, 0), (1, 1), (30, 30), (31, 1), (40, 1)] {
        let picture = one(Fill::Count(fill)).1;
        assert_eq!(count(&picture, "<circle"), circles, "{picture}");
        assert_eq!(picture.contains(&format!("×{fill}<")), fill > 30);
    }
    assert_eq!(one(Fill::Nothing).1, "");
    assert_eq!(one(Fill::Count(0)).1, "");
    for (share, length) in [(0.0, 0), (1e-9, 2), (0.5, 100), (1.0, 200)] {
        let picture = one(Fill::Share(share)).1;
        assert_eq!(count(&picture, "<rect"), 2);
        assert!(
            picture.contains(&format!("width=\"{length}\"")),
            "{picture}"
        );
    }
}

#[test]
fn bars_have_a_column_for_notes_where_there_is_one() {
    let mut memo = small("x", "x", "x");
    let rows = |page: &str| {
        let page = page.split_once("<table class=\"bars\">").unwrap().1;
        let table = page.split_once("</table>").unwrap().0.to_owned();
        (count(&table, "<tr"), count(&table, "<td"))
    };
    let bar = |note: &str, lit| Bar {
        label: "x".into(),
        fill: Fill::Share(0.3),
        says: "30%".into(),
        note: note.into(),
        lit,
    };
    for (note, cells) in [("", 4), ("so", 6)] {
        memo.front = vec![Block::Bars(Bars {
            caption: "x".into(),
            rows: vec![bar("", true), bar(note, false)],
        })];
        let page = html::render(&memo);
        assert_eq!(rows(&page), (2, cells));
        assert_eq!(count(&page, "<tr class=\"lit\">"), 1);
        assert_eq!(count(&page, "●"), 1);
    }
}

fn instrument() -> Instrument {
    toml::from_str(include_str!("fixtures/instrument.toml")).unwrap()
}

fn options() -> Vec<OptionCard> {
    let option = |id: &str, en: &str, nl: &str, changes_service| OptionCard {
        id: id.into(),
        name: Text {
            en: en.into(),
            nl: nl.into(),
        },
        summary: Text::same("x"),
        changes_service,
        invented: true,
        legal: None,
    };
    vec![
        option("a", "as proposed", "zoals voorgesteld", false),
        option(
            "b",
            "only for {people} who ask",
            "alleen voor {people} die erom vragen",
            false,
        ),
    ]
}

fn print(lang: Lang, together: bool, seats: &[&str], options: &[OptionCard]) -> String {
    let instrument = instrument();
    let people = Text {
        en: "customers".into(),
        nl: "klanten".into(),
    };
    let seats: Vec<String> = seats.iter().map(ToString::to_string).collect();
    cards::render(&Cards {
        lang,
        title: match lang {
            Lang::En => "Payments for offers",
            Lang::Nl => "Betalingen voor aanbiedingen",
        },
        organisation: match lang {
            Lang::En => "Example Bank",
            Lang::Nl => "Voorbeeldbank",
        },
        people: &people,
        instrument: &instrument,
        options,
        seats: &seats,
        together,
        forecast: true,
    })
}

fn count(page: &str, part: &str) -> usize {
    page.matches(part).count()
}

#[test]
fn cards_in_both_languages() {
    for lang in Lang::ALL {
        let page = print(lang, false, &["P1", "Bram"], &options());
        read_html(&page);
        keep(&format!("cards-{}.html", lang.code()), &page);
        let quick = print(lang, true, &["P1"], &options());
        keep(&format!("cards-together-{}.html", lang.code()), &quick);
        insta::assert_snapshot!(format!("cards_{}", lang.code()), page);
    }
}

#[test]
fn each_seat_gets_one_card_for_each_assessment_and_option_two_to_a_page() {
    let page = print(Lang::En, false, &["P1", "P2", "P3"], &options());
    assert_eq!(count(&page, "<section class=\"card\""), 3 * 7);
    assert_eq!(count(&page, "<div class=\"sheet\">"), 3 * 4);
    assert_eq!(count(&page, "<h3>Relationship</h3>"), 3);
    assert_eq!(count(&page, "The service itself"), 3);

    let mut changed = options();
    changed[1].changes_service = true;
    let page = print(Lang::En, false, &["P1"], &changed);
    assert_eq!(count(&page, "<h3>Relationship</h3>"), 2);
    assert_eq!(count(&page, "Option B: only for customers who ask</h2>"), 4);
}

#[test]
fn a_quickscan_has_its_three_scales_on_one_card() {
    let page = print(Lang::Nl, true, &["P1"], &options());
    read_html(&page);
    assert_eq!(count(&page, "<div class=\"sheet tall\">"), 2);
    assert_eq!(count(&page, "<div class=\"sheet\">"), 2);
    assert_eq!(count(&page, "<div class=\"score\">"), 3 + 2);
}

#[test]
fn without_seats_there_is_one_pile_to_write_a_name_on() {
    let page = print(Lang::En, false, &[], &options()[..1]);
    read_html(&page);
    assert_eq!(count(&page, "Participant <span class=\"blank\"></span>"), 4);
}

#[test]
fn no_card_shows_bar_or_floor_or_asks_for_the_legal_state() {
    for lang in Lang::ALL {
        let page = print(lang, false, &["P1"], &options());
        let texts = read_html(&page).texts.concat().to_lowercase();
        for word in [
            "floor",
            "ondergrens",
            " bar ",
            " lat ",
            "never on a card",
            "nooit op een kaart",
        ] {
            assert!(!texts.contains(word), "{word}");
        }
    }
}

#[test]
fn nothing_typed_steers_the_cards() {
    let render = |text: &str| {
        let people = Text::same(text);
        let mut instrument = instrument();
        for sheet in &mut instrument.assessments {
            sheet.question = Text::same(text);
            sheet
                .questions
                .iter_mut()
                .for_each(|q| q.text = Text::same(text));
            sheet
                .anchors
                .iter_mut()
                .for_each(|a| a.text = Text::same(text));
        }
        let mut options = options();
        for option in &mut options {
            option.name = Text::same(text);
        }
        cards::render(&Cards {
            lang: Lang::En,
            title: text,
            organisation: text,
            people: &people,
            instrument: &instrument,
            options: &options,
            seats: &[text.to_owned()],
            together: false,
            forecast: false,
        })
    };
    let plain = read_html(&render("x y"));
    let count = |seen: &Seen, text: &str| seen.texts.iter().filter(|t| *t == text).count();
    for text in hostile() {
        let seen = read_html(&render(&text));
        assert_eq!(count(&seen, &text), count(&plain, "x y"), "{text:?}");
        assert_eq!(seen.nodes, plain.nodes);
    }
}
