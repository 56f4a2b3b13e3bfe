//! The format that a table is of.

use super::catalog::{Format, RowShape, formats};
use super::mapping::style_of;
use super::{Layout, LayoutEvidence, Mapping, by_content};
use calls::LocalZone;
use calls::values::{self, Value};
use calls::{Field, plain_name};

/// A header stands within the first so many rows; what is above it is a title.
const HEADER_WITHIN: usize = 20;

/// A layout that fits a table.
#[derive(Debug)]
pub(crate) struct Candidate {
    /// How well it fits, against others.
    pub(crate) strength: u32,
    pub(crate) layout: Layout,
    /// Rows before the first call: a title, the header, and what belongs to it.
    pub(crate) first_row: usize,
    /// The header is the row before that one, or there is none.
    pub(crate) header_row: Option<usize>,
}

impl Candidate {
    /// A header with all that is needed.
    pub(crate) fn is_sure(&self) -> bool {
        self.strength >= 10_000
    }
}

/// Finds what a table is. `rows` are the first rows of a file; `brings_names`: the first of them are names that the
/// dialect itself has.
pub(crate) fn recognise(rows: &[Vec<String>], brings_names: bool, kept: &[Mapping]) -> Option<Candidate> {
    let within = if brings_names { 1 } else { HEADER_WITHIN };
    if let Some(found) = by_mapping(rows, kept, within) {
        return Some(found);
    }
    let headers = rows.iter().take(within).enumerate().filter_map(|(at, row)| by_header(rows, at, row));
    let headers: Vec<Candidate> = headers.collect();
    // Files that were put together have more than one header; what is between them are rows.
    let first = headers.iter().position(|found| found.is_sure() && fits_below(found, rows));
    let best = || (0..headers.len()).rev().max_by_key(|&at| headers[at].strength);
    let header = first.or_else(best).and_then(|at| headers.into_iter().nth(at));
    header.or_else(|| if brings_names { None } else { by_shape(rows) })
}

/// Whether the rows right below a header hold what it says.
fn fits_below(found: &Candidate, rows: &[Vec<String>]) -> bool {
    let below = &rows[found.first_row.min(rows.len())..];
    let below = &below[..below.len().min(3)];
    below.is_empty() || fitting(&found.layout, below) > 0
}

fn by_mapping(rows: &[Vec<String>], kept: &[Mapping], within: usize) -> Option<Candidate> {
    for mapping in kept {
        if let Some(at) = rows.iter().take(within).position(|row| mapping.is_header(row)) {
            let layout = mapping.layout(&rows[at], LayoutEvidence::KeptMapping);
            return Some(Candidate { strength: 30_000, layout, first_row: at + 1, header_row: Some(at) });
        }
        if mapping.header.is_empty() && mapping.columns > 1 {
            let layout = mapping.layout(&vec![String::new(); mapping.columns], LayoutEvidence::KeptMapping);
            let fitting = fitting(&layout, rows);
            if fitting > 0 && fitting * 2 >= rows.len() {
                return Some(Candidate { strength: 20_000, layout, first_row: 0, header_row: None });
            }
        }
    }
    None
}

/// The format that has most of the row's cells for names.
#[expect(clippy::cast_possible_truncation, reason = "of a few columns")]
fn by_header(rows: &[Vec<String>], at: usize, row: &[String]) -> Option<Candidate> {
    let mut names: Vec<String> = row.iter().map(|cell| cell.trim().to_owned()).collect();
    // Delimiters at the end of every line.
    let named = names.iter().rposition(|name| !name.is_empty()).map_or(0, |at| at + 1);
    let trailing = named < names.len();
    names.truncate(named);
    let plain: Vec<String> = names.iter().map(|name| plain_name(name)).collect();
    let known = |format: &Format| plain.iter().filter(|name| format.field_of(name).is_some()).count();
    let (known, format) = formats()
        .iter()
        .map(|format| (known(format), format))
        .max_by_key(|(known, format)| (*known, format.priority, std::cmp::Reverse(&format.id)))?;
    let of = names.iter().filter(|name| !name.is_empty()).count();
    // Two words may stand in any header; two and nothing else in one of calls.
    if known < 2 || (known == 2 && of > 2) {
        return None;
    }
    let mut layout = Layout::of_names(format, names, true, LayoutEvidence::Header { known, of });
    layout.short_rows = trailing;
    let first_row = at + 1 + rows.get(at + 1).map_or(0, |row| usize::from(is_type_row(row)));
    let below = &rows[first_row..];
    layout.style = style_of(&columns_of(&layout), |column| cells(below, column));
    layout.short_rows |= leaves_out_empty_cells(&layout, below);
    let strength = if !layout.missing().is_empty() {
        10 + known as u32
    } else if (known < 3 || known * 3 < of) && !below.is_empty() && fitting(&layout, below) * 4 < below.len() {
        // Its names are known, and nothing below them is what they say.
        1
    } else {
        10_000 + known as u32 * 10
    };
    Some(Candidate { strength, layout, first_row, header_row: Some(at) })
}

/// Spreadsheets leave out the empty cells at the end of most rows, when they save them as text: then most rows are
/// shorter, and hold what the header says as far as they go.
fn leaves_out_empty_cells(layout: &Layout, rows: &[Vec<String>]) -> bool {
    let short = Layout { short_rows: true, ..layout.clone() };
    let shorter =
        rows.iter().filter(|row| row.len() < layout.columns && row.len() * 2 > layout.columns && fits(&short, row));
    rows.len() >= 8 && shorter.count() * 2 > rows.len()
}

/// Cisco writes the type of each column below its name.
fn is_type_row(row: &[String]) -> bool {
    let is_type =
        |cell: &String| ["INTEGER", "VARCHAR", "UNIQUEIDENTIFIER"].iter().any(|word| cell.trim().starts_with(word));
    row.len() > 3 && row.iter().filter(|cell| is_type(cell)).count() * 10 >= row.len() * 9
}

fn by_shape(rows: &[Vec<String>]) -> Option<Candidate> {
    let shapes = formats().iter().flat_map(|format| format.rows.iter().map(move |shape| (format, shape)));
    let fitting = shapes.filter_map(|(format, shape)| of_shape(rows, format, shape));
    // Of those that fit equally well the first.
    fitting.reduce(|best, other| if other.strength > best.strength { other } else { best })
}

#[expect(clippy::cast_possible_truncation, reason = "a thousand and a hundred for each row of how many there are")]
fn of_shape(rows: &[Vec<String>], format: &Format, shape: &RowShape) -> Option<Candidate> {
    let names = shape.columns.clone();
    let evidence = LayoutEvidence::Rows { fitting: 0, of: rows.len() };
    let mut layout = Layout::of_names(format, names, false, evidence);
    // Most files have another number of columns: that is seen at once.
    if !rows.iter().any(|row| row.len() == layout.columns || row.len() == layout.columns + 1) {
        return None;
    }
    let fitting_rows: Vec<Vec<String>> = rows.iter().filter(|row| fits(&layout, row)).cloned().collect();
    layout.style = style_of(&columns_of(&layout), |column| cells(&fitting_rows, column));
    let fitting = fitting(&layout, rows);
    by_content::place(&mut layout, &fitting_rows, shape.by_content.iter().map(|column| column - 1));
    layout.evidence = LayoutEvidence::Rows { fitting, of: rows.len() };
    let enough = fitting > 0 && fitting * 2 >= rows.len();
    // A column more or less makes a row fit where the last one is empty: those that have as many fit better.
    let exact = fitting_rows.iter().filter(|row| row.len() == layout.columns).count();
    let strength = 5_000 + ((fitting * 1000 + exact * 100) / rows.len().max(1)) as u32;
    enough.then_some(Candidate { strength, layout, first_row: 0, header_row: None })
}

fn columns_of(layout: &Layout) -> Vec<(Field, usize)> {
    layout.fields().map(|(field, place)| (field, place.column)).collect()
}

fn cells(rows: &[Vec<String>], column: usize) -> impl Iterator<Item = &str> {
    rows.iter().filter_map(move |row| row.get(column)).map(String::as_str)
}

/// How many rows hold what the layout says that they hold.
fn fitting(layout: &Layout, rows: &[Vec<String>]) -> usize {
    rows.iter().filter(|row| fits(layout, row)).count()
}

fn fits(layout: &Layout, row: &[String]) -> bool {
    let zone = LocalZone::default();
    let cell =
        |field: Field| layout.at(field).map(|place| row.get(place.column).map_or(&b""[..], |cell| cell.as_bytes()));
    let time = |field: Field| cell(field).map(|cell| values::instant(cell, layout.style.date_order, &zone));
    let unreadable = |field: Field| {
        layout.at(field).zip(cell(field)).is_some_and(|(place, cell)| {
            values::seconds(cell, place.unit.micros(), layout.style.decimal_comma) == Value::Unreadable
        })
    };
    let has_columns = row.len() == layout.columns
        || (row.len() > layout.columns && row[layout.columns..].iter().all(|cell| cell.trim().is_empty()))
        || (layout.short_rows && row.len() < layout.columns);
    has_columns
        && matches!(time(Field::Start), Some(Value::Read(_)))
        && !matches!(time(Field::Stop), Some(Value::Unreadable))
        && !unreadable(Field::HoldTime)
        && !unreadable(Field::FeeTime)
        // Where columns are known by their place only, a number that should be a side tells a wrong guess.
        && (layout.has_header || cell(Field::EndDirection).is_none_or(|cell| {
            values::is_absent(cell) || super::mapping::side(cell).is_some()
        }))
}
