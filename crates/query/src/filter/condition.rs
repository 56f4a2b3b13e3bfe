//! What the text of a criterion means.

use super::bounds::{ends, parts};
use super::terms::{Pattern, Terms};
use super::{Criterion, Filter, FilterField};
use crate::interpretation::UNKNOWN_SIDE;
use calls::{LocalZone, NameColumn, NameKind, parse_span};
use knowledge::{self, Outcome, areas, region_named, region_of, regions};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::net::IpAddr;
use store::{Column, NumberColumn, PackedNumber};

/// What a criterion of the country says for numbers of none.
pub(crate) const NO_COUNTRY: &str = "none";

/// The sides that hang up, as their column counts them.
pub(crate) const HANG_UP_SIDES: [&str; 3] = ["caller", "callee", "server"];

/// A criterion's meaning.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Condition {
    /// The value of a column lies between these, both included.
    Between {
        /// The column.
        column: Column,
        /// The smallest value.
        from: i64,
        /// The largest.
        to: i64,
    },
    /// Whether the call was answered.
    Answered(bool),
    /// End reasons, classes, categories, families and sides: which reasons are meant is told with the question.
    OfReason(FilterField, Terms<String>),
    /// Phone numbers.
    Number(NumberColumn, Terms<Pattern>),
    /// Called numbers that begin so, `+` or not.
    Prefix(Terms<String>),
    /// Places among [`regions`]; `None` for numbers of no country.
    Country(Terms<Option<usize>>),
    /// Places among [`areas`].
    Area(Terms<usize>),
    /// Names.
    Name(NameColumn, Terms<Pattern>),
    /// Names of softswitches. Their column names calls on them.
    Softswitch(NameColumn, Terms<Pattern>),
    /// Addresses.
    Address(NameColumn, Terms<AddressTerm>),
    /// Hours of the day, as bits from 0 on.
    Hours(u32),
    /// Days of the week, as bits from 0 for Monday on.
    Weekdays(u32),
    /// Names of files.
    File(Terms<Pattern>),
}

/// An address, a network, or a pattern.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum AddressTerm {
    /// The network, and how many of its bits count.
    Network(IpAddr, u32),
    /// Anything else: `192.0.2.%`.
    Pattern(Pattern),
}

/// Why a criterion cannot be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilterProblem {
    /// What it is about.
    pub field: FilterField,
    /// The part that cannot be understood.
    pub part: String,
}

impl Condition {
    /// Understands a criterion; times without a zone are of `zone`.
    ///
    /// # Errors
    /// Where it cannot be understood.
    pub fn of(criterion: &Criterion, zone: &LocalZone) -> Result<Self, FilterProblem> {
        use FilterField::*;
        let field = criterion.field;
        let text = criterion.text.trim();
        let problem = |part: &str| FilterProblem { field, part: part.to_owned() };
        let patterns = || {
            let terms = Terms::parse(text, |term, quoted| Some(Pattern::new(term, quoted)));
            terms.map_err(|part| problem(&part))
        };
        if let Some(column) = field.names() {
            return match column.kind() {
                NameKind::Word => patterns().map(|terms| Condition::Name(column, terms)),
                NameKind::Softswitch => patterns().map(|terms| Condition::Softswitch(column, terms)),
                NameKind::Address => {
                    let terms = Terms::parse(text, address);
                    terms.map(|terms| Condition::Address(column, terms)).map_err(|part| problem(&part))
                }
            };
        }
        // A second, or a unit of money, has ten to the power of `decimals` parts.
        let between = |column, decimals| {
            let (from, to) = parts(text, decimals).ok_or_else(|| problem(text))?;
            Ok(Condition::Between { column, from, to })
        };
        let of_reason = |is_known: fn(&str) -> bool| {
            let terms = Terms::parse(text, |term, _| is_known(term).then(|| term.to_owned()));
            terms.map(|terms| Condition::OfReason(field, terms)).map_err(|part| problem(&part))
        };
        match field {
            Period => {
                let (from, to) = period(text, zone).ok_or_else(|| problem(text))?;
                Ok(Condition::Between { column: Column::Start, from, to })
            }
            Answered if text.eq_ignore_ascii_case("yes") => Ok(Condition::Answered(true)),
            Answered if text.eq_ignore_ascii_case("no") => Ok(Condition::Answered(false)),
            Answered => Err(problem(text)),
            EndReason => of_reason(|_| true),
            Class => of_reason(is_name::<Outcome>),
            Category => of_reason(is_name::<knowledge::Category>),
            Family => of_reason(is_name::<knowledge::Family>),
            Side => of_reason(|term| term.eq_ignore_ascii_case(UNKNOWN_SIDE) || is_name::<knowledge::Side>(term)),
            Caller => patterns().map(|terms| Condition::Number(NumberColumn::Caller, terms)),
            Callee => patterns().map(|terms| Condition::Number(NumberColumn::Callee, terms)),
            Prefix => {
                let read = |term: &str, _| {
                    let digits = term.trim_start_matches('+').trim_end_matches('%');
                    // Longer than any number is none.
                    let is_one = is_digits(digits) && PackedNumber::pack(digits).is_some();
                    is_one.then(|| digits.to_owned())
                };
                Terms::parse(text, read).map(Condition::Prefix).map_err(|part| problem(&part))
            }
            Country => {
                let place = |term: &str, _| match term {
                    none if none.eq_ignore_ascii_case(NO_COUNTRY) => Some(None),
                    term => country(term).map(Some),
                };
                Terms::parse(text, place).map(Condition::Country).map_err(|part| problem(&part))
            }
            Area => Terms::parse(text, |term, _| area(term)).map(Condition::Area).map_err(|part| problem(&part)),
            HangUpSide => {
                let side = HANG_UP_SIDES.iter().position(|side| text.eq_ignore_ascii_case(side));
                let side = side.ok_or_else(|| problem(text))? as i64;
                Ok(Condition::Between { column: Column::HangUpSide, from: side, to: side })
            }
            TalkTime => between(Column::TalkTime, 0),
            PostDialDelay => between(Column::PostDialDelay, 3),
            Fee => between(Column::Fee, 8),
            Hour => hours(text, 0, 23).map(Condition::Hours).ok_or_else(|| problem(text)),
            Weekday => hours(text, 1, 7).map(|days| Condition::Weekdays(days >> 1)).ok_or_else(|| problem(text)),
            File => patterns().map(Condition::File),
            // Columns of names were understood above.
            _ => Err(problem(text)),
        }
    }
}

impl Filter {
    /// What all criteria that are on mean.
    ///
    /// # Errors
    /// Whatever cannot be understood. Then the filter wants no calls that anybody could tell: not those of its other
    /// criteria either.
    pub fn understood(&self, zone: &LocalZone) -> Result<Vec<Condition>, Vec<FilterProblem>> {
        let (mut conditions, mut problems) = (Vec::new(), Vec::new());
        for criterion in self.active() {
            match Condition::of(criterion, zone) {
                Ok(condition) => conditions.push(condition),
                Err(problem) => problems.push(problem),
            }
        }
        if problems.is_empty() { Ok(conditions) } else { Err(problems) }
    }
}

/// The first and the last instant of a period. A day, a month or an hour stands for all of it, also as the end; so does
/// a time that stands alone. A time as the end is where it ends.
fn period(text: &str, zone: &LocalZone) -> Option<(i64, i64)> {
    let (from, to) = ends(text)?;
    let read = |end: Option<&str>| end.map_or(Some(None), |end| parse_span(end, zone).map(Some));
    let (from, to) = (read(from)?, read(to)?);
    let is_one = !text.contains("..");
    let begin = from.map_or(i64::MIN + 1, |span| span.from);
    let end = to.map_or(i64::MAX, |span| if is_one || span.is_coarse { span.to } else { span.from } - 1);
    // From an instant to the same one there is nothing, as it says; from a later one to an earlier one it says nothing.
    let is_reversed = from.zip(to).is_some_and(|(from, to)| from.from > to.from);
    (!is_reversed).then_some((begin, end))
}

/// The place of a country by its id, its name, or what its numbers begin with.
fn country(term: &str) -> Option<usize> {
    let by_id = || regions().iter().position(|region| region.id.eq_ignore_ascii_case(term));
    let digits = term.trim_start_matches('+');
    let by_prefix = || region_of(digits.bytes().map(|digit| digit - b'0'));
    by_id().or_else(|| if is_digits(digits) { by_prefix() } else { region_named(term) })
}

/// The place of an area by its id, or by its name where no other one is called so.
fn area(term: &str) -> Option<usize> {
    let named = |name: &str| name.to_lowercase() == term.to_lowercase();
    let by_id = areas().iter().position(|area| named(&area.id));
    by_id.or_else(|| {
        let mut all = areas().iter().enumerate().filter(|(_, area)| named(&area.name)).map(|(at, _)| at);
        all.next().filter(|_| all.next().is_none())
    })
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a term is the name of one of the values of `T`, as filters have it.
fn is_name<T: DeserializeOwned>(term: &str) -> bool {
    serde_json::from_value::<T>(term.to_ascii_lowercase().into()).is_ok()
}

/// Numbers and ranges of them, `9-17, 22`, as bits; a range may go over the end: `22-5`.
fn hours(text: &str, first: u32, last: u32) -> Option<u32> {
    let mut bits = 0;
    for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        let (from, to) = part.split_once('-').unwrap_or((part, part));
        let number = |text: &str| text.trim().parse().ok().filter(|number| (first..=last).contains(number));
        let (from, to): (u32, u32) = (number(from)?, number(to)?);
        let mut at = from;
        bits |= 1 << at;
        while at != to {
            at = if at == last { first } else { at + 1 };
            bits |= 1 << at;
        }
    }
    (bits != 0).then_some(bits)
}

fn address(term: &str, is_quoted: bool) -> Option<AddressTerm> {
    let (host, bits) = term.split_once('/').map_or((term, None), |(host, bits)| (host, Some(bits)));
    let network = host.parse::<IpAddr>().ok().filter(|_| !is_quoted).and_then(|ip| {
        let all = if ip.is_ipv4() { 32 } else { 128 };
        let bits = bits.map_or(Some(all), |bits| bits.parse().ok().filter(|&bits| bits <= all))?;
        Some(AddressTerm::Network(ip, bits))
    });
    // What is meant as a network and is none would be the name of nothing.
    let pattern = (is_quoted || bits.is_none()).then(|| AddressTerm::Pattern(Pattern::new(term, is_quoted)));
    network.or(pattern)
}

impl AddressTerm {
    /// Whether an address, as it stands in a file, is meant.
    pub fn matches(&self, text: &str) -> bool {
        match self {
            AddressTerm::Pattern(pattern) => pattern.matches(text),
            AddressTerm::Network(network, bits) => match (text.parse(), network) {
                (Ok(IpAddr::V4(ip)), IpAddr::V4(network)) => {
                    let differ = u32::from(ip) ^ u32::from(*network);
                    *bits == 0 || differ >> (32 - bits) == 0
                }
                (Ok(IpAddr::V6(ip)), IpAddr::V6(network)) => {
                    let differ = u128::from(ip) ^ u128::from(*network);
                    *bits == 0 || differ >> (128 - bits) == 0
                }
                _ => false,
            },
        }
    }
}
