//! Reading files to figures, beside what bounds it and what others do with the same bytes in the same run: finding
//! every line end with memchr (the limit), and splitting every row with the csv crate, which types and counts nothing.

use cdr_lens_benches::sample_file;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use sample::Format;
use session::{DroppedFileReader, ReadSettings};
use std::hint::black_box;

const CALLS: u64 = 100_000;
const SLICE_BYTES: usize = 8 << 20;

fn reading(criterion: &mut Criterion) {
    for (format, name, delimiter) in [
        (Format::SoftswitchText, "text18", b'|'),
        (Format::EcdrCsv, "e_cdr csv", b','),
        (Format::EcdrTsv, "e_cdr tsv", b'\t'),
    ] {
        let file = sample_file(format, CALLS);
        let mut group = criterion.benchmark_group("reading");
        group.sample_size(10).throughput(Throughput::Bytes(file.len() as u64));
        group.bench_with_input(BenchmarkId::new("line ends only", name), &file, |bench, file| {
            bench.iter(|| memchr::memchr_iter(b'\n', black_box(file)).count());
        });
        group.bench_with_input(BenchmarkId::new("cdr-lens, to figures", name), &file, |bench, file| {
            bench.iter(|| calls(file));
        });
        group.bench_with_input(BenchmarkId::new("csv crate, split only", name), &file, |bench, file| {
            bench.iter(|| {
                let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(file.as_slice());
                let mut record = csv::ByteRecord::new();
                let mut cells = 0;
                while reader.read_byte_record(&mut record).expect("memory can be read") {
                    cells += record.len();
                }
                cells
            });
        });
        group.finish();
    }
}

/// Reads a file to figures.
fn calls(file: &[u8]) -> u64 {
    let mut reader = DroppedFileReader::new("sample", &ReadSettings::default(), &Default::default());
    for slice in file.chunks(SLICE_BYTES) {
        reader.push(slice);
    }
    let part = reader.finish().0.pop().expect("there is a file");
    part.outcome.expect("the sample can be read").tally.calls
}

criterion_group!(benches, reading);
criterion_main!(benches);
