//! The state of a session: the fold of its events, and what may happen next.
//!
//! Invariant: a state holds unrevealed ratings only as ciphertext, and it
//! changes only by [`State::push`], one event after the other.

use super::{
    command::{Action, Actor, Command, HandIn, Receipt, Refusal},
    debrief::Debrief,
    event::{
        Added, AnswerWord, Body, Created, Decision, Event, Evidence, Framing, HandedIn, LegalEntry,
        Legals, Letter, Moved, Note, OpenRating, Private, Revealed, Round, RoundId, SealedRating,
        SeatId, Step, Undone, Words, clean_option,
    },
    results::{differs, results},
    seal::{CASE_PLACE, Key, Sealed, name_place, place},
    view::{Decided, Info},
};
use crate::{
    content::OptionCard,
    lang::Message,
    method::{Assessment, Legal},
    msg,
    text::{Clean, nearest},
};
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
};

/// A revealed answer with its reason.
pub(super) type Given = (AnswerWord, Clean);

/// Where a round of rating stands. A round that nobody has begun is absent.
#[derive(Clone)]
pub(super) enum RoundState {
    /// Ratings are coming in, sealed.
    Collecting(BTreeMap<SeatId, Sealed>),
    /// All on the table.
    Revealed(BTreeMap<SeatId, Given>),
}

/// Where private words of a kind on an option stand.
#[derive(Clone)]
pub(super) enum TextsState {
    /// They are coming in, sealed.
    Collecting(BTreeMap<SeatId, Sealed>),
    /// All on the table.
    Shown(BTreeMap<SeatId, Words>),
}

/// An event does not fit the ones before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unfit;

/// The fold.
#[derive(Clone)]
pub(super) struct State {
    pub events: Vec<Event>,
    /// Hash of the last event.
    pub last_hash: String,
    undone: BTreeSet<u64>,
    commands: HashMap<String, Receipt>,
    pub created: Created,
    /// What every view tells of the session as a whole.
    pub info: Arc<Info>,
    pub(super) key: Key,
    pub options: Vec<OptionCard>,
    pub rounds: BTreeMap<RoundId, RoundState>,
    pub legal: BTreeMap<String, LegalEntry>,
    pub evidence: BTreeMap<(String, Assessment), Evidence>,
    pub notes: Vec<Note>,
    pub letters: BTreeMap<String, Letter>,
    pub decision: Option<Decided>,
    pub step: Step,
    pub at_option: Option<String>,
    pub page: Option<String>,
    /// None until the room has agreed on something.
    pub framing: Option<Framing>,
    pub texts: BTreeMap<(Private, String), TextsState>,
    /// Forecasts under seal.
    pub forecasts: BTreeMap<SeatId, Sealed>,
    /// What happened, once it is told.
    pub debrief: Option<Arc<Debrief>>,
}

/// The words of an assessment, for messages.
#[must_use]
pub fn assessment_words(assessment: Assessment) -> Message {
    match assessment {
        Assessment::Relationship => msg!("assessment-relationship"),
        Assessment::Need => msg!("assessment-need"),
        Assessment::Support => msg!("assessment-support"),
        Assessment::Legal => msg!("assessment-legal"),
        Assessment::Apology => msg!("assessment-apology"),
    }
}

/// An option's id as people read it: `A`.
#[must_use]
pub fn option_words(id: &str) -> String {
    id.to_uppercase()
}

impl State {
    /// The state after the first event.
    pub(super) fn begin(first: Event, hash: String) -> Result<Self, Unfit> {
        let Body::Created(created) = &first.body else {
            return Err(Unfit);
        };
        let created = Created::clone(created);
        let key = Key::from_base64(&created.key).ok_or(Unfit)?;
        let seats: BTreeSet<_> = created.seats.iter().map(|seat| seat.id).collect();
        let options = &created.scenario.options;
        let ids: BTreeSet<_> = options.iter().map(|option| option.id.as_str()).collect();
        if first.number != 1
            || seats.is_empty()
            || seats.len() != created.seats.len()
            || ids.is_empty()
            || ids.len() != options.len()
            || !created.instrument.policy.faults().is_empty()
            || !created.start_with.iter().all(|id| ids.contains(&**id))
        {
            return Err(Unfit);
        }
        let mut info = Info::new(&created, first.day());
        if let Some(sealed) = &created.case {
            info.scenario.id = key.open(CASE_PLACE, sealed).ok_or(Unfit)?;
        }
        let all = created.start_with.is_empty();
        let begins = |option: &&OptionCard| all || created.start_with.contains(&option.id);
        let options = options.iter().filter(begins).cloned().collect();
        Ok(Self {
            undone: BTreeSet::new(),
            commands: HashMap::from([(
                first.command.clone(),
                Receipt {
                    event: 1,
                    hash: hash.clone(),
                },
            )]),
            info: Arc::new(info),
            last_hash: hash,
            events: vec![first],
            key,
            options,
            rounds: BTreeMap::new(),
            legal: BTreeMap::new(),
            evidence: BTreeMap::new(),
            notes: Vec::new(),
            letters: BTreeMap::new(),
            decision: None,
            step: Step::default(),
            at_option: None,
            page: None,
            framing: None,
            texts: BTreeMap::new(),
            forecasts: BTreeMap::new(),
            debrief: None,
            created,
        })
    }

    /// The number of the last event.
    pub(super) fn last(&self) -> u64 {
        self.events.last().map_or(0, |event| event.number)
    }

    /// The receipt of the command of this id, if it was taken before.
    pub(super) fn made_by(&self, command: &str) -> Option<&Receipt> {
        self.commands.get(command)
    }

    /// The number of the event with this hash.
    pub(super) fn event_of(&self, hash: &str) -> Option<u64> {
        let mut receipts = self.commands.values();
        let made = receipts.find(|receipt| receipt.hash == hash);
        made.map(|receipt| receipt.event)
    }

    /// Takes one more event. On an error nothing has changed.
    pub(super) fn push(&mut self, event: Event, hash: String) -> Result<(), Unfit> {
        if event.number != self.last() + 1 || self.commands.contains_key(&event.command) {
            return Err(Unfit);
        }
        if let Body::Undone(Undone { event: target }) = event.body {
            if self.undoable().map(|event| event.number) != Some(target) {
                return Err(Unfit);
            }
            self.undone.insert(target);
            self.refold();
        } else {
            self.apply(&event)?;
        }
        let receipt = Receipt {
            event: event.number,
            hash: hash.clone(),
        };
        self.commands.insert(event.command.clone(), receipt);
        self.events.push(event);
        self.last_hash = hash;
        Ok(())
    }

    /// The event that `u` would take back: the last that still counts, if it
    /// is of a kind that can be.
    pub(super) fn undoable(&self) -> Option<&Event> {
        self.events
            .iter()
            .rev()
            .find(|event| {
                !self.undone.contains(&event.number) && !matches!(event.body, Body::Undone(_))
            })
            .filter(|event| event.body.can_be_undone())
    }

    /// Folds again without the events taken back. Every event fitted once,
    /// and only the last is ever taken back, so each fits again.
    fn refold(&mut self) {
        let Some(first) = self.events.first().cloned() else {
            return;
        };
        let Ok(mut fresh) = Self::begin(first, String::new()) else {
            return;
        };
        for event in self.events.iter().skip(1) {
            if !self.undone.contains(&event.number) {
                let _ = fresh.apply(event);
            }
        }
        *self = Self {
            events: std::mem::take(&mut self.events),
            last_hash: std::mem::take(&mut self.last_hash),
            undone: std::mem::take(&mut self.undone),
            commands: std::mem::take(&mut self.commands),
            ..fresh
        };
    }

    /// Checks that every id in an event is known, then folds it.
    fn apply(&mut self, event: &Event) -> Result<(), Unfit> {
        let fits = |ok: bool| if ok { Ok(()) } else { Err(Unfit) };
        match &event.body {
            Body::Created(_) | Body::Undone(_) => return Err(Unfit),
            Body::HandedIn(HandedIn { ratings, legal }) => {
                for rating in ratings {
                    let round = round_id(&rating.option, rating.assessment, rating.round);
                    fits(self.knows(&round, rating.seat) && !self.is_revealed(&round))?;
                }
                fits(legal.iter().all(|entry| self.has_option(&entry.option)))?;
                for rating in ratings {
                    let round = round_id(&rating.option, rating.assessment, rating.round);
                    let state = self
                        .rounds
                        .entry(round)
                        .or_insert_with(|| RoundState::Collecting(BTreeMap::new()));
                    if let RoundState::Collecting(sealed) = state {
                        sealed.insert(rating.seat, rating.sealed.clone());
                    }
                }
                self.set_legal(legal);
            }
            Body::Revealed(Revealed { ratings, legal }) => {
                let mut rounds: BTreeMap<RoundId, BTreeMap<SeatId, Given>> = BTreeMap::new();
                for rating in ratings {
                    let round = round_id(&rating.option, rating.assessment, rating.round);
                    fits(
                        self.knows(&round, rating.seat)
                            && !self.is_revealed(&round)
                            && rating.answer.fits(rating.assessment),
                    )?;
                    let given = (rating.answer, rating.reason.clone());
                    let earlier = rounds.entry(round).or_default().insert(rating.seat, given);
                    fits(earlier.is_none())?;
                }
                let first_is_out = |round: &RoundId| {
                    let first = RoundId {
                        round: Round::First,
                        ..round.clone()
                    };
                    rounds.contains_key(&first) || self.is_revealed(&first)
                };
                fits(rounds.keys().all(first_is_out))?;
                fits(legal.iter().all(|entry| self.has_option(&entry.option)))?;
                for (round, given) in rounds {
                    self.rounds.insert(round, RoundState::Revealed(given));
                }
                self.set_legal(legal);
            }
            Body::Legal(Legals { legal }) => {
                fits(legal.iter().all(|entry| self.has_option(&entry.option)))?;
                self.set_legal(legal);
            }
            Body::Evidence(evidence) => {
                fits(self.has_option(&evidence.option))?;
                let key = (evidence.option.clone(), evidence.assessment);
                self.evidence.insert(key, evidence.clone());
            }
            Body::Note(note) => {
                fits(self.has_option(&note.option))?;
                self.notes.push(note.clone());
            }
            Body::Letter(letter) => {
                fits(self.has_option(&letter.option))?;
                self.letters.insert(letter.option.clone(), letter.clone());
            }
            Body::OptionAdded(Added { option }) => {
                fits(Some(&option.id) == self.next_option().as_ref())?;
                self.options.push(option.clone());
            }
            Body::Decided(decision) => {
                fits(self.has_option(&decision.option))?;
                self.decision = Some(Decided {
                    decision: decision.clone(),
                    on: event.day(),
                });
            }
            Body::Moved(Moved { to, option, page }) => {
                fits(option.as_ref().is_none_or(|id| self.has_option(id)))?;
                fits(page.as_deref().is_none_or(is_page))?;
                self.step = *to;
                self.at_option.clone_from(option);
                self.page.clone_from(page);
            }
            Body::Framed(framing) => {
                fits(self.framing_fits(framing))?;
                self.framing = Some(framing.clone());
            }
            Body::IdeaWritten(text) => {
                fits(self.created.own)?;
                self.write_idea(text);
            }
            Body::ReasonsGiven(given) => self.give_reasons(given)?,
            Body::TextsHandedIn(texts) => self.take_texts(texts)?,
            Body::TextsShown(texts) => self.show_texts(texts)?,
            Body::ForecastsLocked(locked) => self.lock_forecasts(locked)?,
            Body::Debriefed(told) => self.tell(told, event.day())?,
        }
        Ok(())
    }

    fn set_legal(&mut self, legal: &[LegalEntry]) {
        for entry in legal {
            self.legal.insert(entry.option.clone(), entry.clone());
        }
    }

    pub(super) fn has_option(&self, id: &str) -> bool {
        self.options.iter().any(|option| option.id == id)
    }

    pub(super) fn has_seat(&self, seat: SeatId) -> bool {
        self.created.seats.iter().any(|entry| entry.id == seat)
    }

    fn knows(&self, round: &RoundId, seat: SeatId) -> bool {
        round.assessment != Assessment::Legal
            && self.has_option(&round.option)
            && self.has_seat(seat)
    }

    pub(super) fn is_revealed(&self, round: &RoundId) -> bool {
        matches!(self.rounds.get(round), Some(RoundState::Revealed(_)))
    }

    /// Whether a round takes no more ratings: it, or the second after it, is
    /// on the table.
    fn is_closed(&self, round: &RoundId) -> bool {
        let second = RoundId {
            round: Round::Second,
            ..round.clone()
        };
        self.is_revealed(round) || self.is_revealed(&second)
    }

    /// The id that the next option takes, the first letter that is free;
    /// none after `z`.
    pub(super) fn next_option(&self) -> Option<String> {
        let mut letters = ('a'..='z').map(String::from);
        letters.find(|id| !self.has_option(id))
    }

    /// The seat that goes by a name or by `P3`, whether or not the session
    /// shows names.
    pub(super) fn find_seat(&self, who: &str) -> Result<SeatId, Refusal> {
        if let Some(seat) = SeatId::parse(who.trim()).filter(|&seat| self.has_seat(seat)) {
            return Ok(seat);
        }
        let wanted = Clean::name(who);
        let names = self.names();
        let same = |name: &str| name.to_lowercase() == wanted.as_str().to_lowercase();
        if let Some((_, seat)) = names.iter().find(|(name, _)| same(name)) {
            return Ok(*seat);
        }
        Err(self.unknown_seat(wanted.as_str()))
    }

    /// Nobody is called so. Where the session keeps names apart the hint
    /// names nobody who was not nearly named, and lists seats only.
    pub(super) fn unknown_seat(&self, who: &str) -> Refusal {
        let refusal = Refusal::new(msg!("refusal-unknown-participant", who = who));
        let names: Vec<String> = self.names().into_iter().map(|(name, _)| name).collect();
        let seats = self.created.seats.iter().map(|seat| seat.id.to_string());
        if SeatId::parse(who).is_some() {
            let seats = seats.collect::<Vec<_>>().join(", ");
            return refusal.hint(msg!("hint-one-of", list = seats));
        }
        if let Some(near) = nearest(who, names.iter().map(String::as_str)) {
            return refusal.hint(msg!("hint-did-you-mean", near = near));
        }
        let shown = names.into_iter().filter(|_| self.created.named);
        let known: Vec<String> = shown.chain(seats).collect();
        refusal.hint(nearest_hint(who, &known))
    }

    /// Every name that the session knows, opened.
    fn names(&self) -> Vec<(String, SeatId)> {
        let name = |seat: &super::event::SeatEntry| {
            let sealed = || {
                let sealed = seat.sealed_name.as_ref()?;
                self.key.open(&name_place(seat.id), sealed)
            };
            let clear = seat.name.as_ref().map(|name| name.as_str().to_owned());
            clear.or_else(sealed).map(|name| (name, seat.id))
        };
        self.created.seats.iter().filter_map(name).collect()
    }

    /// The option of an id in any case.
    pub(super) fn find_option(&self, id: &str) -> Result<String, Refusal> {
        let wanted = Clean::name(id);
        let found = |option: &&OptionCard| option.id.eq_ignore_ascii_case(wanted.as_str());
        if let Some(option) = self.options.iter().find(found) {
            return Ok(option.id.clone());
        }
        let known: Vec<String> = self.options.iter().map(|o| o.id.clone()).collect();
        let refusal = Refusal::new(msg!("refusal-unknown-option", option = wanted.as_str()));
        // An id is one letter: `aa` and `a1` most likely mean `a`.
        let meant = wanted
            .as_str()
            .chars()
            .next()
            .map(|c| c.to_ascii_lowercase());
        let near = known.iter().find(|id| id.chars().next() == meant);
        if let Some(near) = near {
            return Err(refusal.hint(msg!("hint-did-you-mean", near = near)));
        }
        Err(refusal.hint(nearest_hint(wanted.as_str(), &known)))
    }

    /// A round with its option's id as the session writes it.
    pub(super) fn known_round(&self, round: &RoundId) -> Result<RoundId, Refusal> {
        Ok(RoundId {
            option: self.find_option(&round.option)?,
            ..round.clone()
        })
    }

    /// Whether ratings may still be handed in for a round.
    pub(super) fn check_open(&self, round: &RoundId) -> Result<(), Refusal> {
        let round = &self.known_round(round)?;
        if !self.is_closed(round) {
            return Ok(());
        }
        let message = msg!(
            "refusal-revealed",
            assessment = assessment_words(round.assessment),
            option = option_words(&round.option),
            round = round.round.number()
        );
        let first_only = round.round == Round::First
            && !self.is_revealed(&RoundId {
                round: Round::Second,
                ..round.clone()
            });
        Err(Refusal::new(message).hint(if first_only {
            msg!("refusal-revealed-hint")
        } else {
            msg!("refusal-revealed-hint-final")
        }))
    }

    /// A seat's own rating, sealed or not.
    pub(super) fn own_rating(&self, round: &RoundId, seat: SeatId) -> Option<Given> {
        match self.rounds.get(round)? {
            RoundState::Collecting(sealed) => self.open(round, seat, sealed.get(&seat)?),
            RoundState::Revealed(given) => given.get(&seat).cloned(),
        }
    }

    /// A torn tail under the session's key, as base64 with a word of what it
    /// is, in lines that a person can look at.
    pub(super) fn seal_tail(&self, tail: &[u8], random: &dyn Fn(&mut [u8])) -> Vec<u8> {
        let text = data_encoding::BASE64.encode(tail);
        let sealed = self.key.seal("tail", &text, random);
        let sealed = sealed.map_or_else(String::new, Sealed::into_text);
        let header = crate::t!(self.created.lang, "session-tail-header");
        format!("# {header}\n{sealed}\n").into_bytes()
    }

    fn open(&self, round: &RoundId, seat: SeatId, sealed: &Sealed) -> Option<Given> {
        let text = self.key.open(&place(round, seat), sealed)?;
        let (answer, reason) = text.split_once('\n')?;
        Some((AnswerWord::parse(answer)?, Clean::line(reason)))
    }

    /// Checks a command against the state and turns it into the event that
    /// it makes; nothing changes yet. `random` fills nonces.
    pub(super) fn check(
        &self,
        command: Command,
        random: &dyn Fn(&mut [u8]),
    ) -> Result<Body, Refusal> {
        if command.seen.is_some_and(|seen| seen != self.last()) {
            return Err(Refusal::new(msg!("refusal-outdated")).hint(msg!("refusal-outdated-hint")));
        }
        if let Actor::Seat(own) = command.actor {
            let allowed = match &command.action {
                Action::HandIn {
                    ratings,
                    legal,
                    reveal: false,
                } => legal.is_empty() && ratings.iter().all(|rating| rating.seat == own),
                Action::Write {
                    words, show: false, ..
                } => words.iter().all(|&(seat, _)| seat == own),
                Action::Lock(forecasts) => forecasts.iter().all(|&(seat, _)| seat == own),
                _ => false,
            };
            if !allowed {
                return Err(Refusal::new(msg!(
                    "refusal-not-yours",
                    seat = own.to_string()
                )));
            }
        }
        self.check_untold(&command.action)?;
        match command.action {
            Action::HandIn {
                ratings,
                legal,
                reveal,
            } => self.check_hand_in(&ratings, legal, reveal, random),
            Action::Reveal(rounds) => self.check_reveal(&rounds, Vec::new(), Vec::new()),
            Action::SetLegal(entry) => {
                let legal = vec![self.check_legal(entry)?];
                Ok(Body::Legal(Legals { legal }))
            }
            Action::GradeEvidence(mut evidence) => {
                evidence.option = self.find_option(&evidence.option)?;
                Ok(Body::Evidence(evidence))
            }
            Action::AddNote(mut note) => {
                note.option = self.find_option(&note.option)?;
                if note.text.is_empty() {
                    return Err(Refusal::new(msg!("refusal-empty-text")));
                }
                Ok(Body::Note(note))
            }
            Action::WriteLetter(mut letter) => {
                letter.option = self.find_option(&letter.option)?;
                Ok(Body::Letter(letter))
            }
            Action::AddOption(option) => {
                let Some(next) = self.next_option() else {
                    return Err(Refusal::new(msg!("refusal-too-many-options")));
                };
                if option.id != next {
                    let next = option_words(&next);
                    return Err(Refusal::new(msg!("refusal-next-option", next = next)));
                }
                // A card that came with the scenario stays as it is.
                let known = self.info.scenario.options.contains(&option);
                let option = if known { option } else { clean_option(option) };
                Ok(Body::OptionAdded(Added { option }))
            }
            Action::Decide(mut decision) => {
                decision.option = self.find_option(&decision.option)?;
                self.check_reason(&decision)?;
                Ok(Body::Decided(decision))
            }
            Action::GoTo(to, option, page) => {
                let option = option.map(|id| self.find_option(&id)).transpose()?;
                if !page.as_deref().is_none_or(is_page) {
                    return Err(Refusal::new(msg!("refusal-page")));
                }
                Ok(Body::Moved(Moved { to, option, page }))
            }
            Action::Frame(framing) => self.check_framing(framing),
            Action::WriteIdea(text) => self.check_idea(*text),
            Action::GiveReasons(reasons) => self.check_reasons(reasons),
            Action::Write {
                what,
                option,
                words,
                show,
            } => self.check_texts(what, &option, &words, show, random),
            Action::Show { what, option } => self.check_show(what, &option),
            Action::Lock(forecasts) => self.check_forecasts(&forecasts, random),
            Action::Debrief(told) => self.check_debrief(*told),
            Action::Undo => {
                let refusal = || {
                    Refusal::new(msg!("refusal-nothing-to-undo"))
                        .hint(msg!("refusal-nothing-to-undo-hint"))
                };
                let event = self.undoable().ok_or_else(refusal)?.number;
                Ok(Body::Undone(Undone { event }))
            }
        }
    }

    /// A decision other than the verdict carries its reason.
    fn check_reason(&self, decision: &Decision) -> Result<(), Refusal> {
        let host = self.host();
        let result = results(&host)
            .into_iter()
            .find(|result| result.option == decision.option);
        if decision.reason.is_empty() && result.is_some_and(|r| differs(decision.code, &r)) {
            return Err(Refusal::new(msg!("refusal-decision-reason"))
                .hint(msg!("refusal-decision-reason-hint")));
        }
        Ok(())
    }

    fn check_legal(&self, mut entry: LegalEntry) -> Result<LegalEntry, Refusal> {
        entry.option = self.find_option(&entry.option)?;
        if entry.state != Legal::Open && entry.source.is_empty() {
            return Err(
                Refusal::new(msg!("refusal-legal-source")).hint(msg!("refusal-legal-source-hint"))
            );
        }
        Ok(entry)
    }

    fn check_hand_in(
        &self,
        ratings: &[HandIn],
        legal: Vec<LegalEntry>,
        reveal: bool,
        random: &dyn Fn(&mut [u8]),
    ) -> Result<Body, Refusal> {
        if ratings.is_empty() && legal.is_empty() {
            return Err(Refusal::new(msg!("refusal-nothing-handed-in")));
        }
        let legal = legal
            .into_iter()
            .map(|entry| self.check_legal(entry))
            .collect::<Result<Vec<_>, _>>()?;
        let mut open = Vec::with_capacity(ratings.len());
        let mut seen = BTreeSet::new();
        for rating in ratings {
            let round = self.known_round(&rating.round)?;
            if !self.has_seat(rating.seat) {
                return Err(self.unknown_seat(&rating.seat.to_string()));
            }
            self.check_open(&round)?;
            let (answer, reason) = rating.rating.open();
            if !answer.fits(round.assessment) {
                return Err(Refusal::new(msg!(
                    "refusal-answer-does-not-fit",
                    assessment = assessment_words(round.assessment)
                )));
            }
            if !seen.insert((round.clone(), rating.seat)) {
                return Err(Refusal::new(msg!(
                    "refusal-twice",
                    who = rating.seat.to_string(),
                    assessment = assessment_words(round.assessment),
                    option = option_words(&round.option),
                    round = round.round.number()
                )));
            }
            open.push(OpenRating {
                option: round.option,
                assessment: round.assessment,
                round: round.round,
                seat: rating.seat,
                answer: *answer,
                reason: Clean::line(reason.as_str()),
            });
        }
        if ratings.is_empty() {
            return Ok(Body::Legal(Legals { legal }));
        }
        if reveal {
            let rounds: Vec<RoundId> = ratings.iter().map(|r| r.round.clone()).collect();
            return self.check_reveal(&rounds, open, legal);
        }
        let ratings = open
            .into_iter()
            .map(|rating| {
                let round = round_id(&rating.option, rating.assessment, rating.round);
                let text = format!("{}\n{}", rating.answer, rating.reason);
                let sealed = self.key.seal(&place(&round, rating.seat), &text, random);
                Some(SealedRating {
                    option: rating.option,
                    assessment: rating.assessment,
                    round: rating.round,
                    seat: rating.seat,
                    sealed: sealed?,
                })
            })
            .collect::<Option<Vec<_>>>()
            .ok_or_else(|| Refusal::new(msg!("refusal-empty-text")))?;
        Ok(Body::HandedIn(HandedIn { ratings, legal }))
    }

    /// Lays rounds on the table: what came in now, in place of what the same
    /// seats handed in before, with all that was sealed earlier.
    fn check_reveal(
        &self,
        rounds: &[RoundId],
        now: Vec<OpenRating>,
        legal: Vec<LegalEntry>,
    ) -> Result<Body, Refusal> {
        if rounds.is_empty() {
            return Err(Refusal::new(msg!("refusal-nothing-handed-in")));
        }
        let wanted: BTreeSet<RoundId> = rounds
            .iter()
            .map(|round| self.known_round(round))
            .collect::<Result<_, _>>()?;
        let mut ratings = now;
        let fresh: BTreeSet<(RoundId, SeatId)> = ratings
            .iter()
            .map(|r| (round_id(&r.option, r.assessment, r.round), r.seat))
            .collect();
        for round in &wanted {
            self.check_open(round)?;
            let words = |key: fn(Message, String) -> Message| {
                let option = option_words(&round.option);
                Refusal::new(key(assessment_words(round.assessment), option))
            };
            let first = RoundId {
                round: Round::First,
                ..round.clone()
            };
            if !self.is_revealed(&first) && !wanted.contains(&first) {
                return Err(words(|assessment, option| {
                    msg!(
                        "refusal-first-round-first",
                        assessment = assessment,
                        option = option
                    )
                })
                .hint(msg!("refusal-first-round-first-hint")));
            }
            if let Some(RoundState::Collecting(sealed)) = self.rounds.get(round) {
                for (&seat, sealed) in sealed {
                    if fresh.contains(&(round.clone(), seat)) {
                        continue;
                    }
                    // The hash chain vouches for the bytes, so this opens
                    // unless someone wrote a file by hand.
                    let (answer, reason) = self
                        .open(round, seat, sealed)
                        .ok_or_else(|| Refusal::new(msg!("refusal-seal-broken")))?;
                    ratings.push(OpenRating {
                        option: round.option.clone(),
                        assessment: round.assessment,
                        round: round.round,
                        seat,
                        answer,
                        reason,
                    });
                }
            } else if !fresh.iter().any(|(filled, _)| filled == round) {
                return Err(words(|assessment, option| {
                    msg!(
                        "refusal-nothing-to-reveal",
                        assessment = assessment,
                        option = option
                    )
                }));
            }
        }
        ratings.sort_by(|a, b| {
            (&a.option, a.assessment, a.round, a.seat).cmp(&(
                &b.option,
                b.assessment,
                b.round,
                b.seat,
            ))
        });
        Ok(Body::Revealed(Revealed { ratings, legal }))
    }
}

/// Whether a word can be that of a page.
fn is_page(word: &str) -> bool {
    let plain = |b: u8| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-');
    (1..=40).contains(&word.len()) && word.bytes().all(plain)
}

pub(super) fn round_id(option: &str, assessment: Assessment, round: Round) -> RoundId {
    RoundId {
        option: option.to_owned(),
        assessment,
        round,
    }
}

/// "Did you mean …?" where something is near, else all that there is.
pub(super) fn nearest_hint(wanted: &str, known: &[String]) -> Message {
    match nearest(wanted, known.iter().map(String::as_str)) {
        Some(near) => msg!("hint-did-you-mean", near = near),
        None => msg!("hint-one-of", list = known.join(", ")),
    }
}
