//! What stands in a document that leaves the program, for whoever looks for
//! something in it.

use std::io::{Cursor, Read};

/// The document as text: of a .docx, its parts unpacked.
pub fn readable(document: &[u8]) -> String {
    let Ok(mut zip) = zip::ZipArchive::new(Cursor::new(document)) else {
        return String::from_utf8_lossy(document).into_owned();
    };
    let mut all = String::new();
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).unwrap();
        part.read_to_string(&mut all).unwrap();
    }
    assert!(!all.is_empty());
    all
}
