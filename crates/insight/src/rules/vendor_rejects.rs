//! A vendor that turns our calls down: 401, 403 and 407, as it does not know our address, our number or our password,
//! and 402, as our balance with it is used up. Found by the classes `security` and `billing` of unanswered calls that
//! reached the vendor.

use super::super::picture::Picture;
use crate::rules::FindingKind;
use crate::rules::{Confidence, Finding, RuleId, Severity, Stake};
use knowledge::Outcome;
use query::{Dimension, FilterField, kebab_name};
use std::collections::BTreeMap;

/// From when on it is one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thresholds {
    /// So many calls at least.
    pub(super) calls: u64,
    /// In percent of the vendor's calls at least.
    pub(super) percent: f64,
    /// From this share on it turns down nearly all.
    pub(super) nearly_all_percent: f64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { calls: 20, percent: 10.0, nearly_all_percent: 80.0 }
    }
}

/// The numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct VendorRejects {
    /// The end reason that most of the calls have, as a filter has it.
    pub reason: String,
    /// It is about our balance with the vendor.
    pub is_balance: bool,
    /// Calls that were turned down.
    pub rejected: u64,
    /// All calls of the vendor.
    pub calls: u64,
}

pub(super) fn find(picture: &Picture, thresholds: &Thresholds) -> Vec<Finding> {
    let mut vendors: BTreeMap<(&str, bool), Vec<(&str, u64)>> = BTreeMap::new();
    for row in &picture.vendor_reasons.rows {
        let [Some(vendor), Some(reason)] = row.key.as_slice() else { continue };
        let class = picture.context.reason(Some(reason)).map(|seen| seen.class);
        let is_balance = class == Some(Outcome::Billing);
        if !vendor.is_empty() && (is_balance || class == Some(Outcome::Security)) {
            vendors.entry((vendor, is_balance)).or_default().push((reason, row.measures.unanswered()));
        }
    }
    let mut found = Vec::new();
    for ((vendor, is_balance), reasons) in vendors {
        let Some(row) = picture.vendors.row(vendor) else { continue };
        let (calls, rejected): (u64, u64) = (row.measures.calls, reasons.iter().map(|(_, calls)| calls).sum());
        let share = rejected as f64 * 100.0 / calls.max(1) as f64;
        let Some((reason, _)) = reasons.iter().max_by_key(|(_, calls)| *calls) else { continue };
        if rejected < thresholds.calls || share < thresholds.percent {
            continue;
        }
        let usual = row.measures.answered as f64 / (calls - rejected).max(1) as f64;
        let money = picture.lost_revenue(Some(&row.measures), usual * rejected as f64);
        let mut filter = picture.filter(&[(Dimension::TerminatingGateway, Some(vendor))], None);
        let class = if is_balance { Outcome::Billing } else { Outcome::Security };
        filter.set(FilterField::Class, &kebab_name(&class));
        found.push(Finding {
            rule: RuleId::VendorRejects,
            about: vec![(Dimension::TerminatingGateway, Some(vendor.to_owned()))],
            stake: Stake::estimated(rejected, money),
            since: None,
            until: None,
            severity: if share >= thresholds.nearly_all_percent { Severity::Serious } else { Severity::Warning },
            confidence: Confidence::by_calls(rejected),
            filter,
            reference: picture.links(reason, &["forbidden-403", "unauthorized-401"]),
            kind: FindingKind::VendorRejects(VendorRejects {
                reason: (*reason).to_owned(),
                is_balance,
                rejected,
                calls,
            }),
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Scenario;

    fn with(reason: i32, of_ten: usize) -> Vec<Finding> {
        Scenario::new()
            .ordinary(300, &["C1"], &["V1"])
            .calls(100, |at, call| {
                (call.vendor, call.start) = ("V2".to_owned(), at as i64 * 600_000);
                if at % 10 < of_ten {
                    call.fails(reason);
                }
            })
            .found(RuleId::VendorRejects)
    }

    #[test]
    fn a_vendor_that_does_not_know_us_or_has_no_money_of_ours() {
        for (reason, of_ten, is_balance, severity) in
            [(403, 3, false, Severity::Warning), (402, 9, true, Severity::Serious), (407, 4, false, Severity::Warning)]
        {
            let found = with(reason, of_ten);
            let [finding] = found.as_slice() else { panic!("{reason}: {found:?}") };
            let FindingKind::VendorRejects(numbers) = &finding.kind else { panic!() };
            assert_eq!((numbers.rejected, numbers.calls), (of_ten as u64 * 10, 100));
            assert_eq!((numbers.is_balance, finding.severity), (is_balance, severity));
        }
    }

    #[test]
    fn a_few_are_usual() {
        assert_eq!(with(403, 0), []);
        assert_eq!(with(486, 9), []);
    }
}
