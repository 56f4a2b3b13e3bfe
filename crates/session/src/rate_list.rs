//! A person's own list of prefixes, destinations and rates.

mod read;
mod texts;

use calls::Money;
use sorting::Ordered;
use std::collections::{BTreeMap, BTreeSet};

/// So many problems are kept to be shown; more of them are only counted.
pub const SHOWN_RATE_PROBLEMS: usize = 50;

/// A filter's text has so many prefixes at most.
const MOST_TERMS: usize = 40;

/// What numbers that begin so are called and what a minute of them costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RateEntry {
    /// Digits in international form.
    pub prefix: String,
    /// The destination; the prefix itself where the list has no name for it.
    pub name: String,
    /// For a minute, in the list's currency; `None` where the list has none.
    pub rate: Option<Money>,
}

/// Why a line is not used, or not as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RateProblemKind {
    /// There is nothing in the column of the prefix.
    NoPrefix,
    /// It has other letters than digits, such as a spreadsheet's `4.4E+11`.
    PrefixUnreadable,
    /// It is longer than any number (15 digits, ITU-T E.164).
    PrefixTooLong,
    /// The rate is no amount of 0 or more. The prefix names its destination all the same.
    RateUnreadable,
    /// The prefix stood in an earlier line with another name or rate: this line counts.
    Twice {
        /// That line.
        line: usize,
    },
}

/// A line of which something has to be said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RateProblem {
    /// From 1 on.
    pub line: usize,
    /// The cell.
    pub text: String,
    /// What is wrong.
    pub kind: RateProblemKind,
}

/// The list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RateList {
    /// By prefix, each once.
    entries: Vec<RateEntry>,
    /// The first ones.
    problems: Vec<RateProblem>,
    problem_count: usize,
    /// Of each destination's key its entries, by their places.
    by_key: BTreeMap<String, Vec<usize>>,
}

impl RateList {
    /// Reads a CSV: a prefix, a name and a rate in each line, in any order if a header names them or their content
    /// tells them; with commas, semicolons or tabs between them, and a decimal point or comma.
    pub fn read(text: &str) -> Self {
        read::read(text)
    }

    fn new(entries: BTreeMap<String, RateEntry>) -> Self {
        let mut list = Self { entries: entries.into_values().collect(), ..Self::default() };
        let keys: Vec<String> = list.keyed().map(|(_, key)| key).collect();
        for (at, key) in keys.into_iter().enumerate() {
            list.by_key.entry(key).or_default().push(at);
        }
        list
    }

    fn add_problem(&mut self, problem: RateProblem) {
        self.problem_count += 1;
        if self.problems.len() < SHOWN_RATE_PROBLEMS {
            self.problems.push(problem);
        }
    }

    /// Whether there is no prefix in it.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Its prefixes.
    pub fn entries(&self) -> &[RateEntry] {
        &self.entries
    }

    /// How many names it has for destinations.
    pub fn names(&self) -> usize {
        self.entries.iter().map(|entry| &entry.name).ordered_set().len()
    }

    /// How many prefixes have a rate.
    pub fn rated(&self) -> usize {
        self.entries.iter().filter(|entry| entry.rate.is_some()).count()
    }

    /// What has to be said of its lines, the first of it.
    pub fn problems(&self) -> &[RateProblem] {
        &self.problems
    }

    /// Of how many lines something has to be said.
    pub fn problem_count(&self) -> usize {
        self.problem_count
    }

    /// Each prefix with the key of its destination: calls are put together by that. It is the name, with the rate
    /// behind it where a name has several, so that all calls of a key have one rate.
    pub fn destinations(&self) -> Vec<(String, String)> {
        self.keyed().map(|(entry, key)| (entry.prefix.clone(), key)).collect()
    }

    fn keyed(&self) -> impl Iterator<Item = (&RateEntry, String)> {
        let mut rates: BTreeMap<&str, BTreeSet<Option<i64>>> = BTreeMap::new();
        for entry in &self.entries {
            rates.entry(&entry.name).or_default().insert(entry.rate.map(|rate| rate.0));
        }
        self.entries.iter().map(move |entry| {
            let is_one = rates.get(entry.name.as_str()).is_none_or(|rates| rates.len() == 1);
            let rate = || entry.rate.map_or_else(|| "–".to_owned(), |rate| rate.to_string());
            let key = if is_one { entry.name.clone() } else { format!("{} · {}", entry.name, rate()) };
            (entry, key)
        })
    }

    /// The rate for a minute of the destination of that key.
    pub fn rate_of(&self, key: &str) -> Option<Money> {
        let &at = self.by_key.get(key)?.first()?;
        self.entries[at].rate
    }

    /// What a filter's prefix must be for the calls of the destination of that key: its prefixes, without those of
    /// others that are longer, with and without the 00 of international calls. `None` where that cannot be said, or
    /// would be very long.
    pub fn criterion(&self, key: &str) -> Option<String> {
        let mine = self.by_key.get(key)?;
        // By prefix, so that longer ones follow the one that they begin with.
        let mut wanted: Vec<&str> = Vec::new();
        let mut excluded: Vec<&str> = Vec::new();
        for &at in mine {
            let prefix = self.entries[at].prefix.as_str();
            if excluded.iter().any(|longer| prefix.starts_with(longer)) {
                return None;
            }
            if wanted.last().is_some_and(|shorter| prefix.starts_with(shorter)) {
                continue;
            }
            wanted.push(prefix);
            let longer =
                (at + 1..self.entries.len()).take_while(|&other| self.entries[other].prefix.starts_with(prefix));
            for other in longer.filter(|other| mine.binary_search(other).is_err()) {
                let other = self.entries[other].prefix.as_str();
                if !excluded.last().is_some_and(|shorter| other.starts_with(shorter)) {
                    excluded.push(other);
                }
                if excluded.len() > MOST_TERMS {
                    return None;
                }
            }
        }
        let wanted = wanted.iter().flat_map(|prefix| [(*prefix).to_owned(), format!("00{prefix}")]);
        let excluded = excluded.iter().flat_map(|prefix| [format!("!{prefix}"), format!("!00{prefix}")]);
        let terms: Vec<String> = wanted.chain(excluded).collect();
        (terms.len() <= 2 * MOST_TERMS).then(|| terms.join(", "))
    }

    /// As [`RateList::read`] reads it.
    pub fn csv(&self) -> String {
        let mut text = "prefix,name,rate\n".to_owned();
        for RateEntry { prefix, name, rate } in &self.entries {
            let rate = rate.map(|rate| rate.to_string()).unwrap_or_default();
            let name = crate::export::no_formula(name).replace('"', "\"\"");
            text.push_str(&format!("{prefix},\"{name}\",{rate}\n"));
        }
        text
    }
}

#[cfg(test)]
mod tests;
