//! The sums of a group of calls, and the metrics made of them.

use super::super::evidence::Delays;
use super::super::metrics;
use super::amount::Amount;
use calls::{EpochMillis, HangUpSide};
use serde::{Deserialize, Serialize};

/// What merges by addition.
trait Sum {
    fn add(&mut self, other: &Self);
}

impl Sum for u64 {
    fn add(&mut self, other: &u64) {
        *self += other;
    }
}

impl Sum for [u64; 3] {
    fn add(&mut self, other: &[u64; 3]) {
        self.iter_mut().zip(other).for_each(|(mine, theirs)| *mine += theirs);
    }
}

impl Sum for Amount {
    fn add(&mut self, other: &Amount) {
        self.0 += other.0;
    }
}

impl Sum for Delays {
    fn add(&mut self, other: &Delays) {
        self.merge(other);
    }
}

macro_rules! measures {
    ($($(#[$doc:meta])* $name:ident: $type:ty,)*) => {
        /// Sums over calls. They merge exactly, in any order; ratios are made of merged sums by the methods, each of
        /// them `None` over nothing.
        #[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(into = "Flat", from = "Flat")]
        pub struct Measures {
            $($(#[$doc])* pub $name: $type,)*
            /// Start of the first call.
            pub first_start: Option<EpochMillis>,
            /// Start of the last call.
            pub last_start: Option<EpochMillis>,
        }

        impl Measures {
            /// Adds the sums of other calls.
            pub fn merge(&mut self, other: &Measures) {
                $(self.$name.add(&other.$name);)*
                self.first_start = [self.first_start, other.first_start].into_iter().flatten().min();
                self.last_start = self.last_start.max(other.last_start);
            }
        }

        /// As it travels: a list, since the names of all sums in each of thousands of rows would be most of the
        /// message.
        #[derive(Serialize, Deserialize)]
        struct Flat($($type,)* Option<EpochMillis>, Option<EpochMillis>);

        impl From<Measures> for Flat {
            fn from(measures: Measures) -> Self {
                let Measures { $($name,)* first_start, last_start } = measures;
                Self($($name,)* first_start, last_start)
            }
        }

        impl From<Flat> for Measures {
            fn from(Flat($($name,)* first_start, last_start): Flat) -> Self {
                Self { $($name,)* first_start, last_start }
            }
        }
    };
}

measures! {
    /// Calls (seizures, attempts), those that were up when the file was written too.
    calls: u64,
    /// Calls with talk time.
    answered: u64,
    /// Unanswered calls in which the network did its part ([`metrics::is_network_effective`]).
    effective_unanswered: u64,
    /// Calls, answered or not, whose end reason is a SIP status: without any, SEER and ISA say nothing.
    ended_by_sip: u64,
    /// Unanswered calls that ended with a SIP status from 300 to 399.
    redirected: u64,
    /// Unanswered calls that ended with one of [`metrics::SEER_EFFECTIVE`].
    seer_effective: u64,
    /// Unanswered calls that ended with one of [`metrics::INEFFECTIVE`].
    ineffective: u64,
    /// Calls that were up when the file was written.
    in_progress: u64,
    /// Talk time in seconds.
    talk_seconds: u64,
    /// Talk time in seconds, that of each call rounded up to whole six seconds.
    sixes_seconds: u64,
    /// Talk time in seconds, that of each call rounded up to whole minutes.
    full_minutes_seconds: u64,
    /// Seconds for which calls held a line, from start to stop, as [`super::super::Load`] counts them.
    held_seconds: u64,
    /// Billed time in seconds, where the file says.
    billed_seconds: u64,
    /// Calls of which the file says the billed time.
    billed_known: u64,
    /// Talk time of these, in seconds: billing slack is `billed_seconds` less this.
    billed_talk_seconds: u64,
    /// Answered calls of at most [`store::SHORT_SECONDS`].
    short_calls: u64,
    /// Answered calls of which the file says the post-dial delay.
    answered_delay_known: u64,
    /// Those of these with one beyond [`store::SLOW_MILLIS`].
    slow_answered: u64,
    /// What customers are charged, where the file says.
    fee: Amount,
    /// Calls of which the file says the fee.
    fee_known: u64,
    /// What customers are charged for calls without talk time.
    fee_of_unanswered: Amount,
    /// What calls cost, where the file says.
    cost: Amount,
    /// Calls of which the file says the cost.
    cost_known: u64,
    /// Answered calls whose fee is known and 0.
    answered_free: u64,
    /// Answered calls that were booked on no account: billing mode `-1` or `none`.
    answered_unbooked: u64,
    /// Calls that cost more than the customer is charged, where both are known.
    loss_calls: u64,
    /// By how much, of these calls together.
    loss: Amount,
    /// Calls that the caller, the callee and the server hung up, where the file says.
    hung_up: [u64; 3],
    /// Answered calls likewise: those that the server ended were cut off.
    hung_up_answered: [u64; 3],
    /// Calls of a file that says whether a vendor was reached.
    vendor_known: u64,
    /// Calls for which a terminating gateway is named.
    vendor_reached: u64,
    /// Post-dial delays of answered calls, where the question asks for delays and the file says.
    answered_delays: Delays,
    /// Those of unanswered calls.
    unanswered_delays: Delays,
}

impl Measures {
    /// Calls without talk time.
    pub fn unanswered(&self) -> u64 {
        self.calls - self.answered
    }

    /// Answer seizure ratio in percent.
    pub fn asr_percent(&self) -> Option<f64> {
        metrics::answer_seizure_ratio(self.answered, self.calls)
    }

    /// The Wilson 95 % interval of the answer seizure ratio, in percent.
    pub fn asr_interval(&self) -> Option<(f64, f64)> {
        metrics::wilson_interval(self.answered, self.calls)
    }

    /// There are so few calls that shares of them are weak, and are shown with their interval.
    pub fn is_weak(&self) -> bool {
        self.calls < metrics::WEAK_BELOW_CALLS
    }

    /// Network effectiveness ratio in percent.
    pub fn ner_percent(&self) -> Option<f64> {
        metrics::network_effectiveness_ratio(self.answered, self.effective_unanswered, self.calls)
    }

    /// Whether any call ended with a SIP status: without one, SEER and ISA say nothing.
    pub fn has_sip(&self) -> bool {
        self.ended_by_sip > 0
    }

    /// Session establishment effectiveness ratio in percent.
    pub fn seer_percent(&self) -> Option<f64> {
        let Self { answered, seer_effective, calls, redirected, .. } = *self;
        metrics::session_establishment_effectiveness_ratio(answered, seer_effective, calls, redirected)
    }

    /// Ineffective session attempts in percent.
    pub fn isa_percent(&self) -> Option<f64> {
        metrics::ineffective_session_attempts(self.ineffective, self.calls)
    }

    /// Average call duration in seconds.
    pub fn acd_seconds(&self) -> Option<f64> {
        metrics::average_call_duration(self.talk_seconds, self.answered)
    }

    /// Minutes of use: talk time.
    pub fn minutes(&self) -> f64 {
        self.talk_seconds as f64 / 60.0
    }

    /// Billed minutes; `None` where the files do not say.
    pub fn billed_minutes(&self) -> Option<f64> {
        (self.billed_known > 0).then(|| self.billed_seconds as f64 / 60.0)
    }

    /// Billed seconds less talk seconds, over the calls of which the files say what was billed.
    pub fn billing_slack_seconds(&self) -> Option<i64> {
        (self.billed_known > 0).then(|| self.billed_seconds as i64 - self.billed_talk_seconds as i64)
    }

    /// Short calls in percent of answered ones.
    pub fn short_percent(&self) -> Option<f64> {
        metrics::percent(self.short_calls, self.answered)
    }

    /// Answered calls with a post-dial delay beyond [`store::SLOW_MILLIS`], in percent of those of which the files say
    /// it.
    pub fn slow_percent(&self) -> Option<f64> {
        metrics::percent(self.slow_answered, self.answered_delay_known)
    }

    /// Calls that a side hung up, in percent of those of which the files say who did.
    pub fn hung_up_percent(&self, side: HangUpSide) -> Option<f64> {
        metrics::percent(self.hung_up[side as usize], self.hung_up.iter().sum())
    }

    /// Answered calls that a side hung up, likewise: those that the server ended were cut off.
    pub fn hung_up_answered_percent(&self, side: HangUpSide) -> Option<f64> {
        metrics::percent(self.hung_up_answered[side as usize], self.hung_up_answered.iter().sum())
    }

    /// Calls for which a vendor was reached, in percent of those of which the files say it.
    pub fn vendor_reached_percent(&self) -> Option<f64> {
        metrics::percent(self.vendor_reached, self.vendor_known)
    }

    /// Revenue less cost; `None` where the files do not say both.
    pub fn margin(&self) -> Option<Amount> {
        (self.fee_known > 0 && self.cost_known > 0).then(|| Amount(self.fee.0 - self.cost.0))
    }

    /// Margin in percent of the revenue.
    pub fn margin_percent(&self) -> Option<f64> {
        metrics::margin_share(self.fee.units(), self.margin()?.units())
    }

    /// Revenue per minute of talk time, in the files' currency.
    pub fn fee_per_minute(&self) -> Option<f64> {
        metrics::per_minute((self.fee_known > 0).then(|| self.fee.units())?, self.talk_seconds)
    }

    /// Cost per minute of talk time.
    pub fn cost_per_minute(&self) -> Option<f64> {
        metrics::per_minute((self.cost_known > 0).then(|| self.cost.units())?, self.talk_seconds)
    }

    /// Margin per minute of talk time.
    pub fn margin_per_minute(&self) -> Option<f64> {
        metrics::per_minute(self.margin()?.units(), self.talk_seconds)
    }

    /// The traffic in erlang, given the period that the calls are of: lines in use, on average.
    pub fn traffic_erlang(&self, period_seconds: f64) -> Option<f64> {
        metrics::traffic_erlang(self.held_seconds, period_seconds)
    }

    /// The post-dial delay that `share` (0 to 1) of the answered calls do not exceed, in milliseconds, at most 2.5 %
    /// off.
    pub fn answered_delay_millis(&self, share: f64) -> Option<f64> {
        self.answered_delays.percentile_millis(share)
    }

    /// That of unanswered calls.
    pub fn unanswered_delay_millis(&self, share: f64) -> Option<f64> {
        self.unanswered_delays.percentile_millis(share)
    }
}
