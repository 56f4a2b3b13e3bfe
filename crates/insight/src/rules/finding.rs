//! One finding.

use super::{FindingKind, RuleId};
use calls::EpochMillis;
use query::{Amount, Dimension, Filter};
use serde::Serialize;

/// How soon a person should look at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth knowing; nothing may be wrong.
    Notice,
    /// It costs quality or money, as it may have done for long.
    Warning,
    /// Something that works otherwise does not work, or someone attacks.
    Serious,
}

/// How sure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// Few calls, or an end reason whose meaning is not published.
    Low,
    /// From [`Confidence::MEDIUM_CALLS`] calls on.
    Medium,
    /// From [`Confidence::HIGH_CALLS`] calls on.
    High,
}

impl Confidence {
    /// A share of fewer calls is weak ([`query::metrics::WEAK_BELOW_CALLS`]).
    pub const MEDIUM_CALLS: u64 = query::metrics::WEAK_BELOW_CALLS;
    /// From here on the 95 % interval of any share is less than 20 percentage points wide.
    pub const HIGH_CALLS: u64 = 100;

    /// By the number of calls that speak for it.
    pub fn by_calls(calls: u64) -> Self {
        match calls {
            Self::HIGH_CALLS.. => Self::High,
            Self::MEDIUM_CALLS.. => Self::Medium,
            _ => Self::Low,
        }
    }

    /// Not more than `most`.
    pub fn at_most(self, most: Self) -> Self {
        self.min(most)
    }

    /// One step less where `is_so` does not hold: intervals that touch, a code that is not published.
    pub fn only_if(self, is_so: bool) -> Self {
        match self {
            _ if is_so => self,
            Self::High => Self::Medium,
            _ => Self::Low,
        }
    }
}

/// What is at stake.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Stake {
    /// Calls that are affected: failed, refused, too short.
    pub calls: u64,
    /// Money that was lost or is in doubt, in the files' currency; `None` where the files do not say enough.
    pub money: Option<Amount>,
    /// The money is estimated: see [`Picture::lost_revenue`](crate::Picture::lost_revenue).
    pub is_estimate: bool,
}

impl Stake {
    /// Calls without money.
    pub fn calls(calls: u64) -> Self {
        Self { calls, ..Self::default() }
    }

    /// Calls, and what they would have brought, as far as it can be told.
    pub fn estimated(calls: u64, money: Option<Amount>) -> Self {
        Self { calls, money, is_estimate: money.is_some() }
    }

    /// Calls, and money that the files say.
    pub fn known(calls: u64, money: Amount) -> Self {
        Self { calls, money: Some(money), is_estimate: false }
    }
}

/// Findings of one rule that are summed up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AndMore {
    /// How many.
    pub findings: u64,
}

/// A group of calls, as a table has it: the dimension and the key.
pub type Subject = (Dimension, Option<String>);

/// Something that a person should know.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What found it.
    pub rule: RuleId,
    /// Whom it is about: a gateway, an account and a prefix.
    pub about: Vec<Subject>,
    /// What it is, with its numbers.
    pub kind: FindingKind,
    /// The calls and the money.
    pub stake: Stake,
    /// When it began; `None` where it is so in the whole period.
    pub since: Option<EpochMillis>,
    /// When it ended; `None` where it lasts to the end of the calls.
    pub until: Option<EpochMillis>,
    /// How soon to look at it.
    pub severity: Severity,
    /// How sure it is.
    pub confidence: Confidence,
    /// Shows its calls, set over the filter that was asked.
    pub filter: Filter,
    /// Entries of the reference that tell more, as in addresses: `topic/insufficient-balance`, `sip/503`.
    pub reference: Vec<String>,
}

impl Finding {
    /// The key of what it is about in a dimension.
    pub fn subject(&self, dimension: Dimension) -> Option<&str> {
        let of = self.about.iter().find(|(by, _)| *by == dimension);
        of.and_then(|(_, key)| key.as_deref())
    }
}
