//! Who may lock what and when, when it is told, and what stays.

use super::{
    common::{command, hand_in, new_session, note, opened, rating, round, seat, words, write},
    stage::{
        Stage, by, case, everything, forecast, lock, new_case, rated, refused, take, tell, told,
    },
};
use dear_customer::{
    lang::Lang,
    method::Assessment,
    session::{
        self, Action, Command, Forecast, NewSession, Notice, Private, Refusal, Round, SeatForecast,
        SeatId, Service, Step,
    },
};
use std::collections::BTreeSet;

const CASE: &str = "tomtom-2011";

fn facilitator(action: Action) -> Command {
    command("to be refused", action)
}

/// It is refused in these words, English and Dutch.
fn said(refusal: &Refusal, en: &str, nl: &str) {
    assert_eq!(words(refusal, Lang::En), en);
    assert_eq!(words(refusal, Lang::Nl), nl);
}

fn own(service: &Service, who: u8) -> Option<Forecast> {
    service.seat(seat(who)).own_forecast
}

/// Fault: a forecast that the facilitator or the seat itself hands in is
/// lost, or given to another seat.
#[test]
fn the_facilitator_locks_for_all_and_a_seat_for_itself() {
    let (_stage, service) = Stage::judged(CASE, 4, false);
    take(&service, "two", lock(&[(3, "70k"), (1, "0")]));
    let alone = by(2, "own", lock(&[(2, "100")]));
    service.submit(alone).wait().unwrap();
    assert_eq!(service.host().locked, [1, 2, 3].map(seat));
    let got = [1, 2, 3, 4].map(|who| own(&service, who));
    let wanted = ["0", "100", "70k"].map(|text| Some(forecast(text)));
    assert_eq!(got, [wanted[0], wanted[1], wanted[2], None]);
}

/// Fault: a participant locks for another, or has everything told.
#[test]
fn a_seat_locks_for_itself_only_and_tells_nothing() {
    let (_stage, service) = Stage::judged(CASE, 3, false);
    for action in [
        lock(&[(1, "70")]),
        lock(&[(2, "70"), (1, "70")]),
        tell(CASE),
        Action::GoTo(Step::Debrief, None, None),
    ] {
        said(
            &refused(&service, by(2, "no", action)),
            "P2 may only hand in for P2.",
            "P2 kan alleen voor P2 inleveren.",
        );
    }
}

/// Fault: a forecast can be changed once it is locked, by whomever; or one
/// that is locked already is skipped in silence and the rest taken.
#[test]
fn what_is_locked_stays() {
    let (_stage, service) = Stage::judged(CASE, 3, false);
    take(&service, "first", lock(&[(2, "70")]));
    for command in [
        facilitator(lock(&[(2, "20")])),
        facilitator(lock(&[(2, "70")])),
        facilitator(lock(&[(1, "20"), (2, "20")])),
        by(2, "own", lock(&[(2, "20k")])),
    ] {
        said(
            &refused(&service, command),
            "P2 has locked a forecast already. / What is locked stays as it is.",
            "P2 heeft al een voorspelling vastgelegd. / Wat vastligt, blijft zoals het is.",
        );
    }
    let twice = refused(&service, facilitator(lock(&[(1, "20"), (1, "30")])));
    assert_eq!(
        words(&twice, Lang::En),
        "P1 has locked a forecast already. / What is locked stays as it is."
    );
    assert_eq!(own(&service, 2), Some(forecast("70")));
    // The same command sent again is no second lock.
    let receipt = take(&service, "first", lock(&[(2, "20")]));
    assert_eq!(receipt.event, 3);
    assert_eq!(own(&service, 2), Some(forecast("70")));
}

/// Fault: a forecast for nobody, or no forecast at all, makes an event.
#[test]
fn a_forecast_is_somebodys() {
    let (_stage, service) = Stage::judged(CASE, 3, false);
    said(
        &refused(&service, facilitator(lock(&[(1, "20"), (9, "70")]))),
        "Nobody called “P9” takes part in this session. / Known are: P1, P2, P3.",
        "Niemand met de naam ‘P9’ doet mee aan deze sessie. / Bekend zijn: P1, P2, P3.",
    );
    said(
        &refused(&service, facilitator(lock(&[]))),
        "There is no rating in it.",
        "Er staat geen score in.",
    );
}

/// Fault: a made-up idea is debriefed with the ending of a real case.
#[test]
fn of_an_idea_there_is_nothing_to_tell() {
    let rewritten = NewSession {
        own: true,
        ..new_session(&["", "", ""], false)
    };
    for stage in [Stage::idea(), Stage::new(rewritten)] {
        let service = stage.open();
        assert!(!service.host().info.real);
        take(&service, "rated", rated(3, &Assessment::RATED));
        for command in [
            facilitator(lock(&[(1, "70")])),
            by(1, "own", lock(&[(1, "70")])),
            facilitator(tell(CASE)),
        ] {
            said(
                &refused(&service, command),
                "Of this idea there is nothing to tell: it is no real case.",
                "Over dit idee is niets te vertellen: het is geen echte casus.",
            );
        }
    }
    let stage = Stage::new(new_case(CASE, 3, false));
    assert!(stage.open().host().info.real);
}

/// Fault: what happened is told before the room has judged for itself: with
/// an assessment that is missing, sealed, or of another option.
#[test]
fn it_is_told_once_there_is_a_verdict() {
    let early = |service: &Service| {
        said(
            &refused(service, facilitator(tell(CASE))),
            "What happened is told once the room has a verdict of its own. / Rate option A first, up to the verdict.",
            "Wat er gebeurde, hoort u zodra de groep een eigen uitkomst heeft. / Scoor eerst variant A, tot en met de uitkomst.",
        );
    };
    for missing in Assessment::RATED {
        let stage = Stage::new(new_case(CASE, 3, false));
        let service = stage.open();
        early(&service);
        // A forecast may be locked before.
        take(&service, "lock", lock(&[(1, "70")]));
        early(&service);
        let others = Assessment::RATED.into_iter().filter(|&a| a != missing);
        take(&service, "most", rated(3, &others.collect::<Vec<_>>()));
        early(&service);
        let last = round(missing, 1);
        let answer = ["6", "whole"][usize::from(missing == Assessment::Apology)];
        let sealed = hand_in(vec![rating(last.clone(), 1, answer, "")]);
        take(&service, "sealed", sealed);
        early(&service);
        take(&service, "reveal", Action::Reveal(vec![last]));
        take(&service, "told", tell(CASE));
        assert!(service.host().debrief.is_some());
    }
    // Another option's verdict is not the plan's.
    let stage = Stage::new(new_case(CASE, 1, false));
    let service = stage.open();
    let Action::HandIn { mut ratings, .. } = rated(1, &Assessment::RATED) else {
        panic!("ratings");
    };
    for rating in &mut ratings {
        rating.round.option = "b".into();
        rating.round.round = Round::First;
    }
    let of_b = Action::HandIn {
        ratings,
        legal: Vec::new(),
        reveal: true,
    };
    take(&service, "b", of_b);
    early(&service);
}

/// Fault: a forecast is locked with what happened on the screen, or it is
/// told anew with another ending.
#[test]
fn after_the_debrief_nothing_is_locked_or_told_again() {
    let (_stage, service) = Stage::judged(CASE, 3, false);
    take(&service, "lock", lock(&[(1, "70")]));
    take(&service, "told", tell(CASE));
    for command in [
        facilitator(lock(&[(2, "100")])),
        by(2, "own", lock(&[(2, "100")])),
        facilitator(lock(&[(1, "100")])),
        facilitator(tell(CASE)),
        facilitator(tell("octopus-2010")),
    ] {
        said(
            &refused(&service, command),
            "What happened has been told already.",
            "Wat er gebeurde, is al verteld.",
        );
    }
    assert_eq!(service.host().debrief.as_ref().unwrap().forecasts.len(), 1);
}

/// Fault: undo takes back a lock or the debrief, or reaches behind it.
#[test]
fn undo_crosses_neither() {
    let (_stage, service) = Stage::judged(CASE, 3, false);
    let nothing = |service: &Service| {
        assert!(!service.host().can_undo);
        said(
            &refused(service, facilitator(Action::Undo)),
            "There is nothing that can be taken back. / What was handed in or lies on the table stays.",
            "Er valt niets terug te nemen. / Wat is ingeleverd of op tafel ligt, blijft staan.",
        );
    };
    take(&service, "before", note("before"));
    take(&service, "lock", lock(&[(1, "70"), (2, "20k")]));
    nothing(&service);
    // What comes after is taken back, and the fold leaves the locks alone.
    take(&service, "between", note("between"));
    take(&service, "u1", Action::Undo);
    nothing(&service);
    assert_eq!(own(&service, 2), Some(forecast("20k")));
    take(&service, "told", tell(CASE));
    nothing(&service);
    let before = service.host();
    take(&service, "step", Action::GoTo(Step::Debrief, None, None));
    take(&service, "u2", Action::Undo);
    nothing(&service);
    let after = service.host();
    assert_eq!(after.debrief, before.debrief);
    assert_eq!(after.locked, before.locked);
    assert_eq!(after.info.scenario, before.info.scenario);
    assert_eq!(after.notes.len(), 1);
}

/// Fault: reopened, a session has lost a forecast, holds another, or no
/// longer knows what was told; or reading it apart gives another state.
#[test]
fn reopened_it_is_as_it_was() {
    for disguised in [false, true] {
        let (stage, mut service) = Stage::judged(CASE, 3, disguised);
        let steps = [
            ("lock", lock(&[(3, "0k"), (1, "70")])),
            ("words", write(Private::Sentence, &[(1, "sorry")], true)),
            ("lock 2", lock(&[(2, "100")])),
            ("told", tell(CASE)),
            (
                "step",
                Action::GoTo(Step::Debrief, None, Some("story".into())),
            ),
            ("u", Action::Undo),
        ];
        for (id, action) in steps {
            take(&service, id, action);
            let before = everything(&service);
            drop(service);
            let read = session::read(&stage.path).unwrap();
            assert_eq!(read.notice, Notice::Whole);
            assert!(before.starts_with(&format!("{:?}\n", read.host())));
            service = opened(&stage.path);
            assert_eq!(everything(&service), before, "{id}");
        }
        let told_here = service.host().debrief.unwrap();
        let told = told(CASE);
        assert_eq!(told_here.outcome, told.outcome);
        assert_eq!((&told_here.twins, told_here.base), (&told.twins, told.base));
        assert_eq!(told_here.on, jiff::civil::date(2026, 11, 23));
        assert_eq!(Some(&told_here.outcome), case(CASE).outcome.as_ref());
    }
}

/// Fault: the room is told whose forecast is whose, by a seat or by the
/// order.
#[test]
fn the_room_sees_forecasts_without_seats() {
    let rows = ["80", "20", "20k", "0"];
    let play = |order: [usize; 4]| {
        let (_stage, service) = Stage::judged(CASE, 4, false);
        let mut given: Vec<(u8, &str)> = (1..).zip(order.map(|i| rows[i])).collect();
        take(&service, "lock", lock(&given));
        // Until then there are none at all.
        assert!(service.room().debrief.is_none());
        take(&service, "told", tell(CASE));
        let host = service.host().debrief.unwrap();
        let seated: Vec<(Option<SeatId>, Forecast)> = host
            .forecasts
            .iter()
            .map(|one| (one.seat, one.forecast))
            .collect();
        let given = given
            .drain(..)
            .map(|(who, text)| (Some(seat(who)), forecast(text)));
        assert_eq!(seated, given.collect::<Vec<_>>(), "the host has them all");
        let room = service.room();
        let told = room.debrief.as_ref().unwrap();
        assert!(told.forecasts.iter().all(|one| one.seat.is_none()));
        let mut all = told.forecasts.clone();
        all.sort();
        let unsorted = |text: &&str| SeatForecast {
            forecast: forecast(text),
            seat: None,
        };
        let mut wanted: Vec<SeatForecast> = rows.iter().map(unsorted).collect();
        wanted.sort();
        assert_eq!(all, wanted, "none is lost");
        // A participant sees no more than the room, but for the own.
        for who in 1..=4 {
            let view = service.seat(seat(who));
            assert_eq!(format!("{:?}", view.room), format!("{room:?}"));
        }
        let hash = service.host().fingerprint.hash;
        format!("{room:?}").replace(&hash, "")
    };
    let seen: BTreeSet<String> = [
        [0, 1, 2, 3],
        [3, 2, 1, 0],
        [1, 0, 3, 2],
        [2, 3, 0, 1],
        [0, 2, 1, 3],
    ]
    .into_iter()
    .map(play)
    .collect();
    assert_eq!(seen.len(), 1, "the order tells");
}

/// Fault: one's own number is not shown to oneself, or to another.
#[test]
fn each_sees_the_own_forecast_before_and_after() {
    let (_stage, service) = Stage::judged(CASE, 3, false);
    let all = |service: &Service| [1, 2, 3].map(|who| own(service, who));
    assert_eq!(all(&service), [None; 3]);
    take(&service, "lock", lock(&[(1, "30k"), (2, "90")]));
    let wanted = [Some(forecast("30k")), Some(forecast("90")), None];
    assert_eq!(all(&service), wanted);
    take(&service, "told", tell(CASE));
    assert_eq!(all(&service), wanted);
}

/// Fault: who knows the ending rates or decides once more, and the memo does
/// not say that it came afterwards.
#[test]
fn once_it_is_told_nothing_is_judged_any_more() {
    let (stage, service) = Stage::judged(CASE, 3, false);
    take(&service, "lock", lock(&[(1, "70"), (2, "20"), (3, "50")]));
    take(&service, "tell", tell(CASE));
    let before = stage.bytes();
    let option = || {
        let mut card = case(CASE).options.pop().unwrap();
        card.id = "c".into();
        card
    };
    let later = [
        rated(3, &[Assessment::Need]),
        Action::Reveal(vec![round(Assessment::Need, 2)]),
        Action::AddOption(option()),
        write(Private::Sentence, &[(1, "Now that we know.")], true),
        Action::Frame(session::Framing::default()),
        note("Now that we know."),
        Action::SetLegal(session::LegalEntry {
            option: "a".into(),
            state: dear_customer::method::Legal::Clear,
            source: dear_customer::text::Clean::line("x"),
        }),
        Action::Decide(session::Decision {
            option: "a".into(),
            code: session::DecisionCode::DoNotProceed,
            reason: dear_customer::text::Clean::line("now that we know"),
            by: Vec::new(),
            conditions: Vec::new(),
            kill_criteria: Vec::new(),
            watch: Vec::new(),
            review: None,
            dissent: Vec::new(),
        }),
    ];
    for action in later {
        said(
            &refused(&service, facilitator(action)),
            "What happened has been told: nothing is rated, written or decided any more. / The memo stays as it was. Begin another session from Home to try it again.",
            "De afloop is verteld: er wordt niets meer gescoord, geschreven of besloten. / Het memo blijft zoals het was. Begin vanuit het begin een andere sessie om het opnieuw te proberen.",
        );
    }
    assert_eq!(stage.bytes(), before);
    // Walking about is no judgement.
    take(&service, "walk", Action::GoTo(Step::Need, None, None));
}
