//! Rating: asked privately (cards in one line, or the keyboard passed behind
//! a curtain), laid on the table in two beats, talked over, and rated once
//! more where that is worth it.
//!
//! Invariant: what was answered is in no page: it goes from the fields to
//! the session and comes back with the reveal.

use super::{
    action::Action,
    live::{Ctx, Live, Over},
    page::{
        Card, CardAnswers, Cards, Choice, Complaint, Dots, Field, Item, Kind, Look, Page, Score,
        Value,
    },
    spot::{self, Place, Spot},
};
use crate::{
    content::{AnchorAt, AssessmentSheet, Library},
    lang::{self, Lang},
    memo::{
        self,
        tree::{Block, Span, plain},
        words,
    },
    method::{Apology, Assessment, Level, Rating, Scored, Tally},
    msg,
    session::{
        self, Again, AnswerWord, Evidence, EvidenceGrade, GivenReason, HandIn, HostView, Note,
        OptionResult, Private, Round, RoundId, SeatId, SeatRating, Secret, Step, Way,
        assessment_words, result, worth_a_second_round,
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

/// How ratings are given; one person alone needs no curtain.
pub(super) fn way(view: &HostView) -> Way {
    if spot::alone(view) {
        Way::Keyboard
    } else {
        view.framing.way
    }
}

/// Whether someone sits an assessment out.
pub(super) fn is_recused(view: &HostView, seat: SeatId, assessment: Assessment) -> bool {
    view.framing
        .recused
        .iter()
        .any(|r| r.seat == seat && r.assessments.contains(&assessment))
}

fn round_of(place: Place) -> Round {
    match place {
        Place::Again | Place::RevealAgain => Round::Second,
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
fn asked_of(view: &HostView, spot: &Spot, seat: SeatId) -> Vec<Assessment> {
    let mut group = spot::group(view, spot);
    group.retain(|&assessment| !is_recused(view, seat, assessment));
    group
}

/// Whether a seat has handed in everything that it is asked.
fn is_in(view: &HostView, spot: &Spot, seat: SeatId) -> bool {
    asked_of(view, spot, seat).iter().all(|&assessment| {
        view.round(&spot.option, assessment, round_of(spot.place))
            .is_some_and(|round| round.handed_in.contains(&seat))
    })
}

/// Who is asked, and who of them has not handed in yet.
fn seats(view: &HostView, spot: &Spot) -> (Vec<SeatId>, Vec<SeatId>) {
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

pub(super) fn page(ctx: &Ctx) -> Page {
    match ctx.spot.place {
        Place::Ask | Place::Again => ask(ctx),
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
        Place::Ask | Place::Again => submit_ask(live, lang, library, values),
        Place::Talk => submit_talk(live, lang, library, values),
        Place::Second => match values.first().and_then(Value::pick) {
            Some(0) => live.go_place(Place::Again),
            _ => live.go_on(),
        },
        Place::Note => {
            let spot = live.spot();
            let text = Clean::line(values.first().map_or("", Value::text));
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
                Place::RevealAgain
            } else {
                Place::Reveal
            })
        }
        place => {
            if live.fresh && live.beat == 0 {
                live.beat = 1;
                return Ok(());
            }
            let spot = live.spot();
            if place == Place::Reveal && has_talk(&live.view, &spot) {
                return live.go_place(Place::Talk);
            }
            after_talk(live)
        }
    }
}

/// From the talk to a second round where it is worth one, else on.
fn after_talk(live: &mut Live) -> Result<(), Complaint> {
    let spot = live.spot();
    if spot.place != Place::RevealAgain
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

// Asking

fn sheet(view: &HostView, assessment: Assessment) -> Option<&AssessmentSheet> {
    view.info.instrument.sheet(assessment)
}

fn question(ctx: &Ctx, assessment: Assessment) -> String {
    let people = &ctx.view.info.scenario.people;
    sheet(ctx.view, assessment)
        .map_or_else(String::new, |sheet| sheet.question.about(people, ctx.lang))
}

/// The guiding questions: prompts to think with.
fn guiding(ctx: &Ctx, assessment: Assessment) -> Option<Item> {
    let people = &ctx.view.info.scenario.people;
    let sheet = sheet(ctx.view, assessment)?;
    let items = sheet
        .questions
        .iter()
        .map(|question| plain(question.text.about(people, ctx.lang)));
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
fn apology_sentences(ctx: &Ctx) -> Vec<String> {
    let people = &ctx.view.info.scenario.people;
    let Some(sheet) = sheet(ctx.view, Assessment::Apology) else {
        return Vec::new();
    };
    sheet
        .anchors
        .iter()
        .map(|anchor| anchor.text.about(people, ctx.lang))
        .collect()
}

fn ask(ctx: &Ctx) -> Page {
    let (asked, missing) = seats(ctx.view, &ctx.spot);
    if missing.is_empty() && ctx.live.over != Some(Over::Retype) {
        return ready(ctx, &asked);
    }
    if way(ctx.view) == Way::Cards {
        return cards(ctx, &asked);
    }
    let turn = &ctx.live.turn;
    let seat = turn.seat.filter(|seat| missing.contains(seat));
    if spot::alone(ctx.view) {
        return private(ctx, missing[0]);
    }
    match seat {
        Some(seat) if turn.open => private(ctx, seat),
        Some(seat) => curtain(ctx, seat, &asked, &missing),
        None if missing.len() < asked.len() => curtain(ctx, missing[0], &asked, &missing),
        None => intro(ctx, missing[0]),
    }
}

/// The question of a step: on one card, what the card is about.
fn step_title(ctx: &Ctx) -> String {
    let group = spot::group(ctx.view, &ctx.spot);
    match group[..] {
        [assessment] => question(ctx, assessment),
        _ => t!(ctx.lang, "ask-one-card", n = group.len()),
    }
}

/// What the whole room reads before it rates.
fn think(ctx: &Ctx) -> Vec<Item> {
    let group = spot::group(ctx.view, &ctx.spot);
    let mut body = Vec::new();
    if group[..] == [Assessment::Relationship] {
        body.push(Item::Small(t!(ctx.lang, "ask-service")));
    }
    for &assessment in &group {
        if group.len() > 1 {
            body.push(Item::Block(Block::Heading(4, question(ctx, assessment))));
        }
        body.extend(guiding(ctx, assessment));
    }
    body
}

fn round_words(ctx: &Ctx) -> String {
    match round_of(ctx.spot.place) {
        Round::First => String::new(),
        Round::Second => t!(ctx.lang, "ask-round-2"),
    }
}

fn cards(ctx: &Ctx, asked: &[SeatId]) -> Page {
    let lang = ctx.lang;
    let group = spot::group(ctx.view, &ctx.spot);
    let again = round_of(ctx.spot.place) == Round::Second;
    let mut page = ctx.page(
        step_title(ctx),
        if again {
            t!(lang, "cards-again-lead")
        } else {
            t!(lang, "cards-lead", n = asked.len())
        },
        t!(lang, "enter-hand-in"),
    );
    page.body = think(ctx);
    if group[..] == [Assessment::Apology] {
        let sentences = apology_sentences(ctx).into_iter().map(plain);
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
        let order: Vec<String> = seats.iter().map(ToString::to_string).collect();
        let label = if group.len() > 1 {
            words::assessment_title(lang, assessment)
        } else {
            t!(lang, "cards-label", order = order.join(" "))
        };
        page.fields.push(Field {
            value: Value::Text(ctx.text(&id, "")),
            id,
            label,
            help,
            kind: Kind::Cards(Cards {
                seats,
                answers,
                again,
            }),
            when: None,
        });
    }
    page
}

/// Before the keyboard goes round: what the room reads together.
fn intro(ctx: &Ctx, first: SeatId) -> Page {
    let lang = ctx.lang;
    let mut page = ctx.page(
        step_title(ctx),
        t!(lang, "keyboard-lead", seat = first.to_string()),
        t!(lang, "enter-pass", seat = first.to_string()),
    );
    let round = round_words(ctx);
    if !round.is_empty() {
        page.body.push(Item::Small(round));
    }
    page.body.extend(think(ctx));
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

fn private(ctx: &Ctx, seat: SeatId) -> Page {
    let lang = ctx.lang;
    let turn = &ctx.live.turn;
    let asked = asked_of(ctx.view, &ctx.spot, seat);
    let index = turn.answers.len().min(asked.len().saturating_sub(1));
    let assessment = asked[index];
    let lone = spot::alone(ctx.view);
    let place = format!(
        "{}/{}/{}/{seat}",
        assessment.id(),
        ctx.spot.option,
        round_of(ctx.spot.place).number()
    );
    let mut page = ctx.page(
        question(ctx, assessment),
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
        page.body.extend(guiding(ctx, assessment));
    }
    let rating = if assessment == Assessment::Apology {
        let mut options: Vec<Choice> = apology_sentences(ctx)
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

fn submit_ask(
    live: &mut Live,
    lang: Lang,
    library: &Library,
    values: &[Value],
) -> Result<(), Complaint> {
    let spot = live.spot();
    let (asked, missing) = seats(&live.view, &spot);
    if missing.is_empty() && live.over != Some(Over::Retype) {
        return reveal(live);
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
    let seat = live.turn.seat.filter(|seat| missing.contains(seat));
    match seat {
        Some(seat) if live.turn.open => answer(live, &spot, seat, values),
        Some(_) => {
            live.turn.open = true;
            Ok(())
        }
        None => {
            live.turn.seat = Some(missing[0]);
            // The curtain was on the screen already.
            live.turn.open = missing.len() < asked.len();
            Ok(())
        }
    }
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
        _ => Clean::line(values.get(1).map_or("", Value::text)),
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
    handed
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
                Card::Stance(_) => None,
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
        CardAnswers::Scale => msg!("cards-fault-hint"),
        CardAnswers::Apology => msg!("cards-fault-hint-apology"),
        CardAnswers::Stance => msg!("cards-fault-hint-stance"),
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
pub(super) fn reveal(live: &mut Live) -> Result<(), Complaint> {
    let spot = live.spot();
    let (what, place) = match spot.place {
        Place::Sentences => return super::letter::show(live, Private::Sentence),
        Place::Stances => return super::letter::show(live, Private::Stance),
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
    live.go(&Spot { place, ..spot })?;
    live.fresh = true;
    Ok(())
}

/// Whether to go on without those who have not handed in: what lies on the
/// table can't be taken back, and one letter is quickly pressed.
pub(super) fn confirm(ctx: &Ctx) -> Page {
    let lang = ctx.lang;
    let missing = match ctx.spot.place {
        Place::Sentences | Place::Stances => super::letter::missing(ctx.view, &ctx.spot),
        _ => seats(ctx.view, &ctx.spot).1,
    };
    let names: Vec<String> = missing.iter().map(ToString::to_string).collect();
    let mut page = ctx.page(
        t!(lang, "confirm-title", list = lang::join_and(lang, &names)),
        t!(lang, "confirm-lead"),
        t!(lang, "enter-choose"),
    );
    page.key = format!("{}/confirm", page.key);
    page.fields = vec![Field::choice(
        "confirm",
        String::new(),
        vec![
            Choice::new(t!(lang, "confirm-no"), String::new()),
            Choice::new(t!(lang, "confirm-yes"), String::new()),
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
        Place::Sentences | Place::Stances => super::letter::missing(&live.view, &spot),
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

// The reveal

fn scored(result: &OptionResult, assessment: Assessment) -> (&Scored, &Tally<11>) {
    match assessment {
        Assessment::Need => (&result.judgement.need, &result.panel.need),
        Assessment::Support => (&result.judgement.support, &result.panel.support),
        _ => (&result.judgement.relationship, &result.panel.relationship),
    }
}

fn revealed(ctx: &Ctx) -> Page {
    let lang = ctx.lang;
    let round = round_of(ctx.spot.place);
    let second = round == Round::Second;
    let lines = !ctx.live.fresh || ctx.live.beat > 0;
    let group = spot::group(ctx.view, &ctx.spot);
    let mut page = ctx.page(
        step_title(ctx),
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
    let lone = spot::alone(ctx.view);
    page.lead = match (lone, second) {
        (true, _) => t!(lang, "reveal-alone"),
        (false, false) => t!(lang, "reveal-round-1"),
        (false, true) => t!(lang, "reveal-round-2"),
    };
    let Some(option) = ctx.option() else {
        return page;
    };
    let now = result(ctx.view, option, round);
    for &assessment in &group {
        if assessment == Assessment::Apology {
            page.body.extend(apology(ctx, &now, lines));
        } else {
            page.body
                .extend(dots(ctx, &now, assessment, lines, group.len() > 1));
        }
    }
    if lines && group.len() > 1 {
        page.body.push(Item::Small(t!(lang, "reveal-legend")));
    }
    page.aside = page.body.len();
    if lines {
        if second {
            let before = result(ctx.view, option, Round::First);
            page.body.extend(moved(ctx, &before, &now, &group));
        }
        page.body.extend(reasons(ctx, &group, round));
        page.actions.insert(0, Action::Note);
        if !second {
            page.actions.insert(0, Action::Again);
        }
    }
    // The second beat only adds to what is there.
    page.key = format!("{}/{}", page.key, u8::from(lines));
    page
}

fn dots(
    ctx: &Ctx,
    now: &OptionResult,
    assessment: Assessment,
    lines: bool,
    small: bool,
) -> Vec<Item> {
    let lang = ctx.lang;
    let (scored, tally) = scored(now, assessment);
    let mut strip = memo::strip(lang, now, assessment);
    strip.label = if small {
        words::assessment_title(lang, assessment)
    } else {
        String::new()
    };
    let says = std::mem::take(&mut strip.words);
    let mut items = vec![Item::Dots(Dots {
        strip,
        lines,
        small,
    })];
    if !lines {
        return items;
    }
    let level = match (assessment, scored.level, now.judgement.class) {
        (Assessment::Relationship, _, Some(class)) => Some(words::class_name(class)),
        (_, Some(level), _) => Some(words::level_name(level)),
        _ => None,
    };
    let mut spans = Vec::new();
    if let (Some(grade), Some(level)) = (scored.grade, level) {
        let score = if spot::alone(ctx.view) {
            t!(
                lang,
                "reveal-your-score",
                grade = grade.get(),
                level = level
            )
        } else {
            t!(lang, "reveal-score", grade = grade.get(), level = level)
        };
        spans.push(Span::Strong(score));
    }
    if !spot::alone(ctx.view) {
        spans.push(Span::Text(format!(
            " {}",
            words::agreement_line(lang, scored, tally)
        )));
        if let Some(split) = words::split_line(lang, scored, tally, assessment) {
            spans.push(Span::Strong(format!(" {split}")));
        }
    }
    let _ = says;
    items.push(Item::Block(Block::Para(spans)));
    if assessment == Assessment::Relationship && !small {
        items.push(Item::Small(t!(lang, "reveal-class-means")));
    }
    items
}

fn apology(ctx: &Ctx, now: &OptionResult, lines: bool) -> Vec<Item> {
    let lang = ctx.lang;
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
            ctx.view, lang, now,
        )))));
    }
    items
}

/// What the second round moved.
fn moved(ctx: &Ctx, before: &OptionResult, now: &OptionResult, group: &[Assessment]) -> Vec<Item> {
    let lang = ctx.lang;
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
    group.iter().filter_map(line).map(Item::Small).collect()
}

/// Whether a rating's reason is one for the room: who sits out, or has no
/// basis, stands at no end.
fn speaks(rating: &SeatRating) -> bool {
    let answered = !matches!(rating.answer, AnswerWord::Abstain | AnswerWord::Recused);
    answered && !rating.reason.is_empty()
}

/// The reasons, those at the ends first.
fn reasons(ctx: &Ctx, group: &[Assessment], round: Round) -> Vec<Item> {
    let lang = ctx.lang;
    let mut items = Vec::new();
    for &assessment in group {
        let given = ctx.view.round(&ctx.spot.option, assessment, round);
        let Some(ratings) = given.and_then(|round| round.revealed.as_ref()) else {
            continue;
        };
        let mut told: Vec<&SeatRating> = ratings.iter().filter(|r| speaks(r)).collect();
        if told.is_empty() {
            continue;
        }
        // The lowest, the highest, then the others from low to high; unnamed.
        told.sort_by(|a, b| (a.answer, &a.reason).cmp(&(b.answer, &b.reason)));
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
                    Span::Strong(format!("{}  ", words::answer_name(lang, rating.answer))),
                    Span::Quote(rating.reason.to_string()),
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

// The talk

/// Whose reasons are asked for after a reveal of paper cards: one at each
/// end; on the letter everyone who named conditions.
fn speakers(view: &HostView, spot: &Spot) -> Vec<(Assessment, SeatRating)> {
    if way(view) != Way::Cards {
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
        let now = result(view, option, Round::First);
        for assessment in spot::group(view, &ctx.spot) {
            if assessment != Assessment::Apology {
                page.body
                    .extend(dots(ctx, &now, assessment, true, true).into_iter().take(1));
            }
        }
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
    let text = |i: usize| Clean::line(values.get(i).map_or("", Value::text));
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
        Some((Assessment::Apology, _)) => t!(lang, "second-apology"),
        Some((assessment, Again::Split)) => {
            t!(
                lang,
                "second-split",
                assessment = assessment_words(assessment)
            )
        }
        Some((assessment, Again::OneAnswer)) => {
            t!(
                lang,
                "second-one",
                assessment = assessment_words(assessment)
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
