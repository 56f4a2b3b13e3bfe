//! A case as the library reads it.

use super::expected::{Case, MappingGiven};
use calls::{Call, EndReason, Field, HangUpSide, LocalZone};
use ingest::{
    ContainerKind, Damage, Dialect, FileParser, FileProblem, Mapping, ParseOptions, Quoting, Receiver, RowSink,
    SetAside, Unpacker,
};
use session::{DroppedFileReader, FileChoice, ReadSettings};
use std::collections::BTreeMap;
use std::rc::Rc;

/// What one file was taken for.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Found {
    pub(crate) name: Option<String>,
    pub(crate) problem: Option<String>,
    pub(crate) layout: Option<String>,
    pub(crate) container: String,
    pub(crate) encoding: Option<String>,
    pub(crate) dialect: Option<String>,
    pub(crate) quoting: Option<String>,
    pub(crate) rows: u64,
    pub(crate) counted: u64,
    pub(crate) duplicates: u64,
    pub(crate) answered: u64,
    pub(crate) talk_seconds: u64,
    pub(crate) first_start: Option<String>,
    pub(crate) damaged: bool,
    /// Line, column and reason.
    pub(crate) set_aside: Vec<String>,
    /// Every row that is a call and no duplicate of one in the same file.
    pub(crate) calls: Vec<FoundCall>,
}

/// Values by their key; what the file does not say is not there.
pub(crate) type FoundCall = BTreeMap<&'static str, String>;

/// Reads a file in slices: the figures as the page has them, and every call as it was read.
pub(crate) fn found(bytes: &[u8], slice: usize, case: &Case) -> Vec<Found> {
    let zone = case.zone.as_deref().map(zone).unwrap_or_default();
    let choice = FileChoice { encoding: None, mapping: case.mapping.as_ref().map(mapping) };
    let settings = ReadSettings {
        zone: zone.clone(),
        choices: [(String::new(), choice.clone())].into_iter().collect(),
        ..ReadSettings::default()
    };
    let mut reader = DroppedFileReader::new("case", &settings, &Rc::default());
    let mut rows = Rows {
        options: ParseOptions { mapping: choice.mapping, zone: Rc::new(zone), ..ParseOptions::default() },
        ..Rows::default()
    };
    let mut unpacker = Unpacker::new(false);
    let mut refused = false;
    for part in bytes.chunks(slice) {
        reader.push(part);
        refused = refused || unpacker.push(part, &mut rows).is_err();
    }
    if !refused {
        let _ = unpacker.finish(None, &mut rows);
    }
    let (parts, _) = reader.finish();
    let mut calls = rows.finished.into_iter();
    let found = parts.into_iter().map(|part| {
        let mut found = Found { name: part.entry, ..Found::default() };
        match part.outcome {
            Err(problem) => found.problem = Some(problem_name(&problem).to_owned()),
            Ok(report) => {
                let facts = report.facts.clone().expect("a file that was read has facts");
                found.layout = Some(facts.layout.format.clone());
                found.container = container(&facts.packed_in, found.name.is_some());
                found.encoding =
                    Some(serde_json::to_value(facts.encoding.encoding).unwrap().as_str().unwrap().to_owned());
                (found.dialect, found.quoting) = dialect(&facts.dialect);
                assert_eq!(facts.rows, report.rows());
                found.rows = report.rows();
                found.counted = report.tally.calls;
                found.duplicates = report.duplicates;
                found.answered = report.tally.answered;
                found.talk_seconds = report.tally.talk_seconds;
                found.first_start = report.tally.first_start.map(|start| start.rfc3339());
                found.damaged = facts.damage.is_some();
                let aside = |row: &SetAside| format!("{}:{:?} {:?}", row.line, row.column, row.reason);
                found.set_aside = report.first_set_aside.iter().map(aside).collect();
                found.calls = calls.next().unwrap_or_default();
            }
        }
        found
    });
    found.collect()
}

fn zone(text: &str) -> LocalZone {
    let (hours, minutes) = text[1..].split_once(':').expect("+08:00");
    let seconds = hours.parse::<i32>().unwrap() * 3600 + minutes.parse::<i32>().unwrap() * 60;
    LocalZone::fixed(text, if text.starts_with('-') { -seconds } else { seconds })
}

fn mapping(given: &MappingGiven) -> Mapping {
    let field =
        |key: &str| *Field::ALL.iter().find(|field| field.key() == key).unwrap_or_else(|| panic!("no field {key}"));
    let columns = given.fields.iter().map(|(key, column)| (field(key), column - 1)).collect();
    Mapping {
        header: if given.header { vec!["whatever stands there".to_owned()] } else { Vec::new() },
        fields: columns,
        date_order: given
            .date_order
            .as_ref()
            .map(|order| serde_json::from_value(order.as_str().into()).unwrap())
            .unwrap_or_default(),
        decimal_comma: given.decimal_comma,
        ..Mapping::default()
    }
}

fn container(packed_in: &[ContainerKind], is_entry: bool) -> String {
    let own = if is_entry {
        packed_in.iter().skip_while(|kind| !matches!(kind, ContainerKind::Zip | ContainerKind::Tar)).nth(1)
    } else {
        packed_in.first()
    };
    own.map_or("plain".to_owned(), |kind| serde_json::to_value(kind).unwrap().as_str().unwrap().to_owned())
}

fn dialect(form: &Dialect) -> (Option<String>, Option<String>) {
    match form {
        Dialect::Json => (Some("json".into()), None),
        Dialect::Sql { .. } => (Some("sql".into()), None),
        Dialect::Delimited(form) => {
            let name = match form.delimiter {
                b',' => "comma",
                b'\t' => "tab",
                b'|' => "bar",
                _ => "semicolon",
            };
            let quoting = if form.quoting == Quoting::Doubled { "doubled" } else { "backslash" };
            (Some(name.into()), Some(quoting.into()))
        }
    }
}

fn problem_name(problem: &FileProblem) -> &'static str {
    match problem {
        FileProblem::Empty => "empty",
        FileProblem::Foreign(_) => "foreign",
        FileProblem::NotCdr { .. } | FileProblem::NoLineEnd => "not_cdr",
        FileProblem::NeedsMapping(_) => "needs_mapping",
        FileProblem::MissingColumns { .. } => "missing_columns",
        FileProblem::Encrypted => "encrypted",
        FileProblem::GrowsTooLarge { .. } | FileProblem::WorkbookTooLarge => "too_large",
        FileProblem::RestMissing => "rest_missing",
        FileProblem::Unreadable { .. } | FileProblem::BecameShorter | FileProblem::Crashed { .. } => "unreadable",
    }
}

/// Every call of every file that can be read.
#[derive(Default)]
struct Rows {
    options: ParseOptions,
    current: Option<FileParser>,
    calls: Calls,
    finished: Vec<Vec<FoundCall>>,
}

#[derive(Default)]
struct Calls {
    calls: Vec<FoundCall>,
    serials: std::collections::BTreeSet<i64>,
}

impl Receiver for Rows {
    fn begin(&mut self, _: Option<&str>, packed_in: &[ContainerKind]) {
        self.current = Some(FileParser::new(self.options.clone(), packed_in));
        self.calls = Calls::default();
    }

    fn bytes(&mut self, bytes: &[u8]) -> Result<(), FileProblem> {
        self.current.as_mut().map_or(Ok(()), |parser| parser.push(bytes, &mut self.calls))
    }

    fn end(&mut self, damage: Option<Damage>) {
        if let Some(parser) = self.current.take()
            && parser.finish(damage, &mut self.calls).is_ok()
        {
            self.finished.push(std::mem::take(&mut self.calls.calls));
        }
    }

    fn refused(&mut self, _: Option<&str>, _: FileProblem) {
        self.current = None;
    }
}

impl RowSink for Calls {
    fn call(&mut self, call: &Call<'_>) {
        if call.serial_number.is_some_and(|serial| !self.serials.insert(serial)) {
            return;
        }
        let mut found = FoundCall::new();
        let mut keep = |key, value: Option<String>| {
            if let Some(value) = value {
                found.insert(key, value);
            }
        };
        // An empty cell names nobody.
        let name = |name: &Option<std::borrow::Cow<'_, str>>| {
            name.as_ref().filter(|name| !name.is_empty()).map(|name| name.to_string())
        };
        keep("start", Some(call.start.rfc3339()));
        keep("talk", Some(call.talk_seconds.to_string()));
        keep(
            "end_reason",
            Some(match &call.end_reason {
                EndReason::Code(code) => code.to_string(),
                EndReason::Text(text) => text.to_string(),
            }),
        );
        keep(
            "side",
            call.hang_up_side.map(|side| match side {
                HangUpSide::Caller => "caller".to_owned(),
                HangUpSide::Callee => "callee".to_owned(),
                HangUpSide::Server => "server".to_owned(),
            }),
        );
        keep("caller", name(&call.caller));
        keep("callee", name(&call.callee));
        keep("originating_gateway", name(&call.originating_gateway));
        keep("terminating_gateway", name(&call.terminating_gateway));
        keep("account", name(&call.account));
        keep("fee", call.fee.map(|fee| fee.to_string()));
        keep("cost", call.cost.map(|cost| cost.to_string()));
        keep("billed", call.billed_seconds.map(|seconds| seconds.to_string()));
        keep("post_dial_delay", call.post_dial_delay_millis.map(|delay| delay.to_string()));
        keep("flow_no", call.serial_number.map(|serial| serial.to_string()));
        self.calls.push(found);
    }

    fn set_aside(&mut self, _: SetAside) {}
}
