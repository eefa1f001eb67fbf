//! What each wants, as completed in private before the decision (METHOD.md
//! §2.7): counts on page one, words in an annex. No rule reads it.

use super::{
    parts::{Judged, heading, seat_label, shown},
    tree::{Block, Rich, Span, plain},
};
use crate::{
    content::OptionCard,
    lang::Lang,
    session::{HostView, Private, SeatWords},
    t,
};

/// "4 want this, 3 do not": none while nothing is shown.
pub(super) fn counts(view: &HostView, lang: Lang, option: &OptionCard) -> Option<String> {
    let given = shown(view, Private::Stance, &option.id)?;
    let count = |wants| {
        let same = given
            .iter()
            .filter(|given| given.words.wants == Some(wants));
        same.count()
    };
    let silent = view.info.seats.len().saturating_sub(given.len());
    let counts = t!(lang, "stance-counts", yes = count(true), no = count(false));
    Some(match silent {
        0 => format!("{counts}."),
        n => t!(lang, "stance-silent", counts = counts, n = n),
    })
}

/// The annex; empty while nothing is shown.
pub(super) fn annex(view: &HostView, lang: Lang, judged: &[Judged]) -> Vec<Block> {
    let line = |given: &SeatWords| -> Rich {
        let who = seat_label(view, given.seat);
        let says = if given.words.wants == Some(true) {
            t!(lang, "stance-yes", who = who)
        } else {
            t!(lang, "stance-no", who = who)
        };
        if given.words.text.is_empty() {
            return plain(format!("{says}."));
        }
        let words = Span::Quote(given.words.text.to_string());
        vec![Span::Text(format!("{says}: ")), words]
    };
    let mut blocks = Vec::new();
    for entry in judged {
        let (option, _) = entry;
        let Some(counts) = counts(view, lang, option) else {
            continue;
        };
        let given = shown(view, Private::Stance, &option.id).unwrap_or_default();
        blocks.push(heading(lang, entry));
        blocks.push(Block::Para(plain(counts)));
        blocks.push(Block::List(given.iter().map(line).collect()));
    }
    if !blocks.is_empty() {
        blocks.insert(0, Block::Para(plain(t!(lang, "stance-intro"))));
    }
    blocks
}
