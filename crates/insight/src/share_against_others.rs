//! How a vendor or an account compares with the others.

use super::named_rows::named_pairs;
use super::picture::Picture;
use query::{Measures, metrics};
use sorting::Ordered;
use std::collections::BTreeMap;

/// A share of calls and what would be expected of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ShareAgainstOthers {
    /// The calls that are compared.
    pub calls: u64,
    /// Those of them that were answered.
    pub answered: u64,
    /// The answer ratio that the others have on the same prefixes, weighed by these calls, in percent.
    pub expected_percent: f64,
    /// How far that may be off, in percentage points: twice the standard error of the others' ratios.
    pub expected_error: f64,
}

impl ShareAgainstOthers {
    /// The answer ratio of the calls that are compared.
    pub fn asr_percent(&self) -> f64 {
        metrics::answer_seizure_ratio(self.answered, self.calls).unwrap_or_default()
    }

    /// Its 95 % interval lies below what is expected, and that is not by chance either.
    pub fn is_below(&self) -> bool {
        let high = metrics::wilson_interval(self.answered, self.calls).map_or(100.0, |(_, high)| high);
        high < self.expected_percent - self.expected_error
    }

    /// Likewise above.
    pub fn is_above(&self) -> bool {
        let low = metrics::wilson_interval(self.answered, self.calls).map_or(0.0, |(low, _)| low);
        low > self.expected_percent + self.expected_error
    }

    /// Calls that would have been answered at the others' ratio, and were not.
    pub fn missing(&self) -> f64 {
        (self.expected_percent / 100.0 * self.calls as f64 - self.answered as f64).max(0.0)
    }
}

/// The others have so many calls to a prefix at least, or it is not compared: below, their ratio says nothing.
const MOST_WEAK: u64 = metrics::WEAK_BELOW_CALLS;

/// Each vendor against the others on the same prefixes. Vendors for which `counts` does not hold are no others: one
/// that feigns answers would make all the others look bad. A prefix that no other has enough calls to is not compared.
pub(super) fn vendors_compared(
    picture: &Picture,
    counts: impl Fn(&str) -> bool,
) -> BTreeMap<String, ShareAgainstOthers> {
    let mut by_prefix: BTreeMap<&str, Vec<(&str, &Measures)>> = BTreeMap::new();
    for (vendor, prefix, measures) in named_pairs(&picture.vendor_prefixes) {
        by_prefix.entry(prefix).or_default().push((vendor, measures));
    }
    let mut sums: BTreeMap<String, (u64, u64, f64, f64)> = BTreeMap::new();
    for vendors in by_prefix.values() {
        for &(vendor, measures) in vendors {
            let others = vendors.iter().filter(|(other, _)| *other != vendor && counts(other));
            let (calls, answered) =
                others.fold((0, 0), |(calls, answered), (_, of)| (calls + of.calls, answered + of.answered));
            if calls < MOST_WEAK {
                continue;
            }
            let (own, share) = (measures.calls as f64, answered as f64 / calls as f64);
            let sums = sums.entry(vendor.to_owned()).or_default();
            sums.0 += measures.calls;
            sums.1 += measures.answered;
            sums.2 += share * own;
            sums.3 += own * own * share * (1.0 - share) / calls as f64;
        }
    }
    let compared = |(vendor, (calls, answered, expected, variance)): (String, (u64, u64, f64, f64))| {
        let of = |sum: f64| sum * 100.0 / calls as f64;
        let compared = ShareAgainstOthers {
            calls,
            answered,
            expected_percent: of(expected),
            expected_error: of(2.0 * variance.sqrt()),
        };
        (vendor, compared)
    };
    sums.into_iter().map(compared).ordered_map()
}
