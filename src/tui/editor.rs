//! A text in the editor of one's own choice.

use crate::{lang::Message, msg};
use std::{fs, io::Write, process::Command};

/// Lets an editor, a command such as `vim` or `code --wait`, have a text, and
/// gives what it made of it. The terminal is the editor's meanwhile.
///
/// # Errors
/// Where the editor can't be started or says that it failed; what it wrote is
/// dropped then.
pub(super) fn edit(text: &str, editor: &str) -> Result<String, Message> {
    let failed = |why: String| msg!("editor-failed", editor = editor, why = why);
    // Only its owner can read it, and it is gone with this function.
    let mut file = tempfile::Builder::new()
        .prefix("dear-customer-")
        .suffix(".txt")
        .tempfile()
        .map_err(|error| failed(error.to_string()))?;
    file.write_all(text.as_bytes())
        .and_then(|()| file.flush())
        .map_err(|error| failed(error.to_string()))?;
    // The shell takes the command apart, as git does.
    let status = Command::new("sh")
        .arg("-c")
        .arg(format!("{editor} \"$1\""))
        .arg("sh")
        .arg(file.path())
        .status()
        .map_err(|error| failed(error.to_string()))?;
    if !status.success() {
        return Err(failed(status.to_string()));
    }
    let edited = fs::read(file.path()).map_err(|error| failed(error.to_string()))?;
    let edited = String::from_utf8_lossy(&edited);
    // Editors end a file with a line feed.
    Ok(edited.strip_suffix('\n').unwrap_or(&edited).to_owned())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    /// Would catch a text that an editor's failure changes, or a line feed
    /// that comes along with every visit.
    #[test]
    fn what_the_editor_wrote_comes_back_unless_it_failed() {
        let text = "Dear customer,\nwe are sorry.";
        assert_eq!(edit(text, "true").unwrap(), text);
        let with = "printf '%s\\n' more >>";
        assert_eq!(edit("a\n", with).unwrap(), "a\nmore");
        assert!(edit(text, "false").is_err());
        assert!(edit(text, "/no/such/editor").is_err());
    }
}
