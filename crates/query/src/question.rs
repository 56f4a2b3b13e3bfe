//! A question to all shards, and its answer: partial answers merge exactly, in any order.

mod scan;

pub use scan::{Scan, ScanStep};

use super::attempts::Attempts;
use super::dial_plan::DialPlan;
use super::dimension::Dimension;
use super::end_reason_row::EndReasonKey;
use super::filter::{Condition, ReasonRule};
use super::interpretation::Interpretation;
use super::load::{LoadSpec, Loads};
use super::rows::{RowIndex, RowOrder, RowsFound};
use super::signs::{Signs, SignsSpec};
use super::table::{Table, TableSpec};
use super::tally::Tally;
use calls::LocalZone;
use knowledge::{PersonalDictionary, Side};
use serde::{Deserialize, Serialize};
use store::Shard;

/// A part of a file that is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scope {
    /// The dropped file.
    pub file: u32,
    /// The part of it; `None` for all.
    pub part: Option<u32>,
    /// The file that it is for the person: another one than the dropped where several are in that. [`Dimension::File`]
    /// names it.
    pub id: u32,
    /// Which of the readings of end reasons is this part's.
    pub interpretation: usize,
}

/// What is asked of the calls that a filter wants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Query {
    /// Their sums, for each reading of end reasons.
    Sums,
    /// Their sums for each group.
    Table(TableSpec),
    /// How many were in progress, and began, when.
    Load(LoadSpec),
    /// The signs of what is wrong.
    Signs(SignsSpec),
    /// How many attempts calls took.
    Attempts,
    /// The calls themselves, in an order.
    Rows(RowOrder),
    /// Several at once, of which calls are selected and columns unpacked once. Of [`Query::Rows`] and another `Many`
    /// among them nothing is told.
    Many(Vec<Query>),
}

impl Query {
    /// What is asked, one by one.
    fn each(&self) -> &[Query] {
        match self {
            Query::Many(all) => all,
            one => std::slice::from_ref(one),
        }
    }

    /// The dimensions that it needs.
    fn dimensions(&self) -> Vec<Dimension> {
        match self {
            Query::Table(spec) => spec.by.clone(),
            Query::Load(spec) => spec.by.into_iter().collect(),
            Query::Many(all) => all.iter().flat_map(Query::dimensions).collect(),
            Query::Sums | Query::Signs(_) | Query::Attempts | Query::Rows(_) => Vec::new(),
        }
    }

    /// Whether it needs the person's own list of destinations, which may be long.
    pub fn needs_destinations(&self) -> bool {
        self.dimensions().contains(&Dimension::Destination)
    }
}

/// A question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// Whoever asks several questions at once, for several places of a page, gives each a slot of its own, below
    /// [`Question::PAGE_SLOTS`].
    pub slot: usize,
    /// What is asked.
    pub query: Query,
    /// The parts of files that are asked; others are not.
    pub scopes: Vec<Scope>,
    /// What calls are wanted, but for what end reasons they have and what files they are in. A filter that cannot be
    /// understood comes to no question about other calls: see [`super::Filter::understood`].
    pub conditions: Vec<Condition>,
    /// For each reading of end reasons, those that are wanted; `None` for all.
    pub rules: Option<Vec<Vec<ReasonRule>>>,
    /// The different readings of end reasons.
    pub interpretations: Vec<Interpretation>,
    /// What the person says of end reasons.
    pub personal: PersonalDictionary,
    /// Where those end reasons lie that no table knows, as all calls tell it
    /// ([`super::EndReasonRow::placed_by_calls`]).
    pub sides: Vec<(EndReasonKey, Side)>,
    /// What the person says of called numbers.
    pub dial_plan: DialPlan,
    /// The zone of hours and days.
    pub zone: LocalZone,
}

impl Question {
    /// How many questions besides those for sums and rows can be open at once.
    pub const PAGE_SLOTS: usize = 16;

    /// How many slots there are in all.
    pub const SLOT_COUNT: usize = Self::PAGE_SLOTS + 2;

    /// The slot of all questions for rows.
    pub const ROWS_SLOT: usize = 1;

    /// A question takes the place of the one before in its slot, and of no other: there is one for sums, one for
    /// rows, and one for each place of a page.
    pub fn slot_index(&self) -> usize {
        match self.query {
            Query::Sums => 0,
            Query::Rows(_) => Self::ROWS_SLOT,
            Query::Table(_) | Query::Load(_) | Query::Signs(_) | Query::Attempts | Query::Many(_) => {
                Question::slot_index_of(self.slot)
            }
        }
    }

    /// The slot of a place of a page, among all.
    pub fn slot_index_of(slot: usize) -> usize {
        2 + slot.min(Self::PAGE_SLOTS - 1)
    }
}

/// An answer of one shard, or of several.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(clippy::large_enum_variant, reason = "there are a few at a time, and what they point to is larger by far")]
pub enum Answer {
    /// To [`Query::Sums`].
    Sums(Vec<Tally>),
    /// To [`Query::Table`].
    Table(Table),
    /// To [`Query::Load`].
    Load(Loads),
    /// To [`Query::Signs`].
    Signs(Box<Signs>),
    /// To [`Query::Attempts`].
    Attempts(Attempts),
    /// To [`Query::Rows`].
    Rows(RowsFound),
    /// To [`Query::Many`], in the order in which they were asked.
    Many(Vec<Answer>),
}

impl Answer {
    /// That of its question, see [`Question::slot_index`].
    pub fn slot_index(&self, slot: usize) -> usize {
        match self {
            Answer::Sums(_) => 0,
            Answer::Rows(_) => Question::ROWS_SLOT,
            Answer::Table(_) | Answer::Load(_) | Answer::Signs(_) | Answer::Attempts(_) | Answer::Many(_) => {
                Question::slot_index_of(slot)
            }
        }
    }

    /// Adds the answer of other shards to the same question.
    pub fn merge(&mut self, other: Answer) {
        match (self, other) {
            (Answer::Sums(mine), Answer::Sums(theirs)) => {
                mine.iter_mut().zip(&theirs).for_each(|(mine, theirs)| mine.merge(theirs));
            }
            (Answer::Table(mine), Answer::Table(theirs)) => mine.merge(theirs),
            (Answer::Load(mine), Answer::Load(theirs)) => mine.merge(theirs),
            (Answer::Signs(mine), Answer::Signs(theirs)) => mine.merge(*theirs),
            (Answer::Attempts(mine), Answer::Attempts(theirs)) => mine.merge(theirs),
            (Answer::Rows(mine), Answer::Rows(theirs)) => mine.merge(theirs),
            (Answer::Many(mine), Answer::Many(theirs)) => {
                mine.iter_mut().zip(theirs).for_each(|(mine, theirs)| mine.merge(theirs));
            }
            // One question has answers of one kind.
            _ => {}
        }
    }
}

/// Answers a question in one go.
pub fn answer(shard: &Shard, question: &Question) -> (Answer, RowIndex) {
    let mut scan = Scan::new(question.clone());
    while scan.step(shard, 64) == ScanStep::More {}
    scan.finish(shard)
}

#[cfg(test)]
pub(crate) mod fixtures;
#[cfg(test)]
mod tests;
