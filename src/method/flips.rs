//! What would change the verdict: the fewest single answers that would have
//! to be given otherwise for each other point verdict (METHOD.md §5).
//!
//! Invariant: a way gives its target whoever of `from` changes, and to
//! whichever value of `to`; no smaller number of answers does.

use super::{
    Apology, Assessment, Class, Code, Level, Panel, Policy, Rating, Shift, Tally, Verdict, assess,
    cap_rank, core_verdict, ruling::ruling,
};

/// Some answers to one assessment, given otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// To which assessment.
    pub assessment: Assessment,
    /// How many answers.
    pub answers: u32,
    /// The answers that count: the lowest and the highest, as values of the
    /// scale (0–10; on the apology 0 whole, 1 how, 2 none).
    pub from: (u8, u8),
    /// What they would have to be, likewise.
    pub to: (u8, u8),
}

/// Whether a way would give more than the point verdict: the label as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// Whoever changes, nothing stays open.
    Settled,
    /// That depends on who changes, and to what.
    Depends,
    /// Whoever changes, a split keeps it at `not-yet`.
    Kept,
}

/// How far one of the four verdicts is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flip {
    /// The verdict.
    pub target: Verdict,
    /// The fewest answers that would have to change; 0 for the point verdict
    /// itself, none where no number of answers gives it, as the legal state
    /// rules it out.
    pub distance: Option<u32>,
    /// Ways with that many, each a list of changes, the simplest first: one
    /// for each combination of class, levels and cap that is as near, so not
    /// every answer that would do. None for the point verdict itself.
    pub ways: Vec<Vec<Change>>,
    /// What the first way does to the label.
    pub label: Label,
}

/// The distance to each verdict, worst first, with every grade as it is,
/// splits aside and the legal state fixed. None where there is no point
/// verdict: while the legal state is open, or an assessment has no quorum.
#[must_use]
pub fn flips(policy: &Policy, panel: &Panel) -> Option<[Flip; 4]> {
    let legal = panel.legal.cap()?;
    assess(policy, panel).point?;
    let outcomes = outcomes(policy, panel, legal);
    let flip = |target: Verdict| {
        let reaching = || outcomes.iter().filter(|(verdict, _)| *verdict == target);
        let cost = |way: &[Change]| way.iter().map(|change| change.answers).sum::<u32>();
        let distance = reaching().map(|(_, way)| cost(way)).min();
        let nearest = reaching().filter(|(_, way)| Some(cost(way)) == distance && !way.is_empty());
        let mut ways: Vec<Vec<Change>> = nearest
            .map(|(_, way)| widened(policy, panel, way, target))
            .collect();
        ways.sort_by_key(|way| simplicity(way));
        ways.dedup();
        let label = label(policy, panel, ways.first().map_or(&[][..], Vec::as_slice));
        Flip {
            target,
            distance,
            ways,
            label,
        }
    };
    Some(Verdict::ALL.map(flip))
}

/// A way that lets every answer go as far as it may: "8 or more" where that
/// gives the target as well as "5, 6 or 7" does. The verdict rises with each
/// answer, so what holds at both ends holds between them.
fn widened(policy: &Policy, panel: &Panel, way: &[Change], target: Verdict) -> Vec<Change> {
    let mut way = way.to_vec();
    for i in 0..way.len() {
        let narrow = way[i];
        if narrow.assessment == Assessment::Apology {
            continue;
        }
        if narrow.from.0 < narrow.to.0 {
            way[i].to.1 = Rating::MAX;
        } else {
            way[i].to.0 = 0;
        }
        // The best that can come of it, and the worst.
        let best = moved(panel, &way, |change| (false, change.to.1));
        let worst = moved(panel, &way, |change| (true, change.to.0));
        let gives = |panel: &Panel| assess(policy, panel).point == Some(target);
        if !gives(&best) || !gives(&worst) {
            way[i] = narrow;
        }
    }
    way
}

/// For every combination of class, levels and apology cap: the verdict that
/// it gives, and the fewest changes that lead to it. Combinations to which no
/// change of answers leads are left out.
fn outcomes(policy: &Policy, panel: &Panel, legal: Verdict) -> Vec<(Verdict, Vec<Change>)> {
    let mut outcomes = Vec::new();
    for class in Class::ALL {
        let band = classes(policy, class);
        let relationship = to_band(Assessment::Relationship, &panel.relationship, band);
        let level =
            |assessment, tally, level| to_band(assessment, tally, levels(policy, class, level));
        let caps: Vec<(Verdict, Vec<Change>)> = Verdict::ALL
            .into_iter()
            .filter_map(|cap| Some((cap, to_cap(policy, &panel.apology, class, cap)?)))
            .collect();
        for need in Level::ALL {
            let on_need = level(Assessment::Need, &panel.need, need);
            for support in Level::ALL {
                let on_support = level(Assessment::Support, &panel.support, support);
                for (cap, on_apology) in &caps {
                    let verdict = core_verdict(need, support).min(*cap).min(legal);
                    let way = [on_need, on_support].into_iter().flatten();
                    let way = way.chain(on_apology.iter().copied()).chain(relationship);
                    outcomes.push((verdict, way.collect()));
                }
            }
        }
    }
    outcomes
}

/// Fewer assessments first; among as many, fewer changes; need before support
/// before the apology before the relationship, which is about the service and
/// not the idea; then less to be lifted.
fn simplicity(way: &[Change]) -> (usize, usize, Vec<[u8; 2]>) {
    let order = |change: &Change| match change.assessment {
        Assessment::Need => 0,
        Assessment::Support => 1,
        Assessment::Apology => 2,
        Assessment::Relationship | Assessment::Legal => 3,
    };
    let mut about: Vec<u8> = way.iter().map(order).collect();
    about.dedup();
    let places = way.iter().map(|change| [order(change), change.to.0]);
    (about.len(), way.len(), places.collect())
}

/// The grades that make a class (§4.2): the lowest and the highest.
pub(super) fn classes(policy: &Policy, class: Class) -> (u8, u8) {
    match class {
        Class::Captive => (0, policy.choice_limited_from - 1),
        Class::ChoiceLimited => (policy.choice_limited_from, policy.voluntary_from - 1),
        Class::Voluntary => (policy.voluntary_from, Rating::MAX),
    }
}

/// The grades that make a level in a class (§4.4): the lowest and the highest.
pub(super) fn levels(policy: &Policy, class: Class, level: Level) -> (u8, u8) {
    let (floor, bar) = (policy.floor(class), policy.bar(class));
    match level {
        Level::Weak => (0, floor - 1),
        Level::Middle => (floor, bar - 1),
        Level::Strong => (bar, Rating::MAX),
    }
}

/// What brings a grade into a band; none where it is there. To reach g ≥ t,
/// ⌊n/2⌋ + 1 answers must be t or more; to fall below t, ⌈n/2⌉ must be below.
pub(super) fn to_band(
    assessment: Assessment,
    tally: &Tally<11>,
    (low, high): (u8, u8),
) -> Option<Change> {
    let n = tally.n();
    let up = (n / 2 + 1).saturating_sub(tally.at_least(low.into()));
    let down = n
        .div_ceil(2)
        .saturating_sub(tally.below(usize::from(high) + 1));
    let (answers, from) = if low > 0 && up > 0 {
        (up, (0, low - 1))
    } else if high < Rating::MAX && down > 0 {
        (down, (high + 1, Rating::MAX))
    } else {
        return None;
    };
    Some(Change {
        assessment,
        answers,
        from,
        to: (low, high),
    })
}

/// What brings the apology to a cap (§4.6) in a class; nothing where it is
/// there, none where no answers give that cap.
pub(super) fn to_cap(
    policy: &Policy,
    tally: &Tally<3>,
    class: Class,
    cap: Verdict,
) -> Option<Vec<Change>> {
    let n = tally.n();
    let half = n.div_ceil(2);
    let rank = cap_rank(policy, n, class);
    // How many may say `whole`, and how many `whole` or `how`: the fewest and
    // the most.
    let less = half.checked_sub(1)?;
    let (whole, not_none) = match cap {
        Verdict::DoNotProceed => ((half, n), (0, n)),
        Verdict::Redesign => ((rank, less), (0, n)),
        Verdict::ProceedWithConditions => ((0, less.min(rank.checked_sub(1)?)), (rank, n)),
        Verdict::Proceed => ((0, less), (0, rank.checked_sub(1)?)),
    };
    let most_whole = whole.1.min(not_none.1);
    if whole.0 > most_whole {
        return None;
    }
    let [whole_now, how_now, _] = *tally.counts();
    let whole = whole_now.clamp(whole.0, most_whole);
    let not_none = (whole_now + how_now).clamp(not_none.0.max(whole), not_none.1);
    let wanted = [whole, not_none - whole, n - not_none];
    Some(moves(tally.counts(), &wanted))
}

/// The fewest moves from one count of the three answers to another. Either
/// one answer gives to the others, or one takes from them; so who gives to
/// whom leaves no choice.
fn moves(now: &[u32; 3], wanted: &[u32; 3]) -> Vec<Change> {
    let surplus = |i: usize| now[i].saturating_sub(wanted[i]);
    let lack = |i: usize| wanted[i].saturating_sub(now[i]);
    let mut changes = Vec::new();
    for (from, a) in (0..3).zip(Apology::ALL) {
        for (to, b) in (0..3).zip(Apology::ALL) {
            let answers = surplus(from).min(lack(to));
            if answers > 0 {
                changes.push(Change {
                    assessment: Assessment::Apology,
                    answers,
                    from: (a as u8, a as u8),
                    to: (b as u8, b as u8),
                });
            }
        }
    }
    changes
}

/// What a way does to the label. In one class that hangs on how many of those
/// who change come from below its floor or from its bar, so the answers
/// nearest to the change and those farthest from it tell; where the
/// relationship is split the lines of every class count. So each value that
/// they may change to is tried as well.
pub(super) fn label(policy: &Policy, panel: &Panel, way: &[Change]) -> Label {
    let reach = |change: &Change| change.to.1 - change.to.0;
    let most = way.iter().map(reach).max().unwrap_or(0);
    let open = |step: u8, far: bool| {
        let panel = moved(panel, way, |change| {
            let up = change.from.0 < change.to.0;
            let to = if up {
                change.to.0.saturating_add(step).min(change.to.1)
            } else {
                change.to.1.saturating_sub(step).max(change.to.0)
            };
            (up != far, to)
        });
        ruling(policy, &panel, Shift::Same).code() == Code::NotYet
    };
    let (mut kept, mut settled) = (false, false);
    for step in 0..=most {
        for far in [false, true] {
            let open = open(step, far);
            kept |= open;
            settled |= !open;
        }
    }
    match (kept, settled) {
        (true, true) => Label::Depends,
        (true, false) => Label::Kept,
        (false, _) => Label::Settled,
    }
}

/// The panel after a way. `how` tells of each change whether the highest of
/// the answers that count change first, and to which value.
fn moved(panel: &Panel, way: &[Change], how: impl Fn(&Change) -> (bool, u8)) -> Panel {
    let mut panel = *panel;
    for change in way {
        let (highest_first, to) = how(change);
        match change.assessment {
            Assessment::Relationship => panel.relationship.change(change, highest_first, to),
            Assessment::Need => panel.need.change(change, highest_first, to),
            Assessment::Support => panel.support.change(change, highest_first, to),
            Assessment::Apology => panel.apology.change(change, highest_first, to),
            Assessment::Legal => {}
        }
    }
    panel
}

impl<const N: usize> Tally<N> {
    /// Moves the answers of a change to a value.
    fn change(&mut self, change: &Change, highest_first: bool, to: u8) {
        let (lowest, highest) = change.from;
        let mut left = change.answers;
        for i in 0..=highest - lowest {
            let from = if highest_first {
                highest - i
            } else {
                lowest + i
            };
            left -= self.shift(from.into(), to.into(), left);
        }
    }
}
