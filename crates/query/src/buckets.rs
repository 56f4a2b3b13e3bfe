//! Talk times and post-dial delays in steps that grow.

use calls::narrow;

/// The most seconds of each step of talk time but the last; 0, no talk time, is a step of its own.
const TALK_SECONDS: [i64; 13] = [0, 1, 3, 6, 10, 30, 60, 120, 300, 600, 1800, 3600, 7200];

/// The most milliseconds of each step of post-dial delay but the last.
const DELAY_MILLIS: [i64; 9] = [500, 1000, 2000, 3000, 5000, 8000, 12_000, 20_000, 30_000];

/// The step of a talk time in seconds.
pub(super) fn talk_bucket(seconds: i64) -> i64 {
    TALK_SECONDS.partition_point(|&most| most < seconds) as i64
}

/// The step of a delay in milliseconds.
pub(super) fn delay_bucket(millis: i64) -> i64 {
    DELAY_MILLIS.partition_point(|&most| most < millis) as i64
}

/// A step of talk time as a filter has it: `4..6`.
pub(super) fn talk_bucket_name(bucket: i64) -> String {
    name(&TALK_SECONDS, bucket, |seconds| seconds.to_string())
}

/// A step of delay as a filter has it, in seconds: `0.501..1`.
pub(super) fn delay_bucket_name(bucket: i64) -> String {
    name(&DELAY_MILLIS, bucket, |millis| format!("{}", millis as f64 / 1000.0))
}

/// All steps of talk time, as a filter has them.
pub fn talk_steps() -> Vec<String> {
    (0..=TALK_SECONDS.len() as i64).map(talk_bucket_name).collect()
}

/// All steps of delay, likewise.
pub fn delay_steps() -> Vec<String> {
    (0..=DELAY_MILLIS.len() as i64).map(delay_bucket_name).collect()
}

fn name(most: &[i64], bucket: i64, written: impl Fn(i64) -> String) -> String {
    let bucket = narrow::index(bucket);
    let from = bucket.checked_sub(1).map(|before| most[before] + 1).unwrap_or_default();
    match most.get(bucket) {
        Some(&to) if from == to => written(to),
        Some(&to) => format!("{}..{}", written(from), written(to)),
        None => format!("{}..", written(from)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_is_named_by_what_is_in_it() {
        let talk: Vec<String> = [0, 1, 2, 3, 4, 6, 7, 7200, 7201].map(|s| talk_bucket_name(talk_bucket(s))).to_vec();
        assert_eq!(talk, ["0", "1", "2..3", "2..3", "4..6", "4..6", "7..10", "3601..7200", "7201.."]);
        let delay: Vec<String> =
            [0, 500, 501, 1000, 29_999, 30_001].map(|m| delay_bucket_name(delay_bucket(m))).to_vec();
        assert_eq!(delay, ["0..0.5", "0..0.5", "0.501..1", "0.501..1", "20.001..30", "30.001.."]);
    }
}
