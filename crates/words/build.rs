//! Packs the tables.

fn main() {
    tables::pack(&["src/en"]);
}
