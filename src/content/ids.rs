//! Ids made from what people type.

use unicode_normalization::UnicodeNormalization;

/// The longest id, in characters.
pub(super) const LONGEST: usize = 60;

/// A name of a file or a title as an id: lowercase letters, digits and
/// hyphens, letters without their accents. Nothing where nothing is left.
#[must_use]
pub fn id_of(name: &str) -> Option<String> {
    let mut id = String::new();
    for c in name.nfd().flat_map(char::to_lowercase) {
        if c.is_ascii_alphanumeric() {
            id.push(c);
        } else if !unicode_normalization::char::is_combining_mark(c) && !id.ends_with('-') {
            id.push('-');
        }
    }
    let id: String = id.trim_matches('-').chars().take(LONGEST).collect();
    let id = id.trim_end_matches('-');
    (!id.is_empty()).then(|| id.to_owned())
}

/// The id itself, or the first of `id-2`, `id-3` … that is not taken.
#[must_use]
pub fn free_id(id: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let numbered = (2_u32..).map(|number| {
        let end = format!("-{number}");
        let start: String = id.chars().take(LONGEST - end.len()).collect();
        format!("{start}{end}")
    });
    std::iter::once(id.to_owned())
        .chain(numbered)
        .find(|id| !is_taken(id))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_call_a_file_becomes_an_id() {
        for (name, id) in [
            ("my-case", "my-case"),
            ("Tips uit de één-meter (v2)", "tips-uit-de-een-meter-v2"),
            ("__Bank 2014__", "bank-2014"),
            ("İstanbul Kart", "istanbul-kart"),
        ] {
            assert_eq!(id_of(name).as_deref(), Some(id));
        }
        assert_eq!((id_of("…"), id_of("")), (None, None));
        let long = "ab-".repeat(40);
        assert!(id_of(&long).is_some_and(|id| id.len() == 59 && id.ends_with('b')));
        assert_eq!(free_id("a", |id| ["a", "a-2"].contains(&id)), "a-3");
        let long = "a".repeat(60);
        assert_eq!(free_id(&long, |id| id == long).len(), 60);
    }
}
