//! What the rules cost, without a session or a screen. Wall-clock times, to
//! be read beside each other; `benches/peers/robustness.py` draws the same
//! panels with numpy.

#![expect(clippy::unwrap_used, reason = "a bench fails by panicking")]

use dear_customer::method::{
    Answer, Apology, DRAWS, Legal, Panel, Policy, Rating, Row, SEED, assess, flips, left_out,
    robustness,
};
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

/// A room that is of several minds: relationship, need, support, apology of
/// each. The same nine rows stand in `benches/peers/robustness.py`.
const NINE: [[u8; 4]; 9] = [
    [2, 3, 6, 0],
    [3, 9, 7, 2],
    [2, 2, 6, 1],
    [5, 3, 5, 0],
    [1, 4, 6, 2],
    [3, 3, 6, 1],
    [2, 9, 7, 2],
    [4, 8, 8, 2],
    [6, 5, 4, 1],
];

fn rows(participants: usize) -> Vec<Row> {
    let score = |value| Answer::Given(Rating::try_from(value).unwrap());
    let row = |[relationship, need, support, apology]: [u8; 4]| Row {
        relationship: score(relationship),
        need: score(need),
        support: score(support),
        apology: Answer::Given(Apology::ALL[usize::from(apology)]),
    };
    let nine = NINE.into_iter().map(row);
    nine.cycle().take(participants).collect()
}

fn panel(rows: &[Row]) -> Panel {
    Panel {
        relationship: rows.iter().map(|row| row.relationship).collect(),
        need: rows.iter().map(|row| row.need).collect(),
        support: rows.iter().map(|row| row.support).collect(),
        apology: rows.iter().map(|row| row.apology).collect(),
        legal: Legal::Conditional,
    }
}

/// 10 000 panels drawn and judged, on one thread.
#[divan::bench(args = [3, 9, 30, 99])]
fn robustness_10000(bencher: Bencher, participants: usize) {
    let rows = rows(participants);
    let policy = Policy::default();
    bencher.bench(|| robustness(&policy, black_box(&rows), Legal::Conditional, DRAWS, SEED));
}

/// The distance to each other verdict, with every way.
#[divan::bench(args = [9, 30, 99])]
fn flip_distances(bencher: Bencher, participants: usize) {
    let panel = panel(&rows(participants));
    let policy = Policy::default();
    bencher.bench(|| flips(&policy, black_box(&panel)));
}

#[divan::bench(args = [9, 99])]
fn leaving_each_out(bencher: Bencher, participants: usize) {
    let rows = rows(participants);
    let policy = Policy::default();
    bencher.bench(|| left_out(&policy, black_box(&rows), Legal::Conditional));
}

#[divan::bench]
fn one_verdict_of_nine(bencher: Bencher) {
    let panel = panel(&rows(9));
    let policy = Policy::default();
    bencher.bench(|| assess(&policy, black_box(&panel)));
}
