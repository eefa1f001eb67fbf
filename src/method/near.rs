//! How near the room is to another result: whether a single answer, given
//! otherwise, would change it (METHOD.md §2.4).

use super::{Assessment, Judgement, Panel, Policy, Tally, assess};

/// Whether one answer to an assessment, changed to any other value, would
/// change the point verdict; where there is none yet, what the room reads from
/// the assessment: the class of the relationship, the level of need or
/// support, the cap of the apology. The legal state is never rated, so never
/// near.
#[must_use]
pub fn one_answer_changes(policy: &Policy, panel: &Panel, assessment: Assessment) -> bool {
    let now = assess(policy, panel);
    let other = |panel: Panel| {
        let then = assess(policy, &panel);
        if now.point.is_some() {
            then.point != now.point
        } else {
            reads(&then, assessment) != reads(&now, assessment)
        }
    };
    let with_score = |set: fn(&mut Panel, Tally<11>), tally: &Tally<11>| {
        tally.one_changed().any(|changed| {
            let mut panel = *panel;
            set(&mut panel, changed);
            other(panel)
        })
    };
    match assessment {
        Assessment::Relationship => with_score(|p, t| p.relationship = t, &panel.relationship),
        Assessment::Need => with_score(|p, t| p.need = t, &panel.need),
        Assessment::Support => with_score(|p, t| p.support = t, &panel.support),
        Assessment::Apology => panel
            .apology
            .one_changed()
            .any(|apology| other(Panel { apology, ..*panel })),
        Assessment::Legal => false,
    }
}

/// What the room reads from one assessment, as a number.
fn reads(judgement: &Judgement, assessment: Assessment) -> Option<usize> {
    match assessment {
        Assessment::Relationship => judgement.class.map(|class| class as usize),
        Assessment::Need => judgement.need.level.map(|level| level as usize),
        Assessment::Support => judgement.support.level.map(|level| level as usize),
        Assessment::Apology => judgement.apology.cap.map(|cap| cap as usize),
        Assessment::Legal => None,
    }
}
