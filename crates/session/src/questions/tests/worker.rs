//! A worker that is played: it hears what is said to it whenever the play wants, and works a little at a time.

use crate::questions::{ExportFault, FromShard, ShardQuestions, ToShard};
use crate::{SeenCalls, mark_duplicates};
use std::collections::VecDeque;
use store::Shard;

/// What is said to a worker.
#[derive(Debug, Clone)]
pub(super) enum ToWorker {
    Question(ToShard),
    Forget(u32),
    Mark(u32, SeenCalls),
}

/// What a worker says.
#[derive(Debug, Clone)]
pub(super) enum FromWorker {
    Question(Box<FromShard>),
    Exported { export: u32, part: usize, offsets: Vec<u64> },
    Done { export: u32, outcome: Result<(), ExportFault> },
}

/// Parts that are still to be exported, and the places of their rows.
pub(super) type Left = VecDeque<(usize, Vec<u64>)>;

/// A worker, and what is on its way to it and from it.
#[derive(Default)]
pub(super) struct Worker {
    pub(super) shard: Shard,
    pub(super) questions: ShardQuestions,
    pub(super) inbox: VecDeque<ToWorker>,
    pub(super) outbox: VecDeque<FromWorker>,
    /// The export that it is at, and what is left of it.
    pub(super) export: Option<(u32, Left)>,
}

impl Worker {
    /// Hears the next thing that was said to it.
    pub(super) fn listen(&mut self) {
        match self.inbox.pop_front() {
            None => {}
            Some(ToWorker::Forget(file)) => {
                self.shard.remove(|key| key.file == file);
                self.questions.changed();
            }
            Some(ToWorker::Mark(file, seen)) => {
                mark_duplicates(&mut self.shard, file, None, &seen);
                self.questions.changed();
            }
            Some(ToWorker::Question(ToShard::Ask { question_id, question })) => {
                self.questions.ask(question_id, *question)
            }
            Some(ToWorker::Question(ToShard::GiveUp { question_id })) => self.questions.give_up(question_id),
            Some(ToWorker::Question(ToShard::Rows { question_id, fetch, from, count })) => {
                let rows = self.questions.rows(&self.shard, question_id, fetch, from, count);
                self.outbox.push_back(FromWorker::Question(Box::new(rows)));
            }
            Some(ToWorker::Question(ToShard::Export { question_id, export, parts })) => {
                match self.questions.begin_export(&self.shard, question_id, export, &parts) {
                    Some(offsets) => self.export = Some((export, offsets.into_iter().enumerate().collect())),
                    None => self.outbox.push_back(FromWorker::Done { export, outcome: Err(ExportFault::Outdated) }),
                }
            }
            Some(ToWorker::Question(ToShard::EndExport { export })) => self.questions.end_export(export),
        }
    }

    /// Does a little of what it is at.
    pub(super) fn work(&mut self, blocks: usize) {
        if let Some(answered) = self.questions.step(&self.shard, blocks) {
            self.outbox.push_back(FromWorker::Question(Box::new(answered)));
        }
        let Some((export, parts)) = &mut self.export else { return };
        let export = *export;
        if !self.questions.is_exporting(export) {
            self.export = None;
            return;
        }
        match parts.pop_front() {
            Some((part, offsets)) => {
                for offsets in offsets.chunks(3).map(<[u64]>::to_vec) {
                    self.outbox.push_back(FromWorker::Exported { export, part, offsets });
                }
            }
            None => {
                self.questions.end_export(export);
                self.outbox.push_back(FromWorker::Done { export, outcome: Ok(()) });
                self.export = None;
            }
        }
    }

    pub(super) fn is_idle(&self) -> bool {
        self.inbox.is_empty() && self.outbox.is_empty() && self.questions.is_idle() && self.export.is_none()
    }
}
