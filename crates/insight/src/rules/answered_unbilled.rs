//! Answered calls that nobody is charged for: booked on no account (billing mode -1), billed for no time, without an
//! account. What they would have brought is estimated from what the same account is charged for the same rate prefix;
//! what they cost is known.
//!
//! A file of which no call was ever charged was most likely written before rating: that is one notice.

use super::super::billed::UnbilledSums;
use super::super::picture::Picture;
use crate::rules::FindingKind;
use crate::rules::{Confidence, Finding, RuleId, Severity, Stake};
use query::{Dimension, FilterField, Starts};
use std::collections::BTreeMap;

/// From when on it is one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thresholds {
    /// So many calls of an account at least: one may be a test.
    pub(super) calls: u64,
    /// In percent of the account's answered calls, from which on its billing does not work.
    pub(super) serious_percent: f64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { calls: 3, serious_percent: 5.0 }
    }
}

/// The numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct AnsweredUnbilled {
    /// The sums of the calls.
    pub sums: UnbilledSums,
    /// Of so many answered calls of the account, or of all.
    pub answered: u64,
    /// No call was ever charged.
    pub is_all: bool,
}

impl AnsweredUnbilled {
    /// Some of the calls are an account's, billed for no time: they may be covered by a package, whose fees are columns
    /// that are not kept.
    pub fn may_be_package(&self) -> bool {
        of_nobody(&self.sums) < self.sums.calls
    }
}

/// At least so many calls are booked on nobody, or have no account.
fn of_nobody(sums: &UnbilledSums) -> u64 {
    sums.unbooked.max(sums.without_account)
}

pub(super) fn find(picture: &Picture, thresholds: &Thresholds) -> Vec<Finding> {
    let total = picture.total();
    let is_all = total.fee_known > 0 && total.fee.0 == 0;
    let mut accounts: BTreeMap<Option<String>, (AnsweredUnbilled, Starts)> = BTreeMap::new();
    for (key, calls) in picture.signs.unbilled.escaped().iter() {
        let account = key.0.clone().filter(|_| !is_all);
        let answered = if is_all { total.answered } else { picture.answered_of(key.0.as_deref()) };
        let (numbers, starts) = accounts
            .entry(account)
            .or_insert((AnsweredUnbilled { answered, is_all, ..AnsweredUnbilled::default() }, calls.starts));
        numbers.sums.add(calls, picture.revenue_of(key, calls));
        starts.first = starts.first.min(calls.starts.first);
        starts.last = starts.last.max(calls.starts.last);
    }
    let is_enough = |numbers: &AnsweredUnbilled| numbers.sums.calls >= thresholds.calls;
    let found = accounts.into_iter().filter(|(_, (numbers, _))| is_enough(numbers));
    found.map(|(account, (numbers, starts))| told(picture, thresholds, account, numbers, starts)).collect()
}

fn told(
    picture: &Picture,
    thresholds: &Thresholds,
    account: Option<String>,
    numbers: AnsweredUnbilled,
    starts: Starts,
) -> Finding {
    let (since, until) = picture.lasting(starts, numbers.sums.calls);
    let mut filter = picture.filter(&[(Dimension::Account, account.as_deref())], None);
    filter.set(FilterField::Answered, "yes");
    if numbers.sums.without_fee == numbers.sums.calls {
        filter.set(FilterField::Fee, "0");
    }
    let percent = numbers.sums.calls as f64 * 100.0 / numbers.answered.max(1) as f64;
    let is_unrated = numbers.is_all && (numbers.sums.unbooked + numbers.sums.without_account) * 2 <= numbers.sums.calls;
    let is_nobodys = of_nobody(&numbers.sums) * 2 >= numbers.sums.calls;
    Finding {
        rule: RuleId::AnsweredUnbilled,
        about: account.map(|account| (Dimension::Account, Some(account))).into_iter().collect(),
        kind: FindingKind::AnsweredUnbilled(numbers),
        stake: match (numbers.sums.lost, numbers.sums.cost) {
            (Some(lost), _) => Stake::estimated(numbers.sums.calls, Some(lost)),
            (None, Some(cost)) => Stake::known(numbers.sums.calls, cost),
            (None, None) => Stake::calls(numbers.sums.calls),
        },
        since,
        until,
        severity: match () {
            _ if is_unrated => Severity::Notice,
            _ if percent >= thresholds.serious_percent && is_nobodys => Severity::Serious,
            _ => Severity::Warning,
        },
        // What a row says of its billing is no matter of chance, but a package may cover calls that an account has.
        confidence: Confidence::High.only_if(is_nobodys || is_unrated),
        filter,
        reference: ["topic/files-billing-mode", "topic/files-money", "topic/question-billing-reasons"]
            .map(str::to_owned)
            .to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Scenario;
    use crate::texts::FindingTexts;
    use words::Language;

    /// Calls at 0.012 a minute, one in so many of them booked on nobody.
    fn scenario(one_in: usize) -> Scenario {
        Scenario::new().calls(400, |at, call| {
            call.start = at as i64 * 200_000;
            call.talk = 60;
            (call.fee, call.cost) = (0.012, 0.009);
            if at % one_in == 7 {
                (call.billing_mode, call.billed, call.fee) = (-1, Some(0), 0.0);
            }
        })
    }

    #[test]
    fn calls_that_escape_billing_and_what_they_would_have_brought() {
        let found = scenario(40).found(RuleId::AnsweredUnbilled);
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        let FindingKind::AnsweredUnbilled(numbers) = &finding.kind else { panic!() };
        assert_eq!(
            (numbers.sums.calls, numbers.answered, numbers.sums.unbooked, numbers.sums.without_time),
            (10, 400, 10, 10)
        );
        // Ten minutes at 0.012, and at a cost of 0.009.
        assert_eq!(numbers.sums.lost.unwrap().units(), 0.12);
        assert_eq!(numbers.sums.cost.unwrap().to_string(), "0.09");
        assert!(finding.stake.is_estimate);
        assert_eq!(finding.severity, Severity::Warning);
        assert_eq!(finding.subject(Dimension::Account), Some("C1"));
        assert_eq!((finding.since, finding.until), (None, None));
        assert_eq!(scenario(10).found(RuleId::AnsweredUnbilled)[0].severity, Severity::Serious);
    }

    #[test]
    fn what_a_package_may_cover_is_not_as_sure() {
        let scenario = Scenario::new().calls(400, |at, call| {
            call.start = at as i64 * 200_000;
            if at % 10 == 7 {
                (call.billed, call.fee) = (Some(0), 0.0);
            }
        });
        let picture = scenario.picture();
        let found = scenario.found(RuleId::AnsweredUnbilled);
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((finding.severity, finding.confidence), (Severity::Warning, Confidence::Medium));
        let words = Language::English.finding(finding, &picture.context);
        assert!(words.sentence.contains("package") && words.steps[0].contains("package"), "{words:?}");
    }

    #[test]
    fn a_file_that_was_not_rated_is_a_notice() {
        let scenario = Scenario::new().calls(100, |_, call| (call.billed, call.fee, call.cost) = (Some(0), 0.0, 0.0));
        let found = scenario.found(RuleId::AnsweredUnbilled);
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((finding.severity, finding.about.len(), finding.stake.calls), (Severity::Notice, 0, 100));
    }

    #[test]
    fn calls_that_are_charged_are_none() {
        let scenario = Scenario::new().ordinary(200, &["C1", "C2"], &["V1", "V2"]);
        assert_eq!(scenario.found(RuleId::AnsweredUnbilled), []);
    }
}
