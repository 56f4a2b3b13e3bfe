//! Packs the tables.

fn main() {
    tables::pack(&["src/codes", "src/geography", "src/guide", "src/names"]);
}
