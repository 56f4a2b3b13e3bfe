//! Where calls go, what that costs, and how much of it at night: what toll fraud stands out by. Nothing but what the
//! calls themselves say.

use query::{Measures, Table};
use sorting::Sort;
use std::collections::BTreeMap;

/// Hours of the day that are night: from 0 up to 6, without it.
pub const NIGHT_HOURS: std::ops::Range<u32> = 0..6;

/// The calls to one place.
#[derive(Debug, Clone, PartialEq)]
pub struct NightDestination {
    /// Its key in the table; `None` for numbers that are in none.
    pub id: Option<String>,
    /// All of them.
    pub measures: Measures,
    /// Those that began at night.
    pub night: Measures,
    /// How many times as much a minute costs as one of all calls together.
    pub times_usual_cost: Option<f64>,
}

impl NightDestination {
    /// Calls at night in percent of all.
    pub fn night_percent(&self) -> Option<f64> {
        query::metrics::percent(self.night.calls, self.measures.calls)
    }

    /// Minutes talked at night in percent of all.
    pub fn night_minutes_percent(&self) -> Option<f64> {
        query::metrics::percent(self.night.talk_seconds, self.measures.talk_seconds)
    }
}

/// The places of a table by [place, hour of the day], what costs most first, then by talk time.
pub fn places(table: &Table) -> Vec<NightDestination> {
    let usual = table.total().cost_per_minute().filter(|&cost| cost > 0.0);
    let mut places: BTreeMap<Option<&str>, (Measures, Measures)> = BTreeMap::new();
    for row in &table.rows {
        let [place, hour] = row.key.as_slice() else { continue };
        let (all, night) = places.entry(place.as_deref()).or_default();
        all.merge(&row.measures);
        if hour.as_ref().and_then(|hour| hour.parse().ok()).is_some_and(|hour: u32| NIGHT_HOURS.contains(&hour)) {
            night.merge(&row.measures);
        }
    }
    let mut seen: Vec<NightDestination> = places
        .into_iter()
        .map(|(id, (measures, night))| {
            let times_usual_cost = measures.cost_per_minute().zip(usual).map(|(cost, usual)| cost / usual);
            NightDestination { id: id.map(str::to_owned), measures, night, times_usual_cost }
        })
        .collect();
    seen.order_by(|one, other| {
        let order =
            |place: &NightDestination| (place.measures.cost.0, place.measures.talk_seconds, place.measures.calls);
        order(other).cmp(&order(one))
    });
    seen
}

#[cfg(test)]
mod tests {
    use super::*;
    use query::{Amount, TableRow};

    #[test]
    fn night_and_cost() {
        let row = |place: &str, hour: &str, calls, talk_seconds, cost: i64| TableRow {
            key: vec![Some(place.to_owned()), Some(hour.to_owned())],
            measures: Measures {
                calls,
                answered: calls,
                talk_seconds,
                cost: Amount((cost * 100_000_000).into()),
                cost_known: calls,
                ..Measures::default()
            },
        };
        let rows = vec![
            row("CU", "2", 3, 120, 30),
            row("CU", "14", 1, 60, 15),
            row("GB", "0", 1, 60, 1),
            row("GB", "6", 9, 5760, 5),
        ];
        let places = places(&Table { rows, ..Table::default() });
        let ids: Vec<_> = places.iter().map(|place| place.id.as_deref()).collect();
        assert_eq!(ids, [Some("CU"), Some("GB")]);
        assert_eq!((places[0].night_percent(), places[1].night_percent()), (Some(75.0), Some(10.0)));
        assert!((places[0].night_minutes_percent().unwrap() - 66.667).abs() < 0.01);
        // 15 a minute, where all 100 minutes cost 51.
        assert!((places[0].times_usual_cost.unwrap() - 15.0 / 0.51).abs() < 1e-9);
        assert_eq!(super::places(&Table::default()), []);
    }
}
