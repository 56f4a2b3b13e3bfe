//! Answered calls that were billed, at nothing: an account or a rate prefix that is never charged, though its calls
//! cost something, or calls that cost nothing while others of the same account and prefix do.
//!
//! Calls within a network, toll-free prefixes and packages are free as well: what is always free is a notice unless it
//! costs.

use super::super::picture::Picture;
use crate::rules::FindingKind;
use crate::rules::{Confidence, Finding, RuleId, Severity, Stake};
use query::{Amount, Dimension, FilterField, Starts};
use std::collections::BTreeMap;

/// From when on it is one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thresholds {
    /// So many calls of an account at least.
    pub(super) calls: u64,
    /// A rate prefix all of whose answered calls are free is always free, from so many calls on.
    pub(super) always_calls: u64,
    /// A call that would have brought less than this, in units of the currency, may have been rounded to nothing.
    pub(super) least_fee: f64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { calls: 3, always_calls: 20, least_fee: 0.0005 }
    }
}

/// The numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FreeOfCharge {
    /// The free calls.
    pub calls: u64,
    /// Rate prefixes that they are of.
    pub prefixes: u64,
    /// All calls of these prefixes are free.
    pub is_always: bool,
    /// Their talk time in seconds.
    pub talk_seconds: u64,
    /// What they would have brought, an estimate, where others of their prefix are charged.
    pub lost: Option<Amount>,
    /// What they cost, where the files say.
    pub cost: Option<Amount>,
}

pub(super) fn find(picture: &Picture, thresholds: &Thresholds) -> Vec<Finding> {
    // Without any fee in the files nothing is free: nothing was rated.
    if picture.total().fee.0 == 0 {
        return Vec::new();
    }
    let mut accounts: BTreeMap<(Option<&str>, bool), (FreeOfCharge, Starts)> = BTreeMap::new();
    for (key, calls) in picture.signs.unbilled.free().iter() {
        let row = picture.account_rates.find(&[key.0.as_deref(), key.1.as_deref()]);
        let is_always = row.is_some_and(|row| row.measures.answered == calls.calls);
        let lost = picture.revenue_of(key, calls).filter(|_| !is_always);
        let is_worth_it = match lost {
            Some(lost) => lost.units() >= thresholds.least_fee * calls.calls as f64,
            None => is_always && calls.calls >= thresholds.always_calls,
        };
        if !is_worth_it {
            continue;
        }
        let entry = accounts.entry((key.0.as_deref(), is_always));
        let (numbers, starts) = entry.or_insert((FreeOfCharge { is_always, ..FreeOfCharge::default() }, calls.starts));
        numbers.calls += calls.calls;
        numbers.prefixes += 1;
        numbers.talk_seconds += calls.talk_seconds;
        numbers.lost = lost.map(|lost| Amount(lost.0 + numbers.lost.unwrap_or_default().0)).or(numbers.lost);
        let cost = (calls.cost_known > 0).then_some(calls.cost);
        numbers.cost = cost.map(|cost| Amount(cost.0 + numbers.cost.unwrap_or_default().0)).or(numbers.cost);
        starts.first = starts.first.min(calls.starts.first);
        starts.last = starts.last.max(calls.starts.last);
    }
    let enough = accounts.into_iter().filter(|(_, (numbers, _))| numbers.calls >= thresholds.calls);
    enough.map(|((account, _), (numbers, starts))| told(picture, account, numbers, starts)).collect()
}

fn told(picture: &Picture, account: Option<&str>, numbers: FreeOfCharge, starts: Starts) -> Finding {
    let (since, until) = picture.lasting(starts, numbers.calls);
    let mut filter = picture.filter(&[(Dimension::Account, account)], None);
    filter.set(FilterField::Answered, "yes");
    filter.set(FilterField::Fee, "0");
    let costs = numbers.cost.filter(|cost| cost.0 > 0);
    Finding {
        rule: RuleId::FreeOfCharge,
        about: vec![(Dimension::Account, account.map(str::to_owned))],
        kind: FindingKind::FreeOfCharge(numbers),
        stake: match (numbers.lost, costs) {
            (Some(lost), _) => Stake::estimated(numbers.calls, Some(lost)),
            (None, Some(cost)) => Stake::known(numbers.calls, cost),
            (None, None) => Stake::calls(numbers.calls),
        },
        since,
        until,
        severity: if numbers.is_always && costs.is_none() { Severity::Notice } else { Severity::Warning },
        confidence: if numbers.is_always { Confidence::Medium } else { Confidence::High },
        filter,
        reference: vec!["topic/files-money".to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Scenario;

    /// Calls of a minute at 0.012; what `change` says of some of them.
    fn scenario(change: impl Fn(usize, &mut crate::tests::MadeCall)) -> Vec<Finding> {
        let scenario = Scenario::new().calls(300, |at, call| {
            call.start = at as i64 * 200_000;
            (call.talk, call.fee, call.cost) = (60, 0.012, 0.009);
            change(at, call);
        });
        scenario.found(RuleId::FreeOfCharge)
    }

    #[test]
    fn calls_that_are_charged_nothing_now_and_then() {
        let found = scenario(|at, call| {
            if at % 30 == 0 {
                call.fee = 0.0;
            }
        });
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        let FindingKind::FreeOfCharge(numbers) = &finding.kind else { panic!() };
        assert_eq!((numbers.calls, numbers.is_always, numbers.lost.unwrap().units()), (10, false, 0.12));
        assert_eq!((finding.severity, finding.stake.is_estimate), (Severity::Warning, true));
    }

    #[test]
    fn a_prefix_that_is_never_charged_and_costs() {
        let free = |costs: f64| {
            scenario(move |at, call| {
                if at % 10 == 0 {
                    (call.rate_prefix, call.fee, call.cost) = ("44800".to_owned(), 0.0, costs);
                }
            })
        };
        let found = free(0.009);
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((finding.severity, finding.stake.money.unwrap().to_string().as_str()), (Severity::Warning, "0.27"));
        assert_eq!(free(0.0)[0].severity, Severity::Notice);
    }

    #[test]
    fn very_short_calls_may_cost_nothing() {
        let found = scenario(|at, call| {
            if at % 30 == 0 {
                (call.talk, call.fee) = (1, 0.0);
            }
        });
        assert_eq!(found, []);
    }
}
