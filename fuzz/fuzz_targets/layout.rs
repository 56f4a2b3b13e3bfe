//! Any text behind the beginning of a known header, or none: what it is taken for depends on nothing but its bytes, and
//! no row is lost.
#![no_main]

use ingest::FileProblem;
use libfuzzer_sys::fuzz_target;
use session::{DroppedFileReader, FileReport, ReadSettings};
use std::rc::Rc;

const HEADERS: [&str; 8] = [
    "",
    "starttime,holdtime,endreason,flowno\n",
    "主叫号码\t被叫号码\t起始时间\t通话时长\t终止原因\n",
    "Caller;Callee;Time;TimeEnded;Duration;HangUp Side\n",
    "{\"retCode\":0,\"infoCdrs\":[{\"start\":1760922383500,\"holdTime\":0,\"endReason\":503},",
    "INSERT INTO `e_cdr` (`starttime`,`holdtime`,`endreason`) VALUES (1760922383500,1,16),",
    "1|2|1772452800000|1772452860000|60|-7|0|C|V|192.0.2.1|203.0.113.1|a|b|1|4|0|1|77\n",
    "\"acc\",\"1\",\"2\",\"ctx\",\"clid\",\"ch\",\"dch\",\"Dial\",\"x\",\"2026-03-02 12:00:00\",\"\",\"2026-03-02 \
        12:00:09\",9,0,\"BUSY\",\"DOCUMENTATION\"\n",
];

fn read(bytes: &[u8], slice: usize) -> Vec<(Option<String>, Result<FileReport, FileProblem>)> {
    let mut reader = DroppedFileReader::new("a", &ReadSettings::default(), &Rc::default());
    for part in bytes.chunks(slice) {
        reader.push(part);
    }
    reader.finish().0.into_iter().map(|part| (part.entry, part.outcome)).collect()
}

fuzz_target!(|input: (u8, u8, &[u8])| {
    let (header, slice, rest) = input;
    let bytes = [HEADERS[usize::from(header) % HEADERS.len()].as_bytes(), rest].concat();
    let whole = read(&bytes, usize::MAX);
    for (_, outcome) in &whole {
        if let Ok(report) = outcome {
            assert_eq!(report.rows(), report.facts.as_ref().expect("it was read").rows);
        }
    }
    assert_eq!(read(&bytes, usize::from(slice) + 1), whole);
});
