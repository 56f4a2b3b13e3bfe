//! Words of the reference of end reasons, topics and parameters.

/// Their texts are in `words/reference.rs` of each language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // Each is what its text in a language's table says.
pub enum ReferenceWord {
    ReferenceHint,
    SearchReference,
    SearchExample,
    SearchResults,
    Section,
    All,
    SystemParameters,
    ToReference,
    OpenInReference,
    EntryNotFound,
    RelatedTopics,
    Counterparts,
    CounterpartsUsual,
    Billing,
    RecordWritten,
    Billable,
    BillingMode,
    EndsAnswered,
    Yes,
    No,
    Partly,
    ClientShows,
    AlsoWritten,
    GuideNotLive,
    SourcesDisagree,
    WhereItMatters,
    DefaultValue,
    Recommended,
    NotStated,
    Licences,
    LicencesUnreadable,
}
