//! How often each answer was given: all that the rules ever look at.

use super::{Answer, Apology, Legal, Rating};

/// Counts of the answers to one assessment on a scale of `N` values, worst
/// first, with the abstentions and recusals beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally<const N: usize> {
    counts: [u32; N],
    abstained: u32,
    recused: u32,
}

/// The latest answers on one option.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Panel {
    /// V, 0–10.
    pub relationship: Tally<11>,
    /// N, 0–10.
    pub need: Tally<11>,
    /// S, 0–10.
    pub support: Tally<11>,
    /// A, 0 `whole`, 1 `how`, 2 `none`.
    pub apology: Tally<3>,
    /// Set by its owner.
    pub legal: Legal,
}

impl<const N: usize> Default for Tally<N> {
    fn default() -> Self {
        Self {
            counts: [0; N],
            abstained: 0,
            recused: 0,
        }
    }
}

impl<const N: usize> Tally<N> {
    /// Counts one answer, given as its index on the scale. An index off the
    /// scale can't come from [`Rating`] or [`Apology`] and is not counted.
    pub fn add(&mut self, answer: Answer<usize>) {
        match answer {
            Answer::Given(index) => {
                if let Some(count) = self.counts.get_mut(index) {
                    *count += 1;
                }
            }
            Answer::Abstained => self.abstained += 1,
            Answer::Recused => self.recused += 1,
        }
    }

    /// How often each value was given, worst first.
    #[must_use]
    pub const fn counts(&self) -> &[u32; N] {
        &self.counts
    }

    /// n: how many gave an answer.
    #[must_use]
    pub fn n(&self) -> u32 {
        self.counts.iter().sum()
    }

    /// How many had no basis to judge, or did not hand in.
    #[must_use]
    pub const fn abstained(&self) -> u32 {
        self.abstained
    }

    /// How many were recused.
    #[must_use]
    pub const fn recused(&self) -> u32 {
        self.recused
    }

    /// R: registered participants less the recused.
    #[must_use]
    pub fn eligible(&self) -> u32 {
        self.n() + self.abstained
    }

    /// x₍ⱼ₎, the j-th smallest answer (`rank` from 1 to n) as its index.
    #[must_use]
    pub fn nth(&self, rank: u32) -> Option<usize> {
        if rank == 0 {
            return None;
        }
        let mut seen = 0;
        self.counts.iter().position(|&count| {
            seen += count;
            seen >= rank
        })
    }

    /// The low median x₍⌈n/2⌉₎ (§4.1): at least t exactly when more than half
    /// answered t or higher.
    #[must_use]
    pub fn low_median(&self) -> Option<usize> {
        self.nth(self.n().div_ceil(2))
    }

    /// How many answers lie below the value `t`.
    #[must_use]
    pub fn below(&self, t: usize) -> u32 {
        self.counts.iter().take(t).sum()
    }

    /// How many answers are `t` or higher.
    #[must_use]
    pub fn at_least(&self, t: usize) -> u32 {
        self.n() - self.below(t)
    }

    /// Whether enough answered to speak for the room (§4.9): n ≥ min(quorum,
    /// R), 2n > R and n > 0.
    #[must_use]
    pub fn has_quorum(&self, quorum: u8) -> bool {
        has_quorum(self.n(), self.eligible(), quorum)
    }

    /// The same people, all of whom give one answer; one person where nobody
    /// takes part.
    pub(super) fn agreed(&self, value: usize) -> Self {
        let mut counts = [0; N];
        counts[value.min(N - 1)] = self.eligible().max(1);
        Self {
            counts,
            abstained: 0,
            recused: self.recused,
        }
    }

    /// The lowest and the highest answer given.
    #[must_use]
    pub fn ends(&self) -> Option<[u8; 2]> {
        let given = |count: &u32| *count > 0;
        let lowest = self.counts.iter().position(given)?;
        let highest = self.counts.iter().rposition(given)?;
        Some([u8::try_from(lowest).ok()?, u8::try_from(highest).ok()?])
    }

    /// Moves up to `most` answers from one value to another; gives how many.
    pub(super) fn shift(&mut self, from: usize, to: usize, most: u32) -> u32 {
        let moved = self.counts[from].min(most);
        self.counts[from] -= moved;
        self.counts[to] += moved;
        moved
    }

    /// How many answers lie within `reach` of the value `centre`.
    #[must_use]
    pub fn within(&self, centre: usize, reach: usize) -> u32 {
        let low = centre.saturating_sub(reach);
        let high = (centre + reach + 1).min(N);
        self.below(high) - self.below(low)
    }
}

/// [`Tally::has_quorum`], from its numbers.
pub(super) fn has_quorum(n: u32, eligible: u32, quorum: u8) -> bool {
    n > 0 && n >= eligible.min(quorum.into()) && 2 * n > eligible
}

impl FromIterator<Answer<Rating>> for Tally<11> {
    fn from_iter<I: IntoIterator<Item = Answer<Rating>>>(answers: I) -> Self {
        let mut tally = Self::default();
        for answer in answers {
            tally.add(answer.map(|r| r.get().into()));
        }
        tally
    }
}

impl FromIterator<Answer<Apology>> for Tally<3> {
    fn from_iter<I: IntoIterator<Item = Answer<Apology>>>(answers: I) -> Self {
        let mut tally = Self::default();
        for answer in answers {
            tally.add(answer.map(|a| a as usize));
        }
        tally
    }
}

impl<T> Answer<T> {
    /// The answer with its rating changed by `f`.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Answer<U> {
        match self {
            Self::Given(value) => Answer::Given(f(value)),
            Self::Abstained => Answer::Abstained,
            Self::Recused => Answer::Recused,
        }
    }
}
