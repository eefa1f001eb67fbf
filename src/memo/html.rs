//! The memo as one HTML file, to read on a screen and to print on A4: no
//! script, nothing fetched, charts as inline SVG.
//!
//! Invariant: the output is HTML 5 and well-formed XML at once, so that a
//! strict reader can check it; all words of the tree go through the escaping,
//! and nothing is told by colour alone.

use super::escape::{html, html_lines};
use super::tree::{
    Bars, Block, Fill, Grid, Headline, Memo, Rich, Side, Sides, Span, Strip, Table, steps,
};
use crate::lang::Lang;
use crate::t;
use std::fmt::Write;

/// Forbids everything but the style in the file itself.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; \
                      base-uri 'none'; form-action 'none'";

/// How high a line of words in a drawing is.
const LINE: u32 = 15;

/// Beyond this many circles there is one, with the number.
const MOST_CIRCLES: u32 = 30;

/// The memo as an HTML document.
#[must_use]
pub fn render(memo: &Memo) -> String {
    // A document of one part needs no name for it: its headings move up.
    let whole = memo.annexes.is_empty();
    let mut page = Page {
        lang: memo.lang,
        out: String::new(),
        strips: 0,
        whole,
    };
    let number = t!(memo.lang, "memo-render-page");
    let style = format!(
        "{STYLE}{}@page {{ @bottom-right {{ content: \"{number} \" counter(page) \" / \" counter(pages); }} }}\n",
        if whole { WHOLE } else { "" }
    );
    page.out.push_str(&opening(memo.lang, &memo.title, &style));
    let part = if whole { "whole" } else { "front" };
    let _ = writeln!(page.out, "<main>\n<section class=\"{part}\">\n<header>");
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
    page.raw("</main>\n");
    page.element("footer", "", &html_lines(&memo.footer));
    page.raw("</body>\n</html>\n");
    page.out
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

/// What a strip's drawing is measured by, in its own units.
#[derive(Clone, Copy)]
struct Measure {
    /// Between two ratings.
    step: u32,
    /// Beside the first and the last.
    edge: u32,
    /// For how many dots above each other there is room.
    most: u32,
    /// Whether the marks' words stand below each other, having no room side by
    /// side.
    stacked: bool,
}

impl Measure {
    fn x(self, rating: usize) -> u32 {
        self.edge + self.step * u32::try_from(rating.min(10)).unwrap_or(10)
    }

    fn width(self) -> u32 {
        2 * self.edge + 10 * self.step
    }

    /// Where the dots may begin, below the marks' words.
    fn top(self, marks: usize) -> u32 {
        match u32::try_from(marks).unwrap_or(0) {
            0 => 2,
            marks if self.stacked => LINE * marks + 8,
            _ => LINE + 3,
        }
    }
}

struct Page {
    lang: Lang,
    out: String,
    /// How many strips there are so far, for ids.
    strips: usize,
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
                Block::Strip(strip) => self.strip(strip),
                Block::Grid(grid) => self.grid(grid),
                Block::Bars(bars) => self.bars(bars),
                Block::Sides(sides) => self.sides(sides),
                Block::Letter(paragraphs) => {
                    self.raw("<blockquote class=\"letter\">\n");
                    for paragraph in paragraphs {
                        self.element("p", "", &html_lines(paragraph));
                    }
                    self.raw("</blockquote>\n");
                }
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
        self.raw("<table>\n");
        self.element("caption", "", &html_lines(&table.caption));
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
                    write!(self.out, "<td{class}>{cell}</td>")
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
        let words = match headline.number {
            Some(number) => t!(self.lang, "memo-render-step", number = number),
            None => t!(self.lang, "memo-render-no-step"),
        };
        let _ = write!(
            self.out,
            "<svg class=\"ladder\" viewBox=\"0 0 136 50\" role=\"img\" aria-label=\"{}\">",
            html(&words)
        );
        for step in 0..4_u8 {
            let lit = if headline.number == Some(step) {
                " class=\"lit\""
            } else {
                ""
            };
            let x = 2 + 34 * u32::from(step);
            let _ = write!(
                self.out,
                "<g{lit}><rect x=\"{x}\" y=\"4\" width=\"30\" height=\"30\" rx=\"3\" />\
                 <text x=\"{}\" y=\"24\">{step}</text></g>",
                x + 15
            );
        }
        let _ = write!(
            self.out,
            "<text x=\"2\" y=\"47\">{}</text>\
             <text x=\"134\" y=\"47\" text-anchor=\"end\">{}</text>",
            html(&t!(self.lang, "memo-render-lowest")),
            html(&t!(self.lang, "memo-render-highest"))
        );
        self.raw("</svg>\n");
        self.element("p", " class=\"ground\"", &html_lines(&headline.ground));
        self.raw("</div>\n");
    }

    fn strip(&mut self, strip: &Strip) {
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
        let measure = Measure {
            step: 42,
            edge: 16,
            most: highest([strip]),
            stacked: false,
        };
        self.drawing(strip, measure);
        self.element("p", "", &html_lines(&strip.words));
        self.raw("</div>\n</figure>\n");
    }

    /// Dots stacked on a scale; floor and bar as lines with their words; the
    /// group score's number framed.
    fn drawing(&mut self, strip: &Strip, measure: Measure) {
        const TALLEST: u32 = 84;
        self.strips += 1;
        let id = self.strips;
        let width = measure.width();
        let most = measure.most.max(1);
        // From seven dots on they move together, and a number says how many.
        let crowded = most * 14 > TALLEST;
        let stack = (most * 14).min(TALLEST) + if crowded { 22 } else { 0 };
        let base = measure.top(strip.marks.len()) + stack + 4;
        let height = base + 24;

        let given: Vec<String> = strip
            .counts
            .iter()
            .enumerate()
            .filter(|(_, count)| **count > 0)
            .map(|(rating, &count)| {
                t!(
                    self.lang,
                    "memo-render-count",
                    rating = rating,
                    count = count
                )
            })
            .collect();
        let description = if given.is_empty() {
            t!(self.lang, "memo-render-no-answers")
        } else {
            given.join("; ")
        };
        let _ = write!(
            self.out,
            "<svg viewBox=\"0 0 {width} {height}\" role=\"img\" \
             aria-labelledby=\"strip-{id}-title strip-{id}-desc\">\
             <title id=\"strip-{id}-title\">{}</title>\
             <desc id=\"strip-{id}-desc\">{}</desc>",
            html(&strip.label),
            html(&description)
        );
        self.marks(strip, measure, base);
        let _ = write!(
            self.out,
            "<path class=\"axis\" d=\"M2 {base}H{}\" />",
            width - 2
        );
        for rating in 0..11 {
            let lit = strip
                .grade
                .is_some_and(|grade| usize::from(grade) == rating);
            let at = measure.x(rating);
            if lit {
                let wide = measure.step.min(24);
                let _ = write!(
                    self.out,
                    "<rect class=\"lit\" x=\"{}\" y=\"{}\" width=\"{wide}\" height=\"18\" rx=\"3\" />",
                    at - wide / 2,
                    base + 4
                );
            }
            let class = if lit { " class=\"lit\"" } else { "" };
            let _ = write!(
                self.out,
                "<text{class} x=\"{at}\" y=\"{}\" text-anchor=\"middle\">{rating}</text>",
                base + 17
            );
        }
        for (rating, &count) in strip.counts.iter().enumerate() {
            let at = measure.x(rating);
            // In tenths, whole numbers only: the same bytes everywhere.
            let apart = (TALLEST * 10 / most).min(140);
            for dot in 0..count {
                let y = (base - 8) * 10 - dot * apart;
                let _ = write!(
                    self.out,
                    "<circle cx=\"{at}\" cy=\"{}.{}\" r=\"6\" />",
                    y / 10,
                    y % 10
                );
            }
            if crowded && count > 0 {
                let y = base - 8 - (count - 1) * apart / 10 - 10;
                let _ = write!(
                    self.out,
                    "<text class=\"count\" x=\"{at}\" y=\"{y}\" text-anchor=\"middle\">{count}</text>"
                );
            }
        }
        self.raw("</svg>\n");
    }

    /// Floor and bar, or whatever is marked.
    fn marks(&mut self, strip: &Strip, measure: Measure, base: u32) {
        for (index, (rating, word)) in (0..).zip(&strip.marks) {
            let at = measure.x(usize::from(*rating));
            // The first mark's word stands to its left, the others' to their
            // right, so that floor and bar keep apart; below each other they
            // stand where there is more room.
            let (left, line) = if measure.stacked {
                (*rating > 5, LINE * index)
            } else {
                ((index == 0 && *rating >= 2) || *rating >= 10, 0)
            };
            let (text_x, anchor) = if left {
                (at - 5, "end")
            } else {
                (at + 5, "start")
            };
            let _ = write!(
                self.out,
                "<g class=\"mark mark-{}\"><path d=\"M{at} {}V{base}\" />\
                 <text x=\"{text_x}\" y=\"{}\" text-anchor=\"{anchor}\">{} {rating}</text></g>",
                if index == 0 { "first" } else { "next" },
                2 + line,
                12 + line,
                html(word)
            );
        }
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
                picture(bar.fill),
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
            // One height a row, so that the options' scales are level.
            let measure = Measure {
                step: 20,
                edge: 12,
                most: highest(strips),
                stacked: true,
            };
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
                        self.drawing(strip, measure);
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

/// How many dots stand above each other at most.
fn highest<'a>(strips: impl IntoIterator<Item = &'a Strip>) -> u32 {
    let counts = strips.into_iter().flat_map(|strip| strip.counts);
    counts.max().unwrap_or(0)
}

/// A bar alone: a share in a frame of the whole length, or circles in tens.
fn picture(fill: Fill) -> String {
    let svg = |width: u32, height: u32, shapes: &str| {
        format!(
            "<svg viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" aria-hidden=\"true\">{shapes}</svg>"
        )
    };
    let circle = |index: u32| {
        let (x, y) = (5 + 11 * (index % 10), 7 + 11 * (index / 10));
        format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"4\" />")
    };
    match fill {
        Fill::Nothing | Fill::Count(0) => String::new(),
        Fill::Share(share) => {
            let length = 2 * steps(share, 100);
            let shapes = format!(
                "<rect class=\"frame\" x=\"1\" y=\"3\" width=\"200\" height=\"8\" />\
                 <rect x=\"1\" y=\"1\" width=\"{length}\" height=\"12\" />"
            );
            svg(202, 14, &shapes)
        }
        Fill::Count(count) if count <= MOST_CIRCLES => {
            let circles: String = (0..count).map(circle).collect();
            svg(110, 14 + 11 * ((count - 1) / 10), &circles)
        }
        Fill::Count(count) => {
            let number = format!("<text x=\"12\" y=\"12\">×{count}</text>");
            svg(110, 14, &(circle(0) + &number))
        }
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
