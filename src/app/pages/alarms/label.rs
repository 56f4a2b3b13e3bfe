//! What is said of an alarm in a few words.

use crate::app::components::group_name;
use crate::app::context::Page;
use insight::alarms::{AlarmMetric, AlarmScope, AlarmSetup, Crossing, Threshold};
use words::{AlarmSentence, ReportWord};

/// Of which calls it is.
pub(super) fn scope(page: &Page, scope: &AlarmScope) -> String {
    match scope {
        AlarmScope::All => page.word(ReportWord::AllCalls).to_owned(),
        AlarmScope::Each(by) => page.sentence(AlarmSentence::EachOf { dimension: page.language.dimension(*by) }),
        AlarmScope::One(by, name) => group_name(page, *by, Some(name)),
    }
}

/// When it goes on and off: `below 20.0 %, off at 30.0 %`.
pub(super) fn threshold(page: &Page, metric: AlarmMetric, crossing: Crossing, threshold: Threshold) -> String {
    let value = |value: f64| page.language.value(metric.unit(), value);
    let (on, off) = (value(threshold.on), value(threshold.off));
    page.sentence(AlarmSentence::OnAndOff { below: crossing == Crossing::Below, on: &on, off: &off })
}

/// All its thresholds.
pub(super) fn thresholds(page: &Page, setup: &AlarmSetup) -> String {
    let each = setup.thresholds().map(|(crossing, of)| threshold(page, setup.metric, crossing, of));
    each.collect::<Vec<_>>().join("; ")
}
