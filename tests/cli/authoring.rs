//! Writing a case of one's own: the template, what `check` says of it and of
//! files beside each other, and the sheet for participants.

use super::room::Room;
use dear_customer::{
    content::{
        Confidence, KnownIds, Library, OutcomeClass, Regret, Relation, Scenario, Sector,
        read_scenario, scenario_schema,
    },
    lang::Lang,
    method::Legal,
};
use insta::assert_snapshot;
use serde_json::Value;
use std::{collections::BTreeSet, fmt::Write, fs, path::Path};

const SCENARIO: &str = include_str!("../fixtures/content/scenario.toml");

/// A case with this id and these twins.
fn case(id: &str, twins: &str) -> String {
    SCENARIO
        .replace("id = \"ing-2014\"", &format!("id = \"{id}\""))
        .replace("twins = []", &format!("twins = [{twins}]"))
}

// The template

/// The template as `scenarios new` writes it.
fn template(lang: Lang) -> String {
    let room = Room::new();
    room.fine(&format!(
        "scenarios new @my-case.toml --lang {}",
        lang.code()
    ));
    room.text("my-case.toml")
}

/// A text, each another, between every pair of quotes with nothing in it.
fn filled(template: &str) -> String {
    let mut out = String::new();
    for (number, piece) in template.split("\"\"").enumerate() {
        if number > 0 {
            write!(out, "\"text {number}\"").unwrap();
        }
        out += piece;
    }
    out
}

/// With everything that may be left out.
fn uncommented(template: &str) -> String {
    let line = |line: &str| match line.strip_prefix('#') {
        Some(rest) if !rest.is_empty() && (!rest.starts_with(' ') || rest.starts_with("  ")) => {
            format!("{rest}\n")
        }
        _ => format!("{line}\n"),
    };
    template.lines().map(line).collect()
}

/// Would catch a file that is written over, a name that no folder would read,
/// and an id that can't be one or is another's.
#[test]
fn a_template_is_a_new_file_with_an_id_made_from_its_name() {
    let room = Room::new();
    let id = |name: &str| {
        let text = room.text(name);
        let line = text.lines().find(|line| line.starts_with("id = "));
        line.unwrap().to_owned()
    };
    let mut said = room.fine("scenarios new @bank.toml");
    let dutch = ["scenarios", "new", "--lang", "nl"].map(Into::into);
    let spaced = room.path("Één idee (2).toml").into_os_string();
    let ran = room.run_words(dutch.into_iter().chain([spaced]));
    said += &ran.out;
    assert_snapshot!(said, @r#"
    Made [dir]/bank.toml.
    Fill in what stands between the quotes. What is still missing: dear-customer check [dir]/bank.toml
    Next: dear-customer new NAME.session.toml --idea [dir]/bank.toml
    Or keep it in a folder with others, add --scenarios FOLDER, and name it by its id as you do those that are built in.
    [dir]/Één idee (2).toml is gemaakt.
    Vul in wat tussen de aanhalingstekens hoort. Wat er nog ontbreekt: dear-customer check "[dir]/Één idee (2).toml"
    Hierna: dear-customer new NAAM.session.toml --idea "[dir]/Één idee (2).toml"
    Of bewaar het in een map met andere, voeg --scenarios MAP toe, en noem het bij zijn id zoals de ingebouwde.
    "#);
    assert_eq!(id("bank.toml"), "id = \"bank\"");
    assert_eq!(id("Één idee (2).toml"), "id = \"een-idee-2\"");
    room.fine("scenarios new @ing-2014.toml");
    assert_eq!(id("ing-2014.toml"), "id = \"ing-2014-2\"");
    room.fine("scenarios new @….toml --lang nl");
    assert_eq!(id("….toml"), "id = \"mijn-casus\"");
    let refused = [
        "scenarios new @bank.toml",
        "scenarios new @bank",
        "scenarios new @bank.session.toml",
        "scenarios new @no/bank.toml",
    ];
    assert_snapshot!(refused.map(|line| room.refused(line)).join("\n\n"), @"
    exit 1
    error: [dir]/bank.toml exists already and is left as it is.
      what to do: Choose another name for the new file.
    --
    fout: [dir]/bank.toml bestaat al en blijft zoals het is.
      wat te doen: Kies een andere naam voor het nieuwe bestand.

    exit 2
    error: [dir]/bank is no name for a case’s file.
      what to do: Let it end in .toml: bank.toml. What ends in .session.toml is a session.
    --
    fout: [dir]/bank is geen naam voor het bestand van een casus.
      wat te doen: Laat de naam eindigen op .toml: bank.toml. Wat eindigt op .session.toml, is een sessie.

    exit 2
    error: [dir]/bank.session.toml is no name for a case’s file.
      what to do: Let it end in .toml: bank.toml. What ends in .session.toml is a session.
    --
    fout: [dir]/bank.session.toml is geen naam voor het bestand van een casus.
      wat te doen: Laat de naam eindigen op .toml: bank.toml. Wat eindigt op .session.toml, is een sessie.

    exit 3
    error: [dir]/no/bank.toml is not there.
      what to do: Check the name and the folder.
    --
    fout: [dir]/no/bank.toml is er niet.
      wat te doen: Controleer de naam en de map.
    ");
}

/// Would catch a place to fill in that `check` does not tell of, tells of
/// twice, or a fault that comes with the template.
#[test]
fn an_unfilled_template_is_told_place_by_place() {
    for lang in Lang::ALL {
        let room = Room::new();
        room.write("t.toml", template(lang));
        let places: Vec<String> = (1..)
            .zip(template(lang).lines())
            .filter(|(_, line)| line.ends_with("= \"\"") && !line.starts_with('#'))
            .map(|(number, _)| format!("t.toml:{number}:"))
            .collect();
        assert_eq!(places.len(), 12);
        let said = room.refused("check @t.toml");
        for place in &places {
            assert_eq!(said.matches(place).count(), 2, "once a language: {place}");
        }
        assert_eq!(said.matches("t.toml:").count(), 2 * places.len(), "{said}");
    }
}

/// Would catch a template that is no good when it is filled in, with what may
/// be left out or without.
#[test]
fn a_filled_template_is_a_good_case() {
    for lang in Lang::ALL {
        let room = Room::new();
        room.write("idea.toml", filled(&template(lang)));
        room.write("case.toml", filled(&uncommented(&template(lang))));
        room.fine("check @idea.toml");
        room.fine("check @case.toml");
        room.fine("new @s --idea @idea.toml --participants 3");
        room.fine("export @s");
        let read = |name: &str| read_scenario(name, &room.text(name), &KnownIds::unchecked());
        let idea = read("idea.toml").unwrap();
        assert_eq!((idea.outcome, idea.facts.len()), (None, 0));
        let case = read("case.toml").unwrap();
        // Nothing of a case that the template does not ask for.
        let value = serde_json::to_value(&case).unwrap();
        assert!(!format!("{value}").contains("null"));
        let outcome = case.outcome.unwrap();
        assert_eq!(outcome.differences.len(), 1);
        assert_eq!(outcome.apology.regrets.len(), 1);
        assert_eq!((case.options.len(), case.twins.len()), (2, 1));
    }
}

/// The keys of a schema, wherever they stand.
fn keys(schema: &Value, found: &mut BTreeSet<String>) {
    for (key, inner) in schema["properties"].as_object().into_iter().flatten() {
        found.insert(key.clone());
        keys(inner, found);
    }
    if schema["items"].is_object() {
        keys(&schema["items"], found);
    }
}

/// Would catch a key or a word that the program knows and the template not.
#[test]
fn the_template_names_every_key_and_every_word() {
    let mut all = BTreeSet::new();
    keys(&serde_json::from_str(&scenario_schema()).unwrap(), &mut all);
    // Both may be left out; the first is told of in words.
    assert!(all.remove("lang") && all.remove("format"));
    assert!(all.len() > 40);
    let words = Sector::ALL
        .iter()
        .map(|it| it.id())
        .chain(Relation::ALL.iter().map(|it| it.id()))
        .chain(OutcomeClass::ALL.iter().map(|it| it.id()))
        .chain(Regret::ALL.iter().map(|it| it.id()))
        .chain(Confidence::ALL.iter().map(|it| it.id()))
        .chain(Legal::ALL.iter().map(|it| it.id()));
    let words: Vec<&str> = words.collect();
    for lang in Lang::ALL {
        let text = template(lang);
        let is_word = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
        let remarks: String = text.lines().filter(|l| l.starts_with("# ")).collect();
        let said: BTreeSet<&str> = remarks.split(|c| !is_word(c)).collect();
        for word in &words {
            assert!(said.contains(word), "{lang:?}: {word}");
        }
        let used: BTreeSet<&str> = text.split(|c| !is_word(c)).collect();
        for key in &all {
            assert!(used.contains(key.as_str()), "{lang:?}: {key}");
        }
        assert!(text.lines().all(|line| line.chars().count() <= 104));
        // Every key has a remark above it, or above its other language.
        let lines: Vec<&str> = text.lines().collect();
        for pair in lines.windows(2) {
            let key = pair[1].trim_start_matches('#').split(" = ").next().unwrap();
            let is_key =
                pair[1].contains(" = ") && !pair[1].starts_with("# ") && !key.contains(' ');
            let dutch = key.rsplit('.').next() == Some("nl") && pair[0].contains(".en = ");
            assert!(!is_key || dutch || pair[0].starts_with("# "), "{}", pair[1]);
        }
    }
}

/// Would catch the template told as a case with faults.
#[test]
fn templates_in_the_repository_are_no_cases() {
    let room = Room::new();
    let scenarios = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    room.fine(&format!("check \"{}\"", scenarios.display()));
    let template = scenarios.join("templates/en.toml");
    let ran = room.run(&format!("check \"{}\" --lang en", template.display()));
    assert!(ran.err.contains("12 errors"), "{}", ran.err);
}

// A newcomer

/// Would catch a slip of a first-time author that is not told, or told
/// without its line and a way out; and a file that is good and does not run.
#[test]
fn a_newcomer_is_told_every_mistake_and_how_to_mend_it() {
    let room = Room::new();
    let good = filled(&template(Lang::En))
        .replace("#sector =", "sector =")
        .replace("#year =", "year =")
        .replace("#relationship =", "relationship =")
        + "\n[[options]]\nid = \"b\"\nname.en = \"B\"\nname.nl = \"B\"\nsummary.en = \"B\"\nsummary.nl = \"B\"\n";
    let edits = [
        // A language that is missing.
        ("title.nl = \"text 2\"\n", ""),
        // A key that there is not.
        ("sector =", "sectr ="),
        // A number between quotes.
        ("year = 2024", "year = \"2024\""),
        // A word that is not on the list.
        ("[\"voluntary\"]", "[\"volantary\"]"),
        // An option twice, and an id that is another's.
        ("\nid = \"b\"", "\nid = \"a\""),
        ("id = \"my-case\"", "id = \"ing-2014\""),
    ];
    let faulty = edits.iter().fold(good.clone(), |text, (from, to)| {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        text.replace(from, to)
    });
    room.write("bakery.toml", faulty);
    let said = room.refused("check @bakery.toml");
    assert_snapshot!(said);
    assert!(said.contains("6 errors in") && said.contains("6 fouten in"));
    room.write("bakery.toml", good);
    room.fine("check @bakery.toml");
    room.fine("new @s --idea @bakery.toml --participants 3 --lang nl");
    for (what, text) in room.exports("s") {
        assert!(text.contains("text 1") || text.contains("text 2"), "{what}");
    }
}

// Files beside each other

/// Would catch an id that two files share, or that is built in, told of one
/// file only when it is used.
#[test]
fn an_id_belongs_to_one_file() {
    let room = Room::new();
    room.write("a.toml", case("shared", ""));
    room.write(
        "b.toml",
        case("shared", "").replace("country = \"NL\"", "country = \"nl\""),
    );
    room.write("c.toml", case("ing-2014", ""));
    let questions = include_str!("../../scenarios/instruments/quickscan.toml");
    room.write(
        "d.toml",
        questions.replace("minutes = 15\n", "minutes = 15\nformat = 1\n"),
    );
    assert_snapshot!(room.refused("check @a.toml @b.toml @c.toml @d.toml"), @r#"
    exit 1
    error: the id `shared` already belongs to [dir]/a.toml
     --> [dir]/b.toml:1:6
      |
    1 | id = "shared"
      |      ^^^^^^^^
      |
      = help: give this file an id of its own, such as: id = "b"

    error: `nl` is not a country code
     --> [dir]/b.toml:5:11
      |
    5 | country = "nl"
      |           ^^^^
      |
      = help: write two capitals: `country = "NL"`

    2 errors in [dir]/b.toml

    error: the id `ing-2014` already belongs to a file that is built in
     --> [dir]/c.toml:1:6
      |
    1 | id = "ing-2014"
      |      ^^^^^^^^^^
      |
      = help: give this file an id of its own, such as: id = "c"

    1 error in [dir]/c.toml

    error: the id `quickscan` already belongs to a file that is built in
     --> [dir]/d.toml:5:6
      |
    5 | id = "quickscan"
      |      ^^^^^^^^^^^
      |
      = help: give this file an id of its own, such as: id = "d"

    1 error in [dir]/d.toml
    --
    fout: de id `shared` hoort al bij [dir]/a.toml
     --> [dir]/b.toml:1:6
      |
    1 | id = "shared"
      |      ^^^^^^^^
      |
      = oplossing: geef dit bestand een eigen id, zoals: id = "b"

    fout: `nl` is geen landcode
     --> [dir]/b.toml:5:11
      |
    5 | country = "nl"
      |           ^^^^
      |
      = oplossing: schrijf twee hoofdletters: `country = "NL"`

    2 fouten in [dir]/b.toml

    fout: de id `ing-2014` hoort al bij een ingebouwd bestand
     --> [dir]/c.toml:1:6
      |
    1 | id = "ing-2014"
      |      ^^^^^^^^^^
      |
      = oplossing: geef dit bestand een eigen id, zoals: id = "c"

    1 fout in [dir]/c.toml

    fout: de id `quickscan` hoort al bij een ingebouwd bestand
     --> [dir]/d.toml:5:6
      |
    5 | id = "quickscan"
      |      ^^^^^^^^^^^
      |
      = oplossing: geef dit bestand een eigen id, zoals: id = "d"

    1 fout in [dir]/d.toml
    "#);
    // A folder finds the same.
    let folder = room.run(&format!("check \"{}\" --lang en", room.path("").display()));
    assert_eq!(folder.err.matches("already belongs to").count(), 3);
    assert_eq!(folder.code, 1);
}

/// Would catch a file told to be its own double.
#[test]
fn the_same_file_is_no_double() {
    let room = Room::new();
    room.write("a.toml", case("a", ""));
    let twice = room.fine("check @a.toml @a.toml --lang en");
    assert_eq!(twice, "2 files checked: no errors.\n");
    // One that is built in: as it is, or changed in its place.
    let built_in = include_str!("../../scenarios/cases/ing-2014.toml");
    room.write("copy.toml", built_in);
    room.fine("check @copy.toml");
    fs::create_dir_all(room.path("scenarios/cases")).unwrap();
    let changed = format!("{built_in}\n# A remark.\n");
    room.write("scenarios/cases/ing-2014.toml", &changed);
    room.fine("check @scenarios/cases/ing-2014.toml");
    room.write("copy.toml", changed);
    assert!(
        room.refused("check @copy.toml")
            .contains("already belongs to")
    );
}

/// Would catch twins of which only one knows.
#[test]
fn twins_name_each_other() {
    let room = Room::new();
    room.write("a.toml", case("a", "\"b\", \"a\", \"d\""));
    room.write("b.toml", case("b", "\"c\""));
    room.write("c.toml", case("c", "\"b\""));
    room.write("d.toml", case("d", "\"A-1\", \"aa\""));
    assert_snapshot!(room.refused("check @a.toml @b.toml @c.toml @d.toml"), @r#"
    exit 1
    error: `b` does not name `a` as a twin in turn
      --> [dir]/a.toml:10:10
       |
    10 | twins = ["b", "a", "d"]
       |          ^^^
       |
       = help: write in [dir]/b.toml: twins = ["c", "a"]; or leave `b` out here

    error: this case is no twin of its own
      --> [dir]/a.toml:10:15
       |
    10 | twins = ["b", "a", "d"]
       |               ^^^
       |
       = help: name the other case here, or leave it out: twins = []

    2 errors in [dir]/a.toml

    error: `A-1` cannot be an id
      --> [dir]/d.toml:10:10
       |
    10 | twins = ["A-1", "aa"]
       |          ^^^^^
       |
       = help: use lowercase letters a–z, digits and hyphens, 60 at most: `my-idea`

    error: there is no scenario `aa`
      --> [dir]/d.toml:10:17
       |
    10 | twins = ["A-1", "aa"]
       |                 ^^^^
       |
       = help: `dear-customer scenarios list` shows the ids

    2 errors in [dir]/d.toml
    --
    fout: `b` noemt op zijn beurt `a` niet als tegenhanger
      --> [dir]/a.toml:10:10
       |
    10 | twins = ["b", "a", "d"]
       |          ^^^
       |
       = oplossing: schrijf in [dir]/b.toml: twins = ["c", "a"]; of laat `b` hier weg

    fout: deze casus is geen tegenhanger van zichzelf
      --> [dir]/a.toml:10:15
       |
    10 | twins = ["b", "a", "d"]
       |               ^^^
       |
       = oplossing: noem hier de andere casus, of laat het weg: twins = []

    2 fouten in [dir]/a.toml

    fout: `A-1` kan geen id zijn
      --> [dir]/d.toml:10:10
       |
    10 | twins = ["A-1", "aa"]
       |          ^^^^^
       |
       = oplossing: gebruik kleine letters a–z, cijfers en streepjes, ten hoogste 60: `mijn-idee`

    fout: er is geen casus `aa`
      --> [dir]/d.toml:10:17
       |
    10 | twins = ["A-1", "aa"]
       |                 ^^^^
       |
       = oplossing: `dear-customer scenarios list` toont de id's

    2 fouten in [dir]/d.toml
    "#);
    room.write("a.toml", case("a", "\"b\""));
    room.write("b.toml", case("b", "\"c\", \"a\""));
    room.fine("check @a.toml @b.toml @c.toml");
    // A case that is built in can't point back at one of a user.
    room.write("own.toml", case("own", "\"ing-2014\""));
    room.fine("check @own.toml");
}

// The library

/// Would catch twins that are not shown.
#[test]
fn a_case_shows_its_twins() {
    let room = Room::new();
    room.write("a.toml", case("a", "\"ing-2014\""));
    let dir = room.path("").display().to_string();
    let show = |lang| {
        room.fine(&format!(
            "scenarios show a --scenarios \"{dir}\" --lang {lang}"
        ))
    };
    for (lang, twin) in [
        (
            "en",
            "\nTwins: the same idea, another ending\n- ing-2014: ING 2014: advertisers and payment data\n",
        ),
        (
            "nl",
            "\nTegenhangers: hetzelfde idee, een andere afloop\n- ing-2014: ING 2014: adverteerders en betaalgegevens\n",
        ),
    ] {
        assert!(show(lang).contains(twin), "{}", show(lang));
    }
}

// The sheet for participants

/// A case in which names stand wherever they may.
fn named() -> String {
    case("ing-secret", "\"ing-2014\"")
        .replace("[disguise]\n", "[disguise]\nhides = [\"ING\", \"Postbank\", \"ÖkoBank\"]\n")
        .replace("source = \"Bloomberg, 10 March 2014\"\n\n[[options]]", "source = \"Annual report of ökobank, 2013\"\n\n[[facts]]\ntext = { en = \"It is so.\", nl = \"Het is zo.\" }\nsource = \"Bloomberg, March 2014\"\n\n[[options]]")
        .replace("An interview.", "An interview with ING.")
}

const SHEETS: [&str; 4] = [
    "--format md --lang en",
    "--format md --lang nl",
    "--format html --lang en",
    "--format html --lang nl",
];

/// Would catch a sheet that lacks a part, is in the wrong language or order.
#[test]
fn a_sheet_for_participants() {
    let room = Room::new();
    room.write("named.toml", named());
    let dir = room.path("").display().to_string();
    for lang in ["en", "nl"] {
        let line = format!("scenarios handout ing-secret --scenarios \"{dir}\" --lang {lang}");
        assert_snapshot!(format!("handout_{lang}"), room.fine(&line));
        let disguised = room.fine(&format!("{line} --disguised"));
        assert_snapshot!(format!("handout_disguised_{lang}"), disguised);
    }
    let line = "scenarios handout ing-2014 -o @sheet.html --lang nl";
    assert_eq!(room.run(line).err, "Bewaard als [dir]/sheet.html.\n");
    let html = room.fine("scenarios handout ing-2014 --format html --lang nl");
    assert_eq!(room.text("sheet.html"), html);
    assert!(html.contains("<html lang=\"nl\">"));
    // An idea has nothing that is told afterwards.
    room.write("idea.toml", include_str!("../fixtures/content/idea.toml"));
    let idea = format!("scenarios handout energietips --scenarios \"{dir}\" --lang nl");
    assert!(!room.fine(&idea).contains("na afloop"));
}

/// Would catch a sheet in disguise that tells whose case it is, and any sheet
/// that tells how it ended.
#[test]
fn a_sheet_tells_no_name_it_hides_and_nothing_of_the_outcome() {
    let room = Room::new();
    room.write("named.toml", named());
    let dir = room.path("").display().to_string();
    let library = Library::built_in().with_dir(&room.path("")).unwrap();
    let mut told_of = 0;
    for id in library.scenario_ids() {
        let scenario = library.scenario(id).unwrap();
        let outcome = texts_of(&serde_json::to_value(&scenario.outcome).unwrap());
        let before = texts_of(&serde_json::to_value(scenario.without_outcome()).unwrap());
        let later: Vec<&String> = outcome
            .iter()
            .filter(|text| text.len() > 11 && !before.iter().any(|b| b.contains(*text)))
            .collect();
        for sheet in SHEETS {
            let line = format!("scenarios handout {id} --scenarios \"{dir}\" {sheet}");
            let open = room.fine(&line);
            let lang = if sheet.ends_with("nl") {
                Lang::Nl
            } else {
                Lang::En
            };
            let shown = open.replace("&#39;", "'");
            assert!(shown.contains(scenario.title.get(lang)), "{line}");
            let hidden = room.fine(&format!("{line} --disguised"));
            for text in &later {
                assert!(!open.contains(*text), "{line} tells “{text}”");
                assert!(!hidden.contains(*text), "{line} tells “{text}”");
            }
            assert!(!hidden.contains(id), "{line} tells the id");
            assert!(
                !hidden.contains(scenario.title.get(lang)),
                "{line} tells the title"
            );
            let text = hidden.to_lowercase();
            for name in hides(&scenario) {
                told_of += 1;
                let name = name.to_lowercase();
                // A short one may be a part of any word.
                let mut words = text.split(|c: char| !c.is_alphanumeric());
                let tells = words.any(|word| word == name);
                let inside = name.chars().count() > 6 && text.contains(&name);
                assert!(!tells && !inside, "{line} tells {name}");
            }
        }
    }
    assert!(told_of >= 12, "names were looked for");
}

fn hides(scenario: &Scenario) -> Vec<String> {
    let disguise = scenario.disguise.clone();
    disguise.map_or_else(Vec::new, |disguise| disguise.hides)
}

fn texts_of(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(items) => items.iter().flat_map(texts_of).collect(),
        Value::Object(map) => map.values().flat_map(texts_of).collect(),
        _ => Vec::new(),
    }
}

/// Would catch a text that becomes markup.
#[test]
fn hostile_texts_stay_texts_on_a_sheet() {
    let room = Room::new();
    let hostile = "<script>alert(1)</script> [x](http://x) **bold** | `code` &amp;";
    let text = named()
        .replace("A small trial was planned.", hostile)
        .replace("Shopkeepers", hostile);
    room.write("named.toml", text);
    let dir = room.path("").display().to_string();
    let line = format!("scenarios handout ing-secret --scenarios \"{dir}\" --lang en");
    let html = room.fine(&format!("{line} --format html"));
    assert!(!html.contains("<script") && html.contains("&lt;script&gt;"));
    assert!(html.contains("&amp;amp;"));
    let mut reader = quick_xml::Reader::from_str(&html);
    while reader.read_event().unwrap() != quick_xml::events::Event::Eof {}
    let md = room.fine(&line);
    assert!(
        md.contains("\\<script>") && md.contains("\\*\\*bold") && md.contains("\\[x\\]"),
        "{md}"
    );
}

/// Would catch a disguise that is none, and a format that is guessed.
#[test]
fn a_sheet_that_cannot_be() {
    let room = Room::new();
    room.write("idea.toml", include_str!("../fixtures/content/idea.toml"));
    let dir = room.path("").display().to_string();
    let refused = [
        format!("scenarios handout energietips --disguised --scenarios \"{dir}\""),
        "scenarios handout ing-2041".to_owned(),
        "scenarios handout ing-2014 -o @sheet.docx".to_owned(),
    ];
    assert_snapshot!(refused.map(|line| room.refused(&line)).join("\n\n"), @"
    exit 1
    error: energietips has no disguise, so its names cannot be hidden.
      what to do: Leave out --disguised, or add [disguise] to its file, with title, organisation and hides.
    --
    fout: energietips heeft geen vermomming, dus de namen zijn niet te verbergen.
      wat te doen: Laat --disguised weg, of zet [disguise] in het bestand, met title, organisation en hides.

    exit 1
    error: there is no scenario `ing-2041`
      = help: did you mean `ing-2014`?
    --
    fout: er is geen casus `ing-2041`
      = oplossing: bedoelt u `ing-2014`?

    exit 2
    error: [dir]/sheet.docx does not tell which format is wanted.
      what to do: Let it end in .md or .html, or add --format.
    --
    fout: Aan [dir]/sheet.docx is niet te zien welk formaat u wilt.
      wat te doen: Laat het eindigen op .md of .html, of voeg --format toe.
    ");
}

/// Would catch a list that shows more than the id beside a title in disguise.
#[test]
fn a_list_in_disguise() {
    let room = Room::new();
    let list = |lang| {
        let list = room.fine(&format!("scenarios list --disguised --lang {lang}"));
        let words: Vec<&str> = list.lines().next().unwrap().split_whitespace().collect();
        words.join(" ")
    };
    assert!(list("en").contains("ing-2014 A bank: advertisers and payment data"));
    assert!(list("nl").contains("ing-2014 Een bank: adverteerders en betaalgegevens"));
}

/// Would catch a disguise that a session could see through.
#[test]
fn a_scenario_in_disguise() {
    let whole = read_scenario("x", &named(), &KnownIds::unchecked()).unwrap();
    let disguised = whole.disguised().unwrap();
    assert_eq!(disguised.title.en, "Offers from payments");
    assert_eq!(disguised.organisation.nl, "Een bank");
    assert_eq!(
        (disguised.outcome.is_none(), disguised.twins.len()),
        (true, 0)
    );
    let sources: Vec<&str> = disguised.facts.iter().map(|f| f.source.as_str()).collect();
    assert_eq!(sources, ["", ""]);
    assert_eq!((disguised.id, disguised.country), (whole.id, None));
    assert_eq!(disguised.disguise, None);
}

/// Would catch an edited copy of a case that is debriefed with what happened
/// in the other one.
#[test]
fn a_case_with_the_id_of_another_makes_no_session() {
    let room = Room::new();
    let ing = include_str!("../../scenarios/cases/ing-2014.toml");
    room.write(
        "mine.toml",
        ing.replace("ING 2014: advertisers", "Ours: advertisers"),
    );
    let said = room.refused("new @s --idea @mine.toml");
    assert!(said.contains("another case of the id ing-2014"), "{said}");
    assert!(
        said.contains("een andere casus met de id ing-2014"),
        "{said}"
    );
    assert!(!room.path("s").exists());
    room.write("same.toml", ing);
    room.fine("new @s --idea @same.toml");
}
