//! The alarms that are there before a person sets up any.

use super::file::AlarmSetups;
use super::setup::{AlarmMetric, AlarmScope, AlarmSetup, Crossing, Threshold};
use query::Dimension;

impl AlarmSetups {
    /// Those that VOS3000 has too and that most operators want: the answer ratio and the call duration of each routing
    /// gateway, and a surge of calls in progress of a mapping gateway. `name` gives each its name.
    pub fn usual(name: impl Fn(AlarmMetric, Crossing, Dimension) -> String) -> Self {
        let setup = |id: &str, metric, crossing, of, threshold, window_minutes, least_calls| {
            let threshold = Some(threshold);
            let (below, above) = match crossing {
                Crossing::Below => (threshold, None),
                Crossing::Above => (None, threshold),
            };
            AlarmSetup {
                id: id.to_owned(),
                name: name(metric, crossing, of),
                metric,
                scope: AlarmScope::Each(of),
                below,
                above,
                window_minutes,
                least_calls,
            }
        };
        use Dimension::{OriginatingGateway, TerminatingGateway};
        let mut setups = Self::default();
        setups.alarms = vec![
            // A hundred calls tell a ratio to ten points: fewer ring for nothing.
            setup(
                "asr-routing",
                AlarmMetric::Asr,
                Crossing::Below,
                TerminatingGateway,
                Threshold { on: 20.0, off: 30.0 },
                60,
                100,
            ),
            setup(
                "acd-routing",
                AlarmMetric::Acd,
                Crossing::Below,
                TerminatingGateway,
                Threshold { on: 60.0, off: 90.0 },
                60,
                100,
            ),
            setup(
                "surge-mapping",
                AlarmMetric::Concurrency,
                Crossing::Above,
                OriginatingGateway,
                Threshold { on: 100.0, off: 80.0 },
                15,
                0,
            ),
        ];
        setups
    }

    /// An id that none of them has.
    pub fn new_id(&self) -> String {
        let is_free = |id: &String| self.alarms.iter().all(|alarm| alarm.id != *id);
        (1..).map(|number: u32| format!("own-{number}")).find(is_free).unwrap_or_default()
    }

    /// Takes over an alarm, in place of that of the same id if there is one.
    pub fn put(&mut self, alarm: AlarmSetup) {
        match self.alarms.iter_mut().find(|known| known.id == alarm.id) {
            Some(known) => *known = alarm,
            None => self.alarms.push(alarm),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_right_and_can_be_kept() {
        let mut setups = AlarmSetups::usual(|metric, _, _| format!("{metric:?}"));
        assert!(setups.alarms.iter().all(|alarm| alarm.problem().is_none()));
        let types: Vec<u32> = setups
            .alarms
            .iter()
            .flat_map(|alarm| alarm.thresholds().filter_map(|(crossing, _)| alarm.vos3000_type(crossing)))
            .collect();
        assert_eq!(types, [20_000, 20_001, 20_023]);
        assert_eq!(AlarmSetups::read(&setups.text()).unwrap(), setups);
        let id = setups.new_id();
        let own = AlarmSetup { id: id.clone(), ..setups.alarms[0].clone() };
        setups.put(own.clone());
        setups.put(AlarmSetup { name: "Another".to_owned(), ..own });
        assert_eq!((setups.alarms.len(), &*setups.alarms[3].name), (4, "Another"));
        assert_ne!(setups.new_id(), id);
    }
}
