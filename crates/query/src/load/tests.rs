use super::super::question::fixtures::{CallFixture, answer_of, calls, question, shard, shards};
use super::super::{Answer, Query};
use super::*;
use calls::{EpochMillis, LocalZone};
use proptest::prelude::*;

fn loads_of(shards: &[store::Shard], spec: LoadSpec) -> Loads {
    match answer_of(shards, &question(Query::Load(spec))) {
        Answer::Load(loads) => loads,
        other => panic!("{other:?}"),
    }
}

const WHOLE: LoadSpec = LoadSpec { by: None, lengths: true };

fn load_of(calls: &[CallFixture]) -> Load {
    loads_of(&[shard(calls)], WHOLE).whole().cloned().unwrap_or_default()
}

/// A call from one second up to another, or one that holds no line.
fn call(from: i64, to: i64) -> CallFixture {
    CallFixture { start: from * 1000 + 999, length: Some((to - from) * 1000), talk: 1, ..CallFixture::default() }
}

#[test]
fn calls_are_counted_from_start_to_stop() {
    let calls = [call(10, 20), call(12, 15), call(12, 12), call(15, 16), call(30, 40)];
    let load = load_of(&calls);
    assert_eq!(load.calls(), 5);
    assert_eq!(load.peak(), Some(Peak { calls: 2, at: EpochMillis(12_000) }), "the line of 15 was free again");
    assert_eq!(load.peak_starts(), Some(Peak { calls: 2, at: EpochMillis(12_000) }));
    assert_eq!((load.seconds_above(0), load.seconds_above(1), load.seconds_above(2)), (20, 4, 0));
    assert_eq!(load.held_seconds(), 10 + 3 + 1 + 10);
    // Seconds 10 to 30: one call each in 10, 15 and 30, two in 12, none in 17 others.
    assert_eq!([0.5, 0.81, 0.82, 0.95, 1.0].map(|share| load.starts_percentile(share).unwrap()), [0, 1, 1, 1, 2]);
    let nothing = Load::default();
    assert_eq!(
        (nothing.peak(), nothing.starts_percentile(0.5), nothing.series(60, &LocalZone::default())),
        (None, None, vec![])
    );
}

#[test]
fn a_call_without_a_stop_lasts_as_long_as_it_was_talked() {
    let talked = CallFixture { start: 5_500, talk: 3, ..CallFixture::default() };
    let up = CallFixture { start: 6_000, ..CallFixture::default() };
    let load = load_of(&[talked, up]);
    assert_eq!(
        load.seconds(),
        [
            Second { at: 5, taken: 1, ..Second::default() },
            Second { at: 6, others: 1, ..Second::default() },
            Second { at: 8, freed: 1, ..Second::default() },
        ]
    );
}

#[test]
fn steps_have_peaks_and_averages() {
    // Over the end of the minute, and what ends after the last start is not lost to the step of it.
    let load = load_of(&[call(30, 90), call(40, 50), call(70, 71), call(190, 400)]);
    let step = |minute: i64, peak, average, calls, peak_starts| LoadStep {
        begin: EpochMillis(minute * 60_000),
        end: EpochMillis((minute + 1) * 60_000),
        peak,
        average,
        calls,
        peak_starts,
    };
    let expected = [
        step(0, 2, (30.0 + 10.0) / 60.0, 2, 1),
        step(1, 2, (30.0 + 1.0) / 60.0, 1, 1),
        step(2, 0, 0.0, 0, 0),
        step(3, 1, 50.0 / 60.0, 1, 1),
    ];
    assert_eq!(load.series(60, &LocalZone::default()), expected);
    let hours = load.series(3600, &LocalZone::fixed("+05:30", 19_800));
    assert_eq!((hours.len(), hours[0].begin, hours[0].calls), (1, EpochMillis(-1_800_000), 4));
}

#[test]
fn a_stray_time_makes_steps_longer_not_more() {
    let load = load_of(&[call(0, 5), call(4_000_000_000, 4_000_000_005)]);
    let steps = load.series(60, &LocalZone::default());
    assert!(steps.len() <= 100_000, "{}", steps.len());
    assert_eq!(steps.iter().map(|step| step.calls).sum::<u64>(), 2);
}

#[test]
fn a_limit_refuses_calls_that_find_no_line() {
    let calls = [call(0, 10), call(1, 3), call(2, 9), call(2, 2), call(3, 5), call(4, 4), call(12, 13)];
    let load = load_of(&calls);
    // With one line: 1, 2 and 3 find the first call, as do those that hold none.
    assert_eq!(load.refused_at(1), Some(Refused { held: 3, others: 2 }));
    // With two: that of 2 is refused, the one without a line there too; the line of 1 is free again at 3.
    assert_eq!(load.refused_at(2), Some(Refused { held: 1, others: 2 }));
    // Let through, the call from 2 to 9 has the line that 3 wants.
    assert_eq!(load.started_above(2), Refused { held: 2, others: 2 });
    assert_eq!(load.refused_at(3), Some(Refused { held: 0, others: 1 }));
    assert_eq!(load.refused_at(4), Some(Refused::default()));
    assert_eq!(load.refused_at(0).unwrap().calls(), 7);
    let without = LoadSpec { lengths: false, ..WHOLE };
    assert_eq!(loads_of(&[shard(&calls)], without).whole().unwrap().refused_at(1), None);
}

#[test]
fn loads_by_gateway() {
    let of = |vendor: &str, from, to| CallFixture { vendor: Some(vendor.to_owned()), ..call(from, to) };
    let calls = [of("V1", 0, 9), of("V1", 1, 3), of("V2", 2, 4), call(5, 6)];
    let loads = loads_of(&[shard(&calls)], LoadSpec { by: Some(Dimension::TerminatingGateway), lengths: false });
    let names: Vec<_> = loads.loads.iter().map(|(name, load)| (name.as_deref(), load.calls())).collect();
    assert_eq!(names, [(None, 1), (Some("V1"), 2), (Some("V2"), 1)]);
    assert_eq!(loads.of(Some("V1")).unwrap().peak().unwrap().calls, 2);
    assert_eq!(loads.busiest(2).iter().map(|(name, _)| *name).collect::<Vec<_>>(), [Some("V1"), None]);
    assert!(loads.whole().is_none() && loads.of(Some("V3")).is_none());
}

#[test]
fn what_a_shard_left_out_is_told_by_none() {
    let load = |calls: &[CallFixture]| load_of(calls);
    let mut one = Loads { by: Some(Dimension::Account), ..Loads::default() };
    one.loads = vec![(Some("A".to_owned()), load(&[call(0, 1)])), (Some("B".to_owned()), load(&[call(0, 1)]))];
    let mut other = one.clone();
    other.loads.pop();
    other.left_out = [Some("B".to_owned())].into();
    let mut merged = one.clone();
    merged.merge(other.clone());
    assert_eq!(
        merged.loads.iter().map(|(name, load)| (name.as_deref(), load.calls())).collect::<Vec<_>>(),
        [(Some("A"), 2)]
    );
    let mut turned = other;
    turned.merge(one);
    assert_eq!(turned, merged);
}

#[test]
fn a_shard_leaves_out_what_is_too_much() {
    let of = |account: String, from| CallFixture { account, ..call(from, from + 1) };
    let calls: Vec<CallFixture> =
        (0..9).flat_map(|account| (0..=account).map(move |at| of(account.to_string(), at * 10))).collect();
    let bounded = |most_groups, most_seconds| bounded_loads(&calls, most_groups, most_seconds);
    let loads = bounded(100, 40);
    assert_eq!(loads.loads.iter().map(|(name, _)| name.clone().unwrap()).collect::<Vec<_>>(), ["7", "8"]);
    assert_eq!(loads.left_out.len(), 7);
    let too_many = bounded(5, usize::MAX);
    assert!(too_many.too_many && too_many.loads.is_empty());
}

fn bounded_loads(calls: &[CallFixture], most_groups: usize, most_seconds: usize) -> Loads {
    use crate::grouping::{BlockSource, Grouping, UnpackedColumns};
    use crate::interpretation::Reasons;
    let (shard, question) = (shard(calls), question(Query::Sums));
    let spec = LoadSpec { by: Some(Dimension::Account), lengths: true };
    let mut count = LoadCount::new(spec, Some(0)).bounded(most_groups, most_seconds);
    let mut groupings = [Grouping::new(Dimension::Account, &question.zone, &question.dial_plan)];
    let reasons = Reasons::new(&question.interpretations, &question.personal, &question.sides);
    let (_, block) = &shard.blocks()[0];
    let mut columns = UnpackedColumns::default();
    let source = BlockSource { block, dictionaries: &shard.dictionaries, reasons: &[], file: 0 };
    groupings[0].find(source, &mut columns);
    let mut held = HeldTimes::default();
    held.find(block, &mut columns);
    count.add(&held, &groupings, &block.calls());
    count.loads(&groupings, &shard.dictionaries, &reasons)
}

/// Calls that meet each other.
fn busy() -> impl Strategy<Value = Vec<CallFixture>> {
    let call = (0..60_000_i64, proptest::option::of(0..30_000_i64), prop_oneof![Just(0), 1..30_u32]);
    proptest::collection::vec(call, 1..60).prop_map(|calls| {
        calls
            .into_iter()
            .map(|(start, length, talk)| CallFixture { start, length, talk, ..CallFixture::default() })
            .collect()
    })
}

/// The seconds that a call holds a line.
fn seconds_of(call: &CallFixture) -> std::ops::Range<i64> {
    let stop = call.start + call.length.unwrap_or(i64::from(call.talk) * 1000);
    call.start.div_euclid(1000)..stop.div_euclid(1000)
}

proptest! {
    #[test]
    fn as_counted_second_by_second(calls in busy(), seed in any::<u64>(), level in 0..6_u64) {
        let loads = loads_of(&shards(&calls, 3, seed), WHOLE);
        let load = loads.whole().unwrap();
        let level_at = |at: i64| calls.iter().filter(|call| seconds_of(call).contains(&at)).count() as u64;
        let starts_at = |at: i64| calls.iter().filter(|call| call.start.div_euclid(1000) == at).count() as u64;
        let all: Vec<u64> = (0..130).map(level_at).collect();
        let peak = *all.iter().max().unwrap();
        prop_assert_eq!(load.peak().unwrap().calls, peak);
        if peak > 0 {
            let first = all.iter().position(|&level| level == peak).unwrap() as i64;
            prop_assert_eq!(load.peak().unwrap().at, EpochMillis(first * 1000));
        }
        prop_assert_eq!(load.peak_starts().unwrap().calls, (0..60).map(starts_at).max().unwrap());
        prop_assert_eq!(load.seconds_above(level), all.iter().filter(|&&now| now > level).count() as u64);
        prop_assert_eq!(load.held_seconds(), all.iter().sum::<u64>());
        let (first, last) = (
            calls.iter().map(|call| call.start / 1000).min().unwrap(),
            calls.iter().map(|call| call.start / 1000).max().unwrap(),
        );
        let mut starts: Vec<u64> = (first..=last).map(starts_at).collect();
        starts.sort_unstable();
        for share in [0.5, 0.95, 1.0] {
            let rank = (starts.len() as f64 * share).ceil() as usize;
            prop_assert_eq!(load.starts_percentile(share), Some(starts[rank - 1]));
        }
        for step in load.series(7, &LocalZone::default()) {
            let seconds = step.begin.0 / 1000..step.end.0 / 1000;
            prop_assert_eq!(step.end.0 - step.begin.0, 7000);
            prop_assert_eq!(step.peak, seconds.clone().map(level_at).max().unwrap());
            prop_assert_eq!(step.calls, seconds.clone().map(starts_at).sum::<u64>());
            prop_assert_eq!(step.peak_starts, seconds.clone().map(starts_at).max().unwrap());
            let average = seconds.clone().map(level_at).sum::<u64>() as f64 / 7.0;
            prop_assert!((step.average - average).abs() < 1e-9);
        }
    }

    #[test]
    fn as_refused_call_by_call(calls in busy(), limit in 0..8_u64) {
        let load = load_of(&calls);
        let mut order: Vec<&CallFixture> = calls.iter().collect();
        order.sort_by_key(|call| (seconds_of(call).start, seconds_of(call).end.max(seconds_of(call).start)));
        let (mut accepted, mut refused) = (Vec::<&CallFixture>::new(), Refused::default());
        for call in order {
            let at = seconds_of(call).start;
            let is_free = (accepted.iter().filter(|other| seconds_of(other).contains(&at)).count() as u64) < limit;
            let holds = !seconds_of(call).is_empty();
            match (is_free, holds) {
                (true, _) => accepted.push(call),
                (false, true) => refused.held += 1,
                (false, false) => refused.others += 1,
            }
        }
        prop_assert_eq!(load.refused_at(limit), Some(refused));
        let above = load.started_above(limit);
        prop_assert!(refused.held <= above.held && refused.others <= above.others, "{:?} {:?}", refused, above);
    }

    #[test]
    fn tables_and_loads_agree_on_the_time_that_lines_were_held(calls in calls(40), seed in any::<u64>()) {
        let shards = shards(&calls, 2, seed);
        let many = Query::Many(vec![Query::Load(WHOLE), Query::Table(super::super::TableSpec::default())]);
        let Answer::Many(answers) = answer_of(&shards, &question(many)) else { panic!() };
        let [Answer::Load(loads), Answer::Table(table)] = answers.as_slice() else { panic!() };
        prop_assert_eq!(loads.whole().unwrap().held_seconds(), table.total().held_seconds);
        prop_assert_eq!(loads.whole().unwrap().calls(), table.total().calls);
    }
}
