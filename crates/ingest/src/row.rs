//! The cells of a row as a call.

use super::dialect::Cells;
use super::layout::{FieldColumn, Layout};
use super::set_aside::SetAsideReason;
use calls::values::{self, Style, Time, Value};
use calls::{Call, EndReason, Field, HangUpSide, LocalZone, NameColumn};
use std::borrow::Cow;
use std::rc::Rc;

/// Where the cells are that a call is made of: what a layout says, looked up once.
#[derive(Debug)]
pub(super) struct CallReader {
    start: Option<FieldColumn>,
    stop: Option<FieldColumn>,
    answer: Option<FieldColumn>,
    hold_time: Option<FieldColumn>,
    fee_time: Option<FieldColumn>,
    end_reason: Option<FieldColumn>,
    leg_reasons: [Option<FieldColumn>; 2],
    end_direction: Option<FieldColumn>,
    caller: Option<FieldColumn>,
    callee: Option<FieldColumn>,
    fee: Option<FieldColumn>,
    cost: Option<FieldColumn>,
    post_dial_delay: Option<FieldColumn>,
    serial_number: Option<FieldColumn>,
    call_id: Option<FieldColumn>,
    /// In the order of [`NameColumn::ALL`].
    names: [Option<FieldColumn>; NameColumn::COUNT],
    style: Style,
    own_reasons: Vec<(i64, i64)>,
    /// The first word of the switch's name, which stands before its own numbers.
    switch: String,
    zone: Rc<LocalZone>,
}

impl CallReader {
    pub(super) fn new(layout: &Layout, zone: Rc<LocalZone>) -> Self {
        Self {
            start: layout.at(Field::Start),
            stop: layout.at(Field::Stop),
            answer: layout.at(Field::Answer),
            hold_time: layout.at(Field::HoldTime),
            fee_time: layout.at(Field::FeeTime),
            end_reason: layout.at(Field::EndReason),
            leg_reasons: [layout.at(Field::CallerEndReason), layout.at(Field::CalleeEndReason)],
            end_direction: layout.at(Field::EndDirection),
            caller: layout.at(Field::Caller),
            callee: layout.at(Field::Callee),
            fee: layout.at(Field::Fee),
            cost: layout.at(Field::Cost),
            post_dial_delay: layout.at(Field::PostDialDelay),
            serial_number: layout.at(Field::FlowNo),
            call_id: layout.at(Field::CallerCallId),
            names: NameColumn::ALL.map(|column| column.fields().iter().find_map(|&field| layout.at(field))),
            style: layout.style,
            own_reasons: layout.own_reasons.clone(),
            switch: layout.switch.split(' ').next().unwrap_or_default().to_owned(),
            zone,
        }
    }

    /// The call that the cells of a row say, and whether its start was written without a zone.
    pub(super) fn read<'a>(&self, offset: u64, cells: Cells<'a>) -> Result<(Call<'a>, bool), SetAsideReason> {
        let cell = |place: Option<FieldColumn>| place.map(|place| cells.get(place.column));
        let time = |cell: &[u8]| values::instant(cell, self.style.date_order, &self.zone);
        let start = match time(cell(self.start).unwrap_or_default()) {
            Value::Read(start) => start,
            Value::Absent => return Err(SetAsideReason::Absent(Field::Start)),
            Value::Unreadable => return Err(SetAsideReason::Unreadable(Field::Start)),
        };
        let stop = cell(self.stop).map(time);
        let in_progress = stop == Some(Value::Absent);
        let billed = self.seconds(cells, self.fee_time);
        let answer = cell(self.answer).map(time);
        let talk_seconds = match self.talk_seconds(self.seconds(cells, self.hold_time), billed, start, answer, stop)? {
            Some(seconds) => seconds,
            None if in_progress => 0,
            None => return Err(SetAsideReason::Absent(Field::HoldTime)),
        };
        let (end_reason, side_of_reason) = self.end_reason(cells);
        let call = Call {
            offset,
            start: start.at,
            stop: stop.and_then(Value::read).map(|stop| stop.at),
            talk_seconds,
            in_progress,
            end_reason,
            hang_up_side: cell(self.end_direction).and_then(super::layout::side).or(side_of_reason),
            caller: cell(self.caller).map(name),
            callee: cell(self.callee).map(name),
            fee: cell(self.fee).and_then(|fee| values::money(fee, self.style.decimal_comma).read()),
            cost: cell(self.cost).and_then(|cost| values::money(cost, self.style.decimal_comma).read()),
            billed_seconds: billed.and_then(Value::read),
            post_dial_delay_millis: self.post_dial_delay.and_then(|place| {
                let delay =
                    values::duration_millis(cells.get(place.column), place.unit.micros(), self.style.decimal_comma);
                delay.read().and_then(|millis| u32::try_from(millis).ok())
            }),
            serial_number: cell(self.serial_number)
                .and_then(|serial| values::integer(serial).read())
                .filter(|&serial| serial > 0),
            call_id: cell(self.call_id).map(name),
            ..Call::default()
        };
        let call = call.with_names(self.names.map(|place| cell(place).map(name)));
        Ok((call, start.without_zone))
    }

    fn seconds(&self, cells: Cells<'_>, place: Option<FieldColumn>) -> Option<Value<u32>> {
        place.map(|place| values::seconds(cells.get(place.column), place.unit.micros(), self.style.decimal_comma))
    }

    /// The first of hold time, billed time and stop less answer or start that the row has.
    fn talk_seconds(
        &self,
        hold: Option<Value<u32>>,
        billed: Option<Value<u32>>,
        start: Time,
        answer: Option<Value<Time>>,
        stop: Option<Value<Time>>,
    ) -> Result<Option<u32>, SetAsideReason> {
        for (value, field) in [(hold, Field::HoldTime), (billed, Field::FeeTime)] {
            match value {
                Some(Value::Read(seconds)) => return Ok(Some(seconds)),
                Some(Value::Unreadable) => return Err(SetAsideReason::Unreadable(field)),
                Some(Value::Absent) | None => {}
            }
        }
        let from = match answer {
            Some(Value::Read(answer)) => answer,
            // A call that nobody answered.
            Some(Value::Absent) => return Ok(Some(0)),
            Some(Value::Unreadable) => return Err(SetAsideReason::Unreadable(Field::Answer)),
            None => start,
        };
        match stop {
            Some(Value::Read(stop)) => {
                let millis = (stop.at.0 - from.at.0).max(0);
                Ok(u32::try_from((millis + 999) / 1000).ok())
            }
            Some(Value::Unreadable) => Err(SetAsideReason::Unreadable(Field::Stop)),
            Some(Value::Absent) | None => Ok(None),
        }
    }

    /// The end reason; of two legs with a cause each the first that is not 0, which also tells who ended the call.
    fn end_reason<'a>(&self, cells: Cells<'a>) -> (EndReason<'a>, Option<HangUpSide>) {
        if let Some(place) = self.end_reason {
            return (self.reason(cells.get(place.column)), None);
        }
        for (place, side) in self.leg_reasons.into_iter().zip([HangUpSide::Caller, HangUpSide::Callee]) {
            let Some(place) = place else { continue };
            let cell = cells.get(place.column).trim_ascii();
            if cell != b"0" && !values::is_absent(cell) {
                return (self.reason(cell), Some(side));
            }
        }
        (EndReason::default(), None)
    }

    fn reason<'a>(&self, cell: &'a [u8]) -> EndReason<'a> {
        let text = |cell: &'a [u8]| EndReason::Text(String::from_utf8_lossy(cell.trim_ascii()));
        match values::integer(cell) {
            // Numbers of its own that no standard has.
            Value::Read(code) if self.own_reasons.iter().any(|&(from, to)| (from..=to).contains(&code)) => {
                EndReason::Text(format!("{} {code}", self.switch).into())
            }
            Value::Read(code) => i32::try_from(code).map_or_else(|_| text(cell), EndReason::Code),
            Value::Absent => EndReason::default(),
            Value::Unreadable => text(cell),
        }
    }
}

/// A name, empty where there is none.
fn name(cell: &[u8]) -> Cow<'_, str> {
    let cell = cell.trim_ascii();
    if values::is_absent(cell) {
        return Cow::Borrowed("");
    }
    match std::str::from_utf8(cell) {
        Ok(name) => Cow::Borrowed(name),
        Err(_) => String::from_utf8_lossy(cell),
    }
}
