//! The groups of a table in one shard.

use super::block_sums::Span;
use super::call_facts::{NO_DELAY, SUMS, sum};
use super::flags::{FLAGS, Flag, Lanes};
use super::{Amount, Measures};
use crate::evidence::Delays;
use calls::EpochMillis;
use calls::narrow;
use rustc_hash::FxHashMap;
use std::cmp::Reverse;

/// Numbers below this have their groups in a list, which is faster than a map.
const MOST_LISTED: i64 = 1 << 16;

/// The number of a group in each dimension; those that the table does not have are 0.
pub(super) type GroupKey = [i64; 3];

/// Groups that were looked for lately are found without a hash of all of their numbers, which are compared anyway.
const RECENT: usize = 1024;

/// The groups, each with a place.
#[derive(Debug, Default)]
pub(super) struct Groups {
    /// The table has one dimension.
    is_simple: bool,
    /// The places, each one more than it is, of groups whose one number is small.
    listed: Vec<u32>,
    others: FxHashMap<GroupKey, u32>,
    /// Places of groups that were looked for lately, by [`slot_of`] their keys.
    recent: Vec<u32>,
    all: Vec<Group>,
}

/// So many steps of delays there are, with the one of those that are not said.
const DELAY_STEPS: usize = NO_DELAY as usize + 1;

/// Calls of each step, unanswered and answered.
type DelayCounts = [[u32; DELAY_STEPS]; 2];

/// The sums of a group.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) key: GroupKey,
    calls: u64,
    counts: [u64; FLAGS],
    sums: [i128; SUMS],
    span: Span,
    /// Post-dial delays of unanswered and of answered calls, by their steps, where there are some.
    delays: Option<Box<DelayCounts>>,
}

impl Group {
    fn new(key: GroupKey) -> Self {
        Self { key, calls: 0, counts: [0; FLAGS], sums: [0; SUMS], span: Span::NONE, delays: None }
    }

    pub(super) fn calls(&self) -> u64 {
        self.calls
    }

    /// Adds a call of a step of post-dial delays, [`NO_DELAY`] for one of which the file does not say.
    #[inline]
    pub(super) fn count_delay(&mut self, step: u16, is_answered: bool) {
        // A group of which no delay is said takes no room; in others, what is not said is counted too, which is faster
        // than to ask at every call.
        if step == NO_DELAY && self.delays.is_none() {
            return;
        }
        let delays = self.delays.get_or_insert_with(|| Box::new([[0; DELAY_STEPS]; 2]));
        delays[usize::from(is_answered)][usize::from(step)] += 1;
    }

    /// Adds calls of a block.
    pub(super) fn add(&mut self, lanes: &Lanes, sums: &[i128; SUMS], span: Span) {
        self.calls += lanes.calls();
        self.counts.iter_mut().zip(lanes.counts()).for_each(|(count, calls)| *count += calls);
        self.sums.iter_mut().zip(sums).for_each(|(mine, theirs)| *mine += theirs);
        self.span.add(span);
    }

    /// All of its sums.
    pub(super) fn measures(&self) -> Measures {
        let delays = |answered: bool| {
            let counts = self.delays.as_ref().map(|delays| &delays[usize::from(answered)][..usize::from(NO_DELAY)]);
            Delays::of_steps(counts.unwrap_or_default())
        };
        let count = |flag: Flag| self.counts[flag as usize];
        let by_side = |first: Flag| std::array::from_fn(|side| self.counts[first as usize + side]);
        // Seconds are no fewer than none.
        let seconds = |at: usize| u64::try_from(self.sums[at]).unwrap_or_default();
        let amount = |at: usize| Amount(self.sums[at]);
        Measures {
            calls: self.calls,
            answered: count(Flag::Answered),
            effective_unanswered: count(Flag::EffectiveUnanswered),
            ended_by_sip: count(Flag::EndedBySip),
            redirected: count(Flag::Redirected),
            seer_effective: count(Flag::SeerEffective),
            ineffective: count(Flag::Ineffective),
            in_progress: count(Flag::InProgress),
            talk_seconds: seconds(sum::TALK),
            sixes_seconds: seconds(sum::SIXES),
            full_minutes_seconds: seconds(sum::FULL_MINUTES),
            held_seconds: self.span.held_seconds,
            billed_seconds: seconds(sum::BILLED),
            billed_known: count(Flag::BilledKnown),
            billed_talk_seconds: seconds(sum::BILLED_TALK),
            short_calls: count(Flag::Short),
            answered_delay_known: count(Flag::AnsweredDelayKnown),
            slow_answered: count(Flag::SlowAnswered),
            fee: amount(sum::FEE),
            fee_known: count(Flag::FeeKnown),
            fee_of_unanswered: amount(sum::FEE_OF_UNANSWERED),
            cost: amount(sum::COST),
            cost_known: count(Flag::CostKnown),
            answered_free: count(Flag::AnsweredFree),
            answered_unbooked: count(Flag::AnsweredUnbooked),
            loss_calls: count(Flag::Loss),
            loss: amount(sum::LOSS),
            hung_up: by_side(Flag::HungUp),
            hung_up_answered: by_side(Flag::HungUpAnswered),
            vendor_known: count(Flag::VendorKnown),
            vendor_reached: count(Flag::VendorReached),
            answered_delays: delays(true),
            unanswered_delays: delays(false),
            first_start: (self.calls > 0).then_some(EpochMillis(self.span.first)),
            last_start: (self.calls > 0).then_some(EpochMillis(self.span.last)),
        }
    }
}

/// Where the place of a group is remembered: the numbers of its key, mixed so that the highest bits depend on all of
/// them.
#[inline]
fn slot_of(key: GroupKey) -> usize {
    let [one, two, three] = key.map(|number| number as u64);
    let mixed = one ^ two.wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(17) ^ three.rotate_left(41);
    (mixed.wrapping_mul(0xD6E8_FEB8_6659_FD93) >> 54) as usize % RECENT
}

impl Groups {
    pub(super) fn new(dimensions: usize) -> Self {
        Self { is_simple: dimensions <= 1, recent: vec![u32::MAX; RECENT], ..Self::default() }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// The place of the group of a key, made where there is none.
    #[inline]
    pub(super) fn place(&mut self, key: GroupKey) -> u32 {
        match self.listed(key[0]) {
            Some(place) if self.is_simple => place,
            _ => self.look_for(key),
        }
    }

    /// The group of a place.
    #[inline]
    pub(super) fn at(&mut self, place: u32) -> &mut Group {
        &mut self.all[place as usize]
    }

    /// The place of the group with this one number, if it is in the list. What does not fit a place of the list is not
    /// cut to one: of what is absent and of many phone numbers the lower 32 bits are 0.
    #[inline]
    fn listed(&self, number: i64) -> Option<u32> {
        self.listed.get(usize::try_from(number).ok()?)?.checked_sub(1)
    }

    fn look_for(&mut self, key: GroupKey) -> u32 {
        let slot = slot_of(key);
        let recent = self.recent[slot];
        if self.all.get(recent as usize).is_some_and(|group| group.key == key) {
            return recent;
        }
        let place = self.find(key);
        self.recent[slot] = place;
        place
    }

    fn find(&mut self, key: GroupKey) -> u32 {
        let next = narrow::count(self.all.len());
        let place = if self.is_simple && (0..MOST_LISTED).contains(&key[0]) {
            let number = narrow::index(key[0]);
            if number >= self.listed.len() {
                self.listed.resize(number + 1, 0);
            }
            if self.listed[number] == 0 {
                self.listed[number] = next + 1;
            }
            self.listed[number] - 1
        } else {
            *self.others.entry(key).or_insert(next)
        };
        if place == next {
            self.all.push(Group::new(key));
        }
        place
    }

    /// Leaves the `most` groups with the most calls, and gives the others.
    pub(super) fn keep(&mut self, most: usize) -> Vec<Group> {
        let all = std::mem::take(&mut self.all);
        *self = Self { recent: vec![u32::MAX; RECENT], is_simple: self.is_simple, ..Self::default() };
        let mut calls: Vec<Reverse<u64>> = all.iter().map(|group| Reverse(group.calls())).collect();
        let fewest = if calls.len() > most { calls.select_nth_unstable(most).1.0 } else { 0 };
        let mut room = most.saturating_sub(all.iter().filter(|group| group.calls() > fewest).count());
        let mut others = Vec::new();
        for group in all {
            let stays = group.calls() > fewest || room > 0;
            room -= usize::from(stays && group.calls() == fewest);
            if !stays {
                others.push(group);
                continue;
            }
            self.find(group.key);
            if let Some(place) = self.all.last_mut() {
                *place = group;
            }
        }
        others
    }

    pub(super) fn into_all(self) -> Vec<Group> {
        self.all
    }
}
