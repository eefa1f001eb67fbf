//! The session file under faults: cut, damaged, forged, killed in mid-write,
//! on a full or read-only disk, opened twice.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;
#[path = "common/search.rs"]
mod search;

use common::{
    command, created, folder, hand_in, new_session, note, opened, outside, rating, round, seat,
    words, write,
};
use dear_customer::{
    content::{OptionCard, Text},
    lang::Lang,
    method::{Assessment, Legal},
    session::{
        self, Action, Decision, DecisionCode, Evidence, EvidenceGrade, Framing, GivenReason,
        IdeaText, LegalEntry, Letter, NewSession, Notice, Opened, Private, Receipt, Recusal,
        Refusal, Service,
    },
    text::Clean,
};
use proptest::prelude::*;
use sha2::{Digest, Sha256};
use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    env,
    ffi::OsString,
    fmt::Write as _,
    fs::{self, File, OpenOptions},
    io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Stdio},
    sync::LazyLock,
    thread,
    time::{Duration, Instant},
};

const NEED: Assessment = Assessment::Need;
const SECRETS: [&str; 5] = [
    "zebra crossing at dawn",
    "nobody asked for this",
    "lower fees would do",
    "we apologise for the zebra",
    "because of the violin",
];

/// A small session with every kind of event.
struct Fixture {
    bytes: Vec<u8>,
    /// Where each event ends.
    ends: Vec<usize>,
    /// The host's view after each event.
    views: Vec<String>,
    /// The kinds.
    kinds: Vec<String>,
}

static FIXTURE: LazyLock<Fixture> = LazyLock::new(fixture);

fn fixture() -> Fixture {
    let folder = folder();
    let path = folder.path().join("x.session.toml");
    let new = NewSession {
        own: true,
        ..new_session(&["", "", ""], false)
    };
    session::create(&path, new, &mut outside(1)).unwrap();
    let service = opened(&path);
    let decision = Decision {
        option: "a".into(),
        code: DecisionCode::NotNow,
        reason: Clean::line("because"),
        by: vec![Clean::name("Anna"), Clean::name("Bram")],
        conditions: Vec::new(),
        kill_criteria: Vec::new(),
        watch: vec![Clean::line("w")],
        review: None,
        dissent: Vec::new(),
    };
    let entry = LegalEntry {
        option: "a".into(),
        state: Legal::Clear,
        source: Clean::line("counsel"),
    };
    let evidence = Evidence {
        option: "a".into(),
        assessment: NEED,
        grade: EvidenceGrade::Claim,
        source: Clean::line("x"),
        would_help: Clean::line("y"),
    };
    let letter = Letter {
        option: "a".into(),
        text: Clean::lines("Dear \"\"\" customer,\n[[event]]\nhash = \"\"\n"),
    };
    let card = OptionCard {
        id: "b".into(),
        name: Text::same("B"),
        summary: Text::same("s"),
        changes_service: false,
        invented: true,
        legal: None,
    };
    let before = [
        hand_in(vec![
            rating(round(NEED, 1), 1, "3", SECRETS[0]),
            rating(round(NEED, 1), 2, "9", SECRETS[1]),
        ]),
        hand_in(vec![rating(round(NEED, 2), 3, "4", SECRETS[2])]),
        Action::Reveal(vec![round(NEED, 1)]),
        Action::SetLegal(entry),
        Action::GradeEvidence(evidence),
        note("a note"),
        Action::WriteLetter(letter),
        Action::AddOption(card),
        Action::Decide(decision),
    ];
    let after = [
        Action::GoTo(session::Step::Memo, Some("b".into()), Some("p-2".into())),
        Action::Undo,
    ];
    let actions = before.into_iter().chain(walked()).chain(after);
    for (i, action) in actions.enumerate() {
        service
            .submit(command(&i.to_string(), action))
            .wait()
            .unwrap();
    }
    drop(service);
    let bytes = fs::read(&path).unwrap();
    let ends: Vec<usize> = events(&bytes).into_iter().map(|event| event.end).collect();
    assert_eq!(ends.last(), Some(&bytes.len()));
    let views = ends
        .iter()
        .map(|&end| {
            fs::write(&path, &bytes[..end]).unwrap();
            let read = session::read(&path).unwrap();
            assert_eq!(read.notice, Notice::Whole);
            view(&read)
        })
        .collect();
    let kinds = String::from_utf8(bytes.clone()).unwrap();
    let kinds = kinds
        .lines()
        .filter_map(|line| line.strip_prefix("kind = "));
    Fixture {
        kinds: kinds.map(str::to_owned).collect(),
        bytes,
        ends,
        views,
    }
}

/// What only the walk puts on record.
fn walked() -> [Action; 5] {
    // Every byte is cut and flipped below: no more of them than it takes.
    let idea = toml::from_str("summary = { en = \"x\", nl = \"y\" }").unwrap();
    let framing = Framing {
        recused: vec![Recusal {
            seat: seat(3),
            assessments: vec![NEED],
        }],
        ..Framing::default()
    };
    let text = IdeaText {
        title: Clean::line("Other"),
        organisation: Clean::default(),
        people: Text::same("members"),
        idea,
    };
    let reason = GivenReason {
        round: round(NEED, 1),
        seat: seat(1),
        reason: Clean::line("later"),
    };
    [
        Action::Frame(framing),
        Action::WriteIdea(Box::new(text)),
        Action::GiveReasons(vec![reason]),
        write(Private::Sentence, &[(1, SECRETS[3])], false),
        write(Private::Stance, &[(1, "-because of the violin")], true),
    ]
}

fn view(read: &Opened) -> String {
    format!("{:?}", read.host())
}

/// A whole event, found by reading the file apart from the program.
struct Found {
    hash: String,
    end: usize,
}

/// The whole events at the beginning of a file: the format as documented,
/// done again.
fn events(bytes: &[u8]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let (mut start, mut at) = (0, 0);
    for line in bytes.split_inclusive(|&b| b == b'\n') {
        let body = &bytes[start..at];
        at += line.len();
        if !line.starts_with(b"hash = \"") {
            continue;
        }
        let previous = found.last().map_or("", |event| event.hash.as_str());
        let hash = chain(previous, body);
        if line != format!("hash = \"{hash}\"\n").as_bytes() {
            break;
        }
        found.push(Found { hash, end: at });
        start = at;
    }
    found
}

fn chain(previous: &str, body: &[u8]) -> String {
    let mut hasher = Sha256::new();
    hasher.update(previous);
    hasher.update(body);
    data_encoding::HEXLOWER.encode(&hasher.finalize())
}

/// The bytes with one more event of these lines, under a hash that fits.
fn forged(bytes: &[u8], lines: &[u8]) -> Vec<u8> {
    let events = events(bytes);
    let previous = events.last().map_or("", |event| event.hash.as_str());
    let hash = chain(previous, lines);
    [bytes, lines, format!("hash = \"{hash}\"\n").as_bytes()].concat()
}

/// The lines of an event of the next number.
fn lines(bytes: &[u8], version: u32, kind: &str, rest: &str) -> Vec<u8> {
    let n = events(bytes).len() + 1;
    format!(
        "\n[[event]]\nn = {n}\nv = {version}\nkind = \"{kind}\"\nat = \"2026-11-23T21:00:00+01:00\"\nby = \"facilitator\"\ncommand = \"forged\"\n{rest}"
    )
    .into_bytes()
}

/// The other files in the folder of a session, the lock aside.
fn beside(path: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(path.parent().unwrap()).unwrap();
    let others = entries.map(|entry| entry.unwrap().path());
    others
        .filter(|other| other != path && other.extension() != Some("lock".as_ref()))
        .collect()
}

fn refused(path: &Path) -> Refusal {
    Service::open(path, outside(1)).map(|_| ()).unwrap_err()
}

/// Runs the halves of a range on two threads.
fn halves(len: usize, run: impl Fn(usize) + Sync) {
    thread::scope(|scope| {
        for half in 0..2 {
            let run = &run;
            scope.spawn(move || (half..len).step_by(2).for_each(run));
        }
    });
}

/// Writes one more event and finds the file whole.
fn goes_on(path: &Path, service: &Service, id: &str) -> Receipt {
    let receipt = service.submit(command(id, note("on"))).wait().unwrap();
    let read = session::read(path).unwrap();
    assert_eq!(read.notice, Notice::Whole);
    assert_eq!(read.host().fingerprint.event, receipt.event);
    assert_eq!(read.host().fingerprint.hash, receipt.hash);
    receipt
}

/// Fault: after a power cut in mid-write a session is lost, loses a saved
/// event, can't be gone on with, or leaves a reveal that never came to be in
/// the clear.
#[test]
fn cut_anywhere_it_opens_with_all_that_is_whole() {
    let fixture = &*FIXTURE;
    halves(fixture.bytes.len() + 1, |cut| {
        let folder = folder();
        let path = folder.path().join("x.session.toml");
        let bytes = &fixture.bytes[..cut];
        fs::write(&path, bytes).unwrap();
        let whole = fixture.ends.iter().filter(|&&end| end <= cut).count();
        if whole == 0 {
            let refusal = refused(&path);
            let shown = path.display();
            let text = refusal.message.text(Lang::En);
            let expected = [
                format!("{shown} begins like a session, but its first event is not whole."),
                format!("{shown} is not a session of Dear Customer."),
            ];
            assert!(expected.contains(&text), "{text}");
            assert_eq!(fs::read(&path).unwrap(), bytes);
            assert!(beside(&path).is_empty());
            return;
        }
        let torn = cut - fixture.ends[whole - 1];
        let read = session::read(&path).unwrap();
        assert_eq!(view(&read), fixture.views[whole - 1]);
        let (service, notice) = Service::open(&path, outside(cut as u64)).unwrap();
        assert_eq!(format!("{:?}", service.host()), fixture.views[whole - 1]);
        if torn == 0 {
            assert_eq!((&read.notice, &notice), (&Notice::Whole, &Notice::Whole));
            assert!(beside(&path).is_empty());
        } else {
            let at = |aside| Notice::Torn { bytes: torn, aside };
            let aside = PathBuf::from(format!("{}.torn-1", path.display()));
            assert_eq!(read.notice, at(None));
            assert_eq!(notice, at(Some(aside.clone())));
            let kept = fs::read(&aside).unwrap();
            let open = [
                "created",
                "handed-in",
                "revealed",
                "texts-handed-in",
                "texts-shown",
            ];
            let kind = fixture.kinds[whole].trim_matches('"');
            if open.contains(&kind) {
                assert!(!SECRETS.iter().any(|secret| search::shows(&kept, secret)));
            }
            let tail = &bytes[fixture.ends[whole - 1]..];
            assert!(!kept.is_empty());
            if !open.contains(&kind) && tail.windows(4).any(|four| four == b"\nat ") {
                assert_eq!(kept, tail);
            }
        }
        goes_on(&path, &service, "on");
    });
}

/// Fault: a bit that the disk or an editor has turned goes unnoticed, passes
/// for a torn write and takes a saved event with it, or brings a different
/// session on screen.
#[test]
fn every_flipped_bit_is_found() {
    let fixture = &*FIXTURE;
    let folders = [folder(), folder()];
    halves(fixture.bytes.len() * 8, |bit| {
        // Each half of the bits goes to a file of its own.
        let path = folders[bit % 2].path().join("x.session.toml");
        let (at, mask) = (bit / 8, 1_u8 << (bit % 8));
        if bit < 2 {
            fs::write(&path, &fixture.bytes).unwrap();
        }
        let mut file = OpenOptions::new().write(true).open(&path).unwrap();
        let mut put = |byte: u8| {
            file.seek(SeekFrom::Start(at as u64)).unwrap();
            file.write_all(&[byte]).unwrap();
        };
        put(fixture.bytes[at] ^ mask);
        let event = fixture.ends.iter().filter(|&&end| end <= at).count();
        match session::read(&path) {
            Ok(read) => {
                let Notice::Damaged { event: found, .. } = read.notice else {
                    panic!("bit {bit}: {:?}", read.notice);
                };
                assert_eq!(found, event as u64 + 1, "bit {bit}");
                assert_eq!(view(&read), fixture.views[event - 1], "bit {bit}");
            }
            Err(_) => assert_eq!(event, 0, "bit {bit}"),
        }
        if bit % 101 == 0 {
            let before = fs::read(&path).unwrap();
            let refusal = refused(&path);
            assert!(!refusal.storage);
            assert_eq!(fs::read(&path).unwrap(), before);
            assert!(beside(&path).is_empty());
        }
        put(fixture.bytes[at]);
    });
}

/// Fault: the words for a damaged file are missing, or say the wrong line.
#[test]
fn a_damaged_file_says_where() {
    let fixture = &*FIXTURE;
    let folder = folder();
    let path = folder.path().join("x.session.toml");
    let mut bytes = fixture.bytes.clone();
    bytes[fixture.ends[2] + 20] ^= 1;
    fs::write(&path, &bytes).unwrap();
    let line = bytes[..fixture.ends[2]].split(|&b| b == b'\n').count();
    let refusal = refused(&path);
    assert_eq!(
        words(&refusal, Lang::En),
        format!(
            "The file was altered or damaged: event 4, from line {line} on, does not fit its hash. Everything before it is whole and can be read. / Nothing is changed in it. Put back a copy that is whole, and keep this file apart."
        )
    );
    assert_eq!(
        words(&refusal, Lang::Nl),
        format!(
            "Het bestand is gewijzigd of beschadigd: gebeurtenis 4, vanaf regel {line}, klopt niet met de hash. Alles daarvoor is heel en leesbaar. / Er wordt niets in gewijzigd. Zet een gave kopie terug en bewaar dit bestand apart."
        )
    );
    assert_eq!(
        session::read(&path).unwrap().notice.message(),
        Some(refusal.message)
    );

    // Line ends of Windows: still known for a session.
    let windows = String::from_utf8(fixture.bytes.clone())
        .unwrap()
        .replace('\n', "\r\n");
    fs::write(&path, windows).unwrap();
    let shown = path.display();
    assert_eq!(
        words(&refused(&path), Lang::En),
        format!(
            "{shown} begins like a session, but its first event is not whole. / Nothing is changed in it. Put back a copy that is whole, and keep this file apart."
        )
    );
    fs::write(&path, "# Shopping\n- milk\n").unwrap();
    assert_eq!(
        words(&refused(&path), Lang::En),
        format!(
            "{shown} is not a session of Dear Customer. / A session ends in .session.toml and is made with “dear-customer new”."
        )
    );
    assert_eq!(
        words(&refused(&path), Lang::Nl),
        format!(
            "{shown} is geen sessie van Dear Customer. / Een sessie eindigt op .session.toml en wordt gemaakt met ‘dear-customer new’."
        )
    );
}

/// Fault: the words for a torn write are missing or promise too much.
#[test]
fn a_torn_file_says_so() {
    let fixture = &*FIXTURE;
    let folder = folder();
    let path = folder.path().join("x.session.toml");
    fs::write(&path, &fixture.bytes[..fixture.bytes.len() - 9]).unwrap();
    let bytes = fixture.bytes.len() - 9 - fixture.ends[fixture.ends.len() - 2];
    let message = session::read(&path).unwrap().notice.message().unwrap();
    assert_eq!(
        message.text(Lang::En),
        format!("The last {bytes} bytes of the file come from a write that was cut off.")
    );
    assert_eq!(
        message.text(Lang::Nl),
        format!(
            "De laatste {bytes} bytes van het bestand komen van een wegschrijving die is afgebroken."
        )
    );
    // A tail set aside earlier is not written over.
    let earlier = folder.path().join("x.session.toml.torn-1");
    fs::write(&earlier, "earlier").unwrap();
    let (_, notice) = Service::open(&path, outside(1)).unwrap();
    let message = notice.message().unwrap();
    let shown = format!("{}.torn-2", path.display());
    assert_eq!(
        message.text(Lang::En),
        format!(
            "The last {bytes} bytes of the file came from a write that was cut off. They were set aside in {shown}."
        )
    );
    assert_eq!(
        message.text(Lang::Nl),
        format!(
            "De laatste {bytes} bytes van het bestand kwamen van een wegschrijving die is afgebroken. Ze staan nu apart in {shown}."
        )
    );
    assert_eq!(fs::read(&earlier).unwrap(), b"earlier");
}

/// One edit of a damaged file; places are shares of its length.
#[derive(Clone, Debug)]
enum Edit {
    Insert(usize, Vec<u8>),
    Delete(usize, usize),
    Replace(usize, Vec<u8>),
    /// A stretch again somewhere else: doubled or moved events.
    Copy(usize, usize, usize),
    Swap(usize, usize),
}

fn edit() -> impl Strategy<Value = Edit> {
    let at = || 0_usize..20_000;
    let bytes = || {
        prop_oneof![
            prop::collection::vec(any::<u8>(), 1..40),
            "(\n|\\[\\[event\\]\\]\n|hash = \"|[0-9a-f]{64}|\"\n|n = [0-9]\n){1,4}"
                .prop_map(String::into_bytes),
        ]
    };
    prop_oneof![
        (at(), bytes()).prop_map(|(at, bytes)| Edit::Insert(at, bytes)),
        (at(), 1_usize..900).prop_map(|(at, len)| Edit::Delete(at, len)),
        (at(), bytes()).prop_map(|(at, bytes)| Edit::Replace(at, bytes)),
        (at(), 1_usize..900, at()).prop_map(|(at, len, to)| Edit::Copy(at, len, to)),
        (at(), at()).prop_map(|(one, other)| Edit::Swap(one, other)),
    ]
}

/// Carries it out; copies and swaps take whole events, those bytes.
fn damage(bytes: &mut Vec<u8>, ends: &[usize], edit: &Edit) {
    let place = |at: usize, len: usize| at % (len + 1);
    let len = bytes.len();
    match edit {
        Edit::Insert(at, new) => {
            let at = place(*at, len);
            bytes.splice(at..at, new.iter().copied());
        }
        Edit::Delete(at, count) => {
            let at = place(*at, len);
            bytes.drain(at..len.min(at + count));
        }
        Edit::Replace(at, new) => {
            let at = place(*at, len);
            bytes.splice(at..len.min(at + new.len()), new.iter().copied());
        }
        Edit::Copy(at, count, to) => {
            let at = place(*at, len);
            let stretch = bytes[at..len.min(at + count)].to_vec();
            let to = place(*to, len);
            bytes.splice(to..to, stretch);
        }
        Edit::Swap(one, other) => {
            let event = |at: &usize| 1 + at % (ends.len() - 1);
            let (one, other) = (event(one).min(event(other)), event(one).max(event(other)));
            if one < other && len >= ends[other] {
                let range = |i: usize| ends[i - 1]..ends[i];
                let parts = [
                    &bytes[range(other)],
                    &bytes[ends[one]..ends[other - 1]],
                    &bytes[range(one)],
                ]
                .concat();
                bytes.splice(ends[one - 1]..ends[other], parts);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 10_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]
    /// Fault: a damaged file brings the program down, or shows a session that
    /// never was.
    #[test]
    fn random_damage_shows_a_beginning_or_nothing(edits in prop::collection::vec(edit(), 1..4)) {
        let folder = folder();
        let fixture = &*FIXTURE;
        let mut bytes = fixture.bytes.clone();
        for edit in &edits {
            damage(&mut bytes, &fixture.ends, edit);
        }
        let path = folder.path().join("x.session.toml");
        fs::write(&path, &bytes).unwrap();
        if let Ok(read) = session::read(&path) {
            let count = usize::try_from(read.host().fingerprint.event).unwrap();
            prop_assert_eq!(&view(&read), &fixture.views[count - 1]);
            let end = fixture.ends[count - 1];
            prop_assert_eq!(&bytes[..end], &fixture.bytes[..end]);
            if read.notice == Notice::Whole {
                prop_assert_eq!(bytes.len(), end);
            }
        }
    }
}

/// Fault: a session of a newer version is misread, or written to and so
/// spoilt.
#[test]
fn a_newer_session_reads_up_to_what_is_known() {
    let fixture = &*FIXTURE;
    let bytes = &fixture.bytes;
    let last = fixture.ends.len();
    for event in [
        lines(
            bytes,
            4,
            "noted",
            "option = \"a\"\nassessment = \"need\"\ntext = \"x\"\n",
        ),
        lines(bytes, 4, "dreamt", "strange = true\n"),
        lines(bytes, 1, "dreamt", "strange = true\n"),
        b"\n[[event]]\nv = 4\n".to_vec(),
    ] {
        let folder = folder();
        let path = folder.path().join("x.session.toml");
        // With an event behind it, and a torn one behind that.
        let mut newer = forged(bytes, &event);
        newer = forged(&newer, &lines(&newer, 1, "undone", "event = 3\n"));
        newer.extend(b"\n[[event]]\nn = ");
        fs::write(&path, &newer).unwrap();
        let read = session::read(&path).unwrap();
        let number = last as u64 + 1;
        assert_eq!(read.notice, Notice::Newer { event: number });
        assert_eq!(view(&read), fixture.views[last - 1]);
        let refusal = refused(&path);
        assert_eq!(Some(&refusal.message), read.notice.message().as_ref());
        assert_eq!(
            words(&refusal, Lang::En),
            format!(
                "The session was written by a newer version of Dear Customer: from event {number} on this version does not know what it says. / Install the newest version to go on with it. Until then it can only be read."
            )
        );
        assert_eq!(
            words(&refusal, Lang::Nl),
            format!(
                "De sessie is geschreven door een nieuwere versie van Dear Customer: vanaf gebeurtenis {number} weet deze versie niet wat er staat. / Installeer de nieuwste versie om ermee verder te gaan. Tot dan is de sessie alleen te lezen."
            )
        );
        assert_eq!(fs::read(&path).unwrap(), newer);
        assert!(beside(&path).is_empty());
    }
    // From the first event on.
    let folder = folder();
    let path = folder.path().join("x.session.toml");
    let first = String::from_utf8(bytes[..fixture.ends[0]].to_vec()).unwrap();
    let body: String = first
        .split_inclusive('\n')
        .filter(|line| !line.starts_with("hash = "))
        .collect();
    let newer = forged(b"", body.replace("\nv = 1\n", "\nv = 4\n").as_bytes());
    fs::write(&path, &newer).unwrap();
    assert_eq!(refused(&path).message.key(), "notice-newer");
    assert_eq!(
        session::read(&path).err().unwrap().message.key(),
        "notice-newer"
    );
}

type Case = (&'static str, Vec<u8>);

/// Hand-ins and reveals with hashes that fit, of what can't be.
fn forged_ratings(bytes: &[u8]) -> Vec<Case> {
    let sealed = |rest: &str| {
        let ratings = format!("ratings = [\n  {{ {rest}, sealed = \"AAAA\" }},\n]\n");
        lines(bytes, 1, "handed-in", &ratings)
    };
    let row = |option: &str, assessment: &str, round: u8, seat: &str| {
        format!(
            "option = \"{option}\", assessment = \"{assessment}\", round = {round}, seat = \"{seat}\""
        )
    };
    let open = |rows: &[(&str, u8, &str)]| {
        let mut ratings = String::from("ratings = [\n");
        for &(assessment, round, answer) in rows {
            let row = row("a", assessment, round, "P1");
            let _ = writeln!(ratings, "  {{ {row}, answer = {answer} }},");
        }
        ratings.push_str("]\n");
        lines(bytes, 1, "revealed", &ratings)
    };
    vec![
        ("an unknown seat", sealed(&row("a", "support", 1, "P4"))),
        ("no seat", sealed(&row("a", "support", 1, "P0"))),
        ("after its reveal", sealed(&row("a", "need", 1, "P3"))),
        ("a third round", sealed(&row("a", "support", 3, "P1"))),
        ("a vote on the law", sealed(&row("a", "legal", 1, "P1"))),
        ("an unknown option", sealed(&row("z", "need", 1, "P1"))),
        ("an answer of 11", open(&[("support", 1, "11")])),
        ("a negative answer", open(&[("support", 1, "-1")])),
        (
            "an answer that does not fit",
            open(&[("support", 1, "\"whole\"")]),
        ),
        (
            "a seat twice",
            open(&[("support", 1, "3"), ("support", 1, "4")]),
        ),
        ("the second round first", open(&[("support", 2, "3")])),
        ("a second reveal", open(&[("need", 1, "3")])),
    ]
}

/// Words, reasons, framings and moves with hashes that fit, of what can't be.
fn forged_words(bytes: &[u8]) -> Vec<Case> {
    let words = |kind: &str, what: &str, option: &str, texts: &str| {
        let rest = format!("what = \"{what}\"\noption = \"{option}\"\ntexts = [{texts}]\n");
        lines(bytes, 1, kind, &rest)
    };
    let sealed = |what, option, seat: &str| {
        let text = format!("{{ seat = \"{seat}\", sealed = \"AAAA\" }}");
        words("texts-handed-in", what, option, &text)
    };
    let shown = |what, texts: &str| words("texts-shown", what, "a", texts);
    let reason = |round: u8, seat: &str| {
        let rest = format!(
            "reasons = [{{ option = \"a\", assessment = \"need\", round = {round}, seat = \"{seat}\", reason = \"x\" }}]\n"
        );
        lines(bytes, 1, "reasons-given", &rest)
    };
    let framed = |seat: &str, assessment: &str| {
        let recused = format!(
            "way = \"cards\"\nrecused = [{{ seat = \"{seat}\", assessments = [\"{assessment}\"] }}]\n"
        );
        lines(bytes, 1, "framed", &recused)
    };
    let p1 = "{ seat = \"P1\", text = \"x\" }";
    vec![
        ("words of an unknown seat", sealed("sentence", "a", "P4")),
        ("words on an unknown option", sealed("sentence", "z", "P1")),
        ("words of no kind", sealed("poem", "a", "P1")),
        ("words after they were shown", sealed("stance", "a", "P2")),
        ("words shown twice", shown("stance", p1)),
        (
            "a seat's words twice",
            shown("sentence", &format!("{p1}, {p1}")),
        ),
        ("a reason for no rating", reason(1, "P3")),
        ("a reason before the reveal", reason(2, "P3")),
        ("an unknown seat recused", framed("P4", "need")),
        ("recused from the law", framed("P1", "legal")),
        (
            "a page that is a path",
            lines(bytes, 1, "moved", "to = \"need\"\npage = \"../x\"\n"),
        ),
    ]
}

/// Events with hashes that fit, out of order or out of shape.
fn forged_shapes(bytes: &[u8]) -> Vec<Case> {
    let n = events(bytes).len() + 1;
    let undone = |event: usize| lines(bytes, 1, "undone", &format!("event = {event}\n"));
    let rest = "option = \"a\"\nassessment = \"need\"\ntext = \"x\"\n";
    let noted = String::from_utf8(lines(bytes, 1, "noted", rest)).unwrap();
    let other = |from: &str, to: &str| noted.replace(from, to).into_bytes();
    let number = format!("n = {n}");
    let card = "option.id = \"d\"\noption.name.en = \"x\"\noption.name.nl = \"x\"\noption.summary.en = \"x\"\noption.summary.nl = \"x\"\n";
    let deep = format!("text = {}\n", "[".repeat(100_000));
    vec![
        ("an undone reveal", undone(4)),
        ("an undone undo", undone(17)),
        ("undone words", undone(15)),
        ("an event undone twice", undone(16)),
        ("an undone beginning", undone(1)),
        ("an undone future", undone(99)),
        ("itself undone", undone(n)),
        ("an id used before", other("forged", "3")),
        (
            "a number left out",
            other(&number, &format!("n = {}", n + 1)),
        ),
        ("a number again", other(&number, &format!("n = {}", n - 1))),
        ("a negative number", other(&number, "n = -1")),
        ("no version", other("v = 1\n", "")),
        ("a version of 0", other("v = 1\n", "v = 0\n")),
        ("a version in words", other("v = 1\n", "v = \"one\"\n")),
        ("no kind", other("kind = \"noted\"\n", "")),
        ("no option", other("option = \"a\"\n", "")),
        ("an option left out", lines(bytes, 1, "option-added", card)),
        ("two events in one", noted.repeat(2).into_bytes()),
        ("no event", b"\n# nothing\n".to_vec()),
        ("nothing", Vec::new()),
        ("no TOML", b"\n[[event]\n".to_vec()),
        ("no text", b"\n[[event]]\nn = \xff\n".to_vec()),
        ("a deep nest", lines(bytes, 1, "noted", &deep)),
    ]
}

/// A second beginning, which is the first with another number and id.
fn second_beginning(fixture: &Fixture) -> Case {
    let first = String::from_utf8(fixture.bytes[..fixture.ends[0]].to_vec()).unwrap();
    let n = fixture.ends.len() + 1;
    let body: String = first
        .split_inclusive('\n')
        .filter(|line| !line.starts_with("hash = ") && !line.starts_with("command = "))
        .map(|line| match line {
            "n = 1\n" => format!("n = {n}\ncommand = \"forged\"\n"),
            line => line.to_owned(),
        })
        .collect();
    ("a second beginning", body.into_bytes())
}

/// Fault: an event with a hash that fits but that makes no sense brings the
/// program down, or is believed.
#[test]
fn forged_events_are_not_believed() {
    let fixture = &*FIXTURE;
    let bytes = &fixture.bytes;
    let n = fixture.ends.len() + 1;
    let cases = forged_ratings(bytes)
        .into_iter()
        .chain(forged_words(bytes))
        .chain(forged_shapes(bytes));
    for (what, event) in cases.chain([second_beginning(fixture)]) {
        let folder = folder();
        let path = folder.path().join("x.session.toml");
        let forged = forged(bytes, &event);
        fs::write(&path, &forged).unwrap();
        let read = session::read(&path).unwrap();
        let line = bytes.split(|&b| b == b'\n').count();
        assert_eq!(
            read.notice,
            Notice::Damaged {
                event: n as u64,
                line
            },
            "{what}"
        );
        assert_eq!(view(&read), fixture.views[n - 2], "{what}");
        assert_eq!(refused(&path).message.key(), "notice-damaged", "{what}");
        assert_eq!(fs::read(&path).unwrap(), forged, "{what}");
        assert!(beside(&path).is_empty());
    }
}

/// Fault: a seal that does not open is revealed as something else, or stops
/// everything.
#[test]
fn a_broken_seal_is_said_at_the_reveal() {
    let folder = folder();
    let path = created(folder.path(), 3);
    let bytes = fs::read(&path).unwrap();
    let ratings = "ratings = [\n  { option = \"a\", assessment = \"need\", round = 1, seat = \"P1\", sealed = \"AAAA\" },\n]\n";
    fs::write(
        &path,
        forged(&bytes, &lines(&bytes, 1, "handed-in", ratings)),
    )
    .unwrap();
    let service = opened(&path);
    let reveal = || Action::Reveal(vec![round(NEED, 1)]);
    let refusal = service.submit(command("r", reveal())).wait().unwrap_err();
    assert_eq!(
        words(&refusal, Lang::En),
        "A sealed rating cannot be opened: the file does not hold what was handed in."
    );
    assert_eq!(
        words(&refusal, Lang::Nl),
        "Een verzegelde score gaat niet open: in het bestand staat niet wat is ingeleverd."
    );
    // Handed in anew, it is replaced.
    let again = hand_in(vec![rating(round(NEED, 1), 1, "3", "")]);
    service.submit(command("again", again)).wait().unwrap();
    service.submit(command("r", reveal())).wait().unwrap();
    goes_on(&path, &service, "on");
}

/// Fault: two programs write to one session and damage it; or nobody can
/// read along.
#[test]
fn one_writes_and_others_read() {
    let folder = folder();
    let path = created(folder.path(), 3);
    let service = opened(&path);
    let shown = path.display().to_string();
    let refusal = refused(&path);
    assert!(refusal.storage);
    assert_eq!(
        words(&refusal, Lang::En),
        format!(
            "{shown} is open in another Dear Customer. / Close it there first. Until then it can be read and exported here, not changed."
        )
    );
    assert_eq!(
        words(&refusal, Lang::Nl),
        format!(
            "{shown} is open in een andere Dear Customer. / Sluit de sessie daar eerst. Tot dan kunt u haar hier lezen en exporteren, niet wijzigen."
        )
    );
    if cfg!(unix) {
        // The same file by another way.
        let link = folder.path().join("link.session.toml");
        link_to(&path, &link);
        assert_eq!(refused(&link).message.key(), "trouble-locked");
    }
    goes_on(&path, &service, "on");
    drop(service);
    goes_on(&path, &opened(&path), "later");
}

#[cfg(unix)]
fn link_to(path: &Path, link: &Path) {
    std::os::unix::fs::symlink(path, link).unwrap();
}

#[cfg(not(unix))]
fn link_to(_: &Path, _: &Path) {}

/// What a missing file, a folder and a file of that name give.
/// Fault: an existing session is written over.
#[test]
fn files_that_are_not_as_expected() {
    let folder = folder();
    let missing = folder.path().join("missing.session.toml");
    let shown = missing.display();
    assert_eq!(
        words(&refused(&missing), Lang::En),
        format!("{shown} is not there. / Check the name and the folder.")
    );
    assert_eq!(
        words(&refused(&missing), Lang::Nl),
        format!("{shown} is er niet. / Controleer de naam en de map.")
    );
    assert!(beside(&missing).is_empty());
    let shown = folder.path().display();
    let refusal = session::read(folder.path()).err().unwrap();
    assert_eq!(
        words(&refusal, Lang::En),
        format!("{shown} is a folder, not a file. / Name a file in it.")
    );
    assert_eq!(
        words(&refusal, Lang::Nl),
        format!("{shown} is een map, geen bestand. / Noem een bestand in die map.")
    );
    let taken = folder.path().join("taken");
    fs::write(&taken, "mine").unwrap();
    let shown = taken.display();
    let refusal = create(&taken).unwrap_err();
    assert_eq!(
        words(&refusal, Lang::En),
        format!(
            "{shown} exists already and is left as it is. / Choose another name for the new file."
        )
    );
    assert_eq!(
        words(&refusal, Lang::Nl),
        format!(
            "{shown} bestaat al en blijft zoals het is. / Kies een andere naam voor het nieuwe bestand."
        )
    );
    assert_eq!(fs::read(&taken).unwrap(), b"mine");
    assert!(beside(&taken).is_empty());
}

fn create(path: &Path) -> Result<session::Fingerprint, Refusal> {
    session::create(
        path,
        common::new_session(&["", "", ""], false),
        &mut outside(1),
    )
}

// Other processes: a test of this binary, run again by its name.

const CHILD: &str = "DEAR_CUSTOMER_TEST_CHILD";

/// Runs a test of this binary as a child that gets `argument`, behind the
/// words of `before` (`unshare …`).
fn child(before: &[&str], test: &str, argument: &str) -> std::process::Command {
    let exe = env::current_exe().unwrap();
    let mut words: Vec<OsString> = before.iter().map(OsString::from).collect();
    words.push(exe.into());
    let mut command = std::process::Command::new(&words[0]);
    command
        .args(&words[1..])
        .args(["--exact", test, "--nocapture", "--test-threads=1"])
        .env(CHILD, argument)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    command
}

fn spawned(mut command: std::process::Command) -> (Child, BufReader<ChildStdout>) {
    let mut child = command.spawn().unwrap();
    let out = BufReader::new(child.stdout.take().unwrap());
    (child, out)
}

/// The argument of a child, on a line of its own after the harness's.
fn argument() -> Option<String> {
    let argument = env::var(CHILD).ok()?;
    say("");
    Some(argument)
}

/// Says a line to the parent; ends with it.
fn say(line: &str) {
    let mut out = io::stdout().lock();
    writeln!(out, "{line}").unwrap();
    out.flush().unwrap();
}

/// Waits for a line of the child's.
fn wait_for(out: &mut BufReader<ChildStdout>, wanted: &str) {
    let found = out.lines().any(|line| line.unwrap() == wanted);
    assert!(found, "the child never said {wanted}");
}

#[test]
fn child_holds_the_lock() {
    let Some(path) = argument() else { return };
    let _service = opened(Path::new(&path));
    say("held");
    io::stdin().read_to_end(&mut Vec::new()).unwrap();
}

/// Fault: the lock holds within one process only.
#[test]
fn two_processes_do_not_write_at_once() {
    let folder = folder();
    let path = created(folder.path(), 3);
    let (mut holder, mut out) = spawned(child(
        &[],
        "child_holds_the_lock",
        &path.display().to_string(),
    ));
    wait_for(&mut out, "held");
    assert_eq!(refused(&path).message.key(), "trouble-locked");
    assert_eq!(session::read(&path).unwrap().notice, Notice::Whole);
    drop(holder.stdin.take());
    holder.wait().unwrap();
    goes_on(&path, &opened(&path), "on");
}

/// The next number of a seeded row below `below`.
fn random(state: &mut u64, below: u64) -> u64 {
    // Marsaglia's xorshift64.
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    *state % below
}

/// `path|depth|run`: keeps `depth` commands on their way for ever and says
/// each receipt.
#[test]
fn child_writes_for_ever() {
    let Some(argument) = argument() else { return };
    let parts: Vec<&str> = argument.split('|').collect();
    let depth: usize = parts[1].parse().unwrap();
    let mut state = parts[2].parse::<u64>().unwrap() + 1;
    let service = opened(Path::new(parts[0]));
    let mut waiting = VecDeque::new();
    say("ready");
    for i in 0_u64.. {
        let text = "long ".repeat(1 + usize::try_from(random(&mut state, 900)).unwrap());
        let action = match i % 4 {
            0 => hand_in(vec![rating(round(NEED, 1), 1, "3", &text)]),
            _ => note(&text),
        };
        waiting.push_back(service.submit(command(&format!("{}/{i}", parts[2]), action)));
        if waiting.len() >= depth {
            let receipt = waiting.pop_front().unwrap().wait().unwrap();
            say(&format!("ack {} {}", receipt.event, receipt.hash));
        }
    }
}

/// Kills a writer at a random moment, ten times over, and checks each time
/// what is there. Gives how many events were acknowledged, and how often the
/// file was torn.
fn killed_ten_times(seed: u64) -> (usize, usize) {
    let folder = folder();
    let path = created(folder.path(), 3);
    let mut state = seed * 7919 + 1;
    let mut acknowledged: BTreeMap<usize, String> = BTreeMap::new();
    let mut torn = 0;
    for kill in 0..10 {
        let depth = [1, 1, 4, 40][usize::try_from(random(&mut state, 4)).unwrap()];
        let before = events(&fs::read(&path).unwrap()).len();
        let argument = format!("{}|{depth}|{}", path.display(), seed * 100 + kill);
        let (mut writer, out) = spawned(child(&[], "child_writes_for_ever", &argument));
        let mut lines = out.lines().map(Result::unwrap);
        if random(&mut state, 10) > 0 {
            lines.find(|line| line == "ready").unwrap();
        }
        let mut said: Vec<String> = Vec::new();
        let wanted = random(&mut state, 12);
        for _ in 0..wanted {
            said.extend(lines.find(|line| line.starts_with("ack ")));
        }
        for _ in 0..random(&mut state, 200_000) {
            std::hint::spin_loop();
        }
        writer.kill().unwrap();
        writer.wait().unwrap();
        // A line that was cut off itself says nothing.
        said.extend(lines.filter(|line| {
            line.starts_with("ack ")
                && line
                    .split(' ')
                    .next_back()
                    .is_some_and(|hash| hash.len() == 64)
        }));
        let mut last = before;
        for line in &said {
            let (number, hash) = line.strip_prefix("ack ").unwrap().split_once(' ').unwrap();
            let number = number.parse().unwrap();
            assert!(number > last);
            last = number;
            acknowledged.insert(number, hash.to_owned());
        }

        let found = events(&fs::read(&path).unwrap());
        for (number, hash) in &acknowledged {
            assert_eq!(&found[number - 1].hash, hash, "event {number}");
        }
        // A line may be lost between a receipt and the pipe: one more.
        assert!(found.len() <= last + depth, "more than was on its way");
        let (service, notice) = Service::open(&path, outside(kill)).unwrap();
        match notice {
            Notice::Whole => {}
            Notice::Torn { aside, .. } => {
                torn += 1;
                assert!(aside.unwrap().is_file());
            }
            notice => panic!("{notice:?}"),
        }
        let receipt = goes_on(&path, &service, &format!("on {kill}"));
        assert_eq!(receipt.event, found.len() as u64 + 1);
        acknowledged.insert(found.len() + 1, receipt.hash);
    }
    (acknowledged.len(), torn)
}

/// Fault: what the screen called saved is gone after a crash.
#[test]
fn two_hundred_kills_lose_nothing_acknowledged() {
    let totals: Vec<(usize, usize)> = thread::scope(|scope| {
        let halves: Vec<_> = (0..2)
            .map(|half| {
                scope.spawn(move || {
                    (0..10)
                        .map(|i| killed_ten_times(half * 10 + i))
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        halves
            .into_iter()
            .flat_map(|half| half.join().unwrap())
            .collect()
    });
    let acknowledged: usize = totals.iter().map(|total| total.0).sum();
    let torn: usize = totals.iter().map(|total| total.1).sum();
    println!("200 kills: {acknowledged} events acknowledged, {torn} torn files");
    assert!(acknowledged > 400);
}

/// The words before a command that give it mounts of its own, where the
/// system allows that.
fn own_mounts() -> Option<&'static [&'static str]> {
    const WAYS: [&[&str]; 2] = [
        &["unshare", "--mount"],
        &["unshare", "--user", "--map-root-user", "--mount"],
    ];
    WAYS.into_iter().find(|way| {
        let folder = folder();
        std::process::Command::new(way[0])
            .args(&way[1..])
            .args(["mount", "-t", "tmpfs", "none"])
            .arg(folder.path())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    })
}

/// Runs a child test with mounts of its own, or says that it can't.
fn with_own_mounts(test: &str) {
    let Some(way) = own_mounts() else {
        say(&format!("no mounts of one's own here: {test} is left out"));
        return;
    };
    let folder = folder();
    let output = child(way, test, &folder.path().display().to_string())
        .stderr(Stdio::piped())
        .output()
        .unwrap();
    let lossy = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(
        output.status.success() && lossy(&output.stdout).contains("came through"),
        "{}{}",
        lossy(&output.stdout),
        lossy(&output.stderr)
    );
}

fn mount(arguments: &[&str], folder: &str) {
    let status = std::process::Command::new("mount")
        .args(arguments)
        .arg(folder)
        .status()
        .unwrap();
    assert!(status.success());
}

/// Fills the disk to the last byte.
fn fill(folder: &str) -> PathBuf {
    let ballast = Path::new(folder).join("ballast");
    let mut file = File::create(&ballast).unwrap();
    while file.write_all(&[0; 512]).is_ok() {}
    ballast
}

/// Fault: a full disk loses events, leaves half an event behind, shows what
/// was refused, or needs a restart.
#[test]
fn a_full_disk_costs_nothing_that_was_saved() {
    with_own_mounts("child_on_a_full_disk");
}

#[test]
fn child_on_a_full_disk() {
    let Some(folder) = argument() else { return };
    mount(&["-t", "tmpfs", "-o", "size=64k", "none"], &folder);
    let path = Path::new(&folder).join("x.session.toml");
    let shown = path.display().to_string();
    let full = |refusal: &Refusal| {
        assert!(refusal.storage);
        assert_eq!(
            words(refusal, Lang::En),
            format!(
                "{shown} could not be written: the disk is full. / What was saved before is still there. Make room on the disk and do it again."
            )
        );
        assert_eq!(
            words(refusal, Lang::Nl),
            format!(
                "{shown} kon niet worden geschreven: de schijf is vol. / Wat eerder is bewaard, staat er nog. Maak ruimte op de schijf en doe het opnieuw."
            )
        );
    };

    // Making a session.
    let ballast = fill(&folder);
    full(&create(&path).unwrap_err());
    assert_eq!(beside(&path), std::slice::from_ref(&ballast));
    assert!(!path.exists());
    fs::remove_file(&ballast).unwrap();
    create(&path).unwrap();

    // One command after the other, then many at once, until it is full.
    let service = opened(&path);
    let ballast = fill(&folder);
    let mut saved = Vec::new();
    let long = "word ".repeat(600);
    let refusal = (0..)
        .find_map(|i| {
            let answer = service
                .submit(command(&format!("one {i}"), note(&long)))
                .wait();
            answer.map(|receipt| saved.push(receipt)).err()
        })
        .unwrap();
    full(&refusal);
    // Whoever waits for the event learns that it does not come.
    assert_eq!(service.wait_saved(service.saved()), service.saved());
    let there = |saved: &[Receipt]| {
        let found = events(&fs::read(&path).unwrap());
        for receipt in saved {
            let number = usize::try_from(receipt.event).unwrap();
            assert_eq!(found[number - 1].hash, receipt.hash);
        }
        let read = session::read(&path).unwrap();
        assert_eq!(read.notice, Notice::Whole);
        // What was refused is on no screen.
        assert_eq!(format!("{:?}", service.host()), view(&read));
        assert_eq!(service.saved(), read.host().fingerprint.event);
        assert_eq!(saved.len() + 1, found.len());
    };
    there(&saved);
    for round in 0..20 {
        let sent: Vec<_> = (0..20)
            .map(|i| {
                service.submit(command(
                    &format!("many {round} {i}"),
                    note(&"word ".repeat(i * 20 + 1)),
                ))
            })
            .collect();
        for pending in sent {
            match pending.wait() {
                Ok(receipt) => saved.push(receipt),
                Err(refusal) => full(&refusal),
            }
        }
        there(&saved);
    }

    // With room again the same service goes on.
    fs::remove_file(&ballast).unwrap();
    saved.push(goes_on(&path, &service, "on"));
    saved.push(goes_on(&path, &service, "one 0 again"));
    there(&saved);
    drop(service);

    // A torn tail that can't be set aside stays where it is.
    let whole = fs::read(&path).unwrap();
    let torn = [&whole[..], b"\n[[event]]\nn = 9"].concat();
    fs::write(&path, &torn).unwrap();
    let ballast = fill(&folder);
    full(&refused(&path));
    assert_eq!(fs::read(&path).unwrap(), torn);
    assert_eq!(beside(&path), std::slice::from_ref(&ballast));
    fs::remove_file(&ballast).unwrap();
    goes_on(&path, &opened(&path), "mended");
    say("came through");
}

fn says_read_only(path: &Path, refusal: &Refusal) {
    let shown = path.display();
    assert!(refusal.storage);
    assert_eq!(
        words(refusal, Lang::En),
        format!(
            "{shown} may not be read or written here. / Nothing was changed. Choose a folder in which you may write, or ask for the right to."
        )
    );
    assert_eq!(
        words(refusal, Lang::Nl),
        format!(
            "{shown} mag hier niet gelezen of geschreven worden. / Er is niets gewijzigd. Kies een map waarin u mag schrijven, of vraag dat recht aan."
        )
    );
}

/// Fault: a session on a read-only disk can't be read, or the refusal to
/// write comes late or in riddles.
#[test]
fn a_read_only_disk_can_be_read_from() {
    with_own_mounts("child_on_a_read_only_disk");
}

#[test]
fn child_on_a_read_only_disk() {
    let Some(folder) = argument() else { return };
    mount(&["-t", "tmpfs", "none"], &folder);
    let path = created(Path::new(&folder), 3);
    goes_on(&path, &opened(&path), "on");
    mount(&["-o", "remount,ro"], &folder);
    says_read_only(&path, &refused(&path));
    let new = Path::new(&folder).join("new.session.toml");
    says_read_only(&new, &create(&new).unwrap_err());
    let read = session::read(&path).unwrap();
    assert_eq!(
        (read.notice.clone(), read.host().fingerprint.event),
        (Notice::Whole, 2)
    );
    say("came through");
}

/// Fault: the same by rights alone: a read-only file, a read-only folder.
#[test]
fn a_read_only_file_or_folder_can_be_read_from() {
    // Rights do not bind the system's owner, who can become somebody else.
    const NOBODY: [&str; 4] = [
        "setpriv",
        "--reuid=65534",
        "--regid=65534",
        "--clear-groups",
    ];
    let folder = folder();
    let shown = folder.path().display().to_string();
    let mut before = &NOBODY[..0];
    if !rights_bind(folder.path()) {
        before = &NOBODY;
        let probe = child(before, "none", "").stderr(Stdio::null()).output();
        if !probe.is_ok_and(|output| output.status.success()) || !hand_over(folder.path()) {
            println!("rights do not bind this user: left out");
            return;
        }
    }
    let output = child(before, "child_without_rights", &shown)
        .stderr(Stdio::piped())
        .output()
        .unwrap();
    let text = [output.stdout, output.stderr].concat();
    let text = String::from_utf8_lossy(&text);
    assert!(
        output.status.success() && text.contains("came through"),
        "{text}"
    );
}

/// Whether a read-only file is one for this user.
fn rights_bind(folder: &Path) -> bool {
    let file = folder.join("probe");
    fs::write(&file, "").unwrap();
    set_read_only(&file, true);
    let binds = OpenOptions::new().append(true).open(&file).is_err();
    fs::remove_file(&file).unwrap();
    binds
}

#[cfg(unix)]
fn hand_over(folder: &Path) -> bool {
    std::os::unix::fs::chown(folder, Some(65534), Some(65534)).is_ok()
}

#[cfg(not(unix))]
fn hand_over(_: &Path) -> bool {
    false
}

fn set_read_only(path: &Path, read_only: bool) {
    let mut rights = fs::metadata(path).unwrap().permissions();
    rights.set_readonly(read_only);
    fs::set_permissions(path, rights).unwrap();
}

#[test]
fn child_without_rights() {
    let Some(folder) = argument() else { return };
    let folder = Path::new(&folder);
    let path = created(folder, 3);
    set_read_only(&path, true);
    says_read_only(&path, &refused(&path));
    assert_eq!(session::read(&path).unwrap().notice, Notice::Whole);
    assert!(beside(&path).is_empty());
    set_read_only(&path, false);
    set_read_only(folder, true);
    says_read_only(&path, &refused(&path));
    let new = folder.join("new.session.toml");
    says_read_only(&new, &create(&new).unwrap_err());
    assert_eq!(session::read(&path).unwrap().notice, Notice::Whole);
    set_read_only(folder, false);
    goes_on(&path, &opened(&path), "on");
    say("came through");
}

// Drafts: texts that are being typed.

fn drafts_of(path: &Path) -> PathBuf {
    path.parent().unwrap().join(".x.session.toml.drafts")
}

/// Waits until every draft is on disk; gives how long that took.
fn kept(service: &Service) -> Duration {
    let start = Instant::now();
    while !service.drafts_kept() {
        assert!(start.elapsed() < Duration::from_secs(10), "never kept");
        thread::sleep(Duration::from_millis(5));
    }
    start.elapsed()
}

/// A session with three drafts on disk.
fn drafted(folder: &Path) -> PathBuf {
    let path = created(folder, 3);
    let service = opened(&path);
    service.keep_draft("note", SECRETS[0]);
    service.keep_draft("reason/a/need/1/P3", SECRETS[1]);
    service.keep_draft("an id = \"of\"\nany kind", "  two\n\n lines\u{1f469} ");
    path
}

/// Fault: a draft is lost when the program ends, comes back changed, or
/// stays when it was taken back.
#[test]
fn drafts_come_back_until_they_are_taken_back() {
    let folder = folder();
    let path = drafted(folder.path());
    let service = opened(&path);
    assert!(service.drafts_kept());
    assert_eq!(service.draft("note").unwrap(), SECRETS[0]);
    let typed = service.draft("an id = \"of\"\nany kind").unwrap();
    assert_eq!(typed, "  two\n\n lines\u{1f469} ");
    assert_eq!(service.draft("another"), None);
    service.keep_draft("note", "");
    assert_eq!(service.draft("note"), None);
    service.keep_draft("an id = \"of\"\nany kind", "");
    drop(service);
    let service = opened(&path);
    assert_eq!(service.draft("note"), None);
    assert!(drafts_of(&path).is_file());
    service.keep_draft("reason/a/need/1/P3", "");
    drop(service);
    assert!(beside(&path).is_empty());
    // The session itself knows nothing of it.
    assert_eq!(session::read(&path).unwrap().host().fingerprint.event, 1);
}

/// Fault: whoever types on and on is never saved; a draft takes longer than
/// a second.
#[test]
fn a_draft_is_on_disk_within_a_second() {
    let folder = folder();
    let path = created(folder.path(), 3);
    let service = opened(&path);
    let start = Instant::now();
    let mut text = String::new();
    while start.elapsed() < Duration::from_secs(1) {
        text.push('x');
        service.keep_draft("note", &text);
        thread::sleep(Duration::from_millis(10));
    }
    assert!(drafts_of(&path).is_file());
    assert!(kept(&service) < Duration::from_secs(1));
    assert_eq!(service.draft("note").unwrap(), text);
}

/// Fault: a draft, which may be a private reason, can be found with grep, or
/// by its length.
#[test]
fn no_file_shows_a_draft() {
    let folder = folder();
    let path = drafted(folder.path());
    let bytes = fs::read(drafts_of(&path)).unwrap();
    for secret in SECRETS {
        assert!(!search::shows(&bytes, secret));
    }
    let text = String::from_utf8(bytes).unwrap();
    let lengths: BTreeSet<usize> = text
        .lines()
        .map(|line| line.rsplit_once(" = ").unwrap().1.len())
        .collect();
    assert_eq!((text.lines().count(), lengths.len()), (3, 1));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(drafts_of(&path)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

/// Fault: a drafts file that is cut, of another session, moved to another
/// place or no file at all keeps the session from opening, or puts one
/// person's words in another's field.
#[test]
fn a_drafts_file_that_cannot_be_read_is_no_drafts() {
    let folder = folder();
    let path = drafted(folder.path());
    let drafts = drafts_of(&path);
    let whole = fs::read_to_string(&drafts).unwrap();
    let count = |service: &Service| {
        let ids = ["note", "reason/a/need/1/P3", "an id = \"of\"\nany kind"];
        ids.iter().filter(|id| service.draft(id).is_some()).count()
    };
    for cut in (0..=whole.len()).step_by(7).chain([whole.len()]) {
        fs::write(&drafts, whole.get(..cut).unwrap()).unwrap();
        let service = opened(&path);
        let lines = whole.get(..cut).unwrap().matches("\"\n").count();
        // A line is whole before its line break.
        assert!(count(&service) == lines || count(&service) == lines + 1);
        assert!(cut < whole.len() || count(&service) == 3);
    }
    let swapped = whole.replace("P3", "P2");
    fs::write(&drafts, swapped).unwrap();
    let service = opened(&path);
    assert_eq!(count(&service), 2);
    assert_eq!(service.draft("reason/a/need/1/P2"), None);
    drop(service);

    let other = folder.path().join("y.session.toml");
    session::create(&other, new_session(&[""], false), &mut outside(2)).unwrap();
    fs::write(folder.path().join(".y.session.toml.drafts"), &whole).unwrap();
    assert_eq!(count(&opened(&other)), 0);

    for foreign in [&b"\xff\xfe\0"[..], b"note = 3\n[[event]]\n", b"\n\n"] {
        fs::write(&drafts, foreign).unwrap();
        assert_eq!(count(&opened(&path)), 0);
    }
    fs::remove_file(&drafts).unwrap();
    fs::create_dir(&drafts).unwrap();
    let service = opened(&path);
    assert_eq!(count(&service), 0);
    // Nor can it be written; that is no error either, and the session goes on.
    service.keep_draft("note", "x");
    assert_eq!(service.draft("note").unwrap(), "x");
    goes_on(&path, &service, "on");
    thread::sleep(Duration::from_millis(600));
    assert!(!service.drafts_kept());
}

/// `path|run`: types for ever and says what is on disk.
#[test]
fn child_types_for_ever() {
    let Some(argument) = argument() else { return };
    let (path, run) = argument.split_once('|').unwrap();
    let service = opened(Path::new(path));
    say("ready");
    for i in 1_u64.. {
        service.keep_draft("note", &format!("{run}.{i} {}", "typed ".repeat(2_000)));
        service.keep_draft("other", &format!("{run}.{i}"));
        if i % 20 == 0 {
            kept(&service);
            say(&format!("kept {i}"));
        }
    }
}

/// Fault: a kill in mid-write loses a draft that was on disk, or leaves half
/// of one.
#[test]
fn a_killed_writer_leaves_whole_drafts() {
    let folder = folder();
    let path = created(folder.path(), 3);
    let mut state = 1234;
    for run in 0..8 {
        let argument = format!("{}|{run}", path.display());
        let (mut writer, out) = spawned(child(&[], "child_types_for_ever", &argument));
        let mut lines = out.lines().map(Result::unwrap);
        let mut last = 0;
        for _ in 0..=random(&mut state, 2) {
            let said = lines.find_map(|line| line.strip_prefix("kept ")?.parse().ok());
            last = said.unwrap();
        }
        thread::sleep(Duration::from_millis(random(&mut state, 450)));
        writer.kill().unwrap();
        writer.wait().unwrap();
        let service = opened(&path);
        let note = service.draft("note").unwrap();
        let (number, typed) = note.split_once(' ').unwrap();
        assert_eq!(typed, "typed ".repeat(2_000));
        assert!(
            service
                .draft("other")
                .unwrap()
                .starts_with(&format!("{run}."))
        );
        let number: u64 = number
            .strip_prefix(&format!("{run}."))
            .unwrap()
            .parse()
            .unwrap();
        assert!(number >= last, "{number} after {last} was on disk");
        assert_eq!(beside(&path), [drafts_of(&path)]);
    }
}
