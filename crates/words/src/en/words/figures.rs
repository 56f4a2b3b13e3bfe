//! Words of the figures of calls and what they mean.

use crate::FigureWord;

/// The text of each.
pub(super) fn text(word: FigureWord) -> &'static str {
    match word {
        FigureWord::Fee => "Fee",
        FigureWord::Cost => "Cost",
        FigureWord::Figures => "Figures",
        FigureWord::Calls => "Calls",
        FigureWord::Answered => "Answered",
        FigureWord::Asr => "ASR",
        FigureWord::AsrLong => "Answer seizure ratio",
        FigureWord::Ner => "NER",
        FigureWord::NerLong => "Network effectiveness ratio",
        FigureWord::Seer => "SEER",
        FigureWord::SeerLong => "Session establishment effectiveness ratio",
        FigureWord::Isa => "ISA",
        FigureWord::IsaLong => "Ineffective session attempts",
        FigureWord::DefineNer => {
            "Network effectiveness ratio: (answered + called party busy + no answer + rejected + not reachable + \
                caller gave up + wrong number) / all calls x 100: what the network did right, whatever the user did. \
                Source: ITU-T E.425; that wrong numbers and callers who gave up count is our choice, practice differs."
        }
        FigureWord::DefineSeer => {
            "Session establishment effectiveness ratio: (answered + 480, 486, 600, 603) / (all calls - 3xx) x 100. \
                Counts SIP status codes only. Source: RFC 6076 4.7."
        }
        FigureWord::DefineIsa => {
            "Ineffective session attempts: (408 + 500 + 503 + 504) / all calls x 100. Counts SIP status codes only. \
                Source: RFC 6076 4.8."
        }
        FigureWord::Acd => "ACD",
        FigureWord::AcdLong => "Average call duration",
        FigureWord::TalkMinutes => "Talk minutes",
        FigureWord::Period => "Period",
        FigureWord::FirstStart => "First call",
        FigureWord::LastStart => "Last call",
        FigureWord::DefineCalls => {
            "Seizures: every row that could be read as a call, answered or not. Rows that could not be read are not \
                among them; they are counted on the page Files. Source: ITU-T E.600."
        }
        FigureWord::DefineAnswered => {
            "Calls with talk time: holdtime above 0; where a row has no holdtime, feetime; where it has neither, \
                stoptime less starttime. Never decided from the end reason."
        }
        FigureWord::DefineAsr => {
            "Answer seizure ratio: answered calls / all calls x 100, in percent. Source: ITU-T E.425 and E.411. Below \
                30 calls it is weak and is shown with its 95 % interval (Wilson)."
        }
        FigureWord::DefineAcd => {
            "Average call duration: talk time / answered calls, shown as minutes and seconds. Source: ITU-T E.425 and \
                E.437."
        }
        FigureWord::DefineTalkMinutes => {
            "Talk time of all answered calls in minutes. Billed minutes may differ, by rounding."
        }
        FigureWord::DefinePeriod => {
            "From the start of the first call to the start of the last one. VOS3000 stores the start of an answered \
                call as the moment of the answer, most likely, and of any other as the moment of its end."
        }
        FigureWord::NoCalls => "no calls",
        FigureWord::NoAnsweredCalls => "no answered calls",
        FigureWord::AsrNotMeasurable => "not measurable",
        FigureWord::FailuresMissing => {
            "Every call in these files is answered, so they most likely hold no failed calls at all: the switch does \
                not write them while SS_CDR_RECORD_NONCONNECT is off. There is no answer seizure ratio without them. \
                Switch it on, or export from e_cdr, to see why calls fail."
        }
        FigureWord::TalkTime => "Talk time",
    }
}
