//! Some of the calls of a block.

/// A bit for every call of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    words: Vec<u64>,
    rows: usize,
}

impl Selection {
    /// All of so many calls.
    pub fn all(rows: usize) -> Self {
        let mut words = vec![u64::MAX; rows.div_ceil(64)];
        if let Some(last) = words.last_mut().filter(|_| !rows.is_multiple_of(64)) {
            *last = (1 << (rows % 64)) - 1;
        }
        Self { words, rows }
    }

    /// None of so many calls.
    pub fn none(rows: usize) -> Self {
        Self { words: vec![0; rows.div_ceil(64)], rows }
    }

    /// Calls in all, selected or not.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Adds a call.
    pub fn add(&mut self, row: usize) {
        self.words[row / 64] |= 1 << (row % 64);
    }

    /// Whether a call is selected.
    pub fn has(&self, row: usize) -> bool {
        self.words[row / 64] >> (row % 64) & 1 == 1
    }

    /// How many calls are selected.
    pub fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|&word| word == 0)
    }

    /// Whether all are.
    pub fn is_all(&self) -> bool {
        self.count() == self.rows
    }

    /// Leaves those for whose value `keep` holds; `values` has one for each call.
    pub fn keep(&mut self, values: &[i64], keep: impl Fn(i64) -> bool) {
        for (word, values) in self.words.iter_mut().zip(values.chunks(64)) {
            if *word == 0 {
                continue;
            }
            let kept = values.iter().enumerate().fold(0, |kept, (bit, &value)| kept | u64::from(keep(value)) << bit);
            *word &= kept;
        }
    }

    /// Leaves those that are not in another one.
    pub fn remove(&mut self, other: &Selection) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= !other;
        }
    }

    /// The selected calls, in order.
    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.words.iter().enumerate().flat_map(|(at, &word)| {
            let mut rest = word;
            std::iter::from_fn(move || {
                let bit = rest.trailing_zeros() as usize;
                (rest != 0).then(|| {
                    rest &= rest - 1;
                    at * 64 + bit
                })
            })
        })
    }

    /// Tells every selected call to `each`.
    pub fn for_each(&self, mut each: impl FnMut(usize)) {
        for (at, &word) in self.words.iter().enumerate() {
            if word == u64::MAX {
                (at * 64..at * 64 + 64).for_each(&mut each);
                continue;
            }
            let mut rest = word;
            while rest != 0 {
                each(at * 64 + rest.trailing_zeros() as usize);
                rest &= rest - 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn as_a_set_of_rows(
            values in proptest::collection::vec(0..10_i64, 0..200),
            out in proptest::collection::vec(0..200_usize, 0..20),
        ) {
            let mut selection = Selection::all(values.len());
            prop_assert_eq!(selection.count(), values.len());
            selection.keep(&values, |value| value < 6);
            let mut removed = Selection::none(values.len());
            out.iter().filter(|&&row| row < values.len()).for_each(|&row| removed.add(row));
            selection.remove(&removed);
            let expected: Vec<usize> =
                (0..values.len()).filter(|row| values[*row] < 6 && !out.contains(row)).collect();
            prop_assert_eq!(selection.iter().collect::<Vec<_>>(), expected.clone());
            let mut told = Vec::new();
            selection.for_each(|row| told.push(row));
            prop_assert_eq!(told, expected.clone());
            prop_assert_eq!(selection.is_empty(), expected.is_empty());
            prop_assert!(expected.iter().all(|&row| selection.has(row)));
        }
    }
}
