//! `verify --memo`: whose memo it is, from when, and whether it was altered.

use super::{Board, held};
use dear_customer::{
    lang::Lang,
    memo::{self, Finding, Format},
    method::Assessment,
    session::{self, Action, Actor, Command, Note, Notice, Outside, Service, Step},
    text::Clean,
};
use std::{
    io::{Cursor, Read, Write},
    path::{Path, PathBuf},
};
use tempfile::TempDir;

/// Those that carry a fingerprint.
fn formats() -> impl Iterator<Item = Format> {
    Format::written().filter(|&format| format != Format::Csv)
}

fn stage() -> (TempDir, PathBuf) {
    let (folder, _) = held(Board::NotYet, Lang::Nl);
    let path = folder.path().join("board.session.toml");
    (folder, path)
}

fn export(path: &Path, format: Format, lang: Lang) -> Vec<u8> {
    let view = session::read(path).unwrap().host();
    format.render(&view, &Notice::Whole, lang).unwrap()
}

fn last(path: &Path) -> u64 {
    session::read(path).unwrap().host().fingerprint.event
}

fn submit(path: &Path, id: &str, action: Action) {
    let outside = Outside {
        clock: Box::new(|| "2026-11-27T09:00:00+01:00".into()),
        random: Box::new(|bytes| bytes.fill(7)),
    };
    let (service, _) = Service::open(path, outside).unwrap();
    let command = Command {
        id: id.into(),
        actor: Actor::Facilitator,
        seen: None,
        action,
    };
    service.submit(command).wait().unwrap();
}

fn note() -> Action {
    Action::AddNote(Note {
        option: "a".into(),
        assessment: Assessment::Need,
        text: Clean::line("Later."),
    })
}

/// Would catch a memo that is not known again, in either language, after a
/// walk on the next day that changes nothing of it; one that is taken for new
/// after something was added; and one that stays old when that is undone.
#[test]
fn a_memo_is_of_now_until_something_it_tells_changes() {
    let (_folder, path) = stage();
    let made = last(&path);
    let memos: Vec<Vec<u8>> = formats()
        .flat_map(|format| Lang::ALL.map(|lang| export(&path, format, lang)))
        .collect();
    let found = |memo: &Vec<u8>| memo::verify(&path, memo).unwrap();
    let now = Finding::Now { event: made };
    assert!(memos.iter().all(|memo| found(memo) == now));
    submit(&path, "step", Action::GoTo(Step::Memo, None, None));
    assert!(memos.iter().all(|memo| found(memo) == now));
    submit(&path, "note", note());
    let earlier = Finding::Earlier {
        event: made,
        last: made + 2,
    };
    assert!(memos.iter().all(|memo| found(memo) == earlier));
    submit(&path, "undo", Action::Undo);
    assert!(memos.iter().all(|memo| found(memo) == now));
}

/// Would catch a digit that can be changed unseen.
#[test]
fn one_changed_digit_is_found() {
    let (_folder, path) = stage();
    let event = last(&path);
    for format in formats() {
        let memo = export(&path, format, Lang::Nl);
        let digits: Vec<usize> = (0..memo.len())
            .filter(|&at| memo[at].is_ascii_digit())
            .collect();
        // All of them would take minutes.
        let tried = if format.is_text() { 25 } else { 8 };
        for &at in digits.iter().step_by(digits.len() / tried) {
            let mut altered = memo.clone();
            altered[at] = if memo[at] == b'9' { b'0' } else { memo[at] + 1 };
            match memo::verify(&path, &altered).unwrap() {
                Finding::Altered { event: named, .. } => assert_eq!(named, event),
                // The digit was one of the fingerprint, or of the version.
                Finding::Foreign | Finding::OtherVersion { .. } | Finding::Unknown => {}
                // The digit was none of what it says.
                Finding::SavedAnew { .. } if format == Format::Docx => {}
                other => panic!("{} {at}: {other:?}", format.id()),
            }
        }
    }
}

/// Would catch a difference told on another line than its own.
#[test]
fn the_line_of_a_difference_is_told() {
    let (_folder, path) = stage();
    let memo = String::from_utf8(export(&path, Format::Md, Lang::En)).unwrap();
    let line = 1 + memo
        .lines()
        .position(|line| line.contains("P5: wij"))
        .unwrap();
    let altered = memo.replace("P5: wij", "P5: zij");
    let found = memo::verify(&path, altered.as_bytes()).unwrap();
    let event = last(&path);
    assert_eq!(
        found,
        Finding::Altered {
            event,
            line: Some(line)
        }
    );
    // What mail does to line ends alters nothing.
    let mailed = memo.replace('\n', "\r\n");
    let found = memo::verify(&path, mailed.as_bytes()).unwrap();
    assert_eq!(found, Finding::Now { event });
}

/// Would catch another session's memo, or one of another version, that is
/// called altered; and a file that is no memo that is called one.
#[test]
fn what_is_no_memo_of_this_session_is_told_apart() {
    let (_folder, path) = stage();
    let event = last(&path);
    let (other, _) = held(Board::Differs, Lang::Nl);
    let other = other.path().join("board.session.toml");
    for format in formats() {
        let memo = export(&other, format, Lang::Nl);
        assert_eq!(memo::verify(&path, &memo).unwrap(), Finding::Foreign);
    }
    let memo = String::from_utf8(export(&path, Format::Html, Lang::En)).unwrap();
    let version = format!("Dear Customer {}", memo::VERSION);
    let later = memo.replace(&version, "Dear Customer 77.1.2");
    assert_eq!(
        memo::verify(&path, later.as_bytes()).unwrap(),
        Finding::OtherVersion {
            event,
            version: "77.1.2".into()
        }
    );
    for none in [
        export(&path, Format::Csv, Lang::En),
        b"\x89PNG\r\n\x1a\n".to_vec(),
        b"PK\x03\x04 no zip".to_vec(),
        b"%PDF-1.7 no more".to_vec(),
    ] {
        let found = memo::verify(&path, &none).unwrap();
        assert!(
            matches!(found, Finding::Unknown | Finding::Foreign),
            "{found:?}"
        );
    }
    let empty = memo::verify(&path, b"").unwrap();
    assert_eq!(empty, Finding::Foreign);
}

/// A .docx with its document changed, as another program would save it: in a
/// new zip file.
fn saved_anew(memo: &[u8], change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut zip = zip::ZipArchive::new(Cursor::new(memo)).unwrap();
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        if name == "word/document.xml" {
            text = change(&text);
        }
        out.start_file(name, stored).unwrap();
        out.write_all(text.as_bytes()).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// Would catch a digit that a secretary can change unseen, in the text or in a
/// picture; and a .docx that is called altered because it was saved.
#[test]
fn a_docx_that_was_saved_anew_is_known_by_its_words() {
    let (_folder, path) = stage();
    let event = last(&path);
    let memo = export(&path, Format::Docx, Lang::Nl);
    let found = |change: &dyn Fn(&str) -> String| {
        let memo = saved_anew(&memo, change);
        memo::verify(&path, &memo).unwrap()
    };
    let anew = Finding::SavedAnew { event };
    let altered = Finding::Altered { event, line: None };
    assert_eq!(found(&|xml| xml.to_owned()), anew);
    // Cut into pieces, as word processors do after an edit.
    let pieces = |xml: &str| xml.replacen("P2: een", "P2: </w:t></w:r><w:r><w:t>een", 1);
    assert_eq!(found(&pieces), anew);
    // The digits of what it says, but for what stands in for a picture.
    let digits = |xml: &str| {
        let (mut all, mut stands_in, mut says, mut at) = (Vec::new(), false, false, 0);
        for piece in xml.split_inclusive(['<', '>']) {
            match piece {
                tag if tag.starts_with("mc:Fallback") => stands_in = true,
                "/mc:Fallback>" => stands_in = false,
                tag if tag.ends_with('>') => says = tag == "w:t>" || tag.starts_with("w:t "),
                text if says && !stands_in => {
                    let bytes = text.bytes().enumerate();
                    let found = bytes.filter(|(_, byte)| byte.is_ascii_digit());
                    all.extend(found.map(|(index, _)| at + index));
                }
                _ => {}
            }
            at += piece.len();
        }
        all
    };
    for share in 0..12 {
        let one_digit = |xml: &str| {
            let all = digits(xml);
            let at = all[all.len() * share / 12];
            let mut bytes = xml.as_bytes().to_vec();
            bytes[at] = if bytes[at] == b'9' {
                b'0'
            } else {
                bytes[at] + 1
            };
            String::from_utf8(bytes).unwrap()
        };
        assert_eq!(found(&one_digit), altered, "{share}");
    }
}
