//! What a sample holds, counted while it is written: the figures that the page must arrive at from the bytes.

use super::call::Call;
use std::collections::BTreeMap;

/// Figures over the rows written so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Totals {
    /// Rows, the header not counted.
    pub rows: u64,
    /// Calls: every row is one.
    pub calls: u64,
    /// Calls with talk time.
    pub answered: u64,
    /// Talk time in seconds.
    pub talk_seconds: u64,
    /// What the customers are charged, in ten-thousandths of the currency. The text CDR does not carry it.
    pub fee: u64,
    /// What the vendors charge, in ten-thousandths of the currency. The text CDR does not carry it.
    pub agent_fee: u64,
    /// The earliest start time in epoch milliseconds, `None` before the first row.
    pub first_start_ms: Option<i64>,
    /// The latest start time in epoch milliseconds, `None` before the first row.
    pub last_start_ms: Option<i64>,
    /// By end reason as it stands in the file.
    pub by_reason: BTreeMap<i32, ReasonTotals>,
}

/// Figures over the rows with one end reason.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ReasonTotals {
    /// Calls with this end reason.
    pub calls: u64,
    /// Those of them with talk time.
    pub answered: u64,
    /// Their talk time in seconds.
    pub talk_seconds: u64,
}

impl Totals {
    /// Counts one more row.
    pub(super) fn count(&mut self, call: &Call) {
        let (answered, talk) = (u64::from(call.talk > 0), u64::from(call.talk));
        self.rows += 1;
        self.calls += 1;
        self.answered += answered;
        self.talk_seconds += talk;
        self.fee += call.fee;
        self.agent_fee += call.agent_fee;
        // Rows come in the order of their start times.
        self.first_start_ms.get_or_insert(call.start_ms);
        self.last_start_ms = Some(call.start_ms);
        let reason = self.by_reason.entry(call.reason).or_default();
        reason.calls += 1;
        reason.answered += answered;
        reason.talk_seconds += talk;
    }
}
