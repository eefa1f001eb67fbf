//! The debrief of a real case: each locks a forecast, then what happened is
//! brought in from the library, and the forecasts are opened with it.
//!
//! Invariant: until the debrief the state holds no word of what happened, and
//! forecasts as ciphertext only. What is locked stays as it is.

use super::{
    command::{Action, Refusal, ToldCase},
    event::{Body, Debriefed, ForecastsLocked, OpenForecast, SealedForecast, SeatId},
    results::{OptionResult, results},
    seal::{Sealed, Secret, forecast_place},
    state::{State, Unfit},
    view::Info,
};
use crate::{
    content::{Fact, Outcome, OutcomeClass, Text},
    method::{BaseRate, Chance},
    msg,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// How likely someone holds it that the idea ended in a public apology or was
/// withdrawn within 24 months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Forecast {
    /// The probability.
    pub chance: Chance,
    /// Whether they recognised the case: then it does not count.
    pub recognised: bool,
}

/// A forecast on the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SeatForecast {
    /// What was locked.
    pub forecast: Forecast,
    /// Whose; for the room nobody's.
    pub seat: Option<SeatId>,
}

/// A twin as the debrief tells of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TwinTold {
    /// What it is called.
    pub title: Text,
    /// Whose idea it was.
    pub organisation: Text,
    /// The year of its plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i16>,
    /// Whether it is told of in its own session, the second of a pair: then
    /// the first says nothing of it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub later: bool,
    /// How it ended.
    pub class: Vec<OutcomeClass>,
    /// The one thing that differed; none where the case does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub differs: Option<Text>,
}

/// What the debrief has told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Debrief {
    /// What happened.
    pub outcome: Outcome,
    /// The same idea elsewhere.
    pub twins: Vec<TwinTold>,
    /// How many of the library's other cases were stopped.
    pub base: BaseRate,
    /// The forecasts, of those who locked one.
    pub forecasts: Vec<SeatForecast>,
    /// The day of the debrief.
    pub on: Date,
}

/// As it is sealed: per cent, and whether the case was recognised.
fn packed(forecast: Forecast) -> String {
    let known = if forecast.recognised { "known" } else { "" };
    format!("{}\n{known}", forecast.chance.percent())
}

fn unpacked(text: &str) -> Option<Forecast> {
    let (percent, known) = text.split_once('\n')?;
    Some(Forecast {
        chance: Chance::from_percent(percent.parse().ok()?)?,
        recognised: known == "known",
    })
}

impl OpenForecast {
    fn read(&self) -> Option<(SeatId, Forecast)> {
        let chance = Chance::from_percent(self.percent)?;
        let recognised = self.recognised;
        Some((self.seat, Forecast { chance, recognised }))
    }
}

impl State {
    fn open_forecast(&self, seat: SeatId, sealed: &Sealed) -> Option<Forecast> {
        unpacked(&self.key.open(&forecast_place(seat), sealed)?)
    }

    /// A seat's own forecast.
    pub(super) fn own_forecast(&self, seat: SeatId) -> Option<Forecast> {
        match &self.debrief {
            Some(told) => {
                let own = told.forecasts.iter().find(|f| f.seat == Some(seat));
                own.map(|own| own.forecast)
            }
            None => self.open_forecast(seat, self.forecasts.get(&seat)?),
        }
    }

    pub(super) fn check_forecasts(
        &self,
        forecasts: &[(SeatId, Secret<Forecast>)],
        random: &dyn Fn(&mut [u8]),
    ) -> Result<Body, Refusal> {
        self.check_real()?;
        if self.debrief.is_some() {
            return Err(Refusal::new(msg!("refusal-debriefed")));
        }
        if forecasts.is_empty() {
            return Err(Refusal::new(msg!("refusal-nothing-handed-in")));
        }
        let mut seen = BTreeSet::new();
        let mut sealed = Vec::with_capacity(forecasts.len());
        for (seat, forecast) in forecasts {
            let who = seat.to_string();
            if !self.has_seat(*seat) {
                return Err(self.unknown_seat(&who));
            }
            if self.forecasts.contains_key(seat) || !seen.insert(*seat) {
                return Err(Refusal::new(msg!("refusal-locked", who = who))
                    .hint(msg!("refusal-locked-hint")));
            }
            let text = packed(*forecast.open());
            let closed = self.key.seal(&forecast_place(*seat), &text, random);
            sealed.push(SealedForecast {
                seat: *seat,
                sealed: closed.ok_or_else(|| Refusal::new(msg!("refusal-bug")))?,
            });
        }
        Ok(Body::ForecastsLocked(ForecastsLocked { forecasts: sealed }))
    }

    /// Once it is told what happened, nothing is judged or decided any more:
    /// who knows the ending has always known it.
    pub(super) fn check_untold(&self, action: &Action) -> Result<(), Refusal> {
        let may = matches!(
            action,
            Action::GoTo(..) | Action::Undo | Action::Lock(_) | Action::Debrief(_)
        );
        if may || self.debrief.is_none() {
            return Ok(());
        }
        Err(Refusal::new(msg!("refusal-told")).hint(msg!("refusal-told-hint")))
    }

    /// There is something to tell only of a real case.
    fn check_real(&self) -> Result<(), Refusal> {
        if self.created.real {
            return Ok(());
        }
        Err(Refusal::new(msg!("refusal-no-debrief")))
    }

    /// Opens the forecasts and takes in what happened; only once the room has
    /// come to a verdict of its own.
    pub(super) fn check_debrief(&self, told: ToldCase) -> Result<Body, Refusal> {
        self.check_real()?;
        if self.debrief.is_some() {
            return Err(Refusal::new(msg!("refusal-debriefed")));
        }
        let complete = results(&self.host())
            .first()
            .is_some_and(OptionResult::complete);
        if !complete {
            return Err(Refusal::new(msg!("refusal-debrief-early"))
                .hint(msg!("refusal-debrief-early-hint")));
        }
        let open = self.forecasts.iter().map(|(&seat, sealed)| {
            let forecast = self.open_forecast(seat, sealed);
            let forecast = forecast.ok_or_else(|| Refusal::new(msg!("refusal-seal-broken")))?;
            Ok(OpenForecast {
                seat,
                percent: forecast.chance.percent(),
                recognised: forecast.recognised,
            })
        });
        let forecasts = open.collect::<Result<_, Refusal>>()?;
        let ToldCase {
            title,
            organisation,
            facts,
            outcome,
            twins,
            base,
        } = told;
        // The library may have another edition by now: a fact that is not in
        // it any more stays without its source.
        let source = |fact: &Fact| {
            let known = facts.iter().find(|known| known.text == fact.text);
            known.map_or_else(String::new, |known| known.source.clone())
        };
        let hidden = self.info.scenario.facts.iter();
        let hidden = hidden.filter(|_| self.created.disguised);
        Ok(Body::Debriefed(Box::new(Debriefed {
            forecasts,
            stopped: base.happened,
            of: base.of,
            title,
            organisation,
            sources: hidden.map(source).collect(),
            outcome,
            twins,
        })))
    }

    pub(super) fn lock_forecasts(&mut self, locked: &ForecastsLocked) -> Result<(), Unfit> {
        let fresh: BTreeMap<SeatId, Sealed> = locked
            .forecasts
            .iter()
            .map(|one| (one.seat, one.sealed.clone()))
            .collect();
        let fits = self.created.real
            && self.debrief.is_none()
            && fresh.len() == locked.forecasts.len()
            && fresh
                .keys()
                .all(|&seat| self.has_seat(seat) && !self.forecasts.contains_key(&seat));
        if !fits {
            return Err(Unfit);
        }
        self.forecasts.extend(fresh);
        Ok(())
    }

    pub(super) fn tell(&mut self, told: &Debriefed, on: Date) -> Result<(), Unfit> {
        let forecasts: Option<BTreeMap<SeatId, Forecast>> =
            told.forecasts.iter().map(OpenForecast::read).collect();
        let forecasts = forecasts.ok_or(Unfit)?;
        let as_locked = |(seat, forecast): (&SeatId, &Forecast)| {
            let sealed = self.forecasts.get(seat);
            sealed.and_then(|sealed| self.open_forecast(*seat, sealed)) == Some(*forecast)
        };
        let same = forecasts.len() == self.forecasts.len() && forecasts.iter().all(as_locked);
        let facts = self.info.scenario.facts.len();
        let sourced =
            told.sources.is_empty() || (self.created.disguised && told.sources.len() == facts);
        if !self.created.real
            || self.debrief.is_some()
            || !same
            || forecasts.len() != told.forecasts.len()
            || told.stopped > told.of
            || !sourced
        {
            return Err(Unfit);
        }
        let seated = |(seat, forecast)| SeatForecast {
            forecast,
            seat: Some(seat),
        };
        self.debrief = Some(Arc::new(Debrief {
            outcome: told.outcome.clone(),
            twins: told.twins.clone(),
            base: BaseRate {
                happened: told.stopped,
                of: told.of,
            },
            forecasts: forecasts.into_iter().map(seated).collect(),
            on,
        }));
        // From now on it has its own name, and its sources.
        let mut info = Info::clone(&self.info);
        info.scenario.title = told.title.clone();
        info.scenario.organisation = told.organisation.clone();
        for (fact, source) in info.scenario.facts.iter_mut().zip(&told.sources) {
            fact.source.clone_from(source);
        }
        info.disguised = false;
        self.info = Arc::new(info);
        Ok(())
    }
}
