//! What if: the verdict under another legal state, with the bars moved, with
//! a group score that is another; and how far each assessment alone could
//! move it (METHOD.md §5). Nothing of it is recorded anywhere.

use super::{
    Apology, Assessment, Judgement, Legal, Panel, Policy, Rating, Ruling, Shift, Tally, assess,
};

/// What is supposed; none where it stays as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Supposed {
    /// Another legal state.
    pub legal: Option<Legal>,
    /// Every bar moved, the floors as they are.
    pub bars: Shift,
    /// Another group score on the relationship.
    pub relationship: Option<Rating>,
    /// Another group score on need.
    pub need: Option<Rating>,
    /// Another group score on support.
    pub support: Option<Rating>,
    /// Everyone's answer on the apology.
    pub apology: Option<Apology>,
}

/// The judgement under what is supposed. A group score that is supposed is
/// everyone's: it has a quorum and no split.
#[must_use]
pub fn suppose(policy: &Policy, panel: &Panel, supposed: &Supposed) -> Judgement {
    let mut policy = policy.clone();
    policy.bar = policy.bar.map(|bar| supposed.bars.applied(bar));
    let score = |tally: &Tally<11>, score: Option<Rating>| {
        score.map_or(*tally, |score| tally.agreed(score.get().into()))
    };
    let panel = Panel {
        relationship: score(&panel.relationship, supposed.relationship),
        need: score(&panel.need, supposed.need),
        support: score(&panel.support, supposed.support),
        apology: supposed.apology.map_or(panel.apology, |answer| {
            panel.apology.agreed(answer as usize)
        }),
        legal: supposed.legal.unwrap_or(panel.legal),
    };
    assess(&policy, &panel)
}

/// How far one assessment alone could move the verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Swing {
    /// Which.
    pub assessment: Assessment,
    /// The lowest and the highest answer that somebody gave, as values of the
    /// scale.
    pub answers: [u8; 2],
    /// The verdict if all had given the lowest, and if all had given the
    /// highest.
    pub rulings: [Ruling; 2],
}

/// For each rated assessment that somebody answered: the verdict if the room
/// had agreed on its lowest answer, and on its highest, everything else as it
/// is. The widest swing first, else in the order of the assessments.
#[must_use]
pub fn swings(policy: &Policy, panel: &Panel) -> Vec<Swing> {
    let swing = |assessment| {
        let answers = match assessment {
            Assessment::Relationship => panel.relationship.ends(),
            Assessment::Need => panel.need.ends(),
            Assessment::Support => panel.support.ends(),
            Assessment::Apology => panel.apology.ends(),
            Assessment::Legal => None,
        }?;
        let at = |answer: u8| {
            let score = |of| Rating::try_from(answer).ok().filter(|_| of == assessment);
            let apology = Apology::ALL.get(usize::from(answer)).copied();
            let supposed = Supposed {
                relationship: score(Assessment::Relationship),
                need: score(Assessment::Need),
                support: score(Assessment::Support),
                apology: apology.filter(|_| assessment == Assessment::Apology),
                ..Supposed::default()
            };
            suppose(policy, panel, &supposed).ruling
        };
        Some(Swing {
            assessment,
            answers,
            rulings: answers.map(at),
        })
    };
    let width = |swing: &Swing| {
        let [low, high] = swing.rulings;
        let sum = |ruling: Ruling| ruling.low.number() + ruling.high.number();
        sum(high).saturating_sub(sum(low))
    };
    let mut swings: Vec<Swing> = Assessment::RATED.into_iter().filter_map(swing).collect();
    swings.sort_by_key(|swing| std::cmp::Reverse(width(swing)));
    swings
}
