//! What the pages that compare and that play alarms say of the sample before a person chooses anything.

use super::super::alarms::{AlarmSetups, Crossing, evaluate, queries, series, suggest};
use super::super::compare::{Compare, ComparedFilters, Pairing, Significance, side_by_side};
use super::scenario::read;
use crate::texts::{AlarmTexts, ChangeTexts};
use calls::LocalZone;
use query::{Answer, Dimension, Filter, Metric, Query, Summary, Table, TableSpec, answer};
use sample::{Numbering, Sample, SampleSpec};
use session::Session;
use store::Shard;
use words::Language;

fn sample() -> (Session, Shard, Summary) {
    let mut sample = Sample::new(SampleSpec { codes: Numbering::Live, ..SampleSpec::default() });
    let mut file = Vec::new();
    while sample.write_chunk(&mut file, 10_000) {}
    let (session, shard) = read(&file);
    let whole = session.summary();
    (session, shard, whole)
}

fn answers((session, shard, whole): &(Session, Shard, Summary), filter: &Filter, queries: Vec<Query>) -> Vec<Answer> {
    let question = session.question(filter, whole, &LocalZone::default(), Query::Many(queries));
    let Answer::Many(answers) = answer(shard, &question).0 else { panic!("many questions, many answers") };
    answers
}

#[test]
fn two_days_are_compared_down_to_the_second_level() {
    let sample = sample();
    let files = sample.2.period().unwrap();
    let (filter, zone) = (Filter::default(), LocalZone::default());
    let pairing = Pairing::usual(&filter, files, &zone);
    let periods = pairing.periods(&filter, files, &zone).unwrap();
    let sides = ComparedFilters::of_periods(&filter, periods);
    let tables = |specs: Vec<TableSpec>| {
        [&sides.before, &sides.after].map(|filter| {
            let answers = answers(&sample, filter, specs.iter().cloned().map(Query::Table).collect());
            let tables = answers.into_iter().map(|answer| match answer {
                Answer::Table(table) => table,
                _ => panic!("a table was asked for"),
            });
            tables.collect::<Vec<Table>>()
        })
    };
    let mut all = tables(Compare::table_specs());
    let totals = all.each_ref().map(|tables| tables[0].total());
    let basis = sides.basis(&totals[0], &totals[1]);
    let changes = side_by_side(&totals[0], &totals[1], basis);
    assert!(changes.iter().any(|change| change.significance != Significance::NotTold), "{changes:?}");
    let compare = Compare { before: &all[0], after: &all[1], basis };
    let first = compare.explain(Metric::Asr).unwrap();
    let by = first.first.as_ref().map_or(first.ranked[0].dimension, |first| first.dimension);
    let within = tables(Compare::table_specs_within(by));
    all.iter_mut().zip(within).for_each(|(all, within)| all.extend(within));
    let compare = Compare { before: &all[0], after: &all[1], basis };
    for metric in [Metric::Asr, Metric::Calls, Metric::Acd, Metric::Margin] {
        let explanation = compare.explain(metric).unwrap();
        let said = Language::English.explanation(&explanation, |_, key| key.unwrap_or("?").to_owned());
        let split = compare.split(metric, &[by]).unwrap();
        let sum: f64 = split.contributions.iter().map(|of| of.change).sum();
        assert!((sum - split.change).abs() < 1e-6 * (1.0 + split.change.abs()), "{said}");
    }
    assert_eq!(pairing, Pairing::Days);
}

#[test]
fn alarms_that_are_there_go_on_in_the_sample() {
    let sample = sample();
    let (first, last) = sample.2.period().unwrap();
    let (minutes, zone) = (((last.0 - first.0) / 60_000) as u64, LocalZone::default());
    let setups = AlarmSetups::usual(|metric, crossing, of| Language::English.alarm_name(metric, crossing, of));
    let (queries, places) = queries(&setups.alarms, minutes);
    let answers = answers(&sample, &Filter::default(), queries);
    let played = |at: usize| {
        let series = series(&setups.alarms[at], &answers[places[at]], &zone, minutes);
        let events = evaluate(&setups.alarms[at], &series);
        (series, events)
    };
    let cobalt = Some((Dimension::TerminatingGateway, Some("RG_COBALT".to_owned())));
    let (routes, rang) = played(0);
    assert_eq!(
        rang.iter().map(|event| event.about.clone()).collect::<Vec<_>>(),
        [cobalt],
        "its congestion, and no other"
    );
    assert!(routes.iter().all(|series| series.name.as_deref().is_some_and(|name| !name.is_empty())));
    let suggested = suggest(&setups.alarms[0], &routes, Crossing::Below);
    assert!(suggested.iter().all(|suggestion| suggestion.times_on > 0), "{suggested:?}");
    assert_eq!(played(1).1, [], "no call duration is far from usual");
    let (customers, surges) = played(2);
    assert_eq!(surges, [], "the sample is small");
    let suggested = suggest(&setups.alarms[2], &customers, Crossing::Above);
    assert!(suggested.iter().any(|suggestion| suggestion.times_on > 0), "{suggested:?}");
}
