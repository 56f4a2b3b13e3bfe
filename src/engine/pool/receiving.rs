//! What workers say: of files and pieces that they read, and of what is left of them without duplicates.

use super::{JobInFlight, Pool};
use crate::engine::event::EngineEvent;
use crate::engine::messages::FromWorker;
use js_sys::{Array, Uint8Array};
use query::Tally;
use session::{FileReport, PieceBounds, PieceRead, SeenCalls};
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::JsCast;

impl Pool {
    /// A worker said something.
    pub(in crate::engine) fn receive(&mut self, worker: u32, message: FromWorker, objects: &Array) {
        match message {
            FromWorker::Peeked { id, facts } => {
                self.events.push(EngineEvent::Peeked { id, facts: Rc::new(facts) });
            }
            FromWorker::Sample => self.events.push(EngineEvent::Sample(objects.get(0).unchecked_into())),
            FromWorker::HeldBytes { bytes } => {
                self.held_bytes[worker as usize] = bytes;
                self.events.push(EngineEvent::HeldBytes(self.held_bytes.iter().sum()));
            }
            FromWorker::Stopped { detail } => self.lost(worker, detail),
            FromWorker::Question(message) => self.questions.receive(worker, message),
            FromWorker::Exported { export, part, rows } => {
                if let Ok(blob) = objects.get(0).dyn_into() {
                    self.questions.exported(worker, export, part, blob, rows);
                }
            }
            FromWorker::ExportDone { export, fault } => {
                self.questions.export_done(worker, export, fault.map_or(Ok(()), Err));
            }
            FromWorker::CannotRead { request, begin, end } => {
                if let Some(running) = &self.workers[worker as usize] {
                    running.read_for(request, objects.get(0).unchecked_ref(), begin, end);
                }
            }
            FromWorker::CanBeCut { job, facts } => {
                if let Some(in_flight) = self.in_flight.get(&job) {
                    self.plan.cut(in_flight.file, &facts);
                }
            }
            FromWorker::Progress { job, entry, bytes, report } => self.progress(job, entry, bytes, report),
            FromWorker::Read { job, entry, part, report } => {
                let Some(in_flight) = self.in_flight.get(&job) else { return };
                let set_aside = objects.get(0).dyn_into().map(|blob| vec![(blob, 0)]).unwrap_or_default();
                let (id, text) = (in_flight.file, objects.get(1).dyn_into().ok());
                let report = Rc::new(report);
                self.events.push(EngineEvent::Read { id, entry, part: Some(part), report, set_aside, text });
            }
            FromWorker::Failed { job, entry, problem } => {
                let Some(in_flight) = self.in_flight.get(&job) else { return };
                let id = in_flight.file;
                if entry.is_none() {
                    self.plan.failed(id);
                    self.drop_jobs(&[id]);
                }
                self.events.push(EngineEvent::Failed { id, entry, problem });
            }
            FromWorker::Finished { job } => {
                let Some(in_flight) = self.in_flight.remove(&job) else { return };
                let calls = SeenCalls::read(&Uint8Array::new(&objects.get(0)).to_vec()).unwrap_or_default();
                self.plan.whole_read(in_flight.file, worker, calls);
            }
            FromWorker::PieceRead { job, report, bounds } => {
                let Some(in_flight) = self.in_flight.remove(&job) else { return };
                let part = in_flight.part.unwrap_or_default();
                let read = self.piece(in_flight.file, part, report, *bounds, objects);
                self.plan.piece_read(in_flight.file, part, worker, read);
                self.tell_progress(in_flight.file);
            }
            FromWorker::FirstRead { job, report, bounds } => {
                let Some(in_flight) = self.in_flight.get_mut(&job) else { return };
                let file = in_flight.file;
                // What it unpacks is counted as what is read of it.
                (in_flight.bytes, in_flight.report) = (0, Rc::default());
                let read = self.piece(file, 0, report, *bounds, objects);
                self.texts.insert(file, Array::new());
                self.plan.first_read(file, worker, read);
            }
            FromWorker::Text { job, bytes, packed } => {
                let Some(in_flight) = self.in_flight.get(&job) else { return };
                if let Some(text) = self.texts.get(&in_flight.file) {
                    text.push(&objects.get(0));
                }
                self.plan.text_grew(in_flight.file, bytes, packed);
            }
            FromWorker::Unpacked { job, damage } => {
                let Some(in_flight) = self.in_flight.remove(&job) else { return };
                self.plan.text_ended(in_flight.file, damage);
            }
            FromWorker::Marked { job, left } => self.marked(job, left),
        }
    }

    /// A piece that was read, of which the rows set aside are kept.
    fn piece(&mut self, file: u32, part: u32, report: FileReport, bounds: PieceBounds, objects: &Array) -> PieceRead {
        let calls = SeenCalls::read(&Uint8Array::new(&objects.get(0)).to_vec()).unwrap_or_default();
        match objects.get(1).dyn_into() {
            Ok(blob) => _ = self.set_aside.insert((file, part), blob),
            Err(_) => _ = self.set_aside.remove(&(file, part)),
        }
        PieceRead { report, bounds, calls, set_aside: Vec::new() }
    }

    fn progress(&mut self, job: u32, entry: Option<String>, bytes: u64, report: FileReport) {
        let Some(in_flight) = self.in_flight.get_mut(&job) else { return };
        let id = in_flight.file;
        (in_flight.bytes, in_flight.report) = (bytes, Rc::new(report));
        if entry.is_some() {
            let report = in_flight.report.clone();
            self.events.push(EngineEvent::Progress { id, entry, bytes, report });
        } else {
            self.tell_progress(id);
        }
    }

    /// How far a file has come, of all pieces that are read and being read.
    fn tell_progress(&mut self, id: u32) {
        let mut report = self.plan.so_far(id).cloned().unwrap_or_default();
        let mut bytes = self.plan.bytes_read(id);
        for in_flight in self.in_flight.values().filter(|in_flight| in_flight.file == id) {
            bytes += in_flight.bytes;
            report.add_piece(&in_flight.report, 0);
        }
        if let Some(packed) = self.plan.packed_share(id) {
            bytes = (bytes as f64 * packed) as u64;
        }
        self.events.push(EngineEvent::Progress { id, entry: None, bytes, report: Rc::new(report) });
    }

    fn marked(&mut self, job: u32, left: Option<BTreeMap<u32, (Tally, u64)>>) {
        let Some(JobInFlight { file, part, marking: Some(calls), .. }) = self.in_flight.remove(&job) else { return };
        let Some(left) = left else { return self.plan.cannot_mark(file, part, calls) };
        if part.is_some() {
            let sums = left.into_values().next();
            return self.plan.marked(file, part, sums);
        }
        self.plan.marked(file, None, None);
        for (part, (tally, duplicates)) in left {
            self.events.push(EngineEvent::Marked { id: file, part, tally, duplicates });
        }
    }
}
