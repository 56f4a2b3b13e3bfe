//! The metrics that reports show, chart and compare, each by one name.

use super::table::Measures;
use calls::HangUpSide;
use serde::{Deserialize, Serialize};

/// What a value is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Calls.
    Count,
    /// 0 to 100, or below 0 for a margin.
    Percent,
    /// A length of time in seconds.
    Seconds,
    /// A delay in milliseconds.
    Millis,
    /// Minutes.
    Minutes,
    /// The currency of the files.
    Money,
    /// That for a minute.
    MoneyPerMinute,
}

macro_rules! metrics {
    ($($(#[$doc:meta])* $name:ident, $key:literal, $unit:ident, $value:expr;)*) => {
        /// A metric; its formula stands in [`super::metrics`] and [`Measures`].
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Metric {
            $($(#[$doc])* #[serde(rename = $key)] $name,)*
        }

        impl Metric {
            /// All of them, in the order in which a person is offered them.
            pub const ALL: &[Metric] = &[$(Metric::$name,)*];

            /// Stands for it in addresses and in what a browser keeps.
            pub fn key(self) -> &'static str {
                match self {
                    $(Metric::$name => $key,)*
                }
            }

            /// What its values are counted in.
            pub fn unit(self) -> Unit {
                match self {
                    $(Metric::$name => Unit::$unit,)*
                }
            }

            /// Its value over some calls; `None` where it says nothing of them.
            pub fn value(self, measures: &Measures) -> Option<f64> {
                match self {
                    $(Metric::$name => {
                        let value: fn(&Measures) -> Option<f64> = $value;
                        value(measures)
                    })*
                }
            }
        }
    };
}

metrics! {
    /// Calls.
    Calls, "calls", Count, |of| Some(of.calls as f64);
    /// Calls with talk time.
    Answered, "answered", Count, |of| Some(of.answered as f64);
    /// Calls without.
    Unanswered, "unanswered", Count, |of| Some(of.unanswered() as f64);
    /// Answer seizure ratio.
    Asr, "asr", Percent, Measures::asr_percent;
    /// Network effectiveness ratio.
    Ner, "ner", Percent, Measures::ner_percent;
    /// Session establishment effectiveness ratio; only where calls ended with a SIP status.
    Seer, "seer", Percent, |of| of.seer_percent().filter(|_| of.has_sip());
    /// Ineffective session attempts, likewise.
    Isa, "isa", Percent, |of| of.isa_percent().filter(|_| of.has_sip());
    /// Average call duration.
    Acd, "acd", Seconds, Measures::acd_seconds;
    /// Talk time.
    Minutes, "minutes", Minutes, |of| Some(of.minutes());
    /// Billed time.
    BilledMinutes, "billed-minutes", Minutes, Measures::billed_minutes;
    /// Post-dial delay that half of the answered calls do not exceed.
    Pdd50, "pdd50", Millis, |of| of.answered_delay_millis(0.5);
    /// Post-dial delay that 95 % of the answered calls do not exceed.
    Pdd95, "pdd95", Millis, |of| of.answered_delay_millis(0.95);
    /// Post-dial delay that half of the unanswered calls do not exceed.
    FailedPdd50, "failed-pdd50", Millis, |of| of.unanswered_delay_millis(0.5);
    /// Post-dial delay that 95 % of the unanswered calls do not exceed.
    FailedPdd95, "failed-pdd95", Millis, |of| of.unanswered_delay_millis(0.95);
    /// Answered calls that took long to ring, of those of which files say it.
    SlowShare, "slow", Percent, Measures::slow_percent;
    /// Short calls among answered ones.
    ShortShare, "short", Percent, Measures::short_percent;
    /// Answered calls that the server ended, of those of which files say who did.
    CutByServer, "cut", Percent, |of| of.hung_up_answered_percent(HangUpSide::Server);
    /// What customers are charged.
    Fee, "fee", Money, |of| (of.fee_known > 0).then(|| of.fee.units());
    /// What calls cost.
    Cost, "cost", Money, |of| (of.cost_known > 0).then(|| of.cost.units());
    /// The difference.
    Margin, "margin", Money, |of| of.margin().map(|margin| margin.units());
    /// That of the fee.
    MarginShare, "margin-share", Percent, Measures::margin_percent;
    /// Fee for a minute of talk time.
    FeePerMinute, "fee-per-minute", MoneyPerMinute, Measures::fee_per_minute;
    /// Cost for a minute of talk time.
    CostPerMinute, "cost-per-minute", MoneyPerMinute, Measures::cost_per_minute;
    /// Answered calls without a fee.
    Unbilled, "unbilled", Count, |of| (of.fee_known > 0).then_some(of.answered_free as f64);
    /// Calls for which a vendor was reached, of those of which files say it.
    VendorReached, "vendor-reached", Percent, Measures::vendor_reached_percent;
}

impl Metric {
    /// The metric of a name that [`Metric::key`] gave.
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|metric| metric.key() == key)
    }

    /// Whether a table must have been asked with post-dial delays to tell it.
    pub fn needs_delays(self) -> bool {
        matches!(self, Metric::Pdd50 | Metric::Pdd95 | Metric::FailedPdd50 | Metric::FailedPdd95)
    }

    /// For a share of calls the part and the whole, by which it may be weak.
    pub fn share_of(self, measures: &Measures) -> Option<(u64, u64)> {
        match self {
            Metric::Asr => Some((measures.answered, measures.calls)),
            Metric::Ner => Some((measures.answered + measures.effective_unanswered, measures.calls)),
            Metric::Isa => Some((measures.ineffective, measures.calls)),
            Metric::ShortShare => Some((measures.short_calls, measures.answered)),
            Metric::SlowShare => Some((measures.slow_answered, measures.answered_delay_known)),
            Metric::VendorReached => Some((measures.vendor_reached, measures.vendor_known)),
            Metric::CutByServer => {
                let known = measures.hung_up_answered;
                Some((known[HangUpSide::Server as usize], known.iter().sum()))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_reads_back_and_nothing_is_said_of_nothing() {
        let nothing = Measures::default();
        for &metric in Metric::ALL {
            assert_eq!(Metric::parse(metric.key()), Some(metric));
            assert_eq!(serde_json::to_value(metric).unwrap(), metric.key());
            let counts = matches!(metric, Metric::Calls | Metric::Answered | Metric::Unanswered | Metric::Minutes);
            assert_eq!(metric.value(&nothing).is_some(), counts, "{metric:?}");
        }
    }

    #[test]
    fn shares_have_their_parts() {
        let some = Measures { calls: 10, answered: 4, short_calls: 1, ..Measures::default() };
        assert_eq!(Metric::Asr.share_of(&some), Some((4, 10)));
        assert_eq!(Metric::ShortShare.value(&some), Some(25.0));
        assert_eq!(Metric::Acd.share_of(&some), None);
    }
}
