//! The sums of the groups of one block, by the small numbers that groups have there.
//!
//! Each pass over the calls does little, so that processor and compiler see through it: how many calls of each kind
//! there are; for how long they held lines, and when they began; the sums of those few that have talk time or money.

use super::call_facts::{Addends, CallFacts, SUMS};
use super::flags::Lanes;
use store::Selection;

/// Up to so many pairs of a group and a kind are counted; where there could be more, each call's flags are added.
const MOST_CELLS: usize = 1 << 16;

/// When the calls of a block began, in epoch milliseconds, and for how many seconds they held a line.
#[derive(Debug, Clone, Copy)]
pub(in super::super) struct CallTimes<'a> {
    pub(in super::super) start: &'a [i64],
    pub(in super::super) held: &'a [u64],
}

/// What changes with every call of a group.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    /// Seconds for which lines were held.
    pub(super) held_seconds: u64,
    /// The first start, in epoch milliseconds; the largest number where there are no calls.
    pub(super) first: i64,
    /// The last one; the smallest number likewise.
    pub(super) last: i64,
}

impl Span {
    /// Of no calls.
    pub(super) const NONE: Span = Span { held_seconds: 0, first: i64::MAX, last: i64::MIN };

    /// Adds other calls.
    #[inline]
    pub(super) fn add(&mut self, other: Span) {
        self.held_seconds += other.held_seconds;
        self.first = self.first.min(other.first);
        self.last = self.last.max(other.last);
    }
}

/// The sums of the groups of one block. Kept from block to block for its room only.
#[derive(Debug, Default)]
pub(super) struct BlockSums {
    /// How many calls each group has of each kind.
    cells: Vec<u16>,
    kinds: usize,
    /// In place of cells, where these would be too many.
    lanes: Vec<Lanes>,
    spans: Vec<Span>,
    usual: Vec<[i64; SUMS]>,
    large: Vec<[i128; SUMS]>,
}

impl BlockSums {
    /// Sums the selected calls by their groups; `of` has each call's group, below `groups`.
    pub(super) fn sum(
        &mut self,
        of: &[u16],
        groups: usize,
        times: CallTimes<'_>,
        facts: &CallFacts,
        selection: &Selection,
    ) {
        self.kinds = facts.flags.len();
        self.spans.clear();
        self.spans.resize(groups, Span::NONE);
        self.cells.clear();
        self.lanes.clear();
        if groups * self.kinds <= MOST_CELLS {
            self.cells.resize(groups * self.kinds, 0);
            count_cells(&mut self.cells, self.kinds, of, &facts.kinds.of, selection);
        } else {
            self.lanes.resize(groups, Lanes::default());
            let lanes = &mut self.lanes;
            selection.for_each(|row| {
                lanes[usize::from(of[row])].add(facts.flags[usize::from(facts.kinds.of[row])], 1);
            });
        }
        find_spans(&mut self.spans, of, times, selection);
        self.usual.clear();
        self.large.clear();
        match &facts.addends {
            Addends::Usual(addends) => {
                self.usual.resize(groups, [0; SUMS]);
                add_up(&mut self.usual, of, &facts.weighty, addends);
            }
            Addends::Large(addends) => {
                self.large.resize(groups, [0; SUMS]);
                add_up(&mut self.large, of, &facts.weighty, addends);
            }
        }
    }

    /// Whether a group has calls.
    pub(super) fn has_calls(&self, group: usize) -> bool {
        self.spans[group].first <= self.spans[group].last
    }

    pub(super) fn span(&self, group: usize) -> Span {
        self.spans[group]
    }

    /// How many calls of a group have each flag; `flags` are those of the kinds.
    pub(super) fn lanes(&self, group: usize, flags: &[u32]) -> Lanes {
        if let Some(lanes) = self.lanes.get(group) {
            return *lanes;
        }
        let mut lanes = Lanes::default();
        let cells = &self.cells[group * self.kinds..(group + 1) * self.kinds];
        for (&calls, &flags) in cells.iter().zip(flags) {
            if calls > 0 {
                lanes.add(flags, u64::from(calls));
            }
        }
        lanes
    }

    /// The sums of a group.
    pub(super) fn sums(&self, group: usize) -> [i128; SUMS] {
        match self.usual.get(group) {
            Some(sums) => sums.map(i128::from),
            None => self.large[group],
        }
    }
}

#[inline(never)]
fn count_cells(cells: &mut [u16], kinds: usize, of: &[u16], kind: &[u16], selection: &Selection) {
    if selection.is_all() {
        for (&group, &kind) in of.iter().zip(kind) {
            cells[usize::from(group) * kinds + usize::from(kind)] += 1;
        }
    } else {
        selection.for_each(|row| cells[usize::from(of[row]) * kinds + usize::from(kind[row])] += 1);
    }
}

#[inline(never)]
fn find_spans(spans: &mut [Span], of: &[u16], CallTimes { start, held }: CallTimes<'_>, selection: &Selection) {
    let span = |start: i64, held_seconds: u64| Span { held_seconds, first: start, last: start };
    if selection.is_all() {
        for ((&group, &start), &held) in of.iter().zip(start).zip(held) {
            spans[usize::from(group)].add(span(start, held));
        }
    } else {
        selection.for_each(|row| spans[usize::from(of[row])].add(span(start[row], held[row])));
    }
}

#[inline(never)]
fn add_up<T: Copy + std::ops::AddAssign>(sums: &mut [[T; SUMS]], of: &[u16], rows: &[u16], addends: &[[T; SUMS]]) {
    for (&row, addends) in rows.iter().zip(addends) {
        let sums = &mut sums[usize::from(of[usize::from(row)])];
        sums.iter_mut().zip(addends).for_each(|(sum, &addend)| *sum += addend);
    }
}
