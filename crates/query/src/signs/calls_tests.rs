//! Signs of who calls whom, what is refused and what is cut: they hang on no shard.

use super::super::question::fixtures::{CallFixture, answer_of, calls, question};
use super::super::question::{Answer, Query};
use super::*;
use calls::Call;
use proptest::prelude::*;
use store::{BlockKey, Shard};

/// The signs of calls dealt to so many shards. Some of the calls are longer than most tests need them, and each comes
/// from one of three addresses.
fn signs(calls: &[CallFixture], shards: usize, seed: u64) -> Signs {
    let mut draw = fastrand::Rng::with_seed(seed);
    let mut all: Vec<Shard> = (0..shards).map(|_| Shard::default()).collect();
    for made in calls {
        let talk = if made.talk % 3 == 0 { made.talk * 100 } else { made.talk };
        let address = ["192.0.2.1", "192.0.2.2", ""][made.start.rem_euclid(3) as usize];
        let call = Call { talk_seconds: talk, caller_ip: Some(address.into()), ..made.call(0) };
        let shard = &mut all[draw.usize(..shards)];
        shard.push(&call);
        shard.seal(BlockKey { file: 0, part: 0 }, |_, _| {});
    }
    let question = question(Query::Signs(SignsSpec { step_minutes: 30 }));
    let mut merged = Signs::default();
    for shard in all {
        match answer_of(&[shard], &question) {
            Answer::Signs(signs) => merged.merge(*signs),
            _ => panic!("signs were asked for"),
        }
    }
    merged
}

proptest! {
    // Each case reads the calls several times.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn calls_dealt_to_any_shards(calls in calls(120), seed in any::<u64>()) {
        let expected = signs(&calls, 1, 0);
        for shards in [2, 5] {
            prop_assert_eq!(&signs(&calls, shards, seed), &expected);
        }
        let json = serde_json::to_string(&expected).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Signs>(&json).unwrap(), &expected);
    }

    #[test]
    fn as_counted_one_by_one(calls in calls(120)) {
        let signs = signs(&calls, 2, 3);
        let refused = |made: &&CallFixture| made.talk == 0 && match made.vendor.as_deref() {
            None => made.side == Some(HangUpSide::Server),
            Some(vendor) => vendor.is_empty(),
        };
        let count = |holds: &dyn Fn(&CallFixture) -> bool| calls.iter().filter(|made| holds(made)).count() as u64;
        let sum = |all: &mut dyn Iterator<Item = u64>| all.sum::<u64>();
        prop_assert_eq!(sum(&mut signs.refusals.iter().map(|(_, of)| of.calls)), count(&|made| refused(&made)));
        let cut = count(&|made| made.talk > 0 && made.side == Some(HangUpSide::Server));
        prop_assert_eq!(sum(&mut signs.cuts.sums.iter().map(|(_, of)| of.calls)), cut);
        let long = count(&|made| made.talk > 0 && made.talk % 3 == 0 && made.talk * 100 >= LONG_SECONDS);
        prop_assert_eq!(sum(&mut signs.lengths.calls.iter().map(|(_, of)| of.calls)), long);
        let vendors = signs.timelines.vendors.iter().map(|(name, timeline)| (name.clone(), timeline.total()));
        for (name, total) in vendors {
            let of = |made: &CallFixture| made.vendor.as_deref() == Some(&*name);
            prop_assert_eq!(total.calls, count(&of));
            prop_assert_eq!(total.answered, count(&|made| of(made) && made.talk > 0));
            prop_assert_eq!(total.congested, count(&|made| of(made) && made.talk == 0 && made.code == 503));
        }
        let addresses = signs.call_sources.addresses.values();
        let with_address = count(&|made| made.start.rem_euclid(3) < 2);
        prop_assert_eq!(sum(&mut addresses.map(|source| source.attempts)), with_address);
    }
}
