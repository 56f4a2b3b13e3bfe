//! What is said of what explains a change.

use super::en;
use crate::compare::ChangeExplanation;
use query::{Dimension, Unit};
use words::Language;

/// What a language says of what explains a change.
pub trait ChangeTexts {
    /// What explains a change, in a sentence or a few. `name` gives the name of a group, by the key that tables have
    /// for it.
    fn explanation(self, explanation: &ChangeExplanation, name: impl Fn(Dimension, Option<&str>) -> String) -> String;

    /// What a group contributes to a change: as a change, in finer steps, as small ones add up to it.
    fn contribution(self, unit: Unit, by: f64) -> String;
}

impl ChangeTexts for Language {
    fn explanation(self, explanation: &ChangeExplanation, name: impl Fn(Dimension, Option<&str>) -> String) -> String {
        match self {
            Language::English => en::explanation(explanation, &name),
        }
    }

    fn contribution(self, unit: Unit, by: f64) -> String {
        let sign = if by > 0.0 { "+" } else { "" };
        let Language::English = self;
        let fine = |places: usize, of: &str| {
            let minus = if by < 0.0 { "\u{2212}" } else { "" };
            format!("{sign}{minus}{}{of}", self.decimal(by.abs(), places))
        };
        match unit {
            Unit::Percent => fine(2, " points"),
            Unit::Seconds => fine(1, " s"),
            Unit::Count if by.fract() != 0.0 => fine(1, ""),
            _ => self.change(unit, by),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_contributions_are_not_nothing() {
        let en = Language::English;
        assert_eq!(en.contribution(Unit::Percent, -0.04), "−0.04 points");
        assert_eq!(en.contribution(Unit::Seconds, 0.44), "+0.4 s");
        assert_eq!(en.contribution(Unit::Count, -12.0), "−12");
        assert_eq!(en.contribution(Unit::Count, 1.25), "+1.2");
        assert_eq!(en.contribution(Unit::Percent, 0.0), "0.00 points");
    }
}
