//! A made file of `e_cdr`, read as the page does.

use super::super::context::Context;
use super::super::picture::Picture;
use super::super::ranking::findings;
use crate::rules::{Finding, RuleId};
use crate::texts::FindingTexts;
use calls::LocalZone;
use knowledge::PersonalDictionary;
use query::{Answer, Filter, Query, answer};
use reference::Entry;
use reference::EntryLink;
use session::{DroppedFileReader, FileIdentity, FileState, ReadSettings, Session, filter_problems};
use std::cell::RefCell;
use std::fmt::Write;
use std::rc::Rc;
use store::Shard;
use words::Language;

/// Monday, 2 March 2026, 00:00 UTC, in epoch milliseconds.
pub(crate) const DAY: i64 = 1_772_409_600_000;

/// A call to be written. By default an answered one of a minute, of the account `C1` through the gateway `MG1` to the
/// vendor `V1`, hung up by the caller, at midnight.
#[derive(Debug, Clone)]
#[allow(missing_docs)] // The columns of `e_cdr`.
pub(crate) struct MadeCall {
    pub caller: String,
    pub callee: String,
    pub caller_ip: String,
    pub origin: String,
    pub account: String,
    /// Empty for no vendor reached.
    pub vendor: String,
    pub agent: String,
    pub rate_prefix: String,
    pub billing_mode: i32,
    /// Milliseconds since midnight.
    pub start: i64,
    /// Milliseconds from start to stop; `None` for the talk time.
    pub lasted: Option<i64>,
    /// It was up when the file was written: it has no stop.
    pub is_up: bool,
    /// Milliseconds.
    pub delay: u32,
    /// Seconds.
    pub talk: u32,
    /// Seconds; `None` for the talk time.
    pub billed: Option<u32>,
    pub fee: f64,
    pub cost: f64,
    /// 0 caller, 1 callee, 2 server.
    pub side: u8,
    pub reason: String,
    /// `None` for one after another.
    pub serial: Option<i64>,
}

impl MadeCall {
    /// An unanswered call that ended so, by the callee's side.
    pub(crate) fn fails(&mut self, reason: impl ToString) {
        (self.talk, self.fee, self.cost, self.side, self.reason) = (0, 0.0, 0.0, 1, reason.to_string());
    }

    /// A call that the switch refuses, before any vendor is tried.
    pub(crate) fn refused(&mut self, reason: impl ToString) {
        self.fails(reason);
        (self.side, self.vendor, self.agent, self.delay) = (2, String::new(), String::new(), 20);
    }

    /// At so many hours and minutes.
    pub(crate) fn at(&mut self, hour: i64, minute: i64) {
        self.start = (hour * 60 + minute) * 60_000;
    }
}

/// A file, call by call.
#[derive(Debug, Default)]
pub(crate) struct Scenario {
    calls: Vec<MadeCall>,
}

impl Scenario {
    /// No calls yet.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Adds calls; `make` gets the place of each among them, and the call to change.
    pub(crate) fn calls(mut self, count: usize, make: impl Fn(usize, &mut MadeCall)) -> Self {
        for at in 0..count {
            let mut call = MadeCall {
                caller: "442079460001".to_owned(),
                callee: format!("44770090{:04}", at * 7919 % 10_000),
                caller_ip: "192.0.2.21".to_owned(),
                origin: "MG1".to_owned(),
                account: "C1".to_owned(),
                vendor: "V1".to_owned(),
                agent: "A1".to_owned(),
                rate_prefix: "447".to_owned(),
                billing_mode: 1,
                start: 0,
                lasted: None,
                is_up: false,
                delay: 2000,
                talk: 60 + (at * 37 % 100) as u32,
                billed: None,
                fee: 0.02,
                cost: 0.01,
                side: 0,
                reason: "-7".to_owned(),
                serial: None,
            };
            make(at, &mut call);
            self.calls.push(call);
        }
        self
    }

    /// Without some of the calls that were added.
    pub(crate) fn without(mut self, is_one: impl Fn(&MadeCall) -> bool) -> Self {
        self.calls.retain(|call| !is_one(call));
        self
    }

    /// Ordinary traffic over a day: `count` calls of each account through each vendor, half of them answered, the
    /// others busy, without answer or given up, evenly over 24 hours.
    pub(crate) fn ordinary(mut self, count: usize, accounts: &[&str], vendors: &[&str]) -> Self {
        for account in accounts {
            for vendor in vendors {
                self = self.calls(count, |at, call| {
                    (call.account, call.origin) = ((*account).to_owned(), format!("MG_{account}"));
                    (call.vendor, call.agent) = ((*vendor).to_owned(), format!("A_{vendor}"));
                    call.start = at as i64 * 86_400_000 / count as i64;
                    match at % 6 {
                        0..3 => {}
                        3 => call.fails(486),
                        4 => call.fails(480),
                        _ => call.fails(487),
                    }
                });
            }
        }
        self
    }

    fn text(&self) -> String {
        let mut text = "flowno,callere164,calleee164,callerip,callergatewayid,customeraccount,calleegatewayid,\
            agentaccount,callerareacode,billingmode,starttime,stoptime,callerpdd,holdtime,feetime,fee,agentfee,\
            enddirection,endreason\n"
            .to_owned();
        let mut calls: Vec<&MadeCall> = self.calls.iter().collect();
        calls.sort_by_key(|call| call.start);
        for (number, call) in calls.iter().enumerate() {
            let serial = call.serial.unwrap_or(330_455_001 + number as i64);
            let start = DAY + call.start;
            let stop = if call.is_up { 0 } else { start + call.lasted.unwrap_or(i64::from(call.talk) * 1000) };
            let MadeCall { caller, callee, caller_ip, origin, account, vendor, agent, rate_prefix, .. } = call;
            let MadeCall { billing_mode, delay, talk, fee, cost, side, reason, .. } = call;
            let billed = call.billed.unwrap_or(*talk);
            let _ = writeln!(
                text,
                "{serial},{caller},{callee},{caller_ip},{origin},{account},{vendor},{agent},\
                    {rate_prefix},{billing_mode},{start},{stop},{delay},{talk},{billed},{fee},{cost},{side},{reason}"
            );
        }
        text
    }

    /// The picture of the file.
    pub(crate) fn picture(&self) -> Picture {
        picture_of(self.text().as_bytes())
    }

    /// What all rules find, the most urgent first.
    pub(crate) fn findings(&self) -> Vec<Finding> {
        let picture = self.picture();
        let found = findings(&picture);
        found.iter().for_each(|finding| is_told_well(finding, &picture));
        found
    }

    /// What one rule finds.
    pub(crate) fn found(&self, rule: RuleId) -> Vec<Finding> {
        self.findings().into_iter().filter(|finding| finding.rule == rule).collect()
    }
}

/// What must be so of every finding: it is said in whole sentences, its filter can be understood, and its entries of
/// the reference are there.
pub(crate) fn is_told_well(finding: &Finding, picture: &Picture) {
    let words = Language::English.finding(finding, &picture.context);
    assert!(!words.title.is_empty() && !words.title.ends_with('.'), "{}", words.title);
    assert!(words.sentence.ends_with(['.', ')']) && !words.sentence.contains(".."), "{}", words.sentence);
    assert!(words.steps.iter().all(|step| step.ends_with(['.', '?'])), "{:?}", words.steps);
    assert_eq!(filter_problems(&finding.filter, &picture.context.zone), []);
    for entry in &finding.reference {
        let is_there = Entry::of_link(&EntryLink::parse(entry), Language::English).is_some();
        assert!(is_there, "{:?}: {entry}", finding.rule);
    }
}

/// The picture of a file, and the session and shard of its calls.
pub(crate) fn read(file: &[u8]) -> (Session, Shard) {
    let shard = Rc::new(RefCell::new(Shard::default()));
    let mut session = Session::new(PersonalDictionary::default());
    let identity = FileIdentity { name: "e_cdr.csv".to_owned(), bytes: file.len() as u64, modified: 0 };
    let id = session.add([identity])[0].unwrap();
    let mut reader = DroppedFileReader::new("e_cdr.csv", &ReadSettings::default(), &Rc::default()).keeping(&shard, id);
    file.chunks(1 << 20).for_each(|slice| _ = reader.push(slice));
    let part = reader.finish().0.pop().unwrap();
    session.update(id, FileState::Read(Rc::new(part.outcome.unwrap())));
    (session, Rc::try_unwrap(shard).unwrap().into_inner())
}

/// The picture of a file.
pub(crate) fn picture_of(file: &[u8]) -> Picture {
    let (session, shard) = read(file);
    let (whole, zone) = (session.summary(), LocalZone::default());
    let context = Context::of(&whole, &zone).with_files(&session);
    let query = Query::Many(Picture::queries(&context));
    let question = session.question(&Filter::default(), &whole, &zone, query);
    let Answer::Many(answers) = answer(&shard, &question).0 else { panic!("many questions, many answers") };
    Picture::of(answers, context)
}
