//! One idea to earn money with data, with its facts; for a real case also
//! what happened, apart from the rest.

use super::Text;
use super::schema::{DAY, ID};
use crate::method::Legal;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A scenario file: a real case, with an `[outcome]`, or an idea of one's own,
/// which may leave out more.
///
/// What is `None` or empty here only an idea may leave out; the reader refuses
/// a real case without it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Its id, as used on the command line and by twins.
    #[schemars(regex(pattern = ID))]
    pub id: String,
    /// What it is called.
    pub title: Text,
    /// Whose idea it is.
    pub organisation: Text,
    /// The sector; `other` where left out.
    pub sector: Sector,
    /// Two-letter country code (ISO 3166); left out where no one country can be
    /// named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"^[A-Z]{2}$"))]
    pub country: Option<String>,
    /// The year of the plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1900, max = 2100))]
    pub year: Option<i16>,
    /// The day before which everything outside `[outcome]` was known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String", regex(pattern = DAY), extend("format" = "date"))]
    pub as_of: Option<Date>,
    /// Title and organisation with the names hidden; an idea that has none
    /// shows its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disguise: Option<Disguise>,
    /// What those whose data it is are called, as a plural without article:
    /// customers, citizens, patients, members.
    pub people: Text,
    /// How they depend on the service, in the words of the case base.
    #[serde(default)]
    pub relationship: Vec<Relation>,
    /// The idea card.
    pub idea: Idea,
    /// What was known before the decision.
    #[serde(default)]
    pub facts: Vec<Fact>,
    /// The options, A first.
    #[schemars(length(min = 1))]
    pub options: Vec<OptionCard>,
    /// The legal state of the plan as proposed, as of its date; where left
    /// out it is not known yet, so `open`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal: Option<LegalView>,
    /// Who has a stake.
    #[serde(default)]
    pub stakeholders: Vec<Stakeholder>,
    /// Ids of cases that are the same idea with another ending.
    #[serde(default)]
    #[schemars(inner(regex(pattern = ID)))]
    pub twins: Vec<String>,
    /// What happened; only for real cases, never part of a session until its
    /// debrief.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
}

/// A title and an organisation without names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Disguise {
    /// The title with the names hidden.
    pub title: Text,
    /// The organisation with its name hidden.
    pub organisation: Text,
    /// The names that stay hidden: they may stand in `title`, `organisation`,
    /// `[outcome]` and sources, and nowhere else.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hides: Vec<String>,
}

/// The idea card (METHOD.md §2.1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Idea {
    /// The idea in at most three sentences.
    pub summary: Text,
    /// What data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data: Option<Text>,
    /// About whom and how many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<Text>,
    /// What for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Text>,
    /// Who pays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payer: Option<Text>,
    /// Who gains.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gains: Option<Text>,
    /// What the customer gets back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub returns: Option<Text>,
    /// Yearly yield, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revenue: Option<Text>,
    /// The cost of not doing it, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost_of_not: Option<Text>,
    /// Form of consent, and what is the default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent: Option<Text>,
    /// What we did, as the apology letter would put it: one sentence that
    /// follows "Dear customer,".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub letter: Option<Text>,
}

/// Something known before the decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// The fact in one or two sentences.
    pub text: Text,
    /// Where it stands.
    ///
    /// Empty where a disguise hides it.
    pub source: String,
    /// The id of the twin whose ending it gives away.
    ///
    /// Where both are walked as a pair the fact is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tells: Option<String>,
}

/// A variant of the idea.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OptionCard {
    /// `a`, `b`, …
    #[schemars(regex(pattern = r"^[a-z]$"))]
    pub id: String,
    /// What it is called.
    pub name: Text,
    /// What it is, in at most three sentences.
    pub summary: Text,
    /// Whether it changes the service itself, so that the relationship is
    /// rated anew.
    #[serde(default)]
    pub changes_service: bool,
    /// Whether it is our own making and no part of the record.
    #[serde(default)]
    pub invented: bool,
    /// Its legal state, where it differs from that of the plan as proposed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal: Option<LegalView>,
}

/// A legal state and why, as of the date of the plan. A proposal: a session
/// starts at `open`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LegalView {
    /// The state proposed.
    pub state: Legal,
    /// Why.
    pub why: Text,
    /// Questions for counsel.
    #[serde(default)]
    pub questions: Vec<Text>,
}

/// Someone with a stake.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stakeholder {
    /// Who.
    pub name: Text,
    /// What is at stake for them.
    pub stake: Text,
}

macro_rules! word_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $id:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
        )]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $id)] $variant),* }

        impl $name {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The word for it in files.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id),* }
            }

            /// The one of that word.
            #[must_use]
            pub fn from_id(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|v| v.id() == id)
            }
        }
    };
}

word_enum! {
    /// A sector, to choose cases by.
    Sector {
        /// Banks
        Banking = "banking",
        /// Payment processing
        Payments = "payments",
        /// Insurance
        Insurance = "insurance",
        /// Shops and brands
        Retail = "retail",
        /// Telephone and internet
        Telecom = "telecom",
        /// Public transport
        Transport = "transport",
        /// Cars
        Cars = "cars",
        /// Maps and routes
        Navigation = "navigation",
        /// Health
        Health = "health",
        /// Government
        Government = "government",
        /// Post
        Post = "post",
        /// Media
        Media = "media",
        /// Software and online services
        Software = "software",
        /// Sport
        Sport = "sport",
        /// Farming and food
        Farming = "farming",
        /// Travel
        Travel = "travel",
        /// The home
        Home = "home",
        /// Another one
        Other = "other",
    }
}

word_enum! {
    /// How people depend on the service.
    Relation {
        /// They must take part by law.
        Law = "law",
        /// One can hardly live without it.
        Utility = "utility",
        /// Leaving is costly, or the device or contract is already bought.
        LockIn = "lock-in",
        /// A real, cheap alternative exists.
        Voluntary = "voluntary",
        /// People did not know that they were in it.
        Unaware = "unaware",
    }
}

word_enum! {
    /// How a real case ended.
    OutcomeClass {
        /// Withdrawn
        Withdrawn = "withdrawn",
        /// Fined
        Fined = "fined",
        /// Apologised
        Apologised = "apologised",
        /// Accepted
        Accepted = "accepted",
        /// Thriving
        Thriving = "thriving",
        /// Declined by choice
        DeclinedByChoice = "declined-by-choice",
        /// Reformed
        Reformed = "reformed",
        /// An order or finding without a fine
        Ordered = "ordered",
        /// Contested
        Contested = "contested",
    }
}

word_enum! {
    /// What an apology is for.
    Regret {
        /// The act itself: that it was done or planned at all.
        Act = "act",
        /// What was not done to prevent it.
        Oversight = "oversight",
        /// How it was handled.
        Handling = "handling",
        /// That it was told badly and misunderstood.
        Confusion = "confusion",
        /// What others felt about it.
        Feelings = "feelings",
    }
}

word_enum! {
    /// How well a case is documented.
    Confidence {
        /// Several sources agree.
        High = "high",
        /// Some of it rests on one source.
        Medium = "medium",
        /// One source only.
        Low = "low",
    }
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// One or more words for the ending.
    #[schemars(length(min = 1))]
    pub class: Vec<OutcomeClass>,
    /// Whether it ended in a public apology or was withdrawn within 24
    /// months, for forecasts (METHOD.md §7).
    pub stopped_within_24_months: bool,
    /// What happened, by date.
    #[schemars(length(min = 1))]
    pub timeline: Vec<TimelineEntry>,
    /// The public apology, or that none is on record here.
    pub apology: RealApology,
    /// What to take from it.
    pub lessons: Vec<Text>,
    /// What to talk about once it is known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Text>,
    /// For each twin the one thing that differed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub differences: Vec<Difference>,
    /// The sources, each as one line.
    #[schemars(length(min = 1))]
    pub sources: Vec<String>,
    /// How well it is documented.
    pub confidence: Confidence,
}

/// The one thing in which a case and its twin differed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Difference {
    /// The twin's id.
    #[schemars(regex(pattern = ID))]
    pub twin: String,
    /// What differed, in a sentence that names neither.
    pub text: Text,
}

/// One dated step of what happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TimelineEntry {
    /// When: `2014`, `2014-03` or `2014-03-10`.
    #[schemars(regex(pattern = r"^\d{4}(-\d{2}(-\d{2})?)?$"))]
    pub date: String,
    /// What happened.
    pub text: Text,
    /// Where it stands.
    pub source: String,
}

/// A real apology.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RealApology {
    /// What was said, by whom, when; or that none is on record here.
    pub text: Text,
    /// What it regrets, by our reading; empty where none is on record.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub regrets: Vec<Regret>,
    /// At most one short sentence of it, in its own language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// Where it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

impl Scenario {
    /// The case with its names hidden: the title and the organisation of its
    /// disguise, no country, no twins, nothing of what happened, and no
    /// sources: their names and dates tell too much (an empty source is one
    /// that is told later). The id stays, for the program alone. None where
    /// there is no disguise.
    #[must_use]
    pub fn disguised(&self) -> Option<Self> {
        let disguise = self.disguise.as_ref()?;
        let hide = |fact: &Fact| Fact {
            text: fact.text.clone(),
            source: String::new(),
            tells: None,
        };
        Some(Self {
            title: disguise.title.clone(),
            organisation: disguise.organisation.clone(),
            country: None,
            disguise: None,
            facts: self.facts.iter().map(hide).collect(),
            twins: Vec::new(),
            outcome: None,
            ..self.clone()
        })
    }

    /// The case as it is walked beside a twin: without the facts that give the
    /// twin's ending away.
    #[must_use]
    pub fn beside(&self, twin: &Self) -> Self {
        let mut case = self.clone();
        case.facts
            .retain(|fact| fact.tells.as_ref() != Some(&twin.id));
        case
    }

    /// An option by its id, in any case.
    #[must_use]
    pub fn option(&self, id: &str) -> Option<&OptionCard> {
        self.options.iter().find(|o| o.id.eq_ignore_ascii_case(id))
    }

    /// The scenario as a session embeds it: what was only known afterwards
    /// stays out until the debrief.
    #[must_use]
    pub fn without_outcome(&self) -> Self {
        Self {
            outcome: None,
            ..self.clone()
        }
    }
}
