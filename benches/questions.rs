//! Questions to a shard of calls: the sums of a filter, groups, and the calls themselves in an order.

use calls::{LocalZone, ReasonsOf};
use cdr_lens_benches::sample_file;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use knowledge::Dialect;
use query::{Asked, Dimension, FilterField, LoadSpec, Question, Reading, RowOrder, RowSort, Scope, TableSpec, answer};
use sample::Format;
use session::{FileReading, ReadSettings};
use std::cell::RefCell;
use std::rc::Rc;
use store::Shard;

const CALLS: u64 = 200_000;

fn shard() -> Shard {
    let shard = Rc::new(RefCell::new(Shard::default()));
    let settings = ReadSettings::default();
    let mut reading = FileReading::new("sample", &settings, &Default::default()).keeping(&shard, 0);
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
    let table = |by: &[Dimension]| Asked::Table(TableSpec::by(by));
    let (vendor, prefix) = (Dimension::TerminatingGateway, Dimension::Prefix { digits: 4 });
    let load = |by| Asked::Load(LoadSpec { by, lengths: false });
    let steps = Dimension::Step { minutes: 60 };
    let report = [&[][..], &[vendor], &[prefix], &[steps, vendor], &[Dimension::EndReason], &[Dimension::Country]];
    let report = Asked::Many(report.into_iter().map(table).collect());
    for (name, filter, asked) in [
        ("sums of all", all, Asked::Sums),
        ("sums of a called prefix", &[(FilterField::Callee, "44%")], Asked::Sums),
        ("sums of a vendor", &[(FilterField::TerminatingGateway, "RG_COBALT")], Asked::Sums),
        ("sums of long talk", &[(FilterField::TalkTime, "60..")], Asked::Sums),
        ("groups by vendor", all, table(&[vendor])),
        ("groups by vendor, with delays", all, Asked::Table(TableSpec::by([vendor]).with_delays())),
        ("groups by prefix", all, table(&[prefix])),
        ("groups by country", all, table(&[Dimension::Country])),
        ("groups by hour and vendor", all, table(&[steps, vendor])),
        ("groups by account, vendor and prefix", all, table(&[Dimension::Account, vendor, prefix])),
        ("groups by called number", all, table(&[Dimension::Callee])),
        ("load", all, load(None)),
        ("load by vendor", all, load(Some(vendor))),
        ("six tables at once", all, report),
        ("all calls by talk time", all, rows),
    ] {
        let mut wanted = query::Filter::default();
        filter.iter().for_each(|&(field, text)| wanted.set(field, text));
        let question = Question {
            scopes: vec![Scope { file: 0, part: None, id: 0, reading: 0 }],
            conditions: wanted.understood(&LocalZone::default()).unwrap(),
            rules: None,
            readings: vec![Reading { dialect: Dialect::Live, reasons_of: ReasonsOf::Vos3000 }],
            personal: Default::default(),
            sides: Vec::new(),
            dial_plan: Default::default(),
            zone: LocalZone::default(),
            slot: 0,
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
