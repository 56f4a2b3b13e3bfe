//! Sentences of alarms.

/// Their texts are in `sentences/alarms.rs` of each language.
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs)] // Each is what its text in a language's table says.
pub enum AlarmSentence<'a> {
    EachOf { dimension: &'a str },
    OnAndOff { below: bool, on: &'a str, off: &'a str },
    AlarmShown { name: &'a str },
    NeverOn { name: &'a str },
    EventsOf { name: &'a str },
    AlarmValuesOf { metric: &'a str, name: &'a str },
    AlarmsImported { alarms: usize },
}
