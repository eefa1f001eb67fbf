//! Deciding: what each wants, the decision, its conditions, what would stop
//! it, when it is looked at again, who disagrees, who signs (METHOD.md §2.7).

use super::{
    live::{Ctx, Live},
    page::{Choice, Complaint, Field, Item, Kind, Page, Value, line},
    spot::{self, Place},
};
use crate::method::{Code, Verdict};
use crate::{
    content::Library,
    lang::{self, Lang},
    memo::{self, tree::Block, words},
    msg,
    session::{
        self, Condition, Decision, DecisionCode, KillCriterion, Private, differs, option_words,
    },
    t,
    text::Clean,
};
use jiff::civil::Date;

const CODES: [DecisionCode; 5] = [
    DecisionCode::Proceed,
    DecisionCode::ProceedWithConditions,
    DecisionCode::Redesign,
    DecisionCode::NotNow,
    DecisionCode::DoNotProceed,
];

pub(super) fn page(ctx: &Ctx) -> Page {
    match ctx.spot.place {
        Place::Stances => super::private::page(ctx, Private::Stance),
        Place::Conditions => conditions(ctx),
        Place::Owners => owners(ctx),
        Place::Kill => kill(ctx),
        Place::Review => review(ctx),
        Place::Dissent => dissent(ctx),
        Place::Sign => sign(ctx),
        _ => decision(ctx),
    }
}

/// The decision on record.
fn recorded<'a>(ctx: &'a Ctx) -> Option<&'a Decision> {
    ctx.view.decision.as_ref().map(|decided| &decided.decision)
}

fn decision(ctx: &Ctx) -> Page {
    let lang = ctx.lang;
    let view = ctx.view;
    let mut page = ctx.page(
        if spot::alone(view) {
            t!(lang, "decide-title-alone")
        } else {
            t!(lang, "decide-title")
        },
        t!(lang, "decide-lead"),
        t!(lang, "enter-record"),
    );
    let recorded = recorded(ctx);
    let about = recorded.map_or(&ctx.spot.option, |decision| &decision.option);
    let lines = ctx
        .results
        .iter()
        .zip(&view.options)
        .map(|(result, option)| {
            (
                words::option_title(lang, option),
                memo::tree::plain(words::verdict_words(lang, result)),
            )
        });
    page.body.push(Item::Small(t!(lang, "decide-rules")));
    page.body.push(Item::Block(Block::Pairs(lines.collect())));
    if view.options.len() > 1 {
        page.fields.push(Field::choice(
            "decide/option",
            t!(lang, "decide-option"),
            view.options
                .iter()
                .map(|option| Choice::new(words::option_title(lang, option), String::new()))
                .collect(),
            view.options.iter().position(|option| option.id == *about),
            false,
        ));
    }
    let result = ctx.results.iter().find(|result| result.option == *about);
    let settled = result
        .filter(|result| result.complete())
        .and_then(|result| match result.judgement.ruling.code() {
            Code::Settled(verdict) => Some(match verdict {
                Verdict::Proceed => DecisionCode::Proceed,
                Verdict::ProceedWithConditions => DecisionCode::ProceedWithConditions,
                Verdict::Redesign => DecisionCode::Redesign,
                Verdict::DoNotProceed => DecisionCode::DoNotProceed,
            }),
            Code::NotYet => None,
        });
    let picked = recorded.map(|decision| decision.code).or(settled);
    page.fields.push(Field::choice(
        "decide/code",
        t!(lang, "decide-code"),
        CODES
            .map(|code| {
                let about = match code {
                    DecisionCode::NotNow => t!(lang, "decide-not-now-about"),
                    _ => String::new(),
                };
                Choice::new(words::decision_name(code).text(lang), about)
            })
            .to_vec(),
        picked.and_then(|code| CODES.iter().position(|&c| c == code)),
        false,
    ));
    page.fields.push(ctx.line(
        "decide/reason".into(),
        t!(lang, "decide-reason"),
        t!(lang, "decide-reason-help"),
        recorded.map_or("", |decision| decision.reason.as_str()),
    ));
    page
}

/// The conditions that the session proposes, in words.
fn proposed(ctx: &Ctx) -> Vec<String> {
    let about = recorded(ctx).map_or(&ctx.spot.option, |decision| &decision.option);
    let option = spot::option(ctx.view, about);
    let result = ctx.results.iter().find(|result| result.option == *about);
    match (option, result) {
        (Some(option), Some(result)) => memo::proposed(ctx.view, ctx.lang, option, result),
        _ => Vec::new(),
    }
}

fn conditions(ctx: &Ctx) -> Page {
    let lang = ctx.lang;
    let mut page = ctx.page(
        t!(lang, "conditions-title"),
        t!(lang, "conditions-lead"),
        t!(lang, "enter-on"),
    );
    let proposed = proposed(ctx);
    let has = |text: &String| {
        recorded(ctx).is_some_and(|d| d.conditions.iter().any(|c| c.text.as_str() == text))
    };
    let ticks = proposed.iter().map(has).collect();
    page.fields = vec![Field {
        id: "decide/proposed".into(),
        label: String::new(),
        help: t!(lang, "conditions-help"),
        kind: Kind::Ticks {
            items: proposed,
            columns: Vec::new(),
        },
        value: Value::Ticks(ticks),
        when: None,
    }];
    page
}

fn day(lang: Lang, date: Option<Date>) -> String {
    date.map_or_else(String::new, |date| lang::date(lang, date))
}

fn owners(ctx: &Ctx) -> Page {
    let lang = ctx.lang;
    let mut page = ctx.page(
        t!(lang, "owners-title"),
        t!(lang, "owners-lead"),
        t!(lang, "enter-on"),
    );
    let given = recorded(ctx).map_or(&[][..], |decision| &decision.conditions);
    let given = given
        .iter()
        .map(|c| vec![c.text.to_string(), c.owner.to_string(), day(lang, c.by)])
        .collect();
    page.fields = vec![ctx.rows(
        "decide/conditions",
        vec![
            t!(lang, "owners-condition"),
            t!(lang, "owners-owner"),
            t!(lang, "owners-by"),
        ],
        given,
        t!(lang, "rows-help-date"),
    )];
    page
}

fn kill(ctx: &Ctx) -> Page {
    let lang = ctx.lang;
    let mut page = ctx.page(
        t!(lang, "kill-title"),
        t!(lang, "kill-lead"),
        t!(lang, "enter-on"),
    );
    let given = recorded(ctx).map_or(&[][..], |decision| &decision.kill_criteria);
    let given = given
        .iter()
        .map(|k| vec![k.text.to_string(), day(lang, k.by)])
        .collect();
    page.fields = vec![ctx.rows(
        "decide/kill",
        vec![t!(lang, "kill-state"), t!(lang, "kill-by")],
        given,
        t!(lang, "rows-help-date"),
    )];
    page
}

fn review(ctx: &Ctx) -> Page {
    let lang = ctx.lang;
    let decision = recorded(ctx);
    let not_now = decision.is_some_and(|d| d.code == DecisionCode::NotNow);
    let mut page = ctx.page(
        t!(lang, "review-title"),
        if not_now {
            t!(lang, "review-lead-not-now")
        } else {
            t!(lang, "review-lead")
        },
        t!(lang, "enter-on"),
    );
    let watch = decision.map_or(&[][..], |decision| &decision.watch);
    let watch = watch.iter().map(|w| vec![w.to_string()]).collect();
    page.fields = vec![
        ctx.rows(
            "decide/watch",
            vec![t!(lang, "review-watch")],
            watch,
            t!(lang, "rows-help"),
        ),
        ctx.line(
            "decide/review".into(),
            t!(lang, "review-date"),
            t!(lang, "review-date-help"),
            &day(lang, decision.and_then(|decision| decision.review)),
        ),
    ];
    page
}

fn dissent(ctx: &Ctx) -> Page {
    let lang = ctx.lang;
    let mut page = ctx.page(
        t!(lang, "dissent-title"),
        t!(lang, "dissent-lead"),
        t!(lang, "enter-on"),
    );
    let given = recorded(ctx).map_or(&[][..], |decision| &decision.dissent);
    let given = given.iter().map(|d| vec![d.to_string()]).collect();
    page.fields = vec![ctx.rows(
        "decide/dissent",
        vec![t!(lang, "dissent-note")],
        given,
        t!(lang, "rows-help"),
    )];
    page
}

fn sign(ctx: &Ctx) -> Page {
    let lang = ctx.lang;
    let mut page = ctx.page(
        t!(lang, "sign-title"),
        t!(lang, "sign-lead"),
        t!(lang, "enter-memo"),
    );
    let Some(decision) = recorded(ctx) else {
        return page;
    };
    page.body.push(Item::Block(Block::Para(memo::tree::plain(t!(
        lang,
        "sign-what",
        option = option_words(&decision.option),
        decision = words::decision_name(decision.code)
    )))));
    let by: Vec<String> = decision.by.iter().map(ToString::to_string).collect();
    page.fields = vec![ctx.line(
        "decide/sign".into(),
        t!(lang, "sign-label"),
        t!(lang, "sign-help"),
        &by.join(", "),
    )];
    page
}

pub(super) fn submit(
    live: &mut Live,
    lang: Lang,
    library: &Library,
    values: &[Value],
) -> Result<(), Complaint> {
    let place = live.spot().place;
    let text = |i: usize| line(values, i);
    match place {
        Place::Stances => {
            return super::private::submit(live, Private::Stance, lang, library, values);
        }
        Place::Decision => return decide(live, values),
        _ => {}
    }
    let Some(mut decision) = live.view.decision.as_ref().map(|d| d.decision.clone()) else {
        return live.go_place(Place::Decision);
    };
    match place {
        Place::Conditions => {
            let proposed = proposed(&live.ctx(lang, library));
            let ticks = values.first().map_or(&[][..], Value::ticks);
            for (text, &on) in proposed.iter().zip(ticks) {
                let at = decision
                    .conditions
                    .iter()
                    .position(|c| c.text.as_str() == text);
                match (on, at) {
                    (true, None) => decision.conditions.push(Condition {
                        text: Clean::line(text),
                        owner: Clean::default(),
                        by: None,
                    }),
                    (false, Some(at)) => {
                        decision.conditions.remove(at);
                    }
                    _ => {}
                }
            }
        }
        Place::Owners => {
            decision.conditions = cells(values, 3)
                .into_iter()
                .map(|(row, [text, owner, by])| {
                    Ok(Condition {
                        text: needed(row, &text)?,
                        owner: Clean::name(&owner),
                        by: date(0, &by).map_err(|complaint| complaint.cell(row, 2))?,
                    })
                })
                .collect::<Result<_, Complaint>>()?;
        }
        Place::Kill => {
            decision.kill_criteria = cells(values, 2)
                .into_iter()
                .map(|(row, [text, by, _])| {
                    Ok(KillCriterion {
                        text: needed(row, &text)?,
                        by: date(0, &by).map_err(|complaint| complaint.cell(row, 1))?,
                    })
                })
                .collect::<Result<_, Complaint>>()?;
        }
        Place::Review => {
            let watch = cells(values, 1);
            decision.watch = watch
                .iter()
                .map(|(_, [text, ..])| Clean::line(text))
                .collect();
            decision.review = date(1, values.get(1).map_or("", Value::text))?;
        }
        Place::Dissent => {
            let notes = cells(values, 1);
            decision.dissent = notes
                .iter()
                .map(|(_, [text, ..])| Clean::line(text))
                .collect();
        }
        _ => {
            decision.by = text(0)
                .as_str()
                .split([',', ';'])
                .map(Clean::name)
                .filter(|name| !name.is_empty())
                .collect();
        }
    }
    if live.view.decision.as_ref().map(|d| &d.decision) != Some(&decision) {
        live.command(session::Action::Decide(decision))?;
    }
    go_on(live)
}

/// The rows of the first field in which something stands, each with its
/// number and three cells.
fn cells(values: &[Value], columns: usize) -> Vec<(usize, [String; 3])> {
    let Some(Value::Rows(rows)) = values.first() else {
        return Vec::new();
    };
    rows.iter()
        .enumerate()
        .filter(|(_, row)| row.iter().any(|cell| !cell.trim().is_empty()))
        .map(|(at, row)| {
            let mut row = row.iter().take(columns).cloned();
            (at, std::array::from_fn(|_| row.next().unwrap_or_default()))
        })
        .collect()
}

/// A row says what it is about.
fn needed(row: usize, text: &str) -> Result<Clean, Complaint> {
    let text = Clean::line(text);
    if text.is_empty() {
        return Err(
            Complaint::at(0, msg!("rows-empty"), Some(msg!("rows-empty-hint"))).cell(row, 0),
        );
    }
    Ok(text)
}

fn date(field: usize, text: &str) -> Result<Option<Date>, Complaint> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    match lang::read_date(text) {
        Some(date) => Ok(Some(date)),
        None => Err(Complaint::at(
            field,
            msg!("date-fault", text = Clean::name(text).as_str()),
            Some(msg!("date-fault-hint")),
        )),
    }
}

fn decide(live: &mut Live, values: &[Value]) -> Result<(), Complaint> {
    let several = live.view.options.len() > 1;
    let at = usize::from(several);
    let pick = |i: usize| values.get(i).and_then(Value::pick);
    let option = if several {
        pick(0).and_then(|i| live.view.options.get(i))
    } else {
        live.view.options.first()
    };
    let option = option.map_or_else(|| "a".to_owned(), |option| option.id.clone());
    let Some(code) = pick(at).and_then(|i| CODES.get(i)).copied() else {
        return Err(Complaint::at(
            at,
            msg!("private-none"),
            Some(msg!("decide-none-hint")),
        ));
    };
    let reason = line(values, at + 1);
    let recorded = live.view.decision.as_ref().map(|d| &d.decision);
    let before = recorded.filter(|d| d.option == option).cloned();
    let decision = match before {
        Some(before) => Decision {
            code,
            reason,
            ..before
        },
        None => Decision {
            option,
            code,
            reason,
            by: Vec::new(),
            conditions: Vec::new(),
            kill_criteria: Vec::new(),
            watch: Vec::new(),
            review: None,
            dissent: Vec::new(),
        },
    };
    if recorded != Some(&decision) {
        let differing = session::results(&live.view)
            .iter()
            .any(|result| result.option == decision.option && differs(code, result));
        let field = Some(at + 1).filter(|_| differing && decision.reason.is_empty());
        live.command(session::Action::Decide(decision))
            .map_err(|complaint| Complaint { field, ..complaint })?;
    }
    let goes = matches!(
        code,
        DecisionCode::Proceed | DecisionCode::ProceedWithConditions | DecisionCode::Redesign
    );
    let next = if goes && !spot::quick(&live.view) {
        Place::Conditions
    } else {
        Place::Review
    };
    live.go_place(next)
}

/// To the next page of the decision.
fn go_on(live: &mut Live) -> Result<(), Complaint> {
    let next = match live.spot().place {
        Place::Conditions => Place::Owners,
        Place::Owners => Place::Kill,
        Place::Kill => Place::Review,
        Place::Review if spot::quick(&live.view) => Place::Sign,
        Place::Review => Place::Dissent,
        Place::Dissent => Place::Sign,
        _ => return live.go_on(),
    };
    live.go_place(next)
}
