//! An export of calls, as far as a person sees it.

/// How far an export has come.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum ExportStep {
    /// The person is asked where to save it.
    Choosing,
    /// Workers write it.
    Writing {
        /// Rows that are written.
        written: u64,
        /// Of so many; 0 as long as that is not known.
        of: u64,
    },
    /// The browser saves it.
    Saving,
}
