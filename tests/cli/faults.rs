//! Bad input: each fault with its whole message in both languages and its
//! exit code; and nothing has changed.

use super::room::{HEADER, Room};
use insta::assert_snapshot;
use std::fs;

const IDEA: &str = include_str!("../fixtures/content/idea.toml");

/// What is said of a file of ratings, by a session of three without names.
fn import(file: impl AsRef<[u8]>) -> String {
    let room = Room::with_session("--participants 3");
    room.write("r.csv", file);
    room.refused("import @s --ratings @r.csv")
}

/// The same of rows under the usual header.
fn rows(rows: &str) -> String {
    import(format!("{HEADER}{rows}"))
}

// Answers

/// Would catch an answer clamped to the scale.
#[test]
fn an_answer_of_eleven() {
    assert_snapshot!(rows("a,1,P1,need,11,Why\n"), @"
    exit 1
    error: Line 2: 11 is not on the scale of customer need.
      what to do: Write a whole number from 0 to 10; or abstain or recused.
    --
    fout: Regel 2: 11 staat niet op de schaal van klantbehoefte.
      wat te doen: Schrijf een heel getal van 0 tot en met 10; of abstain of recused.
    ");
}

/// Would catch a sign that is read over.
#[test]
fn an_answer_below_zero() {
    assert_snapshot!(rows("a,1,P1,support,-1,\n"), @"
    exit 1
    error: Line 2: -1 is not on the scale of societal support.
      what to do: Write a whole number from 0 to 10; or abstain or recused.
    --
    fout: Regel 2: -1 staat niet op de schaal van maatschappelijk draagvlak.
      wat te doen: Schrijf een heel getal van 0 tot en met 10; of abstain of recused.
    ");
}

/// Would catch rounding, and an answer that is repeated for all to read.
#[test]
fn an_answer_between_two_numbers() {
    let said = rows("a,1,P1,need,7.5,\n");
    assert!(!said.contains("7.5"));
    assert_snapshot!(said, @"
    exit 1
    error: Line 2: This is no answer on customer need.
      what to do: Write a whole number from 0 to 10; or abstain or recused.
    --
    fout: Regel 2: Dit is geen antwoord op klantbehoefte.
      wat te doen: Schrijf een heel getal van 0 tot en met 10; of abstain of recused.
    ");
}

/// Would catch an answer that is repeated for all to read.
#[test]
fn an_answer_in_letters() {
    let said = rows("a,1,P1,relationship,zeven,\n");
    assert!(!said.contains("zeven"));
    assert_snapshot!(said, @"
    exit 1
    error: Line 2: This is no answer on relationship.
      what to do: Write a whole number from 0 to 10; or abstain or recused.
    --
    fout: Regel 2: Dit is geen antwoord op keuzevrijheid.
      wat te doen: Schrijf een heel getal van 0 tot en met 10; of abstain of recused.
    ");
}

/// Would catch an empty cell read as an abstention.
#[test]
fn an_empty_answer() {
    assert_snapshot!(rows("a,1,P1,need,,No answer\n"), @"
    exit 1
    error: Line 2: This is no answer on customer need.
      what to do: Write a whole number from 0 to 10; or abstain or recused.
    --
    fout: Regel 2: Dit is geen antwoord op klantbehoefte.
      wat te doen: Schrijf een heel getal van 0 tot en met 10; of abstain of recused.
    ");
}

/// Would catch a row cut short that counts.
#[test]
fn a_row_cut_short() {
    assert_snapshot!(rows("a,1,P1,need\n"), @"
    exit 1
    error: Line 2: This is no answer on customer need.
      what to do: Write a whole number from 0 to 10; or abstain or recused.
    --
    fout: Regel 2: Dit is geen antwoord op klantbehoefte.
      wat te doen: Schrijf een heel getal van 0 tot en met 10; of abstain of recused.
    ");
}

/// Would catch an answer on the apology taken on another assessment, or told.
#[test]
fn an_apology_as_a_score() {
    let said = rows("a,1,P1,need,whole,\n");
    // Once, as in "a whole number".
    assert_eq!(said.matches("whole").count(), 1);
    assert_snapshot!(said, @"
    exit 1
    error: Line 2: This is no answer on customer need.
      what to do: Write a whole number from 0 to 10; or abstain or recused.
    --
    fout: Regel 2: Dit is geen antwoord op klantbehoefte.
      wat te doen: Schrijf een heel getal van 0 tot en met 10; of abstain of recused.
    ");
}

/// Would catch a score taken as an apology, or told.
#[test]
fn a_score_as_an_apology() {
    let said = rows("a,1,P1,apology,3,\n");
    assert!(!said.contains('3'));
    assert_snapshot!(said, @"
    exit 1
    error: Line 2: This is no answer to the apology-letter test.
      what to do: Write whole, how or none; or abstain or recused.
    --
    fout: Regel 2: Dit is geen antwoord op de excuusbrieftoets.
      wat te doen: Schrijf whole, how of none; of abstain of recused.
    ");
}

// Who and what

/// Would catch a missing suggestion by number.
#[test]
fn an_unknown_participant_by_number() {
    assert_snapshot!(rows("a,1,P4,need,3,\n"), @"
    exit 1
    error: Line 2: Nobody called “P4” takes part in this session.
      what to do: Known are: P1, P2, P3.
    --
    fout: Regel 2: Niemand met de naam ‘P4’ doet mee aan deze sessie.
      wat te doen: Bekend zijn: P1, P2, P3.
    ");
}

/// Would catch a missing suggestion by name where the session keeps names.
#[test]
fn an_unknown_name_in_a_named_session() {
    let room = Room::with_session("--named --participants \"Anna, Bram\"");
    room.ratings("r.csv", "a,1,Ana,need,3,\na,1,Willemijn,need,3,\n");
    assert_snapshot!(room.refused("import @s --ratings @r.csv"), @"
    exit 1
    error: Line 2: Nobody called “Ana” takes part in this session.
      what to do: Did you mean “Anna”?
    error: Line 3: Nobody called “Willemijn” takes part in this session.
      what to do: Known are: Anna, Bram, P1, P2.
    --
    fout: Regel 2: Niemand met de naam ‘Ana’ doet mee aan deze sessie.
      wat te doen: Bedoelde u ‘Anna’?
    fout: Regel 3: Niemand met de naam ‘Willemijn’ doet mee aan deze sessie.
      wat te doen: Bekend zijn: Anna, Bram, P1, P2.
    ");
}

/// Would catch names lost where the session hides them.
#[test]
fn an_unknown_name_in_a_session_without_names() {
    let room = Room::with_session("--participants \"Anna, Bram\"");
    room.ratings("r.csv", "a,1,Brma,need,3,\n");
    assert_snapshot!(room.refused("import @s --ratings @r.csv"), @"
    exit 1
    error: Line 2: Nobody called “Brma” takes part in this session.
      what to do: Did you mean “Bram”?
    --
    fout: Regel 2: Niemand met de naam ‘Brma’ doet mee aan deze sessie.
      wat te doen: Bedoelde u ‘Bram’?
    ");
}

/// Would catch a rating without anyone.
#[test]
fn no_participant() {
    assert_snapshot!(rows("a,1,,need,3,\n"), @"
    exit 1
    error: Line 2: The participant is missing.
      what to do: Write P1, P2 and so on, or the name.
    --
    fout: Regel 2: De deelnemer ontbreekt.
      wat te doen: Schrijf P1, P2 enzovoort, of de naam.
    ");
}

/// Would catch an option made up on the way in.
#[test]
fn an_unknown_option() {
    assert_snapshot!(rows("c,1,P1,need,3,\n"), @"
    exit 1
    error: Line 2: There is no option “c” in this session.
      what to do: Known are: a, b.
    --
    fout: Regel 2: Deze sessie heeft geen variant ‘c’.
      wat te doen: Bekend zijn: a, b.
    ");
}

/// Would catch a missing suggestion, and a missing list.
#[test]
fn an_unknown_assessment() {
    assert_snapshot!(rows("a,1,P1,suport,3,\na,1,P1,colour,3,\n"), @"
    exit 1
    error: Line 2: There is no assessment “suport”.
      what to do: Did you mean “support”?
    error: Line 3: There is no assessment “colour”.
      what to do: Known are: relationship, need, support, legal, apology.
    --
    fout: Regel 2: Er is geen onderdeel ‘suport’.
      wat te doen: Bedoelde u ‘support’?
    fout: Regel 3: Er is geen onderdeel ‘colour’.
      wat te doen: Bekend zijn: relationship, need, support, legal, apology.
    ");
}

/// Would catch a third round.
#[test]
fn a_third_round() {
    assert_snapshot!(rows("a,3,P1,need,3,\na,,P1,need,3,\n"), @"
    exit 1
    error: Line 2: The round must be 1 or 2.
      what to do: 1 is before the discussion, 2 after it. There is no third.
    error: Line 3: The round must be 1 or 2.
      what to do: 1 is before the discussion, 2 after it. There is no third.
    --
    fout: Regel 2: De ronde moet 1 of 2 zijn.
      wat te doen: 1 is vóór het gesprek, 2 erna. Een derde is er niet.
    fout: Regel 3: De ronde moet 1 of 2 zijn.
      wat te doen: 1 is vóór het gesprek, 2 erna. Een derde is er niet.
    ");
}

/// Would catch a rating changed after all have seen it.
#[test]
fn round_1_that_is_revealed() {
    let room = Room::with_session("--participants 3");
    room.ratings("first.csv", "a,1,P1,need,3,\n");
    room.fine("import @s --ratings @first.csv --reveal");
    room.ratings("r.csv", "a,1,P2,need,4,\n");
    assert_snapshot!(room.refused("import @s --ratings @r.csv --reveal"), @"
    exit 1
    error: Line 2: Round 1 of customer need, option A, is already on the table.
      what to do: What lies on the table stays. To rate again, hand in for round 2.
    --
    fout: Regel 2: Ronde 1 van klantbehoefte, variant A, ligt al op tafel.
      wat te doen: Wat op tafel ligt, blijft staan. Opnieuw scoren kan in ronde 2.
    ");
}

/// Would catch a third rating by way of the second round, and round 1 filled
/// up after round 2.
#[test]
fn round_2_that_is_revealed() {
    let room = Room::with_session("--participants 3");
    room.ratings("first.csv", "a,1,P1,need,3,\na,2,P1,need,4,\n");
    room.fine("import @s --ratings @first.csv --reveal");
    room.ratings("r.csv", "a,2,P1,need,5,\na,1,P2,need,5,\n");
    assert_snapshot!(room.refused("import @s --ratings @r.csv"), @"
    exit 1
    error: Line 2: Round 2 of customer need, option A, is already on the table.
      what to do: What lies on the table stays, and there is no third round.
    error: Line 3: Round 1 of customer need, option A, is already on the table.
      what to do: What lies on the table stays, and there is no third round.
    --
    fout: Regel 2: Ronde 2 van klantbehoefte, variant A, ligt al op tafel.
      wat te doen: Wat op tafel ligt, blijft staan, en een derde ronde is er niet.
    fout: Regel 3: Ronde 1 van klantbehoefte, variant A, ligt al op tafel.
      wat te doen: Wat op tafel ligt, blijft staan, en een derde ronde is er niet.
    ");
}

/// Would catch round 2 on the table before round 1.
#[test]
fn round_2_revealed_without_round_1() {
    let room = Room::with_session("--participants 3");
    room.ratings("r.csv", "a,2,P1,need,3,\n");
    assert_snapshot!(room.refused("import @s --ratings @r.csv --reveal"), @"
    exit 1
    error: Round 1 of customer need, option A, is not on the table yet.
      what to do: Reveal round 1 first, or hand in both rounds together.
    --
    fout: Ronde 1 van klantbehoefte, variant A, ligt nog niet op tafel.
      wat te doen: Leg eerst ronde 1 op tafel, of lever beide rondes samen in.
    ");
}

/// Would catch the later of two rows winning in silence.
#[test]
fn the_same_row_twice() {
    let said = rows("a,1,P1,need,3,\na,1,P2,need,3,\nA,1,p1,Need,4,\n");
    assert_snapshot!(said, @"
    exit 1
    error: Line 4: P1 appears twice for customer need, option A, round 1.
      what to do: It is also on line 2. Keep one of the two.
    --
    fout: Regel 4: P1 staat er twee keer in voor klantbehoefte, variant A, ronde 1.
      wat te doen: Het staat ook op regel 2. Houd een van de twee.
    ");
}

// The law

/// Would catch a vote on the law.
#[test]
fn a_legal_state_of_a_participant() {
    assert_snapshot!(rows("a,1,P1,legal,clear,Counsel\n"), @"
    exit 1
    error: Line 2: A legal state is not a rating: it has no participant.
      what to do: Leave the column empty; who says so goes into the reason.
    --
    fout: Regel 2: Een juridische stand is geen score: er hoort geen deelnemer bij.
      wat te doen: Laat de kolom leeg; wie het zegt, hoort bij de reden.
    ");
}

/// Would catch a state that rests on nothing.
#[test]
fn a_legal_state_without_a_source() {
    assert_snapshot!(rows("a,1,,legal,clear,\n"), @"
    exit 1
    error: Line 2: A legal state needs a source.
      what to do: Say who or what it rests on: a name and a date, a memo, an article of law. Without one it stays “open”.
    --
    fout: Regel 2: Een juridische stand heeft een bron nodig.
      wat te doen: Schrijf op waar die op rust: een naam met datum, een notitie, een wetsartikel. Zonder bron blijft de stand ‘open’.
    ");
}

/// Would catch a word that is no state.
#[test]
fn an_unknown_legal_state() {
    assert_snapshot!(rows("a,1,,legal,fine,Counsel\n"), @"
    exit 1
    error: Line 2: This is not a legal state.
      what to do: Known are: open, blocked, fixable, conditional, clear.
    --
    fout: Regel 2: Dit is geen juridische stand.
      wat te doen: Bekend zijn: open, blocked, fixable, conditional, clear.
    ");
}

/// Would catch two states of one option.
#[test]
fn the_same_legal_state_twice() {
    assert_snapshot!(rows("a,1,,legal,clear,Counsel\na,,,legal,open,\n"), @"
    exit 1
    error: Line 3: The legal state of option A is there twice.
      what to do: It is also on line 2. Keep one of the two.
    --
    fout: Regel 3: De juridische stand van variant A staat er twee keer in.
      wat te doen: Het staat ook op regel 2. Houd een van de twee.
    ");
}

// The file of ratings

/// Would catch columns read by their place.
#[test]
fn missing_columns() {
    assert_snapshot!(import("option,round,participant,assessment\n"), @"
    exit 1
    error: The column “answer” is missing.
      what to do: The first line must read: option,round,participant,assessment,answer,reason
    error: The column “reason” is missing.
      what to do: The first line must read: option,round,participant,assessment,answer,reason
    --
    fout: De kolom ‘answer’ ontbreekt.
      wat te doen: De eerste regel moet zijn: option,round,participant,assessment,answer,reason
    fout: De kolom ‘reason’ ontbreekt.
      wat te doen: De eerste regel moet zijn: option,round,participant,assessment,answer,reason
    ");
}

/// Would catch a column that is read over.
#[test]
fn an_unknown_column() {
    let file = "option,round,participant,assesment,answer,reason,colour\n";
    assert_snapshot!(import(file), @"
    exit 1
    error: There is no column “assesment”.
      what to do: Did you mean “assessment”?
    error: There is no column “colour”.
      what to do: The first line must read: option,round,participant,assessment,answer,reason
    error: The column “assessment” is missing.
      what to do: The first line must read: option,round,participant,assessment,answer,reason
    --
    fout: Er is geen kolom ‘assesment’.
      wat te doen: Bedoelde u ‘assessment’?
    fout: Er is geen kolom ‘colour’.
      wat te doen: De eerste regel moet zijn: option,round,participant,assessment,answer,reason
    fout: De kolom ‘assessment’ ontbreekt.
      wat te doen: De eerste regel moet zijn: option,round,participant,assessment,answer,reason
    ");
}

/// Would catch the first of two columns winning in silence.
#[test]
fn a_column_twice() {
    let file = "option,round,participant,assessment,answer,reason,answer\n";
    assert_snapshot!(import(file), @"
    exit 1
    error: The column “answer” is there twice.
      what to do: The first line must read: option,round,participant,assessment,answer,reason
    --
    fout: De kolom ‘answer’ staat er twee keer in.
      wat te doen: De eerste regel moet zijn: option,round,participant,assessment,answer,reason
    ");
}

/// Would catch a comma in a reason that shifts what follows.
#[test]
fn a_comma_outside_quotes() {
    assert_snapshot!(rows("a,1,P1,need,3,No, not this\n"), @"
    exit 1
    error: Line 2: there are more columns than in the header.
      what to do: Put a reason that holds a comma between double quotation marks.
    --
    fout: Regel 2: er zijn meer kolommen dan in de kop.
      wat te doen: Zet een reden met een komma erin tussen dubbele aanhalingstekens.
    ");
}

/// Would catch a quotation mark that swallows the rows after it.
#[test]
fn a_quotation_mark_that_is_not_closed() {
    let said = rows("a,1,P1,need,3,fine\na,1,P2,need,4,\"not closed\na,1,P3,need,5,lost\n");
    assert_snapshot!(said, @"
    exit 1
    error: Line 3: A quotation mark opens here and is never closed.
      what to do: Close it at the end of the text, and double a quotation mark inside a text.
    --
    fout: Regel 3: Hier begint een aanhalingsteken dat nergens wordt gesloten.
      wat te doen: Sluit het aan het eind van de tekst, en verdubbel een aanhalingsteken midden in een tekst.
    ");
}

/// Would catch letters that turn into others.
#[test]
fn another_encoding() {
    let mut file = HEADER.as_bytes().to_vec();
    file.extend(b"a,1,P1,need,3,Na\xefef\n");
    assert_snapshot!(import(file), @"
    exit 1
    error: The file of ratings is not text in UTF-8.
      what to do: In the spreadsheet choose “Save as”, “CSV UTF-8”.
    --
    fout: Het bestand met scores is geen tekst in UTF-8.
      wat te doen: Kies in het rekenblad ‘Opslaan als’, ‘CSV UTF-8’.
    ");
}

/// Would catch an event with nothing in it.
#[test]
fn an_empty_file() {
    assert_snapshot!(import(""), @"
    exit 1
    error: There is no rating in it.
      what to do: The first line must read: option,round,participant,assessment,answer,reason
    --
    fout: Er staat geen score in.
      wat te doen: De eerste regel moet zijn: option,round,participant,assessment,answer,reason
    ");
}

/// Would catch an event with nothing in it.
#[test]
fn a_header_only() {
    assert_snapshot!(import(HEADER), @"
    exit 1
    error: There is no rating in it.
      what to do: The first line must read: option,round,participant,assessment,answer,reason
    --
    fout: Er staat geen score in.
      wat te doen: De eerste regel moet zijn: option,round,participant,assessment,answer,reason
    ");
}

/// Would catch a reader that stops at the first fault, or counts lines wrong
/// after empty ones, line breaks inside quotes and carriage returns.
#[test]
fn five_faults_at_once() {
    let file = format!(
        "{HEADER}a,1,P1,need,3,\"two\nlines\"\na,1,P2,need,11,\n\nz,1,P1,need,3,\na,1,P9,need,3,\na,4,P1,need,3,\na,1,P1,apology,5,\n"
    );
    let said = import(&file);
    let lines = ["Line 4:", "Line 6:", "Line 7:", "Line 8:", "Line 9:"];
    for line in lines {
        assert!(said.contains(line), "{line} is not in\n{said}");
    }
    let returns = import(file.replace('\n', "\r\n"));
    assert_eq!(said, returns);
    assert_snapshot!(said, @"
    exit 1
    error: Line 4: 11 is not on the scale of customer need.
      what to do: Write a whole number from 0 to 10; or abstain or recused.
    error: Line 6: There is no option “z” in this session.
      what to do: Known are: a, b.
    error: Line 7: Nobody called “P9” takes part in this session.
      what to do: Known are: P1, P2, P3.
    error: Line 8: The round must be 1 or 2.
      what to do: 1 is before the discussion, 2 after it. There is no third.
    error: Line 9: This is no answer to the apology-letter test.
      what to do: Write whole, how or none; or abstain or recused.
    --
    fout: Regel 4: 11 staat niet op de schaal van klantbehoefte.
      wat te doen: Schrijf een heel getal van 0 tot en met 10; of abstain of recused.
    fout: Regel 6: Deze sessie heeft geen variant ‘z’.
      wat te doen: Bekend zijn: a, b.
    fout: Regel 7: Niemand met de naam ‘P9’ doet mee aan deze sessie.
      wat te doen: Bekend zijn: P1, P2, P3.
    fout: Regel 8: De ronde moet 1 of 2 zijn.
      wat te doen: 1 is vóór het gesprek, 2 erna. Een derde is er niet.
    fout: Regel 9: Dit is geen antwoord op de excuusbrieftoets.
      wat te doen: Schrijf whole, how of none; of abstain of recused.
    ");
}

/// Would catch a screen full of the same.
#[test]
fn thirty_faults_at_once() {
    let said = rows(&"a,1,P1,need,11,\n".repeat(30));
    assert_eq!(said.matches("error:").count(), 20);
    assert!(said.contains("… and 10 more."));
    assert!(said.contains("… en nog 10."));
}

/// Would catch a wrong exit code, and "not there" without the name.
#[test]
fn ratings_that_are_not_there() {
    let room = Room::with_session("--participants 3");
    assert_snapshot!(room.refused("import @s --ratings @none.csv"), @"
    exit 3
    error: [dir]/none.csv is not there.
      what to do: Check the name and the folder.
    --
    fout: [dir]/none.csv is er niet.
      wat te doen: Controleer de naam en de map.
    ");
}

/// Would catch a folder read as an empty file.
#[test]
fn a_folder_instead_of_ratings() {
    let room = Room::with_session("--participants 3");
    fs::create_dir(room.path("folder")).unwrap();
    assert_snapshot!(room.refused("import @s --ratings @folder"), @"
    exit 3
    error: [dir]/folder is a folder, not a file.
      what to do: Name a file in it.
    --
    fout: [dir]/folder is een map, geen bestand.
      wat te doen: Noem een bestand in die map.
    ");
}

// Files that are something else

/// The four that are no TOML, in a room.
fn strange_files() -> Room {
    let room = Room::new();
    room.write("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    room.write("a.csv", HEADER);
    room.write("empty", "");
    fs::create_dir(room.path("folder")).unwrap();
    room
}

/// All that a command says of each of them, one after the other.
fn of_each(command: &str) -> String {
    let room = strange_files();
    let said = ["a.png", "a.csv", "empty", "folder", "none"].map(|file| {
        let line = command.replace("FILE", &format!("@{file}"));
        room.refused(&line)
    });
    said.join("\n\n")
}

/// Would catch a Rust type, a wrong exit code, or one message for all.
#[test]
fn check_of_what_is_no_toml() {
    assert_snapshot!(of_each("check FILE"), @r#"
    exit 1
    error: this file is not text in UTF-8
     --> [dir]/a.png:1:1
      |
    1 | �PNG
      | ^
      |
      = help: if it is a text, save it again with the encoding UTF-8; other kinds of files cannot be read here

    1 error in [dir]/a.png
    --
    fout: dit bestand is geen tekst in UTF-8
     --> [dir]/a.png:1:1
      |
    1 | �PNG
      | ^
      |
      = oplossing: is het wel een tekst, sla die dan opnieuw op met de codering UTF-8; andere soorten bestanden zijn hier niet te lezen

    1 fout in [dir]/a.png

    exit 1
    error: this is not a TOML file
     --> [dir]/a.csv:1:7
      |
    1 | option,round,participant,assessment,answer,reason
      |       ^
      |
      = help: a TOML file has lines such as `title = "…"`; the cases under `scenarios` show what a whole file looks like

    1 error in [dir]/a.csv
    --
    fout: dit is geen TOML-bestand
     --> [dir]/a.csv:1:7
      |
    1 | option,round,participant,assessment,answer,reason
      |       ^
      |
      = oplossing: een TOML-bestand heeft regels als `title = "…"`; de casussen onder `scenarios` laten zien hoe een heel bestand eruitziet

    1 fout in [dir]/a.csv

    exit 1
    error: this file has nothing in it
     --> [dir]/empty:1:1
      |
    1 |
      | ^
      |
      = help: a scenario has `people`, `[idea]` and `[[options]]`; an instrument has `[policy]` and `[[assessments]]`

    1 error in [dir]/empty
    --
    fout: in dit bestand staat niets
     --> [dir]/empty:1:1
      |
    1 |
      | ^
      |
      = oplossing: een casus heeft `people`, `[idea]` en `[[options]]`; een vragenlijst heeft `[policy]` en `[[assessments]]`

    1 fout in [dir]/empty

    exit 1
    error: There is no .toml file in [dir]/folder.
      what to do: Name a file, or a folder with scenarios or instruments in it.
    --
    fout: In [dir]/folder staat geen .toml-bestand.
      wat te doen: Noem een bestand, of een map met casussen of instrumenten.

    exit 3
    error: [dir]/none is not there.
      what to do: Check the name and the folder.
    --
    fout: [dir]/none is er niet.
      wat te doen: Controleer de naam en de map.
    "#);
}

/// Would catch a Rust type, a wrong exit code, or a session made all the same.
#[test]
fn an_idea_that_is_no_toml() {
    assert_snapshot!(of_each("new @s --idea FILE"), @r#"
    exit 1
    error: this file is not text in UTF-8
     --> [dir]/a.png:1:1
      |
    1 | �PNG
      | ^
      |
      = help: if it is a text, save it again with the encoding UTF-8; other kinds of files cannot be read here

    1 error in [dir]/a.png
    --
    fout: dit bestand is geen tekst in UTF-8
     --> [dir]/a.png:1:1
      |
    1 | �PNG
      | ^
      |
      = oplossing: is het wel een tekst, sla die dan opnieuw op met de codering UTF-8; andere soorten bestanden zijn hier niet te lezen

    1 fout in [dir]/a.png

    exit 1
    error: this is not a TOML file
     --> [dir]/a.csv:1:7
      |
    1 | option,round,participant,assessment,answer,reason
      |       ^
      |
      = help: a TOML file has lines such as `title = "…"`; the cases under `scenarios` show what a whole file looks like

    1 error in [dir]/a.csv
    --
    fout: dit is geen TOML-bestand
     --> [dir]/a.csv:1:7
      |
    1 | option,round,participant,assessment,answer,reason
      |       ^
      |
      = oplossing: een TOML-bestand heeft regels als `title = "…"`; de casussen onder `scenarios` laten zien hoe een heel bestand eruitziet

    1 fout in [dir]/a.csv

    exit 1
    error: this file has nothing in it
     --> [dir]/empty:1:1
      |
    1 |
      | ^
      |
      = help: a scenario has `people`, `[idea]` and `[[options]]`; an instrument has `[policy]` and `[[assessments]]`

    1 error in [dir]/empty
    --
    fout: in dit bestand staat niets
     --> [dir]/empty:1:1
      |
    1 |
      | ^
      |
      = oplossing: een casus heeft `people`, `[idea]` en `[[options]]`; een vragenlijst heeft `[policy]` en `[[assessments]]`

    1 fout in [dir]/empty

    exit 3
    error: [dir]/folder is a folder, not a file
      = help: name a file in it
    --
    fout: [dir]/folder is een map, geen bestand
      = oplossing: noem een bestand in die map

    exit 3
    error: [dir]/none does not exist
      = help: check the name and the folder
    --
    fout: [dir]/none bestaat niet
      = oplossing: controleer de naam en de map
    "#);
}

/// Would catch a memo of nothing.
#[test]
fn export_of_what_is_no_session() {
    assert_snapshot!(of_each("export FILE"), @"
    exit 1
    error: [dir]/a.png is not a session of Dear Customer.
      what to do: A session ends in .session.toml and is made with “dear-customer new”.
    --
    fout: [dir]/a.png is geen sessie van Dear Customer.
      wat te doen: Een sessie eindigt op .session.toml en wordt gemaakt met ‘dear-customer new’.

    exit 1
    error: [dir]/a.csv is not a session of Dear Customer.
      what to do: A session ends in .session.toml and is made with “dear-customer new”.
    --
    fout: [dir]/a.csv is geen sessie van Dear Customer.
      wat te doen: Een sessie eindigt op .session.toml en wordt gemaakt met ‘dear-customer new’.

    exit 1
    error: [dir]/empty is not a session of Dear Customer.
      what to do: A session ends in .session.toml and is made with “dear-customer new”.
    --
    fout: [dir]/empty is geen sessie van Dear Customer.
      wat te doen: Een sessie eindigt op .session.toml en wordt gemaakt met ‘dear-customer new’.

    exit 3
    error: [dir]/folder is a folder, not a file.
      what to do: Name a file in it.
    --
    fout: [dir]/folder is een map, geen bestand.
      wat te doen: Noem een bestand in die map.

    exit 3
    error: [dir]/none is not there.
      what to do: Check the name and the folder.
    --
    fout: [dir]/none is er niet.
      wat te doen: Controleer de naam en de map.
    ");
}

/// Would catch a file called whole that is no session.
#[test]
fn verify_of_what_is_no_session() {
    assert_snapshot!(of_each("verify FILE"), @"
    exit 1
    error: [dir]/a.png is not a session of Dear Customer.
      what to do: A session ends in .session.toml and is made with “dear-customer new”.
    --
    fout: [dir]/a.png is geen sessie van Dear Customer.
      wat te doen: Een sessie eindigt op .session.toml en wordt gemaakt met ‘dear-customer new’.

    exit 1
    error: [dir]/a.csv is not a session of Dear Customer.
      what to do: A session ends in .session.toml and is made with “dear-customer new”.
    --
    fout: [dir]/a.csv is geen sessie van Dear Customer.
      wat te doen: Een sessie eindigt op .session.toml en wordt gemaakt met ‘dear-customer new’.

    exit 1
    error: [dir]/empty is not a session of Dear Customer.
      what to do: A session ends in .session.toml and is made with “dear-customer new”.
    --
    fout: [dir]/empty is geen sessie van Dear Customer.
      wat te doen: Een sessie eindigt op .session.toml en wordt gemaakt met ‘dear-customer new’.

    exit 3
    error: [dir]/folder is a folder, not a file.
      what to do: Name a file in it.
    --
    fout: [dir]/folder is een map, geen bestand.
      wat te doen: Noem een bestand in die map.

    exit 3
    error: [dir]/none is not there.
      what to do: Check the name and the folder.
    --
    fout: [dir]/none is er niet.
      wat te doen: Controleer de naam en de map.
    ");
}

/// The session of a version to come.
fn newer() -> Room {
    let room = Room::with_session("--participants 3");
    let text = room.text("s").replace("\nv = 1\n", "\nv = 4\n");
    // Its hash fits: the last line closes everything before it.
    let (body, _) = text.rsplit_once("hash = ").unwrap();
    let hash = sha256(body);
    room.write("s", format!("{body}hash = \"{hash}\"\n"));
    room.ratings("r.csv", "a,1,P1,need,3,\n");
    room
}

fn sha256(text: &str) -> String {
    use sha2::{Digest, Sha256};
    use std::fmt::Write;
    let mut hex = String::new();
    for byte in Sha256::digest(text) {
        write!(hex, "{byte:02x}").unwrap();
    }
    hex
}

/// Would catch a session of a newer version that is half understood.
#[test]
fn a_session_of_a_newer_version() {
    let room = newer();
    let said = [
        "export @s",
        "verify @s",
        "check @s",
        "import @s --ratings @r.csv",
    ]
    .map(|line| room.refused(line));
    assert_snapshot!(said.join("\n\n"), @"
    exit 1
    error: The session was written by a newer version of Dear Customer: from event 1 on this version does not know what it says.
      what to do: Install the newest version to open it.
    --
    fout: De sessie is geschreven door een nieuwere versie van Dear Customer: vanaf gebeurtenis 1 weet deze versie niet wat er staat.
      wat te doen: Installeer de nieuwste versie om haar te openen.

    exit 1
    error: The session was written by a newer version of Dear Customer: from event 1 on this version does not know what it says.
      what to do: Install the newest version to open it.
    --
    fout: De sessie is geschreven door een nieuwere versie van Dear Customer: vanaf gebeurtenis 1 weet deze versie niet wat er staat.
      wat te doen: Installeer de nieuwste versie om haar te openen.

    exit 1
    error: The session was written by a newer version of Dear Customer: from event 1 on this version does not know what it says.
      what to do: Install the newest version to open it.
    --
    fout: De sessie is geschreven door een nieuwere versie van Dear Customer: vanaf gebeurtenis 1 weet deze versie niet wat er staat.
      wat te doen: Installeer de nieuwste versie om haar te openen.

    exit 1
    error: The session was written by a newer version of Dear Customer: from event 1 on this version does not know what it says.
      what to do: Install the newest version to open it.
    --
    fout: De sessie is geschreven door een nieuwere versie van Dear Customer: vanaf gebeurtenis 1 weet deze versie niet wat er staat.
      wat te doen: Installeer de nieuwste versie om haar te openen.
    ");
}

/// Would catch a byte changed by hand that goes unnoticed.
#[test]
fn a_session_changed_by_hand() {
    let room = Room::with_session("--participants 3");
    room.ratings("r.csv", "a,1,P1,need,3,Zebra\n");
    room.fine("import @s --ratings @r.csv --reveal");
    room.write("s", room.text("s").replace("Zebra", "Cobra"));
    let said = ["verify @s", "check @s", "import @s --ratings @r.csv"].map(|l| room.refused(l));
    assert_snapshot!(said.join("\n\n"), @"
    exit 1
    error: The file was altered or damaged: event 2, from line 149 on, does not fit its hash. Everything before it is whole and can be read.
      what to do: Nothing is changed in it. Put back a copy that is whole, and keep this file apart.
    --
    fout: Het bestand is gewijzigd of beschadigd: gebeurtenis 2, vanaf regel 149, klopt niet met de hash. Alles daarvoor is heel en leesbaar.
      wat te doen: Er wordt niets in gewijzigd. Zet een gave kopie terug en bewaar dit bestand apart.

    exit 1
    error: [dir]/s: The file was altered or damaged: event 2, from line 149 on, does not fit its hash. Everything before it is whole and can be read.
    --
    fout: [dir]/s: Het bestand is gewijzigd of beschadigd: gebeurtenis 2, vanaf regel 149, klopt niet met de hash. Alles daarvoor is heel en leesbaar.

    exit 1
    error: The file was altered or damaged: event 2, from line 149 on, does not fit its hash. Everything before it is whole and can be read.
      what to do: Nothing is changed in it. Put back a copy that is whole, and keep this file apart.
    --
    fout: Het bestand is gewijzigd of beschadigd: gebeurtenis 2, vanaf regel 149, klopt niet met de hash. Alles daarvoor is heel en leesbaar.
      wat te doen: Er wordt niets in gewijzigd. Zet een gave kopie terug en bewaar dit bestand apart.
    ");
}

/// Would catch a torn session called whole, or repaired by looking at it.
#[test]
fn a_session_that_was_cut_off() {
    let room = Room::with_session("--participants 3");
    room.write("s", format!("{}[[event]]\nn = 2\n", room.text("s")));
    assert_snapshot!(room.refused("verify @s"), @"
    exit 1
    error: The last 16 bytes of the file come from a write that was cut off.
      what to do: The next command that writes to the session sets these bytes aside and goes on.
    --
    fout: De laatste 16 bytes van het bestand komen van een wegschrijving die is afgebroken.
      wat te doen: De volgende opdracht die in de sessie schrijft, zet deze bytes apart en gaat verder.
    ");
}

// Scenarios

/// Would catch a memo with one language in the other.
#[test]
fn a_scenario_with_a_language_missing() {
    let room = Room::new();
    let source = include_str!("../fixtures/content/scenario.toml");
    let source = source.replace(", nl = \"Een bank\"", "");
    room.write("idea.toml", source);
    assert_snapshot!(room.refused("new @s --idea @idea.toml"), @r#"
    exit 1
    error: the Dutch text of `organisation` is missing
      --> [dir]/idea.toml:14:16
       |
    14 | organisation = { en = "A bank" }
       |                ^^^^^^^^^^^^^^^^^
       |
       = help: write, for example: organisation = { en = "A bank", nl = "…" }

    1 error in [dir]/idea.toml
    --
    fout: de Nederlandse tekst van `organisation` ontbreekt
      --> [dir]/idea.toml:14:16
       |
    14 | organisation = { en = "A bank" }
       |                ^^^^^^^^^^^^^^^^^
       |
       = oplossing: schrijf bijvoorbeeld: organisation = { en = "A bank", nl = "…" }

    1 fout in [dir]/idea.toml
    "#);
}

/// Would catch a reader that stops at the first fault.
#[test]
fn a_scenario_with_five_faults() {
    let room = Room::new();
    room.write(
        "five.toml",
        include_str!("../fixtures/content/five-faults.toml"),
    );
    let said = room.refused("check @five.toml");
    assert!(said.contains("5 errors in [dir]/five.toml"));
    assert!(said.contains("5 fouten in [dir]/five.toml"));
    assert_snapshot!(said, @r#"
    exit 1
    error: `Own Idea` cannot be an id
     --> [dir]/five.toml:1:6
      |
    1 | id = "Own Idea"
      |      ^^^^^^^^^^
      |
      = help: use lowercase letters a–z, digits and hyphens, 60 at most: `my-idea`

    error: the Dutch text of `title` is missing
     --> [dir]/five.toml:2:9
      |
    2 | title = { en = "Tips from your meter" }
      |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: write, for example: title = { en = "Tips from your meter", nl = "…" }

    error: `sectr` is not a key that belongs here
     --> [dir]/five.toml:4:1
      |
    4 | sectr = "home"
      | ^^^^^
      |
      = help: did you mean `sector`?

    error: `utilty` is not a word for `relationship`
     --> [dir]/five.toml:6:17
      |
    6 | relationship = ["utilty"]
      |                 ^^^^^^^^
      |
      = help: did you mean `utility`?

    error: this text does not end: a quote is missing, or there is one too many
     --> [dir]/five.toml:9:39
      |
    9 | summary = { en = "We sell tips, nl = "Wij verkopen tips" }
      |                                       ^
      |
      = help: end the text with the quote that it begins with: `title = "…"`; write a quote inside a text as `\"`

    5 errors in [dir]/five.toml
    --
    fout: `Own Idea` kan geen id zijn
     --> [dir]/five.toml:1:6
      |
    1 | id = "Own Idea"
      |      ^^^^^^^^^^
      |
      = oplossing: gebruik kleine letters a–z, cijfers en streepjes, ten hoogste 60: `mijn-idee`

    fout: de Nederlandse tekst van `title` ontbreekt
     --> [dir]/five.toml:2:9
      |
    2 | title = { en = "Tips from your meter" }
      |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = oplossing: schrijf bijvoorbeeld: title = { en = "Tips from your meter", nl = "…" }

    fout: de sleutel `sectr` hoort hier niet
     --> [dir]/five.toml:4:1
      |
    4 | sectr = "home"
      | ^^^^^
      |
      = oplossing: bedoelt u `sector`?

    fout: `utilty` is geen woord voor `relationship`
     --> [dir]/five.toml:6:17
      |
    6 | relationship = ["utilty"]
      |                 ^^^^^^^^
      |
      = oplossing: bedoelt u `utility`?

    fout: deze tekst houdt niet op: er ontbreekt een aanhalingsteken, of er staat er een te veel
     --> [dir]/five.toml:9:39
      |
    9 | summary = { en = "We sell tips, nl = "Wij verkopen tips" }
      |                                       ^
      |
      = oplossing: sluit de tekst af met het teken waarmee die begint: `title = "…"`; schrijf een aanhalingsteken binnen een tekst als `\"`

    5 fouten in [dir]/five.toml
    "#);
}

/// Would catch a missing suggestion.
#[test]
fn an_unknown_scenario() {
    let room = Room::new();
    let said = ["new @s --scenario ing2014", "scenarios show equens"].map(|l| room.refused(l));
    assert_snapshot!(said.join("\n\n"), @"
    exit 1
    error: there is no scenario `ing2014`
      = help: did you mean `ing-2014`?
    --
    fout: er is geen casus `ing2014`
      = oplossing: bedoelt u `ing-2014`?

    exit 1
    error: there is no scenario `equens`
      = help: did you mean `equens-2013`?
    --
    fout: er is geen casus `equens`
      = oplossing: bedoelt u `equens-2013`?
    ");
}

/// Would catch a missing suggestion.
#[test]
fn an_unknown_instrument() {
    let room = Room::new();
    let line = "new @s --scenario ing-2014 --instrument standrad";
    assert_snapshot!(room.refused(line), @"
    exit 1
    error: there is no instrument `standrad`
      = help: did you mean `standard`?
    --
    fout: er is geen vragenlijst `standrad`
      = oplossing: bedoelt u `standard`?
    ");
}

/// Would catch a folder of one's own that is read over.
#[test]
fn a_scenarios_folder_that_is_not_there() {
    let room = Room::new();
    assert_snapshot!(room.refused("scenarios list --scenarios @none"), @"
    exit 3
    error: [dir]/none does not exist
      = help: check the name and the folder
    --
    fout: [dir]/none bestaat niet
      = oplossing: controleer de naam en de map
    ");
}

// New

/// Would catch a session written over.
#[test]
fn new_onto_a_file_that_is_there() {
    let room = Room::with_session("--participants 3");
    assert_snapshot!(room.refused("new @s --scenario ing-2014"), @"
    exit 3
    error: [dir]/s exists already and is left as it is.
      what to do: Choose another name for the new file.
    --
    fout: [dir]/s bestaat al en blijft zoals het is.
      wat te doen: Kies een andere naam voor het nieuwe bestand.
    ");
}

/// Would catch a folder made on the way, or a wrong exit code.
#[test]
fn new_in_a_folder_that_is_not_there() {
    let room = Room::new();
    assert_snapshot!(room.refused("new @none/s --scenario ing-2014"), @"
    exit 3
    error: [dir]/none is not there.
      what to do: Check the name and the folder.
    --
    fout: [dir]/none is er niet.
      wat te doen: Controleer de naam en de map.
    ");
}

/// Would catch a session that nobody or too many take part in.
#[test]
fn too_few_and_too_many_participants() {
    let room = Room::new();
    let hundred = vec!["x"; 100];
    let names: Vec<String> = (0..100).map(|i| format!("{}{i}", hundred[i])).collect();
    let said = ["0", "100", "99999999999999999999", &names.join(",")].map(|who| {
        room.refused(&format!(
            "new @s --scenario ing-2014 --participants \"{who}\""
        ))
    });
    assert_snapshot!(said.join("\n\n"), @"
    exit 1
    error: 0 participants will not do.
      what to do: A session has 1 to 99 participants.
    --
    fout: 0 deelnemers gaat niet.
      wat te doen: Een sessie heeft 1 tot en met 99 deelnemers.

    exit 1
    error: 100 participants will not do.
      what to do: A session has 1 to 99 participants.
    --
    fout: 100 deelnemers gaat niet.
      wat te doen: Een sessie heeft 1 tot en met 99 deelnemers.

    exit 1
    error: 99999999999999999999 participants will not do.
      what to do: A session has 1 to 99 participants.
    --
    fout: 99999999999999999999 deelnemers gaat niet.
      wat te doen: Een sessie heeft 1 tot en met 99 deelnemers.

    exit 1
    error: 100 participants will not do.
      what to do: A session has 1 to 99 participants.
    --
    fout: 100 deelnemers gaat niet.
      wat te doen: Een sessie heeft 1 tot en met 99 deelnemers.
    ");
}

/// Would catch two people behind one name, a seat without one, and a name
/// that is another's number.
#[test]
fn names_that_will_not_do() {
    let room = Room::new();
    let said = ["Anna, Bram, anna", "Anna, , Bram", "Anna,", " ", "Anna, P1"].map(|who| {
        room.refused(&format!(
            "new @s --scenario ing-2014 --participants \"{who}\""
        ))
    });
    assert_snapshot!(said.join("\n\n"), @"
    exit 1
    error: “anna” is there twice.
      what to do: Add an initial, so that each can be told from the other.
    --
    fout: ‘anna’ staat er twee keer in.
      wat te doen: Voeg een letter toe, zodat ze uit elkaar te houden zijn.

    exit 1
    error: One of the names is empty.
      what to do: Write names with commas between them, “Anna, Bram”, or how many there are.
    --
    fout: Een van de namen is leeg.
      wat te doen: Schrijf namen met komma’s ertussen, ‘Anna, Bram’, of hoeveel het er zijn.

    exit 1
    error: One of the names is empty.
      what to do: Write names with commas between them, “Anna, Bram”, or how many there are.
    --
    fout: Een van de namen is leeg.
      wat te doen: Schrijf namen met komma’s ertussen, ‘Anna, Bram’, of hoeveel het er zijn.

    exit 1
    error: One of the names is empty.
      what to do: Write names with commas between them, “Anna, Bram”, or how many there are.
    --
    fout: Een van de namen is leeg.
      wat te doen: Schrijf namen met komma’s ertussen, ‘Anna, Bram’, of hoeveel het er zijn.

    exit 1
    error: “P1” is the number of a seat, not a name.
      what to do: For participants without names write how many there are.
    --
    fout: ‘P1’ is het nummer van een plaats, geen naam.
      wat te doen: Schrijf bij deelnemers zonder naam hoeveel het er zijn.
    ");
}

// Export

/// Would catch a format that is guessed.
#[test]
fn export_to_an_unknown_ending() {
    let room = Room::with_session("--participants 3");
    assert_snapshot!(room.refused("export @s -o @memo.odt"), @"
    exit 2
    error: [dir]/memo.odt does not tell which format is wanted.
      what to do: Let it end in .html, .docx, .pdf, .md, .csv or .json, or add --format.
    --
    fout: Aan [dir]/memo.odt is niet te zien welk formaat u wilt.
      wat te doen: Laat het eindigen op .html, .docx, .pdf, .md, .csv of .json, of voeg --format toe.
    ");
}

/// Would catch a session lost under its memo.
#[test]
fn export_onto_a_session() {
    let room = Room::with_session("--participants 3");
    let said = ["export @s --format md -o @s", "cards @s -o @s"].map(|l| room.refused(l));
    assert_snapshot!(said.join("\n\n"), @"
    exit 2
    error: [dir]/s is a session and is left as it is.
      what to do: Choose another name after -o.
    --
    fout: [dir]/s is een sessie en blijft zoals het is.
      wat te doen: Kies een andere naam achter -o.

    exit 2
    error: [dir]/s is a session and is left as it is.
      what to do: Choose another name after -o.
    --
    fout: [dir]/s is een sessie en blijft zoals het is.
      wat te doen: Kies een andere naam achter -o.
    ");
}

/// Would catch a wrong exit code, or half a memo.
#[test]
fn export_to_where_nothing_can_be_written() {
    let room = Room::with_session("--participants 3");
    fs::create_dir(room.path("folder.md")).unwrap();
    let said = ["export @s -o @none/memo.md", "export @s -o @folder.md"].map(|l| room.refused(l));
    assert_snapshot!(said.join("\n\n"), @"
    exit 3
    error: [dir]/none/memo.md is not there.
      what to do: Check the name and the folder.
    --
    fout: [dir]/none/memo.md is er niet.
      wat te doen: Controleer de naam en de map.

    exit 3
    error: [dir]/folder.md is a folder, not a file.
      what to do: Name a file in it.
    --
    fout: [dir]/folder.md is een map, geen bestand.
      wat te doen: Noem een bestand in die map.
    ");
}

/// Would catch two writers in one file.
#[test]
fn import_while_another_writes() {
    let room = Room::with_session("--participants 3");
    room.ratings("r.csv", "a,1,P1,need,3,\n");
    room.fine("import @s --ratings @r.csv");
    let lock = fs::File::open(room.path(".s.lock")).unwrap();
    lock.lock().unwrap();
    assert_snapshot!(room.refused("import @s --ratings @r.csv"), @"
    exit 3
    error: [dir]/s is open in another Dear Customer.
      what to do: Close it there first. Until then it can be read and exported here, not changed.
    --
    fout: [dir]/s is open in een andere Dear Customer.
      wat te doen: Sluit de sessie daar eerst. Tot dan kunt u haar hier lezen en exporteren, niet wijzigen.
    ");
    // Reading goes on.
    room.fine("export @s");
    room.fine("verify @s");
}

// Usage

/// What is said of command lines that will not do.
fn usage(lines: &[&str]) -> String {
    let room = Room::with_session("--participants 3");
    let said = lines
        .iter()
        .map(|line| format!("$ {line}\n{}", room.refused(line)));
    said.collect::<Vec<_>>().join("\n\n")
}

/// Would catch words of the parser in another language, and other exit codes.
#[test]
fn an_unknown_command_or_argument() {
    assert_snapshot!(usage(&[
        "exprot @s",
        "frobnicate",
        "export @s --formt md",
        "export @s --format pfd",
        "export @s --format",
        "export @s @t",
        "scenarios frob",
    ]), @"
    $ exprot @s
    exit 2
    error: There is no command “exprot”.
      what to do: Did you mean “export”?
    --
    fout: Er is geen opdracht ‘exprot’.
      wat te doen: Bedoelde u ‘export’?

    $ frobnicate
    exit 2
    error: There is no command “frobnicate”.
      what to do: “dear-customer --help” shows the commands.
    --
    fout: Er is geen opdracht ‘frobnicate’.
      wat te doen: ‘dear-customer --help’ toont de opdrachten (in het Engels).

    $ export @s --formt md
    exit 2
    error: “--formt” is not known here.
      what to do: Did you mean “--format”?
    --
    fout: ‘--formt’ is hier niet bekend.
      wat te doen: Bedoelde u ‘--format’?

    $ export @s --format pfd
    exit 2
    error: “pfd” is no value for --format <FORMAT>.
      what to do: Known are: html, docx, pdf, md, csv, json.
    --
    fout: ‘pfd’ is geen waarde voor --format <FORMAT>.
      wat te doen: Bekend zijn: html, docx, pdf, md, csv, json.

    $ export @s --format
    exit 2
    error: --format <FORMAT> needs a value.
      what to do: Known are: html, docx, pdf, md, csv, json.
    --
    fout: --format <FORMAT> heeft een waarde nodig.
      wat te doen: Bekend zijn: html, docx, pdf, md, csv, json.

    $ export @s @t
    exit 2
    error: “[dir]/t” is not known here.
      what to do: “dear-customer export --help” shows what goes with it.
    --
    fout: ‘[dir]/t’ is hier niet bekend.
      wat te doen: ‘dear-customer export --help’ toont wat erbij hoort (in het Engels).

    $ scenarios frob
    exit 2
    error: There is no command “frob”.
      what to do: “dear-customer scenarios --help” shows what goes with it.
    --
    fout: Er is geen opdracht ‘frob’.
      wat te doen: ‘dear-customer scenarios --help’ toont wat erbij hoort (in het Engels).
    ");
}

/// Would catch a fault that is told without what is missing.
#[test]
fn a_command_that_is_not_complete() {
    assert_snapshot!(usage(&[
        "export",
        "import @s",
        "new @t",
        "new @t --scenario ing-2014 --idea @i.toml",
        "new @t --scenario ing-2014 --participants -3",
        "check",
    ]), @"
    $ export
    exit 2
    error: This is missing: <FILE>
      what to do: “dear-customer export --help” shows what goes with it.
    --
    fout: Dit ontbreekt: <FILE>
      wat te doen: ‘dear-customer export --help’ toont wat erbij hoort (in het Engels).

    $ import @s
    exit 2
    error: This is missing: --ratings <F.csv>
      what to do: “dear-customer import --help” shows what goes with it.
    --
    fout: Dit ontbreekt: --ratings <F.csv>
      wat te doen: ‘dear-customer import --help’ toont wat erbij hoort (in het Engels).

    $ new @t
    exit 2
    error: This is missing: --scenario <ID>
      what to do: “dear-customer new --help” shows what goes with it.
    --
    fout: Dit ontbreekt: --scenario <ID>
      wat te doen: ‘dear-customer new --help’ toont wat erbij hoort (in het Engels).

    $ new @t --scenario ing-2014 --idea @i.toml
    exit 2
    error: --scenario <ID> and --idea <FILE.toml> do not go together.
      what to do: “dear-customer new --help” shows what goes with it.
    --
    fout: --scenario <ID> en --idea <FILE.toml> gaan niet samen.
      wat te doen: ‘dear-customer new --help’ toont wat erbij hoort (in het Engels).

    $ new @t --scenario ing-2014 --participants -3
    exit 2
    error: “-3” is not known here.
      what to do: “dear-customer new --help” shows what goes with it.
    --
    fout: ‘-3’ is hier niet bekend.
      wat te doen: ‘dear-customer new --help’ toont wat erbij hoort (in het Engels).

    $ check
    exit 2
    error: This is missing: <PATH>...
      what to do: “dear-customer check --help” shows what goes with it.
    --
    fout: Dit ontbreekt: <PATH>...
      wat te doen: ‘dear-customer check --help’ toont wat erbij hoort (in het Engels).
    ");
}

/// Would catch a language that is taken for another.
#[test]
fn a_language_that_there_is_not() {
    let room = Room::new();
    let ran = room.run("scenarios list --lang de");
    assert_snapshot!(ran.whole(), @"
    exit 2
    error: “de” is no value for --lang <en|nl>.
      what to do: Known are: en, nl.
    ");
}

/// Would catch an idea of one's own that needs more than it should.
#[test]
fn the_idea_of_these_tests_is_fine() {
    let room = Room::new();
    room.write("idea.toml", IDEA);
    room.fine("check @idea.toml");
    room.fine("new @s --idea @idea.toml");
}
