use crate::app::browser::columns;
use crate::app::context::Page;
use calls::Field;
use sorting::Sort;
use web_sys::HtmlInputElement;
use words::CallWord;
use yew::prelude::*;

/// The columns of the table of calls.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::app) struct ColumnChoice(pub(in crate::app) Vec<Field>);

/// What is shown unless a person chose otherwise.
const USUAL: [Field; 9] = [
    Field::Start,
    Field::Caller,
    Field::Callee,
    Field::CallerGateway,
    Field::CalleeGateway,
    Field::HoldTime,
    Field::PostDialDelay,
    Field::EndReason,
    Field::Fee,
];

impl ColumnChoice {
    /// What was chosen the last time.
    pub(in crate::app) fn remembered() -> Self {
        Self(columns::remembered().unwrap_or_else(|| USUAL.to_vec()))
    }

    /// Keeps the choice for the next time.
    pub(in crate::app) fn remember(&self) {
        columns::remember(&self.0);
    }

    /// A box to tick for every field that a file of the session has.
    pub(in crate::app) fn view(&self, page: &Page, changed: Callback<ColumnChoice>) -> Html {
        let layouts = || page.session.files().filter_map(|file| file.report()?.facts.as_ref());
        let has = |field: &&Field| layouts().any(|facts| facts.layout.at(**field).is_some());
        let tick = |&field: &Field| {
            let (chosen, changed) = (self.clone(), changed.clone());
            let onchange = Callback::from(move |event: Event| {
                let mut fields = chosen.0.clone();
                fields.retain(|&other| other != field);
                if event.target_unchecked_into::<HtmlInputElement>().checked() {
                    fields.push(field);
                }
                // In the order in which a person is asked for them.
                fields.order();
                changed.emit(ColumnChoice(fields));
            });
            html! {
                <label>
                    <input type="checkbox" checked={self.0.contains(&field)} {onchange} />
                    { " " }
                    { page.language.field(field) }
                </label>
            }
        };
        html! {
            <details class="columns">
                <summary>{ page.word(CallWord::ChooseColumns) }</summary>
                <div class="ticks">{ for Field::ALL.iter().filter(has).map(tick) }</div>
            </details>
        }
    }
}
