use super::*;
use crate::ingest::EncodingEvidence;
use crate::session::{FileReading, PieceReading, ReadSettings, mark_duplicates};
use crate::store::Shard;
use crate::words::Language;
use proptest::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

/// What a file is, is told by so much of it.
const FIRST_BYTES: u64 = crate::ingest::HEAD_BYTES as u64;

/// Workers that do one job after another, and whose turn it is is drawn.
struct Workers<'a> {
    files: &'a [String],
    plan: ReadingPlan,
    shards: Vec<Rc<RefCell<Shard>>>,
    slice: usize,
    draw: fastrand::Rng,
    reports: BTreeMap<u32, FileReport>,
    whole: BTreeMap<u32, FileReport>,
}

impl<'a> Workers<'a> {
    fn new(files: &'a [String], workers: u32, piece: u64, slice: usize, seed: u64) -> Self {
        let mut plan = ReadingPlan::new(workers).with_pieces_of(FIRST_BYTES + piece, piece);
        for (id, file) in files.iter().enumerate() {
            plan.add(id as u32, file.len() as u64);
        }
        let shards = (0..workers).map(|_| Rc::default()).collect();
        let draw = fastrand::Rng::with_seed(seed);
        Self { files, plan, shards, slice, draw, reports: BTreeMap::new(), whole: BTreeMap::new() }
    }

    fn run(&mut self) {
        loop {
            let worker = self.draw.u32(..self.shards.len() as u32);
            let job = self.plan.next_job(worker);
            let nothing_to_do = job.is_none();
            match job {
                Some(Job::Read { file, cut_at, known }) => self.read(worker, file, cut_at, known),
                Some(Job::Piece { file, spec, known }) => self.piece(worker, file, *spec, known),
                None => {}
            }
            let settled = self.plan.settle();
            if nothing_to_do && settled.is_empty() {
                return;
            }
            settled.into_iter().for_each(|settled| self.settled(settled));
        }
    }

    fn read(&mut self, worker: u32, file: u32, cut_at: Option<u64>, known: SeenCalls) {
        let shard = &self.shards[worker as usize];
        let seen = Rc::new(RefCell::new(known));
        let mut reading =
            FileReading::new("f", Language::English, &ReadSettings::default(), &seen).keeping(shard, file);
        let mut facts = None;
        for slice in self.files[file as usize].as_bytes().chunks(self.slice) {
            if !reading.push(slice) {
                break;
            }
            if let (None, Some(end)) = (&facts, cut_at) {
                facts = reading.cut_at(end);
            }
        }
        match (facts, cut_at) {
            (Some(facts), Some(_)) => {
                self.plan.cut(file, &facts);
                self.plan.piece_read(file, 0, worker, reading.finish_first_piece().unwrap());
            }
            _ => {
                let (mut parts, calls) = reading.finish();
                self.whole.insert(file, parts.pop().unwrap().outcome.unwrap());
                self.plan.whole_read(file, worker, calls);
            }
        }
    }

    fn piece(&mut self, worker: u32, file: u32, spec: PieceSpec, known: SeenCalls) {
        let part = spec.part;
        let shard = &self.shards[worker as usize];
        let mut reading =
            PieceReading::new("f", Language::English, &ReadSettings::default(), spec, shard, file).knowing(known);
        let text = &self.files[file as usize].as_bytes()[reading.at() as usize..];
        for slice in text.chunks(self.slice) {
            if !reading.push(slice).unwrap() {
                break;
            }
        }
        self.plan.piece_read(file, part, worker, reading.finish().unwrap());
    }

    fn settled(&mut self, settled: Settled) {
        match settled {
            Settled::Mark { file, part, worker, calls } => {
                let left = mark_duplicates(&mut self.shards[worker as usize].borrow_mut(), file, part, &calls);
                for (of, (tally, duplicates)) in left {
                    if part.is_none() {
                        let report = self.whole.get_mut(&file).unwrap();
                        (report.tally, report.duplicates) = (tally.clone(), duplicates);
                    }
                    assert!(part.is_none_or(|part| part == of));
                    self.plan.marked(file, part, part.map(|_| (tally, duplicates)));
                }
            }
            Settled::Forget { file, part, worker } => self.shards[worker as usize]
                .borrow_mut()
                .remove(|key| key.file == file && part.is_none_or(|part| part == key.part)),
            Settled::Read { file, report, .. } => _ = self.reports.insert(file, *report),
            Settled::Finished { file } => {
                if let Some(report) = self.whole.remove(&file) {
                    self.reports.insert(file, report);
                }
            }
        }
    }
}

/// Reads all files in one go, one after another.
fn in_one_go(files: &[String]) -> BTreeMap<u32, FileReport> {
    let seen = Rc::default();
    let read = |(id, file): (usize, &String)| {
        let mut reading = FileReading::new("f", Language::English, &ReadSettings::default(), &seen);
        reading.push(file.as_bytes());
        (id as u32, reading.finish().0.pop().unwrap().outcome.unwrap())
    };
    files.iter().enumerate().map(read).collect()
}

/// Without what says how it was read rather than what it says.
fn plain(reports: BTreeMap<u32, FileReport>) -> BTreeMap<u32, FileReport> {
    let plain = |(id, mut report): (u32, FileReport)| {
        (report.not_kept, report.parts) = (0, 0);
        if let Some(facts) = &mut report.facts {
            // Nor how many bytes were there to decide it by.
            facts.encoding.evidence = EncodingEvidence::OnlyAscii;
        }
        (id, report)
    };
    reports.into_iter().map(plain).collect()
}

fn rows() -> impl Strategy<Value = String> {
    let call = (1..60_u32, 0..9_u32, 0..4_usize, any::<bool>()).prop_map(|(serial, talk, odd, named)| {
        let account = ["plain", "\"two\nlines, and a comma\"", "\"a \"\"quote\"\"\"", "a\"b"][odd];
        let reason = if named { "486" } else { "Temporarily Unavailable(480)" };
        format!("{serial},17724528{serial:02}000,{talk},{reason},{account}\n")
    });
    prop_oneof![
        20 => call,
        1 => Just("damaged\n".to_owned()),
        1 => Just("\n\n".to_owned()),
        1 => Just("9,1772452800000,1,16,\"never closed\n".to_owned()),
        1 => Just("flowno,starttime,holdtime,endreason,customeraccount\n".to_owned()),
        1 => Just("flowno,starttime,holdtime,endreason,account,callere164\n".to_owned()),
        1 => Just("é,1772452800000,1,16,Zoë\n".to_owned()),
    ]
}

fn files() -> impl Strategy<Value = Vec<String>> {
    let file = (any::<bool>(), proptest::collection::vec(rows(), 1..60)).prop_map(|(mark, rows)| {
        let mark = if mark { "\u{FEFF}" } else { "" };
        let beginning = format!("1,1772452800000,5,-7,{}\n", "x".repeat(1000)).repeat(66);
        format!("{mark}flowno,starttime,holdtime,endreason,customeraccount\n{beginning}{}", rows.concat())
    });
    proptest::collection::vec(file, 1..4)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]
    #[test]
    fn the_answer_hangs_on_no_worker_piece_slice_or_order(
        files in files(), workers in prop_oneof![Just(1_u32), Just(2), Just(3), Just(7)],
        piece in 60..900_u64, slice in prop_oneof![100..3000_usize, Just(70_000)], seed in any::<u64>(),
    ) {
        let mut pool = Workers::new(&files, workers, piece, slice, seed);
        pool.run();
        prop_assert_eq!(plain(std::mem::take(&mut pool.reports)), plain(in_one_go(&files)));
        let is_large = |file: &&PlannedFile| !file.whole && file.bytes > FIRST_BYTES + piece * 2;
        prop_assert!(pool.plan.files.iter().filter(is_large).all(|file| file.parts.len() > 1), "large files are cut");
        // What a worker read is lost: it is read again, and the answer is the same.
        let worker = pool.draw.u32(..workers);
        pool.shards[worker as usize] = Rc::default();
        let lost = pool.plan.lost(worker);
        prop_assert!(lost.failed.is_empty());
        pool.run();
        let again = std::mem::take(&mut pool.reports);
        prop_assert_eq!(again.keys().copied().collect::<Vec<_>>(), { let mut ids = lost.again.clone(); ids.sort_unstable(); ids });
        let expected: BTreeMap<_, _> = in_one_go(&files).into_iter().filter(|(id, _)| lost.again.contains(id)).collect();
        prop_assert_eq!(plain(again), plain(expected));
    }
}

#[test]
fn a_part_that_brings_two_workers_down_is_given_up() {
    let mut plan = ReadingPlan::new(2);
    plan.add(5, 1000);
    plan.add(6, 1000);
    assert!(matches!(plan.next_job(0), Some(Job::Read { file: 5, .. })));
    assert_eq!(plan.lost(0), Lost { again: vec![5], failed: vec![] });
    assert!(matches!(plan.next_job(0), Some(Job::Read { file: 5, .. })));
    assert_eq!(plan.lost(0), Lost { again: vec![], failed: vec![5] });
    assert!(matches!(plan.next_job(0), Some(Job::Read { file: 6, .. })));
    assert!(plan.next_job(1).is_none());
}

#[test]
fn what_waits_behind_a_part_that_brings_its_worker_down_is_not_blamed() {
    let mut plan = ReadingPlan::new(1);
    plan.add(5, 1000);
    plan.add(6, 1000);
    for round in 0..2 {
        assert!(matches!(plan.next_job(0), Some(Job::Read { file: 5, .. })));
        assert!(matches!(plan.next_job(0), Some(Job::Read { file: 6, .. })), "given ahead");
        let failed = if round == 0 { vec![] } else { vec![5] };
        let again = if round == 0 { vec![5, 6] } else { vec![6] };
        assert_eq!(plan.lost(0), Lost { again, failed });
    }
    assert!(matches!(plan.next_job(0), Some(Job::Read { file: 6, .. })));
}
