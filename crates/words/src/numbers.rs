//! Numbers in the notation of a language.

use super::Language;
use calls::narrow;
use calls::{EpochMillis, LocalZone};

/// An amount of bytes, to be shown with a fitting unit.
#[derive(Debug, Clone, Copy)]
pub struct Bytes(pub u64);

/// A length of time in seconds, to be shown as `h:mm:ss` or `m:ss`.
#[derive(Debug, Clone, Copy)]
pub struct Duration(pub f64);

impl Language {
    /// A whole number with its thousands apart.
    pub fn count(self, number: u64) -> String {
        let separator = match self {
            Language::English => ',',
        };
        let digits = number.to_string();
        let mut text = String::with_capacity(digits.len() + digits.len() / 3);
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push(separator);
            }
            text.push(digit);
        }
        text
    }

    /// A number of 0 or more with `places` digits after the point.
    pub fn decimal(self, number: f64, places: usize) -> String {
        let point = match self {
            Language::English => ".",
        };
        let text = format!("{number:.places$}");
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let whole = whole.parse().map_or_else(|_| whole.to_owned(), |whole| self.count(whole));
        if fraction.is_empty() { whole } else { format!("{whole}{point}{fraction}") }
    }

    /// A share with its sign; a share that is there, and rounds to nothing, shows as less than the least.
    pub fn percent(self, percent: f64) -> String {
        if percent > 0.0 && percent < 0.05 {
            return format!("<{} %", self.decimal(0.1, 1));
        }
        format!("{} %", self.decimal(percent, 1))
    }

    /// An amount of bytes, in decimal units as file managers show them.
    pub fn bytes(self, bytes: Bytes) -> String {
        const UNITS: [&str; 4] = ["kB", "MB", "GB", "TB"];
        if bytes.0 < 1000 {
            return format!("{} B", bytes.0);
        }
        let mut size = bytes.0 as f64 / 1000.0;
        let mut unit = 0;
        while size >= 999.5 && unit + 1 < UNITS.len() {
            size /= 1000.0;
            unit += 1;
        }
        let places = if size < 10.0 { 1 } else { 0 };
        format!("{} {}", self.decimal(size, places), UNITS[unit])
    }

    /// `3:05`, or `1:02:03` from an hour up.
    pub fn duration(self, duration: Duration) -> String {
        let seconds = narrow::whole(duration.0);
        let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        if hours > 0 {
            format!("{}:{minutes:02}:{seconds:02}", self.count(hours))
        } else {
            format!("{minutes}:{seconds:02}")
        }
    }

    /// `2026-03-02 14:00`, as clocks of the zone show it.
    pub fn moment(self, at: EpochMillis, zone: &LocalZone) -> String {
        zone.clock(at).get(..16).unwrap_or_default().to_owned()
    }

    /// `2026-03-02`, likewise.
    pub fn day(self, at: EpochMillis, zone: &LocalZone) -> String {
        self.moment(at, zone).chars().take(10).collect()
    }

    /// `2026-03-02 14:00 to 16:00`; both dates where they differ.
    pub fn span(self, from: EpochMillis, to: EpochMillis, zone: &LocalZone) -> String {
        let (from, to) = (self.moment(from, zone), self.moment(to, zone));
        let same_day = from.get(..11) == to.get(..11);
        let end = if same_day { to.get(11..).unwrap_or_default() } else { to.as_str() };
        match self {
            Language::English => format!("{from} to {end}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_readable() {
        let en = Language::English;
        assert_eq!(en.count(0), "0");
        assert_eq!(en.count(999), "999");
        assert_eq!(en.count(1_234_567), "1,234,567");
        assert_eq!(en.decimal(1234.56, 1), "1,234.6");
        assert_eq!(en.decimal(99.96, 0), "100");
        assert_eq!(en.percent(0.001), "<0.1 %");
        assert_eq!(en.percent(0.0), "0.0 %");
        assert_eq!(en.percent(47.916), "47.9 %");
        assert_eq!(en.bytes(Bytes(999)), "999 B");
        assert_eq!(en.bytes(Bytes(1500)), "1.5 kB");
        assert_eq!(en.bytes(Bytes(999_950)), "1.0 MB");
        assert_eq!(en.bytes(Bytes(80_000_000_000)), "80 GB");
        assert_eq!(en.duration(Duration(185.4)), "3:05");
        assert_eq!(en.duration(Duration(3723.0)), "1:02:03");
    }
}
