//! The sample as its reader has it: everything here is counted from the bytes.

mod calls;
mod file;
mod stories;

use super::rows::COLUMNS;
use super::*;
use std::sync::OnceLock;

const HOUR: i64 = 3_600_000;

/// A row, read back.
#[derive(Debug)]
struct Row(Vec<String>);

impl Row {
    fn text(&self, column: &str) -> &str {
        let place = COLUMNS.iter().position(|name| *name == column).expect("a column of e_cdr");
        &self.0[place]
    }

    fn int(&self, column: &str) -> i64 {
        self.text(column).parse().unwrap_or_else(|_| panic!("{column}: {:?}", self.text(column)))
    }

    /// Ten-thousandths.
    fn money(&self, column: &str) -> u64 {
        let (whole, part) = self.text(column).split_once('.').unwrap_or((self.text(column), ""));
        format!("{whole}{part:0<4}").parse().expect("an amount")
    }

    fn answered(&self) -> bool {
        self.int("holdtime") > 0
    }

    /// Hours since the period began.
    fn hour(&self) -> i64 {
        (self.int("starttime") - spec().start) / HOUR
    }
}

/// Two days of 20,000 calls.
fn spec() -> SampleSpec {
    SampleSpec { calls: 20_000, ..SampleSpec::default() }
}

fn write(spec: SampleSpec, rows: usize) -> (Vec<u8>, Totals) {
    let (mut sample, mut out) = (Sample::new(spec), Vec::new());
    while sample.write_chunk(&mut out, rows) {}
    (out, sample.totals().clone())
}

/// The values of a line, quotes resolved.
fn split(line: &str) -> Vec<String> {
    if !line.contains('"') {
        return line.split(',').map(str::to_owned).collect();
    }
    let (mut values, mut quoted) = (vec![String::new()], false);
    let mut signs = line.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '"' if quoted && signs.next_if_eq(&'"').is_some() => values.last_mut().expect("a value").push('"'),
            '"' => quoted = !quoted,
            ',' if !quoted => values.push(String::new()),
            other => values.last_mut().expect("a value").push(other),
        }
    }
    assert!(!quoted, "{line}");
    values
}

fn read(spec: SampleSpec) -> Vec<Row> {
    let bytes = write(SampleSpec { format: Format::EcdrCsv, ..spec }, 1_000).0;
    let text = String::from_utf8(bytes).expect("UTF-8");
    let mut lines = text.lines();
    assert_eq!(split(lines.next().expect("a header")), COLUMNS);
    let row = |line| {
        let values = split(line);
        assert_eq!(values.len(), COLUMNS.len(), "{line}");
        Row(values)
    };
    lines.map(row).collect()
}

/// The rows of [`spec`], read once for all tests.
fn told() -> &'static [Row] {
    static ROWS: OnceLock<Vec<Row>> = OnceLock::new();
    ROWS.get_or_init(|| read(spec()))
}

/// The same without the stories.
fn untold() -> &'static [Row] {
    static ROWS: OnceLock<Vec<Row>> = OnceLock::new();
    ROWS.get_or_init(|| read(SampleSpec { stories: false, ..spec() }))
}

fn count(rows: &[Row], what: impl Fn(&Row) -> bool) -> usize {
    rows.iter().filter(|row| what(row)).count()
}

fn answer_ratio<'a>(rows: impl Iterator<Item = &'a Row>) -> f64 {
    let (mut answered, mut calls) = (0.0, 0.0);
    for row in rows {
        calls += 1.0;
        answered += f64::from(u8::from(row.answered()));
    }
    answered / calls
}
