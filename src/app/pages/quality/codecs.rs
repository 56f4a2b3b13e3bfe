use crate::app::components::MetricTable;
use crate::app::context::Environment;
use query::{Held, Metric, Table};
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
    /// By codec.
    pub(super) table: Held<Table>,
}

/// The calls by codec.
#[component]
pub(super) fn Codecs(props: &CodecsProps) -> Html {
    let env = use_context::<Environment>().expect("the root gives it");
    let table = &props.table;
    let is_known = table.rows.iter().any(|row| row.key.iter().flatten().any(|codec| !codec.is_empty()));
    html! {
        <section class="card">
            <h2>{ env.word(QualityWord::Codecs) }</h2>
            if is_known {
                <MetricTable label={env.word(QualityWord::Codecs)} table={table.clone()}
                    columns={COLUMNS.to_vec()} />
            } else {
                <p class="note">
                    { env.sentence(ReportSentence::Lacks { what: env.word(QualityWord::WhichCodec) }) }
                </p>
            }
        </section>
    }
}
