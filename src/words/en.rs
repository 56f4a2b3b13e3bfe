//! International English.

mod alarms;
mod compare;
mod dialect;
mod files;
mod filter;
mod findings;
mod metrics;
mod names;
mod problems;
mod sentences;
mod words;

pub(super) use alarms::{alarm_metric, alarm_name, alarms_problem, setup_problem, threshold_method};
pub(super) use compare::story;
pub(super) use files::field;
pub(super) use filter::{dimension, filter_field, filter_hint};
pub(super) use findings::finding;
pub(super) use metrics::{WEEKDAYS, define_metric, metric};
pub(super) use names::{category, end_reason_name, family, family_long, impact, outcome, side, topic_kind};
pub(super) use problems::{file_problem, set_aside_reason};
pub(super) use sentences::sentence;
pub(super) use words::word;

use super::Language;

const EN: Language = Language::English;
