//! The calls that one worker read.

use super::block::{BLOCK_ROWS, Block, OpenBlock};
use super::dictionaries::Dictionaries;
use calls::Call;

/// Which file a block is of, and which part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlockKey {
    /// The file.
    pub file: u32,
    /// The part of it that was read in one go.
    pub part: u32,
}

/// Calls of any files, in blocks.
#[derive(Debug)]
pub struct Shard {
    /// The words of all blocks.
    pub dictionaries: Dictionaries,
    blocks: Vec<(BlockKey, Block)>,
    open: OpenBlock,
    block_bytes: usize,
    /// Bytes that it may take; blocks beyond are not kept.
    budget: usize,
    /// All calls were kept.
    is_whole: bool,
    generation: u64,
}

impl Default for Shard {
    fn default() -> Self {
        Self {
            dictionaries: Dictionaries::default(),
            blocks: Vec::new(),
            open: OpenBlock::default(),
            block_bytes: 0,
            budget: usize::MAX,
            is_whole: true,
            generation: 0,
        }
    }
}

impl Shard {
    /// No calls yet. What exceeds `budget` bytes is given to whoever reads, and not kept.
    pub fn with_budget(budget: usize) -> Self {
        Self { budget, ..Self::default() }
    }

    /// Changes how many bytes it may take; what is there stays.
    pub fn set_budget(&mut self, budget: usize) {
        self.budget = budget;
    }

    /// Adds a call of the file that is read now; a block that becomes full is [`Shard::seal`]ed by the caller.
    ///
    /// Returns whether it is full.
    pub fn push(&mut self, call: &Call<'_>) -> bool {
        self.open.push(call, &mut self.dictionaries);
        self.open.rows() >= BLOCK_ROWS
    }

    /// Packs the calls that were added since the last time, and shows them to `see`, who may say which of them are
    /// duplicates; they are kept under `key` if there is room. Returns how many calls were not kept.
    pub fn seal(&mut self, key: BlockKey, see: impl FnOnce(&mut Block, &Dictionaries)) -> usize {
        if self.open.rows() == 0 {
            return 0;
        }
        let mut block = self.open.seal();
        see(&mut block, &self.dictionaries);
        let bytes = block.bytes();
        if self.bytes() + bytes > self.budget {
            self.is_whole = false;
            return block.rows();
        }
        self.block_bytes += bytes;
        self.blocks.push((key, block));
        0
    }

    /// Whether all calls that it was given are there.
    pub fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// Forgets what was added since the last [`Shard::seal`].
    pub fn forget_open(&mut self) {
        self.open = OpenBlock::default();
    }

    /// Forgets the blocks of which `gone` says so.
    pub fn remove(&mut self, gone: impl Fn(BlockKey) -> bool) {
        self.generation += 1;
        self.blocks.retain(|(key, _)| !gone(*key));
        self.block_bytes = self.blocks.iter().map(|(_, block)| block.bytes()).sum();
    }

    /// Grows whenever blocks that were there are gone or say something else. What was found out of them, and where they
    /// lie, holds for the generation in which it was; blocks that are added change nothing of it.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// All blocks, in the order in which they came.
    pub fn blocks(&self) -> &[(BlockKey, Block)] {
        &self.blocks
    }

    /// The blocks, to say which calls are duplicates.
    pub fn blocks_mut(&mut self) -> (&mut [(BlockKey, Block)], &Dictionaries) {
        self.generation += 1;
        (&mut self.blocks, &self.dictionaries)
    }

    /// Bytes that it takes, about.
    pub fn bytes(&self) -> usize {
        self.block_bytes + self.dictionaries.bytes()
    }
}
