//! Words of capacity: lines held and calls a second.

use crate::CapacityWord;

/// The text of each.
pub(super) fn text(word: CapacityWord) -> &'static str {
    match word {
        CapacityWord::HowLoadIsCounted => {
            "A call holds a line from the second of its start up to that of its stop, as the files have them; times \
                are cut to whole seconds. VOS3000 most likely writes the answer as the start of an answered call, so \
                that ringing is not in it, and an unanswered call holds no line. Where a file has no stop, it is the \
                start and the talk time."
        }
        CapacityWord::LoadsBy => "Lines by",
        CapacityWord::ConcurrencyOverTime => "Calls in progress over time",
        CapacityWord::DefineConcurrencyOverTime => {
            "The most calls in progress at once in each step of time: of all calls, and of those that need the most \
                lines."
        }
        CapacityWord::CpsOverTime => "Calls a second over time",
        CapacityWord::DefineCpsOverTime => {
            "The most calls that began in one second of each step, and of all calls also the average of the step."
        }
        CapacityWord::PeakConcurrency => "Peak concurrency",
        CapacityWord::DefinePeakConcurrency => "The most calls in progress at once, over the whole selection.",
        CapacityWord::PeakAt => "At",
        CapacityWord::DefinePeakAt => "The first second in which so many calls were in progress.",
        CapacityWord::PeakCps => "Peak CPS",
        CapacityWord::DefinePeakCps => "The most calls that began in one second, answered or not.",
        CapacityWord::P95Cps => "CPS p95",
        CapacityWord::DefineP95Cps => {
            "What calls a second did not exceed in 95 % of all seconds from the first start to the last one, those \
                without any call too."
        }
        CapacityWord::AverageCps => "Average",
        CapacityWord::Erlang => "Erlang",
        CapacityWord::DefineErlang => {
            "Lines in use on average: the seconds for which lines were held, divided by those from the first start of \
                all calls to the last end (ITU-T E.600)."
        }
        CapacityWord::TooManyLoads => {
            "There are too many different ones of these for a load of each. Filter, or choose another field."
        }
        CapacityWord::LimitTitle => "What a limit of lines would do",
        CapacityWord::LimitHint => {
            "Enter a limit: for how long more calls were in progress than that, and how many calls it would have \
                refused."
        }
        CapacityWord::LimitOfWhom => "Limit for",
        CapacityWord::LimitLines => "Lines",
        CapacityWord::FilterByThisTime => "Filter by this time",
        CapacityWord::OfThePeak => "Of the peak",
        CapacityWord::TimeAbove => "Time above",
        CapacityWord::DefineTimeAbove => "For how long more calls were in progress.",
        CapacityWord::WouldRefuse => "Would refuse",
        CapacityWord::WouldRefuseAtMost => "Would refuse at most",
        CapacityWord::ShareOfTheCalls => "Of the calls",
        CapacityWord::DefineRefusedExactly => {
            "Exactly, to the second: a refused call takes no line, so that later ones find one. Of calls that begin \
                in the same second the shorter come first. Calls that would be tried again are not known of."
        }
        CapacityWord::DefineRefusedAtMost => {
            "A bound, as there are many calls: those that began while so many lines were held, all others having been \
                let through. Fewer calls would really be refused. Filter by a shorter time for the exact number."
        }
        CapacityWord::WhatIfTable => "Limits of lines",
        CapacityWord::NoLinesHeld => "None of these calls held a line, so that no limit would have refused any.",
    }
}
