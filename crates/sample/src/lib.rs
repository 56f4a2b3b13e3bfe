//! CDR files of an invented VOS3000 operator, for the page's "try it with a sample", for tests and for benchmarks.
//!
//! In: a [`SampleSpec`]: how many calls, over which days, in which format, with which numbering of end reasons. Out:
//! the bytes of the file, in pieces, and the [`Totals`] that any reader of those bytes must arrive at. The calls have
//! what an operator's have: customers and vendors with habits of their own, days and nights, prices, post-dial delays,
//! and the stories of `stories.rs`, which the page should find. Equal specifications give equal bytes on every machine,
//! in pieces of any size; a hundred million calls take no more memory than one minute of them. Numbers, addresses and
//! names are invented: none belongs to anyone.
//!
//! ```
//! use sample::{Sample, SampleSpec};
//!
//! let mut sample = Sample::new(SampleSpec { calls: 1_000, ..SampleSpec::default() });
//! let mut file = Vec::new();
//! while sample.write_chunk(&mut file, 100) {}
//! assert_eq!(sample.totals().rows, 1_000);
//! ```

// A number of 64 bits that is cut to 32 is another one, and nothing says so. Where it fits, that is said: by
// `try_from`, or a reason.
#![cfg_attr(not(test), warn(clippy::cast_possible_truncation))]

mod call;
mod draw;
mod ends;
mod fields;
mod outcome;
mod rows;
mod spec;
mod stories;
#[cfg(test)]
mod tests;
mod totals;
mod traffic;
mod world;

pub use spec::{Format, Numbering, SampleSpec};
pub use totals::{ReasonTotals, Totals};

use call::Switch;
use fastrand::Rng;
use traffic::Arrivals;

/// A sample being written.
#[derive(Debug)]
pub struct Sample {
    spec: SampleSpec,
    rng: Rng,
    arrivals: Arrivals,
    switch: Switch,
    totals: Totals,
    begun: bool,
}

impl Sample {
    /// A sample of which nothing is written yet.
    pub fn new(spec: SampleSpec) -> Self {
        Sample {
            rng: Rng::with_seed(spec.seed),
            arrivals: Arrivals::new(&spec),
            switch: Switch::new(spec),
            totals: Totals::default(),
            begun: false,
            spec,
        }
    }

    /// Appends to `out` the header, if the format has one and this is the first piece, and up to `rows` rows, ordered
    /// by start time. Returns whether there is more to write.
    pub fn write_chunk(&mut self, out: &mut Vec<u8>, rows: usize) -> bool {
        if !std::mem::replace(&mut self.begun, true) {
            rows::write_header(out, self.spec.format);
        }
        for _ in 0..rows {
            let Some(arrival) = self.arrivals.next(&mut self.rng) else {
                break;
            };
            let call = self.switch.connect(arrival, &mut self.rng);
            rows::write_row(out, self.spec.format, &call);
            self.totals.count(&call);
        }
        self.totals.rows < self.spec.calls
    }

    /// What the rows written so far add up to.
    pub fn totals(&self) -> &Totals {
        &self.totals
    }
}
