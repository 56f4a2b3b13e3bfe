//! The filter of a finding shows its calls.

use super::super::context::Context;
use super::super::picture::Picture;
use super::super::ranking::findings;
use super::scenario::read;
use crate::rules::{Finding, RuleId};
use calls::LocalZone;
use query::{Answer, Filter, Query, TableSpec, answer};
use sample::{Numbering, Sample, SampleSpec};

/// Rules whose stake is what would have been, not calls that there are; and those whose filter shows all of a vendor's
/// calls for a part of them.
const ESTIMATED: [RuleId; 5] =
    [RuleId::VendorFell, RuleId::VendorBelowOthers, RuleId::SlowSetUp, RuleId::ShortCalls, RuleId::GatewayDown];

#[test]
fn as_many_calls_as_are_at_stake() {
    for codes in [Numbering::Live, Numbering::Guide] {
        let mut sample = Sample::new(SampleSpec { codes, ..SampleSpec::default() });
        let mut file = Vec::new();
        while sample.write_chunk(&mut file, 10_000) {}
        let (session, shard) = read(&file);
        let (whole, zone) = (session.summary(), LocalZone::default());
        let ask = |filter: &Filter, query: Query| answer(&shard, &session.question(filter, &whole, &zone, query)).0;
        let context = Context::of(&whole, &zone);
        let Answer::Many(answers) = ask(&Filter::default(), Query::Many(Picture::queries(&context))) else { panic!() };
        let found = findings(&Picture::of(answers, context));
        let shown = |finding: &Finding| match ask(&finding.filter, Query::Table(TableSpec::default())) {
            Answer::Table(table) => table.total().calls,
            _ => panic!(),
        };
        for finding in found.iter().filter(|finding| finding.filter.is_active()) {
            let (calls, stake) = (shown(finding), finding.stake.calls);
            if ESTIMATED.contains(&finding.rule) {
                assert!(calls >= stake, "{finding:?}: {calls}");
            } else {
                assert_eq!(calls, stake, "{finding:?}");
            }
        }
    }
}
