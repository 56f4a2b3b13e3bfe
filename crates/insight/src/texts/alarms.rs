//! What is said of alarms.

use super::en;
use crate::alarms::{AlarmMetric, AlarmsProblem, Crossing, Method, SetupProblem};
use query::Dimension;
use words::Language;

/// What a language says of alarms.
pub trait AlarmTexts {
    /// What an alarm watches.
    fn alarm_metric(self, metric: AlarmMetric) -> &'static str;

    /// What an alarm is called that is there from the start.
    fn alarm_name(self, metric: AlarmMetric, crossing: Crossing, of: Dimension) -> String;

    /// What is wrong with an alarm, and what to do.
    fn setup_problem(self, problem: SetupProblem) -> String;

    /// Why a file of alarms cannot be taken over.
    fn alarms_problem(self, problem: &AlarmsProblem) -> String;

    /// By what a threshold is suggested.
    fn threshold_method(self, method: Method) -> &'static str;
}

impl AlarmTexts for Language {
    fn alarm_metric(self, metric: AlarmMetric) -> &'static str {
        match self {
            Language::English => en::alarm_metric(metric),
        }
    }

    fn alarm_name(self, metric: AlarmMetric, crossing: Crossing, of: Dimension) -> String {
        match self {
            Language::English => en::alarm_name(metric, crossing, of),
        }
    }

    fn setup_problem(self, problem: SetupProblem) -> String {
        match self {
            Language::English => en::setup_problem(problem).to_owned(),
        }
    }

    fn alarms_problem(self, problem: &AlarmsProblem) -> String {
        match self {
            Language::English => en::alarms_problem(problem),
        }
    }

    fn threshold_method(self, method: Method) -> &'static str {
        match self {
            Language::English => en::threshold_method(method),
        }
    }
}
