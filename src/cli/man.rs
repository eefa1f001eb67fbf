//! `man`: the manual page, made from the command line itself and from the
//! table of actions. English, as `--help` is.

use super::{Context, Failure, output};
use crate::{lang::Lang, walk::action::TABLE};
use clap::{Arg, Command, CommandFactory};
use roff::{Inline, Roff, bold, roman};

const ENVIRONMENT: [(&str, &str); 6] = [
    (
        "LC_ALL, LC_MESSAGES, LANG",
        "The language where neither --lang nor the settings name one: Dutch for nl, else English.",
    ),
    (
        "NO_COLOR",
        "Where it is not empty no colours are used unless --theme names some.",
    ),
    (
        "ACCESSIBLE",
        "Where it is not empty the walk is led by numbered prompts, as with --accessible; so it is where TERM is dumb.",
    ),
    (
        "VISUAL, EDITOR",
        "The editor that Ctrl-O gives a letter to, as a command with its arguments.",
    ),
    (
        "COLORTERM, COLORFGBG, TERM",
        "What the terminal can show, and whether its background is dark, until it answers for itself.",
    ),
    (
        "XDG_CONFIG_HOME",
        "Where the settings are, in dear-customer/settings.toml; by default ~/.config (on Windows the folder for application data).",
    ),
];

const FILES: [(&str, &str); 4] = [
    (
        "NAME.session.toml",
        "A session: a list of events that a person can read, each with a hash over itself and all before it.",
    ),
    (
        ".NAME.lock, .NAME.drafts",
        "Beside it: the writer's lock, and what is being typed, sealed, until it is handed in.",
    ),
    (
        "NAME.torn-1",
        "What a cut-off write left behind, set aside when the session is opened.",
    ),
    (
        "dear-customer/settings.toml",
        "Language, colours, mouse and the sessions that were open lately. It may be edited or removed.",
    ),
];

const EXIT: [(&str, &str); 5] = [
    ("0", "Done."),
    (
        "1",
        "The input is at fault; the message says how to mend it.",
    ),
    ("2", "The command line is at fault."),
    ("3", "A file could not be read or written."),
    ("70", "A fault of the program's own."),
];

pub(super) fn run(context: &mut Context) -> Result<(), Failure> {
    output::write(context, None, page().as_bytes())
}

fn page() -> String {
    let mut command = super::Args::command();
    command.build();
    let mut page = Roff::new();
    page.control(
        "TH",
        ["DEAR-CUSTOMER", "1", "", env!("CARGO_PKG_VERSION"), ""],
    );
    page.control("SH", ["NAME"]);
    page.text([roman(
        "dear-customer - write the apology letter before you need it",
    )]);
    page.control("SH", ["SYNOPSIS"]);
    page.text([bold("dear-customer"), roman(" [OPTIONS] [COMMAND]")]);
    page.control("SH", ["DESCRIPTION"]);
    page.text([roman(about(&command))]);
    page.control("PP", []);
    page.text([roman(
        "Without a command it opens Home, from where everything can be begun and gone on with.",
    )]);
    page.control("SH", ["OPTIONS"]);
    arguments(&mut page, &command, |_| true);
    page.control("SH", ["COMMANDS"]);
    commands(&mut page, &command, "dear-customer");
    page.control("SH", ["KEYS"]);
    page.text([roman(
        "The last line of every screen names the keys that work there; ? explains them. \
         A second key is for while a text is being typed.",
    )]);
    for row in TABLE {
        let keys = if row.typing.is_empty() || row.typing == row.key {
            row.key.to_owned()
        } else {
            format!("{}, {}", row.key, row.typing)
        };
        let name = (row.name)().text(Lang::En);
        let sentence = (row.about)().text(Lang::En);
        entry(&mut page, &keys, &format!("{name}. {sentence}"));
    }
    for (title, entries) in [
        ("ENVIRONMENT", &ENVIRONMENT[..]),
        ("FILES", &FILES[..]),
        ("EXIT STATUS", &EXIT[..]),
    ] {
        page.control("SH", [title]);
        for (what, meaning) in entries {
            entry(&mut page, what, meaning);
        }
    }
    page.control("SH", ["EXAMPLES"]);
    let of = |command: &Command| command.get_after_help().map(ToString::to_string);
    let examples = command.get_subcommands().filter_map(of);
    page.control("nf", []);
    for line in
        examples.flat_map(|text| text.lines().skip(1).map(str::to_owned).collect::<Vec<_>>())
    {
        page.text([roman(line.trim_start())]);
    }
    page.control("fi", []);
    page.to_roff()
}

fn about(command: &Command) -> String {
    let about = command.get_long_about().or_else(|| command.get_about());
    about.map(ToString::to_string).unwrap_or_default()
}

fn entry(page: &mut Roff, what: &str, meaning: &str) {
    page.control("TP", []);
    page.text([bold(what)]);
    page.text([roman(meaning)]);
}

/// Each command with what goes with it, those within another too.
fn commands(page: &mut Roff, within: &Command, name: &str) {
    for command in within.get_subcommands() {
        let name = format!("{name} {}", command.get_name());
        if command.has_subcommands() {
            commands(page, command, &name);
            continue;
        }
        let mut usage: Vec<Inline> = vec![bold(name.as_str())];
        if command.get_opts().any(|arg| !arg.is_global_set()) {
            usage.push(roman(" [OPTIONS]"));
        }
        let places = command.get_positionals();
        usage.extend(places.map(|arg| roman(format!(" {arg}"))));
        page.control("SS", [name.as_str()]);
        page.text(usage);
        page.control("PP", []);
        page.text([roman(about(command))]);
        arguments(page, command, |arg| {
            !arg.is_global_set() && arg.get_id() != "help"
        });
    }
}

fn arguments(page: &mut Roff, command: &Command, listed: impl Fn(&Arg) -> bool) {
    for arg in command.get_arguments().filter(|arg| listed(arg)) {
        let help = arg.get_help().map(ToString::to_string);
        let mut help = help.unwrap_or_default();
        let values: Vec<String> = arg
            .get_possible_values()
            .iter()
            .filter(|_| !arg.is_hide_possible_values_set())
            .map(|value| value.get_name().to_owned())
            .collect();
        if !values.is_empty() && arg.get_action().takes_values() {
            help = format!("{help} ({})", values.join(", "));
        }
        let short = arg.get_short().map(|short| format!("-{short}, "));
        let what = format!("{}{arg}", short.unwrap_or_default());
        entry(page, &what, &help);
    }
}
