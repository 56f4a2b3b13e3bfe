//! Words of the break-down.

use crate::BreakdownWord;

/// The text of each.
pub(super) fn text(word: BreakdownWord) -> &'static str {
    match word {
        BreakdownWord::AndBy => "and by",
        BreakdownWord::AsTable => "a table",
        BreakdownWord::AsMatrix => "rows and columns",
        BreakdownWord::VendorByDestination => "Vendor by destination",
        BreakdownWord::DownInto => "A click on a row filters by it, and breaks its calls down by",
        BreakdownWord::WayDown => "The way down",
        BreakdownWord::AttemptsAndCalls => "Attempts and calls",
        BreakdownWord::AttemptsPerCall => "Attempts per call",
        BreakdownWord::DefineAttemptsPerCall => "Rows with a Call-ID, divided by the different Call-IDs in them.",
        BreakdownWord::CallsByCallId => "Calls by Call-ID",
        BreakdownWord::DefineCallsByCallId => {
            "Rows with the same Call-ID are attempts of one call. Different Call-IDs, counted."
        }
        BreakdownWord::AnsweredInTheEnd => "Calls answered in the end",
        BreakdownWord::DefineAnsweredInTheEnd => "Calls of which any attempt has talk time, of all calls by Call-ID.",
        BreakdownWord::TriedAgain => "Tried more than once",
        BreakdownWord::DefineTriedAgain => "Calls with more attempts than one, of all calls by Call-ID.",
        BreakdownWord::CallIds => "Call-IDs, by which attempts of the same call are known",
    }
}
