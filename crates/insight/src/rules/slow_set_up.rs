//! Callers who give up while it takes long to ring: of the unanswered calls that the caller ended, half had waited
//! longer than the mean post-selection delay that ITU-T E.721 sets as the target for international calls.

use super::super::picture::Picture;
use crate::rules::FindingKind;
use crate::rules::{Confidence, Finding, RuleId, Severity, Stake};
use knowledge::Outcome;
use query::{Dimension, FilterField, Measures, SLOW_MILLIS, kebab_name};

/// From when on it is one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thresholds {
    /// So many callers who gave up at least.
    pub(super) calls: u64,
    /// In percent of the vendor's calls at least.
    pub(super) percent: f64,
    /// Half of them waited so many milliseconds or more: 8 s is the target mean of E.721.
    pub(super) delay_millis: f64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { calls: 30, percent: 10.0, delay_millis: f64::from(SLOW_MILLIS) }
    }
}

/// The numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SlowSetUp {
    /// The vendor's calls.
    pub calls: u64,
    /// Callers who gave up, of which the delay is known.
    pub gave_up: u64,
    /// Half of them waited no longer, in milliseconds.
    pub delay_millis: f64,
    /// That of the vendor's answered calls.
    pub answered_millis: Option<f64>,
    /// That of the callers who gave up with the other vendors.
    pub others_millis: Option<f64>,
}

pub(super) fn find(picture: &Picture, thresholds: &Thresholds) -> Vec<Finding> {
    let gave_up = |of: &dyn Fn(&str) -> bool| {
        let mut sums = Measures::default();
        for row in &picture.vendor_reasons.rows {
            let [Some(vendor), reason] = row.key.as_slice() else { continue };
            let class = picture.context.reason(reason.as_deref()).map(|seen| seen.class);
            if class == Some(Outcome::CallerGaveUp) && !vendor.is_empty() && of(vendor) {
                sums.merge(&row.measures);
            }
        }
        sums
    };
    let mut found = Vec::new();
    for row in &picture.vendors.rows {
        let Some(vendor) = row.key.first().and_then(Option::as_deref).filter(|name| !name.is_empty()) else { continue };
        let own = gave_up(&|name| name == vendor);
        let (calls, waited) = (row.measures.calls, own.unanswered_delays.count());
        let Some(delay_millis) = own.unanswered_delay_millis(0.5) else { continue };
        let is_many = waited >= thresholds.calls && waited as f64 * 100.0 >= calls as f64 * thresholds.percent;
        if !is_many || delay_millis < thresholds.delay_millis {
            continue;
        }
        let numbers = SlowSetUp {
            calls,
            gave_up: waited,
            delay_millis,
            answered_millis: row.measures.answered_delay_millis(0.5),
            others_millis: gave_up(&|name| name != vendor).unanswered_delay_millis(0.5),
        };
        let usual = row.measures.asr_percent().unwrap_or_default() / 100.0;
        let money = picture.lost_revenue(Some(&row.measures), usual * waited as f64 / 2.0);
        let mut filter = picture.filter(&[(Dimension::TerminatingGateway, Some(vendor))], None);
        filter.set(FilterField::Class, &kebab_name(&Outcome::CallerGaveUp));
        filter.set(FilterField::PostDialDelay, &format!("{}..", thresholds.delay_millis / 1000.0));
        found.push(Finding {
            rule: RuleId::SlowSetUp,
            about: vec![(Dimension::TerminatingGateway, Some(vendor.to_owned()))],
            stake: Stake::estimated(waited / 2, money),
            since: None,
            until: None,
            severity: Severity::Warning,
            confidence: Confidence::by_calls(waited),
            filter,
            reference: ["files-delays", "response-timeout"].map(|topic| format!("topic/{topic}")).into(),
            kind: FindingKind::SlowSetUp(numbers),
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Scenario;

    fn with(delay: u32) -> Vec<Finding> {
        Scenario::new()
            .ordinary(300, &["C1", "C2"], &["V1", "V2"])
            .calls(300, |at, call| {
                call.vendor = "V3".to_owned();
                call.at(0, at as i64 * 4);
                if at % 10 < 4 {
                    call.fails(-7);
                    (call.side, call.delay) = (0, delay + at as u32);
                }
            })
            .found(RuleId::SlowSetUp)
    }

    #[test]
    fn callers_wait_and_give_up() {
        let found = with(12_000);
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        let FindingKind::SlowSetUp(numbers) = &finding.kind else { panic!() };
        assert_eq!((numbers.calls, numbers.gave_up), (300, 120));
        assert!((numbers.delay_millis / 12_150.0 - 1.0).abs() < 0.03, "{numbers:?}");
    }

    #[test]
    fn callers_who_give_up_at_once_are_not_told() {
        assert_eq!(with(3_000), []);
    }
}
