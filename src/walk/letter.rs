//! The letter: each one's sentence, the joint letter, read aloud, and what of
//! it we could say today.

use super::{
    live::{Ctx, Live},
    page::{Complaint, Field, Item, Kind, Look, Page, Value, line},
    private,
    spot::Place,
};
use crate::{
    content::Library,
    lang::Lang,
    memo,
    method::Assessment,
    session::{self, Letter, Note, Private},
    t,
    text::Clean,
};

pub(super) fn page(ctx: &Ctx) -> Page {
    match ctx.spot.place {
        Place::Sentences => private::page(ctx, Private::Sentence),
        Place::Letter => letter(ctx),
        Place::Standing => standing(ctx),
        _ => today(ctx),
    }
}

pub(super) fn submit(
    live: &mut Live,
    lang: Lang,
    library: &Library,
    values: &[Value],
) -> Result<(), Complaint> {
    let spot = live.spot();
    match spot.place {
        Place::Sentences => private::submit(live, Private::Sentence, lang, library, values),
        Place::Letter => {
            let text = Clean::lines(values.first().map_or("", Value::text));
            let before = live.view.letters.get(&spot.option);
            if before.map(|letter| &letter.text) != Some(&text) {
                live.command(session::Action::WriteLetter(Letter {
                    option: spot.option.clone(),
                    text,
                }))?;
            }
            live.go_place(Place::Standing)
        }
        Place::Standing => live.go_place(Place::Today),
        _ => {
            let sentence = line(values, 0);
            if !sentence.is_empty() {
                let text = t!(lang, "today-note", sentence = sentence.as_str());
                live.command(session::Action::AddNote(Note {
                    option: spot.option.clone(),
                    assessment: Assessment::Apology,
                    text: Clean::line(&text),
                }))?;
            }
            live.go_place(Place::Ask)
        }
    }
}

fn letter_text(ctx: &Ctx) -> String {
    match ctx.view.letters.get(&ctx.spot.option) {
        Some(letter) if !letter.text.is_empty() => letter.text.to_string(),
        _ => ctx.option().map_or_else(String::new, |option| {
            memo::draft_letter(ctx.view, ctx.lang, option).join("\n\n")
        }),
    }
}

fn letter(ctx: &Ctx) -> Page {
    let lang = ctx.lang;
    let mut page = ctx.page(
        t!(lang, "letter-title"),
        t!(lang, "letter-lead"),
        t!(lang, "enter-read-aloud"),
    );
    page.keys = t!(lang, "letter-keys");
    let id = format!("letter/{}", ctx.spot.option);
    page.fields = vec![Field {
        kind: Kind::Lines,
        ..ctx.line(
            id,
            String::new(),
            t!(lang, "letter-help"),
            &letter_text(ctx),
        )
    }];
    page
}

fn standing(ctx: &Ctx) -> Page {
    let lang = ctx.lang;
    let chair = &ctx.view.framing.roles.chair;
    let mut page = ctx.page(
        t!(lang, "standing-title"),
        if chair.is_empty() {
            t!(lang, "standing-lead")
        } else {
            t!(lang, "standing-lead-chair", chair = chair.as_str())
        },
        t!(lang, "enter-next"),
    );
    page.look = Look::Standing;
    let paragraphs = read_aloud(&letter_text(ctx));
    page.body = vec![Item::Letter(paragraphs)];
    page
}

/// The paragraphs of a letter but those that still wait to be filled in.
pub(super) fn read_aloud(text: &str) -> Vec<String> {
    let waits = |paragraph: &&str| paragraph.starts_with('[') && paragraph.ends_with(']');
    let paragraphs = text.split("\n\n").filter(|paragraph| !waits(paragraph));
    paragraphs.map(str::to_owned).collect()
}

fn today(ctx: &Ctx) -> Page {
    let lang = ctx.lang;
    let mut page = ctx.page(
        t!(lang, "today-title"),
        t!(lang, "today-lead"),
        t!(lang, "enter-on"),
    );
    page.fields = vec![ctx.line(
        format!("today/{}", ctx.spot.option),
        t!(lang, "today-label"),
        t!(lang, "today-help"),
        "",
    )];
    page
}
