//! What is said of findings: of each a title, a sentence with its numbers, and what to do.

mod accounts;
mod billing;
mod quality;
mod records;
mod security;
mod vendors;

use super::EN;
use crate::texts::FindingWords;
use crate::{AndMore, Context, Episode, Finding, FindingKind};
use calls::{EpochMillis, LocalZone};
use query::{Dimension, Outcomes, metrics};
use std::borrow::Cow;
use words::en::calls;
use words::en::end_reason_name;

/// What is said of the numbers of a finding. Each kind has its texts, or the compiler says so.
trait Said {
    fn said(&self, about: About<'_>) -> FindingWords;
}

/// What is said of a finding.
pub(crate) fn finding(finding: &Finding, context: &Context) -> FindingWords {
    let about = About { finding, context, zone: &context.zone };
    macro_rules! say {
        ($($(#[$doc:meta])* $module:ident: $($kind:ident),*;)*) => {
            match &finding.kind {
                $($(FindingKind::$kind(numbers) => numbers.said(about),)*)*
                FindingKind::AndMore(more) => more.said(about),
            }
        };
    }
    all_rules!(say)
}

impl Said for AndMore {
    fn said(&self, about: About<'_>) -> FindingWords {
        FindingWords {
            title: format!("And {} more like these", EN.count(self.findings)),
            sentence: format!("{} in all are affected.", calls(about.finding.stake.calls)),
            steps: Vec::new(),
        }
    }
}

/// A finding, and how its names and times are said.
#[derive(Clone, Copy)]
struct About<'a> {
    finding: &'a Finding,
    context: &'a Context,
    zone: &'a LocalZone,
}

impl About<'_> {
    /// The name of whom it is about.
    fn name(&self, dimension: Dimension) -> String {
        self.finding.subject(dimension).unwrap_or("(no name)").to_owned()
    }

    fn vendor(&self) -> String {
        match self.finding.subject(Dimension::TerminatingGateway) {
            None | Some("") => "an unnamed gateway".to_owned(),
            Some(name) => name.to_owned(),
        }
    }

    fn account(&self) -> String {
        self.name(Dimension::Account)
    }

    /// `From 2026-03-02 14:00 to 16:00`, `Since 2026-03-02 14:00` where it lasts; `In all of the period` where it is so
    /// all the time.
    fn when(&self) -> String {
        let show = |at: EpochMillis| EN.moment(at, self.zone);
        match (self.finding.since, self.finding.until) {
            (Some(since), Some(until)) => format!("From {}", EN.span(since, until, self.zone)),
            (Some(since), None) => format!("Since {}", show(since)),
            (None, Some(until)) => format!("Until {}", show(until)),
            (None, None) => "In all of the period".to_owned(),
        }
    }

    /// An end reason of the files, as a filter has it, by its name: `Service Unavailable (503)`.
    fn reason(&self, key: &str) -> String {
        let Some(row) = self.context.reason(Some(key)).map(|seen| &seen.row) else { return key.to_owned() };
        let name = end_reason_name(row);
        match row.classified.code {
            Some(code) if !name.contains(&code.to_string()) => format!("{name} ({code})"),
            _ => name,
        }
    }

    /// What the reference says is to be done about an end reason, if it says anything.
    fn advice(&self, key: &str) -> Option<Cow<'static, str>> {
        let reason = self.context.reason(Some(key))?.row.classified.reason?;
        EN.end_reason(reason.family, reason.code).map(|words| words.action.as_str().into())
    }
}

/// The periods in which something was so: `From 2026-03-02 14:00 to 16:00`, `In 4 periods between … and …`.
fn spans(episodes: &[Episode], zone: &LocalZone) -> String {
    let span = |episode: &Episode| EN.span(episode.from, episode.to, zone);
    match episodes {
        [] => String::new(),
        [only] => format!("From {}", span(only)),
        [one, other] => format!("From {}, and from {}", span(one), span(other)),
        [first, .., last] => {
            let period = EN.span(first.from, last.to, zone);
            format!("In {} periods from {period}, the first from {}", EN.count(episodes.len() as u64), span(first))
        }
    }
}

/// A share of calls: `88.0 %`, or that there are none.
fn asr(outcomes: &Outcomes) -> String {
    outcomes.asr_percent().map_or("not known".to_owned(), |percent| EN.percent(percent))
}

/// A share: `12.5 %`.
fn percent_of(part: u64, whole: u64) -> String {
    EN.percent(metrics::percent(part, whole).unwrap_or_default())
}

/// `a, b and 3 more`.
fn listed(names: &[String], most: usize) -> String {
    match names.len() {
        0 => String::new(),
        1 => names[0].clone(),
        count if count <= most => format!("{} and {}", names[..count - 1].join(", "), names[count - 1]),
        count => format!("{} and {} more", names[..most].join(", "), EN.count((count - most) as u64)),
    }
}
