//! Which column holds what.
//!
//! Formats that are known are data ([`catalog`]); [`recognise`] finds the one that a file is of; a [`Mapping`] is what
//! a person says of a file that is of none. All three make a [`Layout`], which the parser reads rows by.

mod by_content;
mod catalog;
mod mapping;
mod mapping_file;
mod recognise;
mod unit;

pub use catalog::{Format, formats};
pub use mapping::{Mapping, Misfit, Sample};
pub use mapping_file::{MappingsProblem, kept_mappings, read_mappings};
pub use unit::DurationUnit;

pub(super) use catalog::is_known_name;
pub(super) use mapping::side;
pub(super) use recognise::{Candidate, recognise};

use calls::ReasonsOf;
use calls::values::Style;
use calls::{Field, NECESSARY, plain_name};
use serde::{Deserialize, Serialize};

/// Why a file was taken for what it was taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum LayoutEvidence {
    /// So many of the names in its header are the format's.
    Header {
        /// Names that are.
        known: usize,
        /// Names in all.
        of: usize,
    },
    /// It has no header; so many of its first rows hold what the format's columns hold.
    Rows {
        /// Rows that fit.
        fitting: usize,
        /// Rows looked at.
        of: usize,
    },
    /// A mapping that was kept fits it.
    KeptMapping,
    /// A person said so.
    Chosen,
}

/// Where a field stands, and in what unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldColumn {
    /// The column, from 0.
    pub column: usize,
    /// Its unit, for durations.
    pub unit: DurationUnit,
}

/// Where the columns are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layout {
    /// The format's id, or `mapping`.
    pub format: String,
    /// The format's proper name, or the mapping's.
    pub title: String,
    /// Why it was taken.
    pub evidence: LayoutEvidence,
    /// The first row names the columns.
    pub has_header: bool,
    /// What the columns are called: by the header, or by the format.
    pub names: Vec<String>,
    /// How many columns every row must have.
    pub columns: usize,
    /// Empty cells at the end of a row may be missing.
    pub short_rows: bool,
    /// How what can be written in several ways is written.
    pub style: Style,
    /// Whose end reasons they are.
    pub reasons_of: ReasonsOf,
    /// The product that writes the format.
    pub switch: String,
    /// Numbers of end reasons, from and to, that are the switch's own and no standard's.
    pub own_reasons: Vec<(i64, i64)>,
    /// The format that it is, or that a person changed the columns of; empty where there was none.
    began_as: String,
    places: Vec<(Field, FieldColumn)>,
}

impl Layout {
    /// The columns of a format, by the names that a header has or the format gives them.
    fn of_names(format: &Format, names: Vec<String>, has_header: bool, evidence: LayoutEvidence) -> Self {
        let mut layout = Self {
            format: format.id.clone(),
            title: format.title.clone(),
            evidence,
            has_header,
            columns: names.len(),
            names: Vec::new(),
            short_rows: false,
            style: Style::default(),
            reasons_of: format.reasons_of(),
            switch: format.switch.clone(),
            own_reasons: format.own_reasons.clone(),
            began_as: format.id.clone(),
            places: Vec::new(),
        };
        layout.add_names(format, &names);
        layout
    }

    /// A format's layout before any of its names was seen.
    pub(super) fn of_no_rows(format: &str) -> Option<Self> {
        let format = formats().iter().find(|known| known.id == format)?;
        Some(Self::of_names(format, Vec::new(), true, LayoutEvidence::Header { known: 0, of: 0 }))
    }

    /// Names that come with a later row, behind those that are there: JSON objects need not all have the same.
    pub(super) fn grow(&mut self, names: &[String]) {
        let more = &names[self.names.len().min(names.len())..];
        match formats().iter().find(|format| format.id == self.format) {
            Some(format) => self.add_names(format, more),
            None => self.names.extend_from_slice(more),
        }
        self.columns = self.names.len();
    }

    fn add_names(&mut self, format: &Format, names: &[String]) {
        for name in names {
            let plain = plain_name(name);
            let column = self.names.len();
            self.names.push(name.clone());
            let Some((Some(field), preference)) = format.field_of(&plain) else { continue };
            let unit = format.unit_of(&plain).unwrap_or_else(|| DurationUnit::own(field));
            let preferred = match self.at(field) {
                Some(place) => {
                    let other = format.field_of(&plain_name(&self.names[place.column]));
                    other.is_some_and(|(_, other)| preference < other)
                }
                None => true,
            };
            if preferred {
                self.place(field, FieldColumn { column, unit });
            }
        }
    }

    fn place(&mut self, field: Field, place: FieldColumn) {
        self.places.retain(|(other, _)| *other != field);
        self.places.push((field, place));
    }

    /// The place of a field, where the file has it.
    pub fn at(&self, field: Field) -> Option<FieldColumn> {
        self.places.iter().find(|(other, _)| *other == field).map(|&(_, place)| place)
    }

    /// All fields that the file has.
    pub fn fields(&self) -> impl Iterator<Item = (Field, FieldColumn)> + '_ {
        self.places.iter().copied()
    }

    /// The sets of fields of which one is needed and none is there.
    pub(super) fn missing(&self) -> Vec<Vec<Field>> {
        let has = |set: &&[Field]| set.iter().any(|&field| self.at(field).is_some());
        NECESSARY.iter().filter(|set| !has(set)).map(|set| set.to_vec()).collect()
    }
}

#[cfg(test)]
mod tests;
