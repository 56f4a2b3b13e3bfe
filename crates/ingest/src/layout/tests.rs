//! Random calls, written in any format, dialect, encoding and container, are read back.

use super::catalog::{Format, formats};
use crate::*;
use calls::{Call, EndReason, EpochMillis, Field, Money, plain_name};
use proptest::prelude::*;
use std::io::Write;

#[derive(Debug, Clone)]
struct Written {
    /// Epoch seconds.
    start: i64,
    talk: u32,
    reason: i32,
    side: usize,
    caller: String,
    callee: String,
    gateways: [String; 2],
    account: usize,
    /// In thousandths.
    fee: i64,
}

fn calls() -> impl Strategy<Value = Vec<Written>> {
    let call = (
        1_600_000_000_i64..1_900_000_000,
        prop_oneof![Just(0_u32), 1..7200_u32],
        prop_oneof![Just(-7), Just(-69), Just(16), Just(34), Just(486), Just(503)],
        0..3_usize,
        ("1202555[0-9]{4}", "44207946[0-9]{4}"),
        ("CUST-[A-D]", "VEND-[1-4]"),
        0..3_usize,
        0..5_000_000_i64,
    );
    let call = call.prop_map(|(start, talk, reason, side, (caller, callee), (customer, vendor), account, fee)| {
        Written { start, talk, reason, side, caller, callee, gateways: [customer, vendor], account, fee }
    });
    proptest::collection::vec(call, 1..12)
}

/// How a file is written.
#[derive(Debug, Clone)]
struct Way {
    format: usize,
    form: usize,
    encoding: usize,
    container: usize,
    dates: bool,
    slice: usize,
}

fn way() -> impl Strategy<Value = Way> {
    (0..1000_usize, 0..6_usize, 0..5_usize, 0..4_usize, any::<bool>(), 1..5000_usize).prop_map(
        |(format, form, encoding, container, dates, slice)| Way { format, form, encoding, container, dates, slice },
    )
}

const ENCODINGS: [(Encoding, [&str; 3]); 5] = [
    (Encoding::Utf8, ["acct-1", "北京客户", "Müller, José"]),
    (Encoding::Gb18030, ["acct-1", "北京客户", "上海|誠信"]),
    (Encoding::Utf16Le, ["acct-1", "北京客户", "Müller, José"]),
    (Encoding::Utf16Be, ["acct-1", "北京客户", "Müller; José"]),
    (Encoding::Windows1252, ["acct-1", "José Pe", "Señor"]),
];

fn value(
    format: &Format,
    name: &str,
    field: Field,
    call: &Written,
    at: usize,
    accounts: &[&str; 3],
    way: &Way,
) -> String {
    let time = |seconds: i64| match way.dates {
        true => EpochMillis(seconds * 1000).rfc3339().replace('T', " ").replace('Z', ""),
        false => (seconds * 1000).to_string(),
    };
    let seconds = |seconds: u32| match format.unit_of(&plain_name(name)) {
        Some(unit) => (u64::from(seconds) * 1_000_000 / u64::from(unit.micros())).to_string(),
        None => seconds.to_string(),
    };
    match field {
        Field::Start => time(call.start),
        Field::Answer if call.talk == 0 => String::new(),
        Field::Answer => time(call.start),
        Field::Stop => time(call.start + i64::from(call.talk)),
        Field::HoldTime | Field::FeeTime => seconds(call.talk),
        Field::EndReason => call.reason.to_string(),
        Field::EndDirection => call.side.to_string(),
        Field::Caller => call.caller.clone(),
        Field::Callee => call.callee.clone(),
        Field::CallerGateway => call.gateways[0].clone(),
        Field::CalleeGateway => call.gateways[1].clone(),
        Field::Account => accounts[call.account].to_owned(),
        Field::Fee => Money(call.fee * 100_000).to_string(),
        Field::FlowNo => (900_000 + at).to_string(),
        _ => String::new(),
    }
}

/// The rows as text.
fn written(names: &[String], rows: &[Vec<String>], way: &Way, header: bool) -> String {
    let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
    let bare = |cell: &String| if cell.contains([',', ';', '|', '"']) { quoted(cell) } else { cell.clone() };
    let lines = |delimiter: &str, cell: &dyn Fn(&String) -> String, end: &str| {
        let all = header.then(|| names.to_vec()).into_iter().chain(rows.iter().cloned());
        all.map(|row| row.iter().map(cell).collect::<Vec<_>>().join(delimiter) + end).collect::<String>()
    };
    let objects = |row: &Vec<String>| -> serde_json::Value {
        let values = names.iter().zip(row).filter(|(name, _)| !name.is_empty());
        values.map(|(name, value)| (name.clone(), value.as_str().into())).collect::<serde_json::Map<_, _>>().into()
    };
    let sql = |row: &Vec<String>| {
        let values: Vec<_> = row.iter().map(|cell| format!("'{}'", cell.replace('\'', "\\'"))).collect();
        format!("({})", values.join(","))
    };
    match way.form {
        0 => lines(",", &quoted, "\n"),
        1 => lines("|", &bare, "\r\n"),
        2 => lines("\t", &bare, "\n"),
        3 => lines(";", &bare, "\r"),
        4 if header => {
            serde_json::json!({ "retCode": 0, "infoCdrs": rows.iter().map(objects).collect::<Vec<_>>() }).to_string()
        }
        5 => {
            let listed = if header { format!(" (`{}`)", names.join("`,`")) } else { String::new() };
            format!(
                "INSERT INTO `e_cdr_20260302`{listed} VALUES {};\n",
                rows.iter().map(sql).collect::<Vec<_>>().join(",")
            )
        }
        _ => lines(",", &bare, "\n"),
    }
}

fn encoded(text: &str, encoding: Encoding) -> Vec<u8> {
    match encoding {
        Encoding::Utf8 => text.as_bytes().to_vec(),
        Encoding::Gb18030 => encoding_rs::GB18030.encode(text).0.into_owned(),
        Encoding::Windows1252 => encoding_rs::WINDOWS_1252.encode(text).0.into_owned(),
        Encoding::Utf16Le => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        Encoding::Utf16Be => {
            b"\xFE\xFF".iter().copied().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect()
        }
    }
}

fn packed(bytes: Vec<u8>, container: usize) -> Vec<u8> {
    match container {
        0 => {
            let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
            encoder.write_all(&bytes).unwrap();
            encoder.finish().unwrap()
        }
        1 => {
            let mut tar = vec![0; 512];
            tar[..7].copy_from_slice(b"cdr.csv");
            tar[124..135].copy_from_slice(format!("{:011o}", bytes.len()).as_bytes());
            tar[156] = b'0';
            tar[257..262].copy_from_slice(b"ustar");
            tar.extend(&bytes);
            tar.resize(tar.len().next_multiple_of(512) + 1024, 0);
            tar
        }
        _ => bytes,
    }
}

/// What was read, each call as one line.
#[derive(Default)]
struct Read {
    parser: Option<FileParser>,
    calls: Lines,
    format: String,
}

#[derive(Default)]
struct Lines(Vec<String>, Vec<SetAside>);

impl RowSink for Lines {
    fn call(&mut self, call: &Call<'_>) {
        let reason = match &call.end_reason {
            EndReason::Code(code) => code.to_string(),
            EndReason::Text(text) => text.to_string(),
        };
        let name = |name: &Option<std::borrow::Cow<'_, str>>| name.as_deref().unwrap_or("-").to_owned();
        let side = call.hang_up_side.map_or("-".to_owned(), |side| (side as usize).to_string());
        let parts = [
            call.start.rfc3339(),
            call.talk_seconds.to_string(),
            reason,
            side,
            name(&call.caller),
            name(&call.callee),
            name(&call.originating_gateway),
            name(&call.terminating_gateway),
            name(&call.account),
            call.fee.map_or("-".to_owned(), |fee| fee.to_string()),
            call.serial_number.map_or("-".to_owned(), |serial| serial.to_string()),
        ];
        self.0.push(parts.join(" / "));
    }

    fn set_aside(&mut self, row: SetAside) {
        self.1.push(row);
    }
}

impl Receiver for Read {
    fn begin(&mut self, _: Option<&str>, packed_in: &[ContainerKind]) {
        self.parser = Some(FileParser::new(ParseOptions::default(), packed_in));
    }

    fn bytes(&mut self, bytes: &[u8]) -> Result<(), FileProblem> {
        self.parser.as_mut().unwrap().push(bytes, &mut self.calls)
    }

    fn end(&mut self, damage: Option<Damage>) {
        let facts = self.parser.take().unwrap().finish(damage, &mut self.calls);
        self.format = facts.map_or_else(|problem| format!("{problem:?}"), |facts| facts.layout.format);
    }

    fn refused(&mut self, name: Option<&str>, problem: FileProblem) {
        panic!("{name:?}: {problem:?}");
    }
}

fn expected(format: &Format, names: &[String], call: &Written, at: usize, accounts: &[&str; 3], way: &Way) -> String {
    let fields = [
        Field::EndReason,
        Field::EndDirection,
        Field::Caller,
        Field::Callee,
        Field::CallerGateway,
        Field::CalleeGateway,
        Field::Account,
        Field::Fee,
        Field::FlowNo,
    ];
    let has = |field: Field| {
        names.iter().any(|name| format.field_of(&plain_name(name)).is_some_and(|(of, _)| of == Some(field)))
    };
    let shown = fields.map(|field| match field {
        Field::EndReason if !has(field) => String::new(),
        _ if !has(field) => "-".to_owned(),
        _ => value(format, "", field, call, at, accounts, way),
    });
    format!("{} / {} / {}", EpochMillis(call.start * 1000).rfc3339(), call.talk, shown.join(" / "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn random_calls_are_read_back(calls in calls(), way in way()) {
        // Every format with a header of the names that it prefers, and every shape without one of VOS3000's.
        let mut choices: Vec<(&Format, Vec<String>, bool)> = Vec::new();
        for format in formats() {
            // The causes of legs, which stand for an end reason, would need one column each.
            let names = format
                .fields
                .iter()
                .filter(|(field, _)| !matches!(field, Field::CallerEndReason | Field::CalleeEndReason));
            choices.push((format, names.map(|(_, names)| names[0].clone()).collect(), true));
            if format.switch == "VOS3000" {
                choices.extend(format.rows.iter().map(|shape| (format, shape.columns.clone(), false)));
            }
        }
        let (format, names, header) = &choices[way.format % choices.len()];
        let (encoding, accounts) = &ENCODINGS[way.encoding];
        let header_fits = encoding_fits(names, *encoding);
        let encoding = if header_fits { *encoding } else { Encoding::Utf8 };
        let rows: Vec<Vec<String>> = calls.iter().enumerate().map(|(at, call)| {
            names.iter().map(|name| match format.field_of(&plain_name(name)) {
                Some((Some(field), _)) => value(format, name, field, call, at, accounts, &way),
                _ => String::new(),
            }).collect()
        }).collect();
        let text = written(names, &rows, &way, *header);
        let bytes = packed(encoded(&text, encoding), way.container);
        let mut read = Read::default();
        let mut unpacker = Unpacker::new(false);
        for part in bytes.chunks(way.slice) {
            unpacker.push(part, &mut read).unwrap();
        }
        unpacker.finish(None, &mut read).unwrap();
        let all: Vec<_> = calls
            .iter()
            .enumerate()
            .map(|(at, call)| expected(format, names, call, at, accounts, &way))
            .collect();
        prop_assert_eq!(&read.calls.1, &[], "{} read as {}", format.id, read.format);
        prop_assert_eq!(&read.calls.0, &all, "{} read as {}", format.id, read.format);
    }
}

/// Labels in Chinese are not written in Windows-1252.
fn encoding_fits(names: &[String], encoding: Encoding) -> bool {
    encoding != Encoding::Windows1252 || names.iter().all(|name| name.is_ascii())
}
