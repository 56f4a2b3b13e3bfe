//! Words of the list of calls and a call of it.

use crate::CallWord;

/// The text of each.
pub(super) fn text(word: CallWord) -> &'static str {
    match word {
        CallWord::NoCallsFound => "No call is like that. Switch a part of the filter off, or remove it.",
        CallWord::ChooseColumns => "Columns",
        CallWord::ExportCalls => "Export as CSV",
        CallWord::Exporting => "Exporting calls",
        CallWord::SavingExport => "Saving the file …",
        CallWord::ExportOutdated => "The calls changed before the export began. Nothing was saved. Export again.",
        CallWord::ExportStopped => {
            "A part of this page stopped by an error, so the export is not complete. Nothing was saved. Export again."
        }
        CallWord::ExportCancelled => "The export is cancelled. Nothing was saved.",
        CallWord::TheCall => "Call",
        CallWord::ColumnInFile => "Column",
        CallWord::CellInFile => "As it stands in the file",
        CallWord::OtherAttempts => "Other attempts of this call",
        CallWord::CannotReadRow => "This row cannot be read again: its file has changed or is gone.",
        CallWord::RowsInSight => "Calls of the filter",
    }
}
