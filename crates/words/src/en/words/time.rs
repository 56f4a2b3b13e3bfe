//! Words of calls over time.

use crate::TimeWord;

/// The text of each.
pub(super) fn text(word: TimeWord) -> &'static str {
    match word {
        TimeWord::AutomaticStep => "as suits the period",
        TimeWord::StackedUp => "stacked",
        TimeWord::AsLines => "lines",
        TimeWord::ChartBy => "Split by",
        TimeWord::CallsAndAnswered => "Calls and answered calls",
        TimeWord::MoneyInTime => "Revenue, cost and margin",
        TimeWord::DelaysOverTime => "Post-dial delay of answered calls",
        TimeWord::HoursOfWeek => "Hours of the week",
        TimeWord::HoursOfWeekExplained => {
            "By the start of the call, in the zone that times are shown in. Days of the week that the files hold more \
                often have more calls. A click filters by day and hour."
        }
        TimeWord::LongerSteps => {
            "Steps as short as chosen would be too many for this period; these are the shortest that are not."
        }
    }
}
