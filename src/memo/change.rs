//! What would change the verdict, in words and pictures: how far the other
//! verdicts are, how much hangs on who sits in the room, and how far each
//! assessment alone could move it (METHOD.md §5).
//!
//! Invariant: nothing here tells whose answer it is about; a share is said of
//! panels like this one, never of the verdict being right, and is never given
//! closer than the room is large.

use super::{
    tree::{Bar, Bars, Block, Fill, Table, plain},
    words,
};
use crate::{
    content::OptionCard,
    lang::{self, Lang, Message},
    method::{
        Apology, Assessment, Change, Code, Flip, Gives, Judgement, Label, Legal, Open, Points,
        Policy, Rating, Robustness, Ruling, Swing, Verdict, agreement::van_der_eijk, flips, swings,
    },
    msg,
    session::{
        Again, AnswerWord, HostView, OptionResult, assessment_words, left_out, option_words,
        ranking, robustness,
    },
    t,
};

/// From how many participants on shares are given as they are; below it, at
/// most ">95%" (METHOD.md §5).
const ENOUGH: usize = 10;

// How far the other verdicts are

/// "from below 5 to 5, 6 or 7": the answers of a change.
fn from_to(lang: Lang, change: &Change) -> String {
    let band = |(low, high): (u8, u8)| match (change.assessment, high - low) {
        (Assessment::Apology, _) => {
            let answer = Apology::ALL.get(usize::from(low)).copied();
            let answer = AnswerWord::Apology(answer.unwrap_or(Apology::None));
            t!(
                lang,
                "band-answer",
                answer = words::answer_name(lang, answer)
            )
        }
        (_, 0) => low.to_string(),
        _ if low == 0 => t!(lang, "band-below", t = high + 1),
        _ if high == Rating::MAX => t!(lang, "band-from", t = low),
        (_, 1) => t!(lang, "band-two", low = low, high = high),
        (_, 2) => t!(lang, "band-three", low = low, middle = low + 1, high = high),
        _ => t!(lang, "band-many", low = low, high = high),
    };
    t!(
        lang,
        "change-from-to",
        from = band(change.from),
        to = band(change.to)
    )
}

/// "two people on customer need, from below 5 to 5, 6 or 7"; alone "the answer
/// on …".
fn change_words(lang: Lang, change: &Change, alone: bool) -> String {
    let assessment = words::assessment_inside(change.assessment);
    let from_to = from_to(lang, change);
    if alone {
        t!(
            lang,
            "change-alone",
            assessment = assessment,
            change = from_to
        )
    } else {
        t!(
            lang,
            "change-on",
            n = change.answers,
            assessment = assessment,
            change = from_to
        )
    }
}

/// All changes of a way, in one breath; several on one assessment name it
/// once.
fn way_words(lang: Lang, way: &[Change], alone: bool) -> String {
    let mut before = None;
    let mut told = Vec::new();
    for change in way {
        told.push(if before == Some(change.assessment) {
            t!(
                lang,
                "change-more",
                n = change.answers,
                change = from_to(lang, change)
            )
        } else {
            change_words(lang, change, alone)
        });
        before = Some(change.assessment);
    }
    told.join(&t!(lang, "change-and"))
}

/// What a split does to the label after a way; empty where it does nothing.
fn label_words(lang: Lang, label: Label) -> String {
    match label {
        Label::Settled => String::new(),
        Label::Kept => t!(lang, "flip-kept"),
        Label::Depends => t!(lang, "flip-depends"),
    }
}

/// Why there is no distance to tell.
fn no_distance(lang: Lang, result: &OptionResult) -> String {
    let open = result.judgement.open.iter();
    let open: Vec<_> = open
        .filter(|item| item.why != Open::Split)
        .copied()
        .collect();
    t!(lang, "flip-none", open = words::open_words(lang, &open))
}

/// From where the distances count, where a split leaves more open than that.
fn splits_aside(lang: Lang, result: &OptionResult) -> Option<String> {
    let open = result.judgement.ruling.code() == Code::NotYet;
    let point = result.judgement.point.filter(|_| open)?;
    let verdict = words::verdict_inside(lang, point);
    Some(t!(lang, "flip-point", verdict = verdict))
}

/// How close it is, in a sentence or a few: the nearest other verdict with
/// what it would take; several where they are as near. None before there is a
/// verdict, and where something is open that a distance would start from.
#[must_use]
pub fn nearest(policy: &Policy, lang: Lang, result: &OptionResult) -> Option<String> {
    if !result.complete() {
        return None;
    }
    let flips = flips(policy, &result.panel)?;
    let alone = is_alone(result);
    let mut sentences: Vec<String> = splits_aside(lang, result).into_iter().collect();
    let nearest = nearest_of(&flips);
    for flip in &nearest {
        let (Some(distance), Some(way)) = (flip.distance, flip.ways.first()) else {
            continue;
        };
        let nearest = t!(
            lang,
            "flip-nearest",
            verdict = words::verdict_inside(lang, flip.target),
            n = distance,
            more = flip.ways.len() - 1,
            way = way_words(lang, way, alone)
        );
        let label = label_words(lang, flip.label);
        sentences.push(words::capital(&format!("{nearest}{label}")));
    }
    if nearest.is_empty() {
        sentences.push(t!(lang, "flip-only"));
    }
    Some(sentences.join(" "))
}

/// The nearest other verdicts: of several as near on one side of the point
/// verdict, the next step on the ladder.
pub(super) fn nearest_of(flips: &[Flip; 4]) -> Vec<&Flip> {
    let distances = flips.iter().filter_map(|flip| flip.distance);
    let least = distances.filter(|&n| n > 0).min();
    let near = |flip: &&Flip| least.is_some() && flip.distance == least;
    let here = flips.iter().position(|flip| flip.distance == Some(0));
    let (worse, better) = flips.split_at(here.unwrap_or(0));
    let worse = worse.iter().rfind(near);
    worse.into_iter().chain(better.iter().find(near)).collect()
}

/// Whether one person rated, of whom a change is told without "one person".
fn is_alone(result: &OptionResult) -> bool {
    let panel = &result.panel;
    let tallies = [&panel.relationship, &panel.need, &panel.support];
    let rated = tallies.into_iter().map(|t| t.eligible() + t.recused());
    rated.max() == Some(1)
}

/// The distance to each verdict as rows of people who would have to answer
/// otherwise, each with what they would have to say.
fn distances(lang: Lang, result: &OptionResult, flips: &[Flip; 4]) -> Bars {
    let alone = is_alone(result);
    let open = result.judgement.ruling.code() == Code::NotYet;
    let row = |flip: &Flip| {
        let name = words::verdict_name(flip.target).text(lang);
        let (fill, says) = match flip.distance {
            None => (Fill::Nothing, t!(lang, "flip-ruled-out")),
            Some(0) if open => (Fill::Nothing, t!(lang, "flip-here-split")),
            Some(0) => (Fill::Nothing, t!(lang, "flip-here")),
            Some(n) => (Fill::Count(n), t!(lang, "flip-distance", n = n)),
        };
        let note = match &flip.ways[..] {
            [] => String::new(),
            [way, rest @ ..] => {
                let way = words::capital(&way_words(lang, way, alone));
                let label = label_words(lang, flip.label);
                let others = if rest.is_empty() {
                    String::new()
                } else {
                    t!(lang, "flip-others")
                };
                format!("{way}.{label}{others}")
            }
        };
        Bar {
            label: name,
            fill,
            says,
            note,
            lit: flip.distance == Some(0),
        }
    };
    // The best on top, as on the ladder of verdicts.
    Bars {
        caption: t!(lang, "flip-caption"),
        rows: flips.iter().rev().map(row).collect(),
    }
}

// Panels like this one

/// A share as it may be given of a room of this size: with few participants
/// never closer than 95%, and never whole where it is not.
fn percent(share: f64, few: bool) -> Percent {
    let (least, most) = if few { (5.0, 95.0) } else { (1.0, 99.0) };
    let percent = share * 100.0;
    let certain = !few && (share >= 1.0 || share <= 0.0);
    if percent > most && !certain {
        Percent::Above(most)
    } else if percent < least && !certain {
        Percent::Below(least)
    } else {
        Percent::About(percent.round())
    }
}

/// A share in whole percents.
#[derive(Clone, Copy)]
enum Percent {
    Above(f64),
    Below(f64),
    About(f64),
}

impl Percent {
    /// ">95%"
    fn sign(self) -> String {
        match self {
            Self::Above(n) => format!(">{n:.0}%"),
            Self::Below(n) => format!("<{n:.0}%"),
            Self::About(n) => format!("{n:.0}%"),
        }
    }

    /// "more than 95%"
    fn words(self, lang: Lang) -> String {
        match self {
            Self::Above(n) => t!(lang, "share-above", n = format!("{n:.0}")),
            Self::Below(n) => t!(lang, "share-below", n = format!("{n:.0}")),
            Self::About(n) => format!("{n:.0}%"),
        }
    }
}

/// A verdict, or that none is to be given yet.
fn code_name(lang: Lang, code: Code) -> String {
    match code {
        Code::Settled(verdict) => words::verdict_name(verdict).text(lang),
        Code::NotYet => t!(lang, "verdict-not-yet"),
    }
}

/// What came out of the draws, most often first, in the order of the verdicts
/// where equally often; what never came out is left out.
fn outcomes(drawn: &Robustness) -> Vec<Code> {
    let settled = Verdict::ALL.into_iter().rev().map(Code::Settled);
    let mut codes: Vec<Code> = settled.chain([Code::NotYet]).collect();
    codes.retain(|&code| drawn.count(code) > 0);
    codes.sort_by_key(|&code| std::cmp::Reverse(drawn.count(code)));
    codes
}

/// What panels like this one come to, in one sentence. With fewer than three
/// there is nothing to draw other panels from.
#[must_use]
pub fn robustness_words(lang: Lang, drawn: &Robustness) -> String {
    if drawn.participants < 3 {
        return t!(lang, "robust-few", n = drawn.participants);
    }
    let few = drawn.participants < ENOUGH;
    let outcomes = outcomes(drawn).into_iter();
    let outcomes = outcomes.map(|code| (percent(drawn.share(code), few), code));
    let (rare, told): (Vec<_>, Vec<_>) =
        outcomes.partition(|(share, _)| matches!(share, Percent::Below(_)));
    let verdict = |code: Code| {
        let verdict = code_name(lang, code).to_lowercase();
        t!(lang, "verdict-quoted", verdict = verdict)
    };
    let mut list: Vec<String> = told
        .iter()
        .enumerate()
        .map(|(i, &(share, code))| {
            let share = share.words(lang);
            if i == 0 {
                t!(lang, "robust-first", share = share, verdict = verdict(code))
            } else {
                t!(lang, "robust-next", share = share, verdict = verdict(code))
            }
        })
        .collect();
    if let [(share, _), ..] = rare[..] {
        let verdicts: Vec<String> = rare.iter().map(|&(_, code)| verdict(code)).collect();
        list.push(t!(
            lang,
            "robust-rare",
            share = share.words(lang),
            n = verdicts.len(),
            verdicts = lang::join_and(lang, &verdicts)
        ));
    }
    t!(lang, "robust-says", list = lang::join_and(lang, &list))
}

/// How it was drawn, and what it does not tell.
fn robustness_how(lang: Lang, drawn: &Robustness) -> String {
    let how = t!(
        lang,
        "robust-how",
        draws = lang::thousands(lang, drawn.draws),
        n = drawn.participants,
        seed = drawn.seed
    );
    if drawn.participants < ENOUGH {
        t!(lang, "robust-capped", how = how)
    } else {
        how
    }
}

/// The shares as bars.
fn shares(lang: Lang, drawn: &Robustness, legal: Legal) -> Bars {
    let few = drawn.participants < ENOUGH;
    let settled = Verdict::ALL.into_iter().rev().map(Code::Settled);
    let rows = settled.chain([Code::NotYet]).map(|code| {
        let count = drawn.count(code);
        // A bar must not say more than its words.
        let (least, most) = if few { (0.05, 0.95) } else { (0.0, 1.0) };
        let share = drawn.share(code).clamp(least, most);
        Bar {
            label: code_name(lang, code),
            fill: if count == 0 {
                Fill::Nothing
            } else {
                Fill::Share(share)
            },
            says: match code {
                Code::Settled(verdict) if legal.cap().is_some_and(|cap| verdict > cap) => {
                    t!(lang, "flip-ruled-out")
                }
                _ if count == 0 && !few => t!(lang, "robust-never"),
                _ => percent(drawn.share(code), few).sign(),
            },
            note: String::new(),
            lit: false,
        }
    });
    Bars {
        caption: t!(lang, "robust-caption"),
        rows: rows.collect(),
    }
}

/// For how many the verdict would differ without them; never who.
#[must_use]
pub fn left_out_words(lang: Lang, differ: usize, n: usize) -> String {
    match differ {
        0 => t!(lang, "left-out-none", n = n),
        all if all == n => t!(lang, "left-out-all", n = n),
        some => t!(lang, "left-out-some", differ = some, n = n),
    }
}

// Each assessment alone

/// A ruling in a few words, a range as such.
pub(super) fn ruling_or_range(lang: Lang, ruling: Ruling) -> String {
    if ruling.low == ruling.high {
        return words::verdict_name(ruling.low).text(lang);
    }
    words::capital(&words::range_words(lang, ruling))
}

/// The verdict if the room had agreed on the lowest answer that somebody
/// gave, and on the highest; the assessment that moves it most comes first. A
/// sentence where none moves it; none where that can't be told.
fn each_alone(policy: &Policy, lang: Lang, result: &OptionResult) -> Option<Block> {
    let swings = swings(policy, &result.panel);
    let now = result.judgement.ruling;
    let stays = |swing: &Swing| swing.rulings == [now; 2];
    if swings.iter().all(stays) {
        // Where nobody answered nothing was tried.
        let tried = swings.len() == Assessment::RATED.len();
        return tried.then(|| Block::Para(plain(t!(lang, "alone-none"))));
    }
    let cell = |assessment: Assessment, answer: u8, ruling: Ruling| {
        let answer = if assessment == Assessment::Apology {
            let answer = Apology::ALL.get(usize::from(answer)).copied();
            words::answer_name(lang, AnswerWord::Apology(answer.unwrap_or(Apology::None)))
        } else {
            answer.to_string()
        };
        let verdict = ruling_or_range(lang, ruling);
        plain(t!(lang, "alone-cell", answer = answer, verdict = verdict))
    };
    let rows = swings
        .into_iter()
        .filter(|swing| !stays(swing))
        .map(|swing| {
            let [low, high] = swing.answers;
            let [at_low, at_high] = swing.rulings;
            vec![
                plain(words::assessment_title(lang, swing.assessment)),
                cell(swing.assessment, low, at_low),
                cell(swing.assessment, high, at_high),
            ]
        });
    Some(Block::Table(Table {
        caption: t!(lang, "alone-caption"),
        head: vec![
            t!(lang, "alone-assessment"),
            t!(lang, "alone-lowest"),
            t!(lang, "alone-highest"),
        ],
        rows: rows.collect(),
        numeric: vec![false; 3],
    }))
}

/// The verdict with the bars moved: side by side, or in a sentence where it
/// stays the same.
fn bars_moved(lang: Lang, result: &OptionResult) -> Block {
    let shifted = result.judgement.shifted;
    if shifted.iter().all(|&ruling| ruling == shifted[0]) {
        return Block::Para(plain(words::shifted_words(lang, result)));
    }
    let cells = shifted.map(|ruling| plain(ruling_or_range(lang, ruling)));
    Block::Table(Table {
        caption: t!(lang, "bars-caption"),
        head: vec![
            t!(lang, "options-lower"),
            t!(lang, "bars-same"),
            t!(lang, "options-higher"),
        ],
        rows: vec![cells.to_vec()],
        numeric: vec![false; 3],
    })
}

/// What panels like this one come to: a sentence, bars, and how they were
/// drawn. Where the law decides, whoever sits there, only that.
fn panels_like_this(
    view: &HostView,
    lang: Lang,
    option: &OptionCard,
    result: &OptionResult,
) -> Vec<Block> {
    let Some(drawn) = robustness(view, option) else {
        return Vec::new();
    };
    let para = |text| Block::Para(plain(text));
    match result.panel.legal {
        _ if drawn.participants < 3 => vec![para(robustness_words(lang, &drawn))],
        Legal::Blocked => vec![para(t!(lang, "robust-blocked"))],
        Legal::Open if drawn.not_yet == drawn.draws => vec![para(t!(lang, "robust-open"))],
        legal => vec![
            para(robustness_words(lang, &drawn)),
            Block::Bars(shares(lang, &drawn, legal)),
            para(robustness_how(lang, &drawn)),
        ],
    }
}

/// Everything that would change the verdict on an option: for the annex, and,
/// without the count of those left out, for the screen. Empty before there is
/// a verdict.
#[must_use]
pub fn what_would_change(
    view: &HostView,
    lang: Lang,
    option: &OptionCard,
    result: &OptionResult,
    annex: bool,
) -> Vec<Block> {
    if !result.complete() {
        return Vec::new();
    }
    let policy = &view.info.instrument.policy;
    let mut blocks = Vec::new();
    match flips(policy, &result.panel) {
        Some(flips) => {
            let point = splits_aside(lang, result).into_iter();
            blocks.extend(point.map(|text| Block::Para(plain(text))));
            blocks.push(Block::Bars(distances(lang, result, &flips)));
        }
        None => blocks.push(Block::Para(plain(no_distance(lang, result)))),
    }
    let people = view.info.seats.len();
    blocks.extend(panels_like_this(view, lang, option, result));
    if annex
        && people >= 3
        && let Some(differ) = left_out(view, option)
    {
        let text = left_out_words(lang, differ, people);
        blocks.push(Block::Para(plain(text)));
    }
    blocks.push(bars_moved(lang, result));
    if people > 1 {
        blocks.extend(each_alone(policy, lang, result));
    }
    blocks
}

// Where to talk

/// Whether assessments that were rated together should be rated again, and
/// why, in one sentence.
#[must_use]
pub fn again_words(
    lang: Lang,
    result: &OptionResult,
    rated: &[(Assessment, Option<Again>)],
) -> String {
    let few = |assessment| {
        let mut open = result.judgement.open.iter();
        open.any(|item| item.assessment == assessment && item.why == Open::NoQuorum)
    };
    // Each reason once, with all for which it holds.
    let mut told: Vec<(String, Vec<String>)> = Vec::new();
    for &(assessment, again) in rated {
        let why = match again {
            Some(again) => why_again(lang, again),
            None if few(assessment) && rated.len() > 1 => t!(lang, "again-quorum"),
            None => continue,
        };
        let name = assessment_words(assessment).text(lang);
        match told.iter_mut().find(|(known, _)| *known == why) {
            Some((_, names)) => names.push(name),
            None => told.push((why, vec![name])),
        }
    }
    if told.is_empty() {
        return if rated.iter().any(|&(assessment, _)| few(assessment)) {
            t!(lang, "again-few")
        } else if result.judgement.class.is_none() {
            t!(lang, "again-no-class")
        } else {
            t!(lang, "again-no")
        };
    }
    let named = told.into_iter().map(|(why, names)| {
        if rated.len() == 1 {
            return why;
        }
        let name = lang::join_and(lang, &names);
        t!(lang, "again-named", name = name, why = why)
    });
    let why: Vec<String> = named.collect();
    t!(lang, "again-yes", why = why.join("; "))
}

/// Why it is worth rating again, without a capital and a full stop.
#[must_use]
pub fn why_again(lang: Lang, again: Again) -> String {
    let Again::OneAnswer(change, gives) = again else {
        return t!(lang, "again-split");
    };
    let message = match gives {
        Gives::Verdict(verdict, label) => {
            let aside = match label {
                Label::Settled => String::new(),
                Label::Kept | Label::Depends => t!(lang, "again-aside"),
            };
            let verdict = words::verdict_inside(lang, verdict);
            msg!("again-verdict", verdict = verdict, aside = aside)
        }
        Gives::Class(class) => msg!("again-class", reading = words::class_name(class)),
        Gives::Level(level) => msg!("again-level", reading = words::level_name(level)),
        Gives::Cap(cap) => msg!("again-cap", verdict = words::verdict_inside(lang, cap)),
    };
    message.with("change", from_to(lang, &change)).text(lang)
}

/// On which of these assessments the room differs most, by van der Eijk's A;
/// none where nobody differs.
#[must_use]
pub fn differ_most(result: &OptionResult, of: &[Assessment]) -> Option<Assessment> {
    let first = *by_disagreement(result, of).first()?;
    (disagreement(result, first)? < 1.0).then_some(first)
}

/// Van der Eijk's A of an assessment that is on the table.
fn disagreement(result: &OptionResult, assessment: Assessment) -> Option<f64> {
    if !result.has(assessment) {
        return None;
    }
    if assessment == Assessment::Apology {
        return van_der_eijk(result.panel.apology.counts());
    }
    let (_, tally) = result.scored(assessment)?;
    van_der_eijk(tally.counts())
}

/// The assessments on which the room agrees least first (METHOD.md §6); in
/// their own order where it agrees as much.
#[must_use]
pub fn by_disagreement(result: &OptionResult, of: &[Assessment]) -> Vec<Assessment> {
    let mut ordered = of.to_vec();
    let agreement = |&assessment: &Assessment| disagreement(result, assessment).unwrap_or(2.0);
    ordered.sort_by(|a, b| agreement(a).total_cmp(&agreement(b)));
    ordered
}

// Which option is better

/// Between each two options that follow each other in the ranking: which is
/// better and by what; and which tie.
#[must_use]
pub fn ranking_words(lang: Lang, results: &[OptionResult]) -> Vec<String> {
    let ranked = ranking(results);
    let of = |ids: &[&str]| results.iter().find(|result| result.option == ids[0]);
    let name = |ids: &[&str]| {
        let names: Vec<String> = ids.iter().map(|id| option_words(id)).collect();
        let names = lang::join_and(lang, &names);
        t!(lang, "better-option", options = names, n = ids.len())
    };
    let mut sentences = Vec::new();
    let mut before: Option<&[&str]> = None;
    for group in &ranked {
        if let Some(better) = before
            && let (Some(one), Some(other)) = (of(better), of(group))
        {
            let sentence = ahead(lang, one, other)
                .with("one", words::capital(&name(better)))
                .with("n", better.len())
                .with("other", name(group));
            sentences.push(sentence.text(lang));
        }
        if group.len() > 1 {
            let options = words::capital(&name(group));
            let scored = of(group).is_some_and(|tied| !headrooms(&tied.judgement).contains(&None));
            sentences.push(if scored {
                t!(lang, "better-tie", options = options)
            } else {
                t!(lang, "better-tie-none", options = options)
            });
        }
        before = Some(group);
    }
    let missing = results.iter().filter(|result| !result.complete());
    let missing: Vec<&str> = missing.map(|result| result.option.as_str()).collect();
    if !missing.is_empty() && missing.len() < results.len() {
        let options = words::capital(&name(&missing));
        sentences.push(t!(lang, "better-missing", options = options));
    }
    sentences
}

/// By what an option is ahead of the next: the verdict, else the lower of the
/// two distances to the bar, else the higher.
fn ahead(lang: Lang, one: &OptionResult, other: &OptionResult) -> Message {
    let verdict = |result: &OptionResult| words::ruling_inside(lang, result.judgement.ruling);
    let (ours, theirs) = (&one.judgement, &other.judgement);
    if ours.ruling != theirs.ruling {
        return msg!(
            "better-verdict",
            first = verdict(one),
            second = verdict(other)
        );
    }
    let ([low, high], [their_low, their_high]) = (headrooms(ours), headrooms(theirs));
    let (message, first, second) = if low == their_low {
        (msg!("better-higher"), high, their_high)
    } else {
        (msg!("better-lower"), low, their_low)
    };
    let message = match (first, second) {
        (Some(first), Some(second)) => message
            .with("first", room(first))
            .with("second", room(second)),
        _ => msg!("better-score"),
    };
    message.with("verdict", verdict(one))
}

/// "4 points below the bar".
fn room(Points(points): Points) -> Message {
    let side = match points {
        ..0 => "below",
        0 => "at",
        1.. => "above",
    };
    msg!("room-words", side = side, n = points.unsigned_abs())
}

/// The distances of need and support to the bar, the lower first.
fn headrooms(judgement: &Judgement) -> [Option<Points>; 2] {
    let mut rooms = [judgement.need.headroom, judgement.support.headroom];
    rooms.sort_unstable();
    rooms
}
