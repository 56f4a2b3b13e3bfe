use super::{Defined, ZoneChooser};
use crate::app::context::Page;
use crate::query::metrics;
use crate::words::{Duration, Sentence, Word};
use yew::prelude::*;

/// The figures of all calls, each with its definition.
#[component]
pub(in crate::app) fn Figures() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let summary = &page.summary;
    let (calls, answered) = (summary.total.calls, summary.total.answered);
    let count = |number: u64| html! { page.language.count(number) };
    let acd = match summary.acd_seconds() {
        Some(seconds) => html! { page.language.duration(Duration(seconds)) },
        None => html! { <span class="none">{ page.word(Word::NoAnsweredCalls) }</span> },
    };
    let minutes = page.sentence(Sentence::Minutes { minutes: summary.total.talk_seconds as f64 / 60.0 });
    html! {
        <section class="figures" aria-label={page.word(Word::Figures)}>
            <dl>
                <Figure name={Word::Calls} definition={Word::DefineCalls} value={count(calls)} />
                <Figure name={Word::Answered} definition={Word::DefineAnswered} value={count(answered)} />
                <Figure name={Word::Asr} long={Word::AsrLong} definition={Word::DefineAsr} value={asr(&page)} />
                <Figure name={Word::Ner} long={Word::NerLong} definition={Word::DefineNer} value={share(&page, summary.ner_percent())} />
                if summary.has_sip() {
                    <Figure name={Word::Seer} long={Word::SeerLong} definition={Word::DefineSeer} value={share(&page, summary.seer_percent())} />
                    <Figure name={Word::Isa} long={Word::IsaLong} definition={Word::DefineIsa} value={share(&page, summary.isa_percent())} />
                }
                <Figure name={Word::Acd} long={Word::AcdLong} definition={Word::DefineAcd} value={acd} />
                <Figure name={Word::TalkMinutes} definition={Word::DefineTalkMinutes} value={html! { minutes }} />
                <Figure name={Word::Period} definition={Word::DefinePeriod} value={period(&page)} />
            </dl>
            <div class="notes">
                if summary.failures_missing() {
                    <p class="warning">{ page.word(Word::FailuresMissing) }</p>
                }
                if summary.total.in_progress > 0 {
                    <p>{ page.sentence(Sentence::InProgress { calls: summary.total.in_progress }) }</p>
                }
            </div>
        </section>
    }
}

fn asr(page: &Page) -> Html {
    let summary = &page.summary;
    let (calls, answered) = (summary.total.calls, summary.total.answered);
    if summary.failures_missing() {
        return html! { <span class="none">{ page.word(Word::AsrNotMeasurable) }</span> };
    }
    let Some(percent) = summary.asr_percent() else {
        return html! { <span class="none">{ page.word(Word::NoCalls) }</span> };
    };
    let weak = metrics::wilson_interval(answered, calls)
        .filter(|_| calls < metrics::WEAK_BELOW_CALLS)
        .map(|(low, high)| page.sentence(Sentence::WeakShare { low, high, calls }));
    html! {
        <>
            { page.language.percent(percent) }
            if let Some(weak) = weak {
                <small>{ weak }</small>
            }
        </>
    }
}

/// A share of all calls that means nothing without failed ones.
fn share(page: &Page, percent: Option<f64>) -> Html {
    match percent {
        _ if page.summary.failures_missing() => {
            html! { <span class="none">{ page.word(Word::AsrNotMeasurable) }</span> }
        }
        Some(percent) => html! { page.language.percent(percent) },
        None => html! { <span class="none">{ page.word(Word::NoCalls) }</span> },
    }
}

fn period(page: &Page) -> Html {
    let Some((first, last)) = page.summary.period() else {
        return html! { <span class="none">{ page.word(Word::NoCalls) }</span> };
    };
    html! {
        <span class="period">
            <span><span class="label">{ page.word(Word::FirstStart) }</span><time datetime={first.rfc3339()}>{ page.zone.show(first) }</time></span>
            <span><span class="label">{ page.word(Word::LastStart) }</span><time datetime={last.rfc3339()}>{ page.zone.show(last) }</time></span>
            <ZoneChooser />
        </span>
    }
}

#[derive(Properties, PartialEq)]
struct FigureProps {
    name: Word,
    #[prop_or_default]
    long: Option<Word>,
    definition: Word,
    value: Html,
}

#[component]
fn Figure(props: &FigureProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    html! {
        <div class="figure">
            <dt>
                <span title={props.long.map(|long| page.word(long))}>{ page.word(props.name) }</span>
                <Defined name={props.name} definition={props.definition} />
            </dt>
            <dd>{ props.value.clone() }</dd>
        </div>
    }
}
