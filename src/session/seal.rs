//! Sealing: an unrevealed rating stands in the file encrypted under a key
//! that stands in the first event. That guards against glances, grep and
//! diffs, not against the owner of the laptop.
//!
//! Invariant: neither [`Sealed`] nor [`Secret`] can be printed, compared or
//! serialised as a whole; what is in them comes out only where a reveal or
//! the seat itself asks for it, inside this module's parent.

use super::{Private, RoundId, SeatId};
use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305,
    aead::{Aead, Payload},
};
use data_encoding::BASE64;
use serde::{Deserialize, Serialize};

/// The length of a key, in bytes.
pub(super) const KEY_BYTES: usize = 32;
const NONCE_BYTES: usize = 24;
/// What is sealed is padded to a multiple of this, so that its length does
/// not tell `3` from `abstain`, or a reason of a usual line from none. Of a
/// longer one it tells roughly how long.
const PAD_BYTES: usize = 128;

/// Something that a person handed in and nobody else may see yet. Without
/// `Debug`, `Serialize` or `Display` on purpose.
pub struct Secret<T>(T);

impl<T> Secret<T> {
    /// Closes it.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// Opens it; for the session alone.
    pub(super) fn open(&self) -> &T {
        &self.0
    }
}

/// The key of a session. Without `Debug` on purpose.
#[derive(Clone)]
pub(super) struct Key(XChaCha20Poly1305);

/// A sealed text: nonce and ciphertext. It serialises as the base64 of both.
/// Without `Debug` on purpose.
#[derive(Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Sealed(String);

impl Sealed {
    /// The base64 of nonce and ciphertext.
    pub(super) fn into_text(self) -> String {
        self.0
    }
}

impl Key {
    /// The key of these bytes, as written in the first event.
    pub(super) fn from_base64(text: &str) -> Option<Self> {
        let bytes: [u8; KEY_BYTES] = BASE64.decode(text.as_bytes()).ok()?.try_into().ok()?;
        Some(Self(XChaCha20Poly1305::new(&bytes.into())))
    }

    /// Seals `text` for one place only: opened elsewhere it fails. `random`
    /// fills the nonce. None only if the text is longer than memory.
    pub(super) fn seal(
        &self,
        place: &str,
        text: &str,
        random: &dyn Fn(&mut [u8]),
    ) -> Option<Sealed> {
        let mut nonce = [0; NONCE_BYTES];
        random(&mut nonce);
        let mut plain = text.as_bytes().to_vec();
        // 0x80 and zeros up to the next full block (ISO/IEC 7816-4).
        plain.push(0x80);
        plain.resize(plain.len().next_multiple_of(PAD_BYTES), 0);
        let payload = Payload {
            msg: &plain,
            aad: place.as_bytes(),
        };
        let mut bytes = nonce.to_vec();
        bytes.extend(self.0.encrypt(&nonce.into(), payload).ok()?);
        Some(Sealed(BASE64.encode(&bytes)))
    }

    /// The text sealed for this place; none where key, place or bytes differ.
    pub(super) fn open(&self, place: &str, sealed: &Sealed) -> Option<String> {
        let bytes = BASE64.decode(sealed.0.as_bytes()).ok()?;
        let (nonce, cipher) = bytes.split_at_checked(NONCE_BYTES)?;
        let nonce: [u8; NONCE_BYTES] = nonce.try_into().ok()?;
        let payload = Payload {
            msg: cipher,
            aad: place.as_bytes(),
        };
        let mut plain = self.0.decrypt(&nonce.into(), payload).ok()?;
        let end = plain.iter().rposition(|&b| b != 0)?;
        plain.truncate(end);
        String::from_utf8(plain).ok()
    }
}

/// The place for which a seat's rating is sealed.
pub(super) fn place(round: &RoundId, seat: SeatId) -> String {
    format!(
        "{}/{}/{}/{seat}",
        round.option,
        round.assessment.id(),
        round.round.number()
    )
}

/// The place for which a seat's words are sealed.
pub(super) fn text_place(what: Private, option: &str, seat: SeatId) -> String {
    format!("{}/{option}/{seat}", what.id())
}

/// The place for which the id of a disguised case is sealed.
pub(super) const CASE_PLACE: &str = "case";

/// The place for which a forecast is sealed.
pub(super) fn forecast_place(seat: SeatId) -> String {
    format!("forecast/{seat}")
}

/// The place for which a draft is sealed.
pub(super) fn draft_place(id: &str) -> String {
    format!("draft/{id}")
}

/// The place for which a seat's name is sealed.
pub(super) fn name_place(seat: SeatId) -> String {
    format!("name/{seat}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(byte: u8) -> Key {
        Key::from_base64(&BASE64.encode(&[byte; KEY_BYTES])).unwrap()
    }

    #[test]
    fn a_sealed_text_opens_with_its_key_in_its_place_only() {
        let random = |bytes: &mut [u8]| bytes.fill(7);
        let sealed = key(1)
            .seal("a/need/1/P1", "3\nnobody asked", &random)
            .unwrap();
        assert_eq!(
            key(1).open("a/need/1/P1", &sealed).unwrap(),
            "3\nnobody asked"
        );
        assert!(key(1).open("a/need/1/P2", &sealed).is_none());
        assert!(key(2).open("a/need/1/P1", &sealed).is_none());
        assert!(key(1).open("a/need/1/P1", &Sealed("x".into())).is_none());
    }

    #[test]
    fn the_length_does_not_tell_one_answer_from_another() {
        let random = |bytes: &mut [u8]| bytes.fill(7);
        let length = |text| key(1).seal("p", text, &random).unwrap().0.len();
        assert_eq!(length("3"), length("abstain"));
        assert_eq!(length(""), length("recused\nshe owns the idea"));
    }
}
