//! What would change the verdict, against trying it: every single and double
//! change of answers in small rooms, and every way that is named, carried out
//! by whoever may change, to whatever it may be.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use dear_customer::method::{
    Answer, Assessment, Change, Code, Gives, Label, Legal, Panel, Policy, Rating, Shift, Supposed,
    Tally, Verdict, assess, flips, one_answer_changes, suppose, swings,
};
use rand_xoshiro::{
    SplitMix64,
    rand_core::{Rng, SeedableRng},
};
use std::collections::{BTreeMap, BTreeSet};

/// How often each value was given, on the four rated assessments.
type Room = [Vec<u32>; 4];

const RELATIONSHIP: usize = 0;
const APOLOGY: usize = 3;

fn below(stream: &mut SplitMix64, end: u32) -> usize {
    usize::try_from(stream.next_u32() % end).unwrap()
}

/// A room of `n` in which everyone answers: most of one mind or of two, so
/// that every verdict and split is frequent.
fn room(stream: &mut SplitMix64, n: usize) -> Room {
    [11, 11, 11, 3].map(|values| {
        let camps = [below(stream, values), below(stream, values)];
        let mut counts = vec![0; usize::try_from(values).unwrap()];
        for _ in 0..n {
            let value = match below(stream, 10) {
                0..4 => camps[0],
                4..8 => camps[1],
                _ => below(stream, values),
            };
            counts[value] += 1;
        }
        counts
    })
}

/// The conventions of the method, or, one time in three, others that can be
/// ruled by.
fn policy(stream: &mut SplitMix64) -> Policy {
    if below(stream, 3) > 0 {
        return Policy::default();
    }
    let mut up_to = |end| u8::try_from(below(stream, end)).unwrap();
    loop {
        let mut apology_one_in = [(); 3].map(|()| 1 + up_to(5));
        apology_one_in.sort_unstable();
        let mut floor = [(); 3].map(|()| 1 + up_to(7));
        floor.sort_unstable();
        let policy = Policy {
            choice_limited_from: 1 + up_to(9),
            voluntary_from: 2 + up_to(9),
            bar: floor.map(|floor| floor + 2 + up_to(5)),
            floor,
            apology_one_in,
            split_one_in: 1 + up_to(5),
            ..Policy::default()
        };
        if policy.faults().is_empty() {
            return policy;
        }
    }
}

fn tally<const N: usize>(counts: &[u32]) -> Tally<N> {
    let mut tally = Tally::default();
    for (value, &count) in counts.iter().enumerate() {
        for _ in 0..count {
            tally.add(Answer::Given(value));
        }
    }
    tally
}

fn panel(room: &Room, legal: Legal) -> Panel {
    Panel {
        relationship: tally(&room[RELATIONSHIP]),
        need: tally(&room[1]),
        support: tally(&room[2]),
        apology: tally(&room[APOLOGY]),
        legal,
    }
}

fn judged(policy: &Policy, room: &Room, legal: Legal) -> (Option<Verdict>, Code) {
    let judgement = assess(policy, &panel(room, legal));
    (judgement.point, judgement.ruling.code())
}

/// The counts with one answer changed, in every way.
fn one_changed(counts: &[u32]) -> BTreeSet<Vec<u32>> {
    let mut all = BTreeSet::new();
    for from in (0..counts.len()).filter(|&from| counts[from] > 0) {
        for to in (0..counts.len()).filter(|&to| to != from) {
            let mut changed = counts.to_vec();
            changed[from] -= 1;
            changed[to] += 1;
            all.insert(changed);
        }
    }
    all
}

/// The point verdicts that one and that two changed answers can give.
fn tried(policy: &Policy, room: &Room, legal: Legal) -> [BTreeSet<Verdict>; 2] {
    let once = room.each_ref().map(|counts| one_changed(counts));
    let twice = once.each_ref().map(|once| {
        let again = once.iter().flat_map(|counts| one_changed(counts));
        again.collect::<BTreeSet<_>>()
    });
    let mut found = [BTreeSet::new(), BTreeSet::new()];
    let mut look = |which: usize, room: &Room| found[which].extend(judged(policy, room, legal).0);
    for at in 0..4 {
        let mut changed = room.clone();
        for counts in &once[at] {
            changed[at].clone_from(counts);
            look(0, &changed);
            for other in at + 1..4 {
                let mut both = changed.clone();
                for counts in &once[other] {
                    both[other].clone_from(counts);
                    look(1, &both);
                }
            }
        }
        for counts in &twice[at] {
            changed[at].clone_from(counts);
            look(1, &changed);
        }
    }
    found
}

/// Would catch a distance that is too long or too short, a cap that counts
/// one person too few, a change of the relationship that forgets what it does
/// to bars, floors and the apology.
#[test]
fn distances_of_one_and_two_are_those_that_trying_finds() {
    let mut stream = SplitMix64::seed_from_u64(4);
    let mut seen = BTreeMap::new();
    let mut panels = 0;
    while panels < 500 {
        let n = 3 + panels % 2;
        let policy = policy(&mut stream);
        let room = room(&mut stream, n);
        let legal = Legal::ALL[1 + below(&mut stream, 4)];
        let point = judged(&policy, &room, legal).0.unwrap();
        let [one, two] = tried(&policy, &room, legal);
        for flip in flips(&policy, &panel(&room, legal)).unwrap() {
            let tried = if flip.target == point {
                Some(0)
            } else if one.contains(&flip.target) {
                Some(1)
            } else if two.contains(&flip.target) {
                Some(2)
            } else {
                None
            };
            let near = flip.distance.filter(|&distance| distance <= 2);
            assert_eq!(near, tried, "{policy:?} {room:?} {legal:?}: {flip:?}");
            let ruled_out = Some(flip.target) > legal.cap();
            assert_eq!(flip.distance.is_none(), ruled_out);
            *seen.entry(near).or_insert(0) += 1;
        }
        panels += 1;
    }
    // Each distance came up often enough to mean something.
    assert!(seen.values().all(|&times| times > 150), "{seen:?}");
}

/// Every room that a change can lead to: whoever of those that count changes,
/// to whichever of the values.
fn carried_out(counts: &[u32], change: &Change) -> BTreeSet<Vec<u32>> {
    let mut rooms: BTreeSet<(Vec<u32>, Vec<u32>)> = BTreeSet::new();
    // Those who have not changed yet, and what those who have say now.
    rooms.insert((counts.to_vec(), vec![0; counts.len()]));
    for _ in 0..change.answers {
        let mut next = BTreeSet::new();
        for (old, new) in &rooms {
            for from in usize::from(change.from.0)..=usize::from(change.from.1) {
                for to in usize::from(change.to.0)..=usize::from(change.to.1) {
                    let (mut old, mut new) = (old.clone(), new.clone());
                    let Some(left) = old[from].checked_sub(1) else {
                        continue;
                    };
                    old[from] = left;
                    new[to] += 1;
                    next.insert((old, new));
                }
            }
        }
        rooms = next;
    }
    let sum = |(old, new): (Vec<u32>, Vec<u32>)| old.iter().zip(new).map(|(a, b)| a + b).collect();
    rooms.into_iter().map(sum).collect()
}

/// Every room that a way can lead to.
fn led_to(room: &Room, way: &[Change]) -> Vec<Room> {
    let mut rooms = vec![room.clone()];
    for change in way {
        let at = Assessment::RATED
            .iter()
            .position(|&assessment| assessment == change.assessment)
            .unwrap();
        let next = |room: Room| {
            let after = carried_out(&room[at], change).into_iter();
            after.map(move |counts| {
                let mut room = room.clone();
                room[at] = counts;
                room
            })
        };
        rooms = rooms.into_iter().flat_map(next).collect();
    }
    rooms
}

/// Would catch a sentence that names a change which does not give what it
/// promises: too few people, an end of a range that goes too far, a split that
/// is not told.
#[test]
fn every_way_gives_its_verdict_whoever_changes_to_whatever() {
    let mut stream = SplitMix64::seed_from_u64(5);
    let mut labels = BTreeMap::new();
    let mut longest = 0;
    for panels in 0..600 {
        let n = 1 + panels % 5;
        let room = room(&mut stream, n);
        let legal = Legal::ALL[1 + below(&mut stream, 4)];
        let policy = policy(&mut stream);
        for flip in flips(&policy, &panel(&room, legal)).unwrap() {
            let place = || format!("{policy:?} {room:?} {legal:?}: {flip:?}");
            for way in &flip.ways {
                let cost = way.iter().map(|change| change.answers).sum::<u32>();
                assert_eq!(Some(cost), flip.distance, "{}", place());
                for after in led_to(&room, way) {
                    let point = judged(&policy, &after, legal).0;
                    assert_eq!(point, Some(flip.target), "{}: {after:?}", place());
                }
                longest = longest.max(way.len());
            }
            let distinct: BTreeSet<String> =
                flip.ways.iter().map(|way| format!("{way:?}")).collect();
            assert_eq!(distinct.len(), flip.ways.len(), "{}", place());
            if flip.distance.is_none() {
                continue;
            }
            let first = flip.ways.first().map_or(&[][..], Vec::as_slice);
            let open: BTreeSet<bool> = led_to(&room, first)
                .iter()
                .map(|after| judged(&policy, after, legal).1 == Code::NotYet)
                .collect();
            let label = told(&open);
            assert_eq!(flip.label, label, "{}", place());
            *labels.entry(format!("{label:?}")).or_insert(0) += 1;
        }
    }
    assert!(longest >= 3, "{longest}");
    let often = labels.len() == 3 && labels.values().all(|&times| times > 20);
    assert!(often, "{labels:?}");
}

/// Would catch a page that says of one answer what that answer does not do, or
/// keeps quiet about a split that comes of it.
#[test]
fn what_one_answer_is_said_to_change_it_changes() {
    let mut stream = SplitMix64::seed_from_u64(9);
    let mut seen = BTreeMap::new();
    for panels in 0..1500 {
        let room = room(&mut stream, 1 + panels % 7);
        let legal = Legal::ALL[below(&mut stream, 5)];
        let policy = policy(&mut stream);
        for assessment in Assessment::RATED {
            let near = one_answer_changes(&policy, &panel(&room, legal), assessment);
            for (change, gives) in near {
                let place = || format!("{policy:?} {room:?} {legal:?}: {change:?} {gives:?}");
                assert_eq!((change.assessment, change.answers), (assessment, 1));
                let mut open = BTreeSet::new();
                for after in led_to(&room, &[change]) {
                    let judgement = assess(&policy, &panel(&after, legal));
                    let so = match gives {
                        Gives::Verdict(verdict, _) => judgement.point == Some(verdict),
                        Gives::Class(class) => judgement.class == Some(class),
                        Gives::Level(level) if assessment == Assessment::Need => {
                            judgement.need.level == Some(level)
                        }
                        Gives::Level(level) => judgement.support.level == Some(level),
                        Gives::Cap(cap) => judgement.apology.cap == Some(cap),
                    };
                    assert!(so, "{}: {after:?}", place());
                    open.insert(judgement.ruling.code() == Code::NotYet);
                }
                if let Gives::Verdict(_, label) = gives {
                    assert_eq!(label, told(&open), "{}", place());
                }
                let kind = format!("{gives:?}");
                let kind = kind.split('(').next().unwrap().to_owned();
                *seen.entry(kind).or_insert(0) += 1;
            }
        }
    }
    let often = seen.len() == 4 && seen.values().all(|&times| times > 50);
    assert!(often, "{seen:?}");
}

/// What the labels that a way can lead to amount to; true where one is open.
fn told(open: &BTreeSet<bool>) -> Label {
    match (open.contains(&true), open.contains(&false)) {
        (false, _) => Label::Settled,
        (true, false) => Label::Kept,
        (true, true) => Label::Depends,
    }
}

/// Would catch a tie that is broken by what comes first in the code.
#[test]
fn the_simplest_way_comes_first() {
    // Voluntary: bar 6, floor 3. Need and support are each one answer short.
    let nine = |value: usize| {
        let mut counts = vec![0; 11];
        counts[value] = 5;
        counts[5] += 4;
        counts
    };
    let room = [nine(9), nine(6), nine(5), vec![0, 0, 9]];
    let flips = flips(&Policy::default(), &panel(&room, Legal::Clear)).unwrap();
    let [_, redesign, conditions, proceed] = &flips;
    assert_eq!(conditions.distance, Some(0));
    assert_eq!(
        proceed.ways[0],
        [Change {
            assessment: Assessment::Support,
            answers: 5,
            from: (0, 5),
            to: (6, Rating::MAX),
        }]
    );
    // One on need to the middle, and alternatives of one answer elsewhere.
    assert_eq!(redesign.distance, Some(1));
    assert_eq!(
        redesign.ways[0],
        [Change {
            assessment: Assessment::Need,
            answers: 1,
            from: (6, Rating::MAX),
            to: (0, 5),
        }]
    );
}

/// Would catch a distance where nothing is settled that it could start from.
#[test]
fn without_a_point_verdict_there_is_no_distance() {
    let mut stream = SplitMix64::seed_from_u64(6);
    let room = room(&mut stream, 5);
    assert_eq!(flips(&Policy::default(), &panel(&room, Legal::Open)), None);
    let mut silent = panel(&room, Legal::Clear);
    silent.support = tally(&[0; 11]);
    silent.support.add(Answer::Abstained);
    assert_eq!(flips(&Policy::default(), &silent), None);
}

// What if

/// Would catch a supposition that leaves something of the room's own answers
/// behind, and one that changes what was not supposed.
#[test]
fn what_is_supposed_is_judged_as_if_the_room_had_said_so() {
    let mut stream = SplitMix64::seed_from_u64(7);
    let policy = Policy::default();
    for panels in 0..500 {
        let room = room(&mut stream, 1 + panels % 9);
        let legal = Legal::ALL[below(&mut stream, 5)];
        let panel = panel(&room, legal);
        let as_it_is = assess(&policy, &panel);
        assert_eq!(suppose(&policy, &panel, &Supposed::default()), as_it_is);
        for (shift, ruling) in Shift::ALL.into_iter().zip(as_it_is.shifted) {
            let bars = Supposed {
                bars: shift,
                ..Supposed::default()
            };
            assert_eq!(suppose(&policy, &panel, &bars).ruling, ruling);
        }
        for legal in Legal::ALL {
            let law = Supposed {
                legal: Some(legal),
                ..Supposed::default()
            };
            let told = assess(&policy, &Panel { legal, ..panel });
            assert_eq!(suppose(&policy, &panel, &law), told);
        }
        for score in 0..=10 {
            let need = Supposed {
                need: Rating::try_from(score).ok(),
                ..Supposed::default()
            };
            let got = suppose(&policy, &panel, &need);
            let grade = got.need.grade.map(Rating::get);
            assert_eq!((grade, got.need.split), (Some(score), None));
            assert_eq!((got.support, got.class), (as_it_is.support, as_it_is.class));
        }
    }
}

/// Would catch a swing of the wrong assessment, or one that is not the widest
/// first.
#[test]
fn swings_are_between_the_lowest_and_the_highest_answer() {
    let at = |values: &[usize]| {
        let mut counts = vec![0; 11];
        for &value in values {
            counts[value] += 1;
        }
        counts
    };
    // Voluntary whoever is asked: bar 6, floor 3.
    let room = [
        at(&[8, 8, 9]),
        at(&[6, 6, 7]),
        at(&[2, 6, 9]),
        vec![0, 0, 3],
    ];
    let got = swings(&Policy::default(), &panel(&room, Legal::Clear));
    let told: Vec<_> = got
        .iter()
        .map(|swing| {
            let codes = swing.rulings.map(|ruling| ruling.code().id());
            (swing.assessment.id(), swing.answers, codes)
        })
        .collect();
    let whole = ["redesign", "proceed"];
    assert_eq!(told[0], ("support", [2, 9], whole));
    let others: Vec<_> = told[1..].iter().map(|&(id, ..)| id).collect();
    assert_eq!(others, ["relationship", "need", "apology"]);
    // With support split, need alone leaves the range that it has.
    assert_eq!(told[2].2, ["not-yet", "not-yet"]);
}
