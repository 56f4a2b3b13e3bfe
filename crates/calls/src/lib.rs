//! What one call is: a [`Call`] with its [`Field`]s, and the values that its cells hold: instants in the zone of a
//! file, amounts of money, durations, end reasons.
//!
//! All other crates speak of calls in these words, and none of them is known here.
//!
//! ```
//! use calls::{EpochMillis, LocalZone, parse_span};
//!
//! let day = parse_span("2026-03-02", &LocalZone::fixed("+08:00", 8 * 3600)).unwrap();
//! assert_eq!(EpochMillis(day.from).rfc3339(), "2026-03-01T16:00:00Z");
//! ```

// A number of 64 bits that is cut to 32 is another one, and nothing says so. Where it fits, that is said: by
// `try_from`, or a reason.
#![cfg_attr(not(test), warn(clippy::cast_possible_truncation))]

mod call;
mod field;
mod instant;
mod money;
mod name_column;
pub mod narrow;
pub mod values;
mod zone;

pub use call::{Call, EndReason, HangUpSide, ReasonsOf};
pub use field::{Field, FieldKind, NECESSARY, plain_name};
pub use instant::EpochMillis;
pub use money::Money;
pub use name_column::{NameColumn, NameKind};
pub use values::{DateOrder, Style, TimeSpan, decimal_comma_in, parse_span, read_amount};
pub use zone::LocalZone;
