//! Sentences that say what the rules found, the same on every screen and in
//! every format.

use crate::{
    content::{Confidence, Fact, Idea, OptionCard, OutcomeClass, Regret, Relation, Sector, Text},
    lang::{self, Lang, Message},
    method::{
        Apology, Assessment, Class, Code, Legal, Level, Open, OpenItem, Points, Policy, Ruling,
        Scored, Shift, Tally, Verdict,
    },
    msg,
    session::{
        AnswerWord, DecisionCode, EvidenceGrade, OptionResult, View, assessment_words, option_words,
    },
    t,
};

/// A language, by its name.
#[must_use]
pub fn language(lang: Lang) -> Message {
    match lang {
        Lang::En => msg!("language-en"),
        Lang::Nl => msg!("language-nl"),
    }
}

/// A verdict's name.
#[must_use]
pub fn verdict_name(verdict: Verdict) -> Message {
    match verdict {
        Verdict::DoNotProceed => msg!("verdict-do-not-proceed"),
        Verdict::Redesign => msg!("verdict-redesign"),
        Verdict::ProceedWithConditions => msg!("verdict-proceed-with-conditions"),
        Verdict::Proceed => msg!("verdict-proceed"),
    }
}

/// A verdict's name in the middle of a sentence.
#[must_use]
pub fn verdict_inside(lang: Lang, verdict: Verdict) -> String {
    verdict_name(verdict).text(lang).to_lowercase()
}

/// A decision's name.
#[must_use]
pub fn decision_name(code: DecisionCode) -> Message {
    match code {
        DecisionCode::DoNotProceed => msg!("verdict-do-not-proceed"),
        DecisionCode::Redesign => msg!("verdict-redesign"),
        DecisionCode::ProceedWithConditions => msg!("verdict-proceed-with-conditions"),
        DecisionCode::Proceed => msg!("verdict-proceed"),
        DecisionCode::NotNow => msg!("decision-not-now"),
    }
}

/// A class's name.
#[must_use]
pub fn class_name(class: Class) -> Message {
    match class {
        Class::Voluntary => msg!("class-voluntary"),
        Class::ChoiceLimited => msg!("class-choice-limited"),
        Class::Captive => msg!("class-captive"),
    }
}

/// A level's name.
#[must_use]
pub fn level_name(level: Level) -> Message {
    match level {
        Level::Weak => msg!("level-weak"),
        Level::Middle => msg!("level-middle"),
        Level::Strong => msg!("level-strong"),
    }
}

/// A legal state in words.
#[must_use]
pub fn legal_name(state: Legal) -> Message {
    match state {
        Legal::Open => msg!("legal-open"),
        Legal::Blocked => msg!("legal-blocked"),
        Legal::Fixable => msg!("legal-fixable"),
        Legal::Conditional => msg!("legal-conditional"),
        Legal::Clear => msg!("legal-clear"),
    }
}

/// A legal state in words, with what it rests on.
#[must_use]
pub fn legal_with_source<R, T>(
    view: &View<R, T>,
    lang: Lang,
    option: &OptionCard,
    state: Legal,
) -> String {
    let legal = legal_name(state).text(lang);
    match view.legal.get(&option.id).filter(|e| !e.source.is_empty()) {
        Some(entry) => t!(
            lang,
            "memo-with-source",
            what = legal,
            source = entry.source.as_str()
        ),
        None => legal,
    }
}

/// A text with its source behind it, where that may be told.
#[must_use]
pub fn with_source(lang: Lang, what: &str, source: &str) -> String {
    if source.is_empty() {
        return what.to_owned();
    }
    t!(lang, "memo-with-source", what = what, source = source)
}

/// The facts with their sources, a line each; or the line that says that the
/// sources come later.
#[must_use]
pub fn facts(lang: Lang, facts: &[Fact]) -> Vec<String> {
    let mut lines: Vec<String> = facts
        .iter()
        .map(|fact| with_source(lang, fact.text.get(lang), &fact.source))
        .collect();
    if facts.iter().any(|fact| fact.source.is_empty()) {
        lines.push(t!(lang, "memo-sources-later"));
    }
    lines
}

/// How a real case ended, in the middle of a sentence.
#[must_use]
pub fn class_of_outcome(class: OutcomeClass) -> Message {
    match class {
        OutcomeClass::Withdrawn => msg!("outcome-withdrawn"),
        OutcomeClass::Fined => msg!("outcome-fined"),
        OutcomeClass::Apologised => msg!("outcome-apologised"),
        OutcomeClass::Accepted => msg!("outcome-accepted"),
        OutcomeClass::Thriving => msg!("outcome-thriving"),
        OutcomeClass::DeclinedByChoice => msg!("outcome-declined"),
        OutcomeClass::Reformed => msg!("outcome-reformed"),
        OutcomeClass::Ordered => msg!("outcome-ordered"),
        OutcomeClass::Contested => msg!("outcome-contested"),
    }
}

/// What an apology is for, in the middle of a sentence.
#[must_use]
pub fn regret(regret: Regret) -> Message {
    match regret {
        Regret::Act => msg!("regret-act"),
        Regret::Oversight => msg!("regret-oversight"),
        Regret::Handling => msg!("regret-handling"),
        Regret::Confusion => msg!("regret-confusion"),
        Regret::Feelings => msg!("regret-feelings"),
    }
}

/// How well a case is documented, in a sentence.
#[must_use]
pub fn confidence(confidence: Confidence) -> Message {
    match confidence {
        Confidence::High => msg!("confidence-high"),
        Confidence::Medium => msg!("confidence-medium"),
        Confidence::Low => msg!("confidence-low"),
    }
}

/// How people depend on a service, for lists.
#[must_use]
pub fn relation(relation: Relation) -> Message {
    match relation {
        Relation::Law => msg!("relation-law"),
        Relation::Utility => msg!("relation-utility"),
        Relation::LockIn => msg!("relation-lock-in"),
        Relation::Voluntary => msg!("relation-voluntary"),
        Relation::Unaware => msg!("relation-unaware"),
    }
}

/// A country by its code; the code itself where it has no word here.
#[must_use]
pub fn country(lang: Lang, code: &str) -> String {
    let name = match code {
        "AT" => msg!("country-at"),
        "BE" => msg!("country-be"),
        "DE" => msg!("country-de"),
        "FR" => msg!("country-fr"),
        "GB" => msg!("country-gb"),
        "HK" => msg!("country-hk"),
        "JP" => msg!("country-jp"),
        "NL" => msg!("country-nl"),
        "SE" => msg!("country-se"),
        "US" => msg!("country-us"),
        _ => return code.to_owned(),
    };
    name.text(lang)
}

/// A sector, for lists.
#[must_use]
pub fn sector(sector: Sector) -> Message {
    match sector {
        Sector::Banking => msg!("sector-banking"),
        Sector::Payments => msg!("sector-payments"),
        Sector::Insurance => msg!("sector-insurance"),
        Sector::Retail => msg!("sector-retail"),
        Sector::Telecom => msg!("sector-telecom"),
        Sector::Transport => msg!("sector-transport"),
        Sector::Cars => msg!("sector-cars"),
        Sector::Navigation => msg!("sector-navigation"),
        Sector::Health => msg!("sector-health"),
        Sector::Government => msg!("sector-government"),
        Sector::Post => msg!("sector-post"),
        Sector::Media => msg!("sector-media"),
        Sector::Software => msg!("sector-software"),
        Sector::Sport => msg!("sector-sport"),
        Sector::Farming => msg!("sector-farming"),
        Sector::Travel => msg!("sector-travel"),
        Sector::Home => msg!("sector-home"),
        Sector::Other => msg!("sector-other"),
    }
}

/// A legal state in a word or two, for tables.
#[must_use]
pub fn legal_short(state: Legal) -> Message {
    match state {
        Legal::Open => msg!("legal-short-open"),
        Legal::Blocked => msg!("legal-short-blocked"),
        Legal::Fixable => msg!("legal-short-fixable"),
        Legal::Conditional => msg!("legal-short-conditional"),
        Legal::Clear => msg!("legal-short-clear"),
    }
}

/// A grade of evidence in words.
#[must_use]
pub fn evidence_name(grade: EvidenceGrade) -> Message {
    match grade {
        EvidenceGrade::None => msg!("evidence-none"),
        EvidenceGrade::Claim => msg!("evidence-claim"),
        EvidenceGrade::Data => msg!("evidence-data"),
        EvidenceGrade::Tested => msg!("evidence-tested"),
    }
}

/// An answer in words: the number, or what the word means.
#[must_use]
pub fn answer_name(lang: Lang, answer: AnswerWord) -> String {
    match answer {
        AnswerWord::Score(rating) => rating.get().to_string(),
        AnswerWord::Apology(Apology::Whole) => t!(lang, "apology-whole"),
        AnswerWord::Apology(Apology::How) => t!(lang, "apology-how"),
        AnswerWord::Apology(Apology::None) => t!(lang, "apology-none"),
        AnswerWord::Abstain => t!(lang, "answer-abstain"),
        AnswerWord::Recused => t!(lang, "answer-recused"),
    }
}

/// An assessment's name with a capital, for labels.
#[must_use]
pub fn assessment_title(lang: Lang, assessment: Assessment) -> String {
    capital(&assessment_words(assessment).text(lang))
}

/// An assessment in the middle of a sentence, after "on".
#[must_use]
pub fn assessment_inside(assessment: Assessment) -> Message {
    match assessment {
        Assessment::Relationship => msg!("inside-relationship"),
        Assessment::Need => msg!("inside-need"),
        Assessment::Support => msg!("inside-support"),
        Assessment::Legal => msg!("inside-legal"),
        Assessment::Apology => msg!("inside-apology"),
    }
}

/// "Option A: as planned".
#[must_use]
pub fn option_title(lang: Lang, option: &OptionCard) -> String {
    t!(
        lang,
        "memo-option",
        id = option_words(&option.id),
        name = option.name.get(lang)
    )
}

/// What an option is; a redesign made for the workshop says so.
#[must_use]
pub fn option_summary(lang: Lang, option: &OptionCard) -> String {
    let summary = option.summary.get(lang);
    if option.invented {
        t!(lang, "options-invented", summary = summary)
    } else {
        summary.to_owned()
    }
}

/// The text with a capital at its start, behind a quotation mark too; “één”
/// begins with a plain one.
#[must_use]
pub fn capital(text: &str) -> String {
    if let Some(rest) = text.strip_prefix('“') {
        return format!("“{}", capital(rest));
    }
    if let Some(rest) = text.strip_prefix("éé") {
        return format!("Eé{rest}");
    }
    let mut letters = text.chars();
    letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(letters)
        .collect()
}

/// Whether the legal state is all that is open, and matters: the headline is
/// then the highest verdict "if counsel agrees" (METHOD.md §4.9).
fn hangs_on_counsel(result: &OptionResult) -> bool {
    let judgement = &result.judgement;
    judgement.ruling.low != judgement.ruling.high
        && judgement.open.iter().all(|item| item.why == Open::Legal)
}

/// The verdict in a few words.
#[must_use]
pub fn verdict_words(lang: Lang, result: &OptionResult) -> String {
    if !result.complete() {
        return t!(lang, "verdict-incomplete");
    }
    let ruling = result.judgement.ruling;
    if hangs_on_counsel(result) {
        return t!(
            lang,
            "verdict-if-counsel",
            verdict = verdict_name(ruling.high)
        );
    }
    ruling_words(lang, ruling)
}

/// A ruling by its verdict or as a range.
#[must_use]
pub fn ruling_words(lang: Lang, ruling: Ruling) -> String {
    if ruling.low == ruling.high {
        verdict_name(ruling.low).text(lang)
    } else {
        t!(lang, "verdict-not-yet")
    }
}

/// "between redesign and proceed", lowercase inside a sentence.
pub(super) fn range_words(lang: Lang, ruling: Ruling) -> String {
    let low = verdict_inside(lang, ruling.low);
    let high = verdict_inside(lang, ruling.high);
    t!(lang, "verdict-between", low = low, high = high)
}

/// A ruling in the middle of a sentence: “redesign”, or between which two.
#[must_use]
pub fn ruling_inside(lang: Lang, ruling: Ruling) -> String {
    if ruling.low == ruling.high {
        let verdict = verdict_inside(lang, ruling.low);
        t!(lang, "verdict-quoted", verdict = verdict)
    } else {
        range_words(lang, ruling)
    }
}

/// What is open, in words: what is open for one reason is told together.
#[must_use]
pub fn open_words(lang: Lang, items: &[OpenItem]) -> String {
    let told = |why: Open| {
        let names: Vec<String> = items
            .iter()
            .filter(|item| item.why == why)
            .map(|item| assessment_inside(item.assessment).text(lang))
            .collect();
        let list = lang::join_and(lang, &names);
        (!names.is_empty()).then(|| match why {
            Open::NoQuorum => t!(lang, "open-no-quorum", assessment = list),
            Open::Split => t!(lang, "open-split", assessment = list),
            Open::Legal => t!(lang, "open-legal"),
        })
    };
    let told: Vec<String> = [Open::NoQuorum, Open::Split, Open::Legal]
        .into_iter()
        .filter_map(told)
        .collect();
    told.join("; ")
}

/// The verdict's ground in one or two sentences.
#[must_use]
pub fn ground(lang: Lang, result: &OptionResult) -> String {
    let judgement = &result.judgement;
    if !result.complete() {
        let missing = Assessment::RATED
            .into_iter()
            .filter(|&assessment| !result.has(assessment))
            .map(|assessment| assessment_words(assessment).text(lang))
            .collect::<Vec<_>>();
        let missing = lang::join_and(lang, &missing);
        return t!(lang, "ground-incomplete", missing = missing);
    }
    let ruling = judgement.ruling;
    let open = open_words(lang, &judgement.open);
    if ruling.low != ruling.high {
        return t!(
            lang,
            "ground-range",
            range = capital(&range_words(lang, ruling)),
            open = open
        );
    }
    let counts = judgement.apology.counts;
    let n: u32 = counts.iter().sum();
    let verdict = verdict_inside(lang, ruling.low);
    let held = |message: Message| message.with("verdict", verdict.clone()).text(lang);
    if judgement.legal == Legal::Blocked {
        return t!(lang, "ground-blocked");
    }
    if judgement.apology.cap == Some(Verdict::DoNotProceed) {
        return t!(lang, "ground-whole", whole = counts[0], n = n);
    }
    let Some(core) = judgement.core else {
        return t!(lang, "ground-open-anyhow", open = open, verdict = verdict);
    };
    let rests = levels(lang, result);
    if judgement.point != Some(ruling.low) {
        // A split moved both ends past the point verdict: can't happen while
        // the ends enclose it, but words must not claim what isn't so.
        return t!(lang, "ground-open-anyhow", open = open, verdict = verdict);
    }
    if core == ruling.low {
        return t!(lang, "ground-core", levels = rests, verdict = verdict);
    }
    if judgement.apology.cap == Some(ruling.low) && counts[0] == 0 {
        return held(msg!(
            "ground-apology-how",
            levels = rests,
            how = counts[1],
            n = n
        ));
    }
    if judgement.apology.cap == Some(ruling.low) && counts[1] == 0 {
        return held(msg!(
            "ground-apology-whole",
            levels = rests,
            whole = counts[0],
            n = n
        ));
    }
    if judgement.apology.cap == Some(ruling.low) {
        return held(msg!(
            "ground-apology",
            levels = rests,
            whole = counts[0],
            how = counts[1],
            n = n
        ));
    }
    let state = legal_name(judgement.legal);
    held(msg!("ground-legal", levels = rests, state = state))
}

/// "Customer need is weak (3, below the floor of 5) and societal support …".
fn levels(lang: Lang, result: &OptionResult) -> String {
    let judgement = &result.judgement;
    t!(
        lang,
        "ground-levels",
        need = level_at(lang, &judgement.need, judgement.bar, judgement.floor),
        support = level_at(lang, &judgement.support, judgement.bar, judgement.floor)
    )
}

/// "weak (3, below the floor of 5)".
#[must_use]
pub fn level_at(lang: Lang, scored: &Scored, bar: Option<u8>, floor: Option<u8>) -> String {
    match (scored.grade, scored.level, bar, floor) {
        (Some(grade), Some(level), Some(bar), Some(floor)) => {
            let grade = grade.get();
            match level {
                Level::Weak => t!(lang, "level-at-weak", grade = grade, floor = floor),
                Level::Middle => t!(lang, "level-at-middle", grade = grade, bar = bar),
                Level::Strong => t!(lang, "level-at-strong", grade = grade, bar = bar),
            }
        }
        (Some(grade), ..) => grade.get().to_string(),
        (None, ..) => t!(lang, "level-none"),
    }
}

/// "3 weak", "3 split"; that there is no group score.
#[must_use]
pub fn level_reading(lang: Lang, scored: &Scored) -> String {
    let level = match scored.split {
        Some(_) => Some(msg!("level-split")),
        None => scored.level.map(level_name),
    };
    reading(lang, scored, level)
}

/// "2 captive", "2 split"; that there is no group score.
#[must_use]
pub fn class_reading(lang: Lang, result: &OptionResult) -> String {
    let scored = &result.judgement.relationship;
    let class = match scored.split {
        Some(_) => Some(msg!("level-split")),
        None => result.judgement.class.map(class_name),
    };
    reading(lang, scored, class)
}

fn reading(lang: Lang, scored: &Scored, says: Option<Message>) -> String {
    let grade = scored.grade.map(|grade| grade.get().to_string());
    let says = says.map(|says| says.text(lang));
    let words: Vec<String> = grade.into_iter().chain(says).collect();
    if words.is_empty() {
        t!(lang, "level-none")
    } else {
        words.join(" ")
    }
}

/// "With every bar one point lower: …; one point higher: …." (METHOD.md
/// §4.10).
#[must_use]
pub fn shifted_words(lang: Lang, result: &OptionResult) -> String {
    let at = |shift: Shift| {
        let ruling = result.judgement.shifted[shift as usize];
        let mut words = ruling_words(lang, ruling).to_lowercase();
        if ruling.low != ruling.high {
            words = format!("{words} ({})", range_words(lang, ruling));
        }
        words
    };
    let (lower, higher) = (at(Shift::Lower), at(Shift::Higher));
    let same = result
        .judgement
        .shifted
        .iter()
        .all(|&r| r == result.judgement.ruling);
    if same && result.judgement.ruling.code() == Code::NotYet {
        t!(lang, "shifted-same-range")
    } else if same {
        t!(lang, "shifted-same")
    } else {
        t!(lang, "shifted", lower = lower, higher = higher)
    }
}

/// "7 of 9 within one point of 7; lowest 3, highest 9; 1 no basis." (METHOD.md
/// §6). What there is nothing of is not told.
#[must_use]
pub fn agreement_line(lang: Lang, scored: &Scored, tally: &Tally<11>) -> String {
    let n = tally.n();
    let mut parts = Vec::new();
    match (tally.ends(), scored.grade) {
        (None, _) => parts.push(t!(lang, "agreement-nobody")),
        (Some([lowest, highest]), None) => {
            let eligible = tally.eligible();
            parts.push(t!(lang, "agreement-no-quorum", n = n, eligible = eligible));
            parts.push(if lowest == highest {
                t!(lang, "agreement-same", n = n, score = lowest)
            } else {
                t!(lang, "agreement-ends", lowest = lowest, highest = highest)
            });
        }
        (Some([lowest, highest]), Some(grade)) if lowest == highest => {
            parts.push(t!(lang, "agreement-all", n = n, grade = grade.get()));
        }
        (Some([lowest, highest]), Some(grade)) => {
            let within = tally.within(grade.get().into(), 1);
            parts.push(if within == n {
                t!(lang, "agreement-all-within", n = n, grade = grade.get())
            } else {
                t!(
                    lang,
                    "agreement-within",
                    within = within,
                    n = n,
                    grade = grade.get()
                )
            });
            parts.push(t!(
                lang,
                "agreement-ends",
                lowest = lowest,
                highest = highest
            ));
        }
    }
    parts.extend(silent(lang, tally.abstained(), tally.recused()));
    capital(&format!("{}.", parts.join("; ")))
}

/// How many had no basis and how many sat out, where any did.
fn silent(lang: Lang, abstained: u32, recused: u32) -> Vec<String> {
    let mut parts = Vec::new();
    if abstained > 0 {
        parts.push(t!(lang, "agreement-abstained", abstained = abstained));
    }
    if recused > 0 {
        parts.push(t!(lang, "agreement-recused", recused = recused));
    }
    parts
}

/// "Split: 3 of 9 below the floor, 5 of 9 at or above the bar." with the
/// lines' numbers; nothing where it is not split.
#[must_use]
pub fn split_line(
    lang: Lang,
    scored: &Scored,
    tally: &Tally<11>,
    assessment: Assessment,
) -> Option<String> {
    let split = scored.split?;
    let message = if assessment == Assessment::Relationship {
        msg!("split-relationship")
    } else {
        msg!("split-line")
    };
    Some(
        message
            .with("below", split.below)
            .with("above", split.above)
            .with("floor", split.floor)
            .with("bar", split.bar)
            .with("n", tally.n())
            .text(lang),
    )
}

/// "3 for the whole, 2 for how, 2 none; 1 no basis".
#[must_use]
pub fn apology_counts(lang: Lang, tally: &Tally<3>) -> String {
    let [whole, how, none] = *tally.counts();
    let mut parts = vec![t!(
        lang,
        "apology-counts",
        whole = whole,
        how = how,
        none = none
    )];
    parts.extend(silent(lang, tally.abstained(), tally.recused()));
    parts.join("; ")
}

/// A headroom in points: `−5`; a dash where there is none.
#[must_use]
pub fn headroom(points: Option<Points>) -> String {
    points.map_or_else(|| "–".to_owned(), |Points(points)| lang::signed(points))
}

/// The advice of the cell of the 3×3 table (METHOD.md §4.5).
#[must_use]
pub fn advice(need: Level, support: Level) -> Message {
    match (need, support) {
        (Level::Strong, Level::Strong) => msg!("advice-strong-strong"),
        (Level::Strong, Level::Middle) => msg!("advice-strong-middle"),
        (Level::Strong, Level::Weak) => msg!("advice-strong-weak"),
        (Level::Middle, Level::Strong) => msg!("advice-middle-strong"),
        (Level::Middle, Level::Middle) => msg!("advice-middle-middle"),
        (Level::Middle, Level::Weak) => msg!("advice-middle-weak"),
        (Level::Weak, Level::Strong) => msg!("advice-weak-strong"),
        (Level::Weak, Level::Middle) => msg!("advice-weak-middle"),
        (Level::Weak, Level::Weak) => msg!("advice-weak-weak"),
    }
}

/// The verdict of a cell of the 3×3 table.
#[must_use]
pub fn cell(need: Level, support: Level) -> Verdict {
    crate::method::core_verdict(need, support)
}

/// The group scores on the relationship that make a class, in words.
#[must_use]
pub fn class_cut(lang: Lang, policy: &Policy, class: Class) -> String {
    let (voluntary, limited) = (policy.voluntary_from, policy.choice_limited_from);
    match class {
        Class::Voluntary => t!(lang, "cut-voluntary", from = voluntary),
        Class::ChoiceLimited => {
            t!(
                lang,
                "cut-choice-limited",
                from = limited,
                to = voluntary - 1
            )
        }
        Class::Captive => t!(lang, "cut-captive", to = limited - 1),
    }
}

/// The idea card as labels and texts, as far as it is filled in.
#[must_use]
pub fn idea_card(lang: Lang, idea: &Idea) -> Vec<(String, String)> {
    let fields: [(Message, &Option<Text>); 9] = [
        (msg!("idea-data"), &idea.data),
        (msg!("idea-about"), &idea.about),
        (msg!("idea-purpose"), &idea.purpose),
        (msg!("idea-payer"), &idea.payer),
        (msg!("idea-gains"), &idea.gains),
        (msg!("idea-returns"), &idea.returns),
        (msg!("idea-revenue"), &idea.revenue),
        (msg!("idea-cost-of-not"), &idea.cost_of_not),
        (msg!("idea-consent"), &idea.consent),
    ];
    fields
        .into_iter()
        .filter_map(|(label, text)| Some((label.text(lang), text.as_ref()?.get(lang).to_owned())))
        .collect()
}
