//! Calls that cost more than they bring: an account with a rate prefix, or a vendor with all of its calls, whose cost
//! exceeds the revenue. Calls that were not charged at all are those of other rules ([`super::answered_unbilled`],
//! [`super::free_of_charge`]): their cost is none here, but for vendors, whose calls are not told apart by whether they
//! were charged.

use super::super::picture::Picture;
use crate::rules::FindingKind;
use crate::rules::{Confidence, Finding, RuleId, Severity, Stake, Subject};
use query::{Amount, Dimension, FilterField, Measures, UnbilledCalls, metrics};

/// From when on it is one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thresholds {
    /// So many answered calls at least.
    pub(super) answered: u64,
    /// The loss in percent of the revenue, at least: less may be rounding.
    pub(super) percent: f64,
    /// In percent of the revenue of all calls, from which on it is serious.
    pub(super) serious_percent: f64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { answered: 20, percent: 1.0, serious_percent: 5.0 }
    }
}

/// The numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NegativeMargin {
    /// Answered calls.
    pub answered: u64,
    /// What customers are charged.
    pub revenue: Amount,
    /// What the calls cost.
    pub cost: Amount,
    /// Calls that each cost more than they bring.
    pub loss_calls: u64,
    /// Revenue and cost of a minute, in units of the currency.
    pub per_minute: Option<(f64, f64)>,
}

impl NegativeMargin {
    /// What is lost.
    pub fn loss(&self) -> Amount {
        Amount(self.cost.0 - self.revenue.0)
    }
}

pub(super) fn find(picture: &Picture, thresholds: &Thresholds) -> Vec<Finding> {
    let mut found = Vec::new();
    let unbilled = &picture.signs.unbilled;
    for row in &picture.account_rates.rows {
        let [account, prefix] = row.key.as_slice() else { continue };
        let key = (account.clone(), prefix.clone());
        let free: Vec<&UnbilledCalls> =
            [unbilled.escaped(), unbilled.free()].iter().filter_map(|groups| groups.get(&key)).collect();
        let about = vec![(Dimension::Account, account.clone()), (Dimension::RatePrefix, prefix.clone())];
        found.extend(told(picture, thresholds, about, &row.measures, &free));
    }
    for row in &picture.vendors.rows {
        // What the switch refuses has no vendor, and no cost.
        let vendor = row.key.first().cloned().flatten().filter(|name| !name.is_empty());
        if vendor.is_some() {
            found.extend(told(picture, thresholds, vec![(Dimension::TerminatingGateway, vendor)], &row.measures, &[]));
        }
    }
    found
}

fn told(
    picture: &Picture,
    thresholds: &Thresholds,
    about: Vec<Subject>,
    measures: &Measures,
    free: &[&UnbilledCalls],
) -> Option<Finding> {
    if measures.fee_known == 0 || measures.cost_known == 0 || measures.fee.0 <= 0 {
        return None;
    }
    let of_free = |sum: fn(&UnbilledCalls) -> u64| free.iter().map(|calls| sum(calls)).sum::<u64>();
    let answered = measures.answered.saturating_sub(of_free(|calls| calls.calls));
    let cost = Amount(measures.cost.0 - free.iter().map(|calls| calls.cost.0).sum::<i128>());
    let seconds = measures.talk_seconds.saturating_sub(of_free(|calls| calls.talk_seconds));
    let per_minute = |amount: Amount| metrics::per_minute(amount.units(), seconds);
    let numbers = NegativeMargin {
        answered,
        revenue: measures.fee,
        cost,
        loss_calls: measures.loss_calls,
        per_minute: per_minute(measures.fee).zip(per_minute(cost)),
    };
    let loss = numbers.loss().units();
    if answered < thresholds.answered || loss * 100.0 < measures.fee.units() * thresholds.percent {
        return None;
    }
    let of_all = loss * 100.0 / picture.total().fee.units().max(f64::MIN_POSITIVE);
    let names: Vec<(Dimension, Option<&str>)> = about.iter().map(|(by, name)| (*by, name.as_deref())).collect();
    let mut filter = picture.filter(&names, None);
    filter.set(FilterField::Answered, "yes");
    Some(Finding {
        rule: RuleId::NegativeMargin,
        about,
        kind: FindingKind::NegativeMargin(numbers),
        stake: Stake::known(answered, numbers.loss()),
        since: None,
        until: None,
        severity: if of_all >= thresholds.serious_percent { Severity::Serious } else { Severity::Warning },
        confidence: Confidence::by_calls(answered),
        filter,
        reference: vec!["topic/files-money".to_owned(), "topic/contradiction-agent-account".to_owned()],
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Scenario;

    /// Calls of a minute at 0.02, with a cost.
    fn scenario(cost: impl Fn(usize) -> f64) -> Scenario {
        Scenario::new().calls(300, |at, call| {
            call.start = at as i64 * 200_000;
            (call.talk, call.fee) = (60, 0.02);
            call.rate_prefix = if at % 3 == 0 { "8802" } else { "447" }.to_owned();
            call.vendor = format!("V{}", at % 2 + 1);
            call.cost = cost(at);
        })
    }

    #[test]
    fn a_prefix_that_costs_more_than_it_brings() {
        let found = scenario(|at| if at % 3 == 0 { 0.03 } else { 0.01 }).found(RuleId::NegativeMargin);
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        let FindingKind::NegativeMargin(numbers) = &finding.kind else { panic!() };
        assert_eq!((numbers.answered, numbers.loss_calls, numbers.loss().to_string().as_str()), (100, 100, "1"));
        let (revenue, cost) = numbers.per_minute.unwrap();
        assert!((revenue - 0.02).abs() < 1e-9 && (cost - 0.03).abs() < 1e-9);
        assert_eq!(finding.subject(Dimension::RatePrefix), Some("8802"));
        // One unit of six in all.
        assert_eq!(finding.severity, Severity::Serious);
    }

    #[test]
    fn a_vendor_that_costs_more_than_its_calls_bring() {
        let found = scenario(|at| if at % 2 == 1 { 0.021 } else { 0.01 }).found(RuleId::NegativeMargin);
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!(finding.subject(Dimension::TerminatingGateway), Some("V2"));
        assert_eq!((finding.severity, finding.stake.calls), (Severity::Warning, 150));
    }

    #[test]
    fn what_was_not_charged_is_another_finding() {
        let scenario = Scenario::new().calls(200, |at, call| {
            (call.talk, call.fee, call.cost) = (60, 0.02, 0.018);
            if at % 4 == 0 {
                (call.billing_mode, call.billed, call.fee) = (-1, Some(0), 0.0);
            }
        });
        let about_account = |finding: &Finding| finding.subject(Dimension::Account).is_some();
        assert!(!scenario.found(RuleId::NegativeMargin).iter().any(about_account));
        assert_eq!(scenario.found(RuleId::AnsweredUnbilled).len(), 1);
    }
}
