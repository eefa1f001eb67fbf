//! What lies on the table: the reveal in two beats, the talk behind it with
//! its reasons and evidence, whether to rate again, notes.

use super::{
    action::Action,
    live::{Ctx, Live},
    other_side,
    page::{Choice, Complaint, Dots, Field, Item, Page, Value, line},
    rate::{self, round_of, step_title},
    spot::{self, Place, Spot},
};
use crate::{
    content::{Library, OptionCard},
    lang::Lang,
    memo::{
        self, change,
        tree::{Block, Span, plain},
        words,
    },
    method::{Apology, Assessment, Level, Scored, Tally},
    msg,
    session::{
        self, Again, AnswerWord, Evidence, EvidenceGrade, Given, GivenReason, HostView, Note,
        OptionResult, Round, RoundId, SeatRating, Step, View, Way, assessment_words, result,
        worth_a_second_round,
    },
    t,
    text::Clean,
};

pub(super) fn page(ctx: &Ctx) -> Page {
    match ctx.spot.place {
        Place::Talk => talk(ctx),
        Place::Second => second(ctx),
        Place::Note => note(ctx),
        _ => revealed(ctx),
    }
}

pub(super) fn submit(
    live: &mut Live,
    lang: Lang,
    library: &Library,
    values: &[Value],
) -> Result<(), Complaint> {
    match live.spot().place {
        Place::Talk => submit_talk(live, lang, library, values),
        Place::Second => match values.first().and_then(Value::pick) {
            Some(0) => live.go_place(Place::Again),
            _ => live.go_on(),
        },
        Place::Note => {
            let spot = live.spot();
            let text = line(values, 0);
            if !text.is_empty() {
                let assessment = spot::group(&live.view, &spot)[0];
                live.command(session::Action::AddNote(Note {
                    option: spot.option.clone(),
                    assessment,
                    text,
                }))?;
            }
            let second = spot::is_revealed(&live.view, &spot, Round::Second);
            live.go_place(if second {
                Place::LinesAgain
            } else {
                Place::Lines
            })
        }
        place => {
            match place {
                Place::Reveal => return live.go_place(Place::Lines),
                Place::RevealAgain => return live.go_place(Place::LinesAgain),
                _ => {}
            }
            let spot = live.spot();
            if place == Place::Lines && has_talk(&live.view, &spot) {
                return live.go_place(Place::Talk);
            }
            after_talk(live)
        }
    }
}

/// From the talk to a second round where it is worth one, else on.
fn after_talk(live: &mut Live) -> Result<(), Complaint> {
    let spot = live.spot();
    if spot.place != Place::LinesAgain && other_side::is_asked(&live.view, &spot) {
        return live.go_place(Place::Other);
    }
    if spot.place != Place::LinesAgain
        && !spot::alone(&live.view)
        && worth(&live.view, &spot).is_some()
    {
        return live.go_place(Place::Second);
    }
    live.go_on()
}

/// Why a second round is worth it, for the first assessment of the step for
/// which it is.
fn worth(view: &HostView, spot: &Spot) -> Option<(Assessment, Again)> {
    let option = spot::option(view, &spot.option)?;
    spot::group(view, spot)
        .into_iter()
        .find_map(|assessment| Some((assessment, worth_a_second_round(view, option, assessment)?)))
}

/// An assessment on the 0–10 scale; the relationship for what is on none.
fn scored(result: &OptionResult, assessment: Assessment) -> (&Scored, &Tally<11>) {
    let [(_, scored, tally), ..] = result.scores();
    result.scored(assessment).unwrap_or((scored, tally))
}

fn revealed(ctx: &Ctx) -> Page {
    let lang = ctx.lang;
    let lines = matches!(ctx.spot.place, Place::Lines | Place::LinesAgain);
    let group = spot::group(ctx.view, &ctx.spot);
    let mut page = ctx.page(
        step_title(lang, ctx.view, &ctx.spot),
        String::new(),
        if lines {
            t!(lang, "enter-accept")
        } else {
            t!(lang, "enter-lines")
        },
    );
    if ctx.spot.step == Step::Apology && !lines {
        page.enter = t!(lang, "enter-apology-lines");
    } else if group[..] == [Assessment::Relationship] && !lines {
        page.enter = t!(lang, "enter-class");
    }
    let Some(option) = ctx.option() else {
        return page;
    };
    let table = Table {
        lang,
        view: ctx.view,
        spot: &ctx.spot,
        first: &result(ctx.view, option, Round::First),
        latest: &result(ctx.view, option, Round::Second),
    };
    (page.lead, page.body, page.aside) = table.shown(option);
    if lines {
        page.actions.insert(0, Action::Note);
        if !spot::is_revealed(ctx.view, &ctx.spot, Round::Second) {
            page.actions.insert(0, Action::Again);
        }
    }
    page
}

/// What lies on the table in a step, for whichever role looks at it.
pub(super) struct Table<'a, R, T> {
    pub lang: Lang,
    pub view: &'a View<R, T>,
    pub spot: &'a Spot,
    /// What stood for the option after round 1.
    pub first: &'a OptionResult,
    /// What stands now.
    pub latest: &'a OptionResult,
}

impl<R: Given, T> Table<'_, R, T> {
    /// What to look for, what there is to see, and from which item on it may
    /// stand beside the rest.
    pub(super) fn shown(&self, option: &OptionCard) -> (String, Vec<Item>, usize) {
        let lang = self.lang;
        let (place, view) = (self.spot.place, self.view);
        let round = round_of(place);
        let second = round == Round::Second;
        let lines = matches!(place, Place::Lines | Place::LinesAgain);
        let mut group = spot::group(view, self.spot);
        let lone = spot::alone(view);
        let mut lead = match (lone, second) {
            (true, _) => t!(lang, "reveal-alone"),
            (false, false) => t!(lang, "reveal-round-1"),
            (false, true) => t!(lang, "reveal-round-2"),
        };
        let now = if second { self.latest } else { self.first };
        // Where a room differs most it looks first.
        if !lone {
            group = change::by_disagreement(now, &group);
        }
        let mut body = Vec::new();
        for &assessment in &group {
            if assessment == Assessment::Apology {
                body.extend(self.apology(now, lines));
            } else {
                body.extend(self.dots(now, assessment, lines, group.len() > 1));
            }
        }
        if lines && group.len() > 1 {
            body.push(Item::Legend(t!(lang, "reveal-legend")));
        }
        let again = spot::is_revealed(view, self.spot, Round::Second);
        if lines && !lone && !again {
            if group.len() > 1
                && let Some(most) = change::differ_most(now, &group)
            {
                let most = words::assessment_inside(most);
                lead = t!(lang, "differ-begin", assessment = most);
            }
            let words = self.whether_again(option, now, &group);
            // Several strips fill the page: what to do comes before them.
            let at = if group.len() > 1 { 0 } else { body.len() };
            body.insert(at, words);
        }
        let aside = body.len();
        if lines {
            if second {
                body.extend(moved(lang, self.first, now, &group));
            }
            body.extend(self.reasons(&group, round));
        }
        (lead, body, aside)
    }

    /// Whether it is worth rating again, and why.
    fn whether_again(&self, option: &OptionCard, now: &OptionResult, group: &[Assessment]) -> Item {
        let why = |&one: &Assessment| (one, session::again(self.view, option, one, self.latest));
        let why: Vec<_> = group.iter().map(why).collect();
        let words = change::again_words(self.lang, now, &why);
        Item::Block(Block::Para(vec![Span::Strong(words)]))
    }

    /// The dots of an assessment with what is said of them; `small` where
    /// several share the page.
    fn dots(
        &self,
        now: &OptionResult,
        assessment: Assessment,
        lines: bool,
        small: bool,
    ) -> Vec<Item> {
        let lang = self.lang;
        let (scored, tally) = scored(now, assessment);
        let mut strip = memo::strip(lang, now, assessment);
        let score = self.score(now, assessment).filter(|_| lines);
        strip.label = match (small, &score) {
            (false, _) => String::new(),
            (true, None) => words::assessment_title(lang, assessment),
            (true, Some(score)) => {
                let label = words::assessment_title(lang, assessment);
                t!(lang, "reveal-label", label = label, score = score.as_str())
            }
        };
        let mut items = vec![Item::Dots(Dots {
            strip,
            lines,
            small,
        })];
        if !lines {
            return items;
        }
        let mut spans = Vec::new();
        if let Some(score) = score.filter(|_| !small) {
            spans.push(Span::Strong(score));
            spans.push(Span::Text(" ".into()));
        }
        if !spot::alone(self.view) {
            spans.push(Span::Text(words::agreement_line(lang, scored, tally)));
            if let Some(split) = words::split_line(lang, scored, tally, assessment) {
                spans.push(Span::Strong(format!(" {split}")));
            }
        }
        if spans.is_empty() {
            return items;
        }
        items.push(Item::Block(Block::Para(spans)));
        if assessment == Assessment::Relationship && !small {
            items.push(Item::Small(t!(lang, "reveal-class-means")));
        }
        items
    }

    /// Round 1 in small, to be kept in sight while the room talks.
    pub(super) fn in_sight(&self) -> Vec<Item> {
        let scales = spot::group(self.view, self.spot).into_iter();
        let scales = scales.filter(|&one| one != Assessment::Apology);
        let strip = |one| self.dots(self.first, one, true, true).into_iter().take(1);
        scales.flat_map(strip).collect()
    }

    /// "Group score 3: weak."
    fn score(&self, now: &OptionResult, assessment: Assessment) -> Option<String> {
        let lang = self.lang;
        let (scored, _) = scored(now, assessment);
        let level = match (assessment, scored.level, now.judgement.class) {
            (Assessment::Relationship, _, class) => words::class_name(class?),
            (_, level, _) => words::level_name(level?),
        };
        let grade = scored.grade?.get();
        Some(if spot::alone(self.view) {
            t!(lang, "reveal-your-score", grade = grade, level = level)
        } else {
            t!(lang, "reveal-score", grade = grade, level = level)
        })
    }

    fn apology(&self, now: &OptionResult, lines: bool) -> Vec<Item> {
        let lang = self.lang;
        let counts = now.panel.apology.counts();
        let rows = Apology::ALL
            .into_iter()
            .zip(counts)
            .map(|(answer, &count)| {
                let name = words::answer_name(lang, AnswerWord::Apology(answer));
                (words::capital(&name), count)
            })
            .collect();
        let mut items = vec![Item::Counts(rows)];
        if lines {
            items.push(Item::Block(Block::Para(plain(memo::apology_step(
                self.view, lang, now,
            )))));
        }
        items
    }

    /// The reasons, those at the ends first.
    fn reasons(&self, group: &[Assessment], round: Round) -> Vec<Item> {
        let lang = self.lang;
        let mut items = Vec::new();
        for &assessment in group {
            let given = self.view.round(&self.spot.option, assessment, round);
            let Some(ratings) = given.and_then(|round| round.revealed.as_ref()) else {
                continue;
            };
            let mut told: Vec<&R> = ratings.iter().filter(|r| speaks(*r)).collect();
            if told.is_empty() {
                continue;
            }
            // The lowest, the highest, then the others from low to high; unnamed.
            told.sort_by(|a, b| (a.answer(), a.reason()).cmp(&(b.answer(), b.reason())));
            if told.len() > 2 && assessment != Assessment::Apology {
                let last = told.pop();
                if let Some(last) = last {
                    told.insert(1, last);
                }
            }
            let list = told
                .iter()
                .map(|rating| {
                    vec![
                        Span::Strong(format!("{}  ", words::answer_name(lang, rating.answer()))),
                        Span::Quote(rating.reason().to_string()),
                    ]
                })
                .collect();
            let heading = match (group.len(), assessment) {
                (1, Assessment::Apology) => t!(lang, "reveal-conditions"),
                (1, _) => t!(lang, "reveal-reasons"),
                _ => words::assessment_title(lang, assessment),
            };
            items.push(Item::Block(Block::Heading(4, heading)));
            items.push(Item::Block(Block::List(list)));
        }
        items
    }
}

/// What the second round moved.
fn moved(lang: Lang, before: &OptionResult, now: &OptionResult, group: &[Assessment]) -> Vec<Item> {
    let line = |&assessment: &Assessment| {
        if assessment == Assessment::Apology {
            let was = words::apology_counts(lang, &before.panel.apology);
            return Some(t!(lang, "reveal-before-apology", was = was));
        }
        let (was, tally) = scored(before, assessment);
        let (is, _) = scored(now, assessment);
        let (was, is) = (was.grade?.get(), is.grade?.get());
        let highest = tally.counts().iter().rposition(|&count| count > 0)?;
        Some(t!(
            lang,
            "reveal-before",
            was = was,
            now = is,
            lowest = tally.nth(1)?,
            highest = highest
        ))
    };
    // On one card it must be told which is which.
    let labelled = |assessment: &Assessment| {
        let line = line(assessment)?;
        Some(if group.len() > 1 {
            let label = words::assessment_title(lang, *assessment);
            format!("{label}: {line}")
        } else {
            line
        })
    };
    group.iter().filter_map(labelled).map(Item::Small).collect()
}

/// Whether a rating's reason is one for the room: who sits out, or has no
/// basis, stands at no end.
fn speaks(rating: &impl Given) -> bool {
    let answered = !matches!(rating.answer(), AnswerWord::Abstain | AnswerWord::Recused);
    answered && !rating.reason().is_empty()
}

// The talk

/// Whose reasons are asked for after a reveal of paper cards: one at each
/// end; on the letter everyone who named conditions.
fn speakers(view: &HostView, spot: &Spot) -> Vec<(Assessment, SeatRating)> {
    if rate::way(view) != Way::Cards {
        return Vec::new();
    }
    let mut speakers = Vec::new();
    for assessment in spot::group(view, spot) {
        let given = view.round(&spot.option, assessment, Round::First);
        let Some(ratings) = given.and_then(|round| round.revealed.as_ref()) else {
            continue;
        };
        if assessment == Assessment::Apology {
            let how = AnswerWord::Apology(Apology::How);
            let hows = ratings.iter().filter(|r| r.answer == how);
            speakers.extend(hows.map(|rating| (assessment, rating.clone())));
            continue;
        }
        if spot::quick(view) {
            continue;
        }
        let scores = || {
            let numbers = ratings
                .iter()
                .filter(|r| matches!(r.answer, AnswerWord::Score(_)));
            numbers.cloned()
        };
        // Of several at an end, the one who has spoken already, else the first.
        let end = |wanted: Option<AnswerWord>| {
            let at = scores().filter(|r| Some(r.answer) == wanted);
            at.min_by_key(|r| r.reason.is_empty())
        };
        let lowest = scores().map(|r| r.answer).min();
        let highest = scores().map(|r| r.answer).max();
        speakers.extend(end(lowest).map(|rating| (assessment, rating)));
        if lowest != highest {
            speakers.extend(end(highest).map(|rating| (assessment, rating)));
        }
    }
    speakers
}

/// Whether the evidence is graded in a step.
fn grades_evidence(view: &HostView, spot: &Spot) -> bool {
    matches!(spot.step, Step::Need | Step::Support) && !spot::quick(view)
}

/// Whether there is anything to write down after a reveal.
pub(super) fn has_talk(view: &HostView, spot: &Spot) -> bool {
    let rated = matches!(
        spot.step,
        Step::Relationship | Step::Need | Step::Support | Step::Apology
    );
    rated && (grades_evidence(view, spot) || !speakers(view, spot).is_empty())
}

const GRADES: [EvidenceGrade; 4] = [
    EvidenceGrade::None,
    EvidenceGrade::Claim,
    EvidenceGrade::Data,
    EvidenceGrade::Tested,
];

fn talk(ctx: &Ctx) -> Page {
    let lang = ctx.lang;
    let view = ctx.view;
    let mut page = ctx.page(
        if ctx.spot.step == Step::Apology {
            t!(lang, "talk-title-apology")
        } else {
            t!(lang, "talk-title")
        },
        t!(lang, "talk-lead"),
        t!(lang, "enter-on"),
    );
    // The dots stay in sight while the room talks.
    if let Some(option) = ctx.option() {
        let now = &result(view, option, Round::First);
        let table = Table {
            lang,
            view,
            spot: &ctx.spot,
            first: now,
            latest: now,
        };
        page.body.extend(table.in_sight());
    }
    let speakers = speakers(view, &ctx.spot);
    let all = speakers.len();
    for (i, (assessment, rating)) in speakers.iter().enumerate() {
        let (label, help) = if *assessment == Assessment::Apology {
            (
                t!(lang, "talk-condition", n = i + 1, all = all),
                t!(lang, "talk-condition-help"),
            )
        } else {
            (
                t!(
                    lang,
                    "talk-why",
                    answer = words::answer_name(lang, rating.answer)
                ),
                t!(lang, "talk-why-help"),
            )
        };
        let id = format!(
            "why/{}/{}/{}",
            assessment.id(),
            ctx.spot.option,
            rating.seat
        );
        page.fields
            .push(ctx.line(id, label, help, rating.reason.as_str()));
    }
    if grades_evidence(view, &ctx.spot) {
        let assessment = spot::group(view, &ctx.spot)[0];
        let key = (ctx.spot.option.clone(), assessment);
        let evidence = view.evidence.get(&key);
        let place = format!("{}/{}", assessment.id(), ctx.spot.option);
        let picked = evidence.and_then(|e| GRADES.iter().position(|&g| g == e.grade));
        page.fields.push(
            Field::choice(
                format!("evidence/{place}"),
                t!(
                    lang,
                    "talk-evidence",
                    assessment = assessment_words(assessment)
                ),
                GRADES
                    .map(|grade| {
                        let about = match grade {
                            EvidenceGrade::None => t!(lang, "talk-evidence-none"),
                            EvidenceGrade::Claim => t!(lang, "talk-evidence-claim"),
                            EvidenceGrade::Data => t!(lang, "talk-evidence-data"),
                            EvidenceGrade::Tested => t!(lang, "talk-evidence-tested"),
                        };
                        let name = words::evidence_name(grade).text(lang);
                        Choice::new(words::capital(&name), about)
                    })
                    .to_vec(),
                picked,
                false,
            )
            .optional(),
        );
        page.fields.push(ctx.line(
            format!("source/{place}"),
            t!(lang, "talk-source"),
            t!(lang, "talk-source-help"),
            evidence.map_or("", |e| e.source.as_str()),
        ));
        if asks_what_would_help(ctx, assessment) {
            page.fields.push(ctx.line(
                format!("would-help/{place}"),
                t!(lang, "talk-would-help"),
                t!(lang, "talk-would-help-help"),
                evidence.map_or("", |e| e.would_help.as_str()),
            ));
        }
    }
    page
}

/// Where need is weak or middle: what would make customers want this.
fn asks_what_would_help(ctx: &Ctx, assessment: Assessment) -> bool {
    assessment == Assessment::Need
        && ctx
            .result()
            .is_some_and(|result| result.judgement.need.level != Some(Level::Strong))
}

fn submit_talk(
    live: &mut Live,
    lang: Lang,
    library: &Library,
    values: &[Value],
) -> Result<(), Complaint> {
    let spot = live.spot();
    let speakers = speakers(&live.view, &spot);
    let text = |i: usize| line(values, i);
    let reasons: Vec<GivenReason> = speakers
        .iter()
        .enumerate()
        .filter_map(|(i, (assessment, rating))| {
            let reason = text(i);
            (!reason.is_empty() && reason != rating.reason).then(|| GivenReason {
                round: RoundId {
                    option: spot.option.clone(),
                    assessment: *assessment,
                    round: Round::First,
                },
                seat: rating.seat,
                reason,
            })
        })
        .collect();
    let graded = if grades_evidence(&live.view, &spot) {
        let assessment = spot::group(&live.view, &spot)[0];
        let at = speakers.len();
        let asks = asks_what_would_help(&live.ctx(lang, library), assessment);
        let grade = values
            .get(at)
            .and_then(Value::pick)
            .map(|i| GRADES[i.min(3)]);
        let (source, would_help) = (
            text(at + 1),
            if asks { text(at + 2) } else { Clean::default() },
        );
        match grade {
            Some(grade) => Some(Evidence {
                option: spot.option.clone(),
                assessment,
                grade,
                source,
                would_help,
            }),
            None if source.is_empty() && would_help.is_empty() => None,
            None => {
                return Err(Complaint::at(
                    at,
                    msg!("talk-no-grade"),
                    Some(msg!("talk-no-grade-hint")),
                ));
            }
        }
    } else {
        None
    };
    if !reasons.is_empty() {
        live.command(session::Action::GiveReasons(reasons))?;
    }
    if let Some(evidence) = graded {
        let key = (evidence.option.clone(), evidence.assessment);
        if live.view.evidence.get(&key) != Some(&evidence) {
            live.command(session::Action::GradeEvidence(evidence))?;
        }
    }
    after_talk(live)
}

fn second(ctx: &Ctx) -> Page {
    let lang = ctx.lang;
    let worth = worth(ctx.view, &ctx.spot);
    let lead = match worth {
        Some((assessment, Again::Split)) => {
            t!(
                lang,
                "second-split",
                assessment = words::assessment_inside(assessment)
            )
        }
        Some((assessment, again @ Again::OneAnswer(..))) => {
            t!(
                lang,
                "second-one",
                assessment = words::assessment_inside(assessment),
                why = change::why_again(lang, again)
            )
        }
        None => t!(lang, "second-free"),
    };
    let mut page = ctx.page(t!(lang, "second-title"), lead, t!(lang, "enter-choose"));
    page.fields = vec![Field::choice(
        "second",
        String::new(),
        vec![
            Choice::new(t!(lang, "second-again"), t!(lang, "second-again-about")),
            Choice::new(t!(lang, "second-accept"), t!(lang, "second-accept-about")),
        ],
        Some(0),
        true,
    )];
    page
}

fn note(ctx: &Ctx) -> Page {
    let lang = ctx.lang;
    let mut page = ctx.page(
        t!(lang, "note-title"),
        t!(lang, "note-lead"),
        t!(lang, "enter-keep"),
    );
    let group = spot::group(ctx.view, &ctx.spot);
    let notes: Vec<_> = ctx
        .view
        .notes
        .iter()
        .filter(|note| note.option == ctx.spot.option && group.contains(&note.assessment))
        .map(|note| plain(note.text.as_str()))
        .collect();
    if !notes.is_empty() {
        page.body.push(Item::Block(Block::List(notes)));
    }
    page.fields = vec![ctx.line(
        format!("note/{}/{}", ctx.spot.step as u8, ctx.spot.option),
        t!(lang, "note-label"),
        t!(lang, "note-help"),
        "",
    )];
    page
}
