//! From rows to calls, once it is known how they are written and which column is what.

use super::{RowAt, RowSink};
use crate::dialect::{Cells, Row, RowFault, RowReader};
use crate::facts::FileFacts;
use crate::layout::{Layout, LayoutEvidence, is_known_name, recognise};
use crate::row::CallReader;
use crate::set_aside::{SetAside, SetAsideReason, kept_text};
use calls::{Field, LocalZone, plain_name};
use std::rc::Rc;

/// Reads the rows once it is known what they are.
#[derive(Debug)]
pub(super) struct BodyParser {
    pub(super) facts: FileFacts,
    pub(super) reader: Box<dyn RowReader>,
    pub(super) calls: CallReader,
    /// Rows that come before the first call.
    pub(super) skip_rows: usize,
    pub(super) zone: Rc<LocalZone>,
    pub(super) first: Option<RowAt>,
    pub(super) next: Option<RowAt>,
    pub(super) end: u64,
}

impl BodyParser {
    pub(super) fn read(&mut self, at_end: bool, sink: &mut impl RowSink) {
        while self.next.is_none() && self.reader.advance(at_end) {
            let known = self.facts.layout.names.len();
            if self.reader.names().is_some_and(|names| names.len() > known) {
                self.grow();
            }
            let brings_names = self.reader.names().is_some();
            let row = self.reader.row();
            let at = RowAt { offset: row.offset, line: row.line };
            self.first.get_or_insert(at);
            if row.offset >= self.end {
                self.next = Some(at);
                return;
            }
            if self.skip_rows > 0 {
                // A damaged line above the header is none of the rows that were seen when the header was looked for.
                self.skip_rows -= usize::from(row.fault.is_none());
                continue;
            }
            if !brings_names && let Some(layout) = header_again(&self.facts.layout, &row) {
                let reason = SetAsideReason::HeaderAgain;
                sink.set_aside(SetAside { line: row.line, column: None, reason, text: kept_text(row.text) });
                self.facts.rows += 1;
                if layout.names != self.facts.layout.names {
                    self.calls = CallReader::new(&layout, self.zone.clone());
                    self.facts.layout = layout;
                }
            } else if read_row(&mut self.facts, &self.calls, &row, brings_names, sink) {
                self.facts.rows += 1;
            } else {
                // Quotes held several lines together that make no row: they were text, not quotes.
                self.reader.reject();
            }
        }
    }

    /// Rows that bring names of their own brought more of them.
    #[cold]
    fn grow(&mut self) {
        if let Some(names) = self.reader.names() {
            self.facts.layout.grow(names);
            self.calls = CallReader::new(&self.facts.layout, self.zone.clone());
        }
    }
}

/// Gives the row to `sink`, unless it is of several lines that make no row: then `false`.
fn read_row(
    facts: &mut FileFacts,
    calls: &CallReader,
    row: &Row<'_>,
    brings_names: bool,
    sink: &mut impl RowSink,
) -> bool {
    let mut set_aside = |column: Option<usize>, reason| {
        sink.set_aside(SetAside { line: row.line, column, reason, text: kept_text(row.text) });
    };
    let layout = &facts.layout;
    let has_columns = brings_names || has_the_columns(row.cells, layout);
    match row.fault {
        Some(RowFault::TooLong { bytes }) => {
            set_aside(None, SetAsideReason::LineTooLong { bytes });
            return true;
        }
        Some(RowFault::Broken) => {
            set_aside(None, SetAsideReason::Broken);
            return true;
        }
        // A quote in a cell that is text all the same makes no other number of cells.
        Some(RowFault::QuoteNotClosed) if !has_columns => {
            set_aside(None, SetAsideReason::QuoteNotClosed);
            return true;
        }
        Some(RowFault::QuoteNotClosed) | None => {}
    }
    if !has_columns {
        if row.several_lines {
            return false;
        }
        set_aside(None, SetAsideReason::ColumnCount { expected: layout.columns, found: row.cells.len() });
        return true;
    }
    match calls.read(row.offset, row.cells) {
        Ok((call, without_zone)) => {
            facts.dates_without_zone |= without_zone;
            sink.call(&call);
        }
        Err(reason) => {
            let place = match &reason {
                SetAsideReason::Absent(field) | SetAsideReason::Unreadable(field) => layout.at(*field),
                _ => None,
            };
            set_aside(place.map(|place| place.column + 1), reason);
        }
    }
    true
}

/// So many empty cells may stand behind those of a row.
const MOST_EMPTY_CELLS: usize = 64;

/// Empty cells more are delimiters at the end of the line, as some exports have.
fn has_the_columns(cells: Cells<'_>, layout: &Layout) -> bool {
    let columns = layout.columns;
    cells.len() == columns
        || (cells.len() < columns && layout.short_rows)
        || (cells.len() > columns
            && cells.len() <= columns + MOST_EMPTY_CELLS
            && (columns..cells.len()).all(|column| cells.get(column).is_empty()))
}

/// Files that were put together have a header several times, and not always the same: a switch that was upgraded has
/// more columns from then on. The layout that goes on from such a row.
fn header_again(layout: &Layout, row: &Row<'_>) -> Option<Layout> {
    let start = layout.at(Field::Start).filter(|_| layout.has_header && row.fault.is_none())?;
    // Most rows have a time there, which begins with a digit.
    let cell = row.cells.get(start.column).trim_ascii();
    if cell.first().is_some_and(u8::is_ascii_digit) {
        return None;
    }
    // Damaged rows may be many, and have nothing there that any header has.
    let name = plain_name(&String::from_utf8_lossy(cell));
    if !is_known_name(&name) && layout.names.get(start.column).is_none_or(|mine| plain_name(mine) != name) {
        return None;
    }
    let cells: Vec<String> = row.cells.iter().map(|cell| String::from_utf8_lossy(cell).trim().to_owned()).collect();
    let same = |(mine, theirs): (&String, &String)| plain_name(mine) == plain_name(theirs);
    if cells.len() >= layout.names.len() && layout.names.iter().zip(&cells).all(same) && !layout.names.is_empty() {
        return Some(layout.clone());
    }
    let chosen = matches!(layout.evidence, LayoutEvidence::Chosen | LayoutEvidence::KeptMapping);
    let found = recognise(&[cells], false, &[]).filter(|found| found.is_sure() && !chosen)?;
    let mut next = found.layout;
    next.style = layout.style;
    next.short_rows |= layout.short_rows;
    Some(next)
}
