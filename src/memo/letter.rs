//! The apology letter: as adopted, or the draft that the session's facts and
//! the room's sentences give.

use super::{
    parts::{Judged, heading, latest_ratings, seat_label, shown},
    tree::{Block, Letter, Rich, Span, plain},
    words,
};
use crate::{
    content::OptionCard,
    lang::{self, Lang},
    method::{Apology, Assessment},
    session::{AnswerWord, HostView, Private, Round, SeatRating, SeatWords, View, result},
    t,
};
use jiff::ToSpan;
use std::collections::BTreeSet;

/// The annex: the letter of each option, and the sentences behind it.
pub(super) fn annex(view: &HostView, lang: Lang, judged: &[Judged]) -> Vec<Block> {
    let mut blocks = vec![Block::Para(plain(t!(lang, "letter-intro")))];
    for entry in judged {
        let (option, result) = entry;
        blocks.push(heading(lang, entry));
        let sentences = sentences(view, lang, option);
        let letter = view.letters.get(&option.id);
        if let Some(letter) = letter.filter(|letter| !letter.text.is_empty()) {
            let text = letter.text.as_str();
            blocks.push(Block::Letter(adopted(view, lang, text)));
        } else if result.has(Assessment::Apology) || !sentences.is_empty() {
            blocks.push(Block::Para(plain(t!(lang, "letter-draft"))));
            blocks.push(Block::Letter(Letter {
                from: from(view, lang),
                paragraphs: draft_letter(view, lang, option),
            }));
        } else {
            let name = words::assessment_title(lang, Assessment::Apology);
            blocks.push(Block::Para(plain(t!(lang, "step-not-rated", name = name))));
        }
        if !sentences.is_empty() {
            blocks.push(Block::Heading(4, t!(lang, "letter-sentences")));
            blocks.push(Block::List(sentences));
        }
    }
    blocks
}

/// A letter that was adopted, as a letter: an empty line parts paragraphs.
#[must_use]
pub fn adopted<R, T>(view: &View<R, T>, lang: Lang, text: &str) -> Letter {
    Letter {
        from: from(view, lang),
        paragraphs: text.split("\n\n").map(str::to_owned).collect(),
    }
}

/// What stands at a letter's head.
fn from<R, T>(view: &View<R, T>, lang: Lang) -> String {
    view.info.scenario.organisation.get(lang).to_owned()
}

/// Each one's sentence: as written for the letter, or else what was given
/// with the answer.
fn sentences(view: &HostView, lang: Lang, option: &OptionCard) -> Vec<Rich> {
    let quoted = |who: String, text: String| vec![Span::Text(who), Span::Quote(text)];
    let written = |given: &SeatWords| {
        let who = format!("{}: ", seat_label(view, given.seat));
        quoted(who, given.words.text.to_string())
    };
    if let Some(given) = shown(view, Private::Sentence, &option.id) {
        return given.iter().map(written).collect();
    }
    let told = |rating: &SeatRating| {
        let who = seat_label(view, rating.seat);
        let answer = words::answer_name(lang, rating.answer);
        quoted(format!("{who}, {answer}: "), rating.reason.to_string())
    };
    latest_ratings(view, &option.id, Assessment::Apology)
        .iter()
        .filter(|rating| !rating.reason.is_empty())
        .map(told)
        .collect()
}

/// The letter for an option as the session's facts and the room's sentences
/// give it, dated a year ahead, a string a paragraph. It is built from the
/// sentences written for it ([`Private::Sentence`]) where they are shown, else
/// from what was given with the answers.
#[must_use]
pub fn draft_letter(view: &HostView, lang: Lang, option: &OptionCard) -> Vec<String> {
    let scenario = &view.info.scenario;
    let ahead = view.date.checked_add(1.year()).unwrap_or(view.date);
    let date = lang::date(lang, ahead);
    let organisation = scenario.organisation.get(lang);
    let proposed = view.is_as_proposed(option);
    let did = match scenario.idea.letter.as_ref().filter(|_| proposed) {
        Some(letter) => letter.get(lang).to_owned(),
        None if proposed => t!(lang, "letter-did", what = scenario.idea.summary.get(lang)),
        None => t!(lang, "letter-did", what = option.summary.get(lang)),
    };
    let place = match organisation {
        "" => date,
        name => t!(lang, "letter-place", organisation = name, date = date),
    };
    let dear = t!(lang, "letter-dear", people = scenario.people.get(lang));
    let mut paragraphs = vec![place, dear, did];
    match shown(view, Private::Sentence, &option.id) {
        Some(given) => {
            let texts = given.iter().map(|given| given.words.text.to_string());
            paragraphs.extend(different(texts));
        }
        None => paragraphs.extend(from_answers(view, lang, option)),
    }
    // Where nobody would apologise there is nothing to change.
    let result = result(view, option, Round::Second);
    let apology = &result.panel.apology;
    let explains = result.has(Assessment::Apology) && apology.counts()[2] == apology.n();
    if !explains {
        paragraphs.push(t!(lang, "letter-change"));
    }
    if !organisation.is_empty() {
        paragraphs.push(t!(lang, "letter-close", organisation = organisation));
    }
    paragraphs
}

/// Each text once, in the order in which they come.
fn different(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    texts.filter(|text| seen.insert(text.clone())).collect()
}

/// What the letter can take from the answers' reasons. Whoever apologises for
/// the whole wrote the letter's sentence; whoever apologises for how, what
/// should have been in place; where nobody apologises, the letter explains.
fn from_answers(view: &HostView, lang: Lang, option: &OptionCard) -> Vec<String> {
    let ratings = latest_ratings(view, &option.id, Assessment::Apology);
    let spoken = |wanted: Apology| {
        let told = ratings
            .iter()
            .filter(|rating| rating.answer == AnswerWord::Apology(wanted))
            .filter(|rating| !rating.reason.is_empty());
        different(told.map(|rating| rating.reason.to_string()))
    };
    let (whole, how) = (spoken(Apology::Whole), spoken(Apology::How));
    let mut paragraphs = Vec::new();
    if whole.is_empty() && how.is_empty() {
        let explains = spoken(Apology::None);
        if explains.is_empty() {
            paragraphs.push(t!(lang, "letter-no-sentence"));
        }
        paragraphs.extend(explains);
    }
    if !how.is_empty() && whole.is_empty() {
        paragraphs.push(t!(lang, "letter-how"));
    }
    paragraphs.extend(whole);
    if !how.is_empty() {
        paragraphs.push(t!(lang, "letter-missing"));
        paragraphs.extend(how.into_iter().map(|condition| format!("– {condition}")));
    }
    paragraphs
}
