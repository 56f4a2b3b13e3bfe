//! What a file is, from its first bytes.

use super::fields::Fields;
use super::layout::{self, Column, Layout};
use super::problem::{FileProblem, ForeignKind};
use super::record::{Record, RecordKind, Splitter};
use super::values::{self, Value};

/// What a file is taken for is decided from this many bytes of it, or from all where it has fewer.
pub const HEAD_BYTES: usize = 64 << 10;

/// The UTF-8 byte order mark.
const BOM: &[u8] = b"\xEF\xBB\xBF";

const DELIMITERS: [u8; 4] = [b',', b'\t', b'|', b';'];

/// A file that can be read.
#[derive(Debug)]
pub(super) struct Sniffed {
    pub(super) layout: Layout,
    /// The first record names the columns.
    pub(super) has_header: bool,
    /// Bytes before the first record.
    pub(super) skip: usize,
}

/// Decides from `head`, the first [`HEAD_BYTES`] bytes of a file or, `whole`, all there are.
pub(super) fn sniff(head: &[u8], whole: bool) -> Result<Sniffed, FileProblem> {
    if let Some(kind) = foreign(head) {
        return Err(FileProblem::Foreign(kind));
    }
    let text = head.strip_prefix(BOM).unwrap_or(head);
    let skip = head.len() - text.len();
    if text.trim_ascii().is_empty() {
        return Err(if whole { FileProblem::Empty } else { FileProblem::NoLineEnd });
    }
    if let Some(found) = header(text, whole) {
        let layout = found?;
        return Ok(Sniffed { layout, has_header: true, skip });
    }
    if is_softswitch_text(text, whole) {
        return Ok(Sniffed { layout: Layout::softswitch_text(), has_header: false, skip });
    }
    if !whole && memchr::memchr(b'\n', text).is_none() {
        return Err(FileProblem::NoLineEnd);
    }
    let first_line = text.trim_ascii_start().split(|&byte| byte == b'\n').next().unwrap_or_default();
    let excerpt: String = String::from_utf8_lossy(first_line.trim_ascii_end()).chars().take(120).collect();
    Err(FileProblem::NotCdr { first_line: excerpt })
}

/// A layout by the names on the first line, with the delimiter that makes most sense of it.
fn header(text: &[u8], whole: bool) -> Option<Result<Layout, FileProblem>> {
    let best = DELIMITERS
        .iter()
        .filter_map(|&delimiter| {
            let mut records = Records::new(text, delimiter, whole);
            let (splitter, record) = records.next()?;
            let mut fields = Fields::new(delimiter);
            let known = layout::known_names(cells(&mut fields, splitter, &record).iter());
            Some((known, delimiter, splitter.bytes(&record.range).to_vec()))
        })
        .max_by_key(|&(known, ..)| known)?;
    let (known, delimiter, line) = best;
    if known < 2 {
        return None;
    }
    let mut fields = Fields::new(delimiter);
    let names = fields.split_quoted(&line);
    Some(Layout::of_header(delimiter, names.iter()).map_err(|missing| FileProblem::MissingColumns {
        missing,
        found: names.iter().map(|name| String::from_utf8_lossy(name.trim_ascii()).into_owned()).collect(),
    }))
}

/// No header, and at least half of the lines have 18 fields that hold what the softswitch writes into them.
fn is_softswitch_text(text: &[u8], whole: bool) -> bool {
    let layout = Layout::softswitch_text();
    let mut records = Records::new(text, layout.delimiter, whole);
    let mut fields = Fields::new(layout.delimiter);
    let (mut lines, mut fitting) = (0_usize, 0_usize);
    while let Some((splitter, record)) = records.next() {
        let cells = cells(&mut fields, splitter, &record);
        let cell = |column| layout.at(column).map_or(&[][..], |index| cells.get(index));
        let fits = cells.len() == layout.columns
            && matches!(values::instant(cell(Column::Start)), Value::Read(_))
            && !matches!(values::instant(cell(Column::Stop)), Value::Unreadable)
            && !matches!(values::count(cell(Column::HoldTime)), Value::Unreadable);
        lines += 1;
        fitting += usize::from(fits);
    }
    fitting > 0 && fitting * 2 >= lines
}

fn cells<'a>(fields: &'a mut Fields, splitter: &'a Splitter, record: &Record) -> super::fields::Cells<'a> {
    let bytes = splitter.bytes(&record.range);
    match record.kind {
        RecordKind::Quoted => fields.split_quoted(bytes),
        _ => fields.split_plain(bytes),
    }
}

/// The records of the head; its last line only where the head is the whole file, since it may be cut.
struct Records {
    splitter: Splitter,
    whole: bool,
}

impl Records {
    fn new(text: &[u8], delimiter: u8, whole: bool) -> Self {
        let mut splitter = Splitter::new();
        splitter.set_delimiter(delimiter);
        splitter.fill(text);
        Self { splitter, whole }
    }

    fn next(&mut self) -> Option<(&Splitter, Record)> {
        let record = self.splitter.next_record(self.whole)?;
        Some((&self.splitter, record))
    }
}

/// Files that are dropped by mistake, or that this version cannot read yet, by their first bytes.
fn foreign(head: &[u8]) -> Option<ForeignKind> {
    const SIGNATURES: &[(&[u8], ForeignKind)] = &[
        (b"\x89PNG", ForeignKind::Picture),
        (b"\xFF\xD8\xFF", ForeignKind::Picture),
        (b"GIF8", ForeignKind::Picture),
        (b"BM", ForeignKind::Picture),
        (b"%PDF", ForeignKind::Pdf),
        (b"\x1F\x8B", ForeignKind::Archive),
        (b"PK\x03\x04", ForeignKind::Archive),
        (b"7z\xBC\xAF\x27\x1C", ForeignKind::Archive),
        (b"\xFD7zXZ", ForeignKind::Archive),
        (b"BZh", ForeignKind::Archive),
        (b"Rar!", ForeignKind::Archive),
        (b"\x28\xB5\x2F\xFD", ForeignKind::Archive),
        (b"\xD0\xCF\x11\xE0", ForeignKind::Workbook),
        (b"\xFF\xFE", ForeignKind::Utf16),
        (b"\xFE\xFF", ForeignKind::Utf16),
    ];
    let sample = &head[..head.len().min(4096)];
    let nul = memchr::memchr(0, sample).is_some();
    let by_signature = SIGNATURES.iter().find(|(signature, _)| head.starts_with(signature)).map(|&(_, kind)| kind);
    match by_signature {
        // "BM", "BZh" and "GIF8" could begin a text.
        Some(ForeignKind::Picture | ForeignKind::Archive) if head.is_ascii() => None,
        Some(ForeignKind::Archive) if memchr::memmem::find(sample, b"[Content_Types].xml").is_some() => {
            Some(ForeignKind::Workbook)
        }
        Some(kind) => Some(kind),
        None if head.starts_with(b"RIFF") && nul => Some(ForeignKind::Picture),
        None if nul && every_other_byte_is_nul(sample) => Some(ForeignKind::Utf16),
        None if sample.iter().filter(|&&byte| byte == 0).count() * 100 > sample.len() => Some(ForeignKind::Binary),
        None => None,
    }
}

/// Plain letters and digits in UTF-16 without a byte order mark.
fn every_other_byte_is_nul(sample: &[u8]) -> bool {
    let pairs = sample.len() / 2;
    let nul_at = |offset: usize| sample.chunks_exact(2).filter(|pair| pair[offset] == 0).count();
    pairs > 0 && (nul_at(0) * 10 >= pairs * 9 || nul_at(1) * 10 >= pairs * 9)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(head: &[u8]) -> Option<FileProblem> {
        sniff(head, true).err()
    }

    #[test]
    fn what_is_no_text_is_named() {
        let cases: &[(&[u8], ForeignKind)] = &[
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", ForeignKind::Picture),
            (b"%PDF-1.7\n", ForeignKind::Pdf),
            (b"\x1F\x8B\x08\0\0\0\0\0", ForeignKind::Archive),
            (b"PK\x03\x04\x14\0\x06\0[Content_Types].xml\xff", ForeignKind::Workbook),
            (b"PK\x03\x04\x14\0\x06\0a.txt\xff", ForeignKind::Archive),
            (b"\xFF\xFEs\0t\0", ForeignKind::Utf16),
            (b"s\0t\0a\0r\0t\0", ForeignKind::Utf16),
            (b"\x7fELF\0\0\0\0\x01\x02", ForeignKind::Binary),
        ];
        for (head, kind) in cases {
            assert_eq!(problem(head), Some(FileProblem::Foreign(*kind)), "{head:?}");
        }
    }

    #[test]
    fn text_that_is_no_cdr_is_told_with_its_first_line() {
        assert_eq!(problem(b""), Some(FileProblem::Empty));
        assert_eq!(problem(b"\xEF\xBB\xBF\r\n\n"), Some(FileProblem::Empty));
        let first_line = "Dear customer,".to_owned();
        assert_eq!(problem(b"\nDear customer,\nplease find"), Some(FileProblem::NotCdr { first_line }));
        assert_eq!(sniff(&[b'x'; HEAD_BYTES], false).err(), Some(FileProblem::NoLineEnd));
    }

    #[test]
    fn a_header_without_a_necessary_column_says_which() {
        let head = b"callere164,calleee164,starttime,holdtime\n1,2,3,4\n";
        let Some(FileProblem::MissingColumns { missing, found }) = problem(head) else { panic!() };
        assert_eq!(missing, [vec![Column::EndReason]]);
        assert_eq!(found, ["callere164", "calleee164", "starttime", "holdtime"]);
    }

    #[test]
    fn the_delimiter_is_the_one_that_finds_the_names() {
        for delimiter in DELIMITERS {
            let names = ["\"flowno\"", "Start_Time", "END REASON", "`holdtime`"];
            let head = names.join(std::str::from_utf8(&[delimiter]).unwrap());
            let sniffed = sniff(head.as_bytes(), true).unwrap();
            assert_eq!(sniffed.layout.delimiter, delimiter);
            assert_eq!(sniffed.layout.at(Column::EndReason), Some(2));
            assert_eq!(sniffed.layout.at(Column::Stop), None);
        }
    }
}
