//! What the room agrees on before it begins, and the idea where it is the
//! room's own.

use super::{
    command::Refusal,
    event::{Body, Framing, IdeaText, Recusal, Roles, clean_idea},
    state::State,
};
use crate::{
    content::{OptionCard, Text, content_hash},
    method::Assessment,
    msg,
    text::Clean,
};
use std::{collections::BTreeMap, sync::Arc};

/// The option that is the idea itself.
const AS_PROPOSED: &str = "a";

impl State {
    /// A framing with its names cleaned and one recusal a seat, in the order
    /// of the seats.
    pub(super) fn check_framing(&self, framing: Framing) -> Result<Body, Refusal> {
        let mut recused: BTreeMap<_, Vec<Assessment>> = BTreeMap::new();
        for Recusal { seat, assessments } in framing.recused {
            if !self.has_seat(seat) {
                return Err(self.unknown_seat(&seat.to_string()));
            }
            recused.entry(seat).or_default().extend(assessments);
        }
        let recused = recused.into_iter().map(|(seat, asked)| Recusal {
            seat,
            assessments: Assessment::RATED
                .into_iter()
                .filter(|assessment| asked.contains(assessment))
                .collect(),
        });
        let name = |name: &Clean| Clean::name(name.as_str());
        let Roles {
            chair,
            owner,
            legal,
            scribe,
        } = &framing.roles;
        Ok(Body::Framed(Framing {
            way: framing.way,
            roles: Roles {
                chair: name(chair),
                owner: name(owner),
                legal: name(legal),
                scribe: name(scribe),
            },
            recused: recused.filter(|it| !it.assessments.is_empty()).collect(),
            minutes: framing.minutes,
            classification: name(&framing.classification),
        }))
    }

    /// Whether everyone recused is there, once, and from what is rated.
    pub(super) fn framing_fits(&self, framing: &Framing) -> bool {
        let recused = &framing.recused;
        recused.is_sorted_by(|a, b| a.seat < b.seat)
            && recused.iter().all(|it| self.has_seat(it.seat))
            && recused
                .iter()
                .all(|it| !it.assessments.contains(&Assessment::Legal))
    }

    /// An idea with its texts cleaned. What it is called and what it is must
    /// be said; the rest may come later.
    pub(super) fn check_idea(&self, text: IdeaText) -> Result<Body, Refusal> {
        if !self.created.own {
            return Err(
                Refusal::new(msg!("refusal-not-own-idea")).hint(msg!("refusal-not-own-idea-hint"))
            );
        }
        let mut text = clean_idea(text);
        let silent = |text: &Text| text.en.is_empty() && text.nl.is_empty();
        if text.title.is_empty() || silent(&text.idea.summary) {
            return Err(Refusal::new(msg!("refusal-idea-empty")));
        }
        if silent(&text.people) {
            text.people = self.info.scenario.people.clone();
        }
        Ok(Body::IdeaWritten(Box::new(text)))
    }

    /// Puts the idea in place of the one before, on the card of the plan as
    /// proposed as well.
    pub(super) fn write_idea(&mut self, text: &IdeaText) {
        let info = Arc::make_mut(&mut self.info);
        let scenario = &mut info.scenario;
        scenario.title = Text::same(text.title.as_str());
        scenario.organisation = Text::same(text.organisation.as_str());
        scenario.people = text.people.clone();
        scenario.idea = text.idea.clone();
        let own = |option: &&mut OptionCard| option.id == AS_PROPOSED;
        for options in [&mut scenario.options, &mut self.options] {
            if let Some(option) = options.iter_mut().find(own) {
                option.summary = text.idea.summary.clone();
            }
        }
        info.scenario_hash = content_hash(&info.scenario);
    }
}
