//! Columns that are told by what is in them.

use super::{DurationUnit, FieldColumn, Layout};
use calls::Field;
use calls::LocalZone;
use calls::values::{self, DateOrder, Value};

/// What a column's cells look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Looks {
    Address,
    Time,
    /// `…@…`
    CallId,
    /// Numbers that grow or differ from row to row.
    Serial,
    /// Digits, as phone numbers are.
    Number,
    /// Small numbers.
    Small,
    /// Letters.
    Words,
    Nothing,
}

/// What most cells of a column look like; empty ones say nothing.
pub(super) fn looks<'a>(cells: impl Iterator<Item = &'a str>) -> Looks {
    let cells: Vec<&str> = cells.map(str::trim).filter(|cell| !values::is_absent(cell.as_bytes())).collect();
    if cells.is_empty() {
        return Looks::Nothing;
    }
    let most = |of: &dyn Fn(&str) -> bool| cells.iter().filter(|cell| of(cell)).count() * 10 >= cells.len() * 9;
    let digits = |cell: &str| cell.trim_start_matches('+').bytes().all(|byte| byte.is_ascii_digit());
    let is_time = |cell: &str| {
        let read = values::instant(cell.as_bytes(), DateOrder::Dmy, &LocalZone::default());
        // Serial numbers have as many digits as epochs do; times of calls are of this century.
        matches!(read, Value::Read(time) if (946_684_800_000..4_102_444_800_000).contains(&time.at.0))
    };
    // A call may stand there twice.
    let mostly_distinct = || {
        let mut sorted = cells.clone();
        sorted.sort_unstable();
        sorted.dedup();
        sorted.len() * 4 >= cells.len() * 3
    };
    if most(&|cell| cell.split(':').next().unwrap_or_default().parse::<std::net::Ipv4Addr>().is_ok()) {
        Looks::Address
    } else if most(&|cell| cell.contains('@')) {
        Looks::CallId
    } else if most(&|cell| !digits(cell) && is_time(cell)) || most(&|cell| cell.len() == 13 && is_time(cell)) {
        Looks::Time
    } else if most(&|cell| digits(cell) && cell.len() <= 3) {
        Looks::Small
    } else if most(&digits) {
        // Serial numbers need not be in order, where a switch writes calls as they end.
        let ascending =
            cells.len() > 1 && cells.windows(2).all(|pair| (pair[0].len(), pair[0]) < (pair[1].len(), pair[1]));
        if ascending || (cells.len() > 2 && cells[0].len() > 3 && mostly_distinct()) {
            Looks::Serial
        } else {
            Looks::Number
        }
    } else if most(&|cell| cell.chars().any(char::is_alphabetic)) {
        Looks::Words
    } else {
        Looks::Nothing
    }
}

/// Places what the columns at `columns` (from 0) look like: the first address is the caller's, the second the callee's,
/// and so on.
pub(super) fn place(layout: &mut Layout, rows: &[Vec<String>], columns: impl Iterator<Item = usize>) {
    for column in columns {
        let cells = rows.iter().filter_map(|row| row.get(column)).map(String::as_str);
        let fields: &[Field] = match looks(cells) {
            Looks::Address => &[Field::CallerIp, Field::CalleeIp],
            Looks::CallId => &[Field::CallerCallId, Field::CalleeCallId],
            Looks::Words => &[Field::CallerDevice, Field::CalleeDevice],
            // Only the last column holds serial numbers, of which no two are the same; among the others these are
            // numbers that were called one after another.
            Looks::Serial if column + 1 == layout.columns => &[Field::FlowNo],
            Looks::Number if column + 1 == layout.columns => &[],
            Looks::Serial | Looks::Number => &[Field::OutboundCaller, Field::OutboundCallee],
            Looks::Time | Looks::Small | Looks::Nothing => &[],
        };
        if let Some(&field) = fields.iter().find(|&&field| layout.at(field).is_none()) {
            layout.place(field, FieldColumn { column, unit: DurationUnit::own(field) });
        }
    }
}
