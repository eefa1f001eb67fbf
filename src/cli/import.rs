//! `import`: ratings made elsewhere, from a CSV file. All or nothing, as one
//! event. Every fault of the file is told at once, by its line; an answer
//! itself is never repeated, for it may be somebody's rating.

use super::{Context, Failure};
use crate::{
    lang::Message,
    memo::csv::{COLUMNS, plain},
    method::{Assessment, Legal, Rating},
    msg,
    session::{
        Action, Actor, AnswerWord, Command, HandIn, HostView, LegalEntry, Receipt, Round, RoundId,
        SeatId, Secret, Service, assessment_words, option_words,
    },
    t,
    text::{Clean, nearest},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::PathBuf,
};

#[derive(clap::Args)]
pub(super) struct Args {
    /// The session file
    file: PathBuf,

    /// CSV with the columns option,round,participant,assessment,answer,reason
    #[arg(long, value_name = "F.csv")]
    ratings: PathBuf,

    /// Lay every round that this fills on the table at once
    #[arg(long)]
    reveal: bool,
}

type Problem = (Message, Option<Message>);

pub(super) fn run(args: &Args, context: &mut Context) -> Result<(), Failure> {
    let bytes = fs::read(&args.ratings).map_err(|e| Failure::io(&args.ratings, &e))?;
    let outside = (context.world.outside)();
    let mut id = [0; 16];
    (outside.random)(&mut id);
    let (service, notice) = Service::open(&args.file, outside)?;
    context.tell(&notice);

    let rows = Rows::read(&bytes, &service).map_err(Failure::input)?;
    let (ratings, legal) = (rows.ratings.len(), rows.legal.len());
    let filled: BTreeSet<RoundId> = rows.ratings.iter().map(|r| r.round.clone()).collect();
    let receipt: Receipt = service
        .submit(Command {
            id: data_encoding::HEXLOWER.encode(&id),
            actor: Actor::Facilitator,
            seen: None,
            action: Action::HandIn {
                ratings: rows.ratings,
                legal: rows.legal,
                reveal: args.reveal,
            },
        })
        .wait()?;

    let lang = context.lang;
    let event = receipt.event;
    if ratings > 0 && args.reveal {
        context.say(&t!(lang, "import-revealed", n = ratings, event = event));
    } else if ratings > 0 {
        context.say(&t!(lang, "import-sealed", n = ratings, event = event));
    }
    if args.reveal {
        tell_incomplete(&service.host(), &filled, context);
    }
    if legal > 0 {
        context.say(&t!(lang, "import-legal", n = legal, event = event));
    }
    Ok(())
}

/// Tells of each first round that was closed before everyone had handed in.
fn tell_incomplete(view: &HostView, filled: &BTreeSet<RoundId>, context: &mut Context) {
    let all = view.info.seats.len();
    for round in filled.iter().filter(|id| id.round == Round::First) {
        let n = view.rounds.get(round).map_or(0, |it| it.handed_in.len());
        if n < all {
            let text = t!(
                context.lang,
                "import-incomplete",
                assessment = assessment_words(round.assessment),
                option = option_words(&round.option),
                round = round.round.number(),
                n = n,
                all = all
            );
            context.say(&text);
        }
    }
}

#[derive(Default)]
struct Rows {
    ratings: Vec<HandIn>,
    legal: Vec<LegalEntry>,
}

impl Rows {
    /// Reads a file against a session. All faults at once, in order.
    fn read(bytes: &[u8], service: &Service) -> Result<Self, Vec<Problem>> {
        let one = |message, hint| vec![(message, Some(hint))];
        let text = std::str::from_utf8(bytes)
            .map_err(|_| one(msg!("import-not-text"), msg!("import-not-text-hint")))?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if text.trim().is_empty() {
            return Err(one(
                msg!("refusal-nothing-handed-in"),
                msg!("import-header-hint"),
            ));
        }
        let delimiter = delimiter(text);
        // What comes before a quotation mark that is never closed is read;
        // it would swallow every row after it.
        let unclosed = unclosed_quote(text, delimiter);
        let broken = |unclosed: &Unclosed| {
            let message = msg!("import-broken-row");
            let message = msg!("import-line", line = unclosed.line, message = message);
            (message, Some(msg!("import-broken-row-hint")))
        };
        let whole = unclosed.as_ref().map_or(text.len(), |u| u.record);
        let whole = text.get(..whole).unwrap_or_default();
        if let Some(unclosed) = unclosed.as_ref().filter(|_| whole.trim().is_empty()) {
            return Err(vec![broken(unclosed)]);
        }
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .flexible(true)
            .trim(csv::Trim::All)
            .from_reader(whole.as_bytes());
        let header = reader.headers().cloned().unwrap_or_default();
        let columns = columns(&header)?;

        let mut rows = Self::default();
        let mut problems = Vec::new();
        let mut seen = BTreeMap::new();
        let mut lines = Lines::of(whole);
        // Text from memory in any shape: there is no row that can't be had.
        for record in reader.records().filter_map(Result::ok) {
            if record.iter().all(str::is_empty) {
                continue;
            }
            let line = lines.line(record.position().map_or(0, csv::Position::byte));
            if record.len() > columns.len() {
                problems.push((
                    msg!("import-too-many", line = line),
                    Some(msg!("import-too-many-hint")),
                ));
                continue;
            }
            let fields = columns.map(|at| record.get(at).unwrap_or_default());
            let mut row = Row {
                line,
                fields,
                service,
                problems: &mut problems,
                seen: &mut seen,
            };
            row.read(&mut rows);
        }
        problems.extend(unclosed.as_ref().map(broken));
        if problems.is_empty() && rows.ratings.is_empty() && rows.legal.is_empty() {
            problems.push((
                msg!("refusal-nothing-handed-in"),
                Some(msg!("import-header-hint")),
            ));
        }
        if problems.is_empty() {
            Ok(rows)
        } else {
            Err(problems)
        }
    }
}

/// What parts the columns: the header tells. Spreadsheets in Dutch and many
/// other languages write semicolons.
fn delimiter(text: &str) -> u8 {
    let header = text.lines().find(|line| !line.is_empty());
    let header = header.unwrap_or_default();
    [b';', b'\t']
        .into_iter()
        .find(|&mark| !header.contains(',') && header.contains(char::from(mark)))
        .unwrap_or(b',')
}

/// A quotation mark that opens a field and is never closed.
struct Unclosed {
    /// Where its row starts, in bytes.
    record: usize,
    /// The line on which it stands, from 1.
    line: u64,
}

/// Finds it; the reader of CSV would take all that follows as one field.
fn unclosed_quote(text: &str, delimiter: u8) -> Option<Unclosed> {
    #[derive(PartialEq)]
    enum At {
        Start,
        Inside,
        Quoted(usize),
        /// After a quotation mark in a quoted field: the first of two, or
        /// the last of the field.
        Closing(usize),
    }
    let (mut at, mut record) = (At::Start, 0);
    for (index, byte) in text.bytes().enumerate() {
        at = match (at, byte) {
            (At::Quoted(open), b'"') => At::Closing(open),
            (At::Quoted(open), _) | (At::Closing(open), b'"') => At::Quoted(open),
            (_, b'\n' | b'\r') => {
                record = index + 1;
                At::Start
            }
            (At::Start, b'"') => At::Quoted(index),
            (_, byte) if byte == delimiter => At::Start,
            _ => At::Inside,
        };
    }
    match at {
        At::Quoted(open) => Some(Unclosed {
            record,
            line: Lines::of(text).line(open as u64),
        }),
        _ => None,
    }
}

/// The lines of a text by offset. The reader's own count leaves out empty
/// lines before a row and the second half of `\r\n`.
struct Lines<'a> {
    text: &'a [u8],
    at: usize,
    line: u64,
}

impl<'a> Lines<'a> {
    fn of(text: &'a str) -> Self {
        Self {
            text: text.as_bytes(),
            at: 0,
            line: 1,
        }
    }

    /// The line of the first row that starts at or after `offset`, from 1.
    /// Offsets come in order.
    fn line(&mut self, offset: u64) -> u64 {
        let ends = |byte: &u8| matches!(byte, b'\n' | b'\r');
        while let Some(byte) = self.text.get(self.at)
            && ((self.at as u64) < offset || ends(byte))
        {
            let half = *byte == b'\r' && self.text.get(self.at + 1) == Some(&b'\n');
            self.line += u64::from(ends(byte) && !half);
            self.at += 1;
        }
        self.line
    }
}

/// Where each of [`COLUMNS`] stands.
fn columns(header: &csv::StringRecord) -> Result<[usize; 6], Vec<Problem>> {
    let names: Vec<String> = header
        .iter()
        .map(|name| Clean::name(name).as_str().to_lowercase())
        .collect();
    let mut problems = Vec::new();
    let mut known = BTreeSet::new();
    for name in &names {
        if !COLUMNS.contains(&name.as_str()) {
            let hint = match nearest(name, COLUMNS) {
                Some(near) => msg!("hint-did-you-mean", near = near),
                None => msg!("import-header-hint"),
            };
            problems.push((msg!("import-unknown-column", name = name), Some(hint)));
        } else if !known.insert(name) {
            problems.push((
                msg!("import-column-twice", name = name),
                Some(msg!("import-header-hint")),
            ));
        }
    }
    for column in COLUMNS {
        if !names.iter().any(|name| name == column) {
            problems.push((
                msg!("import-missing-column", name = column),
                Some(msg!("import-header-hint")),
            ));
        }
    }
    if problems.is_empty() {
        Ok(COLUMNS.map(|column| {
            names
                .iter()
                .position(|name| name == column)
                .unwrap_or_default()
        }))
    } else {
        Err(problems)
    }
}

/// What a row is about: no two rows of a file may be about the same.
type About = (String, Assessment, Option<(Round, SeatId)>);

/// One row on its way to a rating or a legal state.
struct Row<'a> {
    line: u64,
    fields: [&'a str; 6],
    service: &'a Service,
    problems: &'a mut Vec<Problem>,
    seen: &'a mut BTreeMap<About, u64>,
}

impl Row<'_> {
    fn fault(&mut self, message: Message, hint: impl Into<Option<Message>>) {
        let message = msg!("import-line", line = self.line, message = message);
        self.problems.push((message, hint.into()));
    }

    /// Reads the row; every fault in it is noted.
    fn read(&mut self, rows: &mut Rows) {
        let [option, round, who, assessment, answer, reason] = self.fields;
        let found = self.service.find_option(option);
        let option = match found {
            Ok(option) => Some(option),
            Err(refusal) => {
                self.fault(refusal.message, refusal.hint);
                None
            }
        };
        let known = Assessment::ALL.map(Assessment::id);
        let Some(assessment) = Assessment::from_id(&assessment.to_lowercase()) else {
            let hint = match nearest(assessment, known) {
                Some(near) => msg!("hint-did-you-mean", near = near),
                None => msg!("hint-one-of", list = known.join(", ")),
            };
            let name = Clean::name(assessment);
            self.fault(
                msg!("import-unknown-assessment", name = name.as_str()),
                hint,
            );
            return;
        };
        if assessment == Assessment::Legal {
            let entry = self.legal(option, who, answer, reason);
            rows.legal.extend(entry);
        } else {
            let rating = self.rating(option, round, who, assessment, answer, reason);
            rows.ratings.extend(rating);
        }
    }

    fn legal(
        &mut self,
        option: Option<String>,
        who: &str,
        answer: &str,
        reason: &str,
    ) -> Option<LegalEntry> {
        if !who.is_empty() {
            self.fault(
                msg!("import-legal-participant"),
                msg!("import-legal-participant-hint"),
            );
        }
        let state = Legal::from_id(&answer.to_lowercase());
        if state.is_none() {
            let words = Legal::ALL.map(Legal::id).join(", ");
            self.fault(
                msg!("import-legal-state"),
                msg!("hint-one-of", list = words),
            );
        }
        let source = Clean::line(plain(reason));
        if state.is_some_and(|state| state != Legal::Open) && source.is_empty() {
            self.fault(
                msg!("refusal-legal-source"),
                msg!("refusal-legal-source-hint"),
            );
            return None;
        }
        let (option, state) = (option?, state?);
        self.once((option.clone(), Assessment::Legal, None))?;
        Some(LegalEntry {
            option,
            state,
            source,
        })
    }

    fn rating(
        &mut self,
        option: Option<String>,
        round: &str,
        who: &str,
        assessment: Assessment,
        answer: &str,
        reason: &str,
    ) -> Option<HandIn> {
        let round = match round {
            "1" => Some(Round::First),
            "2" => Some(Round::Second),
            _ => {
                self.fault(msg!("import-round"), msg!("import-round-hint"));
                None
            }
        };
        let found = self.service.find_seat(who);
        let seat = match found {
            _ if who.is_empty() => {
                self.fault(
                    msg!("import-no-participant"),
                    msg!("import-no-participant-hint"),
                );
                None
            }
            Ok(seat) => Some(seat),
            Err(refusal) => {
                self.fault(refusal.message, refusal.hint);
                None
            }
        };
        let answer = self.answer(assessment, answer);
        let round = RoundId {
            option: option?,
            assessment,
            round: round?,
        };
        if let Err(refusal) = self.service.check_open(&round) {
            self.fault(refusal.message, refusal.hint);
            return None;
        }
        let (seat, answer) = (seat?, answer?);
        self.once((round.option.clone(), assessment, Some((round.round, seat))))?;
        Some(HandIn {
            round,
            seat,
            rating: Secret::new((answer, Clean::line(plain(reason)))),
        })
    }

    /// The answer, if it is one to this assessment. A whole number off the
    /// scale is nobody's rating and may be repeated; nothing else is.
    fn answer(&mut self, assessment: Assessment, text: &str) -> Option<AnswerWord> {
        if let Some(answer) = AnswerWord::parse(text).filter(|answer| answer.fits(assessment)) {
            return Some(answer);
        }
        let words = assessment_words(assessment);
        if assessment == Assessment::Apology {
            self.fault(
                msg!("import-apology", assessment = words),
                msg!("import-apology-hint"),
            );
            return None;
        }
        let off = text.parse::<i64>().ok();
        let message = match off.filter(|n| !(0..=i64::from(Rating::MAX)).contains(n)) {
            Some(number) => msg!("import-off-scale", assessment = words, answer = number),
            None => msg!("import-no-answer", assessment = words),
        };
        self.fault(message, msg!("import-scale-hint"));
        None
    }

    /// Notes what the row is about; a fault if an earlier row was too.
    fn once(&mut self, about: About) -> Option<()> {
        if let Some(&first) = self.seen.get(&about) {
            let (option, assessment, who) = about;
            let (assessment, option) = (assessment_words(assessment), option_words(&option));
            let message = match who {
                Some((round, seat)) => msg!(
                    "refusal-twice",
                    who = seat.to_string(),
                    assessment = assessment,
                    option = option,
                    round = round.number()
                ),
                None => msg!("import-legal-twice", option = option),
            };
            self.fault(message, msg!("import-twice-hint", line = first));
            return None;
        }
        self.seen.insert(about, self.line);
        Some(())
    }
}
