use crate::app::components::{DictionaryTools, Licences};
use crate::app::context::Environment;
use crate::app::route::Route;
use knowledge::{Category, Family, Outcome};
use reference::{Entry, search};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use words::{EndReasonWord, PageWord, ReferenceSentence, ReferenceWord, ReportWord, TopicKind, Word};
use yew::prelude::*;

/// What the list can be narrowed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Section {
    Family(Family),
    Topics(TopicKind),
    Parameters,
}

const SECTIONS: [Section; 16] = [
    Section::Family(Family::Guide),
    Section::Family(Family::Server),
    Section::Family(Family::Text),
    Section::Family(Family::Disposition),
    Section::Family(Family::Sip),
    Section::Family(Family::Q850),
    Section::Topics(TopicKind::Error),
    Section::Topics(TopicKind::Tool),
    Section::Topics(TopicKind::Performance),
    Section::Topics(TopicKind::Audio),
    Section::Topics(TopicKind::Licence),
    Section::Topics(TopicKind::Alarm),
    Section::Topics(TopicKind::Files),
    Section::Topics(TopicKind::Question),
    Section::Topics(TopicKind::Contradiction),
    Section::Parameters,
];

const CATEGORIES: [Category; 12] = [
    Category::Normal,
    Category::NumberError,
    Category::Network,
    Category::Routing,
    Category::Billing,
    Category::Account,
    Category::System,
    Category::Timeout,
    Category::Security,
    Category::Capacity,
    Category::Protocol,
    Category::Unknown,
];

const OUTCOMES: [Outcome; 17] = Outcome::OF_UNANSWERED;

impl Section {
    fn of(entry: &Entry) -> Self {
        match entry {
            Entry::Reason(reason) => Section::Family(reason.family),
            Entry::Topic(topic) => Section::Topics(topic.kind),
            Entry::Parameter(_) => Section::Parameters,
        }
    }

    fn name(self, env: &Environment) -> &'static str {
        match self {
            Section::Family(family) => env.language.family_long(family),
            Section::Topics(kind) => env.language.topic_kind(kind),
            Section::Parameters => env.word(ReferenceWord::SystemParameters),
        }
    }
}

/// Everything that is known, to browse and to search; it needs no file.
#[component]
pub(in crate::app) fn ReferencePage() -> Html {
    let env = use_context::<Environment>().expect("the root gives it");
    let typed = use_state_eq(String::new);
    let section = use_state_eq(|| None::<usize>);
    let category = use_state_eq(|| None::<usize>);
    let outcome = use_state_eq(|| None::<usize>);
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| typed.set(event.target_unchecked_into::<HtmlInputElement>().value()))
    };
    let fits = |entry: &Entry| {
        let reason = match entry {
            Entry::Reason(reason) => Some(reason),
            Entry::Topic(_) | Entry::Parameter(_) => None,
        };
        section.is_none_or(|at| Section::of(entry) == SECTIONS[at])
            && category.is_none_or(|at| reason.is_some_and(|reason| reason.category == CATEGORIES[at]))
            && outcome.is_none_or(|at| reason.is_some_and(|reason| reason.class == OUTCOMES[at]))
    };
    let searching = !typed.trim().is_empty();
    let found: Vec<Entry> = if searching {
        search(&typed, env.language).into_iter().filter(fits).collect()
    } else {
        Entry::all(env.language).filter(fits).collect()
    };
    html! {
        <>
            <h1>{ env.word(PageWord::Reference) }</h1>
            <p class="hint">{ env.word(ReferenceWord::ReferenceHint) }</p>
            <form class="search" role="search" onsubmit={|event: SubmitEvent| event.prevent_default()}>
                <input type="search" value={(*typed).clone()} {oninput}
                    aria-label={env.word(ReferenceWord::SearchReference)}
                    placeholder={env.word(ReferenceWord::SearchExample)} autocomplete="off" spellcheck="false" />
                { choice(&env, ReferenceWord::Section, &section, &SECTIONS.map(|section| section.name(&env))) }
                { choice(
                    &env,
                    EndReasonWord::Category,
                    &category,
                    &CATEGORIES.map(|category| env.language.category(category)),
                ) }
                { choice(&env, EndReasonWord::Outcome, &outcome, &OUTCOMES.map(|class| env.language.outcome(class))) }
            </form>
            <p class="hint" role="status">
                { env.sentence(ReferenceSentence::EntriesFound { entries: found.len() }) }
            </p>
            if searching {
                <ul class="entries" aria-label={env.word(ReferenceWord::SearchResults)}>
                    { for found.iter().map(|entry| entry_line(&env, entry, true)) }
                </ul>
            } else {
                { for SECTIONS.iter().map(|&section| section_list(&env, section, &found)) }
            }
            <DictionaryTools />
            <Licences />
        </>
    }
}

fn choice(
    env: &Environment,
    name: impl Into<Word>,
    chosen: &UseStateHandle<Option<usize>>,
    options: &[&'static str],
) -> Html {
    let onchange = {
        let chosen = chosen.clone();
        Callback::from(move |event: Event| {
            chosen.set(event.target_unchecked_into::<HtmlSelectElement>().value().parse().ok());
        })
    };
    html! {
        <label>
            { env.word(name) }
            <select {onchange}>
                <option value="" selected={chosen.is_none()}>{ env.word(ReferenceWord::All) }</option>
                { for options.iter().enumerate().map(|(at, text)| html! {
                    <option value={at.to_string()} selected={**chosen == Some(at)}>{ text }</option>
                }) }
            </select>
        </label>
    }
}

fn section_list(env: &Environment, section: Section, found: &[Entry]) -> Html {
    let entries: Vec<_> = found.iter().filter(|entry| Section::of(entry) == section).collect();
    if entries.is_empty() {
        return Html::default();
    }
    html! {
        <section class="reference-section" aria-label={section.name(env)}>
            <h2>{ section.name(env) }</h2>
            if section == Section::Parameters {
                { parameter_table(env, &entries) }
            } else {
                <ul class="entries">{ for entries.into_iter().map(|entry| entry_line(env, entry, false)) }</ul>
            }
        </section>
    }
}

/// All parameters with default, meaning and where they matter, in one table.
fn parameter_table(env: &Environment, entries: &[&Entry]) -> Html {
    let head: [Word; 5] = [
        ReportWord::Name.into(),
        ReferenceWord::DefaultValue.into(),
        ReferenceWord::Recommended.into(),
        EndReasonWord::Meaning.into(),
        ReferenceWord::WhereItMatters.into(),
    ];
    let row = |entry: &&Entry| {
        let Entry::Parameter(parameter) = entry else { return Html::default() };
        let words = env.language.parameter(&parameter.name);
        let unit = parameter.unit.as_deref();
        let value = |value: &Option<String>| {
            value.as_deref().map(|value| env.sentence(ReferenceSentence::Value { value, unit }))
        };
        html! {
            <tr>
                <th scope="row"><a href={Route::of_entry(&entry.link()).href()}>{ entry.title() }</a></th>
                <td>{ value(&parameter.default) }</td>
                <td>{ value(&parameter.recommended) }</td>
                <td>{ words.map(|words| words.meaning.as_str()) }</td>
                <td>{ words.map(|words| words.matters.as_str()) }</td>
            </tr>
        }
    };
    html! {
        <div class="table-frame" tabindex="0" role="group" aria-label={env.word(ReferenceWord::SystemParameters)}>
            <table class="parameters">
                <thead><tr>{ for head.map(|word| html! { <th scope="col">{ env.word(word) }</th> }) }</tr></thead>
                <tbody>{ for entries.iter().map(row) }</tbody>
            </table>
        </div>
    }
}

fn entry_line(env: &Environment, entry: &Entry, with_section: bool) -> Html {
    let code = match entry {
        Entry::Reason(reason) if reason.family.has_numbers() => reason.code.to_string(),
        _ => String::new(),
    };
    let category = match entry {
        Entry::Reason(reason) => Some(env.language.category(reason.category)),
        Entry::Topic(_) | Entry::Parameter(_) => None,
    };
    html! {
        <li>
            <a href={Route::of_entry(&entry.link()).href()}>
                if !code.is_empty() {
                    <span class="entry-code">{ code }</span>
                }
                <span>{ entry.title() }</span>
            </a>
            <span class="label">
                if with_section {
                    { Section::of(entry).name(env) }
                } else if let Some(category) = category {
                    { category }
                }
            </span>
        </li>
    }
}
