//! Questions to a shard of calls: the sums of a filter, groups, and the calls themselves in an order.

use cdr_lens::ingest::LocalZone;
use cdr_lens::query::{self, Asked, Dimension, FilterField, Question, RowOrder, RowSort, Scope, answer};
use cdr_lens::sample::Format;
use cdr_lens::session::{FileReading, ReadSettings};
use cdr_lens::store::Shard;
use cdr_lens::words::Language;
use cdr_lens_benches::sample_file;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use std::cell::RefCell;
use std::rc::Rc;

const CALLS: u64 = 200_000;

fn shard() -> Shard {
    let shard = Rc::new(RefCell::new(Shard::default()));
    let settings = ReadSettings::default();
    let mut reading = FileReading::new("sample", Language::English, &settings, &Default::default()).keeping(&shard, 0);
    reading.push(&sample_file(Format::EcdrCsv, CALLS));
    reading.finish();
    shard.take()
}

fn questions(criterion: &mut Criterion) {
    let shard = shard();
    let mut group = criterion.benchmark_group(format!("questions, {} bytes a call", shard.bytes() as u64 / CALLS));
    group.sample_size(20).throughput(Throughput::Elements(CALLS));
    let all: &[(FilterField, &str)] = &[];
    let rows = Asked::Rows(RowOrder { by: RowSort::TalkTime, descending: true });
    for (name, filter, asked) in [
        ("sums of all", all, Asked::Sums),
        ("sums of a called prefix", &[(FilterField::Callee, "44%")], Asked::Sums),
        ("sums of a vendor", &[(FilterField::TerminatingGateway, "RG_COBALT")], Asked::Sums),
        ("sums of long talk", &[(FilterField::TalkTime, "60..")], Asked::Sums),
        ("groups by vendor", all, Asked::Breakdown(Dimension::TerminatingGateway)),
        ("groups by prefix", all, Asked::Breakdown(Dimension::Prefix)),
        ("groups by country", all, Asked::Breakdown(Dimension::Country)),
        ("all calls by talk time", all, rows),
    ] {
        let criteria = filter.iter().map(|&(field, text)| query::Criterion { field, text: text.to_owned(), on: true });
        let question = Question {
            scopes: vec![Scope { file: 0, part: None, reading: 0 }],
            criteria: criteria.collect(),
            rules: None,
            readings: 1,
            zone: LocalZone::default(),
            asked,
        };
        group.bench_with_input(BenchmarkId::from_parameter(name), &question, |bench, question| {
            bench.iter(|| answer(&shard, question));
        });
    }
    group.finish();
}

criterion_group!(benches, questions);
criterion_main!(benches);
