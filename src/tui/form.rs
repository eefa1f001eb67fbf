//! What is being answered: for each field of a page its editor, and which of
//! them has the keys.
//!
//! Invariant: nothing here leaves the screen's memory but by
//! [`Form::values`] and [`Form::draft`], which the walk takes.

use super::widgets::edit::{LineEdit, LinesEdit};
use crate::walk::{Field, Kind, Page, Score, Value};
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// The fields of a page being answered.
#[derive(Clone)]
pub(super) struct Form {
    pub inputs: Vec<Input>,
    /// When each field is asked, where that hangs on a choice.
    when: Vec<Option<(usize, usize)>>,
    /// Which field has the keys; behind the last one, the button.
    pub focus: usize,
}

/// A field being answered. Without `Debug` on purpose: it may be a rating.
#[derive(Clone)]
pub(super) enum Input {
    Line(LineEdit),
    /// A line that the page follows.
    Filter(LineEdit),
    Lines(LinesEdit),
    Choice {
        picked: Option<usize>,
        count: usize,
        quick: bool,
        must: bool,
        /// Whether it is a longer list, without numbers; Enter takes from it.
        list: bool,
    },
    Dial {
        picked: usize,
        count: usize,
    },
    Scale {
        picked: Option<Score>,
    },
    Cards(LineEdit),
    Ticks {
        on: Vec<bool>,
        at: usize,
        /// How many boxes stand in a row.
        across: usize,
    },
    Rows {
        cells: Vec<Vec<LineEdit>>,
        row: usize,
        column: usize,
    },
}

/// What of a field was clicked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Nothing in particular.
    Whole,
    /// One of what there is to choose from.
    Pick(usize),
    /// A number, or a word in its place.
    Score(Score),
    /// A box.
    Tick(usize),
}

/// What a key came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Took {
    /// Nothing: it is someone else's.
    Nothing,
    /// Something moved or was picked.
    Moved,
    /// A dial was turned: the page follows.
    Turned,
    /// The text of the focused field changed.
    Typed,
    /// The page is answered.
    Done,
    /// The focused field can't be passed over.
    Missing,
}

impl Input {
    fn new(field: &Field) -> Self {
        match (&field.kind, &field.value) {
            (Kind::Lines, value) => {
                // A text is read from its beginning.
                let mut lines = LinesEdit::new(value.text());
                lines.key(KeyEvent::new(KeyCode::Home, KeyModifiers::CONTROL));
                Self::Lines(lines)
            }
            (
                Kind::Choice {
                    options,
                    quick,
                    must,
                },
                value,
            ) => Self::Choice {
                picked: value.pick(),
                count: options.len(),
                quick: *quick,
                must: *must,
                list: false,
            },
            (Kind::List(options), value) => Self::Choice {
                picked: value.pick().filter(|&pick| pick < options.len()),
                count: options.len(),
                quick: true,
                must: true,
                list: true,
            },
            (Kind::Dial(options), value) => Self::Dial {
                picked: value.pick().unwrap_or(0),
                count: options.len(),
            },
            (Kind::Scale(_) | Kind::Percent(_), value) => Self::Scale {
                picked: value.score(),
            },
            (Kind::Cards(_), value) => {
                let mut line = LineEdit::concealed();
                line.set(value.text());
                Self::Cards(line)
            }
            (Kind::Ticks { columns, items }, value) => Self::Ticks {
                on: {
                    let mut on = value.ticks().to_vec();
                    on.resize(items.len() * columns.len().max(1), false);
                    on
                },
                at: 0,
                across: columns.len().max(1),
            },
            (Kind::Rows(columns), value) => {
                let mut cells: Vec<Vec<LineEdit>> = value
                    .rows()
                    .iter()
                    .map(|row| {
                        (0..columns.len())
                            .map(|i| LineEdit::new(row.get(i).map_or("", String::as_str)))
                            .collect()
                    })
                    .collect();
                cells.push(empty_row(columns.len()));
                // Where a row lacks something, one begins there.
                let missing = cells.iter().enumerate().find_map(|(row, cells)| {
                    let column = cells.iter().position(LineEdit::is_empty)?;
                    Some((row, column))
                });
                let (row, column) = missing.unwrap_or((0, 0));
                Self::Rows { cells, row, column }
            }
            (Kind::Line, value) => Self::Line(LineEdit::new(value.text())),
            (Kind::Filter, value) => Self::Filter(LineEdit::new(value.text())),
        }
    }

    /// Whether letters go into it.
    const fn is_text(&self) -> bool {
        matches!(
            self,
            Self::Line(_) | Self::Filter(_) | Self::Lines(_) | Self::Cards(_) | Self::Rows { .. }
        )
    }

    fn value(&self) -> Value {
        match self {
            Self::Line(line) | Self::Filter(line) | Self::Cards(line) => Value::Text(line.text()),
            Self::Lines(lines) => Value::Text(lines.text()),
            Self::Choice { picked, .. } => Value::Pick(*picked),
            Self::Dial { picked, .. } => Value::Pick(Some(*picked)),
            Self::Scale { picked } => Value::Score(*picked),
            Self::Ticks { on, .. } => Value::Ticks(on.clone()),
            Self::Rows { cells, .. } => Value::Rows(
                cells
                    .iter()
                    .map(|row| row.iter().map(LineEdit::text).collect())
                    .collect(),
            ),
        }
    }
}

fn empty_row(columns: usize) -> Vec<LineEdit> {
    (0..columns).map(|_| LineEdit::default()).collect()
}

impl Form {
    pub(super) fn new(page: &Page) -> Self {
        Self {
            inputs: page.fields.iter().map(Input::new).collect(),
            when: page.fields.iter().map(|field| field.when).collect(),
            // Whoever comes to a list begins in it.
            focus: page
                .fields
                .iter()
                .position(|field| matches!(field.kind, Kind::List(_)))
                .unwrap_or(0),
        }
    }

    /// The same page in another language: what nobody has touched is put in
    /// the new words.
    pub(super) fn translate(&mut self, before: &Page, now: &Page) {
        for ((input, old), new) in self.inputs.iter_mut().zip(&before.fields).zip(&now.fields) {
            let untouched = old.value != new.value && input.value() == old.value;
            // A list that was narrowed down begins at its top again, and a
            // dial with other things to choose from where the page says.
            let other = match (&input, &new.kind) {
                (Input::Choice { count, .. }, Kind::List(options)) => *count != options.len(),
                (Input::Dial { count, .. }, Kind::Dial(options)) => *count != options.len(),
                _ => false,
            };
            if untouched || other {
                *input = Input::new(new);
            }
        }
    }

    pub(super) fn values(&self) -> Vec<Value> {
        self.inputs.iter().map(Input::value).collect()
    }

    /// What is kept of the focused field while it is being typed.
    pub(super) fn draft(&self) -> Option<String> {
        match self.inputs.get(self.focus)? {
            Input::Line(line) | Input::Cards(line) => Some(line.text()),
            Input::Lines(lines) => Some(lines.text()),
            Input::Rows { cells, .. } => {
                let rows = cells.iter().map(|row| {
                    let cells: Vec<String> = row.iter().map(LineEdit::text).collect();
                    cells.join("\t")
                });
                Some(rows.collect::<Vec<_>>().join("\n"))
            }
            _ => None,
        }
    }

    /// Whether letters go into what has the keys.
    pub(super) fn is_typing(&self) -> bool {
        self.inputs.get(self.focus).is_some_and(Input::is_text)
    }

    /// Whether the button has the keys.
    pub(super) fn at_button(&self) -> bool {
        self.focus >= self.inputs.len()
    }

    pub(super) fn go_to(&mut self, field: usize) {
        self.focus = field.min(self.inputs.len());
    }

    /// Whether a field is asked, as things are.
    pub(super) fn is_asked(&self, field: usize) -> bool {
        let Some(Some((on, pick))) = self.when.get(field) else {
            return true;
        };
        matches!(
            self.inputs.get(*on),
            Some(Input::Choice { picked: Some(at), .. }) if at == pick
        )
    }

    /// The next field that is asked; behind the last, the button.
    fn next(&self) -> usize {
        let after = self.focus + 1..self.inputs.len();
        after
            .into_iter()
            .find(|&field| self.is_asked(field))
            .unwrap_or(self.inputs.len())
    }

    fn before(&self) -> usize {
        let before = (0..self.focus).rev();
        before
            .into_iter()
            .find(|&field| self.is_asked(field))
            .unwrap_or(self.focus.min(self.inputs.len()))
    }

    /// Whether Enter on the focused field answers the page.
    pub(super) fn is_last(&self) -> bool {
        self.next() >= self.inputs.len()
    }

    /// Whether a longer list has the keys.
    fn at_list(&self) -> bool {
        matches!(
            self.inputs.get(self.focus),
            Some(Input::Choice { list: true, .. })
        )
    }

    /// Whether what has the keys narrows a list down.
    pub(super) fn narrows(&self) -> bool {
        let list = |input: &Input| matches!(input, Input::Choice { list: true, .. });
        !self.at_list() && self.inputs.iter().any(list)
    }

    /// To a cell of the focused table.
    pub(super) fn go_to_cell(&mut self, to: (usize, usize)) {
        if let Some(Input::Rows { cells, row, column }) = self.inputs.get_mut(self.focus)
            && cells.get(to.0).is_some_and(|row| to.1 < row.len())
        {
            (*row, *column) = to;
        }
    }

    /// From what narrows a list down to the list; where there is none, the
    /// page is answered.
    fn on_to_list(&mut self) -> Took {
        let list = self
            .inputs
            .iter()
            .position(|input| matches!(input, Input::Choice { .. }));
        let Some(list) = list else {
            return Took::Done;
        };
        self.focus = list;
        Took::Moved
    }

    fn on(&mut self) -> Took {
        let missing = match self.inputs.get(self.focus) {
            Some(Input::Choice { picked, must, .. }) => *must && picked.is_none(),
            Some(Input::Scale { picked }) => picked.is_none(),
            _ => false,
        };
        if missing {
            return Took::Missing;
        }
        if self.is_last() {
            Took::Done
        } else {
            self.focus = self.next();
            Took::Moved
        }
    }

    pub(super) fn paste(&mut self, text: &str) -> Took {
        match self.inputs.get_mut(self.focus) {
            Some(Input::Line(line) | Input::Cards(line)) => line.paste(text),
            Some(Input::Filter(line)) => {
                line.paste(text);
                return Took::Turned;
            }
            Some(Input::Lines(lines)) => lines.paste(text),
            Some(Input::Rows { cells, row, column }) => {
                cells[*row][*column].paste(text);
                grow(cells);
            }
            _ => return Took::Nothing,
        }
        Took::Typed
    }

    /// A click: to the field, and what was clicked there is picked. Only where
    /// picking is answering does it go on.
    pub(super) fn click(&mut self, field: usize, part: Part) -> Took {
        self.go_to(field);
        match (self.inputs.get_mut(self.focus), part) {
            (
                Some(Input::Choice {
                    picked,
                    count,
                    quick,
                    list,
                    ..
                }),
                Part::Pick(at),
            ) if at < *count => {
                // In a longer list the first click looks, the second takes.
                let again = *picked == Some(at);
                *picked = Some(at);
                if *quick && (!*list || again) {
                    return Took::Done;
                }
            }
            (Some(Input::Scale { picked }), Part::Score(score)) => *picked = Some(score),
            (Some(Input::Ticks { on, at, .. }), Part::Tick(tick)) => {
                if let Some(box_) = on.get_mut(tick) {
                    *box_ = !*box_;
                    *at = tick;
                }
            }
            _ => {}
        }
        Took::Moved
    }

    /// Puts what came back from an editor into the focused text.
    pub(super) fn edit(&mut self, text: &str) {
        if let Some(Input::Lines(lines)) = self.inputs.get_mut(self.focus) {
            lines.set(text);
        }
    }

    pub(super) fn key(&mut self, key: KeyEvent) -> Took {
        let plain = !key
            .modifiers
            .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
        match key.code {
            KeyCode::Tab => {
                // Behind a list there is no button: round to what narrows it.
                self.focus = if self.at_list() { 0 } else { self.next() };
                return Took::Moved;
            }
            KeyCode::BackTab => {
                self.focus = self.before();
                return Took::Moved;
            }
            _ => {}
        }
        let last = self.inputs.len();
        let Some(input) = self.inputs.get_mut(self.focus) else {
            return match key.code {
                KeyCode::Enter => Took::Done,
                KeyCode::Up if last > 0 => {
                    self.focus = self.before();
                    Took::Moved
                }
                _ => Took::Nothing,
            };
        };
        match input {
            Input::Lines(lines) => {
                return if lines.key(key) {
                    Took::Typed
                } else {
                    Took::Nothing
                };
            }
            Input::Rows { cells, row, column } => match rows_key(cells, row, column, key) {
                Some(Took::Done) => return self.on(),
                Some(took) => return took,
                None => {}
            },
            Input::Choice {
                picked,
                count,
                quick,
                list,
                ..
            } => {
                // It has no numbers, and from its top the arrow leads out.
                let not = match key.code {
                    KeyCode::Char(_) => *list,
                    KeyCode::Up => *list && picked.is_none_or(|at| at == 0),
                    _ => false,
                };
                if plain
                    && !not
                    && let Some(took) = choice_key(picked, *count, *quick, key.code)
                {
                    return took;
                }
            }
            Input::Dial { picked, count } => {
                if dial_key(picked, *count, key.code) {
                    return Took::Turned;
                }
                // A dial asks nothing: Enter is for the page, or for the list
                // that it narrows down.
                if key.code == KeyCode::Enter {
                    return self.on_to_list();
                }
            }
            Input::Scale { picked } => {
                if plain && let Some(took) = scale_key(picked, key.code) {
                    return took;
                }
            }
            Input::Ticks { on, at, across } => {
                if let Some(took) = ticks_key(on, at, *across, key.code) {
                    return took;
                }
                if key.code != KeyCode::Enter {
                    return Took::Nothing;
                }
            }
            Input::Line(line) | Input::Cards(line) => {
                if line.key(key) {
                    return Took::Typed;
                }
            }
            Input::Filter(line) => {
                if line.key(key) {
                    return Took::Turned;
                }
                if key.code == KeyCode::Enter {
                    return self.on_to_list();
                }
            }
        }
        self.move_on(key.code)
    }

    /// A key that the focused field did not take: on, or to another field.
    fn move_on(&mut self, code: KeyCode) -> Took {
        match code {
            KeyCode::Enter => self.on(),
            KeyCode::Up if self.focus > 0 => {
                self.focus = self.before();
                Took::Moved
            }
            // Only Tab reaches the button: behind it letters are keys.
            KeyCode::Down if !self.is_last() => {
                self.focus = self.next();
                Took::Moved
            }
            _ => Took::Nothing,
        }
    }
}

/// The arrows turn it.
fn dial_key(picked: &mut usize, count: usize, code: KeyCode) -> bool {
    *picked = match code {
        KeyCode::Left => picked.saturating_sub(1),
        KeyCode::Right => (*picked + 1).min(count.saturating_sub(1)),
        _ => return false,
    };
    true
}

/// A number, or the arrows.
fn choice_key(
    picked: &mut Option<usize>,
    count: usize,
    quick: bool,
    code: KeyCode,
) -> Option<Took> {
    let at = match code {
        KeyCode::Up => picked.map_or(0, |at| at.saturating_sub(1)),
        KeyCode::Down => {
            let next = picked.map_or(0, |at| at + 1);
            next.min(count.saturating_sub(1))
        }
        KeyCode::Char(c) => {
            let digit = usize::try_from(c.to_digit(10)?).ok()?;
            let at = digit.checked_sub(1).filter(|&at| at < count)?;
            *picked = Some(at);
            return Some(if quick { Took::Done } else { Took::Moved });
        }
        _ => return None,
    };
    *picked = Some(at);
    Some(Took::Moved)
}

/// Arrows to move, space to tick.
fn ticks_key(on: &mut [bool], at: &mut usize, across: usize, code: KeyCode) -> Option<Took> {
    let count = on.len();
    let by = |steps: isize| {
        let next = at.checked_add_signed(steps);
        next.filter(|&next| next < count).unwrap_or(*at)
    };
    let row = isize::try_from(across).unwrap_or(1);
    match code {
        KeyCode::Char(' ') => {
            let tick = on.get_mut(*at)?;
            *tick = !*tick;
        }
        KeyCode::Up => *at = by(-row),
        KeyCode::Down => *at = by(row),
        KeyCode::Left => *at = by(-1),
        KeyCode::Right => *at = by(1),
        _ => return None,
    }
    Some(Took::Moved)
}

/// 0–9; 1 and then 0 is ten; arrows; `-` and `x`.
fn scale_key(picked: &mut Option<Score>, code: KeyCode) -> Option<Took> {
    *picked = Some(match code {
        KeyCode::Char('0') if *picked == Some(Score::Number(1)) => Score::Number(10),
        KeyCode::Char(c @ '0'..='9') => {
            let digit = c.to_digit(10).and_then(|d| u8::try_from(d).ok());
            Score::Number(digit.unwrap_or(0))
        }
        KeyCode::Char('-') => Score::Abstain,
        KeyCode::Char('x' | 'X') => Score::Recused,
        KeyCode::Left | KeyCode::Up => Score::Number(match *picked {
            Some(Score::Number(n)) => n.saturating_sub(1),
            _ => 5,
        }),
        KeyCode::Right | KeyCode::Down => Score::Number(match *picked {
            Some(Score::Number(n)) => (n + 1).min(10),
            _ => 5,
        }),
        _ => return None,
    });
    Some(Took::Moved)
}

/// Keeps one empty row at the end.
fn grow(cells: &mut Vec<Vec<LineEdit>>) {
    let columns = cells.first().map_or(1, Vec::len);
    if cells
        .last()
        .is_none_or(|row| row.iter().any(|cell| !cell.is_empty()))
    {
        cells.push(empty_row(columns));
    }
}

/// A key in a table: `Done` where the last, empty row is left with Enter.
fn rows_key(
    cells: &mut Vec<Vec<LineEdit>>,
    row: &mut usize,
    column: &mut usize,
    key: KeyEvent,
) -> Option<Took> {
    let columns = cells.first().map_or(1, Vec::len);
    if key.code != KeyCode::Enter && cells.get_mut(*row)?.get_mut(*column)?.key(key) {
        grow(cells);
        return Some(Took::Typed);
    }
    match key.code {
        KeyCode::Enter => {
            let empty = cells.get(*row)?.iter().all(LineEdit::is_empty);
            if empty {
                return Some(Took::Done);
            }
            if *column + 1 < columns {
                *column += 1;
            } else {
                *row = (*row + 1).min(cells.len() - 1);
                *column = 0;
            }
            Some(Took::Moved)
        }
        KeyCode::Up if *row > 0 => {
            *row -= 1;
            Some(Took::Moved)
        }
        KeyCode::Down if *row + 1 < cells.len() => {
            *row += 1;
            Some(Took::Moved)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::walk::{Choice, Look};

    fn page(fields: Vec<Field>) -> Page {
        Page {
            key: "test".into(),
            look: Look::Plain,
            title: String::new(),
            lead: String::new(),
            keys: String::new(),
            body: Vec::new(),
            aside: 0,
            outline: Vec::new(),
            fields,
            enter: String::new(),
            actions: Vec::new(),
        }
    }

    fn press(form: &mut Form, keys: &str) -> Took {
        let mut took = Took::Nothing;
        for c in keys.chars() {
            let code = match c {
                '\n' => KeyCode::Enter,
                '\t' => KeyCode::Tab,
                '↓' => KeyCode::Down,
                '↑' => KeyCode::Up,
                c => KeyCode::Char(c),
            };
            took = form.key(KeyEvent::from(code));
        }
        took
    }

    fn field(kind: Kind, value: Value) -> Field {
        Field {
            id: "f".into(),
            label: String::new(),
            help: String::new(),
            kind,
            value,
            when: None,
        }
    }

    /// Would catch a ten that is read as a one, or a one as a ten.
    #[test]
    fn one_and_zero_are_ten_and_one_is_one() {
        let scale = || page(vec![field(Kind::Scale(Vec::new()), Value::Score(None))]);
        for (keys, picked) in [
            ("1", Score::Number(1)),
            ("10", Score::Number(10)),
            ("100", Score::Number(0)),
            ("13", Score::Number(3)),
            ("7", Score::Number(7)),
            ("7-", Score::Abstain),
            ("x", Score::Recused),
        ] {
            let mut form = Form::new(&scale());
            press(&mut form, keys);
            assert_eq!(form.values(), [Value::Score(Some(picked))], "{keys}");
        }
    }

    /// Would catch a first Enter that chooses for someone who has not.
    #[test]
    fn nothing_is_picked_before_a_key_picks_it() {
        let choice = |quick| Kind::Choice {
            options: vec![Choice::new("a".into(), String::new()); 3],
            quick,
            must: true,
        };
        let mut form = Form::new(&page(vec![field(choice(false), Value::Pick(None))]));
        assert_eq!(press(&mut form, "\n"), Took::Missing);
        assert_eq!(form.values(), [Value::Pick(None)]);
        assert_eq!(press(&mut form, "4"), Took::Nothing);
        assert_eq!(press(&mut form, "2"), Took::Moved);
        assert_eq!(form.values(), [Value::Pick(Some(1))]);
        let mut form = Form::new(&page(vec![field(choice(true), Value::Pick(Some(0)))]));
        assert_eq!(press(&mut form, "3"), Took::Done);
        assert_eq!(form.values(), [Value::Pick(Some(2))]);
    }

    /// Would catch conditions asked of whoever named none.
    #[test]
    fn a_field_that_hangs_on_a_choice_is_asked_only_then() {
        let choice = Kind::Choice {
            options: vec![Choice::new("a".into(), String::new()); 3],
            quick: false,
            must: true,
        };
        let fields = || {
            let reason = field(Kind::Line, Value::Text(String::new())).when(0, 1);
            vec![field(choice.clone(), Value::Pick(None)), reason]
        };
        let mut form = Form::new(&page(fields()));
        assert_eq!(press(&mut form, "1\n"), Took::Done);
        let mut form = Form::new(&page(fields()));
        assert_eq!(press(&mut form, "2\n"), Took::Moved);
        assert_eq!(press(&mut form, "why\n"), Took::Done);
        assert_eq!(form.values()[1], Value::Text("why".into()));
    }

    /// Would catch a row that is lost, or a table that can't be left.
    #[test]
    fn rows_grow_and_an_empty_one_is_the_way_out() {
        let kind = Kind::Rows(vec!["what".into(), "who".into()]);
        let mut form = Form::new(&page(vec![field(kind, Value::Rows(Vec::new()))]));
        assert_eq!(press(&mut form, "one\nAnna\ntwo\n\n"), Took::Moved);
        assert_eq!(press(&mut form, "\n"), Took::Done);
        let rows = form.values()[0].rows();
        assert_eq!(rows, [["one", "Anna"], ["two", ""]]);
        assert_eq!(form.draft().unwrap(), "one\tAnna\ntwo\t\n\t");
    }

    /// Would catch an Enter that sends a letter off in mid-sentence.
    #[test]
    fn enter_is_a_new_line_in_a_letter_and_tab_leaves_it() {
        let text = Value::Text(String::new());
        let mut form = Form::new(&page(vec![field(Kind::Lines, text)]));
        assert_eq!(press(&mut form, "a\nb"), Took::Typed);
        assert_eq!(form.values(), [Value::Text("a\nb".into())]);
        assert!(form.is_typing());
        press(&mut form, "\t");
        assert!(form.at_button());
        assert_eq!(press(&mut form, "\n"), Took::Done);
    }
}
