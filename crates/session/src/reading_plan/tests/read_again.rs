//! Files that are read once more, while others are read or after all were.

use super::*;

impl Workers<'_> {
    /// A file is to be read once more, as the page has it: first it is forgotten, then it is added again.
    fn read_again(&mut self, file: u32) {
        self.plan.requeue(&[file]);
        self.shards.iter().for_each(|shard| shard.borrow_mut().remove(|key| key.file == file));
        self.unpacking.retain(|_, unpacking| unpacking.file != file);
        self.texts.remove(&file);
        self.whole.remove(&file);
        self.reports.remove(&file);
        let events = self.plan.settle();
        events.into_iter().for_each(|events| self.events(events));
        self.plan.add(file, self.files[file as usize].len() as u64);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]
    #[test]
    fn what_is_read_once_more_counts_as_before(
        files in files(), workers in 1..4_u32, piece in 60..900_u64,
        seed in any::<u64>(), again in proptest::collection::vec((0..4_u32, 0..40), 1..4),
    ) {
        let mut pool = Workers::new(&files, workers, piece, 70_000, seed);
        for (file, after) in again {
            let _ = (0..after).all(|_| pool.step());
            pool.read_again(file % files.len() as u32);
        }
        pool.run();
        prop_assert_eq!(plain(std::mem::take(&mut pool.reports)), plain(in_one_go(&files)));
    }
}
