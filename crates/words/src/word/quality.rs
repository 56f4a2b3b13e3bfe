//! Words of quality: delays, short calls and hang-ups.

/// Their texts are in `words/quality.rs` of each language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // Each is what its text in a language's table says.
pub enum QualityWord {
    ShortAnswered,
    DefineShortAnswered,
    QualityBy,
    DelaySpread,
    DelaySpreadHint,
    HowLongSetUpTook,
    TalkSpread,
    TalkSpreadHint,
    DelayAgainstAsr,
    DelayAgainstAsrHint,
    DelaysByGroup,
    DelaysByGroupHint,
    AnsweredWithDelay,
    FailedWithDelay,
    DefineWithDelay,
    ShortCallsByGroup,
    ShortCallsHint,
    LikelyFrom,
    LikelyTo,
    DefineLikely,
    HangUpsByGroup,
    HangUpsHint,
    WhoHungUp,
    OfAnsweredCalls,
    SideKnown,
    DefineSideKnown,
    DefineHangUpShare,
    CutCalls,
    DefineCutCalls,
    Codecs,
    WhichCodec,
}
