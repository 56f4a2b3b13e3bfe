//! Of how calls are.

use super::{About, Said, percent_of};
use crate::texts::FindingWords;
use crate::texts::en::EN;
use crate::{MediaLost, SameLength, ServerReleased, ShortCalls, SlowSetUp};
use query::{Dimension, SHORT_SECONDS};
use std::borrow::Cow;
use words::Duration;
use words::en::calls;

impl Said for ShortCalls {
    fn said(&self, about: About<'_>) -> FindingWords {
        let ShortCalls { answered, short, others_percent, ended_by, delay_millis, compared, is_false_answer } = self;
        let vendor = about.vendor();
        let others =
            others_percent.map_or(String::new(), |percent| format!("; the others have {}", EN.percent(percent)));
        let sides = format!(
            " The caller ended {} of them, the callee {}, the switch {}.",
            EN.count(ended_by[0]),
            EN.count(ended_by[1]),
            EN.count(ended_by[2])
        );
        let ratio = compared.map_or(String::new(), |compared| {
            format!(
                " Its answer ratio is {}, and would be {} with the others.",
                EN.percent(compared.asr_percent()),
                EN.percent(compared.expected_percent)
            )
        });
        let delay = match delay_millis {
            [Some(own), Some(others)] => format!(
                " Half of its answered calls take no more than {} s to set up, those of the others {} s.",
                EN.decimal(own / 1000.0, 1),
                EN.decimal(others / 1000.0, 1)
            ),
            _ => String::new(),
        };
        let steps: [&str; 3] = if *is_false_answer {
            [
                "Call some of these numbers yourself through the vendor, and hear whether somebody answers before the \
                    call counts.",
                "Ask the vendor for its money back, with the list of short calls.",
                "Take the vendor out of routing for these destinations until it is settled.",
            ]
        } else {
            [
                "Capture some of these calls: do media flow both ways?",
                "Check the external address and the ports for media of the switch, and what the vendor's signalling \
                    says of its own.",
                "See whether a machine answers: an announcement that the number does not exist must not count as an \
                    answer.",
            ]
        };
        FindingWords {
            title: match is_false_answer {
                true => format!("{vendor} may answer calls that nobody answers"),
                false => format!("Calls through {vendor} are over at once"),
            },
            sentence: format!(
                "{} of {} answered through {vendor} were over within {SHORT_SECONDS} s, \
                    {}{others}.{sides}{ratio}{delay}",
                EN.count(*short),
                calls(*answered),
                percent_of(*short, *answered),
            ),
            steps: steps.map(Into::into).into(),
        }
    }
}

impl Said for SlowSetUp {
    fn said(&self, about: About<'_>) -> FindingWords {
        let SlowSetUp { calls: all, gave_up, delay_millis, answered_millis, others_millis } = self;
        let vendor = about.vendor();
        let seconds = |millis: f64| EN.decimal(millis / 1000.0, 1);
        let answered = answered_millis.map_or(String::new(), |millis| {
            format!(" Half of its answered calls took no more than {} s.", seconds(millis))
        });
        let others = others_millis.map_or(String::new(), |millis| {
            format!(" With the other vendors, those who gave up had waited {} s.", seconds(millis))
        });
        FindingWords {
            title: format!("Callers give up before {vendor} rings"),
            sentence: format!(
                "Of {} to {vendor}, {} ({}) were given up by the caller; half of these had waited {} s or \
                    more.{answered}{others}",
                calls(*all),
                EN.count(*gave_up),
                percent_of(*gave_up, *all),
                seconds(*delay_millis),
            ),
            steps: vec![
                "Ask the vendor why it takes so long: it may try several carriers of its own, one after another."
                    .into(),
                "Shorten the time after which the switch tries the next gateway.".into(),
                "Give a vendor that rings sooner the higher priority for the same prefixes.".into(),
            ],
        }
    }
}

impl Said for MediaLost {
    fn said(&self, about: About<'_>) -> FindingWords {
        let MediaLost { lost, answered, others_percent, talk_seconds, reasons } = self;
        let whose = about.finding.about.first().and_then(|(_, key)| key.clone()).unwrap_or_default();
        let is_vendor = about.finding.about.iter().any(|(by, _)| *by == Dimension::TerminatingGateway);
        let others =
            others_percent.map_or(String::new(), |percent| format!("; the others have {}", EN.percent(percent)));
        let lasted = talk_seconds.map_or(String::new(), |seconds| {
            format!(" They had lasted {} on average.", EN.duration(Duration(seconds)))
        });
        let mut steps: Vec<Cow<'static, str>> = Vec::new();
        steps.extend(reasons.first().and_then(|reason| about.advice(reason)));
        steps.push(if is_vendor {
            "Ask the vendor from which addresses and ports its media come, and let them through the firewall.".into()
        } else {
            "Ask the customer whether its gateway is behind an address translation, and let the switch relay its media."
                .into()
        });
        steps.push("Capture one of these calls, and see in which direction media stop.".into());
        FindingWords {
            title: format!("Calls {} {whose} lose their media", if is_vendor { "through" } else { "of" }),
            sentence: format!(
                "{} of {} answered {} {whose} were ended as no media came any more, {}{others}.{lasted}",
                EN.count(*lost),
                calls(*answered),
                if is_vendor { "through" } else { "of" },
                percent_of(*lost, *answered),
            ),
            steps,
        }
    }
}

impl Said for SameLength {
    fn said(&self, about: About<'_>) -> FindingWords {
        let SameLength { seconds, calls: count, by_server, longer } = self;
        let length = EN.duration(Duration(f64::from(*seconds)));
        let longer = match longer {
            0 => " None was longer.".to_owned(),
            longer => format!(" {} were longer.", calls(*longer)),
        };
        let is_of_vendor = about.finding.subject(Dimension::TerminatingGateway).is_some();
        let through = if is_of_vendor { format!(" through {}", about.vendor()) } else { String::new() };
        FindingWords {
            title: format!("A timer ends calls{through} after {length}"),
            sentence: format!(
                "{}{through} lasted exactly {length} ({} s, one more or less); the switch ended {} of them.{longer}",
                calls(*count),
                EN.count((*seconds).into()),
                EN.count(*by_server),
            ),
            steps: vec![
            "If the switch ended them: see which side does not refresh the session, and the parameters below.".into(),
            "If the vendor did: ask for its longest call, and tell customers who talk longer.".into(),
            "Rule out that the calls were dead before: a gateway that lost power never hangs up, and is billed until \
                the timer ends the call.".into(),
        ],
        }
    }
}

impl Said for ServerReleased {
    fn said(&self, about: About<'_>) -> FindingWords {
        let ServerReleased { reason, is_known, released, answered, talk_seconds, most } = self;
        let name = about.reason(reason);
        let most = match most {
            Some((account, count)) if !account.is_empty() => {
                format!(" {account} has the most of them, {}.", EN.count(*count))
            }
            _ => String::new(),
        };
        let mut steps: Vec<Cow<'static, str>> = Vec::new();
        steps.extend(about.advice(reason));
        if !is_known {
            steps.push(
                "What this code means is not published: look for one of these calls in the VOS3000 client, and \
                name the reason in your dictionary."
                    .into(),
            );
            steps.push(
                "Short calls point to media that never came, long ones to a session timer, and a single \
                account to its balance."
                    .into(),
            );
        }
        steps.push("See whether someone ended calls by hand, or the switch was restarted, at that time.".into());
        FindingWords {
            title: format!("The switch ends answered calls: {name}"),
            sentence: format!(
                "{} were ended by the switch with {name} while people talked, {} of the answered ones; they had \
                    lasted {} on average.{most}",
                calls(*released),
                percent_of(*released, *answered),
                EN.duration(Duration(*talk_seconds)),
            ),
            steps,
        }
    }
}
