use super::CallsOverTime;
use crate::app::action::FilterAction;
use crate::app::browser::address;
use crate::app::browser::timing::drawn;
use crate::app::context::Page;
use crate::app::route::Route;
use query::{Criterion, Filter, FilterField, kebab_name, quoted};
use session::FileState;
use sorting::Ordered;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use words::{FilterSentence, FilterWord};
use yew::prelude::*;
use yew_router::Routable;

/// The filter of the whole page: its parts, each of which can be switched off without being lost, and what else can be
/// asked for.
#[component]
pub(in crate::app) fn FilterBar() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    drawn("filter");
    let field = use_state_eq(|| FilterField::Callee);
    let (value, name) = (use_node_ref(), use_node_ref());
    let add = {
        let (dispatch, value, field) = (page.dispatch.clone(), value.clone(), *field);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(input) = value.cast::<HtmlInputElement>() {
                dispatch.emit(FilterAction::By(field, input.value()).into());
                input.set_value("");
            }
        })
    };
    let choose = {
        let field = field.clone();
        Callback::from(move |event: Event| {
            let key = event.target_unchecked_into::<HtmlSelectElement>().value();
            if let Some(&chosen) = FilterField::ALL.iter().find(|field| field.key() == key) {
                field.set(chosen);
            }
        })
    };
    let filter = &page.filter;
    let is_understood = page.filter_problems().is_empty();
    let clear = page.dispatch.reform(|_: MouseEvent| FilterAction::Use(Filter::default()).into());
    html! {
        <section class="filter" aria-label={page.word(FilterWord::Filter)}>
            <div class="line">
                if !filter.criteria.is_empty() {
                    <ul class="chips">{ for filter.criteria.iter().map(|criterion| chip(&page, criterion)) }</ul>
                }
                <form class="add" onsubmit={add}>
                    <label>
                        { page.word(FilterWord::FilterBy) }{ " " }
                        <select onchange={choose}>
                            { for FilterField::ALL.iter().map(|&offered| html! {
                                <option value={offered.key()} selected={offered == *field}>
                                    { page.language.filter_field(offered) }
                                </option>
                            }) }
                        </select>
                    </label>
                    <input ref={value} id="filter-value" type="text" aria-label={page.word(FilterWord::FilterValue)}
                        list="filter-values"
                        title={page.language.filter_hint(*field)} placeholder={page.language.filter_hint(*field)} />
                    <datalist id="filter-values">
                        { for values(&page, *field).into_iter().map(|(value, name)| html! {
                            <option {value}>{ name }</option>
                        }) }
                    </datalist>
                    <button type="submit">{ page.word(FilterWord::AddToFilter) }</button>
                </form>
            </div>
            <div class="line">
                if filter.is_active() && is_understood {
                    <p role="status">{ state(&page) }</p>
                }
                <div class="buttons">
                    if !filter.criteria.is_empty() {
                        <button type="button" onclick={clear}>{ page.word(FilterWord::ClearFilter) }</button>
                        { keep(&page, &name) }
                    }
                    { kept(&page) }
                </div>
            </div>
            if is_understood {
                <CallsOverTime />
            }
        </section>
    }
}

fn state(page: &Page) -> String {
    if page.session.is_reading() {
        page.word(FilterWord::AfterReading).to_owned()
    } else if page.summary_pending {
        page.word(FilterWord::Asking).to_owned()
    } else {
        page.sentence(FilterSentence::FiguresOf { part: page.summary.total.calls, whole: page.unfiltered.total.calls })
    }
}

fn chip(page: &Page, criterion: &Criterion) -> Html {
    let Criterion { field, text, on } = criterion.clone();
    let toggle = page.dispatch.reform(move |_: MouseEvent| FilterAction::Toggle(field).into());
    let remove = page.dispatch.reform(move |_: MouseEvent| FilterAction::By(field, String::new()).into());
    html! {
        <li class={classes!("chip", (!on).then_some("off"))} key={field.key()}>
            <button type="button" aria-pressed={on.to_string()} onclick={toggle}
                title={page.word(FilterWord::SwitchHint)}>
                { page.sentence(FilterSentence::FilterChip { field, text: &text }) }
            </button>
            <button type="button" class="remove" onclick={remove}
                aria-label={page.sentence(FilterSentence::RemoveFromFilter { field })}>{ "×" }</button>
        </li>
    }
}

fn keep(page: &Page, name: &NodeRef) -> Html {
    let onsubmit = {
        let (dispatch, name) = (page.dispatch.clone(), name.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(input) = name.cast::<HtmlInputElement>()
                && !input.value().trim().is_empty()
            {
                dispatch.emit(FilterAction::Keep(input.value().trim().to_owned()).into());
                input.set_value("");
            }
        })
    };
    html! {
        <form class="add" {onsubmit}>
            <input ref={name} type="text" aria-label={page.word(FilterWord::FilterName)}
                placeholder={page.word(FilterWord::FilterName)} />
            <button type="submit">{ page.word(FilterWord::KeepFilter) }</button>
        </form>
    }
}

fn kept(page: &Page) -> Html {
    if page.filters.is_empty() {
        return Html::default();
    }
    let used = page.filters.iter().find(|(_, filter)| **filter == *page.filter).map(|(name, _)| name.clone());
    let choose = {
        let (dispatch, filters) = (page.dispatch.clone(), page.filters.clone());
        Callback::from(move |event: Event| {
            let name = event.target_unchecked_into::<HtmlSelectElement>().value();
            if let Some(filter) = filters.get(&name) {
                dispatch.emit(FilterAction::Use(filter.clone()).into());
            }
        })
    };
    let forget =
        used.clone().map(|name| page.dispatch.reform(move |_: MouseEvent| FilterAction::Forget(name.clone()).into()));
    html! {
        <>
            <label>
                { page.word(FilterWord::KeptFilters) }{ " " }
                <select onchange={choose}>
                    <option value="" selected={used.is_none()}>{ "–" }</option>
                    { for page.filters.keys().map(|name| html! {
                        <option value={name.clone()} selected={used.as_ref() == Some(name)}>{ name.clone() }</option>
                    }) }
                </select>
            </label>
            if let Some(forget) = forget {
                <button type="button" class="quiet" onclick={forget}>{ page.word(FilterWord::ForgetFilter) }</button>
            }
        </>
    }
}

/// What may be asked for of a field, and what it is called.
fn values(page: &Page, field: FilterField) -> Vec<(String, String)> {
    let rows = &page.unfiltered.end_reasons;
    let unique = |values: Vec<(String, String)>| -> Vec<(String, String)> {
        values.into_iter().ordered_set().into_iter().collect()
    };
    match field {
        FilterField::Answered => ["yes", "no"].map(|value| (value.to_owned(), String::new())).to_vec(),
        FilterField::EndReason => {
            rows.iter().map(|row| (quoted(&row.personal_key()), page.language.end_reason_name(row))).collect()
        }
        FilterField::Class => unique(
            rows.iter()
                .flat_map(|row| [row.class(true), row.class(false)])
                .map(|class| (kebab_name(&class), page.language.outcome(class).to_owned()))
                .collect(),
        ),
        FilterField::Category => unique(
            rows.iter()
                .map(|row| (kebab_name(&row.category()), page.language.category(row.category()).to_owned()))
                .collect(),
        ),
        FilterField::Family => unique(
            rows.iter()
                .map(|row| (kebab_name(&row.classified.family), page.language.family(row.classified.family).to_owned()))
                .collect(),
        ),
        FilterField::Side => unique(
            rows.iter()
                .filter_map(|row| row.side())
                .map(|side| (kebab_name(&side), page.language.side(side).to_owned()))
                .collect(),
        ),
        FilterField::OriginatingGateway | FilterField::TerminatingGateway => {
            let names = rows.iter().flat_map(|row| {
                let evidence = &row.sums.evidence;
                let counts = if field == FilterField::OriginatingGateway {
                    &evidence.originating
                } else {
                    &evidence.terminating
                };
                counts.top(200)
            });
            unique(names.map(|(name, _)| (quoted(name), String::new())).collect())
        }
        FilterField::Country => knowledge::regions()
            .iter()
            .map(|region| (region.id.clone(), page.language.region(&region.id).to_owned()))
            .collect(),
        FilterField::File => {
            let read = page.session.files().filter(|file| matches!(file.state, FileState::Read(_)));
            read.map(|file| (quoted(&file.identity.name), String::new())).collect()
        }
        _ => Vec::new(),
    }
}

/// Goes to a page, with the filter and one more criterion.
pub(in crate::app) fn filtered(page: &Page, route: Route, field: FilterField, text: &str) -> Callback<MouseEvent> {
    let mut filter = (*page.filter).clone();
    filter.set(field, text);
    let query = page.query_of(&route, &filter);
    Callback::from(move |_| address::go(&route.to_path(), &query))
}
