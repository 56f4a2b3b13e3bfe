//! One dropped file, from bytes to sums: itself, or every file that is in it.

mod events;
mod parts;

pub use events::{LeastBytes, ReadEvent};

use super::file_report::{CallSink, FileReport};
use super::piece_reader::{PieceBounds, PieceRead, can_be_cut};
use super::read_settings::ReadSettings;
use super::seen_calls::SeenCalls;
use super::text_relay::TextRelay;
use ingest::{Damage, FileFacts, FileProblem, KeptText, Receiver, Unpacker};
use parts::Parts;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use store::{BlockKey, Shard};

/// A file that was read: a dropped one, or one that was in it.
#[derive(Debug)]
pub struct ReadPart {
    /// Its path in the dropped file; `None` for that one itself.
    pub entry: Option<String>,
    /// Which of the files in the dropped one it is, from 0.
    pub part: u32,
    /// What is known of it, or why it could not be read.
    pub outcome: Result<FileReport, FileProblem>,
    /// CSV lines of its rows set aside since the last [`ReadEvent::SetAside`].
    pub set_aside: Vec<u8>,
    /// Its text since the last [`ReadEvent::Text`], where that is not in the dropped file as it is.
    pub text: Option<KeptText>,
}

/// Reads one dropped file.
#[derive(Debug)]
pub struct DroppedFileReader {
    unpacker: Unpacker,
    parts: Parts,
    failed: bool,
    ended: bool,
}

impl DroppedFileReader {
    /// Begins the file of that name. Calls that are among `seen` are not counted again; those of this file join them
    /// when it is finished.
    pub fn new(name: &str, settings: &ReadSettings, seen: &Rc<RefCell<SeenCalls>>) -> Self {
        let parts = Parts {
            name: name.to_owned(),
            settings: settings.clone(),
            sink: CallSink {
                shard: Rc::new(RefCell::new(Shard::with_budget(0))),
                key: BlockKey { file: 0, part: 0 },
                seen: seen.clone(),
                own: Rc::default(),
            },
            keeps_text: false,
            relay: None,
            current: None,
            finished: Vec::new(),
            paths: BTreeMap::new(),
        };
        Self { unpacker: Unpacker::new(settings.unbounded), parts, failed: false, ended: false }
    }

    /// Keeps the calls, as those of that file.
    pub fn keeping(mut self, shard: &Rc<RefCell<Shard>>, file: u32) -> Self {
        self.parts.sink.shard = shard.clone();
        self.parts.sink.key.file = file;
        self.parts.keeps_text = true;
        self
    }

    /// Of a packed stream whose text can be read in pieces, reads only rows that begin before `end`, a place in that
    /// text, and hands the text on: see [`ReadEvent::Relayed`]. Of anything else it reads all, as ever.
    /// To be said before the first bytes.
    pub fn relaying_from(mut self, end: u64) -> Self {
        self.parts.relay = Some(TextRelay::from(end));
        self
    }

    /// The next bytes; `false` when no more are wanted.
    pub fn push(&mut self, slice: &[u8]) -> bool {
        if !self.failed
            && let Err(problem) = self.unpacker.push(slice, &mut self.parts)
        {
            self.fail(problem);
        }
        !self.failed && (!self.parts.is_done() || self.parts.relay.is_some())
    }

    fn fail(&mut self, problem: FileProblem) {
        self.failed = true;
        self.parts.refused(None, problem);
    }

    /// What is known of the file, if it is one whose rows beyond a place can be read by other readers; this one then
    /// reads only rows that begin before `end`, and wants no more bytes once it saw the first one after them.
    pub fn cut_at(&mut self, end: u64) -> Option<FileFacts> {
        let (entry, reader) = self.parts.current.as_mut()?;
        let facts = reader
            .parser()
            .facts()
            .filter(|facts| entry.is_none() && facts.packed_in.is_empty() && can_be_cut(facts))?
            .clone();
        reader.parser().stop_at(end.saturating_sub(facts.mark_bytes));
        Some(facts)
    }

    /// Finishes the first piece of a file that was cut.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn finish_first_piece(mut self) -> Result<PieceRead, FileProblem> {
        self.first_piece()
    }

    fn first_piece(&mut self) -> Result<PieceRead, FileProblem> {
        let (_, reader) = self.parts.current.take().ok_or(FileProblem::Empty)?;
        let (report, set_aside, read) = reader.finish(None)?;
        let bounds = PieceBounds::new(read.facts.layout.clone(), read);
        Ok(PieceRead { report, bounds, calls: self.parts.sink.own.take(), set_aside })
    }

    /// The first piece of a packed stream, once, when it is read: from then on its text, all of it, is for others.
    pub(super) fn take_first_piece(&mut self) -> Option<Result<PieceRead, FileProblem>> {
        let is_done = self.parts.is_done();
        self.parts.relay.as_mut().filter(|_| is_done && !self.failed)?.begin();
        Some(self.first_piece())
    }

    /// Whether the first piece was taken.
    pub fn is_relaying(&self) -> bool {
        self.parts.relay.as_ref().is_some_and(TextRelay::is_begun)
    }

    /// The text that is handed on, since the last time, once there are `at_least` bytes of it.
    pub(super) fn take_relayed(&mut self, at_least: usize) -> Option<Vec<u8>> {
        let relay = self.parts.relay.as_mut().filter(|relay| relay.is_begun())?;
        (relay.waiting() >= at_least).then(|| relay.take())
    }

    /// There are no more bytes, and all of the text was taken: what was wrong with what it was packed in.
    ///
    /// # Errors
    /// When it could not be unpacked: nothing of it counts.
    pub fn finish_relay(mut self) -> Result<Option<Damage>, FileProblem> {
        self.end();
        self.parts.relay.take().map_or(Err(FileProblem::Empty), TextRelay::finish)
    }

    /// The file that is read now, if any is, and what is known of it so far: it is asked for often.
    pub fn report_so_far(&self) -> Option<(Option<&str>, FileReport)> {
        self.parts.current.as_ref().map(|(entry, reader)| (entry.as_deref(), reader.report_so_far()))
    }

    /// CSV lines, without a header, of the rows set aside in the file that is read now, once there are `at_least`
    /// bytes.
    pub(super) fn take_set_aside(&mut self, at_least: usize) -> Option<Vec<u8>> {
        self.parts.current.as_mut().and_then(|(_, reader)| reader.take_set_aside(at_least))
    }

    /// Text of the file that is read now, since the last time, where it is not in the dropped file as it is.
    fn take_text(&mut self) -> Option<KeptText> {
        self.parts.current.as_mut().and_then(|(_, reader)| reader.parser().take_text())
    }

    /// Nothing of it counts.
    pub fn give_up(mut self) {
        let CallSink { shard, key, .. } = &self.parts.sink;
        let mut shard = shard.borrow_mut();
        shard.forget_open();
        shard.remove(|other| other.file == key.file);
        drop(shard);
        self.parts.current = None;
    }

    /// The files that were finished since the last time.
    fn take_finished(&mut self) -> Vec<ReadPart> {
        std::mem::take(&mut self.parts.finished)
    }

    /// There are no more bytes: [`DroppedFileReader::events`] tells what came of the last ones.
    pub fn end(&mut self) {
        if !self.failed
            && !std::mem::replace(&mut self.ended, true)
            && let Err(problem) = self.unpacker.finish(None, &mut self.parts)
        {
            self.fail(problem);
        }
    }

    /// There are no more bytes: the files that were finished since the last time, and the calls of all.
    pub fn finish(mut self) -> (Vec<ReadPart>, SeenCalls) {
        self.end();
        if self.parts.paths.is_empty() {
            self.parts.refused(None, FileProblem::Empty);
        }
        // Of what failed as a whole nothing counts, so that it may count elsewhere.
        let own = if self.failed { SeenCalls::default() } else { self.parts.sink.own.take() };
        let CallSink { shard, key, seen, .. } = &self.parts.sink;
        if self.failed {
            shard.borrow_mut().remove(|other| other.file == key.file);
        }
        seen.borrow_mut().merge(own.clone());
        (self.parts.finished, own)
    }
}

/// Reads a file that is there as a whole and has no others in it.
///
/// # Errors
/// When it is no file of calls.
pub fn read_whole(name: &str, bytes: &[u8]) -> Result<FileReport, FileProblem> {
    let mut reader = DroppedFileReader::new(name, &ReadSettings::default(), &Rc::default());
    reader.push(bytes);
    reader.finish().0.pop().map_or(Err(FileProblem::Empty), |part| part.outcome)
}

#[cfg(test)]
mod tests;
