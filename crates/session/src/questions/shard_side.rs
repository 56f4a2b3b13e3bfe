//! A worker's side of questions.

use super::FromShard;
use query::{Query, Question, RowIndex, RowKey, Scan, ScanStep};
use store::Shard;

/// A question that is being answered.
#[derive(Debug)]
struct OpenScan {
    question_id: u32,
    slot_index: usize,
    is_of_rows: bool,
    scan: Scan,
}

/// What a worker was asked and has not answered yet, and the rows that it found last.
#[derive(Debug, Default)]
pub struct ShardQuestions {
    /// They are answered in turns, some blocks of each.
    open: Vec<OpenScan>,
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
    pub fn ask(&mut self, question_id: u32, question: Question) {
        let (slot_index, is_of_rows) = (question.slot_index(), matches!(question.query, Query::Rows(_)));
        self.open.retain(|open| open.slot_index != slot_index);
        if is_of_rows {
            self.rows = None;
        }
        self.open.push(OpenScan { question_id, slot_index, is_of_rows, scan: Scan::new(question) });
    }

    /// Of this question nothing is wanted any more.
    pub fn give_up(&mut self, question_id: u32) {
        self.open.retain(|open| open.question_id != question_id);
        self.rows.take_if(|(of, _)| *of == question_id);
    }

    /// The calls are others now: rows that were found are not where they were.
    pub fn changed(&mut self) {
        self.rows = None;
    }

    /// Goes on with the question whose turn it is, for so many blocks of the shard, and says what is to be said.
    pub fn step(&mut self, shard: &Shard, blocks: usize) -> Option<FromShard> {
        self.turn = (self.turn + 1) % self.open.len().max(1);
        let OpenScan { question_id, scan, .. } = self.open.get_mut(self.turn)?;
        let question_id = *question_id;
        match scan.step(shard, blocks) {
            ScanStep::More => None,
            ScanStep::Outdated => {
                self.open.remove(self.turn);
                Some(FromShard::Outdated { question_id })
            }
            ScanStep::Done => {
                let OpenScan { is_of_rows, scan, .. } = self.open.remove(self.turn);
                let (answer, rows) = scan.finish(shard);
                if is_of_rows {
                    self.rows = Some((question_id, rows));
                }
                Some(FromShard::Answered { question_id, answer })
            }
        }
    }

    /// The `count` rows from a key on that a question found, for a fetch of that number.
    pub fn rows(&self, shard: &Shard, question_id: u32, fetch: u32, from: RowKey, count: usize) -> FromShard {
        let rows = self.found(question_id).and_then(|rows| rows.from(shard, from, count));
        rows.map_or(FromShard::Outdated { question_id }, |rows| FromShard::Rows { fetch, rows })
    }

    /// Begins an export of the rows that a question found, in place of the one that goes on: for each of the parts,
    /// their places in ascending order. `None` where they are not known any more.
    pub fn begin_export(
        &mut self,
        shard: &Shard,
        question_id: u32,
        export: u32,
        parts: &[(u32, u32)],
    ) -> Option<Vec<Vec<u64>>> {
        let offsets = self.found(question_id)?.offsets(shard, parts)?;
        self.export = Some(export);
        Some(offsets)
    }

    /// An export is done, or not wanted any more.
    pub fn end_export(&mut self, export: u32) {
        self.export.take_if(|of| *of == export);
    }

    /// Whether an export is still wanted.
    pub fn is_exporting(&self, export: u32) -> bool {
        self.export == Some(export)
    }

    fn found(&self, question_id: u32) -> Option<&RowIndex> {
        self.rows.as_ref().filter(|(of, _)| *of == question_id).map(|(_, rows)| rows)
    }
}
