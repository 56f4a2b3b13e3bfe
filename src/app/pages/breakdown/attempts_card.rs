use crate::app::components::Figure;
use crate::app::context::Page;
use query::{Attempts, Held, Unit};
use words::{BreakdownWord, ReportSentence};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) attempts: Held<Attempts>,
}

/// Attempts apart from calls, where files have Call-IDs.
#[component]
pub(in crate::app) fn AttemptsCard(props: &Props) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let attempts = &*props.attempts;
    let Some(per_call) = attempts.per_call() else {
        return html! {
            <p class="note">{ page.sentence(ReportSentence::Lacks { what: page.word(BreakdownWord::CallIds) }) }</p>
        };
    };
    let Attempts { attempts: all, answered_attempts: answered, unknown, .. } = *attempts;
    let share = |percent: Option<f64>| percent.map_or_else(|| "–".to_owned(), |share| page.language.percent(share));
    let calls = attempts.calls().map_or_else(|| "–".to_owned(), |calls| page.language.value(Unit::Count, calls as f64));
    let figures = [
        (BreakdownWord::AttemptsPerCall, BreakdownWord::DefineAttemptsPerCall, page.language.decimal(per_call, 2)),
        (BreakdownWord::CallsByCallId, BreakdownWord::DefineCallsByCallId, calls),
        (BreakdownWord::AnsweredInTheEnd, BreakdownWord::DefineAnsweredInTheEnd, share(attempts.answered_percent())),
        (BreakdownWord::TriedAgain, BreakdownWord::DefineTriedAgain, share(attempts.repeated_percent())),
    ];
    html! {
        <details class="card">
            <summary>
                { page.word(BreakdownWord::AttemptsAndCalls) }{ ": " }
                { page.word(BreakdownWord::AttemptsPerCall) }{ " " }
                <strong>{ page.language.decimal(per_call, 2) }</strong>
            </summary>
            <section class="figures" aria-label={page.word(BreakdownWord::AttemptsAndCalls)}>
                <dl>{ for figures.into_iter().map(|(name, definition, value)| html! {
                    <Figure name={page.word(name)} title={AttrValue::from(page.word(definition))}
                        value={html! { value.clone() }} copied={value} />
                }) }</dl>
            </section>
            <p class="note">
                { page.sentence(ReportSentence::AttemptsExplained {
                    attempts: all,
                    answered,
                    unknown,
                    exact: attempts.is_exact(),
                }) }
            </p>
        </details>
    }
}
