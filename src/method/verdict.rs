//! From tallies to the verdict: METHOD.md §4, step by step, with every number
//! that a reader needs to do it again with a pencil.

use super::{
    Assessment, Class, Legal, Level, Panel, Points, Policy, Rating, Ruling, Shift, Tally, Verdict,
    core_verdict,
    ruling::{Digest, ruling},
    split_size,
};

/// Why an item is open (§4.9).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Open {
    /// The legal state is not known yet.
    Legal,
    /// Too few answered.
    NoQuorum,
    /// Two camps, each large enough.
    Split,
}

/// One open item, whether or not it changes the verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct OpenItem {
    /// Which assessment is open.
    pub assessment: Assessment,
    /// Why.
    pub why: Open,
}

impl OpenItem {
    /// Its spelling in the JSON memo: `need: split`.
    #[must_use]
    pub fn id(self) -> String {
        let why = match self.why {
            Open::Legal => "open",
            Open::NoQuorum => "no quorum",
            Open::Split => "split",
        };
        format!("{}: {why}", self.assessment.id())
    }
}

/// One assessment on the 0–10 scale, graded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scored {
    /// The group score, the low median; none without a quorum.
    pub grade: Option<Rating>,
    /// Against floor and bar of the class of the relationship's grade; none
    /// for the relationship itself and where either grade is missing.
    pub level: Option<Level>,
    /// Grade less bar, in points (§4.10).
    pub headroom: Option<Points>,
    /// Its two camps, where it is split (§4.9).
    pub split: Option<Split>,
    /// Whether enough answered.
    pub quorum: bool,
}

/// The two camps of a split, under the lines by which it is one: those of
/// the class of the grade where they make it so, else of another possible
/// class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Split {
    /// The line below which the first camp lies.
    pub floor: u8,
    /// The line at or above which the second camp lies.
    pub bar: u8,
    /// How many lie below the floor.
    pub below: u32,
    /// How many lie at or above the bar.
    pub above: u32,
}

/// The apology-letter test, counted (§4.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ApologyCount {
    /// How many would apologise for the whole, for how, and not at all.
    pub counts: [u32; 3],
    /// The highest verdict it allows; none without a quorum or a class.
    pub cap: Option<Verdict>,
    /// The least and the most that it may allow, over every class that is
    /// possible; anything without a quorum.
    pub ends: [Verdict; 2],
}

/// Everything the rules say about one option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// The relationship; its level and headroom are none.
    pub relationship: Scored,
    /// The class of the relationship's grade; none without a quorum.
    pub class: Option<Class>,
    /// B of that class.
    pub bar: Option<u8>,
    /// F of that class.
    pub floor: Option<u8>,
    /// Customer need.
    pub need: Scored,
    /// Societal support.
    pub support: Scored,
    /// Need with support (§4.5).
    pub core: Option<Verdict>,
    /// The apology-letter test.
    pub apology: ApologyCount,
    /// The legal state; its cap is [`Legal::cap`].
    pub legal: Legal,
    /// The verdict.
    pub ruling: Ruling,
    /// Every open item in the order of the assessments, also those that
    /// change nothing.
    pub open: Vec<OpenItem>,
    /// The verdict with every grade as it is, splits aside; none while the
    /// legal state is open or an assessment has no quorum (§5).
    pub point: Option<Verdict>,
    /// The ruling with bars one lower, as they are, one higher (§4.10).
    pub shifted: [Ruling; 3],
}

/// Judges one option by the rules of METHOD.md §4. The policy must have no
/// [`Policy::faults`]: a share of 0 has no rank.
#[must_use]
pub fn assess(policy: &Policy, panel: &Panel) -> Judgement {
    let quorum = |tally: &Tally<11>| tally.has_quorum(policy.quorum);
    let relationship = relationship(policy, &panel.relationship);
    let class = relationship.grade.map(|g| policy.class(g));
    let digest = Digest::of(policy, panel, Shift::Same);
    let (first, last) = digest.classes(policy);

    // The class of the grade first: its lines are those that people know.
    let mut lines = Class::ALL[first..=last].to_vec();
    lines.sort_by_key(|&k| Some(k) != class);

    let scored = |tally: &Tally<11>| {
        let grade = quorum(tally).then(|| grade(tally)).flatten();
        let on = grade.zip(class);
        Scored {
            grade,
            level: on.map(|(g, k)| level(g.get().into(), policy.bar(k), policy.floor(k))),
            headroom: on.map(|(g, k)| Points(signed(g.get()) - signed(policy.bar(k)))),
            split: split(policy, tally, &lines),
            quorum: quorum(tally),
        }
    };
    let need = scored(&panel.need);
    let support = scored(&panel.support);
    let core = need
        .level
        .zip(support.level)
        .map(|(n, s)| core_verdict(n, s));
    let apology = ApologyCount {
        counts: *panel.apology.counts(),
        cap: class.and_then(|k| digest.apology_cap(policy, k)),
        ends: digest.apology_ends(policy),
    };
    let point = core
        .zip(apology.cap)
        .zip(panel.legal.cap())
        .map(|((core, apology), legal)| core.min(apology).min(legal));
    let shifted = Shift::ALL.map(|shift| ruling(policy, panel, shift));

    Judgement {
        open: open_items(policy, panel, [relationship, need, support]),
        ruling: shifted[1],
        class,
        bar: class.map(|k| policy.bar(k)),
        floor: class.map(|k| policy.floor(k)),
        relationship,
        need,
        support,
        core,
        apology,
        legal: panel.legal,
        point,
        shifted,
    }
}

/// The low median as a rating (§4.1).
fn grade(tally: &Tally<11>) -> Option<Rating> {
    let index = u8::try_from(tally.low_median()?).ok()?;
    Rating::try_from(index).ok()
}

fn signed(value: u8) -> i8 {
    i8::try_from(value).unwrap_or(i8::MAX)
}

fn relationship(policy: &Policy, tally: &Tally<11>) -> Scored {
    let quorum = tally.has_quorum(policy.quorum);
    Scored {
        grade: quorum.then(|| grade(tally)).flatten(),
        level: None,
        headroom: None,
        split: camps(
            policy,
            tally,
            policy.choice_limited_from,
            policy.voluntary_from,
        )
        .filter(|_| quorum),
        quorum,
    }
}

/// The camps, if at least s answers lie below `floor` and at least s at `bar`
/// or above, with s ≥ 1 (§4.9).
fn camps(policy: &Policy, tally: &Tally<11>, floor: u8, bar: u8) -> Option<Split> {
    let s = split_size(policy, tally.n());
    let (below, above) = (tally.below(floor.into()), tally.at_least(bar.into()));
    (s >= 1 && below >= s && above >= s).then_some(Split {
        floor,
        bar,
        below,
        above,
    })
}

/// The split under the bar and floor of any of these classes; none without a
/// quorum.
fn split(policy: &Policy, tally: &Tally<11>, classes: &[Class]) -> Option<Split> {
    classes
        .iter()
        .filter(|_| tally.has_quorum(policy.quorum))
        .find_map(|&k| camps(policy, tally, policy.floor(k), policy.bar(k)))
}

fn level(grade: usize, bar: u8, floor: u8) -> Level {
    if grade >= bar.into() {
        Level::Strong
    } else if grade >= floor.into() {
        Level::Middle
    } else {
        Level::Weak
    }
}

fn open_items(policy: &Policy, panel: &Panel, scored: [Scored; 3]) -> Vec<OpenItem> {
    let mut items = Vec::new();
    let mut push = |assessment, why| items.push(OpenItem { assessment, why });
    let rated = [
        Assessment::Relationship,
        Assessment::Need,
        Assessment::Support,
    ];
    for (assessment, scored) in rated.into_iter().zip(scored) {
        if !scored.quorum {
            push(assessment, Open::NoQuorum);
        } else if scored.split.is_some() {
            push(assessment, Open::Split);
        }
    }
    if panel.legal == Legal::Open {
        push(Assessment::Legal, Open::Legal);
    }
    if !panel.apology.has_quorum(policy.quorum) {
        push(Assessment::Apology, Open::NoQuorum);
    }
    items
}
