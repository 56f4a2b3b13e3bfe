//! Addresses to shut out, in the words of what shuts them out.
//!
//! Nothing of a file's text stands in a list: an address is read, and what was read is written. Whatever is no address,
//! is allowed, carries answered calls or is nobody's on the internet is held back, with the reason.

use calls::EpochMillis;
use sorting::{Ordered, Sort};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

/// An address that calls came from, as a file has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempts {
    /// The address, with a port or without.
    pub address: String,
    /// Calls that were tried from it.
    pub attempts: u64,
    /// Those of them that were answered: an address with any is somebody's gateway, and is never shut out.
    pub answered: u64,
    /// Start of the first one.
    pub first: Option<EpochMillis>,
    /// Start of the last one.
    pub last: Option<EpochMillis>,
}

/// An address to be shut out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Blocked {
    /// The address.
    pub address: IpAddr,
    /// Calls that were tried from it.
    pub attempts: u64,
    /// Start of the first one.
    pub first: Option<EpochMillis>,
    /// Start of the last one.
    pub last: Option<EpochMillis>,
}

/// Why an address is not shut out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HeldBack {
    /// It is no IPv4 or IPv6 address.
    NotAnAddress,
    /// The person allows it.
    Allowed,
    /// Answered calls came from it.
    CarriesCalls,
    /// It is of a private network (RFC 1918, 6598, 4193, 3927): most likely one's own. It is shut out only if asked
    /// for.
    Private,
    /// It is no single machine's on a network: loopback, multicast, broadcast, 0.0.0.0/8.
    NoSource,
}

/// How a list is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockListForm {
    /// One address a line.
    Plain,
    /// Commands for iptables and ip6tables, in a chain of its own: run again, they put the new list in place of the old
    /// one.
    Iptables,
    /// A script for `nft -f`, in a table of its own, likewise.
    Nftables,
    /// One command a line: `fail2ban-client set JAIL banip IP` (fail2ban-client(1), "manually Ban IP for JAIL").
    /// Several addresses in one command, as the manual has it now, older versions do not take. The jail decides for how
    /// long.
    Fail2ban,
}

impl BlockListForm {
    /// All of them, in the order in which a person is offered them.
    pub const ALL: [BlockListForm; 4] = [Self::Plain, Self::Iptables, Self::Nftables, Self::Fail2ban];
}

/// The addresses to be shut out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BlockList {
    /// Those with the most attempts first, then by address. Each is there once.
    pub blocked: Vec<Blocked>,
    /// What is held back, as the files have it, and why.
    pub held_back: BTreeMap<String, HeldBack>,
    /// Some of the blocked ones are of a private network: be sure that they are not your own.
    pub has_private: bool,
}

/// The name of the chain of iptables and of the table of nftables.
const OWN: &str = "cdr-lens";

impl BlockList {
    /// The list of these sources. `allowed` are addresses as a person writes them; what is none among them allows
    /// nothing, see [`unreadable`]. Private addresses are held back unless `private` asks for them.
    pub fn of<'a>(sources: &[Attempts], allowed: impl IntoIterator<Item = &'a str>, private: bool) -> Self {
        let allowed: BTreeSet<IpAddr> = allowed.into_iter().filter_map(address).ordered_set();
        // One address may be written in several ways: what holds for one holds for all.
        let carries: BTreeSet<IpAddr> = sources
            .iter()
            .filter(|source| source.answered > 0)
            .filter_map(|source| address(&source.address))
            .ordered_set();
        let mut blocked: BTreeMap<IpAddr, Blocked> = BTreeMap::new();
        let mut list = Self::default();
        for source in sources {
            let Attempts { attempts, first, last, .. } = *source;
            let held_back = match address(&source.address) {
                None => HeldBack::NotAnAddress,
                Some(address) if allowed.contains(&address) => HeldBack::Allowed,
                Some(address) if carries.contains(&address) => HeldBack::CarriesCalls,
                Some(address) if is_no_source(address) => HeldBack::NoSource,
                Some(address) if is_private(address) && !private => HeldBack::Private,
                Some(address) => {
                    let fresh = Blocked { address, attempts: 0, first, last };
                    let known = blocked.entry(address).or_insert(fresh);
                    known.attempts += attempts;
                    known.first = [known.first, first].into_iter().flatten().min();
                    known.last = known.last.max(last);
                    continue;
                }
            };
            list.held_back.insert(source.address.clone(), held_back);
        }
        list.has_private = blocked.keys().any(|&address| is_private(address));
        list.blocked = blocked.into_values().collect();
        list.blocked.order_by_key(|blocked| (std::cmp::Reverse(blocked.attempts), blocked.address));
        list
    }

    /// The list as text to be copied; empty where nobody is shut out. `jail` is fail2ban's; one that is no name of a
    /// jail ([`is_jail`]) gives nothing.
    pub fn text(&self, form: BlockListForm, jail: &str) -> String {
        if self.blocked.is_empty() {
            return String::new();
        }
        match form {
            BlockListForm::Plain => self.lines(|address| address.to_string()),
            BlockListForm::Iptables => self.iptables(),
            BlockListForm::Nftables => self.nftables(),
            BlockListForm::Fail2ban if !is_jail(jail) => String::new(),
            BlockListForm::Fail2ban => self.lines(|address| format!("fail2ban-client set {jail} banip {address}")),
        }
    }

    fn lines(&self, line: impl Fn(IpAddr) -> String) -> String {
        self.blocked.iter().map(|blocked| line(blocked.address) + "\n").collect()
    }

    /// The addresses of IPv4, or of IPv6, as texts.
    fn of_family(&self, v6: bool) -> Vec<String> {
        let of = self.blocked.iter().filter(|blocked| blocked.address.is_ipv6() == v6);
        of.map(|blocked| blocked.address.to_string()).collect()
    }

    fn iptables(&self) -> String {
        let mut text = String::new();
        for (command, v6) in [("iptables", false), ("ip6tables", true)] {
            let addresses = self.of_family(v6);
            if addresses.is_empty() {
                continue;
            }
            // The chain is made or emptied, and stands before all other rules: one that accepts SIP would let them in.
            let _ = writeln!(text, "{command} -N {OWN} 2>/dev/null || {command} -F {OWN}");
            let _ = writeln!(text, "{command} -C INPUT -j {OWN} 2>/dev/null || {command} -I INPUT -j {OWN}");
            for address in addresses {
                let _ = writeln!(text, "{command} -A {OWN} -s {address} -j DROP");
            }
        }
        text
    }

    fn nftables(&self) -> String {
        // Named, then deleted: that works whether the table was there or not, and all of it takes effect at once.
        let mut text = format!("table inet {OWN}\ndelete table inet {OWN}\ntable inet {OWN} {{\n");
        let mut rules = String::new();
        for (set, kind, family, v6) in [("blocked4", "ipv4_addr", "ip", false), ("blocked6", "ipv6_addr", "ip6", true)]
        {
            let addresses = self.of_family(v6);
            if addresses.is_empty() {
                continue;
            }
            let elements = addresses.join(",\n\t\t\t");
            let _ =
                writeln!(text, "\tset {set} {{\n\t\ttype {kind}\n\t\telements = {{\n\t\t\t{elements}\n\t\t}}\n\t}}");
            let _ = writeln!(rules, "\t\t{family} saddr @{set} drop");
        }
        // Before the usual filter (priority 0).
        let _ = write!(
            text,
            "\tchain input {{\n\t\ttype filter hook input priority -10; policy accept;\n{rules}\t}}\n}}\n"
        );
        text
    }
}

/// Which of the lines of an allow list are no address.
pub fn unreadable<'a>(allowed: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    allowed.into_iter().filter(|text| !text.trim().is_empty() && address(text).is_none()).collect()
}

/// Whether it can be the name of a jail in a command: letters, digits, `_` and `-`, not first.
pub fn is_jail(name: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    !name.is_empty() && name.len() <= 64 && !name.starts_with('-') && name.chars().all(is_plain)
}

/// An address, as a file or a person writes it: with a port or without. An IPv4 address in an IPv6 one is the IPv4
/// address.
fn address(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    let with_port = || text.parse::<SocketAddr>().ok().map(|socket| socket.ip());
    text.parse::<IpAddr>().ok().or_else(with_port).map(|address| address.to_canonical())
}

fn is_private(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => v4.is_private() || v4.is_link_local() || is_shared(v4),
        IpAddr::V6(v6) => v6.is_unique_local() || v6.is_unicast_link_local(),
    }
}

/// Of a provider's own network: 100.64.0.0/10 (RFC 6598).
fn is_shared(v4: Ipv4Addr) -> bool {
    let [first, second, ..] = v4.octets();
    first == 100 && (64..128).contains(&second)
}

fn is_no_source(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => v4.octets()[0] == 0 || v4.is_loopback() || v4.is_multicast() || v4.octets()[0] >= 240,
        IpAddr::V6(v6) => v6 == Ipv6Addr::UNSPECIFIED || v6.is_loopback() || v6.is_multicast(),
    }
}

#[cfg(test)]
mod tests;
