//! Twins as a pair: what comes after the lock, whatever became of the other
//! session.

use super::stage::{case, lock, new_case, rated, take, tell};
use dear_customer::{
    cli,
    content::Library,
    lang::Lang,
    memo,
    method::Assessment,
    session::{self, Action, Notice, Pair, Service, Step},
    walk::{Value, Walk},
};
use std::{fs, path::PathBuf};
use tempfile::TempDir;

const FIRST: &str = "tomtom-2011";
const SECOND: &str = "waze-for-cities-2014";

/// Both sessions in a folder, each with a verdict and as far as asked.
struct Two {
    folder: TempDir,
}

impl Two {
    fn new() -> Self {
        Self::of(FIRST, SECOND)
    }

    fn of(first: &str, second: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (file, other, id, later) in [("a", "b", first, true), ("b", "a", second, false)] {
            let mut new = new_case(id, 2, true);
            new.pair = Some(Pair {
                file: format!("{other}.session.toml"),
                later,
            });
            let path = folder.path().join(format!("{file}.session.toml"));
            session::create(&path, new, &mut cli::machine()).unwrap();
            let (service, _) = Service::open(&path, cli::machine()).unwrap();
            take(&service, "rated", rated(2, &Assessment::RATED));
            at_lock(&service);
        }
        Self { folder }
    }

    fn path(&self, file: &str) -> PathBuf {
        self.folder.path().join(format!("{file}.session.toml"))
    }

    fn service(&self, file: &str) -> Service {
        Service::open(&self.path(file), cli::machine()).unwrap().0
    }

    fn lock(&self, file: &str) {
        take(&self.service(file), "lock", lock(&[(1, "70"), (2, "20")]));
    }

    fn walk(&self, file: &str) -> Walk<'static> {
        let path = self.path(file);
        Walk::open(Lang::En, &path, Library::built_in(), &cli::machine).unwrap()
    }
}

fn at_lock(service: &Service) {
    let there = Action::GoTo(Step::Debrief, Some("a".into()), Some("locked".into()));
    take(service, "there", there);
}

const LED: &str = "Now what happened, the first case first.";
const MENU: &str = "walk that first";

/// Fault: the first of a pair is told before the second is walked without a
/// word of warning, or the room is sent there again once it was.
#[test]
fn the_first_asks_for_the_twin_until_it_is_walked() {
    let two = Two::new();
    two.lock("a");
    // The second stands at its lock page in this fixture: not yet there.
    let back = Action::GoTo(Step::Need, Some("a".into()), None);
    take(&two.service("b"), "back", back);
    let mut walk = two.walk("a");
    let page = walk.page();
    assert!(
        page.lead.contains(MENU) && page.fields.len() == 1,
        "{}",
        page.lead
    );
    walk.submit(&[Value::Pick(Some(0))]).unwrap();
    assert_eq!(walk.file().unwrap(), two.path("b"));
    drop(walk);
    two.lock("b");
    let page = two.walk("a").page();
    assert!(!page.lead.contains(MENU) && page.fields.is_empty());
}

/// Fault: the second is told first and gives the first away, with forecasts
/// or without any.
#[test]
fn the_first_is_told_first() {
    for locked in [true, false] {
        let two = Two::new();
        if locked {
            two.lock("a");
            two.lock("b");
        }
        let mut walk = two.walk("b");
        assert!(
            walk.page().lead.contains(LED),
            "{locked}: {}",
            walk.page().lead
        );
        walk.submit(&[]).unwrap();
        assert_eq!(walk.file().unwrap(), two.path("a"));
        walk.submit(&[]).unwrap();
        assert_eq!(walk.page().title, "What really happened");
        // Neither its pages nor its memo tell of the second.
        let second = case(SECOND).title;
        for _ in 0..20 {
            if walk.file().unwrap() != two.path("a") {
                break;
            }
            let page = format!("{:?}", walk.page());
            assert!(!page.contains(&second.en), "{page}");
            let view = walk.service().unwrap().host();
            let memo = memo::md::render(&memo::build(&view, &Notice::Whole, Lang::En));
            assert!(!memo.contains(&second.en));
            walk.submit(&[]).unwrap();
        }
        assert_eq!(walk.file().unwrap(), two.path("b"));
    }
}

/// Fault: a session whose twin is gone, or is open elsewhere, can never be
/// told.
#[test]
fn what_became_of_the_twin_stops_nobody() {
    for gone in [true, false] {
        let two = Two::new();
        two.lock("a");
        two.lock("b");
        let mut walk = two.walk("b");
        let elsewhere = (!gone).then(|| two.service("a"));
        if gone {
            fs::remove_file(two.path("a")).unwrap();
        }
        walk.submit(&[]).unwrap_err();
        walk.submit(&[]).unwrap();
        assert_eq!(walk.page().title, "What really happened");
        assert_eq!(walk.file().unwrap(), two.path("b"));
        drop(elsewhere);
    }
}

/// Fault: once the second was told by itself, the first sends the room back
/// to it, or keeps what happened in it for ever.
#[test]
fn told_the_other_way_round_it_is_told_all_the_same() {
    let two = Two::new();
    two.lock("a");
    two.lock("b");
    take(&two.service("b"), "told", tell(SECOND));
    let mut walk = two.walk("a");
    walk.submit(&[]).unwrap();
    assert_eq!(walk.page().title, "What really happened");
    assert_eq!(walk.file().unwrap(), two.path("a"));
}

/// Fault: a case with several twins keeps from the room those that it did not
/// walk.
#[test]
fn the_other_twins_are_told_of() {
    let two = Two::of("ing-2014", "banks-own-offers-2019");
    two.lock("a");
    two.lock("b");
    let mut walk = two.walk("a");
    walk.submit(&[]).unwrap();
    let view = walk.service().unwrap().host();
    let memo = memo::md::render(&memo::build(&view, &Notice::Whole, Lang::En));
    assert!(memo.contains(&case("lloyds-2013").title.en));
    assert!(!memo.contains(&case("banks-own-offers-2019").title.en));
}
