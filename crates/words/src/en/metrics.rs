//! The metrics: their names in tables and charts, and what they are.

use query::Metric;

/// Its name, short enough for the head of a column.
pub(crate) fn metric(metric: Metric) -> &'static str {
    match metric {
        Metric::Calls => "Calls",
        Metric::Answered => "Answered",
        Metric::Unanswered => "Not answered",
        Metric::Asr => "ASR",
        Metric::Ner => "NER",
        Metric::Seer => "SEER",
        Metric::Isa => "ISA",
        Metric::Acd => "ACD",
        Metric::Minutes => "Minutes",
        Metric::BilledMinutes => "Billed minutes",
        Metric::Pdd50 => "PDD p50",
        Metric::Pdd95 => "PDD p95",
        Metric::FailedPdd50 => "PDD p50, failed",
        Metric::FailedPdd95 => "PDD p95, failed",
        Metric::SlowShare => "PDD over 8 s",
        Metric::ShortShare => "Short calls",
        Metric::CutByServer => "Cut by server",
        Metric::Fee => "Revenue",
        Metric::Cost => "Cost",
        Metric::Margin => "Margin",
        Metric::MarginShare => "Margin %",
        Metric::FeePerMinute => "Revenue a minute",
        Metric::CostPerMinute => "Cost a minute",
        Metric::Unbilled => "Not billed",
        Metric::VendorReached => "Vendor reached",
    }
}

/// What it is: of what, divided by what.
pub(crate) fn define_metric(metric: Metric) -> &'static str {
    match metric {
        Metric::Calls => "Seizures: every attempt in the selection, answered or not (ITU-T E.600).",
        Metric::Answered => "Calls with talk time, whatever their end reason says.",
        Metric::Unanswered => "Calls without talk time.",
        Metric::Asr => "Answer seizure ratio: answered calls of all calls (ITU-T E.425, E.411).",
        Metric::Ner => {
            "Network effectiveness ratio: answered calls, and those that the network brought to their end whatever \
                the user did, of all calls (ITU-T E.425)."
        }
        Metric::Seer => {
            "Session establishment effectiveness ratio: answered calls and those that ended with 480, 486, 600 or \
                603, of all but redirected ones (RFC 6076 4.7)."
        }
        Metric::Isa => {
            "Ineffective session attempts: calls that ended with 408, 500, 503 or 504, of all (RFC 6076 4.8)."
        }
        Metric::Acd => "Average call duration: talk time divided by answered calls (ITU-T E.425, E.437).",
        Metric::Minutes => "Minutes of use: talk time.",
        Metric::BilledMinutes => "Billed time, where the files say it.",
        Metric::Pdd50 => {
            "Post-dial delay that half of the answered calls do not exceed; at most 2.5 % off (ITU-T E.721)."
        }
        Metric::Pdd95 => {
            "Post-dial delay that 95 % of the answered calls do not exceed; at most 2.5 % off (ITU-T E.721)."
        }
        Metric::FailedPdd50 => "Post-dial delay that half of the unanswered calls do not exceed; at most 2.5 % off.",
        Metric::FailedPdd95 => "Post-dial delay that 95 % of the unanswered calls do not exceed; at most 2.5 % off.",
        Metric::SlowShare => {
            "Answered calls with a post-dial delay of more than 8 seconds, of the answered calls of which the files \
                say it."
        }
        Metric::ShortShare => "Answered calls of at most 6 seconds, of all answered calls.",
        Metric::CutByServer => {
            "Answered calls that the server ended, of the answered calls of which the files say who did."
        }
        Metric::Fee => "What customers are charged, in the files' currency, where the files say it.",
        Metric::Cost => "What the calls cost, in the files' currency, where the files say it.",
        Metric::Margin => "Revenue less cost, where the files say both.",
        Metric::MarginShare => "Margin of the revenue.",
        Metric::FeePerMinute => "Revenue for a minute of talk time.",
        Metric::CostPerMinute => "Cost for a minute of talk time.",
        Metric::Unbilled => "Answered calls whose fee is known and 0.",
        Metric::VendorReached => {
            "Calls for which a terminating gateway is named, of the calls of which the files say it. The others ended \
                on this switch."
        }
    }
}

/// Days of the week, from Monday on.
pub(crate) const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
