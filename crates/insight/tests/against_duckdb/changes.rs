//! Every way to split the change of a metric over groups.

use crate::in_duckdb::{Python, Written, key_part, read};
use crate::splits::{DIMENSIONS, METRICS, Periods, Statements, Within};
use calls::LocalZone;
use insight::compare::{Compare, Contribution, Split, Who};
use query::{Answer, Dimension, Filter, Metric, Query, Table, TableSpec, answer};
use serde_json::Value;
use session::Session;
use std::collections::BTreeMap;
use store::Shard;

/// Two days; and a day and a half before half a day, of which sums are compared by the hour.
pub(crate) const PERIODS: [[(i64, i64); 2]; 2] = [[(0, 24), (24, 48)], [(0, 36), (36, 48)]];

const ACCOUNT_PREFIX: [Dimension; 2] = [Dimension::Account, Dimension::Prefix { digits: 4 }];

/// Groups within which a change is split further: one of a gateway over others and over what became of its calls, one
/// of what became of calls over vendors.
const WITHIN: [(Dimension, &str, Dimension); 4] = [
    (Dimension::TerminatingGateway, "RG_COBALT", Dimension::Account),
    (Dimension::TerminatingGateway, "RG_COBALT", Dimension::EndReason),
    (Dimension::TerminatingGateway, "RG_COBALT", Dimension::HourOfDay),
    (Dimension::EndReason, "sip/503", Dimension::TerminatingGateway),
];

/// The tables of some calls.
pub(crate) fn tables(session: &Session, shard: &Shard, filter: &Filter, specs: &[TableSpec]) -> Vec<Table> {
    let asked = Query::Many(specs.iter().cloned().map(Query::Table).collect());
    let question = session.question(filter, &session.summary(), &LocalZone::default(), asked);
    let Answer::Many(answers) = answer(shard, &question).0 else { panic!("many questions, many answers") };
    let tables = answers.into_iter().map(|answer| match answer {
        Answer::Table(table) => table,
        _ => panic!("a table was asked for"),
    });
    let tables: Vec<Table> = tables.collect();
    assert!(tables.iter().all(|table| table.left_out.groups == 0));
    tables
}

#[test]
fn every_change_is_split_as_duckdb_splits_it() {
    let Some(python) = Python::with_duckdb() else { return };
    let file = Written::new();
    let (session, shard) = read(&file.bytes);
    let groupings = DIMENSIONS.iter().map(|of| vec![of.0]).chain([ACCOUNT_PREFIX.to_vec()]);
    let asked: Vec<(Vec<Dimension>, Within<'_>)> = groupings
        .map(|by| (by, None))
        .chain(WITHIN.map(|(first, key, second)| (vec![second], Some((first, key)))))
        .collect();
    let of_asked = |(by, within): &(Vec<Dimension>, Within<'_>)| {
        let by: Vec<Dimension> = within.map(|of| of.0).into_iter().chain(by.iter().copied()).collect();
        TableSpec::by(by)
    };
    let specs: Vec<TableSpec> = asked.iter().map(of_asked).collect();
    let mut statements = Statements::new(&file, &session);
    let mut found: Vec<(String, Option<Split>)> = Vec::new();
    for periods in PERIODS.map(Periods::of_hours) {
        let sides = periods.sides();
        let [before, after] = [&sides.before, &sides.after].map(|filter| tables(&session, &shard, filter, &specs));
        let basis = sides.basis(&before[0].total(), &after[0].total());
        let compare = Compare { before: &before, after: &after, basis };
        for (metric, ..) in METRICS {
            for (by, within) in &asked {
                found.push((
                    format!("{metric:?} by {by:?} within {within:?}, {basis:?}"),
                    match within {
                        None => compare.split(metric, by),
                        Some((first, key)) => compare.split_within(metric, *first, Some(key), by[0]),
                    },
                ));
                let split = statements.split(metric, by, &periods, *within);
                statements.push(split);
            }
        }
    }
    let expected = statements.ask(&python);
    for ((what, split), expected) in found.into_iter().zip(expected) {
        let split = split.unwrap_or_else(|| panic!("{what}: no split"));
        assert!(expected.len() > 1, "{what}: hardly any groups");
        check(&what, &split, &expected);
    }
}

#[test]
fn every_metric_that_can_be_split_is_among_them() {
    for metric in Metric::ALL {
        let is_compared = METRICS.iter().any(|of| of.0 == *metric);
        assert_eq!(is_compared, !metric.needs_delays(), "{metric:?}");
    }
}

fn check(what: &str, split: &Split, expected: &[Vec<Value>]) {
    let key = |value: &Value| value.as_array().unwrap().iter().map(key_part).collect::<Vec<_>>();
    let expected: BTreeMap<_, _> = expected.iter().map(|row| (key(&row[0]), &row[1..])).collect();
    let keys = |of: &Contribution| match &of.who {
        Who::Group(key) => key.clone(),
        Who::LeftOut => panic!("{what}: groups are left out"),
    };
    let found: BTreeMap<_, _> = split.contributions.iter().map(|of| (keys(of), of)).collect();
    assert_eq!(found.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>(), "{what}");
    let scale = split.from.abs() + split.to.abs() + split.change.abs();
    for (key, of) in found {
        let effects = of.effects.map(|effects| (effects.rate, effects.mix));
        let found = [effects.map(|of| of.0), effects.map(|of| of.1), Some(of.change), Some(of.weight)];
        for (at, (found, expected)) in found.iter().zip(expected[&key]).enumerate() {
            // A weight is a part of one, all else is in the metric's unit.
            let tolerance = if at == 3 { 1e-9 } else { 1e-9 * scale };
            let is_same = match (found, expected.as_f64()) {
                (Some(found), Some(expected)) => (found - expected).abs() <= tolerance,
                (found, expected) => *found == expected,
            };
            assert!(is_same, "{what}, {key:?}: value {at} is {found:?}, {expected} to DuckDB");
        }
    }
}
