use super::super::*;
use super::{MINUTE, asr, end};
use calls::EpochMillis;
use proptest::prelude::*;

fn windows(values: impl IntoIterator<Item = f64>) -> Vec<Series> {
    let window = |(at, value): (usize, f64)| {
        let (begin, end) = (EpochMillis(at as i64 * 15 * MINUTE), end(at as i64));
        Window { begin, end, calls: 100, new_calls: 100, value: Some(value) }
    };
    vec![Series { name: Some("V1".to_owned()), windows: values.into_iter().enumerate().map(window).collect() }]
}

#[test]
fn thresholds_that_fit() {
    // 48, 50 and 52 % thirteen times, and once 10 %: the median is 50, the median deviation 2.
    let usual = (0..39).map(|at| [48.0, 50.0, 52.0][at % 3]);
    let series = windows(usual.chain([10.0]));
    let [deviation, percentile] = suggest(&asr(15, 30), &series, Crossing::Below).try_into().unwrap();
    // 50 - 3 · 1.4826 · 2 = 41.10; 50 - 2 · 1.4826 · 2 = 44.07.
    assert_eq!((deviation.method, deviation.threshold), (Method::Deviation, Threshold { on: 41.1, off: 44.1 }));
    assert_eq!((deviation.times_on, deviation.windows, deviation.median), (1, 40, 50.0));
    assert_eq!((percentile.method, percentile.threshold), (Method::Percentile, Threshold { on: 48.0, off: 48.0 }));
    assert_eq!(percentile.times_on, 1);
    let above: Vec<Threshold> = suggest(&asr(15, 30), &series, Crossing::Above).iter().map(|of| of.threshold).collect();
    assert_eq!(above, [Threshold { on: 58.9, off: 55.9 }, Threshold { on: 52.0, off: 52.0 }]);
    assert_eq!(suggest(&asr(15, 30), &windows([50.0; 40]), Crossing::Below), [], "it never moves");
    assert_eq!(suggest(&asr(15, 30), &windows([1.0, 2.0]), Crossing::Below), [], "too few");
    assert_eq!(suggest(&asr(15, 101), &series, Crossing::Below), [], "too few calls in each");
}

proptest! {
    #[test]
    fn what_is_suggested_can_be_set_up(
        values in proptest::collection::vec(0.0..100.0_f64, 20..80),
        below in any::<bool>(),
    ) {
        let crossing = if below { Crossing::Below } else { Crossing::Above };
        for metric in AlarmMetric::ALL {
            let setup = AlarmSetup { metric, ..asr(15, 0) };
            for Suggestion { threshold, on_percent, .. } in suggest(&setup, &windows(values.clone()), crossing) {
                let (below, above) = if below { (Some(threshold), None) } else { (None, Some(threshold)) };
                prop_assert_eq!(AlarmSetup { below, above, ..setup.clone() }.problem(), None);
                prop_assert!((0.0..=100.0).contains(&on_percent));
            }
        }
    }
}
