//! One style for each role on the screen, in several schemes.
//!
//! Invariants: a scheme that leaves the background as the terminal's owner
//! chose it uses the 16 colours of the terminal, and where it does not know
//! the background only those that can be read on a light and on a dark one.
//! A scheme that brings its own background names both by the colours 16 to 255,
//! which are the same on every terminal, each pair at a contrast of at least
//! 4.5 (WCAG 2.2, 1.4.3). No role rests on colour alone: it has a modifier, or
//! the widget draws a sign or a word beside it.

use crate::{lang::Message, msg};
use ratatui::style::{Color, Modifier, Style};
use serde::{Deserialize, Serialize};

/// Which set of styles.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Scheme {
    /// As the terminal is: its own background, its own colours.
    #[default]
    Auto,
    /// Dark on white, for a beamer in a light room.
    Light,
    /// Light on near black.
    Dark,
    /// White and yellow on black, nothing faint.
    Contrast,
    /// No colour: bold, faint, underlined and inverse.
    Mono,
}

impl Scheme {
    /// All of them, in the order in which a key goes through them.
    pub const ALL: [Self; 5] = [
        Self::Auto,
        Self::Light,
        Self::Dark,
        Self::Contrast,
        Self::Mono,
    ];

    /// The word for it on the command line and in the settings.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
            Self::Mono => "mono",
        }
    }

    /// The scheme of a word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scheme| scheme.code() == code)
    }

    /// The next one.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|scheme| *scheme == self);
        at.and_then(|at| Self::ALL.get(at + 1).copied())
            .unwrap_or_default()
    }

    /// What it is called.
    #[must_use]
    pub fn name(self) -> Message {
        match self {
            Self::Auto => msg!("theme-auto"),
            Self::Light => msg!("theme-light"),
            Self::Dark => msg!("theme-dark"),
            Self::Contrast => msg!("theme-contrast"),
            Self::Mono => msg!("theme-mono"),
        }
    }
}

/// What is known of the terminal's colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Colours {
    /// Whether its background is dark; none where nobody knows.
    pub dark: Option<bool>,
    /// Whether it has the colours 16 to 255 besides its own sixteen.
    pub many: bool,
}

impl Colours {
    /// What the environment tells: `TERM`, `COLORTERM`, and `COLORFGBG`, the
    /// colours of text and background by their numbers in some terminals.
    #[must_use]
    pub fn from_environment(var: &dyn Fn(&str) -> Option<String>) -> Self {
        let colours = var("COLORTERM").unwrap_or_default();
        let dark = var("COLORFGBG").and_then(|colours| {
            let ground: u8 = colours.rsplit(';').next()?.parse().ok()?;
            // White and light grey are the light ones of the sixteen.
            (ground < 16).then_some(!matches!(ground, 7 | 9..=15))
        });
        Self {
            dark,
            many: var("TERM").is_some_and(|term| term.contains("256color"))
                || matches!(colours.as_str(), "truecolor" | "24bit"),
        }
    }
}

/// What a theme is made from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Looks {
    /// Which set of styles.
    pub scheme: Scheme,
    /// On which terminal.
    pub colours: Colours,
    /// Whether only ASCII is drawn.
    pub ascii: bool,
}

impl Looks {
    /// The styles.
    #[must_use]
    pub const fn theme(self) -> Theme {
        Theme {
            ascii: self.ascii,
            ..Theme::new(self.scheme, self.colours)
        }
    }
}

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
    /// What everything stands on, with the text's colour; empty where that is
    /// the terminal's own.
    pub ground: Style,
    /// Whether only ASCII is drawn.
    pub ascii: bool,
}

/// The colours of a theme by role.
struct Hues {
    accent: Color,
    good: Color,
    warn: Color,
    bad: Color,
    floor: Color,
    curtain: Color,
}

impl Theme {
    /// The styles of a scheme on a terminal.
    #[must_use]
    pub const fn new(scheme: Scheme, colours: Colours) -> Self {
        match (scheme, colours.many) {
            (Scheme::Mono, _) => Self::mono(),
            (Scheme::Auto, _) => match colours.dark {
                None => Self::colour(),
                Some(true) => Self::on_dark(),
                Some(false) => Self::on_light(),
            },
            (Scheme::Light, false) => Self::on_light(),
            (Scheme::Dark, false) => Self::on_dark(),
            (Scheme::Contrast, false) => Self::contrast(Color::White, Color::Yellow, Color::Black),
            (Scheme::Light, true) => Self::light(),
            (Scheme::Dark, true) => Self::dark(),
            (Scheme::Contrast, true) => {
                Self::contrast(Color::Indexed(231), Color::Indexed(226), Color::Indexed(16))
            }
        }
    }

    /// In colours that can be read on any background.
    #[must_use]
    pub const fn colour() -> Self {
        Self::mono().hued(&Hues {
            accent: Color::Cyan,
            good: Color::Green,
            warn: Color::Magenta,
            bad: Color::Red,
            floor: Color::Magenta,
            curtain: Color::Blue,
        })
    }

    /// On a terminal whose own background is dark.
    const fn on_dark() -> Self {
        Self::mono().hued(&Hues {
            accent: Color::LightCyan,
            good: Color::LightGreen,
            warn: Color::LightYellow,
            bad: Color::LightRed,
            floor: Color::LightMagenta,
            curtain: Color::LightCyan,
        })
    }

    /// On a terminal whose own background is light.
    const fn on_light() -> Self {
        Self::mono().hued(&Hues {
            accent: Color::Blue,
            good: Color::Green,
            warn: Color::Magenta,
            bad: Color::Red,
            floor: Color::Magenta,
            curtain: Color::Blue,
        })
    }

    /// With a light background of its own.
    const fn light() -> Self {
        let hues = Hues {
            accent: Color::Indexed(24),
            good: Color::Indexed(22),
            warn: Color::Indexed(94),
            bad: Color::Indexed(124),
            floor: Color::Indexed(90),
            curtain: Color::Indexed(25),
        };
        Self::mono().hued(&hues).standing(
            Color::Indexed(235),
            Color::Indexed(231),
            Color::Indexed(240),
        )
    }

    /// With a dark background of its own.
    const fn dark() -> Self {
        let hues = Hues {
            accent: Color::Indexed(80),
            good: Color::Indexed(114),
            warn: Color::Indexed(221),
            bad: Color::Indexed(210),
            floor: Color::Indexed(219),
            curtain: Color::Indexed(111),
        };
        Self::mono().hued(&hues).standing(
            Color::Indexed(254),
            Color::Indexed(234),
            Color::Indexed(248),
        )
    }

    /// Two colours on a third, nothing faint.
    const fn contrast(text: Color, sign: Color, ground: Color) -> Self {
        let hues = Hues {
            accent: sign,
            good: text,
            warn: sign,
            bad: sign,
            floor: sign,
            curtain: sign,
        };
        Self::mono().hued(&hues).standing(text, ground, text)
    }

    const fn hued(self, hues: &Hues) -> Self {
        Self {
            accent: self.accent.fg(hues.accent),
            good: self.good.fg(hues.good),
            warn: self.warn.fg(hues.warn),
            bad: self.bad.fg(hues.bad),
            floor: self.floor.fg(hues.floor),
            bar: self.bar.fg(hues.accent),
            saved: Style::new().fg(hues.good),
            error: self.error.fg(hues.bad),
            curtain: self.curtain.fg(hues.curtain),
            ..self
        }
    }

    /// On a background of its own: how faint the terminal makes a colour of
    /// its choice nobody knows, so what stands back has a colour instead.
    const fn standing(self, text: Color, ground: Color, back: Color) -> Self {
        Self {
            dim: Style::new().fg(back),
            ground: Style::new().fg(text).bg(ground),
            ..self
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
            ground: plain,
            ascii: false,
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

    fn of(scheme: Scheme, dark: Option<bool>, many: bool) -> Theme {
        Theme::new(scheme, Colours { dark, many })
    }

    /// Would catch a colour that a light or a dark terminal swallows.
    #[test]
    fn only_colours_that_can_be_read_on_the_background() {
        use Color as C;
        let any = [C::Blue, C::Cyan, C::Magenta, C::Red, C::Green];
        let light = [C::Blue, C::Magenta, C::Red, C::Green];
        let dark = [
            C::LightCyan,
            C::LightMagenta,
            C::LightRed,
            C::LightGreen,
            C::LightYellow,
        ];
        for (ground, readable) in [
            (None, &any[..]),
            (Some(false), &light[..]),
            (Some(true), &dark[..]),
        ] {
            let theme = of(Scheme::Auto, ground, true);
            assert_eq!(theme.ground, Style::new());
            for style in all(&theme) {
                assert!(
                    style.fg.is_none_or(|fg| readable.contains(&fg)),
                    "{style:?}"
                );
                assert_eq!(style.bg, None);
            }
        }
    }

    /// Would catch a colour where the reader asked for none.
    #[test]
    fn mono_has_no_colour_and_tells_faults_from_text() {
        let mono = Theme::mono();
        assert_eq!(of(Scheme::Mono, Some(true), true), mono);
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

    /// A colour of the cube 16 to 231, or of the greys 232 to 255, as red,
    /// green and blue (xterm, `256colres.h`).
    fn rgb(colour: Color) -> [f64; 3] {
        let Color::Indexed(index @ 16..) = colour else {
            panic!("{colour:?} is another on every terminal");
        };
        let step = |n: u8| if n == 0 { 0.0 } else { f64::from(55 + 40 * n) };
        if let Some(grey) = index.checked_sub(232) {
            return [f64::from(8 + 10 * grey); 3];
        }
        let at = index - 16;
        [step(at / 36), step(at / 6 % 6), step(at % 6)]
    }

    /// WCAG 2.2, relative luminance.
    fn luminance(colour: Color) -> f64 {
        let [r, g, b] = rgb(colour).map(|part| {
            let part = part / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// Would catch a text that can't be read on its background, inverse too;
    /// and one whose brightness a terminal chooses.
    #[test]
    fn schemes_with_a_background_have_contrast() {
        for scheme in [Scheme::Light, Scheme::Dark, Scheme::Contrast] {
            let theme = of(scheme, None, true);
            let ground = theme.ground.bg.unwrap();
            for style in all(&theme) {
                let text = style.fg.or(theme.ground.fg).unwrap();
                let (a, b) = (luminance(text), luminance(ground));
                let contrast = (a.max(b) + 0.05) / (a.min(b) + 0.05);
                let least = if scheme == Scheme::Contrast { 7.0 } else { 4.5 };
                assert!(contrast >= least, "{scheme:?} {style:?}: {contrast:.2}");
                assert!(!style.add_modifier.contains(Modifier::DIM), "{scheme:?}");
                assert_eq!(style.bg, None, "inverse is text and ground exchanged");
            }
        }
    }

    /// Would catch a scheme that no key reaches, or a word that is not read.
    #[test]
    fn the_schemes_go_round() {
        let mut at = Scheme::default();
        for scheme in Scheme::ALL {
            assert_eq!(at, scheme);
            assert_eq!(Scheme::from_code(scheme.code()), Some(scheme));
            at = at.next();
        }
        assert_eq!(at, Scheme::default());
    }

    /// Would catch a light terminal that is taken for a dark one.
    #[test]
    fn the_environment_tells_of_the_terminal() {
        let with = |name: &'static str, value: &'static str| {
            Colours::from_environment(&move |asked| (asked == name).then(|| value.to_owned()))
        };
        assert_eq!(with("COLORFGBG", "15;0").dark, Some(true));
        assert_eq!(with("COLORFGBG", "0;default;15").dark, Some(false));
        assert_eq!(with("COLORFGBG", "0;7").dark, Some(false));
        assert_eq!(with("COLORFGBG", "15;8").dark, Some(true));
        assert_eq!(with("COLORFGBG", "default;default").dark, None);
        assert!(with("TERM", "xterm-256color").many);
        assert!(with("COLORTERM", "truecolor").many);
        assert_eq!(with("TERM", "xterm"), Colours::default());
    }
}
