//! Words: what is written in private and laid on the table together, and
//! reasons that come after the ratings.
//!
//! Invariant: the same as for ratings. Until they are shown, words are in the
//! state as ciphertext only.

use super::{
    command::Refusal,
    event::{
        Body, GivenReason, OpenReason, OpenText, Private, ReasonsGiven, SealedText, SeatId,
        TextsHandedIn, TextsShown, Words,
    },
    seal::{Sealed, Secret, text_place},
    state::{RoundState, State, TextsState, Unfit, assessment_words, option_words, round_id},
};
use crate::{lang::Message, msg, text::Clean};
use std::collections::{BTreeMap, BTreeSet};

/// What a kind of words is called, in the middle of a sentence.
fn private_words(what: Private) -> Message {
    match what {
        Private::Sentence => msg!("private-sentence"),
        Private::Stance => msg!("private-stance"),
    }
}

/// Words on one line, as they are sealed: `yes`, `no` or nothing, then the
/// text.
fn packed(words: &Words) -> String {
    let wants = match words.wants {
        Some(true) => "yes",
        Some(false) => "no",
        None => "",
    };
    format!("{wants}\n{}", words.text)
}

fn unpacked(text: &str) -> Option<Words> {
    let (wants, text) = text.split_once('\n')?;
    let wants = match wants {
        "" => None,
        "yes" => Some(true),
        "no" => Some(false),
        _ => return None,
    };
    let text = Clean::line(text);
    Some(Words { wants, text })
}

impl State {
    fn open_text(
        &self,
        what: Private,
        option: &str,
        seat: SeatId,
        sealed: &Sealed,
    ) -> Option<Words> {
        unpacked(&self.key.open(&text_place(what, option, seat), sealed)?)
    }

    /// A seat's own words, sealed or not.
    pub(super) fn own_words(&self, what: Private, option: &str, seat: SeatId) -> Option<Words> {
        match self.texts.get(&(what, option.to_owned()))? {
            TextsState::Collecting(sealed) => {
                self.open_text(what, option, seat, sealed.get(&seat)?)
            }
            TextsState::Shown(given) => given.get(&seat).cloned(),
        }
    }

    fn is_shown(&self, what: Private, option: &str) -> bool {
        let state = self.texts.get(&(what, option.to_owned()));
        matches!(state, Some(TextsState::Shown(_)))
    }

    fn check_not_shown(&self, what: Private, option: &str) -> Result<(), Refusal> {
        if !self.is_shown(what, option) {
            return Ok(());
        }
        let message = msg!(
            "refusal-shown",
            what = private_words(what),
            option = option_words(option)
        );
        Err(Refusal::new(message).hint(msg!("refusal-shown-hint")))
    }

    pub(super) fn check_texts(
        &self,
        what: Private,
        option: &str,
        words: &[(SeatId, Secret<Words>)],
        show: bool,
        random: &dyn Fn(&mut [u8]),
    ) -> Result<Body, Refusal> {
        let option = self.find_option(option)?;
        self.check_not_shown(what, &option)?;
        let mut open = BTreeMap::new();
        for (seat, secret) in words {
            if !self.has_seat(*seat) {
                return Err(self.unknown_seat(&seat.to_string()));
            }
            let words = secret.open();
            let words = Words {
                wants: words.wants.filter(|_| what == Private::Stance),
                text: Clean::line(words.text.as_str()),
            };
            let who = seat.to_string();
            match what {
                Private::Sentence if words.text.is_empty() => {
                    return Err(Refusal::new(msg!("refusal-empty-text")));
                }
                Private::Stance if words.wants.is_none() => {
                    return Err(Refusal::new(msg!("refusal-no-stance", who = who)));
                }
                Private::Sentence | Private::Stance => {}
            }
            if open.insert(*seat, words).is_some() {
                return Err(Refusal::new(msg!(
                    "refusal-text-twice",
                    who = who,
                    what = private_words(what),
                    option = option_words(&option)
                )));
            }
        }
        if show {
            return self.shown(what, option, open);
        }
        if open.is_empty() {
            return Err(Refusal::new(msg!("refusal-empty-text")));
        }
        let seal = |(seat, words): (SeatId, Words)| {
            let place = text_place(what, &option, seat);
            let sealed = self.key.seal(&place, &packed(&words), random)?;
            Some(SealedText { seat, sealed })
        };
        let texts = open.into_iter().map(seal).collect::<Option<Vec<_>>>();
        let texts = texts.ok_or_else(|| Refusal::new(msg!("refusal-empty-text")))?;
        Ok(Body::TextsHandedIn(TextsHandedIn {
            what,
            option,
            texts,
        }))
    }

    pub(super) fn check_show(&self, what: Private, option: &str) -> Result<Body, Refusal> {
        let option = self.find_option(option)?;
        self.check_not_shown(what, &option)?;
        self.shown(what, option, BTreeMap::new())
    }

    /// What came in now, in place of what the same seats handed in before,
    /// with all that was sealed earlier.
    fn shown(
        &self,
        what: Private,
        option: String,
        mut open: BTreeMap<SeatId, Words>,
    ) -> Result<Body, Refusal> {
        let key = (what, option);
        if let Some(TextsState::Collecting(sealed)) = self.texts.get(&key) {
            for (&seat, sealed) in sealed {
                if let std::collections::btree_map::Entry::Vacant(place) = open.entry(seat) {
                    let words = self
                        .open_text(what, &key.1, seat, sealed)
                        .ok_or_else(|| Refusal::new(msg!("refusal-seal-broken")))?;
                    place.insert(words);
                }
            }
        }
        let (what, option) = key;
        if open.is_empty() {
            return Err(Refusal::new(msg!(
                "refusal-nothing-to-show",
                what = private_words(what),
                option = option_words(&option)
            )));
        }
        let text = |(seat, words)| OpenText { seat, words };
        let texts = open.into_iter().map(text).collect();
        Ok(Body::TextsShown(TextsShown {
            what,
            option,
            texts,
        }))
    }

    pub(super) fn take_texts(&mut self, handed_in: &TextsHandedIn) -> Result<(), Unfit> {
        let TextsHandedIn {
            what,
            option,
            texts,
        } = handed_in;
        let known = texts.iter().all(|text| self.has_seat(text.seat));
        if !known || !self.has_option(option) || self.is_shown(*what, option) {
            return Err(Unfit);
        }
        let state = self
            .texts
            .entry((*what, option.clone()))
            .or_insert_with(|| TextsState::Collecting(BTreeMap::new()));
        if let TextsState::Collecting(sealed) = state {
            sealed.extend(texts.iter().map(|text| (text.seat, text.sealed.clone())));
        }
        Ok(())
    }

    pub(super) fn show_texts(&mut self, shown: &TextsShown) -> Result<(), Unfit> {
        let TextsShown {
            what,
            option,
            texts,
        } = shown;
        let given: BTreeMap<SeatId, Words> = texts
            .iter()
            .map(|text| (text.seat, text.words.clone()))
            .collect();
        let known = given.keys().all(|&seat| self.has_seat(seat));
        let once = given.len() == texts.len();
        if !known || !once || !self.has_option(option) || self.is_shown(*what, option) {
            return Err(Unfit);
        }
        let key = (*what, option.clone());
        self.texts.insert(key, TextsState::Shown(given));
        Ok(())
    }

    pub(super) fn check_reasons(&self, reasons: Vec<GivenReason>) -> Result<Body, Refusal> {
        let mut seen = BTreeSet::new();
        let mut open = Vec::new();
        for GivenReason {
            round,
            seat,
            reason,
        } in reasons
        {
            let round = self.known_round(&round)?;
            if !self.has_seat(seat) {
                return Err(self.unknown_seat(&seat.to_string()));
            }
            let (who, number) = (seat.to_string(), round.round.number());
            let (assessment, option) = (
                assessment_words(round.assessment),
                option_words(&round.option),
            );
            let rated = match self.rounds.get(&round) {
                Some(RoundState::Revealed(given)) => given.contains_key(&seat),
                _ => false,
            };
            if !rated {
                return Err(Refusal::new(msg!(
                    "refusal-no-rating-for-reason",
                    who = who,
                    assessment = assessment,
                    option = option,
                    round = number
                ))
                .hint(msg!("refusal-no-rating-for-reason-hint")));
            }
            if !seen.insert((round.clone(), seat)) {
                return Err(Refusal::new(msg!(
                    "refusal-twice",
                    who = who,
                    assessment = assessment,
                    option = option,
                    round = number
                )));
            }
            let reason = Clean::line(reason.as_str());
            if !reason.is_empty() {
                open.push(OpenReason {
                    option: round.option,
                    assessment: round.assessment,
                    round: round.round,
                    seat,
                    reason,
                });
            }
        }
        if open.is_empty() {
            return Err(Refusal::new(msg!("refusal-empty-text")));
        }
        Ok(Body::ReasonsGiven(ReasonsGiven { reasons: open }))
    }

    pub(super) fn give_reasons(&mut self, given: &ReasonsGiven) -> Result<(), Unfit> {
        let place = |reason: &OpenReason| {
            let round = round_id(&reason.option, reason.assessment, reason.round);
            (round, reason.seat)
        };
        for reason in &given.reasons {
            let (round, seat) = place(reason);
            match self.rounds.get(&round) {
                Some(RoundState::Revealed(ratings)) if ratings.contains_key(&seat) => {}
                _ => return Err(Unfit),
            }
        }
        for reason in &given.reasons {
            let (round, seat) = place(reason);
            if let Some(RoundState::Revealed(ratings)) = self.rounds.get_mut(&round)
                && let Some((_, told)) = ratings.get_mut(&seat)
            {
                told.clone_from(&reason.reason);
            }
        }
        Ok(())
    }
}
