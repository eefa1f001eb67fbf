//! TOML as the session file wants it: one table as lines of `key = value`
//! under dotted keys, every string on one line, a list of tables with one
//! table a line. So a line that starts with `[[event]]` always starts an
//! event, the file diffs well, and the last line can hold the hash of the
//! lines before it.

use std::fmt::Write;
use toml::{Table, Value};
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// Appends the lines of a table.
pub(super) fn write_table(out: &mut String, table: &Table) {
    write_under(out, "", table);
}

fn write_under(out: &mut String, prefix: &str, table: &Table) {
    for (name, value) in table {
        let mut path = prefix.to_owned();
        if !path.is_empty() {
            path.push('.');
        }
        write_key(&mut path, name);
        match value {
            Value::Table(inner) if !inner.is_empty() => write_under(out, &path, inner),
            Value::Array(items) if items.iter().any(Value::is_table) => {
                let _ = writeln!(out, "{path} = [");
                for item in items {
                    out.push_str("  ");
                    write_value(out, item);
                    out.push_str(",\n");
                }
                out.push_str("]\n");
            }
            value => {
                let _ = write!(out, "{path} = ");
                write_value(out, value);
                out.push('\n');
            }
        }
    }
}

fn write_value(out: &mut String, value: &Value) {
    match value {
        Value::String(text) => write_string(out, text),
        Value::Array(items) => {
            out.push('[');
            for (i, item) in items.iter().enumerate() {
                if i > 0 {
                    out.push_str(", ");
                }
                write_value(out, item);
            }
            out.push(']');
        }
        Value::Table(table) => {
            out.push('{');
            for (i, (name, item)) in table.iter().enumerate() {
                out.push_str(if i > 0 { ", " } else { " " });
                write_key(out, name);
                out.push_str(" = ");
                write_value(out, item);
            }
            out.push_str(if table.is_empty() { "}" } else { " }" });
        }
        Value::Integer(_) | Value::Float(_) | Value::Boolean(_) | Value::Datetime(_) => {
            let _ = write!(out, "{value}");
        }
    }
}

fn write_key(out: &mut String, key: &str) {
    let bare = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if !key.is_empty() && key.chars().all(bare) {
        out.push_str(key);
    } else {
        write_string(out, key);
    }
}

fn write_string(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if is_unseen(c) => {
                let _ = write!(out, "\\U{:08X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

/// Whether a character would steer whoever looks at the file: control
/// characters, bidi and zero-width ones, other line breaks. Texts are clean
/// before they come here; ids of commands are whatever their sender chose.
fn is_unseen(c: char) -> bool {
    matches!(
        c.general_category(),
        GeneralCategory::Control
            | GeneralCategory::Format
            | GeneralCategory::LineSeparator
            | GeneralCategory::ParagraphSeparator
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            "(?s).{0,12}".prop_map(Value::String),
            any::<i64>().prop_map(Value::Integer),
            any::<bool>().prop_map(Value::Boolean),
        ];
        leaf.prop_recursive(3, 24, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::Array),
                prop::collection::btree_map("(?s).{0,6}", inner, 0..4)
                    .prop_map(|map| Value::Table(map.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back_and_starts_no_event(
            map in prop::collection::btree_map("[a-z_]{1,6}", value(), 0..5)
        ) {
            let table: Table = map.into_iter().collect();
            let mut text = String::new();
            write_table(&mut text, &table);
            prop_assert_eq!(toml::from_str::<Table>(&text).unwrap(), table);
            prop_assert!(!text.lines().any(|line| line.starts_with("[[")));
        }
    }

    #[test]
    fn hostile_strings_stay_on_their_line() {
        let mut table = Table::new();
        table.insert("a".into(), "[[event]]\n\"\"\"\r\u{1b}\u{202e}".into());
        let mut text = String::new();
        write_table(&mut text, &table);
        assert_eq!(
            text,
            "a = \"[[event]]\\n\\\"\\\"\\\"\\U0000000D\\U0000001B\\U0000202E\"\n"
        );
    }
}
