//! Every kind of field, its wrong answers, commands, and the end of the input
//! in the middle of things.

use crate::{
    board::{Board, submit_all},
    stage::{home, opened, outside, said},
};
use dear_customer::{
    content::Library,
    lang::Lang,
    session::{self, Action, Actor, Command, Framing, HostView, NewSession, Service, Step, Way},
};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A session of these seats on ING 2014, at a page.
fn made(instrument: &str, seats: usize, way: Way, step: Step, page: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.session.toml");
    let library = Library::built_in();
    let new = NewSession {
        lang: Lang::En,
        participants: vec![None; seats],
        named: false,
        example: false,
        team: None,
        class: None,
        instrument: library.instrument(instrument).unwrap(),
        scenario: library.scenario("ing-2014").unwrap(),
        own: false,
        disguised: false,
        pair: None,
        start_with: vec!["a".into()],
    };
    session::create(&path, new, &mut outside()()).unwrap();
    let framing = Framing {
        way,
        ..Framing::default()
    };
    submit_all(&path, vec![Action::Frame(framing)]);
    go(&path, step, page);
    (folder, path)
}

/// A session walked to a decision, at a page.
fn decided(page: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.session.toml");
    Board::Differs.hold(&path, Lang::En);
    go(&path, Step::Decide, page);
    (folder, path)
}

/// Walks to a page.
fn go(path: &Path, step: Step, page: &str) {
    let (service, _) = Service::open(path, outside()()).unwrap();
    let command = Command {
        id: format!("to {step:?} {page}"),
        actor: Actor::Facilitator,
        seen: None,
        action: Action::GoTo(step, Some("a".into()), Some(page.into())),
    };
    service.submit(command).wait().unwrap();
}

fn hear(path: &Path, lines: &[&str]) -> String {
    let outside = outside();
    said(opened(Lang::En, path, &outside), &(lines.join("\n") + "\n"))
}

fn host(path: &Path) -> HostView {
    session::read(path).ok().unwrap().host()
}

/// What is wrong, as it was said, line by line.
fn wrong(said: &str) -> Vec<&str> {
    said.lines().filter(|line| line.starts_with("! ")).collect()
}

#[track_caller]
fn heard(said: &str, words: &str) {
    assert!(said.contains(words), "no {words:?} in {said}");
}

/// Would catch a number out of range that is taken for another one, and one
/// typed answer that stands for the next question.
#[test]
fn a_number_that_is_none_of_them_is_asked_again() {
    let folder = tempfile::tempdir().unwrap();
    let outside = outside();
    let walk = home(Lang::En, folder.path(), &outside);
    let said = said(walk, "5\n0\n-1\n1x\n2\n\nName\n");
    let hint = "! That is no answer here. Type a number from 1 to 4.";
    assert_eq!(wrong(&said)[..4], [hint; 4]);
    heard(&said, "Who takes part?");
    assert_eq!(wrong(&said).len(), 5);
}

/// Would catch a scale that takes 11, half a number or nothing, and a
/// sentence to confirm that belongs to another number.
#[test]
fn a_scale_takes_its_own_words_and_says_what_they_mean() {
    let (_folder, path) = made("standard", 1, Way::Keyboard, Step::Need, "ask");
    let lines = [
        "", "11", "1.5", "-3", "ten", "x", "-", "5", "10", "8", "", "why //", "/q",
    ];
    let said = hear(&path, &lines);
    let hint = "Type a whole number from 0 to 10, - or x.";
    assert_eq!(
        wrong(&said),
        [
            &format!("! Nothing is chosen yet. {hint}"),
            &format!("! That is no answer here. {hint}"),
            &format!("! That is no answer here. {hint}"),
            &format!("! That is no answer here. {hint}"),
            &format!("! That is no answer here. {hint}"),
        ]
    );
    heard(&said, "You sit this one out. Enter confirms.");
    heard(&said, "No basis to judge. Enter confirms.");
    heard(
        &said,
        "5: between the sentences at 4 and 6. Enter confirms.",
    );
    heard(
        &said,
        "10: Customers ask us for this themselves. Enter confirms.",
    );
    heard(&said, "Your card is written");
}

/// Would catch an answer behind the curtain that was mistyped once and is
/// taken all the same.
#[test]
fn behind_the_curtain_an_answer_is_typed_twice() {
    let (_folder, path) = made("standard", 2, Way::Keyboard, Step::Need, "ask");
    let said = hear(&path, &["", "", "3", "4", "3", "", "5", "5", ""]);
    assert_eq!(
        wrong(&said),
        ["! The two answers are not the same. Type your answer, and then the same once more."; 2]
    );
    heard(&said, "P2, it is your turn");
    let host = host(&path);
    let mut rounds = host.rounds.values();
    assert!(rounds.any(|round| round.handed_in.len() == 1));
}

/// Would catch cards that are lost by what is wrong with one of them, or by
/// leaving; a wrong card that is repeated; and commands in the middle of them.
#[test]
fn cards_are_counted_mended_and_kept() {
    let (_folder, path) = made("quickscan", 3, Way::Cards, Step::Relationship, "ask");
    let lines = ["2 3 4", "5 11 7", "/g", "/esc", "", "", "8 8"];
    let said = hear(&path, &lines);
    heard(&said, "3 of 3 cards.");
    heard(&said, "Where to?");
    heard(&said, "3 of 3 cards stand here already. Enter keeps them.");
    heard(&said, "The input ends here. Everything is saved.");
    let wrong = wrong(&said);
    assert_eq!(wrong.len(), 1, "{wrong:?}");
    assert!(!wrong[0].contains('8'), "{wrong:?}");
    // The third line lacks a card: it alone is asked again, after reopening
    // all three stand there.
    let again = hear(&path, &["", "5 6 7", "", "8 8 8"]);
    heard(&again, "2 of 3 cards stand here already.");
    heard(&again, "All 3 are in");
}

/// Would catch a letter cut off by the end of the input, one line changed
/// that changes another, and a dot or a slash that can't be typed.
#[test]
fn a_letter_is_kept_line_by_line() {
    let (_folder, path) = made("standard", 3, Way::Cards, Step::Apology, "letter");
    let said = hear(&path, &["Dear you,", "", "//q is a text", "./", "/L", "/?"]);
    heard(&said, "Hier eindigt de invoer. Alles is bewaard.");
    // In the other language it still stands.
    heard(&said, "2. /q is a text");
    let said = hear(&path, &["3", "Line three", "4", "Line four", "1", ".", ""]);
    heard(&said, "1. Dear you,\n2. /q is a text\n3. ./");
    heard(&said, "1. /q is a text\n2. Line three\n3. Line four");
    let letter = &host(&path).letters["a"];
    assert_eq!(
        letter.text.as_str(),
        "/q is a text\n\nLine three\n\nLine four"
    );
    let said = hear(&path, &["/esc", ".", "/q"]);
    heard(&said, "The letter, a year from now");
    assert_eq!(host(&path).letters["a"].text.as_str(), "");
}

/// Would catch a row that is lost, doubled or moved by changing another, and
/// a date that is wrong in one cell but makes all of them be asked anew.
#[test]
fn rows_are_kept_changed_dropped_and_mended() {
    let (_folder, path) = decided("owners");
    let before = host(&path).decision.unwrap().decision.conditions;
    assert!(before.len() >= 3, "{before:?}");
    let mut lines = vec!["2", "", "1", "", "Carla", "", "0"];
    lines.extend(vec![""; before.len() - 3]);
    lines.extend(["A new one", "Dirk", "31-2-2099", ""]);
    // Only the date is asked again.
    lines.extend(["31-1-2099", "/q"]);
    let said = hear(&path, &lines);
    let wrong = wrong(&said);
    assert_eq!(wrong.len(), 2, "{said}");
    heard(wrong[0], "Press Enter, or type 1 or 0.");
    heard(wrong[1], "31-2-2099");
    let after = host(&path).decision.unwrap().decision.conditions;
    assert_eq!(after.len(), before.len());
    assert_eq!(after[0], before[0]);
    assert_eq!(after[1].text, before[1].text);
    assert_eq!(after[1].owner.as_str(), "Carla");
    assert_eq!(after[1].by, before[1].by);
    let last = after.last().unwrap();
    assert_eq!(last.text.as_str(), "A new one");
    assert_eq!(last.owner.as_str(), "Dirk");
    assert_eq!(last.by.unwrap().to_string(), "2099-01-31");
}

/// Would catch a decision of which the reason is asked, and everything else
/// with it, or that is recorded without.
#[test]
fn what_is_at_fault_is_asked_again_and_nothing_else() {
    let (_folder, path) = decided("decision");
    let said = hear(&path, &["", "", ".", "One more reason", "/q"]);
    assert_eq!(wrong(&said).len(), 1, "{said}");
    assert_eq!(said.matches("What does the board decide?").count(), 1);
    let decision = host(&path).decision.unwrap().decision;
    assert_eq!(decision.reason.as_str(), "One more reason");
}

/// Would catch boxes that are ticked one off, that can't be emptied, or of
/// another row.
#[test]
fn boxes_are_ticked_by_their_numbers() {
    let (_folder, path) = made("standard", 3, Way::Cards, Step::Frame, "recused");
    let said = hear(&path, &["1, 4", "5", "2", "", "/q"]);
    assert_eq!(
        wrong(&said),
        ["! That is no answer here. Type a number from 1 to 4."]
    );
    let of = |path: &Path| {
        let recused = host(path).framing.recused;
        let one = |r: &session::Recusal| (r.seat.to_string(), r.assessments.len());
        recused.iter().map(one).collect::<Vec<_>>()
    };
    assert_eq!(of(&path), [("P1".into(), 2), ("P2".into(), 1)]);
    let said = hear(&path, &["/c", "0", "", "3", "/q"]);
    heard(&said, "P1: Choice, Letter");
    assert_eq!(of(&path), [("P2".into(), 1), ("P3".into(), 1)]);
    let (_folder, path) = decided("conditions");
    let said = hear(&path, &["1 3", "/b", "99", "", "/q"]);
    heard(
        &said,
        "3. It is off until somebody switches it on. (chosen)",
    );
    assert_eq!(said.matches("(chosen)").count(), 2);
    assert_eq!(wrong(&said).len(), 1);
    heard(&said, "A condition without owner and date is a wish.");
}

/// Would catch a search that finds nothing and can't be left, a list picked
/// from that is not the one that was read out, and a dial that turns another.
#[test]
fn a_list_is_searched_and_narrowed_down() {
    let folder = tempfile::tempdir().unwrap();
    let outside = outside();
    let walk = home(Lang::En, folder.path(), &outside);
    let lines = [
        "3", "qqq", "", "", "1", "lloyds", "0", ".", "2", "99", "3", "9", "", "1", "/esc", "/",
        "1", "1", "/esc", "1", "", "/q",
    ];
    let said = said(walk, &(lines.join("\n") + "\n"));
    heard(&said, "0 of 32 cases");
    heard(&said, "1. Twin: Lloyds and Halifax 2013");
    heard(&said, "Now: lloyds (Enter keeps it, a dot empties it)");
    heard(&said, "2 of 32 cases");
    heard(&said, "2. Sector: payments");
    heard(&said, "\nEquens 2013: shop reports");
    let none = "! No case fits. Type other words, or 0 to begin the search anew.";
    let no_number = "! That is no answer here. Type a number from 1 to";
    assert_eq!(
        wrong(&said),
        [
            none,
            none,
            &format!("{no_number} 18."),
            &format!("{no_number} 5."),
        ]
    );
}

/// Would catch a "what if" that turns the wrong dial, or that is recorded.
#[test]
fn dials_are_turned_and_nothing_is_recorded() {
    let (_folder, path) = decided("decision");
    go(&path, Step::Verdict, "verdict");
    let events = host(&path).fingerprint.event;
    let lines = [
        "/i", "4", "10", "4", "11", "", "1", "2", "2", "3", "7", "", "/q",
    ];
    let said = hear(&path, &lines);
    heard(&said, "What if …");
    heard(&said, "4. Customer need: 10 (now:");
    heard(&said, "1. Legal state: Prohibited (now:");
    assert_eq!(
        wrong(&said),
        [
            "! That is no answer here. Type a whole number from 0 to 10.",
            "! That is no answer here. Type a number from 1 to 6.",
        ]
    );
    assert_eq!(host(&path).fingerprint.event, events);
}

/// Would catch a command that does not work where it is told of, one that is
/// taken for text, or text that is taken for one.
#[test]
fn commands_work_at_every_prompt() {
    let (_folder, path) = made("standard", 7, Way::Cards, Step::Frame, "room");
    let lines = [
        "/?",
        "/t",
        "/tt",
        "/t",
        "/zz",
        "q",
        "/L",
        "/help",
        "/uitleg",
        "/b",
        "L",
        "t",
        "?",
        "z",
        "",
        "/take back",
        "/undo",
        "/g",
        "8",
        "",
        "/esc",
        "u",
        "/",
    ];
    let said = hear(&path, &lines);
    heard(
        &said,
        "What works here:\nEnter keeps what stands there; after the last answer: ",
    );
    heard(&said, "/p print cards");
    heard(&said, "/esc back");
    heard(&said, "Left of this step: 06:00.");
    heard(&said, "Left of this step: 06:00 stopped.");
    heard(&said, "! That does not work here. /? says what does.");
    heard(&said, "! Dat kan hier niet. /? zegt wat wel kan.");
    heard(&said, "Wat hier kan:");
    heard(&said, "Where to?");
}

/// Would catch a memo whose parts can't be reached, or all of it read out
/// where one part was asked for.
#[test]
fn the_parts_of_a_memo_are_read_one_by_one() {
    let (_folder, path) = decided("sign");
    let said = hear(&path, &["", "/o", "2", "99", "", "/", "/q"]);
    heard(&said, "2. Annex A. From the ratings to the verdict");
    heard(&said, "\nAnnex A. From the ratings to the verdict\n");
    assert!(!said.contains("\nAnnex B."), "{said}");
    assert_eq!(wrong(&said).len(), 1);
}
