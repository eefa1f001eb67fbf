//! The formats of a memo: one list for the command line, the screen and
//! whoever checks a memo against its session.

use super::{build, csv, docx, html, json, md};
use crate::{
    lang::Lang,
    session::{HostView, Notice},
};

/// A format that a memo is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One HTML file, to read or print.
    Html,
    /// A file for Word, to edit.
    Docx,
    /// Markdown.
    Md,
    /// The ratings, a row each.
    Csv,
    /// Data, `dear-customer/memo@1`.
    Json,
}

impl Format {
    /// All that there are, the most wanted first.
    pub const ALL: [Self; 5] = [Self::Html, Self::Docx, Self::Md, Self::Csv, Self::Json];

    /// Its name, which is also how its files end.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Md => "md",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// The format of a file by how its name ends, without the dot; capitals
    /// are as good.
    #[must_use]
    pub fn of_ending(ending: &str) -> Option<Self> {
        let ending = ending.to_lowercase();
        let ending = match ending.as_str() {
            "markdown" => "md",
            "htm" => "html",
            ending => ending,
        };
        Self::ALL.into_iter().find(|format| format.id() == ending)
    }

    /// Whether it is text, which a terminal can show.
    #[must_use]
    pub const fn is_text(self) -> bool {
        !matches!(self, Self::Docx)
    }

    /// The memo of a session, to be written to a file. The same session gives
    /// the same bytes.
    #[must_use]
    pub fn render(self, view: &HostView, notice: &Notice, lang: Lang) -> Vec<u8> {
        let tree = || build(view, notice, lang);
        match self {
            Self::Html => html::render(&tree()).into_bytes(),
            Self::Docx => docx::render(&tree()),
            Self::Md => md::render(&tree()).into_bytes(),
            Self::Csv => csv::render(view, lang).into_bytes(),
            Self::Json => json::render(view).into_bytes(),
        }
    }
}
