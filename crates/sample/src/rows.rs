//! Calls to bytes: the 18 fields of the softswitch's text and the 63 columns of `e_cdr`.

use super::call::Call;
use super::fields::Fields;
use super::spec::Format;
use super::world::vendors::Signalling;
use super::world::{Number, SOFTSWITCH_IP};

/// The columns of `e_cdr` in their order.
#[rustfmt::skip]
pub(super) const COLUMNS: [&str; 63] = [
    "id", "callere164", "calleraccesse164", "calleee164", "calleeaccesse164", "callerip", "callerrtpip", "callercodec",
    "callergatewayid", "callerproductid", "callertogatewaye164", "callertype", "calleeip", "calleertpip", "calleecodec",
    "calleegatewayid", "calleeproductid", "calleetogatewaye164", "calleetype", "billingmode", "calllevel",
    "agentfeetime", "starttime", "stoptime", "callerpdd", "calleepdd", "holdtime", "callerareacode", "feetime", "fee",
    "tax", "suitefee", "suitefeetime", "incomefee", "incometax", "customeraccount", "customername", "calleeareacode",
    "agentfee", "agenttax", "agentsuitefee", "agentsuitefeetime", "agentaccount", "agentname", "flowno",
    "softswitchname", "softswitchcallid", "callercallid", "calleroriginalcallid", "calleecallid", "calleroriginalinfo",
    "rtpforward", "enddirection", "endreason", "billingtype", "cdrlevel", "agentcdr_id", "sipreasonheader",
    "recordstarttime", "transactionid", "flownofirst", "additional", "dynamicValue",
];

/// Appends the header line, where the format has one.
pub(super) fn write_header(out: &mut Vec<u8>, format: Format) {
    if format == Format::SoftswitchText {
        return;
    }
    let mut fields = Fields::new(out, format);
    COLUMNS.iter().for_each(|column| fields.text(column));
    out.push(b'\n');
}

/// Appends a call's line.
pub(super) fn write_row(out: &mut Vec<u8>, format: Format, call: &Call) {
    let fields = Fields::new(out, format);
    match format {
        Format::SoftswitchText => text_fields(fields, call),
        Format::EcdrCsv | Format::EcdrTsv => table_fields(fields, call),
    }
    out.push(b'\n');
}

/// The 18 fields. The guides confirm fields 1 to 9, 16 and 17; the others are as the vendor's `CreateCdr` has them.
fn text_fields(mut fields: Fields, call: &Call) {
    fields.number(call.caller);
    fields.number(call.callee);
    fields.int(call.start_ms);
    fields.int(call.stop_ms);
    fields.int(call.talk);
    fields.int(call.reason);
    fields.int(call.side as u8);
    fields.text(call.customer.map_or("", |customer| customer.gateway));
    fields.text(call.vendor.map_or("", |vendor| vendor.gateway));
    fields.text(call.caller_ip);
    fields.text(call.vendor_ip);
    fields.text(call.caller_product);
    fields.text(call.vendor.map_or("", |vendor| vendor.product));
    sent_on(&mut fields, call, call.caller, "");
    sent_on(&mut fields, call, call.callee, call.vendor.map_or("", |vendor| vendor.prefix));
    fields.int(0); // the caller pays
    fields.int(call.billing_mode);
    fields.int(call.serial as i64);
}

/// A number as the vendor got it, empty where none did.
fn sent_on(fields: &mut Fields, call: &Call, number: Number, prefix: &'static str) {
    match call.vendor {
        Some(_) => fields.number(number.with_prefix(prefix)),
        None => fields.text(""),
    }
}

/// The 63 columns.
fn table_fields(mut fields: Fields, call: &Call) {
    let (customer, vendor) = (call.customer, call.vendor);
    let dialled = call.callee.with_prefix(customer.map_or(call.callee.prefix, |customer| customer.prefix));
    // Media flows once a call is answered.
    let media = |value: &'static str| if call.talk > 0 { value } else { "" };
    fields.int(call.row as i64); // id
    fields.number(call.caller);
    fields.number(call.caller); // as it came in
    fields.number(call.callee);
    fields.number(dialled); // as it came in
    fields.text(call.caller_ip);
    fields.text(media(call.caller_ip));
    fields.text(media(customer.map_or("", |customer| customer.codec)));
    fields.text(customer.map_or("", |customer| customer.gateway));
    fields.text(call.caller_product);
    sent_on(&mut fields, call, call.caller, "");
    fields.int(customer.map_or(-1, |customer| i32::from(customer.billing_mode != 0))); // callertype: 0 phone, 1 gateway
    fields.text(call.vendor_ip);
    fields.text(media(call.vendor_ip));
    fields.text(media("g729"));
    fields.text(vendor.map_or("", |vendor| vendor.gateway));
    fields.text(vendor.map_or("", |vendor| vendor.product));
    sent_on(&mut fields, call, call.callee, vendor.map_or("", |vendor| vendor.prefix));
    fields.int(if vendor.is_some() { 1 } else { -1 }); // calleetype
    fields.int(call.billing_mode);
    fields.int(call.level);
    fields.int(call.agent_fee_time);
    fields.int(call.start_ms);
    fields.int(call.stop_ms);
    fields.int(call.caller_delay);
    fields.int(call.callee_delay);
    fields.int(call.talk);
    fields.text(call.area);
    fields.int(call.fee_time);
    fields.money(call.fee);
    fields.money(0); // tax
    fields.money(0); // suitefee
    fields.int(0); // suitefeetime
    fields.money(0); // incomefee
    fields.money(0); // incometax
    fields.text(customer.map_or("", |customer| customer.account));
    fields.text(customer.map_or("", |customer| customer.name));
    fields.text(if vendor.is_some() { call.area } else { "" }); // calleeareacode
    fields.money(call.agent_fee);
    fields.money(0); // agenttax
    fields.money(0); // agentsuitefee
    fields.int(0); // agentsuitefeetime
    fields.text(vendor.map_or("", |vendor| vendor.account));
    fields.text(vendor.map_or("", |vendor| vendor.name));
    fields.int(call.serial as i64); // flowno
    switch_fields(&mut fields, call);
    fields.int(call.side as u8);
    fields.int(call.reason);
    fields.int(0); // billingtype: the caller pays
    fields.int(0); // cdrlevel
    fields.int(-1); // agentcdr_id
    fields.text_or_null(reason_header(call));
    let recorded = call.talk > 0 && customer.is_some_and(|customer| customer.recorded);
    fields.int(if recorded { call.start_ms } else { 0 });
    fields.null(); // transactionid
    fields.int(call.serial as i64); // flownofirst: no row continues another
    fields.null(); // additional
    fields.null(); // dynamicValue
}

/// softswitchname to rtpforward: which switch, and the ids of the call's legs.
fn switch_fields(fields: &mut Fields, call: &Call) {
    // Ids of switches have 19 digits.
    let id = 6_288_012_000_000_000_000 + call.identity % 1_000_000_000_000_000;
    if call.identity.is_multiple_of(32) {
        // A call that went through two switches: both with its id there, in one value with a comma.
        fields.text(&format!("SW_1:{id},SW_2:{}", id - 84_081_283_478));
        fields.int(-1);
    } else {
        fields.text("SW_1");
        fields.int(id as i64);
    }
    fields.call_id(call.identity, 0, call.caller_ip);
    fields.call_id(call.identity, 0, call.caller_ip); // the caller's original one
    match call.vendor {
        Some(_) => fields.call_id(call.identity, 1, SOFTSWITCH_IP),
        None => fields.text(""),
    }
    fields.null(); // calleroriginalinfo
    fields.int(u8::from(call.talk > 0)); // rtpforward
}

/// What the vendor said in its `Reason:` header.
fn reason_header(call: &Call) -> Option<&'static str> {
    let vendor = call.vendor?;
    let sends = vendor.reason_header && vendor.signalling == Signalling::Sip;
    if sends { call.end.reason_header() } else { None }
}
