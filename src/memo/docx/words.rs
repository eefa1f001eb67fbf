//! What a .docx says, whoever saved it: to search it, and to tell whether
//! another program that saved it anew left its words as they were.

use quick_xml::{Reader, events::Event};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// No part of a memo is longer; a file made to fill the memory is not read.
const LONGEST_PART: u64 = 64 << 20;

/// The parts of a .docx one after the other, as text; none where it is no zip
/// file.
pub(in crate::memo) fn parts(bytes: &[u8]) -> Option<String> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut all = String::new();
    for index in 0..zip.len() {
        let part = zip.by_index(index).ok()?;
        let mut bytes = Vec::new();
        part.take(LONGEST_PART).read_to_end(&mut bytes).ok()?;
        all.push_str(&String::from_utf8_lossy(&bytes));
        all.push('\n');
    }
    Some(all)
}

/// The words of the document, a string a paragraph, those in drawings too.
/// Empty paragraphs, and breaks at the ends of others, are left out: programs
/// begin a page as they like. So is what stands in for a drawing in a program
/// that can't show it.
pub(in crate::memo) fn paragraphs(bytes: &[u8]) -> Option<Vec<String>> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let part = zip.by_name("word/document.xml").ok()?;
    let mut xml = String::new();
    part.take(LONGEST_PART).read_to_string(&mut xml).ok()?;
    let mut reader = Reader::from_str(&xml);
    let mut paragraphs = Vec::new();
    // The paragraphs that are open: a text box stands inside one.
    let mut open: Vec<String> = Vec::new();
    let (mut skipped, mut in_text) = (0, false);
    loop {
        let event = reader.read_event().ok()?;
        let name = match &event {
            Event::Start(tag) | Event::Empty(tag) => tag.name().as_ref().to_owned(),
            Event::End(tag) => tag.name().as_ref().to_owned(),
            _ => String::new(),
        };
        let mut add = |text: &str| {
            if let Some(here) = open.last_mut().filter(|_| skipped == 0) {
                here.push_str(text);
            }
        };
        match (&event, name.as_str()) {
            (Event::Eof, _) => break,
            (Event::Start(_), "mc:Fallback") => skipped += 1,
            (Event::End(_), "mc:Fallback") => skipped -= 1,
            (Event::Start(_), "w:p") => open.push(String::new()),
            (Event::End(_), "w:p") => paragraphs.extend(open.pop()),
            (Event::Start(_), "w:t") => in_text = true,
            (Event::End(_), "w:t") => in_text = false,
            (Event::Empty(_), "w:br") => add("\n"),
            (Event::Text(text), _) if in_text => add(text),
            (Event::GeneralRef(entity), _) if in_text => {
                let c = match &**entity {
                    "amp" => '&',
                    "lt" => '<',
                    "gt" => '>',
                    "quot" => '"',
                    "apos" => '\'',
                    _ => entity.resolve_char_ref().ok()??,
                };
                add(c.encode_utf8(&mut [0; 4]));
            }
            _ => {}
        }
    }
    let trimmed = paragraphs
        .iter()
        .map(|text| text.trim_matches('\n').to_owned());
    Some(trimmed.filter(|text| !text.trim().is_empty()).collect())
}
