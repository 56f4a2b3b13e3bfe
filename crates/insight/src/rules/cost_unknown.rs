//! A vendor whose answered calls cost nothing, while those of others do: most likely its routing gateway has no
//! clearing account, so that its cost is unknown and every margin with it too good. Whoever has no costs at all in the
//! files is told nothing: there are none to compare.

use super::super::picture::Picture;
use crate::rules::FindingKind;
use crate::rules::{Confidence, Finding, RuleId, Severity, Stake};
use query::{Amount, Dimension, FilterField, metrics};

/// From when on it is one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thresholds {
    /// So many answered calls of the vendor at least.
    pub(super) answered: u64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { answered: 20 }
    }
}

/// The numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CostUnknown {
    /// Answered calls.
    pub answered: u64,
    /// Their talk time in seconds.
    pub talk_seconds: u64,
    /// What customers are charged for them.
    pub revenue: Amount,
    /// What they would cost at the average of all other vendors, an estimate.
    pub cost_like_others: Option<Amount>,
}

pub(super) fn find(picture: &Picture, thresholds: &Thresholds) -> Vec<Finding> {
    let total = picture.total();
    if total.cost.0 <= 0 {
        return Vec::new();
    }
    let named = picture.vendors.rows.iter().filter_map(|row| Some((row.key.first()?.as_deref()?, &row.measures)));
    let without = named.filter(|(name, measures)| {
        !name.is_empty()
            && measures.cost_known > 0
            && measures.cost.0 == 0
            && measures.fee.0 > 0
            && measures.answered >= thresholds.answered
    });
    let without: Vec<_> = without.collect();
    let unknown: u64 = without.iter().map(|(_, measures)| measures.talk_seconds).sum();
    let each = metrics::per_minute(total.cost.units(), total.talk_seconds.saturating_sub(unknown));
    let told = |&(vendor, measures): &(&str, &query::Measures)| {
        let cost_like_others = each.map(|each| Amount::of_units(each * measures.minutes()));
        let mut filter = picture.filter(&[(Dimension::TerminatingGateway, Some(vendor))], None);
        filter.set(FilterField::Answered, "yes");
        Finding {
            rule: RuleId::CostUnknown,
            about: vec![(Dimension::TerminatingGateway, Some(vendor.to_owned()))],
            kind: FindingKind::CostUnknown(CostUnknown {
                answered: measures.answered,
                talk_seconds: measures.talk_seconds,
                revenue: measures.fee,
                cost_like_others,
            }),
            stake: Stake::estimated(measures.answered, cost_like_others),
            since: None,
            until: None,
            severity: Severity::Notice,
            confidence: Confidence::by_calls(measures.answered),
            filter,
            reference: vec!["topic/files-money".to_owned(), "topic/contradiction-agent-account".to_owned()],
        }
    };
    without.iter().map(told).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Scenario;

    fn scenario(costs: impl Fn(usize) -> bool) -> Vec<Finding> {
        let scenario = Scenario::new().calls(200, |at, call| {
            (call.talk, call.fee) = (60, 0.02);
            call.vendor = format!("V{}", at % 2 + 1);
            call.cost = if costs(at) { 0.01 } else { 0.0 };
        });
        scenario.found(RuleId::CostUnknown)
    }

    #[test]
    fn a_vendor_without_a_cost() {
        let found = scenario(|at| at % 2 == 1);
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        let FindingKind::CostUnknown(numbers) = &finding.kind else { panic!() };
        assert_eq!((numbers.answered, numbers.revenue.to_string().as_str()), (100, "2"));
        assert!((numbers.cost_like_others.unwrap().units() - 1.0).abs() < 1e-6);
        assert_eq!((finding.severity, finding.subject(Dimension::TerminatingGateway)), (Severity::Notice, Some("V1")));
    }

    #[test]
    fn costs_of_all_or_of_none() {
        assert_eq!(scenario(|_| true), []);
        assert_eq!(scenario(|_| false), []);
    }
}
