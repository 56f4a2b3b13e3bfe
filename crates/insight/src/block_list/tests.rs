use super::*;
use proptest::prelude::*;

fn source(address: &str, attempts: u64, answered: u64) -> Attempts {
    let at = |millis| Some(EpochMillis(millis));
    Attempts {
        address: address.to_owned(),
        attempts,
        answered,
        first: at(attempts as i64),
        last: at(attempts as i64 + 10),
    }
}

fn list(sources: &[Attempts]) -> BlockList {
    BlockList::of(sources, ["198.51.100.7"], false)
}

#[test]
fn each_form() {
    let sources = [source("203.0.113.5", 10, 0), source("2001:db8::5", 20, 0), source("203.0.113.4", 30, 0)];
    let list = list(&sources);
    assert_eq!(list.text(BlockListForm::Plain, ""), "203.0.113.4\n2001:db8::5\n203.0.113.5\n");
    assert_eq!(
        list.text(BlockListForm::Iptables, ""),
        "iptables -N cdr-lens 2>/dev/null || iptables -F cdr-lens
iptables -C INPUT -j cdr-lens 2>/dev/null || iptables -I INPUT -j cdr-lens
iptables -A cdr-lens -s 203.0.113.4 -j DROP
iptables -A cdr-lens -s 203.0.113.5 -j DROP
ip6tables -N cdr-lens 2>/dev/null || ip6tables -F cdr-lens
ip6tables -C INPUT -j cdr-lens 2>/dev/null || ip6tables -I INPUT -j cdr-lens
ip6tables -A cdr-lens -s 2001:db8::5 -j DROP
"
    );
    let nft = list.text(BlockListForm::Nftables, "");
    assert!(
        nft.starts_with("table inet cdr-lens\ndelete table inet cdr-lens\ntable inet cdr-lens {\n\tset blocked4 {")
    );
    assert!(nft.contains("elements = {\n\t\t\t203.0.113.4,\n\t\t\t203.0.113.5\n\t\t}"), "{nft}");
    assert!(nft.contains("\t\tip saddr @blocked4 drop\n\t\tip6 saddr @blocked6 drop\n\t}\n}\n"), "{nft}");
    let jail = list.text(BlockListForm::Fail2ban, "sip");
    assert_eq!(jail.lines().next(), Some("fail2ban-client set sip banip 203.0.113.4"));
    assert_eq!(list.text(BlockListForm::Fail2ban, "sip; reboot"), "", "no name of a jail");
    assert_eq!(BlockList::default().text(BlockListForm::Nftables, ""), "", "no empty sets");
}

#[test]
fn what_is_held_back() {
    let sources = [
        source("203.0.113.5; rm -rf /", 9, 0),
        source("300.1.1.1", 9, 0),
        source("", 9, 0),
        source("198.51.100.7", 9, 0),
        source("203.0.113.9", 900, 1),
        source("[::ffff:203.0.113.9]:5060", 900, 0),
        source("192.168.1.4", 9, 0),
        source("100.64.0.1", 9, 0),
        source("fd00::1", 9, 0),
        source("127.0.0.1", 9, 0),
        source("0.0.0.0", 9, 0),
        source("255.255.255.255", 9, 0),
    ];
    let list = list(&sources);
    assert_eq!(list.blocked, []);
    let why: Vec<HeldBack> = sources.iter().map(|source| list.held_back[&source.address]).collect();
    use HeldBack::*;
    let expected = [
        NotAnAddress,
        NotAnAddress,
        NotAnAddress,
        Allowed,
        CarriesCalls,
        CarriesCalls,
        Private,
        Private,
        Private,
        NoSource,
        NoSource,
        NoSource,
    ];
    assert_eq!(why, expected);
    let with_private = BlockList::of(&sources, [], true);
    assert!(with_private.has_private && with_private.blocked.len() == 4);
    assert_eq!(unreadable(["198.51.100.7", "", "10.0.0.0/8"]), ["10.0.0.0/8"]);
}

#[test]
fn an_address_is_there_once() {
    let sources =
        [source("203.0.113.5:5060", 3, 0), source("::ffff:203.0.113.5", 40, 0), source(" 203.0.113.5 ", 5, 0)];
    let expected = Blocked {
        address: "203.0.113.5".parse().unwrap(),
        attempts: 48,
        first: Some(EpochMillis(3)),
        last: Some(EpochMillis(50)),
    };
    assert_eq!(list(&sources).blocked, [expected]);
}

proptest! {
    #[test]
    fn no_text_of_a_file_is_in_a_list(texts in proptest::collection::vec("\\PC{0,20}|203\\.0\\.113\\.[0-9]{1,3}[;|& \
        ]?.{0,5}", 0..20)) {
        let sources: Vec<Attempts> = texts.iter().map(|text| source(text, 1, 0)).collect();
        let list = BlockList::of(&sources, [], true);
        for line in list.text(BlockListForm::Plain, "").lines() {
            prop_assert!(line.parse::<IpAddr>().is_ok());
        }
        for form in BlockListForm::ALL {
            let is_plain = |c: char| c.is_ascii_alphanumeric() || " .:-_/|{}=@;>,\t\n".contains(c);
            prop_assert!(list.text(form, "sip").chars().all(is_plain));
        }
    }
}
