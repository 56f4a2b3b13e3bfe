//! Fees on calls without talk time: customers are charged for calls that nobody answered.

use super::super::picture::Picture;
use crate::rules::FindingKind;
use crate::rules::{Confidence, Finding, RuleId, Severity, Stake};
use query::{Amount, ChargedCalls, Dimension, FilterField};

/// From when on it is one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thresholds {
    /// So many calls of an account at least.
    pub(super) calls: u64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { calls: 1 }
    }
}

/// The numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnansweredCharged {
    /// Calls without talk time that are charged.
    pub calls: u64,
    /// What is charged for them.
    pub fee: Amount,
}

pub(super) fn find(picture: &Picture, thresholds: &Thresholds) -> Vec<Finding> {
    let enough = picture.signs.charged.accounts().filter(|(_, charged)| charged.calls >= thresholds.calls);
    let told = |(account, charged): (Option<&str>, &ChargedCalls)| {
        let (since, until) = picture.lasting(charged.starts, charged.calls);
        let mut filter = picture.filter(&[(Dimension::Account, account)], None);
        filter.set(FilterField::Answered, "no");
        filter.set(FilterField::Fee, "0.00000001..");
        Finding {
            rule: RuleId::UnansweredCharged,
            about: vec![(Dimension::Account, account.map(str::to_owned))],
            kind: FindingKind::UnansweredCharged(UnansweredCharged { calls: charged.calls, fee: charged.fee }),
            stake: Stake::known(charged.calls, charged.fee),
            since,
            until,
            severity: Severity::Warning,
            confidence: Confidence::High,
            filter,
            reference: vec!["topic/files-money".to_owned()],
        }
    };
    enough.map(told).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Scenario;

    #[test]
    fn calls_without_talk_time_and_with_a_fee() {
        let scenario = Scenario::new().ordinary(120, &["C1", "C2"], &["V1"]).calls(4, |at, call| {
            call.fails(486);
            (call.start, call.fee) = (at as i64 * 20_000_000, 0.02);
        });
        let found = scenario.found(RuleId::UnansweredCharged);
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((finding.stake.calls, finding.stake.money.unwrap().to_string().as_str()), (4, "0.08"));
        assert_eq!((finding.subject(Dimension::Account), finding.stake.is_estimate), (Some("C1"), false));
    }

    #[test]
    fn ordinary_calls_have_none() {
        let scenario = Scenario::new().ordinary(120, &["C1", "C2"], &["V1"]);
        assert_eq!(scenario.found(RuleId::UnansweredCharged), []);
    }
}
