//! The addresses of the pages, behind the `#`, so that they work from disk too.

use reference::EntryLink;
use yew_router::Routable;

/// Where one is.
#[derive(Debug, Clone, PartialEq, Eq, Routable)]
pub(super) enum Route {
    #[at("/")]
    Files,
    #[at("/overview")]
    Overview,
    #[at("/findings")]
    Findings,
    #[at("/time")]
    Time,
    #[at("/break-down")]
    Breakdown,
    #[at("/destinations")]
    Destinations,
    #[at("/billing")]
    Billing,
    #[at("/capacity")]
    Capacity,
    #[at("/quality")]
    Quality,
    #[at("/security")]
    Security,
    #[at("/alarms")]
    Alarms,
    #[at("/compare")]
    Compare,
    #[at("/end-reasons")]
    EndReasons,
    #[at("/calls")]
    Calls,
    #[at("/reference")]
    Reference,
    #[at("/reference/:kind/:key")]
    Entry { kind: String, key: String },
    #[not_found]
    #[at("/not-found")]
    NotFound,
}

impl Route {
    /// Whether what it shows is of the filter's calls.
    pub(super) fn is_of_calls(&self) -> bool {
        !matches!(self, Route::Files | Route::Reference | Route::Entry { .. } | Route::NotFound)
    }

    /// As a link's address, with what is asked for behind the path: `#/calls?callee=44%25`.
    pub(super) fn with_query(&self, query: &str) -> String {
        if query.is_empty() { self.href() } else { format!("{}?{query}", self.href()) }
    }

    /// As a link's address.
    pub(super) fn href(&self) -> String {
        format!("#{}", self.to_path())
    }

    pub(super) fn of_entry(link: &EntryLink) -> Self {
        Route::Entry { kind: link.kind().to_owned(), key: link.key().to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_to_its_page_and_back() {
        for route in [Route::Files, Route::Breakdown, Route::EndReasons, Route::Calls] {
            assert_eq!(Route::recognize(&route.to_path()), Some(route));
        }
        let entry = Route::Entry { kind: "sip".to_owned(), key: "503".to_owned() };
        assert_eq!((entry.href(), entry.is_of_calls()), ("#/reference/sip/503".to_owned(), false));
        assert_eq!(Route::recognize("/reference/sip/503"), Some(entry));
        assert_eq!(Route::recognize("/nowhere/at/all"), Some(Route::NotFound));
    }

    #[test]
    fn what_is_asked_stands_behind_the_path() {
        assert_eq!(Route::Calls.with_query("callee=44%25"), "#/calls?callee=44%25");
        assert_eq!(Route::Calls.with_query(""), "#/calls");
    }
}
