//! Of attacks.

use super::{About, percent_of};
use crate::insight::{ManyCallees, Scanner};
use crate::query::{Dimension, SHORT_SECONDS};
use crate::words::FindingWords;
use crate::words::en::EN;
use crate::words::en::sentences::calls;

pub(super) fn scanner(about: About<'_>, numbers: &Scanner) -> FindingWords {
    let Scanner { attempts, illegal, answered, callees, percent_in_runs, minutes, starts } = numbers;
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
            "{} from {address} to about {} numbers, {refused}. From {}, in about {} minutes of it, {} a minute. {answered}{runs}",
            calls(*attempts),
            EN.count(*callees),
            EN.span(starts.0, starts.1, about.zone),
            EN.count(*minutes),
            EN.decimal(*attempts as f64 / *minutes as f64, 1),
        ),
        steps: vec![
            "If you do not know the address, block it in the firewall.".into(),
            "Let only your customers' addresses reach the signalling ports, and move phones behind a tunnel or another port.".into(),
            "If it is a customer's, it may have moved: compare with the address of its mapping gateway.".into(),
            "Check that no phone has a password that can be guessed.".into(),
        ],
    }
}

pub(super) fn many_callees(about: About<'_>, numbers: &ManyCallees) -> FindingWords {
    let ManyCallees { attempts, answered, short, callees, counts_up } = numbers;
    let caller = about.name(Dimension::Caller);
    let runs = if *counts_up { " The numbers count up." } else { "" };
    FindingWords {
        title: format!("{caller} calls numbers one after another"),
        sentence: format!(
            "{} from {caller} to about {} numbers; {} were answered ({}), and {} of these were over within {SHORT_SECONDS} s.{runs}",
            calls(*attempts),
            EN.count(*callees),
            EN.count(*answered),
            percent_of(*answered, *attempts),
            EN.count(*short),
        ),
        steps: vec![
            "Ask the customer whose number it is whether it runs a dialler, or whether its phone system was broken into.".into(),
            "Look at what these destinations cost, and block those that nobody of the customer calls otherwise.".into(),
            "Limit the calls at once and the calls a second of the phone or the gateway.".into(),
        ],
    }
}
