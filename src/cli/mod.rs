//! The command line: one file a command, thin. What is wrong goes to
//! standard error in the user's language, with a way out; what was asked for
//! goes to standard output.

mod cards;
mod check;
mod export;
mod import;
mod new;
mod open;
mod output;
mod scenarios;
mod schema;
mod usage;
mod verify;

use crate::{
    content::{ContentError, Library},
    lang::{Lang, Message},
    msg,
    session::{Notice, Outside, Trouble},
    t,
    text::in_place,
};
use clap::{
    Parser, Subcommand,
    builder::{PossibleValuesParser, TypedValueParser},
};
use std::{
    ffi::OsString,
    io::{self, Write},
    path::PathBuf,
};

/// The exit codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Exit {
    /// Done.
    Fine = 0,
    /// The input is at fault.
    Input = 1,
    /// The command line is.
    Usage = 2,
    /// A file could not be read or written.
    File = 3,
    /// We are.
    Bug = 70,
}

/// What surrounds the program.
pub struct World<'a> {
    /// For what was asked for.
    pub stdout: &'a mut dyn Write,
    /// For everything else.
    pub stderr: &'a mut dyn Write,
    /// Whether a person sits at a terminal: keys come in from one and what
    /// is printed goes to one.
    pub terminal: bool,
    /// An environment variable.
    pub var: &'a dyn Fn(&str) -> Option<String>,
    /// Clock and randomness, for whoever needs them.
    pub outside: &'a dyn Fn() -> Outside,
}

/// The clock of this machine and the randomness of its system.
///
/// # Panics
///
/// Filling bytes panics where the system has no randomness: without it there
/// are no keys, and nothing could be sealed.
#[must_use]
pub fn machine() -> Outside {
    Outside {
        clock: Box::new(|| {
            let now = jiff::ZonedDateTime::now();
            now.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
        }),
        random: Box::new(|bytes| {
            assert!(getrandom::fill(bytes).is_ok(), "no randomness");
        }),
    }
}

/// Write the apology letter before you need it: a workshop that weighs
/// earning money with customers' data, and exports a scored decision memo.
#[derive(Parser)]
#[command(
    name = "dear-customer",
    version,
    disable_help_subcommand = true,
    term_width = 80,
    after_help = "Example, from the real ING case to a memo:\n  \
        dear-customer new board.session.toml --scenario ing-2014 --participants 7\n  \
        dear-customer cards board.session.toml -o cards.html\n  \
        dear-customer import board.session.toml --ratings ratings.csv --reveal\n  \
        dear-customer export board.session.toml --format html -o memo.html\n\n\
        Exit codes: 0 fine, 1 the input is at fault, 2 usage, 3 a file could not be\n\
        read or written, 70 a bug of ours."
)]
struct Args {
    /// Language of the screen and of messages; for export, cards and handouts,
    /// of what they write [default: that of the locale, else English]
    #[arg(long, global = true, value_name = "en|nl", value_parser = lang_parser(), hide_possible_values = true)]
    lang: Option<Lang>,

    /// Folder with scenarios and instruments of your own, besides those built in
    #[arg(long, global = true, value_name = "DIR")]
    scenarios: Option<PathBuf>,

    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Walk on in a session where it stopped
    Open(open::Args),
    /// Make a session file
    New(new::Args),
    /// Hand in ratings made elsewhere, from a CSV file
    Import(import::Args),
    /// Write the decision memo
    Export(export::Args),
    /// Check that a session file is whole and unaltered
    Verify(verify::Args),
    /// Check scenarios, instruments and sessions: every error with its line
    Check(check::Args),
    /// Print paper cards, as HTML, for rating on paper
    Cards(cards::Args),
    /// The library of cases, handouts, and a template for your own
    Scenarios(scenarios::Args),
    /// Print a JSON Schema of content files, for editors
    Schema(schema::Args),
}

/// The languages by their codes.
fn lang_parser() -> impl TypedValueParser<Value = Lang> {
    PossibleValuesParser::new(Lang::ALL.map(Lang::code))
        .map(|code| Lang::from_locale(&code).unwrap_or_default())
}

/// Why a command failed: what to print, and the exit code.
pub(crate) struct Failure {
    exit: Exit,
    /// What is wrong, and the way out.
    problems: Vec<(Message, Option<Message>)>,
    /// Diagnostics of content files, which bring their own form.
    content: Option<ContentError>,
}

impl Failure {
    fn new(exit: Exit, message: Message, hint: Option<Message>) -> Self {
        Self {
            exit,
            problems: vec![(message, hint)],
            content: None,
        }
    }

    /// The input is at fault, in each of these places.
    fn input(problems: Vec<(Message, Option<Message>)>) -> Self {
        Self {
            exit: Exit::Input,
            problems,
            content: None,
        }
    }

    fn io(path: &std::path::Path, error: &io::Error) -> Self {
        let (message, hint) = crate::session::io_words(path, error);
        Self::new(Exit::File, message, Some(hint))
    }
}

impl From<Trouble> for Failure {
    fn from(trouble: Trouble) -> Self {
        let exit = if trouble.storage {
            Exit::File
        } else {
            Exit::Input
        };
        Self::new(exit, trouble.message, trouble.hint)
    }
}

impl From<ContentError> for Failure {
    fn from(error: ContentError) -> Self {
        Self {
            exit: match error {
                ContentError::Unreadable { .. } => Exit::File,
                ContentError::Unknown { .. } | ContentError::Faulty(_) => Exit::Input,
            },
            problems: Vec::new(),
            content: Some(error),
        }
    }
}

/// What a command works with.
pub(crate) struct Context<'a, 'w> {
    /// The language of the screen.
    lang: Lang,
    /// The language asked for, if one was.
    asked: Option<Lang>,
    scenarios: Option<PathBuf>,
    world: &'a mut World<'w>,
}

impl Context<'_, '_> {
    /// The library, with the user's own folder if one was given.
    fn library(&self) -> Result<Library, Failure> {
        let library = Library::built_in();
        match &self.scenarios {
            Some(dir) => Ok(library.with_dir(dir)?),
            None => Ok(library),
        }
    }

    /// Prints a line of what was asked for.
    fn say(&mut self, text: &str) {
        let _ = writeln!(self.world.stdout, "{}", in_place(text));
    }

    /// Prints a line of anything else.
    fn remark(&mut self, text: &str) {
        let _ = writeln!(self.world.stderr, "{}", in_place(text));
    }

    /// Tells how a session's file is, where that is worth telling.
    fn tell(&mut self, notice: &Notice) {
        if let Some(message) = notice.message() {
            let note = t!(self.lang, "cli-note");
            let text = message.text(self.lang);
            self.remark(&format!("{note}: {text}"));
        }
    }
}

/// The language of the screen: `--lang`, else the locale, else English.
/// Looks at the arguments by itself, so that a fault in them is told in it.
pub fn screen_lang(
    args: impl IntoIterator<Item = OsString>,
    var: &dyn Fn(&str) -> Option<String>,
) -> Lang {
    let args: Vec<String> = args
        .into_iter()
        .map(|arg| arg.to_string_lossy().into_owned())
        .collect();
    let asked = args.iter().enumerate().find_map(|(i, arg)| {
        let value = match arg.strip_prefix("--lang")? {
            "" => args.get(i + 1)?.as_str(),
            rest => rest.strip_prefix('=')?,
        };
        Lang::ALL.into_iter().find(|lang| lang.code() == value)
    });
    let locale = || {
        ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .find_map(|name| var(name).filter(|value| !value.is_empty()))
            .and_then(|value| Lang::from_locale(&value))
    };
    asked.or_else(locale).unwrap_or_default()
}

/// Runs the program with its arguments, the name first.
pub fn run(args: impl IntoIterator<Item = OsString>, world: &mut World) -> Exit {
    let args: Vec<OsString> = args.into_iter().collect();
    let lang = screen_lang(args.iter().cloned(), world.var);
    let parsed = match Args::try_parse_from(&args) {
        Ok(parsed) => parsed,
        Err(error) => return usage::tell(&error, &args, lang, world),
    };
    let mut context = Context {
        lang,
        asked: parsed.lang,
        scenarios: parsed.scenarios,
        world,
    };
    let Some(command) = parsed.command else {
        return match open::home(&mut context) {
            Ok(true) => Exit::Fine,
            // Without a terminal there is no home: the short help.
            Ok(false) => usage::short(world),
            Err(failure) => fail(&failure, lang, world),
        };
    };
    let done = match command {
        Command::Open(args) => open::run(&args, &mut context),
        Command::New(args) => new::run(&args, &mut context),
        Command::Import(args) => import::run(&args, &mut context),
        Command::Export(args) => export::run(&args, &mut context),
        Command::Verify(args) => verify::run(&args, &mut context),
        Command::Check(args) => check::run(&args, &mut context),
        Command::Cards(args) => cards::run(&args, &mut context),
        Command::Scenarios(args) => scenarios::run(args, &mut context),
        Command::Schema(args) => schema::run(&args, &mut context),
    };
    match done {
        Ok(()) => match world.stdout.flush() {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Exit::File,
            _ => Exit::Fine,
        },
        Err(failure) => fail(&failure, lang, world),
    }
}

fn fail(failure: &Failure, lang: Lang, world: &mut World) -> Exit {
    print_failure(failure, lang, world.stderr);
    failure.exit
}

/// How many problems of one file are printed at most.
const MOST: usize = 20;

/// Messages repeat what people typed and what files are called; each stays
/// one line and steers no terminal.
fn print_failure(failure: &Failure, lang: Lang, stderr: &mut dyn Write) {
    if let Some(content) = &failure.content {
        let _ = write!(stderr, "{}", content.render(lang));
    }
    let (error, hint) = (t!(lang, "cli-error"), t!(lang, "cli-hint"));
    for (message, way_out) in failure.problems.iter().take(MOST) {
        let _ = writeln!(stderr, "{error}: {}", in_place(&message.text(lang)));
        if let Some(way_out) = way_out {
            let _ = writeln!(stderr, "  {hint}: {}", in_place(&way_out.text(lang)));
        }
    }
    if let Some(more) = failure.problems.len().checked_sub(MOST).filter(|&n| n > 0) {
        let _ = writeln!(stderr, "{}", msg!("cli-more", n = more).text(lang));
    }
}
