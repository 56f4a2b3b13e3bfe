//! International English.

mod files;
mod filter;
mod metrics;
mod names;
mod numbering;
mod problems;
mod sentences;
mod words;

pub(super) use files::field;
pub(super) use filter::{dimension, filter_field, filter_hint};
pub(super) use metrics::{WEEKDAYS, define_metric, metric};
pub use names::end_reason_name;
pub(super) use names::{category, family, family_long, impact, outcome, side, topic_kind};
pub(super) use problems::{file_problem, set_aside_reason};
pub(super) use sentences::sentence;
pub use sentences::{calls, files, plural};
pub(super) use words::word;

use super::Language;

const EN: Language = Language::English;
