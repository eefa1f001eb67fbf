//! The sentences that say what the rules found, for nobody, one, two and many
//! people, in both languages: read as a board would.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use dear_customer::{
    lang::Lang,
    memo::{change, words},
    method::{
        Answer, Apology, Assessment, DRAWS, Legal, Panel, Policy, Rating, Row, SEED, Scored, Tally,
        assess, left_out, one_answer_changes, robustness,
    },
    session::{Again, OptionResult},
};
use std::fmt::Write;

/// A room: what each answered on relationship, need, support and the apology,
/// `-` no basis, `x` recused.
struct Room {
    about: &'static str,
    answers: [&'static str; 4],
    legal: Legal,
}

const fn room(about: &'static str, answers: [&'static str; 4], legal: Legal) -> Room {
    Room {
        about,
        answers,
        legal,
    }
}

const ROOMS: &[Room] = &[
    room("nobody has a basis", ["- - -"; 4], Legal::Clear),
    room("everyone is recused", ["x x x"; 4], Legal::Clear),
    room("one, for the whole", ["2", "3", "6", "w"], Legal::Clear),
    room("one, for how", ["8", "8", "8", "h"], Legal::Clear),
    room("one, glad", ["9", "8", "7", "n"], Legal::Clear),
    room("one, the law is open", ["9", "8", "7", "n"], Legal::Open),
    room("one of five", ["- - 4 - -"; 4], Legal::Clear),
    room(
        "two of five",
        ["5 5 5 5 5", "- 7 - 7 x", "- 2 - 9 -", "n n n n n"],
        Legal::Clear,
    ),
    room("two alike", ["8 8", "8 8", "7 7", "n n"], Legal::Clear),
    room("two apart", ["8 8", "2 9", "7 8", "n h"], Legal::Clear),
    room(
        "three, one of them apart",
        ["5 5 6", "3 7 8", "7 7 7", "n n w"],
        Legal::Conditional,
    ),
    room(
        "seven, split on need",
        [
            "2 3 2 2 1 3 2",
            "3 9 2 3 4 3 9",
            "6 7 6 5 6 6 7",
            "w w h n h n h",
        ],
        Legal::Conditional,
    ),
    room(
        "seven, some for how",
        [
            "8 8 9 8 7 8 8",
            "8 8 9 8 8 8 9",
            "8 7 8 8 8 8 7",
            "n h n h n h n",
        ],
        Legal::Clear,
    ),
    room(
        "seven, some for the whole",
        [
            "2 3 2 2 1 3 2",
            "9 9 9 8 8 9 9",
            "9 9 8 8 9 9 9",
            "w w n n n n n",
        ],
        Legal::Clear,
    ),
    room(
        "seven, prohibited",
        [
            "8 8 9 8 7 8 8",
            "8 8 9 8 8 8 9",
            "8 7 8 8 8 8 7",
            "n n n n n n n",
        ],
        Legal::Blocked,
    ),
    room(
        "seven, split on the relationship",
        [
            "2 2 8 8 5 9 1",
            "6 7 6 6 6 7 6",
            "7 8 7 7 8 8 -",
            "n n n n h n n",
        ],
        Legal::Clear,
    ),
    room(
        "seven, held by the law",
        [
            "8 8 9 8 7 8 8",
            "8 8 9 8 8 8 9",
            "8 7 8 8 8 8 7",
            "n n n n n n n",
        ],
        Legal::Fixable,
    ),
    room(
        "twelve of one mind",
        [
            "8 8 8 8 8 8 8 8 8 8 8 8",
            "8 8 8 8 8 8 8 8 8 8 8 8",
            "8 8 8 8 8 8 8 8 8 8 8 8",
            "n n n n n n n n n n n n",
        ],
        Legal::Clear,
    ),
    room(
        "twelve, nearly of one mind",
        [
            "8 8 8 8 8 8 8 8 8 8 8 2",
            "8 8 8 8 8 8 8 8 8 6 5 -",
            "8 8 8 8 8 8 7 7 6 6 5 5",
            "n n n n n n n n n n h x",
        ],
        Legal::Clear,
    ),
];

fn score(word: &str) -> Answer<Rating> {
    match word {
        "-" => Answer::Abstained,
        "x" => Answer::Recused,
        number => Answer::Given(Rating::try_from(number.parse::<u8>().unwrap()).unwrap()),
    }
}

fn apology(word: &str) -> Answer<Apology> {
    match word {
        "w" => Answer::Given(Apology::Whole),
        "h" => Answer::Given(Apology::How),
        "n" => Answer::Given(Apology::None),
        "x" => Answer::Recused,
        _ => Answer::Abstained,
    }
}

impl Room {
    fn rows(&self) -> Vec<Row> {
        let column = |i: usize| self.answers[i].split(' ');
        let scores = column(0).zip(column(1)).zip(column(2).zip(column(3)));
        scores
            .map(|((relationship, need), (support, regret))| Row {
                relationship: score(relationship),
                need: score(need),
                support: score(support),
                apology: apology(regret),
            })
            .collect()
    }

    fn result(&self) -> OptionResult {
        let column = |i: usize| self.answers[i].split(' ').map(score);
        let panel = Panel {
            relationship: column(0).collect(),
            need: column(1).collect(),
            support: column(2).collect(),
            apology: self.answers[3].split(' ').map(apology).collect(),
            legal: self.legal,
        };
        OptionResult {
            option: "a".into(),
            judgement: assess(&Policy::default(), &panel),
            panel,
            revealed: [true; 4],
        }
    }
}

impl Room {
    /// Everything that is said of it.
    fn told(&self, lang: Lang) -> String {
        let policy = Policy::default();
        let result = self.result();
        let rows = self.rows();
        let mut text = String::new();
        let mut say = |line: &str| writeln!(text, "{line}").unwrap();
        say(&format!("# {}", self.about));
        say(&words::verdict_words(lang, &result));
        say(&words::ground(lang, &result));
        say(&change::nearest(&policy, lang, &result).unwrap());
        let drawn = robustness(&policy, &rows, self.legal, DRAWS, SEED).unwrap();
        say(&change::robustness_words(lang, &drawn));
        if let Some(differ) = left_out(&policy, &rows, self.legal).filter(|_| rows.len() > 2) {
            say(&change::left_out_words(lang, differ, rows.len()));
        }
        say(&words::shifted_words(lang, &result));
        let scored: [(Assessment, &Scored, &Tally<11>); 3] = [
            (
                Assessment::Relationship,
                &result.judgement.relationship,
                &result.panel.relationship,
            ),
            (Assessment::Need, &result.judgement.need, &result.panel.need),
            (
                Assessment::Support,
                &result.judgement.support,
                &result.panel.support,
            ),
        ];
        for (assessment, scored, tally) in scored {
            let name = words::assessment_title(lang, assessment);
            let agreement = words::agreement_line(lang, scored, tally);
            let split = words::split_line(lang, scored, tally, assessment);
            let again = scored.split.map(|_| Again::Split).or_else(|| {
                let near = one_answer_changes(&policy, &result.panel, assessment);
                near.first()
                    .map(|&(change, gives)| Again::OneAnswer(change, gives))
            });
            say(&format!("{name}: {agreement}"));
            if let Some(split) = split {
                say(&split);
            }
            if rows.len() > 1 {
                say(&change::again_words(lang, &result, &[(assessment, again)]));
            }
        }
        if let Some(differ) = change::where_you_differ(lang, &result).filter(|_| rows.len() > 1) {
            say(&differ);
        }
        let counts = words::apology_counts(lang, &result.panel.apology);
        say(&format!("{}.", words::capital(&counts)));
        text
    }
}

/// Would catch a sentence that does not read for nobody, one, two or many, or
/// a word of the other language.
#[test]
fn what_the_rules_found_in_words() {
    for lang in Lang::ALL {
        let told: Vec<String> = ROOMS.iter().map(|room| room.told(lang)).collect();
        insta::assert_snapshot!(format!("sentences_{}", lang.code()), told.join("\n"));
    }
}

/// Would catch a share that says more than a room of its size can, and words
/// that take a share for the chance that the room has it right.
#[test]
fn a_small_room_is_never_sure_and_no_room_is_said_to_be_right() {
    for lang in Lang::ALL {
        for room in ROOMS {
            let told = room.told(lang);
            let whole = told.contains("100%");
            assert!(!whole || room.rows().len() >= 10, "{told}");
            let close = ["96%", "97%", "98%", "99%", " 0%"];
            let close = close.iter().any(|share| told.contains(share));
            assert!(!close || room.rows().len() >= 10, "{told}");
        }
        for line in dear_customer::lang::source(lang).lines() {
            let line = line.to_lowercase();
            for claim in [
                "probability",
                "chance of being right",
                "likelihood",
                "waarschijnlijkheid",
                "kans dat",
                "kans op",
            ] {
                assert!(!line.contains(claim), "{line}");
            }
        }
    }
    let sure = ROOMS
        .iter()
        .filter(|room| room.told(Lang::En).contains("100%"));
    assert_eq!(sure.count(), 1);
}

/// Would catch a Dutch “één” with two accents on its capital.
#[test]
fn a_capital_is_written_as_each_language_writes_it() {
    let told = ["één persoon", "élan", "two people", ""].map(words::capital);
    assert_eq!(told, ["Eén persoon", "Élan", "Two people", ""]);
}

/// Would catch a ranking that does not say by what an option is ahead, or
/// hides a tie.
#[test]
fn which_option_is_better() {
    let option = |id: &str, need, support, legal| {
        let room = Room {
            about: "",
            answers: ["8 8 8", need, support, "n n n"],
            legal,
        };
        OptionResult {
            option: id.into(),
            ..room.result()
        }
    };
    let fine = Legal::Conditional;
    let sessions = [
        vec![option("a", "8 8 8", "8 8 8", fine)],
        vec![
            option("a", "3 3 3", "4 4 4", fine),
            option("b", "8 8 8", "8 8 8", fine),
        ],
        vec![
            option("a", "7 7 7", "6 6 6", fine),
            option("b", "8 8 8", "7 7 7", fine),
            option("c", "9 9 9", "7 7 7", fine),
        ],
        vec![
            option("a", "8 8 8", "7 7 7", fine),
            option("b", "7 7 7", "8 8 8", fine),
            option("c", "7 7 7", "8 8 8", Legal::Open),
        ],
        vec![
            option("a", "8 8 8", "7 7 7", Legal::Open),
            option("b", "2 9 9", "8 8 8", fine),
            option("c", "8 8 8", "7 7 7", Legal::Open),
        ],
    ];
    let mut text = String::new();
    for lang in Lang::ALL {
        for results in &sessions {
            writeln!(text, "{}:", results.len()).unwrap();
            for sentence in change::ranking_words(lang, results) {
                writeln!(text, "  {sentence}").unwrap();
            }
        }
    }
    insta::assert_snapshot!(text);
}
