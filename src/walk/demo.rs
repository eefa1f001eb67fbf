//! A worked example to look around in, at its verdict. Its ratings are made
//! up, and it says so wherever it shows.
//!
//! Invariant: it stands in a folder of its own that goes with it; nothing of
//! what is done in it is kept.

use super::page::Complaint;
use crate::{
    content::Library,
    lang::Lang,
    method::{Assessment, Legal},
    session::{
        self, Action, Actor, AnswerWord, Command, Framing, HandIn, LegalEntry, NewSession, Outside,
        Round, RoundId, SeatId, Secret, Service, Step,
    },
    text::Clean,
};
use std::path::{Path, PathBuf};

/// The case, and what seven people who do not exist said of it.
const CASE: &str = "ing-2014";
const SEATS: usize = 7;

const fn ratings(lang: Lang) -> &'static str {
    match lang {
        Lang::En => include_str!("../../examples/ing-2014-example-ratings.csv"),
        Lang::Nl => include_str!("../../examples/ing-2014-voorbeeld-scores.csv"),
    }
}

/// Makes the example in a folder; gives its file.
pub(super) fn make(
    folder: &Path,
    lang: Lang,
    library: &Library,
    outside: &dyn Fn() -> Outside,
) -> Result<PathBuf, Complaint> {
    let trouble = |trouble: session::Trouble| Complaint::new(trouble.message, trouble.hint);
    let fault = |fault: crate::content::ContentError| {
        Complaint::new(crate::msg!("demo-fault", why = fault.render(lang)), None)
    };
    let path = folder.join("example.session.toml");
    let new = NewSession {
        lang,
        participants: vec![None; SEATS],
        named: false,
        example: true,
        team: None,
        class: None,
        instrument: library.instrument("standard").map_err(fault)?,
        scenario: library.scenario(CASE).map_err(fault)?,
        own: false,
        disguised: false,
        pair: None,
        start_with: Vec::new(),
    };
    session::create(&path, new, &mut outside()).map_err(trouble)?;
    let (service, _) = Service::open(&path, outside()).map_err(trouble)?;
    let (ratings, legal) = rows(ratings(lang));
    let verdict = Action::GoTo(Step::Verdict, Some("a".into()), Some("verdict".into()));
    let hand_in = Action::HandIn {
        ratings,
        legal,
        reveal: true,
    };
    for (id, action) in [Action::Frame(Framing::default()), hand_in, verdict]
        .into_iter()
        .enumerate()
    {
        let command = Command {
            id: id.to_string(),
            actor: Actor::Facilitator,
            seen: None,
            action,
        };
        service.submit(command).wait()?;
    }
    Ok(path)
}

/// The rows of the file of ratings: `option,round,participant,assessment,answer,reason`.
fn rows(csv: &str) -> (Vec<HandIn>, Vec<LegalEntry>) {
    let (mut ratings, mut legal) = (Vec::new(), Vec::new());
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    for row in reader.records().flatten() {
        let cell = |at: usize| row.get(at).unwrap_or_default();
        let (option, reason) = (cell(0).to_owned(), Clean::line(cell(5)));
        if let Some(state) = Legal::from_id(cell(4)).filter(|_| cell(3) == "legal") {
            legal.push(LegalEntry {
                option,
                state,
                source: reason,
            });
            continue;
        }
        let round = match cell(1) {
            "2" => Round::Second,
            _ => Round::First,
        };
        let seat = cell(2).strip_prefix('P').and_then(|n| n.parse().ok());
        if let (Some(seat), Some(assessment), Some(answer)) = (
            seat.and_then(SeatId::new),
            Assessment::from_id(cell(3)),
            AnswerWord::parse(cell(4)),
        ) {
            ratings.push(HandIn {
                round: RoundId {
                    option,
                    assessment,
                    round,
                },
                seat,
                rating: Secret::new((answer, reason)),
            });
        }
    }
    (ratings, legal)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Would catch a row of the example that is passed over.
    #[test]
    fn every_row_is_read_in_both_languages() {
        for lang in Lang::ALL {
            let (ratings, legal) = rows(super::ratings(lang));
            let lines = super::ratings(lang).lines().count() - 1;
            assert_eq!(ratings.len() + legal.len(), lines, "{lang:?}");
            assert!(!legal.is_empty());
        }
    }
}
