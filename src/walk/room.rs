//! What the room window shows: where the room is, who has handed in, and what
//! lies on the table, for the back row to read along. It asks nothing.
//!
//! Invariant: a page is made from the [`RoomView`], which holds neither an
//! unrevealed rating nor whose a revealed one is, and from counts; nothing of
//! what is being typed, or of who sits behind the curtain, reaches it.

use super::{
    Head, beside, debrief, frame, legal, live,
    page::Item,
    private,
    rate::{self, round_of},
    reveal,
    spot::{self, Place, Spot},
    verdict,
};
use crate::{
    content::{OptionCard, Text},
    lang::{self, Lang},
    memo::{
        self,
        tree::{Block, Span, plain},
        words,
    },
    method::Assessment,
    session::{
        self, Notice, OptionResult, Private, RoomView, Round, SeatId, Step, Trouble, Way,
        assessment_words,
    },
    t,
};
use std::path::Path;

/// A session as the room may see it.
pub struct Told {
    view: RoomView,
    /// What stood for each option after round 1, and what stands now.
    first: Vec<OptionResult>,
    latest: Vec<OptionResult>,
    /// Title and result of the twin, once what happened is told.
    twin: Option<(Text, OptionResult)>,
    /// How its file is.
    pub notice: Notice,
}

/// What stands in the window.
#[derive(Clone, Debug, PartialEq)]
pub struct RoomPage {
    /// The session and its steps.
    pub head: Head,
    /// What it is about in a word or two, in large letters; may be empty.
    pub word: String,
    /// The question or the name of the page.
    pub title: String,
    /// What the room does now, in one line; may be empty.
    pub lead: String,
    /// What there is to see, what matters most first.
    pub body: Vec<Item>,
    /// From which item on the body may stand beside the rest, or be left out
    /// where there is no room; 0 where it stays together.
    pub aside: usize,
    /// Whether what is large leaves some lines for what is said below it: also
    /// before that is said, so that nothing moves then.
    pub low: bool,
}

impl Told {
    /// Reads a session; another program may write to it meanwhile.
    ///
    /// # Errors
    /// Where the file can't be read or is no session.
    pub fn read(path: &Path) -> Result<Self, Trouble> {
        let opened = session::read(path)?;
        let view = opened.room();
        let pair = view.info.pair.as_ref().filter(|_| view.debrief.is_some());
        let twin = pair.and_then(|pair| {
            let twin = session::read(&beside(path, &pair.file)).ok()?;
            let result = twin.results(Round::Second).into_iter().next()?;
            Some((twin.room().info.scenario.title.clone(), result))
        });
        Ok(Self {
            first: opened.results(Round::First),
            latest: opened.results(Round::Second),
            twin,
            view,
            notice: opened.notice,
        })
    }

    /// What the window shows of it. `beat` is how far what happened is told.
    #[must_use]
    pub fn page(&self, lang: Lang, beat: usize) -> RoomPage {
        let view = &self.view;
        let spot = Spot::of(view);
        let empty = RoomPage {
            head: live::head(lang, view, &spot, false),
            word: String::new(),
            title: String::new(),
            lead: String::new(),
            body: Vec::new(),
            aside: 0,
            low: false,
        };
        let at = At {
            told: self,
            lang,
            spot: &spot,
            page: empty,
        };
        at.page(beat)
    }

    fn result(&self, option: &str) -> Option<&OptionResult> {
        self.latest.iter().find(|result| result.option == option)
    }
}

/// A page being made.
struct At<'a> {
    told: &'a Told,
    lang: Lang,
    spot: &'a Spot,
    page: RoomPage,
}

impl At<'_> {
    fn page(mut self, beat: usize) -> RoomPage {
        match self.spot.place {
            Place::Room | Place::Recused => self.room(),
            Place::Idea => self.idea(),
            Place::Option if self.spot.step == Step::Frame => self.idea(),
            Place::Ask | Place::Again | Place::Other => self.asked(),
            Place::Reveal
            | Place::Lines
            | Place::Talk
            | Place::Second
            | Place::RevealAgain
            | Place::LinesAgain
            | Place::Note => self.table(),
            Place::State => self.legal(),
            Place::Sentences => self.private(Private::Sentence),
            Place::Stances => self.private(Private::Stance),
            Place::Letter => self.letter(),
            Place::Standing => self.standing(),
            Place::Today => self.today(),
            Place::Verdict | Place::Option => self.verdict(),
            Place::Decision
            | Place::Conditions
            | Place::Owners
            | Place::Kill
            | Place::Review
            | Place::Dissent
            | Place::Sign => self.decision(),
            Place::Preview | Place::Export => self.memo(),
            Place::Forecast | Place::Locked | Place::Story => self.debrief(beat),
        }
        self.page
    }

    fn option(&self) -> Option<&OptionCard> {
        spot::option(&self.told.view, &self.spot.option)
    }

    fn idea(&mut self) {
        let view = &self.told.view;
        self.page.title = view.info.scenario.title.get(self.lang).to_owned();
        self.page.body = frame::card(self.lang, view);
    }

    fn room(&mut self) {
        let lang = self.lang;
        let view = &self.told.view;
        let seats: Vec<String> = view.info.seats.iter().map(session::Seat::label).collect();
        let roles = &view.framing.roles;
        let named = [
            (t!(lang, "role-chair"), &roles.chair),
            (t!(lang, "role-owner"), &roles.owner),
            (t!(lang, "role-legal"), &roles.legal),
            (t!(lang, "role-scribe"), &roles.scribe),
        ];
        let named = named.into_iter().filter(|(_, name)| !name.is_empty());
        let mut pairs = vec![(
            t!(lang, "room-participants", n = seats.len()),
            plain(seats.join(", ")),
        )];
        pairs.extend(named.map(|(role, name)| (role, plain(name.as_str()))));
        self.page.title = t!(lang, "room-title");
        self.page.body = vec![Item::Block(Block::Pairs(pairs))];
        self.page.body.extend(frame::agenda(lang, view));
    }

    /// Who has handed in: how many, and which seats are still missing.
    fn handed_in(&mut self, asked: usize, missing: &[SeatId]) {
        let lang = self.lang;
        if spot::alone(&self.told.view) {
            return;
        }
        let n = asked - missing.len();
        // Cards are typed once all are there.
        if n == 0 && rate::way(&self.told.view) == Way::Cards {
            return;
        }
        let count = t!(lang, "wall-in", n = n, all = asked);
        self.page.body.push(Item::Big(count));
        if n > 0 && !missing.is_empty() {
            let missing: Vec<String> = missing.iter().map(ToString::to_string).collect();
            let list = lang::join_and(lang, &missing);
            let line = t!(lang, "wall-missing", list = list);
            self.page
                .body
                .push(Item::Block(Block::Para(vec![Span::Strong(line)])));
        }
        if missing.is_empty() {
            self.page.lead = t!(lang, "wall-all-in");
        }
    }

    /// How everyone answers now, where it is not told by what is asked.
    fn how(&self) -> String {
        let view = &self.told.view;
        match rate::way(view) {
            _ if spot::alone(view) => String::new(),
            Way::Cards => t!(self.lang, "wall-cards"),
            Way::Keyboard => t!(self.lang, "wall-keyboard"),
        }
    }

    fn asked(&mut self) {
        let (lang, view, spot) = (self.lang, &self.told.view, self.spot);
        let group = spot::group(view, spot);
        if let [assessment] = group[..] {
            self.page.word = words::assessment_title(lang, assessment);
        }
        self.page.title = rate::step_title(lang, view, spot);
        self.page.lead = self.how();
        if round_of(spot.place) == Round::Second {
            let round = t!(lang, "reveal-round-2");
            self.page.lead = format!("{round} {}", self.page.lead);
        }
        let (asked, missing) = rate::seats(view, spot);
        self.handed_in(asked.len(), &missing);
        self.page.aside = self.page.body.len();
        let body = &mut self.page.body;
        body.extend(rate::think(lang, view, spot));
        if group[..] == [Assessment::Apology] {
            let sentences = rate::apology_sentences(lang, view).into_iter().map(plain);
            body.push(Item::Block(Block::Steps(sentences.collect())));
        }
    }

    fn table(&mut self) {
        let (lang, told, view) = (self.lang, self.told, &self.told.view);
        let again = spot::is_revealed(view, self.spot, Round::Second);
        let lines = match self.spot.place {
            Place::RevealAgain | Place::LinesAgain => Place::LinesAgain,
            Place::Note if again => Place::LinesAgain,
            _ => Place::Lines,
        };
        let first_beat = matches!(self.spot.place, Place::Reveal | Place::RevealAgain);
        let place = if first_beat { self.spot.place } else { lines };
        let spot = Spot {
            place,
            ..self.spot.clone()
        };
        let find = |results: &'_ [OptionResult]| {
            let option = &self.option()?.id;
            let mut all = results.iter();
            all.find(|result| result.option == *option).cloned()
        };
        let (Some(option), Some(first), Some(latest)) = (
            self.option().cloned(),
            find(&told.first),
            find(&told.latest),
        ) else {
            return;
        };
        let table = |spot| reveal::Table {
            lang,
            view,
            spot,
            first: &first,
            latest: &latest,
        };
        self.page.title = rate::step_title(lang, view, &spot);
        (self.page.lead, self.page.body, self.page.aside) = table(&spot).shown(&option);
        let told = Spot {
            place: lines,
            ..spot.clone()
        };
        let (_, told, aside) = table(&told).shown(&option);
        let reasons = |item: &Item| matches!(item, Item::Block(_));
        self.page.low = told[aside..].iter().any(reasons);
        match self.spot.place {
            Place::Talk if self.spot.step == Step::Apology => {
                self.page.title = t!(lang, "talk-title-apology");
                self.page.lead = t!(lang, "wall-talk");
            }
            Place::Talk => {
                self.page.title = t!(lang, "talk-title");
                self.page.lead = t!(lang, "wall-talk");
            }
            Place::Second => self.page.lead = t!(lang, "second-title"),
            _ => {}
        }
    }

    fn legal(&mut self) {
        let (lang, view) = (self.lang, &self.told.view);
        let info = &view.info;
        let Some(option) = self.option().cloned() else {
            return;
        };
        let sheet = info.instrument.sheet(Assessment::Legal);
        self.page.word = words::capital(&assessment_words(Assessment::Legal).text(lang));
        self.page.title = sheet.map_or_else(String::new, |sheet| {
            sheet.question.about(&info.scenario.people, lang)
        });
        let owner = &view.framing.roles.legal;
        self.page.lead = if owner.is_empty() {
            t!(lang, "legal-lead")
        } else {
            t!(lang, "legal-lead-owner", owner = owner.as_str())
        };
        if let Some(entry) = view.legal.get(&option.id) {
            let state = words::legal_with_source(view, lang, &option, entry.state);
            let state = vec![Span::Strong(words::capital(&state))];
            self.page.body.push(Item::Block(Block::Para(state)));
        }
        self.page.body.extend(legal::asked(lang, view, &option));
    }

    fn private(&mut self, what: Private) {
        let (lang, view) = (self.lang, &self.told.view);
        if let Some(written) = private::shown(view, what, &self.spot.option) {
            let (title, lead) = private::told_title(lang, what);
            self.page.title = title;
            self.page.lead = match what {
                Private::Sentence => String::new(),
                Private::Stance => lead,
            };
            self.page.body = private::told(lang, what, written);
            return;
        }
        self.page.title = private::title(lang, &view.info, what);
        self.page.lead = match (rate::way(view), what) {
            (Way::Cards, _) => t!(lang, "wall-cards"),
            (Way::Keyboard, Private::Sentence) => t!(lang, "sentence-lead"),
            (Way::Keyboard, Private::Stance) => t!(lang, "stand-lead"),
        };
        // From paper only the sentences that are used are typed.
        if rate::way(view) == Way::Keyboard {
            let missing = private::missing(view, self.spot);
            self.handed_in(view.info.seats.len(), &missing);
        }
        self.page.aside = self.page.body.len();
        let prompts = private::prompts(lang, &view.info, what);
        self.page.body.extend(prompts);
    }

    fn letter(&mut self) {
        let (lang, view) = (self.lang, &self.told.view);
        self.page.title = t!(lang, "letter-title");
        self.page.lead = t!(lang, "wall-letter");
        if let Some(written) = private::shown(view, Private::Sentence, &self.spot.option) {
            let heading = t!(lang, "sentences-title");
            self.page.body = vec![Item::Block(Block::Heading(4, heading))];
            let sentences = private::told(lang, Private::Sentence, written);
            self.page.body.extend(sentences);
        }
    }

    fn standing(&mut self) {
        let (lang, view) = (self.lang, &self.told.view);
        let chair = &view.framing.roles.chair;
        self.page.title = t!(lang, "standing-title");
        self.page.lead = if chair.is_empty() {
            t!(lang, "standing-lead")
        } else {
            t!(lang, "standing-lead-chair", chair = chair.as_str())
        };
        if let Some(letter) = self.recorded() {
            self.page.body = vec![Item::Letter(super::letter::read_aloud(letter))];
        }
    }

    /// The letter on record.
    fn recorded(&self) -> Option<&str> {
        let letter = self.told.view.letters.get(&self.spot.option)?;
        Some(letter.text.as_str()).filter(|text| !text.is_empty())
    }

    /// Which sentence of the letter could be said today: with the letter.
    fn today(&mut self) {
        self.page.title = t!(self.lang, "today-title");
        self.page.lead = t!(self.lang, "today-lead");
        if let Some(letter) = self.recorded() {
            let letter = super::letter::read_aloud(letter).join("\n\n");
            let letter = memo::adopted(&self.told.view, self.lang, &letter);
            self.page.body = vec![Item::Block(Block::Letter(letter))];
        }
    }

    fn verdict(&mut self) {
        let (lang, told) = (self.lang, self.told);
        let Some(option) = self.option().cloned() else {
            return;
        };
        let Some(result) = told.result(&option.id) else {
            return;
        };
        (self.page.title, self.page.body, self.page.aside) =
            verdict::shown(lang, &told.view, &option, result, &told.latest);
    }

    /// The decision in large letters, once it is on record, with what comes
    /// with it.
    fn decided(&mut self) -> bool {
        let (lang, told) = (self.lang, self.told);
        let Some(decided) = &told.view.decision else {
            return false;
        };
        let name = words::decision_name(decided.decision.code).text(lang);
        self.page.body.push(Item::Banner(name, None));
        if let Some(result) = told.result(&decided.decision.option) {
            let blocks = memo::decision(lang, decided, result);
            self.page.body.extend(blocks.into_iter().map(Item::Block));
        }
        true
    }

    fn decision(&mut self) {
        let (lang, told) = (self.lang, self.told);
        let decision = if spot::alone(&told.view) {
            t!(lang, "decide-title-alone")
        } else {
            t!(lang, "decide-title")
        };
        self.page.title = match self.spot.place {
            Place::Conditions => t!(lang, "conditions-title"),
            Place::Owners => t!(lang, "owners-title"),
            Place::Kill => t!(lang, "kill-title"),
            Place::Review => t!(lang, "review-title"),
            Place::Dissent => t!(lang, "dissent-title"),
            Place::Sign => t!(lang, "sign-title"),
            _ => decision,
        };
        if self.decided() {
            return;
        }
        self.page.lead = t!(lang, "decide-lead");
        let verdicts = told.view.options.iter().zip(&told.latest);
        let verdicts = verdicts.map(|(option, result)| {
            let verdict = words::verdict_words(lang, result);
            (words::option_title(lang, option), plain(verdict))
        });
        let verdicts = Block::Pairs(verdicts.collect());
        self.page.body = vec![Item::Small(t!(lang, "decide-rules")), Item::Block(verdicts)];
    }

    fn memo(&mut self) {
        self.page.title = t!(self.lang, "preview-title");
        self.page.lead = t!(self.lang, "wall-memo");
        self.decided();
    }

    fn debrief(&mut self, beat: usize) {
        let (lang, told, view) = (self.lang, self.told, &self.told.view);
        if let Some(happened) = &view.debrief {
            let both = told.twin.as_ref().and_then(|(title, theirs)| {
                let ours = (&view.info.scenario.title, told.latest.first()?);
                debrief::both_rooms(lang, [(title, theirs), ours])
            });
            self.page.lead = debrief::story_of(lang, view);
            (self.page.title, self.page.body, self.page.aside) =
                debrief::beat(lang, view, happened, beat, both);
            return;
        }
        if !told.latest.first().is_some_and(OptionResult::complete) {
            self.page.title = t!(lang, "debrief-title");
            self.page.lead = t!(lang, "forecast-early");
            return;
        }
        let missing = debrief::missing(view);
        if missing.is_empty() || self.spot.place == Place::Locked {
            self.page.title = t!(lang, "locked-title", n = view.locked.len());
            self.page.lead = t!(lang, "locked-lead");
            return;
        }
        self.page.title = t!(lang, "forecast-title");
        self.page.lead = self.how();
        self.handed_in(view.info.seats.len(), &missing);
        self.page.aside = self.page.body.len();
        let means = Item::Small(t!(lang, "forecast-means"));
        self.page.body.push(means);
    }
}
