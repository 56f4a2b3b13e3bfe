//! What explains a change, down two levels.

use crate::changes::{PERIODS, tables};
use crate::in_duckdb::{Python, Written, read, sql};
use crate::splits::{DIMENSIONS, Periods, Statements, Within, is_outcome};
use insight::compare::{ChangeExplanation, Compare};
use query::{Dimension, Metric, TableSpec};
use serde_json::Value;

const METRICS: [Metric; 6] =
    [Metric::Asr, Metric::Calls, Metric::Acd, Metric::Margin, Metric::MarginShare, Metric::ShortShare];

/// Besides, the two hours of a vendor's congestion and the same of the next day.
const CONGESTED: [(i64, i64); 2] = [(38, 40), (14, 16)];

/// A dimension explains something from this score on.
const LEAST_SCORE: f64 = 0.2;

/// How well a dimension explains a change: its row of `explained.sql`.
#[derive(Debug)]
struct Explained {
    by: Dimension,
    groups: u64,
    score: f64,
    key: String,
    share: f64,
    change: f64,
}

#[test]
fn what_explains_a_change_is_what_duckdb_finds() {
    let Some(python) = Python::with_duckdb() else { return };
    let file = Written::new();
    let (session, shard) = read(&file.bytes);
    let known = |by: Dimension| DIMENSIONS.iter().any(|of| of.0 == by);
    let within =
        |first: Dimension| Compare::table_specs_within(first).into_iter().filter(move |spec| known(spec.by[1]));
    let mut stories: Vec<(Metric, Periods, ChangeExplanation)> = Vec::new();
    for periods in PERIODS.into_iter().chain([CONGESTED]).map(Periods::of_hours) {
        let sides = periods.sides();
        let specs: Vec<TableSpec> = Compare::table_specs().into_iter().filter(|spec| known(spec.by[0])).collect();
        let both =
            |specs: &[TableSpec]| [&sides.before, &sides.after].map(|filter| tables(&session, &shard, filter, specs));
        let mut all = both(&specs);
        let basis = sides.basis(&all[0][0].total(), &all[1][0].total());
        for metric in METRICS {
            let first = Compare { before: &all[0], after: &all[1], basis }.explain(metric).unwrap().first;
            if let Some(first) = first {
                let within: Vec<TableSpec> = within(first.dimension).collect();
                if !all[0].iter().any(|table| table.by == within[0].by) {
                    all.iter_mut().zip(both(&within)).for_each(|(all, within)| all.extend(within));
                }
            }
            stories.push((
                metric,
                periods,
                Compare { before: &all[0], after: &all[1], basis }.explain(metric).unwrap(),
            ));
        }
    }
    let mut statements = Statements::new(&file, &session);
    for (metric, periods, _) in &stories {
        explained(&mut statements, *metric, periods, None);
    }
    let ranked: Vec<Vec<Explained>> = statements.ask(&python).iter().map(|rows| read_rows(rows)).collect();
    let mut statements = Statements::new(&file, &session);
    let mut seconds = Vec::new();
    for ((metric, periods, explanation), ranked) in stories.iter().zip(&ranked) {
        let Some(first) = first(explanation, ranked) else { continue };
        assert!(!is_outcome(first.by), "{metric:?}: outcomes are weighed in another way, and none is first here");
        explained(&mut statements, *metric, periods, Some(first));
        seconds.push((metric, explanation, first));
    }
    assert!(seconds.len() > 6, "hardly anything is explained");
    let expected: Vec<Vec<Explained>> = statements.ask(&python).iter().map(|rows| read_rows(rows)).collect();
    let mut has_second = 0;
    for ((metric, explanation, first), expected) in seconds.into_iter().zip(expected) {
        let expected = expected.iter().find(|of| of.score >= LEAST_SCORE);
        let found = explanation.second.as_ref();
        assert_eq!(
            found.map(|of| (of.dimension, of.key.as_deref())),
            expected.map(|of| (of.by, Some(of.key.as_str()))),
            "{metric:?}"
        );
        if let Some((found, expected)) = found.zip(expected) {
            has_second += 1;
            assert_near(found.share_percent, first.share * expected.share * 100.0, "the share of the second");
        }
    }
    assert!(has_second > 3, "hardly any second level");
}

/// The first level is as DuckDB has it: every dimension, and the cause.
fn first<'a>(explanation: &ChangeExplanation, expected: &'a [Explained]) -> Option<&'a Explained> {
    let metric = explanation.metric;
    let told: Vec<_> = explanation.ranked.iter().filter(|of| of.score > 0.0).collect();
    assert_eq!(told.len(), expected.len(), "{metric:?}");
    for (found, expected) in told.iter().zip(expected) {
        assert_eq!((found.dimension, found.groups as u64), (expected.by, expected.groups), "{metric:?}");
        assert_near(found.score, expected.score, "a score");
    }
    let told = || expected.iter().filter(|of| of.score >= LEAST_SCORE && of.by != Dimension::HourOfDay);
    let first = told().find(|of| !is_outcome(of.by)).or_else(|| told().next());
    let found = explanation.first.as_ref();
    assert_eq!(
        found.map(|of| (of.dimension, of.key.as_deref())),
        first.map(|of| (of.by, Some(of.key.as_str()))),
        "{metric:?}"
    );
    if let Some((found, first)) = found.zip(first) {
        assert_near(found.share_percent, first.share * 100.0, "the share of the first");
        assert_near(found.contribution.change, first.change, "what the first contributes");
    }
    first
}

fn assert_near(found: f64, expected: f64, what: &str) {
    assert!((found - expected).abs() <= 1e-8 * (1.0 + expected.abs()), "{what} is {found}, {expected} to DuckDB");
}

/// Of the dimensions that `Compare` looks at, how well each explains a change; within the first group, by shares of
/// what that contributes.
fn explained(statements: &mut Statements<'_>, metric: Metric, periods: &Periods, first: Option<&Explained>) {
    let within: Within<'_> = first.map(|first| (first.by, first.key.as_str()));
    let is_wanted = |by: Dimension| match first {
        None => true,
        Some(first) => by != first.by && by != Dimension::HourOfDay,
    };
    let dimensions =
        Compare::DIMENSIONS.into_iter().filter(|&by| DIMENSIONS.iter().any(|of| of.0 == by) && is_wanted(by));
    let contributions = dimensions.map(|by| {
        let split = statements.split(metric, &[by], periods, within);
        let (place, is_outcome) = (place(by), is_outcome(by));
        format!("SELECT {place} AS place, {is_outcome} AS is_outcome, key[-1] AS key, change, weight FROM ({split})")
    });
    let contributions = contributions.collect::<Vec<_>>().join(" UNION ALL ");
    let explained = sql("explained.sql")
        .replace("{contributions}", &contributions)
        .replace("{change}", &first.map_or("NULL".to_owned(), |first| format!("{:e}", first.change)))
        .replace("{most_groups}", if first.is_none() { "3" } else { "1" });
    statements.push(explained);
}

/// Where a dimension stands among all.
fn place(by: Dimension) -> usize {
    Compare::DIMENSIONS.iter().position(|&of| of == by).unwrap()
}

fn read_rows(rows: &[Vec<Value>]) -> Vec<Explained> {
    let read = |row: &Vec<Value>| Explained {
        by: Compare::DIMENSIONS[row[0].as_u64().unwrap() as usize],
        groups: row[1].as_u64().unwrap(),
        score: row[2].as_f64().unwrap(),
        key: row[3].as_str().unwrap().to_owned(),
        share: row[4].as_f64().unwrap(),
        change: row[5].as_f64().unwrap(),
    };
    rows.iter().map(read).collect()
}
