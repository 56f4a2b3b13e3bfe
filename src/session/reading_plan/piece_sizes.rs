//! How large the pieces of a file are.

/// A file is cut into pieces of at least so many bytes: below that, handing them out costs more than it saves.
const LEAST_PIECE_BYTES: u64 = 16 << 20;

/// Pieces that each worker gets of a large file: more of them end at the same time, fewer cost less.
const PIECES_A_WORKER: u64 = 8;

#[derive(Debug, Clone, Copy)]
pub(super) struct PieceSizes {
    least: u64,
    /// Of the first piece, which holds what tells what the file is.
    least_first: u64,
    /// Into so many pieces a large file is cut.
    most_pieces: u64,
}

impl PieceSizes {
    pub(super) fn new(workers: u32) -> Self {
        let most_pieces = u64::from(workers.max(1)) * PIECES_A_WORKER;
        Self { least: LEAST_PIECE_BYTES, least_first: LEAST_PIECE_BYTES, most_pieces }
    }

    /// Of exactly these sizes, however many pieces that makes.
    #[cfg(test)]
    pub(super) fn of(first: u64, others: u64) -> Self {
        Self { least: others, least_first: first, most_pieces: u64::MAX }
    }

    fn usual(self, file: u64) -> u64 {
        self.least.max(file / self.most_pieces)
    }

    /// Bytes of the first piece of a file of so many bytes.
    pub(super) fn first(self, file: u64) -> u64 {
        self.least_first.max(self.usual(file))
    }

    /// Where the first piece ends; `None` for a file that is too small to be cut.
    pub(super) fn cut_at(self, file: u64) -> Option<u64> {
        let first = self.first(file);
        (file > first + self.usual(file) / 2).then_some(first)
    }

    /// Where the others begin and end.
    pub(super) fn behind_the_first(self, file: u64) -> impl Iterator<Item = (u64, u64)> {
        let piece = self.usual(file);
        let mut next = self.first(file);
        std::iter::from_fn(move || {
            let begin = next;
            // What is left over is no piece of its own.
            next = if file.saturating_sub(begin) < piece * 3 / 2 { file } else { begin + piece };
            (begin < file).then_some((begin, next))
        })
    }
}
