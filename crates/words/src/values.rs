//! Values of metrics, with their units.

use super::{Duration, Language, en};
use calls::narrow;
use query::{Metric, Unit};

impl Language {
    /// The name of a metric, short enough for the head of a column.
    pub fn metric(self, metric: Metric) -> &'static str {
        match self {
            Language::English => en::metric(metric),
        }
    }

    /// What a metric is.
    pub fn define_metric(self, metric: Metric) -> &'static str {
        match self {
            Language::English => en::define_metric(metric),
        }
    }

    /// The day of the week, from 1 for Monday to 7; the number itself where it is none.
    pub fn weekday(self, day: &str) -> &str {
        let Language::English = self;
        let at = day.parse::<usize>().ok().and_then(|day| day.checked_sub(1));
        at.and_then(|at| en::WEEKDAYS.get(at)).copied().unwrap_or(day)
    }

    /// An amount of money, with two decimals, or with more where it is small.
    pub fn money(self, amount: f64) -> String {
        let places = match amount.abs() {
            size if size == 0.0 || size >= 1.0 => 2,
            size if size >= 0.01 => 4,
            _ => 6,
        };
        self.signed(amount, |size| self.decimal(size, places))
    }

    /// Seconds from one number to another, written as a filter has them: `4..6`, `0.501..1`, `30.001..`, `7`.
    pub fn length_step(self, step: &str) -> String {
        let Some((from, to)) = step.split_once("..") else { return format!("{step} s") };
        // Thousandths say in which step a length on the edge is, which nobody needs to read.
        let from = from.strip_suffix("01").filter(|from| from.contains('.')).unwrap_or(from);
        let from = if from.contains('.') { from.trim_end_matches('0').trim_end_matches('.') } else { from };
        if to.is_empty() { format!("≥{from} s") } else { format!("{from}–{to} s") }
    }

    /// A value of that unit.
    pub fn value(self, unit: Unit, value: f64) -> String {
        match unit {
            Unit::Count => self.signed(value, |size| self.count(narrow::whole(size))),
            Unit::Percent if value < 0.0 && value > -0.05 => format!(">{}", self.value(unit, -0.1)),
            Unit::Percent => self.signed(value, |size| self.percent(size)),
            Unit::Seconds => self.signed(value, |size| self.duration(Duration(size))),
            Unit::Millis => self.signed(value, |size| format!("{} s", self.decimal(size / 1000.0, 2))),
            Unit::Minutes => self.signed(value, |size| self.decimal(size, usize::from(size < 100.0))),
            Unit::Money => self.money(value),
            Unit::MoneyPerMinute => self.signed(value, |size| self.decimal(size, 4)),
        }
    }

    /// A value as it is copied, where no table beside it says what it is counted in: a duration has its seconds too.
    pub fn copied_value(self, unit: Unit, value: f64) -> String {
        let text = self.value(unit, value);
        match unit {
            Unit::Seconds => format!("{text} ({} s)", self.signed(value, |size| self.decimal(size, 1))),
            _ => text,
        }
    }

    /// A change of a value of that unit, with its sign; shares change by percentage points.
    pub fn change(self, unit: Unit, change: f64) -> String {
        let sign = if change > 0.0 { "+" } else { "" };
        match unit {
            Unit::Percent => {
                let points = self.signed(change, |size| self.decimal(size, 1));
                let Language::English = self;
                format!("{sign}{points} points")
            }
            _ => format!("{sign}{}", self.value(unit, change)),
        }
    }

    /// A change in percent of what a value was, with its sign.
    pub fn relative_change(self, percent: f64) -> String {
        let sign = if percent > 0.0 { "+" } else { "" };
        format!("{sign}{} %", self.signed(percent, |size| self.decimal(size, 1)))
    }

    fn signed(self, value: f64, text: impl Fn(f64) -> String) -> String {
        if value < 0.0 { format!("−{}", text(-value)) } else { text(value) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_have_their_units() {
        let en = Language::English;
        assert_eq!(en.money(1234.5), "1,234.50");
        assert_eq!(en.money(-0.0123), "−0.0123");
        assert_eq!(en.money(0.0), "0.00");
        assert_eq!(en.value(Unit::Millis, 2345.0), "2.35 s");
        assert_eq!(en.value(Unit::Percent, -12.34), "−12.3 %");
        assert_eq!(
            (en.value(Unit::Percent, -0.04), en.value(Unit::Percent, 0.04)),
            (">−0.1 %".into(), "<0.1 %".into())
        );
        assert_eq!(en.value(Unit::Count, 12_345.0), "12,345");
        let steps = ["0..0.5", "0.501..1", "10.001..15", "30.001..", "1", "61..120", "7201.."];
        let written = steps.map(|step| en.length_step(step));
        assert_eq!(written, ["0–0.5 s", "0.5–1 s", "10–15 s", "≥30 s", "1 s", "61–120 s", "≥7201 s"]);
        assert_eq!(en.copied_value(Unit::Seconds, 205.44), "3:25 (205.4 s)");
        assert_eq!(en.copied_value(Unit::Percent, 47.91), "47.9 %");
        assert_eq!(en.change(Unit::Percent, -16.7), "−16.7 points");
        assert_eq!(en.change(Unit::Count, 5.0), "+5");
        assert_eq!((en.relative_change(12.34), en.relative_change(-5.0)), ("+12.3 %".to_owned(), "−5.0 %".to_owned()));
        assert_eq!((en.weekday("1"), en.weekday("7"), en.weekday("9")), ("Monday", "Sunday", "9"));
    }
}
