use super::*;
use proptest::prelude::*;
use std::io::Write;

/// A file's name, what it was packed in, its text and its damage.
type Unpacked = (Option<String>, Vec<ContainerKind>, String, Option<Damage>);

/// What came out, and what did not.
#[derive(Debug, Default, PartialEq, Eq)]
struct Out {
    files: Vec<Unpacked>,
    refused: Vec<(Option<String>, FileProblem)>,
}

impl Receiver for Out {
    fn begin(&mut self, name: Option<&str>, packed_in: &[ContainerKind]) {
        self.files.push((name.map(str::to_owned), packed_in.to_vec(), String::new(), None));
    }

    fn bytes(&mut self, bytes: &[u8]) -> Result<(), FileProblem> {
        self.files.last_mut().unwrap().2 += &String::from_utf8_lossy(bytes);
        Ok(())
    }

    fn end(&mut self, damage: Option<Damage>) {
        self.files.last_mut().unwrap().3 = damage;
    }

    fn refused(&mut self, name: Option<&str>, problem: FileProblem) {
        self.refused.push((name.map(str::to_owned), problem));
    }
}

fn unpack_in_slices(bytes: &[u8], slice: usize) -> Out {
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

fn unpack(bytes: &[u8]) -> Out {
    let whole = unpack_in_slices(bytes, usize::MAX);
    for slice in [1, 2, 3, 7, 4096] {
        assert_eq!(unpack_in_slices(bytes, slice), whole, "slices of {slice} bytes");
    }
    whole
}

fn gzip(text: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(text).unwrap();
    encoder.finish().unwrap()
}

/// How a file stands in a zip.
#[derive(Debug, Clone, Copy)]
enum Written {
    Stored,
    Deflated,
    /// With its sizes behind it.
    Streamed,
    /// The same, with sizes of eight bytes and without a signature.
    StreamedLarge,
}

fn zip(files: &[(&str, &[u8], Written)]) -> Vec<u8> {
    let mut zip = Vec::new();
    for (name, text, written) in files {
        let mut crc = flate2::Crc::new();
        crc.update(text);
        let packed = if matches!(written, Written::Stored) {
            text.to_vec()
        } else {
            let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::default());
            encoder.write_all(text).unwrap();
            encoder.finish().unwrap()
        };
        let streamed = matches!(written, Written::Streamed | Written::StreamedLarge);
        let method: u16 = if matches!(written, Written::Stored) { 0 } else { 8 };
        zip.extend_from_slice(b"PK\x03\x04\x14\0");
        zip.extend_from_slice(&(if streamed { 8_u16 } else { 0 }).to_le_bytes());
        zip.extend_from_slice(&method.to_le_bytes());
        zip.extend_from_slice(&[0; 4]);
        for known in [crc.sum(), packed.len() as u32, text.len() as u32] {
            zip.extend_from_slice(&(if streamed { 0 } else { known }).to_le_bytes());
        }
        zip.extend_from_slice(&(name.len() as u16).to_le_bytes());
        zip.extend_from_slice(&[0; 2]);
        zip.extend_from_slice(name.as_bytes());
        zip.extend_from_slice(&packed);
        match written {
            Written::Streamed => {
                zip.extend_from_slice(b"PK\x07\x08");
                for known in [crc.sum(), packed.len() as u32, text.len() as u32] {
                    zip.extend_from_slice(&known.to_le_bytes());
                }
            }
            Written::StreamedLarge => {
                zip.extend_from_slice(&crc.sum().to_le_bytes());
                for known in [packed.len() as u64, text.len() as u64] {
                    zip.extend_from_slice(&known.to_le_bytes());
                }
            }
            Written::Stored | Written::Deflated => {}
        }
    }
    zip.extend_from_slice(b"PK\x01\x02 and so on: the directory says nothing more");
    zip
}

const TEXT: &str = "starttime,holdtime,endreason\n1772452800000,60,-7\n";

#[test]
fn plain_text_is_passed_on() {
    let out = unpack(TEXT.as_bytes());
    assert_eq!(out.files, [(None, vec![], TEXT.to_owned(), None)]);
    assert_eq!(unpack(b"").files, [(None, vec![], String::new(), None)]);
}

#[test]
fn members_of_a_gzip_are_one_file() {
    let (first, second) = TEXT.split_at(40);
    let out = unpack(&[gzip(first.as_bytes()), gzip(second.as_bytes())].concat());
    assert_eq!(out.files, [(None, vec![ContainerKind::Gzip], TEXT.to_owned(), None)]);
}

#[test]
fn what_stands_before_a_damage_is_given() {
    let text = TEXT.repeat(500);
    let whole = gzip(text.as_bytes());
    let damage = |bytes: &[u8]| {
        let out = unpack(bytes);
        let [(_, _, given, damage)] = out.files.as_slice() else { panic!("{out:?}") };
        assert!(text.starts_with(given.as_str()));
        *damage
    };
    assert_eq!(damage(&whole[..whole.len() - 12]), Some(Damage::CutShort));
    let mut wrong = whole.clone();
    let checksum = wrong.len() - 8;
    wrong[checksum] ^= 1;
    assert_eq!(damage(&wrong), Some(Damage::Checksum));
    assert_eq!(damage(&[&whole[..], b"something else"].concat()), Some(Damage::Broken));
}

#[test]
fn every_way_to_write_a_zip_is_read() {
    use Written::*;
    let ways = [Stored, Deflated, Streamed, StreamedLarge];
    for first in ways {
        for second in ways {
            let files: [(&str, &[u8], Written); 5] = [
                ("cdr/1.txt", TEXT.as_bytes(), first),
                ("cdr/", b"", Stored),
                ("__MACOSX/cdr/._1.txt", b"\0\x05\x16\x07", Streamed),
                ("2.txt", b"", second),
                ("3.txt", TEXT.as_bytes(), second),
            ];
            let out = unpack(&zip(&files));
            let given: Vec<_> = out
                .files
                .iter()
                .map(|(name, _, text, damage)| (name.as_deref().unwrap(), text.as_str(), *damage))
                .collect();
            assert_eq!(
                given,
                [("cdr/1.txt", TEXT, None), ("2.txt", "", None), ("3.txt", TEXT, None)],
                "{first:?} {second:?}"
            );
        }
    }
}

#[test]
fn a_zip_of_gzips_is_unpacked_to_the_end() {
    let packed = gzip(TEXT.as_bytes());
    let out = unpack(&zip(&[("a.gz", &packed, Written::Stored), ("b.txt", b"plain", Written::Deflated)]));
    assert_eq!(out.files[0], (Some("a.gz".into()), vec![ContainerKind::Zip, ContainerKind::Gzip], TEXT.into(), None));
    assert_eq!(out.files[1], (Some("b.txt".into()), vec![ContainerKind::Zip], "plain".into(), None));
}

#[test]
fn containers_without_end_are_refused() {
    let mut nested = TEXT.as_bytes().to_vec();
    for _ in 0..6 {
        nested = gzip(&nested);
    }
    let out = unpack(&nested);
    assert_eq!(out.refused, [(None, FileProblem::Foreign(ForeignKind::Archive))]);
}

#[test]
fn a_zip_that_is_cut_gives_what_is_there() {
    let whole = zip(&[("1.txt", TEXT.as_bytes(), Written::Deflated), ("2.txt", TEXT.as_bytes(), Written::Stored)]);
    let out = unpack(&whole[..whole.len() - 70]);
    assert_eq!(out.files.iter().map(|file| file.3).collect::<Vec<_>>(), [None, Some(Damage::CutShort)]);
    assert!(TEXT.starts_with(&out.files[1].2));
}

proptest! {
    #[test]
    fn no_bytes_stop_the_unpacker(
        bytes in proptest::collection::vec(any::<u8>(), 0..400),
        slice in 1_usize..50,
        kind in 0_usize..5,
    ) {
        let mark: &[u8] = [
            &b"PK\x03\x04"[..],
            b"\x1F\x8B\x08\0",
            b"",
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
            b"PK\x03\x04\x14\0\0\0\x08\0",
        ][kind];
        let bytes = [mark, &bytes].concat();
        prop_assert_eq!(unpack_in_slices(&bytes, slice), unpack_in_slices(&bytes, usize::MAX));
    }

    #[test]
    fn a_zip_gives_back_what_was_put_in(
        texts in proptest::collection::vec("[a-z\n]{0,200}", 1..6),
        ways in proptest::collection::vec(0..4_usize, 6),
        slice in 1_usize..300,
    ) {
        let ways = ways
            .into_iter()
            .map(|way| [Written::Stored, Written::Deflated, Written::Streamed, Written::StreamedLarge][way]);
        let names: Vec<String> = (0..texts.len()).map(|at| format!("{at}.txt")).collect();
        let files: Vec<_> = names
            .iter()
            .zip(&texts)
            .zip(ways)
            .map(|((name, text), way)| (name.as_str(), text.as_bytes(), way))
            .collect();
        let out = unpack_in_slices(&zip(&files), slice);
        let given: Vec<_> = out.files.iter().map(|file| file.2.as_str()).collect();
        prop_assert_eq!(given, texts);
    }
}
