//! Mappings as a file, which a person may have written.

use super::{DurationUnit, Mapping};
use calls::Field;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// Why mappings cannot be read from a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MappingsProblem {
    /// It has none.
    NoMappings,
    /// A mapping gives durations in a unit that there is not.
    UnknownUnit {
        /// What it is called.
        mapping: String,
        /// The field.
        field: Field,
        /// What stands there.
        unit: String,
    },
}

/// Reads all mappings of a text, or none.
///
/// # Errors
/// Where there are none, or one of them cannot be read.
pub fn read_mappings(text: &str) -> Result<Vec<Mapping>, MappingsProblem> {
    let all: Vec<Value> = serde_json::from_str(text).map_err(|_| MappingsProblem::NoMappings)?;
    let problem = |mapping: &Value| unknown_unit(mapping).unwrap_or(MappingsProblem::NoMappings);
    all.iter().map(|mapping| Mapping::deserialize(mapping).map_err(|_| problem(mapping))).collect()
}

/// The mappings of a text that this page wrote itself, but for those that it cannot read any more: files of theirs ask
/// for their columns again.
pub fn kept_mappings(text: &str) -> Vec<Mapping> {
    let all: Vec<Value> = serde_json::from_str(text).unwrap_or_default();
    all.iter().filter_map(|mapping| Mapping::deserialize(mapping).ok()).collect()
}

/// The first unit of a mapping that is none.
fn unknown_unit(mapping: &Value) -> Option<MappingsProblem> {
    let units = BTreeMap::<Field, Value>::deserialize(mapping.get("units")?).ok()?;
    let (field, unit) = units.into_iter().find(|(_, unit)| DurationUnit::deserialize(unit).is_err())?;
    let unit = unit.as_str().map_or_else(|| unit.to_string(), str::to_owned);
    let name = mapping.get("name").and_then(Value::as_str).unwrap_or_default();
    Some(MappingsProblem::UnknownUnit { mapping: name.to_owned(), field, unit })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_units(units: &str) -> String {
        format!(r#"[{{"name": "ours", "fields": {{"start": 0, "hold_time": 1}}, "units": {units}}}]"#)
    }

    #[test]
    fn a_unit_that_there_is_not_is_said_with_its_mapping() {
        let units = |units: &str| read_mappings(&with_units(units)).map(|all| all[0].units.clone());
        assert_eq!(units(r#"{"hold_time": "ms"}"#), Ok([(Field::HoldTime, DurationUnit::Millis)].into()));
        assert_eq!(units(r#"{"hold_time": 1000}"#), Ok([(Field::HoldTime, DurationUnit::Millis)].into()));
        for (written, unit) in [(r#""min""#, "min"), ("60000000", "60000000"), ("0", "0")] {
            let problem = MappingsProblem::UnknownUnit {
                mapping: "ours".to_owned(),
                field: Field::HoldTime,
                unit: unit.to_owned(),
            };
            assert_eq!(units(&format!(r#"{{"hold_time": {written}}}"#)), Err(problem));
        }
        assert_eq!(units(r#"{"howlong": "s"}"#), Err(MappingsProblem::NoMappings));
        let one = |units: &str| with_units(units).trim_matches(['[', ']']).to_owned();
        let kept = format!("[{}, {}]", one(r#"{"hold_time": 7}"#), one("{}"));
        assert_eq!(kept_mappings(&kept).len(), 1, "one that cannot be read takes no other with it");
        assert_eq!(read_mappings("{}"), Err(MappingsProblem::NoMappings));
    }
}
