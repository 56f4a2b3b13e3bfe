//! Who reads what: files and pieces of files, spread over workers; the same answer however many there are.
//!
//! The plan is told what was dropped and what workers found, and says what each is to do next. It knows no browser: the
//! page carries its messages, and a test plays the workers.
//!
//! - A file is given to a worker as a whole. Should its rows be lines that can be cut, the worker says so, keeps the
//!   first piece, and the rest is given out piece by piece.
//! - Pieces are put together in order. Where one did not begin with the row that the one before stopped at, or with
//!   another layout, it is read again from there.
//! - A packed stream cannot be cut: the worker that unpacks it reads its first piece and hands the text on, of which
//!   pieces are made as it comes.
//! - A call that a file or piece before it had is a duplicate. Files are read in any order, so this is found out
//!   afterwards, from their serial numbers: whoever holds the calls is told which of them are. A file that is read once
//!   more is finished when those behind it know, too.

mod piece_sizes;
mod planned_file;
mod relayed_text;

use super::file_report::FileReport;
use super::piece_reader::{PieceRead, PieceSpec};
use super::seen_calls::SeenCalls;
use calls::narrow;
use ingest::FileFacts;
use piece_sizes::PieceSizes;
use planned_file::{PartState, PlannedFile, PlannedPart, Stage};
use query::Tally;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a worker is to do.
#[derive(Debug, Clone, PartialEq)]
pub enum Job {
    /// Read a file from its beginning.
    Read {
        /// Which file.
        file: u32,
        /// Where the first piece ends, should it be one whose rows can be read in pieces at their place in the file.
        cut_at: Option<u64>,
        /// What is done with a text that comes packed as a stream.
        stream: Stream,
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

/// What is done with a text that comes packed as a stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stream {
    /// It is read to its end.
    ReadAll,
    /// Rows up to that place in the text are read, and the text is handed on.
    Relay {
        /// In bytes of the text.
        at: u64,
    },
    /// Only its rows up to that place are read: the text was handed on before.
    ReadFirst {
        /// In bytes of the text.
        end: u64,
    },
}

/// What became of files when a worker was lost.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LostWork {
    /// What it had read of these, or was reading, is read once more.
    pub again: Vec<u32>,
    /// The second worker was lost at the same part of these: they cannot be read.
    pub failed: Vec<u32>,
}

/// What became of a file.
#[derive(Debug, Clone, PartialEq)]
pub enum PlanEvent {
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
        /// For each part in order, how many lines of the file stand before those that its rows set aside are counted
        /// from.
        lines_before: Vec<u64>,
    },
    /// Nothing more is to be done for a file.
    Finished {
        /// The file.
        file: u32,
    },
}

/// The plan.
#[derive(Debug)]
pub struct ReadingPlan {
    sizes: PieceSizes,
    files: Vec<PlannedFile>,
    /// The calls of files that are finished, by file.
    seen: BTreeMap<u32, SeenCalls>,
    /// Those of files that are read once more.
    requeue: BTreeMap<u32, SeenCalls>,
    /// How many jobs were given so far.
    given: u64,
}

impl ReadingPlan {
    /// For so many workers.
    pub fn new(workers: u32) -> Self {
        let sizes = PieceSizes::new(workers);
        Self { sizes, files: Vec::new(), seen: BTreeMap::new(), requeue: BTreeMap::new(), given: 0 }
    }

    /// Cuts files into smaller pieces than is good for them, so that tests need no large ones.
    #[cfg(test)]
    fn with_pieces_of(mut self, first: u64, others: u64, ahead: u64) -> Self {
        self.sizes = self.sizes.of(first, others, ahead);
        self
    }

    /// A file of so many bytes is to be read, after those that were added before.
    pub fn add(&mut self, id: u32, bytes: u64) {
        self.files.retain(|file| file.id != id);
        let at = self.files.partition_point(|file| file.id < id);
        self.files.insert(at, PlannedFile::new(id, bytes));
    }

    /// Nothing of these files counts any more.
    pub fn remove(&mut self, ids: &[u32]) {
        self.files.retain(|file| !ids.contains(&file.id));
        self.seen.retain(|id, _| !ids.contains(id));
        self.requeue.retain(|id, _| !ids.contains(id));
    }

    /// These files will be read once more; should that be cancelled, their calls count as they did.
    pub fn requeue(&mut self, ids: &[u32]) {
        let calls: Vec<_> = ids.iter().filter_map(|id| Some((*id, self.seen.remove(id)?))).collect();
        self.remove(ids);
        self.requeue.extend(calls);
    }

    /// What is not finished is not read any more. Returns the files that there is nothing more of.
    pub fn cancel(&mut self, stays: impl Fn(u32) -> bool) -> Vec<u32> {
        let gone = |file: &PlannedFile| file.stage != Stage::Done || !stays(file.id);
        let mut ids: Vec<u32> = self.files.iter().filter(|file| gone(file)).map(|file| file.id).collect();
        let requeue = std::mem::take(&mut self.requeue);
        self.remove(&ids);
        self.seen.extend(requeue.into_iter().filter(|(id, _)| stays(*id)));
        // A file that was to be read once more, and then was not, counts without a place in the list.
        ids.extend(self.seen.keys().filter(|id| !stays(**id)));
        self.seen.retain(|id, _| stays(*id));
        ids
    }

    /// What a worker is to do next.
    pub fn next_job(&mut self, worker: u32) -> Option<Job> {
        for file in self.files.iter_mut().filter(|file| !file.has_lost_text()) {
            let (id, cut_at) = (file.id, self.sizes.cut_at(file.bytes).filter(|_| !file.whole));
            let stream = file.stream(self.sizes);
            let has_all = file.has_all_text();
            let waits = |part: &&mut PlannedPart| matches!(part.state, PartState::Waiting) && (has_all || !part.of_all);
            let Some(part) = file.parts.iter_mut().find(waits) else { continue };
            part.of_all = has_all;
            part.state = PartState::Given(worker);
            self.given += 1;
            part.given = self.given;
            let known = part.known.clone();
            part.told = known.clone();
            return Some(match &part.spec {
                Some(spec) => Job::Piece { file: id, spec: Box::new(spec.clone()), known },
                None => Job::Read { file: id, cut_at, stream, known },
            });
        }
        None
    }

    /// A file can be cut where [`Job::Read`] said.
    pub fn cut(&mut self, id: u32, facts: &FileFacts) {
        let sizes = self.sizes;
        // One whose first piece is read once more is cut already.
        if let Some(file) = self.file(id).filter(|file| file.parts.len() == 1) {
            for (begin, end) in sizes.behind_the_first(file.bytes) {
                let part = narrow::count(file.parts.len());
                let spec = PieceSpec { part, begin, end, exact: false, facts: facts.clone() };
                file.parts.push(PlannedPart::new(Some(spec)));
            }
        }
    }

    /// Bytes of the pieces of a file that were read.
    pub fn bytes_read(&self, id: u32) -> u64 {
        let Some(file) = self.files.iter().find(|file| file.id == id) else { return 0 };
        file.parts.iter().map(|part| file.bytes_of(part, self.sizes)).sum()
    }

    fn file(&mut self, id: u32) -> Option<&mut PlannedFile> {
        self.files.iter_mut().find(|file| file.id == id)
    }

    /// A piece was read.
    pub fn piece_read(&mut self, id: u32, part: u32, worker: u32, read: PieceRead) {
        let Some(file) = self.file(id) else { return };
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
        if let Some(file) = self.file(id) {
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
        let Some(file) = self.file(id) else { return };
        if let Stage::Marking(pending) = &mut file.stage {
            *pending = pending.saturating_sub(1);
        }
        if let (Some(part), Some((tally, duplicates))) = (part, left)
            && let Some(PlannedPart { state: PartState::Read(_, read), .. }) = file.parts.get_mut(part as usize)
        {
            let reasons_of = read.report.tally.reasons_of;
            read.report.tally = tally;
            read.report.tally.reasons_of = reasons_of;
            read.report.duplicates = duplicates;
        }
    }

    /// The calls of a part are not all there to be marked: it is read again by a reader that knows which are
    /// duplicates.
    pub fn cannot_mark(&mut self, id: u32, part: Option<u32>, calls: SeenCalls) {
        let Some(file) = self.file(id) else { return };
        // Its reader forgets what it has of it when it says so.
        if let Some(part) = file.parts.get_mut(part.unwrap_or_default() as usize) {
            (part.state, part.known) = (PartState::Waiting, calls);
        }
        file.stage = Stage::Reading;
        file.count_so_far();
    }

    /// A worker is gone, with all calls that it read. They are read once more, and so is what it was at; once. A worker
    /// takes its jobs in order: it was at the first of those that it had, and what waited behind that is not to blame.
    pub fn lost(&mut self, worker: u32) -> LostWork {
        let mut lost = LostWork::default();
        let parts = self.files.iter().flat_map(|file| &file.parts);
        let was_given = |part: &&PlannedPart| matches!(part.state, PartState::Given(of) if of == worker);
        let unpacks = self.files.iter().any(|file| file.comes_from(worker));
        let at_work = parts.filter(was_given).map(|part| part.given).min().filter(|_| !unpacks);
        for file in &mut self.files {
            let mut any = file.lose_text(worker);
            for part in file.parts.iter_mut().filter(|part| part.state.worker() == Some(worker)) {
                part.lost += u32::from(matches!(part.state, PartState::Given(_)) && Some(part.given) == at_work);
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
    pub fn settle(&mut self) -> Vec<PlanEvent> {
        let mut events = Vec::new();
        for at in 0..self.files.len() {
            let (before, behind) = self.files.split_at_mut(at + 1);
            let [.., file] = before else { break };
            if file.stage == Stage::Reading && file.put_together(&mut events) {
                file.find_duplicates(&self.seen, &mut events);
            }
            if file.stage == Stage::Marking(0) {
                self.seen.insert(file.id, file.calls());
                self.requeue.remove(&file.id);
                file.stage = Stage::Counted;
                // One that is read once more may have calls now of which others thought that they are theirs.
                for other in behind.iter_mut().filter(|other| other.stage != Stage::Reading) {
                    other.find_duplicates(&self.seen, &mut events);
                }
            }
            let are_marked = |other: &PlannedFile| !matches!(other.stage, Stage::Marking(1..));
            if file.stage == Stage::Counted && behind.iter().all(are_marked) {
                file.finish(&mut events);
            }
            if file.stage != Stage::Done {
                // Which calls are duplicates hangs on all files before.
                break;
            }
        }
        events
    }
}

#[cfg(test)]
mod tests;
