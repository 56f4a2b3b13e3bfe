//! One file of the plan: its parts, and how they become one.

use super::PlanEvent;
use crate::file_report::FileReport;
use crate::piece_reader::{PieceRead, PieceSpec};
use crate::seen_calls::SeenCalls;
use calls::narrow;
use ingest::{Damage, Encoding, FileFacts, RowAt};
use std::collections::BTreeMap;

#[derive(Debug)]
pub(super) struct PlannedFile {
    pub(super) id: u32,
    pub(super) bytes: u64,
    /// It is read in one go, whatever it is.
    pub(super) whole: bool,
    pub(super) parts: Vec<PlannedPart>,
    /// Its text, where that was handed on by the one who unpacks it.
    pub(super) text: Option<PlannedText>,
    pub(super) stage: Stage,
    /// The reports of pieces that were read, as they came.
    pub(super) so_far: FileReport,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    Reading,
    /// So many workers are still to say what is left when duplicates are taken away.
    Marking(usize),
    /// Its calls are known. Files behind it that were finished before may share some of them.
    Counted,
    Done,
}

#[derive(Debug)]
pub(super) struct PlannedPart {
    /// `None` for the first, or only, one.
    pub(super) spec: Option<PieceSpec>,
    pub(super) state: PartState,
    /// When it was given to its worker: a smaller number is earlier.
    pub(super) given: u64,
    /// How often it was what its worker was at when that was lost.
    pub(super) lost: u32,
    /// Calls that its reader is told are duplicates, where they could not be marked afterwards.
    pub(super) known: SeenCalls,
    /// Calls that whoever holds it was told are duplicates.
    pub(super) told: SeenCalls,
    /// Who reads it has all of the text, not only what came so far: it was given out then, or waits for that.
    pub(super) of_all: bool,
}

impl PlannedPart {
    pub(super) fn new(spec: Option<PieceSpec>) -> Self {
        let (known, told) = Default::default();
        Self { spec, state: PartState::Waiting, given: 0, lost: 0, known, told, of_all: false }
    }
}

#[derive(Debug)]
pub(super) enum PartState {
    Waiting,
    Given(u32),
    /// A piece.
    Read(u32, Box<PieceRead>),
    /// A file that was not cut: its calls.
    Whole(u32, SeenCalls),
}

impl PartState {
    pub(super) fn worker(&self) -> Option<u32> {
        match self {
            PartState::Waiting => None,
            PartState::Given(worker) | PartState::Read(worker, _) | PartState::Whole(worker, _) => Some(*worker),
        }
    }
}

/// A text that others read than the one who unpacks it.
#[derive(Debug)]
pub(super) struct PlannedText {
    /// What it is.
    pub(super) facts: FileFacts,
    /// Bytes of it that are there.
    pub(super) bytes: u64,
    /// What of the dropped file they are.
    pub(super) packed: u64,
    /// Where the next piece begins.
    pub(super) next: u64,
    /// Who unpacks it; `None` when all of it is there.
    pub(super) comes_from: Option<u32>,
    /// It will never be all there.
    pub(super) is_lost: bool,
    /// What was wrong with what it was packed in.
    pub(super) damage: Option<Damage>,
}

impl PlannedFile {
    pub(super) fn new(id: u32, bytes: u64) -> Self {
        let (parts, stage, so_far) = (vec![PlannedPart::new(None)], Stage::Reading, FileReport::default());
        Self { id, bytes, whole: false, parts, text: None, stage, so_far }
    }

    /// What is known of the pieces that are read, counted anew.
    pub(super) fn count_so_far(&mut self) {
        self.so_far = FileReport::default();
        for part in &self.parts {
            if let PartState::Read(_, read) = &part.state {
                self.so_far.add_piece(&read.report.without_evidence(), 0);
            }
        }
    }

    /// From its beginning once more, or on.
    fn begin_anew(&mut self, events: &mut Vec<PlanEvent>) {
        for (at, part) in self.parts.iter().enumerate() {
            events.extend(forget(self.id, at, &part.state));
        }
        let lost = self.parts[0].lost;
        self.parts.truncate(1);
        self.parts[0] = PlannedPart { lost, ..PlannedPart::new(None) };
        (self.text, self.so_far) = (None, FileReport::default());
    }

    /// Whether all parts are read and fit together; those that do not are set back to be read again.
    pub(super) fn put_together(&mut self, events: &mut Vec<PlanEvent>) -> bool {
        let is_anybody_at_it =
            self.parts.iter().any(|part| matches!(part.state, PartState::Given(_))) || !self.has_all_text();
        if self.has_lost_text() {
            if !is_anybody_at_it {
                self.begin_anew(events);
            }
            return false;
        }
        if self.parts.iter().any(|part| matches!(&part.state, PartState::Read(_, read) if !is_utf8(read))) {
            if !is_anybody_at_it {
                // It began as plain ASCII and is something else: its encoding decides where rows end.
                self.whole = true;
                self.begin_anew(events);
            }
            return false;
        }
        let (bytes, has_all) = (self.text.as_ref().map_or(self.bytes, |text| text.bytes), self.has_all_text());
        for at in 0..self.parts.len() {
            let is_last = has_all && at + 1 == self.parts.len();
            let (before, after) = self.parts.split_at_mut(at);
            let Some(part) = after.first_mut() else { return false };
            let read = match &part.state {
                PartState::Whole(..) => return true,
                PartState::Read(_, read) => read,
                PartState::Waiting | PartState::Given(_) => return false,
            };
            if read.bounds.next.is_none() && !part.of_all && !is_last && self.text.is_some() {
                // Its last row was longer than what was there of it.
                events.extend(forget(self.id, at, &part.state));
                (part.state, part.of_all) = (PartState::Waiting, true);
                return false;
            }
            let Some(PlannedPart { state: PartState::Read(_, last), .. }) = before.last() else { continue };
            let offset = |row: Option<RowAt>| row.map(|row| row.offset);
            if offset(last.bounds.next) == offset(read.bounds.first)
                && last.bounds.layout_after == read.bounds.layout_before
            {
                continue;
            }
            let Some(spec) = &mut part.spec else { return false };
            let mark = spec.facts.mark_bytes;
            spec.exact = true;
            spec.begin = last.bounds.next.map_or(bytes, |row| row.offset + mark);
            spec.facts.layout = last.bounds.layout_after.clone();
            events.extend(forget(self.id, at, &part.state));
            part.state = PartState::Waiting;
            return false;
        }
        has_all
    }

    /// Has those marked of its calls that are among `seen` and are not marked yet.
    pub(super) fn find_duplicates(&mut self, seen: &BTreeMap<u32, SeenCalls>, events: &mut Vec<PlanEvent>) {
        // Those of its own parts that came before.
        let mut own = SeenCalls::default();
        let mut pending = 0;
        for (at, part) in self.parts.iter_mut().enumerate() {
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
            if !shared.is_within(&part.told) {
                pending += 1;
                shared.merge(part.told.clone());
                part.told = shared.clone();
                let part = is_piece.then_some(narrow::count(at));
                events.push(PlanEvent::Mark { file: self.id, part, worker, calls: shared });
            }
        }
        // One that is read already may be waiting for others.
        self.stage = match self.stage {
            Stage::Reading => Stage::Marking(pending),
            Stage::Marking(before) => Stage::Marking(before + pending),
            Stage::Counted | Stage::Done if pending > 0 => Stage::Marking(pending),
            stage => stage,
        };
    }

    pub(super) fn finish(&mut self, events: &mut Vec<PlanEvent>) {
        self.stage = Stage::Done;
        if self.parts.len() > 1 || matches!(self.parts[0].state, PartState::Read(..)) {
            let (report, lines_before) = self.report();
            events.push(PlanEvent::Read { file: self.id, report: Box::new(report), lines_before });
        }
        events.push(PlanEvent::Finished { file: self.id });
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
        if let (Some(text), Some(facts)) = (&self.text, &mut report.facts) {
            facts.damage = text.damage.or(facts.damage);
        }
        (report, lines_before)
    }

    pub(super) fn calls(&self) -> SeenCalls {
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

fn forget(file: u32, at: usize, state: &PartState) -> Option<PlanEvent> {
    let part = matches!(state, PartState::Read(..)).then_some(narrow::count(at));
    state.worker().map(|worker| PlanEvent::Forget { file, part, worker })
}

fn is_utf8(read: &PieceRead) -> bool {
    read.bounds.encoding.encoding == Encoding::Utf8
}
