//! Tables of more groups than there is room for.

use super::table_of;
use crate::grouping::{BlockSource, Grouping, UnpackedColumns};
use crate::interpretation::Reasons;
use crate::question::fixtures::{CallFixture, answer_of, question, shard, shards};
use crate::table::{CallFacts, CallTimes, LeftOut, Table, TableCount, TableSpec};
use crate::{Answer, Dimension, Query, Question};
use calls::LocalZone;
use store::Shard;

#[test]
fn beyond_the_bound_the_rest_is_counted_together() {
    let caller = |name: usize| CallFixture { caller: name.to_string(), ..CallFixture::default() };
    // 1 has one call, 2 two, …
    let calls: Vec<CallFixture> = (1..=12).flat_map(|name| vec![caller(name); name]).collect();
    let bounded = TableSpec { most_rows: 5, ..TableSpec::by([Dimension::Caller]) };
    let whole = table_of(&calls, TableSpec::by([Dimension::Caller]));
    assert_eq!((whole.rows.len(), &whole.left_out), (12, &LeftOut::default()));
    let one = table_of(&calls, bounded.clone());
    assert_eq!((one.rows.len(), one.left_out.groups, one.left_out.lacking_calls), (5, 7, 7));
    assert_eq!(one.left_out.measures.calls, 28);
    let Answer::Table(of_three) = answer_of(&shards(&calls, 3, 7), &question(Query::Table(bounded))) else { panic!() };
    assert_eq!(of_three.total(), whole.total());
    for row in &of_three.rows {
        let exact = &whole.find(&[row.key[0].as_deref()]).unwrap().measures;
        assert!(row.measures.calls <= exact.calls);
        assert!(row.measures.calls + of_three.left_out.lacking_calls >= exact.calls);
    }
}

/// Counts with a bound of groups so small that a shard has to forget.
#[test]
fn a_shard_that_has_too_many_groups_says_how_much_rows_may_lack() {
    let mut draw = fastrand::Rng::with_seed(5);
    let calls: Vec<CallFixture> = (0..60_000)
        // A few callers have many calls, many have one.
        .map(|_| if draw.bool() { draw.usize(..20) } else { draw.usize(100..60_000) })
        .map(|caller| CallFixture { caller: caller.to_string(), ..CallFixture::default() })
        .collect();
    let exact = table_of(&calls, TableSpec { most_rows: usize::MAX, ..TableSpec::by([Dimension::Caller]) });
    let (shard, question) = (shard(&calls), question(Query::Sums));
    let bounded = counted(&shard, &question, 1000);
    assert!(bounded.rows.len() <= 1000 && bounded.left_out.lacking_calls > 0);
    assert_eq!(bounded.total(), exact.total());
    for row in bounded.by_calls().into_iter().take(20) {
        let all = exact.find(&[row.key[0].as_deref()]).unwrap().measures.calls;
        assert!(row.measures.calls <= all && row.measures.calls + bounded.left_out.lacking_calls >= all);
    }
    let names = |table: &Table| -> std::collections::BTreeSet<_> {
        table.by_calls().into_iter().take(20).map(|row| row.key.clone()).collect()
    };
    assert_eq!(names(&bounded), names(&exact));
}

fn counted(shard: &Shard, question: &Question, most_groups: usize) -> Table {
    let spec = TableSpec::by([Dimension::Caller]);
    let mut facts = CallFacts::new();
    let mut table = TableCount::new(spec, vec![0]).with_most_groups(most_groups);
    let mut groupings = [Grouping::new(Dimension::Caller, &LocalZone::default(), &question.dial_plan)];
    let mut reasons = Reasons::new(&question.interpretations, &question.personal, &question.sides);
    let (mut columns, mut held) = (UnpackedColumns::default(), crate::load::HeldTimes::default());
    for (_, block) in shard.blocks() {
        columns.clear();
        reasons.extend(0, &shard.dictionaries);
        let source = BlockSource { block, dictionaries: &shard.dictionaries, reasons: reasons.facts(0), file: 0 };
        groupings[0].find(source, &mut columns);
        facts.find(source, &mut columns, &block.calls(), true);
        held.find(block, &mut columns);
        let times = CallTimes { start: columns.column(store::Column::Start), held: &held.seconds };
        table.add(times, &facts, &groupings, &block.calls());
    }
    table.table(&groupings, &shard.dictionaries, &reasons)
}
