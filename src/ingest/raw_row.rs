//! One row, read again from its place: every cell of it, by name.

use super::dialect::Form;
use super::facts::FileFacts;
use super::field::Field;

/// What a row holds, as it stands in its file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RawRow {
    /// Its text, without the line end.
    pub text: Vec<u8>,
    /// The names of its cells, and the cells; a column without a name has an empty one.
    pub cells: Vec<(String, String)>,
    /// The fields of those cells that a report reads.
    pub fields: Vec<Option<Field>>,
}

impl RawRow {
    /// The cell of a field, where the row has it.
    pub fn get(&self, field: Field) -> Option<&str> {
        let at = self.fields.iter().position(|&other| other == Some(field))?;
        self.cells.get(at).map(|(_, cell)| cell.as_str())
    }
}

/// The row that `text` begins with, of a file of which so much is known; what follows it does not matter. `None` when it is not
/// all there.
pub fn raw_row(facts: &FileFacts, text: &[u8]) -> Option<RawRow> {
    let mut dialect = facts.form.reader();
    if let Form::Sql { table } = &facts.form {
        // A row of a statement: its beginning is far above.
        dialect.fill(format!("INSERT INTO `{table}` VALUES ").as_bytes());
    }
    dialect.fill(text);
    if !dialect.advance(true) {
        return None;
    }
    let row = dialect.row();
    if row.several_lines && row.cells.len() != facts.layout.columns {
        // As when the file was read: quotes that hold lines together which make no row were text.
        dialect.reject();
        dialect.advance(true);
    }
    let row = dialect.row();
    let own_names = dialect.names();
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
    Some(RawRow { text: row.text.to_vec(), cells, fields })
}
