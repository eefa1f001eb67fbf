//! `check`: content files and sessions, every fault of every file.

use super::{Context, Exit, Failure};
use crate::{
    content::{ContentError, KnownIds, Library, read_any, read_source},
    msg, session, t,
};
use std::{
    collections::BTreeSet,
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
    let known = known(&files);
    let lang = context.lang;
    let mut worst = None;
    for file in &files {
        if let Err(failure) = check(file, &known) {
            super::print_failure(&failure, lang, context.world.stderr);
            let _ = writeln!(context.world.stderr);
            worst = worst.max(Some(failure.exit));
        }
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
        if entry.is_dir() {
            collect(&entry, files)?;
        } else if entry.extension().is_some_and(|ending| ending == "toml") {
            files.push(entry);
        }
    }
    Ok(())
}

/// The ids that twins may name: those built in and those of the files.
fn known(files: &[PathBuf]) -> KnownIds {
    let library = Library::built_in();
    let mut ids: BTreeSet<String> = library.scenario_ids().map(str::to_owned).collect();
    for file in files {
        if let Ok(source) = fs::read_to_string(file) {
            ids.extend(crate::content::claimed_id(&source).map(|(id, _)| id));
        }
    }
    KnownIds::of(ids)
}

fn check(file: &Path, known: &KnownIds) -> Result<(), Failure> {
    let bytes = fs::read(file).map_err(|e| Failure::io(file, &e))?;
    if session::starts_an_event(&bytes) {
        let opened = session::read(file)?;
        return match opened.notice.message() {
            None => Ok(()),
            Some(message) => {
                let path = file.display().to_string();
                let message = msg!("check-session", path = path, message = message);
                Err(Failure::new(Exit::Input, message, None))
            }
        };
    }
    let source = read_source(file)?;
    read_any(&file.display().to_string(), &source, known).map_err(ContentError::from)?;
    Ok(())
}
