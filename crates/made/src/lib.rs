//! Calls and shards for tests of the crates above the store: drawn by proptest, or put down by hand.
//!
//! ```
//! let calls = [made::Made { start: 1_772_452_800_000, talk: 60, ..Default::default() }];
//! assert_eq!(made::shard(&calls).blocks().len(), 1);
//! ```

use calls::{Call, EndReason, EpochMillis, HangUpSide, Money};
use proptest::prelude::*;
use store::{BlockKey, Shard};

/// A call of its own words.
#[derive(Debug, Clone, Default)]
#[allow(missing_docs)] // As the fields of a call.
pub struct Made {
    pub start: i64,
    pub length: Option<i64>,
    pub talk: u32,
    pub code: i32,
    pub side: Option<HangUpSide>,
    pub caller: String,
    pub callee: String,
    pub vendor: Option<String>,
    pub account: String,
    pub switch: Option<String>,
    pub mode: Option<String>,
    pub billed: Option<u32>,
    pub fee: Option<i64>,
    pub cost: Option<i64>,
    pub delay: Option<u32>,
}

impl Made {
    /// The call, at this place of its file.
    pub fn call(&self, place: u64) -> Call<'_> {
        let name = |name: &Option<String>| name.clone().map(Into::into);
        Call {
            place,
            start: EpochMillis(self.start),
            flow_no: Some(place as i64),
            stop: self.length.map(|length| EpochMillis(self.start + length)),
            talk_seconds: self.talk,
            in_progress: self.length.is_none() && self.talk == 0,
            end_reason: EndReason::Code(self.code),
            hang_up_side: self.side,
            caller: Some(self.caller.as_str().into()),
            callee: Some(self.callee.as_str().into()),
            terminating_gateway: name(&self.vendor),
            account: Some(self.account.as_str().into()),
            softswitch: name(&self.switch),
            billing_mode: name(&self.mode),
            billed_seconds: self.billed,
            fee: self.fee.map(Money),
            cost: self.cost.map(Money),
            post_dial_delay_millis: self.delay,
            ..Call::default()
        }
    }
}

/// A phone number that begins so.
fn number(begins: &'static [&'static str]) -> impl Strategy<Value = String> {
    // Expressions for texts would be slower than all that is tested.
    (proptest::sample::select(begins), 0..3_usize, 0..1_000_000_u32)
        .prop_map(|(begin, short, rest)| format!("{begin}{}", &format!("{rest:06}")[short..]))
}

/// Any calls, up to so many.
pub fn calls(most: usize) -> impl Strategy<Value = Vec<Made>> {
    let times = (
        0..200_000_000_i64,
        proptest::option::weighted(0.8, prop_oneof![Just(0), 0..100_000_i64]),
        prop_oneof![Just(0), 1..90_u32],
        proptest::option::of(0..99_u32),
        proptest::option::of(0..40_000_u32),
    );
    let side = prop_oneof![Just(HangUpSide::Caller), Just(HangUpSide::Callee), Just(HangUpSide::Server)];
    let one_of = |names: &'static [&'static str]| proptest::sample::select(names).prop_map(str::to_owned);
    let switch = (any::<bool>(), 100_000..999_999_u32);
    let switch =
        switch.prop_map(|(is_call, id)| if is_call { format!("SW_1:{id},SW_2:{id}") } else { "SW_1".to_owned() });
    let names = (
        number(&["44", "+44", "1204", "78", "9", "00", "S"]),
        number(&["44", "1204"]),
        proptest::option::of(one_of(&["V1", "V2", "", "Vendor, 3"])),
        one_of(&["A", "B"]),
        proptest::option::of(switch),
        proptest::option::of(one_of(&["-1", "0", "none"])),
    );
    let money = (proptest::option::of(0..9_i64), proptest::option::of(0..9_i64));
    let code = prop_oneof![Just(-7), Just(503), Just(486), Just(302), Just(16), Just(-36)];
    let call = (times, names, money, code, proptest::option::of(side));
    let call = call.prop_map(|((start, length, talk, billed, delay), names, (fee, cost), code, side)| {
        let (callee, caller, vendor, account, switch, mode) = names;
        Made {
            start,
            length,
            talk,
            code,
            side,
            caller,
            callee,
            vendor,
            account,
            switch,
            mode,
            billed,
            fee,
            cost,
            delay,
        }
    });
    proptest::collection::vec(call, 1..most)
}

/// Files that calls are spread over.
pub const FILES: u32 = 3;

/// A shard of these calls, all of the first file.
pub fn shard(calls: &[Made]) -> Shard {
    let mut shard = Shard::default();
    for (place, call) in calls.iter().enumerate() {
        if shard.push(&call.call(place as u64)) {
            shard.seal(BlockKey { file: 0, part: 0 }, |_, _| {});
        }
    }
    shard.seal(BlockKey { file: 0, part: 0 }, |_, _| {});
    shard
}

/// The calls of three files, of 50 calls each but for the last, spread over so many shards in parts of a drawn size.
pub fn shards(calls: &[Made], count: usize, seed: u64) -> Vec<Shard> {
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
        // A part is of one file.
        for file in 0..FILES {
            let of_file = |at: &usize| (at / 50).min(2) as u32 == file;
            for at in range.clone().filter(of_file) {
                shard.push(&calls[at].call(at as u64));
                if draw.usize(..9) == 0 {
                    shard.seal(BlockKey { file, part }, |_, _| {});
                }
            }
            shard.seal(BlockKey { file, part }, |_, _| {});
        }
    }
    shards
}
