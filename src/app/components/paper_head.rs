//! What a printed page says of itself, so that it can be understood away from the screen.

use crate::app::browser::paper;
use crate::app::browser::zone::{Zone, browser_zone_name};
use crate::app::context::Page;
use crate::app::route::Route;
use calls::EpochMillis;
use words::{FigureWord, FileSentence, FilterSentence, FilterWord, PageWord, ReportSentence, ReportWord, Word};
use yew::prelude::*;
use yew_router::prelude::*;

/// So many files are named.
const NAMED_FILES: usize = 8;

/// Which files, which filter and which time are shown, and when the page was printed; there only while it is.
#[component]
pub(in crate::app) fn PaperHead() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let here = use_route::<Route>().unwrap_or(Route::NotFound);
    let printed = use_state_eq(|| None::<EpochMillis>);
    {
        let printed = printed.clone();
        use_effect_with((), move |()| {
            paper::listen(Callback::from(move |printing: bool| {
                printed.set(printing.then(|| EpochMillis(js_sys::Date::now() as i64)));
            }))
        });
    }
    let Some(at) = *printed else { return Html::default() };
    let zone = zone_name(&page);
    let of_calls = page.session.has_report() && here.is_of_calls();
    let entry = |name: Word, text: String| html! { <div><dt>{ page.word(name) }</dt><dd>{ text }</dd></div> };
    html! {
        <section class="paper-head" aria-label={page.word(ReportWord::AboutThisPrint)}>
            <dl>
                if of_calls {
                    { entry(PageWord::PageFiles.into(), files(&page)) }
                    { entry(FilterWord::Filter.into(), filter(&page)) }
                    { entry(FigureWord::Period.into(), period(&page, &zone)) }
                }
                { entry(
                    ReportWord::PrintedAt.into(),
                    page.sentence(ReportSentence::MomentInZone { at: &page.zone.show(at), zone: &zone }),
                ) }
            </dl>
        </section>
    }
}

fn zone_name(page: &Page) -> String {
    match page.zone {
        Zone::Utc => page.sentence(FileSentence::Utc),
        Zone::Browser => browser_zone_name(),
    }
}

fn files(page: &Page) -> String {
    let read = page.session.files().filter(|file| file.report().is_some());
    let names: Vec<&str> = read.map(|file| file.identity.name.as_str()).collect();
    let named = names.len().min(NAMED_FILES);
    page.sentence(ReportSentence::NamesAndMore { names: &names[..named].join(", "), more: names.len() - named })
}

/// What is asked for, and how many of the calls that leaves.
fn filter(page: &Page) -> String {
    let parts: Vec<String> = page
        .filter
        .active()
        .map(|criterion| page.sentence(FilterSentence::FilterChip { field: criterion.field, text: &criterion.text }))
        .collect();
    let (part, whole) = (page.summary.total.calls, page.unfiltered.total.calls);
    if parts.is_empty() {
        return page.sentence(ReportSentence::AllCallsOfFiles { calls: whole });
    }
    let figures = match page.filter_problems().is_empty() {
        true => page.sentence(FilterSentence::FiguresOf { part, whole }),
        false => page.word(FilterWord::NoFigures).to_owned(),
    };
    format!("{}. {figures}", parts.join("; "))
}

fn period(page: &Page, zone: &str) -> String {
    let Some((first, last)) = page.summary.period() else { return page.word(FigureWord::NoCalls).to_owned() };
    page.sentence(ReportSentence::PeriodInZone { from: &page.zone.show(first), to: &page.zone.show(last), zone })
}
