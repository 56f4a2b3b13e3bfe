//! Signs of what is wrong: sums that no table has. Each is a file: what it gathers in one shard, and what it tells.
//! They merge exactly, in any order, as long as what a shard leaves out (each says what that is) is nothing.

mod call_sources;
#[cfg(test)]
mod calls_tests;
mod charged;
mod clock;
mod cuts;
mod distinct;
mod keyed;
mod lengths;
mod long_calls;
mod number_hash;
mod packed_serials;
mod rates;
mod refusals;
mod rounding;
mod runs;
mod sequences;
mod serials;
#[cfg(test)]
mod split_tests;
mod timelines;
mod unbilled;

pub use call_sources::{CallSources, Source};
pub use charged::{ChargedCalls, ChargedUnanswered};
pub use clock::{CallLengths, Clock, ClockStep};
pub use cuts::{Cut, CutKey, Cuts};
pub use distinct::Distinct;
pub use keyed::{Keyed, Starts};
pub use lengths::{LONG_SECONDS, LengthKey, Lengths, OfLength};
pub use long_calls::{LONGEST_SECONDS, LongCalls, LongSums};
pub use rates::{Rate, RateKey, Rates};
pub use refusals::{Refusal, RefusalKey, Refusals};
pub use rounding::{AccountRounding, BILLING_STEPS, BillingStep, Rounding};
pub use runs::Runs;
pub use sequences::{Gap, Sequence, SetBack};
pub use serials::SerialNumbers;
pub use timelines::{Outcomes, Timeline, Timelines};
pub use unbilled::{Unbilled, UnbilledCalls, UnbilledKey};

use super::grouping::{BlockView, UnpackedColumns};
use super::interpretation::Reasons;
use calls::{HangUpSide, LocalZone, NameColumn};
use serde::{Deserialize, Serialize};
use store::{ABSENT, Block, Column, Dictionaries, Selection};

/// What signs are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignsSpec {
    /// How long the steps of [`Timelines`] are.
    pub step_minutes: u32,
}

/// One sign, as it is gathered in one shard.
trait SignAccumulator: Sized {
    /// What it tells.
    type Sign: Merge;

    /// The columns that it looks at.
    const COLUMNS: &'static [Column];

    fn new(spec: &SignsSpec, zone: &LocalZone) -> Self;

    /// Looks at the selected calls of a block.
    fn add(&mut self, view: &BlockView<'_>, selection: &Selection);

    /// What it tells, with names in place of the shard's own numbers.
    fn sign(self, dictionaries: &Dictionaries, reasons: &Reasons) -> Self::Sign;
}

/// What is told of one sign.
#[allow(unreachable_pub)] // Public types are bound by it; nobody outside needs its name.
pub trait Merge {
    /// Adds what other shards tell.
    fn merge(&mut self, other: Self);
}

/// Whether a call of a block was refused by the switch: it is unanswered and the file says that no vendor was reached,
/// or, where it does not say whether one was, that the server ended it. For those who look at talk time, hang-up side
/// and terminating gateway.
fn is_refused<'a>(view: &BlockView<'a>) -> impl Fn(usize) -> bool + use<'a> {
    let [talk, sides, vendors] = [Column::TalkTime, Column::HangUpSide, Column::Name(NameColumn::TerminatingGateway)]
        .map(|column| view.columns.column(column));
    let no_vendor = view.dictionaries.names(NameColumn::TerminatingGateway).id_of("").map_or(ABSENT, i64::from);
    move |row| {
        talk[row] == 0
            && match vendors[row] {
                ABSENT => sides[row] == HangUpSide::Server as i64,
                vendor => vendor == no_vendor,
            }
    }
}

macro_rules! signs {
    ($($(#[$doc:meta])* $name:ident: $sign:ty, $accumulator:ty;)*) => {
        /// What is told of all signs.
        #[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
        #[serde(default)]
        pub struct Signs {
            $($(#[$doc])* pub $name: $sign,)*
        }

        impl Signs {
            /// Adds what other shards tell.
            pub fn merge(&mut self, other: Signs) {
                $(Merge::merge(&mut self.$name, other.$name);)*
            }
        }

        /// All signs, as they are gathered in one shard.
        #[derive(Debug)]
        pub(super) struct SignsCount {
            $($name: $accumulator,)*
        }

        impl SignsCount {
            pub(super) fn new(spec: &SignsSpec, zone: &LocalZone) -> Self {
                Self { $($name: SignAccumulator::new(spec, zone),)* }
            }

            pub(super) fn unpack(columns: &mut UnpackedColumns, block: &Block) {
                $(columns.unpack(block, <$accumulator as SignAccumulator>::COLUMNS);)*
            }

            pub(super) fn add(&mut self, view: &BlockView<'_>, selection: &Selection) {
                $(self.$name.add(view, selection);)*
            }

            pub(super) fn signs(self, dictionaries: &Dictionaries, reasons: &Reasons) -> Signs {
                Signs { $($name: self.$name.sign(dictionaries, reasons),)* }
            }
        }
    };
}

signs! {
    /// What became of the calls of each vendor and of each account, step by step.
    timelines: Timelines, timelines::TimelinesCount;
    /// Who tries many numbers.
    call_sources: CallSources, call_sources::CallSourcesCount;
    /// Calls that the switch refused.
    refusals: Refusals, refusals::RefusalsCount;
    /// Answered calls that the server ended.
    cuts: Cuts, cuts::CutsCount;
    /// How long the long calls of each vendor were.
    lengths: Lengths, lengths::LengthsCount;
    /// What accounts are charged for a minute.
    rates: Rates, rates::RatesCount;
    /// In what steps accounts are billed.
    rounding: Rounding, rounding::RoundingCount;
    /// Answered calls that nobody is charged for.
    unbilled: Unbilled, unbilled::UnbilledCount;
    /// Unanswered calls that someone is charged for.
    charged: ChargedUnanswered, charged::ChargedCount;
    /// Calls as long as the switch lets them be.
    long_calls: LongCalls, long_calls::LongCallsCount;
    /// The serial numbers of calls.
    serials: SerialNumbers, serials::SerialsCount;
    /// When the calls of each file began, and whether their times agree.
    clock: Clock, clock::ClockCount;
}
