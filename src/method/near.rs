//! How near the room is to another result: the single answers that, given
//! otherwise, would change it (METHOD.md §2.4).

use super::{
    Assessment, Change, Class, Label, Level, Panel, Policy, Tally, Verdict, assess,
    flips::{classes, flips, label, levels, to_band, to_cap},
};

/// What a single answer would change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gives {
    /// The point verdict, and what a split then does to the label.
    Verdict(Verdict, Label),
    /// The class of the relationship.
    Class(Class),
    /// The level of need or support.
    Level(Level),
    /// The highest verdict that the apology allows.
    Cap(Verdict),
}

/// Changes of one answer to an assessment that would give another point
/// verdict, at least one where there is any; where there is no point verdict
/// yet, that would change what the room reads from the assessment: the class
/// of the relationship, the level of need or support, the cap of the apology.
/// The nearest comes first. The legal state is never rated, so never near.
#[must_use]
pub fn one_answer_changes(
    policy: &Policy,
    panel: &Panel,
    assessment: Assessment,
) -> Vec<(Change, Gives)> {
    if let Some(flips) = flips(policy, panel) {
        let near = flips.into_iter().filter(|flip| flip.distance == Some(1));
        let single = near.flat_map(|flip| {
            let changes = flip.ways.into_iter().flatten();
            changes.map(move |change| {
                let label = label(policy, panel, &[change]);
                (change, Gives::Verdict(flip.target, label))
            })
        });
        let single = single.filter(|(change, _)| change.assessment == assessment);
        return nearest_first(panel, assessment, single.collect());
    }
    let mut changes = readings(policy, panel, assessment);
    changes.retain(|(change, _)| change.answers == 1);
    nearest_first(panel, assessment, changes)
}

/// The change that asks for the smallest step first: from the group score,
/// or, on the apology, from the answer that changes.
fn nearest_first(
    panel: &Panel,
    assessment: Assessment,
    mut changes: Vec<(Change, Gives)>,
) -> Vec<(Change, Gives)> {
    let grade = match assessment {
        Assessment::Relationship => panel.relationship.low_median(),
        Assessment::Need => panel.need.low_median(),
        Assessment::Support => panel.support.low_median(),
        Assessment::Apology | Assessment::Legal => None,
    };
    changes.sort_by_key(|(change, _)| {
        let here = grade.unwrap_or(change.from.0.into());
        let (low, high) = (usize::from(change.to.0), usize::from(change.to.1));
        low.saturating_sub(here).max(here.saturating_sub(high))
    });
    changes
}

/// What would give an assessment another reading.
fn readings(policy: &Policy, panel: &Panel, assessment: Assessment) -> Vec<(Change, Gives)> {
    let now = assess(policy, panel);
    let Some(class) = now.class else {
        return Vec::new();
    };
    let bands = |tally: &Tally<11>, bands: [((u8, u8), Gives); 3]| {
        let change = |(band, gives)| Some((to_band(assessment, tally, band)?, gives));
        bands.into_iter().filter_map(change).collect()
    };
    let on_levels = Level::ALL.map(|level| (levels(policy, class, level), Gives::Level(level)));
    match assessment {
        Assessment::Relationship => {
            let on_classes = Class::ALL.map(|k| (classes(policy, k), Gives::Class(k)));
            bands(&panel.relationship, on_classes)
        }
        Assessment::Need if now.need.level.is_some() => bands(&panel.need, on_levels),
        Assessment::Support if now.support.level.is_some() => bands(&panel.support, on_levels),
        Assessment::Apology if now.apology.cap.is_some() => {
            let way = |cap| match to_cap(policy, &panel.apology, class, cap)?[..] {
                [change] => Some((change, Gives::Cap(cap))),
                _ => None,
            };
            Verdict::ALL.into_iter().filter_map(way).collect()
        }
        _ => Vec::new(),
    }
}
