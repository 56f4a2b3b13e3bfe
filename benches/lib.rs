//! What the benches read: the sample, made once in memory.

use sample::{Format, Sample, SampleSpec};

/// A file of the sample with so many calls.
pub fn sample_file(format: Format, calls: u64) -> Vec<u8> {
    let mut sample = Sample::new(SampleSpec { calls, format, ..SampleSpec::default() });
    let mut file = Vec::new();
    while sample.write_chunk(&mut file, 10_000) {}
    file
}
