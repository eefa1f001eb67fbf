//! The memo as a PDF to print and to mail: tagged (PDF/UA-1), on A4, set by
//! typst with the fonts that come with it.
//!
//! Invariant: the memo goes to the typesetter as data, one JSON file that the
//! template `memo.typ` reads; no text of people is ever parsed as markup. The
//! same memo gives the same bytes, on any machine: there is no file, no
//! package, no font and no clock but what is in here.

mod letters;
mod view;

use super::{build::VERSION, tree::Memo};
use crate::{lang::Message, msg};
use letters::FONTS;
use std::sync::LazyLock;
use typst::{
    Feature, Features, Library, LibraryExt, World,
    diag::{FileError, FileResult, SourceDiagnostic},
    foundations::{Bytes, Datetime, Duration, Smart},
    syntax::{FileId, Source},
    text::{Font, FontBook},
    utils::LazyHash,
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

/// Why there is no PDF: a fault of ours, since every memo can be one.
#[derive(Debug)]
pub struct PdfError {
    /// What the typesetter said, in its own words.
    why: String,
}

impl PdfError {
    fn new(why: &[SourceDiagnostic]) -> Self {
        let why: Vec<&str> = why.iter().map(|one| one.message.as_str()).collect();
        Self {
            why: why.join("; "),
        }
    }

    /// What is wrong, and the way out.
    #[must_use]
    pub fn words(&self) -> (Message, Message) {
        (
            msg!("pdf-failed", why = self.why.as_str()),
            msg!("pdf-failed-hint"),
        )
    }
}

/// The memo as the bytes of a PDF.
///
/// # Errors
/// Never, but for a bug in here.
pub fn render(memo: &Memo) -> Result<Vec<u8>, PdfError> {
    let data = view::data(memo);
    let data = serde_json::to_vec(&data).map_err(|error| PdfError {
        why: error.to_string(),
    })?;
    let desk = Desk {
        data: Bytes::new(data),
    };
    let fingerprint = memo.running.fingerprint.as_ref();
    let day = memo.running.date.and_then(|date| {
        let (year, month, day) = (date.year(), date.month(), date.day());
        let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        Datetime::from_ymd(year.into(), month, day)
    });
    let standards = PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|error| PdfError {
        why: error.message().to_string(),
    })?;
    let options = PdfOptions {
        ident: Smart::Custom(fingerprint.map_or_else(|| memo.title.clone(), ToString::to_string)),
        creator: Smart::Custom(Some(format!("Dear Customer {VERSION}"))),
        timestamp: day.map(Timestamp::new_utc),
        standards,
        ..PdfOptions::default()
    };
    let document = typst::compile::<PagedDocument>(&desk)
        .output
        .map_err(|why| PdfError::new(&why))?;
    let bytes = typst_pdf::pdf(&document, &options).map_err(|why| PdfError::new(&why))?;
    // What typst remembers of this memo helps with no other.
    typst::comemo::evict(1);
    Ok(bytes)
}

/// The typesetter's desk: the template, one memo's data, and the fonts.
struct Desk {
    data: Bytes,
}

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    // Row headers of tables are still behind this.
    let features: Features = [Feature::A11yExtras].into_iter().collect();
    LazyHash::new(Library::builder().with_features(features).build())
});

static TEMPLATE: LazyLock<Source> = LazyLock::new(|| Source::detached(include_str!("memo.typ")));

/// The data's file: `main.json` beside the template's `main.typ`.
static DATA: LazyLock<FileId> = LazyLock::new(|| {
    TEMPLATE
        .id()
        .map(|path| path.with_extension("json"))
        .intern()
});

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }

    fn main(&self) -> FileId {
        TEMPLATE.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == TEMPLATE.id() {
            Ok(TEMPLATE.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == *DATA {
            Ok(self.data.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.faces.get(index).cloned()
    }

    /// There is no clock: the memo's date is the session's.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        lang::Lang,
        memo::tree::{Annex, Block, Grid, Letter, Running, Sides, Strip, Table, plain},
    };
    use typst::layout::{Abs, Frame, FrameItem, Point, Transform};

    /// The bounds of every run of letters on a page: left, right and base.
    fn runs(frame: &Frame, to_page: Transform, found: &mut Vec<(Abs, Abs, Abs)>) {
        for (at, item) in frame.items() {
            match item {
                FrameItem::Group(group) => {
                    let here = Transform::translate(at.x, at.y).pre_concat(group.transform);
                    runs(&group.frame, to_page.pre_concat(here), found);
                }
                FrameItem::Text(text) => {
                    let start = at.transform(to_page);
                    let end = Point::new(at.x + text.width(), at.y).transform(to_page);
                    found.push((start.x, end.x, start.y));
                }
                _ => {}
            }
        }
    }

    fn everywhere(text: &str) -> Memo {
        let w = || text.to_owned();
        let strip = || Strip {
            label: w(),
            counts: [1; 11],
            grade: Some(5),
            marks: vec![(5, w()), (8, w())],
            words: w(),
        };
        let blocks = vec![
            Block::Heading(3, w()),
            Block::Para(plain(w())),
            Block::List(vec![plain(w())]),
            Block::Notice(plain(w())),
            Block::Pairs(vec![(w(), plain(w()))]),
            Block::Table(Table {
                caption: w(),
                head: vec![w(), "a".to_owned(), w(), w()],
                rows: vec![vec![plain(w()), plain("b"), plain(w()), plain(w())]],
                numeric: vec![false, true, false, true],
            }),
            Block::Strip(strip()),
            Block::Strips(vec![strip(), strip(), strip()]),
            Block::Grid(Box::new(Grid {
                caption: w(),
                rows_label: w(),
                columns_label: w(),
                columns: [w(), w(), w()],
                rows: [w(), w(), w()],
                cells: std::array::from_fn(|_| std::array::from_fn(|_| w())),
                lit: Some((0, 2)),
                lit_word: w(),
            })),
            Block::Sides(Sides {
                caption: w(),
                heads: vec![w(), w()],
                rows: Vec::new(),
                legend: w(),
            }),
            Block::Letter(Letter {
                from: w(),
                paragraphs: vec![w()],
            }),
        ];
        Memo {
            lang: Lang::Nl,
            running: Running::default(),
            title: w(),
            subtitle: w(),
            front: blocks.clone(),
            annexes: vec![Annex { title: w(), blocks }],
            footer: w(),
        }
    }

    #[test]
    fn nothing_runs_off_the_page() {
        for text in [
            "x".repeat(5_000),
            "verantwoordelijkheid".repeat(20),
            "een-heel_lange@naam.example/0123456789abcdef0123456789abcdef".to_owned(),
            "gewone woorden ".repeat(150),
        ] {
            let data = serde_json::to_vec(&view::data(&everywhere(&text))).unwrap();
            let desk = Desk {
                data: Bytes::new(data),
            };
            let compiled = typst::compile::<PagedDocument>(&desk);
            assert!(compiled.warnings.is_empty(), "{:?}", compiled.warnings);
            let document = compiled.output.unwrap();
            for page in document.pages() {
                let size = page.frame.size();
                let mut found = Vec::new();
                runs(&page.frame, Transform::identity(), &mut found);
                assert!(!found.is_empty());
                for (left, right, base) in found {
                    assert!(left >= Abs::mm(17.0), "{left:?}");
                    assert!(right <= size.x - Abs::mm(17.0), "{right:?}");
                    let inside = base > Abs::mm(5.0) && base < size.y - Abs::mm(5.0);
                    assert!(inside, "{base:?}");
                }
            }
        }
    }
}
