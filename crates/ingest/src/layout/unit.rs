//! In what a column of durations is written.

use calls::{Field, FieldKind};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

/// The unit of a column. There are no others: what names another one is refused, never taken for seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum DurationUnit {
    /// `s`.
    #[serde(rename = "s")]
    Seconds,
    /// `ms`.
    #[serde(rename = "ms")]
    Millis,
    /// `us`.
    #[serde(rename = "us")]
    Micros,
}

/// How a table or a mapping says it.
#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Name(String),
    /// Microseconds, as mappings of earlier releases have it.
    InMicros(u64),
}

impl DurationUnit {
    const ALL: [Self; 3] = [Self::Seconds, Self::Millis, Self::Micros];

    /// The names that there are.
    pub const NAMES: [&str; 3] = ["s", "ms", "us"];

    /// That of a field where nothing else is said.
    pub(crate) fn own(field: Field) -> Self {
        if field.kind() == FieldKind::Millis { Self::Millis } else { Self::Seconds }
    }

    /// Microseconds in it.
    pub fn micros(self) -> u32 {
        match self {
            Self::Seconds => 1_000_000,
            Self::Millis => 1000,
            Self::Micros => 1,
        }
    }
}

impl<'de> Deserialize<'de> for DurationUnit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let unit = if deserializer.is_human_readable() {
            Written::deserialize(deserializer)?.try_into()
        } else {
            // Its number, as it is written for workers.
            let number = u32::deserialize(deserializer)?;
            Self::ALL.get(number as usize).copied().ok_or_else(|| format!("no unit: {number}"))
        };
        unit.map_err(D::Error::custom)
    }
}

impl TryFrom<Written> for DurationUnit {
    type Error = String;

    fn try_from(written: Written) -> Result<Self, String> {
        let all = Self::ALL;
        let (unit, said) = match written {
            Written::Name(name) => (all.into_iter().zip(Self::NAMES).find(|(_, known)| *known == name), name),
            Written::InMicros(micros) => (
                all.into_iter().zip(Self::NAMES).find(|(unit, _)| u64::from(unit.micros()) == micros),
                micros.to_string(),
            ),
        };
        unit.map(|(unit, _)| unit).ok_or_else(|| format!("no unit: {said}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_known_or_refused() {
        let read = |json: &str| serde_json::from_str::<DurationUnit>(json).ok();
        assert_eq!(read("\"s\""), Some(DurationUnit::Seconds));
        assert_eq!(read("\"us\""), Some(DurationUnit::Micros));
        assert_eq!(read("1000"), Some(DurationUnit::Millis), "as earlier releases wrote it");
        for unknown in ["\"min\"", "\"S\"", "\"\"", "60000000", "0", "null"] {
            assert_eq!(read(unknown), None, "{unknown}");
        }
        for unit in [DurationUnit::Seconds, DurationUnit::Millis, DurationUnit::Micros] {
            assert_eq!(read(&serde_json::to_string(&unit).unwrap()), Some(unit));
        }
    }
}
