use super::{Defined, Figure, ZoneChooser};
use crate::app::browser::zone::{Zone, browser_zone_name};
use crate::app::context::Page;
use query::{Unit, metrics};
use words::{Duration, FigureWord, FileSentence, ReportSentence, Word};
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
        None => nothing(&page, FigureWord::NoAnsweredCalls),
    };
    let minutes = page.sentence(ReportSentence::Minutes { minutes: summary.total.talk_seconds as f64 / 60.0 });
    let figure = |name: FigureWord, long: Option<FigureWord>, definition: FigureWord, (value, copied): Value| {
        html! {
            <Figure name={page.word(name)} title={long.map(|long| AttrValue::from(page.word(long)))} {value} {copied}>
                <Defined name={Word::from(name)} definition={Word::from(definition)} />
            </Figure>
        }
    };
    html! {
        <section class="figures" aria-label={page.word(FigureWord::Figures)}>
            <dl>
                { figure(FigureWord::Calls, None, FigureWord::DefineCalls, count(calls)) }
                { figure(FigureWord::Answered, None, FigureWord::DefineAnswered, count(answered)) }
                { figure(FigureWord::Asr, Some(FigureWord::AsrLong), FigureWord::DefineAsr, asr(&page)) }
                { figure(
                    FigureWord::Ner,
                    Some(FigureWord::NerLong),
                    FigureWord::DefineNer,
                    share(&page, summary.ner_percent()),
                ) }
                if summary.has_sip() {
                    { figure(
                        FigureWord::Seer,
                        Some(FigureWord::SeerLong),
                        FigureWord::DefineSeer,
                        share(&page, summary.seer_percent()),
                    ) }
                    { figure(
                        FigureWord::Isa,
                        Some(FigureWord::IsaLong),
                        FigureWord::DefineIsa,
                        share(&page, summary.isa_percent()),
                    ) }
                }
                { figure(FigureWord::Acd, Some(FigureWord::AcdLong), FigureWord::DefineAcd, acd) }
                { figure(FigureWord::TalkMinutes, None, FigureWord::DefineTalkMinutes, said(minutes)) }
                { figure(FigureWord::Period, None, FigureWord::DefinePeriod, period(&page)) }
            </dl>
            <div class="notes">
                if summary.failures_missing() {
                    <p class="warning">{ page.word(FigureWord::FailuresMissing) }</p>
                }
                if summary.total.in_progress > 0 {
                    <p>{ page.sentence(ReportSentence::InProgress { calls: summary.total.in_progress }) }</p>
                }
            </div>
        </section>
    }
}

fn said(text: String) -> Value {
    (html! { text.clone() }, Some(text))
}

/// There is no value, and why.
fn nothing(page: &Page, why: impl Into<Word>) -> Value {
    (html! { <span class="none">{ page.word(why) }</span> }, None)
}

fn asr(page: &Page) -> Value {
    let summary = &page.summary;
    let (calls, answered) = (summary.total.calls, summary.total.answered);
    if summary.failures_missing() {
        return nothing(page, FigureWord::AsrNotMeasurable);
    }
    let Some(percent) = summary.asr_percent() else { return nothing(page, FigureWord::NoCalls) };
    let weak = metrics::wilson_interval(answered, calls)
        .filter(|_| calls < metrics::WEAK_BELOW_CALLS)
        .map(|(low, high)| page.sentence(ReportSentence::WeakShare { low, high, calls }));
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
        _ if page.summary.failures_missing() => nothing(page, FigureWord::AsrNotMeasurable),
        Some(percent) => said(page.language.percent(percent)),
        None => nothing(page, FigureWord::NoCalls),
    }
}

fn period(page: &Page) -> Value {
    let Some((first, last)) = page.summary.period() else { return nothing(page, FigureWord::NoCalls) };
    let [from, to] = [first, last].map(|time| page.zone.show(time));
    let zone = match page.zone {
        Zone::Utc => page.sentence(FileSentence::Utc),
        Zone::Browser => browser_zone_name(),
    };
    let copied = page.sentence(ReportSentence::CopiedPeriod { from: &from, to: &to, zone: &zone });
    let value = html! {
        <span class="period">
            <span>
                <span class="label">{ page.word(FigureWord::FirstStart) }</span>
                <time datetime={first.rfc3339()}>{ from }</time>
            </span>
            <span>
                <span class="label">{ page.word(FigureWord::LastStart) }</span>
                <time datetime={last.rfc3339()}>{ to }</time>
            </span>
            <ZoneChooser />
        </span>
    };
    (value, Some(copied))
}
