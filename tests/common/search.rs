//! Looks for a planted text in every form in which it could lie about.

use data_encoding::{BASE64_NOPAD, HEXLOWER, HEXUPPER};
use memchr::memmem;

/// The forms: as it is, in hex, in base64 wherever it may start, in UTF-16.
fn forms(secret: &str) -> Vec<Vec<u8>> {
    let plain = secret.as_bytes();
    let mut forms = vec![
        plain.to_vec(),
        HEXLOWER.encode(plain).into(),
        HEXUPPER.encode(plain).into(),
        secret.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        secret.encode_utf16().flat_map(u16::to_be_bytes).collect(),
    ];
    for before in 0..3 {
        // Whole groups of three bytes look the same whatever stands around.
        let skip = (3 - before) % 3;
        let whole = (plain.len() - skip) / 3 * 3;
        forms.push(BASE64_NOPAD.encode(&plain[skip..skip + whole]).into());
    }
    forms
}

/// Whether the text stands in the bytes in any form.
pub fn shows(bytes: &[u8], secret: &str) -> bool {
    let stands = |form: Vec<u8>| memmem::find(bytes, &form).is_some();
    forms(secret).into_iter().any(stands)
}

/// Fault: a search that finds nothing proves nothing.
#[test]
fn the_search_finds_what_is_there() {
    let secret = "nobody asked for this";
    for before in 0..4 {
        let text = format!("{}{secret}, really", "x".repeat(before));
        assert!(shows(text.as_bytes(), secret));
        let base64 = BASE64_NOPAD.encode(text.as_bytes());
        assert!(shows(base64.as_bytes(), secret));
        assert!(shows(HEXLOWER.encode(text.as_bytes()).as_bytes(), secret));
        assert!(!shows(text.as_bytes(), "somebody asked"));
    }
}
