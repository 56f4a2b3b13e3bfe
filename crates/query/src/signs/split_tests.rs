//! Signs hang on no shard and on no order, and travel.

use super::super::question::fixtures::{answer_of, question};
use super::super::question::{Answer, Query};
use super::*;
use calls::{Call, EndReason, EpochMillis, Money};
use proptest::prelude::*;
use store::{BlockKey, Shard};

#[derive(Debug, Clone)]
struct OddCall {
    file: u32,
    start: i64,
    length: Option<i64>,
    talk: u32,
    billed: Option<u32>,
    fee: Option<i64>,
    cost: Option<i64>,
    serial: Option<i64>,
    switch: String,
    names: [String; 4],
    in_progress: bool,
}

impl OddCall {
    fn call(&self) -> Call<'_> {
        let [account, prefix, mode, vendor] = self.names.each_ref().map(|name| Some(name.as_str().into()));
        Call {
            start: EpochMillis(self.start),
            stop: self.length.map(|length| EpochMillis(self.start + length)),
            talk_seconds: self.talk,
            in_progress: self.in_progress,
            end_reason: EndReason::Code(-7),
            account,
            rate_prefix: prefix,
            billing_mode: mode,
            terminating_gateway: vendor,
            fee: self.fee.map(Money),
            cost: self.cost.map(Money),
            billed_seconds: self.billed,
            serial_number: self.serial,
            softswitch: Some(self.switch.as_str().into()),
            ..Call::default()
        }
    }
}

fn odd_calls() -> impl Strategy<Value = Vec<OddCall>> {
    let times = (
        0..3_u32,
        -9_000_000_i64..900_000_000,
        proptest::option::of(-5_000..9_000_000_i64),
        prop_oneof![Just(0_u32), 1..200_u32, 7190..7300_u32],
    );
    let fee = proptest::option::of(prop_oneof![Just(0), (1..4000_i64).prop_map(|parts| parts * 10_000), 1..i64::MAX]);
    let money = (proptest::option::of(prop_oneof![Just(0), 1..400_u32]), fee, proptest::option::of(0..9_i64));
    let serial = proptest::option::of(prop_oneof![1..500_i64, 1..i64::MAX]);
    let names = ["(A|B|)", "(44|1|)", "(-1|1)", "(V1|V2|)"];
    let call = (times, money, serial, "(SW_1|SW_2|)", names, any::<bool>());
    let call = call.prop_map(|((file, start, length, talk), (billed, fee, cost), serial, switch, names, up)| OddCall {
        in_progress: up && length.is_none(),
        file,
        start,
        length,
        talk,
        billed,
        fee,
        cost,
        serial,
        switch,
        names,
    });
    proptest::collection::vec(call, 1..100)
}

/// The signs of each of so many shards, among which calls are dealt.
fn signs(calls: &[OddCall], shards: usize, seed: u64) -> Vec<Signs> {
    let mut draw = fastrand::Rng::with_seed(seed);
    let mut all: Vec<Shard> = (0..shards).map(|_| Shard::default()).collect();
    for call in calls {
        let shard = &mut all[draw.usize(..shards)];
        shard.push(&call.call());
        shard.seal(BlockKey { file: call.file, part: 0 }, |_, _| {});
    }
    let question = question(Query::Signs(SignsSpec { step_minutes: 60 }));
    let signs = |shard| match answer_of(&[shard], &question) {
        Answer::Signs(signs) => *signs,
        _ => panic!("signs were asked for"),
    };
    all.into_iter().map(signs).collect()
}

fn merged(signs: Vec<Signs>, after: impl Fn(&mut Signs)) -> Signs {
    let mut merged = Signs::default();
    for next in signs {
        merged.merge(next);
        after(&mut merged);
    }
    merged
}

/// As if there were room for a few only.
fn bound(signs: &mut Signs) {
    signs.rates.fit(9);
    signs.unbilled.fit(3);
    signs.charged.fit(2);
    signs.long_calls.fit(2);
    signs.serials.fit(9);
    signs.clock.fit(9);
}

proptest! {
    #[test]
    fn signs_hang_on_no_shard(calls in odd_calls(), seed in any::<u64>()) {
        let expected = merged(signs(&calls, 1, 0), |_| ());
        for shards in [2, 5] {
            prop_assert_eq!(&merged(signs(&calls, shards, seed), |_| ()), &expected);
        }
    }

    #[test]
    fn what_has_no_room_hangs_on_no_order(calls in odd_calls(), seed in any::<u64>()) {
        let mut expected = merged(signs(&calls, 1, 0), |_| ());
        bound(&mut expected);
        let mut parts = signs(&calls, 6, seed);
        parts.iter_mut().for_each(bound);
        prop_assert_eq!(&merged(parts.clone(), bound), &expected);
        parts.reverse();
        prop_assert_eq!(&merged(parts, bound), &expected);
    }

    #[test]
    fn signs_travel(calls in odd_calls()) {
        let signs = merged(signs(&calls, 2, 7), |_| ());
        let json = serde_json::to_string(&signs).unwrap();
        prop_assert_eq!(serde_json::from_str::<Signs>(&json).unwrap(), signs);
    }
}
