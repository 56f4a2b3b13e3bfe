//! Calls by the hours of the week.

use super::metric::Metric;
use super::table::Table;
use sorting::Sort;

/// A day of the week that has calls.
#[derive(Debug, Clone, PartialEq)]
pub struct WeekDay {
    /// From 1 for Monday to 7.
    pub day: u8,
    /// Of each hour.
    pub values: [Option<f64>; 24],
}

/// A metric by the hours of the week, by a table of days of the week and hours of the day. Hours without calls have 0
/// of what adds up, and nothing of a ratio; days without any call are not there.
pub fn week(table: &Table, metric: Metric) -> Vec<WeekDay> {
    let is_known = table.rows.iter().any(|row| metric.value(&row.measures).is_some());
    let silent = (is_known && metric.adds_up()).then_some(0.0);
    let mut days: Vec<WeekDay> = Vec::new();
    for row in &table.rows {
        let part = |at: usize| row.key.get(at).and_then(|key| key.as_deref()?.parse::<u8>().ok());
        let (Some(day), Some(hour)) = (part(0), part(1).filter(|&hour| hour < 24)) else { continue };
        let at = days.iter().position(|known| known.day == day).unwrap_or_else(|| {
            days.push(WeekDay { day, values: [silent; 24] });
            days.len() - 1
        });
        days[at].values[usize::from(hour)] = metric.value(&row.measures);
    }
    days.order_by_key(|day| day.day);
    days
}

#[cfg(test)]
mod tests {
    use super::super::dimension::Dimension;
    use super::super::table::{LeftOut, Measures, TableRow};
    use super::*;

    #[test]
    fn hours_without_calls_are_in_it_and_days_without_are_not() {
        let row = |day: &str, hour: &str, calls, answered| TableRow {
            key: vec![Some(day.to_owned()), Some(hour.to_owned())],
            measures: Measures { calls, answered, ..Measures::default() },
        };
        let rows = vec![row("1", "10", 4, 1), row("1", "9", 2, 0), row("7", "23", 1, 1)];
        let by = vec![Dimension::Weekday, Dimension::HourOfDay];
        let table = Table { by, rows, left_out: LeftOut::default() };
        let calls = week(&table, Metric::Calls);
        assert_eq!(calls.iter().map(|day| day.day).collect::<Vec<_>>(), [1, 7]);
        assert_eq!(calls[0].values[8..12], [Some(0.0), Some(2.0), Some(4.0), Some(0.0)]);
        let asr = week(&table, Metric::Asr);
        assert_eq!(asr[0].values[8..12], [None, Some(0.0), Some(25.0), None]);
        assert_eq!(asr[1].values[23], Some(100.0));
        assert_eq!(week(&table, Metric::Fee)[0].values, [None; 24]);
        assert_eq!(week(&Table::default(), Metric::Calls), []);
    }
}
