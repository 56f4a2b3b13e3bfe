//! Rows with calls that another row had already, by their serial numbers: each is counted once. Exports that overlap
//! have them; within one file they are a sign that something wrote it twice.

use super::super::picture::Picture;
use crate::rules::FindingKind;
use crate::rules::{Confidence, Finding, RuleId, Severity, Stake};
use query::{Dimension, Filter};

/// From when on it is one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thresholds {
    /// So many rows in all files at least.
    pub(super) rows: u64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { rows: 1 }
    }
}

/// The numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DuplicateCalls {
    /// Rows that are not counted.
    pub rows: u64,
    /// Calls that are.
    pub calls: u64,
    /// The files that have such rows, and how many each.
    pub files: Vec<(String, u64)>,
}

pub(super) fn find(picture: &Picture, thresholds: &Thresholds) -> Vec<Finding> {
    let with: Vec<_> = picture.context.files.iter().filter(|(_, file)| file.duplicates > 0).collect();
    let rows: u64 = with.iter().map(|(_, file)| file.duplicates).sum();
    if rows < thresholds.rows {
        return Vec::new();
    }
    let numbers = DuplicateCalls {
        rows,
        calls: picture.context.files.values().map(|file| file.calls).sum(),
        files: with.iter().map(|(_, file)| (file.name.clone(), file.duplicates)).collect(),
    };
    vec![Finding {
        rule: RuleId::DuplicateCalls,
        about: with.iter().map(|(id, _)| (Dimension::File, Some(id.to_string()))).collect(),
        kind: FindingKind::DuplicateCalls(numbers),
        stake: Stake::calls(rows),
        since: None,
        until: None,
        severity: Severity::Notice,
        confidence: Confidence::High,
        filter: Filter::default(),
        reference: vec!["topic/files-serial-number".to_owned()],
    }]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Scenario;

    #[test]
    fn rows_that_are_there_twice() {
        let scenario = Scenario::new().calls(60, |at, call| call.serial = Some(1 + at as i64 % 50));
        let found = scenario.found(RuleId::DuplicateCalls);
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        let FindingKind::DuplicateCalls(numbers) = &finding.kind else { panic!() };
        assert_eq!((numbers.rows, numbers.calls, finding.severity), (10, 50, Severity::Notice));
    }

    #[test]
    fn rows_with_a_number_each() {
        assert_eq!(Scenario::new().calls(60, |_, _| {}).found(RuleId::DuplicateCalls), []);
    }
}
