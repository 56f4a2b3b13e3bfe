//! What several alarms ask of the calls.

use super::setup::AlarmSetup;
use query::Asked;

/// What must be asked for these alarms, each question once, and for each alarm the place of its own among them.
pub fn questions<'a>(
    setups: impl IntoIterator<Item = &'a AlarmSetup>,
    period_minutes: u64,
) -> (Vec<Asked>, Vec<usize>) {
    let (mut asked, mut places) = (Vec::new(), Vec::new());
    for setup in setups {
        let question = setup.question(period_minutes);
        places.push(asked.iter().position(|known| *known == question).unwrap_or(asked.len()));
        if places.last() == Some(&asked.len()) {
            asked.push(question);
        }
    }
    (asked, places)
}

#[cfg(test)]
mod tests {
    use super::super::AlarmSetups;
    use super::*;

    #[test]
    fn alarms_of_the_same_table_ask_for_it_once() {
        let mut setups = AlarmSetups::usual(|_, _, _| "a".to_owned());
        setups.alarms.push(AlarmSetup { window_minutes: 30, ..setups.alarms[0].clone() });
        let (asked, places) = questions(&setups.alarms, 1440);
        assert_eq!((asked.len(), places), (3, vec![0, 0, 1, 2]));
        assert_eq!(asked[0], setups.alarms[1].question(1440));
        assert_eq!(questions([], 1440), (vec![], vec![]));
    }
}
