//! Calls to a prefix that find no route, or no rate, while others to the same prefix do: a gateway that was taken out
//! for some time, or that has too few lines. An account that never reaches a prefix is [`super::prefix_refused`]'s.

use super::super::named_rows::{by_first, named_pairs};
use super::super::picture::{PREFIX, Picture};
use super::prefix_refused;
use crate::rules::FindingKind;
use crate::rules::{Confidence, Finding, RuleId, Severity, Stake};
use knowledge::{Outcome, Side};
use query::{Dimension, Measures};

/// From when on it is one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thresholds {
    /// So many calls at least.
    pub(super) calls: u64,
    /// In percent of the calls to the prefix at least.
    pub(super) percent: f64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { calls: 20, percent: 10.0 }
    }
}

/// The numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RouteLost {
    /// The prefix.
    pub prefix: String,
    /// The end reason, as a filter has it.
    pub reason: String,
    /// It is about a rate; otherwise about a route.
    pub is_rate: bool,
    /// Calls that ended so.
    pub refused: u64,
    /// All calls to the prefix.
    pub calls: u64,
}

pub(super) fn find(picture: &Picture, thresholds: &Thresholds) -> Vec<Finding> {
    let prefixes = by_first(&picture.prefix_reasons);
    let of_accounts = prefix_refused::calls_of_prefixes(picture);
    let mut found = Vec::new();
    for (prefix, reason, measures) in named_pairs(&picture.prefix_reasons) {
        let Some((seen, all)) = picture.context.reason(Some(reason)).zip(prefixes.get(prefix)) else { continue };
        let is_rate = seen.class == Outcome::Billing && seen.side == Some(Side::Server);
        let is_route = seen.class == Outcome::NoRoute && seen.side == Some(Side::Server);
        let told = of_accounts.get(&(prefix.to_owned(), reason.to_owned())).copied().unwrap_or_default();
        let refused = measures.unanswered().saturating_sub(told);
        let is_many = refused >= thresholds.calls && refused as f64 * 100.0 >= all.calls as f64 * thresholds.percent;
        if (is_rate || is_route) && is_many && all.answered > 0 {
            let numbers =
                RouteLost { prefix: prefix.to_owned(), reason: reason.to_owned(), is_rate, refused, calls: all.calls };
            found.push(finding(picture, numbers, measures, all));
        }
    }
    found
}

fn finding(picture: &Picture, numbers: RouteLost, measures: &Measures, all: &Measures) -> Finding {
    let RouteLost { prefix, reason, refused, .. } = &numbers;
    let usual = all.answered as f64 / (all.calls - refused).max(1) as f64;
    let money = picture.lost_revenue(Some(all), usual * *refused as f64);
    Finding {
        rule: RuleId::RouteLost,
        about: vec![(PREFIX, Some(prefix.clone()))],
        stake: Stake::estimated(*refused, money),
        since: measures.first_start,
        until: measures.last_start.filter(|last| !picture.is_at_the_end(*last)),
        severity: Severity::Warning,
        confidence: Confidence::by_calls(*refused),
        filter: picture.filter(&[(PREFIX, Some(prefix)), (Dimension::EndReason, Some(reason))], None),
        reference: picture.links(reason, &["files-called-gateway", "contradiction-no-route"]),
        kind: FindingKind::RouteLost(numbers),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Scenario;

    fn with(reason: &str, refused: usize) -> Scenario {
        Scenario::new()
            .ordinary(300, &["C1", "C2"], &["V1"])
            .calls(200, |at, call| {
                call.callee = format!("35320915{at:04}");
                call.at(0, at as i64 * 7);
            })
            .calls(refused, |at, call| {
                call.refused(reason);
                call.callee = format!("35320915{at:04}");
                call.at(12, at as i64);
            })
    }

    #[test]
    fn a_route_that_was_gone_for_an_hour() {
        for (reason, is_rate) in [("-69", false), ("NoAvailableRouter", false), ("Rate not found", true)] {
            let found = with(reason, 60).found(RuleId::RouteLost);
            let [finding] = found.as_slice() else { panic!("{reason}: {found:?}") };
            let FindingKind::RouteLost(numbers) = &finding.kind else { panic!() };
            assert_eq!((numbers.prefix.as_str(), numbers.refused, numbers.calls), ("3532", 60, 260));
            assert_eq!(numbers.is_rate, is_rate);
            assert_eq!(finding.since.unwrap().rfc3339(), "2026-03-02T12:00:00Z");
        }
    }

    #[test]
    fn a_few_are_usual() {
        assert_eq!(with("-69", 15).found(RuleId::RouteLost), []);
        assert_eq!(with("486", 60).found(RuleId::RouteLost), []);
    }
}
