//! Keys as a terminal sends them, and a notation in which a test reads like
//! what a person presses: `<enter>3<tab>abc<esc>`.

/// One press: the bytes that a terminal sends for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key(String);

const NAMED: [(&str, &str); 21] = [
    ("enter", "\r"),
    ("esc", "\x1b"),
    ("tab", "\t"),
    ("shift-tab", "\x1b[Z"),
    ("backspace", "\x7f"),
    ("delete", "\x1b[3~"),
    ("up", "\x1b[A"),
    ("down", "\x1b[B"),
    ("right", "\x1b[C"),
    ("left", "\x1b[D"),
    ("home", "\x1b[H"),
    ("end", "\x1b[F"),
    ("ctrl-end", "\x1b[1;5F"),
    ("pgup", "\x1b[5~"),
    ("pgdn", "\x1b[6~"),
    ("space", " "),
    ("lt", "<"),
    ("alt-enter", "\x1b\r"),
    ("f1", "\x1bOP"),
    ("f2", "\x1bOQ"),
    ("f3", "\x1bOR"),
];

impl Key {
    /// A character typed.
    pub fn char(c: char) -> Self {
        Self(c.to_string())
    }

    /// The key of a name: `enter`, `ctrl-x`, `alt-x`.
    pub fn named(name: &str) -> Result<Self, String> {
        if let Some((_, bytes)) = NAMED.iter().find(|(known, _)| *known == name) {
            return Ok(Self((*bytes).to_owned()));
        }
        let mut parts = name.splitn(2, '-');
        let (with, rest) = (parts.next(), parts.next().unwrap_or_default());
        let mut rest = rest.chars();
        match (with, rest.next(), rest.next()) {
            (Some("ctrl"), Some('i'), None) => Err("<ctrl-i> is the byte of <tab>".to_owned()),
            (Some("ctrl"), Some('m'), None) => Err("<ctrl-m> is the byte of <enter>".to_owned()),
            (Some("ctrl"), Some(c @ 'a'..='z'), None) => Ok(Self::char(char::from(c as u8 & 0x1f))),
            (Some("alt"), Some(c), None) if !c.is_control() => Ok(Self(format!("\x1b{c}"))),
            _ => Err(format!("<{name}> is no key")),
        }
    }

    /// The keys of a notation.
    ///
    /// # Errors
    /// An unknown name, a `<` that is not closed, a control character, or
    /// keys after `<esc>`: a program reads what follows at once as Alt with
    /// that key.
    pub fn parse(notation: &str) -> Result<Vec<Self>, String> {
        let mut keys: Vec<Self> = Vec::new();
        let mut rest = notation.chars();
        while let Some(c) = rest.next() {
            if keys.last().is_some_and(Self::is_esc) {
                let left = format!("{c}{}", rest.as_str());
                return Err(format!("wait for what <esc> does before sending {left:?}"));
            }
            keys.push(match c {
                '<' => {
                    let (name, after) = rest
                        .as_str()
                        .split_once('>')
                        .ok_or_else(|| format!("no `>` after `<{}`", rest.as_str()))?;
                    rest = after.chars();
                    Self::named(name)?
                }
                c if c.is_control() => return Err(format!("{c:?}: write the key's name")),
                c => Self::char(c),
            });
        }
        Ok(keys)
    }

    /// What the terminal sends.
    pub fn bytes(&self) -> &str {
        &self.0
    }

    /// Whether it is Escape, which is only whole when nothing follows.
    pub fn is_esc(&self) -> bool {
        self.0 == "\x1b"
    }
}
