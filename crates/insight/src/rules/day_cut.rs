//! A file of whole days that begins and ends at an hour of the clock that is not midnight: its switch lives in another
//! zone than the one in which times are shown. Daily tables (`e_cdr_YYYYMMDD`) are cut at the server's own midnight.

use super::super::picture::Picture;
use crate::rules::FindingKind;
use crate::rules::{Confidence, Finding, RuleId, Severity, Stake};
use query::Dimension;

const HOUR_MILLIS: i64 = 3_600_000;
const DAY_MILLIS: i64 = 24 * HOUR_MILLIS;

/// From when on it is one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thresholds {
    /// The file has so many calls at least: with few, the first and the last of a day may be at any hour.
    pub(super) calls: u64,
    /// The first call is so many minutes behind the hour, the last one as many before it, at most.
    pub(super) minutes: i64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { calls: 500, minutes: 15 }
    }
}

/// The numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayCut {
    /// The file.
    pub file: String,
    /// Days in it.
    pub days: i64,
    /// The hour at which they begin, as times are shown.
    pub hour: i64,
    /// Minutes that the clocks are ahead of UTC on which they begin at midnight.
    pub offset_minutes: i64,
}

pub(super) fn find(picture: &Picture, thresholds: &Thresholds) -> Vec<Finding> {
    // Of some of the calls, the first and the last are any.
    if !picture.is_whole() {
        return Vec::new();
    }
    let files = picture.signs.clock.files();
    files.filter_map(|(file, _)| of_file(picture, thresholds, file)).collect()
}

fn of_file(picture: &Picture, thresholds: &Thresholds, file: u32) -> Option<Finding> {
    let steps = picture.signs.clock.steps(Some(file));
    let (first, last) = (steps.first()?.1.starts.first, steps.last()?.1.starts.last);
    let calls: u64 = steps.iter().map(|(_, step)| step.calls).sum();
    let slack = thresholds.minutes * 60_000;
    let offset = i64::from(picture.context.zone.offset_at(first.0));
    let local = first.0.saturating_add(offset * 1000);
    let begin = local.div_euclid(HOUR_MILLIS) * HOUR_MILLIS;
    let days = last.0.saturating_sub(first.0).saturating_add(DAY_MILLIS / 2).div_euclid(DAY_MILLIS);
    let end = (begin - offset * 1000).saturating_add(days.saturating_mul(DAY_MILLIS));
    let is_cut = local - begin <= slack && (0..=slack).contains(&end.saturating_sub(last.0));
    let hour = begin.div_euclid(HOUR_MILLIS).rem_euclid(24);
    if !is_cut || days < 1 || hour == 0 || calls < thresholds.calls {
        return None;
    }
    // From -12:00 to +12:00: what is further ahead is a day less behind.
    let ahead = (offset / 60 - hour * 60).rem_euclid(24 * 60);
    let offset_minutes = if ahead > 12 * 60 { ahead - 24 * 60 } else { ahead };
    let name = picture.file_name(file).to_owned();
    Some(Finding {
        rule: RuleId::DayCut,
        about: vec![(Dimension::File, Some(file.to_string()))],
        filter: picture.filter_of_files(&[&name], None),
        kind: FindingKind::DayCut(DayCut { file: name, days, hour, offset_minutes }),
        stake: Stake::default(),
        since: None,
        until: None,
        severity: Severity::Notice,
        confidence: Confidence::Medium,
        reference: vec!["topic/files-times".to_owned(), "topic/files-database".to_owned()],
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Scenario;

    fn found(begin: i64, hours: i64) -> Vec<Finding> {
        let scenario = Scenario::new().calls(600, |at, call| {
            call.start = begin * HOUR_MILLIS + at as i64 * hours * HOUR_MILLIS / 600 + 1000;
        });
        scenario.found(RuleId::DayCut)
    }

    #[test]
    fn a_day_of_shanghai() {
        let found = found(16, 24);
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        let FindingKind::DayCut(numbers) = &finding.kind else { panic!() };
        assert_eq!((numbers.days, numbers.hour, numbers.offset_minutes), (1, 16, 480));
        assert_eq!(finding.severity, Severity::Notice);
        let FindingKind::DayCut(of_new_york) = &self::found(5, 48)[0].kind else { panic!() };
        assert_eq!((of_new_york.days, of_new_york.offset_minutes), (2, -300));
    }

    #[test]
    fn days_from_midnight_and_parts_of_days() {
        assert_eq!(found(0, 24), []);
        assert_eq!(found(9, 12), []);
        assert_eq!(found(9, 30), []);
    }
}
