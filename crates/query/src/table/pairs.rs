//! The groups of a block by several dimensions at once.

use super::super::block_groups::Numbers;
use super::super::grouping::Grouping;
use super::groups::GroupKey;

/// Up to so many pairs of groups have a number each, whether there are calls of them or not.
const MOST_NUMBERED: usize = 1 << 10;

/// The groups of the calls of a block by all dimensions of a table. Of one dimension they are those of its grouping, of
/// none and of several they stand here.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    of: Vec<u16>,
    count: usize,
    /// Where all pairs have numbers: how many groups each dimension has, but for the first.
    sizes: [usize; 2],
    /// Where only those have that have calls.
    numbers: Option<Box<Numbers>>,
    is_numbered: bool,
}

impl Pairs {
    /// Finds the groups of the next block, of so many calls. `by` has the places of the dimensions among the groupings.
    pub(super) fn find(&mut self, by: &[usize], groupings: &[Grouping], rows: usize) {
        let sizes: Vec<usize> = by.iter().map(|&at| groupings[at].groups.keys.len()).collect();
        let of = |at: usize| groupings[by[at]].groups.of.as_slice();
        self.of.clear();
        match *sizes {
            [_] => return,
            [] => {
                (self.count, self.sizes, self.is_numbered) = (1, [1; 2], false);
                return self.of.resize(rows, 0);
            }
            [_, second] => self.sizes = [second, 1],
            [_, second, third, ..] => self.sizes = [second, third],
        }
        let [second, third] = self.sizes;
        let pair = |row: usize| {
            let last = if by.len() > 2 { usize::from(of(2)[row]) } else { 0 };
            (usize::from(of(0)[row]) * second + usize::from(of(1)[row])) * third + last
        };
        // Three dimensions of thousands of groups each have more pairs than 32 bits can count.
        let all = sizes.iter().try_fold(1_usize, |all, &size| all.checked_mul(size));
        self.is_numbered = all.is_none_or(|all| all > MOST_NUMBERED);
        if !self.is_numbered {
            self.count = all.unwrap_or_default();
            // Below the number that was just compared.
            self.of.extend((0..rows).map(|row| u16::try_from(pair(row)).unwrap_or_default()));
            return;
        }
        let numbers = self.numbers.get_or_insert_default();
        numbers.begin();
        self.of.extend((0..rows).map(|row| {
            let number = |at: usize| if at < by.len() { i64::from(of(at)[row]) } else { 0 };
            numbers.number(number(0) << 32 | number(1) << 16 | number(2))
        }));
        self.count = numbers.keys().len();
    }

    /// The group of each call.
    pub(super) fn of<'a>(&'a self, by: &[usize], groupings: &'a [Grouping]) -> &'a [u16] {
        match *by {
            [at] => &groupings[at].groups.of,
            _ => &self.of,
        }
    }

    /// How many groups there are.
    pub(super) fn count(&self, by: &[usize], groupings: &[Grouping]) -> usize {
        match *by {
            [at] => groupings[at].groups.keys.len(),
            _ => self.count,
        }
    }

    /// What a group is in the shard, by each dimension.
    pub(super) fn key(&self, group: usize, by: &[usize], groupings: &[Grouping]) -> GroupKey {
        let numbers = match (by.len(), &self.numbers) {
            (1, _) => [group, 0, 0],
            (_, Some(numbers)) if self.is_numbered => {
                let key = numbers.keys()[group];
                [key >> 32, key >> 16, key].map(|part| calls::narrow::index(part & 0xFFFF))
            }
            _ => {
                let [second, third] = self.sizes;
                [group / third / second, group / third % second, group % third]
            }
        };
        let mut key = [0; 3];
        for ((part, &at), number) in key.iter_mut().zip(by).zip(numbers) {
            *part = groupings[at].groups.keys[number];
        }
        key
    }
}
