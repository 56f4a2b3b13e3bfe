//! Packs the tables.

fn main() {
    tables::pack_together("src/layouts");
}
