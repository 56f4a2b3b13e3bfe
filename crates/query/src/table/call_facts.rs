//! What tables count of the calls of a block, found once for all tables.

use super::super::block_groups::{BlockGroups, Numbers};
use super::super::evidence::Delays;
use super::super::grouping::{BlockSource, UnpackedColumns};
use super::flags::flags_of;
use calls::narrow;
use store::{ABSENT, Block, Column, Selection, Trait};

/// Stands for a call whose post-dial delay the file does not say: a step behind all others.
pub(super) const NO_DELAY: u16 = Delays::STEP_COUNT;

/// How many sums there are of what calls with talk time or money have.
pub(super) const SUMS: usize = 9;

/// The sums, by their places.
pub(super) mod sum {
    pub(crate) const TALK: usize = 0;
    pub(crate) const SIXES: usize = 1;
    pub(crate) const FULL_MINUTES: usize = 2;
    pub(crate) const BILLED: usize = 3;
    pub(crate) const BILLED_TALK: usize = 4;
    pub(crate) const FEE: usize = 5;
    pub(crate) const FEE_OF_UNANSWERED: usize = 6;
    pub(crate) const COST: usize = 7;
    pub(crate) const LOSS: usize = 8;
}

/// Amounts below this, as many as a block has calls, add up within 64 bits.
const USUAL_AMOUNT: i64 = 1 << 48;

/// What the selected calls of a block add to the sums of their groups.
#[derive(Debug)]
pub(super) enum Addends {
    /// Sums of a block fit 64 bits.
    Usual(Vec<[i64; SUMS]>),
    /// Amounts are so large that they may not.
    Large(Vec<[i128; SUMS]>),
}

impl Default for Addends {
    fn default() -> Self {
        Addends::Usual(Vec::new())
    }
}

/// What tables count of the calls of a block.
#[derive(Debug)]
pub(in super::super) struct CallFacts {
    /// The kinds of the calls.
    pub(super) kinds: BlockGroups,
    /// The flags of each of these kinds.
    pub(super) flags: Vec<u32>,
    /// Which of these have something to add up.
    weighty_kinds: Vec<bool>,
    /// The selected calls of these, in order.
    pub(super) weighty: Vec<u16>,
    /// Their values of [`WEIGHTS`].
    weights: [Vec<i64>; 4],
    /// What these add to sums, one by one.
    pub(super) addends: Addends,
    /// The steps of post-dial delays, or [`NO_DELAY`]; only where they are asked for.
    pub(super) delays: Vec<u16>,
    numbers: Numbers,
}

/// The columns that are added up.
const WEIGHTS: [Column; 4] = [Column::TalkTime, Column::BilledTime, Column::Fee, Column::Cost];

impl CallFacts {
    /// Of no calls.
    pub(in super::super) fn new() -> Self {
        Self {
            kinds: BlockGroups::default(),
            flags: Vec::new(),
            weighty_kinds: Vec::new(),
            weighty: Vec::new(),
            weights: Default::default(),
            addends: Addends::default(),
            delays: Vec::new(),
            numbers: Numbers::default(),
        }
    }

    /// Those of the selected calls of the next block; their delays only where a table has them.
    pub(in super::super) fn find(
        &mut self,
        source: BlockSource<'_>,
        columns: &mut UnpackedColumns,
        selection: &Selection,
        delays: bool,
    ) {
        self.find_kinds(source, columns);
        find_weighty(&mut self.weighty, &self.kinds.of, &self.weighty_kinds, selection);
        for (column, values) in WEIGHTS.into_iter().zip(&mut self.weights) {
            source.block.column(column).unpack_rows(&self.weighty, values);
        }
        if is_usual(source.block) {
            let mut addends = match std::mem::take(&mut self.addends) {
                Addends::Usual(addends) => addends,
                Addends::Large(_) => Vec::new(),
            };
            find_addends(&self.weights, &mut addends);
            self.addends = Addends::Usual(addends);
        } else {
            let mut addends = Vec::new();
            find_addends(&self.weights, &mut addends);
            self.addends = Addends::Large(addends);
        }
        self.delays.clear();
        if delays {
            columns.unpack(source.block, &[Column::PostDialDelay]);
            let step = Delays::steps();
            self.delays.extend(columns.column(Column::PostDialDelay).iter().map(|&delay| match delay {
                ABSENT => NO_DELAY,
                delay => step(narrow::number(delay)),
            }));
        }
    }

    fn find_kinds(&mut self, source: BlockSource<'_>, columns: &mut UnpackedColumns) {
        let Self { kinds, flags, weighty_kinds, numbers, .. } = self;
        let column = source.block.column(Column::Kind);
        if !kinds.of_codes(column, |number| number) {
            columns.unpack(source.block, &[Column::Kind]);
            kinds.of_keys(columns.column(Column::Kind).iter().copied(), numbers);
        }
        let known = source.dictionaries.kinds();
        flags.clear();
        weighty_kinds.clear();
        for &number in &kinds.keys {
            // Of a code that no call has there may be no kind.
            let kind = usize::try_from(number).ok().and_then(|number| known.get(number));
            flags.push(kind.map_or(0, |kind| flags_of(*kind, &source.reasons[kind.end_reason as usize])));
            weighty_kinds.push(kind.is_some_and(|kind| kind.has(Trait::HasWeight)));
        }
    }
}

/// Finds the selected calls of kinds that have something to add up.
#[inline(never)] // As every pass over a block: inlined into one function, they leave the compiler no registers.
fn find_weighty(weighty: &mut Vec<u16>, kinds: &[u16], weighty_kinds: &[bool], selection: &Selection) {
    weighty.clear();
    // As many places as there are calls are taken, and those that were not needed given back: so there is no branch,
    // which nobody could foresee.
    weighty.resize(kinds.len(), 0);
    let (mut count, mut row) = (0, 0_u16);
    if selection.is_all() {
        for &kind in kinds {
            weighty[count] = row;
            count += usize::from(weighty_kinds[usize::from(kind)]);
            row += 1;
        }
    } else {
        selection.for_each(|row| {
            weighty[count] = u16::try_from(row).unwrap_or_default();
            count += usize::from(weighty_kinds[usize::from(kinds[row])]);
        });
    }
    weighty.truncate(count);
}

/// Whether amounts of a block add up within 64 bits.
fn is_usual(block: &Block) -> bool {
    [Column::Fee, Column::Cost].into_iter().all(|column| {
        let bounds = block.column(column).bounds();
        bounds.is_none_or(|(least, most)| -USUAL_AMOUNT < least && most < USUAL_AMOUNT)
    })
}

/// What calls add to sums, given the values of [`WEIGHTS`].
#[inline(never)]
fn find_addends<T: From<i64> + std::ops::Sub<Output = T>>(weights: &[Vec<i64>; 4], into: &mut Vec<[T; SUMS]>) {
    let [talk, billed, fee, cost] = weights;
    into.clear();
    into.extend(
        talk.iter()
            .zip(billed)
            .zip(fee)
            .zip(cost)
            .map(|(((&talk, &billed), &fee), &cost)| addends(talk, billed, fee, cost)),
    );
}

#[inline]
fn addends<T: From<i64> + std::ops::Sub<Output = T>>(talk: i64, billed: i64, fee: i64, cost: i64) -> [T; SUMS] {
    let known = |amount: i64| if amount == ABSENT { 0 } else { amount };
    // Division is fast for numbers of 32 bits, and more seconds than that has no call.
    let seconds = narrow::number(talk);
    let is_loss = fee != ABSENT && cost != ABSENT && cost > fee;
    let mut addends = [0; SUMS].map(T::from);
    addends[sum::TALK] = talk.into();
    addends[sum::SIXES] = (i64::from(seconds.div_ceil(6)) * 6).into();
    addends[sum::FULL_MINUTES] = (i64::from(seconds.div_ceil(60)) * 60).into();
    addends[sum::BILLED] = known(billed).into();
    addends[sum::BILLED_TALK] = (if billed == ABSENT { 0 } else { talk }).into();
    addends[sum::FEE] = known(fee).into();
    addends[sum::FEE_OF_UNANSWERED] = (if talk > 0 { 0 } else { known(fee) }).into();
    addends[sum::COST] = known(cost).into();
    if is_loss {
        addends[sum::LOSS] = T::from(cost) - T::from(fee);
    }
    addends
}
