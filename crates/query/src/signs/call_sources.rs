//! Who tries many numbers: attempts by the address that they come from, and by the calling number.

use super::super::grouping::BlockView;
use super::super::interpretation::{Reasons, kebab_name};
use super::distinct::Distinct;
use super::keyed::Starts;
use super::number_hash::{number_hash, scattered};
use super::runs::{Runs, group_of};
use super::{Merge, SignAccumulator, SignsSpec, is_refused};
use calls::{LocalZone, NameColumn, narrow};
use knowledge::Outcome;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use sorting::Sort;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use store::{ABSENT, Column, Dictionaries, PackedNumber, Selection};

/// A shard tells so many addresses at most, and so many callers: those with the most attempts refused as illegal, then
/// those with the most attempts.
const MOST_TOLD: [usize; 2] = [1_000, 300];

/// A shard looks at so many of each at most, in some 30 MB: beyond, the half that would be told last is forgotten.
const MOST_SOURCES: usize = 1 << 16;

/// Addresses and callers, as far as a shard tells them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallSources {
    /// By the address that the calls came from.
    pub addresses: BTreeMap<String, Source>,
    /// By the calling number, as it stands in the file.
    pub callers: BTreeMap<String, Source>,
    /// Calls refused as illegal from addresses that a shard did not tell, as there were too many of them.
    pub untold_illegal: u64,
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

impl Source {
    /// About how many different numbers they called: an estimate, but never more than there were attempts.
    pub fn different_callees(&self) -> u64 {
        self.callees.estimate().min(self.attempts)
    }
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

impl Merge for CallSources {
    fn merge(&mut self, other: Self) {
        self.untold_illegal += other.untold_illegal;
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
pub(super) struct CallSourcesCount {
    /// Of addresses, and of callers, by their numbers.
    sources: [FxHashMap<i64, SourceCount>; 2],
    /// Refused calls of forgotten addresses, by the number of their class.
    forgotten: Vec<(i64, u64)>,
}

/// The attempts of one source in a shard. Which of them are illegal is known once reasons have names: they are counted
/// by the number of their class.
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

impl SignAccumulator for CallSourcesCount {
    type Sign = CallSources;

    const COLUMNS: &'static [Column] = &[
        Column::Start,
        Column::TalkTime,
        Column::EndReason,
        Column::HangUpSide,
        Column::Name(NameColumn::TerminatingGateway),
        Column::Name(NameColumn::CallerIp),
        Column::Caller,
        Column::Callee,
    ];

    fn new(_: &SignsSpec, _: &LocalZone) -> Self {
        Self { sources: Default::default(), forgotten: Vec::new() }
    }

    fn add(&mut self, view: &BlockView<'_>, selection: &Selection) {
        let column = |column| view.columns.column(column);
        let (starts, talk, reasons) = (column(Column::Start), column(Column::TalkTime), column(Column::EndReason));
        let (addresses, callers, callees) =
            (column(Column::Name(NameColumn::CallerIp)), column(Column::Caller), column(Column::Callee));
        let refused = is_refused(view);
        let no_address = view.dictionaries.names(NameColumn::CallerIp).id_of("").map_or(ABSENT, i64::from);
        selection.for_each(|row| {
            let callee = (callees[row] != ABSENT).then(|| PackedNumber(callees[row] as u64));
            let called = callee.map(|callee| (number_hash(callee, view.dictionaries), group_of(callee)));
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
                    let class = view.reasons[narrow::index(reasons[row])].class[0];
                    add_to(&mut count.refused, class, 1);
                }
            }
        });
        let [addresses, callers] = &mut self.sources;
        for count in forget(addresses, MOST_SOURCES) {
            count.refused.iter().for_each(|&(class, calls)| add_to(&mut self.forgotten, class, calls));
        }
        forget(callers, MOST_SOURCES);
    }

    fn sign(self, dictionaries: &Dictionaries, reasons: &Reasons) -> CallSources {
        let security = kebab_name(&Outcome::Security);
        let illegal = |refused: &[(i64, u64)]| -> u64 {
            let of_class = refused.iter().filter(|(class, _)| reasons.name(*class) == security);
            of_class.map(|(_, calls)| calls).sum()
        };
        let mut call_sources = CallSources { untold_illegal: illegal(&self.forgotten), ..CallSources::default() };
        for (place, sources) in self.sources.into_iter().enumerate() {
            let name = |number: i64| match place {
                0 => dictionaries.names(NameColumn::CallerIp).get(narrow::number(number)).to_owned(),
                _ => dictionaries.phone_number(PackedNumber(number as u64)),
            };
            let mut told: Vec<(String, Source)> = sources
                .into_iter()
                .map(|(number, count)| (name(number), Source { illegal: illegal(&count.refused), ..count.source }))
                .collect();
            // By name among equals, as numbers are the shard's own.
            told.order_by(|(one, a), (other, b)| {
                (b.illegal, b.attempts).cmp(&(a.illegal, a.attempts)).then_with(|| one.cmp(other))
            });
            if place == 0 {
                call_sources.untold_illegal +=
                    told.iter().skip(MOST_TOLD[place]).map(|(_, source)| source.illegal).sum::<u64>();
            }
            told.truncate(MOST_TOLD[place]);
            let all = if place == 0 { &mut call_sources.addresses } else { &mut call_sources.callers };
            all.extend(told);
        }
        call_sources
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

fn add_to(refused: &mut Vec<(i64, u64)>, class: i64, calls: u64) {
    match refused.iter_mut().find(|(of, _)| *of == class) {
        Some((_, known)) => *known += calls,
        None => refused.push((class, calls)),
    }
}

/// Forgets the half that would be told last, when there are more than `most`, and gives it back.
fn forget(sources: &mut FxHashMap<i64, SourceCount>, most: usize) -> Vec<SourceCount> {
    if sources.len() <= most {
        return Vec::new();
    }
    let mut ranks: Vec<(Reverse<(u64, u64)>, i64)> =
        sources.iter().map(|(number, count)| (Reverse(count.rank()), *number)).collect();
    let (_, last, _) = ranks.select_nth_unstable(most / 2);
    let last = *last;
    let is_last = |number: &i64, count: &mut SourceCount| (Reverse(count.rank()), *number) > last;
    sources.extract_if(is_last).map(|(_, count)| count).collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::question::fixtures::{answer_of, question};
    use super::super::super::question::{Answer, Query};
    use super::*;
    use calls::{Call, EndReason, EpochMillis, HangUpSide};
    use store::{BlockKey, Shard};

    /// So many addresses, each with a call that is refused as illegal.
    fn call_sources(addresses: usize) -> CallSources {
        let mut shard = Shard::default();
        for at in 0..addresses {
            let address = format!("198.51.{}.{}", at / 250, at % 250);
            let call = Call {
                start: EpochMillis(at as i64),
                caller_ip: Some(address.into()),
                end_reason: EndReason::Code(-9),
                hang_up_side: Some(HangUpSide::Server),
                ..Call::default()
            };
            shard.push(&call);
            shard.seal(BlockKey { file: 0, part: 0 }, |_, _| {});
        }
        match answer_of(&[shard], &question(Query::Signs(SignsSpec { step_minutes: 60 }))) {
            Answer::Signs(signs) => signs.call_sources,
            _ => panic!("signs were asked for"),
        }
    }

    #[test]
    fn different_numbers_are_never_more_than_attempts() {
        for attempts in 1..400 {
            let mut source = SourceCount::new(0).source;
            source.attempts = attempts;
            (0..attempts).for_each(|number| source.callees.add(scattered(number)));
            let different = source.different_callees();
            assert!(different <= attempts && different * 10 > attempts * 7, "{different} of {attempts}");
        }
    }

    #[test]
    fn what_is_not_told_is_counted() {
        let few = call_sources(700);
        assert_eq!((few.addresses.len(), few.untold_illegal), (700, 0));
        let mut many = call_sources(1_200);
        assert_eq!((many.addresses.len(), many.untold_illegal), (1_000, 200));
        many.merge(call_sources(1_100));
        assert_eq!(many.untold_illegal, 300);
        assert_eq!(many.addresses.values().map(|source| source.illegal).sum::<u64>(), 2_000);
    }

    #[test]
    fn what_is_forgotten_is_given_back() {
        let count = |refused: u64| {
            let mut count = SourceCount::new(0);
            count.source.refused = refused;
            count.refused.push((3, refused));
            count
        };
        let mut sources: FxHashMap<i64, SourceCount> = (1..=10).map(|at| (at, count(at as u64))).collect();
        assert!(forget(&mut sources, 10).is_empty());
        let forgotten = forget(&mut sources, 8);
        let calls: u64 = forgotten.iter().flat_map(|count| &count.refused).map(|(_, calls)| calls).sum();
        assert_eq!((sources.len(), forgotten.len(), calls), (5, 5, 15), "1 to 5, the fewest");
    }
}
