//! What METHOD.md §8 promises, on random rooms; and the rules of its §4 a
//! second time, written the slow way from the answers themselves.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::cmp::Ordering;

use dear_customer::method::{
    Answer, Apology, Assessment, Class, Code, Judgement, Legal, Level, Panel, Policy, Rating,
    Ruling, Scored, Shift, Verdict, assess, one_answer_changes, rank,
};
use proptest::collection::vec;
use proptest::prelude::*;

const RELATIONSHIP: usize = 0;
const NEED: usize = 1;
const SUPPORT: usize = 2;
const APOLOGY: usize = 3;

/// The highest answer on each of the four assessments.
const TOP: [u8; 4] = [10, 10, 10, 2];

/// The most participants a room of these tests holds.
const MOST: usize = 30;

type Column = Vec<Answer<u8>>;

/// The answers of one option: a column an assessment, an entry a participant.
#[derive(Clone, Debug)]
struct Room {
    answers: [Column; 4],
    legal: Legal,
}

impl Room {
    fn panel(&self) -> Panel {
        let scores = |at: usize| {
            self.answers[at]
                .iter()
                .map(|answer| answer.map(|v| Rating::try_from(v).unwrap()))
        };
        Panel {
            relationship: scores(RELATIONSHIP).collect(),
            need: scores(NEED).collect(),
            support: scores(SUPPORT).collect(),
            apology: self.answers[APOLOGY]
                .iter()
                .map(|answer| answer.map(|v| Apology::ALL[usize::from(v)]))
                .collect(),
            legal: self.legal,
        }
    }

    fn judge(&self) -> Judgement {
        assess(&conventions(), &self.panel())
    }

    /// The same room where each participant's answers are changed by `change`,
    /// told the assessment and the participant.
    fn change(&self, change: impl Fn(usize, usize, u8) -> u8) -> Self {
        let mut changed = self.clone();
        for (at, column) in changed.answers.iter_mut().enumerate() {
            for (who, answer) in column.iter_mut().enumerate() {
                *answer = answer.map(|value| change(at, who, value));
            }
        }
        changed
    }

    /// The same room where neither the apology nor the law holds anything
    /// back, so that the high verdicts are frequent.
    fn uncapped(&self) -> Self {
        let mut free = self.change(|at, _, value| if at == APOLOGY { 2 } else { value });
        free.legal = Legal::Clear;
        free
    }
}

/// The constants as METHOD.md has them.
fn conventions() -> Policy {
    Policy {
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

/// The 0–10 assessments of a judgement, in the order of the columns.
fn scored(judgement: &Judgement) -> [Scored; 3] {
    [judgement.relationship, judgement.need, judgement.support]
}

// Rooms at random.

/// One assessment. Most answers are one of two values, so that two camps and
/// grades far from the middle are as frequent as a room of one mind; in one
/// column of three so many say nothing that there is often no quorum.
fn column(size: usize, top: u8) -> impl Strategy<Value = Column> {
    let silent = prop_oneof![Just(1), Just(8), Just(60)];
    let draws = vec((0..100_u8, 0..100_u8), size);
    (0..=top, 0..=top, silent, draws).prop_map(move |(one, other, silent, draws)| {
        let answer = |(says, which)| match which {
            _ if says >= 100 - silent / 3 => Answer::Recused,
            _ if says >= 100 - silent => Answer::Abstained,
            0..40 => Answer::Given(one),
            40..80 => Answer::Given(other),
            _ => Answer::Given(which % (top + 1)),
        };
        draws.into_iter().map(answer).collect()
    })
}

fn columns() -> impl Strategy<Value = [Column; 4]> {
    prop_oneof![1..=8_usize, 1..=MOST].prop_flat_map(|size| TOP.map(|top| column(size, top)))
}

/// Any room, the open items included.
fn room() -> impl Strategy<Value = Room> {
    let legal = proptest::sample::select(&Legal::ALL[..]);
    (columns(), legal).prop_map(|(answers, legal)| Room { answers, legal })
}

/// Any room that has a point verdict: a legal state, and a quorum on every
/// assessment, got by letting the silent answer one by one.
fn decided() -> impl Strategy<Value = Room> {
    let legal = proptest::sample::select(&Legal::ALL[1..]);
    let late = TOP.map(|top| 0..=top);
    (columns(), legal, late).prop_map(|(mut answers, legal, late)| {
        for (column, late) in answers.iter_mut().zip(late) {
            while !has_quorum(&conventions(), column) {
                let silent = column
                    .iter()
                    .position(|a| *a == Answer::Abstained)
                    .or_else(|| column.iter().position(|a| *a == Answer::Recused));
                column[silent.unwrap()] = Answer::Given(late);
            }
        }
        Room { answers, legal }
    })
}

prop_compose! {
    /// Any policy that can be ruled by.
    fn other_policy()(
        (choice_limited_from, voluntary_from) in (1..=9_u8)
            .prop_flat_map(|from| (Just(from), from + 1..=10)),
        mut floor in [1..=7_u8, 1..=7, 1..=7],
        between in [2..=8_u8, 2..=8, 2..=8],
        mut apology_one_in in [1..=6_u8, 1..=6, 1..=6],
        quorum in 1..=5_u8,
        split_one_in in 1..=5_u8,
    ) -> Policy {
        floor.sort_unstable();
        apology_one_in.sort_unstable();
        let mut bar = floor;
        let mut least = 0;
        for (bar, between) in bar.iter_mut().zip(between) {
            *bar = (*bar + between).min(9).max(least);
            least = *bar;
        }
        Policy {
            version: "other".into(),
            voluntary_from,
            choice_limited_from,
            bar,
            floor,
            apology_one_in,
            quorum,
            split_one_in,
        }
    }
}

fn policy() -> impl Strategy<Value = Policy> {
    prop_oneof![3 => Just(conventions()), 1 => other_policy()]
}

// METHOD.md §4, the slow way: no tally, no shortcut over the combinations.

fn given(column: &Column) -> Vec<u8> {
    let mut given: Vec<u8> = column
        .iter()
        .filter_map(|answer| match answer {
            Answer::Given(value) => Some(*value),
            _ => None,
        })
        .collect();
    given.sort_unstable();
    given
}

fn has_quorum(policy: &Policy, column: &Column) -> bool {
    let n = given(column).len();
    let r = column.iter().filter(|a| **a != Answer::Recused).count();
    n >= r.min(policy.quorum.into()) && 2 * n > r && n > 0
}

/// The highest t that more than half reach.
fn grade(x: &[u8]) -> u8 {
    (0..=10)
        .rev()
        .find(|t| 2 * x.iter().filter(|v| *v >= t).count() > x.len())
        .unwrap()
}

/// k of a grade of the relationship.
fn class(policy: &Policy, grade: u8) -> usize {
    if grade >= policy.voluntary_from {
        0
    } else if grade >= policy.choice_limited_from {
        1
    } else {
        2
    }
}

fn level(grade: u8, bar: u8, floor: u8) -> usize {
    usize::from(grade >= floor) + usize::from(grade >= bar)
}

/// The table of §4.5: need down, support across, weak to strong.
const CORE: [[u8; 3]; 3] = [[0, 0, 1], [0, 1, 2], [1, 2, 3]];

fn apology_cap(x: &[u8], one_in: u8) -> u8 {
    let n = x.len();
    if 2 * x.iter().filter(|v| **v < 1).count() >= n {
        return 0;
    }
    let m = (1..=n).find(|m| m * usize::from(one_in) >= n).unwrap();
    x[m - 1] + 1
}

fn legal_caps(legal: Legal) -> Vec<u8> {
    match legal {
        Legal::Open => vec![0, 3],
        Legal::Blocked => vec![0],
        Legal::Fixable => vec![1],
        Legal::Conditional => vec![2],
        Legal::Clear => vec![3],
    }
}

/// s, the answers that a camp needs.
fn camp(policy: &Policy, x: &[u8]) -> usize {
    (x.len() + 1) / usize::from(policy.split_one_in)
}

/// Two camps: s answers below `low` and s at `high` or above.
fn has_camps(policy: &Policy, x: &[u8], low: u8, high: u8) -> bool {
    let s = camp(policy, x);
    s >= 1
        && x.iter().filter(|v| **v < low).count() >= s
        && x.iter().filter(|v| **v >= high).count() >= s
}

/// x₍s₎ and x₍n+1−s₎.
fn camp_ends(policy: &Policy, x: &[u8]) -> [u8; 2] {
    let (n, s) = (x.len(), camp(policy, x));
    [x[s - 1], x[n + 1 - s - 1]]
}

/// What the slow way finds: the ends of the range, and which of the three
/// 0–10 assessments are split.
struct Slow {
    low: u8,
    high: u8,
    split: [bool; 3],
}

/// `bar` is that of each class, moved or not.
fn slow(policy: &Policy, room: &Room, bar: [u8; 3]) -> Slow {
    let x = room.answers.each_ref().map(given);
    let quorum = room.answers.each_ref().map(|c| has_quorum(policy, c));
    let (captive_below, voluntary_from) = (policy.choice_limited_from, policy.voluntary_from);
    let camps = has_camps(policy, &x[RELATIONSHIP], captive_below, voluntary_from);

    let mut classes: Vec<usize> = if !quorum[RELATIONSHIP] {
        vec![0, 1, 2]
    } else if camps {
        let [low, high] = camp_ends(policy, &x[RELATIONSHIP]);
        (low..=high).map(|grade| class(policy, grade)).collect()
    } else {
        vec![class(policy, grade(&x[RELATIONSHIP]))]
    };
    classes.sort_unstable();
    classes.dedup();

    let split = |at: usize| {
        let under = |k: usize| has_camps(policy, &x[at], policy.floor[k], bar[k]);
        quorum[at] && classes.iter().any(|&k| under(k))
    };
    let grades = |at: usize| {
        if !quorum[at] {
            vec![0, 10]
        } else if split(at) {
            camp_ends(policy, &x[at]).to_vec()
        } else {
            vec![grade(&x[at])]
        }
    };

    let mut verdicts = Vec::new();
    for &k in &classes {
        let apology = if quorum[APOLOGY] {
            vec![apology_cap(&x[APOLOGY], policy.apology_one_in[k])]
        } else {
            vec![0, 3]
        };
        for need in grades(NEED) {
            for support in grades(SUPPORT) {
                let on = |grade| level(grade, bar[k], policy.floor[k]);
                let core = CORE[on(need)][on(support)];
                for &apology in &apology {
                    for legal in legal_caps(room.legal) {
                        verdicts.push(core.min(apology).min(legal));
                    }
                }
            }
        }
    }
    Slow {
        low: *verdicts.iter().min().unwrap(),
        high: *verdicts.iter().max().unwrap(),
        split: [quorum[RELATIONSHIP] && camps, split(NEED), split(SUPPORT)],
    }
}

/// Its open items as the JSON memo spells them.
fn slow_open(policy: &Policy, room: &Room, split: [bool; 3]) -> Vec<String> {
    let mut open = Vec::new();
    for (at, name) in ["relationship", "need", "support"].into_iter().enumerate() {
        if !has_quorum(policy, &room.answers[at]) {
            open.push(format!("{name}: no quorum"));
        } else if split[at] {
            open.push(format!("{name}: split"));
        }
    }
    if room.legal == Legal::Open {
        open.push("legal: open".into());
    }
    if !has_quorum(policy, &room.answers[APOLOGY]) {
        open.push("apology: no quorum".into());
    }
    open
}

fn ends(ruling: Ruling) -> (u8, u8) {
    (ruling.low.number(), ruling.high.number())
}

fn number(verdict: Option<Verdict>) -> Option<u8> {
    verdict.map(Verdict::number)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 10_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    // Catches any departure from §4.9 and §4.10: a combination left out, a
    // split sought under one class only, floors moved along with the bars.
    #[test]
    fn the_range_is_that_of_all_combinations_tried_one_by_one(
        policy in policy(),
        room in room(),
    ) {
        prop_assert_eq!(policy.faults(), []);
        let got = assess(&policy, &room.panel());
        let bars = [policy.bar.map(|b| b - 1), policy.bar, policy.bar.map(|b| b + 1)];
        let slow = bars.map(|bar| slow(&policy, &room, bar));
        for (ruling, slow) in got.shifted.into_iter().zip(&slow) {
            prop_assert_eq!(ends(ruling), (slow.low, slow.high));
        }
        prop_assert_eq!(got.shifted[Shift::Same as usize], got.ruling);
        let split = slow[1].split;
        prop_assert_eq!(scored(&got).map(|s| s.split.is_some()), split);
        let open: Vec<String> = got.open.iter().map(|item| item.id()).collect();
        prop_assert_eq!(open, slow_open(&policy, &room, split));
    }

    // Catches camps that are told with the wrong lines or the wrong numbers:
    // what the memo prints of a split must be one, counted from the answers.
    #[test]
    fn the_camps_told_are_those_in_the_room(policy in policy(), room in room()) {
        let got = assess(&policy, &room.panel());
        for (at, scored) in [RELATIONSHIP, NEED, SUPPORT].into_iter().zip(scored(&got)) {
            let Some(split) = scored.split else { continue };
            let x = given(&room.answers[at]);
            let below = x.iter().filter(|&&v| v < split.floor).count();
            let above = x.iter().filter(|&&v| v >= split.bar).count();
            prop_assert_eq!((split.below as usize, split.above as usize), (below, above));
            let s = (x.len() + 1) / usize::from(policy.split_one_in);
            prop_assert!(s >= 1 && below >= s && above >= s);
            let known = if at == RELATIONSHIP {
                vec![(policy.choice_limited_from, policy.voluntary_from)]
            } else {
                policy.floor.into_iter().zip(policy.bar).collect()
            };
            prop_assert!(known.contains(&(split.floor, split.bar)));
        }
    }

    // Catches a wrong step on the way to the point verdict: grade, class,
    // level, headroom, core, cap, and each of them shown without a quorum.
    #[test]
    fn every_step_to_the_point_verdict_is_that_of_a_pencil(
        policy in policy(),
        room in room(),
    ) {
        let got = assess(&policy, &room.panel());
        let quorum = room.answers.each_ref().map(|c| has_quorum(&policy, c));
        let x = room.answers.each_ref().map(given);
        let grades = [RELATIONSHIP, NEED, SUPPORT].map(|at| quorum[at].then(|| grade(&x[at])));
        let class = grades[RELATIONSHIP].map(|g| class(&policy, g));
        let (bar, floor) = (class.map(|k| policy.bar[k]), class.map(|k| policy.floor[k]));

        prop_assert_eq!(scored(&got).map(|s| s.grade.map(Rating::get)), grades);
        prop_assert_eq!(scored(&got).map(|s| s.quorum), [quorum[0], quorum[1], quorum[2]]);
        prop_assert_eq!(got.class, class.map(|k| Class::ALL[k]));
        prop_assert_eq!((got.bar, got.floor), (bar, floor));
        prop_assert_eq!(got.relationship.level, None);
        prop_assert_eq!(got.relationship.headroom, None);

        let lines = bar.zip(floor);
        let levels = [NEED, SUPPORT].map(|at| {
            grades[at].zip(lines).map(|(grade, (bar, floor))| level(grade, bar, floor))
        });
        for (at, level) in [NEED, SUPPORT].into_iter().zip(levels) {
            let got = scored(&got)[at];
            prop_assert_eq!(got.level, level.map(|l| Level::ALL[l]));
            let headroom = grades[at].zip(bar).map(|(g, b)| i16::from(g) - i16::from(b));
            prop_assert_eq!(got.headroom.map(|p| i16::from(p.0)), headroom);
        }
        let core = levels[0].zip(levels[1]).map(|(need, support)| CORE[need][support]);
        prop_assert_eq!(number(got.core), core);
        let cap = class
            .filter(|_| quorum[APOLOGY])
            .map(|k| apology_cap(&x[APOLOGY], policy.apology_one_in[k]));
        prop_assert_eq!(number(got.apology.cap), cap);
        for (value, count) in (0..).zip(got.apology.counts) {
            let counted = x[APOLOGY].iter().filter(|v| **v == value);
            prop_assert_eq!(count as usize, counted.count());
        }
        let point = match (core, cap, legal_caps(room.legal).as_slice()) {
            (Some(core), Some(cap), [legal]) => Some(core.min(cap).min(*legal)),
            _ => None,
        };
        prop_assert_eq!(number(got.point), point);
    }

    // Catches a rule that turns round on one criterion: a cut or a class the
    // wrong way, an apology cap that is stricter for the voluntary.
    #[test]
    fn raising_any_answer_or_the_legal_state_never_lowers_the_point_verdict(
        room in decided(),
        by in [0; 4].map(|_| vec(prop_oneof![3 => Just(0), 1 => 1..=10_u8], MOST)),
        legal in proptest::sample::select(&Legal::ALL[1..]),
    ) {
        let mut raised = room.change(|at, who, value| (value + by[at][who]).min(TOP[at]));
        raised.legal = room.legal.max(legal);
        let (before, after) = (room.judge().point, raised.judge().point);
        prop_assert!(before.is_some());
        prop_assert!(before <= after, "{:?} became {:?}", before, after);
    }

    // Catches a core that adds up: a strong need that buys off weak support.
    #[test]
    fn at_least_two_takes_both_grades_on_the_floor_and_one_on_the_bar(room in decided()) {
        let got = room.uncapped().judge();
        let grades = [got.need, got.support].map(|s| s.grade.map(Rating::get));
        if got.point >= Some(Verdict::ProceedWithConditions) {
            prop_assert!(grades.iter().all(|&g| g >= got.floor), "{:?}", got);
            prop_assert!(grades.iter().any(|&g| g >= got.bar), "{:?}", got);
        }
    }

    // Catches a bar that is asked of one grade only, or of a sum.
    #[test]
    fn three_takes_both_grades_on_the_bar(room in decided()) {
        let got = room.uncapped().judge();
        if got.point == Some(Verdict::Proceed) {
            let grades = [got.need, got.support].map(|s| s.grade.map(Rating::get));
            prop_assert!(grades.iter().all(|&g| g >= got.bar), "{:?}", got);
        }
    }

    // Catches a legal cap that an open item or a moved bar gets round.
    #[test]
    fn blocked_gives_zero_whatever_else(mut room in room()) {
        room.legal = Legal::Blocked;
        let got = room.judge();
        prop_assert_eq!(got.ruling.code(), Code::Settled(Verdict::DoNotProceed));
        prop_assert_eq!(got.shifted.map(ends), [(0, 0); 3]);
        prop_assert!(got.point.is_none_or(|v| v == Verdict::DoNotProceed));
    }

    // Catches a high median of the apology, or "more than half" for "half".
    #[test]
    fn half_of_the_answers_at_whole_gives_zero_whatever_else(
        mut room in room(),
        whole in 1..=MOST / 2,
        others in vec(0..=2_u8, 0..=MOST / 2),
        abstained in 0..MOST,
        recused in 0..3_usize,
    ) {
        let mut apology = vec![Answer::Given(0); whole];
        apology.extend(others.into_iter().take(whole).map(Answer::Given));
        // As many abstentions as leave a quorum.
        let n = apology.len();
        let silent = if n < 3 { 0 } else { abstained.min(n - 1) };
        apology.extend(std::iter::repeat_n(Answer::Abstained, silent));
        apology.extend(std::iter::repeat_n(Answer::Recused, recused));
        room.answers[APOLOGY] = apology;

        let got = room.judge();
        prop_assert_eq!(got.ruling.code(), Code::Settled(Verdict::DoNotProceed));
        prop_assert_eq!(got.shifted.map(ends), [(0, 0); 3]);
        prop_assert!(got.point.is_none_or(|v| v == Verdict::DoNotProceed));
    }

    // Catches a core that takes two steps at once, such as a product of the
    // levels.
    #[test]
    fn moving_a_grade_one_point_moves_core_by_at_most_one(
        room in decided(),
        moved in prop_oneof![Just(NEED), Just(SUPPORT)],
    ) {
        let below = room.change(|at, _, value| if at == moved { value.min(9) } else { value });
        let above = below.change(|at, _, value| if at == moved { value + 1 } else { value });
        let (below, above) = (below.judge(), above.judge());
        let grade = |judgement: &Judgement| scored(judgement)[moved].grade.unwrap().get();
        prop_assert_eq!(grade(&below) + 1, grade(&above));
        let [from, to] = [below, above].map(|j| j.core.unwrap().number());
        prop_assert!(from.abs_diff(to) <= 1, "{} to {}", from, to);
    }

    // Catches lines that leap from class to class, a floor above the bar of
    // the class before.
    #[test]
    fn moving_a_class_one_step_moves_core_by_at_most_two(
        room in decided(),
        (more, less) in prop_oneof![(7..=10_u8, 4..=6_u8), (4..=6_u8, 0..=3_u8)],
    ) {
        let [more, less] = [more, less].map(|grade| {
            room.change(|at, _, value| if at == RELATIONSHIP { grade } else { value }).judge()
        });
        prop_assert_eq!(more.class.unwrap().k() + 1, less.class.unwrap().k());
        let [from, to] = [more, less].map(|j| j.core.unwrap().number());
        prop_assert!(from.abs_diff(to) <= 2, "{} to {}", from, to);
    }

    // Catches a rule that reads the answers in the order they came in.
    #[test]
    fn the_order_of_participants_changes_nothing(
        (room, shuffled) in room().prop_flat_map(|room| {
            let shuffled = room.answers.clone().map(|column| Just(column).prop_shuffle());
            (Just(room), shuffled)
        }),
    ) {
        let shuffled = Room { answers: shuffled, legal: room.legal };
        prop_assert_eq!(room.judge(), shuffled.judge());
    }

    // Catches a rank that does not grow with the room: ⌊n/2⌋ for ⌈n/2⌉, or a
    // share of the room taken as a fixed number of people.
    //
    // Two answers among three participants are left out: they are no quorum
    // (2 < min(3, 3)), while four among six are. All else keeps its quorum or
    // its lack of one, since 2n > R does not depend on r. Splits are not
    // promised: ⌊(rn + 1)/3⌋ is not r⌊(n + 1)/3⌋.
    #[test]
    fn counting_each_participant_r_times_changes_no_grade_cap_or_point_verdict(
        mut room in room(),
        r in 2..=5_usize,
    ) {
        for column in &mut room.answers {
            let r = column.iter().filter(|a| **a != Answer::Recused).count();
            if (given(column).len(), r) == (2, 3) {
                column.retain(|a| *a != Answer::Abstained);
            }
        }
        let times = Room {
            answers: room.answers.each_ref().map(|column| column.repeat(r)),
            legal: room.legal,
        };
        let (once, times) = (room.judge(), times.judge());
        prop_assert_eq!(scored(&once).map(|s| s.grade), scored(&times).map(|s| s.grade));
        prop_assert_eq!(once.class, times.class);
        prop_assert_eq!(once.core, times.core);
        prop_assert_eq!(once.apology.cap, times.apology.cap);
        prop_assert_eq!(once.point, times.point);
    }

    // Catches an open legal state that is taken for one of the states, so
    // that hearing from counsel could surprise.
    #[test]
    fn replacing_open_by_a_state_never_widens_the_range(
        mut room in room(),
        legal in proptest::sample::select(&Legal::ALL[1..]),
    ) {
        room.legal = Legal::Open;
        let open = room.judge();
        room.legal = legal;
        let known = room.judge();
        for (open, known) in open.shifted.into_iter().zip(known.shifted) {
            let within = open.low <= known.low && known.high <= open.high;
            prop_assert!(within, "{:?} became {:?}", open, known);
        }
    }

    // Catches a mean, or any grade that a loud voice can move.
    #[test]
    fn a_rater_above_the_grade_cannot_raise_it_further(
        room in decided(),
        by in vec(0..=10_u8, MOST),
    ) {
        let before = scored(&room.judge()).map(|s| s.grade.unwrap().get());
        let louder = room.change(|at, who, value| {
            let above = at != APOLOGY && value > before[at];
            if above { (value + by[who]).min(10) } else { value }
        });
        let after = scored(&louder.judge()).map(|s| s.grade.unwrap().get());
        prop_assert_eq!(before, after);
    }

    // Catches a range taken from the camps alone that leaves out the verdict
    // of the grades: x₍s₎ ≤ g ≤ x₍n+1−s₎, and the class of the grade is one
    // of those possible.
    #[test]
    fn the_point_verdict_lies_within_the_range(room in decided()) {
        let got = room.judge();
        let point = got.point.unwrap();
        prop_assert!(got.ruling.low <= point && point <= got.ruling.high, "{:?}", got);
    }

    // Catches bars moved the wrong way, or a split's ends exchanged. It holds
    // for the high end only: a lower bar lets more answers count as a camp,
    // so that it can make a split and with it a lower low end.
    #[test]
    fn a_higher_bar_never_raises_the_high_end(room in room()) {
        let highs = room.judge().shifted.map(|ruling| ruling.high);
        prop_assert!(highs.is_sorted_by(|a, b| a >= b), "{:?}", highs);
    }

    // Catches an order of options that looks at the headrooms before the
    // verdict, at the higher before the lower, or hides a tie.
    #[test]
    fn options_rank_by_verdict_then_lower_then_higher_headroom(rooms in vec(room(), 0..5)) {
        let judged: Vec<Judgement> = rooms.iter().map(Room::judge).collect();
        let groups = rank(&judged.iter().collect::<Vec<_>>());
        let place = |option: usize| groups.iter().position(|g| g.contains(&option)).unwrap();
        prop_assert_eq!(groups.iter().map(Vec::len).sum::<usize>(), judged.len());
        for (a, one) in judged.iter().enumerate() {
            for (b, other) in judged.iter().enumerate() {
                let wanted = better(one, other).reverse();
                prop_assert_eq!(place(a).cmp(&place(b)), wanted, "{} and {}", a, b);
            }
        }
    }
}

proptest! {
    // Each case tries every participant's every answer: fewer are enough.
    #![proptest_config(ProptestConfig::with_cases(200))]

    // Catches an answer, a value or a result that is not tried: every
    // participant's answer is changed to every other value, one at a time.
    #[test]
    fn one_answer_changes_what_changing_them_one_by_one_changes(room in room()) {
        let now = room.judge();
        let reads = |judged: &Judgement, at: usize| match at {
            RELATIONSHIP => judged.class.map(|class| class as usize),
            NEED => judged.need.level.map(|level| level as usize),
            SUPPORT => judged.support.level.map(|level| level as usize),
            _ => judged.apology.cap.map(|cap| usize::from(cap.number())),
        };
        for (at, assessment) in Assessment::RATED.into_iter().enumerate() {
            let people = 0..room.answers[at].len();
            let slow = people.flat_map(|who| (0..=TOP[at]).map(move |to| (who, to))).any(|(who, to)| {
                let then = room.change(|column, person, value| {
                    if (column, person) == (at, who) { to } else { value }
                }).judge();
                if now.point.is_some() {
                    then.point != now.point
                } else {
                    reads(&then, at) != reads(&now, at)
                }
            });
            let got = one_answer_changes(&conventions(), &room.panel(), assessment);
            prop_assert_eq!(!got.is_empty(), slow, "{:?}", assessment);
        }
        let legal = one_answer_changes(&conventions(), &room.panel(), Assessment::Legal);
        prop_assert!(legal.is_empty());
    }
}

/// §4.11, one comparison after the other.
fn better(one: &Judgement, other: &Judgement) -> Ordering {
    let lower = |j: &Judgement| j.need.headroom.min(j.support.headroom);
    let higher = |j: &Judgement| j.need.headroom.max(j.support.headroom);
    (one.ruling.low.cmp(&other.ruling.low))
        .then(one.ruling.high.cmp(&other.ruling.high))
        .then(lower(one).cmp(&lower(other)))
        .then(higher(one).cmp(&higher(other)))
}

#[test]
fn the_default_policy_holds_the_constants_of_the_method() {
    assert_eq!(Policy::default(), conventions());
}
