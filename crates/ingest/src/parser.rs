//! The rows of one file, as calls or set aside.

mod body;

use super::container::{ContainerKind, Damage};
use super::dialect::{DelimitedText, Dialect, RowReader};
use super::encoding::{DetectedEncoding, Encoding, TextDecoder};
use super::facts::FileFacts;
use super::layout::Mapping;
use super::problem::FileProblem;
use super::row::CallReader;
use super::set_aside::SetAside;
use super::sniff::{HEAD_BYTES, LONG_HEAD_BYTES, Sniffed, foreign, sniff};
use body::BodyParser;
use calls::{Call, LocalZone};
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// The byte order mark of UTF-8.
const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Who is given the rows, in the order of the file.
pub trait RowSink {
    /// A row that is a call.
    fn call(&mut self, call: &Call<'_>);
    /// A row that could not be read.
    fn set_aside(&mut self, row: SetAside);
}

/// Where a row begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowAt {
    /// In the text, in bytes.
    pub offset: u64,
    /// The line, from 1 where reading began.
    pub line: u64,
}

/// What a person said of how a file is to be read.
#[derive(Debug, Clone, Default)]
pub struct ParseOptions {
    /// Its encoding; `None`: as its bytes say.
    pub encoding: Option<Encoding>,
    /// Its columns; `None`: as its header or its rows say.
    pub mapping: Option<Mapping>,
    /// Mappings that were kept, for files of their shape.
    pub kept: Rc<[Mapping]>,
    /// The zone of dates without one.
    pub zone: Rc<LocalZone>,
}

/// Reads one file, unpacked. See [the module](super).
#[derive(Debug)]
pub struct FileParser {
    options: ParseOptions,
    packed_in: Vec<ContainerKind>,
    /// The first bytes as they came: what is no text shows in them.
    first_bytes: Vec<u8>,
    decoder: TextDecoder,
    /// What the decoder found, while it is at work.
    encoding: DetectedEncoding,
    /// Text that waits until there is enough of it to see what it is.
    head: Vec<u8>,
    body: Option<BodyParser>,
    /// Rows that begin here or later are another reader's.
    end: u64,
    kept: Option<KeptText>,
}

/// A file, or a piece of one, that was read.
#[derive(Debug)]
pub struct FileRead {
    /// What it is.
    pub facts: FileFacts,
    /// The first row that came.
    pub first: Option<RowAt>,
    /// The first row beyond the end.
    pub next: Option<RowAt>,
    /// See [`FileParser::take_text`].
    pub text: Option<KeptText>,
}

/// Text that is not in its file as it is read: unpacked, or of another encoding than UTF-8.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KeptText {
    /// So many bytes of the text stand in the file as they are; what is kept begins there.
    pub from: u64,
    /// What was kept since the last time.
    pub bytes: Vec<u8>,
    /// Nothing needed to be kept yet.
    is_as_in_file: bool,
}

impl FileParser {
    /// Begins a file that was packed in something, or not.
    pub fn new(options: ParseOptions, packed_in: &[ContainerKind]) -> Self {
        Self {
            encoding: TextDecoder::new(None).detected(),
            decoder: TextDecoder::new(options.encoding),
            options,
            packed_in: packed_in.to_vec(),
            first_bytes: Vec::new(),
            head: Vec::new(),
            body: None,
            end: u64::MAX,
            kept: None,
        }
    }

    /// From now on the text is kept, where it is not in the dropped file as it is. To be said before the first bytes.
    pub fn keep_text(&mut self) {
        self.kept = Some(KeptText { is_as_in_file: self.packed_in.is_empty(), ..KeptText::default() });
    }

    /// The text that was kept since the last time; `None` where rows can be read from the dropped file itself.
    pub fn take_text(&mut self) -> Option<KeptText> {
        let kept = self.kept.as_mut().filter(|kept| !kept.is_as_in_file)?;
        Some(KeptText { bytes: std::mem::take(&mut kept.bytes), ..*kept })
    }

    fn keep(&mut self, text: &[u8]) {
        let Some(kept) = &mut self.kept else { return };
        if kept.is_as_in_file {
            if self.encoding.encoding == Encoding::Utf8 {
                kept.from += text.len() as u64;
                return;
            }
            kept.is_as_in_file = false;
        }
        kept.bytes.extend_from_slice(text);
    }

    /// Goes on in the middle of a file whose beginning was read, at the place of a row. Only for text in lines.
    ///
    /// Where the beginning was plain ASCII, the encoding is decided by what comes.
    pub fn resume(options: ParseOptions, facts: FileFacts, offset: u64, end: u64) -> Self {
        let reader: Box<dyn RowReader> = match &facts.dialect {
            Dialect::Delimited(dialect) => Box::new(DelimitedText::at(*dialect, offset)),
            other => other.reader(),
        };
        let zone = options.zone.clone();
        let calls = CallReader::new(&facts.layout, zone.clone());
        let facts = FileFacts { rows: 0, dates_without_zone: false, damage: None, ..facts };
        let decoder = TextDecoder::resumed(facts.encoding);
        let encoding = facts.encoding;
        let body = Some(BodyParser { facts, reader, calls, skip_rows: 0, zone, first: None, next: None, end });
        Self { decoder, encoding, body, end, ..Self::new(options, &[]) }
    }

    /// From now on, rows that begin at `end` or later are not read.
    pub fn stop_at(&mut self, end: u64) {
        self.end = end;
        if let Some(body) = &mut self.body {
            body.end = end;
        }
    }

    /// Whether a row beyond the end was seen.
    pub fn is_done(&self) -> bool {
        self.body.as_ref().is_some_and(|body| body.next.is_some())
    }

    /// The next bytes of the file.
    ///
    /// # Errors
    /// When the file turns out to be none that can be read; it is not to be gone on with.
    pub fn push(&mut self, slice: &[u8], sink: &mut impl RowSink) -> Result<(), FileProblem> {
        self.decode(slice, false, sink)
    }

    /// There are no more bytes; `damage`: because of that.
    ///
    /// # Errors
    /// As [`FileParser::push`]: a short file is looked at only now.
    pub fn finish(self, damage: Option<Damage>, sink: &mut impl RowSink) -> Result<FileFacts, FileProblem> {
        self.finish_at(damage, sink).map(|read| read.facts)
    }

    /// As [`FileParser::finish`], with all that is known.
    ///
    /// # Errors
    /// As [`FileParser::push`].
    pub fn finish_at(mut self, damage: Option<Damage>, sink: &mut impl RowSink) -> Result<FileRead, FileProblem> {
        self.decode(b"", true, sink)?;
        let cut = self.decoder.is_cut();
        if self.body.is_none() {
            self.begin(true)?;
        }
        let encoding = self.decoder.detected();
        let text = self.take_text();
        let mut body = self.body.ok_or(FileProblem::Empty)?;
        body.read(true, sink);
        let cut = cut || body.reader.is_cut();
        body.facts.damage = damage.or(cut.then_some(Damage::CutShort));
        body.facts.encoding = encoding;
        Ok(FileRead { facts: body.facts, first: body.first, next: body.next, text })
    }

    /// What is known so far; nothing before the first [`HEAD_BYTES`] bytes are there.
    pub fn facts(&self) -> Option<&FileFacts> {
        self.body.as_ref().map(|body| &body.facts)
    }

    fn decode(&mut self, slice: &[u8], last: bool, sink: &mut impl RowSink) -> Result<(), FileProblem> {
        let missing = 4096 - self.first_bytes.len().min(4096);
        self.first_bytes.extend_from_slice(&slice[..missing.min(slice.len())]);
        let mut decoder = std::mem::replace(&mut self.decoder, TextDecoder::new(None));
        let mut outcome = Ok(());
        decoder.push(slice, last, |text, detected| {
            self.encoding = detected;
            self.keep(text);
            if outcome.is_ok() {
                outcome = self.text(text, sink);
            }
        });
        self.decoder = decoder;
        outcome
    }

    fn text(&mut self, text: &[u8], sink: &mut impl RowSink) -> Result<(), FileProblem> {
        if let Some(body) = &mut self.body {
            body.reader.fill(text);
            body.read(false, sink);
            return Ok(());
        }
        // What a file is, is decided from so many bytes of it and no more: where slices end must make no difference.
        let mut rest = text;
        for enough in [HEAD_BYTES, LONG_HEAD_BYTES] {
            let missing = enough.saturating_sub(self.head.len()).min(rest.len());
            self.head.extend_from_slice(&rest[..missing]);
            rest = &rest[missing..];
            if self.head.len() < enough || (missing == 0 && self.head.len() > enough) {
                continue;
            }
            if self.begin(false)? {
                let body = self.body.as_mut().ok_or(FileProblem::Empty)?;
                body.reader.fill(rest);
                body.read(false, sink);
                return Ok(());
            }
        }
        Ok(())
    }

    /// Decides what the file is, if there is enough of it.
    fn begin(&mut self, whole: bool) -> Result<bool, FileProblem> {
        let encoding = self.encoding;
        if !matches!(encoding.encoding, Encoding::Utf16Le | Encoding::Utf16Be)
            && let Some(kind) = foreign(&self.first_bytes)
        {
            return Err(FileProblem::Foreign(kind));
        }
        let options = &self.options;
        let Some(sniffed) = sniff(&self.head, whole, options.mapping.as_ref(), &options.kept) else { return Ok(false) };
        let Sniffed { dialect, mut layout, skip_rows, passed_over, head } = sniffed?;
        // A sheet has no cells where its rows are empty.
        layout.short_rows |= self.packed_in.contains(&ContainerKind::Workbook);
        let mut reader = dialect.reader();
        reader.fill(&std::mem::take(&mut self.head));
        let calls = CallReader::new(&layout, options.zone.clone());
        let facts = FileFacts {
            packed_in: self.packed_in.clone(),
            encoding,
            dialect,
            layout,
            passed_over,
            head,
            rows: 0,
            dates_without_zone: false,
            zone: options.zone.name.clone(),
            mark_bytes: if self.first_bytes.starts_with(UTF8_MARK) { UTF8_MARK.len() as u64 } else { 0 },
            damage: None,
        };
        let (zone, end) = (options.zone.clone(), self.end);
        self.body = Some(BodyParser { facts, reader, calls, skip_rows, zone, first: None, next: None, end });
        Ok(true)
    }
}

#[cfg(test)]
mod tests;
