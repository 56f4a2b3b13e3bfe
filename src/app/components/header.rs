use crate::app::browser::timing::drawn;
use crate::app::context::Page;
use crate::app::route::Route;
use words::PageWord;
use yew::prelude::*;
use yew_router::prelude::*;

/// The name of the page and the way to its parts.
#[component]
pub(in crate::app) fn Header() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    drawn("header");
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
                    <path d="M9.5 17v-4M14 17V9.5M18.5 17v-5.5" stroke="currentColor" stroke-width="2.4"
                        stroke-linecap="round" />
                </svg>
                <strong>{ page.word(PageWord::AppName) }</strong>
                <span class="purpose">{ page.word(PageWord::AppPurpose) }</span>
            </a>
            <nav aria-label={page.word(PageWord::Pages)}>
                <ul>
                    { link(Route::Files, PageWord::PageFiles) }
                    if page.session.has_report() {
                        { link(Route::Overview, PageWord::PageOverview) }
                        { link(Route::Findings, PageWord::PageFindings) }
                    }
                    { link(Route::EndReasons, PageWord::PageEndReasons) }
                    { link(Route::Calls, PageWord::PageCalls) }
                    if page.session.has_report() {
                        { link(Route::Time, PageWord::PageTime) }
                        { link(Route::Breakdown, PageWord::PageBreakdown) }
                        { link(Route::Compare, PageWord::PageCompare) }
                        { link(Route::Destinations, PageWord::PageDestinations) }
                        { link(Route::Billing, PageWord::PageBilling) }
                        { link(Route::Capacity, PageWord::PageCapacity) }
                        { link(Route::Quality, PageWord::PageQuality) }
                        { link(Route::Security, PageWord::PageSecurity) }
                        { link(Route::Alarms, PageWord::PageAlarms) }
                    }
                    { link(Route::Reference, PageWord::Reference) }
                </ul>
            </nav>
        </header>
    }
}
