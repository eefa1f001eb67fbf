//! A session of a real case, up to its verdict, and short ways to lock and to
//! tell.

use super::common::{command, created, folder, new_session, opened, outside, rating, round, seat};
use dear_customer::{
    content::{Library, Scenario},
    lang::Lang,
    memo,
    method::{Assessment, BaseRate, Chance},
    session::{
        self, Action, Actor, Command, Forecast, NewSession, Receipt, Refusal, Secret, Service,
        ToldCase, TwinTold,
    },
};
use std::{
    path::{Path, PathBuf},
    sync::Once,
};
use tempfile::TempDir;

/// A folder with one session in it.
pub struct Stage {
    folder: TempDir,
    pub path: PathBuf,
}

/// A case of the library.
pub fn case(id: &str) -> Scenario {
    Library::built_in().scenario(id).unwrap()
}

/// A session of a case.
pub fn new_case(id: &str, seats: usize, disguised: bool) -> NewSession {
    NewSession {
        scenario: case(id),
        disguised,
        ..new_session(&vec![""; seats], false)
    }
}

impl Stage {
    pub fn new(new: NewSession) -> Self {
        Self::with(|folder| {
            let path = folder.join("x.session.toml");
            session::create(&path, new, &mut outside(1)).unwrap();
            path
        })
    }

    /// A session of a made-up idea, of three.
    pub fn idea() -> Self {
        Self::with(|folder| created(folder, 3))
    }

    fn with(make: impl FnOnce(&Path) -> PathBuf) -> Self {
        // The first snapshot begins a child, to find its folder, and a child
        // holds open, for a moment, the locks of sessions.
        static FIRST: Once = Once::new();
        FIRST.call_once(|| insta::assert_snapshot!("", @""));
        let folder = folder();
        let path = make(folder.path());
        Self { folder, path }
    }

    /// A session of a case in which option A has its verdict.
    pub fn judged(id: &str, seats: u8, disguised: bool) -> (Self, Service) {
        let stage = Self::new(new_case(id, seats.into(), disguised));
        let service = stage.open();
        take(&service, "rated", rated(seats, &Assessment::RATED));
        (stage, service)
    }

    pub fn open(&self) -> Service {
        opened(&self.path)
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn bytes(&self) -> Vec<u8> {
        std::fs::read(&self.path).unwrap()
    }

    pub fn text(&self) -> String {
        String::from_utf8(self.bytes()).unwrap()
    }

    /// Every document made from the session, with what it is.
    pub fn documents(&self) -> Vec<(String, String)> {
        let read = session::read(&self.path).unwrap();
        let view = read.host();
        let mut all = vec![("json".to_owned(), memo::json::render(&view))];
        for lang in Lang::ALL {
            let tree = memo::build(&view, &read.notice, lang);
            all.push((format!("md {lang:?}"), memo::md::render(&tree)));
            all.push((format!("html {lang:?}"), memo::html::render(&tree)));
            let cards = memo::cards::of_session(&view, lang);
            all.push((format!("cards {lang:?}"), cards));
        }
        all
    }
}

/// Ratings of option A by every seat, laid on the table.
pub fn rated(seats: u8, assessments: &[Assessment]) -> Action {
    let answer = |assessment| match assessment {
        Assessment::Apology => "how",
        _ => "6",
    };
    let rows = assessments.iter().flat_map(|&assessment| {
        (1..=seats).map(move |who| rating(round(assessment, 1), who, answer(assessment), ""))
    });
    Action::HandIn {
        ratings: rows.collect(),
        legal: Vec::new(),
        reveal: true,
    }
}

/// `70` and, where the case was known, `70k`.
pub fn forecast(text: &str) -> Forecast {
    let percent = text.trim_end_matches('k');
    Forecast {
        chance: Chance::from_percent(percent.parse().unwrap()).unwrap(),
        recognised: percent != text,
    }
}

/// Forecasts of these seats.
pub fn lock(forecasts: &[(u8, &str)]) -> Action {
    let rows = forecasts.iter();
    Action::Lock(
        rows.map(|&(who, text)| (seat(who), Secret::new(forecast(text))))
            .collect(),
    )
}

/// What the library tells of a case, with a base rate that stays the same
/// when the library grows.
pub fn told(id: &str) -> ToldCase {
    let Scenario {
        title,
        organisation,
        facts,
        outcome,
        twins,
        ..
    } = case(id);
    let outcome = outcome.unwrap();
    let twin = |id: &String| {
        let twin = case(id);
        let differs = outcome.differences.iter().find(|d| d.twin == *id);
        TwinTold {
            differs: differs.map(|differs| differs.text.clone()),
            later: false,
            title: twin.title,
            organisation: twin.organisation,
            year: twin.year,
            class: twin.outcome.unwrap().class,
        }
    };
    ToldCase {
        title,
        organisation,
        facts,
        twins: twins.iter().map(twin).collect(),
        base: BaseRate {
            happened: 9,
            of: 24,
        },
        outcome,
    }
}

pub fn tell(id: &str) -> Action {
    Action::Debrief(Box::new(told(id)))
}

/// A command of a seat.
pub fn by(who: u8, id: &str, action: Action) -> Command {
    Command {
        actor: Actor::Seat(seat(who)),
        ..command(id, action)
    }
}

/// Submits what must be taken.
pub fn take(service: &Service, id: &str, action: Action) -> Receipt {
    service.submit(command(id, action)).wait().unwrap()
}

/// Submits what must be refused, leaving the session as it was.
pub fn refused(service: &Service, command: Command) -> Refusal {
    let before = everything(service);
    let refusal = service.submit(command).wait().unwrap_err();
    assert_eq!(everything(service), before);
    assert!(!refusal.storage);
    refusal
}

/// All views at once.
pub fn everything(service: &Service) -> String {
    views(service).join("\n")
}

/// The views of the host, of the room and of each seat.
pub fn views(service: &Service) -> Vec<String> {
    let mut all = vec![
        format!("{:?}", service.host()),
        format!("{:?}", service.room()),
    ];
    let seats = &service.host().info.seats;
    all.extend(seats.iter().map(|s| format!("{:?}", service.seat(s.id))));
    all
}
