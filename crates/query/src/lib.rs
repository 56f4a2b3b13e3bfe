//! Calls to figures.
//!
//! A [`Tally`] counts the calls of one file as they are read. Tallies hold sums only, so they merge exactly, in any
//! order. A [`Summary`] is what is shown and exported: the tallies of all files, their end reasons put into families,
//! and the ratios, whose formulas stand in [`metrics`] and nowhere else.
//!
//! What is wanted of some calls only is asked: a [`Question`] goes to every shard, each has its [`Answer`], and answers
//! merge as exactly. A [`Table`] has the sums of groups, [`Loads`] how many calls were in progress and began in each
//! second, [`Summary`] comes of the sums by end reason, and rows are the calls themselves.
//!
//! ```
//! use query::Filter;
//!
//! let filter = Filter::of_query("callee=44%25");
//! assert!(filter.is_active());
//! assert_eq!(filter.query(), "callee=44%25");
//! ```

// A number of 64 bits that is cut to 32 is another one, and nothing says so. Where it fits, that is said: by
// `try_from`, or a reason.
#![cfg_attr(not(test), warn(clippy::cast_possible_truncation))]

mod attempts;
mod block_groups;
mod buckets;
mod called_place;
mod count;
mod dial_plan;
mod dimension;
mod drill;
mod end_reason_row;
mod evidence;
mod filter;
mod grouping;
mod interpretation;
mod load;
mod metric;
pub mod metrics;
mod numberings;
mod order;
mod over_time;
mod period;
pub(crate) mod question;
mod rows;
mod serials;
mod signs;
mod step_choice;
mod summary;
mod switch_name;
mod table;
mod tally;
mod time_steps;
mod together;
mod week;

pub use attempts::Attempts;
pub use buckets::{delay_steps, talk_steps};
pub use count::Count;
pub use dial_plan::DialPlan;
pub use dimension::Dimension;
pub use drill::DrillLevel;
pub use end_reason_row::{EndReasonKey, EndReasonRow};
pub use evidence::{Delays, Evidence, NameCounts, PREFIX_DIGITS, Trend};
pub use filter::{
    Choices, CompiledFilter, Condition, Criterion, Filter, FilterField, FilterProblem, Pattern, ReasonRule, Terms,
    quoted,
};
pub use interpretation::{Interpretation, UNKNOWN_SIDE, kebab_name};
pub use load::{
    Capacity, GroupLoad, LimitOutcome, Load, LoadSpec, LoadStep, Loads, Peak, Refused, Second, Spell, StepPeaks,
};
pub use metric::{Metric, Unit};
pub use numberings::NumberingOverview;
pub use order::{EndReasonSort, ReasonGroup, ReasonGroupBy, ReasonGroupKey, RowPart, SortColumn, grouped, whole_rows};
pub use over_time::{OverTime, TimeGroup};
pub use period::{Baseline, Period, last_whole_days};
pub use question::{Answer, Query, Question, Scan, ScanStep, Scope, answer};
pub use rows::{FENCE, RowIndex, RowKey, RowOrder, RowSort, RowsFound, RowsFrom};
pub use serials::{ReasonSerials, Serials, serial_hash};
pub use signs::{
    AccountRounding, BILLING_STEPS, BillingStep, CallLengths, CallSources, ChargedCalls, ChargedUnanswered, Clock,
    ClockStep, Cut, CutKey, Cuts, Distinct, Gap, Keyed, LONG_SECONDS, LONGEST_SECONDS, LengthKey, Lengths, LongCalls,
    LongSums, OfLength, Outcomes, Rate, RateKey, Rates, Refusal, RefusalKey, Refusals, Rounding, Runs, Sequence,
    SerialNumbers, SetBack, Signs, SignsSpec, Source, Starts, Timeline, Timelines, Unbilled, UnbilledCalls,
    UnbilledKey,
};
pub use step_choice::StepChoice;
pub use store::{SHORT_SECONDS, SLOW_MILLIS};
pub use summary::{NumberingChoice, Summary};
pub use switch_name::switch_name;
pub use table::{Amount, LeftOut, MOST_DIMENSIONS, MOST_ROWS, Matrix, Measures, Table, TableRow, TableSpec};
pub use tally::{MOST_TEXTS, ReasonTally, Tally};
pub use time_steps::TimeSteps;
pub use together::{Answers, AttemptsSpec, Held, Inquiry, OneAnswer};
pub use week::{WeekDay, week};
