//! A few thousand calls of one file.

use super::column::{Column, NameColumn};
use super::dictionaries::Dictionaries;
use super::ints::{ABSENT, Ints};
use super::selection::Selection;
use calls::{Call, HangUpSide};
use rustc_hash::FxHasher;
use std::hash::Hasher;

/// Calls in a block, but for the last of a file. Small enough that a column fits a processor's nearest caches when it
/// is unpacked, large enough that what a block takes besides its values does not count.
pub const BLOCK_ROWS: usize = 8192;

/// Calls in columns, packed.
#[derive(Debug)]
pub struct Block {
    columns: [Ints; Column::COUNT],
    /// Calls that another row had already; they are in no answer.
    duplicates: Option<Selection>,
}

impl Block {
    /// Calls, duplicates too.
    pub fn rows(&self) -> usize {
        self.column(Column::Start).len()
    }

    /// The values of a column.
    pub fn column(&self, column: Column) -> &Ints {
        &self.columns[column as usize]
    }

    /// The calls that count.
    pub fn calls(&self) -> Selection {
        let mut calls = Selection::all(self.rows());
        if let Some(duplicates) = &self.duplicates {
            calls.remove(duplicates);
        }
        calls
    }

    /// Says which calls another row had already, in place of what was said before.
    pub fn set_duplicates(&mut self, duplicates: Selection) {
        self.duplicates = (!duplicates.is_empty()).then_some(duplicates);
    }

    /// How many calls another row had already.
    pub fn duplicates(&self) -> usize {
        self.duplicates.as_ref().map_or(0, Selection::count)
    }

    /// The calls that another row had already.
    pub fn duplicate_calls(&self) -> Selection {
        self.duplicates.clone().unwrap_or_else(|| Selection::none(self.rows()))
    }

    /// Bytes that it takes.
    pub fn bytes(&self) -> usize {
        let duplicates = self.duplicates.as_ref().map_or(0, |duplicates| duplicates.rows() / 8);
        self.columns.iter().map(Ints::bytes).sum::<usize>() + duplicates
    }
}

/// Enough of a Call-ID to find calls that have the same one.
#[expect(clippy::cast_possible_truncation, reason = "both halves of the hash are in the lower one")]
fn call_id_hash(id: &str) -> i64 {
    let mut hasher = FxHasher::default();
    hasher.write(id.as_bytes());
    // Where a machine's words have 32 bits, the upper half is empty.
    i64::from((hasher.finish() ^ hasher.finish() >> 32) as u32)
}

/// A block that is being filled.
#[derive(Debug, Default)]
pub(super) struct OpenBlock {
    columns: [Vec<i64>; Column::COUNT],
}

impl OpenBlock {
    pub(super) fn rows(&self) -> usize {
        self.columns[0].len()
    }

    pub(super) fn push(&mut self, call: &Call<'_>, dictionaries: &mut Dictionaries) {
        let mut put = |column: Column, value: i64| self.columns[column as usize].push(value);
        let or_absent = |value: Option<u32>| value.map_or(ABSENT, i64::from);
        put(Column::Start, call.start.0);
        // A stop before its start says nothing.
        let duration = call.stop.map(|stop| stop.0 - call.start.0).filter(|&millis| millis >= 0);
        put(Column::Duration, duration.unwrap_or(ABSENT));
        put(Column::TalkTime, i64::from(call.talk_seconds));
        put(Column::BilledTime, or_absent(call.billed_seconds));
        put(Column::PostDialDelay, or_absent(call.post_dial_delay_millis));
        put(Column::Fee, call.fee.map_or(ABSENT, |fee| fee.0));
        put(Column::Cost, call.cost.map_or(ABSENT, |cost| cost.0));
        for (column, number) in [(Column::Caller, &call.caller), (Column::Callee, &call.callee)] {
            put(column, number.as_deref().map_or(ABSENT, |number| dictionaries.pack(number).0 as i64));
        }
        put(Column::SerialNumber, call.serial_number.unwrap_or(ABSENT));
        let call_id = call.call_id.as_deref().filter(|id| !id.is_empty());
        put(Column::CallId, call_id.map_or(ABSENT, call_id_hash));
        put(Column::Offset, call.offset as i64);
        put(Column::EndReason, dictionaries.reason_number(&call.end_reason));
        put(
            Column::HangUpSide,
            match call.hang_up_side {
                None => ABSENT,
                Some(HangUpSide::Caller) => 0,
                Some(HangUpSide::Callee) => 1,
                Some(HangUpSide::Server) => 2,
            },
        );
        put(Column::InProgress, i64::from(call.in_progress));
        let names = [
            &call.originating_gateway,
            &call.terminating_gateway,
            &call.account,
            &call.caller_ip,
            &call.callee_ip,
            &call.softswitch,
            &call.agent,
            &call.codec,
            &call.call_level,
            &call.billing_mode,
            &call.rate_prefix,
        ];
        for (column, name) in NameColumn::ALL.into_iter().zip(names) {
            let number = name.as_deref().map_or(ABSENT, |name| dictionaries.name_number(column, name));
            put(column.column(), number);
        }
    }

    /// Packs the calls and begins anew.
    pub(super) fn seal(&mut self) -> Block {
        let columns = std::array::from_fn(|at| {
            let packed = Ints::new(&self.columns[at]);
            self.columns[at].clear();
            packed
        });
        Block { columns, duplicates: None }
    }
}
