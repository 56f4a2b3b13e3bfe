//! Which group each call of a block is in.

use super::buckets::{delay_bucket, delay_bucket_name, talk_bucket, talk_bucket_name};
use super::called_place::{area, country};
use super::dial_plan::{DialPlan, Stripping};
use super::dimension::Dimension;
use super::filter::HANG_UP_SIDES;
use super::interpretation::{ReasonFacts, Reasons};
use super::switch_name::switch_name;
use super::time_steps::TimeSteps;
use calls::narrow;
use calls::{LocalZone, NameColumn};
use knowledge::{Prefixes, areas, regions};
use store::{ABSENT, Block, Column, Dictionaries, Dictionary, PackedNumber};

/// Columns of a block, each unpacked once however many questions need it.
#[derive(Debug)]
pub(super) struct UnpackedColumns {
    columns: Vec<Vec<i64>>,
    there: [bool; Column::COUNT],
}

impl Default for UnpackedColumns {
    fn default() -> Self {
        Self { columns: vec![Vec::new(); Column::COUNT], there: [false; Column::COUNT] }
    }
}

impl UnpackedColumns {
    /// Another block begins.
    pub(super) fn clear(&mut self) {
        self.there = [false; Column::COUNT];
    }

    pub(super) fn unpack(&mut self, block: &Block, columns: &[Column]) {
        for &column in columns {
            if !std::mem::replace(&mut self.there[column.index()], true) {
                block.column(column).unpack(&mut self.columns[column.index()]);
            }
        }
    }

    /// A column that was unpacked.
    pub(super) fn column(&self, column: Column) -> &[i64] {
        debug_assert!(self.there[column.index()], "{column:?}");
        &self.columns[column.index()]
    }
}

/// A block, and what is known of it.
pub(super) struct BlockView<'a> {
    pub(super) columns: &'a UnpackedColumns,
    pub(super) dictionaries: &'a Dictionaries,
    /// What its end reasons are.
    pub(super) reasons: &'a [ReasonFacts],
    /// The file that it is of, as the session names it.
    pub(super) file: u32,
}

/// The groups of one dimension. A group has a number in one shard, and a name for all.
#[derive(Debug)]
pub(super) struct Grouping {
    pub(super) dimension: Dimension,
    /// The group of each call of the block, [`ABSENT`] for none.
    pub(super) groups: Vec<i64>,
    zone: LocalZone,
    steps: Option<TimeSteps>,
    stripping: Stripping,
    /// Those of the person's own destinations; their places are numbers of `names`.
    destinations: Option<Prefixes>,
    /// The switch of each name in the column of switches; likewise.
    switches: Vec<i64>,
    names: Dictionary,
}

impl Grouping {
    pub(super) fn new(dimension: Dimension, zone: &LocalZone, plan: &DialPlan) -> Self {
        let steps = match dimension {
            Dimension::Step { minutes } => Some(TimeSteps::new(minutes.saturating_mul(60), zone.clone())),
            _ => None,
        };
        let mut names = Dictionary::default();
        let destinations = (dimension == Dimension::Destination).then(|| {
            let numbered = plan.destinations.iter().map(|(prefix, name)| {
                let prefix = prefix.trim().trim_start_matches('+');
                (prefix, names.intern(name) as usize)
            });
            Prefixes::new(numbered)
        });
        // Routing prefixes stand before called numbers only.
        let strip = if dimension.column() == Column::Callee { plan.strip.as_slice() } else { &[] };
        let stripping = Stripping::new(strip);
        let (groups, zone, switches) = (Vec::new(), zone.clone(), Vec::new());
        Self { dimension, groups, zone, steps, stripping, destinations, switches, names }
    }

    /// The columns that must be unpacked.
    pub(super) fn columns(&self) -> [Column; 2] {
        [self.dimension.column(), Column::TalkTime]
    }

    /// Finds the group of each call of a block.
    pub(super) fn find(&mut self, view: &BlockView<'_>) {
        let values = view.columns.column(self.dimension.column());
        let Self { groups, zone, steps, stripping, destinations, switches, names, dimension } = self;
        groups.clear();
        let number = |value: Option<usize>| value.map_or(ABSENT, |value| value as i64);
        let digits = |value: i64| stripping.digits(value, view.dictionaries);
        let talk = view.columns.column(Column::TalkTime);
        match *dimension {
            Dimension::CallerPrefix { digits: count } | Dimension::Prefix { digits: count } => {
                fill(groups, values, |value| {
                    let prefix = digits(value).and_then(|digits| digits.prefix(count));
                    prefix.map_or(ABSENT, |prefix| (prefix.0 >> behind(count)) as i64)
                });
            }
            Dimension::Country => fill(groups, values, |value| number(digits(value).and_then(country))),
            Dimension::Area => fill(groups, values, |value| number(digits(value).and_then(area))),
            Dimension::Destination => {
                let Some(prefixes) = destinations else { return groups.resize(values.len(), ABSENT) };
                fill(groups, values, |value| {
                    number(digits(value).and_then(|digits| prefixes.longest(digits.international().iter())))
                });
            }
            Dimension::Softswitch => {
                let more = view.dictionaries.names(NameColumn::Softswitch).iter().skip(switches.len());
                switches.extend(more.map(|name| i64::from(names.intern(switch_name(name).unwrap_or_default()))));
                fill(groups, values, |name| if name == ABSENT { ABSENT } else { switches[narrow::index(name)] });
            }
            Dimension::Answered => fill(groups, values, |talk| i64::from(talk > 0)),
            Dimension::EndReason => fill(groups, values, |reason| view.reasons[narrow::index(reason)].key),
            Dimension::Category => fill(groups, values, |reason| view.reasons[narrow::index(reason)].category),
            Dimension::Family => fill(groups, values, |reason| view.reasons[narrow::index(reason)].family),
            Dimension::Side => fill(groups, values, |reason| view.reasons[narrow::index(reason)].side),
            Dimension::Class => groups.extend(
                values
                    .iter()
                    .zip(talk)
                    .map(|(&reason, &talk)| view.reasons[narrow::index(reason)].class[usize::from(talk > 0)]),
            ),
            Dimension::HourOfDay => {
                fill(groups, values, |start| zone.hour_of_day(start));
            }
            Dimension::Weekday => {
                fill(groups, values, |start| zone.weekday(start) + 1);
            }
            Dimension::Step { .. } => {
                let Some(steps) = steps else { return groups.resize(values.len(), ABSENT) };
                fill(groups, values, |start| steps.step(start).0);
            }
            Dimension::TalkBucket => fill(groups, values, talk_bucket),
            Dimension::DelayBucket => {
                fill(groups, values, |delay| if delay == ABSENT { ABSENT } else { delay_bucket(delay) })
            }
            Dimension::File => groups.resize(values.len(), i64::from(view.file)),
            _ => groups.extend_from_slice(values),
        }
    }

    /// The name of a group.
    pub(super) fn name(&self, group: i64, dictionaries: &Dictionaries, reasons: &Reasons) -> Option<String> {
        if group == ABSENT {
            return None;
        }
        Some(match self.dimension {
            Dimension::Caller | Dimension::Callee => dictionaries.phone_number(PackedNumber(group as u64)),
            Dimension::CallerPrefix { digits } | Dimension::Prefix { digits } => {
                PackedNumber((group as u64) << behind(digits)).text()
            }
            Dimension::Country => regions().get(narrow::index(group))?.id.clone(),
            Dimension::Area => areas().get(narrow::index(group))?.id.clone(),
            Dimension::Destination | Dimension::Softswitch => self.names.get(narrow::number(group)).to_owned(),
            Dimension::HangUpSide => HANG_UP_SIDES.get(narrow::index(group))?.to_string(),
            Dimension::Answered => if group == 1 { "yes" } else { "no" }.to_owned(),
            Dimension::EndReason | Dimension::Class | Dimension::Category | Dimension::Family | Dimension::Side => {
                reasons.name(group).to_owned()
            }
            Dimension::TalkBucket => talk_bucket_name(group),
            Dimension::DelayBucket => delay_bucket_name(group),
            _ => match self.dimension.names() {
                Some(column) => dictionaries.names(column).get(narrow::number(group)).to_owned(),
                None => group.to_string(),
            },
        })
    }
}

/// The bits behind a packed prefix of so many digits: without them its number is as small as can be, and short prefixes
/// are counted in a list.
fn behind(digits: u8) -> u32 {
    64 - 4 * u32::from(digits.clamp(1, 8))
}

fn fill(groups: &mut Vec<i64>, values: &[i64], group: impl FnMut(i64) -> i64) {
    groups.extend(values.iter().copied().map(group));
}
