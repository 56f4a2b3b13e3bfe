//! Calls that the switch refuses for a reason that is published nowhere, and that no other rule explains: worth a name
//! of the person's own.

use super::super::picture::Picture;
use super::{account_refused, prefix_refused};
use crate::rules::FindingKind;
use crate::rules::{Confidence, Finding, RuleId, Severity, Stake};
use query::Dimension;
use sorting::Sort;
use std::collections::BTreeMap;

/// From when on it is one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thresholds {
    /// So many calls at least of one reason, of all accounts together.
    pub(super) calls: u64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { calls: 20 }
    }
}

/// The numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnexplainedRefusals {
    /// The end reason, as a filter has it.
    pub reason: String,
    /// The accounts, each with its refused calls and all its calls; the most refused calls first.
    pub accounts: Vec<(String, u64, u64)>,
}

pub(super) fn find(picture: &Picture, thresholds: &Thresholds) -> Vec<Finding> {
    let (of_accounts, of_prefixes) = (account_refused::claimed(picture), prefix_refused::claimed(picture));
    let mut reasons: BTreeMap<&str, Vec<(String, u64, u64)>> = BTreeMap::new();
    for (key, refusal) in picture.signs.refusals.iter() {
        let is_known = picture.context.reason(Some(&key.1)).is_none_or(|seen| seen.is_known);
        if is_known || of_accounts.contains(key) || of_prefixes.contains(key) {
            continue;
        }
        let account = key.0.clone().unwrap_or_default();
        let calls = picture.signs.timelines.accounts.get(&account).map_or(refusal.calls, |of| of.total().calls);
        reasons.entry(&key.1).or_default().push((account, refusal.calls, calls));
    }
    let mut found = Vec::new();
    for (reason, mut accounts) in reasons {
        accounts.order_by_key(|(_, refused, _)| std::cmp::Reverse(*refused));
        let calls: u64 = accounts.iter().map(|(_, refused, _)| refused).sum();
        if calls < thresholds.calls {
            continue;
        }
        let reason = reason.to_owned();
        found.push(Finding {
            rule: RuleId::UnexplainedRefusals,
            about: vec![(Dimension::EndReason, Some(reason.clone()))],
            stake: Stake::calls(calls),
            since: None,
            until: None,
            severity: Severity::Notice,
            confidence: Confidence::Low,
            filter: picture.filter(&[(Dimension::EndReason, Some(&reason))], None),
            reference: vec!["topic/files-end-reason-forms".to_owned()],
            kind: FindingKind::UnexplainedRefusals(UnexplainedRefusals { reason, accounts }),
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Scenario;

    #[test]
    fn refusals_that_nobody_explains() {
        let refused = |reason: i32| {
            Scenario::new().ordinary(300, &["C1", "C2"], &["V1"]).calls(40, |at, call| {
                call.refused(reason);
                call.at(0, at as i64 * 30);
            })
        };
        let found = refused(-37).found(RuleId::UnexplainedRefusals);
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        let FindingKind::UnexplainedRefusals(numbers) = &finding.kind else { panic!() };
        assert_eq!(numbers.accounts, [("C1".to_owned(), 40, 340)]);
        assert_eq!((finding.severity, finding.confidence), (Severity::Notice, Confidence::Low));
        // One that is known.
        assert_eq!(refused(-69).found(RuleId::UnexplainedRefusals), []);
    }
}
