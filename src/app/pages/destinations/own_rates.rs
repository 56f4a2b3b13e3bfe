use crate::app::action::DestinationAction;
use crate::app::browser::{drop, read_text};
use crate::app::components::ImportButton;
use crate::app::context::Page;
use words::{DestinationSentence, DestinationWord};
use yew::prelude::*;

/// What a list of rates may be called; how it is written is told by what is in it.
const KINDS: &str = ".csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values";

/// The person's own list of destinations and rates: in from a file, out to one, and what of it could not be used.
#[component]
pub(in crate::app) fn OwnRates() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let rates = &page.session.rates;
    let on_text = page.dispatch.reform(|text: String| DestinationAction::ImportRates(text).into());
    let export = page.dispatch.reform(|_: MouseEvent| DestinationAction::ExportRates.into());
    let forget = page.dispatch.reform(|_: MouseEvent| DestinationAction::ForgetRates.into());
    let ondrop = {
        let dispatch = page.dispatch.clone();
        Callback::from(move |event: DragEvent| {
            let file = event.data_transfer().and_then(|transfer| transfer.files()).and_then(|files| files.item(0));
            // Anywhere else on the page, a file is one of calls.
            if let Some(file) = file.filter(|_| drop::has_files(&event)) {
                event.prevent_default();
                event.stop_propagation();
                let dispatch = dispatch.clone();
                read_text(&file, move |text| dispatch.emit(DestinationAction::ImportRates(text).into()));
            }
        })
    };
    let problems = rates.problem_count();
    html! {
        <section class="card drop-rates" aria-label={page.word(DestinationWord::YourRates)} {ondrop}>
            <h2>{ page.word(DestinationWord::YourRates) }</h2>
            if rates.is_empty() {
                <p>{ page.word(DestinationWord::YourRatesHint) }</p>
            } else {
                <p>
                    { page.sentence(DestinationSentence::RatesRead {
                        prefixes: rates.entries().len(),
                        names: rates.names(),
                        rated: rates.rated(),
                    }) }
                </p>
            }
            <div class="buttons">
                <ImportButton label={page.word(DestinationWord::ImportRates)} accept={KINDS} {on_text} />
                if !rates.is_empty() {
                    <button type="button" onclick={export}>{ page.word(DestinationWord::ExportRates) }</button>
                    <button type="button" onclick={forget}>{ page.word(DestinationWord::ForgetRates) }</button>
                }
            </div>
            if problems > 0 {
                <details open={true}>
                    <summary>
                        { page.word(DestinationWord::LinesToLookAt) }
                        { format!(": {}", page.language.count(problems as u64)) }
                    </summary>
                    <ul aria-label={page.word(DestinationWord::LinesToLookAt)}>
                        { for rates.problems().iter().map(|problem| html! {
                            <li>{ problem.sentence(page.language) }</li>
                        }) }
                        if problems > rates.problems().len() {
                            <li>
                                { page.sentence(DestinationSentence::MoreProblems {
                                    problems: problems - rates.problems().len(),
                                }) }
                            </li>
                        }
                    </ul>
                </details>
            }
        </section>
    }
}
