//! What codes mean: facts only, no sentence that a person reads (those are in `words`, by the same codes).
//!
//! The facts are tables in `codes/`, one file a [`Family`], each entry with its source. [`classify`] puts an end reason
//! of a file into a family, once it is decided which [`Numbering`] the file speaks.
//!
//! ```
//! use knowledge::{Family, reason};
//!
//! let reason = reason(Family::Sip, 503).unwrap();
//! assert_eq!(reason.name, "Service Unavailable");
//! ```

// A number of 64 bits that is cut to 32 is another one, and nothing says so. Where it fits, that is said: by
// `try_from`, or a reason.
#![cfg_attr(not(test), warn(clippy::cast_possible_truncation))]

mod classify;
mod numbering;
mod parameters;
mod personal;
mod prefixes;
mod reason;
mod region_names;
mod regions;
mod terms;

pub use classify::{Classified, classify};
pub use numbering::{
    Contradictions, DetectedNumbering, Numbering, ReasonEvidence, ReasonMix, Vocabulary, detect_numbering,
};
pub use parameters::{Parameter, parameters};
pub use personal::{PersonalDictionary, PersonalEntry, personal_key};
pub use prefixes::Prefixes;
pub use reason::{Billable, Reason, reason, reasons};
pub use region_names::{area_name, region_name, region_named};
pub use regions::{Area, Region, area_of, area_prefixes, areas, region_of, region_prefixes, regions};
pub use terms::{Category, Certainty, Family, Impact, Outcome, Side};
