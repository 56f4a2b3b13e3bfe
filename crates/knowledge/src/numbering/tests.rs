use super::*;

fn numbers(counts: &[(i32, u64, u64)]) -> impl Iterator<Item = ReasonEvidence> {
    counts.iter().map(|&(code, calls, answered)| ReasonEvidence { code, calls, answered, ..ReasonEvidence::default() })
}

fn decide(counts: &[(i32, u64, u64)]) -> (Numbering, Vocabulary, bool) {
    let finding = detect_numbering(numbers(counts), 0);
    (finding.numbering, finding.vocabulary, finding.sure)
}

/// What files of thousands of calls say; `crates/session/tests/numberings.rs` has small ones.
#[test]
fn the_evidence_decides() {
    use Numbering::{Guide, Live};
    // Answered calls on the guide's hang-up codes, which Q.850 does not have.
    assert_eq!(decide(&[(11, 50, 50), (12, 40, 40), (3, 60, 0), (16, 5, 0)]), (Guide, Vocabulary::Guide, true));
    // A few odd rows do not turn a large file,
    let odd = [(11, 5000, 5000), (12, 4000, 4000), (-7, 3, 3), (16, 2, 2)];
    assert_eq!(decide(&odd), (Guide, Vocabulary::Guide, true));
    // nor one that says nothing otherwise,
    assert_eq!(decide(&[(3, 5000, 0), (22, 4000, 0), (-7, 3, 3)]), (Live, Vocabulary::Live, false));
    // until they are one in a hundred.
    assert_eq!(decide(&[(3, 50, 0), (22, 50, 0), (11, 1, 1)]), (Live, Vocabulary::Q850Only, false));
    assert_eq!(decide(&[(3, 50, 0), (22, 40, 0), (11, 1, 1)]), (Guide, Vocabulary::Guide, true));
    // As much for as against.
    assert_eq!(decide(&[(11, 50, 50), (-7, 50, 50)]), (Live, Vocabulary::Mixed, false));
    // One in ten against the better one is no clear case.
    assert_eq!(decide(&[(11, 100, 100), (-7, 10, 10)]), (Live, Vocabulary::Mixed, false));
    assert_eq!(decide(&[(11, 101, 101), (-7, 10, 10)]), (Guide, Vocabulary::Guide, true));
    // What is in no list tells nothing.
    assert_eq!(decide(&[(0, 50, 9), (700, 9, 0), (60, 9, 0)]), (Live, Vocabulary::Mixed, true));
    assert_eq!(decide(&[]), (Live, Vocabulary::Nothing, true));
}

#[test]
fn each_kind_of_contradiction_is_counted() {
    let against = |numbering, evidence: ReasonEvidence| {
        let kinds = Contradictions::of(numbering, &evidence);
        (kinds.not_in_list, kinds.answered, kinds.hang_up_side, kinds.gateway)
    };
    let all = |code| ReasonEvidence {
        code,
        calls: 100,
        answered: 50,
        hung_up: [10, 20, 40],
        vendor_reached: 60,
        vendor_known: 90,
    };
    use Numbering::{Guide, Live};
    assert_eq!(against(Guide, all(-7)), (100, 0, 0, 0));
    assert_eq!(against(Live, all(-7)), (0, 0, 20, 0));
    assert_eq!(against(Live, all(-8)), (0, 0, 10, 0));
    assert_eq!(against(Guide, all(11)), (0, 0, 20, 0));
    assert_eq!(against(Guide, all(12)), (0, 0, 10, 0));
    assert_eq!(against(Live, all(12)), (100, 0, 0, 0));
    assert_eq!(against(Guide, all(16)), (0, 50, 30, 60));
    assert_eq!(against(Live, all(16)), (0, 0, 40, 30));
    assert_eq!(against(Live, all(17)), (0, 50, 40, 30));
    assert_eq!(against(Guide, all(8)), (0, 0, 30, 0));
    assert_eq!(against(Guide, all(41)), (100, 0, 0, 0));
    for code in [0, 60, 486, 700] {
        assert_eq!((against(Guide, all(code)), against(Live, all(code))), ((0, 0, 0, 0), (0, 0, 0, 0)), "{code}");
    }
    let mut sum = Contradictions::of(Guide, &all(16));
    sum.add(Contradictions::of(Guide, &all(41)));
    assert_eq!(sum.weighed(), 172.5);
}

#[test]
fn a_reading_chosen_by_a_person_names_the_file_anew() {
    let finding = detect_numbering(numbers(&[(16, 60, 60), (17, 40, 0)]), 2);
    assert_eq!((finding.numbering, finding.vocabulary, finding.sure), (Numbering::Live, Vocabulary::Q850Only, true));
    assert_eq!(finding.with_numbering(Numbering::Guide, true).vocabulary, Vocabulary::Mixed);
    let words = detect_numbering(numbers(&[(16, 10, 0)]), 90);
    assert_eq!(words.vocabulary, Vocabulary::Text);
    assert_eq!(detect_numbering(numbers(&[(16, 11, 0)]), 89).vocabulary, Vocabulary::Mixed);
}
