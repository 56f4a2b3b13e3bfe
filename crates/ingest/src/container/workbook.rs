use super::sheet::Sheet;
use super::{Container, Damage, Receiver};
use crate::sniff::strength;
use crate::{FileProblem, ForeignKind};
use calamine::{Data, DataRef, Reader, Xls, Xlsx};
use std::io::Cursor;

/// A workbook is unpacked in memory: a larger one is refused, and says so.
pub const MOST_WORKBOOK_BYTES: usize = 256 << 20;

/// What an xlsx may unpack to.
const MOST_UNPACKED_BYTES: u64 = 1 << 30;

/// A sheet of that strength has calls, whatever the others have.
const SURELY_CALLS: u32 = 1000;

/// Whether a sheet has calls is seen in so many rows of it.
const LOOKED_AT_ROWS: usize = 40;

/// xlsx and xls. Of several sheets those are taken that look like calls, each given on as the CSV that one would have
/// saved it as.
#[derive(Default)]
pub(super) struct Workbook {
    bytes: Vec<u8>,
}

/// xls is a compound file; xlsx is a zip whose first file is one of the few that office programs write first.
pub(super) fn is_workbook(head: &[u8]) -> bool {
    const FIRST: [&[u8]; 5] = [b"[Content_Types].xml", b"_rels/", b"docProps/", b"xl/", b"customXml/"];
    let name = head.get(30..).unwrap_or_default();
    head.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
        || (head.starts_with(b"PK\x03\x04") && FIRST.iter().any(|first| name.starts_with(first)))
}

impl Container for Workbook {
    fn push(&mut self, bytes: &[u8], _: &mut dyn Receiver) -> Result<(), FileProblem> {
        if self.bytes.len() + bytes.len() > MOST_WORKBOOK_BYTES {
            return Err(FileProblem::WorkbookTooLarge);
        }
        self.bytes.extend_from_slice(bytes);
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Receiver) -> Result<(), FileProblem> {
        let bytes = Cursor::new(std::mem::take(&mut self.bytes));
        // xls is not streamed: at most 65 536 rows fit into a sheet of it.
        if unpacked_bytes(bytes.get_ref()) > MOST_UNPACKED_BYTES {
            return Err(FileProblem::WorkbookTooLarge);
        }
        let read = if bytes.get_ref().starts_with(b"PK") { read_xlsx(bytes, out) } else { read_xls(bytes, out) };
        read.unwrap_or(Err(FileProblem::Foreign(ForeignKind::Workbook)))
    }
}

/// What the directory of a zip says that all of it unpacks to.
fn unpacked_bytes(zip: &[u8]) -> u64 {
    let entries = memchr::memmem::find_iter(zip, b"PK\x01\x02");
    let size =
        |at: usize| zip.get(at + 24..at + 28).and_then(|size| size.try_into().ok()).map_or(0, u32::from_le_bytes);
    entries.map(|at| u64::from(size(at))).sum()
}

/// The sheets whose first rows look like calls: exports that are too long for one go on in the next. Where none does,
/// the first with anything in it.
fn choose(sheets: &[(String, Vec<u8>)]) -> Vec<usize> {
    let strengths: Vec<u32> = sheets.iter().map(|(_, head)| strength(head)).collect();
    let calls: Vec<usize> = (0..sheets.len()).filter(|&at| strengths[at] >= SURELY_CALLS).collect();
    if !calls.is_empty() {
        return calls;
    }
    let best = (0..sheets.len()).rev().max_by_key(|&at| strengths[at]).filter(|&at| strengths[at] > 0);
    best.or_else(|| sheets.iter().position(|(_, head)| !head.is_empty())).into_iter().collect()
}

/// A sheet is a file of its own where there are several.
fn begin(out: &mut dyn Receiver, name: &str, several: bool) {
    out.begin(several.then_some(name), &[]);
}

fn read_xlsx(bytes: Cursor<Vec<u8>>, out: &mut dyn Receiver) -> Option<Result<(), FileProblem>> {
    let mut workbook = Xlsx::new(bytes).ok()?;
    let names = workbook.sheet_names();
    let mut heads = Vec::new();
    for name in names {
        let mut head = Sheet::default();
        // A sheet may be no table of cells, but a chart.
        if let Ok(mut cells) = workbook.worksheet_cells_reader(&name) {
            while let Ok(Some(cell)) = cells.next_cell() {
                let (row, column) = cell.get_position();
                if row as usize >= LOOKED_AT_ROWS {
                    break;
                }
                head.cell(row, column, &text_of(cell.get_value()));
            }
        }
        heads.push((name, head.take()));
    }
    let chosen = choose(&heads);
    if chosen.is_empty() {
        begin(out, "", false);
        out.end(None);
    }
    for &at in &chosen {
        let name = &heads[at].0;
        let mut cells = workbook.worksheet_cells_reader(name).ok()?;
        begin(out, name, chosen.len() > 1);
        let mut sheet = Sheet::default();
        let damage = loop {
            match cells.next_cell() {
                Ok(Some(cell)) => {
                    let (row, column) = cell.get_position();
                    sheet.cell(row, column, &text_of(cell.get_value()));
                }
                Ok(None) => break None,
                Err(_) => break Some(Damage::Broken),
            }
            if let Some(text) = sheet.full()
                && let Err(problem) = out.bytes(&text)
            {
                return Some(Err(problem));
            }
        };
        if let Err(problem) = out.bytes(&sheet.take()) {
            return Some(Err(problem));
        }
        out.end(damage);
    }
    Some(Ok(()))
}

#[expect(clippy::cast_possible_truncation, reason = "a sheet of xls has 65 536 rows and 256 columns")]
fn read_xls(bytes: Cursor<Vec<u8>>, out: &mut dyn Receiver) -> Option<Result<(), FileProblem>> {
    let mut workbook = Xls::new(bytes).ok()?;
    let mut whole = Vec::new();
    let mut heads = Vec::new();
    for (name, range) in workbook.worksheets() {
        let (first_row, first_column) = range.start().unwrap_or_default();
        let mut sheet = Sheet::default();
        let mut head = Vec::new();
        for (row, column, value) in range.used_cells() {
            if row >= LOOKED_AT_ROWS && head.is_empty() {
                head = sheet.so_far().to_vec();
            }
            sheet.cell(first_row + row as u32, first_column + column as u32, &text_of(&DataRef::from_data(value)));
        }
        let text = sheet.take();
        heads.push((name, if head.is_empty() { text.clone() } else { head }));
        whole.push(text);
    }
    let chosen = choose(&heads);
    if chosen.is_empty() {
        begin(out, "", false);
        out.end(None);
    }
    for &at in &chosen {
        begin(out, &heads[at].0, chosen.len() > 1);
        if let Err(problem) = out.bytes(&whole[at]) {
            return Some(Err(problem));
        }
        out.end(None);
    }
    Some(Ok(()))
}

/// A cell as text: numbers without an exponent, dates as ISO 8601 has them, durations in hours.
#[expect(clippy::cast_possible_truncation, reason = "milliseconds of a day, and what is larger is cut to the largest")]
fn text_of(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(truth) => truth.to_string(),
        // A time of the day is a duration too: no call is of the day that spreadsheets begin to count with.
        DataRef::DateTime(at) if at.is_duration() || at.as_f64() < 1.0 => {
            let millis = (at.as_f64() * 86_400_000.0).round() as i64;
            let (hours, minutes, rest) = (millis / 3_600_000, millis / 60_000 % 60, millis % 60_000);
            let fraction = if rest % 1000 == 0 { String::new() } else { format!(".{:03}", rest % 1000) };
            format!("{hours}:{minutes:02}:{:02}{fraction}", rest / 1000)
        }
        DataRef::DateTime(at) => {
            let (year, month, day, hour, minute, second, milli) = at.to_ymd_hms_milli();
            let fraction = if milli == 0 { String::new() } else { format!(".{milli:03}") };
            format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}{fraction}")
        }
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

trait FromData<'a> {
    fn from_data(data: &'a Data) -> DataRef<'a>;
}

impl<'a> FromData<'a> for DataRef<'a> {
    fn from_data(data: &'a Data) -> DataRef<'a> {
        match data {
            Data::Int(number) => DataRef::Int(*number),
            Data::Float(number) => DataRef::Float(*number),
            Data::String(text) => DataRef::SharedString(text),
            Data::Bool(truth) => DataRef::Bool(*truth),
            Data::DateTime(at) => DataRef::DateTime(*at),
            Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
            Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
            Data::Error(_) | Data::Empty => DataRef::Empty,
        }
    }
}
