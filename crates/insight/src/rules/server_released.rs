//! Answered calls that the switch ended, for a reason that no other rule explains: forced releases (the guide's 13),
//! session time-outs (14) and reasons that are published nowhere. People talked, and were cut off.

use super::super::picture::Picture;
use super::calls_cut;
use crate::rules::FindingKind;
use crate::rules::{Confidence, Finding, RuleId, Severity, Stake};
use knowledge::{Category, Outcome};
use query::{Dimension, FilterField, metrics};
use std::collections::BTreeMap;

/// From when on it is one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thresholds {
    /// So many calls of one reason at least.
    pub(super) calls: u64,
    /// In percent of all answered calls, from which on it is more than a notice.
    pub(super) percent: f64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { calls: 10, percent: 1.0 }
    }
}

/// The numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct ServerReleased {
    /// The end reason, as a filter has it.
    pub reason: String,
    /// What it is is published.
    pub is_known: bool,
    /// Calls that it ended.
    pub released: u64,
    /// All answered calls.
    pub answered: u64,
    /// How long these had lasted on average, in seconds.
    pub talk_seconds: f64,
    /// The account with the most of them, and how many.
    pub most: Option<(String, u64)>,
}

/// Sums of one reason.
#[derive(Default)]
struct Released {
    calls: u64,
    seconds: u64,
    /// The account with the most calls.
    most: Option<(String, u64)>,
}

pub(super) fn find(picture: &Picture, thresholds: &Thresholds) -> Vec<Finding> {
    let claimed = calls_cut::claimed(picture);
    let mut reasons: BTreeMap<&str, Released> = BTreeMap::new();
    for (key, cut) in picture.signs.cuts.sums.iter() {
        let Some(seen) = picture.context.reason(Some(&key.1)) else { continue };
        // Media and money have rules of their own.
        let is_one = matches!(seen.class, Outcome::System | Outcome::Timeout | Outcome::Unknown)
            || seen.category == Category::System;
        if !is_one || claimed.contains(key) {
            continue;
        }
        let of = reasons.entry(&key.1).or_default();
        of.calls += cut.calls;
        of.seconds += cut.talk_seconds;
        let account = key.0.clone().unwrap_or_default();
        if of.most.as_ref().is_none_or(|(_, most)| cut.calls > *most) {
            of.most = Some((account, cut.calls));
        }
    }
    let answered = picture.total().answered;
    let mut found = Vec::new();
    for (reason, Released { calls: released, seconds, most }) in reasons {
        let Some(seen) = picture.context.reason(Some(reason)).filter(|_| released >= thresholds.calls) else {
            continue;
        };
        let share = metrics::percent(released, answered).unwrap_or_default();
        let mut filter = picture.filter(&[(Dimension::EndReason, Some(reason))], None);
        filter.set(FilterField::Answered, "yes");
        filter.set(FilterField::HangUpSide, "server");
        found.push(Finding {
            rule: RuleId::ServerReleased,
            about: vec![(Dimension::EndReason, Some(reason.to_owned()))],
            stake: Stake::calls(released),
            since: None,
            until: None,
            severity: if share >= thresholds.percent { Severity::Warning } else { Severity::Notice },
            confidence: Confidence::by_calls(released).only_if(seen.is_known),
            filter,
            reference: picture.links(reason, &["files-server-hang-ups", "question-forced-release"]),
            kind: FindingKind::ServerReleased(ServerReleased {
                reason: reason.to_owned(),
                is_known: seen.is_known,
                released,
                answered,
                talk_seconds: seconds as f64 / released as f64,
                most,
            }),
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Scenario;

    fn with(reason: &str, side: u8) -> Vec<Finding> {
        Scenario::new()
            .ordinary(300, &["C1", "C2"], &["V1"])
            .calls(20, |at, call| {
                (call.talk, call.side, call.reason) = (31 + at as u32, side, reason.to_owned());
                call.at(0, at as i64 * 60);
            })
            .found(RuleId::ServerReleased)
    }

    #[test]
    fn people_were_cut_off() {
        for (reason, is_known) in [("Server forced release", true), ("-46", false)] {
            let found = with(reason, 2);
            let [finding] = found.as_slice() else { panic!("{found:?}") };
            let FindingKind::ServerReleased(numbers) = &finding.kind else { panic!() };
            assert_eq!((numbers.released, numbers.answered, numbers.is_known), (20, 320, is_known));
            assert_eq!((numbers.talk_seconds, numbers.most.clone()), (40.5, Some(("C1".to_owned(), 20))));
            assert_eq!(finding.severity, Severity::Warning);
        }
    }

    #[test]
    fn people_who_hang_up_are_none() {
        assert_eq!(with("-7", 0), []);
        assert_eq!(with("-46", 1), []);
    }
}
