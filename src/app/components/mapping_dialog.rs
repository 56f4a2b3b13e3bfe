//! The dialog in which a person says which column is what.

use crate::app::action::MappingAction;
use crate::app::context::Page;
use calls::{DateOrder, Field, FieldKind, HangUpSide, LocalZone, ReasonsOf};
use ingest::{Mapping, Preview, Sample};
use session::{FileState, Session};
use web_sys::{DragEvent, HtmlDialogElement, HtmlInputElement, HtmlSelectElement};
use words::{FileSentence, FileWord, MappingWord, PageWord};
use yew::prelude::*;

/// So many samples stand beside a field.
const SAMPLES: usize = 3;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    /// The file whose columns they are.
    pub(in crate::app) file: u32,
}

/// For every field the column that it comes from, with samples as they will be read.
#[component]
pub(in crate::app) fn MappingDialog(props: &Props) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let file = props.file;
    let begun = use_memo(file, |&file| begin(&page.session, file));
    let mapping = use_state(|| begun.1.clone());
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                // It fails for one that is open already.
                let _ = dialog.show_modal();
            }
        });
    }
    let edit =
        Edit { page: page.clone(), table: with_header(&begun.0, !mapping.header.is_empty()), mapping: mapping.clone() };
    let close = page.dispatch.reform(|_: Event| MappingAction::Edit(None).into());
    let close_click = page.dispatch.reform(|_: MouseEvent| MappingAction::Edit(None).into());
    let complete = mapping.is_complete();
    let done = {
        let (dispatch, mapping) = (page.dispatch.clone(), mapping.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if mapping.is_complete() {
                dispatch.emit(MappingAction::ReadBy(file, (*mapping).clone()).into());
            }
        })
    };
    html! {
        <dialog ref={dialog} class="mapping" aria-labelledby="mapping-title" onclose={close}>
            <form onsubmit={done}>
                <div class="line">
                    <h2 id="mapping-title">{ page.word(MappingWord::MappingTitle) }</h2>
                    <button type="button" onclick={close_click}>{ page.word(PageWord::Close) }</button>
                </div>
                <p>{ page.word(MappingWord::MappingHint) }</p>
                { edit.columns() }
                { edit.options() }
                <div class="scroll">
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">{ page.word(MappingWord::Field) }</th>
                                <th scope="col">{ page.word(MappingWord::FromColumn) }</th>
                                <th scope="col">{ page.word(MappingWord::AsRead) }</th>
                            </tr>
                        </thead>
                        <tbody>{ for Field::ALL.iter().map(|&field| edit.field(field)) }</tbody>
                    </table>
                </div>
                <div class="line">
                    <label>
                        { page.word(MappingWord::MappingName) }{ " " }
                        { edit.name() }
                    </label>
                    <button type="submit" class="primary" disabled={!complete}>
                        { page.word(MappingWord::ReadSo) }
                    </button>
                </div>
                <p class="hint">{ page.word(hint(&mapping)) }</p>
            </form>
        </dialog>
    }
}

fn hint(mapping: &Mapping) -> MappingWord {
    match (mapping.is_complete(), mapping.name.trim().is_empty()) {
        (false, _) => MappingWord::StillMissing,
        (true, true) => MappingWord::MappingNotKept,
        (true, false) => MappingWord::MappingKept,
    }
}

/// The table of a file, and the mapping that it was read by or the best guess.
fn begin(session: &Session, id: u32) -> (Preview, Mapping) {
    let nothing = || (Preview::default(), Mapping::default());
    let Some(file) = session.file(id) else { return nothing() };
    match &file.state {
        FileState::Failed(problem) => problem.table().map_or_else(nothing, |table| {
            // So that it is kept without much ado.
            let file_name = file.identity.name.rsplit('/').next().unwrap_or_default();
            let name = file_name.split('.').next().unwrap_or_default().to_owned();
            (table.clone(), Mapping { name, ..Mapping::suggested(table) })
        }),
        FileState::Read(report) => report.facts.as_ref().map_or_else(nothing, |facts| {
            let named = session.choice(id).mapping.map(|mapping| mapping.name).unwrap_or_default();
            (facts.head.clone(), Mapping { name: named, ..Mapping::of_layout(&facts.layout) })
        }),
        FileState::Waiting | FileState::Reading { .. } | FileState::Unpacked => nothing(),
    }
}

/// The table with its first row as names, or as a row.
fn with_header(table: &Preview, has_header: bool) -> Preview {
    let mut table = table.clone();
    match (has_header, table.names.is_empty()) {
        (true, true) if !table.rows.is_empty() => table.names = table.rows.remove(0),
        (false, false) => {
            let names = std::mem::take(&mut table.names);
            table.rows.insert(0, names);
        }
        _ => {}
    }
    table
}

/// What is being changed.
struct Edit {
    page: Page,
    table: Preview,
    mapping: UseStateHandle<Mapping>,
}

impl Edit {
    /// A callback that changes the mapping by what an event says.
    fn changes<E: 'static>(&self, change: impl Fn(&mut Mapping, E) + 'static) -> Callback<E> {
        let mapping = self.mapping.clone();
        Callback::from(move |event: E| {
            let mut changed = (*mapping).clone();
            change(&mut changed, event);
            mapping.set(changed);
        })
    }

    fn column_name(&self, column: usize) -> String {
        match self.table.names.get(column).filter(|name| !name.trim().is_empty()) {
            Some(name) => self.page.sentence(FileSentence::ColumnNamed { number: column + 1, name: name.trim() }),
            None => self.page.sentence(FileSentence::ColumnNumber { number: column + 1 }),
        }
    }

    /// The columns, to be dragged onto a field; those that no field has are told apart.
    fn columns(&self) -> Html {
        let chip = |column: usize| {
            let ondragstart = Callback::from(move |event: DragEvent| {
                if let Some(transfer) = event.data_transfer() {
                    let _ = transfer.set_data("text/plain", &column.to_string());
                }
            });
            let taken = self.mapping.fields.values().any(|&other| other == column);
            let sample = self.table.cells(column).find(|cell| !cell.is_empty()).unwrap_or_default().to_owned();
            html! {
                <li class={classes!("chip", taken.then_some("taken"))} draggable="true" {ondragstart} title={sample}>
                    { self.column_name(column) }
                </li>
            }
        };
        html! {
            <ul class="chips" aria-label={self.page.word(FileWord::ColumnsOfFile)}>
                { for (0..self.table.columns()).map(chip) }
            </ul>
        }
    }

    fn options(&self) -> Html {
        let word = |word| self.page.word(word);
        let order = self.changes(|mapping, event: Event| {
            mapping.date_order = match selected(&event).as_str() {
                "mdy" => DateOrder::Mdy,
                "ymd" => DateOrder::Ymd,
                _ => DateOrder::Dmy,
            };
        });
        let decimal = self.changes(|mapping, event: Event| mapping.decimal_comma = selected(&event) == "comma");
        let reasons = self.changes(|mapping, event: Event| {
            mapping.reasons_of = if selected(&event) == "other" { ReasonsOf::Other } else { ReasonsOf::Vos3000 };
        });
        let header = {
            let first = with_header(&self.table, true);
            self.changes(move |mapping, event: Event| {
                mapping.header = if selected(&event) == "names" { first.names.clone() } else { Vec::new() };
            })
        };
        let Mapping { date_order, decimal_comma, reasons_of, .. } = *self.mapping;
        let has_header = !self.mapping.header.is_empty();
        html! {
            <div class="mapping-options">
                <label>{ word(MappingWord::FirstRowIs) }{ " " }<select onchange={header}>
                    <option value="names" selected={has_header}>{ word(MappingWord::FirstRowNames) }</option>
                    <option value="call" selected={!has_header}>{ word(MappingWord::FirstRowCall) }</option>
                </select></label>
                <label>{ word(MappingWord::DayOrMonth) }{ " " }<select onchange={order}>
                    <option value="dmy" selected={date_order == DateOrder::Dmy}>{ word(MappingWord::DayFirst) }</option>
                    <option value="mdy" selected={date_order == DateOrder::Mdy}>
                        { word(MappingWord::MonthFirst) }
                    </option>
                    <option value="ymd" selected={date_order == DateOrder::Ymd}>
                        { word(MappingWord::YearFirst) }
                    </option>
                </select></label>
                <label>{ word(MappingWord::DecimalSign) }{ " " }<select onchange={decimal}>
                    <option value="point" selected={!decimal_comma}>{ word(MappingWord::DecimalPoint) }</option>
                    <option value="comma" selected={decimal_comma}>{ word(MappingWord::DecimalComma) }</option>
                </select></label>
                <label>{ word(MappingWord::ReasonsAre) }{ " " }<select onchange={reasons}>
                    <option value="vos3000" selected={reasons_of == ReasonsOf::Vos3000}>
                        { word(MappingWord::ReasonsVos3000) }
                    </option>
                    <option value="other" selected={reasons_of == ReasonsOf::Other}>
                        { word(MappingWord::ReasonsOther) }
                    </option>
                </select></label>
            </div>
        }
    }

    fn name(&self) -> Html {
        let oninput = self.changes(|mapping, event: InputEvent| {
            mapping.name = event.target_unchecked_into::<HtmlInputElement>().value();
        });
        html! { <input type="text" value={self.mapping.name.clone()} {oninput} /> }
    }

    fn field(&self, field: Field) -> Html {
        let set = move |mapping: &mut Mapping, column: Option<usize>| match column {
            Some(column) => _ = mapping.fields.insert(field, column),
            None => _ = mapping.fields.remove(&field),
        };
        let onchange = self.changes(move |mapping, event: Event| set(mapping, selected(&event).parse().ok()));
        let ondrop = self.changes(move |mapping, event: DragEvent| {
            event.prevent_default();
            let dropped = event.data_transfer().and_then(|transfer| transfer.get_data("text/plain").ok());
            if let Some(column) = dropped.and_then(|column| column.parse().ok()) {
                set(mapping, Some(column));
            }
        });
        let ondragover = Callback::from(|event: DragEvent| event.prevent_default());
        let chosen = self.mapping.fields.get(&field).copied();
        let label = self.page.language.field(field);
        html! {
            <tr {ondrop} {ondragover}>
                <th scope="row">{ label }</th>
                <td>
                    <select aria-label={label} {onchange}>
                        <option value="" selected={chosen.is_none()}>{ self.page.word(MappingWord::NotInFile) }</option>
                        { for (0..self.table.columns()).map(|column| html! {
                            <option value={column.to_string()} selected={chosen == Some(column)}>
                                { self.column_name(column) }
                            </option>
                        }) }
                    </select>
                </td>
                <td>{ chosen.map(|column| self.samples(field, column)) }</td>
            </tr>
        }
    }

    fn samples(&self, field: Field, column: usize) -> Html {
        let utc = LocalZone::default();
        let zone = self.page.file_zone.as_deref().unwrap_or(&utc);
        let sample = |cell: &str| match self.mapping.sample(field, cell, zone) {
            Ok(Sample::Absent) => html! { <li>{ "—" }</li> },
            Ok(Sample::Text(text)) if field.kind() == FieldKind::Time => {
                html! { <li>{ text.replace(['T', 'Z'], " ") }</li> }
            }
            Ok(Sample::Text(text)) => html! { <li>{ text }</li> },
            Ok(Sample::Millis(millis)) => {
                html! { <li>{ self.page.sentence(FileSentence::MillisAsRead { millis }) }</li> }
            }
            Ok(Sample::Side(side)) => html! { <li>{ self.page.language.field(field_of(side)) }</li> },
            Err(misfit) => {
                html! {
                    <li class="misfit">{ self.page.sentence(FileSentence::DoesNotFit { sample: cell, misfit }) }</li>
                }
            }
        };
        html! { <ul class="samples">{ for self.table.cells(column).take(SAMPLES).map(sample) }</ul> }
    }
}

/// The field that is named as the side is.
fn field_of(side: HangUpSide) -> Field {
    match side {
        HangUpSide::Caller => Field::Caller,
        HangUpSide::Callee => Field::Callee,
        HangUpSide::Server => Field::Softswitch,
    }
}

fn selected(event: &Event) -> String {
    event.target_unchecked_into::<HtmlSelectElement>().value()
}
