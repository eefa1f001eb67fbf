//! All that the verdict needs of a panel: how many answers lie below each
//! line that a rule asks about. The rules of METHOD.md §4.6 to §4.9 stand
//! here once, for the room and for the thousands of panels drawn from it.
//!
//! Invariant: digests add up. That of a panel is the sum of those of its
//! participants, so a panel that is drawn costs a few additions.

use super::{
    Class, Panel, Policy, Ruling, Shift, Tally, Verdict, cap_rank, split_size, tally::has_quorum,
    verdict::core_of,
};

/// The counts of a panel: of each assessment n, R, and how many answers lie
/// below each of its lines. 16 bits are enough for any room: a session has at
/// most 99 seats. One row of numbers, so that adding is a few instructions.
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

    /// The lowest and the highest verdict over all combinations (§4.9). The
    /// verdict rises with each grade and cap, so their ends suffice. `legal`
    /// holds the ends of the legal cap.
    pub(super) fn ruling(&self, policy: &Policy, legal: [Verdict; 2]) -> Ruling {
        let (first, last) = self.classes(policy);
        let classes = first..=last;
        let on_need: Lines<6> = self.lines(NEED);
        let on_support: Lines<6> = self.lines(SUPPORT);
        let on_apology: Lines<2> = self.lines(APOLOGY);
        let need = ranks(policy, &on_need, classes.clone());
        let support = ranks(policy, &on_support, classes.clone());
        let answered = on_apology.has_quorum(policy);
        let ends = classes.map(|k| {
            let apology = if answered {
                [apology_cap(policy, &on_apology, k); 2]
            } else {
                ANY_CAP
            };
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

/// §4.6, where there is a quorum.
fn apology_cap(policy: &Policy, lines: &Lines<2>, k: usize) -> Verdict {
    if !lines.reaches(lines.middle(), 0) {
        return Verdict::DoNotProceed;
    }
    let rank = cap_rank(policy, lines.n.into(), Class::ALL[k]);
    let held = usize::from(lines.reaches(rank, 0)) + usize::from(lines.reaches(rank, 1));
    Verdict::of(held + 1)
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
