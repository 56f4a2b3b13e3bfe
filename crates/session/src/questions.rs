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

use exporting::Exporting;
use query::{Answer, Asked, Question, RowKey, RowsFound, RowsFrom, answer};
use serde::{Deserialize, Serialize};
use store::Shard;

/// What the page says to a worker.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ToShard {
    /// A question; the one before of its kind is not to be answered any more.
    Ask {
        /// Its number.
        ask: u32,
        /// What is asked.
        question: Box<Question>,
    },
    /// A question is not to be answered any more, and of its rows nothing is wanted.
    GiveUp {
        /// Its number.
        ask: u32,
    },
    /// The rows from a key on, of a question for rows that was answered.
    Rows {
        /// The question's number.
        ask: u32,
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
        ask: u32,
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
        ask: u32,
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
        ask: u32,
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
struct Asking {
    number: u32,
    slot: usize,
    answer: Option<Answer>,
    /// Workers whose answers are to come.
    pending: Vec<u32>,
}

/// Rows that are being fetched.
#[derive(Debug)]
struct Fetching {
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
    asking: [Option<Asking>; Question::KINDS],
    /// The last question for rows that was answered, its number and what was found.
    rows: Option<(u32, RowsFound)>,
    fetching: Option<Fetching>,
    exporting: Option<Exporting<P>>,
    sends: Vec<(u32, ToShard)>,
    events: Vec<QuestionEvent<P>>,
}

impl<P> Default for Questions<P> {
    fn default() -> Self {
        let (asking, sends, events) = Default::default();
        Self { last: 0, asking, rows: None, fetching: None, exporting: None, sends, events }
    }
}

impl<P> Questions<P> {
    /// Whether an answer, rows or an export are on their way.
    pub fn is_busy(&self) -> bool {
        self.asking.iter().any(Option::is_some) || self.fetching.is_some() || self.exporting.is_some()
    }

    /// What is to be said to workers now, in that order.
    pub fn take_sends(&mut self) -> Vec<(u32, ToShard)> {
        std::mem::take(&mut self.sends)
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
        self.sends.extend(workers.iter().map(|&worker| (worker, message.clone())));
    }

    /// Asks these workers, which are all that hold calls; the question before of the same kind is not answered any
    /// more.
    pub fn ask(&mut self, question: &Question, workers: &[u32]) {
        let (number, kind) = (self.number(), question.kind());
        if matches!(question.asked, Asked::Rows(_)) {
            (self.rows, self.fetching) = (None, None);
        }
        let asking = Asking { number, slot: question.slot, answer: None, pending: workers.to_vec() };
        self.asking[kind] = Some(asking);
        if workers.is_empty() {
            // Nobody holds a call: what is asked is answered of none.
            return self.complete(kind, answer(&Shard::default(), question).0);
        }
        self.send(workers, &ToShard::Ask { ask: number, question: Box::new(question.clone()) });
    }

    /// What was asked last in a slot is not answered any more.
    pub fn give_up(&mut self, slot: usize) {
        if let Some(Asking { number, pending, .. }) = self.asking[Question::kind_of_slot(slot)].take() {
            self.send(&pending, &ToShard::GiveUp { ask: number });
        }
    }

    /// Rows are not looked at any more; an export that has begun, or waits for them, goes on.
    pub fn give_up_rows(&mut self, workers: &[u32]) {
        self.fetching = None;
        if self.has_waiting_export() {
            return;
        }
        let asked = self.asking[Question::KIND_OF_ROWS].take().map(|asking| asking.number);
        if let Some(ask) = asked.or(self.rows.take().map(|(ask, _)| ask)) {
            self.send(workers, &ToShard::GiveUp { ask });
        }
    }

    /// Fetches `count` rows from `at` on, among all that the last question for rows found.
    pub fn fetch(&mut self, at: u64, count: usize, workers: &[u32]) {
        let Some((ask, found)) = &self.rows else { return };
        let Some((from, more)) = found.before(at, workers.len()) else { return };
        let ask = *ask;
        let number = self.number();
        self.fetching = Some(Fetching { number, at, count, rows: RowsFrom::default(), pending: workers.to_vec() });
        self.send(workers, &ToShard::Rows { ask, fetch: number, from, count: count + more });
    }

    /// The calls of some worker are others now, or will be when it hears what was said to it: nothing that was asked
    /// before is answered.
    pub fn changed(&mut self) {
        let mut any = self.rows.take().is_some() | self.fetching.take().is_some();
        for kind in 0..self.asking.len() {
            let Some(Asking { number, pending, .. }) = self.asking[kind].take() else { continue };
            self.send(&pending, &ToShard::GiveUp { ask: number });
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
        self.sends.retain(|(to, _)| *to != worker);
    }

    /// A worker said something.
    pub fn heard(&mut self, worker: u32, message: FromShard) {
        match message {
            FromShard::Answered { ask, answer } => self.answered(worker, ask, answer),
            FromShard::Rows { fetch, rows } => self.fetched(worker, fetch, rows),
            FromShard::Outdated { ask } => {
                let is_asked = self.asking.iter().flatten().any(|asking| asking.number == ask);
                if is_asked || self.rows.as_ref().is_some_and(|(of, _)| *of == ask) {
                    self.changed();
                }
            }
        }
    }

    fn answered(&mut self, worker: u32, ask: u32, answer: Answer) {
        let is_it = |asking: &Option<Asking>| asking.as_ref().is_some_and(|asking| asking.number == ask);
        let Some(kind) = self.asking.iter().position(is_it) else { return };
        let Some(asking) = &mut self.asking[kind] else { return };
        if !asking.pending.contains(&worker) {
            return;
        }
        asking.pending.retain(|&other| other != worker);
        let merged = match asking.answer.take() {
            Some(mut merged) => {
                merged.merge(answer);
                merged
            }
            None => answer,
        };
        if asking.pending.is_empty() {
            self.complete(kind, merged);
        } else {
            asking.answer = Some(merged);
        }
    }

    fn complete(&mut self, kind: usize, answer: Answer) {
        let Some(Asking { number, slot, .. }) = self.asking[kind].take() else { return };
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
        let Some(fetching) = self.fetching.as_mut().filter(|fetching| fetching.number == fetch) else { return };
        if !fetching.pending.contains(&worker) {
            return;
        }
        fetching.pending.retain(|&other| other != worker);
        fetching.rows.merge(rows);
        if fetching.pending.is_empty() {
            let rows = fetching.rows.window(fetching.at, fetching.count).to_vec();
            let at = fetching.at;
            self.fetching = None;
            self.events.push(QuestionEvent::Rows { at, rows });
        }
    }
}

#[cfg(test)]
mod tests;
