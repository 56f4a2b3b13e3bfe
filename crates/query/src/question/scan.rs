//! A question that one shard is answering.

use super::super::attempts::AttemptsCount;
use super::super::count::Count;
use super::super::dimension::Dimension;
use super::super::filter::CompiledFilter;
use super::super::grouping::{BlockSource, BlockView, Grouping, UnpackedColumns};
use super::super::interpretation::Reasons;
use super::super::load::{HeldTimes, LoadCount};
use super::super::rows::{RowIndex, RowOrder};
use super::super::signs::SignsCount;
use super::super::table::{CallFacts, CallTimes, TableCount};
use super::{Answer, Query, Question, Scope};
use calls::narrow;
use sorting::Sort;
use store::{Block, BlockKey, Column, Dictionaries, Selection, Shard};

/// What is gathered for one thing that is asked.
#[derive(Debug)]
enum Accumulator {
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
pub enum ScanStep {
    /// There are more blocks.
    More,
    /// All blocks are gone through.
    Done,
    /// The shard is not the one any more that the question was begun with: there is no answer of it.
    Outdated,
}

/// A question that is being answered by one shard, some blocks at a time.
#[derive(Debug)]
pub struct Scan {
    question: Question,
    /// That of the shard, once a step was made.
    generation: Option<u64>,
    compiled_filter: CompiledFilter,
    /// The next block.
    at: usize,
    accumulators: Vec<Accumulator>,
    groupings: Vec<Grouping>,
    reasons: Reasons,
    columns: UnpackedColumns,
    /// When calls hold lines, where tables or loads ask for it.
    held: Option<HeldTimes>,
    /// What tables count, where there are some.
    facts: Option<Box<CallFacts>>,
    /// Whether a table has delays.
    with_delays: bool,
    rows: RowIndex,
}

impl Scan {
    /// Begins.
    pub fn new(question: Question) -> Self {
        let conditions = question.conditions.clone();
        let compiled_filter = CompiledFilter::new(
            conditions,
            question.rules.as_deref(),
            question.zone.clone(),
            &question.dial_plan.strip,
        );
        let mut dimensions = question.query.dimensions();
        dimensions.order();
        dimensions.dedup();
        let place = |by: &Dimension| dimensions.binary_search(by).unwrap_or_default();
        let is_one = !matches!(question.query, Query::Many(_));
        let accumulator = |query: &Query| match query {
            Query::Sums => Accumulator::Sums(question.interpretations.iter().map(|_| Count::default()).collect()),
            Query::Table(spec) => {
                Accumulator::Table(Box::new(TableCount::new(spec.clone(), spec.by.iter().map(place).collect())))
            }
            Query::Load(spec) => Accumulator::Load(LoadCount::new(*spec, spec.by.as_ref().map(place))),
            Query::Signs(spec) => Accumulator::Signs(Box::new(SignsCount::new(spec, &question.zone))),
            Query::Attempts => Accumulator::Attempts(AttemptsCount::new()),
            Query::Rows(order) if is_one => Accumulator::Rows(*order),
            Query::Rows(_) | Query::Many(_) => Accumulator::Nothing,
        };
        let accumulators = question.query.each().iter().map(accumulator).collect();
        let specs = question.query.each().iter().filter_map(|query| match query {
            Query::Table(spec) => Some(spec),
            _ => None,
        });
        let with_delays = specs.clone().any(|spec| spec.delays);
        let facts = (specs.count() > 0).then(|| Box::new(CallFacts::new()));
        let is_load = |query: &Query| matches!(query, Query::Load(_));
        let held = (facts.is_some() || question.query.each().iter().any(is_load)).then(HeldTimes::default);
        let grouping = |&by: &Dimension| Grouping::new(by, &question.zone, &question.dial_plan);
        let groupings = dimensions.iter().map(grouping).collect();
        let reasons = Reasons::new(&question.interpretations, &question.personal, &question.sides);
        let (columns, rows) = (UnpackedColumns::default(), RowIndex::default());
        let generation = None;
        Self {
            generation,
            compiled_filter,
            at: 0,
            accumulators,
            groupings,
            reasons,
            columns,
            held,
            facts,
            with_delays,
            rows,
            question,
        }
    }

    /// Goes through the next `blocks` blocks.
    pub fn step(&mut self, shard: &Shard, blocks: usize) -> ScanStep {
        if *self.generation.get_or_insert(shard.generation()) != shard.generation() {
            return ScanStep::Outdated;
        }
        let end = (self.at + blocks).min(shard.blocks().len());
        for (number, (key, block)) in shard.blocks()[self.at..end].iter().enumerate() {
            let Some((id, interpretation)) = self.scope(*key) else { continue };
            let selection = self.compiled_filter.select(block, &shard.dictionaries, interpretation);
            if !selection.is_empty() {
                self.accumulate(
                    narrow::count(self.at + number),
                    block,
                    &shard.dictionaries,
                    (id, interpretation),
                    &selection,
                );
            }
        }
        self.at = end;
        if end < shard.blocks().len() { ScanStep::More } else { ScanStep::Done }
    }

    fn accumulate(
        &mut self,
        number: u32,
        block: &Block,
        dictionaries: &Dictionaries,
        (file, interpretation): (u32, usize),
        selection: &Selection,
    ) {
        let Self { columns, groupings, accumulators, reasons, rows, held, facts, with_delays, .. } = self;
        columns.clear();
        reasons.extend(interpretation, dictionaries);
        let source = BlockSource { block, dictionaries, reasons: reasons.facts(interpretation), file };
        groupings.iter_mut().for_each(|grouping| grouping.find(source, columns));
        if let Some(held) = held {
            held.find(block, columns);
        }
        if let Some(facts) = facts {
            facts.find(source, columns, selection, *with_delays);
        }
        for accumulator in accumulators.iter() {
            match accumulator {
                Accumulator::Signs(_) => SignsCount::unpack(columns, block),
                Accumulator::Attempts(_) => columns.unpack(block, &AttemptsCount::COLUMNS),
                Accumulator::Table(_)
                | Accumulator::Load(_)
                | Accumulator::Sums(_)
                | Accumulator::Rows(_)
                | Accumulator::Nothing => {}
            }
        }
        let view = BlockView::new(source, columns);
        for accumulator in accumulators {
            match accumulator {
                Accumulator::Sums(counts) => counts[interpretation].add(block, selection, dictionaries),
                Accumulator::Table(table) => {
                    if let (Some(facts), Some(held)) = (&facts, &held) {
                        let times = CallTimes { start: columns.column(Column::Start), held: &held.seconds };
                        table.add(times, facts, groupings, selection);
                    }
                }
                Accumulator::Load(load) => {
                    if let Some(held) = &held {
                        load.add(held, groupings, selection);
                    }
                }
                Accumulator::Signs(signs) => signs.add(&view, selection),
                Accumulator::Attempts(attempts) => attempts.add(&view, selection),
                Accumulator::Rows(order) => rows.add(*order, number, block, selection),
                Accumulator::Nothing => {}
            }
        }
    }

    /// The file that a block is of, and how its end reasons are read.
    fn scope(&self, key: BlockKey) -> Option<(u32, usize)> {
        let is_it = |scope: &&Scope| scope.file == key.file && scope.part.is_none_or(|part| part == key.part);
        let scope = self.question.scopes.iter().find(is_it)?;
        (scope.interpretation < self.question.interpretations.len()).then_some((scope.id, scope.interpretation))
    }

    /// The answer, and the rows that were found, should they be wanted; right after [`ScanStep::Done`], of the same
    /// shard.
    pub fn finish(mut self, shard: &Shard) -> (Answer, RowIndex) {
        let dictionaries = &shard.dictionaries;
        let mut answers: Vec<Answer> = Vec::new();
        for accumulator in self.accumulators {
            answers.push(match accumulator {
                Accumulator::Sums(counts) => {
                    Answer::Sums(counts.iter().map(|count| count.tally(dictionaries)).collect())
                }
                Accumulator::Table(table) => Answer::Table(table.table(&self.groupings, dictionaries, &self.reasons)),
                Accumulator::Load(load) => Answer::Load(load.loads(&self.groupings, dictionaries, &self.reasons)),
                Accumulator::Signs(signs) => Answer::Signs(Box::new(signs.signs(dictionaries, &self.reasons))),
                Accumulator::Attempts(attempts) => Answer::Attempts(attempts.attempts()),
                Accumulator::Rows(_) => Answer::Rows(self.rows.sort(shard)),
                Accumulator::Nothing => Answer::Many(Vec::new()),
            });
        }
        let is_many = matches!(self.question.query, Query::Many(_));
        let answer = if is_many { Answer::Many(answers) } else { answers.pop().unwrap_or(Answer::Many(Vec::new())) };
        (answer, self.rows)
    }
}
