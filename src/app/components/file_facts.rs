use super::EncodingChoice;
use crate::app::action::MappingAction;
use crate::app::context::Environment;
use calls::{Field, plain_name};
use ingest::{ContainerKind, FileFacts};
use std::rc::Rc;
use words::{FileSentence, FileWord};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) file: u32,
    pub(in crate::app) facts: Rc<FileFacts>,
    /// It was read, and can be read otherwise.
    pub(in crate::app) read: bool,
}

/// What a file was taken for, as far as that can be changed: its encoding, its first rows and what each column is.
#[component]
pub(in crate::app) fn FileFactsView(props: &Props) -> Html {
    let env = use_context::<Environment>().expect("the root gives it");
    let (id, facts) = (props.file, &props.facts);
    let map = env.dispatch.reform(move |_: MouseEvent| MappingAction::Edit(Some(id)).into());
    html! {
        <div class="taken-for">
            if !props.read {
                <p>
                    { env.sentence(FileSentence::TakenFor { facts }) }
                    { " " }
                    { env.sentence(FileSentence::DialectOf { facts }) }
                </p>
            }
            if props.read && !facts.packed_in.contains(&ContainerKind::Workbook) {
                <EncodingChoice file={id} detected={facts.encoding} />
            }
            if !facts.head.rows.is_empty() {
                { first_rows(&env, facts) }
            }
            if props.read {
                <button type="button" onclick={map}>{ env.word(FileWord::ChangeColumns) }</button>
            }
        </div>
    }
}

/// The beginning of the table, with what each column was taken for above it.
fn first_rows(env: &Environment, facts: &FileFacts) -> Html {
    let columns = facts.head.columns();
    let field_of =
        |column: usize| facts.layout.fields().find(|(_, place)| place.column == column).map(|(field, _)| field);
    let head = |column: usize| {
        let name = facts.layout.names.get(column).filter(|name| !name.is_empty()).cloned();
        let field: Option<Field> = field_of(column);
        let taken = field.map(|field| env.language.field(field));
        let same = taken.zip(name.as_ref()).is_some_and(|(taken, name)| plain_name(taken) == plain_name(name));
        html! {
            <th scope="col" class={classes!(field.is_none().then_some("unused"))}>
                <span>
                    { name.unwrap_or_else(|| env.sentence(FileSentence::ColumnNumber { number: column + 1 })) }
                </span>
                if !same {
                    <span class="field-name">{ taken.unwrap_or_else(|| env.word(FileWord::NotTaken)) }</span>
                }
            </th>
        }
    };
    html! {
        <details class="first-rows">
            <summary>{ env.word(FileWord::FirstRows) }</summary>
            <div class="scroll" tabindex="0" role="group" aria-label={env.word(FileWord::ColumnsOfFile)}>
                <table aria-label={env.word(FileWord::FirstRows)}>
                    <thead><tr>{ for (0..columns).map(head) }</tr></thead>
                    <tbody>
                        { for facts.head.rows.iter().map(|row| html! {
                            <tr>{ for (0..columns).map(|column| html! { <td>{ row.get(column).cloned() }</td> }) }</tr>
                        }) }
                    </tbody>
                </table>
            </div>
        </details>
    }
}
