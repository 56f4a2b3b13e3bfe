//! Whatever stands in a file, the rules come to an end, and what they say is whole.

use super::super::ranking::findings;
use super::scenario::{DAY, is_told_well, picture_of};
use proptest::prelude::*;
use std::fmt::Write;

/// A number that may be as large as numbers get.
fn number(usual: i64) -> impl Strategy<Value = i64> {
    prop_oneof![8 => 0..usual, 1 => Just(0), 1 => Just(i64::MAX), 1 => Just(-1), 1 => any::<i64>()]
}

fn rows() -> impl Strategy<Value = String> {
    let times = (number(90_000_000), number(9_000_000), number(9000), number(9000));
    let money = (number(40), number(40), number(900_000));
    let names = ("(C1|C2|)", "(V1|V2|)", "(447|353|)", "(-1|1|)", "(SW_1|SW_2|)", "(-7|503|-36|486|16)");
    let row =
        (times, money, names, 0..3_u8).prop_map(|((start, lasted, talk, billed), (fee, cost, serial), names, side)| {
            let (account, vendor, prefix, mode, switch, reason) = names;
            let start = DAY.saturating_add(start);
            let stop = if lasted == 0 { 0 } else { start.saturating_add(lasted) };
            format!(
                "{serial},{switch},{account},{vendor},{prefix},{mode},{start},{stop},{talk},{billed},\
                    {fee}.{cost},{cost},{side},{reason}"
            )
        });
    proptest::collection::vec(row, 1..120).prop_map(|rows| rows.join("\n") + "\n")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn any_numbers_in_any_cells(rows in rows(), often in 1..40_usize) {
        let mut file = "flowno,softswitchname,customeraccount,calleegatewayid,callerareacode,billingmode,\
            starttime,stoptime,holdtime,feetime,fee,agentfee,enddirection,endreason\n"
            .to_owned();
        // Over and over, as most rules want many calls; without a serial number they are no duplicates.
        for time in 0..often {
            for row in rows.lines() {
                let row = if time == 0 { row } else { row.split_once(',').map_or(row, |(_, rest)| rest) };
                let _ = writeln!(file, "{}{row}", if time == 0 { "" } else { "," });
            }
        }
        let picture = picture_of(file.as_bytes());
        findings(&picture).iter().for_each(|finding| is_told_well(finding, &picture));
    }
}
