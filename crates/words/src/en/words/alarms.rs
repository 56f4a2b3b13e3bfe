//! Words of alarms.

use crate::AlarmWord;

/// The text of each.
pub(super) fn text(word: AlarmWord) -> &'static str {
    match word {
        AlarmWord::AlarmsHint => {
            "Alarms as a softswitch has them, played over these calls: when each would have gone on and off. They are \
                kept in this browser, and ring nobody."
        }
        AlarmWord::NoAlarms => "There are no alarms. Add one, or import a file of alarms.",
        AlarmWord::YourAlarms => "Alarms",
        AlarmWord::AlarmWatches => "Watches",
        AlarmWord::AlarmOf => "Of",
        AlarmWord::AlarmBy => "By",
        AlarmWord::AlarmOne => "Its name",
        AlarmWord::AlarmOfEach => "Each, apart",
        AlarmWord::AlarmOfOne => "One of them",
        AlarmWord::AlarmGoesOn => "Goes on",
        AlarmWord::AlarmWindow => "Window",
        AlarmWord::AlarmWindowMinutes => "Window in minutes",
        AlarmWord::DefineAlarmWindow => {
            "The time over which the value is taken, up to the moment at which the alarm looks. It looks about four \
                times in a window."
        }
        AlarmWord::AlarmLeastCalls => "Least calls",
        AlarmWord::DefineAlarmLeastCalls => {
            "Windows of fewer calls leave the alarm as it is: three calls at night say nothing of a gateway."
        }
        AlarmWord::VosAlarmType => "VOS3000 type",
        AlarmWord::DefineVosAlarmType => "The type that VOS3000 gives to this alarm, where it has it.",
        AlarmWord::TimesOn => "Times on",
        AlarmWord::DefineTimesOn => "How often it would have gone on in these calls.",
        AlarmWord::AlarmActions => "Actions",
        AlarmWord::ChangeAlarm => "Change",
        AlarmWord::RemoveAlarm => "Remove",
        AlarmWord::AddAlarm => "Add an alarm",
        AlarmWord::ExportAlarms => "Export alarms",
        AlarmWord::ImportAlarms => "Import alarms",
        AlarmWord::AlarmForm => "Set up an alarm",
        AlarmWord::KeepAlarm => "Keep the alarm",
        AlarmWord::FallsBelow => "It falls below (decline threshold)",
        AlarmWord::RisesAbove => "It rises above (rise threshold)",
        AlarmWord::OnBelow => "On below",
        AlarmWord::OffFrom => "Off again from",
        AlarmWord::OnAbove => "On above",
        AlarmWord::OffDownTo => "Off again down to",
        AlarmWord::SuggestedThresholds => "Thresholds that suit these calls",
        AlarmWord::SuggestedHint => {
            "Made of all windows with enough calls. How often the alarm would have gone on with each, and for how \
                much of the time."
        }
        AlarmWord::NothingSuggested => {
            "No thresholds are suggested: there are too few windows with enough calls, or the value never moves. Take \
                a shorter window or fewer calls, or read files of a longer time."
        }
        AlarmWord::OnPercent => "Time on",
        AlarmWord::DefineOnPercent => "For how much of the time it would have been on, all groups together.",
        AlarmWord::AlarmMedian => "Usually",
        AlarmWord::DefineAlarmMedian => "The value that half of the windows do not exceed.",
        AlarmWord::SuggestedBy => "Why",
        AlarmWord::TakeThreshold => "Use",
        AlarmWord::AlarmEvents => "When it was on",
        AlarmWord::AlarmEventsHint => "A click on a time filters by it, and by whom the alarm is about.",
        AlarmWord::WentOn => "Went on",
        AlarmWord::AlarmAbout => "Whom",
        AlarmWord::DefineAlarmAbout => "Whose calls it is about.",
        AlarmWord::WentOff => "Went off",
        AlarmWord::DefineWentOff => "The end of the first window that was well again.",
        AlarmWord::WasOnFor => "On for",
        AlarmWord::StillOn => "still on at the end",
        AlarmWord::AlarmCrossing => "Threshold",
        AlarmWord::DefineAlarmCrossing => "Which of its thresholds was crossed.",
        AlarmWord::FellBelow => "fell below",
        AlarmWord::RoseAbove => "rose above",
        AlarmWord::WorstValue => "Worst",
        AlarmWord::WorstAt => "At",
        AlarmWord::DefineWorstValue => "The worst value of any window while it was on, and the end of that window.",
        AlarmWord::DefineAlarmCalls => {
            "Calls from the begin of the first window beyond the threshold until it went off."
        }
        AlarmWord::AlarmChartHint => {
            "The value of each window by its end. Level lines are the thresholds; the alarm was on where it is \
                shaded. There is no value where a window has too few calls."
        }
        AlarmWord::AlarmOn => "On",
    }
}
