//! What stands before numbers that go to no country: perhaps a routing prefix.

use knowledge::{region_of, regions};
use query::Table;
use sorting::Sort;
use std::collections::BTreeMap;

/// What calls to other countries begin with where that is not 00 (ITU-T E.164, list of dialling procedures): North
/// America, Australia, Russia and its neighbours, Japan. The longest that fits is meant.
const INTERNATIONAL: [&str; 4] = ["0011", "011", "810", "010"];

/// A routing prefix has at most so many digits here.
const LONGEST: usize = 4;

/// So many percent of the calls that begin so must go to a country without it.
const PLACED_PERCENT: u64 = 90;

/// Fewer calls than this say nothing.
const FEWEST_CALLS: u64 = 10;

/// So many guesses are made at most.
const MOST_GUESSES: usize = 5;

/// What may be a routing prefix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoutingGuess {
    /// Its digits.
    pub prefix: String,
    /// The calls to no country that begin so.
    pub calls: u64,
    /// Those of them that go to a country without it.
    pub placed: u64,
    /// These countries, [`knowledge::Region`]s' ids, from the most calls on.
    pub countries: Vec<(String, u64)>,
}

/// What may be routing prefixes, given the calls to no country by the first digits of their numbers (6 or more tell
/// well), from the most calls on. Each call counts for one guess.
pub fn routing_guesses(table: &Table) -> Vec<RoutingGuess> {
    let mut rows: Vec<(&str, u64)> =
        table.rows.iter().filter_map(|row| Some((row.key.first()?.as_deref()?, row.measures.calls))).collect();
    let mut guesses = Vec::new();
    let known = INTERNATIONAL.into_iter().map(str::to_owned);
    let mut others: Vec<String> = Vec::new();
    for length in 1..=LONGEST {
        others.extend(rows.iter().filter_map(|(digits, _)| digits.get(..length)).map(str::to_owned));
    }
    // The shortest first: it explains the most calls.
    others.order_by(|one, other| one.len().cmp(&other.len()).then_with(|| one.cmp(other)));
    others.dedup();
    for prefix in known.chain(others) {
        if let Some(guess) = guess(&rows, prefix) {
            rows.retain(|(digits, _)| !digits.starts_with(guess.prefix.as_str()));
            guesses.push(guess);
        }
    }
    guesses.order_by_key(|guess| std::cmp::Reverse(guess.calls));
    guesses.truncate(MOST_GUESSES);
    guesses
}

/// A guess, if enough of the calls that begin so go to a country without it.
fn guess(rows: &[(&str, u64)], prefix: String) -> Option<RoutingGuess> {
    let (mut calls, mut countries) = (0, BTreeMap::<&str, u64>::new());
    for (digits, of_it) in rows {
        let Some(rest) = digits.strip_prefix(prefix.as_str()) else { continue };
        calls += of_it;
        if let Some(region) = region_of(rest.bytes().map(|digit| digit.wrapping_sub(b'0'))) {
            *countries.entry(&regions()[region].id).or_default() += of_it;
        }
    }
    let placed = countries.values().sum();
    if calls < FEWEST_CALLS || placed * 100 < calls * PLACED_PERCENT {
        return None;
    }
    let mut countries: Vec<(String, u64)> = countries.into_iter().map(|(id, calls)| (id.to_owned(), calls)).collect();
    countries.order_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    Some(RoutingGuess { prefix, calls, placed, countries })
}

#[cfg(test)]
mod tests {
    use super::*;
    use query::{Dimension, Measures, TableRow};

    fn guesses(rows: &[(&str, u64)]) -> Vec<(String, u64)> {
        let row = |&(digits, calls): &(&str, u64)| TableRow {
            key: vec![Some(digits.to_owned()).filter(|digits| !digits.is_empty())],
            measures: Measures { calls, ..Measures::default() },
        };
        let table = Table {
            by: vec![Dimension::Prefix { digits: 6 }],
            rows: rows.iter().map(row).collect(),
            ..Table::default()
        };
        routing_guesses(&table).into_iter().map(|guess| (guess.prefix, guess.calls)).collect()
    }

    #[test]
    fn prefixes_of_routes_and_of_countries() {
        let guess = |prefix: &str, calls| (prefix.to_owned(), calls);
        assert_eq!(guesses(&[("011442", 30), ("011491", 20), ("", 5)]), [guess("011", 50)]);
        assert_eq!(guesses(&[("044207", 30), ("049301", 20), ("033140", 9)]), [guess("0", 59)]);
        assert_eq!(guesses(&[("044207", 4), ("049301", 3)]), [], "too few to say anything");
        // Three zeros: behind the first, two are those of international calls, and none is a country's.
        assert_eq!(guesses(&[("000000", 90)]), []);
        assert_eq!(guesses(&[]), []);
    }

    #[test]
    fn it_says_where_the_calls_would_go() {
        let row = |digits: &str, calls| TableRow {
            key: vec![Some(digits.to_owned())],
            measures: Measures { calls, ..Measures::default() },
        };
        let table = Table { rows: vec![row("011442", 30), row("011491", 60), row("011999", 5)], ..Table::default() };
        let [guess] = &routing_guesses(&table)[..] else { panic!() };
        assert_eq!((guess.calls, guess.placed), (95, 90));
        assert_eq!(guess.countries, [("DE".to_owned(), 60), ("GB".to_owned(), 30)]);
    }
}
