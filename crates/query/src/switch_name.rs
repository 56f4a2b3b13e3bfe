//! Which switch a call is of.

/// The name of a switch, if there is one. `SW_5:6288012166477876591,SW_3:…` names a call on switches: there the first
/// one's name tells switches apart.
pub fn switch_name(switch: &str) -> Option<&str> {
    let name = switch.trim();
    let is_call = |part: &str| {
        part.rsplit_once(':').is_some_and(|(_, call)| call.len() > 5 && call.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let name = if name.contains(':') && name.split(',').all(is_call) { name.split(':').next()? } else { name };
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_on_switches_is_of_the_first() {
        assert_eq!(switch_name("SW_5:6288012166477876591,SW_3:6288012166477876592"), Some("SW_5"));
        assert_eq!(switch_name(" SW_1 "), Some("SW_1"));
        assert_eq!(switch_name("A, East"), Some("A, East"));
        assert_eq!(switch_name(""), None);
    }
}
