//! The fingerprint by which a session says which content it was held with.

use data_encoding::HEXLOWER;
use serde::Serialize;
use sha2::{Digest, Sha256};

/// The fingerprint of an instrument or a scenario: the SHA-256, in lowercase
/// hexadecimals, of its canonical form. That form is JSON without spaces, the
/// keys of every object in the order of their bytes, `null` for nothing; so
/// neither the layout of the file nor the order of our own fields counts.
///
/// # Panics
///
/// When a value can't be JSON (a map whose keys are no texts); no content is
/// like that.
#[must_use]
pub fn content_hash<T: Serialize>(value: &T) -> String {
    let mut value = serde_json::to_value(value).expect("content is plain data");
    value.sort_all_objects();
    HEXLOWER.encode(&Sha256::digest(value.to_string()))
}
