//! The words of both languages: the same keys with the same arguments, every
//! key that the code asks for, and none that it doesn't.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use dear_customer::lang::{self, Lang};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

type Words = BTreeMap<String, BTreeSet<String>>;

/// Every key of a language with the arguments of its text.
fn words(lang: Lang) -> Words {
    let resource = fluent_syntax::parser::parse(lang::source(lang)).unwrap();
    let mut words = Words::new();
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let mut args = BTreeSet::new();
                collect(&message.value.unwrap(), &mut args);
                let key = message.id.name.to_owned();
                assert!(
                    words.insert(key, args).is_none(),
                    "{} twice",
                    message.id.name
                );
            }
            Entry::Junk { content } => panic!("{lang:?}: junk: {content}"),
            _ => {}
        }
    }
    words
}

fn collect(pattern: &Pattern<&str>, args: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            match expression {
                Expression::Inline(inline) => variable(inline, args),
                Expression::Select { selector, variants } => {
                    variable(selector, args);
                    for variant in variants {
                        collect(&variant.value, args);
                    }
                }
            }
        }
    }
}

fn variable(inline: &InlineExpression<&str>, args: &mut BTreeSet<String>) {
    if let InlineExpression::VariableReference { id } = inline {
        args.insert(id.name.to_owned());
    }
}

fn sources(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

/// The calls of `msg!` and `t!` in a file: key and arguments.
fn calls(source: &str) -> Vec<(String, BTreeSet<String>)> {
    let mut calls = Vec::new();
    for opening in ["msg!(", "t!("] {
        for (at, _) in source.match_indices(opening) {
            let before = source.get(..at).unwrap().chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
                continue;
            }
            let mut depth = 1;
            let mut quoted = false;
            let mut top = String::new();
            let rest = source.get(at + opening.len()..).unwrap();
            for c in rest.chars() {
                match c {
                    '"' => quoted = !quoted,
                    '(' | '[' | '{' if !quoted => depth += 1,
                    ')' | ']' | '}' if !quoted => depth -= 1,
                    _ => {}
                }
                if depth == 0 {
                    break;
                }
                if depth == 1 {
                    top.push(c);
                }
            }
            let mut parts = top.split(',').map(str::trim);
            let Some(key) = parts.find_map(|part| part.strip_prefix('"')?.strip_suffix('"')) else {
                continue;
            };
            let args = parts.filter_map(|part| Some(part.split_once(" = ")?.0.to_owned()));
            calls.push((key.to_owned(), args.collect()));
        }
    }
    calls
}

/// Would catch a text that exists in one language only, or whose number or
/// name is forgotten in a translation.
#[test]
fn both_languages_have_the_same_keys_with_the_same_arguments() {
    assert_eq!(words(Lang::En), words(Lang::Nl));
}

/// Would catch a mistyped key, a forgotten argument, and a text that nothing
/// prints any more.
#[test]
fn the_code_asks_for_every_key_and_for_no_other() {
    let words = words(Lang::En);
    let mut files = Vec::new();
    sources(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut files,
    );
    let mut asked = BTreeSet::new();
    for file in files {
        let source = fs::read_to_string(&file).unwrap();
        for (key, mut args) in calls(&source) {
            if file.ends_with("lang/mod.rs") && key == "key" {
                continue; // the macros' own documentation
            }
            let Some(wanted) = words.get(&key) else {
                panic!("{}: no text for “{key}”", file.display());
            };
            // Arguments that are added where the message is passed on.
            for arg in wanted {
                if source.contains(&format!(".with(\"{arg}\"")) {
                    args.insert(arg.clone());
                }
            }
            args.retain(|arg| {
                wanted.contains(arg) || !source.contains(&format!(".with(\"{arg}\""))
            });
            assert_eq!(&args, wanted, "{}: arguments of “{key}”", file.display());
            asked.insert(key);
        }
    }
    let known: BTreeSet<String> = words.into_keys().collect();
    let unused: Vec<&String> = known.difference(&asked).collect();
    assert!(unused.is_empty(), "nothing prints {unused:?}");
}

/// Would catch words of the program's inside: no reader should meet them.
#[test]
fn no_text_speaks_of_the_insides() {
    for lang in Lang::ALL {
        let source = lang::source(lang).to_lowercase();
        for word in [
            "low median",
            "lage mediaan",
            "panic",
            "struct",
            "unwrap",
            "null",
        ] {
            assert!(!source.contains(word), "{lang:?}: {word}");
        }
    }
}
