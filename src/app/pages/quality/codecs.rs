use crate::app::components::MetricTable;
use crate::app::context::Page;
use crate::app::reports::Answers;
use query::Metric;
use words::{QualityWord, ReportSentence};
use yew::prelude::*;

const COLUMNS: [Metric; 9] = [
    Metric::Calls,
    Metric::Answered,
    Metric::Asr,
    Metric::Acd,
    Metric::Minutes,
    Metric::Pdd50,
    Metric::Pdd95,
    Metric::ShortShare,
    Metric::CutByServer,
];

#[derive(Properties, PartialEq)]
pub(super) struct CodecsProps {
    /// Those that have the table by codec, and its place.
    pub(super) answers: Answers,
    pub(super) at: usize,
}

/// The calls by codec.
#[component]
pub(super) fn Codecs(props: &CodecsProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let Some(table) = props.answers.table(props.at) else { return Html::default() };
    let is_known = table.rows.iter().any(|row| row.key.iter().flatten().any(|codec| !codec.is_empty()));
    html! {
        <section class="card">
            <h2>{ page.word(QualityWord::Codecs) }</h2>
            if is_known {
                <MetricTable label={page.word(QualityWord::Codecs)} answers={props.answers.clone()} at={props.at}
                    columns={COLUMNS.to_vec()} />
            } else {
                <p class="note">
                    { page.sentence(ReportSentence::Lacks { what: page.word(QualityWord::WhichCodec) }) }
                </p>
            }
        </section>
    }
}
