//! A worker's side of questions.

use super::FromShard;
use query::{Answering, Asked, Question, RowIndex, RowKey, Step};
use store::Shard;

/// A question that is being answered.
#[derive(Debug)]
struct Open {
    ask: u32,
    kind: usize,
    is_of_rows: bool,
    answering: Answering,
}

/// What a worker was asked and has not answered yet, and the rows that it found last.
#[derive(Debug, Default)]
pub struct ShardQuestions {
    /// They are answered in turns, some blocks of each.
    open: Vec<Open>,
    turn: usize,
    /// The rows that the last question for rows found, and its number.
    rows: Option<(u32, RowIndex)>,
    /// The export that goes on.
    export: Option<u32>,
}

impl ShardQuestions {
    /// There is nothing to answer.
    pub fn is_idle(&self) -> bool {
        self.open.is_empty()
    }

    /// Begins with a question; the one before of its kind is given up.
    pub fn ask(&mut self, ask: u32, question: Question) {
        let (kind, is_of_rows) = (question.kind(), matches!(question.asked, Asked::Rows(_)));
        self.open.retain(|open| open.kind != kind);
        if is_of_rows {
            self.rows = None;
        }
        self.open.push(Open { ask, kind, is_of_rows, answering: Answering::new(question) });
    }

    /// Of this question nothing is wanted any more.
    pub fn give_up(&mut self, ask: u32) {
        self.open.retain(|open| open.ask != ask);
        self.rows.take_if(|(of, _)| *of == ask);
    }

    /// The calls are others now: rows that were found are not where they were.
    pub fn changed(&mut self) {
        self.rows = None;
    }

    /// Goes on with the question whose turn it is, for so many blocks of the shard, and says what is to be said.
    pub fn step(&mut self, shard: &Shard, blocks: usize) -> Option<FromShard> {
        self.turn = (self.turn + 1) % self.open.len().max(1);
        let Open { ask, answering, .. } = self.open.get_mut(self.turn)?;
        let ask = *ask;
        match answering.step(shard, blocks) {
            Step::More => None,
            Step::Outdated => {
                self.open.remove(self.turn);
                Some(FromShard::Outdated { ask })
            }
            Step::Done => {
                let Open { is_of_rows, answering, .. } = self.open.remove(self.turn);
                let (answer, rows) = answering.finish(shard);
                if is_of_rows {
                    self.rows = Some((ask, rows));
                }
                Some(FromShard::Answered { ask, answer })
            }
        }
    }

    /// The `count` rows from a key on that a question found, for a fetch of that number.
    pub fn rows(&self, shard: &Shard, ask: u32, fetch: u32, from: RowKey, count: usize) -> FromShard {
        let rows = self.found(ask).and_then(|rows| rows.from(shard, from, count));
        rows.map_or(FromShard::Outdated { ask }, |rows| FromShard::Rows { fetch, rows })
    }

    /// Begins an export of the rows that a question found, in place of the one that goes on: for each of the parts,
    /// their places in ascending order. `None` where they are not known any more.
    pub fn begin_export(
        &mut self,
        shard: &Shard,
        ask: u32,
        export: u32,
        parts: &[(u32, u32)],
    ) -> Option<Vec<Vec<u64>>> {
        let places = self.found(ask)?.places(shard, parts)?;
        self.export = Some(export);
        Some(places)
    }

    /// An export is done, or not wanted any more.
    pub fn end_export(&mut self, export: u32) {
        self.export.take_if(|of| *of == export);
    }

    /// Whether an export is still wanted.
    pub fn is_exporting(&self, export: u32) -> bool {
        self.export == Some(export)
    }

    fn found(&self, ask: u32) -> Option<&RowIndex> {
        self.rows.as_ref().filter(|(of, _)| *of == ask).map(|(_, rows)| rows)
    }
}
