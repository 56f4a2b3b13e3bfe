//! An account out of balance, expired or locked: the switch refuses its calls before a vendor is tried.
//!
//! Published reasons say so themselves (the guide's 8, 9, 10 and 25, and the words of clients). Live systems have
//! negative numbers for them that are published nowhere; there the calls are the evidence: a reason that nobody has
//! explained, no vendor on any of them, and nothing else becomes of the account's calls as long as it lasts.

use super::super::named_rows::by_first;
use super::super::picture::Picture;
use super::switch_refuses;
use crate::rules::FindingKind;
use crate::rules::{Confidence, Finding, RuleId, Severity, Stake};
use knowledge::{Outcome, Side};
use query::{Dimension, Outcomes, Refusal, RefusalKey, Timeline};
use sorting::Ordered;
use std::collections::BTreeSet;

/// From when on it is one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thresholds {
    /// So many refused calls at least.
    pub(super) calls: u64,
    /// Refused calls in percent of the account's calls in steps that lie wholly between the first and the last refusal,
    /// from which on everything is refused.
    pub(super) all_percent: u64,
    /// Likewise of the steps at either end too, where no step lies between them: part of these is before or after.
    pub(super) about_all_percent: u64,
    /// Where not everything is refused, refused calls of fewer percent of the others are a notice only.
    pub(super) some_percent: u64,
    /// The account works otherwise if it has so many answered calls before or after.
    pub(super) answered_otherwise: u64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { calls: 20, all_percent: 95, about_all_percent: 70, some_percent: 5, answered_otherwise: 5 }
    }
}

/// The numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountRefused {
    /// The end reason, as a filter has it.
    pub reason: String,
    /// Its class; [`Outcome::Unknown`] where it is not published.
    pub class: Outcome,
    /// Calls that were refused for it.
    pub refused: u64,
    /// All else of the account's calls becomes nothing either as long as it lasts.
    pub is_all: bool,
    /// The account's calls before and after; where others went through, or it does not work at all, all others.
    pub otherwise: Outcomes,
    /// Hardly any call of the account is answered before or after: it does not work at all in these files.
    pub never_works: bool,
    /// Other accounts that are refused for the same reason.
    pub others: u64,
}

pub(super) fn find(picture: &Picture, thresholds: &Thresholds) -> Vec<Finding> {
    let sums = by_first(&picture.account_reasons);
    let mut found = Vec::new();
    let of_all = switch_refuses::claimed(picture);
    for (key, refusal, numbers) in refused_accounts(picture, thresholds) {
        let (Some(account), reason) = (key.0.as_deref(), &key.1) else { continue };
        if of_all.contains(key) {
            continue;
        }
        let is_known = numbers.class != Outcome::Unknown;
        let usual = numbers.otherwise.asr_percent().unwrap_or_default() / 100.0;
        let money = picture.lost_revenue(sums.get(account), usual * refusal.calls as f64);
        let lasts = picture.signs.timelines.accounts.get(account).is_some_and(|timeline| {
            timeline.steps.range(picture.step_end(refusal.starts.last)..).all(|(_, step)| step.calls == 0)
        });
        let (since, until) = (refusal.starts.first, refusal.starts.last);
        let period = (!numbers.never_works).then_some((since, calls::EpochMillis(until.0 + 1)));
        found.push(Finding {
            rule: RuleId::AccountRefused,
            about: vec![(Dimension::Account, Some(account.to_owned()))],
            stake: Stake::estimated(refusal.calls, money),
            since: period.map(|(since, _)| since),
            until: (!lasts && !numbers.never_works).then_some(until),
            severity: match (numbers.is_all, numbers.never_works) {
                (true, false) => Severity::Serious,
                (false, false) if refusal.calls * 100 < numbers.otherwise.calls * thresholds.some_percent => {
                    Severity::Notice
                }
                _ => Severity::Warning,
            },
            confidence: Confidence::by_calls(refusal.calls).only_if(is_known),
            filter: picture
                .filter(&[(Dimension::Account, Some(account)), (Dimension::EndReason, Some(reason))], period),
            reference: picture.links(reason, &topics(numbers.class)),
            kind: FindingKind::AccountRefused(numbers),
        });
    }
    found
}

/// The accounts and reasons that it finds.
pub(super) fn claimed(picture: &Picture) -> BTreeSet<RefusalKey> {
    refused_accounts(picture, &Thresholds::default()).map(|(key, ..)| key.clone()).ordered_set()
}

/// The accounts that are refused, each with a reason.
pub(super) fn refused_accounts<'a>(
    picture: &'a Picture,
    thresholds: &Thresholds,
) -> impl Iterator<Item = (&'a RefusalKey, &'a Refusal, AccountRefused)> {
    let refusals = picture.signs.refusals.iter();
    refusals.filter_map(|(key, refusal)| Some((key, refusal, numbers(picture, thresholds, key, refusal)?)))
}

fn numbers(picture: &Picture, thresholds: &Thresholds, key: &RefusalKey, refusal: &Refusal) -> Option<AccountRefused> {
    let (account, reason) = (key.0.as_deref().filter(|name| !name.is_empty())?, &key.1);
    let seen = picture.context.reason(Some(reason))?;
    let is_of_account = match seen.class {
        Outcome::Account | Outcome::Unknown => true,
        Outcome::Billing => seen.side != Some(Side::Server),
        _ => false,
    };
    if !is_of_account || refusal.calls < thresholds.calls {
        return None;
    }
    let timeline = picture.signs.timelines.accounts.get(account)?;
    let (is_all, otherwise) = lasting(picture, timeline, refusal, thresholds);
    let refused = Outcomes { calls: refusal.calls, refused: refusal.calls, ..Outcomes::default() };
    let besides = timeline.total().less(&refused);
    let never_works = if is_all { &otherwise } else { &besides }.answered < thresholds.answered_otherwise;
    if seen.class == Outcome::Unknown && !is_all {
        return None;
    }
    let others =
        picture.signs.refusals.iter().filter(|((other, of), _)| of == reason && other.as_deref() != Some(account));
    Some(AccountRefused {
        reason: reason.clone(),
        class: seen.class,
        refused: refusal.calls,
        is_all,
        otherwise: if is_all && !never_works { otherwise } else { besides },
        never_works,
        others: others.filter(|((other, _), _)| other.as_deref().is_some_and(|name| !name.is_empty())).count() as u64,
    })
}

/// Whether all calls are refused from the first refusal to the last, and the calls before and after.
fn lasting(picture: &Picture, timeline: &Timeline, refusal: &Refusal, thresholds: &Thresholds) -> (bool, Outcomes) {
    let (first, last) = (refusal.starts.first, refusal.starts.last);
    let (mut between, mut about, mut otherwise) = (Outcomes::default(), Outcomes::default(), Outcomes::default());
    for (&begin, step) in &timeline.steps {
        let end = picture.step_end(begin);
        if begin >= first && end <= last {
            between.merge(step);
        }
        if begin <= last && end > first {
            about.merge(step);
        } else {
            otherwise.merge(step);
        }
    }
    let reaches = |outcomes: &Outcomes, percent: u64| outcomes.refused * 100 >= outcomes.calls * percent;
    let is_all = match between.calls {
        0 => reaches(&about, thresholds.about_all_percent),
        _ => reaches(&between, thresholds.all_percent),
    };
    (is_all, otherwise)
}

fn topics(class: Outcome) -> Vec<&'static str> {
    match class {
        Outcome::Billing => vec!["insufficient-balance", "balance-alarm"],
        Outcome::Account => vec!["account-locked"],
        _ => vec!["insufficient-balance", "account-locked", "files-end-reason-forms"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Scenario;
    use crate::texts::FindingTexts;
    use words::Language;

    fn numbers_of(finding: &Finding) -> &AccountRefused {
        let FindingKind::AccountRefused(numbers) = &finding.kind else { panic!("{finding:?}") };
        numbers
    }

    /// Two accounts, of which one is refused from 10:00 to 13:00 for a reason that is not published.
    fn out_of_balance(reason: i32) -> Vec<Finding> {
        Scenario::new()
            .ordinary(600, &["C1", "C2"], &["V1", "V2"])
            .without(|call| call.account == "C1" && (10..13).contains(&(call.start / 3_600_000)))
            .calls(90, |at, call| {
                call.refused(reason);
                call.at(10, at as i64 * 2);
            })
            .found(RuleId::AccountRefused)
    }

    #[test]
    fn an_account_that_is_refused_for_hours() {
        let found = out_of_balance(-36);
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        let numbers = numbers_of(finding);
        assert_eq!((numbers.refused, numbers.is_all, numbers.never_works, numbers.others), (90, true, false, 0));
        assert_eq!((finding.severity, finding.confidence), (Severity::Serious, Confidence::Low));
        assert_eq!(finding.since.unwrap().rfc3339(), "2026-03-02T10:00:00Z");
        assert_eq!(finding.until.unwrap().rfc3339(), "2026-03-02T12:58:00Z");
        assert_eq!(finding.filter.criteria.len(), 3);
        assert!(finding.stake.is_estimate && finding.stake.money.is_some());
    }

    #[test]
    fn a_few_refusals_among_other_calls_are_no_account_that_is_refused() {
        let scenario = Scenario::new().ordinary(600, &["C1", "C2"], &["V1", "V2"]).calls(90, |at, call| {
            call.refused(-36);
            call.at(10, at as i64 * 2);
        });
        assert_eq!(scenario.found(RuleId::AccountRefused), []);
    }

    #[test]
    fn an_account_that_never_works_is_no_outage() {
        let scenario = Scenario::new().ordinary(600, &["C2"], &["V1", "V2"]).calls(90, |at, call| {
            call.refused(-40);
            call.at(0, at as i64 * 15);
        });
        let found = scenario.found(RuleId::AccountRefused);
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        assert!(numbers_of(finding).never_works);
        assert_eq!((finding.severity, finding.since), (Severity::Warning, None));
        // A call that was answered all the same is said.
        let but_one = scenario.calls(1, |_, call| call.at(23, 30));
        let (found, picture) = (but_one.found(RuleId::AccountRefused), but_one.picture());
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        let sentence = Language::English.finding(finding, &picture.context).sentence;
        assert!(
            numbers_of(finding).never_works && sentence.contains("besides, it has 1 call, 1 of them answered,"),
            "{sentence}"
        );
    }
}
