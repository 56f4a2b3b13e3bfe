//! The switch refuses everyone: most accounts at once, all of their calls, for one and the same reason. That is no
//! account's balance, but something that all of them need: the billing server, its database, the licence.

use super::super::picture::Picture;
use super::account_refused;
use crate::rules::FindingKind;
use crate::rules::{Confidence, Finding, RuleId, Severity, Stake};
use calls::EpochMillis;
use query::{Dimension, Refusal, RefusalKey, Timeline};
use sorting::Ordered;
use std::collections::{BTreeMap, BTreeSet};

/// From when on it is one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thresholds {
    /// So many accounts at least.
    pub(super) accounts: usize,
    /// In percent of the accounts that have calls then.
    pub(super) accounts_percent: usize,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { accounts: 3, accounts_percent: 60 }
    }
}

/// The numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SwitchRefuses {
    /// The end reason, as a filter has it.
    pub reason: String,
    /// Calls that were refused.
    pub refused: u64,
    /// Accounts all of whose calls were, and those that had calls then.
    pub accounts: (u64, u64),
}

pub(super) fn find(picture: &Picture, thresholds: &Thresholds) -> Vec<Finding> {
    reasons(picture, thresholds).into_iter().map(|(reason, of)| finding(picture, reason, &of)).collect()
}

/// The accounts and reasons that it finds.
pub(super) fn claimed(picture: &Picture) -> BTreeSet<RefusalKey> {
    let reasons = reasons(picture, &Thresholds::default());
    reasons.into_values().flat_map(|of| of.refusals.into_iter().map(|(key, _)| key.clone())).ordered_set()
}

/// The refusals of one reason.
struct Refused<'a> {
    refusals: Vec<(&'a RefusalKey, &'a Refusal)>,
    from: EpochMillis,
    to: EpochMillis,
    /// Accounts with calls in this period.
    active: usize,
}

fn reasons<'a>(picture: &'a Picture, thresholds: &Thresholds) -> BTreeMap<&'a str, Refused<'a>> {
    let mut reasons: BTreeMap<&str, Refused<'_>> = BTreeMap::new();
    for (key, refusal, numbers) in account_refused::refused_accounts(picture, &account_refused::Thresholds::default()) {
        if !numbers.is_all || numbers.never_works {
            continue;
        }
        let starts = refusal.starts;
        let nobody = Refused { refusals: Vec::new(), from: starts.first, to: starts.last, active: 0 };
        let of = reasons.entry(&key.1).or_insert(nobody);
        of.refusals.push((key, refusal));
        (of.from, of.to) = (of.from.min(starts.first), of.to.max(starts.last));
    }
    reasons.retain(|_, of| {
        // All of them at some moment.
        let last_begin = of.refusals.iter().map(|(_, refusal)| refusal.starts.first).max();
        let first_end = of.refusals.iter().map(|(_, refusal)| refusal.starts.last).min();
        let timelines = picture.signs.timelines.accounts.values();
        let has_calls =
            |timeline: &&Timeline| timeline.steps.keys().any(|&at| at <= of.to && picture.step_end(at) > of.from);
        of.active = timelines.filter(has_calls).count();
        last_begin <= first_end
            && of.refusals.len() >= thresholds.accounts
            && of.refusals.len() * 100 >= of.active * thresholds.accounts_percent
    });
    reasons
}

fn finding(picture: &Picture, reason: &str, of: &Refused<'_>) -> Finding {
    let refused = of.refusals.iter().map(|(_, refusal)| refusal.calls).sum();
    let is_known = picture.context.reason(Some(reason)).is_some_and(|seen| seen.is_known);
    let usual = picture.total().asr_percent().unwrap_or_default() / 100.0;
    let money = picture.lost_revenue(None, usual * refused as f64);
    Finding {
        rule: RuleId::SwitchRefuses,
        about: vec![(Dimension::EndReason, Some(reason.to_owned()))],
        stake: Stake::estimated(refused, money),
        since: Some(of.from),
        until: (!picture.is_at_the_end(of.to)).then_some(of.to),
        severity: Severity::Serious,
        confidence: Confidence::by_calls(refused).only_if(is_known),
        filter: picture.filter(&[(Dimension::EndReason, Some(reason))], Some((of.from, EpochMillis(of.to.0 + 1)))),
        reference: picture.links(reason, &["process-down-alarm", "licence-verify-failed"]),
        kind: FindingKind::SwitchRefuses(SwitchRefuses {
            reason: reason.to_owned(),
            refused,
            accounts: (of.refusals.len() as u64, of.active as u64),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Scenario;

    /// Of four accounts so many are refused from 10:00 to 11:00.
    fn with(accounts: usize) -> Scenario {
        let all = ["C1", "C2", "C3", "C4"];
        let refused = &all[..accounts];
        let scenario = Scenario::new()
            .ordinary(600, &all, &["V1"])
            .without(|call| refused.contains(&call.account.as_str()) && call.start / 3_600_000 == 10);
        scenario.calls(accounts * 30, |at, call| {
            call.account = refused[at % accounts].to_owned();
            call.refused(-33);
            call.start = 36_000_000 + (at / accounts) as i64 * 120_000;
        })
    }

    #[test]
    fn everyone_at_once_is_one_finding() {
        let found = with(4).findings();
        let of = |rule| found.iter().filter(|finding| finding.rule == rule).collect::<Vec<_>>();
        let [finding] = *of(RuleId::SwitchRefuses).as_slice() else { panic!("{found:?}") };
        let FindingKind::SwitchRefuses(numbers) = &finding.kind else { panic!() };
        assert_eq!((numbers.refused, numbers.accounts), (120, (4, 4)));
        assert_eq!(finding.since.unwrap().rfc3339(), "2026-03-02T10:00:00Z");
        assert!(of(RuleId::AccountRefused).is_empty());
    }

    #[test]
    fn one_or_two_are_accounts() {
        assert_eq!(with(2).found(RuleId::SwitchRefuses), []);
        assert_eq!(with(2).found(RuleId::AccountRefused).len(), 2);
    }
}
