//! Forecasts, for training (METHOD.md §7): how sure each was beforehand, held
//! against what happened.
//!
//! Invariant: a forecast is one of eleven steps; scores are between 0 (best)
//! and 1.

/// A probability in steps of ten per cent: 0 to 10 tenths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Chance(u8);

impl Chance {
    /// Every one, from 0% to 100%.
    pub const ALL: [Self; 11] = {
        let mut all = [Self(0); 11];
        let mut tenths = 0;
        while tenths <= 10 {
            all[tenths as usize] = Self(tenths);
            tenths += 1;
        }
        all
    };

    /// So many tenths; none above ten.
    #[must_use]
    pub const fn from_tenths(tenths: u8) -> Option<Self> {
        if tenths <= 10 {
            Some(Self(tenths))
        } else {
            None
        }
    }

    /// So many per cent; none that is no multiple of ten up to a hundred.
    #[must_use]
    pub const fn from_percent(percent: u8) -> Option<Self> {
        if percent.is_multiple_of(10) {
            Self::from_tenths(percent / 10)
        } else {
            None
        }
    }

    /// In tenths, 0 to 10.
    #[must_use]
    pub const fn tenths(self) -> u8 {
        self.0
    }

    /// In per cent, 0 to 100.
    #[must_use]
    pub const fn percent(self) -> u8 {
        self.0 * 10
    }

    /// The Brier score: the squared distance to what happened, from 0 (said
    /// with certainty, and right) to 1 (and wrong). 50% always scores 0.25.
    #[must_use]
    pub fn brier(self, happened: bool) -> f64 {
        brier(f64::from(self.0) / 10.0, happened)
    }
}

fn brier(probability: f64, happened: bool) -> f64 {
    (probability - f64::from(u8::from(happened))).powi(2)
}

/// How often something happened in a number of cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BaseRate {
    /// In how many it did.
    pub happened: u32,
    /// Of how many.
    pub of: u32,
}

impl BaseRate {
    /// The share, from 0 to 1; none of no cases.
    #[must_use]
    pub fn share(self) -> Option<f64> {
        (self.of > 0).then(|| f64::from(self.happened) / f64::from(self.of))
    }

    /// The Brier score of whoever knows no more than this; none of no cases.
    #[must_use]
    pub fn brier(self, happened: bool) -> Option<f64> {
        Some(brier(self.share()?, happened))
    }
}

/// The mean of some Brier scores; none of no forecasts.
#[must_use]
pub fn mean_brier(forecasts: &[Chance], happened: bool) -> Option<f64> {
    let n = u32::try_from(forecasts.len()).ok().filter(|&n| n > 0)?;
    let sum: f64 = forecasts.iter().map(|chance| chance.brier(happened)).sum();
    Some(sum / f64::from(n))
}

/// What a few forecasts come to: "mean confidence 78%, right 6 of 10
/// (31–83%)". Who said 50% took no side and is not counted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Calibration {
    /// How sure they were of their own side on the average, 0.6 to 1.
    pub confidence: f64,
    /// How many had the right side.
    pub right: u32,
    /// How many took one.
    pub of: u32,
    /// The Wilson interval of `right` at 95%.
    pub interval: (f64, f64),
}

/// What forecasts with their outcomes come to; none where nobody took a side.
#[must_use]
pub fn calibration(forecasts: &[(Chance, bool)]) -> Option<Calibration> {
    let sides = || forecasts.iter().filter(|(chance, _)| chance.0 != 5);
    let of = u32::try_from(sides().count()).ok().filter(|&of| of > 0)?;
    let sure: u32 = sides().map(|(c, _)| u32::from(c.0.max(10 - c.0))).sum();
    let right = sides().filter(|(c, happened)| (c.0 > 5) == *happened);
    let right = u32::try_from(right.count()).ok()?;
    Some(Calibration {
        confidence: f64::from(sure) / 10.0 / f64::from(of),
        right,
        of,
        interval: wilson(right, of)?,
    })
}

/// The 95% quantile of the normal distribution, two-sided.
const Z: f64 = 1.959_963_984_540_054;

/// The Wilson score interval at 95% of `k` in `n`; none where `n` is 0 or
/// less than `k`. Source: Wilson 1927.
#[must_use]
pub fn wilson(k: u32, n: u32) -> Option<(f64, f64)> {
    if n == 0 || k > n {
        return None;
    }
    let (k, n) = (f64::from(k), f64::from(n));
    let share = k / n;
    let scale = 1.0 + Z * Z / n;
    let middle = (share + Z * Z / (2.0 * n)) / scale;
    let half = Z / scale * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
    Some(((middle - half).max(0.0), (middle + half).min(1.0)))
}
