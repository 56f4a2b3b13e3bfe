//! Sentences of destinations, routing prefixes and a person's own rates.

/// Their texts are in `sentences/destinations.rs` of each language.
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs)] // Each is what its text in a language's table says.
pub enum DestinationSentence<'a> {
    TakeOffPrefix { prefix: &'a str },
    MayBeRouting { prefix: &'a str, calls: u64, placed: u64, countries: &'a str },
    RatesRead { prefixes: usize, names: usize, rated: usize },
    MoreProblems { problems: usize },
    FeeKnown { known: u64, calls: u64 },
}
