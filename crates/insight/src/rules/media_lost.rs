//! Calls that the switch ended because no media came any more (the guide's 15, and the words of clients): far more of
//! them with one vendor or one account than with the others. What they share is where the media stop: a firewall, an
//! address translation, a gateway behind it.

use super::super::picture::Picture;
use crate::rules::FindingKind;
use crate::rules::{Confidence, Finding, RuleId, Severity, Stake};
use knowledge::{Outcome, Side};
use query::{Dimension, Table, metrics};
use std::collections::BTreeMap;

/// From when on it is one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thresholds {
    /// So many calls at least.
    pub(super) calls: u64,
    /// In percent of the answered calls at least, ...
    pub(super) percent: f64,
    /// ... of which the lower end of the 95 % interval is so many times what the others have.
    pub(super) times_others: f64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { calls: 10, percent: 0.5, times_others: 2.0 }
    }
}

/// The numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct MediaLost {
    /// Calls that lost their media.
    pub lost: u64,
    /// Answered calls of the vendor or account.
    pub answered: u64,
    /// Those of the others, in percent of their answered calls; `None` where there are none.
    pub others_percent: Option<f64>,
    /// How long the calls had lasted on average, in seconds.
    pub talk_seconds: Option<f64>,
    /// The end reasons, as a filter has them.
    pub reasons: Vec<String>,
}

/// Sums of one vendor or account.
#[derive(Default)]
struct Sums {
    lost: u64,
    answered: u64,
    talk_seconds: u64,
    reasons: Vec<String>,
}

pub(super) fn find(picture: &Picture, thresholds: &Thresholds) -> Vec<Finding> {
    let mut found = of_table(picture, thresholds, &picture.vendor_reasons, Dimension::TerminatingGateway);
    found.extend(of_table(picture, thresholds, &picture.account_reasons, Dimension::Account));
    found
}

fn of_table(picture: &Picture, thresholds: &Thresholds, table: &Table, by: Dimension) -> Vec<Finding> {
    let is_media = |reason: &str| {
        let seen = picture.context.reason(Some(reason));
        seen.is_some_and(|seen| seen.class == Outcome::Media && seen.side == Some(Side::Server))
    };
    let mut sums: BTreeMap<&str, Sums> = BTreeMap::new();
    for row in &table.rows {
        let [Some(name), Some(reason)] = row.key.as_slice() else { continue };
        if name.is_empty() {
            continue;
        }
        let of = sums.entry(name).or_default();
        of.answered += row.measures.answered;
        if is_media(reason) {
            of.lost += row.measures.calls;
            of.talk_seconds += row.measures.talk_seconds;
            of.reasons.push(reason.clone());
        }
    }
    let all = sums.values().fold((0, 0), |(lost, answered), of| (lost + of.lost, answered + of.answered));
    let finding = |(name, of): (&str, Sums)| {
        let others = metrics::percent(all.0 - of.lost, all.1 - of.answered);
        let low = metrics::wilson_interval(of.lost, of.answered.max(of.lost))?.0;
        let is_one = of.lost >= thresholds.calls
            && metrics::percent(of.lost, of.answered.max(1)).is_some_and(|share| share >= thresholds.percent)
            && others.is_none_or(|others| low > others * thresholds.times_others);
        if !is_one {
            return None;
        }
        let mut filter = picture.filter(&[(by, Some(name))], None);
        let reasons: Vec<String> = of.reasons.iter().map(|reason| query::quoted(reason)).collect();
        filter.set(query::FilterField::EndReason, &reasons.join(", "));
        Some(Finding {
            rule: RuleId::MediaLost,
            about: vec![(by, Some(name.to_owned()))],
            stake: Stake::calls(of.lost),
            since: None,
            until: None,
            severity: Severity::Warning,
            confidence: Confidence::by_calls(of.lost),
            filter,
            reference: picture.links(&of.reasons[0], &["rtp-timeout", "one-way-audio", "audio-rtp"]),
            kind: FindingKind::MediaLost(MediaLost {
                lost: of.lost,
                answered: of.answered,
                others_percent: others,
                talk_seconds: metrics::average_call_duration(of.talk_seconds, of.lost),
                reasons: of.reasons,
            }),
        })
    };
    sums.into_iter().filter_map(finding).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Scenario;

    fn with(reason: &str) -> Vec<Finding> {
        Scenario::new()
            .ordinary(600, &["C1", "C2"], &["V1", "V2"])
            .calls(40, |at, call| {
                (call.vendor, call.account) = ("V2".to_owned(), ["C1", "C2"][at % 2].to_owned());
                (call.talk, call.side, call.reason) = (12, 2, reason.to_owned());
                call.at(0, at as i64 * 30);
            })
            .found(RuleId::MediaLost)
    }

    #[test]
    fn the_vendor_is_what_the_calls_share() {
        let found = with("Media timeout");
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        let FindingKind::MediaLost(numbers) = &finding.kind else { panic!() };
        assert_eq!(finding.about, [(Dimension::TerminatingGateway, Some("V2".to_owned()))]);
        assert_eq!((numbers.lost, numbers.answered, numbers.others_percent), (40, 640, Some(0.0)));
        assert_eq!(numbers.talk_seconds, Some(12.0));
    }

    #[test]
    fn other_reasons_are_none() {
        assert_eq!(with("Server forced release"), []);
    }
}
