//! The groups of a table in one shard.

use super::call_facts::NO_DELAY;
use super::flags::{Flag, Lanes};
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
    /// The places of those that have calls of the block that is counted.
    touched: Vec<u32>,
}

/// The sums of a group. Where lanes are not empty, [`Groups::end_block`] is still to come.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) key: GroupKey,
    lanes: Lanes,
    pub(super) talk_seconds: u64,
    pub(super) sixes_seconds: u64,
    pub(super) full_minutes_seconds: u64,
    pub(super) held_seconds: u64,
    pub(super) billed_seconds: u64,
    pub(super) billed_talk_seconds: u64,
    pub(super) fee: Amount,
    pub(super) fee_of_unanswered: Amount,
    pub(super) cost: Amount,
    pub(super) loss: Amount,
    pub(super) first_start: i64,
    pub(super) last_start: i64,
    /// Counts of calls of earlier blocks; nothing else.
    counts: Measures,
    /// Post-dial delays of unanswered and of answered calls, by their steps.
    delays: [Vec<u64>; 2],
}

impl Group {
    fn new(key: GroupKey) -> Self {
        Self {
            key,
            lanes: Lanes::default(),
            talk_seconds: 0,
            sixes_seconds: 0,
            full_minutes_seconds: 0,
            held_seconds: 0,
            billed_seconds: 0,
            billed_talk_seconds: 0,
            fee: Amount::default(),
            fee_of_unanswered: Amount::default(),
            cost: Amount::default(),
            loss: Amount::default(),
            first_start: i64::MAX,
            last_start: i64::MIN,
            counts: Measures::default(),
            delays: Default::default(),
        }
    }

    pub(super) fn calls(&self) -> u64 {
        self.counts.calls
    }

    pub(super) fn count_delay(&mut self, step: u16, is_answered: bool) {
        if step == NO_DELAY {
            return;
        }
        let steps = &mut self.delays[usize::from(is_answered)];
        if usize::from(step) >= steps.len() {
            steps.resize(usize::from(step) + 1, 0);
        }
        steps[usize::from(step)] += 1;
    }

    /// Adds what the lanes hold to the counts, and empties them.
    fn end_block(&mut self) {
        let Self { lanes, counts, .. } = self;
        counts.calls += lanes.calls();
        let add = |sum: &mut u64, flag| *sum += lanes.count(flag);
        add(&mut counts.answered, Flag::Answered);
        add(&mut counts.effective_unanswered, Flag::EffectiveUnanswered);
        add(&mut counts.ended_by_sip, Flag::EndedBySip);
        add(&mut counts.redirected, Flag::Redirected);
        add(&mut counts.seer_effective, Flag::SeerEffective);
        add(&mut counts.ineffective, Flag::Ineffective);
        add(&mut counts.in_progress, Flag::InProgress);
        add(&mut counts.billed_known, Flag::BilledKnown);
        add(&mut counts.short_calls, Flag::Short);
        add(&mut counts.fee_known, Flag::FeeKnown);
        add(&mut counts.cost_known, Flag::CostKnown);
        add(&mut counts.answered_free, Flag::AnsweredFree);
        add(&mut counts.answered_unbooked, Flag::AnsweredUnbooked);
        add(&mut counts.answered_delay_known, Flag::AnsweredDelayKnown);
        add(&mut counts.slow_answered, Flag::SlowAnswered);
        add(&mut counts.loss_calls, Flag::Loss);
        add(&mut counts.vendor_known, Flag::VendorKnown);
        add(&mut counts.vendor_reached, Flag::VendorReached);
        for (sums, first) in [(&mut counts.hung_up, Flag::HungUp), (&mut counts.hung_up_answered, Flag::HungUpAnswered)]
        {
            sums.iter_mut().zip(lanes.hung_up(first)).for_each(|(sum, calls)| *sum += calls);
        }
        *lanes = Lanes::default();
    }

    /// All of its sums.
    pub(super) fn measures(&self) -> Measures {
        let [unanswered, answered] = &self.delays;
        Measures {
            talk_seconds: self.talk_seconds,
            sixes_seconds: self.sixes_seconds,
            full_minutes_seconds: self.full_minutes_seconds,
            held_seconds: self.held_seconds,
            billed_seconds: self.billed_seconds,
            billed_talk_seconds: self.billed_talk_seconds,
            fee: self.fee,
            fee_of_unanswered: self.fee_of_unanswered,
            cost: self.cost,
            loss: self.loss,
            first_start: (self.calls() > 0).then_some(EpochMillis(self.first_start)),
            last_start: (self.calls() > 0).then_some(EpochMillis(self.last_start)),
            unanswered_delays: Delays::of_steps(unanswered),
            answered_delays: Delays::of_steps(answered),
            ..self.counts.clone()
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

    /// The group of a key, made where there is none, to which a call with these flags was added.
    #[inline]
    pub(super) fn count(&mut self, key: GroupKey, flags: u32) -> &mut Group {
        let place = match self.listed(key[0]) {
            Some(place) if self.is_simple => place,
            _ => self.look_for(key),
        };
        let group = &mut self.all[place as usize];
        if group.lanes.is_empty() {
            self.touched.push(place);
        }
        group.lanes.add(flags);
        group
    }

    /// A block is counted.
    pub(super) fn end_block(&mut self) {
        for place in self.touched.drain(..) {
            self.all[place as usize].end_block();
        }
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
