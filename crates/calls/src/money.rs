//! Amounts of money, exact.

use serde::{Deserialize, Serialize};
use std::fmt;

/// An amount in the file's own currency, in hundred-millionths of its unit: sums of it do not depend on their order.
///
/// A cell holds up to 92 billion units.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Money(pub i64);

/// Parts of a unit.
pub(super) const PARTS: i64 = 100_000_000;

impl fmt::Display for Money {
    /// With a decimal point, and no more decimals than there are.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, parts) = (self.0.unsigned_abs() / PARTS as u64, self.0.unsigned_abs() % PARTS as u64);
        if parts == 0 {
            return write!(f, "{sign}{whole}");
        }
        let decimals = format!("{parts:08}");
        write!(f, "{sign}{whole}.{}", decimals.trim_end_matches('0'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_with_the_decimals_that_there_are() {
        let written = [12_500_000, -PARTS, 0, 3 * PARTS + 1].map(|amount| Money(amount).to_string());
        assert_eq!(written, ["0.125", "-1", "0", "3.00000001"]);
    }
}
