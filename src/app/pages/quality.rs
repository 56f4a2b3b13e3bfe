//! How well calls are set up and how they end: delays, talk times, short calls, who hangs up, codecs; vendor by vendor,
//! or by another field.

mod codecs;
mod delays;
mod hang_ups;
mod scatter;
mod short_calls;
mod spread;

use crate::app::components::{ByChoice, ReportFrame, chosen_by};
use crate::app::context::Page;
use crate::app::use_report::{Slot, use_report};
use codecs::Codecs;
use delays::DelaysByGroup;
use hang_ups::HangUps;
use query::{Dimension, TableSpec, together};
use scatter::DelayAgainstAsr;
use short_calls::ShortCalls;
use spread::{Of, Spread};
use words::{FigureWord, PageWord, QualityWord, ReportWord, Word};
use yew::prelude::*;

/// By what quality can be looked at.
const BY: [Dimension; 7] = [
    Dimension::TerminatingGateway,
    Dimension::OriginatingGateway,
    Dimension::Account,
    Dimension::Country,
    Dimension::Prefix { digits: 4 },
    Dimension::CalleeIp,
    Dimension::Codec,
];

together! {
    /// What is asked of all calls.
    struct Quality -> QualityAnswers {
        delays: TableSpec,
        talk_times: TableSpec,
        codecs: TableSpec,
    }
}

/// The page.
#[component]
pub(in crate::app) fn QualityPage() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let by = chosen_by(&page, &BY);
    let table = |by| TableSpec::by([by]).with_delays();
    let queries = Quality {
        delays: table(Dimension::DelayBucket),
        talk_times: table(Dimension::TalkBucket),
        codecs: table(Dimension::Codec),
    };
    // Apart, so that all calls stand while others are asked for.
    let main = use_report(Slot::Main, None, queries);
    let groups = use_report(Slot::Beside, None, table(by));
    html! {
        <ReportFrame title={Word::from(PageWord::PageQuality)} ready={main.answers.is_some()}
            pending={main.pending || groups.pending}>
            if page.summary.failures_missing() {
                <p class="warning">{ page.word(FigureWord::FailuresMissing) }</p>
            }
            if let Some(answers) = main.answers.clone() {
                <div class="two">
                    <Spread table={answers.delays} of={Of::Delays} />
                    <Spread table={answers.talk_times} of={Of::TalkTimes} />
                </div>
            }
            <div class="choices">
                <ByChoice label={Word::from(QualityWord::QualityBy)} offered={&BY[..]} />
            </div>
            if let Some(groups) = groups.answers {
                <DelayAgainstAsr table={groups.clone()} />
                <DelaysByGroup table={groups.clone()} />
                <ShortCalls table={groups.clone()} />
                <HangUps table={groups} />
            } else {
                <p role="status">{ page.word(ReportWord::BeingAsked) }</p>
            }
            if let Some(answers) = main.answers {
                <Codecs table={answers.codecs} />
            }
        </ReportFrame>
    }
}
