//! The words that every end reason is described with.

use serde::{Deserialize, Serialize};

/// Where an end reason comes from, which decides what its number means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Family {
    /// The 25 server end reasons of the end reason guide.
    Guide,
    /// The switch's own reasons as live systems store them: negative numbers.
    Server,
    /// SIP response status codes.
    Sip,
    /// ITU-T Q.850 causes, from H.323 and ISDN.
    Q850,
    /// Words without a number that could be read.
    Text,
    /// Words and numbers of other switches that are no standard's: Asterisk's dispositions, FreeSWITCH's and Cisco's
    /// own causes.
    Disposition,
}

impl Family {
    /// Whether its reasons are told by numbers; those of the other families are words, and have running numbers only in
    /// our tables.
    pub fn has_numbers(self) -> bool {
        !matches!(self, Family::Text | Family::Disposition)
    }
}

/// What became of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)] // The names are the field's own; `words` explains them to a person.
pub enum Outcome {
    Answered,
    UserBusy,
    NoAnswer,
    RejectedByUser,
    CallerGaveUp,
    NumberWrong,
    Unreachable,
    NetworkFailure,
    Timeout,
    NoRoute,
    Account,
    Billing,
    Capacity,
    Security,
    Media,
    Protocol,
    System,
    Unknown,
}

/// The guide's ten categories, and two of ours for what the guide has no place for: `Protocol` and `Unknown`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Category {
    Normal,
    NumberError,
    Network,
    Routing,
    Billing,
    Account,
    System,
    Timeout,
    Security,
    Capacity,
    Protocol,
    Unknown,
}

impl Category {
    /// The category as the guide spells it, for files that programs read; a person reads it from `words`.
    pub fn name(self) -> &'static str {
        match self {
            Category::Normal => "Normal",
            Category::NumberError => "Number Error",
            Category::Network => "Network",
            Category::Routing => "Routing",
            Category::Billing => "Billing",
            Category::Account => "Account",
            Category::System => "System",
            Category::Timeout => "Timeout",
            Category::Security => "Security",
            Category::Capacity => "Capacity",
            Category::Protocol => "Protocol",
            Category::Unknown => "Unknown",
        }
    }
}

/// Where the reason of an end lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Side {
    Caller,
    Callee,
    Vendor,
    /// Our own softswitch.
    Server,
}

/// How much an end hurts, from the guide's groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Impact {
    Low,
    Medium,
    MediumHigh,
    High,
    Critical,
}

/// How well the meaning of a live system's server reason is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// Several independent sources agree.
    Proven,
    /// Seen in live data; the meaning is inferred.
    Partly,
}

/// Q.850 causes have seven bits.
pub(super) const Q850_LAST: i32 = 127;
pub(super) const SIP_LAST: i32 = 699;
