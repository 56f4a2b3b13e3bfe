//! What a limit of lines would have refused.

use super::Load;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Calls that find no free line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Refused {
    /// Of those that held a line.
    pub held: u64,
    /// Of those that held none: unanswered ones.
    pub others: u64,
}

impl Refused {
    /// All of them.
    pub fn calls(self) -> u64 {
        self.held + self.others
    }
}

impl Load {
    /// Calls that began while `limit` lines or more were held, all of them having been let through: no limit of so many
    /// lines would have refused more (see [`Load::refused_at`], which knows the lengths of calls). In a second lines
    /// are freed first; then come the calls that hold none, then those that do, one after another.
    pub fn started_above(&self, limit: u64) -> Refused {
        let (mut level, mut refused) = (0_u64, Refused::default());
        for second in self.seconds() {
            level = level.saturating_sub(second.freed.into());
            if level >= limit {
                refused.others += u64::from(second.others);
            }
            let room = limit.saturating_sub(level);
            refused.held += u64::from(second.taken).saturating_sub(room);
            level += u64::from(second.taken);
        }
        refused
    }

    /// Calls that a limit of so many lines would have refused: exactly, to the second. A refused call takes no line, so
    /// later ones find one that would have been taken; of calls that begin in the same second the shorter come first.
    /// It does not know of calls that would have been tried again. `None` where the question did not ask for lengths,
    /// or there are too many of them.
    pub fn refused_at(&self, limit: u64) -> Option<Refused> {
        let mut calls = self.lengths.as_deref()?.iter().peekable();
        let (mut ends, mut refused) = (BinaryHeap::<Reverse<i64>>::new(), Refused::default());
        for second in self.seconds() {
            while ends.peek().is_some_and(|Reverse(end)| *end <= second.at) {
                ends.pop();
            }
            if ends.len() as u64 >= limit {
                refused.others += u64::from(second.others);
            }
            while let Some((at, length)) = calls.next_if(|(at, _)| *at == second.at) {
                if (ends.len() as u64) < limit {
                    ends.push(Reverse(at + length));
                } else {
                    refused.held += 1;
                }
            }
        }
        Some(refused)
    }
}
