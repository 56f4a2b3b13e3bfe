//! What a case's `.toml` may say.

use super::read::{Found, FoundCall};
use serde::Deserialize;
use std::collections::BTreeMap;

/// A file and what is expected of it.
#[derive(Debug, Deserialize)]
pub(crate) struct Case {
    /// What the case shows.
    pub(crate) why: String,
    /// The zone that a person says local times are in, such as `+08:00`.
    pub(crate) zone: Option<String>,
    /// What a person says of the columns.
    pub(crate) mapping: Option<MappingGiven>,
    /// For an archive of several files: each of them.
    #[serde(default)]
    entry: Vec<Expected>,
    #[serde(flatten)]
    own: Expected,
}

/// Fields and their columns, from 1.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct MappingGiven {
    #[serde(default)]
    pub(crate) header: bool,
    pub(crate) date_order: Option<String>,
    #[serde(default)]
    pub(crate) decimal_comma: bool,
    #[serde(flatten)]
    pub(crate) fields: BTreeMap<String, usize>,
}

/// What one file must be taken for.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct Expected {
    pub(crate) name: Option<String>,
    pub(crate) layout: Option<String>,
    pub(crate) container: Option<String>,
    pub(crate) encoding: Option<String>,
    pub(crate) dialect: Option<String>,
    pub(crate) quoting: Option<String>,
    pub(crate) rows: Option<u64>,
    pub(crate) calls: Option<u64>,
    #[serde(default)]
    pub(crate) duplicates: u64,
    pub(crate) set_aside: Option<u64>,
    pub(crate) answered: Option<u64>,
    pub(crate) talk_seconds: Option<u64>,
    pub(crate) first_start: Option<String>,
    #[serde(default)]
    pub(crate) damaged: bool,
    pub(crate) problem: Option<String>,
    #[serde(default)]
    pub(crate) call: Vec<ExpectedCall>,
}

/// Values of one call.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExpectedCall {
    at: usize,
    start: Option<String>,
    talk: Option<u32>,
    end_reason: Option<String>,
    side: Option<String>,
    caller: Option<String>,
    callee: Option<String>,
    originating_gateway: Option<String>,
    terminating_gateway: Option<String>,
    account: Option<String>,
    fee: Option<String>,
    cost: Option<String>,
    billed: Option<u32>,
    post_dial_delay: Option<u32>,
    flow_no: Option<i64>,
    #[serde(default)]
    absent: Vec<String>,
}

impl Case {
    /// What is expected of each file: of itself, or of those in it.
    pub(crate) fn expected(&self) -> Vec<Expected> {
        if self.entry.is_empty() { vec![self.own.clone()] } else { self.entry.clone() }
    }
}

impl Expected {
    /// What was found otherwise.
    pub(crate) fn differences(&self, found: &Found) -> Vec<String> {
        let mut wrong = Vec::new();
        let mut compare = |what: &str, expected: Option<String>, found: Option<String>| {
            if expected.is_some() && expected != found {
                wrong.push(format!(
                    "{what}: {} instead of {}",
                    found.unwrap_or("nothing".into()),
                    expected.unwrap_or_default()
                ));
            }
        };
        let number = |number: u64| Some(number.to_string());
        compare("name", self.name.clone(), found.name.clone());
        compare(
            "problem",
            Some(self.problem.clone().unwrap_or("none".into())),
            Some(found.problem.clone().unwrap_or("none".into())),
        );
        if self.problem.is_none() && found.problem.is_none() {
            compare("layout", self.layout.clone(), found.layout.clone());
            compare("container", Some(self.container.clone().unwrap_or("plain".into())), Some(found.container.clone()));
            compare("encoding", self.encoding.clone(), found.encoding.clone());
            compare("dialect", self.dialect.clone(), found.dialect.clone());
            compare("quoting", self.quoting.clone(), found.quoting.clone());
            compare("rows", self.rows.and_then(number), number(found.rows));
            compare("calls", self.calls.and_then(number), number(found.counted));
            compare("duplicates", number(self.duplicates), number(found.duplicates));
            compare(
                "set aside",
                self.set_aside.and_then(number),
                Some(match found.set_aside.len() {
                    0 => "0".into(),
                    count if self.set_aside == Some(count as u64) => count.to_string(),
                    count => format!("{count} {:?}", found.set_aside),
                }),
            );
            compare("answered", self.answered.and_then(number), number(found.answered));
            compare("talk seconds", self.talk_seconds.and_then(number), number(found.talk_seconds));
            compare("first start", self.first_start.clone(), found.first_start.clone());
            compare("damaged", Some(self.damaged.to_string()), Some(found.damaged.to_string()));
            for call in &self.call {
                match found.calls.get(call.at - 1) {
                    Some(found) => wrong.extend(call.differences(found)),
                    None => wrong.push(format!("no call {}", call.at)),
                }
            }
        }
        wrong
    }
}

impl ExpectedCall {
    fn differences(&self, found: &FoundCall) -> Vec<String> {
        let number = |number: Option<u32>| number.map(|number| number.to_string());
        let pairs = [
            ("start", self.start.clone()),
            ("talk", number(self.talk)),
            ("end_reason", self.end_reason.clone()),
            ("side", self.side.clone()),
            ("caller", self.caller.clone()),
            ("callee", self.callee.clone()),
            ("originating_gateway", self.originating_gateway.clone()),
            ("terminating_gateway", self.terminating_gateway.clone()),
            ("account", self.account.clone()),
            ("fee", self.fee.clone()),
            ("cost", self.cost.clone()),
            ("billed", number(self.billed)),
            ("post_dial_delay", number(self.post_dial_delay)),
            ("flow_no", self.flow_no.map(|serial| serial.to_string())),
        ];
        let mut wrong = Vec::new();
        for (key, expected) in pairs {
            let found = found.get(key).cloned();
            if expected.is_some() && expected != found {
                wrong.push(format!("call {}, {key}: {found:?} instead of {expected:?}", self.at));
            }
            if self.absent.iter().any(|absent| absent == key) && found.is_some() {
                wrong.push(format!("call {}, {key}: {found:?}, and the file does not say", self.at));
            }
        }
        wrong
    }
}
