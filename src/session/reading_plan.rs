//! Who reads what: files and pieces of files, spread over workers; the same answer however many there are.
//!
//! The plan is told what was dropped and what workers found, and says what each is to do next. It knows no browser: the page
//! carries its messages, and a test plays the workers.
//!
//! - A file is given to a worker as a whole. Should its rows be lines that can be cut, the worker says so, keeps the first
//!   piece, and the rest is given out piece by piece.
//! - Pieces are put together in order. Where one did not begin with the row that the one before stopped at, or with another layout,
//!   it is read again from there.
//! - A call that a file or piece before it had is a duplicate. Files are read in any order, so this is found out afterwards, from
//!   their serial numbers: whoever holds the calls is told which of them are.

use super::file_report::FileReport;
use super::piece_reading::{PieceRead, PieceSpec};
use super::seen_calls::SeenCalls;
use crate::ingest::{Encoding, FileFacts};
use crate::query::Tally;
use std::collections::BTreeMap;

/// What a worker is to do.
#[derive(Debug, Clone, PartialEq)]
pub enum Job {
    /// Read a file from its beginning; it may be cut at `cut_at`, unless that is its end.
    Read {
        /// Which file.
        file: u32,
        /// Where the first piece would end.
        cut_at: Option<u64>,
        /// Calls that are duplicates.
        known: SeenCalls,
    },
    /// Read a piece of a file.
    Piece {
        /// Which file.
        file: u32,
        /// Which piece.
        spec: Box<PieceSpec>,
        /// Calls that are duplicates.
        known: SeenCalls,
    },
}

/// What became of files when a worker was lost.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lost {
    /// What it had read of these, or was reading, is read once more.
    pub again: Vec<u32>,
    /// The second worker was lost at the same part of these: they cannot be read.
    pub failed: Vec<u32>,
}

/// What became of a file.
#[derive(Debug, Clone, PartialEq)]
pub enum Settled {
    /// These calls of a part of it are duplicates: whoever read the part is to be told, and will say what is left.
    Mark {
        /// The file.
        file: u32,
        /// The part, where it was cut; otherwise all that was in it.
        part: Option<u32>,
        /// Who holds its calls.
        worker: u32,
        /// The serial numbers.
        calls: SeenCalls,
    },
    /// A part is read once more: whoever read it is to forget its calls.
    Forget {
        /// The file.
        file: u32,
        /// The part, where it was cut.
        part: Option<u32>,
        /// Who holds its calls.
        worker: u32,
    },
    /// All of a file that was cut is read.
    Read {
        /// The file.
        file: u32,
        /// All that is known of it.
        report: Box<FileReport>,
        /// For each part in order, how many lines of the file stand before those that its rows set aside are counted from.
        lines_before: Vec<u64>,
    },
    /// Nothing more is to be done for a file.
    Finished {
        /// The file.
        file: u32,
    },
}

/// A file is cut into pieces of at least so many bytes: below that, handing them out costs more than it saves.
const LEAST_PIECE_BYTES: u64 = 16 << 20;

/// Pieces that each worker gets of a large file: more of them end at the same time, fewer cost less.
const PIECES_A_WORKER: u64 = 8;

/// The plan.
#[derive(Debug)]
pub struct ReadingPlan {
    workers: u32,
    least_piece: u64,
    /// Likewise of the first one, which holds what tells what the file is.
    least_first_piece: u64,
    pieces_a_worker: u64,
    files: Vec<PlannedFile>,
    /// The calls of files that are finished, by file.
    seen: BTreeMap<u32, SeenCalls>,
    /// Those of files that are read once more.
    set_back: BTreeMap<u32, SeenCalls>,
}

#[derive(Debug)]
struct PlannedFile {
    id: u32,
    bytes: u64,
    /// It is read in one go, whatever it is.
    whole: bool,
    parts: Vec<Part>,
    stage: Stage,
    /// The reports of pieces that were read, as they came.
    so_far: FileReport,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Reading,
    /// So many workers are still to say what is left when duplicates are taken away.
    Marking(usize),
    Done,
}

#[derive(Debug)]
struct Part {
    /// `None` for the first, or only, one.
    spec: Option<PieceSpec>,
    state: PartState,
    /// How often it was given to a worker that was lost while it read it.
    lost: u32,
    /// Calls that its reader is told are duplicates, where they could not be marked afterwards.
    known: SeenCalls,
}

impl Part {
    fn new(spec: Option<PieceSpec>) -> Self {
        Self { spec, state: PartState::Waiting, lost: 0, known: SeenCalls::default() }
    }
}

#[derive(Debug)]
enum PartState {
    Waiting,
    Given(u32),
    /// A piece.
    Read(u32, Box<PieceRead>),
    /// A file that was not cut: its calls.
    Whole(u32, SeenCalls),
}

impl PartState {
    fn worker(&self) -> Option<u32> {
        match self {
            PartState::Waiting => None,
            PartState::Given(worker) | PartState::Read(worker, _) | PartState::Whole(worker, _) => Some(*worker),
        }
    }
}

impl ReadingPlan {
    /// For so many workers.
    pub fn new(workers: u32) -> Self {
        Self {
            workers: workers.max(1),
            least_piece: LEAST_PIECE_BYTES,
            least_first_piece: LEAST_PIECE_BYTES,
            pieces_a_worker: PIECES_A_WORKER,
            files: Vec::new(),
            seen: BTreeMap::new(),
            set_back: BTreeMap::new(),
        }
    }

    /// Cuts files into smaller pieces than is good for them, so that tests need no large ones.
    #[cfg(test)]
    fn with_pieces_of(mut self, first: u64, others: u64) -> Self {
        (self.least_first_piece, self.least_piece, self.pieces_a_worker) = (first, others, 1 << 32);
        self
    }

    /// A file of so many bytes is to be read, after those that were added before.
    pub fn add(&mut self, id: u32, bytes: u64) {
        self.files.retain(|file| file.id != id);
        let parts = vec![Part::new(None)];
        let at = self.files.partition_point(|file| file.id < id);
        let so_far = FileReport::default();
        self.files.insert(at, PlannedFile { id, bytes, whole: false, parts, stage: Stage::Reading, so_far });
    }

    /// Nothing of these files counts any more.
    pub fn remove(&mut self, ids: &[u32]) {
        self.files.retain(|file| !ids.contains(&file.id));
        self.seen.retain(|id, _| !ids.contains(id));
        self.set_back.retain(|id, _| !ids.contains(id));
    }

    /// These files will be read once more; should that be cancelled, their calls count as they did.
    pub fn set_back(&mut self, ids: &[u32]) {
        let calls: Vec<_> = ids.iter().filter_map(|id| Some((*id, self.seen.remove(id)?))).collect();
        self.remove(ids);
        self.set_back.extend(calls);
    }

    /// What is not finished is not read any more. Returns the files that there is nothing more of.
    pub fn cancel(&mut self, stays: impl Fn(u32) -> bool) -> Vec<u32> {
        let gone = |file: &PlannedFile| file.stage != Stage::Done || !stays(file.id);
        let ids: Vec<u32> = self.files.iter().filter(|file| gone(file)).map(|file| file.id).collect();
        let set_back = std::mem::take(&mut self.set_back);
        self.remove(&ids);
        self.seen.extend(set_back.into_iter().filter(|(id, _)| stays(*id)));
        ids
    }

    /// Whether anything is to be done for a file.
    pub fn is_open(&self, id: u32) -> bool {
        self.files.iter().any(|file| file.id == id && file.stage != Stage::Done)
    }

    /// What a worker is to do next.
    pub fn next_job(&mut self, worker: u32) -> Option<Job> {
        let (least, least_first, workers) = (self.least_piece, self.least_first_piece, u64::from(self.workers));
        let pieces_a_worker = self.pieces_a_worker;
        for file in &mut self.files {
            let piece_bytes = least.max(file.bytes / (workers * pieces_a_worker));
            let Some(part) = file.parts.iter_mut().find(|part| matches!(part.state, PartState::Waiting)) else {
                continue;
            };
            part.state = PartState::Given(worker);
            return Some(match &part.spec {
                Some(spec) => Job::Piece { file: file.id, spec: Box::new(spec.clone()), known: part.known.clone() },
                None => {
                    let first_bytes = least_first.max(piece_bytes);
                    let cut_at = (!file.whole && file.bytes > first_bytes + piece_bytes / 2).then_some(first_bytes);
                    Job::Read { file: file.id, cut_at, known: part.known.clone() }
                }
            });
        }
        None
    }

    /// A file can be cut where [`Job::Read`] said.
    pub fn cut_first(&mut self, id: u32, facts: &FileFacts) {
        if let Some(file) = self.files.iter().find(|file| file.id == id) {
            let from = self.first_bytes(file.bytes);
            self.cut(id, facts, from);
        }
    }

    /// Bytes of the pieces of a file that were read.
    pub fn bytes_read(&self, id: u32) -> u64 {
        let Some(file) = self.files.iter().find(|file| file.id == id) else { return 0 };
        let bytes = |part: &Part| match (&part.state, &part.spec) {
            (PartState::Read(..), Some(spec)) => spec.end.saturating_sub(spec.begin),
            (PartState::Read(..), None) => self.first_bytes(file.bytes),
            _ => 0,
        };
        file.parts.iter().map(bytes).sum()
    }

    fn piece_bytes(&self, bytes: u64) -> u64 {
        self.least_piece.max(bytes / (u64::from(self.workers) * self.pieces_a_worker))
    }

    fn first_bytes(&self, bytes: u64) -> u64 {
        self.least_first_piece.max(self.piece_bytes(bytes))
    }

    /// A file can be cut, and its first piece ends at `from`.
    fn cut(&mut self, id: u32, facts: &FileFacts, from: u64) {
        // One whose first piece is read once more is cut already.
        let uncut = |file: &&mut PlannedFile| file.id == id && file.parts.len() == 1;
        let (least, workers) = (self.least_piece, u64::from(self.workers));
        let pieces_a_worker = self.pieces_a_worker;
        let Some(file) = self.files.iter_mut().find(uncut) else { return };
        let piece_bytes = least.max(file.bytes / (workers * pieces_a_worker));
        let mut begin = from;
        while begin < file.bytes {
            // What is left over is no piece of its own.
            let end = if file.bytes - begin < piece_bytes * 3 / 2 { file.bytes } else { begin + piece_bytes };
            let part = file.parts.len() as u32;
            let spec = PieceSpec { part, begin, end, exact: false, facts: facts.clone() };
            file.parts.push(Part::new(Some(spec)));
            begin = end;
        }
    }

    /// A piece was read.
    pub fn piece_read(&mut self, id: u32, part: u32, worker: u32, read: PieceRead) {
        let Some(file) = self.files.iter_mut().find(|file| file.id == id) else { return };
        file.so_far.add_piece(&read.report.without_evidence(), 0);
        if let Some(part) = file.parts.get_mut(part as usize) {
            part.state = PartState::Read(worker, Box::new(read));
        }
    }

    /// What is known of a file that is cut, of the pieces that were read.
    pub fn so_far(&self, id: u32) -> Option<&FileReport> {
        self.files.iter().find(|file| file.id == id).map(|file| &file.so_far)
    }

    /// A file that was not cut was read, with these calls.
    pub fn whole_read(&mut self, id: u32, worker: u32, calls: SeenCalls) {
        if let Some(file) = self.files.iter_mut().find(|file| file.id == id) {
            file.parts.truncate(1);
            file.parts[0].state = PartState::Whole(worker, calls);
        }
    }

    /// A file cannot be read; nothing of it counts.
    pub fn failed(&mut self, id: u32) {
        self.remove(&[id]);
    }

    /// What is left of a part's calls without those that were marked.
    pub fn marked(&mut self, id: u32, part: Option<u32>, left: Option<(Tally, u64)>) {
        let Some(file) = self.files.iter_mut().find(|file| file.id == id) else { return };
        if let Stage::Marking(pending) = &mut file.stage {
            *pending = pending.saturating_sub(1);
        }
        if let (Some(part), Some((tally, duplicates))) = (part, left)
            && let Some(Part { state: PartState::Read(_, read), .. }) = file.parts.get_mut(part as usize)
        {
            let reasons_of = read.report.tally.reasons_of;
            read.report.tally = tally;
            read.report.tally.reasons_of = reasons_of;
            read.report.duplicates = duplicates;
        }
    }

    /// The calls of a part are not all there to be marked: it is read again by a reader that knows which are duplicates.
    pub fn cannot_mark(&mut self, id: u32, part: Option<u32>, calls: SeenCalls) {
        let Some(file) = self.files.iter_mut().find(|file| file.id == id) else { return };
        // Its reader forgets what it has of it when it says so.
        if let Some(part) = file.parts.get_mut(part.unwrap_or_default() as usize) {
            (part.state, part.known) = (PartState::Waiting, calls);
        }
        file.stage = Stage::Reading;
        file.count_so_far();
    }

    /// A worker is gone, with all calls that it read. They are read once more, and so is what it was reading; once.
    pub fn lost(&mut self, worker: u32) -> Lost {
        let mut lost = Lost::default();
        for file in &mut self.files {
            let mut any = false;
            for part in file.parts.iter_mut().filter(|part| part.state.worker() == Some(worker)) {
                part.lost += u32::from(matches!(part.state, PartState::Given(_)));
                part.state = PartState::Waiting;
                any = true;
            }
            if file.parts.iter().any(|part| part.lost > 1) {
                lost.failed.push(file.id);
            } else if any {
                lost.again.push(file.id);
                file.stage = Stage::Reading;
                file.count_so_far();
                self.seen.remove(&file.id);
            }
        }
        self.remove(&lost.failed.clone());
        lost
    }

    /// What is found out now about files, in order. To be asked whenever something was told.
    pub fn settle(&mut self) -> Vec<Settled> {
        let mut settled = Vec::new();
        for file in &mut self.files {
            if file.stage == Stage::Reading && file.put_together(&mut settled) {
                file.find_duplicates(&self.seen, &mut settled);
            }
            if file.stage == Stage::Marking(0) {
                file.finish(&mut settled);
                self.seen.insert(file.id, file.calls());
                self.set_back.remove(&file.id);
            }
            if file.stage != Stage::Done {
                // Which calls are duplicates hangs on all files before.
                break;
            }
        }
        settled
    }
}

impl PlannedFile {
    fn count_so_far(&mut self) {
        self.so_far = FileReport::default();
        for part in &self.parts {
            if let PartState::Read(_, read) = &part.state {
                self.so_far.add_piece(&read.report.without_evidence(), 0);
            }
        }
    }

    /// Whether all parts are read and fit together; those that do not are set back to be read again.
    fn put_together(&mut self, settled: &mut Vec<Settled>) -> bool {
        if self.parts.iter().any(|part| matches!(&part.state, PartState::Read(_, read) if !is_utf8(read))) {
            if self.parts.iter().any(|part| matches!(part.state, PartState::Given(_))) {
                return false;
            }
            // It began as plain ASCII and is something else: its encoding decides where rows end.
            for (at, part) in self.parts.iter().enumerate() {
                settled.extend(forget(self.id, at, &part.state));
            }
            self.parts.truncate(1);
            self.parts[0] = Part::new(None);
            (self.whole, self.so_far) = (true, FileReport::default());
            return false;
        }
        for at in 0..self.parts.len() {
            let (before, after) = self.parts.split_at_mut(at);
            let Some(part) = after.first_mut() else { return false };
            let read = match &part.state {
                PartState::Whole(..) => return true,
                PartState::Read(_, read) => read,
                PartState::Waiting | PartState::Given(_) => return false,
            };
            let Some(Part { state: PartState::Read(_, last), .. }) = before.last() else { continue };
            let place = |row: Option<crate::ingest::RowAt>| row.map(|row| row.place);
            if place(last.bounds.next) == place(read.bounds.first)
                && last.bounds.layout_after == read.bounds.layout_before
            {
                continue;
            }
            let Some(spec) = &mut part.spec else { return false };
            let mark = spec.facts.mark_bytes;
            spec.exact = true;
            spec.begin = last.bounds.next.map_or(self.bytes, |row| row.place + mark);
            spec.facts.layout = last.bounds.layout_after.clone();
            settled.extend(forget(self.id, at, &part.state));
            part.state = PartState::Waiting;
            return false;
        }
        true
    }

    fn find_duplicates(&mut self, seen: &BTreeMap<u32, SeenCalls>, settled: &mut Vec<Settled>) {
        // Those of its own parts that came before.
        let mut own = SeenCalls::default();
        let mut pending = 0;
        for (at, part) in self.parts.iter().enumerate() {
            let (worker, calls, is_piece) = match &part.state {
                PartState::Read(worker, read) => (*worker, &read.calls, true),
                PartState::Whole(worker, calls) => (*worker, calls, false),
                PartState::Waiting | PartState::Given(_) => continue,
            };
            let mut shared = calls.shared_with(&own);
            for (_, theirs) in seen.range(..self.id) {
                shared.merge(calls.shared_with(theirs));
            }
            own.merge(calls.clone());
            if !shared.is_empty() && shared != part.known {
                pending += 1;
                let part = is_piece.then_some(at as u32);
                settled.push(Settled::Mark { file: self.id, part, worker, calls: shared });
            }
        }
        self.stage = Stage::Marking(pending);
    }

    fn finish(&mut self, settled: &mut Vec<Settled>) {
        self.stage = Stage::Done;
        if self.parts.len() > 1 || matches!(self.parts[0].state, PartState::Read(..)) {
            let (report, lines_before) = self.report();
            settled.push(Settled::Read { file: self.id, report: Box::new(report), lines_before });
        }
        settled.push(Settled::Finished { file: self.id });
    }

    fn report(&self) -> (FileReport, Vec<u64>) {
        let mut report = FileReport::default();
        let mut lines_before = Vec::new();
        // The line of the next piece's first row, in the file.
        let mut line = 1;
        for part in &self.parts {
            let PartState::Read(_, read) = &part.state else { continue };
            let first = read.bounds.first.map_or(1, |row| row.line);
            let before = if lines_before.is_empty() { 0 } else { line - first };
            report.add_piece(&read.report, before);
            lines_before.push(before);
            line = before + read.bounds.next.map_or(1, |row| row.line);
        }
        (report, lines_before)
    }

    fn calls(&self) -> SeenCalls {
        let mut all = SeenCalls::default();
        for part in &self.parts {
            match &part.state {
                PartState::Read(_, read) => all.merge(read.calls.clone()),
                PartState::Whole(_, calls) => all.merge(calls.clone()),
                PartState::Waiting | PartState::Given(_) => {}
            }
        }
        all
    }
}

fn forget(file: u32, at: usize, state: &PartState) -> Option<Settled> {
    let part = matches!(state, PartState::Read(..)).then_some(at as u32);
    state.worker().map(|worker| Settled::Forget { file, part, worker })
}

fn is_utf8(read: &PieceRead) -> bool {
    read.bounds.encoding.encoding == Encoding::Utf8
}

#[cfg(test)]
mod tests;
