use crate::app::action::FileAction;
use crate::app::context::Page;
use ingest::SetAside;
use session::FileReport;
use std::rc::Rc;
use words::{FileSentence, FileWord};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) file: u32,
    pub(in crate::app) report: Rc<FileReport>,
}

/// The first rows of a file that could not be read, and the way to all of them.
#[component]
pub(in crate::app) fn SetAsideTable(props: &Props) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let report = &props.report;
    let file = props.file;
    let save = page.dispatch.reform(move |_: MouseEvent| FileAction::SaveSetAside(file).into());
    let shown = report.first_set_aside.len();
    let row = |row: &SetAside| {
        html! {
            <tr>
                <td class="number">{ page.language.count(row.line) }</td>
                <td class="number">{ row.column.map(|column| page.language.count(column as u64)) }</td>
                <td>{ page.language.set_aside_reason(&row.reason) }</td>
                <td><code>{ row.text.clone() }</code></td>
            </tr>
        }
    };
    html! {
        <div class="set-aside">
            <table>
                <caption>{ page.word(FileWord::RowsSetAside) }</caption>
                <thead>
                    <tr>
                        <th scope="col" class="number">{ page.word(FileWord::Line) }</th>
                        <th scope="col" class="number">{ page.word(FileWord::Column) }</th>
                        <th scope="col">{ page.word(FileWord::Reason) }</th>
                        <th scope="col">{ page.word(FileWord::RowText) }</th>
                    </tr>
                </thead>
                <tbody>{ for report.first_set_aside.iter().map(row) }</tbody>
            </table>
            if report.set_aside > shown as u64 {
                <p class="hint">{ page.sentence(FileSentence::SetAsideShown { shown, of: report.set_aside }) }</p>
            }
            if page.set_aside.contains_key(&file) {
                <button type="button" onclick={save}>
                    { page.sentence(FileSentence::DownloadSetAside { rows: report.set_aside }) }
                </button>
            }
        </div>
    }
}
