//! How long the everyday things take. Run with `cargo bench`; figures are
//! for comparing, no test depends on them.
//!
//! Sessions live in a folder in memory where there is one (`/dev/shm`), so
//! that the disk's own fsync does not drown what is measured; `imports` uses
//! the ordinary temporary folder and shows what a user waits for.

use dear_customer::{
    content::Library,
    lang::Lang,
    memo,
    method::{Assessment, Rating},
    session::{
        self, Action, Actor, AnswerWord, Command, HandIn, LegalEntry, NewSession, Note, Outside,
        Round, RoundId, SeatId, Secret, Service, Step,
    },
    text::Clean,
};
use std::{
    path::{Path, PathBuf},
    sync::atomic::{AtomicU64, Ordering},
};

fn main() {
    divan::main();
}

fn outside() -> Outside {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    Outside {
        clock: Box::new(|| "2026-11-23T10:00:00+01:00".into()),
        random: Box::new(|bytes| {
            for chunk in bytes.chunks_mut(8) {
                let next = NEXT.fetch_add(1, Ordering::Relaxed).to_le_bytes();
                chunk.copy_from_slice(&next[..chunk.len()]);
            }
        }),
    }
}

fn folder() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    let made = if memory.is_dir() {
        tempfile::tempdir_in(memory)
    } else {
        tempfile::tempdir()
    };
    made.expect("a folder")
}

fn fresh(folder: &Path, participants: usize) -> PathBuf {
    let path = folder.join("bench.session.toml");
    let library = Library::built_in();
    let new = NewSession {
        lang: Lang::Nl,
        participants: vec![None; participants],
        named: false,
        example: true,
        team: None,
        class: None,
        instrument: library.instrument("standard").expect("standard"),
        scenario: library.scenario("ing-2014").expect("ing-2014"),
        own: false,
        disguised: false,
        pair: None,
        start_with: Vec::new(),
    };
    session::create(&path, new, &mut outside()).expect("a session");
    path
}

fn command(number: usize, action: Action) -> Command {
    Command {
        id: format!("bench-{number}"),
        actor: Actor::Facilitator,
        seen: None,
        action,
    }
}

/// Nine ratings for one round, sealed.
fn nine(number: usize) -> Action {
    let assessments = [
        Assessment::Need,
        Assessment::Support,
        Assessment::Relationship,
    ];
    let round = RoundId {
        option: "a".into(),
        assessment: assessments[number % assessments.len()],
        round: Round::First,
    };
    let rating = |seat: u8| HandIn {
        round: round.clone(),
        seat: SeatId::new(seat).expect("a seat"),
        rating: Secret::new((
            AnswerWord::Score(Rating::try_from(seat % 11).expect("on the scale")),
            Clean::line("A reason of a usual length, made up for this measurement."),
        )),
    };
    Action::HandIn {
        ratings: (1..=9).map(rating).collect(),
        legal: Vec::new(),
        reveal: false,
    }
}

/// A session of 5 000 events of the usual kinds.
fn long(folder: &Path) -> PathBuf {
    let path = fresh(folder, 9);
    let (service, _) = Service::open(&path, outside()).expect("open");
    let pending: Vec<_> = (0..4_999)
        .map(|number| {
            let action = match number % 4 {
                0 => nine(number),
                1 => Action::GoTo(Step::Need, Some("a".into()), None),
                2 => Action::AddNote(Note {
                    option: "a".into(),
                    assessment: Assessment::Need,
                    text: Clean::line("A note of a usual length, made up for this measurement."),
                }),
                _ => Action::SetLegal(LegalEntry {
                    option: "a".into(),
                    state: dear_customer::method::Legal::Conditional,
                    source: Clean::line("counsel, 20 November"),
                }),
            };
            service.submit(command(number, action))
        })
        .collect();
    for pending in pending {
        pending.wait().expect("taken");
    }
    path
}

/// Aim: 50 ms.
#[divan::bench(sample_count = 20)]
fn reopen_5000_events(bencher: divan::Bencher) {
    let folder = folder();
    let path = long(folder.path());
    bencher.bench(|| session::read(&path).expect("read").host());
}

/// 120 imports of nine participants, one after the other, each on disk before
/// the next.
#[divan::bench(sample_count = 5)]
fn imports_120_of_9(bencher: divan::Bencher) {
    let folder = tempfile::tempdir().expect("a folder");
    bencher
        .with_inputs(|| {
            let _ = std::fs::remove_file(folder.path().join("bench.session.toml"));
            fresh(folder.path(), 9)
        })
        .bench_values(|path| {
            let (service, _) = Service::open(&path, outside()).expect("open");
            for number in 0..120 {
                service
                    .submit(command(number, nine(number)))
                    .wait()
                    .expect("taken");
            }
        });
}

/// The shipped example, revealed.
fn example(folder: &Path) -> (session::HostView, session::Notice) {
    let path = fresh(folder, 7);
    let csv = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/ing-2014-voorbeeld-scores.csv");
    let args = [
        "dear-customer",
        "import",
        path.to_str().expect("utf-8"),
        "--ratings",
    ];
    let exit = dear_customer::cli::run(
        args.into_iter()
            .chain([csv.to_str().expect("utf-8"), "--reveal"])
            .map(std::ffi::OsString::from),
        &mut dear_customer::cli::World {
            stdout: &mut std::io::sink(),
            stderr: &mut std::io::sink(),
            terminal: false,
            var: &|_| None,
            outside: &outside,
            settings: None,
        },
    );
    assert_eq!(exit, dear_customer::cli::Exit::Fine);
    let opened = session::read(&path).expect("read");
    (opened.host(), opened.notice)
}

#[divan::bench]
fn export_md(bencher: divan::Bencher) {
    let folder = folder();
    let (view, notice) = example(folder.path());
    bencher.bench(|| memo::md::render(&memo::build(&view, &notice, Lang::Nl)));
}

#[divan::bench]
fn export_html(bencher: divan::Bencher) {
    let folder = folder();
    let (view, notice) = example(folder.path());
    bencher.bench(|| memo::html::render(&memo::build(&view, &notice, Lang::Nl)));
}

#[divan::bench]
fn export_json(bencher: divan::Bencher) {
    let folder = folder();
    let (view, _) = example(folder.path());
    bencher.bench(|| memo::json::render(&view));
}

#[divan::bench]
fn all_verdicts_of_a_session(bencher: divan::Bencher) {
    let folder = folder();
    let (view, _) = example(folder.path());
    bencher.bench(|| session::results(&view));
}
