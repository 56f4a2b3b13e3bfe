use super::*;
use crate::ingest::{Call, EndReason, EpochMillis, HangUpSide, Money};
use crate::query::rows::{RowSort, RowsFrom};
use crate::query::{FilterField, RowKey};
use crate::store::BlockKey;
use proptest::prelude::*;

#[derive(Debug, Clone)]
struct Made {
    start: i64,
    talk: u32,
    code: i32,
    callee: String,
    vendor: String,
    fee: Option<i64>,
    delay: Option<u32>,
}

impl Made {
    fn call(&self, place: u64) -> Call<'_> {
        Call {
            place,
            start: EpochMillis(self.start),
            talk_seconds: self.talk,
            end_reason: EndReason::Code(self.code),
            hang_up_side: Some(HangUpSide::Callee),
            callee: Some(self.callee.as_str().into()),
            terminating_gateway: Some(self.vendor.as_str().into()),
            fee: self.fee.map(Money),
            post_dial_delay_millis: self.delay,
            ..Call::default()
        }
    }
}

fn calls() -> impl Strategy<Value = Vec<Made>> {
    let call = (
        0..200_000_000_i64,
        prop_oneof![Just(0), 1..90_u32],
        prop_oneof![Just(-7), Just(503), Just(486)],
        "(44|\\+44|1204|S)[0-9]{4,6}",
        "(V1|V2||Vendor, 3)",
        proptest::option::of(0..9_i64),
        proptest::option::of(0..9000_u32),
    );
    let call = call.prop_map(|(start, talk, code, callee, vendor, fee, delay)| Made {
        start,
        talk,
        code,
        callee,
        vendor,
        fee,
        delay,
    });
    proptest::collection::vec(call, 1..120)
}

fn questions() -> impl Strategy<Value = Question> {
    let criterion = prop_oneof![
        Just((FilterField::Callee, "44%")),
        Just((FilterField::Prefix, "44,!4400")),
        Just((FilterField::Country, "CA")),
        Just((FilterField::TerminatingGateway, "v1, \"Vendor, 3\"")),
        Just((FilterField::TalkTime, "1..60")),
        Just((FilterField::PostDialDelay, "..2.5")),
        Just((FilterField::Fee, "0.00000002..")),
        Just((FilterField::Hour, "20-3")),
        Just((FilterField::Answered, "no")),
    ];
    let sort =
        prop_oneof![Just(RowSort::Start), Just(RowSort::TalkTime), Just(RowSort::PostDialDelay), Just(RowSort::Fee)];
    let asked = prop_oneof![
        Just(Asked::Sums),
        (0..Dimension::ALL.len()).prop_map(|at| Asked::Breakdown(Dimension::ALL[at])),
        (sort, any::<bool>()).prop_map(|(by, descending)| Asked::Rows(RowOrder { by, descending })),
    ];
    let rule = ReasonRule { code: Some(-7), text: String::new(), answered: true, unanswered: false };
    let rules = prop_oneof![Just(None), Just(Some(vec![vec![rule]]))];
    (proptest::collection::vec(criterion, 0..3), asked, rules).prop_map(|(criteria, asked, rules)| Question {
        scopes: (0..3).map(|file| Scope { file, part: None, reading: 0 }).collect(),
        criteria: criteria
            .into_iter()
            .map(|(field, text)| Criterion { field, text: text.to_owned(), on: true })
            .collect(),
        rules,
        readings: 1,
        zone: LocalZone::default(),
        asked,
    })
}

/// The calls of three files, spread over so many shards in parts of a drawn size.
fn shards(calls: &[Made], count: usize, seed: u64) -> Vec<Shard> {
    let mut shards: Vec<Shard> = (0..count).map(|_| Shard::default()).collect();
    let mut draw = fastrand::Rng::with_seed(seed);
    let (mut at, mut part) = (0, 0);
    let mut parts = Vec::new();
    while at < calls.len() {
        let end = (at + draw.usize(1..40)).min(calls.len());
        parts.push((at..end, part));
        (at, part) = (end, part + 1);
    }
    draw.shuffle(&mut parts);
    for (range, part) in parts {
        let shard = &mut shards[draw.usize(..count)];
        // Files of 50 calls; a part is of one file.
        for file in 0..3 {
            let of_file = |at: &usize| (at / 50).min(2) as u32 == file;
            for at in range.clone().filter(of_file) {
                shard.push(&calls[at].call(at as u64), false);
                if draw.usize(..9) == 0 {
                    shard.seal(BlockKey { file, part }, |_, _| {});
                }
            }
            shard.seal(BlockKey { file, part }, |_, _| {});
        }
    }
    shards
}

/// The answer of all shards, and the calls that it lists, by their places.
fn asked(shards: &[Shard], question: &Question) -> (Answer, Vec<u64>) {
    let (answers, indexes): (Vec<_>, Vec<_>) = shards.iter().map(|shard| answer(shard, question)).unzip();
    let mut all = answers.into_iter();
    let mut merged = all.next().unwrap();
    all.for_each(|other| merged.merge(other));
    let mut places = Vec::new();
    if let Answer::Rows(found) = &mut merged {
        let mut at = 0;
        while at < found.calls {
            let (fence, more) = found.before(at, shards.len()).unwrap();
            let mut rows = RowsFrom::default();
            for (shard, index) in shards.iter().zip(&indexes) {
                rows.merge(index.from(shard, fence, more + 7));
            }
            let window = rows.window(at, 7);
            assert!(!window.is_empty());
            places.extend(window.iter().map(|row: &RowKey| row.place));
            at += 7;
        }
        // Which rows are fences hangs on the shards.
        *found = RowsFound { calls: found.calls, ..RowsFound::default() };
    }
    (merged, places)
}

proptest! {
    #[test]
    fn the_answer_hangs_on_no_shard(calls in calls(), question in questions(), seed in any::<u64>()) {
        let expected = asked(&shards(&calls, 1, 0), &question);
        for count in [1, 2, 3, 7] {
            prop_assert_eq!(&asked(&shards(&calls, count, seed), &question), &expected);
        }
    }

    #[test]
    fn sums_groups_and_rows_are_those_of_the_calls(calls in calls(), seed in any::<u64>()) {
        let question = |asked| Question {
            scopes: (0..3).map(|file| Scope { file, part: None, reading: 0 }).collect(),
            criteria: vec![Criterion { field: FilterField::TalkTime, text: "..60".to_owned(), on: true }],
            rules: None,
            readings: 1,
            zone: LocalZone::default(),
            asked,
        };
        let shards = shards(&calls, 3, seed);
        let wanted: Vec<(usize, &Made)> = calls.iter().enumerate().filter(|(_, call)| call.talk <= 60).collect();
        let Answer::Sums(sums) = asked(&shards, &question(Asked::Sums)).0 else { panic!() };
        prop_assert_eq!(sums[0].calls, wanted.len() as u64);
        prop_assert_eq!(sums[0].talk_seconds, wanted.iter().map(|(_, call)| u64::from(call.talk)).sum::<u64>());
        let by_vendor = question(Asked::Breakdown(Dimension::TerminatingGateway));
        let Answer::Breakdown(groups) = asked(&shards, &by_vendor).0 else { panic!() };
        for (name, sums) in groups.groups {
            let mine = || wanted.iter().filter(|(_, call)| Some(&call.vendor) == name.as_ref());
            prop_assert_eq!(sums.calls, mine().count() as u64);
            prop_assert_eq!(sums.fee.0, mine().filter_map(|(_, call)| call.fee).sum::<i64>());
        }
        let order = RowOrder { by: RowSort::PostDialDelay, descending: true };
        let (_, places) = asked(&shards, &question(Asked::Rows(order)));
        let mut expected = wanted.clone();
        expected.sort_by_key(|(_, call)| std::cmp::Reverse(call.delay));
        prop_assert_eq!(places, expected.into_iter().map(|(at, _)| at as u64).collect::<Vec<_>>());
    }
}
