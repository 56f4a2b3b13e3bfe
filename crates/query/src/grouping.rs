//! Which group each call of a block is in.

use super::block_groups::{BlockGroups, Numbers};
use super::buckets::{delay_bucket, delay_bucket_name, talk_bucket, talk_bucket_name};
use super::called_place::Beginnings;
use super::dial_plan::{DialPlan, Stripping};
use super::dimension::Dimension;
use super::filter::HANG_UP_SIDES;
use super::interpretation::{ReasonFacts, Reasons};
use super::switch_name::switch_name;
use super::time_steps::TimeSteps;
use calls::{LocalZone, NameColumn, narrow};
use knowledge::{Prefixes, areas, regions};
use store::{ABSENT, Block, Column, Dictionaries, Dictionary, Kind, PackedNumber, Trait};

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
#[derive(Clone, Copy)]
pub(super) struct BlockSource<'a> {
    pub(super) block: &'a Block,
    pub(super) dictionaries: &'a Dictionaries,
    /// What its end reasons are.
    pub(super) reasons: &'a [ReasonFacts],
    /// The file that it is of, as the session names it.
    pub(super) file: u32,
}

/// The same with its columns, those that were unpacked.
pub(super) struct BlockView<'a> {
    pub(super) columns: &'a UnpackedColumns,
    pub(super) dictionaries: &'a Dictionaries,
    pub(super) reasons: &'a [ReasonFacts],
    pub(super) file: u32,
}

impl<'a> BlockView<'a> {
    pub(super) fn new(source: BlockSource<'a>, columns: &'a UnpackedColumns) -> Self {
        let BlockSource { dictionaries, reasons, file, .. } = source;
        Self { columns, dictionaries, reasons, file }
    }
}

/// The groups of one dimension. A group has a number in one shard, and a name for all.
#[derive(Debug)]
pub(super) struct Grouping {
    pub(super) dimension: Dimension,
    /// The groups of the calls of the block.
    pub(super) groups: BlockGroups,
    numbers: Numbers,
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
        let (groups, numbers) = (BlockGroups::default(), Numbers::default());
        let (zone, switches) = (zone.clone(), Vec::new());
        Self { dimension, groups, numbers, zone, steps, stripping, destinations, switches, names }
    }

    /// Finds the group of each call of a block; unpacks what it needs for that.
    pub(super) fn find(&mut self, source: BlockSource<'_>, columns: &mut UnpackedColumns) {
        let BlockSource { block, dictionaries, .. } = source;
        let number = |value: Option<usize>| value.map_or(ABSENT, |value| value as i64);
        let column = self.dimension.column();
        let Self { groups, numbers, zone, steps, stripping, destinations, switches, names, dimension } = self;
        let mut find = Find { source, columns, column, groups, numbers };
        let digits = |value: i64| stripping.digits(value, dictionaries);
        match *dimension {
            Dimension::File => find.groups.all_of(i64::from(source.file), block.rows()),
            Dimension::CallerPrefix { digits: count } | Dimension::Prefix { digits: count } => {
                let behind = behind(count);
                find.by_value(|value| {
                    let prefix = digits(value).and_then(|digits| digits.prefix(count));
                    prefix.map_or(ABSENT, |prefix| (prefix.0 >> behind) as i64)
                });
            }
            Dimension::Country => {
                let places = Beginnings::of_countries();
                find.by_value(|value| number(places.place(value, stripping, dictionaries)));
            }
            Dimension::Area => {
                let places = Beginnings::of_areas();
                find.by_value(|value| number(places.place(value, stripping, dictionaries)));
            }
            Dimension::Destination => find.by_value(|value| {
                let prefixes = destinations.as_ref();
                let longest = digits(value)
                    .zip(prefixes)
                    .and_then(|(digits, prefixes)| prefixes.longest(digits.international().iter()));
                number(longest)
            }),
            Dimension::Softswitch => {
                let more = dictionaries.names(NameColumn::Softswitch).iter().skip(switches.len());
                switches.extend(more.map(|name| i64::from(names.intern(switch_name(name).unwrap_or_default()))));
                // Of a code that no call has there may be no name.
                let switch = |name: i64| usize::try_from(name).ok().and_then(|name| switches.get(name).copied());
                find.by_value(|name| switch(name).unwrap_or(ABSENT));
            }
            Dimension::Answered => find.by_kind(|kind, _| i64::from(kind.has(Trait::Answered))),
            Dimension::EndReason => find.by_kind(|_, reason| reason.key),
            Dimension::Category => find.by_kind(|_, reason| reason.category),
            Dimension::Family => find.by_kind(|_, reason| reason.family),
            Dimension::Side => find.by_kind(|_, reason| reason.side),
            Dimension::Class => find.by_kind(|kind, reason| reason.class[usize::from(kind.has(Trait::Answered))]),
            Dimension::HourOfDay => find.by_there(hours(zone, |zone, start| zone.hour_of_day(start))),
            Dimension::Weekday => find.by_there(hours(zone, |zone, start| zone.weekday(start) + 1)),
            Dimension::Step { .. } => find.by_there(|start| steps.as_mut().map_or(ABSENT, |steps| steps.step(start).0)),
            Dimension::TalkBucket => find.by_value(talk_bucket),
            Dimension::DelayBucket => find.by_there(delay_bucket),
            _ => find.by_value(|value| value),
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

/// Finding the groups of the calls of one block.
struct Find<'a> {
    source: BlockSource<'a>,
    columns: &'a mut UnpackedColumns,
    column: Column,
    groups: &'a mut BlockGroups,
    numbers: &'a mut Numbers,
}

impl Find<'_> {
    /// By what the value of the column is.
    fn by_value(&mut self, mut key: impl FnMut(i64) -> i64) {
        let block = self.source.block;
        if !self.groups.of_codes(block.column(self.column), &mut key) {
            self.columns.unpack(block, &[self.column]);
            let values = self.columns.column(self.column);
            self.groups.of_keys(values.iter().copied().map(key), self.numbers);
        }
    }

    /// By what the value of the column is, where there is one.
    fn by_there(&mut self, mut key: impl FnMut(i64) -> i64) {
        self.by_value(|value| if value == ABSENT { ABSENT } else { key(value) });
    }

    /// By what the kind of a call is.
    fn by_kind(&mut self, key: impl Fn(Kind, &ReasonFacts) -> i64) {
        let BlockSource { dictionaries, reasons, .. } = self.source;
        self.by_value(|number| {
            // Of a code that no call has there may be no kind.
            let kind = usize::try_from(number).ok().and_then(|number| dictionaries.kinds().get(number));
            kind.map_or(ABSENT, |kind| key(*kind, &reasons[kind.end_reason as usize]))
        });
    }
}

/// What hangs on the hour that clocks show: asked once for calls of the same hour that follow one another.
fn hours(zone: &LocalZone, of: impl Fn(&LocalZone, i64) -> i64) -> impl FnMut(i64) -> i64 {
    let (mut from, mut to, mut last) = (0, 0, 0);
    move |start| {
        if !(from..to).contains(&start) {
            ((from, to), last) = (zone.hour_around(start), of(zone, start));
        }
        last
    }
}
