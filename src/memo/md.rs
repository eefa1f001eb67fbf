//! The memo as Markdown: `CommonMark` with the tables of GitHub.
//!
//! Invariant: whoever parses the output gets back the tree's own words, and
//! no markup but ours. Every character that could be markup where it stands is
//! escaped; where it is harmless it stays as typed, so that the text can be
//! read as it is.
//!
//! One thing can't be escaped: GitHub turns e-mail addresses into links after
//! it has resolved the escapes. Such a link goes where its words say.

use super::escape::{characters, one_line};
use super::tree::{
    Bars, Block, Fill, Grid, Headline, Letter, Memo, Moves, Rich, Running, Side, Sides, Span,
    Strip, Table, plain, steps,
};
use crate::lang::Lang;
use crate::t;
use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};

/// How many dots stand above each other before a strip gives numbers instead.
const MOST_DOTS: u32 = 8;

/// How wide a step of the scale is, in characters.
const STEP: usize = 4;

/// How long a whole bar is, in characters, and how many signs stand in a row
/// before a bar gives a number instead.
const LONGEST: u16 = 24;

/// The memo as a Markdown document.
#[must_use]
pub fn render(memo: &Memo) -> String {
    let mut page = Page {
        lang: memo.lang,
        out: String::new(),
        last_list: None,
        whole: memo.annexes.is_empty(),
    };
    page.running(&memo.running);
    page.line("# ", &heading(&memo.title));
    page.para("", &plain(memo.subtitle.as_str()));
    page.blocks(&memo.front);
    for annex in &memo.annexes {
        page.line("## ", &heading(&annex.title));
        page.blocks(&annex.blocks);
    }
    page.line("---", "");
    page.para("", &plain(memo.footer.as_str()));
    page.running(&memo.running);
    page.out
}

/// A bulleted or a numbered list. Two of a kind in a row would run into one,
/// so the second gets another marker.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ListKind {
    Bullets { star: bool },
    Numbers { bracket: bool },
}

struct Page {
    lang: Lang,
    out: String,
    /// The list that was written last, while nothing has come after it.
    last_list: Option<ListKind>,
    /// Whether page one is all there is.
    whole: bool,
}

impl Page {
    /// A block: an empty line before it, then its lines, each after `prefix`.
    fn block(&mut self, prefix: &str, text: &str) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        for line in text.split('\n') {
            let line = format!("{prefix}{line}");
            self.out.push_str(line.trim_end_matches(' '));
            self.out.push('\n');
        }
        self.last_list = None;
    }

    fn line(&mut self, marker: &str, text: &str) {
        self.block("", &format!("{marker}{text}"));
    }

    fn para(&mut self, prefix: &str, text: &[Span]) {
        let text = inline(text, Place::Flow);
        if !text.is_empty() {
            self.block(prefix, &text);
        }
    }

    /// Whose document it is and who may read it.
    fn running(&mut self, running: &Running) {
        let mut line = Rich::new();
        if !running.organisation.is_empty() {
            line.push(Span::Text(running.organisation.clone()));
        }
        if !running.classification.is_empty() {
            if !line.is_empty() {
                line.push(Span::Text(" · ".into()));
            }
            line.push(Span::Strong(running.classification.clone()));
        }
        self.para("", &line);
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading(level, text) => {
                    // Without annexes there is no level between.
                    let marker = match (*level <= 3, self.whole) {
                        (true, true) => "## ",
                        (true, false) | (false, true) => "### ",
                        (false, false) => "#### ",
                    };
                    self.line(marker, &heading(text));
                }
                Block::Para(text) => self.para("", text),
                Block::List(items) => self.bullets(items),
                Block::Steps(items) => self.numbers(items),
                Block::Pairs(pairs) => {
                    let items: Vec<Rich> = pairs.iter().map(pair).collect();
                    self.bullets(&items);
                }
                Block::Table(table) => self.table(table),
                Block::Headline(headline) => self.headline(headline),
                Block::Strip(strip) => self.strip(strip),
                Block::Strips(strips) => {
                    for strip in strips {
                        self.strip(strip);
                    }
                }
                Block::Moves(moves) => self.moves(moves),
                Block::Grid(grid) => self.grid(grid),
                Block::Bars(bars) => self.bars(bars),
                Block::Sides(sides) => self.sides(sides),
                Block::Letter(letter) => self.letter(letter),
                Block::Notice(text) => {
                    let mut rich = vec![
                        Span::Strong(t!(self.lang, "memo-render-notice")),
                        Span::Text(" ".into()),
                    ];
                    rich.extend_from_slice(text);
                    self.para("> ", &rich);
                }
            }
        }
    }

    fn bullets(&mut self, items: &[Rich]) {
        let star = self.last_list == Some(ListKind::Bullets { star: false });
        let marker = if star { "* " } else { "- " };
        self.list(ListKind::Bullets { star }, items, |_| marker.to_owned());
    }

    fn numbers(&mut self, items: &[Rich]) {
        let bracket = self.last_list == Some(ListKind::Numbers { bracket: false });
        let end = if bracket { ')' } else { '.' };
        self.list(ListKind::Numbers { bracket }, items, |number| {
            format!("{number}{end} ")
        });
    }

    fn list(&mut self, kind: ListKind, items: &[Rich], marker: impl Fn(usize) -> String) {
        let lines: Vec<String> = items
            .iter()
            .enumerate()
            .map(|(index, item)| {
                let marker = marker(index + 1);
                let indented = format!("\n{}", " ".repeat(marker.len()));
                let text = inline(item, Place::Flow).replace('\n', &indented);
                format!("{marker}{text}")
            })
            .collect();
        if !lines.is_empty() {
            self.block("", &lines.join("\n"));
            self.last_list = Some(kind);
        }
    }

    /// A caption, then the table; `numeric` columns are aligned to the right.
    fn table(&mut self, table: &Table) {
        self.para("", &[Span::Strong(table.caption.clone())]);
        let head: Vec<Rich> = table.head.iter().map(plain).collect();
        let rows: Vec<Vec<String>> = table.rows.iter().map(|row| cells(row)).collect();
        self.rows(&cells(&head), &table.numeric, &rows);
    }

    /// A table of cells that are Markdown already.
    fn rows(&mut self, head: &[String], numeric: &[bool], rows: &[Vec<String>]) {
        if head.is_empty() {
            return;
        }
        let rule = (0..head.len()).map(|column| {
            let right = numeric.get(column).copied().unwrap_or(false);
            if right { "---:" } else { "---" }.to_owned()
        });
        let mut lines = vec![row_of(head.iter().cloned()), row_of(rule)];
        lines.extend(rows.iter().map(|row| row_of(row.iter().cloned())));
        self.block("", &lines.join("\n"));
    }

    /// The verdict as the only strong words, after a sign: four steps, the
    /// one that holds filled; none filled for `not-yet`.
    fn headline(&mut self, headline: &Headline) {
        let sign: String = (0..4)
            .map(|step| match headline.number {
                Some(number) if number == step => '●',
                _ => '○',
            })
            .collect();
        self.para("", &plain(headline.label.as_str()));
        self.para(
            "",
            &[
                Span::Text(format!("{sign} ")),
                Span::Strong(headline.verdict.clone()),
            ],
        );
        self.para("", &plain(headline.ground.as_str()));
    }

    fn strip(&mut self, strip: &Strip) {
        let mut label = vec![Span::Strong(strip.label.clone())];
        if let Some(grade) = strip.grade {
            let word = t!(self.lang, "memo-render-grade");
            label.push(Span::Text(format!(" · {word} {grade}")));
        }
        self.para("", &label);
        let drawing = drawing(strip);
        let fence = fence(&drawing);
        self.block("", &format!("{fence}text\n{drawing}\n{fence}"));
        self.para("", &plain(strip.words.as_str()));
    }

    fn grid(&mut self, grid: &Grid) {
        self.para("", &[Span::Strong(grid.caption.clone())]);
        let corner = format!("{} ↓ {} →", grid.rows_label, grid.columns_label);
        let mut head = vec![plain(corner)];
        head.extend(grid.columns.iter().map(plain));
        let rows: Vec<Vec<String>> = (0..3)
            .map(|row| {
                let mut rich = vec![plain(grid.rows[row].as_str())];
                rich.extend((0..3).map(|column| {
                    let verdict = &grid.cells[row][column];
                    if grid.lit == Some((row, column)) {
                        vec![Span::Strong(format!("● {verdict} ({})", grid.lit_word))]
                    } else {
                        plain(verdict.as_str())
                    }
                }));
                cells(&rich)
            })
            .collect();
        self.rows(&cells(&head), &[], &rows);
    }

    fn bars(&mut self, bars: &Bars) {
        self.para("", &[Span::Strong(bars.caption.clone())]);
        if !bars.rows.is_empty() {
            let drawing = bar_drawing(bars);
            let fence = fence(&drawing);
            self.block("", &format!("{fence}text\n{drawing}\n{fence}"));
        }
        let notes: Vec<Rich> = bars
            .rows
            .iter()
            .filter(|bar| !bar.note.is_empty())
            .map(|bar| pair(&(bar.label.clone(), plain(bar.note.as_str()))))
            .collect();
        self.bullets(&notes);
    }

    fn sides(&mut self, sides: &Sides) {
        self.para("", &[Span::Strong(sides.caption.clone())]);
        let mut head = vec![Rich::new()];
        head.extend(sides.heads.iter().map(plain));
        let rows: Vec<Vec<String>> = sides
            .rows
            .iter()
            .map(|(label, sides)| {
                let mut row = cells(&[plain(label.as_str())]);
                row.extend(sides.iter().map(|side| match side {
                    Side::Text(text) => inline(text, Place::Cell),
                    Side::Strip(strip) => {
                        let mut cell = format!("`{}`", strip.compact());
                        if !strip.words.is_empty() {
                            cell.push(' ');
                            cell += &inline(&plain(strip.words.as_str()), Place::Cell);
                        }
                        cell
                    }
                }));
                row
            })
            .collect();
        self.rows(&cells(&head), &[], &rows);
        self.para("", &plain(sides.legend.as_str()));
    }

    fn moves(&mut self, moves: &Moves) {
        self.para("", &[Span::Strong(moves.label.clone())]);
        if !moves.moves.is_empty() {
            let drawing = move_drawing(moves);
            let fence = fence(&drawing);
            self.block("", &format!("{fence}text\n{drawing}\n{fence}"));
        }
        self.para("", &plain(moves.words.as_str()));
    }

    fn letter(&mut self, letter: &Letter) {
        let from = Some(vec![Span::Strong(letter.from.clone())]);
        let from = from.filter(|_| !letter.from.is_empty());
        let said = letter.paragraphs.iter().map(|text| plain(text.as_str()));
        let paragraphs: Vec<String> = from
            .into_iter()
            .chain(said)
            .map(|text| inline(&text, Place::Flow))
            .filter(|text| !text.is_empty())
            .collect();
        if !paragraphs.is_empty() {
            self.block("> ", &paragraphs.join("\n\n"));
        }
    }
}

fn heading(text: &str) -> String {
    inline(&plain(text), Place::Heading)
}

fn pair((label, value): &(String, Rich)) -> Rich {
    let mut rich = vec![Span::Strong(label.clone()), Span::Text(": ".into())];
    rich.extend_from_slice(value);
    rich
}

fn cells(row: &[Rich]) -> Vec<String> {
    row.iter().map(|cell| inline(cell, Place::Cell)).collect()
}

fn row_of(cells: impl Iterator<Item = String>) -> String {
    let cells: Vec<String> = cells.collect();
    format!("| {} |", cells.join(" | "))
}

/// A strip in characters of one width: the marks, the scale with the group
/// score in brackets, the answers.
fn drawing(strip: &Strip) -> String {
    let mut lines = mark_lines(&strip.marks);
    lines.push(scale_line(strip.grade));
    let most = strip.counts.iter().copied().max().unwrap_or(0);
    let given = |height: u32| (0..).zip(&strip.counts).filter(move |(_, n)| **n > height);
    if most > MOST_DOTS {
        let mut line = Vec::new();
        for (rating, &count) in given(0) {
            let number = format!("{count}×");
            let start = (column(rating) + 2).saturating_sub(number.chars().count());
            put(&mut line, start, &number);
        }
        lines.push(line);
    } else {
        for height in 0..most {
            let mut line = Vec::new();
            for (rating, _) in given(height) {
                put(&mut line, column(rating), "●");
            }
            lines.push(line);
        }
    }
    text_of(&lines)
}

/// Moves in characters of one width: the marks, the scale, an arrow for each
/// way in which answers moved, how many after those of more than one.
#[must_use]
pub fn move_drawing(moves: &Moves) -> String {
    let mut lines = mark_lines(&moves.marks);
    lines.push(scale_line(None));
    for one in &moves.moves {
        let mut line = Vec::new();
        let (from, to) = (column(one.from), column(one.to));
        let (left, right) = (from.min(to), from.max(to));
        put(&mut line, left, &"─".repeat(right - left));
        put(&mut line, from, "○");
        put(&mut line, to, if to > from { "▶" } else { "◀" });
        if one.count > 1 {
            let number = format!("{}×", one.count);
            put(&mut line, right + 2, &number);
        }
        lines.push(line);
    }
    text_of(&lines)
}

/// In which column a rating stands.
fn column(rating: u8) -> usize {
    usize::from(rating.min(10)) * STEP + STEP - 1
}

/// Writes a text into a line, from a column on.
fn put(line: &mut Vec<char>, start: usize, text: &str) {
    let text: Vec<char> = text.chars().collect();
    if line.len() < start + text.len() {
        line.resize(start + text.len(), ' ');
    }
    line[start..start + text.len()].copy_from_slice(&text);
}

fn text_of(lines: &[Vec<char>]) -> String {
    let lines: Vec<String> = lines.iter().map(|line| line.iter().collect()).collect();
    lines.join("\n")
}

/// Floor and bar, or whatever is marked, over the scale.
fn mark_lines(marks: &[(u8, String)]) -> Vec<Vec<char>> {
    let mut lines: Vec<Vec<char>> = Vec::new();
    for (rating, word) in marks {
        let column = column(*rating);
        let word = one_line(word);
        let left = format!("{word}▾");
        let (start, text) = match (column + 1).checked_sub(left.chars().count()) {
            Some(start) => (start, left),
            None => (column, format!("▾{word}")),
        };
        let end = start + text.chars().count();
        let free = |line: &Vec<char>| {
            let from = start.saturating_sub(1).min(line.len());
            let to = (end + 1).min(line.len());
            line[from..to].iter().all(|&c| c == ' ')
        };
        let index = lines.iter().position(free).unwrap_or_else(|| {
            lines.push(Vec::new());
            lines.len() - 1
        });
        put(&mut lines[index], start, &text);
    }
    lines
}

/// The numbers from 0 to 10, the group score in brackets.
fn scale_line(grade: Option<u8>) -> Vec<char> {
    let mut scale = Vec::new();
    for rating in 0..=10 {
        let number = rating.to_string();
        let start = column(rating) + 1 - number.len();
        if grade == Some(rating) {
            put(&mut scale, start - 1, &format!("[{number}]"));
        } else {
            put(&mut scale, start, &number);
        }
    }
    scale
}

/// Bars in characters of one width: sign, label, bar, words.
fn bar_drawing(bars: &Bars) -> String {
    let width = |texts: &[String]| texts.iter().map(|text| text.chars().count()).max();
    let labels: Vec<String> = bars.rows.iter().map(|bar| one_line(&bar.label)).collect();
    let pictures: Vec<String> = bars.rows.iter().map(|bar| picture(bar.fill)).collect();
    let label_width = width(&labels).unwrap_or(0);
    let bar_width = width(&pictures).unwrap_or(0);
    let mut lines = Vec::new();
    for ((bar, label), picture) in bars.rows.iter().zip(labels).zip(pictures) {
        let sign = if bar.lit { '●' } else { ' ' };
        let says = one_line(&bar.says);
        lines.push(format!(
            "{sign} {label:<label_width$}  {picture:<bar_width$}  {says}"
        ));
    }
    lines.join("\n")
}

/// A bar alone. A share takes the whole length, so that what is missing of it
/// can be seen too.
fn picture(fill: Fill) -> String {
    match fill {
        Fill::Nothing => String::new(),
        Fill::Share(share) => {
            let bar = "█".repeat(usize::from(steps(share, LONGEST)));
            format!("{bar:<0$}", usize::from(LONGEST))
        }
        Fill::Count(count) if count <= u32::from(LONGEST) => (0..count).map(|_| '○').collect(),
        Fill::Count(count) => format!("○×{count}"),
    }
}

/// A code fence longer than any run of backticks within.
fn fence(text: &str) -> String {
    let mut longest = 0;
    let mut run = 0;
    for c in text.chars() {
        run = if c == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    "`".repeat(3.max(longest + 1))
}

/// Where a text stands, which decides what could be markup.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// A paragraph, an item or a quotation; line breaks stay.
    Flow,
    /// A heading: one line, and `#` at its end would close it.
    Heading,
    /// A cell of a table: one line.
    Cell,
}

/// A letter, a digit or the like: never punctuation to a Markdown parser.
fn wordy(c: char) -> bool {
    matches!(
        c.general_category_group(),
        GeneralCategoryGroup::Letter | GeneralCategoryGroup::Number
    )
}

/// A text with emphasis, escaped for its place.
fn inline(rich: &[Span], place: Place) -> String {
    let chars = flatten(rich, place);
    let mut out = String::with_capacity(chars.len() + 8);
    let mut strong = false;
    let mut line_start = 0;
    for (index, &(c, is_strong)) in chars.iter().enumerate() {
        if is_strong != strong {
            out.push_str("**");
            strong = is_strong;
        }
        let at_end = index + 1 == chars.len() || chars[index + 1].0 == '\n';
        match c {
            '\n' => {
                out.push_str("\\\n");
                line_start = index + 1;
                continue;
            }
            // A parser would drop a space at either end of a line.
            ' ' if index == line_start || at_end => {
                out.push_str("&#32;");
                continue;
            }
            _ => {}
        }
        if must_escape(&chars, index, line_start, place) {
            out.push('\\');
        }
        out.push(c);
    }
    if strong {
        out.push_str("**");
    }
    out
}

/// The characters of a text, each with whether it is strong, with emphasis
/// left out where a parser would not take it for such.
fn flatten(rich: &[Span], place: Place) -> Vec<(char, bool)> {
    let mut chars: Vec<(char, bool)> = Vec::new();
    for span in rich {
        let strong = matches!(span, Span::Strong(_));
        chars.extend(characters(&span.printed()).map(|c| match c {
            '\n' if place != Place::Flow => (' ', strong),
            c => (c, strong),
        }));
    }
    // A line break at either end of a block breaks nothing.
    while chars.last().is_some_and(|&(c, _)| c == '\n') {
        chars.pop();
    }
    let first = chars.iter().take_while(|&&(c, _)| c == '\n').count();
    chars.drain(..first);

    let mut start = 0;
    while start < chars.len() {
        let strong = chars[start].1;
        let mut end = start;
        while end < chars.len() && chars[end].1 == strong {
            end += 1;
        }
        if strong {
            trim_strong(&mut chars, start, end);
        }
        start = end;
    }
    chars
}

/// Takes the emphasis from the spaces at the ends of a strong run, and from
/// all of it where its `**` would not be seen as such beside its neighbours.
fn trim_strong(chars: &mut [(char, bool)], start: usize, end: usize) {
    let (mut first, mut last) = (start, end);
    while first < last && chars[first].0.is_whitespace() {
        first += 1;
    }
    while first < last && chars[last - 1].0.is_whitespace() {
        last -= 1;
    }
    let open = |outside: Option<&(char, bool)>| {
        outside.is_none_or(|&(c, _)| c == '\n' || c == ' ' || c.is_ascii_punctuation())
    };
    let seen = first < last
        && (wordy(chars[first].0) || open(first.checked_sub(1).and_then(|i| chars.get(i))))
        && (wordy(chars[last - 1].0) || open(chars.get(last)));
    for (index, (_, strong)) in chars.iter_mut().enumerate().take(end).skip(start) {
        *strong = seen && (first..last).contains(&index);
    }
}

/// Whether the character at `index` could be markup where it stands.
fn must_escape(chars: &[(char, bool)], index: usize, line_start: usize, place: Place) -> bool {
    let get = |i: usize| chars.get(i).map(|&(c, _)| c);
    let c = chars[index].0;
    let next = get(index + 1);
    let previous = index.checked_sub(1).and_then(get);
    let ends = |c: Option<char>| c.is_none_or(|c| c == ' ' || c == '\n');
    let block_start = place == Place::Flow && index == line_start;
    match c {
        '\\' | '`' | '*' | '[' | ']' | '~' | '|' => true,
        // Inside a word it is none.
        '_' => {
            let side = |i: Option<usize>| {
                i.and_then(|i| chars.get(i))
                    .is_some_and(|&(c, strong)| wordy(c) && strong == chars[index].1)
            };
            !(side(index.checked_sub(1)) && side(Some(index + 1)))
        }
        // A tag, a comment or a link between angle brackets.
        '<' => next.is_some_and(|n| n.is_ascii_alphabetic() || matches!(n, '/' | '!' | '?')),
        // An entity such as `&lt;`.
        '&' => {
            let mut rest = chars[index + 1..].iter().map(|&(c, _)| c);
            rest.find(|&c| !(c.is_ascii_alphanumeric() || c == '#')) == Some(';')
        }
        // Bare addresses, which GitHub turns into links.
        ':' if next == Some('/') && get(index + 2) == Some('/') => true,
        '.' if index >= 3 => {
            (1..=3).all(|back| get(index - back).is_some_and(|c| c.eq_ignore_ascii_case(&'w')))
                || (block_number(chars, index, line_start, place) && ends(next))
        }
        '.' | ')' => block_number(chars, index, line_start, place) && ends(next),
        '#' if place == Place::Heading => previous.is_none_or(|p| p == ' '),
        '#' | '>' => block_start,
        // List markers, rules, underlined headings, rows under a table's head.
        '-' | '+' | '=' | ':' => block_start && !next.is_some_and(wordy),
        _ => false,
    }
}

/// Whether all that stands before `index` on its line is a number that a list
/// could start with.
fn block_number(chars: &[(char, bool)], index: usize, line_start: usize, place: Place) -> bool {
    place == Place::Flow
        && (1..=9).contains(&(index - line_start))
        && chars[line_start..index]
            .iter()
            .all(|(c, _)| c.is_ascii_digit())
}
