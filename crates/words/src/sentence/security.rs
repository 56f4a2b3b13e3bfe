//! Sentences of security: refused calls, scans and the list to shut out.

/// Their texts are in `sentences/security.rs` of each language.
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs)] // Each is what its text in a language's table says.
pub enum SecuritySentence<'a> {
    NoCallerOfMany { numbers: u64 },
    AddressesBlocked { addresses: usize },
    NoAddress { text: &'a str },
    DistinctIsEstimated { percent: f64 },
}
