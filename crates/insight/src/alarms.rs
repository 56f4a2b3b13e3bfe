//! Alarms, as VOS3000 has them: when each would have gone on and off in these calls.
//!
//! VOS3000 watches the answer ratio, the call duration and the calls in progress of its routing and mapping gateways
//! against a rise and a decline threshold ([`AlarmSetup::vos3000_type`] has the types). An [`AlarmSetup`] is one such
//! alarm, with more metrics and any dimension; its [`AlarmSetup::query`] is asked, [`series()`] makes windows of the
//! answer, [`evaluate()`] plays the alarm over them, and [`suggest()`] helps to choose thresholds.

mod aligned_series;
mod draft;
mod evaluate;
mod file;
mod queries;
mod setup;
mod suggest;
#[cfg(test)]
mod tests;
mod usual;
mod windows;

pub use aligned_series::AlignedSeries;
pub use draft::{AlarmDraft, ScopeKind};
pub use evaluate::{AlarmEvent, evaluate};
pub use file::{AlarmSetups, AlarmsProblem};
pub use queries::queries;
pub use setup::{AlarmMetric, AlarmScope, AlarmSetup, Crossing, SetupProblem, Threshold};
pub use suggest::{Method, Suggestion, suggest};
pub use windows::{Series, Window, series};
