use crate::app::context::Page;
use crate::app::route::Route;
use crate::words::Word;
use yew::prelude::*;
use yew_router::prelude::*;

/// The name of the page and the way to its parts.
#[component]
pub(in crate::app) fn Header() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let here = use_route::<Route>().unwrap_or(Route::NotFound);
    let link = |to: Route, word| {
        let within = matches!((&here, &to), (Route::Entry { .. }, Route::Reference));
        let current = (here == to || within).then_some("page");
        let href = page.href(&to, &page.filter);
        html! { <li><a {href} aria-current={current}>{ page.word(word) }</a></li> }
    };
    html! {
        <header class="top">
            <a class="brand" href="#/">
                <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
                    <circle cx="14" cy="14" r="9" fill="none" stroke="currentColor" stroke-width="3" />
                    <path d="M21 21l8 8" stroke="currentColor" stroke-width="3.5" stroke-linecap="round" />
                    <path d="M9.5 17v-4M14 17V9.5M18.5 17v-5.5" stroke="currentColor" stroke-width="2.4" stroke-linecap="round" />
                </svg>
                <strong>{ page.word(Word::AppName) }</strong>
                <span class="purpose">{ page.word(Word::AppPurpose) }</span>
            </a>
            <nav aria-label={page.word(Word::Pages)}>
                <ul>
                    { link(Route::Files, Word::PageFiles) }
                    if page.session.has_report() {
                        { link(Route::Overview, Word::PageOverview) }
                        { link(Route::Findings, Word::PageFindings) }
                    }
                    { link(Route::EndReasons, Word::PageEndReasons) }
                    { link(Route::Calls, Word::PageCalls) }
                    if page.session.has_report() {
                        { link(Route::Time, Word::PageTime) }
                        { link(Route::Breakdown, Word::PageBreakdown) }
                        { link(Route::Compare, Word::PageCompare) }
                        { link(Route::Destinations, Word::PageDestinations) }
                        { link(Route::Billing, Word::PageBilling) }
                        { link(Route::Capacity, Word::PageCapacity) }
                        { link(Route::Quality, Word::PageQuality) }
                        { link(Route::Security, Word::PageSecurity) }
                        { link(Route::Alarms, Word::PageAlarms) }
                    }
                    { link(Route::Reference, Word::Reference) }
                </ul>
            </nav>
        </header>
    }
}
