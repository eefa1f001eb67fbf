//! What a person at the keyboard waits for: the first frame, and a key's
//! frame on the pages that cost most. Wall-clock times, to be read beside
//! each other; no limit hangs on them.

#![expect(clippy::unwrap_used, reason = "a bench fails by panicking")]

use dear_customer::{
    cli,
    content::{Library, OptionCard, Text},
    lang::Lang,
    memo,
    method::{Apology, Assessment, Legal, Rating},
    session::{
        self, Action, Actor, AnswerWord, Command, HandIn, LegalEntry, NewSession, Round, RoundId,
        SeatId, Secret, Service, Step,
    },
    text::Clean,
    tui::{App, theme::Theme},
    walk::Walk,
};
use divan::Bencher;
use ratatui::{
    Terminal,
    backend::CrosstermBackend,
    crossterm::event::{Event, KeyCode, KeyEvent},
};
use std::{fs, path::Path, time::Duration};
use tempfile::TempDir;

fn main() {
    divan::main();
}

type Screen = Terminal<CrosstermBackend<Vec<u8>>>;

fn screen() -> Screen {
    let options = ratatui::TerminalOptions {
        viewport: ratatui::Viewport::Fixed(ratatui::layout::Rect::new(0, 0, 200, 60)),
    };
    Terminal::with_options(CrosstermBackend::new(Vec::new()), options).unwrap()
}

fn app(walk: Walk<'static>) -> App<'static> {
    App::new(walk, Theme::colour(), Box::new(|| Duration::ZERO))
}

fn press(app: &mut App, screen: &mut Screen, code: KeyCode) {
    app.event(Event::Key(KeyEvent::from(code)));
    screen.draw(|frame| app.draw(frame)).unwrap();
}

fn send(service: &Service, id: &str, action: Action) {
    let command = Command {
        id: id.to_owned(),
        actor: Actor::Facilitator,
        seen: None,
        action,
    };
    service.submit(command).wait().unwrap();
}

/// A session of the real case with 30 participants, all of whom have handed
/// in a rating of need with a reason; it stands before the reveal.
fn thirty() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.session.toml");
    let library = Library::built_in();
    let new = NewSession {
        lang: Lang::En,
        participants: vec![None; 30],
        named: false,
        example: true,
        team: None,
        class: None,
        instrument: library.instrument("standard").unwrap(),
        scenario: library.scenario("ing-2014").unwrap(),
        own: false,
        disguised: false,
        pair: None,
        start_with: vec!["a".into()],
    };
    session::create(&path, new, &mut cli::machine()).unwrap();
    let (service, _) = Service::open(&path, cli::machine()).unwrap();
    let rating = |assessment, seat: u8| {
        let score = Rating::try_from(seat % 11).unwrap();
        let reason = Clean::line(&format!("bench reason {seat}"));
        HandIn {
            round: RoundId {
                option: "a".into(),
                assessment,
                round: Round::First,
            },
            seat: SeatId::new(seat).unwrap(),
            rating: Secret::new((AnswerWord::Score(score), reason)),
        }
    };
    for (assessment, reveal) in [(Assessment::Relationship, true), (Assessment::Need, false)] {
        let ratings = (1..=30).map(|seat| rating(assessment, seat)).collect();
        let action = Action::HandIn {
            ratings,
            legal: Vec::new(),
            reveal,
        };
        send(&service, assessment.id(), action);
    }
    let there = Action::GoTo(Step::Need, Some("a".into()), Some("ask".into()));
    send(&service, "there", there);
    folder
}

fn open(folder: &Path) -> Walk<'static> {
    let path = folder.join("s.session.toml");
    Walk::open(Lang::En, &path, Library::built_in(), &cli::machine).unwrap()
}

/// From nothing to the first frame of home, the process aside.
#[divan::bench]
fn first_frame(bencher: Bencher) {
    let folder = tempfile::tempdir().unwrap();
    bencher.with_inputs(screen).bench_values(|mut screen| {
        let folder = folder.path().to_owned();
        let app = app(Walk::home(
            Lang::En,
            folder,
            Library::built_in(),
            &cli::machine,
        ));
        screen.draw(|frame| app.draw(frame)).unwrap();
        screen
    });
}

/// A key in a session, to its frame; `before` are pressed unmeasured.
fn key_to_frame(bencher: Bencher, session: &TempDir, before: &[KeyCode], key: KeyCode) {
    let original = fs::read(session.path().join("s.session.toml")).unwrap();
    bencher
        .with_inputs(|| {
            let folder = tempfile::tempdir().unwrap();
            fs::write(folder.path().join("s.session.toml"), &original).unwrap();
            let mut app = app(open(folder.path()));
            let mut screen = screen();
            screen.draw(|frame| app.draw(frame)).unwrap();
            for &key in before {
                press(&mut app, &mut screen, key);
            }
            let page = app.page().clone();
            (folder, app, screen, page)
        })
        .bench_local_values(|(folder, mut app, mut screen, page)| {
            press(&mut app, &mut screen, key);
            // A key that did nothing would be measured for nothing.
            assert_ne!(*app.page(), page);
            (folder, app, screen, page)
        });
}

/// The key that lays 30 cards on the table, to its frame.
#[divan::bench(sample_count = 50, sample_size = 1)]
fn reveal_of_thirty(bencher: Bencher) {
    key_to_frame(bencher, &thirty(), &[], KeyCode::Enter);
}

/// The second beat: floor, bar, group score and the reasons of 30.
#[divan::bench(sample_count = 50, sample_size = 1)]
fn second_beat_of_thirty(bencher: Bencher) {
    key_to_frame(bencher, &thirty(), &[KeyCode::Enter], KeyCode::Enter);
}

/// A page down in the memo's preview, with 30 participants.
#[divan::bench(sample_count = 50, sample_size = 1)]
fn page_down_in_the_memo(bencher: Bencher) {
    let folder = thirty();
    let path = folder.path().join("s.session.toml");
    let (service, _) = Service::open(&path, cli::machine()).unwrap();
    let there = Action::GoTo(Step::Memo, Some("a".into()), Some("preview".into()));
    send(&service, "memo", there);
    drop(service);
    let mut app = app(open(folder.path()));
    let mut screen = screen();
    screen.draw(|frame| app.draw(frame)).unwrap();
    bencher.bench_local(|| press(&mut app, &mut screen, KeyCode::PageDown));
}

/// A session with 30 participants and three options, all rated; it stands on
/// the last page before the verdict on the third.
fn three_options() -> TempDir {
    let folder = thirty();
    let path = folder.path().join("s.session.toml");
    let (service, _) = Service::open(&path, cli::machine()).unwrap();
    for id in ["b", "c"] {
        let card = OptionCard {
            id: id.into(),
            name: Text::same("another design"),
            summary: Text::same("The same idea in another design."),
            changes_service: false,
            invented: false,
            legal: None,
        };
        send(&service, id, Action::AddOption(card));
    }
    let mut ratings = Vec::new();
    for (shift, option) in [(0, "a"), (3, "b"), (5, "c")] {
        for assessment in [Assessment::Need, Assessment::Support, Assessment::Apology] {
            for seat in 1..=30 {
                let answer = match assessment {
                    Assessment::Apology => {
                        AnswerWord::Apology(Apology::ALL[usize::from(seat + shift) % 3])
                    }
                    _ => AnswerWord::Score(Rating::try_from((seat + shift) % 11).unwrap()),
                };
                ratings.push(HandIn {
                    round: RoundId {
                        option: option.into(),
                        assessment,
                        round: Round::First,
                    },
                    seat: SeatId::new(seat).unwrap(),
                    rating: Secret::new((answer, Clean::line("bench"))),
                });
            }
        }
    }
    let states = ["a", "b", "c"].map(|option| LegalEntry {
        option: option.into(),
        state: Legal::Conditional,
        source: Clean::line("counsel"),
    });
    let all = Action::HandIn {
        ratings,
        legal: states.to_vec(),
        reveal: true,
    };
    send(&service, "all", all);
    let there = Action::GoTo(Step::Apology, Some("c".into()), Some("second".into()));
    send(&service, "at-the-letter", there);
    folder
}

/// From that page to the verdict.
const VERDICT: KeyCode = KeyCode::Char('2');

/// 30 participants, three options: the verdict itself, with how close it is.
#[divan::bench(sample_count = 50, sample_size = 1)]
fn verdict_of_thirty(bencher: Bencher) {
    key_to_frame(bencher, &three_options(), &[], VERDICT);
}

/// The same room: distances and 10 000 panels drawn and judged. Aim: 30 ms.
#[divan::bench(sample_count = 50, sample_size = 1)]
fn how_sure_of_thirty(bencher: Bencher) {
    key_to_frame(bencher, &three_options(), &[VERDICT], KeyCode::Char('h'));
}

/// The same room: the three options side by side.
#[divan::bench(sample_count = 50, sample_size = 1)]
fn side_by_side_of_thirty(bencher: Bencher) {
    key_to_frame(bencher, &three_options(), &[VERDICT], KeyCode::Char('s'));
}

/// The same room: a turn of a dial in what-if.
#[divan::bench(sample_count = 50, sample_size = 1)]
fn what_if_of_thirty(bencher: Bencher) {
    let before = [VERDICT, KeyCode::Char('i')];
    key_to_frame(bencher, &three_options(), &before, KeyCode::Left);
}

/// The same room: the memo's preview, with the draws of all three options.
#[divan::bench(sample_count = 50, sample_size = 1)]
fn memo_of_thirty(bencher: Bencher) {
    let folder = three_options();
    let path = folder.path().join("s.session.toml");
    let view = session::read(&path).unwrap().host();
    bencher.bench(|| memo::build(&view, &session::Notice::Whole, Lang::En));
}

/// From Home to the list of cases, which were read after the first frame.
#[divan::bench(sample_count = 50, sample_size = 1)]
fn library_opened(bencher: Bencher) {
    from_home(bencher, &[], KeyCode::Char('3'));
}

/// A letter of a search in it.
#[divan::bench(sample_count = 50, sample_size = 1)]
fn library_searched(bencher: Bencher) {
    from_home(
        bencher,
        &[KeyCode::Char('3'), KeyCode::Tab],
        KeyCode::Char('b'),
    );
}

/// A key somewhere before a session, to its frame.
fn from_home(bencher: Bencher, before: &[KeyCode], key: KeyCode) {
    let folder = tempfile::tempdir().unwrap();
    bencher
        .with_inputs(|| {
            let folder = folder.path().to_owned();
            let walk = Walk::home(Lang::En, folder, Library::built_in(), &cli::machine);
            walk.reading_ahead()();
            let mut app = app(walk);
            let mut screen = screen();
            screen.draw(|frame| app.draw(frame)).unwrap();
            for &key in before {
                press(&mut app, &mut screen, key);
            }
            let page = app.page().clone();
            (app, screen, page)
        })
        .bench_local_values(|(mut app, mut screen, page)| {
            press(&mut app, &mut screen, key);
            assert_ne!(*app.page(), page);
            (app, screen)
        });
}
