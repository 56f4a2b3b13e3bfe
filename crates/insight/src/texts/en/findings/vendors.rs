//! Of vendors and their gateways.

use super::{About, Said, asr, percent_of, spans};
use crate::texts::FindingWords;
use crate::texts::en::EN;
use crate::{GatewayDown, VendorBelowOthers, VendorCongested, VendorFell, VendorRejects};
use calls::narrow;
use words::en::calls;

impl Said for VendorCongested {
    fn said(&self, about: About<'_>) -> FindingWords {
        let VendorCongested { episodes, within, otherwise } = self;
        let vendor = about.vendor();
        FindingWords {
            title: format!("{vendor} has no capacity"),
            sentence: format!(
                "{}: {} of {} to {vendor} were turned down as congested ({}). Its answer ratio was {} then, and is {} \
                otherwise.",
                spans(episodes, about.zone),
                EN.count(within.congested),
                calls(within.calls),
                percent_of(within.congested, within.calls),
                asr(within),
                asr(otherwise),
            ),
            steps: vec![
                "Ask the vendor how many lines and calls a second it gives you, and what happened then.".into(),
                "Set the line limit of the routing gateway to what it gives, so that the switch goes on to the next \
                gateway."
                    .into(),
                "Let the switch try the next gateway at 503, and add a second route to the same prefixes.".into(),
            ],
        }
    }
}

impl Said for GatewayDown {
    fn said(&self, about: About<'_>) -> FindingWords {
        let GatewayDown { is_down, episodes, within, otherwise } = self;
        let vendor = about.vendor();
        let when = spans(episodes, about.zone);
        let silent = EN.count(within.silent);
        let share = percent_of(within.silent, within.calls);
        let of = calls(within.calls);
        // A period goes on over a step in which a few were answered.
        let answered =
            if within.answered == 0 { "none".to_owned() } else { format!("only {}", EN.count(within.answered)) };
        let was = if within.answered <= 1 { "was" } else { "were" };
        let (title, sentence) = if *is_down {
            (
                format!("{vendor} does not answer"),
                format!(
                    "{when}: {answered} of {of} to {vendor} {was} answered; of {silent} of them ({share}) nothing \
                        came back at all. Otherwise its answer ratio is {}.",
                    asr(otherwise)
                ),
            )
        } else {
            (
                format!("{vendor} does not answer many of the calls"),
                format!(
                    "{when}: of {silent} of {of} to {vendor} ({share}) nothing came back. The others went through: \
                        its answer ratio was {} then, and is {} otherwise.",
                    asr(within),
                    asr(otherwise)
                ),
            )
        };
        FindingWords {
            title,
            sentence,
            steps: vec![
            "Test whether the gateway can be reached: its address, its port, the firewall on either side.".into(),
            "Ask the vendor whether the gateway, or one of several machines behind its address, was down.".into(),
            "Take the gateway out of routing until it answers, or give it a lower priority, and shorten the time-out \
                after which the next one is tried.".into(),
        ],
        }
    }
}

impl Said for VendorFell {
    fn said(&self, about: About<'_>) -> FindingWords {
        let VendorFell { episode, otherwise, expected_percent, others_percent } = self;
        let vendor = about.vendor();
        let others = others_percent
            .map_or(String::new(), |percent| format!(" The other vendors had {} then.", EN.percent(percent)));
        FindingWords {
            title: format!("The answer ratio of {vendor} fell"),
            sentence: format!(
                "{}: {} of {} to {vendor} were answered, {}; {} was to be expected at that time, and it is {} \
                otherwise.{others}",
                about.when(),
                EN.count(episode.outcomes.answered),
                calls(episode.outcomes.calls),
                asr(&episode.outcomes),
                EN.percent(*expected_percent),
                asr(otherwise),
            ),
            steps: vec![
                "Show the calls, and see which end reason and which destination grew.".into(),
                "Ask the vendor what it changed then: routes, capacity, the numbers it lets through.".into(),
                "Send the traffic to another vendor until it is as before, and set an alarm for this gateway's answer \
                ratio."
                    .into(),
            ],
        }
    }
}

impl Said for VendorBelowOthers {
    fn said(&self, about: About<'_>) -> FindingWords {
        let compared = self.compared;
        let vendor = about.vendor();
        FindingWords {
            title: format!("{vendor} answers less than the others do"),
            sentence: format!(
                "{vendor} has an answer ratio of {} over {} to prefixes that other vendors reach too; with these the \
                    same calls would have come to {} (give or take {}). That is {} that were not answered.",
                EN.percent(compared.asr_percent()),
                calls(compared.calls),
                EN.percent(compared.expected_percent),
                EN.percent(compared.expected_error),
                calls(narrow::whole(compared.missing())),
            ),
            steps: vec![
                "Break its calls down by prefix and by end reason, and compare with another vendor.".into(),
                "Where it is worse and not much cheaper, give another vendor the higher priority.".into(),
                "Send the vendor examples of calls that others connect.".into(),
            ],
        }
    }
}

impl Said for VendorRejects {
    fn said(&self, about: About<'_>) -> FindingWords {
        let VendorRejects { reason, is_balance, rejected, calls: all } = self;
        let vendor = about.vendor();
        let name = about.reason(reason);
        let steps: [&str; 3] = if *is_balance {
            [
                "Look at your balance with the vendor, and pay it.",
                "Ask for a credit, or for a warning before the balance is used up.",
                "Take the gateway out of routing until it takes calls again.",
            ]
        } else {
            [
                "Ask the vendor which addresses and which calling numbers it lets in, and compare with what you send.",
                "Check the name and the password of the routing gateway, where it registers.",
                "See whether it is about some destinations only: those may be barred for you.",
            ]
        };
        FindingWords {
            title: if *is_balance {
                format!("Your balance with {vendor} is used up")
            } else {
                format!("{vendor} turns calls down")
            },
            sentence: format!(
                "{vendor} turned {} of {} down ({}), most of them with {name}.",
                EN.count(*rejected),
                calls(*all),
                percent_of(*rejected, *all),
            ),
            steps: steps.map(Into::into).into(),
        }
    }
}
