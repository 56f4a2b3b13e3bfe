//! More than one rate for an account and a rate prefix: calls that are charged differently for a billed minute, though
//! the rounding of fees does not explain it. At one moment from one to the other it is a change of the rate; side by
//! side it is two rates at once, or one that hangs on the time of day.

use super::super::accounting::{AccountRates, ToldBy};
use super::super::picture::Picture;
use crate::rules::FindingKind;
use crate::rules::{Confidence, Finding, RuleId, Severity, Stake};
use calls::EpochMillis;
use query::{Amount, Dimension, FilterField, Rate};

/// From when on it is one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thresholds {
    /// So many calls tell a rate, at least.
    pub(super) calls: u64,
    /// In percent of those of all rates, at least.
    pub(super) percent: f64,
    /// With more rates than this, what is charged hangs on something else: a fee for the connection, say.
    pub(super) most_rates: usize,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { calls: 5, percent: 1.0, most_rates: 6 }
    }
}

/// The numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct SeveralRates {
    /// The rates that enough calls tell, from the lowest on.
    pub rates: Vec<Rate>,
    /// Where one rate took the place of the other: when.
    pub changed: Option<EpochMillis>,
    /// There are too many to be rates.
    pub is_unsteady: bool,
    /// What calls at lower rates would have brought beyond it at the most frequent one, an estimate; nothing where a
    /// rate changed.
    pub less: Amount,
}

pub(super) fn find(picture: &Picture, thresholds: &Thresholds) -> Vec<Finding> {
    let told_by = ToldBy { calls: thresholds.calls, percent: thresholds.percent };
    let several = picture.signs.rates.all().filter_map(|(key, rates)| AccountRates::of(key, rates, told_by));
    several.map(|several| told(picture, thresholds, several)).collect()
}

fn told(picture: &Picture, thresholds: &Thresholds, several: AccountRates) -> Finding {
    let calls = several.calls();
    let AccountRates { account, prefix, rates, changed, less } = several;
    let is_unsteady = rates.len() > thresholds.most_rates;
    let others = calls - rates.iter().map(|rate| rate.calls).max().unwrap_or_default();
    let less = Amount::of_units(less.unwrap_or_default());
    let mut filter = picture.filter(&[(Dimension::Account, account.as_deref())], None);
    filter.set(FilterField::Answered, "yes");
    Finding {
        rule: RuleId::SeveralRates,
        about: vec![(Dimension::Account, account), (Dimension::RatePrefix, prefix)],
        kind: FindingKind::SeveralRates(SeveralRates { rates, changed, is_unsteady, less }),
        stake: Stake::estimated(others, (less.0 > 0).then_some(less)),
        since: changed,
        until: None,
        severity: if changed.is_some() || is_unsteady { Severity::Notice } else { Severity::Warning },
        confidence: Confidence::by_calls(calls).only_if(!is_unsteady),
        filter,
        reference: vec!["topic/files-money".to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::{MadeCall, Scenario};
    use crate::texts::FindingTexts;
    use words::Language;

    fn rounded(fee: f64) -> f64 {
        (fee * 10_000.0).round() / 10_000.0
    }

    /// Calls over a day at the rate that `rate` says, a minute.
    fn found(rate: impl Fn(usize, &MadeCall) -> f64) -> Vec<Finding> {
        let scenario = Scenario::new().calls(400, |at, call| {
            call.start = at as i64 * 200_000;
            call.talk = 20 + (at * 37 % 400) as u32;
            call.fee = rounded(rate(at, call) * f64::from(call.talk) / 60.0);
        });
        scenario.found(RuleId::SeveralRates)
    }

    #[test]
    fn two_rates_side_by_side() {
        let found = found(|at, _| if at % 5 == 0 { 0.02 } else { 0.025 });
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        let FindingKind::SeveralRates(numbers) = &finding.kind else { panic!() };
        let rates: Vec<f64> = numbers.rates.iter().map(|rate| (rate.per_minute * 1000.0).round()).collect();
        assert_eq!((rates, numbers.changed, numbers.is_unsteady), (vec![20.0, 25.0], None, false));
        // A fifth less on the calls at the lower rate.
        let lower = numbers.rates[0].billed_seconds as f64 / 60.0 * 0.005;
        assert!((numbers.less.units() - lower).abs() < lower * 0.02, "{} {lower}", numbers.less);
        assert_eq!(finding.severity, Severity::Warning);
    }

    #[test]
    fn a_rate_that_changes_is_a_notice() {
        let found = found(|at, _| if at < 200 { 0.02 } else { 0.025 });
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        let FindingKind::SeveralRates(numbers) = &finding.kind else { panic!() };
        assert_eq!((finding.severity, numbers.changed, numbers.less), (Severity::Notice, finding.since, Amount(0)));
        let noon = numbers.changed.unwrap().0 - crate::tests::DAY;
        assert!((200 * 200_000..210 * 200_000).contains(&noon), "{noon}");
    }

    #[test]
    fn a_rate_that_fell_is_told_as_it_fell() {
        let scenario = Scenario::new().calls(400, |at, call| {
            (call.start, call.talk) = (at as i64 * 200_000, 600);
            call.fee = if at < 200 { 0.2505 } else { 0.2004 };
        });
        let (found, picture) = (scenario.found(RuleId::SeveralRates), scenario.picture());
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        let sentence = Language::English.finding(finding, &picture.context).sentence;
        assert!(sentence.contains("0.02505 (200 calls), then 0.02004 (200 calls), the last"), "{sentence}");
    }

    #[test]
    fn a_fee_for_the_connection_is_unsteady() {
        let found = found(|_, call| 0.02 + 0.03 * 60.0 / f64::from(call.talk));
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((finding.severity, finding.confidence), (Severity::Notice, Confidence::Medium));
    }

    #[test]
    fn the_rounding_of_fees_makes_no_rates() {
        assert_eq!(found(|_, _| 0.0074), []);
        assert_eq!(found(|_, _| 0.0074 * 31.0), []);
    }
}
