//! One file of text, from bytes to sums.

use super::block_serials::BlockSerials;
use super::seen_calls::SeenCalls;
use crate::export::SetAsideCsv;
use calls::Call;
use ingest::{ContainerKind, Damage, FileFacts, FileParser, FileProblem, FileRead, ParseOptions, RowSink, SetAside};
use query::{Count, ReasonSerials, Tally};
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::rc::Rc;
use store::{Block, BlockKey, Dictionaries, Shard};
use words::Language;

/// This many of a file's rows set aside are shown; all of them are counted and can be downloaded.
pub const SHOWN_SET_ASIDE: usize = 200;

/// Of each of those, this many characters are shown.
const SHOWN_CHARACTERS: usize = 300;

/// What is known of a file that is being read or was read. rows = calls + duplicates + set aside, at any moment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileReport {
    /// What it was taken for; nothing before enough of it was seen.
    pub facts: Option<FileFacts>,
    /// The sums of its calls.
    pub tally: Tally,
    /// Calls that another row, of this file or of one before it, had already: they are in no sum.
    pub duplicates: u64,
    /// The name of a file with the same calls, where none of them has a serial number and so all are its duplicates.
    pub same_as: Option<String>,
    /// What its columns hold, in all its calls.
    pub content: FieldCoverage,
    /// Some of its calls by end reason and serial number, duplicates too; empty while the file is read.
    pub serials: ReasonSerials,
    /// Calls that are in the figures and for which there was no room to be looked at one by one, or by a filter.
    #[serde(default)]
    pub not_kept: u64,
    /// Pieces that it was read in.
    #[serde(default)]
    pub parts: u32,
    /// Rows that could not be read.
    pub set_aside: u64,
    /// The first [`SHOWN_SET_ASIDE`] of them, their texts cut to what is shown; empty while the file is read.
    pub first_set_aside: Vec<SetAside>,
}

/// How many calls of a file say what not every file says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldCoverage {
    /// Calls with an end reason.
    pub end_reason: u64,
    /// Calls that say who hung up.
    pub hang_up_side: u64,
    /// Calls with a fee, 0 or not.
    pub fee: u64,
    /// Calls with a cost, 0 or not.
    pub cost: u64,
    /// Calls with a post-dial delay.
    pub post_dial_delay: u64,
    /// Calls with a serial number.
    pub serial_number: u64,
    /// Of calls without one, a sum that two files hardly share unless they have the same calls.
    pub fingerprint: u64,
}

impl FieldCoverage {
    fn add(&mut self, other: &FieldCoverage) {
        self.end_reason += other.end_reason;
        self.hang_up_side += other.hang_up_side;
        self.fee += other.fee;
        self.cost += other.cost;
        self.post_dial_delay += other.post_dial_delay;
        self.serial_number += other.serial_number;
        self.fingerprint = self.fingerprint.wrapping_add(other.fingerprint);
    }

    fn observe(&mut self, call: &Call<'_>) {
        let has_reason = call.end_reason != calls::EndReason::default();
        self.end_reason += u64::from(has_reason);
        self.hang_up_side += u64::from(call.hang_up_side.is_some());
        self.fee += u64::from(call.fee.is_some());
        self.cost += u64::from(call.cost.is_some());
        self.post_dial_delay += u64::from(call.post_dial_delay_millis.is_some());
        self.serial_number += u64::from(call.serial_number.is_some());
        if call.serial_number.is_none() {
            self.fingerprint = self.fingerprint.wrapping_add(fingerprint(call));
        }
    }
}

/// Of one call (FNV-1a over what tells it from others).
fn fingerprint(call: &Call<'_>) -> u64 {
    let numbers = [call.start.0 as u64, u64::from(call.talk_seconds)];
    let names = [&call.caller, &call.callee].into_iter().flatten().flat_map(|name| name.bytes());
    let bytes = numbers.into_iter().flat_map(u64::to_le_bytes).chain(names);
    bytes.fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3))
}

impl FileReport {
    /// Adds the report of the next piece of the file, whose first row stands so many lines further down than its lines
    /// are counted from.
    pub fn add_piece(&mut self, piece: &FileReport, lines_before: u64) {
        let reasons_of = if self.facts.is_some() { self.tally.reasons_of } else { piece.tally.reasons_of };
        self.tally.merge(&piece.tally);
        self.tally.reasons_of = reasons_of;
        self.duplicates += piece.duplicates;
        self.content.add(&piece.content);
        self.serials.merge(&piece.serials);
        self.not_kept += piece.not_kept;
        self.set_aside += piece.set_aside;
        self.parts += 1;
        let room = SHOWN_SET_ASIDE - self.first_set_aside.len().min(SHOWN_SET_ASIDE);
        let shown = piece.first_set_aside.iter().take(room).cloned();
        self.first_set_aside.extend(shown.map(|row| SetAside { line: row.line + lines_before, ..row }));
        match (&mut self.facts, &piece.facts) {
            (Some(mine), Some(next)) => mine.add_piece(next),
            (mine @ None, next) => *mine = next.clone(),
            (Some(_), None) => {}
        }
    }

    /// Its figures, without what is large.
    pub(super) fn without_evidence(&self) -> Self {
        let Self { duplicates, content, not_kept, set_aside, .. } = *self;
        let (facts, tally) = (self.facts.clone(), self.tally.without_evidence());
        Self { facts, tally, duplicates, content, not_kept, set_aside, ..Self::default() }
    }

    /// Rows: calls, duplicates and rows set aside.
    pub fn rows(&self) -> u64 {
        self.tally.calls + self.duplicates + self.set_aside
    }
}

/// Reads one file of text.
#[derive(Debug)]
pub(super) struct TextReader {
    parser: FileParser,
    rows: Rows,
}

#[derive(Debug)]
struct Rows {
    file: String,
    /// But for the tally, which is made of the count.
    report: FileReport,
    count: Count,
    shard: Rc<RefCell<Shard>>,
    key: BlockKey,
    csv: SetAsideCsv,
    seen: Rc<RefCell<SeenCalls>>,
    own: Rc<RefCell<SeenCalls>>,
    block_serials: BlockSerials,
}

impl Rows {
    fn new(file: &str, language: Language, sink: CallSink) -> Self {
        let CallSink { shard, key, seen, own } = sink;
        let (report, csv) = (FileReport::default(), SetAsideCsv::new(language));
        let (count, block_serials) = (Count::default(), BlockSerials::default());
        Self { file: file.to_owned(), report, count, shard, key, csv, seen, own, block_serials }
    }
}

impl Rows {
    /// Counts the calls since the last time.
    fn seal(&mut self) {
        let Self { count, shard, key, report, seen, own, block_serials, .. } = self;
        let (seen, mut own) = (seen.borrow(), own.borrow_mut());
        let FileReport { serials, duplicates, not_kept, .. } = report;
        let see = |block: &mut Block, dictionaries: &Dictionaries| {
            block.set_duplicates(block_serials.look_at(block, dictionaries, (&seen, &mut own), serials));
            *duplicates += block.duplicates() as u64;
            count.add(block, &block.calls(), dictionaries);
        };
        *not_kept += shard.borrow_mut().seal(*key, see) as u64;
    }
}

impl RowSink for Rows {
    fn call(&mut self, call: &Call<'_>) {
        self.report.content.observe(call);
        // The borrow ends with the statement.
        let is_full = self.shard.borrow_mut().push(call);
        if is_full {
            self.seal();
        }
    }

    fn set_aside(&mut self, row: SetAside) {
        self.csv.add(&self.file, &row);
        self.report.set_aside += 1;
        if self.report.first_set_aside.len() < SHOWN_SET_ASIDE {
            self.report.first_set_aside.push(SetAside { text: shown(&row.text), ..row });
        }
    }
}

impl TextReader {
    pub(super) fn new(
        file: &str,
        language: Language,
        options: ParseOptions,
        packed_in: &[ContainerKind],
        sink: CallSink,
    ) -> Self {
        Self { parser: FileParser::new(options, packed_in), rows: Rows::new(file, language, sink) }
    }

    /// See [`FileParser::keep_text`].
    pub(super) fn keep_text(&mut self) {
        self.parser.keep_text();
    }

    /// Goes on in the middle of a file; see [`FileParser::resume`].
    pub(super) fn resume(file: &str, language: Language, parser: FileParser, sink: CallSink) -> Self {
        Self { parser, rows: Rows::new(file, language, sink) }
    }

    /// No more bytes are wanted: a row beyond the end was seen.
    pub(super) fn is_done(&self) -> bool {
        self.parser.is_done()
    }

    pub(super) fn parser(&mut self) -> &mut FileParser {
        &mut self.parser
    }

    pub(super) fn push(&mut self, slice: &[u8]) -> Result<(), FileProblem> {
        self.parser.push(slice, &mut self.rows)
    }

    /// What is known so far, but for what is large: it is asked for often.
    pub(super) fn report_so_far(&self) -> FileReport {
        let FileReport { duplicates, content, not_kept, set_aside, .. } = &self.rows.report;
        let facts = self.parser.facts().cloned();
        let mut tally = self.rows.count.bare_tally(&self.rows.shard.borrow().dictionaries);
        tally.reasons_of = facts.as_ref().map(|facts| facts.layout.reasons_of).unwrap_or_default();
        FileReport {
            facts,
            tally,
            duplicates: *duplicates,
            content: *content,
            not_kept: *not_kept,
            set_aside: *set_aside,
            ..FileReport::default()
        }
    }

    pub(super) fn take_set_aside(&mut self, at_least: usize) -> Option<Vec<u8>> {
        (self.rows.csv.len() >= at_least).then(|| self.rows.csv.take())
    }

    /// Nothing of it counts.
    pub(super) fn give_up(self) {
        let Rows { shard, key, .. } = self.rows;
        let mut shard = shard.borrow_mut();
        shard.forget_open();
        shard.remove(|other| other == key);
    }

    /// There are no more bytes: the report, the CSV lines of the rows set aside since the last time, and what else is
    /// known.
    pub(super) fn finish(mut self, damage: Option<Damage>) -> Result<(FileReport, Vec<u8>, FileRead), FileProblem> {
        let read = self.parser.finish_at(damage, &mut self.rows);
        self.rows.seal();
        let Rows { mut report, count, shard, key, mut csv, .. } = self.rows;
        let read = read.inspect_err(|_| shard.borrow_mut().remove(|other| other == key))?;
        report.tally = count.tally(&shard.borrow().dictionaries);
        report.tally.reasons_of = read.facts.layout.reasons_of;
        report.facts = Some(read.facts.clone());
        Ok((report, csv.take(), read))
    }
}

/// Where the calls of a file go.
#[derive(Debug, Clone)]
pub(super) struct CallSink {
    pub(super) shard: Rc<RefCell<Shard>>,
    pub(super) key: BlockKey,
    /// Calls that are not to be counted again.
    pub(super) seen: Rc<RefCell<SeenCalls>>,
    /// Calls of the dropped file so far.
    pub(super) own: Rc<RefCell<SeenCalls>>,
}

/// The beginning of a row's text, and a sign that there is more.
fn shown(text: &str) -> String {
    match text.char_indices().nth(SHOWN_CHARACTERS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{DroppedFileReader, ReadSettings};

    #[test]
    fn many_rows_set_aside_are_counted_and_only_the_first_are_shown() {
        let mut reader = DroppedFileReader::new("a.csv", &ReadSettings::default(), &Rc::default());
        let mut file = b"starttime,holdtime,endreason\n".to_vec();
        for _ in 0..SHOWN_SET_ASIDE + 50 {
            file.extend_from_slice(format!("{},x\n", "y".repeat(1000)).as_bytes());
        }
        for slice in file.chunks(10_000) {
            assert!(reader.push(slice));
        }
        assert_eq!(reader.take_set_aside(usize::MAX), None);
        assert_eq!(reader.report_so_far().unwrap().1.first_set_aside, []);
        let part = reader.finish().0.pop().unwrap();
        let report = part.outcome.unwrap();
        assert_eq!(report.set_aside, SHOWN_SET_ASIDE as u64 + 50);
        assert_eq!(report.rows(), report.set_aside);
        assert_eq!(report.first_set_aside.len(), SHOWN_SET_ASIDE);
        assert_eq!(report.first_set_aside[0].text.chars().count(), SHOWN_CHARACTERS + 1);
        assert_eq!(part.set_aside.split(|&byte| byte == b'\n').count(), SHOWN_SET_ASIDE + 50 + 1);
    }
}
