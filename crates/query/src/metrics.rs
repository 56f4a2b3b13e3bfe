//! The formulas. Each is a ratio of sums; over nothing it is `None`, never 0.

use knowledge::Outcome;

/// Fewer calls than this make a share weak: it is shown with its interval.
pub const WEAK_BELOW_CALLS: u64 = 30;

/// A share in percent, 0 to 100; `None` of nothing.
pub fn percent(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 * 100.0 / whole as f64)
}

/// Answer seizure ratio in percent: answered calls / seizures (ITU-T E.425, E.411).
pub fn answer_seizure_ratio(answered: u64, calls: u64) -> Option<f64> {
    percent(answered, calls)
}

/// Average call duration in seconds: talk time / answered calls (ITU-T E.425, E.437).
pub fn average_call_duration(talk_seconds: u64, answered: u64) -> Option<f64> {
    (answered > 0).then(|| talk_seconds as f64 / answered as f64)
}

/// Network effectiveness ratio in percent: answered and otherwise effective calls / calls (ITU-T E.425).
pub fn network_effectiveness_ratio(answered: u64, otherwise_effective: u64, calls: u64) -> Option<f64> {
    percent(answered + otherwise_effective, calls)
}

/// Whether the network did its part in an unanswered call of this outcome, whatever the user did (ITU-T E.425: user
/// busy, ring no answer, terminal rejection or unavailability). A wrong number and a caller who gave up count too:
/// practice differs there.
pub fn is_network_effective(class: Outcome) -> bool {
    use Outcome::*;
    matches!(class, UserBusy | NoAnswer | RejectedByUser | CallerGaveUp | NumberWrong | Unreachable)
}

/// SIP status codes that count as an effective attempt for SEER (RFC 6076 4.7).
pub const SEER_EFFECTIVE: [i32; 4] = [480, 486, 600, 603];

/// SIP status codes of ineffective attempts (RFC 6076 4.8).
pub const INEFFECTIVE: [i32; 4] = [408, 500, 503, 504];

/// Session establishment effectiveness ratio in percent: (answered + effective) / (attempts - redirected) (RFC 6076
/// 4.7).
pub fn session_establishment_effectiveness_ratio(
    answered: u64,
    effective: u64,
    attempts: u64,
    redirected: u64,
) -> Option<f64> {
    percent(answered + effective, attempts.saturating_sub(redirected))
}

/// Ineffective session attempts in percent of all (RFC 6076 4.8).
pub fn ineffective_session_attempts(ineffective: u64, attempts: u64) -> Option<f64> {
    percent(ineffective, attempts)
}

/// Margin in percent of the revenue; `None` of no revenue.
pub fn margin_share(revenue: f64, margin: f64) -> Option<f64> {
    (revenue > 0.0).then(|| margin * 100.0 / revenue)
}

/// An amount of money for each minute of talk time.
pub fn per_minute(amount: f64, talk_seconds: u64) -> Option<f64> {
    (talk_seconds > 0).then(|| amount * 60.0 / talk_seconds as f64)
}

/// Traffic in erlang: the seconds for which lines were held, for each second of the period (ITU-T E.600).
pub fn traffic_erlang(held_seconds: u64, period_seconds: f64) -> Option<f64> {
    (period_seconds > 0.0).then(|| held_seconds as f64 / period_seconds)
}

/// The Wilson 95 % interval of a share, in percent: where the true share most likely lies, given so few calls.
pub fn wilson_interval(part: u64, whole: u64) -> Option<(f64, f64)> {
    /// The 97.5 % point of the normal distribution.
    const Z: f64 = 1.959_964;
    let share = percent(part, whole)? / 100.0;
    let n = whole as f64;
    let denominator = 1.0 + Z * Z / n;
    let centre = (share + Z * Z / (2.0 * n)) / denominator;
    let half = Z * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt() / denominator;
    Some((((centre - half) * 100.0).max(0.0), ((centre + half) * 100.0).min(100.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ratios() {
        assert_eq!(answer_seizure_ratio(45, 100), Some(45.0));
        assert_eq!(answer_seizure_ratio(0, 0), None);
        assert_eq!(average_call_duration(540, 3), Some(180.0));
        assert_eq!(average_call_duration(0, 0), None);
    }

    #[test]
    fn the_interval_holds_the_share_and_narrows_with_more_calls() {
        // 3 of 10: 10.8 % to 60.3 %, as tables of Wilson's interval have it.
        let (low, high) = wilson_interval(3, 10).unwrap();
        assert!((low - 10.78).abs() < 0.01 && (high - 60.32).abs() < 0.01, "{low} {high}");
        let (low_of_many, high_of_many) = wilson_interval(300, 1000).unwrap();
        assert!(low < low_of_many && low_of_many < 30.0 && 30.0 < high_of_many && high_of_many < high);
        assert_eq!(wilson_interval(0, 0), None);
        assert_eq!(wilson_interval(0, 5).unwrap().0, 0.0);
    }
}
