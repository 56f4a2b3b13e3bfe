//! The columns of names: gateways, accounts, addresses and other words that many calls share.

use super::Field;
use serde::{Deserialize, Serialize};

/// The columns of names, a row each. A new row is a field of a [`crate::Call`], read from the first of its fields that
/// a file has, a column of the store, a dimension and a field of the filter.
///
/// ```text
/// /// what it holds
/// variant, field of a call, key in filters and addresses, what its names are, [fields of a file];
/// ```
///
/// Whoever has something for each of them asks for the rows: `name_columns!(mine)` is `mine! { rows }`.
#[macro_export]
macro_rules! name_columns {
    ($mine:ident) => {
        $mine! {
            /// The originating (customer's) gateway: empty where none is named.
            OriginatingGateway, originating_gateway, "origin", Word, [CallerGateway];
            /// The terminating (vendor's) gateway: empty where no vendor was reached.
            TerminatingGateway, terminating_gateway, "vendor", Word, [CalleeGateway];
            /// The customer's account.
            Account, account, "account", Word, [Account];
            /// The address that the call came from.
            CallerIp, caller_ip, "caller-ip", Address, [CallerIp];
            /// The address that it was sent to.
            CalleeIp, callee_ip, "callee-ip", Address, [CalleeIp];
            /// The agent's, or the vendor's, account, where the cost is booked; its name where the file has no number.
            Agent, agent, "agent", Word, [AgentAccount, AgentName];
            /// The prefix of the customer's rate.
            RatePrefix, rate_prefix, "rate-prefix", Word, [AreaPrefix];
            /// The codec of the caller's side; the callee's where the file has only that.
            Codec, codec, "codec", Word, [CallerCodec, CalleeCodec];
            /// Within the network, local, long distance, international: as the file has it.
            CallLevel, call_level, "level", Word, [CallLevel];
            /// Whose account the call was booked on: as the file has it.
            BillingMode, billing_mode, "billing-mode", Word, [BillingMode];
            /// The name of the softswitch; of those that a call passed, the first is meant.
            Softswitch, softswitch, "softswitch", Softswitch, [Softswitch];
        }
    };
}

/// What the names of a column are, and so how they are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameKind {
    /// Words as they stand.
    Word,
    /// Addresses of the internet; networks stand for all of theirs.
    Address,
    /// Softswitches: a cell names the switch and the call on it.
    Softswitch,
}

macro_rules! name_column {
    ($($(#[$doc:meta])* $name:ident, $call:ident, $key:literal, $kind:ident, [$($field:ident),+];)*) => {
        /// A column of names, with a dictionary of its own.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum NameColumn {
            $($(#[$doc])* $name,)*
        }

        impl NameColumn {
            /// How many there are.
            pub const COUNT: usize = Self::ALL.len();

            /// All of them, in the order of their numbers (`as usize`).
            pub const ALL: [NameColumn; [$(stringify!($name)),*].len()] = [$(NameColumn::$name),*];

            /// Stands for it in filters and addresses.
            pub const fn key(self) -> &'static str {
                match self {
                    $(NameColumn::$name => $key,)*
                }
            }

            /// What its names are.
            pub const fn kind(self) -> NameKind {
                match self {
                    $(NameColumn::$name => NameKind::$kind,)*
                }
            }

            /// The fields of a file that it is read from: the first of these that the file has.
            pub const fn fields(self) -> &'static [Field] {
                match self {
                    $(NameColumn::$name => &[$(Field::$field),+],)*
                }
            }
        }
    };
}

name_columns!(name_column);

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn columns_are_numbered_in_their_order_and_keys_differ() {
        assert!(NameColumn::ALL.into_iter().enumerate().all(|(at, column)| column as usize == at));
        assert_eq!(NameColumn::ALL.map(NameColumn::key).into_iter().collect::<BTreeSet<_>>().len(), NameColumn::COUNT);
    }

    #[test]
    fn no_two_columns_are_of_one_field() {
        let fields: Vec<Field> = NameColumn::ALL.into_iter().flat_map(|column| column.fields()).copied().collect();
        assert_eq!(fields.iter().collect::<BTreeSet<_>>().len(), fields.len());
    }
}
