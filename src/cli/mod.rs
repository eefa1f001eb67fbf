//! The command line: one file a command, thin. What is wrong goes to
//! standard error in the user's language, with a way out; what was asked for
//! goes to standard output.

mod cards;
mod check;
mod completions;
mod demo;
mod export;
mod import;
mod man;
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
    tui::{settings::Kept, theme::Scheme},
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
    /// The file with the settings, which need not be there; none: they are
    /// kept nowhere.
    pub settings: Option<PathBuf>,
}

/// From now on a fault of the program's own is told in the user's language,
/// with its place in the source and nothing else: the panic's own words may
/// hold ratings.
pub fn tell_faults() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic
            .location()
            .map_or_else(String::new, ToString::to_string);
        let lang = screen_lang(std::env::args_os(), &|name| std::env::var(name).ok());
        let text = t!(lang, "cli-bug", place = place);
        let _ = writeln!(io::stderr(), "{text}");
    }));
}

/// The file with the settings, in the folder that this system has for such.
#[must_use]
pub fn settings_file() -> Option<PathBuf> {
    use etcetera::BaseStrategy;
    let folders = etcetera::choose_base_strategy().ok()?;
    let folder = folders.config_dir().join("dear-customer");
    Some(folder.join("settings.toml"))
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
    after_help = "Without a command it opens Home: a real case, an idea of your own, or a\n\
        session to go on with. The last line of every screen names the keys.\n\n\
        Examples:\n  \
        dear-customer                 begin, or go on\n  \
        dear-customer demo            look round in a worked example\n\n  \
        dear-customer new board.session.toml --scenario ing-2014 --participants 7\n  \
        dear-customer open board.session.toml\n\n  \
        dear-customer cards board.session.toml -o cards.html\n  \
        dear-customer import board.session.toml --ratings ratings.csv --reveal\n  \
        dear-customer export board.session.toml --format html -o memo.html\n\n\
        Exit codes: 0 fine, 1 the input is at fault, 2 usage, 3 a file could not be\n\
        read or written, 70 a bug of ours."
)]
struct Args {
    /// Language of the screen and of messages; for export, cards and handouts,
    /// of what they write [default: that of the locale, else English]
    #[arg(long, global = true, help_heading = "Everywhere", value_name = "en|nl", value_parser = lang_parser(), hide_possible_values = true)]
    lang: Option<Lang>,

    /// Colours of the screen; auto is as the terminal has them
    #[arg(long, global = true, help_heading = "Everywhere", value_name = "auto|light|dark|contrast|mono", value_parser = theme_parser(), hide_possible_values = true)]
    theme: Option<Scheme>,

    /// Draw with plain ASCII signs only
    #[arg(long, global = true, help_heading = "Everywhere")]
    ascii: bool,

    /// Folder with scenarios and instruments of your own, besides those built in
    #[arg(long, global = true, help_heading = "Everywhere", value_name = "DIR")]
    scenarios: Option<PathBuf>,

    /// Walk by numbered prompts, for screen readers and scripts [default with
    /// TERM=dumb or ACCESSIBLE set]
    #[arg(long, global = true, help_heading = "Everywhere")]
    accessible: bool,

    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Walk on in a session where it stopped
    #[command(
        after_help = "Examples:\n  dear-customer open board.session.toml\n  dear-customer open board.session.toml --theme light --lang nl"
    )]
    Open(open::Args),
    /// Look round in a worked example with made-up ratings; nothing is kept
    Demo,
    /// Make a session file
    #[command(
        after_help = "Examples:\n  dear-customer new board.session.toml --scenario ing-2014 --participants 7\n  dear-customer new ours.session.toml --idea our-idea.toml \\\n      --participants \"Anna, Bram, Chris\" --named\n  dear-customer new table-1.session.toml --scenario octopus-2010 --disguised \\\n      --instrument quickscan --participants 4"
    )]
    New(new::Args),
    /// Hand in ratings made elsewhere, from a CSV file
    #[command(
        after_help = "Example:\n  dear-customer import board.session.toml --ratings ratings.csv --reveal"
    )]
    Import(import::Args),
    /// Write the decision memo
    #[command(
        after_help = "Examples:\n  dear-customer export board.session.toml -o memo.html\n  dear-customer export board.session.toml --format md --lang nl"
    )]
    Export(export::Args),
    /// Check that a session file is whole and unaltered
    #[command(
        after_help = "Examples:\n  dear-customer verify board.session.toml\n  dear-customer verify board.session.toml --memo memo.docx"
    )]
    Verify(verify::Args),
    /// Check scenarios, instruments and sessions: every error with its line
    #[command(
        after_help = "Examples:\n  dear-customer check our-idea.toml\n  dear-customer check cases board.session.toml"
    )]
    Check(check::Args),
    /// Print paper cards, as HTML, for rating on paper
    #[command(after_help = "Example:\n  dear-customer cards board.session.toml -o cards.html")]
    Cards(cards::Args),
    /// The library of cases, handouts, and a template for your own
    #[command(
        after_help = "Examples:\n  dear-customer scenarios list --disguised\n  dear-customer scenarios show ing-2014\n  dear-customer scenarios handout ing-2014 -o handout.html\n  dear-customer scenarios new my-case.toml"
    )]
    Scenarios(scenarios::Args),
    /// Print a JSON Schema of content files, for editors
    #[command(after_help = "Example:\n  dear-customer schema scenario -o scenario.schema.json")]
    Schema(schema::Args),
    /// Print what a shell needs to complete the command line
    #[command(after_help = "Example:\n  dear-customer completions bash > dear-customer.bash")]
    Completions(completions::Args),
    /// Print the manual page
    #[command(after_help = "Example:\n  dear-customer man > dear-customer.1")]
    Man,
}

/// The languages by their codes.
fn lang_parser() -> impl TypedValueParser<Value = Lang> {
    PossibleValuesParser::new(Lang::ALL.map(Lang::code))
        .map(|code| Lang::from_locale(&code).unwrap_or_default())
}

/// The colours by their words.
fn theme_parser() -> impl TypedValueParser<Value = Scheme> {
    PossibleValuesParser::new(Scheme::ALL.map(Scheme::code))
        .map(|code| Scheme::from_code(&code).unwrap_or_default())
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
    /// The colours asked for, if any were.
    theme: Option<Scheme>,
    /// Whether only ASCII is drawn.
    ascii: bool,
    scenarios: Option<PathBuf>,
    /// Whether the walk is asked for as prompts.
    accessible: bool,
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

    /// The settings, and what is wrong with their file; from here on the
    /// language is theirs unless another one was asked for.
    fn settings(&mut self) -> (Kept, Option<Message>) {
        let (kept, fault) = match &self.world.settings {
            Some(path) => Kept::read(path),
            None => (Kept::nowhere(), None),
        };
        if let (None, Some(lang)) = (self.asked, kept.settings.lang) {
            self.lang = lang;
        }
        (kept, fault)
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
        theme: parsed.theme,
        ascii: parsed.ascii,
        scenarios: parsed.scenarios,
        accessible: parsed.accessible,
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
        Command::Demo => demo::run(&mut context),
        Command::New(args) => new::run(&args, &mut context),
        Command::Import(args) => import::run(&args, &mut context),
        Command::Export(args) => export::run(&args, &mut context),
        Command::Verify(args) => verify::run(&args, &mut context),
        Command::Check(args) => check::run(&args, &mut context),
        Command::Cards(args) => cards::run(&args, &mut context),
        Command::Scenarios(args) => scenarios::run(args, &mut context),
        Command::Schema(args) => schema::run(&args, &mut context),
        Command::Completions(args) => completions::run(&args, &mut context),
        Command::Man => man::run(&mut context),
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
