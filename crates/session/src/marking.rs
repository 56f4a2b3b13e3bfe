//! Saying afterwards which calls are duplicates.

use super::seen_calls::SeenCalls;
use calls::{NameColumn, narrow};
use query::{Count, Tally};
use sorting::Ordered;
use std::collections::BTreeMap;
use store::{ABSENT, BlockKey, Column, Shard};

/// Marks the calls of a file that are among `duplicates`, in one part of it or in all; for each part, the sums of what
/// is left and how many are duplicates now.
pub fn mark_duplicates(
    shard: &mut Shard,
    file: u32,
    part: Option<u32>,
    duplicates: &SeenCalls,
) -> BTreeMap<u32, (Tally, u64)> {
    let is_it = |key: BlockKey| key.file == file && part.is_none_or(|part| part == key.part);
    let (mut serials, mut switches) = (Vec::new(), Vec::new());
    let (blocks, dictionaries) = shard.blocks_mut();
    for (_, block) in blocks.iter_mut().filter(|(key, _)| is_it(*key)) {
        block.column(Column::SerialNumber).unpack(&mut serials);
        block.column(Column::Name(NameColumn::Softswitch)).unpack(&mut switches);
        let mut marked = block.duplicate_calls();
        for (row, (&serial, &switch)) in serials.iter().zip(&switches).enumerate() {
            let switch =
                (switch != ABSENT).then(|| dictionaries.names(NameColumn::Softswitch).get(narrow::number(switch)));
            if serial != ABSENT && duplicates.contains(serial, switch) {
                marked.add(row);
            }
        }
        block.set_duplicates(marked);
    }
    let mut counts = BTreeMap::<u32, (Count, u64)>::new();
    for (key, block) in shard.blocks().iter().filter(|(key, _)| is_it(*key)) {
        let (count, marked) = counts.entry(key.part).or_default();
        count.add(block, &block.calls(), &shard.dictionaries);
        *marked += block.duplicates() as u64;
    }
    let tally = |(part, (count, marked)): (u32, (Count, u64))| (part, (count.tally(&shard.dictionaries), marked));
    counts.into_iter().map(tally).ordered_map()
}
