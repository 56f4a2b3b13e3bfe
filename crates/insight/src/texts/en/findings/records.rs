//! Of the records themselves: what is missing, and what their times say.

use super::{About, Said, listed};
use crate::texts::FindingWords;
use crate::texts::en::EN;
use crate::{
    ClockSetBack, DayCut, DuplicateCalls, FailuresMissing, MissingHours, MissingSerials, OutsidePeriod, StopTimes,
    StuckCalls, WhyNoCalls, ZombieCalls,
};
use words::Duration;
use words::en::{calls, files, plural};

/// So many names are listed.
const LISTED: usize = 3;

/// A length of time in words: `8 hours`, `45 minutes`.
fn length(minutes: i64) -> String {
    let (number, one, many) = match minutes {
        ..60 => (minutes, "minute", "minutes"),
        _ if minutes % 60 == 0 => (minutes / 60, "hour", "hours"),
        _ => return format!("{}:{:02} hours", minutes / 60, minutes % 60),
    };
    format!("{number} {}", plural(number.unsigned_abs(), one, many))
}

impl Said for ZombieCalls {
    fn said(&self, about: About<'_>) -> FindingWords {
        let ZombieCalls { calls: count, answered, at_cap, talk_seconds, fee, cost } = *self;
        let money = match (fee.0, cost.0) {
            (0, 0) => String::new(),
            _ => format!(" They were charged {} and cost {}.", EN.money(fee.units()), EN.money(cost.units())),
        };
        FindingWords {
            title: format!("Calls through {} that perhaps nobody ended", about.vendor()),
            sentence: format!(
                "{} of {} answered lasted two hours or more, {} of them two hours give or take some seconds, which is \
                when the switch ends a call that it hears no more of: {} in all.{money}",
                EN.count(count),
                calls(answered),
                EN.count(at_cap),
                EN.duration(Duration(talk_seconds as f64)),
            ),
            steps: vec![
            "Switch session timers on for the gateways at both ends, so that a call whose other side is gone ends \
                soon.".into(),
            "Where a side knows no session timers, lower SS_SIP_NO_TIMER_REINVITE_INTERVAL to what your longest calls \
                need.".into(),
            "Capture the end of some calls: a BYE that is lost, or sent to the wrong address, leaves the call \
                standing.".into(),
            "Settle these calls with the vendor by its own records before you pay them.".into(),
        ],
        }
    }
}

impl Said for StuckCalls {
    fn said(&self, about: About<'_>) -> FindingWords {
        let StuckCalls { file, calls: count, oldest, last_start } = self;
        FindingWords {
            title: "Calls that were never ended".to_owned(),
            sentence: format!(
                "{} of {file} have no stop time, though they began more than two hours before its last call ({}), the \
                first of them at {}.",
                calls(*count),
                EN.moment(*last_start, about.zone),
                EN.moment(*oldest, about.zone),
            ),
            steps: vec![
            "Look for them among the current calls of the switch: what is not there was lost, and what is should be \
                ended.".into(),
            "See whether CDRs wait to be written.".into(),
        ],
        }
    }
}

impl Said for FailuresMissing {
    fn said(&self, _: About<'_>) -> FindingWords {
        let FailuresMissing { files: names, of_files, calls: count } = self;
        let whose = match names.len() as u64 == *of_files {
            true => "the files".to_owned(),
            false => listed(names, LISTED),
        };
        FindingWords {
            title: "Calls that were not answered are not in the files".to_owned(),
            sentence: format!(
                "All {} of {whose} are answered, which no traffic is. An answer ratio of 100 % says nothing here, and \
                    why calls fail cannot be told from {}.",
                calls(*count),
                plural(names.len() as u64, "it", "them"),
            ),
            steps: vec![
                "Set SS_CDR_RECORD_NONCONNECT on, so that the switch writes calls without talk time too.".into(),
                "If you exported a selection, export all calls.".into(),
            ],
        }
    }
}

impl Said for StopTimes {
    fn said(&self, _: About<'_>) -> FindingWords {
        let StopTimes { file, timed, before_start, shifted } = self;
        let before = match before_start {
            0 => String::new(),
            count => format!("{} that are over have no stop time at their start or after it. ", calls(*count)),
        };
        let shifted = shifted.map_or(String::new(), |(quarters, count)| {
            format!(
                "{} of {} stop {} later than their start and talk time say. ",
                EN.count(count),
                calls(*timed),
                length(quarters * 15)
            )
        });
        FindingWords {
            title: format!("Stop times of {file} do not fit"),
            sentence: format!(
                "{before}{shifted}Calls in progress and everything made of stop times are wrong by that."
            ),
            steps: vec![
                "See how the file was made: start and stop may be written in different zones.".into(),
                "Compare the clocks of the servers; all should follow the same NTP server.".into(),
            ],
        }
    }
}

impl Said for ClockSetBack {
    fn said(&self, about: About<'_>) -> FindingWords {
        let first = self.times.iter().min_by_key(|back| back.at);
        let when = first.map_or(String::new(), |back| {
            format!(
                "At about {} the clock went back by {} or more",
                EN.moment(back.at, about.zone),
                length(back.millis / 60_000)
            )
        });
        let more = match self.times.len() {
            0 | 1 => String::new(),
            times => format!(", and {} more times after that", EN.count(times as u64 - 1)),
        };
        let whose = match self.switches.is_empty() {
            true => String::new(),
            false => format!(" of {}", listed(&self.switches, LISTED)),
        };
        FindingWords {
            title: format!("The clock{whose} was set back"),
            sentence: format!(
                "{when}{more}: calls with later serial numbers began before those with earlier ones. Calls of that \
                    time stand twice over one another in everything over time."
            ),
            steps: vec![
                "If it is the hour at which summer time ends, read the file with the zone that it was written in."
                    .into(),
                "Otherwise let all servers follow an NTP server that corrects the clock slowly.".into(),
            ],
        }
    }
}

impl Said for OutsidePeriod {
    fn said(&self, about: About<'_>) -> FindingWords {
        let moment = |at| EN.moment(at, about.zone);
        let before = self
            .before
            .map(|(count, first)| format!("{} began before that, the first at {}", calls(count), moment(first)));
        let after =
            self.after.map(|(count, last)| format!("{} began after that, the last at {}", calls(count), moment(last)));
        let outside: Vec<String> = before.into_iter().chain(after).collect();
        FindingWords {
            title: format!("Calls far outside the period of {}", self.file),
            sentence: format!(
                "Its calls are of {}. {}.",
                EN.span(self.period.0, self.period.1, about.zone),
                outside.join("; "),
            ),
            steps: vec![
            "Look at these calls: whose clock gave their times?".into(),
            "Until it is settled, filter by the period, so that charts over time show it and not the years between."
                .into(),
        ],
        }
    }
}

impl Said for DayCut {
    fn said(&self, _: About<'_>) -> FindingWords {
        let DayCut { file, days, hour, offset_minutes } = self;
        let sign = if *offset_minutes < 0 { '-' } else { '+' };
        let offset = offset_minutes.abs();
        FindingWords {
            title: format!("{file} is cut at {hour:02}:00"),
            sentence: format!(
                "It holds {} that {} at {hour:02}:00 as times are shown now. It is midnight then where clocks are at \
                    UTC{sign}{:02}:{:02}, most likely those of the server.",
                match days {
                    1 => "a day".to_owned(),
                    days => format!("{days} days"),
                },
                plural(days.unsigned_abs(), "begins", "begin"),
                offset / 60,
                offset % 60,
            ),
            steps: vec![
                "Choose that zone for the times shown, if days and hours should be those of the server.".into(),
            ],
        }
    }
}

impl Said for DuplicateCalls {
    fn said(&self, _: About<'_>) -> FindingWords {
        let names: Vec<String> =
            self.files.iter().map(|(name, rows)| format!("{name} ({})", EN.count(*rows))).collect();
        FindingWords {
            title: "Calls that are there more than once".to_owned(),
            sentence: format!(
                "{} {} a call that another one had already, by its serial number, in {}: {}. They are not counted \
                    again.",
                EN.count(self.rows),
                plural(self.rows, "row has", "rows have"),
                files(self.files.len()),
                listed(&names, LISTED),
            ),
            steps: vec![
                "If a single file has them, see what wrote it twice; files of overlapping periods always do.".into(),
            ],
        }
    }
}

impl Said for MissingSerials {
    fn said(&self, about: About<'_>) -> FindingWords {
        let of_length = match self.least_gap {
            1 => String::new(),
            least => format!(" of {} numbers or more", EN.count(least.unsigned_abs())),
        };
        let longest = self.longest.map_or(String::new(), |gap| {
            format!(
                ", the longest of {}, between {} and {}",
                EN.count(gap.numbers.unsigned_abs()),
                EN.moment(gap.from, about.zone),
                EN.moment(gap.to, about.zone),
            )
        });
        FindingWords {
            title: "Serial numbers that no call has".to_owned(),
            sentence: format!(
                "{} serial numbers between the first and the last are those of no call, against {} that are. There \
                    are {} gaps{of_length}{longest}. Other records than calls take numbers too.",
                EN.count(self.missing),
                EN.count(self.calls),
                EN.count(self.gaps),
            ),
            steps: vec![
                "If the longest gap is as long as an hour's calls, look for the file of that hour.".into(),
                "Compare the number of calls with the switch's own report for the same day.".into(),
            ],
        }
    }
}

impl Said for MissingHours {
    fn said(&self, about: About<'_>) -> FindingWords {
        let MissingHours { from, to, calls_an_hour: (before, after), expected, serials, why } = *self;
        let serials = serials
            .map_or(String::new(), |serials| format!(" {} serial numbers are missing there.", EN.count(serials)));
        let (title, because, steps): (&str, &str, [&str; 2]) = match why {
            WhyNoCalls::RecordsMissing => (
                "Records of some hours are missing",
                "Records are missing, most likely a file.",
                [
                    "Look for the file of that time, and drop it too.",
                    "If there is none, see whether the records wait to be written, or the disk was full.",
                ],
            ),
            WhyNoCalls::NoneMade => (
                "No calls were made for some hours",
                "The numbers go on, so that no calls were made then.",
                [
                    "Ask who works on the switch what happened at that time: the service, the server, its network.",
                    "See whether the customers were told, and what they lost.",
                ],
            ),
            WhyNoCalls::Unknown => (
                "Some hours have no calls",
                "Whether calls or their records are missing the files do not tell.",
                [
                    "Look for the file of that time, and drop it too.",
                    "If there is none, ask what happened to the switch then.",
                ],
            ),
        };
        FindingWords {
            title: title.to_owned(),
            sentence: format!(
                "From {} no call began, where some {} would be expected: {} an hour began before it and {} \
                    after.{serials} {because}",
                EN.span(from, to, about.zone),
                EN.count(expected),
                EN.count(before),
                EN.count(after),
            ),
            steps: steps.map(Into::into).into(),
        }
    }
}
