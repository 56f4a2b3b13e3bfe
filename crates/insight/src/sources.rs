//! Who is refused for security, and who is to be shut out.
//!
//! What counts as refused is the switch's own refusal: the call is unanswered, reached no vendor, and its end reason is
//! of the class [`knowledge::Outcome::Security`]. A vendor's 403 is none of it: that says
//! something of us, not of the caller.

use super::block_list::Attempts;
use super::rules::spread_attack;
use calls::EpochMillis;
use knowledge::Outcome;
use query::{Criterion, EndReasonRow, Filter, FilterField, Refusals, Source, Table, Terms, kebab_name, metrics};
use sorting::{Ordered, Sort};
use std::collections::{BTreeMap, BTreeSet};

/// From when on a source is one of a kind.
#[derive(Debug, Clone, Copy)]
struct Thresholds {
    /// So many calls refused for security at least…
    illegal: u64,
    /// …and so many percent of all its attempts: to be shut out.
    illegal_percent: f64,
    /// So many attempts at least, none of them answered…
    attempts: u64,
    /// …and so many different called numbers: it tries numbers.
    callees: u64,
}

const THRESHOLDS: Thresholds = Thresholds { illegal: 10, illegal_percent: 90.0, attempts: 50, callees: 20 };

/// What a source looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SourceKind {
    /// Nearly all that it tried was refused for security, and no call of it was ever answered.
    Attacker,
    /// It has few such calls, but so have many others at the same time or to the same numbers: an attack from many
    /// addresses.
    OneOfMany,
    /// It tries many numbers and none ever answers.
    Prober,
    /// Too few calls to tell.
    Few,
    /// Answered calls come from it: somebody's gateway, whose set-up is to be looked at.
    Customer,
    /// There are so many addresses that it is not known whether calls of it were answered.
    Unsure,
}

/// An address that calls were refused from.
#[derive(Debug, Clone, PartialEq)]
pub struct RefusedSource {
    /// As the file has it.
    pub address: String,
    /// All calls that were tried from it.
    pub attempts: u64,
    /// Answered ones, of all calls of the files, whatever the filter wants; `None` where it is not known.
    pub answered: Option<u64>,
    /// Unanswered ones that reached no vendor, for whatever reason.
    pub refused: u64,
    /// Those of these that were refused for security.
    pub illegal: u64,
    /// About how many different numbers it called.
    pub callees: u64,
    /// The percent of a sample of them whose neighbour was called too.
    pub in_runs: Option<f64>,
    /// The digits that most of its refused calls began with, and how many did.
    pub prefix: Option<(String, u64)>,
    /// The first of its calls that were refused for security; of all its calls, where none was.
    pub first: EpochMillis,
    /// The last one.
    pub last: EpochMillis,
    /// Those for a minute of the time from the first to the last one, of at least a minute.
    pub per_minute: f64,
    /// What it looks like.
    pub kind: SourceKind,
}

impl RefusedSource {
    /// Whether it is among those to be shut out unless a person says otherwise.
    pub fn is_to_block(&self) -> bool {
        matches!(self.kind, SourceKind::Attacker | SourceKind::OneOfMany)
    }

    /// Whether a person can have it shut out at all.
    pub fn can_be_blocked(&self) -> bool {
        !matches!(self.kind, SourceKind::Customer | SourceKind::Unsure)
    }
}

/// The sources of refused calls, and of those who try many numbers in vain: the most refused for security first.
/// `prefixes` is a table by [caller's address, destination prefix] of the calls refused for security, `everywhere` one
/// by the caller's address of all calls of the files, as a filter may hide that calls of an address are answered.
pub fn sources(addresses: &BTreeMap<String, Source>, prefixes: &Table, everywhere: &Table) -> Vec<RefusedSource> {
    let refusals = refusals(prefixes);
    let together: BTreeSet<&str> = spread_attack::addresses(addresses).into_iter().ordered_set();
    let mut seen: Vec<RefusedSource> = addresses
        .iter()
        .map(|(address, source)| {
            let answered = match everywhere.row(address) {
                Some(row) => Some(row.measures.answered.max(source.answered)),
                None => (everywhere.left_out.groups == 0 || source.answered > 0).then_some(source.answered),
            };
            let known = refusals.get(address.as_str()).filter(|_| source.illegal > 0);
            let (first, last) = known.map_or((source.starts.first, source.starts.last), |of| (of.first, of.last));
            let minutes = ((last.0 - first.0) as f64 / 60_000.0).max(1.0);
            let counted = if source.illegal > 0 { source.illegal } else { source.attempts };
            RefusedSource {
                address: address.clone(),
                attempts: source.attempts,
                answered,
                refused: source.refused,
                illegal: source.illegal,
                callees: source.different_callees(),
                in_runs: source.runs.percent_in_runs(),
                prefix: known.and_then(|of| of.busiest()),
                first,
                last,
                per_minute: counted as f64 / minutes,
                kind: match kind_of(source, answered) {
                    SourceKind::Few if together.contains(address.as_str()) => SourceKind::OneOfMany,
                    kind => kind,
                },
            }
        })
        .filter(|seen| seen.illegal > 0 || seen.kind == SourceKind::Prober)
        .collect();
    seen.order_by(|one, other| {
        (other.illegal, other.attempts).cmp(&(one.illegal, one.attempts)).then_with(|| one.address.cmp(&other.address))
    });
    seen
}

fn kind_of(source: &Source, answered: Option<u64>) -> SourceKind {
    let illegal_percent = metrics::percent(source.illegal, source.attempts).unwrap_or_default();
    match answered {
        None => SourceKind::Unsure,
        Some(1..) => SourceKind::Customer,
        Some(0) if source.illegal >= THRESHOLDS.illegal && illegal_percent >= THRESHOLDS.illegal_percent => {
            SourceKind::Attacker
        }
        Some(0) if source.attempts >= THRESHOLDS.attempts && source.different_callees() >= THRESHOLDS.callees => {
            SourceKind::Prober
        }
        Some(0) => SourceKind::Few,
    }
}

/// The calls of an address that were refused.
struct RefusedFrom<'a> {
    first: EpochMillis,
    last: EpochMillis,
    prefixes: Vec<(Option<&'a str>, u64)>,
}

impl RefusedFrom<'_> {
    fn busiest(&self) -> Option<(String, u64)> {
        let named = self.prefixes.iter().filter_map(|(prefix, calls)| prefix.zip(Some(*calls)));
        // The first of the largest, in the order of prefixes.
        let busiest = named.reduce(|most, next| if next.1 > most.1 { next } else { most });
        busiest.map(|(prefix, calls)| (prefix.to_owned(), calls))
    }
}

fn refusals(prefixes: &Table) -> BTreeMap<&str, RefusedFrom<'_>> {
    let mut all: BTreeMap<&str, RefusedFrom<'_>> = BTreeMap::new();
    for row in &prefixes.rows {
        let [Some(address), prefix] = row.key.as_slice() else { continue };
        let refused = row.measures.calls - row.measures.vendor_reached;
        let Some((first, last)) = row.measures.first_start.zip(row.measures.last_start).filter(|_| refused > 0) else {
            continue;
        };
        let of = all.entry(address).or_insert(RefusedFrom { first, last, prefixes: Vec::new() });
        (of.first, of.last) = (of.first.min(first), of.last.max(last));
        of.prefixes.push((prefix.as_deref(), refused));
    }
    all
}

/// What a block list is made of: the chosen sources, and everybody who has answered calls, so that nobody's other way
/// of being written is shut out.
pub fn attempts(sources: &[RefusedSource], chosen: &BTreeSet<String>, everywhere: &Table) -> Vec<Attempts> {
    let chosen = sources.iter().filter(|source| chosen.contains(&source.address) && source.can_be_blocked());
    let chosen = chosen.map(|source| Attempts {
        address: source.address.clone(),
        attempts: source.attempts,
        answered: source.answered.unwrap_or_default(),
        first: Some(source.first),
        last: Some(source.last),
    });
    let carriers = everywhere.rows.iter().filter(|row| row.measures.answered > 0).filter_map(|row| {
        let measures = &row.measures;
        Some(Attempts {
            address: row.key.first()?.clone()?,
            attempts: measures.calls,
            answered: measures.answered,
            first: measures.first_start,
            last: measures.last_start,
        })
    });
    chosen.chain(carriers).collect()
}

/// How many of the switch's refusals ended with each end reason of the class security, the most frequent first: the
/// same calls as those of [`RefusedSource::illegal`], also where their address is not known.
pub fn refused_for_security<'a>(refusals: &Refusals, rows: &'a [EndReasonRow]) -> Vec<(&'a EndReasonRow, u64)> {
    let mut calls: BTreeMap<&str, u64> = BTreeMap::new();
    for ((_, reason), refusal) in refusals.iter() {
        *calls.entry(reason).or_default() += refusal.calls;
    }
    let of_security = rows.iter().filter(|row| row.class(false) == Outcome::Security);
    let mut seen: Vec<(&EndReasonRow, u64)> =
        of_security.filter_map(|row| Some((row, calls.remove(row.personal_key().as_str())?))).collect();
    seen.order_by_key(|(_, calls)| std::cmp::Reverse(*calls));
    seen
}

/// The filter's calls that were refused for security; `None` where the filter wants no such call.
pub fn refused_only(filter: &Filter) -> Option<Filter> {
    let security = kebab_name(&Outcome::Security);
    let wants = |criterion: &Criterion| {
        Terms::parse(&criterion.text, |term, _| Some(term.to_lowercase()))
            .is_ok_and(|terms| terms.hold(|term| *term == security))
    };
    if filter.active().any(|criterion| criterion.field == FilterField::Class && !wants(criterion)) {
        return None;
    }
    let mut refused = filter.clone();
    refused.set(FilterField::Class, &security);
    Some(refused)
}

#[cfg(test)]
mod tests;
