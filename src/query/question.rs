//! A question to all shards, and its answer: partial answers merge exactly, in any order.

use super::breakdown::{Breakdown, Dimension};
use super::count::Count;
use super::filter::{Condition, Criterion, ReasonRule, Sieve};
use super::rows::{RowIndex, RowOrder, RowsFound};
use super::tally::Tally;
use crate::ingest::LocalZone;
use crate::store::{BlockKey, Shard};
use serde::{Deserialize, Serialize};

/// A part of a file that is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scope {
    /// The file.
    pub file: u32,
    /// The part of it; `None` for all.
    pub part: Option<u32>,
    /// Which of the readings of end reasons is this part's.
    pub reading: usize,
}

/// What is asked of the calls that a filter wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Asked {
    /// Their sums, for each reading of end reasons.
    Sums,
    /// Their sums for each value of a dimension.
    Breakdown(Dimension),
    /// The calls themselves, in an order.
    Rows(RowOrder),
}

impl Asked {
    /// Questions of different kinds do not take each other's place.
    pub fn kind(&self) -> usize {
        match self {
            Asked::Sums => 0,
            Asked::Breakdown(_) => 1,
            Asked::Rows(_) => 2,
        }
    }

    /// How many kinds there are.
    pub const KINDS: usize = 3;
}

/// A question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// The parts of files that are asked; others are not.
    pub scopes: Vec<Scope>,
    /// What calls are wanted, but for what end reasons they have and what files they are in.
    pub criteria: Vec<Criterion>,
    /// For each reading of end reasons, those that are wanted; `None` for all.
    pub rules: Option<Vec<Vec<ReasonRule>>>,
    /// How many readings there are.
    pub readings: usize,
    /// The zone of hours and days.
    pub zone: LocalZone,
    /// What is asked.
    pub asked: Asked,
}

/// An answer of one shard, or of several.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// To [`Asked::Sums`].
    Sums(Vec<Tally>),
    /// To [`Asked::Breakdown`].
    Breakdown(Breakdown),
    /// To [`Asked::Rows`].
    Rows(RowsFound),
}

impl Answer {
    /// See [`Asked::kind`].
    pub fn kind(&self) -> usize {
        match self {
            Answer::Sums(_) => 0,
            Answer::Breakdown(_) => 1,
            Answer::Rows(_) => 2,
        }
    }

    /// Adds the answer of other shards to the same question.
    pub fn merge(&mut self, other: Answer) {
        match (self, other) {
            (Answer::Sums(mine), Answer::Sums(theirs)) => {
                mine.iter_mut().zip(&theirs).for_each(|(mine, theirs)| mine.merge(theirs));
            }
            (Answer::Breakdown(mine), Answer::Breakdown(theirs)) => mine.merge(theirs),
            (Answer::Rows(mine), Answer::Rows(theirs)) => mine.merge(theirs),
            // One question has answers of one kind.
            _ => {}
        }
    }
}

/// A question that is being answered by one shard, some blocks at a time.
#[derive(Debug)]
pub struct Answering {
    question: Question,
    sieve: Sieve,
    /// The next block.
    at: usize,
    counts: Vec<Count>,
    breakdown: Breakdown,
    rows: RowIndex,
}

impl Answering {
    /// Begins. Criteria that cannot be understood are passed over: who asks has said so to the person.
    pub fn new(question: Question) -> Self {
        let conditions: Vec<Condition> =
            question.criteria.iter().filter_map(|criterion| Condition::of(criterion, &question.zone).ok()).collect();
        let sieve = Sieve::new(conditions, question.rules.as_deref(), question.zone.clone());
        let counts = (0..question.readings).map(|_| Count::default()).collect();
        Self { sieve, at: 0, counts, breakdown: Breakdown::default(), rows: RowIndex::default(), question }
    }

    /// Goes through the next `blocks` blocks; whether there are more.
    pub fn step(&mut self, shard: &Shard, blocks: usize) -> bool {
        let end = (self.at + blocks).min(shard.blocks().len());
        for (number, (key, block)) in shard.blocks()[self.at..end].iter().enumerate() {
            let Some(reading) = self.reading(*key) else { continue };
            let selection = self.sieve.select(block, &shard.dictionaries, reading);
            match self.question.asked {
                Asked::Sums => self.counts[reading].add(block, &selection, &shard.dictionaries),
                Asked::Breakdown(dimension) => {
                    self.breakdown.add(dimension, block, &selection, &shard.dictionaries, &self.question.zone);
                }
                Asked::Rows(order) => self.rows.add(order, (self.at + number) as u32, block, &selection),
            }
        }
        self.at = end;
        end < shard.blocks().len()
    }

    fn reading(&self, key: BlockKey) -> Option<usize> {
        let is_it = |scope: &&Scope| scope.file == key.file && scope.part.is_none_or(|part| part == key.part);
        self.question
            .scopes
            .iter()
            .find(is_it)
            .map(|scope| scope.reading)
            .filter(|&reading| reading < self.counts.len())
    }

    /// The answer, and the rows that were found, should they be wanted.
    pub fn finish(mut self, shard: &Shard) -> (Answer, RowIndex) {
        let answer = match self.question.asked {
            Asked::Sums => Answer::Sums(self.counts.iter().map(|count| count.tally(&shard.dictionaries)).collect()),
            Asked::Breakdown(_) => Answer::Breakdown(std::mem::take(&mut self.breakdown).named(&shard.dictionaries)),
            Asked::Rows(_) => Answer::Rows(self.rows.sort(shard)),
        };
        (answer, self.rows)
    }
}

/// Answers a question in one go.
pub fn answer(shard: &Shard, question: &Question) -> (Answer, RowIndex) {
    let mut answering = Answering::new(question.clone());
    while answering.step(shard, 64) {}
    answering.finish(shard)
}

#[cfg(test)]
mod tests;
