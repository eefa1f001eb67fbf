//! `check`: content files and sessions, every fault of every file.

use super::{Context, Exit, Failure};
use crate::{
    content::{ContentError, Library, holds_templates, read_source},
    msg, session, t,
};
use std::{
    fs,
    path::{Path, PathBuf},
};

#[derive(clap::Args)]
pub(super) struct Args {
    /// Files, or folders with .toml files in them
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<(), Failure> {
    let mut files = Vec::new();
    for path in &args.paths {
        collect(path, &mut files)?;
    }
    if files.is_empty() {
        let paths = args.paths.iter().map(|path| path.display().to_string());
        let paths = paths.collect::<Vec<_>>().join(", ");
        return Err(Failure::new(
            Exit::Input,
            msg!("check-nothing", path = paths),
            Some(msg!("check-nothing-hint")),
        ));
    }
    let lang = context.lang;
    let mut worst = None;
    for failure in failures(&files) {
        super::print_failure(&failure, lang, context.world.stderr);
        let _ = writeln!(context.world.stderr);
        worst = worst.max(Some(failure.exit));
    }
    match worst {
        None => {
            context.say(&t!(lang, "check-fine", n = files.len()));
            Ok(())
        }
        Some(exit) => Err(Failure {
            exit,
            problems: Vec::new(),
            content: None,
        }),
    }
}

/// The files to check, those of a folder by name.
fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let fail = |error| Failure::io(path, &error);
    if !fs::metadata(path).map_err(fail)?.is_dir() {
        files.push(path.to_owned());
        return Ok(());
    }
    let mut entries: Vec<PathBuf> = fs::read_dir(path)
        .map_err(fail)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()
        .map_err(fail)?;
    entries.sort();
    for entry in entries {
        if entry.is_dir() && !holds_templates(&entry) {
            collect(&entry, files)?;
        } else if entry.extension().is_some_and(|ending| ending == "toml") {
            files.push(entry);
        }
    }
    Ok(())
}

/// What is wrong with the files, in their order.
fn failures(files: &[PathBuf]) -> Vec<Failure> {
    let mut told: Vec<Option<Failure>> = Vec::new();
    let mut content = Vec::new();
    let mut places = Vec::new();
    for (place, file) in files.iter().enumerate() {
        told.push(match open(file) {
            Ok(None) => None,
            Ok(Some(source)) => {
                content.push((file.clone(), source));
                places.push(place);
                None
            }
            Err(failure) => Some(failure),
        });
    }
    let read = Library::built_in().read_beside(&content);
    for (place, read) in places.into_iter().zip(read) {
        if let (Some(told), Err(faults)) = (told.get_mut(place), read) {
            *told = Some(ContentError::from(faults).into());
        }
    }
    told.into_iter().flatten().collect()
}

/// The text of a content file; a session has been checked.
fn open(file: &Path) -> Result<Option<String>, Failure> {
    let bytes = fs::read(file).map_err(|e| Failure::io(file, &e))?;
    if session::starts_an_event(&bytes) {
        let opened = session::read(file)?;
        return match opened.notice.message() {
            None => Ok(None),
            Some(message) => {
                let path = file.display().to_string();
                let message = msg!("check-session", path = path, message = message);
                Err(Failure::new(Exit::Input, message, None))
            }
        };
    }
    Ok(Some(read_source(file)?))
}
