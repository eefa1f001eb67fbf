//! The clock of a step's time box: what the step has used and what is left.
//!
//! Invariant: each step is counted for itself, over all of a sitting's visits
//! to it, and only while the clock runs.

use super::Head;
use crate::{
    lang::Lang,
    session::{self, StepClock},
    t,
};
use std::{collections::BTreeMap, time::Duration};

/// The clock of a step's time box.
pub struct Clock {
    now: Box<dyn Fn() -> Duration>,
    /// What the steps have used so far.
    used: BTreeMap<String, Duration>,
    /// The step that is counted, and since when; stopped where none.
    since: Option<Duration>,
    key: String,
}

/// What the clock says.
pub struct Reading {
    /// What is left, or how far over, in minutes and seconds.
    pub text: String,
    /// Whether the time box is used up.
    pub over: bool,
}

impl Clock {
    /// A clock that counts nothing yet. `now` only goes forward.
    #[must_use]
    pub fn new(now: Box<dyn Fn() -> Duration>) -> Self {
        Self {
            now,
            used: BTreeMap::new(),
            since: None,
            key: String::new(),
        }
    }

    /// Counts for the step of a head from now on, or for none.
    pub fn count(&mut self, head: Option<&Head>) {
        let clock = head.and_then(|head| head.clock.as_ref());
        let key = clock.map_or("", |(key, _)| key);
        if key == self.key {
            return;
        }
        self.stop();
        key.clone_into(&mut self.key);
        self.since = (!key.is_empty()).then(|| (self.now)());
    }

    fn stop(&mut self) {
        if let Some(since) = self.since.take() {
            let used = (self.now)().saturating_sub(since);
            *self.used.entry(self.key.clone()).or_default() += used;
        }
    }

    /// Stops it, or lets it run again.
    pub fn toggle(&mut self) {
        if self.since.is_some() {
            self.stop();
        } else if !self.key.is_empty() {
            self.since = Some((self.now)());
        }
    }

    /// What the step has used.
    fn used(&self) -> Duration {
        let before = self.used.get(&self.key).copied().unwrap_or_default();
        let now = self.since.map(|since| (self.now)().saturating_sub(since));
        before + now.unwrap_or_default()
    }

    /// As the room window knows it, where the clock began at `start`, in
    /// milliseconds since 1970.
    pub(crate) fn shared(&self, minutes: u16, start: u64) -> StepClock {
        let used = self.used.get(&self.key).copied().unwrap_or_default();
        StepClock {
            minutes,
            used: session::millis(used),
            since: self.since.map(|since| start + session::millis(since)),
        }
    }

    /// How long until the seconds shown change; none while it stands.
    #[must_use]
    pub fn until_tick(&self) -> Option<Duration> {
        self.since?;
        let part = self.used().subsec_nanos();
        Some(Duration::from_nanos(1_000_000_000 - u64::from(part)))
    }

    /// What it says; nothing where the step has no time box.
    #[must_use]
    pub fn read(&self, head: Option<&Head>, lang: Lang) -> Option<Reading> {
        let (_, minutes) = head?.clock.as_ref()?;
        let box_ = u64::from(*minutes) * 60;
        let used = self.used().as_secs();
        let digits = |seconds: u64| format!("{:02}:{:02}", seconds / 60, seconds % 60);
        let over = used > box_;
        let text = if over {
            t!(lang, "clock-over", time = digits(used - box_))
        } else {
            digits(box_ - used)
        };
        let text = if self.since.is_some() {
            text
        } else {
            t!(lang, "clock-stopped", time = text)
        };
        Some(Reading { text, over })
    }
}
