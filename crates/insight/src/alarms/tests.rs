mod setups;
mod thresholds;

use super::*;
use calls::{Call, EpochMillis, LocalZone, ReasonsOf};
use knowledge::{Numbering, PersonalDictionary};
use proptest::prelude::*;
use query::{Answer, DialPlan, Dimension, Interpretation, Measures, Query, Question, Scope, Table, TableRow, answer};
use store::{BlockKey, Shard};

const MINUTE: i64 = 60_000;

fn asr(window_minutes: u32, least_calls: u64) -> AlarmSetup {
    AlarmSetup {
        id: "1".to_owned(),
        name: "Routes".to_owned(),
        metric: AlarmMetric::Asr,
        scope: AlarmScope::Each(Dimension::TerminatingGateway),
        below: Some(Threshold { on: 30.0, off: 40.0 }),
        above: None,
        window_minutes,
        least_calls,
    }
}

/// Steps of a quarter of an hour, each of so many calls and answered calls, of one vendor.
fn steps(of: &[(u64, u64)]) -> Answer {
    let rows = of.iter().enumerate().filter(|(_, (calls, _))| *calls > 0).map(|(at, &(calls, answered))| TableRow {
        key: vec![Some((at as i64 * 15 * MINUTE).to_string()), Some("V1".to_owned())],
        measures: Measures { calls, answered, ..Measures::default() },
    });
    let by = vec![Dimension::Step { minutes: 15 }, Dimension::TerminatingGateway];
    Answer::Table(Table { by, rows: rows.collect(), ..Table::default() })
}

fn events(setup: &AlarmSetup, answer: &Answer) -> Vec<AlarmEvent> {
    evaluate(setup, &series(setup, answer, &LocalZone::default(), 1440))
}

/// The end of a quarter of an hour, from 0.
fn end(step: i64) -> EpochMillis {
    EpochMillis((step + 1) * 15 * MINUTE)
}

#[test]
fn on_and_off_as_the_window_slides() {
    let mut quarters = vec![(10, 5); 20];
    quarters[8..12].fill((10, 0));
    // The windows that end with the quarters 7 to 15: 50, 37.5, 25, 12.5, 0, 12.5, 25, 37.5 and 50 %.
    let expected = AlarmEvent {
        alarm: "1".to_owned(),
        about: Some((Dimension::TerminatingGateway, Some("V1".to_owned()))),
        crossing: Crossing::Below,
        on_at: end(9),
        off_at: Some(end(15)),
        worst: 0.0,
        worst_at: end(11),
        calls: 40 + 6 * 10,
    };
    assert_eq!(events(&asr(60, 20), &steps(&quarters)), [expected]);
}

#[test]
fn too_few_calls_leave_it_as_it_is() {
    // On, then two hours in the night with a call or none, then well again.
    let mut quarters = vec![(10, 0); 4];
    quarters.extend([(1, 1), (0, 0), (0, 0), (0, 0), (0, 0), (1, 1), (0, 0), (0, 0)]);
    quarters.extend([(10, 9); 4]);
    let all = events(&asr(60, 20), &steps(&quarters));
    assert_eq!(all.len(), 1);
    assert_eq!((all[0].on_at, all[0].off_at), (end(3), Some(end(13))), "20 calls again, 18 answered");
    assert_eq!(events(&asr(60, 1000), &steps(&quarters)), []);
    assert_eq!(events(&asr(60, 0), &steps(&[])), [], "no calls at all");
}

#[test]
fn always_below() {
    let all = events(&asr(60, 1), &steps(&[(10, 1); 12]));
    assert_eq!(all.len(), 1);
    assert_eq!((all[0].on_at, all[0].off_at, all[0].worst, all[0].calls), (end(3), None, 10.0, 120));
    assert_eq!(all[0].millis(end(11)), 8 * 15 * MINUTE);
}

#[test]
fn the_way_back_keeps_it_from_flapping() {
    let flapping: Vec<(u64, u64)> = (0..20).map(|at| (100, if at % 2 == 0 { 29 } else { 31 })).collect();
    let mut setup = asr(15, 1);
    assert_eq!(events(&setup, &steps(&flapping)).len(), 1, "31 % is below 40 %");
    setup.below = Some(Threshold { on: 30.0, off: 30.0 });
    assert_eq!(events(&setup, &steps(&flapping)).len(), 10);
}

#[test]
fn a_period_shorter_than_the_window_is_one() {
    let all = events(&asr(240, 1), &steps(&[(10, 1); 4]));
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].calls, 40);
}

#[test]
fn steps_are_whole_parts_of_the_window() {
    let minutes = |window, period| asr(window, 1).step_minutes(period);
    assert_eq!((minutes(60, 1440), minutes(10, 1440), minutes(7, 1440), minutes(9, 1440)), (15, 5, 7, 3));
    assert_eq!(minutes(60, 30 * 1440), 15);
    assert_eq!(minutes(60, 365 * 1440), 60, "a year has too many quarters of an hour");
}

/// The answer to an alarm's question about calls: start and talk time in seconds, and the vendor.
fn answered(setup: &AlarmSetup, calls: &[(i64, u32, &str)]) -> Answer {
    let mut shard = Shard::default();
    for (place, (start, talk, vendor)) in calls.iter().enumerate() {
        let call = Call {
            offset: place as u64,
            start: EpochMillis(start * 1000),
            talk_seconds: *talk,
            terminating_gateway: Some((*vendor).into()),
            ..Call::default()
        };
        shard.push(&call);
    }
    shard.seal(BlockKey { file: 0, part: 0 }, |_, _| {});
    let question = Question {
        scopes: vec![Scope { file: 0, part: None, id: 0, interpretation: 0 }],
        conditions: Vec::new(),
        rules: None,
        interpretations: vec![Interpretation { numbering: Numbering::Live, reasons_of: ReasonsOf::Vos3000 }],
        personal: PersonalDictionary::default(),
        sides: Vec::new(),
        dial_plan: DialPlan::default(),
        zone: LocalZone::default(),
        slot: 0,
        query: setup.query(1440),
    };
    answer(&shard, &question).0
}

#[test]
fn calls_in_progress_of_one_vendor() {
    let mut setup = asr(15, 0);
    setup.metric = AlarmMetric::Concurrency;
    setup.scope = AlarmScope::One(Dimension::TerminatingGateway, "V1".to_owned());
    (setup.below, setup.above) = (None, Some(Threshold { on: 2.0, off: 1.0 }));
    // Three at once from 30:00 on, for two minutes; the window of a quarter of an hour has three steps of five.
    let mut calls: Vec<(i64, u32, &str)> = (0..12).map(|at| (at * 300, 60, "V1")).collect();
    calls.extend([(1800, 120, "V1"), (1801, 120, "V1"), (60, 9, "V2"), (60, 9, "V2"), (60, 9, "V2")]);
    let answer = answered(&setup, &calls);
    assert!(matches!(answer, Answer::Load(_)));
    let all = events(&setup, &answer);
    let at = |minutes: i64| EpochMillis(minutes * MINUTE);
    assert_eq!(all.len(), 1, "{all:?}");
    assert_eq!((all[0].on_at, all[0].off_at, all[0].worst), (at(35), Some(at(50)), 3.0));
    assert_eq!(all[0].about, Some((Dimension::TerminatingGateway, Some("V1".to_owned()))));
}

#[test]
fn calls_a_second_and_silence() {
    let mut setup = asr(15, 1);
    (setup.metric, setup.scope) = (AlarmMetric::Cps, AlarmScope::All);
    (setup.below, setup.above) = (None, Some(Threshold { on: 2.0, off: 2.0 }));
    let calls = [(0, 5, "V1"), (900, 5, "V1"), (900, 0, "V1"), (900, 0, "V2"), (5400, 5, "V1")];
    let all = events(&setup, &answered(&setup, &calls));
    assert_eq!((all.len(), all[0].worst, all[0].about.clone()), (1, 3.0, None));
    assert_eq!(all[0].off_at, Some(EpochMillis(95 * MINUTE)), "nothing is said of the time without calls");
    setup.metric = AlarmMetric::Concurrency;
    (setup.below, setup.above, setup.least_calls) = (Some(Threshold { on: 1.0, off: 1.0 }), None, 0);
    let all = events(&setup, &answered(&setup, &calls));
    assert_eq!(
        (all[0].on_at, all[0].off_at),
        (EpochMillis(35 * MINUTE), Some(EpochMillis(95 * MINUTE))),
        "silence counts"
    );
}

#[test]
fn a_table_that_is_asked_fits() {
    let setup = asr(60, 1);
    let calls: Vec<(i64, u32, &str)> = (0..40).map(|at| (at * 300, u32::from(at < 12) * 30, "V1")).collect();
    let answer = answered(&setup, &calls);
    assert!(matches!(setup.query(1440), Query::Table(_)));
    let all = events(&setup, &answer);
    // Twelve answered calls in the first hour, none after it: 25 % at 1:45.
    assert_eq!((all.len(), all[0].on_at, all[0].off_at), (1, EpochMillis(105 * MINUTE), None));
}

proptest! {
    #[test]
    fn events_follow_one_another(
        quarters in proptest::collection::vec((0..30_u64, 0..30_u64), 0..60),
        least in 0..40_u64,
        window in 1..9_u32,
    ) {
        let quarters: Vec<(u64, u64)> =
            quarters.into_iter().map(|(calls, answered)| (calls, answered.min(calls))).collect();
        let all = events(&asr(window * 15, least), &steps(&quarters));
        for pair in all.windows(2) {
            prop_assert!(pair[0].off_at.is_some_and(|off| off < pair[1].on_at));
        }
        for event in &all {
            prop_assert!(event.worst < 30.0 && event.calls > 0 && event.calls >= least);
            prop_assert!(event.off_at.is_none_or(|off| off > event.worst_at && event.worst_at >= event.on_at));
        }
        prop_assert!(
            all.iter().map(|event| event.calls).sum::<u64>()
                <= quarters.iter().map(|(calls, _)| calls).sum::<u64>() * 2
        );
    }
}
