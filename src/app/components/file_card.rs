use super::{EncodingChoice, FileFactsView, SetAsideTable};
use crate::app::action::{FileAction, MappingAction};
use crate::app::context::Page;
use ingest::{DetectedEncoding, FileProblem, ForeignKind};
use session::{FileReport, FileState, SessionFile};
use std::rc::Rc;
use words::{Bytes, FileSentence, FileWord};
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
        FileState::Waiting => (FileWord::FileWaiting, "waiting"),
        FileState::Reading { .. } => (FileWord::FileReading, "reading-now"),
        FileState::Read(_) => (FileWord::FileRead, "read"),
        FileState::Unpacked => (FileWord::FileUnpacked, "read"),
        FileState::Failed(_) => (FileWord::FileFailed, "failed"),
    };
    let name = file.identity.name.clone();
    let in_archive = file.path.is_some();
    html! {
        <article class={classes!("file", class, in_archive.then_some("in-archive"))} aria-label={name.clone()}>
            <h2>
                <span class="file-name">{ name }</span>
                if !in_archive {
                    <span class="file-size">{ page.language.bytes(Bytes(file.identity.bytes)) }</span>
                }
                <span class="state">{ page.word(state) }</span>
            </h2>
            { match &file.state {
                FileState::Failed(problem) => failed(&page, file.id, problem),
                FileState::Read(report) => read(&page, file.id, report),
                FileState::Reading { report, .. } => html! { <p>{ row_counts(&page, report) }</p> },
                FileState::Unpacked => unpacked(&page, file.id),
                FileState::Waiting => match &file.peeked {
                    Some(facts) => html! { <FileFactsView file={file.id} facts={facts.clone()} read={false} /> },
                    None => Html::default(),
                },
            } }
        </article>
    }
}

fn failed(page: &Page, id: u32, problem: &FileProblem) -> Html {
    let words = page.language.file_problem(problem);
    let map = page.dispatch.reform(move |_: MouseEvent| MappingAction::Edit(Some(id)).into());
    let is_text = matches!(problem, FileProblem::NotCdr { .. } | FileProblem::Foreign(ForeignKind::Binary));
    let unpack = page.dispatch.reform(move |_: MouseEvent| FileAction::UnpackAll(id).into());
    html! {
        <>
            <p class="problem">{ words.what }</p>
            <p>{ words.remedy }</p>
            // Text in the wrong encoding is no table that is known.
            if problem.table().is_some() || is_text || page.session.choice(id).encoding.is_some() {
                <EncodingChoice file={id} detected={None::<DetectedEncoding>} />
            }
            if problem.table().is_some() {
                <button type="button" class="primary" onclick={map}>{ page.word(FileWord::SayColumns) }</button>
            }
            if matches!(problem, FileProblem::GrowsTooLarge { .. }) {
                <button type="button" onclick={unpack}>{ page.word(FileWord::UnpackAll) }</button>
            }
        </>
    }
}

fn unpacked(page: &Page, id: u32) -> Html {
    let files = page.session.dropped(id).map_or(0, |dropped| dropped.entries.len());
    html! { <p>{ page.sentence(FileSentence::FilesInArchive { files }) }</p> }
}

fn read(page: &Page, id: u32, report: &Rc<FileReport>) -> Html {
    html! {
        <>
            if let Some(facts) = &report.facts {
                <p>
                    { page.sentence(FileSentence::TakenFor { facts }) }
                    { " " }
                    { page.sentence(FileSentence::DialectOf { facts }) }
                </p>
            }
            <p><strong>{ row_counts(page, report) }</strong></p>
            <ul class="notes">
                { for notes(page, report).into_iter().map(|note| html! { <li>{ note }</li> }) }
            </ul>
            { cannot_tell(page, report) }
            if let Some(facts) = &report.facts {
                <FileFactsView file={id} facts={Rc::new(facts.clone())} read={true} />
            }
            if report.set_aside > 0 {
                <SetAsideTable file={id} report={report.clone()} />
            }
        </>
    }
}

fn row_counts(page: &Page, report: &FileReport) -> String {
    page.sentence(FileSentence::RowCounts {
        rows: report.rows(),
        calls: report.tally.calls,
        duplicates: report.duplicates,
        set_aside: report.set_aside,
    })
}

fn notes(page: &Page, report: &FileReport) -> Vec<String> {
    let mut notes = Vec::new();
    if report.rows() == 0 {
        notes.push(page.word(FileWord::NoRows).to_owned());
    } else if report.set_aside == 0 && report.facts.as_ref().is_some_and(|facts| facts.damage.is_none()) {
        notes.push(page.word(FileWord::NothingSetAside).to_owned());
    }
    if let Some(name) = &report.same_as {
        notes.push(page.sentence(FileSentence::SameAs { name }));
    } else if report.duplicates > 0 {
        notes.push(page.sentence(FileSentence::Duplicates { calls: report.duplicates }));
    }
    if let (Some(from), Some(to)) = (report.tally.first_start, report.tally.last_start) {
        notes.push(page.sentence(FileSentence::PeriodOf { from: &page.zone.show(from), to: &page.zone.show(to) }));
    }
    let Some(facts) = &report.facts else { return notes };
    if let Some(damage) = facts.damage {
        notes.push(page.sentence(FileSentence::DamageOf { damage }));
    }
    if facts.dates_without_zone {
        notes.push(page.sentence(FileSentence::DatesOfZone { zone: &facts.zone }));
    }
    if facts.layout.style.date_order_open {
        notes.push(page.word(FileWord::DateOrderOpen).to_owned());
    }
    if facts.passed_over > 0 {
        notes.push(page.sentence(FileSentence::PassedOver { lines: facts.passed_over }));
    }
    notes
}

/// What the file cannot tell, so that no report pretends and nobody wonders later.
fn cannot_tell(page: &Page, report: &FileReport) -> Html {
    let (content, tally) = (report.content, &report.tally);
    let has_vendor = tally.reasons().any(|(_, sums)| sums.vendor_known > 0);
    let lacks = [
        (tally.calls > 0 && tally.answered == tally.calls, FileWord::NoFailures),
        (content.end_reason == 0, FileWord::NoEndReasons),
        (content.hang_up_side == 0, FileWord::NoHangUpSide),
        (!has_vendor, FileWord::NoVendorGateway),
        (content.fee == 0, FileWord::NoFees),
        (content.cost == 0, FileWord::NoCosts),
        (content.post_dial_delay == 0, FileWord::NoDelays),
        (content.serial_number == 0, FileWord::NoSerials),
    ];
    let lacking: Vec<FileWord> = lacks.into_iter().filter(|&(lacks, _)| lacks).map(|(_, word)| word).collect();
    if tally.calls == 0 || lacking.is_empty() {
        return Html::default();
    }
    html! {
        <div class="cannot-tell">
            <p>{ page.word(FileWord::CannotTell) }{ ":" }</p>
            <ul aria-label={page.word(FileWord::CannotTell)}>
                { for lacking.into_iter().map(|word| html! { <li>{ page.word(word) }</li> }) }
            </ul>
        </div>
    }
}
