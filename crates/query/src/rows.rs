//! The calls that were found, in an order: any of millions, wherever they lie.
//!
//! Every shard keeps the places of its calls, sorted ([`RowIndex`]), and tells every [`FENCE`]th of them
//! ([`RowsFound`]). From the fences of all shards whoever asks knows a row that stands a little before the wanted one,
//! asks all shards for the rows from there on, and merges.

use calls::narrow;
use serde::{Deserialize, Serialize};
use sorting::Sort;
use std::collections::HashMap;
use store::{ABSENT, Block, BlockKey, Column, Selection, Shard};

/// Every so many rows one is told.
pub const FENCE: usize = 256;

/// By what calls are sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum RowSort {
    Start,
    TalkTime,
    PostDialDelay,
    Fee,
}

/// An order of calls. Calls that do not say come last; among equals the order of the files stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowOrder {
    /// By what.
    pub by: RowSort,
    /// From the largest.
    pub descending: bool,
}

impl RowSort {
    fn column(self) -> Column {
        match self {
            RowSort::Start => Column::Start,
            RowSort::TalkTime => Column::TalkTime,
            RowSort::PostDialDelay => Column::PostDialDelay,
            RowSort::Fee => Column::Fee,
        }
    }
}

/// Where a call stands among all, and where its row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RowKey {
    /// Grows in the order asked for.
    rank: u64,
    /// The file.
    pub file: u32,
    /// The part of the file.
    pub part: u32,
    /// The row's place in the text, in bytes.
    pub offset: u64,
}

/// How many calls were found, and every [`FENCE`]th of each shard.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowsFound {
    /// Calls.
    pub calls: u64,
    /// In order.
    pub(super) fences: Vec<RowKey>,
}

impl RowsFound {
    pub(super) fn merge(&mut self, other: Self) {
        self.calls += other.calls;
        self.fences.extend(other.fences);
        self.fences.sort_unstable();
    }

    /// A row that stands at `at` (from 0) or so little before it that every shard has at most so many rows between
    /// both.
    ///
    /// A shard has at most [`FENCE`] rows between two of its fences, so the n-th fence of all has at most n times as
    /// many before it, and at least that less as many for each shard.
    pub fn before(&self, at: u64, shards: usize) -> Option<(RowKey, usize)> {
        let fence = self.fences.get(usize::try_from(at / FENCE as u64).unwrap_or(usize::MAX)).or(self.fences.last())?;
        Some((*fence, (shards + 2) * FENCE))
    }
}

/// Rows from a key on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowsFrom {
    /// Rows before the key.
    pub before: u64,
    /// The rows, in order.
    pub rows: Vec<RowKey>,
}

impl RowsFrom {
    /// Adds the rows of another shard.
    pub fn merge(&mut self, other: Self) {
        self.before += other.before;
        self.rows.extend(other.rows);
        self.rows.sort_unstable();
    }

    /// The `count` rows from `at` (from 0, among all) on.
    pub fn window(&self, at: u64, count: usize) -> &[RowKey] {
        let skip = usize::try_from(at.saturating_sub(self.before)).unwrap_or(usize::MAX).min(self.rows.len());
        &self.rows[skip..(skip + count).min(self.rows.len())]
    }
}

/// The rows of one shard that were found.
#[derive(Debug, Default)]
pub struct RowIndex {
    /// That of the shard: its blocks lie otherwise in others.
    generation: u64,
    /// The rank, and the block and row.
    rows: Vec<(u64, u32, u32)>,
    values: Vec<i64>,
}

impl RowIndex {
    pub(super) fn add(&mut self, order: RowOrder, number: u32, block: &Block, selection: &Selection) {
        if selection.is_empty() {
            return;
        }
        block.column(order.by.column()).unpack(&mut self.values);
        let rank = |value: i64| match value {
            ABSENT => u64::MAX,
            // Signed numbers in the order of unsigned ones.
            value if order.descending => !(value as u64 ^ 1 << 63),
            value => value as u64 ^ 1 << 63,
        };
        let (rows, values) = (&mut self.rows, &self.values);
        selection.for_each(|row| rows.push((rank(values[row]), number, narrow::count(row))));
    }

    pub(super) fn sort(&mut self, shard: &Shard) -> RowsFound {
        self.generation = shard.generation();
        // Blocks lie in the order in which they were read, which says nothing.
        let blocks = shard.blocks();
        let mut order: Vec<u32> = (0..narrow::count(blocks.len())).collect();
        // Blocks of one part lie in the order of its rows; the sort keeps that.
        order.order_by_key(|&number| blocks[number as usize].0);
        let mut position = vec![0_u32; blocks.len()];
        order.iter().enumerate().for_each(|(at, &number)| position[number as usize] = narrow::count(at));
        self.rows.sort_unstable_by_key(|&(rank, number, row)| (rank, position[number as usize], row));
        self.rows.shrink_to_fit();
        let fences = self.rows.iter().step_by(FENCE).map(|&row| key(shard, row)).collect();
        RowsFound { calls: self.rows.len() as u64, fences }
    }

    /// For each of `parts`, a file and its part, the places of its rows in ascending order; `None` where the shard is
    /// not the one any more in which they were found.
    pub fn offsets(&self, shard: &Shard, parts: &[(u32, u32)]) -> Option<Vec<Vec<u64>>> {
        if self.generation != shard.generation() {
            return None;
        }
        let numbers: HashMap<(u32, u32), usize> = parts.iter().enumerate().map(|(at, &part)| (part, at)).collect();
        let part_of = |(key, _): &(BlockKey, Block)| numbers.get(&(key.file, key.part)).copied();
        let of_blocks: Vec<Option<usize>> = shard.blocks().iter().map(part_of).collect();
        let mut offsets = vec![Vec::new(); parts.len()];
        for &row in &self.rows {
            if let Some(part) = of_blocks[row.1 as usize] {
                offsets[part].push(key(shard, row).offset);
            }
        }
        offsets.iter_mut().for_each(|offsets| offsets.sort_unstable());
        Some(offsets)
    }

    /// The `count` rows from a key on; `None` where the shard is not the one any more in which they were found.
    pub fn from(&self, shard: &Shard, from: RowKey, count: usize) -> Option<RowsFrom> {
        if self.generation != shard.generation() {
            return None;
        }
        let before = self.rows.partition_point(|&row| key(shard, row) < from);
        let rows = self.rows[before..(before + count).min(self.rows.len())].iter().map(|&row| key(shard, row));
        Some(RowsFrom { before: before as u64, rows: rows.collect() })
    }
}

fn key(shard: &Shard, (rank, number, row): (u64, u32, u32)) -> RowKey {
    let (block_key, block) = &shard.blocks()[number as usize];
    let offset = block.column(Column::Offset).get(row as usize) as u64;
    RowKey { rank, file: block_key.file, part: block_key.part, offset }
}
