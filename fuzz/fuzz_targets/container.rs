//! Any bytes, unpacked whole and in slices: the same comes out, and nothing stops the page.
#![no_main]

use ingest::{ContainerKind, Damage, FileProblem, Receiver, Unpacker};
use libfuzzer_sys::fuzz_target;

#[derive(Debug, Default, PartialEq)]
struct Out {
    files: Vec<(Option<String>, Vec<ContainerKind>, Vec<u8>, Option<Damage>)>,
    refused: Vec<(Option<String>, FileProblem)>,
}

impl Receiver for Out {
    fn begin(&mut self, name: Option<&str>, packed_in: &[ContainerKind]) {
        self.files.push((name.map(str::to_owned), packed_in.to_vec(), Vec::new(), None));
    }

    fn bytes(&mut self, bytes: &[u8]) -> Result<(), FileProblem> {
        self.files.last_mut().expect("a file began").2.extend_from_slice(bytes);
        Ok(())
    }

    fn end(&mut self, damage: Option<Damage>) {
        self.files.last_mut().expect("a file began").3 = damage;
    }

    fn refused(&mut self, name: Option<&str>, problem: FileProblem) {
        self.refused.push((name.map(str::to_owned), problem));
    }
}

fn unpack(bytes: &[u8], slice: usize) -> Out {
    let mut out = Out::default();
    let mut unpacker = Unpacker::new(false);
    for part in bytes.chunks(slice) {
        if let Err(problem) = unpacker.push(part, &mut out) {
            out.refused(None, problem);
            return out;
        }
    }
    if let Err(problem) = unpacker.finish(None, &mut out) {
        out.refused(None, problem);
    }
    out
}

fuzz_target!(|input: (u8, &[u8])| {
    let (slice, bytes) = input;
    assert_eq!(unpack(bytes, usize::from(slice) + 1), unpack(bytes, usize::MAX));
});
