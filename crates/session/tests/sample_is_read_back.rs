//! The sample, read back: what was written is what is counted, in every format and numbering, in slices of any size.

use knowledge::{Numbering, Vocabulary};
use query::Tally;
use sample::{Format, Sample, SampleSpec};
use session::{DroppedFileReader, FileReport, ReadSettings};

fn write(spec: SampleSpec) -> (Vec<u8>, Sample) {
    let mut sample = Sample::new(spec);
    let mut file = Vec::new();
    while sample.write_chunk(&mut file, 777) {}
    (file, sample)
}

fn read(file: &[u8], slice: usize) -> FileReport {
    let mut reader = DroppedFileReader::new("sample", &ReadSettings::default(), &Default::default());
    for slice in file.chunks(slice) {
        assert!(reader.push(slice));
    }
    reader.finish().0.pop().unwrap().outcome.unwrap()
}

fn codes(tally: &Tally) -> Vec<(i64, u64, u64, u64)> {
    let codes = tally.reasons().map(|(reason, sums)| match reason {
        calls::EndReason::Code(code) => (i64::from(code), sums.calls, sums.answered, sums.talk_seconds),
        calls::EndReason::Text(text) => panic!("the sample has no words: {text}"),
    });
    codes.collect()
}

#[test]
fn in_every_format_and_numbering() {
    for format in [Format::SoftswitchText, Format::EcdrCsv, Format::EcdrTsv] {
        for (in_codes, numbering) in
            [(sample::Numbering::Guide, Numbering::Guide), (sample::Numbering::Live, Numbering::Live)]
        {
            let spec = SampleSpec { calls: 6_000, format, codes: in_codes, ..SampleSpec::default() };
            let (file, sample) = write(spec);
            let totals = sample.totals();
            let report = read(&file, 100_000);
            assert_eq!(read(&file, 13), report, "{format:?} {in_codes:?}");
            assert_eq!((report.rows(), report.set_aside), (totals.rows, 0), "{:?}", report.first_set_aside);
            let tally = &report.tally;
            assert_eq!(
                (tally.calls, tally.answered, tally.talk_seconds),
                (totals.calls, totals.answered, totals.talk_seconds)
            );
            assert_eq!(tally.first_start.map(|start| start.0), totals.first_start_ms);
            assert_eq!(tally.last_start.map(|start| start.0), totals.last_start_ms);
            let expected = totals.by_reason.iter();
            let expected: Vec<_> =
                expected.map(|(&code, sums)| (i64::from(code), sums.calls, sums.answered, sums.talk_seconds)).collect();
            assert_eq!(codes(tally), expected, "{format:?} {in_codes:?}");
            let finding = tally.detected_numbering();
            let vocabulary = if numbering == Numbering::Guide { Vocabulary::Guide } else { Vocabulary::Live };
            assert_eq!(
                (finding.numbering, finding.vocabulary, finding.sure),
                (numbering, vocabulary, true),
                "{finding:?}"
            );
        }
    }
}
