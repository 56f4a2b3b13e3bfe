//! Words of end reasons, and of how numbers are read as them.

use crate::EndReasonWord;

/// The text of each.
pub(super) fn text(word: EndReasonWord) -> &'static str {
    match word {
        EndReasonWord::OnlyThisReason => "Filter by this end reason",
        EndReasonWord::DefineShare => "Calls with this end reason / all calls x 100, in percent.",
        EndReasonWord::DefineTalkTime => "Talk time of the calls with this end reason, as hours, minutes and seconds.",
        EndReasonWord::DefineCategory => {
            "The guide's ten categories of end reasons. SIP and Q.850 codes are placed in them by us; Protocol and \
                Unknown are ours."
        }
        EndReasonWord::DefineImpact => {
            "How much it hurts, from low to critical. For the guide's 25 end reasons it is the impact of their group \
                in the guide; for all others, and for 4, 13 and 23, which have no group, it is our placing. Sorted by \
                impact, the table begins with what to look at first: unanswered calls weighed by impact."
        }
        EndReasonWord::DefineFamily => {
            "Where the code comes from: the guide's list of 25, the switch's own negative numbers, a SIP status, a \
                Q.850 cause, or words."
        }
        EndReasonWord::ExportJson => "Export JSON",
        EndReasonWord::Print => "Print",
        EndReasonWord::EndReasons => "End reasons",
        EndReasonWord::EndReasonsHint => "Choose a name to see what it means and what to do.",
        EndReasonWord::Code => "Code",
        EndReasonWord::Family => "Family",
        EndReasonWord::Category => "Category",
        EndReasonWord::Impact => "Impact",
        EndReasonWord::Share => "Share",
        EndReasonWord::GroupBy => "Group by",
        EndReasonWord::NoGroups => "Nothing",
        EndReasonWord::NotKnown => "Not known",
        EndReasonWord::TopVendors => "Terminating gateways",
        EndReasonWord::TopCustomers => "Originating gateways",
        EndReasonWord::TopPrefixes => "Called numbers beginning with",
        EndReasonWord::NumbersReadAs => "Numbers read as",
        EndReasonWord::NumberingByEvidence => "As each file's own calls tell",
        EndReasonWord::NumberingGuide => "The guide's end reasons 1 to 25",
        EndReasonWord::NumberingLive => "Live codes: negative, Q.850, SIP",
        EndReasonWord::NothingInDoubt => "No number in them can be read in two ways.",
        EndReasonWord::NumberingWouldHelp => {
            "What would tell: answered calls, the columns enddirection and calleegatewayid, or more files of the same \
                switch."
        }
        EndReasonWord::AgainstKind => "What does not fit, in calls",
        EndReasonWord::AgainstShown => "This reading",
        EndReasonWord::AgainstOther => "The other",
        EndReasonWord::AgainstNotInList => "The number is in the other list only",
        EndReasonWord::AgainstAnswered => "Answered, though the reason cannot end an answered call",
        EndReasonWord::AgainstHangUpSide => "Hung up by another side than the reason says (weak: four count as one)",
        EndReasonWord::AgainstGateway => {
            "Reached a vendor or did not, against what the reason says (weak: four count as one)"
        }
        EndReasonWord::NumberingRule => {
            "A call that does not fit is a point; where only who hung up or the gateway does not fit, a quarter of \
                one. The reading with fewer points against it is taken. It is sure when the other has more than ten \
                times as many, at least one, and one for every hundred calls on the numbers 1 to 25."
        }
        EndReasonWord::Meaning => "What it means",
        EndReasonWord::UsualCause => "Usual cause",
        EndReasonWord::InTheseFiles => "In these files",
        EndReasonWord::Source => "Source",
        EndReasonWord::ReasonNotKnown => "What this end reason means is not known: no public source names it.",
        EndReasonWord::ReasonNotKnownAction => {
            "Look at who hung up and whether a vendor was reached, below. Then open one such call in the softswitch's \
                own client: it shows the reason in words."
        }
        EndReasonWord::PartlyKnown => "Not certain: the meaning is inferred from live data.",
        EndReasonWord::WithoutTalkTime => "Without talk time",
        EndReasonWord::WhereItLies => "Where it lies",
        EndReasonWord::PlacedByCalls => "(told by who hung up these calls, and whether they reached a vendor)",
        EndReasonWord::ChooseAReason => {
            "Choose an end reason in the table to see what it means, its usual cause and what to do."
        }
        EndReasonWord::Outcome => "Outcome",
        EndReasonWord::WordingNotVerified => "The Chinese wording is a translation that was not seen in a client.",
        EndReasonWord::GuideNoGroup => {
            "The guide puts codes 4, 13 and 23 into none of its six groups. Their impact is our own placing."
        }
        EndReasonWord::GuideFiveTwice => {
            "The guide's code table has it under Network, its group table under Capacity/Timeout. The category here \
                follows the code table, the impact the group table."
        }
        EndReasonWord::Yours => "yours",
    }
}
