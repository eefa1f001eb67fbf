//! The one table of what can be done beside answering: keys, hints and help
//! are made from it.

use crate::{lang::Message, msg};

/// Something that can be done on a page, beside answering what it asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// Rate again.
    Again,
    /// Lay on the table what is in, though not everybody is.
    TableNow,
    /// Somebody else goes first.
    Other,
    /// Type the cards again.
    Retype,
    /// Write a note.
    Note,
    /// Say who sits out where.
    Recuse,
    /// Another option.
    Option,
    /// How sure the verdict is.
    Sure,
    /// What if.
    Suppose,
    /// The options side by side.
    Sides,
    /// To another step.
    Go,
    /// Write the paper cards to a file, to be printed.
    Print,
    /// Write the memo to a file.
    Export,
    /// The parts of a long page, to go to one of them.
    Outline,
    /// What really happened.
    Story,
    /// Stop or start the clock.
    Timer,
    /// Take back the last thing.
    Undo,
    /// The other language.
    Language,
    /// What the keys do.
    Help,
    /// One page back.
    Back,
    /// Leave; everything is saved.
    Leave,
}

/// A row of the table.
pub struct Row {
    /// What it is.
    pub action: Action,
    /// Its key as it is shown and pressed: a letter (in this case, or in
    /// either where it is alone), or `Esc`.
    pub key: &'static str,
    /// What it does, in a word or two, for the hints.
    pub name: fn() -> Message,
    /// What it does, in a sentence, for the help.
    pub about: fn() -> Message,
    /// Whether it works on every page of a session.
    pub everywhere: bool,
}

macro_rules! table {
    ($($action:ident $key:literal $name:expr, $about:expr, $everywhere:literal;)*) => {
        /// The table, in the order of the hints.
        pub const TABLE: &[Row] = &[$(Row {
            action: Action::$action,
            key: $key,
            name: || $name,
            about: || $about,
            everywhere: $everywhere,
        }),*];
    };
}

table! {
    Again "r" msg!("action-again"), msg!("action-again-about"), false;
    TableNow "a" msg!("action-table-now"), msg!("action-table-now-about"), false;
    Other "o" msg!("action-other"), msg!("action-other-about"), false;
    Option "b" msg!("action-option"), msg!("action-option-about"), false;
    Sure "h" msg!("action-sure"), msg!("action-sure-about"), false;
    Suppose "i" msg!("action-suppose"), msg!("action-suppose-about"), false;
    Sides "s" msg!("action-sides"), msg!("action-sides-about"), false;
    Print "p" msg!("action-print"), msg!("action-print-about"), false;
    Export "x" msg!("action-export"), msg!("action-export-about"), false;
    Outline "o" msg!("action-outline"), msg!("action-outline-about"), false;
    Story "w" msg!("action-story"), msg!("action-story-about"), false;
    Retype "e" msg!("action-retype"), msg!("action-retype-about"), false;
    Recuse "c" msg!("action-recuse"), msg!("action-recuse-about"), false;
    Note "n" msg!("action-note"), msg!("action-note-about"), false;
    Go "g" msg!("action-go"), msg!("action-go-about"), false;
    Timer "t" msg!("action-timer"), msg!("action-timer-about"), false;
    Undo "u" msg!("action-undo"), msg!("action-undo-about"), false;
    Language "L" msg!("action-language"), msg!("action-language-about"), true;
    Help "?" msg!("action-help"), msg!("action-help-about"), true;
    Back "Esc" msg!("action-back"), msg!("action-back-about"), true;
    Leave "q" msg!("action-leave"), msg!("action-leave-about"), true;
}

/// The row of an action.
#[must_use]
pub fn row(action: Action) -> &'static Row {
    let found = TABLE.iter().find(|row| row.action == action);
    found.unwrap_or(&TABLE[0])
}
