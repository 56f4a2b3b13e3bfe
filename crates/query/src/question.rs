//! A question to all shards, and its answer: partial answers merge exactly, in any order.

mod answering;

pub use answering::{Answering, Step};

use super::attempts::Attempts;
use super::dial_plan::DialPlan;
use super::dimension::Dimension;
use super::end_reason_row::EndReasonKey;
use super::filter::{Condition, ReasonRule};
use super::load::{LoadSpec, Loads};
use super::reading::Reading;
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
    pub reading: usize,
}

/// What is asked of the calls that a filter wants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Asked {
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
    /// Several at once, of which calls are selected and columns unpacked once. Of [`Asked::Rows`] and another `Many`
    /// among them nothing is told.
    Many(Vec<Asked>),
}

impl Asked {
    /// What is asked, one by one.
    fn each(&self) -> &[Asked] {
        match self {
            Asked::Many(all) => all,
            one => std::slice::from_ref(one),
        }
    }

    /// The dimensions that it needs.
    fn dimensions(&self) -> Vec<Dimension> {
        match self {
            Asked::Table(spec) => spec.by.clone(),
            Asked::Load(spec) => spec.by.into_iter().collect(),
            Asked::Many(all) => all.iter().flat_map(Asked::dimensions).collect(),
            Asked::Sums | Asked::Signs(_) | Asked::Attempts | Asked::Rows(_) => Vec::new(),
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
    /// The parts of files that are asked; others are not.
    pub scopes: Vec<Scope>,
    /// What calls are wanted, but for what end reasons they have and what files they are in. A filter that cannot be
    /// understood comes to no question about other calls: see [`super::Filter::understood`].
    pub conditions: Vec<Condition>,
    /// For each reading of end reasons, those that are wanted; `None` for all.
    pub rules: Option<Vec<Vec<ReasonRule>>>,
    /// The different readings of end reasons.
    pub readings: Vec<Reading>,
    /// What the person says of end reasons.
    pub personal: PersonalDictionary,
    /// Where those end reasons lie that no table knows, as all calls tell it
    /// ([`super::EndReasonRow::placed_by_calls`]).
    pub sides: Vec<(EndReasonKey, Side)>,
    /// What the person says of called numbers.
    pub dial_plan: DialPlan,
    /// The zone of hours and days.
    pub zone: LocalZone,
    /// Whoever asks several questions at once, for several places of a page, gives each a slot of its own, below
    /// [`Question::SLOTS`].
    pub slot: usize,
    /// What is asked.
    pub asked: Asked,
}

impl Question {
    /// How many questions besides those for sums and rows can be open at once.
    pub const SLOTS: usize = 16;

    /// How many kinds of questions there are.
    pub const KINDS: usize = Self::SLOTS + 2;

    /// The kind of all questions for rows.
    pub const KIND_OF_ROWS: usize = 1;

    /// A question takes the place of the one before of its kind, and of no other: sums, rows, and each slot for
    /// anything else.
    pub fn kind(&self) -> usize {
        match self.asked {
            Asked::Sums => 0,
            Asked::Rows(_) => Self::KIND_OF_ROWS,
            Asked::Table(_) | Asked::Load(_) | Asked::Signs(_) | Asked::Attempts | Asked::Many(_) => {
                kind_of_slot(self.slot)
            }
        }
    }

    /// The kind of all questions of a slot but those for sums and rows.
    pub fn kind_of_slot(slot: usize) -> usize {
        kind_of_slot(slot)
    }
}

fn kind_of_slot(slot: usize) -> usize {
    2 + slot.min(Question::SLOTS - 1)
}

/// An answer of one shard, or of several.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(clippy::large_enum_variant, reason = "there are a few at a time, and what they point to is larger by far")]
pub enum Answer {
    /// To [`Asked::Sums`].
    Sums(Vec<Tally>),
    /// To [`Asked::Table`].
    Table(Table),
    /// To [`Asked::Load`].
    Load(Loads),
    /// To [`Asked::Signs`].
    Signs(Box<Signs>),
    /// To [`Asked::Attempts`].
    Attempts(Attempts),
    /// To [`Asked::Rows`].
    Rows(RowsFound),
    /// To [`Asked::Many`], in the order in which they were asked.
    Many(Vec<Answer>),
}

impl Answer {
    /// That of its question, see [`Question::kind`].
    pub fn kind(&self, slot: usize) -> usize {
        match self {
            Answer::Sums(_) => 0,
            Answer::Rows(_) => Question::KIND_OF_ROWS,
            Answer::Table(_) | Answer::Load(_) | Answer::Signs(_) | Answer::Attempts(_) | Answer::Many(_) => {
                kind_of_slot(slot)
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
    let mut answering = Answering::new(question.clone());
    while answering.step(shard, 64) == Step::More {}
    answering.finish(shard)
}

#[cfg(test)]
pub(crate) mod made;
#[cfg(test)]
mod tests;
