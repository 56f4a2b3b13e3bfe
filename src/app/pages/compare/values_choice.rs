use super::COMPARED;
use crate::app::action::FilterAction;
use crate::app::browser::chosen;
use crate::app::components::{group_criterion, group_name};
use crate::app::context::Page;
use query::{Dimension, FilterField, Held, Table};
use web_sys::HtmlInputElement;
use words::{CompareWord, ReportSentence};
use yew::prelude::*;

/// What stands in the address for the field.
const FIELD: &str = "field";

/// So many values are offered, those with the most calls.
const MOST_OFFERED: usize = 500;

/// The table of the values of a field.
#[derive(Clone, PartialEq)]
pub(super) struct ValuesAsked {
    pub(super) field: Dimension,
    pub(super) table: Option<Held<Table>>,
}

/// One that is compared.
#[derive(Clone, PartialEq)]
pub(super) struct ChosenValue {
    pub(super) name: String,
    pub(super) criterion: (FilterField, String),
}

impl ValuesAsked {
    /// The values that a filter can want, with their names, from the most calls on.
    fn offered(&self, page: &Page) -> Vec<ChosenValue> {
        let table = self.table.as_ref().filter(|table| table.by == [self.field]);
        let rows = table.map(|table| table.by_calls()).unwrap_or_default();
        let keys = rows.into_iter().filter_map(|row| row.key.first());
        let value = |key: &Option<String>| {
            let criterion = group_criterion(page, self.field, key.as_deref())?;
            Some(ChosenValue { name: group_name(page, self.field, key.as_deref()), criterion })
        };
        keys.filter(|key| key.as_deref() != Some("")).filter_map(value).take(MOST_OFFERED).collect()
    }
}

/// The field of which two values are compared.
pub(super) fn compared_field(page: &Page) -> Dimension {
    let chosen = page.choices.get(FIELD).and_then(Dimension::parse).filter(|&field| is_offered(page, field));
    chosen.unwrap_or(Dimension::TerminatingGateway)
}

fn is_offered(page: &Page, field: Dimension) -> bool {
    match field {
        // Periods and files are compared in ways of their own.
        Dimension::Step { .. } | Dimension::File => false,
        Dimension::Destination => !page.session.rates.is_empty(),
        _ => field.field().is_some(),
    }
}

/// The two values that are compared; those with the most calls, until a person says otherwise. What is none of the
/// field's is taken as filters take it: `44%, 49%`.
pub(super) fn chosen_values(page: &Page, values: &ValuesAsked) -> Option<[ChosenValue; 2]> {
    let offered = values.offered(page);
    let typed = |at: usize| {
        let text = page.choices.get(COMPARED[at])?;
        let known = offered.iter().find(|value| value.name == text).cloned();
        let as_typed =
            || Some(ChosenValue { name: text.to_owned(), criterion: (values.field.field()?, text.to_owned()) });
        known.or_else(as_typed)
    };
    let before = typed(0).or_else(|| offered.first().cloned())?;
    let after = typed(1).or_else(|| offered.iter().find(|value| **value != before).cloned())?;
    (before != after).then_some([before, after])
}

#[derive(Properties, PartialEq)]
pub(super) struct ValuesChoiceProps {
    pub(super) values: ValuesAsked,
}

/// The choice of a field and of two of its values.
#[component]
pub(super) fn ValuesChoice(props: &ValuesChoiceProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let choose = page.dispatch.reform(|event: Event| {
        FilterAction::Choose {
            filter: None,
            // Another field has other values.
            chosen: vec![(FIELD, chosen(&event)), (COMPARED[0], String::new()), (COMPARED[1], String::new())],
        }
        .into()
    });
    let offered = props.values.offered(&page);
    let now = chosen_values(&page, &props.values);
    let input = |at: usize, label: CompareWord| {
        let change = page.dispatch.reform(move |event: Event| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            FilterAction::Choose { filter: None, chosen: vec![(COMPARED[at], text.trim().to_owned())] }.into()
        });
        let shown = now.as_ref().map(|now| now[at].name.clone());
        let shown = shown.or_else(|| page.choices.get(COMPARED[at]).map(str::to_owned)).unwrap_or_default();
        html! {
            <label>
                { page.word(label) }{ " " }
                <input type="text" list="compared-values" value={shown} onchange={change} />
            </label>
        }
    };
    let lacks = props.values.table.is_some() && offered.is_empty();
    html! {
        <>
            <label>
                { page.word(CompareWord::ComparedField) }{ " " }
                <select onchange={choose}>
                    { for Dimension::all().filter(|&field| is_offered(&page, field)).map(|field| html! {
                        <option value={field.key()} selected={field == props.values.field}>
                            { page.language.dimension(field) }
                        </option>
                    }) }
                </select>
            </label>
            { input(0, CompareWord::OneValue) }
            { input(1, CompareWord::OtherValue) }
            <datalist id="compared-values">
                { for offered.iter().map(|value| html! { <option value={value.name.clone()} /> }) }
            </datalist>
            if lacks {
                <p class="note">
                    { page.sentence(ReportSentence::Lacks { what: page.language.dimension(props.values.field) }) }
                </p>
            }
        </>
    }
}
