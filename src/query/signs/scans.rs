//! Who tries many numbers: attempts by the address that they come from, and by the calling number.

use super::super::grouping::Seen;
use super::super::reading::{Reasons, name_of};
use super::distinct::Distinct;
use super::keyed::Starts;
use super::number_hash::{number_hash, scattered};
use super::runs::{Runs, group_of};
use super::{Gather, Merge, SignsSpec, is_refused};
use crate::ingest::LocalZone;
use crate::knowledge::OutcomeClass;
use crate::store::{ABSENT, Column, Dictionaries, NameColumn, PackedNumber, Selection};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A shard tells so many addresses at most, and so many callers: those with the most attempts refused as illegal, then those with the most attempts.
const MOST_TOLD: [usize; 2] = [1_000, 300];

/// A shard looks at so many of each at most, in some 30 MB: beyond, the half that would be told last is forgotten.
const MOST_SOURCES: usize = 1 << 16;

/// Addresses and callers, as far as a shard tells them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scans {
    /// By the address that the calls came from.
    pub addresses: BTreeMap<String, Source>,
    /// By the calling number, as it stands in the file.
    pub callers: BTreeMap<String, Source>,
}

/// The attempts of one source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// All of them.
    pub attempts: u64,
    /// Those with talk time.
    pub answered: u64,
    /// Unanswered ones that reached no vendor.
    pub refused: u64,
    /// Those of these whose end reason is of class security: an illegal call, a failed login, a blacklist.
    pub illegal: u64,
    /// Answered ones of at most [`super::super::SHORT_SECONDS`].
    pub short: u64,
    /// When they began.
    pub starts: Starts,
    /// In how many minutes the refused ones began.
    pub minutes: Distinct,
    /// How many different numbers they called.
    pub callees: Distinct,
    /// Whether these stand side by side.
    pub runs: Runs,
}

impl Merge for Source {
    fn merge(&mut self, other: Self) {
        self.attempts += other.attempts;
        self.answered += other.answered;
        self.refused += other.refused;
        self.illegal += other.illegal;
        self.short += other.short;
        self.starts.merge(other.starts);
        self.minutes.merge(&other.minutes);
        self.callees.merge(&other.callees);
        self.runs.merge(&other.runs);
    }
}

impl Merge for Scans {
    fn merge(&mut self, other: Self) {
        for (mine, theirs) in [(&mut self.addresses, other.addresses), (&mut self.callers, other.callers)] {
            for (name, source) in theirs {
                match mine.entry(name) {
                    std::collections::btree_map::Entry::Occupied(mut known) => known.get_mut().merge(source),
                    std::collections::btree_map::Entry::Vacant(place) => _ = place.insert(source),
                }
            }
        }
    }
}

/// Gathers them.
#[derive(Debug)]
pub(super) struct ScansCount {
    /// Of addresses, and of callers, by their numbers.
    sources: [FxHashMap<i64, SourceCount>; 2],
}

/// The attempts of one source in a shard. Which of them are illegal is known once reasons have names: they are counted by the number of
/// their class.
#[derive(Debug)]
struct SourceCount {
    source: Source,
    refused: Vec<(i64, u64)>,
}

impl SourceCount {
    /// What would be told first. Classes have no names yet: what is refused stands for what is illegal.
    fn rank(&self) -> (u64, u64) {
        (self.source.refused, self.source.attempts)
    }
}

impl Gather for ScansCount {
    type Sign = Scans;

    const COLUMNS: &'static [Column] = &[
        Column::Start,
        Column::TalkTime,
        Column::EndReason,
        Column::HangUpSide,
        Column::TerminatingGateway,
        Column::CallerIp,
        Column::Caller,
        Column::Callee,
    ];

    fn new(_: &SignsSpec, _: &LocalZone) -> Self {
        Self { sources: Default::default() }
    }

    fn add(&mut self, seen: &Seen<'_>, selection: &Selection) {
        let column = |column| seen.columns.column(column);
        let (starts, talk, reasons) = (column(Column::Start), column(Column::TalkTime), column(Column::EndReason));
        let (addresses, callers, callees) = (column(Column::CallerIp), column(Column::Caller), column(Column::Callee));
        let refused = is_refused(seen);
        let no_address = seen.words.names(NameColumn::CallerIp).find("").map_or(ABSENT, i64::from);
        selection.for_each(|row| {
            let callee = (callees[row] != ABSENT).then(|| PackedNumber(callees[row] as u64));
            let called = callee.map(|callee| (number_hash(callee, seen.words), group_of(callee)));
            let (is_answered, is_refused) = (talk[row] > 0, refused(row));
            for (place, source) in [addresses[row], callers[row]].into_iter().enumerate() {
                // Neither an address that is empty nor a number without a digit is a source.
                if source == ABSENT || place == 0 && source == no_address || place == 1 && source == 0 {
                    continue;
                }
                let count = self.sources[place].entry(source).or_insert_with(|| SourceCount::new(starts[row]));
                let known = &mut count.source;
                known.attempts += 1;
                known.answered += u64::from(is_answered);
                known.short += u64::from(is_answered && talk[row] <= i64::from(super::super::SHORT_SECONDS));
                known.starts.add(starts[row]);
                if let Some((hash, group)) = called {
                    known.callees.add(hash);
                    group.into_iter().for_each(|group| known.runs.add(group));
                }
                if is_refused {
                    known.refused += 1;
                    known.minutes.add(scattered(starts[row].div_euclid(60_000) as u64));
                    let class = seen.reasons[reasons[row] as usize].class[0];
                    match count.refused.iter_mut().find(|(of, _)| *of == class) {
                        Some((_, calls)) => *calls += 1,
                        None => count.refused.push((class, 1)),
                    }
                }
            }
        });
        self.sources.iter_mut().for_each(|sources| forget(sources, MOST_SOURCES));
    }

    fn sign(self, words: &Dictionaries, reasons: &Reasons) -> Scans {
        let security = name_of(&OutcomeClass::Security);
        let mut scans = Scans::default();
        for (place, sources) in self.sources.into_iter().enumerate() {
            let name = |number: i64| match place {
                0 => words.names(NameColumn::CallerIp).word(number as u32).to_owned(),
                _ => words.phone_number(PackedNumber(number as u64)),
            };
            let mut told: Vec<(String, Source)> = sources
                .into_iter()
                .map(|(number, count)| {
                    let illegal = count.refused.iter().filter(|(class, _)| reasons.name(*class) == security);
                    (name(number), Source { illegal: illegal.map(|(_, calls)| calls).sum(), ..count.source })
                })
                .collect();
            // By name among equals, as numbers are the shard's own.
            told.sort_by(|(one, a), (other, b)| {
                (b.illegal, b.attempts).cmp(&(a.illegal, a.attempts)).then_with(|| one.cmp(other))
            });
            told.truncate(MOST_TOLD[place]);
            let all = if place == 0 { &mut scans.addresses } else { &mut scans.callers };
            all.extend(told);
        }
        scans
    }
}

impl SourceCount {
    fn new(start: i64) -> Self {
        let source = Source {
            attempts: 0,
            answered: 0,
            refused: 0,
            illegal: 0,
            short: 0,
            starts: Starts::of(start),
            minutes: Distinct::default(),
            callees: Distinct::default(),
            runs: Runs::default(),
        };
        Self { source, refused: Vec::new() }
    }
}

/// Forgets the half that would be told last, when there are more than `most`.
fn forget(sources: &mut FxHashMap<i64, SourceCount>, most: usize) {
    if sources.len() <= most {
        return;
    }
    let mut ranks: Vec<(Reverse<(u64, u64)>, i64)> =
        sources.iter().map(|(number, count)| (Reverse(count.rank()), *number)).collect();
    let (_, last, _) = ranks.select_nth_unstable(most / 2);
    let last = *last;
    sources.retain(|number, count| (Reverse(count.rank()), *number) <= last);
}
