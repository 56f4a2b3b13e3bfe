use super::*;
use calls::Field;

fn sniffed(text: &str) -> Result<Sniffed, FileProblem> {
    sniff(text.as_bytes(), true, None, &[]).expect("all of it is there")
}

fn problem(text: &str) -> FileProblem {
    sniffed(text).expect_err(text)
}

#[test]
fn what_is_no_text_is_named() {
    let cases: &[(&[u8], ForeignKind)] = &[
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", ForeignKind::Picture),
        (b"%PDF-1.7\n", ForeignKind::Pdf),
        (b"7z\xBC\xAF\x27\x1C\0\0", ForeignKind::Archive),
        (b"\x7fELF\0\0\0\0\x01\x02", ForeignKind::Binary),
    ];
    for (head, kind) in cases {
        assert_eq!(foreign(head), Some(*kind), "{head:?}");
    }
    assert_eq!(foreign(b"BMW dealers,starttime\n"), None);
}

#[test]
fn text_that_is_no_table_is_told_with_its_first_line() {
    assert_eq!(problem("\r\n\n"), FileProblem::Empty);
    let first_line = "Dear customer,".to_owned();
    assert_eq!(problem("\nDear customer,\nplease find attached"), FileProblem::NotCdr { first_line });
    let long = sniff(&[b'x'; HEAD_BYTES], false, None, &[]);
    assert_eq!(long.unwrap().err(), Some(FileProblem::NoLineEnd));
}

#[test]
fn a_table_of_something_needs_a_person() {
    let FileProblem::NeedsMapping(table) = problem("id,product,price\n1,rack,10.5\n2,shelf,5\n") else { panic!() };
    assert_eq!(table.names, ["id", "product", "price"]);
    assert_eq!(table.rows.len(), 2);
}

#[test]
fn a_header_without_a_necessary_column_says_which() {
    let head = "callere164,calleee164,starttime,endreason\n1,2,1772452800000,4\n";
    let FileProblem::MissingColumns { missing, table } = problem(head) else { panic!() };
    assert_eq!(missing, [vec![Field::HoldTime, Field::FeeTime, Field::Stop, Field::Answer]]);
    assert_eq!(table.names, ["callere164", "calleee164", "starttime", "endreason"]);
}

#[test]
fn the_delimiter_is_the_one_that_finds_the_names() {
    for delimiter in DELIMITERS {
        let names = ["\"flowno\"", "Start_Time", "END REASON", "`holdtime`"];
        let sniffed = sniffed(&names.join(std::str::from_utf8(&[delimiter]).unwrap())).unwrap();
        assert_eq!(sniffed.dialect, Dialect::Delimited(CsvDialect { delimiter, ..CsvDialect::default() }));
        assert_eq!(sniffed.layout.at(Field::EndReason).unwrap().column, 2);
        assert_eq!(sniffed.layout.at(Field::Stop), None);
    }
}

#[test]
fn calls_may_come_late_in_a_dump() {
    let other = format!("INSERT INTO `e_customer` VALUES {};\n", vec!["(1,'not a call')"; 5000].join(","));
    let create = "CREATE TABLE `e_cdr` (\n  `starttime` bigint,\n  `holdtime` int,\n  `endreason` int\n);\n";
    let dump = format!("{other}{create}INSERT INTO `e_cdr` VALUES (1772452800000,1,16);\n");
    assert!(sniff(&dump.as_bytes()[..HEAD_BYTES], false, None, &[]).is_none(), "more of it is wanted");
    let found = sniff(dump.as_bytes(), true, None, &[]).unwrap().unwrap();
    assert_eq!(found.dialect, Dialect::Sql { table: "e_cdr".into() });
    // Later than what is looked at: the table of that name is waited for.
    let long = other.repeat(20);
    let found = sniff(&long.as_bytes()[..LONG_HEAD_BYTES], false, None, &[]).unwrap().unwrap();
    assert_eq!((found.dialect, found.layout.columns), (Dialect::Sql { table: "e_cdr".into() }, 0));
}

#[test]
fn a_mapping_that_was_kept_is_found_by_its_header() {
    let mapping = Mapping {
        name: "ours".into(),
        header: ["WHEN", "how long"].map(str::to_owned).to_vec(),
        columns: 2,
        fields: [(Field::Start, 0), (Field::HoldTime, 1)].into_iter().collect(),
        ..Mapping::default()
    };
    let found = sniff(b"a title\nwhen;How-Long\n1772452800;5\n", true, None, std::slice::from_ref(&mapping));
    let found = found.unwrap().unwrap();
    assert_eq!((found.layout.title.as_str(), found.layout.evidence), ("ours", LayoutEvidence::KeptMapping));
    assert_eq!((found.skip_rows, found.passed_over), (2, 1));
    // What a person says of one file counts whatever is in it.
    let chosen = sniff(b"1772452800;5\n", true, Some(&Mapping { header: Vec::new(), ..mapping }), &[]);
    let chosen = chosen.unwrap().unwrap();
    assert_eq!((chosen.layout.evidence, chosen.skip_rows), (LayoutEvidence::Chosen, 0));
}
