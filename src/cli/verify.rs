//! `verify`: whether a session file is whole and unaltered.

use super::{Context, Exit, Failure};
use crate::{
    msg,
    session::{self, Notice},
    t,
};
use std::path::PathBuf;

#[derive(clap::Args)]
pub(super) struct Args {
    /// The session file
    file: PathBuf,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<(), Failure> {
    let opened = session::read(&args.file)?;
    let view = opened.host();
    let lang = context.lang;
    let events = view.fingerprint.event;
    if let Some(message) = opened.notice.message() {
        let hint = match opened.notice {
            Notice::Torn { .. } => msg!("verify-torn-hint"),
            Notice::Newer { .. } => msg!("notice-newer-hint"),
            _ => msg!("notice-damaged-hint"),
        };
        return Err(Failure::new(Exit::Input, message, Some(hint)));
    }
    let file = args.file.display().to_string();
    context.say(&t!(lang, "verify-whole", file = file, n = events));
    let fingerprint = view.fingerprint.to_string();
    context.say(&t!(lang, "verify-fingerprint", fingerprint = fingerprint));
    Ok(())
}
