//! What has several parts: boxes to tick, and rows of cells.

use super::{
    Away, Prompts, Typing,
    ask::{DOT, kept},
    say::number,
};
use crate::{
    lang::Lang,
    msg, t,
    walk::{Field, Value},
};

impl Prompts<'_, '_> {
    pub(super) fn ticks(
        &mut self,
        field: &Field,
        items: &[String],
        columns: &[String],
    ) -> Result<(), Away> {
        let lang = self.lang();
        self.say(&field.label)?;
        let mut on = self.values[self.at].ticks().to_vec();
        if items.is_empty() {
            self.say(&t!(lang, "prompts-ticks-none"))?;
            while !self.read(Typing::Numbers, false)?.trim().is_empty() {
                self.nothing_here()?;
            }
        } else if columns.is_empty() {
            for (n, (item, on)) in (1..).zip(items.iter().zip(&on)) {
                self.say(&box_of(lang, n, item, *on))?;
            }
            self.say(&t!(lang, "prompts-ticks"))?;
            self.boxes(&mut on)?;
        } else {
            for (n, column) in (1..).zip(columns) {
                self.say(&format!("{n}. {column}"))?;
            }
            self.say(&t!(lang, "prompts-ticks-rows"))?;
            for (item, on) in items.iter().zip(on.chunks_mut(columns.len())) {
                let ticked = columns.iter().zip(on.iter()).filter(|(_, on)| **on);
                let ticked: Vec<&str> = ticked.map(|(column, _)| column.as_str()).collect();
                self.say(&if ticked.is_empty() {
                    item.clone()
                } else {
                    format!("{item}: {}", ticked.join(", "))
                })?;
                self.boxes(on)?;
            }
        }
        self.values[self.at] = Value::Ticks(on);
        Ok(())
    }

    /// The numbers of the boxes that are ticked; Enter keeps them.
    fn boxes(&mut self, on: &mut [bool]) -> Result<(), Away> {
        loop {
            let line = self.read(Typing::Numbers, false)?;
            let words: Vec<&str> = line
                .split([' ', ',', ';'])
                .filter(|word| !word.is_empty())
                .collect();
            if words.is_empty() {
                return Ok(());
            }
            let none = words == ["0"];
            let ticked: Option<Vec<usize>> =
                words.iter().map(|word| number(word, on.len())).collect();
            match ticked {
                None if !none => self.no_number(on.len())?,
                ticked => {
                    on.fill(false);
                    for at in ticked.unwrap_or_default() {
                        on[at] = true;
                    }
                    return Ok(());
                }
            }
        }
    }

    /// Rows of cells: those that stand, one by one, then new ones up to an
    /// empty one.
    pub(super) fn rows(&mut self, field: &Field, columns: &[String]) -> Result<(), Away> {
        let lang = self.lang();
        self.say(&field.label)?;
        if let Some((at, column)) = self.cell
            && let (Some(mut row), Some(head)) = (self.row_at(at, columns), columns.get(column))
        {
            self.say(head)?;
            row[column] = self.cell(&row[column])?;
            self.put_row(field, at, Some(row));
            self.cell = None;
            return Ok(());
        }
        let mut at = 0;
        while let Some(row) = self.row_at(at, columns) {
            let told: Vec<&str> = row.iter().map(|cell| cell.trim()).collect();
            let told = told.join("; ");
            let n = at + 1;
            let whole = row.iter().all(|cell| !cell.trim().is_empty());
            if whole {
                self.say(&t!(lang, "prompts-row-stands", n = n, text = told))?;
                match self.read(Typing::Numbers, false)?.trim() {
                    "" => {
                        at += 1;
                        continue;
                    }
                    "0" => {
                        self.put_row(field, at, None);
                        continue;
                    }
                    "1" => {}
                    _ => {
                        self.complain(&msg!("prompts-not-here"), Some(&msg!("prompts-row-hint")))?;
                        continue;
                    }
                }
            } else {
                self.say(&t!(lang, "prompts-row", n = n))?;
            }
            at += usize::from(self.row(field, columns, at, row)?);
        }
        loop {
            let n = self.all_rows().len();
            self.say(&t!(lang, "prompts-row-new", n = n + 1))?;
            self.say(&columns[0])?;
            let first = self.read(Typing::Text, false)?;
            if first.trim().is_empty() || first.trim() == DOT {
                return Ok(());
            }
            let mut row = vec![String::new(); columns.len()];
            row[0] = first;
            self.put_row(field, n, Some(row.clone()));
            for (column, head) in columns.iter().enumerate().skip(1) {
                self.say(head)?;
                row[column] = kept(&self.read(Typing::Text, false)?, String::new());
                self.put_row(field, n, Some(row.clone()));
            }
        }
    }

    /// A row that stands, cell by cell; false where it was dropped.
    fn row(
        &mut self,
        field: &Field,
        columns: &[String],
        at: usize,
        mut row: Vec<String>,
    ) -> Result<bool, Away> {
        for (column, head) in columns.iter().enumerate() {
            self.say(head)?;
            row[column] = self.cell(&row[column])?;
            let dropped = column == 0 && row[0].is_empty();
            self.put_row(field, at, Some(row.clone()).filter(|_| !dropped));
            if dropped {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// A cell: what was typed, or what stands there.
    fn cell(&mut self, stands: &str) -> Result<String, Away> {
        self.stands(stands)?;
        let line = self.read(Typing::Text, false)?;
        Ok(kept(&line, stands.to_owned()))
    }

    fn all_rows(&self) -> &[Vec<String>] {
        match &self.values[self.at] {
            Value::Rows(rows) => rows,
            _ => &[],
        }
    }

    /// A row that stands, as many cells as there are columns.
    fn row_at(&self, at: usize, columns: &[String]) -> Option<Vec<String>> {
        let mut row = self.all_rows().get(at)?.clone();
        row.resize(columns.len(), String::new());
        Some(row)
    }

    /// A row was typed into the field, or dropped.
    fn put_row(&mut self, field: &Field, at: usize, row: Option<Vec<String>>) {
        let mut rows = self.all_rows().to_vec();
        match row {
            Some(row) if at < rows.len() => rows[at] = row,
            Some(row) => rows.push(row),
            None => {
                rows.remove(at);
            }
        }
        let cells = rows.iter().map(|row| row.join("\t"));
        let draft = cells.collect::<Vec<_>>().join("\n");
        self.walk.keep(&field.id, &draft);
        self.values[self.at] = Value::Rows(rows);
    }
}

fn box_of(lang: Lang, n: usize, item: &str, on: bool) -> String {
    if on {
        t!(lang, "prompts-ticked", n = n, item = item)
    } else {
        format!("{n}. {item}")
    }
}
