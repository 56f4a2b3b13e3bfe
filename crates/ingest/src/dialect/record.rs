//! Where a row ends.
//!
//! Most records are found by [`super::lines`], with their cells; what follows is the walk that takes all others, and
//! could take all.
//!
//! The splitter is given slices and gives back one record at a time, as a range of its own buffer. It knows line ends
//! and quotes, nothing of cells.
//!
//! A quote opens a quoted cell only as the first byte of a cell, as csv-core has it; inside, a newline is text. That
//! makes one stray quote dangerous: it could swallow the rest of the file into one row. Two rules keep it harmless,
//! and neither depends on where a slice ends:
//!
//! - a quoted record of several lines may have [`MAX_QUOTED_RECORD_BYTES`], and its closing quotes stand where a cell
//!   ends; otherwise, and at the end of the file, its first line is given back alone, as
//!   [`RecordKind::QuoteNotClosed`], and reading goes on with the second line;
//! - whoever reads the record may find that several lines do not make a row and [`Splitter::reject`] it: again its
//!   first line stands alone and reading goes on with the second.

use super::cells::Cells;
use super::delimited::{CsvDialect, Quoting};
use super::lines::{Line, Lines};
use memchr::{memchr, memchr2, memchr3};
use std::ops::Range;

/// A line longer than this is no row of a call detail record: it is given back as `RecordKind::TooLong`.
pub const MAX_LINE_BYTES: usize = 1 << 20;

/// A record of several lines, held together by quotes, may be this long.
pub const MAX_QUOTED_RECORD_BYTES: usize = 64 << 10;

/// What the splitter found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RecordKind {
    /// No quote in it: cells are ranges of it.
    Plain,
    /// At least one quote in it.
    Quoted,
    /// One line, on which a quote opened that did not close within the bound.
    QuoteNotClosed,
    /// The first bytes of a line of `bytes` bytes, longer than [`MAX_LINE_BYTES`].
    TooLong { bytes: u64 },
}

/// One row, as a place in the splitter's buffer; the line end is not part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Record {
    pub(super) range: Range<usize>,
    /// The line of the file that the record begins on, from 1.
    pub(super) line: u64,
    /// Where it begins in the text, in bytes.
    pub(super) offset: u64,
    pub(super) kind: RecordKind,
    /// More than one line of the file.
    pub(super) several_lines: bool,
    /// Its cells were found with it.
    pub(super) is_split: bool,
}

/// Where the walk through a record stands, between two slices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Walk {
    #[default]
    CellStart,
    InCell,
    InQuotes,
    QuoteInQuotes,
    /// Behind a backslash that takes the meaning of the next byte away.
    Escaped,
    EscapedInQuotes,
}

/// Cuts slices into records.
#[derive(Debug)]
pub(super) struct Splitter {
    dialect: CsvDialect,
    newline: u8,
    buffer: Vec<u8>,
    /// Bytes of the text before the buffer.
    gone: u64,
    /// The first byte of the record that is being looked for.
    start: usize,
    /// How far the walk has come.
    walked: usize,
    walk: Walk,
    quote_seen: bool,
    /// A quote that closes a cell of several lines is followed by more text: it was no closing quote.
    stray_quote: bool,
    first_line_end: Option<usize>,
    line: u64,
    /// Bytes of an over-long line that were thrown away already.
    skipped: u64,
    /// The record that was given back last, should it be rejected.
    last: Option<Record>,
    lines: Lines,
    /// Every record is walked, as the reference does it.
    #[cfg(test)]
    pub(super) walks_only: bool,
}

impl Splitter {
    pub(super) fn new(dialect: CsvDialect) -> Self {
        Self {
            dialect,
            newline: dialect.line_end.byte(),
            buffer: Vec::new(),
            gone: 0,
            start: 0,
            walked: 0,
            walk: Walk::CellStart,
            quote_seen: false,
            stray_quote: false,
            first_line_end: None,
            line: 1,
            skipped: 0,
            last: None,
            lines: Lines::default(),
            #[cfg(test)]
            walks_only: false,
        }
    }

    /// Goes on at that place of the text, where a record begins; lines are counted from there.
    pub(super) fn at(dialect: CsvDialect, offset: u64) -> Self {
        Self { gone: offset, ..Self::new(dialect) }
    }

    /// Adds the next bytes of the file. What was given back before is forgotten.
    pub(super) fn fill(&mut self, slice: &[u8]) {
        if self.start > 0 {
            self.buffer.drain(..self.start);
            self.gone += self.start as u64;
            self.walked -= self.start;
            self.first_line_end = self.first_line_end.map(|end| end - self.start);
            self.start = 0;
        }
        self.buffer.extend_from_slice(slice);
        self.last = None;
        self.lines.forget();
    }

    pub(super) fn bytes(&self, range: &Range<usize>) -> &[u8] {
        &self.buffer[range.clone()]
    }

    /// The cells of a record that says that they were found with it, if it is the one that was given back last.
    pub(super) fn cells(&self) -> Cells<'_> {
        self.lines.cells(&self.buffer)
    }

    /// The next record, or `None` when more bytes are needed (`at_end`: when there are no more).
    pub(super) fn next_record(&mut self, at_end: bool) -> Option<Record> {
        loop {
            let record = match self.find_line() {
                Some(record) => record,
                None => self.find(at_end)?,
            };
            // A blank line is no row.
            if !record.range.is_empty() {
                self.last = record.several_lines.then(|| record.clone());
                return Some(record);
            }
        }
    }

    /// Takes back the last record, which has several lines, and gives its first line instead; the next record
    /// asked for begins on the second line.
    pub(super) fn reject(&mut self) -> Option<Record> {
        let record = self.last.take().filter(|record| record.several_lines)?;
        let newline = record.range.start + memchr(self.newline, self.bytes(&record.range))?;
        self.line = record.line;
        self.start = record.range.start;
        Some(self.give(newline, newline + 1, RecordKind::QuoteNotClosed))
    }

    /// The next record, if it is a line as most are.
    fn find_line(&mut self) -> Option<Record> {
        #[cfg(test)]
        if self.walks_only {
            return None;
        }
        if self.walked > self.start || self.skipped > 0 {
            // The walk is in the middle of it.
            return None;
        }
        let Line { newline, has_quotes } = self.lines.find(&self.buffer, self.start, self.dialect)?;
        let kind = if has_quotes { RecordKind::Quoted } else { RecordKind::Plain };
        let record = Record { is_split: true, ..self.give_line(newline, kind) };
        Some(record)
    }

    /// The record of one line that ends at `newline`.
    fn give_line(&mut self, newline: usize, kind: RecordKind) -> Record {
        let start = self.start;
        let end = newline - usize::from(newline > start && self.buffer[newline - 1] == b'\r');
        let offset = self.gone + start as u64;
        let record = Record { range: start..end, line: self.line, offset, kind, several_lines: false, is_split: false };
        self.line += 1;
        self.begin_at(newline + 1);
        record
    }

    fn find(&mut self, at_end: bool) -> Option<Record> {
        if self.skipped > 0 {
            return self.skip_long_line(at_end);
        }
        let end = self.walk_to_end();
        let reached = end.unwrap_or(self.buffer.len());
        let first_line = self.first_line_end.unwrap_or(reached) - self.start;
        let several_lines = self.first_line_end.is_some();
        if first_line > MAX_LINE_BYTES {
            return self.skip_long_line(at_end);
        }
        let too_long = reached - self.start > MAX_QUOTED_RECORD_BYTES;
        if several_lines && (too_long || self.stray_quote || (end.is_none() && at_end)) {
            let newline = self.first_line_end?;
            return Some(self.give(newline, newline + 1, RecordKind::QuoteNotClosed));
        }
        match end {
            Some(newline) => {
                let kind = if self.quote_seen { RecordKind::Quoted } else { RecordKind::Plain };
                Some(self.give(newline, newline + 1, kind))
            }
            None if at_end && reached > self.start => {
                let kind = match (self.quote_seen, self.walk) {
                    (_, Walk::InQuotes | Walk::EscapedInQuotes) => RecordKind::QuoteNotClosed,
                    (true, _) => RecordKind::Quoted,
                    (false, _) => RecordKind::Plain,
                };
                Some(self.give(reached, reached, kind))
            }
            None => None,
        }
    }

    /// The record from `start` to `end`; the next one begins at `next`.
    fn give(&mut self, end: usize, next: usize, kind: RecordKind) -> Record {
        let start = self.start;
        let text = &self.buffer[start..end];
        let several_lines = kind == RecordKind::Quoted && memchr(self.newline, text).is_some();
        let newlines = if several_lines { memchr::memchr_iter(self.newline, text).count() } else { 0 };
        let end = if text.last() == Some(&b'\r') { end - 1 } else { end };
        let offset = self.gone + start as u64;
        let record = Record { range: start..end, line: self.line, offset, kind, several_lines, is_split: false };
        self.line += newlines as u64 + 1;
        self.begin_at(next);
        record
    }

    fn begin_at(&mut self, next: usize) {
        self.start = next;
        self.walked = next;
        self.walk = Walk::CellStart;
        self.quote_seen = false;
        self.stray_quote = false;
        self.first_line_end = None;
    }

    /// Throws an over-long line away up to its newline, but for its first bytes.
    fn skip_long_line(&mut self, at_end: bool) -> Option<Record> {
        const KEPT: usize = crate::KEPT_TEXT_BYTES;
        let newline = memchr(self.newline, &self.buffer[self.start..]).map(|at| self.start + at);
        let end = newline.unwrap_or(self.buffer.len());
        if newline.is_none() && !at_end {
            let keep = self.start + KEPT;
            self.skipped += (end - keep) as u64;
            self.buffer.truncate(keep);
            return None;
        }
        let bytes = self.skipped + (end - self.start) as u64;
        let record = Record {
            range: self.start..end.min(self.start + KEPT),
            line: self.line,
            offset: self.gone + self.start as u64,
            kind: RecordKind::TooLong { bytes },
            several_lines: false,
            is_split: false,
        };
        self.gone += std::mem::take(&mut self.skipped);
        self.line += 1;
        self.begin_at(newline.map_or(end, |newline| newline + 1));
        Some(record)
    }

    /// Walks on from where the last walk stopped; the place of the newline that ends the record, if it is there.
    fn walk_to_end(&mut self) -> Option<usize> {
        let escapes = self.dialect.quoting == Quoting::Backslash;
        while self.walked < self.buffer.len() {
            let rest = &self.buffer[self.walked..];
            match self.walk {
                Walk::CellStart | Walk::InCell if !self.quote_seen => {
                    // The common case: a whole line at once, unless there is a quote on it.
                    let newline = memchr(self.newline, rest);
                    let line = &rest[..newline.unwrap_or(rest.len())];
                    let escaped = escapes && has_escapes(line);
                    if escaped || memchr(b'"', line).is_some() {
                        self.quote_seen = true;
                        continue;
                    }
                    if let Some(&last) = line.last() {
                        self.walk = if last == self.dialect.delimiter { Walk::CellStart } else { Walk::InCell };
                    }
                    self.walked += line.len();
                    return newline.map(|_| self.walked);
                }
                Walk::CellStart => match rest[0] {
                    b'"' => self.step(1, Walk::InQuotes),
                    b'\\' if escapes => self.step(1, Walk::Escaped),
                    byte if byte == self.newline => return Some(self.walked),
                    byte if byte == self.dialect.delimiter => self.step(1, Walk::CellStart),
                    _ => self.step(1, Walk::InCell),
                },
                Walk::InCell => match self.cell_mark(rest) {
                    Some(at) if rest[at] == self.newline => {
                        self.walked += at;
                        return Some(self.walked);
                    }
                    Some(at) if rest[at] != self.dialect.delimiter => self.step(at + 1, Walk::Escaped),
                    Some(at) => self.step(at + 1, Walk::CellStart),
                    None => self.step(rest.len(), Walk::InCell),
                },
                Walk::Escaped | Walk::EscapedInQuotes => {
                    if rest[0] == self.newline {
                        self.first_line_end.get_or_insert(self.walked);
                    }
                    let inside = self.walk == Walk::EscapedInQuotes;
                    self.step(1, if inside { Walk::InQuotes } else { Walk::InCell });
                }
                Walk::InQuotes => {
                    let mark = if escapes { memchr2(b'"', b'\\', rest) } else { memchr(b'"', rest) };
                    if self.first_line_end.is_none() {
                        let inside = &rest[..mark.unwrap_or(rest.len())];
                        self.first_line_end = memchr(self.newline, inside).map(|at| self.walked + at);
                    }
                    match mark {
                        Some(at) if rest[at] == b'\\' => self.step(at + 1, Walk::EscapedInQuotes),
                        Some(at) => self.step(at + 1, Walk::QuoteInQuotes),
                        None => self.step(rest.len(), Walk::InQuotes),
                    }
                    if self.walked - self.start > MAX_LINE_BYTES {
                        return None;
                    }
                }
                Walk::QuoteInQuotes => match rest[0] {
                    b'"' => self.step(1, Walk::InQuotes),
                    byte if byte == self.newline => return Some(self.walked),
                    byte if byte == self.dialect.delimiter => self.step(1, Walk::CellStart),
                    byte => {
                        self.step(1, Walk::InCell);
                        self.stray_quote = byte != b'\r' && self.first_line_end.is_some();
                        if self.stray_quote {
                            return None;
                        }
                    }
                },
            }
        }
        None
    }

    /// The next byte that means something in a cell without quotes.
    fn cell_mark(&self, rest: &[u8]) -> Option<usize> {
        match self.dialect.quoting {
            Quoting::Doubled => memchr2(self.dialect.delimiter, self.newline, rest),
            Quoting::Backslash => memchr3(self.dialect.delimiter, self.newline, b'\\', rest),
        }
    }

    fn step(&mut self, count: usize, walk: Walk) {
        self.walked += count;
        self.walk = walk;
    }
}

/// Whether a line has a backslash that means something to where cells end: MySQL's `\N` for NULL does not, and is on
/// most lines of some files.
fn has_escapes(line: &[u8]) -> bool {
    memchr::memchr_iter(b'\\', line).any(|at| line.get(at + 1) != Some(&b'N'))
}
