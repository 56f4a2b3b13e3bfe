//! How the numbers of end reasons are read, and what speaks for it.

use super::EN;
use super::sentences::{calls, files};
use calls::narrow;
use knowledge::{Numbering, ReasonMix, Vocabulary};

/// What a file contains.
fn vocabulary(vocabulary: Vocabulary) -> &'static str {
    match vocabulary {
        Vocabulary::Guide => "the guide's numbers 1 to 25",
        Vocabulary::GuideWithSip => "the guide's numbers 1 to 25, and SIP codes",
        Vocabulary::Live => "live codes (the server's own below 0, Q.850, SIP)",
        Vocabulary::SipOnly => "SIP codes only",
        Vocabulary::Q850Only => "Q.850 causes only",
        Vocabulary::Text => "end reasons in words",
        Vocabulary::Mixed => "a mixture (words beside numbers, or numbers that this reading does not explain)",
        Vocabulary::Nothing => "no end reasons",
    }
}

/// Which reading the calls fit, in how many files.
pub(super) fn by_evidence(guide: usize, live: usize, unsure: usize) -> String {
    let taken = match (guide, live) {
        (_, 0) => "The calls fit the guide's end reasons 1 to 25.".to_owned(),
        (0, _) => "The calls fit live codes.".to_owned(),
        _ => format!("{} fit the guide's end reasons 1 to 25, {} live codes.", files(guide), EN.count(live as u64)),
    };
    match unsure {
        0 => taken,
        _ if unsure == guide + live => {
            "Not sure: the numbers 1 to 25 could be either list, choose if you know. Live codes are assumed.".to_owned()
        }
        _ => format!(
            "{taken} Not sure: the numbers 1 to 25 could be either list in {}, choose if you know.",
            files(unsure)
        ),
    }
}

/// What the files contain, and how many do where they differ.
pub(super) fn found(vocabularies: &[(Vocabulary, usize)]) -> String {
    let parts: Vec<String> = match vocabularies {
        [(only, _)] => vec![vocabulary(*only).to_owned()],
        several => several.iter().map(|&(what, count)| format!("{} in {}", vocabulary(what), files(count))).collect(),
    };
    format!("Found: {}.", parts.join("; "))
}

/// How much speaks against the reading shown and against the runner-up: points, since calls weigh differently.
pub(super) fn runner_up(shown: Option<Numbering>, against_shown: f64, against_other: f64) -> String {
    let other = match shown {
        Some(Numbering::Guide) => "live codes",
        Some(Numbering::Live) => "the guide's list",
        None => "the other list for each file",
    };
    format!(
        "Points against this reading: {}. Against the other, {other}: {}.",
        points(against_shown),
        points(against_other)
    )
}

/// What the reasons are made of; kinds that are not there are not named.
pub(super) fn content(content: ReasonMix) -> String {
    let kinds = [
        (content.in_doubt, "on the numbers 1 to 25"),
        (content.negative, "on numbers below 0"),
        (content.q850, "on Q.850 causes above 25"),
        (content.sip, "on SIP codes"),
        (content.unlisted, "on numbers of no list"),
        (content.words, "with words"),
    ];
    let parts: Vec<String> =
        kinds.iter().filter(|(count, _)| *count > 0).map(|&(count, kind)| format!("{} {kind}", calls(count))).collect();
    format!("{}.", parts.join(", "))
}

/// A call is a point, and a quarter of one where it is a weak sign only.
fn points(sum: f64) -> String {
    if sum.fract() == 0.0 { EN.count(narrow::whole(sum)) } else { EN.decimal(sum, 2) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_differ_are_told_apart() {
        assert_eq!(by_evidence(1, 0, 0), "The calls fit the guide's end reasons 1 to 25.");
        assert_eq!(
            by_evidence(0, 2, 1),
            "The calls fit live codes. Not sure: the numbers 1 to 25 could be either list in 1 file, choose if you \
                know."
        );
        assert_eq!(found(&[(Vocabulary::SipOnly, 3)]), "Found: SIP codes only.");
        assert_eq!(
            found(&[(Vocabulary::Text, 2), (Vocabulary::SipOnly, 1)]),
            "Found: end reasons in words in 2 files; SIP codes only in 1 file."
        );
    }

    #[test]
    fn weak_signs_are_quarters_of_a_point() {
        assert_eq!(
            runner_up(Some(Numbering::Live), 0.0, 1234.75),
            "Points against this reading: 0. Against the other, the guide's list: 1,234.75."
        );
        let made_of = ReasonMix { in_doubt: 1, words: 1200, ..ReasonMix::default() };
        assert_eq!(content(made_of), "1 call on the numbers 1 to 25, 1,200 calls with words.");
    }
}
