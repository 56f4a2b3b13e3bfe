use super::*;
use calls::EndReason;
use proptest::prelude::*;

/// What came of a file, in a form that is easy to compare.
#[derive(Debug, Default, PartialEq, Eq)]
struct Seen {
    /// `start talk reason side vendor`
    calls: Vec<String>,
    /// `line:column reason`
    set_aside: Vec<String>,
    texts: Vec<String>,
}

impl RowSink for Seen {
    fn call(&mut self, call: &Call<'_>) {
        let reason = match &call.end_reason {
            EndReason::Code(code) => code.to_string(),
            EndReason::Text(text) => format!("{text:?}"),
        };
        let side = call.hang_up_side.map_or("-".to_owned(), |side| format!("{side:?}"));
        let vendor = call.vendor_reached().map_or("-", |reached| if reached { "reached" } else { "none" });
        let up = if call.in_progress { " up" } else { "" };
        self.calls.push(format!("{} {}s {reason} {side} {vendor}{up}", call.start.rfc3339(), call.talk_seconds));
    }

    fn set_aside(&mut self, row: SetAside) {
        let column = row.column.map_or("-".to_owned(), |column| column.to_string());
        self.set_aside.push(format!("{}:{column} {:?}", row.line, row.reason));
        self.texts.push(row.text);
    }
}

fn read_in_slices(file: &[u8], slice: usize) -> (Seen, Result<FileFacts, FileProblem>) {
    let mut seen = Seen::default();
    let mut parser = FileParser::new(ParseOptions::default(), &[]);
    for part in file.chunks(slice.max(1)) {
        if let Err(problem) = parser.push(part, &mut seen) {
            return (seen, Err(problem));
        }
    }
    let facts = parser.finish(None, &mut seen);
    (seen, facts)
}

/// Reads whole and in slices of several sizes, which must make no difference.
fn read(file: &[u8]) -> (Seen, Result<FileFacts, FileProblem>) {
    let whole = read_in_slices(file, usize::MAX);
    for slice in [1, 2, 3, 7, 4096] {
        assert_eq!(read_in_slices(file, slice), whole, "slices of {slice} bytes");
    }
    whole
}

struct Case {
    name: &'static str,
    file: &'static str,
    calls: &'static [&'static str],
    set_aside: &'static [&'static str],
}

const CASES: &[Case] = &[
    Case {
        name: "the softswitch's text file",
        file: "12025550101|442079460001|1772452800000|1772452860000|60|-7|0|CUST1|VEND1|\
                   192.0.2.1|203.0.113.1|a|b|1|4|0|1|77\n\
               12025550101|442079460001|1772452801000|1772452801000|0|503|1|CUST1||192.0.2.1||a|b|1|4|0|1|78\n",
        calls: &["2026-03-02T12:00:00Z 60s -7 Caller reached", "2026-03-02T12:00:01Z 0s 503 Callee none"],
        set_aside: &[],
    },
    Case {
        name: "the softswitch's text file with a cut last line and a damaged first one",
        file: "a|b|c\n\
               1|4|2026-03-02 12:00:00|2026-03-02 12:01:00|60|11|0|C|V|||||||0|1|77\r\n\
               1|4|20260302120001|20260302120001|0|2|1|C|V|||||||0|1|78\r\n\
               1|4|1772452801|177245",
        calls: &["2026-03-02T12:00:00Z 60s 11 Caller reached", "2026-03-02T12:00:01Z 0s 2 Callee reached"],
        set_aside: &["1:- ColumnCount { expected: 18, found: 3 }", "4:- ColumnCount { expected: 18, found: 4 }"],
    },
    Case {
        name: "e_cdr as CSV: any order, a BOM, CRLF, quotes with delimiter, newline and quote, no last newline",
        file: "\u{feff}endreason,customername,starttime,holdtime,enddirection\r\n\
               16,\"Acme, Inc.\",1772452800000,5,1\r\n\
               -69,\"two\r\nlines, \"\"quoted\"\"\",1772452800,0,2\r\n\
               Temporarily Unavailable(480),plain,2026-03-02 12:00:00.5,0,",
        calls: &[
            "2026-03-02T12:00:00Z 5s 16 Callee -",
            "2026-03-02T12:00:00Z 0s -69 Server -",
            "2026-03-02T12:00:00.500Z 0s \"Temporarily Unavailable(480)\" - -",
        ],
        set_aside: &[],
    },
    Case {
        name: "e_cdr as TSV with NULLs: talk time from the first column that has one",
        file: "flowno\tstarttime\tstoptime\tholdtime\tfeetime\tendreason\tcalleegatewayid\n\
               1\t1772452800000\t1772452810001\tNULL\t\\N\t-8\tV\n\
               2\t1772452800000\t1772452810001\t\\N\t6\t-8\tNULL\n\
               3\t1772452800000\t0\tNULL\tNULL\tNULL\tNULL\n\
               4\t1772452800000\t1772452800000\t-1\t-1\t404\t\n",
        calls: &[
            "2026-03-02T12:00:00Z 11s -8 - reached",
            "2026-03-02T12:00:00Z 6s -8 - none",
            "2026-03-02T12:00:00Z 0s \"\" - none up",
            "2026-03-02T12:00:00Z 0s 404 - none",
        ],
        set_aside: &[],
    },
    Case {
        name: "cells that cannot be read are told with their column",
        file: "starttime,holdtime,endreason\n\
               ,1,16\n\
               tomorrow,1,16\n\
               1772452800000,long,16\n\
               1772452800000,,16\n\
               \n\
               1772452800000,1,16,\n\
               1772452800000,1,16,extra\n\
               1772452800000,1\n",
        calls: &["2026-03-02T12:00:00Z 1s 16 - -"],
        set_aside: &[
            "2:1 Absent(Start)",
            "3:1 Unreadable(Start)",
            "4:2 Unreadable(HoldTime)",
            "5:2 Absent(HoldTime)",
            "8:- ColumnCount { expected: 3, found: 4 }",
            "9:- ColumnCount { expected: 3, found: 2 }",
        ],
    },
    Case {
        name: "a quote that never closes costs its own line at most",
        file: "customername,starttime,holdtime,endreason\n\
               \"Acme,1772452800000,1,16\n\
               \"open,1772452800000\n\
               c,1772452801000,2,16\n\
               d,1772452802000,3,16\n",
        calls: &["2026-03-02T12:00:00Z 1s 16 - -", "2026-03-02T12:00:01Z 2s 16 - -", "2026-03-02T12:00:02Z 3s 16 - -"],
        set_aside: &["3:- QuoteNotClosed"],
    },
    Case {
        name: "two stray quotes do not swallow the lines between them",
        file: "starttime,holdtime,endreason,customername\n\
               1772452800000,1,16,\"a\n\
               1772452801000,2,16,b\n\
               1772452802000,3,16,\"c\n\
               1772452803000,4,16,d\n",
        calls: &[
            "2026-03-02T12:00:00Z 1s 16 - -",
            "2026-03-02T12:00:01Z 2s 16 - -",
            "2026-03-02T12:00:02Z 3s 16 - -",
            "2026-03-02T12:00:03Z 4s 16 - -",
        ],
        set_aside: &[],
    },
    Case {
        name: "a quote inside a cell is text",
        file: "starttime,holdtime,endreason,customername\n1772452800000,1,16,15\" rack\n1772452801000,2,16,b\n",
        calls: &["2026-03-02T12:00:00Z 1s 16 - -", "2026-03-02T12:00:01Z 2s 16 - -"],
        set_aside: &[],
    },
    Case {
        name: "a header that comes again, the same and with more columns in another order",
        file: "starttime,holdtime,endreason\n\
               1772452800000,1,16\n\
               starttime,holdtime,endreason\n\
               1772452801000,2,16\n\
               flowno,endreason,holdtime,starttime,enddirection\n\
               7,486,0,1772452802000,1\n",
        calls: &[
            "2026-03-02T12:00:00Z 1s 16 - -",
            "2026-03-02T12:00:01Z 2s 16 - -",
            "2026-03-02T12:00:02Z 0s 486 Callee -",
        ],
        set_aside: &["3:- HeaderAgain", "5:- HeaderAgain"],
    },
    Case { name: "a header and no rows", file: "starttime,holdtime,endreason\n", calls: &[], set_aside: &[] },
];

#[test]
fn the_table_of_cases() {
    for case in CASES {
        let (seen, facts) = read(case.file.as_bytes());
        assert_eq!(seen.calls, case.calls, "{}", case.name);
        assert_eq!(seen.set_aside, case.set_aside, "{}", case.name);
        let rows = facts.unwrap_or_else(|problem| panic!("{}: {problem:?}", case.name)).rows;
        assert_eq!(rows, (case.calls.len() + case.set_aside.len()) as u64, "{}", case.name);
    }
}

/// What it is decoded from is known when it is seen that bytes of it are 0.
#[test]
fn a_large_file_in_utf_16_is_text() {
    let text = format!("{HEADER}{}", ROW.repeat(20_000));
    let file: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for slice in [1000, usize::MAX] {
        let (seen, facts) = read_in_slices(&file, slice);
        assert_eq!((seen.calls.len(), facts.unwrap().encoding.encoding), (20_000, Encoding::Utf16Le));
    }
}

const HEADER: &str = "starttime,holdtime,endreason,customername\n";
const ROW: &str = "1772452800000,1,16,x\n";

#[test]
fn a_line_of_50_megabytes_is_one_row_set_aside() {
    let mut file = HEADER.as_bytes().to_vec();
    file.extend(ROW.as_bytes());
    file.extend(vec![b'x'; 50_000_000]);
    file.push(b'\n');
    file.extend(ROW.as_bytes());
    for slice in [4096, 1 << 20, usize::MAX] {
        let (seen, facts) = read_in_slices(&file, slice);
        assert_eq!((seen.calls.len(), facts.unwrap().rows), (2, 3));
        assert_eq!(seen.set_aside, ["3:- LineTooLong { bytes: 50000000 }"]);
        assert_eq!(seen.texts, ["x".repeat(super::super::KEPT_TEXT_BYTES)]);
    }
}

#[test]
fn a_hundred_thousand_cells_are_one_row_set_aside() {
    let file = format!("{HEADER}{ROW}{}\n{ROW}", ",".repeat(99_999));
    let (seen, _) = read_in_slices(file.as_bytes(), 5000);
    assert_eq!(seen.calls.len(), 2);
    assert_eq!(seen.set_aside, ["3:- ColumnCount { expected: 4, found: 100000 }"]);
}

#[test]
fn a_quote_open_over_megabytes_gives_every_line_back() {
    let rows = 10_000;
    let file = format!("{HEADER}1772452800000,1,16,\"open\n{}", ROW.repeat(rows));
    for slice in [4096, 1 << 20] {
        let (seen, facts) = read_in_slices(file.as_bytes(), slice);
        assert_eq!((seen.calls.len(), facts.unwrap().rows), (rows + 1, rows as u64 + 1));
        assert_eq!(seen.set_aside, [""; 0]);
    }
}

#[test]
fn a_quoted_line_longer_than_a_line_may_be_is_set_aside_alone() {
    let long = "y".repeat(super::super::MAX_LINE_BYTES + 10);
    let file = format!("{HEADER}{ROW}1772452800000,1,16,\"{long}\n{ROW}{ROW}");
    for slice in [1000, usize::MAX] {
        let (seen, _) = read_in_slices(file.as_bytes(), slice);
        assert_eq!(seen.calls.len(), 3);
        assert_eq!(seen.set_aside.len(), 1, "{:?}", seen.set_aside);
        assert!(seen.set_aside[0].starts_with("3:- LineTooLong"));
    }
}

/// Lines that are rows, damaged rows or hardly text.
fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => (0..4_000_000_000_000_i64, 0..9999_u32, -99..700_i32)
            .prop_map(|(start, hold, code)| format!("{start},{hold},{code},n")),
        1 => "[a-z0-9,\" |\t;]{0,40}",
        1 => "\\PC{0,20}",
        1 => Just("1772452800000,5,16,\"open".to_owned()),
        1 => Just("1772452800000,5,16,\"two\nlines\"".to_owned()),
    ]
}

proptest! {
    /// Whatever the file and however it is cut: each row is a call or set aside, and slicing changes nothing.
    #[test]
    fn no_row_is_lost(lines in proptest::collection::vec(line(), 0..60), slice in 1_usize..200, crlf: bool) {
        let file = format!("{HEADER}{}", lines.join(if crlf { "\r\n" } else { "\n" }));
        let whole = read_in_slices(file.as_bytes(), usize::MAX);
        let (seen, facts) = read_in_slices(file.as_bytes(), slice);
        prop_assert_eq!(facts.as_ref().unwrap().rows as usize, seen.calls.len() + seen.set_aside.len());
        prop_assert_eq!((seen, facts), whole);
    }

    /// A good row is read as a call whatever stands around it, as long as no quote is open.
    #[test]
    fn good_rows_are_all_calls(lines in proptest::collection::vec("[a-z0-9, |\t;]{0,40}", 0..40), good in 0_usize..40) {
        let mut lines = lines;
        for at in 0..good {
            lines.insert((at * 7) % (lines.len() + 1), ROW.trim_end().to_owned());
        }
        let (seen, _) = read_in_slices(format!("{HEADER}{}", lines.join("\n")).as_bytes(), usize::MAX);
        prop_assert!(seen.calls.len() >= good);
    }

    #[test]
    fn no_bytes_stop_the_reader(file in proptest::collection::vec(any::<u8>(), 0..500), slice in 1_usize..50) {
        prop_assert_eq!(read_in_slices(&file, slice), read_in_slices(&file, usize::MAX));
    }
}
