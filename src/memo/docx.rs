//! The memo as a .docx, to go into a board's papers and to be edited there, in
//! Word and in LibreOffice: styles, real lists, tables and drawings.
//!
//! Invariant: the same tree gives the same bytes, everywhere; what people
//! typed is text and nothing else, never a field, a link or markup; no part
//! refers to anything outside the file.

mod body;
mod columns;
mod drawing;
mod markup;
mod tables;
pub(super) mod words;

use super::build::VERSION;
use super::escape::{html, one_line};
use super::tree::{Memo, Running};
use crate::{lang::Lang, t};
use body::Body;
use markup::run;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use unicode_segmentation::UnicodeSegmentation;
use zip::{CompressionMethod, DateTime, ZipWriter, result::ZipResult, write::SimpleFileOptions};

/// Between the margins, in twips.
const TEXT_WIDTH: u32 = 9864;

/// Longer names are cut in the margins, where they would push the text away.
const LONGEST_RUNNING: usize = 90;

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The namespaces of a part that holds text.
const NAMESPACES: &str = "\
    xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
    xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
    xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:wpg=\"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup\" \
    xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"";

/// The memo as a .docx file.
///
/// # Panics
///
/// Never: a zip file in memory fails only beyond 4 GiB.
#[must_use]
pub fn render(memo: &Memo) -> Vec<u8> {
    let body = Body::of(memo);
    let running = &memo.running;
    let language = match memo.lang {
        Lang::En => "en-GB",
        Lang::Nl => "nl-NL",
    };
    let parts = [
        ("[Content_Types].xml", CONTENT_TYPES.to_owned()),
        ("_rels/.rels", RELATIONS.to_owned()),
        ("word/document.xml", document(&body.out)),
        (
            "word/_rels/document.xml.rels",
            DOCUMENT_RELATIONS.to_owned(),
        ),
        ("word/styles.xml", styles(memo.lang, language)),
        ("word/numbering.xml", numbering(body.lists)),
        ("word/settings.xml", SETTINGS.replace("{lang}", language)),
        ("word/fontTable.xml", FONTS.to_owned()),
        ("word/header1.xml", header(running)),
        ("word/footer1.xml", footer(memo.lang, running)),
        ("docProps/core.xml", core(memo, language)),
        ("docProps/app.xml", app()),
        ("docProps/custom.xml", custom(running)),
    ];
    packed(&parts).expect("memory takes any part")
}

/// The parts as a zip file, in this order, without a time or a machine's name.
fn packed(parts: &[(&str, String)]) -> ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::DEFAULT)
        .system(zip::System::Dos);
    for (name, content) in parts {
        zip.start_file(*name, options)?;
        zip.write_all(content.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

fn document(body: &str) -> String {
    format!(
        "{DECLARATION}<w:document {NAMESPACES}><w:body>{body}<w:sectPr>\
         <w:headerReference w:type=\"default\" r:id=\"rId5\"/>\
         <w:footerReference w:type=\"default\" r:id=\"rId6\"/>\
         <w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
         <w:pgMar w:top=\"1020\" w:right=\"1021\" w:bottom=\"907\" w:left=\"1021\" \
         w:header=\"510\" w:footer=\"454\" w:gutter=\"0\"/>\
         <w:cols w:space=\"708\"/></w:sectPr></w:body></w:document>"
    )
}

/// A name as it stands in the margins.
fn short(text: &str) -> String {
    let line = one_line(text);
    let mut graphemes = line.graphemes(true);
    let mut short: String = graphemes.by_ref().take(LONGEST_RUNNING).collect();
    if graphemes.next().is_some() {
        short.push('…');
    }
    short
}

/// Whose document it is, and who may read it.
fn header(running: &Running) -> String {
    let mut runs = run("", &short(&running.organisation));
    if !running.classification.is_empty() {
        runs.push_str(TAB);
        runs.push_str(&run("Strong", &short(&running.classification)));
    }
    format!(
        "{DECLARATION}<w:hdr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>\
         {runs}</w:p></w:hdr>"
    )
}

/// The same below, with the page and how many there are.
fn footer(lang: Lang, running: &Running) -> String {
    let parts = [&running.organisation, &running.classification].map(|text| short(text));
    let parts: Vec<&str> = parts
        .iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    let page = t!(lang, "memo-render-page");
    format!(
        "{DECLARATION}<w:ftr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>\
         {}{TAB}{}{}{}{}</w:p></w:ftr>",
        run("", &parts.join(" · ")),
        run("", &format!("{page} ")),
        field("PAGE"),
        run("", " / "),
        field("NUMPAGES")
    )
}

const TAB: &str = "<w:r><w:tab/></w:r>";

/// A field that the word processor fills in; `code` is one of ours.
fn field(code: &str) -> String {
    format!(
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>\
         <w:r><w:instrText xml:space=\"preserve\"> {code} </w:instrText></w:r>\
         <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r>\
         <w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    )
}

/// The styles, with the names under which a secretary finds those of ours;
/// those of the word processor it names itself.
fn styles(lang: Lang, language: &str) -> String {
    let names = [
        ("{front-heading}", t!(lang, "style-front-heading")),
        ("{notice}", t!(lang, "style-notice")),
        ("{letter-head}", t!(lang, "style-letter-head")),
        ("{letter-text}", t!(lang, "style-letter-text")),
        ("{colophon}", t!(lang, "style-colophon")),
        ("{verdict-label}", t!(lang, "style-verdict-label")),
        ("{verdict}", t!(lang, "style-verdict")),
        ("{scores-label}", t!(lang, "style-scores-label")),
        ("{scores-words}", t!(lang, "style-scores-words")),
        ("{grade}", t!(lang, "style-grade")),
        ("{small}", t!(lang, "style-small")),
        ("{picture}", t!(lang, "style-picture")),
        ("{picture-text}", t!(lang, "style-picture-text")),
        ("{table-text}", t!(lang, "style-table-text")),
        ("{table-head}", t!(lang, "style-table-head")),
        ("{table-number}", t!(lang, "style-table-number")),
        ("{table-label}", t!(lang, "style-table-label")),
        ("{gap}", t!(lang, "style-gap")),
        ("{memo-table}", t!(lang, "style-memo-table")),
        ("{memo-labels}", t!(lang, "style-memo-labels")),
        ("{memo-grid}", t!(lang, "style-memo-grid")),
    ];
    let styles = STYLES.replace("{lang}", language);
    names.iter().fold(styles, |styles, (place, name)| {
        styles.replace(place, &html(name))
    })
}

/// The two kinds of list, and a numbering of its own for each numbered list,
/// or one would go on where the last ended.
fn numbering(lists: u32) -> String {
    let mut out = format!("{DECLARATION}<w:numbering {NAMESPACES}>");
    // Writing to a string can't fail.
    for (kind, format, text) in [
        (0, "bullet", ["•", "–", "•"]),
        (1, "decimal", ["%1.", "%2.", "%3."]),
    ] {
        let _ = write!(
            out,
            "<w:abstractNum w:abstractNumId=\"{kind}\"><w:multiLevelType w:val=\"multilevel\"/>"
        );
        for (level, text) in text.into_iter().enumerate() {
            let left = 284 * (level + 1);
            let _ = write!(
                out,
                "<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>\
                 <w:lvlText w:val=\"{text}\"/><w:lvlJc w:val=\"left\"/><w:pPr>\
                 <w:ind w:left=\"{left}\" w:hanging=\"284\"/></w:pPr>\
                 <w:rPr><w:color w:val=\"17506A\"/></w:rPr></w:lvl>"
            );
        }
        out.push_str("</w:abstractNum>");
    }
    out.push_str("<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>");
    for list in 0..=lists {
        let _ = write!(
            out,
            "<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"1\"/>\
             <w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>",
            body::FIRST_LIST + list
        );
    }
    out.push_str("</w:numbering>");
    out
}

/// What a library of documents lists: title, language, and the day of the
/// session's state as that of the document, so that it does not depend on
/// when it is written. No author: the room is.
fn core(memo: &Memo, language: &str) -> String {
    let day = memo.running.date.map_or_else(String::new, |date| {
        ["created", "modified"]
            .map(|what| {
                format!(
                    "<dcterms:{what} xsi:type=\"dcterms:W3CDTF\">{date}T00:00:00Z</dcterms:{what}>"
                )
            })
            .concat()
    });
    format!(
        "{DECLARATION}<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
         <dc:title>{}</dc:title><dc:language>{language}</dc:language>{day}</cp:coreProperties>",
        html(&one_line(&memo.title))
    )
}

fn app() -> String {
    format!(
        "{DECLARATION}<Properties \
         xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         <Application>Dear Customer {VERSION}</Application></Properties>"
    )
}

/// The state of the session that the memo was made from, for machines.
fn custom(running: &Running) -> String {
    let fingerprint = running.fingerprint.as_ref().map_or_else(String::new, |it| {
        format!(
            "<property fmtid=\"{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}\" pid=\"2\" \
             name=\"fingerprint\"><vt:lpwstr>{}</vt:lpwstr></property>",
            html(&it.to_string())
        )
    });
    format!(
        "{DECLARATION}<Properties \
         xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" \
         xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">\
         {fingerprint}</Properties>"
    )
}

/// What a secretary may change.
const STYLES: &str = include_str!("docx/styles.xml");

const SETTINGS: &str = include_str!("docx/settings.xml");

const FONTS: &str = include_str!("docx/fonts.xml");

const CONTENT_TYPES: &str = include_str!("docx/content-types.xml");

const RELATIONS: &str = include_str!("docx/relations.xml");

const DOCUMENT_RELATIONS: &str = include_str!("docx/document-relations.xml");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_numbered_list_starts_at_one() {
        let numbering = numbering(2);
        assert_eq!(
            numbering.matches("<w:startOverride w:val=\"1\"/>").count(),
            3
        );
        assert!(numbering.contains("w:numId=\"4\""));
    }

    #[test]
    fn the_margins_hold_no_novel() {
        assert_eq!(short("Bank\nA"), "Bank A");
        let long = short(&"é".repeat(5000));
        assert_eq!(long.graphemes(true).count(), LONGEST_RUNNING + 1);
    }
}
