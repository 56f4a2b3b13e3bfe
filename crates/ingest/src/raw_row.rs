//! One row, read again from its place: every cell of it, by name.

use super::dialect::{Cells, Dialect};
use super::facts::FileFacts;
use super::layout::Layout;
use super::row::CallReader;
use calls::{EndReason, EpochMillis, Field, HangUpSide, LocalZone};
use std::rc::Rc;

/// What a row holds, as it stands in its file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RawRow {
    /// Its text, without the line end.
    pub text: Vec<u8>,
    /// The names of its cells, and the cells; a column without a name has an empty one.
    pub cells: Vec<(String, String)>,
    /// The fields of those cells that a report reads.
    pub fields: Vec<Option<Field>>,
    /// What a report reads of it.
    pub read: Option<ReadRow>,
}

/// What a report reads of a row, where it is not the cell itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadRow {
    /// When the call began.
    pub start: EpochMillis,
    /// Talk time in seconds.
    pub talk_seconds: u32,
    /// Post-dial delay in milliseconds.
    pub post_dial_delay_millis: Option<u32>,
    /// The end reason as the file has it.
    pub end_reason: EndReason<'static>,
    /// Who hung up.
    pub hang_up_side: Option<HangUpSide>,
}

impl RawRow {
    /// The cell of a field, where the row has it.
    pub fn get(&self, field: Field) -> Option<&str> {
        let at = self.fields.iter().position(|&other| other == Some(field))?;
        self.cells.get(at).map(|(_, cell)| cell.as_str())
    }
}

/// The row that `text` begins with, of a file of which so much is known; what follows it does not matter. `None` when
/// it is not all there.
#[expect(clippy::cast_possible_truncation, reason = "a row has no more than MAX_LINE_BYTES")]
pub fn raw_row(facts: &FileFacts, zone: &Rc<LocalZone>, text: &[u8]) -> Option<RawRow> {
    let mut reader = facts.dialect.reader();
    if let Dialect::Sql { table } = &facts.dialect {
        // A row of a statement: its beginning is far above.
        reader.fill(format!("INSERT INTO `{table}` VALUES ").as_bytes());
    }
    reader.fill(text);
    if !reader.advance(true) {
        return None;
    }
    let row = reader.row();
    if row.several_lines && row.cells.len() != facts.layout.columns {
        // As when the file was read: quotes that hold lines together which make no row were text.
        reader.reject();
        reader.advance(true);
    }
    let row = reader.row();
    let own_names = reader.names();
    let names = own_names.unwrap_or(&facts.layout.names);
    let cells: Vec<(String, String)> = row
        .cells
        .iter()
        .enumerate()
        .map(|(at, cell)| (names.get(at).cloned().unwrap_or_default(), String::from_utf8_lossy(cell).into_owned()))
        .collect();
    let mut fields = vec![None; cells.len()];
    for (field, place) in facts.layout.fields() {
        // Rows with names of their own need not have them in the layout's order.
        let name = facts.layout.names.get(place.column);
        let at = match own_names {
            Some(names) => names.iter().position(|other| Some(other) == name),
            None => Some(place.column),
        };
        if let Some(slot) = at.and_then(|at| fields.get_mut(at)) {
            *slot = Some(field);
        }
    }
    let read = match own_names {
        None => read_row(&facts.layout, zone, row.cells),
        // The layout, with the columns where this row has them.
        Some(names) => {
            let ordered: Vec<&[u8]> = facts
                .layout
                .names
                .iter()
                .map(|name| names.iter().position(|other| other == name).map_or(&b""[..], |at| row.cells.get(at)))
                .collect();
            let ends: Vec<u32> = ordered
                .iter()
                .scan(0, |end, cell| {
                    *end += cell.len() as u32;
                    Some(*end)
                })
                .collect();
            read_row(&facts.layout, zone, Cells::joined(&ordered.concat(), &ends))
        }
    };
    Some(RawRow { text: row.text.to_vec(), cells, fields, read })
}

fn read_row(layout: &Layout, zone: &Rc<LocalZone>, cells: Cells<'_>) -> Option<ReadRow> {
    let (call, _) = CallReader::new(layout, zone.clone()).read(0, cells).ok()?;
    let end_reason = match call.end_reason {
        EndReason::Code(code) => EndReason::Code(code),
        EndReason::Text(text) => EndReason::Text(text.into_owned().into()),
    };
    let (start, talk_seconds, hang_up_side) = (call.start, call.talk_seconds, call.hang_up_side);
    Some(ReadRow { start, talk_seconds, post_dial_delay_millis: call.post_dial_delay_millis, end_reason, hang_up_side })
}
