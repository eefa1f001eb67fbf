//! The questionnaire: what is asked, how the scale is anchored, how long each
//! step takes, and the policy by which it is judged.

use super::Text;
use super::schema::ID;
use crate::method::{Apology, Assessment, Legal, Policy};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An instrument file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// `standard`, `quickscan`, `deep`, or one's own.
    #[schemars(regex(pattern = ID))]
    pub id: String,
    /// What it is called.
    pub title: Text,
    /// When to choose it, in one sentence.
    pub summary: Text,
    /// How long it takes in all, in minutes.
    #[schemars(range(min = 1, max = 2880))]
    pub minutes: u16,
    /// Whether relationship, need and support share one paper card and one
    /// reveal, as in a quickscan.
    #[serde(default)]
    pub one_card: bool,
    /// The constants.
    pub policy: Policy,
    /// The five assessments, in this order: relationship, need, support,
    /// legal, apology.
    pub assessments: Vec<AssessmentSheet>,
    /// What to think of before writing the letter; unscored.
    pub letter: Vec<Prompt>,
    /// The time boxes, in order.
    #[schemars(length(min = 1))]
    pub agenda: Vec<AgendaItem>,
}

/// What the room reads and answers for one assessment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AssessmentSheet {
    /// Which one.
    pub id: Assessment,
    /// The question that is rated, in one sentence.
    pub question: Text,
    /// Guiding questions: prompts to think with, not answered in the tool.
    pub questions: Vec<Question>,
    /// The sentences from which a rating starts, worst first.
    pub anchors: Vec<Anchor>,
}

/// A guiding question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The question; "yes" speaks for going ahead (for legal: a question for
    /// counsel).
    pub text: Text,
    /// Why it is asked, in one sentence.
    pub why: Text,
    /// Where it comes from.
    pub source: String,
}

/// A sentence on the scale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Anchor {
    /// Where on the scale.
    pub at: AnchorAt,
    /// The sentence, as shown back to confirm.
    pub text: Text,
}

/// A place on a scale: 0, 2, … 10, or the word of an apology answer or of a
/// legal state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum AnchorAt {
    /// 0–10
    Number(#[schemars(range(max = 10))] u8),
    /// `whole`, `how`, `none`, or `blocked` … `open`
    Word(String),
}

impl AnchorAt {
    /// The places that an assessment must anchor, in order.
    #[must_use]
    pub fn expected(assessment: Assessment) -> Vec<Self> {
        let word = |id: &str| Self::Word(id.to_owned());
        match assessment {
            Assessment::Relationship | Assessment::Need | Assessment::Support => {
                [0, 2, 4, 6, 8, 10].map(Self::Number).to_vec()
            }
            Assessment::Apology => Apology::ALL.map(|a| word(a.id())).to_vec(),
            Assessment::Legal => Legal::ALL.map(|l| word(l.id())).to_vec(),
        }
    }
}

/// A prompt before the letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Prompt {
    /// The prompt.
    pub text: Text,
    /// Where it comes from.
    pub source: String,
}

/// One time box.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AgendaItem {
    /// What the room does.
    pub text: Text,
    /// For how long, in minutes.
    #[schemars(range(min = 1, max = 2880))]
    pub minutes: u16,
    /// During which step of the walk this is, so that the step has a clock;
    /// `option` is everything that is done for a second option. Several items
    /// of a step add up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("enum" = AGENDA_STEPS))]
    pub step: Option<String>,
}

/// The steps that an item of the agenda may name.
pub const AGENDA_STEPS: [&str; 8] = [
    "frame",
    "relationship",
    "need",
    "support",
    "legal",
    "apology",
    "verdict",
    "option",
];

impl Instrument {
    /// The sheet of an assessment.
    #[must_use]
    pub fn sheet(&self, assessment: Assessment) -> Option<&AssessmentSheet> {
        self.assessments.iter().find(|sheet| sheet.id == assessment)
    }
}
