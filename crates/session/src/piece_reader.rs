//! A piece of a large file of text, read by itself.
//!
//! A file of lines is cut by bytes. A piece begins at the first row behind its first line end, and ends with the last
//! row that begins before the next piece. That a line end was one, and not text in a quoted cell, is seen when the
//! pieces are put together: the row that the one before stopped at must be the row that this one began with.

use super::file_report::{CallSink, FileReport, TextReader};
use super::read_settings::ReadSettings;
use super::seen_calls::SeenCalls;
use ingest::{
    DetectedEncoding, Dialect, Encoding, FileFacts, FileParser, FileProblem, FileRead, Layout, ParseOptions, RowAt,
};
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::rc::Rc;
use store::{BlockKey, Shard};
use words::Language;

/// Which part of a file is to be read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PieceSpec {
    /// Which piece of its file, from 0.
    pub part: u32,
    /// Where it begins in the file, in bytes.
    pub begin: u64,
    /// Where the next one begins.
    pub end: u64,
    /// A row begins at `begin`; otherwise behind the first line end from there on.
    pub exact: bool,
    /// What is known of the file; its layout is that of the rows at `begin`.
    pub facts: FileFacts,
}

/// Where a piece began and ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PieceBounds {
    /// Its first row; `None` where no row is behind its beginning.
    pub first: Option<RowAt>,
    /// The first row beyond its end; `None` at the end of the file.
    pub next: Option<RowAt>,
    /// The layout of its first rows.
    pub layout_before: Layout,
    /// The layout of the rows beyond its end.
    pub layout_after: Layout,
    /// What its text was taken to be encoded in.
    pub encoding: DetectedEncoding,
}

impl PieceBounds {
    pub(super) fn new(layout_before: Layout, read: FileRead) -> Self {
        let FileRead { facts, first, next, .. } = read;
        Self { first, next, layout_before, layout_after: facts.layout, encoding: facts.encoding }
    }
}

/// Whether the rest of a text of which so much is known can be read in pieces: rows are lines, and a line end is one
/// byte that stands for nothing else.
pub(super) fn can_be_cut(facts: &FileFacts) -> bool {
    matches!(facts.dialect, Dialect::Delimited(_)) && facts.encoding.encoding == Encoding::Utf8
}

/// A piece that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct PieceRead {
    /// What is known of it; lines are counted from its first row.
    pub report: FileReport,
    /// Where it lies.
    pub bounds: PieceBounds,
    /// The serial numbers of its calls.
    pub calls: SeenCalls,
    /// CSV lines of its rows set aside since the last [`PieceReader::take_set_aside`].
    pub set_aside: Vec<u8>,
}

/// Reads one piece.
#[derive(Debug)]
pub struct PieceReader {
    name: String,
    language: Language,
    options: ParseOptions,
    sink: CallSink,
    spec: PieceSpec,
    /// Where the next slice begins in the file.
    at: u64,
    /// Nothing before the line is passed over that the piece begins in.
    reader: Option<TextReader>,
}

impl PieceReader {
    /// Begins a piece of the file of that name.
    pub fn new(name: &str, settings: &ReadSettings, spec: PieceSpec, shard: &Rc<RefCell<Shard>>, file: u32) -> Self {
        let sink = CallSink {
            shard: shard.clone(),
            key: BlockKey { file, part: spec.part },
            seen: Rc::default(),
            own: Rc::default(),
        };
        let at = if spec.exact { spec.begin } else { spec.begin.saturating_sub(1) };
        let (language, options) = (settings.language, settings.options(""));
        let mut reader = Self { name: name.to_owned(), language, options, sink, spec, at, reader: None };
        if reader.spec.exact {
            reader.begin(at);
        }
        reader
    }

    /// Calls that are duplicates. To be said before the first bytes.
    pub fn knowing(self, calls: SeenCalls) -> Self {
        self.sink.seen.replace(calls);
        self
    }

    fn begin(&mut self, at: u64) {
        let mark = self.spec.facts.mark_bytes;
        let (facts, options) = (self.spec.facts.clone(), self.options.clone());
        let parser = FileParser::resume(options, facts, at - mark, self.spec.end.saturating_sub(mark));
        self.reader = Some(TextReader::resume(&self.name, self.language, parser, self.sink.clone()));
    }

    /// The byte of the file that the next slice is to begin with.
    pub fn at(&self) -> u64 {
        self.at
    }

    /// The next bytes; `false` when no more are wanted.
    ///
    /// # Errors
    /// When the text cannot be read on.
    pub fn push(&mut self, slice: &[u8]) -> Result<bool, FileProblem> {
        let mut rest = slice;
        if self.reader.is_none() {
            let newline = match &self.spec.facts.dialect {
                Dialect::Delimited(form) => form.line_end.byte(),
                _ => b'\n',
            };
            let end = memchr::memchr(newline, slice).map_or(slice.len(), |end| end + 1);
            if end > 0 && slice[end - 1] == newline {
                self.begin(self.at + end as u64);
            }
            rest = &slice[end..];
        }
        self.at += slice.len() as u64;
        let Some(reader) = &mut self.reader else { return Ok(true) };
        reader.push(rest)?;
        Ok(!reader.parser().is_done())
    }

    /// What is known so far.
    pub fn report_so_far(&self) -> FileReport {
        self.reader.as_ref().map(TextReader::report_so_far).unwrap_or_default()
    }

    /// See [`super::ReadEvent::SetAside`], once there are `at_least` bytes.
    pub fn take_set_aside(&mut self, at_least: usize) -> Option<Vec<u8>> {
        self.reader.as_mut().and_then(|reader| reader.take_set_aside(at_least))
    }

    /// There are no more bytes, or no more are wanted.
    ///
    /// # Errors
    /// As [`PieceReader::push`].
    pub fn finish(mut self) -> Result<PieceRead, FileProblem> {
        if self.reader.is_none() {
            // The line before is the file's last.
            self.begin(self.at);
        }
        let layout_before = self.spec.facts.layout.clone();
        let reader = self.reader.ok_or(FileProblem::Empty)?;
        let (report, set_aside, read) = reader.finish(None)?;
        let bounds = PieceBounds::new(layout_before, read);
        Ok(PieceRead { report, bounds, calls: self.sink.own.take(), set_aside })
    }

    /// Nothing of it counts.
    pub fn give_up(self) {
        if let Some(reader) = self.reader {
            reader.give_up();
        }
    }
}
