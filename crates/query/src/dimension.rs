//! By what calls are put together.

mod naming;

use calls::NameColumn;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use store::Column;

macro_rules! dimension {
    ($($(#[$doc:meta])* $name:ident, $call:ident, $key:literal, $kind:ident, $fields:tt;)*) => {
        /// By what calls are put together. Each says what the keys of its groups are; a key is `None` for calls of
        /// which the file does not say it, and empty where the file has the column and nothing stands in it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Dimension {
            $($(#[$doc])* $name,)*
            /// The calling number as the file has it. There may be millions of them: see
            /// [`super::TableSpec::most_rows`].
            Caller,
            /// The called number as the file has it, likewise.
            Callee,
            /// The first so many digits (1 to 8) of the calling number, `+` or not.
            CallerPrefix {
                /// How many digits.
                digits: u8,
            },
            /// The first so many digits (1 to 8) of the called number, behind `+` and what [`super::DialPlan::strip`]
            /// takes off; `None` where it has fewer.
            Prefix {
                /// How many digits.
                digits: u8,
            },
            /// The country of the called number: a [`knowledge::Region`]'s id, by the longest prefix.
            Country,
            /// The state, province or region of a called number of +1 or +7: a [`knowledge::Area`]'s id, by the longest
            /// prefix; `None` for the numbers of other countries.
            Area,
            /// The name that the person's own list gives the called number, by the longest prefix
            /// ([`super::DialPlan::destinations`]).
            Destination,
            /// `caller`, `callee` or `server`.
            HangUpSide,
            /// `yes` or `no`.
            Answered,
            /// The end reason: its key in a personal dictionary (`sip/503`), which is also what the filter's `reason`
            /// takes.
            EndReason,
            /// What became of the call: an [`knowledge::Outcome`] in kebab case.
            Class,
            /// The end reason's [`knowledge::Category`] in kebab case.
            Category,
            /// The end reason's [`knowledge::Family`] in kebab case.
            Family,
            /// Where the end reason lies, a [`knowledge::Side`] in kebab case; `None` where nobody knows.
            Side,
            /// The hour of the day at the start, 0 to 23, in the question's zone.
            HourOfDay,
            /// The day of the week at the start, 1 for Monday to 7, in the question's zone.
            Weekday,
            /// Steps of time by the start of the call; the key is the begin of the step in epoch milliseconds. Steps
            /// begin where clocks of the question's zone show a multiple of them: days at midnight, whole weeks on
            /// Monday.
            Step {
                /// How long a step is.
                minutes: u32,
            },
            /// Talk time, in steps that grow: 0, then up to 1, 3, 6, 10, 30, 60, 120, 300, 600, 1800, 3600 and 7200
            /// seconds and above. The key is what the filter's `talk` takes: `4..6`.
            TalkBucket,
            /// Post-dial delay, in steps that grow: up to 0.5, 1, 2, 3, 5, 8, 12, 20 and 30 seconds and above. The key
            /// is what the filter's `pdd` takes: `0.501..1`.
            DelayBucket,
            /// The file: its id in the session ([`super::Scope::id`]).
            File,
        }

        impl Dimension {
            /// The column of names that it is.
            pub fn names(self) -> Option<NameColumn> {
                match self {
                    $(Dimension::$name => Some(NameColumn::$name),)*
                    _ => None,
                }
            }
        }

        impl From<NameColumn> for Dimension {
            fn from(column: NameColumn) -> Self {
                match column {
                    $(NameColumn::$name => Dimension::$name,)*
                }
            }
        }
    };
}

calls::name_columns!(dimension);

/// What a person is offered first.
const FIRST: [Dimension; 26] = [
    Dimension::TerminatingGateway,
    Dimension::OriginatingGateway,
    Dimension::Account,
    Dimension::Agent,
    Dimension::Prefix { digits: 4 },
    Dimension::RatePrefix,
    Dimension::Country,
    Dimension::Area,
    Dimension::Destination,
    Dimension::CallerIp,
    Dimension::CalleeIp,
    Dimension::Caller,
    Dimension::Callee,
    Dimension::CallerPrefix { digits: 4 },
    Dimension::EndReason,
    Dimension::Class,
    Dimension::Category,
    Dimension::Family,
    Dimension::Side,
    Dimension::HangUpSide,
    Dimension::Answered,
    Dimension::HourOfDay,
    Dimension::Weekday,
    Dimension::Step { minutes: 60 },
    Dimension::TalkBucket,
    Dimension::DelayBucket,
];

impl Dimension {
    /// All of them, those with a size in the size that they usually have, in the order in which a person is offered
    /// them: what is asked most often, all other names, the file.
    pub fn all() -> impl Iterator<Item = Dimension> {
        let names = NameColumn::ALL.into_iter().map(Dimension::from).filter(|by| !FIRST.contains(by));
        FIRST.into_iter().chain(names).chain([Dimension::File])
    }

    /// The order in which a person expects the groups of a dimension that has one of its own: hours, steps of time,
    /// durations; for others that of texts.
    pub fn compare(self, one: Option<&str>, other: Option<&str>) -> Ordering {
        let number = |key: Option<&str>| key.and_then(|key| key.split("..").next()?.parse::<f64>().ok());
        match self {
            Dimension::HourOfDay
            | Dimension::Weekday
            | Dimension::Step { .. }
            | Dimension::TalkBucket
            | Dimension::DelayBucket
            | Dimension::File => number(one).partial_cmp(&number(other)).unwrap_or(Ordering::Equal),
            _ => one.cmp(&other),
        }
    }

    /// Whether its groups have an order of their own, see [`Dimension::compare`].
    pub fn is_ordered(self) -> bool {
        matches!(
            self,
            Dimension::HourOfDay
                | Dimension::Weekday
                | Dimension::Step { .. }
                | Dimension::TalkBucket
                | Dimension::DelayBucket
        )
    }

    /// The column that it is made of; that of kinds for [`Dimension::File`], which hangs on none.
    pub(super) fn column(self) -> Column {
        match self {
            Dimension::Caller | Dimension::CallerPrefix { .. } => Column::Caller,
            Dimension::Callee
            | Dimension::Prefix { .. }
            | Dimension::Country
            | Dimension::Area
            | Dimension::Destination => Column::Callee,
            Dimension::HangUpSide => Column::HangUpSide,
            Dimension::HourOfDay | Dimension::Weekday | Dimension::Step { .. } => Column::Start,
            Dimension::TalkBucket => Column::TalkTime,
            Dimension::DelayBucket => Column::PostDialDelay,
            _ => self.names().map_or(Column::Kind, Column::from),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_stand_in_their_order() {
        let order = |by: Dimension, mut keys: Vec<&'static str>| {
            keys.sort_by(|one, other| by.compare(Some(one), Some(other)));
            keys
        };
        assert_eq!(order(Dimension::HourOfDay, vec!["10", "9", "0"]), ["0", "9", "10"]);
        assert_eq!(
            order(Dimension::TalkBucket, vec!["7201..", "11..30", "4..6", "0"]),
            ["0", "4..6", "11..30", "7201.."]
        );
        assert_eq!(order(Dimension::Account, vec!["b", "10", "9"]), ["10", "9", "b"]);
    }
}
