//! The memo as it will read, written to a file.

use super::{
    action::Action,
    beside, debrief,
    live::{Ctx, Live, Out},
    page::{Choice, Complaint, Field, Item, Page, Value},
    spot::{self, Place},
};
use crate::{
    lang::{Lang, Message},
    memo::{self, Format, tree::Block, words},
    msg,
    session::{self, HostView, Notice},
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
    page.keys = t!(lang, "preview-keys");
    if let Some(path) = &ctx.live.written {
        let path = in_place(&path.display().to_string());
        page.keys.clear();
        page.lead = if ctx.live.stale {
            t!(lang, "preview-stale", path = path)
        } else {
            t!(lang, "preview-written", path = path)
        };
    }
    let memo = memo::build(ctx.view, &Notice::Whole, lang);
    let block = Item::Block;
    let running = memo.running.line();
    page.body.push(block(Block::Heading(3, memo.title)));
    page.outline.push((0, t!(lang, "memo-render-front")));
    page.body.push(Item::Small(memo.subtitle));
    if !running.is_empty() {
        page.body.push(Item::Small(running));
    }
    page.body.extend(memo.front.into_iter().map(block));
    for annex in memo.annexes {
        page.outline.push((page.body.len(), annex.title.clone()));
        page.body.push(block(Block::Heading(3, annex.title)));
        page.body.extend(annex.blocks.into_iter().map(block));
    }
    page.body.push(Item::Small(memo.footer));
    page.actions.insert(0, Action::Outline);
    page.actions.insert(0, Action::Export);
    if story {
        page.actions.insert(1, Action::Story);
    }
    page
}

/// A format with what it is for.
fn choice(lang: Lang, format: Format) -> Choice {
    let (name, about) = match format {
        Format::Html => (msg!("export-html"), msg!("export-html-about")),
        Format::Docx => (msg!("export-docx"), msg!("export-docx-about")),
        Format::Pdf => (msg!("export-pdf"), msg!("export-pdf-about")),
        Format::Md => (msg!("export-md"), msg!("export-md-about")),
        Format::Csv => (msg!("export-csv"), msg!("export-csv-about")),
        Format::Json => (msg!("export-json"), msg!("export-json-about")),
    };
    Choice::new(name.text(lang), about.text(lang))
}

fn export(ctx: &Ctx) -> Page {
    let lang = ctx.lang;
    let mut page = ctx.page(
        t!(lang, "export-title"),
        String::new(),
        t!(lang, "enter-write"),
    );
    page.keys = t!(lang, "export-keys");
    let language = |lang: Lang| Choice::new(words::language(lang).text(ctx.lang), String::new());
    page.fields = vec![
        Field::choice(
            "export/format",
            String::new(),
            Format::written()
                .map(|format| choice(lang, format))
                .collect(),
            Some(0),
            false,
        ),
        Field::choice(
            "export/language",
            t!(lang, "export-language"),
            Lang::ALL.map(language).to_vec(),
            Lang::ALL.iter().position(|&other| other == lang),
            false,
        ),
        ctx.line(
            "export/name".into(),
            t!(lang, "export-name"),
            t!(lang, "export-name-help"),
            &usual_name(&ctx.live.path, lang),
        ),
        ctx.line(
            "export/folder".into(),
            t!(lang, "export-folder"),
            t!(lang, "export-folder-help"),
            &usual_folder(&ctx.live.path),
        ),
    ];
    if asks_who_may_read(ctx.view) {
        page.fields.push(ctx.line(
            "export/classification".into(),
            t!(lang, "room-classification"),
            t!(lang, "room-classification-help"),
            ctx.view.framing.classification.as_str(),
        ));
    }
    page
}

/// Whoever works alone has no page about the room, where else it is asked.
/// What was told stays as it is.
fn asks_who_may_read(view: &HostView) -> bool {
    spot::alone(view) && view.debrief.is_none()
}

/// `board-memo-en` for `board.session.toml`.
fn usual_name(path: &Path, lang: Lang) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let name = name.strip_suffix(".toml").unwrap_or(&name);
    let name = name.strip_suffix(".session").unwrap_or(name);
    let memo = t!(lang, "export-usual");
    in_place(&format!("{name}-{memo}-{}", lang.code()))
}

/// The folder of the session.
fn usual_folder(path: &Path) -> String {
    let path = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = path.parent().unwrap_or(Path::new("."));
    in_place(&folder.display().to_string())
}

fn write(
    live: &mut Live,
    lang: Lang,
    folder: &Path,
    values: &[Value],
) -> Result<Message, Complaint> {
    let pick = |field: usize| values.get(field).and_then(Value::pick);
    let typed = |field: usize| values.get(field).map_or("", Value::text).trim();
    let format = pick(0).and_then(|pick| Format::written().nth(pick));
    let format = format.unwrap_or(Format::Html);
    let written_in = pick(1).and_then(|pick| Lang::ALL.get(pick).copied());
    let written_in = written_in.unwrap_or(lang);
    let name = typed(2);
    if name.is_empty() {
        return Err(Complaint::at(
            2,
            msg!("export-no-name"),
            Some(msg!("export-no-name-hint")),
        ));
    }
    // The usual name tells the language.
    let name = if name == usual_name(&live.path, lang) {
        usual_name(&live.path, written_in)
    } else {
        name.to_owned()
    };
    let ending = Path::new(&name).extension().and_then(|e| e.to_str());
    let name = if ending.and_then(Format::of_ending) == Some(format) {
        name
    } else {
        format!("{name}.{}", format.id())
    };
    // Not typed anew it may hold signs that are only shown in another way.
    let into = match typed(3) {
        "" => folder.to_owned(),
        same if same == usual_folder(&live.path) => beside(&live.path, ""),
        other => folder.join(other),
    };
    if !into.as_os_str().is_empty() && !into.is_dir() {
        return Err(Complaint::at(
            3,
            msg!("export-no-folder", path = in_place(typed(3))),
            Some(msg!("export-no-folder-hint")),
        ));
    }
    if asks_who_may_read(&live.view) {
        let mut framing = live.view.framing.clone();
        framing.classification = Clean::name(typed(4));
        if framing != live.view.framing {
            live.command(session::Action::Frame(framing))?;
        }
    }
    let path = into.join(name);
    let document = format
        .render(&live.view, &Notice::Whole, written_in)
        .map_err(|unwritten| {
            let (message, hint) = unwritten.words();
            Complaint::new(message, Some(hint))
        })?;
    let shown = save(&path, &document, Some(2))?;
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
    let shown = save(&path, document.as_bytes(), None)?;
    live.printed = Some(path);
    Ok(msg!("print-saved", path = shown))
}

/// Writes a document; gives its full path as it may be shown.
fn save(path: &Path, document: &[u8], field: Option<usize>) -> Result<String, Complaint> {
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
