//! Calls that nobody ended: as long as the switch lets a call be whose other side knows no session timers (two hours,
//! `SS_SIP_NO_TIMER_REINVITE_INTERVAL`), by vendor; and calls that were still up when the file was written, long after
//! they began. Most likely the BYE was lost, and what is charged and paid for them will be disputed.

use super::super::picture::Picture;
use crate::rules::FindingKind;
use crate::rules::{Confidence, Finding, RuleId, Severity, Stake};
use calls::EpochMillis;
use query::{Amount, Dimension, FilterField, LONGEST_SECONDS, LongSums};

/// From when on it is one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thresholds {
    /// So many calls at least.
    pub(super) calls: u64,
    /// In percent of the vendor's answered calls, at least: some people do talk that long.
    pub(super) percent: f64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { calls: 3, percent: 0.3 }
    }
}

/// The numbers of a vendor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ZombieCalls {
    /// Calls as long as that.
    pub calls: u64,
    /// Of so many answered calls.
    pub answered: u64,
    /// Those that lasted exactly as long as the timer, give or take a few seconds.
    pub at_cap: u64,
    /// Their talk time in seconds.
    pub talk_seconds: u64,
    /// What customers are charged for them.
    pub fee: Amount,
    /// What they cost.
    pub cost: Amount,
}

/// The numbers of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StuckCalls {
    /// The file.
    pub file: String,
    /// Calls that were up when it was written, and had begun long before its last call.
    pub calls: u64,
    /// When the first of them began.
    pub oldest: EpochMillis,
    /// When the file's last call began.
    pub last_start: EpochMillis,
}

pub(super) fn find(picture: &Picture, thresholds: &Thresholds) -> Vec<Finding> {
    let vendors = picture.signs.long_calls.vendors();
    let long = vendors.filter_map(|(vendor, sums)| of_vendor(picture, thresholds, vendor, sums));
    let files = picture.signs.clock.files().filter_map(|(file, _)| of_file(picture, thresholds, file));
    long.chain(files).collect()
}

fn of_vendor(picture: &Picture, thresholds: &Thresholds, vendor: Option<&str>, sums: &LongSums) -> Option<Finding> {
    let answered = picture.vendors.find(&[vendor]).map_or(sums.calls, |row| row.measures.answered);
    if sums.calls < thresholds.calls || (sums.calls as f64) * 100.0 < answered as f64 * thresholds.percent {
        return None;
    }
    let LongSums { calls, at_cap, talk_seconds, fee, cost, .. } = *sums;
    let (since, until) = picture.lasting(sums.starts, calls);
    let mut filter = picture.filter(&[(Dimension::TerminatingGateway, vendor)], None);
    filter.set(FilterField::TalkTime, &format!("{}..", LONGEST_SECONDS - 5));
    Some(Finding {
        rule: RuleId::ZombieCalls,
        about: vec![(Dimension::TerminatingGateway, vendor.map(str::to_owned))],
        kind: FindingKind::ZombieCalls(ZombieCalls { calls, answered, at_cap, talk_seconds, fee, cost }),
        stake: if sums.cost_known > 0 { Stake::known(calls, cost) } else { Stake::calls(calls) },
        since,
        until,
        severity: Severity::Warning,
        confidence: Confidence::by_calls(calls).only_if(at_cap * 2 > calls),
        filter,
        reference: vec!["topic/files-long-calls".to_owned(), "parameter/SS_SIP_NO_TIMER_REINVITE_INTERVAL".to_owned()],
    })
}

fn of_file(picture: &Picture, thresholds: &Thresholds, file: u32) -> Option<Finding> {
    let clock = &picture.signs.clock;
    let steps = clock.steps(Some(file));
    let last_start = steps.last()?.1.starts.last;
    // The step of the last call that is old enough: what began in a later one may have been up for less.
    let since = last_start.0.saturating_sub(LONGEST_SECONDS * 1000).saturating_sub(clock.step_millis());
    let old = steps.iter().filter(|(begin, step)| step.in_progress > 0 && begin.0 <= since);
    let (mut calls, mut oldest, mut end) = (0, None, since);
    for (begin, step) in old {
        calls += step.in_progress;
        oldest = oldest.or(Some(step.starts.first));
        end = begin.0.saturating_add(clock.step_millis());
    }
    let oldest = oldest.filter(|_| calls >= thresholds.calls)?;
    let name = picture.file_name(file).to_owned();
    let filter = picture.filter_of_files(&[&name], Some((oldest, EpochMillis(end))));
    Some(Finding {
        rule: RuleId::ZombieCalls,
        about: vec![(Dimension::File, Some(file.to_string()))],
        kind: FindingKind::StuckCalls(StuckCalls { file: name, calls, oldest, last_start }),
        stake: Stake::calls(calls),
        since: Some(oldest),
        until: None,
        severity: Severity::Warning,
        confidence: Confidence::Medium,
        filter,
        reference: vec!["topic/files-long-calls".to_owned(), "topic/pending-cdr-not-written".to_owned()],
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Scenario;

    #[test]
    fn calls_of_two_hours() {
        let scenario = Scenario::new().ordinary(300, &["C1"], &["V1", "V2"]).calls(6, |at, call| {
            call.at(at as i64 * 2, 5);
            (call.talk, call.fee, call.cost) = (7200, 2.4, 1.2);
        });
        let found = scenario.found(RuleId::ZombieCalls);
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        let FindingKind::ZombieCalls(numbers) = &finding.kind else { panic!() };
        assert_eq!((numbers.calls, numbers.answered, numbers.at_cap, numbers.talk_seconds), (6, 156, 6, 43_200));
        assert_eq!(
            (finding.subject(Dimension::TerminatingGateway), numbers.cost.to_string().as_str()),
            (Some("V1"), "7.2")
        );
    }

    #[test]
    fn calls_that_are_still_up() {
        let up = |hour: i64| {
            Scenario::new().ordinary(300, &["C1"], &["V1", "V2"]).calls(4, move |at, call| {
                call.at(hour, at as i64);
                (call.talk, call.fee, call.is_up) = (0, 0.0, true);
            })
        };
        let found = up(9).found(RuleId::ZombieCalls);
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        let FindingKind::StuckCalls(numbers) = &finding.kind else { panic!() };
        assert_eq!((numbers.calls, numbers.oldest.rfc3339().as_str()), (4, "2026-03-02T09:00:00Z"));
        let period = finding.filter.get(query::FilterField::Period).unwrap();
        assert_eq!(period.text, "2026-03-02T09:00:00Z..2026-03-02T10:00:00Z", "all of them are in it");
        assert_eq!(up(23).found(RuleId::ZombieCalls), []);
    }
}
