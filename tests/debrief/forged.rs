//! Events of the debrief in the file: which versions they carry, files from
//! before there were any, and those that somebody wrote by hand.

use super::{
    common::{command, note, outside, words},
    stage::{Stage, lock, new_case, rated, refused, take, tell},
};
use dear_customer::{
    lang::Lang,
    method::Assessment,
    session::{self, Action, Notice, Service, Step},
};
use sha2::{Digest, Sha256};
use std::{fmt::Write, fs};

const CASE: &str = "tomtom-2011";

/// The events of a file with whatever stands before each, without their hash
/// lines.
fn bodies(text: &str) -> Vec<String> {
    let mut bodies = vec![String::new()];
    for line in text.split_inclusive('\n') {
        if line.starts_with("hash = ") {
            bodies.push(String::new());
        } else {
            bodies.last_mut().unwrap().push_str(line);
        }
    }
    assert_eq!(bodies.pop().as_deref(), Some(""), "it ends with a hash");
    bodies
}

/// A file of these events, each under a hash that fits.
fn chained(bodies: &[String]) -> String {
    let (mut file, mut hash) = (String::new(), String::new());
    for body in bodies {
        let mut hasher = Sha256::new();
        hasher.update(&hash);
        hasher.update(body);
        hash = data_encoding::HEXLOWER.encode(&hasher.finalize());
        file.push_str(body);
        let _ = writeln!(file, "hash = \"{hash}\"");
    }
    file
}

/// The value of a key on a line of its own.
fn value<'a>(body: &'a str, key: &str) -> &'a str {
    let mut lines = body.lines();
    let line = lines.find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "));
    line.unwrap_or_default().trim_matches('"')
}

/// Fault: an event that an older program could have read is kept from it, or
/// one that it would misread is not.
#[test]
fn only_what_is_new_is_of_version_2() {
    let (stage, service) = Stage::judged(CASE, 3, true);
    for (id, action) in [
        ("memo", Action::GoTo(Step::Memo, None, None)),
        (
            "debrief",
            Action::GoTo(Step::Debrief, None, Some("lock".into())),
        ),
        ("lock", lock(&[(1, "70")])),
        ("told", tell(CASE)),
        ("walk", Action::GoTo(Step::Verdict, None, None)),
        ("undo", Action::Undo),
        ("back", Action::GoTo(Step::Verdict, Some("a".into()), None)),
    ] {
        take(&service, id, action);
    }
    drop(service);
    let bodies = bodies(&stage.text());
    let versions: Vec<(&str, &str)> = bodies
        .iter()
        .map(|body| (value(body, "kind"), value(body, "v")))
        .collect();
    assert_eq!(
        versions,
        [
            ("created", "1"),
            ("revealed", "1"),
            ("moved", "1"),
            ("moved", "2"),
            ("forecasts-locked", "2"),
            ("debriefed", "2"),
            ("moved", "1"),
            ("undone", "1"),
            ("moved", "1"),
        ]
    );
    assert_eq!(session::VERSION, 3);
}

/// Fault: a session written before there was a debrief can't be read or gone
/// on with, or has something told of which its file does not know that it is
/// real.
#[test]
fn a_file_from_before_the_debrief_is_read_as_it_was() {
    let (stage, service) = Stage::judged(CASE, 3, false);
    take(&service, "memo", Action::GoTo(Step::Memo, None, None));
    take(&service, "note", note("x"));
    let before = service.host();
    drop(service);
    let mut bodies = bodies(&stage.text());
    assert!(bodies.iter().all(|body| value(body, "v") == "1"));
    assert_eq!(bodies[0].matches("\nreal = true\n").count(), 1);
    bodies[0] = bodies[0].replace("\nreal = true\n", "\n");
    assert!(!bodies[0].contains("disguised"));
    fs::write(&stage.path, chained(&bodies)).unwrap();
    let (service, notice) = Service::open(&stage.path, outside(7)).unwrap();
    assert_eq!(notice, Notice::Whole);
    let host = service.host();
    assert_eq!(host.info.scenario, before.info.scenario);
    assert_eq!(host.rounds, before.rounds);
    assert_eq!((&host.locked, &host.debrief), (&vec![], &None));
    assert!(!host.info.real && !host.info.disguised && host.info.pair.is_none());
    for action in [lock(&[(1, "70")]), tell(CASE)] {
        let refusal = refused(&service, command("no", action));
        assert_eq!(
            words(&refusal, Lang::En),
            "Of this idea there is nothing to tell: it is no real case."
        );
    }
    take(&service, "on", note("on"));
}

/// Replaces what must be there once.
fn other(body: &str, from: &str, to: &str) -> String {
    assert_eq!(body.matches(from).count(), 1, "{from} in {body}");
    body.replace(from, to)
}

/// The event with the number and command of one that comes after it.
fn next(body: &str) -> String {
    let n: u32 = value(body, "n").parse().unwrap();
    let body = other(body, &format!("\nn = {n}\n"), &format!("\nn = {}\n", n + 1));
    let old = format!("\ncommand = \"{}\"\n", value(&body, "command"));
    other(&body, &old, "\ncommand = \"forged\"\n")
}

/// The file of these events opens up to the last, which is not believed.
fn not_believed(stage: &Stage, what: &str, bodies: &[String]) {
    let file = chained(bodies);
    fs::write(&stage.path, &file).unwrap();
    let read = session::read(&stage.path).unwrap();
    let last = bodies.len() as u64;
    let Notice::Damaged { event, .. } = read.notice else {
        panic!("{what}: {:?}", read.notice);
    };
    assert_eq!(event, last, "{what}");
    let host = read.host();
    assert_eq!(host.fingerprint.event, last - 1, "{what}");
    let refusal = Service::open(&stage.path, outside(7)).err().unwrap();
    assert_eq!(refusal.message.key(), "notice-damaged", "{what}");
    assert_eq!(stage.text(), file, "{what}");
}

/// Fault: a debrief written by hand is believed, with forecasts that nobody
/// locked, or other than they were locked.
#[test]
fn forecasts_that_were_not_locked_are_not_believed() {
    let (stage, service) = Stage::judged(CASE, 3, true);
    take(&service, "lock", lock(&[(1, "60"), (2, "80k")]));
    take(&service, "told", tell(CASE));
    drop(service);
    let events = bodies(&stage.text());
    // The forging itself: unchanged, the file is what it was.
    assert_eq!(chained(&events), stage.text());
    let (locked, told) = (&events[..3], &events[3]);
    let first = "  { seat = \"P1\", percent = 60, recognised = false },\n";
    let second = "  { seat = \"P2\", percent = 80, recognised = true },\n";
    let third = "  { seat = \"P3\", percent = 10, recognised = false },\n";
    let beside = |row: &str| other(told, second, &format!("{second}{row}"));
    let cases = [
        ("a third", beside(third)),
        ("nobody's", beside(&third.replace("P3", "P9"))),
        ("no seat's", beside(&third.replace("P3", "P0"))),
        ("one twice", beside(second)),
        ("one other twice", beside(&first.replace("60", "70"))),
        ("one missing", other(told, first, "")),
        ("another's", other(told, "seat = \"P2\"", "seat = \"P3\"")),
        ("no step", other(told, "percent = 60", "percent = 65")),
        ("too much", other(told, "percent = 60", "percent = 110")),
        ("far too much", other(told, "percent = 60", "percent = 300")),
        (
            "another number",
            other(told, "percent = 60", "percent = 100"),
        ),
        (
            "known",
            other(told, "= 60, recognised = false", "= 60, recognised = true"),
        ),
        (
            "not known",
            other(told, "recognised = true", "recognised = false"),
        ),
        (
            "more than all",
            other(told, "\nstopped = 9\n", "\nstopped = 25\n"),
        ),
        (
            "fewer than none",
            other(told, "\nstopped = 9\n", "\nstopped = -1\n"),
        ),
        ("no number", other(told, "\nstopped = 9\n", "\n")),
    ];
    let list = "\nsources = [\"AP, The Boston Globe, 2011-04-28; Irish Examiner\", ";
    let sources = [
        ("a source missing", other(told, list, "\nsources = [")),
        (
            "a source too many",
            other(told, list, &list.replace('[', "[\"x\", ")),
        ),
    ];
    for (what, event) in cases.into_iter().chain(sources) {
        let forged = [locked, &[event]].concat();
        not_believed(&stage, what, &forged);
        let host = session::read(&stage.path).unwrap().host();
        assert!(host.debrief.is_none() && host.info.disguised, "{what}");
    }
    // As many stopped as there were is odd, and can be.
    let event = other(told, "\nstopped = 9\n", "\nstopped = 24\n");
    fs::write(&stage.path, chained(&[locked, &[event]].concat())).unwrap();
    assert_eq!(session::read(&stage.path).unwrap().notice, Notice::Whole);
}

/// Fault: a lock or a debrief is believed where it can't be: twice, for
/// nobody, after the debrief, or taken back.
#[test]
fn locks_and_debriefs_out_of_place_are_not_believed() {
    let (stage, service) = Stage::judged(CASE, 3, false);
    take(&service, "lock", lock(&[(1, "60")]));
    take(&service, "told", tell(CASE));
    drop(service);
    let events = bodies(&stage.text());
    let (lock, told) = (&events[2], &events[3]);
    let row = lock
        .lines()
        .find(|line| line.contains("sealed = "))
        .unwrap();
    let twice = format!("{row}\n{row}");
    let undone = |n: usize| {
        format!(
            "\n[[event]]\nn = {}\nv = 1\nkind = \"undone\"\nat = \"2026-11-23T21:00:00+01:00\"\nby = \"facilitator\"\ncommand = \"forged\"\nevent = {n}\n",
            n + 1
        )
    };
    let cases = [
        ("a second lock", [&events[..3], &[next(lock)]].concat()),
        (
            "a lock of two",
            [&events[..2], &[other(lock, row, &twice)]].concat(),
        ),
        (
            "nobody's",
            [&events[..2], &[other(lock, "\"P1\"", "\"P9\"")]].concat(),
        ),
        (
            "a lock afterwards",
            [
                &events[..4],
                &[next(&next(&other(lock, "\"P1\"", "\"P2\"")))],
            ]
            .concat(),
        ),
        (
            "sources of an open case",
            [
                &events[..3],
                &[other(
                    told,
                    "\nstopped = ",
                    "\nsources = [\"x\"]\nstopped = ",
                )],
            ]
            .concat(),
        ),
        ("told twice", [&events[..4], &[next(told)]].concat()),
        ("a lock taken back", [&events[..3], &[undone(3)]].concat()),
        ("untold", [&events[..4], &[undone(4)]].concat()),
    ];
    for (what, bodies) in cases {
        not_believed(&stage, what, &bodies);
    }
}

/// Fault: what is forged for a made-up idea passes for a real case.
#[test]
fn an_idea_is_not_told_by_hand() {
    let (real, service) = Stage::judged(CASE, 3, false);
    take(&service, "lock", lock(&[(1, "60")]));
    drop(service);
    let lock = bodies(&real.text())[2].clone();
    let (real, service) = Stage::judged(CASE, 3, false);
    take(&service, "told", tell(CASE));
    drop(service);
    let told = bodies(&real.text())[2].clone();
    let idea = Stage::idea();
    take(&idea.open(), "rated", rated(3, &Assessment::RATED));
    let events = bodies(&idea.text());
    for (what, event) in [("locked", lock), ("told", told)] {
        not_believed(&idea, what, &[&events[..], &[event]].concat());
    }
    // Of a real case nobody has to have locked anything.
    let stage = Stage::new(new_case(CASE, 1, false));
    let service = stage.open();
    take(&service, "rated", rated(1, &Assessment::RATED));
    take(&service, "told", tell(CASE));
    assert!(service.host().debrief.unwrap().forecasts.is_empty());
}
