//! From answers to a verdict, or to the two between which it lies: the rules
//! of METHOD.md §4.5 to §4.9, once for the room and for the thousands of
//! panels drawn from it. All they need of a panel is how many answers lie
//! below each line that a rule asks about.
//!
//! Invariant: digests add up. That of a panel is the sum of those of its
//! participants, so a panel that is drawn costs a few additions.

use super::{Class, Code, Legal, Level, Panel, Policy, Shift, Tally, Verdict, tally::has_quorum};

/// The lowest and the highest verdict over everything that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ruling {
    /// The lowest.
    pub low: Verdict,
    /// The highest.
    pub high: Verdict,
}

impl Ruling {
    /// The verdict where both ends are the same, else `not-yet`.
    #[must_use]
    pub fn code(self) -> Code {
        if self.low == self.high {
            Code::Settled(self.low)
        } else {
            Code::NotYet
        }
    }
}

/// s: how many answers each camp of a split needs (§4.9), ⌊(n + 1) / 3⌋; none
/// is split where it is 0.
#[must_use]
pub fn split_size(policy: &Policy, n: u32) -> u32 {
    (n + 1) / u32::from(policy.split_one_in)
}

/// m: the rank that the apology cap reads (§4.6), ⌈n / (3 + k)⌉.
#[must_use]
pub fn cap_rank(policy: &Policy, n: u32, class: Class) -> u32 {
    n.div_ceil(policy.apology_one_in[class.k()].into())
}

/// Core = max(0, need + support − 1): neither makes up for the other (§4.5).
#[must_use]
pub fn core_verdict(need: Level, support: Level) -> Verdict {
    core_of(need as usize, support as usize)
}

pub(super) fn core_of(need: usize, support: usize) -> Verdict {
    Verdict::of((need + support).saturating_sub(1))
}

/// The verdict alone, without what led to it.
pub(super) fn ruling(policy: &Policy, panel: &Panel, shift: Shift) -> Ruling {
    Digest::of(policy, panel, shift).ruling(policy, legal_ends(panel.legal))
}

/// The ends of what the legal state allows (§4.7, §4.9).
pub(super) fn legal_ends(legal: Legal) -> [Verdict; 2] {
    legal.cap().map_or(ANY_CAP, |cap| [cap; 2])
}

/// The counts of a panel: of each assessment n, R, and how many answers lie
/// below each of its lines. 16 bits are enough for any room: a session has at
/// most 99 seats, and what is above 65 535 counts as that. One row of numbers,
/// so that adding is a few instructions; their order is that in which drawn
/// panels are put, so another one would give other shares.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Digest([u16; 24]);

// Where the counts of each assessment begin, and its lines.
/// Below choice-limited, below voluntary.
const RELATIONSHIP: usize = 0;
/// Below the floor of each class, then below the bar of each.
const NEED: usize = 4;
/// The same.
const SUPPORT: usize = 12;
/// Below `how`, below `none`.
const APOLOGY: usize = 20;

/// The counts of one assessment.
struct Lines<const L: usize> {
    /// n, the answers.
    n: u16,
    /// R, those who could have answered.
    eligible: u16,
    /// How many answers lie below each line.
    below: [u16; L],
}

impl<const L: usize> Lines<L> {
    fn has_quorum(&self, policy: &Policy) -> bool {
        has_quorum(self.n.into(), self.eligible.into(), policy.quorum)
    }

    /// Whether x₍rank₎ lies on a line or above it.
    fn reaches(&self, rank: u32, line: usize) -> bool {
        u32::from(self.below[line]) < rank
    }

    /// Whether at least s answers lie below one line and at least s on
    /// another or above it (§4.9).
    fn is_split(&self, s: u32, floor: usize, bar: usize) -> bool {
        let (below, at_bar) = (self.below[floor], self.n - self.below[bar]);
        s >= 1 && u32::from(below) >= s && u32::from(at_bar) >= s
    }

    /// The rank of the low median (§4.1).
    fn middle(&self) -> u32 {
        u32::from(self.n).div_ceil(2)
    }
}

impl Digest {
    pub(super) const EMPTY: Self = Self([0; 24]);

    /// The digest of a panel, with the bars moved.
    pub(super) fn of(policy: &Policy, panel: &Panel, shift: Shift) -> Self {
        let [f0, f1, f2] = policy.floor;
        let [b0, b1, b2] = policy.bar.map(|bar| shift.applied(bar));
        let lines = [f0, f1, f2, b0, b1, b2];
        let cuts = [policy.choice_limited_from, policy.voluntary_from];
        let mut digest = Self::EMPTY;
        digest.put(RELATIONSHIP, &panel.relationship, &cuts);
        digest.put(NEED, &panel.need, &lines);
        digest.put(SUPPORT, &panel.support, &lines);
        digest.put(APOLOGY, &panel.apology, &[1, 2]);
        digest
    }

    fn put<const N: usize>(&mut self, at: usize, tally: &Tally<N>, lines: &[u8]) {
        let below = lines.iter().map(|&line| tally.below(line.into()));
        let counts = [tally.n(), tally.eligible()].into_iter().chain(below);
        for (place, count) in self.0[at..].iter_mut().zip(counts) {
            *place = u16::try_from(count).unwrap_or(u16::MAX);
        }
    }

    fn lines<const L: usize>(&self, at: usize) -> Lines<L> {
        let Self(counts) = self;
        Lines {
            n: counts[at],
            eligible: counts[at + 1],
            below: std::array::from_fn(|line| counts[at + 2 + line]),
        }
    }

    pub(super) fn add(&mut self, other: &Self) {
        for (sum, one) in self.0.iter_mut().zip(&other.0) {
            *sum += one;
        }
    }

    /// The opposite of [`Digest::add`].
    pub(super) fn take(&mut self, other: &Self) {
        for (sum, one) in self.0.iter_mut().zip(&other.0) {
            *sum -= one;
        }
    }

    /// The classes that are possible (§4.2, §4.9), the first and the last:
    /// that of the grade; every class without a quorum, and also where the
    /// relationship is split, for x₍s₎ is then captive and x₍n+1−s₎ voluntary.
    pub(super) fn classes(&self, policy: &Policy) -> (usize, usize) {
        let lines: Lines<2> = self.lines(RELATIONSHIP);
        let split = lines.is_split(split_size(policy, lines.n.into()), 0, 1);
        if split || !lines.has_quorum(policy) {
            return (0, 2);
        }
        let middle = lines.middle();
        let reached = usize::from(lines.reaches(middle, 0)) + usize::from(lines.reaches(middle, 1));
        (2 - reached, 2 - reached)
    }

    /// The highest verdict that the apology allows (§4.6); none without a
    /// quorum.
    pub(super) fn apology_cap(&self, policy: &Policy, class: Class) -> Option<Verdict> {
        let lines: Lines<2> = self.lines(APOLOGY);
        if !lines.has_quorum(policy) {
            return None;
        }
        if !lines.reaches(lines.middle(), 0) {
            return Some(Verdict::DoNotProceed);
        }
        let rank = cap_rank(policy, lines.n.into(), class);
        let held = usize::from(lines.reaches(rank, 0)) + usize::from(lines.reaches(rank, 1));
        Some(Verdict::of(held + 1))
    }

    /// The ends of what the apology allows over the possible classes; anything
    /// without a quorum.
    pub(super) fn apology_ends(&self, policy: &Policy) -> [Verdict; 2] {
        let (first, last) = self.classes(policy);
        // The less choice, the less is allowed.
        let [low, high] = [last, first].map(|k| self.apology_cap(policy, Class::ALL[k]));
        low.zip(high).map_or(ANY_CAP, |(low, high)| [low, high])
    }

    /// The lowest and the highest verdict over all combinations (§4.9). The
    /// verdict rises with each grade and cap, so their ends suffice. `legal`
    /// holds the ends of the legal cap.
    pub(super) fn ruling(&self, policy: &Policy, legal: [Verdict; 2]) -> Ruling {
        let (first, last) = self.classes(policy);
        let classes = first..=last;
        let on_need: Lines<6> = self.lines(NEED);
        let on_support: Lines<6> = self.lines(SUPPORT);
        let need = ranks(policy, &on_need, classes.clone());
        let support = ranks(policy, &on_support, classes.clone());
        let ends = classes.map(|k| {
            let apology = self.apology_cap(policy, Class::ALL[k]);
            let apology = apology.map_or(ANY_CAP, |cap| [cap; 2]);
            [0, 1].map(|end| {
                let level = |lines: &Lines<6>, ranks: Option<[u32; 2]>| match ranks {
                    Some(ranks) => {
                        let reached = |line| usize::from(lines.reaches(ranks[end], line));
                        reached(k) + reached(k + 3)
                    }
                    None => 2 * end,
                };
                core_of(level(&on_need, need), level(&on_support, support))
                    .min(apology[end])
                    .min(legal[end])
            })
        });
        let worst = Ruling {
            low: Verdict::Proceed,
            high: Verdict::DoNotProceed,
        };
        ends.fold(worst, |ruling, [low, high]| Ruling {
            low: ruling.low.min(low),
            high: ruling.high.max(high),
        })
    }
}

/// The ends of the range a cap that is not known leaves possible.
pub(super) const ANY_CAP: [Verdict; 2] = [Verdict::DoNotProceed, Verdict::Proceed];

/// The ranks of the lowest and the highest grade that are possible: those at
/// which the camps of a split are full, else the low median's. None without a
/// quorum, where any grade is.
fn ranks(
    policy: &Policy,
    lines: &Lines<6>,
    mut classes: std::ops::RangeInclusive<usize>,
) -> Option<[u32; 2]> {
    if !lines.has_quorum(policy) {
        return None;
    }
    let n = u32::from(lines.n);
    let s = split_size(policy, n);
    if classes.any(|k| lines.is_split(s, k, k + 3)) {
        return Some([s, n + 1 - s]);
    }
    Some([lines.middle(); 2])
}
