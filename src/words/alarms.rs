//! What is said of alarms.

use super::{Language, en};
use crate::insight::alarms::{AlarmMetric, AlarmsProblem, Crossing, Method, SetupProblem};
use crate::query::Dimension;

impl Language {
    /// What an alarm watches.
    pub fn alarm_metric(self, metric: AlarmMetric) -> &'static str {
        match self {
            Language::English => en::alarm_metric(metric),
        }
    }

    /// What an alarm is called that is there from the start.
    pub fn alarm_name(self, metric: AlarmMetric, crossing: Crossing, of: Dimension) -> String {
        match self {
            Language::English => en::alarm_name(metric, crossing, of),
        }
    }

    /// What is wrong with an alarm, and what to do.
    pub fn setup_problem(self, problem: SetupProblem) -> String {
        match self {
            Language::English => en::setup_problem(problem).to_owned(),
        }
    }

    /// Why a file of alarms cannot be taken over.
    pub fn alarms_problem(self, problem: &AlarmsProblem) -> String {
        match self {
            Language::English => en::alarms_problem(problem),
        }
    }

    /// By what a threshold is suggested.
    pub fn threshold_method(self, method: Method) -> &'static str {
        match self {
            Language::English => en::threshold_method(method),
        }
    }
}
