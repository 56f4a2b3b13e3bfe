//! Sorting, and collecting into sorted maps and sets, in little room.
//!
//! The standard library's sort is compiled anew for each type and each comparison, at 6 to 9 kB of the module. Most of
//! what the page sorts are a few rows: here they are compared through one function pointer, and one sort is compiled
//! for all of them. The order is the same: what compares equal stays as it was. Where millions are sorted, the standard
//! library's own is right.
//!
//! ```
//! use sorting::{Ordered, Sort};
//!
//! let mut vendors = vec![("north", 3), ("east", 5), ("west", 3)];
//! vendors.order_by_key(|(_, calls)| std::cmp::Reverse(*calls));
//! assert_eq!(vendors, [("east", 5), ("north", 3), ("west", 3)]);
//! assert_eq!(vendors.into_iter().ordered_map()["west"], 3);
//! ```

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Sorts a slice in place, what compares equal in the order that it had. It takes time as `n log n`.
pub trait Sort {
    /// What is sorted.
    type Item;

    /// By a comparison, which must be a total order.
    fn order_by(&mut self, compare: impl FnMut(&Self::Item, &Self::Item) -> Ordering);

    /// By what is taken of each.
    fn order_by_key<K: Ord>(&mut self, mut key: impl FnMut(&Self::Item) -> K) {
        self.order_by(|one, other| key(one).cmp(&key(other)));
    }

    /// By the order of the type.
    fn order(&mut self)
    where
        Self::Item: Ord,
    {
        self.order_by(Self::Item::cmp);
    }
}

impl<T> Sort for [T] {
    type Item = T;

    fn order_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        let mut places = permutation(self.len(), &mut |one, other| compare(&self[one], &self[other]));
        // Each item goes to its place; what stood there moves to where the item came from.
        for at in 0..places.len() {
            let mut from = places[at] as usize;
            // What was there was swapped away since, perhaps more than once.
            while from < at {
                from = places[from] as usize;
            }
            places[at] = from as u32;
            self.swap(at, from);
        }
    }
}

/// For each place, which item belongs there. Compiled once, whatever is compared.
#[inline(never)]
fn permutation(len: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<u32> {
    // More than 4 billion items are in no list of a page.
    let mut places: Vec<u32> = (0..len as u32).collect();
    places.sort_by(|&one, &other| compare(one as usize, other as usize));
    places
}

/// Collects into sorted maps and sets one after another, instead of sorting them all first.
pub trait Ordered: Iterator + Sized {
    /// A map; of equal keys, the last value.
    fn ordered_map<K: Ord, V>(self) -> BTreeMap<K, V>
    where
        Self: Iterator<Item = (K, V)>,
    {
        let mut map = BTreeMap::new();
        map.extend(self);
        map
    }

    /// A set.
    fn ordered_set(self) -> BTreeSet<Self::Item>
    where
        Self::Item: Ord,
    {
        let mut set = BTreeSet::new();
        set.extend(self);
        set
    }
}

impl<I: Iterator> Ordered for I {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_order_is_that_of_the_standard_library(items in vec((0_u8..20, any::<u16>()), 0..300)) {
            let (mut ours, mut theirs) = (items.clone(), items.clone());
            ours.order_by_key(|item| item.0);
            theirs.sort_by_key(|item| item.0);
            prop_assert_eq!(&ours, &theirs);
            ours.order();
            theirs.sort();
            prop_assert_eq!(&ours, &theirs);
            prop_assert_eq!(items.iter().copied().ordered_map(), items.iter().copied().collect::<BTreeMap<_, _>>());
            prop_assert_eq!(items.iter().copied().ordered_set(), items.iter().copied().collect::<BTreeSet<_>>());
        }
    }
}
