//! What became of the calls of each vendor and of each account, step by step of time.
//!
//! A table by gateway, class and step would say it too, in a hundred times as many bytes.

use super::super::grouping::BlockView;
use super::super::interpretation::{Reasons, kebab_name};
use super::super::metrics;
use super::super::time_steps::TimeSteps;
use super::{Merge, SignAccumulator, SignsSpec, is_refused};
use calls::narrow;
use calls::{EpochMillis, LocalZone, NameColumn};
use knowledge::{Category, Outcome};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::{ABSENT, Column, Dictionaries, Selection};

macro_rules! outcomes {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// What became of calls.
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(into = "Flat", from = "Flat")]
        pub struct Outcomes {
            $($(#[$doc])* pub $name: u64,)*
        }

        impl Outcomes {
            /// Adds other calls.
            pub fn merge(&mut self, other: &Outcomes) {
                $(self.$name += other.$name;)*
            }

            /// Without some of the calls.
            pub fn less(&self, part: &Outcomes) -> Outcomes {
                Outcomes { $($name: self.$name.saturating_sub(part.$name),)* }
            }
        }

        /// As it travels: without names.
        type Flat = [u64; [$(stringify!($name),)*].len()];

        impl From<Outcomes> for Flat {
            fn from(outcomes: Outcomes) -> Self {
                [$(outcomes.$name,)*]
            }
        }

        impl From<Flat> for Outcomes {
            fn from([$($name,)*]: Flat) -> Self {
                Self { $($name,)* }
            }
        }
    };
}

outcomes! {
    /// All of them.
    calls,
    /// Those with talk time.
    answered,
    /// Unanswered, of class capacity: no line, no circuit, a limit.
    congested,
    /// Unanswered, and nothing came back: of class timeout, or a gateway that is unavailable (a network failure of
    /// category routing).
    silent,
    /// Unanswered by any other failure of the network.
    failed,
    /// Unanswered where the network did its part ([`metrics::is_network_effective`]).
    effective,
    /// Unanswered, and refused by the switch before a vendor was tried.
    refused,
    /// Those of them that are of class capacity too: a limit of the switch's own.
    limited,
}

impl Outcomes {
    /// Answer seizure ratio in percent.
    pub fn asr_percent(&self) -> Option<f64> {
        metrics::answer_seizure_ratio(self.answered, self.calls)
    }
}

/// The steps of one vendor or account.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timeline {
    /// By the begin of the step, as [`super::super::TimeSteps`] has it.
    pub steps: BTreeMap<EpochMillis, Outcomes>,
}

impl Timeline {
    /// All calls of it.
    pub fn total(&self) -> Outcomes {
        let mut total = Outcomes::default();
        self.steps.values().for_each(|step| total.merge(step));
        total
    }
}

/// The steps of all; a vendor or an account without a name has none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timelines {
    /// By the name of the terminating gateway.
    pub vendors: BTreeMap<String, Timeline>,
    /// By account.
    pub accounts: BTreeMap<String, Timeline>,
}

impl Merge for Timelines {
    fn merge(&mut self, other: Self) {
        for (mine, theirs) in [(&mut self.vendors, other.vendors), (&mut self.accounts, other.accounts)] {
            for (name, timeline) in theirs {
                let known = mine.entry(name).or_default();
                for (at, outcomes) in timeline.steps {
                    known.steps.entry(at).or_default().merge(&outcomes);
                }
            }
        }
    }
}

/// A shard looks at so many pairs of a name and a step; of calls of others it tells nothing. 10 days of 300 accounts in
/// steps of an hour are a quarter of it.
const MOST_STEPS: usize = 300_000;

/// Class and category, as numbers of the names of [`Reasons`].
type OutcomePair = (i64, i64);

/// Calls of an outcome: those that the switch did not refuse, and those that it did.
type Counted = (OutcomePair, [u64; 2]);

/// Gathers them.
#[derive(Debug)]
pub(super) struct TimelinesCount {
    steps: TimeSteps,
    /// By the name's number, twice, and one more for those of the second of [`NAMES`], and the begin of the step: calls
    /// by what became of them.
    counts: FxHashMap<(i64, i64), Vec<Counted>>,
}

const NAMES: [NameColumn; 2] = [NameColumn::TerminatingGateway, NameColumn::Account];

impl SignAccumulator for TimelinesCount {
    type Sign = Timelines;

    const COLUMNS: &'static [Column] = &[
        Column::Start,
        Column::TalkTime,
        Column::EndReason,
        Column::HangUpSide,
        Column::Name(NameColumn::TerminatingGateway),
        Column::Name(NameColumn::Account),
    ];

    fn new(spec: &SignsSpec, zone: &LocalZone) -> Self {
        let steps = TimeSteps::new(spec.step_minutes.saturating_mul(60), zone.clone());
        Self { steps, counts: FxHashMap::default() }
    }

    fn add(&mut self, view: &BlockView<'_>, selection: &Selection) {
        let [starts, talk, reasons, vendors, accounts] = [
            Column::Start,
            Column::TalkTime,
            Column::EndReason,
            Column::Name(NameColumn::TerminatingGateway),
            Column::Name(NameColumn::Account),
        ]
        .map(|column| view.columns.column(column));
        let unnamed = NAMES.map(|names| view.dictionaries.names(names).id_of("").map_or(ABSENT, i64::from));
        let refused = is_refused(view);
        selection.for_each(|row| {
            let reason = &view.reasons[narrow::index(reasons[row])];
            let outcome = (reason.class[usize::from(talk[row] > 0)], reason.category);
            let step = self.steps.step(starts[row]).0;
            let is_refused = refused(row);
            for (place, name) in [vendors[row], accounts[row]].into_iter().enumerate() {
                if name == ABSENT || name == unnamed[place] {
                    continue;
                }
                let key = (name * 2 + place as i64, step);
                if self.counts.len() >= MOST_STEPS && !self.counts.contains_key(&key) {
                    continue;
                }
                let counts = self.counts.entry(key).or_default();
                let at = counts.iter().position(|(known, _)| *known == outcome).unwrap_or_else(|| {
                    counts.push((outcome, [0; 2]));
                    counts.len() - 1
                });
                counts[at].1[usize::from(is_refused)] += 1;
            }
        });
    }

    fn sign(self, dictionaries: &Dictionaries, reasons: &Reasons) -> Timelines {
        let mut timelines = Timelines::default();
        // There are many steps, and few pairs of a class and a category.
        let mut parts: FxHashMap<(i64, i64), (bool, Option<Part>)> = FxHashMap::default();
        for ((number, step), counts) in self.counts {
            let place = narrow::index(number.rem_euclid(2));
            let name = dictionaries.names(NAMES[place]).get(narrow::number(number / 2));
            let all = if place == 0 { &mut timelines.vendors } else { &mut timelines.accounts };
            if !all.contains_key(name) {
                all.insert(name.to_owned(), Timeline::default());
            }
            let Some(timeline) = all.get_mut(name) else { continue };
            let outcomes = timeline.steps.entry(EpochMillis(step)).or_default();
            for ((class, category), [reached, refused]) in counts {
                let calls = reached + refused;
                outcomes.calls += calls;
                outcomes.refused += refused;
                let (is_limit, part) = *parts.entry((class, category)).or_insert_with(|| {
                    let class = reasons.name(class);
                    (is_limit(class), Part::of(class, reasons.name(category)))
                });
                if is_limit {
                    outcomes.limited += refused;
                }
                match part {
                    Some(Part::Answered) => outcomes.answered += calls,
                    Some(Part::Congested) => outcomes.congested += calls,
                    Some(Part::Silent) => outcomes.silent += calls,
                    Some(Part::Failed) => outcomes.failed += calls,
                    Some(Part::Effective) => outcomes.effective += calls,
                    None => {}
                }
            }
        }
        timelines
    }
}

fn is_limit(class: &str) -> bool {
    kebab_name(&Outcome::Capacity) == class
}

/// The part of [`Outcomes`] that calls are.
#[derive(Debug, Clone, Copy)]
enum Part {
    Answered,
    Congested,
    Silent,
    Failed,
    Effective,
}

impl Part {
    /// That of calls of a class and a category.
    fn of(class: &str, category: &str) -> Option<Self> {
        let is_class = |of: Outcome| kebab_name(&of) == class;
        let effective = |of: &Outcome| metrics::is_network_effective(*of) && is_class(*of);
        if is_class(Outcome::Answered) {
            Some(Part::Answered)
        } else if is_limit(class) {
            Some(Part::Congested)
        } else if is_class(Outcome::Timeout)
            || is_class(Outcome::NetworkFailure) && kebab_name(&Category::Routing) == category
        {
            Some(Part::Silent)
        } else if is_class(Outcome::NetworkFailure) {
            Some(Part::Failed)
        } else if EFFECTIVE.iter().any(effective) {
            Some(Part::Effective)
        } else {
            None
        }
    }
}

/// Those of which [`metrics::is_network_effective`] may hold.
const EFFECTIVE: [Outcome; 6] = [
    Outcome::UserBusy,
    Outcome::NoAnswer,
    Outcome::RejectedByUser,
    Outcome::CallerGaveUp,
    Outcome::NumberWrong,
    Outcome::Unreachable,
];
