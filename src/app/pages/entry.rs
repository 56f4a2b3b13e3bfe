use crate::app::components::{ImpactMark, ReasonNotes, entry_link};
use crate::app::context::Environment;
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
    let env = use_context::<Environment>().expect("the root gives it");
    let back = html! { <p><a href={Route::Reference.href()}>{ env.word(ReferenceWord::ToReference) }</a></p> };
    let Some(entry) = Entry::of_link(&EntryLink::new(&props.kind, &props.key_), env.language) else {
        return html! {
            <section class="empty"><h1>{ env.word(ReferenceWord::EntryNotFound) }</h1>{ back }</section>
        };
    };
    html! {
        <article class="entry" aria-label={entry.title()}>
            { back }
            { match entry {
                Entry::Reason(reason) => reason_entry(&env, reason),
                Entry::Topic(topic) => topic_entry(&env, topic),
                Entry::Parameter(parameter) => parameter_entry(&env, parameter),
            } }
            { links(&env, ReferenceWord::RelatedTopics, &entry.topics(env.language)) }
        </article>
    }
}

fn part(env: &Environment, title: impl Into<Word>, text: &str) -> Html {
    html! { <><h2>{ env.word(title) }</h2><p>{ text }</p></> }
}

fn links(env: &Environment, title: impl Into<Word>, entries: &[Entry]) -> Html {
    if entries.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h2>{ env.word(title) }</h2>
            <ul>{ for entries.iter().map(|entry| html! { <li>{ entry_link(env, entry) }</li> }) }</ul>
        </>
    }
}

fn reason_entry(env: &Environment, reason: &'static Reason) -> Html {
    let words = env.language.end_reason(reason.family, reason.code);
    let family = env.language.family_long(reason.family);
    let code = if !reason.family.has_numbers() { family.to_owned() } else { format!("{family}: {}", reason.code) };
    html! {
        <>
            <p class="label">{ code }</p>
            <h1>{ reason.name.clone() }</h1>
            <p class="badges">
                <span class="badge">{ env.language.category(reason.category) }</span>
                <ImpactMark impact={reason.impact} />
            </p>
            if reason.family == Family::Guide {
                <p class="warning">{ env.word(ReferenceWord::GuideNotLive) }</p>
            }
            <ReasonNotes {reason} />
            if let Some(words) = words {
                { part(env, EndReasonWord::Meaning, &words.meaning) }
                { part(env, EndReasonWord::UsualCause, &words.cause) }
                { part(env, ReportWord::WhatToDo, &words.action) }
            }
            { billing(env, reason) }
            { counterparts(env, reason) }
            <dl class="facts">
                <dt>{ env.word(EndReasonWord::WithoutTalkTime) }</dt>
                <dd>{ env.language.outcome(reason.class) }</dd>
                <dt>{ env.word(EndReasonWord::WhereItLies) }</dt>
                <dd>{ env.language.side(reason.side) }</dd>
                <dt>{ env.word(ReferenceWord::EndsAnswered) }</dt>
                <dd>{ env.word(if reason.ends_answered { ReferenceWord::Yes } else { ReferenceWord::No }) }</dd>
                if let Some(name) = &reason.openh323 {
                    <dt>{ env.word(ReferenceWord::ClientShows) }</dt>
                    <dd>{ format!("{name}({})", reason.code) }</dd>
                }
                if !reason.aliases.is_empty() {
                    <dt>{ env.word(ReferenceWord::AlsoWritten) }</dt>
                    <dd>{ reason.aliases.join(", ") }</dd>
                }
                <dt>{ env.word(EndReasonWord::Source) }</dt>
                <dd>{ reason.source.clone() }</dd>
            </dl>
        </>
    }
}

/// The guide's billing table, where it has a row for the reason.
fn billing(env: &Environment, reason: &Reason) -> Html {
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
            <h2>{ env.word(ReferenceWord::Billing) }</h2>
            <dl class="facts">
                <dt>{ env.word(ReferenceWord::RecordWritten) }</dt>
                <dd>{ env.word(if generated { ReferenceWord::Yes } else { ReferenceWord::No }) }</dd>
                <dt>{ env.word(ReferenceWord::Billable) }</dt>
                <dd>{ env.word(billable) }</dd>
                <dt>{ env.word(ReferenceWord::BillingMode) }</dt>
                <dd>{ mode.clone() }</dd>
            </dl>
        </>
    }
}

fn counterparts(env: &Environment, reason: &Reason) -> Html {
    let families = [Family::Guide, Family::Server, Family::Text, Family::Sip, Family::Q850];
    let found: Vec<Entry> =
        families.into_iter().flat_map(|family| reason.counterparts(family)).map(Entry::Reason).collect();
    if found.is_empty() {
        return Html::default();
    }
    html! {
        <>
            { links(env, ReferenceWord::Counterparts, &found) }
            <p class="hint">{ env.word(ReferenceWord::CounterpartsUsual) }</p>
        </>
    }
}

fn topic_entry(env: &Environment, topic: &'static Topic) -> Html {
    let of = |links: &[String]| -> Vec<Entry> {
        links.iter().filter_map(|link| Entry::of_link(&EntryLink::parse(link), env.language)).collect()
    };
    let parameters: Vec<String> = topic.parameters.iter().map(|name| format!("parameter/{name}")).collect();
    html! {
        <>
            <p class="label">{ env.language.topic_kind(topic.kind) }</p>
            <h1>{ &topic.title }</h1>
            <p>{ &topic.meaning }</p>
            if let Some(cause) = &topic.cause {
                { part(env, EndReasonWord::UsualCause, cause) }
            }
            if !topic.steps.is_empty() {
                <h2>{ env.word(ReportWord::WhatToDo) }</h2>
                <ol>{ for topic.steps.iter().map(|step| html! { <li>{ step }</li> }) }</ol>
            }
            if let Some(note) = &topic.note {
                <h2>{ env.word(ReferenceWord::SourcesDisagree) }</h2>
                <p class="warning">{ note }</p>
            }
            { links(env, EndReasonWord::EndReasons, &of(&topic.reasons)) }
            { links(env, ReferenceWord::SystemParameters, &of(&parameters)) }
            <dl class="facts"><dt>{ env.word(EndReasonWord::Source) }</dt><dd>{ &topic.source }</dd></dl>
        </>
    }
}

fn parameter_entry(env: &Environment, parameter: &'static Parameter) -> Html {
    let words = env.language.parameter(&parameter.name);
    let unit = parameter.unit.as_deref();
    let value = |value: &str| env.sentence(ReferenceSentence::Value { value, unit });
    html! {
        <>
            <p class="label">{ env.word(ReferenceWord::SystemParameters) }</p>
            <h1><code>{ &parameter.name }</code></h1>
            if let Some(words) = words {
                { part(env, EndReasonWord::Meaning, &words.meaning) }
                { part(env, ReferenceWord::WhereItMatters, &words.matters) }
            }
            <dl class="facts">
                <dt>{ env.word(ReferenceWord::DefaultValue) }</dt>
                <dd>
                    { parameter
                        .default
                        .as_deref()
                        .map_or_else(|| env.word(ReferenceWord::NotStated).to_owned(), value) }
                </dd>
                <dt>{ env.word(ReferenceWord::Recommended) }</dt>
                <dd>
                    { parameter
                        .recommended
                        .as_deref()
                        .map_or_else(|| env.word(ReferenceWord::NotStated).to_owned(), value) }
                </dd>
                <dt>{ env.word(EndReasonWord::Source) }</dt>
                <dd>{ &parameter.source }</dd>
            </dl>
        </>
    }
}
