//! What a person says of columns that no format knows.

use super::by_content::{Looks, looks};
use super::catalog::{field_of_any, formats, side_of_word};
use super::{DurationUnit, FieldColumn, Layout, LayoutEvidence};
use crate::table::Preview;
use calls::LocalZone;
use calls::values::{self, DateOrder, Style, Value};
use calls::{Field, FieldKind, NECESSARY, plain_name};
use calls::{HangUpSide, ReasonsOf};
use serde::{Deserialize, Serialize};
use sorting::Ordered;
use std::collections::BTreeMap;

/// Which column holds which field, in files of one shape. It is kept in the browser, and can be given to others as
/// JSON.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// What the person calls it.
    pub name: String,
    /// The names in the header by which its files are recognised; empty for files without a header.
    #[serde(default)]
    pub header: Vec<String>,
    /// How many columns its files have; 0: as many as most rows of a file have.
    #[serde(default)]
    pub columns: usize,
    /// The column of each field, from 0.
    pub fields: BTreeMap<Field, usize>,
    /// What comes first in a date.
    #[serde(default)]
    pub date_order: DateOrder,
    /// Amounts have a decimal comma.
    #[serde(default)]
    pub decimal_comma: bool,
    /// Whose end reasons they are.
    #[serde(default)]
    pub reasons_of: ReasonsOf,
    /// The format that it began as, if it did: what is the format's own beyond its columns stays.
    #[serde(default)]
    pub format: String,
    /// The unit of a duration, where it is not the field's own.
    #[serde(default)]
    pub units: BTreeMap<Field, DurationUnit>,
    /// Empty cells at the end of a row may be missing, or be there beyond the columns.
    #[serde(default)]
    pub short_rows: bool,
}

/// Why a sample does not fit a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misfit {
    /// It is no time.
    NoTime,
    /// It is no duration.
    NoDuration,
    /// It is no amount.
    NoAmount,
    /// It is no whole number.
    NoNumber,
    /// It says nothing of who hung up.
    NoSide,
}

impl Mapping {
    /// The best guess for a table: by the names that formats have for columns, then by what is in them.
    pub fn suggested(table: &Preview) -> Self {
        let mut fields = BTreeMap::new();
        let columns = table.columns();
        for (column, name) in table.names.iter().enumerate() {
            if let Some(field) = field_of_any(&plain_name(name)) {
                fields.entry(field).or_insert(column);
            }
        }
        for column in 0..columns {
            if fields.values().any(|&taken| taken == column) {
                continue;
            }
            let candidates: &[Field] = match looks(table.cells(column)) {
                Looks::Time => &[Field::Start, Field::Stop],
                Looks::Address => &[Field::CallerIp, Field::CalleeIp],
                Looks::CallId => &[Field::CallerCallId],
                // Numbers that were called one after another look like serial numbers.
                Looks::Number | Looks::Serial => &[Field::Caller, Field::Callee],
                Looks::Small | Looks::Words | Looks::Nothing => &[],
            };
            if let Some(&field) = candidates.iter().find(|field| !fields.contains_key(field)) {
                fields.insert(field, column);
            }
        }
        let places: Vec<(Field, usize)> = fields.iter().map(|(&field, &column)| (field, column)).collect();
        let style = style_of(&places, |column| table.cells(column));
        Self {
            name: String::new(),
            header: table.names.clone(),
            columns,
            fields,
            date_order: style.date_order,
            decimal_comma: style.decimal_comma,
            ..Self::default()
        }
    }

    /// The mapping that a layout amounts to, to be changed.
    pub fn of_layout(layout: &Layout) -> Self {
        Self {
            name: String::new(),
            header: if layout.has_header { layout.names.clone() } else { Vec::new() },
            columns: layout.columns,
            fields: layout.fields().map(|(field, place)| (field, place.column)).ordered_map(),
            date_order: layout.style.date_order,
            decimal_comma: layout.style.decimal_comma,
            reasons_of: layout.reasons_of,
            format: layout.began_as.clone(),
            units: layout
                .fields()
                .filter(|(field, place)| place.unit != DurationUnit::own(*field))
                .map(|(field, place)| (field, place.unit))
                .ordered_map(),
            short_rows: layout.short_rows,
        }
    }

    /// Whether a row is the header of its files.
    pub(crate) fn is_header(&self, row: &[String]) -> bool {
        let named = self.header.iter().any(|name| !plain_name(name).is_empty());
        let same = |(mine, theirs): (&String, &String)| plain_name(mine) == plain_name(theirs);
        let row = &row[..row.len() - trailing_empty(row)];
        named && row.len() == self.header.len() - trailing_empty(&self.header) && self.header.iter().zip(row).all(same)
    }

    /// Whether a row has its columns.
    pub(crate) fn has_columns(&self, row: &[String]) -> bool {
        row.len() == self.columns || (self.short_rows && row.len() - trailing_empty(row) <= self.columns)
    }

    /// Whether it says enough to make calls of rows: a start time, and something that gives talk time.
    pub fn is_complete(&self) -> bool {
        NECESSARY.iter().all(|set| set.iter().any(|field| self.fields.contains_key(field)))
    }

    fn unit_of(&self, field: Field) -> DurationUnit {
        self.units.get(&field).copied().unwrap_or_else(|| DurationUnit::own(field))
    }

    pub(crate) fn layout(&self, names: &[String], evidence: LayoutEvidence) -> Layout {
        let began_as = formats().iter().find(|format| format.id == self.format);
        let mut layout = Layout {
            format: "mapping".to_owned(),
            title: self.name.clone(),
            evidence,
            has_header: !self.header.is_empty(),
            names: names.to_vec(),
            columns: self.columns,
            short_rows: self.short_rows,
            // Whoever made it said so.
            style: Style { date_order: self.date_order, date_order_open: false, decimal_comma: self.decimal_comma },
            reasons_of: self.reasons_of,
            switch: began_as.map(|format| format.switch.clone()).unwrap_or_default(),
            own_reasons: began_as.map(|format| format.own_reasons.clone()).unwrap_or_default(),
            began_as: self.format.clone(),
            places: Vec::new(),
        };
        let is_there = |column: usize| self.columns == 0 || column < self.columns;
        for (&field, &column) in self.fields.iter().filter(|(_, column)| is_there(**column)) {
            layout.place(field, FieldColumn { column, unit: self.unit_of(field) });
        }
        layout
    }

    /// What a sample says as that field, as it would be read.
    ///
    /// # Errors
    /// Where it is not what the field holds.
    pub fn sample(&self, field: Field, cell: &str, zone: &LocalZone) -> Result<Sample, Misfit> {
        fn read<T>(value: Value<T>, misfit: Misfit, sample: impl Fn(T) -> Sample) -> Result<Sample, Misfit> {
            match value {
                Value::Absent => Ok(Sample::Absent),
                Value::Read(value) => Ok(sample(value)),
                Value::Unreadable => Err(misfit),
            }
        }
        let bytes = cell.trim().as_bytes();
        match field.kind() {
            FieldKind::Time => {
                let time = values::instant(bytes, self.date_order, zone);
                read(time, Misfit::NoTime, |time| Sample::Text(time.at.rfc3339()))
            }
            FieldKind::Seconds | FieldKind::Millis => {
                let millis = values::duration_millis(bytes, self.unit_of(field).micros(), self.decimal_comma);
                read(millis, Misfit::NoDuration, Sample::Millis)
            }
            FieldKind::Money => {
                let money = values::money(bytes, self.decimal_comma);
                read(money, Misfit::NoAmount, |money| Sample::Text(money.to_string()))
            }
            FieldKind::Number => {
                read(values::integer(bytes), Misfit::NoNumber, |number| Sample::Text(number.to_string()))
            }
            FieldKind::Side => match side(bytes) {
                Some(side) => Ok(Sample::Side(side)),
                None if values::is_absent(bytes) => Ok(Sample::Absent),
                None => Err(Misfit::NoSide),
            },
            FieldKind::EndReason | FieldKind::Text if values::is_absent(bytes) => Ok(Sample::Absent),
            FieldKind::EndReason | FieldKind::Text => Ok(Sample::Text(cell.trim().to_owned())),
        }
    }
}

fn trailing_empty(row: &[String]) -> usize {
    row.iter().rev().take_while(|cell| cell.trim().is_empty()).count()
}

/// What a cell says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sample {
    /// Nothing.
    Absent,
    /// A duration.
    Millis(u64),
    /// Who hung up.
    Side(HangUpSide),
    /// Anything else, as it is read.
    Text(String),
}

/// Who hung up: VOS3000's number, or words.
pub(crate) fn side(cell: &[u8]) -> Option<HangUpSide> {
    match values::integer(cell) {
        Value::Read(0) => Some(HangUpSide::Caller),
        Value::Read(1) => Some(HangUpSide::Callee),
        Value::Read(2) => Some(HangUpSide::Server),
        Value::Unreadable => side_of_word(std::str::from_utf8(cell).ok()?),
        Value::Read(_) | Value::Absent => None,
    }
}

/// How the cells of these fields are written.
pub(super) fn style_of<'a, Cells: Iterator<Item = &'a str>>(
    fields: &[(Field, usize)],
    cells: impl Fn(usize) -> Cells,
) -> Style {
    let of_kind =
        |kind: FieldKind| fields.iter().filter(move |(field, _)| field.kind() == kind).map(|&(_, column)| column);
    let told = of_kind(FieldKind::Time).find_map(|column| values::date_order_in(cells(column)));
    let is_open = |column: usize| cells(column).any(values::is_open_date);
    Style {
        date_order: told.unwrap_or_default(),
        date_order_open: told.is_none() && of_kind(FieldKind::Time).any(is_open),
        decimal_comma: of_kind(FieldKind::Money)
            .find_map(|column| values::decimal_comma_in(cells(column)))
            .unwrap_or(false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Preview {
        let rows = [
            ["who", "to whom", "when", "how long", "why"],
            ["12025550101", "442079460001", "02/03/2026 12:00:00", "1:05", "486"],
            ["12025550102", "442079460002", "13/03/2026 12:00:01", "0:00", "16"],
        ];
        let text = |row: &[&str; 5]| row.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        Preview { names: text(&rows[0]), rows: rows[1..].iter().map(text).collect() }
    }

    #[test]
    fn columns_are_guessed_by_what_is_in_them() {
        let mapping = Mapping::suggested(&table());
        let expected = [(Field::Start, 2), (Field::Caller, 0), (Field::Callee, 1)];
        assert_eq!(mapping.fields, expected.into_iter().collect());
        assert_eq!(mapping.date_order, DateOrder::Dmy);
    }

    #[test]
    fn a_sample_is_read_as_the_row_will_be() {
        let sample = |field, cell| Mapping::default().sample(field, cell, &LocalZone::default());
        assert_eq!(sample(Field::HoldTime, "1:05"), Ok(Sample::Millis(65_000)));
        assert_eq!(sample(Field::HoldTime, "why"), Err(Misfit::NoDuration));
        assert_eq!(sample(Field::EndDirection, "被叫"), Ok(Sample::Side(HangUpSide::Callee)));
        assert_eq!(sample(Field::Start, "NULL"), Ok(Sample::Absent));
    }

    #[test]
    fn a_mapping_is_written_and_read() {
        let mapping = Mapping { name: "ours".into(), ..Mapping::suggested(&table()) };
        let text = serde_json::to_string(&mapping).unwrap();
        assert_eq!(serde_json::from_str::<Mapping>(&text).unwrap(), mapping);
    }
}
