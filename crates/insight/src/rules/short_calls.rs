//! Answered calls that are over at once, far more of them with one vendor than with the others: false answer
//! supervision, where the vendor answers most calls and answers them soon; otherwise suspects of one-way audio, or of a
//! machine that answers.

use super::super::share_against_others::{ShareAgainstOthers, vendors_compared};
use super::super::named_rows::named_pairs;
use super::super::picture::Picture;
use crate::rules::FindingKind;
use crate::rules::{Confidence, Finding, RuleId, Severity, Stake};
use calls::narrow;
use query::{Amount, Dimension, FilterField, Measures, SHORT_SECONDS, metrics};
use sorting::Ordered;
use std::collections::BTreeSet;

/// From when on it is one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thresholds {
    /// So many answered calls of the vendor at least.
    pub(super) answered: u64,
    /// Short calls in percent of them at least, ...
    pub(super) percent: f64,
    /// ... of which the lower end of the 95 % interval is so many times what the others have.
    pub(super) times_others: f64,
    /// Calls are answered soon if half of them take at most so much of the time that those of the others do.
    pub(super) delay_of_others: f64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { answered: 50, percent: 10.0, times_others: 2.0, delay_of_others: 0.7 }
    }
}

/// The numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct ShortCalls {
    /// Answered calls of the vendor.
    pub answered: u64,
    /// Those of at most [`SHORT_SECONDS`].
    pub short: u64,
    /// Short calls of the others, in percent of their answered calls; `None` where there are none.
    pub others_percent: Option<f64>,
    /// Short calls that the caller, the callee and the server ended.
    pub ended_by: [u64; 3],
    /// Half of the answered calls took no longer to be answered or to ring, in milliseconds: of the vendor, and of the
    /// others.
    pub delay_millis: [Option<f64>; 2],
    /// Its answer ratio against the others', where they go to the same prefixes.
    pub compared: Option<ShareAgainstOthers>,
    /// It answers more than the others do, or sooner: its answers may be none.
    pub is_false_answer: bool,
}

pub(super) fn find(picture: &Picture, thresholds: &Thresholds) -> Vec<Finding> {
    let with_short = vendors(picture, thresholds);
    let compared = vendors_compared(picture, |vendor| !with_short.contains(vendor));
    let found = with_short.iter().filter_map(|vendor| {
        let numbers = numbers(picture, thresholds, vendor, compared.get(vendor).copied())?;
        let mut filter = picture.filter(&[(Dimension::TerminatingGateway, Some(vendor))], None);
        filter.set(FilterField::TalkTime, &format!("1..{SHORT_SECONDS}"));
        let usual = numbers.others_percent.unwrap_or_default() / 100.0 * numbers.answered as f64;
        let beyond_usual = narrow::whole(numbers.short as f64 - usual);
        let topics: &[&str] =
            if numbers.is_false_answer { &["tool-call-analysis"] } else { &["one-way-audio", "audio-rtp"] };
        Some(Finding {
            rule: RuleId::ShortCalls,
            about: vec![(Dimension::TerminatingGateway, Some(vendor.clone()))],
            stake: stake(cost_of_short_calls(picture, vendor), numbers.short, beyond_usual),
            since: None,
            until: None,
            severity: Severity::Warning,
            confidence: Confidence::by_calls(numbers.short),
            filter,
            reference: topics.iter().map(|topic| format!("topic/{topic}")).collect(),
            kind: FindingKind::ShortCalls(numbers),
        })
    });
    found.collect()
}

/// Vendors with so many short calls that their answers may be none.
pub(super) fn vendors_with_short_calls(picture: &Picture) -> BTreeSet<String> {
    vendors(picture, &Thresholds::default())
}

fn vendors(picture: &Picture, thresholds: &Thresholds) -> BTreeSet<String> {
    let is_one = |vendor: &str, own: &Measures| {
        let others = others(picture, vendor);
        let usual = others.short_percent().unwrap_or_default();
        let low = metrics::wilson_interval(own.short_calls, own.answered).map_or(0.0, |(low, _)| low);
        own.answered >= thresholds.answered
            && own.short_percent().is_some_and(|share| share >= thresholds.percent)
            && low > usual * thresholds.times_others
            // Of a vendor alone it cannot be said.
            && others.answered >= thresholds.answered
    };
    let named = picture.vendors.rows.iter().filter_map(|row| Some((row.key.first()?.as_deref()?, &row.measures)));
    named
        .filter(|(vendor, own)| !vendor.is_empty() && is_one(vendor, own))
        .map(|(vendor, _)| vendor.to_owned())
        .ordered_set()
}

/// The short calls beyond those that are usual, and what they cost: their part of what all of them do.
fn stake(cost: Option<Amount>, short: u64, beyond_usual: u64) -> Stake {
    match cost {
        None => Stake::calls(beyond_usual),
        Some(cost) if beyond_usual >= short => Stake::known(beyond_usual, cost),
        Some(cost) => {
            Stake::estimated(beyond_usual, Some(Amount(cost.0 * i128::from(beyond_usual) / i128::from(short))))
        }
    }
}

/// What the vendor charged for all its short calls; `None` where the files do not say, or it is nothing.
fn cost_of_short_calls(picture: &Picture, vendor: &str) -> Option<Amount> {
    let is_short = |talk: &str| talk.rsplit("..").next().and_then(|most| most.parse().ok()).is_some_and(is_short_talk);
    let of_vendor = named_pairs(&picture.vendor_talk).filter(|(name, talk, _)| *name == vendor && is_short(talk));
    let cost = of_vendor.map(|(_, _, measures)| measures.cost.0).sum();
    (cost > 0).then_some(Amount(cost))
}

/// Whether calls of a step of talk time, given the most seconds of it, are all short and answered.
fn is_short_talk(most: u32) -> bool {
    (1..=SHORT_SECONDS).contains(&most)
}

/// The sums of all other vendors.
fn others(picture: &Picture, vendor: &str) -> Measures {
    let mut sums = Measures::default();
    let others =
        picture.vendors.rows.iter().filter(|row| row.key.first().is_some_and(|key| key.as_deref() != Some(vendor)));
    others.for_each(|row| sums.merge(&row.measures));
    sums
}

fn numbers(
    picture: &Picture,
    thresholds: &Thresholds,
    vendor: &str,
    compared: Option<ShareAgainstOthers>,
) -> Option<ShortCalls> {
    let own = &picture.vendors.row(vendor)?.measures;
    let others = others(picture, vendor);
    let short_by = |side: &str| {
        let row = picture.vendor_sides.find(&[Some(vendor), Some(side)]);
        row.map_or(0, |row| row.measures.short_calls)
    };
    let delay_millis = [own.answered_delay_millis(0.5), others.answered_delay_millis(0.5)];
    let is_soon = matches!(delay_millis, [Some(own), Some(others)] if own <= others * thresholds.delay_of_others);
    Some(ShortCalls {
        answered: own.answered,
        short: own.short_calls,
        others_percent: others.short_percent(),
        ended_by: ["caller", "callee", "server"].map(short_by),
        delay_millis,
        compared,
        is_false_answer: is_soon || compared.is_some_and(|compared| compared.is_above()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Scenario;

    fn with(short_of_ten: usize, delay: u32, answered_of_ten: usize) -> Vec<Finding> {
        Scenario::new()
            .ordinary(300, &["C1", "C2"], &["V1", "V2"])
            .calls(400, |at, call| {
                (call.vendor, call.delay) = ("V3".to_owned(), delay);
                call.at(0, at as i64 * 3);
                if at % 10 >= answered_of_ten {
                    call.fails(486);
                } else if at % 10 < short_of_ten {
                    call.talk = 3;
                }
            })
            .found(RuleId::ShortCalls)
    }

    #[test]
    fn answers_that_are_none() {
        for found in [with(3, 2000, 8), with(2, 600, 5)] {
            let [finding] = found.as_slice() else { panic!("{found:?}") };
            let FindingKind::ShortCalls(numbers) = &finding.kind else { panic!() };
            assert!(numbers.is_false_answer, "{numbers:?}");
            assert_eq!(numbers.ended_by[0], numbers.short);
            assert_eq!(finding.stake, Stake::known(numbers.short, Amount::of_units(0.01 * numbers.short as f64)));
        }
    }

    #[test]
    fn short_calls_of_a_vendor_that_is_as_the_others_may_be_one_way_audio() {
        let found = with(2, 2000, 5);
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        let FindingKind::ShortCalls(numbers) = &finding.kind else { panic!() };
        assert!(!numbers.is_false_answer);
    }

    #[test]
    fn usual_calls_are_not_told() {
        assert_eq!(with(0, 600, 5), []);
    }

    #[test]
    fn only_what_is_beyond_the_usual_is_at_stake() {
        let cost = Some(Amount(900));
        assert_eq!(stake(cost, 90, 90), Stake::known(90, Amount(900)));
        assert_eq!(stake(cost, 90, 60), Stake::estimated(60, Some(Amount(600))));
        assert_eq!(stake(None, 90, 60), Stake::calls(60));
    }
}
