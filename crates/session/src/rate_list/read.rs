//! Lines to prefixes, names and rates.

use super::{RateEntry, RateList, RateProblem, RateProblemKind};
use calls::{decimal_comma_in, read_amount};
use std::collections::BTreeMap;

/// Digits of the longest number (ITU-T E.164).
const LONGEST: usize = 15;

/// A cell names at most so many prefixes by a range.
const LONGEST_RANGE: u64 = 1000;

/// Names of columns in the headers of rate lists, compared in lower case and without what is no letter.
const PREFIX_NAMES: [&str; 14] = [
    "prefix",
    "prefixes",
    "code",
    "codes",
    "dialcode",
    "dialcodes",
    "dialingcode",
    "dialprefix",
    "areacode",
    "areaprefix",
    "breakout",
    "digits",
    "destinationcode",
    "e",
];
const NAME_NAMES: [&str; 10] =
    ["name", "destination", "destinations", "country", "description", "area", "areaname", "zone", "route", "location"];
const RATE_NAMES: [&str; 14] = [
    "rate",
    "rates",
    "price",
    "cost",
    "tariff",
    "rateperminute",
    "rateminute",
    "ratemin",
    "priceperminute",
    "pricemin",
    "perminute",
    "feerate",
    "charge",
    "amount",
];

/// The places of the columns.
#[derive(Debug, Clone, Copy)]
struct Columns {
    prefix: usize,
    name: Option<usize>,
    rate: Option<usize>,
}

pub(super) fn read(text: &str) -> RateList {
    let text = text.trim_start_matches('\u{feff}');
    let delimiter = delimiter(text);
    let rows: Vec<(usize, Vec<String>)> = text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(at, line)| (at + 1, cells(line, delimiter)))
        .collect();
    let Some((columns, header)) = columns(&rows) else { return RateList::default() };
    let rows = &rows[usize::from(header)..];
    let cell = |row: &'_ [String], at: Option<usize>| at.and_then(|at| row.get(at)).map(|cell| cell.trim().to_owned());
    let rates: Vec<String> = rows.iter().filter_map(|(_, row)| cell(row, columns.rate)).collect();
    let has_comma_only = || rates.iter().any(|rate| rate.contains(',')) && !rates.iter().any(|rate| rate.contains('.'));
    let decimal_comma =
        decimal_comma_in(rates.iter().map(String::as_str)).unwrap_or_else(|| delimiter != ',' && has_comma_only());

    let mut entries: BTreeMap<String, RateEntry> = BTreeMap::new();
    let mut lines: BTreeMap<String, usize> = BTreeMap::new();
    let mut problems = Vec::new();
    for &(line, ref row) in rows {
        let mut problem = |text: &str, kind| problems.push(RateProblem { line, text: text.to_owned(), kind });
        let text = row.get(columns.prefix).map(|cell| cell.trim()).unwrap_or_default();
        let prefixes = match prefixes(text) {
            Ok(prefixes) => prefixes,
            Err(kind) => {
                problem(text, kind);
                continue;
            }
        };
        let rate = match cell(row, columns.rate).filter(|rate| !rate.is_empty()) {
            None => None,
            Some(text) => {
                let rate = read_amount(&text, decimal_comma).filter(|rate| rate.0 >= 0);
                if rate.is_none() {
                    problem(&text, RateProblemKind::RateUnreadable);
                }
                rate
            }
        };
        let name = cell(row, columns.name).filter(|name| !name.is_empty());
        for prefix in prefixes {
            let name = name.clone().unwrap_or_else(|| prefix.clone());
            let entry = RateEntry { prefix: prefix.clone(), name, rate };
            if let Some(known) = entries.get(&prefix).filter(|known| **known != entry) {
                problem(
                    &known.prefix,
                    RateProblemKind::Twice { line: lines.get(&prefix).copied().unwrap_or_default() },
                );
            }
            lines.insert(prefix.clone(), line);
            entries.insert(prefix, entry);
        }
    }
    let mut list = RateList::new(entries);
    problems.into_iter().for_each(|problem| list.add_problem(problem));
    list
}

/// What stands between cells: a tab or a semicolon if most lines have one, as both are rare in names and rates.
fn delimiter(text: &str) -> char {
    let lines = || text.lines().filter(|line| !line.trim().is_empty()).take(100);
    // Not one that stands in quotes: every other part between quotes does.
    let has = |line: &str, delimiter: char| line.split('"').step_by(2).any(|plain| plain.contains(delimiter));
    let is_it = |&delimiter: &char| lines().filter(|line| has(line, delimiter)).count() * 2 > lines().count();
    ['\t', ';'].into_iter().find(is_it).unwrap_or(',')
}

/// The cells of a line, those in quotes without them.
fn cells(line: &str, delimiter: char) -> Vec<String> {
    let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    let mut letters = line.trim_end_matches('\r').chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.trim().is_empty() => {
                cell.clear();
                quoted = true;
            }
            _ if letter == delimiter && !quoted => cells.push(std::mem::take(&mut cell)),
            _ => cell.push(letter),
        }
    }
    cells.push(cell);
    cells
}

/// Which columns are what, and whether the first row names them: a row without a prefix in it is a header. `None` where
/// no column has prefixes.
fn columns(rows: &[(usize, Vec<String>)]) -> Option<(Columns, bool)> {
    let (_, first) = rows.first()?;
    let has_header = !first.iter().any(|cell| prefixes(cell.trim()).is_ok());
    let named = |names: &[&str]| {
        first.iter().position(|cell| {
            let plain: String = cell.chars().filter(|letter| letter.is_alphabetic()).collect();
            names.contains(&plain.to_lowercase().as_str())
        })
    };
    if has_header && let Some(prefix) = named(&PREFIX_NAMES) {
        return Some((Columns { prefix, name: named(&NAME_NAMES), rate: named(&RATE_NAMES) }, true));
    }
    let rows: Vec<&Vec<String>> = rows[usize::from(has_header)..].iter().map(|(_, row)| row).take(200).collect();
    let width = rows.iter().map(|row| row.len()).max()?;
    let most = |fits: &dyn Fn(&str) -> bool| {
        let count = |at: usize| rows.iter().filter(|row| row.get(at).is_some_and(|cell| fits(cell.trim()))).count();
        (0..width).find(|&at| count(at) * 2 > rows.len())
    };
    let prefix = most(&|cell| prefixes(cell).is_ok())?;
    let is_amount = |cell: &str| !cell.is_empty() && read_amount(cell, false).is_some();
    let others = |fits: &dyn Fn(&str) -> bool| {
        let count = |at: usize| rows.iter().filter(|row| row.get(at).is_some_and(|cell| fits(cell.trim()))).count();
        (0..width).find(|&at| at != prefix && count(at) * 2 > rows.len())
    };
    let rate = others(&is_amount);
    let name = others(&|cell| !cell.is_empty() && !is_amount(cell));
    Some((Columns { prefix, name, rate }, has_header))
}

/// The prefixes of a cell: one, or several and ranges of them (`4477, 4478-4479`); `+` and `00` before them mean
/// nothing.
fn prefixes(cell: &str) -> Result<Vec<String>, RateProblemKind> {
    let mut found = Vec::new();
    for part in cell.split([',', ';', ' ', '|']).map(str::trim).filter(|part| !part.is_empty()) {
        match part.split_once('-') {
            None => found.push(prefix(part)?),
            Some((from, to)) => {
                let (from, to) = (prefix(from.trim())?, prefix(to.trim())?);
                let unreadable = |_| RateProblemKind::PrefixUnreadable;
                let (first, last): (u64, u64) = (from.parse().map_err(unreadable)?, to.parse().map_err(unreadable)?);
                if from.len() != to.len() || last < first || last - first > LONGEST_RANGE {
                    return Err(RateProblemKind::PrefixUnreadable);
                }
                found.extend((first..=last).map(|number| format!("{number:0>width$}", width = from.len())));
            }
        }
    }
    if found.is_empty() { Err(RateProblemKind::NoPrefix) } else { Ok(found) }
}

fn prefix(text: &str) -> Result<String, RateProblemKind> {
    let digits = text.strip_prefix('+').unwrap_or(text);
    let digits = digits.strip_prefix("00").unwrap_or(digits);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(RateProblemKind::PrefixUnreadable);
    }
    if digits.len() > LONGEST { Err(RateProblemKind::PrefixTooLong) } else { Ok(digits.to_owned()) }
}
