//! Reading an instrument: all five assessments with all their anchors, a
//! policy that can be ruled by, and an agenda that adds up.

use super::cursor::{Cursor, Item, Read};
use crate::content::{
    AGENDA_STEPS, AgendaItem, Anchor, AnchorAt, AssessmentSheet, Instrument, Prompt, Question,
};
use crate::method::{Assessment, Policy, PolicyFault};
use crate::msg;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// The longest time box, in minutes: two days.
const MAX_MINUTES: i64 = 2880;

pub(super) fn instrument(c: &mut Cursor, table: &DeTable) -> Read<Instrument> {
    c.placeholders = true;
    let mut f = c.root(table);
    let id = c.need(&mut f, "id", "id = \"my-questions\"", Cursor::id);
    let title = c.need_text(&mut f, "title");
    let summary = c.need_text(&mut f, "summary");
    let minutes = c.need(&mut f, "minutes", "minutes = 90", |c, i| {
        minutes(c, i).map(|minutes| (minutes, i.value.span()))
    });
    let one_card = c.may(&mut f, "one_card", "one_card = true", Cursor::flag);
    let policy = c.need(&mut f, "policy", "[policy]", policy);
    let assessments = c.need(&mut f, "assessments", "[[assessments]]", assessments);
    let letter = c.need(&mut f, "letter", "[[letter]]", |c, i| {
        c.list(i, "[[letter]]", prompt)
    });
    let agenda = c.need(&mut f, "agenda", "[[agenda]]", |c, i| {
        c.some(i, "[[agenda]]", time_box)
    });
    f.get("format"); // has been looked at before
    c.finish(&f);
    if let (Ok((minutes, span)), Ok(agenda)) = (&minutes, &agenda) {
        let sum: u32 = agenda.iter().map(|item| u32::from(item.minutes)).sum();
        if sum != u32::from(*minutes) && !c.is_unsure() {
            let message = msg!("content-agenda", sum = sum, minutes = u32::from(*minutes));
            let help = msg!("content-agenda-help", sum = sum);
            c.report(span.clone(), message, help);
        }
    }
    Ok(Instrument {
        id: id?,
        title: title?,
        summary: summary?,
        minutes: minutes?.0,
        one_card: one_card?.unwrap_or_default(),
        policy: policy?,
        assessments: assessments?,
        letter: letter?,
        agenda: agenda?,
    })
}

fn minutes(c: &mut Cursor, item: &Item) -> Read<u16> {
    c.number(item, 1..=MAX_MINUTES)
}

fn policy(c: &mut Cursor, item: &Item) -> Read<Policy> {
    let mut f = c.fields(item)?;
    let point = |c: &mut Cursor, i: &Item| c.number(i, 0..=10);
    let share = |c: &mut Cursor, i: &Item| c.number(i, 0..=99);
    let version = c.need_line(&mut f, "version");
    let voluntary_from = c.need(&mut f, "voluntary_from", "voluntary_from = 7", point);
    let choice_limited_from = c.need(
        &mut f,
        "choice_limited_from",
        "choice_limited_from = 4",
        point,
    );
    let bar = c.need(&mut f, "bar", "bar = [6, 7, 8]", |c, i| three(c, i, 10));
    let floor = c.need(&mut f, "floor", "floor = [3, 4, 5]", |c, i| three(c, i, 10));
    let apology_one_in = c.need(
        &mut f,
        "apology_one_in",
        "apology_one_in = [3, 4, 5]",
        |c, i| three(c, i, 99),
    );
    let quorum = c.need(&mut f, "quorum", "quorum = 3", share);
    let split_one_in = c.need(&mut f, "split_one_in", "split_one_in = 3", share);
    c.finish(&f);
    let policy = Policy {
        version: version?,
        voluntary_from: voluntary_from?,
        choice_limited_from: choice_limited_from?,
        bar: bar?,
        floor: floor?,
        apology_one_in: apology_one_in?,
        quorum: quorum?,
        split_one_in: split_one_in?,
    };
    for fault in policy.faults() {
        let (key, message, help) = match fault {
            PolicyFault::Cuts => (
                "voluntary_from",
                msg!("content-policy-cuts"),
                msg!("content-policy-cuts-help"),
            ),
            PolicyFault::Lines => (
                "bar",
                msg!("content-policy-lines"),
                msg!("content-policy-lines-help"),
            ),
            PolicyFault::Order => (
                "bar",
                msg!("content-policy-order"),
                msg!("content-policy-order-help"),
            ),
            PolicyFault::Shares => (
                match policy {
                    Policy { quorum: 0, .. } => "quorum",
                    Policy {
                        split_one_in: 0, ..
                    } => "split_one_in",
                    _ => "apology_one_in",
                },
                msg!("content-policy-shares"),
                msg!("content-policy-shares-help"),
            ),
        };
        let span = f.get(key).map_or(item.value.span(), toml::Spanned::span);
        c.report(span, message, help);
    }
    Ok(policy)
}

/// Three numbers: for voluntary, choice-limited, captive.
fn three(c: &mut Cursor, item: &Item, max: i64) -> Read<[u8; 3]> {
    let list: Vec<u8> = c.list(item, "5", |c, i| c.number(i, 0..=max))?;
    let count = list.len();
    list.try_into().map_err(|_| {
        let message = msg!("content-three", key = item.key, count = count);
        let help = msg!("content-such-as", line = item.example.as_ref());
        c.report(item.value.span(), message, help)
    })
}

/// What a list names under a key, as far as it can be told, and where.
fn named(item: &Item, key: &str) -> Vec<(String, Range<usize>)> {
    let DeValue::Array(list) = item.value.get_ref() else {
        return Vec::new();
    };
    list.iter()
        .filter_map(|entry| {
            let value = entry.get_ref().get(key)?;
            let name = match value.get_ref() {
                DeValue::String(word) => word.trim().to_owned(),
                DeValue::Integer(number) => number.as_str().to_owned(),
                _ => return None,
            };
            Some((name, value.span()))
        })
        .collect()
}

fn assessments(c: &mut Cursor, item: &Item) -> Read<Vec<AssessmentSheet>> {
    let list = c.some(item, "[[assessments]]", sheet);
    // Entries without a name have had their say, and are not missed as well.
    let found = named(item, "id");
    let all = Assessment::ALL.map(Assessment::id);
    let understood = found.iter().all(|(id, _)| all.contains(&id.as_str()));
    if understood
        && item
            .value
            .get_ref()
            .as_array()
            .is_some_and(|list| list.len() == found.len())
    {
        c.sequence(item, &found, &all.map(str::to_owned));
    }
    list
}

fn sheet(c: &mut Cursor, item: &Item) -> Read<AssessmentSheet> {
    let mut f = c.fields(item)?;
    let id = c.need(&mut f, "id", "id = \"need\"", |c, i| {
        c.word(i, &Assessment::ALL, Assessment::id)
    });
    let question = c.need_text(&mut f, "question");
    let questions = c.need(&mut f, "questions", "[[assessments.questions]]", |c, i| {
        c.list(i, "[[assessments.questions]]", guiding)
    });
    let anchors = c.need(&mut f, "anchors", "[[assessments.anchors]]", |c, i| {
        let anchors = c.list(i, "[[assessments.anchors]]", anchor)?;
        if let Ok(id) = id {
            let expected: Vec<String> = AnchorAt::expected(id)
                .into_iter()
                .map(|at| match at {
                    AnchorAt::Number(number) => number.to_string(),
                    AnchorAt::Word(word) => word,
                })
                .collect();
            c.sequence(i, &named(i, "at"), &expected);
        }
        Ok(anchors)
    });
    c.finish(&f);
    Ok(AssessmentSheet {
        id: id?,
        question: question?,
        questions: questions?,
        anchors: anchors?,
    })
}

fn guiding(c: &mut Cursor, item: &Item) -> Read<Question> {
    let mut f = c.fields(item)?;
    let text = c.need_text(&mut f, "text");
    let why = c.need_text(&mut f, "why");
    let source = c.need_line(&mut f, "source");
    c.finish(&f);
    Ok(Question {
        text: text?,
        why: why?,
        source: source?,
    })
}

fn anchor(c: &mut Cursor, item: &Item) -> Read<Anchor> {
    let mut f = c.fields(item)?;
    let at = c.need(&mut f, "at", "at = 0", |c, i| {
        if i.value.get_ref().is_str() {
            c.line(i).map(AnchorAt::Word)
        } else {
            c.number(i, 0..=10).map(AnchorAt::Number)
        }
    });
    let text = c.need_text(&mut f, "text");
    c.finish(&f);
    Ok(Anchor {
        at: at?,
        text: text?,
    })
}

fn prompt(c: &mut Cursor, item: &Item) -> Read<Prompt> {
    let mut f = c.fields(item)?;
    let text = c.need_text(&mut f, "text");
    let source = c.need_line(&mut f, "source");
    c.finish(&f);
    Ok(Prompt {
        text: text?,
        source: source?,
    })
}

fn time_box(c: &mut Cursor, item: &Item) -> Read<AgendaItem> {
    let mut f = c.fields(item)?;
    let text = c.need_text(&mut f, "text");
    let minutes = c.need(&mut f, "minutes", "minutes = 10", minutes);
    let step = c.may(&mut f, "step", "step = \"need\"", |c, i| {
        c.word(i, &AGENDA_STEPS, |step| step)
    });
    c.finish(&f);
    Ok(AgendaItem {
        text: text?,
        minutes: minutes?,
        step: step?.map(str::to_owned),
    })
}
