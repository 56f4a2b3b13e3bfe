//! The text of a packed stream, handed on to others.
//!
//! A gzip cannot be cut: only who reads it from its beginning can unpack it. But unpacking is the smaller part of the
//! work, so the one who does it reads the first piece, which tells what the text is, and hands the text on for others
//! to read.

use super::piece_reader::can_be_cut;
use ingest::{Damage, FileParser, FileProblem};

/// What the one who unpacks has of the text.
#[derive(Debug)]
pub(super) struct TextRelay {
    /// The first piece ends here, in bytes of the text.
    end: u64,
    /// The text that was not taken yet, without its byte order mark once that is known.
    text: Vec<u8>,
    /// What the text is, is known, and that it can be read in pieces.
    is_known: bool,
    /// The first piece is read.
    is_begun: bool,
    damage: Option<Damage>,
    problem: Option<FileProblem>,
}

impl TextRelay {
    /// Others read the rows that begin at `end` or later.
    pub(super) fn from(end: u64) -> Self {
        Self { end, text: Vec::new(), is_known: false, is_begun: false, damage: None, problem: None }
    }

    pub(super) fn add(&mut self, bytes: &[u8]) {
        self.text.extend_from_slice(bytes);
    }

    /// Looks whether the reader knows by now what the text is; `false` for one that cannot be read in pieces.
    pub(super) fn knows(&mut self, parser: &mut FileParser) -> bool {
        let Some(facts) = parser.facts().filter(|_| !self.is_known) else { return true };
        if !can_be_cut(facts) {
            return false;
        }
        let mark = usize::try_from(facts.mark_bytes).unwrap_or(usize::MAX).min(self.text.len());
        self.text.drain(..mark);
        self.is_known = true;
        parser.stop_at(self.end);
        true
    }

    /// The first piece is read.
    pub(super) fn begin(&mut self) {
        self.is_begun = true;
    }

    pub(super) fn is_begun(&self) -> bool {
        self.is_begun
    }

    pub(super) fn waiting(&self) -> usize {
        self.text.len()
    }

    pub(super) fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.text)
    }

    /// There is no more text.
    pub(super) fn end(&mut self, damage: Option<Damage>) {
        self.damage = damage;
    }

    /// The stream cannot be gone on with.
    pub(super) fn refuse(&mut self, problem: FileProblem) {
        self.problem = Some(problem);
    }

    pub(super) fn finish(self) -> Result<Option<Damage>, FileProblem> {
        self.problem.map_or(Ok(self.damage), Err)
    }
}
