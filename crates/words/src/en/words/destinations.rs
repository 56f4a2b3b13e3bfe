//! Words of destinations, routing prefixes and a person's own rates.

use crate::DestinationWord;

/// The text of each.
pub(super) fn text(word: DestinationWord) -> &'static str {
    match word {
        DestinationWord::RoutingPrefixes => "Routing prefixes",
        DestinationWord::RoutingPrefixesHint => {
            "What stands before called numbers to choose a route, and is no part of them. The longest that a number \
                begins with is taken off, here and on all pages. Kept in this browser."
        }
        DestinationWord::RoutingPrefixesExample => "9011, 77#",
        DestinationWord::TakeOff => "Take them off",
        DestinationWord::LargestDestinations => "The largest destinations",
        DestinationWord::ByCountry => "By country",
        DestinationWord::ByAreas => "By area",
        DestinationWord::AreasOf => "Areas of",
        DestinationWord::ByPrefix => "By prefix",
        DestinationWord::ByYourDestinations => "By your destinations",
        DestinationWord::NumbersOfNoCountry => "Numbers of no country",
        DestinationWord::NoCountryHint => {
            "No country code fits what these numbers begin with. They may be national or internal numbers, or a \
                routing prefix stands before them."
        }
        DestinationWord::CalledNumbers => "called numbers",
        DestinationWord::YourRates => "Your own destinations and rates",
        DestinationWord::YourRatesHint => {
            "Import a list, or drop it here: a prefix, a name and a rate for a minute in each line, with commas, \
                semicolons or tabs between them. It names destinations, and is compared with what the files charge. \
                Kept in this browser."
        }
        DestinationWord::ImportRates => "Import a list",
        DestinationWord::ExportRates => "Export the list",
        DestinationWord::ForgetRates => "Forget the list",
        DestinationWord::NoRates => {
            "No line of that file begins a number: it should have a column of prefixes, such as 44, one of names and \
                one of rates. Nothing was changed."
        }
        DestinationWord::RatesNotKept => {
            "The list is too large to be kept in this browser: it is used until this page is closed."
        }
        DestinationWord::LinesToLookAt => "Lines to look at",
        DestinationWord::YourDestination => "Destination",
        DestinationWord::TimeRated => "Time is rated",
        DestinationWord::RatedSeconds => "by the second (1/1)",
        DestinationWord::RatedSixes => "by six seconds (6/6)",
        DestinationWord::RatedMinutes => "by the minute (60/60)",
        DestinationWord::RatedAsBilled => "as the files say it was billed",
        DestinationWord::RatedTimeExplained => {
            "The rounding is yours to choose, no file says it. Each call's talk time is rounded up, then added. Rates \
                are taken as in the currency of the files, fees of unanswered calls are in the revenue, and \
                connection fees are not in the list."
        }
        DestinationWord::RatePerMinute => "Rate",
        DestinationWord::DefineRatePerMinute => "Your list's rate for a minute.",
        DestinationWord::RatedMinutesColumn => "Minutes rated",
        DestinationWord::DefineRatedMinutes => "Talk time, each call's rounded as chosen, or billed time.",
        DestinationWord::CostByList => "By your list",
        DestinationWord::DefineCostByList => "Minutes rated, times the rate.",
        DestinationWord::FeeOverList => "Revenue over list",
        DestinationWord::DefineFeeOverList => {
            "Revenue in the files, less what your list says. Below 0: customers are charged less than your list says."
        }
        DestinationWord::CostOverList => "Cost over list",
        DestinationWord::DefineCostOverList => {
            "Cost in the files, less what your list says. Above 0: the calls cost more than your list says."
        }
        DestinationWord::BilledTimes => "billed time",
    }
}
