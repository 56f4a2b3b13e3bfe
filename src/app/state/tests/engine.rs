//! A browser and an engine with one worker, played: effects are done, and what comes of them is told.

use crate::app::action::{Action, FileAction};
use crate::app::browser::drop::NamedFile;
use crate::app::state::{Effect, Event, FileToRead, Kept, Remembered, State};
use crate::engine::EngineEvent;
use query::{Answer, Query, Question, RowKey};
use session::{DroppedFileReader, QuestionEvent, SeenCalls};
use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;
use store::Shard;
use yew::Callback;
use yew_router::Routable;

/// Stands for the question of the filter's figures among the slots that were asked.
pub(super) const SUMS: usize = 1000;

/// And for that of its calls.
pub(super) const ROWS: usize = 1001;

/// The page, and what is outside of it.
pub(super) struct Opened {
    pub(super) state: State,
    pub(super) shard: Rc<RefCell<Shard>>,
    seen: BTreeMap<u32, SeenCalls>,
    texts: BTreeMap<String, &'static str>,
    /// What happens next, in order.
    pub(super) pending: VecDeque<Event>,
    pub(super) path: String,
    pub(super) query: String,
    /// Slots that were asked.
    pub(super) asked: Vec<usize>,
    /// Files that were read.
    pub(super) read: Vec<u32>,
    pub(super) kept: Vec<Kept>,
    /// Names of files that were saved.
    pub(super) saved: Vec<String>,
    pub(super) exports: u32,
}

impl Default for Opened {
    fn default() -> Self {
        Self {
            state: State::new(Remembered::default(), ("/", ""), Callback::noop(), || 0.0),
            shard: Rc::default(),
            seen: BTreeMap::new(),
            texts: BTreeMap::new(),
            pending: VecDeque::new(),
            path: "/".to_owned(),
            query: String::new(),
            asked: Vec::new(),
            read: Vec::new(),
            kept: Vec::new(),
            saved: Vec::new(),
            exports: 0,
        }
    }
}

impl Opened {
    pub(super) fn act(&mut self, action: impl Into<Action>) {
        self.happens(Event::Action(action.into()));
    }

    pub(super) fn drop(&mut self, files: &[(&str, &'static str)]) {
        self.texts.extend(files.iter().map(|(name, text)| (name.to_string(), *text)));
        let files = files.iter().map(|(name, text)| NamedFile::named(name, text.len() as u64)).collect();
        self.act(FileAction::Read(files));
    }

    /// The address becomes another one.
    pub(super) fn go(&mut self, path: &str, query: &str) {
        if (path, query) == (&self.path, &self.query) {
            return;
        }
        (self.path, self.query) = (path.to_owned(), query.to_owned());
        self.happens(Event::Address { path: self.path.clone(), query: self.query.clone() });
    }

    pub(super) fn happens(&mut self, event: Event) {
        let (effects, _) = self.state.update(event);
        effects.into_iter().for_each(|effect| self.perform(effect));
    }

    /// The next thing happens that was on its way; whether there was one.
    pub(super) fn step(&mut self) -> bool {
        let next = self.pending.pop_front();
        next.map(|event| self.happens(event)).is_some()
    }

    pub(super) fn settle(&mut self) {
        while self.step() {}
    }

    fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Read(files) => files.into_iter().for_each(|file| self.read(file)),
            Effect::ReadAgain(files) => {
                files.iter().for_each(|file| self.forget(file.id));
                files.into_iter().for_each(|file| self.read(file));
            }
            Effect::StopReading { stays } => {
                let gone: Vec<u32> = self.seen.keys().filter(|id| !stays.contains(id)).copied().collect();
                gone.into_iter().for_each(|id| self.forget(id));
            }
            Effect::Ask(question) => self.ask(&question),
            Effect::GiveUp(slot) => self.drop_answers(|of, answer| is_in(answer, of, slot as usize)),
            Effect::GiveUpRows => self.drop_answers(|_, answer| matches!(answer, Answer::Rows(_))),
            Effect::Export(_) => {
                self.exports += 1;
                self.happens(Event::ExportBegan(self.exports));
            }
            Effect::ReadRows { number, at, .. } => {
                self.pending.push_back(Event::Rows { number, at, rows: Vec::new() });
            }
            Effect::SaveExport(_) => self.saved.push("cdr-lens-calls.csv".to_owned()),
            Effect::Save { name, .. } => self.saved.push(name.to_owned()),
            Effect::SaveSetAside { name, .. } => self.saved.push(name),
            Effect::Keep(kept) => self.kept.push(kept),
            Effect::GoTo(route) => self.go(&route.to_path(), &self.query.clone()),
            Effect::GoWith { query } => self.go(&self.path.clone(), &query),
            Effect::Fetch { at, count } => {
                let rows: Vec<RowKey> = Vec::with_capacity(count);
                self.question(QuestionEvent::Rows { at, rows });
            }
            Effect::AskOnceDrawn => self.pending.push_back(Event::Drawn),
            Effect::AskOutdated => self.pending.push_back(Event::Outdated),
            Effect::Peek(_)
            | Effect::MakeSample
            | Effect::SetBudget(_)
            | Effect::CancelExport
            | Effect::ChooseExportPlace
            | Effect::ReadingBegan
            | Effect::ReadingEnded => {}
        }
    }

    fn question(&mut self, event: QuestionEvent<web_sys::Blob>) {
        self.pending.push_back(Event::Engine(EngineEvent::Question(event)));
    }

    fn read(&mut self, FileToRead { id, file, settings }: FileToRead) {
        self.read.push(id);
        let before = self.seen.range(..id).fold(SeenCalls::default(), |mut all, (_, calls)| {
            all.merge(calls.clone());
            all
        });
        let name = &file.identity.name;
        let seen = Rc::new(RefCell::new(before));
        let mut reader = DroppedFileReader::new(name, &settings, &seen).keeping(&self.shard, id);
        reader.push(self.texts[name].as_bytes());
        let (parts, calls) = reader.finish();
        self.seen.insert(id, calls);
        for part in parts {
            let (entry, set_aside, text) = (part.entry, Vec::new(), None);
            self.pending.push_back(Event::Engine(match part.outcome {
                Ok(report) => {
                    let (part, report) = (Some(part.part), Rc::new(report));
                    EngineEvent::Read { id, entry, part, report, set_aside, text }
                }
                Err(problem) => EngineEvent::Failed { id, entry, problem },
            }));
        }
        self.pending.push_back(Event::Engine(EngineEvent::Finished { id }));
    }

    fn forget(&mut self, id: u32) {
        self.seen.remove(&id);
        self.shard.borrow_mut().remove(|key| key.file == id);
        self.pending.retain(|event| match event {
            Event::Engine(EngineEvent::Read { id: of, .. } | EngineEvent::Finished { id: of }) => *of != id,
            _ => true,
        });
    }

    fn ask(&mut self, question: &Question) {
        let answer = query::answer(&self.shard.borrow(), question).0;
        self.asked.push(match question.query {
            Query::Sums => SUMS,
            Query::Rows(_) => ROWS,
            _ => question.slot,
        });
        let index = question.slot_index();
        self.drop_answers(|slot, answer| answer.slot_index(slot) == index);
        self.question(QuestionEvent::Answered { slot: question.slot, answer });
    }

    /// Answers that are on their way are not wanted any more.
    fn drop_answers(&mut self, is_dropped: impl Fn(usize, &Answer) -> bool) {
        self.pending.retain(|event| match event {
            Event::Engine(EngineEvent::Question(QuestionEvent::Answered { slot, answer })) => {
                !is_dropped(*slot, answer)
            }
            _ => true,
        });
    }
}

fn is_in(answer: &Answer, of: usize, slot: usize) -> bool {
    of == slot && !matches!(answer, Answer::Sums(_) | Answer::Rows(_))
}
