use super::*;

fn rows(text: &str, slice: usize) -> Vec<String> {
    let mut sql = SqlInserts::new(Some("e_cdr"));
    let mut rows = Vec::new();
    let mut read = |sql: &mut SqlInserts, at_end| {
        while sql.advance(at_end) {
            let row = sql.row();
            let cells: Vec<_> = row.cells.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
            rows.push(format!("{} {} {:?}", row.line, cells.join("|"), row.fault));
        }
    };
    for part in text.as_bytes().chunks(slice) {
        sql.fill(part);
        read(&mut sql, false);
    }
    read(&mut sql, true);
    rows
}

#[test]
fn rows_of_the_table_and_of_no_other() {
    let dump = "-- a dump; with values (1)\n/*!40101 SET NAMES utf8 */;\nDROP TABLE IF EXISTS `e_cdr_20260302`;\n\
        CREATE TABLE `e_cdr_20260302` (\n  `flowno` bigint(20) NOT NULL,\n  \
            `name` varchar(9) DEFAULT 'a;b',\n  PRIMARY KEY (`flowno`)\n);\n\
        INSERT INTO `e_customer` VALUES (1,'not a call');\n\
        INSERT INTO `e_cdr_20260302` VALUES (1,'O\\'Neil, (x);'),(2,NULL),\n(3,'it''s');\n\
        insert into vos3000.e_cdr_20260303 (name, more) values ('b', FROM_UNIXTIME(5)) ;\nUNLOCK TABLES;\n";
    for slice in [1, 2, 3, 7, 4096] {
        assert_eq!(
            rows(dump, slice),
            ["10 1|O'Neil, (x); None", "10 2|NULL None", "11 3|it's None", "12 |b|FROM_UNIXTIME(5) None"]
        );
    }
}

#[test]
fn a_cut_row_is_a_row_of_its_own() {
    assert_eq!(rows("INSERT INTO e_cdr VALUES (1,2),(3,'x", 3), ["1 1|2 None", "1  Some(Broken)"]);
}

#[test]
fn a_row_that_is_misread_costs_itself() {
    // Written without backslashes for quotes, which nothing in the file says.
    let text = "INSERT INTO e_cdr VALUES (1,'a'),(2,'C:\\'),(3,'c'),/* note */ (4,'d'),\n(5,'it's'),(6,'f');";
    for slice in [1, 7, 4096] {
        let rows = rows(text, slice);
        let good: Vec<_> = rows.iter().filter(|row| row.ends_with("None")).cloned().collect();
        assert_eq!(good, ["1 1|a None", "1 3|c None", "1 4|d None", "2 6|f None"], "{rows:?}");
    }
}

#[test]
fn days_are_no_part_of_a_name() {
    let tables = ["e_cdr_20260302", "e_cdr", "acc", "e_cdr_20260302_copy1"].map(table_of_day);
    assert_eq!(tables, ["e_cdr", "e_cdr", "acc", "e_cdr"]);
}

#[test]
fn parts_and_copies_of_the_table_are_read_with_it() {
    let text = "SET X;GO\nINSERT [dbo].[e_cdr] VALUES (0)\nGO\nINSERT IGNORE INTO e_cdr_bak VALUES (1);INSERT \
        e_cdr_20260303 VALUES (2);REPLACE INTO e_cdrs VALUES (3);";
    assert_eq!(rows(text, 5), ["2 0 None", "4 1 None", "4 2 None"]);
}
