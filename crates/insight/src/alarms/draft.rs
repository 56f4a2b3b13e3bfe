//! An alarm as it stands in a form.

use super::setup::{AlarmMetric, AlarmScope, AlarmSetup, Crossing, Threshold};
use query::Dimension;

/// Of which calls, as it is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScopeKind {
    /// [`AlarmScope::All`]
    All,
    /// [`AlarmScope::Each`]
    Each,
    /// [`AlarmScope::One`]
    One,
}

impl ScopeKind {
    /// All of them, in the order in which a person is offered them.
    pub const ALL: [ScopeKind; 3] = [ScopeKind::Each, ScopeKind::One, ScopeKind::All];
}

/// What is typed, which may be no alarm yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlarmDraft {
    /// See [`AlarmSetup::id`].
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it watches.
    pub metric: AlarmMetric,
    /// Of which calls.
    pub scope: ScopeKind,
    /// By what these are put together.
    pub dimension: Dimension,
    /// The name of the one.
    pub one: String,
    /// The decline threshold: when it goes on, and off.
    pub below: [String; 2],
    /// The rise threshold.
    pub above: [String; 2],
    /// Minutes.
    pub window: String,
    /// Calls.
    pub least_calls: String,
}

impl AlarmDraft {
    /// A new one.
    pub fn new(id: String) -> Self {
        Self {
            id,
            name: String::new(),
            metric: AlarmMetric::Asr,
            scope: ScopeKind::Each,
            dimension: Dimension::TerminatingGateway,
            one: String::new(),
            below: Default::default(),
            above: Default::default(),
            window: "60".to_owned(),
            least_calls: "100".to_owned(),
        }
    }

    /// Of an alarm that is to be changed.
    pub fn of(setup: &AlarmSetup) -> Self {
        let typed = |threshold: Option<Threshold>| {
            threshold.map_or_else(Default::default, |Threshold { on, off }| [on.to_string(), off.to_string()])
        };
        let (scope, one) = match &setup.scope {
            AlarmScope::All => (ScopeKind::All, String::new()),
            AlarmScope::Each(_) => (ScopeKind::Each, String::new()),
            AlarmScope::One(_, one) => (ScopeKind::One, one.clone()),
        };
        Self {
            id: setup.id.clone(),
            name: setup.name.clone(),
            metric: setup.metric,
            scope,
            dimension: setup.scope.dimension().unwrap_or(Dimension::TerminatingGateway),
            one,
            below: typed(setup.below),
            above: typed(setup.above),
            window: setup.window_minutes.to_string(),
            least_calls: setup.least_calls.to_string(),
        }
    }

    /// The alarm that it is; [`AlarmSetup::problem`] says whether it can be one. What is no number is none there
    /// either.
    pub fn setup(&self) -> AlarmSetup {
        let threshold = |[on, off]: &[String; 2]| {
            let number = |text: &str| text.trim().replace(',', ".").parse().unwrap_or(f64::NAN);
            match (on.trim(), off.trim()) {
                ("", "") => None,
                // Off as soon as it is not beyond any more.
                (on, "") => Some(Threshold { on: number(on), off: number(on) }),
                (on, off) => Some(Threshold { on: number(on), off: number(off) }),
            }
        };
        AlarmSetup {
            id: self.id.clone(),
            name: self.name.trim().to_owned(),
            metric: self.metric,
            scope: match self.scope {
                ScopeKind::All => AlarmScope::All,
                ScopeKind::Each => AlarmScope::Each(self.dimension),
                ScopeKind::One => AlarmScope::One(self.dimension, self.one.trim().to_owned()),
            },
            below: threshold(&self.below),
            above: threshold(&self.above),
            window_minutes: self.window.trim().parse().unwrap_or_default(),
            least_calls: self.least_calls.trim().parse().unwrap_or_default(),
        }
    }

    /// Takes over a threshold that was suggested.
    pub fn take(&mut self, crossing: Crossing, threshold: Threshold) {
        let typed = [threshold.on, threshold.off].map(|value| value.to_string());
        match crossing {
            Crossing::Below => self.below = typed,
            Crossing::Above => self.above = typed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{AlarmSetups, SetupProblem};
    use super::*;

    #[test]
    fn what_is_typed_is_the_alarm() {
        for setup in AlarmSetups::usual(|_, _, _| "a".to_owned()).alarms {
            assert_eq!(AlarmDraft::of(&setup).setup(), setup);
        }
        let one = AlarmScope::One(Dimension::Account, "C1".to_owned());
        let setup = AlarmSetup { scope: one, ..AlarmDraft::new("1".to_owned()).setup() };
        assert_eq!(AlarmDraft::of(&setup).setup(), setup);
    }

    #[test]
    fn what_is_no_number_is_a_problem() {
        let mut draft = AlarmDraft::new("1".to_owned());
        let problem = |draft: &AlarmDraft| draft.setup().problem();
        assert_eq!(problem(&draft), Some(SetupProblem::NoName));
        draft.name = " Night ".to_owned();
        assert_eq!(problem(&draft), Some(SetupProblem::NoThreshold));
        draft.below[0] = "20,5".to_owned();
        assert_eq!(draft.setup().below, Some(Threshold { on: 20.5, off: 20.5 }));
        assert_eq!((problem(&draft), &*draft.setup().name), (None, "Night"));
        draft.below[0] = "much".to_owned();
        assert_eq!(problem(&draft), Some(SetupProblem::OutOfRange(Crossing::Below)));
        draft.take(Crossing::Below, Threshold { on: 12.3, off: 14.0 });
        assert_eq!(draft.below, ["12.3", "14"]);
        draft.window = String::new();
        assert_eq!(problem(&draft), Some(SetupProblem::Window));
    }
}
