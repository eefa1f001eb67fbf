//! A case told without its names, until the debrief.

use super::{
    common::seat,
    stage::{Stage, case, lock, new_case, take, tell, told, views},
};
use dear_customer::{
    cli,
    content::{Library, Scenario},
    lang::Lang,
    session::{self, Action, HostView, NewSession, Service},
    walk::{Kind, Value, Walk},
};

const CASES: [&str; 2] = ["tomtom-2011", "octopus-2010"];

/// Whether a name stands in a text as a word of its own: not `Chan` in
/// `Chance`.
fn names(text: &str, name: &str) -> bool {
    let part = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(name).any(|(at, _)| {
        let (before, after) = (text.split_at(at).0, text.split_at(at + name.len()).1);
        !part(before.chars().next_back()) && !part(after.chars().next())
    })
}

/// Fault: a search that finds nothing proves nothing.
#[test]
fn a_name_is_found_where_it_is_a_word() {
    assert!(names("\"Chan\"", "Chan") && names("by MTR.", "MTR"));
    assert!(names("Chance, Chan", "Chan") && names("HK", "HK"));
    assert!(!names("Chance", "Chan") && !names("xHK", "HK") && !names("", "HK"));
}

/// All that a disguise hides of a case.
fn hidden(case: &Scenario) -> Vec<String> {
    let texts = [&case.title, &case.organisation];
    let mut all: Vec<String> = case.disguise.as_ref().unwrap().hides.clone();
    all.extend(texts.iter().flat_map(|t| [t.en.clone(), t.nl.clone()]));
    all.push(case.id.clone());
    for twin in case.twins.iter().map(|id| super::stage::case(id)) {
        all.extend([twin.title.en, twin.title.nl]);
        all.extend([twin.organisation.en, twin.organisation.nl, twin.id]);
    }
    let sources = case.facts.iter().map(|fact| fact.source.clone());
    // What a source says of itself in one word is no name.
    all.extend(sources.filter(|source| source.contains(", ")));
    all
}

fn assert_hidden(case: &Scenario, what: &str, text: &str) {
    for name in hidden(case) {
        assert!(!names(text, &name), "{}: {what} has {name}", case.id);
    }
    assert!(!text.contains("country: Some"), "{}: {what}", case.id);
}

/// Title and organisation as a view has them.
fn called(view: &HostView) -> [String; 4] {
    let scenario = &view.info.scenario;
    let [title, organisation] = [&scenario.title, &scenario.organisation];
    [&title.en, &title.nl, &organisation.en, &organisation.nl].map(String::clone)
}

fn the_same_in_every_view(service: &Service) {
    let host = service.host();
    let room = service.room();
    let mut infos = vec![room.info];
    infos.extend((1..=3).map(|who| service.seat(seat(who)).room.info));
    for info in infos {
        assert_eq!(info.scenario.title, host.info.scenario.title);
        assert_eq!(info.scenario.organisation, host.info.scenario.organisation);
        assert_eq!(info.disguised, host.info.disguised);
    }
}

/// Fault: a disguised case is called by its name, its id, its twin's, its
/// country's or a source's in a view, the memo or on a card; or goes by its
/// disguise when all is told.
#[test]
fn a_disguise_holds_until_the_debrief_and_no_longer() {
    for id in CASES {
        let case = case(id);
        let disguise = case.disguise.clone().unwrap();
        let (stage, service) = Stage::judged(id, 3, true);
        take(&service, "lock", lock(&[(1, "70"), (2, "20k")]));
        assert_eq!(
            called(&service.host()),
            [
                disguise.title.en.clone(),
                disguise.title.nl.clone(),
                disguise.organisation.en.clone(),
                disguise.organisation.nl.clone()
            ]
        );
        let info = service.host().info;
        assert!(info.disguised && info.real);
        assert_eq!(info.scenario.country, None);
        assert!(info.scenario.twins.is_empty());
        the_same_in_every_view(&service);
        let mut views = views(&service);
        // The facilitator's program finds the case by its id; nobody sees it.
        let host = &mut views[0];
        *host = host.replacen(&format!("id: \"{id}\""), "", 1);
        for view in views {
            assert_hidden(&case, "a view", &view);
        }
        for (what, text) in stage.documents() {
            assert_hidden(&case, &what, &text);
            let lang = if what.ends_with("Nl") {
                Lang::Nl
            } else {
                Lang::En
            };
            assert!(text.contains(disguise.title.get(lang)), "{what}");
        }

        take(&service, "told", tell(id));
        assert_eq!(
            called(&service.host()),
            [
                case.title.en.clone(),
                case.title.nl.clone(),
                case.organisation.en.clone(),
                case.organisation.nl.clone()
            ]
        );
        assert!(!service.host().info.disguised);
        the_same_in_every_view(&service);
        for (what, text) in stage.documents() {
            let lang = if what.ends_with("Nl") {
                Lang::Nl
            } else {
                Lang::En
            };
            assert!(text.contains(case.title.get(lang)), "{what}");
            assert!(!text.contains(disguise.title.get(lang)), "{what}");
        }
        let json = &stage.documents()[0].1;
        let memo: serde_json::Value = serde_json::from_str(json).unwrap();
        assert_eq!(memo["session"]["scenario"], *id);
    }
}

/// Fault: the sources that were to be told with what happened are not, stand
/// by another fact, or the memo goes on promising them.
#[test]
fn the_sources_of_a_disguised_case_are_told_with_what_happened() {
    let later = [
        "The sources are told afterwards",
        "De bronnen volgen achteraf",
    ];
    let promises = |text: &str| later.iter().any(|later| text.contains(later));
    for id in CASES {
        let case = case(id);
        let (stage, service) = Stage::judged(id, 3, true);
        let held_out = stage
            .documents()
            .iter()
            .filter(|(_, t)| promises(t))
            .count();
        assert_eq!(held_out, 4, "md and html, in both languages");
        take(&service, "told", tell(id));
        assert_eq!(service.host().info.scenario.facts, case.facts);
        assert_eq!(service.room().info.scenario.facts, case.facts);
        for (what, text) in stage.documents() {
            assert!(!promises(&text), "{what}");
        }
        drop(service);
        assert_eq!(stage.open().host().info.scenario.facts, case.facts);
    }
    // A fact that the library tells otherwise by now keeps to itself.
    let (_stage, service) = Stage::judged(CASES[0], 3, true);
    let mut told = told(CASES[0]);
    told.facts.remove(1);
    told.facts.reverse();
    take(&service, "told", Action::Debrief(Box::new(told)));
    let mut wanted = case(CASES[0]).facts;
    wanted[1].source.clear();
    assert_eq!(service.host().info.scenario.facts, wanted);
    // Of an open case nothing has to be told again.
    let (stage, service) = Stage::judged(CASES[0], 3, false);
    take(&service, "told", tell(CASES[0]));
    assert!(!stage.text().contains("\nsources = "));
}

/// Fault: the file of a disguised session tells with a glance whose it is,
/// but for the id by which the program finds the case.
#[test]
fn the_file_has_no_name_either() {
    for id in CASES {
        let case = case(id);
        let stage = Stage::new(new_case(id, 3, true));
        let text = stage.text();
        assert!(!text.contains(id), "{id} is under seal");
        let lines = text.lines().filter(|line| !line.starts_with("key = "));
        assert_hidden(&case, "the file", &lines.collect::<Vec<_>>().join("\n"));
        assert!(!text.contains("country = ") && !text.contains("outcome"));
    }
}

/// Fault: an open session hides something, or a case without a disguise is
/// walked under its own name although that was to be hidden.
#[test]
fn without_a_disguise_nothing_is_hidden() {
    let (_stage, service) = Stage::judged(CASES[0], 3, false);
    let case = case(CASES[0]);
    let info = service.host().info;
    assert!(!info.disguised && info.real);
    assert_eq!(info.scenario, case.without_outcome());
    // A case that has none.
    let folder = super::common::folder();
    let new = NewSession {
        scenario: Scenario {
            disguise: None,
            ..case
        },
        ..new_case(CASES[0], 3, true)
    };
    let path = folder.path().join("x.session.toml");
    let outside = &mut super::common::outside(1);
    let refusal = session::create(&path, new, outside).unwrap_err();
    assert_eq!(refusal.message.key(), "refusal-no-disguise");
    assert!(!path.exists());
}

/// Fault: a country with one case, chosen in the list, tells which title in
/// disguise is that case's.
#[test]
fn a_country_with_few_cases_is_not_offered_while_names_are_hidden() {
    let folder = super::common::folder();
    let mut walk = Walk::home(
        Lang::En,
        folder.path().to_owned(),
        Library::built_in(),
        &cli::machine,
    );
    walk.submit(&[Value::Pick(Some(0))]).unwrap();
    let countries = |walk: &Walk| -> Vec<String> {
        let page = walk.page();
        let dial = page.fields.iter().find(|field| field.id == "shelf/country");
        match &dial.unwrap().kind {
            Kind::Dial(options) => options.clone(),
            _ => Vec::new(),
        }
    };
    let hidden = countries(&walk);
    assert!(hidden.contains(&"Netherlands".to_owned()), "{hidden:?}");
    assert!(!hidden.contains(&"Hong Kong".to_owned()), "{hidden:?}");
    let mut values: Vec<Value> = walk.page().fields.into_iter().map(|f| f.value).collect();
    values[1] = Value::Pick(Some(1));
    walk.turned(&values);
    assert!(countries(&walk).contains(&"Hong Kong".to_owned()));
}
