//! From a view to the rules: which ratings count for an option, and what the
//! method makes of them.

use super::{
    event::{AnswerWord, DecisionCode, Round},
    view::{HostView, SeatRating, View},
};
use crate::{
    content::OptionCard,
    method::{
        self, Answer, Apology, Assessment, Change, Code, Gives, Judgement, Legal, Panel, Rating,
        Robustness, Row, Scored, Tally, assess, one_answer_changes, rank,
    },
};

/// One option judged.
#[derive(Clone, Debug)]
pub struct OptionResult {
    /// The option's id.
    pub option: String,
    /// The tallies that the rules read.
    pub panel: Panel,
    /// What the rules say. Where not everything is revealed, only the parts
    /// that are count; [`OptionResult::complete`] tells.
    pub judgement: Judgement,
    /// The assessments whose first round is on the table, by their order in
    /// [`Assessment::RATED`].
    pub revealed: [bool; 4],
}

impl OptionResult {
    /// Whether a rated assessment is on the table; the legal state always is.
    #[must_use]
    pub fn has(&self, assessment: Assessment) -> bool {
        Assessment::RATED
            .into_iter()
            .zip(self.revealed)
            .all(|(rated, revealed)| rated != assessment || revealed)
    }

    /// The three assessments on the 0–10 scale with their answers, on the
    /// table or not.
    #[must_use]
    pub const fn scores(&self) -> [(Assessment, &Scored, &Tally<11>); 3] {
        let (judgement, panel) = (&self.judgement, &self.panel);
        [
            (
                Assessment::Relationship,
                &judgement.relationship,
                &panel.relationship,
            ),
            (Assessment::Need, &judgement.need, &panel.need),
            (Assessment::Support, &judgement.support, &panel.support),
        ]
    }

    /// One of [`OptionResult::scores`]; none for what is not on that scale.
    #[must_use]
    pub fn scored(&self, assessment: Assessment) -> Option<(&Scored, &Tally<11>)> {
        let mut all = self.scores().into_iter();
        let (_, scored, tally) = all.find(|&(of, ..)| of == assessment)?;
        Some((scored, tally))
    }

    /// Whether every rated assessment is on the table, so that there is a
    /// verdict.
    #[must_use]
    pub fn complete(&self) -> bool {
        self.revealed.iter().all(|&revealed| revealed)
    }
}

/// The answers that count for an assessment of an option after a round, one a
/// seat, in the order of the seats: the second round's where it is revealed
/// and counts, else the first's; who did not hand in abstains. None if not
/// even the first round is on the table.
fn effective(
    view: &HostView,
    option: &str,
    assessment: Assessment,
    upto: Round,
) -> Option<Vec<Answer<AnswerWord>>> {
    let revealed = |round| {
        view.round(option, assessment, round)
            .and_then(|round| round.revealed.as_deref())
    };
    let first = revealed(Round::First)?;
    let second = match upto {
        Round::First => &[],
        Round::Second => revealed(Round::Second).unwrap_or_default(),
    };
    let given = |ratings: &[SeatRating], seat| {
        ratings
            .iter()
            .find(|rating| rating.seat == seat)
            .map(|rating| match rating.answer {
                AnswerWord::Abstain => Answer::Abstained,
                AnswerWord::Recused => Answer::Recused,
                answer => Answer::Given(answer),
            })
    };
    let answers = view.info.seats.iter().map(|seat| {
        given(second, seat.id)
            .or_else(|| given(first, seat.id))
            .unwrap_or(Answer::Abstained)
    });
    Some(answers.collect())
}

fn score(answer: Answer<AnswerWord>) -> Answer<Rating> {
    match answer {
        Answer::Given(AnswerWord::Score(rating)) => Answer::Given(rating),
        Answer::Recused => Answer::Recused,
        Answer::Given(_) | Answer::Abstained => Answer::Abstained,
    }
}

fn apology(answer: Answer<AnswerWord>) -> Answer<Apology> {
    match answer {
        Answer::Given(AnswerWord::Apology(apology)) => Answer::Given(apology),
        Answer::Recused => Answer::Recused,
        Answer::Given(_) | Answer::Abstained => Answer::Abstained,
    }
}

/// The answers to the four rated assessments that count for an option after a
/// round, by their order in [`Assessment::RATED`]; none for what is not on
/// the table.
fn rated(
    view: &HostView,
    option: &OptionCard,
    upto: Round,
) -> [Option<Vec<Answer<AnswerWord>>>; 4] {
    Assessment::RATED.map(|assessment| {
        let id = match assessment {
            Assessment::Relationship => view.relationship_option(option),
            _ => &option.id,
        };
        effective(view, id, assessment, upto)
    })
}

fn legal_state(view: &HostView, option: &OptionCard) -> Legal {
    let entry = view.legal.get(&option.id);
    entry.map_or_else(Default::default, |entry| entry.state)
}

/// What stood for an option after a round; after the second, the latest.
#[must_use]
pub fn result(view: &HostView, option: &OptionCard, upto: Round) -> OptionResult {
    let rated = rated(view, option, upto);
    let revealed = rated.each_ref().map(Option::is_some);
    let [relationship, need, support, regret] = rated.map(Option::unwrap_or_default);
    let panel = Panel {
        relationship: relationship.into_iter().map(score).collect(),
        need: need.into_iter().map(score).collect(),
        support: support.into_iter().map(score).collect(),
        apology: regret.into_iter().map(apology).collect(),
        legal: legal_state(view, option),
    };
    OptionResult {
        option: option.id.clone(),
        judgement: assess(&view.info.instrument.policy, &panel),
        panel,
        revealed,
    }
}

/// Each participant's answers on an option after a round, in the order of the
/// seats. None where not everything is on the table.
fn rows(view: &HostView, option: &OptionCard, upto: Round) -> Option<Vec<Row>> {
    let [relationship, need, support, regret] = rated(view, option, upto);
    let scores = need?.into_iter().zip(support?);
    let others = relationship?.into_iter().zip(regret?);
    let row = |((need, support), (relationship, regret))| Row {
        relationship: score(relationship),
        need: score(need),
        support: score(support),
        apology: apology(regret),
    };
    Some(scores.zip(others).map(row).collect())
}

/// The verdicts of panels drawn from the room as it rated in round 1, with
/// the legal state as it stands now. None before there is a verdict.
#[must_use]
pub fn robustness(view: &HostView, option: &OptionCard) -> Option<Robustness> {
    let rows = rows(view, option, Round::First)?;
    let policy = &view.info.instrument.policy;
    let legal = legal_state(view, option);
    method::robustness(policy, &rows, legal, method::DRAWS, method::SEED)
}

/// For how many participants the verdict as it stands would differ without
/// them: a count, never who. None before there is a verdict, and alone.
#[must_use]
pub fn left_out(view: &HostView, option: &OptionCard) -> Option<usize> {
    let rows = rows(view, option, Round::Second)?;
    let policy = &view.info.instrument.policy;
    method::left_out(policy, &rows, legal_state(view, option))
}

/// The latest result of every option, in their order.
#[must_use]
pub fn results(view: &HostView) -> Vec<OptionResult> {
    view.options
        .iter()
        .map(|option| result(view, option, Round::Second))
        .collect()
}

/// Whether any assessment of an option has its second round on the table.
#[must_use]
pub fn has_second_round(view: &HostView, option: &OptionCard) -> bool {
    Assessment::RATED.into_iter().any(|assessment| {
        let id = match assessment {
            Assessment::Relationship => view.relationship_option(option),
            _ => &option.id,
        };
        view.round(id, assessment, Round::Second)
            .is_some_and(|round| round.revealed.is_some())
    })
}

/// Why rating again is worth the room's while (METHOD.md §2.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Again {
    /// The room is split.
    Split,
    /// A single answer, given otherwise, would change the result: which, and
    /// to what.
    OneAnswer(Change, Gives),
}

/// Whether an assessment of an option should be rated again: its first round
/// is on the table, its second is not, and it is split or near another
/// result. The apology is never split.
#[must_use]
pub fn worth_a_second_round(
    view: &HostView,
    option: &OptionCard,
    assessment: Assessment,
) -> Option<Again> {
    again(
        view,
        option,
        assessment,
        &result(view, option, Round::Second),
    )
}

/// The same for any role, from the option's latest result.
#[must_use]
pub fn again<R, T>(
    view: &View<R, T>,
    option: &OptionCard,
    assessment: Assessment,
    latest: &OptionResult,
) -> Option<Again> {
    let id = match assessment {
        Assessment::Relationship => view.relationship_option(option),
        _ => &option.id,
    };
    let revealed = |round| {
        let round = view.round(id, assessment, round);
        round.is_some_and(|round| round.revealed.is_some())
    };
    if !revealed(Round::First) || revealed(Round::Second) {
        return None;
    }
    let OptionResult {
        judgement, panel, ..
    } = latest;
    let split = match assessment {
        Assessment::Relationship => judgement.relationship.split,
        Assessment::Need => judgement.need.split,
        Assessment::Support => judgement.support.split,
        Assessment::Apology | Assessment::Legal => None,
    };
    if split.is_some() {
        return Some(Again::Split);
    }
    let near = one_answer_changes(&view.info.instrument.policy, panel, assessment);
    let (change, gives) = near.first()?;
    Some(Again::OneAnswer(*change, *gives))
}

/// The options with a verdict, best first; a group of several is a tie.
#[must_use]
pub fn ranking(results: &[OptionResult]) -> Vec<Vec<&str>> {
    let complete: Vec<&OptionResult> = results.iter().filter(|r| r.complete()).collect();
    let judgements: Vec<&Judgement> = complete.iter().map(|r| &r.judgement).collect();
    rank(&judgements)
        .into_iter()
        .map(|group| {
            group
                .into_iter()
                .map(|i| complete[i].option.as_str())
                .collect()
        })
        .collect()
}

/// Whether a decision differs from what the rules say: from the verdict, or,
/// where that is `not-yet`, from everything in its range; not now is then no
/// difference. Without a verdict there is nothing to differ from.
#[must_use]
pub fn differs(decision: DecisionCode, result: &OptionResult) -> bool {
    if !result.complete() {
        return false;
    }
    let ruling = result.judgement.ruling;
    let number = match decision {
        DecisionCode::NotNow => return matches!(ruling.code(), Code::Settled(_)),
        DecisionCode::DoNotProceed => 0,
        DecisionCode::Redesign => 1,
        DecisionCode::ProceedWithConditions => 2,
        DecisionCode::Proceed => 3,
    };
    !(ruling.low.number()..=ruling.high.number()).contains(&number)
}
