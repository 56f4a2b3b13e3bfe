//! Calls in columns.
//!
//! A [`Shard`] holds the calls that one worker read, in [`Block`]s of a few thousand calls: every [`Column`] that a
//! report or a filter needs as whole numbers of as few bytes as the block's values allow, names and other words as
//! numbers of the shard's [`Dictionaries`], what most counts of a call hang on as its [`Kind`]. What else a row says
//! stays in its file and is read again by its place.
//!
//! ```text
//! call ─► open block (8 bytes a value) ─► block (0 to 8 bytes a value, about 64 bytes a call of `e_cdr`)
//! ```
//!
//! ```
//! use calls::{Call, EpochMillis};
//! use store::{BlockKey, Shard};
//!
//! let mut shard = Shard::default();
//! shard.push(&Call { start: EpochMillis(1_772_452_800_000), talk_seconds: 60, ..Call::default() });
//! shard.seal(BlockKey { file: 0, part: 0 }, |_, _| {});
//! assert_eq!(shard.blocks().len(), 1);
//! ```

// A number of 64 bits that is cut to 32 is another one, and nothing says so. Where it fits, that is said: by
// `try_from`, or a reason.
#![cfg_attr(not(test), warn(clippy::cast_possible_truncation))]

mod block;
mod column;
mod dictionaries;
mod ints;
mod kind;
mod number;
mod selection;
mod shard;

pub use block::{BLOCK_ROWS, Block};
pub use column::{Column, NumberColumn};
pub use dictionaries::{Dictionaries, Dictionary};
pub use ints::{ABSENT, Codes, Ints};
pub use kind::{Kind, SHORT_SECONDS, SLOW_MILLIS, Trait, is_unbooked};
pub use number::PackedNumber;
pub use selection::Selection;
pub use shard::{BlockKey, Shard};
