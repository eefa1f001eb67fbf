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
    /// A text in the editor of one's own choice.
    Editor,
    /// Every action that works here, to search.
    Palette,
    /// Other colours.
    Theme,
    /// The mouse, on or off.
    Mouse,
    /// The other language.
    Language,
    /// What the keys do.
    Help,
    /// One page back.
    Back,
    /// Back to the shell for a while.
    Suspend,
    /// Leave; everything is saved.
    Leave,
}

impl Action {
    /// Whether it is about the screen, and nothing to a walk by prompts.
    #[must_use]
    pub const fn is_for_the_screen(self) -> bool {
        matches!(
            self,
            Self::Editor | Self::Palette | Self::Theme | Self::Mouse | Self::Suspend
        )
    }
}

/// A row of the table.
pub struct Row {
    /// What it is.
    pub action: Action,
    /// Its key as it is shown and pressed: a letter (in this case, or in
    /// either where it is alone), `Esc`, or a letter with `Ctrl-`.
    pub key: &'static str,
    /// Its key while a text is being typed; empty where there is none.
    pub typing: &'static str,
    /// What it does, in a word or two, for the hints.
    pub name: fn() -> Message,
    /// What it does, in a sentence, for the help.
    pub about: fn() -> Message,
    /// Where it works.
    pub on: On,
}

/// Where an action works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum On {
    /// On the pages that have it.
    Some,
    /// On every page.
    Every,
    /// On every page; too rarely needed to be among the hints.
    EveryAside,
}

macro_rules! table {
    ($($action:ident $key:literal $typing:literal $name:expr, $about:expr, $on:ident;)*) => {
        /// The table, in the order of the hints.
        pub const TABLE: &[Row] = &[$(Row {
            action: Action::$action,
            key: $key,
            typing: $typing,
            name: || $name,
            about: || $about,
            on: On::$on,
        }),*];
    };
}

table! {
    Again "r" "" msg!("action-again"), msg!("action-again-about"), Some;
    TableNow "a" "" msg!("action-table-now"), msg!("action-table-now-about"), Some;
    Other "o" "" msg!("action-other"), msg!("action-other-about"), Some;
    Option "b" "" msg!("action-option"), msg!("action-option-about"), Some;
    Sure "h" "" msg!("action-sure"), msg!("action-sure-about"), Some;
    Suppose "i" "" msg!("action-suppose"), msg!("action-suppose-about"), Some;
    Sides "s" "" msg!("action-sides"), msg!("action-sides-about"), Some;
    Print "p" "" msg!("action-print"), msg!("action-print-about"), Some;
    Export "x" "" msg!("action-export"), msg!("action-export-about"), Some;
    Outline "o" "" msg!("action-outline"), msg!("action-outline-about"), Some;
    Story "w" "" msg!("action-story"), msg!("action-story-about"), Some;
    Retype "e" "" msg!("action-retype"), msg!("action-retype-about"), Some;
    Recuse "c" "" msg!("action-recuse"), msg!("action-recuse-about"), Some;
    Note "n" "" msg!("action-note"), msg!("action-note-about"), Some;
    Go "g" "" msg!("action-go"), msg!("action-go-about"), Some;
    Timer "t" "" msg!("action-timer"), msg!("action-timer-about"), Some;
    Undo "u" "" msg!("action-undo"), msg!("action-undo-about"), Some;
    Editor "Ctrl-O" "Ctrl-O" msg!("action-editor"), msg!("action-editor-about"), Some;
    Theme "T" "F3" msg!("action-theme"), msg!("action-theme-about"), EveryAside;
    Mouse "M" "" msg!("action-mouse"), msg!("action-mouse-about"), EveryAside;
    Language "L" "F2" msg!("action-language"), msg!("action-language-about"), Every;
    Palette "Ctrl-P" "Ctrl-P" msg!("action-palette"), msg!("action-palette-about"), Every;
    Help "?" "F1" msg!("action-help"), msg!("action-help-about"), Every;
    Back "Esc" "Esc" msg!("action-back"), msg!("action-back-about"), Every;
    Suspend "Ctrl-Z" "" msg!("action-suspend"), msg!("action-suspend-about"), EveryAside;
    Leave "q" "" msg!("action-leave"), msg!("action-leave-about"), Every;
}

/// The row of an action.
#[must_use]
pub fn row(action: Action) -> &'static Row {
    let found = TABLE.iter().find(|row| row.action == action);
    found.unwrap_or(&TABLE[0])
}
