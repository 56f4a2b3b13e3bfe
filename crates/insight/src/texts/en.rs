//! International English.

mod alarms;
mod compare;
mod findings;

pub(super) use alarms::{alarm_metric, alarm_name, alarms_problem, setup_problem, threshold_method};
pub(super) use compare::explanation;
pub(super) use findings::finding;

use words::Language;

const EN: Language = Language::English;
