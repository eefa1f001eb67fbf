//! Paper cards, on which each participant writes privately: HTML to print.
//!
//! One card for each seat, option and rated assessment, two to an A4 page, to
//! be cut apart, because one assessment is on the table before the next is
//! rated. The relationship is about the service: one card a seat, and one more
//! for an option that changes the service itself. At the foot of the last card
//! is the place for what each wants, before the decision.
//!
//! Invariant: no card shows the bar or the floor (nobody aims at a line), and
//! no card asks for the legal state (nobody votes on it).

use super::escape::{html, html_lines};
use super::html::opening;
use crate::content::{Anchor, AnchorAt, AssessmentSheet, Instrument, OptionCard, Text};
use crate::lang::Lang;
use crate::method::Assessment;
use crate::session::{HostView, Seat};
use crate::t;
use std::fmt::Write;

/// What the cards are made from.
#[derive(Clone, Copy, Debug)]
pub struct Cards<'a> {
    /// The language of every word on them.
    pub lang: Lang,
    /// The session's title.
    pub title: &'a str,
    /// Whose idea it is; may be empty.
    pub organisation: &'a str,
    /// What those whose data it is are called.
    pub people: &'a Text,
    /// The questionnaire.
    pub instrument: &'a Instrument,
    /// The options, A first.
    pub options: &'a [OptionCard],
    /// Who gets cards: `P1` … or names. None: one pile to write a name on.
    pub seats: &'a [String],
    /// Whether relationship, need and support share one card on a page of
    /// its own, for a quickscan, which reveals them together.
    pub together: bool,
    /// Whether the last card has a place for a forecast: of a real case.
    pub forecast: bool,
}

/// One card: what is rated on it, and of which option (none: the service).
struct Card<'a> {
    sheets: Vec<&'a AssessmentSheet>,
    option: Option<&'a OptionCard>,
    /// Whether it has the place for the decision.
    last: bool,
}

/// The cards of a session. Those for the options that the case brings are
/// among them, also where the room has not come to them: nobody prints in the
/// middle of a meeting.
#[must_use]
pub fn of_session(view: &HostView, lang: Lang) -> String {
    let info = &view.info;
    let mut options = view.options.clone();
    let known: Vec<String> = options.iter().map(|option| option.id.clone()).collect();
    let brought = info.scenario.options.iter();
    options.extend(brought.filter(|o| !known.contains(&o.id)).cloned());
    let seats: Vec<String> = info.seats.iter().map(Seat::label).collect();
    render(&Cards {
        lang,
        title: info.scenario.title.get(lang),
        organisation: info.scenario.organisation.get(lang),
        people: &info.scenario.people,
        instrument: &info.instrument,
        options: &options,
        seats: &seats,
        together: info.instrument.one_card,
        forecast: info.real,
    })
}

/// The cards as an HTML document to print.
#[must_use]
pub fn render(cards: &Cards) -> String {
    let title = t!(cards.lang, "cards-title", title = cards.title);
    let mut page = Page {
        cards,
        out: opening(cards.lang, &title, STYLE),
        count: 0,
    };
    page.cover(&title);
    let pile = pile(cards);
    let blank = [String::new()];
    let seats = if cards.seats.is_empty() {
        &blank
    } else {
        cards.seats
    };
    for seat in seats {
        let mut rest = pile.as_slice();
        while let [first, others @ ..] = rest {
            // A card with several assessments takes a page of its own.
            let tall = first.sheets.len() > 1;
            let second = others
                .first()
                .filter(|card| !tall && card.sheets.len() == 1);
            page.out.push_str(if tall {
                "<div class=\"sheet tall\">\n"
            } else {
                "<div class=\"sheet\">\n"
            });
            page.card(seat, first);
            if !tall {
                let words = html(&t!(cards.lang, "cards-cut"));
                page.element("p", " class=\"cut\"", &format!("<span>{words}</span>"));
            }
            if let Some(second) = second {
                page.card(seat, second);
            }
            page.out.push_str("</div>\n");
            rest = others.get(usize::from(second.is_some())..).unwrap_or(&[]);
        }
    }
    page.out.push_str("</main>\n</body>\n</html>\n");
    page.out
}

/// One seat's cards, in the order in which they are rated.
fn pile<'a>(cards: &Cards<'a>) -> Vec<Card<'a>> {
    let sheet = |assessment| cards.instrument.sheet(assessment);
    let mut pile = Vec::new();
    for (index, option) in cards.options.iter().enumerate() {
        let relationship = (index == 0 || option.changes_service)
            .then(|| sheet(Assessment::Relationship))
            .flatten();
        let judged: Vec<_> = [Assessment::Need, Assessment::Support]
            .into_iter()
            .filter_map(sheet)
            .collect();
        let of_option = |sheets| Card {
            sheets,
            option: Some(option),
            last: false,
        };
        if cards.together {
            pile.push(of_option(relationship.into_iter().chain(judged).collect()));
        } else {
            pile.extend(relationship.map(|sheet| Card {
                sheets: vec![sheet],
                option: option.changes_service.then_some(option),
                last: false,
            }));
            pile.extend(judged.into_iter().map(|sheet| of_option(vec![sheet])));
        }
        pile.extend(sheet(Assessment::Apology).map(|sheet| of_option(vec![sheet])));
    }
    pile.retain(|card| !card.sheets.is_empty());
    if let Some(card) = pile.last_mut() {
        card.last = true;
    }
    pile
}

struct Page<'a> {
    cards: &'a Cards<'a>,
    out: String,
    /// How many cards there are so far, for ids.
    count: usize,
}

impl Page<'_> {
    /// An element on a line of its own; `content` is markup already.
    fn element(&mut self, name: &str, attributes: &str, content: &str) {
        // Writing to a string can't fail.
        let _ = writeln!(self.out, "<{name}{attributes}>{content}</{name}>");
    }

    /// A content text in the session's language, about its own people.
    fn words(&self, text: &Text) -> String {
        html_lines(&text.about(self.cards.people, self.cards.lang))
    }

    fn cover(&mut self, title: &str) {
        let lang = self.cards.lang;
        self.out.push_str("<main>\n<section class=\"cover\">\n");
        self.element("h1", "", &html_lines(title));
        self.element("p", "", &html_lines(self.cards.organisation));
        self.element("h2", "", &html(&t!(lang, "cards-facilitator")));
        self.out.push_str("<ol>\n");
        for step in [
            t!(lang, "cards-how-print"),
            t!(lang, "cards-how-hand-out"),
            t!(lang, "cards-how-write"),
            t!(lang, "cards-how-collect"),
            t!(lang, "cards-how-letter"),
            t!(lang, "cards-how-again"),
            t!(lang, "cards-how-decide"),
        ] {
            self.element("li", "", &html(&step));
        }
        self.out.push_str("</ol>\n</section>\n");
    }

    fn card(&mut self, seat: &str, card: &Card) {
        let lang = self.cards.lang;
        self.count += 1;
        self.out.push_str("<section class=\"card\">\n");
        let seat = if seat.is_empty() {
            let word = html(&t!(lang, "cards-participant"));
            format!("{word} <span class=\"blank\"></span>")
        } else {
            html_lines(seat)
        };
        let about = card.option.map_or_else(
            || html(&t!(lang, "cards-service")),
            |option| {
                let name = option.name.about(self.cards.people, lang);
                let id = option.id.to_uppercase();
                html_lines(&t!(lang, "cards-option", id = id, name = name))
            },
        );
        let round = html(&t!(lang, "cards-round"));
        let heading = format!(
            "<h2 id=\"card-{}\"><span class=\"seat\">{seat}</span> {about}</h2>",
            self.count
        );
        self.element(
            "div",
            " class=\"head\"",
            &format!("{heading}<p class=\"round\">{round} {BOX}&#160;1 {BOX}&#160;2</p>"),
        );
        for sheet in &card.sheets {
            if sheet.id == Assessment::Apology {
                self.apology(sheet, card.last);
            } else {
                self.scale(sheet);
            }
        }
        if card.last {
            self.wants();
            if self.cards.forecast {
                self.forecast();
            }
        }
        let foot = [self.cards.title, self.cards.organisation]
            .into_iter()
            .filter(|text| !text.is_empty())
            .map(html_lines)
            .collect::<Vec<_>>()
            .join(" · ");
        self.element("p", " class=\"foot\"", &foot);
        self.out.push_str("</section>\n");
    }

    /// The question that is rated under the assessment's name, and the
    /// guiding questions.
    fn question(&mut self, sheet: &AssessmentSheet) {
        let lang = self.cards.lang;
        let name = match sheet.id {
            Assessment::Relationship => t!(lang, "cards-relationship"),
            Assessment::Need => t!(lang, "cards-need"),
            Assessment::Support => t!(lang, "cards-support"),
            Assessment::Apology | Assessment::Legal => t!(lang, "cards-apology"),
        };
        self.element("h3", "", &html(&name));
        let question = self.words(&sheet.question);
        self.element("p", " class=\"question\"", &question);
    }

    fn guiding(&mut self, sheet: &AssessmentSheet) {
        if sheet.questions.is_empty() {
            return;
        }
        self.out.push_str("<div class=\"guiding\">\n");
        self.element("h4", "", &html(&t!(self.cards.lang, "cards-think")));
        self.out.push_str("<ul>\n");
        for question in &sheet.questions {
            let text = self.words(&question.text);
            self.element("li", "", &text);
        }
        self.out.push_str("</ul>\n</div>\n");
    }

    /// An assessment from 0 to 10: anchor sentences, numbers to circle.
    fn scale(&mut self, sheet: &AssessmentSheet) {
        let lang = self.cards.lang;
        self.question(sheet);
        self.out.push_str("<div class=\"columns\">\n");
        self.guiding(sheet);
        self.out.push_str("<div>\n");
        self.element("h4", "", &html(&t!(lang, "cards-anchors")));
        self.out.push_str("<ul class=\"anchors\">\n");
        for Anchor { at, text } in &sheet.anchors {
            let place = match at {
                AnchorAt::Number(number) => number.to_string(),
                AnchorAt::Word(word) => html_lines(word),
            };
            let text = self.words(text);
            self.element("li", "", &format!("<b>{place}</b> <span>{text}</span>"));
        }
        self.out.push_str("</ul>\n</div>\n</div>\n");

        let mut numbers = String::new();
        for number in 0..=10 {
            let _ = write!(numbers, "<li>{number}</li>");
        }
        let label = format!(
            "<p>{} <small>{}</small></p>",
            html(&t!(lang, "cards-score")),
            html(&t!(lang, "cards-circle"))
        );
        self.element(
            "div",
            " class=\"score\"",
            &format!("{label}<ul>{numbers}</ul>"),
        );
        self.no_answer();
        self.lines(&t!(lang, "cards-reason"), 2);
    }

    /// The letter's sentence, then the three answers with the conditions,
    /// which take less room on the last card.
    fn apology(&mut self, sheet: &AssessmentSheet, last: bool) {
        let lang = self.cards.lang;
        self.question(sheet);
        self.guiding(sheet);
        self.out.push_str("<div class=\"columns\">\n<div>\n");
        self.element("h4", "", &html(&t!(lang, "cards-sentence")));
        self.lines(&t!(lang, "cards-apologise"), 2);
        self.lines(&t!(lang, "cards-explain"), 2);
        self.out.push_str("</div>\n<div>\n");
        self.element("h4", "", &html(&t!(lang, "cards-answer")));
        self.out.push_str("<ul class=\"answers\">\n");
        // The number is what the facilitator types.
        for (number, anchor) in (1..).zip(&sheet.anchors) {
            let text = self.words(&anchor.text);
            let answer = format!("{BOX} <b>{number}</b> <span>{text}</span>");
            self.element("li", "", &answer);
        }
        self.out.push_str("</ul>\n</div>\n</div>\n");
        self.lines(&t!(lang, "cards-conditions"), if last { 1 } else { 2 });
        self.no_answer();
    }

    /// For the decision: ticks and a line. The option is written by hand
    /// where there are several.
    fn wants(&mut self) {
        let lang = self.cards.lang;
        let tick = |words: String| format!("<span>{BOX} {}</span>", html(&words));
        let title = html(&t!(lang, "cards-want-title"));
        let mut ticks = vec![
            format!("<b>{title}</b>"),
            tick(t!(lang, "cards-want")),
            tick(t!(lang, "cards-want-not")),
        ];
        if self.cards.options.len() > 1 {
            let words = html(&t!(lang, "cards-want-option"));
            ticks.push(format!(
                "<span>{words} <span class=\"letter\"></span></span>"
            ));
        }
        self.out.push_str("<div class=\"wants\">\n");
        self.element("p", " class=\"ticks\"", &ticks.join(" "));
        self.lines(&t!(lang, "cards-want-because"), 1);
        self.out.push_str("</div>\n");
    }

    /// For the end: a percentage, and whether the case was known.
    fn forecast(&mut self) {
        let lang = self.cards.lang;
        let title = html(&t!(lang, "cards-forecast-title"));
        let chance = html(&t!(lang, "cards-forecast"));
        let knew = html(&t!(lang, "cards-forecast-knew"));
        let parts = [
            format!("<b>{title}</b>"),
            format!("<span>{chance} <span class=\"letter\"></span> %</span>"),
            format!("<span>{BOX} {knew}</span>"),
        ];
        self.out.push_str("<div class=\"wants\">\n");
        self.element("p", " class=\"ticks\"", &parts.join(" "));
        self.out.push_str("</div>\n");
    }

    fn no_answer(&mut self) {
        let lang = self.cards.lang;
        let content = format!(
            "<span>{BOX} {}</span> <span>{BOX} {}</span>",
            html(&t!(lang, "cards-no-basis")),
            html(&t!(lang, "cards-recused"))
        );
        self.element("p", " class=\"neither\"", &content);
    }

    /// A label and lines to write on.
    fn lines(&mut self, label: &str, count: usize) {
        let lines = "<span class=\"line\"></span>".repeat(count);
        self.element("p", " class=\"write\"", &format!("{}{lines}", html(label)));
    }
}

/// A box to tick.
const BOX: &str = "<span class=\"box\"></span>";

/// For paper, in black and white.
const STYLE: &str = include_str!("cards.css");
