//! A filter, made ready for the blocks of one shard.

use super::condition::Condition;
use super::terms::{Pattern, Terms};
use crate::called_place::{area, country};
use crate::dial_plan::Stripping;
use crate::switch_name::switch_name;
use calls::narrow;
use calls::{EndReason, LocalZone, NameColumn};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::{ABSENT, Block, Column, Dictionaries, PackedNumber, Selection};

/// One end reason as a file has it, and which of its calls a filter wants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReasonRule {
    /// Its number, or no number.
    pub code: Option<i32>,
    /// Its words, where it has no number.
    pub text: String,
    /// Calls with talk time are wanted.
    pub answered: bool,
    /// Calls without are wanted.
    pub unanswered: bool,
}

/// Tells which calls of a block are wanted.
#[derive(Debug)]
pub struct CompiledFilter {
    conditions: Vec<Condition>,
    zone: LocalZone,
    /// What stands before called numbers.
    stripping: Stripping,
    /// For each reading of end reasons: of each reason of the dictionary, whether unanswered and answered calls are
    /// wanted.
    rules: Option<Vec<BTreeMap<Key, (bool, bool)>>>,
    /// What was found out of the words of the dictionaries so far.
    tables: Vec<Vec<bool>>,
    reason_tables: Vec<Vec<(bool, bool)>>,
    unpacked: Vec<i64>,
    other: Vec<i64>,
}

type Key = (Option<i32>, String);

impl CompiledFilter {
    /// For these conditions, of which those about end reasons are answered by `rules`: for each reading of end reasons
    /// the reasons of which any call is wanted. Prefixes and countries are those of called numbers without the routing
    /// prefixes `strip`.
    pub fn new(
        conditions: Vec<Condition>,
        rules: Option<&[Vec<ReasonRule>]>,
        zone: LocalZone,
        strip: &[String],
    ) -> Self {
        let by_key = |rules: &Vec<ReasonRule>| {
            rules.iter().map(|rule| ((rule.code, rule.text.clone()), (rule.unanswered, rule.answered))).collect()
        };
        let tables = vec![Vec::new(); conditions.len()];
        let rules: Option<Vec<_>> = rules.map(|rules| rules.iter().map(by_key).collect());
        let reason_tables = vec![Vec::new(); rules.as_ref().map_or(0, Vec::len)];
        let (stripping, unpacked, other) = (Stripping::new(strip), Vec::new(), Vec::new());
        Self { conditions, zone, stripping, rules, tables, reason_tables, unpacked, other }
    }

    /// The calls of a block that count and are wanted; `interpretation` is how its end reasons are read.
    pub fn select(&mut self, block: &Block, dictionaries: &Dictionaries, interpretation: usize) -> Selection {
        let mut selection = block.calls();
        if self.rules.is_some() {
            self.select_reasons(block, dictionaries, interpretation, &mut selection);
        }
        for at in 0..self.conditions.len() {
            if selection.is_empty() {
                break;
            }
            self.apply(at, block, dictionaries, &mut selection);
        }
        selection
    }

    fn select_reasons(
        &mut self,
        block: &Block,
        dictionaries: &Dictionaries,
        interpretation: usize,
        selection: &mut Selection,
    ) {
        let Some(rules) = self.rules.as_ref().and_then(|rules| rules.get(interpretation)) else { return };
        let table = &mut self.reason_tables[interpretation];
        for reason in &dictionaries.reasons()[table.len()..] {
            let key = match reason {
                EndReason::Code(code) => (Some(*code), String::new()),
                EndReason::Text(text) => (None, text.to_string()),
            };
            table.push(rules.get(&key).copied().unwrap_or_default());
        }
        block.column(Column::EndReason).unpack(&mut self.unpacked);
        block.column(Column::TalkTime).unpack(&mut self.other);
        // As one number, so that one pass is enough.
        for (reason, &talk) in self.unpacked.iter_mut().zip(&self.other) {
            *reason = *reason * 2 + i64::from(talk > 0);
        }
        selection.keep(&self.unpacked, |reason| {
            let (unanswered, answered) = table[narrow::index(reason / 2)];
            if reason % 2 == 1 { answered } else { unanswered }
        });
    }

    fn apply(&mut self, at: usize, block: &Block, dictionaries: &Dictionaries, selection: &mut Selection) {
        let (condition, table, unpacked) = (&self.conditions[at], &mut self.tables[at], &mut self.unpacked);
        let mut unpack = |column: Column| block.column(column).unpack(unpacked);
        match condition {
            Condition::Between { column, from, to } => {
                unpack(*column);
                selection.keep(unpacked, |value| value != ABSENT && *from <= value && value <= *to);
            }
            Condition::Answered(wanted) => {
                unpack(Column::TalkTime);
                selection.keep(unpacked, |talk| (talk > 0) == *wanted);
            }
            Condition::Name(column, terms) => {
                fill(table, dictionaries, *column, |word| terms.hold(|term| term.matches(word)));
                unpack((*column).into());
                keep_words(selection, unpacked, table);
            }
            Condition::Softswitch(column, terms) => {
                fill(table, dictionaries, *column, |word| {
                    let switch = switch_name(word).unwrap_or_default();
                    terms.hold(|term| term.matches(switch))
                });
                unpack((*column).into());
                keep_words(selection, unpacked, table);
            }
            Condition::Address(column, terms) => {
                fill(table, dictionaries, *column, |word| terms.hold(|term| term.matches(word)));
                unpack((*column).into());
                keep_words(selection, unpacked, table);
            }
            Condition::Number(column, terms) => {
                table.extend(
                    dictionaries.odd_numbers().iter().skip(table.len()).map(|word| terms.hold(|t| t.matches(word))),
                );
                unpack((*column).into());
                let packed = PackedTerms::new(terms);
                selection.keep(unpacked, |number| number != ABSENT && packed.hold(PackedNumber(number as u64), table));
            }
            Condition::Prefix(terms) => {
                unpack(Column::Callee);
                let packed = terms.map(|prefix| PackedNumber::pack(prefix).unwrap_or(PackedNumber(0)));
                let stripping = &self.stripping;
                selection.keep(unpacked, |number| {
                    let digits = stripping.digits(number, dictionaries);
                    digits.is_some_and(|digits| packed.hold(|prefix| digits.starts_with(*prefix)))
                });
            }
            Condition::Country(terms) => {
                unpack(Column::Callee);
                let stripping = &self.stripping;
                selection.keep(unpacked, |number| {
                    let region = stripping.digits(number, dictionaries).and_then(country);
                    // Without a country is not another country.
                    match region {
                        Some(_) => terms.hold(|&term| term == region),
                        None => terms.wanted.contains(&None),
                    }
                });
            }
            Condition::Area(terms) => {
                unpack(Column::Callee);
                let stripping = &self.stripping;
                selection.keep(unpacked, |number| {
                    let area = stripping.digits(number, dictionaries).and_then(area);
                    area.is_some_and(|area| terms.hold(|&term| term == area))
                });
            }
            Condition::Hours(bits) => {
                let zone = &self.zone;
                unpack(Column::Start);
                selection.keep(unpacked, |start| bits >> zone.hour_of_day(start) & 1 == 1);
            }
            Condition::Weekdays(bits) => {
                let zone = &self.zone;
                unpack(Column::Start);
                selection.keep(unpacked, |start| bits >> zone.weekday(start) & 1 == 1);
            }
            // Answered by the rules, and by the parts that are asked.
            Condition::OfReason(..) | Condition::File(_) => {}
        }
    }
}

fn fill(table: &mut Vec<bool>, dictionaries: &Dictionaries, column: NameColumn, holds: impl Fn(&str) -> bool) {
    let more: Vec<bool> = dictionaries.names(column).iter().skip(table.len()).map(holds).collect();
    table.extend(more);
}

fn keep_words(selection: &mut Selection, numbers: &[i64], table: &[bool]) {
    selection.keep(numbers, |number| number != ABSENT && table[narrow::index(number)]);
}

impl<T> Terms<T> {
    fn map<U>(&self, change: impl Fn(&T) -> U) -> Terms<U> {
        Terms {
            wanted: self.wanted.iter().map(&change).collect(),
            excluded: self.excluded.iter().map(&change).collect(),
        }
    }
}

/// Patterns of phone numbers, most of which need no text of the number.
struct PackedTerms(Terms<PackedPattern>);

enum PackedPattern {
    Exact(PackedNumber),
    Prefix(PackedNumber),
    Suffix(PackedNumber),
    Text(Pattern),
}

impl PackedTerms {
    fn new(terms: &Terms<Pattern>) -> Self {
        Self(terms.map(|pattern| {
            let packed = |text: Option<&str>| text.and_then(PackedNumber::pack);
            if let Some(number) = packed(pattern.exact()) {
                PackedPattern::Exact(number)
            } else if let Some(number) = packed(pattern.prefix()) {
                PackedPattern::Prefix(number)
            } else if let Some(number) = packed(pattern.suffix()) {
                PackedPattern::Suffix(number)
            } else {
                PackedPattern::Text(pattern.clone())
            }
        }))
    }

    fn hold(&self, number: PackedNumber, odd_numbers: &[bool]) -> bool {
        if let Some(word) = number.as_word() {
            return odd_numbers[word as usize];
        }
        self.0.hold(|pattern| match pattern {
            PackedPattern::Exact(exact) => number == *exact,
            PackedPattern::Prefix(prefix) => number.starts_with(*prefix),
            PackedPattern::Suffix(suffix) => number.ends_with(*suffix),
            PackedPattern::Text(pattern) => pattern.matches(&number.text()),
        })
    }
}
