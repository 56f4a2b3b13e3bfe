//! Which calls a person wants to see.
//!
//! A [`Filter`] is a list of [`Criterion`]s, each a field and a text such as a person types (`222%, !2223%`). It is
//! kept as typed: that is what the address holds, what a chip shows and what is saved under a name. [`Condition`] is
//! what such a text means, [`CompiledFilter`] a filter made ready for the blocks of one shard.

mod address;
mod bounds;
mod choices;
mod compiled_filter;
mod condition;
mod terms;

pub use choices::Choices;
pub use compiled_filter::{CompiledFilter, ReasonRule};
pub use condition::{Condition, FilterProblem};
pub(super) use condition::{HANG_UP_SIDES, NO_COUNTRY};
pub(super) use terms::quoted_always;
pub use terms::{Pattern, Terms, quoted};

use calls::NameColumn;
use serde::{Deserialize, Serialize};

macro_rules! filter_fields {
    ($($(#[$doc:meta])* $name:ident, $key:literal;)*) => {
        /// What calls can be filtered by.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum FilterField {
            $($(#[$doc])* #[serde(rename = $key)] $name,)*
        }

        impl FilterField {
            /// All of them, in the order in which a person is offered them.
            pub const ALL: &[FilterField] = &[$(FilterField::$name,)*];

            /// Stands for it in addresses.
            pub fn key(self) -> &'static str {
                match self {
                    $(FilterField::$name => $key,)*
                }
            }
        }
    };
}

macro_rules! filter_fields_with_names {
    ($($(#[$doc:meta])* $name:ident, $call:ident, $key:literal, $kind:ident, $fields:tt;)*) => {
        filter_fields! {
            /// When the call started: `from..to`, without `to`.
            Period, "period";
            /// `yes` or `no`.
            Answered, "answered";
            /// End reasons, by their keys in a personal dictionary.
            EndReason, "reason";
            /// What became of the call.
            Class, "class";
            /// The end reason's category.
            Category, "category";
            /// The end reason's family.
            Family, "family";
            /// Where the end reason lies.
            Side, "side";
            /// The calling number.
            Caller, "caller";
            /// The called number.
            Callee, "callee";
            /// What the called number begins with, whether `+` stands before it or not.
            Prefix, "prefix";
            /// The country of the called number.
            Country, "country";
            $($(#[$doc])* $name, $key;)*
            /// The state, province or region of the called number.
            Area, "area";
            /// Who hung up: `caller`, `callee` or `server`.
            HangUpSide, "hung-up-by";
            /// Talk time in seconds.
            TalkTime, "talk";
            /// Post-dial delay in seconds.
            PostDialDelay, "pdd";
            /// What the customer is charged.
            Fee, "fee";
            /// The hour of the day, in the zone that times are shown in.
            Hour, "hour";
            /// The day of the week, from 1 for Monday, likewise.
            Weekday, "weekday";
            /// The file that the call is in.
            File, "file";
        }

        impl FilterField {
            /// The column of names that it is about.
            pub fn names(self) -> Option<NameColumn> {
                match self {
                    $(FilterField::$name => Some(NameColumn::$name),)*
                    _ => None,
                }
            }
        }

        impl From<NameColumn> for FilterField {
            fn from(column: NameColumn) -> Self {
                match column {
                    $(NameColumn::$name => FilterField::$name,)*
                }
            }
        }
    };
}

calls::name_columns!(filter_fields_with_names);

/// One condition, as a person says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    /// What it is about.
    pub field: FilterField,
    /// What is wanted of it.
    pub text: String,
    /// One that is off is kept and does nothing.
    pub on: bool,
}

/// Conditions that all must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Filter {
    /// In the order in which they were added; at most one of each field.
    pub criteria: Vec<Criterion>,
}

impl Filter {
    /// Those that are on.
    pub fn active(&self) -> impl Iterator<Item = &Criterion> {
        self.criteria.iter().filter(|criterion| criterion.on)
    }

    /// Whether any is on.
    pub fn is_active(&self) -> bool {
        self.active().next().is_some()
    }

    /// Says what is wanted of a field, in place of what was said; nothing is wanted of it where the text is empty.
    pub fn set(&mut self, field: FilterField, text: &str) {
        let text = text.trim();
        let known = self.criteria.iter_mut().find(|criterion| criterion.field == field);
        match known {
            _ if text.is_empty() => self.criteria.retain(|criterion| criterion.field != field),
            Some(criterion) => (criterion.text, criterion.on) = (text.to_owned(), true),
            None => self.criteria.push(Criterion { field, text: text.to_owned(), on: true }),
        }
    }

    /// Switches a criterion off, or on again.
    pub fn toggle(&mut self, field: FilterField) {
        if let Some(criterion) = self.criteria.iter_mut().find(|criterion| criterion.field == field) {
            criterion.on = !criterion.on;
        }
    }

    /// What is wanted of a field, whether it is on or not.
    pub fn get(&self, field: FilterField) -> Option<&Criterion> {
        self.criteria.iter().find(|criterion| criterion.field == field)
    }
}

#[cfg(test)]
mod tests;
