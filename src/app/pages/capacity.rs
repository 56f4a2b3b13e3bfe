//! How many lines and calls a second were needed, when and by whom, and what a limit would have done.

mod groups;
mod limits;
mod over_time;

use crate::app::action::FilterAction;
use crate::app::components::{ByChoice, ReportFrame, chosen_by};
use crate::app::context::Page;
use crate::app::time_step::usual_step;
use crate::app::use_report::{Slot, use_report};
use groups::GroupLoads;
use limits::Limits;
use over_time::LoadOverTime;
use query::{Capacity, Dimension, LoadSpec};
use std::rc::Rc;
use words::{CapacityWord, FigureWord, PageWord, ReportSentence, ReportWord, Word};
use yew::prelude::*;

/// Whose lines can be looked at.
const BY: [Dimension; 5] = [
    Dimension::TerminatingGateway,
    Dimension::OriginatingGateway,
    Dimension::Account,
    Dimension::CallerIp,
    Dimension::CalleeIp,
];

/// What stands in the address for the limit that a person thinks of.
const LIMIT: &str = "limit";

/// So many groups are drawn over time.
const DRAWN: usize = 8;

/// The lengths of calls, by which it is known exactly whom a limit refuses, are asked for up to so many calls: they are
/// looked at for each of some limits, and should be there at once.
const MOST_EXACT_CALLS: u64 = 500_000;

/// The page.
#[component]
pub(in crate::app) fn CapacityPage() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let by = chosen_by(&page, &BY);
    let limit: Option<u64> = page.choices.get(LIMIT).and_then(|lines| lines.parse().ok());
    let lengths = page.summary.total.calls <= MOST_EXACT_CALLS;
    // Apart, so that all calls stand while others are asked for.
    let whole = use_report(Slot::Main, None, LoadSpec { by: None, lengths });
    let groups = use_report(Slot::Beside, None, LoadSpec { by: Some(by), lengths });
    let step_seconds = usual_step(&page) * 60;
    let shown = (whole.answers.clone(), groups.answers.clone(), step_seconds, page.zone);
    let capacity = use_memo(shown, |(whole, groups, step_seconds, zone)| {
        let load = whole.as_ref().and_then(|loads| loads.whole());
        let groups = groups.as_deref();
        load.map(|load| Capacity::of(load, groups, DRAWN, *step_seconds, &zone.local())).unwrap_or_default()
    });
    let set_limit = page.dispatch.reform(|lines: Option<u64>| {
        FilterAction::Choose {
            filter: None,
            chosen: vec![(LIMIT, lines.map(|lines| lines.to_string()).unwrap_or_default())],
        }
        .into()
    });
    let in_progress = page.summary.total.in_progress;
    html! {
        <ReportFrame title={Word::from(PageWord::PageCapacity)} ready={whole.answers.is_some()} pending={whole.pending}>
            <p class="note">{ page.word(CapacityWord::HowLoadIsCounted) }</p>
            if page.summary.failures_missing() {
                <p class="warning">{ page.word(FigureWord::FailuresMissing) }</p>
            }
            if in_progress > 0 {
                <p class="note">{ page.sentence(ReportSentence::InProgress { calls: in_progress }) }</p>
            }
            <div class="choices">
                <ByChoice label={Word::from(CapacityWord::LoadsBy)} offered={&BY[..]} />
            </div>
            <LoadOverTime capacity={Rc::clone(&capacity)} {by} {limit} />
            if let Some(groups) = groups.answers.clone() {
                <GroupLoads capacity={Rc::clone(&capacity)} {by} loads={groups} />
            } else {
                <p role="status">{ page.word(ReportWord::BeingAsked) }</p>
            }
            if let Some(whole) = whole.answers {
                <Limits {whole} groups={groups.answers} {capacity} {by} {limit} on_limit={set_limit} />
            }
        </ReportFrame>
    }
}
