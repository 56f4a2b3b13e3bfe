//! A vendor whose answer ratio is below that of the others on the same destinations: what its calls would have come to
//! with them is expected of it, prefix by prefix, and its 95 % interval lies below that.

use super::super::share_against_others::{ShareAgainstOthers, vendors_compared};
use super::super::picture::Picture;
use super::short_calls;
use crate::rules::FindingKind;
use crate::rules::{Confidence, Finding, RuleId, Severity, Stake};
use calls::narrow;
use query::Dimension;

/// From when on it is one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thresholds {
    /// So many calls to prefixes that others reach too, at least.
    pub(super) calls: u64,
    /// So many percentage points below at least, ...
    pub(super) points: f64,
    /// ... and at most so much of what is expected.
    pub(super) of_expected: f64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { calls: 100, points: 5.0, of_expected: 0.85 }
    }
}

/// The numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct VendorBelowOthers {
    /// The vendor, and the others.
    pub compared: ShareAgainstOthers,
}

pub(super) fn find(picture: &Picture, thresholds: &Thresholds) -> Vec<Finding> {
    if picture.context.failures_missing {
        return Vec::new();
    }
    let feigns = short_calls::vendors_with_short_calls(picture);
    let compared = vendors_compared(picture, |vendor| !feigns.contains(vendor));
    let found = compared.into_iter().filter(|(_, compared)| {
        let asr = compared.asr_percent();
        compared.calls >= thresholds.calls
            && compared.is_below()
            && asr <= compared.expected_percent - thresholds.points
            && asr <= compared.expected_percent * thresholds.of_expected
    });
    let finding = |(vendor, compared): (String, ShareAgainstOthers)| {
        let money = picture.lost_revenue(picture.vendors.row(&vendor).map(|row| &row.measures), compared.missing());
        Finding {
            rule: RuleId::VendorBelowOthers,
            stake: Stake::estimated(narrow::whole(compared.missing()), money),
            since: None,
            until: None,
            severity: Severity::Warning,
            confidence: Confidence::by_calls(compared.calls),
            filter: picture.filter(&[(Dimension::TerminatingGateway, Some(&vendor))], None),
            about: vec![(Dimension::TerminatingGateway, Some(vendor))],
            reference: ["asr-drop-alarm", "service-unavailable-503"].map(|topic| format!("topic/{topic}")).into(),
            kind: FindingKind::VendorBelowOthers(VendorBelowOthers { compared }),
        }
    };
    found.map(finding).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Scenario;

    /// Two vendors to the same prefix, and one to another that nobody else reaches.
    fn with(answered_of_ten: usize) -> Vec<Finding> {
        Scenario::new()
            .ordinary(300, &["C1", "C2"], &["V1", "V2"])
            .calls(300, |at, call| {
                call.vendor = "V3".to_owned();
                call.at(0, at as i64 * 4);
                if at % 10 >= answered_of_ten {
                    call.fails(480);
                }
            })
            .calls(300, |at, call| {
                (call.vendor, call.callee) = ("V4".to_owned(), format!("2341000{at:04}"));
                call.at(0, at as i64 * 4);
                if at % 10 > 0 {
                    call.fails(480);
                }
            })
            .found(RuleId::VendorBelowOthers)
    }

    #[test]
    fn one_is_worse_where_the_others_go_too() {
        let found = with(3);
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        let FindingKind::VendorBelowOthers(numbers) = &finding.kind else { panic!() };
        assert_eq!(finding.subject(Dimension::TerminatingGateway), Some("V3"));
        assert!((numbers.compared.expected_percent - 50.0).abs() < 0.1, "{numbers:?}");
        assert_eq!(finding.stake.calls, 60);
    }

    #[test]
    fn one_that_is_about_as_good_is_not_told() {
        assert_eq!(with(5), []);
    }
}
