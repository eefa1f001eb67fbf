//! Reading a scenario. A real case has an `[outcome]` and must say all; an
//! idea of one's own may leave out what a room can do without, and may be in
//! one language (`lang = "nl"`).

use super::KnownIds;
use super::cursor::{Cursor, Item, Read, suggest};
use crate::content::diagnostic::quote;
use crate::content::{
    Confidence, Difference, Disguise, Fact, Idea, LegalView, OptionCard, Outcome, OutcomeClass,
    RealApology, Regret, Relation, Scenario, Sector, Stakeholder, TimelineEntry,
};
use crate::lang::Lang;
use crate::method::Legal;
use crate::msg;
use crate::text::nearest;
use std::collections::BTreeSet;
use toml::de::DeTable;

pub(super) fn scenario(c: &mut Cursor, table: &DeTable, known: &KnownIds) -> Read<Scenario> {
    let mut f = c.root(table);
    let real = table.contains_key("outcome");
    language(c, table, real);
    let id = c.need(&mut f, "id", "id = \"my-idea\"", Cursor::id);
    let title = c.need_text(&mut f, "title");
    let organisation = c.need_text(&mut f, "organisation");
    let sector = c.need_if(real, &mut f, "sector", "sector = \"banking\"", |c, i| {
        c.word(i, Sector::ALL, Sector::id)
    });
    let country = c.may(&mut f, "country", "country = \"NL\"", country);
    let year = c.need_if(real, &mut f, "year", "year = 2014", |c, i| {
        c.number(i, 1900..=2100)
    });
    let as_of = c.need_if(real, &mut f, "as_of", "as_of = 2014-03-09", Cursor::day);
    // From here on, up to the outcome, nothing may be told that the room is
    // not to know.
    if real && let Ok(Some(day)) = &as_of {
        c.latest = Some(day.year());
    }
    let disguise = c.need_if(real, &mut f, "disguise", "[disguise]", disguise);
    let people = c.need(
        &mut f,
        "people",
        "people = { en = \"customers\", nl = \"klanten\" }",
        Cursor::text,
    );
    let relationship = c.need_if(
        real,
        &mut f,
        "relationship",
        "relationship = [\"voluntary\"]",
        |c, i| {
            c.list(i, "\"voluntary\"", |c, i| {
                c.word(i, Relation::ALL, Relation::id)
            })
        },
    );
    let idea = c.need(&mut f, "idea", "[idea]", |c, i| idea(c, i, real));
    let facts = c.need_if(real, &mut f, "facts", "[[facts]]", |c, i| {
        c.list(i, "[[facts]]", |c, i| fact(c, i, known))
    });
    let options = c.need(&mut f, "options", "[[options]]", options);
    let legal = c.need_if(real, &mut f, "legal", "[legal]", legal);
    let stakeholders = c.need_if(real, &mut f, "stakeholders", "[[stakeholders]]", |c, i| {
        c.list(i, "[[stakeholders]]", stakeholder)
    });
    let twins = c.may(&mut f, "twins", "twins = [\"…\"]", |c, i| {
        c.list(i, "\"…\"", |c, i| twin(c, i, known))
    });
    c.latest = None;
    c.hidden.clear();
    let outcome = c.may(&mut f, "outcome", "[outcome]", |c, i| {
        outcome(c, i, twins.as_ref().ok().and_then(Option::as_ref))
    });
    // These two have been looked at before.
    f.get("lang");
    f.get("format");
    c.finish(&f);
    Ok(Scenario {
        id: id?,
        title: title?,
        organisation: organisation?,
        sector: sector?.unwrap_or(Sector::Other),
        country: country?,
        year: year?,
        as_of: as_of?,
        disguise: disguise?,
        people: people?,
        relationship: relationship?.unwrap_or_default(),
        idea: idea?,
        facts: facts?.unwrap_or_default(),
        options: options?,
        legal: legal?,
        stakeholders: stakeholders?.unwrap_or_default(),
        twins: twins?.unwrap_or_default(),
        outcome: outcome?,
    })
}

/// Sets the language of plain texts, where the file declares one.
fn language(c: &mut Cursor, table: &DeTable, real: bool) {
    let mut f = c.root(table);
    let lang = c.may(&mut f, "lang", "lang = \"nl\"", |c, i| {
        let lang = c.word(i, &Lang::ALL, Lang::code)?;
        if real {
            let help = msg!("content-lang-help");
            return Err(c.report(i.value.span(), msg!("content-lang"), help));
        }
        Ok(lang)
    });
    // After a fault here plain texts are not each a fault as well.
    c.single = lang.unwrap_or(Some(Lang::En));
}

fn country(c: &mut Cursor, item: &Item) -> Read<String> {
    let code = c.line(item)?;
    if code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase()) {
        return Ok(code);
    }
    let message = msg!("content-country", found = quote(&code));
    Err(c.report(item.value.span(), message, msg!("content-country-help")))
}

fn twin(c: &mut Cursor, item: &Item, known: &KnownIds) -> Read<String> {
    let id = c.id(item)?;
    let Some(ids) = known.ids().filter(|ids| !ids.contains(&id)) else {
        return Ok(id);
    };
    let help = match nearest(&id, ids.iter().map(String::as_str)) {
        Some(near) => msg!("content-mean", word = near),
        None => msg!("content-twin-help"),
    };
    let message = msg!("content-twin", id = &id);
    Err(c.report(item.value.span(), message, help))
}

fn disguise(c: &mut Cursor, item: &Item) -> Read<Disguise> {
    let mut f = c.fields(item)?;
    let hides = c.may(&mut f, "hides", "hides = [\"…\"]", |c, i| {
        c.list(i, "\"…\"", Cursor::line)
    });
    if let Ok(Some(names)) = &hides {
        c.hidden.clone_from(names);
    }
    let title = c.need_text(&mut f, "title");
    let organisation = c.need_text(&mut f, "organisation");
    c.finish(&f);
    Ok(Disguise {
        title: title?,
        organisation: organisation?,
        hides: hides?.unwrap_or_default(),
    })
}

fn idea(c: &mut Cursor, item: &Item, real: bool) -> Read<Idea> {
    let mut f = c.fields(item)?;
    let summary = c.need_text(&mut f, "summary");
    let data = c.text_if(real, &mut f, "data");
    let about = c.text_if(real, &mut f, "about");
    let purpose = c.text_if(real, &mut f, "purpose");
    let payer = c.text_if(real, &mut f, "payer");
    let gains = c.text_if(real, &mut f, "gains");
    let returns = c.text_if(real, &mut f, "returns");
    let revenue = c.text_if(false, &mut f, "revenue");
    let cost_of_not = c.text_if(false, &mut f, "cost_of_not");
    let consent = c.text_if(real, &mut f, "consent");
    let letter = c.text_if(real, &mut f, "letter");
    c.finish(&f);
    Ok(Idea {
        summary: summary?,
        data: data?,
        about: about?,
        purpose: purpose?,
        payer: payer?,
        gains: gains?,
        returns: returns?,
        revenue: revenue?,
        cost_of_not: cost_of_not?,
        consent: consent?,
        letter: letter?,
    })
}

fn fact(c: &mut Cursor, item: &Item, known: &KnownIds) -> Read<Fact> {
    let mut f = c.fields(item)?;
    let text = c.need_text(&mut f, "text");
    let source = c.need_line(&mut f, "source");
    let tells = c.may(&mut f, "tells", "tells = \"…\"", |c, i| twin(c, i, known));
    c.finish(&f);
    Ok(Fact {
        text: text?,
        source: source?,
        tells: tells?,
    })
}

/// The options: at least one, the first of them `a`, no letter twice.
fn options(c: &mut Cursor, item: &Item) -> Read<Vec<OptionCard>> {
    let mut seen = BTreeSet::new();
    let mut first = true;
    c.some(item, "[[options]]", |c, i| {
        let is_first = std::mem::take(&mut first);
        let mut f = c.fields(i)?;
        let id = c.need(&mut f, "id", "id = \"a\"", |c, i| {
            option_id(c, i, is_first, &mut seen)
        });
        let name = c.need_text(&mut f, "name");
        let summary = c.need_text(&mut f, "summary");
        let changes_service = c.may(
            &mut f,
            "changes_service",
            "changes_service = true",
            Cursor::flag,
        );
        let invented = c.may(&mut f, "invented", "invented = true", Cursor::flag);
        let legal = c.may(&mut f, "legal", "[options.legal]", legal);
        c.finish(&f);
        Ok(OptionCard {
            id: id?,
            name: name?,
            summary: summary?,
            changes_service: changes_service?.unwrap_or_default(),
            invented: invented?.unwrap_or_default(),
            legal: legal?,
        })
    })
}

fn option_id(
    c: &mut Cursor,
    item: &Item,
    is_first: bool,
    seen: &mut BTreeSet<String>,
) -> Read<String> {
    let id = c.line(item)?;
    if !matches!(id.as_bytes(), [b'a'..=b'z']) {
        let message = msg!("content-option-id", id = quote(&id));
        return Err(c.report(item.value.span(), message, msg!("content-option-id-help")));
    }
    if is_first && id != "a" && !c.is_unsure() {
        let message = msg!("content-option-first", id = &id);
        let help = msg!("content-option-first-help");
        return Err(c.report(item.value.span(), message, help));
    }
    if !seen.insert(id.clone()) {
        let message = msg!("content-twice", key = "options", id = &id);
        return Err(c.report(item.value.span(), message, msg!("content-option-id-help")));
    }
    Ok(id)
}

fn legal(c: &mut Cursor, item: &Item) -> Read<LegalView> {
    let mut f = c.fields(item)?;
    let state = c.need(&mut f, "state", "state = \"open\"", |c, i| {
        c.word(i, &Legal::ALL, Legal::id)
    });
    let why = c.need_text(&mut f, "why");
    let questions = c.may(
        &mut f,
        "questions",
        "questions = [{ en = \"…\", nl = \"…\" }]",
        Cursor::texts,
    );
    c.finish(&f);
    Ok(LegalView {
        state: state?,
        why: why?,
        questions: questions?.unwrap_or_default(),
    })
}

fn stakeholder(c: &mut Cursor, item: &Item) -> Read<Stakeholder> {
    let mut f = c.fields(item)?;
    let name = c.need_text(&mut f, "name");
    let stake = c.need_text(&mut f, "stake");
    c.finish(&f);
    Ok(Stakeholder {
        name: name?,
        stake: stake?,
    })
}

fn outcome(c: &mut Cursor, item: &Item, twins: Option<&Vec<String>>) -> Read<Outcome> {
    let mut f = c.fields(item)?;
    let class = c.need(&mut f, "class", "class = [\"withdrawn\"]", |c, i| {
        c.some(i, "\"withdrawn\"", |c, i| {
            c.word(i, OutcomeClass::ALL, OutcomeClass::id)
        })
    });
    let stopped = c.need(
        &mut f,
        "stopped_within_24_months",
        "stopped_within_24_months = true",
        Cursor::flag,
    );
    let timeline = c.need(&mut f, "timeline", "[[outcome.timeline]]", |c, i| {
        c.some(i, "[[outcome.timeline]]", timeline)
    });
    let apology = c.need(&mut f, "apology", "[outcome.apology]", apology);
    let lessons = c.need(
        &mut f,
        "lessons",
        "lessons = [{ en = \"…\", nl = \"…\" }]",
        Cursor::texts,
    );
    let questions = c.may(
        &mut f,
        "questions",
        "questions = [{ en = \"…\", nl = \"…\" }]",
        Cursor::texts,
    );
    let differences = c.may(&mut f, "differences", "[[outcome.differences]]", |c, i| {
        c.list(i, "[[outcome.differences]]", |c, i| difference(c, i, twins))
    });
    let sources = c.need(&mut f, "sources", "sources = [\"…\"]", |c, i| {
        c.some(i, "\"…\"", Cursor::line)
    });
    let confidence = c.need(&mut f, "confidence", "confidence = \"medium\"", |c, i| {
        c.word(i, Confidence::ALL, Confidence::id)
    });
    c.finish(&f);
    Ok(Outcome {
        class: class?,
        stopped_within_24_months: stopped?,
        timeline: timeline?,
        apology: apology?,
        lessons: lessons?,
        questions: questions?.unwrap_or_default(),
        differences: differences?.unwrap_or_default(),
        sources: sources?,
        confidence: confidence?,
    })
}

/// What differed from one of the twins that the file names.
fn difference(c: &mut Cursor, item: &Item, twins: Option<&Vec<String>>) -> Read<Difference> {
    let mut f = c.fields(item)?;
    let twin = c.need(&mut f, "twin", "twin = \"…\"", |c, i| {
        let id = c.id(i)?;
        let none = Vec::new();
        let twins = twins.unwrap_or(&none);
        if twins.contains(&id) {
            return Ok(id);
        }
        let help = match twins.as_slice() {
            [] => msg!(
                "content-difference-help",
                line = format!("twins = [\"{id}\"]")
            ),
            twins => suggest(&id, &twins.iter().map(String::as_str).collect::<Vec<_>>()),
        };
        let message = msg!("content-difference", id = &id);
        Err(c.report(i.value.span(), message, help))
    });
    let text = c.need_text(&mut f, "text");
    c.finish(&f);
    Ok(Difference {
        twin: twin?,
        text: text?,
    })
}

fn timeline(c: &mut Cursor, item: &Item) -> Read<TimelineEntry> {
    let mut f = c.fields(item)?;
    let date = c.need(&mut f, "date", "date = \"2014-03-10\"", Cursor::date);
    let text = c.need_text(&mut f, "text");
    let source = c.need_line(&mut f, "source");
    c.finish(&f);
    Ok(TimelineEntry {
        date: date?,
        text: text?,
        source: source?,
    })
}

fn apology(c: &mut Cursor, item: &Item) -> Read<RealApology> {
    let mut f = c.fields(item)?;
    let text = c.need_text(&mut f, "text");
    let regrets = c.may(&mut f, "regrets", "regrets = [\"act\"]", |c, i| {
        c.list(i, "\"act\"", |c, i| c.word(i, Regret::ALL, Regret::id))
    });
    let quote = c.may(&mut f, "quote", "quote = \"…\"", Cursor::line);
    let source = c.may(&mut f, "source", "source = \"…\"", Cursor::line);
    c.finish(&f);
    Ok(RealApology {
        text: text?,
        regrets: regrets?.unwrap_or_default(),
        quote: quote?,
        source: source?,
    })
}
