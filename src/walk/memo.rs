//! The memo as it will read, written to a file.

use super::{
    action::Action,
    debrief,
    live::{Ctx, Live, Out},
    page::{Choice, Complaint, Field, Item, Page, Value},
    spot::Place,
};
use crate::{
    lang::{Lang, Message},
    memo::{self, tree::Block},
    msg,
    session::Notice,
    t,
    text::{Clean, in_place},
};
use std::path::Path;

pub(super) fn page(ctx: &Ctx) -> Page {
    match ctx.spot.place {
        Place::Export => export(ctx),
        _ => preview(ctx),
    }
}

pub(super) fn submit(
    live: &mut Live,
    lang: Lang,
    folder: &Path,
    values: &[Value],
) -> Result<Option<Message>, Complaint> {
    match live.spot().place {
        Place::Export => write(live, lang, folder, values).map(Some),
        _ if live.written.is_some() => {
            match (live.view.info.real, &live.view.debrief) {
                (true, None) if debrief::may_be_told(&live.view) => live.go_on()?,
                (true, Some(_)) => live.out = Some(Out::Home),
                _ => live.out = Some(Out::Leave),
            }
            Ok(None)
        }
        _ => live.go_place(Place::Export).map(|()| None),
    }
}

fn preview(ctx: &Ctx) -> Page {
    let lang = ctx.lang;
    let story = ctx.view.info.real;
    let to_tell = ctx.view.debrief.is_none() && debrief::may_be_told(ctx.view);
    let mut page = ctx.page(
        t!(lang, "preview-title"),
        t!(lang, "preview-lead"),
        match (&ctx.live.written, to_tell) {
            (None, _) => t!(lang, "enter-export"),
            (Some(_), true) => t!(lang, "enter-story"),
            (Some(_), false) if story => t!(lang, "enter-home"),
            (Some(_), false) => t!(lang, "enter-leave"),
        },
    );
    if let Some(path) = &ctx.live.written {
        let path = in_place(&path.display().to_string());
        page.lead = if ctx.live.stale {
            t!(lang, "preview-stale", path = path)
        } else {
            t!(lang, "preview-written", path = path)
        };
    }
    let memo = memo::build(ctx.view, &Notice::Whole, lang);
    let block = Item::Block;
    page.body.push(block(Block::Heading(3, memo.title)));
    page.body.push(Item::Small(memo.subtitle));
    page.body.extend(memo.front.into_iter().map(block));
    for annex in memo.annexes {
        page.body.push(block(Block::Heading(3, annex.title)));
        page.body.extend(annex.blocks.into_iter().map(block));
    }
    page.body.push(Item::Small(memo.footer));
    page.actions.insert(0, Action::Export);
    if story {
        page.actions.insert(1, Action::Story);
    }
    page
}

/// The formats, with their endings.
const FORMATS: [&str; 3] = ["html", "md", "json"];

fn export(ctx: &Ctx) -> Page {
    let lang = ctx.lang;
    let mut page = ctx.page(
        t!(lang, "export-title"),
        t!(lang, "export-lead"),
        t!(lang, "enter-write"),
    );
    page.fields = vec![
        Field::choice(
            "export/format",
            String::new(),
            vec![
                Choice::new(t!(lang, "export-html"), t!(lang, "export-html-about")),
                Choice::new(t!(lang, "export-md"), t!(lang, "export-md-about")),
                Choice::new(t!(lang, "export-json"), t!(lang, "export-json-about")),
            ],
            Some(0),
            false,
        ),
        ctx.line(
            "export/name".into(),
            t!(lang, "export-name"),
            t!(lang, "export-name-help"),
            &usual_name(ctx),
        ),
    ];
    page
}

/// `board-memo` for `board.session.toml`.
fn usual_name(ctx: &Ctx) -> String {
    let name = ctx
        .live
        .path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy();
    let name = name.strip_suffix(".toml").unwrap_or(&name);
    let name = name.strip_suffix(".session").unwrap_or(name);
    let memo = t!(ctx.lang, "export-usual");
    in_place(&format!("{name}-{memo}-{}", ctx.lang.code()))
}

fn write(
    live: &mut Live,
    lang: Lang,
    folder: &Path,
    values: &[Value],
) -> Result<Message, Complaint> {
    let format = values.first().and_then(Value::pick).unwrap_or(0);
    let ending = FORMATS[format.min(FORMATS.len() - 1)];
    let name = values.get(1).map_or("", Value::text).trim();
    if name.is_empty() {
        return Err(Complaint::at(
            1,
            msg!("export-no-name"),
            Some(msg!("export-no-name-hint")),
        ));
    }
    let has_ending = Path::new(name)
        .extension()
        .is_some_and(|e| e.eq_ignore_ascii_case(ending));
    let name = if has_ending {
        name.to_owned()
    } else {
        format!("{name}.{ending}")
    };
    let path = folder.join(name);
    let tree = || memo::build(&live.view, &Notice::Whole, lang);
    let document = match format {
        0 => memo::html::render(&tree()),
        1 => memo::md::render(&tree()),
        _ => memo::json::render(&live.view),
    };
    let shown = save(&path, &document, Some(1))?;
    live.stale = false;
    live.written = Some(std::fs::canonicalize(&path).unwrap_or(path));
    live.go_place(Place::Preview)?;
    Ok(msg!("output-saved", path = shown))
}

/// Writes the paper cards beside the session, to be printed.
pub(super) fn print(live: &mut Live, lang: Lang, folder: &Path) -> Result<Message, Complaint> {
    let name = live.path.file_name().unwrap_or_default().to_string_lossy();
    let name = name.strip_suffix(".session.toml").unwrap_or(&name);
    let cards = t!(lang, "print-usual");
    let path = folder.join(format!("{name}-{cards}.html"));
    let document = memo::cards::of_session(&live.view, lang);
    let shown = save(&path, &document, None)?;
    live.printed = Some(path);
    Ok(msg!("print-saved", path = shown))
}

/// Writes a document; gives its full path as it may be shown.
fn save(path: &Path, document: &str, field: Option<usize>) -> Result<String, Complaint> {
    memo::save(path, document).map_err(|error| {
        let (message, hint) = error.words(path);
        Complaint {
            field,
            ..Complaint::new(message, Some(hint))
        }
    })?;
    let path = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    Ok(Clean::line(&path.display().to_string()).to_string())
}
