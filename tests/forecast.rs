//! Forecasts against what happened (METHOD.md §7): scores and intervals,
//! against numbers computed apart.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use dear_customer::{
    content::Library,
    lang,
    method::{BaseRate, Calibration, Chance, calibration, mean_brier, wilson},
};
use proptest::prelude::*;

fn chance(percent: u8) -> Chance {
    Chance::from_percent(percent).unwrap()
}

fn near(got: f64, wanted: f64) {
    assert!((got - wanted).abs() < 1e-9, "{got} for {wanted}");
}

/// Fault: a step too many or too few, or a percentage that is rounded to a
/// step in silence.
#[test]
fn a_chance_is_one_of_eleven_steps() {
    let percents: Vec<u8> = Chance::ALL.iter().map(|chance| chance.percent()).collect();
    assert_eq!(percents, [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
    assert!(Chance::ALL.is_sorted());
    for number in 0..=u8::MAX {
        let tenths = Chance::from_tenths(number);
        assert_eq!(tenths.map(Chance::tenths), (number <= 10).then_some(number));
        let percent = Chance::from_percent(number);
        let fits = number <= 100 && number % 10 == 0;
        assert_eq!(percent.map(Chance::percent), fits.then_some(number));
        if let (Some(percent), true) = (percent, fits) {
            assert_eq!(Some(percent), Chance::from_tenths(number / 10));
        }
    }
}

/// Fault: a score that is not squared, is turned round, or rewards whoever
/// says 50%.
#[test]
fn brier_scores_are_those_computed_by_hand() {
    // Said, where it happened, and where it did not.
    for (percent, happened, not) in [
        (0, 1.0, 0.0),
        (10, 0.81, 0.01),
        (50, 0.25, 0.25),
        (60, 0.16, 0.36),
        (70, 0.09, 0.49),
        (80, 0.04, 0.64),
        (100, 0.0, 1.0),
    ] {
        near(chance(percent).brier(true), happened);
        near(chance(percent).brier(false), not);
    }
}

/// Fault: a mean over nobody, one that counts a forecast twice, or the score
/// of the mean instead of the mean of the scores.
#[test]
fn the_mean_is_of_the_scores() {
    assert_eq!(mean_brier(&[], true), None);
    let said = [chance(20), chance(60), chance(100)];
    near(mean_brier(&said, true).unwrap(), 0.8 / 3.0);
    near(mean_brier(&said, false).unwrap(), 1.4 / 3.0);
    near(mean_brier(&said[..1], true).unwrap(), 0.64);
    // Of opposite certainties the mean is 50%, the score is not 0.25.
    near(mean_brier(&[chance(0), chance(100)], true).unwrap(), 0.5);
}

/// Fault: a share of no cases, or a base rate scored as if it were rounded to
/// tens.
#[test]
fn whoever_knows_only_the_base_rate_has_a_score_too() {
    let rate = |happened, of| BaseRate { happened, of };
    assert_eq!(rate(0, 0).share(), None);
    assert_eq!(rate(0, 0).brier(true), None);
    near(rate(3, 8).share().unwrap(), 0.375);
    near(rate(3, 8).brier(true).unwrap(), 0.390_625);
    near(rate(3, 8).brier(false).unwrap(), 0.140_625);
    near(rate(0, 4).brier(false).unwrap(), 0.0);
    near(rate(4, 4).brier(false).unwrap(), 1.0);
}

/// Fault: the case that is being told counts in its own base rate, or an idea
/// without an ending counts in any.
#[test]
fn the_base_rate_is_that_of_the_other_cases() {
    let library = Library::built_in();
    let all = library.base_rate(None);
    let cases: Vec<(String, bool)> = library
        .scenario_ids()
        .filter_map(|id| {
            let outcome = library.scenario(id).unwrap().outcome?;
            Some((id.to_owned(), outcome.stopped_within_24_months))
        })
        .collect();
    let stopped = cases.iter().filter(|(_, stopped)| *stopped).count();
    assert_eq!(
        (all.happened as usize, all.of as usize),
        (stopped, cases.len())
    );
    for ended_so in [true, false] {
        let (id, _) = cases.iter().find(|(_, s)| *s == ended_so).unwrap();
        let others = BaseRate {
            happened: all.happened - u32::from(ended_so),
            of: all.of - 1,
        };
        assert_eq!(library.base_rate(Some(id)), others, "{id}");
    }
    assert_eq!(library.base_rate(Some("no-such-case")), all);
}

/// Fault: a normal or a Clopper–Pearson interval in the place of Wilson's, a
/// continuity correction, or 1.96 for the quantile. The numbers are the roots
/// of (p − k/n)² = z² p (1 − p) / n, solved with forty digits.
#[test]
fn wilson_intervals_are_those_computed_apart() {
    for (k, n, low, high) in [
        (6, 10, 0.312_673_769_734, 0.831_819_670_294),
        (7, 10, 0.396_778_147_461, 0.892_208_732_594),
        (0, 5, 0.0, 0.434_482_464_783),
        (5, 5, 0.565_517_535_217, 1.0),
        (1, 1, 0.206_549_314_377, 1.0),
        (0, 1, 0.0, 0.793_450_685_623),
        (1, 2, 0.094_531_205_734, 0.905_468_794_266),
        (1, 30, 0.005_908_590_382, 0.166_703_909_914),
        (50, 100, 0.403_831_530_366, 0.596_168_469_634),
        (1000, 4000, 0.236_825_199_066, 0.263_654_522_579),
    ] {
        let got = wilson(k, n).unwrap();
        near(got.0, low);
        near(got.1, high);
    }
}

/// Fault: a division by nothing, or an interval of more than there are.
#[test]
fn of_nothing_there_is_no_interval() {
    for (k, n) in [(0, 0), (1, 0), (2, 1), (11, 10), (u32::MAX, u32::MAX - 1)] {
        assert_eq!(wilson(k, n), None, "{k} of {n}");
    }
}

proptest! {
    /// Fault: an interval that leaves out what was counted, reaches beyond
    /// what can be, is wider with more forecasts, or treats right and wrong
    /// unlike.
    #[test]
    fn an_interval_holds_its_share_and_narrows(
        (n, k) in (1_u32..500).prop_flat_map(|n| (Just(n), 0..=n)),
        times in 2_u32..50,
    ) {
        let (low, high) = wilson(k, n).unwrap();
        let share = f64::from(k) / f64::from(n);
        prop_assert!(0.0 <= low && low < high && high <= 1.0, "{low} to {high}");
        // To within what floating point leaves at the ends.
        prop_assert!(low <= share + 1e-12 && share <= high + 1e-12);
        let more = wilson(k * times, n * times).unwrap();
        prop_assert!(more.1 - more.0 < high - low, "{more:?} in {low} to {high}");
        let wrong = wilson(n - k, n).unwrap();
        prop_assert!((wrong.0 - (1.0 - high)).abs() < 1e-12);
        prop_assert!((wrong.1 - (1.0 - low)).abs() < 1e-12);
    }

    /// Fault: a Brier score outside 0 to 1, or one that a change of mind
    /// towards what happened makes worse.
    #[test]
    fn a_score_is_better_the_nearer_it_is(tenths in 0_u8..10, happened: bool) {
        let scores = [tenths, tenths + 1].map(|tenths| {
            Chance::from_tenths(tenths).unwrap().brier(happened)
        });
        prop_assert!(scores.iter().all(|score| (0.0..=1.0).contains(score)));
        prop_assert_eq!(scores[0] > scores[1], happened);
    }
}

/// Fault: whoever says 50% is counted on a side, or lowers the confidence of
/// those who took one.
#[test]
fn half_takes_no_side() {
    assert_eq!(calibration(&[]), None);
    assert_eq!(
        calibration(&[(chance(50), true), (chance(50), false)]),
        None
    );
    let alone = [(chance(80), true)];
    let among = [(chance(50), true), (chance(80), true), (chance(50), false)];
    assert_eq!(calibration(&among), calibration(&alone));
    assert_eq!(calibration(&alone).unwrap().of, 1);
}

/// Fault: confidence in "it happens" in the place of confidence in one's own
/// side, or a low forecast that came out right counted as wrong.
#[test]
fn each_is_as_sure_as_of_the_own_side() {
    let pinned = |forecasts: &[(Chance, bool)], confidence, right, of| {
        let Calibration {
            confidence: got,
            right: got_right,
            of: got_of,
            interval,
        } = calibration(forecasts).unwrap();
        near(got, confidence);
        assert_eq!((got_right, got_of), (right, of));
        assert_eq!(Some(interval), wilson(right, of));
    };
    pinned(&[(chance(20), false)], 0.8, 1, 1);
    pinned(&[(chance(20), true)], 0.8, 0, 1);
    pinned(&[(chance(60), true)], 0.6, 1, 1);
    pinned(&[(chance(40), true)], 0.6, 0, 1);
    pinned(&[(chance(0), false), (chance(100), false)], 1.0, 1, 2);
    let mixed = [
        (chance(90), true),
        (chance(30), true),
        (chance(50), true),
        (chance(10), false),
    ];
    pinned(&mixed, 2.5 / 3.0, 2, 3);
}

/// Fault: the line of METHOD.md §7 comes out otherwise: "mean confidence 78%,
/// right 6 of 10 (31–83%)".
#[test]
fn the_example_of_the_method_comes_out_as_written() {
    // Ten sides with 78 tenths of confidence between them; six were right.
    let forecasts = [
        (100, true),
        (10, false),
        (80, true),
        (20, false),
        (80, true),
        (30, false),
        (70, false),
        (30, true),
        (70, false),
        (30, true),
    ];
    let forecasts = forecasts.map(|(percent, happened)| (chance(percent), happened));
    let all = calibration(&forecasts).unwrap();
    let line = format!(
        "mean confidence {}, right {} of {} ({:.0}–{:.0}%)",
        lang::percent(all.confidence),
        all.right,
        all.of,
        all.interval.0 * 100.0,
        all.interval.1 * 100.0
    );
    assert_eq!(line, "mean confidence 78%, right 6 of 10 (31–83%)");
}
