//! One call, typed: what a row of a file says.

use super::{EpochMillis, Money, NameColumn};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

macro_rules! call {
    ($($(#[$doc:meta])* $column:ident, $name:ident, $key:literal, $kind:ident, $fields:tt;)*) => {
        /// One row of a file that could be read. What the file does not say is `None`, never 0; a name is empty where
        /// the file has its column and nothing stands in it.
        #[derive(Debug, Clone, Default, PartialEq, Eq)]
        pub struct Call<'a> {
            /// Where its row begins in the text of its file, in bytes; a byte order mark is none of the text.
            pub offset: u64,
            /// When it began: for an answered call most likely when it was answered, for another the moment of its end.
            pub start: EpochMillis,
            /// When it ended.
            pub stop: Option<EpochMillis>,
            /// Talk time in seconds, 0 when not answered: the hold time; where the file has none the billed time; where
            /// it has neither, stop less answer or start, any part of a second counted whole.
            pub talk_seconds: u32,
            /// The file has a stop time, and in this row it is empty or 0: the call was up when the file was written.
            pub in_progress: bool,
            /// Why it ended, as the file has it.
            pub end_reason: EndReason<'a>,
            /// Who ended it, where the file says.
            pub hang_up_side: Option<HangUpSide>,
            /// The calling number.
            pub caller: Option<Cow<'a, str>>,
            /// The called number.
            pub callee: Option<Cow<'a, str>>,
            /// What the customer is charged.
            pub fee: Option<Money>,
            /// What the call costs.
            pub cost: Option<Money>,
            /// Billed time in seconds.
            pub billed_seconds: Option<u32>,
            /// Post-dial delay in milliseconds.
            pub post_dial_delay_millis: Option<u32>,
            /// The serial number, unique in one softswitch.
            pub serial_number: Option<i64>,
            /// The SIP Call-ID of the caller's leg.
            pub call_id: Option<Cow<'a, str>>,
            $($(#[$doc])* pub $name: Option<Cow<'a, str>>,)*
        }

        impl<'a> Call<'a> {
            /// Its names, in the order of [`NameColumn::ALL`].
            pub fn names(&self) -> [Option<&str>; NameColumn::COUNT] {
                [$(self.$name.as_deref()),*]
            }

            /// The same call with these names, in the order of [`NameColumn::ALL`].
            #[must_use]
            pub fn with_names(self, names: [Option<Cow<'a, str>>; NameColumn::COUNT]) -> Self {
                let [$($name),*] = names;
                Self { $($name,)* ..self }
            }
        }
    };
}

crate::name_columns!(call);

impl Call<'_> {
    /// A call counts as answered when it has talk time, whatever its end reason says.
    pub fn answered(&self) -> bool {
        self.talk_seconds > 0
    }

    /// Whether a vendor was reached; `None` where the file does not say.
    pub fn vendor_reached(&self) -> Option<bool> {
        self.terminating_gateway.as_deref().map(|gateway| !gateway.is_empty())
    }
}

/// An end reason as it stands in the file, not yet interpreted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum EndReason<'a> {
    /// A number.
    Code(i32),
    /// Anything else, an empty cell included.
    Text(Cow<'a, str>),
}

impl Default for EndReason<'_> {
    fn default() -> Self {
        EndReason::Text(Cow::Borrowed(""))
    }
}

/// Whose end reasons a file has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReasonsOf {
    /// VOS3000's: the file's own calls tell what its numbers are.
    #[default]
    Vos3000,
    /// Another switch's: numbers are Q.850 causes and SIP status codes, words are dispositions and causes.
    Other,
}

/// Who ended the call: VOS3000's `enddirection`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HangUpSide {
    /// 0
    Caller,
    /// 1
    Callee,
    /// 2, the softswitch
    Server,
}
