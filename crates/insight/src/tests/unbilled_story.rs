//! The sample's answered calls that are booked on nobody: told exactly as its rows have them.

use super::super::ranking::findings;
use super::scenario::picture_of;
use crate::rules::FindingKind;
use crate::rules::{RuleId, Severity};
use query::Dimension;
use sample::{Format, Numbering, Sample, SampleSpec};

fn sample(spec: SampleSpec) -> Vec<u8> {
    let (mut sample, mut file) = (Sample::new(spec), Vec::new());
    while sample.write_chunk(&mut file, 10_000) {}
    file
}

/// Calls, talk time and cost, in ten-thousandths, of answered rows with billing mode -1; and all answered rows of the
/// account.
fn rows_of_nobody(file: &[u8]) -> (u64, u64, u64, u64) {
    let mut reader = csv::Reader::from_reader(file);
    let header = reader.headers().unwrap().clone();
    let column = |name: &str| header.iter().position(|column| column == name).unwrap();
    let [mode, talk, cost, account] = ["billingmode", "holdtime", "agentfee", "customeraccount"].map(column);
    let (mut calls, mut seconds, mut costs, mut answered) = (0, 0, 0, 0);
    for row in reader.records().map(Result::unwrap) {
        let talked: u64 = row[talk].parse().unwrap();
        answered += u64::from(talked > 0 && &row[account] == "C10015");
        if talked > 0 && &row[mode] == "-1" {
            calls += 1;
            seconds += talked;
            costs += (row[cost].parse::<f64>().unwrap() * 10_000.0).round() as u64;
        }
    }
    (calls, seconds, costs, answered)
}

/// What accounts and rates, files and records come to; the other rules have tests of their own.
fn is_of_records(rule: RuleId) -> bool {
    rule >= RuleId::AnsweredUnbilled
}

#[test]
fn calls_booked_on_nobody_are_told_with_their_cost() {
    for codes in [Numbering::Live, Numbering::Guide] {
        let file = sample(SampleSpec { codes, calls: 20_000, ..SampleSpec::default() });
        let (calls, seconds, cost, answered) = rows_of_nobody(&file);
        let picture = picture_of(&file);
        let found: Vec<_> = findings(&picture).into_iter().filter(|finding| is_of_records(finding.rule)).collect();
        let [finding] = found.as_slice() else { panic!("{found:#?}") };
        let FindingKind::AnsweredUnbilled(numbers) = &finding.kind else { panic!("{finding:?}") };
        assert_eq!(finding.subject(Dimension::Account), Some("C10015"));
        assert_eq!(
            (numbers.sums.calls, numbers.sums.unbooked, numbers.sums.talk_seconds, numbers.answered),
            (calls, calls, seconds, answered)
        );
        assert_eq!(numbers.sums.cost.unwrap().0, i128::from(cost) * 10_000);
        // The vendors take less than the customer is charged.
        let (lost, cost) = (numbers.sums.lost.unwrap().units(), numbers.sums.cost.unwrap().units());
        assert!(finding.stake.is_estimate && cost < lost && lost < cost * 2.0, "{lost} {cost}");
        assert_eq!(finding.severity, Severity::Warning);
    }
}

#[test]
fn the_billing_mode_alone_tells_it_too() {
    let file = sample(SampleSpec { format: Format::SoftswitchText, calls: 20_000, ..SampleSpec::default() });
    let found = findings(&picture_of(&file)).into_iter().find(|finding| finding.rule == RuleId::AnsweredUnbilled);
    let finding = found.unwrap();
    assert!(finding.stake.calls >= 3 && finding.stake.money.is_none(), "{finding:?}");
}

#[test]
fn without_stories_money_and_records_are_as_they_should_be() {
    for seed in [7, 8] {
        let file = sample(SampleSpec { calls: 20_000, stories: false, seed, ..SampleSpec::default() });
        let found: Vec<_> =
            findings(&picture_of(&file)).into_iter().filter(|finding| is_of_records(finding.rule)).collect();
        assert_eq!(found, []);
    }
}
