mod cancelled;
mod read_again;

use super::*;
use crate::{DroppedFileReader, PieceReader, ReadSettings, mark_duplicates};
use flate2::{Compression, write::GzEncoder};
use ingest::EncodingEvidence;
use proptest::prelude::*;
use std::cell::RefCell;
use std::io::Write;
use std::rc::Rc;
use store::Shard;

/// What a file is, is told by so much of it.
const FIRST_BYTES: u64 = ingest::HEAD_BYTES as u64;

/// So much of a text is there behind a piece that is given out: as much as quotes hold together.
const AHEAD_BYTES: u64 = 2 * ingest::MAX_QUOTED_RECORD_BYTES as u64;

/// Workers that do one job after another, and whose turn it is is drawn.
struct Workers<'a> {
    /// As they were dropped: some of them packed.
    files: &'a [Vec<u8>],
    /// Their texts, as far as they were handed on.
    texts: BTreeMap<u32, Vec<u8>>,
    /// Who is unpacking: text comes when it is that worker's turn.
    unpacking: BTreeMap<u32, Unpacking<'a>>,
    /// Pieces that were read before all of their text was there.
    read_while_unpacked: u32,
    plan: ReadingPlan,
    shards: Vec<Rc<RefCell<Shard>>>,
    slice: usize,
    draw: fastrand::Rng,
    reports: BTreeMap<u32, FileReport>,
    whole: BTreeMap<u32, FileReport>,
}

/// A worker that unpacks a file.
struct Unpacking<'a> {
    file: u32,
    reader: DroppedFileReader,
    slices: std::slice::Chunks<'a, u8>,
}

impl<'a> Workers<'a> {
    fn new(files: &'a [Vec<u8>], workers: u32, piece: u64, slice: usize, seed: u64) -> Self {
        let mut plan = ReadingPlan::new(workers).with_pieces_of(FIRST_BYTES + piece, piece, AHEAD_BYTES);
        for (id, file) in files.iter().enumerate() {
            plan.add(id as u32, file.len() as u64);
        }
        let shards = (0..workers).map(|_| Rc::default()).collect();
        let draw = fastrand::Rng::with_seed(seed);
        let (texts, unpacking, reports, whole) = Default::default();
        Self { files, texts, unpacking, read_while_unpacked: 0, plan, shards, slice, draw, reports, whole }
    }

    fn run(&mut self) {
        while self.step() {}
    }

    /// One worker's turn, after what the plan has found out; whether there was anything to do.
    fn step(&mut self) -> bool {
        let events = self.plan.settle();
        let has_settled = !events.is_empty();
        events.into_iter().for_each(|events| self.events(events));
        let worker = self.draw.u32(..self.shards.len() as u32);
        if let Some(unpacking) = self.unpacking.remove(&worker) {
            self.unpack(worker, unpacking);
            return true;
        }
        let job = self.plan.next_job(worker);
        let had_job = job.is_some();
        match job {
            Some(Job::Read { file, cut_at, stream, known }) => self.read(worker, file, cut_at, stream, known),
            Some(Job::Piece { file, spec, known }) => {
                self.read_while_unpacked += u32::from(self.unpacking.values().any(|unpacking| unpacking.file == file));
                self.piece(worker, file, *spec, known);
            }
            None => {}
        }
        had_job || has_settled || !self.unpacking.is_empty()
    }

    /// A worker is gone, with all that it has.
    fn lose(&mut self, worker: u32) -> LostWork {
        self.shards[worker as usize] = Rc::default();
        self.unpacking.remove(&worker);
        self.plan.lost(worker)
    }

    fn read(&mut self, worker: u32, file: u32, cut_at: Option<u64>, stream: Stream, known: SeenCalls) {
        let shard = &self.shards[worker as usize];
        let seen = Rc::new(RefCell::new(known));
        let mut reader = DroppedFileReader::new("f", &ReadSettings::default(), &seen).keeping(shard, file);
        if let Stream::Relay { at: end } | Stream::ReadFirst { end } = stream {
            reader = reader.relaying_from(end);
        }
        let mut facts = None;
        let mut slices = self.files[file as usize].chunks(self.slice);
        while let Some(slice) = slices.next() {
            if !reader.push(slice) {
                break;
            }
            if let Some(read) = reader.take_first_piece() {
                return self.first_read(worker, stream, read.unwrap(), Unpacking { file, reader, slices });
            }
            if let (None, Some(end)) = (&facts, cut_at) {
                facts = reader.cut_at(end);
            }
        }
        if facts.is_none() {
            reader.end();
            if let Some(read) = reader.take_first_piece() {
                return self.first_read(worker, stream, read.unwrap(), Unpacking { file, reader, slices });
            }
        }
        match (facts, cut_at) {
            (Some(facts), Some(_)) => {
                self.plan.cut(file, &facts);
                self.plan.piece_read(file, 0, worker, reader.finish_first_piece().unwrap());
            }
            _ => {
                let (mut parts, calls) = reader.finish();
                self.whole.insert(file, parts.pop().unwrap().outcome.unwrap());
                self.plan.whole_read(file, worker, calls);
            }
        }
    }

    fn first_read(&mut self, worker: u32, stream: Stream, read: PieceRead, unpacking: Unpacking<'a>) {
        if matches!(stream, Stream::ReadFirst { .. }) {
            return self.plan.piece_read(unpacking.file, 0, worker, read);
        }
        self.texts.remove(&unpacking.file);
        self.plan.first_read(unpacking.file, worker, read);
        self.unpacking.insert(worker, unpacking);
    }

    /// The next slice of a file that is unpacked, or its end.
    fn unpack(&mut self, worker: u32, mut unpacking: Unpacking<'a>) {
        let file = unpacking.file;
        let slice = unpacking.slices.next();
        let hand_on = |text: Vec<u8>| {
            self.plan.text_grew(file, text.len() as u64, 1);
            self.texts.entry(file).or_default().extend(text);
        };
        if let Some(slice) = slice {
            assert!(unpacking.reader.push(slice));
            unpacking.reader.take_relayed(1).into_iter().for_each(hand_on);
            self.unpacking.insert(worker, unpacking);
        } else {
            unpacking.reader.end();
            unpacking.reader.take_relayed(1).into_iter().for_each(hand_on);
            let damage = unpacking.reader.finish_relay().unwrap();
            self.plan.text_ended(file, damage);
        }
    }

    fn piece(&mut self, worker: u32, file: u32, spec: PieceSpec, known: SeenCalls) {
        let part = spec.part;
        let shard = &self.shards[worker as usize];
        let mut reader = PieceReader::new("f", &ReadSettings::default(), spec, shard, file).knowing(known);
        let text = &self.texts.get(&file).unwrap_or(&self.files[file as usize])[reader.at() as usize..];
        for slice in text.chunks(self.slice) {
            if !reader.push(slice).unwrap() {
                break;
            }
        }
        self.plan.piece_read(file, part, worker, reader.finish().unwrap());
    }

    fn events(&mut self, events: PlanEvent) {
        match events {
            PlanEvent::Mark { file, part, worker, calls } => {
                let left = mark_duplicates(&mut self.shards[worker as usize].borrow_mut(), file, part, &calls);
                for (of, (tally, duplicates)) in left {
                    if part.is_none() {
                        let report = self.whole.get_mut(&file).or(self.reports.get_mut(&file)).unwrap();
                        (report.tally, report.duplicates) = (tally.clone(), duplicates);
                    }
                    assert!(part.is_none_or(|part| part == of));
                    self.plan.marked(file, part, part.map(|_| (tally, duplicates)));
                }
            }
            PlanEvent::Forget { file, part, worker } => self.shards[worker as usize]
                .borrow_mut()
                .remove(|key| key.file == file && part.is_none_or(|part| part == key.part)),
            PlanEvent::Read { file, report, .. } => _ = self.reports.insert(file, *report),
            PlanEvent::Finished { file } => {
                if let Some(report) = self.whole.remove(&file) {
                    self.reports.insert(file, report);
                }
            }
        }
    }
}

/// Reads all files in one go, one after another.
fn in_one_go(files: &[Vec<u8>]) -> BTreeMap<u32, FileReport> {
    let seen = Rc::default();
    let read = |(id, file): (usize, &Vec<u8>)| {
        let mut reader = DroppedFileReader::new("f", &ReadSettings::default(), &seen);
        reader.push(file);
        (id as u32, reader.finish().0.pop().unwrap().outcome.unwrap())
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

fn gzip(text: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(text).unwrap();
    encoder.finish().unwrap()
}

fn files() -> impl Strategy<Value = Vec<Vec<u8>>> {
    let packed = prop_oneof![Just(None), Just(Some(0)), (1..40_usize).prop_map(Some)];
    let file = (any::<bool>(), proptest::collection::vec(rows(), 1..60), packed).prop_map(|(mark, rows, packed)| {
        let mark = if mark { "\u{FEFF}" } else { "" };
        let beginning = format!("1,1772452800000,5,-7,{}\n", "x".repeat(1000)).repeat(66);
        let text = format!("{mark}flowno,starttime,holdtime,endreason,customeraccount\n{beginning}{}", rows.concat());
        // One that is packed may lack its end.
        packed.map_or(text.clone().into_bytes(), |lacks| {
            let packed = gzip(text.as_bytes());
            packed[..packed.len() - lacks].to_vec()
        })
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
        let is_handed_on =
            |file: &&PlannedFile| file.text.as_ref().is_some_and(|text| text.bytes > FIRST_BYTES + piece * 2);
        prop_assert!(pool.plan.files.iter().filter(is_large).all(|file| file.parts.len() > 1), "large files are cut");
        prop_assert!(
            pool.plan.files.iter().filter(is_handed_on).all(|file| file.whole || file.parts.len() > 1),
            "large texts are cut"
        );
        // What a worker read is lost: it is read again, and the answer is the same.
        let worker = pool.draw.u32(..workers);
        let lost = pool.lose(worker);
        prop_assert!(lost.failed.is_empty());
        pool.run();
        let again = std::mem::take(&mut pool.reports);
        prop_assert_eq!(again.keys().copied().collect::<Vec<_>>(), {
            let mut ids = lost.again.clone();
            ids.sort_unstable();
            ids
        });
        let expected: BTreeMap<_, _> =
            in_one_go(&files).into_iter().filter(|(id, _)| lost.again.contains(id)).collect();
        prop_assert_eq!(plain(again), plain(expected));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]
    #[test]
    fn a_worker_that_is_lost_takes_nothing_with_it(
        files in files(), workers in 2..4_u32, piece in 60..900_u64,
        slice in 20..300_usize, seed in any::<u64>(), after in 1..60,
    ) {
        let mut pool = Workers::new(&files, workers, piece, slice, seed);
        let _ = (0..after).all(|_| pool.step());
        let worker = pool.draw.u32(..workers);
        prop_assert_eq!(pool.lose(worker).failed, Vec::<u32>::new());
        pool.run();
        prop_assert_eq!(plain(std::mem::take(&mut pool.reports)), plain(in_one_go(&files)));
    }
}

#[test]
fn a_packed_text_is_read_while_it_is_unpacked() {
    let mut draw = fastrand::Rng::with_seed(7);
    let mut text = "flowno,starttime,holdtime,endreason,customeraccount\n".to_owned();
    for serial in 0..9000 {
        let account = match draw.u32(..200) {
            0 => "\"never closed".to_owned(),
            1 => "\"two\nlines\"".to_owned(),
            2 => "long".repeat(draw.usize(..60_000)),
            _ => format!("account {}", draw.u64(..1 << 60)),
        };
        text.push_str(&format!("{serial},1772452800000,{},486,{account}\n", draw.u32(..90)));
    }
    let files = [gzip(text.as_bytes())];
    for piece in [20_000, 300_000] {
        let mut pool = Workers::new(&files, 3, piece, 5000, 3);
        pool.run();
        assert!(pool.read_while_unpacked > 3, "{}", pool.read_while_unpacked);
        assert_eq!(plain(pool.reports), plain(in_one_go(&files)));
    }
}

#[test]
fn a_file_that_brings_down_whoever_unpacks_it_is_given_up() {
    let files = [gzip("x".repeat(100).as_bytes()), b"none".to_vec()];
    let mut plan = ReadingPlan::new(2);
    plan.add(5, files[0].len() as u64);
    plan.add(6, 4);
    for round in 0..2 {
        let Some(Job::Read { file: 5, stream: Stream::Relay { .. }, .. }) = plan.next_job(0) else { panic!() };
        assert!(matches!(plan.next_job(0), Some(Job::Read { file: 6, .. })), "given ahead");
        plan.first_read(5, 0, first_piece());
        plan.text_grew(5, 100, 50);
        let failed = if round == 0 { vec![] } else { vec![5] };
        let again = if round == 0 { vec![5, 6] } else { vec![6] };
        assert_eq!(plan.lost(0), LostWork { again, failed });
        assert!(plan.settle().is_empty() || round == 0);
    }
}

/// As good as any.
fn first_piece() -> PieceRead {
    let text = format!("starttime,holdtime,endreason\n{}", "1772452800000,5,-7\n".repeat(9000));
    let mut reader = DroppedFileReader::new("f", &ReadSettings::default(), &Rc::default()).relaying_from(FIRST_BYTES);
    reader.push(&gzip(text.as_bytes()));
    reader.end();
    reader.take_first_piece().unwrap().unwrap()
}

#[test]
fn a_part_that_brings_two_workers_down_is_given_up() {
    let mut plan = ReadingPlan::new(2);
    plan.add(5, 1000);
    plan.add(6, 1000);
    assert!(matches!(plan.next_job(0), Some(Job::Read { file: 5, .. })));
    assert_eq!(plan.lost(0), LostWork { again: vec![5], failed: vec![] });
    assert!(matches!(plan.next_job(0), Some(Job::Read { file: 5, .. })));
    assert_eq!(plan.lost(0), LostWork { again: vec![], failed: vec![5] });
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
        assert_eq!(plan.lost(0), LostWork { again, failed });
    }
    assert!(matches!(plan.next_job(0), Some(Job::Read { file: 6, .. })));
}
