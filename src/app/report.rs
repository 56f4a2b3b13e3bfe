//! What is wanted of the calls, place by place of a page, and what was answered.

use query::{Answers, Filter, Query};

/// Places of a page for which something can be asked; what one asks takes the place of what it asked before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(usize)]
pub(super) enum Slot {
    /// The groups on the page of calls.
    Groups,
    /// What a page is about.
    Main,
    /// What stands beside it, and is asked for apart because it changes apart.
    Beside,
    /// Another selection, to be compared with.
    Other,
    /// What is asked of the main selection once its first answer says what.
    Within,
    /// The same of the other one.
    OtherWithin,
    /// The findings, which more than one page shows.
    Findings,
}

/// What is wanted in a slot.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct ReportSpec {
    /// Of other calls than those of the page's filter.
    pub(super) filter: Option<Filter>,
    /// What is asked of them.
    pub(super) queries: Vec<Query>,
}

/// A slot's state.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct SlotState {
    /// Whose it is: another page may want the same, and one that leaves must not take it away.
    pub(super) owner: u32,
    pub(super) spec: ReportSpec,
    /// The last answer, to the same `spec`.
    pub(super) answers: Option<Answers>,
    /// A newer one is on its way.
    pub(super) pending: bool,
}
