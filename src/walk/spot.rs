//! Where in the walk the room stands, and what comes before and after. A spot
//! is stored with every move (`step`, `option`, `page`), so a session opens
//! where it stopped.
//!
//! Invariant: a spot that the session's state does not bear out (a reveal of
//! what is not on the table) is corrected to the nearest one that it does.

use crate::{
    content::OptionCard,
    method::Assessment,
    session::{Round, Step, View},
};

macro_rules! pages {
    ($($(#[$doc:meta])* $page:ident = $word:literal),* $(,)?) => {
        /// A page of a step.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Place { $($(#[$doc])* $page),* }

        impl Place {
            /// The word for it in a session.
            pub(super) const fn word(self) -> &'static str {
                match self { $(Self::$page => $word),* }
            }

            fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$page),)* _ => None }
            }
        }
    };
}

pages! {
    /// The idea card.
    Idea = "idea",
    /// Who has which role, and the agenda.
    Room = "room",
    /// Who sits out where.
    Recused = "recused",
    /// Round 1 is asked.
    Ask = "ask",
    /// It lies on the table: dots and nothing else.
    Reveal = "reveal",
    /// Floor, bar, group score, reasons.
    Lines = "lines",
    /// Reasons and evidence, while the room talks.
    Talk = "talk",
    /// Whether to rate again.
    Second = "second",
    /// Round 2 is asked.
    Again = "again",
    /// It lies on the table: dots and nothing else.
    RevealAgain = "reveal-again",
    /// Floor, bar, group score, what has moved.
    LinesAgain = "lines-again",
    /// A note is written.
    Note = "note",
    /// The legal state.
    State = "state",
    /// Each one's sentence of the letter.
    Sentences = "sentences",
    /// The letter is written.
    Letter = "letter",
    /// It is read aloud.
    Standing = "standing",
    /// Which sentence we could say today.
    Today = "today",
    /// The verdict.
    Verdict = "verdict",
    /// Another option is described.
    Option = "option",
    /// Whether each wants this.
    Stances = "stances",
    /// The decision.
    Decision = "decision",
    /// The conditions that are proposed.
    Conditions = "conditions",
    /// Each condition with its owner and date.
    Owners = "owners",
    /// What would make the board stop.
    Kill = "kill",
    /// What is watched, and when it is looked at again.
    Review = "review",
    /// Minority notes.
    Dissent = "dissent",
    /// Who signs.
    Sign = "sign",
    /// The memo as it will read.
    Preview = "preview",
    /// It is written to a file.
    Export = "export",
    /// How likely each holds it that it ended badly.
    Forecast = "forecast",
    /// The forecasts are locked.
    Locked = "locked",
    /// What really happened.
    Story = "story",
    /// The strongest reason of the other side, by whoever prepares alone.
    Other = "other-side",
}

/// A place in the walk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    pub step: Step,
    pub option: String,
    pub place: Place,
}

impl Spot {
    pub(super) fn new(step: Step, option: &str, place: Place) -> Self {
        Self {
            step,
            option: option.to_owned(),
            place,
        }
    }

    /// Where a session stands.
    pub(super) fn of<R, T>(view: &View<R, T>) -> Self {
        let option = view
            .at_option
            .as_ref()
            .or(view.options.first().map(|option| &option.id));
        let option = option.map_or("a", String::as_str);
        let stored = view.page.as_deref().and_then(Place::from_word);
        let step = view.step;
        let first = first_place(view, step);
        let stored = stored
            .filter(|&place| belongs(step, place))
            .unwrap_or(first);
        let spot = Self::new(step, option, stored);
        spot.corrected(view)
    }

    fn corrected<R, T>(mut self, view: &View<R, T>) -> Self {
        let out = |round| is_revealed(view, &self, round);
        self.place = match self.place {
            Place::Ask if out(Round::First) => Place::Reveal,
            Place::Reveal
            | Place::Lines
            | Place::Talk
            | Place::Second
            | Place::Again
            | Place::Note
            | Place::Other
                if !out(Round::First) =>
            {
                Place::Ask
            }
            Place::Again if out(Round::Second) => Place::RevealAgain,
            Place::RevealAgain | Place::LinesAgain if !out(Round::Second) => {
                if out(Round::First) {
                    Place::Again
                } else {
                    Place::Ask
                }
            }
            Place::Story if view.debrief.is_none() => Place::Forecast,
            Place::Forecast | Place::Locked if view.debrief.is_some() => Place::Story,
            place => place,
        };
        self
    }
}

/// Whether a page is one of a step's.
fn belongs(step: Step, place: Place) -> bool {
    use Place as P;
    let rated = matches!(
        place,
        P::Ask
            | P::Reveal
            | P::Lines
            | P::Talk
            | P::Second
            | P::Again
            | P::RevealAgain
            | P::LinesAgain
            | P::Note
            | P::Other
    );
    match step {
        Step::Frame => matches!(place, P::Idea | P::Room | P::Recused | P::Option),
        Step::Relationship | Step::Need | Step::Support => rated,
        Step::Legal => place == P::State,
        Step::Apology => {
            rated || matches!(place, P::Sentences | P::Letter | P::Standing | P::Today)
        }
        Step::Verdict => matches!(place, P::Verdict | P::Option),
        Step::Decide => matches!(
            place,
            P::Stances
                | P::Decision
                | P::Conditions
                | P::Owners
                | P::Kill
                | P::Review
                | P::Dissent
                | P::Sign
        ),
        Step::Memo => matches!(place, P::Preview | P::Export),
        Step::Debrief => matches!(place, P::Forecast | P::Locked | P::Story),
    }
}

/// The page on which a step begins.
pub(super) fn first_place<R, T>(view: &View<R, T>, step: Step) -> Place {
    match step {
        Step::Frame => Place::Idea,
        Step::Relationship | Step::Need | Step::Support => Place::Ask,
        Step::Legal => Place::State,
        Step::Apology => Place::Sentences,
        Step::Verdict => Place::Verdict,
        Step::Decide if quick(view) => Place::Decision,
        Step::Decide => Place::Stances,
        Step::Memo => Place::Preview,
        Step::Debrief if view.debrief.is_some() => Place::Story,
        Step::Debrief => Place::Forecast,
    }
}

/// Whether the questionnaire has one card and one reveal.
pub(super) fn quick<R, T>(view: &View<R, T>) -> bool {
    view.info.instrument.one_card
}

/// Whether one person prepares alone.
pub(super) fn alone<R, T>(view: &View<R, T>) -> bool {
    view.info.seats.len() == 1
}

/// An option by its id; the first where there is none of that id.
pub(super) fn option<'a, R, T>(view: &'a View<R, T>, id: &str) -> Option<&'a OptionCard> {
    let found = view.options.iter().find(|option| option.id == id);
    found.or(view.options.first())
}

/// What is rated together in a step: one assessment, or, on one card, all
/// that the option has not carried over.
pub(super) fn group<R, T>(view: &View<R, T>, spot: &Spot) -> Vec<Assessment> {
    use Assessment::{Apology, Need, Relationship, Support};
    match spot.step {
        Step::Relationship if quick(view) => vec![Relationship, Need, Support],
        Step::Relationship => vec![Relationship],
        Step::Need if quick(view) => vec![Need, Support],
        Step::Need => vec![Need],
        Step::Support => vec![Support],
        Step::Apology => vec![Apology],
        _ => Vec::new(),
    }
}

/// Whether everything that a step rates lies on the table in a round.
pub(super) fn is_revealed<R, T>(view: &View<R, T>, spot: &Spot, round: Round) -> bool {
    let group = group(view, spot);
    let out = |&assessment: &Assessment| {
        view.round(&spot.option, assessment, round)
            .is_some_and(|round| round.revealed.is_some())
    };
    !group.is_empty() && group.iter().all(out)
}

/// Whether an option is asked about the relationship itself.
fn asks_relationship<R, T>(view: &View<R, T>, option: &OptionCard) -> bool {
    view.relationship_option(option) == option.id
}

/// The steps of one option, in order.
pub(super) fn steps_of<R, T>(view: &View<R, T>, option: &OptionCard) -> Vec<Step> {
    let mut steps = Vec::new();
    match (asks_relationship(view, option), quick(view)) {
        (true, true) => steps.push(Step::Relationship),
        (false, true) => steps.push(Step::Need),
        (true, false) => steps.extend([Step::Relationship, Step::Need, Step::Support]),
        (false, false) => steps.extend([Step::Need, Step::Support]),
    }
    steps.extend([Step::Legal, Step::Apology, Step::Verdict]);
    steps
}

/// Every step of the session with its option, in order.
pub(super) fn course<R, T>(view: &View<R, T>) -> Vec<(Step, String)> {
    let first = view.options.first().map_or("a", |option| &option.id);
    let mut course = vec![(Step::Frame, first.to_owned())];
    for option in &view.options {
        let steps = steps_of(view, option);
        course.extend(steps.into_iter().map(|step| (step, option.id.clone())));
    }
    // The decision is about one option; the last walked is where one stands.
    let last = view.options.last().map_or("a", |option| &option.id);
    course.push((Step::Decide, last.to_owned()));
    course.push((Step::Memo, last.to_owned()));
    if view.info.real {
        course.push((Step::Debrief, last.to_owned()));
    }
    course
}

/// The first page of the step behind a spot's own.
pub(super) fn next_step<R, T>(view: &View<R, T>, spot: &Spot) -> Spot {
    let course = course(view);
    let here = course
        .iter()
        .position(|(step, option)| *step == spot.step && *option == spot.option)
        .or_else(|| course.iter().position(|(step, _)| *step == spot.step));
    let next = here.and_then(|here| course.get(here + 1));
    match next {
        Some((step, option)) => Spot::new(*step, option, first_place(view, *step)).corrected(view),
        None => spot.clone(),
    }
}

/// The pages on which a step comes to rest, in order, as far as it has got.
pub(super) fn rests<R, T>(view: &View<R, T>, step: Step, option: &str, talk: bool) -> Vec<Place> {
    let spot = Spot::new(step, option, Place::Ask);
    match step {
        Step::Frame if alone(view) => vec![Place::Idea],
        Step::Frame => vec![Place::Idea, Place::Room],
        Step::Relationship | Step::Need | Step::Support | Step::Apology => {
            let mut places = Vec::new();
            if step == Step::Apology {
                places.push(Place::Sentences);
                if !quick(view) {
                    places.extend([Place::Letter, Place::Standing, Place::Today]);
                }
            }
            if !is_revealed(view, &spot, Round::First) {
                places.push(Place::Ask);
                return places;
            }
            places.push(Place::Lines);
            if talk {
                places.push(Place::Talk);
            }
            if is_revealed(view, &spot, Round::Second) {
                places.push(Place::LinesAgain);
            }
            places
        }
        Step::Legal => vec![Place::State],
        Step::Verdict => vec![Place::Verdict],
        Step::Decide => {
            let mut places = vec![
                Place::Stances,
                Place::Decision,
                Place::Conditions,
                Place::Owners,
                Place::Kill,
                Place::Review,
                Place::Dissent,
                Place::Sign,
            ];
            if quick(view) {
                places = vec![Place::Decision, Place::Review, Place::Sign];
            }
            places
        }
        Step::Memo => vec![Place::Preview],
        Step::Debrief => vec![first_place(view, step)],
    }
}
