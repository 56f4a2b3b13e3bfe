use super::*;
use crate::{Amount, LeftOut};

const HOUR: i64 = 3_600_000;

fn measures(calls: u64, answered: u64) -> Measures {
    Measures { calls, answered, ..Measures::default() }
}

fn table(rows: &[(i64, Option<&str>, u64, u64)]) -> Table {
    let rows = rows.iter().map(|&(hour, key, calls, answered)| TableRow {
        key: vec![Some((hour * HOUR).to_string()), key.map(str::to_owned)],
        measures: measures(calls, answered),
    });
    Table {
        by: vec![Dimension::Step { minutes: 60 }, Dimension::TerminatingGateway],
        rows: rows.collect(),
        left_out: LeftOut::default(),
    }
}

fn all(rows: &[(i64, u64, u64)]) -> Table {
    let rows = rows.iter().map(|&(hour, calls, answered)| TableRow {
        key: vec![Some((hour * HOUR).to_string())],
        measures: measures(calls, answered),
    });
    Table { by: vec![Dimension::Step { minutes: 60 }], rows: rows.collect(), left_out: LeftOut::default() }
}

#[test]
fn an_hour_without_calls_has_none_and_no_ratio() {
    // Keys are in the order of texts: the tenth hour comes before the ninth.
    let over_time = OverTime::of_all(&all(&[(10, 4, 1), (12, 2, 2), (9, 1, 0)]), &LocalZone::default());
    let begins: Vec<i64> = over_time.steps.iter().map(|step| step.from.0 / HOUR).collect();
    assert_eq!(begins, [9, 10, 11, 12]);
    assert_eq!(over_time.values(0, Metric::Calls), [Some(1.0), Some(4.0), Some(0.0), Some(2.0)]);
    assert_eq!(over_time.values(0, Metric::Asr), [Some(0.0), Some(25.0), None, Some(100.0)]);
    assert_eq!(over_time.values(0, Metric::Fee), [None; 4], "what files do not say is not 0");
    assert_eq!(over_time.values(1, Metric::Calls), [None; 4]);
    assert_eq!(over_time.span(3, 1), Some(Period::new(10 * HOUR, 13 * HOUR)));
    assert_eq!(over_time.span(1, 4), None);
}

#[test]
fn money_of_a_step_without_calls_is_nothing_where_files_say_it() {
    let mut table = all(&[(1, 1, 1), (3, 1, 1)]);
    (table.rows[0].measures.fee, table.rows[0].measures.fee_known) = (Amount(200_000_000), 1);
    let over_time = OverTime::of_all(&table, &LocalZone::default());
    assert_eq!(over_time.values(0, Metric::Fee), [Some(2.0), Some(0.0), None]);
}

#[test]
fn the_largest_groups_and_all_others() {
    let rows =
        [(0, Some("a"), 5, 5), (0, Some("b"), 1, 0), (0, None, 2, 1), (1, Some("c"), 3, 0), (1, Some("a"), 1, 0)];
    let all = all(&[(0, 8, 6), (1, 4, 0)]);
    let over_time = OverTime::of_groups(&table(&rows), &all, &LocalZone::default(), 2);
    let groups: Vec<_> = over_time.groups().cloned().collect();
    assert_eq!(groups, [TimeGroup::Of(Some("a".into())), TimeGroup::Of(Some("c".into())), TimeGroup::Others]);
    assert_eq!(over_time.values(0, Metric::Asr), [Some(100.0), Some(0.0)]);
    assert_eq!(over_time.values(1, Metric::Calls), [Some(0.0), Some(3.0)]);
    assert_eq!(over_time.values(2, Metric::Asr), [Some(100.0 / 3.0), None]);
    let few = OverTime::of_groups(&table(&rows), &all, &LocalZone::default(), 8);
    assert_eq!(few.groups().count(), 4, "there are no others");
}

#[test]
fn what_a_table_lacks_is_left_over() {
    let all = all(&[(0, 8, 6), (1, 4, 0)]);
    let over_time =
        OverTime::of_groups(&table(&[(0, Some("a"), 5, 5), (1, Some("a"), 1, 0)]), &all, &LocalZone::default(), 8);
    assert_eq!(over_time.groups().last(), Some(&TimeGroup::Others));
    assert_eq!(over_time.values(1, Metric::Calls), [Some(3.0), Some(3.0)]);
    assert_eq!(over_time.values(1, Metric::Asr), [None; 2]);
}

#[test]
fn days_have_no_gaps_where_clocks_are_set() {
    // An hour ahead from the second day on.
    let zone = LocalZone { name: String::new(), offsets: vec![(i64::MIN, 0), (30 * HOUR, 3600)] };
    let day = |begin: i64, calls| TableRow { key: vec![Some(begin.to_string())], measures: measures(calls, 0) };
    let rows = vec![day(0, 1), day(71 * HOUR, 2)];
    let table = Table { by: vec![Dimension::Step { minutes: 1440 }], rows, left_out: LeftOut::default() };
    let over_time = OverTime::of_all(&table, &zone);
    assert_eq!(over_time.values(0, Metric::Calls), [Some(1.0), Some(0.0), Some(0.0), Some(2.0)]);
    assert_eq!(over_time.steps[1], Period::new(24 * HOUR, 47 * HOUR));
}

#[test]
fn a_load_has_its_place_among_the_steps() {
    let over_time = OverTime::of_all(&all(&[(0, 1, 0), (2, 1, 0)]), &LocalZone::default());
    let step = |hour: i64, peak| LoadStep {
        begin: calls::EpochMillis(hour * HOUR),
        end: calls::EpochMillis((hour + 1) * HOUR),
        peak,
        average: 0.0,
        calls: 0,
        peak_starts: 0,
    };
    let values = over_time.of_load(&[step(0, 3), step(2, 1)], |step| step.peak as f64);
    assert_eq!(values, [Some(3.0), None, Some(1.0)]);
}

#[test]
fn an_empty_table_has_no_steps() {
    let over_time = OverTime::of_groups(&Table::default(), &Table::default(), &LocalZone::default(), 8);
    assert!(over_time.steps.is_empty() && over_time.groups().count() == 0);
}
