//! A filter in an address: `callee=44%25&vendor=V1&off=vendor`.

use super::{Filter, FilterField};

/// What names the criteria that are off.
pub(super) const OFF: &str = "off";

impl Filter {
    /// As the query of an address, without `?`; empty for no filter.
    pub fn query(&self) -> String {
        let mut pairs: Vec<String> = self
            .criteria
            .iter()
            .map(|criterion| format!("{}={}", criterion.field.key(), encoded(&criterion.text)))
            .collect();
        let off: Vec<&str> =
            self.criteria.iter().filter(|criterion| !criterion.on).map(|criterion| criterion.field.key()).collect();
        if !off.is_empty() {
            pairs.push(format!("{OFF}={}", off.join(",")));
        }
        pairs.join("&")
    }

    /// From the query of an address, with or without `?`; what is none of a filter is passed over.
    pub fn of_query(query: &str) -> Self {
        let mut filter = Self::default();
        let pairs = || query.trim_start_matches('?').split('&').filter_map(|pair| pair.split_once('='));
        for (key, text) in pairs() {
            if let Some(&field) = FilterField::ALL.iter().find(|field| field.key() == key) {
                filter.set(field, &decoded(text));
            }
        }
        for key in pairs().filter(|(key, _)| *key == OFF).flat_map(|(_, keys)| keys.split(',')) {
            if let Some(&field) = FilterField::ALL.iter().find(|field| field.key() == key) {
                filter.toggle(field);
            }
        }
        filter
    }
}

/// Percent-encoded, but for what may stand in a fragment and means nothing in it.
pub(super) fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'!' | b'*' | b',' | b':' | b'/' => {
                encoded.push(char::from(byte));
            }
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

pub(super) fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, behind)) = rest.split_first() {
        let hex = (byte == b'%').then(|| behind.get(..2)).flatten().and_then(|hex| std::str::from_utf8(hex).ok());
        if let Some(value) = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            bytes.push(value);
            rest = &behind[2..];
        } else {
            bytes.push(if byte == b'+' { b' ' } else { byte });
            rest = behind;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
