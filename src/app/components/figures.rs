use super::{Defined, Figure, ZoneChooser};
use crate::app::browser::zone::{Zone, browser_zone_name};
use crate::app::context::Page;
use crate::query::{Unit, metrics};
use crate::words::{Duration, Sentence, Word};
use yew::prelude::*;

/// A figure as it is shown, and as text, where it has a value.
type Value = (Html, Option<String>);

/// The figures of all calls, each with its definition.
#[component]
pub(in crate::app) fn Figures() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let summary = &page.summary;
    let (calls, answered) = (summary.total.calls, summary.total.answered);
    let count = |number: u64| said(page.language.count(number));
    let acd = match summary.acd_seconds() {
        Some(seconds) => {
            let copied = page.language.copied_value(Unit::Seconds, seconds);
            (html! { page.language.duration(Duration(seconds)) }, Some(copied))
        }
        None => nothing(&page, Word::NoAnsweredCalls),
    };
    let minutes = page.sentence(Sentence::Minutes { minutes: summary.total.talk_seconds as f64 / 60.0 });
    let figure = |name: Word, long: Option<Word>, definition: Word, (value, copied): Value| {
        html! {
            <Figure name={page.word(name)} title={long.map(|long| AttrValue::from(page.word(long)))} {value} {copied}>
                <Defined {name} {definition} />
            </Figure>
        }
    };
    html! {
        <section class="figures" aria-label={page.word(Word::Figures)}>
            <dl>
                { figure(Word::Calls, None, Word::DefineCalls, count(calls)) }
                { figure(Word::Answered, None, Word::DefineAnswered, count(answered)) }
                { figure(Word::Asr, Some(Word::AsrLong), Word::DefineAsr, asr(&page)) }
                { figure(Word::Ner, Some(Word::NerLong), Word::DefineNer, share(&page, summary.ner_percent())) }
                if summary.has_sip() {
                    { figure(Word::Seer, Some(Word::SeerLong), Word::DefineSeer, share(&page, summary.seer_percent())) }
                    { figure(Word::Isa, Some(Word::IsaLong), Word::DefineIsa, share(&page, summary.isa_percent())) }
                }
                { figure(Word::Acd, Some(Word::AcdLong), Word::DefineAcd, acd) }
                { figure(Word::TalkMinutes, None, Word::DefineTalkMinutes, said(minutes)) }
                { figure(Word::Period, None, Word::DefinePeriod, period(&page)) }
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

fn said(text: String) -> Value {
    (html! { text.clone() }, Some(text))
}

/// There is no value, and why.
fn nothing(page: &Page, why: Word) -> Value {
    (html! { <span class="none">{ page.word(why) }</span> }, None)
}

fn asr(page: &Page) -> Value {
    let summary = &page.summary;
    let (calls, answered) = (summary.total.calls, summary.total.answered);
    if summary.failures_missing() {
        return nothing(page, Word::AsrNotMeasurable);
    }
    let Some(percent) = summary.asr_percent() else { return nothing(page, Word::NoCalls) };
    let weak = metrics::wilson_interval(answered, calls)
        .filter(|_| calls < metrics::WEAK_BELOW_CALLS)
        .map(|(low, high)| page.sentence(Sentence::WeakShare { low, high, calls }));
    let percent = page.language.percent(percent);
    let value = html! {
        <>
            { percent.clone() }
            if let Some(weak) = weak {
                <small>{ weak }</small>
            }
        </>
    };
    (value, Some(percent))
}

/// A share of all calls that means nothing without failed ones.
fn share(page: &Page, percent: Option<f64>) -> Value {
    match percent {
        _ if page.summary.failures_missing() => nothing(page, Word::AsrNotMeasurable),
        Some(percent) => said(page.language.percent(percent)),
        None => nothing(page, Word::NoCalls),
    }
}

fn period(page: &Page) -> Value {
    let Some((first, last)) = page.summary.period() else { return nothing(page, Word::NoCalls) };
    let [from, to] = [first, last].map(|time| page.zone.show(time));
    let zone = match page.zone {
        Zone::Utc => page.sentence(Sentence::Utc),
        Zone::Browser => browser_zone_name(),
    };
    let copied = page.sentence(Sentence::CopiedPeriod { from: &from, to: &to, zone: &zone });
    let value = html! {
        <span class="period">
            <span><span class="label">{ page.word(Word::FirstStart) }</span><time datetime={first.rfc3339()}>{ from }</time></span>
            <span><span class="label">{ page.word(Word::LastStart) }</span><time datetime={last.rfc3339()}>{ to }</time></span>
            <ZoneChooser />
        </span>
    };
    (value, Some(copied))
}
