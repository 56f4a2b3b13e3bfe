//! How large the pieces of a file are.

/// A file is cut into pieces of at least so many bytes: below that, handing them out costs more than it saves.
const LEAST_PIECE_BYTES: u64 = 16 << 20;

/// Pieces that each worker gets of a large file: more of them end at the same time, fewer cost less.
const PIECES_A_WORKER: u64 = 8;

/// Of a text that is handed on, so much is read by the one who unpacks it: the others wait meanwhile.
const FIRST_OF_TEXT_BYTES: u64 = 2 << 20;

/// A row may be so long, or seem to be until its end is seen: pieces of a text that still comes are read when there is
/// so much behind them.
const LOOKED_AHEAD_BYTES: u64 = 4 * ingest::MAX_LINE_BYTES as u64;

#[derive(Debug, Clone, Copy)]
pub(super) struct PieceSizes {
    workers: u32,
    least: u64,
    /// Of the first piece, which holds what tells what the file is.
    least_first: u64,
    /// Of that of a text that is handed on.
    first_of_text: u64,
    /// See [`LOOKED_AHEAD_BYTES`].
    ahead: u64,
    /// Into so many pieces a large file is cut.
    most_pieces: u64,
}

impl PieceSizes {
    pub(super) fn new(workers: u32) -> Self {
        let most_pieces = u64::from(workers.max(1)) * PIECES_A_WORKER;
        Self {
            workers,
            least: LEAST_PIECE_BYTES,
            least_first: LEAST_PIECE_BYTES,
            first_of_text: FIRST_OF_TEXT_BYTES,
            ahead: LOOKED_AHEAD_BYTES,
            most_pieces,
        }
    }

    /// Of exactly these sizes, however many pieces that makes.
    #[cfg(test)]
    pub(super) fn of(self, first: u64, others: u64, ahead: u64) -> Self {
        Self { least: others, least_first: first, first_of_text: first, ahead, most_pieces: u64::MAX, ..self }
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

    /// Where a text is handed on; `None` where there is nobody to hand it to.
    pub(super) fn hand_on_at(self) -> Option<u64> {
        (self.workers > 1).then_some(self.first_of_text)
    }

    /// Where the next piece of a text ends that begins at `begin`, when there are so many bytes of it and more may
    /// come; `None` while that is too little.
    pub(super) fn next_of_text(self, begin: u64, bytes: u64) -> Option<u64> {
        let end = begin + self.least;
        (bytes >= end + self.ahead).then_some(end)
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
