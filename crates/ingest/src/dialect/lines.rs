//! Whole lines and their cells in one pass over the bytes: the way that nearly every record takes.
//!
//! The bytes of a stretch of text become masks once ([`super::marks`]), and the masks become the places of delimiters,
//! line ends and quotes. A line without quotes is then two places in that list, and its cells are the places between. A
//! line whose quotes open and close whole cells is walked from one place to the next. Whatever else there is (a quote
//! that holds lines together, a stray one, a backslash that means something, a line that is too long or not yet whole)
//! is left to the walk in [`super::record`], which is also the reference that a property compares this with.

#![expect(clippy::cast_possible_truncation, reason = "a stretch has no more than STRETCH_BYTES")]

use super::cells::Cells;
use super::delimited::{CsvDialect, Quoting};
use super::marks::Marks;

/// Bytes that are looked at in one go: their places fit a processor's nearest caches.
const STRETCH_BYTES: usize = 32 << 10;

/// The places of what means something in a stretch of a buffer.
#[derive(Debug, Default)]
pub(super) struct Lines {
    /// Where the stretch begins in the buffer, and where it ends.
    begin: usize,
    end: usize,
    /// Places in it.
    marks: Marks,
    /// The first mark that is not behind us, the first line end, and the first quote.
    mark: usize,
    line_end: usize,
    special: usize,
    /// The cells of the line that was found last.
    found: Found,
    unquoted: Vec<u8>,
    unquoted_ends: Vec<u32>,
}

#[derive(Debug, Clone, Copy, Default)]
enum Found {
    /// They are between marks.
    Plain { begin: usize, first: usize, last: usize, end: usize },
    /// They were copied, without their quotes.
    #[default]
    Unquoted,
}

/// A line that was found.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    /// Where its line end is.
    pub(super) newline: usize,
    pub(super) has_quotes: bool,
}

impl Lines {
    /// What was known of the buffer is not true any more.
    pub(super) fn forget(&mut self) {
        (self.begin, self.end) = (0, 0);
        self.marks.clear();
        (self.mark, self.line_end, self.special) = (0, 0, 0);
    }

    /// The line that begins at `start`, if it is whole and of a kind that needs no walk.
    pub(super) fn find(&mut self, buffer: &[u8], start: usize, dialect: CsvDialect) -> Option<Line> {
        if !self.go_to(start) {
            self.look_at(buffer, start, dialect);
        }
        let last = match self.marks.line_ends.get(self.line_end) {
            Some(&last) => last as usize,
            None if self.end == buffer.len() => return None,
            None => {
                // The line goes on behind the stretch: begin one with it.
                self.look_at(buffer, start, dialect);
                *self.marks.line_ends.first()? as usize
            }
        };
        let newline = self.begin + self.marks.places[last] as usize;
        let has_quotes = self.marks.specials.get(self.special).is_some_and(|&special| (special as usize) < last);
        if has_quotes && (dialect.quoting != Quoting::Doubled || !self.unquote(buffer, start, last, dialect.delimiter))
        {
            return None;
        }
        let end = newline - usize::from(newline > start && buffer[newline - 1] == b'\r');
        if has_quotes {
            self.found = Found::Unquoted;
        } else {
            self.found = Found::Plain { begin: start, first: self.mark, last, end };
        }
        self.mark = last + 1;
        self.line_end += 1;
        while self.marks.specials.get(self.special).is_some_and(|&special| (special as usize) < self.mark) {
            self.special += 1;
        }
        Some(Line { newline, has_quotes })
    }

    /// The cells of the line that was found last.
    pub(super) fn cells<'a>(&'a self, buffer: &'a [u8]) -> Cells<'a> {
        match self.found {
            Found::Plain { begin, first, last, end } => {
                let ends = &self.marks.places[first..=last];
                Cells::between(&buffer[self.begin..end], ends, (begin - self.begin) as u32)
            }
            Found::Unquoted => Cells::joined(&self.unquoted, &self.unquoted_ends),
        }
    }

    /// Whether the next mark known is the first one from `start` on, now.
    fn go_to(&mut self, start: usize) -> bool {
        if start < self.begin || start >= self.end {
            return false;
        }
        let place = (start - self.begin) as u32;
        let before = self.mark.checked_sub(1).map(|before| self.marks.places[before]);
        if before.is_none_or(|before| before + 1 != place) {
            // A walk went on from here to somewhere else.
            self.mark = self.marks.places.partition_point(|&other| other < place);
            let is_behind = |&index: &u32| (index as usize) < self.mark;
            self.line_end = self.marks.line_ends.partition_point(is_behind);
            self.special = self.marks.specials.partition_point(is_behind);
        }
        true
    }

    /// Looks at the bytes from `start` on.
    fn look_at(&mut self, buffer: &[u8], start: usize, dialect: CsvDialect) {
        self.forget();
        self.begin = start;
        self.end = buffer.len().min(start + STRETCH_BYTES);
        let escape = if dialect.quoting == Quoting::Backslash { b'\\' } else { b'"' };
        self.marks.add(&buffer[start..self.end], [dialect.delimiter, dialect.line_end.byte(), b'"', escape]);
    }

    /// Copies the cells of the line whose last mark is `last`, without quotes; `false` where these do not open and
    /// close whole cells on this line.
    fn unquote(&mut self, buffer: &[u8], start: usize, last: usize, delimiter: u8) -> bool {
        let Self { begin, marks, mark, unquoted, unquoted_ends, .. } = self;
        unquoted.clear();
        unquoted_ends.clear();
        let place = |at: usize| *begin + marks.places[at] as usize;
        let (mut at, mut cell) = (*mark, start);
        loop {
            let mut end = place(at);
            if buffer[end] == b'"' {
                if end != cell {
                    return false;
                }
                let mut from = end + 1;
                loop {
                    at += 1;
                    while at < last && buffer[place(at)] != b'"' {
                        at += 1;
                    }
                    if at >= last {
                        return false;
                    }
                    let quote = place(at);
                    unquoted.extend_from_slice(&buffer[from..quote]);
                    if buffer[quote + 1] != b'"' {
                        end = quote + 1;
                        break;
                    }
                    // Two stand for one.
                    unquoted.push(b'"');
                    at += 1;
                    from = quote + 2;
                }
                at += 1;
                let is_return = at == last && buffer[end] == b'\r' && end + 1 == place(at);
                if place(at) != end && !is_return {
                    return false;
                }
            } else {
                let is_return = at == last && end > cell && buffer[end - 1] == b'\r';
                unquoted.extend_from_slice(&buffer[cell..end - usize::from(is_return)]);
            }
            unquoted_ends.push(unquoted.len() as u32);
            if at == last {
                return true;
            }
            debug_assert_eq!(buffer[place(at)], delimiter);
            cell = place(at) + 1;
            at += 1;
        }
    }
}
