//! What each writes alone: the key sentence of the letter, and, before the
//! decision, whether they want this. It goes the way of a rating: sealed until
//! all are in, then on the table without names.

use super::{
    live::{Ctx, Live},
    page::{
        Card, CardAnswers, Cards, Choice, Complaint, Field, Item, Kind, Look, Page, Value, line,
    },
    rate::{self, Turn},
    spot::{self, Place, Spot},
};
use crate::{
    content::Library,
    lang::Lang,
    memo::tree::{Block, Span, plain},
    method::Assessment,
    msg,
    session::{self, HostView, Info, Private, SeatId, SeatWords, Secret, View, Way, Words},
    t,
    text::Clean,
};

/// Who has not written yet.
pub(super) fn missing<R, T>(view: &View<R, T>, spot: &Spot) -> Vec<SeatId> {
    let what = match spot.place {
        Place::Stances => Private::Stance,
        _ => Private::Sentence,
    };
    let texts = view.texts.get(&(what, spot.option.clone()));
    let seats = view.info.seats.iter().map(|seat| seat.id);
    seats
        .filter(|seat| texts.is_none_or(|texts| !texts.handed_in.contains(seat)))
        .collect()
}

/// What was written, once it is on the table.
pub(super) fn shown<'a, R, T>(
    view: &'a View<R, T>,
    what: Private,
    option: &str,
) -> Option<&'a [T]> {
    view.texts
        .get(&(what, option.to_owned()))
        .and_then(|texts| texts.shown.as_deref())
}

/// The page on which each one's words are asked, or lie on the table.
pub(super) fn page(ctx: &Ctx, what: Private) -> Page {
    if let Some(words) = shown(ctx.view, what, &ctx.spot.option) {
        return table(ctx, what, words);
    }
    let missing = missing(ctx.view, &ctx.spot);
    let all: Vec<SeatId> = ctx.view.info.seats.iter().map(|seat| seat.id).collect();
    if rate::way(ctx.view) == Way::Cards {
        return cards(ctx, what);
    }
    if missing.is_empty() {
        return ready(ctx, what, all.len());
    }
    if spot::alone(ctx.view) {
        return alone(ctx, what, missing[0]);
    }
    rate::round(
        ctx,
        &all,
        &missing,
        |first| intro(ctx, what, first),
        |seat| alone(ctx, what, seat),
    )
}

pub(super) fn title(lang: Lang, info: &Info, what: Private) -> String {
    match what {
        Private::Sentence => {
            let sheet = info.instrument.sheet(Assessment::Apology);
            sheet.map_or_else(String::new, |sheet| {
                sheet.question.about(&info.scenario.people, lang)
            })
        }
        Private::Stance => t!(lang, "stand-title"),
    }
}

/// What to think of first.
pub(super) fn prompts(lang: Lang, info: &Info, what: Private) -> Vec<Item> {
    if what == Private::Stance {
        return Vec::new();
    }
    let people = &info.scenario.people;
    let prompts = info.instrument.letter.iter();
    let items = prompts.map(|prompt| plain(prompt.text.about(people, lang)));
    vec![Item::Block(Block::List(items.collect()))]
}

fn intro(ctx: &Ctx, what: Private, first: SeatId) -> Page {
    let lang = ctx.lang;
    let mut page = ctx.page(
        title(lang, &ctx.view.info, what),
        t!(lang, "keyboard-lead", seat = first.to_string()),
        t!(lang, "enter-pass", seat = first.to_string()),
    );
    page.body.extend(prompts(lang, &ctx.view.info, what));
    page
}

/// One person's words, alone.
fn alone(ctx: &Ctx, what: Private, seat: SeatId) -> Page {
    let lang = ctx.lang;
    let lone = spot::alone(ctx.view);
    let mut page = ctx.page(
        title(lang, &ctx.view.info, what),
        match what {
            Private::Sentence => t!(lang, "sentence-lead"),
            Private::Stance => t!(lang, "stand-lead"),
        },
        t!(lang, "enter-hand-in"),
    );
    page.key = format!("{}/{seat}", page.key);
    if lone {
        page.body.extend(prompts(lang, &ctx.view.info, what));
    } else {
        page.look = Look::Private;
        page.body.push(Item::Small(t!(
            lang,
            "private-who",
            seat = seat.to_string()
        )));
    }
    let id = |part: &str| format!("{part}/{}/{seat}", ctx.spot.option);
    page.fields = match what {
        Private::Sentence => vec![ctx.line(
            id("sentence"),
            t!(lang, "sentence-label"),
            t!(lang, "sentence-help"),
            &format!("{} ", t!(lang, "sentence-start")),
        )],
        Private::Stance => vec![
            Field::choice(
                id("stance"),
                String::new(),
                vec![
                    Choice::new(t!(lang, "stand-yes"), String::new()),
                    Choice::new(t!(lang, "stand-no"), String::new()),
                ],
                None,
                false,
            ),
            ctx.line(
                id("because"),
                t!(lang, "stand-because"),
                t!(lang, "stand-because-help"),
                "",
            ),
        ],
    };
    page
}

fn ready(ctx: &Ctx, what: Private, n: usize) -> Page {
    let lang = ctx.lang;
    let mut page = ctx.page(
        t!(lang, "ready-title", n = n),
        match what {
            Private::Sentence => t!(lang, "ready-sentences"),
            Private::Stance => t!(lang, "ready-stances"),
        },
        t!(lang, "enter-table"),
    );
    page.key = format!("{}/ready", page.key);
    page.body
        .push(Item::Big(t!(lang, "ready-big", n = n, all = n)));
    page
}

/// From paper: the sentences that the scribe wants to use, or how each
/// stands.
fn cards(ctx: &Ctx, what: Private) -> Page {
    let lang = ctx.lang;
    let seats: Vec<SeatId> = ctx.view.info.seats.iter().map(|seat| seat.id).collect();
    let mut page = ctx.page(
        title(lang, &ctx.view.info, what),
        match what {
            Private::Sentence => t!(lang, "sentences-cards-lead"),
            Private::Stance => t!(lang, "stances-cards-lead"),
        },
        t!(lang, "enter-on"),
    );
    page.body.extend(prompts(lang, &ctx.view.info, what));
    page.fields = match what {
        Private::Sentence => seats
            .iter()
            .map(|seat| {
                ctx.line(
                    format!("sentence/{}/{seat}", ctx.spot.option),
                    seat.to_string(),
                    t!(lang, "sentences-cards-help"),
                    "",
                )
            })
            .collect(),
        Private::Stance => {
            let id = format!("stances/{}", ctx.spot.option);
            let pile = Cards {
                seats,
                answers: CardAnswers::Stance,
                again: false,
            };
            vec![
                ctx.cards(id, t!(lang, "cards-help-stance"), pile),
                ctx.rows(
                    &format!("because/{}", ctx.spot.option),
                    vec![t!(lang, "stand-who"), t!(lang, "stand-because")],
                    Vec::new(),
                    t!(lang, "stand-because-cards"),
                ),
            ]
        }
    };
    page
}

/// What each wrote, on the table.
fn table(ctx: &Ctx, what: Private, written: &[SeatWords]) -> Page {
    let lang = ctx.lang;
    let (title, lead) = told_title(lang, what);
    let quick = what == Private::Sentence && spot::quick(ctx.view);
    let lead = if quick { String::new() } else { lead };
    let mut page = ctx.page(title, lead, t!(lang, "enter-on"));
    page.key = format!("{}/table", page.key);
    page.body = told(lang, what, written);
    page
}

/// Over what lies on the table: a title, and what to do with it.
pub(super) fn told_title(lang: Lang, what: Private) -> (String, String) {
    match what {
        Private::Sentence => (t!(lang, "sentences-title"), t!(lang, "sentences-lead")),
        Private::Stance => (t!(lang, "stances-title"), t!(lang, "stances-lead")),
    }
}

/// What each wrote, without names.
pub(super) fn told<T: AsRef<Words>>(lang: Lang, what: Private, written: &[T]) -> Vec<Item> {
    let mut body = Vec::new();
    if what == Private::Stance {
        body.push(Item::Block(Block::Para(plain(stance_counts(
            lang, written,
        )))));
    }
    let mut told: Vec<&Words> = written.iter().map(AsRef::as_ref).collect();
    told.retain(|words| !words.text.is_empty());
    told.sort_by(|a, b| (b.wants, &a.text).cmp(&(a.wants, &b.text)));
    let items = told
        .into_iter()
        .map(|words| {
            let mut line = Vec::new();
            if what == Private::Stance {
                line.push(Span::Strong(format!(
                    "{}  ",
                    stance_word(lang, words.wants)
                )));
            }
            line.push(Span::Quote(words.text.to_string()));
            line
        })
        .collect();
    body.push(Item::Block(Block::List(items)));
    body
}

fn stance_word(lang: Lang, wants: Option<bool>) -> String {
    if wants == Some(true) {
        t!(lang, "stand-word-yes")
    } else {
        t!(lang, "stand-word-no")
    }
}

/// "Want this: 4. Do not: 3."
fn stance_counts<T: AsRef<Words>>(lang: Lang, written: &[T]) -> String {
    let wants = || written.iter().map(|words| words.as_ref().wants);
    let count = |wanted| wants().filter(|&wants| wants == wanted).count();
    t!(
        lang,
        "stance-counts",
        yes = count(Some(true)),
        no = count(Some(false))
    )
}

pub(super) fn submit(
    live: &mut Live,
    what: Private,
    lang: Lang,
    library: &Library,
    values: &[Value],
) -> Result<(), Complaint> {
    let spot = live.spot();
    if shown(&live.view, what, &spot.option).is_some() {
        return after(live, what);
    }
    if rate::way(&live.view) == Way::Cards {
        let written = match what {
            Private::Sentence => sentences(&live.view, values),
            Private::Stance => stances(&live.page(lang, library), values)?,
        };
        if written.is_empty() {
            return after(live, what);
        }
        write(live, what, written, true)?;
        return match what {
            Private::Sentence => after(live, what),
            Private::Stance => Ok(()),
        };
    }
    let missing = missing(&live.view, &spot);
    let lone = spot::alone(&live.view);
    if missing.is_empty() {
        return show(live, what);
    }
    let seat = if lone {
        missing[0]
    } else if let Some(seat) = live.turn.seated(&missing) {
        seat
    } else {
        let all = live.view.info.seats.len();
        live.turn.pass(&missing, all);
        return Ok(());
    };
    let words = words_of(what, values)?;
    if words.text.is_empty() && what == Private::Sentence {
        // Alone one may pass it over; in a group everyone writes one.
        return if lone {
            after(live, what)
        } else {
            Err(Complaint::at(
                0,
                msg!("sentence-empty"),
                Some(msg!("sentence-empty-hint")),
            ))
        };
    }
    write(live, what, vec![(seat, words)], lone)?;
    live.turn = Turn::default();
    if lone { after(live, what) } else { Ok(()) }
}

/// The sentences typed from paper, in the order of the seats.
fn sentences(view: &HostView, values: &[Value]) -> Vec<(SeatId, Words)> {
    let seats = view.info.seats.iter();
    let texts = seats.zip(values).map(|(seat, value)| {
        let text = Clean::line(value.text());
        (seat.id, Words { wants: None, text })
    });
    texts.filter(|(_, words)| !words.text.is_empty()).collect()
}

/// How each stands, typed from paper; no answer is left out.
fn stances(page: &Page, values: &[Value]) -> Result<Vec<(SeatId, Words)>, Complaint> {
    let Some(Kind::Cards(cards)) = page.fields.first().map(|field| &field.kind) else {
        return Ok(Vec::new());
    };
    let read = rate::read_cards(0, cards, values.first().map_or("", Value::text))?;
    let mut because = reasons(&cards.seats, values)?;
    let stance = |(&seat, card): (&SeatId, Card)| {
        let Card::Stance(Some(wants)) = card else {
            return None;
        };
        let at = because.iter().position(|(who, _)| *who == seat);
        let words = Words {
            wants: Some(wants),
            text: at.map(|at| because.swap_remove(at).1).unwrap_or_default(),
        };
        Some((seat, words))
    };
    Ok(cards.seats.iter().zip(read).filter_map(stance).collect())
}

/// The reasons typed beside the cards, a row each: whose, and what it says.
fn reasons(seats: &[SeatId], values: &[Value]) -> Result<Vec<(SeatId, Clean)>, Complaint> {
    let Some(Value::Rows(rows)) = values.get(1) else {
        return Ok(Vec::new());
    };
    let cell = |row: &[String], i: usize| row.get(i).map_or("", String::as_str).trim().to_owned();
    let mut reasons: Vec<(SeatId, Clean)> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let (who, text) = (cell(row, 0), Clean::line(&cell(row, 1)));
        if who.is_empty() && text.is_empty() {
            continue;
        }
        // `3` is P3 here: nobody types the P.
        let number = who.parse().ok().and_then(SeatId::new);
        let seat = SeatId::parse(&who).or(number);
        let seat = seat
            .filter(|seat| seats.contains(seat) && !reasons.iter().any(|(other, _)| other == seat));
        let Some(seat) = seat else {
            let known: Vec<String> = seats.iter().map(ToString::to_string).collect();
            return Err(Complaint::at(
                1,
                msg!("stand-who-fault"),
                Some(msg!("hint-one-of", list = known.join(", "))),
            )
            .cell(at, 0));
        };
        reasons.push((seat, text));
    }
    Ok(reasons)
}

/// What one person has answered.
fn words_of(what: Private, values: &[Value]) -> Result<Words, Complaint> {
    let text = |i: usize| line(values, i);
    if what == Private::Sentence {
        let sentence = text(0);
        // What stood there to begin with is no sentence.
        let started = Lang::ALL
            .iter()
            .any(|&lang| sentence.as_str() == t!(lang, "sentence-start"));
        return Ok(Words {
            wants: None,
            text: if started { Clean::default() } else { sentence },
        });
    }
    let Some(pick) = values.first().and_then(Value::pick) else {
        return Err(Complaint::at(
            0,
            msg!("private-none"),
            Some(msg!("stand-none-hint")),
        ));
    };
    Ok(Words {
        wants: Some(pick == 0),
        text: text(1),
    })
}

fn write(
    live: &mut Live,
    what: Private,
    written: Vec<(SeatId, Words)>,
    show: bool,
) -> Result<(), Complaint> {
    let option = live.spot().option;
    let words = written
        .into_iter()
        .map(|(seat, words)| (seat, Secret::new(words)))
        .collect();
    live.command(session::Action::Write {
        what,
        option,
        words,
        show,
    })
}

/// Lays on the table what was written.
pub(super) fn show(live: &mut Live, what: Private) -> Result<(), Complaint> {
    let option = live.spot().option;
    live.turn = Turn::default();
    live.command(session::Action::Show { what, option })
}

/// What comes behind the words on the table.
fn after(live: &mut Live, what: Private) -> Result<(), Complaint> {
    match what {
        Private::Sentence if spot::quick(&live.view) => live.go_place(Place::Ask),
        Private::Sentence => live.go_place(Place::Letter),
        Private::Stance => live.go_place(Place::Decision),
    }
}
