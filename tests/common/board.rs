//! Three sessions of eight people and two options, walked to a decision: all
//! for it; split, with the decision put off; and a decision that differs from
//! the verdict. People, ratings and reasons are made up, and the memos say so.

use dear_customer::{
    content::{KnownIds, Library, Scenario, read_scenario},
    lang::Lang,
    method::{Apology, Assessment, Legal, Rating},
    session::{
        self, Action, Actor, AnswerWord, Command, Condition, Decision, DecisionCode, Evidence,
        EvidenceGrade, Framing, HandIn, KillCriterion, LegalEntry, Letter, NewSession, Note,
        Outside, Private, Recusal, Roles, Round, RoundId, SeatId, Secret, Service, Way, Words,
    },
    text::Clean,
};
use jiff::civil::{Date, date};
use std::{
    path::Path,
    sync::atomic::{AtomicU64, Ordering},
};

/// How many take part.
const SEATS: usize = 8;

/// Their names, where the session keeps them.
const NAMES: [&str; SEATS] = [
    "Anna", "Bram", "Chris", "Dewi", "Eva", "Fadi", "Gerda", "Hugo",
];

/// A session that a board could have held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Board {
    /// Everyone is for it, and so is the decision.
    Proceed,
    /// The room is split on need; the decision is put off, and two dissent.
    NotYet,
    /// The rules say no; the board goes ahead under conditions.
    Differs,
}

impl Board {
    pub const ALL: [Self; 3] = [Self::Proceed, Self::NotYet, Self::Differs];

    /// What its files are called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Proceed => "proceed",
            Self::NotYet => "not-yet",
            Self::Differs => "differs",
        }
    }

    /// Writes its session to a file. The same every time.
    pub fn hold(self, path: &Path, lang: Lang) {
        let library = Library::built_in();
        let scenario = match self {
            Self::Proceed => garden(),
            Self::NotYet | Self::Differs => library.scenario("ing-2014").expect("built in"),
        };
        let new = NewSession {
            lang,
            participants: NAMES.map(|name| Some(Clean::name(name))).to_vec(),
            named: self == Self::Differs,
            example: true,
            team: None,
            class: None,
            instrument: library.instrument("standard").expect("built in"),
            scenario,
            own: false,
            disguised: false,
            pair: None,
            start_with: Vec::new(),
        };
        session::create(path, new, &mut outside(0)).expect("a folder to write in");
        let told = Told { lang };
        let actions = match self {
            Self::Proceed => proceed(told),
            Self::NotYet => not_yet(told),
            Self::Differs => differs(told),
        };
        submit_all(path, actions);
    }
}

/// Does one thing after the other in a session that was just made.
pub fn submit_all(path: &Path, actions: Vec<Action>) {
    let (service, _) = Service::open(path, outside(1 << 32)).expect("just made");
    for (number, action) in actions.into_iter().enumerate() {
        let command = Command {
            id: format!("walk-{number}"),
            actor: Actor::Facilitator,
            seen: None,
            action,
        };
        let answer = service.submit(command).wait();
        assert!(answer.is_ok(), "{number}");
    }
}

/// A clock that stands still, and randomness that counts.
pub fn outside(from: u64) -> Outside {
    let next = AtomicU64::new(from);
    Outside {
        clock: Box::new(|| "2026-11-26T16:30:00+01:00".into()),
        random: Box::new(move |bytes| {
            for chunk in bytes.chunks_mut(8) {
                let next = next.fetch_add(1, Ordering::Relaxed).to_be_bytes();
                chunk.copy_from_slice(&next[8 - chunk.len()..]);
            }
        }),
    }
}

/// An idea that a garden shop could have; nobody's.
fn garden() -> Scenario {
    let source = r#"
id = "garden-mail"
title = { en = "Garden tips by post code", nl = "Tuintips per postcode" }
organisation = { en = "Green Corner", nl = "Groene Hoek" }
people = { en = "members", nl = "leden" }
[idea]
summary = { en = "We mail members who ask for it when to water and when to prune, from their post code and the weather. A seed grower pays us for each packet that a mail sells. Who does not ask is not in it.", nl = "Wij mailen leden die erom vragen wanneer zij water moeten geven en wanneer zij moeten snoeien, op grond van hun postcode en het weer. Een zaadkweker betaalt ons voor elk zakje dat een mail verkoopt. Wie er niet om vraagt, doet niet mee." }
data = { en = "Post code and e-mail address.", nl = "Postcode en e-mailadres." }
about = { en = "40 000 members.", nl = "40 000 leden." }
letter = { en = "A year ago we began to send you garden tips.", nl = "Een jaar geleden zijn wij begonnen u tuintips te sturen." }
[[options]]
id = "a"
name = { en = "As proposed", nl = "Zoals voorgesteld" }
summary = { en = "Only who asks for it; one click ends it.", nl = "Alleen wie erom vraagt; één klik en het stopt." }
[[options]]
id = "b"
name = { en = "Without the seed grower", nl = "Zonder de zaadkweker" }
summary = { en = "The same mails, paid for from the membership fee.", nl = "Dezelfde mails, betaald uit de contributie." }
"#;
    read_scenario("garden.toml", source, &KnownIds::default()).expect("a whole idea")
}

/// Words in the session's language.
#[derive(Clone, Copy)]
struct Told {
    lang: Lang,
}

impl Told {
    fn text(self, en: &str, nl: &str) -> Clean {
        Clean::lines(match self.lang {
            Lang::En => en,
            Lang::Nl => nl,
        })
    }

    fn framing(self, recused: Vec<Recusal>) -> Action {
        Action::Frame(Framing {
            way: Way::Cards,
            roles: Roles {
                chair: Clean::name("Anna"),
                owner: Clean::name("Iris"),
                legal: Clean::name("Joost"),
                scribe: Clean::name("Bram"),
            },
            recused,
            minutes: None,
            classification: self.text("Confidential", "Vertrouwelijk"),
        })
    }

    fn legal(self, option: &str, state: Legal) -> Action {
        Action::SetLegal(LegalEntry {
            option: option.into(),
            state,
            source: self.text(
                "General counsel, 20 November 2026",
                "De bedrijfsjurist, 20 november 2026",
            ),
        })
    }

    fn condition(self, (en, nl): (&str, &str), owner: &str, by: Date) -> Condition {
        Condition {
            text: self.text(en, nl),
            owner: Clean::name(owner),
            by: Some(by),
        }
    }

    fn kill(self, (en, nl): (&str, &str), by: Date) -> KillCriterion {
        KillCriterion {
            text: self.text(en, nl),
            by: Some(by),
        }
    }

    /// Each one's sentence for the letter.
    fn sentences(self, option: &str, rows: &[(u8, &str, &str)]) -> Action {
        let rows = rows.iter();
        let rows = rows.map(|&(seat, en, nl)| (seat, None, self.text(en, nl)));
        private(Private::Sentence, option, rows.collect())
    }

    /// Who wants it and who does not, with why.
    fn stances(self, option: &str, rows: &[(u8, bool, &str, &str)]) -> Action {
        let rows = rows.iter();
        let rows = rows.map(|&(seat, wants, en, nl)| (seat, Some(wants), self.text(en, nl)));
        private(Private::Stance, option, rows.collect())
    }
}

fn private(what: Private, option: &str, rows: Vec<(u8, Option<bool>, Clean)>) -> Action {
    let words = rows.into_iter().map(|(seat, wants, text)| {
        let seat = SeatId::new(seat).expect("a seat");
        (seat, Secret::new(Words { wants, text }))
    });
    Action::Write {
        what,
        option: option.into(),
        words: words.collect(),
        show: true,
    }
}

/// Instead of a score: sitting out, and no basis to judge.
const OUT: i8 = -2;
const NO_BASIS: i8 = -1;

/// A round on the table, by seat.
fn scored(option: &str, assessment: Assessment, round: Round, values: [i8; SEATS]) -> Action {
    let answers = values.map(|value| match u8::try_from(value) {
        Ok(value) => AnswerWord::Score(Rating::try_from(value).expect("0 to 10")),
        Err(_) if value == OUT => AnswerWord::Recused,
        Err(_) => AnswerWord::Abstain,
    });
    round_of(
        option,
        assessment,
        round,
        answers.map(|a| (a, Clean::default())),
    )
}

/// The apology-letter test on the table; whoever says `how` names a condition.
fn apologies(option: &str, answers: [Apology; SEATS], conditions: &[Clean]) -> Action {
    let mut conditions = conditions.iter().cloned();
    let answers = answers.map(|answer| {
        let named = (answer == How).then(|| conditions.next()).flatten();
        (AnswerWord::Apology(answer), named.unwrap_or_default())
    });
    round_of(option, Assessment::Apology, Round::First, answers)
}

fn round_of(
    option: &str,
    assessment: Assessment,
    round: Round,
    answers: [(AnswerWord, Clean); SEATS],
) -> Action {
    let ratings = (1..).zip(answers).map(|(seat, rating)| HandIn {
        round: RoundId {
            option: option.into(),
            assessment,
            round,
        },
        seat: SeatId::new(seat).expect("a seat"),
        rating: Secret::new(rating),
    });
    Action::HandIn {
        ratings: ratings.collect(),
        legal: Vec::new(),
        reveal: true,
    }
}

use Apology::{How, None as Nothing, Whole};
use Assessment::{Need, Relationship, Support};
use Round::{First, Second};

fn proceed(told: Told) -> Vec<Action> {
    vec![
        told.framing(Vec::new()),
        scored("a", Relationship, First, [9, 9, 10, 8, 9, 9, 8, 9]),
        scored("a", Need, First, [8, 9, 8, 7, 8, 9, 8, 7]),
        scored("a", Support, First, [9, 9, 8, 8, 9, 8, NO_BASIS, 9]),
        told.legal("a", Legal::Clear),
        apologies("a", [Nothing; SEATS], &[]),
        scored("b", Need, First, [6, 7, 5, 6, 6, 5, 6, 7]),
        scored("b", Support, First, [9, 9, 9, 9, 9, 8, 9, 9]),
        told.legal("b", Legal::Clear),
        apologies("b", [Nothing; SEATS], &[]),
        Action::Decide(Decision {
            option: "a".into(),
            code: DecisionCode::Proceed,
            reason: Clean::default(),
            by: vec![Clean::name("Anna"), Clean::name("Bram")],
            conditions: vec![
                told.condition(
                    (
                        "The first mail says who pays for it.",
                        "In de eerste mail staat wie ervoor betaalt.",
                    ),
                    "Iris",
                    date(2027, 1, 15),
                ),
                told.condition(
                    (
                        "One click ends it, tried by ten members who are not used to computers.",
                        "Eén klik en het stopt, geprobeerd door tien leden die geen computer gewend zijn.",
                    ),
                    "Chris",
                    date(2027, 1, 15),
                ),
                told.condition(
                    (
                        "The post code goes to nobody, the seed grower included.",
                        "De postcode gaat naar niemand, ook niet naar de zaadkweker.",
                    ),
                    "Joost",
                    date(2027, 2, 1),
                ),
                told.condition(
                    (
                        "The members’ council hears each quarter what it yields.",
                        "De ledenraad hoort elk kwartaal wat het opbrengt.",
                    ),
                    "Bram",
                    date(2027, 4, 1),
                ),
            ],
            kill_criteria: vec![
                told.kill(
                    (
                        "more than one in ten ends it within three months",
                        "meer dan een op de tien het binnen drie maanden stopzet",
                    ),
                    date(2027, 5, 1),
                ),
                told.kill(
                    (
                        "the council asks us to stop",
                        "de ledenraad vraagt om te stoppen",
                    ),
                    date(2027, 5, 1),
                ),
            ],
            watch: vec![told.text(
                "What the weather service may be used for",
                "Waarvoor de weerdienst mag worden gebruikt",
            )],
            review: Some(date(2027, 6, 1)),
            dissent: Vec::new(),
        }),
    ]
}

fn not_yet(told: Told) -> Vec<Action> {
    let conditions = [
        told.text(
            "Nobody hears of it from the newspaper first.",
            "Niemand hoort er het eerst van uit de krant.",
        ),
        told.text(
            "Saying no costs nothing, ever.",
            "Nee zeggen kost niets, nooit.",
        ),
    ];
    vec![
        told.framing(Vec::new()),
        scored("a", Relationship, First, [2, 3, 3, 2, 4, 3, 2, 3]),
        scored("a", Need, First, [3, 9, 4, 8, 2, 9, 3, 4]),
        Action::GradeEvidence(Evidence {
            option: "a".into(),
            assessment: Need,
            grade: EvidenceGrade::Claim,
            source: told.text("The idea’s owner", "De eigenaar van het idee"),
            would_help: told.text(
                "Half of a panel asks for it unprompted, by May.",
                "De helft van een panel vraagt er uit zichzelf om, vóór mei.",
            ),
        }),
        scored("a", Need, Second, [3, 9, 4, 8, 3, 8, 4, 4]),
        scored("a", Support, First, [8, 9, 8, 8, 9, 8, 8, 9]),
        told.legal("a", Legal::Conditional),
        told.sentences(
            "a",
            &[
                (
                    1,
                    "We apologise for reading what you pay before we asked you.",
                    "Wij bieden onze excuses aan voor het lezen van wat u betaalt, vóór wij het u vroegen.",
                ),
                (
                    3,
                    "We apologise for telling the newspaper first.",
                    "Wij bieden onze excuses aan dat de krant het eerder wist dan u.",
                ),
            ],
        ),
        apologies(
            "a",
            [How, Nothing, How, Nothing, Nothing, Nothing, Nothing, Nothing],
            &conditions,
        ),
        scored("b", Need, First, [6, 7, 6, 8, 5, 8, 6, 6]),
        scored("b", Support, First, [8, 8, 9, 8, 8, 8, 7, 8]),
        told.legal("b", Legal::Conditional),
        apologies("b", [Nothing; SEATS], &[]),
        Action::Decide(Decision {
            option: "a".into(),
            code: DecisionCode::NotNow,
            reason: told.text(
                "We do not know whether customers want this, and half of us guess.",
                "Wij weten niet of klanten dit willen, en de helft van ons gokt.",
            ),
            by: vec![Clean::name("Anna")],
            conditions: Vec::new(),
            kill_criteria: Vec::new(),
            watch: vec![
                told.text(
                    "Half of a customer panel asks for it unprompted.",
                    "De helft van een klantenpanel vraagt er uit zichzelf om.",
                ),
                told.text(
                    "The supervisor publishes how consent has to be asked.",
                    "De toezichthouder maakt bekend hoe toestemming gevraagd moet worden.",
                ),
                told.text(
                    "Another bank has done it for a year without harm.",
                    "Een andere bank doet het een jaar zonder schade.",
                ),
            ],
            review: Some(date(2027, 5, 1)),
            dissent: vec![
                told.text(
                    "P5: we should say no, not “not now”.",
                    "P5: wij zouden nee moeten zeggen, niet ‘nu niet’.",
                ),
                told.text(
                    "P2: a trial among our own staff could begin tomorrow.",
                    "P2: een proef onder het eigen personeel kan morgen beginnen.",
                ),
            ],
        }),
    ]
}

fn differs(told: Told) -> Vec<Action> {
    let conditions = [
        told.text(
            "Customers hear of it before advertisers do.",
            "Klanten horen ervan vóór adverteerders dat doen.",
        ),
        told.text(
            "No payments to hospitals, churches or parties.",
            "Geen betalingen aan ziekenhuizen, kerken of partijen.",
        ),
        told.text(
            "It is off until somebody switches it on.",
            "Het staat uit tot iemand het aanzet.",
        ),
    ];
    let recused = vec![Recusal {
        seat: SeatId::new(8).expect("a seat"),
        assessments: vec![Need],
    }];
    let mut actions = vec![
        told.framing(recused),
        scored("a", Relationship, First, [2, 3, 3, 2, 4, 3, NO_BASIS, 3]),
        scored("a", Need, First, [2, 3, 3, 4, 4, 5, 8, OUT]),
        Action::GradeEvidence(Evidence {
            option: "a".into(),
            assessment: Need,
            grade: EvidenceGrade::Claim,
            source: told.text("The idea’s owner", "De eigenaar van het idee"),
            would_help: told.text(
                "Half of the fee back, from March on.",
                "De helft van de kosten terug, vanaf maart.",
            ),
        }),
        scored("a", Need, Second, [3, 3, 4, 4, 4, 5, 5, OUT]),
        scored("a", Support, First, [1, 2, 3, 4, 5, 6, 2, 3]),
        Action::AddNote(Note {
            option: "a".into(),
            assessment: Support,
            text: told.text(
                "Nobody could name a supervisor who would defend it.",
                "Niemand kon een toezichthouder noemen die het zou verdedigen.",
            ),
        }),
        told.legal("a", Legal::Conditional),
        told.sentences(
            "a",
            &[
                (
                    1,
                    "We apologise for selling what you bought to those who wanted to sell you more.",
                    "Wij bieden onze excuses aan voor het verkopen van wat u kocht, aan wie u meer wilde verkopen.",
                ),
                (
                    4,
                    "We apologise for asking in the small print.",
                    "Wij bieden onze excuses aan dat wij het in de kleine lettertjes vroegen.",
                ),
            ],
        ),
        apologies(
            "a",
            [Whole, How, Whole, How, Nothing, How, Nothing, Nothing],
            &conditions,
        ),
        Action::WriteLetter(Letter {
            option: "a".into(),
            text: told.text(
                "Dear customers,\n\nA year ago we let shops make you offers chosen on what you pay. We asked too late, and in small print.\n\nWe apologise. It has stopped, and what was kept of it is deleted.\n\nThe board",
                "Beste klanten,\n\nEen jaar geleden lieten wij winkels u aanbiedingen doen, gekozen op wat u betaalt. Wij vroegen het te laat, en in kleine letters.\n\nWij bieden onze excuses aan. Het is gestopt, en wat ervan bewaard was, is gewist.\n\nHet bestuur",
            ),
        }),
        scored("b", Need, First, [5, 6, 6, 6, 7, 8, 9, OUT]),
        scored("b", Support, First, [4, 7, 8, 8, 8, 9, 8, 7]),
        told.legal("b", Legal::Conditional),
        apologies(
            "b",
            [How, Nothing, How, Nothing, Nothing, Nothing, How, Nothing],
            &conditions,
        ),
    ];
    actions.push(told.stances(
        "a",
        &[
            (
                1,
                true,
                "because a trial hurts nobody",
                "omdat een proef niemand schaadt",
            ),
            (2, true, "", ""),
            (
                4,
                false,
                "because they cannot leave",
                "omdat zij niet weg kunnen",
            ),
        ],
    ));
    actions.push(Action::Decide(differing(told)));
    actions
}

fn differing(told: Told) -> Decision {
    Decision {
        option: "a".into(),
        code: DecisionCode::ProceedWithConditions,
        reason: told.text(
            "A small trial among those who ask for it tells us more than another meeting.",
            "Van een kleine proef onder wie erom vraagt leren wij meer dan van nog een vergadering.",
        ),
        by: ["Anna", "Bram", "Eva"].map(Clean::name).to_vec(),
        conditions: vec![
            told.condition(
                (
                    "Customers hear of it by letter, before advertisers do.",
                    "Klanten horen ervan per brief, vóór adverteerders dat doen.",
                ),
                "Chris",
                date(2027, 2, 1),
            ),
            told.condition(
                (
                    "Payments to hospitals, churches and parties are left out, and that is tested.",
                    "Betalingen aan ziekenhuizen, kerken en partijen blijven erbuiten, en dat is getest.",
                ),
                "Joost",
                date(2027, 2, 1),
            ),
            told.condition(
                (
                    "It is off until somebody switches it on, and as easily off again.",
                    "Het staat uit tot iemand het aanzet, en kan even gemakkelijk weer uit.",
                ),
                "Iris",
                date(2027, 3, 1),
            ),
            told.condition(
                (
                    "A test of customer need with a panel of 500, the outcome published.",
                    "Een toets van de klantbehoefte met een panel van 500, met openbare uitkomst.",
                ),
                "Eva",
                date(2027, 3, 15),
            ),
        ],
        kill_criteria: vec![
            told.kill(
                (
                    "fewer than half stay in the trial",
                    "minder dan de helft in de proef blijft",
                ),
                date(2027, 4, 1),
            ),
            told.kill(
                (
                    "the supervisor or the works council objects",
                    "de toezichthouder of de ondernemingsraad bezwaar maakt",
                ),
                date(2027, 4, 1),
            ),
        ],
        watch: vec![
            told.text("Questions in parliament", "Kamervragen"),
            told.text(
                "What other banks are fined for",
                "Waarvoor andere banken een boete krijgen",
            ),
        ],
        review: Some(date(2027, 5, 1)),
        dissent: vec![told.text(
            "Dewi: we should not do this to people who cannot leave.",
            "Dewi: wij moeten dit niet doen met mensen die niet weg kunnen.",
        )],
    }
}
