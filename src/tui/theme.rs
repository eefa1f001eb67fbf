//! One style for each role on the screen, in two sets: in colour, and with
//! modifiers only for `NO_COLOR` and terminals without colours.
//!
//! Invariant: text and background stay as the terminal's owner chose them, and
//! only those of the 16 colours are used that can be read on a light and on a
//! dark background. No role rests on colour alone: it has a modifier, or the
//! widget draws a sign or a word beside it.

use ratatui::style::{Color, Modifier, Style};

/// The styles by role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Running text.
    pub body: Style,
    /// What stands back: labels, rules, steps to come.
    pub dim: Style,
    /// Headings.
    pub title: Style,
    /// Strong words in running text.
    pub strong: Style,
    /// Keys, and what has the focus.
    pub accent: Style,
    /// The row, cell or number that is chosen.
    pub selected: Style,
    /// What went well or reaches the bar.
    pub good: Style,
    /// What must not be missed.
    pub warn: Style,
    /// What went wrong or stays below the floor.
    pub bad: Style,
    /// One person's answer on the scale.
    pub dot: Style,
    /// The floor: its line and its word.
    pub floor: Style,
    /// The bar: its line and its word.
    pub bar: Style,
    /// What a person wrote; its quotation marks are its sign.
    pub quote: Style,
    /// The verdict in large letters.
    pub banner: Style,
    /// "saved", once it is on disk.
    pub saved: Style,
    /// An error's words.
    pub error: Style,
    /// The screen between two people at one keyboard.
    pub curtain: Style,
}

impl Theme {
    /// In colour.
    #[must_use]
    pub const fn colour() -> Self {
        let mono = Self::mono();
        Self {
            accent: mono.accent.fg(Color::Cyan),
            good: mono.good.fg(Color::Green),
            warn: mono.warn.fg(Color::Magenta),
            bad: mono.bad.fg(Color::Red),
            floor: mono.floor.fg(Color::Magenta),
            bar: mono.bar.fg(Color::Cyan),
            saved: Style::new().fg(Color::Green),
            error: mono.error.fg(Color::Red),
            curtain: mono.curtain.fg(Color::Blue),
            ..mono
        }
    }

    /// With modifiers only.
    #[must_use]
    pub const fn mono() -> Self {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        let inverse = plain.add_modifier(Modifier::REVERSED);
        Self {
            body: plain,
            dim: plain.add_modifier(Modifier::DIM),
            title: bold,
            strong: bold,
            accent: bold,
            selected: inverse,
            good: bold,
            warn: bold,
            bad: bold,
            dot: bold,
            floor: bold,
            bar: bold,
            // Not italic: some terminals show that as inverse.
            quote: plain,
            banner: inverse.add_modifier(Modifier::BOLD),
            saved: plain.add_modifier(Modifier::DIM),
            error: bold.add_modifier(Modifier::UNDERLINED),
            curtain: bold,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(theme: &Theme) -> [Style; 17] {
        let t = *theme;
        [
            t.body, t.dim, t.title, t.strong, t.accent, t.selected, t.good, t.warn, t.bad, t.dot,
            t.floor, t.bar, t.quote, t.banner, t.saved, t.error, t.curtain,
        ]
    }

    /// Would catch a colour that a light or a dark terminal swallows.
    #[test]
    fn only_colours_that_can_be_read_on_any_background() {
        let readable = [
            None,
            Some(Color::Blue),
            Some(Color::Cyan),
            Some(Color::Magenta),
            Some(Color::Red),
            Some(Color::Green),
        ];
        for style in all(&Theme::colour()) {
            assert!(readable.contains(&style.fg), "{style:?}");
            assert_eq!(style.bg, None);
        }
    }

    /// Would catch a colour where the reader asked for none.
    #[test]
    fn mono_has_no_colour_and_tells_faults_from_text() {
        let mono = Theme::mono();
        for style in all(&mono) {
            assert_eq!((style.fg, style.bg), (None, None));
        }
        for style in [
            mono.bad,
            mono.error,
            mono.banner,
            mono.selected,
            mono.accent,
        ] {
            assert_ne!(style, mono.body);
        }
    }
}
