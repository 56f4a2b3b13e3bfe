//! Words of several reports: how calls are put together, their tables and charts.

use crate::ReportWord;

/// The text of each.
pub(super) fn text(word: ReportWord) -> &'static str {
    match word {
        ReportWord::NothingToDraw => "There is nothing to draw in this selection.",
        ReportWord::SaveChart => "Save as",
        ReportWord::DataOfChart => "The data as a table",
        ReportWord::AtLeastCalls => "With at least so many calls",
        ReportWord::Total => "Total",
        ReportWord::NotAnswered => "Not answered",
        ReportWord::Unnamed => "(none)",
        ReportWord::ByCaller => "The caller",
        ReportWord::ByCallee => "The callee",
        ReportWord::ByServer => "The server",
        ReportWord::Digits => "Digits",
        ReportWord::LengthOfSteps => "Length of steps",
        ReportWord::ShownAs => "Shown as",
        ReportWord::MeasuredBy => "Measured by",
        ReportWord::AllCalls => "All calls",
        ReportWord::MetricColumns => "Columns",
        ReportWord::NoCountry => "no country",
        ReportWord::NotInList => "not in your list",
        ReportWord::PeriodToCompare => {
            "Filter by a period to see how the figures changed against the same time right before it. Without a \
                filter that needs two whole days of calls."
        }
        ReportWord::NothingBefore => {
            "The time right before this period is not in the files, or not all of it, so that there is no change to \
                show."
        }
        ReportWord::DragOrClick => "Drag over a chart to filter by a period. A click filters by what it hits.",
        ReportWord::OtherGroups => "All others",
        ReportWord::OthersNotTold => {
            "There are too many groups to tell this of all others together. The groups that are shown are complete."
        }
        ReportWord::WaitForFiles => "The files are being read. This page is there once they are.",
        ReportWord::BeingAsked => "The calls are being asked.",
        ReportWord::RemoveFilter => "Remove the filter",
        ReportWord::ShowCalls => "Show these calls",
        ReportWord::GroupCallsBy => "Break down by",
        ReportWord::Nothing => "nothing",
        ReportWord::NotSaid => "not said",
        ReportWord::WhatToDo => "What to do",
        ReportWord::AboutThisPrint => "About this print",
        ReportWord::PrintedAt => "Printed",
        ReportWord::Name => "Name",
        ReportWord::DragOverChart => "Drag over it to filter by a period.",
    }
}
