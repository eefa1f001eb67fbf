//! The library of real cases, held case by case to what must be so of all of
//! them. What a file must have at all (both languages, a source for every fact
//! and every step of what happened) the reader sees to, and `content.rs` tests
//! it; here is what only the library as a whole can break.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use dear_customer::{
    content::{Library, OutcomeClass, Scenario, Text},
    lang::Lang,
};
use serde_json::Value;

/// Those that the trainers were promised.
const PROMISED: &[&str] = &[
    "ing-2014",
    "banks-own-offers-2019",
    "lloyds-2013",
    "bofa-erica-2018",
    "picnic",
    "equens-2013",
    "tomtom-2011",
    "waze-for-cities-2014",
    "octopus-2010",
    "suica-2013",
    "suica-ekikarte-2022",
    "albert-heijn-bonus-2012",
    "knltb-2018",
    "austrian-post-2019",
    "kvk",
    "spar-sweden",
    "docomo-2013",
    "tmobile-cbs-2017",
    "gm-onstar-2024",
    "anwb",
    "care-data-2013",
    "uk-biobank",
    "strava",
    "unrollme-2017",
    "hotel-retargeting",
];

/// The same idea with another ending.
const TWINS: &[[&str; 2]] = &[
    ["ing-2014", "lloyds-2013"],
    ["ing-2014", "banks-own-offers-2019"],
    ["tomtom-2011", "waze-for-cities-2014"],
    ["suica-2013", "suica-ekikarte-2022"],
    ["gm-onstar-2024", "anwb"],
    ["kvk", "spar-sweden"],
    ["tmobile-cbs-2017", "docomo-2013"],
    ["albert-heijn-bonus-2012", "albert-heijn-bonus-2013"],
];

fn cases() -> Vec<Scenario> {
    let library = Library::built_in();
    let all: Vec<Scenario> = library
        .scenario_ids()
        .map(|id| library.scenario(id).unwrap())
        .collect();
    assert_eq!(library.cases().len(), all.len(), "all are real cases");
    all
}

/// Every text of a value, with the keys that lead to it.
fn texts(value: &Value, path: &str) -> Vec<(String, String)> {
    match value {
        Value::String(text) => vec![(path.to_owned(), text.clone())],
        Value::Array(items) => items.iter().flat_map(|item| texts(item, path)).collect(),
        Value::Object(map) => map
            .iter()
            .flat_map(|(key, value)| texts(value, &format!("{path}/{key}")))
            .collect(),
        _ => Vec::new(),
    }
}

fn texts_of(case: &Scenario) -> Vec<(String, String)> {
    texts(&serde_json::to_value(case).unwrap(), "")
}

/// Whether a text holds a name as words of its own, in any case.
fn holds(text: &str, name: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.to_lowercase()
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let (text, name) = (words(text), words(name));
    !name.is_empty() && text.windows(name.len()).any(|part| part == name)
}

/// Would catch a case that was promised and is gone.
#[test]
fn every_case_that_was_promised_is_there() {
    let cases = cases();
    assert!(cases.len() >= 24);
    for id in PROMISED {
        assert!(cases.iter().any(|case| case.id == *id), "{id}");
    }
}

/// Would catch a text left in one language, or copied into both.
#[test]
fn both_languages_say_it_each_in_its_own_words() {
    for case in cases() {
        let shown = serde_json::to_value(&case).unwrap();
        let mut pairs = 0;
        both(&shown, &mut |text| {
            pairs += 1;
            assert!(!text.en.trim().is_empty() && !text.nl.trim().is_empty());
            // Names are the same in both.
            if text.en.split_whitespace().count() > 6 {
                assert_ne!(text.en, text.nl, "{}", case.id);
            }
        });
        assert!(pairs > 30, "{}", case.id);
    }
}

fn both(value: &Value, check: &mut impl FnMut(&Text)) {
    if let Ok(text) = serde_json::from_value::<Text>(value.clone()) {
        return check(&text);
    }
    match value {
        Value::Array(items) => items.iter().for_each(|item| both(item, check)),
        Value::Object(map) => map.values().for_each(|item| both(item, check)),
        _ => {}
    }
}

/// Would catch a fact or a step of what happened that rests on nothing.
#[test]
fn every_fact_and_every_step_has_its_source() {
    for case in cases() {
        let outcome = case.outcome.as_ref().unwrap();
        assert!(
            case.facts.len() >= 3 && !outcome.timeline.is_empty(),
            "{}",
            case.id
        );
        let facts = case.facts.iter().map(|fact| &fact.source);
        let steps = outcome.timeline.iter().map(|step| &step.source);
        for source in facts.chain(steps).chain(&outcome.sources) {
            assert!(source.chars().any(char::is_alphabetic), "{}", case.id);
        }
        assert!(outcome.lessons.len() >= 2, "{}: lessons", case.id);
        assert!(outcome.questions.len() >= 2, "{}: questions", case.id);
    }
}

/// Would catch a plan that is told by someone who knows how it ended.
#[test]
fn nothing_is_told_before_its_time() {
    for case in cases() {
        let latest = case.as_of.unwrap().year();
        for (path, text) in texts_of(&case) {
            let later = ["/id", "/twins", "/outcome", "/facts/source"];
            if later.iter().any(|key| path.starts_with(key)) {
                continue;
            }
            let digits = text.split(|c: char| !c.is_ascii_digit());
            for year in digits
                .filter(|d| d.len() == 4)
                .map(|d| d.parse::<i16>().unwrap())
            {
                let told = (1900..2100).contains(&year) && year > latest;
                assert!(!told, "{} {path}: {text}", case.id);
            }
        }
        assert_eq!(case.year, Some(latest), "{}", case.id);
    }
}

/// Would catch a disguise that is seen through.
#[test]
fn no_disguise_tells_whose_case_it_is() {
    for case in cases() {
        let disguise = case.disguise.clone().unwrap();
        for lang in Lang::ALL {
            let organisation = case.organisation.get(lang);
            // One case is about no single organisation.
            if case.id == "hotel-retargeting" {
                continue;
            }
            let named = disguise.hides.iter().any(|name| holds(organisation, name));
            assert!(named, "{}: {organisation} is not hidden", case.id);
            for shown in [&disguise.title, &disguise.organisation] {
                assert!(!holds(shown.get(lang), organisation), "{}", case.id);
                assert_ne!(shown.get(lang), case.title.get(lang));
            }
        }
        let hidden = case.disguised().unwrap();
        assert_eq!((hidden.outcome.is_none(), hidden.twins.len()), (true, 0));
        for (path, text) in texts_of(&hidden) {
            if path == "/id" {
                continue;
            }
            for name in &disguise.hides {
                assert!(!holds(&text, name), "{} {path}: {name} in {text}", case.id);
            }
        }
    }
}

/// Would catch a twin that does not look back, or of which nothing is said.
#[test]
fn twins_point_at_each_other_and_say_what_differed() {
    let cases = cases();
    let case = |id: &str| cases.iter().find(|case| case.id == id).unwrap();
    for [one, other] in TWINS {
        assert!(case(one).twins.iter().any(|id| id == other), "{one}");
    }
    for one in &cases {
        let differences = &one.outcome.as_ref().unwrap().differences;
        assert_eq!(differences.len(), one.twins.len(), "{}", one.id);
        for id in &one.twins {
            assert!(case(id).twins.contains(&one.id), "{} and {id}", one.id);
            let text = &differences.iter().find(|d| d.twin == *id).unwrap().text;
            for lang in Lang::ALL {
                let text = text.get(lang);
                assert!(text.split_whitespace().count() <= 36, "{}: {text}", one.id);
                for party in [one, case(id)] {
                    let hides = &party.disguise.as_ref().unwrap().hides;
                    assert!(!hides.iter().any(|name| holds(text, name)), "{text}");
                }
            }
        }
    }
}

/// Would catch a library that only tells of failures, and a forecast that is
/// scored against another ending than the one that is told.
#[test]
fn many_cases_went_well_and_each_ending_fits_its_words() {
    use OutcomeClass::{Accepted, Apologised, DeclinedByChoice, Thriving, Withdrawn};
    let cases = cases();
    let ends = |case: &Scenario, any: &[OutcomeClass]| {
        let class = &case.outcome.as_ref().unwrap().class;
        class.iter().any(|class| any.contains(class))
    };
    let well = |case: &&Scenario| ends(case, &[Accepted, Thriving, DeclinedByChoice]);
    assert!(cases.iter().filter(well).count() >= 10);
    for case in &cases {
        let outcome = case.outcome.as_ref().unwrap();
        if outcome.stopped_within_24_months {
            assert!(ends(case, &[Withdrawn, Apologised]), "{}", case.id);
        }
        assert!(!(well(&case) && ends(case, &[Withdrawn])), "{}", case.id);
        // An apology that is on record is one whose regrets are named.
        let apology = &outcome.apology;
        if ends(case, &[Apologised]) {
            assert!(
                !apology.regrets.is_empty() && apology.source.is_some(),
                "{}",
                case.id
            );
        }
        if apology.regrets.is_empty() {
            let [en, nl] = Lang::ALL.map(|lang| apology.text.get(lang).to_lowercase());
            assert!(en.contains("is on record here"), "{}: {en}", case.id);
            assert!(nl.contains("bekend"), "{}: {nl}", case.id);
            assert_eq!(apology.quote, None, "{}", case.id);
        }
        let sentences = apology
            .quote
            .as_deref()
            .map_or(0, |quote| quote.matches(". ").count());
        assert_eq!(sentences, 0, "{}: more than one sentence", case.id);
    }
    let base = Library::built_in().base_rate(None);
    assert_eq!(base.of as usize, cases.len());
    let share = base.share().unwrap();
    assert!((0.2..0.6).contains(&share), "nobody should bet on {share}");
}

/// Would catch Dutch that says `je` to a customer, and words of the tool that
/// differ from case to case.
#[test]
fn the_dutch_says_u_and_keeps_to_its_words() {
    const NOT: &[&str] = &[
        "je",
        "jij",
        "jouw",
        "jullie",
        "stakeholder",
        "stakeholders",
        "use case",
        "tweeling",
        "draagkracht",
        "spijtbrief",
        "facilitator",
    ];
    for case in cases() {
        both(&serde_json::to_value(&case).unwrap(), &mut |text| {
            // What was printed so is quoted so.
            for word in NOT {
                assert!(!holds(&text.nl, word), "{}: {word} in {}", case.id, text.nl);
            }
            let english = ["the", "and", "with", "of the", "which"];
            let found = english.iter().filter(|word| holds(&text.nl, word)).count();
            assert!(found < 2, "{}: {}", case.id, text.nl);
        });
    }
}

/// Would catch what is known from memory only, and so not fit to print.
#[test]
fn nothing_is_told_that_no_source_bears_out() {
    const FROM_MEMORY: &[&str] = &[
        "23 May 2013",
        "24 May 2013",
        "23 mei 2013",
        "24 mei 2013",
        "2013-05-23",
        "2013-05-24",
        "C-621/22",
        "2024-10-04",
        "4 October 2024",
        "2016-07-06",
        "6 July 2016",
        "6 juli 2016",
        "2022-01-01",
        "57 seconds",
        "57 seconden",
        "Alibaba",
    ];
    for case in cases() {
        for (path, text) in texts_of(&case) {
            for told in FROM_MEMORY {
                assert!(!text.contains(told), "{} {path}: {told}", case.id);
            }
        }
    }
}
