//! The columns of a block, and what a call has in each.

use super::dictionaries::Dictionaries;
use super::ints::ABSENT;
use calls::{Call, NameColumn};
use rustc_hash::FxHasher;
use std::hash::Hasher;

/// The columns that are no names, a row each: what its values are, and that of a call.
macro_rules! columns {
    ($($(#[$doc:meta])* $name:ident = $value:expr;)*) => {
        /// One value that every call has or has not.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        pub enum Column {
            $($(#[$doc])* $name,)*
            /// A number of the dictionary of a column of names; the empty name is one too.
            Name(NameColumn),
        }

        /// A number of each, from 0 on.
        enum Place {
            $($name,)*
            Names,
        }

        impl Column {
            /// How many there are.
            pub const COUNT: usize = Place::Names as usize + NameColumn::COUNT;

            /// Its place among all.
            pub const fn index(self) -> usize {
                match self {
                    $(Column::$name => Place::$name as usize,)*
                    Column::Name(column) => Place::Names as usize + column as usize,
                }
            }
        }

        /// Puts the values of a call to those of the calls before it.
        #[inline]
        pub(super) fn push(columns: &mut [Vec<i64>; Column::COUNT], call: &Call<'_>, dictionaries: &mut Dictionaries) {
            $({
                let value: fn(&Call<'_>, &mut Dictionaries) -> i64 = $value;
                columns[Place::$name as usize].push(value(call, dictionaries));
            })*
            for (column, name) in NameColumn::ALL.into_iter().zip(call.names()) {
                let number = name.map_or(ABSENT, |name| dictionaries.name_number(column, name));
                columns[Column::Name(column).index()].push(number);
            }
        }
    };
}

columns! {
    /// Epoch milliseconds.
    Start = |call, _| call.start.0;
    /// Milliseconds from start to stop; a stop before its start says nothing.
    Duration = |call, _| call.stop.map(|stop| stop.0 - call.start.0).filter(|&millis| millis >= 0).unwrap_or(ABSENT);
    /// Seconds, 0 when not answered.
    TalkTime = |call, _| i64::from(call.talk_seconds);
    /// Seconds.
    BilledTime = |call, _| call.billed_seconds.map_or(ABSENT, i64::from);
    /// Milliseconds.
    PostDialDelay = |call, _| call.post_dial_delay_millis.map_or(ABSENT, i64::from);
    /// Parts of [`calls::Money`].
    Fee = |call, _| call.fee.map_or(ABSENT, |fee| fee.0);
    /// Likewise.
    Cost = |call, _| call.cost.map_or(ABSENT, |cost| cost.0);
    /// A [`super::PackedNumber`].
    Caller = |call, dictionaries| packed(call.caller.as_deref(), dictionaries);
    /// Likewise.
    Callee = |call, dictionaries| packed(call.callee.as_deref(), dictionaries);
    /// The serial number.
    SerialNumber = |call, _| call.serial_number.unwrap_or(ABSENT);
    /// 32 bits of a hash of the Call-ID: calls of the same one have the same.
    CallId = |call, _| call.call_id.as_deref().filter(|id| !id.is_empty()).map_or(ABSENT, call_id_hash);
    /// Where the row begins in its text, in bytes.
    Offset = |call, _| call.offset as i64;
    /// A number of [`super::Dictionaries::reason`].
    EndReason = |call, dictionaries| dictionaries.reason_number(&call.end_reason);
    /// A number of [`super::Dictionaries::kinds`].
    Kind = |call, dictionaries| dictionaries.kind_number(call);
    /// 0 caller, 1 callee, 2 server.
    HangUpSide = |call, _| call.hang_up_side.map_or(ABSENT, |side| side as i64);
    /// 1 for a call that was up when the file was written, 0 for others.
    InProgress = |call, _| i64::from(call.in_progress);
}

fn packed(number: Option<&str>, dictionaries: &mut Dictionaries) -> i64 {
    number.map_or(ABSENT, |number| dictionaries.pack(number).0 as i64)
}

/// Enough of a Call-ID to find calls that have the same one.
#[expect(clippy::cast_possible_truncation, reason = "both halves of the hash are in the lower one")]
fn call_id_hash(id: &str) -> i64 {
    let mut hasher = FxHasher::default();
    hasher.write(id.as_bytes());
    // Where a machine's words have 32 bits, the upper half is empty.
    i64::from((hasher.finish() ^ hasher.finish() >> 32) as u32)
}

impl From<NameColumn> for Column {
    fn from(column: NameColumn) -> Self {
        Column::Name(column)
    }
}

/// A column of phone numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum NumberColumn {
    Caller,
    Callee,
}

impl From<NumberColumn> for Column {
    fn from(column: NumberColumn) -> Self {
        match column {
            NumberColumn::Caller => Column::Caller,
            NumberColumn::Callee => Column::Callee,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calls::{EndReason, EpochMillis, HangUpSide, Money};

    /// Each of them has a value of its own here: a pair that is swapped would be seen.
    #[test]
    fn a_call_has_in_each_column_what_it_says() {
        let call = Call {
            offset: 1,
            start: EpochMillis(2),
            stop: Some(EpochMillis(5)),
            talk_seconds: 4,
            billed_seconds: Some(5),
            post_dial_delay_millis: Some(6),
            fee: Some(Money(7)),
            cost: Some(Money(8)),
            serial_number: Some(9),
            hang_up_side: Some(HangUpSide::Server),
            in_progress: true,
            end_reason: EndReason::Code(10),
            ..Call::default()
        };
        let names = NameColumn::ALL.map(|column| Some(column.key().into()));
        let (mut columns, mut dictionaries) = (Default::default(), Dictionaries::default());
        push(&mut columns, &call.with_names(names), &mut dictionaries);
        let value = |column: Column| columns[column.index()].as_slice();
        let numbers = [
            (Column::Offset, 1),
            (Column::Start, 2),
            (Column::Duration, 3),
            (Column::TalkTime, 4),
            (Column::BilledTime, 5),
            (Column::PostDialDelay, 6),
            (Column::Fee, 7),
            (Column::Cost, 8),
            (Column::SerialNumber, 9),
            (Column::HangUpSide, 2),
            (Column::InProgress, 1),
            (Column::Caller, ABSENT),
            (Column::CallId, ABSENT),
        ];
        for (column, expected) in numbers {
            assert_eq!(value(column), [expected], "{column:?}");
        }
        assert_eq!(dictionaries.reasons(), [EndReason::Code(10)]);
        for column in NameColumn::ALL {
            assert_eq!(dictionaries.names(column).iter().collect::<Vec<_>>(), [column.key()]);
            assert_eq!(value(column.into()), [0]);
        }
    }
}
