//! Of attacks.

use super::{About, Said, percent_of};
use crate::texts::FindingWords;
use crate::texts::en::EN;
use crate::{ManyCallees, Scanner, SpreadAttack};
use calls::EpochMillis;
use query::{Dimension, SHORT_SECONDS};
use words::en::calls;

impl Said for Scanner {
    fn said(&self, about: About<'_>) -> FindingWords {
        let Scanner { attempts, illegal, answered, callees, percent_in_runs, minutes, starts } = self;
        let address = about.name(Dimension::CallerIp);
        let answered = match answered {
            0 => "None was answered.".to_owned(),
            answered => format!("{} of them were answered: look at these first.", EN.count(*answered)),
        };
        let runs = match percent_in_runs {
            Some(share) if *share >= 60.0 => " The numbers count up, as a tool's do.",
            _ => "",
        };
        let refused = match illegal {
            0 => "all of them refused by the switch for a reason that is not published".to_owned(),
            illegal => format!("{} of them refused as illegal or for a failed login", EN.count(*illegal)),
        };
        FindingWords {
            title: format!("{address} tries numbers on the switch"),
            sentence: format!(
                "{} from {address} to about {} numbers, {refused}. From {}, in about {} minutes of it, {} a minute. \
                {answered}{runs}",
                calls(*attempts),
                EN.count(*callees),
                EN.span(starts.0, starts.1, about.zone),
                EN.count(*minutes),
                EN.decimal(*attempts as f64 / *minutes as f64, 1),
            ),
            steps: vec![
                "If you do not know the address, block it in the firewall.".into(),
                "Let only your customers' addresses reach the signalling ports, and move phones behind a tunnel or \
                another port."
                    .into(),
                "If it is a customer's, it may have moved: compare with the address of its mapping gateway.".into(),
                "Check that no phone has a password that can be guessed.".into(),
            ],
        }
    }
}

impl Said for SpreadAttack {
    fn said(&self, about: About<'_>) -> FindingWords {
        let SpreadAttack { addresses, attempts, illegal, most_of_one, callees, same_numbers, times, untold } = self;
        let span = |(from, to): &(EpochMillis, EpochMillis)| EN.span(*from, *to, about.zone);
        let when = match times.as_slice() {
            [only] => format!("From {}", span(only)),
            [first, .., last] => format!(
                "{} times from {}, the first from {}",
                EN.count(times.len() as u64),
                span(&(first.0, last.1)),
                span(first)
            ),
            [] => about.when(),
        };
        let targets = if *same_numbers { "the same few numbers, about" } else { "about" };
        let refused = if illegal == attempts { "all".to_owned() } else { EN.count(*illegal) };
        let untold = match untold {
            0 => String::new(),
            untold => {
                format!(
                    " {} more were refused so from addresses that are too many to be told one by one.",
                    calls(*untold)
                )
            }
        };
        FindingWords {
            title: format!("{} addresses try numbers on the switch together", EN.count(*addresses)),
            sentence: format!(
                "{when}: {} from {} addresses, {most_of_one} at most from each, to {targets} {}; {refused} of them \
                refused as illegal or for a failed login. No address has an answered call.{untold}",
                calls(*attempts),
                EN.count(*addresses),
                EN.count(*callees),
            ),
            steps: vec![
            "Let only your customers' addresses reach the signalling ports, and move phones behind a tunnel or \
                another port: to block one address after the other does not end it.".into(),
            "The page Security has the addresses as a block list.".into(),
            "If they are the addresses of your own phones, a password or the address of the switch was changed: look \
                at whose numbers call.".into(),
            "Check that no phone has a password that can be guessed, and limit failed logins.".into(),
        ],
        }
    }
}

impl Said for ManyCallees {
    fn said(&self, about: About<'_>) -> FindingWords {
        let ManyCallees { attempts, answered, short, callees, counts_up } = self;
        let caller = about.name(Dimension::Caller);
        let runs = if *counts_up { " The numbers count up." } else { "" };
        FindingWords {
            title: format!("{caller} calls numbers one after another"),
            sentence: format!(
                "{} from {caller} to about {} numbers; {} were answered ({}), and {} of these were over within \
                {SHORT_SECONDS} s.{runs}",
                calls(*attempts),
                EN.count(*callees),
                EN.count(*answered),
                percent_of(*answered, *attempts),
                EN.count(*short),
            ),
            steps: vec![
            "Ask the customer whose number it is whether it runs a dialler, or whether its phone system was broken \
                into.".into(),
            "Look at what these destinations cost, and block those that nobody of the customer calls otherwise.".into(),
            "Limit the calls at once and the calls a second of the phone or the gateway.".into(),
        ],
        }
    }
}
