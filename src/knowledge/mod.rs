//! What codes mean: facts only, no sentence that a person reads (those are in [`crate::words`], by the same codes).
//!
//! The facts are tables in `codes/`, one file a [`Family`], each entry with its source. [`classify`] puts an end reason
//! of a file into a family, once it is decided which [`Dialect`] the file speaks.

mod classify;
mod dialect;
mod parameters;
mod personal;
mod prefixes;
mod reason;
mod regions;
mod terms;

pub use classify::{Classified, classify};
pub use dialect::{Content, Contradictions, Dialect, DialectFinding, ReasonEvidence, Vocabulary, decide_dialect};
pub use parameters::{Parameter, parameters};
pub use personal::{PersonalDictionary, PersonalEntry, personal_key};
pub(crate) use prefixes::Prefixes;
pub use reason::{Billable, Reason, reason, reasons};
pub use regions::{Area, Region, area_of, areas, region_of, regions};
pub use terms::{Category, Certainty, Family, Impact, OutcomeClass, Side};
