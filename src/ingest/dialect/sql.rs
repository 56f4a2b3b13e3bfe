use super::cells::{Cells, unescaped};
use super::record::MAX_LINE_BYTES;
use super::{Dialect, Row, RowFault};
use std::collections::HashMap;
use std::ops::Range;

/// `INSERT INTO table (columns) VALUES (…),(…);` and the `CREATE TABLE` that names the columns, as mysqldump and editors
/// write them. Rows of other tables than the one wanted are passed over.
#[derive(Debug)]
pub(in crate::ingest) struct SqlInserts {
    /// The table whose rows are given, without its day; all tables, where it is `None`.
    wanted: Option<String>,
    buffer: Vec<u8>,
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
    ends: Vec<usize>,
    /// The row that was gone on to, and its line.
    range: Range<usize>,
    line: u64,
    fault: Option<RowFault>,
}

/// A table without the day that its name may end with: `e_cdr_20260302` is `e_cdr`.
pub(in crate::ingest) fn table_of_day(name: &str) -> &str {
    let name = name.split_once("_copy").map_or(name, |(name, _)| name);
    name.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('_')
}

/// What was found at the beginning of the text.
enum Found {
    /// A statement up to its rows or its end, so many bytes long.
    Statement(usize),
    /// So many bytes that mean nothing.
    Nothing(usize),
    More,
}

impl SqlInserts {
    pub(in crate::ingest) fn new(wanted: Option<&str>) -> Self {
        Self {
            wanted: wanted.map(str::to_owned),
            buffer: Vec::new(),
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
    pub(in crate::ingest) fn table(&self) -> &str {
        &self.table
    }

    /// The columns of tables that were created, by the tables' names.
    pub(in crate::ingest) fn created(&self) -> impl Iterator<Item = (&str, &[String])> {
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

    /// Understands a statement; whether its rows are wanted ones and come now. (Those of others come too, and are passed
    /// over one by one, since only reading them tells where they end.)
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
            self.ends.push(self.joined.len());
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

/// The names between parentheses that begin a line or follow a comma, in `CREATE TABLE`.
fn columns_created(text: &str) -> Vec<String> {
    let inside = text.split_once('(').map_or("", |(_, inside)| inside);
    let lines = inside.lines().map(|line| line.trim().trim_start_matches(['(', ',']).trim());
    lines.filter(|line| line.starts_with(['`', '"'])).filter_map(|line| Words(line).next()).map(last_part).collect()
}

/// The words of a statement: names, with their quotes and the database before them, and keywords.
struct Words<'a>(&'a str);

impl<'a> Iterator for Words<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let text = self.0.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')' | ';' | '='));
        let mut quote = None;
        let end = text.find(|c: char| {
            match quote {
                Some(open) => {
                    if c == open {
                        quote = None;
                    }
                    return false;
                }
                None if matches!(c, '`' | '"') => quote = Some(c),
                None => {}
            }
            quote.is_none() && (c.is_whitespace() || matches!(c, ',' | '(' | ')' | ';' | '='))
        });
        let (word, rest) = text.split_at(end.unwrap_or(text.len()));
        self.0 = rest;
        (!word.is_empty()).then_some(word)
    }
}

/// What stands at the beginning of `text`: a statement ends before its first row, or with its semicolon.
fn statement(text: &[u8], at_end: bool) -> Found {
    let blank = text.iter().take_while(|byte| byte.is_ascii_whitespace() || **byte == b';').count();
    if blank > 0 {
        return Found::Nothing(blank);
    }
    let up_to = |mark: &[u8]| match memchr::memmem::find(text, mark) {
        Some(at) => Found::Nothing(at + mark.len()),
        None if at_end => Found::Nothing(text.len()),
        // The same bytes are passed over wherever slices end.
        None if text.len() > MAX_LINE_BYTES => Found::Nothing(MAX_LINE_BYTES / 2),
        None => Found::More,
    };
    match text {
        [] => return Found::More,
        [b'#', ..] | [b'-', b'-', ..] => return up_to(b"\n"),
        [b'/', b'*', ..] => return up_to(b"*/"),
        [b'-' | b'/'] if !at_end => return Found::More,
        _ => {}
    }
    let (mut at, mut quote) = (0, None);
    while let Some(&byte) = text.get(at).filter(|_| at <= MAX_LINE_BYTES) {
        match (quote, byte) {
            (Some(_), b'\\') => at += 1,
            (Some(open), _) if byte == open => quote = None,
            (Some(_), _) => {}
            (None, b'\'' | b'"' | b'`') => quote = Some(byte),
            (None, b';') => return Found::Statement(at + 1),
            (None, b'v' | b'V') if ends_with_values(text, at) => return Found::Statement(at + 6),
            _ => {}
        }
        at += 1;
    }
    match () {
        () if at_end => Found::Nothing(text.len()),
        // No head of a statement is so long: this is something else.
        () if text.len() > MAX_LINE_BYTES => Found::Nothing(MAX_LINE_BYTES),
        () => Found::More,
    }
}

/// The word VALUES stands at `at`, and something behind it.
fn ends_with_values(text: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).is_none_or(|before| !text[before].is_ascii_alphanumeric() && text[before] != b'_');
    let word = text.get(at..at + 6).is_some_and(|word| word.eq_ignore_ascii_case(b"VALUES"));
    before && word && text.get(at + 6).is_some_and(|&byte| byte.is_ascii_whitespace() || byte == b'(')
}

/// Where a row ends that cannot be read: before what looks like the next one or the end of the statement. `None` when
/// neither is there.
fn next_row(text: &[u8]) -> Option<usize> {
    let blank = |from: usize| text[from..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    memchr::memchr_iter(b')', text).find_map(|close| {
        let mark = close + 1 + blank(close + 1);
        match text.get(mark)? {
            b';' => Some(mark),
            b',' => Some(mark + 1 + blank(mark + 1)).filter(|&next| text.get(next) == Some(&b'(')),
            _ => None,
        }
    })
}

/// What a row turned out to be.
enum RowFound {
    /// So long, with values as ranges of `unquoted`.
    Whole { length: usize, values: Vec<(usize, usize)>, unquoted: Vec<u8> },
    /// A quote closes where no value ends: it was none, or the one before it.
    Misread,
    /// It is not there as a whole.
    More,
}

fn row(text: &[u8]) -> RowFound {
    let (mut values, mut unquoted) = (Vec::new(), Vec::new());
    let (mut from, mut depth, mut quote, mut was_quoted) = (0, 0, None, false);
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        match (quote, byte) {
            (Some(_), b'\\') => {
                at += 1;
                let Some(&letter) = text.get(at) else { return RowFound::More };
                unquoted.push(unescaped(letter));
            }
            (Some(open), _) if byte == open => {
                // Doubled it is one of the text; whether it is, the next byte tells.
                match text.get(at + 1) {
                    None => return RowFound::More,
                    Some(&next) if next == open => {
                        at += 1;
                        unquoted.push(open);
                    }
                    Some(_) => quote = None,
                }
            }
            (Some(_), _) => unquoted.push(byte),
            (None, _) if was_quoted && !matches!(byte, b',' | b')') && !byte.is_ascii_whitespace() => {
                return RowFound::Misread;
            }
            (None, b'\'' | b'"') => {
                quote = Some(byte);
                was_quoted = true;
                // `_binary 'x'` and the like.
                unquoted.truncate(from);
            }
            (None, b'(') => {
                if depth > 0 {
                    unquoted.push(byte);
                }
                depth += 1;
            }
            (None, b',') if depth == 1 => {
                values.push((from, unquoted.len()));
                from = unquoted.len();
                was_quoted = false;
            }
            (None, b')') => {
                depth -= 1;
                if depth == 0 {
                    values.push((from, unquoted.len()));
                    return RowFound::Whole { length: at + 1, values, unquoted };
                }
                unquoted.push(byte);
            }
            (None, _) if byte.is_ascii_whitespace() => {}
            (None, _) => unquoted.push(byte),
        }
        at += 1;
    }
    RowFound::More
}

impl Dialect for SqlInserts {
    fn fill(&mut self, text: &[u8]) {
        self.buffer.drain(..self.start);
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
        Row { line: self.line, cells, text, several_lines: false, fault: self.fault }
    }

    fn is_cut(&self) -> bool {
        self.in_values && self.fault == Some(RowFault::Broken) && self.start == self.buffer.len()
    }

    fn names(&self) -> Option<&[String]> {
        (!self.names.is_empty()).then_some(&self.names)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, slice: usize) -> Vec<String> {
        let mut sql = SqlInserts::new(Some("e_cdr"));
        let mut rows = Vec::new();
        let mut read = |sql: &mut SqlInserts, at_end| {
            while sql.advance(at_end) {
                let row = sql.row();
                let cells: Vec<_> = row.cells.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
                rows.push(format!("{} {} {:?}", row.line, cells.join("|"), row.fault));
            }
        };
        for part in text.as_bytes().chunks(slice) {
            sql.fill(part);
            read(&mut sql, false);
        }
        read(&mut sql, true);
        rows
    }

    #[test]
    fn rows_of_the_table_and_of_no_other() {
        let dump = "-- a dump; with values (1)\n/*!40101 SET NAMES utf8 */;\nDROP TABLE IF EXISTS `e_cdr_20260302`;\n\
            CREATE TABLE `e_cdr_20260302` (\n  `flowno` bigint(20) NOT NULL,\n  `name` varchar(9) DEFAULT 'a;b',\n  PRIMARY KEY (`flowno`)\n);\n\
            INSERT INTO `e_customer` VALUES (1,'not a call');\n\
            INSERT INTO `e_cdr_20260302` VALUES (1,'O\\'Neil, (x);'),(2,NULL),\n(3,'it''s');\n\
            insert into vos3000.e_cdr_20260303 (name, more) values ('b', FROM_UNIXTIME(5)) ;\nUNLOCK TABLES;\n";
        for slice in [1, 2, 3, 7, 4096] {
            assert_eq!(
                rows(dump, slice),
                ["10 1|O'Neil, (x); None", "10 2|NULL None", "11 3|it's None", "12 |b|FROM_UNIXTIME(5) None"]
            );
        }
    }

    #[test]
    fn a_cut_row_is_a_row_of_its_own() {
        assert_eq!(rows("INSERT INTO e_cdr VALUES (1,2),(3,'x", 3), ["1 1|2 None", "1  Some(Broken)"]);
    }

    #[test]
    fn a_row_that_is_misread_costs_itself() {
        // Written without backslashes for quotes, which nothing in the file says.
        let text = "INSERT INTO e_cdr VALUES (1,'a'),(2,'C:\\'),(3,'c'),/* note */ (4,'d'),\n(5,'it's'),(6,'f');";
        for slice in [1, 7, 4096] {
            let rows = rows(text, slice);
            let good: Vec<_> = rows.iter().filter(|row| row.ends_with("None")).cloned().collect();
            assert_eq!(good, ["1 1|a None", "1 3|c None", "1 4|d None", "2 6|f None"], "{rows:?}");
        }
    }

    #[test]
    fn days_are_no_part_of_a_name() {
        let tables = ["e_cdr_20260302", "e_cdr", "acc", "e_cdr_20260302_copy1"].map(table_of_day);
        assert_eq!(tables, ["e_cdr", "e_cdr", "acc", "e_cdr"]);
    }

    #[test]
    fn parts_and_copies_of_the_table_are_read_with_it() {
        let text = "SET X;GO\nINSERT [dbo].[e_cdr] VALUES (0)\nGO\nINSERT IGNORE INTO e_cdr_bak VALUES (1);INSERT e_cdr_20260303 VALUES (2);REPLACE INTO e_cdrs VALUES (3);";
        assert_eq!(rows(text, 5), ["2 0 None", "4 1 None", "4 2 None"]);
    }
}
