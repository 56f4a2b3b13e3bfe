//! Every way in which a call of the sample ends, and how the two numberings of end reason number it.
//!
//! The guide counts from 1 to 25. Live systems store a signed number: a SIP status or a Q.850 cause where a
//! vendor refused, a negative one where the softswitch decided. Of the negative ones only -7, -8, -9 and -69 are known;
//! the others here are stand-ins, as a real system has numbers that nobody has named yet.

use super::spec::Numbering;
use super::world::vendors::Signalling;

/// Who ended a call, as `enddirection` numbers it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Caller = 0,
    Callee = 1,
    Server = 2,
}

/// How a call ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    // With talk time.
    CallerHangUp,
    CalleeHangUp,
    /// As a hang-up, but the guide has 1, normal clearing, for it.
    ClearedByCaller,
    ClearedByCallee,
    ForcedRelease,
    SessionTimeout,
    MediaLoss,
    PrepaidUsedUp,
    BalanceGone,
    // By the people at either end, before an answer.
    Cancelled,
    NoAnswer,
    Busy,
    Unavailable,
    Declined,
    Unallocated,
    // By the vendor.
    Congestion,
    ServerError,
    BadGateway,
    Forbidden,
    NoReply,
    GatewayTimeout,
    AddressIncomplete,
    NotAcceptableHere,
    NotAcceptable,
    // By the softswitch, before any vendor was tried.
    NoRoute,
    RouteNotFound,
    RateMissing,
    BalanceExhausted,
    AccountExpired,
    AccountDisabled,
    LineLimit,
    CallRateLimit,
    Blacklisted,
    NotSubscribed,
    LoginFailed,
    IllegalCall,
}

/// The vendor's faults, in the order of a vendor's weights.
pub(super) const FAULTS: [End; 9] = [
    End::Congestion,
    End::ServerError,
    End::BadGateway,
    End::Forbidden,
    End::NoReply,
    End::GatewayTimeout,
    End::AddressIncomplete,
    End::NotAcceptableHere,
    End::NotAcceptable,
];

/// What the people at either end do instead of answering, and how often: on fixed phones, on mobile ones.
pub(super) const UNANSWERED: [End; 6] =
    [End::Cancelled, End::NoAnswer, End::Busy, End::Unavailable, End::Declined, End::Unallocated];
pub(super) const UNANSWERED_FIXED: [u32; 6] = [38, 26, 18, 5, 3, 10];
pub(super) const UNANSWERED_MOBILE: [u32; 6] = [35, 18, 13, 22, 8, 4];

impl End {
    /// The guide's number, SIP's, Q.850's, and the side.
    #[rustfmt::skip]
    fn facts(self) -> (i32, i32, i32, Side) {
        use Side::{Callee, Caller, Server};
        match self {
            End::CallerHangUp      => (11,  -7,  -7, Caller),
            End::CalleeHangUp      => (12,  -8,  16, Callee),
            End::ClearedByCaller   => ( 1,  -7,  -7, Caller),
            End::ClearedByCallee   => ( 1,  -8,  16, Callee),
            End::ForcedRelease     => (13, -46, -46, Server),
            End::SessionTimeout    => (14, -45, -45, Server),
            End::MediaLoss         => (15, -44, -44, Server),
            End::PrepaidUsedUp     => (24, -47, -47, Server),
            End::BalanceGone       => ( 8, -36, -36, Server),
            End::Cancelled         => (11,  -7,  -7, Caller),
            End::NoAnswer          => ( 3, 487,  19, Callee),
            End::Busy              => ( 2, 486,  17, Callee),
            End::Unavailable       => ( 3, 480,  20, Callee),
            End::Declined          => (23, 603,  21, Callee),
            End::Unallocated       => ( 4, 404,   1, Callee),
            End::Congestion        => ( 5, 503,  34, Callee),
            End::ServerError       => ( 5, 500,  41, Callee),
            End::BadGateway        => ( 5, 502,  38, Callee),
            End::Forbidden         => (23, 403,  21, Callee),
            End::NoReply           => (21, 408,  18, Callee),
            End::GatewayTimeout    => ( 5, 504, 102, Callee),
            End::AddressIncomplete => ( 4, 484,  28, Callee),
            End::NotAcceptableHere => (23, 488,  88, Callee),
            End::NotAcceptable     => (23, 606,  31, Callee),
            End::NoRoute           => (22, -69, -69, Server),
            End::RouteNotFound     => ( 6, -69, -69, Server),
            End::RateMissing       => ( 7, -35, -35, Server),
            End::BalanceExhausted  => ( 8, -36, -36, Server),
            End::AccountExpired    => ( 9, -40, -40, Server),
            End::AccountDisabled   => (10, -41, -41, Server),
            End::LineLimit         => (18, -37, -37, Server),
            End::CallRateLimit     => (19, -38, -38, Server),
            End::Blacklisted       => (20, -42, -42, Server),
            End::NotSubscribed     => (25, -43, -43, Server),
            End::LoginFailed       => (16,  -9,  -9, Server),
            End::IllegalCall       => (17,  -9,  -9, Server),
        }
    }

    /// The end reason and the side that `codes` have for this end on a gateway that speaks `signalling`.
    pub(super) fn coded(self, codes: Numbering, signalling: Signalling) -> (i32, Side) {
        let (guide, sip, q850, side) = self.facts();
        match codes {
            // To the guide an unreachable gateway is the server's finding; in live data 408 counts to the callee.
            Numbering::Guide if self == End::NoReply => (guide, Side::Server),
            Numbering::Guide => (guide, side),
            Numbering::Live if signalling == Signalling::H323 => (q850, side),
            Numbering::Live => (sip, side),
        }
    }

    /// Whether the switch never got as far as a price for the call.
    pub(super) fn before_rating(self) -> bool {
        matches!(
            self,
            End::RateMissing
                | End::RouteNotFound
                | End::AccountExpired
                | End::AccountDisabled
                | End::LoginFailed
                | End::IllegalCall
        )
    }

    /// Whether nobody is charged for the call by any billing mode, as the guide has it for its reasons 6, 7, 8.
    pub(super) fn unbillable(self) -> bool {
        matches!(self, End::RateMissing | End::RouteNotFound | End::NoRoute | End::BalanceExhausted)
    }

    /// The `Reason:` header behind a SIP refusal, from a vendor that sends one.
    pub(super) fn reason_header(self) -> Option<&'static str> {
        match self {
            End::Busy => Some("Q.850;cause=17;text=\"User busy\""),
            End::NoAnswer => Some("Q.850;cause=19;text=\"No answer from the user\""),
            End::Unavailable => Some("Q.850;cause=20;text=\"Subscriber absent\""),
            End::Declined | End::Forbidden => Some("Q.850;cause=21;text=\"Call rejected\""),
            End::Unallocated => Some("Q.850;cause=1;text=\"Unallocated (unassigned) number\""),
            End::Congestion => Some("Q.850;cause=34;text=\"No circuit/channel available\""),
            _ => None,
        }
    }
}
