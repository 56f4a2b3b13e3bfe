//! What most counts of a call hang on, as one number.
//!
//! A report counts some two dozen things of each call: answered ones, those whose fee is known, those of each outcome.
//! All of that hangs on the end reason and on a few things that are true of the call or not. There are some hundred
//! combinations of these in a file, so a block keeps the number of each call's combination, its kind. To count two
//! dozen things of a group is to count its calls of each kind.

use calls::{Call, HangUpSide};
use rustc_hash::FxHashMap;

/// Answered calls of at most so many seconds are short.
pub const SHORT_SECONDS: u32 = 6;

/// A call with a longer post-dial delay was slow to ring: 8 s is the mean that ITU-T E.721 sets as the target for
/// international calls.
pub const SLOW_MILLIS: u32 = 8_000;

/// What stands for a booking on no account in VOS3000's billing mode.
const UNBOOKED: [&str; 2] = ["-1", "none"];

/// Whether a billing mode, as the file has it, stands for a booking on no account.
pub fn is_unbooked(mode: &str) -> bool {
    UNBOOKED.iter().any(|none| none.eq_ignore_ascii_case(mode.trim()))
}

/// Something that is true of a call or not, whatever its end reason means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u32)]
pub enum Trait {
    /// It has talk time.
    Answered,
    /// It was up when the file was written.
    InProgress,
    /// Answered, and of at most [`SHORT_SECONDS`].
    Short,
    /// The file says how long it is billed.
    BilledKnown,
    /// The file says what the customer is charged.
    FeeKnown,
    /// The file says what it costs.
    CostKnown,
    /// Answered, and the customer is charged nothing.
    AnsweredFree,
    /// Answered, and booked on no account.
    AnsweredUnbooked,
    /// It costs more than the customer is charged, both known.
    Loss,
    /// Answered, and the file says the post-dial delay.
    AnsweredDelayKnown,
    /// Answered, with a delay beyond [`SLOW_MILLIS`].
    SlowAnswered,
    /// The file says whether a vendor was reached.
    VendorKnown,
    /// A terminating gateway is named.
    VendorReached,
    /// The caller hung up.
    ByCaller,
    /// The callee hung up.
    ByCallee,
    /// The switch ended it.
    ByServer,
    /// It has talk time, billed time, a fee or a cost that is not 0: there is something to add up.
    HasWeight,
}

/// The end reason of a call, and what is true of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Kind {
    /// A number of [`super::Dictionaries::reason`].
    pub end_reason: u32,
    traits: u32,
}

impl Kind {
    fn of(call: &Call<'_>, end_reason: u32) -> Self {
        let answered = call.answered();
        let loss = call.fee.zip(call.cost).is_some_and(|(fee, cost)| cost > fee);
        let mut traits = 0;
        let mut note = |what: Trait, is: bool| traits |= u32::from(is) << what as u32;
        note(Trait::Answered, answered);
        note(Trait::InProgress, call.in_progress);
        note(Trait::Short, answered && call.talk_seconds <= SHORT_SECONDS);
        note(Trait::BilledKnown, call.billed_seconds.is_some());
        note(Trait::FeeKnown, call.fee.is_some());
        note(Trait::CostKnown, call.cost.is_some());
        note(Trait::AnsweredFree, answered && call.fee.is_some_and(|fee| fee.0 == 0));
        note(Trait::AnsweredUnbooked, answered && call.billing_mode.as_deref().is_some_and(is_unbooked));
        note(Trait::Loss, loss);
        note(Trait::AnsweredDelayKnown, answered && call.post_dial_delay_millis.is_some());
        note(Trait::SlowAnswered, answered && call.post_dial_delay_millis.is_some_and(|delay| delay > SLOW_MILLIS));
        note(Trait::VendorKnown, call.vendor_reached().is_some());
        note(Trait::VendorReached, call.vendor_reached() == Some(true));
        note(Trait::ByCaller, call.hang_up_side == Some(HangUpSide::Caller));
        note(Trait::ByCallee, call.hang_up_side == Some(HangUpSide::Callee));
        note(Trait::ByServer, call.hang_up_side == Some(HangUpSide::Server));
        let money = |amount: Option<calls::Money>| amount.is_some_and(|amount| amount.0 != 0);
        let is_billed = call.billed_seconds.is_some_and(|seconds| seconds > 0);
        note(Trait::HasWeight, answered || is_billed || money(call.fee) || money(call.cost));
        Self { end_reason, traits }
    }

    /// Whether something is true of the call.
    pub fn has(self, what: Trait) -> bool {
        self.traits >> what as u32 & 1 == 1
    }
}

/// The kinds of a shard, by their numbers.
#[derive(Debug, Default)]
pub(super) struct Kinds {
    all: Vec<Kind>,
    numbers: FxHashMap<Kind, u32>,
}

impl Kinds {
    pub(super) fn number(&mut self, call: &Call<'_>, end_reason: u32) -> u32 {
        let kind = Kind::of(call, end_reason);
        let next = calls::narrow::count(self.all.len());
        let number = *self.numbers.entry(kind).or_insert(next);
        if number == next {
            self.all.push(kind);
        }
        number
    }

    pub(super) fn all(&self) -> &[Kind] {
        &self.all
    }

    /// Bytes that they take, about.
    pub(super) fn bytes(&self) -> usize {
        self.all.len() * 3 * size_of::<Kind>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calls::Money;

    #[test]
    fn what_is_true_of_a_call() {
        let call = Call {
            talk_seconds: 5,
            fee: Some(Money(0)),
            cost: Some(Money(1)),
            billing_mode: Some("None ".into()),
            post_dial_delay_millis: Some(8001),
            terminating_gateway: Some("".into()),
            hang_up_side: Some(HangUpSide::Callee),
            ..Call::default()
        };
        let kind = Kind::of(&call, 3);
        use Trait::*;
        let yes = [
            Answered,
            Short,
            FeeKnown,
            CostKnown,
            AnsweredFree,
            AnsweredUnbooked,
            Loss,
            AnsweredDelayKnown,
            SlowAnswered,
            VendorKnown,
            ByCallee,
            HasWeight,
        ];
        let no = [InProgress, BilledKnown, VendorReached, ByCaller, ByServer];
        assert!(yes.into_iter().all(|what| kind.has(what)) && !no.into_iter().any(|what| kind.has(what)));
        let unanswered = Kind::of(&Call { talk_seconds: 0, ..call }, 3);
        assert!(!yes[..2].iter().any(|&what| unanswered.has(what)));
        assert_eq!(kind.end_reason, 3);
    }

    #[test]
    fn a_kind_has_one_number() {
        let mut kinds = Kinds::default();
        let (short, long) = (Call { talk_seconds: 1, ..Call::default() }, Call { talk_seconds: 9, ..Call::default() });
        assert_eq!([&short, &long, &short].map(|call| kinds.number(call, 0)), [0, 1, 0]);
        assert_eq!(kinds.number(&short, 1), 2);
        assert_eq!(kinds.all().len(), 3);
    }
}
