//! The sample's stories are found, each by its finding, and without stories nothing serious is.

use super::super::picture::Picture;
use super::super::ranking::findings;
use super::scenario::{DAY, is_told_well, picture_of};
use crate::rules::{Finding, RuleId, Severity};
use crate::texts::FindingTexts;
use calls::EpochMillis;
use query::Dimension;
use sample::{Numbering, Sample, SampleSpec};
use words::Language;

fn picture(codes: Numbering, stories: bool, seed: u64) -> Picture {
    let mut sample = Sample::new(SampleSpec { codes, stories, seed, ..SampleSpec::default() });
    let mut file = Vec::new();
    while sample.write_chunk(&mut file, 10_000) {}
    picture_of(&file)
}

/// All findings, and what is said of them.
fn found(codes: Numbering, stories: bool, seed: u64) -> (Vec<Finding>, String) {
    let picture = picture(codes, stories, seed);
    let found = findings(&picture);
    found.iter().for_each(|finding| is_told_well(finding, &picture));
    let said = found.iter().map(|finding| {
        let words = Language::English.finding(finding, &picture.context);
        format!(
            "{:?} {:?} {:?}\n  {}\n  {}\n",
            finding.severity, finding.confidence, finding.stake, words.title, words.sentence
        )
    });
    let said = said.collect();
    (found, said)
}

fn of<'a>(found: &'a [Finding], rule: RuleId, by: Dimension, name: &str) -> Option<&'a Finding> {
    found.iter().find(|finding| finding.rule == rule && finding.subject(by) == Some(name))
}

const HOUR: i64 = 3_600_000;

fn is_near(at: Option<EpochMillis>, hours: f64) -> bool {
    at.is_some_and(|at| (at.0 - DAY - (hours * HOUR as f64) as i64).abs() <= HOUR / 2)
}

#[test]
fn every_story_is_found() {
    for codes in [Numbering::Live, Numbering::Guide] {
        let (found, said) = found(codes, true, 7);
        println!("{codes:?}\n{said}");
        let congested = of(&found, RuleId::VendorCongested, Dimension::TerminatingGateway, "RG_COBALT").expect(&said);
        assert!(is_near(congested.since, 14.0) && is_near(congested.until, 16.0), "{congested:?}");
        assert_eq!(congested.severity, Severity::Serious);

        let balance = of(&found, RuleId::AccountRefused, Dimension::Account, "C10012").expect(&said);
        assert!(is_near(balance.since, 23.67) && is_near(balance.until, 30.17), "{balance:?}");
        assert_eq!(balance.severity, Severity::Serious);

        for address in ["203.0.113.23", "203.0.113.77", "203.0.113.141"] {
            let scanner = of(&found, RuleId::Scanner, Dimension::CallerIp, address).expect(&said);
            assert_eq!(scanner.severity, Severity::Serious);
        }

        let ireland = of(&found, RuleId::PrefixRefused, Dimension::Account, "C10024").expect(&said);
        assert_eq!(ireland.subject(super::super::picture::PREFIX), Some("3532"), "{ireland:?}");
        assert_eq!(ireland.severity, Severity::Serious);
    }
}

#[test]
fn without_stories_nothing_is_serious() {
    for codes in [Numbering::Live, Numbering::Guide] {
        for seed in [7, 8, 9] {
            let (found, said) = found(codes, false, seed);
            println!("{codes:?}\n{said}");
            assert!(found.iter().all(|finding| finding.severity < Severity::Serious), "{said}");
        }
    }
}
