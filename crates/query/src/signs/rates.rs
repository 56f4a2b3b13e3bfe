//! What accounts are charged for a billed minute, by rate prefix.
//!
//! A fee is rounded to the decimals that the switch keeps, so that the rate of one short call is known badly: of 0.0008
//! for six seconds only that it is between 0.0075 and 0.0085 a minute. Calls are therefore put together by the size of
//! their fee and by their rate, and only those whose fee is large against its last decimal tell rates.

use super::super::grouping::BlockView;
use super::super::interpretation::Reasons;
use super::super::table::Amount;
use super::keyed::{Keyed, Starts, name};
use super::{Merge, SignAccumulator, SignsSpec};
use calls::{LocalZone, NameColumn};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use sorting::Sort;
use store::{Column, Dictionaries, Selection};

/// Rates are told apart by so many binary digits: two calls of one step differ by 0.2 % at most.
const DIGITS: u32 = 10;

/// A fee tells a rate if it is at least so many of its last decimal: to 0.5 %, whichever way it is rounded.
const PRECISE: u64 = 200;

/// Rates up to so many times the lowest of them are one.
const ONE_RATE: f64 = 1.02;

/// So many calls in a thousand must have no more decimals than a fee is taken to have; the others are what arithmetic
/// in binary left over.
const OF_A_THOUSAND: u64 = 950;

/// There are so many steps at most, in some 2 MB of a message: beyond, those of the smallest fees are left out, of all
/// accounts alike.
const MOST_STEPS: usize = 30_000;

/// The parts of a unit have so many decimals.
const DECIMALS: u8 = 8;

/// An account and a rate prefix, `None` where the file does not say.
pub type RateKey = (Option<String>, Option<String>);

/// The rates of answered calls with a fee and a billed time, by account and rate prefix.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rates {
    groups: Keyed<RateKey, Keyed<RateStep, RateSums>>,
    /// Calls whose [`RateStep::size`] is below this are in no sum.
    floor: u8,
}

/// Fees of one size and rates that hardly differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
struct RateStep(u8, u64);

impl RateStep {
    /// The binary digits of the fee in parts of a unit, less one.
    fn size(self) -> u8 {
        self.0
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Flat", from = "Flat")]
struct RateSums {
    calls: u64,
    fee: Amount,
    billed_seconds: u64,
    /// The most decimals that a fee has.
    decimals: u8,
    starts: Starts,
}

/// As they travel: without names.
type Flat = (u64, Amount, u64, u8, Starts);

impl From<RateSums> for Flat {
    fn from(RateSums { calls, fee, billed_seconds, decimals, starts }: RateSums) -> Self {
        (calls, fee, billed_seconds, decimals, starts)
    }
}

impl From<Flat> for RateSums {
    fn from((calls, fee, billed_seconds, decimals, starts): Flat) -> Self {
        Self { calls, fee, billed_seconds, decimals, starts }
    }
}

impl Merge for RateSums {
    fn merge(&mut self, other: Self) {
        self.calls += other.calls;
        self.fee.0 += other.fee.0;
        self.billed_seconds += other.billed_seconds;
        self.decimals = self.decimals.max(other.decimals);
        self.starts.merge(other.starts);
    }
}

/// One rate of an account and a prefix.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rate {
    /// In the file's currency for a billed minute.
    pub per_minute: f64,
    /// Calls that tell it; those with small fees do not.
    pub calls: u64,
    /// What they were charged.
    pub fee: Amount,
    /// For how many seconds.
    pub billed_seconds: u64,
    /// When they began.
    pub starts: Starts,
}

impl Merge for Rates {
    fn merge(&mut self, other: Self) {
        self.floor = self.floor.max(other.floor);
        self.groups.merge(other.groups);
        self.fit(MOST_STEPS);
    }
}

impl Rates {
    /// The rates of each account and prefix that has any, from the lowest on.
    pub fn all(&self) -> impl Iterator<Item = (&RateKey, Vec<Rate>)> {
        self.groups.iter().map(|(key, steps)| (key, rates(steps))).filter(|(_, rates)| !rates.is_empty())
    }

    /// Leaves out the smallest fees until there are few enough steps. However calls are put together on the way, the
    /// floor is in the end the lowest at which the steps of all of them are few enough.
    pub(super) fn fit(&mut self, most: usize) {
        loop {
            let floor = self.floor;
            self.groups.retain(|_, steps| {
                steps.retain(|step, _| step.size() >= floor);
                !steps.is_empty()
            });
            if self.groups.iter().map(|(_, steps)| steps.len()).sum::<usize>() <= most {
                return;
            }
            self.floor += 1;
        }
    }
}

fn rates(steps: &Keyed<RateStep, RateSums>) -> Vec<Rate> {
    let with_decimals =
        |most: u8| steps.iter().filter(|(_, sums)| sums.decimals <= most).map(|(_, sums)| sums.calls).sum::<u64>();
    let calls = with_decimals(u8::MAX);
    let decimals = (0..DECIMALS).find(|&most| with_decimals(most) * 1000 >= calls * OF_A_THOUSAND);
    let unit = 10_u64.pow(u32::from(DECIMALS - decimals.unwrap_or(DECIMALS)));
    let is_precise =
        |step: &RateStep| 1_u64.checked_shl(step.size().into()).is_some_and(|least| least >= unit * PRECISE);
    let mut precise: Vec<(u64, RateSums)> =
        steps.iter().filter(|(step, _)| is_precise(step)).map(|(step, sums)| (step.1, *sums)).collect();
    precise.order_by_key(|(rate, _)| *rate);
    let mut found: Vec<(u64, RateSums)> = Vec::new();
    for (rate, sums) in precise {
        match found.last_mut() {
            Some((lowest, known)) if rate as f64 <= *lowest as f64 * ONE_RATE => known.merge(sums),
            _ => found.push((rate, sums)),
        }
    }
    let rate = |(_, RateSums { calls, fee, billed_seconds, starts, .. }): (u64, RateSums)| Rate {
        per_minute: fee.units() * 60.0 / billed_seconds as f64,
        calls,
        fee,
        billed_seconds,
        starts,
    };
    found.into_iter().map(rate).collect()
}

/// Rates that a shard is gathering.
#[derive(Debug, Default)]
pub(super) struct RatesCount {
    /// By the numbers of account and rate prefix.
    steps: FxHashMap<(i64, i64, RateStep), RateSums>,
    floor: u8,
}

const COLUMNS: [Column; 6] = [
    Column::Start,
    Column::TalkTime,
    Column::BilledTime,
    Column::Fee,
    Column::Name(NameColumn::Account),
    Column::Name(NameColumn::RatePrefix),
];

impl SignAccumulator for RatesCount {
    type Sign = Rates;

    const COLUMNS: &'static [Column] = &COLUMNS;

    fn new(_: &SignsSpec, _: &LocalZone) -> Self {
        Self::default()
    }

    fn add(&mut self, view: &BlockView<'_>, selection: &Selection) {
        let [start, talk, billed, fee, account, prefix] = COLUMNS.map(|column| view.columns.column(column));
        selection.for_each(|row| {
            let (Ok(fee), Ok(billed)) = (u64::try_from(fee[row]), u64::try_from(billed[row])) else { return };
            if fee == 0 || billed == 0 || talk[row] <= 0 {
                return;
            }
            let step = step(fee, billed);
            if step.size() < self.floor {
                return;
            }
            let sums = RateSums {
                calls: 1,
                fee: Amount(fee.into()),
                billed_seconds: billed,
                decimals: decimals(fee),
                starts: Starts::of(start[row]),
            };
            self.steps.entry((account[row], prefix[row], step)).and_modify(|known| known.merge(sums)).or_insert(sums);
        });
        while self.steps.len() > MOST_STEPS {
            self.floor += 1;
            self.steps.retain(|(_, _, step), _| step.size() >= self.floor);
        }
    }

    fn sign(self, dictionaries: &Dictionaries, _: &Reasons) -> Rates {
        let mut groups: Keyed<RateKey, Keyed<RateStep, RateSums>> = Keyed::default();
        for ((account, prefix, step), sums) in self.steps {
            let key =
                (name(dictionaries, NameColumn::Account, account), name(dictionaries, NameColumn::RatePrefix, prefix));
            groups.add(key, std::iter::once((step, sums)).collect());
        }
        Rates { groups, floor: self.floor }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a logarithm of 64 bits")]
fn step(fee: u64, billed_seconds: u64) -> RateStep {
    let a_minute = u128::from(fee) * 60 / u128::from(billed_seconds);
    let rate = u64::try_from(a_minute).unwrap_or(u64::MAX);
    let lost = (u64::BITS - rate.leading_zeros()).saturating_sub(DIGITS);
    RateStep(fee.ilog2() as u8, rate >> lost << lost)
}

/// How many decimals an amount has.
fn decimals(parts: u64) -> u8 {
    let (mut decimals, mut rest) = (DECIMALS, parts);
    while decimals > 0 && rest.is_multiple_of(10) {
        rest /= 10;
        decimals -= 1;
    }
    decimals
}
