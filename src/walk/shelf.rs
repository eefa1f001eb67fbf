//! The library: the real cases as a list that is narrowed down and searched,
//! one of them to look at, its handout, and the way into practice.
//!
//! Invariant: what happened is on no page but the one that is asked for it;
//! with the names hidden no page tells whose case it is.

use super::page::{Choice, Complaint, Field, Item, Kind, Page, Value};
use crate::{
    content::{Library, Relation, Scenario, Sector},
    lang::{self, Lang, Message},
    memo::{self, words},
    msg, t,
    text::in_place,
};
use std::path::Path;

/// The case that is offered first, disguised, to a Dutch audience: it knows
/// ING.
const FIRST_IN_DUTCH: &str = "octopus-2010";

/// How many cases of a country there must be to choose by it while the names
/// are hidden.
const FEW: usize = 3;

/// The library as it stands before someone.
pub(super) struct Shelf {
    cases: Vec<Scenario>,
    /// Whether one came to practise: then any case will do.
    practise: bool,
    search: String,
    /// What each dial stands at.
    dials: [usize; 5],
    /// The case that is looked at.
    at: Option<usize>,
    /// What happened in it is read.
    told: bool,
}

/// What was chosen.
pub(super) enum Taken {
    /// Nothing to leave the library for.
    Stay(Option<Message>),
    /// A case to practise on.
    Practise(Box<Chosen>),
}

/// A case to practise on.
#[derive(Clone)]
pub(super) struct Chosen {
    /// The case.
    pub case: Scenario,
    /// Its twin, where both are walked.
    pub twin: Option<Scenario>,
    /// Whether the names are hidden.
    pub disguised: bool,
}

impl Chosen {
    /// What it is called on the screen.
    pub(super) fn title(case: &Scenario, disguised: bool, lang: Lang) -> &str {
        match &case.disguise {
            Some(disguise) if disguised => disguise.title.get(lang),
            _ => case.title.get(lang),
        }
    }
}

/// The dials, in order.
const NAMES: usize = 0;
const SECTOR: usize = 1;
const COUNTRY: usize = 2;
const RELATION: usize = 3;
const TWINS: usize = 4;

impl Shelf {
    pub(super) fn new(library: &Library, practise: bool) -> Self {
        Self {
            cases: library.cases().to_vec(),
            practise,
            search: String::new(),
            // To practise the names are hidden; a library shows them.
            dials: [usize::from(!practise), 0, 0, 0, 0],
            at: None,
            told: false,
        }
    }

    fn hidden(&self) -> bool {
        self.dials[NAMES] == 0
    }

    /// The sectors that there are, in order.
    fn sectors(&self) -> Vec<Sector> {
        let mut sectors: Vec<Sector> = self.cases.iter().map(|case| case.sector).collect();
        sectors.sort();
        sectors.dedup();
        sectors
    }

    fn countries(&self) -> Vec<&str> {
        let mut countries: Vec<&str> = self
            .cases
            .iter()
            .filter_map(|case| case.country.as_deref())
            .collect();
        countries.sort_unstable();
        // A country with few cases would tell which they are.
        let few = |country: &str| {
            let there = self
                .cases
                .iter()
                .filter(|c| c.country.as_deref() == Some(country));
            there.count() < FEW
        };
        countries.retain(|country| !self.hidden() || !few(country));
        countries.dedup();
        countries
    }

    /// The cases that fit, in the order in which they are offered.
    fn found(&self, lang: Lang) -> Vec<usize> {
        let nth = |dial: usize| self.dials[dial].checked_sub(1);
        let sector = nth(SECTOR).and_then(|i| self.sectors().get(i).copied());
        let country = nth(COUNTRY).and_then(|i| self.countries().get(i).map(|&c| c.to_owned()));
        let relation = nth(RELATION).and_then(|i| Relation::ALL.get(i).copied());
        let words: Vec<String> = self
            .search
            .split_whitespace()
            .map(str::to_lowercase)
            .collect();
        let fits = |case: &Scenario| {
            let text = self.text(case, lang);
            sector.is_none_or(|sector| case.sector == sector)
                && country
                    .as_ref()
                    .is_none_or(|c| case.country.as_ref() == Some(c))
                && relation.is_none_or(|r| case.relationship.contains(&r))
                && (self.dials[TWINS] == 0 || !case.twins.is_empty())
                && words.iter().all(|word| text.contains(word))
        };
        let fitting = (0..self.cases.len()).filter(|&i| fits(&self.cases[i]));
        let mut fitting: Vec<usize> = fitting.collect();
        if self.hidden() {
            // The order of the open list would tell which is which.
            let title = |i: usize| Chosen::title(&self.cases[i], true, lang);
            fitting.sort_by_key(|&i| (!self.is_suggested(i, lang), title(i)));
        }
        fitting
    }

    /// Whether a case is the one to begin with.
    fn is_suggested(&self, case: usize, lang: Lang) -> bool {
        self.hidden() && lang == Lang::Nl && self.cases[case].id == FIRST_IN_DUTCH
    }

    /// What a search looks through: nothing that the names would tell where
    /// they are hidden.
    fn text(&self, case: &Scenario, lang: Lang) -> String {
        let title = Chosen::title(case, self.hidden(), lang);
        let organisation = match &case.disguise {
            Some(disguise) if self.hidden() => &disguise.organisation,
            _ => &case.organisation,
        };
        let mut parts = vec![
            title.to_owned(),
            organisation.get(lang).to_owned(),
            words::sector(case.sector).text(lang),
            case.idea.summary.get(lang).to_owned(),
            case.people.get(lang).to_owned(),
        ];
        if !self.hidden() {
            parts.push(case.id.clone());
            parts.extend(case.country.as_deref().map(|c| words::country(lang, c)));
            parts.extend(case.year.map(|year| year.to_string()));
        }
        parts.join(" ").to_lowercase()
    }

    pub(super) fn page(&self, lang: Lang) -> Page {
        match self.at {
            Some(at) if self.told => Self::outcome(lang, &self.cases[at]),
            Some(at) => self.case(lang, &self.cases[at]),
            None => self.list(lang),
        }
    }

    fn list(&self, lang: Lang) -> Page {
        let found = self.found(lang);
        let title = if self.practise {
            t!(lang, "shelf-practise")
        } else {
            t!(lang, "shelf-title")
        };
        let stopped = self
            .cases
            .iter()
            .filter_map(|case| case.outcome.as_ref())
            .filter(|outcome| outcome.stopped_within_24_months)
            .count();
        let lead = t!(
            lang,
            "shelf-lead",
            found = found.len(),
            all = self.cases.len(),
            stopped = stopped
        );
        let mut page = Page::new("shelf", title, lead, t!(lang, "enter-look"));
        page.keys = t!(lang, "shelf-keys");
        let mut cases = Vec::new();
        if self.offers_any(&found) {
            cases.push(Choice::new(
                format!("  {}", t!(lang, "shelf-any")),
                t!(lang, "shelf-any-about"),
            ));
        }
        cases.extend(found.iter().map(|&i| self.entry(lang, i)));
        if cases.is_empty() {
            let words = if self.hidden() {
                t!(lang, "shelf-none-hidden")
            } else {
                t!(lang, "shelf-none-found")
            };
            page.body.push(Item::Small(words));
        }
        page.fields.push(Field {
            id: "shelf/search".into(),
            label: t!(lang, "shelf-search"),
            help: String::new(),
            kind: Kind::Filter,
            value: Value::Text(self.search.clone()),
            when: None,
        });
        page.fields.extend(self.dial_fields(lang));
        page.fields.push(Field {
            id: "shelf/list".into(),
            label: String::new(),
            help: String::new(),
            kind: Kind::List(cases),
            value: Value::Pick(Some(0)),
            when: None,
        });
        page
    }

    /// What the list is narrowed down by, a line each.
    fn dial_fields(&self, lang: Lang) -> Vec<Field> {
        let all = |rest: Vec<String>, key: Message| {
            let mut options = vec![key.text(lang)];
            options.extend(rest);
            options
        };
        let sectors = self.sectors().into_iter();
        let sectors = sectors.map(|s| words::sector(s).text(lang)).collect();
        let countries = self.countries().into_iter();
        let countries = countries.map(|c| words::country(lang, c)).collect();
        let relations = Relation::ALL.iter();
        let relations = relations.map(|&r| words::relation(r).text(lang)).collect();
        let dials = [
            (
                "shelf/names",
                t!(lang, "shelf-names"),
                vec![
                    t!(lang, "shelf-names-hidden"),
                    t!(lang, "shelf-names-shown"),
                ],
            ),
            (
                "shelf/sector",
                t!(lang, "shelf-sector"),
                all(sectors, msg!("shelf-all")),
            ),
            (
                "shelf/country",
                t!(lang, "shelf-country"),
                all(countries, msg!("shelf-all")),
            ),
            (
                "shelf/relation",
                t!(lang, "shelf-relation"),
                all(relations, msg!("shelf-all")),
            ),
            (
                "shelf/twins",
                t!(lang, "shelf-twins"),
                vec![t!(lang, "shelf-all"), t!(lang, "shelf-twins-only")],
            ),
        ];
        let at = self.dials;
        let fields = dials
            .into_iter()
            .zip(at)
            .map(|((id, label, options), at)| Field {
                id: id.into(),
                label,
                help: String::new(),
                kind: Kind::Dial(options),
                value: Value::Pick(Some(at)),
                when: None,
            });
        fields.collect()
    }

    /// Whether one of several is to be had by lot.
    fn offers_any(&self, found: &[usize]) -> bool {
        self.practise && found.len() > 1
    }

    /// A case on a line: a sign for a twin, what it is called, and beside it
    /// where it belongs.
    fn entry(&self, lang: Lang, at: usize) -> Choice {
        let case = &self.cases[at];
        let mut about = Vec::new();
        if self.is_suggested(at, lang) {
            about.push(t!(lang, "shelf-suggested"));
        }
        about.push(words::sector(case.sector).text(lang));
        if !self.hidden() {
            about.extend(case.country.as_deref().map(|c| words::country(lang, c)));
            about.extend(case.year.map(|year| year.to_string()));
        }
        let sign = if case.twins.is_empty() { " " } else { "⇄" };
        let title = Chosen::title(case, self.hidden(), lang);
        Choice::new(format!("{sign} {title}"), about.join(" · "))
    }

    /// The case as the handout shows it.
    fn shown(&self, case: &Scenario) -> Scenario {
        let disguised = self.hidden().then(|| case.disguised()).flatten();
        disguised.unwrap_or_else(|| case.without_outcome())
    }

    fn case(&self, lang: Lang, case: &Scenario) -> Page {
        let shown = self.shown(case);
        let mut lead = vec![shown.organisation.get(lang).to_owned()];
        lead.extend(shown.country.as_deref().map(|c| words::country(lang, c)));
        lead.extend(shown.as_of.map(|day| lang::date(lang, day)));
        let mut page = Page::new(
            format!("shelf/case/{}", case.id),
            shown.title.get(lang).to_owned(),
            lead.join(" · "),
            t!(lang, "enter-choose"),
        );
        let mut options = vec![Choice::new(
            t!(lang, "shelf-take"),
            t!(lang, "shelf-take-about"),
        )];
        for twin in self.twins(case) {
            let title = Chosen::title(twin, self.hidden(), lang);
            options.push(Choice::new(
                t!(lang, "shelf-take-twin"),
                t!(lang, "shelf-take-twin-about", title = title),
            ));
        }
        options.push(Choice::new(
            t!(lang, "shelf-handout"),
            t!(lang, "shelf-handout-about"),
        ));
        if !self.practise {
            options.push(Choice::new(
                t!(lang, "shelf-outcome"),
                t!(lang, "shelf-outcome-about"),
            ));
        }
        page.fields = vec![Field::choice(
            "shelf/do",
            String::new(),
            options,
            Some(0),
            true,
        )];
        let block = Item::Block;
        let blocks = memo::handout::blocks(lang, &shown, true);
        page.body.extend(blocks.into_iter().map(block));
        page
    }

    fn outcome(lang: Lang, case: &Scenario) -> Page {
        let mut page = Page::new(
            format!("shelf/told/{}", case.id),
            t!(lang, "debrief-title"),
            case.title.get(lang).to_owned(),
            t!(lang, "enter-back"),
        );
        if let Some(outcome) = &case.outcome {
            let blocks = memo::debrief::whole(lang, outcome);
            page.body.extend(blocks.into_iter().map(Item::Block));
        }
        page
    }

    fn twins<'a>(&'a self, case: &'a Scenario) -> impl Iterator<Item = &'a Scenario> {
        let by_id = |id: &String| self.cases.iter().find(|other| other.id == *id);
        case.twins.iter().filter_map(by_id)
    }

    /// A dial was turned, or the search typed.
    pub(super) fn turned(&mut self, values: &[Value]) {
        if self.at.is_some() {
            return;
        }
        values
            .first()
            .map_or("", Value::text)
            .clone_into(&mut self.search);
        let hidden = self.hidden();
        for (dial, value) in self.dials.iter_mut().zip(values.iter().skip(1)) {
            *dial = value.pick().unwrap_or(0);
        }
        if self.hidden() != hidden {
            // There are other countries to choose from.
            self.dials[COUNTRY] = 0;
        }
    }

    pub(super) fn submit(
        &mut self,
        values: &[Value],
        lang: Lang,
        folder: &Path,
        random: &dyn Fn(&mut [u8]),
    ) -> Result<Taken, Complaint> {
        let pick = values.last().and_then(Value::pick).unwrap_or(0);
        let Some(at) = self.at else {
            self.turned(values);
            let found = self.found(lang);
            let any = self.offers_any(&found);
            let chosen = match pick.checked_sub(usize::from(any)) {
                None => {
                    let mut bytes = [0; 8];
                    random(&mut bytes);
                    let lot = usize::try_from(u64::from_le_bytes(bytes) >> 16).unwrap_or(0);
                    found.get(lot % found.len().max(1)).copied()
                }
                Some(pick) => found.get(pick).copied(),
            };
            let Some(chosen) = chosen else {
                return Err(Complaint::new(
                    msg!("shelf-none"),
                    Some(msg!("shelf-none-hint")),
                ));
            };
            self.at = Some(chosen);
            return Ok(Taken::Stay(None));
        };
        if self.told {
            self.told = false;
            return Ok(Taken::Stay(None));
        }
        let case = &self.cases[at];
        let twins: Vec<&Scenario> = self.twins(case).collect();
        match pick {
            0 => {}
            pick if pick <= twins.len() => {}
            pick if pick == twins.len() + 1 => return self.handout(case, lang, folder),
            _ => {
                self.told = true;
                return Ok(Taken::Stay(None));
            }
        }
        let twin = pick.checked_sub(1).and_then(|i| twins.get(i).copied());
        Ok(Taken::Practise(Box::new(Chosen {
            twin: twin.cloned(),
            disguised: self.hidden(),
            case: case.clone(),
        })))
    }

    /// Writes the sheet for participants, to be printed.
    fn handout(&self, case: &Scenario, lang: Lang, folder: &Path) -> Result<Taken, Complaint> {
        let shown = self.shown(case);
        let name = if self.hidden() {
            super::setup::slug(shown.title.get(lang))
        } else {
            case.id.clone()
        };
        let handout = t!(lang, "handout-usual");
        let path = folder.join(format!("{name}-{handout}-{}.html", lang.code()));
        let document = memo::html::render(&memo::handout::build(lang, &shown, true));
        memo::save(&path, document.as_bytes()).map_err(|error| {
            let (message, hint) = error.words(&path);
            Complaint::new(message, Some(hint))
        })?;
        let path = std::fs::canonicalize(&path).unwrap_or(path);
        let path = in_place(&path.display().to_string());
        Ok(Taken::Stay(Some(msg!("handout-saved", path = path))))
    }

    /// One page back; false where there is none.
    pub(super) fn back(&mut self) -> bool {
        if self.told {
            self.told = false;
            return true;
        }
        self.at.take().is_some()
    }
}
