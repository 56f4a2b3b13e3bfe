//! Words of quality: delays, short calls and hang-ups.

use crate::QualityWord;

/// The text of each.
pub(super) fn text(word: QualityWord) -> &'static str {
    match word {
        QualityWord::ShortAnswered => "Short",
        QualityWord::DefineShortAnswered => "Answered calls of at most 6 seconds.",
        QualityWord::QualityBy => "Quality by",
        QualityWord::DelaySpread => "How long the set-up took",
        QualityWord::DelaySpreadHint => {
            "Calls by their post-dial delay. The steps grow, so that a bar is not as wide as it looks. A click on a \
                bar filters by its calls."
        }
        QualityWord::HowLongSetUpTook => "how long the set-up took (post-dial delay)",
        QualityWord::TalkSpread => "How long was talked",
        QualityWord::TalkSpreadHint => {
            "Answered calls by their talk time. The steps grow, so that a bar is not as wide as it looks. A click on \
                a bar filters by its calls."
        }
        QualityWord::DelayAgainstAsr => "Post-dial delay against ASR",
        QualityWord::DelayAgainstAsrHint => {
            "To the right slow, at the top often answered; as large as its calls are many. Delays are the median of \
                answered calls. A click on a point filters by it."
        }
        QualityWord::DelaysByGroup => "Post-dial delays",
        QualityWord::DelaysByGroupHint => {
            "What half, 90 % and 95 % of the calls did not exceed, of answered and of failed calls apart; at most 2.5 \
                % off (ITU-T E.721)."
        }
        QualityWord::AnsweredWithDelay => "Answered",
        QualityWord::FailedWithDelay => "Failed",
        QualityWord::DefineWithDelay => "Calls of which the files say the post-dial delay.",
        QualityWord::ShortCallsByGroup => "Short calls",
        QualityWord::ShortCallsHint => {
            "Answered calls of at most 6 seconds. Many of them are a sign of false answers or of no audio. They are \
                sorted by the least that the share likely is, so that a few calls lead no list."
        }
        QualityWord::LikelyFrom => "Likely from",
        QualityWord::LikelyTo => "Likely to",
        QualityWord::DefineLikely => {
            "Where the true share lies with a probability of 95 %, given so few calls (Wilson)."
        }
        QualityWord::HangUpsByGroup => "Who hung up answered calls",
        QualityWord::HangUpsHint => {
            "Of the answered calls of which the files say who hung up. Those that the server ended were cut off: by \
                balance, a session timer, a lost media stream or a lost gateway."
        }
        QualityWord::WhoHungUp => "who hung up",
        QualityWord::OfAnsweredCalls => "Of answered calls",
        QualityWord::SideKnown => "Answered",
        QualityWord::DefineSideKnown => "Answered calls of which the files say who hung up.",
        QualityWord::DefineHangUpShare => "Answered calls that this side hung up, of those of which the files say it.",
        QualityWord::CutCalls => "Cut calls",
        QualityWord::DefineCutCalls => {
            "Answered calls that the server ended. Beside it, where their share likely lies."
        }
        QualityWord::Codecs => "Codecs",
        QualityWord::WhichCodec => "which codec was used",
    }
}
