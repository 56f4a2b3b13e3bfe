//! Words of security: refused calls, scans and the list to shut out.

use crate::SecurityWord;

/// The text of each.
pub(super) fn text(word: SecurityWord) -> &'static str {
    match word {
        SecurityWord::RefusalReasons => "What counts as refused for security",
        SecurityWord::HowRefusedIsCounted => {
            "Unanswered calls that reached no vendor and ended with a reason of the outcome “Refused for security”: \
                failed logins, unknown addresses, blacklists. A vendor’s own 403 is none of it. What you say of an \
                end reason in your dictionary holds here too."
        }
        SecurityWord::NobodyRefused => "No call of this selection ended so.",
        SecurityWord::AllRefusalReasons => "All end reasons that count",
        SecurityWord::RefusedSources => "Where refused calls come from",
        SecurityWord::RefusedSourcesHint => {
            "Addresses that calls were refused from for security, and those that try many numbers of which none ever \
                answers. An address whose calls are answered is somebody’s gateway: look at its set-up, do not shut \
                it out."
        }
        SecurityWord::NoRefusedSources => "No address stands out in this selection.",
        SecurityWord::WhereCallsComeFrom => "which address calls came from",
        SecurityWord::ShutOut => "Shut out",
        SecurityWord::RefusedForSecurity => "Refused",
        SecurityWord::DefineRefusedForSecurity => "Calls refused for security. The bar is their share of all attempts.",
        SecurityWord::Attempts => "Attempts",
        SecurityWord::DefineAttempts => "All calls of the selection from there, answered or not.",
        SecurityWord::AnsweredAnywhere => "Answered",
        SecurityWord::DefineAnsweredAnywhere => {
            "Answered calls from there among all calls of the files, whatever the filter says."
        }
        SecurityWord::LooksLike => "Looks like",
        SecurityWord::DefineLooksLike => {
            "Attack: never answered, and at least 10 calls and 90 % of its attempts refused for security. One of \
                many: fewer, but at least 20 such addresses have at least 100 such calls together, within six hours \
                or to the same few numbers. Tries numbers: never answered, at least 50 attempts to at least 20 \
                different numbers. Customer: calls from there are answered."
        }
        SecurityWord::LooksLikeAttacker => "Attack",
        SecurityWord::LooksLikeOneOfMany => "One of many",
        SecurityWord::LooksLikeProber => "Tries numbers",
        SecurityWord::LooksLikeLittle => "Too little to tell",
        SecurityWord::LooksLikeCustomer => "Customer",
        SecurityWord::LooksLikeUnsure => "Not known",
        SecurityWord::NumbersTried => "Called numbers",
        SecurityWord::DefineCalledNumbers => "About how many different numbers were called from there.",
        SecurityWord::SideBySide => "Side by side",
        SecurityWord::DefineSideBySide => {
            "Of a sample of the called numbers, those whose neighbour, one more or one less, was called too: near 100 \
                % where a tool counts up."
        }
        SecurityWord::BusiestPrefix => "Most to",
        SecurityWord::DefineBusiestPrefix => "The first four digits that most of the refused calls went to.",
        SecurityWord::FirstRefused => "First",
        SecurityWord::LastRefused => "Last",
        SecurityWord::DefineFirstRefused => "Of the calls refused for security; of all attempts where none was.",
        SecurityWord::PerMinute => "A minute",
        SecurityWord::DefinePerMinute => {
            "Those calls for a minute of the time from the first to the last one, of at least a minute."
        }
        SecurityWord::BlockList => "Block list",
        SecurityWord::BlockListHint => {
            "The ticked addresses, in the words of what is to shut them out. An attack is ticked already. Read the \
                list before you use it: an address that many share may be a customer’s too."
        }
        SecurityWord::BlockListFor => "Written for",
        SecurityWord::PlainList => "One address a line",
        SecurityWord::Iptables => "iptables",
        SecurityWord::Nftables => "nftables",
        SecurityWord::Fail2ban => "fail2ban",
        SecurityWord::Jail => "Jail",
        SecurityWord::NoJail => "This is no name of a jail: letters, digits, _ and - only.",
        SecurityWord::BlockPrivate => "Private addresses too",
        SecurityWord::HasPrivate => "There are private addresses in it. Be sure that they are not your own.",
        SecurityWord::NeverBlock => "Never shut out (one address a line: yours, your monitoring, your customers)",
        SecurityWord::CopyBlockList => "Copy the list",
        SecurityWord::SaveBlockList => "Save the list",
        SecurityWord::HeldNotAnAddress => "is no IP address",
        SecurityWord::HeldAllowed => "is among those that you never shut out",
        SecurityWord::HeldCarriesCalls => "has answered calls",
        SecurityWord::HeldPrivate => "is a private address",
        SecurityWord::HeldNoSource => "is no single machine’s address",
        SecurityWord::CallersOfMany => "Callers of many numbers",
        SecurityWord::CallersOfManyHint => {
            "Calling numbers by how many different numbers they call. Call centres and dialers do so too: look at who \
                it is, how many answer, and how short the calls are."
        }
        SecurityWord::RefusedBySwitch => "By the switch",
        SecurityWord::DefineRefusedBySwitch => "Unanswered calls that reached no vendor, for whatever reason.",
        SecurityWord::PlacesAtNight => "Destinations, by cost and at night",
        SecurityWord::PlacesAtNightHint => {
            "What toll fraud stands out by: a destination that costs many times as much as the others, short calls or \
                many minutes, most of it at night, from 0 to 6 o’clock. Only what these calls say; there is no list \
                of bad numbers behind it."
        }
        SecurityWord::WhatCallsCost => "what calls cost",
        SecurityWord::TimesUsual => "Cost against all",
        SecurityWord::DefineTimesUsual => {
            "What a minute costs there, divided by what a minute of all calls of the selection costs."
        }
        SecurityWord::NightCalls => "At night",
        SecurityWord::NightMinutes => "Minutes at night",
        SecurityWord::DefineNightCalls => {
            "The share that began from 0 to 6 o’clock, as clocks show it in the zone that times are shown in."
        }
    }
}
