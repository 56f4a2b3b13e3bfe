//! The change of a metric, split over groups, as statements in SQL: nothing here is taken from the program but what end
//! reasons mean.

use crate::in_duckdb::{Python, Written, sql, with_codes};
use insight::compare::ComparedFilters;
use query::{Dimension, Filter, Metric, Period};
use serde_json::Value;
use session::Session;

/// By what calls are put together, and the same in SQL.
pub(crate) const DIMENSIONS: [(Dimension, &str); 9] = [
    (Dimension::TerminatingGateway, "vendor"),
    (Dimension::OriginatingGateway, "origin"),
    (Dimension::Account, "account"),
    (Dimension::Prefix { digits: 4 }, "prefix"),
    (Dimension::CallerIp, "address"),
    (
        Dimension::EndReason,
        "CASE WHEN code < 0 THEN 'server/' WHEN code < 128 THEN 'q850/' ELSE 'sip/' END || CAST(code AS VARCHAR)",
    ),
    (Dimension::Class, "{class}"),
    (Dimension::HangUpSide, "['caller', 'callee', 'server'][side + 1]"),
    (Dimension::HourOfDay, "start_ms // 3600000 % 24"),
];

/// What became of calls: no groups that have a ratio of their own.
pub(crate) fn is_outcome(by: Dimension) -> bool {
    matches!(by, Dimension::EndReason | Dimension::Class | Dimension::HangUpSide)
}

/// What a metric is made of: columns of `parts.sql`.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Made {
    /// A sum.
    Sum(&'static str),
    /// A share of calls that should be large: what of which.
    Good(&'static str, &'static str),
    /// One that should be small.
    Bad(&'static str, &'static str),
    /// Another ratio.
    Ratio(&'static str, &'static str),
}

/// Every metric that can be split, and what makes its unit of it.
pub(crate) const METRICS: [(Metric, Made, f64); 21] = [
    (Metric::Calls, Made::Sum("calls"), 1.0),
    (Metric::Answered, Made::Sum("answered"), 1.0),
    (Metric::Unanswered, Made::Sum("calls - answered"), 1.0),
    (Metric::Minutes, Made::Sum("talk"), 1.0 / 60.0),
    (Metric::BilledMinutes, Made::Sum("billed"), 1.0 / 60.0),
    (Metric::Fee, Made::Sum("fee"), 1e-8),
    (Metric::Cost, Made::Sum("cost"), 1e-8),
    (Metric::Margin, Made::Sum("fee - cost"), 1e-8),
    (Metric::Unbilled, Made::Sum("free"), 1.0),
    (Metric::Asr, Made::Good("answered", "calls"), 100.0),
    (Metric::Ner, Made::Good("effective", "calls"), 100.0),
    (Metric::Seer, Made::Good("established", "not_redirected"), 100.0),
    (Metric::VendorReached, Made::Good("reached", "calls"), 100.0),
    (Metric::Isa, Made::Bad("ineffective", "calls"), 100.0),
    (Metric::SlowShare, Made::Bad("slow", "delay_known"), 100.0),
    (Metric::ShortShare, Made::Bad("short", "answered"), 100.0),
    (Metric::CutByServer, Made::Bad("cut", "hung_up"), 100.0),
    (Metric::Acd, Made::Ratio("talk", "answered"), 1.0),
    (Metric::MarginShare, Made::Ratio("fee - cost", "fee"), 100.0),
    (Metric::FeePerMinute, Made::Ratio("fee", "talk"), 60e-8),
    (Metric::CostPerMinute, Made::Ratio("cost", "talk"), 60e-8),
];

/// Two periods of the generated file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Periods(pub(crate) [Period; 2]);

impl Periods {
    /// In hours from the begin of the file's first day.
    pub(crate) fn of_hours(hours: [(i64, i64); 2]) -> Self {
        const BEGIN: i64 = 1_772_409_600_000;
        Self(hours.map(|(from, to)| Period::new(BEGIN + from * 3_600_000, BEGIN + to * 3_600_000)))
    }

    pub(crate) fn sides(&self) -> ComparedFilters {
        ComparedFilters::of_periods(&Filter::default(), self.0)
    }
}

/// Some groups of a dimension only.
pub(crate) type Within<'a> = Option<(Dimension, &'a str)>;

/// The statements so far, with a table of what metrics are made of for each grouping in each pair of periods.
#[derive(Debug)]
pub(crate) struct Statements<'a> {
    session: &'a Session,
    statements: Vec<String>,
    parts: Vec<(Vec<Dimension>, Periods)>,
}

impl<'a> Statements<'a> {
    pub(crate) fn new(file: &Written, session: &'a Session) -> Self {
        Self { session, statements: vec![file.table()], parts: Vec::new() }
    }

    /// A statement whose rows are wanted.
    pub(crate) fn push(&mut self, statement: String) {
        self.statements.push(statement);
    }

    /// The rows of each statement that was pushed.
    pub(crate) fn ask(&self, python: &Python) -> Vec<Vec<Vec<Value>>> {
        let answers = python.ask(&self.statements);
        let is_wanted = |statement: &String| !statement.contains("CREATE TABLE");
        self.statements
            .iter()
            .zip(answers)
            .filter(|(statement, _)| is_wanted(statement))
            .map(|(_, rows)| rows)
            .collect()
    }

    /// The name of the table of parts.
    fn parts(&mut self, by: &[Dimension], periods: &Periods) -> String {
        let known = self.parts.iter().position(|of| of.0 == by && of.1.0 == periods.0);
        let number = known.unwrap_or(self.parts.len());
        let name = format!("parts{number}");
        if known.is_none() {
            let expression = |by: Dimension| DIMENSIONS.iter().find(|of| of.0 == by).unwrap().1;
            let keys: Vec<String> = by.iter().map(|&by| format!("CAST({} AS VARCHAR)", expression(by))).collect();
            let period = |period: Period| format!("(start_ms >= {} AND start_ms < {})", period.from.0, period.to.0);
            let table = sql("parts.sql")
                .replace("{name}", &name)
                .replace("{keys}", &keys.join(", "))
                .replace("{before}", &period(periods.0[0]))
                .replace("{after}", &period(periods.0[1]));
            self.statements.push(with_codes(self.session, &table));
            self.parts.push((by.to_vec(), *periods));
        }
        name
    }

    /// What splits the change of a metric. The rows of it: key, by rate, by mix, in all, weight. Within a group, the
    /// keys begin with that group, there are no others, and the weights are those within it.
    pub(crate) fn split(&mut self, metric: Metric, by: &[Dimension], periods: &Periods, within: Within<'_>) -> String {
        let &(_, made, scale) = METRICS.iter().find(|of| of.0 == metric).unwrap();
        let by: Vec<Dimension> = within.map(|of| of.0).into_iter().chain(by.iter().copied()).collect();
        let has_outcomes = by.iter().copied().any(is_outcome);
        let (file, part, whole) = match made {
            Made::Sum(part) => ("sum_split.sql", part, ""),
            Made::Good(part, whole) | Made::Bad(part, whole) if has_outcomes => ("outcome_split.sql", part, whole),
            Made::Good(part, whole) | Made::Bad(part, whole) | Made::Ratio(part, whole) => {
                ("ratio_split.sql", part, whole)
            }
        };
        let (taken, sign) = match made {
            Made::Good(..) => (format!("{whole} - {part}"), "-1"),
            _ => (part.to_owned(), "1"),
        };
        let hours = periods.0.map(|period| (period.to.0 - period.from.0) / 3_600_000);
        let hours = if hours[0] == hours[1] { [1, 1] } else { hours };
        let of_group = within.map_or("true".to_owned(), |(_, group)| format!("key[1] = '{group}'"));
        // Only outcomes of a group that is none itself are split as the group's own.
        let is_own = within.is_some_and(|(of, _)| !is_outcome(of));
        let split = sql(file)
            .replace("{parts}", &self.parts(&by, periods))
            .replace("{of}", if is_own { &of_group } else { "true" })
            .replace("{hours_before}", &hours[0].to_string())
            .replace("{hours_after}", &hours[1].to_string())
            .replace("{part}", part)
            .replace("{whole}", whole)
            .replace("{taken}", &taken)
            .replace("{sign}", sign)
            .replace("{scale}", &format!("{scale:e}"));
        match within {
            None => split,
            Some(_) => format!(
                "SELECT * REPLACE (COALESCE(weight / NULLIF(SUM(weight) OVER (), 0), 0) AS weight) FROM ({split}) \
                    WHERE {of_group}"
            ),
        }
    }
}
