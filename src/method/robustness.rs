//! How much hangs on who happens to sit in the room (METHOD.md §5): the
//! verdicts of panels drawn from the room's own participants, and of the room
//! without one of them.
//!
//! Invariant: the same answers, legal state, draws and seed give the same
//! shares on every machine and in every order of the participants; who was
//! drawn or left out is never given.

use super::{
    Answer, Apology, Code, Legal, Panel, Policy, Rating, Shift,
    ruling::{Digest, legal_ends},
};
use rand_xoshiro::{
    SplitMix64,
    rand_core::{Rng, SeedableRng},
};

/// How many panels are drawn.
pub const DRAWS: u32 = 10_000;

/// From where the draws are counted; any other would do as well.
pub const SEED: u64 = 1;

/// One participant's answers on one option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// V, 0–10.
    pub relationship: Answer<Rating>,
    /// N, 0–10.
    pub need: Answer<Rating>,
    /// S, 0–10.
    pub support: Answer<Rating>,
    /// A, 0 `whole`, 1 `how`, 2 `none`.
    pub apology: Answer<Apology>,
}

/// How often each verdict came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Robustness {
    /// How many participants each panel has.
    pub participants: usize,
    /// How many panels were drawn.
    pub draws: u32,
    /// From where they were counted.
    pub seed: u64,
    /// How many of them gave each verdict, worst first.
    pub settled: [u32; 4],
    /// How many gave `not-yet`.
    pub not_yet: u32,
}

impl Robustness {
    /// How many panels gave a verdict.
    #[must_use]
    pub const fn count(&self, code: Code) -> u32 {
        match code {
            Code::Settled(verdict) => self.settled[verdict as usize],
            Code::NotYet => self.not_yet,
        }
    }

    /// The share of the panels that gave a verdict, from 0 to 1.
    #[must_use]
    pub fn share(&self, code: Code) -> f64 {
        f64::from(self.count(code)) / f64::from(self.draws)
    }
}

/// Draws panels of as many participants as there are, with replacement, and
/// judges each by the rules of METHOD.md §4. The rows are those of round 1:
/// discussion breeds conformity, so round 2 would flatter; an abstention
/// travels with its row. None without a participant or a draw, and with more
/// than 65 535 participants.
///
/// The standard error of a share is at most 0.005 at 10 000 draws.
#[must_use]
pub fn robustness(
    policy: &Policy,
    rows: &[Row],
    legal: Legal,
    draws: u32,
    seed: u64,
) -> Option<Robustness> {
    let size = u16::try_from(rows.len()).ok()?.into();
    if size == 0 || draws == 0 {
        return None;
    }
    let rows = digests(policy, rows);
    let legal = legal_ends(legal);
    let mut result = Robustness {
        participants: rows.len(),
        draws,
        seed,
        settled: [0; 4],
        not_yet: 0,
    };
    for draw in 0..draws {
        let mut panel = Digest::EMPTY;
        let mut stream = stream(seed, draw);
        for _ in 0..size {
            panel.add(&rows[pick(&mut stream, size)]);
        }
        match panel.ruling(policy, legal).code() {
            Code::Settled(verdict) => result.settled[verdict as usize] += 1,
            Code::NotYet => result.not_yet += 1,
        }
    }
    Some(result)
}

/// For how many participants the verdict would differ without them: a count,
/// never who. None with fewer than two.
#[must_use]
pub fn left_out(policy: &Policy, rows: &[Row], legal: Legal) -> Option<usize> {
    if rows.len() < 2 {
        return None;
    }
    u16::try_from(rows.len()).ok()?;
    let rows = digests(policy, rows);
    let legal = legal_ends(legal);
    let mut all = Digest::EMPTY;
    for row in &rows {
        all.add(row);
    }
    let code = |panel: &Digest| panel.ruling(policy, legal).code();
    let differs = |row: &&Digest| {
        let mut others = all;
        others.take(row);
        code(&others) != code(&all)
    };
    Some(rows.iter().filter(differs).count())
}

/// The random numbers of one draw: `SplitMix64` (Steele, Lea and Flood 2014)
/// runs through a counter, and each draw has a stretch of 2³² numbers of it
/// for itself.
fn stream(seed: u64, draw: u32) -> SplitMix64 {
    /// What the generator adds to its counter at each number.
    const STEP: u64 = 0x9e37_79b9_7f4a_7c15;
    let start = SplitMix64::seed_from_u64(seed).next_u64();
    let stretch = u64::from(draw) << 32;
    SplitMix64::seed_from_u64(start.wrapping_add(stretch.wrapping_mul(STEP)))
}

/// A number below `size`, each as likely as the other to within `size` in 2³²
/// (Lemire 2019).
fn pick(stream: &mut SplitMix64, size: u32) -> usize {
    let scaled = u64::from(stream.next_u32()) * u64::from(size);
    usize::try_from(scaled >> 32).unwrap_or(0)
}

/// The digests of the participants, one by one, in an order that does not
/// hang on theirs: so the same room gives the same shares, whoever sits where.
fn digests(policy: &Policy, rows: &[Row]) -> Vec<Digest> {
    let digest = |row: &Row| {
        let panel = Panel {
            relationship: [row.relationship].into_iter().collect(),
            need: [row.need].into_iter().collect(),
            support: [row.support].into_iter().collect(),
            apology: [row.apology].into_iter().collect(),
            legal: Legal::Open,
        };
        Digest::of(policy, &panel, Shift::Same)
    };
    let mut digests: Vec<Digest> = rows.iter().map(digest).collect();
    digests.sort_unstable();
    digests
}
