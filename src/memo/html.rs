//! The memo as one HTML file, to read on a screen and to print on A4: no
//! script, nothing fetched, charts as inline SVG.
//!
//! Invariant: the output is HTML 5 and well-formed XML at once, so that a
//! strict reader can check it; all words of the tree go through the escaping,
//! and nothing is told by colour alone.

use super::escape::{css_string, html, html_lines};
use super::picture::{self, Measure, Picture};
use super::svg;
use super::tree::{
    Bars, Block, Grid, Headline, Letter, Memo, Moves, Rich, Running, Side, Sides, Span, Strip,
    Table,
};
use crate::lang::Lang;
use crate::t;
use std::fmt::Write;

/// Forbids everything but the style in the file itself.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; \
                      base-uri 'none'; form-action 'none'";

/// The memo as an HTML document.
#[must_use]
pub fn render(memo: &Memo) -> String {
    // A document of one part needs no name for it: its headings move up.
    let whole = memo.annexes.is_empty();
    let mut page = Page {
        lang: memo.lang,
        out: String::new(),
        pictures: 0,
        whole,
    };
    let number = t!(memo.lang, "memo-render-page");
    let style = format!(
        "{STYLE}{}@page {{ @bottom-right {{ content: \"{number} \" counter(page) \" / \" counter(pages); }} }}\n{}",
        if whole { WHOLE } else { "" },
        on_every_page(&memo.running)
    );
    page.out.push_str(&opening(memo.lang, &memo.title, &style));
    let part = if whole { "whole" } else { "front" };
    let _ = writeln!(page.out, "<main>\n<section class=\"{part}\">\n<header>");
    page.running(&memo.running);
    page.element("h1", "", &html_lines(&memo.title));
    if !memo.subtitle.is_empty() {
        page.element("p", " class=\"subtitle\"", &html_lines(&memo.subtitle));
    }
    page.raw("</header>\n");
    if !whole {
        let front = t!(memo.lang, "memo-render-front");
        page.element("h2", " class=\"unseen\"", &html(&front));
    }
    page.blocks(&memo.front);
    page.raw("</section>\n");
    for annex in &memo.annexes {
        let letter = annex.blocks.iter().any(|b| matches!(b, Block::Letter(_)));
        page.raw(if letter {
            "<section class=\"annex own-page\">\n"
        } else {
            "<section class=\"annex\">\n"
        });
        page.element("h2", "", &html_lines(&annex.title));
        page.blocks(&annex.blocks);
        page.raw("</section>\n");
    }
    page.raw("</main>\n<footer>\n");
    page.element("p", "", &html_lines(&memo.footer));
    page.running(&memo.running);
    page.raw("</footer>\n");
    page.raw("</body>\n</html>\n");
    page.out
}

/// Organisation and classification in the margins of every printed page; on
/// the first, where they stand over the title anyhow, only below.
fn on_every_page(running: &Running) -> String {
    let below = running.line();
    if below.is_empty() {
        return String::new();
    }
    let parts = [&running.organisation, &running.classification, &below];
    let [organisation, classification, below] = parts.map(|text| css_string(text));
    format!(
        "@page {{ @top-left {{ content: {organisation}; }} @top-right {{ content: {classification}; }} \
         @bottom-left {{ content: {below}; }} }}\n\
         @page :first {{ @top-left {{ content: none; }} @top-right {{ content: none; }} }}\n"
    )
}

/// Everything up to `<body>`. `style` is ours, `title` anybody's.
pub(super) fn opening(lang: Lang, title: &str, style: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\" />\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\" />\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n\
         <title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n",
        lang = lang.code(),
        policy = html(POLICY),
        title = html(title),
    )
}

struct Page {
    lang: Lang,
    out: String,
    /// How many pictures there are so far, for ids.
    pictures: usize,
    /// Whether the first part is all there is.
    whole: bool,
}

impl Page {
    fn raw(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    /// An element on a line of its own; `content` is markup already.
    fn element(&mut self, name: &str, attributes: &str, content: &str) {
        // Writing to a string can't fail.
        let _ = writeln!(self.out, "<{name}{attributes}>{content}</{name}>");
    }

    /// Whose document it is and who may read it.
    fn running(&mut self, running: &Running) {
        if running.line().is_empty() {
            return;
        }
        let parts = [&running.organisation, &running.classification];
        let [organisation, classification] = parts.map(|text| html(text));
        let content = format!("<span>{organisation}</span> <strong>{classification}</strong>");
        self.element("p", " class=\"running\"", &content);
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading(level, text) => {
                    let name = match (*level <= 3, self.whole) {
                        (true, true) => "h2",
                        (true, false) | (false, true) => "h3",
                        (false, false) => "h4",
                    };
                    self.element(name, "", &html_lines(text));
                }
                Block::Para(text) => self.element("p", "", &rich(text)),
                Block::List(items) => self.list("ul", items),
                Block::Steps(items) => self.list("ol", items),
                Block::Pairs(pairs) => self.pairs(pairs),
                Block::Table(table) => self.table(table),
                Block::Headline(headline) => self.headline(headline),
                Block::Strip(strip) => self.strip(strip, Measure::wide(strip)),
                Block::Strips(strips) => self.strips(strips),
                Block::Moves(moves) => self.moves(moves),
                Block::Grid(grid) => self.grid(grid),
                Block::Bars(bars) => self.bars(bars),
                Block::Sides(sides) => self.sides(sides),
                Block::Letter(letter) => self.letter(letter),
                Block::Notice(text) => {
                    let word = html(&t!(self.lang, "memo-render-notice"));
                    let content = format!("<strong>{word}</strong> {}", rich(text));
                    self.element("p", " class=\"notice\"", &content);
                }
            }
        }
    }

    fn list(&mut self, name: &str, items: &[Rich]) {
        if items.is_empty() {
            return;
        }
        let _ = writeln!(self.out, "<{name}>");
        for item in items {
            self.element("li", "", &rich(item));
        }
        let _ = writeln!(self.out, "</{name}>");
    }

    fn pairs(&mut self, pairs: &[(String, Rich)]) {
        if pairs.is_empty() {
            return;
        }
        self.raw("<dl>\n");
        for (label, value) in pairs {
            self.raw("<div>");
            let _ = write!(self.out, "<dt>{}</dt>", html_lines(label));
            let _ = write!(self.out, "<dd>{}</dd>", rich(value));
            self.raw("</div>\n");
        }
        self.raw("</dl>\n");
    }

    fn table(&mut self, table: &Table) {
        let class = |column: usize| {
            let numeric = table.numeric.get(column).copied().unwrap_or(false);
            if numeric { " class=\"number\"" } else { "" }
        };
        // On a telephone a wide table has its columns below each other.
        let many = table.head.len() >= 4;
        self.raw(if many {
            "<table class=\"many\">\n"
        } else {
            "<table>\n"
        });
        if !table.caption.is_empty() {
            self.element("caption", "", &html_lines(&table.caption));
        }
        self.raw("<thead>\n<tr>");
        for (column, head) in table.head.iter().enumerate() {
            let class = class(column);
            let _ = write!(
                self.out,
                "<th scope=\"col\"{class}>{}</th>",
                html_lines(head)
            );
        }
        self.raw("</tr>\n</thead>\n<tbody>\n");
        for row in &table.rows {
            self.raw("<tr>");
            for (column, cell) in row.iter().enumerate() {
                let class = class(column);
                let cell = rich(cell);
                let _ = if column == 0 {
                    write!(self.out, "<th scope=\"row\"{class}>{cell}</th>")
                } else {
                    let head = table.head.get(column).filter(|_| many);
                    let head = head.map(|head| format!(" data-head=\"{}\"", html(head)));
                    let head = head.unwrap_or_default();
                    write!(self.out, "<td{class}{head}>{cell}</td>")
                };
            }
            self.raw("</tr>\n");
        }
        self.raw("</tbody>\n</table>\n");
    }

    /// The verdict beside its place among the four, which is tinted, framed
    /// and numbered; without a number none is.
    fn headline(&mut self, headline: &Headline) {
        let class = headline
            .number
            .map_or_else(|| "open".to_owned(), |number| format!("v{}", number.min(3)));
        let _ = writeln!(self.out, "<div class=\"headline {class}\">");
        self.raw("<div>");
        let _ = write!(
            self.out,
            "<p class=\"label\">{}</p>",
            html_lines(&headline.label)
        );
        let _ = writeln!(
            self.out,
            "<p class=\"verdict\">{}</p></div>",
            html_lines(&headline.verdict)
        );
        self.picture(&picture::ladder(self.lang, headline));
        self.element("p", " class=\"ground\"", &html_lines(&headline.ground));
        self.raw("</div>\n");
    }

    fn strip(&mut self, strip: &Strip, measure: Measure) {
        self.raw("<figure class=\"strip\">\n<figcaption>");
        let _ = write!(self.out, "<span>{}</span>", html_lines(&strip.label));
        if let Some(grade) = strip.grade {
            let word = html(&t!(self.lang, "memo-render-grade"));
            let _ = write!(
                self.out,
                "<span class=\"grade\"><b>{grade}</b> <small>{word}</small></span>"
            );
        }
        self.raw("</figcaption>\n<div>\n");
        self.picture(&picture::strip(self.lang, strip, measure));
        self.element("p", "", &html_lines(&strip.words));
        self.raw("</div>\n</figure>\n");
    }

    fn strips(&mut self, strips: &[Strip]) {
        self.raw("<div class=\"strips\">\n");
        for strip in strips {
            self.raw("<figure class=\"strip\">\n");
            self.element("figcaption", "", &html_lines(&strip.label));
            self.picture(&picture::strip(self.lang, strip, Measure::narrow(strips)));
            let words = html_lines(&strip.words);
            let words = match strip.grade {
                None => words,
                Some(grade) => {
                    let word = html(&t!(self.lang, "memo-render-grade"));
                    format!("<b>{grade}</b> {word} · {words}")
                }
            };
            self.element("p", "", &words);
            self.raw("</figure>\n");
        }
        self.raw("</div>\n");
    }

    /// A picture with a title and a description of its own.
    fn picture(&mut self, picture: &Picture) {
        self.pictures += 1;
        let svg = svg::inline(picture, Some(self.pictures));
        self.raw(&svg);
        self.raw("\n");
    }

    fn moves(&mut self, moves: &Moves) {
        self.raw("<figure class=\"strip moves\">\n<figcaption>");
        let _ = write!(self.out, "<span>{}</span>", html_lines(&moves.label));
        self.raw("</figcaption>\n<div>\n");
        if !moves.moves.is_empty() {
            self.picture(&picture::moves(self.lang, moves));
        }
        self.element("p", "", &html_lines(&moves.words));
        self.raw("</div>\n</figure>\n");
    }

    fn letter(&mut self, letter: &Letter) {
        self.raw("<blockquote class=\"letter\">\n");
        if !letter.from.is_empty() {
            self.element("p", " class=\"from\"", &html_lines(&letter.from));
        }
        for paragraph in &letter.paragraphs {
            self.element("p", "", &html_lines(paragraph));
        }
        self.raw("</blockquote>\n");
    }

    fn bars(&mut self, bars: &Bars) {
        let noted = bars.rows.iter().any(|bar| !bar.note.is_empty());
        self.raw("<table class=\"bars\">\n");
        self.element("caption", "", &html_lines(&bars.caption));
        self.raw("<tbody>\n");
        for bar in &bars.rows {
            let (class, sign) = if bar.lit {
                (" class=\"lit\"", "<span class=\"sign\">●</span>")
            } else {
                ("", "")
            };
            let _ = write!(
                self.out,
                "<tr{class}><th scope=\"row\">{sign}<span>{}</span></th><td class=\"bar\">{}</td><td>{}</td>",
                html_lines(&bar.label),
                picture::bar(bar.fill, bar.lit)
                    .map(|picture| svg::inline(&picture, None))
                    .unwrap_or_default(),
                html_lines(&bar.says)
            );
            if noted {
                let _ = write!(
                    self.out,
                    "<td class=\"note\">{}</td>",
                    html_lines(&bar.note)
                );
            }
            self.raw("</tr>\n");
        }
        self.raw("</tbody>\n</table>\n");
    }

    fn sides(&mut self, sides: &Sides) {
        self.raw("<table class=\"sides\">\n");
        self.element("caption", "", &html_lines(&sides.caption));
        self.raw("<thead>\n<tr><td></td>");
        for head in &sides.heads {
            let _ = write!(self.out, "<th scope=\"col\">{}</th>", html_lines(head));
        }
        self.raw("</tr>\n</thead>\n<tbody>\n");
        for (label, row) in &sides.rows {
            let _ = writeln!(self.out, "<tr><th scope=\"row\">{}</th>", html_lines(label));
            let strips = row.iter().filter_map(|side| match side {
                Side::Strip(strip) => Some(strip),
                Side::Text(_) => None,
            });
            let measure = Measure::narrow(strips);
            for (index, side) in row.iter().enumerate() {
                self.raw("<td>");
                // A telephone has the options below each other, each with its
                // head.
                if let Some(head) = sides.heads.get(index) {
                    let _ = write!(self.out, "<span class=\"of\">{}</span>", html_lines(head));
                }
                let words = match side {
                    Side::Text(text) => rich(text),
                    Side::Strip(strip) => {
                        self.picture(&picture::strip(self.lang, strip, measure));
                        html_lines(&strip.words)
                    }
                };
                let _ = writeln!(self.out, "<p>{words}</p></td>");
            }
            self.raw("</tr>\n");
        }
        self.raw("</tbody>\n</table>\n");
    }

    fn grid(&mut self, grid: &Grid) {
        self.raw("<table class=\"grid\">\n");
        self.element("caption", "", &html_lines(&grid.caption));
        let _ = write!(
            self.out,
            "<thead>\n<tr><td colspan=\"2\" rowspan=\"2\"></td>\
             <th scope=\"colgroup\" colspan=\"3\">{}</th></tr>\n<tr>",
            html_lines(&grid.columns_label)
        );
        for column in &grid.columns {
            let _ = write!(self.out, "<th scope=\"col\">{}</th>", html_lines(column));
        }
        self.raw("</tr>\n</thead>\n<tbody>\n");
        for (row, cells) in grid.cells.iter().enumerate() {
            self.raw("<tr>");
            if row == 0 {
                let _ = write!(
                    self.out,
                    "<th scope=\"rowgroup\" rowspan=\"3\">{}</th>",
                    html_lines(&grid.rows_label)
                );
            }
            let _ = write!(
                self.out,
                "<th scope=\"row\">{}</th>",
                html_lines(&grid.rows[row])
            );
            for (column, verdict) in cells.iter().enumerate() {
                let verdict = html_lines(verdict);
                let _ = if grid.lit == Some((row, column)) {
                    write!(
                        self.out,
                        "<td class=\"lit\"><strong>● {verdict}</strong> <small>{}</small></td>",
                        html_lines(&grid.lit_word)
                    )
                } else {
                    write!(self.out, "<td>{verdict}</td>")
                };
            }
            self.raw("</tr>\n");
        }
        self.raw("</tbody>\n</table>\n");
    }
}

/// A text with emphasis.
fn rich(text: &[Span]) -> String {
    text.iter()
        .map(|span| {
            let words = html_lines(&span.printed());
            match span {
                Span::Text(_) => words,
                Span::Strong(_) => format!("<strong>{words}</strong>"),
                Span::Quote(_) => format!("<span class=\"quote\">{words}</span>"),
            }
        })
        .collect()
}

/// Colours by role, so that the dark screen changes them in one place; what
/// is printed is legible in black and white.
const STYLE: &str = include_str!("memo.css");

/// For a document of one part.
const WHOLE: &str = include_str!("handout.css");
