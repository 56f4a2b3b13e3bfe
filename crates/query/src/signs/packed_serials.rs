//! Serial numbers as they travel: each number as how much it is beyond the one before, since there are thousands of
//! them.

use super::keyed::{Keyed, Starts};
use super::serials::{Run, SerialNumbers};
use calls::EpochMillis;
use serde::{Deserialize, Serialize};

/// The runs of each switch, and what else there is.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Packed {
    runs: Vec<(String, Vec<i64>)>,
    coarseness: u8,
    too_many: bool,
}

/// Of a run: its number, its calls, the lowest and the highest serial number, the first and the last start, and when
/// the last was over.
const NUMBERS: usize = 7;

impl From<SerialNumbers> for Packed {
    fn from(serials: SerialNumbers) -> Self {
        let mut runs: Vec<(String, Vec<i64>)> = Vec::new();
        let (mut number_before, mut start_before) = (0, 0);
        for ((switch, number), run) in serials.runs.iter() {
            if runs.last().is_none_or(|(last, _)| last != switch) {
                runs.push((switch.clone(), Vec::new()));
                (number_before, start_before) = (0, 0);
            }
            let Some((_, numbers)) = runs.last_mut() else { continue };
            let (first, last) = (run.starts.first.0, run.starts.last.0);
            numbers.extend([
                number.wrapping_sub(number_before),
                run.calls as i64,
                run.lowest.wrapping_sub(number << serials.coarseness),
                run.highest.wrapping_sub(run.lowest),
                first.wrapping_sub(start_before),
                last.wrapping_sub(first),
                run.over.0.wrapping_sub(last),
            ]);
            (number_before, start_before) = (*number, first);
        }
        Self { runs, coarseness: serials.coarseness, too_many: serials.too_many }
    }
}

impl From<Packed> for SerialNumbers {
    fn from(Packed { runs: packed, coarseness, too_many }: Packed) -> Self {
        let mut runs: Vec<((String, i64), Run)> = Vec::new();
        for (switch, numbers) in packed {
            let (mut number, mut start) = (0_i64, 0_i64);
            for run in numbers.chunks_exact(NUMBERS) {
                number = number.wrapping_add(run[0]);
                start = start.wrapping_add(run[4]);
                let lowest = (number << coarseness).wrapping_add(run[2]);
                let starts = Starts { first: EpochMillis(start), last: EpochMillis(start.wrapping_add(run[5])) };
                let highest = lowest.wrapping_add(run[3]);
                let over = EpochMillis(starts.last.0.wrapping_add(run[6]));
                runs.push(((switch.clone(), number), Run { calls: run[1] as u64, lowest, highest, starts, over }));
            }
        }
        Self { runs: Keyed::from(runs), coarseness, too_many }
    }
}
