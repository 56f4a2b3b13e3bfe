//! What a person reads of findings, of what explains a change, and of alarms: each language has a folder of its own.

mod alarms;
mod compare;
mod en;
mod findings;

pub use alarms::AlarmTexts;
pub use compare::ChangeTexts;
pub use findings::{FindingTexts, FindingWords};
