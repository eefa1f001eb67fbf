//! `scenarios new`: a commented template for a case of one's own.

use crate::{
    cli::{Context, Exit, Failure},
    content::Library,
    msg, t,
};
use std::{
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
};

#[derive(clap::Args)]
pub(super) struct Args {
    /// The file to make, NAME.toml; its id is made from the name
    file: PathBuf,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<(), Failure> {
    let lang = context.lang;
    let name = args.file.file_name().unwrap_or_default().to_string_lossy();
    let shown = args.file.display().to_string();
    let stem = name.strip_suffix(".toml");
    // What ends so is a session, and no folder's scenario.
    let Some(stem) = stem.filter(|stem| !stem.ends_with(".session")) else {
        return Err(Failure::new(
            Exit::Usage,
            msg!("template-ending", path = shown),
            Some(msg!("template-ending-hint", name = usual(&name))),
        ));
    };
    let template = Library::built_in().template(lang, stem);
    write(&args.file, &template).map_err(|error| {
        if error.kind() != io::ErrorKind::AlreadyExists {
            return Failure::io(&args.file, &error);
        }
        let hint = Some(msg!("trouble-exists-hint"));
        Failure::new(Exit::Input, msg!("trouble-exists", path = &shown), hint)
    })?;
    // Ready to be pasted, also where the name has spaces in it.
    let file = if shown.contains(char::is_whitespace) {
        format!("\"{shown}\"")
    } else {
        shown.clone()
    };
    context.say(&t!(lang, "new-made", file = shown));
    context.say(&t!(lang, "template-check", file = file.as_str()));
    context.say(&t!(lang, "template-new", file = file.as_str()));
    context.say(&t!(lang, "template-folder"));
    Ok(())
}

/// The name with the ending that it should have.
fn usual(name: &str) -> String {
    let stem = name.strip_suffix(".session.toml").unwrap_or(name);
    let stem = Path::new(stem).file_stem().unwrap_or_default();
    format!("{}.toml", stem.to_string_lossy())
}

/// A new file, whole or not there; one that is there stays as it is.
fn write(path: &Path, text: &str) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    let written = file
        .write_all(text.as_bytes())
        .and_then(|()| file.sync_all());
    if written.is_err() {
        let _ = fs::remove_file(path);
    }
    written
}
