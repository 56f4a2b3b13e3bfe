//! A question that one shard is answering.

use super::super::attempts::AttemptsCount;
use super::super::count::Count;
use super::super::dimension::Dimension;
use super::super::filter::Sieve;
use super::super::grouping::{Grouping, Seen, Unpacked};
use super::super::load::LoadCount;
use super::super::reading::Reasons;
use super::super::rows::{RowIndex, RowOrder};
use super::super::signs::SignsCount;
use super::super::table::{COLUMNS, CallFacts, TableCount};
use super::{Answer, Asked, Question, Scope};
use calls::narrow;
use store::{Block, BlockKey, Dictionaries, Selection, Shard};

/// What is gathered for one thing that is asked.
#[derive(Debug)]
enum Gathering {
    Sums(Vec<Count>),
    Table(Box<TableCount>),
    Load(LoadCount),
    Signs(Box<SignsCount>),
    Attempts(AttemptsCount),
    Rows(RowOrder),
    /// Of what may not be asked with others.
    Nothing,
}

/// How far a shard has come with a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// There are more blocks.
    More,
    /// All blocks are gone through.
    Done,
    /// The shard is not the one any more that the question was begun with: there is no answer of it.
    Outdated,
}

/// A question that is being answered by one shard, some blocks at a time.
#[derive(Debug)]
pub struct Answering {
    question: Question,
    /// That of the shard, once a step was made.
    generation: Option<u64>,
    sieve: Sieve,
    /// The next block.
    at: usize,
    gatherings: Vec<Gathering>,
    groupings: Vec<Grouping>,
    reasons: Reasons,
    columns: Unpacked,
    /// What tables count, for each notion of a short call that there is among them.
    facts: Vec<CallFacts>,
    /// Whether a table has delays.
    with_delays: bool,
    rows: RowIndex,
}

impl Answering {
    /// Begins.
    pub fn new(question: Question) -> Self {
        let conditions = question.conditions.clone();
        let sieve = Sieve::new(conditions, question.rules.as_deref(), question.zone.clone(), &question.dial_plan.strip);
        let mut dimensions = question.asked.dimensions();
        dimensions.sort_unstable();
        dimensions.dedup();
        let place = |by: &Dimension| dimensions.binary_search(by).unwrap_or_default();
        let is_one = !matches!(question.asked, Asked::Many(_));
        let gathering = |asked: &Asked| match asked {
            Asked::Sums => Gathering::Sums(question.readings.iter().map(|_| Count::default()).collect()),
            Asked::Table(spec) => {
                Gathering::Table(Box::new(TableCount::new(spec.clone(), spec.by.iter().map(place).collect())))
            }
            Asked::Load(spec) => Gathering::Load(LoadCount::new(*spec, spec.by.as_ref().map(place))),
            Asked::Signs(spec) => Gathering::Signs(Box::new(SignsCount::new(spec, &question.zone))),
            Asked::Attempts => Gathering::Attempts(AttemptsCount::new()),
            Asked::Rows(order) if is_one => Gathering::Rows(*order),
            Asked::Rows(_) | Asked::Many(_) => Gathering::Nothing,
        };
        let gatherings = question.asked.each().iter().map(gathering).collect();
        let specs = question.asked.each().iter().filter_map(|asked| match asked {
            Asked::Table(spec) => Some(spec),
            _ => None,
        });
        let with_delays = specs.clone().any(|spec| spec.delays);
        let mut facts: Vec<CallFacts> = Vec::new();
        for spec in specs {
            if !facts.iter().any(|facts| facts.are_for(spec.short_seconds)) {
                facts.push(CallFacts::new(spec.short_seconds));
            }
        }
        let grouping = |&by: &Dimension| Grouping::new(by, &question.zone, &question.dial_plan);
        let groupings = dimensions.iter().map(grouping).collect();
        let reasons = Reasons::new(&question.readings, &question.personal, &question.sides);
        let (columns, rows) = (Unpacked::default(), RowIndex::default());
        let generation = None;
        Self { generation, sieve, at: 0, gatherings, groupings, reasons, columns, facts, with_delays, rows, question }
    }

    /// Goes through the next `blocks` blocks.
    pub fn step(&mut self, shard: &Shard, blocks: usize) -> Step {
        if *self.generation.get_or_insert(shard.generation()) != shard.generation() {
            return Step::Outdated;
        }
        let end = (self.at + blocks).min(shard.blocks().len());
        for (number, (key, block)) in shard.blocks()[self.at..end].iter().enumerate() {
            let Some((id, reading)) = self.scope(*key) else { continue };
            let selection = self.sieve.select(block, &shard.dictionaries, reading);
            if !selection.is_empty() {
                self.gather(narrow::count(self.at + number), block, &shard.dictionaries, (id, reading), &selection);
            }
        }
        self.at = end;
        if end < shard.blocks().len() { Step::More } else { Step::Done }
    }

    fn gather(
        &mut self,
        number: u32,
        block: &Block,
        words: &Dictionaries,
        (file, reading): (u32, usize),
        selection: &Selection,
    ) {
        let Self { columns, groupings, gatherings, reasons, rows, facts, with_delays, .. } = self;
        columns.clear();
        groupings.iter().for_each(|grouping| columns.unpack(block, &grouping.columns()));
        for gathering in gatherings.iter() {
            match gathering {
                Gathering::Table(_) => columns.unpack(block, &COLUMNS),
                Gathering::Load(load) => columns.unpack(block, load.columns()),
                Gathering::Signs(_) => SignsCount::unpack(columns, block),
                Gathering::Attempts(_) => columns.unpack(block, &AttemptsCount::COLUMNS),
                Gathering::Sums(_) | Gathering::Rows(_) | Gathering::Nothing => {}
            }
        }
        reasons.extend(reading, words);
        let seen = Seen { columns, words, reasons: reasons.facts(reading), file };
        groupings.iter_mut().for_each(|grouping| grouping.find(&seen));
        facts.iter_mut().for_each(|facts| facts.find(&seen, selection, *with_delays));
        for gathering in gatherings {
            match gathering {
                Gathering::Sums(counts) => counts[reading].add(block, selection, words),
                Gathering::Table(table) => {
                    let short_seconds = table.spec().short_seconds;
                    if let Some(facts) = facts.iter().find(|facts| facts.are_for(short_seconds)) {
                        table.add(&seen, facts, groupings, selection);
                    }
                }
                Gathering::Load(load) => load.add(&seen, groupings, selection),
                Gathering::Signs(signs) => signs.add(&seen, selection),
                Gathering::Attempts(attempts) => attempts.add(&seen, selection),
                Gathering::Rows(order) => rows.add(*order, number, block, selection),
                Gathering::Nothing => {}
            }
        }
    }

    /// The file that a block is of, and how its end reasons are read.
    fn scope(&self, key: BlockKey) -> Option<(u32, usize)> {
        let is_it = |scope: &&Scope| scope.file == key.file && scope.part.is_none_or(|part| part == key.part);
        let scope = self.question.scopes.iter().find(is_it)?;
        (scope.reading < self.question.readings.len()).then_some((scope.id, scope.reading))
    }

    /// The answer, and the rows that were found, should they be wanted; right after [`Step::Done`], of the same shard.
    pub fn finish(mut self, shard: &Shard) -> (Answer, RowIndex) {
        let words = &shard.dictionaries;
        let mut answers: Vec<Answer> = Vec::new();
        for gathering in self.gatherings {
            answers.push(match gathering {
                Gathering::Sums(counts) => Answer::Sums(counts.iter().map(|count| count.tally(words)).collect()),
                Gathering::Table(table) => Answer::Table(table.table(&self.groupings, words, &self.reasons)),
                Gathering::Load(load) => Answer::Load(load.loads(&self.groupings, words, &self.reasons)),
                Gathering::Signs(signs) => Answer::Signs(Box::new(signs.signs(words, &self.reasons))),
                Gathering::Attempts(attempts) => Answer::Attempts(attempts.attempts()),
                Gathering::Rows(_) => Answer::Rows(self.rows.sort(shard)),
                Gathering::Nothing => Answer::Many(Vec::new()),
            });
        }
        let is_many = matches!(self.question.asked, Asked::Many(_));
        let answer = if is_many { Answer::Many(answers) } else { answers.pop().unwrap_or(Answer::Many(Vec::new())) };
        (answer, self.rows)
    }
}
