//! The memo's pictures as shapes on a plane: drawn once, written as SVG and as
//! a drawing for word processors.
//!
//! Invariant: every measure is a whole number of tenths of a unit, so that the
//! same picture is the same bytes everywhere; and what it shows is also said
//! in its words, and never by colour alone.

use super::tree::{Fill, Headline, Moves, Strip, steps};
use crate::{lang::Lang, t};

/// A picture with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Picture {
    /// How wide it is, in tenths of a unit.
    pub width: i32,
    /// How high it is, in tenths of a unit.
    pub height: i32,
    /// What it is of.
    pub title: String,
    /// All that it shows, in words.
    pub words: String,
    /// From the back to the front.
    pub shapes: Vec<Shape>,
}

/// A shape; all measures in tenths of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A straight line.
    Line {
        from: (i32, i32),
        to: (i32, i32),
        ink: Ink,
        width: i32,
        dashed: bool,
    },
    /// A rectangle.
    Rect {
        at: (i32, i32),
        size: (i32, i32),
        paint: Paint,
        round: i32,
    },
    /// A circle.
    Circle {
        centre: (i32, i32),
        radius: i32,
        paint: Paint,
    },
    /// A triangle, the head of an arrow.
    Triangle { points: [(i32, i32); 3], ink: Ink },
    /// A line of words.
    Text {
        /// Where it is anchored, on its base line.
        at: (i32, i32),
        anchor: Anchor,
        /// The size of its letters.
        size: i32,
        bold: bool,
        ink: Ink,
        text: String,
    },
}

/// How a shape is filled and edged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Paint {
    pub fill: Option<Ink>,
    /// The edge's ink and width.
    pub edge: Option<(Ink, i32)>,
    pub dashed: bool,
}

/// A colour by what it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ink {
    /// Words and lines.
    Text,
    /// What stands back.
    Soft,
    /// What holds.
    Accent,
    /// The ground.
    Paper,
    /// Words on what holds.
    OnAccent,
}

/// Which end of a line of words stands where it is anchored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// How high a line of words in a picture is, in units.
const LINE: i32 = 15;

/// How large the letters are, in units.
const LETTERS: i32 = 13;

/// Beyond this many circles there is one, with the number.
const MOST_CIRCLES: i32 = 30;

/// A fill without an edge.
const fn filled(ink: Ink) -> Paint {
    Paint {
        fill: Some(ink),
        edge: None,
        dashed: false,
    }
}

/// An edge, in tenths of a unit, without a fill.
const fn edged(ink: Ink, width: i32) -> Paint {
    Paint {
        fill: None,
        edge: Some((ink, width)),
        dashed: false,
    }
}

fn text(at: (i32, i32), anchor: Anchor, text: String) -> Shape {
    Shape::Text {
        at: (at.0 * 10, at.1 * 10),
        anchor,
        size: LETTERS * 10,
        bold: false,
        ink: Ink::Text,
        text,
    }
}

fn bold(shape: Shape, new: Ink) -> Shape {
    match shape {
        Shape::Text {
            at,
            anchor,
            size,
            text,
            ..
        } => Shape::Text {
            at,
            anchor,
            size,
            bold: true,
            ink: new,
            text,
        },
        other => other,
    }
}

fn line(from: (i32, i32), to: (i32, i32), ink: Ink, width: i32, dashed: bool) -> Shape {
    Shape::Line {
        from: (from.0 * 10, from.1 * 10),
        to: (to.0 * 10, to.1 * 10),
        ink,
        width,
        dashed,
    }
}

/// What a scale from 0 to 10 is measured by, in units.
#[derive(Clone, Copy)]
pub(super) struct Measure {
    /// Between two ratings.
    step: i32,
    /// Beside the first and the last.
    edge: i32,
    /// For how many dots above each other there is room.
    most: u32,
    /// In how many lines the marks' words stand: one, or one below the other
    /// where they have no room side by side.
    mark_lines: i32,
}

/// How wide a letter is at most, in units, all of them taken together.
const LETTER: i32 = 7;

impl Measure {
    /// Of a strip that has the page's width.
    pub(super) fn wide(strip: &Strip) -> Self {
        Self {
            step: 42,
            edge: 16,
            most: highest([strip]),
            mark_lines: 0,
        }
        .with_marks([strip.marks.as_slice()])
    }

    /// Of strips beside each other: one height, so that their scales are
    /// level.
    pub(super) fn narrow<'a>(strips: impl IntoIterator<Item = &'a Strip> + Clone) -> Self {
        Self {
            step: 20,
            edge: 12,
            most: highest(strips.clone()),
            mark_lines: 0,
        }
        .with_marks(strips.into_iter().map(|strip| strip.marks.as_slice()))
    }

    /// With room above the dots for the words of all marks.
    fn with_marks<'a>(self, all: impl IntoIterator<Item = &'a [(u8, String)]>) -> Self {
        let lines = all.into_iter().map(|marks| match marks {
            [] => 0,
            _ if self.beside(marks) => 1,
            _ => i32::try_from(marks.len()).unwrap_or(i32::MAX),
        });
        Self {
            mark_lines: lines.max().unwrap_or(0),
            ..self
        }
    }

    /// Whether the marks' words have room side by side: the first to the left
    /// of its line, the others to the right of theirs.
    fn beside(self, marks: &[(u8, String)]) -> bool {
        let long = |word: &str| LETTER * i32::try_from(word.chars().count() + 2).unwrap_or(999);
        marks.len() <= 2
            && (0..).zip(marks).all(|(index, (rating, word))| {
                let at = self.x(*rating);
                let room = if index == 0 { at } else { self.width() - at };
                long(word) + 5 <= room
            })
    }

    fn x(self, rating: u8) -> i32 {
        self.edge + self.step * i32::from(rating.min(10))
    }

    fn width(self) -> i32 {
        2 * self.edge + 10 * self.step
    }

    /// Where the dots may begin, below the marks' words.
    fn top(self) -> i32 {
        match self.mark_lines {
            0 => 2,
            1 => LINE + 3,
            lines => LINE * lines + 8,
        }
    }

    /// Floor and bar, or whatever is marked, down to `base`.
    fn marks(self, marks: &[(u8, String)], base: i32, shapes: &mut Vec<Shape>) {
        for (index, (rating, word)) in (0..).zip(marks) {
            let at = self.x(*rating);
            // Side by side the first mark's word stands to its left and the
            // other's to its right, so that floor and bar keep apart; below
            // each other they stand where there is more room.
            let (left, lower) = if self.mark_lines > 1 {
                (*rating > 5, LINE * index)
            } else {
                (index == 0, 0)
            };
            let (x, anchor) = if left {
                (at - 5, Anchor::End)
            } else {
                (at + 5, Anchor::Start)
            };
            let dashed = index == 0;
            shapes.push(line((at, 2 + lower), (at, base), Ink::Text, 12, dashed));
            shapes.push(text((x, 12 + lower), anchor, format!("{word} {rating}")));
        }
    }

    /// The axis with its numbers, that of `lit` framed.
    fn axis(self, base: i32, lit: Option<u8>, shapes: &mut Vec<Shape>) {
        let end = self.width() - 2;
        shapes.push(line((2, base), (end, base), Ink::Soft, 10, false));
        for rating in 0..=10 {
            let at = self.x(rating);
            let number = text((at, base + 17), Anchor::Middle, rating.to_string());
            if lit == Some(rating) {
                let wide = self.step.min(24);
                shapes.push(Shape::Rect {
                    at: ((at - wide / 2) * 10, (base + 4) * 10),
                    size: (wide * 10, 180),
                    paint: filled(Ink::Accent),
                    round: 30,
                });
                shapes.push(bold(number, Ink::OnAccent));
            } else {
                shapes.push(number);
            }
        }
    }
}

/// How many dots stand above each other at most.
fn highest<'a>(strips: impl IntoIterator<Item = &'a Strip>) -> u32 {
    let counts = strips.into_iter().flat_map(|strip| strip.counts);
    counts.max().unwrap_or(0)
}

/// Dots stacked on a scale; floor and bar as lines with their words; the group
/// score's number framed.
pub(super) fn strip(lang: Lang, strip: &Strip, measure: Measure) -> Picture {
    const TALLEST: i32 = 84;
    let most = i32::try_from(measure.most.max(1)).unwrap_or(i32::MAX);
    // From seven dots on they move together, and a number says how many.
    let crowded = most.saturating_mul(14) > TALLEST;
    let stack = most.saturating_mul(14).min(TALLEST) + if crowded { 22 } else { 0 };
    let base = measure.top() + stack + 4;
    // In tenths, whole numbers only.
    let apart = (TALLEST * 10 / most).min(140);

    let mut shapes = Vec::new();
    measure.marks(&strip.marks, base, &mut shapes);
    measure.axis(base, strip.grade, &mut shapes);
    for (rating, &count) in (0..).zip(&strip.counts) {
        let at = measure.x(rating);
        let dots = i32::try_from(count).unwrap_or(i32::MAX);
        for dot in 0..dots {
            shapes.push(Shape::Circle {
                centre: (at * 10, (base - 8) * 10 - dot * apart),
                radius: 60,
                paint: Paint {
                    edge: Some((Ink::Paper, 10)),
                    ..filled(Ink::Accent)
                },
            });
        }
        if crowded && count > 0 {
            let y = base - 8 - (dots - 1) * apart / 10 - 10;
            let number = text((at, y), Anchor::Middle, count.to_string());
            shapes.push(bold(number, Ink::Text));
        }
    }
    let given = (0..).zip(&strip.counts).filter(|(_, count)| **count > 0);
    let given: Vec<String> = given
        .map(|(rating, &count): (u8, _)| {
            t!(lang, "memo-render-count", rating = rating, count = count)
        })
        .collect();
    Picture {
        width: measure.width() * 10,
        height: (base + 24) * 10,
        title: strip.label.clone(),
        words: if given.is_empty() {
            t!(lang, "memo-render-no-answers")
        } else {
            given.join("; ")
        },
        shapes,
    }
}

/// An arrow for each way in which answers moved, under each other, on the
/// scale; the number of answers before those of more than one.
pub(super) fn moves(lang: Lang, moves: &Moves) -> Picture {
    const LANE: i32 = 16;
    let measure = Measure {
        step: 42,
        edge: 34,
        most: 0,
        mark_lines: 0,
    }
    .with_marks([moves.marks.as_slice()]);
    let top = measure.top();
    let lanes = i32::try_from(moves.moves.len()).unwrap_or(i32::MAX);
    let base = top + lanes.saturating_mul(LANE) + 4;
    let mut shapes = Vec::new();
    measure.marks(&moves.marks, base, &mut shapes);
    measure.axis(base, None, &mut shapes);
    for (lane, one) in (0..).zip(&moves.moves) {
        let y = top + lane * LANE + LANE / 2;
        let (from, to) = (measure.x(one.from), measure.x(one.to));
        let ahead = if to > from { 1 } else { -1 };
        shapes.push(line((from, y), (to - 8 * ahead, y), Ink::Accent, 20, false));
        shapes.push(Shape::Circle {
            centre: (from * 10, y * 10),
            radius: 45,
            paint: Paint {
                edge: Some((Ink::Accent, 15)),
                ..filled(Ink::Paper)
            },
        });
        let back = (to - 10 * ahead) * 10;
        shapes.push(Shape::Triangle {
            points: [(to * 10, y * 10), (back, y * 10 - 50), (back, y * 10 + 50)],
            ink: Ink::Accent,
        });
        if one.count > 1 {
            let (x, anchor) = if ahead > 0 {
                (from - 8, Anchor::End)
            } else {
                (from + 8, Anchor::Start)
            };
            let number = text((x, y + 5), anchor, format!("{}×", one.count));
            shapes.push(bold(number, Ink::Text));
        }
    }
    let told = moves.moves.iter().map(|one| {
        let (from, to, count) = (one.from, one.to, one.count);
        t!(
            lang,
            "memo-render-move",
            from = from,
            to = to,
            count = count
        )
    });
    Picture {
        width: measure.width() * 10,
        height: (base + 24) * 10,
        title: moves.label.clone(),
        words: told.collect::<Vec<_>>().join("; "),
        shapes,
    }
}

/// The verdict's place among the four: framed, filled and numbered; without a
/// number none is.
pub(super) fn ladder(lang: Lang, headline: &Headline) -> Picture {
    let mut shapes = Vec::new();
    for step in 0..4 {
        let lit = headline.number.is_some_and(|n| i32::from(n) == step);
        let x = 2 + 34 * step;
        let paint = match (lit, headline.number) {
            (true, _) => Paint {
                edge: Some((Ink::Accent, 40)),
                ..filled(Ink::Accent)
            },
            (false, Some(_)) => edged(Ink::Soft, 10),
            (false, None) => Paint {
                dashed: true,
                ..edged(Ink::Soft, 10)
            },
        };
        shapes.push(Shape::Rect {
            at: (x * 10, 40),
            size: (300, 300),
            paint,
            round: 30,
        });
        shapes.push(Shape::Text {
            at: ((x + 15) * 10, 240),
            anchor: Anchor::Middle,
            size: 150,
            bold: true,
            ink: if lit { Ink::OnAccent } else { Ink::Soft },
            text: step.to_string(),
        });
    }
    let small = |x, anchor, text| Shape::Text {
        at: (x, 470),
        anchor,
        size: 100,
        bold: false,
        ink: Ink::Soft,
        text,
    };
    shapes.push(small(20, Anchor::Start, t!(lang, "memo-render-lowest")));
    shapes.push(small(1340, Anchor::End, t!(lang, "memo-render-highest")));
    Picture {
        width: 1360,
        height: 500,
        title: headline.verdict.clone(),
        words: match headline.number {
            Some(number) => t!(lang, "memo-render-step", number = number),
            None => t!(lang, "memo-render-no-step"),
        },
        shapes,
    }
}

/// A bar alone: a share in a frame of the whole length, or circles in tens;
/// none where there is nothing to show. What it says stands beside it.
pub(super) fn bar(fill: Fill, lit: bool) -> Option<Picture> {
    let picture = |width: i32, height: i32, shapes| {
        Some(Picture {
            width: width * 10,
            height: height * 10,
            title: String::new(),
            words: String::new(),
            shapes,
        })
    };
    let circle = |index: i32| Shape::Circle {
        centre: ((5 + 11 * (index % 10)) * 10, (7 + 11 * (index / 10)) * 10),
        radius: 40,
        paint: edged(Ink::Text, 12),
    };
    match fill {
        Fill::Nothing | Fill::Count(0) => None,
        Fill::Share(share) => {
            let length = 2 * i32::from(steps(share, 100));
            let frame = Shape::Rect {
                at: (10, 30),
                size: (2000, 80),
                paint: edged(Ink::Soft, 10),
                round: 0,
            };
            let bar = Shape::Rect {
                at: (10, 10),
                size: (length * 10, 120),
                paint: filled(if lit { Ink::Accent } else { Ink::Soft }),
                round: 0,
            };
            picture(202, 14, vec![frame, bar])
        }
        Fill::Count(count) => match i32::try_from(count) {
            Ok(count) if count <= MOST_CIRCLES => {
                let height = 14 + 11 * ((count - 1) / 10);
                picture(110, height, (0..count).map(circle).collect())
            }
            _ => {
                let number = text((12, 12), Anchor::Start, format!("×{count}"));
                picture(110, 14, vec![circle(0), number])
            }
        },
    }
}
