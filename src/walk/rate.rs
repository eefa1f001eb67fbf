//! Rating: asked privately, on cards typed in one line or by passing the
//! keyboard behind a curtain, and laid on the table.
//!
//! Invariant: what was answered is in no page: it goes from the fields to
//! the session and comes back with the reveal.

use super::{
    action::Action,
    live::{Ctx, Live, Over},
    page::{
        Card, CardAnswers, Cards, Choice, Complaint, Field, Item, Kind, Look, Page, Score, Value,
        line,
    },
    spot::{self, Place, Spot},
};
use crate::{
    content::{AnchorAt, AssessmentSheet, Library},
    lang::{self, Lang},
    memo::{
        tree::{Block, plain},
        words,
    },
    method::{Apology, Assessment, Rating},
    msg,
    session::{
        self, AnswerWord, HandIn, HostView, Private, Round, RoundId, SeatId, Secret, View, Way,
    },
    t,
    text::Clean,
};

/// Whose turn it is with the keyboard. Without `Debug` on purpose: it holds
/// what one person has answered on a card of several questions so far.
#[derive(Default)]
pub(super) struct Turn {
    /// Who is at the keyboard, or is called to it.
    pub seat: Option<SeatId>,
    /// Whether that person has drawn the curtain.
    pub open: bool,
    answers: Vec<(AnswerWord, Clean)>,
}

impl Turn {
    /// Whether a card of several questions is answered in part: its answers
    /// are on record only once it is whole.
    pub(super) const fn is_underway(&self) -> bool {
        !self.answers.is_empty()
    }

    /// Who has drawn the curtain and answers, of those who are still missing.
    pub(super) fn seated(&self, missing: &[SeatId]) -> Option<SeatId> {
        self.seat.filter(|seat| self.open && missing.contains(seat))
    }

    /// Enter where nobody answers: whoever is called draws the curtain, or the
    /// first of those missing is called.
    pub(super) fn pass(&mut self, missing: &[SeatId], all: usize) {
        if self.seat.is_some_and(|seat| missing.contains(&seat)) {
            self.open = true;
        } else {
            self.seat = missing.first().copied();
            // After the first one the curtain was on the screen already.
            self.open = missing.len() < all;
        }
    }
}

/// The keyboard goes round: what the room reads together, a curtain, or one
/// person alone with the question.
pub(super) fn round(
    ctx: &Ctx,
    all: &[SeatId],
    missing: &[SeatId],
    intro: impl FnOnce(SeatId) -> Page,
    private: impl FnOnce(SeatId) -> Page,
) -> Page {
    let turn = &ctx.live.turn;
    if let Some(seat) = turn.seated(missing) {
        return private(seat);
    }
    match turn.seat.filter(|seat| missing.contains(seat)) {
        Some(seat) => curtain(ctx, seat, all, missing),
        None if missing.len() < all.len() => curtain(ctx, missing[0], all, missing),
        None => intro(missing[0]),
    }
}

/// How ratings are given; one person alone needs no curtain.
pub(super) fn way<R, T>(view: &View<R, T>) -> Way {
    if spot::alone(view) {
        Way::Keyboard
    } else {
        view.framing.way
    }
}

/// Whether someone sits an assessment out.
pub(super) fn is_recused<R, T>(view: &View<R, T>, seat: SeatId, assessment: Assessment) -> bool {
    view.framing
        .recused
        .iter()
        .any(|r| r.seat == seat && r.assessments.contains(&assessment))
}

pub(super) fn round_of(place: Place) -> Round {
    match place {
        Place::Again | Place::RevealAgain | Place::LinesAgain => Round::Second,
        _ => Round::First,
    }
}

fn round_id(spot: &Spot, assessment: Assessment) -> RoundId {
    RoundId {
        option: spot.option.clone(),
        assessment,
        round: round_of(spot.place),
    }
}

/// What a seat is asked in a step: everything that it does not sit out.
fn asked_of<R, T>(view: &View<R, T>, spot: &Spot, seat: SeatId) -> Vec<Assessment> {
    let mut group = spot::group(view, spot);
    group.retain(|&assessment| !is_recused(view, seat, assessment));
    group
}

/// Whether a seat has handed in everything that it is asked.
fn is_in<R, T>(view: &View<R, T>, spot: &Spot, seat: SeatId) -> bool {
    asked_of(view, spot, seat).iter().all(|&assessment| {
        view.round(&spot.option, assessment, round_of(spot.place))
            .is_some_and(|round| round.handed_in.contains(&seat))
    })
}

/// Who is asked, and who of them has not handed in yet.
pub(super) fn seats<R, T>(view: &View<R, T>, spot: &Spot) -> (Vec<SeatId>, Vec<SeatId>) {
    let ids = view.info.seats.iter().map(|seat| seat.id);
    let asked: Vec<SeatId> = ids
        .filter(|&seat| !asked_of(view, spot, seat).is_empty())
        .collect();
    let missing = asked
        .iter()
        .copied()
        .filter(|&seat| !is_in(view, spot, seat))
        .collect();
    (asked, missing)
}

// Asking

fn sheet<R, T>(view: &View<R, T>, assessment: Assessment) -> Option<&AssessmentSheet> {
    view.info.instrument.sheet(assessment)
}

fn question<R, T>(lang: Lang, view: &View<R, T>, assessment: Assessment) -> String {
    let people = &view.info.scenario.people;
    sheet(view, assessment).map_or_else(String::new, |sheet| sheet.question.about(people, lang))
}

/// The guiding questions: prompts to think with.
fn guiding<R, T>(lang: Lang, view: &View<R, T>, assessment: Assessment) -> Option<Item> {
    let people = &view.info.scenario.people;
    let sheet = sheet(view, assessment)?;
    let items = sheet
        .questions
        .iter()
        .map(|question| plain(question.text.about(people, lang)));
    Some(Item::Block(Block::List(items.collect())))
}

/// The anchors, as the cards print them.
fn anchors(ctx: &Ctx, assessment: Assessment) -> Vec<(u8, String)> {
    let people = &ctx.view.info.scenario.people;
    let Some(sheet) = sheet(ctx.view, assessment) else {
        return Vec::new();
    };
    sheet
        .anchors
        .iter()
        .filter_map(|anchor| match anchor.at {
            AnchorAt::Number(at) => Some((at, anchor.text.about(people, ctx.lang))),
            AnchorAt::Word(_) => None,
        })
        .collect()
}

/// What the three answers on the apology letter mean.
pub(super) fn apology_sentences<R, T>(lang: Lang, view: &View<R, T>) -> Vec<String> {
    let people = &view.info.scenario.people;
    let Some(sheet) = sheet(view, Assessment::Apology) else {
        return Vec::new();
    };
    sheet
        .anchors
        .iter()
        .map(|anchor| anchor.text.about(people, lang))
        .collect()
}

pub(super) fn page(ctx: &Ctx) -> Page {
    let (asked, missing) = seats(ctx.view, &ctx.spot);
    if missing.is_empty() && ctx.live.over != Some(Over::Retype) {
        return ready(ctx, &asked);
    }
    if way(ctx.view) == Way::Cards {
        return cards(ctx, &asked);
    }
    if spot::alone(ctx.view) {
        return private(ctx, missing[0]);
    }
    round(
        ctx,
        &asked,
        &missing,
        |first| intro(ctx, first),
        |seat| private(ctx, seat),
    )
}

/// The question of a step: on one card, what the card is about.
pub(super) fn step_title<R, T>(lang: Lang, view: &View<R, T>, spot: &Spot) -> String {
    let group = spot::group(view, spot);
    match group[..] {
        [assessment] => question(lang, view, assessment),
        _ => t!(lang, "ask-one-card", n = group.len()),
    }
}

/// What the whole room reads before it rates.
pub(super) fn think<R, T>(lang: Lang, view: &View<R, T>, spot: &Spot) -> Vec<Item> {
    let group = spot::group(view, spot);
    let mut body = Vec::new();
    if group[..] == [Assessment::Relationship] {
        body.push(Item::Small(t!(lang, "ask-service")));
    }
    for &assessment in &group {
        if group.len() > 1 {
            let question = question(lang, view, assessment);
            body.push(Item::Block(Block::Heading(4, question)));
        }
        body.extend(guiding(lang, view, assessment));
    }
    body
}

fn round_words(ctx: &Ctx) -> String {
    match round_of(ctx.spot.place) {
        Round::First => String::new(),
        Round::Second if spot::alone(ctx.view) => t!(ctx.lang, "ask-round-2-alone"),
        Round::Second => t!(ctx.lang, "ask-round-2"),
    }
}

fn cards(ctx: &Ctx, asked: &[SeatId]) -> Page {
    let lang = ctx.lang;
    let group = spot::group(ctx.view, &ctx.spot);
    let again = round_of(ctx.spot.place) == Round::Second;
    let mut page = ctx.page(
        step_title(lang, ctx.view, &ctx.spot),
        if again {
            t!(lang, "cards-again-lead")
        } else {
            t!(lang, "cards-lead", n = asked.len())
        },
        t!(lang, "enter-hand-in"),
    );
    page.body = think(lang, ctx.view, &ctx.spot);
    if group[..] == [Assessment::Apology] {
        let sentences = apology_sentences(lang, ctx.view).into_iter().map(plain);
        page.body
            .push(Item::Block(Block::Steps(sentences.collect())));
    }
    for &assessment in &group {
        let seats: Vec<SeatId> = asked
            .iter()
            .copied()
            .filter(|&seat| !is_recused(ctx.view, seat, assessment))
            .collect();
        let (answers, help) = match assessment {
            Assessment::Apology => (CardAnswers::Apology, t!(lang, "cards-help-apology")),
            _ => (CardAnswers::Scale, t!(lang, "cards-help")),
        };
        let help = if again {
            t!(lang, "cards-help-again", help = help)
        } else {
            help
        };
        let id = format!(
            "cards/{}/{}/{}",
            assessment.id(),
            ctx.spot.option,
            round_of(ctx.spot.place).number()
        );
        let pile = Cards {
            seats,
            answers,
            again,
        };
        let mut field = ctx.cards(id, help, pile);
        if group.len() > 1 {
            field.label = words::assessment_title(lang, assessment);
        }
        page.fields.push(field);
    }
    page
}

/// Before the keyboard goes round: what the room reads together.
fn intro(ctx: &Ctx, first: SeatId) -> Page {
    let lang = ctx.lang;
    let mut page = ctx.page(
        step_title(lang, ctx.view, &ctx.spot),
        t!(lang, "keyboard-lead", seat = first.to_string()),
        t!(lang, "enter-pass", seat = first.to_string()),
    );
    let round = round_words(ctx);
    if !round.is_empty() {
        page.body.push(Item::Small(round));
    }
    page.body.extend(think(lang, ctx.view, &ctx.spot));
    page
}

pub(super) fn curtain(ctx: &Ctx, seat: SeatId, asked: &[SeatId], missing: &[SeatId]) -> Page {
    let lang = ctx.lang;
    let mut page = ctx.page(
        t!(lang, "curtain-title", seat = seat.to_string()),
        t!(lang, "curtain-lead"),
        t!(lang, "enter-curtain", seat = seat.to_string()),
    );
    page.key = format!("{}/curtain/{seat}", page.key);
    page.look = Look::Curtain;
    let n = asked.len() - missing.len();
    page.body.push(Item::Small(t!(
        lang,
        "curtain-in",
        n = n,
        all = asked.len()
    )));
    if missing.len() > 1 {
        page.actions.insert(0, Action::Other);
    }
    if n > 0 {
        page.actions.insert(0, Action::TableNow);
    }
    page
}

/// What tells one person's answer to a question from every other.
fn place_of(spot: &Spot, assessment: Assessment, seat: SeatId) -> String {
    let round = round_of(spot.place).number();
    format!("{}/{}/{round}/{seat}", assessment.id(), spot.option)
}

fn private(ctx: &Ctx, seat: SeatId) -> Page {
    let lang = ctx.lang;
    let turn = &ctx.live.turn;
    let asked = asked_of(ctx.view, &ctx.spot, seat);
    let index = turn.answers.len().min(asked.len().saturating_sub(1));
    let assessment = asked[index];
    let lone = spot::alone(ctx.view);
    let place = place_of(&ctx.spot, assessment, seat);
    let mut page = ctx.page(
        question(lang, ctx.view, assessment),
        if assessment == Assessment::Apology {
            t!(lang, "private-lead-apology")
        } else {
            t!(lang, "private-lead")
        },
        if index + 1 < asked.len() {
            t!(lang, "enter-on")
        } else {
            t!(lang, "enter-hand-in")
        },
    );
    page.key = format!("private/{place}");
    page.look = if lone { Look::Plain } else { Look::Private };
    if !lone {
        page.body.push(Item::Small(t!(
            lang,
            "private-who",
            seat = seat.to_string()
        )));
    }
    if assessment == Assessment::Relationship {
        page.body.push(Item::Small(t!(lang, "ask-service")));
    }
    let round = round_words(ctx);
    if !round.is_empty() {
        page.body.push(Item::Small(round));
    }
    if lone {
        page.body.extend(guiding(lang, ctx.view, assessment));
    }
    let rating = if assessment == Assessment::Apology {
        let mut options: Vec<Choice> = apology_sentences(lang, ctx.view)
            .into_iter()
            .map(|sentence| Choice::new(sentence, String::new()))
            .collect();
        options.push(Choice::new(t!(lang, "choice-abstain"), String::new()));
        options.push(Choice::new(t!(lang, "choice-recused"), String::new()));
        Field::choice(
            format!("rating/{place}"),
            String::new(),
            options,
            None,
            false,
        )
    } else {
        Field {
            id: format!("rating/{place}"),
            label: t!(lang, "scale-label"),
            help: t!(lang, "scale-help"),
            kind: Kind::Scale(anchors(ctx, assessment)),
            value: Value::Score(None),
            when: None,
        }
    };
    let (label, help) = if assessment == Assessment::Apology {
        (t!(lang, "condition-label"), t!(lang, "condition-help"))
    } else if lone {
        (t!(lang, "reason-label"), t!(lang, "reason-help-alone"))
    } else {
        (t!(lang, "reason-label"), t!(lang, "reason-help"))
    };
    let mut reason = ctx.line(format!("reason/{place}"), label, help, "");
    if assessment == Assessment::Apology {
        // Only the middle answer has conditions.
        reason = reason.when(0, 1);
    }
    page.fields = vec![rating, reason];
    page
}

fn ready(ctx: &Ctx, asked: &[SeatId]) -> Page {
    let lang = ctx.lang;
    let n = asked.len();
    let lone = spot::alone(ctx.view);
    let mut page = ctx.page(
        if lone {
            t!(lang, "ready-alone")
        } else {
            t!(lang, "ready-title", n = n)
        },
        if lone {
            t!(lang, "ready-alone-lead")
        } else {
            t!(lang, "ready-lead")
        },
        t!(lang, "enter-table"),
    );
    page.key = format!("{}/ready", page.key);
    if !lone {
        page.body
            .push(Item::Big(t!(lang, "ready-big", n = n, all = n)));
    }
    if way(ctx.view) == Way::Cards {
        page.actions.insert(0, Action::Retype);
    }
    page
}

pub(super) fn submit(
    live: &mut Live,
    lang: Lang,
    library: &Library,
    values: &[Value],
) -> Result<(), Complaint> {
    let spot = live.spot();
    let (asked, missing) = seats(&live.view, &spot);
    if missing.is_empty() && live.over != Some(Over::Retype) {
        return lay(live);
    }
    if way(&live.view) == Way::Cards {
        hand_in_cards(live, lang, library, values)?;
        live.over = None;
        return Ok(());
    }
    if spot::alone(&live.view) {
        live.turn.seat = Some(missing[0]);
        live.turn.open = true;
    }
    let Some(seat) = live.turn.seated(&missing) else {
        live.turn.pass(&missing, asked.len());
        return Ok(());
    };
    answer(live, &spot, seat, values)
}

/// One person's answer to one question; the last one hands all of them in.
fn answer(live: &mut Live, spot: &Spot, seat: SeatId, values: &[Value]) -> Result<(), Complaint> {
    let asked = asked_of(&live.view, spot, seat);
    let word = match values.first() {
        Some(Value::Score(Some(score))) => match score {
            Score::Number(n) => Rating::try_from(*n).ok().map(AnswerWord::Score),
            Score::Abstain => Some(AnswerWord::Abstain),
            Score::Recused => Some(AnswerWord::Recused),
        },
        Some(Value::Pick(Some(pick))) => match pick {
            0..=2 => Some(AnswerWord::Apology(Apology::ALL[*pick])),
            3 => Some(AnswerWord::Abstain),
            _ => Some(AnswerWord::Recused),
        },
        _ => None,
    };
    let Some(word) = word else {
        return Err(Complaint::at(
            0,
            msg!("private-none"),
            Some(msg!("private-none-hint")),
        ));
    };
    let asked_for_conditions = matches!(word, AnswerWord::Apology(Apology::How));
    let reason = match word {
        AnswerWord::Apology(_) if !asked_for_conditions => Clean::default(),
        _ => line(values, 1),
    };
    live.turn.answers.push((word, reason));
    if live.turn.answers.len() < asked.len() {
        return Ok(());
    }
    let answers = std::mem::take(&mut live.turn.answers);
    let mut ratings: Vec<HandIn> = asked
        .iter()
        .zip(answers)
        .map(|(&assessment, answer)| HandIn {
            round: round_id(spot, assessment),
            seat,
            rating: Secret::new(answer),
        })
        .collect();
    for assessment in spot::group(&live.view, spot) {
        if !asked.contains(&assessment) {
            ratings.push(recusal(spot, assessment, seat));
        }
    }
    let handed = live.command(session::Action::HandIn {
        ratings,
        legal: Vec::new(),
        reveal: false,
    });
    live.turn = Turn::default();
    handed?;
    for assessment in asked {
        let place = place_of(spot, assessment, seat);
        live.done_with(format!("reason/{place}"));
    }
    Ok(())
}

fn recusal(spot: &Spot, assessment: Assessment, seat: SeatId) -> HandIn {
    HandIn {
        round: round_id(spot, assessment),
        seat,
        rating: Secret::new((AnswerWord::Recused, Clean::default())),
    }
}

/// The pile of cards, typed in one line an assessment.
fn hand_in_cards(
    live: &mut Live,
    lang: Lang,
    library: &Library,
    values: &[Value],
) -> Result<(), Complaint> {
    let spot = live.spot();
    let page = live.page(lang, library);
    let mut ratings = Vec::new();
    let group = spot::group(&live.view, &spot);
    for (i, ((field, value), &assessment)) in page.fields.iter().zip(values).zip(&group).enumerate()
    {
        let Kind::Cards(cards) = &field.kind else {
            continue;
        };
        let read = read_cards(i, cards, value.text())?;
        for (&seat, card) in cards.seats.iter().zip(read) {
            let answer = match card {
                Card::Answer(answer) => Some((answer, Clean::default())),
                Card::Same => earlier(&live.view, &spot, assessment, seat),
                Card::Stance(_) | Card::Forecast(_) => None,
            };
            if let Some(answer) = answer {
                ratings.push(HandIn {
                    round: round_id(&spot, assessment),
                    seat,
                    rating: Secret::new(answer),
                });
            }
        }
        for seat in live.view.info.seats.iter().map(|seat| seat.id) {
            if !cards.seats.contains(&seat) {
                ratings.push(recusal(&spot, assessment, seat));
            }
        }
    }
    live.command(session::Action::HandIn {
        ratings,
        legal: Vec::new(),
        reveal: false,
    })
}

/// The cards of a line, or what is wrong with it. What was typed is not
/// repeated: it is for nobody's eyes.
pub(super) fn read_cards(field: usize, cards: &Cards, line: &str) -> Result<Vec<Card>, Complaint> {
    let hint = match cards.answers {
        CardAnswers::Scale if cards.again => msg!("cards-fault-hint-again"),
        CardAnswers::Apology if cards.again => msg!("cards-fault-hint-apology-again"),
        CardAnswers::Scale => msg!("cards-fault-hint"),
        CardAnswers::Apology => msg!("cards-fault-hint-apology"),
        CardAnswers::Stance => msg!("cards-fault-hint-stance"),
        CardAnswers::Forecast => msg!("cards-fault-hint-forecast"),
    };
    cards.read_all(line).map_err(|at| {
        let message = if let Some(i) = at.checked_sub(1) {
            let seat = cards.seats.get(i).map(ToString::to_string);
            msg!("cards-fault", n = at, seat = seat.unwrap_or_default())
        } else {
            let given = cards.pile(line).given;
            msg!("cards-count", given = given, all = cards.seats.len())
        };
        Complaint::at(field, message, Some(hint))
    })
}

/// What a seat gave in round 1, for a card that says "as before".
fn earlier(
    view: &HostView,
    spot: &Spot,
    assessment: Assessment,
    seat: SeatId,
) -> Option<(AnswerWord, Clean)> {
    let round = view.round(&spot.option, assessment, Round::First)?;
    let rating = round.revealed.as_ref()?.iter().find(|r| r.seat == seat);
    Some(
        rating.map_or((AnswerWord::Abstain, Clean::default()), |rating| {
            (rating.answer, rating.reason.clone())
        }),
    )
}

/// Lays what the step has asked on the table.
pub(super) fn lay(live: &mut Live) -> Result<(), Complaint> {
    let spot = live.spot();
    let (what, place) = match spot.place {
        Place::Sentences => return super::private::show(live, Private::Sentence),
        Place::Stances => return super::private::show(live, Private::Stance),
        Place::Again => (Round::Second, Place::RevealAgain),
        _ => (Round::First, Place::Reveal),
    };
    let group = spot::group(&live.view, &spot);
    // Those who sit out hand in nothing by themselves.
    let mut recused = Vec::new();
    for &assessment in &group {
        for seat in live.view.info.seats.iter().map(|seat| seat.id) {
            let given = live
                .view
                .round(&spot.option, assessment, what)
                .is_some_and(|round| round.handed_in.contains(&seat));
            if is_recused(&live.view, seat, assessment) && !given {
                recused.push(recusal(&spot, assessment, seat));
            }
        }
    }
    if !recused.is_empty() {
        live.command(session::Action::HandIn {
            ratings: recused,
            legal: Vec::new(),
            reveal: false,
        })?;
    }
    let rounds = group
        .iter()
        .map(|&assessment| round_id(&spot, assessment))
        .collect();
    live.command(session::Action::Reveal(rounds))?;
    live.go(&Spot { place, ..spot })
}

/// Whether to go on without those who have not handed in: what lies on the
/// table can't be taken back, and one letter is quickly pressed.
pub(super) fn confirm(ctx: &Ctx) -> Page {
    let lang = ctx.lang;
    let missing = match ctx.spot.place {
        Place::Sentences | Place::Stances => super::private::missing(ctx.view, &ctx.spot),
        Place::Forecast => super::debrief::missing(ctx.view),
        _ => seats(ctx.view, &ctx.spot).1,
    };
    let names: Vec<String> = missing.iter().map(ToString::to_string).collect();
    let mut page = ctx.page(
        t!(lang, "confirm-title", list = lang::join_and(lang, &names)),
        match ctx.spot.place {
            Place::Forecast => t!(lang, "confirm-forecast-lead"),
            _ => t!(lang, "confirm-lead"),
        },
        t!(lang, "enter-choose"),
    );
    page.key = format!("{}/confirm", page.key);
    page.fields = vec![Field::choice(
        "confirm",
        String::new(),
        vec![
            Choice::new(t!(lang, "confirm-no"), String::new()),
            Choice::new(
                match ctx.spot.place {
                    Place::Forecast => t!(lang, "confirm-forecast-yes"),
                    _ => t!(lang, "confirm-yes"),
                },
                String::new(),
            ),
        ],
        Some(0),
        true,
    )];
    page
}

/// Somebody else goes first: the next one who has not handed in.
pub(super) fn other(live: &mut Live) {
    let spot = live.spot();
    let missing = match spot.place {
        Place::Sentences | Place::Stances => super::private::missing(&live.view, &spot),
        Place::Forecast => super::debrief::missing(&live.view),
        _ => seats(&live.view, &spot).1,
    };
    let now = live.turn.seat.unwrap_or(missing[0]);
    let at = missing.iter().position(|&seat| seat == now).unwrap_or(0);
    live.turn = Turn {
        seat: missing.get((at + 1) % missing.len().max(1)).copied(),
        ..Turn::default()
    };
}

/// From behind the curtain back to it, and from a lone question to the one
/// before; false where neither is so.
pub(super) fn back(live: &mut Live) -> bool {
    let turn = &mut live.turn;
    if turn.answers.pop().is_some() {
        return true;
    }
    if turn.open && !spot::alone(&live.view) {
        turn.open = false;
        return true;
    }
    let was = turn.seat.take().is_some();
    turn.open = false;
    was && !spot::alone(&live.view)
}
