//! What several alarms ask of the calls.

use super::setup::AlarmSetup;
use query::Query;

/// What must be asked for these alarms, each question once, and for each alarm the place of its own among them.
pub fn queries<'a>(setups: impl IntoIterator<Item = &'a AlarmSetup>, period_minutes: u64) -> (Vec<Query>, Vec<usize>) {
    let (mut queries, mut places) = (Vec::new(), Vec::new());
    for setup in setups {
        let query = setup.query(period_minutes);
        places.push(queries.iter().position(|known| *known == query).unwrap_or(queries.len()));
        if places.last() == Some(&queries.len()) {
            queries.push(query);
        }
    }
    (queries, places)
}

#[cfg(test)]
mod tests {
    use super::super::AlarmSetups;
    use super::*;

    #[test]
    fn alarms_of_the_same_table_ask_for_it_once() {
        let mut setups = AlarmSetups::usual(|_, _, _| "a".to_owned());
        setups.alarms.push(AlarmSetup { window_minutes: 30, ..setups.alarms[0].clone() });
        let (all, places) = queries(&setups.alarms, 1440);
        assert_eq!((all.len(), places), (3, vec![0, 0, 1, 2]));
        assert_eq!(all[0], setups.alarms[1].query(1440));
        assert_eq!(queries([], 1440), (vec![], vec![]));
    }
}
