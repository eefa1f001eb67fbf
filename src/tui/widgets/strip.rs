//! Answers as dots on the scale from 0 to 10: what a room looks at when its
//! cards are on the table.
//!
//! Invariant: the picture with floor, bar and group score has the height of
//! the one without and its dots in the same cells, so that the second look
//! adds and nothing moves.

use super::super::theme::Theme;
use super::canvas::Canvas;
use super::wrap::{clipped, columns, one_line};
use crate::{lang::Lang, t};
use ratatui::{
    style::Style,
    text::{Line, Span},
};

/// The narrowest step of the scale, in columns; what has no room for it is
/// listed instead.
const NARROWEST: usize = 3;
/// The widest step, in columns: beyond it a room no longer sees one picture.
const WIDEST: usize = 8;
/// The rows above the dots: the words of floor and bar, the numbers, the axis.
const ABOVE: usize = 3;

/// The words beside the picture, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// "floor"
    pub floor: String,
    /// "bar"
    pub bar: String,
    /// "group score"
    pub grade: String,
}

impl Words {
    /// The words of a language.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        Self {
            floor: t!(lang, "word-floor"),
            bar: t!(lang, "word-bar"),
            grade: t!(lang, "memo-render-grade"),
        }
    }
}

/// What the picture shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dots<'a> {
    /// How many gave each rating.
    pub counts: &'a [u32; 11],
    /// The group score, once it is told.
    pub grade: Option<u8>,
    /// Floor and bar, once they are told.
    pub lines: Option<(u8, u8)>,
    /// How many dots stand above each other at most; a higher column ends in
    /// its number.
    pub rows: u16,
    /// Whether it is for the back row: as wide as there is room, in dots of
    /// three columns and two rows. Below 55 columns they touch.
    pub large: bool,
    /// The words.
    pub words: &'a Words,
}

impl Dots<'_> {
    /// How many lines the picture takes, whatever it already tells; less only
    /// where it is too narrow to be drawn.
    #[must_use]
    pub fn height(&self) -> usize {
        ABOVE + self.deepest() * self.tall() + 1
    }

    /// The rows of a dot.
    const fn tall(&self) -> usize {
        if self.large { 2 } else { 1 }
    }

    fn deepest(&self) -> usize {
        let most = self.counts.iter().copied().max().unwrap_or(0);
        let most = usize::try_from(most).unwrap_or(usize::MAX);
        most.min(usize::from(self.rows)).max(1)
    }

    /// The picture in `width` columns.
    #[must_use]
    pub fn draw(&self, width: u16, theme: &Theme) -> Vec<Line<'static>> {
        let width = usize::from(width);
        let widest = if self.large { usize::MAX } else { WIDEST };
        let step = (width / 11).min(widest);
        if step < NARROWEST {
            return self.list(width, theme);
        }
        let picture = Picture {
            canvas: Canvas::new(width, self.height()),
            dots: self,
            step,
            width,
            theme,
        };
        picture.draw()
    }

    /// The answers listed, where the scale has no room.
    fn list(&self, width: usize, theme: &Theme) -> Vec<Line<'static>> {
        let given = self.counts.iter().enumerate().filter(|(_, n)| **n > 0);
        let lines = given.map(|(rating, &count)| {
            Line::from(vec![
                Span::styled(format!("{rating:>2} "), theme.body),
                Span::styled(format!("● ×{count}"), theme.dot),
            ])
        });
        clipped(lines.collect(), width)
    }
}

struct Picture<'a> {
    canvas: Canvas,
    dots: &'a Dots<'a>,
    step: usize,
    width: usize,
    theme: &'a Theme,
}

impl Picture<'_> {
    fn draw(mut self) -> Vec<Line<'static>> {
        self.axis();
        self.numbers();
        if let Some((floor, bar)) = self.dots.lines {
            self.mark(floor, true);
            self.mark(bar, false);
        }
        self.columns();
        if let Some(grade) = self.dots.grade {
            self.grade(usize::from(grade.min(10)));
        }
        self.canvas.into_lines()
    }

    /// The column of a rating's dots.
    fn at(&self, rating: usize) -> usize {
        rating * self.step + self.step / 2
    }

    /// The column of a line that everything from this rating on has reached:
    /// just before the rating.
    fn before(&self, rating: u8) -> usize {
        usize::from(rating.min(10)) * self.step
    }

    /// A thin line; once floor and bar are told, faint below the floor and
    /// heavy from the bar on.
    fn axis(&mut self) {
        for x in 0..11 * self.step {
            let (sign, style) = match self.dots.lines {
                Some((floor, _)) if x < self.before(floor) => ("╌", self.theme.dim),
                Some((_, bar)) if x > self.before(bar) => ("━", self.theme.bar),
                Some(_) => ("─", self.theme.body),
                None => ("─", self.theme.dim),
            };
            self.canvas.put(x, 2, sign, style);
        }
    }

    fn numbers(&mut self) {
        for rating in 0..11 {
            let number = rating.to_string();
            let end = self.at(rating) + 1;
            if self
                .dots
                .grade
                .is_some_and(|g| usize::from(g.min(10)) == rating)
            {
                let number = format!(" {number} ");
                self.canvas
                    .put_before(end + 1, 1, &number, self.theme.selected);
            } else {
                self.canvas.put_before(end, 1, &number, self.theme.body);
            }
        }
    }

    /// Floor or bar: its word and ▾ on top, a line down through the dots. The
    /// floor's word stands to the left of its ▾ and the bar's to the right,
    /// so that they can't meet; at the picture's edge the other way round,
    /// if there is room.
    fn mark(&mut self, rating: u8, floor: bool) {
        let (word, style, line) = if floor {
            (&self.dots.words.floor, self.theme.floor, "┊")
        } else {
            (&self.dots.words.bar, self.theme.bar, "┃")
        };
        let word = one_line(word);
        let x = self.before(rating);
        let other = self
            .dots
            .lines
            .map_or(self.width, |(_, bar)| self.before(bar));
        let fits_left = columns(&word) < x;
        let fits_right = x + 2 + columns(&word) <= if floor { other } else { self.width };
        if floor && fits_left || !floor && !fits_right {
            self.canvas
                .put_before(x + 1, 0, &format!("{word} ▾"), style);
        } else if fits_right {
            self.canvas.put(x, 0, &format!("▾ {word}"), style);
        }
        self.canvas.put(x, 0, "▾", style);
        let axis = if floor { "┬" } else { "┳" };
        self.canvas.put(x, 2, axis, style);
        for y in ABOVE..self.below() {
            self.canvas.put(x, y, line, style);
        }
    }

    /// A dot for each person, down from the axis; of a column that is too
    /// long its number, in the place of the last dot.
    fn columns(&mut self) {
        let deepest = self.dots.deepest();
        for (rating, &count) in self.dots.counts.iter().enumerate() {
            let x = self.at(rating);
            let style = match self.dots.lines {
                Some((floor, _)) if rating < usize::from(floor) => self.theme.bad,
                Some((_, bar)) if rating >= usize::from(bar) => self.theme.good,
                _ => self.theme.dot,
            };
            let count = usize::try_from(count).unwrap_or(usize::MAX);
            let dots = if count > deepest { deepest - 1 } else { count };
            for y in 0..dots {
                self.dot(x, y, style);
            }
            if count > deepest {
                let number = if self.step > NARROWEST {
                    format!("×{count}")
                } else {
                    count.to_string()
                };
                let end = x + 1 + columns(&number) / 2;
                let y = ABOVE + (deepest - 1) * self.dots.tall();
                self.canvas.put_before(end, y, &number, style);
            }
        }
    }

    /// The `y`th dot of a column, from the axis on.
    fn dot(&mut self, x: usize, y: usize, style: Style) {
        if self.dots.large {
            let y = ABOVE + 2 * y;
            self.canvas.put(x - 1, y, "▟█▙", style);
            self.canvas.put(x - 1, y + 1, "▜█▛", style);
        } else {
            self.canvas.put(x, ABOVE + y, "●", style);
        }
    }

    /// The row below the dots.
    fn below(&self) -> usize {
        ABOVE + self.dots.deepest() * self.dots.tall()
    }

    /// The group score in words, under its column.
    fn grade(&mut self, grade: usize) {
        let y = self.below();
        let x = self.at(grade);
        let word = one_line(&self.dots.words.grade);
        let right = format!("▲ {word} {grade}");
        if x + columns(&right) <= self.width {
            self.canvas.put(x, y, &right, self.theme.strong);
        } else {
            let left = format!("{word} {grade} ▲");
            self.canvas.put_before(x + 1, y, &left, self.theme.strong);
        }
    }
}
