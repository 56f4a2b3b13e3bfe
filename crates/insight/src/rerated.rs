//! What calls would cost by a person's own list of rates, beside what the files say.

use calls::Money;
use query::{Amount, Measures, Table, TableRow};
use session::RateList;
use sorting::Sort;

/// How the time of a call is rounded before it is rated.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum RatedTime {
    /// By the second, as talk time is counted (1/1).
    #[default]
    Seconds,
    /// Every call up to whole six seconds (6/6).
    Sixes,
    /// Every call up to whole minutes (60/60).
    Minutes,
    /// As the files say that it was billed.
    AsBilled,
}

impl RatedTime {
    /// All of them, in the order in which a person is offered them.
    pub const ALL: [RatedTime; 4] = [RatedTime::Seconds, RatedTime::Sixes, RatedTime::Minutes, RatedTime::AsBilled];

    /// Stands for it in addresses.
    pub fn key(self) -> &'static str {
        match self {
            RatedTime::Seconds => "1-1",
            RatedTime::Sixes => "6-6",
            RatedTime::Minutes => "60-60",
            RatedTime::AsBilled => "billed",
        }
    }

    /// The seconds that are rated, the sum of what each call is rounded to; `None` where the files do not say it.
    fn seconds(self, of: &Measures) -> Option<u64> {
        match self {
            RatedTime::Seconds => Some(of.talk_seconds),
            RatedTime::Sixes => Some(of.sixes_seconds),
            RatedTime::Minutes => Some(of.full_minutes_seconds),
            RatedTime::AsBilled => (of.billed_known > 0).then_some(of.billed_seconds),
        }
    }
}

/// A destination of the list, or what is none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rerated {
    /// Its key in the list; `None` for numbers that are in no line of it.
    pub key: Option<String>,
    /// Its calls.
    pub calls: u64,
    /// The seconds that are rated.
    pub seconds: Option<u64>,
    /// The list's rate for a minute.
    pub rate: Option<Money>,
    /// What the list says that they cost.
    pub by_list: Option<Amount>,
    /// What customers are charged, where the files say it.
    pub fee: Option<Amount>,
    /// What the calls cost, where the files say it.
    pub cost: Option<Amount>,
    /// The calls of which they say the first, and the second.
    pub known: [u64; 2],
}

impl Rerated {
    fn of(row: &TableRow, list: &RateList, time: RatedTime) -> Self {
        let key = row.key.first().cloned().flatten();
        let (seconds, rate) = (time.seconds(&row.measures), key.as_deref().and_then(|key| list.rate_of(key)));
        let Measures { calls, fee, fee_known, cost, cost_known, .. } = row.measures;
        Self {
            by_list: rate.zip(seconds).map(|(rate, seconds)| for_seconds(rate, seconds)),
            key,
            calls,
            seconds,
            rate,
            fee: (fee_known > 0).then_some(fee),
            cost: (cost_known > 0).then_some(cost),
            known: [fee_known, cost_known],
        }
    }

    /// What customers are charged beyond what the list says.
    pub fn fee_over_list(&self) -> Option<Amount> {
        Some(Amount(self.fee?.0 - self.by_list?.0))
    }

    /// What the calls cost beyond what the list says.
    pub fn cost_over_list(&self) -> Option<Amount> {
        Some(Amount(self.cost?.0 - self.by_list?.0))
    }

    fn add(&mut self, other: &Rerated) {
        let sum = |one: Option<Amount>, other: Option<Amount>| match (one, other) {
            (Some(one), Some(other)) => Some(Amount(one.0 + other.0)),
            (one, other) => one.or(other),
        };
        self.calls += other.calls;
        self.seconds = Some(self.seconds.unwrap_or_default() + other.seconds.unwrap_or_default());
        self.by_list = sum(self.by_list, other.by_list);
        self.fee = sum(self.fee, other.fee);
        self.cost = sum(self.cost, other.cost);
        self.known.iter_mut().zip(other.known).for_each(|(mine, theirs)| *mine += theirs);
    }
}

/// So many seconds at a rate for a minute, rounded half up to the parts that amounts have.
fn for_seconds(rate: Money, seconds: u64) -> Amount {
    Amount((i128::from(rate.0) * i128::from(seconds) * 2 + 60).div_euclid(120))
}

/// Each destination of a table by [`query::Dimension::Destination`], from the most seconds on, and the sum of those
/// that have a rate.
pub fn rerated(table: &Table, list: &RateList, time: RatedTime) -> (Vec<Rerated>, Rerated) {
    let mut rows: Vec<Rerated> = table.rows.iter().map(|row| Rerated::of(row, list, time)).collect();
    rows.order_by(|one, other| other.seconds.cmp(&one.seconds).then_with(|| one.key.cmp(&other.key)));
    let mut total = Rerated::default();
    rows.iter().filter(|row| row.by_list.is_some()).for_each(|row| total.add(row));
    (rows, total)
}

#[cfg(test)]
mod tests {
    use super::*;
    use query::LeftOut;

    #[test]
    fn minutes_by_the_list_beside_the_files() {
        let row = |key: Option<&str>, measures| TableRow { key: vec![key.map(str::to_owned)], measures };
        // Two calls of 61 s and 5 s, billed by the minute.
        let uk = Measures {
            calls: 4,
            answered: 2,
            talk_seconds: 66,
            sixes_seconds: 66 + 6,
            full_minutes_seconds: 120 + 60,
            billed_seconds: 180,
            billed_known: 2,
            fee: Amount(4_000_000),
            fee_known: 2,
            ..Measures::default()
        };
        let elsewhere = Measures { calls: 1, talk_seconds: 600, ..Measures::default() };
        let table = Table {
            rows: vec![row(None, elsewhere), row(Some("UK"), uk)],
            left_out: LeftOut::default(),
            ..Table::default()
        };
        let list = RateList::read("44,UK,0.01\n49,Germany,0.02\n");
        let by_list = |time| {
            let (rows, total) = rerated(&table, &list, time);
            assert_eq!(rows.iter().find(|row| row.key.is_none()).unwrap().by_list, None);
            let uk = rows.into_iter().find(|row| row.key.as_deref() == Some("UK")).unwrap();
            assert_eq!(
                (total.by_list, total.calls, total.fee),
                (uk.by_list, 4, uk.fee),
                "what has no rate is not in it"
            );
            uk
        };
        // 66 s at 0.01 a minute.
        assert_eq!(by_list(RatedTime::Seconds).by_list, Some(Amount(1_100_000)));
        assert_eq!(by_list(RatedTime::Sixes).by_list, Some(Amount(1_200_000)));
        assert_eq!(by_list(RatedTime::Minutes).by_list, Some(Amount(3_000_000)));
        let billed = by_list(RatedTime::AsBilled);
        assert_eq!(billed.fee_over_list(), Some(Amount(1_000_000)));
        assert_eq!((billed.cost, billed.cost_over_list()), (None, None));
        assert_eq!(for_seconds(Money(1), 30), Amount(1), "half a part is rounded up");
        assert_eq!(for_seconds(Money(1), 29), Amount(0));
    }
}
