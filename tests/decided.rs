//! The memo of a session walked to its end: evidence graded, a note, a joint
//! letter, an option added after the verdict, and a decision that differs
//! from it. The command line cannot make one yet; the service can. People and
//! ratings are made up, and the memo says so.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use dear_customer::{
    content::{Library, OptionCard, Text},
    lang::Lang,
    memo,
    method::{Apology, Assessment, Legal, Rating},
    session::{
        self, Action, Actor, AnswerWord, Command, Condition, Decision, DecisionCode, Evidence,
        EvidenceGrade, Framing, GivenReason, HandIn, KillCriterion, LegalEntry, Letter, NewSession,
        Note, Notice, Outside, Private, Recusal, Roles, Round, RoundId, SeatId, Secret, Service,
        Step, Way, Words,
    },
    text::Clean,
};
use jiff::civil::date;
use std::{
    path::Path,
    sync::atomic::{AtomicU64, Ordering},
};

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

fn hand_in(
    option: &str,
    assessment: Assessment,
    round: Round,
    row: &[(AnswerWord, &str)],
) -> Action {
    let ratings = (1..).zip(row).map(|(seat, &(answer, reason))| HandIn {
        round: RoundId {
            option: option.into(),
            assessment,
            round,
        },
        seat: SeatId::new(seat).unwrap(),
        rating: Secret::new((answer, Clean::line(reason))),
    });
    Action::HandIn {
        ratings: ratings.collect(),
        legal: Vec::new(),
        reveal: true,
    }
}

fn scores(values: [u8; 4]) -> [(AnswerWord, &'static str); 4] {
    values.map(|value| (AnswerWord::Score(Rating::try_from(value).unwrap()), ""))
}

fn apologies(words: [Apology; 4], condition: &'static str) -> [(AnswerWord, &'static str); 4] {
    words.map(|word| {
        let reason = if word == Apology::How { condition } else { "" };
        (AnswerWord::Apology(word), reason)
    })
}

/// Private words, shown at once; the first word of a stance is its yes or no.
fn words(what: Private, option: &str, rows: &[(u8, Option<bool>, Clean)]) -> Action {
    let words = rows.iter().map(|(seat, wants, text)| {
        let (wants, text) = (*wants, text.clone());
        (
            SeatId::new(*seat).unwrap(),
            Secret::new(Words { wants, text }),
        )
    });
    Action::Write {
        what,
        option: option.into(),
        words: words.collect(),
        show: true,
    }
}

#[expect(clippy::too_many_lines, reason = "one walk, told in order")]
fn walked(path: &Path, lang: Lang) -> (session::HostView, Notice) {
    let library = Library::built_in();
    let new = NewSession {
        lang,
        participants: ["Anna", "Bram", "Chris", "Dewi"]
            .map(|n| Some(Clean::name(n)))
            .to_vec(),
        named: true,
        example: true,
        team: None,
        class: None,
        instrument: library.instrument("quickscan").unwrap(),
        scenario: library.scenario("ing-2014").unwrap(),
        own: false,
        disguised: false,
        pair: None,
        start_with: Vec::new(),
    };
    session::create(path, new, &mut outside()).unwrap();
    let (service, notice) = Service::open(path, outside()).unwrap();
    let text = |en: &str, nl: &str| Clean::lines(if lang == Lang::En { en } else { nl });
    let legal = |option: &str, state| {
        Action::SetLegal(LegalEntry {
            option: option.into(),
            state,
            source: text("Counsel, 20 November", "De bedrijfsjurist, 20 november"),
        })
    };
    let condition = "Members hear it first.";
    let none = Apology::None;
    let sorry = || {
        text(
            "We apologise for selling what you bought, to those who wanted to sell you more.",
            "Wij bieden onze excuses aan voor het verkopen van wat u kocht, aan wie u meer wilde verkopen.",
        )
    };
    let actions = vec![
        Action::Frame(Framing {
            way: Way::Cards,
            roles: Roles {
                chair: Clean::name("Anna"),
                owner: Clean::name("Eva"),
                legal: Clean::name("Fadi"),
                scribe: Clean::name("Bram"),
            },
            recused: vec![Recusal {
                seat: SeatId::new(4).unwrap(),
                assessments: vec![Assessment::Relationship, Assessment::Apology],
            }],
            minutes: Some(45),
        }),
        hand_in(
            "a",
            Assessment::Relationship,
            Round::First,
            &scores([5, 5, 6, 4]),
        ),
        hand_in("a", Assessment::Need, Round::First, &scores([3, 4, 8, 3])),
        Action::GradeEvidence(Evidence {
            option: "a".into(),
            assessment: Assessment::Need,
            grade: EvidenceGrade::Claim,
            source: text("The idea's owner", "De eigenaar van het idee"),
            would_help: text(
                "Half the fee back, from March on.",
                "De helft van de kosten terug, vanaf maart.",
            ),
        }),
        hand_in("a", Assessment::Need, Round::Second, &scores([4, 5, 6, 4])),
        hand_in(
            "a",
            Assessment::Support,
            Round::First,
            &scores([4, 5, 5, 6]),
        ),
        Action::AddNote(Note {
            option: "a".into(),
            assessment: Assessment::Support,
            text: text(
                "Nobody could name a supervisor who would defend it.",
                "Niemand kon een toezichthouder noemen die het zou verdedigen.",
            ),
        }),
        Action::GiveReasons(vec![GivenReason {
            round: RoundId {
                option: "a".into(),
                assessment: Assessment::Support,
                round: Round::First,
            },
            seat: SeatId::new(1).unwrap(),
            reason: text(
                "My mother would not like it.",
                "Mijn moeder zou dit niet prettig vinden.",
            ),
        }]),
        legal("a", Legal::Conditional),
        words(
            Private::Sentence,
            "a",
            &[
                (
                    2,
                    None,
                    text(
                        "We gladly explain that nobody took part unasked.",
                        "Wij leggen graag uit dat niemand ongevraagd meedeed.",
                    ),
                ),
                (1, None, sorry()),
            ],
        ),
        words(
            Private::Sentence,
            "b",
            &[
                (
                    1,
                    None,
                    text(
                        "We apologise for the small print.",
                        "Wij bieden onze excuses aan voor de kleine lettertjes.",
                    ),
                ),
                (3, None, sorry()),
                (4, None, sorry()),
            ],
        ),
        hand_in(
            "a",
            Assessment::Apology,
            Round::First,
            &apologies([Apology::How, none, Apology::How, none], condition),
        ),
        Action::WriteLetter(Letter {
            option: "a".into(),
            text: text(
                "Dear customers,\n\nWe asked too late, and we asked the wrong question.\n\nThe board",
                "Beste klanten,\n\nWij vroegen het te laat, en wij stelden de verkeerde vraag.\n\nHet bestuur",
            ),
        }),
        Action::AddOption(OptionCard {
            id: "c".into(),
            name: Text::same("Panel"),
            summary: Text::same("Panel."),
            changes_service: false,
            invented: true,
            legal: None,
        }),
        Action::GoTo(Step::Decide, Some("a".into()), Some("stance".into())),
        words(
            Private::Stance,
            "a",
            &[
                (
                    1,
                    Some(true),
                    text(
                        "because a trial hurts nobody",
                        "omdat een proef niemand schaadt",
                    ),
                ),
                (2, Some(true), Clean::default()),
                (
                    4,
                    Some(false),
                    text("because they cannot leave", "omdat zij niet weg kunnen"),
                ),
            ],
        ),
        Action::Decide(Decision {
            option: "a".into(),
            code: DecisionCode::ProceedWithConditions,
            reason: text(
                "A small trial tells us more than another meeting.",
                "Van een kleine proef leren wij meer dan van nog een vergadering.",
            ),
            by: ["Anna", "Bram"].map(Clean::name).to_vec(),
            conditions: vec![
                Condition {
                    text: text("Customers hear it first", "Klanten horen het eerst"),
                    owner: Clean::name("Chris"),
                    by: Some(date(2027, 2, 1)),
                },
                Condition {
                    text: text(
                        "No payments to hospitals",
                        "Geen betalingen aan ziekenhuizen",
                    ),
                    owner: Clean::default(),
                    by: None,
                },
            ],
            kill_criteria: vec![KillCriterion {
                text: text(
                    "fewer than half stay in the trial",
                    "minder dan de helft in de proef blijft",
                ),
                by: Some(date(2027, 4, 1)),
            }],
            watch: vec![text("Questions in parliament", "Kamervragen")],
            review: Some(date(2027, 5, 1)),
            dissent: vec![text(
                "Dewi: we should not do this to people who cannot leave.",
                "Dewi: wij moeten dit niet doen met mensen die niet weg kunnen.",
            )],
        }),
    ];
    for (number, action) in actions.into_iter().enumerate() {
        let command = Command {
            id: format!("walk-{number}"),
            actor: Actor::Facilitator,
            seen: None,
            action,
        };
        service.submit(command).wait().unwrap();
    }
    (service.host(), notice)
}

/// Would catch a decision, a condition, a note or a letter that does not
/// reach the memo, or reaches it in the wrong words.
#[test]
fn a_session_walked_to_its_end() {
    let folder = tempfile::tempdir().unwrap();
    for lang in Lang::ALL {
        let path = folder.path().join(format!("{}.session.toml", lang.code()));
        let (view, notice) = walked(&path, lang);
        let hidden = |text: &str| {
            let hashes = [
                &view.fingerprint.hash,
                &view.info.session,
                &view.info.scenario_hash,
                &view.info.instrument_hash,
            ];
            hashes.iter().fold(text.to_owned(), |text, hash| {
                text.replace(hash.as_str(), "[hash]")
            })
        };
        let tree = memo::build(&view, &notice, lang);
        insta::assert_snapshot!(
            format!("decided_md_{}", lang.code()),
            hidden(&memo::md::render(&tree))
        );
        insta::assert_snapshot!(
            format!("decided_html_{}", lang.code()),
            hidden(&memo::html::render(&tree))
        );
        if lang == Lang::En {
            insta::assert_snapshot!("decided_json", hidden(&memo::json::render(&view)));
        }
    }
}
