//! In what steps accounts are billed, found from talk time and billed time.

use super::super::grouping::BlockView;
use super::super::interpretation::Reasons;
use super::keyed::{Keyed, Starts, name};
use super::{Merge, SignAccumulator, SignsSpec};
use calls::{LocalZone, NameColumn};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use store::{Column, Dictionaries, Selection};

/// How talk time is rounded up to billed time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BillingStep {
    /// At least so many seconds.
    pub first: u32,
    /// Beyond them so many at a time.
    pub next: u32,
}

/// The steps that rates are sold with: whole seconds, six seconds, half and whole minutes, and a first step of half a
/// minute or one.
pub const BILLING_STEPS: [BillingStep; STEPS] = [
    BillingStep { first: 1, next: 1 },
    BillingStep { first: 6, next: 6 },
    BillingStep { first: 30, next: 30 },
    BillingStep { first: 60, next: 60 },
    BillingStep { first: 30, next: 1 },
    BillingStep { first: 30, next: 6 },
    BillingStep { first: 60, next: 1 },
    BillingStep { first: 60, next: 6 },
    BillingStep { first: 60, next: 30 },
];

const STEPS: usize = 9;

/// Talk time and billed time are each cut or rounded to whole seconds on their own.
const SLACK_SECONDS: i64 = 1;

/// More accounts than this are no accounts: nothing is told.
const MOST_ACCOUNTS: usize = 20_000;

impl BillingStep {
    /// What is billed for so many seconds of talk, at least one.
    pub fn billed(self, talk: u64) -> u64 {
        let (first, next) = (u64::from(self.first), u64::from(self.next));
        first + talk.saturating_sub(first).div_ceil(next) * next
    }

    /// Whether so many seconds of talk, from the least to the most, may be billed for a time: one that the step has,
    /// between what both are billed.
    fn explains(self, billed: u64, least: u64, most: u64) -> bool {
        let (first, next) = (u64::from(self.first), u64::from(self.next));
        let is_of_step = billed.checked_sub(first).is_some_and(|beyond| beyond.is_multiple_of(next));
        is_of_step && self.billed(least) <= billed && billed <= self.billed(most)
    }
}

/// How the calls of each account were rounded.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rounding {
    accounts: Keyed<Option<String>, AccountRounding>,
    /// See [`MOST_ACCOUNTS`].
    too_many: bool,
}

/// How the answered calls of an account were rounded that were billed for any time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountRounding {
    /// All of them.
    pub calls: u64,
    /// Those that each of [`BILLING_STEPS`] explains, give or take a second.
    pub fits: [u64; STEPS],
    /// Those that none explains.
    pub unfit: u64,
    /// Those among them that were billed for less than they talked.
    pub short: u64,
    /// The seconds that were not billed, of these.
    pub short_seconds: u64,
    /// The seconds that were billed beyond the talk time, of the others.
    pub excess_seconds: u64,
    /// When calls that none explains began.
    pub unfit_starts: Option<Starts>,
}

impl AccountRounding {
    /// The step that explains the most calls, and how many; of several the finest.
    pub fn step(&self) -> Option<(BillingStep, u64)> {
        let steps = BILLING_STEPS.into_iter().zip(self.fits);
        steps.rev().max_by_key(|&(_, calls)| calls).filter(|&(_, calls)| calls > 0)
    }
}

impl Merge for AccountRounding {
    fn merge(&mut self, other: Self) {
        self.calls += other.calls;
        self.fits.iter_mut().zip(other.fits).for_each(|(mine, theirs)| *mine += theirs);
        self.unfit += other.unfit;
        self.short += other.short;
        self.short_seconds += other.short_seconds;
        self.excess_seconds += other.excess_seconds;
        self.unfit_starts = match (self.unfit_starts, other.unfit_starts) {
            (Some(mut mine), Some(theirs)) => {
                mine.merge(theirs);
                Some(mine)
            }
            (mine, theirs) => mine.or(theirs),
        };
    }
}

impl Merge for Rounding {
    fn merge(&mut self, other: Self) {
        self.accounts.merge(other.accounts);
        self.too_many |= other.too_many || self.accounts.len() > MOST_ACCOUNTS;
        if self.too_many {
            self.accounts.clear();
        }
    }
}

impl Rounding {
    /// Each account, `None` for calls of which the file does not say it.
    pub fn accounts(&self) -> impl Iterator<Item = (Option<&str>, &AccountRounding)> {
        self.accounts.iter().map(|(name, account)| (name.as_deref(), account))
    }
}

/// Rounding that a shard is gathering.
#[derive(Debug, Default)]
pub(super) struct RoundingCount {
    accounts: FxHashMap<i64, AccountRounding>,
}

const COLUMNS: [Column; 4] = [Column::Start, Column::TalkTime, Column::BilledTime, Column::Name(NameColumn::Account)];

impl SignAccumulator for RoundingCount {
    type Sign = Rounding;

    const COLUMNS: &'static [Column] = &COLUMNS;

    fn new(_: &SignsSpec, _: &LocalZone) -> Self {
        Self::default()
    }

    fn add(&mut self, view: &BlockView<'_>, selection: &Selection) {
        let [start, talk, billed, account] = COLUMNS.map(|column| view.columns.column(column));
        selection.for_each(|row| {
            let (talk, billed) = (talk[row], billed[row]);
            if talk > 0 && billed > 0 {
                self.accounts.entry(account[row]).or_default().add(start[row], talk, billed);
            }
        });
    }

    fn sign(self, dictionaries: &Dictionaries, _: &Reasons) -> Rounding {
        if self.accounts.len() > MOST_ACCOUNTS {
            return Rounding { too_many: true, ..Rounding::default() };
        }
        let name = |number| name(dictionaries, NameColumn::Account, number);
        let accounts = self.accounts.into_iter().map(|(number, account)| (name(number), account)).collect();
        Rounding { accounts, too_many: false }
    }
}

impl AccountRounding {
    fn add(&mut self, start: i64, talk: i64, billed: i64) {
        self.calls += 1;
        let least = (talk - SLACK_SECONDS).max(1) as u64;
        let most = (talk + SLACK_SECONDS) as u64;
        let fits = BILLING_STEPS.map(|step| step.explains(billed as u64, least, most));
        self.fits.iter_mut().zip(fits).for_each(|(calls, fits)| *calls += u64::from(fits));
        if fits.contains(&true) {
            return;
        }
        self.unfit += 1;
        if billed < talk {
            self.short += 1;
            self.short_seconds += (talk - billed) as u64;
        } else {
            self.excess_seconds += (billed - talk) as u64;
        }
        self.unfit_starts.get_or_insert_with(|| Starts::of(start)).add(start);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steps_bill() {
        let billed = |first, next| [1, 29, 30, 31, 60, 61].map(|talk| BillingStep { first, next }.billed(talk));
        assert_eq!(billed(1, 1), [1, 29, 30, 31, 60, 61]);
        assert_eq!(billed(6, 6), [6, 30, 30, 36, 60, 66]);
        assert_eq!(billed(30, 6), [30, 30, 30, 36, 60, 66]);
        assert_eq!(billed(60, 1), [60, 60, 60, 60, 60, 61]);
    }

    #[test]
    fn a_step_explains_what_it_bills_for_one_of_the_likely_talk_times() {
        for step in BILLING_STEPS {
            for talk in 1..200_u64 {
                for billed in 1..300 {
                    let (least, most) = ((talk - 1).max(1), talk + 1);
                    let one_by_one = (least..=most).any(|talk| step.billed(talk) == billed);
                    assert_eq!(step.explains(billed, least, most), one_by_one, "{step:?} {talk} {billed}");
                }
            }
        }
    }
}
