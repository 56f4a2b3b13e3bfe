use crate::app::components::Figure;
use crate::app::context::Environment;
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
    let env = use_context::<Environment>().expect("the root gives it");
    let attempts = &*props.attempts;
    let Some(per_call) = attempts.per_call() else {
        return html! {
            <p class="note">{ env.sentence(ReportSentence::Lacks { what: env.word(BreakdownWord::CallIds) }) }</p>
        };
    };
    let Attempts { attempts: all, answered_attempts: answered, unknown, .. } = *attempts;
    let share = |percent: Option<f64>| percent.map_or_else(|| "–".to_owned(), |share| env.language.percent(share));
    let calls = attempts.calls().map_or_else(|| "–".to_owned(), |calls| env.language.value(Unit::Count, calls as f64));
    let figures = [
        (BreakdownWord::AttemptsPerCall, BreakdownWord::DefineAttemptsPerCall, env.language.decimal(per_call, 2)),
        (BreakdownWord::CallsByCallId, BreakdownWord::DefineCallsByCallId, calls),
        (BreakdownWord::AnsweredInTheEnd, BreakdownWord::DefineAnsweredInTheEnd, share(attempts.answered_percent())),
        (BreakdownWord::TriedAgain, BreakdownWord::DefineTriedAgain, share(attempts.repeated_percent())),
    ];
    html! {
        <details class="card">
            <summary>
                { env.word(BreakdownWord::AttemptsAndCalls) }{ ": " }
                { env.word(BreakdownWord::AttemptsPerCall) }{ " " }
                <strong>{ env.language.decimal(per_call, 2) }</strong>
            </summary>
            <section class="figures" aria-label={env.word(BreakdownWord::AttemptsAndCalls)}>
                <dl>{ for figures.into_iter().map(|(name, definition, value)| html! {
                    <Figure name={env.word(name)} title={AttrValue::from(env.word(definition))}
                        value={html! { value.clone() }} copied={value} />
                }) }</dl>
            </section>
            <p class="note">
                { env.sentence(ReportSentence::AttemptsExplained {
                    attempts: all,
                    answered,
                    unknown,
                    exact: attempts.is_exact(),
                }) }
            </p>
        </details>
    }
}
