//! An end reason of a file, found in the tables.

use super::numbering::Numbering;
use super::reason::{Reason, reason, reasons};
use super::terms::{Category, Family, Impact, Outcome, Q850_LAST, SIP_LAST, Side};
use calls::{EndReason, ReasonsOf, plain_name};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What an end reason of a file is.
#[derive(Debug, Clone, PartialEq)]
pub struct Classified {
    /// Its family.
    pub family: Family,
    /// Its number in the family; `None` for words, known or not.
    pub code: Option<i32>,
    /// The facts, where the tables have any.
    pub reason: Option<&'static Reason>,
    /// The facts are those of the class that the number belongs to: a SIP code that the registry does not have is
    /// treated as the x00 of its hundred (RFC 3261 8.1.3.2).
    pub stands_in: bool,
}

impl PartialEq for Reason {
    fn eq(&self, other: &Self) -> bool {
        (self.family, self.code) == (other.family, other.code)
    }
}

impl Classified {
    /// The category; [`Category::Unknown`] where the tables have nothing.
    pub fn category(&self) -> Category {
        self.reason.map_or(Category::Unknown, |reason| reason.category)
    }

    /// How much it hurts; what is not known might hurt, so it is not quiet.
    pub fn impact(&self) -> Impact {
        self.reason.map_or(Impact::Medium, |reason| reason.impact)
    }

    /// Where the reason lies, where the tables know.
    pub fn side(&self) -> Option<Side> {
        self.reason.map(|reason| reason.side)
    }

    /// What became of a call that ended so and had talk time or not.
    pub fn class(&self, answered: bool) -> Outcome {
        if answered { Outcome::Answered } else { self.reason.map_or(Outcome::Unknown, |reason| reason.class) }
    }
}

/// Puts an end reason into its family. Total: whatever the file has gets a place.
pub fn classify(end_reason: &EndReason<'_>, numbering: Numbering, of: ReasonsOf) -> Classified {
    match end_reason {
        EndReason::Code(code) => of_code(*code, if of == ReasonsOf::Other { Numbering::Live } else { numbering }),
        EndReason::Text(text) => match number_in(text) {
            Some(code) if (1..=Q850_LAST).contains(&code) => of_family(Family::Q850, code),
            Some(code) if (300..=SIP_LAST).contains(&code) => of_family(Family::Sip, code),
            Some(code) if code < 0 => of_family(Family::Server, code),
            _ => match of_words(text, of) {
                Some(reason) if matches!(reason.family, Family::Sip | Family::Q850) => {
                    of_family(reason.family, reason.code)
                }
                Some(reason) if reason.family == Family::Disposition => {
                    Classified { family: Family::Disposition, code: None, reason: Some(reason), stands_in: false }
                }
                reason => Classified { family: Family::Text, code: None, reason, stands_in: false },
            },
        },
    }
}

fn of_code(code: i32, numbering: Numbering) -> Classified {
    if numbering == Numbering::Guide && reason(Family::Guide, code).is_some() {
        return of_family(Family::Guide, code);
    }
    match code {
        1..=Q850_LAST => of_family(Family::Q850, code),
        128..=SIP_LAST => of_family(Family::Sip, code),
        _ => of_family(Family::Server, code),
    }
}

fn of_family(family: Family, code: i32) -> Classified {
    let exact = reason(family, code);
    let reason = exact.or_else(|| (family == Family::Sip).then(|| reason(family, code / 100 * 100)).flatten());
    Classified { family, code: Some(code), stands_in: exact.is_none() && reason.is_some(), reason }
}

/// Words without a number: the switch's own, then the names of the standards. For VOS3000 as clients show them, then
/// the guide, SIP and Q.850; for other switches their dispositions, then Q.850 and SIP.
fn of_words(words: &str, of: ReasonsOf) -> Option<&'static Reason> {
    type Words = BTreeMap<String, &'static Reason>;
    static VOS3000: LazyLock<Words> = LazyLock::new(|| named([Family::Text, Family::Guide, Family::Sip, Family::Q850]));
    static OTHER: LazyLock<Words> =
        LazyLock::new(|| named([Family::Disposition, Family::Q850, Family::Sip, Family::Text]));
    fn named(families: [Family; 4]) -> Words {
        let mut words = BTreeMap::new();
        for family in families {
            for reason in reasons().filter(|reason| reason.family == family) {
                for name in reason.aliases.iter().chain([&reason.name]).chain(&reason.openh323) {
                    words.entry(plain_name(name)).or_insert(reason);
                }
            }
        }
        words
    }
    let known = if of == ReasonsOf::Other { &OTHER } else { &VOS3000 };
    known.get(&plain_name(words)).copied()
}

/// The number in `Temporarily Unavailable(480)` and `NormalCallClearing(16)`, as clients show them; in `404 (Not
/// Found)`, as portals do; and in a `Reason:` header, `Q.850;cause=34`.
fn number_in(text: &str) -> Option<i32> {
    let short = |digits: &str| (digits.len() <= 4).then(|| digits.parse().ok()).flatten();
    let text = text.trim();
    if let Some((_, cause)) = text.split_once("cause=") {
        return short(cause.split(|c: char| !c.is_ascii_digit()).next()?);
    }
    let (before, inside) = text.strip_suffix([')', '）'])?.rsplit_once(['(', '（'])?;
    short(inside.trim()).or_else(|| short(before.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(code: i32, numbering: Numbering) -> (Family, &'static str) {
        let classified = of_code(code, numbering);
        (classified.family, classified.reason.map_or("", |reason| reason.name.as_str()))
    }

    #[test]
    fn numbers_go_by_numbering() {
        assert_eq!(of(16, Numbering::Guide), (Family::Guide, "Authentication Failed"));
        assert_eq!(of(16, Numbering::Live).0, Family::Q850);
        assert_eq!(of(-7, Numbering::Live).0, Family::Server);
        assert_eq!(of(-7, Numbering::Guide).0, Family::Server);
        assert_eq!(of(-36, Numbering::Live), (Family::Server, ""));
        assert_eq!(of(0, Numbering::Live), (Family::Server, ""));
        assert_eq!(of(503, Numbering::Guide), (Family::Sip, "Service Unavailable"));
        assert_eq!(of(102, Numbering::Live).0, Family::Q850);
        assert_eq!(of(700, Numbering::Live), (Family::Server, ""));
    }

    #[test]
    fn an_unregistered_sip_code_is_taken_for_the_x00_of_its_hundred() {
        let classified = of_code(499, Numbering::Live);
        assert_eq!((classified.code, classified.stands_in), (Some(499), true));
        assert_eq!(classified.reason.unwrap().code, 400);
    }

    #[test]
    fn words_of_a_client_carry_their_number() {
        let of = |text: &'static str| {
            let classified = classify(&EndReason::Text(text.into()), Numbering::Live, ReasonsOf::Vos3000);
            (classified.family, classified.code)
        };
        assert_eq!(of("Temporarily Unavailable(480)"), (Family::Sip, Some(480)));
        assert_eq!(of("NormalCallClearing (16)"), (Family::Q850, Some(16)));
        assert_eq!(of("未找到（404）"), (Family::Sip, Some(404)));
        assert_eq!(of("无可用路由"), (Family::Text, None));
        assert_eq!(of("something else"), (Family::Text, None));
        assert_eq!(of("x(9999)"), (Family::Text, None));
        assert_eq!(of("404 (Not Found)"), (Family::Sip, Some(404)));
        assert_eq!(of("-7 (主叫挂断)"), (Family::Server, Some(-7)));
        assert_eq!(of("Q.850;cause=34;text=\"congestion\""), (Family::Q850, Some(34)));
        assert_eq!(of("Busy Here"), (Family::Sip, Some(486)));
        assert_eq!(of(""), (Family::Text, None));
    }

    #[test]
    fn words_of_other_switches_are_theirs() {
        let of = |text: &'static str| {
            let classified = classify(&EndReason::Text(text.into()), Numbering::Guide, ReasonsOf::Other);
            (classified.family, classified.code, classified.reason.is_some())
        };
        assert_eq!(of("NO ANSWER"), (Family::Disposition, None, true));
        assert_eq!(of("ORIGINATOR_CANCEL"), (Family::Disposition, None, true));
        assert_eq!(of("NORMAL_CLEARING"), (Family::Q850, Some(16), true));
        assert_eq!(of("USER_BUSY"), (Family::Q850, Some(17), true));
        assert_eq!(of("Cisco 393216"), (Family::Disposition, None, true));
        let number = classify(&EndReason::Code(16), Numbering::Guide, ReasonsOf::Other);
        assert_eq!((number.family, number.code), (Family::Q850, Some(16)), "no list of a guide");
    }

    /// Every server reason that clients show as words, in English and Chinese (field notes, 5.2).
    #[test]
    fn every_text_of_the_switch_is_recognised_in_both_languages() {
        let pairs = [
            ("Caller hangup", "主叫挂断"),
            ("Callee hangup", "被叫挂断"),
            ("Illegal call", "非法呼叫"),
            ("NoAvailableRouter", "无可用路由"),
            ("No available gateway", "无可用路由"),
            ("Not Found", "未找到"),
            ("Response timeout", "响应超时"),
            ("Response timeout", "处理超时"),
            ("Connection timeout", "连接超时"),
            ("Protocol limit", "协议受限"),
            ("Busy", "被叫忙"),
            ("Called busy", "被叫忙"),
            ("The called not online", "被叫不在线"),
            ("Unregistered", "未注册"),
            ("Account locked", "账户锁定"),
            ("Account expired", "账户过期"),
            ("Account not exist", "账户不存在"),
            ("Insufficient balance", "账户余额不足"),
            ("Rate not found", "费率不存在"),
            ("No matching rate", "费率未找到"),
            ("No permission for call", "无此呼叫权限"),
            ("Connection limit exceeded", "超出线数"),
            ("Connection limit exceeded", "连接超限"),
            ("Session timeout", "会话超时"),
            ("Media timeout", "媒体超时"),
            ("RTP timeout", "媒体超时"),
            ("Server forced release", "服务器强制挂断"),
            ("Authentication failed", "认证失败"),
            ("Codec mismatch", "编码不匹配"),
        ];
        let of = |text: &str| classify(&EndReason::Text(text.to_owned().into()), Numbering::Live, ReasonsOf::Vos3000);
        for (english, chinese) in pairs {
            let (in_english, in_chinese) = (of(english), of(chinese));
            assert!(in_english.reason.is_some(), "{english}");
            assert_eq!(in_english.reason, in_chinese.reason, "{english} {chinese}");
            for words in [english, chinese] {
                let with_code = of(&format!("{words}(480)"));
                assert_eq!((with_code.family, with_code.code), (Family::Sip, Some(480)), "{words}");
            }
        }
    }

    /// And names of causes as the client shows them.
    #[test]
    fn words_of_the_switch_are_known_in_english_and_chinese() {
        let name = |text: &'static str| {
            classify(&EndReason::Text(text.into()), Numbering::Live, ReasonsOf::Vos3000)
                .reason
                .map(|reason| reason.name.as_str())
        };
        for (words, same) in [
            ("无可用路由", "NoAvailableRouter"),
            ("主叫挂断", "caller hangup"),
            ("被叫挂断", "Callee hangup"),
            ("非法呼叫", "ILLEGAL CALL"),
            ("账户余额不足", "Insufficient balance"),
            ("费率不存在", "No matching rate"),
            ("响应超时", "Response_timeout"),
            ("会话超时", "Session timeout"),
        ] {
            assert!(
                name(words).is_some() && name(words) == name(same),
                "{words} {same}: {:?} {:?}",
                name(words),
                name(same)
            );
        }
        assert_eq!(name("NormalCallClearing"), Some("Normal call clearing"));
        assert_eq!(name("Blacklist match"), Some("Blacklist Match"));
        assert_eq!(name("something else"), None);
    }

    proptest! {
        #[test]
        fn classification_is_total(code: i32, text in "\\PC{0,30}", guide: bool) {
            let numbering = if guide { Numbering::Guide } else { Numbering::Live };
            prop_assert_eq!(classify(&EndReason::Code(code), numbering, ReasonsOf::Vos3000).code, Some(code));
            let _ = classify(&EndReason::Text(text.into()), numbering, ReasonsOf::Other);
        }
    }
}
