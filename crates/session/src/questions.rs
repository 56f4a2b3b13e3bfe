//! Questions to all workers, exports and fetches of rows: who was asked what, whose answers are still to come, and what
//! was given up.
//!
//! [`Questions`] is the page's side and [`ShardQuestions`] a worker's. Both know no browser: the page carries their
//! messages, and a property plays workers that are slow, lost, told to forget or to mark, in any order.
//!
//! - Questions, fetches and exports have numbers that are never used again, so that what comes late is told from what
//!   is wanted.
//! - An answer is of one generation of every shard. Whoever changes calls that a worker holds says so
//!   ([`Questions::changed`], [`Questions::lost`]): nothing that was asked before is answered any more, and
//!   [`QuestionEvent::Outdated`] tells it. A shard that has changed drops what it was at by itself, see
//!   [`Shard::generation`](store::Shard::generation).
//! - An export copies the places of its rows when it begins: later questions and changes do not touch it.

mod exporting;
mod shard_side;

pub use exporting::{ExportEnd, ExportFault};
pub use shard_side::ShardQuestions;

use exporting::OpenExport;
use query::{Answer, Query, Question, RowKey, RowsFound, RowsFrom, answer};
use serde::{Deserialize, Serialize};
use store::Shard;

/// What the page says to a worker.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ToShard {
    /// A question; the one before of its kind is not to be answered any more.
    Ask {
        /// Its number.
        question_id: u32,
        /// What is asked.
        question: Box<Question>,
    },
    /// A question is not to be answered any more, and of its rows nothing is wanted.
    GiveUp {
        /// Its number.
        question_id: u32,
    },
    /// The rows from a key on, of a question for rows that was answered.
    Rows {
        /// The question's number.
        question_id: u32,
        /// The fetch's number.
        fetch: u32,
        /// Where to begin.
        from: RowKey,
        /// How many rows.
        count: usize,
    },
    /// All rows of a question for rows that was answered, read again from their files.
    Export {
        /// The question's number.
        question_id: u32,
        /// The export's number.
        export: u32,
        /// The parts of files that are wanted, each a file and its part.
        parts: Vec<(u32, u32)>,
    },
    /// An export is not wanted any more.
    EndExport {
        /// Its number.
        export: u32,
    },
}

/// What a worker says of a question or a fetch.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(clippy::large_enum_variant, reason = "there are a few at a time, and what they point to is larger by far")]
pub enum FromShard {
    /// The answer of its calls.
    Answered {
        /// The question's number.
        question_id: u32,
        /// The answer.
        answer: Answer,
    },
    /// Rows.
    Rows {
        /// The fetch's number.
        fetch: u32,
        /// The rows.
        rows: RowsFrom,
    },
    /// Its calls are others now: what that question found of them is gone.
    Outdated {
        /// The question's number.
        question_id: u32,
    },
}

/// What became of what was asked. `P` is what workers give of an export, piece by piece.
#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "there are a few at a time, and what they point to is larger by far")]
pub enum QuestionEvent<P> {
    /// The answer of all workers to the last question of a kind.
    Answered {
        /// The slot of the question.
        slot: usize,
        /// The answer.
        answer: Answer,
    },
    /// Rows of the last question for rows.
    Rows {
        /// The place of the first of them among all.
        at: u64,
        /// Where they are.
        rows: Vec<RowKey>,
    },
    /// The calls have changed: nothing that is asked now is answered. Who still wants to know asks again.
    Outdated,
    /// An export has come so far.
    ExportGrew {
        /// Rows that are written.
        written: u64,
        /// Of so many.
        of: u64,
    },
    /// An export is done, or cannot be.
    ExportEnded(ExportEnd<P>),
}

/// A question that is being answered.
#[derive(Debug)]
struct OpenQuestion {
    number: u32,
    slot: usize,
    answer: Option<Answer>,
    /// Workers whose answers are to come.
    pending: Vec<u32>,
}

/// Rows that are being fetched.
#[derive(Debug)]
struct OpenFetch {
    number: u32,
    at: u64,
    count: usize,
    rows: RowsFrom,
    pending: Vec<u32>,
}

/// The page's side.
#[derive(Debug)]
pub struct Questions<P> {
    /// The last number that was given.
    last: u32,
    /// The last question of each kind, while it is being answered.
    open: [Option<OpenQuestion>; Question::SLOT_COUNT],
    /// The last question for rows that was answered, its number and what was found.
    rows: Option<(u32, RowsFound)>,
    open_fetch: Option<OpenFetch>,
    exporting: Option<OpenExport<P>>,
    messages: Vec<(u32, ToShard)>,
    events: Vec<QuestionEvent<P>>,
}

impl<P> Default for Questions<P> {
    fn default() -> Self {
        let (open, messages, events) = Default::default();
        Self { last: 0, open, rows: None, open_fetch: None, exporting: None, messages, events }
    }
}

impl<P> Questions<P> {
    /// Whether an answer, rows or an export are on their way.
    pub fn is_busy(&self) -> bool {
        self.open.iter().any(Option::is_some) || self.open_fetch.is_some() || self.exporting.is_some()
    }

    /// What is to be said to workers now, in that order.
    pub fn take_messages(&mut self) -> Vec<(u32, ToShard)> {
        std::mem::take(&mut self.messages)
    }

    /// What happened since the last time.
    pub fn take_events(&mut self) -> Vec<QuestionEvent<P>> {
        std::mem::take(&mut self.events)
    }

    fn number(&mut self) -> u32 {
        self.last += 1;
        self.last
    }

    fn send(&mut self, workers: &[u32], message: &ToShard) {
        self.messages.extend(workers.iter().map(|&worker| (worker, message.clone())));
    }

    /// Asks these workers, which are all that hold calls; the question before of the same kind is not answered any
    /// more.
    pub fn ask(&mut self, question: &Question, workers: &[u32]) {
        let (number, slot_index) = (self.number(), question.slot_index());
        if matches!(question.query, Query::Rows(_)) {
            (self.rows, self.open_fetch) = (None, None);
        }
        let open = OpenQuestion { number, slot: question.slot, answer: None, pending: workers.to_vec() };
        self.open[slot_index] = Some(open);
        if workers.is_empty() {
            // Nobody holds a call: what is asked is answered of none.
            return self.complete(slot_index, answer(&Shard::default(), question).0);
        }
        self.send(workers, &ToShard::Ask { question_id: number, question: Box::new(question.clone()) });
    }

    /// What was asked last in a slot is not answered any more.
    pub fn give_up(&mut self, slot: usize) {
        if let Some(OpenQuestion { number, pending, .. }) = self.open[Question::slot_index_of(slot)].take() {
            self.send(&pending, &ToShard::GiveUp { question_id: number });
        }
    }

    /// Rows are not looked at any more; an export that has begun, or waits for them, goes on.
    pub fn give_up_rows(&mut self, workers: &[u32]) {
        self.open_fetch = None;
        if self.has_waiting_export() {
            return;
        }
        let number = self.open[Question::ROWS_SLOT].take().map(|open| open.number);
        if let Some(question_id) = number.or(self.rows.take().map(|(question_id, _)| question_id)) {
            self.send(workers, &ToShard::GiveUp { question_id });
        }
    }

    /// Fetches `count` rows from `at` on, among all that the last question for rows found.
    pub fn fetch(&mut self, at: u64, count: usize, workers: &[u32]) {
        let Some((question_id, found)) = &self.rows else { return };
        let Some((from, more)) = found.before(at, workers.len()) else { return };
        let question_id = *question_id;
        let number = self.number();
        self.open_fetch = Some(OpenFetch { number, at, count, rows: RowsFrom::default(), pending: workers.to_vec() });
        self.send(workers, &ToShard::Rows { question_id, fetch: number, from, count: count + more });
    }

    /// The calls of some worker are others now, or will be when it hears what was said to it: nothing that was asked
    /// before is answered.
    pub fn changed(&mut self) {
        let mut any = self.rows.take().is_some() | self.open_fetch.take().is_some();
        for slot_index in 0..self.open.len() {
            let Some(OpenQuestion { number, pending, .. }) = self.open[slot_index].take() else { continue };
            self.send(&pending, &ToShard::GiveUp { question_id: number });
            any = true;
        }
        if any {
            self.events.push(QuestionEvent::Outdated);
        }
        self.end_waiting_export();
    }

    /// A worker is gone, and its calls with it.
    pub fn lost(&mut self, worker: u32) {
        self.changed();
        if self.exporting.as_ref().is_some_and(|exporting| exporting.waits_for(worker)) {
            self.end_export(Err(ExportFault::WorkerLost));
        }
        self.messages.retain(|(to, _)| *to != worker);
    }

    /// A worker said something.
    pub fn receive(&mut self, worker: u32, message: FromShard) {
        match message {
            FromShard::Answered { question_id, answer } => self.answered(worker, question_id, answer),
            FromShard::Rows { fetch, rows } => self.fetched(worker, fetch, rows),
            FromShard::Outdated { question_id } => {
                let is_asked = self.open.iter().flatten().any(|open| open.number == question_id);
                if is_asked || self.rows.as_ref().is_some_and(|(of, _)| *of == question_id) {
                    self.changed();
                }
            }
        }
    }

    fn answered(&mut self, worker: u32, question_id: u32, answer: Answer) {
        let is_it = |open: &Option<OpenQuestion>| open.as_ref().is_some_and(|open| open.number == question_id);
        let Some(slot_index) = self.open.iter().position(is_it) else { return };
        let Some(open) = &mut self.open[slot_index] else { return };
        if !open.pending.contains(&worker) {
            return;
        }
        open.pending.retain(|&other| other != worker);
        let merged = match open.answer.take() {
            Some(mut merged) => {
                merged.merge(answer);
                merged
            }
            None => answer,
        };
        if open.pending.is_empty() {
            self.complete(slot_index, merged);
        } else {
            open.answer = Some(merged);
        }
    }

    fn complete(&mut self, slot_index: usize, answer: Answer) {
        let Some(OpenQuestion { number, slot, .. }) = self.open[slot_index].take() else { return };
        let is_of_rows = matches!(answer, Answer::Rows(_));
        if let Answer::Rows(found) = &answer {
            self.rows = Some((number, found.clone()));
        }
        self.events.push(QuestionEvent::Answered { slot, answer });
        if is_of_rows {
            self.begin_waiting_export();
        }
    }

    fn fetched(&mut self, worker: u32, fetch: u32, rows: RowsFrom) {
        let Some(open_fetch) = self.open_fetch.as_mut().filter(|open_fetch| open_fetch.number == fetch) else { return };
        if !open_fetch.pending.contains(&worker) {
            return;
        }
        open_fetch.pending.retain(|&other| other != worker);
        open_fetch.rows.merge(rows);
        if open_fetch.pending.is_empty() {
            let rows = open_fetch.rows.window(open_fetch.at, open_fetch.count).to_vec();
            let at = open_fetch.at;
            self.open_fetch = None;
            self.events.push(QuestionEvent::Rows { at, rows });
        }
    }
}

#[cfg(test)]
mod tests;
