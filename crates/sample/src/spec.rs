//! What sample is asked for: how many calls, when, in which format and with which end reasons.

/// The shape of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// The softswitch's own text CDR: 18 fields, `|` between them, no header, times in epoch milliseconds.
    SoftswitchText,
    /// The table `e_cdr` as comma-separated values: a header and 63 columns, quotes where a value needs them.
    EcdrCsv,
    /// The table `e_cdr` as `mysql -B` prints it: a header and 63 columns, tabs, `\N` for null.
    EcdrTsv,
}

impl Format {
    /// The names that [`Format::parse`] knows, for the help of a command line.
    pub const ALL: [&'static str; 3] = ["text18", "csv", "tsv"];

    /// The format of that name, `None` for a name not in [`Format::ALL`].
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "text18" => Some(Format::SoftswitchText),
            "csv" => Some(Format::EcdrCsv),
            "tsv" => Some(Format::EcdrTsv),
            _ => None,
        }
    }
}

/// Which numbering the end reasons are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbering {
    /// The guide's 25 server end reasons, 1 to 25.
    Guide,
    /// Signed, as live systems store them: negative for the softswitch, SIP statuses, Q.850 causes from the H.323
    /// vendor.
    Live,
}

impl Numbering {
    /// The names that [`Numbering::parse`] knows, for the help of a command line.
    pub const ALL: [&'static str; 2] = ["guide", "live"];

    /// The numbering of that name, `None` for a name not in [`Numbering::ALL`].
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "guide" => Some(Numbering::Guide),
            "live" => Some(Numbering::Live),
            _ => None,
        }
    }
}

/// What to generate. Equal specifications give equal bytes, on every machine; specifications that differ only in
/// format and codes describe the same calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SampleSpec {
    /// How many calls: the file has exactly as many rows, the header not counted.
    pub calls: u64,
    /// Another seed, other calls of the same kind.
    pub seed: u64,
    /// The shape of the file.
    pub format: Format,
    /// The numbering of its end reasons.
    pub codes: Numbering,
    /// The first day's midnight, in milliseconds since 1970-01-01T00:00:00Z.
    pub start: i64,
    /// How many days the calls are spread over; taken as 1 where 0, and as [`SampleSpec::MAX_DAYS`] where more.
    pub days: u32,
    /// Whether something goes wrong that an analyst should find (`stories.rs` lists what); else ordinary traffic only.
    pub stories: bool,
}

impl Default for SampleSpec {
    /// 40,000 calls on Monday and Tuesday, 2 and 3 March 2026, as `e_cdr` in CSV with live codes, with the stories.
    fn default() -> Self {
        SampleSpec {
            calls: 40_000,
            seed: 7,
            format: Format::EcdrCsv,
            codes: Numbering::Live,
            start: 1_772_409_600_000,
            days: 2,
            stories: true,
        }
    }
}

impl SampleSpec {
    /// The longest period: ten years.
    pub const MAX_DAYS: u32 = 3_660;

    /// The name that VOS3000 or its operator would give the file: `2026030200.txt`, `e_cdr_20260302.csv` or
    /// `e_cdr_20260302.tsv`.
    pub fn file_name(&self) -> String {
        let (year, month, day) = civil_date(self.start.div_euclid(86_400_000));
        let hour = self.start.div_euclid(3_600_000).rem_euclid(24);
        match self.format {
            Format::SoftswitchText => format!("{year:04}{month:02}{day:02}{hour:02}.txt"),
            Format::EcdrCsv => format!("e_cdr_{year:04}{month:02}{day:02}.csv"),
            Format::EcdrTsv => format!("e_cdr_{year:04}{month:02}{day:02}.tsv"),
        }
    }

    /// The period in minutes.
    pub(super) fn minutes(&self) -> u32 {
        self.days.clamp(1, Self::MAX_DAYS) * 1440
    }
}

/// Year, month and day of a day counted from 1970-01-01, in the Gregorian calendar.
fn civil_date(day: i64) -> (i64, i64, i64) {
    // Counted in eras of 400 years that begin on 1 March, so that the leap day is the last of its year.
    let shifted = day + 719_468;
    let (era, day_of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let month = (month_from_march + 2) % 12 + 1;
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    (year, month, day_of_year - (153 * month_from_march + 2) / 5 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_have_their_dates() {
        for (day, date) in [
            (0, (1970, 1, 1)),
            (-1, (1969, 12, 31)),
            (11_016, (2000, 2, 29)),
            (20_514, (2026, 3, 2)),
            (20_513, (2026, 3, 1)),
            (20_818, (2026, 12, 31)),
        ] {
            assert_eq!(civil_date(day), date);
        }
    }

    #[test]
    fn files_are_named_as_the_switch_names_them() {
        let name = |format| SampleSpec { format, ..SampleSpec::default() }.file_name();
        assert_eq!(name(Format::SoftswitchText), "2026030200.txt");
        assert_eq!(name(Format::EcdrCsv), "e_cdr_20260302.csv");
        assert_eq!(name(Format::EcdrTsv), "e_cdr_20260302.tsv");
    }

    #[test]
    fn every_listed_name_is_understood() {
        assert!(Format::ALL.iter().all(|name| Format::parse(name).is_some()));
        assert!(Numbering::ALL.iter().all(|name| Numbering::parse(name).is_some()));
        assert_eq!((Format::parse("xlsx"), Numbering::parse("")), (None, None));
    }
}
