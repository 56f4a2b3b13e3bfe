//! The rows of one file, as calls or set aside.

use super::call::{Call, EndReason, HangUpSide};
use super::fields::{Cells, Fields};
use super::layout::{Column, Layout};
use super::problem::FileProblem;
use super::record::{Record, RecordKind, Splitter};
use super::set_aside::{SetAside, SetAsideReason, kept_text};
use super::sniff::{HEAD_BYTES, sniff};
use super::values::{self, Time, Value};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Who is given the rows, in the order of the file.
pub trait RowSink {
    /// A row that is a call.
    fn call(&mut self, call: &Call<'_>);
    /// A row that could not be read.
    fn set_aside(&mut self, row: SetAside);
}

/// What was found out about a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileFacts {
    /// What it was taken for, and where its columns are.
    pub layout: Layout,
    /// Rows so far: blank lines and the header are none.
    pub rows: u64,
    /// Some times were written as dates. They carry no zone and are taken as UTC.
    pub dates_without_zone: bool,
}

/// Reads one file. See [the module](super).
#[derive(Debug)]
pub struct FileParser {
    splitter: Splitter,
    reading: Option<Reading>,
}

#[derive(Debug)]
struct Reading {
    facts: FileFacts,
    fields: Fields,
    header_pending: bool,
}

impl Default for FileParser {
    fn default() -> Self {
        Self { splitter: Splitter::new(), reading: None }
    }
}

impl FileParser {
    /// The next bytes of the file.
    ///
    /// # Errors
    /// When the file turns out to be none that can be read; it is not to be gone on with.
    pub fn push(&mut self, slice: &[u8], sink: &mut impl RowSink) -> Result<(), FileProblem> {
        self.splitter.fill(slice);
        if self.reading.is_none() && self.splitter.pending().len() < HEAD_BYTES {
            return Ok(());
        }
        self.read(false, sink)
    }

    /// There are no more bytes.
    ///
    /// # Errors
    /// As [`FileParser::push`]: a short file is looked at only now.
    pub fn finish(mut self, sink: &mut impl RowSink) -> Result<FileFacts, FileProblem> {
        self.read(true, sink)?;
        self.reading.map(|reading| reading.facts).ok_or(FileProblem::Empty)
    }

    /// What is known so far; nothing before the first [`HEAD_BYTES`] bytes are there.
    pub fn facts(&self) -> Option<&FileFacts> {
        self.reading.as_ref().map(|reading| &reading.facts)
    }

    fn read(&mut self, at_end: bool, sink: &mut impl RowSink) -> Result<(), FileProblem> {
        if self.reading.is_none() {
            self.reading = Some(begin(&mut self.splitter)?);
        }
        let Some(reading) = &mut self.reading else { return Ok(()) };
        while let Some(record) = self.splitter.next_record(at_end) {
            if reading.header_pending {
                reading.header_pending = false;
                continue;
            }
            reading.facts.rows += 1;
            if reading.read_row(&self.splitter, &record, sink) {
                continue;
            }
            // Quotes held several lines together that make no row: they were text, not quotes.
            if let Some(first_line) = self.splitter.reject() {
                reading.read_row(&self.splitter, &first_line, sink);
            }
        }
        Ok(())
    }
}

/// Decides what the file is.
fn begin(splitter: &mut Splitter) -> Result<Reading, FileProblem> {
    let pending = splitter.pending();
    let head = &pending[..pending.len().min(HEAD_BYTES)];
    let sniffed = sniff(head, pending.len() < HEAD_BYTES)?;
    splitter.skip(sniffed.skip);
    splitter.set_delimiter(sniffed.layout.delimiter);
    Ok(Reading {
        fields: Fields::new(sniffed.layout.delimiter),
        header_pending: sniffed.has_header,
        facts: FileFacts { layout: sniffed.layout, rows: 0, dates_without_zone: false },
    })
}

impl Reading {
    /// Gives the row to `sink`, unless it is of several lines that make no row: then `false`.
    fn read_row(&mut self, splitter: &Splitter, record: &Record, sink: &mut impl RowSink) -> bool {
        let bytes = splitter.bytes(&record.range);
        let cells = match record.kind {
            RecordKind::Quoted => self.fields.split_quoted(bytes),
            RecordKind::Plain | RecordKind::QuoteNotClosed => self.fields.split_plain(bytes),
            RecordKind::TooLong { bytes: length } => {
                sink.set_aside(row_set_aside(record, bytes, None, SetAsideReason::LineTooLong { bytes: length }));
                return true;
            }
        };
        let layout = &self.facts.layout;
        if !has_the_columns(cells, layout.columns) {
            if record.several_lines {
                return false;
            }
            let reason = match record.kind {
                RecordKind::QuoteNotClosed => SetAsideReason::QuoteNotClosed,
                _ => SetAsideReason::ColumnCount { expected: layout.columns, found: cells.len() },
            };
            sink.set_aside(row_set_aside(record, bytes, None, reason));
            return true;
        }
        match read_call(layout, cells) {
            Ok((call, start)) => {
                self.facts.dates_without_zone |= start.written_as_date;
                sink.call(&call);
            }
            Err(reason) => {
                let column = match &reason {
                    SetAsideReason::Absent(column) | SetAsideReason::Unreadable(column) => layout.at(*column),
                    _ => None,
                };
                sink.set_aside(row_set_aside(record, bytes, column.map(|index| index + 1), reason));
            }
        }
        true
    }
}

/// One empty cell more is a delimiter at the end of the line, as some exports have.
fn has_the_columns(cells: Cells<'_>, expected: usize) -> bool {
    cells.len() == expected || (cells.len() == expected + 1 && cells.get(expected).is_empty())
}

fn row_set_aside(record: &Record, bytes: &[u8], column: Option<usize>, reason: SetAsideReason) -> SetAside {
    SetAside { line: record.line, column, reason, text: kept_text(bytes) }
}

/// The call that the cells of a row say.
fn read_call<'a>(layout: &Layout, cells: Cells<'a>) -> Result<(Call<'a>, Time), SetAsideReason> {
    let cell = |column| layout.at(column).map(|index| cells.get(index));
    let start = match values::instant(cell(Column::Start).unwrap_or_default()) {
        Value::Read(start) => start,
        Value::Absent => return Err(SetAsideReason::Absent(Column::Start)),
        Value::Unreadable => return Err(SetAsideReason::Unreadable(Column::Start)),
    };
    let stop = cell(Column::Stop).map(values::instant);
    let in_progress = stop == Some(Value::Absent);
    let talk_seconds = match talk_seconds(&cell, start, stop)? {
        Some(seconds) => seconds,
        None if in_progress => 0,
        None => return Err(SetAsideReason::Absent(Column::HoldTime)),
    };
    let call = Call {
        start: start.at,
        talk_seconds,
        in_progress,
        end_reason: end_reason(cell(Column::EndReason).unwrap_or_default()),
        hang_up_side: cell(Column::EndDirection).and_then(hang_up_side),
        originating_gateway: cell(Column::CallerGateway).map(name),
        terminating_gateway: cell(Column::CalleeGateway).map(name),
        callee: cell(Column::Callee).map(name),
        post_dial_delay_millis: cell(Column::PostDialDelay).and_then(|delay| values::count(delay).read()),
        flow_no: cell(Column::FlowNo).and_then(|serial| values::integer(serial).read()),
    };
    Ok((call, start))
}

/// The first of hold time, billed time and stop less start that the row has.
fn talk_seconds<'a>(
    cell: &impl Fn(Column) -> Option<&'a [u8]>,
    start: Time,
    stop: Option<Value<Time>>,
) -> Result<Option<u32>, SetAsideReason> {
    for column in [Column::HoldTime, Column::FeeTime] {
        match cell(column).map(values::count) {
            Some(Value::Read(seconds)) => return Ok(Some(seconds)),
            Some(Value::Unreadable) => return Err(SetAsideReason::Unreadable(column)),
            Some(Value::Absent) | None => {}
        }
    }
    match stop {
        Some(Value::Read(stop)) => {
            let millis = (stop.at.0 - start.at.0).max(0);
            Ok(u32::try_from((millis + 999) / 1000).ok())
        }
        Some(Value::Unreadable) => Err(SetAsideReason::Unreadable(Column::Stop)),
        Some(Value::Absent) | None => Ok(None),
    }
}

fn end_reason(cell: &[u8]) -> EndReason<'_> {
    match values::integer(cell) {
        Value::Read(code) if i32::try_from(code).is_ok() => EndReason::Code(code as i32),
        Value::Absent => EndReason::Text("".into()),
        Value::Read(_) | Value::Unreadable => EndReason::Text(String::from_utf8_lossy(cell.trim_ascii())),
    }
}

/// A name, empty where there is none.
fn name(cell: &[u8]) -> Cow<'_, str> {
    let cell = cell.trim_ascii();
    if values::is_absent(cell) { Cow::Borrowed("") } else { String::from_utf8_lossy(cell) }
}

fn hang_up_side(cell: &[u8]) -> Option<HangUpSide> {
    match values::integer(cell).read()? {
        0 => Some(HangUpSide::Caller),
        1 => Some(HangUpSide::Callee),
        2 => Some(HangUpSide::Server),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
