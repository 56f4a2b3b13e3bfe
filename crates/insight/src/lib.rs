//! What to say about an answer: the findings.
//!
//! A [`Picture`] is what the rules look at: tables, loads and signs of the calls that a filter wants, asked in one
//! pass. Each rule of `rules/` is a file with its thresholds, and gives [`Finding`]s: what is wrong, with whom, since
//! when, what it costs, how sure that is, and the filter that shows the calls. [`findings`] asks all rules and puts
//! what they find into the order in which a person should look at it. The sentences are in [`texts`].
//!
//! Besides, [`mod@compare`] says what explains the difference between two sets of calls, [`alarms`] when alarms would
//! have gone on, and [`block_list`] writes down whom to shut out.
//!
//! ```
//! use calls::LocalZone;
//! use insight::{Context, Picture, findings};
//! use query::Summary;
//!
//! // Of no calls there is nothing to say.
//! let context = Context::of(&Summary::default(), &LocalZone::default());
//! assert!(findings(&Picture::of(Vec::new(), context)).is_empty());
//! ```

// A number of 64 bits that is cut to 32 is another one, and nothing says so. Where it fits, that is said: by
// `try_from`, or a reason.
#![cfg_attr(not(test), warn(clippy::cast_possible_truncation))]

pub mod accounting;
pub mod alarms;
mod billed;
pub mod block_list;
pub mod compare;
mod context;
pub mod destinations_at_night;
pub mod distribution;
mod estimate;
pub mod failed_revenue;
mod files;
mod named_rows;
mod picture;
mod ranking;
pub mod rerated;
mod routing_prefix;
mod share_against_others;
#[macro_use]
mod rules;
mod episodes;
pub mod snapshot;
pub mod sources;
#[cfg(test)]
mod tests;
pub mod texts;
pub mod worst;

pub use billed::UnbilledSums;
pub use context::{Context, FileInfo, ReasonInfo};
pub use episodes::Episode;
pub use picture::Picture;
pub use ranking::findings;
pub use routing_prefix::{RoutingGuess, routing_guesses};
pub use rules::*;
pub use share_against_others::ShareAgainstOthers;
