//! `verify`: whether a session file is whole and unaltered, and whether a memo
//! belongs to it.

use super::{Context, Exit, Failure};
use crate::{
    memo::{self, Finding},
    msg,
    session::{self, Notice},
    t,
};
use std::{
    fs,
    path::{Path, PathBuf},
};

#[derive(clap::Args)]
pub(super) struct Args {
    /// The session file
    file: PathBuf,

    /// A memo of it, in any format but csv: is it that of the session as it is
    /// now, as it was earlier, or was it altered?
    #[arg(long, value_name = "M")]
    memo: Option<PathBuf>,
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
    match &args.memo {
        Some(memo) => belongs(&args.file, memo, context),
        None => Ok(()),
    }
}

/// Tells how a memo stands to the session; a failure where it is not its own.
fn belongs(session: &Path, memo: &Path, context: &mut Context) -> Result<(), Failure> {
    let bytes = fs::read(memo).map_err(|error| Failure::io(memo, &error))?;
    let file = memo.display().to_string();
    let (message, hint) = match memo::verify(session, &bytes)? {
        Finding::Now { event } => {
            let said = t!(context.lang, "belongs-now", file = file, event = event);
            context.say(&said);
            return Ok(());
        }
        Finding::Earlier { event, last } => {
            let said = msg!("belongs-earlier", file = file, event = event, last = last);
            context.say(&said.text(context.lang));
            return Ok(());
        }
        Finding::SavedAnew { event } => {
            let said = msg!("belongs-saved-anew", file = file, event = event);
            context.say(&said.text(context.lang));
            return Ok(());
        }
        Finding::Altered {
            event,
            line: Some(line),
        } => (
            msg!(
                "belongs-altered-line",
                file = file,
                event = event,
                line = line
            ),
            msg!("belongs-altered-hint"),
        ),
        Finding::Altered { event, line: None } => (
            msg!("belongs-altered", file = file, event = event),
            msg!("belongs-altered-hint"),
        ),
        Finding::OtherVersion { event, version } => (
            msg!(
                "belongs-version",
                file = file,
                event = event,
                version = version
            ),
            msg!("belongs-version-hint", version = memo::VERSION),
        ),
        Finding::Foreign => (
            msg!("belongs-foreign", file = file),
            msg!("belongs-foreign-hint"),
        ),
        Finding::Unwritten => (msg!("belongs-unwritten"), msg!("belongs-unwritten-hint")),
        Finding::Unknown => (
            msg!("belongs-unknown", file = file),
            msg!("belongs-unknown-hint"),
        ),
    };
    Err(Failure::new(Exit::Input, message, Some(hint)))
}
