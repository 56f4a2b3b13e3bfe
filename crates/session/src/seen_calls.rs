//! Calls that were counted already, by their serial numbers: the same call in two files counts once.

use calls::narrow;
use query::switch_name;
use roaring::RoaringTreemap;
use std::collections::BTreeMap;
use std::io::Read;

/// Serial numbers (`flowno`) of calls, by the switch that gave them.
///
/// Two calls with the same serial number are the same call, unless both have the name of a switch and it is not the
/// same one. Serial numbers that follow one another take about a bit each.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SeenCalls {
    /// Of calls with the name of a switch.
    by_switch: BTreeMap<String, RoaringTreemap>,
    /// Of calls without one.
    without_switch: RoaringTreemap,
}

/// So many switches are told apart; a file with more of them has something else in that column.
const MOST_SWITCHES: usize = 256;

impl SeenCalls {
    /// Whether a call is among them.
    pub fn contains(&self, serial: i64, switch: Option<&str>) -> bool {
        let serial = serial as u64;
        let named = || match switch.and_then(switch_name) {
            None => self.by_switch.values().any(|serials| serials.contains(serial)),
            Some(name) => self.by_switch.get(name).is_some_and(|serials| serials.contains(serial)),
        };
        self.without_switch.contains(serial) || named()
    }

    /// Adds a call; `false` for one that was among them already.
    pub fn add(&mut self, serial: i64, switch: Option<&str>) -> bool {
        let number = serial as u64;
        let Some(name) = switch.and_then(switch_name) else {
            return !self.contains(serial, None) && self.without_switch.insert(number);
        };
        if self.without_switch.contains(number) {
            return false;
        }
        let room = self.by_switch.len() < MOST_SWITCHES;
        match self.by_switch.get_mut(name) {
            Some(serials) => serials.insert(number),
            // What has so many names is no switch; nothing is said of these calls.
            None if !room => true,
            None => self.by_switch.entry(name.to_owned()).or_default().insert(number),
        }
    }

    /// Adds calls of one switch, by their serial numbers; those that were among them already, or are among `others`,
    /// are told to `duplicate` by their place. Names are looked up once for all of them.
    pub(super) fn add_all(
        &mut self,
        others: &Self,
        switch: Option<&str>,
        serials: impl Iterator<Item = (usize, i64)>,
        mut duplicate: impl FnMut(usize),
    ) {
        let Some(name) = switch.and_then(switch_name).filter(|name| self.has_room_for(name)) else {
            for (place, serial) in serials {
                if others.contains(serial, switch) || !self.add(serial, switch) {
                    duplicate(place);
                }
            }
            return;
        };
        let known = [Some(&others.without_switch), others.by_switch.get(name), Some(&self.without_switch)];
        let known: Vec<&RoaringTreemap> = known.into_iter().flatten().filter(|serials| !serials.is_empty()).collect();
        if !self.by_switch.contains_key(name) {
            self.by_switch.insert(name.to_owned(), RoaringTreemap::new());
        }
        let Some(mine) = self.by_switch.get_mut(name) else { return };
        for (place, serial) in serials {
            if known.iter().any(|known| known.contains(serial as u64)) || !mine.insert(serial as u64) {
                duplicate(place);
            }
        }
    }

    fn has_room_for(&self, name: &str) -> bool {
        self.by_switch.len() < MOST_SWITCHES || self.by_switch.contains_key(name)
    }

    /// The calls of this file that are among those of another.
    pub fn shared_with(&self, other: &Self) -> Self {
        let mut shared = Self::default();
        for (name, serials) in &self.by_switch {
            let mut both = serials & &other.without_switch;
            if let Some(theirs) = other.by_switch.get(name) {
                both |= serials & theirs;
            }
            if !both.is_empty() {
                shared.by_switch.insert(name.clone(), both);
            }
        }
        shared.without_switch = &self.without_switch & &other.without_switch;
        for theirs in other.by_switch.values() {
            shared.without_switch |= &self.without_switch & theirs;
        }
        shared
    }

    /// Whether all of them are among those of another, of the same switches.
    pub(super) fn is_within(&self, other: &Self) -> bool {
        let is_known = |(name, serials): (&String, &RoaringTreemap)| {
            serials.is_empty() || other.by_switch.get(name).is_some_and(|known| serials.is_subset(known))
        };
        self.without_switch.is_subset(&other.without_switch) && self.by_switch.iter().all(is_known)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.without_switch.is_empty() && self.by_switch.values().all(RoaringTreemap::is_empty)
    }

    /// Adds the calls of another file.
    pub fn merge(&mut self, other: Self) {
        for (name, serials) in other.by_switch {
            *self.by_switch.entry(name).or_default() |= serials;
        }
        self.without_switch |= other.without_switch;
    }

    /// As bytes, for [`SeenCalls::read`].
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let maps = self.by_switch.iter().map(|(name, serials)| (name.as_str(), serials));
        for (name, serials) in maps.chain([("", &self.without_switch)]) {
            bytes.extend_from_slice(&narrow::count(name.len()).to_le_bytes());
            bytes.extend_from_slice(name.as_bytes());
            // Writing to memory does not fail.
            let _ = serials.serialize_into(&mut bytes);
        }
        bytes
    }

    /// What [`SeenCalls::bytes`] gave; `None` for anything else.
    pub fn read(mut bytes: &[u8]) -> Option<Self> {
        let mut seen = Self::default();
        while !bytes.is_empty() {
            let mut length = [0; 4];
            bytes.read_exact(&mut length).ok()?;
            let (name, rest) = bytes.split_at_checked(u32::from_le_bytes(length) as usize)?;
            bytes = rest;
            let serials = RoaringTreemap::deserialize_from(&mut bytes).ok()?;
            match std::str::from_utf8(name).ok()? {
                "" => seen.without_switch = serials,
                name => _ = seen.by_switch.insert(name.to_owned(), serials),
            }
        }
        Some(seen)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn switches_are_told_apart_where_both_are_named() {
        let mut seen = SeenCalls::default();
        seen.add(1, Some("A"));
        seen.add(2, None);
        assert!(seen.contains(1, Some("A")) && !seen.contains(1, Some("B")) && seen.contains(1, None));
        assert!(seen.contains(2, Some("A")) && seen.contains(2, Some("B")));
        assert!(seen.contains(1, Some("A:6288012166,B:6288012167")), "a call on switches");
        assert!(!seen.contains(1, Some("A, East")), "another switch");
        assert!(!seen.contains(3, None));
    }

    proptest! {
        #[test]
        fn bytes_read_back(
            calls in proptest::collection::vec((any::<i64>(), proptest::option::of("[AB]{0,1}")), 0..50),
        ) {
            let mut seen = SeenCalls::default();
            for (serial, switch) in &calls {
                seen.add(*serial, switch.as_deref());
            }
            prop_assert_eq!(SeenCalls::read(&seen.bytes()).unwrap(), seen);
        }

        #[test]
        fn no_bytes_stop_the_reader(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
            let _ = SeenCalls::read(&bytes);
        }
    }
}
