//! Sums of money.

use calls::Money;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A sum of [`Money`], in the same hundred-millionths of a unit. One amount fills 64 bits with 92 billion units, which
/// a month's sum in a small currency exceeds: 128 bits hold the sum of any number of amounts, exactly.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Amount(pub i128);

/// Parts of a unit, as [`Money`] has them.
const PARTS: u128 = 100_000_000;

impl Amount {
    /// As units of the currency, near enough to make ratios of it.
    pub fn units(self) -> f64 {
        self.0 as f64 / PARTS as f64
    }

    /// So many units, for estimates.
    #[expect(clippy::cast_possible_truncation, reason = "an estimate, and what is too large becomes the largest")]
    pub fn of_units(units: f64) -> Self {
        Self((units * PARTS as f64).round() as i128)
    }
}

impl From<Money> for Amount {
    fn from(money: Money) -> Self {
        Self(money.0.into())
    }
}

impl fmt::Display for Amount {
    /// As [`Money`]: with a decimal point, and no more decimals than there are.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Ok(fits) = i64::try_from(self.0) {
            return Money(fits).fmt(f);
        }
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, parts) = (self.0.unsigned_abs() / PARTS, self.0.unsigned_abs() % PARTS);
        let decimals = if parts == 0 { String::new() } else { format!(".{parts:08}") };
        write!(f, "{sign}{whole}{}", decimals.trim_end_matches('0'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beyond_what_one_amount_holds() {
        let largest = Amount(i128::from(i64::MAX) * 3 + 2_000_000);
        assert_eq!(largest.to_string(), "276701161105.66327421".to_owned());
        assert_eq!(Amount(-(i128::from(i64::MAX) + 1)).to_string(), "-92233720368.54775808");
        assert_eq!(Amount(12_500_000).to_string(), "0.125");
        let json = serde_json::to_string(&largest).unwrap();
        assert_eq!(serde_json::from_str::<Amount>(&json).unwrap(), largest);
    }
}
