mod worker;

use super::*;
use crate::{SeenCalls, mark_duplicates};
use calls::{LocalZone, NameColumn, ReasonsOf};
use fixtures::{CallFixture, FILES, calls, shards};
use knowledge::{Numbering, PersonalDictionary};
use proptest::prelude::*;
use query::{DialPlan, Dimension, Interpretation, RowOrder, RowSort, Scope, TableSpec, answer};
use std::collections::BTreeMap;
use store::{ABSENT, Column};
use worker::{FromWorker, ToWorker, Worker};

const WORKERS: u32 = 3;

const MOST_CALLS: usize = 200;

/// A question about all calls of the made files.
fn question(query: Query) -> Question {
    let scope = |file| Scope { file, part: None, id: file, interpretation: 0 };
    Question {
        scopes: (0..FILES).map(scope).collect(),
        conditions: Vec::new(),
        rules: None,
        interpretations: vec![Interpretation { numbering: Numbering::Live, reasons_of: ReasonsOf::Vos3000 }],
        personal: PersonalDictionary::default(),
        sides: Vec::new(),
        dial_plan: DialPlan::default(),
        zone: LocalZone::default(),
        slot: 0,
        query,
    }
}

/// The answer of all shards.
fn answer_of(shards: &[Shard], question: &Question) -> Answer {
    let mut answers = shards.iter().map(|shard| answer(shard, question).0);
    let mut merged = answers.next().unwrap();
    answers.for_each(|other| merged.merge(other));
    merged
}

/// All parts of files that made shards can have, and some that are nowhere.
fn parts() -> Vec<(u32, u32)> {
    (0..4).flat_map(|file| (0..MOST_CALLS as u32).map(move |part| (file, part))).collect()
}

/// What a person and the page do.
#[derive(Debug, Clone)]
enum Act {
    Ask { what: usize, slot: usize },
    GiveUp { slot: usize },
    GiveUpRows,
    Fetch { at: u64, count: usize },
    Export,
    CancelExport,
    Forget { file: u32 },
    Mark { file: u32 },
    Lose { worker: u32 },
    Listen { worker: u32 },
    Work { worker: u32, blocks: usize },
    Deliver { worker: u32 },
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let worker = || 0..WORKERS;
    let act = prop_oneof![
        8 => (0..5_usize, 0..3_usize).prop_map(|(what, slot)| Act::Ask { what, slot }),
        2 => (0..3_usize).prop_map(|slot| Act::GiveUp { slot }),
        1 => Just(Act::GiveUpRows),
        3 => (0..300_u64, 1..9_usize).prop_map(|(at, count)| Act::Fetch { at, count }),
        3 => Just(Act::Export),
        1 => Just(Act::CancelExport),
        1 => (0..3_u32).prop_map(|file| Act::Forget { file }),
        1 => (0..3_u32).prop_map(|file| Act::Mark { file }),
        1 => worker().prop_map(|worker| Act::Lose { worker }),
        20 => worker().prop_map(|worker| Act::Listen { worker }),
        25 => (worker(), 1..9_usize).prop_map(|(worker, blocks)| Act::Work { worker, blocks }),
        20 => worker().prop_map(|worker| Act::Deliver { worker }),
    ];
    proptest::collection::vec(act, 1..250)
}

/// The page, its workers, and the calls as the page has to believe them to be.
struct Play {
    questions: Questions<Vec<u64>>,
    workers: Vec<Worker>,
    /// The shards, to which all that was said to workers happens at once.
    believed: Vec<Shard>,
    /// The questions that are to be answered, by their kind.
    open: BTreeMap<usize, Question>,
    /// The last question for rows that was answered.
    rows: Option<Question>,
    /// The rows that are fetched.
    fetched: Option<(u64, usize)>,
    /// The export that is to end, and the rows that it began with.
    export: Option<(u32, Option<Vec<Vec<u64>>>)>,
    seen: SeenCalls,
}

impl Play {
    fn new(calls: &[CallFixture], seed: u64) -> Self {
        let made = || shards(calls, WORKERS as usize, seed);
        let workers = made().into_iter().map(|shard| Worker { shard, ..Worker::default() }).collect();
        let mut seen = SeenCalls::default();
        made().iter().for_each(|shard| add_every_other(&mut seen, shard));
        Self {
            questions: Questions::default(),
            workers,
            believed: made(),
            open: BTreeMap::new(),
            rows: None,
            fetched: None,
            export: None,
            seen,
        }
    }

    fn all(&self) -> Vec<u32> {
        (0..WORKERS).collect()
    }

    fn act(&mut self, act: &Act) {
        let all = self.all();
        match *act {
            Act::Ask { what, slot } => {
                let question = Question { slot, ..question(query_of(what)) };
                if question.slot_index() == Question::ROWS_SLOT {
                    (self.rows, self.fetched) = (None, None);
                }
                self.open.insert(question.slot_index(), question.clone());
                self.questions.ask(&question, &all);
            }
            Act::GiveUp { slot } => {
                self.open.remove(&Question::slot_index_of(slot));
                self.questions.give_up(slot);
            }
            Act::GiveUpRows => {
                self.fetched = None;
                // An export that waits for them still does.
                if self.export.as_ref().is_none_or(|(_, begun)| begun.is_some()) {
                    self.open.remove(&Question::ROWS_SLOT);
                    self.rows = None;
                }
                self.questions.give_up_rows(&all);
            }
            Act::Fetch { at, count } => {
                let found = self.rows.as_ref().map_or(0, |rows| rows_of(&self.believed, rows).len());
                if found > 0 {
                    self.fetched = Some((at, count));
                }
                self.questions.fetch(at, count, &all);
            }
            Act::Export => {
                let number = self.questions.export(parts(), &all);
                self.export = Some((number, None));
            }
            Act::CancelExport => {
                self.export = None;
                self.questions.cancel_export();
            }
            Act::Forget { file } => {
                self.change(|shard| shard.remove(|key| key.file == file), &ToWorker::Forget(file));
            }
            Act::Mark { file } => {
                let seen = self.seen.clone();
                self.change(|shard| _ = mark_duplicates(shard, file, None, &seen), &ToWorker::Mark(file, seen.clone()));
            }
            Act::Lose { worker } => {
                self.workers[worker as usize] = Worker::default();
                self.believed[worker as usize] = Shard::default();
                self.questions.lost(worker);
            }
            Act::Listen { worker } => self.workers[worker as usize].listen(),
            Act::Work { worker, blocks } => self.workers[worker as usize].work(blocks),
            Act::Deliver { worker } => match self.workers[worker as usize].outbox.pop_front() {
                None => {}
                Some(FromWorker::Question(message)) => self.questions.receive(worker, *message),
                Some(FromWorker::Exported { export, part, offsets }) => {
                    let rows = offsets.len() as u64;
                    self.questions.exported(worker, export, part, offsets, rows);
                }
                Some(FromWorker::Done { export, outcome }) => self.questions.export_done(worker, export, outcome),
            },
        }
        self.carry();
        self.look();
    }

    /// Changes all shards: those that are believed now, those of workers when they hear of it.
    fn change(&mut self, change: impl Fn(&mut Shard), message: &ToWorker) {
        self.believed.iter_mut().for_each(change);
        self.questions.changed();
        // What the page says of questions, it said before.
        self.carry();
        self.workers.iter_mut().for_each(|worker| worker.inbox.push_back(message.clone()));
    }

    fn carry(&mut self) {
        for (worker, message) in self.questions.take_messages() {
            if let (ToShard::Export { export, .. }, Some((number, begun))) = (&message, &mut self.export)
                && export == number
            {
                // A rows question that is answered just now is not looked at yet.
                let rows = self.rows.as_ref().or(self.open.get(&Question::ROWS_SLOT)).unwrap();
                *begun = Some(places_of(&self.believed, rows));
            }
            self.workers[worker as usize].inbox.push_back(ToWorker::Question(message));
        }
    }

    /// Looks at what the page is told.
    fn look(&mut self) {
        for event in self.questions.take_events() {
            match event {
                QuestionEvent::Answered { slot, answer } => {
                    let question = self.open.remove(&answer.slot_index(slot)).expect("somebody wants to know");
                    let expected = answer_of(&self.believed, &question);
                    match (&answer, &expected) {
                        // Which rows are fences hangs on the shards.
                        (Answer::Rows(found), Answer::Rows(expected)) => assert_eq!(found.calls, expected.calls),
                        _ => assert_eq!(answer, expected),
                    }
                    if matches!(answer, Answer::Rows(_)) {
                        self.rows = Some(question);
                    }
                }
                QuestionEvent::Rows { at, rows } => {
                    let (from, count) = self.fetched.take().expect("somebody wants rows");
                    assert_eq!(at, from);
                    let all = rows_of(&self.believed, self.rows.as_ref().unwrap());
                    let offsets: Vec<u64> = rows.iter().map(|row| row.offset).collect();
                    let from = (from as usize).min(all.len());
                    assert_eq!(offsets, all[from..(from + count).min(all.len())]);
                }
                QuestionEvent::Outdated => {
                    self.open.clear();
                    (self.rows, self.fetched) = (None, None);
                }
                QuestionEvent::ExportGrew { written, of } => assert!(written <= of),
                QuestionEvent::ExportEnded(ExportEnd { export, pieces, written, of }) => {
                    let (number, begun) = self.export.take().expect("somebody wants an export");
                    assert_eq!(export, number);
                    match pieces {
                        Ok(pieces) => {
                            let offsets: Vec<Vec<u64>> = pieces.into_iter().map(|pieces| pieces.concat()).collect();
                            assert_eq!(Some(offsets), begun);
                            assert_eq!(written, of);
                        }
                        Err(ExportFault::Outdated) => assert!(begun.is_none(), "one that has begun is done"),
                        Err(_) => {}
                    }
                }
            }
        }
    }

    /// Until nothing is on its way any more.
    fn rest(&mut self) {
        while !self.workers.iter().all(Worker::is_idle) {
            for worker in 0..WORKERS {
                self.act(&Act::Listen { worker });
                self.act(&Act::Work { worker, blocks: 64 });
                self.act(&Act::Deliver { worker });
            }
        }
    }
}

fn query_of(what: usize) -> Query {
    match what {
        0 => Query::Sums,
        1 => Query::Table(TableSpec::by([Dimension::TerminatingGateway])),
        2 => Query::Many(vec![Query::Table(TableSpec::by([Dimension::HangUpSide])), Query::Attempts]),
        3 => Query::Rows(RowOrder { by: RowSort::TalkTime, descending: true }),
        _ => Query::Rows(RowOrder { by: RowSort::Start, descending: false }),
    }
}

/// Every other call of a shard.
fn add_every_other(seen: &mut SeenCalls, shard: &Shard) {
    for (_, block) in shard.blocks() {
        for row in (0..block.rows()).step_by(2) {
            let switch = block.column(Column::Name(NameColumn::Softswitch)).get(row);
            let switch =
                (switch != ABSENT).then(|| shard.dictionaries.names(NameColumn::Softswitch).get(switch as u32));
            seen.add(block.column(Column::SerialNumber).get(row), switch);
        }
    }
}

/// The places of all rows that a question finds, in its order.
fn rows_of(shards: &[Shard], question: &Question) -> Vec<u64> {
    let Answer::Rows(found) = answer_of(shards, question) else { panic!("no question for rows") };
    let Some((fence, _)) = found.before(0, shards.len()) else { return Vec::new() };
    let mut rows = RowsFrom::default();
    for shard in shards {
        rows.merge(answer(shard, question).1.from(shard, fence, usize::MAX / 2).unwrap());
    }
    rows.rows.iter().map(|row| row.offset).collect()
}

/// For each part the places of the rows that a question finds.
fn places_of(shards: &[Shard], question: &Question) -> Vec<Vec<u64>> {
    let mut offsets = vec![Vec::new(); parts().len()];
    for shard in shards {
        let of_shard = answer(shard, question).1.offsets(shard, &parts()).unwrap();
        offsets.iter_mut().zip(of_shard).for_each(|(all, some)| all.extend(some));
    }
    offsets
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn nothing_old_is_shown_nothing_waits_for_ever_and_exports_do_not_mix(
        calls in calls(MOST_CALLS),
        seed in any::<u64>(),
        acts in acts(),
    ) {
        let mut play = Play::new(&calls, seed);
        acts.iter().for_each(|act| play.act(act));
        play.rest();
        prop_assert!(!play.questions.is_busy());
        prop_assert!(play.open.is_empty(), "unanswered: {:?}", play.open.keys());
        prop_assert!(play.fetched.is_none());
        prop_assert!(play.export.is_none());
    }
}

#[test]
fn a_question_is_answered_when_nobody_holds_a_call() {
    let mut questions = Questions::<()>::default();
    questions.ask(&question(Query::Rows(RowOrder { by: RowSort::Start, descending: false })), &[]);
    questions.export(parts(), &[]);
    let events = questions.take_events();
    assert!(matches!(
        events[..],
        [QuestionEvent::Answered { .. }, QuestionEvent::ExportEnded(ExportEnd { of: 0, .. })]
    ));
    assert!(!questions.is_busy() && questions.take_messages().is_empty());
}
