//! What there is to see on a page, as lines.

use super::super::{
    theme::Theme,
    widgets::{
        big, blocks, shortened,
        strip::{self, Words},
        wrapped,
    },
};
use crate::{lang::Lang, memo::tree, t, walk::Item};
use ratatui::{
    layout::Rect,
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::is_seen_far;

/// How much room the items are given.
#[derive(Clone, Copy)]
pub(super) struct Air {
    /// Empty lines between them: 2 between all, 1 not below what is large
    /// itself, 0 none.
    lines: u8,
    /// Whether the verdict may take two lines of large letters.
    large: bool,
    /// How many times as high as on the facilitator's screen large things may
    /// be: in the room window the back row looks at them.
    far: u16,
}

impl Air {
    /// From the most to the least.
    pub(super) const ALL: [Self; 5] = [
        Self::new(2, true),
        Self::new(1, true),
        Self::new(0, true),
        Self::new(2, false),
        Self::new(0, false),
    ];

    /// The same for the room window.
    pub(super) const FAR: [Self; 7] = [
        Self::ALL[0].far(3),
        Self::ALL[0].far(2),
        Self::ALL[1].far(2),
        Self::ALL[1].far(1),
        Self::ALL[2].far(1),
        Self::ALL[3].far(1),
        Self::ALL[4].far(1),
    ];

    const fn new(lines: u8, large: bool) -> Self {
        Self {
            lines,
            large,
            far: 0,
        }
    }

    const fn far(self, far: u16) -> Self {
        Self { far, ..self }
    }

    /// Whether what is large may stand apart.
    pub(super) const fn is_airy(self) -> bool {
        self.lines > 0
    }
}

/// The body with as much air as lets everything be seen at once that the page
/// is about; what stands `aside` may be scrolled to.
pub(super) fn fitted(
    theme: &Theme,
    lang: Lang,
    body: &[Item],
    aside: usize,
    area: Rect,
) -> Vec<Line<'static>> {
    let aside = aside.min(body.len());
    let [most, .., least] = Air::ALL;
    if aside == 0 {
        return body_lines(theme, lang, body, area, most);
    }
    // The last line tells of what is aside.
    let room = usize::from(area.height).saturating_sub(usize::from(aside < body.len()));
    let fits = |air: &Air| body_lines(theme, lang, &body[..aside], area, *air).len() <= room;
    let air = Air::ALL.into_iter().find(fits).unwrap_or(least);
    let mut lines = body_lines(theme, lang, &body[..aside], area, air);
    if aside < body.len() {
        lines.push(Line::default());
        lines.extend(body_lines(theme, lang, &body[aside..], area, most));
    }
    lines
}

pub(super) fn body_lines(
    theme: &Theme,
    lang: Lang,
    items: &[Item],
    area: Rect,
    air: Air,
) -> Vec<Line<'static>> {
    let mut lines: Vec<Line<'static>> = Vec::new();
    let mut after_large = false;
    let mut items = items.iter().peekable();
    while let Some(item) = items.next() {
        let said = items.peek().and_then(|next| told(item, next));
        let more = match said {
            Some((score, rest)) => {
                items.next();
                strip_lines(theme, lang, item, score, rest, area, air)
            }
            None => item_lines(theme, lang, item, area, air),
        };
        if more.is_empty() {
            continue;
        }
        let blank = match air.lines {
            0 => false,
            1 => airy(item) && !after_large,
            _ => airy(item),
        };
        if !lines.is_empty() && blank {
            lines.push(Line::default());
        }
        lines.extend(more);
        after_large = is_seen_far(item);
    }
    lines
}

/// What is said of one of several strips: its score, and the rest.
fn told<'a>(item: &Item, next: &'a Item) -> Option<(&'a str, &'a [tree::Span])> {
    match (item, next) {
        (Item::Dots(dots), Item::Block(tree::Block::Para(spans))) if dots.small => match &spans[..]
        {
            [tree::Span::Strong(score), rest @ ..] => Some((score, rest)),
            _ => None,
        },
        _ => None,
    }
}

/// One of several strips: its name with the score, the dots, and the rest of
/// what is said.
fn strip_lines(
    theme: &Theme,
    lang: Lang,
    item: &Item,
    score: &str,
    rest: &[tree::Span],
    area: Rect,
    air: Air,
) -> Vec<Line<'static>> {
    let mut lines = item_lines(theme, lang, item, area, air);
    if let Some(name) = lines.first_mut() {
        let score = Span::styled(format!("   {score}"), theme.accent);
        name.spans.push(score);
    }
    let mut rest = rest.to_vec();
    if let Some(tree::Span::Text(text)) = rest.first_mut() {
        *text = text.trim_start().to_owned();
    }
    if !rest.is_empty() {
        let rest = [tree::Block::Para(rest)];
        lines.extend(blocks::lines(&rest, area.width, theme, lang));
    }
    lines
}

/// Whether an item stands apart from the one before.
fn airy(item: &Item) -> bool {
    use tree::Block as B;
    !matches!(
        item,
        Item::Block(B::List(_) | B::Steps(_)) | Item::Small(_) | Item::Legend(_)
    )
}

pub(super) fn item_lines(
    theme: &Theme,
    lang: Lang,
    item: &Item,
    area: Rect,
    air: Air,
) -> Vec<Line<'static>> {
    let width = area.width;
    match item {
        Item::Block(tree::Block::Grid(grid)) if area.height < 20 => {
            low_grid(grid, &t!(lang, "grid-before"), width, theme)
        }
        Item::Block(block) => blocks::lines(std::slice::from_ref(block), width, theme, lang),
        Item::Small(text) | Item::Legend(text) => wrapped(text, width, theme.dim),
        Item::Big(text) => {
            let height = (area.height / 2).max(4);
            let height = if air.far == 1 { 4 } else { height };
            big::big(text, width, height, theme.strong, theme.ascii)
                .unwrap_or_else(|| wrapped(text, width, theme.strong))
        }
        Item::Banner(text, number) => banner(text, *number, area, air, theme),
        Item::Trial(text) => spaced(text, width, theme),
        Item::Dots(dots) => {
            let words = Words::new(lang);
            let mut lines = Vec::new();
            if !dots.strip.label.is_empty() {
                lines.extend(wrapped(&dots.strip.label, width, theme.strong));
            }
            let marks = &dots.strip.marks;
            let floor_and_bar = match marks[..] {
                [(floor, _), (bar, _)] if dots.lines => Some((floor, bar)),
                _ => None,
            };
            let (large, rows) = if air.far > 0 {
                // As many as there are on one card.
                let share = if dots.small { 3 } else { 1 };
                far_dots(&dots.strip.counts, area.height / share)
            } else {
                (false, (area.height / 3).clamp(4, 10))
            };
            let picture = strip::Dots {
                counts: &dots.strip.counts,
                grade: dots.strip.grade.filter(|_| dots.lines),
                lines: floor_and_bar,
                rows,
                large,
                words: &words,
            };
            if dots.small && !large {
                lines.extend(compact(&picture, width, theme));
            } else {
                lines.extend(picture.draw(width, theme));
            }
            lines
        }
        Item::Counts(counts) => counted(counts, width, theme, air.far > 0 && area.height >= 14),
        Item::Letter(paragraphs) => {
            let block = tree::Block::Letter(tree::Letter {
                from: String::new(),
                paragraphs: paragraphs.clone(),
            });
            blocks::lines(&[block], width, theme, lang)
        }
    }
}

/// Whether the dots are large in the room window, and how many stand above
/// each other: the same on both beats, so that the second only adds.
fn far_dots(counts: &[u32; 11], height: u16) -> (bool, u16) {
    // What stands around the dots, and what is said below them.
    let room = height.saturating_sub(9);
    let deepest = counts.iter().copied().max().unwrap_or(0);
    let large = u32::from(room / 2) >= deepest.min(6);
    (large, if large { room / 2 } else { room.max(3) })
}

/// The 3×3 table without rules, where lines are few.
fn low_grid(grid: &tree::Grid, before: &str, width: u16, theme: &Theme) -> Vec<Line<'static>> {
    let width = usize::from(width);
    let first = grid.rows.iter().map(|row| row.width()).max().unwrap_or(0) + 1;
    let padded = |text: &str, room: usize| {
        let text = shortened(text, room.saturating_sub(1));
        let pad = room.saturating_sub(text.width());
        format!("{text}{}", " ".repeat(pad))
    };
    // Each column as wide as its words, if all of them have room.
    let wide = |column: usize| {
        let cells = grid.cells.iter().map(|row| row[column].width());
        cells.max().unwrap_or(0) + 3
    };
    let even = width.saturating_sub(first) / 3;
    let mut widths = [0, 1, 2].map(wide);
    if first + widths.iter().sum::<usize>() > width {
        widths = [even; 3];
    }
    let axes = format!("{} ↓   {} →", grid.rows_label, grid.columns_label);
    // The letter and the law may say otherwise.
    let whole = format!("{axes}   ({before})");
    let axes = if whole.width() <= width { whole } else { axes };
    let mut head = vec![Span::raw(" ".repeat(first))];
    for (column, room) in grid.columns.iter().zip(widths) {
        let text = padded(&format!("  {column}"), room);
        head.push(Span::styled(text, theme.strong));
    }
    let mut lines = vec![
        Line::styled(shortened(&axes, width), theme.dim),
        Line::from(head),
    ];
    for (r, (row, cells)) in grid.rows.iter().zip(&grid.cells).enumerate() {
        let mut spans = vec![Span::styled(padded(row, first), theme.strong)];
        for (c, (text, room)) in cells.iter().zip(widths).enumerate() {
            let lit = grid.lit == Some((r, c));
            let (sign, style) = if lit {
                ("▸ ", theme.selected)
            } else {
                ("  ", theme.body)
            };
            spans.push(Span::styled(padded(&format!("{sign}{text}"), room), style));
        }
        lines.push(Line::from(spans));
    }
    lines
}

/// Several strips on one page: the numbers, and under each how many gave it;
/// floor and bar as lines through both.
fn compact(dots: &strip::Dots, width: u16, theme: &Theme) -> Vec<Line<'static>> {
    let step = (usize::from(width) / 11).clamp(4, 8);
    let mut numbers = Vec::new();
    let mut given = Vec::new();
    for (rating, &n) in (0_u8..).zip(dots.counts) {
        let (mark, mark_style) = match dots.lines {
            Some((floor, _)) if floor == rating => ("┊", theme.floor),
            Some((_, bar)) if bar == rating => ("┃", theme.bar),
            _ => (" ", theme.body),
        };
        let number_style = if dots.grade == Some(rating) {
            theme.selected
        } else {
            theme.dim
        };
        let room = step - 1;
        let dot = match n {
            0 => "·".to_owned(),
            n if usize::try_from(n).is_ok_and(|n| n < room) => {
                "●".repeat(usize::try_from(n).unwrap_or(0))
            }
            n => format!("●{n}"),
        };
        let dot_style = if n == 0 { theme.dim } else { theme.dot };
        for (spans, text, style) in [
            (&mut numbers, rating.to_string(), number_style),
            (&mut given, dot, dot_style),
        ] {
            let pad = room.saturating_sub(text.width());
            spans.push(Span::styled(mark, mark_style));
            spans.push(Span::styled(text, style));
            spans.push(Span::raw(" ".repeat(pad)));
        }
    }
    vec![Line::from(numbers), Line::from(given)]
}

/// The verdict: in large letters where there is room, else inverse.
fn banner(
    text: &str,
    number: Option<u8>,
    area: Rect,
    air: Air,
    theme: &Theme,
) -> Vec<Line<'static>> {
    let tint = match number {
        Some(0) => theme.bad,
        Some(1) => theme.warn,
        Some(_) => theme.good,
        None => theme.strong,
    };
    // Two lines of the smallest large letters, or one.
    let least = if air.large { 9 } else { 4 };
    let room = (area.height / 4).max(least) * air.far.max(1);
    if let Some(lines) = big::big(text, area.width, room, tint, theme.ascii) {
        return lines;
    }
    spaced(text, area.width, theme)
}

/// Capitals set apart, inverse, on one line; without room for that as it is.
fn spaced(text: &str, width: u16, theme: &Theme) -> Vec<Line<'static>> {
    let apart: String = text.to_uppercase().chars().flat_map(|c| [c, ' ']).collect();
    let apart = format!("  {apart} ");
    if apart.width() <= usize::from(width) {
        vec![Line::styled(apart, theme.banner)]
    } else {
        wrapped(&format!(" {text} "), width, theme.banner)
    }
}

/// The answers on the letter, a dot for each; for the back row large ones.
fn counted(counts: &[(String, u32)], width: u16, theme: &Theme, large: bool) -> Vec<Line<'static>> {
    let longest = counts.iter().map(|(name, _)| name.width()).max();
    let longest = longest.unwrap_or(0);
    let widest = counts.iter().map(|(_, n)| *n).max().unwrap_or(0);
    let widest = usize::try_from(widest).unwrap_or(usize::MAX / 4);
    let room = usize::from(width).saturating_sub(longest + 8);
    let signs: &[&str] = match widest * 4 <= room {
        true if large => &["▟█▙ ", "▜█▛ "],
        true => &["●   "],
        false => &["● "],
    };
    let mut lines = Vec::new();
    for (name, n) in counts {
        let many = usize::try_from(*n).unwrap_or(usize::MAX).min(room / 2);
        for (i, sign) in signs.iter().enumerate() {
            let (name, n) = match i {
                0 => (name.as_str(), n.to_string()),
                _ => ("", String::new()),
            };
            let pad = " ".repeat(longest.saturating_sub(name.width()));
            lines.push(Line::from(vec![
                Span::styled(format!("{name}{pad}  "), theme.body),
                Span::styled(format!("{n:>3}  "), theme.strong),
                Span::styled(sign.repeat(many), theme.dot),
            ]));
        }
        lines.push(Line::default());
    }
    lines.pop();
    lines
}
