//! The rules, each a file: what it looks for, its thresholds as data, the numbers that it finds, and tests on a file
//! that has it and on one that has not.

#[macro_use]
mod list;
mod finding;

pub use finding::{AndMore, Confidence, Finding, Severity, Stake, Subject};
pub use missing_hours::WhyNoCalls;

use super::picture::Picture;
use serde::Serialize;

/// A rule with its usual thresholds.
type Rule = fn(&Picture) -> Vec<Finding>;

macro_rules! register {
    ($($(#[$doc:meta])* $module:ident: $rule:ident $(, $more:ident)*;)*) => {
        $(
            pub(crate) mod $module;
            pub use $module::$rule;
            $(pub use $module::$more;)*
        )*

        /// What found it. Each is a file in `rules/`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum RuleId {
            $($(#[$doc])* $rule,)*
        }

        impl RuleId {
            /// All of them, in the order in which a person is told of them.
            pub const ALL: &[RuleId] = &[$(RuleId::$rule,)*];
        }

        /// What is found, with its numbers.
        #[derive(Debug, Clone, PartialEq)]
        #[allow(missing_docs)] // Each is described with its numbers.
        pub enum FindingKind {
            $($rule($rule), $($more($more),)*)*
            /// More of the same, which are not told one by one.
            AndMore(AndMore),
        }

        /// All rules.
        pub(super) const RULES: &[Rule] = &[$(|picture| $module::find(picture, &$module::Thresholds::default()),)*];
    };
}

all_rules!(register);
