//! The pictures of the README: screens of the running program as SVG.
//!
//! `PICTURES=write cargo test --test terminal pictures` writes them anew; else
//! they are held to what the program shows.

use crate::{
    folder::Folder,
    harness::{Options, Term},
};
use dear_customer::lang::Lang;
use std::{fmt::Write, fs, path::Path, process::Command};
use vt100::{Cell, Color, Screen};

const PROGRAM: &str = env!("CARGO_BIN_EXE_dear-customer");

/// A cell in the picture, in its own units.
const CELL: (usize, usize) = (8, 16);
const MARGIN: usize = 12;

/// The worked example with seven people, opened.
fn example(folder: &Folder, lang: Lang, size: (u16, u16)) -> Term {
    let (csv, locale) = match lang {
        Lang::En => ("examples/ing-2014-example-ratings.csv", "en_GB.UTF-8"),
        Lang::Nl => ("examples/ing-2014-voorbeeld-scores.csv", "nl_NL.UTF-8"),
    };
    let csv = Path::new(env!("CARGO_MANIFEST_DIR")).join(csv);
    let file = "board.session.toml";
    let new = [
        "new",
        file,
        "--scenario",
        "ing-2014",
        "--participants",
        "7",
        "--example",
    ];
    let import = [
        "import",
        file,
        "--reveal",
        "--ratings",
        csv.to_str().unwrap(),
    ];
    for args in [&new[..], &import[..]] {
        let done = Command::new(PROGRAM)
            .args(args)
            .env("LANG", locale)
            .current_dir(folder.path(""))
            .output()
            .unwrap();
        assert!(done.status.success());
    }
    Term::start(Options {
        cwd: Some(folder.path("")),
        env: vec![("LANG", locale.to_owned())],
        cols: size.0,
        rows: size.1,
        ..Options::new(PROGRAM, &["open", file, "--theme", "dark"])
    })
}

/// Would catch a picture of a program that is no longer this one.
#[test]
fn pictures_are_the_screens_of_the_program() {
    let folder = Folder::new();
    let mut term = example(&folder, Lang::En, (80, 24));
    term.wait_for("Enter go on");
    term.keys("g");
    term.wait_for("Where to?");
    term.keys("3<enter>");
    term.wait_for("floor, bar and score");
    term.keys("<enter>");
    term.wait_for("group score 3");
    term.wait_for(" saved");
    kept("reveal", "The cards of seven people, floor and bar", &term);

    let folder = Folder::new();
    let mut term = example(&folder, Lang::Nl, (100, 30));
    term.wait_for("Enter verder");
    term.keys("g");
    term.wait_for("Waarheen?");
    term.keys("7<enter>");
    term.wait_for("Uitkomst volgens de regels");
    term.wait_for(" bewaard");
    kept("verdict-nl", "Het oordeel over het voorbeeld", &term);
}

fn kept(name: &str, title: &str, term: &Term) {
    let svg = term.look(|screen| svg(screen, title));
    let path = format!("{}/pictures/{name}.svg", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("PICTURES").is_some() {
        fs::create_dir_all(Path::new(&path).parent().unwrap()).unwrap();
        fs::write(&path, &svg).unwrap();
        return;
    }
    let known = fs::read_to_string(&path).unwrap();
    assert!(
        known == svg,
        "{path} is another screen; PICTURES=write writes it anew\n{}",
        term.screen()
    );
}

/// The colours 16 to 255 as they are everywhere (xterm, `256colres.h`).
fn colour(colour: Color, default: &str) -> String {
    let Color::Idx(index) = colour else {
        return default.to_owned();
    };
    let step = |n: u8| if n == 0 { 0 } else { 55 + 40 * n };
    let (r, g, b) = match index {
        232.. => {
            let grey = 8 + 10 * (index - 232);
            (grey, grey, grey)
        }
        16.. => {
            let at = index - 16;
            (step(at / 36), step(at / 6 % 6), step(at % 6))
        }
        _ => panic!("colour {index} is another on every terminal"),
    };
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// How a run of cells looks.
#[derive(Clone, PartialEq)]
struct Look {
    text: String,
    ground: String,
    bold: bool,
}

fn look(cell: &Cell) -> Look {
    let (text, ground) = (
        colour(cell.fgcolor(), "#e4e4e4"),
        colour(cell.bgcolor(), "#1c1c1c"),
    );
    let (text, ground) = if cell.inverse() {
        (ground, text)
    } else {
        (text, ground)
    };
    Look {
        text,
        ground,
        bold: cell.bold(),
    }
}

/// A screen as SVG. The clock stands as at its start.
fn svg(screen: &Screen, title: &str) -> String {
    let (rows, cols) = screen.size();
    let (rows, cols) = (usize::from(rows.get()), usize::from(cols.get()));
    let (width, height) = (cols * CELL.0 + 2 * MARGIN, rows * CELL.1 + 2 * MARGIN);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\">\n\
         <title>{title}</title>\n\
         <rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"#1c1c1c\"/>\n\
         <g font-family=\"ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace\" font-size=\"13.5\">\n"
    );
    for row in 0..rows {
        let mut runs: Vec<(usize, String, Look)> = Vec::new();
        for col in 0..cols {
            let at = |n: usize| u16::try_from(n).unwrap();
            let cell = screen.cell(at(row), at(col)).unwrap();
            if cell.is_wide_continuation() {
                continue;
            }
            let text = if cell.contents().is_empty() {
                " "
            } else {
                cell.contents()
            };
            let look = look(cell);
            match runs.last_mut() {
                // Signs may be wider than a cell in one font or another.
                Some((_, run, last)) if *last == look && text.is_ascii() && run.is_ascii() => {
                    run.push_str(text);
                }
                _ => runs.push((col, text.to_owned(), look)),
            }
        }
        let y = MARGIN + row * CELL.1;
        for (col, text, look) in runs {
            let (x, cells) = (MARGIN + col * CELL.0, text.chars().count());
            if look.ground != "#1c1c1c" {
                writeln!(
                    out,
                    "<rect x=\"{x}\" y=\"{y}\" width=\"{}\" height=\"{}\" fill=\"{}\"/>",
                    cells * CELL.0,
                    CELL.1,
                    look.ground
                )
                .unwrap();
            }
            if text.trim().is_empty() {
                continue;
            }
            // From the first sign to the last, so that it stands in its cells.
            let lead = text.len() - text.trim_start().len();
            let shown = text.trim();
            let bold = if look.bold {
                " font-weight=\"bold\""
            } else {
                ""
            };
            writeln!(
                out,
                "<text x=\"{}\" y=\"{}\" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\" fill=\"{}\"{bold} xml:space=\"preserve\">{}</text>",
                x + lead * CELL.0,
                y + 12,
                shown.chars().count() * CELL.0,
                look.text,
                escaped(shown)
            )
            .unwrap();
        }
    }
    out.push_str("</g>\n</svg>\n");
    out
}

fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    // The clock, as it is when nobody has waited.
    let digits = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
    match text.split_once(':') {
        Some((minutes, seconds)) if digits(minutes) && digits(seconds) => "10:00".to_owned(),
        _ => text,
    }
}
