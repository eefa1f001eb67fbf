//! One text in every place where a person can type.

use dear_customer::{
    content::{Idea, Library, OptionCard, Text},
    lang::Lang,
    method::{Apology, Assessment, Legal, Rating},
    session::{
        Action, AnswerWord, Condition, Decision, DecisionCode, Evidence, EvidenceGrade, Framing,
        HandIn, IdeaText, KillCriterion, LegalEntry, Letter, NewSession, Note, Private, Roles,
        Round, RoundId, SeatId, Secret, Words,
    },
    text::Clean,
};
use jiff::civil::date;

/// A session of one, named with the text, about an idea of one's own.
pub fn session(text: &str) -> NewSession {
    let library = Library::built_in();
    NewSession {
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
    }
}

/// Every action that takes words.
#[expect(clippy::too_many_lines, reason = "one of each kind")]
pub fn actions(text: &str) -> Vec<Action> {
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
