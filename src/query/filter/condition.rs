//! What the text of a criterion means.

use super::terms::{Pattern, Terms};
use super::{Criterion, FilterField};
use crate::ingest::{LocalZone, parse_amount, parse_instant};
use crate::knowledge::{areas, region_of, regions};
use crate::store::{Column, NameColumn, NumberColumn};
use std::net::IpAddr;

/// What a criterion of the country says for numbers of none.
pub(in crate::query) const NO_COUNTRY: &str = "none";

/// The sides that hang up, as their column counts them.
pub(in crate::query) const HANG_UP_SIDES: [&str; 3] = ["caller", "callee", "server"];

/// A criterion's meaning.
#[derive(Debug, Clone, PartialEq)]
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
    Softswitch(Terms<Pattern>),
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
#[derive(Debug, Clone, PartialEq, Eq)]
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
        let names = |column| patterns().map(|terms| Condition::Name(column, terms));
        let addresses = |column| {
            let terms = Terms::parse(text, |term, quoted| Some(address(term, quoted)));
            terms.map(|terms| Condition::Address(column, terms)).map_err(|part| problem(&part))
        };
        // Parts of a second, or of a unit of money.
        let between = |column, parts_of: i64| {
            let read = |bound: &str| parse_amount(bound).map(|amount| amount / (100_000_000 / parts_of));
            let (from, to) = bounds(text, read).ok_or_else(|| problem(text))?;
            Ok(Condition::Between { column, from: from.unwrap_or(i64::MIN + 1), to: to.unwrap_or(i64::MAX) })
        };
        match field {
            Period => {
                let (from, to) = bounds(text, |bound| parse_instant(bound, zone)).ok_or_else(|| problem(text))?;
                let is_one = !text.contains("..");
                let to = if is_one { to } else { to.map(|to| to.saturating_sub(1)) };
                let (from, to) = (from.unwrap_or(i64::MIN + 1), to.unwrap_or(i64::MAX));
                Ok(Condition::Between { column: Column::Start, from, to })
            }
            Answered if text.eq_ignore_ascii_case("yes") => Ok(Condition::Answered(true)),
            Answered if text.eq_ignore_ascii_case("no") => Ok(Condition::Answered(false)),
            Answered => Err(problem(text)),
            EndReason | Class | Category | Family | Side => {
                let terms = Terms::parse(text, |term, _| Some(term.to_owned()));
                terms.map(|terms| Condition::OfReason(field, terms)).map_err(|part| problem(&part))
            }
            Caller => patterns().map(|terms| Condition::Number(NumberColumn::Caller, terms)),
            Callee => patterns().map(|terms| Condition::Number(NumberColumn::Callee, terms)),
            Prefix => {
                let read = |term: &str, _| {
                    let digits = term.trim_start_matches('+').trim_end_matches('%');
                    let is_one = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
                    is_one.then(|| digits.to_owned())
                };
                Terms::parse(text, read).map(Condition::Prefix).map_err(|part| problem(&part))
            }
            Country => {
                let place = |term: &str, _| {
                    if term.eq_ignore_ascii_case(NO_COUNTRY) {
                        return Some(None);
                    }
                    let place =
                        regions().iter().position(|region| region.id.eq_ignore_ascii_case(term)).or_else(|| {
                            let digits = term.trim_start_matches('+');
                            let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
                            is_number.then(|| region_of(digits.bytes().map(|digit| digit - b'0'))).flatten()
                        });
                    place.map(Some)
                };
                Terms::parse(text, place).map(Condition::Country).map_err(|part| problem(&part))
            }
            OriginatingGateway => names(NameColumn::OriginatingGateway),
            TerminatingGateway => names(NameColumn::TerminatingGateway),
            Account => names(NameColumn::Account),
            Area => {
                let place = |term: &str, _| areas().iter().position(|area| area.id.eq_ignore_ascii_case(term));
                Terms::parse(text, place).map(Condition::Area).map_err(|part| problem(&part))
            }
            Agent => names(NameColumn::Agent),
            RatePrefix => names(NameColumn::RatePrefix),
            Codec => names(NameColumn::Codec),
            CallLevel => names(NameColumn::CallLevel),
            BillingMode => names(NameColumn::BillingMode),
            Softswitch => patterns().map(Condition::Softswitch),
            HangUpSide => {
                let side = HANG_UP_SIDES.iter().position(|side| text.eq_ignore_ascii_case(side));
                let side = side.ok_or_else(|| problem(text))? as i64;
                Ok(Condition::Between { column: Column::HangUpSide, from: side, to: side })
            }
            CallerIp => addresses(NameColumn::CallerIp),
            CalleeIp => addresses(NameColumn::CalleeIp),
            TalkTime => between(Column::TalkTime, 1),
            PostDialDelay => between(Column::PostDialDelay, 1000),
            Fee => between(Column::Fee, 100_000_000),
            Hour => hours(text, 0, 23).map(Condition::Hours).ok_or_else(|| problem(text)),
            Weekday => hours(text, 1, 7).map(|days| Condition::Weekdays(days >> 1)).ok_or_else(|| problem(text)),
            File => patterns().map(Condition::File),
        }
    }
}

/// `from..to`, either of which may be missing, or one value that is both.
fn bounds(text: &str, read: impl Fn(&str) -> Option<i64>) -> Option<(Option<i64>, Option<i64>)> {
    match text.split_once("..") {
        None => read(text).map(|value| (Some(value), Some(value))),
        Some((from, to)) => {
            let bound = |text: &str| match text.trim() {
                "" => Some(None),
                text => read(text).map(Some),
            };
            let (from, to) = (bound(from)?, bound(to)?);
            (from.is_some() || to.is_some()).then_some((from, to))
        }
    }
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

fn address(term: &str, is_quoted: bool) -> AddressTerm {
    let (host, bits) = term.split_once('/').map_or((term, None), |(host, bits)| (host, Some(bits)));
    let network = host.parse::<IpAddr>().ok().and_then(|ip| {
        let all = if ip.is_ipv4() { 32 } else { 128 };
        let bits = bits.map_or(Some(all), |bits| bits.parse().ok().filter(|&bits| bits <= all))?;
        Some(AddressTerm::Network(ip, bits))
    });
    network.unwrap_or_else(|| AddressTerm::Pattern(Pattern::new(term, is_quoted)))
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
