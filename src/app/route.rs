//! The addresses of the pages, behind the `#`, so that they work from disk too.

use yew_router::Routable;

/// Where one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Routable)]
pub(super) enum Route {
    #[at("/")]
    Files,
    #[at("/end-reasons")]
    EndReasons,
    #[not_found]
    #[at("/not-found")]
    NotFound,
}
