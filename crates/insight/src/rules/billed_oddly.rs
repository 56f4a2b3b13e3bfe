//! Billed seconds that no rounding step explains: neither whole seconds nor steps of 6, 30 or 60 seconds, with a first
//! step or without ([`query::BILLING_STEPS`]). Seconds that were talked and not billed are money; seconds billed beyond
//! any step are disputes.

use super::super::picture::Picture;
use crate::rules::FindingKind;
use crate::rules::{Confidence, Finding, RuleId, Severity, Stake};
use calls::EpochMillis;
use query::{AccountRounding, Amount, BillingStep, Dimension, FilterField};

/// From when on it is one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thresholds {
    /// So many calls of an account that no step explains, at least.
    pub(super) calls: u64,
    /// In percent of its billed calls, at least.
    pub(super) percent: f64,
    /// From this share on, in percent, the account has a step of its own that is none of the usual ones.
    pub(super) own_step_percent: f64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { calls: 5, percent: 0.2, own_step_percent: 50.0 }
    }
}

/// The numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BilledOddly {
    /// How its calls were rounded.
    pub rounding: AccountRounding,
    /// The step that explains the most calls, and how many.
    pub step: Option<(BillingStep, u64)>,
    /// What the seconds that were not billed would have brought, an estimate.
    pub lost: Option<Amount>,
    /// Most calls are so: a step that is none of the usual.
    pub is_own_step: bool,
}

pub(super) fn find(picture: &Picture, thresholds: &Thresholds) -> Vec<Finding> {
    let accounts = picture.signs.rounding.accounts();
    let odd =
        accounts.filter(|(_, rounding)| rounding.unfit >= thresholds.calls && percent(rounding) >= thresholds.percent);
    let told = |(account, rounding): (Option<&str>, &AccountRounding)| {
        let fee = picture.usual_fee_per_minute(&(account.map(str::to_owned), None));
        let lost = fee.filter(|_| rounding.short > 0);
        let lost = lost.map(|fee| Amount::of_units(fee * rounding.short_seconds as f64 / 60.0));
        let is_own_step = percent(rounding) >= thresholds.own_step_percent;
        let starts = rounding.unfit_starts;
        let (since, until) = starts.map_or((None, None), |starts| picture.lasting(starts, rounding.unfit));
        // The last of them is in it.
        let end = until.map(|until| EpochMillis(until.0.saturating_add(1)));
        let mut filter = picture.filter(&[(Dimension::Account, account)], since.zip(end));
        filter.set(FilterField::Answered, "yes");
        Finding {
            rule: RuleId::BilledOddly,
            about: vec![(Dimension::Account, account.map(str::to_owned))],
            kind: FindingKind::BilledOddly(BilledOddly {
                rounding: *rounding,
                step: rounding.step(),
                lost,
                is_own_step,
            }),
            stake: Stake::estimated(rounding.unfit, lost),
            since,
            until,
            severity: if is_own_step && rounding.short == 0 { Severity::Notice } else { Severity::Warning },
            confidence: Confidence::by_calls(rounding.calls).only_if(!is_own_step),
            filter,
            reference: vec!["topic/files-money".to_owned()],
        }
    };
    odd.map(told).collect()
}

fn percent(rounding: &AccountRounding) -> f64 {
    rounding.unfit as f64 * 100.0 / rounding.calls.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Scenario;

    fn found(billed: impl Fn(usize, u32) -> u32) -> Vec<Finding> {
        let scenario = Scenario::new().calls(300, |at, call| {
            call.start = at as i64 * 200_000;
            call.talk = 10 + (at * 37 % 200) as u32;
            call.fee = f64::from(call.talk) * 0.0002;
            call.billed = Some(billed(at, call.talk));
        });
        scenario.found(RuleId::BilledOddly)
    }

    #[test]
    fn calls_that_were_billed_for_less_than_they_talked() {
        let by_sixes = |talk: u32| talk.div_ceil(6) * 6;
        // Ten calls of 205 seconds or less, each billed for half of its time.
        let found = found(|at, talk| if at % 30 == 1 { talk / 2 } else { by_sixes(talk) });
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        let FindingKind::BilledOddly(numbers) = &finding.kind else { panic!() };
        assert_eq!((numbers.rounding.calls, numbers.rounding.unfit, numbers.rounding.short), (300, 10, 10));
        assert_eq!(numbers.step.map(|(step, calls)| (step.first, step.next, calls)), Some((6, 6, 290)));
        let seconds: u32 =
            (0..300).filter(|at| at % 30 == 1).map(|at| 10 + (at * 37 % 200)).map(|talk| talk - talk / 2).sum();
        assert_eq!(numbers.rounding.short_seconds, u64::from(seconds));
        assert!((numbers.lost.unwrap().units() - f64::from(seconds) * 0.0002).abs() < 1e-6);
        assert_eq!(finding.severity, Severity::Warning);
    }

    #[test]
    fn a_step_of_its_own_is_a_notice() {
        let found = found(|_, talk| talk.div_ceil(7) * 7 + 3);
        assert_eq!(found.iter().map(|finding| finding.severity).collect::<Vec<_>>(), [Severity::Notice]);
    }

    #[test]
    fn usual_steps_are_none() {
        for (first, next) in [(1, 1), (6, 6), (30, 6), (60, 1), (60, 60), (60, 30)] {
            let found = found(|_, talk| first + talk.saturating_sub(first).div_ceil(next) * next);
            assert_eq!(found, [], "{first}/{next}");
        }
    }
}
