//! The formats of a memo: one list for the command line, the screen and
//! whoever checks a memo against its session.

use super::{build, csv, docx, html, json, md, tree::Memo};
use crate::{
    lang::{Lang, Message},
    msg,
    session::{HostView, Notice},
};

/// A format that a memo is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One HTML file, to read or print.
    Html,
    /// A file for Word, to edit.
    Docx,
    /// A PDF, to print and to mail; only in a build with the feature `pdf`.
    Pdf,
    /// Markdown.
    Md,
    /// The ratings, a row each.
    Csv,
    /// Data, `dear-customer/memo@1`.
    Json,
}

impl Format {
    /// All that there are, the most wanted first.
    pub const ALL: [Self; 6] = [
        Self::Html,
        Self::Docx,
        Self::Pdf,
        Self::Md,
        Self::Csv,
        Self::Json,
    ];

    /// Its name, which is also how its files end.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Pdf => "pdf",
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
        !matches!(self, Self::Docx | Self::Pdf)
    }

    /// Those that this build can write.
    pub fn written() -> impl Iterator<Item = Self> {
        let can = |format: &Self| cfg!(feature = "pdf") || *format != Self::Pdf;
        Self::ALL.into_iter().filter(can)
    }

    /// The memo of a session, to be written to a file. The same session gives
    /// the same bytes.
    ///
    /// # Errors
    /// Where this build can't write the format, or by a bug of ours.
    pub fn render(
        self,
        view: &HostView,
        notice: &Notice,
        lang: Lang,
    ) -> Result<Vec<u8>, Unwritten> {
        let tree = || build(view, notice, lang);
        Ok(match self {
            Self::Html => html::render(&tree()).into_bytes(),
            Self::Docx => docx::render(&tree()),
            Self::Pdf => pdf(&tree)?,
            Self::Md => md::render(&tree()).into_bytes(),
            Self::Csv => csv::render(view, lang).into_bytes(),
            Self::Json => json::render(view).into_bytes(),
        })
    }
}

/// Why a memo was not written.
#[derive(Debug)]
pub enum Unwritten {
    /// The typesetter is left out of this build.
    NoPdf,
    /// A bug of ours: what is wrong, and the way out.
    Failed(Box<(Message, Message)>),
}

impl Unwritten {
    /// What is wrong, and the way out.
    #[must_use]
    pub fn words(self) -> (Message, Message) {
        match self {
            Self::NoPdf => (msg!("export-no-pdf"), msg!("export-no-pdf-hint")),
            Self::Failed(words) => *words,
        }
    }
}

#[cfg(feature = "pdf")]
fn pdf(tree: &dyn Fn() -> Memo) -> Result<Vec<u8>, Unwritten> {
    super::pdf::render(&tree()).map_err(|error| Unwritten::Failed(Box::new(error.words())))
}

#[cfg(not(feature = "pdf"))]
fn pdf(_: &dyn Fn() -> Memo) -> Result<Vec<u8>, Unwritten> {
    Err(Unwritten::NoPdf)
}
