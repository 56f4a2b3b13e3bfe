//! Any text, read as a table by a mapping of its first columns: slices make no difference, and each row is a call or
//! set aside.
#![no_main]

use calls::Field;
use ingest::{FileParser, Mapping, ParseOptions, RowSink, SetAside};
use libfuzzer_sys::fuzz_target;

#[derive(Default, PartialEq, Debug)]
struct Rows(Vec<String>, Vec<SetAside>);

impl RowSink for Rows {
    fn call(&mut self, call: &calls::Call<'_>) {
        self.0.push(format!("{call:?}"));
    }

    fn set_aside(&mut self, row: SetAside) {
        self.1.push(row);
    }
}

fn read(text: &[u8], slice: usize) -> (Rows, Option<u64>) {
    let fields = [(Field::Start, 0), (Field::HoldTime, 1), (Field::EndReason, 2), (Field::Account, 3)];
    let mapping = Mapping { columns: 4, fields: fields.into_iter().collect(), ..Mapping::default() };
    let mut rows = Rows::default();
    let mut parser = FileParser::new(ParseOptions { mapping: Some(mapping), ..ParseOptions::default() }, &[]);
    for part in text.chunks(slice) {
        if parser.push(part, &mut rows).is_err() {
            return (rows, None);
        }
    }
    let facts = parser.finish(None, &mut rows);
    (rows, facts.ok().map(|facts| facts.rows))
}

fuzz_target!(|input: (u8, &[u8])| {
    let (slice, text) = input;
    let whole = read(text, usize::MAX);
    if let (Rows(calls, set_aside), Some(rows)) = &whole {
        assert_eq!(calls.len() + set_aside.len(), *rows as usize);
    }
    assert_eq!(read(text, usize::from(slice) + 1), whole);
});
