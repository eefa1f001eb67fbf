//! What was handed in and not revealed is nowhere to be found but sealed.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;
#[path = "common/search.rs"]
mod search;

use common::{
    command, created, folder, hand_in, new_session, note, opened, outside, rating, round, seat,
    words, write,
};
use dear_customer::{
    lang::Lang,
    method::Assessment,
    session::{
        self, Action, Actor, AnswerWord, Command, HandIn, Private, Refusal, Secret, Service, Words,
    },
    text::Clean,
};
use search::shows;
use std::{env, fs, path::Path};

const NEED: Assessment = Assessment::Need;

/// Distinctive reasons that stay under seal in [`sealed_session`].
const SEALED: [&str; 8] = [
    "zebra crossing at dawn",
    "an oyster on a bicycle",
    "the violin was replaced",
    "purple sails over Vlieland",
    "rhubarb in second gear",
    "a marmalade of keys",
    "seven owls in Zutphen",
    "the kettle of Kattegat",
];
/// One that was revealed.
const REVEALED: &str = "a lighthouse in the attic";
/// One that was shown.
const SHOWN: &str = "an umbrella for the moon";
/// Names of an unnamed session.
const NAMES: [&str; 3] = [
    "Quirijn Zwartsluis",
    "Wilhelmina Oxfordshire",
    "Xanthippe Vuurvogel",
];

fn submit(service: &Service, command: Command) {
    service.submit(command).wait().unwrap();
}

/// A session with every way to hand in, and round 1 of need revealed.
fn sealed_session(path: &Path) -> Service {
    session::create(path, new_session(&NAMES, false), &mut outside(1)).unwrap();
    let service = opened(path);
    let own = Command {
        actor: Actor::Seat(seat(1)),
        ..command(
            "own",
            hand_in(vec![rating(round(NEED, 2), 1, "3", SEALED[0])]),
        )
    };
    submit(&service, own);
    let import = vec![
        rating(round(Assessment::Support, 1), 1, "9", SEALED[1]),
        rating(round(Assessment::Apology, 1), 2, "how", SEALED[2]),
        rating(round(NEED, 1), 1, "7", REVEALED),
        rating(round(NEED, 1), 2, "abstain", ""),
    ];
    submit(&service, command("import", hand_in(import)));
    // Handed in again: the earlier one must not come to light either.
    let again = |id: &str, reason| {
        let target = round(Assessment::Relationship, 1);
        command(id, hand_in(vec![rating(target, 3, "0", reason)]))
    };
    submit(&service, again("first", SEALED[3]));
    submit(&service, again("second", SEALED[4]));
    submit(
        &service,
        command("reveal", Action::Reveal(vec![round(NEED, 1)])),
    );
    // Words: one's own, some handed in again, and of another kind shown.
    let own = Command {
        actor: Actor::Seat(seat(1)),
        ..command("words", write(Private::Sentence, &[(1, SEALED[5])], false))
    };
    submit(&service, own);
    for (id, words) in [("sentence", SEALED[6]), ("again", SEALED[7])] {
        let action = write(Private::Sentence, &[(2, words)], false);
        submit(&service, command(id, action));
    }
    let stance = format!("-{SHOWN}");
    let action = write(Private::Stance, &[(1, "+"), (2, &stance)], true);
    submit(&service, command("stance", action));
    service
}

fn hidden() -> impl Iterator<Item = &'static str> {
    SEALED.into_iter().chain(NAMES)
}

/// Nothing hidden stands in these bytes.
fn assert_hidden(what: &str, bytes: &[u8]) {
    for secret in hidden() {
        assert!(!shows(bytes, secret), "{what}: {secret}");
    }
}

/// Fault: a reason or a name of an unnamed session can be found with grep in
/// the session file or in another file that the program leaves.
#[test]
fn no_file_shows_what_is_sealed() {
    let folder = folder();
    let path = folder.path().join("x.session.toml");
    let service = sealed_session(&path);
    for (number, secret) in (0..).zip(hidden()) {
        service.keep_draft(&format!("draft {number}"), secret);
    }
    drop(service);
    // Torn in mid-reveal, and opened again: a tail is set aside.
    let bytes = fs::read(&path).unwrap();
    let end = bytes.len() - 80;
    fs::write(&path, &bytes[..end]).unwrap();
    let _service = opened(&path);
    let mut names: Vec<String> = Vec::new();
    for entry in fs::read_dir(folder.path()).unwrap() {
        let file = entry.unwrap().path();
        let name = file.file_name().unwrap().to_str().unwrap().to_owned();
        let bytes = fs::read(&file).unwrap();
        assert_hidden(&name, &bytes);
        // The reveal that was torn never came to be.
        assert!(!shows(&bytes, SHOWN), "{name}");
        names.push(name);
    }
    names.sort();
    assert_eq!(
        names,
        [
            ".x.session.toml.drafts",
            ".x.session.toml.lock",
            "x.session.toml",
            "x.session.toml.torn-1"
        ]
    );
    // Whole, it shows what was revealed, in the event that revealed it.
    let text = String::from_utf8(bytes).unwrap();
    let mut events = text.split("[[event]]");
    let event = events
        .find(|event| event.contains("kind = \"revealed\""))
        .unwrap();
    assert_eq!(text.matches(SHOWN).count(), 1);
    assert!(event.contains(&format!("answer = 7, reason = \"{REVEALED}\"")));
    assert!(event.contains("answer = \"abstain\""));
    assert_eq!(text.matches(REVEALED).count(), 1);
    assert_hidden("the whole file", text.as_bytes());
}

/// Fault: a view for the host, the room or another seat holds a rating
/// before its reveal.
#[test]
fn no_view_shows_what_is_sealed() {
    let folder = folder();
    let path = folder.path().join("x.session.toml");
    let service = sealed_session(&path);
    assert_hidden("host", format!("{:?}", service.host()).as_bytes());
    assert_hidden("room", format!("{:?}", service.room()).as_bytes());
    let read = session::read(&path).unwrap();
    assert_hidden("read", format!("{:?}", read.host()).as_bytes());
    for (number, own) in [
        (1, vec![SEALED[0], SEALED[1], SEALED[5]]),
        (2, vec![SEALED[2], SEALED[7]]),
        (3, vec![SEALED[4]]),
    ] {
        let view = format!("{:?}", service.seat(seat(number)));
        for secret in hidden() {
            let shown = shows(view.as_bytes(), secret);
            assert_eq!(shown, own.contains(&secret), "P{number}: {secret}");
        }
        assert!(view.contains(REVEALED) && view.contains(SHOWN));
    }
}

/// Fault: a refusal quotes what it refuses, or who takes part.
#[test]
fn no_refusal_shows_what_is_sealed() {
    let folder = folder();
    let path = folder.path().join("x.session.toml");
    let service = sealed_session(&path);
    let mut number = 0;
    let mut refused = |action: Action| -> Refusal {
        number += 1;
        let id = format!("refused {number}");
        service.submit(command(&id, action)).wait().unwrap_err()
    };
    let row =
        |assessment, number, who, answer| rating(round(assessment, number), who, answer, SEALED[0]);
    let mut refusals = vec![
        refused(hand_in(vec![row(NEED, 1, 3, "3")])),
        refused(hand_in(vec![row(NEED, 2, 9, "3")])),
        refused(hand_in(vec![row(NEED, 2, 3, "whole")])),
        refused(hand_in(vec![row(NEED, 2, 3, "3"), row(NEED, 2, 3, "4")])),
        refused(Action::Reveal(vec![round(Assessment::Support, 2)])),
        refused(Action::Reveal(vec![round(NEED, 1)])),
        refused(Action::Undo),
        refused(write(Private::Sentence, &[(9, SEALED[5])], false)),
        refused(write(
            Private::Sentence,
            &[(1, SEALED[5]), (1, SEALED[6])],
            true,
        )),
        refused(write(Private::Stance, &[(3, SEALED[5])], false)),
    ];
    for who in ["nobody", "P9", "Q", "Wilhelm", ""] {
        refusals.push(service.find_seat(who).unwrap_err());
    }
    // Another's hand-in, and one that is too late for what it saw.
    let other = Command {
        actor: Actor::Seat(seat(2)),
        ..command("other", hand_in(vec![row(NEED, 2, 1, "3")]))
    };
    refusals.push(service.submit(other).wait().unwrap_err());
    let late = Command {
        seen: Some(1),
        ..command("late", hand_in(vec![row(NEED, 2, 1, "3")]))
    };
    refusals.push(service.submit(late).wait().unwrap_err());
    for refusal in refusals {
        for lang in Lang::ALL {
            assert_hidden("refusal", words(&refusal, lang).as_bytes());
        }
        assert_hidden("refusal", format!("{refusal:?}").as_bytes());
    }
}

/// The lines of a file without what is sealed and without hashes.
fn in_the_clear(bytes: &[u8]) -> String {
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    let mut out = String::new();
    for line in text.lines().filter(|line| !line.starts_with("hash = ")) {
        let mut parts = line.split("sealed = \"");
        out.push_str(parts.next().unwrap());
        for part in parts {
            out.push_str(part.split_once('"').unwrap().1);
        }
        out.push('\n');
    }
    out
}

/// Fault: how a score was answered shows in a length, a count or a state.
#[test]
fn sessions_alike_but_for_their_answers_look_alike() {
    let play = |answers: [(&str, &str, &str); 2]| {
        let folder = folder();
        let path = created(folder.path(), 3);
        let service = opened(&path);
        for (i, (score, apology, reason)) in answers.into_iter().enumerate() {
            let who = u8::try_from(i).unwrap() + 1;
            let rows = vec![
                rating(round(NEED, 1), who, score, reason),
                rating(round(NEED, 2), who, score, reason),
                rating(round(Assessment::Apology, 1), who, apology, reason),
            ];
            submit(&service, command(&format!("in {i}"), hand_in(rows)));
            let wants = if score == "0" { "+" } else { "-" };
            let stance = write(
                Private::Stance,
                &[(who, &format!("{wants}{reason}"))],
                false,
            );
            submit(&service, command(&format!("stance {i}"), stance));
            let sentence = write(Private::Sentence, &[(who, &format!("x{reason}"))], false);
            submit(&service, command(&format!("sentence {i}"), sentence));
        }
        submit(&service, command("note", note("x")));
        let host = format!("{:?}{:?}", service.host(), service.room());
        let hash = service.host().fingerprint.hash;
        drop(service);
        let bytes = fs::read(&path).unwrap();
        (host.replace(&hash, ""), bytes.len(), in_the_clear(&bytes))
    };
    let one = play([("0", "none", ""), ("10", "whole", "a")]);
    for other in [
        [("7", "how", "because it is so"), ("3", "none", "")],
        [
            ("abstain", "recused", ""),
            ("recused", "abstain", "she owns the idea"),
        ],
    ] {
        assert_eq!(play(other), one);
    }
}

/// Fault: the dots or reasons come in the order of the seats, so that
/// whoever sat down first is known by the first dot.
#[test]
fn the_room_cannot_tell_who_gave_which() {
    let play = |order: [usize; 3]| {
        let rows = [("9", "yes"), ("2", "no"), ("2", "")];
        let folder = folder();
        let path = created(folder.path(), 3);
        let service = opened(&path);
        let rows = (1..)
            .zip(order)
            .map(|(who, i)| rating(round(NEED, 1), who, rows[i].0, rows[i].1));
        submit(&service, command("in", hand_in(rows.collect())));
        submit(
            &service,
            command("reveal", Action::Reveal(vec![round(NEED, 1)])),
        );
        let words = (1..)
            .zip(order)
            .map(|(who, i)| (who, ["+yes", "-no", "-"][i]));
        let action = write(Private::Stance, &words.collect::<Vec<_>>(), true);
        submit(&service, command("stance", action));
        let hash = service.host().fingerprint.hash;
        format!("{:?}", service.room()).replace(&hash, "")
    };
    let one = play([0, 1, 2]);
    assert!(one.contains("\"yes\"") && !one.contains("\"P1 "));
    for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        assert_eq!(play(order), one);
    }
}

const CHILD: &str = "DEAR_CUSTOMER_TEST_PANIC";

/// Panics with ratings in its hands.
#[test]
fn child_panics_with_ratings_in_hand() {
    if env::var_os(CHILD).is_none() {
        return;
    }
    let folder = folder();
    let service = sealed_session(&folder.path().join("x.session.toml"));
    let held: HandIn = rating(round(NEED, 2), 2, "3", SEALED[0]);
    let pending = service.submit(command("in", hand_in(vec![held])));
    let asked = command(
        "more",
        hand_in(vec![rating(round(NEED, 2), 3, "3", SEALED[1])]),
    );
    assert!(
        asked.id.is_empty() || pending.wait().is_err(),
        "fell over on purpose"
    );
}

/// Fault: a crash report shows what somebody handed in.
#[test]
fn a_panic_prints_no_rating() {
    let output = std::process::Command::new(env::current_exe().unwrap())
        .args([
            "--exact",
            "child_panics_with_ratings_in_hand",
            "--nocapture",
        ])
        .env(CHILD, "1")
        .env("RUST_BACKTRACE", "full")
        .output()
        .unwrap();
    assert!(!output.status.success());
    let printed = [output.stdout, output.stderr].concat();
    assert!(shows(&printed, "fell over on purpose"));
    assert_hidden("panic", &printed);
}

/// Does not compile where the type implements one of the traits: then the
/// call is ambiguous.
macro_rules! implements_none_of {
    ($type:ty: $($name:ident: $bound:path),*) => {
        const _: () = {
            trait Ambiguous<A> {
                const FOUND: () = ();
            }
            impl<T: ?Sized> Ambiguous<()> for T {}
            $(
                struct $name;
                impl<T: ?Sized + $bound> Ambiguous<$name> for T {}
            )*
            <$type as Ambiguous<_>>::FOUND
        };
    };
}

/// Fault: somebody derives `Debug` or `Serialize` on what holds ratings.
macro_rules! cannot_leave {
    ($($type:ty),*) => {$(
        implements_none_of!($type:
            Debugged: std::fmt::Debug,
            Displayed: std::fmt::Display,
            Serialised: serde::Serialize
        );
    )*};
}
cannot_leave!(
    Secret<u8>,
    Secret<String>,
    Secret<(AnswerWord, Clean)>,
    Secret<Words>,
    HandIn,
    Action,
    Command
);
