use super::SetAsideTable;
use crate::app::context::Page;
use crate::ingest::{Column, FileFacts, LayoutKind};
use crate::session::{FileReport, FileState, SessionFile};
use crate::words::{Bytes, Sentence, Word};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) file: SessionFile,
}

/// One file: what it was taken for, what was in it, what it cannot tell, what could not be read.
#[component]
pub(in crate::app) fn FileCard(props: &Props) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let file = &props.file;
    let (state, class) = match file.state {
        FileState::Waiting => (Word::FileWaiting, "waiting"),
        FileState::Reading { .. } => (Word::FileReading, "reading-now"),
        FileState::Read(_) => (Word::FileRead, "read"),
        FileState::Failed(_) => (Word::FileFailed, "failed"),
    };
    let name = file.identity.name.clone();
    html! {
        <article class={classes!("file", class)} aria-label={name.clone()}>
            <h3>
                <span class="file-name">{ name }</span>
                <span class="file-size">{ page.language.bytes(Bytes(file.identity.bytes)) }</span>
                <span class="state">{ page.word(state) }</span>
            </h3>
            { match &file.state {
                FileState::Failed(problem) => {
                    let words = page.language.file_problem(problem);
                    html! { <><p class="problem">{ words.what }</p><p>{ words.remedy }</p></> }
                }
                FileState::Read(report) => read(&page, file.id, report),
                FileState::Reading { report, .. } => html! { <p>{ row_counts(&page, report) }</p> },
                FileState::Waiting => Html::default(),
            } }
        </article>
    }
}

fn read(page: &Page, id: u32, report: &Rc<FileReport>) -> Html {
    let facts = report.facts.as_ref();
    html! {
        <>
            if let Some(facts) = facts {
                <p>{ taken_for(page, facts) }</p>
            }
            <p><strong>{ row_counts(page, report) }</strong></p>
            <ul class="notes">
                { for notes(page, report).into_iter().map(|note| html! { <li>{ note }</li> }) }
            </ul>
            if report.set_aside > 0 {
                <SetAsideTable file={id} report={report.clone()} />
            }
        </>
    }
}

fn row_counts(page: &Page, report: &FileReport) -> String {
    let counts = Sentence::RowCounts { rows: report.rows(), calls: report.tally.calls, set_aside: report.set_aside };
    page.sentence(counts)
}

fn taken_for(page: &Page, facts: &FileFacts) -> String {
    match facts.layout.kind {
        LayoutKind::SoftswitchText => page.sentence(Sentence::TakenForSoftswitchText),
        LayoutKind::Ecdr => {
            let delimiter = match facts.layout.delimiter {
                b'\t' => Word::ByTabs,
                b'|' => Word::ByBars,
                b';' => Word::BySemicolons,
                _ => Word::ByCommas,
            };
            page.sentence(Sentence::TakenForEcdr { columns: facts.layout.columns, delimiter: page.word(delimiter) })
        }
    }
}

/// What the file cannot tell, so that nobody wonders later.
fn notes(page: &Page, report: &FileReport) -> Vec<String> {
    let mut notes = Vec::new();
    if report.rows() == 0 {
        notes.push(page.word(Word::NoRows).to_owned());
    } else if report.set_aside == 0 {
        notes.push(page.word(Word::NothingSetAside).to_owned());
    }
    let Some(facts) = &report.facts else { return notes };
    if facts.dates_without_zone {
        notes.push(page.word(Word::DatesTakenAsUtc).to_owned());
    }
    if facts.layout.at(Column::EndDirection).is_none() {
        notes.push(page.word(Word::NoHangUpSide).to_owned());
    }
    if facts.layout.at(Column::CalleeGateway).is_none() {
        notes.push(page.word(Word::NoVendorGateway).to_owned());
    }
    notes
}
