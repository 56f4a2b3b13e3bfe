//! Files in which every call is answered: the switch writes no calls without talk time (`SS_CDR_RECORD_NONCONNECT`
//! off), so that the answer ratio of these files, their failures and everything made of them mean nothing.

use super::super::picture::Picture;
use crate::rules::FindingKind;
use crate::rules::{Confidence, Finding, RuleId, Severity, Stake};
use query::Dimension;

/// From when on it is one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thresholds {
    /// So many calls of a file at least. Even where nine of ten calls are answered, a hundred in a row are one chance
    /// in 38,000.
    pub(super) calls: u64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { calls: 100 }
    }
}

/// The numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FailuresMissing {
    /// The files, by name.
    pub files: Vec<String>,
    /// Of so many.
    pub of_files: u64,
    /// Their calls, all of them answered.
    pub calls: u64,
}

pub(super) fn find(picture: &Picture, thresholds: &Thresholds) -> Vec<Finding> {
    let files = &picture.context.files;
    let without = files.iter().filter(|(_, file)| file.calls >= thresholds.calls && file.answered == file.calls);
    let without: Vec<_> = without.collect();
    if without.is_empty() {
        return Vec::new();
    }
    let calls = without.iter().map(|(_, file)| file.calls).sum();
    let names: Vec<String> = without.iter().map(|(_, file)| file.name.clone()).collect();
    let filter = picture.filter_of_files(&names.iter().map(String::as_str).collect::<Vec<_>>(), None);
    vec![Finding {
        rule: RuleId::FailuresMissing,
        about: without.iter().map(|(id, _)| (Dimension::File, Some(id.to_string()))).collect(),
        kind: FindingKind::FailuresMissing(FailuresMissing { files: names, of_files: files.len() as u64, calls }),
        stake: Stake::calls(calls),
        since: None,
        until: None,
        severity: Severity::Warning,
        confidence: Confidence::High,
        filter,
        reference: vec!["topic/files-unanswered-calls".to_owned(), "parameter/SS_CDR_RECORD_NONCONNECT".to_owned()],
    }]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Scenario;

    #[test]
    fn a_file_of_answered_calls() {
        let found = Scenario::new().calls(150, |_, _| {}).found(RuleId::FailuresMissing);
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        let FindingKind::FailuresMissing(numbers) = &finding.kind else { panic!() };
        assert_eq!((numbers.files.as_slice(), numbers.calls), (["e_cdr.csv".to_owned()].as_slice(), 150));
        assert_eq!(
            finding.filter.criteria.iter().map(|criterion| criterion.text.as_str()).collect::<Vec<_>>(),
            ["e_cdr.csv"]
        );
    }

    #[test]
    fn a_few_calls_or_one_failure_say_nothing() {
        assert_eq!(Scenario::new().calls(99, |_, _| {}).found(RuleId::FailuresMissing), []);
        let with_one = Scenario::new().calls(150, |_, _| {}).calls(1, |_, call| call.fails(486));
        assert_eq!(with_one.found(RuleId::FailuresMissing), []);
    }
}
