//! A sheet of cells to put text on at a place; what lies outside is left out.

use super::wrap::{columns, head};
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Color, Modifier, Style},
    text::{Line, Span},
    widgets::Widget,
};
use unicode_width::UnicodeWidthStr;

pub(super) struct Canvas(Buffer);

impl Canvas {
    pub(super) fn new(width: usize, height: usize) -> Self {
        let side = |n| u16::try_from(n).unwrap_or(u16::MAX);
        Self(Buffer::empty(Rect::new(0, 0, side(width), side(height))))
    }

    /// Puts a text with its first cell at column `x` of row `y`.
    pub(super) fn put(&mut self, x: usize, y: usize, text: &str, style: Style) {
        let area = self.0.area;
        let (Ok(x), Ok(y)) = (u16::try_from(x), u16::try_from(y)) else {
            return;
        };
        if x < area.width && y < area.height {
            let room = usize::from(area.width - x);
            self.0.set_string(x, y, head(text, room), style);
        }
    }

    /// The same with its last cell just before column `end`.
    pub(super) fn put_before(&mut self, end: usize, y: usize, text: &str, style: Style) {
        let width = columns(text);
        if width <= end {
            self.put(end - width, y, text, style);
        }
    }

    /// Draws a widget with its top left cell at column `x` of row `y`.
    pub(super) fn draw(&mut self, x: u16, y: u16, widget: impl Widget) {
        let area = self.0.area;
        let room = Rect::new(
            x,
            y,
            area.width.saturating_sub(x),
            area.height.saturating_sub(y),
        );
        widget.render(room.intersection(area), &mut self.0);
    }

    /// The rows as lines, without the blanks at their ends.
    pub(super) fn into_lines(self) -> Vec<Line<'static>> {
        let area = self.0.area;
        (0..area.height).map(|y| self.line(y)).collect()
    }

    fn line(&self, y: u16) -> Line<'static> {
        let mut spans: Vec<Span> = Vec::new();
        let mut hidden = 0;
        for x in 0..self.0.area.width {
            if hidden > 0 {
                hidden -= 1;
                continue;
            }
            let cell = &self.0[(x, y)];
            hidden = cell.symbol().width().saturating_sub(1);
            let style = Style {
                fg: cell.style().fg.filter(|c| *c != Color::Reset),
                add_modifier: cell.modifier,
                ..Style::new()
            };
            match spans.last_mut() {
                Some(last) if last.style == style => last.content.to_mut().push_str(cell.symbol()),
                _ => spans.push(Span::styled(cell.symbol().to_owned(), style)),
            }
        }
        let seen = |style: Style| {
            style
                .add_modifier
                .intersects(Modifier::REVERSED | Modifier::UNDERLINED)
        };
        while let Some(last) = spans.last_mut().filter(|last| !seen(last.style)) {
            let kept = last.content.trim_end_matches(' ').len();
            if kept > 0 {
                last.content.to_mut().truncate(kept);
                break;
            }
            spans.pop();
        }
        Line::from(spans)
    }
}
