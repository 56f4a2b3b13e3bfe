use crate::app::action::PageAction;
use crate::app::browser::paper;
use crate::app::components::{
    DropZone, EndReasonDetail, EndReasonTable, Figures, FilterBar, LearnNames, NotUnderstood, NumberingChooser,
};
use crate::app::context::Page;
use query::ReasonGroupBy;
use session::FileState;
use web_sys::HtmlSelectElement;
use words::{EndReasonWord, FileSentence, PageWord};
use yew::prelude::*;

const GROUPS: [(&str, Option<ReasonGroupBy>, EndReasonWord); 4] = [
    ("none", None, EndReasonWord::NoGroups),
    ("category", Some(ReasonGroupBy::Category), EndReasonWord::Category),
    ("outcome", Some(ReasonGroupBy::Outcome), EndReasonWord::Outcome),
    ("side", Some(ReasonGroupBy::Side), EndReasonWord::WhereItLies),
];

/// The first report: the figures, and why the calls ended.
#[component]
pub(in crate::app) fn EndReasonsPage() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let group_by = use_state_eq(|| None);
    // By its name, since the place of a row changes while files are read.
    let chosen_key = use_state_eq(|| None);
    if !page.session.has_report() {
        return empty(&page);
    }
    if !page.filter_problems().is_empty() {
        return html! {
            <>
                <h1 class="unseen">{ page.word(EndReasonWord::EndReasons) }</h1>
                { files_line(&page) }
                <FilterBar />
                <NotUnderstood />
            </>
        };
    }
    let rows = &page.summary.end_reasons;
    let chosen_by_person = rows.iter().position(|row| Some(row.key()) == *chosen_key);
    let chosen = chosen_by_person.or_else(|| page.summary.worst().filter(|_| !page.session.is_reading()));
    let on_choose = {
        let (chosen_key, page) = (chosen_key.clone(), page.clone());
        Callback::from(move |at: usize| chosen_key.set(page.summary.end_reasons.get(at).map(|row| row.key())))
    };
    let on_close = {
        let chosen_key = chosen_key.clone();
        Callback::from(move |()| chosen_key.set(None))
    };
    let group = {
        let group_by = group_by.clone();
        Callback::from(move |event: Event| {
            let value = event.target_unchecked_into::<HtmlSelectElement>().value();
            group_by.set(GROUPS.iter().find(|(key, ..)| *key == value).and_then(|&(_, by, _)| by));
        })
    };
    html! {
        <>
            <h1 class="unseen">{ page.word(EndReasonWord::EndReasons) }</h1>
            { files_line(&page) }
            <LearnNames />
            <FilterBar />
            <Figures />
            <section class="report" aria-label={page.word(EndReasonWord::EndReasons)}>
                <div class="line">
                    <h2>{ page.word(EndReasonWord::EndReasons) }</h2>
                    <label>
                        { page.word(EndReasonWord::GroupBy) }{ " " }
                        <select onchange={group}>
                            { for GROUPS.iter().map(|&(key, by, word)| html! {
                                <option value={key} selected={*group_by == by}>{ page.word(word) }</option>
                            }) }
                        </select>
                    </label>
                </div>
                <NumberingChooser />
                <div class="beside">
                    <EndReasonTable group_by={*group_by} {chosen} {on_choose} />
                    if let Some(row) = chosen.and_then(|at| rows.get(at)) {
                        <EndReasonDetail row={row.clone()} chosen={chosen_by_person.is_some()} {on_close} />
                    } else {
                        <p class="detail hint">{ page.word(EndReasonWord::ChooseAReason) }</p>
                    }
                </div>
            </section>
        </>
    }
}

/// Which files the figures are of; rows = calls + rows set aside, always in sight.
fn files_line(page: &Page) -> Html {
    let files = || page.session.files();
    let read = files().filter(|file| file.report().is_some()).count();
    let failed = files().filter(|file| matches!(file.state, FileState::Failed(_))).count();
    let [rows, calls, duplicates, set_aside] = page.session.row_counts();
    let name = files().find(|file| file.report().is_some()).map(|file| file.identity.name.clone());
    let export = page.dispatch.reform(|_: MouseEvent| PageAction::ExportJson.into());
    html! {
        <div class="line files-line">
            <p>
                <a href="#/" class="file-name">
                    { match name {
                        Some(name) if files().nth(1).is_none() => name,
                        _ => page.sentence(FileSentence::FilesRead { read, failed }),
                    } }
                </a>
                { ": " }
                { page.sentence(FileSentence::RowCounts { rows, calls, duplicates, set_aside }) }
            </p>
            <div class="buttons">
                <button type="button" onclick={export}>{ page.word(EndReasonWord::ExportJson) }</button>
                <button type="button" onclick={|_| paper::print()}>{ page.word(EndReasonWord::Print) }</button>
            </div>
        </div>
    }
}

fn empty(page: &Page) -> Html {
    html! {
        <>
            <h1>{ page.word(EndReasonWord::EndReasons) }</h1>
            if !page.session.is_reading() {
                <p>{ page.word(PageWord::NoFilesYet) }</p>
                <DropZone />
            }
        </>
    }
}
