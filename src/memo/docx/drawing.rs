//! A picture as a group of shapes that a word processor can draw and edit.
//!
//! Invariant: every group has an id of its own and says in words all that it
//! shows; no shape lies outside it, or LibreOffice would move the others.

use super::super::{
    escape::{html, one_line},
    picture::{Anchor, Ink, Paint, Picture, Shape},
};
use std::fmt::Write;

/// English Metric Units in a point, what a drawing is measured in.
const POINT: i64 = 12_700;

/// The pictures of one document: numbers them and everything in them.
#[derive(Default)]
pub(super) struct Drawings {
    last: u32,
}

impl Drawings {
    /// A run with the picture in it. `says` is its text alternative where the
    /// picture has no words.
    pub(super) fn run(&mut self, picture: &Picture, size: Size, says: &str) -> String {
        let said = [&picture.title, &picture.words].map(|text| one_line(text));
        let said: Vec<&str> = said
            .iter()
            .map(|text| text.trim())
            .filter(|text| !text.is_empty())
            .collect();
        let said = if said.is_empty() {
            one_line(says)
        } else {
            said.join(": ")
        };
        let said = html(&said);
        let id = self.next();
        let Size { per, height } = size;
        let cx = i64::from(picture.width) * per;
        let cy = i64::from(picture.height.max(height)) * per;
        let down = cy - i64::from(picture.height) * per;
        let plane = Plane { per, cx, cy, down };
        let shapes: String = picture
            .shapes
            .iter()
            .map(|shape| plane.shape(shape, self.next()))
            .collect();
        let ground = plane.ground(self.next());
        format!(
            "<w:r><mc:AlternateContent><mc:Choice Requires=\"wpg\"><w:drawing>\
             <wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">\
             <wp:extent cx=\"{cx}\" cy=\"{cy}\"/><wp:effectExtent l=\"0\" t=\"0\" r=\"0\" b=\"0\"/>\
             <wp:docPr id=\"{id}\" name=\"{id}\" descr=\"{said}\"/>\
             <wp:cNvGraphicFramePr/>\
             <a:graphic><a:graphicData uri=\"{GROUP}\"><wpg:wgp><wpg:cNvGrpSpPr/>\
             <wpg:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{cx}\" cy=\"{cy}\"/>\
             <a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"{cx}\" cy=\"{cy}\"/></a:xfrm></wpg:grpSpPr>\
             {ground}{shapes}</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing>\
             </mc:Choice><mc:Fallback><w:t xml:space=\"preserve\">{said}</w:t></mc:Fallback>\
             </mc:AlternateContent></w:r>"
        )
    }

    fn next(&mut self) -> u32 {
        self.last += 1;
        self.last
    }
}

/// The kind of drawing that a group of shapes is.
const GROUP: &str = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup";

/// How large a picture is drawn.
#[derive(Clone, Copy)]
pub(super) struct Size {
    /// EMU to a tenth of the picture's unit.
    pub per: i64,
    /// At least so many tenths high; what it has not itself is air above it,
    /// so that pictures beside each other stand on one level.
    pub height: i32,
}

/// Where shapes are put, in EMU.
struct Plane {
    per: i64,
    cx: i64,
    cy: i64,
    /// How far down all of them.
    down: i64,
}

impl Plane {
    /// Tenths of a unit as EMU.
    fn emu(&self, tenths: i32) -> i64 {
        i64::from(tenths) * self.per
    }

    /// A point of the picture.
    fn at(&self, x: i32, y: i32) -> (i64, i64) {
        (self.emu(x), self.emu(y) + self.down)
    }

    /// An unseen rectangle as large as the picture: LibreOffice takes a group
    /// to be as large as what is in it.
    fn ground(&self, id: u32) -> String {
        let place = frame((0, 0), (self.cx, self.cy), "");
        shape(
            id,
            "",
            &place,
            "rect",
            "<a:noFill/><a:ln><a:noFill/></a:ln>",
            "",
        )
    }

    fn shape(&self, what: &Shape, id: u32) -> String {
        match what {
            Shape::Line {
                from,
                to,
                ink,
                width,
                dashed,
            } => {
                let (x, y) = (from.0.min(to.0), from.1.min(to.1));
                let size = (
                    self.emu((from.0 - to.0).abs()),
                    self.emu((from.1 - to.1).abs()),
                );
                let rises = (from.0 < to.0) != (from.1 < to.1) && size.0 > 0 && size.1 > 0;
                let flip = if rises { " flipV=\"1\"" } else { "" };
                let place = frame(self.at(x, y), size, flip);
                shape(
                    id,
                    "",
                    &place,
                    "line",
                    &self.stroke(*ink, *width, *dashed),
                    "",
                )
            }
            Shape::Rect {
                at,
                size,
                paint,
                round,
            } => {
                let place = frame(
                    self.at(at.0, at.1),
                    (self.emu(size.0), self.emu(size.1)),
                    "",
                );
                let paint = self.paint(*paint);
                if *round == 0 {
                    return shape(id, "", &place, "rect", &paint, "");
                }
                // The corner's radius in hundred-thousandths of the shorter side.
                let shorter = i64::from(size.0.min(size.1)).max(1);
                let part = (i64::from(*round) * 100_000 / shorter).clamp(0, 50_000);
                let corner = format!("<a:gd name=\"adj\" fmla=\"val {part}\"/>");
                shape(id, &corner, &place, "roundRect", &paint, "")
            }
            Shape::Circle {
                centre,
                radius,
                paint,
            } => {
                let at = self.at(centre.0 - radius, centre.1 - radius);
                let across = self.emu(2 * radius);
                let place = frame(at, (across, across), "");
                shape(id, "", &place, "ellipse", &self.paint(*paint), "")
            }
            Shape::Triangle { points, ink } => self.triangle(*points, *ink, id),
            Shape::Text { .. } => self.text(what, id),
        }
    }

    fn triangle(&self, points: [(i32, i32); 3], ink: Ink, id: u32) -> String {
        let across = points.map(|point| point.0);
        let along = points.map(|point| point.1);
        let least = |all: [i32; 3]| all.into_iter().fold(i32::MAX, i32::min);
        let most = |all: [i32; 3]| all.into_iter().fold(i32::MIN, i32::max);
        let (left, top) = (least(across), least(along));
        let (cx, cy) = (self.emu(most(across) - left), self.emu(most(along) - top));
        let [first, second, third] = points.map(|(x, y)| {
            let (x, y) = (self.emu(x - left), self.emu(y - top));
            format!("<a:pt x=\"{x}\" y=\"{y}\"/>")
        });
        format!(
            "<wps:wsp><wps:cNvPr id=\"{id}\" name=\"{id}\"/><wps:cNvSpPr/><wps:spPr>{}\
             <a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>\
             <a:rect l=\"0\" t=\"0\" r=\"r\" b=\"b\"/><a:pathLst><a:path w=\"{cx}\" h=\"{cy}\">\
             <a:moveTo>{first}</a:moveTo><a:lnTo>{second}</a:lnTo><a:lnTo>{third}</a:lnTo><a:close/>\
             </a:path></a:pathLst></a:custGeom>{}<a:ln><a:noFill/></a:ln></wps:spPr>\
             <wps:bodyPr/></wps:wsp>",
            frame(self.at(left, top), (cx, cy), ""),
            solid(ink)
        )
    }

    /// A line of words as a box without edge or margins, wide enough that no
    /// word processor has to wrap.
    fn text(&self, what: &Shape, id: u32) -> String {
        let Shape::Text {
            at,
            anchor,
            size,
            bold,
            ink,
            text,
        } = what
        else {
            return String::new();
        };
        let (x, y) = self.at(at.0, at.1);
        let letters = self.emu(*size);
        let (left, right, side) = match anchor {
            Anchor::Start => (x, self.cx, "left"),
            // LibreOffice forgets on saving that words stand to the right: a
            // box no wider than they are keeps them in their place.
            Anchor::End => ((x - width(text, letters)).max(0), x, "right"),
            Anchor::Middle => {
                let half = x.min(self.cx - x);
                (x - half, x + half, "center")
            }
        };
        // The middle of a line lies about a third of its size above the base
        // line, in Arial and in what stands in for it.
        let middle = y - letters * 35 / 100;
        let half = (letters * 7 / 10).min(middle).min(self.cy - middle).max(1);
        let extent = ((right - left).max(1), 2 * half);
        let place = frame((left, middle - half), extent, "");
        let bold = if *bold { "<w:b/><w:bCs/>" } else { "" };
        let half_points = (2 * letters + POINT / 2) / POINT;
        let words = format!(
            "<wps:txbx><w:txbxContent><w:p><w:pPr><w:pStyle w:val=\"PictureText\"/>\
             <w:jc w:val=\"{side}\"/></w:pPr><w:r><w:rPr>{bold}<w:color w:val=\"{}\"/>\
             <w:sz w:val=\"{half_points}\"/><w:szCs w:val=\"{half_points}\"/></w:rPr>\
             <w:t xml:space=\"preserve\">{}</w:t></w:r></w:p></w:txbxContent></wps:txbx>\
             <wps:bodyPr rot=\"0\" vert=\"horz\" wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" \
             bIns=\"0\" anchor=\"ctr\" anchorCtr=\"0\"><a:noAutofit/></wps:bodyPr>",
            colour(*ink),
            html(&one_line(text))
        );
        shape(
            id,
            "",
            &place,
            "rect",
            "<a:noFill/><a:ln><a:noFill/></a:ln>",
            &words,
        )
    }

    fn paint(&self, paint: Paint) -> String {
        let fill = paint.fill.map_or_else(|| "<a:noFill/>".to_owned(), solid);
        let edge = match paint.edge {
            Some((ink, width)) => self.stroke(ink, width, paint.dashed),
            None => "<a:ln><a:noFill/></a:ln>".to_owned(),
        };
        fill + &edge
    }

    fn stroke(&self, ink: Ink, width: i32, dashed: bool) -> String {
        let dash = if dashed {
            "<a:prstDash val=\"dash\"/>"
        } else {
            ""
        };
        format!(
            "<a:ln w=\"{}\">{}{dash}</a:ln>",
            self.emu(width),
            solid(ink)
        )
    }
}

/// A shape of a kind that every word processor knows; `words` are a text box's.
fn shape(id: u32, adjust: &str, place: &str, kind: &str, paint: &str, words: &str) -> String {
    let mut out = format!("<wps:wsp><wps:cNvPr id=\"{id}\" name=\"{id}\"/>");
    out.push_str(match (kind, words) {
        ("line", _) => "<wps:cNvCnPr/>",
        (_, "") => "<wps:cNvSpPr/>",
        _ => "<wps:cNvSpPr txBox=\"1\"/>",
    });
    let words = if words.is_empty() {
        "<wps:bodyPr/>"
    } else {
        words
    };
    // Writing to a string can't fail.
    let _ = write!(
        out,
        "<wps:spPr>{place}<a:prstGeom prst=\"{kind}\"><a:avLst>{adjust}</a:avLst></a:prstGeom>\
         {paint}</wps:spPr>{words}</wps:wsp>"
    );
    out
}

/// How wide words are at most, in Arial and what stands in for it.
fn width(words: &str, letters: i64) -> i64 {
    let hundredths = words.chars().map(|c| match c {
        'i' | 'j' | 'l' | 't' | 'f' | 'I' | ' ' | '.' | ',' | '\'' => 32,
        'r' | '-' | '(' | ')' => 40,
        'm' | 'w' | 'M' | 'W' => 104,
        c if c.is_ascii_lowercase() || c.is_ascii_digit() => 63,
        c if c.is_ascii_uppercase() => 86,
        _ => 110,
    });
    hundredths.sum::<i64>() * letters / 100
}

fn frame(at: (i64, i64), size: (i64, i64), flip: &str) -> String {
    format!(
        "<a:xfrm{flip}><a:off x=\"{}\" y=\"{}\"/><a:ext cx=\"{}\" cy=\"{}\"/></a:xfrm>",
        at.0, at.1, size.0, size.1
    )
}

fn solid(ink: Ink) -> String {
    format!(
        "<a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill>",
        colour(ink)
    )
}

const fn colour(ink: Ink) -> &'static str {
    match ink {
        Ink::Text => "1B2226",
        Ink::Soft => "56626A",
        Ink::Accent => "17506A",
        Ink::Paper | Ink::OnAccent => "FFFFFF",
    }
}
