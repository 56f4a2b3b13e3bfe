//! Questions to a shard of calls: the sums of a filter, groups, and the calls themselves in an order.

use calls::{LocalZone, ReasonsOf};
use cdr_lens_benches::sample_file;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use knowledge::Numbering;
use query::{
    Dimension, FilterField, Interpretation, LoadSpec, Query, Question, RowOrder, RowSort, Scope, SignsSpec, TableSpec,
    answer,
};
use sample::Format;
use session::{DroppedFileReader, ReadSettings};
use std::cell::RefCell;
use std::rc::Rc;
use store::Shard;

const CALLS: u64 = 200_000;

fn shard() -> Shard {
    let shard = Rc::new(RefCell::new(Shard::default()));
    let settings = ReadSettings::default();
    let mut reader = DroppedFileReader::new("sample", &settings, &Default::default()).keeping(&shard, 0);
    reader.push(&sample_file(Format::EcdrCsv, CALLS));
    reader.finish();
    shard.take()
}

fn questions(criterion: &mut Criterion) {
    let shard = shard();
    let mut group = criterion.benchmark_group(format!("questions, {} bytes a call", shard.bytes() as u64 / CALLS));
    group.sample_size(20).throughput(Throughput::Elements(CALLS));
    let all: &[(FilterField, &str)] = &[];
    let rows = Query::Rows(RowOrder { by: RowSort::TalkTime, descending: true });
    let table = |by: &[Dimension]| Query::Table(TableSpec::by(by));
    let (vendor, prefix) = (Dimension::TerminatingGateway, Dimension::Prefix { digits: 4 });
    let load = |by| Query::Load(LoadSpec { by, lengths: false });
    let steps = Dimension::Step { minutes: 60 };
    let report = [&[][..], &[vendor], &[prefix], &[steps, vendor], &[Dimension::EndReason], &[Dimension::Country]];
    let report = Query::Many(report.into_iter().map(table).collect());
    for (name, filter, query) in [
        ("sums of all", all, Query::Sums),
        ("sums of a called prefix", &[(FilterField::Callee, "44%")], Query::Sums),
        ("sums of a vendor", &[(FilterField::TerminatingGateway, "RG_COBALT")], Query::Sums),
        ("sums of long talk", &[(FilterField::TalkTime, "60..")], Query::Sums),
        ("groups by vendor", all, table(&[vendor])),
        ("groups by vendor, with delays", all, Query::Table(TableSpec::by([vendor]).with_delays())),
        ("groups by prefix", all, table(&[prefix])),
        ("groups by country", all, table(&[Dimension::Country])),
        ("groups by hour and vendor", all, table(&[steps, vendor])),
        ("groups by account, vendor and prefix", all, table(&[Dimension::Account, vendor, prefix])),
        ("groups by called number", all, table(&[Dimension::Callee])),
        ("load", all, load(None)),
        ("load by vendor", all, load(Some(vendor))),
        ("six tables at once", all, report),
        ("signs", all, Query::Signs(SignsSpec { step_minutes: 5 })),
        ("attempts", all, Query::Attempts),
        ("all calls by talk time", all, rows),
    ] {
        let mut wanted = query::Filter::default();
        filter.iter().for_each(|&(field, text)| wanted.set(field, text));
        let question = Question {
            scopes: vec![Scope { file: 0, part: None, id: 0, interpretation: 0 }],
            conditions: wanted.understood(&LocalZone::default()).unwrap(),
            rules: None,
            interpretations: vec![Interpretation { numbering: Numbering::Live, reasons_of: ReasonsOf::Vos3000 }],
            personal: Default::default(),
            sides: Vec::new(),
            dial_plan: Default::default(),
            zone: LocalZone::default(),
            slot: 0,
            query,
        };
        group.bench_with_input(BenchmarkId::from_parameter(name), &question, |bench, question| {
            bench.iter(|| answer(&shard, question));
        });
    }
    group.finish();
}

criterion_group!(benches, questions);
criterion_main!(benches);
