//! Ranges that a person types: `5..`, `..2.5`, `10..60`, or one value.

/// Numbers may have so many decimals.
const DECIMALS: u32 = 18;

/// The ends of a range, of which one may be missing; both are the value where there is only one.
pub(super) fn ends(text: &str) -> Option<(Option<&str>, Option<&str>)> {
    let Some((from, to)) = text.split_once("..") else { return Some((Some(text), Some(text))) };
    let (from, to) = (Some(from.trim()), Some(to.trim()));
    let ends = (from.filter(|end| !end.is_empty()), to.filter(|end| !end.is_empty()));
    (ends != (None, None)).then_some(ends)
}

/// The least and the largest whole number of parts that lie in a range, where one has ten to the power of `decimals`
/// parts. Exactly what is typed: `0.5..` of whole seconds begins with 1, and 0.5 alone is none of them, so that the
/// least is more than the largest.
pub(super) fn parts(text: &str, decimals: u32) -> Option<(i64, i64)> {
    let part = 10_i128.pow(DECIMALS - decimals);
    let read = |end: Option<&str>| end.map_or(Some(None), |end| number(end).map(Some));
    let (from, to) = ends(text)?;
    let (from, to) = (read(from)?, read(to)?);
    if from.zip(to).is_some_and(|(from, to)| from > to) {
        return None;
    }
    // The least number of all stands for nothing.
    let bounded = |parts: i128| {
        let least = i64::MIN + 1;
        i64::try_from(parts).map_or(if parts < 0 { least } else { i64::MAX }, |parts| parts.max(least))
    };
    let least = from.map_or(i64::MIN + 1, |from| bounded(-(-from).div_euclid(part)));
    let largest = to.map_or(i64::MAX, |to| bounded(to.div_euclid(part)));
    Some((least, largest))
}

/// A number, with [`DECIMALS`] decimals: digits, and a point among them perhaps. Whatever else could be one in some
/// country is none.
fn number(text: &str) -> Option<i128> {
    let (is_negative, digits) = text.strip_prefix('-').map_or((false, text), |digits| (true, digits));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let is_number =
        |digits: &str| digits.len() <= DECIMALS as usize && digits.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() + decimals.len() == 0 || !is_number(whole) || !is_number(decimals) {
        return None;
    }
    let value: i128 = format!("{whole}{decimals:0<width$}", width = DECIMALS as usize).parse().ok()?;
    Some(if is_negative { -value } else { value })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const OPEN: (i64, i64) = (i64::MIN + 1, i64::MAX);

    #[test]
    fn what_is_typed_is_meant_to_the_last_digit() {
        for (text, expected) in [
            ("30", (30, 30)),
            ("30..", (30, OPEN.1)),
            (" 10 .. 60 ", (10, 60)),
            ("0.5..", (1, OPEN.1)),
            ("..0.5", (OPEN.0, 0)),
            ("0.5", (1, 0)),
            ("6.0", (6, 6)),
            (".5..1.5", (1, 1)),
            ("-1.5..-0.5", (-1, -1)),
        ] {
            assert_eq!(parts(text, 0), Some(expected), "{text}");
        }
        assert_eq!(parts("0.5..2.4999", 3), Some((500, 2499)));
        assert_eq!(parts("0.0004..", 3), Some((1, OPEN.1)));
        assert_eq!(parts("0.000000004..", 8), Some((1, OPEN.1)), "it would be 0 if it were rounded");
        assert_eq!(parts("0.00000001..0.5", 8), Some((1, 50_000_000)));
    }

    #[test]
    fn what_is_none_or_could_be_two_numbers_is_refused() {
        let none = [
            "", "..", "long", "1,500", "0,5", "30s", "30sec", "5 min", "$5", "1e3", "5..x", "60..10", "1..2..3", "-",
            ".", "1.2.3", "٣",
        ];
        for text in none {
            assert_eq!(parts(text, 0), None, "{text}");
        }
        assert_eq!(parts("0.0000000000000000001", 8), None, "more decimals than are read");
    }

    proptest! {
        #[test]
        fn a_number_lies_in_a_range_as_it_is_written(
            from in -9999_i64..9999,
            to in -9999_i64..9999,
            value in -12_i64..12,
        ) {
            let text = |hundredths: i64| {
                let sign = if hundredths < 0 { "-" } else { "" };
                format!("{sign}{}.{:02}", hundredths.abs() / 100, hundredths.abs() % 100)
            };
            let (from, to) = (from.min(to) / 10, from.max(to) / 10);
            let (least, largest) = parts(&format!("{}..{}", text(from), text(to)), 0).unwrap();
            prop_assert_eq!(least <= value && value <= largest, from <= value * 100 && value * 100 <= to);
        }
    }
}
