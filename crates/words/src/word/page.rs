//! Words of all pages, and the names of the pages.

/// Their texts are in `words/page.rs` of each language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // Each is what its text in a language's table says.
pub enum PageWord {
    AppName,
    AppPurpose,
    SkipToContent,
    Pages,
    PageFiles,
    PageEndReasons,
    PageCalls,
    Copy,
    Copied,
    NotCopied,
    PageOverview,
    PageFindings,
    PageTime,
    PageBreakdown,
    PageDestinations,
    PageBilling,
    PageCapacity,
    PageQuality,
    PageSecurity,
    PageAlarms,
    PageCompare,
    Shortcuts,
    ShortcutList,
    ShortcutFilter,
    Dismiss,
    Close,
    Cancel,
    TimesShownIn,
    Reference,
    NoFilesYet,
    ToFiles,
    PageNotFound,
}
