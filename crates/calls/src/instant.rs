//! Instants.

use serde::{Deserialize, Serialize};
use std::fmt::Write;
use time::UtcDateTime;

/// An instant: milliseconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EpochMillis(pub i64);

impl EpochMillis {
    /// As RFC 3339 writes it, in UTC, with milliseconds only where there are some; empty for an instant beyond the
    /// calendar's end.
    pub fn rfc3339(self) -> String {
        let Ok(at) = UtcDateTime::from_unix_timestamp(self.0.div_euclid(1000)) else { return String::new() };
        let mut text = format!("{:04}-{:02}-{:02}", at.year(), at.month() as u8, at.day());
        let _ = write!(text, "T{:02}:{:02}:{:02}", at.hour(), at.minute(), at.second());
        match self.0.rem_euclid(1000) {
            0 => {}
            millis => _ = write!(text, ".{millis:03}"),
        }
        text + "Z"
    }
}
