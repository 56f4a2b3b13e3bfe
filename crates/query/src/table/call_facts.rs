//! What tables count of the calls of a block, found once for all tables.

use super::super::block_groups::{BlockGroups, Numbers};
use super::super::evidence::Delays;
use super::super::grouping::{BlockSource, UnpackedColumns};
use super::super::load::held_seconds;
use super::flags::flags_of;
use calls::narrow;
use store::{ABSENT, Block, Column, Selection};

/// Stands for a call whose post-dial delay the file does not say.
pub(super) const NO_DELAY: u16 = u16::MAX;

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

/// What tables count of the calls of a block.
#[derive(Debug)]
pub(in super::super) struct CallFacts {
    /// The kinds of the calls.
    pub(super) kinds: BlockGroups,
    /// The flags of each of these kinds.
    pub(super) flags: Vec<u32>,
    /// Seconds for which calls held a line.
    pub(super) held: Vec<u64>,
    /// The selected calls that have talk time, billed time, a fee or a cost that is not 0, in order.
    pub(super) weighty: Vec<u16>,
    /// What these add to sums, one by one.
    pub(super) addends: Addends,
    /// The steps of post-dial delays, or [`NO_DELAY`]; only where they are asked for.
    pub(super) delays: Vec<u16>,
    numbers: Numbers,
}

/// The columns that they and tables are made of.
const COLUMNS: [Column; 7] = [
    Column::Start,
    Column::Duration,
    Column::TalkTime,
    Column::BilledTime,
    Column::PostDialDelay,
    Column::Fee,
    Column::Cost,
];

impl CallFacts {
    /// Of no calls.
    pub(in super::super) fn new() -> Self {
        Self {
            kinds: BlockGroups::default(),
            flags: Vec::new(),
            held: Vec::new(),
            weighty: Vec::new(),
            addends: Addends::Usual(Vec::new()),
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
        columns.unpack(source.block, &COLUMNS);
        self.find_kinds(source, columns);
        let [start, duration, talk, billed, delay, fee, cost] = COLUMNS.map(|column| columns.column(column));
        self.held.clear();
        self.held.extend(
            start
                .iter()
                .zip(duration)
                .zip(talk)
                .map(|((&start, &duration), &talk)| held_seconds(start, duration, talk)),
        );
        self.weighty.clear();
        selection.for_each(|row| {
            // Twice what is absent is 0, as is twice 0.
            if (talk[row] | billed[row] | fee[row] | cost[row]) << 1 != 0 {
                self.weighty.push(u16::try_from(row).expect("a block has fewer calls"));
            }
        });
        let columns = Weights { talk, billed, fee, cost };
        if is_usual(source.block) {
            let all = self.weighty.iter().map(|&row| columns.addends(usize::from(row)));
            match &mut self.addends {
                Addends::Usual(addends) => {
                    addends.clear();
                    addends.extend(all);
                }
                Addends::Large(_) => self.addends = Addends::Usual(all.collect()),
            }
        } else {
            self.addends = Addends::Large(self.weighty.iter().map(|&row| columns.addends(usize::from(row))).collect());
        }
        self.delays.clear();
        if delays {
            self.delays.extend(delay.iter().map(|&delay| match delay {
                ABSENT => NO_DELAY,
                delay => Delays::step(narrow::number(delay)),
            }));
        }
    }

    fn find_kinds(&mut self, source: BlockSource<'_>, columns: &mut UnpackedColumns) {
        let Self { kinds, flags, numbers, .. } = self;
        let column = source.block.column(Column::Kind);
        if !kinds.of_codes(column, |number| number) {
            columns.unpack(source.block, &[Column::Kind]);
            kinds.of_keys(columns.column(Column::Kind).iter().copied(), numbers);
        }
        let known = source.dictionaries.kinds();
        flags.clear();
        flags.extend(kinds.keys.iter().map(|&number| {
            // Of a code that no call has there may be no kind.
            let kind = usize::try_from(number).ok().and_then(|number| known.get(number));
            kind.map_or(0, |kind| flags_of(*kind, &source.reasons[kind.end_reason as usize]))
        }));
    }
}

/// Whether amounts of a block add up within 64 bits.
fn is_usual(block: &Block) -> bool {
    [Column::Fee, Column::Cost].into_iter().all(|column| {
        let bounds = block.column(column).bounds();
        bounds.is_none_or(|(least, most)| -USUAL_AMOUNT < least && most < USUAL_AMOUNT)
    })
}

/// The columns of what is added up.
struct Weights<'a> {
    talk: &'a [i64],
    billed: &'a [i64],
    fee: &'a [i64],
    cost: &'a [i64],
}

impl Weights<'_> {
    /// What a call adds to sums.
    #[inline]
    fn addends<T: From<i64> + std::ops::Sub<Output = T>>(&self, row: usize) -> [T; SUMS] {
        let (talk, billed, fee, cost) = (self.talk[row], self.billed[row], self.fee[row], self.cost[row]);
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
}
