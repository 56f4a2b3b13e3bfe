use crate::app::components::{ImpactMark, ReasonNotes, entry_link};
use crate::app::context::Page;
use crate::app::route::Route;
use knowledge::{Billable, Family, Parameter, Reason};
use reference::Entry;
use reference::EntryLink;
use words::{EndReasonWord, ReferenceSentence, ReferenceWord, ReportWord, Topic, Word};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) kind: String,
    pub(in crate::app) key_: String,
}

/// One entry of the reference.
#[component]
pub(in crate::app) fn EntryPage(props: &Props) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let back = html! { <p><a href={Route::Reference.href()}>{ page.word(ReferenceWord::ToReference) }</a></p> };
    let Some(entry) = Entry::of_link(&EntryLink::new(&props.kind, &props.key_), page.language) else {
        return html! {
            <section class="empty"><h1>{ page.word(ReferenceWord::EntryNotFound) }</h1>{ back }</section>
        };
    };
    html! {
        <article class="entry" aria-label={entry.title()}>
            { back }
            { match entry {
                Entry::Reason(reason) => reason_entry(&page, reason),
                Entry::Topic(topic) => topic_entry(&page, topic),
                Entry::Parameter(parameter) => parameter_entry(&page, parameter),
            } }
            { links(&page, ReferenceWord::RelatedTopics, &entry.topics(page.language)) }
        </article>
    }
}

fn part(page: &Page, title: impl Into<Word>, text: &str) -> Html {
    html! { <><h2>{ page.word(title) }</h2><p>{ text }</p></> }
}

fn links(page: &Page, title: impl Into<Word>, entries: &[Entry]) -> Html {
    if entries.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h2>{ page.word(title) }</h2>
            <ul>{ for entries.iter().map(|entry| html! { <li>{ entry_link(page, entry) }</li> }) }</ul>
        </>
    }
}

fn reason_entry(page: &Page, reason: &'static Reason) -> Html {
    let words = page.language.end_reason(reason.family, reason.code);
    let family = page.language.family_long(reason.family);
    let code = if !reason.family.has_numbers() { family.to_owned() } else { format!("{family}: {}", reason.code) };
    html! {
        <>
            <p class="label">{ code }</p>
            <h1>{ reason.name.clone() }</h1>
            <p class="badges">
                <span class="badge">{ page.language.category(reason.category) }</span>
                <ImpactMark impact={reason.impact} />
            </p>
            if reason.family == Family::Guide {
                <p class="warning">{ page.word(ReferenceWord::GuideNotLive) }</p>
            }
            <ReasonNotes {reason} />
            if let Some(words) = words {
                { part(page, EndReasonWord::Meaning, &words.meaning) }
                { part(page, EndReasonWord::UsualCause, &words.cause) }
                { part(page, ReportWord::WhatToDo, &words.action) }
            }
            { billing(page, reason) }
            { counterparts(page, reason) }
            <dl class="facts">
                <dt>{ page.word(EndReasonWord::WithoutTalkTime) }</dt>
                <dd>{ page.language.outcome(reason.class) }</dd>
                <dt>{ page.word(EndReasonWord::WhereItLies) }</dt>
                <dd>{ page.language.side(reason.side) }</dd>
                <dt>{ page.word(ReferenceWord::EndsAnswered) }</dt>
                <dd>{ page.word(if reason.ends_answered { ReferenceWord::Yes } else { ReferenceWord::No }) }</dd>
                if let Some(name) = &reason.openh323 {
                    <dt>{ page.word(ReferenceWord::ClientShows) }</dt>
                    <dd>{ format!("{name}({})", reason.code) }</dd>
                }
                if !reason.aliases.is_empty() {
                    <dt>{ page.word(ReferenceWord::AlsoWritten) }</dt>
                    <dd>{ reason.aliases.join(", ") }</dd>
                }
                <dt>{ page.word(EndReasonWord::Source) }</dt>
                <dd>{ reason.source.clone() }</dd>
            </dl>
        </>
    }
}

/// The guide's billing table, where it has a row for the reason.
fn billing(page: &Page, reason: &Reason) -> Html {
    let (Some(generated), Some(billable), Some(mode)) = (reason.cdr_generated, reason.billable, &reason.billing_mode)
    else {
        return Html::default();
    };
    let billable = match billable {
        Billable::Yes => ReferenceWord::Yes,
        Billable::No => ReferenceWord::No,
        Billable::Partial => ReferenceWord::Partly,
    };
    html! {
        <>
            <h2>{ page.word(ReferenceWord::Billing) }</h2>
            <dl class="facts">
                <dt>{ page.word(ReferenceWord::RecordWritten) }</dt>
                <dd>{ page.word(if generated { ReferenceWord::Yes } else { ReferenceWord::No }) }</dd>
                <dt>{ page.word(ReferenceWord::Billable) }</dt>
                <dd>{ page.word(billable) }</dd>
                <dt>{ page.word(ReferenceWord::BillingMode) }</dt>
                <dd>{ mode.clone() }</dd>
            </dl>
        </>
    }
}

fn counterparts(page: &Page, reason: &Reason) -> Html {
    let families = [Family::Guide, Family::Server, Family::Text, Family::Sip, Family::Q850];
    let found: Vec<Entry> =
        families.into_iter().flat_map(|family| reason.counterparts(family)).map(Entry::Reason).collect();
    if found.is_empty() {
        return Html::default();
    }
    html! {
        <>
            { links(page, ReferenceWord::Counterparts, &found) }
            <p class="hint">{ page.word(ReferenceWord::CounterpartsUsual) }</p>
        </>
    }
}

fn topic_entry(page: &Page, topic: &'static Topic) -> Html {
    let of = |links: &[String]| -> Vec<Entry> {
        links.iter().filter_map(|link| Entry::of_link(&EntryLink::parse(link), page.language)).collect()
    };
    let parameters: Vec<String> = topic.parameters.iter().map(|name| format!("parameter/{name}")).collect();
    html! {
        <>
            <p class="label">{ page.language.topic_kind(topic.kind) }</p>
            <h1>{ &topic.title }</h1>
            <p>{ &topic.meaning }</p>
            if let Some(cause) = &topic.cause {
                { part(page, EndReasonWord::UsualCause, cause) }
            }
            if !topic.steps.is_empty() {
                <h2>{ page.word(ReportWord::WhatToDo) }</h2>
                <ol>{ for topic.steps.iter().map(|step| html! { <li>{ step }</li> }) }</ol>
            }
            if let Some(note) = &topic.note {
                <h2>{ page.word(ReferenceWord::SourcesDisagree) }</h2>
                <p class="warning">{ note }</p>
            }
            { links(page, EndReasonWord::EndReasons, &of(&topic.reasons)) }
            { links(page, ReferenceWord::SystemParameters, &of(&parameters)) }
            <dl class="facts"><dt>{ page.word(EndReasonWord::Source) }</dt><dd>{ &topic.source }</dd></dl>
        </>
    }
}

fn parameter_entry(page: &Page, parameter: &'static Parameter) -> Html {
    let words = page.language.parameter(&parameter.name);
    let unit = parameter.unit.as_deref();
    let value = |value: &str| page.sentence(ReferenceSentence::Value { value, unit });
    html! {
        <>
            <p class="label">{ page.word(ReferenceWord::SystemParameters) }</p>
            <h1><code>{ &parameter.name }</code></h1>
            if let Some(words) = words {
                { part(page, EndReasonWord::Meaning, &words.meaning) }
                { part(page, ReferenceWord::WhereItMatters, &words.matters) }
            }
            <dl class="facts">
                <dt>{ page.word(ReferenceWord::DefaultValue) }</dt>
                <dd>
                    { parameter
                        .default
                        .as_deref()
                        .map_or_else(|| page.word(ReferenceWord::NotStated).to_owned(), value) }
                </dd>
                <dt>{ page.word(ReferenceWord::Recommended) }</dt>
                <dd>
                    { parameter
                        .recommended
                        .as_deref()
                        .map_or_else(|| page.word(ReferenceWord::NotStated).to_owned(), value) }
                </dd>
                <dt>{ page.word(EndReasonWord::Source) }</dt>
                <dd>{ &parameter.source }</dd>
            </dl>
        </>
    }
}
