//! A session being walked.

use super::{
    Head, RailState, RailStep,
    action::Action,
    behind, debrief, decide, frame, legal, letter, memo, other_side,
    page::{Cards, Choice, Complaint, Field, Kind, Page, Value},
    rate::{self, Turn},
    reveal,
    spot::{self, Place, Spot},
    verdict,
};
use crate::{
    content::{Library, OptionCard},
    lang::{Lang, Message},
    method::BaseRate,
    msg,
    session::{
        self, Actor, Command, Framing, HostView, OptionResult, Outside, Pending, Round, Service,
        Step, View, results,
    },
    t,
};
use data_encoding::HEXLOWER;
use std::{
    cell::OnceCell,
    collections::BTreeSet,
    path::{Path, PathBuf},
};

/// A session with what only this sitting knows.
pub(super) struct Live {
    pub service: Service,
    pub path: PathBuf,
    /// For the ids of commands.
    outside: Outside,
    pub view: HostView,
    /// What is on its way to the disk.
    pub pending: Vec<Pending>,
    /// The drafts of what is on record, to be dropped once it is on disk.
    done_with: BTreeSet<String>,
    /// Whose turn it is with the keyboard.
    pub turn: Turn,
    /// How far a page that comes in beats is.
    pub beat: usize,
    /// What lies over the page.
    pub over: Option<Over>,
    /// What the dials of [`Over::Suppose`] stand at; empty before one was
    /// turned.
    pub supposed: Vec<usize>,
    /// Where the memo was last written.
    pub written: Option<PathBuf>,
    /// That was before what happened was told, which the memo holds now.
    pub stale: bool,
    /// Where it leads, once it leads out of this session.
    pub out: Option<Out>,
    /// The twin's session as it stood when this one was entered.
    pub twin: Option<HostView>,
    /// How many of the library's cases were stopped, once it was asked.
    pub base: OnceCell<BaseRate>,
    /// Where the cards were last written.
    pub printed: Option<PathBuf>,
}

/// Where a session leads when it is done with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Out {
    /// The walk is over.
    Leave,
    /// Home: there are other cases.
    Home,
    /// To the session with the twin.
    Twin,
}

/// What can lie over a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Over {
    /// The list of steps.
    Steps,
    /// Whether to go on without those who are missing.
    Confirm,
    /// The cards, typed again in place of those handed in.
    Retype,
    /// How sure the verdict is.
    Sure,
    /// What if.
    Suppose,
    /// The options side by side.
    Sides,
}

/// What a page is made from.
pub(super) struct Ctx<'a> {
    pub lang: Lang,
    pub live: &'a Live,
    pub view: &'a HostView,
    pub library: &'a Library,
    pub spot: Spot,
    pub results: Vec<OptionResult>,
}

impl Ctx<'_> {
    pub(super) fn option(&self) -> Option<&OptionCard> {
        spot::option(self.view, &self.spot.option)
    }

    pub(super) fn result(&self) -> Option<&OptionResult> {
        let id = &self.option()?.id;
        self.results.iter().find(|result| result.option == *id)
    }

    /// What stands in a field: what was being typed, else what is on record.
    pub(super) fn text(&self, id: &str, recorded: &str) -> String {
        let draft = self.live.draft(id);
        draft.unwrap_or_else(|| recorded.to_owned())
    }

    /// A line of text with its draft.
    pub(super) fn line(&self, id: String, label: String, help: String, recorded: &str) -> Field {
        let text = self.text(&id, recorded);
        Field::line(id, label, help, text)
    }

    /// Rows of cells with their draft.
    pub(super) fn rows(
        &self,
        id: &str,
        columns: Vec<String>,
        recorded: Vec<Vec<String>>,
        help: String,
    ) -> Field {
        let draft = self.live.draft(id);
        let rows = draft.map_or(recorded, |draft| {
            let row = |line: &str| line.split('\t').map(str::to_owned).collect();
            draft.lines().map(row).collect()
        });
        Field {
            id: id.to_owned(),
            label: String::new(),
            help,
            kind: Kind::Rows(columns),
            value: Value::Rows(rows),
            when: None,
        }
    }

    /// A line for a pile of paper cards, with its draft.
    pub(super) fn cards(&self, id: String, help: String, cards: Cards) -> Field {
        let order: Vec<String> = cards.seats.iter().map(ToString::to_string).collect();
        Field {
            value: Value::Text(self.text(&id, "")),
            id,
            label: t!(self.lang, "cards-label", order = order.join(" ")),
            help,
            kind: Kind::Cards(cards),
            when: None,
        }
    }

    /// A page of this spot.
    pub(super) fn page(&self, title: String, lead: String, enter: String) -> Page {
        let Spot {
            step,
            option,
            place,
        } = &self.spot;
        let key = format!("{}/{option}/{}", *step as u8, place.word());
        Page::new(key, title, lead, enter)
    }
}

/// Leaving waits for the disk, so that no draft outlives what it became.
impl Drop for Live {
    fn drop(&mut self) {
        if self.done_with.is_empty() {
            return;
        }
        let last = self.view.fingerprint.event;
        let before = self.service.saved();
        let written = before >= last || self.service.wait_saved(last - 1) >= last;
        self.settle(written);
    }
}

impl Live {
    pub(super) fn new(service: Service, path: PathBuf, outside: Outside) -> Self {
        let view = service.host();
        Self {
            service,
            path,
            outside,
            view,
            pending: Vec::new(),
            done_with: BTreeSet::new(),
            turn: Turn::default(),
            beat: 0,
            over: None,
            supposed: Vec::new(),
            written: None,
            stale: false,
            printed: None,
            out: None,
            twin: None,
            base: OnceCell::new(),
        }
    }

    /// Puts how the session was set up on record.
    pub(super) fn begin(&mut self, framing: Framing) -> Result<(), Complaint> {
        self.command(session::Action::Frame(framing))?;
        let option = self.spot().option;
        self.go(&Spot::new(Step::Frame, &option, Place::Idea))
    }

    /// What stands in a field while it is being typed.
    pub(super) fn keep(&mut self, field: &str, text: &str) {
        self.done_with.remove(field);
        self.service.keep_draft(field, text);
    }

    /// What was being typed in a field and is not on record yet.
    fn draft(&self, field: &str) -> Option<String> {
        let open = !self.done_with.contains(field);
        open.then(|| self.service.draft(field)).flatten()
    }

    /// A text is on record; its draft goes once that is on disk.
    pub(super) fn done_with(&mut self, field: String) {
        self.done_with.insert(field);
    }

    /// What was handed over is on disk, or not all of it is: then the drafts
    /// stay, and stand in their fields again.
    pub(super) fn settle(&mut self, written: bool) {
        let done = std::mem::take(&mut self.done_with);
        if !written {
            self.refresh();
            // What was looked at may no longer be so.
            self.look_away();
            return;
        }
        for field in done {
            self.service.keep_draft(&field, "");
        }
    }

    pub(super) fn refresh(&mut self) {
        self.view = self.service.host();
    }

    pub(super) fn spot(&self) -> Spot {
        Spot::of(&self.view)
    }

    /// Hands a command to the session; what it changes is seen at once, and
    /// the disk follows.
    pub(super) fn command(&mut self, action: session::Action) -> Result<(), Complaint> {
        let mut id = [0; 16];
        (self.outside.random)(&mut id);
        let mut pending = self.service.submit(Command {
            id: HEXLOWER.encode(&id),
            actor: Actor::Facilitator,
            seen: None,
            action,
        });
        let taken = pending.checked();
        self.refresh();
        taken?;
        self.pending.push(pending);
        Ok(())
    }

    /// Walks to a spot.
    pub(super) fn go(&mut self, to: &Spot) -> Result<(), Complaint> {
        self.turn = Turn::default();
        self.beat = 0;
        self.over = None;
        if self.spot() == *to && self.view.page.as_deref() == Some(to.place.word()) {
            return Ok(());
        }
        self.command(session::Action::GoTo(
            to.step,
            Some(to.option.clone()),
            Some(to.place.word().to_owned()),
        ))
    }

    /// To a page of the same step.
    pub(super) fn go_place(&mut self, place: Place) -> Result<(), Complaint> {
        let spot = Spot {
            place,
            ..self.spot()
        };
        self.go(&spot)
    }

    /// To the next step.
    pub(super) fn go_on(&mut self) -> Result<(), Complaint> {
        let next = spot::next_step(&self.view, &self.spot());
        self.go(&next)
    }

    pub(super) fn ctx<'a>(&'a self, lang: Lang, library: &'a Library) -> Ctx<'a> {
        Ctx {
            lang,
            live: self,
            view: &self.view,
            library,
            spot: self.spot(),
            results: results(&self.view),
        }
    }

    pub(super) fn page(&self, lang: Lang, library: &Library) -> Page {
        let ctx = self.ctx(lang, library);
        match self.over {
            Some(Over::Steps) => return self.steps_page(&ctx),
            Some(Over::Confirm) => return rate::confirm(&ctx),
            Some(over) => {
                if let Some(page) = behind::page(&ctx, over) {
                    return page;
                }
            }
            None => {}
        }
        match ctx.spot.place {
            Place::Idea | Place::Room | Place::Recused => frame::page(&ctx),
            Place::Ask | Place::Again => rate::page(&ctx),
            Place::Reveal
            | Place::Lines
            | Place::Talk
            | Place::Second
            | Place::RevealAgain
            | Place::LinesAgain
            | Place::Note => reveal::page(&ctx),
            Place::State => legal::page(&ctx),
            Place::Sentences | Place::Letter | Place::Standing | Place::Today => letter::page(&ctx),
            Place::Verdict | Place::Option => verdict::page(&ctx),
            Place::Stances
            | Place::Decision
            | Place::Conditions
            | Place::Owners
            | Place::Kill
            | Place::Review
            | Place::Dissent
            | Place::Sign => decide::page(&ctx),
            Place::Preview | Place::Export => memo::page(&ctx),
            Place::Forecast | Place::Locked | Place::Story => debrief::page(&ctx),
            Place::Other => other_side::page(&ctx),
        }
    }

    /// Takes the answers of the page; what is worth a word comes back.
    pub(super) fn submit(
        &mut self,
        lang: Lang,
        library: &Library,
        folder: &Path,
        values: &[Value],
    ) -> Result<Option<Message>, Complaint> {
        if self.over == Some(Over::Steps) {
            let course = spot::course(&self.view);
            let pick = values.first().and_then(Value::pick);
            if let Some((step, option)) = pick.and_then(|i| course.get(i)) {
                let place = spot::first_place(&self.view, *step);
                let (step, option) = (*step, option.clone());
                self.go(&Spot::new(step, &option, place))?;
            }
            self.over = None;
            return Ok(None);
        }
        if self.over == Some(Over::Confirm) {
            self.over = None;
            if values.first().and_then(Value::pick) == Some(1) {
                match self.spot().place {
                    Place::Forecast => debrief::lock_in(self)?,
                    _ => rate::lay(self)?,
                }
            }
            return Ok(None);
        }
        match self.spot().place {
            Place::Idea | Place::Room | Place::Recused => {
                frame::submit(self, lang, values)?;
            }
            Place::Ask | Place::Again => rate::submit(self, lang, library, values)?,
            Place::Reveal
            | Place::Lines
            | Place::Talk
            | Place::Second
            | Place::RevealAgain
            | Place::LinesAgain
            | Place::Note => {
                reveal::submit(self, lang, library, values)?;
            }
            Place::State => legal::submit(self, values)?,
            Place::Sentences | Place::Letter | Place::Standing | Place::Today => {
                letter::submit(self, lang, library, values)?;
            }
            Place::Verdict | Place::Option => verdict::submit(self, lang, values)?,
            Place::Stances
            | Place::Decision
            | Place::Conditions
            | Place::Owners
            | Place::Kill
            | Place::Review
            | Place::Dissent
            | Place::Sign => decide::submit(self, lang, library, values)?,
            Place::Preview | Place::Export => {
                return memo::submit(self, lang, folder, values);
            }
            Place::Forecast | Place::Locked | Place::Story => {
                debrief::submit(self, lang, library, values)?;
            }
            Place::Other => other_side::submit(self, values)?,
        }
        Ok(None)
    }

    /// Does something beside answering; what is worth a word comes back.
    pub(super) fn act(
        &mut self,
        action: Action,
        lang: Lang,
        folder: &Path,
    ) -> Result<Option<Message>, Complaint> {
        let spot = self.spot();
        match action {
            Action::Print => return memo::print(self, lang, folder).map(Some),
            Action::Undo => {
                self.over = None;
                self.turn = Turn::default();
                self.beat = 0;
                self.command(session::Action::Undo)
            }
            Action::Go => {
                let steps = Some(Over::Steps);
                self.over = if self.over == steps { None } else { steps };
                Ok(())
            }
            Action::Again => self.go_place(Place::Again),
            Action::TableNow => {
                self.over = Some(Over::Confirm);
                Ok(())
            }
            Action::Other => {
                rate::other(self);
                Ok(())
            }
            Action::Retype => {
                self.over = Some(Over::Retype);
                Ok(())
            }
            Action::Sure | Action::Suppose | Action::Sides => {
                self.supposed.clear();
                self.over = Some(match action {
                    Action::Sure => Over::Sure,
                    Action::Suppose => Over::Suppose,
                    _ => Over::Sides,
                });
                Ok(())
            }
            Action::Note => self.go_place(Place::Note),
            Action::Recuse => self.go(&Spot::new(Step::Frame, &spot.option, Place::Recused)),
            Action::Option => self.go(&Spot {
                place: Place::Option,
                ..spot
            }),
            Action::Export => self.go(&Spot::new(Step::Memo, &spot.option, Place::Export)),
            Action::Story => self.go(&Spot::new(Step::Debrief, &spot.option, Place::Forecast)),
            _ => Ok(()),
        }?;
        Ok(None)
    }

    /// Whether something to look at lies over the page.
    pub(super) const fn looks(&self) -> bool {
        matches!(self.over, Some(Over::Sure | Over::Suppose | Over::Sides))
    }

    /// Takes away what is looked at; false where nothing was.
    pub(super) fn look_away(&mut self) -> bool {
        let looked = self.looks();
        if looked {
            self.over = None;
            self.supposed.clear();
        }
        looked
    }

    /// One page back; false where there is none.
    pub(super) fn back(&mut self) -> Result<bool, Complaint> {
        if self.over.take().is_some() {
            return Ok(true);
        }
        if rate::back(self) {
            return Ok(true);
        }
        if self.spot().place == Place::Story && self.beat > 0 {
            self.beat -= 1;
            return Ok(true);
        }
        let spot = self.spot();
        let places: Vec<(Step, String, Place)> = spot::course(&self.view)
            .into_iter()
            .flat_map(|(step, option)| {
                let talk = reveal::has_talk(&self.view, &Spot::new(step, &option, Place::Talk));
                let rests = spot::rests(&self.view, step, &option, talk);
                let rests = rests.into_iter();
                rests.map(move |place| (step, option.clone(), place))
            })
            .collect();
        let same_step = |(step, option, _): &(Step, String, Place)| {
            *step == spot.step
                && (*option == spot.option
                    || matches!(
                        step,
                        Step::Frame | Step::Decide | Step::Memo | Step::Debrief
                    ))
        };
        let exact = places
            .iter()
            .position(|place| same_step(place) && place.2 == spot.place);
        let before = match exact {
            Some(here) => here.checked_sub(1),
            // A page on the side: back to where the step rests.
            None => places.iter().rposition(same_step),
        };
        let Some((step, option, place)) = before.and_then(|i| places.get(i)).cloned() else {
            return Ok(false);
        };
        self.go(&Spot::new(step, &option, place))?;
        Ok(true)
    }

    fn steps_page(&self, ctx: &Ctx) -> Page {
        let lang = ctx.lang;
        let course = spot::course(&self.view);
        let several = self.view.options.len() > 1;
        let here = course
            .iter()
            .position(|(step, option)| *step == ctx.spot.step && *option == ctx.spot.option);
        let options = course
            .iter()
            .map(|(step, option)| {
                let mut name = step_name(lang, *step);
                if several
                    && !matches!(
                        step,
                        Step::Frame | Step::Decide | Step::Memo | Step::Debrief
                    )
                {
                    name = format!("{} · {name}", session::option_words(option));
                }
                let done = self.is_done(*step, option);
                let state = if done {
                    t!(lang, "steps-done")
                } else {
                    String::new()
                };
                Choice::new(name, state)
            })
            .collect();
        let mut page = ctx.page(t!(lang, "steps-title"), String::new(), t!(lang, "enter-go"));
        page.key = "steps".into();
        page.keys = t!(lang, "steps-keys");
        page.fields = vec![Field {
            id: "steps".into(),
            label: String::new(),
            help: String::new(),
            kind: Kind::Choice {
                options,
                quick: false,
                must: true,
            },
            value: Value::Pick(here),
            when: None,
        }];
        page
    }

    /// Whether a step of an option is behind.
    fn is_done(&self, step: Step, option: &str) -> bool {
        let written = self.written.is_some();
        is_done(&self.view, &self.spot(), step, option, written)
    }

    pub(super) fn head(&self, lang: Lang) -> Head {
        head(lang, &self.view, &self.spot(), self.written.is_some())
    }
}

/// Whether a step of an option is behind a room at a spot; `written`: the memo
/// was written in this sitting.
fn is_done<R, T>(view: &View<R, T>, spot: &Spot, step: Step, option: &str, written: bool) -> bool {
    match step {
        Step::Frame => view.step != Step::Frame || !view.rounds.is_empty(),
        Step::Relationship | Step::Need | Step::Support | Step::Apology => {
            spot::is_revealed(view, &Spot::new(step, option, Place::Ask), Round::First)
        }
        Step::Legal => view.legal.contains_key(option),
        Step::Verdict => is_behind(view, spot, step, option),
        Step::Decide => view.decision.is_some(),
        Step::Memo => written || view.step == Step::Debrief,
        Step::Debrief => view.debrief.is_some(),
    }
}

/// Whether a room at a spot stands beyond a step.
fn is_behind<R, T>(view: &View<R, T>, spot: &Spot, step: Step, option: &str) -> bool {
    let course = spot::course(view);
    let at = |step: Step, option: &str| {
        let here = |(s, o): &(Step, String)| *s == step && o == option;
        course.iter().position(here)
    };
    matches!((at(step, option), at(spot.step, &spot.option)), (Some(a), Some(b)) if a < b)
}

/// What stands above a page.
pub(super) fn head<R, T>(lang: Lang, view: &View<R, T>, spot: &Spot, written: bool) -> Head {
    let scenario = &view.info.scenario;
    let option = spot::option(view, &spot.option);
    let short = short_title(scenario.title.get(lang));
    let title = match option {
        Some(option) if view.options.len() > 1 || spot.step != Step::Frame => t!(
            lang,
            "head-option",
            title = short,
            id = session::option_words(&option.id),
            name = option.name.get(lang)
        ),
        _ => short.to_owned(),
    };
    // Whoever looks up must not take it for a real one.
    let title = if view.info.example {
        t!(lang, "head-example", title = title)
    } else {
        title
    };
    let mut steps = vec![Step::Frame];
    if let Some(option) = option {
        steps.extend(spot::steps_of(view, option));
    }
    steps.extend([Step::Decide, Step::Memo]);
    if view.info.real {
        steps.push(Step::Debrief);
    }
    let rail = steps
        .iter()
        .map(|&step| RailStep {
            name: rail_name(lang, step, spot::quick(view)),
            state: if step == spot.step {
                RailState::Now
            } else if is_done(view, spot, step, &spot.option, written) {
                RailState::Done
            } else {
                RailState::ToCome
            },
        })
        .collect();
    Head {
        title,
        rail,
        clock: clock(view, spot),
    }
}

/// The time box of a step: the agenda's, in proportion where the room has
/// another time. Alone there is no clock.
fn clock<R, T>(view: &View<R, T>, spot: &Spot) -> Option<(String, u16)> {
    if spot::alone(view) {
        return None;
    }
    let instrument = &view.info.instrument;
    let first = view.options.first().is_some_and(|a| a.id == spot.option);
    let rated = !matches!(
        spot.step,
        Step::Frame | Step::Decide | Step::Memo | Step::Debrief
    );
    let name = match spot.step {
        _ if rated && !first => "option",
        Step::Frame => "frame",
        Step::Relationship => "relationship",
        Step::Need => "need",
        Step::Support => "support",
        Step::Legal => "legal",
        Step::Apology => "apology",
        Step::Verdict | Step::Decide => "verdict",
        Step::Memo | Step::Debrief => return None,
    };
    let minutes: u16 = instrument
        .agenda
        .iter()
        .filter(|item| item.step.as_deref() == Some(name))
        .map(|item| item.minutes)
        .sum();
    if minutes == 0 {
        return None;
    }
    let given = u32::from(view.framing.minutes.unwrap_or(instrument.minutes));
    let scaled = u32::from(minutes) * given / u32::from(instrument.minutes.max(1));
    let scaled = u16::try_from(scaled.max(1)).unwrap_or(u16::MAX);
    let key = if rated && !first {
        format!("option/{}", spot.option)
    } else {
        name.to_owned()
    };
    Some((key, scaled))
}
/// A title up to its colon: "ING 2014".
pub(super) fn short_title(title: &str) -> &str {
    title.split(": ").next().unwrap_or(title)
}

/// A step's name.
pub(super) fn step_name(lang: Lang, step: Step) -> String {
    match step {
        Step::Frame => msg!("steps-frame"),
        Step::Relationship => msg!("assessment-relationship"),
        Step::Need => msg!("assessment-need"),
        Step::Support => msg!("assessment-support"),
        Step::Legal => msg!("assessment-legal"),
        Step::Apology => msg!("steps-apology"),
        Step::Verdict => msg!("steps-verdict"),
        Step::Decide => msg!("steps-decide"),
        Step::Memo => msg!("steps-memo"),
        Step::Debrief => msg!("steps-debrief"),
    }
    .text(lang)
}

/// A step's name in a word, for the rail.
fn rail_name(lang: Lang, step: Step, quick: bool) -> String {
    match step {
        Step::Frame => msg!("rail-frame"),
        Step::Relationship | Step::Need if quick => msg!("rail-card"),
        Step::Relationship => msg!("rail-relationship"),
        Step::Need => msg!("rail-need"),
        Step::Support => msg!("rail-support"),
        Step::Legal => msg!("rail-legal"),
        Step::Apology => msg!("rail-apology"),
        Step::Verdict => msg!("rail-verdict"),
        Step::Decide => msg!("rail-decide"),
        Step::Memo => msg!("rail-memo"),
        Step::Debrief => msg!("rail-debrief"),
    }
    .text(lang)
}
