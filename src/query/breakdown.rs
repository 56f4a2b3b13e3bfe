//! Sums of calls by what they have in common.

use super::evidence::PREFIX_DIGITS;
use crate::ingest::{LocalZone, Money};
use crate::knowledge::{region_of, regions};
use crate::store::{ABSENT, Block, Column, Dictionaries, NameColumn, PackedNumber, Selection};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

const HOUR_MILLIS: i64 = 3_600_000;

/// By what calls are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Dimension {
    OriginatingGateway,
    TerminatingGateway,
    Account,
    CallerIp,
    CalleeIp,
    /// The first [`PREFIX_DIGITS`] digits of the called number.
    Prefix,
    Country,
    /// The hour of the day, in the zone that times are shown in.
    Hour,
}

impl Dimension {
    /// All of them.
    pub const ALL: [Dimension; 8] = [
        Dimension::TerminatingGateway,
        Dimension::OriginatingGateway,
        Dimension::Account,
        Dimension::Prefix,
        Dimension::Country,
        Dimension::CallerIp,
        Dimension::CalleeIp,
        Dimension::Hour,
    ];

    fn names(self) -> Option<NameColumn> {
        match self {
            Dimension::OriginatingGateway => Some(NameColumn::OriginatingGateway),
            Dimension::TerminatingGateway => Some(NameColumn::TerminatingGateway),
            Dimension::Account => Some(NameColumn::Account),
            Dimension::CallerIp => Some(NameColumn::CallerIp),
            Dimension::CalleeIp => Some(NameColumn::CalleeIp),
            Dimension::Prefix | Dimension::Country | Dimension::Hour => None,
        }
    }
}

/// Sums over calls.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measures {
    /// Calls.
    pub calls: u64,
    /// Calls with talk time.
    pub answered: u64,
    /// Talk time in seconds.
    pub talk_seconds: u64,
    /// What customers are charged, where the files say.
    pub fee: Money,
    /// What the calls cost, where the files say.
    pub cost: Money,
}

impl Measures {
    fn merge(&mut self, other: &Measures) {
        self.calls += other.calls;
        self.answered += other.answered;
        self.talk_seconds += other.talk_seconds;
        self.fee.0 += other.fee.0;
        self.cost.0 += other.cost.0;
    }
}

/// The sums of each group; a group's key is a name, digits, a region's id or an hour, and `None` for calls that do not say.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Breakdown {
    /// By the groups' names, once it has any.
    pub groups: Vec<(Option<String>, Measures)>,
    #[serde(skip)]
    numbered: FxHashMap<i64, Measures>,
    #[serde(skip)]
    by_number: Vec<Measures>,
    #[serde(skip)]
    dimension: Option<Dimension>,
    #[serde(skip)]
    columns: [Vec<i64>; 4],
}

/// Up to so many different numbers a list is faster than a map.
const MOST_LISTED: i64 = 1 << 16;

impl Breakdown {
    pub(super) fn add(
        &mut self,
        dimension: Dimension,
        block: &Block,
        selection: &Selection,
        words: &Dictionaries,
        zone: &LocalZone,
    ) {
        if selection.is_empty() {
            return;
        }
        self.dimension = Some(dimension);
        let [keys, talk, fee, cost] = &mut self.columns;
        let column = match dimension {
            Dimension::Prefix | Dimension::Country => Column::Callee,
            Dimension::Hour => Column::Start,
            _ => dimension.names().map_or(Column::Start, NameColumn::column),
        };
        block.column(column).unpack(keys);
        match dimension {
            Dimension::Prefix => keys.iter_mut().for_each(|number| *number = prefix(*number, words)),
            Dimension::Country => keys.iter_mut().for_each(|number| *number = country(*number, words)),
            Dimension::Hour => keys.iter_mut().for_each(|start| {
                let local = start.saturating_add(i64::from(zone.offset_at(*start)) * 1000);
                *start = local.div_euclid(HOUR_MILLIS).rem_euclid(24);
            }),
            _ => {}
        }
        for (column, into) in [(Column::TalkTime, talk), (Column::Fee, fee), (Column::Cost, cost)] {
            block.column(column).unpack(into);
        }
        let [keys, talk, fee, cost] = &self.columns;
        let (by_number, numbered) = (&mut self.by_number, &mut self.numbered);
        selection.for_each(|row| {
            let key = keys[row];
            let sums = if (0..MOST_LISTED).contains(&key) {
                if key as usize >= by_number.len() {
                    by_number.resize(key as usize + 1, Measures::default());
                }
                &mut by_number[key as usize]
            } else {
                numbered.entry(key).or_default()
            };
            sums.calls += 1;
            sums.answered += u64::from(talk[row] > 0);
            sums.talk_seconds += talk[row] as u64;
            sums.fee.0 += if fee[row] == ABSENT { 0 } else { fee[row] };
            sums.cost.0 += if cost[row] == ABSENT { 0 } else { cost[row] };
        });
    }

    /// With names in place of the shard's own numbers.
    pub(super) fn named(self, words: &Dictionaries) -> Self {
        let Some(dimension) = self.dimension else { return Self::default() };
        let listed = self.by_number.into_iter().enumerate().map(|(key, sums)| (key as i64, sums));
        let all = self.numbered.into_iter().chain(listed).filter(|(_, sums)| sums.calls > 0);
        let name = |key: i64| match dimension {
            _ if key == ABSENT => None,
            Dimension::Prefix => Some(PackedNumber((key as u64) << 48).text()),
            Dimension::Country => regions().get(key as usize).map(|region| region.id.clone()),
            Dimension::Hour => Some(key.to_string()),
            _ => dimension.names().map(|column| words.names(column).word(key as u32).to_owned()),
        };
        let mut named = BTreeMap::<Option<String>, Measures>::new();
        all.for_each(|(key, sums)| named.entry(name(key)).or_default().merge(&sums));
        Self { groups: named.into_iter().collect(), ..Self::default() }
    }

    pub(super) fn merge(&mut self, other: Self) {
        let mut merged: BTreeMap<Option<String>, Measures> = std::mem::take(&mut self.groups).into_iter().collect();
        for (name, sums) in other.groups {
            merged.entry(name).or_default().merge(&sums);
        }
        self.groups = merged.into_iter().collect();
    }
}

/// The digits behind what stands before them, and how many there are.
fn digits(number: i64) -> Option<(u64, usize)> {
    if number == ABSENT || PackedNumber(number as u64).as_word().is_some() {
        return None;
    }
    let mut packed = number as u64;
    while packed >> 60 == 11 {
        packed <<= 4;
    }
    let count = (0..16).take_while(|at| (1..=10).contains(&(packed >> (60 - 4 * at) & 15))).count();
    Some((packed, count))
}

fn prefix(number: i64, words: &Dictionaries) -> i64 {
    if let Some(word) = (number != ABSENT).then(|| PackedNumber(number as u64).as_word()).flatten() {
        let known = super::evidence::prefix(words.odd_number(word)).and_then(PackedNumber::pack);
        return known.map_or(ABSENT, |prefix| (prefix.0 >> 48) as i64);
    }
    match digits(number) {
        Some((packed, count)) if count > PREFIX_DIGITS => (packed >> 48) as i64,
        _ => ABSENT,
    }
}

fn country(number: i64, words: &Dictionaries) -> i64 {
    let region = if let Some(word) = (number != ABSENT).then(|| PackedNumber(number as u64).as_word()).flatten() {
        let text = words.odd_number(word).trim_start_matches('+');
        region_of(text.bytes().take_while(u8::is_ascii_digit).map(|digit| digit - b'0'))
    } else {
        digits(number)
            .and_then(|(packed, count)| region_of((0..count).map(|at| (packed >> (60 - 4 * at) & 15) as u8 - 1)))
    };
    region.map_or(ABSENT, |region| region as i64)
}
