#![expect(clippy::cast_possible_truncation, reason = "a record has no more than MAX_LINE_BYTES")]

mod scan;

use super::cells::Cells;
use super::record::MAX_LINE_BYTES;
use super::{Row, RowFault, RowReader};
use scan::{Found, RowFound, Words, columns_created, next_row, row, statement};
use std::collections::HashMap;
use std::ops::Range;

/// `INSERT INTO table (columns) VALUES (…),(…);` and the `CREATE TABLE` that names the columns, as mysqldump and
/// editors write them. Rows of other tables than the one wanted are passed over.
#[derive(Debug)]
pub(crate) struct SqlInserts {
    /// The table whose rows are given, without its day; all tables, where it is `None`.
    wanted: Option<String>,
    buffer: Vec<u8>,
    /// Bytes of the text before the buffer.
    gone: u64,
    start: usize,
    lines: u64,
    in_values: bool,
    /// The table that is read now, and where its columns stand among `names`.
    table: String,
    places: Option<Vec<usize>>,
    /// How many values the first row of the statement had: another number tells that a quote was misread.
    expected: Option<usize>,
    /// The columns of tables as `CREATE TABLE` has them.
    created: HashMap<String, Vec<String>>,
    names: Vec<String>,
    joined: Vec<u8>,
    ends: Vec<u32>,
    /// The row that was gone on to, and its line.
    range: Range<usize>,
    line: u64,
    fault: Option<RowFault>,
}

/// A table without the day that its name may end with: `e_cdr_20260302` is `e_cdr`.
pub(crate) fn table_of_day(name: &str) -> &str {
    let name = name.split_once("_copy").map_or(name, |(name, _)| name);
    name.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('_')
}

impl SqlInserts {
    pub(crate) fn new(wanted: Option<&str>) -> Self {
        Self {
            wanted: wanted.map(str::to_owned),
            buffer: Vec::new(),
            gone: 0,
            start: 0,
            lines: 0,
            in_values: false,
            table: String::new(),
            places: None,
            expected: None,
            created: HashMap::new(),
            names: Vec::new(),
            joined: Vec::new(),
            ends: Vec::new(),
            range: 0..0,
            line: 0,
            fault: None,
        }
    }

    /// The table of the last row.
    pub(crate) fn table(&self) -> &str {
        &self.table
    }

    /// The columns of tables that were created, by the tables' names.
    pub(crate) fn created(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.created.iter().map(|(table, columns)| (table.as_str(), columns.as_slice()))
    }

    fn pass(&mut self, count: usize) {
        let passed = &self.buffer[self.start..self.start + count];
        self.lines += memchr::memchr_iter(b'\n', passed).count() as u64;
        self.start += count;
    }

    /// Reads on to the first row of a statement that has rows; whether it came there.
    fn find_rows(&mut self, at_end: bool) -> bool {
        loop {
            match statement(&self.buffer[self.start..], at_end) {
                Found::More => return false,
                Found::Nothing(count) => self.pass(count),
                Found::Statement(count) => {
                    let text = String::from_utf8_lossy(&self.buffer[self.start..self.start + count]).into_owned();
                    self.pass(count);
                    if self.begin(&text) {
                        return true;
                    }
                }
            }
        }
    }

    /// Understands a statement; whether its rows are wanted ones and come now. (Those of others come too, and are
    /// passed over one by one, since only reading them tells where they end.)
    fn begin(&mut self, text: &str) -> bool {
        let words = Words(text).collect::<Vec<_>>();
        // Before it may stand what ends no statement here: `GO`.
        let begins = |word: &&str| ["insert", "replace", "create"].iter().any(|begin| word.eq_ignore_ascii_case(begin));
        let words = &words[words.iter().position(begins).unwrap_or(words.len())..];
        let is = |at: usize, word: &str| words.get(at).is_some_and(|found| found.eq_ignore_ascii_case(word));
        if is(0, "create") && is(1, "table") {
            let named =
                words.iter().skip(2).find(|word| !["if", "not", "exists"].contains(&word.to_lowercase().as_str()));
            if let Some(name) = named {
                self.created.insert(last_part(name), columns_created(text));
            }
            return false;
        }
        let has_rows = text.len() >= 6 && text.as_bytes()[text.len() - 6..].eq_ignore_ascii_case(b"values");
        if !has_rows || (!is(0, "insert") && !is(0, "replace")) {
            return false;
        }
        const MODIFIERS: [&str; 6] = ["insert", "replace", "ignore", "delayed", "low_priority", "into"];
        let named = words.iter().find(|word| !MODIFIERS.contains(&word.to_lowercase().as_str()));
        let Some(name) = named.filter(|name| !name.eq_ignore_ascii_case("values")) else { return false };
        let name = last_part(name);
        self.table = table_of_day(&name).to_owned();
        let listed: Vec<String> = match (text.find('('), text.rfind(')')) {
            (Some(from), Some(to)) if from < to => Words(&text[from + 1..to]).map(last_part).collect(),
            _ => Vec::new(),
        };
        let columns = if listed.is_empty() { self.created.get(&name).cloned().unwrap_or_default() } else { listed };
        let wanted = self.is_wanted();
        self.places = (wanted && !columns.is_empty())
            .then(|| columns.into_iter().map(|column| place_of(&mut self.names, column)).collect());
        self.in_values = true;
        self.expected = self.places.as_ref().map(Vec::len);
        true
    }

    /// The table that is wanted, or a part or copy of it: `e_cdr_bak` beside `e_cdr`.
    fn is_wanted(&self) -> bool {
        self.wanted.as_deref().is_none_or(|wanted| {
            let rest = self.table.strip_prefix(wanted);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['_', '-']))
        })
    }

    fn lay_out(&mut self, values: Vec<(usize, usize)>, unquoted: Vec<u8>) {
        self.joined.clear();
        self.ends.clear();
        let count = self.places.as_ref().map_or(values.len(), |_| self.names.len());
        for place in 0..count {
            let at = match &self.places {
                Some(places) => places.iter().position(|&other| other == place),
                None => Some(place),
            };
            if let Some(&(from, to)) = at.and_then(|at| values.get(at)) {
                self.joined.extend_from_slice(&unquoted[from..to]);
            }
            self.ends.push(self.joined.len() as u32);
        }
    }
}

fn place_of(names: &mut Vec<String>, name: String) -> usize {
    names.iter().position(|other| *other == name).unwrap_or_else(|| {
        names.push(name);
        names.len() - 1
    })
}

/// `` `db`.`table` `` without the database and quotes.
fn last_part(name: &str) -> String {
    name.rsplit('.').next().unwrap_or_default().trim_matches(['`', '"', '[', ']']).to_owned()
}

impl RowReader for SqlInserts {
    fn fill(&mut self, text: &[u8]) {
        self.buffer.drain(..self.start);
        self.gone += self.start as u64;
        self.start = 0;
        self.buffer.extend_from_slice(text);
    }

    fn advance(&mut self, at_end: bool) -> bool {
        loop {
            if !self.in_values && !self.find_rows(at_end) {
                return false;
            }
            let rest = &self.buffer[self.start..];
            let between = rest.iter().take_while(|byte| byte.is_ascii_whitespace() || **byte == b',').count();
            self.pass(between);
            let rest = &self.buffer[self.start..];
            let Some(&first) = rest.first() else { return false };
            if matches!(rest, [b'/' | b'-'] if !at_end) {
                return false;
            }
            if rest.starts_with(b"/*") || rest.starts_with(b"--") {
                let mark: &[u8] = if first == b'/' { b"*/" } else { b"\n" };
                match memchr::memmem::find(rest, mark) {
                    Some(end) => self.pass(end + mark.len()),
                    None if at_end => self.pass(rest.len()),
                    None => return false,
                }
                continue;
            }
            if first != b'(' {
                // The semicolon, or `ON DUPLICATE KEY UPDATE …;`.
                self.in_values = false;
                continue;
            }
            let within = &rest[..rest.len().min(MAX_LINE_BYTES)];
            let found = row(within);
            let as_expected = |values: &[(usize, usize)]| self.expected.is_none_or(|expected| values.len() == expected);
            let (length, found) = match found {
                RowFound::Whole { length, values, unquoted } if as_expected(&values) => {
                    (length, Some((values, unquoted)))
                }
                RowFound::More if !at_end && rest.len() <= MAX_LINE_BYTES => return false,
                _ => match next_row(within) {
                    Some(next) => (next, None),
                    None if !at_end && rest.len() <= MAX_LINE_BYTES => return false,
                    None => (within.len(), None),
                },
            };
            let (from, line) = (self.start, self.lines + 1);
            self.pass(length);
            if !self.is_wanted() {
                continue;
            }
            self.fault = match found {
                Some((values, unquoted)) => {
                    self.expected = Some(values.len());
                    self.lay_out(values, unquoted);
                    None
                }
                None => {
                    self.lay_out(Vec::new(), Vec::new());
                    Some(RowFault::Broken)
                }
            };
            self.range = from..from + length;
            self.line = line;
            return true;
        }
    }

    fn row(&self) -> Row<'_> {
        let cells = Cells::joined(&self.joined, &self.ends);
        let text = &self.buffer[self.range.clone()];
        let offset = self.gone + self.range.start as u64;
        Row { line: self.line, offset, cells, text, several_lines: false, fault: self.fault }
    }

    fn is_cut(&self) -> bool {
        self.in_values && self.fault == Some(RowFault::Broken) && self.start == self.buffer.len()
    }

    fn names(&self) -> Option<&[String]> {
        (!self.names.is_empty()).then_some(&self.names)
    }
}

#[cfg(test)]
mod tests;
