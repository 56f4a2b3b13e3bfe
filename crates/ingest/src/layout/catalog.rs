//! The formats that are known: one data file each, in `layouts/`.

use super::DurationUnit;
use calls::{Field, plain_name};
use calls::{HangUpSide, ReasonsOf};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;
use tables::table;

/// A format as its data file has it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Format {
    /// The stem of its file.
    #[serde(skip)]
    pub id: String,
    /// Its proper name, the same in every language.
    pub title: String,
    /// The product that writes it.
    pub switch: String,
    /// Where the facts are from.
    pub source: String,
    /// Whose end reasons it has.
    end_reasons: String,
    /// Of two formats that fit a header equally well the one with more of this is taken.
    #[serde(default)]
    pub(super) priority: i32,
    /// Names of columns that no field takes; a header is known by them too.
    #[serde(default)]
    others: Vec<String>,
    /// The names that a header may have for a field, the preferred one first.
    pub(super) fields: BTreeMap<Field, Vec<String>>,
    /// The unit of a column by its name, where it is not its field's own.
    #[serde(default)]
    units: BTreeMap<String, DurationUnit>,
    /// Numbers of end reasons, from and to, that are the switch's own and no standard's.
    #[serde(default)]
    pub(super) own_reasons: Vec<(i64, i64)>,
    /// Words for what is a number elsewhere.
    #[serde(default)]
    words: Words,
    /// Its columns where it has no header.
    #[serde(default)]
    pub(super) rows: Vec<RowShape>,
    /// The field of each name as headers are compared, and how much the name is preferred (0: most).
    #[serde(skip)]
    names: HashMap<String, (Option<Field>, usize)>,
    #[serde(skip)]
    units_of: HashMap<String, DurationUnit>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    #[serde(default)]
    end_direction: BTreeMap<HangUpSide, Vec<String>>,
}

/// The columns of a file without a header.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RowShape {
    /// Their names in order; an empty one is not known.
    pub(super) columns: Vec<String>,
    /// Columns, from 1, of which their content tells what they are.
    #[serde(default)]
    pub(super) by_content: Vec<usize>,
}

impl Format {
    fn prepared(mut self, id: String) -> Self {
        self.id = id;
        for (&field, names) in &self.fields {
            for (at, name) in names.iter().enumerate() {
                self.names.insert(plain_name(name), (Some(field), at));
            }
        }
        for name in &self.others {
            self.names.insert(plain_name(name), (None, 0));
        }
        self.units_of = self.units.iter().map(|(name, &unit)| (plain_name(name), unit)).collect();
        self
    }

    /// Whether a header's name is one of the format's, and which field it is.
    pub(super) fn field_of(&self, plain: &str) -> Option<(Option<Field>, usize)> {
        self.names.get(plain).copied()
    }

    /// The unit of a column of that name, where it is not its field's own.
    pub(super) fn unit_of(&self, plain: &str) -> Option<DurationUnit> {
        self.units_of.get(plain).copied()
    }

    /// Whose end reasons it has.
    pub fn reasons_of(&self) -> ReasonsOf {
        if self.end_reasons == "vos3000" { ReasonsOf::Vos3000 } else { ReasonsOf::Other }
    }
}

/// All formats, by id.
pub fn formats() -> &'static [Format] {
    static FORMATS: LazyLock<Vec<Format>> = LazyLock::new(|| {
        let formats: BTreeMap<String, Format> = table!("src/layouts");
        formats.into_iter().map(|(id, format)| format.prepared(id)).collect()
    });
    &FORMATS
}

/// Whether any format has a column of that name.
pub(crate) fn is_known_name(plain: &str) -> bool {
    formats().iter().any(|format| format.field_of(plain).is_some())
}

/// The field that most formats have a name for.
pub(super) fn field_of_any(plain: &str) -> Option<Field> {
    let mut found: Vec<(Field, usize)> = Vec::new();
    for (field, _) in formats().iter().filter_map(|format| format.field_of(plain)) {
        let Some(field) = field else { continue };
        match found.iter_mut().find(|(other, _)| *other == field) {
            Some((_, count)) => *count += 1,
            None => found.push((field, 1)),
        }
    }
    found.into_iter().rev().max_by_key(|&(_, count)| count).map(|(field, _)| field)
}

/// The side that a word stands for in any format.
pub(crate) fn side_of_word(word: &str) -> Option<HangUpSide> {
    static SIDES: LazyLock<HashMap<String, HangUpSide>> = LazyLock::new(|| {
        let mut sides = HashMap::new();
        let own = [("caller", HangUpSide::Caller), ("callee", HangUpSide::Callee), ("server", HangUpSide::Server)];
        sides.extend(own.map(|(word, side)| (word.to_owned(), side)));
        for format in formats() {
            for (&side, words) in &format.words.end_direction {
                sides.extend(words.iter().map(|word| (plain_name(word), side)));
            }
        }
        sides
    });
    SIDES.get(&plain_name(word)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_is_sound() {
        assert!(formats().len() >= 15);
        for format in formats() {
            let id = &format.id;
            assert!(["vos3000", "other"].contains(&format.end_reasons.as_str()), "{id}");
            assert!(!format.title.is_empty() && !format.source.is_empty() && !format.switch.is_empty(), "{id}");
            let names = format.fields.values().map(Vec::len).sum::<usize>() + format.others.len();
            assert_eq!(names, format.names.len(), "{id}: a name stands twice");
            for name in format.units.keys() {
                assert!(format.field_of(&plain_name(name)).is_some(), "{id}: no column {name}");
            }
            for shape in &format.rows {
                for name in shape.columns.iter().filter(|name| !name.is_empty()) {
                    assert!(format.field_of(&plain_name(name)).is_some(), "{id}: no column {name}");
                }
                for &at in &shape.by_content {
                    assert_eq!(shape.columns.get(at - 1).map(String::as_str), Some(""), "{id}: column {at}");
                }
            }
        }
    }

    /// The test above loads all of them, and so every one whose unit is unknown fails there.
    #[test]
    fn a_format_with_an_unknown_unit_is_none() {
        let with = |unit: &str| {
            let fields = r#""fields": {"start": ["when"], "hold_time": ["talked"]}"#;
            let rest = r#""title": "t", "switch": "s", "source": "s", "end_reasons": "other""#;
            serde_json::from_str::<Format>(&format!(r#"{{{rest}, {fields}, "units": {{"talked": "{unit}"}}}}"#))
        };
        assert!(with("ms").is_ok());
        assert!(with("min").unwrap_err().to_string().contains("min"));
    }

    #[test]
    fn sides_are_known_by_their_words() {
        assert_eq!(side_of_word("主叫"), Some(HangUpSide::Caller));
        assert_eq!(side_of_word("BY CALLEE"), Some(HangUpSide::Callee));
        assert_eq!(side_of_word("nobody"), None);
    }
}
