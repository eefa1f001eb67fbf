//! A picture as SVG. Its colours are classes, so that a page may change them
//! in the dark; by itself it brings those of paper.
//!
//! Invariant: well-formed XML; every text is escaped.

use super::{
    escape::html,
    picture::{Anchor, Ink, Paint, Picture, Shape},
};
use std::fmt::Write;

/// A picture inside a page of HTML. `id` tells it from the others; without one
/// it is an ornament, whose words stand beside it.
pub(super) fn inline(picture: &Picture, id: Option<usize>) -> String {
    let head = match id {
        None => "aria-hidden=\"true\">".to_owned(),
        Some(id) => format!(
            "role=\"img\" aria-labelledby=\"p{id}-title p{id}-desc\">\
             <title id=\"p{id}-title\">{}</title><desc id=\"p{id}-desc\">{}</desc>",
            html(&picture.title),
            html(&picture.words)
        ),
    };
    let (width, height) = (tenths(picture.width), tenths(picture.height));
    format!(
        "<svg viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" {head}{}</svg>",
        shapes(picture)
    )
}

/// The colours of paper by class, for a picture outside a page that has them.
#[cfg(feature = "pdf")]
const PAPER: &str = ".f-none{fill:none}\
    .f-ink{fill:#1b2226}.f-soft{fill:#56626a}.f-accent{fill:#17506a}\
    .f-paper{fill:#ffffff}.f-on-accent{fill:#ffffff}\
    .e-ink{stroke:#1b2226}.e-soft{stroke:#56626a}.e-accent{stroke:#17506a}\
    .e-paper{stroke:#ffffff}.dashed{stroke-dasharray:2 3}\
    text.f-ink{paint-order:stroke;stroke:#ffffff;stroke-width:3}\
    .bold{font-weight:700}";

/// A picture as a file of its own, in the colours of paper and letters of
/// `family`. Its words are not in it: whoever shows it brings them along.
#[cfg(feature = "pdf")]
pub(super) fn standalone(picture: &Picture, family: &str) -> String {
    let (width, height) = (tenths(picture.width), tenths(picture.height));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         width=\"{width}\" height=\"{height}\" font-family=\"{}\">\
         <style>{PAPER}</style>{}</svg>",
        html(family),
        shapes(picture)
    )
}

fn shapes(picture: &Picture) -> String {
    let mut out = String::new();
    for shape in &picture.shapes {
        // Writing to a string can't fail.
        let _ = match shape {
            Shape::Line {
                from,
                to,
                ink,
                width,
                dashed,
            } => write!(
                out,
                "<path class=\"e-{}{}\" stroke-width=\"{}\" d=\"M{} {}L{} {}\" />",
                name(*ink),
                if *dashed { " dashed" } else { "" },
                tenths(*width),
                tenths(from.0),
                tenths(from.1),
                tenths(to.0),
                tenths(to.1)
            ),
            Shape::Rect {
                at,
                size,
                paint,
                round,
            } => write!(
                out,
                "<rect {} x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{} />",
                painted(*paint),
                tenths(at.0),
                tenths(at.1),
                tenths(size.0),
                tenths(size.1),
                match round {
                    0 => String::new(),
                    round => format!(" rx=\"{}\"", tenths(*round)),
                }
            ),
            Shape::Circle {
                centre,
                radius,
                paint,
            } => write!(
                out,
                "<circle {} cx=\"{}\" cy=\"{}\" r=\"{}\" />",
                painted(*paint),
                tenths(centre.0),
                tenths(centre.1),
                tenths(*radius)
            ),
            Shape::Triangle { points, ink } => {
                let [a, b, c] = points.map(|(x, y)| format!("{} {}", tenths(x), tenths(y)));
                write!(
                    out,
                    "<path class=\"f-{}\" d=\"M{a}L{b}L{c}z\" />",
                    name(*ink)
                )
            }
            Shape::Text {
                at,
                anchor,
                size,
                bold,
                ink,
                text,
            } => write!(
                out,
                "<text class=\"f-{}{}\" x=\"{}\" y=\"{}\" font-size=\"{}\"{}>{}</text>",
                name(*ink),
                if *bold { " bold" } else { "" },
                tenths(at.0),
                tenths(at.1),
                tenths(*size),
                match anchor {
                    Anchor::Start => "",
                    Anchor::Middle => " text-anchor=\"middle\"",
                    Anchor::End => " text-anchor=\"end\"",
                },
                html(text)
            ),
        };
    }
    out
}

fn painted(paint: Paint) -> String {
    let fill = match paint.fill {
        Some(ink) => format!("f-{}", name(ink)),
        None => "f-none".to_owned(),
    };
    match paint.edge {
        None => format!("class=\"{fill}\""),
        Some((ink, width)) => format!(
            "class=\"{fill} e-{}{}\" stroke-width=\"{}\"",
            name(ink),
            if paint.dashed { " dashed" } else { "" },
            tenths(width)
        ),
    }
}

const fn name(ink: Ink) -> &'static str {
    match ink {
        Ink::Text => "ink",
        Ink::Soft => "soft",
        Ink::Accent => "accent",
        Ink::Paper => "paper",
        Ink::OnAccent => "on-accent",
    }
}

/// Tenths as a number: `125` is `12.5`.
fn tenths(value: i32) -> String {
    let sign = if value < 0 { "-" } else { "" };
    let (whole, part) = (value.abs() / 10, value.abs() % 10);
    match part {
        0 => format!("{sign}{whole}"),
        part => format!("{sign}{whole}.{part}"),
    }
}
