//! Alarms: what they watch, and what is wrong with them.

use super::EN;
use crate::alarms::{AlarmMetric, AlarmSetup, AlarmSetups, AlarmsProblem, Crossing, Method, SetupProblem};
use query::Dimension;
use words::en::plural;

/// What an alarm watches.
pub(crate) fn alarm_metric(metric: AlarmMetric) -> &'static str {
    match metric {
        AlarmMetric::Asr => "ASR, in percent",
        AlarmMetric::Acd => "ACD, in seconds",
        AlarmMetric::Concurrency => "Calls in progress, the most at once",
        AlarmMetric::Ner => "NER, in percent",
        AlarmMetric::Pdd95 => "Post-dial delay that 95 % of the answered calls do not exceed, in milliseconds",
        AlarmMetric::ShortShare => "Short calls, in percent of answered ones",
        AlarmMetric::Cps => "Calls begun in one second, at most",
    }
}

/// What an alarm is called that is there from the start.
pub(crate) fn alarm_name(metric: AlarmMetric, crossing: Crossing, of: Dimension) -> String {
    let what = match metric {
        AlarmMetric::Asr => "ASR",
        AlarmMetric::Acd => "ACD",
        AlarmMetric::Concurrency => "Calls in progress",
        other => alarm_metric(other),
    };
    let whom = match of {
        Dimension::TerminatingGateway => "a routing gateway",
        Dimension::OriginatingGateway => "a mapping gateway",
        other => EN.dimension(other),
    };
    let how = if crossing == Crossing::Below { "too low" } else { "too high" };
    format!("{what} of {whom} {how}")
}

/// What is wrong with an alarm, and what to do.
pub(crate) fn setup_problem(problem: SetupProblem) -> &'static str {
    match problem {
        SetupProblem::NoName => "It has no name. Give it one.",
        SetupProblem::NoThreshold => {
            "It has no threshold, so it would never go on. Give it one to fall below or to rise above."
        }
        SetupProblem::OutOfRange(Crossing::Below) => {
            "The thresholds to fall below must be numbers from 0 on, and up to 100 where the value is a percentage."
        }
        SetupProblem::OutOfRange(Crossing::Above) => {
            "The thresholds to rise above must be numbers from 0 on, and up to 100 where the value is a percentage."
        }
        SetupProblem::OffBeforeOn(Crossing::Below) => {
            "It would go off before it goes on: the value at which it goes off must not be less than the one below \
                which it goes on."
        }
        SetupProblem::OffBeforeOn(Crossing::Above) => {
            "It would go off before it goes on: the value at which it goes off must not be more than the one above \
                which it goes on."
        }
        SetupProblem::AlwaysOn => {
            "It would always be on: the threshold to fall below is higher than the threshold to rise above."
        }
        SetupProblem::Window => "Its window must be at least 1 minute long, and at most 7 days.",
    }
}

/// Why a file of alarms cannot be taken over.
pub(crate) fn alarms_problem(problem: &AlarmsProblem) -> String {
    const { assert!(AlarmSetup::MOST_MINUTES == 7 * 1440, "the text says so") };
    match problem {
        AlarmsProblem::NotReadable { line, column } => format!(
            "The file cannot be read: something is wrong in line {}, at character {}. Nothing was taken over.",
            EN.count(*line as u64),
            EN.count(*column as u64)
        ),
        AlarmsProblem::NotAlarms => {
            "That file has no alarms in it. Choose one that was exported from this page.".to_owned()
        }
        AlarmsProblem::OtherVersion(version) => format!(
            "The file is of another version of this page (its alarms are of version {version}). Export it from there \
                in this version, or set the alarms up again."
        ),
        AlarmsProblem::TooMany(count) => format!(
            "The file has {} {}, and this page keeps at most {}.",
            EN.count(*count as u64),
            plural(*count as u64, "alarm", "alarms"),
            EN.count(AlarmSetups::MOST as u64)
        ),
        AlarmsProblem::Wrong { number, name, problem } => {
            format!("Alarm {number}, {}: {} Nothing was taken over.", quoted(name), setup_problem(*problem))
        }
        AlarmsProblem::SameId { number, name } => format!(
            "Alarm {number}, {}, has the id of another one, or none. Give each an id of its own. Nothing was taken \
                over.",
            quoted(name)
        ),
    }
}

fn quoted(name: &str) -> String {
    format!("\u{201c}{name}\u{201d}")
}

/// By what a threshold is suggested.
pub(crate) fn threshold_method(method: Method) -> &'static str {
    match method {
        Method::Deviation => {
            "Three standard deviations from the median, as the middle half of these windows tells them: bad times do \
                not move it."
        }
        Method::Percentile => "What the worst 5 % of these windows are beyond, be they bad or not.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn problems_say_where_and_what() {
        let problem = AlarmsProblem::Wrong { number: 2, name: "Night".to_owned(), problem: SetupProblem::Window };
        assert_eq!(
            alarms_problem(&problem),
            "Alarm 2, “Night”: Its window must be at least 1 minute long, and at most 7 days. Nothing was taken over."
        );
        let unreadable = AlarmSetups::read("{\n  \"format\": }").unwrap_err();
        assert!(alarms_problem(&unreadable).contains("in line 2, at character 13"), "{}", alarms_problem(&unreadable));
    }
}
