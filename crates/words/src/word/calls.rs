//! Words of the list of calls and a call of it.

/// Their texts are in `words/calls.rs` of each language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // Each is what its text in a language's table says.
pub enum CallWord {
    NoCallsFound,
    ChooseColumns,
    ExportCalls,
    Exporting,
    SavingExport,
    ExportOutdated,
    ExportStopped,
    ExportCancelled,
    TheCall,
    ColumnInFile,
    CellInFile,
    OtherAttempts,
    CannotReadRow,
    RowsInSight,
}
