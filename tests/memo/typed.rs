//! Whatever people type comes out as plain text in every format, and the file
//! stays what it is: from the session's own TOML to each export.

use super::{
    board::{outside, submit_all},
    hostile::hostile,
    read,
};
use dear_customer::{
    content::{Idea, OptionCard, Text},
    lang::Lang,
    memo::{self, Format},
    method::{Apology, Assessment, Legal, Rating},
    session::{
        self, Action, AnswerWord, Condition, Decision, DecisionCode, Evidence, EvidenceGrade,
        Framing, HandIn, IdeaText, KillCriterion, LegalEntry, Letter, NewSession, Note, Notice,
        Private, Roles, Round, RoundId, SeatId, Secret, Words,
    },
    text::Clean,
};
use jiff::civil::date;
use proptest::prelude::*;
use std::path::Path;

/// A session in which the same text stands wherever a person can type.
fn typed(path: &Path, text: &str) {
    let library = dear_customer::content::Library::built_in();
    let new = NewSession {
        lang: Lang::Nl,
        participants: vec![Some(Clean::name(&format!("x{text}")))],
        named: true,
        example: false,
        team: Some(Clean::name(text)),
        class: Some(Clean::name(text)),
        instrument: library.instrument("quickscan").unwrap(),
        scenario: library.scenario("ing-2014").unwrap(),
        own: true,
        disguised: false,
        pair: None,
        start_with: vec!["a".into()],
    };
    session::create(path, new, &mut outside(0)).unwrap();
    submit_all(path, actions(text));
}

/// Every action that takes words.
#[expect(clippy::too_many_lines, reason = "one of each kind")]
fn actions(text: &str) -> Vec<Action> {
    let line = || Clean::line(&format!("x{text}"));
    let name = || Clean::name(&format!("x{text}"));
    let seat = SeatId::new(1).unwrap();
    let rate = |option: &str, assessment, round, answer| Action::HandIn {
        ratings: vec![HandIn {
            round: RoundId {
                option: option.into(),
                assessment,
                round,
            },
            seat,
            rating: Secret::new((answer, line())),
        }],
        legal: Vec::new(),
        reveal: true,
    };
    let score = |n| AnswerWord::Score(Rating::try_from(n).unwrap());
    let write = |what, wants| Action::Write {
        what,
        option: "a".into(),
        words: vec![(
            seat,
            Secret::new(Words {
                wants,
                text: line(),
            }),
        )],
        show: true,
    };
    let same = || Text::same(&format!("x{text}"));
    let idea = Idea {
        summary: same(),
        data: Some(same()),
        about: Some(same()),
        purpose: Some(same()),
        payer: Some(same()),
        gains: Some(same()),
        returns: Some(same()),
        revenue: Some(same()),
        cost_of_not: Some(same()),
        consent: Some(same()),
        letter: Some(same()),
    };
    vec![
        Action::WriteIdea(Box::new(IdeaText {
            title: line(),
            organisation: name(),
            people: same(),
            idea,
        })),
        Action::Frame(Framing {
            roles: Roles {
                chair: name(),
                owner: name(),
                legal: name(),
                scribe: name(),
            },
            classification: name(),
            ..Framing::default()
        }),
        rate("a", Assessment::Relationship, Round::First, score(3)),
        rate("a", Assessment::Need, Round::First, score(3)),
        rate("a", Assessment::Need, Round::Second, score(9)),
        rate("a", Assessment::Support, Round::First, score(9)),
        rate(
            "a",
            Assessment::Apology,
            Round::First,
            AnswerWord::Apology(Apology::How),
        ),
        Action::GradeEvidence(Evidence {
            option: "a".into(),
            assessment: Assessment::Need,
            grade: EvidenceGrade::Claim,
            source: line(),
            would_help: line(),
        }),
        Action::AddNote(Note {
            option: "a".into(),
            assessment: Assessment::Need,
            text: line(),
        }),
        Action::SetLegal(LegalEntry {
            option: "a".into(),
            state: Legal::Conditional,
            source: line(),
        }),
        write(Private::Sentence, None),
        write(Private::Stance, Some(true)),
        Action::WriteLetter(Letter {
            option: "a".into(),
            text: Clean::lines(&format!("x{text}\n\n{text}")),
        }),
        Action::AddOption(OptionCard {
            id: "b".into(),
            name: same(),
            summary: same(),
            changes_service: false,
            invented: true,
            legal: None,
        }),
        Action::Decide(Decision {
            option: "a".into(),
            code: DecisionCode::NotNow,
            reason: line(),
            by: vec![name()],
            conditions: vec![Condition {
                text: line(),
                owner: name(),
                by: Some(date(2027, 1, 1)),
            }],
            kill_criteria: vec![KillCriterion {
                text: line(),
                by: None,
            }],
            watch: vec![line(), line()],
            review: None,
            dissent: vec![line()],
        }),
    ]
}

/// What a text is where it was typed.
fn kept(text: &str) -> String {
    Clean::line(&format!("x{text}")).to_string()
}

/// Every format of the session, read as strictly as there is a reader.
fn check(text: &str) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.session.toml");
    typed(&path, text);
    let toml = std::fs::read_to_string(&path).unwrap();
    let events: toml::Table = toml.parse().unwrap();
    assert!(events["event"].is_array());
    let opened = session::read(&path).unwrap();
    assert_eq!(opened.notice, Notice::Whole);
    let view = opened.host();
    let wanted = kept(text);
    let has = |texts: &[String]| texts.iter().filter(|t| t.contains(&wanted)).count();

    for lang in Lang::ALL {
        let tree = memo::build(&view, &opened.notice, lang);
        let seen = read::read_md(&memo::md::render(&tree));
        assert!(has(&seen.texts) >= 30, "{wanted:?}");
        let seen = read::read_html(&memo::html::render(&tree));
        assert!(has(&seen.texts) >= 30, "{wanted:?}");

        let csv = memo::csv::render(&view, lang);
        let delimiter = if lang == Lang::Nl { b';' } else { b',' };
        let mut rows = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
        let reasons: Vec<String> = rows
            .records()
            .map(|row| memo::csv::plain(&row.unwrap()[5]).to_owned())
            .collect();
        assert_eq!(reasons, vec![wanted.clone(); 6]);
    }
    let json: serde_json::Value = serde_json::from_str(&memo::json::render(&view)).unwrap();
    assert_eq!(json["notes"][0]["text"], wanted);
    assert_eq!(json["decision"]["reason"], wanted);
    assert_eq!(json["session"]["title"]["nl"], wanted);
    for format in Format::written() {
        let memo = format.render(&view, &opened.notice, Lang::Nl).unwrap();
        let again = format.render(&view, &opened.notice, Lang::Nl).unwrap();
        assert_eq!(memo, again);
        if format != Format::Csv {
            let found = memo::verify(&path, &memo).unwrap();
            let event = view.fingerprint.event;
            assert_eq!(found, memo::Finding::Now { event }, "{}", format.id());
        }
    }
}

/// Would catch a text that steers any of the formats, or is changed by one.
#[test]
fn what_people_type_is_plain_text_in_every_format() {
    // Each by itself is tried on the renderers alone.
    for texts in hostile().chunks(6) {
        check(&texts.join(" "));
    }
    for text in [
        "a\u{0}b\u{1b}[31mc",
        "\u{202e}evil\u{200b}",
        "a\u{301}\u{301}",
        "\u{feff}",
        "王小明 🙂 עברית",
        "AC.N@example.xz, xmpp:a@example.org",
    ] {
        check(text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_random_text_steers_a_format(text in "(?s).{0,60}") {
        check(&text);
    }
}
