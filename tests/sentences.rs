//! The sentences that say what the rules found, for nobody, one, two and many
//! people, in both languages: read as a board would.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use dear_customer::{
    lang::Lang,
    memo::{change, words},
    method::{
        Answer, Apology, DRAWS, Legal, Panel, Policy, Rating, Row, SEED, Tally, assess, left_out,
        one_answer_changes, robustness,
    },
    session::{Again, OptionResult},
};
use rand_xoshiro::{
    SplitMix64,
    rand_core::{Rng, SeedableRng},
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
        if let Some(near) = change::nearest(&policy, lang, &result) {
            say(&near);
        }
        let drawn = robustness(&policy, &rows, self.legal, DRAWS, SEED).unwrap();
        say(&change::robustness_words(lang, &drawn));
        if let Some(differ) = left_out(&policy, &rows, self.legal).filter(|_| rows.len() > 2) {
            say(&change::left_out_words(lang, differ, rows.len()));
        }
        say(&words::shifted_words(lang, &result));
        for (assessment, scored, tally) in result.scores() {
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

/// The words in which each language says how many, on what, and from what to
/// what; in the order of the arrays below.
struct Language {
    /// One to five, as they begin a sentence or stand in one.
    numbers: [&'static str; 5],
    people: [&'static str; 2],
    on: &'static str,
    assessments: [&'static str; 4],
    from: &'static str,
    to: &'static str,
    below: &'static str,
    or_more: &'static str,
    answers: [&'static str; 3],
    and: &'static str,
    /// What stands between the verdict and how many answers it takes, and
    /// what between these and which.
    takes: &'static [&'static str],
    colon: [&'static str; 2],
    quotes: [&'static str; 2],
    verdicts: [&'static str; 4],
    kept: &'static str,
    depends: &'static str,
}

const ENGLISH: Language = Language {
    numbers: ["one", "two", "three", "four", "five"],
    people: ["person", "people"],
    on: " on ",
    assessments: [
        "the relationship",
        "customer need",
        "societal support",
        "the letter",
    ],
    from: "from ",
    to: " to ",
    below: "below ",
    or_more: " or more",
    answers: ["for the whole", "for how", "no apology needed"],
    and: "; and ",
    takes: &[" takes "],
    colon: [": ", ", for example "],
    quotes: ["“", "”"],
    verdicts: [
        "do not proceed",
        "redesign",
        "proceed with conditions",
        "proceed",
    ],
    kept: "the room would be split",
    depends: "depends on who changes",
};

const DUTCH: Language = Language {
    numbers: ["één", "twee", "drie", "vier", "vijf"],
    people: ["persoon", "mensen"],
    on: " bij ",
    assessments: [
        "de keuzevrijheid",
        "klantbehoefte",
        "maatschappelijk draagvlak",
        "de brief",
    ],
    from: "van ",
    to: " naar ",
    below: "lager dan ",
    or_more: " of hoger",
    answers: [
        "voor het geheel",
        "voor de manier waarop",
        "geen excuses nodig",
    ],
    and: "; en ",
    takes: &[" is ", " zijn "],
    colon: [" nodig: ", " nodig, bijvoorbeeld "],
    quotes: ["‘", "’"],
    verdicts: ["niet doen", "anders ontwerpen", "doen, mits", "doen"],
    kept: "de groep is dan verdeeld",
    depends: "hangt ervan af wie verandert",
};

impl Language {
    fn number(&self, word: &str) -> usize {
        // A capital has no accent.
        let word = word.to_lowercase().replace("eén", "één");
        let told = self.numbers.iter().position(|&number| number == word);
        told.map_or_else(|| word.parse().unwrap(), |i| i + 1)
    }

    /// The values that a band names: “below 5”, “5, 6 or 7”, “8 or more”, or
    /// an answer on the letter.
    fn band(&self, text: &str) -> Vec<usize> {
        let quoted = text.strip_prefix(self.quotes[0]);
        if let Some(answer) = quoted.and_then(|text| text.strip_suffix(self.quotes[1])) {
            let told = self.answers.iter().position(|&known| known == answer);
            return vec![told.unwrap()];
        }
        if let Some(end) = text.strip_prefix(self.below) {
            return (0..end.parse().unwrap()).collect();
        }
        if let Some(first) = text.strip_suffix(self.or_more) {
            return (first.parse().unwrap()..=10).collect();
        }
        let numbers = text.split(|c: char| !c.is_ascii_digit());
        let numbers = numbers.filter(|number| !number.is_empty());
        numbers.map(|number| number.parse().unwrap()).collect()
    }

    /// Carries out one change that a sentence names: those nearest to what is
    /// wanted move as little as it takes. Where it does not say on what, it
    /// goes on about the same.
    fn carry_out(&self, change: &str, on: &mut usize, columns: &mut [Vec<usize>; 4]) {
        let people = self.number(change.split(' ').next().unwrap());
        let (_, mut change) = change.split_once(' ').unwrap();
        if let Some((who, about)) = change.split_once(self.on) {
            assert_eq!(who, self.people[usize::from(people > 1)]);
            let (about, rest) = about.split_once(", ").unwrap();
            let known = self.assessments.iter().position(|&known| known == about);
            (*on, change) = (known.unwrap(), rest);
        }
        let change = change.strip_prefix(self.from).unwrap();
        let (from, to) = change.split_once(self.to).unwrap();
        let (from, to) = (self.band(from), self.band(to));
        let column = &mut columns[*on];
        for _ in 0..people {
            let candidates = column.iter().copied().filter(|value| from.contains(value));
            let up = from[0] < to[0];
            let who = if up {
                candidates.max()
            } else {
                candidates.min()
            };
            let place = column.iter().position(|value| Some(*value) == who).unwrap();
            let nearest = if up { to.first() } else { to.last() };
            column[place] = *nearest.unwrap();
        }
    }

    /// Reads every distance out of what is said, carries it out, and judges
    /// the room that comes of it.
    fn check(&self, told: &str, columns: &[Vec<usize>; 4], legal: Legal) -> usize {
        let mut checked = 0;
        for sentence in told
            .split_inclusive(". ")
            .map(|part| part.trim_end_matches([' ', '.']))
        {
            let Some((target, rest)) = self
                .takes
                .iter()
                .find_map(|takes| sentence.split_once(&format!("{}{takes}", self.quotes[1])))
            else {
                continue;
            };
            let (_, target) = target.split_once(self.quotes[0]).unwrap();
            let mut colons = self.colon.iter();
            let (distance, way) = colons.find_map(|colon| rest.split_once(colon)).unwrap();
            let distance = self.number(distance.split(' ').next().unwrap());
            let target = target.to_lowercase();
            let target = self.verdicts.iter().position(|&known| known == target);
            let mut after = columns.clone();
            let mut on = 0;
            for change in way.split(self.and) {
                self.carry_out(change, &mut on, &mut after);
            }
            let moved = columns.iter().zip(&after).map(|(old, new)| {
                let pairs = old.iter().zip(new);
                pairs.filter(|(old, new)| old != new).count()
            });
            assert_eq!(moved.sum::<usize>(), distance, "{sentence}");
            let judgement = assess(&Policy::default(), &panel_of(&after, legal));
            let point = judgement.point.map(|verdict| usize::from(verdict.number()));
            assert_eq!(point, target, "{sentence} in {columns:?}, {legal:?}");
            let (_, rest) = told.split_once(sentence).unwrap();
            let next = rest.trim_start_matches(". ").split_once('.');
            let next = next.map_or("", |(next, _)| next);
            let open = judgement.ruling.low != judgement.ruling.high;
            if !next.contains(self.depends) {
                assert_eq!(open, next.contains(self.kept), "{told} in {columns:?}");
            }
            checked += 1;
        }
        checked
    }
}

fn panel_of(columns: &[Vec<usize>; 4], legal: Legal) -> Panel {
    fn tally<const N: usize>(values: &[usize]) -> Tally<N> {
        let mut tally = Tally::default();
        for &value in values {
            tally.add(Answer::Given(value));
        }
        tally
    }
    Panel {
        relationship: tally(&columns[0]),
        need: tally(&columns[1]),
        support: tally(&columns[2]),
        apology: tally(&columns[3]),
        legal,
    }
}

/// Would catch a sentence that names another number of people, another line or
/// another verdict than it takes, in either language; one that promises a
/// verdict while a split would keep the label open, and the other way round.
#[test]
fn what_a_sentence_names_gives_the_verdict_that_it_names() {
    let mut stream = SplitMix64::seed_from_u64(8);
    let mut below = |end: u32| usize::try_from(stream.next_u32() % end).unwrap();
    let mut checked = 0;
    for round in 0..800 {
        let people = 2 + round % 11;
        let columns = [11, 11, 11, 3].map(|values| {
            let camps = [below(values), below(values)];
            let answer = |_| match below(10) {
                0..4 => camps[0],
                4..8 => camps[1],
                _ => below(values),
            };
            (0..people).map(answer).collect::<Vec<usize>>()
        });
        let legal = Legal::ALL[1 + below(4)];
        let panel = panel_of(&columns, legal);
        let result = OptionResult {
            option: "a".into(),
            judgement: assess(&Policy::default(), &panel),
            panel,
            revealed: [true; 4],
        };
        for (lang, language) in [(Lang::En, &ENGLISH), (Lang::Nl, &DUTCH)] {
            let told = change::nearest(&Policy::default(), lang, &result).unwrap();
            checked += language.check(&told, &columns, legal);
        }
    }
    assert!(checked > 1000, "{checked}");
}

/// Would catch a Dutch “één” with two accents on its capital.
#[test]
fn a_capital_is_written_as_each_language_writes_it() {
    let told = ["één persoon", "élan", "“two", ""].map(words::capital);
    assert_eq!(told, ["Eén persoon", "Élan", "“Two", ""]);
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
