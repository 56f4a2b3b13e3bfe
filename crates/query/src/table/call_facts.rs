//! What tables sum up of each call of a block: worked out once for all tables that are asked at once.

use super::super::evidence::Delays;
use super::super::grouping::BlockView;
use super::super::load::held_seconds;
use super::flags::Flag;
use super::{SLOW_MILLIS, is_unbooked};
use calls::{NameColumn, narrow};
use store::{ABSENT, Column, Selection};

/// Stands for a call without a post-dial delay.
pub(super) const NO_DELAY: u16 = u16::MAX;

/// The calls of a block.
#[derive(Debug)]
pub(in super::super) struct CallFacts {
    /// Answered calls of at most so many seconds are short.
    short_seconds: i64,
    /// Of each billing mode whether it stands for a booking on no account.
    unbooked: Vec<bool>,
    pub(super) flags: Vec<u32>,
    /// Seconds for which they held a line.
    pub(super) held: Vec<u64>,
    /// Billed seconds; 0 where the file does not say.
    pub(super) billed: Vec<u64>,
    /// The steps of their post-dial delays, or [`NO_DELAY`].
    pub(super) delays: Vec<u16>,
}

/// The columns that they are made of.
pub(in super::super) const COLUMNS: [Column; 12] = [
    Column::Start,
    Column::Duration,
    Column::TalkTime,
    Column::BilledTime,
    Column::PostDialDelay,
    Column::Fee,
    Column::Cost,
    Column::EndReason,
    Column::HangUpSide,
    Column::InProgress,
    Column::Name(NameColumn::TerminatingGateway),
    Column::Name(NameColumn::BillingMode),
];

impl CallFacts {
    /// Of no calls; answered calls of at most so many seconds are short.
    pub(in super::super) fn new(short_seconds: u32) -> Self {
        let (flags, held, billed, delays) = Default::default();
        Self { short_seconds: short_seconds.into(), unbooked: Vec::new(), flags, held, billed, delays }
    }

    /// Whether they are those for a table to which calls of at most so many seconds are short.
    pub(in super::super) fn are_for(&self, short_seconds: u32) -> bool {
        self.short_seconds == i64::from(short_seconds)
    }

    /// Those of the selected calls of the next block; their delays only where a table has them.
    pub(in super::super) fn find(&mut self, view: &BlockView<'_>, selection: &Selection, delays: bool) {
        let column = |column| view.columns.column(column);
        self.find_flags(view, selection);
        let talk = column(Column::TalkTime);
        let (starts, durations, billed) = (column(Column::Start), column(Column::Duration), column(Column::BilledTime));
        fill(&mut self.held, selection, |row| held_seconds(starts[row], durations[row], talk[row]));
        fill(&mut self.billed, selection, |row| if billed[row] == ABSENT { 0 } else { billed[row] as u64 });
        if delays {
            let delays = column(Column::PostDialDelay);
            fill(&mut self.delays, selection, |row| match delays[row] {
                ABSENT => NO_DELAY,
                delay => Delays::step(narrow::number(delay)),
            });
        }
    }

    fn find_flags(&mut self, view: &BlockView<'_>, selection: &Selection) {
        let modes = view.dictionaries.names(NameColumn::BillingMode);
        let more: Vec<bool> = modes.iter().skip(self.unbooked.len()).map(is_unbooked).collect();
        self.unbooked.extend(more);
        let no_vendor = view.dictionaries.names(NameColumn::TerminatingGateway).id_of("").map_or(ABSENT, i64::from);
        let column = |column| view.columns.column(column);
        let (talk, fees, costs) = (column(Column::TalkTime), column(Column::Fee), column(Column::Cost));
        let (reasons, sides, billed) =
            (column(Column::EndReason), column(Column::HangUpSide), column(Column::BilledTime));
        let delays = column(Column::PostDialDelay);
        let (vendors, modes, in_progress) = (
            column(Column::Name(NameColumn::TerminatingGateway)),
            column(Column::Name(NameColumn::BillingMode)),
            column(Column::InProgress),
        );
        let (unbooked, short_seconds) = (&self.unbooked, self.short_seconds);
        fill(&mut self.flags, selection, |row| {
            let (talk, fee, cost, vendor, mode) = (talk[row], fees[row], costs[row], vendors[row], modes[row]);
            let (is_answered, delay) = (talk > 0, delays[row]);
            let reason = &view.reasons[narrow::index(reasons[row])];
            let side = match sides[row] {
                side @ 0..3 => (1 | u32::from(is_answered) << 3) << (Flag::HungUp as u32 + narrow::number(side)),
                _ => 0,
            };
            let is_unbooked = mode != ABSENT && unbooked[narrow::index(mode)];
            side | Flag::Answered.bit(is_answered)
                | Flag::EffectiveUnanswered.bit(!is_answered && reason.is_effective)
                | Flag::EndedBySip.bit(reason.is_sip)
                | Flag::Redirected.bit(!is_answered && reason.is_redirected)
                | Flag::SeerEffective.bit(!is_answered && reason.is_seer_effective)
                | Flag::Ineffective.bit(!is_answered && reason.is_ineffective)
                | Flag::InProgress.bit(in_progress[row] == 1)
                | Flag::BilledKnown.bit(billed[row] != ABSENT)
                | Flag::Short.bit(is_answered && talk <= short_seconds)
                | Flag::FeeKnown.bit(fee != ABSENT)
                | Flag::CostKnown.bit(cost != ABSENT)
                | Flag::AnsweredFree.bit(is_answered && fee == 0)
                | Flag::AnsweredUnbooked.bit(is_answered && is_unbooked)
                | Flag::AnsweredDelayKnown.bit(is_answered && delay != ABSENT)
                // What is absent is below any delay.
                | Flag::SlowAnswered.bit(is_answered && delay > i64::from(SLOW_MILLIS))
                | Flag::Loss.bit(fee != ABSENT && cost != ABSENT && cost > fee)
                | Flag::VendorKnown.bit(vendor != ABSENT)
                | Flag::VendorReached.bit(vendor != ABSENT && vendor != no_vendor)
        });
    }
}

/// One value for each call of a block; those of calls that are not selected say nothing.
fn fill<T: Copy + Default>(into: &mut Vec<T>, selection: &Selection, of: impl Fn(usize) -> T) {
    into.clear();
    if selection.count() * 4 > selection.rows() {
        into.extend((0..selection.rows()).map(of));
    } else {
        into.resize(selection.rows(), T::default());
        selection.for_each(|row| into[row] = of(row));
    }
}

/// Whether a call with these flags has that one.
#[inline]
pub(super) fn has(flags: u32, flag: Flag) -> bool {
    flags & flag.bit(true) != 0
}
