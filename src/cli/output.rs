//! Where a document goes: a file, or standard output.

use super::{Context, Exit, Failure};
use crate::msg;
use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

/// Writes a document to `-o OUT`, or to standard output where none or `-` is
/// given. A file is whole or not there: it is written beside its place and
/// then moved into it. A session is never overwritten.
pub(super) fn write(
    context: &mut Context,
    out: Option<&Path>,
    document: &str,
) -> Result<(), Failure> {
    let Some(path) = out.filter(|path| path.as_os_str() != "-") else {
        return match context.world.stdout.write_all(document.as_bytes()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                Err(Failure::io(Path::new("-"), &error))
            }
            _ => Ok(()),
        };
    };
    let shown = path.display().to_string();
    let fail = |error: &io::Error| Failure::io(path, error);
    // A link is followed, so that it stays one; a device or a pipe is written
    // to, never replaced by a file.
    let place = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let there = fs::metadata(&place).ok();
    let special = there
        .as_ref()
        .is_some_and(|it| !it.is_file() && !it.is_dir());
    if special {
        let mut device = fs::OpenOptions::new()
            .write(true)
            .open(&place)
            .map_err(|e| fail(&e))?;
        return device.write_all(document.as_bytes()).map_err(|e| fail(&e));
    }
    let is_session = there.is_some_and(|it| it.is_file())
        && fs::read(&place).is_ok_and(|bytes| crate::session::starts_an_event(&bytes));
    if is_session {
        return Err(Failure::new(
            Exit::Usage,
            msg!("output-is-session", path = shown),
            Some(msg!("output-is-session-hint")),
        ));
    }
    let folder = match place.parent() {
        Some(parent) if parent != Path::new("") => parent.to_owned(),
        _ => PathBuf::from("."),
    };
    let mut builder = tempfile::Builder::new();
    builder.prefix(".dear-customer-");
    // A memo is there to be read: the rights of any new file, not those of a
    // temporary one.
    #[cfg(unix)]
    let rights: fs::Permissions = std::os::unix::fs::PermissionsExt::from_mode(0o666);
    #[cfg(unix)]
    builder.permissions(rights);
    let mut file = builder.tempfile_in(folder).map_err(|e| fail(&e))?;
    file.write_all(document.as_bytes()).map_err(|e| fail(&e))?;
    file.as_file().sync_all().map_err(|e| fail(&e))?;
    file.persist(&place).map_err(|e| fail(&e.error))?;
    let saved = msg!("output-saved", path = shown).text(context.lang);
    context.remark(&saved);
    Ok(())
}
