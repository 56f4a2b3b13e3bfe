//! When calls come in, from which customer and for which destination.
//!
//! In: the number of calls, the period, the seed. Out: one [`Arrival`] after the other in the order of time, exactly
//! as many as asked for. A minute's part of the calls follows the customers' days and the destinations' clocks; no
//! more than one minute is ever held.

use super::draw::scatter;
use super::spec::SampleSpec;
use super::stories::{self, SCAN_MINUTES_A_DAY};
use super::world::customers::{CUSTOMER_COUNT, CUSTOMERS, Customer};
use super::world::destinations::{AWAKE, DESTINATION_COUNT, DESTINATIONS};
use super::world::level;
use fastrand::Rng;

const CELLS: usize = CUSTOMER_COUNT * DESTINATION_COUNT;
const MINUTES_A_WEEK: u32 = 7 * 1440;

/// A call attempt comes in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Arrival {
    pub(super) start_ms: i64,
    pub(super) from: Source,
}

/// Who attempts it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Source {
    /// Places in the tables of customers and destinations.
    Customer { customer: usize, destination: usize },
    /// A place in the table of scanners.
    Scanner(usize),
}

/// All arrivals of a period.
#[derive(Debug)]
pub(super) struct Arrivals {
    seed: u64,
    start_ms: i64,
    minutes: u32,
    /// The weights of one week's minutes, or of the period's where that is shorter: traffic repeats weekly.
    week: Vec<u64>,
    customer_calls: Share,
    scanner_calls: Share,
    /// The next minute to fill.
    minute: u32,
    /// What the current minute holds: milliseconds into it, twice, plus 1 for a scanner's; sorted.
    moments: Vec<u32>,
    taken: usize,
    /// The current minute's weights of customer and destination, summed up along the way.
    cells: [u64; CELLS],
}

/// Calls to hand out over minutes by weight, so that rounding never loses or adds one.
#[derive(Debug)]
struct Share {
    calls: u64,
    weight: u64,
    weight_so_far: u64,
}

impl Share {
    /// The calls of the next minute, which weighs `weight`.
    fn take(&mut self, weight: u64) -> u64 {
        let before = self.due();
        self.weight_so_far += weight;
        self.due() - before
    }

    #[expect(clippy::cast_possible_truncation, reason = "a share of the calls")]
    fn due(&self) -> u64 {
        match self.weight {
            0 => 0,
            all => (u128::from(self.calls) * u128::from(self.weight_so_far) / u128::from(all)) as u64,
        }
    }
}

impl Arrivals {
    pub(super) fn new(spec: &SampleSpec) -> Self {
        let minutes = spec.minutes();
        let mut cells = [0; CELLS];
        let week: Vec<u64> =
            (0..minutes.min(MINUTES_A_WEEK)).map(|minute| fill_cells(&mut cells, spec.start, minute)).collect();
        let mut weight = 0;
        for minute in 0..minutes {
            weight += uneven(spec.seed, minute, week[(minute % MINUTES_A_WEEK) as usize]);
        }
        let scans = if spec.stories { stories::scanner_calls(spec.calls) } else { 0 };
        Arrivals {
            seed: spec.seed,
            start_ms: spec.start,
            minutes,
            week,
            customer_calls: Share { calls: spec.calls - scans, weight, weight_so_far: 0 },
            scanner_calls: Share {
                calls: scans,
                weight: u64::from(minutes / 1440 * SCAN_MINUTES_A_DAY),
                weight_so_far: 0,
            },
            minute: 0,
            moments: Vec::new(),
            taken: 0,
            cells,
        }
    }

    /// The next arrival, `None` when the period is over.
    pub(super) fn next(&mut self, rng: &mut Rng) -> Option<Arrival> {
        while self.taken == self.moments.len() {
            if self.minute == self.minutes {
                return None;
            }
            self.fill_minute(rng);
        }
        let moment = self.moments[self.taken];
        self.taken += 1;
        let minute = self.minute - 1;
        let from = match stories::scanner_at(minute % 1440) {
            Some(scanner) if moment & 1 == 1 => Source::Scanner(scanner),
            _ => self.customer(rng),
        };
        Some(Arrival { start_ms: self.start_ms + i64::from(minute) * 60_000 + i64::from(moment >> 1), from })
    }

    /// Draws the moments of the next minute.
    fn fill_minute(&mut self, rng: &mut Rng) {
        let minute = self.minute;
        self.minute += 1;
        let weight = self.week[(minute % MINUTES_A_WEEK) as usize];
        let calls = self.customer_calls.take(uneven(self.seed, minute, weight));
        let scans = match stories::scanner_at(minute % 1440) {
            Some(_) => self.scanner_calls.take(1),
            None => 0,
        };
        self.moments.clear();
        self.taken = 0;
        self.moments.extend((0..calls).map(|_| rng.u32(0..60_000) << 1));
        self.moments.extend((0..scans).map(|_| rng.u32(0..60_000) << 1 | 1));
        self.moments.sort_unstable();
        if calls > 0 {
            fill_cells(&mut self.cells, self.start_ms, minute);
        }
    }

    /// Draws who calls, and where, from the current minute's weights.
    fn customer(&self, rng: &mut Rng) -> Source {
        let draw = rng.u64(0..self.cells[CELLS - 1]);
        let cell = self.cells.partition_point(|&up_to| up_to <= draw);
        Source::Customer { customer: cell / DESTINATION_COUNT, destination: cell % DESTINATION_COUNT }
    }
}

/// Traffic is never as smooth as its curve: up to a tenth more or less in each minute.
fn uneven(seed: u64, minute: u32, weight: u64) -> u64 {
    weight * (900 + scatter(seed, u64::from(minute)) % 201) / 1000
}

/// The minute of the local day, and whether that is a Saturday or Sunday.
#[expect(clippy::cast_possible_truncation, reason = "minutes of a day")]
pub(super) fn local_time(start_ms: i64, utc_offset: i32) -> (u32, bool) {
    let minutes = start_ms.div_euclid(60_000) + i64::from(utc_offset);
    // 1970-01-01 was a Thursday.
    let weekend = matches!(minutes.div_euclid(1440).rem_euclid(7), 2 | 3);
    (minutes.rem_euclid(1440) as u32, weekend)
}

/// Sums up the weights of a minute of the period, by customer and destination, and returns the last sum.
fn fill_cells(cells: &mut [u64; CELLS], start_ms: i64, minute: u32) -> u64 {
    let now = start_ms + i64::from(minute) * 60_000;
    let awake = DESTINATIONS.each_ref().map(|destination| level(&AWAKE, local_time(now, destination.utc_offset).0));
    let mut sum = 0;
    for (row, customer) in cells.chunks_exact_mut(DESTINATION_COUNT).zip(&CUSTOMERS) {
        let traffic = customer_level(customer, now);
        for ((cell, mix), awake) in row.iter_mut().zip(customer.mix).zip(awake) {
            sum += traffic * u64::from(mix) * u64::from(awake) / 1000;
            *cell = sum;
        }
    }
    sum
}

fn customer_level(customer: &Customer, now: i64) -> u64 {
    let (minute, weekend) = local_time(now, customer.utc_offset);
    let percent = if weekend { customer.weekend } else { 100 };
    u64::from(customer.share) * u64::from(level(customer.day, minute)) * u64::from(percent) / 100
}
