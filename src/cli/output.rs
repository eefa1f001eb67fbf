//! Where a document goes: a file, or standard output.

use super::{Context, Exit, Failure};
use crate::{
    memo::{self, SaveError},
    msg,
};
use std::{io, path::Path};

/// Writes a document to `-o OUT`, or to standard output where none or `-` is
/// given. A file is whole or not there: it is written beside its place and
/// then moved into it. A session is never overwritten.
pub(super) fn write(
    context: &mut Context,
    out: Option<&Path>,
    document: &[u8],
) -> Result<(), Failure> {
    let Some(path) = out.filter(|path| path.as_os_str() != "-") else {
        return match context.world.stdout.write_all(document) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                Err(Failure::io(Path::new("-"), &error))
            }
            _ => Ok(()),
        };
    };
    let shown = path.display().to_string();
    memo::save(path, document).map_err(|error| {
        let exit = match error {
            SaveError::Session => Exit::Usage,
            SaveError::Io(_) => Exit::File,
        };
        let (message, hint) = error.words(path);
        Failure::new(exit, message, Some(hint))
    })?;
    let saved = msg!("output-saved", path = shown).text(context.lang);
    context.remark(&saved);
    Ok(())
}
