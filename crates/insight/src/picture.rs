//! What the rules look at.

use super::context::Context;
use calls::EpochMillis;
use query::{
    Answer, Dimension, Filter, FilterField, LoadSpec, Loads, Measures, Query, Signs, SignsSpec, Table, TableSpec,
    TimeSteps,
};

/// Destinations are told apart by so many digits.
pub(super) const PREFIX: Dimension = Dimension::Prefix { digits: 4 };

/// A table of pairs has so many rows at most: those with the most calls, in which a finding would be worth a look.
const MOST_PAIRS: usize = 5_000;

/// A timeline has about so many steps at most.
const MOST_STEPS: i64 = 200;

/// A step has about so many calls of all gateways together: of fewer, nothing can be told of a single one.
const CALLS_A_STEP: i64 = 100;

/// Steps of time that clocks show, in minutes.
const STEP_MINUTES: [u32; 8] = [15, 30, 60, 120, 240, 480, 1440, 7 * 1440];

/// Loads by account have a second for every second in which a call began or ended: they are asked for up to so many
/// calls.
const MOST_CALLS_OF_LOAD: u64 = 3_000_000;

macro_rules! tables {
    ($($(#[$doc:meta])* $name:ident: $spec:expr;)*) => {
        /// What the rules look at: the answers to their questions.
        #[derive(Debug, Clone, PartialEq)]
        pub struct Picture {
            /// What was known before.
            pub context: Context,
            $($(#[$doc])* pub $name: Table,)*
            /// The load of each account, where the switch's limits refuse calls, and up to `MOST_CALLS_OF_LOAD`
            /// calls.
            pub loads: Option<Loads>,
            /// The signs.
            pub signs: Signs,
        }

        impl Picture {
            fn tables() -> Vec<TableSpec> {
                vec![$($spec,)*]
            }

            /// A picture of the answers to [`Picture::queries`], in their order; what is missing is empty.
            pub fn of(answers: Vec<Answer>, context: Context) -> Self {
                let (mut tables, mut loads, mut signs) = (Vec::new(), None, None);
                for answer in answers {
                    match answer {
                        Answer::Table(table) => tables.push(table),
                        Answer::Load(load) => loads = Some(load),
                        Answer::Signs(told) => signs = Some(told),
                        Answer::Sums(_) | Answer::Attempts(_) | Answer::Rows(_) | Answer::Many(_) => {}
                    }
                }
                let mut tables = tables.into_iter();
                Self {
                    context,
                    $($name: tables.next().unwrap_or_default(),)*
                    loads,
                    signs: signs.map(|signs| *signs).unwrap_or_default(),
                }
            }
        }
    };
}

tables! {
    /// Vendors, with delays: their quality.
    vendors: TableSpec::by([Dimension::TerminatingGateway]).with_delays();
    /// Vendors and destinations: what a vendor should reach, given where its calls go.
    vendor_prefixes: pairs(Dimension::TerminatingGateway, PREFIX);
    /// Vendors and end reasons, with delays: media, callers who give up, forced releases.
    vendor_reasons: pairs(Dimension::TerminatingGateway, Dimension::EndReason).with_delays();
    /// Vendors and who hung up: short calls by the side that ended them.
    vendor_sides: pairs(Dimension::TerminatingGateway, Dimension::HangUpSide);
    /// Vendors and talk times: what short calls cost.
    vendor_talk: pairs(Dimension::TerminatingGateway, Dimension::TalkBucket);
    /// Destinations and end reasons: why one is not reached.
    prefix_reasons: pairs(PREFIX, Dimension::EndReason);
    /// Accounts and destinations: what an account never reaches.
    account_prefixes: pairs(Dimension::Account, PREFIX);
    /// Accounts and end reasons: balance, expiry, locks, limits.
    account_reasons: pairs(Dimension::Account, Dimension::EndReason);
    /// Accounts and rate prefixes: what they are charged and what they cost.
    account_rates: pairs(Dimension::Account, Dimension::RatePrefix);
}

fn pairs(one: Dimension, other: Dimension) -> TableSpec {
    TableSpec { most_rows: MOST_PAIRS, ..TableSpec::by([one, other]) }
}

impl Picture {
    /// What must be asked for a picture, in one pass ([`Query::Many`]).
    pub fn queries(context: &Context) -> Vec<Query> {
        let mut queries: Vec<Query> = Self::tables().into_iter().map(Query::Table).collect();
        // They are large, and of no use where no limit refuses calls.
        if context.has_limits() && context.total.calls <= MOST_CALLS_OF_LOAD {
            queries.push(Query::Load(LoadSpec { by: Some(Dimension::Account), lengths: false }));
        }
        queries.push(Query::Signs(SignsSpec { step_minutes: step_minutes(context) }));
        queries
    }

    /// The sums of all calls.
    pub fn total(&self) -> Measures {
        self.vendors.total()
    }

    /// The sums of an account's calls; `None` of none.
    pub fn account_sums(&self, account: &str) -> Option<Measures> {
        super::named_rows::by_first(&self.account_reasons).remove(account)
    }

    /// Whether an instant is so close to the end of all calls that what lasted until then may go on: within two steps
    /// of the timelines.
    pub fn is_at_the_end(&self, at: EpochMillis) -> bool {
        self.context.period().is_some_and(|(_, last)| self.step_end(self.step_end(at)) > last)
    }

    /// The end of the step of the timelines that begins then.
    pub fn step_end(&self, begin: EpochMillis) -> EpochMillis {
        let mut steps = TimeSteps::new(step_minutes(&self.context) * 60, self.context.zone.clone());
        EpochMillis(steps.step(begin.0).1)
    }

    /// The reference's entry of an end reason, if there is one, and those of topics.
    pub fn links(&self, reason: &str, topics: &[&str]) -> Vec<String> {
        let entry = self.context.reason(Some(reason)).and_then(super::context::ReasonInfo::link);
        entry.into_iter().chain(topics.iter().map(|topic| format!("topic/{topic}"))).collect()
    }

    /// A filter for the calls of some groups, in a period. A group that a filter cannot say is left out: it shows more
    /// calls than those.
    pub fn filter(&self, of: &[(Dimension, Option<&str>)], period: Option<(EpochMillis, EpochMillis)>) -> Filter {
        let mut filter = Filter::default();
        for (dimension, key) in of {
            if let Some((field, text)) = dimension.criterion(*key, &self.context.zone) {
                filter.set(field, &text);
            }
        }
        if let Some((from, to)) = period {
            filter.set(FilterField::Period, &format!("{}..{}", from.rfc3339(), to.rfc3339()));
        }
        filter
    }
}

/// How long the steps of timelines are: the shortest of which a period has few enough, each with enough calls.
fn step_minutes(context: &Context) -> u32 {
    let millis = context.period().map_or(0, |(from, to)| to.0.saturating_sub(from.0));
    let most = (context.total.calls as i64 / CALLS_A_STEP).clamp(1, MOST_STEPS);
    let fits = |minutes: &u32| millis / (i64::from(*minutes) * 60_000) <= most;
    STEP_MINUTES.into_iter().find(fits).unwrap_or(STEP_MINUTES[STEP_MINUTES.len() - 1])
}
