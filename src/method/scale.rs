//! The scales: what can be answered, graded and ruled, as types in which a
//! value off the scale can't be built.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The five things a room assesses, in the order in which it takes them.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Assessment {
    /// How free people are to do without the service (V).
    Relationship,
    /// Customer need (N).
    Need,
    /// Societal support (S).
    Support,
    /// The legal state: set by one named owner, never voted.
    Legal,
    /// The apology-letter test (A).
    Apology,
}

impl Assessment {
    /// All five, in order.
    pub const ALL: [Self; 5] = [
        Self::Relationship,
        Self::Need,
        Self::Support,
        Self::Legal,
        Self::Apology,
    ];
    /// The four that participants rate.
    pub const RATED: [Self; 4] = [Self::Relationship, Self::Need, Self::Support, Self::Apology];

    /// The word for it in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Relationship => "relationship",
            Self::Need => "need",
            Self::Support => "support",
            Self::Legal => "legal",
            Self::Apology => "apology",
        }
    }

    /// The assessment of that word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|a| a.id() == id)
    }
}

/// A number was off its scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutOfRange;

/// A participant's answer on `relationship`, `need` or `support`: a whole
/// number from 0 to 10; more always speaks for going ahead (§3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rating(u8);

impl Rating {
    /// The highest rating.
    pub const MAX: u8 = 10;

    /// The number, 0 to 10.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Rating {
    type Error = OutOfRange;

    fn try_from(value: u8) -> Result<Self, OutOfRange> {
        if value <= Self::MAX {
            Ok(Self(value))
        } else {
            Err(OutOfRange)
        }
    }
}

/// A participant's answer on `apology` (§3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Apology {
    /// We would apologise for doing this at all (0).
    Whole,
    /// We would apologise for how, unless named conditions are in place (1).
    How,
    /// No apology needed: we could explain it in public (2).
    None,
}

impl Apology {
    /// All three, from worst to best.
    pub const ALL: [Self; 3] = [Self::Whole, Self::How, Self::None];

    /// The word for it in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::How => "how",
            Self::None => "none",
        }
    }

    /// The answer of that word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|a| a.id() == id)
    }
}

/// The legal state of an option (§3).
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Legal {
    /// Not known yet: its cap may be 0 or 3.
    #[default]
    Open,
    /// Prohibited (0).
    Blocked,
    /// Not lawful as it is; a lawful redesign exists (1).
    Fixable,
    /// Lawful under conditions (2).
    Conditional,
    /// Lawful (3).
    Clear,
}

impl Legal {
    /// All states, the open one first.
    pub const ALL: [Self; 5] = [
        Self::Open,
        Self::Blocked,
        Self::Fixable,
        Self::Conditional,
        Self::Clear,
    ];

    /// The word for it in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Blocked => "blocked",
            Self::Fixable => "fixable",
            Self::Conditional => "conditional",
            Self::Clear => "clear",
        }
    }

    /// The state of that word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|a| a.id() == id)
    }

    /// The highest verdict that this state allows (§4.7); none while open.
    #[must_use]
    pub const fn cap(self) -> Option<Verdict> {
        match self {
            Self::Open => None,
            Self::Blocked => Some(Verdict::DoNotProceed),
            Self::Fixable => Some(Verdict::Redesign),
            Self::Conditional => Some(Verdict::ProceedWithConditions),
            Self::Clear => Some(Verdict::Proceed),
        }
    }
}

/// What a participant handed in, or did not (§3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Answer<T> {
    /// A rating.
    Given(T),
    /// No basis to judge, or not handed in: counts in R, not in n.
    Abstained,
    /// Out of this assessment by a conflict of interest: not in R.
    Recused,
}

/// What the rules say (§4.8), worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// 0
    DoNotProceed,
    /// 1
    Redesign,
    /// 2
    ProceedWithConditions,
    /// 3
    Proceed,
}

impl Verdict {
    /// All four, worst first.
    pub const ALL: [Self; 4] = [
        Self::DoNotProceed,
        Self::Redesign,
        Self::ProceedWithConditions,
        Self::Proceed,
    ];

    /// Its number, 0 to 3.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8
    }

    /// The verdict of a number; what is above 3 is 3.
    #[must_use]
    pub(crate) const fn of(number: usize) -> Self {
        match number {
            0 => Self::DoNotProceed,
            1 => Self::Redesign,
            2 => Self::ProceedWithConditions,
            _ => Self::Proceed,
        }
    }

    /// The word for it in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::DoNotProceed => "do-not-proceed",
            Self::Redesign => "redesign",
            Self::ProceedWithConditions => "proceed-with-conditions",
            Self::Proceed => "proceed",
        }
    }
}

/// A verdict, or the statement that open items leave a range (§4.9).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// The open items change nothing, or there are none.
    Settled(Verdict),
    /// The lowest and the highest verdict differ.
    NotYet,
}

impl Code {
    /// The word for it in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Settled(verdict) => verdict.id(),
            Self::NotYet => "not-yet",
        }
    }
}

/// How much choice people have (§4.2): each step up takes more to go ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// 0: free to go.
    Voluntary,
    /// 1: can go, at a price.
    ChoiceLimited,
    /// 2: no way round the service.
    Captive,
}

impl Class {
    /// All three; the index is k.
    pub const ALL: [Self; 3] = [Self::Voluntary, Self::ChoiceLimited, Self::Captive];

    /// k, 0 to 2.
    #[must_use]
    pub const fn k(self) -> usize {
        self as usize
    }

    /// The word for it in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Voluntary => "voluntary",
            Self::ChoiceLimited => "choice-limited",
            Self::Captive => "captive",
        }
    }
}

/// How a grade stands to floor and bar (§4.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Below the floor (0).
    Weak,
    /// On or above the floor, below the bar (1).
    Middle,
    /// On or above the bar (2).
    Strong,
}

impl Level {
    /// All three, worst first.
    pub const ALL: [Self; 3] = [Self::Weak, Self::Middle, Self::Strong];

    /// The word for it in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Weak => "weak",
            Self::Middle => "middle",
            Self::Strong => "strong",
        }
    }
}

/// How far every bar is moved for the comparison of §4.10.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shift {
    /// One lower.
    Lower,
    /// As it is.
    #[default]
    Same,
    /// One higher.
    Higher,
}

impl Shift {
    /// All three, lowest first.
    pub const ALL: [Self; 3] = [Self::Lower, Self::Same, Self::Higher];

    pub(super) const fn applied(self, bar: u8) -> u8 {
        match self {
            Self::Lower => bar.saturating_sub(1),
            Self::Same => bar,
            Self::Higher => bar + 1,
        }
    }
}

/// A signed distance on the 0–10 scale, in points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Points(pub i8);

/// Every constant of the method. It is part of the instrument file, carries a
/// version and is printed in the memo. None has been validated empirically:
/// they are conventions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// Which set of conventions this is.
    pub version: String,
    /// From this group score on the relationship is voluntary (7).
    #[schemars(range(min = 2, max = 10))]
    pub voluntary_from: u8,
    /// From this group score on it is choice-limited, below it captive (4).
    #[schemars(range(min = 1, max = 9))]
    pub choice_limited_from: u8,
    /// The bar B for voluntary, choice-limited, captive (6, 7, 8).
    #[schemars(inner(range(min = 3, max = 9)))]
    pub bar: [u8; 3],
    /// The floor F for voluntary, choice-limited, captive (3, 4, 5).
    #[schemars(inner(range(min = 1, max = 7)))]
    pub floor: [u8; 3],
    /// One in how many participants suffices to hold the verdict down by the
    /// apology, for voluntary, choice-limited, captive (3, 4, 5).
    #[schemars(inner(range(min = 1, max = 99)))]
    pub apology_one_in: [u8; 3],
    /// An assessment counts from this many answers on, or from all
    /// participants where there are fewer, if more than half answered (3).
    #[schemars(range(min = 1, max = 99))]
    pub quorum: u8,
    /// Both camps of a split hold at least ⌊(n + 1) / this⌋ answers (3).
    #[schemars(range(min = 1, max = 99))]
    pub split_one_in: u8,
}

/// What is wrong with a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PolicyFault {
    /// `1 ≤ choice_limited_from < voluntary_from ≤ 10` does not hold.
    Cuts,
    /// `1 ≤ floor`, `floor + 2 ≤ bar` and `bar ≤ 9` do not hold for a class,
    /// so that a bar one lower or one higher would meet the floor or leave
    /// the scale.
    Lines,
    /// Less choice must not make it easier: bars and floors may not fall from
    /// voluntary to captive, nor may `apology_one_in`.
    Order,
    /// A share or the quorum is 0.
    Shares,
}

impl Policy {
    /// The bar B of a class.
    #[must_use]
    pub const fn bar(&self, class: Class) -> u8 {
        self.bar[class.k()]
    }

    /// The floor F of a class.
    #[must_use]
    pub const fn floor(&self, class: Class) -> u8 {
        self.floor[class.k()]
    }

    /// The class of a group score on the relationship (§4.2).
    #[must_use]
    pub const fn class(&self, grade: Rating) -> Class {
        if grade.get() >= self.voluntary_from {
            Class::Voluntary
        } else if grade.get() >= self.choice_limited_from {
            Class::ChoiceLimited
        } else {
            Class::Captive
        }
    }

    /// Everything that is wrong with these constants; empty when they can be
    /// ruled by.
    #[must_use]
    pub fn faults(&self) -> Vec<PolicyFault> {
        let mut faults = Vec::new();
        if self.choice_limited_from < 1
            || self.choice_limited_from >= self.voluntary_from
            || self.voluntary_from > Rating::MAX
        {
            faults.push(PolicyFault::Cuts);
        }
        if Class::ALL.iter().any(|&k| {
            let (bar, floor) = (self.bar(k), self.floor(k));
            floor < 1 || bar > 9 || bar.saturating_sub(floor) < 2
        }) {
            faults.push(PolicyFault::Lines);
        }
        let rising = |a: &[u8; 3]| a.is_sorted();
        if !rising(&self.bar) || !rising(&self.floor) || !rising(&self.apology_one_in) {
            faults.push(PolicyFault::Order);
        }
        if self.apology_one_in.contains(&0) || self.split_one_in == 0 || self.quorum == 0 {
            faults.push(PolicyFault::Shares);
        }
        faults
    }
}

impl Default for Policy {
    /// The conventions of METHOD.md.
    fn default() -> Self {
        Self {
            version: "1".into(),
            voluntary_from: 7,
            choice_limited_from: 4,
            bar: [6, 7, 8],
            floor: [3, 4, 5],
            apology_one_in: [3, 4, 5],
            quorum: 3,
            split_one_in: 3,
        }
    }
}
