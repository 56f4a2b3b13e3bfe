//! Sentences of alarms.

use super::plural;
use crate::AlarmSentence;
use crate::en::EN;

/// The text of each.
pub(super) fn text(sentence: AlarmSentence<'_>) -> String {
    match sentence {
        AlarmSentence::EachOf { dimension } => format!("Each, by {}", dimension.to_lowercase()),
        AlarmSentence::OnAndOff { below: true, on, off } => format!("below {on}, off again from {off}"),
        AlarmSentence::OnAndOff { below: false, on, off } => format!("above {on}, off again down to {off}"),
        AlarmSentence::AlarmShown { name } => format!("Alarm: {name}"),
        AlarmSentence::NeverOn { name } => format!("{name} would not have gone on in these calls."),
        AlarmSentence::EventsOf { name } => format!("When it was on: {name}"),
        AlarmSentence::AlarmValuesOf { metric, name } => format!("{metric}: {name}"),
        AlarmSentence::AlarmsImported { alarms } => {
            format!("{} {} taken over.", EN.count(alarms as u64), plural(alarms as u64, "alarm", "alarms"))
        }
    }
}
