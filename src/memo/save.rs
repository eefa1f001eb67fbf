//! Writing a document to a file: whole, or not there at all.

use crate::{lang::Message, msg, session};
use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

/// Why a document was not written.
#[derive(Debug)]
pub enum SaveError {
    /// There is a session of that name, which is never overwritten.
    Session,
    /// The system said no.
    Io(io::Error),
}

impl SaveError {
    /// What is wrong, and the way out.
    #[must_use]
    pub fn words(&self, path: &Path) -> (Message, Message) {
        match self {
            Self::Session => (
                msg!("output-is-session", path = path.display().to_string()),
                msg!("output-is-session-hint"),
            ),
            Self::Io(error) => session::io_words(path, error),
        }
    }
}

/// Writes a document to a file. It is written beside its place and then
/// moved into it.
///
/// # Errors
/// A session stands there; or the system says no. What stood there is as it
/// was.
pub fn save(path: &Path, document: &[u8]) -> Result<(), SaveError> {
    // A link is followed, so that it stays one; a device or a pipe is written
    // to, never replaced by a file.
    let place = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let there = fs::metadata(&place).ok();
    let special = there
        .as_ref()
        .is_some_and(|it| !it.is_file() && !it.is_dir());
    if special {
        let device = fs::OpenOptions::new().write(true).open(&place);
        let written = device.and_then(|mut device| device.write_all(document));
        return written.map_err(SaveError::Io);
    }
    let is_session = there.is_some_and(|it| it.is_file())
        && fs::read(&place).is_ok_and(|bytes| session::starts_an_event(&bytes));
    if is_session {
        return Err(SaveError::Session);
    }
    let folder = match place.parent() {
        Some(parent) if parent != Path::new("") => parent.to_owned(),
        _ => PathBuf::from("."),
    };
    persist(&place, &folder, document).map_err(SaveError::Io)
}

fn persist(place: &Path, folder: &Path, document: &[u8]) -> io::Result<()> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".dear-customer-");
    // A memo is there to be read: the rights of any new file, not those of a
    // temporary one.
    #[cfg(unix)]
    let rights: fs::Permissions = std::os::unix::fs::PermissionsExt::from_mode(0o666);
    #[cfg(unix)]
    builder.permissions(rights);
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(document)?;
    file.as_file().sync_all()?;
    file.persist(place).map_err(|error| error.error)?;
    Ok(())
}
