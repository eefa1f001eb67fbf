//! Whole walks through the program as people take them, key by key, from
//! Home to a memo in a file. The memo and the number of keys of each step
//! stand in snapshots.
//!
//! All that is typed here is invented to test the program: names, reasons,
//! sentences, sources and dates are nobody's.

use crate::{
    folder::{Folder, normalise},
    harness::{Options, Term},
};
use std::fmt::Write as _;

const PROGRAM: &str = env!("CARGO_BIN_EXE_dear-customer");

/// A walk: the program, and for each step the keys that led through it and
/// the characters that people typed.
struct Walk {
    term: Term,
    /// What was typed in each step.
    typed: Vec<usize>,
}

impl Walk {
    /// The program in a folder, in the language of `LANG`.
    fn start(folder: &Folder, lang: &str, args: &[&str]) -> Self {
        Self {
            term: Term::start(Options {
                cwd: Some(folder.path("")),
                env: vec![("LANG", lang.to_owned())],
                ..Options::new(PROGRAM, args)
            }),
            typed: Vec::new(),
        }
    }

    /// Begins a step on a page that is there, or is coming.
    #[track_caller]
    fn step(&mut self, name: &str, page: &str) {
        self.term.wait_for(page);
        self.term.section(name);
        self.typed.push(0);
    }

    /// Presses keys, and waits for what was not there before them.
    #[track_caller]
    fn go(&mut self, keys: &str, next: &str) {
        let screen = self.term.screen();
        assert!(!screen.contains(next), "{next:?} is there:\n{screen}");
        self.term.keys(keys);
        self.term.wait_for(next);
    }

    /// Types a text, then presses keys, and waits for what these bring.
    #[track_caller]
    fn fill(&mut self, text: &str, keys: &str, next: &str) {
        let before = self.term.pressed();
        self.term.send(text);
        *self.typed.last_mut().unwrap() += self.term.pressed() - before;
        self.go(keys, next);
    }

    /// Reads a page to its end, at which there are no lines below.
    #[track_caller]
    fn read_on(&mut self) {
        let below = |screen: &str| {
            let mut lines = screen.lines().map(str::trim);
            lines.find(|line| line.starts_with('▼')).map(str::to_owned)
        };
        while let Some(more) = below(&self.term.screen()) {
            self.term.keys("<pgdn>");
            self.term.wait_for_not(&more);
        }
    }

    /// Reads the letter aloud, slide by slide, up to its last one.
    #[track_caller]
    fn read_aloud(&mut self, of: &str) {
        self.term.wait_for(&format!("1 {of} "));
        let screen = self.term.screen();
        let (_, rest) = screen.split_once(&format!("1 {of} ")).unwrap();
        let all: usize = rest.split(' ').next().unwrap().parse().unwrap();
        for slide in 2..=all {
            self.go("<space>", &format!("{slide} {of} {all} "));
        }
    }

    /// Seven cards, or fewer, up to what they mean.
    #[track_caller]
    fn cards(&mut self, cards: &str, ready: &str, dots: &str, meaning: &str) {
        self.fill(cards, "<enter>", ready);
        self.go("<enter>", dots);
        self.go("<enter>", meaning);
    }

    /// Leaves, and gives what each step took.
    #[track_caller]
    fn leave(&mut self) -> String {
        self.term.keys("q");
        assert!(self.term.wait_exit().success());
        assert_eq!(self.term.leftovers(), [""; 0]);
        self.told()
    }

    /// What each step took.
    fn told(&self) -> String {
        let mut out = String::new();
        let (mut led, mut said) = (0, 0);
        for ((step, pressed), typed) in self.term.tally().iter().zip(&self.typed) {
            let keys = pressed - typed;
            (led, said) = (led + keys, said + typed);
            let _ = writeln!(out, "{step}: keys {keys}, typed {typed}");
        }
        let _ = writeln!(out, "all: keys {led}, typed {said}");
        out
    }
}

/// The memo that a walk wrote, without what differs from run to run.
fn memo(folder: &Folder, name: &str, session: &str) -> String {
    normalise(&folder.read(name), &folder.path(session))
}

// A board of seven, in Dutch

const NL: &str = "nl_NL.UTF-8";

/// Would catch a page of the long walk that can't be passed, a key it does
/// not tell of, and anything said in the room that the memo does not say.
#[test]
fn a_board_of_seven_walks_from_home_to_the_memo_and_what_happened() {
    let folder = Folder::new();
    let mut walk = Walk::start(&folder, NL, &[]);
    walk.step("home", "De bibliotheek met echte casussen");
    walk.go("3", "▸ ⇄ ING 2014");
    walk.go("<enter>", "Oefen met deze casus");
    walk.go("1", "Wie doet er mee?");
    walk.go("2", "Met hoeveel, of met wie?");
    walk.fill("7", "<enter>", "Hoeveel tijd is er?");
    walk.go("2", "Hoe scoort iedereen?");
    walk.go("1", "Lees dit voor");
    board_frames(&mut walk);
    board_rates_the_plan(&mut walk);
    board_writes_the_letter(&mut walk);
    board_redesigns(&mut walk);
    board_decides(&mut walk);
    walk.step("memo", "Zoals het er komt te staan");
    walk.go("<enter>", "Het memo opslaan");
    walk.go("3", "▸ 3 Markdown");
    walk.go("<enter>", "▸ 2 Nederlands");
    walk.go("<enter>", "De uitgang komt erbij");
    walk.go("<enter>", "De map van de sessie");
    walk.go("<enter>", "Bewaard als");
    walk.step("forecast", "wat er echt gebeurde");
    walk.go("<enter>", "P1 ○ P2 ○ P3 ○");
    walk.go("70 80k 60 - 90 50 30", "P7 ●");
    walk.go("<enter>", "6 voorspellingen zijn vastgelegd");
    walk.step("what happened", "wat er echt gebeurde");
    walk.go("<enter>", "10 maart 2014");
    for news in [
        "11 maart 2014",
        "12 maart 2014",
        "14 maart 2014",
        "De AFM wil",
        "17 maart 2014",
        "9 april 2014",
        "21 mei 2014",
        "Hoe het afliep",
        "Uw brief",
        "Lloyds",
        "kende de casus: telt niet mee",
        "Om over door te praten",
    ] {
        walk.go("<enter>", news);
    }
    walk.read_on();
    walk.go("<enter>", "terug naar het begin");
    walk.go("<enter>", "Druk op een cijfer");
    insta::assert_snapshot!("board_keys", walk.leave());
    insta::assert_snapshot!(
        "board_memo",
        memo(&folder, "ing-2014-memo-nl.md", "ing-2014.session.toml")
    );
}

fn board_frames(walk: &mut Walk) {
    walk.step("idea", "Lees dit voor");
    walk.read_on();
    walk.step("recusal", "Lees dit voor");
    walk.go("c", "Wie heeft een eigen belang?");
    walk.go("<down><down><down><down><right><right> ", "[x]");
    walk.go("<enter>", "P5: maatschappelijk draagvlak");
    walk.step("room", "Wie zit er aan tafel?");
    walk.fill("Anna", "<enter>", "Voorzitter: Anna");
    walk.fill("Bram", "<enter>", "het idee: Bram");
    walk.fill("Carla", "<enter>", "stand: Carla");
    walk.fill("Dirk", "<enter>", "Notulist: Dirk");
    walk.go("<enter>", "Staat op elke pagina");
    walk.fill(
        "Vertrouwelijk",
        "<enter>",
        "Kunnen klanten zonder de dienst",
    );
}

fn board_rates_the_plan(walk: &mut Walk) {
    walk.step("relationship", "Het antwoord geldt voor elke variant");
    walk.cards(
        "2 3 4 2 3 3 -",
        "Alle 7 zijn binnen",
        "Ronde 1 van 2",
        "Groepsscore 3: aangewezen op ons",
    );
    walk.go("<enter>", "Nu het gesprek");
    walk.fill("Testreden: alles loopt hier", "<enter>", "2? Testreden");
    walk.fill("Testreden: er zijn er meer", "<enter>", "zelf voor kiezen");

    walk.step("need", "zelf voor kiezen");
    walk.cards(
        "3 9 2 3 4 3 9",
        "Alle 7 zijn binnen",
        "Ronde 1 van 2",
        "Verdeeld: 5 van de 7",
    );
    walk.go("<enter>", "Nu het gesprek");
    walk.fill("Testreden: niemand vroeg", "<enter>", "2? Testreden");
    walk.fill("Testreden: korting", "<enter>", "1 Geen");
    walk.go("2", "▸ 2 Bewering");
    walk.go("<enter>", "Een rapport, een onderzoek");
    walk.fill("Testbron: een collega", "<enter>", "Eén regel");
    walk.fill(
        "Testproef bij 50 klanten",
        "<enter>",
        "Nog één keer scoren?",
    );
    walk.step("need, round 2", "De groep is verdeeld over klantbehoefte");
    walk.go("1", "Ronde 2, de laatste");
    walk.cards(
        "= 5 = 4 = = 8",
        "Alle 7 zijn binnen",
        "Ronde 2 van 2",
        "Groepsscore 4: zwak",
    );
    walk.go("<enter>", "Hoe zouden mensen het opnemen");

    walk.step("support", "Alle 6 binnen");
    walk.cards(
        "3 6 1 4 2 5",
        "Alle 6 zijn binnen",
        "Ronde 1 van 2",
        "Groepsscore 3: zwak",
    );
    walk.go("<enter>", "Nu het gesprek");
    walk.fill("Testreden: krantenkop", "<enter>", "1? Testreden");
    walk.fill("Testreden: zij kiezen zelf", "<enter>", "1 Geen");
    walk.go("3", "▸ 3 Gegevens");
    walk.go("<enter>", "Een rapport, een onderzoek");
    walk.fill(
        "Testpeiling, bladzijde 3",
        "<enter>",
        "Mag dit volgens de wet",
    );

    walk.step("legal", "Carla stelt dit vast");
    walk.go("2<enter>", "Een naam met datum");
    walk.go("<ctrl-u>", "›\n");
    walk.fill("Testnotitie van Carla", "<enter>", "kernzin");
}

fn board_writes_the_letter(walk: &mut Walk) {
    walk.step("sentences", "kernzin");
    walk.fill("Testzin een: wij keken mee.", "<enter>", "P1: Testzin een");
    walk.go("<enter><enter>", "\n  P4\n");
    walk.fill(
        "Testzin vier: u wist het niet.",
        "<enter>",
        "P4: Testzin vier",
    );
    walk.go("<enter><enter><enter>", "De brief, over een jaar");
    walk.step("letter", "[Waarmee wij stoppen");
    walk.term.keys("<ctrl-end><up><up><end><ctrl-u>");
    walk.term.wait_for_not("[Waarmee wij stoppen");
    walk.fill("Testbelofte: wij wissen het.", "<tab>", "Enter voorlezen");
    walk.step("read aloud", "Enter voorlezen");
    walk.go("<enter>", "Anna staat op en leest voor");
    walk.read_aloud("van");
    walk.go("<enter>", "Welke zin kunnen wij vandaag al zeggen?");
    walk.step("today", "Welke zin");
    walk.fill("Testzin voor vandaag", "<enter>", "openbaar uitleggen");

    walk.step("apology", "openbaar uitleggen");
    walk.cards(
        "2 3 1 2 2 3 2",
        "Alle 7 zijn binnen",
        "Ronde 1 van 2",
        "Excuusbrieftoets",
    );
    walk.go("<enter>", "Voorwaarde 1 van 4");
    walk.fill("Testvoorwaarde een", "<enter>", "4: Testvoorwaarde een");
    walk.fill("Testvoorwaarde twee", "<enter>", "4: Testvoorwaarde twee");
    walk.go("<enter>", "\n  Voorwaarde 4 van 4\n");
    // The room has said no already: nothing hangs on one answer more.
    walk.fill(
        "Testvoorwaarde vier",
        "<enter>",
        "Uitkomst volgens de regels",
    );
    walk.step("verdict", "Variant A: Zoals voorgesteld");
    walk.read_on();
    // How close was it, on whom does it hang, and what if?
    walk.step("behind the verdict", "Uitkomst volgens de regels");
    walk.go("h", "Hoe zeker kan een groep als deze zijn?");
    walk.read_on();
    walk.go("i", "U hebt nog niets veranderd");
    walk.go("<down><down><down><right><right>", "alleen een proef");
    walk.go("<esc>", "Uitkomst volgens de regels");
}

fn board_redesigns(walk: &mut Walk) {
    walk.step("b: option", "Uitkomst volgens de regels");
    walk.go("b", "Bij de casus hoort een ander ontwerp");
    walk.go("<tab><tab><enter>", "B Geld terug");
    walk.step("b: need", "zelf voor kiezen");
    walk.cards(
        "6 8 9 8 8 8 7",
        "Alle 7 zijn binnen",
        "Ronde 1 van 2",
        "Groepsscore 8: sterk",
    );
    walk.go("<enter>", "Nu het gesprek");
    walk.fill("Testreden: voor sommigen", "<enter>", "6? Testreden");
    walk.fill("Testreden: eigen keuze", "<enter>", "1 Geen");
    walk.go("2<enter>", "Een rapport, een onderzoek");
    walk.fill("Testbron: een balie", "<enter>", "Hoe zouden mensen");
    walk.step("b: support", "Alle 6 binnen");
    walk.cards(
        "8 8 8 9 8 7",
        "Alle 6 zijn binnen",
        "Ronde 1 van 2",
        "Groepsscore 8: sterk",
    );
    walk.go("<enter>", "Nu het gesprek");
    walk.go("<enter><enter>", "1 Geen");
    walk.go("1<enter>", "Een rapport, een onderzoek");
    walk.go("<enter>", "Mag dit volgens de wet");
    walk.step("b: legal", "Carla stelt dit vast");
    walk.go("<enter>", "Een naam met datum");
    walk.go("<ctrl-u>", "›\n");
    walk.fill("Testnotitie van Carla over B", "<enter>", "kernzin");
    walk.step("b: letter", "kernzin");
    walk.fill("Testzin: u zette het aan.", "<enter>", "P1: Testzin");
    walk.go("<tab><tab><tab><tab><tab><tab><enter>", "De brief");
    walk.go("<tab>", "Enter voorlezen");
    walk.go("<enter>", "Anna staat op en leest voor");
    walk.read_aloud("van");
    walk.go("<enter>", "Welke zin");
    walk.go("<enter>", "openbaar uitleggen");
    walk.step("b: apology", "openbaar uitleggen");
    walk.cards(
        "3 3 2 3 3 3 3",
        "Alle 7 zijn binnen",
        "Ronde 1 van 2",
        "Excuusbrieftoets",
    );
    walk.go("<enter>", "Voorwaarde 1 van 1");
    walk.fill(
        "Testvoorwaarde bij B",
        "<enter>",
        "Uitkomst volgens de regels",
    );
    walk.step("b: verdict", "Uitkomst volgens de regels");
    walk.read_on();
    walk.step("side by side", "Uitkomst volgens de regels");
    walk.go("s", "Variant B is beter dan variant A");
    walk.read_on();
    walk.go("<enter>", "Uitkomst volgens de regels");
    walk.step("decide", "Uitkomst volgens de regels");
    walk.go("<enter>", "Willen wij dit?");
}

fn board_decides(walk: &mut Walk) {
    walk.step("stances", "Willen wij dit?");
    walk.fill("+ + + + - x -", "<enter>", "1. P");
    walk.fill("3", "<enter>", "P: 3");
    walk.fill(
        "Testgrond van drie",
        "<enter><enter>",
        "4 willen dit wel, 2 niet",
    );
    walk.step("decision", "4 willen dit wel");
    walk.go("<enter>", "Wat besluit het bestuur?");
    walk.go("<enter>", "▸ 2 Doen, mits");
    walk.go("<enter>", "In een of twee zinnen");
    walk.fill(
        "Testbesluit: alleen zo",
        "<enter>",
        "neemt het bestuur over?",
    );
    walk.step("conditions", "[ ]");
    walk.go(" <down> ", "[x] Een toets");
    walk.go("<enter>", "Wie zorgt ervoor");
    walk.fill("Bram", "<enter>", "Wie: Bram");
    walk.fill("1-5-2099", "<enter><enter>", "2. Voorwaarde: Een toets");
    walk.fill("Carla", "<enter>", "Wie: Carla");
    walk.fill("1-6-2099", "<enter><enter>", "Wanneer stoppen wij?");
    walk.step("kill criterion", "Wanneer stoppen wij?");
    walk.fill("Testgrens: 50 klachten", "<enter>", "als: Testgrens");
    walk.fill("1-9-2099", "<enter><enter>", "Waar letten wij op");
    walk.step("review", "Waar letten wij op");
    walk.fill(
        "Testsignaal: afmeldingen",
        "<enter><enter>",
        "mag leeg blijven",
    );
    walk.fill("1-12-2099", "<enter>", "Wie ziet het anders?");
    walk.step("dissent", "Wie ziet het anders?");
    walk.fill("Testnotitie: te vroeg", "<enter><enter>", "Wie tekent?");
    walk.step("sign-off", "Wie tekent?");
    walk.fill("Anna, Bram", "<enter>", "Zoals het er komt te staan");
}

// Three who pass the keyboard, in English

const EN: &str = "en_GB.UTF-8";

/// One person's answer behind the curtain: what is picked, what tells that
/// it is, and a line of text where the answer asks for one.
#[track_caller]
fn answer(walk: &mut Walk, seat: &str, pick: (&str, &str), line: Option<(&str, &str)>, next: &str) {
    walk.go("<enter>", &format!("{seat} · nobody else looks"));
    walk.go(pick.0, pick.1);
    match line {
        Some((help, text)) => {
            walk.go("<enter>", help);
            walk.fill(text, "<enter>", next);
        }
        None => walk.go("<enter>", next),
    }
}

/// Three ratings with their reasons, up to all of them being in.
#[track_caller]
fn three_rate(walk: &mut Walk, ratings: [(&str, &str); 3]) {
    walk.go("<enter>", "I am P1, alone");
    for ((n, reason), (seat, next)) in ratings.into_iter().zip([
        ("P1", "I am P2, alone"),
        ("P2", "I am P3, alone"),
        ("P3", "All 3 are in"),
    ]) {
        let picked = format!("{n}: ");
        let line = Some(("The room reads it after", reason));
        answer(walk, seat, (n, &picked), line, next);
    }
    walk.go("<enter>", "of 2. ");
}

/// Would catch a curtain that lets a rating through or swallows one, a card
/// of one's own idea that loses a line, and a decision against the verdict
/// of which the memo does not say why.
#[test]
fn three_pass_the_keyboard_over_an_idea_of_their_own() {
    let folder = Folder::new();
    let mut walk = Walk::start(&folder, EN, &[]);
    walk.step("home", "New session: an idea of your own");
    walk.go("2", "Your own idea");
    walk.fill("Test idea: tips from meters", "<enter>", "Who takes part?");
    walk.go("2", "How many, or who?");
    walk.fill("Anna, Bram, Carla", "<enter>", "May the memo show names?");
    walk.go("2", "How much time is there?");
    walk.go("2", "How does everyone rate?");
    walk.go("2", "What is the plan?");
    three_frame(&mut walk);
    three_rate_the_plan(&mut walk);
    three_write_the_letter(&mut walk);
    three_decide(&mut walk);
    walk.step("memo", "As it will read");
    walk.go("<enter>", "Write the memo to a file");
    walk.go("3", "▸ 3 Markdown");
    walk.go("<enter>", "▸ 1 English");
    walk.go("<enter>", "The ending is added");
    walk.go("<enter>", "The folder of the session");
    walk.go("<enter>", "Saved as");
    insta::assert_snapshot!("three_keys", walk.leave());
    let memo = memo(
        &folder,
        "test-idea-tips-from-meters-memo-en.md",
        "test-idea-tips-from-meters.session.toml",
    );
    insta::assert_snapshot!("three_memo", memo);
}

fn three_frame(walk: &mut Walk) {
    walk.step("idea", "What is the plan?");
    walk.fill(
        "We mail test tips from hourly readings.",
        "<tab>",
        "Your organisation",
    );
    walk.fill("Test Utility", "<enter>", "is it? Test Utility");
    walk.go("<enter>", "Data\n");
    for (text, next) in [
        ("Test data: hourly readings", "Data: Test data"),
        ("Test: 3,000 homes", "About whom: Test"),
        ("Test purpose: tips", "What for: Test"),
        ("Test payer: nobody", "Who pays: Test"),
        ("Test gain: homes", "Who gains: Test"),
        ("Test return: a lower bill", "gets back: Test"),
        ("not known", "yield: not known"),
        ("Test cost: none", "not doing it: Test"),
    ] {
        walk.fill(text, "<enter>", next);
    }
    walk.fill(
        "Test consent: asked first",
        "<enter>",
        "Who is in the room?",
    );
    walk.step("room", "Who is in the room?");
    walk.fill("Anna", "<enter>", "Chair: Anna");
    walk.go("<enter>", "Sets it, with a source");
    walk.fill("Carla", "<enter>", "legal state: Carla");
    walk.go("<enter><enter><enter>", "Read this together");
}

fn three_rate_the_plan(walk: &mut Walk) {
    walk.step("relationship", "The answer holds for every option");
    let reasons = ["Test reason one", "Test reason two", "Test reason three"];
    let rated = |scores: [&'static str; 3]| {
        let mut pairs = scores.into_iter().zip(reasons);
        std::array::from_fn(|_| pairs.next().unwrap())
    };
    three_rate(walk, rated(["6", "7", "5"]));
    walk.go("<enter>", "Group score 6: choice-limited");
    walk.go("<enter>", "Rate once more?");
    walk.go("2", "Read this together");
    walk.step("need", "Read this together");
    three_rate(walk, rated(["7", "8", "8"]));
    walk.go("<enter>", "Group score 8: strong");
    walk.go("<enter>", "Now talk");
    walk.go("4", "▸ 4 Tested");
    walk.go("<enter>", "A report, a study");
    walk.fill("Test trial with 40 homes", "<enter>", "Read this together");
    walk.step("support", "Read this together");
    three_rate(walk, rated(["5", "7", "8"]));
    walk.go("<enter>", "Group score 7: strong");
    walk.go("<enter>", "Now talk");
    walk.go("3", "▸ 3 Data");
    walk.go("<enter>", "A report, a study");
    walk.fill("Test survey, page 2", "<enter>", "Rate once more?");
    walk.step("support, round 2", "Rate once more?");
    walk.go("1", "Round 2, the last");
    three_rate(walk, rated(["6", "7", "7"]));
    walk.go("<enter>", "Group score 7: strong");
    walk.go("<enter>", "Carla sets this");
    walk.step("legal", "Carla sets this");
    walk.go("1", "▸ 1");
    walk.go("<enter>", "A name with a date");
    walk.go("<ctrl-u>", "›\n");
    walk.fill("Test memo of Carla", "<enter>", "Read this together");
}

fn three_write_the_letter(walk: &mut Walk) {
    walk.step("sentences", "Read this together");
    walk.go("<enter>", "I am P1, alone");
    walk.go("<enter>", "P1 · nobody else looks");
    walk.fill("test sentence one.", "<enter>", "I am P2, alone");
    walk.go("<enter>", "P2 · nobody else looks");
    walk.fill("test sentence two.", "<enter>", "I am P3, alone");
    walk.go("<enter>", "P3 · nobody else looks");
    walk.go("<ctrl-u>", "›\n");
    walk.fill("We gladly explain test three.", "<enter>", "All 3 are in");
    walk.go("<enter>", "Our sentences");
    walk.go("<enter>", "The letter, a year from now");
    walk.step("letter", "[What we stop doing");
    walk.term.keys("<ctrl-end><up><up><end><ctrl-u>");
    walk.term.wait_for_not("[What we stop doing");
    walk.fill(
        "Test promise: we delete it.",
        "<tab>",
        "Enter read it aloud",
    );
    walk.step("read aloud", "Enter read it aloud");
    walk.go("<enter>", "Anna stands and reads aloud");
    walk.read_aloud("of");
    walk.go("<enter>", "Which sentence could we say today?");
    walk.step("today", "Which sentence could we say today?");
    walk.go("<enter>", "Read this together");
    walk.step("apology", "Read this together");
    walk.go("<enter>", "I am P1, alone");
    answer(walk, "P1", ("3", "▸ 3"), None, "I am P2, alone");
    let condition = Some(("it is proposed as a condition", "Test condition"));
    answer(walk, "P2", ("2", "▸ 2"), condition, "I am P3, alone");
    answer(walk, "P3", ("3", "▸ 3"), None, "All 3 are in");
    walk.go("<enter>", "Round 1 of 2");
    walk.go("<enter>", "Apology-letter test");
    walk.go("<enter>", "Rate once more?");
    walk.go("2", "Option A: as proposed");
    walk.step("verdict", "Option A: as proposed");
    walk.read_on();
}

fn three_decide(walk: &mut Walk) {
    walk.step("stances", "Enter decide");
    walk.go("<enter>", "Read this together");
    walk.go("<enter>", "I am P1, alone");
    let because = |text: &'static str| Some(("In your own words", text));
    let (wants, not) = (("1", "▸ 1 We want"), ("2", "▸ 2 We do not"));
    answer(
        walk,
        "P1",
        wants,
        because("test ground one"),
        "I am P2, alone",
    );
    answer(
        walk,
        "P2",
        not,
        because("test ground two"),
        "I am P3, alone",
    );
    answer(
        walk,
        "P3",
        wants,
        because("test ground three"),
        "All 3 are in",
    );
    walk.go("<enter>", "Without names");
    walk.step("decision", "Without names");
    walk.go("<enter>", "What does the board decide?");
    walk.go("4", "▸ 4 Not now");
    walk.go("<enter>", "required where it differs");
    // Against the verdict, without a reason: the board is asked for one.
    walk.go("<enter>", " ! ");
    walk.fill(
        "Test decision: too early",
        "<enter>",
        "Not now: which signals",
    );
    walk.step("review", "Not now: which signals");
    walk.fill(
        "Test signal: ten requests",
        "<enter><enter>",
        "may stay empty",
    );
    walk.fill("1 December 2099", "<enter>", "Who sees it differently?");
    walk.step("dissent", "Who sees it differently?");
    walk.fill("Test note: now is fine", "<enter><enter>", "Who signs?");
    walk.step("sign-off", "Who signs?");
    walk.fill("Anna", "<enter>", "As it will read");
}

// One person alone

/// The first steps of one person alone with a quickscan of a real case, as
/// the screen tells them, up to the first reveal.
fn alone_to_the_first_reveal(walk: &mut Walk) {
    walk.step(
        "home",
        "Press a number, or move with the arrows and press Enter.",
    );
    walk.go("3", "▸ ⇄ ING 2014");
    walk.go("<enter>", "Practise on this case");
    walk.go("1", "Who takes part?");
    walk.go("1", "How much time is there?");
    walk.go("1", "Read this, as if the decision were yours. Then Enter.");
    walk.step("idea", "Enter begin");
    walk.read_on();
    walk.go("<enter>", "The answer holds for every option");
    walk.step("card", "Type 0 to 10, or use the arrows");
    walk.go("3", "3: between the sentences at 2 and 4. Enter confirms.");
    walk.go("<enter>", "Why, in a few words (if you like)\n");
    walk.go("<enter>", "choose this themselves");
    walk.go("4", "4: as the sentence marked ▸ says. Enter confirms.");
    walk.go("<enter>", "Why, in a few words (if you like)\n");
    walk.go("<enter>", "if everyone knew");
    walk.go("2", "2: as the sentence marked ▸ says. Enter confirms.");
    walk.go("<enter>", "Why, in a few words (if you like)\n");
    walk.go("<enter>", "Enter lays it on the table.");
    walk.step("reveal", "Enter lays it on the table.");
    walk.go("<enter>", "Your card, on the table.");
}

/// Would catch a first page that does not say how to go on, and a way to
/// the first reveal that has become longer.
#[test]
fn alone_a_first_reveal_takes_a_minute() {
    let folder = Folder::new();
    let mut walk = Walk::start(&folder, EN, &[]);
    alone_to_the_first_reveal(&mut walk);
    walk.term.wait_for(" saved");
    insta::assert_snapshot!("first_reveal", walk.term.screen());
    insta::assert_snapshot!("first_reveal_keys", walk.leave());
}

/// Would catch a page of a quickscan that one person can't pass, or a memo
/// that speaks of a room where there was none.
#[test]
fn one_alone_walks_a_quickscan_to_the_memo() {
    let folder = Folder::new();
    let mut walk = Walk::start(&folder, EN, &[]);
    alone_to_the_first_reveal(&mut walk);
    walk.go("<enter>", "Your score 4: weak");
    walk.read_on();
    walk.go("<enter>", "Argue the other side");
    walk.step("the other side", "Argue the other side");
    walk.fill(
        "A test reason of the others.",
        "<enter>",
        "Can customers do without",
    );
    walk.go("3<enter><enter>", "choose this themselves");
    walk.go("5<enter><enter>", "if everyone knew");
    walk.go("2<enter><enter>", "Enter lays it on the table.");
    walk.go("<enter>", "Your card, on the table.");
    walk.go("<enter>", "Your score 5: middle");
    walk.read_on();
    walk.go("<enter>", "Is this lawful");
    walk.step("legal", "Is this lawful");
    walk.go("<enter>", "A name with a date");
    walk.go("<enter>", "The key sentence of our letter");
    walk.step("letter", "The key sentence of our letter");
    walk.fill("a test sentence.", "<enter>", "Choose one answer");
    walk.go("1", "▸ 1");
    walk.go("<enter>", "Enter lays it on the table");
    walk.go("<enter>", "Your card, on the table.");
    walk.go("<enter>", "Apology-letter test");
    walk.go("<enter>", "Option A: As proposed");
    walk.step("verdict", "Option A: As proposed");
    walk.read_on();
    walk.go("<enter>", "What would you decide?");
    walk.step("decision", "What would you decide?");
    walk.go("<enter>", "In one or two sentences");
    walk.fill("Test reason", "<enter>", "What do we watch");
    walk.go("<enter>", "may stay empty");
    walk.go("<enter>", "Who signs?");
    walk.go("<enter>", "As it will read");
    walk.step("memo", "As it will read");
    walk.go("<enter>", "Write the memo to a file");
    walk.go("3", "▸ 3 Markdown");
    walk.go("<enter>", "▸ 1 English");
    walk.go("<enter>", "The ending is added");
    walk.go("<enter>", "The folder of the session");
    walk.go("<enter>", "Stands on every page");
    walk.fill("Only me", "<enter>", "Saved as");
    insta::assert_snapshot!("alone_keys", walk.leave());
    insta::assert_snapshot!(
        "alone_memo",
        memo(&folder, "ing-2014-memo-en.md", "ing-2014.session.toml")
    );
}

// Leaving

/// Would catch an answer, a letter or a place in the walk that is lost by
/// leaving in the middle of it, and words that stay behind in the language
/// of before.
#[test]
fn a_walk_that_was_left_goes_on_where_it_was_in_either_language() {
    let folder = Folder::new();
    let file = "left.session.toml";
    let people = ["--participants", "3", "--lang", "nl"];
    let new = [&["new", file, "--scenario", "ing-2014"], &people[..]].concat();
    assert!(Walk::start(&folder, NL, &new).term.wait_exit().success());
    let open = |lang| Walk::start(&folder, lang, &["open", file]);
    let left = |mut walk: Walk| {
        walk.term.keys("<ctrl-c>");
        assert!(walk.term.wait_exit().success());
        assert_eq!(walk.term.leftovers(), [""; 0]);
    };

    // Two of three cards are typed.
    let mut walk = open(NL);
    walk.step("cards", "Lees dit voor");
    walk.go("<enter>", "Wie zit er aan tafel?");
    walk.go(
        "<enter><enter><enter><enter><enter><enter>",
        "P1 ○ P2 ○ P3 ○",
    );
    walk.go("2 9", "P1 ● P2 ● P3 ○");
    left(walk);
    let mut walk = open(EN);
    walk.step("the third card", "Can customers do without the service");
    walk.term.wait_for("P1 ● P2 ● P3 ○");
    walk.go(" 3<enter>", "All 3 are in");
    walk.go("<enter>", "Round 1 of 2");
    walk.go("<enter>", "Split: 2 of 3");
    walk.go("<enter>", "Now talk");

    // Half a reason stands there; the language is changed under it.
    walk.go("half a test reason", "› half a test reason");
    walk.go("<f2>", "Waarom 2?");
    walk.term.wait_for("› half a test reason");
    left(walk);
    let mut walk = open(EN);
    walk.step("a reason", "Why 2?");
    walk.term.wait_for("› half a test reason");
    walk.go("<ctrl-e>, whole<enter>", "Why 2? half a test reason, whole");
    walk.go("a second one<enter>", "Rate once more?");
    left(walk);
    let mut walk = open(NL);
    walk.step("a second round", "Nog één keer scoren?");
    walk.go("2", "zelf voor kiezen");
    left(walk);

    // A letter is being written.
    let mut walk = open(EN);
    walk.step("the letter", "choose this themselves");
    walk.go("<tab>", "g go to");
    walk.go("g", "Where to?");
    walk.go("6", "▸ 6 A · the apology letter");
    walk.go("<enter>", "P1\n");
    walk.go("<tab><tab><tab><enter>", "The letter, a year from now");
    walk.go("<enter>A test line", "› A test line");
    left(walk);
    let mut walk = open(EN);
    walk.step("the letter again", "The letter, a year from now");
    walk.term.wait_for("› A test line");
    walk.go("<f2>", "De brief, over een jaar");
    walk.term.wait_for("› A test line");
    left(walk);
}

/// Would catch a terminal that is left without a cursor, in raw mode, or on
/// another screen.
#[test]
fn the_terminal_is_left_as_it_was() {
    let sane = |mut walk: Walk, how: &str| {
        walk.term.wait_exit();
        assert_eq!(walk.term.leftovers(), [""; 0], "{how}");
    };
    for keys in ["q", "<ctrl-c>"] {
        let folder = Folder::new();
        let mut walk = Walk::start(&folder, EN, &[]);
        walk.step("home", "Press a number, or move with the arrows");
        walk.term.keys(keys);
        sane(walk, keys);

        // From a page with a text field there is no `q`.
        let mut walk = Walk::start(&folder, EN, &[]);
        walk.step("home", "Press a number, or move with the arrows");
        walk.go("2", "Your own idea");
        walk.term.keys("x");
        if keys == "q" {
            walk.go("<esc>", "Practise on a real case");
            walk.term.keys("q");
        } else {
            walk.term.keys("<ctrl-c>");
        }
        sane(walk, keys);
    }
    for signal in ["TERM", "HUP"] {
        let folder = Folder::new();
        let mut walk = Walk::start(&folder, EN, &[]);
        walk.step("home", "Press a number, or move with the arrows");
        walk.term.signal(signal);
        sane(walk, signal);
    }
}
